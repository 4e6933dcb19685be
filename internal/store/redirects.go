package store

import "context"

// Redirect leads an old path of the site to an article or to another path.
type Redirect struct {
	Path    string // "/en/news/123", "/?p=12"
	Article int64  // 0 where Target stands
	Target  string
}

// SaveRedirect writes a redirect. A newer one for the same path wins.
func (tx *Tx) SaveRedirect(r Redirect) error {
	_, err := tx.exec(tx.ctx, `/* store.SaveRedirect */ INSERT INTO redirects (path, article, target, created) VALUES (?, ?, ?, ?)
		ON CONFLICT (path) DO UPDATE SET article = excluded.article, target = excluded.target`, r.Path, r.Article, r.Target, tx.now)
	return translate(err, "redirect")
}

// Redirect gives the path that an old path leads to now; fault.NotFound where
// it leads nowhere.
func (q Queries) Redirect(ctx context.Context, path string) (string, error) {
	var r Redirect
	err := q.one(ctx, `/* store.Redirect */ SELECT article, target FROM redirects WHERE path = ?`, []any{path}, &r.Article, &r.Target)
	if err != nil {
		return "", translate(err, "redirect")
	}
	if r.Article == 0 {
		return r.Target, nil
	}
	c, err := q.ArticleByID(ctx, r.Article)
	return c.Address(), err
}
