package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// things keeps English words in capitals away from names that name a thing: an
// award, a cup, a breed or a bird by the noun that closes them ("an Ivor Novello
// Award", "a Yorkshire Terrier"), a work behind the noun that says so ("the film
// Winter Alley"), a product behind its maker ("my Honda Civic").
func (n *nameFinder) things(s lang.Sentence) {
	if !n.has.roles.Shares(&n.r.ofThings) {
		for i := s.First + 1; n.quoted && i+1 < s.Last; i++ {
			if n.l.Is(i, lang.Punct) && n.l.Is(i+1, lang.Glued) && isQuote(n.l.Rune(i)) {
				n.bodyInMarks(i, s)
			}
		}
		return
	}
	for i := s.First; i+1 < s.Last; i++ {
		switch {
		case n.l.Is(i, lang.Punct):
			if i > s.First && n.l.Is(i+1, lang.Glued) && isQuote(n.l.Rune(i)) {
				n.bodyInMarks(i, s)
			}
		case n.l.Is(i, lang.Lower):
			switch {
			case n.l.Plays(i, n.r.workNoun):
				n.work(i+1, s)
			case i > s.First && (n.l.Plays(i, n.r.eponymHead) || n.l.Plays(i, n.r.eponymOwned)):
				n.eponym(i, s)
			}
		case !n.l.Is(i, lang.Cap):
		case n.l.Plays(i, n.r.maker):
			n.product(i, s)
		case n.l.Plays(i, n.r.missionHead) && n.beside(i+1, s) && n.word(i) == "operation":
			n.operation(i, s)
		case i > s.First && n.l.Plays(i, n.r.thingHead):
			n.thingEnded(i, s)
		case i > s.First && n.l.Plays(i, n.r.feastEnd):
			n.saintsDay(i, s)
		}
	}
	if i := s.Last - 1; i > s.First && n.l.Is(i, lang.Cap) {
		switch {
		case n.l.Plays(i, n.r.thingHead):
			n.thingEnded(i, s)
		case n.l.Plays(i, n.r.feastEnd):
			n.saintsDay(i, s)
		}
	}
}

// bodyInMarks proposes the English name in quotation marks, the first at token
// i, behind the noun that says it is a body's: the company "Northern Light", the
// Agency "Uzarchive". Words that are no name, and a name with a verb's mark at
// its end, stay a quotation.
func (n *nameFinder) bodyInMarks(i int, s lang.Sentence) {
	behind := false // the “Green Hills” | Foundation
	if k := i - 1; n.l.Has(k, n.p.know.lists.definite) {
		e := n.quoteAt(i, s)
		behind = e > 0 && e < s.Last && n.l.Is(e, lang.Cap) && !n.l.Is(e, lang.Glued) && n.l.Has(e, n.orgHead) && !n.l.Has(e, n.eventHead)
		if !behind {
			return
		}
	} else if !n.l.Has(k, n.orgHead) && !n.l.Plays(k, n.r.bodyLetters) || n.l.Is(i, lang.Glued) || n.l.Has(k, n.eventHead) {
		return
	}
	end := n.quoteAt(i, s)
	if end == 0 || end-i > 8 {
		return
	}
	for k := i + 1; k+1 < end; k++ {
		t := &n.l.Toks[k]
		if !t.Is(lang.Cap) && !t.Is(lang.Number) && n.l.Rune(k) != '-' && n.l.Rune(k) != '&' && !(k > i+1 && k+2 < end && n.l.Has(k, n.orgOf)) {
			return
		}
	}
	if behind {
		n.propose(candidate{class: lang.OrgChunk, start: i, end: end + 1, score: scoreLegal, rule: "marked"})
		return
	}
	n.propose(candidate{class: lang.OrgChunk, start: i + 1, end: end - 1, score: scoreLegal, rule: "marked"})
}

// nothing proposes that the tokens [start, end) name none of our kinds.
func (n *nameFinder) nothing(start, end int) {
	n.propose(candidate{start: start, end: end, score: scoreSure, rule: "thing"})
}

// operation takes the name of an operation at token i: Operation Winter Alley.
func (n *nameFinder) operation(i int, s lang.Sentence) {
	end := i + 2
	for end < s.Last && end-i < 4 && n.beside(end, s) && !n.l.Has(end, n.orgHead) && !n.isGiven(element{start: end, end: end + 1}) {
		end++
	}
	if !n.l.Has(i+1, n.orgHead) {
		n.propose(candidate{start: i, end: end, score: scoreKnown + 2, rule: "thing"})
	}
}

// thingEnded takes the capitals before the noun at i that closes the name of a thing.
func (n *nameFinder) thingEnded(i int, s lang.Sentence) {
	if n.beside(i+1, s) {
		return // the Cup Winners' Committee
	}
	start := i
	for start > s.First && i-start < 5 {
		k := start - 1
		if n.glued(k, '-') && k > s.First {
			k--
		}
		if !n.beside(k, s) || n.l.Has(k, n.title) || n.l.Has(k, n.office) || n.l.Toks[k].Break && k > s.First && k+1 == start && n.opens(k, s) {
			break
		}
		start = k
	}
	if start == i || start+1 == i && n.isGiven(element{start: start, end: i}) && (n.l.Has(i, n.surname) || n.l.Plays(i, n.r.beastly)) || start+1 == i && n.l.Plays(i, n.r.beastly) && n.doesAsPerson(i+1) {
		return // Basil Bunting, Mike Trout
	}
	n.nothing(start, i+1)
}

