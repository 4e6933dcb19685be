package reader

import (
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"shanyraq/internal/value"
)

// TestBrokenTexts: a text may begin and end anywhere and have its words in any order,
// and is read all the same. The cases have the words that rules and steps start from,
// so their pieces put each of those first and last in a text and beside any other.
func TestBrokenTexts(t *testing.T) {
	files, _ := filepath.Glob("cases/*/*.txt")
	if len(files) == 0 {
		t.Fatal("no case files")
	}
	r := rand.New(rand.NewPCG(1, 2))
	for _, file := range files {
		o := Options{Language: filepath.Base(filepath.Dir(file)), Published: value.MustDate("2024-05-16")}
		for _, c := range parseCases(t, file) {
			for _, text := range broken(r, c.text) {
				readsBroken(t, text, o)
			}
		}
	}
}

// broken gives the beginnings and ends of a text, a piece of it, and its words in
// another order, without one of them and without marks.
func broken(r *rand.Rand, text string) (out []string) {
	for i, c := range text {
		if c == ' ' {
			out = append(out, text[:i], strings.TrimRight(text[:i], ",;:")+".", text[i+1:])
		}
	}
	words := strings.Split(text, " ")
	from := r.IntN(len(words))
	out = append(out, strings.Join(words[from:from+r.IntN(len(words)-from+1)], " "), strings.Join(words, "\n"), strings.Join(words, "\t"))
	for range 3 {
		some := slices.Clone(words)
		r.Shuffle(len(some), func(i, j int) { some[i], some[j] = some[j], some[i] })
		out = append(out, strings.Join(some, " "), strings.Join(some[r.IntN(len(some)):], " "))
	}
	slices.Reverse(words)
	out = append(out, strings.Join(words, " "), strings.Map(func(c rune) rune {
		if strings.ContainsRune(".,;:()\"“”«»’'–—", c) {
			return -1
		}
		return c
	}, text))
	return out
}

// readsBroken reads a text, reports where that ends in a panic, and checks what is read.
func readsBroken(t *testing.T, text string, o Options) {
	defer func() {
		if err := recover(); err != nil {
			t.Errorf("%s: %q: %v", o.Language, text, err)
		}
	}()
	tellsOf(t, text, Read(text, o))
}
