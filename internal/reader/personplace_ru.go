package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// townAsGiven reports whether the Russian name of a place at token i is the given name
// of the one whose title stands before it: a surname follows, and a place in the
// nominative belongs to no title: «посол Эльбрус Исаев», «посол России в Гане Багдад
// Алиев».
func (n *nameFinder) townAsGiven(i int) bool {
	if i == 0 || i+1 >= len(n.l.Toks) || !n.l.Is(i+1, lang.Cap) || n.l.Toks[i+1].Para || n.l.Is(i, lang.Upper) || !surnameShape(n.l.Fold(i+1)) {
		return false
	}
	if w := n.l.Fold(i); strings.ContainsRune("аеёиоуыэюяьй", lastRune(w)) {
		return false
	}
	if n.office != 0 && n.l.Has(i-1, n.office) || n.title != 0 && n.l.Has(i-1, n.title) {
		return true
	}
	t := &n.l.Toks[i-1]
	return t.Is(lang.Cap) && !t.Is(lang.Upper) && i > 2 && strings.ContainsRune("аеиуыюя", lastRune(n.l.Fold(i-1))) && n.placeAt(element{start: i - 1, end: i}) && !n.nominativePlace(i-1)
}

// surnameShape reports whether a folded word ends as surnames do in Russian.
func surnameShape(w string) bool {
	for _, end := range [...]string{"ов", "ев", "ин", "ын", "ский", "цкий", "ян", "дзе", "швили", "ова", "ева", "овой", "евой", "ову", "еву"} {
		if strings.HasSuffix(w, end) && len(w) > len(end)+4 {
			return true
		}
	}
	return false
}

// guestOfRepublic reports whether two words of no list stand behind «в республике» or
// «республики», which no republic is called by: they name somebody who serves there («глава
// миссии ООН в республике | Фалк Ланге», «глава МИД республики | Джамшед Рахим»). Regions, whose names stand before the noun, are told so by
// a surname: «представитель президента в области | Тохтар Уланов».
func (n *nameFinder) guestOfRepublic(i int, els []element) bool {
	switch n.l.Fold(i) {
	case "республике", "республики":
	case "области", "крае", "округе", "районе":
		if i == 0 || n.l.Fold(i-1) != "в" || len(els) < 2 || !n.surnamed(els[1]) || n.adjective(els[1].start) {
			return false
		}
	default:
		return false
	}
	return n.l.Is(i, lang.Lower) && len(els) > 1 && !n.placeAt(els[0]) && !n.adjective(els[0].start) && !n.placeAt(element{start: els[0].start, end: els[1].end})
}
