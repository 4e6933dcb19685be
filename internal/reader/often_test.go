package reader

import (
	"bytes"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"testing"

	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

var writeOften = flag.Bool("often", false, "count anew how often words and classes are met, into often.txt of the packs")

// TestOften compares what the packs say of how often the words of rules and the
// classes are met in sentences with the development texts: rules wait for what
// is said to be rare. With -often it writes the files.
func TestOften(t *testing.T) {
	for _, tag := range []string{"en", "ru", "kk"} {
		met, sentences := met(t, tag)
		p := knowledgeOf(tag).pack
		if *writeOften {
			var out bytes.Buffer
			fmt.Fprintf(&out, "# How many of a thousand sentences have a word of the rules, or a class (@name).\n# Counted in the development texts: go test ./internal/reader -run TestOften -often\n")
			for _, what := range slices.Sorted(maps.Keys(met)) {
				if share := 1000 * met[what] / sentences; share >= 4 || what[0] == '@' {
					fmt.Fprintln(&out, share, what)
				}
			}
			if err := os.WriteFile("../lang/packs/"+tag+"/often.txt", out.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		for what, n := range met {
			share := 1000 * n / sentences
			if said, _ := p.Often(what); share > 2*said+200 {
				t.Errorf("%s: %d of 1000 sentences have %s, the pack says %d: count anew with -often", tag, share, what, said)
			}
		}
	}
}

// met counts the sentences that have each class, and each word of the rules.
func met(t *testing.T, tag string) (met map[string]int, sentences int) {
	met = map[string]int{}
	r := New()
	for _, text := range corpus(t, tag) {
		d := r.read(text, Options{Language: tag, Published: value.MustDate("2024-05-16")}, nil)
		p := &d.part
		pack := p.lat.Pack
		if pack.Tag != tag {
			continue
		}
		forms, _ := pack.RuleWords()
		for c := lang.Class(1); pack.ClassName(c) != ""; c++ {
			met["@"+pack.ClassName(c)] += 0
		}
		for _, s := range p.sents {
			has := map[string]bool{}
			for i := s.First; i < s.Last; i++ {
				p.lat.Bits[i].Each(func(c lang.Class) { has["@"+pack.ClassName(c)] = true })
				if f := p.lat.Toks[i].Form; f != 0 && f < forms {
					has[p.lat.Fold(i)] = true
				}
			}
			for what := range has {
				met[what]++
			}
		}
		sentences += len(p.sents)
	}
	return met, sentences
}
