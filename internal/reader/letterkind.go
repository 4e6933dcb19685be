package reader

import (
	"unicode"
	"unicode/utf8"
)

// Kinds of characters.
const (
	noLetter byte = iota
	smallLetter
	capitalLetter
	otherLetter
)

// letterKinds are the kinds of the characters of our alphabets, so that they
// need not be sought in the tables of package unicode.
var letterKinds = func() (kinds [0x530]byte) {
	for r := range kinds {
		kinds[r] = kindOfLetter(rune(r))
	}
	return kinds
}()

// letterKind tells whether a letter is small, a capital or neither, by a table for most.
func letterKind(r rune) byte {
	if uint32(r) < uint32(len(letterKinds)) {
		return letterKinds[r]
	}
	return kindOfLetter(r)
}

// kindOfLetter is letterKind without its table.
func kindOfLetter(r rune) byte {
	switch {
	case unicode.IsLower(r):
		return smallLetter
	case unicode.IsUpper(r):
		return capitalLetter
	case unicode.IsLetter(r):
		return otherLetter
	}
	return noLetter
}

// runeAt is utf8.DecodeRuneInString of text[i:], quicker for one byte and two.
func runeAt(text string, i int) (r rune, n int) {
	c := text[i]
	if c < utf8.RuneSelf {
		return rune(c), 1
	}
	if 0xC2 <= c && c <= 0xDF && i+1 < len(text) && text[i+1]&0xC0 == 0x80 {
		return rune(c&0x1F)<<6 | rune(text[i+1]&0x3F), 2
	}
	return utf8.DecodeRuneInString(text[i:])
}

// atLeast reports whether a word has n characters or more, without counting the
// others: «аудан» has at least five.
func atLeast(w string, n int) bool {
	if len(w) > utf8.UTFMax*(n-1) {
		return true
	}
	for i := 0; i < len(w); n-- {
		if n <= 1 {
			return true
		}
		_, size := runeAt(w, i)
		i += size
	}
	return n <= 0
}
