package jobs_test

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/jobs"
	"shanyraq/internal/store"
	"shanyraq/internal/testkit"
)

func add(t *testing.T, st *store.Store, kind string, keys ...string) {
	t.Helper()
	err := st.Update(t.Context(), func(tx *store.Tx) error {
		for _, k := range keys {
			if err := tx.Enqueue(kind, k, "", 0); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// What a task returns is saved with the end of its job, or neither happens.
func TestTaskSavesWithItsEnd(t *testing.T) {
	both(t, func(t *testing.T, st *store.Store) {
		w := jobs.NewWorker(jobs.Task{Kind: "letter", Do: func(_ context.Context, _ *store.Store, j store.Job) (func(*store.Tx) error, error) {
			return func(tx *store.Tx) error {
				if err := tx.SetSetting("sent "+j.Key, "yes"); err != nil {
					return err
				}
				switch j.Key {
				case "bad":
					return fault.New(fault.Invalid, "no")
				case "first": // one job may lead to another
					return tx.Enqueue("letter", "second", "", 0)
				}
				return nil
			}, nil
		}})
		add(t, st, "letter", "first", "bad")
		add(t, st, "other", "untouched")
		if n, err := w.Drain(t.Context(), st); n != 2 || err != nil {
			t.Fatal(n, err)
		}
		for key, want := range map[string]string{"first": "yes", "second": "yes", "bad": "", "untouched": ""} {
			if got, err := st.Setting(t.Context(), "sent "+key); got != want || err != nil {
				t.Errorf("%s: %q %v", key, got, err)
			}
		}
		if n, err := st.JobCounts(t.Context()); err != nil || n["waiting"] != 2 {
			t.Errorf("the failed one and that of another kind wait: %v %v", n, err)
		}
	})
}

// A task that fails or panics is tried again, later each time, and then kept;
// one that says so is kept at once; neither holds up its neighbours.
func TestTaskFails(t *testing.T) {
	st := testkit.SQLite(t)
	now := testkit.Now
	st.Now = func() time.Time { return now }
	tries := map[string][]time.Duration{}
	w := jobs.NewWorker(jobs.Task{
		Kind: "hook", Attempts: 3, Wait: func(n int) time.Duration { return time.Duration(n) * time.Minute },
		Do: func(_ context.Context, _ *store.Store, j store.Job) (func(*store.Tx) error, error) {
			tries[j.Key] = append(tries[j.Key], now.Sub(testkit.Now))
			switch j.Key {
			case "fails":
				return nil, errors.New("no answer")
			case "panics":
				panic("boom")
			case "hopeless":
				return nil, errors.Join(errors.New("no such address"), jobs.ErrGiveUp)
			}
			return nil, nil
		}})
	add(t, st, "hook", "fails", "panics", "hopeless", "good")
	for range 20 {
		if _, err := w.Drain(t.Context(), st); err != nil {
			t.Fatal(err)
		}
		now = now.Add(time.Minute)
	}
	thrice := []time.Duration{0, time.Minute, 3 * time.Minute}
	once := []time.Duration{0}
	for key, want := range map[string][]time.Duration{"fails": thrice, "panics": thrice, "hopeless": once, "good": once} {
		if !slices.Equal(tries[key], want) {
			t.Errorf("%s was tried after %v, want %v", key, tries[key], want)
		}
	}
	if n, err := st.JobCounts(t.Context()); err != nil || n["failed"] != 3 || n["waiting"]+n["running"] != 0 {
		t.Errorf("%v %v", n, err)
	}
}

// A kind that hangs holds up no other; a job for a moment is begun at it; what
// the end of the program cut short is done after the next start.
func TestRunTogether(t *testing.T) {
	st := testkit.SQLite(t)
	st.Now = time.Now
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var mu sync.Mutex
	hung := 0
	began := make(chan time.Time, 1)
	w := jobs.NewWorker(
		jobs.Task{Kind: "hang", Do: func(ctx context.Context, _ *store.Store, _ store.Job) (func(*store.Tx) error, error) {
			mu.Lock()
			hung++
			mu.Unlock()
			<-ctx.Done()
			return nil, ctx.Err()
		}},
		jobs.Task{Kind: "publish", Do: func(context.Context, *store.Store, store.Job) (func(*store.Tx) error, error) {
			began <- time.Now()
			return nil, nil
		}})
	add(t, st, "hang", "1")
	ended := make(chan struct{})
	go func() { w.Run(ctx, st); close(ended) }()
	at := time.Now().Add(1500 * time.Millisecond)
	if err := st.Update(ctx, func(tx *store.Tx) error { return tx.EnqueueAt("publish", "1", "", at) }); err != nil {
		t.Fatal(err)
	}
	select {
	case got := <-began:
		if early := at.Truncate(time.Millisecond).Sub(got); early > 0 {
			t.Errorf("begun %v too early", early)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("a kind that hangs held up another")
	}
	stop()
	<-ended
	mu.Lock()
	defer mu.Unlock()
	if hung != 1 {
		t.Fatalf("begun %d times", hung)
	}
	due, err := st.NextDue(t.Context(), "hang")
	if err != nil || due.IsZero() || due.After(time.Now()) {
		t.Errorf("what was cut short is due at %v: %v", due, err)
	}
}

// However early or late the program ends, no job stays claimed that nobody does.
func TestEndingKeepsNoJob(t *testing.T) {
	st := testkit.SQLite(t)
	st.Now = time.Now
	w := jobs.NewWorker(jobs.Task{Kind: "hang", Do: func(ctx context.Context, _ *store.Store, _ store.Job) (func(*store.Tx) error, error) {
		<-ctx.Done()
		return nil, ctx.Err()
	}})
	add(t, st, "hang", "1")
	for i := range 200 {
		ctx, stop := context.WithCancel(t.Context())
		ended := make(chan struct{})
		go func() { w.Run(ctx, st); close(ended) }()
		time.Sleep(time.Duration(i%40) * 50 * time.Microsecond)
		stop()
		<-ended
		due, err := st.NextDue(t.Context(), "hang")
		if err != nil || due.IsZero() || due.After(time.Now()) {
			t.Fatalf("after end %d the job is due at %v: %v", i, due, err)
		}
	}
}
