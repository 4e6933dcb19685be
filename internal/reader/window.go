package reader

import (
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// windowSize is how many bytes of a text a Reader reads at once. An article is never
// near it; of a longer text each window knows the entities of those before,
// while dates and pronouns look back to its own beginning only.
const windowSize = 1 << 19

// windowTail is how much of a window's end is cut into sentences to see where
// the last one begins.
const windowTail = 1 << 14

// windowEnd gives the end of the window of some size that begins at byte from
// of a block that ends at end: behind a paragraph, else before a sentence, else
// at a blank, else at the border of a character.
func windowEnd(l *lang.Lattice, text string, from, end, size int) int {
	if end-from <= size+size/2 {
		return end
	}
	limit := from + size
	half := limit - size/2
	if i := strings.LastIndex(text[half:limit], "\n\n"); i >= 0 {
		return half + i + 2
	}
	for limit > half && !utf8.RuneStart(text[limit]) {
		limit--
	}
	tail := max(half, limit-windowTail)
	if i := strings.IndexByte(text[tail:limit], ' '); i >= 0 {
		tail += i + 1
	}
	for tail < limit && !utf8.RuneStart(text[tail]) {
		tail++
	}
	l.Reset(l.Pack, text[tail:limit])
	if sents := l.Sentences(nil); len(sents) > 1 {
		return tail + int(l.Toks[sents[len(sents)-1].First].Start)
	}
	if i := strings.LastIndexByte(text[tail:limit], ' '); i >= 0 {
		return tail + i + 1
	}
	return limit
}
