package reader

import (
	"slices"

	"shanyraq/internal/lang"
)

// apartRU reports whether two Russian tellings of a kind in different sentences are of two
// events: other people meet at another time, the one is said to be another than the next
// («следующая встреча … по итогам 19-й встречи»), or it was the last one before the news.
func (f *eventFinder) apartRU(o, h *happening) bool {
	if !f.russian() || o.s == h.s {
		return false
	}
	otherDay := o.ownDate && h.ownDate && !o.date.Overlaps(h.date)
	sameDay := o.ownDate && h.ownDate && !otherDay
	if o.other && !h.vague && !sameDay && (o.place >= 0 && h.place >= 0 && o.place != h.place || o.st.Edition != h.st.Edition || o.st.Time != h.st.Time) {
		return true
	}
	if (o.st.Edition > 0) != (h.st.Edition > 0) && o.phrase.entry != nil && h.phrase.entry != nil && o.phrase.entry != h.phrase.entry && o.st.Name != "" && h.st.Name != "" { // встреча судей, «в рамках десятого совещания»
		return true
	}
	if h.last && !sameDay || o.last && !sameDay && !h.vague {
		return true
	}
	a, b := f.personsOf(o.who), f.personsOf(h.who)
	if o.st.Event != "meeting" || sameDay || o.vague && len(a) < 2 || h.vague && len(b) < 2 {
		return false
	}
	if len(a) == 0 || len(b) == 0 || !f.oneMore(a, b) || !f.oneMore(b, a) {
		return false
	}
	if !slices.ContainsFunc(a, func(e int) bool { return slices.Contains(b, e) }) {
		return len(a)+len(b) > 2
	}
	return otherDay || o.st.Time != h.st.Time
}

// sameVisit reports whether two Russian tellings of a visit to one place by one traveller are
// of one visit, though their days differ, since one of them tells when it ended: «прибыл в
// Чили 28 февраля», «в четверг завершил визит в Чили».
func (f *eventFinder) sameVisit(o, h *happening) bool {
	if !f.russian() || o.st.Event != "visit" || !o.ends && !h.ends || o.last || h.last || !o.ownDate || !h.ownDate {
		return false
	}
	if o.place >= 0 && h.place >= 0 && o.place != h.place || len(o.who) > 0 && len(h.who) > 0 && !slices.ContainsFunc(o.who, func(e int) bool { return slices.Contains(h.who, e) }) {
		return false
	}
	const longest = 14
	a, _ := o.date.Bounds()
	b, _ := h.date.Bounds()
	return a-b <= longest && b-a <= longest
}

// lastTime reports whether a verb of travel or meeting tells of the last time before the news:
// «в последний раз министр приезжал в Осло в 2009 году», "Ann Holm last visited Oslo in 2009".
func (f *eventFinder) lastTime(d *deed, s lang.Sentence) bool {
	if f.english() {
		for k := max(s.First+1, d.start-1); k+1 < d.end+1 && k+1 < s.Last; k++ {
			if f.l.Plays(k, f.p.know.roles.timeBefore) && f.at(k) == nil && f.l.Is(k+1, lang.Lower) {
				return true
			}
		}
		return false
	}
	if !f.russian() {
		return false
	}
	for k := s.First; k+1 < d.start; k++ {
		if f.l.Fold(k+1) == "раз" && (f.l.Fold(k) == "последний" || f.l.Fold(k) == "предыдущий" || f.l.Fold(k) == "прошлый") {
			return true
		}
	}
	return false
}
