package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"shanyraq/internal/tagger"
)

// counts are right, found and wanted spans of one class.
type counts struct{ right, found, wanted int }

func (c counts) f1() (p, r, f float64) {
	if c.found > 0 {
		p = float64(c.right) / float64(c.found)
	}
	if c.wanted > 0 {
		r = float64(c.right) / float64(c.wanted)
	}
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return 100 * p, 100 * r, 100 * f
}

// score compares the model's names with the corpus: exact span and class.
func score(m *tagger.Model, data []example) map[string]counts {
	t, by := m.New(), map[string]counts{}
	for _, e := range data {
		want := map[tagger.Span]bool{}
		for _, s := range spansOf(e.tags) {
			want[s] = true
			for _, class := range []string{"all", s.Class} {
				c := by[class]
				c.wanted++
				by[class] = c
			}
		}
		for _, s := range t.Spans(e.words) {
			s.Margin = 0
			for _, class := range []string{"all", s.Class} {
				c := by[class]
				c.found++
				if want[s] {
					c.right++
				}
				by[class] = c
			}
		}
	}
	return by
}

func spansOf(tags []string) (out []tagger.Span) {
	for i := 0; i < len(tags); i++ {
		class, ok := strings.CutPrefix(tags[i], "B-")
		if !ok {
			continue
		}
		end := i + 1
		for end < len(tags) && tags[end] == "I-"+class {
			end++
		}
		out = append(out, tagger.Span{Start: i, End: end, Class: class})
	}
	return out
}

func report(w io.Writer, by map[string]counts) {
	for _, class := range slices.SortedFunc(maps.Keys(by), func(a, b string) int { return by[b].wanted - by[a].wanted }) {
		p, r, f := by[class].f1()
		fmt.Fprintf(w, "%-14s P %5.1f  R %5.1f  F1 %5.1f  (%d)\n", class, p, r, f, by[class].wanted)
	}
}
