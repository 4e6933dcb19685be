package reader

import (
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
	and := f.p.class("andword")
	if e := f.skipCase(x.end, s); e < s.Last-1 && !f.l.Toks[e].Is(lang.Punct) && !f.l.Has(e, and) || f.l.Rune(x.end) == '%' {
		return nil, false
	}
	k := x.start - 1
	if isDash(f.l.Rune(k)) && !f.l.Toks[k].Is(lang.Glued) || f.echo != lang.NoClass && f.l.Has(k, f.p.class("partywith")) {
		k--
	}
	place = f.placeEndingAt(k + 1)
	first := k
	for first > f.last.tok && first > k-3 && f.l.Toks[first-1].Is(lang.Cap) {
		first--
	}
	if place != nil {
		first = place.start
	}
	if first <= f.last.tok || !f.l.Toks[first].Is(lang.Cap) {
		return nil, false
	}
	first--
	for n := 0; n < 2 && f.l.Toks[first].Is(lang.Lower) && !f.l.Has(first, and) && !f.used[first]; n++ { // в Твери, followed by Uganda
		first--
	}
	if first > f.last.tok && f.l.Has(first, and) && f.l.Rune(first-1) == ',' {
		first--
	}
	return place, first >= f.last.tok && (f.l.Rune(first) == ',' || f.l.Rune(first) == ';' || f.l.Has(first, and))
}
