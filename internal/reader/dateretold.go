package reader

import (
	"sort"
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
	for i := 0; i+1 < len(found); i++ {
		a, b := &found[i], &found[i+1]
		k := a.end
		comma := p.lat.Rune(k) == ','
		if comma {
			k++
		}
		if p.lat.Has(k, p.class("inprep")) {
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
	before := r.p.class("everyword")
	if before == lang.NoClass || has("y") || has("rel") || has("dir") || !has("wd") && !has("m") && !has("season") && !has("wend") {
		return false
	}
	start, end := r.extent()
	return start > r.sentence.First && r.p.lat.Has(start-1, before) || end < r.sentence.Last && r.p.lat.Has(end, r.p.class("everyafter"))
}

// centuryOf gives the first year of the century that a decade is told of, «в
// 60-х годах XIX века», 0 where none is.
func (r *dateReader) centuryOf() int {
	if i := r.firstOf("dcent"); i >= 0 {
		n := r.num("dcent")
		if r.p.lat.Toks[i].Is(lang.Roman) {
			n = lang.RomanValue(r.p.lat.Slice(i, i+1))
		}
		if n < 11 || n > 21 {
			return 0
		}
		return (n - 1) * 100
	}
	v, ok := r.list("drel", "reldate")
	pub, dated := r.p.doc.opt.Published.First()
	if rel := parseRelative(v); ok && dated && rel.unit == "century" {
		return (pub.Year()/100 + rel.n) * 100
	}
	return 0
}

// decades gives the time from one decade to another: «в 1990–2000-х годах»,
// «в 1960–70-х годах».
func decades(from, to int) (value.Date, bool) {
	if to < 100 {
		if to += from - from%100; to < from {
			to += 100
		}
	}
	if to <= from || to%10 != 0 {
		return value.Date{}, false
	}
	return edtf("%03dX/%03dX", from/10, to/10)
}
