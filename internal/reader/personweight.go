package reader

import (
	"slices"

	"shanyraq/internal/lang"
)

// personRun is a run of words weighed as the name of a person, with what was
// seen of its words.
type personRun struct {
	els              []element
	s                lang.Sentence
	titled, shouting bool
	first, last      element // first is the first word that is no initial and no particle

	words, initials  int
	common, acronyms int  // of the words: those that are nouns, those all in capitals
	given            bool // a word of it is a given name
	givenWord        bool // its first word is a given name that is a word of the language too
	surname          bool // a word of it is a surname or ends as surnames do
	gender           byte
}

// person weighs one segment.
func (n *nameFinder) person(els []element, s lang.Sentence, titled, shouting bool) {
	els = n.personWords(els, s, titled, shouting)
	if len(els) == 0 || n.tag != "en" && n.twoScripts(els) { // Норвежская Equinor
		return
	}
	r := personRun{els: els, s: s, titled: titled, shouting: shouting, first: els[0], last: els[len(els)-1]}
	n.countWords(&r)
	if n.inApposition(els, s) {
		n.propose(candidate{class: lang.PersonChunk, start: els[0].start, end: r.last.end, score: scoreLegal + 4, rule: "person"})
		return
	}
	if r.words == 0 || r.common == r.words && !titled || n.openlyOther(&r) {
		return
	}
	if n.tag == "ru" && n.calledBody(&r) {
		return
	}
	r.first = firstNamed(els)
	r.given, r.gender = n.givenOf(r.first)
	if n.tag == "ru" && n.thingOrBody(&r) {
		return
	}
	n.findNames(&r)
	if n.onlyShouted(&r) {
		return
	}
	score, ok := n.weighPerson(&r)
	if !ok {
		return
	}
	c := candidate{class: lang.PersonChunk, start: els[0].start, end: r.last.end, score: score, gender: r.gender, rule: "person"}
	if n.tag == "en" && c.end < s.Last && n.glued(c.end, '.') && r.words > 1 {
		if w := n.l.Fold(c.end - 1); w == "jr" || w == "sr" {
			c.end++
		}
	}
	n.propose(c)
}

// personWords gives those of a run of words that may be a person's name: without
// a common word that opens it, initials and honours behind it and, in English, a
// town; none where they name whom a church is called after.
func (n *nameFinder) personWords(els []element, s lang.Sentence, titled, shouting bool) []element {
	for len(els) > 0 && (els[0].particle || n.tooCommonToOpen(els, s, titled) || n.tag == "kk" && len(els) > 1 && attributiveKK(n.l.Fold(els[0].end-1))) {
		els = els[1:]
	}
	if n.tag == "kk" && len(els) > 1 && n.country(els[0].start) && n.nominativePlace(els[0].start) && n.fieldOfOfficeKK(els[len(els)-1].end) {
		return nil // деді Эстония Спорт | министрі Оле Брукк
	}
	for n.tag == "ru" && !shouting && len(els) > 2 && n.acronymOpens(els) {
		els = els[1:]
	}
	if n.tag == "ru" && len(els) > 0 && n.patronOf(els[0].start, s) {
		return nil // храм Святого Георгия
	}
	for len(els) > 3 && els[len(els)-1].initial {
		els = els[:len(els)-1]
	}
	if n.tag != "en" {
		return els
	}
	if !shouting {
		els = n.withoutHonours(els)
	}
	els = els[n.behindBodyNoun(els):]
	if len(els) > 0 && n.townBehind(els, s) {
		els = els[:len(els)-1]
	}
	return els
}

// acronymOpens reports whether an abbreviation stands before a name in other
// letters: министр САР | Валид Муаллем.
func (n *nameFinder) acronymOpens(els []element) bool {
	t := &n.l.Toks[els[0].start]
	return !els[0].initial && t.Is(lang.Upper) && els[0].end == els[0].start+1 && t.End-t.Start <= 10 && !n.l.Is(els[1].start, lang.Upper) && !els[1].particle
}

