package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// toldBodies proposes English bodies that no list has by what is said of them:
// "Vandrel said it would appeal", "Vandrel shut nine stores", "its rival Vandrel",
// "Doctors for Clean Rivers", "with The Slow Kettles", "for the Keles Leader".
func (n *nameFinder) toldBodies(s lang.Sentence) {
	end := s.First
	for x, at := range n.caps {
		i, m := int(at), n.marks[x]
		if m&(capTaken|capHyphen) != 0 || i < end {
			continue
		}
		if n.l.Plays(i, n.r.the) {
			n.withArticle(i, s)
			continue
		}
		if m&capInside != 0 || n.l.Plays(i, n.r.campaigners) && n.campaign(i, s) || m&capSmall != 0 {
			continue
		}
		for end = i + 1; end < s.Last && end-i < 5 && n.beside(end, s); end++ {
		}
		n.bodyBySaying(i, end, s)
	}
}

// bodyBySaying proposes a bare name by a verb whose subject a body is.
func (n *nameFinder) bodyBySaying(i, end int, s lang.Sentence) {
	score := 0
	switch {
	case end >= s.Last:
	case i > s.First && n.l.Plays(i-1, n.r.the) && !n.bandPlural(i):
		if end-i <= 3 && i > s.First+2 && n.paperOf(i, end, s) {
			score = scoreKnown
		}
	case end-i <= 3 && n.speaksOfIt(end, s), end-i <= 2 && n.shutsPlants(end, s), n.l.Rune(end) == ',' && n.runsThem(end+1, s), end == i+1 && (n.putsInOffice(end, s) || n.saysInPaper(end, s)):
		score = scoreModel + 6
	case end == i+1 && i > s.First+2 && n.l.Plays(i-1, n.r.the) && n.bandPlural(i) && n.l.Plays(i-2, n.r.and) && n.endsAt(i-2) == lang.OrgChunk:
		score = scoreContext + 6 // the Hells Angels and the Vandrels
	case i > s.First+1 && n.l.Plays(i-1, n.r.ownedOf) && n.word(i-2) == "its",
		i > s.First+2 && n.l.Rune(i-1) == ',' && n.l.Rune(end) == ',' && n.l.Plays(i-2, n.r.ownedOf) && n.word(i-3) == "its" && !n.l.Bits[i-2].Intersects(&n.anyOffice) && !n.isPersonNoun(i-2):
		score = scoreLegal
	}
	if score == 0 || n.l.Is(i, lang.Upper) || n.ask(askSurname, end-1, end) {
		return
	}
	for k := i; k < end; k++ {
		if n.givenEver(k) || n.l.Bits[k].Intersects(&n.anyOffice) || n.l.Bits[k].Intersects(&n.anyPeople) || n.l.Has(k, n.natAdj) || n.l.Has(k, n.surname) && k == end-1 || n.placeAt(element{start: k, end: k + 1}) && end == i+1 {
			return
		}
	}
	if end == i+1 && (!n.bareName(i, end) || n.opens(i, s) && strings.HasSuffix(n.word(i), "s") || n.wordly([]element{{start: i, end: end}})) {
		return
	}
	n.propose(candidate{class: lang.OrgChunk, start: i, end: end, score: score, rule: "deed"})
}

// isPersonNoun reports whether the common noun at token i says what a person is.
func (n *nameFinder) isPersonNoun(i int) bool {
	v, _, ok := n.l.Value(i, n.isa)
	return ok && v == "person"
}

// speaksOfIt reports whether a verb of saying at token k goes on with what the
// speaker itself does or has: "said it would", "said its profit".
func (n *nameFinder) speaksOfIt(k int, s lang.Sentence) bool {
	if n.say == 0 || !n.l.Has(k, n.say) || !n.l.Is(k, lang.Lower) {
		return false
	}
	k = n.l.ChunkEnd(k, n.say)
	if n.word(k) == "that" || n.l.Has(k, n.p.know.lists.weekday) {
		k++
	}
	if n.word(k) == "on" && n.l.Has(k+1, n.p.know.lists.weekday) {
		k += 2
	}
	if n.word(k) == "that" {
		k++
	}
	if k+1 >= s.Last {
		return false
	}
	return n.word(k) == "its" || n.l.Plays(k, n.r.it) && (n.l.Plays(k+1, n.r.haveVerb) || n.l.Plays(k+1, n.r.willVerb) || n.l.Plays(k+1, n.r.plansTo))
}

// saysInPaper reports whether a verb of saying at token k goes on with what bodies speak
// by: "said in a regulatory filing", "said in its annual report".
func (n *nameFinder) saysInPaper(k int, s lang.Sentence) bool {
	if n.say == 0 || !n.l.Has(k, n.say) || !n.l.Is(k, lang.Lower) {
		return false
	}
	if k = n.l.ChunkEnd(k, n.say); n.l.Has(k, n.p.know.lists.weekday) {
		k++
	}
	if !n.l.Plays(k, n.r.in) || n.word(k+1) != "a" && n.word(k+1) != "an" && n.word(k+1) != "its" {
		return false
	}
	for j := k + 2; j < min(s.Last, k+5); j++ {
		if n.l.Plays(j, n.r.bodyPaper) {
			return true
		}
	}
	return false
}

// runsThem reports whether a clause at token k tells what a firm makes or runs:
// ", which owns them".
func (n *nameFinder) runsThem(k int, s lang.Sentence) bool {
	return k+1 < s.Last && n.word(k) == "which" && n.l.Plays(k+1, n.r.firmVerb)
}

