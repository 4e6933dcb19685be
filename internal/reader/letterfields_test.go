package reader

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestFields: words come as strings.Fields parts them, names that differ in blanks
// alone are the same, and characters are counted as far as asked.
func TestFields(t *testing.T) {
	for _, s := range []string{"", " ", "Ақ Жол", " Banco\u00a0de  la\tNación ", "Сеул\u2003\n«Ханыль»", "a\xff b\xd0", "\u0085x", "東京\u3000大学"} {
		var words []string
		for w, at := nextField(s, 0); w != ""; w, at = nextField(s, at) {
			words = append(words, w)
		}
		if want := strings.Fields(s); !slices.Equal(words, want) {
			t.Errorf("%q is parted into %q, want %q", s, words, want)
		}
		for n := 1; n < 12; n++ {
			if got, want := atLeast(s, n), utf8.RuneCountInString(s) >= n; got != want {
				t.Errorf("%q has at least %d characters: %v, want %v", s, n, got, want)
			}
		}
	}
	plain := func(s string) string { return strings.Join(strings.Fields(strings.ReplaceAll(s, ".", ". ")), " ") }
	names := []string{"А.Б. Нур", "А. Б.  Нур", "А.Б.Нур", "АБ Нур", "А.Б.", "А. Б. ", "Нур А.", ".", "..", ""}
	for _, a := range names {
		for _, b := range names {
			if got, want := sameWords(a, b), plain(a) == plain(b); got != want {
				t.Errorf("%q and %q are the same: %v, want %v", a, b, got, want)
			}
		}
	}
}

// TestFewEnds: endings are found in their order.
func TestFewEnds(t *testing.T) {
	ends := fewEndsOf("ның", "ң", "тарының")
	for w, want := range map[string][]string{"": nil, "ң": {"ң"}, "қала": nil, "қаланың": {"ның", "ң"}, "қалаларының": {"ның", "ң"}, "аттарының": {"ның", "ң", "тарының"}} {
		var got []string
		for k := ends.next(w, 0); k >= 0; k = ends.next(w, k+1) {
			stem, end := ends.cut(w, k)
			if stem+end != w {
				t.Errorf("%q is parted into %q and %q", w, stem, end)
			}
			got = append(got, end)
		}
		if !slices.Equal(got, want) || ends.end(w) != (len(want) > 0) {
			t.Errorf("%q has the endings %q, want %q", w, got, want)
		}
	}
}
