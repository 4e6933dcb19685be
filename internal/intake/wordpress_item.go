package intake

import (
	"bytes"
	"fmt"
	"net/url"
	"path"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/value"
)

// wpItem is an <item> of the export format, versions 1.0 to 1.2. The prefixes
// are not declared in the fragment, so that they stand for themselves.
type wpItem struct {
	Title   string `xml:"title"`
	Link    string `xml:"link"`
	Creator string `xml:"dc creator"`
	GUID    struct {
		Permalink string `xml:"isPermaLink,attr"`
		Text      string `xml:",chardata"`
	} `xml:"guid"`
	Content    string `xml:"content encoded"`
	Excerpt    string `xml:"excerpt encoded"`
	PubDate    string `xml:"pubDate"`
	ID         string `xml:"wp post_id"`
	Date       string `xml:"wp post_date"`
	DateGMT    string `xml:"wp post_date_gmt"`
	Modified   string `xml:"wp post_modified_gmt"`
	Name       string `xml:"wp post_name"`
	Status     string `xml:"wp status"`
	Type       string `xml:"wp post_type"`
	Password   string `xml:"wp post_password"`
	Attachment string `xml:"wp attachment_url"`
	Terms      []struct {
		Domain string `xml:"domain,attr"`
		Slug   string `xml:"nicename,attr"`
		Name   string `xml:",chardata"`
	} `xml:"category"`
	Meta []struct {
		Key   string `xml:"wp meta_key"`
		Value string `xml:"wp meta_value"`
	} `xml:"wp postmeta"`
}

func (w *wpItem) meta(key string) string {
	for _, m := range w.Meta {
		if m.Key == key {
			return m.Value
		}
	}
	return ""
}

func (s *site) decode(raw []byte, repair bool) (*wpItem, string, error) {
	text, note, err := toUTF8(raw, s.encoding, repair)
	if err != nil {
		return nil, "", err
	}
	if clean := bytes.Map(xmlRune, text); len(clean) != len(text) {
		if note != "" {
			note += "; "
		}
		note += fmt.Sprintf("%d control characters that XML forbids were left out", len(text)-len(clean))
		text = clean
	}
	var w wpItem
	if err := lenientXML(text).Decode(&w); err != nil {
		return nil, "", fault.Wrap(err, fault.Invalid, "the item is not XML: %v", err).Hint("correct it in the file, or export again")
	}
	return &w, note, nil
}

func xmlRune(r rune) rune {
	if r < ' ' && r != '\n' && r != '\t' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
		return -1
	}
	return r
}

// technical are the kinds of item that hold no article.
var technical = map[string]bool{"attachment": true, "revision": true, "nav_menu_item": true, "wp_block": true, "wp_template": true,
	"wp_template_part": true, "wp_global_styles": true, "wp_navigation": true, "wp_font_family": true, "wp_font_face": true, "custom_css": true,
	"customize_changeset": true, "oembed_cache": true, "user_request": true, "acf-field": true, "acf-field-group": true, "acf-post-type": true,
	"wpcf7_contact_form": true, "elementor_library": true, "elementor_snippet": true, "shop_order": true, "shop_coupon": true, "mc4wp-form": true,
	"wpforms": true, "tablepress_table": true, "ngg_pictures": true, "amn_smtp": true, "polylang_mo": true, "feedback": true}

func (s *site) parse(in input) ([]*Item, error) {
	w, note, err := s.decode(in.data, in.opt.Repair)
	if err != nil {
		return nil, err
	}
	if technical[w.Type] || w.Status == "trash" || w.Status == "auto-draft" || w.Status == "inherit" {
		return nil, nil
	}
	if strings.TrimSpace(w.Title) == "" && strings.TrimSpace(w.Content) == "" {
		return nil, nil
	}
	it := &Item{Place: in.place, Language: s.language, vague: true, State: article.Draft}
	it.note(note)
	if w.Status == "publish" && w.Password == "" {
		it.State = article.Published
	}
	switch {
	case w.Password != "":
		it.note("it stood behind a password and is kept as a draft")
	case it.State == article.Draft && w.Status != "":
		it.note("its status was " + w.Status + "; it is kept as a draft")
	}
	if w.Type == "page" {
		it.note("it was a page, not a post")
	}
	it.addresses(w, s.base)
	it.terms(w, s)
	if name := s.authors[w.Creator]; name != "" {
		it.Authors = []string{name}
	} else if w.Creator != "" {
		it.Authors = []string{w.Creator}
	}
	if err := it.moments(w); err != nil {
		return nil, err
	}
	if id := w.meta("_thumbnail_id"); id != "" {
		it.Image = s.pictures[id]
	}
	return it.tongues(w, s), nil
}

