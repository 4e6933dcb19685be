package reader

import "unicode"

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

func letterKind(r rune) byte {
	if uint32(r) < uint32(len(letterKinds)) {
		return letterKinds[r]
	}
	return kindOfLetter(r)
}

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
