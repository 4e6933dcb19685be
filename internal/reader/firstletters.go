package reader

// firstLetters are the first two letters of some words, so that a word of which
// no case can be one of them is passed over at once: whatever form it has, it keeps these.
type firstLetters [4]uint64

// add notes that a word of the list begins so; a short one stands for all beginnings.
func (b *firstLetters) add(folded string) {
	if len(folded) < 4 {
		*b = firstLetters{^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0)}
		return
	}
	k := letters2(folded)
	b[k>>6] |= 1 << (k & 63)
}

// mayHave is true too of words that do not begin with two letters of two bytes.
func (b *firstLetters) mayHave(folded string) bool {
	if len(folded) < 4 || folded[0] < 0xC0 || folded[2] < 0xC0 || folded[0] > 0xDF || folded[2] > 0xDF {
		return true
	}
	k := letters2(folded)
	return b[k>>6]&(1<<(k&63)) != 0
}

// letters2 mixes the first four bytes of a string into one.
func letters2(s string) uint8 {
	return uint8((uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24) * 0x9E3779B1 >> 24)
}

// wordEnds tells of most words that they are none of a list's, by their first,
// middle and last bytes and their length: cheaper than to look them up.
type wordEnds [4]uint64

// add notes a word of the list by the letters it begins and ends with.
func (b *wordEnds) add(word string) {
	k := b.mark(word)
	b[k>>6] |= 1 << (k & 63)
}

// find looks a word up in the map whose keys were added.
func (b *wordEnds) find(in map[string]int, word string) (int, bool) {
	if k := b.mark(word); b[k>>6]&(1<<(k&63)) == 0 {
		return 0, false
	}
	v, ok := in[word]
	return v, ok
}

// mark mixes the first, middle and last byte of a word and its length into one.
func (*wordEnds) mark(word string) uint8 {
	if word == "" {
		return 0
	}
	return word[0]*11 + word[len(word)-1]*37 + word[len(word)/2]*101 + uint8(len(word))*7
}
