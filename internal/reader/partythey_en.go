package reader

import (
	"slices"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// whoTheyAre gives the two for which those act whom an English sentence calls "they" or "the
// partners" as the subject of its verb: the sides of the two who met in the sentence before,
// else those of all that the text has told of so far: "The rector of A met the rector of B.
// They signed a pact", "The partners plan to sign a roadmap"; nil where it tells of others.
func (f *agreementFinder) whoTheyAre(d *deed, s lang.Sentence) []int {
	if s.First == 0 || d.start <= s.First {
		return nil
	}
	they := f.pluralBefore(d, s)
	if they < 0 {
		return nil
	}
	if f.l.Fold(they) == "they" {
		if both := f.sidesMet(f.p.sentenceOf(s.First - 1)); both != nil {
			return both
		}
		if they > s.First || !f.l.Plays(they+1, f.p.know.roles.passing) {
			return nil
		}
	}
	return f.onePair(s)
}

// pluralBefore gives the token of "they" or of the noun of "the partners" that is the subject
// of an English verb, with only small words between; -1 where another one is.
func (f *agreementFinder) pluralBefore(d *deed, s lang.Sentence) int {
	r := &f.p.know.roles
	for i := d.start - 1; i >= s.First && i > d.start-6; i-- {
		if t := &f.l.Toks[i]; t.End-t.Start == 4 && f.l.Fold(i) == "they" {
			return i
		}
		if f.l.Plays(i, r.partners) {
			if i > s.First && f.l.Has(i-1, f.article) && i-1 == s.First {
				return i
			}
			return -1
		}
		if f.at(i) != nil || !f.l.Is(i, lang.Lower) || f.l.Has(i, f.article) || f.l.Has(i, f.clause) {
			return -1
		}
	}
	return -1
}

// sidesMet gives the two states or bodies for which the two persons act whom an English
// sentence names, or the person and a counterpart; nil where it names more, or where the
// text does not tell for whom both act.
func (f *agreementFinder) sidesMet(s lang.Sentence) []int {
	var persons, sides []int
	add := func(e int) {
		if !slices.Contains(sides, e) {
			sides = append(sides, e)
		}
	}
	for i := f.behindDateline(s.First, s.Last); i < s.Last; {
		m := f.at(i)
		if m == nil || m.class == lang.GroupChunk {
			if e, ok := f.actingState(i, s.Last); ok {
				add(e)
			}
			i++
			continue
		}
		if m.class == lang.PersonChunk && m.entity >= 0 && !slices.Contains(persons, m.entity) {
			persons = append(persons, m.entity)
			if e := f.standsFor(m.entity); f.p.doc.entities[e].kind != read.Person {
				add(e)
			}
		}
		i = max(i+1, m.end)
	}
	if len(persons) != 2 || len(sides) != 2 || f.isCountry(sides[0]) != f.isCountry(sides[1]) {
		return nil
	}
	return sides
}

// onePair gives the two sides of every instrument that an English text has told of so far, at
// least one of them in the three sentences before s; nil where they differ.
func (f *agreementFinder) onePair(s lang.Sentence) []int {
	const reach = 3
	at := f.p.sentenceIndex(s.First)
	var pair []int
	near := false
	for k := range f.made {
		m := &f.made[k]
		if m.first == at || len(m.parties) == 0 {
			continue
		}
		if pair == nil && len(m.parties) == 2 && !m.watched && !m.refused && !m.phrase.has("act") {
			pair = m.parties
		} else if len(m.parties) > 2 || pair == nil || slices.ContainsFunc(m.parties, func(e int) bool { return !slices.Contains(pair, e) }) {
			return nil
		}
		near = near || at-m.last <= reach
	}
	if !near {
		return nil
	}
	return pair
}
