package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

// weighing is the noun of an event while it is decided whether the text tells
// that something takes place: what would be stated, with the weight of all that
// speaks for it, and what is known of the noun.
type weighing struct {
	happening
	ph       *phrase
	sentence lang.Sentence
	d        *deed  // the verb that tells of it, nil for none
	mood     string // of that verb
	marked   bool   // told in words that tell of nothing else
	named    bool
	near     bool // its date stands beside it
}

// event decides whether a noun tells of a happening and states it.
func (f *eventFinder) event(ph *phrase, s lang.Sentence) {
	s = f.whereSaid(ph, s)
	w := weighing{ph: ph, sentence: s, happening: happening{phrase: *ph, s: f.sentence, place: -1}}
	no := false
	w.st = read.Statement{Kind: read.Event, Event: f.innerKind(ph, s), Recurring: &no, Rule: "event.noun"}
	if !f.weighVerb(&w) {
		return
	}
	f.attendedAside(&w)
	f.weighWords(&w)
	date := f.weighDate(&w)
	if f.towards(ph, w.d, &w.happening) || f.onlySigning(ph, &w.happening) || f.usualRU(&w, date.IsZero()) {
		return
	}
	f.weighPlace(&w, date)
	f.weighCompany(&w)
	if w.vague {
		w.who = f.attending(w.d, s)
		if f.headLast {
			w.who = f.attendedKK(&w)
		}
	}
	if f.tooVague(&w, date) || f.toldElsewhere(&w) {
		return
	}
	if w.vague && w.place < 0 && f.english() && w.st.Event == "ceremony" && w.d != nil && ph.definite {
		w.place = f.placeBefore(s)
	}
	if w.vague && (ph.definite || !w.ownDate && w.place < 0 || f.headLast && w.st.Event == "other" && ph.from == s.First) && f.again(w.happening) || w.weight < w.need() {
		return
	}
	f.stateEvent(&w)
}

// weighVerb finds the verb that tells of the event and weighs it; false where
// the noun stands for something else, or the sentence leaves open whether it
// takes place.
func (f *eventFinder) weighVerb(w *weighing) bool {
	ph, s := w.ph, w.sentence
	thing := false
	if s, thing = f.forThing(ph, s); thing {
		w.sentence = s
	}
	d := f.verbFor(w, thing)
	w.other = f.other(ph, s) || f.earlier(s)
	w.beside = f.besideIt(ph.from) || f.aheadOnly(ph)
	if w.st.Event == "meeting" && f.l.Plays(ph.headEnd, f.p.know.roles.takenIn) {
		return false // приём заявок
	}
	if f.isEdition(ph) {
		if w.kindOpen = w.st.Event == "other"; d == nil || w.kindOpen && d.value == "" && d.side != "left" {
			return false
		}
	}
	if d == nil && f.english() && ph.mods == 0 && f.l.Plays(ph.headEnd, f.p.know.roles.as) {
		return false // congratulated her on her election as | mayor
	}
	if d == nil && f.english() && len(f.p.covering(lang.TitleChunk, ph.from)) > 0 {
		return false // the director of the Vandrel Festival
	}
	if f.headLast && f.officerOfKK(ph) {
		return false // экспозиция | жетекшісі
	}
	if d != nil && f.headLast && f.ofOtherNounKK(ph, d) {
		d = nil
	}
	if f.dedicatedRU(ph, s) || f.thatWas(ph, s) {
		return false
	}
	if f.onlyThen(ph) || f.ofSeries(ph) || f.namedOnly(ph) && !(f.russian() && d != nil && f.relativeOf(ph, d)) || f.dedicatedTo(w, d) || f.headed(ph) || f.suchOnes(ph) || f.russian() && ph.entry != nil && ph.has("described") && ph.mods == 0 && ph.quoted[1] == 0 { // смена | экипажа
		return false
	}
	if f.russian() && ph.entry != nil && ph.has("passing") && !f.passes(ph, d) {
		return false
	}
	return f.weighDeed(w, d)
}

