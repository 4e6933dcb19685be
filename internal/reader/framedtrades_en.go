package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// trades lays the class of offices over nouns with an ending of those who do something,
// where they stand beside a person's name as an office does: "Ada Berg, a | bookbinder",
// "the | bookbinder of the museum, Ada Berg", "appointed | bookbinder of the museum",
// "works as a | bookbinder", "| bookbinder Ada Berg".
func (n *nounFinder) trades(s lang.Sentence) {
	for i := s.First; i < s.Last; i++ {
		if n.l.Is(i, lang.Lower) && n.trade(i) && n.besideHolder(i, s) {
			n.lay(n.p.know.lists.officeNoun, i, "")
		}
	}
}

// trade reports whether the noun at token i tells what somebody does and no list has it.
func (n *nounFinder) trade(i int) bool {
	if !traitOf(n.l, i, traitTrade, n.tradeEnds) || n.excepted(i, "trade") {
		return false
	}
	lists := &n.p.know.lists
	if n.p.foldAt(i-1) == "-" && n.p.foldAt(i-2) == "co" { // co-worker
		return false
	}
	return n.common(i) && !n.endsEntry(i, lists.orgHead) && !n.endsEntry(i, lists.placeHead) && !n.l.Has(i, lists.kinWord) && !n.l.Has(i, lists.titleMod) && !n.l.Has(i, lists.officePlural)
}

// tradeEnds reports whether a folded word ends as nouns for who does something do.
func (n *nounFinder) tradeEnds(w string) bool { return n.p.know.endings.tradeEnd.end(w, 2) }

// besideHolder reports whether the noun at token i stands as a title of somebody named.
func (n *nounFinder) besideHolder(i int, s lang.Sentence) bool {
	a := n.articleBefore(i, s)
	if a >= 0 && n.ofSomebody(a) || n.ofHolder(i+1) {
		return false
	}
	if n.l.Has(i+1, lang.PersonChunk) { // not: the | sweater Ada Berg wore; explorer Ada Berg, whom the pack has as no office
		return !n.l.Has(i, n.p.know.names.isa) && !n.l.Has(i, n.p.know.lists.personTitle) && (a < 0 || n.surely(i))
	}
	if !n.stops(i+1, s) {
		return false
	}
	if a > s.First+1 && n.l.Rune(a-1) == ',' && n.personEnds(a-2, s) { // Ada Berg, a | bookbinder; not: the | scorer of two goals
		return n.l.Has(a, n.p.know.lists.indefinite) || !n.l.Has(i+1, n.p.know.lists.of) || n.ofSide(i+1)
	}
	if a >= 0 && !n.l.Has(a, n.p.know.lists.indefinite) && n.personBehind(i+1, s) { // the | bookbinder of the museum, Ada Berg
		return true
	}
	first := a
	if a < 0 {
		first = n.bareFrom(i, s)
	}
	k := first - 1
	if n.p.foldAt(k) == "as" {
		k--
		for back := 0; back < 4 && k > s.First && n.frames(k) != "serve" && n.frames(k) != "employ" && n.l.Is(k, lang.Lower); back++ {
			k--
		}
		return n.frames(k) == "employ" || n.frames(k) == "serve" && (n.surely(i) || n.ofSide(i+1))
	}
	if n.p.foldAt(k) == "to" && n.p.foldAt(k-1) == "promoted" {
		return true
	}
	return a < 0 && k >= s.First && (n.l.Plays(k, n.p.know.roles.chooses) && !n.honour(i+1) || n.l.Rune(k) == ',' && n.personEnds(k-1, s) && (n.l.Is(i+1, lang.Punct) || n.ofSide(i+1)))
}

// ofSomebody reports whether the word at token a that opens a noun phrase tells whose
// somebody is: "her | employer, Ada Berg".
func (n *nounFinder) ofSomebody(a int) bool {
	switch n.p.foldAt(a) {
	case "his", "her", "their":
		return true
	}
	return false
}

