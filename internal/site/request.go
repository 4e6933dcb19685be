package site

import (
	"net/http"
	"strings"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/web"
)

// request is one question to the site, with what every page needs.
type request struct {
	*http.Request
	site *Site
	tag  web.Tag
	m    *web.Messages
	around
	script inScript
}

// begin reads the language from the address and gathers what stands around a
// page.
func (s *Site) begin(r *http.Request) (*request, error) {
	q := &request{Request: r, site: s}
	var err error
	if q.around, err = s.around(r.Context()); err != nil {
		return q, err
	}
	name := r.PathValue("tag")
	if name == "" {
		name, _, _ = strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	}
	for _, t := range q.tags {
		if t.Name == name {
			q.speak(t)
			return q, nil
		}
	}
	q.speak(q.preferred())
	return q, fault.New(fault.NotFound, "the site has no pages in %q", name)
}

func (q *request) speak(t web.Tag) {
	q.tag, q.script = t, inScript{t}
	q.m, _ = web.MessagesOf(t.Name)
}

// preferred is the visitor's language among those of the site.
func (q *request) preferred() web.Tag {
	var names []string
	for _, t := range q.tags {
		names = append(names, t.Name)
	}
	t, _ := web.TagOf(web.Negotiate(q.Header.Get("Accept-Language"), names))
	return t
}

// origin is the scheme and host that links to other pages are made with
// where they must be whole.
func (q *request) origin() string {
	if q.site.cfg.Origin != "" {
		return q.site.cfg.Origin
	}
	if q.TLS != nil {
		return "https://" + q.Host
	}
	return "http://" + q.Host
}

// here says where in the site a page stands, for the navigation.
type here struct {
	place string // "front", "record", "search", or a section's path
	// elsewhere gives this page's address in another tag; empty where it
	// does not exist there. nil: the page exists in every language.
	elsewhere func(web.Tag) string
}

// base fills what every page has.
func (q *request) base(title, description string, at here) web.Base {
	tag := q.tag
	b := web.Base{
		Messages: q.m, SiteName: q.site.name(tag), Origin: q.origin(), Home: frontAddress(tag),
		Path: q.URL.Path, Title: title, Description: description, Class: "in-" + tag.Script, Assets: q.site.assets,
	}
	if at.elsewhere == nil {
		rest := strings.TrimPrefix(q.URL.Path, "/"+tag.Name)
		at.elsewhere = func(t web.Tag) string { return "/" + t.Name + rest }
	}
	for _, t := range q.tags {
		l := web.Language{Tag: t, Current: t == tag, Href: at.elsewhere(t)}
		if l.Href == "" {
			m, _ := web.MessagesOf(t.Name)
			l.Href, l.Elsewhere = frontAddress(t), m.T("nav.elsewhere")
		}
		b.Languages = append(b.Languages, l)
	}
	link := func(place, label, href string) web.Link {
		l := web.Link{Label: label, Href: href}
		if place == at.place {
			l.Current = "true"
			if href == q.URL.Path {
				l.Current = "page"
			}
		}
		return l
	}
	b.Nav = append(b.Nav, link("front", q.m.T("nav.front"), b.Home))
	for _, s := range q.sections {
		if !strings.Contains(s.Path, "/") {
			l := link(s.Path, q.sectionName(s), sectionAddress(tag, s.Path))
			if strings.HasPrefix(at.place, s.Path+"/") {
				l.Current = "true"
			}
			b.Nav = append(b.Nav, l)
		}
	}
	rec := link("record", q.m.T("nav.record"), recordAddress(tag))
	rec.Apart = true
	b.Nav = append(b.Nav, rec, link("search", q.m.T("nav.search"), searchAddress(tag)))
	b.FootLinks = []web.Link{
		{Label: q.m.T("foot.about.link"), Href: "/" + tag.Name + "/about"},
		{Label: q.m.T("foot.terms"), Href: "/" + tag.Name + "/terms"},
		{Label: q.m.T("foot.coverage"), Href: registerAddress(tag, "coverage")},
		{Label: q.m.T("foot.feed"), Href: feedAddress(tag, "xml"), Type: "application/rss+xml"},
	}
	for _, f := range feedForms {
		b.Feeds = append(b.Feeds, web.Link{Href: feedAddress(tag, f.name), Type: f.mime, Label: b.SiteName})
	}
	return b
}

// sectionName gives a section's name for this page.
func (q *request) sectionName(s article.Section) string {
	if n, ok := s.Names[q.tag.Language]; ok {
		return q.script.text(q.tag.Language, n)
	}
	if n, ok := s.Names["en"]; ok {
		return n
	}
	last := s.Path[strings.LastIndexByte(s.Path, '/')+1:]
	return strings.ToUpper(last[:min(1, len(last))]) + last[min(1, len(last)):]
}

// section finds a section by its path; ok is false where there is none.
func (q *request) section(path string) (article.Section, bool) {
	for _, s := range q.sections {
		if s.Path == path {
			return s, true
		}
	}
	return article.Section{}, false
}

// sectionLink is the link of a section in a card; no label for none.
func (q *request) sectionLink(path string) web.Link {
	if s, ok := q.section(path); ok {
		return web.Link{Label: q.sectionName(s), Href: sectionAddress(q.tag, path)}
	}
	return web.Link{}
}
