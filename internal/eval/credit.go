package eval

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

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

func (j judge) date(g, f Date) float64 { return boolCredit(sameDate(g.Value, f.Value)) }

// sameDate tells whether an EDTF value is one of the values that gold accepts:
// the same text, or the same first and last day.
func sameDate(gold, found string) bool {
	if gold == found {
		return true
	}
	f, err := value.ParseDate(found)
	for _, g := range strings.Split(gold, "|") {
		x, err2 := value.ParseDate(g)
		if err != nil || err2 != nil {
			continue
		}
		lo, hi := x.Bounds()
		if lo2, hi2 := f.Bounds(); lo == lo2 && hi == hi2 {
			return true
		}
	}
	return false
}

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
			if slices.EqualFunc(words(singular(a)), words(singular(b)), samePeople) {
				return 1
			}
		}
	}
	return 0
}

// singular takes the Kazakh plural ending off a folded name; the endings of
// English and Russian are short enough for sameWord.
func singular(name string) string {
	for _, end := range []string{"лар", "лер", "дар", "дер", "тар", "тер"} {
		if s, ok := strings.CutSuffix(name, end); ok && utf8.RuneCountInString(s) >= 4 {
			return s
		}
	}
	return name
}

// samePeople allows two letters of ending (украинцы, украинец) and no more:
// Turks are not Turkmens.
func samePeople(a, b string) bool {
	return a == b || sameWord(a, b) && commonPrefix(a, b) >= max(utf8.RuneCountInString(a), utf8.RuneCountInString(b))-2
}

// nested gives, as optional gold, the found places that stand inside the name
// of a gold body: Moscow of the Moscow Conservatory.
func nested(bodies, places []Name) (optional []Name) {
	for _, p := range places {
		inside := func(b Name) bool {
			return slices.ContainsFunc(b.folded(), func(body string) bool {
				for _, w := range contentWords(p.Name) {
					if !slices.ContainsFunc(words(body), func(v string) bool { return sameWord(w, v) }) {
						return false
					}
				}
				return true
			})
		}
		if slices.ContainsFunc(bodies, inside) {
			optional = append(optional, Name{Name: p.Name, Optional: true})
		}
	}
	return optional
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
	// Of a measured figure the unit says enough; what it measures is worded
	// in many ways.
	if foldUnit(g.Unit) == "" && g.Counted != "" && f.Counted != "" && !j.same(g.Counted, f.Counted) && !shareStem(contentWords(g.Counted), contentWords(f.Counted)) {
		return 0.5
	}
	return 1
}

// shareStem tells whether some word of one list is a word of the other,
// perhaps inflected; short words count too (ел, елден).
func shareStem(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if sameWord(x, y) || utf8.RuneCountInString(x) >= 2 && strings.HasPrefix(y, x) || utf8.RuneCountInString(y) >= 2 && strings.HasPrefix(x, y) {
				return true
			}
		}
	}
	return false
}

// timesAlone gives, as optional gold, the "tripled" of "tripled to 96", which a
// reader may say as a figure of its own.
func timesAlone(figures []Figure) (optional []Figure) {
	for _, f := range figures {
		if f.Value != nil && f.Times != 0 {
			optional = append(optional, Figure{Times: f.Times, Optional: true})
		}
	}
	return optional
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
		same := func(e Date) bool { return sameDate(e.Value, d.Value) }
		if i := slices.IndexFunc(out, same); i < 0 {
			out = append(out, d)
		} else if !d.Optional {
			out[i].Optional = false
		}
	}
	return out
}
