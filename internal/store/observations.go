package store

import (
	"context"
	"time"

	"shanyraq/internal/stats"
)

// SaveObservations writes observations. One for the same series, date, kind
// and source with another number is revised: the number before is kept, see
// Revised. Observations of other sources stay beside it.
func (tx *Tx) SaveObservations(list []stats.Observation) error {
	var values []any
	seen := map[stats.Observation]bool{}
	for _, o := range list {
		id := stats.Observation{Key: o.Key, Date: o.Date, Kind: o.Kind, Source: o.Source}
		if seen[id] { // one INSERT may not touch a row twice
			if err := tx.putObservations(values); err != nil {
				return err
			}
			values, seen = nil, map[stats.Observation]bool{}
		}
		seen[id] = true
		if err := tx.keepRevised(o); err != nil {
			return err
		}
		values = append(values, o.Area, o.Group, o.Unit, o.Date.String(), o.Kind, o.Source, o.Value, o.Note, tx.now)
	}
	return tx.putObservations(values)
}

// keepRevised keeps what o is about to replace, where its number is another.
func (tx *Tx) keepRevised(o stats.Observation) error {
	_, err := tx.exec(tx.ctx, `/* store.keepRevised */ INSERT INTO observations_before (area, grp, unit, date, kind, source, loaded, revised, value, note)
		SELECT area, grp, unit, date, kind, source, loaded, ?, value, note FROM observations
		WHERE area = ? AND grp = ? AND unit = ? AND date = ? AND kind = ? AND source = ? AND value <> ? ON CONFLICT DO NOTHING`,
		tx.now, o.Area, o.Group, o.Unit, o.Date.String(), o.Kind, o.Source, o.Value)
	return translate(err, "observation")
}

// RevisedObservation is an observation that its source has revised since.
type RevisedObservation struct {
	stats.Observation
	Loaded, Until time.Time // from when and until when this number stood
}

// Revised gives the numbers of an area and a group that were replaced, the
// latest first.
func (q Queries) Revised(ctx context.Context, area, group string) ([]RevisedObservation, error) {
	list, err := collect(q, ctx, `/* store.Revised */ SELECT area, grp, unit, date, kind, source, value, note, loaded, revised FROM observations_before
		WHERE area = ? AND grp = ? ORDER BY revised DESC, date, kind, source`, []any{area, group},
		func(scan func(...any) error) (r RevisedObservation, err error) {
			var date string
			var loaded, until int64
			if err = scan(&r.Area, &r.Group, &r.Unit, &date, &r.Kind, &r.Source, &r.Value, &r.Note, &loaded, &until); err == nil {
				r.Loaded, r.Until = fromMillis(loaded), fromMillis(until)
				err = r.Date.UnmarshalText([]byte(date))
			}
			return r, err
		})
	return list, translate(err, "observation")
}

func (tx *Tx) putObservations(values []any) error {
	return translate(tx.insertMany(`/* store.SaveObservations */ INSERT INTO observations (area, grp, unit, date, kind, source, value, note, loaded)`,
		` ON CONFLICT (area, grp, unit, date, kind, source) DO UPDATE SET value = excluded.value, note = excluded.note, loaded = excluded.loaded`, 9, values), "observation")
}

// Observations gives the observations of an area and a group, oldest first;
// empty strings stand for all.
func (q Queries) Observations(ctx context.Context, area, group string) ([]stats.Observation, error) {
	var w where
	if area != "" {
		w.and("area = ?", area)
	}
	if group != "" {
		w.and("grp = ?", group)
	}
	list, err := collect(q, ctx, `/* store.Observations */ SELECT area, grp, unit, date, kind, source, value, note FROM observations`+w.String()+` ORDER BY area, grp, unit, date, kind, source`, w.args,
		func(scan func(...any) error) (o stats.Observation, err error) {
			var date string
			if err = scan(&o.Area, &o.Group, &o.Unit, &date, &o.Kind, &o.Source, &o.Value, &o.Note); err == nil {
				err = o.Date.UnmarshalText([]byte(date))
			}
			return o, err
		})
	return list, translate(err, "observation")
}
