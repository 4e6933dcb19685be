package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// clauseTopic gives the token where the English clause begins that says what an act
// does, its day passed over, and its verb: "a law | that bans straws", "a law on Thursday |
// that would ban straws"; 0 where none stands there. What others do with the act is no
// topic: "a law that the house passed", "a law that was adopted".
func (g *ground) clauseTopic(i int, ph *phrase, s lang.Sentence) (that, verb int) {
	if !g.english() || !ph.has("act") || g.l.Is(ph.head, lang.Cap) || i+3 >= s.Last {
		return 0, 0
	}
	if k := i + 1; g.l.Plays(i, g.p.know.roles.on) && g.is(k, lang.DateChunk) {
		i = g.at(k).end
	}
	if i+3 >= s.Last || !g.l.Plays(i, g.p.know.roles.thatThing) {
		return 0, 0
	}
	k := i + 1
	modal := g.l.Has(k, g.p.know.lists.future)
	if modal {
		k++
	}
	if !g.l.Is(k, lang.Lower) || g.at(k) != nil || g.deedAt(k) || g.l.Has(k, g.npstop) || g.l.Has(k, g.article) || g.l.Has(k, g.p.know.lists.auxVerb) || g.l.Plays(k, g.p.know.roles.beVerb) {
		return 0, 0
	}
	w := g.l.Fold(k)
	if !modal && w[len(w)-1] != 's' && !g.verbBehind(k) {
		return 0, 0
	}
	return i, k
}

// shortClause reports whether the English clause that says what an act does, its verb at
// token from, is no name for it: nothing stands behind the verb ("a bill that would insure |
// every farmer"), or it is another instrument ("the law that approves the contract").
func (g *ground) shortClause(i, from, to int) bool {
	if !g.l.Plays(i, g.p.know.roles.thatThing) {
		return false
	}
	for k := from + 1; k < to; k++ {
		if g.l.Has(k, g.p.know.lists.instrumentNoun) || g.l.Has(k, g.clause) {
			return true
		}
	}
	return to == from+1
}

// subjectAgain reports whether those who act in the English clause behind an instrument
// are told by a pronoun, so that they stand before it: "Chad kept to the pact that it
// concluded with Mali".
func (f *agreementFinder) subjectAgain(ph *phrase, d *deed) bool {
	for k := ph.to; k+1 < d.start && k < ph.to+2; k++ {
		if f.l.Plays(k, f.p.know.roles.thatThing) {
			return f.l.Plays(k+1, f.p.know.roles.replaces) // it, they
		}
	}
	return false
}

// bodyPast reports whether an English topic begins at token k behind "with" at token i and
// a side told by its noun alone: "an agreement with the unions | on crewing".
func (g *ground) bodyPast(i, k int) bool {
	if !g.english() || k < i+2 || k > i+5 || !g.l.Has(k, g.topic) || g.l.Has(k, g.p.know.lists.of) || g.l.Plays(k, g.p.know.roles.forWhat) || g.is(k+1, lang.DateChunk) || g.is(k+1, lang.PlaceChunk) {
		return false
	}
	for j := i + 1; j < k; j++ {
		if !g.l.Is(j, lang.Lower) || g.at(j) != nil || j > i+1 && g.l.Has(j, g.npstop) || g.verbBehind(j) {
			return false
		}
	}
	return true
}

