package site

import (
	"strings"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// home leads to the front page in the visitor's language, and an old address
// that is all query ("/?p=12") to its article.
func (s *Site) home(a *web.Answer, q *request) error {
	if q.URL.RawQuery != "" {
		to, err := s.store.Redirect(q.Context(), oldAddress(q.URL))
		if err == nil {
			return redirect(a, to)
		}
		if !fault.Is(err, fault.NotFound) {
			return err
		}
	}
	a.Status, a.Location, a.Private = 302, frontAddress(q.preferred()), true
	a.Vary = "Accept-Language"
	return nil
}

const (
	frontSecond  = 2
	frontLatest  = 5
	frontRead    = 60 // newest articles that the sections are filled from
	frontFacts   = 5
	frontCards   = 3
	sectionCards = 24
)

// front is the front page in one language.
func (s *Site) front(a *web.Answer, q *request) error {
	ctx := q.Context()
	page := FrontPage{Base: q.base("", q.m.T("front.description"), here{place: "front"}), RecordHref: recordAddress(q.tag)}
	cards, err := s.store.Articles(ctx, store.ArticleFilter{Language: q.tag.Language, Limit: frontRead})
	if err != nil {
		return err
	}
	for i, c := range cards[:min(1+frontSecond+frontLatest, len(cards))] {
		v := q.card(c)
		switch {
		case i == 0:
			v.Shot = q.shot(c.Image)
			page.Lead = &v
			a.Modified = c.Updated
		case i <= frontSecond:
			v.Shot = q.shot(c.Image)
			page.Second = append(page.Second, v)
		default:
			v.Lead = ""
			page.Latest = append(page.Latest, v)
		}
	}
	if page.Facts, err = q.latest(frontFacts); err != nil {
		return err
	}
	for _, sec := range q.sections {
		if strings.Contains(sec.Path, "/") {
			continue
		}
		block := SectionBlock{ID: "s-" + sec.Path, Name: q.sectionName(sec), Href: sectionAddress(q.tag, sec.Path)}
		list := inSection(cards[min(1+frontSecond+frontLatest, len(cards)):], sec.Path)
		if len(list) == 0 && len(cards) == frontRead { // it was long ago
			if list, err = s.store.Articles(ctx, store.ArticleFilter{Language: q.tag.Language, Section: sec.Path, Limit: frontCards}); err != nil {
				return err
			}
		}
		for _, c := range list[:min(frontCards, len(list))] {
			v := q.card(c)
			v.Section = web.Link{}
			if len(block.Cards) > 0 {
				v.Lead = ""
			} else {
				v.Shot = q.shot(c.Image)
			}
			block.Cards = append(block.Cards, v)
		}
		if len(block.Cards) > 0 {
			page.Sections = append(page.Sections, block)
		}
	}
	page.Data = q.siteData(page.Base)
	return show(a, q, s.views.front, page)
}

// card is an article of this page's language in a list.
func (q *request) card(c store.Card) Card {
	script := q.forms.in(q.tag, c.ID)
	return Card{
		Href: articleAddress(q.tag, c.Slug), Title: script.text(c.Language, c.Title), Lead: script.text(c.Language, c.Lead),
		Section: q.sectionLink(c.Section), Day: q.day(c.Published), ISODay: stamp(c.Published, time.DateOnly),
	}
}

// day writes a day; nothing for none.
func (q *request) day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return q.m.Day(t)
}

// section lists a section's articles, newest first.
func (s *Site) section(a *web.Answer, q *request) error {
	path := strings.TrimSuffix(q.PathValue("path"), "/")
	if of, ok := sectionOfFeed(path); ok {
		return s.sectionFeed(a, q, of)
	}
	sec, ok := q.section(path)
	if !ok {
		return q.sectionMoved(a, path, "")
	}
	after, err := readCursor(q.URL.Query().Get("after"))
	if err != nil {
		return err
	}
	list, err := s.store.Articles(q.Context(), store.ArticleFilter{Language: q.tag.Language, Section: path, After: after, Limit: sectionCards + 1})
	if err != nil {
		return err
	}
	name := q.sectionName(sec)
	page := SectionPage{Base: q.base(name, q.m.T("section.description", name), here{place: path})}
	for _, f := range feedForms {
		page.Feeds = append(page.Feeds, web.Link{Href: sectionFeedAddress(q.tag, path, f.name), Type: f.mime, Label: name + dot + page.SiteName})
	}
	page.Letters = q.followLink("section:" + path)
	for _, b := range q.sections {
		if rest, below := strings.CutPrefix(b.Path, path+"/"); below && !strings.Contains(rest, "/") {
			page.Below = append(page.Below, web.Link{Label: q.sectionName(b), Href: sectionAddress(q.tag, b.Path)})
		}
	}
	page.Pager = q.pager(after != store.Cursor{})
	if len(list) > sectionCards {
		list = list[:sectionCards]
		page.Pager.Next = q.URL.Path + "?after=" + writeCursor(store.CursorOf(list[len(list)-1]))
	}
	for _, c := range list {
		v := q.card(c)
		v.Shot = q.shot(c.Image)
		if c.Section == path {
			v.Section = web.Link{}
		}
		page.Cards = append(page.Cards, v)
		if c.Updated.After(a.Modified) {
			a.Modified = c.Updated
		}
	}
	if after != (store.Cursor{}) {
		page.NoIndex = true
	}
	page.Data = listData(page.Base, page.Cards)
	return show(a, q, s.views.section, page)
}

// inSection gives the cards of a section and of its branches.
func inSection(cards []store.Card, path string) (out []store.Card) {
	for _, c := range cards {
		if c.Section == path || strings.HasPrefix(c.Section, path+"/") {
			out = append(out, c)
		}
	}
	return out
}
