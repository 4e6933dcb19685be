package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// adjectivePair reports whether "and" at token k joins two capitalised words
// that stand together between an article and the one noun they qualify: "the
// Economic and Monetary Community", "the Law and Order Committee". Neither may
// be a name of its own.
func (n *nameFinder) adjectivePair(k int, s lang.Sentence) bool {
	if k-2 < s.First || k+2 >= s.Last || !n.l.Plays(k, n.r.and) || !n.plainCap(k-1) && !n.tradeWord(k-1) && !n.partyAdjective(k-1) || !n.plainCap(k+1) || !n.l.Is(k+2, lang.Cap) {
		return false
	}
	if !n.l.Has(k+2, n.orgHead) && !(k+3 < s.Last && n.topical(k+1) && n.topical(k+2) && n.l.Is(k+3, lang.Cap) && n.l.Has(k+3, n.orgHead)) {
		return false
	}
	j := k - 2
	for n.tag == "en" && j > s.First && j > k-4 && (n.plainCap(j) || n.partyAdjective(j)) {
		j-- // the Social Democratic and Labour Party
	}
	if j < k-2 {
		return n.l.Plays(j, n.r.the)
	}
	return n.l.Plays(j, n.r.determiner) || n.l.Is(j, lang.Lower) && n.l.Has(j, n.npStop) || n.l.Has(j, n.natAdj) || n.l.Has(j, n.gazPlace)
}

// tradeWord reports whether a capitalised English word heads bodies only behind
// other words and tells a field here: the Maritime and Port Authority.
func (n *nameFinder) tradeWord(k int) bool {
	if n.tag != "en" || !n.l.Is(k, lang.Cap) || n.l.Is(k, lang.Upper) || n.taken[k] {
		return false
	}
	v, _, ok := n.l.Value(k, n.orgHead)
	return ok && v == "last" && !strings.HasSuffix(n.word(k), "s") && n.l.Plays(k-1, n.r.the)
}

// partyAdjective reports whether token k is a capitalised English adjective of a
// people or a party: the Liberal and Peasant League.
func (n *nameFinder) partyAdjective(k int) bool {
	return n.tag == "en" && n.natAdj != 0 && n.l.Has(k, n.natAdj) && n.l.Is(k, lang.Cap) && !n.taken[k]
}

// couple reports whether "and" at token k joins the given names of two after whom
// a body is called: the Bill and Ada Berg Foundation.
func (n *nameFinder) couple(k int, s lang.Sentence) bool {
	return n.tag == "en" && k > s.First && k+3 < s.Last && n.givenEver(k-1) && n.givenEver(k+1) && n.beside(k+2, s) && !n.l.Has(k+2, n.orgHead) && n.l.Has(k+3, n.orgHead) && n.l.Is(k+3, lang.Cap) &&
		(k-1 == s.First || !n.l.Is(k-2, lang.Cap) || n.l.Has(k-2, n.funcWord))
}

// plainCap reports whether token k is one capitalised word that names neither
// a person, a place, a people nor a body by itself.
func (n *nameFinder) plainCap(k int) bool {
	t := &n.l.Toks[k]
	e := element{start: k, end: k + 1}
	return t.Is(lang.Cap) && !t.Is(lang.Upper) && !n.taken[k] && !n.placeAt(e) && !n.isGiven(e) && !n.l.Has(k, n.orgHead) && !n.l.Has(k, n.natAdj) && !n.l.Has(k, n.title) && !n.l.Has(k, n.funcWord)
}

// givenEver reports whether token k is a given name, though it may be a word too.
func (n *nameFinder) givenEver(k int) bool {
	return n.l.Is(k, lang.Cap) && (n.isGiven(element{start: k, end: k + 1}) || n.givenWord != 0 && n.l.Has(k, n.givenWord))
}

// heldBy reports whether a person is named right behind what may be a body or
// an office, within its words from head on or behind a comma: "High
// Commissioner for Refugees Ana Silva", "the Ombudsman of Samoa, Ana Silva,".
func (n *nameFinder) heldBy(head, after int, s lang.Sentence) bool {
	for k := head; k+1 < after; k++ {
		if n.isGiven(element{start: k, end: k + 1}) && n.l.Is(k+1, lang.Cap) && !n.l.Has(k+1, n.orgHead) {
			return true
		}
	}
	k, comma := after, false
	if k < s.Last && n.l.Rune(k) == ',' {
		k, comma = k+1, true
	}
	if k >= s.Last || n.taken[k] {
		return false
	}
	if n.l.Has(k, n.title) && n.l.Is(k, lang.Cap) && comma {
		return true
	}
	return k+1 < s.Last && (n.plainCap(k) || n.isGiven(element{start: k, end: k + 1})) && n.l.Is(k+1, lang.Cap) && !n.l.Has(k+1, n.orgHead)
}

