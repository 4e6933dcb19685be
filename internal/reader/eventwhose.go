package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// visitors gives whose an English visit is where its own words say so: "the visit of
// President X to Osh", "X's visit", "X would pay a visit"; nil where they do not.
// Others of the sentence are those who tell of it or who are met.
func (f *eventFinder) visitors(ph *phrase, d *deed, s lang.Sentence) []int {
	if !f.english() || ph.kind() != "visit" {
		return nil
	}
	for k := ph.to; k < s.Last && k < ph.to+9; k++ {
		w := f.l.Fold(k)
		if w != "of" && w != "by" {
			if m := f.at(k); m != nil && m.class == lang.PlaceChunk || w == "to" || w == "in" || f.l.Has(k, f.article) || f.is(k, lang.DateChunk) {
				continue
			}
			break
		}
		if out := f.personsFrom(k+1, s); out != nil {
			return out
		}
	}
	if f.l.Has(ph.headEnd, f.p.know.lists.of) { // in the phrase itself
		if out := f.personsFrom(ph.headEnd+1, s); out != nil {
			return out
		}
	}
	k := ph.from - 1
	for k > s.First && (f.l.Has(k, f.poss) || isApostropheRune(f.l.Rune(k)) || f.l.Plays(k, f.p.know.roles.ownS) && f.l.Is(k, lang.Glued)) {
		k--
	}
	if m := f.at(k); k < ph.from-1 && m != nil && m.class == lang.PersonChunk && m.entity >= 0 {
		return []int{m.entity}
	}
	if e := f.onHisVisit(ph, s); e >= 0 {
		return []int{e}
	}
	if out := f.ofVisit(ph, s); out != nil {
		return out
	}
	if d == nil || d.end > ph.from {
		return nil
	}
	for i := d.start - 1; i > s.First && i > d.start-4; i-- { // said that X would pay a visit
		if m := f.at(i); m != nil && m.class == lang.PersonChunk && m.entity >= 0 && f.l.Plays(m.start-1, f.p.know.roles.thatThing) {
			return []int{m.entity}
		}
	}
	return nil
}

// invites reports whether a person only asks or bids others to come: "at the
// invitation of President X", «по поручению президента X».
func (f *eventFinder) invites(m *mention, ph *phrase) bool {
	if !f.english() {
		return f.bids(m, ph)
	}
	for k := m.start - 1; k > 0 && k > m.start-9; k-- {
		if f.actWord(k, "bids") {
			return f.l.Has(k+1, f.p.know.lists.of) || f.l.Plays(k+1, f.p.know.roles.spanFrom)
		}
		if f.l.Is(k, lang.Punct) || f.is(k, lang.PersonChunk) || f.verbBehind(k) {
			return false
		}
	}
	return false
}

// subjectOf gives the person right before an English verb that tells a visit, an
// adverb or a day between them at most.
func (f *eventFinder) subjectOf(d *deed, s lang.Sentence) []int {
	if !f.english() {
		return nil
	}
	if e := f.behindAsideOf(d, s); e >= 0 {
		return []int{e}
	}
	for k := d.start - 1; k >= s.First && k > d.start-4; k-- {
		m := f.at(k)
		switch {
		case m != nil && m.class == lang.PersonChunk && m.entity >= 0:
			return []int{m.entity}
		case f.l.Plays(k, f.p.know.roles.whoWhose) && k > s.First+1 && f.l.Rune(k-1) == ',': // X, who then flew to Riga
			if m = f.at(k - 2); m != nil && m.class == lang.PersonChunk && m.entity >= 0 {
				return []int{m.entity}
			}
			return nil
		case m != nil && m.class == lang.DateChunk || f.l.Plays(k, f.p.know.roles.goesOn) || f.l.Plays(k, f.p.know.roles.on) || f.l.Has(k, f.p.know.lists.auxVerb) || strings.HasSuffix(f.l.Fold(k), "ly"):
		default:
			return nil
		}
	}
	return nil
}

