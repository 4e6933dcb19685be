package reader

import (
	"math"

	"shanyraq/internal/lang"
)

// tally adds up the words of a number. Each word must be smaller than the last
// place written: "two three" is two numbers, "twenty three" one.
type tally struct {
	total float64 // of the groups behind which a multiplier stood
	group float64 // of the words since
	low   float64 // the lowest place of the group
	mult  float64 // the lowest multiplier
}

// words reads a number in words at token i.
func (n *numberReader) words(i int) (number, bool) { return n.wordsBefore(i, len(n.l.Toks)) }

// wordsBefore reads a number in words in the tokens [i, limit), as far as they go.
func (n *numberReader) wordsBefore(i, limit int) (number, bool) {
	x := number{start: i, end: i}
	t := tally{low: 1e15, mult: 1e18}
	for j := i; j < limit; j = x.end {
		k := j
		if x.end > i {
			k = n.joint(j, &t)
		}
		if k >= limit || k > i && n.l.Toks[k].Para {
			break
		}
		if v, end, ok := n.numWord(k); ok && v < t.low {
			if v == 0 && x.end > i {
				break
			}
			t.group, t.low, x.end = t.group+v, place(v), end
			if n.l.Is(k, lang.Number) { // nothing goes into 23
				t.low = 0
			}
			continue
		}
		if v, end, ok := n.entry(k, n.owned); ok && k > i && t.low == 10 {
			x.value, x.end = t.total+t.group+v, end // он үші
			return x, true
		}
		if v, end, ok := n.entry(k, n.ord); ok && v >= 100 && t.group > 0 && t.group < min(v, 1000) && t.mult > v {
			x.value, x.ordinal, x.end = t.total+t.group*v, true, end // екі мыңыншы, two hundredth
			return x, true
		} else if ok && v < t.low {
			x.value, x.ordinal, x.end = t.total+t.group+v, true, end
			return x, true
		}
		v, end, ok := n.entry(k, n.mult)
		if !ok || !t.multiply(v, x.end == i) {
			break
		}
		x.scaled = x.scaled || v != 100
		x.end = end
	}
	x.value = t.total + t.group
	return x, x.end > x.start
}

// joint passes what joins the words of one number at token j: a hyphen, "and", the
// comma of "one thousand, two hundred".
func (n *numberReader) joint(j int, t *tally) int {
	switch {
	case n.l.Rune(j) == '-' && n.glued(j):
		return j + 1
	case n.l.Has(j, n.and) && (t.low == 100 || t.mult <= 1000 && t.group == 0 || n.sole && t.low > 1) && !n.l.Has(j+1, n.mult):
		return j + 1
	case n.l.Rune(j) == ',' && n.hundredsBehind(j, t.mult, t.group):
		return j + 1
	}
	return j
}

// numWord gives the value of a word of a number at token k. Where a text is
// nothing but a number, figures are such words too: "5 thousand three hundred".
func (n *numberReader) numWord(k int) (v float64, end int, ok bool) {
	if n.line.token == k && n.line.token > 0 {
		return n.line.value, k + 1, true
	}
	if v, end, ok = n.entry(k, n.num); ok || !n.sole || !n.l.Is(k, lang.Number) {
		return v, end, ok
	}
	v, _, ok = n.parse(n.l.Slice(k, k+1))
	return v, k + 1, ok && v > 0
}

// multiply takes a multiplier behind the words so far; first tells that there are
// none. False means that the number ended before it.
func (t *tally) multiply(v float64, first bool) bool {
	switch {
	case v == 100 && t.group < 100:
		t.group, t.low = max(t.group, 1)*100, 100
		return true
	case v == 12 && t.group == 0 && !first, v == 100:
		return false
	case v == 12 && v < t.mult: // of "three hundred and two dozen" the two are dozens
		dozens := math.Mod(t.group, 100)
		if dozens == 0 {
			dozens = max(t.group, 1)
		}
		t.total += max(t.group, 1) + 11*dozens
	case v < t.mult:
		t.total += times(max(t.group, 1), v)
	case v > t.mult && v != 12 && t.total+t.group < v: // hundred thousand million, two thousand three hundred million
		t.total = times(t.total+t.group, v)
	default:
		return false
	}
	t.group, t.low, t.mult = 0, 1e15, v
	return true
}

// hundredsBehind reports whether the comma at token k, behind a multiplier of a
// thousand or more, parts it from hundreds of the same number.
func (n *numberReader) hundredsBehind(k int, mult, group float64) bool {
	if n.and == lang.NoClass || group != 0 || mult > 1e12 || k+2 >= len(n.l.Toks) {
		return false
	}
	v, end, ok := n.entry(k+1, n.num)
	m, _, hundreds := n.multAt(end)
	return ok && v >= 1 && v < 10 && hundreds && m == 100
}

// whole reads the tokens [from, to) as one whole number in words, with an article
// for one: "a hundred", "a" of "a fifth".
func (n *numberReader) whole(from, to int) (float64, bool) {
	if from >= to {
		return 0, false
	}
	if n.article != lang.NoClass && n.l.Has(from, n.article) {
		if from++; from == to {
			return 1, true
		}
		if !n.l.Has(from, n.mult) {
			return 0, false
		}
	}
	x, ok := n.wordsBefore(from, to)
	return x.value, ok && x.end == to && !x.ordinal
}

// place is the decimal place a number word fills: 30 fills tens, so that only
// smaller words may follow.
func place(v float64) float64 {
	switch {
	case v < 1:
		return 0
	case v >= 100:
		return 100
	case v >= 20 || v == 10: // in Turkic languages ten joins units: он бес
		return 10
	}
	return 1
}
