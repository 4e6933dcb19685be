package stats

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// Verdict is how a stated figure stands beside observations.
type Verdict string

// The verdicts; README.md has the table that decides between them.
const (
	Consistent    Verdict = "consistent"
	WithRounding  Verdict = "consistent within rounding"
	Inconsistent  Verdict = "inconsistent"
	NotComparable Verdict = "not comparable"
	NoSeries      Verdict = "no series"
)

// Check is a figure set beside observations.
type Check struct {
	Statement  int64 // id of the statement of the record
	Verdict    Verdict
	Stated     string // the figure: "under 290,000"
	Observed   string // what it was set beside, with day and kind; empty where there is nothing
	Source     string
	Arithmetic string // the comparison in figures and English words
}

const (
	// MaxGap is how many days an observation may lie from the day of the
	// figure to be set beside it: a year and a half.
	MaxGap = 548
	// drift is how much a population may move in a year between the day of
	// the figure and that of the observation.
	drift = 0.025
)

// Compare checks one figure. It gives nil where there is nothing to check: a
// figure that counts no population.
func Compare(f Figure, table Table) (*Check, error) {
	if f.Group == "" || f.Said.Value == nil && f.Said.Rank == 0 && f.Said.Times == 0 && !f.Said.Only {
		return nil, nil
	}
	c := &Check{Verdict: NoSeries, Stated: stated(f)}
	if f.Area == "" {
		c.Arithmetic = "the text names no place to look up"
		return c, nil
	}
	all, err := table.Observations(f.Area, "")
	if err != nil {
		return nil, err
	}
	if f.Date.IsZero() {
		f.Date = f.Published
	}
	all, missing, err := withMembers(table, f, all)
	if err != nil {
		return nil, err
	}
	relative := f.Said.Change != "" && f.Said.Value == nil && f.Said.Times == 0
	switch {
	case f.Date.IsZero():
		c.Verdict, c.Arithmetic = NotComparable, "neither the figure nor the text has a date"
	case relative && (f.Said.Only || f.Said.Rank > 0):
		among(c, f, all)
	case f.Said.Value == nil && f.Said.Times == 0 && (f.Said.Only || relative):
		return nil, nil // the only one of what, a change of how much
	case f.Said.Change != "" || f.Said.Times != 0:
		change(c, f, series(all, f.Group, "person"))
	case f.Said.Value == nil:
		rank(c, f, all)
	default:
		u := "person"
		if f.Said.Unit == "percent" {
			u = "percent"
		}
		list := series(all, f.Group, u)
		if u == "percent" {
			list = append(list, shares(all, f.Group)...)
		}
		number(c, f, list)
		if f.Said.Rank > 0 { // "the second largest, 290,000 people": both must stand
			r := &Check{}
			rank(r, f, all)
			if r.Verdict == Inconsistent || c.Verdict == NoSeries && r.Verdict != "" {
				c.Verdict = r.Verdict
			}
			c.Arithmetic = strings.TrimPrefix(c.Arithmetic+"; "+r.Arithmetic, "; ")
		}
	}
	if c.Verdict == NoSeries && hasMembers(f.Area) {
		c.Arithmetic = noSum(f, missing)
	}
	if f.Assumed {
		c.Arithmetic += "; the place is the only country of the text"
	}
	return c, nil
}

func series(all []Observation, group, unit string) (out []Observation) {
	for _, o := range all {
		if o.Group == group && o.Unit == unit {
			out = append(out, o)
		}
	}
	return out
}

// shares computes the share of a group where its count and the total were
// observed on one day.
func shares(all []Observation, group string) (out []Observation) {
	for _, g := range series(all, group, "person") {
		for _, t := range series(all, "total", "person") {
			if t.Date == g.Date && t.Kind == g.Kind && base(t) == base(g) && t.Value > 0 {
				o := g
				o.Unit, o.Value = "percent", math.Round(g.Value/t.Value*1e4)/1e2
				o.Note = fmt.Sprintf("%s of %s", say(g.Value), say(t.Value))
				out = append(out, o)
			}
		}
	}
	return out
}

