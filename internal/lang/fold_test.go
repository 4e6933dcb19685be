package lang

import (
	"strings"
	"testing"
	"unicode"
)

// TestLowerIsUnicode holds the quick small letters to those of the standard.
func TestLowerIsUnicode(t *testing.T) {
	for r := rune(0); r < 0x3000; r++ {
		if lower(r) != unicode.ToLower(r) {
			t.Errorf("%U: %U, the standard has %U", r, lower(r), unicode.ToLower(r))
		}
	}
}

// FuzzFold holds folding to its laws: what is folded stays as it is, and the
// quick look agrees with the long way.
func FuzzFold(f *testing.F) {
	for _, s := range []string{"", "Ёлка", "қазақ", "Қазақ", "naýryz", "O’zbek", "o`q", "cАлем", "салем", "д’Артаньян", "İ", "\xd0", "а\xd1", "NATO", "co-op", "5-й", "кг·м"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if got := string(AppendFold(nil, s)); got != once {
			t.Fatalf("%q: %q appended, %q alone", s, got, once)
		}
		if folded(s) {
			for _, r := range s {
				if lower(r) != r || r == 'ё' || isApostrophe(r) || isBidiMark(r) {
					t.Fatalf("%q is taken for folded", s)
				}
			}
			if long := string(appendFold(nil, s)); long != s {
				t.Fatalf("%q is taken for folded, but folds to %q", s, long)
			}
		}
	})
}

func TestIsUpper(t *testing.T) {
	for r := rune(0); r < 0x600; r++ {
		if isUpper(r) != unicode.IsUpper(r) {
			t.Errorf("isUpper(%U) = %v", r, isUpper(r))
		}
		if isCyrillic(r) && (unicode.IsDigit(r) || unicode.IsSpace(r) || isBidiMark(r)) {
			t.Errorf("%U is taken for no digit, space or mark", r)
		}
	}
}

// TestFoldByLetters holds the quick way of Cyrillic words to the slow one,
// which an apostrophe behind them takes.
func TestFoldByLetters(t *testing.T) {
	for r := rune(0x20); r < 0x540; r++ {
		if isApostrophe(r) {
			continue
		}
		for _, word := range []string{"Ж" + string(r), string(r) + "ж", "ЁЛКА " + string(r) + "-1"} {
			if got, want := Fold(word), strings.TrimSuffix(Fold(word+"’"), "'"); got != want {
				t.Errorf("%q: %q, want %q", word, got, want)
			}
		}
	}
}
