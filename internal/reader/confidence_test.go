package reader

import (
	"strings"
	"testing"
)

func TestConfidenceTable(t *testing.T) {
	n := 0
	for line := range strings.Lines(confidenceTable) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		n++
		f := strings.Fields(line)
		if len(f) != 5 {
			t.Errorf("confidence.txt: %q is not: language kind rule confidence found", strings.TrimSpace(line))
			continue
		}
		if v := confidences()[measured{f[0], f[1], f[2]}]; v <= 0 || v > 1 {
			t.Errorf("confidence.txt: %q: the confidence is not in (0, 1]", strings.TrimSpace(line))
		}
	}
	if n < 60 {
		t.Errorf("only %d lines", n)
	}
	if a, b := confidenceOf("en", "quote", "quote.marks"), confidenceOf("en", "quote", "no such rule"); a <= 0 || b <= 0 {
		t.Errorf("a rule without a line takes that of its kind: %v, %v", a, b)
	}
}