// weighDeed weighs the verb d of an event, nil for none, unless it tells of something else: of
// a decision, of the next noun, of what the event is only about. It is false where the
// sentence leaves open whether the event takes place.
func (f *eventFinder) weighDeed(w *weighing, d *deed) bool {
	ph, s := w.ph, w.sentence
	if d != nil && (f.decided(ph) || f.onlyIdea(ph, d) || f.ofDecision(ph, d) || d.rule.Get("only") != "" && d.rule.Get("only") != w.st.Event || f.inTitle(ph, d)) {
		d = nil
	}
	if d != nil && (f.ofNextNoun(ph, d) || f.ofWhich(ph, d, s) || f.inReportKK(ph, d.start, s) || f.preparedFor(ph, d) || f.notItsVerb(ph, d, s) || f.settingOfOther(ph, d) || f.onlyAbout(ph, d) || f.topicOfPaperKK(ph) || f.occasionKK(ph, d) || f.framesOtherKK(ph, d) || f.headLast && ph.has("loose") && f.ofLaterKK(ph, d)) {
		d = nil
	}
	if d == nil && f.headLast && (f.toldAboutKK(ph, s) || (ph.kind() == "anniversary" || ph.kind() == "festival" && ph.quoted[1] == 0) && (f.l.Plays(ph.headEnd, f.p.know.roles.occasion) || f.joinedOccasionKK(ph))) {
		return false // сапар туралы айтты; 125 жылдығына орай
	}
	if d == nil || f.declaredSo(ph, d) || f.announcesOther(ph, d) {
		return true
	}
	if f.russian() && f.notMoved(ph, d, s) {
		return true
	}
	if f.viewed(ph, d) || f.awaitedIn(ph, d) || f.russian() && f.p.foldAt(d.end) == "ли" {
		return false // состоится ли форум, неизвестно
	}
	if f.onlyMoved(ph, d) {
		return true
	}
	w.d, w.st.Rule, w.mood = d, d.rule.Name, d.mood
	if f.noSuch(ph) {
		w.mood = "denied"
	} else if f.putOffTo(ph, d) {
		w.mood = "planned"
	}
	w.ends = f.russian() && w.st.Event == "visit" && strings.HasPrefix(f.l.Fold(d.end-1), "заверш") || f.onlyBounds(d)
	w.weight += 3
	if w.marked = d.rule.Get("only") != "" || f.russian() && w.st.Event == "anniversary" && d.value == "host"; w.marked { // nothing else is told so
		w.weight++
	}
	return true
}

// verbFor gives the verb that may tell of the event, nil for none; thing tells that the noun
// is only what something else is made or had for.
func (f *eventFinder) verbFor(w *weighing, thing bool) *deed {
	ph, s := w.ph, w.sentence
	d := f.calledOffBehind(f.mainVerb(f.nearest(s, ph.from, ph.to, f.skip, f.reach(ph)), ph), ph)
	if d == nil || !f.passive(d) && d.value != "happen" && d.rule.Name != "event.held" {
		if far := f.heldFar(ph, s); far != nil {
			d = far
		}
	}
	if d != nil && f.russian() && d.end <= ph.from && d.value == "happen" && f.onlyBeside(ph, s) { // визит проходит в преддверии | саммита
		d = f.relativeBehind(ph)
	}
	if d != nil && f.planned(ph) && (d.end <= ph.from || f.commaBetween(ph.to, d.start)) {
		d = f.tellsBehind(ph) // a fair, postponed because of the election, opens in May
	}
	if d != nil && f.english() && d.rule.Name == "event.hypothetical" && d.end == d.start+1 && d.end < ph.from && f.leading(ph) {
		d = nil // proposed at the 72nd session that
	}
	if d != nil && f.ofEventBeforeEN(d, ph) {
		d = nil
	}
	if thing && (d == nil || d.end > s.Last) {
		d = nil
		f.weighAside(w)
	}
	if d == nil || f.english() && d.start >= ph.to && d.value == "host" { // began with a seminar held by X
		if b := f.boundBy(ph, s); b != nil {
			d = b
		}
	}
	return d
}

// weighWords weighs how the noun is told of without a verb: where it stands,
// its edition and its name.
func (f *eventFinder) weighWords(w *weighing) {
	ph, s := w.ph, w.sentence
	if f.leading(ph) && w.d == nil {
		w.weight++
		if f.said(s) {
			w.weight += 2
		}
	}
	if w.d == nil && f.datedDuring(ph, s) {
		w.weight += 2
	}
	w.st.Edition = f.edition(ph)
	if w.d == nil && w.st.Edition > 0 && f.english() && f.verbBehind(ph.to) {
		w.weight += 2 // "the third festival brought"
	}
	if f.english() && w.st.Event == "anniversary" && w.st.Edition > 0 && f.l.Has(ph.from-1, f.article) && f.l.Plays(ph.from-2, f.p.know.roles.onTime) {
		w.weight++ // on the tenth anniversary of
	}
	if f.l.Has(ph.from-1, f.p.know.lists.phraseOne) {
		w.weight++
		w.fresh = ph.mods > 0 || ph.topic
	}
	if w.st.Edition > 0 {
		w.weight += 2
	}
	if w.named = f.proper(ph, s); w.named {
		w.weight += 2
	}
}

