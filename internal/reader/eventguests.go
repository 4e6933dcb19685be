package reader

import (
	"slices"

	"shanyraq/internal/lang"
)

// mostGuests is how many of those whom somebody receives a list names at most.
const mostGuests = 8

// guests completes those of a Russian or Kazakh meeting whom somebody receives, where
// they are listed with their titles: «принял посла Кении X, посла Ганы Y и мэра Лимы Z».
func (f *eventFinder) guests(h *happening, d *deed, s lang.Sentence) {
	if h.st.Event != "meeting" || d.who[1] <= d.who[0] {
		return
	}
	switch {
	case f.headLast && f.l.Has(d.end-1, f.p.know.lists.receives):
		f.guestsBefore(h, d, s)
	case f.russian() && d.rule.Name == "event.received":
		f.guestsBehind(h, d, s)
	}
}

// guestsBehind adds those who stand behind the first guest of a Russian list, each
// behind a comma or «и» with a title in an oblique case.
func (f *eventFinder) guestsBehind(h *happening, d *deed, s lang.Sentence) {
	first := f.at(d.end - 1)
	if first == nil || first.class != lang.PersonChunk { // the match ends with the title of the first
		first = f.titledGuest(d.end-1, s)
	}
	if first == nil || first.end < d.end {
		return
	}
	for k := first.end; k+1 < s.Last && len(h.who) < mostGuests; {
		if f.l.Rune(k) != ',' && !f.joins(k) {
			return
		}
		m := f.titledGuest(k+1, s)
		if m == nil {
			return
		}
		if !slices.Contains(h.who, m.entity) {
			h.who = append(h.who, m.entity)
		}
		k = m.end
	}
}

// titledGuest gives the person named behind the Russian title in an oblique case that
// begins at token i or behind one word there: «(и) | первого | посла Ганы X»; nil where
// none stands there, or a verb comes first.
func (f *eventFinder) titledGuest(i int, s lang.Sentence) *mention {
	if !f.obliqueOffice(i) {
		if i++; !f.obliqueOffice(i) || !f.l.Is(i-1, lang.Lower) {
			return nil
		}
	}
	const titleLong = 12
	for k := i; k < s.Last && k < i+titleLong; k++ {
		m := f.at(k)
		switch {
		case m != nil && m.class == lang.PersonChunk:
			if m.entity < 0 {
				return nil
			}
			return m
		case f.l.Is(k, lang.Punct) && f.l.Rune(k) != '-', m == nil && k > i && (f.deedAt(k) || f.finite(k)):
			return nil
		}
	}
	return nil
}

// guestsBefore adds those who stand before the first guest that a Kazakh match has, each
// in the accusative, and the host in the nominative before them all: «Кения Президенті X
// Гана Президенті Yті, Перу Президенті Zті және Чад Премьер-министрі Wті қабылдады».
func (f *eventFinder) guestsBefore(h *happening, d *deed, s lang.Sentence) {
	first := f.at(d.who[0])
	if first == nil || first.class != lang.PersonChunk || !f.objectKK(first) {
		return
	}
	for first != nil && len(h.who) < mostGuests {
		k := first.start - 1
		for k > s.First && k > first.start-10 && f.l.Rune(k) != ',' && !f.joins(k) {
			if m := f.at(k); m != nil && m.class == lang.PersonChunk {
				break
			}
			k--
		}
		if m := f.at(k); m != nil && m.class == lang.PersonChunk && !f.objectKK(m) { // the host
			if m.entity >= 0 && !slices.Contains(h.who, m.entity) {
				h.who = slices.Insert(h.who, 0, m.entity)
			}
			return
		}
		if k <= s.First || f.l.Rune(k) != ',' && !f.joins(k) {
			return
		}
		m := f.at(k - 1)
		if m == nil || m.class != lang.PersonChunk || m.entity < 0 || !f.objectKK(m) {
			return
		}
		if !slices.Contains(h.who, m.entity) {
			h.who = slices.Insert(h.who, 0, m.entity)
		}
		first = m
	}
}

// objectKK reports whether a Kazakh person is named in the accusative: Жапаровты.
func (f *eventFinder) objectKK(m *mention) bool { return f.slot(m.end-1, "acc") }

// who gives the persons of an event's sentence, for events that people meet
// at.
func (f *eventFinder) who(ph *phrase, s lang.Sentence) (out []int) {
	switch ph.kind() {
	case "meeting", "session", "visit", "ceremony", "conference", "appointment":
	default:
		if f.russian() {
			return f.cameThere(ph, s)
		}
		return nil
	}
	if e := f.senderKK(ph); e >= 0 {
		out = append(out, e)
	}
	part := f.toldPart(s)
	for m := f.nextNamed(s.First, s.Last); m != nil; m = f.nextNamed(m.end, s.Last) {
		if !f.english() && m.class == lang.PersonChunk && m.start >= ph.from && m.end <= ph.head {
			continue // Абай Құнанбаевтың 180 жылдығына арналған форум
		}
		if part && m.class == lang.PersonChunk && m.entity >= 0 && m.start > ph.to && !f.asNamed(m) {
			continue
		}
		if m.class == lang.PersonChunk && m.entity >= 0 && !slices.Contains(out, m.entity) && len(out) < 8 && !f.notThere(m) && !f.invites(m, ph) && !f.tellsOf(m, ph) && !f.inWhatIsSaid(m, ph) && !f.onlySpeaksOf(m, ph) && !f.whomHonoured(m, ph) && !f.metOnVisit(m, ph) && !(f.headLast && (f.otherWordsKK(m, ph) || f.besidesKK(m, ph, s) || f.inNameKK(m, s))) {
			out = append(out, m.entity)
		}
	}
	with := f.p.know.lists.partyBetween
	for i := ph.headEnd; i < s.Last && i < ph.to+8 && !f.headLast; i++ {
		if !f.l.Has(i, with) {
			continue
		}
		out = f.betweenWhom(i+1, s, out)
		break
	}
	return out
}