// honour reports whether the words from token i on tell that the noun before them is what one
// is called by way of honour or at an occasion: "named player | of the year", "torchbearer |
// for the games".
func (n *nounFinder) honour(i int) bool {
	if n.p.foldAt(i) == "for" {
		return !n.ofSide(i)
	}
	if !n.l.Has(i, n.p.know.lists.of) {
		return false
	}
	i = n.behindArticle(i + 1)
	return n.l.Has(i, n.p.know.lists.timeUnit) || n.l.Has(i, n.p.know.lists.eventNoun)
}

// ofHolder reports whether "of" at token i leads to somebody named or to an office: "a
// sponsor | of President Berg".
func (n *nounFinder) ofHolder(i int) bool {
	if !n.l.Has(i, n.p.know.lists.of) {
		return false
	}
	i = n.behindArticle(i + 1)
	return n.l.Has(i, lang.PersonChunk) || n.l.Is(i, lang.Cap) && n.l.Has(i, n.p.know.lists.officeNoun)
}

// articleBefore gives the article that opens the phrase of the noun at token i; -1 where
// it has none.
func (n *nounFinder) articleBefore(i int, s lang.Sentence) int {
	const longest = 8
	for k := i - 1; k >= s.First && k > i-longest; k-- {
		if n.l.Has(k, n.p.know.lists.indefinite) || n.l.Has(k, n.p.know.lists.phraseArticle) {
			return k
		}
		if n.stops(k, s) && !n.l.Is(k, lang.Glued) {
			return -1
		}
	}
	return -1
}

// bareFrom gives the first token of the words in small letters that end with the noun at
// token i, which has no article.
func (n *nounFinder) bareFrom(i int, s lang.Sentence) int {
	for i > s.First+1 && n.l.Is(i-1, lang.Lower) && !n.stops(i-1, s) && !n.l.Plays(i-1, n.p.know.roles.chooses) {
		i--
	}
	return i
}

// personEnds reports whether somebody's name ends with token k.
func (n *nounFinder) personEnds(k int, s lang.Sentence) bool {
	const longest = 6
	for i := max(s.First, k-longest); i <= k; i++ {
		if m, ok := n.p.mentionAt(i, lang.PersonChunk); ok && m.end == k+1 {
			return true
		}
	}
	return false
}

// personBehind reports whether a comma and somebody's name stand at token i, or behind
// the body or the place that a title there is of.
func (n *nounFinder) personBehind(i int, s lang.Sentence) bool {
	lists := &n.p.know.lists
	if n.l.Has(i, lists.of) || n.l.Plays(i, n.p.know.roles.worksAt) {
		if !n.ofSide(i) {
			return false
		}
		i, _ = n.sideAt(n.behindArticle(i + 1))
	}
	if i+1 >= s.Last || n.l.Rune(i) != ',' || !n.l.Has(i+1, lang.PersonChunk) {
		return false
	}
	end := n.p.mentionOf(i+1, lang.PersonChunk).end
	return end >= s.Last || n.l.Is(end, lang.Punct) // not: the toaster, Ada Berg said,
}

// ofSide reports whether a preposition at token i leads to a place or a body.
func (n *nounFinder) ofSide(i int) bool {
	if !n.l.Has(i, n.p.know.lists.of) && !n.l.Plays(i, n.p.know.roles.worksAt) && n.p.foldAt(i) != "for" {
		return false
	}
	_, ok := n.sideAt(n.behindArticle(i + 1))
	return ok
}

// surely reports whether the noun at token i tells of somebody whatever stands around
// it: the pack lists it as a person's, or its ending is of no thing.
func (n *nounFinder) surely(i int) bool {
	if v, _, ok := n.l.Value(i, n.p.know.names.isa); ok && v == "person" {
		return true
	}
	w := n.l.Fold(i)
	return !strings.HasSuffix(w, "er") && !strings.HasSuffix(w, "or")
}
