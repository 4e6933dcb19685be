package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// company gives those whom the tokens [from, to) of an English list name as coming to
// something: the persons, the bodies and states whose people come ("representatives of Peru
// and the World Bank"), and those that stand in the list by themselves ("by UNICEF and
// Peru"). What only says whose a title is, or where somebody is from, is none of them.
func (f *eventFinder) company(from, to int) (out []int) {
	sent, alone, first := false, true, 0 // behind "officials of"; the item before was no person
	for i := from; i < to; {
		m := f.at(i)
		switch {
		case m == nil || m.start != i:
			if f.l.Rune(i) == ';' || f.l.Has(i, f.p.know.lists.auxVerb) || f.l.Plays(i, f.p.know.roles.whoWhose) {
				sent = false
			}
			if b := f.peopleOf(i, to); b > 0 {
				sent, first, i = true, b, b
				continue
			}
			if f.l.Has(i, f.officenoun) || f.l.Rune(i) == ',' && f.l.Has(i+1, f.article) && f.l.Has(i+2, f.officenoun) {
				sent = false
			}
		case m.class == lang.PersonChunk:
			if m.entity >= 0 && !slices.Contains(out, m.entity) {
				out = append(out, m.entity)
			}
			sent, alone = false, false
		case m.entity >= 0 && f.comesItself(m, from, to, first, sent, alone):
			if !slices.Contains(out, m.entity) {
				out = append(out, m.entity)
			}
			alone = true
		}
		if m != nil && m.start == i && m.end > i {
			i = m.end
		} else {
			i++
		}
	}
	return f.withoutSeats(out)
}

// comesItself reports whether an English body or place of a list is one of those who come:
// behind people of it (sent, from token first on), or as an item of its own.
func (f *eventFinder) comesItself(m *mention, from, to, first int, sent, alone bool) bool {
	if m.class != lang.OrgChunk && m.class != lang.PlaceChunk || f.l.Has(m.start, f.p.know.lists.worldRegion) {
		return false
	}
	if k := m.end; k < to && !f.joins(k) && f.l.Rune(k) != ',' && f.l.Rune(k) != ';' && f.l.Rune(k) != '(' && f.l.Rune(k) != '.' && !f.l.Has(k, f.npstop) && !f.l.Has(k, f.topic) && !f.verbBehind(k) && !f.l.Has(k, f.p.know.lists.auxVerb) && !f.l.Has(k, f.p.know.lists.eventBase) {
		return false // the World Bank | director; Peru's | ministry
	}
	if f.l.Rune(m.start-1) == '(' {
		return false
	}
	k := m.start - 1
	if k >= from && f.l.Has(k, f.article) {
		k--
	}
	item := k < from || f.l.Rune(k) == ',' || f.joins(k) || f.l.Fold(k) == "as" // as well as
	if sent {
		return item || k < first // the agency of | Peru
	}
	if !item || f.located(m) || m.class == lang.PlaceChunk && !f.isCountry(m.entity) {
		return false
	}
	return alone || f.joins(k) && f.l.Rune(k-1) != ','
}

// peopleOf gives the token behind the "of" or "from" of English people who come for somebody,
// begun at token i: "representatives of the governments | of", "a delegation | from"; 0
// elsewhere. One who holds an office of a body comes by himself.
func (f *eventFinder) peopleOf(i, to int) int {
	c, ok := f.l.Chunk(i, f.p.know.lists.agentNoun)
	if !ok {
		if !f.l.Plays(i, f.p.know.roles.greeted) {
			return 0
		}
		c.End = int32(i + 1)
	}
	k := int(c.End)
	if !f.l.Is(k-1, lang.Word) || f.l.Is(i, lang.Cap) && i > 0 && f.at(i) != nil {
		return 0
	}
	const aside = 3 // officials and experts | of
	for n := 0; k < to && n < aside; k, n = k+1, n+1 {
		if f.l.Has(k, f.p.know.lists.of) || f.l.Plays(k, f.p.know.roles.spanFrom) || f.l.Fold(k) == "representing" {
			return k + 1
		}
		if f.at(k) != nil || f.l.Is(k, lang.Punct) || f.verbBehind(k) {
			return 0
		}
	}
	return 0
}

