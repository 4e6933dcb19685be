package lang

import (
	"unicode"
	"unicode/utf8"
)

// Token is one word, number or mark: a half-open byte span of the text.
type Token struct {
	Start, End int32
	Form       int32  // id of the folded form among the pack's words, 0 unknown
	Stem       int32  // id of its stem, 0 unknown
	shape      uint64 // shapes only; see Lattice.Bits for shapes and lists
	Break      bool   // a line break stands before the token
	Para       bool   // a blank line stands before the token: a paragraph begins
	first      rune   // its first character
}

// Is reports whether the token has a shape (Word, Number, Cap…).
func (t *Token) Is(shape Class) bool { return t.shape&(1<<shape) != 0 }

// tokenize cuts text[from:] into tokens, appended to toks. Hyphens part
// words ("Nur", "-", "Sultan"), apostrophes do not, except before the English
// possessive s and verbs cut short ("he", "'ll"; "has", "n't"; see shortened.go); digits keep a single inner . or , (one token "15.11.2019").
// The time is linear in the text.
func tokenize(text string, toks []Token) []Token {
	space, line, para := true, false, true
	for i := 0; i < len(text); {
		c := text[i]
		if c == ' ' {
			space = true
			i++
			continue
		}
		shape, end, first := uint64(0), i, rune(c)
		switch byteKinds[c] {
		case latinByte:
			shape, end = plainLatin(text, i)
		case cyrillicByte:
			if shape, end = plainCyrillic(text, i); end > i {
				first = rune(c&0x1F)<<6 | rune(text[i+1]&0x3F)
			}
		case markByte:
			shape, end = 1<<Punct, i+1
			if n := cutVerb(text, i, 1); n > 0 && c == '\'' && !space {
				shape, end = verbShape, i+n
			}
		}
		if end == i {
			var n int
			first, n = runeAt(text, i)
			if first == '\n' || first == 0x2029 {
				para = para || line
				space, line = true, true
				i += n
				continue
			}
			if blank(first) {
				space = true
				i += n
				continue
			}
			shape, end = tokenEnd(text, i, first, n)
			if first == '’' && !space {
				if n = cutVerb(text, i, n); n > 0 {
					shape, end = verbShape, i+n
				}
			}
		}
		if !space {
			shape |= 1 << Glued
		}
		toks = append(toks, Token{Start: int32(i), End: int32(end), shape: shape, Break: line, Para: para, first: first})
		i = end
		space, line, para = false, false, false
	}
	return toks
}

// tokenEnd gives the shapes and the end of the token that begins with a
// character of n bytes.
func tokenEnd(text string, i int, r rune, n int) (shape uint64, end int) {
	switch {
	case '0' <= r && r <= '9' || r > 0x7F && !isCyrillic(r) && unicode.IsDigit(r):
		end = numberEnd(text, i)
		return 1<<Number | numberShape(text[i:end]), end
	case isLetter(r):
		return wordEnd(text, i)
	}
	return 1 << Punct, i + n
}

// runeAt is utf8.DecodeRuneInString of text[i:], quicker for ASCII and Cyrillic.
func runeAt(text string, i int) (r rune, n int) {
	c := text[i]
	if c < utf8.RuneSelf {
		return rune(c), 1
	}
	if c>>2 == 0xD0>>2 && i+1 < len(text) && text[i+1]&0xC0 == 0x80 { // U+0400 to U+04FF
		return rune(c&0x1F)<<6 | rune(text[i+1]&0x3F), 2
	}
	return utf8.DecodeRuneInString(text[i:])
}

// blank reports whether a character beside the common blank and ends of lines
// parts tokens and is none: those that say how a sign before them is drawn, too.
func blank(r rune) bool {
	return r == '\t' || r == '\r' || r > 0x7F && !isCyrillic(r) && (r == 0xA0 || r == 0x202F || unicode.IsSpace(r) || isBidiMark(r) || 0xFE00 <= r && r <= 0xFE0F || r == 0x20E3)
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	if 0x2000 <= r && r < 0x2070 { // the block of general punctuation: “ ” ’ – …
		return false
	}
	return isCyrillic(r) && r != 0x482 || unicode.IsLetter(r) || unicode.IsMark(r)
}

// numberShape tells digits that may be a year, a day or a whole date.
func numberShape(s string) uint64 {
	n, dots := 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			n = n*10 + int(c-'0')
		case c == '.':
			dots++
		default:
			return 0
		}
		if n > 1<<40 {
			return 0
		}
	}
	switch {
	case dots == 2 && (len(s) == 10 || len(s) == 9 || len(s) == 8):
		return 1 << DotDate
	case dots > 0:
		return 0
	case len(s) == 4 && 1000 <= n && n < 2200:
		return 1 << Year
	case len(s) <= 2 && 1 <= n && n <= 31:
		return 1 << DayNumber
	}
	return 0
}

// roman reports whether capitals write a Roman number below 400. Keyboards of
// Kazakh and Russian have Х and І: ХІХ is read as XIX.
func roman(s string) bool {
	if len(s) == 0 || len(s) > 16 || len(s) == 1 && s != "I" && s != "V" && s != "X" {
		return false
	}
	letters := 0
	for _, r := range s {
		if romanDigit(r) == 0 {
			return false
		}
		letters++
	}
	if letters == 1 && len(s) > 1 {
		return false
	}
	v := RomanValue(s)
	if letters == len(s) {
		return RomanString(v) == s
	}
	return v > 0 && len(RomanString(v)) == letters
}

