package reader

import (
	"slices"

	"shanyraq/internal/lang"
)

// titleLong is how many words the title, the name and the aside of one of several
// English subjects may take.
const titleLong = 18

// behindAsideOf gives the person whom an English aside right before a verb says more of, or
// who is named in it: "X, head of the union, | visited", "X (mayor) | opened", "the mayor, X, |
// received"; -1 where none stands there.
func (f *eventFinder) behindAsideOf(d *deed, s lang.Sentence) int {
	if d.start <= s.First+2 || !f.l.Is(d.start-1, lang.Punct) {
		return -1
	}
	if a, ok := f.p.asideAround(d.start - 1); ok && a.to == d.start {
		if m := f.at(a.from - 1); m != nil && m.class == lang.PersonChunk && m.entity >= 0 {
			return m.entity
		}
	}
	if f.l.Rune(d.start-1) != ',' {
		return -1
	}
	if m := f.at(d.start - 2); m != nil && m.class == lang.PersonChunk && m.entity >= 0 && m.end == d.start-1 && m.start > s.First+1 && f.l.Rune(m.start-1) == ',' {
		return m.entity
	}
	for k := d.start - 2; k > s.First && k > d.start-titleLong; k-- {
		if f.l.Rune(k) == ';' || f.verbBehind(k) || f.l.Has(k, f.clause) {
			return -1
		}
		if f.l.Rune(k) != ',' {
			continue
		}
		if m := f.at(k - 1); m != nil && m.class == lang.PersonChunk && m.entity >= 0 {
			return m.entity
		}
		return -1
	}
	return -1
}

// cameToo adds to the one who visits in English those who are subjects of the verb before
// him, each with his title: "the rector, X, and the mayor of Osh, | Y, visited Italy".
func (f *eventFinder) cameToo(h *happening, d *deed, s lang.Sentence) {
	if !f.english() || h.st.Event != "visit" || len(h.who) == 0 || len(h.who) > 2 {
		return
	}
	at := f.subjectNamed(h.who[0], d, s)
	if at == nil || f.whoIsOne(at) {
		return
	}
	var first []int
	for joined := false; len(first) < mostGuests; joined = true {
		m := f.joinedBefore(at, joined, s)
		if m == nil {
			break
		}
		if !slices.Contains(h.who, m.entity) && !slices.Contains(first, m.entity) {
			first = slices.Insert(first, 0, m.entity)
		}
		at = m
	}
	for k := s.First; k < at.start; k++ { // met X, and Y visited
		if f.verbBehind(k) || f.l.Has(k, f.p.know.lists.auxVerb) || f.l.Has(k, f.p.know.lists.presentMove) || f.l.Has(k, f.p.know.lists.partyWith) || f.l.Has(k, f.p.know.lists.partyBy) {
			return
		}
	}
	h.who = append(first, h.who...)
}

// whoIsOne reports whether an English clause in the singular tells of one person alone, who
// stands right before it: "X and | Y, who is on a visit to Osh, signed".
func (f *eventFinder) whoIsOne(m *mention) bool {
	if f.l.Rune(m.end) != ',' || !f.l.Plays(m.end+1, f.p.know.roles.whoWhose) {
		return false
	}
	switch f.p.foldAt(m.end + 2) {
	case "is", "was", "has":
		return true
	}
	return false
}

// joinedBefore gives the person before another one in an English list of subjects, tied to
// him by "and", or by a comma too once the last two are known; nil where there is none.
func (f *eventFinder) joinedBefore(at *mention, comma bool, s lang.Sentence) *mention {
	for k := at.start - 1; k > s.First && k > at.start-titleLong; k-- {
		tie := f.joins(k)
		if m := f.at(k - 1); (tie || comma && f.l.Rune(k) == ',') && m != nil && m.class == lang.PersonChunk && m.entity >= 0 {
			return m
		}
		if tie && f.l.Rune(k-1) == ',' {
			if m := f.at(k - 2); m != nil && m.class == lang.PersonChunk && m.entity >= 0 {
				return m
			}
		}
		if f.verbBehind(k) || f.l.Is(k, lang.Punct) && f.l.Rune(k) != ',' && f.l.Rune(k) != '-' || f.is(k, lang.PersonChunk) || f.is(k, lang.DateChunk) {
			return nil
		}
	}
	return nil
}

// subjectNamed gives the mention of a person nearest before the end of what a rule
// matched, nil where he is not named in the sentence.
func (f *eventFinder) subjectNamed(e int, d *deed, s lang.Sentence) *mention {
	for _, k := range slices.Backward(f.p.mentionsIn(lang.PersonChunk, s.First, d.end)) {
		if m := &f.p.mens[k]; m.entity == e {
			return m
		}
	}
	return nil
}

