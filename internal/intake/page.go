package intake

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"shanyraq/internal/fault"
)

// parsePage reads the article of a saved or fetched web page: its text by
// mainText, what is known of it by its metadata.
func parsePage(in input) ([]*Item, error) {
	text, note, err := toUTF8(in.data, declaredCharset(in), in.opt.Repair)
	if err != nil {
		return nil, err
	}
	if len(bytes.TrimSpace(text)) == 0 {
		return nil, fault.New(fault.Invalid, "the page is empty").At("%s", in.place)
	}
	doc, err := html.Parse(bytes.NewReader(text))
	if err != nil { // only a reader's error; every text is some page
		return nil, fault.Wrap(err, fault.Invalid, "the page cannot be read: %v", err).At("%s", in.place)
	}
	m := readMeta(doc, in.url)
	it := &Item{Place: in.place}
	it.note(note)
	if it.HTML, err = mainText(doc, m); err != nil {
		return nil, at(err, in.place)
	}
	it.URL = m.address()
	if it.Key = it.URL; it.Key == "" {
		it.Key = in.key
		it.fromFileName(in.key)
	}
	if fetched := cleanURL(in.url); fetched != "" && fetched != it.URL {
		it.Old = append(it.Old, fetched)
	}
	if it.URL != "" {
		it.Slug = slugOf(it.URL)
	}
	it.Title = m.title()
	if lead := m.lead(); lead != "" && !opens(it.HTML, html.EscapeString(lead)) {
		it.Lead = lead
	}
	it.Language, it.vague = m.language(), true
	it.Group = m.group(it.URL)
	it.Section = m.section(it.Title)
	it.Authors = m.authors()
	it.Keywords = m.keywords()
	if src := m.first("og:image", "twitter:image", "image_src"); src != "" {
		it.Image = Image{URL: resolve(m.base, src), Alt: m.first("og:image:alt")}
	} else if src := m.ld.text("image"); src != "" {
		it.Image.URL = resolve(m.base, src)
	}
	it.Images = imagesOf(it.HTML)
	if err := m.day(it); err != nil {
		return nil, err
	}
	return []*Item{it}, nil
}

// declaredCharset gives what the server or the page says its encoding is.
func declaredCharset(in input) string {
	if in.charset != "" {
		return in.charset
	}
	if enc := xmlEncoding(in.data); enc != "" {
		return enc
	}
	_, name, _ := charset.DetermineEncoding(in.data[:min(len(in.data), 4<<10)], "text/html")
	head := strings.ToLower(string(in.data[:min(len(in.data), 4<<10)]))
	if name == "windows-1252" && !strings.Contains(head, "charset") {
		return "" // its answer where nothing is declared
	}
	return name
}
