package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// unlistedNames proposes English names of which no list has a word, by the words
// beside them: "shares of Vandrel", "studied at Vandrel", "marched on Vandrel",
// "killed by Vandrel", "the Vandrel news agency", "Vandrel's shareholders".
func (n *nameFinder) unlistedNames(s lang.Sentence) {
	end := s.First
	for x, at := range n.caps {
		i, m := int(at), n.marks[x]
		if m&capHyphen != 0 && i > s.First+1 {
			n.forOrAgainst(i)
			continue
		}
		if m&(capTaken|capInside|capSmall) != 0 || i < end {
			continue
		}
		end = i + 1
		for end < s.Last && (n.beside(end, s) && end-i < 5 || n.glued(end, '-') && n.l.Has(end+1, lang.Glued)) {
			end++
		}
		for end+2 < s.Last && n.l.Plays(end, n.r.arabicArticle) && n.glued(end+1, '-') && n.beside(end+2, s) && end-i < 5 {
			end += 3 // Maghawir al-Thawra
		}
		for n.glued(end-1, '-') && end-1 > i {
			end--
		}
		if end == i+1 && n.ask(askOwn, i, end) {
			continue // the echo of a firm
		}
		if n.clubOfTown(i, end, s) || n.areasJoined(i, end) {
			continue
		}
		if n.l.Has(i, lang.NumberChunk) || !n.bareName(i, end) {
			continue
		}
		if c := n.nameByWords(i, end, s); c.score > 0 {
			n.propose(c)
		}
	}
}

// bareName reports whether no word of [i, end) stands in a list of names,
// titles, heads or common words.
func (n *nameFinder) bareName(i, end int) bool {
	for k := i; k < end; k++ {
		if !n.l.Is(k, lang.Cap) {
			continue
		}
		if n.l.Is(k, lang.Upper) || n.orgEnd != 0 && n.l.Has(k, n.orgEnd) || n.l.Is(k, lang.Initial) && n.glued(k+1, '.') || n.l.Bits[k].Intersects(&n.anyCommon) || n.l.Bits[k].Intersects(&n.anyName) {
			return false
		}
	}
	return true
}

// besideWords is a bare name with what stands beside it.
type besideWords struct {
	i, end   int
	s        lang.Sentence
	first    element // its first word
	prev     string  // the word before it, "" at the head of a sentence
	at       int     // where that word stands
	two      int     // where the word before it stands, -1 for none
	after    int     // behind its "'s"
	one      bool    // it is one word
	owns     bool    // "'s" stands behind it
	personal bool    // a word of it is a name of persons
}

// nameByWords weighs a bare name by its neighbours: the first that tells what it is
// decides. What looks personal is no place and no body by the words of the later
// steps.
func (n *nameFinder) nameByWords(i, end int, s lang.Sentence) candidate {
	w := n.wordsBeside(i, end, s)
	class, score := n.byWordBefore(&w)
	if class == lang.NoClass {
		class, score = n.byWordBehind(&w)
	}
	if class == lang.NoClass {
		class, score = n.whereOneWorks(&w)
	}
	if class == lang.NoClass && !w.personal {
		class, score = n.byWayThere(&w)
	}
	if class == lang.NoClass && !w.personal {
		class, score = n.byDoing(&w)
	}
	return candidate{class: class, start: i, end: end, score: score, rule: "beside"}
}

// wordsBeside gathers what stands around the words [i, end) that no list has.
func (n *nameFinder) wordsBeside(i, end int, s lang.Sentence) besideWords {
	w := besideWords{i: i, end: end, s: s, first: element{start: i, end: i + 1}, two: -1, after: end, one: end == i+1}
	at := i - 1
	if n.l.Rune(at) == '>' && at > s.First {
		at-- // a line of a mail that is quoted
	}
	w.at = at
	if at >= s.First {
		w.prev = n.word(at)
	}
	if at-1 >= s.First {
		w.two = at - 1
	}
	last := element{start: end - 1, end: end}
	surname, _ := n.surnameEnding(last)
	w.personal = surname || n.isGiven(w.first) || n.surname != 0 && n.l.Has(end-1, n.surname) || n.clanName(last)
	w.owns = (n.glued(end, '\'') || n.glued(end, '’')) && n.word(end+1) == "s"
	if w.owns {
		w.after = end + 2
	}
	return w
}

