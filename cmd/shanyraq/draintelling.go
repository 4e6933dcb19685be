package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"shanyraq/internal/jobs"
	"shanyraq/internal/store"
)

// drainTelling does the jobs of a kind until none is left, with the pauses
// that they ask for, and prints the progress every few seconds while it
// changes. Interrupted, it says what to do, and gives errPartly.
func drainTelling(ctx context.Context, st *store.Store, kind string, w *jobs.Worker, progress func(context.Context) (string, error)) (err error) {
	told := make(chan struct{})
	watching, done := context.WithCancel(ctx)
	go func() {
		defer close(told)
		last := ""
		for {
			select {
			case <-watching.Done():
				return
			case <-time.After(2 * time.Second):
			}
			line, err := progress(watching)
			if err != nil && !errors.Is(err, context.Canceled) || line == "" || line == last {
				continue
			}
			last = line
			fmt.Fprintln(os.Stderr, line)
		}
	}()
	for err == nil && ctx.Err() == nil {
		if _, err = w.Drain(ctx, st); err != nil {
			break
		}
		var due time.Time
		if due, err = st.NextDue(ctx, kind); err != nil || due.IsZero() {
			break
		}
		select { // the pause after a step was saved
		case <-ctx.Done():
		case <-time.After(max(time.Until(due), time.Millisecond)):
		}
	}
	done()
	<-told
	if ctx.Err() != nil {
		fmt.Fprintln(os.Stderr, "shanyraq: interrupted; run the same command again to go on")
		return errPartly
	}
	return err
}
