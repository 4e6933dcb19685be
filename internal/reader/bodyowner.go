package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// formEnds gives the end of the legal form that begins at token i, in English with the
// further ones behind it: "Sdn. Bhd.", "Co., Ltd", "GmbH & Co. KG".
func (n *nameFinder) formEnds(i int, s lang.Sentence) int {
	if n.tag != "en" {
		return i + 1
	}
	end := n.l.ChunkEnd(i, n.orgEnd)
	for end < s.Last {
		k := end
		if n.glued(k, '.') {
			k++
		}
		if n.l.Rune(k) == ',' && n.l.Is(k, lang.Glued) || n.l.Rune(k) == '&' {
			k++
		}
		if k >= s.Last || !n.l.Has(k, n.orgEnd) || n.l.Is(k, lang.Glued) && k > end || !n.l.Is(k, lang.Cap) {
			break
		}
		end = n.l.ChunkEnd(k, n.orgEnd)
	}
	return end
}

// latinFirmKK proposes the firm whose name in Latin letters stands without quotation marks
// before its Kazakh legal form at token i: Orvel Logistics ЖШС.
func (n *nameFinder) latinFirmKK(i int, s lang.Sentence) {
	start := i
	for start > s.First && i-start < 5 && n.l.Is(start-1, lang.Latin) && n.l.Is(start-1, lang.Cap) && !n.taken[start-1] {
		start--
	}
	if start < i && n.l.Is(i, lang.Upper) {
		n.propose(candidate{class: lang.OrgChunk, start: start, end: i + 1, score: scoreLegal + 6, alias: n.l.Slice(start, i), rule: "legal"})
	}
}

// owner finds a body by its officers: "Hassad Food's chief executive".
func (n *nameFinder) owner(i int, s lang.Sentence) {
	if i > s.First && (n.l.Is(i-1, lang.Cap) || n.l.Is(i, lang.Glued)) {
		return
	}
	end, _ := n.capitals(i, s.Last)
	if end+2 >= s.Last || !n.glued(end, '\'') && !n.glued(end, '’') || !n.l.Plays(end+1, n.r.ownS) {
		return
	}
	for k := end + 2; k < min(end+4, s.Last); k++ {
		if n.l.Has(k, n.office) || n.title != 0 && n.l.Has(k, n.title) {
			e := element{start: i, end: i + 1}
			if v, _, ok := n.l.Value(i, n.surname); end == i+1 && ok && v == "known" {
				return // Obama's envoy
			}
			if !n.placeAt(e) && !n.isGiven(e) && !n.l.Plays(k, n.r.ofPerson) && !n.l.Has(i, n.natAdj) && !n.l.Has(i, n.funcWord) && !n.l.Has(i, n.title) &&
				!n.l.Has(i, n.office) && !(end == i+1 && (n.l.Has(i, n.common) || n.l.Has(i, n.orgHead))) { // the People's Advocate, the Bank's manager
				n.propose(candidate{class: lang.OrgChunk, start: i, end: end, score: scoreContext, rule: "owner"})
			}
			return
		}
	}
}

// possessiveFrom gives the first token from i on that is the apostrophe of an
// English possessive with a word behind it, the end of the sentence where none is.
func (n *nameFinder) possessiveFrom(i int, s lang.Sentence) int {
	for ; i+2 < s.Last; i++ {
		switch n.l.Rune(i) {
		case '\'', '’':
			if n.l.Is(i, lang.Glued) && n.l.Plays(i+1, n.r.ownS) {
				return i
			}
		}
	}
	return s.Last
}

// closingLetters reports whether letters that are a word, too, stand in capitals behind an
// English name and nothing of it behind them: Vandrel AS, Korvex SE.
func (n *nameFinder) closingLetters(i int, s lang.Sentence) bool {
	return n.tag == "en" && !n.loud && n.l.Is(i, lang.Upper) && n.l.Plays(i, n.r.closingLetters) && n.beside(i-1, s) && !n.beside(i+1, s) &&
		!n.l.Is(i-1, lang.Upper) && !n.l.Bits[i-1].Intersects(&n.anyOffice) && !n.placeAt(element{start: i - 1, end: i})
}

// legal finds a company by its legal form: "Alpha Metals Ltd", АО «Алтын».
func (n *nameFinder) legal(i int, s lang.Sentence) {
	if !n.l.Is(i, lang.Cap) && !(i > s.First && n.l.Is(i-1, lang.Cap)) {
		return
	}
	if q := n.quoteAt(i+1, s); q > 0 { // ТОО «…»
		start := i
		for start > s.First && n.l.Has(start-1, n.orgEnd) && !n.taken[start-1] {
			start--
		}
		n.propose(candidate{class: lang.OrgChunk, start: start, end: q, score: scoreLegal, alias: n.insideQuotes(i+1, q), rule: "legal"})
		return
	}
	if i > s.First && n.closesQuote(i-1) { // «…» АҚ
		a, inner := n.quoteBefore(i-1, s), i
		if a < 0 {
			a, inner = n.twiceClosed(i-1, s)
		}
		if a >= 0 {
			n.propose(candidate{class: lang.OrgChunk, start: a, end: i + 1, score: scoreLegal, alias: n.insideQuotes(a, inner), rule: "legal"})
			return
		}
	}
	if n.tag == "kk" {
		n.latinFirmKK(i, s)
		return
	}
	start := i
	if start > s.First && n.l.Rune(start-1) == ',' {
		start--
	}
	for start > s.First && !n.taken[start-1] && !n.heldBehind(start-1, s) && (n.l.Is(start-1, lang.Cap) && !n.l.Has(start-1, n.funcWord) || n.l.Rune(start-1) == '&' || n.glued(start-1, '-')) {
		start--
	}
	if n.tag == "en" && start > s.First && n.l.Rune(start) == '&' && n.l.Is(start-1, lang.Cap) && n.l.Toks[start-1].End-n.l.Toks[start-1].Start == 1 && !n.taken[start-1] {
		start-- // A & C Vandrel Ltd.
	}
	end := n.formEnds(i, s)
	if end > i+2 && n.l.Is(i, lang.Initial) && n.glued(i+1, '.') && !n.l.Is(i+2, lang.Glued) {
		return // Ana S. A. Berg
	}
	if n.glued(end, '.') && (end < s.Last-1 || n.tag == "en" && n.firmLine(start, end)) { // a line that is a firm's name
		end++
	}
	if start < i && n.l.Rune(start) != ',' && n.tag == "en" {
		n.propose(candidate{class: lang.OrgChunk, start: start, end: end, score: scoreLegal, rule: "legal"})
	}
}

// manyOwners reports whether the word at token i is a plural in -s that names
// no place and nobody: Citizens', Writers'.
func (n *nameFinder) manyOwners(i int) bool {
	w := n.l.Fold(i)
	return len(w) > 4 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !n.l.Has(i, n.given) && !n.l.Has(i, n.surname) && !n.placeAt(element{start: i, end: i + 1})
}
