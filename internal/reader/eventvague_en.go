package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// vagueDate reports whether an English date is too wide for the day of an event, a decade or
// a century, or counts the years of schools and sport: "Universities in the XXI | century
// conference", "opened the academic year | 2020/21 with a ceremony".
func (f *eventFinder) vagueDate(m *mention) bool {
	if !f.english() {
		return false
	}
	v := m.date.String()
	if len(v) == 4 && v[3] == 'X' {
		return true
	}
	if len(v) != len("2020/2021") || v[4] != '/' {
		return false
	}
	for k := max(0, m.start-1); k < m.end; k++ {
		if f.l.Is(k, lang.Lower) && (f.l.Has(k, f.p.know.lists.timeUnit) || f.l.Fold(k) == "season") {
			return true
		}
	}
	return false
}

// oneCapital reports whether a later English mention takes an event up by the noun alone,
// with a capital: "the Assembly", "this year’s Assembly".
func oneCapital(h *happening) bool {
	ph := &h.phrase
	return ph.headEnd == ph.head+1 && !strings.Contains(h.st.Name, " ") && !h.fresh && h.st.Name != strings.ToLower(h.st.Name)
}

// putOffTo reports whether an English event is told as put off with the day to which:
// "postponed its congress | to October", and so is still to come.
func (f *eventFinder) putOffTo(ph *phrase, d *deed) bool {
	if !f.english() || d.mood != "denied" || d.end > ph.from || !f.l.Has(d.start, f.p.know.lists.putOff) {
		return false
	}
	for k := ph.to; k < ph.to+12; k++ {
		if f.l.Plays(k, f.p.know.roles.to) || f.l.Has(k, f.p.know.lists.untilWord) || f.l.Plays(k, f.p.know.roles.forWhat) {
			if f.is(k+1, lang.DateChunk) {
				return true
			}
		}
		if f.l.Rune(k) == '.' || f.l.Rune(k) == ';' {
			return false
		}
	}
	return false
}

// dedicatedTo reports whether an English anniversary is only what something is devoted to,
// with no verb of its own: "The exhibition was devoted to the 25th | anniversary of the
// academy".
func (f *eventFinder) dedicatedTo(w *weighing, d *deed) bool {
	if !f.english() || w.st.Event != "anniversary" || d != nil && d.start >= w.ph.to {
		return false
	}
	k := f.beforeBody(w.ph.from - 1)
	return k > 0 && f.l.Plays(k, f.p.know.roles.to) && f.l.Plays(k-1, f.p.know.roles.heldUnder)
}

// notYetMet reports whether an English date lies ahead though the verb tells what was
// discussed, so that it is of that: "discussed the chairmanship in | 2027".
func (f *eventFinder) notYetMet(d *deed, h *happening) bool {
	if !f.english() || d.rule.Name != "event.discussed" || h.date.IsZero() || f.p.doc.opt.Published.IsZero() {
		return false
	}
	first, _ := h.date.Bounds()
	_, published := f.p.doc.opt.Published.Bounds()
	return first > published
}

// asideOpens reports whether an English aside behind a date or place tells what the event of
// the main clause follows: "On 8 May in Osh, | following the fair, the first session was held".
func (f *eventFinder) asideOpens(k int) bool {
	return f.l.Rune(k) == ',' && f.l.Plays(k+1, f.p.know.roles.followsOn)
}

// followsIt reports whether an English event is only what another one follows, so that the day
// and place that open the sentence are of that one: "following the | fair, the session was held".
func (f *eventFinder) followsIt(m *mention, ph *phrase, s lang.Sentence) bool {
	k := f.beforeBody(ph.from - 1)
	return f.english() && m.end <= k && k > s.First && f.l.Plays(k, f.p.know.roles.followsOn) && f.l.Rune(k-1) == ',' && f.l.Rune(ph.to) == ','
}

// opensWithAside reports whether an English date or place opens the sentence of an event, with
// no more than an aside on what it follows between.
func (f *eventFinder) opensWithAside(m *mention, ph *phrase, s lang.Sentence) bool {
	if !f.english() || m.start > s.First+8 || m.end >= ph.from || f.l.Rune(f.beforeBody(ph.from-1)) != ',' {
		return false
	}
	for k := m.end; k < ph.from && k < m.end+8; k++ {
		if f.asideOpens(k) {
			return true
		}
		if f.verbBehind(k) || f.deedAt(k) {
			return false
		}
	}
	return false
}

