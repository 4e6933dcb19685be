package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// inTopicKK reports whether a Kazakh place says where that is what an event is about,
// «Судандағы бейбітшілік жөніндегі форум»: the event may be held elsewhere. A town or a
// region so told is where it is held only where no other place is named.
func (f *eventFinder) inTopicKK(m *mention, ph *phrase) bool {
	if !f.headLast || !ph.topic || m.class != lang.PlaceChunk || m.entity < 0 || m.start < ph.from || m.end+1 >= ph.head || ph.quoted[1] > m.start {
		return false
	}
	if !attributiveKK(f.l.Fold(m.end - 1)) {
		return false
	}
	for k := m.end + 1; k < ph.head; k++ {
		if f.l.Has(k, f.topic) {
			return true
		}
	}
	return false
}

// tookPartKK gives the Kazakh event told last those of whom a sentence behind it says that
// they took part: «Оған министр X пен ректор Y қатысты», «Аталған шараға X, Y және Z
// қатысып, сөз сөйледі».
func (f *eventFinder) tookPartKK() {
	for k, s := range f.p.sents {
		if !f.p.has[k].roles.Has(f.p.know.roles.takesPart) {
			continue
		}
		at, kind, ok := f.partToldKK(s)
		if !ok {
			continue
		}
		for j := len(f.happenings) - 1; j >= 0; j-- {
			h := &f.happenings[j]
			if h.s > k || h.s < k-3 || h.s < k-1 && f.l.Plays(at-1, f.p.know.roles.thither) || kind != "" && kind != h.st.Event || h.st.Event == "appointment" || h.st.Event == "year" {
				continue
			}
			f.addGuestsKK(h, at, s)
			break
		}
	}
}

// addGuestsKK adds the persons named in the nominative from token at to the verb that says
// they took part.
func (f *eventFinder) addGuestsKK(h *happening, at int, s lang.Sentence) {
	end := at
	for end < s.Last && !f.l.Plays(end, f.p.know.roles.takesPart) {
		if end > at && f.finite(end) && f.l.Is(end+1, lang.Punct) { // X шақырылды, бірақ | Y қатысты
			at = end + 1
		}
		end++
	}
	if f.l.Has(end, f.topic) && f.l.Is(end+1, lang.Lower) { // оған X қатысты пікір білдірді
		return
	}
	if f.l.Fold(end+1) == "жоқ" { // қатысқан жоқ
		return
	}
	for _, id := range f.p.mentionsIn(lang.PersonChunk, at, end) {
		m := &f.p.mens[id]
		if m.entity < 0 || len(h.who) >= mostGuests || slices.Contains(h.who, m.entity) || f.l.Has(m.end, f.p.know.lists.namedAfter) || f.l.Has(m.end, f.topic) && m.end < end || !strings.HasSuffix(f.p.doc.entities[m.entity].name, f.l.Slice(m.start, m.end)) {
			continue // another's, not in the nominative
		}
		h.who = append(h.who, m.entity)
	}
}

// partToldKK gives the token behind the words with which a Kazakh sentence takes an event
// up that it tells the guests of, and its kind, "" for any: «оған», «аталған шараға»,
// «форумға».
func (f *eventFinder) partToldKK(s lang.Sentence) (at int, kind string, ok bool) {
	i := s.First
	for i < s.Last && i < s.First+3 && (f.l.Has(i, f.article) || f.l.Plays(i, f.p.know.roles.thisOne)) {
		i++
	}
	if f.l.Plays(i, f.p.know.roles.thither) {
		return i + 1, "", true
	}
	c, found := f.l.Chunk(i, f.noun)
	if !found || f.at(i) != nil {
		return 0, "", false
	}
	end := int(c.End)
	if !f.slot(end-1, "dat", "poss3 dat") && !dativeKK(f.l.Fold(end-1)) {
		return 0, "", false
	}
	value := f.l.Entry(c).Value
	kind, _, _ = strings.Cut(value, " ")
	if kind == "other" || strings.HasPrefix(value, "conference loose") || f.l.Fold(i) == "басқосуға" {
		kind = ""
	}
	return end, kind, true
}
