package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// townDeeds proposes the English place [i, end) at the head of a clause by what a town
// or a region is or does there: "Stara Orrena has a population of 9,000", "Vandrel will
// host the games". What persons and firms may do as well, as to welcome guests, says nothing.
func (n *nameFinder) townDeeds(i, end int, s lang.Sentence) {
	plain := end
	if end = n.townGoesOn(end, s); n.glued(end, '-') && n.l.Is(end+1, lang.Cap) && n.l.Is(end+1, lang.Glued) {
		end += 2 // Vel-Orrena
	}
	if end+1 >= s.Last || end-i > 5 || !n.l.Is(end, lang.Lower) {
		return
	}
	is := n.isAsTown(end, s)
	if !is && !n.hostsAsTown(end, s) && !n.counts(end, s) || n.isGiven(element{start: i, end: i + 1}) || !n.headsClause(i, s) || n.camelCased(i) {
		return
	}
	score := 0
	switch {
	case is:
		if n.bareTown(n.behindLand(i), end) {
			score = scoreLegal
		}
	case n.likeTown(i, end) && !n.ask(askNamed, end-1, end) && !n.ask(askOwn, i, end) && !n.ask(askPart, end-1, end):
		score = scoreModel
	}
	if score > 0 && end > plain {
		score = scoreLegal + 4 // it is more than the word before "de"
	}
	if score > 0 && !(end == i+1 && n.opens(i, s) && n.likeWord(i)) {
		n.propose(candidate{class: lang.PlaceChunk, start: i, end: end, score: score, rule: "deed"})
	}
}

// likeWord reports whether a word whose capital may be that of its place in the sentence
// ends as ordinary words do, or is one: Organisers, Wetland.
func (n *nameFinder) likeWord(i int) bool {
	w := n.word(i)
	return len(w) < 4 || strings.HasSuffix(w, "s") || n.p.know.endings.openerEnd.end(w, 2) || n.wordly([]element{{start: i, end: i + 1}}) || !n.loneCapital(element{start: i, end: i + 1})
}

// behindLand gives the token of a name behind the word of places that may open it at
// token i: Stara | Orrena, Ciudad | Brava.
func (n *nameFinder) behindLand(i int) int {
	if n.placePre != 0 && n.l.Has(i, n.placePre) && n.l.Is(i+1, lang.Cap) && !n.l.Has(i, n.title) {
		return i + 1
	}
	return i
}

// likeTown reports whether the words of a name are in no list but that of the words that
// open names of places, and do not end as surnames do.
func (n *nameFinder) likeTown(i, end int) bool {
	k := n.behindLand(i)
	if !n.bareName(k, end) || n.likePerson(k, end) {
		return false
	}
	surname, _ := n.surnameEnding(element{start: end - 1, end: end})
	return k > i || !surname && !n.clanName(element{start: end - 1, end: end}) && !(n.surname != 0 && n.l.Has(end-1, n.surname))
}

// townGoesOn gives where a name goes on behind token end by a small word of foreign names
// of places: San Orrelo | de Marra, Kelden | im Orrtal, Rio | do Quelmo.
func (n *nameFinder) townGoesOn(end int, s lang.Sentence) int {
	for end+1 < s.Last && n.l.Is(end, lang.Lower) && n.l.Plays(end, n.r.townParticle) {
		k := end + 1
		if n.l.Plays(k, n.r.townParticle) && n.l.Is(k, lang.Lower) {
			k++ // de la
		}
		if k >= s.Last || !n.l.Is(k, lang.Cap) || n.l.Is(k, lang.Glued) || n.taken[k] || n.l.Has(k, n.month) || n.country(k) || n.l.Bits[k].Intersects(&n.anyOffice) {
			return end
		}
		end = k + 1
	}
	return end
}

