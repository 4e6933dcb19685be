package reader

import "shanyraq/internal/lang"

// asideReach is how many tokens the bracket behind a person may hold.
const asideReach = 8

// bracketsOfPersons has the rules of English see a person and the bracket behind the name as one:
// "Ada Orrell (62) said that", "Ulf Renberg (Labour) was elected president". The
// mention itself stays the name.
func (n *nameFinder) bracketsOfPersons() {
	p := n.p
	if n.tag != "en" {
		return
	}
	for _, k := range p.mentionsOf(lang.PersonChunk) {
		end := p.mens[k].end
		if n.l.Rune(end) != '(' {
			continue
		}
		if to := n.asideEnd(end); to > 0 && p.mens[k].entity >= 0 {
			n.l.Add(lang.PersonChunk, p.mens[k].start, to, int(k))
		}
	}
}

// asideEnd gives the token behind the bracket at token i where that tells something in
// passing: an age, a party, where one stands in a picture. 0 where it tells an office
// ("(chair)"), or is a country or body between the name and an office: "(Benin), the
// secretary". Several people may share a bracket; one with two names is left.
func (n *nameFinder) asideEnd(i int) int {
	for k := i + 1; k < min(i+2+asideReach, len(n.l.Toks)) && !n.l.Toks[k].Para; k++ {
		switch r := n.l.Rune(k); {
		case r == ')':
			if k == i+1 || n.l.Rune(k+1) == ',' && n.namesOnly(i+1, k) {
				return 0
			}
			return k + 1
		case r == '(' || r == ';' || r == '"' || r == '“' || n.l.Has(k, n.p.class("officenoun")) || n.l.Has(k, lang.PersonChunk):
			return 0
		}
	}
	return 0
}

// namesOnly reports whether one place or body is all there is in the tokens [from, to).
func (n *nameFinder) namesOnly(from, to int) bool {
	for _, c := range [...]lang.Class{lang.PlaceChunk, lang.OrgChunk} {
		if ch, ok := n.l.Chunk(from, c); ok && int(ch.End) == to {
			return true
		}
	}
	return false
}

// tellsLife reports whether an English date says when a person was born or lived: "Ada
// Orrell, born in | 1962,", "Ulf Renberg (b. | 1958)", "Ada Orrell (| 1921–1999)".
// Nothing else that is told of them is of that day.
func (g *ground) tellsLife(m *mention) bool {
	if !g.english() || m.class != lang.DateChunk || m.start == 0 {
		return false
	}
	k := m.start - 1
	for k > m.start-4 && (g.l.Has(k, g.in) || g.l.Plays(k, g.p.know.roles.onTime) || g.l.Rune(k) == '.') {
		k--
	}
	if g.l.Plays(k, g.p.know.roles.bornWhere) {
		return true
	}
	if g.l.Fold(k) == "b" {
		k--
	}
	return g.l.Rune(k) == '(' && (k == m.start-1 || k == m.start-3) && g.p.foldAt(m.end) == ")" && g.is(k-1, lang.PersonChunk)
}
