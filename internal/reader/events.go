package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

// findEvents states what happens: meetings, visits, festivals, appointments.
// A noun of the pack's eventnoun list is an event only where the text tells
// that it takes place: by a verb of rules-events.txt, by a date, an edition or
// a name of its own. Rules with an attribute "event" tell of a happening
// without such a noun ("X visited Y", "the Year of X in Y"). Mentions of one
// happening are one statement.
var findEvents = passes(newEventFinder,
	(*eventFinder).verbs, (*eventFinder).nouns, (*eventFinder).sentences,
	(*eventFinder).tookPart, (*eventFinder).whoTalked, (*eventFinder).appointments, (*eventFinder).lay, (*eventFinder).end)

// newEventFinder gives nil where the pack has no nouns for events.
func newEventFinder(p *part) *eventFinder {
	f := &eventFinder{listedPlace: -1, ground: newGround(p), noun: p.know.lists.eventNoun, prep: p.know.lists.eventPrep}
	if f.noun == lang.NoClass {
		return nil
	}
	room := &p.rooms
	f.happenings, f.evs, f.deeds = room.happenings, room.evs, room.deeds
	return f
}

// end leaves the room of the lists to the next part.
func (f *eventFinder) end() {
	room, all := &f.p.rooms, &f.ofAll
	room.happenings, room.evs, room.deeds = emptied(f.happenings), emptied(all.evs), emptied(all.deeds)
	room.ends, room.nounEnds = emptied(all.deedEnds), emptied(all.nounEnds)
}

// eventsOfAll are the verbs and the nouns of events of all sentences, and where those
// of each end.
type eventsOfAll struct {
	deeds              []deed
	evs                []phrase
	deedEnds, nounEnds []int
}

// verbs finds those of all sentences.
func (f *eventFinder) verbs() {
	f.ofAll.deedEnds = f.findAll(f.p.know.rules("events"), f.p.rooms.ends)
	f.ofAll.deeds = f.deeds
}

// nouns finds the nouns of events in all sentences, once the verbs have left to them
// what is theirs.
func (f *eventFinder) nouns() {
	all := &f.ofAll
	all.nounEnds = f.p.rooms.nounEnds
	for k, s := range f.p.sents {
		f.deeds = ofSentence(all.deeds, all.deedEnds, k)
		f.yield(s)
		if f.p.has[k].classes.Has(f.noun) {
			f.phrases(s)
		}
		all.nounEnds = append(all.nounEnds, len(f.evs))
	}
	all.evs = f.evs
}

// sentences tells the events of each sentence.
func (f *eventFinder) sentences() {
	all := &f.ofAll
	for k, s := range f.p.sents {
		f.deeds, f.sentence = ofSentence(all.deeds, all.deedEnds, k), k
		f.heading(s)
		f.told(s)
		f.evs = ofSentence(all.evs, all.nounEnds, k)
		for i := range f.evs {
			f.event(&f.evs[i], s)
		}
		f.besideAnother(s)
		f.sameAgain(s)
		f.itTakesPlace(s)
		f.itWas(s)
		f.guestsToldBehind(s)
		f.companyHere(s)
		f.actedThere(s)
		f.itWillBe(s)
	}
}

// ofSentence gives what a list that was filled sentence by sentence has of the
// k-th, by where each ends.
func ofSentence[T any](list []T, ends []int, k int) []T {
	from := 0
	if k > 0 {
		from = ends[k-1]
	}
	return list[from:ends[k]:ends[k]]
}

// eventFinder finds events, sentence by sentence.
type eventFinder struct {
	*ground
	noun, prep lang.Class
	evs        []phrase // of the sentence looked at
	ofAll      eventsOfAll
	happenings []happening
	sentence   int
	// A calendar's paragraph begins with its date: "16 September." or
	// "5 October — ".
	listed      value.Date
	listedPlace int
	dayLine     bool // the day stood alone as a paragraph
}

