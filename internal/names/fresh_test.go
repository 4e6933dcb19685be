package names

import (
	"os"
	"strings"
	"testing"
)

// TestFreshPairs holds Same to pairs written after its mechanisms: see
// ../lang/README.md for what they gave the first time.
func TestFreshPairs(t *testing.T) {
	for _, list := range []struct {
		name  string
		pairs int
		f1    float64
	}{{"fresh", 200, 0.95}, {"romanised", 197, 0.93}, {"romanised2", 100, 0.9}} {
		t.Run(list.name, func(t *testing.T) { freshPairs(t, list.name, list.pairs, list.f1) })
	}
}

func freshPairs(t *testing.T, name string, pairs int, goal float64) {
	data, err := os.ReadFile("testdata/" + name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	var hit, missed, wrong, right int
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		a, b, ok := strings.Cut(line[2:], " | ")
		if !ok {
			t.Fatal(line)
		}
		r, want := Same(a, b), line[0] == '+'
		switch {
		case want && r.Same:
			hit++
		case want:
			missed++
		case r.Same:
			wrong++
		default:
			right++
		}
		if r.Same != want && testing.Verbose() {
			t.Logf("same is %v, want %v: %s | %s: %.2f %v", r.Same, want, a, b, r.Score, r.Reasons)
		}
	}
	f1 := 2 * float64(hit) / float64(2*hit+missed+wrong)
	t.Logf("%d pairs, F1 %.3f (found %d, missed %d, wrongly joined %d of %d)", hit+missed+wrong+right, f1, hit, missed, wrong, wrong+right)
	if f1 < goal || hit+missed+wrong+right < pairs {
		t.Errorf("F1 is %.3f, the goal is %.2f over at least %d pairs", f1, goal, pairs)
	}
}
