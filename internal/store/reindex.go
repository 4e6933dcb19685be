package store

import (
	"context"
	"database/sql"
	"errors"

	"shanyraq/internal/search"
)

// ReindexJob is the kind of the job that indexes an archive anew.
const ReindexJob = "reindex"

// Reindex is how far indexing an archive anew has come.
type Reindex struct {
	Version int   `json:"version"` // of package search
	After   int64 `json:"after"`   // the last row of the index done
	Done    int   `json:"done"`
	Total   int   `json:"total"` // as it was at the begin; 0 where only pieces are joined
	Joining bool  `json:"joining"`
}

// ReindexProgress gives how far indexing anew has come; ok is false where none
// is under way.
func (q Queries) ReindexProgress(ctx context.Context) (p Reindex, ok bool, err error) {
	var payload string
	err = q.one(ctx, `/* store.ReindexProgress */ SELECT payload FROM jobs WHERE kind = 'reindex' AND state <> 'failed' ORDER BY due, id LIMIT 1`, nil, &payload)
	if errors.Is(err, sql.ErrNoRows) {
		return p, false, nil
	}
	if err == nil {
		err = fromJSON(payload, &p)
	}
	return p, err == nil, translate(err, "job")
}

// Indexed is an article with its row of the search index.
type Indexed struct{ Article, Row int64 }

// IndexedBefore gives up to n articles, in the order of the index and behind
// a row of it, whose terms another version of package search made.
func (q Queries) IndexedBefore(ctx context.Context, after int64, n int) ([]Indexed, error) {
	list, err := collect(q, ctx, `/* store.IndexedBefore */ SELECT article, at FROM search_docs WHERE at > ? AND version <> ? ORDER BY at LIMIT ?`,
		[]any{after, search.Version, n}, func(scan func(...any) error) (x Indexed, err error) {
			err = scan(&x.Article, &x.Row)
			return x, err
		})
	return list, translate(err, "search index")
}

// CountIndexedBefore counts the articles whose terms another version of
// package search made.
func (q Queries) CountIndexedBefore(ctx context.Context) (n int, err error) {
	err = q.one(ctx, `/* store.CountIndexedBefore */ SELECT COUNT(*) FROM search_docs WHERE version <> ?`, []any{search.Version}, &n)
	return n, translate(err, "search index")
}

// IndexPieces gives in how many pieces the search index lies: every search
// looks into each of them.
func (q Queries) IndexPieces(ctx context.Context) (n int, err error) {
	if q.d.indexPieces == "" {
		return 1, nil
	}
	err = q.one(ctx, q.d.indexPieces, nil, &n)
	return n, translate(err, "search index")
}

// MergeIndex joins pieces of the search index, about so many pages of it, and
// says whether more is to be done. What is found stays the same. begin starts
// to make one piece of all.
func (tx *Tx) MergeIndex(pages int, begin bool) (more bool, err error) {
	if tx.d.mergeIndex == "" {
		return false, nil
	}
	if begin {
		pages = -pages
	}
	// FTS5 tells by the number of changes whether it had something to do: the
	// statement itself counts as one. After: www.sqlite.org/fts5.html#the_merge_command
	changes := func() (n int, err error) {
		err = tx.one(tx.ctx, `/* store.MergeIndex */ SELECT total_changes()`, nil, &n)
		return n, err
	}
	before, err := changes()
	if err != nil {
		return false, translate(err, "search index")
	}
	if _, err := tx.exec(tx.ctx, tx.d.mergeIndex, pages); err != nil {
		return false, translate(err, "search index")
	}
	after, err := changes()
	return after-before >= 2, translate(err, "search index")
}
