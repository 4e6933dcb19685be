package intake

import (
	"bytes"
	"encoding/xml"
	"strings"
)

// site is what an export says once for all its items.
type site struct {
	base       string                // address of the site
	language   string                // of the site; items may say otherwise
	authors    map[string]string     // display name by login
	categories map[string]wpCategory // by slug
	pictures   map[string]Image      // attachments by number
	blocks     map[string]string     // reusable blocks by number
	encoding   string
}

type wpCategory struct {
	ID     string `xml:"term_id"`
	Slug   string `xml:"category_nicename"`
	Parent string `xml:"category_parent"`
	Name   string `xml:"cat_name"`
}

func newSite() *site {
	return &site{authors: map[string]string{}, categories: map[string]wpCategory{}, pictures: map[string]Image{}, blocks: map[string]string{}}
}

// readHeader reads what stands before the first item; it is not closed, so
// that the end of the text is no error.
func (s *site) readHeader(header []byte) {
	s.encoding = xmlEncoding(header)
	text, _, err := toUTF8(header, s.encoding, true)
	if err != nil {
		return
	}
	dec := lenientXML(withoutDeclaration(text))
	for {
		t, err := dec.Token()
		if err != nil {
			return
		}
		el, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		var into any
		var category wpCategory
		var word string
		var author struct {
			Login string `xml:"author_login"`
			Name  string `xml:"author_display_name"`
		}
		switch el.Name.Local {
		case "author":
			into = &author
		case "category":
			into = &category
		case "language", "base_blog_url", "base_site_url":
			into = &word
		default:
			continue
		}
		if dec.DecodeElement(into, &el) != nil {
			return
		}
		switch el.Name.Local {
		case "author":
			s.authors[author.Login] = author.Name
		case "category":
			s.categories[category.Slug] = category
		case "language":
			s.language = word
		case "base_blog_url":
			s.base = strings.TrimSuffix(cleanURL(word), "/")
		}
	}
}

// remember keeps the pictures and reusable blocks that other items name.
func (s *site) remember(raw []byte) {
	if !bytes.Contains(raw, []byte("attachment")) && !bytes.Contains(raw, []byte("wp_block")) {
		return
	}
	w, _, err := s.decode(raw, true)
	if err != nil {
		return
	}
	switch w.Type {
	case "attachment":
		s.pictures[w.ID] = Image{URL: strings.TrimSpace(w.Attachment), Alt: w.meta("_wp_attachment_image_alt"), Caption: textFromHTML(w.Excerpt)}
	case "wp_block":
		s.blocks[w.ID] = w.Content
	}
}

func lenientXML(text []byte) *xml.Decoder {
	dec := xml.NewDecoder(bytes.NewReader(text))
	dec.Strict = false
	dec.Entity = xml.HTMLEntity
	return dec
}

// path gives a category with those above it, from the top down.
func (s *site) path(slug, name string) []Part {
	var parts []Part
	for depth := 0; slug != "" && depth < 20; depth++ {
		c := s.categories[slug]
		if c.Name != "" {
			name = textFromHTML(c.Name)
		}
		clean := Slug(unescape(slug))
		if clean == "" {
			clean = Slug(name)
		}
		if clean != "" {
			parts = append([]Part{{clean, name}}, parts...)
		}
		slug, name = c.Parent, ""
	}
	return parts
}