// countWords counts the words of a run by what they are.
func (n *nameFinder) countWords(r *personRun) {
	for x, e := range r.els {
		switch {
		case e.initial:
			r.initials++
		case e.particle:
		default:
			r.words++
			if n.nounInName(r, x) {
				r.common++
			}
			if t := &n.l.Toks[e.start]; t.Is(lang.Upper) && !r.shouting && !(n.tag == "kk" && x > 0 && t.Is(lang.Roman)) { // Абдалла II
				r.acronyms++
			}
		}
	}
}

// nounInName reports whether a word of a run is a noun of the language and no
// English surname behind a given name: Tom Ridge, Condi Rice.
func (n *nameFinder) nounInName(r *personRun, x int) bool {
	e := r.els[x]
	if !n.l.Has(e.start, n.common) && !n.l.Has(e.start, n.eventHead) && !n.l.Has(e.start, n.orgHead) && !n.l.Has(e.start, n.placeHead) {
		return false
	}
	if n.tag == "en" && x == 0 && len(r.els) == 2 && n.givenWord != 0 && n.l.Has(e.start, n.givenWord) && !n.l.Has(e.start, n.common) && (n.isGiven(r.els[1]) || n.l.Has(r.els[1].start, n.surname) || n.l.Plays(e.start, n.r.alwaysGiven)) {
		return false // Bill Bradford
	}
	return n.tag != "en" || x == 0 || x+1 < len(r.els) || !n.l.Has(e.start, n.surname) || !n.isGiven(r.els[0]) && !n.unknownFirst(r.els, r.s)
}

// openlyOther reports whether a run is no person by its look alone: an agreement,
// a firm, a thing called by an adjective.
func (n *nameFinder) openlyOther(r *personRun) bool {
	switch n.tag {
	case "en":
		return !r.titled && n.namesDeal(r.last.start) || n.firmLike(r.els, r.s, r.shouting) || len(r.els) > 1 && n.camel(r.last.start)
	case "ru":
		return len(r.els) == 1 && n.mixedShort(r.last.start) // ректор СмолГУ
	case "kk":
		return !r.titled && (n.relational(r.els[0].start) && !n.isGiven(r.els[0]) || n.latinPartnerKK(r.els, r.titled, r.s)) // Мемлекеттік Эрмитаж
	}
	return false
}

// firstNamed gives the first word that is no initial and no particle, the first of
// all where there is none.
func firstNamed(els []element) element {
	for _, e := range els {
		if !e.initial && !e.particle {
			return e
		}
	}
	return els[0]
}

// findNames looks among the words for a given name and a surname. Outside English
// the surname may stand first: Сапаров Нурлан.
func (n *nameFinder) findNames(r *personRun) {
	surnameFirst := n.tag != "en"
	r.givenWord = n.givenWord != 0 && n.l.Has(r.first.start, n.givenWord)
	if !r.given && surnameFirst && r.words > 1 && !r.last.initial {
		if !r.last.particle {
			r.given, r.gender = n.givenOf(r.last)
		}
		if !r.given && len(r.els) > 2 {
			r.given, r.gender = n.givenOf(r.els[1])
		}
	}
	end, gender := n.surnameEnding(r.last)
	if !end && len(r.els) > 1 && surnameFirst {
		end, gender = n.surnameEnding(r.first)
	}
	r.surname = end || n.surname != 0 && (n.l.Has(r.last.start, n.surname) || n.l.Has(r.first.start, n.surname))
	if r.gender == 0 {
		r.gender = gender
	}
	if r.givenWord && r.words == 3 && r.initials == 0 && n.tag == "en" && len(r.els) == 3 && n.isGiven(r.els[1]) && !n.l.Has(r.els[1].start, n.givenWord) { // Odd Arne Lund
		r.given, r.givenWord = true, false
		if n.l.Has(r.first.start, n.placeHead) || n.l.Has(r.first.start, n.common) {
			r.common--
		}
	}
}

