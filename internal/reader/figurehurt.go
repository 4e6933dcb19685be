package reader

import (
	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// personsBy gives a number that names nothing the unit of persons where what is told
// of it befalls or is done by persons only: "at least 12 were killed and 30 injured"
// (list befallen, behind the number) and "the blast killed nine", "police detained 17"
// (list befell, before it). A number beside another count of things that are no
// persons may be of those: "of the 300 goats, 20 were killed".
func (f *figureReader) personsBy(st *read.Statement, s lang.Sentence, start, end int) {
	behind, before := f.p.know.lists.befallen, f.p.know.lists.befell
	if behind == lang.NoClass || st.Unit != "" {
		return
	}
	lone := st.Counted == "" || st.Counted == f.l.Slice(end-1, end) && f.l.Has(end-1, behind) // 30 injured
	if !lone || st.Group != "" {
		return
	}
	at := f.bareStart(start, s)
	if at > s.First && f.l.Has(at-1, before) && f.closes(end, s) {
		st.Unit = "person"
		return
	}
	if at-1 > s.First && f.named(at-1) || f.thingsBefore(s) {
		return
	}
	if st.Counted != "" || f.l.Has(end, behind) {
		st.Unit = "person"
		return
	}
	aux := f.p.know.lists.befallAux
	for k := end; k < s.Last && k < end+5; k++ {
		if k > end && f.l.Has(k, behind) {
			st.Unit = "person"
			return
		}
		if !f.l.Has(k, aux) {
			return
		}
	}
}

// closes reports whether nothing that could be counted stands at token i.
func (f *figureReader) closes(i int, s lang.Sentence) bool {
	return i >= s.Last || !f.l.Is(i, lang.Word) || f.l.Has(i, f.stop) || f.l.Has(i, f.and) || f.l.Has(i, f.p.know.lists.andWord) || f.l.Has(i, f.p.know.lists.inPrep) || f.l.Has(i, f.p.know.lists.funcWord)
}

// named reports whether a name that is no place ends with token i: Flight 370 is missing.
func (f *figureReader) named(i int) bool {
	return f.l.Is(i, lang.Cap) && f.l.Is(i, lang.Word) && len(f.p.covering(lang.PlaceChunk, i)) == 0
}

// thingsBefore reports whether a figure before in the sentence counts what is no person.
func (f *figureReader) thingsBefore(s lang.Sentence) bool {
	for i := range f.before {
		if o := &f.before[i]; o.sentence == s && o.counted != "" && o.unit != "person" {
			return true
		}
	}
	return false
}
