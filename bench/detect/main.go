// Command detect sets our language detection beside lingua-go, whatlanggo and,
// with the build tag cld2, Google's CLD2 (libcld2), on the same pieces of the
// same sentences. It is a module of its own, so that none of them becomes a
// dependency of the program.
//
//	cd bench/detect && go run . ../../internal/detect/testdata/sentences.txt
//	go run -tags cld2 . FILE        (needs libcld2-dev)
package main

import (
	"fmt"
	"io"
	"log"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/abadojack/whatlanggo"
	"github.com/pemistahl/lingua-go"

	"shanyraq/internal/detect"
	"shanyraq/internal/translit"
)

// detector names the language of a text, "" where it cannot.
type detector struct {
	name string
	ask  func(text string) string
}

type piece struct{ language, variant, text string }

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: detect FILE")
	}
	data, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	build := lingua.NewLanguageDetectorBuilder().FromLanguages(
		lingua.English, lingua.Russian, lingua.Kazakh, lingua.Turkish, lingua.Azerbaijani, lingua.Arabic, lingua.Persian,
		lingua.Chinese, lingua.German, lingua.French, lingua.Spanish, lingua.Ukrainian, lingua.Mongolian)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	ling := build.WithPreloadedLanguageModels().Build()
	runtime.GC()
	runtime.ReadMemStats(&after)
	fmt.Printf("lingua-go, 13 of its languages (it has no Kyrgyz, Uzbek, Tajik, Turkmen, Tatar, Uyghur): %d MB of heap\n\n", (after.HeapAlloc-before.HeapAlloc)>>20)

	detectors := []detector{
		{"ours", func(t string) string { return detect.Detect(t).Language }},
		{"lingua-go", func(t string) string {
			if l, ok := ling.DetectLanguageOf(t); ok {
				return strings.ToLower(l.IsoCode639_1().String())
			}
			return ""
		}},
		{"whatlanggo", func(t string) string {
			return strings.ToLower(whatlanggo.Detect(t).Lang.Iso6391())
		}},
	}
	detectors = append(detectors, extra...)
	for _, words := range []int{8, 4} {
		compare(os.Stdout, cut(string(data), words), words, detectors)
	}
}

// compare writes the table of the pieces: a line of percents right for each
// variant and for all, and the time a piece.
func compare(out io.Writer, pieces []piece, words int, detectors []detector) {
	var variants []string
	for _, p := range pieces {
		if !slices.Contains(variants, p.variant) {
			variants = append(variants, p.variant)
		}
	}
	fmt.Fprintf(out, "%d words, %d pieces: percent right\n%-8s", words, len(pieces), "")
	for _, d := range detectors {
		fmt.Fprintf(out, " %10s", d.name)
	}
	fmt.Fprintln(out)
	for _, v := range append(variants, "all") {
		fmt.Fprintf(out, "%-8s", v)
		for _, d := range detectors {
			right, all := 0, 0
			for _, p := range pieces {
				if v != "all" && p.variant != v {
					continue
				}
				all++
				if d.ask(p.text) == p.language {
					right++
				}
			}
			fmt.Fprintf(out, " %10.1f", 100*float64(right)/float64(all))
		}
		fmt.Fprintln(out)
	}
	fmt.Fprintf(out, "%-8s", "µs each")
	for _, d := range detectors {
		start := time.Now()
		for _, p := range pieces {
			d.ask(p.text)
		}
		fmt.Fprintf(out, " %10.1f", float64(time.Since(start).Microseconds())/float64(len(pieces)))
	}
	fmt.Fprint(out, "\n\n")
}

// extra are detectors that a build tag adds.
var extra []detector

// cut makes pieces of n words, in every script of a sentence's language.
func cut(text string, n int) []piece {
	var list []piece
	add := func(language, variant, sentence string) {
		if !strings.Contains(sentence, " ") {
			list = append(list, piece{language, variant, sentence})
			return
		}
		for w := strings.Fields(sentence); len(w) >= n; w = w[n:] {
			list = append(list, piece{language, variant, strings.Join(w[:n], " ")})
		}
	}
	for line := range strings.Lines(text) {
		tag, sentence, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			continue
		}
		add(tag, tag, sentence)
		for _, to := range map[string][]string{"kk": {"kk-Latn", "kk-Arab"}, "uz": {"uz-Cyrl"}}[tag] {
			s, err := translit.Convert(tag, to, sentence)
			if err != nil {
				log.Fatal(err)
			}
			add(tag, to, s)
		}
	}
	return list
}
