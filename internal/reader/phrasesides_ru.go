package reader

import "shanyraq/internal/lang"

// pastSidesReach is how many tokens the sides between a Russian instrument and its topic
// have at most.
const pastSidesReach = 30

// pastSides gives the token of the topic behind the sides of a Russian instrument that
// are several or told by their noun alone: «договор между Ганой, Чили и Перу | о рыбе»,
// «соглашение между правительствами | о поставках»; 0 where no topic stands there.
func (g *ground) pastSides(i int, s lang.Sentence) int {
	if !g.russian() || !g.l.Has(i, g.p.know.lists.partyBetween) {
		return 0
	}
	for k := i + 1; k < s.Last && k < i+pastSidesReach; k++ {
		if m := g.at(k); m != nil {
			if m.class == lang.DateChunk || m.class == lang.PersonChunk {
				return 0
			}
			k = m.end - 1
			continue
		}
		switch {
		case k > i+1 && g.l.Has(k, g.topic) && !g.l.Has(k, g.p.know.lists.of):
			if g.is(k+1, lang.DateChunk) {
				return 0
			}
			return k
		case !g.goesOnWithSides(k):
			return 0
		}
	}
	return 0
}

// goesOnWithSides reports whether the token, of no name, may stand among the sides of a
// Russian instrument: «между министерствами двух | стран», «Ганой |, Чили | и Перу».
func (g *ground) goesOnWithSides(k int) bool {
	if g.joins(k) || g.isNumeral(k) || g.l.Has(k, g.p.know.lists.partySides) {
		return true
	}
	switch g.l.Rune(k) {
	case '(': // между Домом дружбы | (Кения) и Музеем
		m := g.at(k + 1)
		return m != nil && m.class == lang.PlaceChunk && g.l.Rune(m.end) == ')'
	case ')':
		return g.is(k-1, lang.PlaceChunk)
	case ',':
		m := g.at(k + 1)
		return m != nil && (m.class == lang.PlaceChunk || m.class == lang.OrgChunk) || g.l.Has(k+1, g.p.know.lists.orgHead)
	}
	return g.l.Is(k, lang.Word) && !g.deedAt(k) && !g.finite(k) && !g.l.Has(k, g.stop) && !g.l.Has(k, g.npstop)
}
