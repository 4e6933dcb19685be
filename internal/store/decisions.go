package store

import (
	"context"
	"encoding/json"
	"slices"

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
	var public int
	if err := tx.one(tx.ctx, `/* store.DecideStatement */ SELECT public FROM articles WHERE id = ?`, []any{s.Article}, &public); err != nil {
		return translate(err, "article")
	}
	shown := flag(public == 1 && rank != record.Deprecated && !s.Orphaned)
	if _, err := tx.exec(tx.ctx, `/* store.DecideStatement */ UPDATE statements SET rank = ?, reason = ?, touched = 1, shown = ? WHERE id = ?`, rank, change.Reason, shown, id); err != nil {
		return translate(err, "statement")
	}
	tx.cache.statements.drop(id)
	if err := tx.dropKeys(id, s.Keys); err != nil { // settle gives them back to who leads
		return translate(err, "statement")
	}
	change.What, change.From, change.To = "rank", string(s.Rank), string(rank)
	if err := tx.log("statement", id, change); err != nil {
		return err
	}
	return translate(tx.settle(s.Fact), "statement")
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
	_, err = tx.exec(tx.ctx, `/* store.log */ INSERT INTO decisions (id, target, about, who, at, what, before, after, reason) VALUES (?,?,?,?,?,?,?,?,?)`,
		id, target, about, c.Who, at, c.What, c.From, c.To, c.Reason)
	return translate(err, "decision")
}

// Decisions gives what people decided about a statement or an entity
// ("statement", "entity"), oldest first.
func (q Queries) Decisions(ctx context.Context, target string, about int64) ([]record.Change, error) {
	list, err := collect(q, ctx, `/* store.Decisions */ SELECT who, at, what, before, after, reason FROM decisions WHERE target = ? AND about = ? ORDER BY id`, []any{target, about},
		func(scan func(...any) error) (c record.Change, err error) {
			var at int64
			err = scan(&c.Who, &at, &c.What, &c.From, &c.To, &c.Reason)
			c.When = fromMillis(at)
			return c, err
		})
	return list, translate(err, "decision")
}

// MergeEntities makes one entity of two: what mentions and states from now
// says into. from keeps its names and its id, so that SplitEntity can take it
// out again; the log holds what moved.
func (tx *Tx) MergeEntities(from, into int64, change record.Change) error {
	if from == into || change.Who == "" {
		return fault.New(fault.Invalid, "a merge needs two entities and a name")
	}
	a, err := tx.EntityByID(tx.ctx, from)
	if err != nil {
		return err
	}
	b, err := tx.EntityByID(tx.ctx, into)
	if err != nil {
		return err
	}
	if a.Kind != b.Kind || a.Into != 0 || b.Into != 0 {
		return fault.New(fault.Invalid, "only two entities of one kind that both stand can be merged")
	}
	moved, err := tx.moveEntity(from, into, nil)
	if err != nil {
		return translate(err, "entity")
	}
	if _, err := tx.exec(tx.ctx, `/* store.MergeEntities */ UPDATE entities SET into_id = ? WHERE id = ?`, into, from); err != nil {
		return translate(err, "entity")
	}
	tx.cache.entities.drop(from)
	change.What, change.From, change.To = "merge", formatIDs(moved), formatIDs([]int64{into})
	return tx.log("entity", from, change)
}

// SplitEntity undoes a merge: the articles and statements that came with the
// entity go back to it.
func (tx *Tx) SplitEntity(id int64, change record.Change) error {
	e, err := tx.EntityByID(tx.ctx, id)
	if err != nil {
		return err
	}
	log, err := tx.Decisions(tx.ctx, "entity", id)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(log, func(c record.Change) bool { return c.What == "merge" })
	if e.Into == 0 || i < 0 || change.Who == "" {
		return fault.New(fault.Invalid, "this entity was not merged into another")
	}
	for j := i + 1; j < len(log); j++ {
		if log[j].What == "merge" {
			i = j
		}
	}
	var moved []int64
	if err := json.Unmarshal([]byte(log[i].From), &moved); err != nil {
		return fault.Wrap(err, fault.Internal, "the log of the merge cannot be read")
	}
	if _, err := tx.exec(tx.ctx, `/* store.SplitEntity */ UPDATE entities SET into_id = 0 WHERE id = ?`, id); err != nil {
		return translate(err, "entity")
	}
	if _, err := tx.moveEntity(e.Into, id, moved); err != nil {
		return translate(err, "entity")
	}
	tx.cache.entities.drop(id)
	change.What, change.From, change.To = "split", formatIDs([]int64{e.Into}), formatIDs([]int64{id})
	return tx.log("entity", id, change)
}