// cutAtNumbered ends an English event before a further one with a number that "and" joins to
// it: "the 37th session of the assembly | and the 24th council".
func (f *eventFinder) cutAtNumbered(ph *phrase) {
	for k := ph.headEnd + 1; f.english() && k+2 < ph.to; k++ {
		if !f.joins(k) {
			continue
		}
		i := k + 1
		if f.l.Has(i, f.article) {
			i++
		}
		if n, ok := f.numeralAt(i); ok && n.ordinal {
			ph.to = k
			return
		}
	}
}

// noDayOf reports whether an English date cannot be that of the event a verb tells: it is too
// wide, too early for what is to come, or the day somebody set out.
func (f *eventFinder) noDayOf(m *mention, d *deed) bool {
	return f.tooEarly(m, d) || f.onTheWay(m, d) || f.vagueDate(m)
}

// opensSentenceOf gives how far a date is from an event and from its noun alone, where it opens
// the English sentence that tells of it.
func (f *eventFinder) opensSentenceOf(far, direct int, m *mention, ph *phrase, s lang.Sentence) (int, int) {
	if f.opensWithAside(m, ph, s) {
		const near = 3
		return near, near
	}
	if f.russian() {
		return f.opensForVerbRU(far, m, ph, s), direct
	}
	return f.opensForVerb(far, m, ph, s), direct
}

// opensAtPlace reports whether an English sentence opens with a place, or a day and a place,
// before a comma, and its first verb tells of the event: "On Tuesday in | Rabat, Kenya's
// minister, X, and Peru's minister, Y, met to discuss tourism".
func (f *eventFinder) opensAtPlace(m *mention, ph *phrase, s lang.Sentence) bool {
	const opening, reach = 6, 40
	if !f.english() || ph.entry != nil || m.end >= ph.from || m.start > s.First+opening || ph.from > s.First+reach || f.l.Rune(m.end) != ',' {
		return false
	}
	for k := s.First; k < ph.from; k++ {
		if k >= m.start && k < m.end {
			continue
		}
		if k < m.start && !f.is(k, lang.DateChunk) && !f.l.Has(k, f.in) && !f.l.Plays(k, f.p.know.roles.on) && f.l.Rune(k) != ',' {
			return false
		}
		if r := f.l.Rune(k); r == ';' || r == ':' || f.l.Has(k, f.p.know.lists.auxVerb) || f.verbBehind(k) || f.clauseAt(k) {
			return false
		}
	}
	return true
}

// resultOfTalks reports whether English talks at token i are only what something came of: "It
// is the result of long | negotiations", "the fruit of two years of | talks".
func (f *eventFinder) resultOfTalks(i int, s lang.Sentence) bool {
	const reach = 8
	if !f.english() || !f.l.Is(i, lang.Lower) || !strings.HasSuffix(f.l.Fold(i), "s") {
		return false
	}
	for k := i - 1; k > s.First && k > i-reach; k-- {
		if f.l.Has(k, f.p.know.lists.of) && f.l.Plays(k-1, f.p.know.roles.cameOf) {
			return true
		}
		if f.at(k) != nil && f.at(k).class != lang.DateChunk || f.l.Is(k, lang.Punct) || f.l.Has(k, f.article) {
			return false
		}
	}
	return false
}

// toldBeforeIt reports whether an English text told an event of the same kind and noun as a vague
// mention before it told another one, the i-th, as the previous or the next: "The previous
// congress was in Osh. X told the | congress".
func (f *eventFinder) toldBeforeIt(i int, h *happening) bool {
	for k := range f.happenings[:i] {
		o := &f.happenings[k]
		if o.st.Event == h.st.Event && !o.other && o.phrase.entry != nil && h.phrase.entry != nil && f.l.Fold(o.phrase.headEnd-1) == f.l.Fold(h.phrase.headEnd-1) {
			return true
		}
	}
	return false
}

// amidNamed reports whether an English body whose name ends with the noun of an event at token i
// is that event, since something is done during it: "signed during the Lakes | Congress", "on
// the sidelines of the Lakes Congress".
func (f *eventFinder) amidNamed(i int, m *mention) bool {
	if !f.english() || m.end != i+1 || m.end-m.start < 2 {
		return false
	}
	k := m.start - 1
	if f.l.Has(k, f.article) {
		k--
	}
	if f.p.foldAt(k) == "during" {
		return true
	}
	if !f.l.Has(k, f.p.know.lists.of) {
		return false
	}
	return f.l.Plays(k-1, f.p.know.roles.sidelines) || f.p.foldAt(k-1) == "framework"
}
