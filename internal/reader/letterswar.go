package reader

// Letters of a text counted eight bytes at a time.

// highBits are the highest of eight bytes, lowBits the lowest.
const highBits, lowBits = 0x8080808080808080, 0x0101010101010101

// letterCount counts the letters of ASCII, those of U+0400 to U+04FF, and of
// these the ones that Russian lacks, as kazakhLetters has them.
type letterCount struct{ latin, cyrillic, notRussian int }

// mostAtOnce is the most bytes that lettersOf counts: a byte of its sums counts
// up to 255.
const mostAtOnce = 255 * 8

// lettersOf counts the letters that a text of at most mostAtOnce bytes begins
// with, eight bytes at a time, as long as they are ASCII and whole characters of
// U+0400 to U+04FF. n is how many bytes it counted.
func lettersOf(text string) (count letterCount, n int) {
	// Of each place of the eight: letters of ASCII, second bytes of others. What a
	// first byte in the last place says of the next goes on with it.
	var latin, cyrillic, notRussian uint64
	var open, openOdd, openUpper uint64
	for ; n+8 <= len(text) && n < mostAtOnce; n += 8 {
		x := le64(text[n:])
		high := x & highBits
		if high|open == 0 {
			latin += letterBits(x)
			continue
		}
		first := high & (x << 1)
		second := first<<8 | open
		if high^(first|second)|second&(x<<1)|(x^0xD0*lowBits)&(first>>7*0xFC) != 0 {
			break
		}
		if x&^(x>>1)&(0x40*lowBits) != 0 { // ASCII from @ on
			latin += letterBits(x &^ (high >> 7 * 0xFF))
		}
		// By the two lowest bits of the first byte: І is D0 86, і is D1 96, D1 A0 to
		// D3 BF are no letters of Russian.
		odd, upper := first&(x<<7), first&(x<<6)
		behindOdd, behindUpper := odd<<8|openOdd, upper<<8|openUpper
		cyrillic += second >> 7
		notRussian += (behindUpper | behindOdd&(x<<2) | second&zeroBytes(x^0x86*lowBits^behindOdd>>3)) >> 7
		open, openOdd, openUpper = first>>56, odd>>56, upper>>56
	}
	return letterCount{sumOfBytes(latin), sumOfBytes(cyrillic), sumOfBytes(notRussian)}, n - int(open>>7)
}

// zeroBytes gives the highest bit of each of eight bytes that is zero.
func zeroBytes(x uint64) uint64 {
	const low7 = 0x7F * lowBits
	return ^((x&low7 + low7) | x | low7)
}

// letterBits gives the lowest bit of each of eight bytes of ASCII that is a
// letter.
func letterBits(x uint64) uint64 {
	x |= 0x20 * lowBits
	fromA, behindZ := x+(0x80-'a')*lowBits, x+(0x7F-'z')*lowBits
	return (fromA &^ behindZ & highBits) >> 7
}

// sumOfBytes adds eight bytes up.
func sumOfBytes(x uint64) int {
	const even = 0x00FF00FF00FF00FF
	return int((x&even + x>>8&even) * 0x0001000100010001 >> 48)
}
