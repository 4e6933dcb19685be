package lang

import (
	"testing"
	"unicode"
)

// TestGeneralPunctuation holds that the block which isLetter passes over has no letters.
func TestGeneralPunctuation(t *testing.T) {
	for r := rune(0x2000); r < 0x2070; r++ {
		if unicode.IsLetter(r) || unicode.IsMark(r) {
			t.Errorf("%U is a letter or a mark", r)
		}
	}
	if isLetter('’') || !isLetter('é') || !isLetter(0x2071) {
		t.Error("isLetter of ’, é or ⁱ is wrong")
	}
}
