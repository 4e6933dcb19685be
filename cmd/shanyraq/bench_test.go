package main

import (
	"strings"
	"testing"
	"time"

	"shanyraq/internal/fault"
)

func TestBenchReadingPrintsARatioForEachLanguage(t *testing.T) {
	c := benchCmd{For: time.Millisecond}
	var out strings.Builder
	if err := c.reading(t.Context(), &out); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != 4 {
		t.Fatalf("got %q, want a head and three languages", out.String())
	}
	for _, l := range lines[1:] {
		if f := strings.Fields(l); len(f) != 5 || f[1] == "0" || f[4] == "0" {
			t.Errorf("%q is not: language, tokens/s, MB/s, ratio, tokens/s side by side", l)
		}
	}
}

func TestBenchRefusesUnknownNames(t *testing.T) {
	if err := (&benchCmd{Name: "nothing"}).Run(); !fault.Is(err, fault.NotFound) {
		t.Errorf("error %v", err)
	}
}
