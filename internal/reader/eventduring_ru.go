package reader

import (
	"shanyraq/internal/lang"
)

// programmeYears reports whether a Russian span of years says for how long something
// is made, and not when an event is: «программа на 2019–2023 годы».
func (f *eventFinder) programmeYears(m *mention) bool {
	v := m.date.String()
	return f.russian() && len(v) == 9 && v[4] == '/' && f.p.foldAt(m.start-1) == "на"
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

// ofWhich reports whether the verb behind an event in the course of which something is
// told stands in a clause that tells of another thing: «в ходе встречи обсудили визит,
// который запланирован на июнь».
func (f *eventFinder) ofWhich(ph *phrase, d *deed, s lang.Sentence) bool {
	if d.start < ph.to || !f.during(ph, s) {
		return false
	}
	told := false // «в ходе визита, который прошёл» is that event itself
	for k := ph.to + 1; k < d.start; k++ {
		told = told || f.l.Toks[k].Is(lang.Lower) && f.p.know.hasEnding("finitepast", f.l.Fold(k), 3)
		if told && f.l.Rune(k-1) == ',' && f.l.Plays(k, f.p.know.roles.relative) {
			return true
		}
	}
	return false
}

// goneBy sets right that what somebody planned in the course of an event on a day
// before the text makes that event no planned one: «4 мая в ходе разговора пригласил
// посетить Чили с визитом».
func (f *eventFinder) goneBy(w *weighing) {
	if w.mood != "planned" || !f.russian() || !w.ownDate || f.p.doc.opt.Published.IsZero() {
		return
	}
	_, hi := w.date.Bounds()
	if lo, _ := f.p.doc.opt.Published.Bounds(); hi >= lo {
		return
	}
	if f.during(w.ph, w.sentence) {
		w.mood = "past"
	}
}
