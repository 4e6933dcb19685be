package reader

import (
	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// respective gives a figure the day and the place of the same rank where its
// sentence says that two lists go together: "1.5 and 1.8 per cent in 2020 and
// 2021, respectively". The number begins at token at.
func (f *figureReader) respective(st *read.Statement, s lang.Sentence, at int) {
	if !f.dealsOut(s) {
		return
	}
	rank, numbers := -1, 0
	for i := s.First; i < s.Last; i++ {
		x, ok := f.p.numberAt(i)
		if !ok || x.start != i || x.ordinal || x.roman || f.l.Has(i, lang.DateChunk) {
			continue
		}
		if x.start == at {
			rank = numbers
		}
		numbers++
		i = x.end - 1
	}
	if rank < 0 || numbers < 2 {
		return
	}
	if list := f.p.mentionsIn(lang.DateChunk, s.First, s.Last); len(list) == numbers {
		st.Date = f.p.mens[list[rank]].date.String()
	}
	if list := f.p.mentionsIn(lang.PlaceChunk, s.First, s.Last); len(list) == numbers {
		if e := f.p.mens[list[rank]].entity; e >= 0 {
			st.Place = ref(e)
		}
	}
}

// dealsOut reports whether a sentence says that things belong together in their order.
func (f *figureReader) dealsOut(s lang.Sentence) bool {
	if f.dealtIn != s {
		f.dealtIn, f.deals = s, false
		for i := s.First; i < s.Last && !f.deals; i++ {
			f.deals = f.l.Plays(i, f.p.know.roles.respective)
		}
	}
	return f.deals
}
