package reader

import (
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
	"shanyraq/internal/value"
)

// anchoredDates resolves the dates of one sentence that are counted from
// another date of the text: the one that stands last before them in their
// paragraph, else the day of publication.
func (p *part) anchoredDates(set *pattern.Set, s lang.Sentence) {
	var found []dateSpan
	p.scan(set, s, func(m *pattern.Match) bool {
		r := dateReader{p: p, m: m, sentence: s}
		start, end := r.extent()
		inside := p.covering(lang.DateChunk, start)
		if m.Rule.Get("anchor") == "month" && len(inside) > 0 { // "May" of "May of the same year"
			if d, ok := r.anchored(start); ok {
				id := int(inside[0])
				p.mens[id].end, p.mens[id].date = end, d
				p.lat.Add(lang.DateChunk, start, end, id)
			}
			return true
		}
		if r.m.Rule.Get("over") == "yes" {
			inside = p.mentionsIn(lang.DateChunk, start, end)
		}
		if len(inside) > 0 && r.m.Rule.Get("over") == "yes" && p.mens[inside[0]].end <= end { // "in two years" of "in two years after that"
			if d, ok := r.anchored(start); ok {
				p.mens[inside[0]].start, p.mens[inside[0]].end, p.mens[inside[0]].date = start, end, d
				p.lat.Add(lang.DateChunk, start, end, int(inside[0]))
				for _, k := range inside[1:] { // 5 мая of "через два дня после 5 мая"
					if m := &p.mens[k]; m.end <= end {
						m.class, m.end, m.date = lang.NoClass, m.start, value.Date{}
					}
				}
			}
			return true
		}
		if d, ok := r.apposed(end); ok {
			found = append(found, dateSpan{start: start, end: end, date: d, rule: m.Rule.Name})
			return true
		}
		if d, ok := r.anchored(start); ok {
			found = append(found, dateSpan{start: start, end: end, date: d, rule: m.Rule.Name})
		}
		return true
	})
	free := found[:0]
	for _, x := range found {
		if len(p.covering(lang.DateChunk, x.start)) == 0 && len(p.covering(lang.DateChunk, x.end-1)) == 0 {
			free = append(free, x)
		}
	}
	p.layDates(free, s)
}

// covering gives the mentions of a class that hold token i.
func (p *part) covering(c lang.Class, i int) (out []int32) {
	for _, k := range p.mentionsIn(c, max(0, i-12), i+1) {
		if p.mens[k].end > i {
			out = append(out, k)
		}
	}
	return out
}

