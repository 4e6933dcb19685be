package reader

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// shortCapitals reports whether a name is an abbreviation of two to four capitals.
func shortCapitals(name string) bool {
	for _, r := range name {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	k := utf8.RuneCountInString(name)
	return k > 1 && k < 5
}

// mixedShort reports whether a word has the shape of a shortened name: capitals at its
// beginning and end with small letters between (ҚазҰУ) or three of them and one small
// consonant, which is no ending of a case (НУУз).
func (n *nameFinder) mixedShort(i int) bool { return n.spelling(i, traitCamel, mixedShort) }

// mixedShort is the method of that name asked of a word: ҚазҰУ, НУУз.
func mixedShort(w string) bool {
	last, size := utf8.DecodeLastRuneInString(w)
	if !atLeast(w, 4) {
		return false
	}
	if !unicode.IsUpper(last) {
		return strings.ContainsRune("бвгджзклмнпрстфхцчшщ", last) && strings.IndexFunc(w[:len(w)-size], notUpper) < 0
	}
	return strings.IndexFunc(w, unicode.IsLower) > 0
}

// notUpper reports whether a letter is no capital.
func notUpper(r rune) bool { return !unicode.IsUpper(r) }

// livedIn reports whether a word is a given name in the locative («Дарханда»)
// of somebody the text has not named: more likely a place of that name.
func (n *nameFinder) livedIn(e element) bool {
	if e.end != e.start+1 || n.givenAsWritten(e.start) || n.titledAt(e.start) {
		return false
	}
	return locativeStem(n.l.Fold(e.start)) != "" && !n.ask(askLemma, e.start, e.end)
}

// has reports whether a folded word is part of somebody's name.
func (x *personIndex) has(w string) bool {
	for k := range x.list {
		for i := range x.list[k].words {
			if x.list[k].words[i].fold == w {
				return true
			}
		}
	}
	return false
}

// particleFits reports whether a particle of names stands at token i as names
// have it: those that are words too (ат, аз) only before a hyphen.
func (n *nameFinder) particleFits(i int) bool {
	v, _, ok := n.l.Value(i, n.particle)
	if own, _ := n.surnameEnding(element{start: i - 1, end: i}); ok && v == "last" && i > 0 && own { // Самат Омаров | ұлы ақынды еске алды
		return false
	}
	return ok && (v != "hyphen" || n.glued(i+1, '-')) && !n.joinsByBen(i)
}

// joinsByBen reports whether «бен» at token i is the Kazakh "and", which stands so behind
// ж and з alone, before a given name or a place: «Дильназ бен Диас», «Алмаз бен Ресей
// елшісі», but «Мұхаммед бен Салман».
func (n *nameFinder) joinsByBen(i int) bool {
	if i == 0 || i+1 >= len(n.l.Toks) || n.word(i) != "бен" {
		return false
	}
	w := n.word(i - 1)
	return (strings.HasSuffix(w, "з") || strings.HasSuffix(w, "ж")) && (n.isGiven(element{start: i + 1, end: i + 2}) || n.placeAt(element{start: i + 1, end: i + 2}))
}

// nextPersonKK gives the element at which a second person's name begins in a
// Kazakh run, the object of the sentence right behind its subject: «Асқар
// Әлиев | Джон Смитпен кездесті»; 0 where none does.
func (n *nameFinder) nextPersonKK(els []element) int {
	if n.tag != "kk" || len(els) < 4 || !(n.isGiven(els[0]) && n.isGiven(els[2])) && !n.withAnotherKK(els) || els[1].initial || els[2].initial || els[1].particle || els[3].particle {
		return 0
	}
	if n.isGiven(els[1]) && !n.isPatronymic(els[1]) {
		return 0
	}
	if n.isPatronymic(els[1]) {
		if surname, _ := n.surnameEnding(els[3]); surname || n.surnameKK(els[3]) || n.isPatronymic(els[3]) || strings.Contains(n.l.Fold(els[3].end-1), "ович") {
			return 2 // Жәнібек Әлімханұлы | Андрей Михайловичті
		}
		return 0
	}
	w := n.l.Fold(els[3].end - 1)
	if n.caseEnding(els[3].end-1) || genitiveKK(w) || strings.HasSuffix(w, "мен") || strings.HasSuffix(w, "пен") || strings.HasSuffix(w, "бен") {
		return 2
	}
	return 0
}

// withAnotherKK reports whether four words that open a paragraph end in the accusative before a
// verb of receiving, or in the instrumental, one of two names among them known as a given one or
// a verb of meeting right behind, which takes two: «Прия Шарма | Меруерт Қалиевпен кездесті».
func (n *nameFinder) withAnotherKK(els []element) bool {
	if len(els) != 4 || els[0].start > 0 && !n.l.Toks[els[0].start].Para || n.placeAt(els[0]) || n.placeAt(els[2]) || n.office != 0 && n.l.Has(els[0].start, n.office) {
		return false
	}
	w := n.l.Fold(els[3].end - 1)
	if k := els[3].end; k < len(n.l.Toks) && accusativeEndKK(w) && n.l.Has(k, n.p.know.lists.receives) {
		return true // Прия Шарма | Меруерт Қалиевты қабылдады
	}
	if k := els[3].end; !n.isGiven(els[0]) && !n.isGiven(els[2]) && (k >= len(n.l.Toks) || !meetsKK(n.l.Fold(k))) {
		return false
	}
	return strings.HasSuffix(w, "мен") || strings.HasSuffix(w, "пен") || strings.HasSuffix(w, "бен")
}

// meetsKK reports whether a folded Kazakh word is a form of a verb that takes somebody to do it
// with: кездесті, жүздеседі.
func meetsKK(w string) bool {
	return strings.HasPrefix(w, "кездес") || strings.HasPrefix(w, "жүздес") || strings.HasPrefix(w, "тілдес") || strings.HasPrefix(w, "сөйлес")
}

// atPlaceKK reports whether the element e of a Kazakh run says where, behind the
// given name and surname of a person: «Тамаш Варга | Будапештте». The place is
// proposed.
func (n *nameFinder) atPlaceKK(name []element, e element, titled bool) bool {
	if !titled && !n.isGiven(name[0]) {
		return false
	}
	if before := name[len(name)-1]; e.initial || before.particle || before.initial || n.isGiven(e) || n.surname != 0 && n.l.Has(e.start, n.surname) {
		return false
	}
	if locativeStem(n.l.Fold(e.end-1)) == "" {
		return false
	}
	if surname, _ := n.surnameEnding(e); surname {
		return false
	}
	n.propose(candidate{class: lang.PlaceChunk, start: e.start, end: e.end, score: scoreContext, rule: "case"})
	return true
}

// surnameThere reports whether the element e stands in the locative behind the
// surname of a person named in full before: «Холнесс | Кингстонда».
func (n *nameFinder) surnameThere(surname, e element) bool {
	return !surname.initial && !surname.particle && !e.initial && !e.particle && locativeStem(n.l.Fold(e.end-1)) != "" &&
		n.surnameSeen(candidate{start: surname.start, end: surname.end})
}

// whitherKK reports whether the element behind a name is a known place in a case
// that says where, whither or whence, or one whose kind stands behind it: «Асқар |
// Алматыға барды», «Айгүл | Пенза қаласында». A place that is a given name as well
// stays with the name.
func (n *nameFinder) whitherKK(e element) bool {
	if e.initial || e.particle || n.surname != 0 && n.l.Has(e.start, n.surname) {
		return false
	}
	w := n.l.Fold(e.end - 1)
	kind := n.placeLow != 0 && n.l.Has(e.end, n.placeLow)
	for _, c := range [...]lang.Class{n.gazPlace, n.morePlace} {
		if c == 0 {
			continue
		}
		ch, ok := n.l.Chunk(e.start, c)
		if !ok || int(ch.End) != e.end {
			continue
		}
		for _, form := range n.l.Entry(ch).Forms {
			place := lang.Fold(form)
			end, ok := strings.CutPrefix(w, place)
			if !ok {
				continue
			}
			switch end {
			case "":
				if kind {
					return true
				}
			case "ға", "ге", "қа", "ке", "да", "де", "та", "те", "дан", "ден", "тан", "тен", "нан", "нен":
				if given, ok := n.l.Chunk(e.start, n.given); !ok || !slices.Contains(n.l.Entry(given).Forms, form) {
					return true
				}
			}
		}
	}
	return false
}

// manyWithout reports whether the word before token i is a plural and no list of
// names follows, so that it is nobody's title: «депутаттары | Кеден кодексін».
func (n *nameFinder) manyWithout(i int) bool {
	plural := false
	for _, a := range n.l.Analyses(i - 1) {
		plural = plural || a.Harmony && (a.Slots == "plural" || a.Slots == "plural poss3")
	}
	if !plural || i+1 >= len(n.l.Toks) || n.isGiven(element{start: i, end: i + 1}) {
		return false
	}
	return n.l.Is(i+1, lang.Lower) && !n.l.Has(i+1, n.and)
}

// closedSurname reports whether the word at i is a surname as it stands, so that
// a capital behind it begins another name.
func (n *nameFinder) closedSurname(i int) bool {
	surname, _ := n.surnameEnding(element{start: i, end: i + 1})
	return surname && !n.caseEnding(i)
}

// listedField reports whether the comma at k parts the fields of one body's
// name, whose head stands at i: «Қоршаған орта, урбанизация және климат
// министрлігі». Small words follow it up to a conjunction; the word before it is
// no name of a person or place.
func (n *nameFinder) listedField(k, i int, s lang.Sentence) bool {
	if k <= s.First || n.and == 0 || !n.l.Is(k+1, lang.Lower) {
		return false
	}
	joined := false
	for j := k + 1; j < i; j++ {
		if !n.l.Is(j, lang.Lower) {
			return false
		}
		joined = joined || j > k+1 && n.l.Has(j, n.and)
	}
	e := element{start: k - 1, end: k}
	if !joined || !n.l.Is(k-1, lang.Word) || n.caseEnding(k-1) || n.placeAt(e) || n.isGiven(e) || n.possessed(k-1) && n.l.Has(k-1, n.orgHead) {
		return false
	}
	if surname, _ := n.surnameEnding(e); surname {
		return false
	}
	for j := k - 1; j >= s.First && j >= k-3; j-- {
		if n.l.Is(j, lang.Cap) {
			return true
		}
	}
	return false
}

// honouredKK reports whether a form of address stands behind a word that is nothing but a
// name: «Номин ханым», but «Президент мырза».
func (n *nameFinder) honouredKK(w *loneWord) bool {
	if n.tag != "kk" || w.titled || w.end >= w.s.Last || !n.l.Is(w.end, lang.Lower) || !n.l.Plays(w.end, n.r.honoured) || n.pluralSlot(w.end) {
		return false
	}
	if k := w.start - 1; (k > w.s.First || k == w.s.First && n.isGiven(element{start: k, end: k + 1})) && n.l.Is(k, lang.Cap) && !n.l.Is(k, lang.Upper) && !n.l.Has(k, n.office) && !n.caseEnding(k) && !n.placeAt(element{start: k, end: k + 1}) {
		return false // Ана | Сильва ханым
	}
	return n.loneCapital(w.element) && !n.relational(w.start) && !n.placeAt(w.element) && !n.caseEnding(w.start) && !n.l.Has(w.start, n.p.know.lists.phraseMod) && !n.l.Has(w.start, n.p.know.lists.titleMod)
}

// fieldOfTitle reports whether the word at i stands between the genitive of a
// place, or a state, and a minister, so that it names the field and no place.
func (n *nameFinder) fieldOfTitle(i int) bool {
	return n.office != 0 && i+1 < len(n.l.Toks) && strings.HasPrefix(n.l.Fold(i+1), "министр") && (genitiveKK(n.l.Fold(i-1)) || n.country(i-1)) && n.placeAt(element{start: i - 1, end: i})
}

// endsAsEvent reports whether the words of a candidate for a body end with a
// noun for events in small letters: «… халықаралық конференция» takes place, it
// is no body.
func (n *nameFinder) endsAsEvent(c *candidate) bool {
	k := c.end - 1
	for a := c.start; n.orgKnown != 0 && a <= c.start+1; a++ {
		if ch, ok := n.l.Chunk(a, n.orgKnown); ok && int(ch.End) == c.end {
			return false // Ұлттық жиналыс, Франция Ұлттық жиналысы
		}
	}
	return c.class == lang.OrgChunk && n.event != 0 && c.rule != "defined" && k > c.start && n.l.Is(k, lang.Lower) && n.l.Has(k, n.event) && !n.l.Has(k, n.orgHead)
}

// withoutPersonKK leaves out the person whose name stands right before a Kazakh
// body: «Джанни Инфантино | Қазақстан футбол федерациясының төрағасы», «Маск |
// SpaceX компаниясын».
func (n *nameFinder) withoutPersonKK(c *candidate) {
	i := c.start
	first, second := &n.l.Toks[i], &n.l.Toks[i+1]
	switch {
	case !first.Is(lang.Cap) || !second.Is(lang.Cap) || !first.Is(lang.Cyrillic) || first.Is(lang.Upper) || second.Is(lang.Glued):
	case second.Is(lang.Latin) && !second.Is(lang.Cyrillic) && !second.Is(lang.Roman) && !n.placeAt(element{start: i, end: i + 1}) && !n.l.Has(i, n.orgHead):
		c.start, c.name = i+1, ""
	case c.end > i+3 && (n.isGiven(element{start: i, end: i + 1}) || n.titledAt(i)) && !n.placeAt(element{start: i, end: i + 1}) && n.country(i+2) && n.l.Is(i+2, lang.Cap) && !genitiveKK(n.l.Fold(i+1)) && !n.l.Has(i+1, n.orgHead):
		c.start, c.name = i+2, ""
	}
}

// onlyOpensKK reports whether the first element of a run opens its sentence before a
// given name, and is an ordinary word, or no list knows it and it stands in the plural or
// the locative.
func (n *nameFinder) onlyOpensKK(els []element, s lang.Sentence) bool {
	if len(els) > 1 && n.opens(els[0].start, s) && n.ordinaryOpener(els[0], els[1]) && !n.placeAt(els[0]) {
		return true
	}
	if len(els) < 3 || els[0].start != s.First || els[0].initial || els[0].particle || !n.isGiven(els[1]) && !n.isGiven(els[2]) {
		return false
	}
	w := n.l.Fold(els[0].end - 1)
	return (pluralKK(w) || locativeStem(w) != "") && !n.isGiven(els[0]) && !n.placeAt(els[0])
}

// beforeState reports whether a word that is no place itself stands right before the
// state of an office in the nominative: it is the last word of the name before them.
func (n *nameFinder) beforeState(e element) bool {
	if n.placeAt(e) || e.end+1 >= len(n.l.Toks) || !n.l.Is(e.end, lang.Cap) || !n.nominativePlace(e.end) || n.relational(e.start) {
		return false
	}
	return n.l.Has(e.end+1, n.office) && !n.l.Has(e.start, n.orgHead) && !n.l.Has(e.start, n.title)
}

// officeBeforeName reports whether a word that looks like a case of a known body is the
// word for an office before a person's name: «Мәжілісмен Жанар», but «Мәжілісмен бірге».
func (n *nameFinder) officeBeforeName(i int, s lang.Sentence) bool {
	return n.office != 0 && n.l.Has(i, n.office) && i+1 < s.Last && n.l.Is(i+1, lang.Cap) && n.isGiven(element{start: i + 1, end: i + 2})
}

// ofGovernmentKK reports whether the word of a known body at i is part of the word for an
// office («Үкімет басшысы»), or a plural or an adjective made of it.
func (n *nameFinder) ofGovernmentKK(i int) bool {
	return n.l.Has(i, n.p.know.lists.headOffice) || n.pluralSlot(i) || n.relational(i)
}
