package store

import (
	"context"
	"time"
)

// The kinds of notes.
const (
	Correction = "correction"
	Withdrawal = "withdrawal"
)

// Note is what the public is told of a correction or a withdrawal.
type Note struct {
	ID      int64
	Article int64
	Kind    string
	At      time.Time
	Name    string // of who wrote it; shown at the desk only
	Words   string
}

// Tell adds a note to an article. Notes are not changed and not taken out.
func (tx *Tx) Tell(n *Note) (err error) {
	if n.ID, err = tx.newID(); err != nil {
		return translate(err, "note")
	}
	n.At = tx.Time()
	if n.Kind == Correction {
		if err := tx.corrected(n.Article); err != nil {
			return err
		}
	}
	_, err = tx.exec(tx.ctx, `/* store.Tell */ INSERT INTO article_notes (id, article, kind, at, name, words) VALUES (?,?,?,?,?,?)`, n.ID, n.Article, n.Kind, tx.now, n.Name, n.Words)
	return translate(err, "note")
}

// Told gives the notes of an article, newest first.
func (q Queries) Told(ctx context.Context, articleID int64) ([]Note, error) {
	list, err := collect(q, ctx, `/* store.Told */ SELECT id, article, kind, at, name, words FROM article_notes WHERE article = ? ORDER BY at DESC, id DESC`, []any{articleID},
		func(scan func(...any) error) (n Note, err error) {
			var at int64
			err = scan(&n.ID, &n.Article, &n.Kind, &at, &n.Name, &n.Words)
			n.At = fromMillis(at)
			return n, err
		})
	return list, translate(err, "note")
}
