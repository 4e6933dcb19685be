package store

import (
	"context"

	"shanyraq/internal/fault"
	"shanyraq/internal/record"
)

// DecideStatement gives a statement a rank by a person's word, signs it, and
// settles who leads its fact. Nothing is deleted: a deprecated statement stays
// with its reason.
func (tx *Tx) DecideStatement(id int64, rank record.Rank, change record.Change) error {
	if !rank.Valid() {
		return fault.New(fault.Invalid, "%q is no rank", rank).Hint("use suggested, accepted, preferred or deprecated")
	}
	if change.Who == "" || rank == record.Deprecated && change.Reason == "" {
		return fault.New(fault.Invalid, "a decision needs a name, and to deprecate needs a reason")
	}
	s, err := tx.StatementByID(tx.ctx, id)
	if err != nil {
		return err
	}
	public, err := tx.public(s.Article)
	if err != nil {
		return err
	}
	shown := flag(public && rank != record.Deprecated && !s.Orphaned)
	touched := rank != record.Suggested || s.Original != nil || s.Said.Rule == record.ByHand
	if _, err := tx.exec(tx.ctx, `/* store.DecideStatement */ UPDATE statements SET rank = ?, reason = ?, touched = ?, shown = ? WHERE id = ?`, rank, change.Reason, flag(touched), shown, id); err != nil {
		return translate(err, "statement")
	}
	tx.cache.statements.drop(id)
	if err := tx.dropPairs(&s); err != nil {
		return translate(err, "statement")
	}
	if err := tx.dropKeys(id, s.Keys); err != nil { // settle gives them back to who leads
		return translate(err, "statement")
	}
	change.What, change.From, change.To, change.Article = "rank", string(s.Rank), string(rank), s.Article
	if err := tx.log("statement", id, change); err != nil {
		return err
	}
	tx.review(s.Article)
	if err := tx.settle(s.Fact); err != nil {
		return translate(err, "statement")
	}
	return translate(tx.reopen(id), "conflict")
}

// public reports whether the public sees an article.
func (tx *Tx) public(articleID int64) (bool, error) {
	var public int
	err := tx.one(tx.ctx, `/* store.public */ SELECT public FROM articles WHERE id = ?`, []any{articleID}, &public)
	return public == 1, translate(err, "article")
}

// DecideEntity gives an entity a rank by a person's word and signs it.
func (tx *Tx) DecideEntity(id int64, rank record.Rank, change record.Change) error {
	if !rank.Valid() || change.Who == "" {
		return fault.New(fault.Invalid, "a decision needs a rank and a name")
	}
	e, err := tx.EntityByID(tx.ctx, id)
	if err != nil {
		return err
	}
	if _, err := tx.exec(tx.ctx, `/* store.DecideEntity */ UPDATE entities SET rank = ? WHERE id = ?`, rank, id); err != nil {
		return translate(err, "entity")
	}
	tx.cache.entities.drop(id)
	change.What, change.From, change.To = "rank", string(e.Rank), string(rank)
	return tx.log("entity", id, change)
}

func (tx *Tx) log(target string, about int64, c record.Change) error {
	id, err := tx.newID()
	if err != nil {
		return translate(err, "decision")
	}
	at := millis(c.When)
	if at == 0 {
		at = tx.now
	}
	_, err = tx.exec(tx.ctx, `/* store.log */ INSERT INTO decisions (id, target, about, who, at, what, before, after, reason, article, batch, undoes) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)`,
		id, target, about, c.Who, at, c.What, c.From, c.To, c.Reason, c.Article, c.Batch, c.Undoes)
	return translate(err, "decision")
}

// Act gives a number for decisions that are made, and may be undone, by one act.
func (tx *Tx) Act() (int64, error) {
	id, err := tx.newID()
	return id, translate(err, "decision")
}

// Decisions gives what people decided about a statement or an entity
// ("statement", "entity"), oldest first.
func (q Queries) Decisions(ctx context.Context, target string, about int64) ([]record.Change, error) {
	list, err := q.decisions(ctx, `d.target = ? AND d.about = ? ORDER BY d.id`, target, about)
	out := make([]record.Change, len(list))
	for i, d := range list {
		out[i] = d.Change
	}
	return out, err
}
