package reader

import (
	"slices"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// subjectThere gives the person who is the subject of an English sentence whose main verb
// begins at token v, told by a title or a pronoun: "The Chilean president | attended", "He
// | held talks with X"; -1 where a name, somebody else's words or another clause stands there.
func (f *eventFinder) subjectThere(v int, s lang.Sentence) int {
	if !f.english() || v <= s.First {
		return -1
	}
	first := f.p.behindOpening(s)
	for k := v - 1; k >= first; k-- {
		if m := f.at(k); m != nil && m.class == lang.PersonChunk || f.l.Has(k, f.p.know.lists.sayVerb) || f.l.Rune(k) == ';' || f.clauseAt(k) {
			return -1
		}
	}
	if v <= first {
		return -1
	}
	who, ok := f.p.subjectTold(s)
	if !ok || f.p.doc.entities[who].kind != read.Person {
		return -1
	}
	return who
}

// withSubject adds to those who take part in an English event whoever is the subject of the
// verb before it by a title or a pronoun alone: "He took part in the | summit".
func (f *eventFinder) withSubject(w *weighing) {
	switch w.st.Event {
	case "meeting", "session", "visit", "ceremony", "conference":
	default:
		return
	}
	if !f.english() || w.d == nil || w.d.end > w.ph.from || f.onlyTold(w) || w.mood == "hypothetical" || f.passive(w.d) || w.st.Organizer != "" && w.st.Event != "meeting" {
		return
	}
	if e := f.subjectThere(w.d.start, w.sentence); e >= 0 && !slices.Contains(w.who, e) && (w.st.Event != "visit" || len(w.who) == 0) {
		w.who = slices.Insert(slices.Clone(w.who), 0, e)
	}
}

// onlyTold reports whether the verb before an English event tells nothing of who was there:
// "welcomed the | ceremony", "told about the | visit".
func (f *eventFinder) onlyTold(w *weighing) bool {
	return w.st.Event == "visit" && w.d.value == "attend" || f.l.Plays(w.d.start, f.p.know.roles.takesNoPart)
}

// metNamed reports whether an English meeting that a rule tells by itself names behind its
// verb somebody who was met, so that it needs no day: "The delegation met with | X".
func (f *eventFinder) metNamed(d *deed, s lang.Sentence) bool {
	const title = 16
	if !f.english() || d.event != "meeting" {
		return false
	}
	for k := d.start; k < min(s.Last, d.end+title); k++ {
		if m := f.at(k); m != nil && m.class == lang.PersonChunk {
			return !isApostropheRune(f.l.Rune(m.end)) && f.isMet(m.start, d.start)
		}
		if k >= d.end && (f.verbBehind(k) || f.clauseAt(k) || f.l.Rune(k) == ';') {
			return false
		}
	}
	return false
}

// isMet reports whether only the title of a person at token i stands between him and the verb
// at token v, or a "with" behind it: "met with the bank's new director | X", but "met the
// deadline set by | X", "met and elected | X", "met the wishes of Minister | X".
func (f *eventFinder) isMet(i, v int) bool {
	l := &f.p.know.lists
	for k := i - 1; k > v; k-- {
		title := f.p.amidTitle(k) || f.hasAny(f.officenoun, k-1, k+1)
		switch {
		case f.l.Has(k, l.partyWith):
			return true
		case f.l.Has(k, l.of) && f.l.Is(k-1, lang.Lower) && !f.hasAny(f.officenoun, k-3, k):
			return false
		case k == v+1 && f.l.Has(k, l.titleLink) && !f.l.Has(k, l.definite):
			return false
		case title, f.l.Rune(k) == ',', f.l.Has(k, l.indefinite), k < i-1 && f.l.Is(k, lang.Lower) && !f.l.Has(k, l.npStop):
		default:
			return false
		}
	}
	return true
}

// otherMeeting reports whether an English meeting has others in it than one told before: both
// name who met and each has somebody the other lacks ("X received Y", "X held talks with Z"),
// or a verb tells of one and a noun with a name of its own, elsewhere and with nobody of
// those, of the other.
func (f *eventFinder) otherMeeting(o, h *happening) bool {
	if !f.english() || h.st.Event != "meeting" {
		return false
	}
	a, b := f.personsOf(o.who), f.personsOf(h.who)
	if otherPartners(a, b) && !h.vague && (o.s != h.s || o.phrase.entry == nil && h.phrase.entry == nil) {
		return true
	}
	if o.s == h.s || (o.phrase.entry == nil) == (h.phrase.entry == nil) || o.ownDate && h.ownDate && o.date.Overlaps(h.date) {
		return false
	}
	named, met := h, a
	if h.phrase.entry == nil {
		named, met = o, b
	}
	return named.st.Name != "" && len(met) > 1 && !slices.ContainsFunc(f.personsOf(named.who), func(e int) bool { return slices.Contains(met, e) })
}

// whereSaid narrows an English sentence to the words behind what is said, where the event of a
// phrase is only where it was said: "X will visit Osh in May, | Y said at a briefing".
func (f *eventFinder) whereSaid(ph *phrase, s lang.Sentence) lang.Sentence {
	const near, long = 9, 16
	v := ph.from - 1
	for v > s.First && v > ph.from-near && !f.l.Has(v, f.p.know.lists.sayVerb) {
		if f.l.Is(v, lang.Punct) && !isApostropheRune(f.l.Rune(v)) && f.l.Rune(v) != '-' || f.l.Has(v, f.noun) && f.at(v) == nil {
			return s
		}
		v--
	}
	if !f.english() || !f.l.Has(v, f.p.know.lists.sayVerb) || !f.leading(ph) {
		return s
	}
	for k := ph.to; k < min(s.Last, ph.to+near); k++ { // said at the forum on Monday | that X had come
		if f.l.Plays(k, f.p.know.roles.thatThing) && f.l.Rune(k) == 't' && !f.l.Has(k+1, f.p.know.lists.auxVerb) {
			s.Last = k
			break
		}
	}
	for k := v; k > s.First+3 && k > v-long; k-- {
		if f.l.Rune(k) != ',' && f.l.Rune(k) != '”' && f.l.Rune(k) != '"' && f.l.Rune(k) != '»' {
			continue
		}
		if _, ok := f.p.lastSpeaker(k, ph.from); !ok && !f.hasAny(f.officenoun, k, ph.from) && !f.l.Plays(k+1, f.p.know.roles.heShe) {
			return s
		}
		for i := s.First; i < k; i++ {
			if f.l.Has(i, f.p.know.lists.auxVerb) || f.verbBehind(i) || f.l.Has(i, f.p.know.lists.presentMove) {
				s.First = k + 1
				return s
			}
		}
		return s
	}
	return s
}

// spokenOf reports whether an English person behind an event stands, with his title, behind a word
// that tells of him and not of who was there: "held a ceremony in memory of the late | X", "During
// the meeting, X spoke of the reforms of President | Y".
func (f *eventFinder) spokenOf(m *mention, ph *phrase) bool {
	k, first := m.start, f.p.sentenceOf(m.start).First
	for k-1 > max(ph.to, first) && (f.p.amidTitle(k-1) && !f.l.Has(k-1, f.p.know.lists.of) || f.l.Has(k-1, f.officenoun)) {
		k--
	}
	if k <= ph.to || f.l.Has(k-1, f.p.know.lists.partyBetween) {
		return false
	}
	if f.l.Plays(k-1, f.p.know.roles.lateWord) || f.l.Plays(k, f.p.know.roles.lateWord) {
		return true
	}
	return f.leading(ph) && f.l.Has(k-1, f.p.know.lists.of) && !f.l.Plays(k-2, f.p.know.roles.presence) && f.commaBetween(ph.to, k)
}

// whoDiscussed gives an English meeting that a text takes up by "the meeting" those of whom the
// sentence before told that they talked something over, and the place where: "X and Y discussed
// trade in Osh. During the | meeting, X said".
func (f *eventFinder) whoDiscussed() {
	for i := range f.happenings {
		h := &f.happenings[i]
		if h.st.Event != "meeting" || h.s == 0 || h.st.Name != "" || h.phrase.entry == nil || !h.phrase.definite || h.st.Time != "past" || !h.vague {
			continue
		}
		s := f.p.sents[h.s-1]
		v := s.First
		for v < s.Last && !(f.l.Is(v, lang.Lower) && f.l.Plays(v, f.p.know.roles.talkedOver)) {
			v++
		}
		who := f.personsFound(s.First, v)
		if v == s.Last || len(who) < 2 || len(who) > 4 || slices.ContainsFunc(h.who, func(e int) bool { return !slices.Contains(who, e) }) {
			continue
		}
		h.who = who
		if h.place < 0 || h.here {
			h.place = f.lastLocated(v, s.Last, h.place)
		}
	}
}

// lastLocated gives the place told last among tokens [a, b) to be where something is, else one
// that is known.
func (f *eventFinder) lastLocated(a, b, known int) int {
	for _, k := range f.p.mentionsIn(lang.PlaceChunk, a, b) {
		if m := &f.p.mens[k]; m.entity >= 0 && f.l.Has(m.start-1, f.in) {
			known = m.entity
		}
	}
	return known
}

// withoutUpcoming leaves out of the name of an English event that it lies ahead or behind, "the
// upcoming | Lakes Forum", and of a visit whose visitor's title begins with his state, "the visit
// | of Chilean President X"; it reports whether no name is left.
func (f *eventFinder) withoutUpcoming(ph *phrase) bool {
	if !f.english() {
		return false
	}
	if ph.kind() == "visit" && ph.topic && f.l.Has(ph.to-1, f.p.know.lists.stateAdj) && f.l.Has(ph.headEnd, f.p.know.lists.of) {
		ph.to, ph.topic = ph.headEnd, false
		if ph.mods == 0 {
			return true
		}
	}
	if ph.from < ph.head && (f.l.Plays(ph.from, f.p.know.roles.upcoming) || f.l.Plays(ph.from, f.p.know.roles.recentOne) && !f.l.Is(ph.from, lang.Cap)) {
		if ph.from, ph.mods = ph.from+1, max(0, ph.mods-1); ph.from == ph.head && !ph.topic {
			return true
		}
	}
	return false
}
