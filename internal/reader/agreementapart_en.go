package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// dayOfOtherThing reports whether an English date is bound by the words around it to another
// thing than what is done with an instrument: told in brackets about something, the day up to
// which a thing is to be done, the day of "the one" before, the day of another paper whose
// verb stands between, the signing of a paper that is ratified now.
func (f *agreementFinder) dayOfOtherThing(m *mention, ph *phrase, d *deed) bool {
	return f.toldInBrackets(m) || f.dueThen(m, d) || f.dayOfTheOne(m) || f.dayOfOtherPaper(m, ph, d) || f.signedThenBehind(m, ph, d)
}

// toldInBrackets reports whether a date stands in brackets with words that tell of something:
// "worth 40 million tenge (88,000 dollars at the rate of | 20 January)". Brackets that hold
// days and places alone say when and where.
func (f *agreementFinder) toldInBrackets(m *mention) bool {
	words := 0
	for k := m.start - 1; k > 0 && k > m.start-16; k-- {
		switch r := f.l.Rune(k); {
		case r == '(':
			return words > 0
		case r == ')' || r == '.' && f.l.Toks[k].End-f.l.Toks[k].Start == 1 && words > 12:
			return false
		}
		if f.l.Is(k, lang.Lower) && f.at(k) == nil && !f.l.Plays(k, f.p.know.roles.on) && !f.l.Has(k, f.in) && !f.deedAt(k) {
			words++
		}
	}
	return false
}

// dueThen reports whether an English date says by when a thing is to be done: "to be carried
// out by | May 2025". That a paper is planned for then is another matter.
func (f *agreementFinder) dueThen(m *mention, d *deed) bool {
	return d.mood == "done" && m.start > d.end && f.l.Fold(m.start-1) == "by"
}

// dayOfTheOne reports whether a date is that of "the one" an English instrument takes the
// place of: "replaces the one of | 5 February".
func (f *agreementFinder) dayOfTheOne(m *mention) bool {
	k := m.start - 1
	if k > 2 && (f.l.Has(k, f.p.know.lists.of) || f.l.Fold(k) == "from") {
		return f.l.Plays(k-1, f.p.know.roles.theOne) && !f.l.Is(k-1, lang.Number) && f.l.Has(k-2, f.article)
	}
	return false
}

// dayOfOtherPaper reports whether a date belongs to another instrument of the sentence by the
// verb between the two: "the treaty signed in May and the plan adopted on | 5 June", "the plan
// adopted in May | and the treaty signed by both in June".
func (f *agreementFinder) dayOfOtherPaper(m *mention, ph *phrase, d *deed) bool {
	for k := range f.deeds {
		o := &f.deeds[k]
		if o.start == d.start || o.end > m.start || o.rule.Name != "agreement.active" && o.rule.Name != "agreement.reduced" || !f.atInstrument(o.start, ph) {
			continue
		}
		if m.start > ph.to && (o.start < ph.to || o.start < d.end) || m.end <= ph.from && m.end > d.start { // not between the two
			continue
		}
		apart := false
		for j := o.end; j < m.start && !apart; j++ {
			apart = f.joins(j) && f.at(j) == nil && f.at(j-1) == nil || f.l.Rune(j) == ';' || f.deedAt(j)
		}
		if !apart && (m.end <= ph.from && f.joinedAfter(m.end, ph.from) || m.start > ph.to) {
			return true
		}
	}
	return false
}

// signedThenBehind reports whether a date is that of the signing told by the participle behind an
// English instrument that is ratified now: "a law ratifying the treaty with Chad, signed on | 3 May".
func (f *agreementFinder) signedThenBehind(m *mention, ph *phrase, d *deed) bool {
	if d.rule.Name != "agreement.ratifying" || m.start < ph.to || d.start > ph.from {
		return false
	}
	for k := range f.deeds {
		if o := &f.deeds[k]; o.start >= ph.to && o.end <= m.start && strings.HasPrefix(o.value, "signed") && f.participleAt(o) {
			return true
		}
	}
	return false
}

// ownsFrame reports whether a body only says whose the event is that an English sentence opens
// with, somebody else being the subject behind the comma: "At the forum of the | Salt Union in
// Lima, the university signed".
func (f *agreementFinder) ownsFrame(m *mention, d *deed) bool {
	if !f.english() || m.class != lang.OrgChunk || m.end >= d.start {
		return false
	}
	s := f.p.sentenceOf(m.start)
	first := max(s.First, f.p.datelineOf(s))
	if !f.l.Plays(first, f.p.know.roles.opensFronted) && !f.l.Has(first, f.in) && f.l.Fold(first) != "within" {
		return false
	}
	event := false
	for k := first; k < m.start; k++ {
		if f.l.Rune(k) == ',' || f.verbBehind(k) {
			return false
		}
		event = event || f.l.Has(k, f.p.know.lists.eventNoun)
	}
	if k := m.start - 1; !event || !f.l.Has(k, f.p.know.lists.of) && !(f.l.Has(k, f.article) && f.l.Has(k-1, f.p.know.lists.of)) {
		return false
	}
	comma := m.end
	for comma < d.start && f.l.Rune(comma) != ',' {
		if f.verbBehind(comma) || f.joins(comma) {
			return false
		}
		comma++
	}
	for k := comma; k < d.start; k++ {
		if o := f.at(k); o != nil && o.entity >= 0 && o.entity != m.entity && o.class != lang.DateChunk && !f.locative(o) {
			return true
		}
	}
	return false
}

// inMarkedName reports whether a mention lies in the name in quotation marks of an instrument
// of its English sentence, whose side it is not by that: the law “On | Mass Media”.
func (f *agreementFinder) inMarkedName(m *mention) bool {
	for i := range f.insts {
		if o := &f.insts[i]; o.quoted[1] > 0 && o.quoted[0] <= m.start && m.end <= o.quoted[1] {
			return true
		}
	}
	return false
}
