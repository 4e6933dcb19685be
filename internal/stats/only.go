package stats

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"shanyraq/internal/value"
)

// Unlisted is which share of the whole population may stand in no line of a
// table for "the only one" and "the fastest" to be said of all groups.
const Unlisted = 0.01

// growth is how a group changed between two tables.
type growth struct {
	group    string
	from, to float64
}

func (g growth) diff() float64  { return g.to - g.from }
func (g growth) ratio() float64 { return g.to / g.from }

// among sets "the only people whose number fell since 2009" and "the
// fastest-growing people" beside every group that both tables of that time
// list. Where somebody else did the same, or faster, the words do not stand;
// where nobody did, they stand if the tables leave out next to nobody.
func among(c *Check, f Figure, all []Observation) {
	from, to, ok := ends(f)
	if !ok {
		c.Verdict, c.Arithmetic = NotComparable, "a change needs two days, and the text gives one"
		return
	}
	before, after, parted := tablesOf(f, all, from, to)
	switch {
	case parted:
		c.Verdict, c.Arithmetic = NotComparable, "the tables of the two days are on two bases"
		if br, ok := breakOf(f.Area); ok {
			c.Arithmetic = "a break lies between the two days: " + br.why
		}
		return
	case len(before) < 3:
		c.Verdict, c.Arithmetic = NoSeries, fmt.Sprintf("there are no two tables of groups of this place within %d days of %s and %s", MaxGap, from, to)
		return
	}
	var list []growth
	for _, a := range before {
		if i := slices.IndexFunc(after, func(o Observation) bool { return o.Group == a.Group }); i >= 0 && a.Value > 0 {
			list = append(list, growth{a.Group, a.Value, after[i].Value})
		}
	}
	at := slices.IndexFunc(list, func(g growth) bool { return g.group == f.Group })
	if at < 0 || len(list) < 3 {
		c.Verdict, c.Arithmetic = NotComparable, fmt.Sprintf("the tables of %s and %s do not both list the group", before[0].Date, after[0].Date)
		return
	}
	own := list[at]
	c.Observed = fmt.Sprintf("%s (%s, %s) and %s (%s, %s)", say(own.from), before[0].Kind, before[0].Date, say(own.to), after[0].Kind, after[0].Date)
	c.Source = before[0].Source
	if s := after[0].Source; s != c.Source {
		c.Source += "; " + s
	}
	same := func(g growth) bool { return g.diff() > 0 }
	if f.Said.Change == "fall" {
		same = func(g growth) bool { return g.diff() < 0 }
	}
	say1 := func(g growth) string {
		if f.Said.Only {
			return fmt.Sprintf("%s %s − %s = %s", g.group, say(g.to), say(g.from), signed(g.diff()))
		}
		return fmt.Sprintf("%s %s / %s = %.3f", g.group, say(g.to), say(g.from), g.ratio())
	}
	var others []growth // that do the same, or faster
	for i, g := range list {
		faster := g.ratio() > own.ratio()
		if f.Said.Change == "fall" {
			faster = g.ratio() < own.ratio()
		}
		if i != at && same(g) && (f.Said.Only || faster) {
			others = append(others, g)
		}
	}
	slices.SortFunc(others, func(a, b growth) int { return strings.Compare(a.group, b.group) })
	c.Arithmetic = say1(own)
	word := map[string]string{"rise": "rose", "fall": "fell"}[f.Said.Change]
	if f.Said.Rank > 0 {
		word += " faster"
	}
	place := max(f.Said.Rank, 1) // "the second fastest"
	switch {
	case !same(own):
		c.Verdict = Inconsistent
		c.Arithmetic += fmt.Sprintf("; it did not %s", map[string]string{"rise": "rise", "fall": "fall"}[f.Said.Change])
	case len(others) >= place:
		c.Verdict = Inconsistent
		var said []string
		for _, g := range others[:min(len(others), 5)] {
			said = append(said, say1(g))
		}
		c.Arithmetic += fmt.Sprintf("; %d of the other %d groups %s too: %s", len(others), len(list)-1, word, strings.Join(said, ", "))
		if len(others) > 5 {
			c.Arithmetic += "…"
		}
		if f.Said.Rank > 0 {
			c.Arithmetic = strings.Replace(c.Arithmetic, " too: ", ": ", 1)
		}
	case len(others) < place-1:
		c.Verdict = Inconsistent
		c.Arithmetic += fmt.Sprintf("; only %d of the other %d groups %s", len(others), len(list)-1, word)
	default:
		c.Verdict = Consistent
		c.Arithmetic += fmt.Sprintf("; %d of the other %d groups %s", len(others), len(list)-1, word)
		if rest := restOf(all, before, list); rest < 0 || rest > Unlisted {
			c.Verdict = NotComparable
			if rest < 0 {
				c.Arithmetic += "; how many people the tables leave out is not known"
			} else {
				c.Arithmetic += fmt.Sprintf("; the tables leave out %.1f %% of the population, more than %g %%", rest*100, Unlisted*100)
			}
		}
	}
}

// restOf gives the share of the population of a table's day that is in none of
// the groups compared; negative where the total is not known.
func restOf(all, table []Observation, list []growth) float64 {
	sum := 0.0
	for _, g := range list {
		sum += g.from
	}
	for _, t := range series(all, "total", "person") {
		if t.Date == table[0].Date && t.Kind == table[0].Kind && base(t) == base(table[0]) && t.Value > 0 {
			return math.Max(0, 1-sum/t.Value)
		}
	}
	return -1
}

// tablesOf gives the two tables of groups that are nearest to the ends of a
// change, both on one base and both with the group. parted is set where there
// are two, on different bases only.
func tablesOf(f Figure, all []Observation, from, to value.Date) (before, after []Observation, parted bool) {
	best := -1
	tables := tablesBy(all)
	for _, a := range tables {
		for _, b := range tables {
			lists := func(t []Observation) bool {
				return slices.ContainsFunc(t, func(o Observation) bool { return o.Group == f.Group })
			}
			off := gap(a[0].Date, from) + gap(b[0].Date, to)
			if gap(a[0].Date, from) > MaxGap || gap(b[0].Date, to) > MaxGap || first(a[0].Date) >= first(b[0].Date) || !lists(a) || !lists(b) {
				continue
			}
			if base(a[0]) != base(b[0]) {
				parted = true
				continue
			}
			if best < 0 || off < best || off == best && min(len(a), len(b)) > min(len(before), len(after)) {
				best, before, after = off, a, b
			}
		}
	}
	return before, after, parted && best < 0
}

// tablesBy gathers the observations of groups of one day, kind and base; those
// with three groups and more, in order of day.
func tablesBy(all []Observation) (out [][]Observation) {
	at := map[string]int{}
	for _, o := range all {
		if o.Unit != "person" || o.Group == "total" || o.Group == "other" || o.Group == "not_stated" {
			continue
		}
		k := o.Date.String() + " " + o.Kind + " " + base(o)
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, nil)
		}
		if !slices.ContainsFunc(out[i], func(p Observation) bool { return p.Group == o.Group }) {
			out[i] = append(out[i], o)
		}
	}
	out = slices.DeleteFunc(out, func(t []Observation) bool { return len(t) < 3 })
	slices.SortStableFunc(out, func(a, b []Observation) int { return first(a[0].Date) - first(b[0].Date) })
	return out
}
