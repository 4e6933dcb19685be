package reader

import (
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// monthsTo gives the months that a month closes: "the year to March", "the three months
// ended in April".
func (r *dateReader) monthsTo() (value.Date, bool) {
	n := 12
	if r.firstOf("n") >= 0 {
		if n = r.num("n"); n < 2 || n > 60 {
			return value.Date{}, false
		}
	}
	month, year := r.monthOf("m"), r.year("y")
	if year == 0 {
		year = r.nearYear(month, 0)
	}
	if year == 0 {
		return value.Date{}, true
	}
	last := time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
	first := monthsFrom(last, 1-n)
	return edtf("%04d-%02d/%04d-%02d", first.Year(), int(first.Month()), year, month)
}

// firstOrLast gives the first or last n units of a year, a quarter's worth of
// months or a month's days: "the first nine months of 2016", "the last ten
// days of May". Capture cut is the ordinal, n and unit the amount.
func (r *dateReader) firstOrLast(has func(string) bool) (value.Date, bool) {
	unit, _, _ := r.unit("unit")
	n := r.num("n")
	last := has("cut") && !r.p.lat.Has(r.firstOf("cut"), r.p.know.lists.cutFirst)
	if unit == "day" || unit == "week" {
		if !has("m") {
			if y, of := r.yearNamed(has); of {
				return yearPart(y, n, unit, last)
			}
		}
		if !has("m") && !has("rel") {
			return value.Date{}, false
		}
		year, month := r.monthYear()
		if year == 0 {
			return value.Date{}, true
		}
		if unit == "week" {
			n *= 7
		}
		days := value.DaysIn(year, month)
		if n < 2 || n > days {
			return value.Date{}, false
		}
		first := time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
		if last {
			first = first.AddDate(0, 0, days-n)
		}
		return spanOf(first, n)
	}
	if unit == "quarter" {
		unit, n = "month", 3*n
	}
	year := r.theYear()
	if r.bareMonths() && r.p.know.russian && r.m.Rule.Get("sums") == "" && !r.closesTimeRU() {
		return value.Date{}, false
	}
	if year == 0 {
		var rel relative
		if v, ok := r.list("rel", r.p.know.lists.relDate); ok {
			rel = parseRelative(v)
		}
		if rel.unit != "" && rel.unit != "year" {
			return value.Date{}, false
		}
		if year = r.yearOr(0, rel); year == 0 {
			return value.Date{}, true
		}
		if rel.unit == "" && (r.bareMonths() || r.m.Rule.Get("cut") == "first" && r.firstOf("y") < 0) && n > r.publishedMonth() && !r.future() { // "in the first nine months", told in February
			year--
		}
	}
	if unit != "month" || n < 2 || n > 12 {
		return value.Date{}, false
	}
	if last {
		return edtf("%04d-%02d/%04d-12", year, 13-n, year)
	}
	return edtf("%04d-01/%04d-%02d", year, year, n)
}

// yearNamed gives the year that a match names in figures or by a relative
// word; 0 where a relative one has no day of publication to be counted from.
func (r *dateReader) yearNamed(has func(string) bool) (year int, named bool) {
	if has("y") {
		return r.theYear(), true
	}
	v, _ := r.list("rel", r.p.know.lists.relDate)
	if rel := parseRelative(v); rel.unit == "year" {
		return r.yearOr(0, rel), true
	}
	return 0, false
}

// yearPart gives the first or last n days or weeks of a year.
func yearPart(year, n int, unit string, last bool) (value.Date, bool) {
	if unit == "week" {
		n *= 7
	}
	if n < 2 || n > 364 {
		return value.Date{}, false
	}
	if year == 0 {
		return value.Date{}, true
	}
	if last {
		return spanOf(time.Date(year, 12, 32-n, 0, 0, 0, 0, time.UTC), n)
	}
	return spanOf(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC), n)
}

