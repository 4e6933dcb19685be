package reader

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// middleOf reports whether the Kazakh noun for a centre at i says where in a
// town or district something is («Алматының орталығында», «аудан орталығында»),
// or the one for a fund is a stock of things («жүлде қоры»).
func (n *nameFinder) middleOf(i int) bool {
	if i > 0 && strings.HasPrefix(n.l.Fold(i), "қор") && n.fundOf != 0 && n.l.Has(i-1, n.fundOf) {
		return true // жүлде қоры, орман қоры
	}
	if i == 0 || !strings.HasPrefix(n.l.Fold(i), "орталығ") {
		return false
	}
	if n.ownerWord != 0 && n.l.Has(i-1, n.ownerWord) {
		return true
	}
	if !genitiveKK(n.l.Fold(i - 1)) {
		return false
	}
	return n.placeAt(element{start: i - 1, end: i}) || n.placeLow != 0 && n.l.Has(i-1, n.placeLow) || n.placeHead != 0 && n.l.Has(i-1, n.placeHead)
}

// commonBody reports whether the words from start, which opens its sentence,
// to the noun for bodies at i name none: its owner is a common noun («Қала
// әкімдігі»), or a common word says what kind of works, school or team it is
// («Нан зауытында»).
func (n *nameFinder) commonBody(start, i int) bool {
	for k := start + 1; k < i; k++ {
		if !n.l.Is(k, lang.Lower) || n.l.Has(k, n.orgHead) && genitiveKK(n.l.Fold(k)) { // Башкент университетінің ауруханасы
			return false
		}
	}
	if n.ownerWord != 0 && n.l.Has(start, n.ownerWord) && !n.nominativePlace(start) { // Астана қаласының соты
		return true
	}
	if n.bodyKind == 0 || !n.l.Has(i, n.bodyKind) || start == i || !n.l.Is(i, lang.Lower) {
		return false
	}
	e := element{start: start, end: start + 1}
	if start+2 == i && n.ofTownKK(start+1) && n.possessed(i) && n.unlisted(start) { // Вандрель облыстық ауруханасы
		return false
	}
	if n.placeAt(e) || n.isGiven(e) || n.relational(start) || n.l.Is(start, lang.Upper) || !n.l.Is(start, lang.Cyrillic) {
		return false
	}
	for _, c := range [...]lang.Class{n.surname, n.orgKnown, n.gazBody, n.gazGroup, n.notName, n.orgHead} {
		if c != 0 && n.l.Has(start, c) {
			return false
		}
	}
	surname, _ := n.surnameEnding(e)
	return !surname
}

// ofTownKK reports whether the adjective at token k says that what follows is a town's or a
// region's, whose name stands before it where somebody possesses it.
func (n *nameFinder) ofTownKK(k int) bool {
	return n.l.Plays(k, n.r.ofTown)
}

