package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// delegationKK gives the token behind a Kazakh word for a delegation among the words of a
// visit's phrase, 0 where none stands there: «институт делегациясының | жұмыс сапары».
func (f *eventFinder) delegationKK(ph *phrase) int {
	for k := ph.from; k < ph.head; k++ {
		if strings.HasPrefix(f.l.Fold(k), "делегация") {
			return k + 1
		}
	}
	return 0
}

// senderKK gives the body whose delegation goes on a Kazakh visit, -1 where the phrase tells
// of none: «институттың | делегациясы жұмыс сапарымен келді».
func (f *eventFinder) senderKK(ph *phrase) int {
	if !f.headLast || ph.kind() != "visit" {
		return -1
	}
	k := f.delegationKK(ph) - 1
	if k < 0 && strings.HasPrefix(f.p.foldAt(ph.from-1), "делегация") {
		k = ph.from - 1
	}
	if k < 1 {
		return -1
	}
	if m := f.at(k - 1); m != nil && m.class == lang.OrgChunk && m.entity >= 0 && m.end == k {
		return m.entity
	}
	return -1
}

// visitAloneKK takes out of the name of a Kazakh visit who goes on it and that it is to the
// land of the text: «делегациясының | жұмыс сапары», «еліміздегі | ресми сапары».
func (f *eventFinder) visitAloneKK(ph *phrase) {
	if k := f.delegationKK(ph); k > ph.from {
		ph.from = k
	}
	for ph.from < ph.head && f.l.Plays(ph.from, f.p.know.roles.homeLand) {
		ph.from++
	}
	for k := ph.from + 1; k < ph.head && ph.quoted[1] == 0 && !ph.topic; k++ { // бір топ депутат | ресми сапармен
		if f.l.Plays(k, f.p.know.roles.kindOfVisit) && f.l.Is(k-1, lang.Lower) && f.bare(k-1) && !f.l.Plays(k-1, f.p.know.roles.kindOfVisit) {
			ph.from = k
		}
	}
}

// inNameKK reports whether a Kazakh person stands inside a name in marks of some thing, and
// not among those who come: «„Абай: жол басы“ атты фильмнің тұсаукесері».
func (f *eventFinder) inNameKK(m *mention, s lang.Sentence) bool {
	const reach = 9
	for k := m.start - 1; k >= s.First && k > m.start-reach; k-- {
		r := f.l.Rune(k)
		if !f.l.Is(k, lang.Punct) || !isQuote(r) {
			continue
		}
		if closers(r) == "" || f.l.Is(k, lang.Glued) && !f.l.Is(k+1, lang.Glued) {
			return false
		}
		for i := m.end; i+1 < s.Last && i < m.end+reach; i++ {
			if f.l.Is(i, lang.Punct) && isQuote(f.l.Rune(i)) {
				return f.l.Plays(i+1, f.p.know.roles.calledSo) || f.l.Fold(i+1) == "деп"
			}
		}
		return false
	}
	return false
}

// plainVisitKK reports whether no words stand before the noun of a Kazakh visit but those
// for what kind it is, or for who goes and whither, so that it has no name.
func (f *eventFinder) plainVisitKK(ph *phrase) bool {
	if !f.headLast || ph.kind() != "visit" || ph.topic || ph.quoted[1] > 0 || ph.from == 0 {
		return false
	}
	k := ph.from - 1
	if ph.head-ph.from == 1 && f.l.Plays(ph.from, f.p.know.roles.kindOfVisit) {
		return true
	}
	return (f.l.Plays(k, f.p.know.roles.homeLand) || strings.HasPrefix(f.l.Fold(k), "делегация")) && ph.head-ph.from < 2
}

// framesOtherKK reports whether a bare Kazakh noun of events only says in the course of what
// another one, told before its verb, was: «Форум аясында | көрме ұйымдастырылды».
func (f *eventFinder) framesOtherKK(ph *phrase, d *deed) bool {
	if !f.headLast || ph.mods > 0 || ph.topic || ph.quoted[1] > 0 || d.start < ph.to || !f.l.Has(ph.headEnd, f.prep) {
		return false
	}
	for k := range f.evs {
		if o := &f.evs[k]; o.from > ph.to && o.to <= d.start {
			return true
		}
	}
	return false
}

// editionEndsKK reports whether two Kazakh tellings of one edition have names of which the one
// is the end of the other, whose owner the text does not repeat: «148-Ассамблеясы» and
// «одақтың 148-Ассамблеясы».
func (f *eventFinder) editionEndsKK(o, h *happening) bool {
	if o.st.Edition == 0 || o.st.Edition != h.st.Edition || o.st.Name == "" || h.st.Name == "" {
		return false
	}
	a, b := lang.Fold(o.st.Name), lang.Fold(h.st.Name)
	return strings.HasSuffix(a, b) || strings.HasSuffix(b, a)
}

// behindSubjectKK takes out of the name of a Kazakh event who or what town stands before a noun
// that nobody owns, and so acts: «Жетекші маман | форумда сөйледі», «Рига | алғашқы форумды
// қабылдайды», but «мұғалімдер форумы», «Рига форумын».
func (f *eventFinder) behindSubjectKK(ph *phrase) {
	if !f.headLast || ph.from >= ph.head || ph.quoted[1] > 0 || ph.topic || f.possessive(ph) {
		return
	}
	if k := ph.head - 1; f.l.Is(k, lang.Lower) && f.bare(k) && !relationalKK(f.l.Fold(k)) && (f.l.Has(k, f.p.know.lists.personNoun) || f.l.Has(k, f.officenoun)) {
		ph.from, ph.mods = ph.head, 0
		return
	}
	if m := f.at(ph.from); m != nil && m.class == lang.PlaceChunk && m.start == ph.from && m.end < ph.head && f.asNamed(m) && f.slot(ph.headEnd-1, "acc") {
		ph.from, ph.mods = m.end, max(0, ph.mods-1)
	}
}