// headsClause reports whether the name at token i may be the subject of its clause: it
// opens the sentence or stands behind its opening phrase, a word that opens clauses or
// the day.
func (n *nameFinder) headsClause(i int, s lang.Sentence) bool {
	switch {
	case i == s.First:
		return true
	case n.l.Rune(i-1) == ',':
		return i > s.First+1 && !n.l.Is(i-2, lang.Cap) && n.endsAt(i-1) == lang.NoClass || len(n.p.covering(lang.DateChunk, i-2)) > 0
	case n.titledAt(i):
		return false
	}
	return n.l.Plays(i-1, n.r.clauseOpener) || len(n.p.covering(lang.DateChunk, i-1)) > 0
}

// camelCased reports whether a word has a capital inside, as firms have: ZenDrix.
func (n *nameFinder) camelCased(i int) bool {
	w := n.l.Slice(i, i+1)
	_, size := utf8.DecodeRuneInString(w)
	for _, r := range w[size:] {
		if unicode.IsUpper(r) {
			return true
		}
	}
	return false
}

// isAsTown reports whether what begins at token k is said of places only: "has a
// population of", "is home to", "lies 40 kilometres north", "has been without power",
// "is twinned with", "elected a new mayor".
func (n *nameFinder) isAsTown(k int, s lang.Sentence) bool {
	switch n.word(k) {
	case "has", "had":
		return n.word(k+1) == "a" && (n.word(k+2) == "population" || n.word(k+3) == "population") ||
			n.word(k+1) == "been" && n.word(k+2) == "without" && n.l.Plays(k+3, n.r.townSupply)
	case "is", "was", "remains":
		return n.word(k+1) == "home" && n.l.Plays(k+2, n.r.to) || n.word(k+1) == "twinned" && n.word(k+2) == "with" ||
			n.word(k+1) == "without" && n.l.Plays(k+2, n.r.townSupply)
	case "lies", "lay":
		return (n.l.Is(k+1, lang.Number) || n.l.Has(k+1, lang.NumberChunk)) && k+3 < s.Last && n.sideOrBehind(k+2, s)
	case "elects", "elected":
		for at := k + 2; at < min(s.Last, k+5); at++ {
			if w := n.word(at); n.l.Plays(at, n.r.townOwn) || w == "governor" || w == "council" {
				return n.word(k+1) == "a" || n.word(k+1) == "its"
			}
		}
	case "signed":
		return n.word(k+1) == "a" && (n.word(k+2) == "twinning" || n.word(k+2) == "twin")
	}
	return false
}

// sideOrBehind reports whether how far something lies goes on at token k with the side
// of the world or with what it lies from: kilometres | north of, miles | from.
func (n *nameFinder) sideOrBehind(k int, s lang.Sentence) bool {
	for ; k < s.Last && n.l.Is(k, lang.Lower); k++ {
		if n.l.Plays(k, n.r.direction) {
			return true
		}
		switch n.word(k) {
		case "from", "off", "inland", "upstream", "downstream":
			return true
		}
	}
	return false
}

// hostsAsTown reports whether the verb at token k gives a great event its place: "will
// host the summit", "is hosting the World Cup", "was chosen to host the games". Dinners,
// talks, guests and shows have persons and firms for hosts.
func (n *nameFinder) hostsAsTown(k int, s lang.Sentence) bool {
	switch n.word(k) {
	case "will", "would", "has", "had", "is", "was":
		if k++; n.word(k) == "be" || n.word(k) == "been" {
			k++
		}
	}
	if n.l.Plays(k, n.r.chosenHost) {
		if k++; n.word(k) == "as" {
			if k++; n.l.Plays(k, n.r.the) {
				k++
			}
			return n.word(k) == "host" || n.word(k) == "venue"
		}
		if !n.l.Plays(k, n.r.to) {
			return false
		}
		k++
	}
	switch n.word(k) {
	case "also", "again", "recently", "once":
		k++
	case "the":
		return n.word(k+1) == "venue" && (n.word(k+2) == "of" || n.word(k+2) == "for") || n.word(k+1) == "host" && n.word(k+2) == "city"
	}
	if k >= s.Last || !n.l.Is(k, lang.Lower) || !n.l.Has(k, n.p.know.lists.hostVerb) {
		return false
	}
	return n.greatEvent(k+1, s)
}

