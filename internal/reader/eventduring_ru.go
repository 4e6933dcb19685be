package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// programmeYears reports whether a Russian span of years, or a year behind what is made
// for it, says for how long something is made, and not when an event is: «программа на
// 2019–2023 годы», «съезд принял план на 2030 год».
func (f *eventFinder) programmeYears(m *mention) bool {
	v := m.date.String()
	if !f.russian() || f.p.foldAt(m.start-1) != "на" {
		return false
	}
	return len(v) == 9 && v[4] == '/' || (len(v) == 4 || partOfYear(v)) && m.start > 1 && f.l.Is(m.start-2, lang.Lower) && f.l.Has(m.start-2, f.p.know.lists.instrumentNoun)
}

// during reports whether a Russian event is that in the course of which the sentence
// tells of something: «в ходе встречи», «во время разговора».
func (f *eventFinder) during(ph *phrase, s lang.Sentence) bool {
	if !f.russian() || ph.from < s.First+2 {
		return false
	}
	switch f.l.Fold(ph.from - 1) {
	case "ходе", "время":
		return true
	}
	return false
}

// ofWhatHappened reports whether a Russian place stands behind the verb that tells what
// was said or done in the course of talks, or at them, and is not theirs: «на
// переговорах министр отметил рост торговли в Азии».
func (f *eventFinder) ofWhatHappened(m *mention, ph *phrase, s lang.Sentence) bool {
	if !f.russian() || m.start < ph.to || ph.kind() == "visit" || !f.during(ph, s) && !f.leading(ph) {
		return false
	}
	for k := ph.to; k < m.start; k++ {
		if f.l.Is(k, lang.Lower) && f.at(k) == nil && f.pastVerb(k) {
			return true
		}
	}
	return false
}

// postedTo reports whether a Russian place behind «в» is only where somebody serves:
// «совещание с участием послов нашей страны в России».
func (g *ground) postedTo(m *mention) bool {
	if !g.russian() || m.start < 2 || !g.l.Has(m.start-1, g.in) {
		return false
	}
	for k := m.start - 2; k >= 0 && k >= m.start-6; k-- {
		if g.l.Plays(k, g.p.know.roles.missionNoun) {
			return true
		}
		if g.l.Is(k, lang.Punct) || g.at(k) == nil && (!g.l.Is(k, lang.Lower) || g.finite(k) || g.l.Has(k, g.npstop)) {
			return false
		}
	}
	return false
}

// onlyAbout reports whether a Russian event stands in the genitive behind what is done
// with it or who made it, of which the verb tells: «победители | конкурса посетили».
func (f *eventFinder) onlyAbout(ph *phrase, d *deed) bool {
	return f.russian() && ph.from > 0 && d.start >= ph.to && f.l.Plays(ph.from-1, f.p.know.roles.aboutEvent) && !f.commaBetween(ph.to, d.start)
}

// ofWhich reports whether the verb behind an event in the course of which something is
// told stands in a clause that tells of another thing: «в ходе встречи обсудили визит,
// который запланирован на июнь».
func (f *eventFinder) ofWhich(ph *phrase, d *deed, s lang.Sentence) bool {
	if d.start < ph.to || !f.during(ph, s) {
		return false
	}
	told := false // «в ходе визита, который прошёл» is that event itself
	for k := ph.to + 1; k < d.start; k++ {
		told = told || f.l.Is(k, lang.Lower) && f.p.know.endings.finitePast.end(f.l.Fold(k), 3)
		if told && f.l.Rune(k-1) == ',' && f.l.Plays(k, f.p.know.roles.relative) {
			return true
		}
	}
	return false
}

// goneBy sets right that what somebody planned in the course of an event on a day
// before the text, or agreed on there, makes that event no planned one: «4 мая в ходе
// разговора пригласил посетить Чили с визитом», «в ходе встречи договорились открыть
// школу».
func (f *eventFinder) goneBy(w *weighing) {
	if w.mood != "planned" || !f.russian() {
		return
	}
	if !w.ownDate && f.during(w.ph, w.sentence) && f.agreedBehind(w.ph.to, w.sentence) {
		w.mood = "past"
		return
	}
	if !w.ownDate || f.p.doc.opt.Published.IsZero() {
		return
	}
	_, hi := w.date.Bounds()
	if lo, _ := f.p.doc.opt.Published.Bounds(); hi >= lo {
		return
	}
	if f.during(w.ph, w.sentence) || f.preparedThen(w) || f.leading(w.ph) && f.agreedBehind(w.ph.to, w.sentence) {
		w.mood = "past"
	} else if f.ofAgreeing(w) {
		w.date, w.ownDate, w.near = value.Date{}, false, false
	}
}

// preparedThen reports whether a Russian event only prepared or said to be ahead is of a year
// gone by: «подготовка к чемпионату 2018 года».
func (f *eventFinder) preparedThen(w *weighing) bool {
	return w.d != nil && w.d.rule.Name == "event.next" && len(w.date.String()) == len("2018")
}

