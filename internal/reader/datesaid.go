package reader

import (
	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// saidDate holds the years and months that the words of a date say, 0 where they
// say none, and the word that makes it relative.
type saidDate struct {
	year, y2, month, m2 int
	rel                 relative
}

// said reads the years and months of a match; ok is false where a number that
// stands for a year is none.
func (r *dateReader) said(has func(string) bool) (w saidDate, ok bool) {
	w.year, w.y2 = r.year("y"), r.year("y2")
	if has("y") && w.year == 0 || has("y2") && w.y2 == 0 && r.num("y2") > 99 {
		return w, false
	}
	if round := r.m.Rule.Get("round"); w.year%100 == 0 && round == "no" || w.year%10 == 0 && round == "ten" { // its 2000 employees
		return w, false
	}
	if has("y2") && w.y2 == 0 { // 2016-19
		w.y2 = w.year - w.year%100 + r.num("y2")
		if w.y2%100 == 0 { // 1999/00
			w.y2 += 100
		}
	}
	w.month, w.m2 = r.monthOf("m"), r.monthOf("m2")
	if has("mo") { // the day is one of several of a month: 3, 5 and 9 May
		w.month = r.monthOf("mo")
	}
	if has("yo") {
		w.year = r.year("yo")
	}
	if has("mn") {
		w.month = r.num("mn")
	}
	if has("yy") {
		if w.year = r.shortYear(); w.year == 0 {
			return w, false
		}
	}
	if has("yc") || has("yw") {
		if w.year = r.saidYear(); w.year == 0 {
			return w, false
		}
	}
	if v, ok := r.list("rel", r.p.know.lists.relDate); ok {
		w.rel = parseRelative(v)
	}
	return w, true
}

// numberedMonth gives a month told by its number in the year, where the words say
// which year that is.
func (r *dateReader) numberedMonth(w *saidDate) (value.Date, bool) {
	if y := r.yearOr(w.year, w.rel); y > 0 && (w.year > 0 || w.rel.unit == "year") {
		return edtf("%04d-%02d", y, r.num("nm"))
	}
	return value.Date{}, w.rel.unit == "year"
}

// century gives one century or several in a row; those before our era are no dates
// that a statement holds.
func (r *dateReader) century(has func(string) bool) (value.Date, bool) {
	if _, e, _ := r.m.Capture("core"); r.beforeEra(e) {
		return value.Date{}, false
	}
	first := r.centuryNumber("century")
	last := first
	if has("century2") {
		last = r.centuryNumber("century2")
	}
	switch {
	case has("half"):
		return centuryPart(first, r.num("half"), 2)
	case has("qpart"):
		return centuryPart(first, r.num("qpart"), 4)
	case has("cutlast"):
		parts := 4
		if _, end, _ := r.m.Capture("cutlast"); r.p.lat.Fold(end) == "half" {
			parts = 2
		}
		return centuryPart(first, parts, parts)
	}
	return centuries(first, last)
}

// centuryPart gives the years of one of so many equal parts of a century: "the second half
// of the 19th century" is 1850/1899.
func centuryPart(century, which, parts int) (value.Date, bool) {
	if century < 11 || century > 21 || which < 1 || which > parts {
		return value.Date{}, false
	}
	long := 100 / parts
	first := (century-1)*100 + (which-1)*long
	return edtf("%04d/%04d", first, first+long-1)
}

// centuryNumber gives the number of a century, in Roman numerals or as a number: «XIX век»,
// "the 19th century".
func (r *dateReader) centuryNumber(name string) int {
	if x, _, ok := r.m.Capture(name); ok && r.p.lat.Is(x, lang.Roman) {
		return lang.RomanValue(r.p.lat.Slice(x, x+1))
	}
	return r.num(name)
}

// half gives half a year, or half or a third of a month.
func (r *dateReader) half(w *saidDate) (value.Date, bool) {
	h, y := r.num("half"), r.yearOr(w.year, w.rel)
	switch r.m.Rule.Get("half") {
	case "last": // the last half of 1988
		h = 2
	case "first": // алғашқы жартыжылдықта
		h = 1
	}
	switch {
	case r.m.Rule.Get("third") == "yes":
		return r.thirdOfMonth(h, w.year, w.month)
	case h < 1 || h > 2:
		return value.Date{}, false
	case w.month > 0:
		return r.halfMonth(h, w.year, w.month)
	case y == 0:
		return value.Date{}, true
	case h == 1:
		return edtf("%04d-01/%04d-06", y, y)
	}
	return edtf("%04d-07/%04d-12", y, y)
}

// ownYear gives the year that a rule says is that of the publication: at year-end,
// told in January, the year before it.
func (r *dateReader) ownYear(rel relative) (value.Date, bool) {
	y := r.yearOr(0, rel)
	if y <= 0 {
		return value.Date{}, true
	}
	if rel.unit == "" && r.m.Rule.Get("at") != "start" && r.publishedMonth() <= 2 && r.past() {
		y--
	}
	return edtf("%04d", y)
}

// dueToCause reports whether the English words at token i, or the "due" right before it, tell
// a cause and no plan: "fares rose due to | higher rents in the summer".
func (r *dateReader) dueToCause(i int) bool {
	l, due := r.p.lat, r.p.know.roles.dueWord
	if l.Plays(i, r.p.know.roles.to) && i > r.sentence.First && l.Plays(i-1, due) {
		i--
	}
	return i+2 < r.sentence.Last && l.Plays(i, due) && l.Plays(i+1, r.p.know.roles.to) && endsAny(l.Fold(i+2), "er", "ing", "ed", "es", "ions")
}
