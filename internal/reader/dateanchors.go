package reader

import (
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
	"shanyraq/internal/value"
)

// anchoredDates resolves the dates of one sentence that are counted from
// another date of the text: the one that stands last before them in their
// paragraph, else the day of publication.
func (p *part) anchoredDates(set *pattern.Set, s lang.Sentence) {
	var found []dateSpan
	p.scan(set, s, func(m *pattern.Match) bool {
		r := dateReader{p: p, m: m, sentence: s}
		start, end := r.extent()
		inside := p.covering(lang.DateChunk, start)
		if m.Rule.Get("anchor") == "month" && len(inside) > 0 { // "May" of "May of the same year"
			id := int(inside[0])
			if d, ok := r.anchored(min(start, p.mens[id].start)); ok {
				if s := p.mens[id].date.String(); len(s) == len("2006-01-02") { // 28 June of the same year
					if day, ok := edtf("%s%s", d.String(), s[7:]); ok {
						d = day
					}
				}
				p.mens[id].end, p.mens[id].date = end, d
				p.lat.Add(lang.DateChunk, start, end, id)
			}
			return true
		}
		if r.m.Rule.Get("over") == "yes" {
			inside = p.mentionsIn(lang.DateChunk, start, end)
		}
		if len(inside) > 0 && r.m.Rule.Get("over") == "yes" && p.mens[inside[0]].end <= end { // "in two years" of "in two years after that"
			if d, ok := r.anchored(start); ok {
				p.mens[inside[0]].start, p.mens[inside[0]].end, p.mens[inside[0]].date = start, end, d
				p.lat.Add(lang.DateChunk, start, end, int(inside[0]))
				for _, k := range inside[1:] { // 5 мая of "через два дня после 5 мая"
					if m := &p.mens[k]; m.end <= end {
						m.class, m.end, m.date = lang.NoClass, m.start, value.Date{}
					}
				}
			}
			return true
		}
		if d, ok := r.apposed(end); ok {
			found = append(found, dateSpan{start: start, end: end, date: d, rule: m.Rule.Name})
			return true
		}
		if d, ok := r.anchored(start); ok {
			found = append(found, dateSpan{start: start, end: end, date: d, rule: m.Rule.Name})
		}
		return true
	})
	free := found[:0]
	for _, x := range found {
		if len(p.covering(lang.DateChunk, x.start)) == 0 && len(p.covering(lang.DateChunk, x.end-1)) == 0 {
			free = append(free, x)
		}
	}
	if len(free) > 0 {
		p.layDates(free, s)
	}
}

// covering gives the mentions of a class that hold token i.
func (p *part) covering(c lang.Class, i int) (out []int32) {
	for _, k := range p.mentionsIn(c, max(0, i-12), i+1) {
		if p.mens[k].end > i {
			out = append(out, k)
		}
	}
	return out
}

// apposed gives the date that names an anchored one behind a comma: "the
// following year, 1990", "two days later, on 5 May". It is cut to the unit
// that the match counts in.
func (r *dateReader) apposed(end int) (value.Date, bool) {
	l := r.p.lat
	if how := r.m.Rule.Get("anchor"); how != "later" && how != "earlier" || r.firstOf("base") >= 0 || l.Rune(end) != ',' {
		return value.Date{}, false
	}
	unit, _, ok := r.unit("unit")
	if !ok {
		return value.Date{}, false
	}
	k := end + 1
	if l.Has(k, r.p.know.lists.inPrep) {
		k++
	}
	m, ok := r.p.mentionAt(k, lang.DateChunk)
	if !ok || k >= r.sentence.Last {
		return value.Date{}, false
	}
	s := m.date.String()
	if n := precision(unit); len(s) >= n && len(s) <= len(time.DateOnly) {
		d, err := value.ParseDate(s[:n])
		return d, err == nil
	}
	return value.Date{}, false
}

// yearTold reports whether a year in figures stands in the match.
func (r *dateReader) yearTold() bool {
	for i := r.m.Start; i < r.m.End; i++ {
		if r.p.lat.Is(i, lang.Year) {
			return true
		}
	}
	return false
}

// precision is how long the shortest date is that can be counted from in a
// unit: days and weeks from a day, months from a month.
func precision(unit string) int {
	switch unit {
	case "day", "week", "fortnight":
		return len("2006-01-02")
	case "month", "quarter":
		return len("2006-01")
	}
	return len("2006")
}

// sameTimeIn gives the month, quarter or run of months that was named last, in
// another year: "the same quarter of 2020", «за тот же период прошлого года».
func (r *dateReader) sameTimeIn(last value.Date) (value.Date, bool) {
	year := r.theYear()
	if v, ok := r.list("rel", r.p.know.lists.relDate); ok {
		if rel := parseRelative(v); rel.unit == "year" {
			year = r.yearOr(0, rel)
		}
	}
	s := last.String()
	unit := r.m.Rule.Get("unit")
	if year == 0 || len(s) < 7 || unit == "quarter" && (len(s) != 7 || s[5] < '3') || unit == "month" && (len(s) > 10 || s[5] > '1') {
		return value.Date{}, false
	}
	if unit == "month" {
		s = s[:7]
	}
	return inYear(s, year, false)
}

// inYear moves a month, a quarter or a run of months to another year, or by a
// number of years.
func inYear(s string, year int, by bool) (value.Date, bool) {
	if len(s) != 7 && (len(s) != 15 || s[7] != '/') || strings.Contains(s, ".") {
		return value.Date{}, false
	}
	first, err := strconv.Atoi(s[:4])
	if err != nil {
		return value.Date{}, false
	}
	if !by {
		year -= first
	}
	if len(s) == 7 {
		return edtf("%04d%s", first+year, s[4:])
	}
	second, err := strconv.Atoi(s[8:12])
	if err != nil {
		return value.Date{}, false
	}
	return edtf("%04d%s%04d%s", first+year, s[4:8], second+year, s[12:])
}

// byDay reports whether a rule counts in days.
func (r *dateReader) byDay() bool {
	unit, _, _ := r.unit("unit")
	return unit == "day" || r.m.Rule.Get("unit") == "day"
}

// spanOfMonths reports whether a date is a span of more than a month, so that no
// day is counted from it.
func spanOfMonths(d value.Date) bool {
	lo, hi := d.Bounds()
	return hi-lo > 31
}
