package store

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"shanyraq/internal/fault"
)

// SchemaOf gives the type of each column, in words both databases share. The
// search index is each database's own, and goose's table is goose's.
func SchemaOf(t *testing.T, s *Store) map[string]string {
	t.Helper()
	rows, err := s.rows(t.Context(), s.d.columns)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	kinds := map[string]string{"bigint": "int", "integer": "int", "text": "text", "real": "real", "double precision": "real"}
	out := map[string]string{}
	for rows.Next() {
		var table, column, kind string
		var notNull int
		if err := rows.Scan(&table, &column, &kind, &notNull); err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(table, "search_index") || table == "search_terms" || strings.HasPrefix(table, "goose") || strings.HasPrefix(table, "sqlite_") || table == "ids" {
			continue
		}
		k, ok := kinds[strings.ToLower(kind)]
		if !ok {
			t.Errorf("%s.%s is of type %s, which only one of the databases has", table, column, kind)
		}
		if notNull == 1 {
			k += " not null"
		}
		out[table+"."+column] = k
	}
	if len(out) < 100 {
		t.Fatalf("only %d columns found", len(out))
	}
	return out
}

// A migration is one file for both databases or exactly a pair, and each has
// the way back.
func TestMigrationPairs(t *testing.T) {
	entries, err := fs.ReadDir(migrationFiles, "migrations")
	if err != nil {
		t.Fatal(err)
	}
	form := regexp.MustCompile(`^(\d{4})_([a-z_]+)(?:\.(sqlite|postgres))?\.sql$`)
	kinds := map[string][]string{}
	names := map[string]string{}
	for _, e := range entries {
		m := form.FindStringSubmatch(e.Name())
		if m == nil {
			t.Errorf("%s is not named like 0001_name.sql or 0001_name.sqlite.sql", e.Name())
			continue
		}
		if names[m[1]] != "" && names[m[1]] != m[2] {
			t.Errorf("two migrations have the number %s", m[1])
		}
		names[m[1]] = m[2]
		kinds[m[1]] = append(kinds[m[1]], m[3])
		text, _ := fs.ReadFile(migrationFiles, "migrations/"+e.Name())
		if !strings.Contains(string(text), "-- +goose Down") {
			t.Errorf("%s has no way back", e.Name())
		}
	}
	for number, k := range kinds {
		slices.Sort(k)
		if !slices.Equal(k, []string{""}) && !slices.Equal(k, []string{"postgres", "sqlite"}) {
			t.Errorf("migration %s is neither one file nor a pair: %q", number, k)
		}
	}
	if int64(len(kinds)) != SchemaVersion() {
		t.Errorf("%d migrations and the newest is number %d", len(kinds), SchemaVersion())
	}
}

func TestNewerDatabaseIsRefused(t *testing.T) {
	file := filepath.Join(t.TempDir(), "new.db")
	s, err := Open(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.conn.ExecContext(t.Context(), "INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)"); err != nil {
		t.Fatal(err)
	}
	s.Close()
	_, err = Open(t.Context(), file)
	if !fault.Is(err, fault.Unsupported) || !strings.Contains(err.Error(), "newer") {
		t.Errorf("a newer database must be refused in words, got: %v", err)
	}
}

func TestOpenRefusesInWords(t *testing.T) {
	dir := t.TempDir()
	for dsn, kind := range map[string]fault.Kind{
		"mysql://user:secret@host/x":                      fault.Unsupported,
		"postgres://nobody@127.0.0.1:1/x?sslmode=disable": fault.Unavailable,
		"/proc/none/x.db":                                 fault.Unavailable,
		filepath.Join(dir):                                fault.Unavailable,
	} {
		s, err := Open(context.Background(), dsn)
		if err == nil {
			s.Close()
			t.Errorf("%s was opened", dsn)
			continue
		}
		if fault.KindOf(err) != kind || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %v (%v)", dsn, err, fault.KindOf(err))
		}
	}
}

func TestBind(t *testing.T) {
	got := postgres.bind(`SELECT '?' FROM a WHERE b = ? AND c IN (?,?)`)
	if got != `SELECT '?' FROM a WHERE b = $1 AND c IN ($2,$3)` {
		t.Error(got)
	}
}

// Every statement opens with the name of a method, so that logs and plans
// lead to it.
func TestStatementsAreNamed(t *testing.T) {
	verb := regexp.MustCompile("`\\s*(SELECT|INSERT|UPDATE|DELETE)\\b")
	files, _ := filepath.Glob("*.go")
	for _, f := range files {
		if strings.HasSuffix(f, "_test.go") {
			continue
		}
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		text := string(b)
		for _, at := range verb.FindAllStringIndex(text, -1) {
			line := 1 + strings.Count(text[:at[0]], "\n")
			t.Errorf("%s:%d: a statement without a name", f, line)
		}
	}
}
