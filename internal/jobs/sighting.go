package jobs

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"strconv"

	"shanyraq/internal/fault"
	"shanyraq/internal/rights"
	"shanyraq/internal/store"
)

// SightingJob is the kind of job that looks whether a copy of a text links to
// it; its key is the sighting's id, its payload the origin of the site.
const SightingJob = "sighting"

// variants are the scripts that a text may be shown in beside its own.
var variants = []string{"", "-Latn", "-Cyrl", "-Arab"}

// Sighting fetches the page of a copy and notes whether the link is there.
// fetch gives the page at an address.
func Sighting(fetch func(ctx context.Context, address string) ([]byte, error)) Task {
	return Task{Kind: SightingJob, Parallel: 2, Do: func(ctx context.Context, st *store.Store, j store.Job) (func(*store.Tx) error, error) {
		id, err := strconv.ParseInt(j.Key, 10, 64)
		if err != nil {
			return nil, errors.Join(fault.Wrap(err, fault.Invalid, "a job to look at a copy names none: %q", j.Key), ErrGiveUp)
		}
		s, err := st.Sighting(ctx, id)
		if fault.Is(err, fault.NotFound) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		card, err := st.ArticleByID(ctx, s.Article)
		if err != nil {
			return nil, err
		}
		group, err := st.Translations(ctx, card.Group)
		if err != nil {
			return nil, err
		}
		var ours []string
		for _, c := range group {
			for _, v := range variants {
				ours = append(ours, j.Payload+"/"+c.Language+v+"/"+c.Slug)
			}
		}
		found := rights.Unread
		page, err := fetch(ctx, s.Address)
		if err == nil {
			found, err = rights.Links(bytes.NewReader(page), s.Address, ours)
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err != nil { // the officer sees that it could not be read, and may ask again
			slog.Info("jobs: the page of a copy cannot be read", "address", s.Address, "error", err)
		}
		return func(tx *store.Tx) error {
			now, err := tx.Sighting(ctx, id) // its note may have changed meanwhile
			if err != nil {
				return err
			}
			now.Found, now.Checked = found, st.Now()
			return tx.SaveSighting(&now)
		}, nil
	}}
}