// agreedBehind reports whether the clause that goes on at token i tells what was agreed
// on, offered or promised: «стороны договорились открыть школу».
func (f *eventFinder) agreedBehind(i int, s lang.Sentence) bool {
	for k := i; k < s.Last && f.l.Rune(k) != ',' && f.l.Rune(k) != ';'; k++ {
		if f.l.Plays(k, f.p.know.roles.agreesTo) {
			return true
		}
	}
	return false
}

// ofAgreeing reports whether the date of a Russian event stands before the verb by which
// somebody is asked to it, and tells when that was: «4 мая президент пригласил коллегу
// посетить Чили с | визитом».
func (f *eventFinder) ofAgreeing(w *weighing) bool {
	for _, id := range f.p.mentionsIn(lang.DateChunk, w.sentence.First, w.ph.from) {
		for k := f.p.mens[id].end; f.p.mens[id].date == w.date && k < w.ph.from && f.l.Rune(k) != ';'; k++ {
			if f.l.Plays(k, f.p.know.roles.agreesTo) {
				return true
			}
		}
	}
	return false
}

// ofWhatAgreed reports whether a Russian date or place stands behind the verb that tells
// what is to be done after an event, and is not that one's: «в ходе встречи договорились
// провести форум | в Осло».
func (f *eventFinder) ofWhatAgreed(m *mention, ph *phrase) bool {
	verb := false
	for k := ph.to; k < m.start; k++ {
		verb = verb || f.l.Plays(k, f.p.know.roles.agreesTo)
		if w := f.l.Fold(k); verb && f.l.Is(k, lang.Lower) && f.at(k) == nil && (strings.HasSuffix(w, "ть") || strings.HasSuffix(w, "ти") || strings.HasSuffix(w, "ься")) {
			return f.during(ph, f.p.sentenceOf(m.start)) || f.leading(ph)
		}
	}
	return false
}

// ofClauseBefore reports whether a Russian date before a phrase belongs to the clause
// before its comma, which tells of another event by a verb of its own: «чемпионат
// стартует 15 января, первый матч команда проведёт с …».
func (f *eventFinder) ofClauseBefore(m *mention, ph *phrase) bool {
	if m.class != lang.DateChunk || m.end >= ph.from || ph.entry == nil || f.l.Rune(m.end) != ',' || f.joins(m.end+1) {
		return false
	}
	for k := range f.evs {
		o := &f.evs[k]
		if o.to > m.start || f.commaBetween(o.from, m.start) {
			continue
		}
		for i := range f.deeds {
			if d := &f.deeds[i]; !d.own() && d.end <= m.start && d.start >= o.from && m.start-d.end < 3 && f.verbBetween(ph.to, f.p.sentenceOf(m.start).Last) {
				return true
			}
		}
	}
	return false
}

// verbBetween reports whether the tokens hold a Russian verb in a personal form.
func (f *eventFinder) verbBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if f.l.Is(k, lang.Lower) && f.at(k) == nil && (f.finite(k) || f.pastVerb(k) || f.deedAt(k)) {
			return true
		}
	}
	return false
}

// yearOfNoun reports whether a Russian year stands in the genitive right behind a noun
// that is none of an event, whose year it is: «приехали выпускники 1981 года».
func (f *eventFinder) yearOfNoun(m *mention) bool {
	k := m.start - 1
	if !f.russian() || k < 1 || m.end-m.start < 2 || len(m.date.String()) != 4 || !f.l.Is(k, lang.Lower) || f.l.Has(k, f.npstop) || f.l.Has(k, f.noun) || f.at(k) != nil {
		return false
	}
	return f.l.Fold(m.end-1) == "года" && (f.l.Has(k, f.p.know.lists.personNoun) || f.l.Has(k, f.p.know.lists.profession) || f.l.Has(k, f.p.know.lists.instrumentNoun))
}

// onOccasion reports whether the Russian «на» at token j opens no topic but tells at
// what something was done: «утвердили программу обменов | на конференции в Осло»; not
// «разрешение на выставку».
func (g *ground) onOccasion(j int, s lang.Sentence) bool {
	if g.l.Fold(j) != "на" {
		return false
	}
	noun := g.p.know.lists.eventNoun
	for k := j + 1; k < s.Last && k < j+5 && g.l.Is(k, lang.Word); k++ {
		if !g.l.Has(k, noun) {
			if !g.adjectival(k) {
				return false
			}
			continue
		}
		w := g.l.Fold(k)
		return strings.HasSuffix(w, "ах") || strings.HasSuffix(w, "ях") || strings.HasSuffix(w, "ии") || strings.HasSuffix(w, "е") && !strings.HasSuffix(w, "ие")
	}
	return false
}
