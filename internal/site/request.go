package site

import (
	"html/template"
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
	script  inScript
	version uint64 // of the content, as it was when the answer was begun
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
	q.tag, q.script = t, q.forms.in(t, 0)
	q.m = t.Messages()
}

// preferred is the visitor's language among those of the site.
func (q *request) preferred() web.Tag {
	var names []string
	for _, t := range q.tags {
		names = append(names, t.Name)
	}
	name := web.Negotiate(q.Header.Get("Accept-Language"), names)
	for _, t := range q.tags {
		if t.Name == name {
			return t
		}
	}
	t, _ := web.TagOf(name)
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
		Opening: q.opening(), Bar: q.bar(at), Footing: q.footing(), Path: q.URL.Path, Title: title, Description: description, Class: "in-" + tag.Script, Assets: q.site.assets,
	}
	if at.elsewhere == nil {
		rest := strings.TrimPrefix(q.URL.Path, "/"+tag.Name)
		at.elsewhere = func(t web.Tag) string { return "/" + t.Name + rest }
	}
	for _, t := range q.tags {
		l := web.Language{Tag: t, Current: t == tag, Href: at.elsewhere(t)}
		if l.Href == "" {
			l.Href, l.Elsewhere = frontAddress(t), t.Messages().T("nav.elsewhere")
		}
		b.Languages = append(b.Languages, l)
	}
	for _, f := range feedForms {
		b.Feeds = append(b.Feeds, web.Link{Href: feedAddress(tag, f.name), Type: f.mime, Label: b.SiteName})
	}
	return b
}

// bar is the navigation, made once for each place of the site.
func (q *request) bar(at here) template.HTML {
	exact := ""
	link := func(place, label, href string) web.Link {
		l := web.Link{Label: label, Href: href}
		if place == at.place {
			l.Current = "true"
			if href == q.URL.Path {
				l.Current, exact = "page", "page"
			}
		}
		return l
	}
	home := frontAddress(q.tag)
	nav := []web.Link{link("front", "nav.front", home)}
	for _, s := range q.sections {
		if !strings.Contains(s.Path, "/") {
			l := link(s.Path, "", sectionAddress(q.tag, s.Path))
			l.Label = s.Path
			if strings.HasPrefix(at.place, s.Path+"/") {
				l.Current = "true"
			}
			nav = append(nav, l)
		}
	}
	tools := []web.Link{link("record", "nav.record", recordAddress(q.tag))}
	if !q.site.cfg.Static {
		tools = append(tools, link("search", "nav.search", searchAddress(q.tag)))
	}
	return q.part("bar "+q.tag.Name+" "+at.place+" "+exact, "bar", func() web.Frame {
		for i, l := range nav { // words are looked up only when the part is made
			if s, ok := q.section(l.Label); ok {
				nav[i].Label = q.sectionName(s)
			} else {
				nav[i].Label = q.m.T(l.Label)
			}
		}
		for i := range tools {
			tools[i].Label = q.m.T(tools[i].Label)
		}
		return web.Frame{Messages: q.m, Nav: nav, Tools: tools}
	})
}

// opening is the begin of every page in one language: site's name and mark.
func (q *request) opening() template.HTML {
	return q.part("opening "+q.tag.Name, "opening", func() web.Frame {
		return web.Frame{Messages: q.m, Home: frontAddress(q.tag), SiteName: q.site.name(q.tag)}
	})
}

// footing is the foot of every page in one language.
func (q *request) footing() template.HTML {
	return q.part("footing "+q.tag.Name, "footing", func() web.Frame {
		links := []web.Link{
			{Label: q.m.T("foot.about.link"), Href: "/" + q.tag.Name + "/about"},
			{Label: q.m.T("foot.terms"), Href: "/" + q.tag.Name + "/terms"},
			{Label: q.m.T("foot.coverage"), Href: registerAddress(q.tag, "coverage")},
			{Label: q.m.T("foot.feed"), Href: feedAddress(q.tag, "xml"), Type: "application/rss+xml"},
		}
		if !q.site.cfg.Static {
			links = append(links, web.Link{Label: q.m.T("subscribe.title"), Href: subscribeAddress(q.tag)})
		}
		return web.Frame{Messages: q.m, SiteName: q.site.name(q.tag), Links: links}
	})
}

// part gives a shared part of pages, kept until the content changes.
func (q *request) part(key, name string, f func() web.Frame) template.HTML {
	s := q.site
	make := func() (template.HTML, error) { return s.shared.Part(name, f()) }
	var out template.HTML
	var err error
	if s.cfg.Dev {
		out, err = make()
	} else {
		out, err = s.parts.get(key, s.cache.Version(), make)
	}
	if err != nil {
		s.log.Error("part failed", "part", name, "error", err)
	}
	return out
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
