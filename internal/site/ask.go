package site

import (
	"slices"
	"strconv"
	"strings"

	"shanyraq/internal/fault"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
	"shanyraq/internal/web"
)

// asking reads the filters of a list from its address. The first answer that a
// filter cannot take stays as err; what is read after it means nothing.
type asking struct {
	q   *request
	err error
}

// refusal is an answer that a filter cannot take, with those that it can.
type refusal struct {
	Field    string   `json:"field"` // its name in the address
	Value    string   `json:"value"`
	Possible []string `json:"possible,omitempty"` // empty where there are too many
	words    string   // all of it, in the page's language
}

func (r *refusal) Error() string { return r.Field + ": " + strconv.Quote(r.Value) + " is no answer" }

// Unwrap gives the kind.
func (r *refusal) Unwrap() error {
	return fault.New(fault.Invalid, "the filter %s cannot be %q", r.Field, r.Value)
}

// wantsPage reports whether a person asks: for a page, not for a file.
func (q *request) wantsPage() bool {
	return !strings.Contains(q.URL.Path[strings.LastIndexByte(q.URL.Path, '/')+1:], ".")
}

// answer tells a program what is wrong, as RFC 9457 writes problems.
func (r *refusal) answer(q *request, a *web.Answer) *web.Answer {
	a.Language = q.tag.Name
	if err := sendJSONAs(a, "application/problem+json", struct {
		Title  string `json:"title"`
		Status int    `json:"status"`
		Detail string `json:"detail"`
		*refusal
	}{q.m.T("missing.invalid"), a.Status, r.words, r}); err != nil {
		q.site.log.Error("answer failed", "path", q.URL.Path, "error", err)
	}
	return a
}

// refuse keeps what is wrong with a filter. hint is the key of what to write
// instead; possible are all the answers there are.
func (a *asking) refuse(field, label, answer, hint string, possible []string) {
	if a.err != nil {
		return
	}
	m := a.q.m
	if len(answer) > 60 {
		answer = string([]rune(answer)[:min(60, len([]rune(answer)))]) + "…"
	}
	words := m.T("register.wrong", answer, m.T(label), field)
	if hint != "" {
		words += " " + m.T(hint)
	}
	if len(possible) > 0 {
		words += " " + m.T("register.possible", strings.Join(possible, ", "))
	}
	a.err = &refusal{Field: field, Value: answer, Possible: possible, words: words}
}

// get gives the answer under the first of the names that has one, and that
// name. Bytes that are no text are left out.
func (a *asking) get(names ...string) (answer, name string) {
	v := a.q.URL.Query()
	for _, name := range names {
		if s := strings.TrimSpace(strings.ToValidUTF8(v.Get(name), "")); s != "" {
			return s, name
		}
	}
	return "", names[0]
}

// one reads an answer that is one of a few; empty for none.
func (a *asking) one(name, label string, possible ...string) string {
	s, _ := a.get(name)
	if s != "" && !slices.Contains(possible, s) {
		a.refuse(name, label, s, "", possible)
	}
	return s
}

// days reads the first and the last day of a time: years or days under "from"
// and "to", which "since" and "until" are other names of.
func (a *asking) days() (from, to value.Date) {
	from, to = a.day("register.from", "from", "since"), a.day("register.to", "to", "until")
	if from.IsZero() || to.IsZero() {
		return from, to
	}
	lo, _ := from.Bounds()
	if _, hi := to.Bounds(); hi < lo {
		s, name := a.get("to", "until")
		a.refuse(name, "register.to", s, "register.wrong.order", nil)
	}
	return from, to
}

func (a *asking) day(label string, names ...string) value.Date {
	s, name := a.get(names...)
	d, err := value.ParseDate(s)
	if err != nil {
		a.refuse(name, label, s, "register.wrong.day", nil)
	}
	return d
}

// language reads a language of the site's articles; "all", or nothing where
// none is the page's own, is empty.
func (a *asking) language(own string) string {
	possible := a.q.languages()
	switch s := a.one("language", "coverage.column.language", append(possible, "all")...); s {
	case "":
		return own
	case "all":
		return ""
	default:
		return s
	}
}

// languages are those that the site has articles in.
func (q *request) languages() (out []string) {
	for _, t := range q.tags {
		if !t.Variant() {
			out = append(out, t.Language)
		}
	}
	return out
}

func (a *asking) section() string {
	var possible []string
	for _, s := range a.q.sections {
		possible = append(possible, s.Path)
	}
	return a.one("section", "register.section", possible...)
}

// entity reads the number of an entity of one of some kinds, any where none
// are named; one that was merged into another means the other.
func (a *asking) entity(name, label string, kinds ...string) int64 {
	s, _ := a.get(name)
	if s == "" {
		return 0
	}
	id, err := strconv.ParseInt(s, 10, 64)
	if err != nil || id <= 0 {
		a.refuse(name, label, s, "register.wrong.entity", nil)
		return 0
	}
	var e store.Entity
	for range 8 { // merged into another, which may have been merged again
		if e, err = a.q.site.store.EntityByID(a.q.Context(), id); err != nil || e.Into == 0 {
			break
		}
		id = e.Into
	}
	switch {
	case fault.Is(err, fault.NotFound) || err == nil && len(kinds) > 0 && !slices.Contains(kinds, e.Kind):
		a.refuse(name, label, s, "register.wrong.entity", nil)
	case err != nil && a.err == nil:
		a.err = err
	}
	return e.ID
}

// place reads where a page of a list begins.
func (a *asking) place() store.Cursor {
	s, _ := a.get("after")
	c, err := readCursor(s)
	if err != nil {
		a.refuse("after", "pager.more", s, "register.wrong.entity", nil)
	}
	return c
}
