package reader

import (
	"slices"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// subjectThere gives the person who is the subject of an English sentence whose main verb
// begins at token v, told by a title or a pronoun: "The Chilean president | attended", "He
// | held talks with X"; -1 where a name, somebody else's words or another clause stands there.
func (f *eventFinder) subjectThere(v int, s lang.Sentence) int {
	if !f.english() || v <= s.First {
		return -1
	}
	first := f.p.behindOpening(s)
	for k := v - 1; k >= first; k-- {
		if m := f.at(k); m != nil && m.class == lang.PersonChunk || f.l.Has(k, f.p.know.lists.sayVerb) || f.l.Rune(k) == ';' || f.clauseAt(k) {
			return -1
		}
	}
	if v <= first {
		return -1
	}
	who, ok := f.p.subjectTold(s)
	if !ok || f.p.doc.entities[who].kind != read.Person {
		return -1
	}
	return who
}

// withSubject adds to those who take part in an English event whoever is the subject of the
// verb before it by a title or a pronoun alone: "He took part in the | summit".
func (f *eventFinder) withSubject(w *weighing) {
	switch w.st.Event {
	case "meeting", "session", "visit", "ceremony", "conference":
	default:
		return
	}
	if !f.english() || w.d == nil || w.d.end > w.ph.from || f.passive(w.d) || w.st.Organizer != "" && w.st.Event != "meeting" {
		return
	}
	if e := f.subjectThere(w.d.start, w.sentence); e >= 0 && !slices.Contains(w.who, e) && (w.st.Event != "visit" || len(w.who) == 0) {
		w.who = slices.Insert(slices.Clone(w.who), 0, e)
	}
}

// metNamed reports whether an English meeting that a rule tells by itself names behind its
// verb somebody who was met, so that it needs no day: "The delegation met with | X".
func (f *eventFinder) metNamed(d *deed, s lang.Sentence) bool {
	const title = 16
	if !f.english() || d.event != "meeting" {
		return false
	}
	for k := d.start; k < min(s.Last, d.end+title); k++ {
		if m := f.at(k); m != nil && m.class == lang.PersonChunk {
			return true
		}
		if k >= d.end && (f.verbBehind(k) || f.clauseAt(k) || f.l.Rune(k) == ';') {
			return false
		}
	}
	return false
}
