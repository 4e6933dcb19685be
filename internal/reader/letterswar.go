package reader

import "math/bits"

// Letters of a text counted eight bytes at a time.

// highBits are the highest of eight bytes, lowBits the lowest.
const highBits, lowBits = 0x8080808080808080, 0x0101010101010101

// letterCount counts the letters of ASCII, those of U+0400 to U+04FF, and of
// these the ones that Russian lacks, as kazakhLetters has them.
type letterCount struct{ latin, cyrillic, notRussian int }

// lettersAmong counts the letters among eight bytes that are not all ASCII, but
// ASCII and whole characters of U+0400 to U+04FF. It gives how many of the bytes
// it counted: 7 where a character begins with the last of them, 0 where there
// are others.
func lettersAmong(x uint64) (n int, count letterCount) {
	high := x & highBits
	lead := high & (x << 1)
	foreign := (x ^ 0xD0*lowBits) & (lead >> 7 * 0xFC)
	n = 8
	if lead>>63 != 0 {
		n, lead, high, foreign = 7, lead&^(1<<63), high&^(1<<63), foreign&^(0xFF<<56)
	}
	second := lead << 8
	if foreign|(high^(lead|second)) != 0 || second&(x<<1) != 0 {
		return 0, count
	}
	if letters := x &^ (x >> 1) & (0x40 * lowBits); letters != 0 { // ASCII from @ on
		count.latin = asciiLetters(x &^ (x & highBits >> 7 * 0xFF))
	}
	// By the two lowest bits of the first byte: І is D0 86, і is D1 96, D1 A0 to
	// D3 BF are no letters of Russian.
	odd := (lead & (x << 7)) << 8
	kazakh := lead&(x<<6)<<8 | odd&(x<<2) | second&zeroBytes(x^0x86*lowBits^odd>>3)
	count.cyrillic, count.notRussian = bits.OnesCount64(lead), bits.OnesCount64(kazakh)
	return n, count
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
