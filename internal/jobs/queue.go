package jobs

import (
	"context"
	"errors"
	"log/slog"
	"runtime"
	"strconv"
	"sync"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/store"
)

// ReadJob is the kind of the jobs that a Reader does. Its key is the id of an
// article, whose newest revision is read.
const ReadJob = "read"

// Enqueue adds the reading of an article in the transaction that changed it.
func Enqueue(tx *store.Tx, articleID int64) error {
	return tx.Enqueue(ReadJob, strconv.FormatInt(articleID, 10), "", 0)
}

const (
	batch    = 512             // jobs claimed and saved together
	lease    = 5 * time.Minute // after which another worker may take a job
	attempts = 6               // after which a job is kept as failed
	poll     = time.Second     // between looks at an empty queue
)

// Drain reads all that is due and returns how many it did, what a reading puts
// into the queue again among them. done, where not nil, is told after each batch.
func (r *Reader) Drain(ctx context.Context, st *store.Store, done func(n int)) (int, error) {
	total := 0
	for {
		n, err := r.drain(ctx, st, done)
		total += n
		if err != nil || n == 0 {
			return total, err
		}
	}
}

// drain reads until nothing is due. Reading runs on all processors while the
// batch before is being written, so what the last batch puts into the queue is
// left there.
func (r *Reader) drain(ctx context.Context, st *store.Store, done func(n int)) (int, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	type claimed struct {
		work []work
		err  error
	}
	next := make(chan claimed)
	go func() {
		defer close(next)
		for ctx.Err() == nil {
			list, err := r.claim(ctx, st)
			if err != nil {
				next <- claimed{err: err}
				return
			}
			if len(list) == 0 {
				return
			}
			select {
			case next <- claimed{work: list}:
			case <-ctx.Done():
			}
		}
	}()
	total := 0
	var failed error
	for c := range next {
		if c.err != nil {
			failed = errors.Join(failed, c.err)
			continue
		}
		if failed != nil {
			continue // let the claimer end; its jobs come back when their lease ends
		}
		n, err := r.finish(ctx, st, c.work)
		total += n
		if err != nil {
			failed = err
			cancel()
		}
		if done != nil {
			done(n)
		}
	}
	if failed == nil {
		failed = ctx.Err()
	}
	return total, failed
}

// Run reads whatever comes until ctx ends.
func (r *Reader) Run(ctx context.Context, st *store.Store) error {
	for {
		if _, err := r.Drain(ctx, st, nil); err != nil && ctx.Err() == nil {
			slog.Error("jobs: the queue cannot be worked on", "error", err, "cause", errors.Unwrap(err))
		}
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(poll):
		}
	}
}

// work is a job with what came of it so far.
type work struct {
	job      store.Job
	prepared Prepared
	gone     bool // the article is no more
	err      error
}

// claim takes a batch of jobs and reads their texts.
func (r *Reader) claim(ctx context.Context, st *store.Store) ([]work, error) {
	// Looking first costs a reader's time only; claiming needs the writer.
	if due, err := st.NextDue(ctx, ReadJob); err != nil || due.IsZero() || due.After(st.Now()) {
		return nil, err
	}
	var list []work
	err := st.Update(ctx, func(tx *store.Tx) error {
		list = list[:0]
		jobs, err := tx.Claim(ReadJob, batch, lease)
		for _, j := range jobs {
			list = append(list, work{job: j})
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	var wg sync.WaitGroup
	turn := make(chan int)
	for range min(runtime.GOMAXPROCS(0), len(list)) {
		wg.Go(func() {
			for i := range turn {
				r.prepare(ctx, st, &list[i])
			}
		})
	}
	for i := range list {
		turn <- i
	}
	close(turn)
	wg.Wait()
	return list, ctx.Err()
}

func (r *Reader) prepare(ctx context.Context, st *store.Store, w *work) {
	id, err := strconv.ParseInt(w.job.Key, 10, 64)
	if err != nil {
		w.err = fault.Wrap(err, fault.Invalid, "a job to read names no article: %q", w.job.Key)
		return
	}
	card, err := st.ArticleByID(ctx, id)
	if fault.Is(err, fault.NotFound) {
		w.gone = true
		return
	}
	if err != nil {
		w.err = err
		return
	}
	rev, err := st.Revision(ctx, card.Revision)
	if err != nil {
		w.err = err
		return
	}
	w.prepared, w.err = r.Prepare(card, rev)
}

// finish saves a batch in one transaction. Where that fails, each job gets a
// transaction of its own, so that one bad text holds up no other.
func (r *Reader) finish(ctx context.Context, st *store.Store, list []work) (done int, err error) {
	save := func(list []work) (n int, err error) {
		err = st.Update(ctx, func(tx *store.Tx) error {
			n = 0
			for i := range list {
				w := &list[i]
				if w.err != nil {
					if err := r.fail(tx, w.job, w.err); err != nil {
						return err
					}
					continue
				}
				if err := r.saveOne(tx, w); err != nil {
					return err
				}
				n++
			}
			return nil
		})
		return n, err
	}
	n, err := save(list)
	if err == nil || ctx.Err() != nil || fault.Is(err, fault.Unavailable) {
		return n, err
	}
	for i := range list {
		n, err := save(list[i : i+1])
		done += n
		if err == nil || fault.Is(err, fault.NotFound) { // somebody else has taken the job
			continue
		}
		if ctx.Err() != nil || fault.Is(err, fault.Unavailable) {
			return done, err
		}
		if err := st.Update(ctx, func(tx *store.Tx) error { return r.fail(tx, list[i].job, err) }); err != nil {
			return done, err
		}
	}
	return done, nil
}

func (r *Reader) saveOne(tx *store.Tx, w *work) error {
	if err := tx.Finish(w.job); err != nil {
		return err
	}
	if w.gone {
		return nil
	}
	// The article may have changed since it was read; its own job follows.
	now, err := tx.ArticleByID(tx.Context(), w.prepared.Card.ID)
	if err != nil {
		return err
	}
	if now.Revision != w.prepared.Card.Revision {
		return nil
	}
	w.prepared.Card = now
	return r.Save(tx, w.prepared)
}

// fail puts a job back, later each time, or aside after too many attempts.
func (r *Reader) fail(tx *store.Tx, j store.Job, cause error) error {
	slog.Warn("jobs: a job failed", "kind", j.Kind, "key", j.Key, "attempt", j.Attempt, "error", cause, "cause", errors.Unwrap(cause))
	return tx.Fail(j, cause.Error(), time.Duration(1<<min(j.Attempt, 10))*time.Second, j.Attempt >= attempts)
}
