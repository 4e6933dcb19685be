package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// metBy gives the persons of a visit or a meeting that an English verb
// tells: those the rule's words hold, and for a meeting those beside them up to
// the next verb or mark that begins something else.
func (f *eventFinder) metBy(d *deed, kind string, s lang.Sentence) (out []int) {
	from, to := d.start, d.end
	if kind == "meeting" {
		for !f.furtherDeed(d, s) && from > s.First && f.l.Rune(from-1) != ';' && !f.l.Has(from-1, f.clause) && !f.verbBehind(from-1) {
			from = min(from-1, f.p.behindAside(from))
		}
		for to < s.Last && f.l.Rune(to) != ';' && !f.l.Has(to, f.clause) && (!f.verbBehind(to) || f.l.Has(to+1, f.p.know.lists.partyBy) && !f.l.Has(to-1, f.p.know.lists.auxVerb)) { // a delegation led by X
			to++
		}
	}
	for _, k := range f.p.mentionsIn(lang.PersonChunk, from, to) {
		if m := &f.p.mens[k]; m.entity >= 0 && !slices.Contains(out, m.entity) && len(out) < 8 && !(m.end <= d.start && f.p.inWhoClause(m)) {
			out = append(out, m.entity)
		}
	}
	for i := from; f.english() && i < d.start+2 && i < d.end; i++ { // He met the president
		if f.l.Plays(i, f.p.know.roles.heShe) {
			if e, ok := f.p.personBefore(i, f.p.genderSaid(i, -1)); ok && !slices.Contains(out, e) {
				out = slices.Insert(out, 0, e)
			}
			return out
		}
	}
	return out
}

// partners adds to those who met the persons named behind the verb's words, in
// apposition to a title: "met the president of the bank, Kenji Morita".
func (f *eventFinder) partners(h *happening, d *deed, kind string, s lang.Sentence) {
	if kind != "meeting" || !f.english() || len(h.who) == 0 {
		return
	}
	for _, e := range f.metBy(d, kind, s) {
		if !slices.Contains(h.who, e) {
			h.who = append(h.who, e)
		}
	}
}

// metWith reports whether the noun of a meeting has behind "with" those who
// were met by name: "a meeting with Ruth Hale".
func (f *eventFinder) metWith(ph *phrase, s lang.Sentence) bool {
	if !f.english() || ph.kind() != "meeting" || !f.l.Has(ph.to, f.p.know.lists.partyWith) {
		return false
	}
	for k := ph.to + 1; k < s.Last && k < ph.to+9; k++ {
		if m := f.at(k); m != nil && (m.class == lang.PersonChunk || m.class == lang.OrgChunk) {
			return true
		}
		if f.verbBehind(k) || f.l.Rune(k) == ';' {
			return false
		}
	}
	return false
}

// ofName reports whether what an English phrase is about is a name: "the final
// match of the Pacific Cup".
func (f *eventFinder) ofName(ph *phrase) bool {
	if !f.english() || !ph.topic || !f.l.Has(ph.headEnd, f.p.know.lists.of) {
		return false
	}
	for k := ph.headEnd + 1; k < ph.to; k++ {
		if f.l.Is(k, lang.Cap) {
			return true
		}
	}
	return false
}

// alsoAt states the same event at the further places and days that "and" adds:
// "hearings are planned in Tromsø from 4 to 6 October and in Kongsvinger on 11
// November". No verb and no other noun of an event stands between.
func (f *eventFinder) alsoAt(h happening, s lang.Sentence) {
	if !f.english() || h.place < 0 || !h.ownDate || h.phrase.entry == nil && h.st.Event != "visit" && h.st.Event != "meeting" && h.st.Event != "session" {
		return
	}
	begin := max(h.phrase.to, s.First)
	if h.phrase.entry == nil { // a rule that tells a visit holds its day
		begin = h.phrase.from
	}
	for _, k := range f.p.mentionsIn(lang.DateChunk, begin, s.Last) {
		if m := &f.p.mens[k]; m.date == h.date {
			begin = m.end
			break
		}
	}
	if begin <= h.phrase.from || h.phrase.entry != nil && begin <= h.phrase.to {
		return
	}
	joined, place, date := false, -1, value.Date{}
	for i := begin; i < s.Last; {
		m := f.at(i)
		if m != nil {
			switch {
			case m.class == lang.PlaceChunk && (f.located(m) || h.phrase.entry == nil && f.joins(m.start-1)) && place < 0 && m.entity >= 0 && m.entity != h.place:
				place = m.entity
			case m.class == lang.DateChunk && date.IsZero():
				date = m.date
			case m.class == lang.PersonChunk || m.class == lang.OrgChunk:
				return
			}
			i = max(i+1, m.end)
		} else {
			if f.joins(i) {
				joined = true
			}
			if f.verbBehind(i) || f.l.Has(i, f.noun) || f.deedAt(i) || f.l.Has(i, f.p.know.lists.auxVerb) || f.l.Has(i, f.clause) || f.l.Rune(i) == ';' || i > begin+14 {
				return
			}
			i++
		}
		if joined && place >= 0 && !date.IsZero() {
			h.place, h.date = place, date
			f.happenings = append(f.happenings, h)
			return
		}
	}
}

// shiftedTo reports whether a date is the one that an event was put off to:
// "adjourned until 20 September".
func (f *eventFinder) shiftedTo(m *mention) bool {
	if !f.english() {
		return false
	}
	for k := range f.deeds {
		x := &f.deeds[k]
		if x.end == m.start && x.rule.Name == "event.shifted" {
			return true
		}
		const reach = 12 // postponed its congress until | October
		if x.mood == "denied" && x.end < m.start && m.start-x.end < reach && f.l.Has(x.start, f.p.know.lists.putOff) && f.l.Has(m.start-1, f.p.know.lists.untilWord) {
			return true
		}
	}
	return false
}

