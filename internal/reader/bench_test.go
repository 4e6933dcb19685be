package reader

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shanyraq/internal/value"
)

// corpus gives the texts of the development set in one language.
func corpus(tb testing.TB, tag string) (texts []string) {
	tb.Helper()
	files, _ := filepath.Glob("../eval/gold/" + tag + "/dev/*.json")
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		var d struct{ Text string }
		if err := json.Unmarshal(raw, &d); err != nil {
			tb.Fatal(err)
		}
		texts = append(texts, d.Text)
	}
	if len(texts) == 0 {
		tb.Fatal("no texts")
	}
	return texts
}

// BenchmarkRead reads the development texts over and over with every finder
// on, on one goroutine.
func BenchmarkRead(b *testing.B) {
	for _, tag := range []string{"en", "ru", "kk"} {
		texts := corpus(b, tag)
		b.Run(tag, func(b *testing.B) {
			r := New()
			o := Options{Language: tag, Published: value.MustDate("2024-05-16")}
			tokens, bytes := 0, 0
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				text := texts[i%len(texts)]
				d := r.read(text, o, nil)
				d.reading()
				tokens += d.tokens
				bytes += len(text)
			}
			b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
			b.ReportMetric(float64(bytes)/1e6/b.Elapsed().Seconds(), "MB/s")
		})
	}
}

// BenchmarkArticle reads one article of about 600 words.
func BenchmarkArticle(b *testing.B) {
	for _, tag := range []string{"en", "ru", "kk"} {
		var text strings.Builder
		words := 0
		for _, t := range corpus(b, tag) {
			if words >= 600 {
				break
			}
			text.WriteString(t)
			text.WriteString("\n\n")
			words += len(strings.Fields(t))
		}
		b.Run(tag, func(b *testing.B) {
			r := New()
			for b.Loop() {
				r.Read(text.String(), Options{Language: tag, Published: value.MustDate("2024-05-16")})
			}
		})
	}
}
