package stats

import (
	"fmt"
	"math"
	"strings"

	"shanyraq/internal/value"
)

// change sets "up by a fifth since 2009" or "doubled between two censuses"
// beside the first and the last observation of that time, both of one base.
func change(c *Check, f Figure, list []Observation) {
	if len(list) == 0 {
		c.Arithmetic = "no observation of this group in this place"
		return
	}
	from, to, ok := ends(f)
	if !ok {
		c.Verdict, c.Arithmetic = NotComparable, "a change needs two days, and the text gives one"
		return
	}
	var parted bool
	best := -1.0
	for _, a := range nearest(list, from, MaxGap) {
		for _, b := range nearest(list, to, MaxGap) {
			if first(a.Date) >= first(b.Date) || a.Value == 0 {
				continue
			}
			if base(a) != base(b) {
				parted = true
				continue
			}
			v, how := c.compareChange(f, a, b)
			off := float64(gap(a.Date, from) + gap(b.Date, to))
			if better := order(v) < order(c.Verdict) || v == c.Verdict && off < best; best < 0 || better {
				best, c.Verdict, c.Arithmetic = off, v, how
				c.Observed = fmt.Sprintf("%s (%s, %s) and %s (%s, %s)", say(a.Value), a.Kind, a.Date, say(b.Value), b.Kind, b.Date)
				c.Source = a.Source
				if b.Source != a.Source {
					c.Source += "; " + b.Source
				}
			}
		}
	}
	switch {
	case best >= 0:
	case parted:
		c.Verdict, c.Arithmetic = NotComparable, "the two days are on two bases"
		if br, ok := breakOf(f.Area); ok {
			c.Arithmetic = "a break lies between the two days: " + br.why
		}
	default:
		c.Verdict, c.Arithmetic = NotComparable, fmt.Sprintf("there are no two observations within %d days of %s and %s", MaxGap, from, to)
	}
}

// compareChange does the arithmetic for one pair of observations.
func (c *Check) compareChange(f Figure, a, b Observation) (Verdict, string) {
	diff := b.Value - a.Value
	var got float64
	var how, mark string
	g := f
	if v := g.Said.Value; v != nil && f.Said.Times == 0 && f.Said.Unit == "" && *v > 0 && *v < 1 { // "by a fifth"
		share := *v * 100
		g.Said.Value, g.Said.Unit = &share, "percent"
		f = g
	}
	switch {
	case f.Said.Times != 0:
		got = b.Value / a.Value
		if f.Said.Change == "fall" {
			got = a.Value / b.Value
		}
		how = fmt.Sprintf("%s / %s = %.2f times", say(b.Value), say(a.Value), got)
		v := f.Said.Times
		g.Said.Value, g.Said.High = &v, nil
	case f.Said.Unit == "percent":
		got, mark = diff/a.Value*100, " %"
		how = fmt.Sprintf("(%s − %s) / %s = %s", say(b.Value), say(a.Value), say(a.Value), percent(got))
	default:
		got = diff
		how = fmt.Sprintf("%s − %s = %s", say(b.Value), say(a.Value), signed(diff))
	}
	if f.Said.Times == 0 && f.Said.Change == "fall" {
		got = -got
	}
	limits := allow(g, Observation{Key: Key{Unit: f.Said.Unit}, Date: f.Date, Value: 0.001}) // computed: not rounded
	if unit(*g.Said.Value) >= 1 && (f.Said.Times != 0 || mark != "") {
		// "Doubled" and "by a fifth" are words, not measurements.
		slack := 0.5
		if f.Said.Times != 0 {
			slack = *g.Said.Value * 0.1
		}
		limits.wide[0], limits.wide[1] = min(limits.wide[0], limits.core[0]-slack), max(limits.wide[1], limits.core[1]+slack)
	}
	v := limits.verdict(math.Round(got*100) / 100)
	how += fmt.Sprintf("; stated %s; %s", c.Stated, limits.say())
	for _, end := range []Observation{a, b} {
		how += fmt.Sprintf("; %s of %s", end.Kind, end.Date)
	}
	return v, how
}

// ends gives the first and the last day a change speaks of: those of its
// interval, one that is open or has but its beginning ("since 1999") ending
// when the text was published.
func ends(f Figure) (from, to value.Date, ok bool) {
	a, b, found := strings.Cut(f.Date.String(), "/")
	if !found && !f.Said.Since {
		return from, to, false
	}
	from, errA := value.ParseDate(strings.Trim(a, "."))
	to, errB := value.ParseDate(strings.Trim(b, "."))
	if to.IsZero() {
		to = f.Published
	}
	return from, to, errA == nil && errB == nil && !from.IsZero() && !to.IsZero()
}
