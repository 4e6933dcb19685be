package reader

import (
	"sort"
	"strconv"
	"strings"
	"time"

	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// retell mends dates that the next one, behind a comma, tells again: "a year
// ago, in 2015" is 2015 whatever the day of publication, and the Tuesday of
// "last week, on Tuesday" is one of that week.
func (p *part) retell(found []dateSpan) {
	if len(found) < 2 {
		return
	}
	sort.Slice(found, func(i, j int) bool { return found[i].start < found[j].start })
	p.sameYear(found)
	p.sameWeek(found)
	p.dayInBracket(found)
	dayOfHoliday(found)
	for i := 0; i+1 < len(found); i++ {
		a, b := &found[i], &found[i+1]
		k := a.end
		comma := p.lat.Rune(k) == ','
		if comma {
			k++
		}
		if p.lat.Has(k, p.know.lists.inPrep) {
			k++
		} else if !comma {
			continue
		}
		if k != b.start || a.impossible || b.impossible {
			continue
		}
		x, y := a.date.String(), b.date.String()
		switch {
		case a.amount && b.near && len(x) == len("2006") && len(y) > len(x) && !strings.Contains(y, "/"): // two years ago in April
			if d, err := value.ParseDate(x + y[len(x):]); err == nil {
				b.date = d
			}
		case comma && a.amount && !b.told && len(x) <= len(time.DateOnly) && len(y) >= len(x) && !strings.Contains(y, "/"):
			if d, err := value.ParseDate(y[:len(x)]); err == nil {
				a.date = d
			}
		case comma && b.bare && len(y) == len(time.DateOnly) && len(x) == 2*len(time.DateOnly)+1:
			from, _ := a.date.First()
			to, _ := a.date.Last()
			day, ok := b.date.First()
			if ok && from.Weekday() == time.Monday && to.Sub(from) == 6*24*time.Hour {
				b.date = dayOf(from.AddDate(0, 0, (int(day.Weekday())+6)%7))
			}
		}
	}
}

// every reports whether a weekday, month, season or weekend without its year
// comes again and again: "every Monday", «дүйсенбі сайын». Such a one is no
// date.
func (r *dateReader) every(has func(string) bool) bool {
	before, after := r.p.know.lists.everyWord, r.p.know.lists.everyAfter
	if before == lang.NoClass || after == lang.NoClass && (r.m.Start == 0 || !r.p.lat.Has(r.m.Start-1, before)) {
		return false
	}
	if has("y") || has("rel") || has("dir") || !has("wd") && !has("m") && !has("season") && !has("wend") {
		return false
	}
	start, end := r.extent()
	return start > r.sentence.First && r.p.lat.Has(start-1, before) || end < r.sentence.Last && r.p.lat.Has(end, after)
}

// sameYear gives dates of one sentence that lack their year that of a date
// beside them: of the one that follows behind "and", «весной и летом 2019
// года», else of the one told before, where it lies long before the day of
// publication: "elected in March 2016, he resigned in July".
func (p *part) sameYear(found []dateSpan) {
	pub, dated := p.today()
	p.monthsBefore(found, pub, dated)
	and := p.know.lists.andWord
	for i := range found {
		b := &found[i]
		y := b.date.String()
		if i > 0 && b.near && b.start == found[i-1].end+1 && p.lat.Rune(b.start-1) == '(' && len(found[i-1].date.String()) >= 4 && !found[i-1].near && !found[i-1].impossible {
			b.take(found[i-1].date.String()[:4]) // in the first five months of 2018 (January to May)
			continue
		}
		if i > 0 && b.near && !b.impossible && !b.date.IsZero() && p.yearOpens(&found[0]) {
			b.take(found[0].date.String())
			b.near = false
			continue
		}
		if i > 0 && p.yearOfClause(&found[i-1], b) || !b.near || len(y) < 7 || strings.Contains(y, "/") {
			continue
		}
		if i+1 < len(found) && and != lang.NoClass && (p.lat.Has(b.end, and) || p.lat.Has(b.end, p.know.lists.numJoin)) && found[i+1].start <= b.end+2 { // May or June 2012
			if n := &found[i+1]; !n.near && !n.told && len(n.date.String()) == len(y) {
				b.take(n.date.String()[:4])
				continue
			}
		}
		if i == 0 || !dated || b.ahead || y[5] > '1' {
			continue
		}
		a := &found[i-1]
		x := a.date.String()
		first, ok := a.date.First()
		if !ok || a.near || a.told || len(x) < 7 || len(x) > 10 || x[5] > '1' || pub.Sub(first).Hours() < 24*365*1.5 {
			continue
		}
		b.take(x[:4])
		if day, ok := b.date.First(); ok && day.Before(first) && len(x) == len(y) {
			b.take(strconv.Itoa(first.Year() + 1))
		}
		b.near = false
	}
}

// monthsBefore gives months of a list that would lie ahead the year in which they come
// before the month that follows them with its own: "in November 200, in December 210,
// in January 2021 220".
func (p *part) monthsBefore(found []dateSpan, pub time.Time, dated bool) {
	for i := len(found) - 2; i >= 0 && dated; i-- {
		b, n := &found[i], &found[i+1]
		y, next := b.date.String(), n.date.String()
		if !b.near || b.ahead || n.near || len(y) != len("2006-01") || len(next) != len(y) || y[5] > '1' || next[5] > '1' {
			continue
		}
		if today := pub.Format("2006-01"); y <= today || next > today || y[5:] == next[5:] {
			continue
		}
		year, _ := strconv.Atoi(next[:4])
		if y[5:] > next[5:] {
			year--
		}
		b.take(strconv.Itoa(year))
		b.near = false
	}
}

// yearOfClause gives a date b that lacks its year the one its clause opens with or
// counts from now: "Next year the festival will run from 13 to 15 August". It
// reports whether it did. A year gone by is none of what is to come.
func (p *part) yearOfClause(a, b *dateSpan) bool {
	x := a.date.String()
	if !b.near || a.near || a.impossible || b.impossible || len(x) != 4 || b.date.IsZero() || b.start-a.end > 8 || !a.told && a.start > p.sentenceOf(a.start).First+1 {
		return false
	}
	and := p.know.lists.andWord
	for k := a.end; k < b.start; k++ {
		if p.lat.Is(k, lang.Punct) || and != lang.NoClass && p.lat.Has(k, and) {
			return false
		}
	}
	if pub, ok := p.today(); b.ahead && ok && x < strconv.Itoa(pub.Year()) {
		return false
	}
	b.take(x)
	b.near = false
	return true
}

// yearOpens reports whether a year stands at the beginning of an English sentence as the
// time of all that it tells: "Throughout 2023, the number grew, from 400 in January to 900
// by May".
func (p *part) yearOpens(a *dateSpan) bool {
	k := a.start - 1
	return p.know.pack.Tag == "en" && !a.near && !a.impossible && a.end == a.start+1 && len(a.date.String()) == 4 && k == p.sentenceOf(a.start).First && p.lat.Rune(a.end) == ',' &&
		p.lat.Has(k, p.know.lists.npStop) && !p.lat.Has(k, p.know.lists.sinceWord) && !p.lat.Has(k, p.know.lists.untilWord)
}

// take gives a date, or both ends of a span, another year.
func (b *dateSpan) take(year string) {
	from, to, span := strings.Cut(b.date.String(), "/")
	if span && len(to) > 4 && to[:4] == from[:4] {
		to = "/" + year + to[4:]
	} else if span {
		return
	}
	if d, err := value.ParseDate(year + from[4:] + to); err == nil {
		b.date = d
	}
}
