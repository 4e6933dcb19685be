package reader

import (
	"slices"
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

// consistsKK reports whether a Kazakh event is only what another has parts of, is called or
// falls on: «үш сессиядан тұратын кездесу», «отырыс маңызды басқосу ретінде есте қалды»,
// «жиынның Наурыз мерекесімен орайлас келуі».
func (f *eventFinder) consistsKK(ph *phrase) bool {
	if !f.headLast {
		return false
	}
	switch next := f.p.foldAt(ph.headEnd); {
	case strings.HasPrefix(next, "тұр"):
		return ablativeKK(f.l.Fold(ph.headEnd - 1))
	case next == "ретінде":
		return true
	case next == "орайлас", next == "тұспа", next == "қатар":
		return f.slot(ph.headEnd-1, "ins") || strings.HasSuffix(f.l.Fold(ph.headEnd-1), "мен")
	}
	return false
}

// meetAtKK reports whether those who meet by the words of a Kazakh verb, none of them named,
// do so at an event that their sentence names before it: «Іс-шараға | 100 сарапшы бас қосады».
func (f *eventFinder) meetAtKK(d *deed, kind string, s lang.Sentence) bool {
	if !f.headLast || kind != "meeting" {
		return false
	}
	for k := s.First; k < d.start; k++ {
		if f.is(k, lang.PersonChunk) {
			return false
		}
	}
	for k := s.First; k < d.start && k < s.First+6; k++ {
		c, ok := f.l.Chunk(k, f.noun)
		if !ok {
			continue
		}
		for _, a := range f.l.Analyses(int(c.End) - 1) {
			if a.Harmony && (strings.HasSuffix(a.Slots, "dat") || strings.HasSuffix(a.Slots, "loc")) {
				return true
			}
		}
	}
	return false
}

// partOfNameKK reports whether a later mention of a Kazakh event takes up the name of one told
// of in the three sentences before by its last words, without a day or place of another:
// «бірлескен бизнес форумы», «бизнес-форум аясында».
func (f *eventFinder) partOfNameKK(o, h *happening) bool {
	if !f.headLast || h.s <= o.s || h.s-o.s > 3 || h.st.Edition > 0 && h.st.Edition != o.st.Edition || h.phrase.quoted[1] > 0 || h.ownDate && o.ownDate && !o.date.Overlaps(h.date) || h.place >= 0 && o.place >= 0 && h.place != o.place {
		return false
	}
	split := func(r rune) bool { return r == ' ' || r == '-' }
	long, short := strings.FieldsFunc(lang.Fold(o.st.Name), split), strings.FieldsFunc(lang.Fold(h.st.Name), split)
	if len(short) < 2 || len(short) > len(long) {
		return false
	}
	for i, w := range long[len(long)-len(short):] {
		if n := len(short[i]) * 4 / 5; len(w) < n || w[:n] != short[i][:n] {
			return false
		}
	}
	return true
}

// nextWayKK reports whether a Kazakh place stands behind a comma after a visit that has its
// own in the dative right before it: «Чилиге сапарын аяқтап, | Перуге жол алды».
func (f *eventFinder) nextWayKK(m *mention, ph *phrase) bool {
	if !f.headLast || ph.kind() != "visit" || m.start < ph.to || !f.commaBetween(ph.to, m.start) {
		return false
	}
	for k := ph.head; k >= 0 && k > ph.head-6; k-- {
		if o := f.at(k); o != nil && o.class == lang.PlaceChunk && f.slot(o.end-1, "dat") {
			return true
		}
	}
	return false
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

// ownerKK mends the beginning of the name of a Kazakh event: one that begins with what somebody
// owns has the owner named right before it («Сенат | палаталарының отырысы»), and the title of
// who acts is none of a name whose noun nobody owns («министр | бизнес-форумда сөйледі»).
func (f *eventFinder) ownerKK(ph *phrase) {
	if !f.headLast || ph.from >= ph.head || ph.quoted[1] > 0 {
		return
	}
	if f.l.Has(ph.from, f.officenoun) && f.bare(ph.from) && !f.p.ownedForm(ph.from) && !f.p.ownedForm(ph.headEnd-1) && f.at(ph.from) == nil {
		ph.from, ph.mods = ph.from+1, max(0, ph.mods-1)
		return
	}
	m := f.at(ph.from - 1)
	if m == nil || m.entity < 0 || m.class != lang.OrgChunk && m.class != lang.PlaceChunk || f.at(ph.from) != nil || !f.l.Is(ph.from, lang.Lower) || !f.p.ownedForm(ph.from) {
		return
	}
	if f.l.Slice(m.start, m.end) == f.p.doc.entities[m.entity].name {
		ph.from, ph.mods = m.start, ph.mods+1
	}
}

// houseKK reports whether a Kazakh body only owns the house where an event is: «колледжінің |
// базасында өткізді».
func (f *eventFinder) houseKK(m *mention) bool {
	switch f.p.foldAt(m.end) {
	case "базасында", "ғимаратында", "залында", "алаңында", "аумағында":
		return true
	}
	return false
}

// attendedKK gives those who are told to have attended a Kazakh event that its sentence only
// takes up by its noun in the dative: «Лимада форум өтті. Форумға | министр Лиза Брандт қатысты».
// One in the genitive is only whose somebody is.
func (f *eventFinder) attendedKK(w *weighing) (out []int) {
	if w.d == nil || w.mood != "past" || w.d.value != "attend" || w.ownDate || !strings.HasPrefix(f.l.Fold(w.d.start), "қатыс") || !f.slot(w.ph.headEnd-1, "dat", "poss3 dat") {
		return nil
	}
	out = f.who(w.ph, w.sentence)
	for _, k := range f.p.mentionsIn(lang.PersonChunk, w.sentence.First, w.d.start) {
		if m := &f.p.mens[k]; f.slot(m.end-1, "gen") {
			out = slices.DeleteFunc(out, func(e int) bool { return e == m.entity })
		}
	}
	return out
}
