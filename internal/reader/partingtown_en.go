package reader

import "shanyraq/internal/lang"

// townClosesOffice reports whether an English place, which opens a run of capitals behind a
// small word, closes the words of an office whose holder follows it without a comma: "the
// director of the library in Osh | Umar Vandrelov". His surname has the ending of one.
func (n *nameFinder) townClosesOffice(p *parting, e element) bool {
	behind := p.els[p.x+1:]
	if !p.opening() || len(behind) != 2 || behind[0].particle || behind[0].initial || e.start <= p.sentence.First || n.isGiven(e) {
		return false
	}
	if k := e.start - 1; !n.l.Is(k, lang.Lower) || n.placePrep == 0 || !n.l.Has(k, n.placePrep) && !n.l.Has(k, n.orgOf) {
		return false
	}
	if is, _ := n.surnameEnding(behind[1]); !is || n.placeAt(behind[0]) || n.l.Bits[behind[0].start].Intersects(&n.anyCommon) || n.l.Bits[behind[1].start].Intersects(&n.anyCommon) {
		return false
	}
	const reach = 12
	for k := e.start - 2; k >= p.sentence.First && k > e.start-reach; k-- {
		if n.l.Is(k, lang.Punct) {
			return false
		}
		if n.l.Has(k, n.office) {
			return true
		}
	}
	return false
}
