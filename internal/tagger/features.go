package tagger

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A role is what a word is for the place that gets the label.
const (
	roleSelf = iota
	rolePrev
	roleNext
	rolePrev2
	roleNext2
	roleAfterQuote  // the word after the closing quotation mark, for words inside
	roleBeforeQuote // the word before the opening quotation mark
	roleHeadAhead   // the nearest head of a name, two to six words on
	roleHeadBehind  // the same, back
	roles
)

// The roles that a feature counts in are the first so many of them.
const (
	onlySelf = roleSelf + 1
	near     = roleNext + 1
	window   = roleNext2 + 1
	every    = roles
)

// feature is one property of a word and how many roles it counts in.
type feature struct {
	hash  uint64
	roles int
}

// roleStep is what the hash of a feature grows by from role to role.
const roleStep = 0x9e3779b97f4a7c15

// key is what the weight table is searched with.
func (f feature) key(role int) uint32 { return uint32(mix(f.hash+uint64(role)*roleStep) >> 32) }

// Templates of features; the numbers are part of the model format.
const (
	seedLexicon = iota + 1
	seedWord
	seedLower
	seedPrefix
	seedSuffix
	seedShape
	seedStem
	seedEnding
	seedClass
	seedNoClass
	seedHyphen
	seedFrame
	seedClassEnding
	seedPair
)

// entry is all that the tagger keeps of one word.
type entry struct {
	features []feature
	frame    uint16 // shape and first class, for features of several words
	classes  uint32 // of the lexicon
	stem     uint64 // hashes, for features of two words
	tail     uint64 // the last three letters
}

func (e entry) seen() seen {
	s := seen{stem: e.stem, tail: e.tail, classes: e.classes, frame: e.frame}
	for ahead := range s.first {
		for kind, x := range [pairKinds]uint64{e.stem, uint64(e.frame), e.stem, e.tail} {
			s.first[ahead][kind] = mix(x + seedPair + uint64(ahead)<<8 + uint64(kind)<<16)
		}
	}
	return s
}

func (e entry) seenAt() *seen {
	s := e.seen()
	return &s
}

// analyse gives the features of one word. A word of "" stands for the border
// of the sentence.
func (m *Model) analyse(word string, buf []feature) entry {
	f := buf[:0]
	if word == "" {
		return entry{features: append(f, feature{hashString(seedWord, ""), window})}
	}
	lower := lowered(word)
	set, stem := m.classes(lower)
	ending := lower[min(len(stem), len(lower)):]
	var room [longestSketch]byte
	shape, sketch := shapeOf(word, room[:0])
	stemHash := hashString(seedStem, stem)
	f = append(f,
		feature{hashString(seedWord, word), onlySelf},
		feature{hashString(seedLower, lower), every},
		feature{hashString(seedShape, sketch), window},
		feature{stemHash, every},
		feature{hashString(seedEnding, ending), near})
	at, tail := 0, lower // lower is valid UTF-8, as strings.ToLower makes it
	for n := 1; n <= 5 && at < len(lower); n++ {
		for at++; at < len(lower) && !utf8.RuneStart(lower[at]); at++ {
		}
		f = append(f, feature{hashString(seedPrefix+uint64(n)<<8, lower[:at]), onlySelf})
	}
	at = len(lower)
	for n := 1; n <= 5 && at > 0; n++ {
		for at--; at > 0 && !utf8.RuneStart(lower[at]); at-- {
		}
		if n <= 3 {
			tail = lower[at:]
		}
		roles := onlySelf
		if n == 2 || n == 3 {
			roles = near
		}
		if n == 3 {
			roles = window
		}
		f = append(f, feature{hashString(seedSuffix+uint64(n)<<8, lower[at:]), roles})
	}
	if i := strings.LastIndexByte(lower, '-'); i > 0 && i < len(lower)-1 {
		f = append(f, feature{hashString(seedHyphen, lower[i:]), near})
	}
	first := 0
	for i := range m.Lexicon.Classes {
		if set>>i == 0 {
			break
		}
		if set&(1<<i) != 0 {
			f = append(f, feature{hashString(seedClass+uint64(i)<<8, ""), every})
			f = append(f, feature{hashString(seedClass+uint64(i)<<8, sketch), onlySelf})
			f = append(f, feature{hashString(seedClassEnding+uint64(i)<<8, ending), near})
			if first == 0 {
				first = i + 1
			}
		}
	}
	if set == 0 {
		f = append(f, feature{hashString(seedNoClass, sketch), onlySelf})
	}
	return entry{f, uint16(shape)<<6 | uint16(first), set, stemHash, hashString(seedSuffix, tail)}
}

// Shapes of words, four bits.
const (
	shapeLower = iota + 1
	shapeTitle
	shapeUpper
	shapeInitial
	shapeMixed
	shapeNumber
	shapeYear
	shapeNumberWord
	shapeOpen
	shapeClose
	shapeComma
	shapeStop
	shapeDash
	shapeOther
)

