package reader

import (
	"math"

	"shanyraq/internal/lang"
)

// Which of several figures of a sentence a date or a place belongs to, and which
// dates and places of it belong to none.

// placeBehind gives the place right behind a figure where the nearest, m, stands
// behind the figure before it: "12 people died in Nepal and 30 in India", «98 — из
// Норвегии», «98-і Норвегиядан». nil where the nearest is its own.
func (f *figureReader) placeBehind(m *mention, s lang.Sentence, at, end int) *mention {
	if f.endedBefore == 0 || m.start < f.endedBefore || m.end > at {
		return nil
	}
	for i := end; i < s.Last && i <= end+3; i++ {
		if f.l.Has(i, lang.PlaceChunk) {
			if o, ok := f.p.mentionAt(i, lang.PlaceChunk); ok && o.entity >= 0 && o.start == i {
				return o
			}
			return nil
		}
		if f.p.know.headLast || !isDash(f.l.Rune(i)) && (!f.l.Is(i, lang.Lower) || f.l.Has(i, f.and) || f.l.Has(i, lang.NumberChunk)) {
			return nil
		}
	}
	return nil
}

// ofShare reports whether a date or place is told of a part of what was counted,
// between commas, that the number at token at is no part of: "4,200 guests, a third
// of them from Chad, and 31 stands", «112 судов, четверть из них — под флагом Палау».
func (f *figureReader) ofShare(m *mention, s lang.Sentence, at int) bool {
	if f.p.know.headLast {
		return false
	}
	r := &f.p.know.roles
	for k := m.start - 1; k > s.First; k-- {
		if f.p.know.russian && f.everyNth(k) {
			return at < k
		}
		if c := f.l.Rune(k); k == at || c == ',' || c == ';' || c == '(' {
			return false
		}
		if !f.l.Plays(k, r.ofThem) || !f.ofThemRu(k-1) && (f.of == lang.NoClass || !f.l.Has(k-1, f.of)) {
			continue
		}
		for i := k; i >= s.First && i > k-7; i-- {
			if i == at {
				return false
			}
			if f.l.Rune(i) == ',' {
				return at < i || f.markBetween(m.end, at)
			}
		}
		return false
	}
	return false
}

// placeOfShare gives the place that is told of the part which begins at token at: "a
// third of them from Chad", «четверть из них — под флагом Палау».
func (f *figureReader) placeOfShare(s lang.Sentence, at int) *mention {
	them := f.p.know.roles.ofThem
	for k, told := at+1, false; k < s.Last && k < at+9 && !f.p.know.headLast; k++ {
		switch {
		case f.l.Plays(k, them) && (f.ofThemRu(k-1) || f.of != lang.NoClass && f.l.Has(k-1, f.of)):
			told = true
		case !told && k > at+4, f.l.Is(k, lang.Punct) && !isDash(f.l.Rune(k)):
			return nil
		case told && f.l.Has(k, lang.PlaceChunk):
			if m, ok := f.p.mentionAt(k, lang.PlaceChunk); ok && m.entity >= 0 {
				return m
			}
			return nil
		}
	}
	return nil
}

// markBetween reports whether a comma or a semicolon stands in the tokens [from, to).
func (f *figureReader) markBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if c := f.l.Rune(k); c == ',' || c == ';' {
			return true
		}
	}
	return false
}

// ofInstrument reports whether a date only tells which instrument is meant: "a
// memorandum of 2016", «меморандум 2016 года», «2016 жылғы меморандум».
func (f *figureReader) ofInstrument(m *mention) bool {
	noun := f.p.know.lists.instrumentNoun
	switch {
	case noun == lang.NoClass || m.start == 0:
		return false
	case f.p.know.headLast:
		return f.l.Has(m.end, noun)
	case f.p.know.russian:
		return f.l.Has(m.start-1, noun)
	}
	return m.start > 1 && f.l.Has(m.start-1, f.of) && f.l.Has(m.start-2, noun)
}

// afterSince reports whether a place behind the number at token at stands in a
// clause that says since when: "fell since the two met in Moroni".
func (f *figureReader) afterSince(m *mention, at int) bool {
	c := f.p.know.lists.sinceWord
	if f.echo == lang.NoClass || c == lang.NoClass || m.start < at {
		return false
	}
	for k := m.start - 1; k > at; k-- {
		if f.l.Has(k, c) {
			return !f.l.Has(k+1, lang.DateChunk)
		}
		if f.l.Is(k, lang.Punct) {
			return false
		}
	}
	return false
}

// opensNext reports whether a date behind the number at token at opens what is said
// of the next number, behind a comma: "61 per cent, in 2021 it was 58", «61 %, в 2021
// году — 58 %».
func (f *figureReader) opensNext(m *mention, at int) bool {
	if m.start <= at || !f.markBetween(m.start-2, m.start) {
		return false
	}
	for k := m.end; k < len(f.l.Toks) && k <= m.end+3 && !f.l.Toks[k].Para; k++ {
		if x, ok := f.p.numberAt(k); ok {
			return !x.ordinal && !f.inDate(k)
		}
		if !isDash(f.l.Rune(k)) && !f.l.Is(k, lang.Lower) {
			return false
		}
	}
	return false
}