// putsInOffice reports whether somebody is put into an office from token k on, which
// bodies do: "has named Ana Vandrel chief".
func (n *nameFinder) putsInOffice(k int, s lang.Sentence) bool {
	if n.l.Plays(k, n.r.haveVerb) {
		k++
	}
	return k+2 < s.Last && n.l.Plays(k, n.r.chooses) && n.l.Is(k, lang.Lower) && n.beside(k+1, s) && n.isGiven(element{start: k + 1, end: k + 2}) && n.beside(k+2, s)
}

// shutsPlants reports whether a verb of what firms do stands at token k and what
// only firms have behind it: "shut nine stores".
func (n *nameFinder) shutsPlants(k int, s lang.Sentence) bool {
	if n.l.Plays(k, n.r.willVerb) && n.l.Has(k+1, lang.Lower) && n.word(k+2) == "its" {
		return n.l.Plays(k+3, n.r.plants) || n.l.Plays(k+4, n.r.plants)
	}
	if !n.l.Plays(k, n.r.firmDid) && !n.l.Plays(k, n.r.firmVerb) && !n.l.Plays(k, n.r.notAsPerson) || !n.l.Is(k, lang.Lower) {
		return false
	}
	for j := k + 1; j < min(s.Last, k+6); j++ {
		if n.l.Plays(j, n.r.plants) {
			return true
		}
		if n.l.Is(j, lang.Cap) || !n.l.Is(j, lang.Word) && !n.l.Is(j, lang.Number) {
			return false
		}
	}
	return false
}

// paperOf reports whether one writes or works for the name behind "the", or it is
// joined to such a body: "writes for the Keles Leader and the Western People".
func (n *nameFinder) paperOf(i, end int, s lang.Sentence) bool {
	if !n.clauseEnds(end, s) || n.l.Has(end-1, n.orgHead) && end == i+1 || n.l.Has(end-1, n.placeHead) || n.placeAt(element{start: end - 1, end: end}) {
		return false
	}
	if n.l.Plays(i-2, n.r.forWhat) {
		return n.l.Plays(i-3, n.r.worksFor)
	}
	return n.l.Plays(i-2, n.r.and) && end-i == 2 && n.endsAt(i-2) == lang.OrgChunk
}

// campaign proposes a body of people told by what they are for or against: Doctors
// for Clean Rivers, Mothers Against Mines, Friends of the Vandrel.
func (n *nameFinder) campaign(i int, s lang.Sentence) bool {
	k := i + 1
	for k < i+3 && n.l.Plays(k, n.r.campaigners) && n.l.Is(k, lang.Cap) {
		k++
	}
	if k+1 >= s.Last || !n.l.Plays(k, n.r.forAgainstIt) && !(n.l.Plays(k, n.r.of) && n.l.Plays(i, n.r.friendly)) {
		return false
	}
	of := n.l.Plays(k, n.r.of)
	if k++; n.l.Plays(k, n.r.the) {
		k++
	} else if of && n.opens(i, s) {
		return false // Friends of Vandrel said so
	}
	if !n.beside(k, s) || n.l.Bits[k].Intersects(&n.anyOffice) && !n.l.Has(k, n.common) {
		return false
	}
	end := k
	for end < s.Last && end-k < 4 && n.beside(end, s) {
		end++
	}
	if !of && n.opens(i, s) && !n.topical(k) && !n.l.Bits[end-1].Intersects(&n.anyCommon) && n.l.Is(k-1, lang.Lower) {
		return false // Lawyers for Vandrel said so
	}
	n.propose(candidate{class: lang.OrgChunk, start: i, end: n.coordinated(end, s), score: scoreLegal + 4, rule: "campaign"})
	return true
}

// withArticle proposes a band or a paper with its own article inside a sentence,
// where its last word is a plural, and one by what it plays: "with The Slow
// Kettles", "The Salt Merchants played".
func (n *nameFinder) withArticle(i int, s lang.Sentence) {
	end := i + 1
	for end < s.Last && end-i < 5 && n.beside(end, s) {
		end++
	}
	if end == i+1 || n.placeChunk(i+1) > 0 || n.placeChunk(i) > 0 || !n.bandPlural(end-1) {
		return
	}
	for k := i + 1; k < end; k++ {
		if n.l.Bits[k].Intersects(&n.anyOffice) || n.l.Bits[k].Intersects(&n.anyPeople) || n.l.Has(k, n.natAdj) || n.l.Has(k, n.orgHead) || n.l.Is(k, lang.Upper) {
			return
		}
	}
	switch {
	case n.opens(i, s):
		if end > i+2 && n.l.Plays(end, n.r.playsMusic) {
			n.propose(candidate{class: lang.OrgChunk, start: i, end: end, score: scoreLegal, rule: "band"})
		}
	case n.l.Is(i-1, lang.Lower) && n.beforeBand(i-1):
		n.propose(candidate{class: lang.OrgChunk, start: i, end: end, score: scoreLegal, rule: "band"})
	}
}

// beforeBand reports whether one sings, plays or goes with, by or for whom the word
// at token k leads in.
func (n *nameFinder) beforeBand(k int) bool {
	return n.l.Plays(k, n.r.orgAfter) || n.l.Plays(k, n.r.forWhat) || n.l.Plays(k, n.r.by) || n.word(k) == "with" || n.word(k) == "featuring"
}

// bandPlural reports whether token i is a plural that names no office, instrument,
// event or people.
func (n *nameFinder) bandPlural(i int) bool {
	w := n.word(i)
	if len(w) < 4 || !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss") {
		return false
	}
	return !n.l.Has(i, n.eventHead) && !n.l.Has(i, n.instrument) && !n.l.Has(i, n.groupNoun) && !n.l.Has(i, n.placeHead) && !n.l.Has(i, n.given)
}
