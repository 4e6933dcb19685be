package reader

import (
	"strconv"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
	"shanyraq/internal/value"
)

// findDates lays mentions over the dates of the part. The rules say which
// words make a date and name its parts by capture; here the parts are put
// together and held to the calendar. A date without a year takes it from the
// day of publication or from the last dated year of its paragraph; a date
// that the calendar lacks is none.
func findDates(p *part) {
	set, anchored := p.know.rules("dates"), p.know.rules("anchors")
	p.datesOf(set)
	r, from := &p.dates, 0
	for k, s := range p.sents {
		found := r.found[from:r.ends[k]]
		if from = r.ends[k]; len(found) > 0 {
			told := s // where the tense is looked for
			if s.Last-s.First <= 2 && k+1 < len(p.sents) && !p.lat.Toks[s.Last].Para {
				told.Last = p.sents[k+1].Last // "June. A memorandum was signed."
			}
			switch {
			case p.belowHeading(k):
				p.writtenOn(found, told, s.First)
			case s.First < datelineReach:
				p.writtenOn(found, told, 0)
			}
			p.layDates(found, told)
		}
		if anchored != emptySet {
			p.anchoredDates(anchored, s)
		}
	}
}

// dateRoom is what is found in the sentences, in room that the next part uses
// again.
type dateRoom struct {
	found   []dateSpan
	ends    []int // for each sentence, where what is found in it ends
	matches []pattern.Match
	caps    []int // of matches
	kept    []dateSpan
}

// datesOf gathers what the rules match, without a look at what it means: of most
// dates several rules match a part, and those matches lose. It goes through all
// sentences at once, so that the code which runs the rules stays in the cache.
func (p *part) datesOf(set *pattern.Set) {
	r := &p.dates
	r.found, r.ends, r.matches, r.caps = r.found[:0], r.ends[:0], r.matches[:0], r.caps[:0]
	take := func(m *pattern.Match) bool {
		at := dateReader{p: p, m: m}
		start, end := at.extent()
		if p.noTimeKK(start, end) {
			return true
		}
		var kept pattern.Match
		kept, r.caps = m.Keep(r.caps)
		r.matches = append(r.matches, kept)
		r.found = append(r.found, dateSpan{start: start, end: end, match: len(r.matches)})
		return true
	}
	for _, s := range p.sents {
		p.scan(set, s, take)
		r.ends = append(r.ends, len(r.found))
	}
}

// dateReader puts the captures of one match together.
type dateReader struct {
	p        *part
	m        *pattern.Match
	sentence lang.Sentence
	// near says that the year was not told and the nearest one taken.
	near bool
	// Whether the date lies ahead, or behind, by its verb.
	aheadIs, pastIs answer
	// impossible says of a match that is no date that it names a day the
	// calendar lacks.
	impossible bool
}

// answer is what was found out about something that is asked again and again: 0
// nothing yet, 1 no, 2 yes.
type answer byte

// of gives the answer, asked for at first.
func (a *answer) of(ask func() bool) bool {
	if *a == 0 {
		if *a = 1; ask() {
			*a = 2
		}
	}
	return *a == 2
}

// extent is the run of tokens from the first to the last capture: prepositions
// that only help to find a date are no part of it.
func (r *dateReader) extent() (int, int) {
	start, end := r.m.End, r.m.Start
	r.m.Captures(func(name string, a, b int) {
		if spans(name) {
			start, end = min(start, a), max(end, b)
		}
	})
	end = max(end, start+1)
	// The word for "year" behind the number belongs to the date: 1997 года.
	k := end
	if k+1 < r.m.End && r.p.lat.Rune(k) == '-' {
		k += 2
	}
	if r.p.lat.Has(k, r.p.class("yearword")) || r.p.lat.Has(k, r.p.class("yearsword")) {
		if k < r.m.End {
			end = k + 1
			if r.p.lat.Rune(end) == '.' && end < r.m.End { // г.
				end++
			}
		}
	}
	return start, end
}

// spans reports whether what is captured under a name belongs to the date.
func spans(name string) bool {
	switch name {
	case "w", "d", "m", "y", "d2", "m2", "y2", "mn", "rel", "dir", "wd", "n", "unit", "q", "season", "decade", "century", "dot", "hol", "core", "half", "yc", "yr", "yy", "wd2", "yw":
		return true
	}
	return false
}

func (r *dateReader) list(name, class string) (string, bool) {
	a, _, ok := r.m.Capture(name)
	if !ok {
		return "", false
	}
	v, _, ok := r.p.lat.Value(a, r.p.class(class))
	return v, ok
}