// byWordBefore weighs a name by the preposition before it and whom or what that
// goes with.
func (n *nameFinder) byWordBefore(w *besideWords) (lang.Class, int) {
	i, end, s, prev, two, one := w.i, w.end, w.s, w.prev, w.two, w.one
	behindPerson := func() bool { return n.endsAt(i-1) == lang.PersonChunk }
	switch {
	case (prev == "with" || prev == "at" || prev == "for" || prev == "from" || prev == "to") && n.l.Plays(two, n.r.clubSpell) && end-i <= 2:
		return lang.OrgChunk, scoreModel + 4 // a spell at Vandrel Nikel
	case prev == "the" && one && w.personal && n.l.Plays(two, n.r.alongRiver) && !n.l.Plays(i-3, n.r.beVerb) && n.clauseEnds(end, s), (prev == "of" || prev == "at" || prev == "near") && one && w.personal && n.townOfLand(w):
		return lang.PlaceChunk, scoreContext + 18 // barges down the Vandrelson, the mills of Vandrelson, North Carolina
	case n.kinNamed(w):
		return lang.PersonChunk, scoreContext
	case w.owns && one && n.l.Plays(w.after, n.r.ofPerson), one && prev != "" && n.leadsToPerson(i-1, end):
		return lang.PersonChunk, scoreContext - 2
	case one && !w.personal && n.pairFound(i, end, s):
		n.propose(candidate{class: lang.PersonChunk, start: end + 1, end: end + 2, score: scoreContext, rule: "beside"})
		return lang.PersonChunk, scoreContext
	case prev == "as" && end-i <= 2 && behindPerson():
		return lang.PersonChunk, scoreContext
	case prev == "of" && !one && end-i <= 3 && i-3 >= s.First && n.l.Is(i-3, lang.Cap) && behindPerson() && !n.isGiven(w.first) && !n.holdsOffice(i-2, s):
		return lang.OrgChunk, scoreKnown + 8 // Gene Brandel of Thask Vandrel
	case prev == "from" && n.l.Plays(two, n.r.boughtFrom) && end-i <= 3 && !n.isGiven(w.first):
		return lang.OrgChunk, scoreModel + 4
	case prev == "from" && !one && n.endsAt(w.at) == lang.PersonChunk && !n.l.Has(i, n.given):
		return lang.OrgChunk, scoreKnown + 8 // Phil Brandel from Vandrel Lang Thask
	case prev == "at" && one && !w.owns && n.l.Plays(two, n.r.happensAt):
		return lang.PlaceChunk, scoreModel // landing at Vandrelsky
	case prev == "of" && one && i-3 >= s.First && n.l.Is(i-3, lang.Cap) && behindPerson() && !n.holdsOffice(i-2, s),
		prev == "from" && one && behindPerson(), prev == "at" && one && n.l.Plays(two, n.r.studiedAt):
		return lang.OrgChunk, scoreContext + 4
	case prev == "the" && one && n.l.Plays(end, n.r.ofLeader) && !n.l.Is(end, lang.Cap) && !n.p.know.endings.openerEnd.end(n.word(i), 2):
		return lang.PersonChunk, scoreContext
	}
	return lang.NoClass, 0
}

// byWordBehind weighs a name by the noun or the verb behind it: what is owned, what
// a firm does, a noun that says what it is.
func (n *nameFinder) byWordBehind(w *besideWords) (lang.Class, int) {
	i, end, prev, one := w.i, w.end, w.prev, w.one
	switch {
	case one && !w.owns && n.word(end+1) == "its" && n.l.Has(end, lang.Lower) && (n.l.Plays(end, n.r.firmVerb) || n.l.Plays(end, n.r.firmDid) || strings.HasSuffix(n.word(end), "ed")):
		return lang.OrgChunk, scoreContext
	case w.owns && !w.personal && n.l.Plays(w.after, n.r.townOwn) && n.l.Is(w.after, lang.Lower) && !(one && n.opens(i, w.s) && n.likeWord(i)):
		return lang.PlaceChunk, scoreContext + 10 // Vandrel's mayor
	case prev == "the" && !w.owns && !w.personal && n.ofTown(end):
		return lang.PlaceChunk, scoreContext // the Vandrel city council
	case n.sendsOne(w):
		return lang.OrgChunk, scoreContext + 4
	case n.l.Plays(w.after, n.r.owned) && !w.personal && (w.owns || prev == "the" || one && !n.opens(i, w.s)):
		return lang.OrgChunk, scoreContext + 8
	case n.kindNoun != 0 && !w.owns && (prev == "the" || prev == "its" || prev == "s") && n.l.Has(end, n.kindNoun) && n.kindIsBody(end):
		return lang.OrgChunk, scoreModel + 4
	case prev == "the" && !w.owns && n.l.Has(end, lang.Lower) && n.l.Plays(end, n.r.areaNoun) && !n.p.know.endings.openerEnd.end(n.word(i), 2):
		return lang.PlaceChunk, scoreContext
	case n.l.Plays(end, n.r.firmVerb) && !w.personal && one && !strings.HasSuffix(n.word(i), "s") && !n.wordly([]element{w.first}) && (n.opens(i, w.s) || prev == "and" || prev == ","):
		return lang.OrgChunk, scoreContext - 2
	}
	return lang.NoClass, 0
}

