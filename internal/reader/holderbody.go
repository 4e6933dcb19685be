package reader

import "shanyraq/internal/lang"

// bodiesOfHolders proposes English names no list knows right before the office
// that somebody holds there and that one's name: "Vandrel chairman Ada Obi", "the
// Vandrel chief executive, Ada Obi". The same of a name that a contract is with
// ("a contract with Vandrel"), of which somebody is told to be the head ("director of
// the Orrell Pantheon,"), or that stands behind its state and signs ("Malta's Vandrel
// signed").
func (n *nameFinder) bodiesOfHolders(s lang.Sentence) {
	end := s.First
	for x, at := range n.caps {
		i := int(at)
		if n.marks[x]&(capTaken|capGlued|capInside) != 0 || i < end {
			continue
		}
		end = i + 1
		for end < s.Last && (n.beside(end, s) && end-i < 3 || n.glued(end, '-') && n.l.Has(end+1, lang.Glued)) {
			end++
		}
		for n.glued(end-1, '-') && end-1 > i {
			end--
		}
		if n.toldAround(i, end, s) && !n.l.Has(i, n.funcWord) && !n.l.Has(i, lang.NumberChunk) && n.bareName(i, end) && !n.likePerson(i, end) {
			n.propose(candidate{class: lang.OrgChunk, start: i, end: end, score: scoreContext + 8, rule: "holder"})
		}
	}
}

// toldAround reports whether the words around those of [i, end) tell of a body.
func (n *nameFinder) toldAround(i, end int, s lang.Sentence) bool {
	if n.heldAt(end, s) && !(n.opens(i, s) && end == i+1 && n.p.know.endings.epithetEnd.end(n.word(i), 1)) {
		return true
	}
	if i-1 <= s.First {
		return false
	}
	switch n.word(i - 1) {
	case "with":
		return n.l.Plays(i-2, n.r.contract)
	case "the": // a contract with the | Orrell Pantheon; director of the | Orrell Pantheon, Ada Obi
		with := n.word(i - 2)
		return end > i+1 && (with == "with" && n.l.Plays(i-3, n.r.contract) || (with == "of" || with == "at") && n.l.Plays(i-3, n.r.holder) && n.l.Rune(end) == ',')
	case "s":
		return n.l.Is(i-1, lang.Glued) && i-3 >= s.First && n.placeAt(element{start: i - 3, end: i - 2}) && n.l.Plays(end, n.r.signs)
	}
	return false
}

// likePerson reports whether the words [i, end) have a given name or a surname
// among them.
func (n *nameFinder) likePerson(i, end int) bool {
	last := element{start: end - 1, end: end}
	if n.isGiven(element{start: i, end: i + 1}) || n.surname != 0 && n.l.Has(end-1, n.surname) || n.clanName(last) {
		return true
	}
	x, _ := n.surnameEnding(last)
	return x
}

// heldAt reports whether an office of a firm or an institution stands at token
// i, at most two words that qualify it before its noun, and somebody's name
// behind it.
func (n *nameFinder) heldAt(i int, s lang.Sentence) bool {
	if n.office == 0 || i >= s.Last || !n.l.Is(i, lang.Lower) {
		return false
	}
	for k := i; k < s.Last && k <= i+2 && n.l.Is(k, lang.Lower); k++ {
		ch, ok := n.l.Chunk(k, n.office)
		if !ok {
			if n.l.Has(k, n.npStop) {
				return false
			}
			continue
		}
		end := int(ch.End)
		if !n.l.Plays(end-1, n.r.holder) {
			return false
		}
		if n.l.Rune(end) == ',' {
			end++
		}
		return end < s.Last && n.l.Is(end, lang.Cap) && !n.l.Has(end, n.funcWord)
	}
	return false
}
