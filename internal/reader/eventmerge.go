package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

// appointments states each appointment the offices tell of.
func (f *eventFinder) appointments() {
	n := len(f.p.doc.statements)
	for i := 0; i < n; i++ {
		st := &f.p.doc.statements[i]
		if st.Kind != read.Office || st.Tenure != "appointed" && !(st.Tenure == "acting" && st.Rule == "office.appointed") || f.onlyNewKK(st.Rule, st.first) {
			continue
		}
		e, ok := entityOf(st.Person)
		if !ok || f.english() && st.Rule == "office.apposition" { // X, the incoming chair, is told to be so, not when he became it
			continue
		}
		s := f.p.sentenceOf(st.first)
		if f.appointedToo(i, e) {
			continue
		}
		no := false
		h := happening{s: f.p.sentenceIndex(st.first), place: -1, weight: 5, who: []int{e}}
		h.phrase = phrase{from: st.first, head: st.first, headEnd: st.first, to: st.first}
		h.st = read.Statement{Kind: read.Event, Event: "appointment", Recurring: &no, Rule: "event.appointment", Time: "past"}
		h.date = f.appointmentDay(st, s)
		if f.headLast && h.date.IsZero() {
			h.date = f.appointedBelowKK(e, s)
		}
		if f.takesPostLater(s) {
			h.st.Time = "planned"
		}
		f.happenings = append(f.happenings, h)
	}
}

// appointedToo reports whether the appointment that statement i tells of person e is none of
// its own: it is told already, he is appointed to two posts at once, or others are with
// him: «судьями избраны А и Б». He is added to those then.
func (f *eventFinder) appointedToo(i, e int) bool {
	st := &f.p.doc.statements[i]
	here := f.p.sentenceIndex(st.first)
	var last *happening // the appointment told right before in the sentence
	if k := len(f.happenings) - 1; k >= 0 && f.happenings[k].st.Event == "appointment" && f.happenings[k].s == here {
		last = &f.happenings[k]
	}
	if last != nil && slices.Equal(last.who, []int{e}) {
		return true // appointed to two posts at once
	}
	if f.english() && slices.ContainsFunc(f.happenings, func(o happening) bool {
		return o.st.Event == "appointment" && o.phrase.to > o.phrase.from && slices.Contains(o.who, e) && o.s == here
	}) {
		return true // told by a rule of its own
	}
	if last == nil {
		return false
	}
	if f.russian() && i > 0 && f.p.doc.statements[i-1].Kind == read.Office && f.p.doc.statements[i-1].Title == st.Title {
		last.who = append(last.who, e) // «судьями избраны А и Б»
		return true
	}
	if st.Rule == "office.dealt" {
		last.who = append(last.who, e) // elected X president and Y secretary
		return true
	}
	return false
}

// appointmentDay gives the day of an appointment that sentence s tells: the first date of
// the sentence that is no day of a life, a term or what somebody else did, else that of the
// sentences around it. Of "met the newly elected president on Monday" it is none.
func (f *eventFinder) appointmentDay(st *statement, s lang.Sentence) (day value.Date) {
	if st.Rule == "office.before" && (f.english() || f.onlyCalledNew(s)) {
		return day
	}
	var other value.Date // of what somebody else did
	for k := s.First; k < s.Last; k++ {
		m := f.at(k)
		if m == nil || m.class != lang.DateChunk || m.date.IsZero() {
			continue
		}
		if f.english() && m.start > s.First && (f.l.Has(m.start-1, f.p.know.lists.sinceWord) || f.l.Plays(m.start-1, f.p.know.roles.servesFor) && !f.l.Has(m.start-1, f.in)) { // who has been mayor since 2003, for the coming year
			continue
		}
		if f.tellsLife(m) || f.programmeYears(m) || f.inOfficeUntilKK(m) { // X, born in 1962, was appointed; президентом на 2026–2028 годы
			continue
		}
		if f.english() && f.p.inWhoClause(m) { // replacing X, who resigned in December
			other = m.date
			continue
		}
		if !f.english() || !f.ofAnother(st.first, m.start) {
			day = m.date
		}
		break
	}
	if !day.IsZero() {
		return day
	}
	if day = f.p.anchor(s.First); !other.IsZero() && day.String() == other.String() {
		return value.Date{}
	}
	return day
}

// inOfficeUntilKK reports whether a Kazakh date beside an appointment says for how long it
// is: «2026–2028 жылдарға сайланды», «2028 жылға дейін тағайындалды».
func (f *eventFinder) inOfficeUntilKK(m *mention) bool {
	return f.headLast && len(m.date.String()) != len("2006-01-02") && dativeKK(f.l.Fold(m.end-1))
}

