package testkit

import (
	"path/filepath"
	"testing"
	"time"

	"shanyraq/internal/store"
)

// Now is the time that stores opened here begin with; it advances by a
// millisecond with every transaction.
var Now = time.Date(2026, 3, 22, 9, 0, 0, 0, time.UTC)

// SQLite opens an empty SQLite store in a folder of the test.
func SQLite(t testing.TB) *store.Store { return OpenStore(t, filepath.Join(t.TempDir(), "test.db")) }

// OpenStore opens a store that ends with the test and has a clock of its own.
func OpenStore(t testing.TB, dsn string) *store.Store {
	t.Helper()
	st, err := store.Open(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	now := Now
	st.Now = func() time.Time { now = now.Add(time.Millisecond); return now }
	return st
}
