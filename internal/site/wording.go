package site

import (
	"html/template"
	"math"
	"strconv"
	"strings"

	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/stats"
	"shanyraq/internal/value"
	"shanyraq/internal/web"
)

// wording says statements in the words of one language and script. Parts
// stand side by side, parted by a middle dot, so that no name has to be
// inflected by a program that may not know how.
type wording struct {
	m        *web.Messages
	tag      web.Tag
	script   inScript
	entities map[int64]record.Entity
}

const (
	dot      = "\u00a0· "
	maxQuote = 280 // letters of a quotation shown in a list
)

// fact says a statement of an article in a language.
func (w wording) fact(s record.Statement, language string) Fact {
	f := Fact{ID: s.ID, Kind: s.Said.Kind, Label: w.label(s.Said), Day: w.m.Date(s.Said.Date), Machine: s.Rank == record.Suggested}
	if s.Said.Since {
		f.Day = w.m.T("figure.since", f.Day)
	}
	if s.Said.Date == "" {
		f.Day = ""
	}
	p := phrase{w: w, language: language}
	switch s.Said.Kind {
	case read.Office:
		p.entities(s, record.RolePerson)
		p.text(s.Said.Title)
		p.entities(s, record.RoleOrganization)
	case read.Figure:
		p.strong(w.figure(s.Said))
		if !w.namesGroup(s) {
			p.text(s.Said.Counted)
		}
		p.entities(s, record.RoleGroup)
	case read.Quote:
		p.entities(s, record.RoleSpeaker)
		p.quote(s.Said)
	case read.Agreement:
		p.text(s.Said.Instrument)
		p.entities(s, record.RoleParty)
	case read.Event:
		p.text(s.Said.Name)
		if s.Said.Edition > 0 && s.Said.Name == "" {
			p.plain("№ " + strconv.Itoa(s.Said.Edition))
		}
		p.entities(s, record.RoleParticipant)
		if s.Said.Recurring != nil && *s.Said.Recurring {
			p.plain(w.m.T("fact.recurring"))
		}
	}
	p.entities(s, record.RolePlace)
	if t := s.Said.Time; t != "" && t != "past" && w.m.Has("fact.time."+t) {
		if p.b.Len() == 0 { // "planned" is no heading
			f.Label += dot + w.m.T("fact.time."+t)
		} else {
			p.plain(w.m.T("fact.time." + t))
		}
	}
	f.Words = template.HTML(p.b.String())
	return f
}

// namesGroup tells whether what a figure counts is just the people it counts,
// in whatever case: its name stands beside the number anyway.
func (w wording) namesGroup(s record.Statement) bool {
	counted := strings.ToLower(s.Said.Counted)
	for _, id := range s.Entities(record.RoleGroup) {
		for _, n := range w.entities[id].Names {
			name := strings.ToLower(n.Text)
			short, long := []rune(name), []rune(counted)
			if len(short) > len(long) {
				short, long = long, short
			}
			// Endings of peoples are short: "уйгуры", "уйгуров"; "Uzbek", "Uzbeks".
			same := 0
			for same < len(short) && short[same] == long[same] {
				same++
			}
			if same >= 3 && len(long)-same <= 3 {
				return true
			}
		}
	}
	return false
}

// label names the kind of fact in a word or two.
func (w wording) label(s read.Statement) string {
	first := func(keys ...string) string {
		for _, k := range keys {
			if w.m.Has(k) {
				return w.m.T(k)
			}
		}
		return s.Kind
	}
	switch s.Kind {
	case read.Office:
		return first("fact.office."+s.Tenure, "fact.office")
	case read.Quote:
		if s.Direct != nil && !*s.Direct {
			return w.m.T("fact.quote.reported")
		}
	case read.Agreement:
		return first("fact.agreement."+strings.ReplaceAll(s.Action, " ", ""), "fact.agreement."+s.Status, "fact.agreement")
	case read.Event:
		return first("fact.event."+s.Event, "fact.event.other")
	}
	return first("fact." + s.Kind)
}

// figure writes number, unit, qualifier, rank and change.
func (w wording) figure(s read.Statement) string {
	var parts []string
	if s.Value != nil {
		n := w.m.Round(*s.Value)
		if s.High != nil {
			n = w.m.T("figure.range", n, w.m.Round(*s.High))
		}
		n = w.unit(n, *s.Value, s.Unit)
		if q := s.Qualifier; q == "about" || q == "under" || q == "over" {
			n = w.m.T("figure."+q, n)
		}
		parts = append(parts, n)
	}
	if s.Times != 0 {
		parts = append(parts, w.m.T("figure.times", w.m.Number(s.Times)))
	}
	if s.Rank > 0 {
		parts = append(parts, w.m.T("figure.rank", strconv.Itoa(s.Rank)))
	}
	if s.Only {
		parts = append(parts, w.m.T("figure.only"))
	}
	if s.Change == "rise" || s.Change == "fall" {
		parts = append(parts, w.m.T("figure."+s.Change))
	}
	return strings.Join(parts, dot)
}

// unit puts the unit to a written number. The plural form follows whole numbers; a
// fraction takes the form that two takes: "1.5 weeks", «1,5 недели».
func (w wording) unit(n string, v float64, unit string) string {
	switch {
	case unit == "" || unit == "person":
		return n // what is counted stands beside it
	case w.m.Has("unit." + unit):
		return w.m.T("unit."+unit, n)
	case w.m.HasPlural("unit."+unit) && v != math.Trunc(v):
		return w.m.Plural("unit."+unit, 2, n)
	case w.m.HasPlural("unit." + unit):
		return w.m.Plural("unit."+unit, int(v), n)
	}
	return w.m.T("unit.other", n, unit)
}

