package main

import (
	"context"
	"errors"

	"shanyraq/internal/fault"
	"shanyraq/internal/jobs"
	"shanyraq/internal/store"
)

// readQueued reads all texts that wait, those of an import broken off before
// among them, and gives their number. Readings that an interrupt leaves
// waiting are done by the next import or by the server.
func readQueued(ctx context.Context, st *store.Store, show *progress) (int, error) {
	counts, err := st.JobCounts(ctx)
	if err != nil {
		return 0, err
	}
	waiting := int64(counts["waiting"] + counts["running"])
	if waiting == 0 {
		return 0, nil
	}
	show.phase("read", waiting)
	total := 0
	n, err := jobs.New().Drain(ctx, st, func(n int) {
		total += n
		show.step(total, int64(total))
	})
	if errors.Is(err, context.Canceled) {
		return n, nil
	}
	if err != nil {
		return n, err
	}
	after, err := st.JobCounts(context.WithoutCancel(ctx))
	if given := after["failed"] - counts["failed"]; err == nil && given > 0 {
		return n, fault.New(fault.Internal, "%d saved articles could not be read", given).
			Hint("they are on the site without their record; report it with one of them")
	}
	return n, err
}