// weighPerson gives the score of a run; ok is false where the model may know better.
func (n *nameFinder) weighPerson(r *personRun) (score int, ok bool) {
	alone := r.words == 1 && r.initials == 0
	switch {
	case n.tag == "en" && !alone && !r.given && !r.givenWord && r.initials == 0 && n.foundAt(r):
		return 0, false
	case alone:
		score = n.single(r.first, r.s, r.titled, r.given && !r.givenWord, r.surname)
	case r.given && !r.givenWord:
		score = scorePerson + 6
	case r.initials > 0 && r.acronyms == 0:
		score = scorePerson
	case r.titled && r.common == 0, n.tag == "ru" && r.words > 1 && r.common+r.acronyms == 0 && n.namedNext(r.els, r.s):
		score = scorePerson - 4
		if n.tag == "en" && r.words > 1 && !n.opens(r.els[0].start, r.s) { // a place may open it: the singer Paris Lindgren
			score = scoreKnown
		}
	case n.tag == "en" && (r.titled && n.virtueNamed(r) || len(r.els) == 2 && n.placeAt(r.first) && n.rowOfPersons(r.els, r.s)):
		score = scoreKnown + 4
	case r.givenWord:
		score = 56
		if n.tag == "en" && n.wordGiven(r.els, r.s, r.common) {
			score = scoreKnown + 4
		}
	case n.eastern(r.first) && len(r.els) <= 4:
		score = 60
	case n.personal(r.els, r.s):
		score = 50
		if r.words > 1 && r.common == 0 { // a place may be the last of them
			score = scoreKnown
		}
	default:
		if score, ok = n.weighUnknown(r); !ok {
			return 0, false
		}
	}
	if r.words+r.initials > 1 {
		score += n.weighShape(r)
	}
	return score, true
}

// weighUnknown weighs words that nothing says are a name of a person.
func (n *nameFinder) weighUnknown(r *personRun) (score int, ok bool) {
	opens := n.opens(r.els[0].start, r.s)
	if n.tag == "en" {
		if n.unlikelyPerson(r) {
			return 0, false
		}
		if opens && !n.opensAndActs(r) {
			return 34, true
		}
		return 41, true
	}
	if opens && !r.surname && !n.didSomething(r.els) || n.l.Is(r.els[0].start, lang.Latin) {
		return 0, false
	}
	return 41, true
}

// unlikelyPerson reports whether unknown English words are rather a thing: the
// field of an office, a work, words of the language, a letter behind them.
func (n *nameFinder) unlikelyPerson(r *personRun) bool {
	i := r.els[0].start
	if i > r.s.First+1 && n.l.Plays(i-1, n.r.forWhat) && n.titledAt(i-1) {
		return true // Director-General for Pandemic Influenza
	}
	if n.wordly(r.els) || r.words > 1 && n.p.know.endings.superlative.whole(n.word(r.first.start)) {
		return true
	}
	if i > r.s.First && (n.l.Plays(i-1, n.r.makesWork) || n.l.Plays(i-1, n.r.of) && n.endsAt(i-1) == lang.PersonChunk) {
		return true
	}
	t := &n.l.Toks[r.last.start]
	return r.last.end == r.last.start+1 && t.End-t.Start == 1
}

// weighShape gives what the shape of a name of several words adds to its score.
func (n *nameFinder) weighShape(r *personRun) int {
	score := -14*r.common - 16*r.acronyms
	if r.surname {
		score += 12
	}
	if r.titled {
		score += 4
	}
	if n.afterArticle(r.els[0].start) {
		score -= 24
	}
	if len(r.els) > 5 {
		score -= 10 * (len(r.els) - 5)
	}
	return score
}

// twoScripts reports whether a run of words has both Latin and Cyrillic ones.
func (n *nameFinder) twoScripts(els []element) bool {
	latin, cyrillic := false, false
	for _, e := range els {
		if t := &n.l.Toks[e.start]; !e.initial && !e.particle {
			latin = latin || t.Is(lang.Latin) && !t.Is(lang.Roman) && !t.Is(lang.Cyrillic)
			cyrillic = cyrillic || t.Is(lang.Cyrillic)
		}
	}
	return latin && cyrillic
}

