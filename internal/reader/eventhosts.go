package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// bracketPlace gives the place that stands in brackets right behind the noun of an event,
// alone, or with the place it lies in, or behind its name too before the day: "the Forum
// of Border Regions (Osh, 24–26 May)"; -1 where none does.
func (f *eventFinder) bracketPlace(ph *phrase) int {
	k := ph.to
	if ph.entry == nil || f.l.Rune(k) != '(' {
		return -1
	}
	k++
	if f.l.Plays(k, f.p.know.roles.townKind) { // (г. | Ош
		if k++; f.l.Rune(k) == '.' {
			k++
		}
	}
	m := f.at(k)
	if m == nil || m.class != lang.PlaceChunk || m.entity < 0 || m.start != k {
		return -1
	}
	k = m.end
	if o := f.at(k + 1); f.l.Rune(k) == ',' && o != nil && o.class == lang.PlaceChunk && !f.isCountry(m.entity) { // (Lima, | Peru, May)
		k = o.end
	}
	if f.l.Rune(k) == ')' && ph.to == ph.headEnd {
		return m.entity
	}
	if f.l.Rune(k) != ',' {
		return -1
	}
	if o := f.at(k + 1); o == nil || o.class != lang.DateChunk {
		return -1
	}
	return m.entity
}

// hostBeats reports whether the place that is told to hold an event is rather where it is
// than the one found by its preposition, if any: that is of the name of the event, or of a
// clause behind a comma. A state may hold an event in a town.
func (f *eventFinder) hostBeats(host int, best *mention, ph *phrase, cost int) bool {
	if best == nil {
		return true
	}
	if !f.english() || best.entity == host {
		return false
	}
	if best.start >= ph.to && f.commaBetween(ph.to, best.start) { // Osh will host the forum in May, it was agreed in | Lima
		return !f.isCountry(host) || f.isCountry(best.entity) || f.elsewhereBefore(ph, best)
	}
	return cost == insideName && (!f.isCountry(host) || f.isCountry(best.entity))
}

// elsewhereBefore reports whether another English clause or another event stands between an
// event and a town behind a comma, so that the town is not where in the state that holds it
// the event is: "Peru will host the forum, the | union decided in Osh", but "Peru will host
// the forum, which will be held | in Lima".
func (f *eventFinder) elsewhereBefore(ph *phrase, town *mention) bool {
	comma := false
	for k := ph.to; k < town.start; k++ {
		switch {
		case f.l.Rune(k) == ',':
			if f.l.Plays(k+1, f.p.know.roles.relative) || f.l.Plays(k+1, f.p.know.roles.to) { // which will be held in Lima, to be held in Lima
				return false
			}
			comma = true
		case comma && (f.l.Has(k, f.p.know.lists.auxVerb) || f.l.Has(k, f.p.know.lists.sayVerb) || f.l.Has(k, f.p.know.lists.eventNoun) || f.verbBehind(k)):
			return true
		}
	}
	return false
}

// townHolds reports whether the verb before an English event is "held" and the event of a
// kind that a town or a region holds at home, not talks: "Osh Region has | held the festival".
func (f *eventFinder) townHolds(ph *phrase, d *deed) bool {
	if !f.english() || d.end > ph.from || ph.entry == nil {
		return false
	}
	switch ph.kind() {
	case "conference", "session", "festival", "exhibition", "competition", "concert", "camp":
	default:
		return false
	}
	for k := d.start; k < d.end; k++ {
		switch f.l.Fold(k) {
		case "held", "holds", "hold":
			return true
		}
	}
	return false
}

// hostChosen gives the place that is said to have been chosen for an event: "Osh was
// chosen to | host the forum", "picked as the venue of the | forum", «Право принять |
// форум получил Ош», «Местом проведения | форума станет Ош»; -1 for none.
func (f *eventFinder) hostChosen(ph *phrase, d *deed, s lang.Sentence) int {
	switch {
	case f.english():
		return f.hostChosenEN(ph, d, s)
	case f.russian():
		return f.hostChosenRU(ph, s)
	}
	return -1
}

// hostChosenEN is hostChosen in English.
func (f *eventFinder) hostChosenEN(ph *phrase, d *deed, s lang.Sentence) int {
	k := f.choiceAhead(ph, d, s)
	if k <= s.First {
		return -1
	}
	r := &f.p.know.roles
	switch {
	case f.l.Plays(k, r.chosenHost):
		k--
		if f.p.foldAt(k) == "been" {
			k--
		}
		if k > s.First && !f.l.Has(k, f.p.know.lists.auxVerb) {
			return -1
		}
	case f.actWord(k, "hostright"):
		for k--; k > s.First && (f.l.Has(k, f.article) || f.p.foldAt(k) == "been"); k-- {
		}
		if !f.actWord(k, "wonright") {
			return -1
		}
		k--
	default:
		return -1
	}
	for k > s.First && f.l.Has(k, f.p.know.lists.auxVerb) {
		k--
	}
	if m := f.at(k); m != nil && m.class == lang.PlaceChunk && k >= s.First && !f.located(m) {
		return m.entity
	}
	return -1
}