// othersCome reports whether an English visit is told of several who are not named: by
// "they", or by "who" right behind a common noun ("the guests who are visiting Lima").
func (f *eventFinder) othersCome(d *deed, s lang.Sentence) bool {
	k := d.start - 1
	if !f.english() || k <= s.First || !f.l.Is(k, lang.Lower) {
		return false
	}
	if n := f.l.Toks[k].End - f.l.Toks[k].Start; n == 4 && f.l.Fold(k) == "they" {
		return true
	}
	return f.l.Plays(k, f.p.know.roles.whoWhose) && f.l.Is(k-1, lang.Lower) && f.at(k-1) == nil
}

// personsFrom gives the persons that a title or a name at token i begins, those that
// "and" joins to the first among them.
func (f *eventFinder) personsFrom(i int, s lang.Sentence) (out []int) {
	for k := i; k < s.Last && k < i+14; {
		m := f.at(k)
		if m != nil && m.class == lang.PersonChunk && m.entity >= 0 {
			if !slices.Contains(out, m.entity) {
				out = append(out, m.entity)
			}
			if k = m.end; !f.joins(k) {
				return out
			}
			k++
			continue
		}
		if f.verbBehind(k) || f.deedAt(k) || f.clauseAt(k) || f.l.Has(k, f.noun) && !f.is(k, lang.OrgChunk) || f.l.Rune(k) == ';' || m != nil && m.class == lang.DateChunk {
			return out
		}
		k++
	}
	return out
}

// othersVisit reports whether two English visits are of persons that have nothing to
// do with each other: "the visit of X to Peru", "the first visit to Peru of Y".
func (f *eventFinder) othersVisit(o, h *happening) bool {
	return f.english() && o.st.Event == "visit" && o.whose && h.whose && !slices.ContainsFunc(h.who, func(e int) bool { return slices.Contains(o.who, e) })
}

// besideIt reports whether an English event only says beside what another one was that
// the sentence tells: "they met on the sidelines of the summit".
func (f *eventFinder) besideIt(from int) bool {
	if !f.english() || from < 4 {
		return false
	}
	k := from - 1
	if f.l.Has(k, f.article) || f.l.Has(k, f.p.know.lists.phraseOne) {
		k--
	} else if m := f.at(k); m != nil && m.class == lang.OrgChunk { // the sidelines of the G20 | Speakers’ Summit
		k = f.beforeBody(m.start - 1)
	}
	return k > 2 && f.l.Has(k, f.p.know.lists.of) && f.l.Plays(k-1, f.p.know.roles.sidelines)
}

// besideNoun reports whether words that put an event beside another stand between a
// verb that tells a meeting and the noun of that other one.
func (f *eventFinder) besideNoun(from, to int) bool {
	for k := from; f.english() && k+1 < to; k++ {
		if f.l.Plays(k, f.p.know.roles.sidelines) && f.l.Has(k+1, f.p.know.lists.of) || f.l.Plays(k, f.p.know.roles.aheadOf) || f.actWord(k, "before") || f.plansAt(k) || f.l.Plays(k, f.p.know.roles.observes) && f.l.Has(k-1, f.p.know.lists.partyTo) {
			return true
		}
	}
	return false
}

// heldFar gives the verb of an English meeting behind the long names of those between
// whom it is: "A meeting between X, the minister of Peru, and Y was held today".
func (f *eventFinder) heldFar(ph *phrase, s lang.Sentence) *deed {
	sides := f.l.Has(ph.to, f.p.know.lists.partyBetween) || f.l.Has(ph.to, f.p.know.lists.partyWith) || f.english() && f.l.Plays(ph.to, f.p.know.roles.heldUnder)
	if !f.english() || !sides && ph.from > s.First+1 { // "A hearing in the case against X, Y, began"
		return nil
	}
	for k := range f.deeds {
		d := &f.deeds[k]
		if d.start <= ph.to || d.own() {
			continue
		}
		if d.start > ph.to+60 || d.side != "left" && d.side != "both" || !f.passive(d) && d.value != "happen" && d.side != "left" {
			return nil
		}
		for i := ph.to; i < d.start; i++ {
			if f.l.Has(i, f.noun) && !f.is(i, lang.OrgChunk) || f.l.Rune(i) == ';' || f.clauseAt(i) || !sides && (f.verbBehind(i) || f.l.Has(i, f.p.know.lists.auxVerb)) {
				return nil
			}
		}
		return d
	}
	return nil
}

