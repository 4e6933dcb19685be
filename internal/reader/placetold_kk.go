package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// toldPlacesKK proposes Kazakh places that no list has by their case and what stands
// behind them: «Топ Бергенге келді», «Кеношаның тұрғындары», «Министр Вальпараисода
// кездесті».
func (n *nameFinder) toldPlacesKK(s lang.Sentence) {
	near := n.has.roles.Has(n.r.nearTown)
	for _, at := range n.caps {
		i := int(at)
		if n.l.Is(i, lang.Glued) {
			continue
		}
		if near && n.l.Plays(i+1, n.r.nearTown) {
			n.nearbyKK(i, s)
		}
		e := n.townElement(i, s)
		if e.start == i && n.townToldKK(e, s) {
			n.propose(candidate{class: lang.PlaceChunk, start: e.start, end: e.end, score: scorePlace, name: n.townNameKK(e), rule: "case"})
			n.joinedTownKK(e, s)
		}
	}
}

// nearbyKK proposes the bare name at token i before the word that says beneath, along or
// around it: «Ржев түбінде қаза тапты». Somebody stands in the genitive there, «Данияр
// Омаровтың маңында», a given name or a surname is no place, and what opens a sentence may
// be a common noun: «Орман маңында өрт шықты».
func (n *nameFinder) nearbyKK(i int, s lang.Sentence) {
	e := element{start: i, end: i + 1}
	w := n.l.Fold(i)
	if !n.townWords(e) || genitiveKK(w) || looksSurname(w) || n.hasSurnameEnd(w) || n.opens(i, s) || n.titledAt(i) {
		return
	}
	if n.l.Is(i-1, lang.Cap) && !n.opens(i-1, s) || closers(n.l.Rune(i-1)) != "" {
		return
	}
	n.propose(candidate{class: lang.PlaceChunk, start: i, end: i + 1, score: scorePlace, name: n.l.Slice(i, i+1), rule: "near"})
}

// townNameKK gives the name of a told town, its words without the ending of the case:
// Лидс for «Лидстің».
func (n *nameFinder) townNameKK(e element) string {
	text := n.l.Slice(e.start, e.end)
	stem, end := townCaseKK(n.l.Fold(e.end - 1))
	for _, joined := range [...]string{"скі", "ргі", "нгі"} {
		if strings.HasSuffix(stem, joined) {
			return "" // Томскіге
		}
	}
	return strings.TrimSuffix(text, end)
}

// townElement gives the words that begin at token i as the name of one town: those that
// hyphens tie to it, and behind an opening word of foreign towns the next one, «Порт
// Элизабетте».
func (n *nameFinder) townElement(i int, s lang.Sentence) element {
	e := n.echoElement(i, s)
	if e.end == i+1 && n.l.Plays(i, n.r.townFirst) && e.end < s.Last && n.l.Is(e.end, lang.Cap) && !n.l.Is(e.end, lang.Glued) {
		e.end = n.echoElement(e.end, s).end
	}
	return e
}

// townToldKK reports whether the words of e are a town that its case tells.
func (n *nameFinder) townToldKK(e element, s lang.Sentence) bool {
	k := e.end - 1
	w := n.l.Fold(k)
	stem, end := townCaseKK(w)
	if stem == "" || !n.townWords(e) || closers(n.l.Rune(e.start-1)) != "" || n.glued(e.end, '-') || n.glued(e.start-1, '-') {
		return false
	}
	if looksSurname(stem) && !strings.HasSuffix(stem, "ин") || looksSurname(w) || n.hasSurnameEnd(stem) || n.surnameSeen(candidate{start: k, end: e.end}) {
		return false
	}
	switch end[len(end)-len("а"):] {
	case "ң":
		return n.ownsAsTown(e, s)
	case "н":
		return n.goes(e.end, n.r.goesFrom, s) && n.goalFits(e, s)
	}
	if strings.HasPrefix(end, "д") || strings.HasPrefix(end, "т") {
		return n.whereBehindNoun(e, s)
	}
	return n.goes(e.end, n.r.goesTo, s) && n.goalFits(e, s)
}

