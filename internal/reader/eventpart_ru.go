package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// tookPart gives an event the people whom a Russian sentence behind it names as
// having taken part: «В форуме приняли участие …», «В нём участвовали …».
func (f *eventFinder) tookPart() {
	if len(f.happenings) == 0 {
		return
	}
	if f.headLast {
		f.tookPartKK()
		f.onVisitKK()
	}
	if !f.russian() {
		return
	}
	for k, s := range f.p.sents {
		at, kind, ok := f.partTold(s)
		if !ok {
			continue
		}
		for j := len(f.happenings) - 1; j >= 0; j-- {
			h := &f.happenings[j]
			if h.s > k || h.s < k-3 || h.st.Time == "planned" || kind != "" && kind != h.st.Event || h.st.Event == "appointment" {
				continue
			}
			for _, id := range f.p.mentionsIn(lang.PersonChunk, at, s.Last) {
				m := &f.p.mens[id]
				if m.entity < 0 || f.l.Has(m.start-1, f.p.know.lists.kinWord) || slices.Contains(h.who, m.entity) || !strings.HasSuffix(f.p.doc.entities[m.entity].name, f.l.Slice(m.start, m.end)) {
					continue // another's, not in the nominative
				}
				h.who = append(h.who, m.entity)
			}
			break
		}
	}
}

// moodBeside gives the mood of the verb beside Russian days or a year, whose own rule
// tells none: «пройдут Дни культуры», «Дни науки состоятся в мае».
func (f *eventFinder) moodBeside(d *deed) string {
	if !f.headLast && d.event == "year" && f.toBeYear(d) {
		return "planned"
	}
	if !f.russian() || d.mood != "" {
		return d.mood
	}
	for k := range f.deeds {
		o := &f.deeds[k]
		if o.own() || o.mood != "planned" && o.mood != "denied" || o.rule.Name == "event.next" {
			continue
		}
		if o.end <= d.start && d.start-o.end < 2 || o.start >= d.end && o.start-d.end < 5 {
			return o.mood
		}
	}
	return d.mood
}

// whoTalked gives a Russian meeting of which a sentence tells only that it took place
// those who in the sentence before discussed something: «Планы обсудили А и Б. Встреча
// прошла в Праге».
func (f *eventFinder) whoTalked() {
	if f.english() {
		f.whoDiscussed()
	}
	if !f.russian() {
		return
	}
	for i := range f.happenings {
		h := &f.happenings[i]
		if h.st.Event != "meeting" || h.s == 0 || len(h.who) > 0 || h.st.Name != "" || h.phrase.entry == nil || h.st.Time != "past" {
			continue
		}
		s := f.p.sents[h.s-1]
		for k := s.First; k < s.Last; k++ {
			if !f.l.Is(k, lang.Lower) || !f.l.Plays(k, f.p.know.roles.talkedOver) {
				continue
			}
			if who := f.nominatives(s.First, s.Last); len(who) > 1 && len(who) < 5 {
				h.who = who
			}
			break
		}
	}
}

// eventItself reports whether a Russian word stands for an event that was told of.
func (f *eventFinder) eventItself(k int) bool {
	switch f.l.Fold(k) {
	case "нем", "ней", "них", "мероприятии", "мероприятиях":
		return true
	}
	return false
}

// partTold reports whether a sentence opens with what somebody took part in, told
// by a pronoun or the noun of an event, and gives the token behind the verb and
// the kind of the event, "" for a pronoun. Others may stand before it: «Вместе с
// гостями в мероприятии приняли участие …».
func (f *eventFinder) partTold(s lang.Sentence) (at int, kind string, ok bool) {
	first := s.First
	if f.l.Rune(first+1) == ',' && f.l.Plays(first+2, f.p.know.roles.saidThat) { // Сообщается, что | на встрече
		first += 3
	}
	if w := f.l.Fold(first); w == "вместе" || w == "наряду" || w == "также" || w == "кроме" {
		for first < s.Last && !(f.l.Fold(first) == "в" && f.eventItself(first+1)) {
			first++
		}
	}
	if w := f.l.Fold(first); w != "в" && w != "во" && w != "на" || first >= s.Last {
		return 0, "", false
	}
	told := false
	for i := first + 1; i < s.Last && i < first+8; i++ {
		switch w := f.l.Fold(i); w {
		case "нем", "ней", "них", "мероприятии", "мероприятиях", "его", "ее", "их":
			told = true
		case "участвовал", "участвовала", "участвовали":
			return i + 1, kind, told
		case "участие":
			v := f.l.Fold(i - 1)
			return i + 1, kind, told && (strings.HasPrefix(v, "принял") || strings.HasPrefix(v, "принимал"))
		default:
			if v, _, is := f.l.Value(i, f.noun); is && kind == "" {
				kind, _, _ = strings.Cut(v, " ")
				told = true
			}
		}
	}
	return 0, "", false
}
