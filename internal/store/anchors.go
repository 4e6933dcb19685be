package store

import (
	"shanyraq/internal/article"
	"shanyraq/internal/record"
	"shanyraq/internal/value"
)

// MoveStatement puts a statement's evidence where the same words stand in a
// newer revision.
func (tx *Tx) MoveStatement(id int64, to article.Revision, span value.Span) error {
	tx.cache.statements.drop(id)
	_, err := tx.exec(tx.ctx, `/* store.MoveStatement */ UPDATE statements SET revision = ?, hash = ?, start_at = ?, end_at = ? WHERE id = ?`,
		to.ID, to.Hash, span.Start, span.End, id)
	return translate(err, "statement")
}

// Orphan takes a statement whose evidence has no exact place in the newest
// revision out of the public's sight, for an editor to look at, and logs why.
func (tx *Tx) Orphan(id int64, why string) error {
	s, err := tx.StatementByID(tx.ctx, id)
	if err != nil {
		return err
	}
	tx.cache.statements.drop(id)
	if _, err := tx.exec(tx.ctx, `/* store.Orphan */ UPDATE statements SET orphaned = 1, shown = 0 WHERE id = ?`, id); err != nil {
		return translate(err, "statement")
	}
	if err := tx.dropPairs(&s); err != nil {
		return translate(err, "statement")
	}
	if err := tx.dropKeys(id, s.Keys); err != nil {
		return translate(err, "statement")
	}
	if err := tx.log("statement", id, record.Change{Who: "reader", What: "move", To: "orphaned", Reason: why}); err != nil {
		return err
	}
	tx.review(s.Article)
	if err := tx.reopen(id); err != nil {
		return translate(err, "conflict")
	}
	return translate(tx.settle(s.Fact), "statement")
}
