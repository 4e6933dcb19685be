package site

import (
	"encoding/xml"
	"html"
	"strings"
	"time"

	"shanyraq/internal/web"
)

// feed is a list that feed readers follow, of whatever: articles, statements,
// entities. Every feed of the site is written here.
type feed struct {
	q            *request
	title, about string
	self, home   string   // addresses of the feed, which is also the Atom id's page, and of the page it follows
	hubs         []string // that are told when it changes
	items        []feedItem
}

// feedItem is one thing in a feed. Its id never changes.
type feedItem struct {
	id, link, title   string
	summary           string  // plain words
	tag               web.Tag // of title and summary
	category, licence string
	published         time.Time // zero where nobody knows
	updated           time.Time
}

// feedType gives the media type of a form of feed: "atom", "json", and RSS
// for every other.
func feedType(form string) string {
	switch form {
	case "atom":
		return "application/atom+xml"
	case "json":
		return "application/feed+json"
	}
	return "application/rss+xml"
}

// write puts the feed into an answer as RSS 2.0, Atom (RFC 4287) or JSON Feed
// 1.1.
func (f feed) write(a *web.Answer, form string) error {
	a.Modified, a.Self, a.Hubs = f.updated(), f.self, f.hubs
	switch form {
	case "atom":
		a.Type = feedType(form) + "; charset=utf-8"
		return writeXML(a, f.atom())
	case "json":
		return sendJSONAs(a, feedType(form), f.json())
	}
	a.Type = feedType(form) + "; charset=utf-8"
	return writeXML(a, f.rss())
}

func writeXML(a *web.Answer, v any) error {
	a.Body.WriteString(xml.Header)
	return xml.NewEncoder(a.Body).Encode(v)
}

// updated is when the newest item changed; the zero time in an empty feed.
func (f feed) updated() (t time.Time) {
	for _, i := range f.items {
		if i.updated.After(t) {
			t = i.updated
		}
	}
	return t
}

// links gives the feed's own address and its hubs, as WebSub has subscribers
// look for them.
func (f feed) links(form string) []atomLink {
	out := []atomLink{{Rel: "self", Type: feedType(form), Href: f.self}}
	for _, hub := range f.hubs {
		out = append(out, atomLink{Rel: "hub", Href: hub})
	}
	return out
}

// markup is the summary as HTML that says its language and direction: most
// readers of feeds show plain words from left to right. It is empty where
// plain words will do.
func (i feedItem) markup() string {
	if i.tag.Dir != "rtl" || i.summary == "" {
		return ""
	}
	return `<p lang="` + i.tag.Name + `" dir="rtl">` + html.EscapeString(i.summary) + "</p>"
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
	c.Built = stamp(f.updated(), time.RFC1123Z)
	c.Links = f.links("rss")
	for _, i := range f.items {
		words := i.summary
		if m := i.markup(); m != "" {
			words = m
		}
		c.Items = append(c.Items, rssItem{Title: i.title, Link: i.link, GUID: i.id, Description: words, Category: i.category, Published: stamp(i.published, time.RFC1123Z)})
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
	Lang      string    `xml:"xml:lang,attr,omitempty"`
	Title     string    `xml:"title"`
	ID        string    `xml:"id"`
	Link      atomLink  `xml:"link"`
	Published string    `xml:"published,omitempty"`
	Updated   string    `xml:"updated"`
	Category  *atomTerm `xml:"category"`
	Summary   *atomText `xml:"summary"`
	Rights    string    `xml:"rights,omitempty"`
}

type atomTerm struct {
	Term string `xml:"term,attr"`
}

type atomText struct {
	Type string `xml:"type,attr,omitempty"`
	Text string `xml:",chardata"`
}

// stamp writes a moment; nothing for an article whose day nobody knows, as
// some imported ones are.
func stamp(t time.Time, layout string) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(layout)
}

// atom writes RFC 4287. A feed must say when it changed, also one in which
// nothing is: then it is as old as this state of the content.
func (f feed) atom() atomFeed {
	updated := f.updated()
	if updated.IsZero() {
		updated = f.q.since
	}
	out := atomFeed{
		Lang: f.q.tag.Name, Title: f.title, ID: f.home, Updated: updated.Format(time.RFC3339), Author: f.q.site.name(f.q.tag), Rights: f.licence(),
		Links: append(f.links("atom"), atomLink{Rel: "alternate", Type: "text/html", Href: f.home}),
	}
	for _, i := range f.items {
		e := atomEntry{
			Title: i.title, ID: i.id, Link: atomLink{Rel: "alternate", Href: i.link}, Rights: i.licence,
			Published: stamp(i.published, time.RFC3339), Updated: i.updated.Format(time.RFC3339),
		}
		if i.tag != f.q.tag {
			e.Lang = i.tag.Name
		}
		if i.category != "" {
			e.Category = &atomTerm{i.category}
		}
		switch m := i.markup(); {
		case m != "":
			e.Summary = &atomText{Type: "html", Text: m}
		case i.summary != "":
			e.Summary = &atomText{Text: i.summary}
		}
		out.Entries = append(out.Entries, e)
	}
	return out
}

// licence is the address of the terms of the whole feed.
func (f feed) licence() string { return f.q.origin() + "/" + f.q.tag.Name + "/terms" }

func (f feed) json() any {
	items := []object{}
	for _, i := range f.items {
		item := object{
			"id": i.id, "url": i.link, "title": i.title, "summary": i.summary, "language": i.tag.Name, "date_modified": i.updated.Format(time.RFC3339),
		}
		if m := i.markup(); m != "" {
			item["content_html"] = m
		} else {
			item["content_text"] = i.summary
		}
		if i.category != "" {
			item["tags"] = []string{i.category}
		}
		if !i.published.IsZero() {
			item["date_published"] = i.published.Format(time.RFC3339)
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

// feedsAmong gives those of a page's downloads that are feeds, for its head.
func feedsAmong(downloads []web.Link, title string) (out []web.Link) {
	for _, d := range downloads {
		if strings.HasPrefix(d.Type, "application/rss") || strings.HasPrefix(d.Type, "application/atom") || strings.HasPrefix(d.Type, "application/feed") {
			out = append(out, web.Link{Href: d.Href, Type: d.Type, Label: title})
		}
	}
	return out
}