// heading notes the date that a paragraph of a calendar begins with.
func (f *eventFinder) heading(s lang.Sentence) {
	if f.l.Toks[s.First].Para || s.First == 0 {
		if !f.dayLine { // the day alone on its line holds for the paragraph behind it
			f.listed, f.listedPlace = value.Date{}, -1
		}
		f.dayLine = false
	}
	at := s.First
	for at < s.Last && (f.l.Is(at, lang.Punct) || f.l.Has(at, f.p.know.lists.weekday) && !f.is(at, lang.DateChunk) || f.l.Is(at, lang.Number) && at+1 < s.Last && f.l.Rune(at+1) == ')') {
		at++
	}
	m := f.at(at)
	if m != nil && m.class == lang.PlaceChunk && at == s.First && s.First > 0 {
		f.townAndDay(m, s)
		return
	}
	if m == nil || m.class != lang.DateChunk || m.start != at || at > 0 && isQuote(f.l.Rune(at-1)) || m.date.IsZero() || m.end >= len(f.l.Toks) {
		return
	}
	if f.english() && m.end >= s.Last && s.Last < len(f.l.Toks) && (f.l.Toks[s.Last].Para || f.l.Toks[s.Last].Break) { // "Monday, 15 September" and the items of that day
		f.listed, f.listedPlace, f.dayLine = m.date, -1, f.l.Toks[s.Last].Para
		return
	}
	first := at == 0 || f.l.Toks[s.First].Para || f.l.Toks[s.First].Break
	switch r := f.l.Rune(m.end); {
	case r == '.' && m.end+1 >= s.Last, r == ':', isDash(r) && !f.l.Is(m.end, lang.Glued), first && (r == '.' || r == ',' || r == ';' || r == '('):
		f.listed = m.date
		for i := m.end; i < s.Last && i < m.end+4 && f.listedPlace < 0; i++ { // "21 March, Shymkent."
			if x := f.at(i); x != nil && x.class == lang.PlaceChunk {
				f.listedPlace = x.entity
			}
		}
	}
}

// townAndDay notes the place and the day that a later paragraph of a chronicle begins
// with: "Dushanbe, 22 August 2024. During the state visit…".
func (f *eventFinder) townAndDay(town *mention, s lang.Sentence) {
	day := f.at(town.end + 1)
	if !f.l.Toks[s.First].Para || f.l.Rune(town.end) != ',' || day == nil || day.class != lang.DateChunk || day.start != town.end+1 || day.date.IsZero() || day.end >= len(f.l.Toks) {
		return
	}
	if r := f.l.Rune(day.end); r == '.' && day.end+1 >= s.Last || r == ':' {
		f.listed, f.listedPlace = day.date, town.entity
	}
}

// yield leaves a meeting told by a verb to the noun behind it: "gathered in
// Osh for the autumn session".
func (f *eventFinder) yield(s lang.Sentence) {
	for k := range f.deeds {
		d := &f.deeds[k]
		if f.russian() && d.rule.Get("site") != "" && !f.dated(s) { // «после церемонии гости посетили монастырь»
			d.yields = true
			continue
		}
		if d.event != "meeting" && d.rule.Get("yields") == "" {
			continue
		}
		reach := 9
		for i := d.end; i < s.Last && i < d.end+reach; i++ {
			if m := f.at(i); f.english() && m != nil && m.start == i && m.class == lang.DateChunk {
				reach += m.end - m.start // a date is no step
			}
			if f.l.Has(i, f.noun) && !(f.english() && (f.is(i, lang.DateChunk) || f.is(i, lang.OrgChunk) || f.asVerb(i))) { // next week; a delegation of the Ocean Forum
				d.yields = d.yields || !f.besideNoun(d.start, i) && !f.comesFrom(d.end, i) && !f.onVisit(i)
			}
			if f.english() && f.l.Rune(i) == ',' && f.is(i-1, lang.PlaceChunk) && f.is(i+1, lang.PlaceChunk) { // gathered in Osh, Kyrgyzstan, for a fair
				reach += 3
				continue
			}
			if r := f.l.Rune(i); r == ',' || r == ';' || f.english() && f.joins(i) && (f.verbBehind(i+1) || f.l.Has(i+1, f.p.know.lists.eventBase)) {
				break
			}
		}
	}
}

// insideName is how far a place in the name of an event is taken to be from it.
const insideName = 2

