package store

import (
	"context"
	"database/sql"
	"errors"
)

// RereadJob is the kind of the job that reads an archive again.
const RereadJob = "reread"

// Reread is how far reading an archive again has come.
type Reread struct {
	Version string `json:"version"` // of the reader that reads
	After   int64  `json:"after"`   // id of the last article done
	Done    int    `json:"done"`
	Total   int    `json:"total"` // as it was at the begin
}

// RereadProgress gives how far reading again has come; ok is false where none
// is under way.
func (q Queries) RereadProgress(ctx context.Context) (p Reread, ok bool, err error) {
	var payload string
	err = q.one(ctx, `/* store.RereadProgress */ SELECT payload FROM jobs WHERE kind = 'reread' AND state <> 'failed' ORDER BY due, id LIMIT 1`, nil, &payload)
	if errors.Is(err, sql.ErrNoRows) {
		return p, false, nil
	}
	if err == nil {
		err = fromJSON(payload, &p)
	}
	return p, err == nil, translate(err, "job")
}

// ReadBefore gives up to n articles after an id that another version of the
// reader read last. What was never read has its own job.
func (q Queries) ReadBefore(ctx context.Context, version string, after int64, n int) ([]int64, error) {
	list, err := collect(q, ctx, `/* store.ReadBefore */ SELECT article FROM readings WHERE article > ? AND version <> ? ORDER BY article LIMIT ?`, []any{after, version, n}, scanID)
	return list, translate(err, "reading")
}

// CountReadBefore counts the articles that another version of the reader read
// last.
func (q Queries) CountReadBefore(ctx context.Context, version string) (n int, err error) {
	err = q.one(ctx, `/* store.CountReadBefore */ SELECT COUNT(*) FROM readings WHERE version <> ?`, []any{version}, &n)
	return n, translate(err, "reading")
}
