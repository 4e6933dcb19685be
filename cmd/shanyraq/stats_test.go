package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shanyraq/internal/fault"
	"shanyraq/internal/stats"
	"shanyraq/internal/store"
)

// TestStatsImport loads a table into a site, again without doubling it, and
// refuses a wrong one whole.
func TestStatsImport(t *testing.T) {
	dir := t.TempDir()
	st, err := store.Open(context.Background(), store.DSN(dir, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	file := filepath.Join(dir, "t.csv")
	write := func(s string) {
		if err := os.WriteFile(file, []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("area;group;date;kind;value\nКазахстан;узбеки;01.01.2020;estimate;605 100\n")
	for range 2 {
		if got := run([]string{"stats", "import", "--data", dir, file}); got != 0 {
			t.Fatalf("exit status %d", got)
		}
	}
	list, err := st.Observations(t.Context(), "KZ", "uzbek")
	if err != nil || len(list) != 1 || list[0].Value != 605100 || list[0].Source != "t.csv" {
		t.Errorf("%+v %v", list, err)
	}
	write("area,date,value\nKZ,2021,5\nKZ,2021,6\n")
	if got := run([]string{"stats", "import", "--data", dir, file}); got != 1 {
		t.Errorf("two values for one day: exit status %d", got)
	}
	if list, _ := st.Observations(t.Context(), "KZ", "total"); len(list) != 0 {
		t.Errorf("half of a refused file was loaded: %+v", list)
	}
	if got := run([]string{"stats", "check", "--json", "--data", dir}); got != 0 {
		t.Errorf("check: exit status %d", got)
	}
}

// TestAskMapping asks until each field has a column.
func TestAskMapping(t *testing.T) {
	heads := []string{"Land", "Jahr", "Wert"}
	var m stats.Mapping
	var out strings.Builder
	if err := askMapping(strings.NewReader("7\n=KG\njahr\nfoo\n3\n\n"), &out, heads, []string{"area", "date", "value", "group"}, &m); err != nil {
		t.Fatal(err)
	}
	if want := (stats.Mapping{Area: "=KG", Date: "Jahr", Value: "Wert"}); m != want {
		t.Errorf("%+v, want %+v", m, want)
	}
	if n := strings.Count(out.String(), "is none of the columns"); n != 2 {
		t.Errorf("%d answers were refused:\n%s", n, out.String())
	}
	if err := askMapping(strings.NewReader("1\n"), io.Discard, heads, []string{"area", "date"}, &stats.Mapping{}); !fault.Is(err, fault.Invalid) {
		t.Errorf("the answers end too early: %v", err)
	}
}

// TestStatsImportDescribed reads a table by the description beside it.
func TestStatsImportDescribed(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "t.csv")
	for name, text := range map[string]string{file: "Land;Jahr;Wert\nKG;1999;4822900\n",
		file + "-metadata.json": `{"@context":"http://www.w3.org/ns/csvw","url":"t.csv","tableSchema":{"columns":[{"name":"area","titles":"Land"},{"name":"date","titles":"Jahr"},{"name":"value","titles":"Wert"}]}}`} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	st, err := store.Open(t.Context(), store.DSN(dir, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	if got := run([]string{"stats", "import", "--data", dir, file}); got != 0 {
		t.Fatalf("exit status %d", got)
	}
	if list, err := st.Observations(t.Context(), "KG", "total"); err != nil || len(list) != 1 || list[0].Value != 4822900 {
		t.Errorf("%+v %v", list, err)
	}
	if got := run([]string{"stats", "import", "--data", dir, "--metadata", filepath.Join(dir, "none.json"), file}); got != 1 {
		t.Errorf("a description that is not there: exit status %d", got)
	}
}
