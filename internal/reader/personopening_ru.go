package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// opensBefore reports whether a Russian word has its capital only because a
// sentence begins there, and what follows it is the name of a person: whose
// record it is («Рекорд Болта»), or who that is («Дизайнер Анна Линд»).
func (n *nameFinder) opensBefore(e element, s lang.Sentence) bool {
	if e.initial || e.end > e.start+1 || !n.opens(e.start, s) || n.l.Is(e.start, lang.Upper) {
		return false
	}
	if next := (element{start: e.end, end: e.end + 1}); n.l.Is(e.end, lang.Cap) && n.ordinaryOpener(e, next) && n.givenAsWritten(next.start) {
		return true
	}
	if !n.l.Plays(e.start, n.r.ownedBy) && !n.l.Plays(e.start, n.r.opensOf) && !n.l.Plays(e.start, n.r.opensWho) && !verbOfMany(n.l.Fold(e.start)) && !verbOfOne(n.l.Fold(e.start)) && !agentNoun(n.l.Fold(e.start)) {
		return false
	}
	if w := n.l.Fold(e.start); strings.HasSuffix(w, "ов") || strings.HasSuffix(w, "ев") {
		return false // «Солдатов Иван» has the stem of «солдат»
	}
	return (!n.isGiven(e) || n.bookOf(e)) && !n.l.Has(e.start, n.orgHead)
}

// bookOf reports whether a word that is a given name too is a book or a thing of the one
// named in full behind it, in the genitive: «Роман Чингиза Айтматова».
func (n *nameFinder) bookOf(e element) bool {
	next := element{start: e.end, end: e.end + 1}
	if e.end+1 >= len(n.l.Toks) || !n.l.Plays(e.start, n.r.opensOf) || !n.isGiven(next) || n.givenAsWritten(next.start) || !n.l.Is(e.end+1, lang.Cap) {
		return false
	}
	w := n.l.Fold(e.end + 1)
	return strings.HasSuffix(w, "а") || strings.HasSuffix(w, "ой") || strings.HasSuffix(w, "ого") || strings.HasSuffix(w, "я") || strings.HasSuffix(w, "ы")
}

// lettersBefore reports whether an abbreviation behind a title is the body that
// the next word's bearer speaks for or heads: «директор ЦРУ Петреус», «глава МВД
// Колокольцев». Abbreviations that open a name («ФК Спартак») are none.
func (n *nameFinder) lettersBefore(e, next element, shouting bool) bool {
	if shouting || e.initial || e.end > e.start+1 || next.initial || next.particle || !n.l.Is(e.start, lang.Upper) && !n.mixedShort(e.start) || n.l.Is(e.start, lang.Roman) || n.l.Plays(e.start, n.r.opensName) || n.l.Has(e.start, n.orgHead) {
		return false
	}
	t := &n.l.Toks[next.start]
	return t.Is(lang.Cyrillic) && n.l.Is(e.start, lang.Cyrillic) && !t.Is(lang.Upper) && !n.placeAt(e) && !n.placeAt(next) && (!n.adjective(next.start) || n.bothInstrumental(next.start)) && !n.l.Has(next.start, n.orgHead) && !n.l.Has(next.start, n.gazBody) &&
		!(n.orgKnown != 0 && n.l.Has(next.start, n.orgKnown)) && !(n.l.Has(next.start, n.funcWord) && n.funcWord != 0)
}

// ownerBefore reports whether the first of three words behind a title is the
// surname, in the genitive, of the one whom the bearer of the next two words
// serves: «адвокат Крутихина Вера Ланская», or of one the text named before:
// «адвокат Ассанжа Бальтасар Гарсон».
func (n *nameFinder) ownerBefore(els []element, titled bool) bool {
	e, next, last := els[0], els[1], els[2]
	if e.initial || next.initial || next.particle || last.initial || last.particle || n.isGiven(e) || n.isPatronymic(last) || n.placeAt(e) || n.l.Is(e.start, lang.Upper) {
		return false
	}
	w := n.l.Fold(e.end - 1)
	genitive := false
	for _, end := range [...]string{"ова", "ева", "ина", "ына", "ого", "ой", "енко", "а", "я", "ы", "и"} {
		genitive = genitive || strings.HasSuffix(w, end)
	}
	if !genitive || n.particleKin(last) {
		return false
	}
	if surname, _ := n.surnameEnding(e); surname && n.givenAsWritten(next.start) {
		return true
	}
	return titled && n.surnameSeen(candidate{start: e.start, end: e.end})
}

