package reader

import (
	"math"
	"strconv"
	"strings"

	"shanyraq/internal/lang"
)

// number is a number of the text, in digits, words or both.
type number struct {
	start, end int // tokens
	value      float64
	ordinal    bool
	digits     bool // begins with digits
	scaled     bool // a multiplier such as million took part: the value is rounded
	roman      bool
	sole       bool // the text is nothing but this number
}

// findNumbers lays a chunk over every number: "34,000", "3.6 million",
// "two hundred and five", "двадцать пятый", "екі мың он сегізінші", "XXXIV".
// Dates and figures are built from them.
func findNumbers(p *part) {
	n := numberReader{p: p, l: p.lat, num: p.know.lists.num, mult: p.know.lists.mult, ord: p.know.lists.ordinal, and: p.know.lists.numAnd,
		suffix: p.know.lists.ordSuffix, glue: p.know.lists.multGlued, minus: p.know.lists.numMinus, owned: p.know.lists.numOwned, point: p.know.lists.numPoint, part: p.know.lists.numPart, fraction: p.know.lists.numFraction, denominator: p.know.lists.denominator, article: p.know.lists.indefinite, over: p.know.roles.over, unit: p.know.lists.unit, comma: p.know.pack.Settings["decimal"] == ","}
	if len(p.lat.Toks) <= soleTokens && n.soleNumber() {
		return
	}
	var begins lang.Set // what a number may begin with
	for _, c := range [...]lang.Class{lang.Number, lang.Roman, n.num, n.ord, n.mult, n.minus, n.part} {
		begins.Add(c)
	}
	marks := begins
	marks.Add(lang.Punct)
	bits := p.lat.Bits
	for i := 0; i < len(bits); {
		if !bits[i].Intersects(&marks) || !bits[i].Intersects(&begins) && !n.mark(i) {
			i++
			continue
		}
		if x, ok := n.at(i); ok {
			p.numbers = append(p.numbers, x)
			p.lat.Add(lang.NumberChunk, x.start, x.end, len(p.numbers)-1)
			i = x.end
			continue
		}
		i++
	}
}

// mark reports whether a number may begin with the mark that is token i: -5,
// .08, ¾.
func (n *numberReader) mark(i int) bool {
	switch r := n.l.Rune(i); r {
	case '-', '.', '−':
		return n.glued(i+1) && n.l.Is(i+1, lang.Number)
	default:
		return '¼' <= r && r <= '¾' || '⅐' <= r && r <= '⅞'
	}
}

// numberAt gives the number whose chunk begins at token i.
func (p *part) numberAt(i int) (*number, bool) {
	if !p.lat.Has(i, lang.NumberChunk) { // most tokens
		return nil, false
	}
	return p.numberOf(i), true
}

// numberOf is numberAt of a token of which it is known that one begins there.
func (p *part) numberOf(i int) *number {
	c, _ := p.lat.Chunk(i, lang.NumberChunk)
	return &p.numbers[c.Ref]
}

// numberReader reads numbers in digits and in words.
type numberReader struct {
	p                           *part
	l                           *lang.Lattice
	num, mult, ord, and, suffix lang.Class
	glue                        lang.Class // multipliers written behind digits: $6.3m
	comma                       bool       // the comma is the decimal mark

	minus, point, part, fraction, denominator, article, unit lang.Class // see fractions.go
	owned                                                    lang.Class // Kazakh ones with an owner, behind tens
	over                                                     lang.Role
	sole                                                     bool // the text may be nothing but a number
	line                                                     lineWord
}

// at reads the number that begins at token i.
func (n *numberReader) at(i int) (number, bool) {
	t := &n.l.Toks[i]
	if n.minus != lang.NoClass {
		if x, ok := n.signed(i); ok {
			return x, true
		}
	}
	if n.part != lang.NoClass {
		if x, ok := n.partOf(i); ok {
			return x, true
		}
	}
	switch {
	case t.Is(lang.Number):
		x, ok := n.digits(i)
		if ok && n.fraction != lang.NoClass {
			x = n.withFraction(x)
		}
		return x, ok
	case n.l.Has(i, n.num), n.l.Has(i, n.ord), n.l.Has(i, n.mult):
		x, ok := n.words(i)
		if ok && n.fraction != lang.NoClass {
			if y, divided := n.divide(x); divided {
				return y, true
			}
			x = n.withFraction(n.withPoint(x))
		}
		return x, ok
	case t.Is(lang.Roman):
		return number{start: i, end: i + 1, value: float64(lang.RomanValue(n.l.Slice(i, i+1))), ordinal: true, roman: true}, true
	}
	return number{}, false
}

