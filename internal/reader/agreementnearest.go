package reader

import (
	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// nearestDay gives the day of a sentence that stands nearest to an instrument and to what
// is done with it, zero where each is another's or stands too far; dateline tells that an
// English text only opens with it.
func (f *agreementFinder) nearestDay(ph *phrase, d *deed, s lang.Sentence, status string) (best value.Date, dateline bool) {
	if d == nil {
		return best, false
	}
	cost, lead := 24, f.p.datelineOf(s)
	for _, i := range f.p.mentionsIn(lang.DateChunk, s.First, s.Last) {
		m := &f.p.mens[i]
		if m.end > s.Last || m.date.IsZero() || f.amidAside(m, ph) || m.start >= ph.from && m.start < ph.to {
			continue
		}
		if lo, hi := m.date.Bounds(); hi-lo > 366 { // nothing is signed for a century long
			continue
		}
		if f.dayOfOther(m, ph, d, s, status) || f.outOfTime(m, d, status) || f.dayApart(m, ph, d, s, status) {
			continue
		}
		if status == "planned" && f.english() && f.otherDeed(m, d) && f.joinedAfter(d.end, m.start) {
			continue
		}
		if c := f.farFrom(m, ph, d, s, status, lead); c < cost {
			best, cost = m.date, c
			dateline = f.english() && f.inDateline(m)
		}
	}
	return best, dateline
}

// dayOfOther reports whether a day is that of something else than what is done with an
// instrument: of what it is about, of how long it lasts, of another paper, of a clause
// between the two.
func (f *agreementFinder) dayOfOther(m *mention, ph *phrase, d *deed, s lang.Sentence, status string) bool {
	return ph.nested && m.start >= ph.to && m.start <= ph.to+2 && !(d.start >= ph.to && d.end <= m.start) || f.inOther(m.start, ph) || f.onYears(m) || f.ofHolding(m, ph) || f.ofWhatDecided(m, ph) || f.ofLaterLast(m, ph, s) || f.ofBound(m, ph) || f.ofListed(m, ph, s) || f.until(m) && d.rule.Name != "agreement.put-off" && !f.dueBy(m, ph, d, status) || f.ofOtherNoun(m, ph) || f.dayOfBasisKK(m, ph) || f.citedAhead(m, d) || f.otherClauseDay(m, ph, d, s) || f.termKK(m) || f.forYears(m) || f.asideOf(m, ph, d) && !(status == "other" && f.signedAside(m, ph) && !f.dayBehind(d, s)) || f.keptByParticiple(m) || f.notItsDay(m, ph, d) || f.inRelative(m, d) || d.rule.Name == "agreement.cleared" && m.start < d.start
}

// outOfTime reports whether what is planned cannot be for a day, since it lies behind the
// text, or what was done cannot have been on it, since it is to come.
func (f *agreementFinder) outOfTime(m *mention, d *deed, status string) bool {
	if status != "planned" {
		return f.future(m.date)
	}
	return f.russian() && f.longPast(m.date) || f.english() && (f.inDateline(m) || f.l.Fold(m.start-1) == "since" || f.wellBefore(m.date) && d.mood == "planned" && d.rule.Name != "agreement.denied")
}

// dayApart reports whether a day stands in another clause than what is done with an
// instrument: behind a semicolon, behind a contrast, in what is told beside the subject,
// beside another predicate.
func (f *agreementFinder) dayApart(m *mention, ph *phrase, d *deed, s lang.Sentence, status string) bool {
	if status != "other" && f.sinceThen(m) || m.end <= ph.from && f.inSubjectAside(m, d) || status == "planned" && f.daySaid(m, ph, d) || f.russian() && (f.contrast(m.end, min(ph.from, d.start)) || f.parted(m.end, min(ph.from, d.start))) || f.otherPredicate(m, ph, d, s) {
		return true
	}
	return f.behindSemicolon(m, ph, d) || f.p.besideWhatIsTold(m.start, d.start, d.end)
}

// farFrom says how far a day stands from an instrument and its verb, in tokens: commas,
// clauses and other verbs between them count for several.
func (f *agreementFinder) farFrom(m *mention, ph *phrase, d *deed, s lang.Sentence, status string, lead int) int {
	c := min(gap(m.start, m.end, d.start, d.end), gap(m.start, m.end, ph.from, ph.to))
	for k := min(m.start, d.start); k < max(m.end, d.end); k++ {
		if r := f.l.Rune(k); r == ',' || r == ';' {
			c += 4
		}
		if f.clauseAt(k) {
			c += 12
		}
	}
	if f.otherDeed(m, d) {
		c += 8
	}
	if f.otherVerb(max(d.end, ph.to), m.start) {
		c += 10
	}
	if status == "other" && f.signedAside(m, ph) && !f.dayBehind(d, s) { // «соглашение, заключённое в 2009 году, утратило силу»
		c = 0
	}
	if m.end <= lead { // when the text was written, unless the sentence has another day
		c = max(c, 23)
	}
	if f.english() && m.start <= s.First+1 && m.end < s.Last && f.l.Rune(m.end) == ',' && m.end <= d.start { // In 2021, the agency, within its programme, signed
		c = min(c, 22)
	}
	return c
}
