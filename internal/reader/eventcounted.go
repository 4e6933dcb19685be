package reader

import (
	"shanyraq/internal/value"
)

// countedFrom gives the day of an English event that a date before it is counted
// from: "reopened on Monday, four days after officials met". ok tells that the
// event stands behind such words; the date is zero where they do not give a day.
func (f *eventFinder) countedFrom(m *mention, ph *phrase, d *deed) (day value.Date, ok bool) {
	if !f.english() {
		return day, false
	}
	at := ph.from
	if d != nil {
		at = min(at, d.start)
	}
	for k := m.end + 2; k < at && k < m.end+8; k++ {
		sign := 0
		switch f.l.Fold(k) {
		case "after":
			sign = -1
		case "before":
			sign = 1
		default:
			continue
		}
		unit, _, timed := f.l.Value(k-1, f.p.know.lists.timeUnit)
		count, counted := 1, k-2 >= m.end && f.l.Has(k-2, f.p.know.lists.indefinite) // a day before
		if n, ok := f.numeralAt(k - 2); ok && n.start >= m.end {
			count, counted = int(n.value), true
		}
		if !timed || !counted {
			return day, false
		}
		first, single := m.date.First()
		if last, _ := m.date.Last(); !single || !last.Equal(first) {
			return day, true
		}
		switch unit {
		case "day":
			return dayOf(first.AddDate(0, 0, sign*count)), true
		case "week":
			return dayOf(first.AddDate(0, 0, 7*sign*count)), true
		}
		return day, true
	}
	return day, false
}
