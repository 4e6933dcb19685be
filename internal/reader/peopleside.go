package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// fromSide reports whether the English word at token k, behind a side of the world,
// says where somebody or something is from rather than what the land is called:
// "North Macedonians", "Northern Cypriots", "Western Vandrelian villages".
func (n *nameFinder) fromSide(k int, s lang.Sentence) bool {
	w := n.l.Fold(k)
	if many, ok := strings.CutSuffix(w, "s"); ok && len(w) > 6 {
		return strings.HasSuffix(many, "ian") || strings.HasSuffix(many, "ean") || strings.HasSuffix(many, "iot")
	}
	if k+1 >= s.Last || !n.l.Is(k+1, lang.Lower) || n.l.Has(k+1, n.funcWord) || n.npStop != 0 && n.l.Has(k+1, n.npStop) {
		return false
	}
	return len(w) > 5 && (strings.HasSuffix(w, "ian") || strings.HasSuffix(w, "ean") || strings.HasSuffix(w, "ese")) && n.l.Has(k+1, n.groupKin)
}

// side gives the token from which the name of an English people in the plural
// begins: at the side of the world before it, "West Papuans"; else at i.
func (n *nameFinder) side(i, end int, s lang.Sentence) int {
	if n.tag != "en" || i <= s.First || n.taken[i-1] || !n.l.Is(i-1, lang.Cap) || !n.l.Is(i, lang.Cap) || !strings.HasSuffix(n.l.Fold(end-1), "s") {
		return i
	}
	if n.sideWord(i - 1) {
		return i - 1
	}
	return i
}

// sideWord reports whether token i is an English word for a side of the world.
func (n *nameFinder) sideWord(i int) bool {
	return n.l.Plays(i, n.r.sideOfWorld)
}

// countedPlural reports whether one English word that ends as those of a land do
// stands behind their number, so that no person is named: "about 2,000 Vandrelians".
func (n *nameFinder) countedPlural(c candidate) bool {
	if c.class != lang.PersonChunk || c.end != c.start+1 || c.start <= n.cur.First {
		return false
	}
	w := n.l.Fold(c.start)
	if n.sideWord(c.start-1) && strings.HasSuffix(n.l.Fold(c.start-1), "ern") && c.start-1 > n.cur.First { // Southern Tutchone
		return true
	}
	if !strings.HasSuffix(w, "ians") && !strings.HasSuffix(w, "eans") && !strings.HasSuffix(w, "iots") {
		return false
	}
	return n.numberBefore(c.start, n.cur) || n.sideWord(c.start-1) || n.l.Plays(c.start-1, n.r.of) && c.start-2 >= n.cur.First && n.l.Has(c.start-2, lang.NumberChunk)
}
