package site

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"shanyraq/internal/fault"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/stats"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
	"shanyraq/internal/web"
)

// register is one list of the record: statements of a kind, or entities of a
// kind.
type register struct {
	name   string
	kind   string   // of statement; empty for entities
	entity string   // of entity; empty for statements
	subs   []string // finer kinds to filter by
	words  string   // message key of a finer kind, without its end
	label  string   // message key of the filter
}

// registers are all there are, in the order in which the record shows them.
var registers = []register{
	{name: "agreements", kind: read.Agreement, subs: []string{"signed", "adopted", "planned", "other"}, words: "status.", label: "register.status"},
	{name: "events", kind: read.Event, subs: []string{"meeting", "conference", "session", "visit", "festival", "exhibition", "ceremony",
		"appointment", "competition", "anniversary", "camp", "concert", "year", "other"}, words: "fact.event.", label: "register.kind"},
	{name: "people", entity: read.Person},
	{name: "bodies", entity: read.Organization},
	{name: "places", entity: read.Place},
	{name: "peoples", entity: read.Group},
	{name: "offices", kind: read.Office},
	{name: "figures", kind: read.Figure},
	{name: "quotations", kind: read.Quote},
}

func findRegister(name string) (register, bool) {
	for _, r := range registers {
		if r.name == name {
			return r, true
		}
	}
	return register{}, false
}

// verdicts that a reader may filter figures by, with their message keys.
var verdicts = []struct {
	verdict stats.Verdict
	value   string
	words   string
}{
	{stats.Consistent, "consistent", "verdict.consistent"}, {stats.WithRounding, "rounding", "verdict.rounding"},
	{stats.Inconsistent, "inconsistent", "verdict.inconsistent"}, {stats.NotComparable, "incomparable", "verdict.incomparable"},
	{stats.NoSeries, "noseries", "verdict.noseries"},
}

const registerRows = 25

// register answers for a register as a page and in every form it is taken in.
func (s *Site) register(a *web.Answer, q *request) error {
	name, ext, _ := strings.Cut(q.PathValue("register"), ".")
	reg, ok := findRegister(name)
	as, known := formOf(reg.forms(), ext)
	if !ok || !known {
		return q.nothing()
	}
	if reg.kind != "" {
		return s.statements(a, q, reg, as)
	}
	return s.entities(a, q, reg, as)
}

// ask reads a register's filters from the address. Filters that the register
// does not have are not asked.
func (q *request) ask(reg register) (f store.StatementFilter, err error) {
	a := asking{q: q}
	f = store.StatementFilter{Kind: reg.kind, Language: a.language(q.tag.Language), Facts: true, Reviewed: q.reviewed, Section: a.section()}
	if len(reg.subs) > 0 {
		f.Sub = a.one("kind", reg.label, reg.subs...)
	}
	f.From, f.To = a.days()
	f.Entity = a.entity("with", "register.with")
	f.Place = a.entity("place", "register.place", read.Place)
	if reg.kind == read.Figure {
		var possible []string
		for _, c := range verdicts {
			possible = append(possible, c.value)
		}
		chosen := a.one("verdict", "register.verdict", possible...)
		for _, c := range verdicts {
			if chosen == c.value {
				f.Verdict = c.verdict
			}
		}
	}
	f.After = a.place()
	return f, a.err
}

// year reads a date or a year of a filter.
func year(s string) (value.Date, error) {
	d, err := value.ParseDate(strings.TrimSpace(s))
	if err != nil {
		return d, fault.Wrap(err, fault.Invalid, "%q is no year and no date", s).Hint("write a year with four digits")
	}
	return d, nil
}

func entityID(s string) (int64, error) {
	if s == "" {
		return 0, nil
	}
	id, err := strconv.ParseInt(s, 10, 64)
	if err != nil || id <= 0 {
		return 0, fault.New(fault.Invalid, "%q is no number of an entity", s).Hint("follow the links of the page")
	}
	return id, nil
}

