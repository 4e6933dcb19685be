package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// subjectReach is how many words of its subject may stand before an English verb.
const subjectReach = 16

// eventBefore reports whether the subject before an English verb is an event that says by
// "of" or "between" whose it is, so that it is told itself and nobody acts: "the session of
// the council | convened", "a summit of heads of state | will be in Osh".
func (g *ground) eventBefore(d *deed, s lang.Sentence) bool {
	noun := g.p.know.lists.eventNoun
	for k := d.start - 1; k >= s.First && k > d.start-subjectReach; k-- {
		if m := g.at(k); m != nil {
			k = m.start
			continue
		}
		if r := g.l.Rune(k); r == ';' || r == ':' || r == ',' || g.l.Has(k, g.clause) || g.l.Has(k, g.p.know.lists.auxVerb) || g.verbBehind(k) {
			return false
		}
		c, ok := g.l.Chunk(k, noun)
		if !ok {
			continue
		}
		end := int(c.End)
		if !g.l.Has(end, g.p.know.lists.of) && !g.l.Has(end, g.p.know.lists.partyBetween) && !(d.event == "visit" && (end == d.start || g.l.Has(end, g.topic))) { // a seminar on trade | returns to Osh
			continue
		}
		i := k - 1
		for i >= s.First && g.l.Is(i, lang.Word) && !g.l.Has(i, g.npstop) && !g.is(i, lang.DateChunk) {
			i--
		}
		for i >= s.First && (g.l.Has(i, g.article) || g.l.Has(i, g.p.know.lists.phraseOne) || g.l.Has(i, g.poss)) {
			i--
		}
		if i < s.First || !g.l.Has(i, g.npstop) || g.l.Plays(i, g.p.know.roles.goesOn) {
			return true // nothing ties the noun to another, so that it heads the subject
		}
		return false
	}
	return false
}

// severalHeld reports whether an English plural is told as one happening by the verb right
// behind it and a place: "the hearings continue in Osh", "concerts took place in Osh".
func (f *eventFinder) severalHeld(w *weighing) bool {
	if !f.english() || w.place < 0 || w.d == nil || w.d.start != w.ph.to || w.mood == "denied" {
		return false
	}
	for k := w.d.end; k < w.sentence.Last; k++ {
		if f.l.Plays(k, f.p.know.roles.everyOne) {
			return false // are held in Osh every Monday
		}
		if m := f.at(k); m != nil && m.class == lang.PlaceChunk && k == m.start && (f.l.Rune(m.end) == ',' || f.joins(m.end)) && f.is(m.end+1, lang.PlaceChunk) {
			return false // one in each: took place in Osh and Naryn
		}
	}
	return w.ph.definite || w.mood == "past" || w.mood == "planned" && w.ph.mods > 0
}

// inAsideOf reports whether an English date stands in the aside right behind another event
// that tells when that one was: "recalled its first meeting, held on 12 April 2024, and
// welcomed the | summit".
func (f *eventFinder) inAsideOf(o *phrase, m *mention, ph *phrase) bool {
	if !f.english() || o.from == ph.from || o.to >= m.start || m.start > o.to+5 || m.end > ph.from || f.l.Rune(o.to) != ',' || f.l.Rune(m.end) != ',' {
		return false
	}
	return f.l.Has(o.to+1, f.p.know.lists.eventDone) && !f.commaBetween(o.to+1, m.start)
}

// openedAndHeld reports whether of two English ceremonies one is that something was opened
// or unveiled, as a rule tells, and the other is held for persons: a funeral, a graduation.
func (f *eventFinder) openedAndHeld(o, h *happening) bool {
	if !f.english() || o.st.Event != "ceremony" || (o.phrase.entry == nil) == (h.phrase.entry == nil) {
		return false
	}
	named, told := o, h
	if o.phrase.entry == nil {
		named, told = h, o
	}
	return (strings.Contains(told.st.Rule, "open") || strings.Contains(told.st.Rule, "unveiled")) && f.l.Plays(named.phrase.head, f.p.know.roles.heldFor)
}