// number sets a number beside the observations of its day.
func number(c *Check, f Figure, list []Observation) {
	if len(list) == 0 {
		c.Arithmetic = "no observation of this group in this place"
		return
	}
	found := nearest(list, f.Date, MaxGap)
	if len(found) == 0 {
		c.Verdict, c.Arithmetic = NotComparable, fmt.Sprintf("the nearest observation is more than %d days from %s", MaxGap, f.Date)
		return
	}
	comparable := found
	if b := bases(f.Area, f.Date); b != nil {
		comparable = slices.DeleteFunc(slices.Clone(found), func(o Observation) bool { return !slices.Contains(b, base(o)) })
	}
	if len(comparable) == 0 {
		c.acrossBreak(f, found[0])
		return
	}
	best := -1
	var limits allowed
	for i, o := range comparable {
		l := allow(f, o)
		v := l.verdict(o.Value)
		if best < 0 || order(v) < order(c.Verdict) || v == c.Verdict && math.Abs(o.Value-*f.Said.Value) < math.Abs(comparable[best].Value-*f.Said.Value) {
			best, c.Verdict, limits = i, v, l
		}
	}
	if c.Verdict == Inconsistent {
		for _, o := range found {
			if !slices.Contains(comparable, o) && allow(f, o).verdict(o.Value) != Inconsistent {
				c.acrossBreak(f, o) // the text may use the old base still
				return
			}
		}
	}
	o := comparable[best]
	c.show(o)
	diff := o.Value - *f.Said.Value
	c.Arithmetic = fmt.Sprintf("observed %s, stated %s: difference %s", say(o.Value), c.Stated, signed(diff))
	if *f.Said.Value != 0 {
		c.Arithmetic += fmt.Sprintf(" (%s)", percent(diff / *f.Said.Value * 100))
	}
	if c.Verdict != Consistent || diff != 0 {
		c.Arithmetic += "; " + limits.say()
	}
	if g := gap(o.Date, f.Date); g > 0 {
		c.Arithmetic += fmt.Sprintf("; the observation is %d days from %s", g, f.Date)
	}
	if len(comparable) > 1 {
		c.Arithmetic += fmt.Sprintf("; nearest of %d observations", len(comparable))
	}
	if parts, ok := strings.CutPrefix(o.Note, sumOf); ok {
		c.Arithmetic += fmt.Sprintf("; %s = %s", parts, say(o.Value))
	}
}

func (c *Check) acrossBreak(f Figure, o Observation) {
	br, _ := breakOf(f.Area)
	c.Verdict = NotComparable
	c.show(o)
	c.Arithmetic = fmt.Sprintf("the figure is of %s, the observation of %s, and a break lies between: %s", f.Date, o.Date, br.why)
}

func order(v Verdict) int {
	return slices.Index([]Verdict{Consistent, WithRounding, Inconsistent, NotComparable, NoSeries}, v)
}

func (c *Check) show(o Observation) {
	c.Observed = fmt.Sprintf("%s (%s, %s)", say(o.Value), o.Kind, o.Date)
	if o.Unit == "percent" {
		c.Observed = fmt.Sprintf("%s %% (%s, %s)", say(o.Value), o.Kind, o.Date)
	}
	c.Source = o.Source
}

// allowed is what an observation may be for a figure to stand: core for
// consistent, wide for consistent within rounding.
type allowed struct {
	core, wide [2]float64
	why        string
}

// Tolerance is what a word before a number lets an observation be, in per
// cent of the number: Core for consistent, Wide for consistent within
// rounding.
type Tolerance struct {
	Word       string // a qualifier of package read
	Core, Wide [2]float64
	why        string
}

