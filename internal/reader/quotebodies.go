package reader

import (
	"slices"

	"shanyraq/internal/lang"
)

// speakerReach is how many tokens about the verb of saying the noun of a body that speaks
// stands among.
const speakerReach = 4

// commonSays gives the body that the noun of bodies beside the verb of saying at token v
// means, where nobody is named: «…», — отметило | управление; «…», – деді порт |
// басқармасы. told is true where such a noun speaks; the entity is -1 where the text has
// named no such body, so that nobody known does.
func (q *quoteFinder) commonSays(from, to, v int) (who int, told bool) {
	switch {
	case q.p.know.russian:
		return q.commonSaysRU(from, to, v)
	case q.p.know.pack.Tag == "kk":
		return q.commonSaysKK(from, to, v)
	}
	return 0, false
}

// commonSaysRU is commonSays of Russian: the noun stands in the nominative, right behind
// the verb and whom or when it was told, or right before it.
func (q *quoteFinder) commonSaysRU(from, to, v int) (who int, told bool) {
	noun := q.p.know.lists.orgHead
	for i := max(from, v-1); i < min(to, v+1+speakerReach); i++ {
		if i == v {
			continue
		}
		if i > v && (q.l.Is(i, lang.Punct) || q.l.Has(i, q.office) || q.l.Has(i, q.p.know.lists.inPrep)) {
			break
		}
		c, ok := q.l.Chunk(i, noun)
		if !ok || !q.l.Is(i, lang.Lower) && i > from || !slices.Contains(q.l.Entry(c).Folded(), q.l.Fold(i)) {
			continue
		}
		if e, named := q.bodyNounRU(i, from); named {
			return e, true
		}
	}
	return 0, false
}

// commonSaysKK is commonSays of Kazakh: the noun closes the clause behind the verb, or
// stands before the words and opens it.
func (q *quoteFinder) commonSaysKK(from, to, v int) (who int, told bool) {
	k := q.behindSay(v)
	for ; k < to && k < v+6; k++ {
		if !q.l.Is(k, lang.Word) || q.l.Has(k, q.pronoun) || q.l.Has(k, q.office) && !q.officeItself(k) {
			return 0, false
		}
	}
	if k == to && to > q.behindSay(v) && q.bodyHeadKK(to-1) {
		return q.knownBodyKK(to - 1)
	}
	for from < v && q.l.Is(from, lang.Punct) {
		from++
	}
	for i := from; i < min(v, from+3) && q.l.Is(i, lang.Word); i++ {
		if q.l.Has(i, q.pronoun) || q.l.Has(i, q.office) && !q.officeItself(i) {
			return 0, false
		}
		if (isQuote(q.l.Rune(i+1)) || q.l.Fold(i+1) == "деп") && q.bodyHeadKK(i) {
			return q.knownBodyKK(i)
		}
	}
	return 0, false
}

// bodyHeadKK reports whether the Kazakh word at token i is a noun of bodies that may be a
// subject: «басқарма», «порт басқармасы», not «басқармада».
func (q *quoteFinder) bodyHeadKK(i int) bool {
	if !q.l.Has(i, q.p.know.lists.orgHead) && !q.officeItself(i) {
		return false
	}
	for _, a := range q.l.Analyses(i) {
		if a.Harmony && (a.Slots == "" || a.Slots == "poss3") {
			return true
		}
	}
	return false
}

// knownBodyKK gives the body that the Kazakh noun at token i means, -1 where the text has
// named none.
func (q *quoteFinder) knownBodyKK(i int) (int, bool) {
	if e, ok := q.commonBodyKK(i, i+1); ok {
		return e, true
	}
	return -1, true
}

// paperTold reports whether words in Russian marks are the name of a paper to which what
// is said was told: «…», — рассказал «Вестнику» | Андрей Линд.
func (q *quoteFinder) paperTold(s *quoted) bool {
	return q.p.know.russian && q.nameLike(s) && s.closed && s.from >= 2 && q.l.Is(s.to+1, lang.Word) && q.l.Has(s.from-2, q.say)
}

// spokenTo reports whether a Russian body of a mention is only the one with which, or on
// whose air, somebody speaks by the verb at token v: «отметил в беседе с | агентством
// «Север»». In the plural «сообщили в | МЧС» it speaks.
func (q *quoteFinder) spokenTo(m *mention, v int) bool {
	if !q.p.know.russian || m.start == 0 || v < len(q.l.Toks) && q.manySay(v) {
		return false
	}
	k := m.start - 1
	if isQuote(q.l.Rune(k)) && k > 0 {
		k--
	}
	switch q.l.Fold(k) {
	case "с", "со":
		return true
	}
	return q.l.Plays(k, q.p.know.roles.spokenAt)
}
