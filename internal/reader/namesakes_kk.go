package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// Kazakh names of persons that stand bare before a noun in the possessive are the name of
// what the noun tells: «Шерхан Мұртаза көшесі» is a street, «Шерханның көшесі» is his.

// namesakesKK takes the name of a person right before the possessive of a street, a school
// or a thing for part of its name: «Шерхан Мұртаза көшесінде», «Хаббл теңдеуі».
func (n *nameFinder) namesakesKK(s lang.Sentence) {
	for i := s.First + 1; i < s.Last; i++ {
		place, body := n.l.Plays(i, n.r.namesakePlace), n.l.Plays(i, n.r.namesakeBody)
		thing := n.l.Plays(i, n.r.namesakeThing) && n.ownedForm(i) && !bareObjectKK(n.l.Fold(i)) || n.l.Plays(i, n.r.namesakePrize)
		if !place && !body && !thing || !n.l.Is(i, lang.Lower) || n.l.Is(i, lang.Glued) || n.glued(i+1, '-') || !thing && (!n.ownedForm(i) || bareObjectKK(n.l.Fold(i))) {
			continue
		}
		start := n.bareNameBefore(i, s)
		switch {
		case start < 0:
		case thing:
			n.noPerson(start, i)
		case start == i-2 && place:
			n.propose(candidate{class: lang.PlaceChunk, start: start, end: i + 1, score: scoreSure, rule: "place"})
		case start == i-2:
			n.propose(candidate{class: lang.OrgChunk, start: start, end: i + 1, score: scoreSure, rule: "kind"})
		}
	}
}

// bareNameBefore gives the first token of the name of one word, or of a given name and a
// word, that ends before token i without a case, and -1 where none does or somebody with
// that name is told of: «депутат Шерхан Мұртаза көшесінде …».
func (n *nameFinder) bareNameBefore(i int, s lang.Sentence) int {
	start := i - 1
	if !n.bareCapital(start) || n.l.Has(start, n.office) || n.l.Has(start, n.title) {
		return -1
	}
	if k := start - 1; k >= s.First && n.bareCapital(k) && !n.l.Is(start, lang.Glued) && n.isGiven(element{start: k, end: k + 1}) {
		start = k
	}
	if n.titledAt(start) || start > s.First && n.l.Has(start-1, n.p.know.lists.personNoun) && !pluralKK(n.l.Fold(start-1)) {
		return -1
	}
	if k := start - 1; k >= s.First && n.beside(start, s) && n.bareCapital(k) && !n.onlyOpensName(k, start, s) {
		return -1 // Ержан Шерхан Мұртаза көшесінде тұрады
	}
	return start
}

// bareCapital reports whether token k is a word with a capital and no case.
func (n *nameFinder) bareCapital(k int) bool {
	return n.l.Is(k, lang.Cap) && !n.l.Is(k, lang.Upper) && !genitiveKK(n.l.Fold(k)) && !n.caseEnding(k)
}

// onlyOpensName reports whether the word at token k opens a sentence before the name at
// token start and is no part of it, or tells where: «Өрт | Шерхан Мұртаза көшесінде»,
// «Ақтаудағы | Шерхан Мұртаза көшесі».
func (n *nameFinder) onlyOpensName(k, start int, s lang.Sentence) bool {
	if w := n.l.Fold(k); attributiveKK(w) || pluralKK(w) && n.opens(k, s) {
		return true
	}
	return n.opens(k, s) && n.ordinaryOpener(element{start: k, end: k + 1}, element{start: start, end: start + 1})
}

// bareObjectKK reports whether a folded word is an object that belongs to nobody, whose
// ending looks like one of what is owned: көпірді, теореманы, but not университеті.
func bareObjectKK(w string) bool {
	for _, end := range [...]string{"ды", "ді", "ты", "ті"} {
		if stem, ok := strings.CutSuffix(w, end); ok {
			return joinsKK(stem, end)
		}
	}
	stem, ok := strings.CutSuffix(w, "ны")
	if !ok {
		stem, ok = strings.CutSuffix(w, "ні")
	}
	return ok && strings.ContainsRune("аеыі", lastRune(stem))
}

// hyphenedTownKK reports whether a candidate for a person is one hyphenated word whose first
// part opens the names of towns and seldom those of persons: Сан-Фернандо, Порт-Элизабет,
// but not Сент-Экзюпери, nor who has a title or says something.
func (n *nameFinder) hyphenedTownKK(c *candidate) bool {
	if c.end < c.start+3 || !n.l.Plays(c.start, n.r.townFirst) || n.titledAt(c.start) || n.say != 0 && n.l.Has(c.end, n.say) {
		return false
	}
	for k := c.start + 1; k < c.end; k += 2 {
		if !n.glued(k, '-') {
			return false
		}
	}
	switch n.l.Fold(c.start) {
	case "сен", "сент", "ле", "ла", "эль", "коста":
		return false
	}
	return true
}
