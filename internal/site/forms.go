package site

import (
	"slices"
	"strconv"
	"strings"
	"time"

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
	formCalendar = form{"ics", "text/calendar", "iCalendar"}

	// lives are the forms of all that is stated of one or two entities.
	lives = []form{formJSON, formCSV, formAtom, formCalendar}
	// plainForms are those of what is no statement.
	plainForms = []form{formJSON, formCSV}
)

// forms gives the ways to take a register away: a feed of what is stated, a
// calendar of what has a day.
func (r register) forms() []form {
	switch r.kind {
	case "":
		return plainForms
	case read.Agreement, read.Event:
		return lives
	}
	return lives[:3]
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
func (s *Site) take(a *web.Answer, q *request, f store.StatementFilter, as form, title string) error {
	switch as {
	case formAtom:
		return s.statementFeed(a, q, f, title)
	case formCalendar:
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

// statementFeed answers with the statements of a list as Atom (RFC 4287), the
// latest in time first; each entry leads to its sentence.
func (s *Site) statementFeed(a *web.Answer, q *request, f store.StatementFilter, title string) error {
	f.Limit, f.Oldest, f.Facts = feedItems, false, true
	list, err := s.store.Statements(q.Context(), f)
	if err != nil {
		return err
	}
	t, err := q.tell(q.Context(), list)
	if err != nil {
		return err
	}
	var updated time.Time
	a.Self = q.origin() + q.URL.RequestURI()
	page := q.origin() + address(strings.TrimSuffix(q.URL.Path, ".atom"), q.URL.Query())
	out := atomFeed{
		Lang: q.tag.Name, Title: title + dot + q.site.name(q.tag), ID: page, Author: q.site.name(q.tag), Rights: q.origin() + "/" + q.tag.Name + "/terms",
		Links: []atomLink{{Rel: "self", Type: formAtom.mime, Href: a.Self}, {Rel: "alternate", Type: "text/html", Href: page}},
	}
	for _, st := range list {
		r := q.row(t, st)
		if st.Published.After(updated) {
			updated = st.Published
		}
		out.Entries = append(out.Entries, atomEntry{
			Title: q.heading(t, st), ID: q.origin() + statementAddress(q.tag, st.ID), Link: atomLink{Rel: "alternate", Href: r.Source}, Rights: r.License,
			Published: stamp(st.Published, time.RFC3339), Updated: st.Published.Format(time.RFC3339), Summary: st.Quote,
		})
	}
	out.Updated = updated.Format(time.RFC3339)
	a.Type = "application/atom+xml; charset=utf-8"
	return writeXML(a, out)
}
