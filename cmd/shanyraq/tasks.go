package main

import (
	"context"
	"fmt"
	"os"
	"sync"

	"shanyraq/internal/intake"
	"shanyraq/internal/jobs"
	"shanyraq/internal/mail"
	"shanyraq/internal/rights"
	"shanyraq/internal/store"
)

// tasks lists what a running site does in the background beside reading. Each
// is a file in internal/jobs.
func tasks(letters mail.Sender, about rights.Letters, news jobs.Composer) []jobs.Task {
	return []jobs.Task{
		jobs.Publish(),
		jobs.Mail(letters),
		jobs.MailMany(letters),
		jobs.Digests(news),
		jobs.Reminder(about),
		jobs.Sighting(intake.Look),
		jobs.Sweep(),
	}
}

// work begins the background's work: reading what an interrupted import left
// and what editors change, and the tasks. It ends with the context, and group
// waits for it.
func work(ctx context.Context, st *store.Store, group *sync.WaitGroup, tasks ...jobs.Task) {
	r := jobs.New()
	tasks = append(tasks, r.Reread(jobs.Background()), jobs.Reindex(jobs.Background()))
	group.Go(func() { // an archive that an older version read is read again
		if _, err := r.EnqueueReread(ctx, st); err != nil && ctx.Err() == nil {
			fmt.Fprintf(os.Stderr, "shanyraq: the archive cannot be read again: %v\n", err)
		}
	})
	group.Go(func() { // and what an older version indexed is indexed anew
		if _, err := jobs.EnqueueReindex(ctx, st); err != nil && ctx.Err() == nil {
			fmt.Fprintf(os.Stderr, "shanyraq: the archive cannot be indexed anew: %v\n", err)
		}
	})
	group.Go(func() {
		if err := r.Run(ctx, st); err != nil && ctx.Err() == nil {
			fmt.Fprintf(os.Stderr, "shanyraq: reading in the background ended: %v\n", err)
		}
	})
	group.Go(func() {
		err := st.Update(ctx, func(tx *store.Tx) error {
			if err := tx.Enqueue(jobs.SweepJob, "daily", "", 0); err != nil {
				return err
			}
			return tx.Enqueue(jobs.DigestJob, "all", "", 0)
		})
		if err != nil && ctx.Err() == nil {
			fmt.Fprintf(os.Stderr, "shanyraq: the daily sweep and the letters to subscribers cannot be queued: %v\n", err)
		}
		jobs.NewWorker(tasks...).Run(ctx, st)
	})
}
