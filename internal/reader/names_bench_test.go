package reader

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"shanyraq/internal/lang"
)

// BenchmarkNames measures the finder of names alone on the development
// documents of each language.
func BenchmarkNames(b *testing.B) {
	for _, tag := range []string{"en", "ru", "kk"} {
		b.Run(tag, func(b *testing.B) {
			files, _ := filepath.Glob("../eval/gold/" + tag + "/dev/*.json")
			if len(files) == 0 {
				b.Skip("no development documents")
			}
			var texts []string
			for _, f := range files {
				raw, err := os.ReadFile(f)
				if err != nil {
					b.Fatal(err)
				}
				var d struct{ Text string }
				if err := json.Unmarshal(raw, &d); err != nil {
					b.Fatal(err)
				}
				texts = append(texts, d.Text)
			}
			k, l := knowledgeOf(tag), &lang.Lattice{}
			tokens, i := 0, 0
			for b.Loop() {
				b.StopTimer()
				d := &doc{text: texts[i%len(texts)]}
				l.Reset(k.pack, d.text)
				p := &part{doc: d, know: k, lat: l}
				p.sents = l.Sentences(nil)
				p.gather()
				b.StartTimer()
				for _, pass := range findNames(stepsOf[tag]) {
					pass(p)
				}
				tokens += len(l.Toks)
				i++
			}
			b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}