// ownerInFull reports whether a given name in the nominative stands behind the
// full name, in the genitive, of the one whose son or aide its bearer is: «сын
// депутата Виктора Сабурова | Артём». goesOn tells that another word of the name
// follows.
func (n *nameFinder) ownerInFull(els []element, goesOn bool) bool {
	given, surname, next := els[0], els[1], els[2]
	for _, e := range els {
		if e.initial || e.particle || e.end > e.start+1 {
			return false
		}
	}
	if !n.givenAsWritten(next.start) || !n.isGiven(given) || n.givenAsWritten(given.start) || n.isPatronymic(surname) {
		return false
	}
	w := n.l.Fold(surname.start)
	if given.start > 0 && n.l.Has(given.start-1, n.p.know.lists.kinWord) && !n.isGiven(surname) {
		return true // брат Анки Попеску | Михай
	}
	if goesOn && !n.isGiven(surname) && (strings.HasSuffix(w, "а") || strings.HasSuffix(w, "я")) {
		return true // адвокат Дэна Роуза | Мэттью Стоун
	}
	for _, end := range [...]string{"ова", "ева", "ина", "ына", "овой", "евой", "иной", "ского", "ской", "ича", "ову", "еву", "ину", "скому", "ичу", "овым", "евым", "ским", "ичем"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// particleKin reports whether a word closes a name as the words for son and
// daughter do: Айгуль Серик кызы.
func (n *nameFinder) particleKin(e element) bool {
	return n.particle != 0 && n.l.Has(e.end-1, n.particle)
}

// behindClub proposes the name, without quotation marks, that stands behind its
// noun and before the full name of one of its people, and gives the elements it
// takes: «полузащитник клуба Челси | Фрэнк Лэмпард»; 0 where there is none.
func (n *nameFinder) behindClub(els []element, s lang.Sentence) int {
	i := els[0].start - 1
	if n.tag != "ru" || len(els) < 3 || i < s.First || !n.l.Is(i, lang.Lower) || n.orgHead == 0 {
		return 0
	}
	if v, _, ok := n.l.Value(i, n.orgHead); !ok || v != "name" {
		return 0
	}
	for x, e := range els[:min(len(els)-1, 4)] {
		if e.initial || e.particle {
			return 0
		}
		if n.givenAsWritten(e.start) {
			if x == 0 || els[x+1].initial || els[x+1].particle {
				return 0
			}
			if x == 1 && n.placeAt(els[0]) { // банка Эстонии | Анна Берг: its chain has the place
				return 0
			}
			start, _ := n.adjectivesBefore(i, s) // директор | Информационного агентства Вандрел | Анна Берг
			n.propose(candidate{class: lang.OrgChunk, start: start, end: e.start, score: scoreLegal, name: n.russianHead(start, e.start), alias: n.l.Slice(i+1, e.start), rule: "head"})
			return x
		}
		if surname, _ := n.surnameEnding(e); surname || n.isGiven(e) || n.l.Is(e.start, lang.Latin) {
			return 0
		}
	}
	if x := len(els) - 2; x <= 2 && n.officeOfBody(i, s) { // капитан клуба Тоттенхэм Хотспур | Ледли Кинг
		n.propose(candidate{class: lang.OrgChunk, start: i, end: els[x].start, score: scoreLegal, name: n.russianHead(i, els[x].start), alias: n.l.Slice(i+1, els[x].start), rule: "head"})
		return x
	}
	return 0
}

// officeOfBody reports whether an office stands before the noun of a body at
// token i, with an adjective between them at most.
func (n *nameFinder) officeOfBody(i int, s lang.Sentence) bool {
	return i > s.First && n.office != 0 && (n.l.Has(i-1, n.office) || i > s.First+1 && n.l.Has(i-2, n.office) && n.l.Is(i-1, lang.Lower) && n.adjective(i-1))
}

// presentVerb reports whether a folded word is a verb of the present or future by
// an ending that no noun has: сформирует, обещают.
func presentVerb(w string) bool {
	return presentVerbEnds.end(w)
}

// presentVerbEnds are what verbs of the present end with: формирует, объявляют.
var presentVerbEnds = fewEndsOf("ирует", "ируют", "нует", "бует", "зует", "кует", "ствует", "ствуют", "вают", "вает", "щают", "щает", "ляют", "ляет", "няют", "няет")

// givenTwice reports whether a word of two parts is made of two given names:
// Анна-Мария.
func (n *nameFinder) givenTwice(i int) bool {
	return n.glued(i+1, '-') && n.isGiven(element{start: i, end: i + 1}) && n.isGiven(element{start: i + 2, end: i + 3})
}

// twoWordBody reports whether two unknown words behind a title are the body of
// the one named in full behind them: «президент Самсунг Электроникс | Кевин Ли».
// The body is proposed.
func (n *nameFinder) twoWordBody(els []element) bool {
	for _, e := range els {
		if e.initial || e.particle {
			return false
		}
	}
	if !n.givenAsWritten(els[2].start) || n.isPatronymic(els[3]) {
		return false
	}
	for _, e := range els[:2] {
		if surname, _ := n.surnameEnding(e); surname || n.isGiven(e) || n.placeAt(e) || n.eastern(e) {
			return false
		}
	}
	n.propose(candidate{class: lang.OrgChunk, start: els[0].start, end: els[1].end, score: scoreModel + 12, rule: "titled"})
	return true
}

// surnameLikePlace reports whether a word has the stem of a place of the lists,
// but is no case of it and ends as surnames do: Иванов beside Иваново.
func (n *nameFinder) surnameLikePlace(e element) bool {
	surname, _ := n.surnameEnding(e)
	return surname && !n.placeAt(e) && (n.l.Has(e.start, n.gazPlace) || n.morePlace != 0 && n.l.Has(e.start, n.morePlace))
}

// surnameWith reports whether a word behind «с», «между», «перед» or «над» is the
// instrumental of a surname in -ов or -ин and no adjective, whose noun would
// follow: «сыграет с Карякиным».
func (n *nameFinder) surnameWith(e element, s lang.Sentence) bool {
	w := n.l.Fold(e.end - 1)
	if e.start == s.First || !strings.HasSuffix(w, "иным") && !strings.HasSuffix(w, "овым") && !strings.HasSuffix(w, "евым") || !n.l.Plays(e.start-1, n.r.beforeIns) && !n.l.Plays(e.start-1, n.r.beforeInsAcc) {
		return false
	}
	return e.end >= s.Last || !n.l.Is(e.end, lang.Word) || n.l.Fold(e.end) == "и" || n.npStop != 0 && n.l.Has(e.end, n.npStop)
}

// agentNoun reports whether a folded word has the ending of Russian nouns for who
// does or studies something, and so is no name: земледелец, пчеловод, ихтиолог.
func agentNoun(w string) bool {
	if !atLeast(w, 7) {
		return false
	}
	for _, end := range [...]string{"делец", "тель", "щик", "чик", "щица", "чица", "тельница", "олог", "ограф", "овед", "овод", "атор", "ятор", "итор", "урист", "алист", "онист", "оник", "ебник", "овник", "ильник", "арник"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// givenByEnd reports whether the word that opens a sentence at token i is a given name by
// its second half, which the model took for a word of the sentence: Торекул | Бакиев.
func (n *nameFinder) givenByEnd(i int, s lang.Sentence) bool {
	if i < s.First || !n.l.Is(i, lang.Cap) || n.l.Is(i, lang.Upper) || !n.opens(i, s) || !n.p.know.endings.givenEnd.end(n.l.Fold(i), 4) {
		return false
	}
	if surname, _ := n.surnameEnding(element{start: i + 1, end: i + 2}); !surname {
		return false
	}
	return !n.placeAt(element{start: i, end: i + 1}) && !n.titledAt(i+1) && !(n.gazGroup != 0 && n.l.Has(i, n.gazGroup)) && !n.l.Has(i, n.orgHead)
}
