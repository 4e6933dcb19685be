package reader

import (
	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// nthDay gives the day that a Russian sentence counts from the beginning of what the text
// told of before: «Во второй день форума стороны подписали договор» behind «форум прошёл
// 16–18 июня» or «форум открылся 16 июня», «в последний день визита»; zero where it counts none.
func (f *agreementFinder) nthDay(s lang.Sentence) value.Date {
	if !f.russian() {
		return value.Date{}
	}
	for i := s.First + 1; i+1 < s.Last; i++ {
		if !f.l.Plays(i+1, f.p.know.roles.countedDay) || !f.l.Is(i, lang.Lower) {
			continue
		}
		last := f.l.Plays(i, f.p.know.roles.lastOfSpan)
		n, ok := f.numeralAt(i)
		if !last && (!ok || !n.ordinal || n.end != i+1 || n.value < 1 || n.value > 31) || !f.l.Plays(i-1, f.p.know.roles.onDay) {
			continue
		}
		span := f.spanBefore(i - 1)
		if span.IsZero() {
			return span
		}
		from, _ := span.First()
		to, _ := span.Last()
		day := to
		if !last {
			if day = from.AddDate(0, 0, int(n.value)-1); day.After(to) && to.After(from) {
				return value.Date{}
			}
		}
		return dayOf(day)
	}
	return value.Date{}
}

// spanReach is how many paragraphs may tell of what a day is counted from, its own among them.
const spanReach = 4

// spanBefore gives the days of the last thing that the paragraph of token i or one right before it
// tells of as having several: a span, or the one day on which something is said to have begun;
// zero where none is told.
func (f *agreementFinder) spanBefore(i int) value.Date {
	para := f.p.paragraphOf(i)
	for n := 1; n < spanReach && para > 0; n++ {
		para = f.p.paragraphOf(para - 1)
	}
	before := f.p.mentionsIn(lang.DateChunk, para, i)
	for k := len(before) - 1; k >= 0; k-- {
		m := &f.p.mens[before[k]]
		if m.date.IsZero() || m.end > i {
			continue
		}
		lo, hi := m.date.Bounds()
		if hi-lo > 31 {
			continue
		}
		if hi > lo {
			return m.date
		}
		of := f.p.sentenceOf(m.start)
		for j := of.First; j < of.Last; j++ {
			if f.l.Plays(j, f.p.know.roles.beginsThen) {
				return m.date
			}
		}
	}
	return value.Date{}
}
