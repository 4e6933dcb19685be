package reader

import (
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// bodyBefore finds the Kazakh body that the noun at i closes: what belongs to
// it stands before it. Small words count when a capitalised one stands before
// them: «Мәдениет және спорт министрлігі», «Самұрық» қоры.
func (n *nameFinder) bodyBefore(i int, s lang.Sentence) {
	ch, _ := n.l.Chunk(i, n.orgHead)
	end := int(ch.End)
	if end < s.Last && n.l.Toks[end].Is(lang.Lower) && !n.possessed(i) && n.day(end) {
		return // театр күні
	}
	if n.event != 0 && end < s.Last && n.l.Toks[end].Is(lang.Lower) && n.bareForm(i) && n.l.Has(end, n.event) {
		return // театр фестивалі
	}
	if i > s.First && n.event != 0 {
		if ev, ok := n.l.Chunk(i-1, n.event); ok && int(ev.End) > i {
			return // баспасөз мәслихатында
		}
	}
	if n.boardOf(i, end, s) || n.pluralHead(end-1) || n.pluralBodies(i) || n.kindOf(i, end, s) {
		return // театрлардың; Қазақстан мен Литва жоғарғы соттары
	}
	start, gap, after := -1, 0, false
	quoted, regional := false, false
	for k := i - 1; k >= s.First && i-k <= 12 && !n.taken[k]; k-- {
		t := &n.l.Toks[k]
		if quoted && start == k+1 && genitiveKK(n.l.Fold(k)) && n.placeAt(element{start: k, end: k + 1}) {
			break // Румынияның | «Romgaz» компаниясы
		}
		if quoted && t.Is(lang.Cap) && !n.placeAt(element{start: k, end: k + 1}) && !n.relational(k) && !genitiveKK(n.l.Fold(k)) {
			break // Мирзиёев | «Астана Опера» театры
		}
		if start >= 0 && n.l.Toks[start].Is(lang.Upper) && n.nominativePlace(k) && n.l.Has(start, n.gazBody) {
			break // Өзбекстан | БҰҰ Бас Ассамблеясында
		}
		if n.closesQuote(k) {
			q := n.quoteBefore(k, s)
			if q < 0 || i-k > 6 {
				break
			}
			start, quoted, gap = q, true, 0
			k = q
			continue
		}
		if n.glued(k, '-') {
			continue
		}
		if n.l.Rune(k) == ',' && n.listedField(k, i, s) {
			gap = min(gap, 1) // the fields behind the comma are one
			continue
		}
		if !t.Is(lang.Word) || n.funcWord != 0 && n.l.Has(k, n.funcWord) || n.say != 0 && n.l.Has(k, n.say) {
			break
		}
		if start < 0 && gap < 4 && t.Is(lang.Lower) {
			if from := n.regionBefore(k, i, s); from >= 0 {
				start, regional = from, true
				k = from
				continue
			}
		}
		if start < 0 && (k == i-1 || k == i-2 && n.fieldKK(k+1)) && t.Is(lang.Lower) && n.subBody != 0 && n.l.Has(i, n.subBody) && n.l.Has(k, n.orgHead) && genitiveKK(n.l.Fold(k)) {
			continue // Башкент университетінің (кардиология) ауруханасы
		}
		if start >= 0 && t.Is(lang.Lower) && attributiveKK(n.l.Fold(k)) && n.placeLow != 0 && n.l.Has(k, n.placeLow) {
			break // Астана қаласындағы | Еуразия институты
		}
		if n.bodyStop != 0 && n.l.Has(k, n.bodyStop) || n.ownBody(k, s) && !n.pluralPair(k, i) || n.ofMany(k, s.First) || t.Is(lang.Lower) && !n.l.Has(k, n.named) && n.endsOther(k, start) {
			break
		}
		if start < 0 && (gap > 0 || n.bareForm(i)) && n.l.Has(k, n.orgHead) && n.possessed(k) && !n.pluralSlot(k) {
			break // Финляндия Елшілігі | кітапхана қорына
		}
		if start == k+1 && genitiveKK(n.l.Fold(k)) && (attributiveKK(n.l.Fold(end-1)) || n.knownEndsAt(k) || n.l.Entry(ch).Value == "named" && n.properFrom(start, i) && (t.Is(lang.Cap) && !t.Is(lang.Upper) || n.placeLow != 0 && n.l.Has(k, n.placeLow))) {
			break // Ұлттық Банктің | Монетарлық операциялар департаменті; Неапольдің | Сан-Карло театры
		}
		if start == k+1 && n.l.Has(k, n.orgHead) && n.possessed(k) && (genitiveKK(n.l.Fold(start)) || n.country(start) || n.orgKnown != 0 && n.l.Has(start, n.orgKnown)) { // Самоа құрамасы | Оңтүстік Африка командасын
			break // Ресейдің министрлігі | Қазақстанның министрлігімен
		}
		if start == k+1 && k == s.First+1 && n.and != 0 && n.l.Has(k, n.and) && (n.l.Has(k-1, n.orgHead) && !n.possessed(k-1) && !n.pluralSlot(k-1) || n.l.Has(k-1, n.p.class("sidenoun"))) {
			break // Үкімет пен | Азия даму банкі
		}
		if start == k+1 && n.and != 0 && n.l.Has(k, n.and) && n.country(start) && k > s.First && n.l.Toks[k-1].Is(lang.Cap) && !n.placeAt(element{start: k - 1, end: k}) {
			break // Үнзила Шапақ және | ҚР Ғылым министрлігінің
		}
		if start == k+1 && t.Is(lang.Lower) && k > s.First && n.closesQuote(k-1) && n.possessed(k) && !n.l.Has(k, n.orgHead) {
			break // «Алтын дән» көрмесі | Қазақстан халқы Ассамблеясының
		}
		if t.Is(lang.Roman) && t.Is(lang.Cap) {
			return // XXVII Бас Ассамблеясының
		}
		if start == k+1 && t.Is(lang.Lower) && pluralKK(n.l.Fold(k)) && !n.l.Has(k, n.orgHead) {
			break // Зардап шеккендер | Сарқан аудандық ауруханасына
		}
		if start == k+1 && t.Is(lang.Lower) && n.l.Has(k, n.orgHead) && n.possessed(k) && n.topBody != 0 && n.l.Has(i, n.topBody) {
			break // сайлау басқармасы | Өкілдер палатасына
		}
		if regional && start == k+1 && t.Is(lang.Lower) && n.l.Has(k, n.orgHead) && genitiveKK(n.l.Fold(k)) {
			continue // Мемлекеттік кірістер комитетінің | Алматы облысы бойынша департаменті
		}
		if n.office != 0 && n.l.Has(k, n.office) && !n.pluralSlot(k) && !(start < 0 && t.Is(lang.Lower) && n.relational(k)) || n.l.Has(k, n.orgHead) && genitiveKK(n.l.Fold(k)) {
			break // сотының судьясы қызметі; агенттігінің | Ұлттық статистика бюросы
		}
		if n.named != 0 && n.l.Has(k, n.named) { // атындағы: the name before it belongs
			if k == s.First {
				break
			}
			els := n.namedFrom(k, s)
			if els < k {
				start, gap, after = els, 0, true
			}
			k = els
			continue
		}
		if t.Is(lang.Cap) {
			if start < 0 && gap > 5 && !n.nominativePlace(k) {
				break
			}
			if start < 0 && gap > 0 {
				if from := n.memorialOf(k, s); from >= 0 {
					start, after = from, true
					break
				}
				if n.holderBefore(k, s) {
					break
				}
			}
			if start < 0 && gap > 0 && k > s.First && n.l.Toks[k-1].Is(lang.Cap) && n.isGiven(element{start: k - 1, end: k}) && !n.placeAt(element{start: k - 1, end: k}) && !n.placeAt(element{start: k, end: k + 1}) {
				break // Санат Қалдыбек | ғылыми-зерттеу институты
			}
			if e := (element{start: k, end: k + 1}); !n.placeAt(e) && start >= 0 {
				if end, _ := n.surnameEnding(e); (end || n.isGiven(e)) && start > k+1 {
					break // Төребаев пен | Л.Н. Гумилев атындағы
				} else if (end || n.isGiven(e)) && n.ownNameOf(k, i, s) {
					start, gap = k, 0
					break
				} else if end || n.isGiven(e) {
					for start < i && n.l.Toks[start].Is(lang.Cap) && !n.placeAt(element{start: start, end: start + 1}) && !n.relational(start) {
						start++ // the rest of the person's name
					}
					for start < i && !n.l.Toks[start].Is(lang.Cap) {
						start++ // and what joins it to the body
					}
					if start == i && !n.l.Toks[i].Is(lang.Cap) {
						return
					}
					break
				}
			}
			if n.title != 0 && n.l.Has(k, n.title) && !(n.pluralSlot(k) && n.l.Toks[k+1].Is(lang.Lower)) {
				break
			}
			if start < 0 && n.workOf(k, i) {
				start, gap = k, 0
				continue
			}
			if k == s.First && start >= 0 && n.accusative(k) && !n.nominativePlace(k) {
				break // Хатты Ұлттық мұрағат тапты
			}
			if k == s.First && n.openerKK(k, start) {
				break
			}
			if start >= 0 && (n.caseEnding(k) || attributiveKK(n.l.Fold(k)) || n.instrumentalKK(k)) && !n.nominativePlace(k) {
				break
			}
			if start < 0 && gap > 0 && attributiveKK(n.l.Fold(k)) && !(k > s.First && genitiveKK(n.l.Fold(k-1))) {
				break // Женевадағы кеншілер орталығы
			}
			if start < 0 && n.inflectedPlace(k) && !(n.accusative(k) && n.p.know.hasEnding("verbnounend", n.l.Fold(k+1), 4)) {
				break // Анкарада оқу орталығы, but Аралды құтқару қоры
			}
			start, gap = k, 0
			continue
		}
		if n.bodyWord != 0 && n.l.Has(k, n.bodyWord) || start < 0 && gap > 0 && n.placeLow != 0 && n.l.Has(k, n.placeLow) && genitiveKK(n.l.Fold(k)) {
			continue // Астана қаласының | мамандандырылған ауданаралық … соты
		}
		if gap++; gap > 4 && !(gap == 5 && n.relational(k)) && !(gap < 9 && n.ofMembers(i)) || n.caseEnding(k) && !n.doneTo(k, s) {
			break
		}
	}
	if start < 0 {
		if !n.l.Toks[i].Is(lang.Cap) || n.opens(i, s) {
			return
		}
		return
	}
	if start == s.First && start+1 == i && !quoted && n.l.Has(start, n.orgHead) && n.bareForm(start) {
		return // Музей қорына
	}
	if v := n.l.Entry(ch).Value; v == "quoted" && !quoted {
		return // Достық бекеті
	}
	if start == s.First && n.funcWord != 0 && n.l.Has(start, n.funcWord) || n.severalBodies(start, i) {
		return
	}
	if start == s.First && !quoted && !after && start+1 < i && n.l.Toks[start+1].Is(lang.Lower) && n.bareForm(i) && !n.relational(start) && !n.placeAt(element{start: start, end: start + 1}) && !n.ledBody(i, start, end, s) {
		return // Каталогы жоқ мұрағат
	}
	if n.l.Entry(ch).Value == "loose" && n.bareForm(i) && !(start == s.First && n.ledBody(i, start, end, s)) && (quoted || start == s.First || !n.relational(start) && !n.placeAt(element{start: start, end: start + 1})) {
		return // халықаралық ұйым
	}
	if !quoted && !after && (n.middleOf(i) || start == s.First && n.commonBody(start, i)) {
		return
	}
	if start-2 >= s.First && n.glued(start-1, '-') && n.l.Toks[start].Is(lang.Glued) && n.particle != 0 && n.l.Has(start-2, n.particle) {
		start -= 2 // әл-Әзһар университеті
	}
	c := candidate{class: lang.OrgChunk, start: start, end: end, score: scoreHead, rule: "head"}
	if start+1 == i && n.l.Toks[start].Is(lang.Upper) && n.shortFirm(start) { // CNPC корпорациясы
		c.alias = n.l.Slice(start, i)
	}
	if after { // the person it is named after is part of it
		c.score = scoreDefined + 6
	}
	if quoted {
		c.score = max(c.score, scoreLegal)
		for k := start; k < i; k++ {
			if q := n.quoteAt(k, s); q > 0 {
				c.alias = n.insideQuotes(k, q)
				break
			}
		}
	}
	n.propose(c)
}

// openerKK reports whether the first word of a sentence only stands before a
// body's name, which begins at start (-1 where nothing with a capital does):
// a word in an oblique case («Құжатқа банк басқармасы»), or a common word
// before a known place («Қаражат Достық бекеті»).
func (n *nameFinder) openerKK(k, start int) bool {
	e := element{start: k, end: k + 1}
	if n.placeAt(e) || n.isGiven(e) || n.placePre != 0 && n.l.Has(k, n.placePre) || n.l.Has(k, n.gazBody) || n.orgKnown != 0 && n.l.Has(k, n.orgKnown) || n.l.Toks[k].Is(lang.Upper) {
		return false
	}
	if surname, _ := n.surnameEnding(e); surname || n.relational(k) {
		return false
	}
	if (n.caseEnding(k) || n.accusative(k)) && (n.bodyWord == 0 || !n.l.Has(k, n.bodyWord)) {
		return true
	}
	return start == k+1 && n.placeAt(element{start: start, end: start + 1})
}

// inflectedPlace reports whether a word is a known place in a case other than
// the genitive.
func (n *nameFinder) inflectedPlace(k int) bool {
	ch, ok := n.l.Chunk(k, n.gazPlace)
	return ok && int(ch.End) == k+1 && n.caseEnding(k) && !n.isForm(n.l.Entry(ch), element{start: k, end: k + 1})
}

// severalBodies reports whether the head at i is a plural that two places
// possess: «Әзербайжан мен Өзбекстан полиция академиялары» are two bodies.
func (n *nameFinder) severalBodies(start, i int) bool {
	plural := false
	for _, a := range n.l.Analyses(i) {
		plural = plural || a.Harmony && strings.HasPrefix(a.Slots, "plural poss")
	}
	if !plural || n.and == 0 {
		return false
	}
	for k := start + 1; k < i-1; k++ {
		if n.l.Has(k, n.and) && n.placeAt(element{start: k - 1, end: k}) && n.placeAt(element{start: k + 1, end: k + 2}) {
			return true
		}
	}
	return false
}

// ownBody reports whether a joining word stands between two bodies: the name
// before it has its own possessive head, «Мемлекеттік Эрмитажы мен», or is one
// by itself: «Ұлттық Банк пен», or is an event's.
func (n *nameFinder) ownBody(k int, s lang.Sentence) bool {
	if n.and == 0 || !n.l.Has(k, n.and) {
		return false
	}
	if k-1 == s.First && n.l.Has(k-1, n.orgHead) && n.bareForm(k-1) {
		return true // Академия мен | Цукуба университеті
	}
	if k > s.First && n.l.Toks[k-1].Is(lang.Cap) && (n.l.Toks[k-1].Is(lang.Upper) || n.mixedShort(k-1)) && !n.l.Toks[k-1].Is(lang.Roman) && !n.placeAt(element{start: k - 1, end: k}) && !n.l.Has(k-1, n.acroStop) {
		return true // ЮНИСЕФ пен | Тәжікстан үкіметі
	}
	if k-2 < s.First {
		return false
	}
	if n.holderBefore(k-1, s) {
		return true // директоры Аурел Попеску және | Еуропалық банк
	}
	head := n.l.Has(k-1, n.orgHead) || n.event != 0 && n.l.Has(k-1, n.event)
	if n.knownEndsAt(k - 1) {
		return true
	}
	if n.bareForm(k-1) && n.relational(k-2) {
		return true // Облыстық прокуратура мен
	}
	return (head || n.l.Toks[k-1].Is(lang.Cap) && n.relational(k-2)) && n.possessed(k-1)
}

// pluralHead reports whether a small word is the plural of a noun that nobody
// possesses: «театрларда», not «театрлары».
func (n *nameFinder) pluralHead(k int) bool {
	if !n.l.Toks[k].Is(lang.Lower) {
		return false
	}
	for _, a := range n.l.Analyses(k) {
		if a.Harmony && strings.HasPrefix(a.Slots, "plural") && !strings.Contains(a.Slots, "poss") {
			return true
		}
	}
	return false
}

// day reports whether a word is "its day": the day of a profession or a body.
func (n *nameFinder) day(k int) bool { return strings.HasPrefix(n.l.Fold(k), "күні") }

// pluralSlot reports whether a word is a plural: «жазушылар одағы».
func (n *nameFinder) pluralSlot(k int) bool {
	for _, a := range n.l.Analyses(k) {
		if a.Harmony && strings.HasPrefix(a.Slots, "plural") {
			return true
		}
	}
	return false
}

// pluralBodies reports whether the noun for bodies at i is a plural that
// somebody possesses: several bodies, which have no name in common.
func (n *nameFinder) pluralBodies(i int) bool {
	for _, a := range n.l.Analyses(i) { // banks follow no harmony: банктерінің
		if strings.HasPrefix(a.Slots, "plural poss3") {
			return true
		}
	}
	return false
}

// knownEndsAt reports whether a body the lists know ends with token k, after
// at least one word before it.
func (n *nameFinder) knownEndsAt(k int) bool {
	for a := k - 1; a >= 0 && a >= k-6; a-- {
		for _, c := range [...]lang.Class{n.orgKnown, n.gazBody} {
			if ch, ok := n.l.Chunk(a, c); c != 0 && ok && int(ch.End) == k+1 && n.l.Toks[a].Is(lang.Cap) {
				return true
			}
		}
	}
	return false
}

// properFrom reports whether a body's name from start to its head at i opens
// with a name of its own rather than an adjective or a common word's capital.
func (n *nameFinder) properFrom(start, i int) bool {
	return n.l.Toks[start].Is(lang.Cap) && !n.relational(start) && start < i
}

// endsOther reports whether the small word at k closes another phrase, so
// that the body whose name begins at start (-1 where nothing with a capital
// has been met) stands behind it: a number («жеті банкі»), somebody else's body
// («Елшілігі кітапхана қорына»), what somebody owns («Қазақстан делегациясы |
// Исламдық …»).
func (n *nameFinder) endsOther(k, start int) bool {
	if x, ok := n.p.numberAt(k); ok && !x.ordinal {
		return true
	}
	if start != k+1 || n.l.Has(k, n.orgHead) || n.placeLow != 0 && n.l.Has(k, n.placeLow) || n.l.Has(start, n.orgHead) {
		return false
	}
	return n.possessed(k) && !n.relational(k) && len(n.l.Fold(k)) >= 16
}

// bareForm reports whether the noun for bodies at i carries no possessive.
func (n *nameFinder) bareForm(i int) bool {
	ch, ok := n.l.Chunk(i, n.orgHead)
	if v := n.l.Entry(ch).Value; !ok || v != "bare" && v != "loose" {
		return false
	}
	for _, a := range n.l.Analyses(i) {
		if strings.Contains(a.Slots, "poss3") {
			return false
		}
	}
	return true
}

// accusative reports whether a word can only be read as an object.
func (n *nameFinder) accusative(k int) bool {
	for _, a := range n.l.Analyses(k) {
		if a.Harmony && a.Slots == "acc" && len(a.Suffix) == 4 {
			return true
		}
	}
	return false
}

// attributiveKK reports whether a word says where something is: Семейдегі.
func attributiveKK(w string) bool {
	if end := w[max(0, len(w)-2):]; end != "ы" && end != "і" { // most words
		return false
	}
	for _, e := range [...]string{"дағы", "дегі", "тағы", "тегі"} {
		if strings.HasSuffix(w, e) && utf8.RuneCountInString(w) > 6 {
			return true
		}
	}
	return false
}

// relational reports whether a word has the ending of Kazakh adjectives made
// of nouns.
func (n *nameFinder) relational(k int) bool { return relationalKK(n.l.Fold(k)) }

func pluralKK(w string) bool {
	for _, e := range [...]string{"лар", "лер", "дар", "дер", "тар", "тер"} {
		if strings.HasSuffix(w, e) && utf8.RuneCountInString(w) > 6 {
			return true
		}
	}
	return false
}

func genitiveKK(w string) bool {
	for _, e := range [...]string{"ның", "нің", "дың", "дің", "тың", "тің"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// caseEnding reports whether a small word carries a case that ends a noun
// phrase, so that it is no part of the name after it.
func (n *nameFinder) caseEnding(k int) bool { return n.trait(k, traitCase, caseEndingKK) }

// caseEndingKK is caseEnding of a folded word.
func caseEndingKK(w string) bool {
	for _, e := range [...]string{"ға", "ге", "қа", "ке", "да", "де", "та", "те", "дан", "ден", "тан", "тен", "нан", "нен", "ды", "ді", "ты", "ті", "ып", "іп", "ған", "ген", "қан", "кен", "ына", "іне"} {
		if strings.HasSuffix(w, e) && utf8.RuneCountInString(w) > utf8.RuneCountInString(e)+3 {
			if (e == "ты" || e == "ті" || e == "ды" || e == "ді") && !joinsKK(w[:len(w)-len(e)], e) {
				continue // саясаты
			}
			return true
		}
	}
	return false
}

// nominativePlace reports whether a word is a known place as it stands.
func (n *nameFinder) nominativePlace(k int) bool {
	for _, c := range [...]lang.Class{n.gazPlace, n.morePlace} {
		ch, ok := n.l.Chunk(k, c)
		if c == 0 || !ok {
			continue
		}
		if n.isForm(n.l.Entry(ch), element{start: k, end: int(ch.End)}) || int(ch.End) > k+1 && n.opensForm(n.l.Entry(ch), k) {
			return true
		}
	}
	return false
}

// fitsHead reports whether the words before a small-letter place noun may
// belong to it: in Russian an adjective that agrees, in Kazakh a name without
// a case ending.
func (n *nameFinder) fitsHead(from, head int) bool {
	switch n.tag {
	case "ru":
		return n.adjective(head - 1)
	case "kk":
		w := n.l.Fold(head - 1)
		if attributiveKK(w) {
			return false // Веллетридегі | кен орны
		}
		return !strings.HasSuffix(w, "ның") && !strings.HasSuffix(w, "нің") && !strings.HasSuffix(w, "дың") && !strings.HasSuffix(w, "дің") && !strings.HasSuffix(w, "тың") && !strings.HasSuffix(w, "тің") && (n.funcWord == 0 || !n.l.Has(from, n.funcWord))
	}
	return true
}
