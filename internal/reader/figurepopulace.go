package reader

import (
	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// longestToPopulace is how many tokens may stand between the word for the people
// of a place and their number.
const longestToPopulace = 10

// populace makes persons of a number without a noun that tells how many live
// somewhere: "the population of Nepal is 29,192,480", «население района достигло
// 42 тысяч», «ел халқының саны 5,2 миллион». The number begins at token start.
func (f *figureReader) populace(st *read.Statement, s lang.Sentence, start int) {
	if st.Unit != "" || st.Value == nil || *st.Value < 2 {
		return
	}
	k, end := f.populaceBefore(s, start)
	if end == 0 {
		return
	}
	before := k - 1
	for before > s.First && (f.l.Has(before, f.definite) || f.l.Has(before, f.of)) {
		before--
	}
	if !f.l.Plays(before, f.p.know.roles.ofPopulace) { // the growth of the population
		st.Unit, st.Counted = "person", f.l.Slice(k, end)
	}
}

// populaceBefore gives the tokens of the word for the people of a place whose number
// begins at token start; end is 0 where none is told so.
func (f *figureReader) populaceBefore(s lang.Sentence, start int) (from, end int) {
	r, noun := &f.p.know.roles, f.p.know.lists.numberNoun
	if noun == lang.NoClass {
		return 0, 0
	}
	for k := start - 1; k >= s.First && k >= start-longestToPopulace; k-- {
		if kind, end, ok := f.l.Value(k, noun); ok && kind == "population" {
			return k, end
		}
		if from := f.percentEnding(k); from > s.First { // grew by 0.9% to 854,800
			k = from
			continue
		}
		if f.l.Has(k, lang.NumberChunk) && !f.l.Has(k, lang.DateChunk) && !f.inDate(k) {
			return 0, 0
		}
		if w := &f.l.Toks[k]; w.Is(lang.Lower) && !f.l.Plays(k, r.populaceGap) && !f.inDate(k) && !f.l.Has(k, f.qual) {
			return 0, 0
		} else if w.Is(lang.Punct) && f.l.Rune(k) != ':' && f.l.Rune(k) != '-' && !isDash(f.l.Rune(k)) {
			return 0, 0
		}
	}
	return 0, 0
}

// percentEnding gives the first token of a percentage that ends at token k, with the
// word before it that says by how much something changed; 0 where none does.
func (f *figureReader) percentEnding(k int) int {
	if u, _, ok := f.l.Value(k, f.unit); !ok || u != "percent" {
		return 0
	}
	for i := k - 1; i > 0 && i >= k-3; i-- {
		if x, ok := f.p.numberAt(i); ok && x.end == k && f.l.Plays(i-1, f.p.know.roles.forAmount) {
			return i - 1
		}
	}
	return 0
}

// inDate reports whether token k belongs to a date.
func (f *figureReader) inDate(k int) bool { return len(f.p.covering(lang.DateChunk, k)) > 0 }
