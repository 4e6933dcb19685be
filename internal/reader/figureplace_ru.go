package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// everyNth reports whether a Russian share begins at token k whose place follows:
// «каждый пятый – из Японии».
func (f *figureReader) everyNth(k int) bool {
	if !f.l.Has(k, f.p.know.lists.everyWord) {
		return false
	}
	x, ok := f.p.numberAt(k + 1)
	return ok && x.ordinal && !f.inDate(k+1)
}

// reachesTo reports whether a Russian place only tells how far what is counted reaches:
// «из 40 стран, от Чили до Японии».
func (f *figureReader) reachesTo(m *mention) bool {
	if !f.p.know.russian || m.start == 0 {
		return false
	}
	r := &f.p.know.roles
	if f.l.Plays(m.start-1, r.spanFrom) {
		return m.end+1 < len(f.l.Toks) && f.l.Plays(m.end, r.spanTo) && f.l.Has(m.end+1, lang.PlaceChunk)
	}
	if !f.l.Plays(m.start-1, r.spanTo) {
		return false
	}
	for k := m.start - 2; k > 0 && k > m.start-6; k-- {
		if o, ok := f.p.mentionAt(k, lang.PlaceChunk); ok && o.end == m.start-1 {
			return f.l.Plays(k-1, r.spanFrom)
		}
	}
	return false
}

// pastRU reports whether a Russian word behind a share is the verb of its clause:
// «каждый десятый | приехал».
func (f *figureReader) pastRU(i int) bool {
	w := f.l.Fold(i)
	return f.p.know.russian && f.p.know.endings.finitePast.end(w, 3) && !f.p.know.endings.bodyNoun.whole(w)
}

// notSubject takes from a Russian sum of money what seems counted and is the subject of
// the verb behind it: «1,2 миллиона сомони | стороны подписали».
func (f *figureReader) notSubject(st *read.Statement, before int, end *int) {
	if !f.p.know.russian || st.Unit == "" || *end <= before || *end >= len(f.l.Toks) || !f.l.Is(*end, lang.Lower) {
		return
	}
	if w := f.l.Fold(*end); !strings.HasSuffix(w, "ли") || !f.p.know.endings.finitePast.end(w, 3) {
		return
	}
	if w := f.l.Fold(*end - 1); strings.HasSuffix(w, "ы") || strings.HasSuffix(w, "и") {
		st.Counted, *end = "", before
	}
}
