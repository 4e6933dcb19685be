package reader

import (
	"runtime"
	"strings"
	"testing"

	"shanyraq/internal/value"
)

// shapes are texts without the signs that a reading goes by, a line each of
// which is written over and over.
var shapes = map[string]string{
	"one letter": "a", "digits": "1234567890", "dots": ".", "opening marks": "«", "straight marks": "\"", "marks and words": "«Ab ",
	"brackets": "(", "capitals": "A ", "names": "Anna ", "initials": "A. ", "hyphens": "a-", "commas": "Ab, ", "numbers": "12 ",
	"arabic": "قازاقستان رەسپۋبليكاسى ", "not utf-8": "\xff\xfeab\xc3 ", "lines": "\n", "lines and words": "Ab\n", "tabs": "Ab\t12\n",
	"dashes": "– Ab ", "questions": "Ab? ", "marks in marks": "«Ab «cd» ", "colons": "Ab: ",
}

// TestShapesTakeLinearWork counts what is allocated in reading a text and one
// of twice the length; wall time says little on a shared machine.
func TestShapesTakeLinearWork(t *testing.T) {
	const window = 1 << 14
	for name, unit := range shapes {
		t.Run(name, func(t *testing.T) {
			work := func(n int) uint64 {
				text := strings.Repeat(unit, n/len(unit))
				var a, b runtime.MemStats
				r := New()
				r.window = window
				runtime.ReadMemStats(&a)
				got := r.Read(text, Options{Language: "en", Published: value.MustDate("2024-05-16")})
				runtime.ReadMemStats(&b)
				for _, e := range got.Statements {
					if e.Kind != "figure" && e.Kind != "quote" {
						t.Fatalf("says %+v", e)
					}
				}
				return b.TotalAlloc - a.TotalAlloc
			}
			work(1000) // packs are loaded once
			one, two := work(3*window), work(6*window)
			if float64(two) > 2.6*float64(one)+2e6 {
				t.Errorf("%d bytes take %d bytes of memory in all, twice as many %d", 3*window, one, two)
			}
		})
	}
}

// TestWindows reads a text of several windows: it says what its articles say,
// each at its place, and no window is kept in mind whole.
func TestWindows(t *testing.T) {
	for _, tag := range []string{"en", "ru", "kk"} {
		t.Run(tag, func(t *testing.T) {
			const window = 1 << 15
			o := Options{Language: tag, Published: value.MustDate("2024-05-16")}
			articles := corpus(t, tag)
			for _, sep := range []string{"\n\n", " "} {
				var text strings.Builder
				for i := 0; text.Len() < 5*window; i++ {
					text.WriteString(strings.TrimSpace(articles[i%len(articles)]) + sep)
				}
				large := text.String()
				if sep == " " {
					large = strings.Join(strings.Fields(large), " ")
				}
				r := New()
				r.window = window
				got := r.Read(large, o)
				for _, l := range r.slot(0).lattices {
					if len(l.Text) > window*3/2 {
						t.Errorf("a window of %d bytes", len(l.Text))
					}
				}
				last, at := 0, 0
				rs := []rune(large)
				for _, s := range got.Sentences {
					if s.Start < last || s.End <= s.Start || strings.TrimSpace(string(rs[last:s.Start])) != "" {
						t.Fatalf("sentence %v behind %d", s, last)
					}
					last = s.End
				}
				for _, m := range got.Mentions {
					if m.Start < at || string(rs[m.Start:m.End]) != m.Text {
						t.Fatalf("mention %+v behind %d is not its slice", m, at)
					}
					at = m.Start
				}
				names := map[string]bool{}
				for _, e := range got.Entities {
					if key := e.Kind + e.Name; names[key] && e.Known != "" {
						t.Errorf("%+v stands twice", e)
					} else {
						names[key] = true
					}
				}
			}
		})
	}
}

// TestRuneIndex holds places in text that is not UTF-8 to a walk over it.
func TestRuneIndex(t *testing.T) {
	for _, text := range []string{"", "ab", "\xff", strings.Repeat("\xffaә\xe0\xa4 ", 60), strings.Repeat("ә", 200), strings.Repeat("a", 63) + "\xc3" + strings.Repeat("қ\xff", 70)} {
		ri, n := newRuneIndex(text), 0
		for b := range text {
			if got := ri.at(b); got != n {
				t.Fatalf("%q: byte %d is code point %d, want %d", text, b, got, n)
			}
			n++
		}
		if got := ri.at(len(text)); got != n {
			t.Errorf("%q: the end is code point %d, want %d", text, got, n)
		}
	}
}
