package lang

import (
	"math/bits"
	"unicode/utf8"
)

// Most words are small letters of one alphabet, perhaps with a capital before
// them, and no other character of a word stands behind them. They are passed
// several letters at a time.

// Kinds of bytes that a token begins with.
const (
	otherByte    uint8 = iota
	latinByte          // a letter of ASCII
	cyrillicByte       // the first of the two of U+0400 to U+04FF
	markByte           // a mark of ASCII
)

var byteKinds = func() (kinds [256]uint8) {
	for c := range utf8.RuneSelf {
		switch r := rune(c); {
		case isLetter(r):
			kinds[c] = latinByte
		case !blank(r) && r != '\n' && r != ' ' && (r < '0' || r > '9'):
			kinds[c] = markByte
		}
	}
	for c := 0xD0; c <= 0xD3; c++ {
		kinds[c] = cyrillicByte
	}
	return kinds
}()

// endsWord has the bytes that are surely no part of a word.
var endsWord = func() (out [256]bool) {
	for c := range utf8.RuneSelf {
		out[c] = !isLetter(rune(c)) && c != '\'' && c != '`'
	}
	return out
}()

// plainLatin gives the shapes and the end of a plain word that begins with a
// letter of ASCII, and its beginning for its end where it is not plain.
func plainLatin(text string, start int) (shape uint64, end int) {
	end = smallLatin(text, start+1)
	if end < len(text) && !endsWord[text[end]] {
		return 0, start
	}
	if text[start] >= 'a' {
		return 1<<Word | 1<<Latin | 1<<Lower, end
	}
	if end == start+1 {
		return 0, start
	}
	return 1<<Word | 1<<Latin | 1<<Cap, end
}

// smallLatin gives the end of the small Latin letters from i on.
func smallLatin(text string, i int) int {
	const high, ones = 0x8080808080808080, 0x0101010101010101
	for ; i+8 <= len(text); i += 8 {
		x := le64(text[i:])
		y := x &^ high
		fromA, behindZ := y+(0x80-'a')*ones, y+(0x7F-'z')*ones
		if other := (^fromA | behindZ | x) & high; other != 0 {
			return i + bits.TrailingZeros64(other)/8
		}
	}
	for i < len(text) && text[i]-'a' <= 'z'-'a' {
		i++
	}
	return i
}

// plainCyrillic is plainLatin of a word that begins with D0 to D3.
func plainCyrillic(text string, start int) (shape uint64, end int) {
	if start+1 == len(text) || int8(text[start+1]) >= -64 || text[start] == 0xD2 && text[start+1] == 0x82 {
		return 0, start
	}
	end = smallCyrillicRun(text, start+2)
	if end < len(text) && !endsWord[text[end]] {
		return 0, start
	}
	if notCapital[text[start]&3]>>(text[start+1]&0x3F)&1 != 0 {
		return 1<<Word | 1<<Cyrillic | 1<<Lower, end
	}
	if end == start+2 {
		return 0, start
	}
	return 1<<Word | 1<<Cyrillic | 1<<Cap, end
}

// smallCyrillicRun gives the end of the letters from U+0400 to U+04FF from i on
// that are no capitals.
func smallCyrillicRun(text string, i int) int {
	for i+8 <= len(text) {
		other := notSmallCyrillic(le64(text[i:]))
		if other == 0 {
			i += 8
			continue
		}
		i += bits.TrailingZeros64(other) / 16 * 2
		break
	}
	for i+1 < len(text) && text[i]>>2 == 0xD0>>2 && int8(text[i+1]) < -64 && notCapital[text[i]&3]>>(text[i+1]&0x3F)&1 != 0 {
		i += 2
	}
	return i
}

// notSmallCyrillic has a bit in each pair of eight bytes that is none of the
// small letters а to џ, or, of the others, U+0490 to U+04BF and U+04D0 to U+04FF.
func notSmallCyrillic(x uint64) uint64 {
	const ones, low15 = 0x0001000100010001, 0x7FFF7FFF7FFF7FFF
	foreign := x&(0xC0FC*ones) ^ 0x80D0*ones // bytes that are not D0 to D3, 80 to BF
	foreign = (foreign&low15 + low15 | foreign) >> 15
	first0, first1, second0, second4, second5 := x, x>>1, x>>8, x>>12, x>>13
	small := first1&(second4|second5)&second0 | ^first1&(first0&^second5|^first0&second4&second5)
	return (foreign | ^small) & ones
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
