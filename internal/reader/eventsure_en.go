package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// amongBodies reports whether an English noun of conferences, told without a day or a place,
// stands in a list behind a body, so that it is the name of one: "meetings of the Governing
// Council, the standing committees and the | Forum of Young Members".
func (f *eventFinder) amongBodies(w *weighing) bool {
	ph := w.ph
	if !f.english() || w.place >= 0 || w.ownDate || w.st.Event != "conference" && !f.actWord(ph.head, "assembly") || f.l.Has(ph.from-1, f.p.know.lists.phraseOne) {
		return false
	}
	if w.d != nil && w.d.end > ph.from && (f.passive(w.d) || w.d.value == "happen") {
		return false
	}
	const listReach = 12
	joined := false
	for k := f.beforeBody(ph.from - 1); k >= w.sentence.First && k > ph.from-listReach; k-- {
		switch {
		case f.joins(k) || f.l.Rune(k) == ',':
			joined = true
		case f.l.Is(k, lang.Punct) || f.deedAt(k) && !f.is(k, lang.OrgChunk) || f.l.Has(k, f.p.know.lists.auxVerb):
			return false
		case joined && (f.l.Has(k, f.p.know.lists.bodyNoun) || f.l.Has(k, f.p.know.lists.bodyPlural)):
			return true
		case !joined && !f.l.Plays(k, f.p.know.roles.as) && !f.l.Is(k, lang.Lower):
			return false
		}
	}
	return false
}

// inStatutes reports whether an English event is only what rules say is to be or what is usual,
// told without a day or a place: "The assembly shall be held once a year", "The ceremony is
// traditionally held in the town hall".
func (f *eventFinder) inStatutes(w *weighing) bool {
	d := w.d
	if !f.english() || d == nil || len(w.date.String()) > len("2006") {
		return false
	}
	if w.place < 0 && w.date.IsZero() && f.l.Plays(d.start, f.p.know.roles.shall) {
		return true
	}
	for k := d.start - 1; k >= w.ph.to && k <= d.end; k++ {
		if f.l.Plays(k, f.p.know.roles.asUsual) && f.l.Plays(k-1, f.p.know.roles.beVerb) && !f.l.Has(k-1, f.p.know.lists.pastWord) {
			return true
		}
	}
	return false
}

// inTitleMarks reports whether the English noun at token i stands inside a title in quotation
// marks that goes on with another capitalised word: “Beneath the | Gathering Sky”.
func (f *eventFinder) inTitleMarks(i int, s lang.Sentence) bool {
	if !f.english() || i <= s.First || !f.l.Is(i, lang.Cap) || !f.l.Is(i+1, lang.Cap) || f.l.Has(i+1, f.noun) || f.at(i+1) != nil {
		return false
	}
	for k := i - 1; k >= s.First && k > i-8; k-- {
		if isQuote(f.l.Rune(k)) {
			return f.l.Is(k+1, lang.Glued)
		}
	}
	return false
}

// greetedAtAirport reports whether an English verb of receiving only tells that somebody was
// met on arrival: "The ambassador welcomed the delegation at the | airport".
func (f *eventFinder) greetedAtAirport(d *deed, s lang.Sentence) bool {
	if !f.english() || d.event != "meeting" {
		return false
	}
	const reach = 8
	for k := d.end; k < s.Last && k < d.end+reach; k++ {
		if f.l.Plays(k, f.p.know.roles.airport) {
			return true
		}
		if f.l.Is(k, lang.Punct) || f.verbBehind(k) {
			return false
		}
	}
	return false
}

// ofYearTold reports whether an English date or place is in the words of a Year of X, and not of
// the event it is held within: "a concert within the Year of Culture in | Peru 2014".
func (f *eventFinder) ofYearTold(m *mention, ph *phrase) bool {
	if !f.english() || ph.entry == nil {
		return false
	}
	for k := range f.deeds {
		d := &f.deeds[k]
		if d.event != "year" || d.start < ph.to || m.start < d.start-1 {
			continue
		}
		end := d.end
		for f.l.Rune(end) == ',' || isDash(f.l.Rune(end)) || f.l.Rune(end) == '(' {
			end++
		}
		if m.start <= end {
			return true
		}
	}
	return false
}

