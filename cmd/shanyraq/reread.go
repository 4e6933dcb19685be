package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"shanyraq/internal/jobs"
	"shanyraq/internal/store"
)

type rereadCmd struct {
	siteFlags
	Share float64 `placeholder:"N" help:"Share of one processor it may take, above 0; 1 is full speed. By default a tenth of the machine."`
}

func (*rereadCmd) Help() string {
	return `Reads every article again that another version of the reader read, and prints how far
it has come. It pauses, so that a site served meanwhile keeps nine tenths of the
machine. It may be broken off: run again, or served, it goes on where it stopped. A
served site does the same by itself after an update. What people decided stays.

Examples:
  shanyraq reread --data news
  shanyraq reread --data news --share 1`
}

func (c *rereadCmd) Run() error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	st, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer st.Close()
	if c.Share <= 0 {
		c.Share = jobs.Background()
	}
	r := jobs.New()
	if _, err := r.EnqueueReread(ctx, st); err != nil {
		return err
	}
	told := make(chan struct{})
	watching, done := context.WithCancel(ctx)
	go func() {
		defer close(told)
		tellReread(watching, st)
	}()
	w, begun := jobs.NewWorker(r.Reread(c.Share)), time.Now()
	for err == nil && ctx.Err() == nil {
		if _, err = w.Drain(ctx, st); err != nil {
			break
		}
		var due time.Time
		if due, err = st.NextDue(ctx, store.RereadJob); err != nil || due.IsZero() {
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
	if err != nil {
		return err
	}
	left, err := st.CountReadBefore(ctx, r.Version)
	if err != nil {
		return err
	}
	fmt.Printf("all is read by version %s of the reader, after %s\n", r.Version, time.Since(begun).Round(time.Second))
	if left > 0 {
		fmt.Fprintf(os.Stderr, "shanyraq: %d texts could not be read again and stay as they were; the log above says which\n", left)
		return errPartly
	}
	return nil
}

// tellReread prints the progress every few seconds while it changes.
func tellReread(ctx context.Context, st *store.Store) {
	last := -1
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(2 * time.Second):
		}
		p, ok, err := st.RereadProgress(ctx)
		if err != nil && !errors.Is(err, context.Canceled) || !ok || p.Done == last {
			continue
		}
		last = p.Done
		fmt.Fprintf(os.Stderr, "%d of %d articles read again\n", p.Done, p.Total)
	}
}
