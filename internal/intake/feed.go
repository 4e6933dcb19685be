package intake

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/mmcdole/gofeed"

	"shanyraq/internal/fault"
)

// parseFeed reads the items of an RSS, Atom or JSON feed. A feed that gives
// no full text gives its summaries, and the item says so.
func parseFeed(in input) ([]*Item, error) {
	declared := in.charset
	if enc := xmlEncoding(in.data); enc != "" {
		declared = enc
	}
	text, note, err := toUTF8(in.data, declared, in.opt.Repair)
	if err != nil {
		return nil, err
	}
	text = withoutDeclaration(text)
	parsed, err := gofeed.NewParser().Parse(bytes.NewReader(text))
	if err != nil {
		if err == gofeed.ErrFeedTypeNotDetected {
			return nil, fault.Wrap(err, fault.Invalid, "this is not an RSS or Atom feed: it begins with %q", clip(strings.TrimSpace(string(text)), 40)).At("%s", in.place).
				Hint("if it is a web page, give its name the ending .html")
		}
		return nil, fault.Wrap(err, fault.Invalid, "the feed is broken: %v", err).At("%s", in.place).Hint("fetch it again; check it with a feed validator")
	}
	var items []*Item
	var errs []error
	for i, entry := range parsed.Items {
		it := &Item{Place: fmt.Sprintf("%s: item %d", in.place, i+1)}
		it.note(note)
		if err := it.fromFeed(parsed, entry); err != nil {
			errs = append(errs, err)
			continue
		}
		items = append(items, it)
	}
	if len(parsed.Items) == 0 {
		return nil, fault.New(fault.Invalid, "the feed has no items").At("%s", in.place)
	}
	return items, errors.Join(errs...)
}

func (it *Item) fromFeed(parsed *gofeed.Feed, entry *gofeed.Item) error {
	it.Title = textFromHTML(entry.Title)
	it.HTML = entry.Content
	switch {
	case strings.TrimSpace(it.HTML) == "":
		it.HTML = entry.Description
		it.note("the feed gives a summary only")
	case !opens(it.HTML, entry.Description):
		it.Lead = textFromHTML(entry.Description)
	}
	if !looksLikeHTML(it.HTML) && !strings.Contains(it.HTML, "&") {
		it.HTML = htmlFromText(it.HTML)
	}
	it.URL = cleanURL(entry.Link)
	if it.URL == "" && parsed.Link != "" && entry.Link != "" {
		it.URL = resolve(parsed.Link, entry.Link)
	}
	switch guid := strings.TrimSpace(entry.GUID); {
	case it.URL != "":
		it.Key = it.URL
		if g := cleanURL(guid); g != "" && g != it.URL {
			it.Old = append(it.Old, g)
		}
	case guid != "":
		it.Key = "id:" + guid
	}
	it.Slug = slugOf(it.URL)
	it.Language, it.vague = parsed.Language, true
	if dc := entry.DublinCoreExt; dc != nil {
		if len(dc.Language) > 0 {
			it.Language, it.vague = dc.Language[0], false
		}
		it.Authors = dc.Creator
	}
	for i, name := range entry.Categories {
		if name = textFromHTML(name); i == 0 {
			it.Section = section(name)
		} else {
			it.Keywords = append(it.Keywords, name)
		}
	}
	for _, p := range entry.Authors {
		if p != nil && p.Name != "" && !slices.Contains(it.Authors, p.Name) {
			it.Authors = append(it.Authors, p.Name)
		}
	}
	if entry.Image != nil {
		it.Image = Image{URL: entry.Image.URL, Alt: entry.Image.Title}
	}
	for _, e := range entry.Enclosures {
		if e != nil && strings.HasPrefix(e.Type, "image/") {
			it.Images = append(it.Images, Image{URL: e.URL})
			if it.Image.URL == "" {
				it.Image.URL = e.URL
			}
		}
	}
	published := entry.Published
	if published == "" {
		published = entry.Updated
	}
	if err := it.when("publication day", published); err != nil {
		return err
	}
	if entry.UpdatedParsed != nil {
		it.Modified = entry.UpdatedParsed.UTC()
	}
	return nil
}

// opens reports whether the summary only repeats the beginning of the text,
// whole or for its first hundred letters, as machines make it ("The first
// words of the […]"). Only letters and digits are compared.
func opens(text, summary string) bool {
	letters := func(s string, limit int) string {
		n := 0
		return strings.Map(func(r rune) rune {
			if n >= limit || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				return -1
			}
			n++
			return unicode.ToLower(r)
		}, plainWords(s, 4<<10))
	}
	return strings.HasPrefix(letters(text, 100), letters(summary, 100))
}

// withoutDeclaration drops an XML declaration, whose encoding is no longer
// true once the text is UTF-8.
func withoutDeclaration(text []byte) []byte {
	trimmed := bytes.TrimLeft(text, " \r\n\t")
	if !bytes.HasPrefix(trimmed, []byte("<?xml")) {
		return text
	}
	if _, rest, ok := bytes.Cut(trimmed, []byte("?>")); ok {
		return rest
	}
	return text
}