// digits reads digits, groups parted by spaces, multipliers behind them and
// an ordinal ending.
func (n *numberReader) digits(i int) (number, bool) {
	x := number{start: i, end: i + 1, digits: true}
	if n.l.Is(i, lang.DotDate) {
		return x, false
	}
	text := n.l.Slice(i, i+1)
	v, whole, ok := n.parse(text)
	if !ok {
		return x, false
	}
	// 18 632 000: groups of three behind one to three digits.
	if whole && len(text) <= 3 && text[0] != '0' {
		for x.end < len(n.l.Toks) && n.group(x.end) {
			g, dec, _ := n.parse(n.l.Slice(x.end, x.end+1))
			v = v*1000 + g
			x.end++
			if !dec { // 1 234,5
				break
			}
		}
	}
	x.value = v
	// An ordinal ending: 34th, 3-ші, 5-й.
	if j := x.end; whole && x.end == i+1 {
		if n.l.Rune(j) == '-' && n.glued(j) {
			j++
		}
		if j < len(n.l.Toks) && n.glued(j) && n.l.Has(j, n.suffix) {
			x.end, x.ordinal = j+1, true
			return x, true
		}
		if j > x.end && n.counts(j) {
			x.ordinal = true
			return x, true
		}
	}
	return n.multiply(x), true
}

// counts reports whether the Kazakh noun at token j has its ordinal in digits
// before a hyphen, which stands for the ending: 48-сессиясы, 12-мектеп.
func (n *numberReader) counts(j int) bool {
	if n.p.know.lists.hyphenOrdinal == lang.NoClass || !n.glued(j) || !n.l.Is(j, lang.Word) {
		return false
	}
	for _, c := range [...]string{"hyphenordinal", "eventnoun", "instrumentnoun", "orghead"} { // 17-үйде, 5-қабат, 3-бап
		if n.l.Has(j, n.p.class(c)) {
			return true
		}
	}
	return false
}

// glued reports whether token i stands right behind the one before it.
func (n *numberReader) glued(i int) bool { return i < len(n.l.Toks) && n.l.Is(i, lang.Glued) }

// group reports whether token i is three digits set apart by one space, with
// or without a decimal part.
func (n *numberReader) group(i int) bool {
	t := &n.l.Toks[i]
	if !t.Is(lang.Number) || t.Is(lang.Glued) || t.Break || n.p.tabBefore(i) { // cells of a table are numbers of their own
		return false
	}
	s := n.l.Slice(i, i+1)
	return len(s) == 3 && isDigits(s) || n.comma && len(s) > 4 && s[3] == ',' && isDigits(s[:3]) && isDigits(s[4:])
}

// parse reads one token of digits; whole is false where it has a decimal part.
func (n *numberReader) parse(s string) (v float64, whole, ok bool) {
	if v, plain := plainNumber(s); plain {
		return v, true, true
	}
	dec, group := byte('.'), byte(',')
	if n.comma {
		dec, group = ',', '.'
	}
	var b []byte
	points := strings.Count(s, string(dec))
	groups := strings.Count(s, string(group))
	if groups > 0 {
		parts := strings.FieldsFunc(s, func(r rune) bool { return r == rune(dec) || r == rune(group) })
		grouped := len(parts[0]) <= 3 && points <= 1
		for _, g := range parts[1 : groups+1] {
			grouped = grouped && len(g) == 3
		}
		switch {
		case grouped && !(n.comma && groups == 1 && points == 0):
		case groups == 1 && points == 0: // the other mark used as the decimal one
			dec, group, points = group, dec, 1
		default:
			return 0, false, false
		}
	} else if points > 1 {
		// 1,234,567 in a text of the decimal comma.
		for _, g := range strings.Split(s, string(dec))[1:] {
			if len(g) != 3 {
				return 0, false, false
			}
		}
		dec, group, points = group, dec, 0
	}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == group:
		case c == dec:
			b = append(b, '.')
		case '0' <= c && c <= '9':
			b = append(b, c)
		default: // digits of another script
			return 0, false, false
		}
	}
	v, err := strconv.ParseFloat(string(b), 64)
	return v, points == 0, err == nil
}