// isEdition reports whether the noun of an English event only counts it: "the tenth
// edition of Africa Fashion Days".
func (f *eventFinder) isEdition(ph *phrase) bool {
	return f.english() && ph.headEnd == ph.head+1 && f.actWord(ph.head, "edition") && f.l.Has(ph.headEnd, f.p.know.lists.of)
}

// editionOf reports whether an English edition is of what is printed, or of nothing
// with a name: "the third edition of the dictionary".
func (f *eventFinder) editionOf(ph *phrase) bool {
	if !f.english() || !f.actWord(ph.head, "edition") {
		return false
	}
	if !f.isEdition(ph) || f.edition(ph) == 0 {
		return true
	}
	named := false
	for k := ph.headEnd + 1; k < ph.to; k++ {
		if f.l.Plays(k, f.p.know.roles.printed) {
			return true
		}
		named = named || f.l.Is(k, lang.Cap) || f.l.Has(k, f.noun)
	}
	return !named
}

// onlyQuality reports whether an English noun of events is an adjective that "and" or a
// comma joins to another one: "in a friendly and open conversation".
func (f *eventFinder) onlyQuality(ph *phrase) bool {
	if !f.english() || ph.headEnd != ph.head+1 || !f.l.Plays(ph.head, f.p.know.roles.quality) || ph.headEnd+1 >= len(f.l.Toks) {
		return false
	}
	return (f.joins(ph.headEnd) || f.l.Rune(ph.headEnd) == ',') && f.l.Is(ph.headEnd+1, lang.Lower) && !f.l.Has(ph.headEnd+1, f.article) && !f.l.Has(ph.headEnd+1, f.p.know.lists.phraseOne)
}

// numberedName reports whether an English or Russian body whose name ends with the noun of an
// event at token i, or has it before "of", is told with its edition, so that it is that
// event: "the 22nd Pacific Islands Forum", "the Second Consultative Meeting of the Heads
// of State".
func (f *eventFinder) numberedName(i int, m *mention) bool {
	whose := i+1 < m.end && (f.russian() || f.l.Has(i+1, f.p.know.lists.of))
	if f.headLast || f.russian() && !whose || m.end != i+1 && !whose || m.end-m.start < 2 || m.start < 1 {
		return false
	}
	n, ok := f.numeralAt(m.start - 1)
	return ok && n.ordinal && n.end == m.start && (n.value > 1 || whose)
}

// isHeld reports whether an English or Russian body named by the noun of an event at token i is that
// event, since a verb right behind its name says that it was held: "The Consultative Meeting
// of the Heads of State was held in Osh".
func (f *eventFinder) isHeld(i int, m *mention) bool {
	if f.headLast || f.english() && i+1 != m.end && !f.l.Has(i+1, f.p.know.lists.of) || f.russian() && i+1 == m.end {
		return false
	}
	end := f.behindYear(m.end)
	if f.english() && m.start == i && end == m.end {
		end = f.heldBehindName(m.end)
	}
	for k := range f.deeds {
		if d := &f.deeds[k]; d.start == end && (d.rule.Name == "event.held" || f.english() && end > m.end && (f.passive(d) || d.value == "happen") || f.russian() && d.value == "happen" && !d.own()) {
			return true
		}
	}
	return false
}

