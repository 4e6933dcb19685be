package store

import (
	"context"

	"shanyraq/internal/article"
)

const revisionColumns = `id, article, number, hash, title, lead, body, plain, author, created`

func scanRevision(scan func(...any) error) (r article.Revision, err error) {
	var created int64
	err = scan(&r.ID, &r.Article, &r.Number, &r.Hash, &r.Title, &r.Lead, &r.Body, &r.Plain, &r.Author, &created)
	r.Created = fromMillis(created)
	return r, err
}

// Revision gives one revision by its id.
func (q Queries) Revision(ctx context.Context, id int64) (article.Revision, error) {
	list, err := collect(q, ctx, `/* store.Revision */ SELECT `+revisionColumns+` FROM revisions WHERE id = ?`, []any{id}, scanRevision)
	if err == nil && len(list) == 0 {
		return article.Revision{}, notFound("revision")
	}
	if err != nil {
		return article.Revision{}, translate(err, "revision")
	}
	return list[0], nil
}

// Revisions gives all revisions of an article, newest first.
func (q Queries) Revisions(ctx context.Context, articleID int64) ([]article.Revision, error) {
	list, err := collect(q, ctx, `/* store.Revisions */ SELECT `+revisionColumns+` FROM revisions WHERE article = ? ORDER BY number DESC`, []any{articleID}, scanRevision)
	return list, translate(err, "revision")
}