// num gives a captured number, 0 where there is none.
func (r *dateReader) num(name string) int {
	a, b, ok := r.m.Capture(name)
	if !ok {
		return 0
	}
	for i := a; i < b; i++ {
		if c := r.p.class("decadeword"); name == "decade" && c != lang.NoClass { // the twenty-tens
			if v, _, ok := r.p.lat.Value(i, c); ok {
				n, _ := strconv.Atoi(v)
				return n
			}
		}
		if x, ok := r.p.numberAt(i); ok && !(x.end > b && r.p.lat.Rune(b) == '/') { // 06/07, 2015
			return int(x.value)
		}
		if r.p.lat.Toks[i].Is(lang.Number) {
			n, _ := strconv.Atoi(r.p.lat.Slice(i, i+1))
			return n
		}
		if c := r.p.class("ordinal"); c != lang.NoClass {
			if v, _, ok := r.p.lat.Value(i, c); ok {
				n, _ := strconv.Atoi(v)
				return n
			}
		}
	}
	return 1 // "a year ago"
}

func (r *dateReader) listNum(name, class string) int {
	v, ok := r.list(name, class)
	if !ok {
		return 0
	}
	n, _ := strconv.Atoi(v)
	return n
}

// resolve gives the date; ok is false where the match is no date at all. A
// relative date without a day of publication is a date without value.
func (r *dateReader) resolve() (value.Date, bool) {
	has := func(name string) bool { _, _, ok := r.m.Capture(name); return ok }
	if r.m.Rule.Get("need") == "future" && !r.future() {
		return value.Date{}, false
	}
	if r.inCode() || r.every(has) || r.listed(has) {
		return value.Date{}, false
	}
	if r.m.Rule.Get("hijri") == "yes" {
		return r.hijri()
	}
	if d, ok, known := r.form(has); known {
		return d, ok
	}
	year, y2 := r.year("y"), r.year("y2")
	if has("y") && year == 0 || has("y2") && y2 == 0 && r.num("y2") > 99 {
		return value.Date{}, false
	}
	if year%100 == 0 && r.m.Rule.Get("round") == "no" { // its 2000 employees
		return value.Date{}, false
	}
	if has("y2") && y2 == 0 { // 2016-19
		y2 = year - year%100 + r.num("y2")
		if y2%100 == 0 { // 1999/00
			y2 += 100
		}
	}
	month, m2 := r.monthOf("m"), r.monthOf("m2")
	if has("mn") {
		month = r.num("mn")
	}
	if has("yy") {
		if year = r.shortYear(); year == 0 {
			return value.Date{}, false
		}
	}
	if has("yc") || has("yw") {
		if year = r.saidYear(); year == 0 {
			return value.Date{}, false
		}
	}
	var rel relative
	if v, ok := r.list("rel", "reldate"); ok {
		rel = parseRelative(v)
	}
	switch {
	case has("nm"):
		if y := r.yearOr(year, rel); y > 0 && (year > 0 || rel.unit == "year") {
			return edtf("%04d-%02d", y, r.num("nm"))
		}
		return value.Date{}, rel.unit == "year"
	case has("dot"):
		a, _, _ := r.m.Capture("dot")
		return dotDate(r.p.lat.Slice(a, a+1))
	case has("century"):
		if _, e, _ := r.m.Capture("core"); r.beforeEra(e) {
			return value.Date{}, false
		}
		n := r.num("century")
		if x, _, ok := r.m.Capture("century"); ok && r.p.lat.Toks[x].Is(lang.Roman) {
			n = lang.RomanValue(r.p.lat.Slice(x, x+1))
		}
		last := n
		if has("century2") {
			last = r.num("century2")
			if x, _, _ := r.m.Capture("century2"); r.p.lat.Toks[x].Is(lang.Roman) {
				last = lang.RomanValue(r.p.lat.Slice(x, x+1))
			}
		}
		return centuries(n, last)
	case has("decade"):
		return r.decade(has)
	case has("q") || r.m.Rule.Get("q") != "":
		return r.quarter(year, rel)
	case has("half") || r.m.Rule.Get("half") == "last" || r.m.Rule.Get("half") == "first":
		h, y := r.num("half"), r.yearOr(year, rel)
		switch r.m.Rule.Get("half") {
		case "last": // the last half of 1988
			h = 2
		case "first": // алғашқы жартыжылдықта
			h = 1
		}
		switch {
		case r.m.Rule.Get("third") == "yes":
			return r.thirdOfMonth(h, year, month)
		case h < 1 || h > 2:
			return value.Date{}, false
		case month > 0:
			return r.halfMonth(h, year, month)
		case y == 0:
			return value.Date{}, true
		case h == 1:
			return edtf("%04d-01/%04d-06", y, y)
		}
		return edtf("%04d-07/%04d-12", y, y)
	case r.m.Rule.Get("rel") == "eve":
		return r.relative(relative{"day", -1})
	case r.m.Rule.Get("rel") == "year":
		if y := r.yearOr(0, rel); y > 0 && rel.unit == "" && r.m.Rule.Get("at") != "start" && r.publishedMonth() <= 2 && r.past() {
			return edtf("%04d", y-1) // at year-end, told in January
		}
		if y := r.yearOr(0, rel); y > 0 {
			return edtf("%04d", y)
		}
		return value.Date{}, true
	case r.m.Rule.Get("rel") != "":
		return r.relative(relative{unit: r.m.Rule.Get("rel")})
	case has("season"):
		return r.season(has, year, rel)
	case has("hol"):
		return r.holiday(year, rel)
	case has("d"):
		return r.days(year, y2, month, m2, rel)
	case month > 0:
		if r.m.Rule.Get("inflected") == "yes" && !r.inflected("m") {
			return value.Date{}, false
		}
		return r.months(year, y2, month, m2, rel)
	case has("wd"):
		return r.weekday(r.listNum("wd", "weekday"))
	case has("unit"):
		return r.amount(rel)
	case year > 0 && y2 > 0:
		return edtf("%04d/%04d", year, y2)
	case year > 0:
		return edtf("%04d", year)
	case rel.unit != "":
		return r.relative(rel)
	}
	return value.Date{}, false
}

