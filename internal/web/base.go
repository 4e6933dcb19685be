package web

import (
	"html/template"
	"strings"
)

// Base is what every page has: each page's struct embeds it, and the shared
// parts are written against it.
type Base struct {
	*Messages // wording: {{.T "nav.search"}}

	SiteName    string
	Origin      string // scheme and host, no slash at the end: "https://example.org"
	Home        string // address of the front page in this language
	Path        string // this page's address, with its query
	Title       string // empty on the front page
	Description string
	Class       string // of body
	NoIndex     bool
	Pictures    bool // the page has pictures that a script draws

	Languages []Language    // the page in other languages, for the switcher
	Opening   template.HTML // the begin of the masthead; see Frame
	Bar       template.HTML // the navigation
	Footing   template.HTML
	Feeds     []Link
	OpenGraph string          // og:type; empty for "website"
	Image     string          // address of a picture, for who shows a link to the page; empty for none
	Data      *StructuredData // schema.org
	Metas     []Meta          // of the head, for machines
	Relations []Relation
	Assets    *Assets
}

// Meta is a <meta name="" content=""> of the head.
type Meta struct{ Name, Content string }

// Relation is a <link rel="" type="" href=""> of the head; Type may be empty.
type Relation struct{ Rel, Type, Href string }

// Frame is what the parts of a page are made from that are the same on many
// pages; the doors keep what Views.Part makes of it.
type Frame struct {
	*Messages
	Home     string
	SiteName string
	Nav      []Link // the sections
	Tools    []Link // the record and search, at the end of the row
	Links    []Link // at the foot
}

// Language is one entry of the language switcher.
type Language struct {
	Tag     Tag
	Href    string
	Current bool
	// Elsewhere says, in words, that Href is not this page in that language
	// but the front page there; such an entry gives no hreflang link.
	Elsewhere string
}

// Switcher writes the links to the page in other languages. Like Head it is
// on every page, other on each, and has no wording of its own.
func (b Base) Switcher() template.HTML {
	if len(b.Languages) == 0 {
		return ""
	}
	var s strings.Builder
	s.Grow(1024)
	s.WriteString(`<nav class="langs" aria-label="` + template.HTMLEscapeString(b.T("nav.languages")) + `"><ul class="plain">`)
	for _, l := range b.Languages {
		tag := ` lang="` + l.Tag.Name + `" dir="` + l.Tag.Dir + `"`
		switch {
		case l.Current:
			s.WriteString(`<li><span aria-current="true"` + tag + `>`)
		default:
			s.WriteString(`<li><a href="`)
			template.HTMLEscape(&s, []byte(l.Href))
			s.WriteString(`" hreflang="` + l.Tag.Name + `"` + tag)
			if l.Elsewhere != "" {
				s.WriteString(` class="elsewhere" title="` + template.HTMLEscapeString(l.Elsewhere) + `"`)
			}
			s.WriteString(">")
		}
		s.WriteString(l.Tag.Autonym)
		if l.Current {
			s.WriteString("</span></li>")
		} else {
			s.WriteString("</a></li>")
		}
	}
	s.WriteString("</ul></nav>\n")
	return template.HTML(s.String())
}

// Link is an address with its label.
type Link struct {
	Href, Label string
	Type        string // MIME type, for feeds and downloads
	Current     string // "page" or "true" where the reader is there or below
}

// FullTitle is what the browser shows: page and site.
func (b Base) FullTitle() string {
	if b.Title == "" {
		return b.SiteName
	}
	return b.Title + " · " + b.SiteName
}

// Head writes the links and metadata of the page's head. It is built here
// and not in a template because nothing in it is wording, and it is on every
// page.
func (b Base) Head() template.HTML {
	var s strings.Builder
	s.Grow(2048)
	attr := func(open, value, end string) {
		s.WriteString(open)
		s.WriteString(template.HTMLEscapeString(value))
		s.WriteString(end)
	}
	b.Assets.writeHead(&s, b.Tag)
	if b.Pictures {
		s.WriteString(`<script type="module" src="` + b.Assets.Address("pictures.js") + "\"></script>\n")
	}
	if b.Path != "" && !b.NoIndex {
		attr(`<link rel="canonical" href="`, b.Origin+b.Path, "\">\n")
		for _, l := range b.Languages {
			if l.Elsewhere == "" {
				attr(`<link rel="alternate" hreflang="`, l.Tag.Name, "")
				attr(`" href="`, b.Origin+l.Href, "\">\n")
			}
		}
	}
	for _, f := range b.Feeds {
		attr(`<link rel="alternate" type="`, f.Type, "")
		attr(`" title="`, f.Label, "")
		attr(`" href="`, f.Href, "\">\n")
	}
	for _, r := range b.Relations {
		attr(`<link rel="`, r.Rel, "")
		if r.Type != "" {
			attr(`" type="`, r.Type, "")
		}
		attr(`" href="`, r.Href, "\">\n")
	}
	for _, m := range b.Metas {
		attr(`<meta name="`, m.Name, "")
		attr(`" content="`, m.Content, "\">\n")
	}
	kind := b.OpenGraph
	if kind == "" {
		kind = "website"
	}
	title := b.Title
	if title == "" {
		title = b.SiteName
	}
	attr(`<meta property="og:title" content="`, title, "\">\n")
	attr(`<meta property="og:type" content="`, kind, "\">\n")
	attr(`<meta property="og:site_name" content="`, b.SiteName, "\">\n")
	attr(`<meta property="og:locale" content="`, strings.ReplaceAll(b.Tag.Name, "-", "_"), "\">\n")
	if b.Image != "" {
		attr(`<meta property="og:image" content="`, b.Image, "\">\n")
	}
	if b.Data != nil {
		b.Data.write(&s)
	}
	return template.HTML(s.String())
}
