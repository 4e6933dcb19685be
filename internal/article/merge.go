package article

import (
	"slices"
	"strings"
)

// Merge joins two changes of one text: base is what both began with. It works
// on the top-level blocks of canonical HTML, a line each. Where both changed
// the same blocks, both versions stand one after the other, theirs first, and
// clashes counts such places: no word of either is lost.
func Merge(base, mine, theirs string) (merged string, clashes int) {
	b, m, t := blockLines(base), blockLines(mine), blockLines(theirs)
	toM, toT := alignLines(b, m), alignLines(b, t)
	var out []string
	i, j, k := 0, 0, 0 // taken of b, m, t
	flush := func(ie, je, ke int) {
		bs, ms, ts := b[i:ie], m[j:je], t[k:ke]
		switch {
		case slices.Equal(ms, ts) || slices.Equal(bs, ms):
			out = append(out, ts...)
		case slices.Equal(bs, ts):
			out = append(out, ms...)
		default:
			out = append(append(out, ts...), ms...)
			clashes++
		}
		i, j, k = ie, je, ke
	}
	for n := range b {
		if toM[n] < 0 || toT[n] < 0 {
			continue
		}
		flush(n, toM[n], toT[n])
		out = append(out, b[n])
		i, j, k = n+1, toM[n]+1, toT[n]+1
	}
	flush(len(b), len(m), len(t))
	return strings.Join(out, "\n"), clashes
}

func blockLines(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "\n")
}

// alignLines pairs equal lines in order, as align does tokens.
func alignLines(a, b []string) []int {
	ids := map[string]int32{}
	tokens := func(list []string) (out []token) {
		for _, s := range list {
			id, ok := ids[s]
			if !ok {
				id = int32(len(ids))
				ids[s] = id
			}
			out = append(out, token{id: id, word: true})
		}
		return out
	}
	return align(tokens(a), tokens(b))
}
