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

type reindexCmd struct {
	siteFlags
	Share float64 `placeholder:"N" help:"Share of one processor it may take, above 0; 1 is full speed. By default a tenth of the machine."`
}

func (*reindexCmd) Help() string {
	return `Makes the search index anew, from the texts and what was read of them, for articles that
another version of the program indexed, and joins the pieces in which the index has grown. It
prints how far it has come. Searches are answered meanwhile. It may be broken off: run again, or
served, it goes on where it stopped. A served site does the same by itself after an update.

Examples:
  shanyraq reindex --data news
  shanyraq reindex --data news --share 1`
}

func (c *reindexCmd) Run() error {
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
	if _, err := jobs.EnqueueReindex(ctx, st); err != nil {
		return err
	}
	begun := time.Now()
	err = drainTelling(ctx, st, store.ReindexJob, jobs.NewWorker(jobs.Reindex(c.Share)), func(ctx context.Context) (string, error) {
		p, ok, err := st.ReindexProgress(ctx)
		switch {
		case err != nil || !ok:
			return "", err
		case p.Joining:
			return "joining the pieces of the index", nil
		}
		return fmt.Sprintf("%d of %d articles indexed anew", p.Done, p.Total), nil
	})
	if err != nil {
		return err
	}
	left, err := st.CountIndexedBefore(ctx)
	if err != nil {
		return err
	}
	fmt.Printf("all is indexed, after %s\n", time.Since(begun).Round(time.Second))
	if left > 0 {
		fmt.Fprintf(os.Stderr, "shanyraq: %d texts could not be indexed anew and are found as before; the log above says which\n", left)
		return errPartly
	}
	return nil
}
