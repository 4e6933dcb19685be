package store

import (
	"context"

	"shanyraq/internal/fault"
	"shanyraq/internal/record"
)

// Dispute is a pair of tellings of one fact that cannot both be right, as an
// editor is asked about it.
type Dispute struct {
	ID    int64
	A, B  int64 // statements
	Field string
	Why   string
	Value int64
	Open  bool
}

const disputeColumns = `id, a, b, field, why, value, state`

func scanDispute(scan func(...any) error) (d Dispute, err error) {
	var state int
	err = scan(&d.ID, &d.A, &d.B, &d.Field, &d.Why, &d.Value, &state)
	d.Open = state == 0
	return d, err
}

// Dispute gives one, open or not.
func (q Queries) Dispute(ctx context.Context, id int64) (Dispute, error) {
	list, err := collect(q, ctx, `/* store.Dispute */ SELECT `+disputeColumns+` FROM disputes WHERE id = ?`, []any{id}, scanDispute)
	if err == nil && len(list) == 0 {
		return Dispute{}, notFound("conflict")
	}
	if err != nil {
		return Dispute{}, translate(err, "conflict")
	}
	return list[0], nil
}

// LetStand notes that a person knows of a conflict and lets both sides stand:
// it is shown, and asked about no more.
func (tx *Tx) LetStand(id int64, change record.Change) error {
	if change.Who == "" {
		return fault.New(fault.Invalid, "a decision needs a name")
	}
	if err := tx.setDispute(id, 1); err != nil {
		return err
	}
	change.What = "stand"
	return tx.log("conflict", id, change)
}

func (tx *Tx) setDispute(id int64, state int) error {
	n, err := tx.exec(tx.ctx, `/* store.setDispute */ UPDATE disputes SET state = ? WHERE id = ?`, state, id)
	if err == nil && n == 0 {
		return notFound("conflict")
	}
	return translate(err, "conflict")
}

// disputed compares a new telling of a fact with those that lead it, and asks
// about what cannot both be right.
func (tx *Tx) disputed(s *record.Statement, leads []int64) error {
	others, err := lookUp(nil, &tx.cache.statements, leads, tx.statementsByID)
	if err != nil {
		return err
	}
	for i := range others {
		if others[i].ID == s.ID || others[i].Fact != s.Fact {
			continue
		}
		a, b := *s, others[i]
		if a.ID > b.ID {
			a, b = b, a
		}
		for _, c := range record.Conflicts([]record.Statement{a, b}) {
			id, err := tx.newID()
			if err != nil {
				return err
			}
			if _, err := tx.exec(tx.ctx, `/* store.disputed */ INSERT INTO disputes (id, a, b, field, why, value, state) VALUES (?,?,?,?,?,?,0)
				ON CONFLICT (a, b, field) DO UPDATE SET why = excluded.why, state = CASE WHEN disputes.state = 1 THEN 1 ELSE 0 END`,
				id, c.A, c.B, c.Field, c.Why, record.DoubtValue(record.DoubtConflict, 2)); err != nil {
				return err
			}
		}
	}
	return nil
}

// dispute asks anew, for a statement that was corrected, what it contradicts.
func (tx *Tx) dispute(id int64) error {
	if err := tx.reopen(id); err != nil {
		return err
	}
	s, err := tx.StatementByID(tx.ctx, id)
	if err != nil || s.Rank == record.Deprecated || s.Orphaned {
		return err
	}
	leads, err := collect(tx.Queries, tx.ctx, `/* store.dispute */ SELECT id FROM statements WHERE fact = ? AND shown >= 2`, []any{s.Fact}, scanID)
	if err != nil {
		return err
	}
	return tx.disputed(&s.Statement, leads)
}

// reopen looks at the conflicts that a statement is a side of: those that are
// no longer there are closed, those that are there again are asked about.
func (tx *Tx) reopen(id int64) error {
	list, err := collect(tx.Queries, tx.ctx, `/* store.reopen */ SELECT `+disputeColumns+` FROM disputes WHERE (a = ? OR b = ?) AND state <> 1`, []any{id, id}, scanDispute)
	if err != nil {
		return err
	}
	for _, d := range list {
		state, err := tx.disputeState(d)
		if err != nil {
			return err
		}
		if err := tx.setDispute(d.ID, state); err != nil {
			return err
		}
	}
	return nil
}

func (tx *Tx) disputeState(d Dispute) (int, error) {
	a, err := tx.StatementByID(tx.ctx, d.A)
	if fault.Is(err, fault.NotFound) {
		return 2, nil
	}
	if err != nil {
		return 0, err
	}
	b, err := tx.StatementByID(tx.ctx, d.B)
	if fault.Is(err, fault.NotFound) {
		return 2, nil
	}
	if err != nil {
		return 0, err
	}
	if a.Fact == b.Fact && !a.Orphaned && !b.Orphaned {
		for _, c := range record.Conflicts([]record.Statement{a.Statement, b.Statement}) {
			if c.Field == d.Field {
				return 0, nil
			}
		}
	}
	return 2, nil
}
