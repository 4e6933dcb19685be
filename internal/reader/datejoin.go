package reader

import (
	"fmt"
	"sort"
	"strings"
	"time"

	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// joinDates makes one span of two dates of a sentence that a word of the
// pack's list datejoin ties together: "from 1 May until next Sunday", «с 2019
// года по май 2021 года». The list says what the word needs before the first
// date: nothing (span), a word of datefrom (from), or one that it answers to
// (between). A dash joins dates of one precision. Where the language puts the
// word behind (value after), the first date has an ending of the list
// ablative: «наурыздан келесі айға дейін».
func (p *part) joinDates(found []dateSpan, s lang.Sentence) []dateSpan {
	c := p.know.lists.dateJoin
	if c == lang.NoClass || len(found) < 2 {
		return found
	}
	sort.Slice(found, func(i, j int) bool { return found[i].start < found[j].start })
	for i := 0; i+1 < len(found); i++ {
		a, b := &found[i], &found[i+1]
		if !p.joined(a, b, c, s) {
			continue
		}
		if d, ok := spanned(a, b); ok {
			a.end, a.date, a.near, a.rule = b.end, d, false, "date.joined"
			found = append(found[:i+1], found[i+2:]...)
		}
	}
	return found
}

// joined reports whether the tokens between two dates, and those around them,
// make them the ends of one span.
func (p *part) joined(a, b *dateSpan, c lang.Class, s lang.Sentence) bool {
	l, gap := p.lat, b.start-a.end
	if gap < 0 || gap > 2 || a.date.IsZero() || b.date.IsZero() || a.impossible || b.impossible || strings.Contains(a.date.String()+b.date.String(), "/") {
		return false
	}
	if gap == 0 {
		v, _, ok := l.Value(b.end, c)
		return ok && v == "after" && b.end < s.Last && p.know.endings.ablative.end(l.Fold(a.end-1), 2)
	}
	k := a.end
	if gap == 2 && l.Rune(k) == ',' && p.know.pack.Settings["figures"] == "mdy" { // between Oct. 1, 2012, and Jan. 15, 2013
		k++
	}
	v, end, ok := l.Value(k, c)
	if !ok || end > b.start || end < b.start && !l.Has(end, p.know.lists.definite) {
		return false
	}
	before, from := "", p.know.lists.dateFrom
	for k := a.start - 1; k >= s.First && k >= a.start-2 && before == ""; k-- { // from the
		before, _, _ = l.Value(k, from)
	}
	if before == "" { // с 1 мая: the word may stand inside the date
		before, _, _ = l.Value(a.start, from)
	}
	moved := p.know.lists.dateMoved
	for k := a.start - 1; (before == "from" || before == "") && v == "from" && moved != lang.NoClass && k >= s.First && k >= a.start-8; k-- {
		if l.Has(k, moved) { // postponed from Monday to Friday
			return false
		}
	}
	switch v {
	case "dash": // 6 May – Today, the head of the fund met …: no span
		return a.date.String() != b.date.String() && len(a.date.String()) == len(b.date.String()) && (len(a.date.String()) > 4 || before != "")
	case "from":
		return before == v || before == "" && (a.start == s.First && p.isToday(b) || p.isToday(a) && p.know.pack.Settings["figures"] == "mdy")
	case "between":
		return before == v
	case "span":
		if k := a.start - 1; before != "from" && k >= s.First { // "was put off on Friday until May"
			return !l.Has(k, p.know.lists.pointPrep) && !l.Has(k, p.know.lists.pastWord) && !p.know.endings.pastEnd.end(l.Fold(k), 2)
		}
		return true
	}
	return false
}

// isToday reports whether a date is the day of publication, told by a word.
func (p *part) isToday(d *dateSpan) bool {
	pub, ok := p.today()
	return ok && d.end == d.start+1 && p.lat.Is(d.start, lang.Word) && d.date.String() == pub.Format(time.DateOnly)
}

// spanned gives the time from the first day of a to the last of b. The year of
// an end that the text does not give follows the other end's.
func spanned(a, b *dateSpan) (value.Date, bool) {
	from, to := a.date.String(), b.date.String()
	if len(from) < 4 || len(to) < 4 {
		return value.Date{}, false
	}
	year := func(s string, of string, shift int) string {
		var y int
		fmt.Sscanf(of, "%4d", &y)
		return fmt.Sprintf("%04d%s", y+shift, s[4:])
	}
	switch {
	case a.near && !b.near:
		if from = year(from, to, 0); from > to {
			from = year(from, to, -1)
		}
	case b.near:
		if !a.near && !a.told {
			to = year(to, from, 0)
		}
		if to < from {
			if to = year(to, from, 0); to < from {
				to = year(to, from, 1)
			}
		}
	}
	return edtf("%s/%s", from, to)
}
