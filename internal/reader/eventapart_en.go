package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// sinceReach is how many words may stand between an English "since" and the day that
// only says from when on something is so.
const sinceReach = 12

// weekLong is how many days before the text somebody may have set out for an event that is
// still to come.
const weekLong = 7

// longAgo is how many days an English event may lie behind the day of publication and
// still be where the text is told from.
const longAgo = 31

// behindSince reports whether an English date or place behind an event only tells since
// when something else is so: "reviewed the progress made since the session held in | Lima
// in March".
func (f *eventFinder) behindSince(m *mention, ph *phrase) bool {
	if !f.english() || m.start < ph.to+3 {
		return false
	}
	since := f.p.know.lists.sinceWord
	for k := m.start - 2; k >= ph.to+1 && k > m.start-sinceReach; k-- {
		if f.l.Rune(k) == ',' || f.l.Rune(k) == ';' {
			return false
		}
		if f.l.Has(k, since) {
			return true
		}
	}
	return false
}

// longPast reports whether the own day of an English event lies so far behind the day of
// publication that the dateline does not tell where it was.
func (f *eventFinder) longPast(h *happening) bool {
	published := f.p.doc.opt.Published
	if !f.english() || !h.ownDate || h.date.IsZero() || published.IsZero() {
		return false
	}
	_, last := h.date.Bounds()
	first, _ := published.Bounds()
	told := f.p.anchor(f.p.sents[h.s].First)
	if day, _ := told.Bounds(); !told.IsZero() && day-last <= longAgo {
		return false
	}
	return first-last > longAgo
}

// sameHead gives the happening told last whose own noun is that of a later English mention
// of the same kind; -1 where none is: "the meeting" is the meeting told before, not the
// summit told after it.
func (f *eventFinder) sameHead(h *happening) int {
	if !f.english() || h.phrase.entry == nil {
		return -1
	}
	for i := len(f.happenings) - 1; i >= 0; i-- {
		o := &f.happenings[i]
		if o.st.Event == h.st.Event && o.phrase.entry != nil && f.l.Fold(o.phrase.headEnd-1) == f.l.Fold(h.phrase.headEnd-1) {
			return i
		}
	}
	return -1
}

// sameEdition reports whether two English mentions are of one event by their number and
// day, or are an anniversary called by two nouns: "15th ministers’ meeting" and "Fifteenth
// Meeting of the Council of Ministers", "its 30th anniversary" and "its 30th jubilee".
func (f *eventFinder) sameEdition(o, h *happening) bool {
	if !f.english() || o.st.Edition == 0 || o.st.Edition != h.st.Edition {
		return false
	}
	if o.st.Event == "anniversary" {
		return numberedOnly(o) || numberedOnly(h)
	}
	if o.ownDate && h.ownDate && len(o.date.String()) >= len("2006-01-02") && o.date.String() == h.date.String() {
		return true
	}
	const manyHeld = 10 // few bodies have so many meetings
	if o.st.Edition < manyHeld || o.phrase.entry == nil || h.phrase.entry == nil {
		return false
	}
	if f.l.Fold(o.phrase.headEnd-1) != f.l.Fold(h.phrase.headEnd-1) && sharedWords(o.st.Name, h.st.Name) < 0.5 {
		return false
	}
	dates := !o.ownDate || !h.ownDate || o.date.Overlaps(h.date)
	return dates && (o.place < 0 || h.place < 0 || o.place == h.place || f.isCountry(o.place) || f.isCountry(h.place))
}

// numberedApart reports whether an English mention with a number speaks of another event
// than one told for the first time without: "A meeting of officials of the Union was held
// today", "the 26th meeting of its Council was held in Osh".
func (f *eventFinder) numberedApart(o, h *happening) bool {
	const same = 0.9
	return f.english() && o.s != h.s && o.fresh && o.st.Edition == 0 && h.st.Edition > 0 && o.st.Name != "" && h.st.Name != "" && sharedWords(o.st.Name, h.st.Name) < same
}

// absent reports whether an English person is told not to come: "X | did not attend the
// forum", "X was unable to attend".
func (f *eventFinder) absent(m *mention) bool {
	k := m.end
	if f.l.Rune(k) == ',' { // X, head of the union, did not attend
		for k++; k < m.end+titleLong && f.l.Rune(k) != ',' && !f.verbBehind(k); k++ {
		}
		k++
	}
	for end := k + 5; k < end; k++ {
		switch {
		case f.l.Is(k, lang.Punct):
			return false
		case f.l.Plays(k, f.p.know.roles.absentWord):
			return true
		case !f.l.Is(k, lang.Lower):
			return false
		}
	}
	return false
}