// companyHere gives an English event those who came to it by the words of its own sentence:
// "held in Osh, attended by officials of Peru", "delegates from Peru and Chad attended the
// forum".
func (f *eventFinder) companyHere(s lang.Sentence) {
	if !f.english() || len(f.happenings) == 0 || !f.p.has[f.sentence].classes.Has(f.p.know.lists.actWord) {
		return
	}
	if from, _ := f.guestList(s); from > 0 {
		if h := f.eventBefore(s.First, s); h != nil && h.s == f.sentence && f.peopleCome(h) {
			f.join(h, f.company(from, s.Last))
			return
		}
	}
	draws := f.p.know.roles.drawsPeople
	if !f.p.has[f.sentence].roles.Has(draws) {
		return
	}
	for k := s.First + 1; k < s.Last; k++ {
		if !f.l.Plays(k, draws) && !f.l.Plays(k-1, draws) {
			continue
		}
		from, to := f.listFrom(k, s)
		if from == 0 {
			continue
		}
		h := f.eventBefore(k, s)
		if h == nil {
			return
		}
		f.join(h, f.company(from, to))
		k = to
	}
}

// listFrom gives the tokens of a list of those who came, which the English words at token k
// open or close; 0 where they do neither.
func (f *eventFinder) listFrom(k int, s lang.Sentence) (from, to int) {
	switch {
	case f.l.Has(k, f.p.know.lists.partyBy) && (f.actWord(k-1, "opens") && strings.HasPrefix(f.l.Fold(k-1), "attended")):
		return k + 1, f.listEnd(k+1, s)
	case f.actWord(k, "presence") && f.l.Has(k+1, f.p.know.lists.of) && (f.l.Has(k-1, f.article) || f.l.Has(k-1, f.p.know.lists.partyWith)):
		return k + 2, f.listEnd(k+2, s)
	case f.actWord(k, "gathers") && f.l.Fold(k+1) == "together":
		return k + 2, f.listEnd(k+2, s)
	case f.actWord(k, "gathers") && f.l.Fold(k) == "gathered" && f.l.Has(k+1, f.article) && f.eventTakenUp(s) != nil:
		return k + 1, f.listEnd(k+1, s)
	case f.actWord(k, "opens") && strings.HasPrefix(f.l.Fold(k), "attended") && !f.l.Has(k+1, f.p.know.lists.partyBy):
		if b := f.listStart(k, s); b < k && f.at(k) == nil {
			return b, k
		}
	}
	return 0, 0
}

// listEnd gives the token at which an English list of those who came ends: before a verb of
// its own or of what they came for ("| to discuss"), a clause, or the sentence's end.
func (f *eventFinder) listEnd(i int, s lang.Sentence) int {
	for ; i < s.Last; i++ {
		if f.l.Rune(i) == ':' || f.l.Plays(i, f.p.know.roles.to) && f.l.Is(i+1, lang.Lower) && !f.l.Has(i+1, f.article) || f.l.Has(i, f.clause) || f.l.Has(i, f.p.know.lists.auxVerb) || f.verbBehind(i) && !f.l.Has(i+1, f.p.know.lists.partyBy) && !f.onlyQualifies(i) {
			return i
		}
	}
	return s.Last
}

// onlyQualifies reports whether an English word with the ending of a verb only qualifies a noun or
// counts: "the newly | appointed director", "one | hundred guests".
func (f *eventFinder) onlyQualifies(i int) bool {
	return f.l.Has(i, lang.NumberChunk) || f.l.Has(i-1, f.article) || strings.HasSuffix(f.l.Fold(i-1), "ly")
}

// sidesMeet gives the states of whose people an English meeting is by its own name: "the
// meeting of the ministers of Peru, Chad and Laos".
func (f *eventFinder) sidesMeet(h *happening) {
	ph := &h.phrase
	if !f.english() || h.st.Event != "meeting" || ph.entry == nil || !f.l.Has(ph.headEnd, f.p.know.lists.of) {
		return
	}
	who := f.company(ph.headEnd+1, ph.to)
	if len(who) < 2 || slices.ContainsFunc(who, func(e int) bool { return !f.isCountry(e) }) {
		return
	}
	f.join(h, who)
}

// signedAt gives an English ceremony those whom its sentence tells to have signed there: "A
// and B signed a treaty at a ceremony in Osh".
func (f *eventFinder) signedAt(h *happening, s lang.Sentence) {
	if !f.english() || h.st.Event != "ceremony" || h.phrase.entry == nil {
		return
	}
	for k := h.phrase.from - 1; k > s.First; k-- {
		if f.l.Has(k, f.p.know.lists.dealDone) && f.l.Fold(k) == "signed" {
			if sides := f.sidesBefore(k, s); len(sides) > 1 {
				f.join(h, sides)
			}
			return
		}
	}
}

// listStart gives the token at which the English subject of the verb at token k begins.
func (f *eventFinder) listStart(k int, s lang.Sentence) int {
	from := k
	for from > s.First && f.l.Rune(from-1) != ';' && f.l.Rune(from-1) != ':' && !f.l.Has(from-1, f.clause) && !f.verbBehind(from-1) && from > f.p.datelineOf(s) {
		from--
	}
	return from
}