// anchored counts from the date before token i.
func (r *dateReader) anchored(i int) (value.Date, bool) {
	var from time.Time
	var to value.Date
	dated := false
	if b := r.firstOf("base"); b >= 0 { // two days after 5 May
		m, ok := r.p.mentionAt(b, lang.DateChunk)
		if _, end, _ := r.m.Capture("base"); !ok || m.date.IsZero() || m.end != end {
			return value.Date{}, false
		}
		to = m.date
		if from, dated = to.First(); r.m.Rule.Get("anchor") == "later" {
			from, dated = to.Last()
		}
		if unit, _, _ := r.unit("unit"); !dated || len(to.String()) < precision(unit) {
			return value.Date{}, false // a day after 2016 is no day
		}
	}
	if r.m.Rule.Get("anchor") == "now" { // from 1999 to the present
		pub, ok := r.p.today()
		if !ok || strings.Contains(to.String(), "/") {
			return value.Date{}, false
		}
		start := to.String()
		if !from.Before(pub) { // from March to date, said in February
			if r.yearTold() {
				return value.Date{}, false
			}
			start = strconv.Itoa(from.Year()-1) + start[4:]
		}
		return edtf("%s/%s", start, pub.Format(time.DateOnly))
	}
	if r.m.Rule.Get("anchor") == "fromnow" { // between now and 5 May
		pub, ok := r.p.today()
		if !ok || !pub.Before(from) || strings.Contains(to.String(), "/") {
			return value.Date{}, false
		}
		return edtf("%s/%s", pub.Format(time.DateOnly), to.String())
	}
	near := r.p.mentionsIn(lang.DateChunk, max(r.p.paragraphOf(i), i-120), i)
	for k := len(near) - 1; k >= 0 && !dated; k-- {
		if d := r.p.mens[near[k]].date; !d.IsZero() {
			if r.m.Rule.Get("across") == "yes" && r.byDay() && (len(d.String()) < 7 || spanOfMonths(d)) {
				continue // «биыл … Келесі күні»: no day comes after a year
			}
			if k > 0 && r.p.baseDate(&r.p.mens[near[k]]) { // up 3% from January and 5% from a year earlier
				continue
			}
			if q, ok := r.quarterEnded(&r.p.mens[near[k]]); ok {
				d = q
			}
			from, dated = d.First()
			to = d
			if r.m.Rule.Get("anchor") == "later" && strings.Contains(d.String(), "/") { // later than a span is later than its end
				from, dated = d.Last()
			}
		}
	}
	how := r.m.Rule.Get("anchor")
	if !dated && r.m.Rule.Get("across") == "yes" && r.byDay() {
		from, dated = r.dayAbove(i)
	}
	if !dated && r.m.Rule.Get("above") == "yes" {
		to, dated = r.dateAbove(i)
		from, _ = to.First()
		if how == "later" && strings.Contains(to.String(), "/") {
			from, _ = to.Last()
		}
	}
	if how == "inyear" {
		return r.sameTimeIn(to)
	}
	if r.m.Rule.Get("told") == "past" && (!dated || r.future() || r.ahead()) {
		return value.Date{}, false // "next year" of a plan is counted from today
	}
	if !dated {
		if how == "same" || how == "month" {
			return value.Date{}, false
		}
		if from, dated = r.p.today(); !dated {
			return value.Date{}, true
		}
	}
	if how == "ended" { // the quarter most of which lies before its end
		return edtf("%s", precise(from.AddDate(0, 0, -45), "quarter"))
	}
	if r.m.Rule.Get("like") == "quarter" { // the quarter just named
		s := to.String()
		return to, len(s) == 7 && s[5] == '3'
	}
	if r.several() {
		sign := 1
		if how == "earlier" {
			sign = -1
		}
		t, unit, ok := r.step(from, sign)
		if !ok || !to.IsZero() && len(to.String()) < precision(unit) {
			return value.Date{}, false
		}
		return edtf("%s", precise(t, unit))
	}
	if how == "within" { // earlier in the week: that of the date before it, else ours
		unit, _, _ := r.unit("unit")
		if pub, ok := r.p.today(); ok && len(to.String()) < precision(unit) {
			from = pub
		}
		return relativeTo(from, relative{unit: unit})
	}
	if how == "month" {
		years, _ := strconv.Atoi(r.m.Rule.Get("years"))
		return edtf("%04d-%02d", from.Year()+years, r.listNum("m", "month"))
	}
	if wd := r.listNum("wd", "weekday"); wd > 0 && r.m.Rule.Get("week") == "yes" { // Monday of the week after
		days := 7
		if how == "earlier" {
			days = -7
		}
		return dayOf(monday(from).AddDate(0, 0, days+wd-1)), true
	}
	if wd := r.listNum("wd", "weekday"); wd > 0 { // the first one after it, the last one before it
		if how == "earlier" {
			back := ((int(from.Weekday())+6)%7+1-wd+6)%7 + 1
			return dayOf(from.AddDate(0, 0, -back)), true
		}
		return dayOf(from.AddDate(0, 0, (wd-int(from.Weekday())+6)%7+1)), true
	}
	unit, times, ok := r.unit("unit")
	if u := r.m.Rule.Get("unit"); u != "" {
		unit, times, ok = u, 1, true
	}
	if !ok {
		return value.Date{}, false
	}
	n, half := r.howMany("n")
	if n != 1 && !half && r.p.know.russian && r.firstOf("n") >= 0 && oneRu(r.p.lat.Fold(r.firstOf("unit"))) { // против 48 | годом ранее
		return value.Date{}, false
	}
	if half {
		if n, unit, ok = halved(n, unit); !ok {
			return value.Date{}, false
		}
	}
	n *= times
	switch how {
	case "same":
		n = 0
	case "earlier":
		n = -n
	}
	if s := to.String(); unit == "year" && r.firstOf("base") < 0 && len(s) == 7 && s[5] == '3' { // a year before a quarter is a quarter
		return inYear(s, n, true)
	}
	if like := r.m.Rule.Get("like"); like != "" && unit == "year" { // a year before the quarter just named
		if d, ok := inYear(to.String(), n, true); ok || like == "only" {
			return d, ok
		}
	}
	if n > 1000 || n < -1000 || from.Year()+n < 1 {
		return value.Date{}, false
	}
	if unit == "week" && r.firstOf("base") >= 0 {
		return dayOf(from.AddDate(0, 0, 7*n)), true
	}
	if unit == "week" {
		return spanOf(monday(from).AddDate(0, 0, 7*n), 7)
	}
	if unit == "decade" && n == 0 {
		return edtf("%03dX", from.Year()/10)
	}
	return edtf("%s", precise(shift(from, unit, n), unit))
}

