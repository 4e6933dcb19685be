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
// possessive s; digits keep a single inner . or , (one token "15.11.2019").
// The time is linear in the text.
func tokenize(text string, toks []Token) []Token {
	var (
		space, line, para = true, false, true
		i                 = 0
	)
	for i < len(text) {
		if text[i] == ' ' {
			space = true
			i++
			continue
		}
		r, n := runeAt(text, i)
		if r == '\n' || r == 0x2029 {
			if line {
				para = true
			}
			space, line = true, true
			i += n
			continue
		}
		if r == '\t' || r == '\r' || r > 0x7F && !isCyrillic(r) && (r == 0xA0 || r == 0x202F || unicode.IsSpace(r) || isBidiMark(r)) {
			space = true
			i += n
			continue
		}
		toks = append(toks, Token{Start: int32(i), Break: line, Para: para, first: r})
		t := &toks[len(toks)-1]
		if !space {
			t.shape = 1 << Glued
		}
		switch {
		case r <= '9' && r >= '0' || r > 0x7F && !isCyrillic(r) && unicode.IsDigit(r):
			start := i
			i = numberEnd(text, i)
			t.shape |= 1<<Number | numberShape(text[start:i])
		case isLetter(r):
			if i = plainEnd(text, i, t); i == int(t.Start) {
				i = wordEnd(text, i, t)
			}
		default:
			i += n
			t.shape |= 1 << Punct
		}
		t.End = int32(i)
		space, line, para = false, false, false
	}
	return toks
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

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
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

// plainEnd is wordEnd of most words: small letters of one alphabet, perhaps with
// a capital before them, and no other character of a word behind them. It gives
// the beginning of another word.
func plainEnd(text string, start int, t *Token) int {
	c, i := text[start], start+1
	shape := uint64(1<<Word | 1<<Latin)
	small := c-'a' <= 'z'-'a'
	switch {
	case c < utf8.RuneSelf:
		for i < len(text) && text[i]-'a' <= 'z'-'a' {
			i++
		}
		if !small && i == start+1 {
			return start
		}
	case c>>2 == 0xD0>>2 && i < len(text) && int8(text[i]) < -64:
		shape = 1<<Word | 1<<Cyrillic
		small = notCapital[c&3]>>(text[i]&0x3F)&1 != 0
		for i++; i+1 < len(text) && text[i]>>2 == 0xD0>>2 && int8(text[i+1]) < -64 && notCapital[text[i]&3]>>(text[i+1]&0x3F)&1 != 0; i += 2 {
		}
		if !small && i == start+2 {
			return start
		}
	default:
		return start
	}
	if i < len(text) && !endsWord[text[i]] {
		return start
	}
	if small {
		t.shape |= shape | 1<<Lower
	} else {
		t.shape |= shape | 1<<Cap
	}
	return i
}

// endsWord has the bytes that are surely no part of a word.
var endsWord = func() (out [256]bool) {
	for c := range utf8.RuneSelf {
		out[c] = !isLetter(rune(c)) && c != '\'' && c != '`'
	}
	return out
}()

// wordEnd finds the end of a word and sets its shapes.
func wordEnd(text string, i int, t *Token) int {
	start, letters, capitals := i, 0, 0
	first := true
	for i < len(text) {
		c := text[i]
		if c < utf8.RuneSelf {
			switch {
			case 'a' <= c && c <= 'z':
				t.shape |= 1 << Latin
				if first {
					t.shape |= 1 << Lower
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
				t.shape |= 1 << Latin
				if first {
					t.shape |= 1 << Cap
				}
				first = false
				i++
				continue
			case (c == '\'' || c == '`') && i > start && apostropheInside(text, start, i, 1):
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
					t.shape |= 1 << Cap
				} else {
					t.shape |= 1 << Lower
				}
				first = false
			}
			t.shape |= 1 << Cyrillic
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
			if i > start && apostropheInside(text, start, i, n) || r == 'ʻ' || r == 'ʼ' {
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
				t.shape |= 1 << Cap
			} else {
				t.shape |= 1 << Lower
			}
			first = false
		}
		switch {
		case isCyrillic(r):
			t.shape |= 1 << Cyrillic
		case isArabic(r):
			t.shape |= 1 << Arabic
		case r < 0x250 || 0x1E00 <= r && r <= 0x1EFF:
			t.shape |= 1 << Latin
		}
		i += n
	}
	t.shape |= 1 << Word
	if letters > 1 && capitals == letters {
		t.shape |= 1 << Upper
	}
	if capitals == letters && roman(text[start:i]) {
		t.shape |= 1 << Roman
	}
	if letters == 1 && capitals == 1 && i < len(text) && text[i] == '.' {
		t.shape |= 1 << Initial
	}
	return i
}

// notCapital has a bit for each letter from U+0400 to U+04FF that is no capital,
// by its first byte and its second.
var notCapital = func() (out [4]uint64) {
	for r := rune(0x400); r < 0x500; r++ {
		if r != 0x482 && !isUpper(r) {
			out[r>>6&3] |= 1 << (r & 0x3F)
		}
	}
	return out
}()

// apostropheInside reports whether the apostrophe of n bytes at i belongs to
// the word begun at start: a letter follows, and it is not the possessive 's.
func apostropheInside(text string, start, i, n int) bool {
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
