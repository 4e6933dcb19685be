package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// visitReach is how many words the visitor's offices and name may take between the
// noun of an English visit and where it leads: "the visit of the President of the
// Republic of Chile X | to Peru".
const visitReach = 20

// visitOf gives the place that an English visit of somebody leads to, told in one
// phrase: "as a result of the state visit of President X to Peru"; -1 where it is not
// told so.
func (f *eventFinder) visitOf(ph *phrase, s lang.Sentence) int {
	if !f.english() || ph.kind() != "visit" {
		return -1
	}
	if m := f.at(ph.headEnd + 1); m != nil && m.class == lang.PlaceChunk && m.start == ph.headEnd+1 && f.l.Has(ph.headEnd, f.in) && f.l.Has(m.end, f.p.know.lists.of) && len(f.personsFrom(m.end+1, s)) > 0 {
		return m.entity // the state visit to Peru of President X
	}
	if !f.l.Has(ph.headEnd, f.p.know.lists.of) && !f.l.Has(ph.headEnd, f.p.know.lists.partyBy) {
		return -1
	}
	person := false
	for k := ph.headEnd + 1; k+1 < s.Last && k < ph.headEnd+visitReach; k++ {
		m := f.at(k)
		switch {
		case m != nil:
			person = person || m.class == lang.PersonChunk
			k = max(k, m.end-1)
			continue
		case f.l.Has(k, f.officenoun): // the visit of the Secretary General to Peru
			person = true
		case f.l.Rune(k) == ';' || f.l.Rune(k) == ':' || f.clauseAt(k) || f.deedAt(k) || f.verbBehind(k):
			return -1
		}
		if !person || f.l.Toks[k].End-f.l.Toks[k].Start != 2 || f.l.Fold(k) != "to" {
			continue
		}
		if k++; f.l.Has(k, f.article) {
			k++
		}
		if m := f.at(k); m != nil && m.class == lang.PlaceChunk && m.entity >= 0 {
			return m.entity
		}
		return -1
	}
	return -1
}

// betweenSides reports whether English talks are told by those they are between: "the
// talks between the Chilean and Peruvian leaders".
func (f *eventFinder) betweenSides(ph *phrase, s lang.Sentence) bool {
	if !f.english() || ph.kind() != "meeting" || !f.leading(ph) || !f.l.Has(ph.to, f.p.know.lists.partyBetween) {
		return false
	}
	for k := ph.to + 1; k < s.Last && k < ph.to+9; k++ {
		if f.joins(k) {
			return true
		}
		if f.l.Is(k, lang.Punct) || f.verbBehind(k) {
			return false
		}
	}
	return false
}

// sinceFounded reports whether a date stands in an English aside behind the noun of an
// event that tells who once began it: "the festival, founded in 2017 by the union, …".
func (f *eventFinder) sinceFounded(m *mention, ph *phrase) bool {
	if !f.english() || f.l.Rune(ph.to) != ',' || m.start <= ph.to+1 || m.start > ph.to+12 {
		return false
	}
	k := ph.to + 1
	if f.l.Has(k, f.p.know.lists.pastWord) || f.l.Plays(k, f.p.know.roles.beforeBy) {
		k++
	}
	return f.l.Plays(k, f.p.know.roles.beganOnce) && !f.commaBetween(k, m.start)
}

// foundedThen reports whether an English date only says since when a body or a place is
// there that a comma parts from it: "visited the institute, founded in | 1995, and".
func (f *eventFinder) foundedThen(m *mention) bool {
	if !f.english() || m.start < 4 || !f.l.Has(m.start-1, f.in) {
		return false
	}
	if c := f.p.know.lists.sinceWord; f.l.Has(m.start-3, c) || f.l.Has(m.start-4, c) { // her third visit since taking office in | 2020
		return true
	}
	return f.l.Plays(m.start-2, f.p.know.roles.beganOnce) && f.l.Rune(m.start-3) == ',' && f.at(m.start-4) != nil
}

