package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// oneOfSeries is how an English list tells one of several events: its name in quotation
// marks, its place and its day.
type oneOfSeries struct {
	name  string
	place int
	date  value.Date
	end   int // the token behind it
}

// seriesOf states the further events that an English sentence tells by one plural: by
// ordinals joined before it ("the 38th and 39th sessions") or by places and days in
// brackets behind it ("held in Lima (March 2023), Quito (May 2023) and Accra (June 2023)").
func (f *eventFinder) seriesOf(h *happening, s lang.Sentence) (more []happening) {
	if !f.english() || h.phrase.entry == nil || !f.plural(&h.phrase) || h.phrase.has("plural") {
		return nil
	}
	if h.st.Edition > 0 {
		return f.editionsOf(h, s)
	}
	at := -1
	if h.phrase.quoted[1] > 0 {
		at = h.phrase.quoted[1] + 1
	} else if h.place >= 0 && h.ownDate {
		for _, k := range f.p.mentionsIn(lang.PlaceChunk, h.phrase.to, s.Last) {
			if m := &f.p.mens[k]; m.entity == h.place {
				at = m.start
				break
			}
		}
	}
	if at < 0 {
		return nil
	}
	first, ok := f.inSeries(at, s)
	for i := first.end; ok && i+1 < s.Last; {
		comma := f.l.Rune(i) == ','
		if comma {
			i++
		}
		if f.joins(i) {
			i++
		} else if !comma {
			break
		}
		one, found := f.inSeries(i, s)
		if !found {
			break
		}
		o := *h
		o.st.Name, o.place, o.date, o.who, o.ownDate = one.name, one.place, one.date, slices.Clone(h.who), true
		more, i = append(more, o), one.end
	}
	if len(more) > 0 && first.name == "" && h.phrase.quoted[1] == 0 {
		h.st.Name = ""
	}
	return more
}

// inSeries gives the event of a list that begins at token i: ‘"Salt" (Lima, 2019)’,
// ‘Lima (May 2019)’.
func (f *eventFinder) inSeries(i int, s lang.Sentence) (one oneOfSeries, ok bool) {
	one.place = -1
	if end, quoted := f.quoteOpening(i, s.Last); quoted {
		one.name, i = f.l.Slice(i+1, end), end+1
	}
	if f.l.Has(i, f.in) {
		i++
	}
	if m := f.at(i); m != nil && m.class == lang.PlaceChunk && m.start == i {
		one.place, i = m.entity, m.end
	}
	if i >= s.Last || f.l.Rune(i) != '(' {
		return one, false
	}
	i++
	if m := f.at(i); m != nil && m.class == lang.PlaceChunk && m.start == i && f.l.Rune(m.end) == ',' {
		one.place, i = m.entity, m.end+1
	}
	m := f.at(i)
	if m == nil || m.class != lang.DateChunk || m.date.IsZero() || m.end >= s.Last || f.l.Rune(m.end) != ')' || one.place < 0 {
		return one, false
	}
	one.date, one.end = m.date, m.end+1
	return one, true
}

// editionsOf gives the editions of an English event whose ordinals stand before the last
// of them, and calls that one by its singular: "the 38th and 39th | sessions of the council".
func (f *eventFinder) editionsOf(h *happening, s lang.Sentence) (more []happening) {
	own, ok := f.numeralAt(h.phrase.from)
	if !ok || !own.ordinal {
		return nil
	}
	plural := f.l.Slice(h.phrase.headEnd-1, h.phrase.headEnd)
	name := strings.Replace(h.st.Name, plural, strings.TrimSuffix(plural, "s"), 1)
	for k := own.start - 1; k > s.First && (f.joins(k) || f.l.Rune(k) == ','); {
		n, ok := f.numeralAt(k - 1)
		if !ok || !n.ordinal || n.end != k || n.value <= 0 || n.value > 999 {
			break
		}
		o := *h
		o.st.Edition, o.who = int(n.value), slices.Clone(h.who)
		o.st.Name = f.l.Slice(n.start, n.end) + strings.TrimPrefix(name, f.l.Slice(own.start, own.end))
		more, k = append(more, o), n.start-1
	}
	if len(more) > 0 {
		h.st.Name = name
	}
	return more
}