// statements lists the statements of a kind.
func (s *Site) statements(a *web.Answer, q *request, reg register, as form) error {
	f, err := q.ask(reg)
	if err != nil {
		return err
	}
	if as != (form{}) {
		return s.take(a, q, f, as, q.m.T("register."+reg.name), q.m.T("register."+reg.name+".about"))
	}
	f.Limit = registerRows + 1
	list, err := s.store.Statements(q.Context(), f)
	if err != nil {
		return err
	}
	page := q.registerPage(reg, f.After != store.Cursor{})
	page.Downloads = q.offerLetters(page.Downloads, "list:"+reg.name)
	page.Found = q.m.T("register.found", len(list))
	if len(list) > registerRows {
		list = list[:registerRows]
		page.Pager.Next = q.with("after", writeCursor(store.CursorOfStatement(list[len(list)-1])))
		page.Found = q.m.T("register.found.more", registerRows)
	}
	if f.After != (store.Cursor{}) {
		page.Found = q.m.T("register.page", len(list))
	}
	t, err := q.tell(q.Context(), list)
	if err != nil {
		return err
	}
	page.Entries = q.entries(t)
	if len(reg.subs) == 0 { // all are of one kind, which the heading says
		for i := range page.Entries {
			page.Entries[i].Label = ""
		}
	}
	if page.Filters, err = q.statementFilters(reg); err != nil {
		return err
	}
	if len(list) == 0 {
		page.Try = q.without(page.Filters)
		if f.Language != "" {
			page.Try = append(page.Try, web.Link{Label: q.m.T("search.try.all"), Href: q.with("language", "all")})
		}
	}
	return show(a, q, s.views.register, page)
}

// registerPage fills what the pages of all registers share.
func (q *request) registerPage(reg register, inside bool) RegisterPage {
	title, about := q.m.T("register."+reg.name), q.m.T("register."+reg.name+".about")
	page := RegisterPage{
		Base: q.base(title, about, here{place: "record"}), RecordHref: recordAddress(q.tag), About: about, Action: q.URL.Path, Pager: q.pager(inside),
	}
	if q.URL.RawQuery != "" {
		page.Clear, page.NoIndex = q.URL.Path, true
	}
	page.Downloads = q.downloads(registerAddress(q.tag, reg.name), reg.forms())
	page.Feeds = append(feedsAmong(page.Downloads, page.FullTitle()), page.Feeds...)
	page.Data = datasetData(page)
	return page
}

// without leads from an empty list to what is found when one of its filters is
// taken out.
func (q *request) without(filters []Filter) (out []web.Link) {
	v := q.URL.Query()
	for _, f := range filters {
		name, label := f.Name, f.Value
		for _, other := range []struct{ name, also string }{{"from", "since"}, {"to", "until"}} {
			if name == other.name && v.Get(name) == "" {
				name = other.also
			}
		}
		if v.Get(name) == "" || name == "language" && f.Choices[0].Value != "" || name == "order" {
			continue
		}
		for _, c := range f.Choices {
			if c.Chosen {
				label = strings.TrimLeft(c.Label, "– ")
			}
		}
		out = append(out, web.Link{Label: q.m.T("register.without", f.Label+": "+label), Href: q.with(name, "")})
	}
	return out
}