// verdict says how a figure stands beside statistics.
func (w wording) verdict(c stats.Check, s record.Statement) *Verdict {
	v := &Verdict{Observed: c.Observed, Arithmetic: c.Arithmetic, Source: c.Source}
	switch c.Verdict {
	case stats.Consistent:
		v.Class, v.Words = "good", w.m.T("verdict.consistent")
	case stats.WithRounding:
		v.Class, v.Words = "good", w.m.T("verdict.rounding")
	case stats.Inconsistent:
		v.Class, v.Words = "warn", w.m.T("verdict.inconsistent")
	case stats.NotComparable:
		v.Class, v.Words = "quiet", w.m.T("verdict.incomparable")
	default:
		return nil // "no series" says nothing to a reader
	}
	if href := w.seriesOf(s); href != "" && c.Observed != "" {
		v.Series = web.Link{Href: href, Label: w.m.T("series.link")}
	}
	return v
}

// name gives an entity's name for this page and the language it is in.
func (w wording) name(e record.Entity) (text, language string) {
	text = e.Name(w.tag.Language)
	language = ""
	for _, n := range e.Names { // one text may be its name in several languages: Астана
		if n.Text == text && (language == "" || n.Language == w.tag.Language) {
			language = n.Language
		}
	}
	if language == "" {
		language = w.tag.Language
	}
	return w.script.text(language, text), language
}

// phrase gathers the parts of one fact.
type phrase struct {
	w        wording
	language string // of the article
	b        strings.Builder
}

func (p *phrase) part() {
	if p.b.Len() > 0 {
		p.b.WriteString(dot)
	}
}

func (p *phrase) plain(s string) {
	if s != "" {
		p.part()
		template.HTMLEscape(&p.b, []byte(s))
	}
}

func (p *phrase) strong(s string) {
	if s != "" {
		p.part()
		p.b.WriteString("<b>")
		template.HTMLEscape(&p.b, []byte(s))
		p.b.WriteString("</b>")
	}
}

// text writes words of the article, marked with their language where it is
// not the page's.
func (p *phrase) text(s string) {
	if s == "" {
		return
	}
	p.part()
	p.words(s)
}

func (p *phrase) words(s string) {
	if p.language == p.w.tag.Language {
		template.HTMLEscape(&p.b, []byte(p.w.script.text(p.language, s)))
		return
	}
	p.b.WriteString(`<span lang="`)
	template.HTMLEscape(&p.b, []byte(p.language))
	if dir := directionOfLanguage(p.language); dir != p.w.tag.Dir {
		p.b.WriteString(`" dir="` + dir)
	}
	p.b.WriteString(`">`)
	template.HTMLEscape(&p.b, []byte(s))
	p.b.WriteString("</span>")
}

func (p *phrase) quote(s read.Statement) {
	if s.Text == "" {
		return
	}
	p.part()
	text := shorten(s.Text, maxQuote)
	language := p.language
	if s.Language != "" {
		language = s.Language
	}
	q := phrase{w: p.w, language: language}
	q.words(text)
	if s.Direct != nil && !*s.Direct {
		p.b.WriteString(q.b.String())
		return
	}
	p.b.WriteString(`<q lang="` + template.HTMLEscapeString(p.w.tag.Name) + `">`)
	p.b.WriteString(q.b.String())
	p.b.WriteString("</q>")
}

// entities writes the names of those who have a role, each a link.
func (p *phrase) entities(s record.Statement, role string) {
	first := true
	for _, r := range s.Refs {
		if r.Role != role {
			continue
		}
		e, ok := p.w.entities[r.Entity]
		if !ok {
			continue
		}
		if first {
			p.part()
			first = false
		} else {
			p.b.WriteString(p.w.tag.Comma())
		}
		p.entity(e)
		if role == record.RolePlace && e.Known != "" && s.Said.Date != "" {
			p.then(e.Known, s.Said.Date)
		}
	}
}

// then writes the name that a place had on the day, where it has another now.
func (p *phrase) then(known, date string) {
	d, err := value.ParseDate(date)
	if err != nil {
		return
	}
	if name := record.NameThen(known, d, p.w.tag.Language); name != "" {
		p.b.WriteString(" (")
		template.HTMLEscape(&p.b, []byte(p.w.m.T("place.then", p.w.script.text(p.w.tag.Language, name))))
		p.b.WriteString(")")
	}
}

// arrow leads from what was to what is, the way the page runs.
func arrow(t web.Tag) string {
	if t.Dir == "rtl" {
		return " ← "
	}
	return " → "
}

func (p *phrase) entity(e record.Entity) {
	name, language := p.w.name(e)
	p.b.WriteString(`<a href="`)
	p.b.WriteString(entityAddress(p.w.tag, e.Kind, e.ID))
	p.b.WriteString(`"><bdi`)
	if language != p.w.tag.Language {
		p.b.WriteString(` lang="`)
		template.HTMLEscape(&p.b, []byte(language))
		p.b.WriteString(`"`)
	}
	p.b.WriteString(">")
	template.HTMLEscape(&p.b, []byte(name))
	p.b.WriteString("</bdi></a>")
}

// shorten cuts a text at a word's end and says so with an ellipsis.
func shorten(s string, letters int) string {
	n := 0
	for i := range s {
		if n++; n > letters {
			cut := strings.LastIndexByte(s[:i], ' ')
			if cut < i/2 {
				cut = i
			}
			return strings.TrimRight(s[:cut], " ,;:–—-") + "…"
		}
	}
	return s
}