// work takes the title of a work at token k, with the small words inside it.
func (n *nameFinder) work(k int, s lang.Sentence) {
	if k < s.Last && isQuote(n.l.Rune(k)) {
		end := k + 1
		for end < s.Last && end-k < 12 && !isQuote(n.l.Rune(end)) {
			end++
		}
		if end < s.Last && end-k < 12 && end > k+1 {
			n.nothing(k+1, end)
		}
		return
	}
	if !n.beside(k, s) || n.l.Is(k, lang.Upper) || n.l.Has(k, n.natAdj) || n.l.Has(k, n.title) || n.l.Has(k, n.office) || n.l.Has(k, n.orgHead) || n.l.Has(k, n.orgKnown) {
		return
	}
	end := k + 1
	for j := k + 1; j < s.Last && j-k < 9; j++ {
		switch {
		case n.beside(j, s):
			end = j + 1
			continue
		case n.glued(j, '\'') || n.glued(j, '’') || n.glued(j, '-') || n.l.Is(j, lang.Glued) && n.l.Plays(j, n.r.ownS):
			continue
		case n.l.Is(j, lang.Lower) && j == end && (n.l.Plays(j, n.r.smallJoin) || n.l.Plays(j, n.r.article)) && n.beside(j+1, s):
			continue
		case n.l.Is(j, lang.Lower) && n.l.Plays(j, n.r.of) && j == end && n.beside(j+1, s):
			continue
		}
		break
	}
	if end == k+1 || n.doesAsPerson(end) || n.say != 0 && n.l.Has(end, n.say) { // the film Ana Brandel made
		return
	}
	n.nothing(k, end)
}

// product takes the maker at i for a thing of his where somebody has it or the
// name of a model follows.
func (n *nameFinder) product(i int, s lang.Sentence) {
	if i > s.First && n.beside(i-1, s) || n.placeChunk(i) > i+1 {
		return
	}
	k := i + 1
	if k < s.Last && n.l.Is(k, lang.Initial) && n.glued(k+1, '.') {
		return // Ford W. Bell
	}
	if n.isGiven(element{start: i, end: k}) && k < s.Last && n.surname != 0 && n.l.Has(k, n.surname) && !n.l.Has(k, n.common) && !n.beside(k+1, s) && !n.l.Plays(i-1, n.r.determiner) {
		return // Dell Curry
	}
	model := k < s.Last && (n.beside(k, s) && !n.l.Has(k, n.orgHead) && !n.l.Has(k, n.placeHead) && !(n.orgEnd != 0 && n.l.Has(k, n.orgEnd)) && !n.placeAt(element{start: k, end: k + 1}) && !n.l.Has(k, n.office) && !n.l.Has(k, n.title) && !n.l.Plays(k, n.r.field) && !n.l.Plays(k, n.r.makerOf) ||
		n.l.Is(k, lang.Number) && !n.l.Is(k, lang.Year))
	if model {
		k++
		for k < s.Last && k-i < 4 && (n.beside(k, s) || n.l.Is(k, lang.Number) && !n.l.Is(k, lang.Year)) {
			k++
		}
		if last := k - 1; !(last > i+1 && (n.l.Has(last, n.orgHead) || n.orgEnd != 0 && n.l.Has(last, n.orgEnd) || n.l.Plays(last, n.r.makerOf))) {
			n.nothing(i, k)
		}
		return
	}
	if i > s.First && n.l.Plays(i-1, n.r.determiner) && !n.l.Plays(i-1, n.r.the) && !n.l.Is(i-1, lang.Cap) && (n.clauseEnds(i+1, s) || i+1 < s.Last && n.l.Has(i+1, n.funcWord) && n.l.Is(i+1, lang.Lower)) {
		n.nothing(i, i+1)
	}
}

// workDated reports whether a year alone in brackets stands behind words that
// may be a person's: "Salt Parade (1981)" is a work of that year.
func (n *nameFinder) workDated(c candidate) bool {
	return c.end >= c.start+2 && n.l.Rune(c.end) == '(' && c.end+2 < len(n.l.Toks) && n.l.Is(c.end+1, lang.Year) && n.l.Rune(c.end+2) == ')'
}

// designation reports whether letters are those of a thing with its number: BGM-71, T-72.
func (n *nameFinder) designation(c candidate) bool {
	if c.rule == "numbered" && n.l.Is(c.end-1, lang.Glued) && n.l.Toks[c.end-1].End-n.l.Toks[c.end-1].Start > 3 {
		return true // SYR0031
	}
	if k := c.end; c.rule == "acronym" && k < len(n.l.Toks) && n.l.Is(k, lang.Glued) && (n.l.Is(k, lang.Number) || n.l.Rune(k) >= '0' && n.l.Rune(k) <= '9') {
		return true // GR4s
	}
	return c.rule == "acronym" && n.glued(c.end, '-') && c.end+1 < len(n.l.Toks) && n.l.Is(c.end+1, lang.Number) && n.l.Is(c.end+1, lang.Glued)
}

// inRoute reports whether letters are those of an address inside a house, as
// old mail gives it behind a name: "Ana Vandrel/HOU/ECT@ECT".
func (n *nameFinder) inRoute(c candidate) bool {
	if c.end != c.start+1 || !n.l.Is(c.start, lang.Upper) || c.start == 0 {
		return false
	}
	r := n.l.Rune(c.start - 1)
	return (r == '/' || r == '@') && n.l.Is(c.start, lang.Glued)
}

// surnameOpens reports whether a word begins with a syllable that surnames with
// a capital inside begin with: MacBride, VanDyke, DelRay.
func surnameOpens(w string) bool {
	for _, pre := range [...]string{"Mac", "Van", "Del", "Des", "Ter", "Lee", "Von", "Dal", "San", "Abu", "Ben", "Bin"} {
		if strings.HasPrefix(w, pre) {
			return true
		}
	}
	return false
}