// rateBase reports whether a number is only what another is reckoned for: "4.5
// deaths per 1,000 people", «12 случаев на 100 тысяч населения», «100 мың тұрғынға
// шаққанда».
func (f *figureReader) rateBase(x *number, s lang.Sentence) bool {
	r := &f.p.know.roles
	if x.value == 1 && f.oneOfRate(x, s) {
		return true
	}
	if f.p.know.headLast {
		for k := x.end; k < s.Last && k <= x.end+2; k++ {
			if f.l.Plays(k, r.rateFor) {
				return true
			}
		}
		return f.eachGetsKK(x, s)
	}
	if x.start == s.First {
		return false
	}
	if !f.p.know.russian { // per 1,000 people; 80 of every 100 visitors, 80 for every 100
		return f.l.Plays(x.start-1, r.rateFor) || x.start-2 >= s.First && f.l.Plays(x.start-1, r.everyOne) && (f.l.Has(x.start-2, f.of) || f.l.Has(x.start-2, f.p.know.lists.inPrep) || roundRate(x.value) && f.l.Fold(x.start-2) == "for")
	}
	return roundRate(x.value) && f.l.Plays(x.start-1, r.forAmount) && (f.l.Plays(x.end, r.rateFor) || f.fallsToRU(x, s)) && f.changeBefore(x.start, s) == "" && f.changeApart(x.start, s) == ""
}

// fallsToRU reports whether a Russian verb beside so many says that another number falls to
// them: «на 100 браков | приходится 14 разводов», «14 разводов приходилось | на 100 браков».
func (f *figureReader) fallsToRU(x *number, s lang.Sentence) bool {
	c := f.p.know.roles.fallsTo
	if unit, _, ok := f.l.Value(x.end, f.unit); ok && isCode(unit) { // на 100 рублей приходится жить
		return false
	}
	for k := x.end; k < s.Last && k <= x.end+4 && f.l.Is(k, lang.Lower); k++ {
		if f.l.Plays(k, c) {
			return true
		}
	}
	return x.start-2 >= s.First && f.l.Plays(x.start-2, c)
}

// oneOfRate reports whether a one is what a price or a sum is told for: "one litre of
// diesel costs 385 drams", «на одного жителя приходится 105 тысяч рублей», «бір тонна
// көмір 365 сомони тұрады».
func (f *figureReader) oneOfRate(x *number, s lang.Sentence) bool {
	unit, end, ok := f.l.Value(x.end, f.unit)
	person := f.p.know.russian && x.start > s.First && f.l.Plays(x.start-1, f.p.know.roles.forAmount) && f.l.Has(x.end, f.person)
	if x.digits || !person && (!ok || ofTime(unit) || unit == "percent" || unit == "pp" || isCode(unit)) {
		return false
	}
	if ok && f.l.Has(end, lang.NumberChunk) && (f.p.know.headLast && dativeKK(f.l.Fold(end-1)) || f.p.know.russian && x.start > s.First && f.l.Plays(x.start-1, f.p.know.roles.forAmount)) { // бір гектарға 60 центнер
		return true
	}
	for k := max(end, x.end); k < s.Last; k++ {
		if !f.l.Has(k, lang.NumberChunk) || f.l.Has(k, lang.DateChunk) {
			continue
		}
		y := f.p.numberOf(k)
		u, _, _ := f.l.Value(f.skipCase(y.end, s), f.unit)
		return person || isCode(u) || f.l.Has(k-1, f.currency)
	}
	return false
}

// roundRate reports whether rates are told for so many: a hundred, a thousand and
// so on.
func roundRate(v float64) bool {
	p := math.Log10(v)
	return v >= 100 && p == math.Trunc(p)
}

// signAhead reports whether a currency of several signs ends right before the number
// at token i, whose last sign alone is none: $US5.
func (f *figureReader) signAhead(i int, s lang.Sentence) bool {
	_, first, ok := f.endingAt(i, s.First, f.currency)
	return ok && first < i-1
}

// bestSince reports whether a date only says since when something is the most or the
// first: "the highest level since 2019", «максимум с 2019 года».
func (f *figureReader) bestSince(m *mention, s lang.Sentence) bool {
	c := f.p.know.lists.sinceWord
	switch {
	case c == lang.NoClass || m.start-2 < s.First:
		return false
	case f.sinceRecords(m, c):
		return true
	case !f.l.Has(m.start-1, c):
		return false
	}
	r, most := &f.p.know.roles, f.p.know.lists.superlative
	for k := m.start - 2; k >= s.First && k >= m.start-5 && f.l.Is(k, lang.Word); k-- {
		if f.l.Plays(k, r.bestSince) || most != lang.NoClass && f.l.Has(k, most) {
			return true
		}
		if f.p.know.russian && k < m.start-2 {
			break
		}
	}
	return false
}

// sinceRecords reports whether a date only says since when something is measured at
// all: "the driest winter since records began in 1994", «с начала наблюдений в 1994
// году». since is the class of words that open such a clause.
func (f *figureReader) sinceRecords(m *mention, since lang.Class) bool {
	for k := m.start - 2; k > 0 && k > m.start-5; k-- {
		if f.l.Plays(k, f.p.know.roles.recordsKept) {
			return f.l.Has(k-1, since) || f.l.Has(k-2, since)
		}
	}
	return false
}

// levelKK reports whether the Kazakh word for "up to" at token i leads to the level
// that something rose or fell to: «4,6 пайызға дейін төмендеді».
func (f *figureReader) levelKK(i int) bool {
	c := f.p.know.lists.changeAfter
	return f.p.know.headLast && c != lang.NoClass && f.l.Has(i+1, c) && !f.l.Has(i+1, f.qualAfter)
}
