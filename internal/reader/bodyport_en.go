package reader

import "shanyraq/internal/lang"

// portBodies proposes the English port that acts as a body, told by "the Port of" and its
// town: "signed with the Port of Vandrel", "The Port of Vandrel and Peru signed". Where
// ships go and things lie it stays a place: "sailed to the Port of Vandrel".
func (n *nameFinder) portBodies(s lang.Sentence) {
	if n.loud || !n.has.roles.Has(n.r.portOf) {
		return
	}
	for _, at := range n.caps {
		i := int(at)
		if i <= s.First || i+2 >= s.Last || n.taken[i] || !n.l.Plays(i, n.r.portOf) || !n.l.Plays(i-1, n.r.the) || !n.l.Plays(i+1, n.r.of) || !n.l.Is(i+2, lang.Cap) || n.placeChunk(i) > i+1 {
			continue
		}
		end, _ := n.capitals(i+2, s.Last)
		if n.l.Is(end-1, lang.Cap) && n.l.Has(end-1, n.orgHead) || !n.portActs(i-2, end, s) {
			continue
		}
		n.propose(candidate{class: lang.OrgChunk, start: i, end: end, score: scoreLegal + 4, rule: "port"})
	}
}

// leadsToSide reports whether the English word at token k stands before a side: "with",
// "by", "between".
func (n *nameFinder) leadsToSide(k int, s lang.Sentence) bool {
	return k >= s.First && (n.l.Plays(k, n.r.by) || n.l.Has(k, n.p.know.lists.partyWith) || n.l.Has(k, n.p.know.lists.partyBetween))
}

// portActs reports whether an English port is one of the sides of what is told, by the
// word at token k before its article or by the verb behind its name, which ends before
// token end.
func (n *nameFinder) portActs(k, end int, s lang.Sentence) bool {
	if k > s.First && n.l.Plays(k, n.r.of) && (n.l.Bits[k-1].Intersects(&n.anyOffice) || n.l.Has(k-1, n.p.know.lists.personNoun)) {
		return true // representatives of | the Port of Vandrel
	}
	if n.leadsToSide(k, s) || k > s.First && n.l.Plays(k, n.r.and) && n.endsAt(k) == lang.OrgChunk {
		return true
	}
	if k > s.First && n.l.Plays(k, n.r.and) { // Peru and | the Port of Vandrel signed
		if a := n.stateEnding(k, s.First); a == s.First || a > s.First && (n.leadsToSide(a-1, s) || n.l.Rune(a-1) == ',') {
			return true
		}
	}
	if k >= s.First && n.l.Rune(k) != ',' && !n.l.Plays(k, n.r.and) && n.l.Is(k, lang.Lower) && !n.l.Has(k, n.p.know.lists.relDate) {
		return false // the ship left | the Port of Vandrel
	}
	for i := end; i < s.Last && i < end+12; i++ {
		switch {
		case n.l.Plays(i, n.r.signs), n.l.Plays(i, n.r.willVerb), n.word(i) == "joined":
			return n.l.Is(i, lang.Lower)
		case n.l.Is(i, lang.Cap), n.l.Rune(i) == ',', n.l.Plays(i, n.r.and), n.l.Plays(i, n.r.the), n.l.Plays(i, n.r.of), n.l.Plays(i, n.r.haveVerb):
		default:
			return false
		}
	}
	return false
}