// baseYear reports whether a year only says what an English anniversary counts from: "the
// 50th anniversary of the signing of the treaty in 1973".
func (f *eventFinder) baseYear(m *mention, ph *phrase) bool {
	if !f.english() || ph.kind() != "anniversary" || m.start < ph.headEnd {
		return false
	}
	n := f.edition(ph)
	day, ok := m.date.First()
	pub, known := f.p.doc.opt.Published.First()
	if n == 0 || !ok || !known {
		return false
	}
	gone := pub.Year() - day.Year()
	return gone >= n-1 && gone <= n+1 && n > 1
}

// plansAt reports whether an English infinitive at token k speaks of what is still to
// come: "met to | prepare the festival".
func (f *eventFinder) plansAt(k int) bool {
	return k > 0 && f.l.Plays(k, f.p.know.roles.plansFor) && f.l.Has(k-1, f.p.know.lists.partyTo)
}

// runsUpTo reports whether the "to" of what leads up to an event stands at English token k:
// "met in the lead up | to the summit".
func (f *eventFinder) runsUpTo(k int) bool {
	if k < 3 || !f.l.Has(k, f.p.know.lists.partyTo) || f.l.Fold(k-1) != "up" {
		return false
	}
	if k -= 2; f.l.Rune(k) == '-' { // the run-up
		k--
	}
	return f.l.Plays(k, f.p.know.roles.leadsUp)
}

// planned reports whether an English event is only what others prepare or meet ahead of,
// so that the day and place before it are theirs: "met in Osh to prepare the festival".
func (f *eventFinder) planned(ph *phrase) bool {
	k := ph.from - 1
	for k > 0 && (f.l.Has(k, f.article) || f.l.Has(k, f.p.know.lists.phraseOne) || f.l.Has(k, f.poss)) {
		k--
	}
	return f.english() && k > 1 && (f.plansAt(k) || f.runsUpTo(k) || f.l.Plays(k-1, f.p.know.roles.aheadOf) || f.actWord(k, "before") && !f.l.Has(k-1, f.p.know.lists.timeUnit))
}

// ofNoun reports whether an English date is that of another event by its "of": "signed up
// for the fair of 10 October".
func (f *eventFinder) ofNoun(m *mention, ph *phrase) bool {
	k := m.start - 2
	return f.english() && m.class == lang.DateChunk && k >= 0 && f.l.Has(k+1, f.p.know.lists.of) && f.l.Has(k, f.noun) && (k < ph.from || k >= ph.to) && !f.is(k, lang.DateChunk)
}

// boundBy gives the English verb that tells of an event as the beginning or the end of
// another: "the fair closes on Monday with an awards ceremony"; nil where none does.
func (f *eventFinder) boundBy(ph *phrase, s lang.Sentence) *deed {
	k := ph.from - 2
	if !f.english() || k <= s.First || !f.l.Has(ph.from-1, f.p.know.lists.phraseOne) || !f.l.Has(k, f.p.know.lists.partyWith) && !f.l.Has(k, f.in) {
		return nil
	}
	for i := range f.deeds {
		d := &f.deeds[i]
		if d.own() || d.end > k || d.end < k-8 || !f.l.Plays(d.end-1, f.p.know.roles.bounds) {
			continue
		}
		for j := d.end; j < k; j++ {
			if f.l.Is(j, lang.Punct) || f.joins(j) || f.clauseAt(j) || f.l.Has(j, f.noun) && !f.skip(j) {
				return nil
			}
		}
		return d
	}
	return nil
}

// onIsland reports whether an English place is an island on which something is.
func (g *ground) onIsland(m *mention) bool {
	if !g.english() || m.start == 0 || !g.l.Plays(m.start-1, g.p.know.roles.onTime) {
		return false
	}
	return g.l.Plays(m.end-1, g.p.know.roles.island) || g.l.Plays(m.start, g.p.know.roles.island)
}

// embassyIn reports whether an English place before the verb only says where the body
// that acts is: "the embassy in Guyana | launched a festival in Georgetown".
func (f *eventFinder) embassyIn(m *mention, d *deed) bool {
	if !f.english() || d == nil || m.end > d.start || m.start < 2 || !f.l.Has(m.start-1, f.in) {
		return false
	}
	return f.is(m.start-2, lang.OrgChunk) || m.start-2 > 0 && f.l.Is(m.start-2, lang.Cap) && f.at(m.start-2) == nil || f.l.Has(m.start-2, f.p.know.lists.bodyNoun) || f.l.Plays(m.start-2, f.p.know.roles.missionNoun)
}

