package store

import (
	"context"
	"iter"

	"shanyraq/internal/record"
)

const eachPage = 1000 // rows taken at once by what goes through everything

// each goes through rows in order of id, a page at a time, so that no cursor
// stays open while a slow reader takes them.
func each[T any](what string, page func(after int64) ([]T, error), id func(T) int64) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var at int64
		for {
			list, err := page(at)
			if err != nil {
				var zero T
				yield(zero, translate(err, what))
				return
			}
			for _, v := range list {
				if !yield(v, nil) {
					return
				}
			}
			if len(list) < eachPage {
				return
			}
			at = id(list[len(list)-1])
		}
	}
}

// EachEntity goes through all entities that a public article mentions, and
// those that were merged into one, in order of id: for exports.
func (q Queries) EachEntity(ctx context.Context, reviewed bool) iter.Seq2[Entity, error] {
	cond := ""
	if reviewed {
		cond = ` AND e.rank IN ('accepted', 'preferred')`
	}
	return each("entity", func(after int64) ([]Entity, error) {
		return collect(q, ctx, `/* store.EachEntity */ SELECT `+entityColumns+` FROM entities e
			WHERE e.id > ? AND (e.articles > 0 OR e.into_id <> 0) AND e.rank <> 'deprecated'`+cond+` ORDER BY e.id LIMIT 1000`, []any{after}, scanEntity)
	}, func(e Entity) int64 { return e.ID })
}

// Decision is a change that a person made to a statement or an entity.
type Decision struct {
	ID     int64
	Target string // "statement", "entity", "mention" or "conflict"
	About  int64  // its id
	record.Change
	Undone bool // a later decision took it back
}

// EachDecision goes through what people decided about statements and
// entities that the public sees, in order of time: for exports.
func (q Queries) EachDecision(ctx context.Context) iter.Seq2[Decision, error] {
	return each("decision", func(after int64) ([]Decision, error) {
		return collect(q, ctx, `/* store.EachDecision */ SELECT `+decisionColumns+` FROM decisions d
			WHERE d.id > ? AND (d.target = 'statement' AND EXISTS (SELECT 1 FROM statements s JOIN articles a ON a.id = s.article WHERE s.id = d.about AND (s.shown >= 1 OR s.rank = 'deprecated' AND s.orphaned = 0 AND a.public = 1))
				OR d.target = 'entity' AND EXISTS (SELECT 1 FROM entities e WHERE e.id = d.about AND e.rank <> 'deprecated' AND (e.articles > 0 OR e.into_id <> 0)))
			ORDER BY d.id LIMIT 1000`, []any{after},
			scanDecision)
	}, func(d Decision) int64 { return d.ID })
}