// townCaseKK parts a folded word into what may be a town and the ending of a case that
// says where, whither, whence or whose; "" where the ending does not join the word or its
// vowel is another: Дуарте is no case of Дуар.
func townCaseKK(w string) (stem, end string) {
	for k := townCasesKK.next(w, 0); k >= 0; k = townCasesKK.next(w, k+1) {
		stem, end = townCasesKK.cut(w, k)
		if atLeast(stem, 3) && joinsKK(stem, end) && vowelsMeet(stem, end) {
			return stem, end
		}
	}
	return "", ""
}

// townCasesKK are the endings of the locative, the dative, the ablative and the genitive.
var townCasesKK = fewEndsOf("ның", "нің", "дың", "дің", "тың", "тің", "дан", "ден", "тан", "тен", "нан", "нен", "да", "де", "та", "те", "ға", "ге", "қа", "ке")

// vowelsMeet reports whether an ending has the vowel that the last one of a stem asks for.
// Behind a soft sign, ё and ю either is written: Стокхольмда, Стокхольмде, Нью-Йоркте.
func vowelsMeet(stem, end string) bool {
	front := strings.ContainsAny(end, "еі")
	k := strings.LastIndexAny(stem, "аоұыуяюёәеөүіиэ")
	if k < 0 || strings.ContainsAny(stem[k:], "ьюё") || strings.HasSuffix(stem[:k], "й") {
		return true
	}
	return front == strings.ContainsAny(stem[k:], "әеөүіиэ")
}

// hasSurnameEnd reports whether a folded stem ends as surnames do: Шевченко.
func (n *nameFinder) hasSurnameEnd(stem string) bool {
	for _, end := range [...]string{"енко", "швили", "дзе", "заде", "оғлы"} {
		if strings.HasSuffix(stem, end) {
			return true
		}
	}
	return false
}

// townWords reports whether the words of e may name a town: Cyrillic words with a capital
// of which no list knows the last; of several words the first may be a name.
func (n *nameFinder) townWords(e element) bool {
	for i := e.start; i < e.end; i++ {
		if n.taken[i] || n.l.Is(i, lang.Word) && (!n.l.Is(i, lang.Cyrillic) || n.l.Is(i, lang.Upper) && e.end == e.start+1) {
			return false
		}
	}
	if n.l.Plays(e.start, n.r.townFirst) && e.end > e.start+1 {
		return true
	}
	k := element{start: e.end - 1, end: e.end}
	return n.l.Is(k.start, lang.Cap) && !n.l.Bits[k.start].Intersects(&n.anyListed) && !n.otherThanPlace(k) && !n.isGiven(element{start: e.start, end: e.start + 1}) && !n.surnamed(k) && !patronymicEnds.end(n.l.Fold(k.start))
}

// ownsAsTown reports whether behind the genitive e stands what only a town has, «Кеношаның
// тұрғындары», or in the locative what others have too, «Бергеннің орталығында». Of the
// words that open a sentence only those of foreign letters are names.
func (n *nameFinder) ownsAsTown(e element, s lang.Sentence) bool {
	if e.end >= s.Last || !n.l.Is(e.end, lang.Lower) {
		return false
	}
	v, _, ok := n.l.Value(e.end, n.townOwned)
	if !ok || n.townOwned == lang.NoClass {
		return false
	}
	if v == "where" && (n.titledAt(e.start) || locativeStem(n.l.Fold(e.end)) == "") {
		return false
	}
	return !n.opens(e.start, s) || n.foreignWord(e)
}

// foreignWord reports whether a word that opens its sentence has no letter of Kazakh alone
// before its ending and is no common noun for a land or a settlement.
func (n *nameFinder) foreignWord(e element) bool {
	stem, _ := townCaseKK(n.l.Fold(e.end - 1))
	return !strings.ContainsAny(stem, "әғқңөұүһі") && !n.nounOpensKK(e.start, stem) && (n.landNoun == lang.NoClass || !n.l.Has(e.end-1, n.landNoun))
}