// runsFromTo gives an English event the days on which two verbs say that it begins and
// ends: "the forum, which began on 3 May, is to end on 9 May".
func (f *eventFinder) runsFromTo(w *weighing) {
	if !f.english() || !w.ownDate || len(w.date.String()) != len("2006-01-02") {
		return
	}
	var first value.Date
	for _, k := range f.p.mentionsIn(lang.DateChunk, w.ph.to, w.sentence.Last) {
		m := &f.p.mens[k]
		i := m.start - 1
		if f.l.Plays(i, f.p.know.roles.onTime) {
			i--
		}
		if !f.l.Plays(i, f.p.know.roles.bounds) || len(m.date.String()) != len("2006-01-02") {
			continue
		}
		if first.IsZero() {
			first = m.date
			continue
		}
		if m.date.String() > first.String() && (w.date == first || w.date == m.date) {
			if span, err := value.ParseDate(first.String() + "/" + m.date.String()); err == nil {
				w.date = span
			}
		}
		return
	}
}

// besideAnother gives an English meeting on the sidelines of an event the place that its
// sentence tells of that event: "On the sidelines of a fair in Osh, X met Y", "X attended a
// meeting of the union on the sidelines of a fair in Osh".
func (f *eventFinder) besideAnother(s lang.Sentence) {
	if !f.english() {
		return
	}
	at := -1
	for i := range f.happenings {
		if o := &f.happenings[i]; o.s == f.sentence && o.beside && o.place >= 0 {
			at = o.place
		}
	}
	if at < 0 {
		return
	}
	side := f.sidelinesIn(s)
	if side < 0 {
		return
	}
	for i := range f.happenings {
		if o := &f.happenings[i]; o.s == f.sentence && o.st.Event == "meeting" && o.place < 0 && !o.beside && (o.phrase.entry == nil || o.phrase.to <= side) {
			o.place = at
		}
	}
}

// sidelinesIn gives the token by which an English sentence tells of what is beside an event,
// -1 where it does not.
func (f *eventFinder) sidelinesIn(s lang.Sentence) int {
	for i := s.First; i < s.Last; i++ {
		if f.l.Plays(i, f.p.know.roles.sidelines) {
			return i
		}
	}
	return -1
}

// meetingOf reports whether an English meeting is told by the two named who met: "the
// meeting of the rector X | with the mayor Y".
func (f *eventFinder) meetingOf(ph *phrase, s lang.Sentence) bool {
	if !f.english() || ph.kind() != "meeting" || !f.l.Has(ph.headEnd, f.p.know.lists.of) {
		return false
	}
	met, with := false, false
	for k := ph.headEnd + 1; k < s.Last && k < ph.headEnd+2*titleLong; k++ {
		switch {
		case f.is(k, lang.PersonChunk):
			if met && with {
				return true
			}
			met = true
		case f.l.Rune(k) == ';' || f.verbBehind(k) || f.l.Has(k, f.p.know.lists.auxVerb):
			return false
		case met && f.l.Has(k, f.p.know.lists.partyWith):
			with = true
		}
	}
	return false
}

// wholeBody gives an English event all of the body's name that its own name opens with,
// and the number before it: "the 18th | Association for Lake Research summit".
func (f *eventFinder) wholeBody(ph *phrase) {
	m := f.at(ph.from)
	if !f.english() || m == nil || m.class != lang.OrgChunk || m.start >= ph.from || m.end > ph.head {
		return
	}
	ph.from = m.start
	if n, ok := f.numeralAt(ph.from - 1); ok && n.ordinal && n.end == ph.from {
		ph.from = n.start
	}
	ph.mods++
}