// chosen leaves out of an English congress that elects those whom it elects, and reports
// whether nothing is left to tell of it: "The congress elected X president".
func (f *eventFinder) chosen(w *weighing) bool {
	if w.d == nil || w.d.rule.Name != "event.elects" {
		return false
	}
	elected := f.personsFound(w.d.start, w.sentence.Last)
	w.who = slices.DeleteFunc(w.who, func(e int) bool { return slices.Contains(elected, e) })
	return len(w.who) == 0 && w.vague && w.place < 0 && !w.ownDate
}

// campToLive reports whether an English camp at token i is a place where people live: "the
// camp for internally displaced persons", "a refugee camp".
func (f *eventFinder) campToLive(i int) bool {
	if !f.english() || !strings.HasPrefix(f.l.Fold(i), "camp") {
		return false
	}
	dwell := f.p.know.roles.campDwellers
	if i > 0 && f.l.Plays(i-1, dwell) {
		return true
	}
	if !f.l.Plays(i+1, f.p.know.roles.forWhat) && !f.l.Has(i+1, f.p.know.lists.of) {
		return false
	}
	return f.l.Plays(i+2, dwell) || f.l.Plays(i+3, dwell)
}

// finalOf reports whether an English "final" at token i only says which one of the events
// named right behind it is meant: "the | final closing ceremony".
func (f *eventFinder) finalOf(i int) bool {
	if !f.english() || !f.l.Is(i, lang.Lower) || f.l.Toks[i].End-f.l.Toks[i].Start != 5 || f.l.Fold(i) != "final" {
		return false
	}
	return f.l.Has(i+1, f.noun) || f.l.Is(i+1, lang.Lower) && f.l.Has(i+2, f.noun) && !f.l.Has(i+1, f.npstop)
}

// calledOffBehind gives the verb that tells of an English event as put off or not held
// behind a clause that says for when it was planned: "the fair that was to be held in May
// | was called off"; d where none does.
func (f *eventFinder) calledOffBehind(d *deed, ph *phrase) *deed {
	if d == nil || !f.english() || d.start < ph.to || d.start > ph.to+5 || d.mood == "denied" || !f.l.Plays(ph.to, f.p.know.roles.thatThing) && f.l.Rune(ph.to) != ',' {
		return d
	}
	for k := range f.deeds {
		x := &f.deeds[k]
		if x.own() || x.start <= d.end || x.mood != "denied" || x.rule.Name != "event.denied" || !f.passive(x) && !f.l.Has(x.start, f.p.know.lists.auxVerb) {
			continue
		}
		for i := d.end; i < x.start; i++ {
			if f.l.Has(i, f.noun) && !f.is(i, lang.DateChunk) || f.l.Rune(i) == ';' || f.joins(i) {
				return d
			}
		}
		return x
	}
	return d
}

// ofHolder reports whether an English place only belongs to the title of the person right
// behind it: "between the minister of | Malta, X, and Y".
func (f *eventFinder) ofHolder(m *mention) bool {
	k := m.start - 1
	if f.l.Has(k, f.article) {
		k--
	}
	if !f.english() || m.class != lang.PlaceChunk || k < 1 || !f.l.Has(k, f.p.know.lists.of) {
		return false
	}
	return f.is(m.end, lang.PersonChunk) || f.l.Rune(m.end) == ',' && f.is(m.end+1, lang.PersonChunk) || f.l.Has(m.end, f.p.know.lists.honorific)
}

// toGreet reports whether an English place stands with its possessive behind an infinitive,
// which tells what is done and not where: "held to celebrate | India's heritage".
func (g *ground) toGreet(m *mention, to int) bool {
	return g.english() && to < m.start-1 && isApostropheRune(g.l.Rune(m.end)) && g.l.Is(m.end, lang.Glued) && g.l.Plays(to, g.p.know.roles.to) && g.l.Is(to+1, lang.Lower) && g.at(to+1) == nil
}

// before reports whether a date lies wholly before the day of publication.
func (p *part) before(date value.Date) bool {
	published := p.doc.opt.Published
	if date.IsZero() || published.IsZero() {
		return false
	}
	_, last := date.Bounds()
	first, _ := published.Bounds()
	return last < first
}

