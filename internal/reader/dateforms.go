package reader

import (
	"strconv"
	"time"

	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// form resolves the dates named by their place in a week, a month or a year:
// "the last Friday of October", "the first week of May", "Tuesday last week",
// "Monday to Friday", "last weekend", "the 15th of this month". known is
// false where the match is none of them.
func (r *dateReader) form(has func(string) bool) (d value.Date, ok, known bool) {
	switch {
	case has("rest"):
		d, ok = r.restOf()
	case has("wds"):
		d, ok = r.weekdaysAgo()
	case has("phrase"):
		d, ok = r.phraseAlone()
	case has("wend"):
		d, ok = r.weekend(has)
	case has("cut") || r.m.Rule.Get("cut") == "first":
		d, ok = r.firstOrLast(has)
	case has("wk") && has("d"):
		d, ok = r.weekOf()
	case has("wd") && has("unit"):
		d, ok = r.weekdayFrom()
	case has("wd") && has("d") && !has("m"):
		d, ok = r.weekdayDay()
	case has("d") && has("d2") && has("rel") && !has("m"):
		d, ok = r.daysAlone()
	case r.m.Rule.Get("span") == "back":
		d, ok = r.monthsTo()
	case r.m.Rule.Get("figures") == "pairs":
		d, ok = r.pairs()
	case r.m.Rule.Get("figures") == "ym":
		d, ok = r.yearMonth()
	case has("nth") && has("wd"):
		d, ok = r.nthWeekday()
	case has("wk"):
		d, ok = r.nthWeek(has)
	case has("wd") && has("wd2") && has("rel"):
		d, ok = r.weekdaysOfWeek()
	case has("wd") && has("wd2"):
		d, ok = r.weekdays()
	case has("wd") && has("rel") && !has("d"):
		rel := r.counted(r.p.know.lists.weekRel)
		pub, dated := r.p.today()
		if !dated {
			return value.Date{}, true, true
		}
		d, ok = dayOf(monday(pub).AddDate(0, 0, 7*rel.n+r.weekdayNamed("wd")-1)), true
	case has("d") && !has("m") && !has("mn") && !has("mo"):
		d, ok = r.dayAlone(has("rel"))
	default:
		return value.Date{}, false, false
	}
	return d, ok, true
}

// counted reads the captured rel from a list of its own.
func (r *dateReader) counted(list lang.Class) relative {
	v, _ := r.list("rel", list)
	return parseRelative(v)
}

// monday gives the first day of a day's week.
func monday(t time.Time) time.Time { return t.AddDate(0, 0, -(int(t.Weekday())+6)%7) }

// nth gives the captured ordinal, -1 for the last.
func (r *dateReader) nth() int {
	if r.p.lat.Has(r.firstOf("nth"), r.p.know.lists.nthLast) {
		return -1
	}
	return r.num("nth")
}

// firstOf gives the first token of a capture, -1 where it took no part.
func (r *dateReader) firstOf(name string) int {
	a, _, ok := r.m.Capture(name)
	if !ok {
		return -1
	}
	return a
}

// monthYear gives the captured month and its year, named or near.
func (r *dateReader) monthYear() (year, month int) {
	if _, _, ok := r.m.Capture("rel"); ok { // the third week of next month
		pub, _ := r.p.today()
		if pub.IsZero() {
			return 0, 0
		}
		first := time.Date(pub.Year(), pub.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, r.counted(r.p.know.lists.monthRel).n, 0)
		return first.Year(), int(first.Month())
	}
	year, month = r.theYear(), r.monthOf("m")
	if year == 0 {
		year = r.nearYear(month, 0)
	}
	return year, month
}

// theYear gives the year a date names, in digits or said in words, 0 for none.
func (r *dateReader) theYear() int {
	if _, _, ok := r.m.Capture("y"); ok {
		return r.year("y")
	}
	return r.saidYear()
}

// monthOf gives a captured month: by its name or, where it is also a common
// word and a day and a year stand beside it, without its capital: 5 may 2024.
func (r *dateReader) monthOf(name string) int {
	if n := r.listNum(name, r.p.know.lists.month); n > 0 {
		return n
	}
	return r.listNum(name, r.p.know.lists.monthVerb)
}

// nthWeekday gives "the third Monday of May".
func (r *dateReader) nthWeekday() (value.Date, bool) {
	n, wd := r.nth(), r.weekdayNamed("wd")
	year, month := r.monthYear()
	if r.m.Rule.Get("month") == "near" {
		year, month = r.monthAhead(n, wd)
	}
	if year == 0 {
		return value.Date{}, true
	}
	if n > 5 || n == 0 {
		return value.Date{}, false
	}
	day := weekdayOfMonth(year, month, wd, n)
	return dayOf(day), int(day.Month()) == month
}

// nthWeek gives a week of a month or a year, Monday to Sunday. The first is
// the one that has its Thursday in it, as ISO 8601 counts weeks.
func (r *dateReader) nthWeek(has func(string) bool) (value.Date, bool) {
	n := r.nth()
	var first, end time.Time
	if has("m") || has("rel") {
		year, month := r.monthYear()
		if year == 0 {
			return value.Date{}, true
		}
		first = time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
		end = first.AddDate(0, 1, -1)
	} else {
		year := r.theYear()
		if has("ry") {
			v, _ := r.list("ry", r.p.know.lists.relDate)
			rel := parseRelative(v)
			if rel.unit != "year" {
				return value.Date{}, false
			}
			if year = r.yearOr(0, rel); year == 0 {
				return value.Date{}, true
			}
		}
		near := r.m.Rule.Get("year") == "near"
		if pub, dated := r.p.today(); near && dated { // week 10: of the year that runs
			if year = pub.Year(); n*7-7 > pub.YearDay() && r.past() {
				year--
			}
		}
		if year == 0 {
			return value.Date{}, near
		}
		first = time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
		end = first.AddDate(1, 0, -1)
	}
	week := monday(first)
	if week.AddDate(0, 0, 3).Before(first) {
		week = week.AddDate(0, 0, 7)
	}
	if n < 0 {
		if week = monday(end); week.AddDate(0, 0, 3).After(end) {
			week = week.AddDate(0, 0, -7)
		}
	} else {
		week = week.AddDate(0, 0, 7*(n-1))
	}
	if n == 0 || week.AddDate(0, 0, 3).After(end) {
		return value.Date{}, false
	}
	return spanOf(week, 7)
}

// spanOf gives the interval of n days that begins with a day.
func spanOf(t time.Time, n int) (value.Date, bool) {
	return edtf("%s/%s", t.Format(time.DateOnly), t.AddDate(0, 0, n-1).Format(time.DateOnly))
}

// weekdays gives "from Monday to Friday": the days of that week nearest to
// the day of publication.
func (r *dateReader) weekdays() (value.Date, bool) {
	d, ok := r.weekday(r.weekdayNamed("wd"))
	first, dated := d.First()
	if !dated {
		return value.Date{}, ok
	}
	n := (r.weekdayNamed("wd2")-r.weekdayNamed("wd")+7)%7 + 1
	return spanOf(first, n)
}

// dayAlone gives a day of a month that is not named, or only by a relative
// word: the nearest such day.
func (r *dateReader) dayAlone(relative bool) (value.Date, bool) {
	d := r.num("d")
	pub, ok := r.p.today()
	if d < 1 || d > 31 {
		return value.Date{}, false
	}
	if !ok {
		return value.Date{}, true
	}
	month := time.Date(pub.Year(), pub.Month(), 1, 0, 0, 0, 0, time.UTC)
	switch {
	case relative:
		month = month.AddDate(0, r.counted(r.p.know.lists.monthRel).n, 0)
	case r.future() && d < pub.Day():
		month = month.AddDate(0, 1, 0)
	case r.past() && d > pub.Day():
		month = month.AddDate(0, -1, 0)
	}
	return edtf("%04d-%02d-%02d", month.Year(), int(month.Month()), d)
}

// halfMonth gives the first or second half of a month.
func (r *dateReader) halfMonth(half, year, month int) (value.Date, bool) {
	if year == 0 {
		year = r.nearYear(month, 0)
	}
	if year == 0 {
		return value.Date{}, true
	}
	from, to := 1, 15
	if half == 2 {
		from, to = 16, value.DaysIn(year, month)
	}
	return edtf("%04d-%02d-%02d/%04d-%02d-%02d", year, month, from, year, month, to)
}

// thirdOfMonth gives the first, second or last ten days of a month, as the
// weather and field reports of some countries count: «в третьей декаде мая».
func (r *dateReader) thirdOfMonth(third, year, month int) (value.Date, bool) {
	if third < 1 || third > 3 {
		return value.Date{}, false
	}
	if year == 0 {
		year = r.nearYear(month, 10*third-5)
	}
	if year == 0 {
		return value.Date{}, true
	}
	to := 10 * third
	if third == 3 {
		to = value.DaysIn(year, month)
	}
	return edtf("%04d-%02d-%02d/%04d-%02d-%02d", year, month, 10*third-9, year, month, to)
}

// shortYearAhead is how many years a year of two digits may lie ahead.
const shortYearAhead = 15

// shortYear gives a year written with two digits: up to 49 in this century,
// from 50 in the last.
func (r *dateReader) shortYear() int {
	i := r.firstOf("yy")
	if r.m.Rule.Get("short") == "past" {
		return r.lastCentury(i)
	}
	s := r.p.lat.Slice(i, i+1)
	n, err := strconv.Atoi(s)
	switch {
	case err != nil || len(s) != 2:
		return 0
	case n < 50:
		if pub, ok := r.p.today(); ok && 2000+n > pub.Year()+shortYearAhead && r.firstOf("d") >= 0 && r.firstOf("mn") < 0 { // 8 May '45
			return 1900 + n
		}
		return 2000 + n
	}
	return 1900 + n
}

// saidYear gives a year said in two numbers, nineteen ninety-nine, or in one,
// two thousand and eighteen; 0 where there is none.
func (r *dateReader) saidYear() int {
	if i := r.firstOf("yw"); i >= 0 {
		if x, ok := r.p.numberAt(i); ok && !x.digits && !x.ordinal && x.value == float64(int(x.value)) && x.value >= 1100 && x.value < 2200 {
			return int(x.value)
		}
		return 0
	}
	if r.firstOf("yc") < 0 {
		return 0
	}
	hundreds, rest := r.num("yc"), r.num("yr")
	for _, name := range [...]string{"yc", "yr"} {
		if r.p.lat.Is(r.firstOf(name), lang.Number) {
			return 0
		}
	}
	if hundreds < 10 || hundreds > 21 || rest < 1 || rest > 99 {
		return 0
	}
	return hundreds*100 + rest
}

// monthFirst reports whether the language writes the month first in figures
// where nothing else tells (pack setting "figures mdy").
func (r *dateReader) monthFirst() bool { return r.p.know.pack.Settings["figures"] == "mdy" }

// isToday reports whether a month and a day are those of the text's own day.
func (r *dateReader) isToday(month, day int) bool {
	pub, ok := r.p.today()
	return ok && int(pub.Month()) == month && pub.Day() == day
}

// numbersPaper reports whether an English word in capitals at token k has its number
// behind it rather than a year: Resolution | 1813.
func (r *dateReader) numbersPaper(k int) bool {
	return k > r.sentence.First && r.p.know.pack.Tag == "en" && r.p.lat.Is(k, lang.Cap) && r.p.lat.Has(k, r.p.know.lists.label)
}

// dayFirst reports whether a date in figures of the part can only have its
// day first: 25/12/2019.
func (p *part) dayFirst() bool {
	if p.daysFirst == 0 {
		p.daysFirst = 1
		for i := 0; i+2 < len(p.lat.Toks); i++ {
			if r := p.lat.Rune(i + 1); (r == '/' || r == '-') && p.lat.Is(i, lang.DayNumber) && p.lat.Is(i+1, lang.Glued) && p.lat.Is(i+2, lang.DayNumber) &&
				p.lat.Rune(i+3) == r && !p.lat.Is(i, lang.Glued) {
				if n, _ := strconv.Atoi(p.lat.Slice(i, i+1)); n > 12 {
					p.daysFirst = 2
				}
			}
		}
	}
	return p.daysFirst == 2
}

// partsNothing reports whether a sign belongs to the number beside it and
// parts no clause: fell 0.3% in May.
func partsNothing(c rune) bool {
	switch c {
	case '%', '$', '€', '£', '¥', '°', '/', '+':
		return true
	}
	return false
}

// publishedMonth gives the month the text was published in.
func (r *dateReader) publishedMonth() int {
	pub, _ := r.p.today()
	return int(pub.Month())
}

// past reports whether the clause of the date tells of what has been: by a
// verb of the pastword list or with an ending of pastend in the words before
// the date, or in the whole sentence where the date opens it, and no word of
// the future list. After "by" or "until" nothing is known of it. A language
// without these lists does not say.
func (r *dateReader) past() bool { return r.pastIs.of(r.liesBehind) }

// liesBehind reports whether the sentence tells of the match as of a day that has been:
// "was signed | on Monday".
func (r *dateReader) liesBehind() bool {
	c := r.p.know.lists.pastWord
	if r.future() {
		return false
	}
	l, first := r.p.lat, r.m.Start
	if c == lang.NoClass {
		return r.pastTold() || r.begunRU()
	}
	if r.sinceThen() || r.setBeside() {
		return true
	}
	for _, k := range [...]int{first - 1, first} {
		if k >= r.sentence.First && l.Has(k, r.p.know.lists.pastNot) {
			return false
		}
	}
	verb := func(i int) bool {
		return l.Has(i, c) || l.Is(i, lang.Lower) && r.p.know.endings.pastEnd.end(l.Fold(i), 2)
	}
	if first-r.sentence.First <= 2 {
		for i := r.sentence.First; i < r.sentence.Last; i++ {
			if (i < first || i >= r.m.End) && verb(i) {
				return true
			}
		}
		return false
	}
	for i := range r.wordsBefore {
		if verb(i) {
			return true
		}
		if i == r.sentence.First && r.m.Rule.Get("told") == "behind" { // the subject holds it: sales in the fourth quarter rose
			for k := r.m.End; k < r.sentence.Last; k++ {
				if verb(k) {
					return true
				}
			}
		}
	}
	return false
}
