package reader

import "shanyraq/internal/lang"

// Where a Russian topic of an instrument or event goes on behind a preposition.

// acrossRU reports whether the Russian token j is of the words that lead from a thing to the
// river or the pass that it crosses: «о строительстве моста | через Дунай», «… через реку
// Конго».
func (g *ground) acrossRU(j int) bool {
	for k := j; k > j-3 && k > 0; k-- {
		if g.l.Fold(k) != "через" || !g.l.Is(k-1, lang.Lower) || g.at(k-1) != nil {
			continue
		}
		to := k + 1
		if g.l.Is(to, lang.Lower) {
			to++
		}
		m := g.at(to)
		return m != nil && m.start == to && m.class == lang.PlaceChunk && j < m.end
	}
	return false
}

// thisCenturyRU reports whether the Russian token j is of «в XXI веке», which says no day of a
// signing and so goes on with a name: «в целях развития Африки | в XXI веке».
func (g *ground) thisCenturyRU(j int) bool {
	m := g.at(j)
	if m == nil {
		m = g.at(j + 1)
	}
	return m != nil && m.class == lang.DateChunk && m.date.String() == "20XX" && (m.start <= j || m.start == j+1 && g.l.Is(j, lang.Lower))
}

// fieldRU reports whether the Russian preposition at token j leads from working together to
// its field: «о сотрудничестве | в науке», not «о сотрудничестве | в Лиме» nor «… в рамках визита».
func (g *ground) fieldRU(j int) bool {
	w, r := g.l.Fold(j), &g.p.know.roles
	return (w == "в" || w == "во") && g.l.Plays(j-1, r.together) && g.l.Is(j+1, lang.Lower) && g.at(j+1) == nil &&
		!g.l.Has(j+1, g.stop) && !g.l.Has(j+1, g.p.know.lists.eventNoun) && !g.l.Plays(j+1, r.noField)
}
