package reader

import (
	"io/fs"
	"os"
	"testing"

	"shanyraq/internal/lang"
)

// BenchmarkKnowledge makes what is known of a language anew each time: the pack,
// its rules compiled, its endings, roles and classes.
func BenchmarkKnowledge(b *testing.B) {
	for _, tag := range []string{"en", "ru", "kk"} {
		dir, err := fs.Sub(os.DirFS("../lang/packs"), tag)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(tag, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				p, err := lang.LoadFS(tag, dir)
				if err != nil {
					b.Fatal(err)
				}
				rulesOf(p)
				endingsOf(p)
				rolesOf(p)
				nameClassesOf(p)
			}
		})
	}
}
