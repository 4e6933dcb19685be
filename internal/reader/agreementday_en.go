package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// notItsDay reports whether an English date is that of something else than what is done
// with an instrument: a year that tells one thing from others of its kind, the day on
// which others recall it, the day of the next instrument.
func (f *agreementFinder) notItsDay(m *mention, ph *phrase, d *deed) bool {
	if !f.english() {
		return false
	}
	if d != nil && !f.future(m.date) && (strings.HasPrefix(d.rule.Name, "agreement.talks") || d.rule.Name == "agreement.negotiating") { // the day of the talks
		return true
	}
	if m.start >= ph.to && m.start <= ph.to+1 && f.endsInOther(ph) && f.l.Has(ph.to, f.p.know.lists.of) || f.dayInAside(m, ph, d) || f.tellsLife(m) || d != nil && f.dayOfOtherThing(m, ph, d) {
		return true
	}
	if d != nil && (f.talksBegin(m, d) || f.afterMonth(m, d) || f.beforeWhich(m, ph, d)) {
		return true
	}
	if own := f.dayInList(ph, d); own != nil && own != m {
		return true
	}
	return (f.yearOfThing(m, ph) || m.end <= ph.from && f.recalledHere(ph, d, m.end) || f.dayOfNext(m, ph))
}

// mainBehind gives the English verb behind a clause in commas in the place of d, the verb of
// that clause, which only tells what was done with an instrument before: "the plan, adopted
// in 2019, | was extended", "the truce, which expired on Sunday, has | been extended", "the
// treaty, initialled in March, | will be signed". One that was signed stays so where only
// its ratification or its force is told of.
func (f *agreementFinder) mainBehind(ph *phrase, d *deed) *deed {
	if !f.english() || d == nil || d.mood != "done" || d.start < ph.to {
		return d
	}
	if o := f.mainOfParticiple(ph, d); o != nil {
		return o
	}
	if c := f.behindSides(ph); f.l.Rune(c) != ',' || d.start <= c || d.start > c+3 || d.start > c+1 && !f.l.Plays(c+1, f.p.know.roles.thatThing) {
		return d
	}
	made := strings.HasPrefix(d.value, "signed") || strings.HasPrefix(d.value, "adopted")
	for k := range f.deeds {
		o := &f.deeds[k]
		if o.start <= d.end || o.start > d.end+16 || o.own() || o.side == "right" || o.mood != "done" && o.mood != "planned" || o.rule.Name == "agreement.active" && !f.inForceOn(o) || !f.fits(ph, o) || !f.behindComma(o.start) {
			continue
		}
		if made && (o.mood != "done" || !strings.HasPrefix(o.value, "other")) {
			return d
		}
		return o
	}
	return d
}

// afterMonth reports whether an English sentence opens with what came before, told by its
// month or year, behind which a clause of its own tells what was done: "After eleven deaths
// in September, | they signed".
func (f *agreementFinder) afterMonth(m *mention, d *deed) bool {
	s := f.p.sentenceOf(m.start)
	if len(m.date.String()) > len("2006-01") || m.start == s.First+1 || m.end >= d.start || f.l.Rune(m.end) != ',' {
		return false
	}
	return f.l.Plays(s.First, f.p.know.roles.reason)
}

// beforeWhich reports whether a date stands before an English instrument whose verb is that
// of the relative clause behind it, so that the date is of what is done now: "looked back on
// Thursday | at the treaty which the two signed".
func (f *agreementFinder) beforeWhich(m *mention, ph *phrase, d *deed) bool {
	if m.end > ph.from || d.start <= ph.to || !f.l.Plays(ph.to, f.p.know.roles.thatThing) {
		return false
	}
	for k := m.end; k < ph.from; k++ {
		if f.verbBehind(k) {
			return false
		}
	}
	return !f.commaBetween(ph.to, d.start)
}

// endsInOther reports whether the name of an English instrument ends in the noun of another
// one, whose day is what stands right behind: "a protocol amending the convention | of 1994".
func (f *agreementFinder) endsInOther(ph *phrase) bool {
	return f.english() && ph.topic && ph.to-1 > ph.headEnd && f.l.Has(ph.to-1, f.noun) && f.l.Is(ph.to-1, lang.Lower)
}

