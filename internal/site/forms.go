package site

import (
	"slices"
	"strconv"
	"strings"

	"shanyraq/internal/export"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
	"shanyraq/internal/web"
)

// form is one way to take a list away: the ending of its address, its media
// type and its name.
type form struct{ ext, mime, label string }

var (
	formJSON     = form{"json", "application/json", "JSON"}
	formCSV      = form{"csv", "text/csv", "CSV"}
	formAtom     = form{"atom", "application/atom+xml", "Atom"}
	formRSS      = form{"rss", "application/rss+xml", "RSS"}
	formFeed     = form{"feed.json", "application/feed+json", "JSON Feed"}
	formCalendar = form{"ics", "text/calendar", "iCalendar"}

	// lives are the forms of all that is stated of one or two entities.
	lives = []form{formJSON, formCSV, formAtom, formRSS, formFeed, formCalendar}
	// rolls are those of entities and of statements without a day.
	rolls = lives[:5]
	// plainForms are those of what is followed by nobody.
	plainForms = lives[:2]
)

// forms gives the ways to take a register away: rows, feeds, and a calendar
// of what has a day.
func (r register) forms() []form {
	if r.kind == read.Agreement || r.kind == read.Event {
		return lives
	}
	return rolls
}

// feed reports which form of feed it is, as feed.write takes it; "" for none.
func (f form) feed() string {
	switch f {
	case formAtom, formRSS:
		return f.ext
	case formFeed:
		return "json"
	}
	return ""
}

// formOf finds the form that an address ends in; "" is the page.
func formOf(forms []form, ext string) (f form, ok bool) {
	if ext == "" {
		return f, true
	}
	i := slices.IndexFunc(forms, func(f form) bool { return f.ext == ext })
	if i < 0 {
		return f, false
	}
	return forms[i], true
}

// downloads links to the forms of what stands at a path, under the questions
// of this page.
func (q *request) downloads(path string, forms []form) (out []web.Link) {
	v := q.URL.Query()
	v.Del("after")
	for _, f := range forms {
		out = append(out, web.Link{Href: address(path+"."+f.ext, v), Type: f.mime, Label: f.label})
	}
	return out
}

// take answers with the statements that a filter chooses, in a form.
func (s *Site) take(a *web.Answer, q *request, f store.StatementFilter, as form, title, about string) error {
	switch {
	case as.feed() != "":
		return s.statementFeed(a, q, f, as, title, about)
	case as == formCalendar:
		return s.statementCalendar(a, q, f, title)
	}
	return s.statementRows(a, q, f, as.ext)
}

// statementCalendar answers with the dated agreements and events as iCalendar.
func (s *Site) statementCalendar(a *web.Answer, q *request, f store.StatementFilter, title string) error {
	f.Limit, f.Facts = rowsLimit, true
	list, err := s.store.Statements(q.Context(), f)
	if err != nil {
		return err
	}
	t, err := q.tell(q.Context(), list)
	if err != nil {
		return err
	}
	a.Type = "text/calendar; charset=utf-8"
	c := export.NewCalendar(a.Body, title)
	_, host, _ := strings.Cut(q.origin(), "://")
	for _, st := range list {
		date, err := value.ParseDate(st.Said.Date)
		if err != nil || !st.Dated || st.Said.Kind != read.Agreement && st.Said.Kind != read.Event {
			continue
		}
		r, label, summary := q.row(t, st), t.wording.label(st.Said), q.heading(t, st)
		o := export.Occasion{
			UID: "statement-" + strconv.FormatInt(st.ID, 10) + "@" + host, Stamp: st.Published, Date: date,
			Summary: summary, Description: st.Quote, URL: r.Source, Category: label, License: r.License,
		}
		for _, e := range r.Entities {
			if e.Role == record.RolePlace {
				o.Place = e.Name
			}
		}
		c.Add(o)
	}
	return c.Close()
}

// heading says a statement in one line of plain words.
func (q *request) heading(t told, st store.Statement) string {
	fact := t.wording.fact(st.Statement, st.Language)
	if fact.Words == "" {
		return fact.Label
	}
	return fact.Label + ": " + plainText(string(fact.Words))
}

// statementFeed answers with the statements of a list as a feed, the latest in
// time first; each item leads to its sentence.
func (s *Site) statementFeed(a *web.Answer, q *request, f store.StatementFilter, as form, title, about string) error {
	f.Limit, f.Oldest, f.Facts = feedItems, false, true
	list, err := s.store.Statements(q.Context(), f)
	if err != nil {
		return err
	}
	// An item keeps its id when its fact is told in the page's language too.
	ids := make([]int64, len(list))
	for i, st := range list {
		ids[i] = st.ID
	}
	if f.Language == "" {
		if _, err := q.ownTellings(list); err != nil {
			return err
		}
	}
	t, err := q.tell(q.Context(), list)
	if err != nil {
		return err
	}
	out := q.feedOf(as, title, about)
	for n, st := range list {
		r := q.row(t, st)
		i := feedItem{
			id: q.origin() + statementAddress(q.tag, ids[n]), link: r.Source, title: q.heading(t, st), summary: st.Quote, tag: q.tag,
			category: t.wording.label(st.Said), licence: r.License, published: st.Published, updated: st.Published,
		}
		if tag, own := q.tagFor(st.Language); own {
			i.summary = q.forms.in(q.tag, st.Article).text(st.Language, st.Quote)
		} else {
			i.tag = tag
		}
		out.items = append(out.items, i)
	}
	return out.write(a, as.feed())
}

// feedOf begins the feed of a list of the record at this address.
func (q *request) feedOf(as form, title, about string) feed {
	home := q.origin() + address(strings.TrimSuffix(q.URL.Path, "."+as.ext), q.URL.Query())
	return feed{q: q, title: title + dot + q.site.name(q.tag), about: about, self: q.origin() + q.URL.RequestURI(), home: home}
}

// entityFeed answers with the entities of a register as a feed, those first
// that came into the record last.
func (s *Site) entityFeed(a *web.Answer, q *request, f store.EntityFilter, as form, title, about string) error {
	f.Limit, f.Newest = feedItems, true
	list, err := s.store.Entities(q.Context(), f)
	if err != nil {
		return err
	}
	out := q.feedOf(as, title, about)
	for i, n := range q.named(list) {
		link := q.origin() + n.Href
		item := feedItem{id: link, link: link, title: n.Name, summary: q.m.T("entity.description", n.Name), tag: q.tag, licence: out.licence(), published: list[i].Created, updated: list[i].Created}
		out.items = append(out.items, item)
	}
	return out.write(a, as.feed())
}
