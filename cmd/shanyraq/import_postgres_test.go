package main

import (
	"testing"

	"shanyraq/internal/testkit"
)

// The same import gives the same outcome on PostgreSQL.
func TestImportIntoPostgres(t *testing.T) {
	dsn := testkit.PostgresDSN(t)
	dir := t.TempDir()
	if o := imported(t, "--data", dir, "--db", dsn, wordpressExport); o.Imported != 10 || o.Read != 10 || o.status != 0 {
		t.Fatal(o)
	}
	if o := imported(t, "--data", dir, "--db", dsn, wordpressExport); o.Unchanged != 10 || o.Read != 0 || o.status != 0 {
		t.Fatal(o)
	}
}
