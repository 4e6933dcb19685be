package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// makerReach is how many tokens may stand between a Russian event and the words that say
// who holds it: what it is about, where and when.
const makerReach = 16

// heldByRU gives the body that holds a Russian event by a participle behind its noun or by
// a clause about those who organise it: «форум, организованный Союзом писателей
// Норвегии», «выставка, организаторами которой являются музей и вуз»; empty elsewhere.
func (f *eventFinder) heldByRU(ph *phrase, s lang.Sentence) string {
	if !f.russian() {
		return ""
	}
	roles := &f.p.know.roles
	for k := ph.to; k < s.Last && k < ph.to+makerReach; k++ {
		switch {
		case f.l.Rune(k) == ';' || f.l.Has(k, f.noun) && f.at(k) == nil:
			return ""
		case f.l.Plays(k, roles.heldBy):
			return f.makerAt(k+1, s)
		case f.l.Plays(k, roles.organiser) && f.l.Rune(k-1) == ',' && f.asWhich(k+1):
			return f.makerAt(k+2, s)
		}
	}
	return ""
}

// asWhich reports whether the Russian word at token k stands for the event before it:
// «организаторами | которой являются».
func (f *eventFinder) asWhich(k int) bool {
	switch f.l.Fold(k) {
	case "которого", "которой", "которых":
		return true
	}
	return false
}

// makerAt gives the first body from token k on, before which only verbs, days and places
// stand: «организованный | 5 мая в Осло Союзом писателей»; empty where a preposition
// leads to another part of the sentence: «организованный | при поддержке фонда».
func (f *eventFinder) makerAt(k int, s lang.Sentence) string {
	for end := k + 8; k < s.Last && k < end; {
		m := f.at(k)
		switch {
		case m != nil && m.class == lang.OrgChunk:
			if m.entity < 0 {
				return ""
			}
			return ref(m.entity)
		case m != nil && (m.class == lang.DateChunk || m.class == lang.PlaceChunk):
			k = max(k+1, m.end)
		case f.l.Has(k, f.in) && f.at(k+1) != nil, f.l.Is(k, lang.Lower) && !f.l.Has(k, f.npstop) && !f.l.Has(k, f.stop):
			k++
		default:
			return ""
		}
	}
	return ""
}

// onlyOccasion takes the day and the place of the sentence from a Russian anniversary that
// it names only as the occasion of what it tells: «В связи с 30-летием музея 5 мая прошёл
// концерт».
func (f *eventFinder) onlyOccasion(w *weighing) {
	ph := w.ph
	if !f.russian() || w.st.Event != "anniversary" || ph.from < 2 {
		return
	}
	switch {
	case f.l.Fold(ph.from-1) == "с":
		if f.l.Fold(ph.from-2) != "связи" {
			return
		}
	case f.l.Plays(ph.from-1, f.p.know.roles.honourOf):
	default:
		return
	}
	w.date, w.ownDate, w.place = value.Date{}, false, -1
	if w.mood == "past" {
		w.mood = "" // the day is that of what is told
	}
}

// toBeDoneAt reports whether a Russian event is where something is told to be done that
// still lies ahead: «устав будет рассмотрен на заседании совета».
func (f *eventFinder) toBeDoneAt(ph *phrase, s lang.Sentence) bool {
	if !f.russian() || ph.from-2 <= s.First || f.l.Fold(ph.from-1) != "на" {
		return false
	}
	for k := ph.from - 2; k >= s.First && k > ph.from-6; k-- {
		if f.l.Is(k, lang.Punct) || f.at(k) != nil && f.at(k).class == lang.PersonChunk {
			return false
		}
		if w := f.l.Fold(k); w == "будет" || w == "будут" {
			return true
		}
	}
	return false
}

// withoutSpeakers leaves out of a planned Russian event those who in its sentence only
// speak of it: «Анна Линд подчеркнула важность подготовки саммита, который пройдёт в мае».
func (f *eventFinder) withoutSpeakers(w *weighing) {
	if !f.russian() || w.st.Time != "planned" || len(w.who) == 0 {
		return
	}
	say := f.p.know.lists.sayVerb
	for _, id := range f.p.mentionsIn(lang.PersonChunk, w.sentence.First, w.ph.from) {
		if m := &f.p.mens[id]; m.entity >= 0 && f.l.Has(m.end, say) {
			w.who = slices.DeleteFunc(w.who, func(e int) bool { return e == m.entity })
		}
	}
}

// namedBody reports whether a Russian noun of events with a capital inside a sentence, and
// no word of its own, takes up a body whose name opens with it: «Участники Совещания»
// where a «Совещание по рыболовству» was named.
func (f *eventFinder) namedBody(ph *phrase, s lang.Sentence) bool {
	if !f.russian() || ph.from != ph.head || ph.to != ph.head+1 || ph.head <= s.First || !f.l.Is(ph.head, lang.Cap) || isQuote(f.l.Rune(ph.head-1)) {
		return false
	}
	stem := firstRunes(f.l.Fold(ph.head), 6)
	for _, k := range f.p.mentionsOf(lang.OrgChunk) {
		if m := &f.p.mens[k]; m.end > m.start+2 && m.start != ph.head && f.l.Is(m.start, lang.Cap) && strings.HasPrefix(f.l.Fold(m.start), stem) {
			return true
		}
	}
	return false
}

// namesWork reports whether a name in marks inside a Russian event is that of a work, a
// series or a project whose noun stands before it, and not the event's: «церемония
// передачи томов серии «Тихие воды»».
func (f *eventFinder) namesWork(ph *phrase) bool {
	k := ph.quoted[0] - 2
	if o := f.at(k); f.russian() && o != nil && o.class == lang.OrgChunk && o.start > ph.head { // проектов | ПРООН «Свет»
		if kind := ph.kind(); (kind == "session" || kind == "meeting") && o.end > ph.quoted[0] && f.l.Is(k, lang.Lower) && !f.l.Has(k, f.noun) { // совета директоров холдинга | «Заря»
			return true
		}
		k = o.start - 1
	}
	return f.russian() && k > ph.head && f.l.Plays(k, f.p.know.roles.workOf)
}