// onlyUpcoming reports whether all that stands before the noun of an English event is that
// it lies ahead: "the upcoming summit".
func (f *eventFinder) onlyUpcoming(ph *phrase) bool {
	return f.english() && ph.from == ph.head-1 && f.l.Plays(ph.from, f.p.know.roles.upcoming)
}

// ofMission reports whether an English place only says where a mission is that acts:
// "sponsored by the embassy in Slovakia", but "held at the embassy in Lima" and
// "opened the consulate in Split".
func (g *ground) ofMission(m *mention) bool {
	if !g.english() || m.start < 3 || !g.l.Has(m.start-1, g.in) || !g.l.Plays(m.start-2, g.p.know.roles.missionNoun) {
		return false
	}
	for k := m.start - 3; k >= 0 && k >= m.start-7 && g.l.Is(k, lang.Word); k-- {
		if g.l.Has(k, g.p.know.lists.partyBy) {
			return true
		}
		if k > 0 && g.l.Plays(k, g.p.know.roles.to) && g.l.Fold(k-1) == "according" {
			return true
		}
		if g.l.Has(k, g.in) || g.verbBehind(k) {
			return false
		}
	}
	return true
}

// venue reports whether an English body only tells where something is, behind "at" or "held
// in": "the union held a fair at the | University of Osh", "was held in the | Senate".
func (f *eventFinder) venue(m *mention) bool {
	k := m.start - 1
	for k > 0 && (f.l.Has(k, f.article) || f.l.Has(k, f.mod)) {
		k--
	}
	return f.english() && k > 0 && (f.l.Plays(k, f.p.know.roles.at) || f.l.Plays(k, f.p.know.roles.in) && f.l.Has(k-1, f.p.know.lists.eventDone))
}

// onlyTells reports whether an English person is not there: he only tells of an event,
// behind the "according to" that opens the sentence, or something is set up for him.
func (f *eventFinder) onlyTells(m *mention) bool {
	if k := m.start - 1; k > 0 && (f.l.Plays(k, f.p.know.roles.to) || f.l.Has(k, f.p.know.lists.of)) && f.l.Plays(k-1, f.p.know.roles.memorial) {
		return true
	}
	s := f.p.sentenceOf(m.start)
	if m.start < s.First+2 || m.start > s.First+14 || f.l.Toks[s.First].End-f.l.Toks[s.First].Start != 9 || f.l.Fold(s.First) != "according" {
		return false
	}
	for k := s.First + 2; k < m.start; k++ {
		if f.verbBehind(k) || f.l.Has(k, f.p.know.lists.auxVerb) {
			return false
		}
	}
	return true
}

// alsoMet gives the English meeting on a further day that "and" adds with others who
// were met, and takes these from the first: "met the mayor, Marc Petit, on Monday and
// the governor, Anne Roy, on Tuesday".
func (f *eventFinder) alsoMet(h *happening, d *deed, s lang.Sentence) (next happening, ok bool) {
	if !f.english() || h.st.Event != "meeting" || !h.ownDate {
		return next, false
	}
	from, to := f.addedDay(h, d, s)
	if from < 0 {
		return next, false
	}
	met := f.personsFound(from, to)
	if len(met) == 0 && !f.hasAny(f.officenoun, from, to) {
		return next, false
	}
	next = *h
	next.date, next.place, next.who = f.at(to).date, -1, nil
	if first := f.personsFound(s.First, max(d.start, d.who[1])); len(first) > 0 && slices.Contains(h.who, first[0]) {
		next.who = first[:1:1]
	} else if len(h.who) > 0 && len(first) == 0 && f.l.Plays(d.start, f.p.know.roles.heShe) {
		next.who = h.who[:1:1]
	}
	next.who = append(next.who, met...)
	h.who = slices.DeleteFunc(h.who, func(e int) bool { return slices.Contains(met, e) })
	return next, true
}

