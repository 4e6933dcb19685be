package reader

import (
	"slices"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
	"shanyraq/internal/value"
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
		ofPartners := they > s.First && f.l.Has(s.First, f.article) && f.l.Plays(s.First+1, f.p.know.roles.partners) // The partners have worked together since 2019, when | they signed
		if !ofPartners && (they > s.First || !f.l.Plays(they+1, f.p.know.roles.passing)) {
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
// least one of them in the six sentences before s; nil where they differ.
func (f *agreementFinder) onePair(s lang.Sentence) []int {
	const reach = 6
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

// oldWithOther reports whether an English instrument is only recalled from years before between
// the news, told first with two other sides, and a sentence of the news, whose sides it is not:
// "A and B signed a pact on Monday. C and A signed one in 2004. The two sides also agreed".
func (f *agreementFinder) oldWithOther(k int, s lang.Sentence) bool {
	m := &f.made[k]
	date, err := value.ParseDate(m.st.Date)
	if err != nil || m.anchored || f.p.doc.opt.Published.IsZero() || !f.wellBefore(date) {
		return false
	}
	for _, i := range f.p.mentionsIn(lang.DateChunk, s.First, s.Last) {
		if d := f.p.mens[i].date; !d.IsZero() && f.wellBefore(d) {
			return false
		}
	}
	return slices.ContainsFunc(f.made[:k], func(o made) bool {
		day, err := value.ParseDate(o.st.Date)
		return err == nil && len(o.parties) == 2 && near(day, f.p.doc.opt.Published) && slices.ContainsFunc(o.parties, func(e int) bool { return !slices.Contains(m.parties, e) })
	})
}

// oldTold reports whether sentence k of an English text only recalls such an instrument.
func (f *agreementFinder) oldTold(k int, s lang.Sentence) bool {
	return f.english() && slices.ContainsFunc(f.made, func(m made) bool { return m.first == k }) &&
		!slices.ContainsFunc(f.recalledOf(k), func(i int) bool { return !f.oldWithOther(i, s) })
}

// recalledOf gives the instruments that sentence k tells of, by their numbers.
func (f *agreementFinder) recalledOf(k int) (out []int) {
	for i := range f.made {
		if f.made[i].first == k {
			out = append(out, i)
		}
	}
	return out
}

// talkedWith adds the parties of English talks on an instrument, who stand in the words that
// tell of the talks: "in talks with | the bank on a", "talks between | Chad and Mali on a".
func (q *partySearch) talkedWith(d *deed) {
	told := false
	for i := d.start + 1; i < d.end; i++ {
		told = told || q.l.Has(i, q.p.know.lists.partyWith) || q.l.Has(i, q.p.know.lists.partyBetween)
		m := q.at(i)
		if m == nil || !told {
			continue
		}
		if m.entity >= 0 && (m.class == lang.OrgChunk || m.class == lang.PlaceChunk && q.isCountry(m.entity)) && !q.aside(m) {
			q.add(m.entity)
		}
		i = max(i, m.end-1)
	}
}
