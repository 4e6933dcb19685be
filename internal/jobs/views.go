package jobs

import (
	"context"
	"log/slog"
	"time"

	"shanyraq/internal/audience"
	"shanyraq/internal/store"
)

// SaveViewsEvery is how often counted views are saved: what a crash can lose.
const SaveViewsEvery = 10 * time.Second

// SaveViews saves what the counter has counted, now and then and once more
// when the context ends. What cannot be saved is kept for the next time.
func SaveViews(ctx context.Context, st *store.Store, c *audience.Counter, every time.Duration) {
	save := func() {
		// A commit cut off in the middle may have happened all the same, and
		// its views would then be counted twice: it is let finish.
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
		defer cancel()
		b := c.Take()
		if len(b) == 0 {
			return
		}
		if err := st.Update(ctx, func(tx *store.Tx) error { return tx.AddViews(b) }); err != nil {
			c.Return(b)
			slog.Warn("jobs: views cannot be saved; they are kept for the next time", "error", err)
		}
	}
	for tick := time.NewTicker(every); ; {
		select {
		case <-tick.C:
			save()
		case <-ctx.Done():
			tick.Stop()
			save()
			return
		}
	}
}