// goes reports whether a verb of going stands at token k, or behind the words there that
// say how or when: «Бергенге | кеше келді», «Бергенге | ресми сапармен барды».
func (n *nameFinder) goes(k int, verbs lang.Role, s lang.Sentence) bool {
	for first := k; k < s.Last && k < first+4; k++ {
		if !n.l.Is(k, lang.Word) && !n.l.Is(k, lang.Number) || n.l.Is(k, lang.Cap) {
			return false
		}
		if n.l.Plays(k, verbs) && !n.l.Plays(k, n.r.howGoes) {
			return true
		}
		w := n.l.Fold(k)
		if k == first && k+1 < s.Last && (w == "жол" && strings.HasPrefix(n.l.Fold(k+1), "тарт") || w == "бет" && strings.HasPrefix(n.l.Fold(k+1), "ал") || w == "табан" && strings.HasPrefix(n.l.Fold(k+1), "тіре")) {
			return verbs == n.r.goesTo
		}
		how := n.l.Plays(k, n.r.howGoes) || strings.HasSuffix(w, "мен") || strings.HasSuffix(w, "пен") || n.l.Has(k, lang.DateChunk) || len(n.p.covering(lang.DateChunk, k)) > 0
		if !how && !(k+1 < s.Last && strings.HasSuffix(n.l.Fold(k+1), "мен") && n.relational(k)) && !(w == "ресми" || w == "жұмыс" || w == "екі" || w == "үш") {
			return false
		}
	}
	return false
}

// goalFits reports whether what stands before e leaves it a goal: no name of a person it
// would close, «Карлос | Лозадаға келді», and no title inside the sentence, whose holder
// somebody comes to, «кеше министр | Хансенге барды».
func (n *nameFinder) goalFits(e element, s lang.Sentence) bool {
	k := e.start - 1
	if e.start == s.First {
		return n.foreignWord(e)
	}
	if n.titledAt(e.start) {
		return n.titleOpens(k, s)
	}
	return !n.l.Is(k, lang.Cap) || n.closedSurname(k) || k == s.First && !n.isGiven(element{start: k, end: k + 1})
}

// titleOpens reports whether the title that ends at token k opens its sentence, but for a
// date, and is bare.
func (n *nameFinder) titleOpens(k int, s lang.Sentence) bool {
	if n.caseEnding(k) {
		return false
	}
	for k--; k >= s.First; k-- {
		if n.l.Is(k, lang.Lower) && !n.l.Plays(k, n.r.howGoes) && len(n.p.covering(lang.DateChunk, k)) == 0 {
			return false
		}
	}
	return true
}

// whereBehindNoun reports whether the locative e stands behind a noun that opens the
// sentence, a bare title or a surname, which would take it for the rest of a name:
// «Экспедиция | Тронхеймде болды», «Министр | Вальпараисода кездесті».
func (n *nameFinder) whereBehindNoun(e element, s lang.Sentence) bool {
	if e.start == s.First || e.end >= s.Last || !n.l.Is(e.end, lang.Word) && !n.l.Is(e.end, lang.Number) {
		return false
	}
	if n.l.Has(e.end, n.say) || n.l.Is(e.end, lang.Cap) && !n.isGiven(element{start: e.end, end: e.end + 1}) || strings.HasPrefix(n.l.Fold(e.end), "де") && n.l.Is(e.end, lang.Lower) {
		return n.closedSurname(e.start - 1)
	}
	if n.fieldBefore(e.end) { // Непал Сауда | министрі
		return false
	}
	k := e.start - 1
	if n.titledAt(e.start) {
		stem, _ := townCaseKK(n.l.Fold(e.end - 1))
		return atLeast(stem, 5) || e.end > e.start+1
	}
	if !n.l.Is(k, lang.Cap) || n.isGiven(element{start: k, end: k + 1}) {
		return false
	}
	return n.closedSurname(k) || k == s.First && (!n.caseEnding(k) || n.l.Plays(k, n.r.nounOpener))
}

// joinedTownKK proposes the word joined before a town that is told: «Ставангер мен
// Бергенде болды».
func (n *nameFinder) joinedTownKK(e element, s lang.Sentence) {
	if k := e.start - 2; n.joinsTownKK(k, s) {
		n.propose(candidate{class: lang.PlaceChunk, start: k, end: k + 1, score: scorePlace, rule: "case"})
	}
}

