package store_test

import (
	"maps"
	"slices"
	"testing"

	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

func TestSchemasAreAlike(t *testing.T) {
	lite, pg := store.SchemaOf(t, testkit.SQLite(t)), store.SchemaOf(t, testkit.Postgres(t))
	for _, name := range slices.Sorted(maps.Keys(lite)) {
		if pg[name] != lite[name] {
			t.Errorf("%s is %q in SQLite and %q in PostgreSQL", name, lite[name], pg[name])
		}
	}
	for name := range pg {
		if lite[name] == "" {
			t.Errorf("%s is in PostgreSQL only", name)
		}
	}
}