// otherPartner gives the end of the second of two states that a joint body is
// of: "the Joint Commission of Oman and Tanzania", «Смешанной комиссии Омана и
// Танзании». Token k joins them, head is the first behind the body's noun; 0
// where the body is not said to be joint or no state follows.
func (n *nameFinder) otherPartner(k, head int, s lang.Sentence) int {
	if n.jointWord == 0 || n.and == 0 && n.tag != "en" || k+1 >= s.Last || !n.l.Plays(k, n.r.and) && n.l.Fold(k) != "и" || !n.country(k+1) {
		return 0
	}
	for i := head - 1; i >= s.First && i > head-8; i-- {
		if n.l.Has(i, n.jointWord) {
			ch, _ := n.l.Chunk(k+1, n.gazPlace)
			return int(ch.End)
		}
		if !n.l.Is(i, lang.Word) && n.l.Rune(i) != '-' {
			return 0
		}
	}
	return 0
}

// otherRegion gives the end of the second of two parts of the world that a body
// is for, the first of which ends before token k: "the Office for Europe and
// Central Asia"; 0 where there are none.
func (n *nameFinder) otherRegion(k int, s lang.Sentence) int {
	if n.worldRegion == 0 || !n.l.Plays(k, n.r.and) {
		return 0
	}
	first := false
	for i := k - 1; i >= s.First && i >= k-4 && !first; i-- {
		first = n.l.Has(i, n.worldRegion) && n.l.ChunkEnd(i, n.worldRegion) == k
	}
	next := k + 1
	if n.l.Plays(next, n.r.the) {
		next++
	}
	if !first || next >= s.Last || !n.l.Has(next, n.worldRegion) {
		return 0
	}
	return n.l.ChunkEnd(next, n.worldRegion)
}

// pairedAnd reports whether "and" joins two capitalised words of one name:
// "Science and Technology Committee".
func (n *nameFinder) pairedAnd(k int, s lang.Sentence) bool {
	if v, _, in := n.l.Value(k-2, n.placePrep); in && v != "weak" {
		return false // the museum in Haskovo and Trakya University
	}
	if n.tag == "en" && k > s.First && n.l.Has(k+1, n.orgHead) && n.word(k-1) == n.word(k+1) {
		return false // Swedish Post and Post of Serbia
	}
	if n.adjectivePair(k, s) || n.couple(k, s) {
		return true
	}
	if n.tag == "en" && n.orgKnown != 0 && n.l.Has(k+1, n.orgKnown) && n.l.ChunkEnd(k+1, n.orgKnown) > k+2 {
		return false // the Response Division and Federal Police
	}
	if n.wholeBodies(k, s) {
		return n.genericHead(k+1, s)
	}
	return k > s.First && k+1 < s.Last && (n.topical(k-1) || n.l.Is(k-1, lang.Cap) && n.l.Has(k-1, n.orgHead)) && (n.topical(k+1) || n.l.Has(k+1, n.orgHead))
}

// topical reports whether a capitalised word is one that bodies are named
// after their work with: a common word, or one with the ending of such.
func (n *nameFinder) topical(i int) bool {
	return n.l.Is(i, lang.Cap) && !n.l.Is(i, lang.Upper) && (n.l.Has(i, n.common) || n.p.know.endings.wordEnd.end(n.l.Fold(i), 2) && !n.placeAt(element{start: i, end: i + 1}))
}

// holderWords reports whether the words [start, end) are an English office and no
// body: "the Deputy Secretary Technical (DST)".
func (n *nameFinder) holderWords(start, end int) bool {
	for k := start; k < end; k++ {
		if n.l.Has(k, n.orgHead) && !n.l.Has(k, n.office) {
			return false
		}
	}
	return n.l.Has(start, n.office) || n.l.Has(start+1, n.office) && start+1 < end
}
