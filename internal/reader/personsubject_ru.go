package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// subjectBehind reports whether what token i says is said of who stands behind
// it: a short participle («председателем избран Мвилола Имасику») or a verb of
// saying after reported speech («…», — заявил Имасику).
func (n *nameFinder) subjectBehind(i int) bool {
	if !n.l.Is(i, lang.Lower) {
		return false
	}
	w := n.l.Fold(i)
	if shortParticiple(w) {
		return true
	}
	if i == 0 || n.say == 0 || !n.l.Has(i, n.say) {
		return false
	}
	switch r := n.l.Rune(i - 1); {
	case isDash(r), r == ',':
		return true
	}
	return n.l.Is(i-1, lang.CloseQuote)
}

// shortParticiple reports whether a folded word is a short passive participle
// in the masculine, the feminine or the plural, of verbs that persons are the
// object of: избран, назначена, признаны. Those in -о have no subject
// («избрано», «вручено»).
func shortParticiple(w string) bool {
	if s, ok := strings.CutSuffix(w, "а"); ok {
		w = s
	} else if s, ok := strings.CutSuffix(w, "ы"); ok {
		w = s
	}
	return shortParticipleEnds.end(w)
}

// shortParticipleEnds are what such participles end with before their gender: избран.
var shortParticipleEnds = fewEndsOf("бран", "знан", "зван", "ован", "ержан", "слан", "значен", "лучен", "вержден", "вобожден", "ажден", "вращен", "явлен", "авлен", "достоен", "нят", "аказан", "инут", "уволен", "ранен", "лишен", "ведчен", "крепощен", "глашен", "ьщен")

// givenShort reports whether a folded word is the short participle of a verb of
// giving: подана, создан, выданы.
func givenShort(w string) bool {
	for _, end := range [...]string{"одан", "ыдан", "оздан", "едан", "тдан", "одана", "ыдана", "оздана", "едана", "тдана", "оданы", "ыданы", "озданы", "еданы", "тданы"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// adjectiveBefore gives the cases and the gender that an adjective in small
// letters right before a name tells: «27-летняя Шарифа Джума», «известного
// Ивана Петрова»; none where token i is no such word.
func (n *nameFinder) adjectiveBefore(i int) (caseSet, byte) {
	if i < 0 || !n.l.Is(i, lang.Lower) || !n.adjective(i) {
		return 0, 0
	}
	w := n.l.Fold(i)
	for _, x := range [...]struct {
		end    string
		cases  caseSet
		gender byte
	}{{"ая", nominativeCase, 'f'}, {"яя", nominativeCase, 'f'}, {"ую", accusativeCase, 'f'}, {"юю", accusativeCase, 'f'}, {"ый", nominativeCase, 'm'}, {"ий", nominativeCase, 'm'},
		{"ого", genitiveCase | accusativeCase, 'm'}, {"его", genitiveCase | accusativeCase, 'm'}, {"ому", dativeCase, 'm'}, {"ему", dativeCase, 'm'}} {
		if strings.HasSuffix(w, x.end) {
			return x.cases, x.gender
		}
	}
	return 0, 0
}

// particleFirst reports whether a small Arabic article or another particle of
// names stands at token i, tied by a hyphen to a word with a capital: аль-Бусаиди.
func (n *nameFinder) particleFirst(i int) bool {
	return n.particle != 0 && n.l.Is(i, lang.Lower) && n.l.Has(i, n.particle) && n.glued(i+1, '-') && i+2 < len(n.l.Toks) && n.l.Is(i+2, lang.Glued) && n.l.Is(i+2, lang.Cap)
}

// personTold reports whether the three tokens from i on tell of one person rather
// than of a body: an adjective, a noun for a person in small letters and a word
// with a capital («Шведская коллега Нэсс»).
func (n *nameFinder) personTold(i int) bool {
	if !n.adjective(i) || !n.l.Is(i+1, lang.Lower) || !n.l.Is(i+2, lang.Cap) || n.orgHead != 0 && n.l.Has(i+1, n.orgHead) {
		return false
	}
	for _, c := range [...]lang.Class{n.office, n.title, n.p.know.lists.kinWord, n.p.know.lists.personNoun, n.p.know.lists.profession} {
		if c != 0 && n.l.Has(i+1, c) {
			return true
		}
	}
	return false
}

// bynamed proposes a given name with the epithet of a ruler or a saint: «Иоанн
// Грозный», «Петра Великого».
func (n *nameFinder) bynamed(s lang.Sentence) {
	if !n.has.classes.Has(n.epithet) {
		return
	}
	for i := s.First + 1; i < s.Last; i++ {
		if !n.l.Is(i, lang.Cap) || !n.l.Has(i, n.epithet) || n.taken[i] || n.taken[i-1] {
			continue
		}
		e := element{start: i - 1, end: i}
		if n.l.Is(i-1, lang.Cap) && n.isGiven(e) && !(i+1 < s.Last && (n.l.Is(i+1, lang.Cap) || n.placeLow != 0 && n.l.Has(i+1, n.placeLow))) {
			n.propose(candidate{class: lang.PersonChunk, start: i - 1, end: i + 1, score: scoreKnown + 6, gender: 'm', rule: "byname"})
		}
	}
}

// openingAdverb reports whether a word ends as long Russian adverbs do, so that
// it only opens the sentence before a name: «Одновременно Цукерберг объявил».
func openingAdverb(w string) bool {
	if !atLeast(w, 7) {
		return false
	}
	for _, end := range [...]string{"енно", "льно", "чно", "тно", "вно", "зно", "рно", "жно", "шно", "дно"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}
