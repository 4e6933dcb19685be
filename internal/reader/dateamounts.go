package reader

import (
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// howMany gives a captured number of units; half says that it ends in a half:
// "two and a half years ago". 1 where nothing is captured.
func (r *dateReader) howMany(name string) (n int, half bool) {
	a, b, ok := r.m.Capture(name)
	if !ok {
		return 1, false
	}
	for i := a; i < b; i++ {
		if x, ok := r.p.numberAt(i); ok {
			n = int(x.value)
			return n, x.value-float64(n) == 0.5
		}
	}
	if r.p.lat.Has(a, r.p.know.lists.halfWord) { // жарты жыл
		return 0, true
	}
	return r.num(name), false
}

// unit gives a captured measure of time and how many of it the word means:
// «полгода» is 6 months.
func (r *dateReader) unit(name string) (unit string, times int, ok bool) {
	v, ok := r.list(name, "timeunit")
	if n, u, several := strings.Cut(v, " "); several {
		times, _ = strconv.Atoi(n)
		return u, times, ok
	}
	return v, 1, ok
}

// listed reports whether days or months that lie apart are named one by one,
// "on 3 and 17 June", so that they are no span.
func (r *dateReader) listed(has func(string) bool) bool {
	if !has("d2") && !has("m2") {
		return false
	}
	and := r.p.know.lists.andWord
	if and == lang.NoClass {
		return false
	}
	l, second := r.p.lat, len(r.p.lat.Toks)
	for _, name := range [...]string{"d2", "m2", "w2", "y2"} {
		if i := r.firstOf(name); i >= 0 {
			second = min(second, i)
		}
	}
	if l.Has(second-1, r.p.know.lists.definite) {
		second--
	}
	if !l.Has(second-1, and) {
		return false
	}
	if d := r.firstOf("d"); d-2 >= r.sentence.First && l.Rune(d-1) == ',' && l.Is(d-2, lang.DayNumber) { // 3, 4 and 5 May
		return true
	}
	from := r.p.know.lists.dateFrom
	for i := max(r.sentence.First, r.m.Start-1); i < second; i++ {
		if l.Has(i, from) {
			return false
		}
	}
	switch {
	case has("y2") || has("d2") && has("m2"):
		return true
	case has("d2"):
		return r.num("d2") != r.num("d")+1
	}
	return r.monthOf("m2") != r.monthOf("m")%12+1
}

// halved gives n and a half units in the next smaller ones.
func halved(n int, unit string) (int, string, bool) {
	switch unit {
	case "year":
		return 12*n + 6, "month", true
	case "decade":
		return 10*n + 5, "year", true
	case "century":
		return 100*n + 50, "year", true
	case "month":
		return 30*n + 15, "day", true
	case "week":
		return 7*n + 4, "day", true
	}
	return 0, "", false
}

// several reports whether the match counts in more than one unit: "two years
// and three months ago".
func (r *dateReader) several() bool { return r.firstOf("unit2") >= 0 }

// directedBefore reports whether a word of direction stands before the match,
// so that its first amount is that word's: "the last three months and two days
// ago".
func (r *dateReader) directedBefore() bool {
	i := r.m.Start - 1
	return i >= r.sentence.First && r.p.lat.Has(i, r.p.know.lists.relDir)
}

// step goes from t by all amounts of the match, ahead where sign is 1 and back
// where it is -1, and gives the smallest unit counted in. A day that its month
// lacks becomes the last one. ok is false where a unit is named twice.
func (r *dateReader) step(t time.Time, sign int) (at time.Time, unit string, ok bool) {
	months, days := 0, 0
	var seen []string
	for _, k := range [...][2]string{{"n", "unit"}, {"n2", "unit2"}, {"n3", "unit3"}} {
		u, times, ok := r.unit(k[1])
		if !ok {
			continue
		}
		for _, s := range seen {
			if s == u {
				return t, "", false
			}
		}
		seen = append(seen, u)
		n, _ := r.howMany(k[0])
		if n *= times; n < 1 || n > 1000 {
			return t, "", false
		}
		switch u {
		case "decade":
			months += 120 * n
		case "year":
			months += 12 * n
		case "quarter":
			months += 3 * n
		case "month":
			months += n
		case "fortnight":
			days += 14 * n
		case "week":
			days += 7 * n
		case "day":
			days += n
		}
		if unit == "" || finer(u, unit) {
			unit = u
		}
	}
	return monthsFrom(t, sign*months).AddDate(0, 0, sign*days), unit, true
}

// monthsFrom goes n months on; a day that the month lacks becomes its last.
func monthsFrom(t time.Time, n int) time.Time {
	first := time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(t.Day(), last)-1)
}

