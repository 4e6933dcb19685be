package reader

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// person weighs one segment.
func (n *nameFinder) person(els []element, s lang.Sentence, titled, shouting bool) {
	for len(els) > 0 && (els[0].particle || n.tooCommonToOpen(els, s, titled) || n.tag == "kk" && len(els) > 1 && attributiveKK(n.l.Fold(els[0].end-1))) {
		els = els[1:]
	}
	for n.tag == "ru" && !shouting && len(els) > 2 && !els[0].initial && n.l.Toks[els[0].start].Is(lang.Upper) && els[0].end == els[0].start+1 && !n.l.Toks[els[1].start].Is(lang.Upper) && !els[1].particle && n.l.Toks[els[0].start].End-n.l.Toks[els[0].start].Start <= 10 {
		els = els[1:] // министр САР | Валид Муаллем
	}
	if n.tag == "ru" && len(els) > 0 && n.patronOf(els[0].start, s) {
		return // храм Святого Георгия
	}
	for len(els) > 0 && els[len(els)-1].initial && len(els) > 3 {
		els = els[:len(els)-1]
	}
	if n.tag == "en" && !shouting {
		els = n.withoutHonours(els)
	}
	if len(els) == 0 {
		return
	}
	if n.tag != "en" && n.twoScripts(els) {
		return // Норвежская Equinor
	}
	if n.tag == "en" && n.townBehind(els, s) {
		els = els[:len(els)-1]
	}
	words, initials, common, acronyms := 0, 0, 0, 0
	for x, e := range els {
		switch {
		case e.initial:
			initials++
		case e.particle:
		default:
			words++
			if n.l.Has(e.start, n.common) || n.l.Has(e.start, n.eventHead) || n.l.Has(e.start, n.orgHead) || n.l.Has(e.start, n.placeHead) {
				if n.tag != "en" || x == 0 || x+1 < len(els) || !n.l.Has(e.start, n.surname) || !n.isGiven(els[0]) && !n.unknownFirst(els, s) { // Tom Ridge, Condi Rice
					common++
				}
			}
			if t := &n.l.Toks[e.start]; t.Is(lang.Upper) && !shouting && !(n.tag == "kk" && x > 0 && t.Is(lang.Roman)) { // Абдалла II
				acronyms++
			}
		}
	}
	if words == 0 || common == words && !titled {
		return
	}
	first, last := els[0], els[len(els)-1]
	if n.tag == "en" && !titled && n.namesDeal(last.start) {
		return
	}
	if n.tag == "en" && (n.firmLike(els, s, shouting) || len(els) > 1 && n.camel(last.start)) {
		return
	}
	if n.tag == "kk" && !titled && n.relational(first.start) && !n.isGiven(first) {
		return // Мемлекеттік Эрмитаж
	}
	for _, e := range els {
		if !e.initial && !e.particle {
			first = e
			break
		}
	}
	given, gender := n.givenOf(first)
	if n.tag == "ru" && initials == 0 && n.latinAlone(els, titled) {
		return // сообщает Agence France-Presse, представитель Philips
	}
	if n.tag == "ru" && !given && initials == 0 && (n.bodyGoesOn(last, s) || n.nameOfThing(els, s, shouting)) {
		return
	}
	gw := n.givenWord != 0 && n.l.Has(first.start, n.givenWord)
	if !given && n.tag != "en" && words > 1 && !last.initial { // Сапаров Нурлан
		if !last.particle {
			given, gender = n.givenOf(last)
		}
		if !given && len(els) > 2 {
			given, gender = n.givenOf(els[1])
		}
	}
	end, endGender := n.surnameEnding(last)
	if !end && len(els) > 1 && n.tag != "en" {
		end, endGender = n.surnameEnding(first)
	}
	if n.surname != 0 && (n.l.Has(last.start, n.surname) || n.l.Has(first.start, n.surname)) {
		end = true
	}
	if gender == 0 {
		gender = endGender
	}
	if gw && words == 3 && initials == 0 && n.tag == "en" && len(els) == 3 && n.isGiven(els[1]) && !n.l.Has(els[1].start, n.givenWord) { // Odd Arne Lund
		given, gw = true, false
		if n.l.Has(first.start, n.placeHead) || n.l.Has(first.start, n.common) {
			common--
		}
	}
	c := candidate{class: lang.PersonChunk, start: els[0].start, end: els[len(els)-1].end, gender: gender, rule: "person"}
	switch {
	case words == 1 && initials == 0:
		c.score = n.single(first, s, titled, given && !gw, end)
	case given && !gw:
		c.score = scorePerson + 6
	case initials > 0 && acronyms == 0:
		c.score = scorePerson
	case titled && common == 0, n.tag == "ru" && words > 1 && common+acronyms == 0 && n.namedNext(els, s):
		c.score = scorePerson - 4
		if n.tag == "en" && words > 1 && !n.opens(els[0].start, s) { // a place may open it: the singer Paris Lindgren
			c.score = scoreKnown
		}
	case n.tag == "en" && len(els) == 2 && n.placeAt(first) && n.rowOfPersons(els, s):
		c.score = scoreKnown + 4
	case gw:
		c.score = 56
		if n.tag == "en" && n.wordGiven(els, s, common) {
			c.score = scoreKnown + 4
		}
	case n.eastern(first) && len(els) <= 4:
		c.score = 60
	case n.personal(els, s):
		c.score = 50
		if words > 1 && common == 0 { // a place may be the last of them
			c.score = scoreKnown
		}
	default:
		if n.tag == "en" && els[0].start > s.First+1 && n.word(els[0].start-1) == "for" && n.titledAt(els[0].start-1) {
			return // Director-General for Pandemic Influenza
		}
		if n.tag == "en" && (n.wordly(els) || words > 1 && n.p.know.isEnding("superlative", n.word(first.start)) || els[0].start > s.First && (n.l.Plays(els[0].start-1, n.r.makesWork) || n.word(els[0].start-1) == "of" && n.endsAt(els[0].start-1) == lang.PersonChunk) || last.end == last.start+1 && n.l.Toks[last.start].End-n.l.Toks[last.start].Start == 1) {
			return
		}
		c.score = 41
		if n.tag == "en" && n.opens(els[0].start, s) {
			c.score = 34
		}
		if n.tag != "en" && (n.opens(els[0].start, s) && !end && !n.didSomething(els) || n.l.Toks[els[0].start].Is(lang.Latin)) {
			return // the model may know better
		}
	}
	if words+initials > 1 {
		if end {
			c.score += 12
		}
		if titled {
			c.score += 4
		}
		c.score -= 14*common + 16*acronyms
		if n.afterArticle(els[0].start) {
			c.score -= 24
		}
		if len(els) > 5 {
			c.score -= 10 * (len(els) - 5)
		}
	}
	if n.tag == "en" && c.end < s.Last && n.glued(c.end, '.') && words > 1 {
		if w := n.l.Fold(c.end - 1); w == "jr" || w == "sr" {
			c.end++
		}
	}
	n.propose(c)
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
		if i >= len(n.l.Toks) || n.l.Toks[i].Is(lang.Word) && !n.caseEnding(i) && !n.l.Toks[i].Is(lang.Cap) || n.caseEnding(els[0].start) || n.relational(els[0].start) || n.relational(els[1].start) || pluralKK(n.l.Fold(els[0].start)) || genitiveKK(n.l.Fold(els[0].start)) {
			return false
		}
	}
	for _, e := range els {
		if e.initial || e.particle || n.tag == "ru" && n.adjective(e.start) || !n.l.Toks[e.start].Is(lang.Cyrillic) || n.placeAt(e) || n.l.Toks[e.start].Is(lang.Upper) {
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
	if len(els) > 1 && !shouting && n.l.Toks[last.start].Is(lang.Upper) && last.end == last.start+1 && n.adjective(els[len(els)-2].start) {
		return true
	}
	if !n.adjective(last.start) || last.end >= s.Last || !n.l.Toks[last.end].Is(lang.Lower) {
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

// single weighs a name of one word: alone it needs more.
func (n *nameFinder) single(e element, s lang.Sentence, titled, given, surnameEnd bool) int {
	if n.tag != "en" && !titled && n.month != 0 && n.l.Has(e.start, n.month) {
		return 0 // Август, Май at the head of a line
	}
	if n.tag == "en" && !titled && !given && n.besideAge(e.start-1, s) {
		return 0 // the Old Mill
	}
	if n.tag == "en" && !titled && !given && !surnameEnd && e.start > s.First+1 && n.word(e.start-1) == "of" && n.titledAt(e.start-1) {
		return 0 // the Chief Executive of Vandrel
	}
	if n.tag == "en" && !titled && n.actsAsPerson(e.start, s) && n.placeAt(e) {
		return scoreContext
	}
	if n.l.Toks[e.start].Is(lang.Upper) && n.addressed(e.start) {
		return scorePerson
	}
	if n.tag == "en" && n.l.Plays(e.end, n.r.ofLeader) && n.l.Has(e.end, lang.Lower) && n.afterArticle(e.start) {
		if v, _, ok := n.l.Value(e.start, n.surname); ok && v == "known" {
			return 62 // the Bush administration
		}
	}
	if n.l.Has(e.start, n.common) || n.l.Has(e.start, n.orgHead) || n.l.Has(e.start, n.eventHead) || n.placeAt(e) && !(given && n.tag == "en" && n.l.Has(e.start, n.given) && !n.country(e.start)) || n.l.Has(e.start, n.placeHead) || n.l.Toks[e.start].Is(lang.Upper) {
		return 0
	}
	if !titled && (n.afterArticle(e.start) || n.tag == "ru" && n.adjective(e.start) && !(given && n.givenTwice(e.start)) && !(surnameEnd && n.surnameWith(e, s))) {
		return 0
	}
	if n.tag == "ru" && titled && !given && !surnameEnd && n.bodyTitle(e.start) && !(e.end < s.Last && n.l.Toks[e.end].Is(lang.Cap)) {
		return 0 // «глава Минсвязи»: the model may know better
	}
	if n.tag == "ru" && titled && !given && e.end < s.Last && n.l.Toks[e.end].Is(lang.Lower) && (n.l.Has(e.end, n.office) || n.l.Has(e.end, n.title)) && n.titledAt(n.spanEnd(e.end)) {
		return 0 // секретарь Патриархии протоиерей Иоанн
	}
	if n.tag == "kk" && !titled && n.fieldBefore(e.end) {
		return 0 // Әділет министрі
	}
	if n.tag == "kk" && n.relational(e.start) && !n.givenAsWritten(e.start) {
		return 0 // Азаматтық қорғау механизмі
	}
	if n.sharesNoun(e.start, s) {
		return 0
	}
	if titled && n.tag == "ru" && (n.seatOf(e) || n.qualifies(e, s)) {
		return 0
	}
	opens := n.opens(e.start, s)
	if n.tag == "kk" && opens && n.event != 0 && n.l.Has(e.end, n.event) && n.l.Toks[e.end].Is(lang.Lower) {
		return 0 // Бейбіт келіссөздер
	}
	if n.tag == "en" {
		if score := n.loneName(e, s, opens, given); score != 0 {
			return score
		}
	}
	if n.tag == "en" && e.end > e.start+2 && n.l.Fold(e.start) == "al" && !n.afterArticle(e.start) {
		return 50 // Al-Zawahiri
	}
	v, _, _ := n.l.Value(e.start, n.surname)
	switch {
	case titled && !opens && n.tag == "en" && n.peopleAndNoun(e, given || surnameEnd):
		return 0 // the Siberian Thrush
	case titled && !opens:
		return scorePerson - 8
	case n.surname != 0 && v == "known":
		return 62
	case given && !opens:
		return 48
	case given && n.livesOn(e, s) && n.tag == "en":
		return 48
	case given && n.tag != "en":
		if ch, ok := n.l.Chunk(e.start, n.given); ok && n.isForm(n.l.Entry(ch), e) {
			return 48
		}
		return 0
	case surnameEnd && v != "first" && !opens && utf8.RuneCountInString(n.l.Slice(e.start, e.end)) >= 6:
		return 44
	case n.tag == "en" && (!opens && (n.spoken(e) || n.cue != 0 && n.l.Has(e.end, n.cue)) || n.clanName(e) || n.livesOn(e, s)):
		return scoreContext
	}
	return 0
}

// fieldBefore reports whether a Kazakh office in small letters at token i
// possesses the word before it: «Әділет вице-министрі».
func (n *nameFinder) fieldBefore(i int) bool {
	ch, ok := n.l.Chunk(i, n.office)
	if n.office == 0 || !ok || !n.l.Has(i, lang.Lower) {
		return false
	}
	w := n.l.Fold(int(ch.End) - 1)
	return strings.HasSuffix(w, "і") || strings.HasSuffix(w, "ы")
}

// bodyTitle reports whether the noun right before token i wants its body
// after it: the head of what, whose spokesman.
func (n *nameFinder) bodyTitle(i int) bool {
	class := n.p.class("titleofbody")
	return class != 0 && i > 0 && n.l.Has(i-1, class)
}

// spoken reports whether a verb of saying stands beside a name.
func (n *nameFinder) spoken(e element) bool {
	return n.say != 0 && (n.l.Has(e.end, n.say) || e.start > 0 && n.l.Has(e.start-1, n.say))
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
	if e.end > e.start+2 && n.l.Toks[e.end-1].Is(lang.Lower) {
		return true
	}
	w := n.l.Fold(e.start)
	if n.p.know.hasEnding("wordend", w, -1) {
		return true
	}
	return n.adjective(e.start)
}

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
	if utf8.RuneCountInString(w) >= 5 {
		for _, x := range n.p.know.wordEndings("surnameend", w) {
			if strings.HasSuffix(w, x.ending) && len(w) > len(x.ending)+4 {
				return true, x.gender
			}
		}
	}
	n.l.SetTrait(e.end-1, traitSurname, false)
	return false, 0
}