// weighDate finds when the event is told to be and weighs it. The date it gives
// is that of the sentence, without what a calendar's heading adds later.
func (f *eventFinder) weighDate(w *weighing) value.Date {
	ph := w.ph
	date, near := f.dateOf(ph, w.d, w.sentence)
	atOne := f.english() && w.d == nil && f.l.Has(ph.from-1, f.p.know.lists.phraseOne) && f.l.Plays(ph.from-2, f.p.know.roles.atOne)
	if near {
		w.weight += 2
	} else if !date.IsZero() && (w.d != nil || atOne && len(date.String()) >= len("2006-01-02")) {
		w.weight++ // on Friday the medals are handed out at a gala concert
	}
	w.date, w.ownDate, w.near = date, !date.IsZero(), near
	if w.place = f.placeOf(ph, w.d, w.sentence); w.place < 0 {
		w.place = f.venueOf(ph, w.d, w.sentence)
	}
	return date
}

// weighPlace weighs where the event is told to be, and gives it the day and
// the place that a calendar's paragraph begins with.
func (f *eventFinder) weighPlace(w *weighing, date value.Date) {
	if w.place >= 0 && f.adjacent(w.ph, w.sentence) {
		w.weight += 2
	}
	if f.english() && w.place >= 0 && w.d != nil && w.d.value == "attend" {
		w.weight++ // in Osh she attended the launch
	}
	if w.place < 0 && (date.IsZero() || date == f.listed) {
		w.place = f.listedPlace
	}
	if f.heldAt(w) {
		w.weight++
	}
	if w.place < 0 && w.d == nil && (w.near || !f.listed.IsZero()) {
		w.place = f.placeOnLine(w.ph, w.sentence)
	}
	if date.IsZero() && !f.listed.IsZero() && !(f.russian() && w.mood == "planned" && !f.future(f.listed) && !f.is(0, lang.DateChunk)) { // «Осло. 26 мая. Город примет чемпионат»
		w.date, w.ownDate, w.near = f.listed, true, true
		w.weight += 4
	} else if !f.listed.IsZero() && date == f.listed {
		w.weight += 2
	}
	if f.headLast && w.place >= 0 && w.d != nil && (w.d.value == "happen" || w.d.value == "host") && w.ph.has("loose") && !w.vague { // Таразда дәрігерлердің кеңесі өтті
		w.weight++
	}
	if f.heldThereRU(w) {
		w.weight++
	}
	if f.english() && w.place >= 0 && !date.IsZero() && f.adjacent(w.ph, w.sentence) && !w.ph.has("loose") {
		w.weight++
	}
}

// weighCompany weighs with whom and for what the event is told to be, and notes
// whether the noun says nothing of its own.
func (f *eventFinder) weighCompany(w *weighing) {
	ph, s := w.ph, w.sentence
	if f.metWith(ph, s) || w.near && f.ofName(ph) || f.headLast && w.d != nil && w.d.value == "attend" && f.slot(ph.headEnd-1, "dat") && len(f.who(ph, s)) > 0 {
		w.weight++
	}
	if ph.entry != nil && ph.has("set") && w.near && ph.definite && !f.listedInTime(ph) { // the general election of 7 October
		w.weight += 2
	}
	told := f.betweenSides(ph, s)
	if f.meetingOf(ph, s) {
		told = true
		w.weight++
	}
	if told {
		w.weight += 2
	}
	if e := f.visitOf(ph, s); e >= 0 {
		told = true
		w.weight += 3
		w.place = e
	}
	if f.english() && ph.kind() == "visit" && w.place >= 0 && f.l.Plays(ph.headEnd, f.p.know.roles.to) && f.adjacent(ph, s) {
		told = true // as part of the visit to Ghana
	}
	bare := (ph.mods == 0 || ph.definite && (f.daysLong(ph) || f.onlyUpcoming(ph))) && !ph.topic && ph.quoted[1] == 0
	w.vague = bare && w.st.Edition == 0 && !told
}

// need is the weight that makes a noun an event.
func (w *weighing) need() int {
	if w.ph.has("loose") {
		return 4
	}
	return 3
}

// tooVague reports whether a noun of many meanings, or an event that may not
// have been, is told without anything that makes it one.
func (f *eventFinder) tooVague(w *weighing, date value.Date) bool {
	if w.ph.has("loose") && !w.named && w.vague && !w.marked && !f.heldAt(w) && (w.d == nil || date.IsZero()) && !(w.ph.has("set") && w.near) && f.listed.IsZero() {
		return true
	}
	if w.d != nil && w.d.rule.Get("placed") != "" && date.IsZero() && w.place < 0 {
		return true // "the programme included a training course"
	}
	return (w.mood == "hypothetical" || w.mood == "denied") && date.IsZero() && w.place < 0 && !w.named
}