// ofTown reports whether what belongs to a town stands at token i: city council, town hall.
func (n *nameFinder) ofTown(i int) bool {
	switch n.word(i) {
	case "city", "town", "municipal":
		return n.l.Plays(i+1, n.r.townBody) && n.l.Is(i, lang.Lower) && n.l.Is(i+1, lang.Lower)
	}
	return false
}

// whereOneWorks weighs a name behind words for what firms have and for whom one
// works. A score of 0 refuses what looks like a person there.
func (n *nameFinder) whereOneWorks(w *besideWords) (lang.Class, int) {
	prev, two := w.prev, w.two
	switch {
	case (prev == "of" || prev == "in") && n.l.Plays(two, n.r.ownedOf), prev == "by" && n.l.Plays(two, n.r.doneByFirm), prev == "for" && n.l.Plays(two, n.r.worksFor) && !(w.one && n.isGiven(w.first)), (prev == "at" || prev == "from") && n.l.Plays(two, n.r.staff) && !w.personal:
		if !w.personal || w.one {
			return lang.OrgChunk, scoreModel
		}
		if prev != "for" || n.isGiven(w.first) {
			return lang.OrgChunk, 0
		}
		return lang.OrgChunk, scoreKnown + 8 // he worked for Massey Harris
	case prev == "at" && w.one && n.l.Plays(two, n.r.staff) && !n.isGiven(w.first):
		return lang.OrgChunk, scoreModel // analysts at Bernstein
	case prev == "at" && w.one && !w.personal && n.workedThere(w.at-1, w.s):
		return lang.OrgChunk, scoreContext + 4 // worked for ten years at Vandrel
	}
	return lang.NoClass, 0
}

// byWayThere weighs a name by how one comes there, what lies there and what is
// given to it.
func (n *nameFinder) byWayThere(w *besideWords) (lang.Class, int) {
	i, end, s, prev, two, one := w.i, w.end, w.s, w.prev, w.two, w.one
	switch {
	case one && n.l.Rune(end) == ',' && n.lieThere(end+1, s) && !n.opens(i, s), n.townOfLand(w), one && prev == "from" && n.l.Plays(end, n.r.to) && n.beside(end+1, s) && n.bareName(end+1, end+2) && n.clauseEnds(end+2, s):
		return lang.PlaceChunk, scoreContext
	case prev == "of" && one && n.l.Plays(two, n.r.officialOf):
		return lang.OrgChunk, scoreContext
	case prev == "at" && n.l.Plays(two, n.r.studiedAt):
		return lang.OrgChunk, scoreContext + 4
	case prev == "to" && !one && n.wonBy(two, s):
		return lang.PersonChunk, scoreContext + 6
	case (prev == "to" || prev == "from" || prev == "on" || prev == "into") && n.l.Plays(two, n.r.moves), prev == "to" && n.word(two) == "back" && n.l.Plays(i-3, n.r.moves):
		return lang.PlaceChunk, scoreContext + 6
	case prev == "the" && one && n.word(two) == "of" && n.l.Plays(i-3, n.r.riverPart) && n.clauseEnds(end, s):
		return lang.PlaceChunk, scoreContext // the banks of the Vandrel
	case prev == "the" && one && (n.l.Plays(two, n.r.alongRiver) || i-3 >= s.First && n.l.Plays(i-3, n.r.areaNoun) && two >= 0 && (n.l.Plays(two, n.r.on) || n.l.Has(two, n.placePrep)) || (n.word(two) == "on" || n.word(two) == "at" || n.word(two) == "into") && n.l.Plays(i-3, n.r.liesVerb)) && n.clauseEnds(end, s):
		return lang.PlaceChunk, scoreContext - 5
	case prev == "from" && n.l.Plays(two, n.r.comesFrom):
		return lang.PlaceChunk, scoreContext + 4
	case prev == "to" && n.endsAt(i-1) == lang.PlaceChunk:
		return lang.PlaceChunk, scoreContext + 6
	case prev == "to" && one && n.clauseEnds(end, s) && !n.l.Plays(two, n.r.toSomebody):
		return lang.PlaceChunk, scoreContext - 5
	case prev == "from" && one && n.clauseEnds(end, s) && !n.l.Plays(two, n.r.fromSomebody):
		return lang.PlaceChunk, scoreContext - 5
	case one && !n.opens(i, s) && n.p.know.endings.placeEnd.end(n.word(i), 2):
		return lang.PlaceChunk, scoreContext - 5
	case prev == "at" && (one || n.l.Is(end-1, lang.Glued)), prev != "" && n.l.Plays(i-1, n.r.throughPlace) && one:
		return lang.PlaceChunk, scoreContext - 2
	}
	return lang.NoClass, 0
}

