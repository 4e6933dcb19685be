package store_test

import (
	"os"
	"testing"

	"shanyraq/internal/testkit"
)

func TestMain(m *testing.M) {
	code := m.Run()
	testkit.StopPostgres()
	os.Exit(code)
}

func TestSQLite(t *testing.T)   { testkit.Store(t, testkit.SQLite) }
func TestPostgres(t *testing.T) { testkit.Store(t, testkit.Postgres) }
