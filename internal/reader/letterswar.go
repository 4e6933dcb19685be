package reader

import "math/bits"

// Letters of a text counted eight bytes at a time.

// highBits are the highest of eight bytes, lowBits the lowest.
const highBits, lowBits = 0x8080808080808080, 0x0101010101010101

// letterCount counts the letters of ASCII, those of U+0400 to U+04FF, and of
// these the ones that Russian lacks, as kazakhLetters has them.
type letterCount struct{ latin, cyrillic, notRussian int }

// lettersAmong counts the letters among eight bytes that are ASCII and whole
// characters of U+0400 to U+04FF. It gives how many of the bytes it counted: 7
// where a character begins with the last of them, 0 where there are others.
func lettersAmong(x uint64) (n int, count letterCount) {
	high := x & highBits
	if high == 0 {
		return 8, letterCount{latin: asciiLetters(x)}
	}
	ascii := x &^ (high >> 7 * 0xFF)
	lead := zeroBytes(x&^(0x03*lowBits) ^ 0xD0*lowBits)
	n = 8
	if lead>>63 != 0 {
		n, lead, high = 7, lead&^(1<<63), high&^(1<<63)
	}
	second := lead << 8
	if high&^(x<<1) != second || high != lead|second {
		return 0, count
	}
	// By the two lowest bits of the first byte: І is D0 86, і is D1 96, D1 A0 to
	// D3 BF are no letters of Russian.
	bit0, bit1 := x<<7, x<<6
	behindD0, behindD1 := (lead&^bit0&^bit1)<<8, (lead&bit0&^bit1)<<8
	kazakh := lead&bit1 | behindD1&(x<<2|zeroBytes(x^0x96*lowBits)) | behindD0&zeroBytes(x^0x86*lowBits)
	return n, letterCount{asciiLetters(ascii), bits.OnesCount64(lead), bits.OnesCount64(kazakh)}
}

// zeroBytes gives the highest bit of each of eight bytes that is zero.
func zeroBytes(x uint64) uint64 {
	const low7 = 0x7F * lowBits
	return ^((x&low7 + low7) | x | low7)
}

// asciiLetters counts the letters among eight bytes of ASCII.
func asciiLetters(x uint64) int {
	x |= 0x20 * lowBits
	fromA, behindZ := x+(0x80-'a')*lowBits, x+(0x7F-'z')*lowBits
	return bits.OnesCount64(fromA &^ behindZ & highBits)
}
