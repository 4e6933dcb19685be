package store

import "context"

// RecordCounts counts what the public record holds, by kind: facts (each
// once, however many articles tell it) under the kinds of statement, entities
// that a public article mentions under the kinds of entity.
func (q Queries) RecordCounts(ctx context.Context) (map[string]int, error) {
	out := map[string]int{}
	for _, query := range []string{
		`/* store.RecordCounts */ SELECT kind, COUNT(*) FROM statements WHERE shown = 3 GROUP BY kind`,
		`/* store.RecordCounts */ SELECT kind, COUNT(*) FROM entities WHERE into_id = 0 AND articles > 0 AND rank <> 'deprecated' GROUP BY kind`,
	} {
		rows, err := q.rows(ctx, query)
		if err != nil {
			return nil, translate(err, "record")
		}
		for rows.Next() {
			var kind string
			var n int
			if err := rows.Scan(&kind, &n); err != nil {
				rows.Close()
				return nil, translate(err, "record")
			}
			out[kind] += n
		}
		if err := rows.Close(); err != nil {
			return nil, translate(err, "record")
		}
	}
	return out, nil
}
