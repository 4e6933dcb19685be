package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// notItsVerb reports whether a Russian verb behind an event tells of something else: the
// event is only before or after what it tells of («После форума | состоится концерт»), the
// verb takes its own event («участники форума | приняли участие в выставке») or another thing
// («принял заявки на | конкурс»), or stands in what is said («сообщил на заседании, что матч | состоится»).
func (f *eventFinder) notItsVerb(ph *phrase, d *deed, s lang.Sentence) bool {
	if !f.russian() {
		return false
	}
	if f.takesOther(ph, d, s) {
		return true
	}
	if d.start < ph.to {
		return d.end < ph.from && f.l.Plays(d.end, f.p.know.roles.takenElse) && f.l.Plays(d.start, f.p.know.roles.tookIn)
	}
	if w := f.l.Fold(d.end - 1); d.value == "attend" && (w == "в" || w == "на") || w == "принять" && f.p.foldAt(d.end) == "участие" {
		return true
	}
	for k := ph.to; k < d.start; k++ {
		if f.l.Rune(k) == ',' && f.p.foldAt(k+1) == "что" {
			return true
		}
	}
	return d.value != "attend" && f.onlyBeside(ph, s) && !f.relativeOf(ph, d)
}

// onlyBeside reports whether a Russian event is named only to say when another thing is:
// «после форума», «перед концертом», «накануне выборов».
func (f *eventFinder) onlyBeside(ph *phrase, s lang.Sentence) bool {
	from := f.measured(ph.from)
	for k := from - 1; k >= s.First && k >= from-2; k-- {
		switch f.l.Fold(k) {
		case "после", "перед", "накануне", "преддверии":
			return true
		}
		if !f.adjectival(k) {
			return false
		}
	}
	return false
}

// relativeOf reports whether a Russian verb stands in the clause behind an event that tells
// of that event: «саммит «Лима+25», который | запланирован на 2027 год».
func (f *eventFinder) relativeOf(ph *phrase, d *deed) bool {
	return f.l.Rune(ph.to) == ',' && d.start >= ph.to+2 && d.start <= ph.to+5 && strings.HasPrefix(f.p.foldAt(ph.to+1), "котор")
}

// dedicatedRU reports whether a Russian anniversary is only what another event is held
// for: «выставка, посвящённая 95-летию театра | и 90-летию музея».
func (f *eventFinder) dedicatedRU(ph *phrase, s lang.Sentence) bool {
	if !f.russian() || ph.kind() != "anniversary" {
		return false
	}
	for k := ph.from - 1; k >= s.First && k > ph.from-dedicationReach; k-- {
		w := f.l.Fold(k)
		if strings.HasPrefix(w, "посвящен") || strings.HasPrefix(w, "приурочен") {
			return true
		}
		if r := f.l.Rune(k); r == ',' || r == ';' || f.deedAt(k) {
			return false
		}
	}
	return false
}

// dedicationReach is how many words the anniversaries have that one event is held for.
const dedicationReach = 14

// thatWas reports whether a Russian sentence says by «это» what the event told before was:
// «Это была встреча учёных».
func (f *eventFinder) thatWas(ph *phrase, s lang.Sentence) bool {
	if !f.russian() || s.First == 0 || f.l.Fold(s.First) != "это" {
		return false
	}
	switch f.p.foldAt(s.First + 1) {
	case "был", "была", "было", "были":
		return ph.from > s.First+1 && !f.commaBetween(s.First, ph.from)
	}
	return false
}

// ordered reports whether a Russian event is what a decree or an agreement orders, so that
// it is still to come: «подписал распоряжение о проведении форума в Осло».
func (f *eventFinder) ordered(ph *phrase) bool {
	k := ph.from - 1
	return f.russian() && k > 2 && f.l.Fold(k) == "проведении" && f.l.Fold(k-1) == "о" && f.l.Has(k-2, f.p.know.lists.instrumentNoun)
}

// takesOther reports whether a Russian verb beside an event takes or tells something else:
// what somebody said («директор отметил, что на | выставке …»), what is held about the event
// («по | выставке проведут экскурсию»), what the one does who has it in his title («проведёт
// куратор | экспозиции»), or another one in a clause behind («турнир, где | пройдут игры»).
func (f *eventFinder) takesOther(ph *phrase, d *deed, s lang.Sentence) bool {
	if f.l.Rune(d.end) == ',' && f.p.foldAt(d.end+1) == "что" && !f.opens(ph) && (d.value == "host" || d.value == "attend") {
		return true
	}
	before := ""
	if ph.from > s.First {
		before = f.l.Fold(ph.from - 1)
	}
	if d.value == "host" && (before == "по" || len(f.p.covering(lang.TitleChunk, ph.head)) > 0) {
		return true
	}
	if d.start < ph.to {
		return f.whichClauseAt(d.start, d.end, ph, s)
	}
	if f.ofNounBehind(ph, d) {
		return true
	}
	for k := ph.to; k < d.start; k++ {
		if f.l.Rune(k) == ',' && (f.p.foldAt(k+1) == "где" || strings.HasPrefix(f.p.foldAt(k+2), "котор") && f.l.Has(k+1, f.in)) {
			return f.nounBetween(k+1, d.start) || f.nounBetween(d.end, min(s.Last, d.end+eventReach))
		}
	}
	return false
}