// addedDay gives the tokens between the "and" behind the day of an English meeting and
// a further day, no verb, mark of a clause or noun of an event between; -1 for none.
func (f *eventFinder) addedDay(h *happening, d *deed, s lang.Sentence) (from, to int) {
	for i := d.start; i < s.Last; i++ {
		m := f.at(i)
		switch {
		case from == 0 && m != nil && m.class == lang.DateChunk && m.date == h.date && f.joins(m.end):
			from, i = m.end+1, m.end
		case from == 0 && i > d.end+12:
			return -1, -1
		case from == 0:
		case m != nil && m.class == lang.DateChunk && m.start == i:
			if m.date.IsZero() || m.date == h.date {
				return -1, -1
			}
			return from, i
		case i > from+14 || f.verbBehind(i) || i >= d.end && f.deedAt(i) || f.clauseAt(i) || f.l.Has(i, f.noun) || f.l.Has(i, f.p.know.lists.auxVerb) || f.l.Rune(i) == ';':
			return -1, -1
		}
	}
	return -1, -1
}

// hasAny reports whether a word of a class begins among tokens.
func (f *eventFinder) hasAny(c lang.Class, from, to int) bool {
	for i := from; i < to; i++ {
		if f.l.Has(i, c) {
			return true
		}
	}
	return false
}

// exerciseName takes the name that stands behind the noun of an English exercise:
// "Exercise Northern Shield".
func (f *eventFinder) exerciseName(ph *phrase, s lang.Sentence) {
	if !f.english() || ph.headEnd != ph.head+1 || ph.to != ph.headEnd || !f.actWord(ph.head, "exercise") {
		return
	}
	low := !f.l.Is(ph.head, lang.Cap)
	for k := ph.to; k < s.Last && k < ph.head+5 && f.l.Is(k, lang.Cap) && !f.is(k, lang.DateChunk) && !(low && f.is(k, lang.PersonChunk)); k++ {
		ph.to = k + 1
	}
	if ph.to > ph.headEnd {
		ph.topic = true
	}
}

// onlyMentioned reports whether an English event is only what somebody speaks about or what
// something comes from, so that those of the sentence are not told to be there: "briefed them
// on results from the | summit".
func (f *eventFinder) onlyMentioned(w *weighing) bool {
	k := w.ph.from - 1
	if f.english() && k > 0 && f.l.Has(k, f.article) {
		k--
	}
	return f.english() && w.d == nil && k > 0 && f.l.Plays(k, f.p.know.roles.spanFrom)
}

// eversince reports whether a date only says from when on an event is counted:
// "the first summit since 2019 will open in May". Only English.
func (f *eventFinder) eversince(m *mention, ph *phrase) bool {
	if f.headLast {
		return f.l.Fold(m.end) == "бергі" || f.l.Fold(m.end-1) == "бергі"
	}
	if !f.english() || m.start <= ph.from {
		return false
	}
	for k := m.start - 2; k >= ph.to && k > m.start-6; k-- { // his first visit since his election in 2015
		if f.l.Is(k, lang.Punct) || f.verbBehind(k) {
			break
		}
		if f.l.Has(k, f.p.know.lists.sinceWord) {
			return f.l.Has(m.start-1, f.in)
		}
	}
	return f.l.Has(m.start-1, f.p.know.lists.sinceWord) && (m.start-1 == ph.to || f.edition(ph) > 0)
}

// onVisit reports whether the English noun at token i is that of a visit, in the course of
// which somebody is met: "X met Y during his | visit to Osh" is both.
func (f *eventFinder) onVisit(i int) bool {
	c, ok := f.l.Chunk(i, f.noun)
	if !ok || !f.english() {
		return false
	}
	kind, _, _ := strings.Cut(f.l.Entry(c).Value, " ")
	return kind == "visit" || f.l.Fold(i) == "course" && f.l.Has(i+1, f.p.know.lists.of) // in the | course of
}

// inRelative reports whether a rule tells an English event in a clause about the subject of
// what another rule tells, which runs on behind it: "X, who | is on a visit to Osh, met Y".
func (g *ground) inRelative(in, out *deed) bool {
	return g.english() && in.own() && out.own() && out.start < in.start && in.end < out.end && g.l.Plays(in.start-1, g.p.know.roles.whoWhose)
}
