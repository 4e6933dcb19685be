package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// dayLong is how long a date of one day is as it is written: "2006-01-02".
const dayLong = len("2006-01-02")

// daysInRow gives an English date all of the days that "and" joins to it, where each is the
// day after the one before: "on Tuesday | and Wednesday" is two days, "on Monday and Friday"
// stays the first.
func (f *eventFinder) daysInRow(m *mention) value.Date {
	first := m.date.String()
	if !f.english() || len(first) != dayLong {
		return m.date
	}
	last, end := m.date, m.end
	for {
		k := end
		for f.l.Rune(k) == ',' || f.joins(k) || k > end && f.l.Plays(k, f.p.know.roles.onTime) {
			k++
		}
		next := f.at(k)
		if k == end || next == nil || next.class != lang.DateChunk || next.start != k || len(next.date.String()) != dayLong {
			break
		}
		_, hi := last.Bounds()
		if lo, _ := next.date.Bounds(); lo != hi+1 {
			break
		}
		last, end = next.date, next.end
	}
	if end == m.end {
		return m.date
	}
	both, err := value.ParseDate(first + "/" + last.String())
	if err != nil {
		return m.date
	}
	return both
}

// spacedDays leaves out of an English phrase how long the event lasts, written without
// hyphens: "the four day | exhibition" is the exhibition, whose number stands outside.
func (f *eventFinder) spacedDays(ph *phrase) {
	if !f.english() || ph.mods == 0 || ph.from < 1 || ph.from >= ph.head || !f.l.Is(ph.from, lang.Lower) || !f.l.Has(ph.from, f.p.know.lists.timeUnit) {
		return
	}
	from := 0
	for k := ph.from - 1; k >= 0 && k >= ph.from-3; k-- {
		if n, ok := f.p.numberAt(k); ok && n.end == ph.from && !n.ordinal {
			from = k
		}
	}
	if from == 0 {
		return
	}
	ph.from, ph.mods = ph.from+1, ph.mods-1
	ph.definite = f.l.Plays(from-1, f.p.know.roles.the)
}

// saysNothing reports whether the words before the noun of an English event only say how long,
// how often or how widely it is held, so that they tell it from no other of its kind:
// "the international expo", "the ten-day competition", but not "the youth forum".
func (f *eventFinder) saysNothing(ph *phrase) bool {
	if !f.english() || ph.mods == 0 || ph.topic || ph.quoted[1] > 0 || ph.from >= ph.head {
		return false
	}
	for k := ph.from; k < ph.head; k++ {
		if n, ok := f.p.numberAt(k); ok && !n.ordinal && n.end+1 < ph.head && f.l.Rune(n.end) == '-' && f.l.Has(n.end+1, f.p.know.lists.timeUnit) {
			k = n.end + 1
			continue
		}
		if !f.l.Plays(k, f.p.know.roles.plainEvent) && !(f.l.Rune(k) == '-' && f.l.Is(k, lang.Glued)) {
			return false
		}
	}
	return true
}

// takenUp reports whether an English event with the article, of which its words say nothing of
// its own, is the one of its kind told last, and gives what is said here to that one: "The 4th
// Asian Rowing Championship began in Osh. … are taking part in the continental | championship".
func (f *eventFinder) takenUp(w *weighing) bool {
	ph, h := w.ph, &w.happening
	if !ph.definite || h.other || h.st.Edition > 0 || h.beside || w.mood == "denied" || !f.saysNothing(ph) {
		return false
	}
	switch h.st.Event {
	case "conference", "festival", "exhibition", "competition", "camp":
	default:
		if f.sameHead(h) < 0 {
			return false
		}
	}
	for i := len(f.happenings) - 1; i >= 0; i-- {
		o := &f.happenings[i]
		if o.st.Event != h.st.Event {
			continue
		}
		if o.phrase.entry == nil || o.st.Time == "denied" || o.ownDate && h.ownDate && !o.date.Overlaps(h.date) || o.place >= 0 && h.place >= 0 && o.place != h.place && !f.isCountry(o.place) && !f.isCountry(h.place) || f.yearAhead(o, h) || f.goneByThen(o, h) || f.notYet(o, h) || f.lastYears(o, h) {
			return false
		}
		f.fill(o, h)
		return true
	}
	return false
}

// behindYear gives the token behind the year of an English name and behind the "which" of an
// aside that says more of it: "the Lakes Games 2024, which | will be held"; the token itself
// where none stands there.
func (f *eventFinder) behindYear(i int) int {
	if !f.english() {
		return i
	}
	if m := f.at(i); m != nil && m.class == lang.DateChunk && m.start == i && m.end == i+1 && len(m.date.String()) == len("2006") {
		i++
	}
	if f.l.Rune(i) == ',' && f.l.Plays(i+1, f.p.know.roles.thatThing) {
		i += 2
	}
	return i
}