// byTitle gives the person who meets or comes told by an office alone, "the minister", where
// the text has given that office to one person; -1 elsewhere.
func (f *eventFinder) byTitle(d *deed) int {
	if !f.english() {
		return -1
	}
	from, end := -1, d.start
	if c, ok := f.l.Chunk(d.start, f.officenoun); ok && int(c.End) < d.end {
		from, end = d.start, int(c.End)
	}
	for k := d.start - 1; from < 0 && k >= 0 && k >= d.start-3; k-- {
		if c, ok := f.l.Chunk(k, f.officenoun); ok && int(c.End) == d.start {
			from = k
		}
	}
	if from < 1 || f.is(end, lang.PersonChunk) || f.l.Rune(end) == ',' {
		return -1
	}
	if e, told := f.p.titleMeant(from); told {
		return e
	}
	if !f.l.Plays(from-1, f.p.know.roles.the) || f.l.Has(end, f.p.know.lists.of) {
		return -1
	}
	noun := lang.Fold(f.l.Slice(from, end))
	who, ok := f.p.doc.soleHolder(func(st *statement) bool {
		t := lang.Fold(st.Title)
		i := strings.Index(t, noun)
		return i >= 0 && !ofAnother(t[:i]) && (i == 0 || t[i-1] == ' ' || t[i-1] == '-') && (i+len(noun) == len(t) || t[i+len(noun)] == ' ')
	})
	if !ok {
		return -1
	}
	return who
}

// ofAnother reports whether what follows these words of an English title is the office of
// another: "press secretary to the | head of state".
func ofAnother(before string) bool {
	return strings.Contains(before, " of ") || strings.Contains(before, " to ") || strings.Contains(before, " for ")
}

// willBeAt reports whether an English event is where somebody is told to do what still lies
// ahead: "it will sing at the | festival".
func (f *eventFinder) willBeAt(ph *phrase, s lang.Sentence) bool {
	if !f.english() || !f.leading(ph) {
		return false
	}
	for k := ph.from - 1; k >= s.First && k > ph.from-9; k-- {
		if f.l.Plays(k, f.p.know.roles.willVerb) {
			return true
		}
		if f.l.Is(k, lang.Punct) || f.l.Has(k, f.clause) || f.l.Has(k, f.p.know.lists.sayVerb) {
			return false
		}
	}
	return false
}

// placeOnLine gives the place that ends the line of an English agenda, behind a comma or
// in brackets: "24 May: hearing on fisheries, | Strasbourg"; -1 for none.
func (f *eventFinder) placeOnLine(ph *phrase, s lang.Sentence) int {
	r := f.l.Rune(ph.to)
	if !f.english() || ph.to+1 >= s.Last || r != ',' && r != '(' {
		return -1
	}
	m := f.at(ph.to + 1)
	if m == nil || m.class != lang.PlaceChunk || m.start != ph.to+1 || m.entity < 0 {
		return -1
	}
	if m.end >= s.Last || strings.ContainsRune("),.;", f.l.Rune(m.end)) {
		return m.entity
	}
	return -1
}

// exerciseAt reports whether token i is the noun of an English exercise whose name a mention
// holds: "Exercise | Northern Shield".
func (f *eventFinder) exerciseAt(i int, m *mention) bool {
	return f.english() && (m.start == i || m.start == i+1) && m.end > i+1 && f.actWord(i, "exercise") && f.l.Is(i, lang.Cap)
}

// heldAt reports whether an English verb right behind its event says that it was held at a
// place: "the hackathon was held in Osh".
func (f *eventFinder) heldAt(w *weighing) bool {
	return f.english() && w.place >= 0 && w.d != nil && w.d.start == w.ph.to && (f.passive(w.d) && w.d.value == "host" || w.d.rule.Name == "event.held")
}

// otherTimeEN reports whether an English date only bounds when the event is or belongs to
// a clause around it: "before | Christmas", "Since its founding in | 1994, the fair …", "the
// fair, which was to open in | May, has been put off to June".
func (f *eventFinder) otherTimeEN(m *mention, ph *phrase, d *deed, s lang.Sentence) bool {
	if !f.english() || m.start == s.First {
		return false
	}
	if len(m.date.String()) >= len("2006-01-02") && f.actWord(m.start-1, "before") || f.tellsLife(m) {
		return true
	}
	if d != nil && d.rule.Name == "event.present" && m.start >= d.end && f.l.Plays(m.start-1, f.p.know.roles.to) {
		return true // runs to the end of October
	}
	if m.end <= ph.from && f.l.Has(s.First, f.p.know.lists.sinceWord) && !f.commaBetween(s.First, m.start) {
		return true
	}
	if d == nil || d.start < m.end || m.start < ph.to+2 || f.l.Rune(ph.to) != ',' || !f.l.Plays(ph.to+1, f.p.know.roles.relative) {
		return false
	}
	for k := d.end; k < min(s.Last, d.end+9); k++ { // the verb behind the clause has a date of its own
		if f.is(k, lang.DateChunk) {
			return f.commaBetween(m.end, d.start)
		}
	}
	return false
}

