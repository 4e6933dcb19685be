package eval

import (
	"math"
	"slices"
	"strings"

	"shanyraq/internal/value"
)

// judge gives the credit of one found item against one gold item; see the
// package comment for the rules.
type judge struct{ gold, found aliases }

func (j judge) same(g, f string) bool {
	if g == "" || f == "" {
		return g == f
	}
	return shareName(j.gold.of(g), j.found.of(f))
}

// party is same, or a body whose names overlap.
func (j judge) party(g, f string) bool {
	return j.same(g, f) || overlap(contentWords(g), contentWords(f)) >= 0.6
}

func trimMarks(edtf string) string { return strings.TrimRight(edtf, "~?%") }

func (j judge) date(g, f Date) float64 { return boolCredit(trimMarks(g.Value) == trimMarks(f.Value)) }

func (j judge) name(g, f Name) float64 { return boolCredit(shareName(g.folded(), f.folded())) }

func (j judge) organization(g, f Name) float64 {
	if shareName(g.folded(), f.folded()) {
		return 1
	}
	for _, a := range g.folded() {
		for _, b := range f.folded() {
			if overlap(contentWords(a), contentWords(b)) >= 0.6 {
				return 0.5
			}
		}
	}
	return 0
}

func (j judge) group(g, f Name) float64 {
	for _, a := range g.folded() {
		for _, b := range f.folded() {
			if x, y := words(a), words(b); len(x) == len(y) && overlap(x, y) == 1 {
				return 1
			}
		}
	}
	return 0
}

func (j judge) office(g, f Office) float64 {
	if !j.same(g.Person, f.Person) {
		return 0
	}
	title := overlap(contentWords(g.Title), contentWords(f.Title))
	whole := overlap(contentWords(g.Title+" "+g.Organization), contentWords(f.Title+" "+f.Organization))
	return boolCredit(max(title, whole) >= 0.5)
}

func near(a, b float64) bool {
	return a == b || math.Abs(a-b) <= 1e-6*max(math.Abs(a), math.Abs(b))
}

func (j judge) figure(g, f Figure) float64 {
	switch {
	case g.Value != nil:
		if f.Value == nil || !near(*g.Value, *f.Value) || foldUnit(g.Unit) != foldUnit(f.Unit) {
			return 0
		}
	case g.Rank != 0:
		if g.Rank != f.Rank {
			return 0
		}
	default:
		if g.Times == 0 || !near(g.Times, f.Times) {
			return 0
		}
	}
	if g.High != nil && (f.High == nil || !near(*g.High, *f.High)) {
		return 0.5
	}
	if g.Counted != "" && f.Counted != "" {
		a, b := contentWords(g.Counted), contentWords(f.Counted)
		if overlap(a, b) == 0 && !j.same(g.Counted, f.Counted) {
			return 0.5
		}
	}
	return 1
}

func (j judge) quote(g, f Quote) float64 {
	need := 0.5
	if g.Direct {
		need = 0.8
	}
	if overlap(words(g.Text), words(f.Text)) < need {
		return 0
	}
	if g.Speaker != "" && !j.party(g.Speaker, f.Speaker) {
		return 0.5
	}
	return 1
}

func (j judge) agreement(g, f Agreement) float64 {
	shared := overlap(contentWords(g.Instrument), contentWords(f.Instrument))
	if shared < 0.5 {
		return 0
	}
	got, of := 0.0, 0.0
	if g.Status != "" {
		of++
		got += boolCredit(g.Status == f.Status)
	}
	if g.Date != "" {
		of++
		got += boolCredit(datesMeet(g.Date, f.Date))
	}
	if len(g.Parties) > 0 {
		of++
		pairs := align(len(g.Parties), len(f.Parties), func(a, b int) float64 { return boolCredit(j.party(g.Parties[a], f.Parties[b])) })
		hits := len(g.Parties) - count(pairs, -1)
		got += 2 * float64(hits) / float64(len(g.Parties)+len(f.Parties))
	}
	if of == 0 {
		return 1
	}
	return 0.5 + 0.5*got/of
}

func (j judge) event(g, f Event) float64 {
	named := g.Name != "" && f.Name != "" && overlap(contentWords(g.Name), contentWords(f.Name)) >= 0.5
	if g.Event != f.Event {
		if named {
			return 0.5
		}
		return 0
	}
	if g.Name == "" && g.Date == "" && g.Place == "" {
		return 1
	}
	return boolCredit(named || (g.Date != "" && datesMeet(g.Date, f.Date)) || (g.Place != "" && f.Place != "" && j.same(g.Place, f.Place)))
}

// datesMeet tells whether two EDTF dates may mean a common day.
func datesMeet(a, b string) bool {
	x, err1 := value.ParseDate(a)
	y, err2 := value.ParseDate(b)
	return err1 == nil && err2 == nil && x.Overlaps(y)
}

func boolCredit(ok bool) float64 {
	if ok {
		return 1
	}
	return 0
}

func count(list []int, x int) (n int) {
	for _, y := range list {
		if x == y {
			n++
		}
	}
	return n
}

// distinct keeps the first of each date value, as dates are scored by value.
func distinct(dates []Date) []Date {
	var out []Date
	for _, d := range dates {
		same := func(e Date) bool { return trimMarks(e.Value) == trimMarks(d.Value) }
		if i := slices.IndexFunc(out, same); i < 0 {
			out = append(out, d)
		} else if !d.Optional {
			out[i].Optional = false
		}
	}
	return out
}
