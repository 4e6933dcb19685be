package reader

import (
	"strings"
	"testing"
)

// TestWordEndings holds the comparison by last bytes to that of the letters.
func TestWordEndings(t *testing.T) {
	words := []string{"", "а", "ов", "нов", "Иванов", "иванов", "ivanov", "ov", "v", "оглы", "қызының", "yнов", "xовский", "вский", "петровский"}
	for _, ending := range words[1:] {
		x := newWordEnding(ending, 0)
		for _, w := range words {
			if got, want := x.ends(w, lastBytes(w)), strings.HasSuffix(w, ending); got != want {
				t.Errorf("%q ends in %q: %v", w, ending, got)
			}
		}
	}
}
