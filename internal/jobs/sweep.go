package jobs

import (
	"context"
	"log/slog"
	"time"

	"shanyraq/internal/store"
	"shanyraq/internal/subscribe"
)

// SweepJob is the kind of the daily job that deletes what nobody has claimed.
const SweepJob = "sweep"

// KeepUnverified is how long a request is kept whose asker has not confirmed
// his address; the letter to him says so.
const KeepUnverified = 7 * 24 * time.Hour

// KeepTold is how long it is kept what an endpoint was told and when.
const KeepTold = 30 * 24 * time.Hour

// Sweep deletes what nobody has claimed and what nobody needs any more, once
// a day: requests and subscriptions that were never confirmed, addresses whose
// letters were stopped, that old letters were sent, what endpoints were told a
// month ago, and subscriptions of our hub that have ended. It has the search
// index tidied where that lies in many pieces.
func Sweep() Task {
	return Task{Kind: SweepJob, Do: func(ctx context.Context, st *store.Store, j store.Job) (func(*store.Tx) error, error) {
		if _, err := EnqueueReindex(ctx, st); err != nil {
			return nil, err
		}
		return func(tx *store.Tx) error {
			n, err := tx.DropUnverified(st.Now().Add(-KeepUnverified))
			if err != nil {
				return err
			}
			if n > 0 {
				slog.Info("jobs: requests that were never confirmed are deleted", "number", n)
			}
			asks, err := tx.DropAsks(st.Now().Add(-subscribe.KeepAsks))
			if err != nil {
				return err
			}
			ended, err := tx.ForgetEnded(st.Now().Add(-subscribe.KeepEnded))
			if err != nil {
				return err
			}
			if _, err := tx.DropLetters(st.Now().Add(-subscribe.KeepLetters)); err != nil {
				return err
			}
			if asks+ended > 0 {
				slog.Info("jobs: addresses are deleted", "never confirmed", asks, "stopped", ended)
			}
			if _, err := tx.DropTold(st.Now().Add(-KeepTold)); err != nil {
				return err
			}
			if _, err := tx.DropEnded(st.Now()); err != nil {
				return err
			}
			return tx.Enqueue(SweepJob, j.Key, "", 24*time.Hour)
		}, nil
	}}
}
