package jobs_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"shanyraq/internal/jobs"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

// While one job waits for a machine that does not answer, the others of its
// kind are done, also those that come meanwhile.
func TestOneSlowJobHoldsUpNoOther(t *testing.T) {
	st := testkit.SQLite(t)
	release := make(chan struct{})
	var mu sync.Mutex
	done := map[string]bool{}
	last := make(chan struct{})
	w := jobs.NewWorker(jobs.Task{Kind: "hook", Parallel: 2, Do: func(_ context.Context, _ *store.Store, j store.Job) (func(*store.Tx) error, error) {
		if j.Key == "0 slow" {
			<-release
		}
		mu.Lock()
		defer mu.Unlock()
		done[j.Key] = true
		if j.Key == "9 later" {
			close(last)
		}
		return nil, nil
	}})
	add(t, st, "hook", "0 slow", "1", "2", "3", "4")
	ended := make(chan error)
	go func() {
		_, err := w.Drain(t.Context(), st)
		ended <- err
	}()
	add(t, st, "hook", "9 later")
	select {
	case <-last:
	case <-time.After(10 * time.Second):
		t.Fatal("the others wait for the slow one")
	}
	mu.Lock()
	if len(done) != 5 || done["0 slow"] {
		t.Errorf("done: %v", done)
	}
	mu.Unlock()
	close(release)
	if err := <-ended; err != nil || !done["0 slow"] {
		t.Errorf("in the end: %v, %v", done, err)
	}
}
