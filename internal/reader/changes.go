package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// What a change is of and since when: "the number of Uyghurs has grown by a
// fifth since 1999" counts Uyghurs, and goes on from 1999.

// changes reports whether a figure says how much, how many times or alone of
// all something rose or fell.
func changes(st *read.Statement) bool { return st.Change != "" || st.Times != 0 || st.Only }

// changeAfter is the change that a language names behind the number: "7
// пайызға өсті".
func (f *figureReader) changeAfter(st *read.Statement, start, end int) {
	f.changeNoun(st, start, end)
	if f.p.know.russian && (start == 0 || !f.l.Plays(start-1, f.p.know.roles.forAmount)) {
		return
	}
	if f.p.know.russian && st.Change == "" && f.amountRU(st, start, end) {
		return
	}
	if f.p.know.headLast && end > 0 && f.closing != lang.NoClass && f.l.Has(end-1, f.closing) { // 4,6 пайызға дейін азайды: a level
		return
	}
	if f.p.know.headLast && (ablativeKK(f.l.Fold(end-1)) || f.fromLevelKK(start)) {
		return
	}
	if st.Change == "" && f.p.know.headLast && f.amountKK(st, end) {
		st.Change, _, _ = f.l.Value(end, f.p.know.lists.changeAfter)
		return
	}
	if c := f.p.know.lists.changeAfter; c != lang.NoClass && st.Change == "" && (st.Unit == "percent" || f.p.know.headLast && (st.Unit == "pp" || st.Unit == "" && dativeKK(f.l.Fold(end-1)) && f.l.Plays(end-1, f.p.know.roles.percentWord))) {
		if change, k, ok := f.l.Value(end, c); ok && !f.l.Plays(k, f.p.know.roles.mostOfAll) && !(f.l.Plays(end, f.p.know.roles.higherLower) && !dativeKK(f.l.Fold(end-1)) && !f.moreBy(end)) { // «больше всего» is of a rank
			st.Change = change
		}
	}
}

// moreBy reports whether the word at token i tells how much more or less there
// is: after the dative, «15 пайызға көп», «61 мыңға аз», where «60 пайыздан көп»
// is a level.
func (f *figureReader) moreBy(i int) bool {
	c := f.p.know.lists.changeAfter
	if c == lang.NoClass || i < 1 || !f.l.Has(i, c) || !f.p.know.headLast {
		return false
	}
	w := f.l.Fold(i - 1)
	if (f.l.Rune(i-1) == '%' || f.l.Plays(i-1, f.p.know.roles.percentWord) || f.l.Plays(i, f.p.know.roles.moreLess) && !ablativeKK(w)) && f.comparedBeforeKK(i-2, 10) {
		return true
	}
	return dativeEndsKK.end(w)
}

// subject finds what a change is of, where the number itself counts nothing:
// the people of "the number of Uyghurs", the whole of "the population of the
// country".
func (f *figureReader) subject(st *read.Statement, s lang.Sentence, at int) {
	noun := f.p.know.lists.numberNoun
	if noun == lang.NoClass || !changes(st) || st.Group != "" || st.Counted != "" {
		return
	}
	for i := at - 1; i >= s.First; i-- {
		kind, end, ok := f.l.Value(i, noun)
		if !ok {
			continue
		}
		// The people stands close by, behind its noun or, in Kazakh, before it.
		for _, side := range [2][2]int{{end, min(end+4, at)}, {max(s.First, i-1), i}} {
			if g, ok := f.p.nearestGroup(side[0], side[1]); ok {
				st.Group = ref(g)
				return
			}
		}
		if kind == "population" && f.whole(s, i, end) {
			st.Counted = f.l.Slice(i, end)
		}
		return
	}
}

// whole reports whether a population is a place's, and not that of wolves.
func (f *figureReader) whole(s lang.Sentence, i, end int) bool {
	place := func(k int) bool { return k >= s.First && k < s.Last && f.l.Has(k, lang.PlaceChunk) }
	for k := end; k < min(end+3, s.Last); k++ {
		if place(k) {
			return true
		}
	}
	return place(i-1) || place(i-2) || place(i-3)
}

// since marks a change whose day is where it begins: "since 1999".
func (f *figureReader) since(st *read.Statement, s lang.Sentence, m *mention) {
	if !changes(st) || strings.Contains(st.Date, "/") {
		return
	}
	if st.Since = f.reckonedFrom(m, s); st.Since {
		return
	}
	before, after := f.p.know.lists.sinceWord, f.p.know.lists.sinceAfter
	if before != lang.NoClass {
		_, _, st.Since = f.endingAt(m.start, s.First, before)
		if _, _, inside := f.l.Value(m.start, before); inside {
			st.Since = true
		}
	}
	if after != lang.NoClass {
		if _, _, ok := f.l.Value(m.end, after); ok {
			st.Since = true
		}
	}
}