// takesPostLater reports whether an English sentence tells of a post that somebody is
// still to take: "will succeed X as", "is to become", "will be sworn in".
func (f *eventFinder) takesPostLater(s lang.Sentence) bool {
	r := &f.p.know.roles
	for k := s.First; k+2 < s.Last; k++ {
		ahead := f.l.Plays(k, r.willVerb) || k > s.First && f.l.Plays(k, r.to) && f.l.Has(k-1, f.p.know.lists.auxVerb)
		if ahead && (f.l.Plays(k+1, r.takesPost) || f.l.Plays(k+2, r.takesPost) && f.l.Plays(k+1, r.bareBe)) {
			return true
		}
	}
	return false
}

// ofAnother reports whether a date behind an English appointment is that of
// something else the sentence goes on to: "appointed X and chose Malta to host
// the session, to be held in June".
func (f *eventFinder) ofAnother(from, date int) bool {
	for k := from; k+1 < date; k++ {
		if f.l.Plays(k, f.p.know.roles.to) && f.l.Fold(k+1) == "be" || f.joins(k) && f.verbBehind(k+1) {
			return true
		}
	}
	return false
}

// sentenceIndex gives the number of the sentence that holds token i.
func (p *part) sentenceIndex(i int) int {
	for k := range p.sents {
		if i < p.sents[k].Last {
			return k
		}
	}
	return 0
}

// again gives a vague mention ("the meeting") to the event it speaks of.
func (f *eventFinder) again(h happening) bool {
	if h.other {
		return false
	}
	last := f.sameHead(&h)
	if last < 0 {
		last = len(f.happenings) - 1
	}
	for i := last; i >= 0; i-- {
		o := &f.happenings[i]
		if o.kindOpen && h.s > o.s && h.s-o.s < 3 && h.st.Event != "meeting" && h.st.Event != "visit" && h.st.Event != "ceremony" {
			o.st.Event, o.kindOpen = h.st.Event, false // "the eight-day festival"
		}
		if o.st.Event == h.st.Event || i == len(f.happenings)-1 && f.calledAction(o, &h) {
			if f.english() && o.other && o.s != h.s && f.toldBeforeIt(i, &h) || f.otherSort(o, &h) || f.yearAhead(o, &h) || f.goneByThen(o, &h) || f.english() && h.ownDate && o.st.Time == "planned" && f.p.before(h.date) {
				continue
			}
			if f.english() && h.ownDate && o.ownDate && h.place >= 0 && h.place != o.place && !o.date.Overlaps(h.date) {
				continue // "a film week in August", "at the food fair in Curitiba on 4 June"
			}
			f.fill(o, &h)
			return true
		}
	}
	return false
}

// yearAhead reports whether a later English sentence speaks of another edition of an event,
// that of a year to come: "next year the meeting will be held in Osh".
func (f *eventFinder) yearAhead(o, h *happening) bool {
	if !f.english() || o.s == h.s || len(h.date.String()) != 4 || o.st.Time == "planned" {
		return false
	}
	first, ok := h.date.First()
	published, known := f.p.doc.day.Last()
	return ok && known && first.Year() > published.Year()
}

// lastYears reports whether a later sentence speaks of the event of the year
// before, where it is of a kind held every year: "the tournament drew 30 teams last year".
func (f *eventFinder) lastYears(o, h *happening) bool {
	switch o.st.Event {
	case "competition", "festival", "exhibition", "camp":
	default:
		return false
	}
	first, ok := h.date.First()
	last, _ := h.date.Last()
	published, known := f.p.doc.day.First()
	return ok && known && o.s != h.s && first.YearDay() == 1 && last.Year() == first.Year() && last.Month() == 12 && last.Day() == 31 && first.Year() == published.Year()-1
}

// notYet reports whether the date of a later mention cannot be that of an event told
// as over: it lies after the day of publication, or in Kazakh, whose «ассамблея» is a
// session and a body, more than a year before it. Nor is a day gone by that of one told in
// Kazakh as to come: «Бұл алғашқы санақ болмақ. Санақ туралы шешім | 2020 жылы шықты».
func (f *eventFinder) notYet(o, h *happening) bool {
	published, known := f.p.doc.day.Last()
	if !known || o.s == h.s {
		return false
	}
	if o.st.Time == "planned" && f.headLast {
		last, ok := h.date.Last()
		return ok && last.Before(published)
	}
	if o.st.Time != "past" {
		return false
	}
	first, ok := h.date.First()
	return ok && (first.After(published) || f.headLast && h.vague && first.Year() < published.Year()-1)
}

