package reader

import "shanyraq/internal/lang"

// calledOffReach is how far behind a day the verb that takes it back is looked for,
// in tokens, and calledOffDays how many days back such a day may lie.
const (
	calledOffReach = 10
	calledOffDays  = 3
)

// calledOff reports whether what stood set for a day is told behind it as taken
// back, so that the day may as well be past: "a service planned for Saturday was
// cancelled", "it was to rule on Thursday but put it off".
func (r *dateReader) calledOff() bool {
	c := r.p.class("calledoff")
	if c == lang.NoClass {
		return false
	}
	for i := r.m.End; i < r.sentence.Last && i < r.m.End+calledOffReach; i++ {
		if r.p.lat.Has(i, c) {
			return true
		}
		switch r.p.lat.Fold(i) {
		case "after", "because", "since", ";":
			return false
		}
	}
	return false
}

// due reports whether a weekday, token k, is a term somebody still has: "has given
// them until 9 a.m. Tuesday to sign", "they have until Friday".
func (r *dateReader) due(k int) bool {
	l, s := r.p.lat, r.sentence
	i := k - 1
	for i > s.First && i > k-10 && r.hourWord(i) {
		i--
	}
	if i <= s.First || !l.Has(i, r.p.class("untilword")) {
		return false
	}
	if e := r.m.End; e+1 < s.Last && l.Fold(e) == "to" && l.Toks[e+1].Is(lang.Lower) {
		return true
	}
	switch l.Fold(i - 1) {
	case "has", "have":
		return true
	}
	put := r.p.class("putoff")
	for k := i - 1; k >= s.First && k > i-8; k-- { // postponed the vote until Tuesday
		if l.Has(k, put) {
			return true
		}
	}
	return false
}

// hourWord reports whether token i is of a time of day before its weekday.
func (r *dateReader) hourWord(i int) bool {
	l := r.p.lat
	if l.Toks[i].Is(lang.Number) || l.Has(i, r.p.class("clock")) {
		return true
	}
	switch l.Fold(i) {
	case "a", "p", "m", ".", ":", "noon", "midnight", "early", "late", "at", "est", "edt", "gmt", "on":
		return true
	}
	return false
}

// nounHere reports whether a word that may be a verb or a noun, the class nounverb,
// is a noun at token i: behind a word in the singular that is no name, "a strong
// start", but "talks start", "Leeds play".
func (r *dateReader) nounHere(i int) bool {
	l := r.p.lat
	if !l.Has(i, r.p.class("nounverb")) || i == r.sentence.First {
		return false
	}
	if !l.Toks[i-1].Is(lang.Lower) {
		return false
	}
	w := l.Fold(i - 1)
	switch w {
	case "people", "men", "women", "children", "police", "to", "who", "and", "or", "not", "also", "then", "they", "we", "you", "i", "both", "all", "which", "that":
		return false
	}
	return w[len(w)-1] != 's'
}
