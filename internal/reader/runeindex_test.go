package reader

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestQuickRuneIndex compares the index with counting, over texts of characters of
// every length and over texts that are no UTF-8.
func TestQuickRuneIndex(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	pieces := []string{"a", " ", "сөз", "–", "«", "→", "ࠀ", "한", "\ue000", "😀", "\xd0", "\x80", "\xe2\x80", "\xed\xa0\x80", "\xc0\x80", "\xc1\xbf", "\xe0\x80\x80", "\xf8"}
	for i := range 4000 {
		known := 4 + i%(len(pieces)-3)
		var b strings.Builder
		for range r.IntN(120) {
			b.WriteString(pieces[r.IntN(known)])
		}
		text := b.String()
		ri := newRuneIndex(text)
		if ri.valid != utf8.ValidString(text) {
			t.Fatalf("valid is %v of %q", ri.valid, text)
		}
		if _, ok := countRunes(text, nil); ok && !ri.valid || !ok && ri.valid && !strings.ContainsAny(text, "😀ࠀ한") {
			t.Fatalf("the quick count says %v of %q", ok, text)
		}
		n := 0
		for at := range text {
			if got := ri.at(at); got != n {
				t.Fatalf("byte %d of %q is code point %d, not %d", at, text, got, n)
			}
			if got := ri.byteAt(n); got != at {
				t.Fatalf("code point %d of %q is byte %d, not %d", n, text, got, at)
			}
			n++
		}
	}
}

// TestMarksAndStrays holds the quick walks over a text to walks byte by byte.
func TestMarksAndStrays(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	pieces := []string{"сөз", "a", "Z", "@", "[", "`", "{", " ", ".", "!", "?", "ə", "ӿ", "–", "«", "1"}
	for range 3000 {
		var b strings.Builder
		for range r.IntN(60) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		text := b.String()
		marks := nextMark{text: text, at: [3]int{-1, -1, -1}}
		for i, at := 0, 0; i < len(text); i++ {
			if at = i; at < len(text) {
				at += strings.IndexAny(text[i:]+".", ".!?")
			}
			if got := marks.from(i); got != at {
				t.Fatalf("%q: the mark from %d on is at %d, not %d", text, i, got, at)
			}
			if i+8 > len(text) {
				continue
			}
			stray := false
			for k := i; k < i+8; k++ {
				stray = stray || strayBytes[text[k]] != 0
			}
			if stray && !strayAmong(le64(text[i:])) {
				t.Fatalf("%q: a stray byte among %q is passed over", text, text[i:i+8])
			}
		}
	}
}
