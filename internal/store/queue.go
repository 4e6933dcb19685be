package store

import (
	"context"
	"database/sql"
	"errors"
	"time"
)

// Job is one piece of work. Key says what it is about: while a job waits, a
// second one of the same kind and key is not added.
type Job struct {
	ID      int64
	Kind    string
	Key     string
	Payload string
	Attempt int // 1 at the first run
}

// Enqueue adds a job in the transaction of what caused it. It waits for
// delay at least.
func (tx *Tx) Enqueue(kind, key, payload string, delay time.Duration) error {
	id, err := tx.newID()
	if err != nil {
		return translate(err, "job")
	}
	_, err = tx.exec(tx.ctx, `/* store.Enqueue */ INSERT INTO jobs (id, kind, key, payload, state, attempt, due, error, created) VALUES (?,?,?,?,'waiting',0,?,'',?)
		ON CONFLICT (kind, key) WHERE state = 'waiting' DO UPDATE SET payload = excluded.payload`, id, kind, key, payload, tx.now+delay.Milliseconds(), tx.now)
	return translate(err, "job")
}

// EnqueueAt adds a job for a moment, not before which it is done. Where one of
// that kind and key waits, it now waits for the new moment: a thing that is to
// happen at a time has one time.
func (tx *Tx) EnqueueAt(kind, key, payload string, at time.Time) error {
	id, err := tx.newID()
	if err != nil {
		return translate(err, "job")
	}
	_, err = tx.exec(tx.ctx, `/* store.EnqueueAt */ INSERT INTO jobs (id, kind, key, payload, state, attempt, due, error, created) VALUES (?,?,?,?,'waiting',0,?,'',?)
		ON CONFLICT (kind, key) WHERE state = 'waiting' DO UPDATE SET payload = excluded.payload, due = excluded.due, attempt = 0`, id, kind, key, payload, millis(at), tx.now)
	return translate(err, "job")
}

// EnqueueBy adds a job for a moment at the latest: where one of that kind and
// key waits for an earlier one, it goes on waiting for that.
func (tx *Tx) EnqueueBy(kind, key, payload string, at time.Time) error {
	id, err := tx.newID()
	if err != nil {
		return translate(err, "job")
	}
	_, err = tx.exec(tx.ctx, `/* store.EnqueueBy */ INSERT INTO jobs (id, kind, key, payload, state, attempt, due, error, created) VALUES (?,?,?,?,'waiting',0,?,'',?)
		ON CONFLICT (kind, key) WHERE state = 'waiting' DO UPDATE SET payload = excluded.payload, due = CASE WHEN jobs.due < excluded.due THEN jobs.due ELSE excluded.due END`,
		id, kind, key, payload, millis(at), tx.now)
	return translate(err, "job")
}

// Dequeue takes back a job that waits; one that is being done goes on.
func (tx *Tx) Dequeue(kind, key string) error {
	_, err := tx.exec(tx.ctx, `/* store.Dequeue */ DELETE FROM jobs WHERE kind = ? AND key = ? AND state = 'waiting'`, kind, key)
	return translate(err, "job")
}

// Claim takes up to n jobs of a kind that are due, and leases them: a worker
// that does not finish in time loses them to the next, so work lost in a crash
// is done.
func (tx *Tx) Claim(kind string, n int, lease time.Duration) ([]Job, error) {
	list, err := collect(tx.Queries, tx.ctx, `/* store.Claim */ SELECT id, kind, key, payload, attempt FROM jobs
		WHERE kind = ? AND state <> 'failed' AND due <= ? ORDER BY due, id LIMIT ?`+tx.d.forUpdate, []any{kind, tx.now, n},
		func(scan func(...any) error) (j Job, err error) {
			err = scan(&j.ID, &j.Kind, &j.Key, &j.Payload, &j.Attempt)
			return j, err
		})
	if err != nil {
		return nil, translate(err, "job")
	}
	for i := range list {
		list[i].Attempt++
		if _, err := tx.exec(tx.ctx, `/* store.Claim */ UPDATE jobs SET state = 'running', attempt = ?, due = ? WHERE id = ?`,
			list[i].Attempt, tx.now+lease.Milliseconds(), list[i].ID); err != nil {
			return nil, translate(err, "job")
		}
	}
	return list, nil
}

// Finish ends a job; call it in the transaction of its result. A job whose
// lease another worker has taken meanwhile is fault.NotFound: the result must
// not be written twice.
func (tx *Tx) Finish(j Job) error {
	n, err := tx.exec(tx.ctx, `/* store.Finish */ DELETE FROM jobs WHERE id = ? AND attempt = ? AND state = 'running'`, j.ID, j.Attempt)
	if err == nil && n == 0 {
		return notFound("job")
	}
	return translate(err, "job")
}

// Fail notes why a job failed. It is run again after the delay, or with
// giveUp set it is kept as failed for a person to see.
func (tx *Tx) Fail(j Job, why string, delay time.Duration, giveUp bool) error {
	if giveUp {
		_, err := tx.exec(tx.ctx, `/* store.Fail */ UPDATE jobs SET state = 'failed', error = ? WHERE id = ? AND attempt = ?`, why, j.ID, j.Attempt)
		return translate(err, "job")
	}
	// A newer job for the same thing may wait already: then this one goes.
	var id int64
	err := tx.one(tx.ctx, `/* store.Fail */ SELECT id FROM jobs WHERE kind = ? AND key = ? AND state = 'waiting'`, []any{j.Kind, j.Key}, &id)
	switch {
	case err == nil:
		_, err = tx.exec(tx.ctx, `/* store.Fail */ DELETE FROM jobs WHERE id = ? AND attempt = ?`, j.ID, j.Attempt)
	case errors.Is(err, sql.ErrNoRows):
		_, err = tx.exec(tx.ctx, `/* store.Fail */ UPDATE jobs SET state = 'waiting', error = ?, due = ? WHERE id = ? AND attempt = ?`, why, tx.now+delay.Milliseconds(), j.ID, j.Attempt)
	}
	return translate(err, "job")
}

// JobCounts counts jobs by state: "waiting", "running", "failed".
func (q Queries) JobCounts(ctx context.Context) (map[string]int, error) {
	rows, err := q.rows(ctx, `/* store.JobCounts */ SELECT state, COUNT(*) FROM jobs GROUP BY state`)
	if err != nil {
		return nil, translate(err, "job")
	}
	defer rows.Close()
	out := map[string]int{}
	for rows.Next() {
		var state string
		var n int
		if err := rows.Scan(&state, &n); err != nil {
			return nil, translate(err, "job")
		}
		out[state] = n
	}
	return out, translate(rows.Err(), "job")
}

// NextDue gives when the first job of a kind may be claimed: a time that is
// over where one may be now, the zero time where there is none.
func (q Queries) NextDue(ctx context.Context, kind string) (time.Time, error) {
	var due int64
	err := q.one(ctx, `/* store.NextDue */ SELECT due FROM jobs WHERE kind = ? AND state <> 'failed' ORDER BY due, id LIMIT 1`, []any{kind}, &due)
	if errors.Is(err, sql.ErrNoRows) {
		return time.Time{}, nil
	}
	return time.UnixMilli(due).UTC(), translate(err, "job")
}