// forWholeYear reports whether a year of an English sentence is only what something else is for,
// apart from an event and its verb: "the report for the previous | year was read".
func (f *eventFinder) forWholeYear(m *mention, ph *phrase, d *deed) bool {
	if !f.english() || len(m.date.String()) != len("2006") {
		return false
	}
	k := m.start - 1
	if f.l.Has(k, f.article) {
		k--
	}
	if k < 1 || !f.l.Plays(k, f.p.know.roles.forWhat) || !f.l.Is(k-1, lang.Lower) || f.deedAt(k-1) || f.deedAt(k) || f.verbBehind(k-1) {
		return false
	}
	return !f.l.Has(k-1, f.noun) && !strings.HasSuffix(f.l.Fold(k-1), "ed")
}

// inWhatIsSaid reports whether an English person is named in what is said at the event, behind
// the "that" right after it: "told a news conference that | X would come".
func (f *eventFinder) inWhatIsSaid(m *mention, ph *phrase) bool {
	if !f.english() || m.start <= ph.to || !f.l.Plays(ph.to, f.p.know.roles.thatThing) {
		return false
	}
	return f.l.Has(f.beforeOne(ph.from-1), f.p.know.lists.sayVerb)
}

// otherSort reports whether of two English meetings one is of a sort of its own that the words
// for the other do not tell: a dinner or a rally beside talks.
func (f *eventFinder) otherSort(o, h *happening) bool {
	return f.english() && f.ownSort(o) != f.ownSort(h)
}

// ownSort reports whether an English meeting is called by a noun that no other meeting has.
func (f *eventFinder) ownSort(h *happening) bool {
	return h.phrase.entry != nil && h.st.Event == "meeting" && f.l.Plays(h.phrase.headEnd-1, f.p.know.roles.ownSort)
}

// attendedAside marks an English event that those named last in the main clause attended, as an
// aside says, so that it is another than what the sentence tells, and leaves it only what stands
// from those on: "On Monday X met Y, who took part in the | consultative meeting".
func (f *eventFinder) attendedAside(w *weighing) {
	d, s := w.d, w.sentence
	if !f.english() || d == nil || d.value != "attend" || d.end > w.ph.from || d.start-2 < s.First || !f.l.Plays(d.start-1, f.p.know.roles.whoWhose) || f.l.Rune(d.start-2) != ',' {
		return
	}
	w.beside, w.sentence.First = true, d.start-1
	if in := f.p.mentionsIn(lang.PersonChunk, max(s.First, d.start-titleLong), d.start-1); len(in) > 0 {
		w.sentence.First = f.p.mens[in[len(in)-1]].start
	}
}

// onlyDevoted reports whether an English opening that a rule tells is only what something else
// is devoted to: "The festival, dedicated to the | opening of the library, was held on Monday".
func (g *ground) onlyDevoted(d *deed) bool {
	k := d.start - 1
	if g.l.Has(k, g.article) {
		k--
	}
	return k > 0 && g.l.Plays(k, g.p.know.roles.to) && g.l.Plays(k-1, g.p.know.roles.heldUnder)
}

// opensEvent reports whether what an English rule tells to be inaugurated is an event of its own,
// the head of the subject: "An exhibition titled ‘Salt’ | will be inaugurated on Monday", but
// not "The exhibition hall was inaugurated".
func (g *ground) opensEvent(d *deed, s lang.Sentence) bool {
	if d.rule.Name != "event.inaugurated" {
		return false
	}
	noun := g.p.know.lists.eventNoun
	for k := d.start - 1; k >= s.First && k > d.start-subjectReach; k-- {
		c, ok := g.l.Chunk(k, noun)
		if !ok || g.is(k, lang.DateChunk) || g.is(k, lang.OrgChunk) {
			if g.l.Rune(k) == ';' || g.l.Has(k, g.p.know.lists.auxVerb) {
				return false
			}
			continue
		}
		end := int(c.End)
		kind, _, _ := strings.Cut(g.l.Entry(c).Value, " ")
		if kind == "ceremony" || kind == "meeting" || g.is(end, lang.OrgChunk) {
			return false
		}
		return end == d.start || g.l.Has(end, g.topic) || g.l.Has(end, g.in) || isQuote(g.l.Rune(end)) || g.l.Plays(end, g.p.know.roles.heldUnder) || g.l.Is(end, lang.Number)
	}
	return false
}

// mayHold reports whether an English body stands where the words tell who holds an event: behind
// "by", before the verb that has the event as its object, or right behind the noun with "of" or
// "for". "The final was held at | Tolm SC’s hall" names no such body.
func (f *eventFinder) mayHold(m *mention, d *deed, ph *phrase) bool {
	if !f.english() {
		return true
	}
	k := f.beforeBody(m.start - 1)
	if d.end <= ph.from {
		return m.end <= d.start || f.l.Has(k, f.p.know.lists.partyBy) || f.joinedBody(k)
	}
	if f.l.Has(k, f.p.know.lists.partyBy) || f.joinedBody(k) || m.end <= ph.from && isApostropheRune(f.l.Rune(m.end)) {
		return true
	}
	if f.atItsOwn(m, ph) {
		return true
	}
	if f.l.Has(k, f.p.know.lists.of) && f.l.Plays(k-1, f.p.know.roles.backing) {
		return true // with the support of the | Lake Fund
	}
	return m.start >= ph.headEnd && m.end <= d.start && (f.l.Has(k, f.p.know.lists.of) || f.l.Plays(k, f.p.know.roles.forWhat))
}

