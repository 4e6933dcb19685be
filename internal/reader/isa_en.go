package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// told proposes English names by the common noun that says what they are: at
// the head of a sentence ("Drenova (population 312) is a town in …"), before a
// comma ("Drenova, a town in …"), behind the noun ("the river Drena"). The
// pack's list isa has the nouns with their classes.
func (n *nameFinder) told(s lang.Sentence) {
	n.defined(s)
	for i := s.First + 1; i+2 < s.Last; i++ {
		t := &n.l.Toks[i]
		if t.Is(lang.Lower) {
			if n.l.Is(i+1, lang.Cap) && n.word(i-1) == "the" {
				n.kindOfPlace(i, s)
			}
			continue
		}
		switch {
		case n.l.Rune(i) == ',' && n.l.Is(i-1, lang.Word) && n.l.Plays(i+1, n.r.article):
			n.toldBehind(i, i+2, s)
		case n.l.Rune(i) == ',' && n.l.Is(i-1, lang.Word) && n.word(i+1) == "one" && n.word(i+2) == "of" && n.l.Plays(i+3, n.r.article):
			n.toldBehind(i, i+4, s)
		}
	}
}

// isaValue gives the class that a noun phrase from token i on ends in, up to
// what closes it: "person", "place", "org", "nothing", or "".
func (n *nameFinder) isaValue(i int, s lang.Sentence) string {
	value := ""
	for k := i; k < min(s.Last, i+14); k++ {
		if ch, ok := n.l.Chunk(k, n.isa); ok && n.l.Is(k, lang.Lower) {
			value = n.l.Entry(ch).Value
			k = int(ch.End) - 1
			continue
		}
		t := &n.l.Toks[k]
		switch {
		case n.npStop != 0 && n.l.Has(k, n.npStop), n.l.Rune(k) == ',' && value != "":
			return value
		case n.l.Rune(k) == ',', n.glued(k, '-'), t.Is(lang.Number), t.Is(lang.Cap):
		case value != "" && n.l.Plays(k+1, n.r.ownS) && (n.glued(k, '\'') || n.glued(k, '’')):
			value = "" // the agency's | head
			k++
		case !t.Is(lang.Word):
			return value
		case value != "" && (strings.HasSuffix(n.word(k), "ed") || strings.HasSuffix(n.word(k), "ing") || n.l.Plays(k, n.r.told)):
			return value
		case value != "":
			value = "" // a town council, a film director
		}
	}
	return value
}

// defined reads a sentence that begins with a name and says what it is.
func (n *nameFinder) defined(s lang.Sentence) {
	i := s.First
	for i < s.Last && (n.l.Is(i, lang.OpenQuote) || n.word(i) == "the") {
		i++
	}
	if i >= s.Last || !n.l.Is(i, lang.Cap) || n.taken[i] || i > s.First && n.l.Is(i-1, lang.OpenQuote) {
		return
	}
	end := n.subject(i, s)
	k, born := n.asides(end, s)
	if k+2 >= s.Last && !born {
		return
	}
	value := ""
	if n.word(k) == "was" && n.word(k+1) == "born" {
		born = true
	}
	if n.l.Plays(k, n.r.copula) {
		k++
		for k < s.Last && n.funcWord != 0 && n.l.Is(k, lang.Lower) && !n.l.Plays(k, n.r.article) && n.l.Has(k, n.funcWord) && n.word(k) != "one" && k < end+40 && n.word(k) != "in" {
			k++
		}
		if n.word(k) == "one" && n.word(k+1) == "of" {
			k += 2
		}
		if k < s.Last && n.l.Plays(k, n.r.article) {
			if value = n.isaValue(k+1, s); value == "person" && n.placeTold(i, end, k+1) {
				value = ""
			}
		}
	}
	if value == "" && i > s.First && end == i+1 && n.word(i-1) == "the" && n.l.Plays(k, n.r.liesVerb) && n.l.Plays(k, n.r.moves) && !n.l.Has(i, n.common) && !n.l.Has(i, n.orgKnown) {
		value = "place" // The Drena flows into the sea
	}
	if value == "" && n.l.Plays(k, n.r.liesVerb) && n.l.Plays(k+1, n.r.whereWord) && !n.isGiven(element{start: i, end: i + 1}) && n.word(k) != "are" && !n.l.Has(end-1, n.p.know.lists.eventNoun) { // Farmers' Forum ends in Osh
		value = "place" // Zduny lies on the Rochna
	}
	if value == "" && born {
		value = "person"
	}
	if value == "place" && n.word(k) == "lie" {
		for j := i + 1; j < end; j++ { // Keles and Osh lie on the river
			if n.l.Plays(j, n.r.and) {
				n.proposeTold(value, i, j, scoreLegal)
				i = j + 1
			}
		}
	}
	if value != "" {
		n.proposeTold(value, i, end, scoreLegal)
		n.alsoCalled(value, end, s)
	}
}

