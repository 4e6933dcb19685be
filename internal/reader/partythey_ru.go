package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// thoseWhoMet gives the two sides of a Russian instrument that «они» or «стороны» sign, where
// one of the two sentences before names two persons alone and the text says for whom each
// acts: «Мэр Оша принял мэра Измира. Они подписали договор»; nil elsewhere.
func (q *partySearch) thoseWhoMet() []int {
	if !q.russian() || q.d == nil || q.ph.has("act") || q.want > 2 || q.s.First == 0 || !q.sidesTold && !q.theyAct() {
		return nil
	}
	for i := q.s.First; i < q.s.Last; i++ {
		if m := q.at(i); m != nil && (m.class == lang.PersonChunk || m.class == lang.OrgChunk) && !(i >= q.ph.from && i < q.ph.to) {
			return nil
		}
	}
	if two := q.twoHeads(q.s); len(two) == 2 {
		return two
	}
	return nil
}

// theyAct reports whether a Russian sentence tells who acts by the pronoun of several alone.
func (q *partySearch) theyAct() bool {
	for i := q.s.First; i < q.s.Last; i++ {
		if q.l.Plays(i, q.p.know.roles.severalThey) {
			return true
		}
	}
	return false
}

// withWhomHe gives the side for which the subject of a Russian sentence signs with the person
// before a relative clause: «Аким Жамбылской области встретился с министром Перу Луисом
// Араной, с которым подписал договор»; «Затем он принял …». -1 where no such clause stands
// there.
func (q *partySearch) withWhomHe() int {
	d := q.d
	if !q.russian() || d == nil || q.ph.has("act") || len(q.found) != 1 || q.s.First == 0 || d.start < q.s.First+4 || q.l.Rune(d.start-3) != ',' || !q.l.Has(d.start-2, q.p.know.lists.partyWith) || !q.l.Plays(d.start-1, q.p.know.roles.relativeWith) {
		return -1
	}
	for i := q.s.First; i < d.start-3; i++ {
		if m := q.at(i); m != nil {
			if m.class != lang.PersonChunk || m.entity < 0 {
				continue
			}
			if e := q.standsFor(m.entity); e != m.entity && e != q.found[0] {
				return e
			}
			return -1
		}
		if q.l.Has(i, q.p.know.lists.pronoun) {
			return q.sideOfSubject(q.p.sentenceOf(q.s.First - 1))
		}
	}
	return -1
}

// sideOfSubject gives the side, none found yet, for which the person acts whom a sentence names
// first; -1 where the text does not say for whom.
func (q *partySearch) sideOfSubject(s lang.Sentence) int {
	for _, k := range q.p.mentionsIn(lang.PersonChunk, s.First, s.Last) {
		m := &q.p.mens[k]
		if m.entity < 0 {
			continue
		}
		if e := q.standsFor(m.entity); e != m.entity && !slices.Contains(q.found, e) {
			return e
		}
		return -1
	}
	return -1
}

// lawmakersOf gives the house named last before the lawmakers who do what a Russian sentence
// tells: «Депутаты одобрили соглашение с Перу»; -1 elsewhere.
func (f *agreementFinder) lawmakersOf(d *deed, s lang.Sentence) int {
	if !f.russian() || !f.lawmakersAct(d, s) {
		return -1
	}
	for _, k := range slices.Backward(f.p.mentionsIn(lang.OrgChunk, 0, d.start)) {
		if m := &f.p.mens[k]; m.entity >= 0 && f.isHouse(m.entity) {
			return m.entity
		}
	}
	return -1
}

// lawmakersAct reports whether lawmakers are told of before a verb in its sentence.
func (f *agreementFinder) lawmakersAct(d *deed, s lang.Sentence) bool {
	for i := s.First; i < d.start; i++ {
		if f.l.Plays(i, f.p.know.roles.lawmakers) {
			return true
		}
	}
	return false
}

// toWhom reports whether the title right before a Russian person stands in the dative, so that
// something is only told, given or recommended to him: «рекомендовать | главе района Олегу Литу
// представить отчёт».
func (f *agreementFinder) toWhom(m *mention) bool {
	for i := m.start - 1; i >= 0 && i >= m.start-seatReach && !f.l.Is(i, lang.Punct); i-- {
		if f.l.Is(i, lang.Lower) && f.l.Has(i, f.officenoun) {
			ch, _ := f.l.Chunk(i, f.officenoun)
			lemma, _, _ := strings.Cut(lang.Fold(f.p.formOf(f.l.Entry(ch), f.l.Fold(i))), " ")
			if r := lastRune(lemma); r == 'а' || r == 'я' { // главе, but whom: главу
				return strings.HasSuffix(f.l.Fold(i), "е")
			}
			return strings.HasSuffix(f.l.Fold(i), "у") || strings.HasSuffix(f.l.Fold(i), "ю")
		}
	}
	return false
}
