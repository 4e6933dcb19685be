package store

import (
	"context"
	"database/sql"
	"math"
	"slices"
	"time"

	"shanyraq/internal/read"
	"shanyraq/internal/record"
)

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
		cond = ` AND decided = 1`
	}
	list, err := collect(q, ctx, `/* store.PairDays */ SELECT day, kind, sub, COUNT(*) FROM pair_facts
		WHERE pair = ? AND kind <> 'office'`+cond+` GROUP BY day, kind, sub ORDER BY day, kind, sub`, []any{pairOf(a, b)},
		func(scan func(...any) error) (d PairDay, err error) {
			err = scan(&d.Day, &d.Kind, &d.Sub, &d.Count)
			return d, err
		})
	return list, translate(err, "statement")
}

// EntityYears gives how the agreements and events of one entity spread over
// years, oldest first; each stands at the first day of its year. It goes from
// year to year: to count one is a walk along the key, where to group all would
// sort them.
func (q Queries) EntityYears(ctx context.Context, entity int64, reviewed bool) (out []PairDay, err error) {
	cond := ` AND kind <> 'office'`
	if reviewed {
		cond += ` AND decided = 1`
	}
	for from := math.MinInt32; ; {
		var first sql.NullInt64
		err := q.one(ctx, `/* store.EntityYears */ SELECT MIN(day) FROM (SELECT day FROM pair_facts WHERE pair = ? AND day >= ?`+cond+` ORDER BY day LIMIT 1) AS d`, []any{entity, from}, &first)
		if err != nil || !first.Valid {
			return out, translate(err, "statement")
		}
		year := time.Unix(first.Int64*86400, 0).UTC().Year()
		day := func(year int) int { return int(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC).Unix() / 86400) }
		begin, end := day(year), day(year+1)
		var agreements, events int
		if err := q.one(ctx, `/* store.EntityYears */ SELECT SUM(CASE WHEN kind = 'agreement' THEN 1 ELSE 0 END), SUM(CASE WHEN kind = 'event' THEN 1 ELSE 0 END) FROM pair_facts
			WHERE pair = ? AND day >= ? AND day < ?`+cond, []any{entity, begin, end}, &agreements, &events); err != nil {
			return nil, translate(err, "statement")
		}
		for _, d := range []PairDay{{Day: begin, Kind: read.Agreement, Count: agreements}, {Day: begin, Kind: read.Event, Count: events}} {
			if d.Count > 0 {
				out = append(out, d)
			}
		}
		from = end
	}
}

// Chooses reports whether a filter for the pair takes the facts counted in d.
func (f StatementFilter) Chooses(d PairDay) bool {
	lo, _ := f.From.Bounds()
	return (f.Kind == "" || f.Kind == d.Kind) && (f.Sub == "" || f.Sub == d.Sub) && (f.From.IsZero() || d.Day >= lo)
}

// leadsAll is how a statement is shown that leads its fact; only those stand
// in pair_facts.
const leadsAll = 3

// maxPaired bounds how many participants of one event are paired with each
// other: a summit of thirty would make 435 rows.
const maxPaired = 12

// pairsOf gives the pairs that a statement is about, and every entity that it
// is about by itself: what happened with it is found as what happened between
// two is. An office is about the body that it is held in.
func pairsOf(s *record.Statement) (out []int64) {
	switch s.Said.Kind {
	case read.Agreement, read.Event:
	case read.Office:
		out = s.Entities(record.RoleOrganization)
		slices.Sort(out)
		return slices.Compact(out)
	default:
		return nil
	}
	var sides []int64
	for _, r := range s.Refs {
		switch r.Role {
		case record.RoleParty, record.RoleParticipant, record.RoleOrganizer, record.RolePlace:
			if !slices.Contains(sides, r.Entity) {
				sides = append(sides, r.Entity)
			}
		}
	}
	out = append(out, sides...)
	sides = sides[:min(len(sides), maxPaired)]
	for i, a := range sides {
		for _, b := range sides[i+1:] {
			out = append(out, pairOf(a, b))
		}
	}
	slices.Sort(out)
	return out
}

// pairRows appends the rows of a statement that leads its fact.
func pairRows(values []any, s *record.Statement, day int) []any {
	for _, p := range pairsOf(s) {
		values = append(values, p, day, s.ID, s.Said.Kind, sub(s.Said), flag(s.Rank == record.Accepted || s.Rank == record.Preferred))
	}
	return values
}

func (tx *Tx) insertPairs(values []any) error {
	return tx.insertMany(`/* store.insertPairs */ INSERT INTO pair_facts (pair, day, statement, kind, sub, decided)`, "", 6, values)
}

func (tx *Tx) dropPairs(s *Statement) error {
	for _, p := range pairsOf(&s.Statement) {
		if _, err := tx.exec(tx.ctx, `/* store.dropPairs */ DELETE FROM pair_facts WHERE pair = ? AND day = ? AND statement = ?`, p, s.Day, s.ID); err != nil {
			return err
		}
	}
	return nil
}

// movePairs writes that a statement begins or ceases to lead its fact.
func (tx *Tx) movePairs(id int64, leads bool) error {
	s, err := tx.StatementByID(tx.ctx, id)
	if err != nil {
		return err
	}
	if leads {
		return tx.insertPairs(pairRows(nil, &s.Statement, s.Day))
	}
	return tx.dropPairs(&s)
}