// atItsOwn reports whether an English body stands before a comma behind which it is at an event
// of its own: "The Harbour | Board, at its 12th regular meeting held on Monday, decided".
func (f *eventFinder) atItsOwn(m *mention, ph *phrase) bool {
	k := m.end
	if f.l.Rune(k) == ')' { // its short name
		k++
	}
	const reach = 6
	return f.l.Rune(k) == ',' && f.l.Is(k+1, lang.Lower) && f.l.Plays(k+2, f.p.know.roles.itsTheir) && f.l.Fold(k+2) == "its" && k+2 < ph.head && ph.head-k <= reach
}

// ofPlaceBehind reports whether an English place only says where the one behind it is, or is part
// of the name of a university: "the | Black Sea city of Burgas", "the University of Texas at | Austin".
func (g *ground) ofPlaceBehind(m *mention) bool {
	if !g.english() {
		return false
	}
	if x := g.at(m.end + 2); x != nil && x.class == lang.PlaceChunk && g.l.Is(m.end, lang.Lower) && g.l.Has(m.end+1, g.p.know.lists.of) {
		return true
	}
	o := g.at(m.start - 2)
	return o != nil && o.class == lang.OrgChunk && g.l.Plays(m.start-1, g.p.know.roles.at) && g.l.Fold(o.start) == "university"
}

// townOfPlace reports whether an English town is told behind what it lies in or at: "in the Black
// Sea city of | Burgas".
func (g *ground) townOfPlace(m *mention) bool {
	if !g.english() || m.start < 4 || !g.l.Has(m.start-1, g.p.know.lists.of) || !g.l.Is(m.start-2, lang.Lower) {
		return false
	}
	o := g.at(m.start - 3)
	if o == nil || o.class != lang.PlaceChunk {
		return false
	}
	k := o.start - 1
	if g.l.Has(k, g.article) {
		k--
	}
	return k > 0 && g.l.Has(k, g.in)
}

// ofLaterNoun reports whether an English place is that of a further event which "and" joins to one
// that has a day of its own: "the meeting in May and the summit in | Peru in July".
func (f *eventFinder) ofLaterNoun(m *mention, ph *phrase, d *deed) bool {
	if !f.english() || m.class != lang.PlaceChunk || m.start < ph.to || d != nil && d.start >= ph.to {
		return false
	}
	dated, joined := false, false
	for k := ph.to; k < m.start; k++ {
		switch {
		case f.is(k, lang.DateChunk):
			dated = true
		case f.joins(k):
			joined = dated
		case joined && f.l.Has(k, f.noun):
			return true
		}
	}
	return false
}

// afterFeat reports whether an English date is that of the main clause, which was after something
// done at the event: "received the team on | Monday, a day after their win in the championship".
func (f *eventFinder) afterFeat(m *mention, ph *phrase, d *deed) bool {
	if !f.english() || m.class != lang.DateChunk || m.end > ph.from || d != nil && d.start >= ph.to {
		return false
	}
	const reach = 10
	for k := ph.from - 1; k >= m.end && k > ph.from-reach; k-- {
		if f.l.Has(k, f.poss) && f.l.Plays(k-1, f.p.know.roles.followsOn) {
			return d == nil || d.end <= k
		}
		if f.deedAt(k) || f.l.Is(k, lang.Punct) {
			return false
		}
	}
	return false
}

// onlySpeaksOf reports whether an English person only tells of an event, which stands in the words
// behind the "that" of the verb of saying: "X said that at the meeting in Osh ministers agreed".
func (f *eventFinder) onlySpeaksOf(m *mention, ph *phrase) bool {
	if !f.english() || m.end > ph.from {
		return false
	}
	for k := m.end; k < ph.from; k++ {
		if f.l.Plays(k, f.p.know.roles.thatThing) && f.l.Rune(k) == 't' && (f.l.Has(k-1, f.p.know.lists.sayVerb) || f.l.Is(k-1, lang.Lower) && strings.HasSuffix(f.l.Fold(k-1), "ing")) {
			return true
		}
		if isQuote(f.l.Rune(k)) && f.l.Has(k-1, f.p.know.lists.sayVerb) {
			return true
		}
	}
	return false
}

