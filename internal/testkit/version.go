package testkit

import (
	"context"
	"testing"
	"time"

	"shanyraq/internal/store"
)

// storeVersion: a change raises the version before Update returns; a ping or
// a job does not.
func storeVersion(t *testing.T, st *store.Store) {
	v := st.Version()
	save(t, st, Items(1)...)
	if st.Version() == v {
		t.Error("a saved article did not raise the version")
	}
	v = st.Version()
	if err := st.Ping(t.Context()); err != nil {
		t.Fatal(err)
	}
	update(t, st, func(tx *store.Tx) error { return tx.Enqueue("read", "1", "", time.Hour) })
	if st.Version() != v {
		t.Error("a ping or a job raised the version: every health check would empty the page cache")
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	go st.Watch(ctx, time.Millisecond)
	time.Sleep(20 * time.Millisecond)
	before, err := st.Setting(t.Context(), "changes")
	if err != nil || before == "" {
		t.Fatalf("the count of changes that other processes watch is %q, %v", before, err)
	}
}
