package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// How many digits and groups of them a telephone number has, and how far its signs
// are looked for.
const (
	phoneDigitsLeast = 7
	phoneDigitsMost  = 15
	phoneGroups      = 3
	phoneReach       = 14
)

// ofPhone reports whether a number is a group of digits of a telephone number:
// "+77 (1) 555-01-34", «8 (727) 255-01-34», "(0) 71 555 0134". A sign of such numbers
// stands in it: a plus, a group in brackets or two hyphens.
func (f *figureReader) ofPhone(x *number, s lang.Sentence) bool {
	if !x.digits || x.scaled || !f.phoneSign(x.start-1) && !f.phoneSign(x.end) {
		return false
	}
	from, to := x.start, x.end
	for from > s.First && from > x.start-phoneReach && f.phoneSign(from-1) {
		from--
	}
	for to < s.Last && to < x.end+phoneReach && f.phoneSign(to) {
		to++
	}
	if _, _, unit := f.l.Value(to, f.unit); unit {
		return false
	}
	digits, groups, hyphens, told := 0, 0, 0, false
	labelled := f.phoneLabel(from-1, s)
	for k := from; k < to; k++ {
		switch r := f.l.Rune(k); {
		case f.l.Is(k, lang.Number):
			w := f.l.Slice(k, k+1)
			if !isDigits(w) || f.inDate(k) && !labelled {
				return false
			}
			digits, groups = digits+len(w), groups+1
			told = told || k > from && k+1 < to && f.l.Rune(k-1) == '(' && f.l.Rune(k+1) == ')'
		case r == '+':
			told = true
		case isDash(r):
			hyphens++
		}
	}
	if labelled && groups > 1 && digits >= phoneDigitsLeast-1 && digits <= phoneDigitsMost {
		return true
	}
	return groups >= phoneGroups && digits >= phoneDigitsLeast && digits <= phoneDigitsMost && (told || hyphens > 1)
}

// phoneLabel reports whether the word for a telephone ends at token k, with a mark behind it
// at most: "telephone 528 1100", "Tel.: 528 1100".
func (f *figureReader) phoneLabel(k int, s lang.Sentence) bool {
	for k > s.First && (f.l.Rune(k) == ':' || f.l.Rune(k) == '.') {
		k--
	}
	return k >= s.First && f.l.Plays(k, f.p.know.roles.dials)
}

// phoneSign reports whether token k may belong to a telephone number.
func (f *figureReader) phoneSign(k int) bool {
	if k < 0 || k >= len(f.l.Toks) {
		return false
	}
	switch r := f.l.Rune(k); r {
	case '(', ')', '+':
		return true
	case '-', '–':
		return f.l.Is(k, lang.Glued)
	}
	return f.l.Is(k, lang.Number)
}

// dialled reports whether a short number stands behind the English verb for calling it:
// "Call 112", but not "call 112 witnesses".
func (f *figureReader) dialled(x *number, s lang.Sentence) bool {
	return x.digits && f.l.Plays(x.start-1, f.p.know.roles.dials) && (x.end >= s.Last || !f.l.Is(x.end, lang.Word) || f.l.Has(x.end, f.stop) || f.l.Has(x.end, f.and))
}

// ofFlight reports whether a number stands behind the letters of an airline that a word
// for a flight or a train tells: "Flight KC 852", «рейс KC 852», «KC 852 рейсі».
func (f *figureReader) ofFlight(x *number, s lang.Sentence) bool {
	k := x.start - 1
	if !x.digits || k < s.First || !f.l.Is(k, lang.Upper) || f.l.Toks[k].End-f.l.Toks[k].Start > 6 || f.l.Has(k, f.currency) {
		return false
	}
	if f.p.know.headLast {
		return strings.HasPrefix(f.l.Fold(x.end), "рейс")
	}
	_, _, ok := f.endingAt(k, s.First, f.label)
	return ok
}

// secondLabelled reports whether a number is joined by a conjunction to a smaller one that
// a label stands before: "Articles 12 and 13 of the law", «пункты 3 и 4»; in English by "to"
// as well: "grades 5 to 9".
func (f *figureReader) secondLabelled(x *number, s lang.Sentence) bool {
	k := x.start - 1
	if !x.digits || x.scaled || x.value >= 1000 || k-2 < s.First || !f.l.Has(k, f.and) && !(f.echo != lang.NoClass && f.l.Plays(k, f.p.know.roles.to)) || f.l.Has(x.end, f.person) || !f.l.Has(k-1, lang.NumberChunk) {
		return false
	}
	y, ok := f.p.numberAt(k - 1)
	if !ok || y.end != k || y.value >= x.value {
		return false
	}
	_, _, unit := f.l.Value(x.end, f.unit)
	_, _, label := f.endingAt(y.start, s.First, f.label)
	return label && !unit
}