// addresses sets the identity, the address and those that led to it before.
func (it *Item) addresses(w *wpItem, base string) {
	it.URL = cleanURL(w.Link)
	it.Key = it.URL
	add := func(s string) {
		if s = cleanURL(s); s != "" && s != it.URL {
			it.Old = append(it.Old, s)
		}
	}
	if w.GUID.Permalink != "false" || strings.Contains(w.GUID.Text, "?p=") || strings.HasPrefix(w.GUID.Text, base+"/") {
		add(strings.TrimSpace(html.UnescapeString(w.GUID.Text)))
	}
	if base != "" && w.ID != "" {
		add(base + "/?p=" + w.ID)
	}
	for _, m := range w.Meta {
		if m.Key == "_wp_old_slug" && m.Value != "" && it.URL != "" {
			if u, err := url.Parse(it.URL); err == nil {
				u.Path = path.Join(path.Dir(strings.TrimSuffix(u.Path, "/")), unescape(m.Value)) + "/"
				u.RawPath = ""
				add(u.String())
			}
		}
	}
	it.Old = unique(it.Old)
	if it.Slug = Slug(unescape(w.Name)); it.Slug == "" {
		it.Slug = slugOf(it.URL)
	}
}

func unescape(s string) string {
	if u, err := url.PathUnescape(s); err == nil && utf8.ValidString(u) {
		return u
	}
	return s
}

func unique(list []string) []string {
	seen := map[string]bool{}
	out := list[:0]
	for _, s := range list {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

// terms sets section, keywords, language and group. Of several categories
// the one named primary is the section, else the deepest.
func (it *Item) terms(w *wpItem, s *site) {
	primary := w.meta("_yoast_wpseo_primary_category")
	if primary == "" {
		primary = w.meta("rank_math_primary_category")
	}
	best := -1
	for _, t := range w.Terms {
		name := textFromHTML(t.Name)
		switch t.Domain {
		case "category":
			if t.Slug == "uncategorized" {
				continue
			}
			parts := s.path(t.Slug, name)
			depth := len(parts)
			if c := s.categories[t.Slug]; primary != "" && c.ID == primary {
				depth = 1 << 10
			}
			if depth > best {
				it.Section, best = parts, depth
			}
		case "post_tag":
			it.Keywords = append(it.Keywords, name)
		case "language": // Polylang
			it.Language, it.vague = t.Slug, false
		case "post_translations":
			it.Group = "wp:" + s.base + "#" + t.Slug
		}
	}
	if tag := w.meta("_wpml_import_language_code"); tag != "" { // WPML's own export
		it.Language, it.vague = tag, false
	}
	if g := w.meta("_wpml_import_translation_group"); g != "" {
		it.Group = "wp:" + s.base + "#" + g
	}
}

// moments sets the days. WordPress keeps the local time of the site beside
// the moment itself; the day is the local one.
func (it *Item) moments(w *wpItem) error {
	const layout = "2006-01-02 15:04:05"
	never := func(s string) bool { return s == "" || strings.HasPrefix(s, "0000-00-00") }
	if !never(w.Date) {
		if err := it.when("wp:post_date", w.Date); err != nil {
			return err
		}
	}
	if !never(w.DateGMT) {
		t, err := time.Parse(layout, strings.TrimSpace(w.DateGMT))
		if err != nil {
			return at(noDay(w.DateGMT), it.Place+", wp:post_date_gmt")
		}
		it.Published = t
		if it.Day.IsZero() {
			it.Day = value.DateOf(t)
		}
	} else if never(w.Date) && it.State == article.Published {
		if err := it.when("pubDate", w.PubDate); err != nil {
			return err
		}
	}
	if t, err := time.Parse(layout, strings.TrimSpace(w.Modified)); err == nil {
		it.Modified = t
	}
	return nil
}

// tongues finishes the texts. A plugin of the region keeps all languages in
// one field ("[:en]News[:ru]Новости[:]"): then each becomes an item.
func (it *Item) tongues(w *wpItem, s *site) []*Item {
	languages := taggedLanguages(w.Title + w.Content)
	if len(languages) == 0 {
		it.texts(s, w.Title, w.Excerpt, w.Content)
		return []*Item{it}
	}
	var items []*Item
	for i, tag := range languages {
		one := *it
		one.Notes = append([]string{}, it.Notes...)
		one.Language, one.vague = tag, false
		if len(languages) > 1 {
			one.Group = it.Key
			one.Key = it.Key + "#" + tag
		}
		if i > 0 {
			one.URL, one.Old = "", nil
		}
		one.texts(s, inLanguage(w.Title, tag), inLanguage(w.Excerpt, tag), inLanguage(w.Content, tag))
		if one.Title != "" || one.HTML != "" {
			items = append(items, &one)
		}
	}
	return items
}

func (it *Item) texts(s *site, title, excerpt, content string) {
	it.Title = textFromHTML(title)
	it.Lead = textFromHTML(excerpt)
	body := wpBody{site: s}
	it.HTML = body.render(content)
	for _, n := range body.notes {
		it.note(n)
	}
	it.Images = imagesOf(it.HTML)
}

// imagesOf lists the pictures a body shows.
func imagesOf(source string) []Image {
	if !strings.Contains(source, "<img") {
		return nil
	}
	var out []Image
	z := html.NewTokenizer(strings.NewReader(source))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return out
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			if t.Data != "img" {
				continue
			}
			var im Image
			for _, a := range t.Attr {
				switch a.Key {
				case "src":
					im.URL = a.Val
				case "alt":
					im.Alt = a.Val
				}
			}
			if im.URL != "" {
				out = append(out, im)
			}
		}
	}
}
