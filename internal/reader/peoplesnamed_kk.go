package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// namesPeopleKK decides whether a Kazakh form names the people itself: a plural,
// or a word counted, before a noun for peoples or at the end of a clause.
func (n *nameFinder) namesPeopleKK(e *lang.Entry, from, to int, s lang.Sentence, noun, ends bool) bool {
	word := n.l.Fold(to - 1)
	plural, counted := pluralPeopleKK(word), n.countedKK(from, s)
	if relationalKK(word) && (!relationalKK(lang.Fold(e.Forms[0])) || to < s.Last && isQuote(n.l.Rune(to))) {
		return false // қытайлық «Синогидро» компаниясы
	}
	if to < s.Last && n.l.Is(to, lang.Cap) || n.l.Is(from, lang.Cap) && !n.opens(from, s) {
		return false // peoples take no capital: Әзербайжан is the country
	}
	if !plural && !noun && n.l.Is(from, lang.Cap) && n.placeAt(element{start: from, end: to}) {
		return false // Әзербайжан мен Армения
	}
	if counted && to < s.Last && !plural && (n.l.Has(to, n.office) || n.l.Has(to, n.p.know.lists.personNoun)) {
		return false // 46 итальян студенті
	}
	if counted && to < s.Last && !plural && !noun && n.l.Is(to, lang.Lower) && n.possessed(to) && !n.p.know.endings.verbEnd.end(n.l.Fold(to), 2) {
		return false // 370-ке жуық қазақ мектебі
	}
	joined := to < s.Last && n.l.Plays(to, n.r.joinsPeoples)
	return plural || noun || counted || ends || joined
}

// countedKK reports whether a number counts the word at i, a word like «астам»
// between them or not: «118 мың кәріс», «2 мыңнан астам татар».
func (n *nameFinder) countedKK(i int, s lang.Sentence) bool {
	if i > s.First {
		if _, _, ok := n.l.Value(i-1, n.p.know.lists.qualAfter); ok {
			i--
		}
	}
	if i-2 > s.First && n.glued(i-2, '-') && n.l.Has(i-1, n.p.know.lists.caseEnd) { // 1,5 млн-ға жуық
		i -= 2
	}
	for k := i - 1; k >= s.First && k >= i-4; k-- {
		if x, ok := n.p.numberAt(k); ok {
			return x.end >= i && !x.ordinal
		}
		if n.l.Is(k, lang.Number) {
			return k == i-1
		}
	}
	return false
}

// pluralPeopleKK reports whether a folded Kazakh word has the ending of the
// plural in it.
func pluralPeopleKK(w string) bool {
	for _, e := range [...]string{"лар", "лер", "тар", "тер", "дар", "дер"} {
		if strings.Contains(w, e) {
			return true
		}
	}
	return false
}