// tolerances of the words. For a number without a word rounding is what its
// last digit says, at most 5 %.
var tolerances = []Tolerance{
	{"exact", [2]float64{100, 100}, [2]float64{95, 105}, ""},
	{"about", [2]float64{95, 105}, [2]float64{90, 110}, `"about" takes 5 %, at most 10 %`},
	{"under", [2]float64{90, 100}, [2]float64{85, 101}, `"under" takes 10 %, at most 15 % below, and rounding up to 1 % above`},
	{"over", [2]float64{100, 110}, [2]float64{99, 115}, `"over" takes 10 %, at most 15 % above, and rounding up to 1 % below`},
}

// Tolerances gives what the words mean, for a page that publishes it.
func Tolerances() []Tolerance { return slices.Clone(tolerances) }

// allow gives the limits; README.md publishes them.
func allow(f Figure, o Observation) allowed {
	v := *f.Said.Value
	high := v
	if f.Said.High != nil {
		high = *f.Said.High
	}
	round := half
	if o.Unit == "percent" {
		round = halfShare
	}
	h := max(round(v), round(high)) + round(o.Value)
	// "Over 300,000" is not said of 290,000.
	strict := min(h, 0.01*math.Abs(v)+round(o.Value))
	a := allowed{core: [2]float64{v, high}, wide: [2]float64{v - h, high + h}, why: "rounding"}
	if i := slices.IndexFunc(tolerances, func(t Tolerance) bool { return t.Word == f.Said.Qualifier && t.why != "" }); i >= 0 {
		t := tolerances[i]
		a = allowed{core: [2]float64{v * t.Core[0] / 100, high * t.Core[1] / 100}, wide: [2]float64{v * t.Wide[0] / 100, high * t.Wide[1] / 100}, why: t.why}
		switch t.Word { // rounding on the side that the word shuts
		case "under":
			a.wide[1] = high + strict
		case "over":
			a.wide[0] = v - strict
		}
	}
	if g := gap(o.Date, f.Date); g > 0 {
		move := v * drift * float64(g) / 365
		a.wide[0], a.wide[1] = a.wide[0]-move, a.wide[1]+move
		a.why += fmt.Sprintf(", and %.1f %% for the days between", drift*100*float64(g)/365)
	}
	return a
}

func (a allowed) verdict(v float64) Verdict {
	const hair = 1e-9
	switch {
	case v >= a.core[0]-hair && v <= a.core[1]+hair:
		return Consistent
	case v >= a.wide[0]-hair && v <= a.wide[1]+hair:
		return WithRounding
	}
	return Inconsistent
}

func (a allowed) say() string {
	return fmt.Sprintf("allowed %s to %s (%s)", say(math.Round(a.wide[0]*100)/100), say(math.Round(a.wide[1]*100)/100), a.why)
}

func signed(v float64) string {
	if v > 0 {
		return "+" + say(v)
	}
	return say(v)
}

// stated writes the figure as the text means it.
func stated(f Figure) string {
	var parts []string
	if q := f.Said.Qualifier; q != "" && q != "exact" {
		parts = append(parts, q)
	}
	if f.Said.Change != "" {
		parts = append(parts, map[string]string{"rise": "a rise of", "fall": "a fall of"}[f.Said.Change])
	}
	if f.Said.Value != nil {
		v := say(*f.Said.Value)
		if f.Said.High != nil {
			v += " to " + say(*f.Said.High)
		}
		if f.Said.Unit == "percent" {
			v += " %"
		}
		parts = append(parts, v)
	}
	if f.Said.Times != 0 {
		parts = append(parts, say(f.Said.Times)+" times")
	}
	switch {
	case f.Said.Only:
		parts = []string{map[string]string{"rise": "the only one that rose", "fall": "the only one that fell"}[f.Said.Change]}
	case f.Said.Rank > 0 && f.Said.Change != "" && f.Said.Value == nil:
		parts = []string{fmt.Sprintf("number %d by the speed of its %s", f.Said.Rank, f.Said.Change)}
	case f.Said.Rank > 0:
		parts = append(parts, fmt.Sprintf("number %d by size", f.Said.Rank))
	}
	return strings.Join(parts, " ")
}
