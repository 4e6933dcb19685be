package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// fewestListed is how many members a list has that tells of its unlisted ones what
// the listed are.
const fewestListed = 3

// listedPeoples notes the words that no list knows in an English list of peoples
// without articles: "nine peoples: Karen, Hmong, Dukha, Zorvani and Mien", "Bosniaks,
// Zorvani and Kosovo Turks". Two members must be known, one of them by its plural,
// or one where a noun for peoples stands before, since languages are listed alike;
// all others must be words that are nothing else.
func (n *nameFinder) listedPeoples() {
	if !n.p.hasAll.classes.Intersects(&n.anyPeople) {
		return
	}
	done := 0
	for _, at := range n.p.caps {
		i := int(at)
		if i < done || n.l.Rune(i+1) != ',' || !n.l.Is(i+1, lang.Punct) {
			continue
		}
		var members []int
		known, plural, last := 0, false, i
		for k := i; k < len(n.l.Toks) && n.l.Is(k, lang.Cap); {
			end, people := n.peopleMember(k)
			if end == 0 {
				break
			}
			if people {
				known++
				plural = plural || strings.HasSuffix(n.l.Fold(end-1), "s")
			}
			members, last = append(members, end-1), end
			if k = n.nextListed(end); k == 0 {
				break
			}
		}
		done = last
		if len(members) < fewestListed || known == 0 || !n.standsAlone(last) && !n.peopleNoun(last) || !(known > 1 && (plural || n.peopleNoun(last))) && !n.peoplesBefore(i) { // in Quechua, Aymara and Guarani: languages
			continue
		}
		for _, m := range members {
			if n.unlisted(m) {
				n.noteShaped(m)
			} else {
				n.noteChained(m)
			}
		}
	}
}

// peopleMember gives the end of the member of a list of peoples that begins at token
// k, behind a place that it is of, and whether the lists have it; 0 where it is
// something else.
func (n *nameFinder) peopleMember(k int) (int, bool) {
	if ch, ok := n.l.Chunk(k, n.moreGroup); ok {
		v := n.l.Entry(ch).Value
		return int(ch.End), v != "adj" && v != "land"
	}
	if ch, ok := n.l.Chunk(k, n.gazGroup); ok {
		e := n.l.Entry(ch)
		if plural := lang.Fold(form(e, 1)); plural == n.l.Fold(int(ch.End)-1) && plural != lang.Fold(form(e, 2)) {
			return int(ch.End), true
		}
		return 0, false
	}
	if n.unlisted(k) {
		return k + 1, false
	}
	if n.placeAt(element{start: k, end: k + 1}) && n.l.Has(k+1, lang.Cap) && n.l.Has(k+1, n.gazGroup) { // Kosovo Turks
		return n.peopleMember(k + 1)
	}
	return 0, false
}

// nextListed gives the token of the next member of a list behind token i: a comma,
// "and" or both, and an article; 0 where the list ends.
func (n *nameFinder) nextListed(i int) int {
	k := i
	if n.l.Rune(k) == ',' {
		k++
	}
	if w := n.l.Fold(k); w == "and" || w == "or" {
		k++
	}
	if k == i || k >= len(n.l.Toks) || n.l.Toks[k].Para {
		return 0
	}
	if n.l.Fold(k) == "the" {
		k++
	}
	return k
}

// peoplesBefore reports whether a noun for peoples stands in the sentence before
// token i.
func (n *nameFinder) peoplesBefore(i int) bool {
	for k := i - 1; k >= n.p.sentenceOf(i).First && k > i-16; k-- {
		if v, _, ok := n.l.Value(k, n.groupShape); ok && v == "strong" {
			return true
		}
	}
	return false
}

// calledPeople reports whether what stands behind an article and an unlisted word
// says that it is a people: "the Zorvani | are a nomadic people of the north".
func (n *nameFinder) calledPeople(i int) bool {
	switch n.l.Fold(i) {
	case "are", "were", "is", "was", "became", "remain":
	default:
		return false
	}
	for k := i + 1; k < i+8 && k < len(n.l.Toks) && n.l.Is(k, lang.Lower); k++ {
		if v, _, ok := n.l.Value(k, n.groupShape); ok {
			return v == "strong"
		}
	}
	return false
}

// namesPeopleEN decides whether an English form names the people itself: a plural
// of its own does, another form by the words beside it.
func (n *nameFinder) namesPeopleEN(e *lang.Entry, from, to int, s lang.Sentence, noun, ends bool) bool {
	word, before := n.l.Fold(to-1), ""
	if from > s.First {
		before = n.l.Fold(from - 1)
	}
	plural, adj := lang.Fold(form(e, 1)), lang.Fold(form(e, 2))
	switch {
	case word == plural && plural != adj:
		return true
	case noun || before == "ethnic", n.joinedAdjective(to, s) && n.knownPeople(to+1), n.shareOfPeople(from, to, s):
		return true
	case n.otherSpelling(e, word): // Uighurs
		return true
	case word == plural: // Chinese, Kyrgyz
		return n.numberBefore(from, s) || n.hasShare(from, to, s) || ends && (before == "the" || before == "and" && !n.inTongues(from, s) || before == "many") || before == "the" && to < s.Last && n.l.Fold(to) == "are"
	}
	return !strings.HasSuffix(adj, word) && (before == "a" || before == "an") && ends
}

// inTongues reports whether a word that may be a people stands in a list of the tongues
// something is written in: "done in Greek, English and | French".
func (n *nameFinder) inTongues(from int, s lang.Sentence) bool {
	k := from - 2
	for ; k > s.First && k > from-9 && (n.l.Is(k, lang.Cap) || n.l.Rune(k) == ','); k-- {
	}
	return k < from-2 && n.word(k) == "in"
}

// otherSpelling reports whether a word is the plural of an English people spelled
// otherwise than its entry has it.
func (n *nameFinder) otherSpelling(e *lang.Entry, word string) bool {
	if len(e.Forms) < 4 || !strings.HasSuffix(word, "s") {
		return false
	}
	for _, f := range e.Forms[3:] {
		if lang.Fold(f) == word {
			return true
		}
	}
	return false
}

// hasShare reports whether a share or a number behind the word tells that it names a
// people though it might be an adjective: "Kyrgyz made up 88 per cent", "Russians 6 per
// cent, Chinese 2 per cent".
func (n *nameFinder) hasShare(from, to int, s lang.Sentence) bool {
	if to >= s.Last {
		return false
	}
	k := to
	if n.l.Plays(k, n.r.shareNow) {
		k++
	}
	if ch, ok := n.l.Chunk(k, n.p.know.lists.shareVerb); ok {
		k = int(ch.End)
		if ch, ok := n.l.Chunk(k, n.p.know.lists.qual); ok {
			k = int(ch.End)
		}
		return k < s.Last && (n.l.Has(k, lang.NumberChunk) || n.l.Is(k, lang.Number))
	}
	if from > s.First && n.l.Is(from-1, lang.Word) && !n.l.Plays(from-1, n.r.and) || !n.l.Is(k, lang.Number) {
		return false
	}
	for k < s.Last && (n.l.Is(k, lang.Number) || n.l.Rune(k) == '.' && n.l.Is(k, lang.Glued)) {
		k++
	}
	v, _, ok := n.l.Value(k, n.p.know.lists.unit)
	return ok && v == "percent"
}
