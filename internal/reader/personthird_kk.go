package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// thirdNameKK reports whether the element e behind a given name and a word that no list
// of surnames has is the third part of a foreign name: three short syllables, «Ким Чжи
// Ён», or a word without a case before the object, the verb or the mark that closes the
// name, «Зайнал Абидин Хуссейн зауытты аралады». A body's name would go on behind it.
func (n *nameFinder) thirdNameKK(els []element, e element) bool {
	if e.particle || e.initial || e.end != e.start+1 || n.placeAt(e) || !n.l.Is(e.start, lang.Cyrillic) || n.l.Is(e.start, lang.Upper) {
		return false
	}
	if n.l.Has(e.start, n.orgHead) || n.l.Has(e.start, n.office) || n.l.Has(e.start, n.common) || n.event != 0 && n.l.Has(e.start, n.event) || n.l.Has(e.start, n.gazBody) || n.placePre != 0 && n.l.Has(e.start, n.placePre) {
		return false
	}
	if n.oneSyllableKK(els[0]) && n.oneSyllableKK(els[1]) && n.oneSyllableKK(e) {
		return true
	}
	if pluralKK(n.l.Fold(e.start)) {
		return false // Самат Асқар | Инвестициялар жөніндегі
	}
	return !n.caseEnding(e.start) && !n.accusative(e.start) && !n.possessed(e.start) && !n.relational(e.start) && !genitiveKK(n.l.Fold(e.start)) && n.closesNameKK(e.end)
}

// closesNameKK reports whether what stands at token i cannot belong to a body or a place
// whose name began before it: a mark, or an object in the accusative or dative.
func (n *nameFinder) closesNameKK(i int) bool {
	if i >= len(n.l.Toks) || n.l.Is(i, lang.Punct) {
		return i >= len(n.l.Toks) || !isQuote(n.l.Rune(i)) && n.l.Rune(i) != '-'
	}
	if !n.l.Is(i, lang.Lower) || n.l.Has(i, n.and) || n.funcWord != 0 && n.l.Has(i, n.funcWord) || n.l.Has(i, n.orgHead) || n.l.Has(i, n.office) || n.placeLow != 0 && n.l.Has(i, n.placeLow) {
		return false
	}
	w := n.l.Fold(i)
	for _, e := range [...]string{"ына", "іне", "ын", "ін"} {
		if strings.HasSuffix(w, e) { // Киото | хаттамасына
			return false
		}
	}
	for _, a := range n.l.Analyses(i) {
		if a.Harmony && len(a.Suffix) >= 4 && (a.Slots == "acc" || a.Slots == "dat") {
			return true
		}
	}
	return false
}

// oneSyllableKK reports whether a word is one short syllable, as each part of Korean,
// Chinese and Vietnamese names is.
func (n *nameFinder) oneSyllableKK(e element) bool {
	w := n.l.Fold(e.start)
	if e.initial || e.particle || e.end != e.start+1 || atLeast(w, 6) {
		return false
	}
	vowels := 0
	for _, r := range w {
		if strings.ContainsRune("аәеёиоөуұүыіэюя", r) {
			vowels++
		}
	}
	return vowels == 1
}

// latinPartnerKK reports whether words in Latin letters, no given name among them, stand
// beside a body of a Kazakh text as its equal, so that they name a firm: «Көлік
// министрлігі мен Siemens Mobility», «Siemens Mobility мен Көлік министрлігі».
func (n *nameFinder) latinPartnerKK(els []element, titled bool, s lang.Sentence) bool {
	if titled || len(els) == 0 || n.and == 0 || !n.latinAlone(els, false) {
		return false
	}
	i, end := els[0].start, els[len(els)-1].end
	if i-2 >= s.First && n.l.Has(i-1, n.and) && (n.l.Has(i-2, n.orgHead) || n.closesQuote(i-2)) {
		return true
	}
	if end >= s.Last || !n.l.Has(end, n.and) {
		return false
	}
	for k := end + 1; k < s.Last && k < end+8 && n.l.Is(k, lang.Word); k++ {
		if n.l.Has(k, n.orgHead) {
			return true
		}
	}
	return false
}