// relationalKK reports whether a folded word ends as Kazakh adjectives made of nouns do.
func relationalKK(w string) bool {
	if !strings.HasSuffix(w, "ық") && !strings.HasSuffix(w, "ік") { // all of them end so, and few words do
		return false
	}
	for _, e := range relationalEndings {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// relationalEndings make Kazakh adjectives of nouns.
var relationalEndings = [...]string{"лық", "лік", "дық", "дік", "тық", "тік"}

// membersBodyKK proposes the Kazakh body at token i that is told by its members alone,
// without a capital: «Лимада | балықшылар одағы мен порт меморандумға қол қойды».
func (n *nameFinder) membersBodyKK(i int, s lang.Sentence) {
	if i-1 <= s.First || !n.l.Is(i, lang.Lower) || !n.l.Is(i-1, lang.Lower) || !n.l.Plays(i, n.r.membersBody) || !n.ownedForm(i) || n.pluralBodies(i) || !n.pluralHead(i-1) || n.caseEnding(i-1) {
		return
	}
	if n.l.Is(i+1, lang.Lower) && n.l.Has(i+1, n.orgHead) && n.possessed(i+1) { // одағының | кеңесі
		return
	}
	if !n.l.Has(i-1, n.p.know.lists.personNoun) && !n.l.Has(i-1, n.office) && !slices.ContainsFunc(n.l.Analyses(i-1), func(a lang.Analysis) bool { return a.Slots == "plural" && agentKK(a.Stem) }) {
		return
	}
	n.propose(candidate{class: lang.OrgChunk, start: i - 1, end: i + 1, score: scoreHead, rule: "members"})
}

// fieldKK reports whether a small word before a noun for bodies is its field:
// «геофизика институты», not «шешімімен институты».
func (n *nameFinder) fieldKK(k int) bool {
	w := n.l.Fold(k)
	return n.l.Is(k, lang.Lower) && !n.caseEnding(k) && !attributiveKK(w) && !genitiveKK(w) && !strings.HasSuffix(w, "мен") && !strings.HasSuffix(w, "бен") && !strings.HasSuffix(w, "пен")
}

// instrumentalKK reports whether a word can only be read in the instrumental:
// «Жарлығымен» before the name of a body.
func (n *nameFinder) instrumentalKK(k int) bool {
	for _, a := range n.l.Analyses(k) {
		if a.Harmony && strings.HasSuffix(a.Slots, "poss3 ins") {
			return true
		}
	}
	return false
}

// possessed reports whether a word carries the possessive that ties it to the
// word before it, and no case behind it. Nouns for bodies from other languages
// follow no harmony: банкі.
func (n *nameFinder) possessed(k int) bool {
	if w := n.l.Fold(k); n.l.Has(k, n.orgHead) && (strings.HasSuffix(w, "ы") || strings.HasSuffix(w, "і")) {
		return true
	}
	for _, a := range n.l.Analyses(k) {
		if a.Harmony && (a.Slots == "poss3" || strings.HasSuffix(a.Slots, " poss3")) {
			return true
		}
	}
	return false
}

// ownedForm reports whether a word carries the possessive of the third person, whatever
// case follows it: фестивалінде, but not көрме.
func (n *nameFinder) ownedForm(k int) bool {
	for _, a := range n.l.Analyses(k) {
		if strings.Contains(a.Slots, "poss3") {
			return true
		}
	}
	return false
}

// subsequence reports whether the words of a short name stand in the long one
// in their order and the last words are one noun, with or without its
// possessive: «Моңғолия федерациясы» of «Моңғолия бокс федерациясы».
func subsequence(long, short string) bool {
	if i := strings.IndexFunc(short, unicode.IsSpace); i < 0 || !strings.Contains(long, short[:i]) {
		return false // one word, or the first is not there
	}
	a, b := strings.Fields(long), strings.Fields(short)
	if len(b) < 2 || len(b) >= len(a) || withoutPossessive(a[len(a)-1]) != withoutPossessive(b[len(b)-1]) {
		return false
	}
	k, inside := 0, false
	for _, w := range a[:len(a)-1] {
		if k < len(b)-1 && w == b[k] {
			k++
		} else {
			inside = inside || k > 0
		}
	}
	return k == len(b)-1 && !(inside && a[0] != b[0]) // no region's own board of a league is the league
}

// headKK gives the last word of a folded Kazakh name without its possessive.
func headKK(name string) string {
	if i := lastBlank(name); i >= 0 {
		_, n := utf8.DecodeRuneInString(name[i:])
		name = name[i+n:]
	}
	return withoutPossessive(name)
}

// lastBlank gives the place of the last blank of a text or -1, quicker where
// behind it stand letters of ASCII and U+0400 to U+07FF alone.
func lastBlank(s string) int {
	for i := len(s) - 1; i >= 0; i-- {
		switch c := s[i]; {
		case c == ' ':
			return i
		case c < ' ' || c >= 0xC0 && c>>4 != 0xD:
			return strings.LastIndexFunc(s, unicode.IsSpace)
		}
	}
	return -1
}

// withoutPossessive gives a Kazakh noun without the possessive of the third
// person: банк of банкі.
func withoutPossessive(w string) string {
	for _, e := range [...]string{"сы", "сі", "ы", "і"} {
		if s, ok := strings.CutSuffix(w, e); ok && len(s) > 4 {
			return s
		}
	}
	return w
}
