package reader

import (
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// anchorDay is what a date is counted from.
type anchorDay struct {
	from  time.Time
	to    value.Date // as the text has it; zero for the day of publication
	dated bool
}

// anchored counts the date of the match, which begins at token i, from another
// date: one inside the match, else the last before it, else today. False means
// that there is no such date; a zero date with true, that nobody can tell it.
func (r *dateReader) anchored(i int) (value.Date, bool) {
	a, ok := r.baseInside()
	if !ok {
		return value.Date{}, false
	}
	how := r.m.Rule.Get("anchor")
	if how == "earlier" && r.p.know.russian && i > 0 && r.p.lat.Plays(i-1, r.p.know.roles.forAmount) { // на год раньше: how much, not when
		return value.Date{}, false
	}
	switch how {
	case "now", "fromnow":
		return r.withToday(a, how)
	}
	if !a.dated {
		a = r.dateBefore(i, how)
	}
	if how == "inyear" {
		return r.sameTimeIn(a.to)
	}
	if r.m.Rule.Get("told") == "past" && (!a.dated || r.future() || r.ahead()) {
		return value.Date{}, false // "next year" of a plan is counted from today
	}
	if !a.dated {
		if how == "same" || how == "month" {
			return value.Date{}, false
		}
		if a.from, a.dated = r.p.today(); !a.dated || how == "later" && r.firstOf("n") >= 0 && r.past() { // a year later they moved: than a day that nobody told
			return value.Date{}, true
		}
	}
	if s := a.to; how == "same" && r.byDay() && len(s.String()) < len("2006-01-02") { // in March; on the same day
		return value.Date{}, false
	}
	return r.countedFrom(a, how)
}

// baseInside gives the date that the match itself counts from, "two days after
// 5 May"; false where it names one from which its unit cannot be counted.
func (r *dateReader) baseInside() (a anchorDay, ok bool) {
	b := r.firstOf("base")
	if b < 0 {
		return a, true
	}
	m, ok := r.p.mentionAt(b, lang.DateChunk)
	if _, end, _ := r.m.Capture("base"); !ok || m.date.IsZero() || m.end != end {
		return a, false
	}
	a.to = m.date
	if a.from, a.dated = a.to.First(); r.m.Rule.Get("anchor") == "later" {
		a.from, a.dated = a.to.Last()
	}
	unit, _, _ := r.unit("unit")
	if n := r.firstOf("n"); n > 0 && b > 0 && r.p.lat.Plays(b-1, r.p.know.roles.spanFrom) && r.p.lat.Plays(n-1, r.p.know.roles.spanOpens) {
		return a, false // closed for two years from January
	}
	return a, a.dated && len(a.to.String()) >= precision(unit) // a day after 2016 is no day
}

// withToday joins the date inside the match to the day of publication: "from
// 1999 to the present", "between now and 5 May".
func (r *dateReader) withToday(a anchorDay, how string) (value.Date, bool) {
	pub, ok := r.p.today()
	if !ok || strings.Contains(a.to.String(), "/") {
		return value.Date{}, false
	}
	if how == "fromnow" {
		if !pub.Before(a.from) {
			return value.Date{}, false
		}
		return edtf("%s/%s", pub.Format(time.DateOnly), a.to.String())
	}
	start := a.to.String()
	if !a.from.Before(pub) { // from March to date, said in February
		if r.yearTold() {
			return value.Date{}, false
		}
		start = strconv.Itoa(a.from.Year()-1) + start[4:]
	}
	return edtf("%s/%s", start, pub.Format(time.DateOnly))
}

// dateBefore gives the last date before token i that can be counted from: in
// the paragraph, or above it where the rule looks there.
func (r *dateReader) dateBefore(i int, how string) (a anchorDay) {
	near := r.p.mentionsIn(lang.DateChunk, max(r.p.paragraphOf(i), i-120), i)
	across := r.m.Rule.Get("across") == "yes"
	for k := len(near) - 1; k >= 0 && !a.dated; k-- {
		d := r.p.mens[near[k]].date
		if d.IsZero() {
			continue
		}
		if across && r.byDay() && (len(d.String()) < 7 || spanOfMonths(d)) {
			continue // «биыл … Келесі күні»: no day comes after a year
		}
		if how == "same" && r.byDay() && r.p.asOfDay(&r.p.mens[near[k]]) {
			continue
		}
		if r.aheadOfPast(d) {
			continue // bids are due by 12 August; on the same day the board met
		}
		if k > 0 && r.p.baseDate(&r.p.mens[near[k]]) { // up 3% from January and 5% from a year earlier
			continue
		}
		if how == "earlier" && r.p.sinceBefore(&r.p.mens[near[k]]) { // the first fall since January, from 1.2 billion the previous month
			continue
		}
		if q, ok := r.quarterEnded(&r.p.mens[near[k]]); ok {
			d = q
		}
		a.set(d, how)
	}
	if !a.dated && across && r.byDay() {
		a.from, a.dated = r.dayAbove(i)
	}
	above := r.m.Rule.Get("above")
	if !a.dated && (above == "yes" || above == "opening" && r.p.paragraphOf(i) >= i-1) { // a paragraph that opens "The next day"
		d, ok := r.dateAbove(i)
		a.set(d, how)
		a.dated = ok
	}
	return a
}

// aheadOfPast reports whether a date lies after the day of publication though the day
// counted from it is one of the past; only in packs that know the past by its verbs.
func (r *dateReader) aheadOfPast(d value.Date) bool {
	pub, ok := r.p.today()
	if !ok || r.p.know.lists.pastWord == lang.NoClass || !r.byDay() {
		return false
	}
	first, ok := d.First()
	return ok && first.After(pub) && !r.future() && r.past()
}

// sinceBefore reports whether a date is where something began: "since January".
func (p *part) sinceBefore(m *mention) bool {
	c := p.know.lists.sinceWord
	return c != lang.NoClass && m.start > 0 && p.lat.Has(m.start-1, c)
}

// set counts from a date: what is later than a span is later than its end.
func (a *anchorDay) set(d value.Date, how string) {
	a.to = d
	if a.from, a.dated = d.First(); how == "later" && strings.Contains(d.String(), "/") {
		a.from, a.dated = d.Last()
	}
}

// countedFrom counts from a day in the way of the rule: to the quarter it ended,
// in steps, to a month, a weekday or so many units.
func (r *dateReader) countedFrom(a anchorDay, how string) (value.Date, bool) {
	switch {
	case how == "ended": // the quarter most of which lies before its end
		return edtf("%s", precise(a.from.AddDate(0, 0, -45), "quarter"))
	case r.m.Rule.Get("like") == "quarter": // the quarter just named
		s := a.to.String()
		return a.to, len(s) == 7 && s[5] == '3'
	case r.several():
		sign := 1
		if how == "earlier" {
			sign = -1
		}
		t, unit, ok := r.step(a.from, sign)
		if !ok || !a.to.IsZero() && len(a.to.String()) < precision(unit) {
			return value.Date{}, false
		}
		return edtf("%s", precise(t, unit))
	case how == "within": // earlier in the week: that of the date before it, else ours
		unit, _, _ := r.unit("unit")
		if pub, ok := r.p.today(); ok && len(a.to.String()) < precision(unit) {
			a.from = pub
		}
		return relativeTo(a.from, relative{unit: unit})
	case how == "month":
		years, _ := strconv.Atoi(r.m.Rule.Get("years"))
		return edtf("%04d-%02d", a.from.Year()+years, r.listNum("m", r.p.know.lists.month))
	}
	if wd := r.listNum("wd", r.p.know.lists.weekday); wd > 0 {
		return r.weekdayNear(a.from, wd, how), true
	}
	return r.unitsFrom(a, how)
}

// weekdayNear gives the first weekday wd after a day, the last one before it, or
// that of the week before or after; Monday is 1.
func (r *dateReader) weekdayNear(from time.Time, wd int, how string) value.Date {
	earlier := how == "earlier"
	if r.m.Rule.Get("week") == "yes" { // Monday of the week after
		days := 7
		if earlier {
			days = -7
		}
		return dayOf(monday(from).AddDate(0, 0, days+wd-1))
	}
	if earlier {
		back := ((int(from.Weekday())+6)%7+1-wd+6)%7 + 1
		return dayOf(from.AddDate(0, 0, -back))
	}
	return dayOf(from.AddDate(0, 0, (wd-int(from.Weekday())+6)%7+1))
}

// unitsFrom counts so many days, weeks, months or years from a day.
func (r *dateReader) unitsFrom(a anchorDay, how string) (value.Date, bool) {
	n, unit, ok := r.stepsTold(how)
	if !ok {
		return value.Date{}, false
	}
	inside := r.firstOf("base") >= 0
	if s := a.to.String(); unit == "year" && !inside && len(s) == 7 && s[5] == '3' { // a year before a quarter is a quarter
		return inYear(s, n, true)
	}
	if like := r.m.Rule.Get("like"); like != "" && unit == "year" { // a year before the quarter just named
		if d, ok := inYear(a.to.String(), n, true); ok || like == "only" {
			return d, ok
		}
	}
	if s := a.to.String(); !a.to.IsZero() && len(s) == len("2006-21") && (s[5] > '1') && (unit == "day" || unit == "week") { // no week is counted from a season
		return value.Date{}, false
	}
	switch {
	case n > 1000 || n < -1000 || a.from.Year()+n < 1:
		return value.Date{}, false
	case unit == "week" && inside:
		return dayOf(a.from.AddDate(0, 0, 7*n)), true
	case unit == "week":
		return spanOf(monday(a.from).AddDate(0, 0, 7*n), 7)
	case unit == "decade" && n == 0:
		return edtf("%03dX", a.from.Year()/10)
	}
	return edtf("%s", precise(shift(a.from, unit, n), unit))
}

// stepsTold reads how many units the match counts: back below zero, none for
// "the same year".
func (r *dateReader) stepsTold(how string) (n int, unit string, ok bool) {
	unit, times, ok := r.unit("unit")
	if u := r.m.Rule.Get("unit"); u != "" {
		unit, times, ok = u, 1, true
	}
	if !ok {
		return 0, "", false
	}
	n, half := r.howMany("n")
	if n != 1 && !half && r.firstOf("n") >= 0 && r.p.lat.Plays(r.firstOf("unit"), r.p.know.roles.oneTime) { // против 48 | годом ранее
		return 0, "", false
	}
	if half {
		if n, unit, ok = halved(n, unit); !ok {
			return 0, "", false
		}
	}
	n *= times
	switch how {
	case "same":
		n = 0
	case "earlier":
		n = -n
	}
	return n, unit, true
}
