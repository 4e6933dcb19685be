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
	if end == 0 || end == 1 && l.Toks[0].Is(lang.Year) {
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
		v, ok = n.saidWhole(n.soleWords(first, end))
	}
	if !ok {
		var x number
		if x, ok = n.at(first); !ok || x.end != end || x.ordinal || x.roman {
			return false
		}
		v = x.value
	}
	v = sign * shortened(v)
	p.numbers = append(p.numbers, number{start: 0, end: end, value: v, digits: l.Toks[first].Is(lang.Number), sole: true})
	l.Add(lang.NumberChunk, 0, end, len(p.numbers)-1)
	return true
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
	if !l.Toks[from].Is(lang.Number) && l.Rune(from) != '.' {
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
	if to-from == 2 && l.Toks[from].Is(lang.Number) {
		scale, ok := lettersOfScale[l.Slice(from+1, to)]
		if v, _, good := n.parse(l.Slice(from, from+1)); ok && good {
			return times(v, scale), true
		}
	}
	return 0, false
}

// lettersOfScale stand behind a number in figures for what it is times.
var lettersOfScale = map[string]float64{"k": 1e3, "K": 1e3, "G": 1e9, "B": 1e9, "b": 1e9, "T": 1e12}

func notOfExponent(r rune) bool {
	return !('0' <= r && r <= '9' || r == '.' || r == 'e' || r == 'E' || r == '+' || r == '-')
}

// lineEnds stand below the line of a fraction; first only behind a ten, and no
// second, since two seconds are a time.
var lineEnds = map[string]float64{"half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
	"tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
	"nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
	"hundredth": 100, "thousandth": 1e3, "millionth": 1e6, "billionth": 1e9, "trillionth": 1e12, "first": 1}

// saidWord is one word of a number: what it is worth as a number, as a
// multiplier or below the line of a fraction; 0 as none.
type saidWord struct {
	num, mult, den float64
	and, over, a   bool
	tied           bool // a hyphen stands before it
	figures        bool
}

// soleWords parts the tokens [from, to) into the words of a number; nil where
// one of them is none.
func (n *numberReader) soleWords(from, to int) []saidWord {
	if n.denominator == lang.NoClass {
		return nil
	}
	var out []saidWord
	tied := false
	for i := from; i < to; i++ {
		w := saidWord{tied: tied}
		switch v, _, isNum := n.entry(i, n.num); {
		case n.l.Rune(i) == '-' && i > from && i+1 < to:
			tied = true
			continue
		case isNum:
			w.num = v
			if v == 0 {
				return nil
			}
		case n.l.Toks[i].Is(lang.Number):
			v, _, ok := n.parse(n.l.Slice(i, i+1))
			if !ok || v == 0 {
				return nil
			}
			w.num, w.figures = v, true
		case n.l.Has(i, n.and):
			w.and = true
		default:
			m, _, isMult := n.multAt(i)
			word := n.l.Fold(i)
			d, isEnd := lineEnds[strings.TrimSuffix(word, "s")]
			w.mult, w.over, w.a = m, word == "over", word == "a" || word == "an"
			if isEnd {
				w.den = d
			}
			if !isMult && !isEnd && !w.over && !w.a {
				return nil
			}
		}
		out = append(out, w)
		tied = false
	}
	return out
}

// saidWhole gives the value of a number in words that is more than a whole one
// as words reads it: with a fraction or over another.
func (n *numberReader) saidWhole(w []saidWord) (float64, bool) {
	if len(w) == 0 {
		return 0, false
	}
	for i := range w {
		if w[i].over {
			a, ok := cardinal(w[:i])
			b, ok2 := cardinal(w[i+1:])
			return a / b, ok && ok2 && b > 0
		}
	}
	if w[len(w)-1].den == 0 {
		if len(w) == 1 && w[0].a {
			return 0, false
		}
		return cardinal(w)
	}
	for i := len(w) - 2; i > 0; i-- { // one hundred and three and two thirds
		if !w[i].and {
			continue
		}
		whole, ok := cardinal(w[:i])
		part, ok2 := fractionSaid(w[i+1:])
		if ok && ok2 && part < 1 {
			return whole + part, true
		}
		break
	}
	return fractionSaid(w)
}

// fractionSaid reads what stands above and below the line. Below stands the
// longest run of words that is a number of its own and leaves one above:
// "twenty | twenty-fifths", "one hundred | thirty-fifths".
func fractionSaid(w []saidWord) (float64, bool) {
	for i := 1; i < len(w); i++ {
		if w[i].tied && i > 1 && w[i-1].den == 0 && w[i].num == 0 && w[i].den < 10 { // thirty-fifths stay together
			continue
		}
		if w[i].tied && w[i].num != 0 {
			continue
		}
		below, ok := belowLine(w[i:])
		above, ok2 := cardinal(w[:i])
		if ok && ok2 && below >= 2 {
			return above / below, true
		}
	}
	return 0, false
}

// belowLine reads an ordinal: "fifths", "twenty-firsts", "one hundred and fifth".
func belowLine(w []saidWord) (float64, bool) {
	last := len(w) - 1
	den := w[last].den
	if den == 0 {
		return 0, false
	}
	if last == 0 {
		return den, true
	}
	head := append([]saidWord(nil), w...)
	switch {
	case den >= 100: // two hundredths are no number below a line
		return 0, false
	case w[0].num == 0 || w[0].figures:
		return 0, false
	}
	head[last] = saidWord{num: den}
	return cardinal(head)
}

// cardinal reads a whole number: every word smaller than the last place.
func cardinal(w []saidWord) (float64, bool) {
	total, group, low, least := 0.0, 0.0, 1e15, 1e18
	for i, x := range w {
		switch {
		case x.and:
			if i == 0 || i == len(w)-1 || w[i+1].and || w[i-1].num != 0 && place(w[i-1].num) < 10 {
				return 0, false
			}
		case x.a:
			if i != 0 || len(w) > 1 && w[1].mult == 0 {
				return 0, false
			}
			group = 1
		case x.num != 0:
			if x.num >= low {
				return 0, false
			}
			group, low = group+x.num, place(x.num)
			if x.figures {
				low = 0
			}
		case x.mult == 0:
			return 0, false
		case x.mult == 12:
			if group == 0 {
				return 0, false
			}
			dozens := math.Mod(group, 100)
			if dozens == 0 {
				dozens = group
			}
			group, low = group+11*dozens, 0
		case x.mult == 100:
			if group == 0 || group >= 100 && low > 0 {
				return 0, false
			}
			group, low = group*100, 100
		case group == 0 && total == 0:
			return 0, false
		case group == 0:
			total, low = total*x.mult, 1e15
		case x.mult < least:
			total, group, low, least = total+times(group, x.mult), 0, 1e15, x.mult
		default:
			total, group, low, least = times(total+group, x.mult), 0, 1e15, x.mult
		}
	}
	return total + group, len(w) > 0 && total+group > 0
}
