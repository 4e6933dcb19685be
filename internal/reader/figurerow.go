package reader

import (
	"unicode"
	"unicode/utf8"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// inRow gives a bare number behind a name what the figure before it counts, where a row
// of names leaves the noun out: "Moscow registered 517 cases, Tver 284 and Omsk 168",
// «в Москве 517 случаев, в Твери — 284», «Мәскеуде 517 жағдай, Тверьде – 284». It also
// gives the place, if the name is one.
func (f *figureReader) inRow(x *number, st *read.Statement, s lang.Sentence) (place *mention, ok bool) {
	if st.Unit != "" || st.Counted != "" || !x.digits || x.value < 2 || f.last.sentence != s || f.last.noun == "" || f.last.unit != "" && f.last.unit != "person" {
		return nil, false
	}
	if r, _ := utf8.DecodeRuneInString(f.last.noun); f.last.unit == "" && unicode.IsUpper(r) { // 59 Temple Place, Suite 330
		return nil, false
	}
	and := f.p.class("andword")
	if e := f.skipCase(x.end, s); e < s.Last-1 && !f.l.Toks[e].Is(lang.Punct) && !f.l.Has(e, and) || f.l.Rune(x.end) == '%' {
		return nil, false
	}
	if f.l.Toks[x.start].Is(lang.Year) && x.end == x.start+1 { // Vision 2030
		return nil, false
	}
	place, ok = f.nameOfRow(x.start, f.last.tok)
	return place, ok && (place != nil || x.value >= 10) // Phase 2
}

// ofNextNumber reports whether a place behind a mark has a number of its own right behind
// it, so that it is not where a figure before the mark, which ends at token end, is
// counted: "The port shipped 16 million tonnes, Tver 18 million".
func (f *figureReader) ofNextNumber(m *mention, end int) bool {
	k := m.end
	if k < len(f.l.Toks) && isDash(f.l.Rune(k)) && !f.l.Toks[k].Is(lang.Glued) {
		k++
	}
	return k < len(f.l.Toks) && f.l.Has(k, lang.NumberChunk) && !f.inDate(k) && f.markBetween(end, m.start)
}

// nameOfRow gives the place that stands right before the number at token at as a member
// of a row, behind a comma or a conjunction: ", Tver 284", «, в Твери — 284»; ok is true
// also where the name is no place. The figure before it ends before token low.
func (f *figureReader) nameOfRow(at, low int) (place *mention, ok bool) {
	and, k := f.p.class("andword"), at-1
	if k > low && (isDash(f.l.Rune(k)) && !f.l.Toks[k].Is(lang.Glued) || f.echo != lang.NoClass && f.l.Has(k, f.p.class("partywith"))) {
		k--
	}
	if k <= low || !f.l.Toks[k].Is(lang.Cap) && f.placeEndingAt(k+1) == nil {
		return nil, false
	}
	place = f.placeEndingAt(k + 1)
	first := k
	for first > low && first > k-3 && f.l.Toks[first-1].Is(lang.Cap) {
		first--
	}
	if place != nil {
		first = place.start
	}
	if first <= low {
		return nil, false
	}
	first--
	for n := 0; n < 2 && first > low && f.l.Toks[first].Is(lang.Lower) && !f.l.Has(first, and) && !f.used[first]; n++ { // в Твери, followed by Uganda
		first--
	}
	if first > low && f.l.Has(first, and) && f.l.Rune(first-1) == ',' {
		first--
	}
	return place, first >= low && (f.l.Rune(first) == ',' || f.l.Rune(first) == ';' || f.l.Has(first, and))
}
