package jobs

import (
	"context"
	"encoding/json"
	"log/slog"
	"slices"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/record"
	"shanyraq/internal/search"
	"shanyraq/internal/store"
)

// reindexKey: a site is indexed anew once at a time.
const reindexKey = "all"

const (
	// reindexStep is how many articles are indexed in one transaction.
	reindexStep = 200
	// mergeStep is how many pages of the index are joined in one transaction:
	// some 20 ms of work, for which nobody else can write.
	mergeStep = 250
	// manyPieces is in how many pieces the index of a site may lie before they
	// are joined. FTS5 keeps about ten by itself; one answers two words in
	// two thirds of the time, and a misspelled one in a fifth.
	manyPieces = 6
)

// EnqueueReindex begins to index the articles anew whose terms another
// version of package search made, and to join the pieces of the index where
// they are many. It is false where there is nothing to do, or the work is
// under way; that goes on where it stopped.
func EnqueueReindex(ctx context.Context, st *store.Store) (bool, error) {
	p, waiting, err := st.ReindexProgress(ctx)
	if err != nil || waiting && p.Version == search.Version {
		return false, err
	}
	n, err := st.CountIndexedBefore(ctx)
	if err != nil {
		return false, err
	}
	pieces, err := st.IndexPieces(ctx)
	if err != nil || n == 0 && pieces <= manyPieces {
		return false, err
	}
	return true, st.Update(ctx, func(tx *store.Tx) error {
		return enqueueReindex(tx, store.Reindex{Version: search.Version, Total: n}, 0)
	})
}

func enqueueReindex(tx *store.Tx, p store.Reindex, delay time.Duration) error {
	b, err := json.Marshal(p)
	if err != nil {
		return err
	}
	return tx.Enqueue(store.ReindexJob, reindexKey, string(b), delay)
}

// Reindex makes the terms of all texts, and the keys of the entities they name, anew, from the texts and what their
// readings found, without reading them again. Each step is saved with its
// progress in one transaction, so that it goes on wherever it was stopped, and
// every search finds a text by its old terms or its new ones. It takes no more
// than a share of one processor. At the end the pieces of the index are joined.
func Reindex(share float64) Task {
	return Task{
		Kind: store.ReindexJob, Lease: 10 * time.Minute, Attempts: 8,
		Do: func(ctx context.Context, st *store.Store, j store.Job) (func(*store.Tx) error, error) {
			var p store.Reindex
			if err := json.Unmarshal([]byte(j.Payload), &p); err != nil {
				return nil, fault.Wrap(err, fault.Invalid, "the progress of indexing anew cannot be read")
			}
			if p.Version != search.Version { // a newer program begins anew
				p = store.Reindex{Version: search.Version}
				var err error
				if p.Total, err = st.CountIndexedBefore(ctx); err != nil {
					return nil, err
				}
			}
			// Where a step could not be saved, smaller ones find the text that
			// cannot, and leave it out.
			rows, err := st.IndexedBefore(ctx, p.After, max(1, reindexStep>>(3*(j.Attempt-1))))
			if err != nil {
				return nil, err
			}
			if len(rows) == 0 {
				return joinPieces(p, share), nil
			}
			var list []reindexed
			for _, x := range rows {
				begun := time.Now()
				r, err := indexAgain(ctx, st, x.Article)
				switch {
				case err == nil:
					list = append(list, r)
				case !fault.Is(err, fault.NotFound):
					return nil, err
				}
				select {
				case <-ctx.Done():
					return nil, ctx.Err()
				case <-time.After(pause(time.Since(begun), share)):
				}
			}
			if j.Attempt > 4 {
				slog.Warn("jobs: what was indexed anew cannot be saved and is left out", "article", rows[0].Article)
				list = nil
			}
			return func(tx *store.Tx) error {
				begun, keyed := time.Now(), map[int64]bool{}
				for _, r := range list {
					if err := r.save(tx, keyed); err != nil {
						return err
					}
				}
				p.After, p.Done = rows[len(rows)-1].Row, p.Done+len(rows)
				return enqueueReindex(tx, p, pause(time.Since(begun), share))
			}, nil
		},
	}
}

// pause gives how long work rests that took so long, to take no more than a
// share of one processor; 1 and more is without rest.
func pause(worked time.Duration, share float64) time.Duration {
	if share >= 1 {
		return 0
	}
	return time.Duration(float64(worked) * (1/share - 1))
}

// joinPieces joins some of the index's pieces, and comes again until it is one.
func joinPieces(p store.Reindex, share float64) func(*store.Tx) error {
	return func(tx *store.Tx) error {
		begun := time.Now()
		more, err := tx.MergeIndex(mergeStep, !p.Joining)
		if err != nil || !more {
			return err
		}
		p.Joining = true
		return enqueueReindex(tx, p, pause(time.Since(begun), share))
	}
}

// reindexed is an article with new terms of its own text.
type reindexed struct {
	card  store.Card
	terms search.Document
}

func indexAgain(ctx context.Context, st *store.Store, id int64) (reindexed, error) {
	card, err := st.ArticleByID(ctx, id)
	if err != nil {
		return reindexed{}, err
	}
	rev, err := st.Revision(ctx, card.Revision)
	return reindexed{card, terms(card, rev)}, err
}

// save puts the terms into the index, with the names and kinds that the
// record has of the article, and its entities under the keys that names have
// now; keyed are those that have them already. An article that changed
// meanwhile has its own job.
func (r reindexed) save(tx *store.Tx, keyed map[int64]bool) error {
	now, err := tx.ArticleByID(tx.Context(), r.card.ID)
	if fault.Is(err, fault.NotFound) || err == nil && now.Revision != r.card.Revision {
		return nil
	}
	if err != nil {
		return err
	}
	mentions, err := tx.Mentions(tx.Context(), now.ID)
	if err != nil {
		return err
	}
	var names, kinds []string
	for _, m := range mentions {
		e, err := tx.RecordEntity(m.Entity)
		if fault.Is(err, fault.NotFound) {
			continue
		}
		if err != nil {
			return err
		}
		for _, n := range e.Names {
			names = append(names, n.Text)
		}
		if !keyed[e.ID] && e.Into == 0 {
			keyed[e.ID] = true
			if err := tx.SaveEntity(&e, record.Matcher{}.Keys(e)); err != nil {
				return err
			}
		}
	}
	said, err := tx.ArticleStatements(tx.Context(), now.ID, false)
	if err != nil {
		return err
	}
	for _, s := range said {
		if !slices.Contains(kinds, s.Said.Kind) {
			kinds = append(kinds, s.Said.Kind)
		}
	}
	r.terms.Add(names, kinds)
	return tx.Index(now, r.terms)
}
