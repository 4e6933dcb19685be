package stats

import (
	"fmt"
	"slices"
	"strings"

	"shanyraq/internal/facts"
)

// rank sets "the second largest" beside the table of the area: the groups
// observed on one day by one source, the largest first. "The largest
// minority" leaves out the people the area is the homeland of.
func rank(c *Check, f Figure, all []Observation) {
	if f.Group == "total" {
		c.Verdict, c.Arithmetic = NotComparable, "a rank needs a group"
		return
	}
	table := rankTable(f, all)
	if len(table) < 3 {
		c.Verdict, c.Arithmetic = NoSeries, fmt.Sprintf("no table of groups of this place within %d days of %s", 2*MaxGap, f.Date)
		return
	}
	minority := ""
	if countsAs("minority", f.Said.Counted) {
		for _, g := range facts.Groups() {
			if g.Homeland == f.Area {
				table = slices.DeleteFunc(table, func(o Observation) bool { return o.Group == g.ID })
				minority = "minorities only; "
			}
		}
	}
	at := slices.IndexFunc(table, func(o Observation) bool { return o.Group == f.Group })
	if at < 0 {
		c.Verdict, c.Arithmetic = NotComparable, fmt.Sprintf("the table of %s (%s) does not list the group", table[0].Date, table[0].Kind)
		return
	}
	// A table may leave groups out; the rank is sure while those left out
	// together are fewer than the group.
	listed := 0.0
	for _, o := range rankTable(f, all) {
		listed += o.Value
	}
	rest := -1.0
	for _, t := range series(all, "total", "person") {
		if t.Date == table[at].Date && t.Kind == table[at].Kind && base(t) == base(table[at]) {
			rest = t.Value - listed
		}
	}
	c.show(table[at])
	c.Observed = fmt.Sprintf("number %d of %d, %s", at+1, len(table), c.Observed)
	var lines []string
	for i, o := range table[:min(len(table), max(at+2, f.Said.Rank+1))] {
		lines = append(lines, fmt.Sprintf("%d. %s %s", i+1, o.Group, say(o.Value)))
	}
	c.Arithmetic = minority + strings.Join(lines, ", ")
	switch {
	case at+1 != f.Said.Rank && at+1 > f.Said.Rank, at+1 < f.Said.Rank && rest >= 0 && rest < table[at].Value:
		c.Verdict = Inconsistent
	case at+1 < f.Said.Rank, rest > table[at].Value:
		c.Verdict = NotComparable
		c.Arithmetic += "; the table leaves out groups that may be larger"
	default:
		c.Verdict = Consistent
	}
}

// rankTable gives the fullest table of groups for the date of a figure,
// largest first.
func rankTable(f Figure, all []Observation) (best []Observation) {
	near := 2*MaxGap + 1
	for _, t := range tablesBy(all) {
		g := gap(t[0].Date, f.Date)
		if slices.ContainsFunc(t, func(o Observation) bool { return o.Group == f.Group }) && (g < near || g == near && len(t) > len(best)) {
			near, best = g, slices.Clone(t)
		}
	}
	slices.SortStableFunc(best, func(a, b Observation) int {
		switch {
		case a.Value > b.Value:
			return -1
		case a.Value < b.Value:
			return 1
		}
		return strings.Compare(a.Group, b.Group)
	})
	return best
}
