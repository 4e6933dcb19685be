package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"shanyraq/internal/eval"
)

func TestEvalExitStatus(t *testing.T) {
	mute(t)
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "bad.json"), []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
	const gold = "../../internal/eval/gold/en/dev"
	for _, c := range []struct {
		args []string
		want int
	}{
		{[]string{"eval", gold, "--json"}, 0},
		{[]string{"eval", gold, "--kind", "people", "--show"}, 0},
		{[]string{"eval", dir}, 1},
		{[]string{"eval", filepath.Join(dir, "none")}, 1},
		{[]string{"eval", gold, "--language", "xx"}, 1},
		{[]string{"eval"}, 2},
		{[]string{"eval", gold, "--kind", "peple"}, 2},
	} {
		if got := run(c.args); got != c.want {
			t.Errorf("%s: exit status %d, want %d", strings.Join(c.args, " "), got, c.want)
		}
	}
}

// The help lists the kinds once more; they must be those that are scored.
func TestEvalKindsAreTheScoredOnes(t *testing.T) {
	mute(t)
	for _, k := range append(slices.Clone(eval.Kinds), "") {
		if got := run([]string{"eval", "../../internal/eval/gold/en/dev", "--show", "--kind=" + k}); got != 0 {
			t.Errorf("--kind %q is refused", k)
		}
	}
}

// mute keeps the tables out of the test's own output.
func mute(t *testing.T) {
	t.Helper()
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	out, errs := os.Stdout, os.Stderr
	os.Stdout, os.Stderr = null, null
	t.Cleanup(func() { os.Stdout, os.Stderr = out, errs; null.Close() })
}
