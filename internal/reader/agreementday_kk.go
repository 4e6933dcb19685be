package reader

import (
	"slices"
	"strings"
	"time"

	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// dayWithinKK gives the one day of several on which a Kazakh sentence, or the one before that
// it goes on from, tells that something was done: «Конференцияның бірінші күні», «Қорытынды
// күні | делегаттар декларацияны қабылдады»; the date itself elsewhere.
func (f *agreementFinder) dayWithinKK(date value.Date, s lang.Sentence) value.Date {
	const longest = 31 * 24 * time.Hour
	if !f.headLast {
		return date
	}
	if date.IsZero() {
		if date = f.daysBeforeKK(s); date.IsZero() {
			return date
		}
		if day := f.dayWithinKK(date, s); day != date {
			return day
		}
		return value.Date{}
	}
	first, ok := date.First()
	last, closed := date.Last()
	if !ok || !closed || last.Sub(first) < 24*time.Hour || last.Sub(first) > longest || len(date.String()) < len("2006-01-02/2006-01-02") {
		return date
	}
	day, told := f.whichDayKK(first, last, s)
	if !told && f.talksOpenKK(s) {
		day, told = f.whichDayKK(first, last, f.p.sentenceOf(s.First-1))
	}
	if !told {
		return date
	}
	return value.DateOf(day)
}

// daysBeforeKK gives the days told last in the three sentences before one, where they are
// several; none elsewhere.
func (f *agreementFinder) daysBeforeKK(s lang.Sentence) value.Date {
	at := f.p.sentenceIndex(s.First)
	for k := at - 1; k >= max(0, at-3); k-- {
		b := f.p.sents[k]
		for _, i := range slices.Backward(f.p.mentionsIn(lang.DateChunk, b.First, b.Last)) {
			if m := &f.p.mens[i]; !m.date.IsZero() {
				if strings.Contains(m.date.String(), "/") {
					return m.date
				}
				return value.Date{}
			}
		}
	}
	return value.Date{}
}

// whichDayKK gives the day of a span that a Kazakh sentence tells by its place in the row, and
// whether it tells one: «үшінші күні», «соңғы күні».
func (f *agreementFinder) whichDayKK(first, last time.Time, s lang.Sentence) (time.Time, bool) {
	for k := s.First + 1; k < s.Last; k++ {
		if w := f.l.Fold(k); w != "күні" && w != "күнінде" {
			continue
		}
		switch {
		case f.l.Plays(k-1, f.p.know.roles.lastDayOf):
			return last, true
		case f.l.Plays(k-1, f.p.know.roles.firstDayOf):
			return first, true
		}
		for i := k - 1; i >= max(s.First, k-2); i-- {
			n, ok := f.p.numberAt(i)
			if !ok || !n.ordinal || n.end != k || n.value < 1 {
				continue
			}
			if day := first.AddDate(0, 0, int(n.value)-1); !day.After(last) {
				return day, true
			}
		}
	}
	return time.Time{}, false
}

// dayOfMeetingKK gives the one day of the sentence before a Kazakh one that opens with the
// talks or the visit which that one tells of, for what is to be signed there: «Президент 15
// қарашада Ригаға барады. Сапар барысында | келісімге қол қойылады»; none elsewhere.
func (f *agreementFinder) dayOfMeetingKK(s lang.Sentence) (date value.Date) {
	if !f.headLast || !f.talksOpenKK(s) || f.l.Toks[s.First].Para {
		return date
	}
	before := f.p.sentenceOf(s.First - 1)
	for _, k := range f.p.mentionsIn(lang.DateChunk, before.First, before.Last) {
		m := &f.p.mens[k]
		if m.date.IsZero() || f.until(m) {
			continue
		}
		if !date.IsZero() {
			return value.Date{}
		}
		date = m.date
	}
	if date.IsZero() || !f.future(date) {
		return value.Date{}
	}
	return date
}
