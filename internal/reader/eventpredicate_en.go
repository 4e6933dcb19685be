package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// otherPredicate reports whether an English date belongs to another of the predicates
// that "and" joins than the one that tells of the event: "arrived on Wednesday and was
// received by the king on Thursday", "met the mayor and will visit Osh on Friday". A
// date before the "and" is shared unless the predicate behind it has one of its own.
func (f *ground) otherPredicate(m *mention, ph *phrase, d *deed, s lang.Sentence) bool {
	if m.class == lang.PlaceChunk {
		return f.placeOfNext(m, ph)
	}
	if !f.english() || m.class != lang.DateChunk || d == nil && ph.entry != nil {
		return false
	}
	verb, end := ph.from, ph.to
	if d != nil {
		verb, end = d.start, max(ph.to, d.end)
	}
	if d == nil && f.joins(verb) { // met X on Monday | and received Y on Tuesday
		verb++
	}
	if m.end <= verb {
		k := verb - 1
		for k > m.end && k > verb-5 && (f.l.Has(k, f.p.know.lists.auxVerb) || strings.HasSuffix(f.l.Fold(k), "ly") || f.l.Plays(k, f.p.know.roles.beVerb)) {
			k--
		}
		return k >= m.end && f.joins(k) && f.ownDateBehind(verb, end, s)
	}
	if m.start < end || d != nil && d.mood == "planned" {
		return false
	}
	for k := end; k < m.start; k++ {
		if f.joins(k) && k > ph.to && f.l.Rune(k-1) == ',' && f.verbBehind(k+1) { // took part in a workshop, and left on Monday
			return true
		}
		if f.joins(k) && f.l.Plays(k+1, f.p.know.roles.willVerb) {
			for i := verb; i < end; i++ {
				if f.l.Plays(i, f.p.know.roles.willVerb) {
					return false
				}
			}
			return true
		}
	}
	return false
}

// placeOfNext reports whether a place behind what an English rule tells by itself is that of
// what "and" joins, told by a rule of its own: "called on X and laid a wreath in Osh".
func (f *ground) placeOfNext(m *mention, ph *phrase) bool {
	if !f.english() || ph.entry != nil {
		return false
	}
	for i := range f.deeds {
		if d := &f.deeds[i]; d.own() && d.start > ph.to && d.start < m.start && (f.joins(d.start-1) || f.joins(d.start-2)) {
			return true
		}
	}
	return false
}

// ownDateBehind reports whether a predicate has a day of its own behind its verb, in
// the same clause: no mark and no further verb stands between, and a year alone only
// counts behind a preposition.
func (f *ground) ownDateBehind(verb, end int, s lang.Sentence) bool {
	for i := verb; i < s.Last && i < verb+25; i++ {
		m := f.at(i)
		switch {
		case m != nil && m.class == lang.DateChunk && m.start == i && !m.date.IsZero():
			return !f.until(m) && !f.ofInstrument(m) && (len(m.date.String()) > 4 || f.l.Has(i-1, f.in))
		case i < end || m != nil:
		case f.l.Is(i, lang.Punct) && !isApostropheRune(f.l.Rune(i)) || f.clauseAt(i) || f.joins(i) && f.verbBehind(i+1) || f.l.Has(i, f.p.know.lists.auxVerb):
			return false
		}
	}
	return false
}

// firstPlace gives an English visit the first of the places that its rule runs over to
// the last of ("will visit Chad on Monday and Laos on Tuesday") and, where the list has
// no day inside, the others beside it: "visited Chad, Laos and Malta in May".
func (f *eventFinder) firstPlace(h *happening, d *deed, s lang.Sentence) (more []int) {
	if h.st.Event != "visit" || h.place < 0 || d.place[1] == 0 {
		return nil
	}
	if f.russian() { // посетит Чад, Лаос и Мальту; towns are stops of one visit
		more = f.placesListed(d.place[1], h.place, s)
		if !f.isCountry(h.place) || slices.ContainsFunc(more, func(e int) bool { return !f.isCountry(e) }) {
			return nil
		}
		return more
	}
	if !f.english() {
		return nil
	}
	joined, dated, first := false, false, -1
	for k := d.place[0] - 1; k > d.start; k-- {
		m := f.at(k)
		switch {
		case m != nil && m.class == lang.PlaceChunk && m.entity >= 0 && joined:
			more, first = append(more, m.entity), m.end
			k = m.start
		case m != nil && m.class == lang.DateChunk:
			dated, k = true, m.start
		case m == nil && f.joins(k):
			joined = true
		case m == nil && (f.l.Rune(k) == ',' || f.l.Has(k, f.article) || f.l.Has(k, f.in) || f.l.Has(k, f.topic)):
		default:
			k = d.start
		}
	}
	if first < 0 {
		return f.placesListed(d.place[1], h.place, s)
	}
	slices.Reverse(more)
	more = append(more, h.place)
	h.place = more[0]
	if more = more[1:]; dated {
		h.phrase.headEnd, h.phrase.to, d.end = first, first, first
		return nil
	}
	return more
}