// otherNames reports whether two English meetings are called after others, so that their names have
// no capitalised word in common: "the informal meeting of NATO ministers", "the informal meeting of
// the Baltic ministers".
func (f *eventFinder) otherNames(o, h *happening) bool {
	if !f.english() || h.st.Event != "meeting" || o.phrase.entry == nil || h.phrase.entry == nil {
		return false
	}
	one, other := false, false
	for i := o.phrase.from; i < o.phrase.to; i++ {
		if i == o.phrase.head || !f.l.Is(i, lang.Cap) {
			continue
		}
		one, other = true, false
		for k := h.phrase.from; k < h.phrase.to; k++ {
			if k == h.phrase.head || !f.l.Is(k, lang.Cap) {
				continue
			}
			if other = true; f.l.Fold(i) == f.l.Fold(k) {
				return false
			}
		}
	}
	return one && other
}

// ofEventBeforeEN reports whether a bare English participle only says when another event was that
// stands right before it as a setting, and not what was done with the one behind: "at a meeting |
// held in Osh, the union gave the championship to Peru".
func (f *eventFinder) ofEventBeforeEN(d *deed, ph *phrase) bool {
	if !f.english() || d.end > ph.from || d.end != d.start+1 || d.value != "host" {
		return false
	}
	for k := range f.evs {
		if o := &f.evs[k]; o.to == d.start && o.from != ph.from && f.leading(o) {
			return true
		}
	}
	return false
}

// onlyThen reports whether an English event of somebody only says after what the main clause was,
// told with no word, day or place of its own: "She travelled to Osh in May, shortly after her |
// inauguration".
func (f *eventFinder) onlyThen(ph *phrase) bool {
	if !f.english() || ph.mods > 0 || ph.topic || ph.from < 2 || !f.l.Has(ph.from-1, f.poss) || !f.l.Plays(ph.from-2, f.p.know.roles.followsOn) {
		return false
	}
	return !f.l.Has(ph.to, f.in) && !f.is(ph.to, lang.DateChunk) && !f.is(ph.to+1, lang.DateChunk)
}

// ofSeries reports whether an English plural only says of what row of events one is: "the third
// in the series of Pacific | conferences".
func (f *eventFinder) ofSeries(ph *phrase) bool {
	if !f.english() || ph.from < 3 || !f.plural(ph) || !f.l.Has(ph.from-1, f.p.know.lists.of) {
		return false
	}
	k := ph.from - 3
	return f.l.Fold(ph.from-2) == "series" && f.l.Has(k, f.article) && (f.l.Has(k-1, f.in) || f.l.Has(k-1, f.p.know.lists.of))
}

// thisOne reports whether "this" stands before an English event, which is one the text has told.
func (f *eventFinder) thisOne(w *weighing) bool {
	k := w.ph.from - 1
	return f.english() && len(f.happenings) > 0 && !w.ownDate && w.place < 0 && w.st.Edition == 0 && k >= 0 && f.l.Is(k, lang.Word) && f.l.Plays(k, f.p.know.roles.thisOne)
}

// whomHonoured reports whether an English person is not there, but is named as the one whom an
// event honours, behind its noun: "a ceremony in Lusaka, honouring | X and Y".
func (f *eventFinder) whomHonoured(m *mention, ph *phrase) bool {
	if !f.english() || m.start <= ph.to {
		return false
	}
	if f.spokenOf(m, ph) {
		return true
	}
	for k := m.start - 1; k > ph.headEnd && k > m.start-20; k-- {
		if f.l.Plays(k, f.p.know.roles.honouring) {
			return true
		}
		if f.deedAt(k) || f.l.Rune(k) == ';' {
			return false
		}
	}
	return false
}

// heldBehind reports whether an English day or place is told behind the bare participle of another
// event that is the setting of the sentence: "at a meeting held on 3 May in | Osh, the union gave
// the championship to Peru".
func (f *eventFinder) heldBehind(o *phrase, m *mention, ph *phrase) bool {
	if !f.english() || o.from == ph.from || m.end > ph.from || m.start <= o.to || !f.l.Has(o.to, f.p.know.lists.eventDone) || !f.leading(o) {
		return false
	}
	for k := o.to + 1; k < m.start; k++ {
		if f.at(k) == nil && !f.l.Has(k, f.in) && !f.l.Plays(k, f.p.know.roles.onTime) && !f.l.Has(k, f.article) {
			return false
		}
	}
	return true
}
