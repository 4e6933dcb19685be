package site

import (
	"errors"
	"strings"

	"shanyraq/internal/read"
	"shanyraq/internal/search"
)

// narrow is what the form of the search page asks besides the words.
type narrow struct {
	search.Filters
	byDay bool
}

// readNarrow reads the form. The language is the page's unless another or
// all are asked for.
func readNarrow(q *request) (n narrow) {
	v := func(name string) string { return strings.TrimSpace(strings.ToValidUTF8(q.URL.Query().Get(name), "")) }
	n.Filters = search.Filters{Language: v("language"), Section: v("section"), From: v("from"), To: v("to"), Kind: v("kind"), Person: v("person"), Body: v("body"), Place: v("place")}
	if v("all") == "1" { // the address of older links
		n.Language = "all"
	}
	n.byDay = v("order") == "day"
	return n
}

// set reports whether anything but the language is asked.
func (n narrow) set() bool {
	f := n.Filters
	f.Language = ""
	return f != search.Filters{} || n.byDay
}

// statementKinds are the kinds of statement to choose from, with the keys of
// their names.
var statementKinds = []struct{ kind, words string }{
	{read.Agreement, "register.agreements"}, {read.Event, "register.events"}, {read.Figure, "register.figures"}, {read.Office, "entity.offices"}, {read.Quote, "register.quotations"},
}

// form shows the questions with their answers so far.
func (n narrow) form(q *request) []Filter {
	any := Choice{Label: q.m.T("register.any")}
	language := Filter{Name: "language", Label: q.m.T("coverage.column.language"), Choices: []Choice{{Label: q.tag.Autonym}}}
	seen := map[string]bool{q.tag.Language: true}
	for _, t := range q.tags {
		if !seen[t.Language] {
			seen[t.Language] = true
			language.Choices = append(language.Choices, Choice{Value: t.Language, Label: t.Autonym, Lang: t.Name, Chosen: n.Language == t.Language})
		}
	}
	language.Choices = append(language.Choices, Choice{Value: "all", Label: q.m.T("search.all"), Chosen: n.Language == "all"})
	out := []Filter{language}
	if len(q.sections) > 0 {
		f := Filter{Name: "section", Label: q.m.T("register.section"), Choices: []Choice{any}}
		for _, s := range q.sections {
			f.Choices = append(f.Choices, Choice{Value: s.Path, Label: strings.Repeat("– ", strings.Count(s.Path, "/")) + q.sectionName(s), Chosen: n.Section == s.Path})
		}
		out = append(out, f)
	}
	kind := Filter{Name: "kind", Label: q.m.T("search.kind"), Choices: []Choice{any}}
	for _, k := range statementKinds {
		kind.Choices = append(kind.Choices, Choice{Value: k.kind, Label: q.m.T(k.words), Chosen: n.Kind == k.kind})
	}
	return append(out, kind,
		Filter{Name: "person", Label: q.m.T("entity.person"), Value: n.Person},
		Filter{Name: "body", Label: q.m.T("entity.organization"), Value: n.Body},
		Filter{Name: "place", Label: q.m.T("entity.place"), Value: n.Place},
		Filter{Name: "from", Label: q.m.T("search.from"), Value: n.From, Day: true},
		Filter{Name: "to", Label: q.m.T("search.to"), Value: n.To, Day: true},
		Filter{Name: "order", Label: q.m.T("search.order"), Choices: []Choice{{Label: q.m.T("search.best")}, {Value: "day", Label: q.m.T("search.newest"), Chosen: n.byDay}}},
	)
}

// wrong says in the page's language what is wrong with a query, with what to
// try.
func (q *request) wrong(err error) string {
	for _, w := range []struct {
		err error
		key string
	}{{search.ErrTooLong, "search.wrong.long"}, {search.ErrOnlyExcepts, "search.wrong.not"}, {search.ErrDay, "search.wrong.day"}, {search.ErrKind, "search.wrong.kind"}} {
		if errors.Is(err, w.err) {
			return q.m.T(w.key)
		}
	}
	return q.m.T("search.wrong.word")
}
