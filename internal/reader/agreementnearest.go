package reader

import (
	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// daySearch is the search for the day of what is done with an instrument.
type daySearch struct {
	*agreementFinder
	ph     *phrase // the instrument
	d      *deed   // what is done with it
	s      lang.Sentence
	status string
	lead   int // the token behind the day and place that the text opens with
}

// nearestDay gives the day of a sentence that stands nearest to an instrument and to what
// is done with it, zero where each is another's or stands too far; dateline tells that an
// English text only opens with it.
func (f *agreementFinder) nearestDay(ph *phrase, d *deed, s lang.Sentence, status string) (best value.Date, dateline bool) {
	if d == nil {
		return best, false
	}
	q := daySearch{agreementFinder: f, ph: ph, d: d, s: s, status: status, lead: f.p.datelineOf(s)}
	cost := 24
	for _, i := range f.p.mentionsIn(lang.DateChunk, s.First, s.Last) {
		m := &f.p.mens[i]
		if m.end > s.Last || m.date.IsZero() || f.amidAside(m, ph) || m.start >= ph.from && m.start < ph.to {
			continue
		}
		if lo, hi := m.date.Bounds(); hi-lo > 366 { // nothing is signed for a century long
			continue
		}
		if q.ofOther(m) || q.outOfTime(m) || q.inOtherClause(m) {
			continue
		}
		if status == "planned" && f.english() && f.otherDeed(m, d) && f.joinedAfter(d.end, m.start) {
			continue
		}
		if c := q.farFrom(m); c < cost {
			best, cost = m.date, c
			dateline = f.english() && f.inDateline(m)
		}
	}
	return best, dateline
}

// ofOther reports whether a day is that of something else than what is done with an
// instrument: of what it is about, of how long it lasts, of another paper, of a clause
// between the two.
func (q *daySearch) ofOther(m *mention) bool {
	ph, d, s, status := q.ph, q.d, q.s, q.status
	return ph.nested && m.start >= ph.to && m.start <= ph.to+2 && !(d.start >= ph.to && d.end <= m.start) || q.inOther(m.start, ph) || q.onYears(m) || q.ofHolding(m, ph) || q.ofWhatDecided(m, ph) || q.ofLaterLast(m, ph, s) || q.ofBound(m, ph) || q.ofListed(m, ph, s) || q.until(m) && d.rule.Name != "agreement.put-off" && !q.dueBy(m, ph, d, status) || q.ofOtherNoun(m, ph) || q.dayOfBasisKK(m, ph) || q.citedAhead(m, d) || q.otherClauseDay(m, ph, d, s) || q.termKK(m) || q.forYears(m) || q.asideOf(m, ph, d) && !(status == "other" && q.signedAside(m, ph) && !q.dayBehind(d, s)) || q.keptByParticiple(m) || q.notItsDay(m, ph, d) || q.inRelative(m, d) || d.rule.Name == "agreement.cleared" && m.start < d.start
}

// outOfTime reports whether what is planned cannot be for a day, since it lies behind the
// text, or what was done cannot have been on it, since it is to come.
func (q *daySearch) outOfTime(m *mention) bool {
	if q.status != "planned" {
		return q.future(m.date)
	}
	if q.english() && q.hopedThen(m) {
		return true
	}
	return q.russian() && q.longPast(m.date) || q.english() && (q.inDateline(m) || q.l.Fold(m.start-1) == "since" || q.wellBefore(m.date) && q.d.mood == "planned" && q.d.rule.Name != "agreement.denied")
}

// hopedThen reports whether a day behind the text at the head of an English sentence is that
// on which somebody spoke of what is planned: "Last week A expressed hope that B would sign".
func (q *daySearch) hopedThen(m *mention) bool {
	if m.start > q.s.First+1 || m.end >= q.d.start || q.d.mood != "planned" || q.p.doc.opt.Published.IsZero() {
		return false
	}
	_, hi := m.date.Bounds()
	if lo, _ := q.p.doc.opt.Published.Bounds(); hi >= lo {
		return false
	}
	for k := m.end; k < q.d.start; k++ {
		if q.l.Plays(k, q.p.know.roles.thatThing) && q.l.Is(k-1, lang.Lower) {
			return true
		}
	}
	return false
}

// inOtherClause reports whether a day stands in another clause than what is done with an
// instrument: behind a semicolon, behind a contrast, in what is told beside the subject,
// beside another predicate.
func (q *daySearch) inOtherClause(m *mention) bool {
	ph, d, s, status := q.ph, q.d, q.s, q.status
	if status != "other" && q.sinceThen(m) || m.end <= ph.from && q.inSubjectAside(m, d) || status == "planned" && q.daySaid(m, ph, d) || q.russian() && (q.contrast(m.end, min(ph.from, d.start)) || q.parted(m.end, min(ph.from, d.start))) || q.otherPredicate(m, ph, d, s) {
		return true
	}
	if q.russian() && q.behindContrast(m) {
		return true
	}
	return q.behindSemicolon(m, ph, d) || q.p.besideWhatIsTold(m.start, d.start, d.end)
}

// farFrom says how far a day stands from an instrument and its verb, in tokens: commas,
// clauses and other verbs between them count for several.
func (q *daySearch) farFrom(m *mention) int {
	ph, d := q.ph, q.d
	c := min(gap(m.start, m.end, d.start, d.end), gap(m.start, m.end, ph.from, ph.to))
	for k := min(m.start, d.start); k < max(m.end, d.end); k++ {
		if r := q.l.Rune(k); r == ',' || r == ';' {
			c += 4
		}
		if q.clauseAt(k) {
			c += 12
		}
	}
	if q.otherDeed(m, d) {
		c += 8
	}
	if q.otherVerb(max(d.end, ph.to), m.start) {
		c += 10
	}
	if q.status == "other" && q.signedAside(m, ph) && !q.dayBehind(d, q.s) { // «соглашение, заключённое в 2009 году, утратило силу»
		c = 0
	}
	if m.end <= q.lead { // when the text was written, unless the sentence has another day
		c = max(c, 23)
	}
	if q.english() && (m.start <= q.s.First+1 || q.lead > q.s.First && q.lead <= m.start && m.start <= q.lead+1) && m.end < q.s.Last && q.l.Rune(m.end) == ',' && m.end <= d.start { // In 2021, the agency, within its programme, signed
		c = min(c, 22)
	}
	return c
}

// behindContrast reports whether a Russian day opens another clause behind the instrument and
// its verb: «на форуме подпишут договор, а | 20 августа эксперты встретятся в Баку».
func (q *daySearch) behindContrast(m *mention) bool {
	for k := m.start - 1; k >= max(q.d.end, q.ph.to) && k >= m.start-3; k-- {
		if q.clauseAt(k) {
			return true
		}
	}
	return false
}