// asVerb reports whether the noun of an event at token i is a verb here: "began to | show",
// "will then | tour six towns".
func (f *eventFinder) asVerb(i int) bool {
	if i < 2 || !f.l.Is(i, lang.Lower) {
		return false
	}
	c := f.p.know.lists.verbBefore
	if f.english() && f.l.Has(i, f.p.know.lists.presentMove) {
		if m := f.at(i + 1); m != nil && m.class == lang.PlaceChunk && m.start == i+1 || f.l.Has(i+1, f.article) {
			return true // the president | visits Spain, who | visits the museum
		}
	}
	return f.l.Has(i-1, c) || f.english() && f.actWord(i-1, "aside") && (f.l.Has(i-2, c) || f.l.Plays(i-2, f.p.know.roles.willVerb))
}

// onlySays reports whether an English person is named only as who tells of the event: "X said
// | a visit to Peru was planned", "the fair will open in May, X said".
func (f *eventFinder) onlySays(m *mention, ph *phrase) bool {
	if !f.english() || f.leading(ph) {
		return false
	}
	say := f.p.know.lists.sayVerb
	if m.start >= ph.to { // a further word or two may say when
		return f.l.Has(m.end, say) && (m.end+4 >= f.p.sentenceOf(m.start).Last || f.l.Rune(m.end+1) == ',') && f.commaBetween(ph.to, m.start)
	}
	for k := m.end; k < min(ph.from, m.end+2); k++ {
		if f.l.Has(k, say) {
			return (f.l.Plays(k+1, f.p.know.roles.thatThing) || ph.from <= k+3) && !f.l.Plays(k, f.p.know.roles.informs)
		}
		if f.l.Plays(k, f.p.know.roles.proposes) && f.l.Plays(k+1, f.p.know.roles.thatThing) { // X proposed that Osh host the meeting
			return true
		}
	}
	return false
}

// besideSubject reports whether an English date or place stands in the aside behind the
// subject of the verb whose object the event is: "X, once of a bank in | Lima, will attend a
// conference".
func (f *eventFinder) besideSubject(m *mention, ph *phrase, d *deed, s lang.Sentence) bool {
	if !f.english() || d == nil || d.end > ph.from || m.end >= d.start || m.start < s.First+3 {
		return false
	}
	at := d.start - 1
	if f.l.Rune(at) != ',' || m.end != at {
		return false
	}
	for k := m.start - 1; k > s.First; k-- {
		if f.l.Rune(k) == ',' {
			return f.l.Is(k+1, lang.Lower) && !f.l.Has(k+1, f.in) && !f.joins(k+1) && f.is(k-1, lang.PersonChunk)
		}
		if f.l.Rune(k) == ';' || f.deedAt(k) {
			return false
		}
	}
	return false
}

// saidBehind reports whether an English date is only that of the words by which somebody
// told of the event, behind it: "will not be held, the chamber announced on | Tuesday".
func (f *eventFinder) saidBehind(m *mention, ph *phrase) bool {
	if !f.english() || m.class != lang.DateChunk || m.start < ph.to+3 {
		return false
	}
	k := m.start - 1
	if f.l.Plays(k, f.p.know.roles.onTime) {
		k--
	}
	return f.l.Has(k, f.p.know.lists.sayVerb) && f.commaBetween(ph.to, k)
}

// beforeOne gives the token before the article of either kind that ends at token k.
func (f *eventFinder) beforeOne(k int) int {
	if f.l.Has(k, f.article) || f.l.Has(k, f.p.know.lists.phraseOne) {
		k--
	}
	return k
}

// withoutTitle ends an English phrase before the form of address of a name behind it: "a
// luncheon | for Dr X".
func (f *eventFinder) withoutTitle(ph *phrase) {
	behind := ph.to
	if f.l.Rune(behind) == '.' {
		behind++
	}
	if f.english() && ph.to > ph.headEnd && f.l.Has(ph.to-1, f.p.know.lists.honorific) && f.is(behind, lang.PersonChunk) {
		ph.to, ph.topic = ph.headEnd, false
	}
}

