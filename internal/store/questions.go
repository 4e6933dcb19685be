package store

import "context"

// Question asks an editor whether an entity is one of some others.
type Question struct {
	Entity     int64
	Article    int64   // that raised it
	Candidates []int64 // most likely first
	Reasons    []string
}

// Ask writes a question. One that an editor has answered is not asked again.
func (tx *Tx) Ask(q Question) error {
	_, err := tx.exec(tx.ctx, `/* store.Ask */ INSERT INTO questions (entity, article, candidates, reasons, answered, created) VALUES (?,?,?,?,0,?)
		ON CONFLICT (entity) DO UPDATE SET candidates = excluded.candidates, reasons = excluded.reasons WHERE questions.answered = 0`,
		q.Entity, q.Article, toJSON(q.Candidates), toJSON(q.Reasons), tx.now)
	return translate(err, "question")
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

// Questions lists what waits for an editor, oldest entity first.
func (q Queries) Questions(ctx context.Context, after int64, n int) ([]Question, error) {
	list, err := collect(q, ctx, `/* store.Questions */ SELECT entity, article, candidates, reasons FROM questions WHERE answered = 0 AND entity > ? ORDER BY entity LIMIT ?`,
		[]any{after, limit(n)}, func(scan func(...any) error) (x Question, err error) {
			var candidates, reasons string
			if err = scan(&x.Entity, &x.Article, &candidates, &reasons); err != nil {
				return x, err
			}
			if err = fromJSON(candidates, &x.Candidates); err == nil {
				err = fromJSON(reasons, &x.Reasons)
			}
			return x, err
		})
	return list, translate(err, "question")
}
