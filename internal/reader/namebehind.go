package reader

import "shanyraq/internal/lang"

// behindBody gives the place in a run of capitalised English words at which the
// name of a person begins behind that of the body he or she heads: "Chairman of
// the Constitutional Court | Petr Novak resigned"; 0 where it does not. The run
// must follow an office and its "of"; a word for a body stands in it, two words
// that are nothing else behind that, and then what only persons do, a mark or a small word.
func (n *nameFinder) behindBody(els []element, s lang.Sentence) int {
	last := len(els) - 1
	if n.tag != "en" || last < 2 || n.office == 0 {
		return 0
	}
	head := -1
	for x, e := range els {
		if n.l.Has(e.start, n.orgHead) && (x > 0 || n.possessor(e.start-1, s.First) < e.start-1) { // People's Assembly | X Y
			head = x
		}
	}
	if head < 0 || last-head < 2 || last-head > 3 {
		return 0
	}
	of := els[0].start - 1
	for head == 0 && of > s.First && (n.l.Is(of, lang.Cap) || n.l.Plays(of, n.r.ownS) || isApostropheRune(n.l.Rune(of))) {
		of--
	}
	if of > s.First && n.l.Plays(of, n.r.the) {
		of--
	}
	if of <= s.First || !n.l.Has(of, n.orgOf) || !n.endsOffice(of-1, s) {
		return 0
	}
	for _, e := range els[head+1:] {
		if e.initial || e.particle {
			continue
		}
		if n.l.Has(e.start, n.common) || n.l.Has(e.start, n.orgHead) || n.l.Has(e.start, n.eventHead) || n.placeAt(e) && !n.isGiven(e) || n.l.Has(e.start, n.placeHead) || n.l.Has(e.start, n.funcWord) ||
			n.l.Has(e.start, n.office) || n.l.Is(e.start, lang.Upper) || n.wordly([]element{e}) {
			return 0
		}
	}
	end := els[last].end
	if end < s.Last && !n.nameEndsAt(end) && !n.l.Has(end, n.cue) && !(n.say != 0 && n.l.Has(end, n.say)) && !n.p.know.endings.pastEnd.end(n.l.Fold(end), 2) && !n.l.Has(end, n.p.know.lists.pastWord) {
		return 0
	}
	return head + 1
}

// nameEndsAt reports whether no name goes on at token k: a mark that parts or a small word
// other than "of" stands there.
func (n *nameFinder) nameEndsAt(k int) bool {
	switch r := n.l.Rune(k); {
	case r == ',' || r == '.' || r == ';' || r == ':' || r == ')' || r == '”':
		return true
	}
	return n.l.Is(k, lang.Lower) && !n.l.Has(k, n.orgOf) && (n.l.Has(k, n.funcWord) || n.npStop != 0 && n.l.Has(k, n.npStop))
}

// endsOffice reports whether the noun of an office ends with token k.
func (n *nameFinder) endsOffice(k int, s lang.Sentence) bool {
	for i := max(s.First, k-3); i <= k; i++ {
		if ch, ok := n.l.Chunk(i, n.office); ok && int(ch.End) == k+1 {
			return true
		}
	}
	return false
}
