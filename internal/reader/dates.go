package reader

import (
	"math"
	"strconv"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
	"shanyraq/internal/value"
)

// findDates lays mentions over the dates of the part. The rules say which
// words make a date and name its parts by capture; here the parts are put
// together and held to the calendar. A date without a year takes it from the
// day of publication or from the last dated year of its paragraph; a date
// that the calendar lacks is none.
var findDates = []pass{(*part).datesOf, (*part).takeDates}

// takeDates lays those dates of each sentence that the rules have found and that are
// dates, and then those told by another (see anchoredDates).
func (p *part) takeDates() {
	anchored := p.know.rules("anchors")
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
func (p *part) datesOf() {
	set, r := p.know.rules("dates"), &p.dates
	p.symbols = p.know.pack.Tag == "en" && p.hasSymbols()
	r.found, r.ends, r.matches, r.caps = r.found[:0], r.ends[:0], r.matches[:0], r.caps[:0]
	take := func(m *pattern.Match) bool {
		at := dateReader{p: p, m: m}
		start, end := at.extent()
		if p.noTimeKK(start, end) || p.symbols && p.inSymbol(start) {
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
	if r.p.lat.Has(k, r.p.know.lists.yearWord) || r.p.lat.Has(k, r.p.know.lists.yearsWord) {
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

// list gives the value that a list has for what the match captures under a name.
func (r *dateReader) list(name string, class lang.Class) (string, bool) {
	a, _, ok := r.m.Capture(name)
	if !ok {
		return "", false
	}
	v, _, ok := r.p.lat.Value(a, class)
	return v, ok
}

// num gives a captured number, 0 where there is none.
func (r *dateReader) num(name string) int {
	a, b, ok := r.m.Capture(name)
	if !ok {
		return 0
	}
	for i := a; i < b; i++ {
		if c := r.p.know.lists.decadeWord; name == "decade" && c != lang.NoClass { // the twenty-tens
			if v, _, ok := r.p.lat.Value(i, c); ok {
				n, _ := strconv.Atoi(v)
				return n
			}
		}
		if x, ok := r.p.numberAt(i); ok && !(x.end > b && r.p.lat.Rune(b) == '/') { // 06/07, 2015
			if x.value != math.Trunc(x.value) { // наурыздағы 7,9 %
				return 0
			}
			return int(x.value)
		}
		if r.p.lat.Is(i, lang.Number) {
			n, _ := strconv.Atoi(r.p.lat.Slice(i, i+1))
			return n
		}
		if c := r.p.know.lists.dayOwned; c != lang.NoClass && (name == "d" || name == "d2") { // мамырдың бесінде
			if v, _, ok := r.p.lat.Value(i, c); ok {
				n, _ := strconv.Atoi(v)
				return n
			}
		}
		if c := r.p.know.lists.ordinal; c != lang.NoClass {
			if v, _, ok := r.p.lat.Value(i, c); ok {
				n, _ := strconv.Atoi(v)
				return n
			}
		}
	}
	return 1 // "a year ago"
}

// listNum gives that value as a number, 0 where there is none.
func (r *dateReader) listNum(name string, class lang.Class) int {
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
	if need := r.m.Rule.Get("need"); need == "future" && !r.future() || need == "told" && !r.past() && (!r.future() || r.everyTimeKK()) { // в выходные магазин закрыт: on all of them
		return value.Date{}, false
	}
	if r.inCode() || r.every(has) || r.listed(has) || r.m.Rule.Get("cap") == "yes" && !r.p.lat.Is(r.firstOf("m"), lang.Cap) {
		return value.Date{}, false
	}
	if r.m.Rule.Get("hijri") == "yes" {
		return r.hijri()
	}
	if d, ok, known := r.form(has); known {
		return d, ok
	}
	w, ok := r.said(has)
	if !ok {
		return value.Date{}, false
	}
	switch rule := r.m.Rule; {
	case has("nm"):
		return r.numberedMonth(&w)
	case has("dot"):
		a, _, _ := r.m.Capture("dot")
		return dotDate(r.p.lat.Slice(a, a+1))
	case has("century"):
		return r.century(has)
	case has("decade") || has("nthdec"):
		return r.decade(has)
	case has("q") || rule.Get("q") != "":
		return r.quarter(w.year, w.rel)
	case has("half") || rule.Get("half") == "last" || rule.Get("half") == "first":
		return r.half(&w)
	case rule.Get("rel") == "eve":
		return r.relative(relative{"day", -1})
	case rule.Get("rel") == "year":
		return r.ownYear(w.rel)
	case rule.Get("rel") != "":
		return r.relative(relative{unit: rule.Get("rel")})
	case has("season"):
		return r.season(has, w.year, w.rel)
	case has("hol"):
		return r.holiday(w.year, w.rel)
	case has("d"):
		return r.days(w.year, w.y2, w.month, w.m2, w.rel)
	case w.month > 0:
		if rule.Get("inflected") == "yes" && !r.inflected("m") {
			return value.Date{}, false
		}
		return r.months(w.year, w.y2, w.month, w.m2, w.rel)
	case has("wd"):
		return r.weekday(r.listNum("wd", r.p.know.lists.weekday))
	case has("unit"):
		return r.amount()
	}
	return r.yearAlone(&w)
}

// yearAlone gives the date of a match that captures no more than a year, two years or a
// word that leans on the text: 2019, 2019–2021, last year; false where it has none, or the
// year is how many something is.
func (r *dateReader) yearAlone(w *saidDate) (value.Date, bool) {
	switch {
	case w.year > 0 && w.y2 > 0:
		return edtf("%04d/%04d", w.year, w.y2)
	case w.year > 0 && (r.levelRU(w.year) || r.fromLevel()):
		return value.Date{}, false
	case w.year > 0:
		return edtf("%04d", w.year)
	case w.rel.unit != "":
		return r.relative(w.rel)
	}
	return value.Date{}, false
}

// fromLevel reports whether English digits behind "from" are the level that something rose
// or fell from to another that has a unit: "from | 1200 to 1278 euros".
func (r *dateReader) fromLevel() bool {
	l, know := r.p.lat, r.p.know
	k := r.firstOf("y")
	if know.lists.echoWord == lang.NoClass || k <= r.sentence.First || !l.Plays(k-1, know.roles.fromWhere) || !l.Has(k+1, know.lists.rangeTo) {
		return false
	}
	x, ok := r.p.numberAt(k + 2)
	return ok && x.end < r.sentence.Last && (l.Has(x.end, know.lists.unit) || l.Has(x.end, know.lists.currency))
}

// inflected reports whether a captured word carries an ending and, inside a
// sentence, no capital: "қазанда" is in October, "қазан" may be a cauldron.
func (r *dateReader) inflected(name string) bool {
	a, _, ok := r.m.Capture(name)
	if !ok || r.p.lat.Is(a, lang.Cap) && a > r.sentence.First {
		return false
	}
	c, ok := r.p.lat.Chunk(a, r.p.know.lists.month)
	if !ok {
		return name == "d" && r.p.lat.Has(a, r.p.know.lists.ordinal)
	}
	for _, f := range r.p.lat.Entry(c).Forms {
		if r.p.lat.Fold(a) == f {
			return false
		}
	}
	acc := false
	for _, x := range r.p.lat.Analyses(a) { // what is found, sold or built is no month: қола қазанды
		if x.Harmony && x.Slots == "abl" && (!strings.HasPrefix(r.p.lat.Fold(a), "қазан") || r.p.lat.Has(a+1, r.p.know.lists.sinceAfter)) { // қаңтардан, but қазаннан ас ішті
			return true
		}
		acc = acc || x.Harmony && x.Slots == "acc"
	}
	return !acc
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
	if n := r.num(name); n >= 1000 && n < 2200 && !r.beforeEra(r.firstOf(name)+1) && !(n < 1945 && r.numbersPaper(r.firstOf(name)-1)) {
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
	if r.m.Rule.Get("order") == "either" && (month > 12 || d <= 12 && r.monthFirst() && !r.p.dayFirst() && !r.isToday(month, d)) {
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
	if k := r.firstOf("d") - 1; k >= 0 && r.p.lat.Has(k, r.p.know.lists.currency) { // $12 December 27
		return value.Date{}, false
	}
	ofMonth := r.p.know.headLast && r.dayOfMonthKK()
	if a, b, _ := r.m.Capture("d"); r.p.know.headLast && !ofMonth && b == a+1 && collectiveKK(r.p.lat.Fold(a)) {
		return value.Date{}, false // екеуі мамырға дейін: two of them
	}
	if a, _, _ := r.m.Capture("d"); r.p.know.headLast && !ofMonth && year == 0 && !r.p.lat.Is(a, lang.Number) && !r.inflected("m") && !r.inflected("d") {
		return value.Date{}, false // six cauldrons of soup: алты қазан көже
	}
	if r.monthEnded() || r.m.Rule.Name == "date.of-rel" && rel.unit != "" && rel.unit != "year" { // 5 March | last week
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
	return r.daySpan([3]int{year, month, d}, [3]int{y2, m2, d2})
}

// daySpan gives the days from one day to another, each its year, month and day,
// where what the second does not say is the first's.
func (r *dateReader) daySpan(from, to [3]int) (value.Date, bool) {
	year, month, d := from[0], from[1], from[2]
	y2, m2, d2 := to[0], to[1], to[2]
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