// didSomething reports whether two unknown words that open a sentence are one
// who acts: in Russian the past tense stands right behind them («Илзе Калниня
// прибыла»), in Kazakh a word in a case («Илзе Калниня Женеваға келді»).
func (n *nameFinder) didSomething(els []element) bool {
	if len(els) != 2 {
		return false
	}
	switch i := els[1].end; n.tag {
	case "ru":
		if n.pastGender(i) == 0 {
			return false
		}
	case "kk": // the verb is far: what stands behind the name is no noun that it would qualify
		if i >= len(n.l.Toks) || n.l.Is(i, lang.Word) && !n.caseEnding(i) && !n.l.Is(i, lang.Cap) || n.caseEnding(els[0].start) || n.relational(els[0].start) || n.relational(els[1].start) || pluralKK(n.l.Fold(els[0].start)) || genitiveKK(n.l.Fold(els[0].start)) {
			return false
		}
	}
	for _, e := range els {
		if e.initial || e.particle || n.tag == "ru" && n.adjective(e.start) || !n.l.Is(e.start, lang.Cyrillic) || n.placeAt(e) || n.l.Is(e.start, lang.Upper) {
			return false
		}
		for _, c := range [...]lang.Class{n.orgHead, n.orgKnown, n.gazBody, n.event, n.instrument, n.office, n.title, n.funcWord, n.gazGroup, n.notName} {
			if c != 0 && n.l.Has(e.start, c) {
				return false
			}
		}
	}
	return true
}

// nameOfThing reports whether Russian words with capitals name a thing rather
// than a person: an adjective before an abbreviation («Камбаратинская ГЭС»),
// adjectives before the noun of an event or a body («Пятые Всемирные игры»),
// a word for a document («Подписан Договор»).
func (n *nameFinder) nameOfThing(els []element, s lang.Sentence, shouting bool) bool {
	last := els[len(els)-1]
	if n.instrument != 0 && len(els) > 1 && n.l.Has(last.start, n.instrument) {
		return true
	}
	if len(els) > 1 && !shouting && n.l.Is(last.start, lang.Upper) && last.end == last.start+1 && n.adjective(els[len(els)-2].start) {
		return true
	}
	if !n.adjective(last.start) || last.end >= s.Last || !n.l.Is(last.end, lang.Lower) {
		return false
	}
	return n.event != 0 && n.l.Has(last.end, n.event) || n.orgHead != 0 && n.l.Has(last.end, n.orgHead)
}

// personal reports whether the words around a name are such as stand only
// beside persons: an office before or after a comma, a verb of persons.
func (n *nameFinder) personal(els []element, s lang.Sentence) bool {
	start, end := els[0].start, els[len(els)-1].end
	if n.spoken(element{start: start, end: end}) {
		return true
	}
	if n.cue != 0 && (n.l.Has(end, n.cue) || n.l.Rune(end) == ',' && n.l.Has(end+1, n.cue)) {
		return true
	}
	if n.lead != 0 {
		for k := max(s.First, start-2); k < start; k++ {
			if ch, ok := n.l.Chunk(k, n.lead); ok && int(ch.End) == start {
				return true
			}
		}
	}
	if start > s.First && n.l.Rune(start-1) == ',' && n.titledAt(start-1) {
		return true
	}
	if n.l.Rune(end) == ',' {
		for k := end + 1; k < s.Last && k < end+7 && n.l.Rune(k) != ','; k++ {
			if n.l.Has(k, n.office) || n.title != 0 && n.l.Has(k, n.title) {
				return true
			}
		}
	}
	return false
}