// shapeOf gives the shape of a word, and a sketch with runs shortened: "Xx",
// "dd-x", which is written over sketch.
func shapeOf(word string, sketch []byte) (int, []byte) {
	sketch = sketch[:0]
	if len(word) <= len("…") {
		if kind := shapeOfMark(word); kind != 0 {
			return kind, append(sketch, word...)
		}
	}
	upper, lower, digits, n := 0, 0, 0, 0
	for i := 0; i < len(word); {
		r, size := letterAt(word, i)
		i += size
		c := byte('.')
		switch n++; {
		case cyrillic(r):
			if c = 'x'; isUpper(r) {
				c, upper = 'X', upper+1
			} else {
				lower++
			}
		case unicode.IsUpper(r):
			c, upper = 'X', upper+1
		case unicode.IsLetter(r), unicode.IsMark(r):
			c, lower = 'x', lower+1
		case unicode.IsDigit(r):
			c, digits = 'd', digits+1
		case r == '-':
			c = '-'
		}
		k := len(sketch)
		if k == longestSketch || k > 1 && sketch[k-1] == c && sketch[k-2] == c && c != 'd' || k > 3 && c == 'd' && sketch[k-1] == 'd' && sketch[k-4] == 'd' {
			continue
		}
		sketch = append(sketch, c)
	}
	first, _ := utf8.DecodeRuneInString(word)
	kind := shapeOther
	switch {
	case digits == 4 && n == 4:
		kind = shapeYear
	case digits > 0 && upper+lower == 0:
		kind = shapeNumber
	case digits > 0:
		kind = shapeNumberWord
	case upper == 1 && lower == 0:
		kind = shapeInitial
	case upper > 1 && lower == 0:
		kind = shapeUpper
	case upper == 1 && unicode.IsUpper(first):
		kind = shapeTitle
	case upper > 0:
		kind = shapeMixed
	case lower > 0:
		kind = shapeLower
	}
	return kind, sketch
}

// longestSketch is the most signs a sketch has.
const longestSketch = 12

// shapeOfMark gives the shape of a punctuation mark, 0 for other words.
func shapeOfMark(word string) int {
	switch word {
	case "«", "“", "„", "‹", "(", "[":
		return shapeOpen
	case "»", "”", "›", ")", "]":
		return shapeClose
	case ",", ";", ":":
		return shapeComma
	case ".", "!", "?", "…":
		return shapeStop
	case "-", "–", "—":
		return shapeDash
	}
	return 0
}

// cyrillic reports whether a character is one of the Cyrillic letters whose
// case isUpper tells: most of the alphabets in use.
func cyrillic(r rune) bool {
	return 0x400 <= r && r <= 0x45F || 0x48A <= r && r <= 0x4BF || 0x4D0 <= r && r <= 0x52F
}

func isUpper(r rune) bool { return r < 0x430 || r > 0x45F && r&1 == 0 }

// letterAt gives the character at a place of a word and how many bytes it has,
// as utf8.DecodeRuneInString does, quicker for two bytes.
func letterAt(s string, i int) (rune, int) {
	c := s[i]
	if c < utf8.RuneSelf {
		return rune(c), 1
	}
	if c>>2 == 0xD0>>2 && i+1 < len(s) && s[i+1]&0xC0 == 0x80 {
		return rune(c&0x1F)<<6 | rune(s[i+1]&0x3F), 2
	}
	return utf8.DecodeRuneInString(s[i:])
}

// lowered is strings.ToLower, quicker for words of such letters.
func lowered(word string) string {
	capitals := false
	for i := 0; i < len(word); {
		r, n := letterAt(word, i)
		switch {
		case cyrillic(r):
			capitals = capitals || isUpper(r)
		case r >= utf8.RuneSelf:
			return strings.ToLower(word)
		case 'A' <= r && r <= 'Z':
			capitals = true
		}
		i += n
	}
	if !capitals {
		return word
	}
	var room [64]byte
	out := room[:0]
	for i := 0; i < len(word); {
		r, n := letterAt(word, i)
		i += n
		switch {
		case r < utf8.RuneSelf:
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			out = append(out, byte(r))
			continue
		case !isUpper(r):
		case r < 0x410:
			r += 0x50
		case r < 0x430:
			r += 0x20
		default:
			r++
		}
		out = append(out, byte(r>>6)|0xC0, byte(r)&0x3F|0x80)
	}
	return string(out)
}

// frames gives the features of the frame classes of three neighbours.
func frames(prev, self, next uint16) [4]uint32 {
	p, s, n := uint64(prev), uint64(self), uint64(next)
	h := func(kind, v uint64) uint32 { return uint32(mix(seedFrame+kind<<8+v<<16) >> 32) }
	return [4]uint32{h(0, p<<12|s), h(1, s<<12|n), h(2, p<<12|n), h(3, p<<24|s<<12|n)}
}

// pairKinds are the features of two neighbours: stem and stem, frame and stem,
// stem and frame, tail and tail.
const pairKinds = 4

// pairs gives the features of two neighbours, counted at the second or, with
// ahead, at the first. What the first word is for them is with the word.
func pairs(a, b *seen, ahead int) [pairKinds]uint32 {
	x := &a.first[ahead]
	return [pairKinds]uint32{uint32(mix(x[0]+b.stem) >> 32), uint32(mix(x[1]+b.stem) >> 32), uint32(mix(x[2]+uint64(b.frame)) >> 32), uint32(mix(x[3]+b.tail) >> 32)}
}

func hashString[S string | []byte](seed uint64, s S) uint64 {
	h := 0xcbf29ce484222325 ^ seed*0x9e3779b97f4a7c15
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 0x100000001b3
	}
	return mix(h)
}

// hashWord is a hash of a word for the tables of a Tagger: eight bytes at a
// time, where hashString, whose values are part of the models, takes one.
func hashWord(s string) uint64 {
	h := uint64(len(s)) * 0x9e3779b97f4a7c15
	for ; len(s) >= 8; s = s[8:] {
		h = fold128(h^le64(s), 0xa0761d6478bd642f)
	}
	last := uint64(0)
	for i := range len(s) {
		last = last<<8 | uint64(s[i])
	}
	return mix(fold128(h^last, 0xe7037ed1a0b428db))
}

// fold128 multiplies and folds the two halves of the product together.
func fold128(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	return hi ^ lo
}

func mix(h uint64) uint64 {
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	h ^= h >> 29
	h *= 0xd6e8feb86659fd93
	return h ^ h>>32
}
