package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// loneWord is a word that may be the whole name of a person.
type loneWord struct {
	element
	s              lang.Sentence
	titled         bool // a title stands before it
	given, surname bool // it is a given name; it is a surname or ends as surnames do
	opens          bool // its capital may be that of its place in the sentence
}

// single weighs a name of one word: alone it needs more.
func (n *nameFinder) single(e element, s lang.Sentence, titled, given, surnameEnd bool) int {
	w := loneWord{element: e, s: s, titled: titled, given: given, surname: surnameEnd}
	if n.otherBeside(&w) {
		return 0
	}
	if score := n.toldAlone(&w); score != 0 {
		return score
	}
	if n.loneNoun(&w) {
		return 0
	}
	w.opens = n.opens(e.start, s)
	if n.tag == "kk" && w.opens && n.event != 0 && n.l.Has(e.end, n.event) && n.l.Is(e.end, lang.Lower) {
		return 0 // Бейбіт келіссөздер
	}
	if n.tag == "en" {
		if score := n.loneName(e, s, w.opens, given); score != 0 {
			return score
		}
		if e.end > e.start+2 && n.l.Fold(e.start) == "al" && !n.afterArticle(e.start) {
			return 50 // Al-Zawahiri
		}
	}
	return n.weighAlone(&w)
}

// otherBeside reports whether a word is another thing by what stands before it.
func (n *nameFinder) otherBeside(w *loneWord) bool {
	if w.titled {
		return false
	}
	if n.tag != "en" {
		return n.month != 0 && n.l.Has(w.start, n.month) // Август, Май at the head of a line
	}
	if w.given {
		return false
	}
	if n.besideAge(w.start-1, w.s) {
		return true // the Old Mill
	}
	return !w.surname && w.start > w.s.First+1 && n.l.Plays(w.start-1, n.r.of) && n.titledAt(w.start-1) // the Chief Executive of Vandrel
}

// toldAlone gives the score of a word that the words beside it make a person
// whatever else it may be, 0 for others.
func (n *nameFinder) toldAlone(w *loneWord) int {
	if n.tag == "en" && !w.titled && n.actsAsPerson(w.start, w.s) && n.placeAt(w.element) {
		return scoreContext
	}
	if w.titled && n.tag == "en" && n.calledMister(w) {
		return scoreKnown + 4
	}
	if n.honouredKK(w) {
		return scorePerson
	}
	if n.l.Is(w.start, lang.Upper) && n.addressed(w.start) {
		return scorePerson
	}
	if n.tag == "en" && n.l.Plays(w.end, n.r.ofLeader) && n.l.Has(w.end, lang.Lower) && n.afterArticle(w.start) {
		if v, _, ok := n.l.Value(w.start, n.surname); ok && v == "known" {
			return 62 // the Bush administration
		}
	}
	return 0
}

// loneNoun reports whether a word is a noun, a place or a word that qualifies the
// next one, rather than a person.
func (n *nameFinder) loneNoun(w *loneWord) bool {
	if n.l.Has(w.start, n.common) || n.l.Has(w.start, n.orgHead) || n.l.Has(w.start, n.eventHead) || n.l.Has(w.start, n.placeHead) || n.l.Is(w.start, lang.Upper) && !(n.tag == "en" && n.loud && w.titled && (w.surname || w.given)) {
		return true
	}
	if n.placeAt(w.element) && !(w.given && n.tag == "en" && n.l.Has(w.start, n.given) && !n.country(w.start)) {
		return true
	}
	if !w.titled && n.afterArticle(w.start) || n.sharesNoun(w.start, w.s) {
		return true
	}
	switch n.tag {
	case "ru":
		return n.loneNounRU(w)
	case "kk":
		return !w.titled && (n.fieldBefore(w.end) || w.end < w.s.Last && strings.HasPrefix(n.l.Fold(w.end), "саласы")) || // Әділет министрі
			n.relational(w.start) && !n.givenAsWritten(w.start) // Азаматтық қорғау механизмі
	}
	return false
}

// loneNounRU reports whether a Russian word alone that might be a person is a noun or an
// adjective: an office in front of another, a word that agrees with what follows.
func (n *nameFinder) loneNounRU(w *loneWord) bool {
	if !w.titled {
		return n.adjective(w.start) && !(w.given && n.givenTwice(w.start)) && !(w.surname && n.surnameWith(w.element, w.s))
	}
	more := w.end < w.s.Last
	if !w.given && !w.surname && n.bodyTitle(w.start) && !(more && n.l.Is(w.end, lang.Cap)) {
		return true // «глава Минсвязи»: the model may know better
	}
	if !w.given && more && n.l.Is(w.end, lang.Lower) && (n.l.Has(w.end, n.office) || n.l.Has(w.end, n.title)) && n.titledAt(n.spanEnd(w.end)) {
		return true // секретарь Патриархии протоиерей Иоанн
	}
	return n.seatOf(w.element) || n.qualifies(w.element, w.s)
}

// weighAlone weighs a word that may be a person by what it is: the surname of a
// known one, a given name, a word that ends as surnames do.
func (n *nameFinder) weighAlone(w *loneWord) int {
	v, _, _ := n.l.Value(w.start, n.surname)
	switch {
	case w.titled && !w.opens && n.tag == "en" && n.peopleAndNoun(w.element, w.given || w.surname):
		return 0 // the Siberian Thrush
	case w.titled && !w.opens:
		return scorePerson - 8
	case n.surname != 0 && v == "known":
		return 62
	case w.given && !w.opens:
		return 48
	case w.given && n.tag == "en" && n.livesOn(w.element, w.s):
		return 48
	case w.given && n.tag != "en":
		if ch, ok := n.l.Chunk(w.start, n.given); ok && n.isForm(n.l.Entry(ch), w.element) {
			return 48
		}
		return 0
	case w.surname && v != "first" && !w.opens && atLeast(n.l.Slice(w.start, w.end), 6):
		return 44
	case n.tag == "en" && (!w.opens && (n.spoken(w.element) || n.cue != 0 && n.l.Has(w.end, n.cue)) || n.clanName(w.element) || n.livesOn(w.element, w.s)):
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
	if strings.Contains(w, "министрі") { // Әділет министрімен
		w = kazakhBody(w)
	}
	return strings.HasSuffix(w, "і") || strings.HasSuffix(w, "ы")
}

// fieldOfOfficeKK reports whether words in small letters from token i on lead to an office that
// possesses what stands before it: «Ішкі | істер министрі».
func (n *nameFinder) fieldOfOfficeKK(i int) bool {
	for k := i; k < i+3 && k < len(n.l.Toks) && n.l.Is(k, lang.Lower); k++ {
		if n.fieldBefore(k) {
			return true
		}
	}
	return false
}

// bodyTitle reports whether the noun right before token i wants its body
// after it: the head of what, whose spokesman.
func (n *nameFinder) bodyTitle(i int) bool {
	class := n.p.know.lists.titleOfBody
	return class != 0 && i > 0 && n.l.Has(i-1, class)
}

// spoken reports whether a verb of saying stands beside a name.
func (n *nameFinder) spoken(e element) bool {
	return n.say != 0 && (n.l.Has(e.end, n.say) || e.start > 0 && n.l.Has(e.start-1, n.say))
}