// tooCommonToOpen reports whether the first word of a segment is no part of a
// name: a common word, capitalised for its place.
func (n *nameFinder) tooCommonToOpen(els []element, s lang.Sentence, titled bool) bool {
	e := els[0]
	if e.initial || titled {
		return false
	}
	if n.l.Has(e.start, n.funcWord) && n.funcWord != 0 {
		return !n.wordBeforeGiven(els, 0)
	}
	if n.tag == "ru" && len(els) > 1 && n.opens(e.start, s) && !n.isGiven(e) && openingAdverb(n.l.Fold(e.start)) {
		return true // Одновременно Цукерберг
	}
	if n.tag == "ru" && len(els) > 1 && n.opens(e.start, s) && e.end > e.start+2 && n.officeLike(e) {
		return true // Пресс-служба Кадырова
	}
	if n.isGiven(e) || !n.opens(e.start, s) || e.end > e.start+1 {
		return false
	}
	if n.l.Has(e.start, n.common) {
		return true
	}
	// The next words are a name by themselves: what stands before is none.
	if n.tag == "ru" && len(els) > 1 && !els[1].initial && !els[1].particle {
		first, _ := n.surnameEnding(e)
		next, _ := n.surnameEnding(els[1])
		if !first && (next || n.adjective(e.start)) && len(els) == 2 && n.common == 0 && n.officeLike(e) {
			return true
		}
	}
	if surname, _ := n.surnameEnding(e); surname || n.eastern(e) {
		return false // Ахметов Нурлан Серикович; Нгуен Ван Тхань
	}
	return n.tag != "en" && len(els) > 2 && n.isGiven(els[1]) && !els[len(els)-1].particle && !(n.tag == "ru" && n.firstOfThree(els))
}

// officeLike reports whether a word is a noun for a person or a thing rather
// than a name: of two parts joined by a hyphen with the second in small letters, or of an agent's ending.
func (n *nameFinder) officeLike(e element) bool {
	if e.end > e.start+2 && n.l.Is(e.end-1, lang.Lower) {
		return true
	}
	w := n.l.Fold(e.start)
	if n.p.know.endings.wordEnd.end(w, -1) {
		return true
	}
	return n.adjective(e.start)
}

// givenOf reports whether a word is a given name of the lists, in a form the name has, and
// of whom: 'm', 'f' or 0 for both.
func (n *nameFinder) givenOf(e element) (bool, byte) {
	for _, c := range [...]lang.Class{n.given, n.givenWord} {
		if !n.l.Has(e.start, c) { // most words
			continue
		}
		ch, _ := n.l.Chunk(e.start, c)
		if int(ch.End) > e.end {
			continue
		}
		x := n.l.Entry(ch)
		if n.tag != "en" && !n.isForm(x, e) {
			if end, _ := n.surnameEnding(e); end { // Шарипов is no form of Шарип
				continue
			}
		}
		if n.tag == "ru" && n.placeAsWritten(e) && !n.givenAsWritten(e.start) {
			continue // Перу is no case of Пер
		}
		if x.Value == "x" {
			return true, 0
		}
		if x.Value == "f" && n.tag == "ru" {
			if w := n.foldedSlice(e.start, e.end); joined(lang.Fold(bestFormOf(x, w)), w, "а") {
				return true, 'm' // Эльнур is no case of Эльнура
			}
		}
		return true, x.Value[0]
	}
	return false, 0
}

// isForm reports whether a word is, as it stands, a form of an entry.
func (n *nameFinder) isForm(x *lang.Entry, e element) bool {
	if e.end == e.start+1 {
		return slices.Contains(x.Folded(), n.l.Fold(e.start))
	}
	return slices.Contains(x.Folded(), lang.Fold(n.l.Slice(e.start, e.end)))
}

// eastern reports whether a word is a surname of those that come first.
func (n *nameFinder) eastern(e element) bool {
	v, _, ok := n.l.Value(e.start, n.surname)
	return ok && n.surname != 0 && v == "first"
}

// afterArticle reports whether an English article or the like stands before token i, as
// before no name of a person.
func (n *nameFinder) afterArticle(i int) bool {
	if n.tag != "en" || i == 0 {
		return false
	}
	return n.l.Plays(i-1, n.r.determiner)
}

// surnameEnding reports whether a word ends as surnames do, with the gender
// the ending tells.
func (n *nameFinder) surnameEnding(e element) (bool, byte) {
	if e.initial {
		return false, 0
	}
	if is, known := n.l.Trait(e.end-1, traitSurname); known && !is {
		return false, 0
	}
	w := n.l.Fold(e.end - 1)
	if atLeast(w, 5) {
		endings, last := n.p.know.endings.surnameEnd.of(w), lastBytes(w)
		for i := range endings {
			if x := &endings[i]; x.ends(w, last) && len(w) > len(x.ending)+4 {
				return true, x.gender
			}
		}
	}
	n.l.SetTrait(e.end-1, traitSurname, false)
	return false, 0
}
