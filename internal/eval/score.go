package eval

import (
	"fmt"
	"slices"
	"strings"

	"shanyraq/internal/read"
)

// Kinds are the ten kinds scored, in the order of the table.
var Kinds = []string{"dates", "people", "organizations", "places", "groups", "offices", "figures", "quotes", "agreements", "events"}

// Tally adds up credits of one kind.
type Tally struct {
	Credit float64 // sum over pairs, 0 to 1 each
	Gold   int     // items a reader had to find
	Found  int     // items it found, without those that match optional gold
}

func (t *Tally) add(u Tally) { t.Credit += u.Credit; t.Gold += u.Gold; t.Found += u.Found }

// Precision is the credit per found item; 0 where nothing was found.
func (t Tally) Precision() float64 { return ratio(t.Credit, float64(t.Found)) }

// Recall is the credit per gold item.
func (t Tally) Recall() float64 { return ratio(t.Credit, float64(t.Gold)) }

// F1 is the harmonic mean of both.
func (t Tally) F1() float64 { return ratio(2*t.Credit, float64(t.Gold+t.Found)) }

func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// Slip is one item of a document on which gold and reading differ.
type Slip struct {
	Kind   string
	Gold   string // empty for an extra
	Found  string // empty for a miss
	Credit float64
	Wrong  []string // fields that the reading tells otherwise, or not
	Rule   string   // of the found statement
}

// Score is how one document was read.
type Score struct {
	Doc    Document
	Kinds  map[string]Tally
	Fields map[string]Fields // by kind of statement
	Rules  map[string]Tally  // by "kind/rule", of statements; Gold is not set
	Slips  []Slip
	Judged []Judged // statements, but for those of which gold leaves open whether they are right
}

// Judged is the credit of one statement of a reading.
type Judged struct {
	At     int // in the reading
	Credit float64
}

// ScoreDocument compares a reading's facts with a document's gold.
func ScoreDocument(doc Document, found Facts) Score {
	s := Score{Doc: doc, Kinds: map[string]Tally{}, Fields: map[string]Fields{}, Rules: map[string]Tally{}}
	g := doc.Gold
	j := judge{gold: aliasesOf(g), found: aliasesOf(found)}
	compare(&s, "dates", distinct(g.Dates), distinct(found.Dates), j.date, Date.item, nil)
	compare(&s, "people", g.People, found.People, j.name, Name.item, nil)
	compare(&s, "organizations", g.Organizations, found.Organizations, j.organization, Name.item, nil)
	compare(&s, "places", slices.Concat(g.Places, nested(g.Organizations, found.Places)), found.Places, j.name, Name.item, nil)
	compare(&s, "groups", g.Groups, found.Groups, j.group, Name.item, nil)
	compare(&s, "offices", g.Offices, found.Offices, j.office, Office.item, j.officeFields)
	compare(&s, "figures", slices.Concat(g.Figures, timesAlone(g.Figures)), found.Figures, j.figure, Figure.item, j.figureFields)
	compare(&s, "quotes", g.Quotes, found.Quotes, j.quote, Quote.item, j.quoteFields)
	compare(&s, "agreements", g.Agreements, found.Agreements, j.agreement, Agreement.item, j.agreementFields)
	compare(&s, "events", g.Events, found.Events, j.event, Event.item, j.eventFields)
	return s
}

// item is what the tables need to know of a gold or found thing.
type item struct {
	text     string
	rule     string
	at       int
	optional bool
}

