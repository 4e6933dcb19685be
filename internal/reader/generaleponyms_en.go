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
	switch {
	case k-2 > s.First && n.l.Is(k-1, lang.Glued) && n.l.Plays(k-1, n.r.ownS) && (n.glued(k-2, '\'') || n.glued(k-2, '’')):
		k -= 2
	case k-1 > s.First && (n.glued(k-1, '\'') || n.glued(k-1, '’')): // Orreles' theorem
		k--
	}
	if k < i && !n.l.Plays(i, n.r.eponymOwned) || k == i && !n.l.Plays(i, n.r.eponymHead) {
		return
	}
	start := k
	for start > s.First && k-start < 4 && n.beside(start-1, s) {
		start--
	}
	if start == k || n.glued(i+1, '-') || k == i && start > s.First && n.placePrep != 0 && n.l.Has(start-1, n.placePrep) && n.placeAt(element{start: start, end: k}) {
		return // in Norway disease is rare
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

// saintsDay takes the feast of a saint that the noun with its capital at token i closes:
// "Saint Orrel Day", "on the eve of St. Vandrel's Day".
func (n *nameFinder) saintsDay(i int, s lang.Sentence) {
	for k := i - 1; k >= s.First && k > i-7; k-- {
		switch {
		case n.l.Is(k, lang.Cap) && (n.l.Plays(k, n.r.saintShort) || n.word(k) == "saint"):
			if k < i-1 {
				n.nothing(k, i+1)
			}
			return
		case !n.l.Is(k, lang.Cap) && !n.l.Is(k, lang.Glued):
			return
		}
	}
}

// loneLetter reports whether a candidate is one letter without its full stop, which
// counts, measures or is a tongue of computers, but is called so neither man nor town:
// "four C compilers". Behind a word with its capital it may stand for a name: Mr X.
func (n *nameFinder) loneLetter(c *candidate) bool {
	return c.end == c.start+1 && n.l.Toks[c.start].End == n.l.Toks[c.start].Start+1 && n.l.Is(c.start, lang.Cap) && !(c.start > 0 && n.l.Is(c.start-1, lang.Cap))
}
