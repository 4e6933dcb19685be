package store

import (
	"context"

	"shanyraq/internal/rights"
)

// SaveSighting writes a sighting, new where its ID is 0. A copy of a text is
// noted once: a second note of the same address is fault.Exists.
func (tx *Tx) SaveSighting(s *rights.Sighting) (err error) {
	if s.ID != 0 {
		n, err := tx.exec(tx.ctx, `/* store.SaveSighting */ UPDATE sightings SET found = ?, note = ?, checked = ?, settled = ? WHERE id = ?`, string(s.Found), s.Note, millis(s.Checked), millis(s.Settled), s.ID)
		if err == nil && n == 0 {
			return notFound("sighting")
		}
		return translate(err, "sighting")
	}
	if s.ID, err = tx.newID(); err != nil {
		return translate(err, "sighting")
	}
	if s.Seen.IsZero() {
		s.Seen = fromMillis(tx.now)
	}
	_, err = tx.exec(tx.ctx, `/* store.SaveSighting */ INSERT INTO sightings (id, article, address, found, note, officer, seen, checked, settled) VALUES (?,?,?,?,?,?,?,?,?)`,
		s.ID, s.Article, s.Address, string(s.Found), s.Note, s.Officer, millis(s.Seen), millis(s.Checked), millis(s.Settled))
	return translate(err, "sighting")
}

const sightingColumns = `id, article, address, found, note, officer, seen, checked, settled`

func scanSighting(scan func(...any) error) (s rights.Sighting, err error) {
	var seen, checked, settled int64
	err = scan(&s.ID, &s.Article, &s.Address, &s.Found, &s.Note, &s.Officer, &seen, &checked, &settled)
	s.Seen, s.Checked, s.Settled = fromMillis(seen), fromMillis(checked), fromMillis(settled)
	return s, err
}

// Sighting gives one sighting.
func (q Queries) Sighting(ctx context.Context, id int64) (rights.Sighting, error) {
	list, err := collect(q, ctx, `/* store.Sighting */ SELECT `+sightingColumns+` FROM sightings WHERE id = ?`, []any{id}, scanSighting)
	if err == nil && len(list) == 0 {
		return rights.Sighting{}, notFound("sighting")
	}
	if err != nil {
		return rights.Sighting{}, translate(err, "sighting")
	}
	return list[0], nil
}

// Sightings lists sightings, those with something to do first, the newest
// first among them; limit 0 gives all.
func (q Queries) Sightings(ctx context.Context, limit int) ([]rights.Sighting, error) {
	query, args := `/* store.Sightings */ SELECT `+sightingColumns+` FROM sightings ORDER BY CASE WHEN settled = 0 THEN 0 ELSE 1 END, id DESC`, []any(nil)
	if limit > 0 {
		query, args = query+` LIMIT ?`, []any{limit}
	}
	list, err := collect(q, ctx, query, args, scanSighting)
	return list, translate(err, "sighting")
}
