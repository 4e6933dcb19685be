package store

import "context"

// PairDay counts the facts of one kind on one day that two entities both
// take part in.
type PairDay struct {
	Day   int    // days since 1970-01-01
	Kind  string // read.Agreement or read.Event
	Sub   string // status of the agreement, kind of the event
	Count int
}

// PairDays gives how the agreements and events of a pair spread over time,
// oldest first: what a picture of years and the choices of a filter need.
func (q Queries) PairDays(ctx context.Context, a, b int64, reviewed bool) ([]PairDay, error) {
	cond := ""
	if reviewed {
		cond = ` AND s.rank IN ('accepted', 'preferred')`
	}
	list, err := collect(q, ctx, `/* store.PairDays */ SELECT f.day, f.kind, s.sub, COUNT(*) FROM statement_facets f JOIN statements s ON s.id = f.statement
		WHERE f.facet = ? AND f.role = 'pair' AND s.shown = 3`+cond+` GROUP BY f.day, f.kind, s.sub ORDER BY f.day, f.kind, s.sub`, []any{pairFacet(a, b)},
		func(scan func(...any) error) (d PairDay, err error) {
			err = scan(&d.Day, &d.Kind, &d.Sub, &d.Count)
			return d, err
		})
	return list, translate(err, "statement")
}

// Chooses reports whether a filter for the pair takes the facts counted in d.
func (f StatementFilter) Chooses(d PairDay) bool {
	lo, _ := f.From.Bounds()
	return (f.Kind == "" || f.Kind == d.Kind) && (f.Sub == "" || f.Sub == d.Sub) && (f.From.IsZero() || d.Day >= lo)
}