// ofOtherYear reports whether an English event is told as that of another year than the
// text's: "last year's | fair".
func (f *eventFinder) ofOtherYear(ph *phrase, s lang.Sentence) bool {
	published, known := f.p.doc.day.First()
	for k := max(s.First, ph.from-3); f.english() && known && k < ph.head; k++ {
		m := f.at(k)
		if m == nil || m.class != lang.DateChunk {
			continue
		}
		first, ok := m.date.First()
		return ok && len(m.date.String()) == 4 && first.Year() != published.Year() && (isApostropheRune(f.l.Rune(m.end)) || isApostropheRune(f.l.Rune(m.end-2)))
	}
	return false
}

// byOwnVerb reports whether a date or place behind another English event is told by a verb
// of that one's own: "the council will prepare the summit | to be held in May".
func (f *eventFinder) byOwnVerb(o *phrase, m *mention, ph *phrase, d *deed) bool {
	if !f.english() || o.from < ph.to || m.start <= o.to || m.start > o.to+9 || d != nil && d.end > o.from || f.boundBy(o, f.p.sents[f.sentence]) != nil {
		return false
	}
	if f.verbBehind(o.to) && m.start <= o.to+3 { // the summit billed for May
		return true
	}
	for k := range f.deeds {
		x := &f.deeds[k]
		if !x.own() && x.start >= o.to && x.end <= m.start && !f.commaBetween(x.end, m.start) {
			return true
		}
	}
	return false
}

// inTalkTitle reports whether the noun of an English event at token i stands in the marks
// of what a talk told before is about: "a lecture on “The Congress of Vienna”".
func (f *eventFinder) inTalkTitle(i, told int, s lang.Sentence) bool {
	if !f.english() || told == 0 {
		return false
	}
	for k := i - 1; k > s.First+1 && k > i-12; k-- {
		if r := f.l.Rune(k); r == '“' || r == '‘' || r == '"' {
			return f.l.Has(k-1, f.topic) && !f.l.Has(k-1, f.p.know.lists.of)
		} else if r == '”' {
			return false
		}
	}
	return false
}

// masterOf reports whether the English noun at token i is only part of an office: "the
// master of | ceremonies".
func (f *eventFinder) masterOf(i int) bool {
	if !f.english() || i < 2 || !f.l.Has(i-1, f.p.know.lists.of) {
		return false
	}
	c, ok := f.l.Chunk(i-2, f.officenoun)
	return ok && int(c.End) == i+1
}

// partOfPlace reports whether the English noun at token i stands inside the name of a
// house: "the Mandela | Plenary Hall".
func (f *eventFinder) partOfPlace(i int) bool {
	m := f.at(i)
	if f.english() && f.l.Is(i, lang.Cap) && f.l.Is(i+1, lang.Cap) {
		switch f.l.Fold(i + 1) {
		case "lounge", "hotel", "inn", "hall", "house", "building", "suite":
			return true
		}
	}
	return f.english() && m != nil && m.class == lang.PlaceChunk && m.end > i+1 && f.l.Is(m.end-1, lang.Cap)
}

// theirMeetings reports whether an English plural in small letters only tells of meetings
// or visits of somebody named, of which no one is told: "the Ministers’ bilateral meetings".
func (f *eventFinder) theirMeetings(ph *phrase) bool {
	k := ph.kind()
	return f.english() && (k == "meeting" || k == "visit") && f.l.Is(ph.head, lang.Lower) && ph.quoted[1] == 0 && f.edition(ph) == 0
}

// comesFrom reports whether the noun of an English event at token i behind a verb that
// ends at token from only tells where something is from: "flew to Osh with papers from the
// | talks".
func (f *eventFinder) comesFrom(from, i int) bool {
	for k := i - 1; k > from && k > i-4 && f.english() && f.l.Is(k, lang.Lower); k-- {
		if f.l.Plays(k, f.p.know.roles.spanFrom) {
			return true
		}
	}
	return false
}

