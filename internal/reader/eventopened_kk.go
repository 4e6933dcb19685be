package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// openingDoneKK reports whether the Kazakh verb of an event to come is only the noun of its
// opening or closing, of which the word behind it tells that it took place: «саммиттің ресми
// ашылуы | өтті».
func (f *eventFinder) openingDoneKK(d *deed) bool {
	if !f.headLast || d == nil || d.mood != "planned" {
		return false
	}
	switch f.p.foldAt(d.end - 1) {
	case "ашылуы", "жабылуы":
	default:
		return false
	}
	switch f.p.foldAt(d.end) {
	case "өтті", "болды", "өткізілді", "өткен", "ұйымдастырылды":
		return true
	}
	return false
}

// consistsKK reports whether a Kazakh event is only what another has parts of: «үш сессиядан
// тұратын кездесу».
func (f *eventFinder) consistsKK(ph *phrase) bool {
	return f.headLast && strings.HasPrefix(f.p.foldAt(ph.headEnd), "тұр") && ablativeKK(f.l.Fold(ph.headEnd-1))
}

// oneMoreMentionKK reports whether a Kazakh event is called by its noun and a word alone that
// only says that it is held again and again, and was told of in the two sentences before,
// so that it is that one: «Кезекті сессияның модераторы …», «Дәстүрлі турнир …».
func (f *eventFinder) oneMoreMentionKK(w *weighing) bool {
	ph := w.ph
	if !f.headLast || ph.mods != 1 || ph.topic || ph.quoted[1] > 0 || w.st.Edition > 0 || ph.head != ph.from+1 || ph.from != w.sentence.First || f.l.Toks[ph.from].Para && ph.from == 0 {
		return false
	}
	switch f.l.Fold(ph.from) {
	case "кезекті", "дәстүрлі", "ауқымды", "дүбірлі", "салтанатты", "мерекелік":
	default:
		return false
	}
	for k := len(f.happenings) - 1; k >= 0; k-- {
		o := &f.happenings[k]
		if o.phrase.entry == ph.entry && w.s-o.s > 0 && w.s-o.s < 4 && !(w.ownDate && o.ownDate && !o.date.Overlaps(w.date)) {
			if w.mood != "hypothetical" && o.st.Time != "planned" {
				f.fill(o, &w.happening)
			}
			return true
		}
	}
	return false
}

// ofBasisKK reports whether a Kazakh place belongs to what the sentence says an event accords
// with, before the comma that closes it: «Перудегі сайлау туралы заңға сәйкес, сессия өтеді».
func (f *eventFinder) ofBasisKK(m *mention, ph *phrase) bool {
	if !f.headLast || m.end > ph.from {
		return false
	}
	for k := m.end; k+1 < ph.from; k++ {
		if f.l.Rune(k+1) == ',' && f.l.Fold(k) == "сәйкес" {
			return true
		}
	}
	return false
}

// ownersMarksKK reports whether the words in marks before a Kazakh event are its owner, in
// the genitive, and not its name: «Жиырмалық топтың» саммиті.
func (f *eventFinder) ownersMarksKK(ph *phrase) bool {
	return f.headLast && ph.quoted[1] > ph.quoted[0] && ph.quoted[1] > 0 && ph.quoted[1] < ph.head && genitiveKK(f.l.Fold(ph.quoted[1]-1)) && !f.l.Is(ph.quoted[1]-1, lang.Punct)
}
