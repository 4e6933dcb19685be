package reader

import (
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// openerKK reports whether the first word of a sentence only stands before a
// body's name, which begins at start (-1 where nothing with a capital does):
// a word in an oblique case («Құжатқа банк басқармасы»), or a common word
// before a known place («Қаражат Достық бекеті»).
func (n *nameFinder) openerKK(k, start int) bool {
	e := element{start: k, end: k + 1}
	if start != k+1 && n.l.Is(k+1, lang.Lower) && n.relational(k+1) && !n.relational(k) && !n.placeAt(e) &&
		(n.accusative(k) && !n.nominativePlace(k) || n.event != 0 && n.l.Has(k, n.event) && !n.possessed(k)) {
		return true // Шараны | қалалық жұмыспен қамту орталығы, Көрме | облыстық тарих мұражайында
	}
	if n.placeAt(e) || n.isGiven(e) || n.placePre != 0 && n.l.Has(k, n.placePre) || n.l.Has(k, n.gazBody) || n.orgKnown != 0 && n.l.Has(k, n.orgKnown) || n.l.Is(k, lang.Upper) {
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
	if k-1 == s.First && n.l.Plays(k-1, n.r.ofBody) || k > s.First && (k-1 == s.First || n.l.Is(k-1, lang.Cap)) && n.l.Has(k-1, n.orgHead) && n.bareForm(k-1) {
		return true // Академия мен | Цукуба университеті, кеше Ассамблея мен | Балықшылар одағы
	}
	if k > s.First && n.l.Is(k-1, lang.Cap) && (n.l.Is(k-1, lang.Upper) || n.mixedShort(k-1)) && !n.l.Is(k-1, lang.Roman) && !n.placeAt(element{start: k - 1, end: k}) && !n.l.Has(k-1, n.acroStop) {
		return true // ЮНИСЕФ пен | Тәжікстан үкіметі
	}
	if k > s.First && n.latinName(k-1) {
		return true // Kaspi пен | Қаржы министрлігі
	}
	if k-2 < s.First {
		return false
	}
	if n.holderBefore(k-1, s) {
		return true // директоры Аурел Попеску және | Еуропалық банк
	}
	head := n.headEndsAt(k-1) || n.event != 0 && n.l.Has(k-1, n.event) || n.l.Plays(k-1, n.r.bodyPart) && n.l.Is(k-2, lang.Cap)
	if n.knownEndsAt(k - 1) {
		return true
	}
	if n.bareForm(k-1) && (n.relational(k-2) || n.named != 0 && n.l.Has(k-2, n.named)) {
		return true // Облыстық прокуратура мен, Абай атындағы университет пен
	}
	return (head || n.l.Is(k-1, lang.Cap) && n.relational(k-2)) && n.possessed(k-1)
}

// headEndsAt reports whether a noun for bodies, of one word or two, ends with token k: «сот»,
// «хайуанаттар бағы».
func (n *nameFinder) headEndsAt(k int) bool {
	return n.l.Has(k, n.orgHead) || k > 0 && n.l.ChunkEnd(k-1, n.orgHead) == k+1
}

// pluralHead reports whether a small word is the plural of a noun that nobody
// possesses: «театрларда», not «театрлары».
func (n *nameFinder) pluralHead(k int) bool {
	if !n.l.Is(k, lang.Lower) {
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
	return endsAsKK(n.l, k, "plural")
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
			if ch, ok := n.l.Chunk(a, c); c != 0 && ok && int(ch.End) == k+1 && n.l.Is(a, lang.Cap) {
				return true
			}
		}
	}
	return false
}

// properFrom reports whether a body's name from start to its head at i opens
// with a name of its own rather than an adjective or a common word's capital.
func (n *nameFinder) properFrom(start, i int) bool {
	return n.l.Is(start, lang.Cap) && !n.relational(start) && start < i
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
		if strings.HasSuffix(w, e) && atLeast(w, 7) {
			return true
		}
	}
	return false
}

// relational reports whether a word has the ending of Kazakh adjectives made
// of nouns.
func (n *nameFinder) relational(k int) bool { return relationalKK(n.l.Fold(k)) }

// pluralKK reports whether a folded Kazakh word ends as a plural: компаниялар.
func pluralKK(w string) bool {
	return pluralEndsKK.end(w) && atLeast(w, 7)
}

// genitiveKK reports whether a folded Kazakh word ends as a genitive: банктің.
func genitiveKK(w string) bool {
	return strings.HasSuffix(w, "ң") && genitiveEndsKK.end(w) // all of them end so, and few words do
}

// caseEnding reports whether a small word carries a case that ends a noun
// phrase, so that it is no part of the name after it.
func (n *nameFinder) caseEnding(k int) bool { return n.trait(k, traitCase, caseEndingKK) }

// caseEndingKK is caseEnding of a folded word.
func caseEndingKK(w string) bool {
	for k := caseEndsKK.next(w, 0); k >= 0; k = caseEndsKK.next(w, k+1) {
		if _, e := caseEndsKK.cut(w, k); utf8.RuneCountInString(w) > utf8.RuneCountInString(e)+3 {
			if (e == "ты" || e == "ті" || e == "ды" || e == "ді") && !joinsKK(w[:len(w)-len(e)], e) {
				continue // саясаты
			}
			return true
		}
	}
	return false
}

// caseEndsKK are what cases and verb forms end with that no head of a name has: үйге, барған.
var caseEndsKK = fewEndsOf("ға", "ге", "қа", "ке", "да", "де", "та", "те", "дан", "ден", "тан", "тен", "нан", "нен", "ды", "ді", "ты", "ті", "ып", "іп", "ған", "ген", "қан", "кен", "ына", "іне")

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
