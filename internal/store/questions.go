package store

import (
	"context"

	"shanyraq/internal/record"
)

// Question asks an editor whether an entity is one of some others.
type Question struct {
	Entity     int64
	Article    int64   // that raised it
	Candidates []int64 // most likely first
	Reasons    []string
}

// Ask writes a question. One that an editor has answered is not asked again.
// It is worth the more the more articles speak of who is asked about.
func (tx *Tx) Ask(q Question) error {
	reach := 0
	for _, id := range append([]int64{q.Entity}, q.Candidates...) {
		var n int
		if err := tx.one(tx.ctx, `/* store.Ask */ SELECT articles FROM entities WHERE id = ?`, []any{id}, &n); err != nil {
			return translate(err, "entity")
		}
		reach += n
	}
	_, err := tx.exec(tx.ctx, `/* store.Ask */ INSERT INTO questions (entity, article, candidates, reasons, answered, created, value) VALUES (?,?,?,?,0,?,?)
		ON CONFLICT (entity) DO UPDATE SET candidates = excluded.candidates, reasons = excluded.reasons, value = excluded.value WHERE questions.answered = 0`,
		q.Entity, q.Article, toJSON(q.Candidates), toJSON(q.Reasons), tx.now, record.DoubtValue(record.DoubtSame, reach))
	return translate(err, "question")
}

// ask opens the question about an entity again, where there was one.
func (tx *Tx) ask(entity int64) error {
	_, err := tx.exec(tx.ctx, `/* store.ask */ UPDATE questions SET answered = 0 WHERE entity = ?`, entity)
	return translate(err, "question")
}

// Apart answers the question about an entity: it is none of the others.
func (tx *Tx) Apart(entity int64, change record.Change) error {
	q, err := tx.QuestionOf(tx.ctx, entity)
	if err != nil {
		return err
	}
	if err := tx.Answer(entity); err != nil {
		return err
	}
	change.What, change.From, change.To = "apart", toJSON(q.Candidates), toJSON([]int64{entity})
	return tx.log("entity", entity, change)
}

// QuestionOf gives the question about an entity, answered or not.
func (q Queries) QuestionOf(ctx context.Context, entity int64) (Question, error) {
	list, err := collect(q, ctx, `/* store.QuestionOf */ SELECT entity, article, candidates, reasons FROM questions WHERE entity = ?`, []any{entity}, scanQuestion)
	if err == nil && len(list) == 0 {
		err = notFound("question")
	}
	if err != nil {
		return Question{}, translate(err, "question")
	}
	return list[0], nil
}

func scanQuestion(scan func(...any) error) (x Question, err error) {
	var candidates, reasons string
	if err = scan(&x.Entity, &x.Article, &candidates, &reasons); err != nil {
		return x, err
	}
	if err = fromJSON(candidates, &x.Candidates); err == nil {
		err = fromJSON(reasons, &x.Reasons)
	}
	return x, err
}

// Answer closes the question about an entity.
func (tx *Tx) Answer(entity int64) error {
	n, err := tx.exec(tx.ctx, `/* store.Answer */ UPDATE questions SET answered = 1 WHERE entity = ?`, entity)
	if err == nil && n == 0 {
		return notFound("question")
	}
	return translate(err, "question")
}

// Asked reports whether a question about an entity waits for an answer.
func (q Queries) Asked(ctx context.Context, entity int64) (bool, error) {
	var n int
	err := q.one(ctx, `/* store.Asked */ SELECT COUNT(*) FROM questions WHERE entity = ? AND answered = 0`, []any{entity}, &n)
	return n > 0, translate(err, "question")
}

// Undecided reports whether nobody has decided anything about an entity, only
// articles of one group name it, and none of these names beside as well.
func (q Queries) Undecided(ctx context.Context, entity, beside, group int64) (bool, error) {
	for _, c := range []struct {
		query string
		args  []any
	}{
		{`/* store.Undecided */ SELECT COUNT(*) FROM decisions WHERE target = 'entity' AND about = ?`, []any{entity}},
		{`/* store.Undecided */ SELECT COUNT(*) FROM (SELECT ` + naming + `) m JOIN articles a ON a.id = m.article
			WHERE a.group_id <> ? OR EXISTS (SELECT 1 FROM mentions b WHERE b.article = m.article AND b.entity = ?)`, []any{entity, entity, group, beside}},
		{`/* store.Undecided */ SELECT COUNT(*) FROM statement_facets f JOIN statements s ON s.id = f.statement WHERE f.facet = ? AND s.touched = 1`, []any{entity}},
		{`/* store.Undecided */ SELECT COUNT(*) FROM mention_decisions d JOIN articles a ON a.id = d.article WHERE a.group_id = ? AND d.entity = ? AND d.held = 1`, []any{group, entity}},
	} {
		var n int
		if err := q.one(ctx, c.query, c.args, &n); err != nil || n > 0 {
			return false, translate(err, "entity")
		}
	}
	return true, nil
}

// naming, after SELECT, gives the articles that name an entity: those that the public sees
// by the index of these, the others, which are few, one by one. It takes the
// entity twice.
const naming = `article FROM mentions WHERE entity = ? AND public = 1
	UNION SELECT m.article FROM articles a JOIN mentions m ON m.article = a.id AND m.entity = ? WHERE a.state <> 'published'`

// ArticlesNaming gives the articles of any state that name an entity.
func (q Queries) ArticlesNaming(ctx context.Context, entity int64) ([]int64, error) {
	list, err := collect(q, ctx, `/* store.ArticlesNaming */ SELECT `+naming+` ORDER BY 1`, []any{entity, entity}, scanID)
	return list, translate(err, "mention")
}

// Questions lists what waits for an editor, oldest entity first.
func (q Queries) Questions(ctx context.Context, after int64, n int) ([]Question, error) {
	list, err := collect(q, ctx, `/* store.Questions */ SELECT entity, article, candidates, reasons FROM questions WHERE answered = 0 AND entity > ? ORDER BY entity LIMIT ?`,
		[]any{after, limit(n)}, scanQuestion)
	return list, translate(err, "question")
}