// mainOfParticiple gives the English verb with a day of its own behind the participle right
// behind an instrument and its place and day: "the pact signed in Porto in 2021 | had
// entered into force on 1 June"; nil where none stands there.
func (f *agreementFinder) mainOfParticiple(ph *phrase, d *deed) *deed {
	if d.start != f.behindSides(ph) || d.value != "signed signed" && !strings.HasPrefix(d.value, "adopted") {
		return nil
	}
	i := d.end
	for n := 0; n < 6 && i < len(f.l.Toks); n++ {
		if m := f.at(i); m != nil && (m.class == lang.DateChunk || m.class == lang.PlaceChunk) {
			i = m.end
		} else if f.l.Has(i, f.in) || f.l.Plays(i, f.p.know.roles.on) || f.l.Plays(i, f.p.know.roles.haveVerb) || f.l.Has(i, f.p.know.lists.auxVerb) && !f.deedAt(i) {
			i++
		} else {
			break
		}
	}
	for k := range f.deeds {
		o := &f.deeds[k]
		if o.start != i || o.start == d.end || o.mood != "done" || !strings.HasPrefix(o.value, "other") || o.side == "right" || o.rule.Name == "agreement.active" && !strings.HasSuffix(o.value, "force") {
			continue
		}
		if m := f.at(o.end + 1); m != nil && m.class == lang.DateChunk {
			return o
		}
	}
	return nil
}

// behindSides gives the token behind an English instrument and those it is with or between:
// "the agreement with the Republic of Peru | , signed in 2014,".
func (f *agreementFinder) behindSides(ph *phrase) int {
	i := ph.to
	if !f.l.Has(i, f.p.know.lists.partyWith) && !f.l.Has(i, f.p.know.lists.partyBetween) {
		return i
	}
	for k := i + 1; k < len(f.l.Toks) && k < ph.to+14; k++ {
		switch m := f.at(k); {
		case m != nil && m.class == lang.DateChunk, f.deedAt(k):
			return i
		case m != nil:
			k = m.end - 1
			i = m.end
		case f.l.Rune(k) == ',' && !f.listGoesOn(k):
			return k
		case f.l.Is(k, lang.Punct) || f.l.Has(k, f.clause):
			return i
		}
	}
	return i
}

// inForceOn reports whether an English verb tells that an instrument came into force on a
// day that stands right behind it.
func (f *agreementFinder) inForceOn(d *deed) bool {
	m := f.at(d.end + 1)
	return strings.HasSuffix(d.value, "in_force") && m != nil && m.class == lang.DateChunk
}

// behindComma reports whether a comma stands before an English verb, its helping verbs
// and one adverb passed over.
func (f *agreementFinder) behindComma(i int) bool {
	k := i - 1
	for n := 0; n < 3 && k > 0 && f.l.Rune(k) != ','; n++ {
		if !f.l.Plays(k, f.p.know.roles.haveVerb) && !f.l.Has(k, f.p.know.lists.auxVerb) && !strings.HasSuffix(f.l.Fold(k), "ly") {
			return false
		}
		k--
	}
	return f.l.Rune(k) == ','
}

// dayInAside reports whether a date stands in a clause in commas behind an English
// instrument, which tells of something else than the verb behind it: "the treaty, signed
// in | 2014, was amended". That an instrument is in force may be told by the day of its
// signing.
func (f *agreementFinder) dayInAside(m *mention, ph *phrase, d *deed) bool {
	if d == nil || m.start <= ph.to || m.end >= d.start || d.rule.Name == "agreement.denied" {
		return false
	}
	c := f.behindSides(ph)
	if own := f.at(d.end + 1); own != nil && own.class == lang.DateChunk && c < m.start && f.deedAt(c) { // signed in 2021 had entered into force on 1 June
		return true
	}
	if f.l.Rune(c) != ',' || strings.HasSuffix(d.value, "in_force") || d.rule.Get("action") == "in_force" || !f.behindComma(d.start) {
		return false
	}
	for k := range f.deeds {
		if o := &f.deeds[k]; o.start > c && o.start <= c+3 && o.end <= m.start {
			return true
		}
	}
	return false
}

// yearOfThing reports whether a year stands between an article and the noun of some
// other thing than a meeting: "took note of the 2025 accounts".
func (f *agreementFinder) yearOfThing(m *mention, ph *phrase) bool {
	if len(m.date.String()) == 4 && m.end < len(f.l.Toks) && f.l.Has(m.end, f.poss) { // last year's venue
		for k := m.end + 1; k < len(f.l.Toks) && k < m.end+5; k++ {
			if f.l.Has(k, f.p.know.lists.eventNoun) {
				return false
			}
		}
		return true
	}
	if m.end != m.start+1 || m.end == ph.from || m.start == 0 || m.end >= len(f.l.Toks) || !f.l.Is(m.start, lang.Year) || !f.l.Has(m.start-1, f.article) {
		return false
	}
	for k := m.end; k < len(f.l.Toks) && k < m.end+4; k++ {
		if f.l.Has(k, f.p.know.lists.eventNoun) {
			return false
		}
		if !f.l.Is(k, lang.Lower) || f.l.Has(k, f.npstop) || f.l.Has(k, f.stop) {
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
	for n := 0; n < 2 && k > ph.to && !f.joins(k) && f.at(k) == nil; n++ { // and, on | 6 June; not: Chad and Mali on | 6 June
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
