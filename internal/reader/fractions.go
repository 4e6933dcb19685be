package reader

import (
	"strconv"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// vulgar are the fractions that are one character.
var vulgar = map[rune]float64{'½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 0.333333, '⅔': 0.666667, '⅕': 0.2, '⅖': 0.4, '⅗': 0.6, '⅘': 0.8, '⅙': 0.166667, '⅚': 0.833333, '⅛': 0.125, '⅜': 0.375, '⅝': 0.625, '⅞': 0.875}

// signed reads a negative number: "-12.5" with its sign set apart from what
// stands before or behind a bracket, "minus five".
func (n *numberReader) signed(i int) (number, bool) {
	k := i + 1
	if k >= len(n.l.Toks) || n.l.Toks[k].Para {
		return number{}, false
	}
	word := n.l.Has(i, n.minus) && !n.l.Plays(i-1, n.p.know.roles.or) // plus or minus
	r := n.l.Rune(i)
	sign := (r == '-' || r == '−') && (!n.glued(i) || n.l.Rune(i-1) == '(') && (!n.l.Toks[i].Para || k+1 == len(n.l.Toks) || n.degrees(k+1)) && n.glued(k) && n.l.Is(k, lang.Number) && !(i > 0 && n.l.Is(i-1, lang.Number))
	if !word && !sign || word && !n.l.Is(k, lang.Number) && !n.l.Has(k, n.num) {
		return number{}, false
	}
	x, ok := n.at(k)
	if v, slashed := n.slashed(k); slashed && (!ok || x.end == k+1) { // -4/5
		x, ok = number{end: k + 3, value: v, digits: true, scaled: true}, true
	}
	if !ok || x.ordinal || x.roman {
		return number{}, false
	}
	x.start, x.value = i, -x.value
	return x, true
}

// partOf reads a part of a multiplier, "half a million", a fraction that is
// one character, and one in digits, "3/4".
func (n *numberReader) partOf(i int) (number, bool) {
	if v, end, ok := n.entry(i, n.part); ok {
		if m, after, ok := n.multAt(end); ok {
			return number{start: i, end: after, value: v * m, scaled: true}, true
		}
		if u, _, ok := n.l.Value(end, n.unit); ok && divided(u) { // half a percentage point
			return number{start: i, end: end, value: v, scaled: true}, true
		}
	}
	if n.l.Rune(i) == '.' && !n.glued(i) && n.glued(i+1) && n.l.Is(i+1, lang.Number) && !n.comma { // .08
		if s := n.l.Slice(i+1, i+2); isDigits(s) {
			v, err := strconv.ParseFloat("0."+s, 64)
			return number{start: i, end: i + 2, value: v, digits: true, scaled: true}, err == nil
		}
	}
	if n.l.Is(i, lang.Punct) {
		if n.l.Rune(i) < '¼' { // most marks
			return number{}, false
		}
		v, ok := vulgar[n.l.Rune(i)]
		return number{start: i, end: i + 1, value: v, digits: true, scaled: true}, ok
	}
	if v, ok := n.slashed(i); ok && !n.glued(i) {
		return number{start: i, end: i + 3, value: v, digits: true, scaled: true}, true
	}
	return number{}, false
}

// divided reports whether a unit is one that parts of are told in words without
// more: half a kilometre. Half a year and half an hour are units of their own.
func divided(unit string) bool {
	switch unit {
	case "percent", "pp", "km", "m", "km2", "m2", "ha", "t", "kg", "l", "°C":
		return true
	}
	return false
}

// slashed reads "3/4" at token i: a fraction less than one, its parts below
// twenty, and nothing more behind it that would make it a date.
func (n *numberReader) slashed(i int) (float64, bool) {
	if n.comma { // 1/8 финала, дом 3/5
		return 0, false
	}
	if i+2 >= len(n.l.Toks) || !n.l.Is(i, lang.DayNumber) || n.l.Rune(i+1) != '/' || !n.glued(i+1) || !n.l.Is(i+2, lang.DayNumber) || !n.glued(i+2) {
		return 0, false
	}
	if i+3 < len(n.l.Toks) && n.glued(i+3) && (n.l.Rune(i+3) == '/' || n.l.Is(i+3, lang.Word) || n.l.Is(i+3, lang.Number)) {
		return 0, false
	}
	a, _ := strconv.Atoi(n.l.Slice(i, i+1))
	b, _ := strconv.Atoi(n.l.Slice(i+2, i+3))
	if a >= b || b >= 20 {
		return 0, false
	}
	return float64(int(float64(a)/float64(b)*1e6+0.5)) / 1e6, true
}

// withFraction adds the part behind a whole number: "two and a half
// (million)", "a million and a half", "2½", "1 1/2".
func (n *numberReader) withFraction(x number) number {
	if x.ordinal || x.roman {
		return x
	}
	i := x.end
	if i >= len(n.l.Toks) || n.l.Toks[i].Para {
		return x
	}
	if n.l.Is(i, lang.Punct) && x.digits && !x.scaled && n.l.Rune(i) >= '¼' {
		if v, ok := vulgar[n.l.Rune(i)]; ok {
			x.value, x.end = x.value+v, i+1
			return n.multiply(x)
		}
	}
	if v, ok := n.slashed(i); ok && x.digits && !x.scaled && x.value < 1000 && !n.glued(i) {
		x.value, x.end = x.value+v, i+3
		return n.multiply(x)
	}
	if n.l.Rune(i) == '-' && n.glued(i) {
		i++
	}
	if !n.l.Has(i, n.and) || x.digits && n.l.Is(x.start, lang.Year) && x.end == x.start+1 { // in 2021 and a quarter above
		return x
	}
	i++
	if n.l.Rune(i) == '-' && n.glued(i) {
		i++
	}
	v, end, ok := n.entry(i, n.fraction)
	if ok && x.digits && end < len(n.l.Toks) && (n.l.Has(end, n.p.know.lists.of) || n.l.Has(end, n.p.know.lists.auxVerb)) {
		return x // over 60 and | a fifth are under 30
	}
	if y, told := n.fractionAt(i, true); told && y.end > end && y.value < 1 { // twenty and three fifths
		v, end, ok = y.value, y.end, true
	}
	if !ok && n.article != lang.NoClass && n.l.Has(i, n.article) && n.l.Rune(i+1) == '-' { // one-and-a-half
		v, end, ok = n.entry(i+2, n.fraction)
	}
	if !ok {
		return x
	}
	unit := 1.0
	if x.scaled {
		unit = n.lowest(x)
	}
	x.value, x.end, x.scaled = x.value+v*unit, end, true
	if m, after, ok := n.multAt(end); ok && unit == 1 {
		x.value, x.end = x.value*m, after
	}
	return x
}

// lowest gives the multiplier that a number ends with: a million in "two
// million"; 1 where it ends with something else.
func (n *numberReader) lowest(x number) float64 {
	for k := x.end - 1; k >= x.start && k >= x.end-2; k-- {
		if m, end, ok := n.multAt(k); ok && end == x.end {
			return m
		}
	}
	return 1
}

// withPoint adds the decimals said behind a number in words: "three point
// five million".
func (n *numberReader) withPoint(x number) number {
	if x.ordinal || x.scaled || !n.l.Has(x.end, n.point) {
		return x
	}
	scale, v, end := 0.1, x.value, x.end+1
	for scale > 1e-5 {
		d, next, ok := n.entry(end, n.num)
		if y, two := n.words(end); ok && two && scale == 0.1 && d >= 10 && y.value < 100 && !y.ordinal { // point seventy-one
			v, scale, end = v+y.value/100, 0.01, y.end
			break
		}
		if !ok || d > 9 {
			break
		}
		v, scale, end = v+d*scale, scale/10, next
	}
	if scale == 0.1 {
		return x
	}
	x.value, x.end, x.scaled = float64(int(v*1e6+0.5))/1e6, end, true
	if m, after, ok := n.multAt(end); ok {
		x.value, x.end = x.value*m, after
	}
	return x
}

// otherMeasure reports whether a number has another measure than the one named
// before it, so that both are no range: "rose 12 % to €340 million".
func (f *figureReader) otherMeasure(y *number, unit string) bool {
	if unit == "" {
		return false
	}
	if u, _, ok := f.endingAt(y.start, max(0, y.start-3), f.currency); ok && u != unit {
		return true
	}
	u, _, ok := f.l.Value(y.end, f.unit)
	return ok && u != unit
}

// unitBehindMore reads the unit behind a qualifier that follows the number:
// "five hundred or more litres".
func (f *figureReader) unitBehindMore(end *int, s lang.Sentence, st *read.Statement) bool {
	_, e, ok := f.l.Value(*end, f.qualAfter)
	if !ok || e >= s.Last {
		return false
	}
	u, e, ok := f.unitAt(e)
	if !ok || e > s.Last {
		return false
	}
	st.Unit, *end = u, e
	return true
}

// amountBefore reports whether an amount stands right before token k, so that
// the word for "to" there leads to a level: «на 12,5 % до 340 млн».
func (f *figureReader) amountBefore(k int, s lang.Sentence) bool {
	_, j, ok := f.endingAt(k, s.First, f.unit)
	return ok && j > s.First && f.l.Is(j-1, lang.Number)
}

// insideNumber reports whether a number reaches beyond the tokens [from, to)
// that name a part: "a quarter of a million", «два с половиной миллиона».
func (f *figureReader) insideNumber(from, to int) bool {
	for k := max(0, from-2); k <= from; k++ {
		if x, ok := f.p.numberAt(k); ok && x.end > from && (x.start < from || x.end > to) {
			return true
		}
	}
	return false
}

// degrees reports whether a measure of warmth stands at token i, so that a mark
// at the beginning of a line is a sign: "-5 °C at dawn".
func (n *numberReader) degrees(i int) bool {
	u, _, ok := n.l.Value(i, n.unit)
	return ok && (u == "°C" || u == "°F")
}
