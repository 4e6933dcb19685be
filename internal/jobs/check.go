package jobs

import (
	"shanyraq/internal/record"
	"shanyraq/internal/stats"
	"shanyraq/internal/store"
)

// table answers stats from the transaction.
type table struct{ tx *store.Tx }

func (t table) Observations(area, group string) ([]stats.Observation, error) {
	return t.tx.Observations(t.tx.Context(), area, group)
}

// check sets a figure of population beside the observations the site has; nil
// for any other figure.
func check(tx *store.Tx, p Prepared, s *record.Statement) (*stats.Check, error) {
	f, ok := stats.FigureOf(p.Reading, s.Said)
	if !ok {
		return nil, nil
	}
	return stats.Compare(f, table{tx})
}