// settingOfOther reports whether an English "during" or "attending" tells of the event
// right behind it and not of a further one: "During the | talks, the need for a dialogue was
// stressed"; what "and" joins to the first it tells of too.
func (f *eventFinder) settingOfOther(ph *phrase, d *deed) bool {
	if d.rule.Name != "event.during" {
		return false
	}
	for k := range f.evs {
		o := &f.evs[k]
		if o.from >= d.end && o.to <= ph.from && !(ph.from-o.to < 4 && f.joinsBetween(o.to, ph.from)) {
			return true
		}
	}
	return false
}

// hostInClause gives the place that an English clause behind an event names as its host:
// "the summit that | Nepal is hosting in May"; -1 elsewhere.
func (f *eventFinder) hostInClause(ph *phrase, d *deed) int {
	if !f.english() || d == nil || d.start < ph.to || !f.l.Has(d.end-1, f.p.know.lists.hostVerb) && !f.l.Has(d.end-1, f.p.know.lists.eventBase) {
		return -1
	}
	m := f.at(d.start - 1)
	if m == nil || m.class != lang.PlaceChunk || m.entity < 0 || m.start < 2 || m.start > ph.to+2 || !f.l.Plays(m.start-1, f.p.know.roles.thatThing) {
		return -1
	}
	return m.entity
}

// matterIn reports whether an English place is that of what is talked about or remembered:
// "a meeting on the situation in | Chad", "the victims of the attack in | Nice".
func (f *eventFinder) matterIn(m *mention) bool {
	k := m.start - 1
	for k > 1 && k > m.start-3 && (f.l.Has(k, f.article) || f.l.Has(k, f.mod) || f.l.Is(k, lang.Lower) && !f.l.Has(k, f.npstop)) {
		k--
	}
	return k > 1 && f.l.Has(k, f.in) && f.l.Plays(k-1, f.p.know.roles.matterOf)
}

// aheadOnly reports whether an English event is one ahead of which, or in preparation for
// which, something is told: "met ahead of the | summit".
func (f *eventFinder) aheadOnly(ph *phrase) bool {
	k := ph.from - 1
	for k > 0 && (f.l.Has(k, f.article) || f.l.Has(k, f.p.know.lists.phraseOne) || f.l.Has(k, f.poss)) {
		k--
	}
	return f.english() && k > 0 && (f.l.Plays(k-1, f.p.know.roles.aheadOf) && f.l.Fold(k-1) != "because" || f.runsUpTo(k))
}

// metBeside reports whether of two English mentions one is a meeting of persons and the
// other only what it was held beside: "X met Y", "on the sidelines of the | 53rd meeting".
func (f *eventFinder) metBeside(o, h *happening) bool {
	if !f.english() || o.st.Event != "meeting" {
		return false
	}
	return h.beside && o.phrase.entry == nil && len(o.who) > 0 || o.beside && h.phrase.entry == nil && len(h.who) > 0
}

// goneByThen reports whether a later English mention is of an event gone by, and the one
// told before still lies ahead: "ahead of the retreat", "at their meeting in Osh in July".
func (f *eventFinder) goneByThen(o, h *happening) bool {
	return f.english() && o.s != h.s && o.st.Time == "planned" && h.st.Time == "past" && h.ownDate && f.p.before(h.date)
}

// onHisVisit gives the person whose English visit a possessive tells: the one right before
// "on his visit", the one received, else who is named first in the sentence: "X received Y
// during his | visit to Osh" and "Y met X during his | visit to Osh" tell of Y's visit; -1
// where nobody is named before.
func (f *eventFinder) onHisVisit(ph *phrase, s lang.Sentence) int {
	r := &f.p.know.roles
	k := ph.from - 1
	if k <= s.First || !f.l.Plays(k, r.male) && !f.l.Plays(k, r.female) {
		return -1
	}
	if m := f.at(k - 2); m != nil && m.class == lang.PersonChunk && m.entity >= 0 && k-2 > s.First && f.l.Plays(k-1, r.on) {
		return m.entity
	}
	for _, id := range f.p.mentionsIn(lang.PersonChunk, f.guestFrom(s.First, k), k) {
		if m := &f.p.mens[id]; m.entity >= 0 {
			if f.l.Has(m.end, f.p.know.lists.sayVerb) {
				continue
			}
			return m.entity
		}
	}
	return -1
}