// toldElsewhere reports whether the noun takes up an event that the text tells
// of elsewhere, which then gets what is said here, or names several at once.
func (f *eventFinder) toldElsewhere(w *weighing) bool {
	ph, s := w.ph, w.sentence
	if f.headLast && w.vague && w.place < 0 && ph.kind() == "visit" { // «Сапар барысында»: the visit told elsewhere
		f.again(w.happening)
		return true
	}
	if ph.definite && (w.vague || f.saysNothing(ph)) && f.anyEvent(ph) && len(f.happenings) > 0 { // "the two-day event"
		f.fill(&f.happenings[len(f.happenings)-1], &w.happening)
		return true
	}
	if f.onlyMarked(w) {
		return true
	}
	if f.thisOne(w) || f.saysWhatItWas(w) {
		f.again(w.happening)
		return true
	}
	if f.amongBodies(w) || f.inStatutes(w) || f.takenUp(w) {
		return true
	}
	if f.countedKK(ph) || f.onlyListedKK(ph) || f.consistsKK(ph) || f.oneMoreMentionKK(w) {
		return true
	}
	partners := f.headLast && f.metPartners(ph, w.d, s)
	if f.plural(ph) && !ph.has("plural") && !partners && (!w.named || f.russian() && ph.quoted[1] == 0 || f.theirMeetings(ph)) && !w.near && !f.severalHeld(w) {
		return true
	}
	own := f.english() && w.place >= 0 && f.l.Plays(ph.from-1, f.p.know.roles.itsTheir) && f.leading(ph) && f.adjacent(ph, s) // at its summit in Osh
	if own || !(ph.definite && w.vague && !w.near || ph.possessed && w.vague && !w.near && w.d == nil) || len(f.happenings) == 0 && w.d != nil {
		return false
	}
	switch {
	case f.again(w.happening):
		return true
	case f.impliedCeremony(ph, &w.happening, s):
		f.enter(w.happening)
		return true
	}
	return !f.tookPlace(ph, w.d, &w.happening)
}

// stateEvent gives the event its name, time and people, and notes it with those
// that the same words tell of.
func (f *eventFinder) stateEvent(w *weighing) {
	ph, s := w.ph, w.sentence
	f.setName(&w.happening, w.named)
	f.onlyOccasion(w)
	if w.mood == "" && f.noSuch(ph) && f.p.inHeadline(s) { // a headline: No fair in Osh this year
		w.mood = "denied"
	}
	if w.mood == "past" && f.settingAhead(w.d, ph, s) {
		w.mood = "planned"
	}
	if w.mood == "" && (f.ordered(ph) || f.willBeAt(ph, s) || f.toCome(s) || f.toBeDoneAt(ph, s)) {
		w.mood = "planned"
	}
	if w.mood == "" && f.aheadOnly(ph) && !f.p.before(w.date) {
		w.mood = "planned"
	}
	if f.chainAheadKK(w.d, w.date, s) {
		w.mood = "planned"
	} else if f.goneKK(w) || f.openingDoneKK(w.d) {
		w.mood = "past"
	}
	f.attendedThen(w)
	f.goneBy(w)
	f.lastsUntil(w)
	f.runsFromTo(w)
	f.setTime(&w.happening, w.mood, s)
	w.here = w.here && !w.beside // another was held beside it, and that one where the news is from
	if w.who = f.visitors(ph, w.d, s); w.who != nil {
		w.whose = true
	} else if !f.onlyMentioned(w) && !f.aheadOnly(ph) {
		w.who = f.who(ph, s)
	}
	f.invitee(w)
	if f.chosen(w) {
		return
	}
	f.withoutSpeakers(w)
	f.nextKK(w)
	if f.heldTogether(w) {
		w.st.Organizer = ""
	} else if w.d != nil && w.d.value == "host" && !(!f.headLast && w.st.Event == "visit") { // who pays a visit does not hold it
		w.st.Organizer = f.host(w.d, ph, s)
	}
	if w.st.Organizer == "" {
		w.st.Organizer = f.heldByRU(ph, s)
	}
	f.withSubject(w)
	f.sidesMeet(&w.happening)
	f.signedAt(&w.happening, s)
	more := f.seriesOf(&w.happening, s)
	f.enter(w.happening)
	f.happenings = append(f.happenings, more...)
	f.alsoAt(w.happening, s)
	f.pairsOf(w.happening, s)
}
