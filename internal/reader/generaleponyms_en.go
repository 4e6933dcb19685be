package reader

import "shanyraq/internal/lang"

// eponym takes the English capitals before the noun in small letters at token i that
// closes the name of a thing called after somebody or some town, with the titles among
// them: "the Faraday constant", "a Queen Anne sponge", "Hansen's disease". Behind "'s"
// only what nobody owns closes one: "Vandrel's salad" is his.
func (n *nameFinder) eponym(i int, s lang.Sentence) {
	if n.l.Fold(i) == "class" {
		n.shipClass(i, s)
		return
	}
	k := i
	if k-2 > s.First && n.l.Is(k-1, lang.Glued) && n.l.Plays(k-1, n.r.ownS) && (n.glued(k-2, '\'') || n.glued(k-2, '’')) {
		if k -= 2; !n.l.Plays(i, n.r.eponymOwned) {
			return
		}
	} else if !n.l.Plays(i, n.r.eponymHead) {
		return
	}
	start := k
	for start > s.First && k-start < 4 && n.beside(start-1, s) {
		start--
	}
	if start == k || n.glued(i+1, '-') {
		return
	}
	n.nothing(start, i+1)
}

// shipClass takes the name before "-class", which is that of a make of ships: "the Queen
// Anne-class frigate", "two Charles de Gaulle-class ships".
func (n *nameFinder) shipClass(i int, s lang.Sentence) {
	if !n.l.Is(i, lang.Glued) || i-2 < s.First || !n.glued(i-1, '-') {
		return
	}
	start := i - 1
	for start > s.First && i-start < 6 && (n.beside(start-1, s) || start < i-1 && n.l.Is(start-1, lang.Lower) && (n.particle != 0 && n.l.Has(start-1, n.particle) || n.l.Plays(start-1, n.r.of)) && start-1 > s.First && n.beside(start-2, s)) {
		start--
	}
	if start < i-1 && !n.l.Has(start, n.natAdj) {
		n.nothing(start, i+1)
	}
}
