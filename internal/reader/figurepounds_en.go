package reader

import (
	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// poundsOfWeight reports whether the pounds of a figure are a weight: behind "weighed", of
// something told by weight, beside kilograms, or what somebody lost. Elsewhere they are
// money.
func (f *figureReader) poundsOfWeight(g *figure) bool {
	if g.st.Unit != "GBP" || f.echo == lang.NoClass || g.rule == "figure.money" {
		return false
	}
	k := g.x.end
	for ; k < g.s.Last && k < g.x.end+5 && !f.l.Plays(k, f.p.know.roles.poundWord); k++ {
	}
	if k >= g.s.Last || k >= g.x.end+5 {
		return false
	}
	if f.l.Has(k+1, f.of) {
		return f.ofGoods(k+2, g.s) && !f.toldOfBritain()
	}
	return f.l.Plays(k+1, f.p.know.roles.heavierBy) || f.besideKilograms(g, k+1) || f.weighedBefore(g) || f.bodyWeight(g, k+1)
}

// ofGoods reports whether what begins at token i, behind up to two words that describe it,
// is told by its weight.
func (f *figureReader) ofGoods(i int, s lang.Sentence) bool {
	for k := i; k < s.Last && k < i+3; k++ {
		if f.l.Plays(k, f.p.know.roles.byWeight) {
			return !f.l.Plays(k+1, f.p.know.roles.paidIn) // pounds of fuel subsidies
		}
		if !f.l.Is(k, lang.Lower) || f.l.Has(k, f.stop) {
			return false
		}
	}
	return false
}

// weighedBefore reports whether a word of weighing stands right before a figure, its
// qualifier and a preposition aside: "weighed in at more than 300 pounds".
func (f *figureReader) weighedBefore(g *figure) bool {
	k := g.x.start - 1
	if _, first, ok := f.endingAt(g.x.start, g.s.First, f.qual); ok {
		k = first - 1
	}
	for n := 0; n < 2 && k > g.s.First && (f.l.Has(k, f.p.know.lists.inPrep) || f.l.Has(k, f.of) || f.l.Has(k, f.p.know.lists.indefinite)); n++ {
		k--
	}
	return k >= g.s.First && f.l.Plays(k, f.p.know.roles.weighs)
}

// besideKilograms reports whether a bracket or "or" beside a figure tells the same weight
// in kilograms: "2,000 pounds (907 kilograms)", "25 kilograms (55 pounds)". next is the
// token behind the unit.
func (f *figureReader) besideKilograms(g *figure, next int) bool {
	metric := func(u string) bool { return u == "kg" || u == "t" || u == "g" }
	if f.l.Rune(next) == ',' {
		next++
	}
	if f.l.Rune(next) == '(' || f.l.Fold(next) == "or" {
		for k := next + 1; k < g.s.Last && k < next+4; k++ {
			if x, ok := f.p.numberAt(k); ok {
				u, _, told := f.l.Value(x.end, f.unit)
				return told && metric(u)
			}
		}
	}
	if f.lastSentence != g.s || !metric(f.lastUnit) {
		return false
	}
	k := g.x.start - 1
	for k > g.s.First && f.l.Has(k, f.qual) {
		k--
	}
	return f.l.Rune(k) == '(' || f.l.Fold(k) == "or"
}

// bodyWeight reports whether he or she lost or gained so many pounds, nothing behind telling
// what for: "She lost 40 pounds in a year", but "He lost 40 pounds on a horse".
func (f *figureReader) bodyWeight(g *figure, next int) bool {
	const most = 300 // that somebody may lose
	k := g.start - 1
	for k > g.s.First && !f.l.Plays(k, f.p.know.roles.bodyWeight) && f.l.Has(k, f.qual) {
		k--
	}
	if g.value > most || k <= g.s.First || !f.l.Plays(k-1, f.p.know.roles.agedOne) && !f.l.Plays(k-2, f.p.know.roles.agedOne) || !f.l.Plays(k, f.p.know.roles.bodyWeight) || f.toldOfBritain() {
		return false
	}
	if next >= g.s.Last || f.l.Is(next, lang.Punct) {
		return f.l.Rune(next) != ',' || !f.l.Has(next+1, f.p.know.lists.possessive) && !f.l.Has(next+1, f.p.know.lists.indefinite) // 50 pounds, his wallet
	}
	switch f.l.Fold(next) {
	case "since", "after", "during", "while", "before", "when", "through":
		return true
	case "and": // and felt better, but: and a car
		l := &f.p.know.lists
		return !f.l.Has(next+1, l.possessive) && !f.l.Has(next+1, l.indefinite) && !f.l.Has(next+1, l.definite) && !f.l.Is(next+1, lang.Number)
	case "in", "over":
		for k := next + 1; k < min(g.s.Last, next+5); k++ {
			if f.l.Has(k, f.p.know.lists.timeUnit) || f.l.Has(k, f.p.know.lists.season) {
				return true
			}
		}
	}
	return false
}

// toldOfBritain reports whether the text names the United Kingdom.
func (f *figureReader) toldOfBritain() bool {
	_, told := f.p.doc.personIndex().ids[named{read.Place, "GB"}]
	return told
}

// oldMarks gives so many marks as only money is counted in their unit: "300 million marks".
func (f *figureReader) oldMarks(g *figure) {
	const many = 10000
	if g.st.Unit == "" && g.value >= many && f.echo != lang.NoClass && f.l.Plays(g.x.end, f.p.know.roles.germanMark) {
		g.st.Unit, g.st.Counted = "DEM", ""
	}
}