// happening is an event with what is said of it.
type happening struct {
	st      read.Statement
	phrase  phrase
	s       int // sentence
	vague   bool
	ownDate bool
	here    bool // where the text is told from, if nothing else is said
	fresh   bool // told for the first time: "a government meeting"
	other   bool // told to be another than the last: "the next meeting"
	last    bool // told as the last one before the news: «в последний раз приезжал в 2009 году»
	ends    bool // its day is the one it ended on: «завершил визит»
	beside  bool // told as where another event was: "on the sidelines of the summit"
	// The name does not say what it is: the tenth edition of Africa Fashion Days.
	kindOpen bool
	whose    bool // a visit whose own words name the visitor
	weight   int
	date     value.Date
	place    int // entity, -1 none
	who      []int
}

// phrases adds the nouns of events in a sentence.
func (f *eventFinder) phrases(s lang.Sentence) {
	first := len(f.evs)
	for i := s.First; i < s.Last; i++ {
		if !f.l.Has(i, f.noun) {
			continue
		}
		if f.noEventAt(i, len(f.evs)-first, s) {
			continue
		}
		ph, ok := f.phraseAt(i, f.noun, s)
		if ok && f.headLast && (f.madeAdjective(&ph) || f.yearly(&ph) || f.eve(&ph) || f.boardKK(ph.headEnd-1)) {
			continue
		}
		if !ok || f.roundOf(&ph, s) || f.editionOf(&ph) || f.modifies(&ph, s) || f.inToldDeed(i) || f.gerund(&ph) || f.onlyQuality(&ph) || f.onlyCongratulated(&ph) || f.bodyMeant(&ph) || f.sitting(&ph) || f.billRead(&ph) || f.inInstrument(&ph) || f.namedBody(&ph, s) {
			continue
		}
		for f.headLast && ph.from < ph.head && f.l.Plays(ph.from, f.p.know.roles.honoured) { // Асқаров мырзаның | сапары
			ph.from, ph.mods = ph.from+1, max(0, ph.mods-1)
		}
		f.nameAloneKK(&ph)
		f.spacedDays(&ph)
		f.markedPhrase(&ph)
		f.withoutTitle(&ph)
		f.exerciseName(&ph, s)
		f.wholeMeeting(&ph)
		f.wholeBody(&ph)
		f.cutAtNumbered(&ph)
		f.cutAgent(&ph)
		f.calledBefore(&ph, s)
		if f.parliamentAlone(i, &ph, s) || f.weekUnnamed(&ph) || f.ofDeal(&ph, s) {
			continue
		}
		if n := len(f.evs); n > first {
			last := &f.evs[n-1]
			if f.headLast {
				if ph.head < last.headEnd { // inside the longer noun
					continue
				}
				if ph.quoted[0] <= last.head && last.head < ph.quoted[1] || ph.topic && ph.from <= last.head && last.headEnd < ph.head || f.besideDashKK(last, &ph) { // «Еуразия көрмесі – 2025» халықаралық көрмесі; мерейтойға арналған конференция
					f.evs = f.evs[:n-1]
				} else if f.sittingOf(last, &ph) {
					ph.from = last.from
					f.evs = f.evs[:n-1]
				} else if f.kindOfKK(last, &ph) {
					ph.from = min(ph.from, last.from)
					f.evs = f.evs[:n-1]
				} else if ph.from < last.headEnd {
					ph.from = last.headEnd
				}
			} else if i < last.to {
				continue
			}
		}
		f.evs = append(f.evs, ph)
		if !f.headLast {
			i = max(i, ph.headEnd-1)
		}
	}
}