// greatEvent reports whether the noun phrase at token k ends on an event to which a town
// gives its place: an international | festival of folk music, but not the festival director.
func (n *nameFinder) greatEvent(k int, s lang.Sentence) bool {
	for first, end := k, min(s.Last, k+9); k < end; k++ {
		if n.l.Plays(k, n.r.greatEvent) && n.phraseEnds(k+1, s) {
			return true
		}
		if !n.l.Is(k, lang.Word) && !n.l.Is(k, lang.Number) || k > first && n.l.Has(k, n.funcWord) || n.l.Plays(k, n.r.of) || n.l.Plays(k, n.r.and) {
			return false
		}
	}
	return false
}

// phraseEnds reports whether no further noun stands at token k: festival | in May, games
// | twice.
func (n *nameFinder) phraseEnds(k int, s lang.Sentence) bool {
	if n.clauseEnds(k, s) || !n.l.Is(k, lang.Word) || n.l.Has(k, n.funcWord) || n.l.Has(k, n.placePrep) || n.l.Has(k, lang.DateChunk) || n.l.Plays(k, n.r.of) {
		return true
	}
	switch n.word(k) {
	case "twice", "again", "last", "next", "this", "every", "for", "from", "on", "with":
		return true
	}
	return false
}

// counts reports whether cases, deaths or births are counted at token k, as authorities
// do for where they are: "recorded 30 cases".
func (n *nameFinder) counts(k int, s lang.Sentence) bool {
	if w := n.word(k); w == "has" || w == "had" {
		k++
	}
	if w := n.word(k); w != "recorded" && w != "registered" || !n.l.Is(k+1, lang.Number) && !n.l.Has(k+1, lang.NumberChunk) {
		return false
	}
	for at := k + 2; at < min(s.Last, k+6) && n.l.Is(at, lang.Lower); at++ {
		switch n.word(at) {
		case "cases", "deaths", "births", "infections":
			return true
		}
	}
	return false
}

// townsGoOn lets the places of the sentence go on over a small word of foreign names: in
// San Orrelo | de Marra. Behind "by" and "with" and with a given name or a surname in it a
// person's name may.
func (n *nameFinder) townsGoOn(s lang.Sentence) {
	for k := range n.cands {
		c := &n.cands[k]
		if c.class != lang.PlaceChunk || len(c.known) == 2 || c.end+1 >= s.Last || !n.l.Plays(c.end, n.r.townParticle) || n.country(c.start) || n.isGiven(element{start: c.start, end: c.start + 1}) {
			continue
		}
		if c.start == s.First && n.behindLand(c.start) == c.start {
			continue
		}
		if c.start > s.First {
			switch n.word(c.start - 1) {
			case "by", "with", "and":
				continue
			}
			if n.titledAt(c.start) {
				continue
			}
		}
		end := n.townGoesOn(c.end, s)
		if end > c.end && !n.glued(end, '\'') && !n.glued(end, '’') && !(n.surname != 0 && n.l.Has(end-1, n.surname) && n.behindLand(c.start) == c.start) {
			c.end, c.known, c.name = end, "", ""
			c.score += 4
		}
	}
}

// fled reports whether the name that ends at end is what somebody fled: "Thousands fled |
// Vandrel on Monday".
func (n *nameFinder) fled(i, end int, s lang.Sentence) bool {
	if i < s.First+2 || !n.l.Is(i-1, lang.Lower) {
		return false
	}
	switch n.word(i - 1) {
	case "fled", "fleeing":
		return (n.clauseEnds(end, s) || n.l.Has(end, lang.DateChunk) || n.l.Has(end, n.placePrep) || n.l.Plays(end, n.r.on)) && n.likeTown(i, end)
	}
	return false
}
