package tagger

import (
	"strings"
	"testing"
	"unicode"
)

// TestLettersOfOurOwn holds what is known of Cyrillic letters without the
// tables of package unicode to what those say.
func TestLettersOfOurOwn(t *testing.T) {
	for r := rune(1); r < 0x600; r++ {
		if w := "б" + string(r) + "Z"; lowered(w) != strings.ToLower(w) {
			t.Errorf("%q is %q in small letters, not %q", w, strings.ToLower(w), lowered(w))
		}
		if cyrillic(r) && (isUpper(r) != unicode.IsUpper(r) || !unicode.IsLetter(r)) {
			t.Errorf("%U is taken for another kind of letter", r)
		}
	}
}