// heldByBody reports whether an English body whose name ends with the noun of an event at token i
// is that event, since another body holds its own: "the union held its 2018 Ordinary | Congress",
// "Federation holds 10th Annual General | Assembly".
func (f *eventFinder) heldByBody(i int, m *mention) bool {
	if !f.english() || m.end != i+1 || m.end-m.start < 2 {
		return false
	}
	k, own := m.start-1, f.isNumeral(m.start)
	if o := f.at(k); o != nil && o.class == lang.DateChunk && o.end-o.start == 1 {
		k--
	}
	for f.isNumeral(k) || f.l.Has(k, f.poss) {
		k, own = k-1, true
	}
	if !own || k < 1 {
		return false
	}
	for j := range f.deeds {
		if d := &f.deeds[j]; !d.own() && d.start <= k && k < d.end && (d.value == "host" || d.rule.Name == "event.holds") {
			return true
		}
	}
	return false
}

// ofOwnName reports whether an English body is named in the name of the event itself, or is its
// short name behind it, or in somebody's title, so that it does not hold it: "the 12th Film
// Festival of Osh (FFO)", "Lakes Union | President X paid a visit".
func (f *eventFinder) ofOwnName(m *mention, ph *phrase) bool {
	if !f.english() {
		return false
	}
	if k := f.beforeBody(m.start - 1); f.l.Plays(k, f.p.know.roles.forWhat) && k > ph.to { // a test organised for the | Lakes Union
		return true
	}
	for k := ph.to; k+1 < m.start; k++ { // a fair dedicated to the opening of the | Lakes Centre
		if f.l.Plays(k, f.p.know.roles.heldUnder) && f.l.Plays(k+1, f.p.know.roles.to) && !f.commaBetween(k, m.start) {
			return true
		}
	}
	if c, ok := f.l.Chunk(m.end, f.officenoun); ok && f.is(int(c.End), lang.PersonChunk) {
		return true
	}
	for k := ph.from; k < ph.to; k++ {
		if o := f.at(k); o != nil && o.class == lang.OrgChunk && o.entity == m.entity && (o.start <= ph.head && ph.head < o.end || m.start >= ph.to) {
			return true
		}
	}
	return false
}

// calledOnOther reports whether an English courtesy call is on somebody who was not at the meeting
// that a verb tells elsewhere: "X will meet the leaders. … a courtesy | call on President Y".
func (f *eventFinder) calledOnOther(o, h *happening) bool {
	if !f.english() || h.st.Event != "meeting" || o.phrase.entry != nil || h.phrase.entry == nil || o.s == h.s || len(o.who) == 0 || len(h.who) == 0 {
		return false
	}
	if h.phrase.headEnd-h.phrase.head != 2 || !f.l.Plays(h.phrase.headEnd, f.p.know.roles.on) { // a courtesy call | on
		return false
	}
	return otherPartners(f.personsOf(o.who), f.personsOf(h.who))
}

// sameTime reports whether a date c steps away, direct from the noun alone, only says less or more
// of when an event is than the one found before, and gives the one that says most: "Next year's
// fair will run from | 6 to 9 May", "left on 8 May for a visit from | 8 to 14 May", "From 3 to 13
// May, the Student Exhibition | 2021"; near tells that it stands beside the event.
func (f *eventFinder) sameTime(best value.Date, m *mention, c, direct int) (day value.Date, near, same bool) {
	const farthest, beside = 22, 3
	had, now := best.String(), m.date.String()
	switch {
	case had == "":
		return best, false, false
	case len(had) == len("2006") && c < farthest && len(now) > len("2006") && strings.HasPrefix(now, had):
		return m.date, true, true
	case !f.english():
		return best, false, false
	case len(now) == len("2006") && len(had) > len("2006") && strings.HasPrefix(had, now):
		return best, direct <= beside, true
	case f.firstOf(best, m.date):
		return m.date, false, true
	}
	return best, false, f.firstOf(m.date, best)
}

// fewDays is how many days what lasts them has at most to be one event.
const fewDays = 60

// firstOf reports whether a date is the first day of several: 8 May of 8 to 14 May.
func (f *eventFinder) firstOf(one, several value.Date) bool {
	if len(one.String()) != dayLong || !strings.Contains(several.String(), "/") {
		return false
	}
	day, _ := one.Bounds()
	first, last := several.Bounds()
	return first == day && last-first < fewDays
}

// allDays reports whether a later English mention tells all the days of an event of which the day
// it opens was told, or the eve of them: "will be inaugurated today. … The exhibition will be held
// between 17 and 20 November".
func (f *eventFinder) allDays(o, h *happening) bool {
	if !f.english() || !o.ownDate || !h.ownDate || len(o.date.String()) != dayLong || !strings.Contains(h.date.String(), "/") {
		return false
	}
	day, _ := o.date.Bounds()
	first, last := h.date.Bounds()
	return last-first < fewDays && (first == day || first == day+1)
}

// heldBehindName gives the token at which "was held" or the like stands behind the words that go
// on with the name of an English assembly: "the Assembly of the Coalition | against Racism and Hate
// | was held"; the token itself where other words stand there.
func (f *eventFinder) heldBehindName(i int) int {
	const reach = 10
	for k := i; k < i+reach; k++ {
		for j := range f.deeds {
			if d := &f.deeds[j]; d.start == k {
				if d.rule.Name == "event.held" {
					return k
				}
				return i
			}
		}
		if f.verbBehind(k) || f.l.Has(k, f.p.know.lists.auxVerb) || f.l.Rune(k) == '.' || f.l.Rune(k) == ';' || f.is(k, lang.DateChunk) || f.is(k, lang.PersonChunk) {
			return i
		}
	}
	return i
}
