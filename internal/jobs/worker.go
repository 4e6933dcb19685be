package jobs

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/store"
)

// Task does the jobs of one kind. Each has a file of its own, with a function
// that makes it from what it works with.
type Task struct {
	// Kind is the kind of its jobs, as store's Enqueue and EnqueueAt take it.
	Kind string

	// Do does a job outside of any transaction, so it may take its time and
	// call elsewhere. What it returns is run in the transaction that ends the
	// job, and may be nil; it may enqueue the same key again. A job whose
	// worker dies is done again, so Do must bear that.
	Do func(ctx context.Context, st *store.Store, j store.Job) (save func(tx *store.Tx) error, err error)

	// Parallel is how many jobs are done at once: 1 where it is 0.
	Parallel int

	// Lease is how long a job may take before another worker may take it
	// over, 5 minutes where it is 0. Do's context ends shortly before.
	Lease time.Duration

	// Wait gives how long a job waits after its n-th failure, n from 1; where
	// it is nil, 2 seconds, doubled each time up to 17 minutes.
	Wait func(n int) time.Duration

	// Attempts is after how many failures a job is kept as failed for a
	// person to see: 6 where it is 0.
	Attempts int
}

// ErrGiveUp, where it is in the chain of Do's error, says that trying again is
// of no use: the job is kept as failed at once.
var ErrGiveUp = errors.New("trying again is of no use")

// Worker does the jobs of some kinds. Each kind has its own turn, so that one
// that waits for somebody else's machine holds up no other.
type Worker struct{ tasks []Task }

// NewWorker gives the worker of some tasks.
func NewWorker(tasks ...Task) *Worker {
	w := &Worker{}
	for _, t := range tasks {
		t.Parallel = max(t.Parallel, 1)
		if t.Lease == 0 {
			t.Lease = lease
		}
		if t.Wait == nil {
			t.Wait = func(n int) time.Duration { return time.Duration(1<<min(n, 10)) * time.Second }
		}
		if t.Attempts == 0 {
			t.Attempts = attempts
		}
		w.tasks = append(w.tasks, t)
	}
	return w
}

// Run does whatever comes until ctx ends. A job for a moment is begun within
// milliseconds of it; one without, within a second.
func (w *Worker) Run(ctx context.Context, st *store.Store) {
	var all sync.WaitGroup
	for _, t := range w.tasks {
		all.Go(func() {
			for ctx.Err() == nil {
				if _, err := t.drain(ctx, st); err != nil && ctx.Err() == nil {
					slog.Error("jobs: the queue cannot be worked on", "kind", t.Kind, "error", err, "cause", errors.Unwrap(err))
				}
				wait := poll
				if due, err := st.NextDue(ctx, t.Kind); err == nil && !due.IsZero() {
					wait = min(poll, max(due.Sub(st.Now()), time.Millisecond))
				}
				select {
				case <-ctx.Done():
				case <-time.After(wait):
				}
			}
		})
	}
	all.Wait()
}

// Drain does all jobs that are due, kind after kind, until none is, and
// returns how many it did without a failure.
func (w *Worker) Drain(ctx context.Context, st *store.Store) (done int, err error) {
	for again := true; again; {
		again = false
		for _, t := range w.tasks {
			n, err := t.drain(ctx, st)
			done += n
			if err != nil {
				return done, err
			}
			again = again || n > 0
		}
	}
	return done, nil
}

// drain does all jobs of the kind that are due now. A place that becomes free
// is filled at once: a job that waits for somebody else's machine holds up no
// other.
func (t Task) drain(ctx context.Context, st *store.Store) (done int, err error) {
	type end struct {
		ok  bool
		err error
	}
	ends := make(chan end)
	for busy := 0; ; {
		if err == nil {
			err = ctx.Err() // a claim cut short could keep a job that nobody does
		}
		if err == nil && busy < t.Parallel {
			list, e := t.claim(ctx, st, t.Parallel-busy)
			for _, j := range list {
				busy++
				go func() {
					ok, err := t.one(ctx, st, j)
					ends <- end{ok, err}
				}()
			}
			err = e
		}
		if busy == 0 {
			return done, err
		}
		var look <-chan time.Time // for a place that is free, while others are taken
		if err == nil && busy < t.Parallel {
			look = time.After(poll)
		}
		select {
		case e := <-ends:
			busy--
			if e.ok {
				done++
			}
			err = errors.Join(err, e.err)
		case <-look:
		}
	}
}

// claim takes up to n jobs of the kind that are due. Once begun it is not cut short: a
// transaction that commits while the program ends would keep jobs that nobody does.
func (t Task) claim(ctx context.Context, st *store.Store, n int) (list []store.Job, err error) {
	// Looking first costs a reader's time only; claiming needs the writer.
	if due, err := st.NextDue(ctx, t.Kind); err != nil || due.IsZero() || due.After(st.Now()) {
		return nil, err
	}
	whole, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	err = st.Update(whole, func(tx *store.Tx) (err error) {
		if err := ctx.Err(); err != nil {
			return err
		}
		list, err = tx.Claim(t.Kind, n, t.Lease)
		return err
	})
	if err != nil {
		return nil, err
	}
	return list, nil
}

// one does a job to its end, or puts it back. Its error is one of the queue,
// not of the job.
func (t Task) one(ctx context.Context, st *store.Store, j store.Job) (ok bool, err error) {
	work, cancel := context.WithTimeout(ctx, t.Lease*9/10)
	defer cancel()
	var save func(*store.Tx) error
	failed := ctx.Err() // claimed as the program ended
	if failed == nil {
		save, failed = t.do(work, st, j)
	}
	if failed == nil {
		err := st.Update(ctx, func(tx *store.Tx) error {
			if err := tx.Finish(j); err != nil || save == nil {
				return err
			}
			return save(tx)
		})
		if err == nil {
			return true, nil
		}
		failed = err
	}
	// What ended with the program, not by its own fault, is begun again at
	// the next start.
	wait, giveUp := time.Duration(0), false
	if ctx.Err() == nil {
		slog.Warn("jobs: a job failed", "kind", j.Kind, "key", j.Key, "attempt", j.Attempt, "error", failed, "cause", errors.Unwrap(failed))
		wait, giveUp = t.Wait(j.Attempt), j.Attempt >= t.Attempts || errors.Is(failed, ErrGiveUp)
	}
	back, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	return false, st.Update(back, func(tx *store.Tx) error { return tx.Fail(j, failed.Error(), wait, giveUp) })
}

// do calls Do; a panic is an error about this one job.
func (t Task) do(ctx context.Context, st *store.Store, j store.Job) (save func(*store.Tx) error, err error) {
	defer func() {
		if x := recover(); x != nil {
			save, err = nil, fault.Wrap(fmt.Errorf("panic: %v", x), fault.Internal, "a job of kind %q failed at %q", j.Kind, j.Key)
		}
	}()
	return t.Do(ctx, st, j)
}
