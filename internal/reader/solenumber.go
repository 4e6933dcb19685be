package reader

import (
	"math"
	"strconv"
	"strings"

	"shanyraq/internal/lang"
)

// soleTokens bounds a text that may be nothing but a number.
const soleTokens = 24

// soleNumber reads a text that is nothing but a number: a cell, an answer, a
// headline. What elsewhere would be a pronoun, a page or a score counts here,
// and so do the forms of arithmetic: "three", "a fifth", "-4/5", "1.2e6",
// "one over twenty", "one hundred thirty-two fifths". Ordinals and years are
// left to those who read them.
func (n *numberReader) soleNumber() bool {
	l, p := n.l, n.p
	end := len(l.Toks)
	if end == 0 || end > soleTokens || p.base != 0 || len(l.Text) != len(p.doc.text) {
		return false
	}
	for end > 0 && (l.Rune(end-1) == '.' || l.Rune(end-1) == '!' || l.Rune(end-1) == '?') {
		end--
	}
	if end == 0 || end == 1 && l.Is(0, lang.Year) {
		return false
	}
	first, sign := 0, 1.0
	if r := l.Rune(0); r == '-' || r == '−' || n.minus != lang.NoClass && l.Has(0, n.minus) {
		first, sign = 1, -1
	}
	if first >= end {
		return false
	}
	v, ok := n.figured(first, end)
	if !ok {
		n.sole = true
		v, ok = n.said(first, end)
		n.sole = false
	}
	if !ok {
		return false
	}
	v = sign * shortened(v)
	p.numbers = append(p.numbers, number{start: 0, end: end, value: v, digits: l.Is(first, lang.Number), sole: true})
	l.Add(lang.NumberChunk, 0, end, len(p.numbers)-1)
	return true
}

// said reads the tokens [from, to) as one number as a sentence would say it, or
// as one over another: "one over twenty".
func (n *numberReader) said(from, to int) (float64, bool) {
	for k := from + 1; k < to-1; k++ {
		if n.l.Plays(k, n.over) {
			a, ok := n.whole(from, k)
			b, ok2 := n.whole(k+1, to)
			return a / b, ok && ok2 && b > 0
		}
	}
	if v, ok := n.whole(from, to); ok && to > from+1 {
		return v, true
	}
	if x, ok := n.fractionAt(from, true); ok && x.end == to {
		return x.value, true
	}
	x, ok := n.at(from)
	return x.value, ok && x.end == to && !x.ordinal && !x.roman
}

// shortened leaves the dust of binary fractions out: twelve places.
func shortened(v float64) float64 {
	s, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 15, 64), 64)
	if err != nil {
		return v
	}
	return s
}

// figured reads the tokens [from, to) as one number in figures: with an
// exponent (12e-1), to a power (1.1^23), as a fraction (4/5, 2 1/4) or behind a
// letter for thousands and more (2.33 k, 10G).
func (n *numberReader) figured(from, to int) (float64, bool) {
	l := n.l
	if !l.Is(from, lang.Number) && l.Rune(from) != '.' {
		return 0, false
	}
	s := l.Slice(from, to)
	if n.comma {
		return 0, false
	}
	if base, power, ok := strings.Cut(s, "^"); ok {
		b, err := strconv.ParseFloat(base, 64)
		e, err2 := strconv.ParseFloat(strings.TrimPrefix(power, "--"), 64)
		v := math.Pow(b, e)
		return v, err == nil && err2 == nil && !math.IsInf(v, 0) && !math.IsNaN(v)
	}
	if strings.ContainsAny(s, "eE") && strings.IndexFunc(s, notOfExponent) < 0 {
		v, err := strconv.ParseFloat(s, 64)
		return v, err == nil
	}
	if above, below, ok := strings.Cut(s, "/"); ok {
		whole := 0.0
		if w, rest, mixed := strings.Cut(strings.TrimSpace(above), " "); mixed {
			v, plain := plainNumber(w)
			if !plain {
				return 0, false
			}
			whole, above = v, strings.TrimSpace(rest)
		}
		a, ok := plainNumber(strings.TrimSpace(above))
		b, ok2 := plainNumber(strings.TrimSpace(below))
		return whole + a/b, ok && ok2 && b > 0
	}
	if to-from == 2 && l.Is(from, lang.Number) {
		scale, ok := lettersOfScale[l.Slice(from+1, to)]
		if v, _, good := n.parse(l.Slice(from, from+1)); ok && good {
			return times(v, scale), true
		}
	}
	return 0, false
}

// lettersOfScale stand behind a number in figures for what it is times.
var lettersOfScale = map[string]float64{"k": 1e3, "K": 1e3, "G": 1e9, "B": 1e9, "b": 1e9, "T": 1e12}

// notOfExponent reports whether a letter is in no number like 1.5e+6.
func notOfExponent(r rune) bool {
	return !('0' <= r && r <= '9' || r == '.' || r == 'e' || r == 'E' || r == '+' || r == '-')
}
