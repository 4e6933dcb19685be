package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// The peer prose is a module of its own, so that it is no dependency of the
// program; it is built where run builds it and must find the names of a text.
func TestProseReadsTheText(t *testing.T) {
	dir := t.TempDir()
	program, text := filepath.Join(dir, "prose"), filepath.Join(dir, "en.txt")
	build := exec.Command("go", "build", "-o", program, ".")
	build.Dir = "prose"
	if out, err := build.CombinedOutput(); err != nil {
		if said := string(out); os.Getenv("CI") != "true" && (strings.Contains(said, "dial tcp") || strings.Contains(said, "lookup disabled")) {
			t.Skipf("prose is not here and cannot be fetched: %s", said)
		}
		t.Fatalf("%v\n%s", err, out)
	}
	put(t, text, strings.Repeat("Alice Martin met her colleagues in London. They left for Germany on Friday.\n", 20))
	out, err := exec.Command(program, text).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	m := regexp.MustCompile(`^prose +([1-9]\d*) tokens/s +\d+\.\d\d MB/s +(\d+) names\n$`).FindSubmatch(out)
	if m == nil {
		t.Fatalf("prose printed %q, want its tokens a second, megabytes and names", out)
	}
	// The person and both places in each of twenty lines; it may miss one here and there.
	if names, _ := strconv.Atoi(string(m[2])); names < 40 || names > 80 {
		t.Errorf("%s names in 20 lines with three each", m[2])
	}
	if err := exec.Command(program, filepath.Join(dir, "none.txt")).Run(); err == nil {
		t.Error("a file that is not there is no error")
	}
}
