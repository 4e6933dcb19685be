package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
)

// English verbs that no list has, told by what stands around them.

// verbTells reports whether the verb that a match captures, whichever it is, gives words
// of who stands before it, since it governs a clause with "that": "Ada Berg hypothesised |
// that the quay would sink". A match that captures none, of a listed verb, does. Verbs of
// finding out, seeing to and showing give none; the clause has a verb of its own, so that
// it is no noun ("chaired | that meeting").
func (q *quoteFinder) verbTells(m *pattern.Match, a int, s lang.Sentence) bool {
	v, _, ok := m.Capture("verb")
	if !ok {
		return true
	}
	if h, _, ok := m.Capture("how"); ok && !q.manner(h) {
		return false
	}
	if !q.tellsThat(v) || q.deniedSay(v) || !q.clauseOfThat(m.End, s.Last) {
		return false
	}
	w := q.l.Fold(v)
	_, _, perfect := m.Capture("has")
	done := q.l.Has(v, q.p.know.lists.pastWord) || q.p.know.endings.pastEnd.end(w, 2)
	switch {
	case perfect || m.Rule.Name == "quote.told-by":
		return done || q.l.Has(v, q.say)
	case m.Rule.Name == "quote.saying":
		return strings.HasSuffix(w, "ing")
	}
	if q.behindPreposition(a, s) {
		return false
	}
	return done || q.l.Has(v, q.say) || len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !q.amidPhrase(a, s) && !q.gapBehind(m.End)
}

// amidPhrase reports whether what seems an English speaker at token a only tells which
// things the noun behind it means, since a number or an adjective stands before it: "the two |
// Packard signs that", "the various | FSF roles that".
func (q *quoteFinder) amidPhrase(a int, s lang.Sentence) bool {
	k := a - 1
	if k <= s.First || q.l.Has(k, q.office) || q.l.Has(k, q.say) || q.l.Has(k, q.p.know.lists.npStop) || q.l.Has(k, q.p.know.lists.funcWord) {
		return false
	}
	return q.l.Is(k, lang.Number) || q.l.Has(k, lang.NumberChunk) || q.l.Is(k, lang.Lower)
}

// gapBehind reports whether the English clause with "that", whose words begin at token i, lacks
// its subject, so that it tells of a noun before it: "rules that | forbid smoking".
func (q *quoteFinder) gapBehind(i int) bool {
	return q.l.Is(i, lang.Lower) && !q.l.Has(i, q.p.know.lists.npStop) && !q.l.Has(i, q.pronoun) && !strings.HasSuffix(q.l.Fold(i), "s") && !q.l.Is(i, lang.Number) && !q.l.Has(i, lang.DateChunk)
}

// tellsThat reports whether the English word in small letters at token v may be a verb
// whose "that" opens somebody's words.
func (q *quoteFinder) tellsThat(v int) bool {
	return !q.l.Plays(v, q.p.know.roles.tellsNothing) && !q.l.Has(v, q.p.know.lists.auxVerb) && !q.l.Has(v, q.p.know.lists.npStop) && !q.l.Has(v, q.pronoun)
}

// manner reports whether an English word tells how something is done: "glumly".
func (q *quoteFinder) manner(i int) bool {
	w := q.l.Fold(i)
	return len(w) > 4 && strings.HasSuffix(w, "ly")
}

// clauseReach is how many words may stand before the verb of an English clause.
const clauseReach = 14

// bareClauseReach is how many words may stand before it behind a noun without an article.
const bareClauseReach = 5

// clauseOfThat reports whether a clause with a verb of its own stands behind an English
// "that", from token i on; a noun alone ("that session, which was", "that day and left")
// is none.
func (q *quoteFinder) clauseOfThat(i, last int) bool {
	reach, r := clauseReach, &q.p.know.roles
	if q.l.Has(i, q.p.know.lists.timeUnit) || q.l.Plays(i, r.on) || q.l.Has(i, q.p.know.lists.of) || q.p.foldAt(i) == "with" { // celebrates that | day, based that | on
		return false
	}
	if q.l.Is(i, lang.Lower) && !q.l.Has(i, q.p.know.lists.npStop) && !q.l.Has(i, q.pronoun) && !strings.HasSuffix(q.l.Fold(i), "s") {
		reach = bareClauseReach
	}
	for k := i + 1; k < min(last, i+reach); k++ {
		if q.l.Is(k, lang.Punct) && (k == i+1 || reach == bareClauseReach) || q.l.Plays(k, r.relative) && k <= i+2 {
			return false
		}
		if reach == bareClauseReach && (q.l.Plays(k, r.and) && q.verbAmong(k+1, k+2) || q.l.Plays(k, r.beforeMain) || q.l.Plays(k, r.heShe)) { // that house | and has moved, that role | when
			return false
		}
		if q.verbAmong(k, k+1) && !q.l.Has(k-1, q.p.know.lists.phraseArticle) && !q.l.Plays(k-1, r.and) {
			return true
		}
		if q.l.Is(k, lang.Lower) && strings.HasSuffix(q.l.Fold(k), "s") && q.l.Has(k+1, q.p.know.lists.phraseArticle) { // the fund | supports the
			return true
		}
	}
	return false
}

// behindPreposition reports whether the English speaker named at token a, behind a title
// perhaps, stands behind a preposition: "a book by | X argues that" tells what the book
// argues.
func (q *quoteFinder) behindPreposition(a int, s lang.Sentence) bool {
	k := a - 1
	for k > s.First && (q.l.Has(k, q.office) || q.l.Is(k, lang.Cap) || q.l.Rune(k) == '.' || q.l.Has(k, q.p.know.lists.definite)) {
		k--
	}
	return k >= s.First && q.l.Is(k, lang.Lower) && (q.l.Has(k, q.p.know.lists.placePrep) || q.l.Has(k, q.p.know.lists.of) || q.l.Has(k, q.p.know.lists.topicPrep) || q.l.Has(k, q.p.know.lists.partyWith) || q.l.Has(k, q.p.know.lists.partyBy) || q.l.Plays(k, q.p.know.roles.to))
}
