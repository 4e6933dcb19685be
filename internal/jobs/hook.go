package jobs

import (
	"context"
	"log/slog"
	"strconv"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/hooks"
	"shanyraq/internal/people"
	"shanyraq/internal/store"
	"shanyraq/internal/tell"
)

// How long an endpoint is told one thing after another before others may have
// its place, and how long one exchange may take by the store's reckoning: more
// than tell lets it.
const (
	hookTurn  = 40 * time.Second
	hookLease = 30 * time.Second
)

// Hook tells an endpoint what waits for it, one thing after another, oldest
// first. Each delivery is tried by the schedule of hooks; one that gets no
// answer lets the rest of its endpoint wait too, so that a machine that never
// answers takes one place for 15 seconds now and then. What was sent when the
// program died before it could note so is sent again, under the same name.
func Hook(s *tell.Sender, origin string) Task {
	return Task{Kind: store.HookJob, Parallel: 16, Lease: 2 * hookTurn, Do: func(ctx context.Context, st *store.Store, j store.Job) (func(*store.Tx) error, error) {
		id, err := strconv.ParseInt(j.Key, 10, 64)
		if err != nil {
			return nil, fault.Wrap(err, fault.Invalid, "a job to tell names no endpoint: %q", j.Key)
		}
		for begun := time.Now(); time.Since(begun) < hookTurn; {
			more, err := tellOne(ctx, st, s, origin, id)
			if fault.Is(err, fault.NotFound) { // somebody has removed the endpoint
				return nil, nil
			}
			if err != nil {
				return nil, err
			}
			if !more {
				break
			}
		}
		return func(tx *store.Tx) error {
			if err := tx.WakeHook(id); !fault.Is(err, fault.NotFound) {
				return err
			}
			return nil
		}, nil
	}}
}

// tellOne makes the next attempt for an endpoint; false where there is none to
// make now.
func tellOne(ctx context.Context, st *store.Store, s *tell.Sender, origin string, id int64) (more bool, err error) {
	var p hooks.Endpoint
	var d hooks.Delivery
	err = st.Update(ctx, func(tx *store.Tx) (err error) {
		p, d, _, more, err = tx.TakeDelivery(id, hookLease)
		return err
	})
	if err != nil || !more {
		return false, err
	}
	now, body := st.Now(), hooks.Body(d.Event, origin)
	header, err := hooks.Headers(d.Event.Name(), now, body, p.Secrets(now)...)
	if err != nil {
		return false, err
	}
	out := s.Post(ctx, p.Address, header, body)
	if err := ctx.Err(); err != nil { // the program ends: that says nothing of the endpoint
		return false, err
	}
	ended := hooks.Settle(&p, &d, out, st.Now())
	return true, st.Update(ctx, func(tx *store.Tx) error {
		if err := tx.SaveDelivery(d, p, ended); err != nil || !ended {
			return err
		}
		slog.Warn("jobs: an endpoint is told no more", "endpoint", p.ID, "state", p.State, "status", out.Status, "why", out.Why)
		detail := "answered 410: it wants no more"
		if p.State == hooks.Failing {
			detail = "nothing went well since " + p.Failed.UTC().Format(time.RFC3339) + ", at last: " + string(out.Why) + " " + strconv.Itoa(out.Status)
		}
		return tx.Audit(people.User{Name: "webhooks"}, "hook-ended", "hook "+strconv.FormatInt(p.ID, 10), detail, "")
	})
}
