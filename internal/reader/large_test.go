package reader

import (
	"strings"
	"testing"

	"shanyraq/internal/value"
)

// largeSize is the size of the largest text in bytes; the other shapes have a tenth of it.
const largeSize = 3_000_000

// TestLargeTexts reads one line of three megabytes, and shorter texts of other
// shapes: a paragraph a line, no mark that ends a sentence. Each must finish; a
// step that looks at all that came before for each thing found would take
// many minutes here.
func TestLargeTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("reads megabytes")
	}
	for _, tag := range []string{"en", "ru", "kk"} {
		text := strings.Join(corpus(t, tag), " ")
		flat := strings.Join(strings.Fields(text), " ")
		lines := strings.ReplaceAll(strings.Join(strings.Fields(text), " "), ". ", ".\n\n")
		bare := strings.NewReplacer(".", "", "!", "", "?", "", "\n", " ").Replace(text)
		for name, unit := range map[string]string{"line": flat, "paragraphs": lines, "no stops": bare} {
			t.Run(tag+"/"+name, func(t *testing.T) {
				size := largeSize / 10
				if tag == "en" && name == "line" {
					size = largeSize
				}
				large := strings.Repeat(unit+"\n\n", max(1, size/len(unit)))
				if name != "paragraphs" {
					large = strings.ReplaceAll(large, "\n\n", " ")
				}
				r := New().Read(large, Options{Language: tag, Published: value.MustDate("2024-05-16")})
				if len(r.Sentences) == 0 || len(r.Mentions) == 0 || len(r.Statements) == 0 {
					t.Errorf("%d bytes: %d sentences, %d mentions, %d statements", len(large), len(r.Sentences), len(r.Mentions), len(r.Statements))
				}
			})
		}
	}
}
