package site

import (
	"strings"

	"shanyraq/internal/fault"
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
		return q.sectionMoved(a, path, q.URL.Path[strings.LastIndexByte(q.URL.Path, '/'):])
	}
	name := q.sectionName(sec)
	return s.articleFeed(a, q, path, feed{title: name + dot + s.name(q.tag), about: q.m.T("section.description", name), home: q.origin() + sectionAddress(q.tag, path)})
}

// sectionMoved leads from the address of a section that has another path now
// to that, and from its feeds to theirs.
func (q *request) sectionMoved(a *web.Answer, path, feed string) error {
	to, err := q.site.store.Redirect(q.Context(), "/"+q.tag.Name+"/section/"+path)
	if fault.Is(err, fault.NotFound) {
		return q.nothing()
	}
	if err != nil {
		return err
	}
	return redirect(a, to+feed)
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
		link, in := q.origin()+articleAddress(q.tag, c.Slug), q.forms.in(q.tag, c.ID)
		f.items = append(f.items, feedItem{
			id: link, link: link, title: in.text(c.Language, c.Title), summary: in.text(c.Language, c.Lead), tag: q.tag,
			category: q.sectionLink(c.Section).Label, published: c.Published, updated: c.Updated,
		})
	}
	f.q, f.self = q, q.origin()+escaped(q.URL.Path)
	if !s.cfg.Static { // files change without anybody telling
		f.hubs = s.cfg.Hubs
	}
	return f.write(a, q.URL.Path[strings.LastIndexByte(q.URL.Path, '.')+1:])
}