// attending gives those who are told to be at an event that the English text tells of
// elsewhere: the subject of a verb like "attended", or those behind "was attended by".
func (f *eventFinder) attending(d *deed, s lang.Sentence) (out []int) {
	if !f.english() || d == nil {
		return nil
	}
	if f.l.Has(d.end, f.p.know.lists.partyBy) && f.actWord(d.end-1, "opens") {
		to := d.end + 1
		for to < s.Last && f.l.Rune(to) != ';' && !f.clauseAt(to) && !f.l.Has(to, f.p.know.lists.auxVerb) && (!f.verbBehind(to) || f.l.Has(to+1, f.p.know.lists.partyBy)) {
			to++
		}
		return f.personsFound(d.end, to)
	}
	if d.value != "attend" {
		return nil
	}
	from := d.start
	for from > s.First && f.l.Rune(from-1) != ';' && !f.l.Has(from-1, f.clause) && !f.verbBehind(from-1) {
		from--
	}
	return f.personsFound(from, d.start)
}

// personsFound gives the persons named among tokens, each once.
func (f *eventFinder) personsFound(from, to int) (out []int) {
	for _, k := range f.p.mentionsIn(lang.PersonChunk, from, to) {
		if e := f.p.mens[k].entity; e >= 0 && !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	return out
}

// sharedSubject gives the person whom an English sentence opens with, where a further
// predicate of it, joined by "and", tells an event: "President X arrived in Oslo and was
// received by the king"; -1 where there is none.
func (f *eventFinder) sharedSubject(d *deed, s lang.Sentence) int {
	if !f.english() || d.rule.Get("agent") == "" || !d.firm || d.start <= s.First || !f.joins(d.start-1) && !f.joins(d.start-2) {
		return -1
	}
	for k := s.First; k < d.start; k++ {
		m := f.at(k)
		switch {
		case m != nil && m.class == lang.PersonChunk && m.entity >= 0:
			return m.entity
		case m == nil && f.l.Plays(k, f.p.know.roles.heShe):
			if e, ok := f.p.personBefore(k, f.p.genderSaid(k, -1)); ok {
				return e
			}
			return -1
		case f.verbBehind(k) || f.l.Has(k, f.p.know.lists.auxVerb) || f.clauseAt(k):
			return -1
		}
	}
	return -1
}

// placesListed gives the places that a list from token i on adds to one visited, its
// last behind "and" and no day inside: ", Tonga and Samoa". A country behind a comma
// only says where a town lies.
func (f *eventFinder) placesListed(i, first int, s lang.Sentence) (out []int) {
	last := false
	for !last && i+1 < s.Last {
		if last = f.joins(i); !last && f.l.Rune(i) != ',' {
			return nil
		}
		if i++; f.joins(i) {
			last = true
			i++
		}
		if f.l.Has(i, f.article) {
			i++
		}
		m := f.at(i)
		if m == nil || m.class != lang.PlaceChunk || m.entity < 0 || m.start != i || !last && f.isCountry(m.entity) && !f.isCountry(first) {
			return nil
		}
		out, i = append(out, m.entity), m.end
	}
	if m := f.at(i); !last || m != nil && m.class == lang.PlaceChunk || slices.Contains(out, first) {
		return nil
	}
	return out
}

// saidThen reports whether an English date is the day on which something was said, the
// event being told behind "that": "announced on Tuesday that a fair would be held".
func (f *eventFinder) saidThen(m *mention, ph *phrase, d *deed, s lang.Sentence) bool {
	if !f.english() || m.class != lang.DateChunk || m.end > ph.from {
		return false
	}
	for k := m.end; k < ph.from && k < m.end+9; k++ {
		if !f.l.Plays(k, f.p.know.roles.thatThing) {
			continue
		}
		if k > m.end && (d == nil || d.mood != "planned" && d.mood != "denied") {
			return false
		}
		for i := max(s.First, k-9); i < k; i++ {
			if f.l.Has(i, f.p.know.lists.sayVerb) || f.l.Plays(i, f.p.know.roles.informs) {
				return true
			}
		}
		return false
	}
	return false
}

// besideRelative reports whether a date or place stands outside a relative clause
// between commas that holds the English event, behind it: "the choir, which won the
// contest in 2023, will sing in Zagreb"; or behind "but" in the clause that follows.
func (f *eventFinder) besideRelative(m *mention, ph *phrase) bool {
	if !f.english() || m.start < ph.to {
		return false
	}
	comma := ph.to
	for comma < m.start && f.l.Rune(comma) != ',' {
		comma++
	}
	if comma+1 >= m.start {
		return false
	}
	if f.l.Plays(comma+1, f.p.know.roles.otherClause) {
		return true
	}
	for k := ph.from - 1; k > 0 && k > ph.from-9; k-- {
		if f.l.Plays(k, f.p.know.roles.relative) {
			return f.l.Rune(k-1) == ',' && (f.l.Has(comma+1, f.p.know.lists.auxVerb) || f.verbBehind(comma+1))
		}
		if r := f.l.Rune(k); r == ',' || r == ';' {
			return false
		}
	}
	return false
}

// opensSentence reports whether a date in commas opens an English sentence, so that it
// holds for all its clauses: "On Museum Day, 18 May, entry is free, and a band plays".
func (f *ground) opensSentence(m *mention, s lang.Sentence) bool {
	if !f.english() || m.class != lang.DateChunk || m.end >= s.Last || f.l.Rune(m.end) != ',' || m.start > s.First+9 {
		return false
	}
	for k := s.First; k < m.start; k++ {
		if f.verbBehind(k) || f.clauseAt(k) || f.l.Has(k, f.p.know.lists.auxVerb) {
			return false
		}
	}
	return true
}

// opensForVerb gives how far a date is from an event where it would be too far, but opens an
// English sentence whose first verb tells of it: "On 11 April the members of the delegation
// led by X, head of Y, will arrive".
func (f *eventFinder) opensForVerb(far int, m *mention, ph *phrase, s lang.Sentence) int {
	if far < 22 || !f.english() || m.start > s.First+1 || ph.entry != nil || ph.from > s.First+40 {
		return far
	}
	for k := m.end; k < ph.from; k++ {
		if r := f.l.Rune(k); r == ';' || r == ':' || f.l.Has(k, f.p.know.lists.auxVerb) || f.verbBehind(k) && !f.l.Has(k+1, f.p.know.lists.partyBy) || f.clauseAt(k) {
			return far
		}
	}
	return 21
}

// toldOfIn reports whether a date stands in an English relative clause right behind an
// event, of which it says when it is: "the Day of Salt, which will be observed on 30 May".
func (f *ground) toldOfIn(m *mention, ph *phrase) bool {
	if !f.english() || m.start <= ph.to {
		return false
	}
	k := ph.to
	if f.l.Rune(k) == ',' {
		k++
	}
	if f.l.Rune(k-1) != ',' || m.start > k+12 || !f.l.Plays(k, f.p.know.roles.thatThing) || !f.l.Has(k+1, f.p.know.lists.auxVerb) && !f.l.Plays(k+1, f.p.know.roles.willVerb) {
		return false
	}
	return !f.commaBetween(k, m.start)
}

// noSuch reports whether an English event is told not to take place by "no" before it:
// "no festival will be held in Osh".
func (f *eventFinder) noSuch(ph *phrase) bool {
	if !f.english() || ph.from == 0 {
		return false
	}
	for _, k := range [...]int{ph.from - 1, ph.from} {
		if f.actWord(k, "no") {
			return !f.l.Is(k+1, lang.Punct)
		}
	}
	return false
}

// itWillBe gives the day and place of an English sentence that says of "it" that it
// takes place to the event that the sentence before told last; where that one was put
// off, or is of another day, the event is told anew: "The fair was cancelled. It will be
// held in May instead".
func (f *eventFinder) itWillBe(s lang.Sentence) {
	if !f.english() || s.First == 0 || f.l.Toks[s.First].Para || !f.l.Plays(s.First, f.p.know.roles.it) {
		return
	}
	o := f.lastBefore(f.sentence)
	if o == nil || o.s != f.sentence-1 || o.phrase.entry == nil || o.st.Event == "anniversary" {
		return
	}
	for k := range f.deeds {
		d := &f.deeds[k]
		if d.start > s.First+2 || len(f.evs) > 0 && f.evs[0].from < d.end || d.own() || d.mood == "denied" || d.mood == "hypothetical" || !f.passive(d) && d.value != "happen" && d.rule.Name != "event.held" {
			continue
		}
		ph := phrase{from: s.First, head: s.First, headEnd: s.First + 1, to: s.First + 1}
		date, _ := f.dateOf(&ph, d, s)
		place := f.placeOf(&ph, d, s)
		if date.IsZero() && place < 0 {
			return
		}
		if o.st.Time == "denied" || o.ownDate && !date.IsZero() && !o.date.Overlaps(date) {
			h := *o
			h.s, h.date, h.ownDate, h.who, h.st.Rule = f.sentence, date, !date.IsZero(), slices.Clone(o.who), d.rule.Name
			if place >= 0 {
				h.place = place
			}
			f.setTime(&h, d.mood, s)
			f.happenings = append(f.happenings, h)
			return
		}
		if !date.IsZero() && (!o.ownDate || narrower(o.date, date) && !f.onlyBounds(d)) {
			o.date, o.ownDate = date, true
		}
		if place >= 0 && (o.place < 0 || f.isCountry(o.place) && !f.isCountry(place)) {
			o.place = place
		}
		return
	}
}

// lastBefore gives the event that the sentences before number k told last; nil for none.
func (f *eventFinder) lastBefore(k int) *happening {
	for i := len(f.happenings) - 1; i >= 0; i-- {
		if o := &f.happenings[i]; o.s < k {
			return o
		}
	}
	return nil
}

// onlyBounds reports whether an English verb tells how an event began or ended: "It | ended
// on 12 May".
func (f *eventFinder) onlyBounds(d *deed) bool {
	return f.english() && f.l.Plays(d.end-1, f.p.know.roles.bounds)
}

// narrower reports whether the second of two dates tells more exactly when that is of which
// the first tells the year, the month or the week. One of several days may be its opening.
func narrower(wide, date value.Date) bool {
	from, to := wide.Bounds()
	first, last := date.Bounds()
	const week = 6 // from its first day to its last
	vague := len(wide.String()) <= len("2006-01") || to-from == week
	return from <= first && last <= to && last-first < to-from && (vague || last > first)
}

// preparedFor reports whether an English verb behind an event tells of what is made ready
// for it, and not of the event: "preparations for the summit | were discussed".
func (f *eventFinder) preparedFor(ph *phrase, d *deed) bool {
	if !f.english() || d.start < ph.to || ph.from < 2 || d.start <= ph.to+3 && !f.l.Has(d.start, f.p.know.lists.auxVerb) { // preparations for a fair, scheduled for May
		return false
	}
	k := ph.from - 1
	if f.l.Has(k, f.article) || f.l.Has(k, f.p.know.lists.phraseOne) {
		k--
	}
	return (f.l.Plays(k, f.p.know.roles.forWhat) || f.l.Plays(k, f.p.know.roles.of)) && f.l.Plays(k-1, f.p.know.roles.aheadOf) && f.l.Fold(k-1) != "because"
}

// bodyOfTitle reports whether an English body only says of what the title right behind it
// is, or before it, so that the one with the title was there and not the body: "between
// the | UNHCR Secretary-General X and Y", "between the head of | UNICEF, X, and Y".
func (f *eventFinder) bodyOfTitle(m *mention) bool {
	if !f.english() || m.class != lang.OrgChunk {
		return false
	}
	if c, ok := f.l.Chunk(m.end, f.officenoun); ok && f.is(int(c.End), lang.PersonChunk) {
		return true
	}
	k := m.start - 1
	if f.l.Has(k, f.article) {
		k--
	}
	return f.l.Has(k, f.p.know.lists.of) && f.l.Has(k-1, f.officenoun)
}

// invitee gives the persons whom an English visit is that somebody asks them to pay: behind
// the verb of asking, never the one who asks.
func (f *eventFinder) invitee(w *weighing) {
	if w.d == nil || w.d.rule.Name != "event.invited" {
		return
	}
	w.who, w.whose = nil, true
	for _, k := range f.p.mentionsIn(lang.PersonChunk, w.d.start, w.d.end) {
		if e := f.p.mens[k].entity; e >= 0 {
			w.who = append(w.who, e)
		}
	}
}

// metBody reports whether the English body behind token k is whom others met: "held talks
// with | UNESCO", "a meeting with the leadership of the | National University".
func (f *eventFinder) metBody(k int, s lang.Sentence) bool {
	if f.l.Has(k, f.article) {
		k--
	}
	if f.l.Has(k, f.p.know.lists.partyWith) {
		return f.l.Has(k-1, f.noun)
	}
	if !f.l.Has(k, f.p.know.lists.of) {
		return false
	}
	for k--; k > s.First && f.l.Is(k, lang.Lower) && f.at(k) == nil && !f.deedAt(k); k-- {
		if f.l.Plays(k, f.p.know.roles.backing) {
			return false
		}
		if f.l.Has(k, f.p.know.lists.partyWith) {
			return true
		}
	}
	return false
}