// inflected reports whether a captured word carries an ending and, inside a
// sentence, no capital: "қазанда" is in October, "қазан" may be a cauldron.
func (r *dateReader) inflected(name string) bool {
	a, _, ok := r.m.Capture(name)
	if !ok || r.p.lat.Toks[a].Is(lang.Cap) && a > r.sentence.First {
		return false
	}
	c, ok := r.p.lat.Chunk(a, r.p.class("month"))
	if !ok {
		return name == "d" && r.p.lat.Has(a, r.p.class("ordinal"))
	}
	for _, f := range r.p.lat.Entry(c).Forms {
		if r.p.lat.Fold(a) == f {
			return false
		}
	}
	for _, x := range r.p.lat.Analyses(a) { // what is found, sold or built is no month: қола қазанды
		if x.Harmony && x.Slots == "acc" {
			return false
		}
	}
	return true
}

// monthEnded reports whether a month before a number has an ending that closes
// it, where heads stand last: «наурызда 10 пайыз», but «наурыздың 10-ында».
func (r *dateReader) monthEnded() bool {
	m, d := r.firstOf("m"), r.firstOf("d")
	if !r.p.know.headLast || m < 0 || d < m {
		return false
	}
	for _, a := range r.p.lat.Analyses(m) {
		if a.Harmony && (a.Slots == "loc" || a.Slots == "dat" || a.Slots == "abl") {
			return true
		}
	}
	return false
}

// year gives a captured year from 1000 to 2199, 0 where there is none.
func (r *dateReader) year(name string) int {
	if _, _, ok := r.m.Capture(name); !ok {
		return 0
	}
	if n := r.num(name); n >= 1000 && n < 2200 {
		return n
	}
	return 0
}

// yearOr gives the year itself, the year a relative word gives, or the year
// of the day of publication.
func (r *dateReader) yearOr(year int, rel relative) int {
	if year > 0 {
		return year
	}
	pub, ok := r.p.today()
	if !ok {
		return 0
	}
	if rel.unit == "year" {
		return pub.Year() + rel.n
	}
	return pub.Year()
}

// days makes a day or a span of days.
func (r *dateReader) days(year, y2, month, m2 int, rel relative) (value.Date, bool) {
	d, d2 := r.num("d"), 0
	if r.m.Rule.Get("figures") == "md" {
		var ok bool
		if month, d, ok = r.dayInFigures(); !ok {
			return value.Date{}, false
		}
	}
	if r.m.Rule.Get("order") == "either" && (month > 12 || d <= 12 && r.monthFirst() && !r.p.dayFirst()) {
		if _, _, named := r.m.Capture("m"); !named {
			d, month = month, d
		}
	}
	if _, _, ok := r.m.Capture("d2"); ok {
		d2 = r.num("d2")
	}
	if month == 0 || d < 1 || d > 31 {
		return value.Date{}, false
	}
	if k := r.firstOf("d") - 1; k >= 0 && r.p.lat.Has(k, r.p.class("currency")) { // $12 December 27
		return value.Date{}, false
	}
	if a, _, _ := r.m.Capture("d"); r.p.know.headLast && year == 0 && !r.p.lat.Toks[a].Is(lang.Number) && !r.inflected("m") && !r.inflected("d") {
		return value.Date{}, false // six cauldrons of soup: алты қазан көже
	}
	if r.monthEnded() {
		return value.Date{}, false
	}
	if year == 0 && rel.unit == "year" {
		year = r.yearOr(0, rel)
	}
	if _, _, directed := r.m.Capture("dir"); directed && year == 0 {
		year = r.directedDay(month, d)
	}
	if year == 0 {
		if year = r.nearYear(month, d); month == 2 && d == 29 {
			year = r.leapYear(year)
		}
	}
	if year == 0 {
		if d > value.DaysIn(2000, month) {
			return value.Date{}, false
		}
		return value.Date{}, true
	}
	if month > 12 || d > value.DaysIn(year, month) {
		r.impossible = r.year("y") > 0
		return value.Date{}, false
	}
	if d2 == 0 {
		return value.Day(year, month, d)
	}
	if m2 == 0 {
		m2 = month
	}
	if y2 == 0 {
		y2 = year
		if m2 < month {
			if r.year("y") > 0 && !r.p.know.headLast { // the year stands behind the end of the span
				year--
			} else {
				y2++
			}
		}
	}
	return edtf("%04d-%02d-%02d/%04d-%02d-%02d", year, month, d, y2, m2, d2)
}
