package tagger

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// TestLettersOfOurOwn holds what is known of Cyrillic letters without the
// tables of package unicode to what those say.
func TestLettersOfOurOwn(t *testing.T) {
	for r := rune(1); r < 0x600; r++ {
		if w := "б" + string(r) + "Z"; lowered(w) != strings.ToLower(w) {
			t.Errorf("%q is %q in small letters, not %q", w, strings.ToLower(w), lowered(w))
		}
		for _, w := range []string{string(r), "б" + string(r), "б" + string(r) + "\xd0", "\xd1\xd0" + string(r), string(r) + "\xd0б", "\xc0\xaf" + string(r)} {
			for i := 0; i < len(w); {
				got, size := letterAt(w, i)
				if want, n := utf8.DecodeRuneInString(w[i:]); got != want || size != n {
					t.Errorf("%q at %d: %U of %d bytes, not %U of %d", w, i, got, size, want, n)
				}
				i += size
			}
			if low := lowered(w); low != strings.ToLower(w) || !utf8.ValidString(low) {
				t.Errorf("%q is %q in small letters, not %q", w, low, strings.ToLower(w))
			}
		}
		if cyrillic(r) && (isUpper(r) != unicode.IsUpper(r) || !unicode.IsLetter(r)) {
			t.Errorf("%U is taken for another kind of letter", r)
		}
	}
}
