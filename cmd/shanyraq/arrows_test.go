package main

import (
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestArrows holds every room to the table in ARCHITECTURE.md: a package may
// import what its row names, every package has a row, every row a package.
func TestArrows(t *testing.T) {
	doc, err := os.ReadFile("../../ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	rowRE := regexp.MustCompile("(?m)^\\| `([a-z]+)` \\|[^|]*\\|([^|]*)\\|$")
	allowed := map[string][]string{}
	for _, m := range rowRE.FindAllStringSubmatch(string(doc), -1) {
		var may []string
		for _, name := range strings.Split(m[2], ",") {
			if name = strings.TrimSpace(name); name != "" {
				may = append(may, name)
			}
		}
		allowed[m[1]] = may
	}
	if len(allowed) < 5 {
		t.Fatalf("found only %d rows in the table of arrows", len(allowed))
	}

	cmd := exec.Command("go", "list", "-json=ImportPath,Imports", "shanyraq/internal/...")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	const prefix = "shanyraq/internal/"
	room := func(path string) (string, bool) {
		rest, ok := strings.CutPrefix(path, prefix)
		name, _, _ := strings.Cut(rest, "/")
		return name, ok
	}
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := dec.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		from, _ := room(p.ImportPath)
		may, ok := allowed[from]
		if !ok {
			t.Errorf("room %s has no row in ARCHITECTURE.md", from)
			continue
		}
		for _, imp := range p.Imports {
			if to, ours := room(imp); ours && to != from && !slices.Contains(may, to) {
				t.Errorf("%s imports %s: no such arrow in ARCHITECTURE.md", p.ImportPath, to)
			}
		}
	}
	for name, may := range allowed {
		if fi, err := os.Stat(filepath.Join("../../internal", name)); err != nil || !fi.IsDir() {
			t.Errorf("ARCHITECTURE.md has a row for %s, and there is no such room", name)
		}
		for _, to := range may {
			if _, ok := allowed[to]; !ok {
				t.Errorf("the row of %s names %s, which has no row", name, to)
			}
		}
	}
}

// TestDependenciesHaveTheirSentence holds the list of dependencies in
// ARCHITECTURE.md to the direct ones of go.mod.
func TestDependenciesHaveTheirSentence(t *testing.T) {
	doc, err := os.ReadFile("../../ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	_, list, _ := strings.Cut(string(doc), "## Dependencies")
	cmd := exec.Command("go", "list", "-m", "-f", "{{if not (or .Main .Indirect)}}{{.Path}}{{end}}", "all")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for path := range strings.FieldsSeq(string(out)) {
		found++
		parts := strings.Split(path, "/")
		name := strings.Join(parts[max(0, len(parts)-2):], "/")
		if regexp.MustCompile(`^v\d+$`).MatchString(parts[len(parts)-1]) && len(parts) > 2 {
			name = strings.Join(parts[len(parts)-3:len(parts)-1], "/")
		}
		if !strings.Contains(list, name) && !strings.Contains(list, parts[len(parts)-1]) {
			t.Errorf("%s has no sentence in ARCHITECTURE.md", path)
		}
	}
	if found < 5 {
		t.Fatalf("go list gave only %d direct modules", found)
	}
}
