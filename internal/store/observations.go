package store

import (
	"context"

	"shanyraq/internal/stats"
)

// SaveObservations writes observations. One for the same series, date, kind
// and source is replaced; others stay beside it, so a revised series of
// another source loses nothing.
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
		values = append(values, o.Area, o.Group, o.Unit, o.Date.String(), o.Kind, o.Source, o.Value, o.Note, tx.now)
	}
	return tx.putObservations(values)
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
