package reader

import (
	"slices"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// betweenWhom adds to those who take part in an event the ones named behind "between",
// from token i on: "talks between | the bank and Peru". What only says whose a minister or
// a body is, or where a firm sits, is none of them.
func (f *eventFinder) betweenWhom(i int, s lang.Sentence, out []int) []int {
	last := min(s.Last, i+13)
	for m := f.nextNamed(i, last); m != nil; m = f.nextNamed(m.end, last) {
		if m.class == lang.DateChunk || f.english() && f.semicolonAhead(i, m.start) {
			break
		}
		if f.english() && m.end > last-8 {
			last = min(s.Last, m.end+8) // names of many words
		}
		if m.entity < 0 || m.class == lang.GroupChunk || slices.Contains(out, m.entity) || f.located(m) || f.bodyOfTitle(m) || f.ofHolder(m) || f.ofTitleRU(m) || f.onlyOwns(m) {
			if f.english() && f.located(m) && !f.joins(m.end) {
				break // between A and B | in Lima
			}
			continue
		}
		if !(f.russian() && f.l.Rune(m.start-1) == '(') {
			out = append(out, m.entity)
		}
	}
	return f.withoutSeats(out)
}

// semicolonAhead reports whether a semicolon parts token i from what begins at token to.
func (f *eventFinder) semicolonAhead(i, to int) bool {
	for ; i < to; i++ {
		if f.l.Rune(i) == ';' {
			return true
		}
	}
	return false
}

// onlyOwns reports whether an English name between the sides of an event only says whose
// the side behind it is, where that sits, or how it is called for short: "Chad's |
// Ministry of Health", "Osh-based | Tolm Ltd", "the UN | agency UNICEF", "(UNDP)".
func (f *eventFinder) onlyOwns(m *mention) bool {
	if !f.english() || m.class == lang.PersonChunk {
		return false
	}
	if c, ok := f.l.Chunk(m.end, f.poss); ok && m.class == lang.PlaceChunk && f.is(int(c.End), lang.OrgChunk) {
		return true
	}
	if f.l.Rune(m.end) == '-' && f.l.Has(m.end, lang.Glued) && f.l.Has(m.end+1, lang.Lower) {
		return true
	}
	if f.l.Rune(m.start-1) == '(' && f.l.Rune(m.end) == ')' {
		return true
	}
	for k := m.end; k < m.end+4 && f.l.Is(k, lang.Lower) && !f.joins(k) && !f.l.Has(k, f.npstop); k++ {
		if o := f.at(k + 1); o != nil {
			return o.start == k+1 && o.class == lang.OrgChunk && f.l.Has(k, f.p.know.lists.kindNoun)
		}
	}
	return false
}

// withoutSeats leaves out of those who take part in an English event the body or state for
// which one of the persons among them holds an office: "between Minister X of Peru and Y"
// is a meeting of X and Y.
func (f *eventFinder) withoutSeats(who []int) []int {
	if !f.english() {
		return who
	}
	kind := func(e int) string { return f.p.doc.entities[e].kind }
	if !slices.ContainsFunc(who, func(e int) bool { return kind(e) == read.Person }) {
		return who
	}
	return slices.DeleteFunc(who, func(e int) bool {
		if kind(e) == read.Person {
			return false
		}
		for k := range f.p.doc.statements {
			st := &f.p.doc.statements[k]
			if st.Kind != read.Office {
				continue
			}
			org, isOrg := entityOf(st.Organization)
			place, isPlace := entityOf(st.Place)
			if p, ok := entityOf(st.Person); ok && slices.Contains(who, p) && (isOrg && org == e || isPlace && place == e) {
				return true
			}
		}
		return false
	})
}

// heldTogether adds to those who take part in an English meeting the bodies and states that
// are told to have held it, where they are two at least: "Kenya and Peru held talks",
// "Kenya held consultations with the fund". Nobody then is its organizer.
func (f *eventFinder) heldTogether(w *weighing) bool {
	d, ph := w.d, w.ph
	if !f.english() || d == nil || w.st.Event != "meeting" || w.date.IsZero() && w.place < 0 || d.end > ph.from || f.passive(d) || !f.l.Plays(d.end-1, f.p.know.roles.heldOne) && !f.l.Plays(d.start, f.p.know.roles.heldOne) {
		return false
	}
	sides := f.sidesBefore(d.start, w.sentence)
	if k := ph.to; f.l.Has(k, f.p.know.lists.partyWith) {
		sides = append(sides, f.betweenWhom(k+1, w.sentence, nil)...)
	}
	if len(sides) < 2 {
		return false
	}
	for _, e := range sides {
		if !slices.Contains(w.who, e) {
			w.who = append(w.who, e)
		}
	}
	return true
}

// sidesBefore gives the bodies and states that a list names right before the verb at token
// i, in their order; none where somebody else is its subject.
func (f *eventFinder) sidesBefore(i int, s lang.Sentence) (out []int) {
	for i > s.First && (f.l.Has(i-1, f.p.know.lists.auxVerb) || f.l.Plays(i-1, f.p.know.roles.haveVerb)) {
		i--
	}
	for k := i; k > s.First; {
		m := f.at(k - 1)
		if m == nil || m.end != k || m.entity < 0 || m.class != lang.OrgChunk && !(m.class == lang.PlaceChunk && f.isCountry(m.entity)) || f.located(m) {
			return nil
		}
		out = slices.Insert(out, 0, m.entity)
		k = m.start
		if f.l.Plays(k-1, f.p.know.roles.the) {
			k--
		}
		if k <= s.First {
			return out
		}
		if k--; !f.joins(k) && f.l.Rune(k) != ',' {
			return nil
		}
		if f.joins(k) && f.l.Rune(k-1) == ',' {
			k--
		}
	}
	return out
}