// noEventAt reports whether the noun at token i tells of no event before its phrase is looked
// at: it is part of a name, a verb, a title's or a body's own word. told is how many events
// the sentence has told so far.
func (f *eventFinder) noEventAt(i, told int, s lang.Sentence) bool {
	if m := f.at(i); m != nil && (m.class == lang.PersonChunk || m.class == lang.DateChunk || m.class == lang.OrgChunk && (!f.whole(i, m) || f.shortName(i, m)) && !f.opensNamed(i, m) && !f.numberedName(i, m) && !f.isHeld(i, m) && !f.townHosts(i, m) && !f.amidNamed(i, m) && !f.heldByBody(i, m) && !f.bodyMeets(i, m) && !f.exerciseAt(i, m)) {
		return true
	}
	if f.bodyAloneKK(i) || i > s.First && f.asVerb(i) || f.masterOf(i) || f.crowdOf(i) || f.partOfPlace(i) || f.inTalkTitle(i, told, s) || f.inTitleMarks(i, s) || f.finalOf(i) || f.holyBody(i) || f.resultOfTalks(i, s) || f.campToLive(i) { // began to show
		return true
	}
	if i > s.First+1 && f.russian() && f.l.Rune(i-1) == '-' && f.l.Is(i, lang.Glued) && (f.l.Fold(i-2) == "вице" || f.l.Fold(i-2) == "экс") { // вице-премьера
		return true
	}
	return i > s.First && f.russian() && (f.onlyNamed(i) || f.asWhatRU(i, s))
}

// whole reports whether a body's name is nothing but the noun of an event at
// token i, taken for a name because of its capital.
func (f *eventFinder) whole(i int, m *mention) bool {
	c, ok := f.l.Chunk(i, f.noun)
	return ok && m.start == i && int(c.End) == m.end
}

// shortName reports whether a noun of meetings at token i is the short name of
// a body that has a longer one: "the Assembly" of a National Assembly sits,
// it does not take place.
func (f *eventFinder) shortName(i int, m *mention) bool {
	c, _ := f.l.Chunk(i, f.noun)
	kind, _, _ := strings.Cut(f.l.Entry(c).Value, " ")
	return (kind == "meeting" || kind == "session") && m.entity >= 0 && strings.Contains(f.p.doc.entities[m.entity].name, " ")
}

// modifies reports whether the noun only qualifies the next one: "meeting
// room", "көрме залы".
func (f *eventFinder) modifies(ph *phrase, s lang.Sentence) bool {
	i := ph.headEnd
	if f.english() && i < s.Last && f.l.Has(i, f.noun) && f.l.Is(i, lang.Cap) && f.l.Is(i-1, lang.Cap) { // Ministerial Conference
		return true
	}
	if f.english() && f.insideName(ph, s) {
		return true
	}
	if f.english() && i+1 < s.Last && isApostropheRune(f.l.Rune(i)) && f.l.Is(i, lang.Glued) && f.l.Is(ph.head, lang.Cap) { // the Assembly's session
		return true
	}
	if i >= s.Last || !f.l.Is(i, lang.Word) {
		return i+1 < s.Last && f.l.Rune(i) == '-' && f.l.Is(i, lang.Glued)
	}
	if f.deedAt(i) || f.l.Has(i, f.npstop) || f.l.Has(i, f.stop) || f.l.Has(i, f.topic) || f.at(i) != nil {
		return false
	}
	if f.headLast {
		if f.mannerKK(i) {
			return false
		}
		if f.l.Plays(i, f.p.know.roles.eventHouse) && f.p.ownedForm(i) && f.bare(ph.headEnd-1) && !f.ownedNoun(ph.headEnd-1) { // форум алаңында
			return true
		}
		if f.slot(ph.headEnd-1, "gen", "loc", "abl", "dat", "acc", "ins") || f.l.Has(i, f.noun) && f.l.Has(ph.head, f.mod) {
			return false
		}
		for _, a := range f.l.Analyses(i) {
			if a.Harmony && (strings.HasPrefix(a.Slots, "poss3") || strings.HasPrefix(a.Slots, "plural poss3")) && len(a.Stem) >= 8 && f.l.Fold(ph.headEnd-1) == lang.Fold(firstForm(ph.entry)) {
				return true
			}
		}
		return false
	}
	if f.russian() {
		return false
	}
	return f.l.Is(i, lang.Lower) && !f.l.Has(i, f.p.know.lists.eventAfter) && !strings.HasSuffix(f.l.Fold(i), "ly") && !strings.HasSuffix(f.l.Fold(i), "ed")
}

// firstForm gives the first form of an entry of a list, without the mark that it is not
// inflected.
func firstForm(e *lang.Entry) string { return strings.TrimPrefix(e.Forms[0], "=") }