// statementFilters are the questions of a register's form.
func (q *request) statementFilters(reg register) (out []Filter, err error) {
	v := q.URL.Query()
	any := Choice{Label: q.m.T("register.any")}
	if len(reg.subs) > 0 {
		f := Filter{Name: "kind", Label: q.m.T(reg.label), Choices: []Choice{any}}
		for _, sub := range reg.subs {
			f.Choices = append(f.Choices, Choice{Value: sub, Label: q.m.T(reg.words + sub), Chosen: v.Get("kind") == sub})
		}
		out = append(out, f)
	}
	if reg.kind == read.Figure {
		f := Filter{Name: "verdict", Label: q.m.T("register.verdict"), Choices: []Choice{any}}
		for _, c := range verdicts {
			f.Choices = append(f.Choices, Choice{Value: c.value, Label: q.m.T(c.words), Chosen: v.Get("verdict") == c.value})
		}
		out = append(out, f)
	}
	for _, name := range []string{"with", "place"} {
		f, err := q.entityFilter(v, name)
		if err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	out = q.articleFilters(out, Choice{}, q.tag.Language)
	return out, nil
}

// articleFilters are the questions about the articles of a list: section,
// language and time. first is offered before the languages, where it has a
// label; own is the language that is meant where none is chosen.
func (q *request) articleFilters(out []Filter, first Choice, own string) []Filter {
	v := q.URL.Query()
	if len(q.sections) > 0 {
		f := Filter{Name: "section", Label: q.m.T("register.section"), Choices: []Choice{{Label: q.m.T("register.any")}}}
		for _, s := range q.sections {
			f.Choices = append(f.Choices, Choice{Value: s.Path, Label: strings.Repeat("– ", strings.Count(s.Path, "/")) + q.sectionName(s), Chosen: v.Get("section") == s.Path})
		}
		out = append(out, f)
	}
	languages := Filter{Name: "language", Label: q.m.T("coverage.column.language")}
	if first.Label != "" {
		languages.Choices = append(languages.Choices, first)
	}
	for _, t := range q.tags {
		if !t.Variant() {
			chosen := v.Get("language") == t.Language || v.Get("language") == "" && t.Language == own
			c := Choice{Value: t.Language, Label: t.Autonym, Chosen: chosen}
			if t.Name != q.tag.Name {
				c.Lang = t.Name
			}
			languages.Choices = append(languages.Choices, c)
		}
	}
	if first.Label == "" {
		languages.Choices = append(languages.Choices, Choice{Value: "all", Label: q.m.T("search.all"), Chosen: v.Get("language") == "all"})
	}
	out = append(out, languages)
	for _, names := range [][]string{{"from", "since"}, {"to", "until"}} {
		s, _ := (&asking{q: q}).get(names...)
		out = append(out, Filter{Name: names[0], Label: q.m.T("register." + names[0]), Value: s, Narrow: true, Numeric: true})
	}
	return out
}

const withChoices = 12 // places and bodies offered, of each the most mentioned

// entityFilter offers, under "with", the most mentioned places and bodies,
// under "place" places, under "body" bodies, and whoever is chosen already.
func (q *request) entityFilter(v url.Values, question string) (Filter, error) {
	f := Filter{Name: question, Label: q.m.T("register." + question), Choices: []Choice{{Label: q.m.T("register.any")}}}
	choices, err := q.site.often(q)
	if err != nil {
		return f, err
	}
	if question != "with" {
		choices = slices.DeleteFunc(slices.Clone(choices), func(c Choice) bool { return c.place != (question == "place") })
	}
	chosen, found := v.Get(question), v.Get(question) == ""
	for _, c := range choices {
		c.Chosen = c.Value == chosen
		found = found || c.Chosen
		f.Choices = append(f.Choices, c)
	}
	if found {
		return f, nil
	}
	id, err := entityID(chosen)
	if err != nil {
		return f, err
	}
	e, err := q.site.store.EntityByID(q.Context(), id)
	if fault.Is(err, fault.NotFound) {
		return f, nil
	}
	if err != nil {
		return f, err
	}
	w := wording{tag: q.tag, script: q.script}
	n := w.entityNamed(e.Entity)
	f.Choices = append(f.Choices, Choice{Value: chosen, Label: n.Name, Lang: n.Lang, Chosen: true})
	return f, nil
}

// often gives the places and bodies most mentioned, as choices in the page's
// language; kept until the content changes.
func (s *Site) often(q *request) ([]Choice, error) {
	return s.choices.get(q.tag.Name, s.cache.Version(), func() ([]Choice, error) {
		var out []Choice
		w := wording{tag: q.tag, script: q.script}
		for _, kind := range []string{read.Place, read.Organization} {
			list, err := s.store.Entities(q.Context(), store.EntityFilter{Kind: kind, Reviewed: q.reviewed, Limit: withChoices})
			if err != nil {
				return nil, err
			}
			ordered(q.tag, list, func(e store.Entity) string { name, _ := w.name(e.Entity); return name })
			for _, e := range list {
				n := w.entityNamed(e.Entity)
				out = append(out, Choice{Value: strconv.FormatInt(e.ID, 10), Label: n.Name, Lang: n.Lang, place: kind == read.Place})
			}
		}
		return out, nil
	})
}

// decided reports whether a person has looked at what has this rank.
func decided(r record.Rank) bool { return r == record.Accepted || r == record.Preferred }
