package jobs

import (
	"context"
	"log/slog"
	"time"

	"shanyraq/internal/store"
)

// SweepJob is the kind of the daily job that deletes what nobody has claimed.
const SweepJob = "sweep"

// KeepUnverified is how long a request is kept whose asker has not confirmed
// his address; the letter to him says so.
const KeepUnverified = 7 * 24 * time.Hour

// Sweep deletes requests that were never confirmed, once a day.
func Sweep() Task {
	return Task{Kind: SweepJob, Do: func(_ context.Context, st *store.Store, j store.Job) (func(*store.Tx) error, error) {
		return func(tx *store.Tx) error {
			n, err := tx.DropUnverified(st.Now().Add(-KeepUnverified))
			if err != nil {
				return err
			}
			if n > 0 {
				slog.Info("jobs: requests that were never confirmed are deleted", "number", n)
			}
			return tx.Enqueue(SweepJob, j.Key, "", 24*time.Hour)
		}, nil
	}}
}
