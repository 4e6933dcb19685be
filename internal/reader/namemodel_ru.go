package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// noPersonRU reports whether what the model takes for a person is none in Russian.
func (n *nameFinder) noPersonRU(e element, s lang.Sentence) bool {
	if (n.l.Is(e.start, lang.Latin) || n.l.Is(e.end-1, lang.Latin)) && !n.titledAt(e.start) {
		return true // companies, media and songs are written so far more often
	}
	if n.openBracket(e.start, e.end) || n.politeAt(e.start) || n.politeAt(e.end-1) || n.partOfCommon(e, s) {
		return true // Давид (Махарадзе; ждём | Вас; с | Вашей
	}
	for k := e.start; k < e.end; k++ {
		if presentVerb(n.l.Fold(k)) || reflexiveEnds.end(n.l.Fold(k)) {
			return true // Показывает; Разрешает | Айгуль
		}
	}
	if e.end == e.start+2 && e.start > s.First && n.l.Plays(e.start-1, n.r.patronized) && !n.isGiven(element{start: e.start, end: e.start + 1}) && !n.surnamed(element{start: e.start + 1, end: e.end}) {
		return true // иконы Божией Матери
	}
	if e.end == e.start+1 && n.loneNoName(e) || e.end > e.start+1 && n.l.Plays(e.start, n.r.patronized) && !n.isGiven(element{start: e.start, end: e.start + 1}) {
		return true // Орден Чести, Дня Победы
	}
	// Южными Курилами; епископ Брегальницкий | Иларион; церковь Святого Спаса
	return e.end > e.start+1 && (n.sideOf(e.start) || n.clergySee(e.start, s) || n.patronOf(e.start, s))
}

// reflexiveEnds are what Russian reflexive verbs end with: включается, вернулись.
var reflexiveEnds = fewEndsOf("ется", "ётся", "ится", "утся", "ются", "ятся", "лась", "лось", "лись", "ться")

// politeAt reports whether the Russian word at token i is what one is addressed with, which
// has a capital out of politeness: «мы ждём Вас».
func (n *nameFinder) politeAt(i int) bool {
	return n.l.Plays(i, n.r.politeYou) && !n.l.Is(i, lang.Upper)
}

// partOfCommon reports whether two adjectives with capitals belong to the noun in small letters
// right behind them, so that they are part of its name and no person: «император
// | Священной Римской | империи», «Вашим Наземным | соединениям».
func (n *nameFinder) partOfCommon(e element, s lang.Sentence) bool {
	if e.end != e.start+2 || e.end >= s.Last || !n.l.Is(e.end, lang.Lower) || !n.adjective(e.start) || !n.adjective(e.end-1) || n.isGiven(element{start: e.start, end: e.start + 1}) {
		return false
	}
	w := n.l.Fold(e.end)
	return agreesWith(n.l.Fold(e.start), w) && agreesWith(n.l.Fold(e.end-1), w) && !n.verbal(e.end)
}

// noPlaceRU reports whether what the model takes for a place is none in Russian.
func (n *nameFinder) noPlaceRU(e element, s lang.Sentence) bool {
	if e.start > s.First && n.personsCase(e.start-1, []element{{start: e.start, end: e.start + 1}}) {
		return true // встретился с Туром Йенсеном
	}
	if e.end > e.start+1 {
		if n.event != 0 && n.l.Has(e.start, n.event) && n.l.ChunkEnd(e.start, n.event) == e.end {
			return true // в Летней школе
		}
		for k := e.start + 1; k < e.end; k++ {
			if n.l.Is(k, lang.Lower) && n.l.Plays(k, n.r.patronized) {
				return true // Тихвинской иконы Божией Матери
			}
		}
		return false
	}
	return n.surnameLikePlace(e) || // сообщил Иванов
		n.event != 0 && n.l.Has(e.start, n.event) && !n.placeAt(e) // на Играх
}

// noBodyRU reports whether what the model takes for a body is none in Russian.
func (n *nameFinder) noBodyRU(e element, s lang.Sentence) bool {
	start := e.start
	if n.politeAt(start) || n.inIdentifier(start) || n.officeAt(start) || n.inEventName(start, s) || e.end > start+1 && n.clergySee(start, s) || n.openMarks(e) {
		return true
	}
	switch e.end - start {
	case 1:
		if n.l.Plays(start, n.r.weOrMe) && n.opens(start, s) {
			return true // «Мои бабушки уехали»
		}
		if n.l.Is(start, lang.Cap) && (n.declinedAdjective(start) || n.adjective(start) && e.end < s.Last && n.l.Is(e.end, lang.Lower) && agreesWith(n.l.Fold(start), n.l.Fold(e.end)) && !n.verbal(e.end)) {
			return true // Худжандскую декларацию, в Большом зале
		}
	case 2:
		if n.opens(start, s) && n.l.Is(start+1, lang.Lower) && n.p.know.endings.gerundEnd.end(n.l.Fold(start), 4) && n.adjective(start) && !agreesWith(n.l.Fold(start), n.l.Fold(start+1)) {
			return true // Открывая ассамблею
		}
		if w := n.l.Fold(start); n.opens(start, s) && n.l.Is(start+1, lang.Lower) && (strings.HasSuffix(w, "ые") || strings.HasSuffix(w, "ие")) {
			return true // «Сельские больницы не потеряют»
		}
		if n.l.Is(start, lang.Lower) && (n.titledAt(start) && n.manBehind(start+1) || n.surnameSeen(candidate{start: start + 1, end: e.end})) {
			return true // капитан команды | Анюков; дома Карич
		}
	case 3:
		if n.givenTwice(start) || n.particleFirst(start) || n.personTold(start) {
			return true // Аллой-Викторией, аль-Бусаиди, шведская коллега Нэсс
		}
	}
	return n.holdsClause(e) || n.manRightBehind(e, s)
}