// byDoing weighs a name by what is done: by somebody, behind the opener of a
// clause, governed by a verb.
func (n *nameFinder) byDoing(w *besideWords) (lang.Class, int) {
	i, end, s, prev, two, one := w.i, w.end, w.s, w.prev, w.two, w.one
	switch {
	case prev == "," && one && n.doesAsPerson(end) && n.l.Is(s.First, lang.Cap) && n.placePrep != 0 && n.l.Has(s.First, n.placePrep):
		return lang.PersonChunk, scoreContext - 4
	case prev == "by" && one && (strings.HasSuffix(n.word(two), "ed") || strings.HasSuffix(n.word(two), "en") || n.l.Plays(two, n.r.doneBySomebody)):
		return lang.PersonChunk, scoreContext - 4
	case one && prev != "" && n.l.Plays(i-1, n.r.clauseOpener) && (n.doesAsPerson(end) || n.cue != 0 && n.l.Has(end, n.cue)):
		return lang.PersonChunk, scoreContext - 3
	case !n.opens(i, s) && end-i <= 2 && n.governed(two, i-1) != lang.NoClass:
		class := n.governed(two, i-1)
		if class == lang.OrgChunk && !one {
			return class, scoreModel
		}
		return class, scoreContext - 3
	case (end-i == 2 || end-i == 3 && (n.doesAsPerson(end) || n.say != 0 && n.l.Has(end, n.say))) && prev == "" && n.l.Has(end, lang.Lower) && n.speaksOfOne(i, end):
		return lang.PersonChunk, scoreContext - 3
	}
	return lang.NoClass, 0
}

// clauseEnds reports whether nothing of a noun or a clause follows at token i.
func (n *nameFinder) clauseEnds(i int, s lang.Sentence) bool {
	if i >= s.Last {
		return true
	}
	switch n.l.Rune(i) {
	case '.', ',', ';', '!', '?', ')':
		return true
	}
	return n.l.Plays(i, n.r.clauseEnds)
}

// speaksOfOne reports whether two bare words at the head of a sentence have
// the shape of a person's name rather than of a common noun and a name.
func (n *nameFinder) speaksOfOne(i, end int) bool {
	if n.p.know.endings.openerEnd.end(n.word(i), -1) {
		return false
	}
	last := n.word(end - 1)
	return !strings.HasSuffix(last, "s") && !n.wordly([]element{{start: i, end: i + 1}, {start: end - 1, end: end}}) && n.word(end) != "is" && n.word(end) != "are" && n.word(end) != "were"
}

// kindIsBody reports whether the noun at token i says that what stands before it
// is a body.
func (n *nameFinder) kindIsBody(i int) bool {
	v, _, ok := n.l.Value(i, n.kindNoun)
	return ok && v == "org"
}

// wonBy reports whether at token k something that is won goes to somebody:
// "Second place went to Ana Lopez".
func (n *nameFinder) wonBy(k int, s lang.Sentence) bool {
	if k < s.First {
		return false
	}
	if w := n.word(k); w != "went" && w != "goes" && w != "go" {
		return false
	}
	won := n.p.know.lists.wonThing
	for i := k - 1; i >= max(s.First, k-8); i-- {
		if n.l.Has(i, won) {
			return true
		}
		if n.l.Rune(i) == ';' {
			return false
		}
	}
	return false
}
