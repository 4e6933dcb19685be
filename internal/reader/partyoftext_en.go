package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// togetherReach is how many sentences back those who act together are sought for "the two
// sides".
const togetherReach = 12

// sidesOfText gives an English instrument, whose own sentence names none of its sides, those
// who act together by the text: for "both sides" and "they" those told of last, else those of
// whom alone the text has told so far: "The port and the bank met in Lima. A memorandum was
// signed on Friday".
func (q *partySearch) sidesOfText() {
	q.itWith()
	q.onlyCountries()
	if !q.english() || q.d == nil || q.between || q.ph.has("act") || len(q.found) > 0 && !q.onlyPersons(q.found) {
		return
	}
	if q.onlyRecalled(q.ph, q.d, q.s) || q.countedSigners(q.d, q.s) || q.ph.from > q.s.First && q.calledAfter(q.ph) && !q.d.firm && q.d.end <= q.ph.from {
		return
	}
	at := q.p.sentenceIndex(q.s.First)
	they := q.pluralBefore(q.d, q.s)
	switch {
	case q.sidesTold || q.bothTold():
		q.found = q.nearestTogether(at)
		return
	case they >= 0 && q.l.Fold(they) == "they":
		if at > 0 && !q.unnamedSides(at-1) {
			q.found = slices.Clone(q.sidesAt(at - 1))
		}
		return
	case they >= 0:
		q.found = slices.Clone(q.onlyOnes(at, false))
		return
	}
	if !q.nobodyTold() {
		return
	}
	if sides := q.onlyOnes(at, true); sides != nil && !q.namesOther(sides) {
		q.found = slices.Clone(sides)
	}
}

// onlyCountries leaves states alone in the parties of an English instrument that "the two
// countries" make, where two are found, and bodies beside their organs ("the Governments"): "As part of the session of the Joint Commission, the two
// countries signed".
func (q *partySearch) onlyCountries() {
	if !q.english() || len(q.found) < 3 {
		return
	}
	if q.found = q.withoutPersons(q.withoutOrgans(q.found)); len(q.found) < 3 || !q.sidesAreStates(q.s) {
		return
	}
	if states := slices.DeleteFunc(slices.Clone(q.found), func(e int) bool { return !q.isCountry(e) }); len(states) > 1 {
		q.found = states
	}
}

// itWith adds to the only side of an English instrument, told behind "with", the one whom "it" or
// "the country" at the head of the sentence means: "Peru opened an office. It also signed a
// protocol with Oman".
func (q *partySearch) itWith() {
	if !q.english() || q.d == nil || len(q.found) != 1 || q.ph.has("act") || q.s.First == 0 || q.d.end > q.ph.from || !q.withNamed(q.ph, q.s) {
		return
	}
	i := q.s.First
	if q.l.Has(i, q.article) {
		i++
	}
	if w := q.l.Fold(i); i == q.s.First && w != "it" || i > q.s.First && w != "country" && w != "republic" {
		return
	}
	e := q.soleSubject(q.p.sentenceIndex(q.s.First) - 1)
	if e < 0 || i > q.s.First && !q.isCountry(e) {
		return
	}
	q.add(e)
}

// nearestTogether gives those who act together in the nearest sentence before the one at that
// tells of as many as the sentence says; nil where bodies that have no names stand between.
func (q *partySearch) nearestTogether(at int) []int {
	states := q.sidesAreStates(q.s)
	for k := at - 1; k >= max(0, at-togetherReach); k-- {
		if k == at-1 && q.unnamedSides(k) {
			return nil
		}
		sides := q.sidesAt(k)
		if sides == nil || q.want > 0 && len(sides) != q.want {
			continue
		}
		if states && !q.onlyStates(sides) {
			continue
		}
		return slices.Clone(sides)
	}
	return nil
}

// sidesAt gives those who act together in sentence k, or the sides of the instrument told there.
func (q *partySearch) sidesAt(k int) []int {
	for i := len(q.made) - 1; i >= 0; i-- {
		if m := &q.made[i]; m.first == k && len(m.parties) > 1 && m.st.Status != "other" && !m.watched && !m.refused && !m.phrase.has("act") {
			return m.parties
		}
	}
	return q.togetherIn(k)
}