// ofNounBehind reports whether a Russian participle in an oblique case stands before the noun
// it belongs to, well behind an event: «на | встрече обсудили детали запланированного дела».
func (f *eventFinder) ofNounBehind(ph *phrase, d *deed) bool {
	if d.end != d.start+1 || d.start < ph.to+2 || f.l.Rune(d.start-1) == ',' || !f.l.Is(d.end, lang.Lower) || f.l.Has(d.end, f.npstop) || f.at(d.end) != nil {
		return false
	}
	w := f.l.Fold(d.start)
	return strings.HasSuffix(w, "ного") || strings.HasSuffix(w, "ному") || strings.HasSuffix(w, "ным") || strings.HasSuffix(w, "ных") || strings.HasSuffix(w, "ными")
}

// opens reports whether somebody opens or closes a Russian event by a gerund before it:
// «Открывая | форум, министр отметил, что …».
func (f *eventFinder) opens(ph *phrase) bool {
	if ph.from == 0 {
		return false
	}
	w := f.l.Fold(ph.from - 1)
	return strings.HasSuffix(w, "ая") && (strings.HasPrefix(w, "откры") || strings.HasPrefix(w, "закры") || strings.HasPrefix(w, "заверш") || strings.HasPrefix(w, "начин"))
}

// eventReach is how many words behind a Russian verb in a clause the event may stand that
// the verb tells of.
const eventReach = 5

// viewed reports whether somebody only looks at the show of a museum, which is there always:
// «гости ознакомились с | экспозицией музея».
func (f *eventFinder) viewed(ph *phrase, d *deed) bool {
	return f.russian() && d.value == "attend" && ph.quoted[1] == 0 && strings.HasPrefix(f.l.Fold(ph.head), "экспозици")
}

// awaitedIn reports whether a bare Russian event is only in the course of which a signing is
// awaited: «в рамках | встречи ожидается подписание».
func (f *eventFinder) awaitedIn(ph *phrase, d *deed) bool {
	if !f.russian() || ph.mods > 0 || ph.topic || ph.quoted[1] > 0 || d.mood != "planned" || d.start < ph.to || ph.from == 0 {
		return false
	}
	switch f.l.Fold(ph.from - 1) {
	case "рамках", "ходе", "итогам":
		return f.signingFrom(d.end)
	}
	return false
}

// inWhereClause reports whether a Russian date or place behind an event is told of another
// thing in a clause with «где»: «турнир на стадионе, где | в мае пройдут игры».
func (f *eventFinder) inWhereClause(m *mention, ph *phrase) bool {
	if !f.russian() {
		return false
	}
	for k := ph.to; k < m.start; k++ {
		if f.l.Rune(k) == ',' && f.p.foldAt(k+1) == "где" {
			return true
		}
	}
	return false
}

// signingFrom reports whether a Russian signing stands right behind token k: «ожидается |
// (скорое) подписание».
func (f *eventFinder) signingFrom(k int) bool {
	for i := k; i < k+3; i++ {
		if w := f.p.foldAt(i); strings.HasPrefix(w, "подписани") || strings.HasPrefix(w, "приняти") || strings.HasPrefix(w, "обсуждени") {
			return true
		}
	}
	return false
}

// lifeYears reports whether a Russian date stands in the brackets right behind a person, whose
// life it tells: «работы Петра Громова (| 1932–2014)».
func (f *eventFinder) lifeYears(m *mention) bool {
	return f.russian() && m.start > 1 && f.l.Rune(m.start-1) == '(' && f.is(m.start-2, lang.PersonChunk)
}

// opensForVerbRU gives how far a date is from a Russian event where it would be too far, but
// opens the sentence, the verb of the event being the first one behind it: «25 февраля в
// министерстве под председательством X … | состоялось заседание».
func (f *eventFinder) opensForVerbRU(far int, m *mention, ph *phrase, s lang.Sentence) int {
	if far < 22 || m.start > s.First+1 && m.start != f.p.datelineOf(s) || len(m.date.String()) < len("2006-01-02") {
		return far
	}
	const reach = 60
	for k := m.end; k < ph.from; k++ {
		if r := f.l.Rune(k); k > m.end+reach || r == ';' || r == ':' || f.is(k, lang.DateChunk) || f.l.Has(k, f.noun) && !f.is(k, lang.OrgChunk) {
			return far
		}
		if f.deedAt(k) && k+4 < ph.from || f.l.Is(k, lang.Lower) && f.at(k) == nil && f.finite(k) && !f.deedAt(k) {
			return far
		}
	}
	return 21
}

// cutAgent leaves out of the name of a Russian event who does what the sentence tells, in the
// instrumental right behind its noun: «в рамках форума | делегацией края было подписано».
func (f *eventFinder) cutAgent(ph *phrase) {
	if !f.russian() || ph.quoted[1] > 0 {
		return
	}
	for k := ph.headEnd; k < ph.to; k++ {
		if f.l.Has(k, f.npstop) || f.l.Has(k, f.topic) || isQuote(f.l.Rune(k)) {
			return
		}
		if f.l.Is(k, lang.Lower) && strings.HasSuffix(f.l.Fold(k), "цией") {
			ph.to, ph.topic = k, k > ph.headEnd && ph.topic
			return
		}
	}
}

// relativeBehind gives the verb of the clause with «который» right behind a Russian event; nil
// where none stands there.
func (f *eventFinder) relativeBehind(ph *phrase) *deed {
	for k := range f.deeds {
		if d := &f.deeds[k]; !d.own() && f.relativeOf(ph, d) {
			return d
		}
	}
	return nil
}
