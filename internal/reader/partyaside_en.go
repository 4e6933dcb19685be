package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// madeToDo gives the token from which those who act on an English instrument are named,
// where the subject has somebody else do it: "the senate asked | the bank to draw up a
// plan", but "the bank was asked to draw it up". It adds the state whose government has to.
func (f *agreementFinder) madeToDo(from int, d *deed, s lang.Sentence, add func(int)) int {
	if d.mood != "planned" || d.start <= from+2 || !f.l.Plays(d.start, f.p.know.roles.to) {
		return from
	}
	for k := d.start - 2; k > from; k-- {
		if f.deedAt(k) || f.l.Rune(k) == ';' {
			return from
		}
		next := f.l.Fold(k + 1)
		calls := (next == "on" || next == "upon") && f.l.Plays(k, f.p.know.roles.callsOn) // called on | the government to
		if !calls && !f.l.Plays(k, f.p.know.roles.causeVerb) || f.l.Plays(k-1, f.p.know.roles.beVerb) || f.l.Has(k-1, f.article) {
			continue
		}
		if f.is(k+1, lang.DateChunk) || f.l.Rune(k+1) == ',' {
			return from
		}
		if e, ok := f.theGovernment(s); ok {
			add(e)
		}
		return k + 1
	}
	return from
}

// ofMatters reports whether an English name is one of the matters that are talked about:
// "issues including | Ukraine", "regions such as | Darfur and the Sahel".
func (f *agreementFinder) ofMatters(m *mention) bool {
	if !f.english() || m.start < 3 {
		return false
	}
	k := f.runStart(m)
	if f.l.Has(k, f.article) {
		k--
	}
	switch f.p.foldAt(k) {
	case "including":
		k--
	case "as":
		if k -= 2; k < 0 || f.l.Fold(k+1) != "such" {
			return false
		}
	default:
		return false
	}
	if k > 0 && f.l.Rune(k) == ',' {
		k--
	}
	return k > 0 && f.l.Plays(k, f.p.know.roles.matterNoun)
}

// ofCapital reports whether an English state only says whose capital or town the place
// before it is: "in Seoul, the capital of | South Korea".
func (f *agreementFinder) ofCapital(m *mention) bool {
	if !f.english() || m.class != lang.PlaceChunk || m.start < 5 {
		return false
	}
	k := m.start - 1
	if f.l.Has(k, f.article) {
		k--
	}
	if !f.l.Has(k, f.p.know.lists.of) {
		return false
	}
	for k--; k > 2 && k > m.start-8 && f.l.Is(k, lang.Lower) && f.at(k) == nil; k-- {
	}
	o := f.at(k - 1)
	return f.l.Rune(k) == ',' && o != nil && o.class == lang.PlaceChunk && f.l.Plays(f.lastLower(k+1), f.p.know.roles.seatKind)
}

// lastLower gives the last of the words in small letters from token i on.
func (f *agreementFinder) lastLower(i int) int {
	for i+1 < len(f.l.Toks) && f.l.Is(i+1, lang.Lower) && f.at(i+1) == nil && !f.l.Has(i+1, f.p.know.lists.of) {
		i++
	}
	return i
}

// withFarBehind adds the other side of an English instrument that stands behind its passive
// verb, with words of place and day between them: "was signed on the sidelines of the forum
// with | the city of Osh".
func (q *partySearch) withFarBehind() {
	d := q.d
	if !q.english() || d == nil || d.start < q.ph.to || !q.passive(d) {
		return
	}
	for i := d.end; i < q.s.Last && i < d.end+12; i++ {
		if r := q.l.Rune(i); r == ',' || r == ';' || q.deedAt(i) || q.l.Has(i, q.p.know.lists.partyBy) {
			return
		}
		if !q.l.Has(i, q.p.know.lists.partyWith) {
			continue
		}
		k := i + 1
		if q.l.Has(k, q.article) {
			k++
		}
		if m := q.at(k); m != nil && m.class != lang.DateChunk {
			q.run(i+1, q.s.Last, 4, q.add)
		} else if m := q.at(k + 2); m != nil && m.class == lang.PlaceChunk && m.entity >= 0 && q.l.Plays(k, q.p.know.roles.townUnit) && q.l.Has(k+1, q.p.know.lists.of) {
			q.add(m.entity)
		}
		return
	}
}

// announcesAward gives the body that opens an English sentence by announcing that something
// was awarded to another, which is for it to give: "the port announced that the contract had
// been awarded to | the firm"; -1 elsewhere.
func (q *partySearch) announcesAward() int {
	d := q.d
	if !q.english() || d == nil || len(q.found) != 1 || !strings.Contains(d.value, "awarded") || !q.passive(d) {
		return -1
	}
	i := q.s.First
	if q.l.Has(i, q.article) {
		i++
	}
	m := q.at(i)
	if m == nil || m.class != lang.OrgChunk || m.entity < 0 {
		return -1
	}
	for k := m.end; k < q.ph.from && k < m.end+6; k++ {
		if q.l.Fold(k) == "that" {
			return m.entity
		}
		if !q.l.Has(k, q.p.know.lists.sayVerb) && !q.is(k, lang.DateChunk) && !q.l.Is(k, lang.Lower) {
			return -1
		}
	}
	return -1
}

// ofFrontedMeeting reports whether an English body only says of what the meeting is that a
// sentence opens with as its circumstance: "As part of the first session of the | Joint
// Commission, the two states signed".
func (f *agreementFinder) ofFrontedMeeting(m *mention) bool {
	if !f.english() || m.class != lang.OrgChunk || f.l.Rune(f.behindAside(m.end)) != ',' {
		return false
	}
	first := f.p.sentenceOf(m.start).First
	k := m.start - 1
	if f.l.Has(k, f.article) {
		k--
	}
	if m.start > first+12 || k <= first+1 || !f.l.Has(k, f.p.know.lists.of) || !f.l.Is(k-1, lang.Lower) || !f.l.Has(k-1, f.p.know.lists.eventNoun) {
		return false
	}
	for k -= 2; k >= first; k-- {
		if f.deedAt(k) || f.l.Rune(k) == ',' || f.at(k) != nil && f.at(k).class == lang.OrgChunk {
			return false
		}
	}
	return f.l.Has(first, f.npstop) || f.l.Plays(first, f.p.know.roles.opensFronted) || f.l.Plays(first, f.p.know.roles.atOne)
}

// behindAside gives the token behind a short name in brackets at token i, else i.
func (f *agreementFinder) behindAside(i int) int {
	if f.l.Rune(i) == '(' && f.l.Rune(i+2) == ')' {
		return i + 3
	}
	return i
}