// eventBefore gives the English event that a list at token k is of: one of its own sentence
// that stands nearest, else the last one told, if its noun is said again before the list.
func (f *eventFinder) eventBefore(k int, s lang.Sentence) (best *happening) {
	near := s.Last - s.First
	for i := len(f.happenings) - 1; i >= 0 && i > len(f.happenings)-8; i-- {
		h := &f.happenings[i]
		if h.s != f.sentence {
			continue
		}
		if c := gap(h.phrase.from, h.phrase.to, k, k+1); c < near {
			best, near = h, c
		}
	}
	if best != nil {
		return best
	}
	for i := s.First; i < s.Last; i++ {
		if f.l.Has(i, f.noun) && f.l.Has(i-1, f.article) {
			return f.eventOfNoun(i)
		}
	}
	return nil
}

// eventOfNoun gives the English event told last that the noun at token i takes up, nil for
// none: one of the same noun or kind, any for "the event".
func (f *eventFinder) eventOfNoun(i int) *happening {
	c, ok := f.l.Chunk(i, f.noun)
	if !ok {
		return nil
	}
	kind, _, _ := strings.Cut(f.l.Entry(c).Value, " ")
	for k := len(f.happenings) - 1; k >= 0; k-- {
		h := &f.happenings[k]
		if !f.peopleCome(h) || h.st.Event != kind && !f.actWord(i, "event") {
			continue
		}
		if own := h.phrase.headEnd - 1; h.phrase.entry != nil && f.l.Plays(own, f.p.know.roles.ownSort) && f.l.Fold(own) != f.l.Fold(i) {
			continue // a rally is no meeting
		}
		return h
	}
	return nil
}

// peopleCome reports whether an English event is past and of a kind that people come to.
func (f *eventFinder) peopleCome(h *happening) bool {
	switch h.st.Event {
	case "meeting", "session", "ceremony", "conference", "festival", "exhibition", "concert", "camp":
		return h.st.Time != "denied" && h.st.Time != "hypothetical"
	}
	return false
}

// join adds to those who came to an event.
func (f *eventFinder) join(h *happening, who []int) {
	for _, e := range who {
		if !slices.Contains(h.who, e) && len(h.who) < mostListed && ref(e) != h.st.Organizer && e != h.place {
			h.who = append(h.who, e)
		}
	}
}

// actedThere gives an English event who is told to have acted at it by the words that open a
// sentence: "Speaking at the ceremony, X said", "Opening the forum, X noted".
func (f *eventFinder) actedThere(s lang.Sentence) {
	i := s.First
	if !f.english() || len(f.happenings) == 0 || !f.actWord(i, "opens") && !f.actWord(i, "present") && !f.actWord(i, "addressing") || !strings.HasSuffix(f.l.Fold(i), "ing") {
		return
	}
	const opening = 16
	var h *happening
	for k := i + 1; k < s.Last && k < i+opening; k++ {
		switch {
		case f.l.Rune(k) == ',' && h != nil:
			if m := f.subjectFrom(k+1, s); m != nil {
				f.join(h, []int{m.entity})
			}
			return
		case f.verbBehind(k) || f.l.Has(k, f.p.know.lists.auxVerb) || f.is(k, lang.PersonChunk):
			return
		case h == nil && f.actWord(k, "occasion"):
			h = &f.happenings[len(f.happenings)-1]
		case h == nil && f.l.Has(k, f.noun):
			if h = f.eventHere(k); h == nil {
				return
			}
		}
	}
}

// eventHere gives the English event of the noun at token i: the one its own sentence tells
// by it, else the one it takes up.
func (f *eventFinder) eventHere(i int) *happening {
	for k := len(f.happenings) - 1; k >= 0; k-- {
		if h := &f.happenings[k]; h.s == f.sentence && h.phrase.from <= i && i < h.phrase.to {
			return h
		}
	}
	return f.eventOfNoun(i)
}

// subjectFrom gives the person with whom, a title before the name passed over, an English
// clause at token i begins; nil elsewhere.
func (f *eventFinder) subjectFrom(i int, s lang.Sentence) *mention {
	const title = 18
	for k := i; k < s.Last && k < i+title; k++ {
		m := f.at(k)
		switch {
		case m != nil && m.class == lang.PersonChunk:
			if m.entity < 0 {
				return nil
			}
			return m
		case f.verbBehind(k) || f.l.Has(k, f.p.know.lists.auxVerb) || f.l.Has(k, f.p.know.lists.sayVerb) || f.l.Rune(k) == ';' || isQuote(f.l.Rune(k)) || f.l.Plays(k, f.p.know.roles.heShe):
			return nil
		}
	}
	return nil
}