// whoActs gives the persons named as subject right before an English rule that tells of
// what somebody does, or behind the "by" that follows it: "President X | laid a wreath",
// "flowers were laid in Osh by X".
func (f *eventFinder) whoActs(d *deed, s lang.Sentence) []int {
	if d.start > s.First && (f.joins(d.start) || f.joins(d.start-1)) { // called on X and | laid a wreath
		if e := f.sharedSubject(d, s); e >= 0 {
			return []int{e}
		}
		return nil
	}
	if out := f.subjectOf(d, s); out != nil {
		return out
	}
	for k := d.end; k+1 < s.Last && k < d.end+titleLong; k++ {
		if f.l.Is(k, lang.Punct) || f.joins(k) || f.verbBehind(k) {
			return nil
		}
		if f.l.Has(k, f.p.know.lists.partyBy) {
			return f.personsFrom(k+1, s)
		}
	}
	return nil
}

// makerBehind gives the body that is told right behind an English event as the one who
// organised or hosts it: "a fair organised by the | Vandrel Union with the support of Y";
// -1 elsewhere.
func (f *eventFinder) makerBehind(ph *phrase, s lang.Sentence) int {
	k := ph.to
	if f.l.Rune(k) == ',' {
		k++
	}
	for i := k; i < s.Last && i < k+3; i++ {
		if !f.l.Has(i, f.p.know.lists.partyBy) {
			continue
		}
		if !f.l.Has(i-1, f.p.know.lists.eventDone) {
			return -1
		}
		if i++; f.l.Has(i, f.article) {
			i++
		}
		if m := f.at(i); m != nil && m.start == i && m.class == lang.OrgChunk {
			return m.entity
		}
		return -1
	}
	return -1
}

// ofVisit gives those of the main clause that an English visit opens as its setting: "As
// part of the visit to Malta, the | mayor X met Y"; nil elsewhere.
func (f *eventFinder) ofVisit(ph *phrase, s lang.Sentence) []int {
	if !f.leading(ph) || ph.from > s.First+6 {
		return nil
	}
	for k := ph.to; k < s.Last && k < ph.to+9; k++ {
		if f.verbBehind(k) || f.is(k, lang.PersonChunk) {
			return nil
		}
		if f.l.Rune(k) == ',' {
			return f.subjectBehind(k+1, s)
		}
	}
	return nil
}

// beforeBody gives the token before the article of an English name that begins behind token k.
func (f *eventFinder) beforeBody(k int) int {
	if k > 0 && f.l.Has(k, f.article) {
		k--
	}
	return k
}

// joinedBody reports whether at token k "and" or a comma joins what follows to a body or
// place named right before it: "with the Fund | and UNICEF".
func (f *eventFinder) joinedBody(k int) bool {
	if k < 2 || !f.joins(k) && f.l.Rune(k) != ',' {
		return false
	}
	m := f.at(k - 1)
	return m != nil && m.end == k && (m.class == lang.OrgChunk || m.class == lang.PlaceChunk) && !f.l.Has(f.beforeBody(m.start-1), f.p.know.lists.partyBetween)
}

// subjectBehind gives the person whom an English clause from token i on names first, with
// those that "and" joins to him.
func (f *eventFinder) subjectBehind(i int, s lang.Sentence) (out []int) {
	for k := i; k < s.Last && k < i+titleLong && !f.verbBehind(k); k++ {
		for m := f.at(k); m != nil && m.class == lang.PersonChunk && m.entity >= 0; m = f.at(k) {
			out = append(out, m.entity)
			if k = m.end; !f.joins(k) {
				return out
			}
			k++
		}
		if out != nil {
			return out
		}
	}
	return nil
}

// togetherWith reports whether an English body stands in an aside behind "with", so that
// the one before the aside is who acts: "the embassy, jointly with | UNESCO, hosted".
func (f *eventFinder) togetherWith(m *mention, s lang.Sentence) bool {
	k := m.start - 1
	if !f.english() || m.end >= s.Last {
		return false
	}
	if f.metBody(k, s) {
		return true
	}
	end := m.end
	for f.joins(end) || f.l.Rune(end) == ',' && f.is(end+1, lang.OrgChunk) {
		if end++; f.l.Has(end, f.article) {
			end++
		}
		o := f.at(end)
		if o == nil || o.class != lang.OrgChunk {
			return false
		}
		end = o.end
	}
	if f.l.Rune(end) != ',' {
		return false
	}
	for k = f.beforeBody(k); k > s.First && f.joinedBody(k); k = f.beforeBody(f.at(k-1).start - 1) {
	}
	if k <= s.First+1 || !f.l.Has(k, f.p.know.lists.partyWith) {
		return false
	}
	for i := k; i > s.First+1 && i > k-4; i-- {
		if f.l.Rune(i) == ',' {
			return true
		}
	}
	return false
}
