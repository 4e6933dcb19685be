package reader

import (
	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
	"shanyraq/internal/read"
)

// otherDeed reports whether a date belongs to what is still to be done and the figure
// in the tokens [at, end) to what is done already, or the other way: "built four sites
// and would open two more | in December", «наняло 300 учителей и | в следующем году
// наймёт ещё 150».
func (f *figureReader) otherDeed(m *mention, s lang.Sentence, at, end int) bool {
	if f.p.know.headLast {
		return false
	}
	from, to := end, m.start
	if m.start < at {
		from, to = m.end, at
	}
	for k := from; k < to; k++ {
		if f.l.Has(k, f.and) && f.deedAhead(k+1, s) {
			return !f.aheadIn(s.First, k)
		}
	}
	return false
}

// deedAhead reports whether a verb of what is to come opens at token k, alone or behind
// a date: "will hire", "next year will hire", «в следующем году наймёт».
func (f *figureReader) deedAhead(k int, s lang.Sentence) bool {
	if k+1 < s.Last && !f.l.Has(k, lang.DateChunk) && f.l.Has(k+1, lang.DateChunk) {
		k++
	}
	if m, ok := f.p.mentionAt(k, lang.DateChunk); ok {
		k = m.end
	}
	return k < s.Last && f.aheadIn(k, k+1)
}

// aheadIn reports whether a word of what is to come stands in the tokens [from, to).
func (f *figureReader) aheadIn(from, to int) bool {
	c := f.p.know.lists.future
	for k := from; k < to; k++ {
		if c != lang.NoClass && f.l.Has(k, c) {
			return true
		}
		if f.p.know.russian && f.l.Is(k, lang.Lower) && f.p.know.endings.futureEnd.end(f.l.Fold(k), 4) {
			return true
		}
	}
	return false
}

// ofWhole reports whether the number at token at is the whole that opens a sentence,
// of which parts are told: "Of the 24 students, ten came by air".
func (f *figureReader) ofWhole(at int, s lang.Sentence) bool {
	k := at - 1
	for k > s.First && (f.l.Has(k, f.definite) || f.l.Has(k, f.qual)) {
		k--
	}
	return k == s.First && f.wholeFirst(k)
}

// wholeFirst reports whether the word before a whole stands at token k: "of", «из».
func (f *figureReader) wholeFirst(k int) bool {
	return f.of != lang.NoClass && f.l.Has(k, f.of) || f.l.Plays(k, f.p.know.roles.of) || f.wholeFirstRu(k)
}

// peopleCounted takes the people that those just counted are, behind a verb of being
// or a dash: "of the 160 residents 120 are Uyghurs", «120 – уйгуры», «120-сы – ұйғыр».
func (f *figureReader) peopleCounted(g *figure) {
	st, k := &g.st, g.end
	if st.Group != "" || st.Unit != "" && st.Unit != "person" {
		return
	}
	r := &f.p.know.roles
	if !isDash(f.l.Rune(k)) && !f.l.Plays(k, r.shareIs) || f.l.Is(k, lang.Glued) {
		return
	}
	if k++; k < g.s.Last && f.l.Plays(k, r.ethnicWord) {
		k++
	}
	m, ok := f.p.mentionAt(k, lang.GroupChunk)
	if !ok || m.start != k || m.entity < 0 || m.end > g.s.Last || !f.peopleAlone(m, g.s) || f.inTheirWayKK(m) || f.l.Rune(m.end) == ',' && f.l.Has(m.end+1, lang.GroupChunk) {
		return
	}
	st.Unit, st.Counted = "person", ""
	f.setPeople(st, m)
}

// shareOfMatch names what a fraction is a share of, whose rule took the word before
// it: "a third of | the households".
func (f *figureReader) shareOfMatch(st *read.Statement, m *pattern.Match, end *int, s lang.Sentence) {
	if f.of != lang.NoClass && *end > m.Start+1 && f.l.Has(*end-1, f.of) {
		*end--
	}
	if !f.shareOfRu(st, m, s) && !f.shareOfKK(st, m, s) {
		f.share(st, end, s)
	}
}
