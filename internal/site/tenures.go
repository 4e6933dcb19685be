package site

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
)

// tenure is an office of a person, or somebody's offices in a body, over time.
type tenure struct {
	person   int64   // of a body's page; else 0
	bodies   []int64 // of a person's page
	title    string  // as the newest text says it
	language string  // of the title
	from, to int     // the first and the last day on which somebody is in office, days since 1970-01-01
	began    bool    // a sentence says that it began on from
	ended    bool    // a sentence says that it ended, on to or before a later day
	marks    []tenureMark
}

// What a sentence says of an office.
const (
	tenureNamed = "named" // somebody is in it
	tenureBegan = "began"
	tenureEnded = "ended" // he left it, or was in it before
)

type tenureMark struct {
	day int
	as  string
	s   store.Statement
}

// tenureRoles gives what an entity of a kind is in the offices of its page.
var tenureRoles = map[string]string{read.Person: record.RolePerson, read.Organization: record.RoleOrganization}

// mostTenures bounds a picture: those that most sentences tell of.
const mostTenures = 24

// tenuresOf makes tenures of statements of office, newest first, for the page
// of an entity of a kind; those that begin first come first. On a person's page
// what texts in other languages say of a body goes to the office that those in
// the page's language name there, where they name one.
func tenuresOf(list []store.Statement, kind, language string) (out []tenure) {
	at := map[string]int{}      // by key
	named := map[string][]int{} // by bodies: the offices that the page's language names
	put := func(i int, s store.Statement) {
		out[i].marks = append(out[i].marks, marksOf(s)...)
	}
	open := func(key string, t tenure, s store.Statement) int {
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			t.title, t.language = s.Said.Title, s.Language
			out = append(out, t)
		}
		return i
	}
	for _, own := range []bool{true, false} {
		for _, s := range list {
			if (s.Language == language) != own {
				continue
			}
			bodies, people := s.Entities(record.RoleOrganization), s.Entities(record.RolePerson)
			if kind == read.Organization {
				for _, p := range people {
					put(open(fmt.Sprint(p), tenure{person: p}, s), s)
				}
				continue
			}
			slices.Sort(bodies)
			in := fmt.Sprint(bodies)
			if offices := named[in]; !own && len(offices) > 0 {
				if len(offices) == 1 {
					put(offices[0], s)
				}
				continue
			}
			i := open(in+" "+strings.ToLower(s.Said.Title), tenure{bodies: bodies}, s)
			put(i, s)
			if own && !slices.Contains(named[in], i) {
				named[in] = append(named[in], i)
			}
		}
	}
	out = slices.DeleteFunc(out, func(t tenure) bool { return len(t.marks) == 0 })
	slices.SortStableFunc(out, func(a, b tenure) int { return cmp.Compare(len(b.marks), len(a.marks)) })
	out = out[:min(len(out), mostTenures)]
	for i := range out {
		out[i].bound()
	}
	slices.SortStableFunc(out, func(a, b tenure) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	return out
}

// marksOf says what a statement of office tells, and of which days. A date that
// is a time of its own (1999/2004) begins and ends the office.
func marksOf(s store.Statement) []tenureMark {
	switch s.Said.Tenure {
	case "appointed":
		return []tenureMark{{s.Day, tenureBegan, s}}
	case "relieved", "former":
		if !strings.Contains(s.Said.Date, "/") {
			return []tenureMark{{s.Day, tenureEnded, s}}
		}
	}
	if d, err := value.ParseDate(s.Said.Date); err == nil && strings.Contains(s.Said.Date, "/") {
		lo, hi := d.Bounds()
		var out []tenureMark
		if _, ok := d.First(); ok {
			out = append(out, tenureMark{lo, tenureBegan, s})
		}
		if _, ok := d.Last(); ok {
			out = append(out, tenureMark{hi, tenureEnded, s})
		}
		return out
	}
	return []tenureMark{{s.Day, tenureNamed, s}}
}

// bound finds where a tenure begins and ends. That somebody was in office
// before a day does not make it last until then.
func (t *tenure) bound() {
	slices.SortStableFunc(t.marks, func(a, b tenureMark) int { return cmp.Compare(a.day, b.day) })
	in := func(m tenureMark) bool {
		return m.as != tenureEnded || m.s.Said.Tenure != "former" || strings.Contains(m.s.Said.Date, "/")
	}
	first := slices.IndexFunc(t.marks, in)
	if first < 0 { // only called former
		t.from, t.to, t.ended = t.marks[0].day, t.marks[0].day, true
		return
	}
	t.from, t.began = t.marks[first].day, t.marks[first].as == tenureBegan
	for _, m := range t.marks {
		if in(m) {
			t.to, t.ended = m.day, m.as == tenureEnded
		} else {
			t.ended = true
		}
	}
}

