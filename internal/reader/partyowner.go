package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// ownerWith adds whom an instrument belongs to where the other side is named behind
// "with": "Kenya's agreement with Uganda", «соглашение Кении с Угандой о границе».
func (q *partySearch) ownerWith() {
	if len(q.found) != 1 || q.ph.has("act") {
		return
	}
	switch {
	case q.english():
		if m := q.ownerBefore(); m != nil && q.withBehind() {
			q.add(m.entity)
			slices.Reverse(q.found) // the owner is named first
		}
	case q.russian():
		m := q.at(q.ph.headEnd)
		if m != nil && q.mayOwn(m) && (q.isCountry(q.found[0]) && q.isCountry(m.entity) || q.l.Has(m.end, q.p.know.lists.partyWith)) {
			q.add(m.entity)
		} else if m := q.at(q.ph.to); m != nil && m.start == q.ph.to && q.mayOwn(m) && q.l.Fold(m.end) == "с" && q.l.Is(q.ph.to-1, lang.Lower) && q.at(q.ph.to-1) == nil { // о вакцинах | Академии наук Чили с …
			q.add(m.entity)
		}
	case q.headLast:
		if m := q.ownerBeforeKK(); m != nil {
			q.add(m.entity)
			slices.Reverse(q.found)
		}
	}
}

// mayOwn reports whether a mention is of a state or a body.
func (q *partySearch) mayOwn(m *mention) bool {
	return m.entity >= 0 && (m.class == lang.OrgChunk || m.class == lang.PlaceChunk && q.isCountry(m.entity))
}

// ownerBeforeKK gives the state or body in the genitive right before the one that a Kazakh
// instrument is made with: Абай университетінің | Осака университетімен шарты.
func (q *partySearch) ownerBeforeKK() *mention {
	for k := q.ph.head - 1; k > q.s.First && k > q.ph.head-10; k-- {
		w := q.at(k)
		if w == nil {
			continue
		}
		if w.entity != q.found[0] || !q.slot(w.end-1, "ins") || w.start <= q.s.First {
			return nil
		}
		if m := q.at(w.start - 1); m != nil && m.end == w.start && q.mayOwn(m) && q.slot(m.end-1, "gen") {
			return m
		}
		return nil
	}
	return nil
}

// ownerBefore gives the state or body that an English instrument is told to be of: Kenya's
// new trade | agreement; nil where it is nobody's, or an officer's.
func (q *partySearch) ownerBefore() *mention {
	for k := q.ph.head - 1; k > q.s.First && k > q.ph.head-7; k-- {
		if q.l.Has(k, q.poss) {
			m := q.at(k - 1)
			if m == nil || m.end != k || !q.mayOwn(m) {
				return nil
			}
			return m
		}
		if !q.l.Is(k, lang.Lower) && q.l.Rune(k) != '-' || q.l.Has(k, q.article) || q.l.Has(k, q.officenoun) || q.deedAt(k) {
			return nil
		}
	}
	return nil
}

// withBehind reports whether "with" stands right behind an English instrument or what it
// is about.
func (q *partySearch) withBehind() bool {
	with := q.p.know.lists.partyWith
	for i := q.ph.after(); i < q.s.Last && i <= q.ph.to; i++ {
		if q.l.Has(i, with) {
			return true
		}
	}
	return false
}

// ruledTown reports whether a town or region stands behind or before the word for its head,
// of whom no name is told, so that it is for the town that he acts: "the mayor of Osh and the
// rector of the institute signed", «аким Оша», «Ош әкімі».
func (f *agreementFinder) ruledTown(m *mention) bool {
	heads := f.p.know.roles.townHead
	switch {
	case f.headLast:
		return f.l.Plays(m.end, heads) && !f.is(m.end+1, lang.PersonChunk)
	case f.english():
		return f.l.Has(m.start-1, f.p.know.lists.of) && f.l.Plays(m.start-2, heads) && !f.l.Has(m.start-3, f.p.know.lists.tenure) && f.unnamedBehind(m.end)
	}
	if !f.l.Has(m.start-1, f.p.know.lists.seatNoun) || !f.unnamedBehind(m.end) {
		return false
	}
	w := f.l.Fold(m.start - 1)
	return !strings.HasSuffix(w, "а") && !strings.HasSuffix(w, "у") // в присутствии мэра
}

// unnamedBehind reports whether no person stands at token i, nor behind a comma there.
func (f *agreementFinder) unnamedBehind(i int) bool {
	return !f.is(i, lang.PersonChunk) && !(f.l.Rune(i) == ',' && f.is(i+1, lang.PersonChunk))
}
