package site

import (
	"encoding/xml"
	"strings"
	"time"

	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// feedForms are the forms a feed is offered in.
var feedForms = []struct{ name, mime string }{
	{"xml", "application/rss+xml"}, {"atom", "application/atom+xml"}, {"json", "application/feed+json"},
}

const feedItems = 30

// feed gives the newest articles of a language as RSS 2.0, Atom (RFC 4287)
// or JSON Feed 1.1.
func (s *Site) feed(a *web.Answer, q *request) error {
	return s.articleFeed(a, q, "", feed{title: s.name(q.tag), about: q.m.T("site.tagline"), home: q.origin() + frontAddress(q.tag)})
}

// sectionFeed gives the newest articles of a section and its branches in the
// same forms.
func (s *Site) sectionFeed(a *web.Answer, q *request, path string) error {
	sec, ok := q.section(path)
	if !ok {
		return q.nothing()
	}
	name := q.sectionName(sec)
	return s.articleFeed(a, q, path, feed{title: name + dot + s.name(q.tag), about: q.m.T("section.description", name), home: q.origin() + sectionAddress(q.tag, path)})
}

// sectionOfFeed gives the section whose feed stands at a path under /section/.
func sectionOfFeed(path string) (section string, ok bool) {
	for _, f := range feedForms {
		if section, ok = strings.CutSuffix(path, "/feed."+f.name); ok {
			return section, true
		}
	}
	return "", false
}

// articleFeed writes the newest articles, of a section where one is named, in
// the form that the address ends in. f says what the feed is of.
func (s *Site) articleFeed(a *web.Answer, q *request, section string, f feed) error {
	cards, err := s.store.Articles(q.Context(), store.ArticleFilter{Language: q.tag.Language, Section: section, Limit: feedItems})
	if err != nil {
		return err
	}
	for _, c := range cards {
		if c.Updated.After(a.Modified) {
			a.Modified = c.Updated
		}
	}
	form := q.URL.Path[strings.LastIndexByte(q.URL.Path, '.')+1:]
	f.q, f.cards, f.updated, f.self = q, cards, a.Modified, q.origin()+escaped(q.URL.Path)
	if !s.cfg.Static { // files change without anybody telling
		f.hubs = s.cfg.Hubs
	}
	a.Self, a.Hubs = f.self, f.hubs
	switch form {
	case "atom":
		a.Type = "application/atom+xml; charset=utf-8"
		return writeXML(a, f.atom())
	case "json":
		defer func() { a.Type = "application/feed+json" }()
		return sendJSON(a, f.json())
	}
	a.Type = "application/rss+xml; charset=utf-8"
	return writeXML(a, f.rss())
}

func writeXML(a *web.Answer, v any) error {
	a.Body.WriteString(xml.Header)
	return xml.NewEncoder(a.Body).Encode(v)
}

type feed struct {
	q            *request
	title, about string
	cards        []store.Card
	updated      time.Time
	self, home   string
	hubs         []string // that are told when it changes
}

func (f feed) script(c store.Card) inScript { return f.q.forms.in(f.q.tag, c.ID) }

func (f feed) headline(c store.Card) string { return f.script(c).text(c.Language, c.Title) }
func (f feed) lead(c store.Card) string     { return f.script(c).text(c.Language, c.Lead) }
func (f feed) link(c store.Card) string     { return f.q.origin() + articleAddress(f.q.tag, c.Slug) }

// links gives the feed's own address and its hubs, as WebSub has subscribers
// look for them.
func (f feed) links(mime string) []atomLink {
	out := []atomLink{{Rel: "self", Type: mime, Href: f.self}}
	for _, hub := range f.hubs {
		out = append(out, atomLink{Rel: "hub", Href: hub})
	}
	return out
}

type rss struct {
	XMLName xml.Name `xml:"rss"`
	Version string   `xml:"version,attr"`
	Atom    string   `xml:"xmlns:atom,attr"`
	Channel struct {
		Title       string     `xml:"title"`
		Link        string     `xml:"link"`
		Description string     `xml:"description"`
		Language    string     `xml:"language"`
		Built       string     `xml:"lastBuildDate,omitempty"`
		Links       []atomLink `xml:"atom:link"`
		Items       []rssItem  `xml:"item"`
	} `xml:"channel"`
}

type rssItem struct {
	Title       string `xml:"title"`
	Link        string `xml:"link"`
	Description string `xml:"description,omitempty"`
	Category    string `xml:"category,omitempty"`
	GUID        string `xml:"guid"`
	Published   string `xml:"pubDate,omitempty"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr,omitempty"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

func (f feed) rss() rss {
	r := rss{Version: "2.0", Atom: "http://www.w3.org/2005/Atom"}
	c := &r.Channel
	c.Title, c.Link, c.Description, c.Language = f.title, f.home, f.about, f.q.tag.Name
	if !f.updated.IsZero() {
		c.Built = f.updated.Format(time.RFC1123Z)
	}
	c.Links = f.links("application/rss+xml")
	for _, card := range f.cards {
		link := f.link(card)
		c.Items = append(c.Items, rssItem{
			Title: f.headline(card), Link: link, GUID: link, Description: f.lead(card),
			Category: f.q.sectionLink(card.Section).Label, Published: stamp(card.Published, time.RFC1123Z),
		})
	}
	return r
}

type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	Title   string      `xml:"title"`
	ID      string      `xml:"id"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Rights  string      `xml:"rights,omitempty"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomEntry struct {
	Title     string   `xml:"title"`
	ID        string   `xml:"id"`
	Link      atomLink `xml:"link"`
	Published string   `xml:"published,omitempty"`
	Updated   string   `xml:"updated"`
	Summary   string   `xml:"summary,omitempty"`
	Rights    string   `xml:"rights,omitempty"`
}

// stamp writes a moment; nothing for an article whose day nobody knows, as
// some imported ones are.
func stamp(t time.Time, layout string) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(layout)
}

func (f feed) atom() atomFeed {
	out := atomFeed{
		Lang: f.q.tag.Name, Title: f.title, ID: f.home, Updated: f.updated.Format(time.RFC3339), Author: f.q.site.name(f.q.tag),
		Links: append(f.links("application/atom+xml"), atomLink{Rel: "alternate", Type: "text/html", Href: f.home}),
	}
	for _, c := range f.cards {
		link := f.link(c)
		out.Entries = append(out.Entries, atomEntry{
			Title: f.headline(c), ID: link, Link: atomLink{Rel: "alternate", Href: link}, Summary: f.lead(c),
			Published: stamp(c.Published, time.RFC3339), Updated: c.Updated.Format(time.RFC3339),
		})
	}
	return out
}

func (f feed) json() any {
	items := []object{}
	for _, c := range f.cards {
		link := f.link(c)
		item := object{
			"id": link, "url": link, "title": f.headline(c), "summary": f.lead(c), "content_text": f.lead(c), "language": f.q.tag.Name,
			"date_modified": c.Updated.Format(time.RFC3339),
		}
		if !c.Published.IsZero() {
			item["date_published"] = c.Published.Format(time.RFC3339)
		}
		items = append(items, item)
	}
	out := object{
		"version": "https://jsonfeed.org/version/1.1", "title": f.title, "home_page_url": f.home, "feed_url": f.self,
		"description": f.about, "language": f.q.tag.Name, "items": items,
	}
	if len(f.hubs) > 0 {
		hubs := []object{}
		for _, hub := range f.hubs {
			hubs = append(hubs, object{"type": "WebSub", "url": hub})
		}
		out["hubs"] = hubs
	}
	return out
}