// choiceAhead gives the token of an English choice of a host, right before "to host" or
// "as the host of" an event: "was | chosen to host"; -1 for none.
func (f *eventFinder) choiceAhead(ph *phrase, d *deed, s lang.Sentence) int {
	r := &f.p.know.roles
	if d != nil && d.end <= ph.from && d.start > s.First+1 && f.l.Plays(d.start-1, r.to) && (f.l.Has(d.start, f.p.know.lists.hostVerb) || f.l.Has(d.start, f.p.know.lists.eventBase)) {
		return d.start - 2
	}
	k := ph.from - 1
	if k > s.First && f.l.Is(k, lang.Lower) && !f.l.Has(k, f.npstop) && (f.l.Has(k-1, f.article) || f.l.Has(k-1, f.poss)) { // the | next
		k--
	}
	for k > s.First && (f.l.Has(k, f.article) || f.l.Has(k, f.poss)) {
		k--
	}
	if !f.l.Has(k, f.p.know.lists.of) && !f.l.Plays(k, r.forWhat) || !f.l.Plays(k-1, r.hostNoun) {
		return -1
	}
	for k -= 2; k > s.First && (f.l.Has(k, f.article) || f.l.Plays(k, r.as)); k-- {
	}
	return k
}

// hostChosenRU is hostChosen in Russian: words for a host or for the right to be one right
// before the event, and beside them or behind it a place as it is called with the verb that
// gives it that part.
func (f *eventFinder) hostChosenRU(ph *phrase, s lang.Sentence) int {
	r := &f.p.know.roles
	from := ph.from - 1
	for n := 0; n < 2 && from > s.First && f.l.Is(from, lang.Lower) && !f.l.Plays(from, r.hostNoun) && !f.l.Plays(from, r.hostRight); n++ { // следующего | форума
		from--
	}
	switch {
	case f.l.Plays(from, r.hostNoun) && from >= s.First:
	case from > s.First && f.l.Plays(from, r.hostRight):
		from--
	default:
		return -1
	}
	if from > s.First && f.l.Plays(from, r.hostNoun) && f.l.Plays(from-1, r.hostNoun) { // местом | проведения
		from--
	}
	for _, k := range f.p.mentionsIn(lang.PlaceChunk, s.First, s.Last) {
		m := &f.p.mens[k]
		if m.entity < 0 || m.start >= from && m.end <= ph.to || !f.asSubject(m) {
			continue
		}
		at := m.start
		if at > s.First && f.l.Plays(at-1, r.townKind) { // город | Ош
			at--
		}
		if f.l.Plays(at-1, r.madeHost) || m.end < from && m.end+3 >= from && f.l.Plays(m.end, r.madeHost) {
			return m.entity
		}
	}
	return -1
}

// hostTakesKK gives the place that stands as it is called right before the Kazakh verb that
// takes an event for its object: «2029 жылғы форумды | Бішкек қабылдайды»; -1 for none.
// A state only takes guests in, since it holds much elsewhere.
func (f *eventFinder) hostTakesKK(ph *phrase, d *deed) int {
	takes := f.l.Plays(d.start, f.p.know.roles.takesGuests)
	if !takes && !strings.HasPrefix(f.l.Fold(d.start), "өткіз") || d.start <= ph.to || !f.slot(ph.headEnd-1, "acc", "poss3 acc") {
		return -1
	}
	k := d.start - 1
	if f.l.Is(k, lang.Lower) && f.l.Has(k, f.p.know.lists.placeLow) && k > ph.to { // Лима | қаласы
		if w := f.l.Fold(k); !strings.HasSuffix(w, "ы") && !strings.HasSuffix(w, "і") {
			return -1
		}
		k--
	}
	m := f.at(k)
	if m == nil || m.class != lang.PlaceChunk || m.entity < 0 || m.end != k+1 && m.end != d.start || m.start < ph.to || !f.asNamed(m) || !takes && f.isCountry(m.entity) {
		return -1
	}
	return m.entity
}

// townHosts reports whether an English body named by the noun of an event at token i is that
// event, since a town or a state is told to host it: "Osh will host the World | Congress of
// Bakers", not the National Congress of Peru.
func (f *eventFinder) townHosts(i int, m *mention) bool {
	const longest = 2 // words before the noun: the World | Congress
	if !f.english() || i-m.start > longest || !f.l.Has(m.start-1, f.article) || !f.l.Has(i+1, f.p.know.lists.of) || f.l.Has(i+2, f.p.know.names.gazPlace) || m.entity >= 0 && f.p.doc.entities[m.entity].known != "" {
		return false
	}
	for k := range f.deeds {
		d := &f.deeds[k]
		if d.value != "host" || d.own() || d.start >= m.start || d.end < m.start-1 || d.end > m.start {
			continue
		}
		by := d.start - 1
		for by > 0 && (f.l.Has(by, f.p.know.lists.auxVerb) || f.l.Plays(by, f.p.know.roles.to)) {
			by--
		}
		o := f.at(by)
		return o != nil && o.class == lang.PlaceChunk
	}
	return false
}