// compare aligns one kind of one document and enters the result in s; fields gives what
// gold tells of a pair, nil for what is no statement.
func compare[T any](s *Score, kind string, gold, found []T, credit func(g, f T) float64, of func(T) item, fields func(g, f T) told) {
	pairs := align(len(gold), len(found), func(a, b int) float64 {
		c := credit(gold[a], found[b])
		if of(gold[a]).optional {
			return c * 0.01 // a required item has first choice
		}
		return c
	})
	var t Tally
	taken := make([]bool, len(found))
	enter := func(f item, credit float64) {
		t.Found++
		if rule := f.rule; rule != "" {
			s.Judged = append(s.Judged, Judged{f.at, credit})
			r := s.Rules[kind+"/"+rule]
			r.add(Tally{Credit: credit, Found: 1})
			s.Rules[kind+"/"+rule] = r
		}
	}
	for a, b := range pairs {
		g := of(gold[a])
		if b >= 0 {
			taken[b] = true
		}
		if g.optional {
			continue
		}
		t.Gold++
		if b < 0 {
			s.Slips = append(s.Slips, Slip{Kind: kind, Gold: g.text})
			continue
		}
		c, f := credit(gold[a], found[b]), of(found[b])
		t.Credit += c
		enter(f, c)
		var wrong []string
		if fields != nil {
			if s.Fields[kind] == nil {
				s.Fields[kind] = Fields{}
			}
			list := fields(gold[a], found[b])
			s.Fields[kind].enter(list)
			wrong = list.wrong()
		}
		if c < 1 || len(wrong) > 0 {
			s.Slips = append(s.Slips, Slip{Kind: kind, Gold: g.text, Found: f.text, Credit: c, Wrong: wrong, Rule: f.rule})
		}
	}
	for b := range found {
		if !taken[b] {
			f := of(found[b])
			enter(f, 0)
			s.Slips = append(s.Slips, Slip{Kind: kind, Found: f.text, Rule: f.rule})
		}
	}
	s.Kinds[kind] = t
}

// ReadFunc reads one text; it is the reader under test.
type ReadFunc func(doc Document) read.Reading

// Run reads and scores all documents.
func Run(docs []Document, reader ReadFunc) Report {
	r := newReport()
	for _, d := range docs {
		r.add(ScoreDocument(d, FactsOf(reader(d))))
	}
	return r
}

func (d Date) item() item {
	return item{text: fmt.Sprintf("%s  %q", d.Value, d.Text), optional: d.Optional}
}

func (n Name) item() item {
	s := n.Name
	if len(n.Aliases) > 0 {
		s += "  (" + strings.Join(n.Aliases, "; ") + ")"
	}
	return item{text: s, optional: n.Optional}
}

func (o Office) item() item {
	return item{text: parts(o.Person, o.Title, o.Organization), rule: o.Rule, at: o.At, optional: o.Optional}
}

func (f Figure) item() item {
	var v []string
	if f.Value != nil {
		s := fmt.Sprint(*f.Value)
		if f.High != nil {
			s += "…" + fmt.Sprint(*f.High)
		}
		v = append(v, s)
	}
	if f.Rank != 0 {
		v = append(v, fmt.Sprintf("rank %d", f.Rank))
	}
	if f.Times != 0 {
		v = append(v, fmt.Sprintf("times %v", f.Times))
	}
	return item{text: parts(strings.Join(v, ", "), f.Qualifier, f.Unit, f.Counted), rule: f.Rule, at: f.At, optional: f.Optional}
}

func (q Quote) item() item {
	kind := "reported"
	if q.Direct {
		kind = "direct"
	}
	return item{text: parts(kind, q.Speaker, "“"+q.Text+"”"), rule: q.Rule, at: q.At, optional: q.Optional}
}

func (a Agreement) item() item {
	return item{text: parts(a.Instrument, strings.Join(a.Parties, " + "), a.Date, a.Status), rule: a.Rule, at: a.At, optional: a.Optional}
}

func (e Event) item() item {
	return item{text: parts(e.Event, e.Name, e.Date, e.Place, strings.Join(e.Participants, " + ")), rule: e.Rule, at: e.At, optional: e.Optional}
}

// parts joins what is there with bars, "–" for what is not.
func parts(list ...string) string {
	for i, s := range list {
		if s == "" {
			list[i] = "–"
		}
	}
	return strings.Join(list, " | ")
}