// placeTold reports whether what stands behind "is the" at token noun, a word of
// persons, is told of the place [start, end): "China is the largest producer of silk",
// "Ghana remains the chair of the group"; not "Lima is a Brazilian footballer",
// "Georgia is a singer".
func (n *nameFinder) placeTold(start, end, noun int) bool {
	if n.placeChunk(start) != end {
		return false
	}
	given := n.isGiven(element{start: start, end: start + 1}) || n.l.Has(start, n.surname)
	return n.l.Has(noun, n.p.know.lists.superlative) || !given && !n.l.Has(noun, n.natAdj)
}

// alsoCalled proposes the other names that a bracket behind a name gives it:
// "(also Romanized as Darreh Thask, and Thask Bala)".
func (n *nameFinder) alsoCalled(value string, k int, s lang.Sentence) {
	if value == "nothing" || n.l.Rune(k) != '(' {
		return
	}
	named := false
	for k++; k < s.Last && n.l.Rune(k) != ')'; k++ {
		switch {
		case n.l.Is(k, lang.Cap) && named:
			end := n.subject(k, s)
			n.proposeTold(value, k, end, scoreLegal)
			k = end - 1
		case n.word(k) == "as", n.word(k) == "called", n.word(k) == "formerly":
			named = true
		case n.l.Rune(k) == ',', n.word(k) == "and", n.word(k) == "or", n.word(k) == "also":
		default:
			named = false
		}
	}
}

// subject gives the end of the name that begins at token i, with the small
// words, initials, numbers and nicknames between its capitals.
func (n *nameFinder) subject(i int, s lang.Sentence) int {
	end := i + 1
	for k := i + 1; k < min(s.Last, i+14); k++ {
		t := &n.l.Toks[k]
		switch {
		case t.Is(lang.Cap), t.Is(lang.Roman):
			end = k + 1
		case n.l.Rune(k) == '.' && n.l.Is(k-1, lang.Initial), n.l.Rune(k) == '.' && t.Is(lang.Glued) && n.l.Is(k-1, lang.Cap) && k-end < 1 && k+1 < s.Last && n.l.Is(k+1, lang.Lower) && k > i+1:
			end = k + 1
		case n.glued(k, '-'), n.l.Rune(k) == '&', t.Is(lang.Glued) && (n.l.Rune(k) == '\'' || n.l.Rune(k) == '’'), t.Is(lang.OpenQuote), t.Is(lang.CloseQuote), n.l.Rune(k) == '"':
		case t.Is(lang.Lower) && t.Is(lang.Glued) && n.glued(k-1, '-'): // Kalateh-ye Mirza
		case t.Is(lang.Lower) && (n.l.Has(k, n.particle) || n.l.Has(k, n.orgOf) || t.End-t.Start <= 4 && n.l.Plays(k, n.r.smallJoin)) && k+1 < s.Last:
		default:
			return end
		}
	}
	return end
}

// asides passes a bracket or a phrase between commas behind a name; born tells
// that it holds the days of a life.
func (n *nameFinder) asides(k int, s lang.Sentence) (int, bool) {
	born := false
	if n.l.Rune(k) == '(' {
		years, months := 0, 0
		j := k + 1
		for ; j < min(s.Last, k+50) && n.l.Rune(j) != ')'; j++ {
			switch {
			case n.l.Plays(j, n.r.born) || n.word(j) == "b" && n.l.Rune(j+1) == '.':
				born = true
			case n.month != 0 && n.l.Has(j, n.month):
				months++
			case n.l.Is(j, lang.Year):
				years++
			}
		}
		if j >= s.Last || n.l.Rune(j) != ')' {
			return k, false
		}
		born = born || years == 2 && months == 2
		k = j + 1
	}
	if n.l.Rune(k) == ',' {
		for j := k + 1; j < min(s.Last, k+18); j++ {
			if n.l.Rune(j) == ',' {
				if n.l.Plays(j+1, n.r.copula) {
					k = j + 1
				}
				if n.word(k) != "" && k == j+1 {
					break
				}
			}
		}
	}
	return k, born
}

