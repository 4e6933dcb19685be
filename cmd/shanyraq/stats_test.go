package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"

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