// weekOf gives the week, Monday to Sunday, that holds a day: "the week of 16
// September".
func (r *dateReader) weekOf() (value.Date, bool) {
	d := r.num("d")
	year, month := 0, 0
	if r.firstOf("m") < 0 && r.firstOf("rel") < 0 { // the week of the 18th
		day, ok := r.dayAlone(false)
		if first, dated := day.First(); dated {
			year, month = first.Year(), int(first.Month())
		} else if !ok {
			return day, false
		}
	} else {
		year, month = r.monthYear()
	}
	if year == 0 {
		return value.Date{}, true
	}
	if d < 1 || d > value.DaysIn(year, month) {
		return value.Date{}, false
	}
	day := time.Date(year, time.Month(month), d, 0, 0, 0, 0, time.UTC)
	if r.m.Rule.Get("end") == "yes" { // the week ended Oct. 27
		return spanOf(day.AddDate(0, 0, -6), 7)
	}
	return spanOf(monday(day), 7)
}

// weekdayDay gives a day told by its weekday and its number in the month,
// "Friday the 22nd", or a span of two such days: of the months around the day
// of publication the nearest one in which they fall together; none is no date.
func (r *dateReader) weekdayDay() (value.Date, bool) {
	pub, dated := r.p.today()
	d, wd := r.num("d"), r.weekdayNamed("wd")
	if d < 1 || d > 31 {
		return value.Date{}, false
	}
	if !dated {
		return value.Date{}, true
	}
	var best time.Time
	for back := 0; back <= 6; back++ {
		for _, n := range [...]int{-back, back} {
			month := time.Date(pub.Year(), pub.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
			day := month.AddDate(0, 0, d-1)
			if day.Month() == month.Month() && (int(day.Weekday())+6)%7+1 == wd && (best.IsZero() || distance(day, pub) < distance(best, pub)) {
				best = day
			}
		}
	}
	if best.IsZero() {
		return value.Date{}, false
	}
	if r.firstOf("d2") < 0 {
		return dayOf(best), true
	}
	d2 := r.num("d2")
	end := time.Date(best.Year(), best.Month(), d2, 0, 0, 0, 0, time.UTC)
	if d2 <= d { // Friday the 30th to Tuesday the 4th
		end = time.Date(best.Year(), best.Month()+1, d2, 0, 0, 0, 0, time.UTC)
	}
	if d2 < 1 || end.Day() != d2 || (int(end.Weekday())+6)%7+1 != r.weekdayNamed("wd2") {
		return value.Date{}, false
	}
	return spanOf(best, int(end.Sub(best).Hours()/24)+1)
}

// distance gives the time between two days, whichever comes first.
func distance(a, b time.Time) time.Duration {
	if a.Before(b) {
		return b.Sub(a)
	}
	return a.Sub(b)
}

// daysAlone gives a span of days of a month told by a relative word: "from 4
// to 22 of this month".
func (r *dateReader) daysAlone() (value.Date, bool) {
	d, d2 := r.num("d"), r.num("d2")
	year, month := r.monthYear()
	if d < 1 || d2 <= d || d2 > 31 {
		return value.Date{}, false
	}
	if year == 0 {
		return value.Date{}, true
	}
	return edtf("%04d-%02d-%02d/%04d-%02d-%02d", year, month, d, year, month, d2)
}

// yearMonth reads a year and a month in figures: 2015/3, 2015-03, 3/2015. Two
// digits behind a hyphen that go on counting (2015-16, 2005-07) are years.
func (r *dateReader) yearMonth() (value.Date, bool) {
	year, i := r.year("y"), r.firstOf("mn")
	s := r.p.lat.Slice(i, i+1)
	month, err := strconv.Atoi(s)
	if err != nil || month < 1 || month > 12 || year == 0 || !r.p.lat.Is(max(i, r.firstOf("y")), lang.Glued) && r.m.Rule.Get("apart") == "" {
		return value.Date{}, false
	}
	k := i - 1
	if r.p.lat.Rune(k) == '.' {
		k--
	}
	if i < r.firstOf("y") && (r.p.lat.Rune(k) == '№' || r.p.lat.Has(k, r.p.know.lists.label)) { // Law No. 5/2019
		return value.Date{}, false
	}
	if i > r.firstOf("y") && len(s) == 2 && month > year%100 {
		return value.Date{}, false
	}
	return edtf("%04d-%02d", year, month)
}

// weekdaysOfWeek gives a span of weekdays of a week told by a relative word:
// "next week from Monday to Wednesday".
func (r *dateReader) weekdaysOfWeek() (value.Date, bool) {
	pub, ok := r.p.today()
	if !ok {
		return value.Date{}, true
	}
	from, to := r.weekdayNamed("wd"), r.weekdayNamed("wd2")
	if to <= from {
		return value.Date{}, false
	}
	return spanOf(monday(pub).AddDate(0, 0, 7*r.counted(r.p.know.lists.weekRel).n+from-1), to-from+1)
}

// bound reports whether a word before an amount of time binds it to something
// told, so that it is a length and no date: "the past three weeks".
func (r *dateReader) bound() bool {
	i := r.m.Start - 1
	return i >= r.sentence.First && r.p.lat.Is(i, lang.Word) && (r.p.lat.Has(i, r.p.know.lists.definite) || r.p.lat.Has(i, r.p.know.lists.possessive))
}

// ahead reports whether the verb that closes the sentence tells of what is to
// come, by the pack's list aheadend.
func (r *dateReader) ahead() bool {
	for i := r.sentence.Last - 1; i >= r.sentence.First; i-- {
		if r.p.lat.Is(i, lang.Word) {
			return r.p.know.endsAhead(r.p.lat.Fold(i), 4)
		}
	}
	return false
}

// restOf gives the time from the day of publication to the end of its week,
// month or year: "the rest of the week".
func (r *dateReader) restOf() (value.Date, bool) {
	pub, ok := r.p.today()
	if !ok {
		return value.Date{}, true
	}
	var end time.Time
	switch r.p.lat.Fold(r.firstOf("rest")) {
	case "week":
		end = monday(pub).AddDate(0, 0, 6)
	case "month":
		end = time.Date(pub.Year(), pub.Month()+1, 0, 0, 0, 0, 0, time.UTC)
	default:
		end = time.Date(pub.Year(), 12, 31, 0, 0, 0, 0, time.UTC)
	}
	if end.Equal(pub) {
		return dayOf(pub), true
	}
	return edtf("%s/%s", pub.Format(time.DateOnly), end.Format(time.DateOnly))
}

// beforeEra reports whether an era before ours stands at token i: the fourth century BC.
func (r *dateReader) beforeEra(i int) bool {
	c := r.p.know.lists.era
	if c == lang.NoClass {
		return false
	}
	v, _, ok := r.p.lat.Value(i, c)
	return ok && v == "-1"
}

// centuries gives a century, or the time from one to another.
func centuries(n, last int) (value.Date, bool) {
	switch {
	case n < 1 || last > 21 || last < n:
		return value.Date{}, false
	case last > n:
		return edtf("%02dXX/%02dXX", n-1, last-1)
	}
	return edtf("%02dXX", n-1)
}

// pairs reads a span of two days in figures of which at most the second has a
// year: "from 10/25 to 1/25".
func (r *dateReader) pairs() (value.Date, bool) {
	figure := func(name string) int {
		i := r.firstOf(name)
		n, _ := strconv.Atoi(r.p.lat.Slice(i, i+1))
		return n
	}
	month, d, m2, d2 := figure("mn"), figure("d"), figure("m3"), figure("d2")
	if r.p.dayFirst() || month > 12 || m2 > 12 {
		month, d, m2, d2 = d, month, d2, m2
	}
	if month < 1 || month > 12 || m2 < 1 || m2 > 12 {
		return value.Date{}, false
	}
	year := r.year("y")
	y2 := year
	switch {
	case year == 0:
		if year = r.nearYear(month, d); year == 0 {
			return value.Date{}, true
		}
		if y2 = year; m2 < month {
			y2++
		}
	case m2 < month:
		year--
	}
	return edtf("%04d-%02d-%02d/%04d-%02d-%02d", year, month, d, y2, m2, d2)
}

// season gives a season of the year told, of one told by a direction, or the
// nearest; that of a winter is the year it ends in, a Kazakh winter to come told of
// after February the next.
func (r *dateReader) season(has func(string) bool, year int, rel relative) (value.Date, bool) {
	n := r.listNum("season", r.p.know.lists.season)
	by := r.m.Rule.Get("by") != ""
	if by && !r.future() && !r.pastVerb() { // к осени листья жёлтые
		return value.Date{}, false
	}
	if rel.unit != "" && rel.unit != "year" || by && r.p.lat.Plays(r.firstOf("season")-2, r.p.know.roles.towards) { // autumn | last week; готовы к | осени
		return value.Date{}, false
	}
	y := r.yearOr(year, rel)
	if year > 0 && has("y2") { // the winter of 1968/69
		if y2 := r.num("y2"); y2 != (year+1)%100 && y2 != year+1 {
			return value.Date{}, false
		}
		if n == 24 {
			y++
		}
	}
	if year == 0 && has("dir") {
		y = r.directed(n, true)
	}
	if year == 0 && !has("dir") && rel.unit == "" && n != 24 {
		if near := r.nearYear((n-21)*3+4, 0); near > 0 {
			y = near
		}
	}
	if day, known := r.p.today(); known && by && y == day.Year() && n == 20+int(day.Month())/3 && r.future() {
		y++ // «мост построят к осени», said in autumn
	} else if known && r.p.know.headLast && n == 24 && year == 0 && !has("dir") && rel.unit == "" && day.Month() > 2 && y == day.Year() && r.liesAhead() {
		y++ // «мұз айдыны қыста ашылады», said in May
	}
	if y == 0 {
		return value.Date{}, true
	}
	return edtf("%04d-%02d", y, n)
}

// months gives a month, or a run of them.
func (r *dateReader) months(year, y2, month, m2 int, rel relative) (value.Date, bool) {
	if year == 0 && rel.unit == "year" {
		year = r.yearOr(0, rel)
	}
	if year == 0 {
		if a, b, ok := r.m.Capture("dir"); ok && b > a {
			year = r.directed(month, false)
		} else {
			last := month
			if m2 > 0 { // of a span its end: за январь — июль
				last = m2
			}
			year = r.summedYear(r.nearYear(last, 0), last)
		}
	}
	if year == 0 {
		return value.Date{}, true
	}
	if m2 == 0 {
		return edtf("%04d-%02d", year, month)
	}
	if y2 == 0 {
		y2 = year
		switch {
		case m2 >= month:
		case r.p.know.headLast && r.year("y") > 0: // the year stands before the beginning
			y2++
		default:
			year--
		}
	}
	return edtf("%04d-%02d/%04d-%02d", year, month, y2, m2)
}

// closesTimeRU reports whether no Russian noun in the genitive stands behind a time, which
// would tell whose it is: «за первые девять месяцев | экспорт вырос», but «за первые девять
// месяцев | войны», «| сотрудничества».
func (r *dateReader) closesTimeRU() bool {
	_, k, _ := r.m.Capture("core")
	l := r.p.lat
	if k >= r.sentence.Last || !l.Is(k, lang.Lower) || l.Has(k, r.p.know.lists.inPrep) || l.Has(k, r.p.know.lists.eventIn) {
		return true
	}
	for _, e := range [...]string{"а", "я", "ы", "и", "ой", "ей", "ого", "его", "ых", "их", "ов", "ев", "го"} {
		if strings.HasSuffix(l.Fold(k), e) {
			return false
		}
	}
	return true
}
