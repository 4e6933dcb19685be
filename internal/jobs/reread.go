package jobs

import (
	"context"
	"encoding/json"
	"log/slog"
	"runtime"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/store"
)

// rereadKey: a site is read again once at a time.
const rereadKey = "all"

// rereadStep is how many articles are saved together. Every save empties the
// cache of pages, so there are few.
const rereadStep = 200

// Background is the share of one processor that reading an archive again may
// take: somewhat less than a tenth of the machine, so that the public site,
// whose cache each step empties too, keeps nine.
func Background() float64 { return 0.08 * float64(runtime.GOMAXPROCS(0)) }

// EnqueueReread begins to read every article again whose reading was made by
// another version of the reader than this. It is false where there is none,
// or the work is under way; that goes on where it stopped.
func (r *Reader) EnqueueReread(ctx context.Context, st *store.Store) (bool, error) {
	p, waiting, err := st.RereadProgress(ctx)
	if err != nil || waiting && p.Version == r.Version {
		return false, err
	}
	n, err := st.CountReadBefore(ctx, r.Version)
	if err != nil || n == 0 {
		return false, err
	}
	return true, st.Update(ctx, func(tx *store.Tx) error {
		return tx.Enqueue(store.RereadJob, rereadKey, encode(store.Reread{Version: r.Version, Total: n}), 0)
	})
}

func encode(p store.Reread) string {
	b, err := json.Marshal(p)
	if err != nil {
		panic(err) // numbers and a word
	}
	return string(b)
}

// Reread reads an archive again, step by step, with pauses so that it takes no
// more than a share of one processor; 1 and more is without pauses. Each step
// is saved with its progress in one transaction: whatever stops it, it goes on
// where it was. A text on which the reader fails is left as it was read before.
func (r *Reader) Reread(share float64) Task {
	return Task{
		Kind: store.RereadJob, Lease: 10 * time.Minute, Attempts: 8,
		Do: func(ctx context.Context, st *store.Store, j store.Job) (func(*store.Tx) error, error) {
			var p store.Reread
			if err := json.Unmarshal([]byte(j.Payload), &p); err != nil {
				return nil, fault.Wrap(err, fault.Invalid, "the progress of reading again cannot be read")
			}
			if p.Version != r.Version { // a newer program begins anew
				p = store.Reread{Version: r.Version}
				var err error
				if p.Total, err = st.CountReadBefore(ctx, r.Version); err != nil {
					return nil, err
				}
			}
			// Where a step could not be saved, smaller ones find the text that
			// cannot, and leave it out.
			step := max(1, rereadStep>>(3*(j.Attempt-1)))
			ids, err := st.ReadBefore(ctx, r.Version, p.After, step)
			if err != nil || len(ids) == 0 {
				return nil, err
			}
			var list []Prepared
			for _, id := range ids {
				begun := time.Now()
				if prepared, err := r.prepareAgain(ctx, st, id); err == nil {
					list = append(list, prepared)
				} else if !fault.Is(err, fault.NotFound) {
					slog.Warn("jobs: a text cannot be read again", "article", id, "error", err)
				}
				select {
				case <-ctx.Done():
					return nil, ctx.Err()
				case <-time.After(pause(time.Since(begun), share)):
				}
			}
			if j.Attempt > 4 {
				slog.Warn("jobs: what was read again cannot be saved and is left out", "article", ids[0])
				list = nil
			}
			return func(tx *store.Tx) error {
				begun := time.Now()
				for _, a := range list {
					now, err := tx.ArticleByID(tx.Context(), a.Card.ID)
					if fault.Is(err, fault.NotFound) || err == nil && now.Revision != a.Card.Revision {
						continue // it changed meanwhile; its own job follows
					}
					if err != nil {
						return err
					}
					a.Card = now
					if err := r.Save(tx, a); err != nil {
						return err
					}
				}
				p.After, p.Done = ids[len(ids)-1], p.Done+len(ids)
				return tx.Enqueue(store.RereadJob, rereadKey, encode(p), pause(time.Since(begun), share))
			}, nil
		},
	}
}

func (r *Reader) prepareAgain(ctx context.Context, st *store.Store, id int64) (Prepared, error) {
	card, err := st.ArticleByID(ctx, id)
	if err != nil {
		return Prepared{}, err
	}
	rev, err := st.Revision(ctx, card.Revision)
	if err != nil {
		return Prepared{}, err
	}
	return r.Prepare(card, rev)
}
