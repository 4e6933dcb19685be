package reader

import (
	"time"

	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// aboveReach is how many paragraphs up a date is looked for that one counted from it
// refers to: news has paragraphs of one sentence.
const aboveReach = 3

// dateAbove gives the last date that the paragraphs above the one of token i name,
// if the unit the match counts in can be counted from it: "The following month, …"
// opens a paragraph of its own as often as not. A year before is counted from a
// quarter only; of other dates it may be the year before ours as well.
func (r *dateReader) dateAbove(i int) (value.Date, bool) {
	unit, _, _ := r.unit("unit")
	if u := r.m.Rule.Get("unit"); u != "" {
		unit = u
	}
	need := precision(unit)
	compares := unit == "year" && r.m.Rule.Get("anchor") == "earlier" // against six a year before
	first, reach := r.p.paragraphOf(i), aboveReach
	if r.m.Rule.Get("anchor") == "same" || r.m.Rule.Get("above") == "opening" { // "that day" is the one just spoken of
		reach = 1
	}
	for up := 0; first > 0 && up < reach; up++ {
		start := r.p.paragraphOf(first - 1)
		above := r.p.mentionsIn(lang.DateChunk, start, first)
		for k := len(above) - 1; k >= 0; k-- {
			m := &r.p.mens[above[k]]
			if m.date.IsZero() || k > 0 && r.p.baseDate(m) {
				continue
			}
			if v := m.date.String(); compares && (len(v) != len("2016-33") || v[5] != '3') {
				return value.Date{}, false
			}
			if len(m.date.String()) >= need && !(r.byDay() && spanOfMonths(m.date)) {
				return m.date, true
			}
			return value.Date{}, false
		}
		first = start
	}
	return value.Date{}, false
}

// quarterEnded gives the quarter that a day closes, for a match that takes the like of
// it in another year: "the quarter ended Sept. 30 …, against two million in the
// year-earlier period".
func (r *dateReader) quarterEnded(m *mention) (value.Date, bool) {
	l, k := r.p.lat, m.start-2
	if r.m.Rule.Get("like") == "" || k < r.sentence.First || len(m.date.String()) != len(time.DateOnly) {
		return value.Date{}, false
	}
	switch l.Fold(k + 1) {
	case "ended", "ending":
	default:
		return value.Date{}, false
	}
	if v, _, ok := l.Value(k, r.p.know.lists.timeUnit); !ok || v != "quarter" {
		return value.Date{}, false
	}
	day, _ := m.date.First()
	return edtf("%s", precise(day.AddDate(0, 0, -45), "quarter"))
}

// dayAbove gives the last day that the paragraphs above the one of token i name,
// five at most, or the end of a span of days: «Ертеңіне», «Келесі күні» open a
// paragraph of their own as often as not.
func (r *dateReader) dayAbove(i int) (time.Time, bool) {
	first := r.p.paragraphOf(i)
	for up := 0; first > 0 && up < 5; up++ {
		start := r.p.paragraphOf(first - 1)
		above := r.p.mentionsIn(lang.DateChunk, start, first)
		for k := len(above) - 1; k >= 0; k-- {
			if d := r.p.mens[above[k]].date; len(d.String()) >= len("2006-01-02") && d.String()[len(d.String())-3] == '-' {
				return d.Last()
			}
		}
		first = start
	}
	return time.Time{}, false
}