// proposeTold proposes the name [start, end) as what a common noun says it is.
func (n *nameFinder) proposeTold(value string, start, end, score int) {
	one := end == start+1
	head := false
	for k := start; k < end; k++ {
		head = head || n.l.Has(k, n.orgHead) && n.l.Is(k, lang.Cap) && !n.isGiven(element{start: k, end: k + 1})
	}
	if n.l.Has(start, n.funcWord) && (one || !n.isGiven(element{start: start, end: start + 1})) {
		return
	}
	if n.natAdj != 0 && n.l.Has(start, n.natAdj) && one {
		return
	}
	c := candidate{start: start, end: end, score: score, rule: "told"}
	switch value {
	case "person":
		for c.start+1 < end && n.title != 0 && n.l.Has(c.start, n.title) && !n.isGiven(element{start: c.start, end: c.start + 1}) {
			c.start++
			if n.glued(c.start, '.') {
				c.start++
			}
		}
		if head || end-c.start > 9 || n.l.Has(c.start, n.title) && c.start+1 == end || n.l.Has(c.start, n.common) && one || n.l.Has(c.start, n.office) && one {
			return
		}
		c.class = lang.PersonChunk
		_, c.gender = n.givenOf(element{start: c.start, end: c.start + 1})
	case "place":
		if head && !n.l.Has(end-1, n.placeHead) || one && n.l.Has(start, n.common) {
			return
		}
		c.class = lang.PlaceChunk
	case "org":
		if one && (n.l.Has(start, n.common) || n.l.Has(start, n.orgHead) || n.acroStop != 0 && n.l.Has(start, n.acroStop)) {
			return
		}
		c.class = lang.OrgChunk
	}
	n.propose(c)
}

// toldBehind reads "X, a Norwegian painter" at the comma i; what X is begins at
// token noun.
func (n *nameFinder) toldBehind(i, noun int, s lang.Sentence) {
	start := i
	for start > s.First && i-start < 6 && !n.taken[start-1] && (n.l.Is(start-1, lang.Cap) && !n.l.Has(start-1, n.funcWord) || n.glued(start-1, '-') && start-1 > s.First) {
		start--
	}
	if start == i || !n.l.Is(start, lang.Cap) {
		return
	}
	value := n.isaValue(noun, s)
	if value == "" || value == "nothing" && i-start == 1 {
		return
	}
	before := start > s.First && (n.l.Is(start-1, lang.Lower) || start-1 == s.First) && n.placePrep != 0 && n.l.Has(start-1, n.placePrep) // In Vandrel, the mayor
	if value != "place" && before || value == "nothing" {
		return
	}
	score := scoreModel + 4
	if i-start > 1 {
		score = scoreKnown - 6
	}
	n.proposeTold(value, start, i, score)
}

// kindOfPlace reads "the river Drena" at its noun.
func (n *nameFinder) kindOfPlace(i int, s lang.Sentence) {
	ch, ok := n.l.Chunk(i, n.isa)
	if !ok || int(ch.End) != i+1 || n.l.Entry(ch).Value != "place" || n.l.Has(i, n.kindNoun) {
		return
	}
	k := i + 1
	e := element{start: k, end: k + 1}
	if n.taken[k] || n.l.Is(k, lang.Upper) || n.isGiven(e) || n.l.Has(k, n.gazGroup) || n.l.Has(k, n.moreGroup) || n.l.Has(k, n.funcWord) || n.l.Has(k, n.natAdj) || n.l.Has(k, n.common) || n.l.Has(k, n.orgHead) || n.l.Has(k, n.title) || n.l.Has(k, n.office) || n.l.Has(k, n.eventHead) {
		return
	}
	els := n.run(k, min(s.Last, k+6))
	if len(els) == 0 || len(els) > 3 {
		return
	}
	n.propose(candidate{class: lang.PlaceChunk, start: k, end: els[len(els)-1].end, score: scoreKnown - 6, rule: "told"})
}
