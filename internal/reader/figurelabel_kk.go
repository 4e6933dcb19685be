package reader

import "shanyraq/internal/lang"

// longestMeasureName is the most words that name a measure before a dash.
const longestMeasureName = 4

// labelKK takes what a Kazakh figure with a unit measures from the words between the
// beginning of its sentence and the dash right before it, the last of them somebody's own:
// «Жүлде қоры – 40 мың доллар».
func (f *figureReader) labelKK(g *figure) {
	dash := g.start - 1
	if dash <= g.s.First || dash > g.s.First+longestMeasureName || !isDash(f.l.Rune(dash)) || ofTime(g.st.Unit) || g.end < g.s.Last-1 {
		return
	}
	first := g.s.First
	if m, ok := f.p.mentionAt(first, lang.DateChunk); ok {
		if first = m.end; f.l.Fold(first) == "таңда" { // Бүгінгі | таңда
			first++
		}
	}
	for k := first; k < dash; k++ {
		if !f.l.Is(k, lang.Word) || k > first && !f.l.Is(k, lang.Lower) || f.l.Has(k, lang.PersonChunk) || f.l.Has(k, lang.PlaceChunk) || f.l.Has(k, lang.OrgChunk) {
			return
		}
	}
	for _, a := range f.l.Analyses(dash - 1) {
		if a.Harmony && a.Slots == "poss3" {
			f.set(&g.st, first, dash)
			return
		}
	}
}
