package reader

import (
	"strconv"
	"strings"

	"shanyraq/internal/lang"
)

// lineWord is a word below the line of a fraction, of the pack's list
// denominator.
type lineWord struct {
	token  int
	value  float64
	many   bool // a plural: five eighths
	time   bool // a measure of time as well: two quarters
	joined bool // only behind a ten and a hyphen: twenty-firsts
}

// lineWordAt gives the word below a line that token k is.
func (n *numberReader) lineWordAt(k int) (w lineWord, ok bool) {
	ch, ok := n.l.Chunk(k, n.denominator)
	if !ok {
		return w, false
	}
	first, rest, _ := strings.Cut(n.l.Entry(ch).Value, " ")
	v, err := strconv.ParseFloat(first, 64)
	return lineWord{token: k, value: v, many: strings.Contains(rest, "many"), time: strings.Contains(rest, "time"), joined: strings.Contains(rest, "joined")}, err == nil
}

// divide reads the fraction that the words x of a number begin, where more of
// their kind stand behind them.
func (n *numberReader) divide(x number) (number, bool) {
	if x.ordinal || n.denominator == lang.NoClass {
		return x, false
	}
	k := x.end
	if n.l.Rune(k) == '-' && n.glued(k) {
		k++
	}
	if k >= len(n.l.Toks) || !n.l.Has(k, n.denominator) && !n.l.Has(k, n.num) {
		return x, false
	}
	return n.fractionAt(x.start, false)
}

// fractionAt reads a fraction in words at token i: "five eighths", "one tenth
// of", "twenty and three fifths". Behind "and" a part of a year is a fraction.
func (n *numberReader) fractionAt(i int, behindAnd bool) (number, bool) {
	if n.denominator == lang.NoClass || i >= len(n.l.Toks) || !n.l.Has(i, n.num) && !n.l.Has(i, n.mult) && !n.l.Has(i, n.article) && !n.sole {
		return number{}, false
	}
	below, ok := n.lineFrom(i)
	if !ok {
		return number{}, false
	}
	k := below.token
	x := number{start: i, end: k + 1, scaled: true}
	for j := k - 1; j > i; j-- { // one hundred and three quarters
		if !n.l.Has(j, n.and) {
			continue
		}
		whole, ok := n.whole(i, j)
		part, ok2 := n.divided(j+1, below, true)
		if ok && ok2 && part < 1 {
			x.value = n.rounded(whole + part)
			return x, true
		}
		break
	}
	v, ok := n.divided(i, below, behindAnd)
	x.value = n.rounded(v)
	return x, ok
}

// lineFrom gives the word below a line that ends the run of number words from
// token i.
func (n *numberReader) lineFrom(i int) (w lineWord, ok bool) {
	for k := i; k < len(n.l.Toks) && (k == i || !n.l.Toks[k].Para); k++ {
		switch {
		case k > i && n.l.Has(k, n.denominator):
			return n.lineWordAt(k)
		case n.l.Has(k, n.num), n.l.Has(k, n.mult), n.l.Has(k, n.and), n.l.Has(k, n.article), n.l.Rune(k) == '-' && n.glued(k), n.sole && n.l.Is(k, lang.Number):
		default:
			return w, false
		}
	}
	return w, false
}

// divided reads what stands above and below the line in the tokens from `from` to
// a word below it. Below stands the longest run of words that is a number of its
// own and leaves one above: "twenty | twenty-fifths", "one hundred |
// thirty-fifths".
func (n *numberReader) divided(from int, w lineWord, behindAnd bool) (float64, bool) {
	if w.time && !behindAnd && !n.sole {
		return 0, false
	}
	for i := from + 1; i <= w.token; i++ {
		above := i
		if n.l.Rune(i-1) == '-' && n.glued(i-1) {
			if above--; i < w.token || above > from+1 && w.value < 10 { // twenty-five fifths; thirty-fifths stay together
				continue
			}
		}
		below, ok := n.belowLine(i, w)
		if !ok {
			continue
		}
		v, ok := n.whole(from, above)
		if ok && below >= 2 && (w.many && (v != 1 || n.sole) || !w.many && v == 1 && n.standsAlone(w.token+1)) {
			return v / below, true
		}
	}
	return 0, false
}

// standsAlone reports whether a fraction in the singular may end before token i: a
// fifth of, no third party.
func (n *numberReader) standsAlone(i int) bool {
	return i >= len(n.l.Toks) || n.sole || !n.l.Is(i, lang.Word) || n.l.Has(i, n.p.know.lists.of)
}

// belowLine reads the tokens from i to a word below a line as its number:
// "fifths", "twenty-firsts", "one hundred and fifths".
func (n *numberReader) belowLine(i int, w lineWord) (float64, bool) {
	if i == w.token {
		return w.value, !w.joined
	}
	hyphen := n.l.Rune(w.token-1) == '-'
	if w.value >= 100 { // ten-thousandths; two hundredths are no number below a line
		v, ok := n.whole(i, w.token-1)
		return v * w.value, ok && hyphen && v < w.value
	}
	if !n.l.Has(i, n.num) || w.joined && !hyphen {
		return 0, false
	}
	n.line = w
	v, ok := n.whole(i, w.token+1)
	n.line = lineWord{}
	return v, ok
}

// rounded gives six places of a fraction, in a text that is nothing but a number
// all.
func (n *numberReader) rounded(v float64) float64 {
	if n.sole {
		return v
	}
	return float64(int64(v*1e6+0.5)) / 1e6
}