// holdsClause reports whether a verb or a dash stands among the words, so that
// they are no one name.
func (n *nameFinder) holdsClause(e element) bool {
	for k := e.start + 1; k < e.end; k++ {
		if n.pastVerb(k) || presentVerb(n.l.Fold(k)) && n.l.Is(k, lang.Lower) {
			return true // Суд арестовал Ковалюка, кабинет сформирует Вальс
		}
		if k+1 < e.end && n.l.Is(k+1, lang.Lower) && !n.l.Is(k, lang.Glued) && isDash(n.l.Rune(k)) {
			return true // Ассамблеи – заведующая секретариатом
		}
	}
	return false
}

// manRightBehind reports whether the last of the words is the first name of a
// person whose surname follows: правительства Абдулмуслим | Рабаданов.
func (n *nameFinder) manRightBehind(e element, s lang.Sentence) bool {
	if e.end >= s.Last || !n.l.Is(e.end-1, lang.Cap) || n.l.Is(e.end-1, lang.Upper) || !n.l.Is(e.end, lang.Cap) || n.l.Is(e.end, lang.Glued) {
		return false
	}
	next := element{start: e.end, end: e.end + 1}
	surname, _ := n.surnameEnding(next)
	return surname && !n.adjective(e.end) && !n.placeAt(next)
}

// loneNoName reports whether one Russian word that is no surname names nobody: behind the
// noun of an order or a medal («Орден Чести»), or where it opens a sentence and is no
// first name as it is written («Гора не покоряется»).
func (n *nameFinder) loneNoName(e element) bool {
	if n.surnamed(e) || n.givenAsWritten(e.start) || n.titledAt(e.start) {
		return false
	}
	return e.start > 0 && n.l.Plays(e.start-1, n.r.patronized) || n.opens(e.start, n.cur) && n.p.foldAt(e.end) == "не"
}

// liesWhere reports whether one Russian word in the prepositional case stands behind «в»,
// or in the genitive behind «из», as places do and no person: «обучение в Нур-Мубараке».
func (n *nameFinder) liesWhere(start, end int) bool {
	if start == 0 || end > start+1 && !n.hyphened(start, end) || n.l.Is(start, lang.Upper) {
		return false
	}
	switch n.l.Fold(start - 1) {
	case "в", "во":
		if strings.ContainsRune("еуиоэю", lastRune(n.l.Fold(end-1))) {
			return !n.givenAsWritten(start)
		}
	}
	return n.comesFrom(start, end) || end == start+1 && n.inanimateRU(start)
}

// comesFrom reports whether one Russian word in the genitive stands behind «из» or in a
// list behind it: «гости из Ниша, Крагуевца и Подгорицы».
func (n *nameFinder) comesFrom(start, end int) bool {
	e := element{start: start, end: end}
	if !strings.ContainsRune("аяыи", lastRune(n.l.Fold(end-1))) || n.surnamed(e) || n.isGiven(e) || n.surname != 0 && n.l.Has(start, n.surname) || end < n.cur.Last && n.l.Is(end, lang.Cap) {
		return false
	}
	for k := start - 1; k > n.cur.First; k -= 2 {
		switch w := n.l.Fold(k); {
		case w == "из" || w == "близ" || w == "вблизи":
			return true
		case w != "и" && w != "," || !n.l.Is(k-1, lang.Cap):
			return false
		}
		if x := (element{start: k - 1, end: k}); !n.placeAt(x) && (n.surnamed(x) || n.isGiven(x)) { // стихи из Пушкина и Блока
			return false
		}
	}
	return false
}

// openMarks reports whether more quotation marks open among the words than close.
func (n *nameFinder) openMarks(e element) bool {
	open := 0
	for k := e.start; k < e.end; k++ {
		if r := n.l.Rune(k); r == '«' || r == '„' {
			open++
		} else if r == '»' || r == '“' {
			open--
		}
	}
	return open > 0
}