// countedThing reports whether an English number word at token j counts the things that
// an instrument is about: "a contract for | two ferries", "a treaty on the | two dams".
func (g *ground) countedThing(j int, ph *phrase, s lang.Sentence) bool {
	if !g.english() || ph.entry.Class != g.p.know.lists.instrumentNoun || j+1 >= s.Last || !g.l.Is(j, lang.Lower) || !g.l.Is(j+1, lang.Lower) {
		return false
	}
	k := j - 1
	if g.l.Plays(j, g.p.know.roles.itsTheir) { // a treaty on | their border
		return !ph.has("loose") && g.l.Has(k, g.topic) && !g.l.Has(k, g.p.know.lists.of) && !g.l.Has(j+1, g.p.know.lists.bodyNoun) && !g.l.Has(j+1, g.officenoun)
	}
	if !g.l.Has(j, lang.NumberChunk) {
		return false
	}
	if g.l.Has(k, g.article) {
		k--
	}
	if !g.l.Has(k, g.topic) || g.l.Has(j+1, g.stop) || g.l.Has(j+1, g.npstop) || g.lengthOfTime(j, s) {
		return false
	}
	n, ok := g.numeralAt(j)
	return ok && n.end == j+1 && !g.l.Has(j+1, g.p.know.lists.partySides) && !g.l.Has(j+1, g.p.know.lists.bodyPlural)
}

// grantedBefore reports whether an English verb of awarding takes an instrument for its
// object, so that "to" behind it leads to the one who gets it: "awarded a contract for two
// ferries | to the yard".
func (g *ground) grantedBefore(ph *phrase) bool {
	k := ph.from
	if !g.english() || k == 0 {
		return false
	}
	if b := g.beforeArticle(k); b > 0 && g.l.Plays(b-1, g.p.know.roles.handVerb) { // submitted a bill on rescue | to the senate
		return true
	}
	for i := range g.deeds {
		if d := &g.deeds[i]; (d.end == k || d.end == k-1) && strings.HasSuffix(d.value, " awarded") {
			return true
		}
	}
	return false
}

// wordOfQuote reports whether an English instrument told by its kind alone, and the verb
// that tells of it, stand inside a quotation, where it is a figure of speech more often
// than not: “a contract signed with a gun on the table”.
func (f *agreementFinder) wordOfQuote(t *telling) bool {
	ph := t.ph
	if !f.english() || ph.definite || ph.from == 0 || !f.l.Has(ph.from-1, f.p.know.lists.phraseOne) {
		return false
	}
	for k := min(ph.from, t.d.start) - 1; k >= t.s.First && k > ph.from-30; k-- {
		if isQuote(f.l.Rune(k)) {
			b, ok := f.quoteOpening(k, t.s.Last)
			return ok && b >= max(ph.to, t.d.end)
		}
	}
	return false
}

// beginsThen reports whether token j is an English verb in the present of what goes on then,
// its day right behind it: "talks on a pact for drivers | begin next week".
func (g *ground) beginsThen(j int) bool {
	if !g.english() || !g.l.Has(j, g.p.know.lists.presentMove) || !g.l.Is(j, lang.Lower) || g.l.Has(j-1, g.topic) || g.l.Has(j-1, g.article) || j > 2 && g.l.Rune(j-2) == '-' && g.l.Is(j-1, lang.Glued) { // visa-free | travel
		return false
	}
	return g.is(j+1, lang.DateChunk) || g.l.Has(j+1, g.topic) && g.is(j+2, lang.DateChunk)
}

// insertedTopic gives the preposition of a topic that commas set off from the noun of an
// English instrument: "a second agreement, | on solar pumps, is being prepared"; 0 where
// none stands there.
func (g *ground) insertedTopic(i int, ph *phrase, s lang.Sentence) int {
	if !g.english() || i+3 >= s.Last || g.l.Rune(i) != ',' || ph.entry.Class != g.p.know.lists.instrumentNoun || !g.l.Has(i+1, g.topic) || g.l.Has(i+1, g.p.know.lists.of) || g.l.Plays(i+1, g.p.know.roles.forWhat) || g.at(i+2) != nil {
		return 0
	}
	for k := i + 2; k < s.Last && k < i+10; k++ {
		if g.l.Rune(k) == ',' {
			return i + 1
		}
		if g.l.Is(k, lang.Punct) && g.l.Rune(k) != '-' || g.deedAt(k) || g.is(k, lang.DateChunk) || g.l.Has(k, g.p.know.lists.auxVerb) {
			return 0
		}
	}
	return 0
}