// finer reports whether unit a is smaller than unit b.
func finer(a, b string) bool {
	units := [...]string{"day", "week", "fortnight", "month", "quarter", "year", "decade", "century"}
	for _, u := range units {
		switch u {
		case b:
			return false
		case a:
			return true
		}
	}
	return false
}

// sameTime resolves "ten years ago today", "a year ago this week": the day,
// week, month or year of now, so long ago.
func (r *dateReader) sameTime(pub time.Time, unit string, n int) (time.Time, relative, bool) {
	v, _ := r.list("same", r.p.know.lists.relDate)
	rel := parseRelative(v)
	if rel.unit == "" || !finer(rel.unit, unit) && rel.unit != unit || rel.n > 0 || rel.n < -1 {
		return pub, rel, false
	}
	switch unit {
	case "decade":
		pub = monthsFrom(pub, -120*n)
	case "year":
		pub = monthsFrom(pub, -12*n)
	case "month":
		pub = monthsFrom(pub, -n)
	case "week":
		pub = pub.AddDate(0, 0, -7*n)
	}
	return pub, rel, true
}

// dayInFigures reads a day and a month in figures without a year, "on 22/04": the
// nearest such day. What might be a share, and the attacks called 9/11, are
// none.
func (r *dateReader) dayInFigures() (month, day int, ok bool) {
	i, k := r.firstOf("mn"), r.firstOf("d")
	if !r.p.lat.Is(k, lang.Glued) || k != i+2 {
		return 0, 0, false
	}
	first, second := r.p.lat.Slice(i, i+1), r.p.lat.Slice(k, k+1)
	a, _ := strconv.Atoi(first)
	b, _ := strconv.Atoi(second)
	since := i > r.sentence.First && (r.p.lat.Has(i-1, r.p.know.lists.sinceWord) || r.p.lat.Has(i-1, r.p.know.lists.untilWord))
	if a == 9 && b == 11 || r.firstOf("w") < 0 && len(first)+len(second) < 3 && !since {
		return 0, 0, false
	}
	if r.m.Rule.Get("over") != "" && b < 20 && a <= b { // 3/16 may be a share
		return 0, 0, false
	}
	if a > 12 || b <= 12 && (!r.monthFirst() || r.p.dayFirst()) {
		a, b = b, a
	}
	return a, b, a >= 1 && a <= 12 && b >= 1 && b <= 31
}

// leapYear gives the leap year nearest to a year, the earlier of two.
func (r *dateReader) leapYear(year int) int {
	for n := 0; year > 0 && n < 8; n++ {
		for _, y := range [...]int{year - n, year + n} {
			if value.DaysIn(y, 2) == 29 {
				return y
			}
		}
	}
	return year
}

// inCode reports whether the match goes on a run of figures tied by hyphens
// that is no date: a telephone or file number, 555-2012, 133-03-03-2020.
func (r *dateReader) inCode() bool {
	toks, i := r.p.lat.Toks, r.m.Start
	y := r.firstOf("y")
	if !(i > 0 && r.p.lat.Rune(i-1) == '-') && !(y > 0 && r.p.lat.Rune(y-1) == '-') {
		return false
	}
	year := r.firstOf("d") < 0 && r.firstOf("mn") < 0 && r.firstOf("m") < 0 && r.firstOf("y2") < 0 && r.firstOf("q") < 0
	if year && y >= 0 {
		i = y
	}
	tied := func(i int) bool { // a hyphen between two runs of figures stands before token i
		return i >= 2 && toks[i].Is(lang.Glued) && r.p.lat.Rune(i-1) == '-' && toks[i-1].Is(lang.Glued) && toks[i-2].Is(lang.Number)
	}
	if !tied(i) {
		return false
	}
	if toks[i-2].Is(lang.Year) {
		return year && tied(i-2)
	}
	return year || toks[i-2].End-toks[i-2].Start > 2
}