// fill completes an event from another mention of it.
func (f *eventFinder) fill(o, h *happening) {
	if h.ownDate && (!o.ownDate || o.ends && !h.ends) && !f.lastYears(o, h) && !f.notYet(o, h) {
		o.date, o.ownDate, o.ends = h.date, true, h.ends
	}
	if f.allDays(o, h) || f.english() && o.ownDate && h.ownDate && !h.ends && o.phrase.entry != nil && narrower(o.date, h.date) {
		o.date = h.date
	}
	if f.english() && !o.ownDate && h.ownDate && o.st.Edition > 0 && o.st.Edition == h.st.Edition && o.st.Rule == "event.noun" { // only named before: "gave the 39th championships to Peru"
		o.date, o.ownDate, o.st.Time, o.st.Rule = h.date, true, h.st.Time, h.st.Rule
	}
	if o.place < 0 {
		o.place = h.place
	}
	o.here = o.here || h.here
	if o.st.Edition == 0 {
		o.st.Edition = h.st.Edition
	}
	if o.st.Name == "" {
		o.st.Name = h.st.Name
	}
	if o.st.Organizer == "" {
		o.st.Organizer = h.st.Organizer
	}
	for _, e := range h.who {
		if !slices.Contains(o.who, e) {
			o.who = append(o.who, e)
		}
	}
}

// enter adds an event, or joins it with a mention of the same one.
func (f *eventFinder) enter(h happening) {
	f.besides(&h, f.p.sents[h.s])
	if f.headlineOf(&h) {
		return
	}
	for i := len(f.happenings) - 1; i >= 0; i-- {
		o := &f.happenings[i]
		if o.st.Event != h.st.Event || !f.compatible(o, &h) {
			continue
		}
		f.fill(o, &h)
		return
	}
	f.happenings = append(f.happenings, h)
}

// sameOrder reports whether two names have the same words in the same order,
// endings left aside: the Year of X in Y is not the Year of Y in X.
func sameOrder(a, b string) bool {
	x, y := strings.Fields(lang.Fold(a)), strings.Fields(lang.Fold(b))
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		n := min(len(x[i]), len(y[i])) * 2 / 3
		if x[i][:n] != y[i][:n] {
			return false
		}
	}
	return true
}

// partOfName reports whether a later English mention takes up a long name by some words of it
// that stand together, at least two of them, with its number or as one known: "the 4th
// Ministerial Conference of the Union on Rivers", "the Ministerial Conference".
func partOfName(o, h *happening) bool {
	long, short := lang.Fold(o.st.Name), lang.Fold(h.st.Name)
	if !strings.Contains(short, " ") && !oneCapital(h) || !strings.Contains(" "+long+" ", " "+short+" ") {
		return false
	}
	return o.st.Edition > 0 && o.st.Edition == h.st.Edition || (h.phrase.definite || oneCapital(h)) && h.st.Edition == 0
}

// compatible reports whether two mentions of a kind may be one event.
func (f *eventFinder) compatible(o, h *happening) bool {
	if o.st.Edition != 0 && h.st.Edition != 0 && o.st.Edition != h.st.Edition {
		return false
	}
	if o.st.Event == "appointment" {
		return slices.Equal(o.who, h.who)
	}
	if same, told := f.sameTold(o, h); told {
		return same
	}
	if (f.russian() || f.english() && h.phrase.entry == nil && h.st.Event == "meeting" && len(h.who) > 1) && o.s != h.s && (o.phrase.entry == nil) != (h.phrase.entry == nil) && (o.st.Edition > 0 || h.st.Edition > 0) {
		return false // XVI саммит и, на его полях, «министр встретился с коллегой»
	}
	if f.sameVisit(o, h) {
		return true
	}
	if o.s == h.s && o.beside != h.beside || f.othersVisit(o, h) || f.otherSort(o, h) || f.otherNames(o, h) || f.apartRU(o, h) {
		return false
	}
	if f.otherMeeting(o, h) || f.calledOnOther(o, h) {
		return false // "X received Y", "X called on Z"
	}
	if f.english() && o.s != h.s && o.last != h.last && !(o.ownDate && h.ownDate && o.date.Overlaps(h.date)) {
		return false // "X visits Peru", "X last visited Peru in 2013"
	}
	if f.russian() && f.receivedApart(o, h) || f.openedAndHeld(o, h) || (f.english() || h.st.Time == "planned" && !h.vague) && f.notYet(o, h) {
		return false
	}
	if o.s != h.s && (o.fresh && h.phrase.entry == nil || h.fresh && o.phrase.entry == nil) {
		return false // "ministers met in Riga" and, elsewhere, "a government meeting"
	}
	if f.russian() && h.st.Event == "meeting" && h.st.Time == "planned" && o.st.Time == "past" && o.s != h.s && !h.vague && len(h.who) == 0 && len(o.who) > 0 {
		return false // «X проводит переговоры с Y» and, elsewhere, «состоится встреча министров»
	}
	if (f.english() || f.headLast) && otherTime(o, h) || f.english() && o.s != h.s && o.phrase.entry == nil && h.phrase.entry == nil && o.st.Time != h.st.Time {
		return false // "a meeting is set for May", "experts had met in Limassol"; "they spoke on Monday", "they are to meet in Osh"
	}
	if f.otherVerbsKK(o, h) || h.other && o.s != h.s && !(o.ownDate && h.ownDate && o.date.Overlaps(h.date)) {
		return false
	}
	if f.headLast && o.s != h.s && o.st.Event == "meeting" && !o.vague && !h.vague && otherPartners(o.who, h.who) {
		return false
	}
	if f.english() && o.s != h.s && o.st.Name == "" && o.ownDate && h.st.Name != "" && h.st.Edition > 0 && !h.ownDate && o.st.Time != h.st.Time {
		return false // "The tournament will be played in May" above, "the 17th Olympiad" of another matter below
	}
	return f.datesAndNamesAgree(o, h)
}

