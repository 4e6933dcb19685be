package reader

import (
	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// dateSpan is a stretch of tokens that may be a date. Several may overlap: only the
// longest is worked out and laid.
type dateSpan struct {
	start, end int
	match      int // 1 + its place among the matches, while nobody asked what it means; 0 then
	date       value.Date
	rule       string
	impossible bool // a day the calendar lacks: none of its words is a date
	near       bool // its year is not told: the nearest one was taken
	told       bool // it is counted from the day of publication: last Friday
	amount     bool // so much time from there: two years ago
	bare       bool // a weekday without a direction
	ahead      bool // near, and by its verb to come
}

// isDate finds out what a match means and reports whether that is a date, or a
// day that the calendar lacks; told is the sentence that says whether it has
// been or is to come.
func (f *dateSpan) isDate(p *part, told lang.Sentence) bool {
	if f.match == 0 {
		return true
	}
	r := dateReader{p: p, m: &p.dates.matches[f.match-1], sentence: told}
	d, ok := r.resolve()
	if ok {
		d, ok = r.edge(d)
	}
	if !ok && !r.impossible {
		return false
	}
	*f = dateSpan{start: f.start, end: f.end, date: d, rule: r.m.Rule.Name, impossible: !ok, near: r.near,
		told: r.relation(), amount: r.firstOf("unit") >= 0, bare: r.firstOf("wd") >= 0 && r.firstOf("dir") < 0, ahead: r.near && r.future()}
	return true
}

// layDates keeps, of the candidates in one sentence, the longest; of equally
// long ones the first found. A kept date without a value is kept all the
// same, so that a shorter false one does not take its place.
func (p *part) layDates(found []dateSpan, s lang.Sentence) {
	kept := p.dates.kept[:0]
	for {
		best := p.longest(found, s)
		if best < 0 {
			break
		}
		b := found[best]
		kept = append(kept, b)
		keep := found[:0]
		for _, f := range found {
			if f.end <= b.start || f.start >= b.end {
				keep = append(keep, f)
			}
		}
		found = keep
	}
	p.dates.kept = kept
	p.retell(kept)
	for _, b := range p.joinDates(kept, s) {
		if b.impossible {
			continue
		}
		id := p.mention(lang.DateChunk, b.start, b.end, -1)
		p.mens[id].date = b.date
		if p.know.roles.article != 0 && p.lat.Plays(b.start-1, p.know.roles.article) && p.lat.Plays(b.start-2, p.know.roles.onTime) && p.lat.Is(b.start, lang.DayNumber) && p.lat.Is(b.start+1, lang.Glued) { // on the | 26th of July
			p.lat.Add(lang.DateChunk, b.start-1, b.end, id)
		}
		if len(b.date.String()) >= 4 {
			p.lastDate, p.lastEnd = b.date, b.end
		}
	}
}

// longest gives the longest of the candidates that is a date, of equally long
// ones the first that has a value, else the first; -1 where none is left.
// Those found to be no dates are emptied.
func (p *part) longest(found []dateSpan, s lang.Sentence) int {
	for {
		most, best := 0, -1
		for i := range found {
			most = max(most, found[i].end-found[i].start)
		}
		if most == 0 {
			return -1
		}
		for i := range found {
			f := &found[i]
			if f.end-f.start != most {
				continue
			}
			if !f.isDate(p, s) {
				f.end = f.start
				continue
			}
			if !f.date.IsZero() {
				return i
			}
			if best < 0 {
				best = i
			}
		}
		if best >= 0 {
			return best
		}
	}
}
