package reader

import "shanyraq/internal/lang"

// notItsDay reports whether an English date is that of something else than what is done
// with an instrument: a year that tells one thing from others of its kind, the day on
// which others recall it, the day of the next instrument.
func (f *agreementFinder) notItsDay(m *mention, ph *phrase, d *deed) bool {
	if !f.english() {
		return false
	}
	if own := f.dayInList(ph, d); own != nil && own != m {
		return true
	}
	return (f.yearOfThing(m, ph) || m.end <= ph.from && f.recalledHere(ph, d, m.end) || f.dayOfNext(m, ph))
}

// yearOfThing reports whether a year stands between an article and the noun of some
// other thing than a meeting: "took note of the 2025 accounts".
func (f *agreementFinder) yearOfThing(m *mention, ph *phrase) bool {
	if len(m.date.String()) == 4 && m.end < len(f.l.Toks) && f.l.Has(m.end, f.poss) { // last year's venue
		for k := m.end + 1; k < len(f.l.Toks) && k < m.end+5; k++ {
			if f.l.Has(k, f.p.class("eventnoun")) {
				return false
			}
		}
		return true
	}
	if m.end != m.start+1 || m.end == ph.from || m.start == 0 || m.end >= len(f.l.Toks) || !f.l.Toks[m.start].Is(lang.Year) || !f.l.Has(m.start-1, f.article) {
		return false
	}
	for k := m.end; k < len(f.l.Toks) && k < m.end+4; k++ {
		if f.l.Has(k, f.p.class("eventnoun")) {
			return false
		}
		if !f.l.Toks[k].Is(lang.Lower) || f.l.Has(k, f.npstop) || f.l.Has(k, f.stop) {
			return k > m.end
		}
	}
	return true
}

// recalledHere reports whether an English participle behind an instrument only recalls
// what was done with it, another verb before it, behind token i, being what the sentence
// tells: "On Monday they welcomed the accord signed in Doha".
func (f *agreementFinder) recalledHere(ph *phrase, d *deed, i int) bool {
	if d == nil || d.rule.Name != "agreement.active" || d.start != ph.to && (d.start != ph.to+1 || f.l.Rune(ph.to) != ',') {
		return false
	}
	for k := ph.from - 1; k >= i && k > ph.from-8; k-- {
		if f.l.Plays(k, f.p.know.roles.recalls) || f.deedAt(k) {
			return true
		}
	}
	return false
}

// dayOfNext reports whether a date between "and" and another English instrument tells
// when that one was made: "signed a treaty and, a day later, a protocol".
func (f *agreementFinder) dayOfNext(m *mention, ph *phrase) bool {
	if m.start < ph.to {
		return false
	}
	k := m.start - 1
	for n := 0; n < 2 && k > ph.to && !f.joins(k); n++ {
		k--
	}
	if k < ph.to || !f.joins(k) {
		return false
	}
	for i := range f.insts {
		if o := &f.insts[i]; o.from >= m.end {
			if o.from > m.end+4 {
				return false
			}
			for j := m.end; j < o.from; j++ {
				if f.deedAt(j) {
					return false
				}
			}
			return true
		}
	}
	return false
}

// dayInList gives the date of an English instrument that is not the first of those a
// verb governs, where it has one of its own: right behind it and those it is with, or
// between it and the "and" before: "a pact with Chad on 3 May and a treaty with Mali on
// 6 June", "and, on 6 June, a treaty"; nil where none is told so.
func (f *agreementFinder) dayInList(ph *phrase, d *deed) *mention {
	first, end := -1, f.p.sentenceOf(ph.from).Last
	for i := range f.insts {
		switch o := &f.insts[i]; {
		case o.from < ph.from && d != nil && o.from >= d.end:
			first = i
		case o.from > ph.from:
			end = min(end, o.from)
		}
	}
	if first < 0 {
		return nil
	}
	for k := f.insts[first].to; k < ph.from; k++ {
		if f.deedAt(k) {
			return nil
		}
	}
	for _, k := range f.p.mentionsIn(lang.DateChunk, f.insts[first].to, ph.from) {
		if m := &f.p.mens[k]; !m.date.IsZero() && f.dayOfNext(m, &f.insts[first]) {
			return m
		}
	}
	dates := f.p.mentionsIn(lang.DateChunk, ph.to, end)
	if len(dates) == 0 {
		return nil
	}
	m := &f.p.mens[dates[0]]
	for j := ph.to; j < m.start; j++ {
		if f.deedAt(j) || f.l.Rune(j) == ',' || f.l.Rune(j) == ';' || f.l.Has(j, f.clause) {
			return nil
		}
	}
	if m.date.IsZero() || f.until(m) || f.forYears(m) || f.future(m.date) {
		return nil
	}
	return m
}