// datesAndNamesAgree reports whether dates, names and places of two mentions of a kind leave
// open that they are one event.
func (f *eventFinder) datesAndNamesAgree(o, h *happening) bool {
	dates := !o.ownDate || !h.ownDate || o.date.Overlaps(h.date)
	if o.st.Name != "" && h.st.Name != "" {
		if o.st.Event == "year" {
			return sharedWords(o.st.Name, h.st.Name) >= 0.8 && sameOrder(o.st.Name, h.st.Name)
		}
		return dates && (sharedWords(o.st.Name, h.st.Name) >= 0.6 || f.english() && partOfName(o, h) || f.headLast && (f.toldAtHead(o, h) || f.partOfNameKK(o, h) || f.editionEndsKK(o, h)) || f.headLast && o.place == h.place && (numberedOnly(o) || numberedOnly(h)) && o.st.Edition == h.st.Edition)
	}
	if o.place >= 0 && h.place >= 0 && o.place != h.place && !(f.isCountry(o.place) || f.isCountry(h.place)) {
		return false
	}
	if o.st.Event == "visit" && o.place != h.place && (o.place >= 0 && h.place >= 0 || f.english() && o.s == h.s) && len(o.who) > 0 && len(h.who) > 0 &&
		!slices.ContainsFunc(h.who, func(e int) bool { return slices.Contains(o.who, e) }) {
		return false // two travellers to two places
	}
	if f.english() && o.st.Event == "visit" && o.place >= 0 && h.place >= 0 && o.place != h.place && f.isCountry(o.place) && f.isCountry(h.place) {
		return false // one traveller to two states
	}
	if f.headLast && o.st.Event == "visit" && otherPartners(o.who, h.who) && len(o.who) > 0 && len(h.who) > 0 {
		return false
	}
	if !dates || h.st.Time != o.st.Time && (h.st.Time == "denied" || o.st.Time == "denied") {
		return false
	}
	if o.ownDate && h.ownDate || h.vague || o.vague {
		return true
	}
	return o.st.Name == "" || h.st.Name == ""
}

// lay states the events and lays mentions over their names.
func (f *eventFinder) lay() {
	for i := range f.happenings {
		h := &f.happenings[i]
		h.st.Date = h.date.String()
		if h.place < 0 && h.here && !f.longPast(h) {
			h.place = f.toldFrom(i)
		}
		if h.place >= 0 {
			h.st.Place = ref(h.place)
		}
		if f.english() && (h.toldNothing() || h.tourOnly()) {
			continue
		}
		for _, e := range h.who {
			h.st.Participants = append(h.st.Participants, ref(e))
		}
		if ph := &h.phrase; h.st.Name != "" && ph.entry != nil && ph.to > ph.from {
			f.p.mention(lang.EventChunk, ph.from, ph.to, -1)
		}
		if h.st.Name == "" {
			h.st.Name = f.label(h)
		}
		s := f.p.sents[h.s]
		f.p.state(h.st, h.st.Rule, s.First, s.Last)
	}
}

// toldNothing reports whether a text tells of a happening neither when nor where it was,
// nor who was there nor what it is called: "a symposium is planned".
func (h *happening) toldNothing() bool {
	if h.st.Event == "ceremony" && h.phrase.entry == nil && h.st.Date == "" && h.place < 0 && h.st.Name == "" {
		return true // X cut the ribbon
	}
	return len(h.who) == 0 && h.st.Date == "" && h.place < 0 && h.st.Name == "" && h.st.Edition == 0 && h.st.Organizer == ""
}

// tourOnly reports whether an English text tells of a visit neither who came nor where to,
// without a day of its own: "The forum ended with a visit to a museum".
func (h *happening) tourOnly() bool {
	return h.st.Event == "visit" && len(h.who) == 0 && h.place < 0 && h.st.Name == "" && !h.ownDate && h.st.Edition == 0
}
