package reader

import "shanyraq/internal/lang"

// stateBodies proposes the English public bodies that have no noun for a body in
// their name, the field of their work and the state alone: "Transport Malta",
// "Global Affairs Canada", "Fisheries and Oceans Canada".
func (n *nameFinder) stateBodies(s lang.Sentence) {
	if n.loud || !n.has.roles.Has(n.r.publicField) {
		return
	}
	for _, at := range n.caps {
		i := int(at)
		if i+1 >= s.Last || !n.l.Plays(i, n.r.publicField) || n.l.Is(i, lang.Upper) || !n.country(i+1) || !n.l.Is(i+1, lang.Cap) || n.l.Is(i+1, lang.Upper) {
			continue
		}
		end := n.placeChunk(i + 1)
		if end < s.Last && (n.l.Is(end, lang.Number) || n.l.Is(end, lang.Cap) && (n.l.Has(end, n.orgHead) || n.country(end))) || n.glued(end, '-') {
			continue
		}
		start := n.fieldsBefore(i, s)
		if start > s.First && n.l.Is(start-1, lang.Cap) {
			continue
		}
		if k := start - 1; k > s.First && n.l.Has(k, n.orgOf) && (n.l.Has(k-1, n.orgHead) || n.p.know.endings.stateOffice.whole(n.l.Fold(k-1))) {
			continue // the Ministry of Health Jordan, the minister for Tourism Fiji
		}
		n.propose(candidate{class: lang.OrgChunk, start: start, end: end, score: scoreLegal + 4, rule: "statebody"})
	}
}

// fieldsBefore gives where the fields begin of which the last stands at token i:
// "Fisheries and Oceans", "Global Affairs".
func (n *nameFinder) fieldsBefore(i int, s lang.Sentence) int {
	start := i
	if n.word(i) == "affairs" && i > s.First && n.l.Is(i-1, lang.Cap) {
		start--
	}
	if k := start - 2; k >= s.First && (n.word(start-1) == "and" || n.l.Rune(start-1) == '&') && n.l.Is(k, lang.Cap) && n.l.Plays(k, n.r.publicField) {
		start = k
	}
	return start
}

// ofState reports whether a state, told by its adjective, its name or its letters,
// stands right before the head at token i of an English body whose words begin at
// token start: "the Liberian Embassy", "the U.S. Embassy".
func (n *nameFinder) ofState(i, start int, s lang.Sentence) bool {
	if start == i {
		return n.stateBefore(i, s) >= 0
	}
	return n.stateEnding(i, s.First) >= 0 || n.l.Is(i-1, lang.Upper) && (n.placeAt(element{start: i - 1, end: i}) || n.l.Has(i-1, n.gazBody) || n.l.Has(i-1, n.orgKnown)) // the EU | Delegation
}

// stateEnding gives the first token of the English state, told by its name or its
// adjective in one word or several, that ends right before token i: "the | Sri Lankan
// Embassy", "the | Papua New Guinean Embassy"; -1 where none does.
func (n *nameFinder) stateEnding(i, first int) int {
	for k := max(first, i-4); k < i; k++ {
		if !n.l.Is(k, lang.Cap) {
			continue
		}
		if c, ok := n.l.Chunk(k, n.natAdj); ok && int(c.End) == i {
			return k
		}
		if c, ok := n.l.Chunk(k, n.p.know.lists.stateAdj); ok && int(c.End) == i {
			return k
		}
		if c, ok := n.l.Chunk(k, n.gazPlace); ok && int(c.End) == i && n.country(k) {
			return k
		}
	}
	return -1
}

// namesBodyThere reports whether what stands behind an English place up to token i makes
// it part of a body's name: "and Cape Town | University", "with Da Nang | City Council".
func (n *nameFinder) namesBodyThere(i int, s lang.Sentence) bool {
	for k := i; k < s.Last && k < i+4 && n.l.Is(k, lang.Cap) && !n.taken[k]; k++ {
		if n.l.Has(k, n.orgHead) {
			return true
		}
	}
	return false
}
