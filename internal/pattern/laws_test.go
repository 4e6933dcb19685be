package pattern

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"shanyraq/internal/lang"
)

// ends gives where the matches of a pattern from token i end, the preferred
// first, by the meaning of its nodes and nothing else.
func ends(nd node, l *lang.Lattice, i int) (out []int) {
	add := func(list []int) {
		for _, e := range list {
			if !slices.Contains(out, e) {
				out = append(out, e)
			}
		}
	}
	switch nd.op {
	case 't':
		t := nd.test
		switch {
		case t.kind == '^' && i == 0, t.kind == '$' && i == len(l.Toks):
			return []int{i}
		case t.kind == '^' || t.kind == '$' || i >= len(l.Toks):
			return nil
		}
		switch t.kind {
		case 'c':
			if c, ok := l.Chunk(i, t.cls); ok {
				return []int{int(c.End)}
			}
			return nil
		case 'w':
			if l.Toks[i].Form != t.id {
				return nil
			}
		case 's':
			if !l.HasStem(i, t.id) {
				return nil
			}
		case 'p':
			if !strings.HasPrefix(l.Fold(i), t.word) {
				return nil
			}
		}
		return []int{i + 1}
	case 'c':
		out = []int{i}
		for _, k := range nd.kids {
			var next []int
			for _, at := range out {
				for _, e := range ends(k, l, at) {
					if !slices.Contains(next, e) {
						next = append(next, e)
					}
				}
			}
			out = next
		}
	case '|':
		for _, k := range nd.kids {
			add(ends(k, l, i))
		}
	case 'r':
		if nd.max > 0 {
			less := nd
			less.min, less.max = max(nd.min-1, 0), nd.max-1
			for _, e := range ends(nd.kids[0], l, i) {
				add(ends(less, l, e))
			}
		}
		if nd.min == 0 {
			add([]int{i})
		}
	case '=':
		return ends(nd.kids[0], l, i)
	case '!':
		if len(ends(nd.kids[0], l, i)) == 0 {
			return []int{i}
		}
	}
	return out
}

// randomPattern writes a pattern of a few words.
func randomPattern(r *rand.Rand, depth int) string {
	one := func() string {
		return []string{"a", "b", "c", "red", "car~", "ca*", "_", "@Word", "@Number", "@colour", "@Cap"}[r.Intn(11)]
	}
	var parts []string
	for range 1 + r.Intn(3) {
		switch k := r.Intn(9); {
		case k == 0:
			parts = append(parts, "!"+one())
		case k <= 2 && depth > 0:
			parts = append(parts, fmt.Sprintf("(%s | %s | %s)", one(), one(), randomPattern(r, depth-1)))
		case k == 3:
			parts = append(parts, one()+"?")
		case k == 4:
			parts = append(parts, fmt.Sprintf("%s{%d,%d}", one(), r.Intn(2), 1+r.Intn(3)))
		case k == 5 && depth > 0:
			parts = append(parts, fmt.Sprintf("(%s | %s)?", randomPattern(r, depth-1), one()))
		case k == 6:
			parts = append(parts, "x="+one())
		default:
			parts = append(parts, one())
		}
	}
	if r.Intn(8) == 0 {
		parts = append([]string{"^"}, parts...)
	}
	if r.Intn(8) == 0 {
		parts = append(parts, "$")
	}
	return strings.Join(parts, " ")
}

// TestMatchesWhatThePatternMeans compares the matches of random rules with the
// plain meaning of their patterns: what is left out as hopeless never matches.
func TestMatchesWhatThePatternMeans(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	found := 0
	for range 400 {
		var src strings.Builder
		var patterns []string
		for k := range 1 + r.Intn(4) {
			patterns = append(patterns, randomPattern(r, 2))
			fmt.Fprintf(&src, "rule r%d\n  %s\n", k, patterns[k])
		}
		s, p, err := rulesOf(t, src.String())
		if err != nil {
			t.Fatalf("%s: %v", src.String(), err)
		}
		var m Matcher
		var l lang.Lattice
		for range 8 {
			found += sameMatches(t, r, s, p, &l, &m, patterns)
		}
	}
	if found < 3000 {
		t.Errorf("only %d matches were compared", found)
	}
}

// sameMatches compares on a random text and counts the matches.
func sameMatches(t *testing.T, r *rand.Rand, s *Set, p *lang.Pack, l *lang.Lattice, m *Matcher, patterns []string) int {
	t.Helper()
	var words []string
	for range 1 + r.Intn(8) {
		words = append(words, []string{"a", "b", "c", "Red", "dark red", "green", "car", "cars", "carpet", "12", ","}[r.Intn(11)])
	}
	text := strings.Join(words, " ")
	l.Reset(p, text)
	var want, got []string
	for k, pattern := range patterns {
		nd, err := (&parser{pack: p}).parse(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for i := range l.Toks {
			if e := ends(nd, l, i); len(e) > 0 && e[0] > i {
				want = append(want, fmt.Sprintf("r%d %d-%d", k, i, e[0]))
			}
		}
	}
	m.Scan(s, l, &Seen{}, 0, len(l.Toks), func(m *Match) bool {
		got = append(got, fmt.Sprintf("%s %d-%d", m.Rule.Name, m.Start, m.End))
		return true
	})
	slices.Sort(want)
	slices.Sort(got)
	got = slices.Compact(got) // a word that is filed under form and stem is tried under both
	if !slices.Equal(got, want) {
		t.Fatalf("%q on %q: got %v, want %v", patterns, text, got, want)
	}
	return len(got)
}
