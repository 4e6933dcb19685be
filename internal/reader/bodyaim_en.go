package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// Where the name of an English body goes on behind what it does, and where it ends.

// objectOfAim reports whether "the" and a capital at token i go on with the name of an
// English body that says what it does: "the Fund for Saving | the Black Lake". The
// preposition before the aim stands at token prep.
func (n *nameFinder) objectOfAim(i, prep int, s lang.Sentence) bool {
	return n.tag == "en" && i == prep+2 && i+1 < s.Last && n.l.Plays(i, n.r.the) && n.l.Is(i+1, lang.Cap) && !n.taken[i+1] &&
		n.l.Plays(prep, n.r.forWhat) && n.l.Is(i-1, lang.Cap) && strings.HasSuffix(n.l.Fold(i-1), "ing")
}

// holderBehindField reports whether the two last capitalised words at token k, behind the
// field of an English body, are who heads it: "chairman of the Committee for Water
// Protection | Anna Berg". None of the two is a word of names of bodies, and a given
// name or the ending of a surname tells them.
func (n *nameFinder) holderBehindField(k, last int) bool {
	if n.tag != "en" || k+1 >= last || n.l.Is(k+2, lang.Cap) && k+2 < last || n.glued(k+2, '-') {
		return false
	}
	for i := k; i < k+2; i++ {
		if !n.l.Is(i, lang.Cap) || n.l.Is(i, lang.Upper) || n.l.Is(i, lang.Glued) || n.l.Has(i, n.common) || n.l.Has(i, n.orgHead) || n.l.Has(i, n.natAdj) || n.l.Has(i, n.placeHead) || n.orgEnd != 0 && n.l.Has(i, n.orgEnd) || i > k && n.placeAt(element{start: i, end: i + 1}) {
			return false
		}
	}
	surname, _ := n.surnameEnding(element{start: k + 1, end: k + 2})
	if n.placeAt(element{start: k, end: k + 1}) && (!surname || n.natAdj != 0 && n.l.Has(k+1, n.natAdj)) {
		return false
	}
	given := n.isGiven(element{start: k, end: k + 1})
	if !surname && !(given && n.l.Has(k+1, n.surname)) || !(given && surname) && !n.l.Has(k-1, n.common) {
		if !given || n.isGiven(element{start: k - 1, end: k}) || n.surname != 0 && n.l.Has(k-1, n.surname) && !n.l.Has(k-1, n.common) || !n.officeOfField(k-1) {
			return false
		}
	}
	n.propose(candidate{class: lang.PersonChunk, start: k, end: k + 2, score: scoreHead, rule: "person"})
	return true
}

// officeOfField reports whether an office stands before the English body whose field ends
// at token k: "the head of the Department of Culture and Sport".
func (n *nameFinder) officeOfField(k int) bool {
	for i := k; i >= max(n.cur.First, k-14); i-- {
		if n.office != 0 && n.l.Has(i, n.office) && n.l.Plays(n.l.ChunkEnd(i, n.office), n.r.of) {
			return true
		}
		if !n.l.Is(i, lang.Cap) && !n.l.Has(i, n.orgOf) && !n.l.Plays(i, n.r.the) && !n.l.Plays(i, n.r.and) && n.l.Rune(i) != ',' {
			return false
		}
	}
	return false
}

// formAhead proposes the English firm whose legal form stands before its name, as it does
// where the name was translated: "LLP Vandrel", "JSC Blue Mineral Water".
func (n *nameFinder) formAhead(i int, s lang.Sentence) bool {
	if n.tag != "en" || !n.l.Plays(i, n.r.formAhead) || !n.l.Is(i, lang.Upper) || n.loud || i > s.First && (n.l.Is(i-1, lang.Cap) || n.l.Rune(i-1) == ',' && n.l.Is(i-2, lang.Cap) && !n.l.Is(i+1, lang.Cap) || n.l.Rune(i-1) == '&') {
		return false
	}
	end := i + 1
	for end < s.Last && end < i+6 && n.l.Is(end, lang.Cap) && !n.taken[end] && !n.l.Has(end, n.funcWord) && !n.l.Has(end, n.title) {
		end++
	}
	if end == i+1 {
		return false
	}
	n.propose(candidate{class: lang.OrgChunk, start: i, end: end, score: scoreLegal + 4, rule: "legal"})
	return true
}

// behindBodyNoun gives how many of the English words that may be a person's name are those
// of the body whose head the person is: "head of the State Administration | K. A. Berdin",
// "head of the Secretariat | Orlan Tugzhanov", "of Chad Technical University | Orlan Berdin".
func (n *nameFinder) behindBodyNoun(els []element) int {
	for x := 0; x+2 < len(els); x++ {
		if els[x].initial || !n.l.Has(els[x].start, n.orgHead) || n.isGiven(els[x]) || n.l.Has(els[x].start, n.surname) {
			continue
		}
		e := els[x+1]
		if x == 0 && e.initial {
			return x + 1
		}
		surname, _ := n.surnameEnding(els[x+2])
		if x+3 == len(els) && surname && !e.particle && !n.l.Has(e.start, n.common) && !n.l.Has(e.start, n.orgHead) && !n.l.Has(e.start, n.natAdj) && !n.placeAt(e) && !n.l.Is(e.start, lang.Upper) {
			return x + 1
		}
	}
	return 0
}
