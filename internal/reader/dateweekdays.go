package reader

import (
	"time"

	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// weekdayNamed gives a captured weekday, 1 for Monday, by its name or by a
// short form that only a number beside it tells from other words: Sat 14th.
func (r *dateReader) weekdayNamed(name string) int {
	if n := r.listNum(name, r.p.know.lists.weekday); n > 0 {
		return n
	}
	if r.p.know.lists.weekdayShort == lang.NoClass {
		return 0
	}
	return r.listNum(name, r.p.know.lists.weekdayShort)
}

// weekdayFrom gives the weekday of a week so much time away, "Monday two weeks
// from now", "three weeks ago on Monday", and of months and years the first
// such day from there on. Capture wdir is the direction.
func (r *dateReader) weekdayFrom() (value.Date, bool) {
	unit, times, ok := r.unit("unit")
	n, half := r.howMany("n")
	if n *= times; !ok || half || n < 1 || n > 1000 {
		return value.Date{}, false
	}
	pub, dated := r.p.today()
	if !dated {
		return value.Date{}, true
	}
	back, wd := r.p.lat.Fold(r.firstOf("wdir")) == "ago", r.weekdayNamed("wd")
	if back {
		n = -n
	}
	if unit == "week" || unit == "fortnight" {
		if r.firstOf("wd") > r.firstOf("unit") { // two weeks ago Friday: of the last Friday
			days := (int(pub.Weekday()) + 7 - wd) % 7
			if !back && days > 0 {
				days -= 7
			}
			return dayOf(shift(pub.AddDate(0, 0, -days), unit, n)), true
		}
		return dayOf(monday(shift(pub, unit, n)).AddDate(0, 0, wd-1)), true
	}
	if unit == "day" {
		day := pub.AddDate(0, 0, n)
		return dayOf(day), (int(day.Weekday())+6)%7+1 == wd
	}
	from := pub
	told := back && r.firstOf("wd") > r.firstOf("unit") // a year ago Monday: of the last Monday
	if told {
		from = pub.AddDate(0, 0, -(int(pub.Weekday())+7-wd)%7)
	}
	switch unit {
	case "month":
		from = monthsFrom(from, n)
	case "year":
		from = monthsFrom(from, 12*n)
	default:
		return value.Date{}, false
	}
	if told {
		return dayOf(from), true
	}
	return dayOf(from.AddDate(0, 0, (wd-int(from.Weekday())+7)%7)), true
}

// monthAhead gives the month of a weekday told by its place in it alone, "on
// the second Sunday": the one that runs, or where that day is over and the
// sentence looks ahead, the next; where it has not come and the sentence looks
// back, the one before.
func (r *dateReader) monthAhead(n, wd int) (year, month int) {
	pub, ok := r.p.today()
	if !ok {
		return 0, 0
	}
	day, first := weekdayOfMonth(pub.Year(), int(pub.Month()), wd, n), time.Date(pub.Year(), pub.Month(), 1, 0, 0, 0, 0, time.UTC)
	switch {
	case day.Before(pub) && r.future():
		first = first.AddDate(0, 1, 0)
	case day.After(pub) && r.past():
		first = first.AddDate(0, -1, 0)
	}
	return first.Year(), int(first.Month())
}

// bareMonths reports whether nothing stands behind the months that a match
// counts: "in the first nine months".
func (r *dateReader) bareMonths() bool {
	_, end, ok := r.m.Capture("unit")
	_, whole, core := r.m.Capture("core")
	return ok && core && end == whole
}

// sameWeek gives the weekdays of a list the week that its first or its last member
// tells: "next week on Tuesday or Thursday", "Monday, Wednesday and Friday last week".
func (p *part) sameWeek(found []dateSpan) {
	for i := range found {
		a := &found[i]
		if a.rule != "date.weekday-week" || len(a.date.String()) != len(time.DateOnly) {
			continue
		}
		for k := i + 1; k < len(found) && p.listedDay(&found[k-1], &found[k]); k++ {
			found[k].ofWeek(a)
		}
		for k := i - 1; k >= 0 && p.listedDay(&found[k], &found[k+1]) && found[k].bare; k-- {
			found[k].ofWeek(a)
		}
	}
}

// dayInBracket gives a weekday the day that a bracket behind it tells, where that is one of
// its name: "on Tuesday (7 May)", «в среду (8 мая)»; one in brackets is the day before them:
// "on 7 May (Tuesday)".
func (p *part) dayInBracket(found []dateSpan) {
	for i := 0; i+1 < len(found); i++ {
		a, b := &found[i], &found[i+1]
		if b.rule == "date.weekday" && b.bare && p.lat.Rune(a.end) == '(' && b.start == a.end+1 && p.lat.Rune(b.end) == ')' && len(a.date.String()) == len(time.DateOnly) { // on 7 May (Tuesday)
			b.date = a.date
			continue
		}
		if a.rule != "date.weekday" || !a.bare || p.lat.Rune(a.end) != '(' || b.start != a.end+1 || len(b.date.String()) != len(time.DateOnly) {
			continue
		}
		day, ok := a.date.First()
		told, dated := b.date.First()
		if ok && dated && day.Weekday() == told.Weekday() {
			a.date = b.date
		}
	}
}

// listedDay reports whether a weekday that tells no week stands beside another date
// of a list, with nothing but a comma or a conjunction between.
func (p *part) listedDay(a, b *dateSpan) bool {
	if !a.bare || !b.bare || b.rule != "date.weekday" && a.rule != "date.weekday" {
		return false
	}
	and, k := p.know.lists.numJoin, a.end
	comma := p.lat.Rune(k) == ','
	if comma {
		k++
	}
	if and != lang.NoClass && p.lat.Has(k, and) {
		k++
	} else if !comma {
		return false
	}
	if p.lat.Has(k, p.know.lists.inPrep) {
		k++
	}
	return k == b.start
}

// ofWeek moves a weekday to the week of another day.
func (d *dateSpan) ofWeek(a *dateSpan) {
	if d.rule != "date.weekday" || len(d.date.String()) != len(time.DateOnly) {
		return
	}
	day, ok := d.date.First()
	told, dated := a.date.First()
	if ok && dated {
		d.date = dayOf(monday(told).AddDate(0, 0, (int(day.Weekday())+6)%7))
	}
}
