package reader

import "shanyraq/internal/lang"

// bareBody proposes an English body whose name no list has by the word of a trade behind
// it, of a club or an airline before it, or of a paper behind "the".
func (n *nameFinder) bareBody(i int, s lang.Sentence) bool {
	switch {
	case n.l.Plays(i, n.r.bareHead) && (i == s.First || !n.beside(i-1, s)) && n.bareBehind(i, s):
		return true
	case n.l.Plays(i, n.r.paperOpens) && i > s.First && n.l.Plays(i-1, n.r.the): // the Daily Vandrel
		return n.bareBehind(i, s)
	case n.l.Plays(i, n.r.trade) && i > s.First:
		return n.tradeNamed(i, s)
	}
	return false
}

// bareBehind proposes the word at token i with the one behind it, which no list has and
// which ends the name: Dynamo Vandrel.
func (n *nameFinder) bareBehind(i int, s lang.Sentence) bool {
	k := i + 1
	if n.taken[i] || !n.beside(k, s) || n.l.Is(k, lang.Glued) || k+1 < s.Last && n.l.Is(k+1, lang.Cap) || n.glued(k+1, '-') || !n.bareName(k, k+1) || n.isGiven(element{start: k, end: k + 1}) || n.wordly([]element{{start: k, end: k + 1}}) {
		return false
	}
	n.propose(candidate{class: lang.OrgChunk, start: i, end: k + 1, score: scoreLegal, rule: "prefixed"})
	return true
}

// tradeNamed proposes an English firm of no list by the trade that closes its name at
// token i, where nothing else makes it the name of anything: Vandrel Dredging. A common
// word before the trade is its kind ("Inland Navigation"), a given name somebody's, and
// a state's name stands before its own trade ("Peru Timber").
func (n *nameFinder) tradeNamed(i int, s lang.Sentence) bool {
	if n.taken[i] || n.l.Is(i, lang.Upper) || n.l.Is(i, lang.Glued) || i+1 < s.Last && n.l.Is(i+1, lang.Cap) || n.glued(i+1, '-') {
		return false
	}
	start := i
	for start > s.First && i-start < 5 && !n.headlineVerb(start-1) {
		if n.glued(start-1, '-') && n.l.Is(start, lang.Glued) && n.beside(start-2, s) { // Thask-Keles International
			start -= 2
			continue
		}
		if n.l.Is(start, lang.Glued) || !n.beside(start-1, s) {
			break
		}
		start--
	}
	if start == i || start > s.First && (n.l.Is(start-1, lang.Cap) && n.beside(start-1, s) || n.l.Plays(start-1, n.r.the) || n.l.Has(start-1, n.orgOf) && n.l.Has(start-2, n.orgHead) && n.l.Is(start-2, lang.Cap)) || n.orgKnown != 0 && n.l.Has(start, n.orgKnown) || n.country(start) && start+1 == i {
		return false
	}
	for k := start; k < i; k++ {
		if n.l.Bits[k].Intersects(&n.anyOffice) || n.l.Bits[k].Intersects(&n.anyPeople) || n.l.Has(k, n.natAdj) || n.l.Has(k, n.funcWord) || n.l.Has(k, lang.NumberChunk) || n.l.Has(k, n.month) {
			return false
		}
	}
	first := element{start: start, end: start + 1}
	if w := n.word(i); w == "international" && n.l.Has(i-1, n.orgHead) && start+1 < i { // Airports Council International
		n.propose(candidate{class: lang.OrgChunk, start: start, end: i + 1, score: scoreLegal, rule: "trade"})
		return true
	}
	if n.l.Plays(start, n.r.tradeKind) || n.l.Plays(start, n.r.trade) || n.l.Bits[start].Intersects(&n.anyCommon) || n.wordly([]element{first}) && !n.placeAt(first) || n.l.Is(start, lang.Upper) && start+1 == i && n.l.Has(start, n.acroStop) {
		return false
	}
	if n.isGiven(first) && start+1 == i && !n.placeAt(first) {
		return false
	}
	n.propose(candidate{class: lang.OrgChunk, start: start, end: i + 1, score: scoreLegal + 6, rule: "trade"})
	return true
}