// plainNumber reads digits without any mark, as most numbers are written.
func plainNumber(s string) (float64, bool) {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = 10*n + int(s[i]-'0')
	}
	return float64(n), s != "" && len(s) <= 15 // more may be rounded
}

// isDigits reports whether a string is nothing but digits.
func isDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// times multiplies without the dust of binary fractions: 16.4 million is 16400000.
func times(v, m float64) float64 {
	if m < 1000 || v >= 1e9 {
		return v * m
	}
	return math.Round(v*m*1000) / 1000
}

// multiply reads multipliers behind digits: 3.6 million, 18 млн 632 тыс.
func (n *numberReader) multiply(x number) number {
	m, end, ok := n.multAt(x.end)
	if v, e, glued := n.entry(x.end, n.glue); glued && n.glued(x.end) && !n.metres(x, e) {
		m, end, ok = v, e, true
	}
	if !ok && n.trillions(x) {
		m, end, ok = 1e12, x.end+1, true
	}
	if k := x.end; !ok && k+1 < len(n.l.Toks) && n.l.Rune(k) == '-' && n.glued(k) && n.glued(k+1) && n.l.Is(k+1, lang.Latin) { // a $2-million grant
		m, end, ok = n.multAt(k + 1)
	}
	if !ok {
		return x
	}
	x.value, x.end, x.scaled = times(x.value, m), end, true
	for ok && m >= 1000 { // 20 million 345 thousand 12
		var y number
		j := x.end
		if j < len(n.l.Toks) && n.l.Is(j, lang.Number) && !n.l.Is(j, lang.DotDate) {
			if v, whole, good := n.parse(n.l.Slice(j, j+1)); good && (whole || m >= 1e6) && v < 1000 {
				y = number{start: j, end: j + 1, value: v}
			}
		}
		if y.end == 0 {
			break
		}
		if v, ok := n.groupsBelow(j, m); ok { // 36 млн 408 000
			x.value, x.end = x.value+v, j+2
			break
		}
		m2, end2, more := n.multAt(y.end)
		if !more && m == 1000 && y.value < 1000 && y.value == float64(int(y.value)) { // 9 млн 313 тыс. 800
			x.value, x.end = x.value+y.value, y.end
			break
		}
		if !more || m2 >= m {
			break
		}
		x.value, x.end, m = x.value+times(y.value, m2), end2, m2
	}
	// hundred million
	if m2, end2, more := n.multAt(x.end); more && m2 > m {
		x.value, x.end = times(x.value, m2), end2
	}
	return x
}

// groupsBelow reads one group of thousands written out in digits behind a million or a
// milliard, where nothing scales it again: 1 млн | 214 000. The words behind «1 млн» and
// a comma or another noun are numbers of their own.
func (n *numberReader) groupsBelow(j int, m float64) (float64, bool) {
	if !n.comma || m != 1e6 || j+1 >= len(n.l.Toks) || n.l.Toks[j].Break || !n.group(j+1) || n.glued(j+2) && n.l.Is(j+2, lang.Number) {
		return 0, false
	}
	first, second := n.l.Slice(j, j+1), n.l.Slice(j+1, j+2)
	if len(first) > 3 || !isDigits(first) || !isDigits(second) || j+2 < len(n.l.Toks) && n.group(j+2) {
		return 0, false
	}
	if _, _, more := n.multAt(j + 2); more {
		return 0, false
	}
	v, _ := plainNumber(first + second)
	return v, true
}

// multAt gives what the word at token i multiplies a number by, and the token behind it:
// "million" gives 1e6.
func (n *numberReader) multAt(i int) (float64, int, bool) {
	if i >= len(n.l.Toks) || !n.l.Has(i, n.mult) {
		return 0, 0, false
	}
	c, _ := n.l.Chunk(i, n.mult)
	if n.l.Entry(c).Class != n.mult {
		return 0, 0, false
	}
	v, err := strconv.ParseFloat(n.l.Entry(c).Value, 64)
	return v, int(c.End), err == nil
}

// entry gives the number that a list has for the words at token i, and the token behind
// them.
func (n *numberReader) entry(i int, c lang.Class) (float64, int, bool) {
	if c == lang.NoClass || !n.l.Has(i, c) {
		return 0, 0, false
	}
	ch, _ := n.l.Chunk(i, c)
	v, err := strconv.ParseFloat(n.l.Entry(ch).Value, 64)
	return v, int(ch.End), err == nil
}