// onlyOnes gives those who alone act together in the sentences before the one at; where others
// do too, those of the sentence right before it in its paragraph, if near; nil where there are none.
func (q *partySearch) onlyOnes(at int, near bool) []int {
	var only []int
	for k := range at {
		sides := q.sidesAt(k)
		switch {
		case sides == nil:
		case only == nil:
			only = sides
		case !sameSides(only, sides):
			if last := q.sidesAt(at - 1); near && last != nil && !q.l.Toks[q.s.First].Para {
				return last
			}
			return nil
		}
	}
	return only
}

// sameSides reports whether two lists name the same sides.
func sameSides(a, b []int) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(e int) bool { return !slices.Contains(b, e) })
}

// bothTold reports whether the sentence says by a plural that those named before it make the
// instrument: "the two agencies signed", "was signed by both schools".
func (q *partySearch) bothTold() bool {
	for i := q.s.First; i+1 < q.s.Last; i++ {
		if i >= q.ph.from && i < q.ph.to || !q.l.Plays(i, q.p.know.roles.bothOf) || !q.l.Is(i+1, lang.Lower) || q.at(i+1) != nil {
			continue
		}
		if w := q.l.Fold(i + 1); !strings.HasSuffix(w, "s") || q.l.Has(i+1, q.noun) || q.l.Has(i+1, q.npstop) || q.l.Has(i+1, q.p.know.lists.timeUnit) || q.l.Has(i+1, q.p.know.lists.eventNoun) {
			continue
		}
		if k := i - 1; q.l.Fold(i) != "both" && !(k >= q.s.First && q.l.Has(k, q.article)) {
			continue
		}
		if i < q.d.start && q.d.end <= q.ph.from || q.behindBy(i) {
			return true
		}
	}
	return false
}

// behindBy reports whether "by" or "between" leads to token i, an article passed over.
func (q *partySearch) behindBy(i int) bool {
	k := i - 1
	if k > q.s.First && q.l.Has(k, q.article) {
		k--
	}
	return k > q.s.First && (q.l.Has(k, q.p.know.lists.partyBy) || q.l.Has(k, q.p.know.lists.partyBetween))
}

// nobodyTold reports whether the sentence tells what is done with an agreement and by whom not: "a
// memorandum was signed on Friday", "the visit ended with the signing of a protocol".
func (q *partySearch) nobodyTold() bool {
	if !q.ph.has("firm") || strings.HasPrefix(q.key(q.ph), "contract") {
		return false
	}
	if q.d.end <= q.ph.from {
		return q.d.rule.Name == "agreement.signing" || q.d.rule.Name == "agreement.adopting" || q.ph.has("told") && q.onlyPersons(q.found) && len(q.found) > 1
	}
	for i := q.d.end; i < q.s.Last && i < q.d.end+4; i++ {
		if q.l.Has(i, q.p.know.lists.partyBy) && !q.is(i+1, lang.DateChunk) && !q.l.Plays(i+1, q.p.know.roles.the) {
			return false
		}
	}
	return true
}

// namesOther reports whether the sentence names somebody besides those given who may be a side.
func (q *partySearch) namesOther(sides []int) bool {
	for m := q.nextNamed(q.behindDateline(q.s.First, q.s.Last), q.s.Last); m != nil; m = q.nextNamed(m.end, q.s.Last) {
		if m.entity < 0 || m.start >= q.ph.from && m.start < q.ph.to || slices.Contains(sides, m.entity) || m.class == lang.DateChunk || m.class == lang.GroupChunk || q.locative(m) {
			continue
		}
		if m.class == lang.PlaceChunk && !q.isCountry(m.entity) || m.class == lang.PersonChunk && slices.Contains(sides, q.standsFor(m.entity)) {
			continue
		}
		return true
	}
	for i := q.s.First; i < q.s.Last; i++ {
		if (i < q.ph.from || i >= q.ph.to) && q.bodyByNoun(i) {
			return true
		}
	}
	return false
}