// insideName reports whether the noun of an English event, with a capital, only opens or
// stands inside the capitalised name of another: "the 12th Lakes Summit | Foreign Ministers’
// Meeting".
func (f *eventFinder) insideName(ph *phrase, s lang.Sentence) bool {
	from := ph.headEnd
	if f.l.Rune(from) == '(' && f.l.Rune(from+2) == ')' { // the Pacific Forum (PF) | Leaders’ Meeting
		from += 3
	}
	if !f.l.Is(ph.headEnd-1, lang.Cap) || from >= s.Last || !f.l.Is(from, lang.Cap) {
		return false
	}
	for k := from; k < s.Last && k < from+6; k++ {
		if f.is(k, lang.PersonChunk) || f.is(k, lang.DateChunk) {
			return false
		}
		if (k > from || from > ph.headEnd) && f.l.Has(k, f.noun) && (f.l.Is(k, lang.Cap) || f.l.Plays(k, f.p.know.roles.onlyMeets)) {
			return true
		}
		if f.joins(k) && f.l.Is(k-1, lang.Cap) && f.l.Is(k+1, lang.Cap) { // the Baltic Assembly | Prizes and Medals Ceremony
			continue
		}
		if !f.l.Is(k, lang.Cap) && !isApostropheRune(f.l.Rune(k)) && !(f.l.Plays(k, f.p.know.roles.ownS) && f.l.Is(k, lang.Glued)) {
			return false
		}
	}
	return false
}

// bodyMeets reports whether a name taken for an English body's ends with a noun at token i
// that only meetings are called by: "the Board of Governors | Meeting".
func (f *eventFinder) bodyMeets(i int, m *mention) bool {
	return f.english() && m.end == i+1 && m.end-m.start > 1 && f.l.Plays(i, f.p.know.roles.onlyMeets)
}

// wholeMeeting gives an English meeting all of such a name, with the number before it:
// "the | 58th Board of Governors Meeting".
func (f *eventFinder) wholeMeeting(ph *phrase) {
	m := f.at(ph.head)
	if m == nil || m.class != lang.OrgChunk || m.start >= ph.from || !f.bodyMeets(ph.head, m) && !(f.english() && m.end == ph.head+1 && f.isHeld(ph.head, m)) {
		return
	}
	ph.from = m.start
	for ph.from > 0 && (f.l.Is(ph.from-1, lang.Cap) && f.at(ph.from-1) == nil && f.l.Has(ph.from-1, f.mod)) {
		ph.from--
	}
	if n, ok := f.numeralAt(ph.from - 1); ok && n.ordinal {
		ph.from = n.start
	}
	ph.mods += ph.head - ph.from
}

// sessionOf reports whether an English assembly told with its number is a session of
// the body that is called so: "the Seventy-fourth World Health Assembly".
func (f *eventFinder) sessionOf(ph *phrase) bool {
	return f.english() && ph.headEnd == ph.head+1 && f.actWord(ph.head, "assembly") && f.is(ph.head, lang.OrgChunk)
}

// onlySigning reports whether the signing of an English instrument is told of without a day or place
// of its own, so that it is what was done with an instrument and no event.
func (f *eventFinder) onlySigning(ph *phrase, h *happening) bool {
	return f.english() && h.place < 0 && !h.ownDate && ph.headEnd == ph.head+1 && f.actWord(ph.head, "signing") && f.l.Has(ph.headEnd, f.p.know.lists.of)
}

// setName names an event: by the words in quotation marks, else as the text
// does where that says more than the noun alone.
func (f *eventFinder) setName(h *happening, named bool) {
	ph := &h.phrase
	switch {
	case ph.quoted[1] > ph.quoted[0] && ph.quoted[1] > 0 && !f.namesWork(ph) && !f.ownersMarksKK(ph):
		h.st.Name = f.l.Slice(ph.quoted[0], ph.quoted[1])
	case f.plainVisitKK(ph):
	case ph.mods > 0 || ph.topic || named || f.english() && ph.headEnd-ph.head > 1 && !(ph.possessed && f.sameHead(h) >= 0) && h.st.Event != "meeting" && h.st.Event != "session" && h.st.Event != "visit":
		if f.lastingFirst(ph) {
			if ph.from++; ph.mods == 1 && !ph.topic && !named {
				return
			}
		}
		if f.withoutUpcoming(ph) && !named {
			return
		}
		h.st.Name = f.text(ph)
		if k := ph.headEnd + 1; f.isEdition(ph) && k < ph.to {
			if f.l.Has(k, f.article) {
				k++
			}
			h.st.Name = f.l.Slice(k, ph.to)
		}
	}
}
