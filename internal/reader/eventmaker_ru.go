package reader

import "shanyraq/internal/lang"

// makerReach is how many tokens may stand between a Russian event and the words that say
// who holds it: what it is about, where and when.
const makerReach = 16

// heldByRU gives the body that holds a Russian event by a participle behind its noun or by
// a clause about those who organise it: «форум, организованный Союзом писателей
// Норвегии», «выставка, организаторами которой являются музей и вуз»; empty elsewhere.
func (f *eventFinder) heldByRU(ph *phrase, s lang.Sentence) string {
	if !f.russian() {
		return ""
	}
	roles := &f.p.know.roles
	for k := ph.to; k < s.Last && k < ph.to+makerReach; k++ {
		switch {
		case f.l.Rune(k) == ';' || f.l.Has(k, f.noun) && f.at(k) == nil:
			return ""
		case f.l.Plays(k, roles.heldBy):
			return f.makerAt(k+1, s)
		case f.l.Plays(k, roles.organiser) && f.l.Rune(k-1) == ',' && f.asWhich(k+1):
			return f.makerAt(k+2, s)
		}
	}
	return ""
}

// asWhich reports whether the Russian word at token k stands for the event before it:
// «организаторами | которой являются».
func (f *eventFinder) asWhich(k int) bool {
	switch f.l.Fold(k) {
	case "которого", "которой", "которых":
		return true
	}
	return false
}

// makerAt gives the first body from token k on, before which only verbs, days and places
// stand: «организованный | 5 мая в Осло Союзом писателей»; empty where a preposition
// leads to another part of the sentence: «организованный | при поддержке фонда».
func (f *eventFinder) makerAt(k int, s lang.Sentence) string {
	for end := k + 8; k < s.Last && k < end; {
		m := f.at(k)
		switch {
		case m != nil && m.class == lang.OrgChunk:
			if m.entity < 0 {
				return ""
			}
			return ref(m.entity)
		case m != nil && (m.class == lang.DateChunk || m.class == lang.PlaceChunk):
			k = max(k+1, m.end)
		case f.l.Has(k, f.in) && f.at(k+1) != nil, f.l.Is(k, lang.Lower) && !f.l.Has(k, f.npstop) && !f.l.Has(k, f.stop):
			k++
		default:
			return ""
		}
	}
	return ""
}
