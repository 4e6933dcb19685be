package main

import (
	"context"
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
	begun := time.Now()
	err = drainTelling(ctx, st, store.RereadJob, jobs.NewWorker(r.Reread(c.Share)), func(ctx context.Context) (string, error) {
		p, ok, err := st.RereadProgress(ctx)
		if err != nil || !ok {
			return "", err
		}
		return fmt.Sprintf("%d of %d articles read again", p.Done, p.Total), nil
	})
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