// joinsTownKK reports whether the word at token k, of no list and without a case, stands
// before "and" that joins a town to it.
func (n *nameFinder) joinsTownKK(k int, s lang.Sentence) bool {
	if k < s.First || k+2 >= s.Last || !n.unlisted(k) || n.caseEnding(k) || n.surnamed(element{start: k, end: k + 1}) || n.opens(k, s) {
		return false
	}
	w := n.l.Fold(k + 1)
	return (w == "мен" || w == "пен" || w == "бен") && (k == s.First || !n.l.Is(k-1, lang.Cap) || n.titledAt(k) && n.titleOpens(k-1, s))
}

// nounOpensKK reports whether the word at token i is a common noun, whose folded form is w,
// that has its capital from the sentence it opens: by its ending, by the role of such
// nouns or because the text has it in small letters too. «Экспедиция», «Отряд».
func (n *nameFinder) nounOpensKK(i int, w string) bool {
	if n.l.Plays(i, n.r.nounOpener) || n.l.Has(i, n.p.know.lists.personNoun) {
		return true
	}
	if k := nounEndsKK.next(w, 0); k >= 0 {
		if stem, _ := nounEndsKK.cut(w, k); atLeast(stem, 3) {
			return true
		}
	}
	return atLeast(w, 4) && strings.Contains(n.l.Text, w)
}

// nounEndsKK are the endings of common nouns that names hardly have.
var nounEndsKK = fewEndsOf("ция", "зация", "ист", "изм", "лог", "тор", "дент", "мент", "аж", "шылар", "шілер", "шы", "ші", "лары", "лері", "қтар", "ктер", "нттар", "сттер", "рлар", "рлер", "хана", "лық", "лік", "тық", "тік", "дық", "дік")

// townInPersonKK cuts a told town off the end of a Kazakh candidate for a person, and
// reports whether no person is left: «Экспедиция | Стокхольмға», but «Асанов | Бергенде».
// So it does with a common noun that opens the sentence: «Тренер | Хансен».
func (n *nameFinder) townInPersonKK(c *candidate) bool {
	if c.class != lang.PersonChunk || c.known != "" {
		return false
	}
	k := c.end - 1
	for k-2 >= c.start && n.glued(k-1, '-') {
		k -= 2
	}
	if k > n.cur.First && n.l.Plays(k-1, n.r.townFirst) && n.l.Is(k-1, lang.Cap) {
		k--
	}
	if e := n.townElement(k, n.cur); e.end == c.end && n.townToldKK(e, n.cur) {
		if k <= c.start {
			return true
		}
		c.end, c.name = k, ""
		return !n.somebodyLeft(c)
	}
	if c.end == c.start+1 && n.joinsTownKK(c.start, n.cur) {
		e := n.townElement(c.start+2, n.cur)
		return n.townToldKK(e, n.cur) || n.titledAt(c.start) && n.l.Is(e.start, lang.Cap) && n.unlisted(e.start) && n.saysWhereKK(e.start)
	}
	if e := (element{start: c.start, end: c.start + 1}); c.end > c.start+1 && c.start == n.cur.First && n.unlisted(c.start) && !n.surnamed(e) && !n.l.Is(c.start+1, lang.Glued) && n.l.Is(c.start+1, lang.Cap) && n.nounOpensKK(c.start, n.l.Fold(c.start)) {
		c.start, c.name = c.start+1, ""
		return false
	}
	return false
}

// somebodyLeft reports whether what is left of a candidate is a person: by a title before
// it, a given name or a surname in it.
func (n *nameFinder) somebodyLeft(c *candidate) bool {
	if n.titledAt(c.start) && !n.nounOpensKK(c.start, n.l.Fold(c.start)) {
		return true
	}
	for i := c.start; i < c.end; i++ {
		if e := (element{start: i, end: i + 1}); n.isGiven(e) || n.surnamed(e) || n.surname != 0 && n.l.Has(i, n.surname) {
			return true
		}
	}
	return false
}

// goesThereKK reports whether a Kazakh word has the case of whither before a verb of going:
// «Морсатқа барып», «Морсатқа жұмыс сапарымен келді».
func (n *nameFinder) goesThereKK(e element) bool {
	stem, end := townCaseKK(n.l.Fold(e.end - 1))
	switch end {
	case "ға", "ге", "қа", "ке":
		return atLeast(stem, 4) && n.goes(e.end, n.r.goesTo, n.p.sentenceOf(e.start))
	}
	return false
}
