package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// onlyApproved reports whether an English settlement or truce, which is made by those
// who agree, is only approved here, so that the one who approves it is no side: "the
// settlement was approved by the court".
func (f *agreementFinder) onlyApproved(ph *phrase, d *deed) bool {
	return f.english() && ph.has("told") && strings.HasPrefix(d.value, "adopted") && !f.l.Plays(d.start, f.p.know.roles.agreeing)
}

// ofBodyNoun reports whether an English town only says where a body told by its noun is:
// "the cooperative of Lund", but not "the authority of Lund city".
func (f *agreementFinder) ofBodyNoun(m *mention) bool {
	return f.english() && m.class == lang.PlaceChunk && m.start > 2 && f.l.Has(m.start-1, f.p.know.lists.of) && !f.isCountry(m.entity) && !f.joins(m.end) && !f.l.Has(m.end, f.p.know.lists.placeLow) && f.bodyByNoun(m.start-2) && !f.l.Has(m.start-2, f.p.know.lists.placeLow) && !f.l.Has(m.start-2, f.p.know.lists.placeHead)
}

// unknownSides reports whether an English "between" before token i leads to a body with a
// capital that is not known for a name, so that the sides are no states of the text: "between
// the | Executive Office of the port and …".
func (f *agreementFinder) unknownSides(i int) bool {
	if f.l.Has(i, f.article) {
		i++
	}
	return i < len(f.l.Toks) && f.at(i) == nil && f.l.Is(i, lang.Cap) && (f.l.Has(i, f.p.know.lists.orgHead) || f.l.Has(i+1, f.p.know.lists.orgHead) || f.l.Has(i+1, f.p.know.lists.bodyNoun)) && !f.l.Plays(i, f.p.know.roles.stateOrgans)
}

// behindBrackets gives the token behind the brackets that open at token i of an English
// sentence, which only say where a side is or how it is called for short; 0 elsewhere.
func (f *agreementFinder) behindBrackets(i, last int) int {
	if !f.english() || f.l.Rune(i) != '(' {
		return 0
	}
	for k := i + 1; k < last && k < i+9; k++ {
		if f.l.Rune(k) == ')' {
			return k + 1
		}
	}
	return 0
}

// behindNextVerb reports whether another English predicate of the same or a further subject
// stands between a verb and a phrase behind it, which is no object of the verb then: "Chad
// ratified the pact, and the country will now focus on | the protocol".
func (f *agreementFinder) behindNextVerb(ph *phrase, d *deed) bool {
	if !f.english() || d.end > ph.from || d.mood != "done" {
		return false
	}
	future := f.p.know.lists.future
	for k := d.end; k+1 < ph.from; k++ {
		if !f.joins(k) && !f.l.Plays(k, f.p.know.roles.otherClause) {
			continue
		}
		for j := k + 1; j < ph.from && j < k+5; j++ {
			if f.l.Has(j, future) || f.l.Plays(j, f.p.know.roles.maybe) {
				return true
			}
			if f.l.Is(j, lang.Punct) || f.joins(j) || f.l.Plays(j, f.p.know.roles.thatThing) {
				break
			}
		}
	}
	return false
}

// inOtherName reports whether an English law or rule that a small word ties to the words
// before it belongs to the name of another instrument: "an agreement on aid to ensure
// compliance with | customs legislation", "a pact against violations of | the law".
func (f *agreementFinder) inOtherName(ph *phrase, at int) bool {
	if at == 0 || !f.english() || !ph.has("act") || !ph.has("loose") || ph.quoted[1] > 0 || f.l.Is(ph.head, lang.Cap) {
		return false
	}
	k := ph.from - 1
	if f.l.Has(k, f.article) {
		k--
	}
	if !f.l.Has(k, f.p.know.lists.of) && !f.l.Has(k, f.p.know.lists.partyWith) || !f.l.Is(k-1, lang.Lower) || f.deedAt(k-1) {
		return false
	}
	for i := f.insts[at-1].to; i < k; i++ {
		if f.l.Is(i, lang.Punct) && f.l.Rune(i) != '-' || f.deedAt(i) || f.clauseAt(i) {
			return false
		}
	}
	return true
}

// bulleted reports whether a sentence opens with the dash or the dot of an item.
func (f *agreementFinder) bulleted(s lang.Sentence) bool {
	r := f.l.Rune(s.First)
	return isDash(r) || r == '•' || r == '·' || r == '*'
}

// talkedAbout reports whether an English state is only what an event is about: "the
// conference on | Haiti".
func (f *agreementFinder) talkedAbout(m *mention) bool {
	return f.english() && m.start > 2 && f.l.Plays(m.start-1, f.p.know.roles.on) && f.l.Has(m.start-2, f.p.know.lists.eventNoun)
}

// datedBehindSides gives the day by which an English instrument is known behind its sides: "the
// Treaty on salt between Chad and Mali dated | 24 May 2005"; nil where none is told.
func (f *agreementFinder) datedBehindSides(ph *phrase, s lang.Sentence) *mention {
	if !f.english() || !f.l.Has(ph.to, f.p.know.lists.partyBetween) && !f.l.Has(ph.to, f.p.know.lists.partyWith) {
		return nil
	}
	for k := ph.to + 1; k+1 < s.Last && k < ph.to+24; k++ {
		if m := f.at(k); m != nil {
			k = m.end - 1
			continue
		}
		if f.l.Fold(k) == "dated" {
			if m := f.at(k + 1); m != nil && m.class == lang.DateChunk && !m.date.IsZero() {
				return m
			}
			return nil
		}
		if f.l.Is(k, lang.Punct) || f.deedAt(k) || f.l.Has(k, f.noun) || f.clauseAt(k) {
			return nil
		}
	}
	return nil
}

// inItem reports whether an English phrase opens an item of a list of papers and tells its
// sides, so that neither an article nor a plural makes it vague: "The Programme between X
// and Y".
func (f *agreementFinder) inItem(ph *phrase, s lang.Sentence) bool {
	return f.atItem > 0 && f.sided(ph, s)
}

// bodyThere reports whether an English town only says where the body behind it is that a
// noun tells: "to the Porto | firm".
func (f *agreementFinder) bodyThere(m *mention) bool {
	return m.start > 0 && f.l.Has(m.start-1, f.article) && m.end < len(f.l.Toks) && (f.bodyByNoun(m.end) || f.l.Plays(m.end, f.p.know.roles.dealPartner))
}

// toldFrom reports whether a text may be told from a state: its first sentence names it, or
// it is named more than once.
func (f *agreementFinder) toldFrom(e int) bool {
	n := 0
	for _, i := range f.states {
		if f.p.mens[i].entity == e {
			n++
		}
	}
	return n > 1 || slices.Contains(f.statesIn(0, f.p.sents[0].Last), e)
}

// metUnnamed reports whether an English text tells before token end of a counterpart
// whose state it gives by an adjective alone, so that no two states of the text are the
// sides; e is the only state that is named there before, -1 where none is: "Minister X
// of Malta met her Latvian counterpart".
func (f *agreementFinder) metUnnamed(end int) (e int, told bool) {
	for i := 1; f.english() && i < end; i++ {
		if !f.l.Plays(i, f.p.know.roles.counterpart) {
			continue
		}
		v, _, ok := f.l.Value(i-1, f.stateAdj)
		if !ok {
			continue
		}
		if _, named := f.stateNamed(v); named {
			continue
		}
		if before := f.statesIn(f.p.sentenceOf(i).First, i); len(before) == 1 {
			return before[0], true
		}
		return -1, true
	}
	return -1, false
}