// romanDigit gives the value of a letter of a Roman number, 0 for another.
func romanDigit(r rune) int {
	switch r {
	case 'I', 'І':
		return 1
	case 'V':
		return 5
	case 'X', 'Х':
		return 10
	case 'L':
		return 50
	case 'C':
		return 100
	}
	return 0
}

// RomanValue gives the value of a Roman number in capitals I, V, X, L, C, or
// their Cyrillic doubles Х and І.
func RomanValue(s string) int {
	n, last := 0, 0
	for len(s) > 0 {
		r, size := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-size]
		v := romanDigit(r)
		if v < last {
			n -= v
		} else {
			n, last = n+v, v
		}
	}
	return n
}

// RomanString writes a number from 1 to 399.
func RomanString(n int) string {
	if n < 1 || n > 399 {
		return ""
	}
	var b []byte
	for _, r := range [...]struct {
		v int
		s string
	}{{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= r.v; n -= r.v {
			b = append(b, r.s...)
		}
	}
	return string(b)
}

// numberEnd finds the end of digits with single inner separators.
func numberEnd(text string, i int) int {
	for i < len(text) {
		c := text[i]
		switch {
		case '0' <= c && c <= '9':
			i++
		case (c == '.' || c == ',') && i+1 < len(text) && '0' <= text[i+1] && text[i+1] <= '9':
			i += 2
		case c >= utf8.RuneSelf:
			r, n := utf8.DecodeRuneInString(text[i:])
			if !unicode.IsDigit(r) {
				return i
			}
			i += n
		default:
			return i
		}
	}
	return i
}

// wordEnd gives the shapes and the end of the word that begins at i.
func wordEnd(text string, i int) (shape uint64, end int) {
	start, letters, capitals := i, 0, 0
	first := true
	for i < len(text) {
		c := text[i]
		if c < utf8.RuneSelf {
			switch {
			case 'a' <= c && c <= 'z':
				shape |= 1 << Latin
				if first {
					shape |= 1 << Lower
				}
				first = false
				from := i
				for i++; i < len(text) && text[i]-'a' <= 'z'-'a'; i++ {
				}
				letters += i - from
				continue
			case 'A' <= c && c <= 'Z':
				letters++
				capitals++
				shape |= 1 << Latin
				if first {
					shape |= 1 << Cap
				}
				first = false
				i++
				continue
			case (c == '\'' || c == '`') && i > start && apostropheInside(text, i, 1):
				if cut := cutShort(text, start, i, 1); cut > 0 {
					return shape | 1<<Word, cut
				}
				i++
				continue
			}
			break
		}
		if c >= 0xD0 && c <= 0xD3 && i+1 < len(text) && text[i+1]&0xC0 == 0x80 { // two bytes, Cyrillic up to U+04FF
			r := rune(c&0x1F)<<6 | rune(text[i+1]&0x3F)
			if r == 0x482 {
				break
			}
			upper := isUpper(r)
			if upper {
				capitals++
			}
			if first {
				if upper {
					shape |= 1 << Cap
				} else {
					shape |= 1 << Lower
				}
				first = false
			}
			shape |= 1 << Cyrillic
			letters++
			i += 2
			for i+1 < len(text) && text[i]>>2 == 0xD0>>2 && int8(text[i+1]) < -64 && notCapital[text[i]&3]>>(text[i+1]&0x3F)&1 != 0 {
				letters++
				i += 2
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if isApostrophe(r) {
			if i > start && apostropheInside(text, i, n) || r == 'ʻ' || r == 'ʼ' {
				if cut := cutShort(text, start, i, n); r == '’' && cut > 0 {
					return shape | 1<<Word, cut
				}
				i += n
				continue
			}
			break
		}
		if r == 0xAD {
			i += n
			continue
		}
		if !isLetter(r) {
			break
		}
		letters++
		upper := isUpper(r)
		if upper {
			capitals++
		}
		if first {
			if upper {
				shape |= 1 << Cap
			} else {
				shape |= 1 << Lower
			}
			first = false
		}
		switch {
		case isCyrillic(r):
			shape |= 1 << Cyrillic
		case isArabic(r):
			shape |= 1 << Arabic
		case r < 0x250 || 0x1E00 <= r && r <= 0x1EFF:
			shape |= 1 << Latin
		}
		i += n
	}
	shape |= 1 << Word
	if letters > 1 && capitals == letters {
		shape |= 1 << Upper
	}
	if capitals == letters && roman(text[start:i]) {
		shape |= 1 << Roman
	}
	if letters == 1 && capitals == 1 && i < len(text) && text[i] == '.' {
		shape |= 1 << Initial
	}
	return shape, i
}

// apostropheInside reports whether the apostrophe of n bytes at i belongs to
// the word begun before it: a letter follows, and it is not the possessive 's.
func apostropheInside(text string, i, n int) bool {
	r, m := utf8.DecodeRuneInString(text[i+n:])
	if m == 0 || !isLetter(r) {
		return false
	}
	if r == 's' || r == 'S' {
		q, _ := utf8.DecodeRuneInString(text[i+n+m:])
		return isLetter(q)
	}
	return true
}
