package reader

import (
	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// figure is a figure that is being read from one number.
type figure struct {
	x          *number
	s          lang.Sentence
	st         read.Statement
	value      float64
	start, end int // with its sign of money, unit and what is counted
	unitWords  int // how many words its unit has
	rule       string
	row        *mention // the place that a row of places names for it
}

// read states the figure of one number and gives the token after it.
func (f *figureReader) read(x *number, s lang.Sentence) int {
	if f.used[x.start] || x.ordinal || x.roman || x.end > s.Last || !x.sole && f.excluded(x, s) {
		return x.end
	}
	if f.broken(x, s) {
		return x.end + 1
	}
	g := figure{x: x, s: s, st: read.Statement{Kind: read.Figure, Qualifier: "exact"}, value: x.value, start: x.start, end: x.end, rule: "figure.number"}
	f.moneyAhead(&g)
	f.unitBehind(&g)
	if y := f.scaledPartner(x); y != nil {
		g.value = scaleLike(g.value, y.value)
	}
	if ofTime(g.st.Unit) && f.setBesideKK(g.end) {
		return g.end
	}
	if minor, e, ok := f.smallMoney(g.st.Unit, x, g.end, s); ok {
		g.value, g.end = g.value+minor, e
	}
	if g.st.Change = f.changeBefore(g.start, s); g.st.Change == "" {
		if g.st.Change = f.changeApart(g.start, s); g.st.Change == "" && g.st.Unit == "percent" {
			g.st.Change = f.changePresent(g.start, s)
		}
	}
	f.toHigher(&g)
	if g.st.Change == "" && (f.sameChange(g.start, g.st.Unit, s) || f.changeAgain(&g)) {
		g.st.Change = f.last.change
	}
	if g.st.Change == "" {
		g.st.Change = f.changeOfSubject(&g)
	}
	if g.st.Change == "" && f.changeSigned(&g) {
		g.st.Change = "rise"
	}
	f.qualify(&g.st, g.start, &g.end, s)
	f.whatIsCounted(&g)
	f.qualifyBehind(&g)
	if g.st.Unit == "" && g.st.Counted == "" {
		f.unitLeftOut(&g)
	}
	f.settleUnit(&g)
	f.told(&g.st, g.value, s, g.start)
	f.personsBy(&g.st, s, g.start, g.end)
	f.ofPeople(&g)
	those := f.ofThose(x, &g.st, s)
	if !those && !x.sole {
		if g.row, those = f.inRow(x, &g.st, s); those {
			g.st.Unit, g.st.Counted = f.last.unit, f.last.noun
		}
	}
	f.peopleCounted(&g)
	f.inBracket(&g)
	f.labelled(&g)
	if !those && !x.sole && f.bare(x, &g.st) {
		return x.end
	}
	f.stateFigure(&g)
	return max(g.end, x.end)
}

// moneyAhead takes the sign of money before a number: $5 million, US$ 40.
func (f *figureReader) moneyAhead(g *figure) {
	if g.start <= g.s.First {
		return
	}
	if unit, k, ok := f.currencyBefore(g.start, g.s); ok {
		g.st.Unit, g.start, g.rule = unit, k, "figure.money"
		if unit == "USD" && k == g.x.start-1 && f.l.Rune(k) == '$' {
			g.st.Unit = f.p.bareDollar()
		}
	} else if f.letterOf(g.x) {
		g.st.Unit, _, _ = f.l.Value(g.start-1, f.letter)
		g.start, g.rule = g.start-1, "figure.money"
	}
}

// unitBehind takes the unit behind a number.
func (f *figureReader) unitBehind(g *figure) {
	g.end = f.skipCase(g.end, g.s)
	if g.st.Unit != "" {
		if _, e, ok := f.l.Value(g.end, f.unit); ok && e <= g.s.Last {
			g.end = e // "$5 million US dollars"
		}
		return
	}
	if f.plainUnit(g, g.x) {
		return
	}
	if f.p.know.headLast && f.l.Has(g.end, f.age) && f.lifeSpanKK(g.x, g.s) {
		g.st.Unit, g.unitWords, g.end, g.rule = "year", 1, g.end+1, "figure.unit"
		return
	}
	if f.hyphenUnit(&g.end, g.s, &g.st) || f.unitBehindMore(&g.end, g.s, &g.st) {
		g.rule = "figure.unit"
	}
}

// plainUnit takes the unit or the sign of money right behind a number.
func (f *figureReader) plainUnit(g *figure, x *number) bool {
	if u, e, ok := f.unitAt(g.end); ok && e <= g.s.Last && !(ofTime(u) && f.inDate(g.end)) { // против 340 | год назад
		g.st.Unit, g.unitWords, g.end, g.rule = u, e-g.end, f.skipCase(e, g.s), "figure.unit"
		return true
	}
	if u, e, ok := f.signBehind(x, g.end, g.s); ok {
		g.st.Unit, g.end, g.rule = u, e, "figure.money"
		return true
	}
	return false
}

// toHigher takes the higher end of a range: 12 to 15 km, 5–10 per cent, "between 5
// and 10".
func (f *figureReader) toHigher(g *figure) {
	x, st := g.x, &g.st
	level := st.Change != "" && st.Unit != ""                    // rose by 12 % to 40
	grew := f.grewFrom(g.start, g.s) && !isDash(f.l.Rune(g.end)) // с 18—23 до 14—18
	y, next, ok := f.rangeEnd(g.end, x, g.s)
	if !ok {
		y, next, ok = f.spanKK(g.end, x, st.Unit, g.s)
	}
	if !ok || level || st.Unit == "percent" && (y.scaled || y.value >= 1000) || f.otherMeasure(y, st.Unit) || f.otherUnit(x, y, g.s) || f.byThenTo(x, y, st.Change) {
		return
	}
	high := y.value
	if y.scaled && !x.scaled && x.value < 1000 && y.value >= 1000 && !(grew && f.roseFrom(g.start, g.s) && scaleLike(g.value, y.value) > y.value) { // 3 to 5 million, but rose from 900 to 14 thousand
		g.value = scaleLike(g.value, y.value)
	}
	if high > g.value && !grew {
		st.High = &high
		g.end = f.skipCase(next, g.s)
		if st.Unit == "" {
			f.plainUnit(g, y)
		}
		f.take(y.start, y.end)
	}
}

// whatIsCounted takes what stands behind a number: what it counts or, for per
// cent, what it is a share of.
func (f *figureReader) whatIsCounted(g *figure) {
	if g.st.Unit == "percent" || g.st.Unit == "pp" {
		f.share(&g.st, &g.end, g.s)
		return
	}
	if f.p.know.pack.Tag != "kk" || !g.x.digits || !f.possessedNumber(g.x) { // 17-сі counts nothing behind it
		before := g.end
		f.counted(&g.st, &g.end, g.s)
		f.notSubject(&g.st, before, &g.end)
		if f.p.know.headLast && g.st.Counted == "" && g.st.Unit != "" {
			f.labelKK(g)
		}
	}
}

// qualifyBehind takes a qualifier that stands behind what is counted.
func (f *figureReader) qualifyBehind(g *figure) {
	if g.st.Qualifier == "over" && f.during(g.start, g.st.Unit) { // over twelve months
		g.st.Qualifier = "exact"
	}
	if g.st.Qualifier == "exact" {
		f.qualifyAfter(&g.st, &g.end, g.s)
	}
}

// unitLeftOut gives a number the unit that the words around it or the figure before
// it have.
func (f *figureReader) unitLeftOut(g *figure) {
	st := &g.st
	if f.peopleOf(g.x) {
		st.Unit = "person"
	}
	if f.borrowUnit(st, g.x, g.end, g.s); st.Unit == "" {
		if f.unitAhead(st, g.x, g.end, g.s); st.Unit == "" {
			f.sumAhead(st, g.x, g.end, g.s)
		}
		if st.Unit != "" {
			g.unitWords = 1
		} else if !g.x.sole {
			f.rowAhead(g)
		}
	}
	if st.Unit == "" && (f.lastSentence == g.s && f.alike(g.x) && !f.indexLevel(g) || f.moneyBefore(g.x, g.s)) {
		if _, end := f.populaceBefore(g.s, g.start); end == 0 { // $98 billion, and the population of the two states reached 61 million
			st.Unit = f.lastUnit
		}
	}
}

// belowZero is what the packs call degrees that are told as those of frost.
const belowZero = "-°C"

// settleUnit tells whose currency is meant and remembers the unit; a number without
// one has that of its column, or counts persons.
func (f *figureReader) settleUnit(g *figure) {
	st := &g.st
	f.oldMarks(g)
	if st.Unit == belowZero || st.Unit == "°C" && g.value > 0 && f.frostKK(g) {
		st.Unit, g.value = "°C", -g.value
		if st.High != nil { // 25 to 30 degrees of frost
			low := -*st.High
			*st.High, g.value = g.value, low
		}
	}
	if k := g.x.start - 1; k < g.s.First || f.l.Slice(k, k+1) != st.Unit { // the code of a currency means no other
		st.Unit = f.p.ownCurrency(st.Unit, g.unitWords, g.s)
	}
	if f.poundsOfWeight(g) {
		st.Unit = "lb"
	}
	if st.Unit != "" {
		f.lastSentence, f.lastUnit, f.lastNumber = g.s, st.Unit, *g.x
		return
	}
	if st.Counted == "" && f.fromHeader(st, g.x) {
		g.rule = "figure.cell"
	}
	if st.Unit == "" && f.collective != lang.NoClass && f.l.Has(g.x.start, f.collective) { // трое погибли
		st.Unit = "person"
	}
}

// stateFigure adds what its clause tells of a figure, its change, subject, day
// and place, and states it.
func (f *figureReader) stateFigure(g *figure) {
	st, s := &g.st, g.s
	f.endedBefore = 0
	if f.last.sentence == s {
		f.endedBefore = f.last.tok
	}
	f.last = lastCount{unit: st.Unit, noun: st.Counted, value: g.value, end: s.Last, first: g.start, tok: g.end, sentence: s, people: st.Unit == "percent" && st.Group != "", group: st.Group}
	value := g.value
	st.Value = &value
	f.changeAfter(st, g.start, g.end)
	f.changeAhead(st, g.x, g.end, s)
	f.last.change = st.Change
	f.subject(st, s, g.start)
	if m := f.dateBehind(g.end, s); m != nil && st.Date == "" && !f.compared(m) && !(f.p.know.russian && f.besideTime(m)) && !f.besideTimeEN(m, s) && !f.p.baseDate(m) && !f.otherDeed(m, s, g.start, g.end) {
		st.Date = m.date.String()
		f.since(st, s, m)
	}
	f.where(st, s, g.start, g.end)
	if g.row != nil {
		st.Place = ref(g.row.entity)
	}
	f.respective(st, s, g.x.start)
	f.populace(st, s, g.start)
	f.measuredKK(st, s, g.start, g.end)
	f.p.state(*st, g.rule, s.First, s.Last)
	f.take(g.start, g.end)
	f.remember(st, s)
}

// take marks the tokens [from, to) as read, so that no other figure is told by them.
func (f *figureReader) take(from, to int) {
	for i := from; i < to && i < len(f.used); i++ {
		f.used[i] = true
	}
}