// tenureRow is a tenure as the script draws it.
type tenureRow struct {
	Label string `json:"label"`
	URL   string `json:"url,omitempty"` // of the person
	From  string `json:"from"`          // days
	To    string `json:"to"`
	Began bool   `json:"began,omitempty"` // a sentence says so
	Ended bool   `json:"ended,omitempty"`
	Marks []struct {
		Day   string `json:"day"`
		As    string `json:"as"`
		Date  string `json:"date"` // in words
		Words string `json:"words"`
		URL   string `json:"url"` // of the sentence
	} `json:"marks"`
}

func isoDay(day int) string { return time.Unix(int64(day)*86400, 0).UTC().Format(time.DateOnly) }

// label names a tenure: the office with its bodies, or the person with the
// office.
func (q *request) label(l life, t tenure) Cell {
	w := l.told.wording
	title := t.title
	if t.language == q.tag.Language {
		title = q.script.text(t.language, title)
	}
	c := Cell{Text: title}
	if t.person != 0 {
		n := w.entityNamed(w.entities[t.person])
		c = Cell{Text: n.Name, Href: n.Href, Lang: n.Lang}
		if title != "" {
			c.Text += dot + title
		}
		return c
	}
	if t.language != q.tag.Language {
		c.Lang = t.language
	}
	for _, id := range t.bodies {
		if e, ok := w.entities[id]; ok {
			name, _ := w.name(e)
			c.Text += dot + name
		}
	}
	return c
}

// when says the day of a mark in words.
func (q *request) dayOf(m tenureMark) string {
	if m.s.Said.Date != "" && !strings.Contains(m.s.Said.Date, "/") {
		return q.m.Date(m.s.Said.Date)
	}
	return q.m.Day(time.Unix(int64(m.day)*86400, 0).UTC())
}

// tenureRows are the tenures as data.
func (q *request) tenureRows(e store.Entity, l life) (out []tenureRow) {
	for _, t := range l.tenures {
		label := q.label(l, t)
		r := tenureRow{Label: label.Text, From: isoDay(t.from), To: isoDay(t.to), Began: t.began, Ended: t.ended}
		if label.Href != "" {
			r.URL = q.origin() + label.Href
		}
		for _, m := range t.marks {
			r.Marks = append(r.Marks, struct {
				Day   string `json:"day"`
				As    string `json:"as"`
				Date  string `json:"date"`
				Words string `json:"words"`
				URL   string `json:"url"`
			}{isoDay(m.day), m.as, q.dayOf(m), cut(m.s.Quote, maxQuote), q.origin() + q.evidence(l.told, m.s)})
		}
		out = append(out, r)
	}
	return out
}

// tenureDrawing is the picture of tenures; nil where there are none.
func (q *request) tenureDrawing(e store.Entity, l life, src string) *Drawing {
	if len(l.tenures) == 0 {
		return nil
	}
	d := q.drawing("tenures", src, q.m.T("entity.tenure."+e.Kind))
	d.Note = q.m.T("entity.tenure.about")
	for _, k := range []struct{ as, class string }{{tenureNamed, "key-open"}, {tenureBegan, "key-began"}, {tenureEnded, "key-ended"}} {
		if slices.ContainsFunc(l.tenures, func(t tenure) bool {
			return slices.ContainsFunc(t.marks, func(m tenureMark) bool { return m.as == k.as })
		}) {
			d.Keys = append(d.Keys, PictureKey{k.class, q.m.T("entity.tenure." + k.as)})
		}
	}
	first := q.m.T("entity.tenure.office")
	if e.Kind == read.Organization {
		first = q.m.T("entity.person")
	}
	d.Head = []string{first, q.m.T("entity.tenure.from"), q.m.T("entity.tenure.to")}
	for _, t := range l.tenures {
		label := q.label(l, t)
		begin, end := t.marks[0], t.marks[len(t.marks)-1]
		if label.Href == "" {
			label.Href = q.evidence(l.told, begin.s)
		}
		from := Cell{Text: q.m.T("entity.tenure.first", q.dayOf(begin)), Href: q.evidence(l.told, begin.s)}
		if t.began {
			from.Text = q.dayOf(begin) + dot + q.m.T("entity.tenure.began")
		}
		to := Cell{Text: q.m.T("entity.tenure.last", q.dayOf(end)), Href: q.evidence(l.told, end.s)}
		if t.ended {
			to.Text = q.dayOf(end) + dot + q.m.T("entity.tenure.ended")
		}
		d.Rows = append(d.Rows, []Cell{label, from, to})
	}
	return d
}
