package reader

import "shanyraq/internal/lang"

// kindBefore reports whether an English place stands right behind the word of what it is,
// and that behind a preposition of place: "in the Danish town | Ribe", "in Peru's capital, |
// Lima". Of a state nothing is told so.
func (g *ground) kindBefore(m *mention) bool {
	k := m.start - 1
	if k > 1 && g.l.Rune(k) == ',' {
		k--
	}
	if k < 1 || !g.english() || !g.l.Is(k, lang.Lower) || !g.l.Plays(k, g.p.know.roles.townKind) || m.entity >= 0 && g.isCountry(m.entity) {
		return false
	}
	const reach = 7 // in the country's second city
	for j := k - 1; j >= max(0, k-reach); j-- {
		if g.l.Has(j, g.in) {
			return true
		}
		if the := g.l.Has(j, g.article) || g.l.Plays(j, g.p.know.roles.the); !the && (g.l.Rune(j) == ',' || g.l.Is(j, lang.Lower) && g.l.Has(j, g.npstop) && !g.l.Has(j, g.poss) || g.deedAt(j)) {
			return false
		}
	}
	return false
}

// ownsTown reports whether an English place owns the town that is named behind it: "in
// | Peru's capital, Lima".
func (g *ground) ownsTown(m *mention) bool {
	if !g.english() || !g.l.Has(m.end, g.poss) {
		return false
	}
	c, _ := g.l.Chunk(m.end, g.poss)
	const reach = 4
	for k := int(c.End); k < int(c.End)+reach && g.l.Is(k, lang.Lower); k++ {
		if !g.l.Plays(k, g.p.know.roles.townKind) {
			continue
		}
		if k++; g.l.Rune(k) == ',' {
			k++
		}
		return g.is(k, lang.PlaceChunk)
	}
	return false
}