func formatIDs(ids []int64) string {
	b, _ := json.Marshal(ids)
	return string(b)
}

// moveEntity writes one entity for another in statements and mentions: in all
// articles, or in those of only. It gives the articles it changed.
func (tx *Tx) moveEntity(from, to int64, only []int64) (moved []int64, err error) {
	articles, err := collect(tx.Queries, tx.ctx, `/* store.moveEntity */ SELECT article FROM mentions WHERE entity = ?
		UNION SELECT s.article FROM statement_facets f JOIN statements s ON s.id = f.statement WHERE f.facet = ? ORDER BY 1`, []any{from, from},
		func(scan func(...any) error) (id int64, err error) { err = scan(&id); return id, err })
	if err != nil {
		return nil, err
	}
	for _, id := range articles {
		if only != nil && !slices.Contains(only, id) {
			continue
		}
		moved = append(moved, id)
		if err := tx.moveMentions(id, from, to); err != nil {
			return nil, err
		}
		said, err := tx.ArticleStatements(tx.ctx, id, true)
		if err != nil {
			return nil, err
		}
		for i := range said {
			if err := tx.moveRefs(&said[i], from, to); err != nil {
				return nil, err
			}
		}
	}
	return moved, nil
}

func (tx *Tx) moveMentions(articleID, from, to int64) error {
	all, err := tx.Mentions(tx.ctx, articleID)
	if err != nil {
		return err
	}
	var mine, theirs *Mention
	for i := range all {
		switch all[i].Entity {
		case from:
			mine = &all[i]
		case to:
			theirs = &all[i]
		}
	}
	if mine == nil {
		return nil
	}
	var public int
	if err := tx.one(tx.ctx, `/* store.moveMentions */ SELECT public FROM mentions WHERE article = ? AND entity = ?`, []any{articleID, from}, &public); err != nil {
		return err
	}
	if public == 1 {
		tx.mentioned(from, -1)
	}
	if theirs == nil {
		if public == 1 {
			tx.mentioned(to, 1)
		}
		_, err := tx.exec(tx.ctx, `/* store.moveMentions */ UPDATE mentions SET entity = ? WHERE article = ? AND entity = ?`, to, articleID, from)
		return err
	}
	spans := append(theirs.Spans, mine.Spans...)
	slices.SortFunc(spans, bySpan)
	if _, err := tx.exec(tx.ctx, `/* store.moveMentions */ UPDATE mentions SET spans = ? WHERE article = ? AND entity = ?`, formatSpans(spans), articleID, to); err != nil {
		return err
	}
	_, err = tx.exec(tx.ctx, `/* store.moveMentions */ DELETE FROM mentions WHERE article = ? AND entity = ?`, articleID, from)
	return err
}

func (tx *Tx) moveRefs(s *Statement, from, to int64) error {
	if !slices.ContainsFunc(s.Refs, func(r record.Ref) bool { return r.Entity == from }) {
		return nil
	}
	if err := tx.dropFacets(s); err != nil {
		return err
	}
	for i := range s.Refs {
		if s.Refs[i].Entity == from {
			s.Refs[i].Entity = to
		}
	}
	tx.cache.statements.drop(s.ID)
	if _, err := tx.exec(tx.ctx, `/* store.moveRefs */ UPDATE statements SET refs = ? WHERE id = ?`, toJSON(s.Refs), s.ID); err != nil {
		return err
	}
	return tx.addFacets(s)
}
