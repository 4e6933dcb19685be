package lang

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestStemCases holds the suffix automata to cases/*/stems.txt: the forms of a
// line have one stem, those of a "!" line have different ones, and a line of
// either sort that opens with "~" is known to miss.
func TestStemCases(t *testing.T) {
	files, err := filepath.Glob("cases/*/stems.txt")
	if err != nil || len(files) < 7 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		p := load(t, filepath.Base(filepath.Dir(file)))
		n := 0
		var forms, parted, pairs, merged int // under-stemming by forms, over-stemming by pairs of lines
		var firsts []string
		for line := range strings.Lines(string(src)) {
			n++
			words := strings.Fields(line)
			if len(words) < 2 || words[0] == "#" {
				continue
			}
			known := words[0] == "~"
			if known {
				words = words[1:]
			}
			differ := words[0] == "!"
			if differ {
				words = words[1:]
			}
			missed := false
			first := p.Stem(words[0])
			if !differ && !known {
				firsts = append(firsts, first)
			}
			for _, w := range words[1:] {
				got := p.Stem(w)
				if !differ {
					forms++
					if got != first {
						parted++
					}
				}
				if (got == first) == differ {
					missed = true
					if known {
						continue
					}
					t.Errorf("%s:%d: %s has the stem %q, %s has %q", file, n, words[0], first, w, got)
				}
			}
			if known && !missed {
				t.Errorf("%s:%d: no longer a miss: take the ~ away", file, n)
			}
		}
		for i, a := range firsts {
			for _, b := range firsts[:i] {
				pairs++
				if a == b {
					merged++
				}
			}
		}
		t.Logf("%s: under-stemming %d of %d forms, over-stemming %d of %d pairs of words", file, parted, forms, merged, pairs)
	}
}