// apposed gives the date that names an anchored one behind a comma: "the
// following year, 1990", "two days later, on 5 May". It is cut to the unit
// that the match counts in.
func (r *dateReader) apposed(end int) (value.Date, bool) {
	l := r.p.lat
	if how := r.m.Rule.Get("anchor"); how != "later" && how != "earlier" || r.firstOf("base") >= 0 || l.Rune(end) != ',' {
		return value.Date{}, false
	}
	unit, _, ok := r.unit("unit")
	if !ok {
		return value.Date{}, false
	}
	k := end + 1
	if l.Has(k, r.p.class("inprep")) {
		k++
	}
	m, ok := r.p.mentionAt(k, lang.DateChunk)
	if !ok || k >= r.sentence.Last {
		return value.Date{}, false
	}
	s := m.date.String()
	if n := precision(unit); len(s) >= n && len(s) <= len(time.DateOnly) {
		d, err := value.ParseDate(s[:n])
		return d, err == nil
	}
	return value.Date{}, false
}

// yearTold reports whether a year in figures stands in the match.
func (r *dateReader) yearTold() bool {
	for i := r.m.Start; i < r.m.End; i++ {
		if r.p.lat.Toks[i].Is(lang.Year) {
			return true
		}
	}
	return false
}

// precision is how long the shortest date is that can be counted from in a
// unit: days and weeks from a day, months from a month.
func precision(unit string) int {
	switch unit {
	case "day", "week", "fortnight":
		return len("2006-01-02")
	case "month", "quarter":
		return len("2006-01")
	}
	return len("2006")
}

// sameTimeIn gives the month, quarter or run of months that was named last, in
// another year: "the same quarter of 2020", «за тот же период прошлого года».
func (r *dateReader) sameTimeIn(last value.Date) (value.Date, bool) {
	year := r.theYear()
	if v, ok := r.list("rel", "reldate"); ok {
		if rel := parseRelative(v); rel.unit == "year" {
			year = r.yearOr(0, rel)
		}
	}
	s := last.String()
	unit := r.m.Rule.Get("unit")
	if year == 0 || len(s) < 7 || unit == "quarter" && (len(s) != 7 || s[5] < '3') || unit == "month" && (len(s) > 10 || s[5] > '1') {
		return value.Date{}, false
	}
	if unit == "month" {
		s = s[:7]
	}
	return inYear(s, year, false)
}

// inYear moves a month, a quarter or a run of months to another year, or by a
// number of years.
func inYear(s string, year int, by bool) (value.Date, bool) {
	if len(s) != 7 && (len(s) != 15 || s[7] != '/') || strings.Contains(s, ".") {
		return value.Date{}, false
	}
	first, err := strconv.Atoi(s[:4])
	if err != nil {
		return value.Date{}, false
	}
	if !by {
		year -= first
	}
	if len(s) == 7 {
		return edtf("%04d%s", first+year, s[4:])
	}
	second, err := strconv.Atoi(s[8:12])
	if err != nil {
		return value.Date{}, false
	}
	return edtf("%04d%s%04d%s", first+year, s[4:8], second+year, s[12:])
}

// byDay reports whether a rule counts in days.
func (r *dateReader) byDay() bool {
	unit, _, _ := r.unit("unit")
	return unit == "day" || r.m.Rule.Get("unit") == "day"
}

// spanOfMonths reports whether a date is a span of more than a month, so that no
// day is counted from it.
func spanOfMonths(d value.Date) bool {
	lo, hi := d.Bounds()
	return hi-lo > 31
}

// oneRu reports whether a word is a Russian measure of time in the singular of the
// instrumental, which counts one: годом ранее, неделей раньше.
func oneRu(w string) bool {
	switch w {
	case "годом", "месяцем", "неделей", "днем", "днём", "кварталом", "десятилетием", "столетием", "веком":
		return true
	}
	return false
}