// inToldDeed reports whether token i belongs to a rule that told an event by
// itself.
func (f *eventFinder) inToldDeed(i int) bool {
	if f.headLast && i > 1 && f.l.Rune(i-1) == '-' && f.l.Is(i-2, lang.Number) { // 42-сессия аясында кездесті: numbered, so an event by itself
		return false
	}
	for k := range f.deeds {
		d := &f.deeds[k]
		if d.own() && d.start <= i && i < d.end {
			return true
		}
	}
	return false
}

// kindOf and loose read the value of an entry: "session", "festival loose".
func (ph *phrase) kind() string {
	if ph.entry == nil {
		return ""
	}
	kind, _ := nextWord(ph.kindsText(), 0)
	return kind
}

// edition gives the ordinal before the head: "XXXIV session", "25-я сессия".
func (f *eventFinder) edition(ph *phrase) int {
	if f.headLast {
		return f.editionKK(ph)
	}
	for i := ph.from; i < ph.head; i++ {
		if i >= ph.quoted[0] && i < ph.quoted[1] {
			continue
		}
		if n, ok := f.p.numberAt(i); ok && n.ordinal && n.value > 0 && n.value < 1000 && !f.dayOfOneKK(n.end) && (f.l.Rune(n.end) != '-' || !f.l.Is(n.end, lang.Glued) || f.headLast && n.end+1 == ph.head) { // 48-сессиясы
			return int(n.value)
		}
		if f.l.Is(i, lang.Upper) && f.l.Is(i, lang.Cyrillic) { // ХХ typed with Cyrillic letters
			if r := cyrillicRoman.Replace(f.l.Slice(i, i+1)); strings.Trim(r, "IVXLC") == "" { // АСЕАН holds a С
				return lang.RomanValue(r)
			}
		}
	}
	return 0
}

// cyrillicRoman turns Cyrillic capitals into the Roman digits they look like.
var cyrillicRoman = strings.NewReplacer("Х", "X", "І", "I", "С", "C", "М", "M", "Ү", "V")

// skip leaves words of other events out of distances.
func (f *eventFinder) skip(i int) bool {
	for k := range f.evs {
		if f.evs[k].from <= i && i < f.evs[k].to {
			return true
		}
	}
	return f.is(i, lang.DateChunk) || f.is(i, lang.PlaceChunk)
}

// leading reports whether a word of the eventprep list stands before the
// phrase ("at the forum") or, where the head stands last, behind it.
func (f *eventFinder) leading(ph *phrase) bool {
	if f.headLast {
		return f.slot(ph.headEnd-1, "loc", "dat") || f.l.Has(ph.headEnd, f.prep)
	}
	from := f.measured(ph.from)
	for i := from - 1; i >= 0 && i >= from-6; i-- {
		if c, ok := f.l.Chunk(i, f.prep); ok && int(c.End) >= from-1 {
			return true
		}
	}
	return false
}

// plural reports whether the noun of an event is a plural: "meetings", «встречи»,
// «кездесулер».
func (f *eventFinder) plural(ph *phrase) bool {
	w := f.l.Fold(ph.headEnd - 1)
	if f.headLast {
		return endsAsKK(f.l, ph.headEnd-1, "plural")
	}
	if !f.russian() {
		return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss")
	}
	return f.p.know.endings.eventPlural.end(w, -1) && !f.oneByCase(ph, w)
}

// proper reports whether a phrase is a name: quoted, or with a capital of its
// own.
func (f *eventFinder) proper(ph *phrase, s lang.Sentence) bool {
	if ph.quoted[1] > ph.quoted[0]+0 && ph.quoted[1] > 0 {
		return true
	}
	if f.headLast {
		for i := ph.from; i < ph.head; i++ {
			if t := &f.l.Toks[i]; t.Is(lang.Cap) && (i > s.First || f.at(i) != nil) && !t.Is(lang.Roman) && !f.slot(i, "gen") {
				return true
			}
		}
		return false
	}
	if f.english() && ph.headEnd == ph.from+1 && f.p.inHeadline(s) { // Ministers Hold | Talks
		return false
	}
	for i := ph.from; i < ph.headEnd; i++ {
		if t := &f.l.Toks[i]; t.Is(lang.Cap) && i > s.First && !t.Is(lang.Roman) {
			return true
		}
	}
	return false
}
