package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// withSeat gives the end of the name of an English school, headed at token i with its head
// over before token end and its complement before token after, with the town that stands
// behind it: Orrena University Linz, the University of Illinois at Chicago.
func (n *nameFinder) withSeat(i, start, end, after int, s lang.Sentence) int {
	if after >= s.Last || !n.l.Plays(i, n.r.school) {
		return after
	}
	if after > end && n.l.Plays(after, n.r.at) && n.placeChunk(end+1) == after && !n.country(end+1) {
		if k := n.seatEnd(after+1, s); k > 0 {
			return k
		}
	}
	if after == end && start < end-1 {
		if k := n.seatEnd(end, s); k > 0 {
			return k
		}
	}
	return after
}

// seatEnd gives the end of the known town at token k where a clause goes on or ends behind
// it, so that it belongs to what stands before: "… University Linz | opened", but not
// "University Iran expert" or "University Kenya Bank"; 0 elsewhere.
func (n *nameFinder) seatEnd(k int, s lang.Sentence) int {
	end := n.placeChunk(k)
	if end == 0 || n.country(k) || !n.l.Is(k, lang.Cap) || n.taken[k] || n.l.Plays(k-1, n.r.school) && (n.isGiven(element{start: k, end: k + 1}) || n.l.Has(end-1, n.surname)) || n.l.Has(k, n.orgHead) || n.l.Has(k, n.natAdj) {
		return 0
	}
	if end >= s.Last || n.clauseEnds(end, s) || n.l.Has(end, n.say) || n.l.Has(end, n.p.know.lists.auxVerb) || n.l.Has(end, n.p.know.lists.pastWord) || strings.HasSuffix(n.word(end), "ed") && n.l.Is(end, lang.Lower) || isApostropheRune(n.l.Rune(end)) || n.l.Rune(end) == '(' {
		return end
	}
	return 0
}

// patronBefore gives the token where the name of an English body begins whose words reach
// back from the head at token i to token start, with what opens the name of whom it is
// called after: a saint's short title, a ruler's behind whose possessive the rest stands,
// a given name with an initial; start where none does.
func (n *nameFinder) patronBefore(start, i int, kind string, s lang.Sentence) int {
	if n.tag != "en" || start <= s.First+1 {
		return start
	}
	k := start - 1
	if n.l.Plays(k, n.r.ownS) && n.l.Is(k, lang.Glued) && k-3 >= s.First && n.beside(k-2, s) && isApostropheRune(n.l.Rune(k-1)) {
		switch j := k - 3; {
		case n.l.Plays(j, n.r.saintShort) && n.l.Is(j, lang.Cap) && !n.taken[j]:
			return j
		case n.glued(j, '.') && j > s.First && n.l.Plays(j-1, n.r.saintShort) && n.l.Is(j-1, lang.Cap) && !n.taken[j-1]:
			return j - 1
		case n.l.Plays(j, n.r.royal) && n.l.Is(j, lang.Cap) && !n.taken[j] && (kind == "owned" || n.l.Plays(i, n.r.school)):
			return j
		}
		return start
	}
	if !n.glued(k, '.') || start == i || !n.l.Is(k-1, lang.Cap) || n.taken[k-1] {
		return start
	}
	if n.l.Plays(k-1, n.r.saintShort) {
		return k - 1
	}
	j := k - 1
	for n.l.Is(j, lang.Initial) && j-2 > s.First && n.glued(j-1, '.') && n.l.Is(j-2, lang.Initial) && n.l.Is(j-2, lang.Cap) {
		j -= 2
	}
	if n.l.Is(j, lang.Initial) && n.beside(j-1, s) && n.isGiven(element{start: j - 1, end: j}) {
		return j - 1
	}
	return start
}

// twoOfThem reports whether "and" at token k parts two English bodies, each with what it is
// of behind its noun, of which the second has its noun at token i.
func (n *nameFinder) twoOfThem(k, i int) bool {
	return n.tag == "en" && k > 3 && n.l.Plays(k, n.r.and) && n.l.Has(i+1, n.orgOf) && n.l.Is(i+2, lang.Cap) && n.l.Is(k-1, lang.Cap) && n.l.Plays(k-2, n.r.of) && n.l.Has(k-3, n.orgHead) && n.l.Is(k-3, lang.Cap)
}

// closesOnly reports whether the word at token i closes names of English bodies that stand
// before it and nothing of a name follows, so that behind "and" it is a field: "the Society
// of Makers and | Traders".
func (n *nameFinder) closesOnly(i int) bool {
	v, _, ok := n.l.Value(i, n.orgHead)
	return n.tag == "en" && ok && v == "last" && n.l.ChunkEnd(i, n.orgHead) == i+1 && !n.l.Has(i+1, lang.Cap) && !n.l.Has(i+1, n.orgOf)
}

// workedThere reports whether a verb of work stands before token i with no more between than
// for how long or as what: "worked for ten years | at Vandrel", "works as a chemist | at".
func (n *nameFinder) workedThere(i int, s lang.Sentence) bool {
	for k := i; k > s.First && k >= i-5; k-- {
		switch w := n.word(k); {
		case w == "worked" || w == "works" || w == "working" || w == "employed" || w == "interned":
			return n.l.Is(k, lang.Lower)
		case n.l.Is(k, lang.Number), n.l.Plays(k, n.r.forWhat), w == "as", n.l.Has(k, n.p.know.lists.indefinite), n.l.Has(k, n.p.know.lists.timeUnit), n.l.Has(k, n.p.know.lists.num), n.l.Is(k, lang.Lower) && n.l.Bits[k].Intersects(&n.anyOffice), n.isPersonNoun(k):
		default:
			return false
		}
	}
	return false
}
