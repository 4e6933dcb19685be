package names

import (
	"os"
	"strings"
	"testing"
)

// TestFreshPairs holds Same to pairs written after its mechanisms: see
// ../lang/README.md for what they gave the first time.
func TestFreshPairs(t *testing.T) {
	data, err := os.ReadFile("testdata/fresh.txt")
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
	if f1 < 0.95 || hit+missed+wrong+right < 200 {
		t.Errorf("F1 is %.3f, the goal is 0.95 over at least 200 pairs", f1)
	}
}
