package translit

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// testCase is one entry of testdata/cases.txt.
type testCase struct{ from, to, in, want, where string }

func readCases(t testing.TB) []testCase {
	data, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	var cases []testCase
	var from, to, in string
	for n, line := range strings.Split(string(data), "\n") {
		switch {
		case line == "" || strings.HasPrefix(line, "# ") || strings.HasPrefix(line, "#  "):
		case strings.HasPrefix(line, "  = "):
			want, _, _ := strings.Cut(line[4:], "  # ")
			cases = append(cases, testCase{from, to, in, want, fmt.Sprintf("cases.txt:%d", n+1)})
		case strings.HasPrefix(line, "  "):
			in = line[2:]
		default:
			from, to, _ = strings.Cut(line, " ")
		}
	}
	return cases
}

func TestCases(t *testing.T) {
	cases := readCases(t)
	if len(cases) < 35 {
		t.Fatalf("only %d cases", len(cases))
	}
	for _, c := range cases {
		got, err := Convert(c.from, c.to, c.in)
		if err != nil || got != c.want {
			t.Errorf("%s: %s to %s: %s\n got %s\nwant %s (%v)", c.where, c.from, c.to, c.in, got, c.want, err)
		}
	}
}
