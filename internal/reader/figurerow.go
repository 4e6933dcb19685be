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
	if st.Unit != "" || st.Counted != "" || x.value < 2 || f.last.sentence != s || f.last.noun == "" || f.last.unit != "" && f.last.unit != "person" {
		return nil, false
	}
	if r, _ := utf8.DecodeRuneInString(f.last.noun); f.last.unit == "" && unicode.IsUpper(r) { // 59 Temple Place, Suite 330
		return nil, false
	}
	and := f.p.know.lists.andWord
	if e := f.skipCase(x.end, s); e < s.Last-1 && !f.l.Is(e, lang.Punct) && !f.l.Has(e, and) || f.l.Rune(x.end) == '%' {
		return nil, false
	}
	if f.l.Is(x.start, lang.Year) && x.end == x.start+1 { // Vision 2030
		return nil, false
	}
	place, ok = f.nameOfRow(x.start, f.last.tok)
	return place, ok && (place != nil || x.digits && x.value >= 10 || f.l.Has(x.start-1, lang.PersonChunk) || x.start > 1 && len(f.p.covering(lang.PersonChunk, x.start-1)) > 0) // Phase 2
}

// ofNextNumber reports whether a place behind a mark has a number of its own right behind
// it, so that it is not where a figure before the mark, which ends at token end, is
// counted: "The port shipped 16 million tonnes, Tver 18 million".
func (f *figureReader) ofNextNumber(m *mention, end int) bool {
	k := m.end
	if k < len(f.l.Toks) && isDash(f.l.Rune(k)) && !f.l.Is(k, lang.Glued) {
		k++
	} else if k+1 < len(f.l.Toks) && f.l.Rune(k) == '(' { // Spain (65,400), Greece ($1.2 million)
		if k++; f.l.Has(k, f.currency) {
			k++
		}
	}
	if k >= len(f.l.Toks) || !f.markBetween(end, m.start) {
		return false
	}
	if f.p.know.russian && k > m.end { // на Китай — чуть более десятой части
		for n := 0; n < wordsInRow && k+1 < len(f.l.Toks) && f.l.Is(k, lang.Lower) && !f.l.Has(k, lang.NumberChunk) && !f.l.Has(k, f.p.know.lists.fraction); n++ {
			k++
		}
		if f.l.Has(k, f.p.know.lists.fraction) {
			return true
		}
	}
	return f.l.Has(k, lang.NumberChunk) && !f.inDate(k)
}

// wordsInRow is how many words stand at most between the dash of a row and its number:
// «на Китай — чуть более 12 %».
const wordsInRow = 2

// dashOfRow gives the dash that stands before token at in a Russian row, words like «чуть
// более» between them left out; at-1 where none does.
func (f *figureReader) dashOfRow(at, low int) int {
	k := at - 1
	for n := 0; f.p.know.russian && n < wordsInRow && k > low && f.l.Is(k, lang.Lower); n++ {
		k--
	}
	if k > low && isDash(f.l.Rune(k)) && !f.l.Is(k, lang.Glued) {
		return k
	}
	return at - 1
}

// fractionInRow gives the place of a fraction that goes on with a Russian row of figures:
// «на Чили пришлось 40 %, на Перу — почти треть».
func (f *figureReader) fractionInRow(s lang.Sentence, at int) *mention {
	if !f.p.know.russian || !isDash(f.l.Rune(f.dashOfRow(at, s.First))) {
		return nil
	}
	if m, ok := f.nameOfRow(at, s.First); ok && m != nil && f.hasNumber(s.First, m.start) {
		return m
	}
	return nil
}

// nameOfRow gives the place that stands right before the number at token at as a member
// of a row, behind a comma or a conjunction: ", Tver 284", «, в Твери — 284»; ok is true
// also where the name is no place. The figure before it ends before token low.
func (f *figureReader) nameOfRow(at, low int) (place *mention, ok bool) {
	and, k := f.p.know.lists.andWord, f.dashOfRow(at, low)
	if k > low && (isDash(f.l.Rune(k)) && !f.l.Is(k, lang.Glued) || f.echo != lang.NoClass && f.l.Has(k, f.p.know.lists.partyWith)) {
		k--
	}
	if k <= low || !f.l.Is(k, lang.Cap) && f.placeEndingAt(k+1) == nil {
		return nil, false
	}
	place = f.placeEndingAt(k + 1)
	first := k
	for first > low && first > k-3 && f.l.Is(first-1, lang.Cap) {
		first--
	}
	if place != nil {
		first = place.start
	}
	if first <= low {
		return nil, false
	}
	first--
	for n := 0; n < 2 && first > low && f.l.Is(first, lang.Lower) && !f.l.Has(first, and) && !f.used[first]; n++ { // в Твери, followed by Uganda
		first--
	}
	if first > low && f.l.Has(first, and) && f.l.Rune(first-1) == ',' {
		first--
	}
	return place, first >= low && (f.l.Rune(first) == ',' || f.l.Rune(first) == ';' || f.l.Has(first, and))
}

// rowAhead gives a bare number of a row of places what only the last of the row says that
// it counts: «Алматыда – 2,9 млн, Шымкентте – 1,3 млн, Астанада – 1,6 млн адам тұрады»,
// "Lagos has 15 million, Kano 4 million and Ibadan 3 million people".
func (f *figureReader) rowAhead(g *figure) {
	i, s := g.end, g.s
	for n := 0; n < rowLongest && i < s.Last; n++ {
		y := f.nextOfRow(i, s)
		if y == nil || y.ordinal || y.scaled != g.x.scaled || f.used[y.start] {
			return
		}
		i = f.skipCase(y.end, s)
		if u, e, ok := f.unitAt(i); ok && e <= s.Last {
			if n > 0 || f.rowOpens(g) {
				g.st.Unit, g.unitWords = u, e-i
			}
			return
		}
		last := read.Statement{}
		if e := i; i < s.Last && f.l.Is(i, lang.Word) && !f.l.Has(i, f.and) {
			if f.counted(&last, &e, s); last.Counted != "" && (n > 0 || f.rowOpens(g)) {
				g.st.Unit, g.st.Counted = last.Unit, last.Counted
			}
			return
		}
	}
}

// rowLongest is how many members a row of places has at most.
const rowLongest = 40

// rowOpens reports whether a place stands right before a figure, so that with one more
// behind it there is a row.
func (f *figureReader) rowOpens(g *figure) bool {
	k := g.start
	if k > g.s.First && isDash(f.l.Rune(k-1)) {
		k--
	}
	return f.placeEndingAt(k) != nil
}

// nextOfRow gives the number of the next member of a row of places from the mark at
// token i on: ", Shymkent 1.3 million", «, в Шымкенте – 1,3 млн»; nil where there is none.
func (f *figureReader) nextOfRow(i int, s lang.Sentence) *number {
	and := f.p.know.lists.andWord
	if c := f.l.Rune(i); c != ',' && c != ';' && !f.l.Has(i, and) {
		return nil
	}
	k := i + 1
	if f.l.Has(k, and) {
		k++
	}
	for n := 0; n < 2 && k < s.Last && f.l.Is(k, lang.Lower) && !f.l.Has(k, lang.PlaceChunk); n++ {
		k++
	}
	m, ok := f.p.mentionAt(k, lang.PlaceChunk)
	if !ok || m.start != k || m.entity < 0 {
		return nil
	}
	if k = m.end; k < s.Last && isDash(f.l.Rune(k)) {
		k++
	}
	y, ok := f.p.numberAt(k)
	if !ok || y.end > s.Last {
		return nil
	}
	return y
}