// lastsUntil gives an English event that begins on one day the day on which it is told to
// end: "started on 13 April and will end on 2 July".
func (f *eventFinder) lastsUntil(w *weighing) {
	if !f.english() || !w.ownDate || len(w.date.String()) != len("2006-01-02") {
		return
	}
	for _, k := range f.p.mentionsIn(lang.DateChunk, w.sentence.First, w.sentence.Last) {
		m := &f.p.mens[k]
		if m.date != w.date || !f.joins(m.end) {
			continue
		}
		i := m.end + 1
		for i < w.sentence.Last && (f.l.Plays(i, f.p.know.roles.willVerb) || f.l.Has(i, f.p.know.lists.auxVerb)) {
			i++
		}
		if !f.l.Plays(i, f.p.know.roles.bounds) {
			return
		}
		if i++; f.l.Plays(i, f.p.know.roles.onTime) {
			i++
		}
		x := f.at(i)
		if x == nil || x.class != lang.DateChunk || len(x.date.String()) != len("2006-01-02") || x.date.String() <= w.date.String() {
			return
		}
		if span, err := value.ParseDate(w.date.String() + "/" + x.date.String()); err == nil {
			w.date = span
		}
		return
	}
}

// ofNextNoun reports whether an English participle right behind another event's noun tells
// of that one alone: "the retreat built on the first forum | held in Osh".
func (f *eventFinder) ofNextNoun(ph *phrase, d *deed) bool {
	if !f.english() || d.start <= ph.to || d.mood != "past" || d.rule.Name != "event.done" || !f.verbBehind(d.start) && d.end > d.start+1 {
		return false
	}
	for k := range f.evs {
		o := &f.evs[k]
		if o.to != d.start || o.from <= ph.to {
			continue
		}
		for i := ph.to; i < o.from; i++ {
			if f.verbBehind(i) || f.l.Has(i, f.p.know.lists.auxVerb) {
				return true
			}
		}
	}
	return false
}

// crowdOf reports whether the English noun at token i is of those who come: "drew an
// | audience of researchers".
func (f *eventFinder) crowdOf(i int) bool {
	return f.english() && f.l.Has(i+1, f.p.know.lists.of) && f.l.Toks[i].End-f.l.Toks[i].Start == 8 && f.l.Fold(i) == "audience" && f.l.Is(i+2, lang.Lower)
}

// headed reports whether an English event is only what somebody heads: "Ana Silva, Head of
// the | election observation mission, told a conference".
func (f *eventFinder) headed(ph *phrase) bool {
	k := ph.from - 1
	if !f.english() || k < 2 || f.l.Rune(ph.to) != ',' {
		return false
	}
	if f.l.Has(k, f.article) {
		k--
	}
	if !f.l.Has(k, f.p.know.lists.of) || !f.l.Has(k-1, f.officenoun) {
		return false
	}
	for k--; k > 0 && f.l.Rune(k) != ','; k-- {
		if f.verbBehind(k) || f.l.Has(k, f.p.know.lists.auxVerb) {
			return false
		}
	}
	return k > 0 && f.is(k-1, lang.PersonChunk)
}

// beforeDoing reports whether an English date behind what a rule tells is of what is done
// after it or observed: "will meet the parties before | observing the ballot on 20 June",
// "flew to Oslo to | observe the elections of 1 November".
func (f *eventFinder) beforeDoing(m *mention, ph *phrase) bool {
	if ph.entry != nil || m.start <= ph.to {
		return false
	}
	for k := ph.to; f.english() && k+1 < m.start; k++ {
		if f.l.Plays(k+1, f.p.know.roles.observes) && f.l.Has(k, f.p.know.lists.partyTo) {
			return true
		}
		if f.actWord(k, "before") && f.l.Is(k+1, lang.Lower) && strings.HasSuffix(f.l.Fold(k+1), "ing") {
			return true
		}
	}
	return false
}

// bodyMeant reports whether the noun of an English event stands with a capital behind a
// small word that qualifies it, and a body of the text has that noun in its name: "the
// regional | Assembly was founded".
func (f *eventFinder) bodyMeant(ph *phrase) bool {
	if !f.english() || ph.headEnd != ph.head+1 || ph.head <= ph.from || !f.l.Is(ph.head, lang.Cap) || !f.l.Is(ph.head-1, lang.Lower) || f.l.Is(ph.from, lang.Cap) || f.isNumeral(ph.head-1) { // the 141st | Assembly of the Union
		return false
	}
	for _, k := range f.p.mentionsIn(lang.OrgChunk, 0, len(f.l.Toks)) {
		m := &f.p.mens[k]
		if m.entity < 0 || m.end <= m.start+1 {
			continue
		}
		if w := f.l.Fold(ph.head); f.l.Fold(m.start) == w || f.l.Fold(m.end-1) == w {
			return true
		}
	}
	return false
}
