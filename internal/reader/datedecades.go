package reader

import (
	"strconv"

	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// decade gives a decade, half of one, or the time from one to another: "the
// 1970s", «в 60-х годах XIX века», «во второй половине 1980-х».
func (r *dateReader) decade(has func(string) bool) (value.Date, bool) {
	if base := r.centuryOf(); has("nthdec") {
		n := r.num("nthdec")
		if r.p.lat.Has(r.firstOf("nthdec"), r.p.know.lists.nthLast) {
			n = 10
		}
		if base == 0 || n < 1 || n > 10 || r.cardinal("nthdec") {
			return value.Date{}, false
		}
		return edtf("%03dX", base/10+n-1)
	} else if base > 0 {
		return edtf("%03dX", (base+r.num("decade")%100)/10)
	}
	y := r.num("decade")
	if k := r.firstOf("decade"); y >= 1000 && k >= r.sentence.First+2 && r.p.know.headLast && r.p.lat.Is(k-2, lang.Year) && (r.p.lat.Has(k-1, r.p.know.lists.andWord) || r.p.lat.Rune(k-1) == ',') {
		return edtf("%04d", y) // 2019 және 2020 жылдары
	}
	if has("half") && y < 100 {
		y += 1900
	}
	if y < 100 && y%10 == 0 && y > 0 {
		y += 1900
		if r.m.Start > 0 && r.p.lat.Has(r.firstOf("decade")-1, r.p.know.lists.num) && r.p.lat.Fold(r.firstOf("decade")-1) == "eighteen" {
			y -= 100
		}
	}
	if y%10 != 0 || y < 1000 {
		return value.Date{}, false
	}
	if has("decade2") {
		return decades(y, r.num("decade2"))
	}
	if has("half") {
		return halfDecade(y, r.num("half"))
	}
	return edtf("%03dX", y/10)
}

// quarter gives a quarter of the year told, or of that of the day of
// publication; "the fourth quarter", told in January, is that of last year.
func (r *dateReader) quarter(year int, rel relative) (value.Date, bool) {
	q := r.num("q")
	if n, err := strconv.Atoi(r.m.Rule.Get("q")); err == nil {
		q = n
	}
	if r.m.Rule.Get("q") == "month" { // the quarter that a month closes
		m := r.monthOf("m")
		if m%3 != 0 {
			return value.Date{}, false
		}
		q = m / 3
	}
	if v := r.num("qr"); v > 0 {
		q = v
	}
	if r.cardinal("q") || r.quarterSteps() { // three quarters
		return value.Date{}, false
	}
	if q < 1 || q > 4 {
		return value.Date{}, false
	}
	y := r.yearOr(year, rel)
	if y == 0 {
		return value.Date{}, true
	}
	if q2 := r.num("q2"); q2 > 0 {
		if q2 <= q || q2 > 4 {
			return value.Date{}, false
		}
		return edtf("%04d-%d/%04d-%d", y, 32+q, y, 32+q2)
	}
	if year == 0 && rel.unit == "" && r.past() && q > (r.publishedMonth()+2)/3 {
		y-- // "the fourth quarter", told in January
	}
	return edtf("%04d-%d", y, 32+q)
}

// centuryOf gives the first year of the century that a decade is told of, «в
// 60-х годах XIX века», 0 where none is.
func (r *dateReader) centuryOf() int {
	if i := r.firstOf("dcent"); i >= 0 {
		n := r.num("dcent")
		if r.p.lat.Is(i, lang.Roman) {
			n = lang.RomanValue(r.p.lat.Slice(i, i+1))
		}
		if n < 11 || n > 21 {
			return 0
		}
		return (n - 1) * 100
	}
	v, ok := r.list("drel", r.p.know.lists.relDate)
	pub, dated := r.p.today()
	if rel := parseRelative(v); ok && dated && rel.unit == "century" {
		return (pub.Year()/100 + rel.n) * 100
	}
	return 0
}

// decades gives the time from one decade to another: «в 1990–2000-х годах»,
// «в 1960–70-х годах».
func decades(from, to int) (value.Date, bool) {
	if to < 100 {
		if to += from - from%100; to < from {
			to += 100
		}
	}
	if to <= from || to%10 != 0 {
		return value.Date{}, false
	}
	return edtf("%03dX/%03dX", from/10, to/10)
}

// halfDecade gives the first or second five years of a decade.
func halfDecade(decade, half int) (value.Date, bool) {
	switch {
	case decade%10 != 0 || half < 1 || half > 2:
		return value.Date{}, false
	case half == 1:
		return edtf("%04d/%04d", decade, decade+4)
	}
	return edtf("%04d/%04d", decade+5, decade+9)
}

// cardinal reports whether a captured number is a word that counts: three
// quarters are no third quarter.
func (r *dateReader) cardinal(name string) bool {
	i := r.firstOf(name)
	if i < 0 {
		return false
	}
	x, ok := r.p.numberAt(i)
	return ok && !x.ordinal && !x.roman && !x.digits
}