// guestFrom gives the token from which a guest is looked for among the English tokens:
// behind the last verb of receiving somebody, "the mayor | received Y", and not behind "Y was
// received by the mayor"; the first where there is none.
func (f *eventFinder) guestFrom(first, to int) int {
	r := &f.p.know.roles
	for k := to - 1; k > first; k-- {
		if !f.l.Plays(k, r.receives) || f.l.Plays(k-1, r.beVerb) || f.l.Plays(k+1, r.by) {
			continue
		}
		guests := f.p.mentionsIn(lang.PersonChunk, k, to)
		if len(guests) > 0 && !f.joinsBetween(k, f.p.mens[guests[0]].start) { // not "received a medal and met Y"
			return k + 1
		}
	}
	return first
}

// inMarks reports whether token i stands inside quotation marks that its English sentence
// opens before it: under the theme “Accelerating | the market”.
func (f *eventFinder) inMarks(i int, s lang.Sentence) bool {
	if !f.english() {
		return false
	}
	for k := i - 1; k >= s.First && k > i-12; k-- {
		switch f.l.Rune(k) {
		case '“', '«', '„':
			return true
		case '”', '»':
			return false
		}
	}
	return false
}

// holyBody reports whether the English noun of a session at token i names the body that
// holds it: "the Holy | Synod".
func (f *eventFinder) holyBody(i int) bool {
	return f.english() && i > 0 && f.l.Is(i, lang.Cap) && f.l.Is(i-1, lang.Cap) && f.l.Toks[i-1].End-f.l.Toks[i-1].Start == 4 && f.l.Fold(i-1) == "holy"
}

// tellsBehind gives the verb right behind an English event that others only prepare, which
// tells when that one is: "ahead of a forum | to be held in Osh"; nil where none stands there.
func (f *eventFinder) tellsBehind(ph *phrase) *deed {
	for k := range f.deeds {
		d := &f.deeds[k]
		if !d.own() && d.start >= ph.to && d.start <= ph.to+2 && d.side != "right" && !f.commaBetween(ph.to, d.start) {
			return d
		}
	}
	return nil
}

// tooEarly reports whether an English date lies before the text, but the verb tells of an
// event that will be: "The meeting will review the deal of | July 2022".
func (f *eventFinder) tooEarly(m *mention, d *deed) bool {
	if !f.english() || d == nil || d.mood != "planned" || !f.l.Plays(d.start, f.p.know.roles.willVerb) || !f.p.before(m.date) {
		return false
	}
	const beside = 6 // its own day, in a text read late
	if gap(m.start, m.end, d.start, d.end) <= beside {
		return false
	}
	for k := m.start; k < m.end; k++ {
		if f.l.Is(k, lang.Year) {
			return true
		}
	}
	return false
}

// furtherDeed reports whether an English meeting is a further predicate of its sentence, so
// that those named before it are of another meeting: "met X on Monday and | received Y".
func (f *eventFinder) furtherDeed(d *deed, s lang.Sentence) bool {
	if !f.english() || d.start <= s.First+1 || !f.joins(d.start-1) && !f.joins(d.start) || d.rule.Get("agent") == "" {
		return false
	}
	for k := range f.deeds {
		if o := &f.deeds[k]; o.own() && o.event == "meeting" && o.end <= d.start {
			return true
		}
	}
	return false
}

// toBeThere reports whether an English verb that tells of an event is only what somebody
// came for: "arrived today | to attend the forum".
func (f *eventFinder) toBeThere(d *deed) bool {
	return f.english() && d != nil && d.rule.Name == "event.planned" && f.l.Plays(d.start, f.p.know.roles.to)
}

// onTheWay reports whether an English date is that on which somebody set out for an event,
// which is still to come: "arrived on | Monday to attend the forum".
func (f *eventFinder) onTheWay(m *mention, d *deed) bool {
	if !f.toBeThere(d) || m.end > d.start || f.p.doc.opt.Published.IsZero() {
		return false
	}
	first, last := m.date.Bounds()
	published, _ := f.p.doc.opt.Published.Bounds()
	return last <= published && published-first <= weekLong
}

// attendedThen makes an English event past that somebody came to attend long before the
// text: "travelled to Osh in March 2019 to attend the forum".
func (f *eventFinder) attendedThen(w *weighing) {
	if w.mood == "planned" && f.toBeThere(w.d) && w.ownDate && f.p.before(w.date) {
		w.mood = "past"
	}
}

// sameTold tells whether two English mentions are of one event where their numbers, or what
// they are told beside, decide it alone.
func (f *eventFinder) sameTold(o, h *happening) (same, told bool) {
	if f.sameEdition(o, h) {
		return true, true
	}
	return false, f.numberedApart(o, h) || f.metBeside(o, h) || f.goneByThen(o, h)
}