// shiftedHere reports whether a date is the one that the event of a phrase was put
// off to, with no other event told of between: "planned for May, it was put off to
// October".
func (f *eventFinder) shiftedHere(m *mention, ph *phrase) bool {
	if m.start <= ph.to || !f.shiftedTo(m) || f.l.Plays(m.start-1, f.p.know.roles.spanFrom) {
		return false
	}
	for k := ph.to; k < m.start; k++ {
		if f.l.Has(k, f.noun) && !f.l.Has(k, f.p.know.lists.eventDone) || f.l.Rune(k) == ';' {
			return false
		}
	}
	return true
}

// gerund reports whether an English noun in -ing is a verb here, with its object
// behind it: "closed by signing the charter".
func (f *eventFinder) gerund(ph *phrase) bool {
	if !f.english() || ph.headEnd != ph.head+1 || ph.mods > 0 || !strings.HasSuffix(f.l.Fold(ph.head), "ing") || f.l.Is(ph.head, lang.Cap) && ph.head > f.p.sentenceOf(ph.head).First {
		return false
	}
	if k := ph.head - 1; k >= 0 && (f.l.Has(k, f.article) || f.l.Has(k, f.p.know.lists.phraseOne)) {
		return false
	}
	if f.l.Plays(ph.head-1, f.p.know.roles.beforeGerund) { // after signing as a witness
		return true
	}
	return f.l.Has(ph.headEnd, f.article) || f.l.Has(ph.headEnd, f.p.know.lists.phraseOne)
}

// tookPlace reports whether an English event that was not told of before is told
// of by its own verb and with a place or day, or is one of several that its own
// noun tells apart: "The opening ceremony took place at the Palace".
func (f *eventFinder) tookPlace(ph *phrase, d *deed, h *happening) bool {
	if !f.english() || d == nil || d.start < ph.to || d.start > ph.to+2 || d.value != "happen" && !f.passive(d) && d.rule.Get("side") != "left" {
		return false
	}
	return ph.headEnd-ph.head > 1 || h.place >= 0 && h.ownDate
}

// anyEvent reports whether the noun of an English phrase says no more than that
// something takes place.
func (f *eventFinder) anyEvent(ph *phrase) bool {
	return f.english() && f.actWord(ph.head, "event")
}

// daysLong reports whether all that stands before the noun of an English event is
// how long it lasts: "the three-day tournament".
func (f *eventFinder) daysLong(ph *phrase) bool {
	n, ok := f.p.numberAt(ph.from)
	return ok && f.english() && !n.ordinal && n.end+2 == ph.head && f.l.Rune(n.end) == '-' && f.l.Has(n.end+1, f.p.know.lists.timeUnit)
}

// houseSits reports whether an English meeting is that of a house of parliament
// that convenes: its session.
func (f *eventFinder) houseSits(d *deed) bool {
	if !f.english() || strings.HasPrefix(d.rule.Name, "event.agent-meet") || strings.HasPrefix(d.rule.Name, "event.agent-met") || d.rule.Name == "event.will-meet" { // these meet somebody
		return false
	}
	c := f.p.know.lists.parliamentWord
	at := d.who[0]
	if d.who[1] <= d.who[0] {
		if f.l.Has(d.start, c) || f.l.Plays(d.start, f.p.know.roles.sitsInCourt) {
			return true
		}
		at = d.start - 1 // the Senate | convened
	}
	m := f.at(at)
	if m == nil || m.class != lang.OrgChunk {
		return false
	}
	for k := m.start; k < m.end; k++ {
		if f.l.Has(k, c) || f.l.Plays(k, f.p.know.roles.sitsInCourt) {
			return true
		}
	}
	return false
}

// siteDay reports whether a rule of visits may tell one of what is no town,
// "inspected the dam": with a date, for what is past one of a day.
func (f *eventFinder) siteDay(d *deed, h *happening) bool {
	switch d.rule.Get("site") {
	case "yes":
		return h.ownDate
	case "day":
		return h.ownDate && len(h.date.String()) >= len("2006-01-02")
	}
	return false
}

// setFor reports whether a place stands behind the "for" of an English verb that
// plans: "is pencilled in for Tunis".
func (f *eventFinder) setFor(m *mention, d *deed) bool {
	return f.english() && d != nil && d.mood == "planned" && m.start == d.end && f.l.Plays(m.start-1, f.p.know.roles.forWhat)
}

// placeBefore gives the place where the sentence before s in its paragraph tells
// that something was, the only one; -1 elsewhere.
func (f *eventFinder) placeBefore(s lang.Sentence) int {
	if s.First == 0 {
		return -1
	}
	before, at := f.p.sentenceOf(s.First-1), -1
	for _, k := range f.p.mentionsIn(lang.PlaceChunk, before.First, before.Last) {
		m := &f.p.mens[k]
		if m.entity < 0 || !f.located(m) || m.entity == at {
			continue
		}
		if at >= 0 {
			return -1
		}
		at = m.entity
	}
	return at
}

// sitting reports whether an English assembly is the body that decides, not the
// event: "the Assembly of the town voted".
func (f *eventFinder) sitting(ph *phrase) bool {
	if !f.english() || ph.headEnd != ph.head+1 || !f.actWord(ph.head, "assembly") || !f.l.Is(ph.head, lang.Cap) || ph.to >= len(f.l.Toks) {
		return false
	}
	return f.actWord(ph.to, "votes") || f.l.Has(ph.to, f.p.know.lists.dealDone)
}
