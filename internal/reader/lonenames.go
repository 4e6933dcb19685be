package reader

import (
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// withoutHonours leaves out the letters behind an English name: Alison Crane QC.
func (n *nameFinder) withoutHonours(els []element) []element {
	for len(els) > 2 && n.isGiven(els[0]) {
		e := els[len(els)-1]
		if !n.l.Is(e.start, lang.Upper) || n.l.Is(e.start, lang.Roman) || n.l.Toks[e.start].End-n.l.Toks[e.start].Start > 4 || n.l.Is(els[0].start, lang.Upper) {
			break
		}
		els = els[:len(els)-1]
	}
	return els
}

// wordGiven reports whether a given name that is also a word or a place opens
// a person's name: Jack London, Austin Butler, but not Georgia Tech.
func (n *nameFinder) wordGiven(els []element, s lang.Sentence, common int) bool {
	last := els[len(els)-1]
	if len(els) < 2 || common > 0 || n.afterArticle(els[0].start) || n.l.Has(els[1].start, n.funcWord) {
		return false
	}
	known := n.l.Has(last.start, n.surname) || n.clanName(last)
	if end, _ := n.surnameEnding(last); end || n.isGiven(last) || n.l.Plays(els[0].start, n.r.alwaysGiven) && !n.country(last.start) {
		known = true
	}
	if first := els[0].start; !known && first > s.First && n.placePrep != 0 && n.l.Has(first-1, n.placePrep) && !n.l.Plays(first-1, n.r.and) && !n.titledAt(first) {
		return false // near Abu Kamal
	}
	if !n.placeAt(els[0]) {
		return known || !n.placeAt(last) && !n.wordly(els[1:])
	}
	return known || n.personal(els, s) || n.placeNamedPerson(els, s)
}

// twoGiven reports whether two given names, of which the first is a place too,
// stand together where no preposition leads to a place: Mary John.
func (n *nameFinder) twoGiven(els []element, s lang.Sentence) bool {
	if len(els) != 2 || els[1].initial || els[1].particle || !n.l.Has(els[0].start, n.given) || !n.l.Has(els[1].start, n.given) || n.placeAt(els[1]) || n.afterArticle(els[0].start) {
		return false
	}
	return els[0].start == s.First || n.placePrep == 0 || !n.l.Has(els[0].start-1, n.placePrep) || n.l.Plays(els[0].start-1, n.r.and)
}

// placeNamedPerson reports whether a known place is the given name of the
// person that els name: Paris Hilton, Chelsea Handler, Brooklyn Decker.
func (n *nameFinder) placeNamedPerson(els []element, s lang.Sentence) bool {
	if n.twoGiven(els, s) {
		return true
	}
	if len(els) < 2 || els[1].particle || els[1].initial || n.afterArticle(els[0].start) {
		return false
	}
	e := els[1]
	if n.l.Has(e.start, n.common) || n.l.Has(e.start, n.orgHead) || n.l.Has(e.start, n.placeHead) || n.l.Has(e.start, n.eventHead) || n.l.Is(e.start, lang.Upper) || n.placeAt(e) || n.isGiven(e) && !n.l.Has(e.start, n.surname) || n.l.Has(e.start, n.natAdj) || n.l.Has(e.start, n.title) || n.l.Has(e.start, n.office) || n.l.Has(e.start, n.orgEnd) {
		return false
	}
	if len(els) > 2 || n.orgKnown != 0 && n.l.Has(els[0].start, n.orgKnown) && !n.isGiven(els[0]) {
		return false
	}
	if els[0].start > s.First && n.placePrep != 0 && n.l.Has(els[0].start-1, n.placePrep) && !n.isGiven(els[0]) {
		return false
	}
	if n.isGiven(els[0]) {
		return !strings.HasSuffix(n.word(e.start), "s") && !n.wordly(els[1:2]) || n.l.Has(e.start, n.surname)
	}
	return n.l.Has(e.start, n.surname) && !n.eastern(e) || n.clanName(e) || n.rowOfPersons(els, s)
}

// rowOfPersons reports whether a town's name with a word of no list behind it
// stands between persons: "Giorgio Vandrel, Nile Thask and Ann Berg".
func (n *nameFinder) rowOfPersons(els []element, s lang.Sentence) bool {
	i, end := els[0].start-1, els[len(els)-1].end
	if i <= s.First || end+1 >= s.Last || n.country(els[0].start) && !n.l.Has(els[0].start, n.givenWord) || !n.joins(i) || !n.bareName(els[1].start, els[1].end) || n.endsAt(i) != lang.PersonChunk {
		return false
	}
	return n.clauseEnds(end, s) || n.joins(end) && n.isGiven(element{start: end + 1, end: end + 2})
}

// personBefore reports whether a given name and a noun for places that is a
// surname too name a person: Tom Ridge, Rosa Parks.
func (n *nameFinder) personBefore(start, i int, s lang.Sentence) bool {
	e := element{start: start, end: start + 1}
	return n.l.Has(i, n.surname) && n.isGiven(e) && !n.placeAt(e) && !n.afterArticle(start) && (!n.l.Has(start, n.givenWord) || n.titledAt(start)) && (i+1 >= s.Last || !n.l.Is(i+1, lang.Cap)) &&
		(start == s.First || !n.l.Is(start-1, lang.Lower) || !n.l.Has(start-1, n.placePrep))
}

// kindGoesOn takes the other members of a list of places told by their kind:
// "the villages of Almor, Behn and Corva".
func (n *nameFinder) kindGoesOn(k int, s lang.Sentence) {
	for k+1 < s.Last {
		last := false
		switch {
		case n.l.Rune(k) == ',' && n.l.Plays(k+1, n.r.and):
			k, last = k+2, true
		case n.l.Rune(k) == ',':
			k++
		case n.l.Plays(k, n.r.and) || n.l.Plays(k, n.r.or):
			k, last = k+1, true
		default:
			return
		}
		if k >= s.Last || !n.l.Is(k, lang.Cap) || n.taken[k] || n.l.Has(k, n.funcWord) || n.l.Has(k, n.title) || n.l.Has(k, n.orgHead) {
			return
		}
		els := n.run(k, min(s.Last, k+5))
		if len(els) == 0 || len(els) > 3 {
			return
		}
		end := els[len(els)-1].end
		if !last && end < s.Last && n.l.Rune(end) != ',' && !n.l.Plays(end, n.r.and) {
			return
		}
		n.propose(candidate{class: lang.PlaceChunk, start: k, end: end, score: scorePlace, rule: "listed"})
		if last {
			return
		}
		k = end
	}
}

// opensLongName reports whether token k opens a known place or a body's own
// word of several: the New York Stock Exchange, Duke Energy.
func (n *nameFinder) opensLongName(k int) bool {
	if end := n.placeChunk(k); end > k+1 {
		return true
	}
	if n.title != 0 && n.l.Has(k, n.title) && n.isGiven(element{start: k + 1, end: k + 2}) && n.l.Has(k+2, n.orgHead) && n.l.Has(k+2, lang.Cap) {
		if n.l.Plays(k, n.r.namedTitle) { // Kaiser Wilhelm Institute, King Abdulaziz University
			return true
		}
	}
	if n.title == 0 || !n.l.Has(k, n.title) || k+1 >= len(n.l.Toks) || !n.l.Has(k+1, n.orgHead) || !n.l.Is(k+1, lang.Cap) {
		return false
	}
	if n.l.Plays(k, n.r.firmTitle) {
		v, _, _ := n.l.Value(k+1, n.orgHead)
		return v == "last" || n.word(k+1) == "university"
	}
	return false
}

// wholeBodies reports whether "and" at k stands between two bodies that are
// each named in full: Marlow University and Temple College.
func (n *nameFinder) wholeBodies(k int, s lang.Sentence) bool {
	if n.tag != "en" || k-2 < s.First || !n.l.Has(k-1, n.orgHead) || !n.l.Is(k-2, lang.Cap) || n.l.Has(k-2, n.common) || n.l.Has(k-2, n.funcWord) {
		return false
	}
	return n.l.Plays(k-1, n.r.wholeBody)
}

// loneName weighs an English name of one word by what stands around it: a
// given name at the head of a sentence or on a line of its own, a surname of
// the lists, a word with a verb of persons behind it. 0 where nothing says so.
func (n *nameFinder) loneName(e element, s lang.Sentence, opens, given bool) int {
	if n.speakerI(e.start) {
		return -1 // I've booked it
	}
	gw := n.givenWord != 0 && n.l.Has(e.start, n.givenWord)
	line := n.l.Toks[e.start].Break || e.start == 0 || e.start == s.First && e.start > 1 && n.l.Rune(e.start-1) == ',' && n.l.Plays(e.start-2, n.r.closesLetter)
	size := utf8.RuneCountInString(n.l.Slice(e.start, e.end))
	if line && (e.end >= len(n.l.Toks) || n.l.Toks[e.end].Break || (n.l.Rune(e.end) == ',' || n.l.Rune(e.end) == ':') && (e.end+1 >= len(n.l.Toks) || n.l.Toks[e.end+1].Break)) {
		if given || gw || n.signs(e.start) { // a letter's first line or last
			return scoreModel
		}
	}
	if n.ask(askOwn, e.start, e.end) {
		return -1
	}
	if opens && gw && n.shortNamed(e) {
		return scoreContext
	}
	listed := n.surname != 0 && n.l.Has(e.start, n.surname) && !n.eastern(e)
	lower := e.end < s.Last && (n.l.Is(e.end, lang.Lower) || n.speakerI(e.end))
	if e.end < s.Last && n.l.Is(e.end, lang.Cap) && !n.speakerI(e.end) || n.l.Has(e.start, n.funcWord) {
		return 0
	}
	cue := n.cue != 0 && n.l.Has(e.end, n.cue)
	switch {
	case (given || gw) && e.end < s.Last && n.speakerI(e.end):
		return 48
	case opens && given && !gw && size > 3 && (lower || n.l.Rune(e.end) == ',' || n.glued(e.end, '\'') || n.glued(e.end, '’')):
		return 48
	case listed && (!opens || lower && size > 3 && !n.wordSurname(e) || cue):
		return 45
	case opens && cue && lower && size > 4 && !n.wordly([]element{e}) && !strings.HasSuffix(n.word(e.start), "s") && n.loneCapital(e):
		return scoreContext - 4
	case opens && lower && size > 3 && !n.wordly([]element{e}) && !strings.HasSuffix(n.word(e.start), "s") && n.loneCapital(e) && n.doesAsPerson(e.end):
		return scoreContext - 5
	}
	return 0
}

// doesAsPerson reports whether the verb at token i tells what somebody did or does.
func (n *nameFinder) doesAsPerson(i int) bool {
	if w := n.word(i); len(w) > 4 && strings.HasSuffix(w, "ed") {
		return !n.l.Plays(i, n.r.notAsPerson)
	}
	return n.l.Plays(i, n.r.doesAsPerson)
}

// wordSurname reports whether a surname of the list is an ordinary word, a
// given name or a place as well.
func (n *nameFinder) wordSurname(e element) bool {
	v, _, ok := n.l.Value(e.start, n.surname)
	return ok && v == "word"
}

// loneCapital reports whether a word has nothing of a common one: no list of
// the pack but those of names has it, and it is written with a capital alone.
func (n *nameFinder) loneCapital(e element) bool {
	return !n.l.Bits[e.start].Intersects(&n.anyCommon)
}

// signs reports whether the line before token i closes a letter: "Best regards,".
func (n *nameFinder) signs(i int) bool {
	k := i - 1
	if k > 0 && n.l.Is(k, lang.Word) {
		return n.l.Plays(k, n.r.closesLetter) && n.word(k) != "you" && (n.l.Toks[k].Break || k > 1 && n.l.Toks[k-1].Break)
	}
	if k < 1 || n.l.Rune(k) != ',' && n.l.Rune(k) != '!' {
		return false
	}
	return n.l.Plays(k-1, n.r.closesLetter)
}

// actsAsPerson reports whether a place's name that is a surname too stands
// where only a person can: "Lincoln, who", "Raleigh died".
func (n *nameFinder) actsAsPerson(i int, s lang.Sentence) bool {
	if n.saysInverted(i, s) || n.littleTownSays(i, s) {
		return true
	}
	if n.surname == 0 || !n.l.Has(i, n.surname) || i > s.First && (n.l.Has(i-1, n.placePrep) || n.l.Is(i-1, lang.Cap)) {
		return false
	}
	return n.l.Plays(i+1, n.r.actsAsPerson) || n.l.Rune(i+1) == ',' && n.l.Plays(i+2, n.r.who)
}

// saysInverted reports whether a place of the English list beyond the tables stands
// behind a quotation and its verb: "…," said Vandrel.
func (n *nameFinder) saysInverted(i int, s lang.Sentence) bool {
	if n.tag != "en" || i < s.First+3 || n.say == 0 || !n.l.Has(i-1, n.say) || !n.l.Is(i-1, lang.Lower) || n.l.Bits[i].Has(n.gazPlace) || n.placeChunk(i) != i+1 {
		return false
	}
	if n.closesQuote(i-2) || n.l.Rune(i-2) == ',' {
		return i+1 >= s.Last || n.l.Rune(i+1) == ',' || n.l.Rune(i+1) == '.'
	}
	return false
}

// littleTownSays reports whether a place of the English list beyond the tables says or
// tells something at the head of its sentence: "Vandrel told reporters", "Vandrel, who".
func (n *nameFinder) littleTownSays(i int, s lang.Sentence) bool {
	if n.tag != "en" || i != s.First || i+2 >= s.Last || n.say == 0 || n.l.Bits[i].Has(n.gazPlace) || n.placeChunk(i) != i+1 {
		return false
	}
	return n.l.Has(i+1, n.say) && n.l.Is(i+1, lang.Lower) || n.l.Rune(i+1) == ',' && n.l.Plays(i+2, n.r.who)
}

// shortName notes the word that stands for an English place or body later in
// the text: its whole name of one word, or the first of a company's.
func (n *nameFinder) shortName(e *entity, id int, short map[string]int) {
	first, rest, more := strings.Cut(e.name, " ")
	if !more {
		if _, ok := short[first]; !ok && e.known == "" {
			short[first] = id
		}
		return
	}
	if _, ok := n.ownWords[first]; ok && e.kind == read.Organization && rest != "" {
		if _, ok := short[first]; !ok {
			short[first] = id
		}
	}
}

// noteFirm remembers the first word of a company's or school's name where it
// is nothing but a name, so that it is no person's later on: Nordvik Shipping.
func (n *nameFinder) noteFirm(c candidate) {
	if n.tag != "en" || c.class != lang.OrgChunk || c.end < c.start+2 || !n.l.Is(c.start, lang.Cap) || n.l.Is(c.start, lang.Upper) {
		return
	}
	e := element{start: c.start, end: c.start + 1}
	if c.end-c.start > 6 || !n.loneCapital(e) || n.placeAt(e) || n.isGiven(e) || n.glued(c.start+1, '-') || n.l.Plays(c.start+1, n.r.of) || n.l.Plays(c.start+1, n.r.ownS) || n.l.Has(c.start, n.gazBody) || n.l.Has(c.start, n.gazGroup) || n.l.Has(c.start, n.moreGroup) || n.l.Has(c.start, n.orgKnown) && c.known != "" {
		return
	}
	w := n.l.Slice(c.start, c.start+1)
	for _, k := range n.people.list {
		for _, x := range k.words {
			if x.fold == lang.Fold(w) {
				return
			}
		}
	}
	if n.ownWords == nil {
		n.ownWords = map[string]struct{}{}
	}
	n.ownWords[w] = struct{}{}
}

// agentBefore reports whether the first of the words is a plural of people at
// the head of a sentence, with a given name behind it: Writers Brian Bendis.
func (n *nameFinder) agentBefore(els []element, from int, s lang.Sentence) bool {
	e := els[from]
	return n.opens(e.start, s) && len(els) > from+2 && strings.HasSuffix(n.word(e.start), "s") && !n.isGiven(e) && !n.l.Has(e.start, n.surname) && n.loneCapital(e)
}

// namedBefore reports whether a word ends the full name of a person the text
// has told of: Pedro de Valdivia, and later Valdivia, which is a town too.
func (n *nameFinder) namedBefore(i int, s lang.Sentence) bool {
	if i > s.First && (n.l.Has(i-1, n.placePrep) || n.l.Is(i-1, lang.Cap) && i-1 > s.First) || i+1 < s.Last && n.l.Is(i+1, lang.Cap) {
		return false
	}
	return n.ask(askNamed, i, i+1)
}

// endsName reports whether a folded word ends the full name of one of the
// forty people named last.
func (n *nameFinder) endsName(w string) bool {
	list := n.people.list
	for k := len(list) - 1; k >= max(0, len(list)-40); k-- {
		if words := list[k].words; len(words) > 1 && words[len(words)-1].fold == w {
			return true
		}
	}
	return false
}

// wordBeforeGiven reports whether an English word that is also a given name
// opens a name of three at els[x], a given name behind it: "Per Olav Lund",
// where "Per" alone is a small word.
func (n *nameFinder) wordBeforeGiven(els []element, x int) bool {
	return n.tag == "en" && n.givenWord != 0 && x+2 < len(els) && n.l.Has(els[x].start, n.givenWord) && n.l.Has(els[x].start, n.funcWord) && n.isGiven(els[x+1]) && !els[x+1].initial && !els[x+2].particle
}
