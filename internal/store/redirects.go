package store

import (
	"context"
	"iter"
)

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

// EachRedirect goes through all redirects in order of their paths, with
// Target where each leads now; one to what is not public is left out.
func (q Queries) EachRedirect(ctx context.Context) iter.Seq2[Redirect, error] {
	return func(yield func(Redirect, error) bool) {
		after := ""
		for {
			list, err := q.Redirects(ctx, after, eachPage)
			if err != nil {
				yield(Redirect{}, err)
				return
			}
			for _, r := range list {
				if r.Target != "" && !yield(r, nil) {
					return
				}
			}
			if len(list) < eachPage {
				return
			}
			after = list[len(list)-1].Path
		}
	}
}

// Redirects lists up to n redirects whose paths come after one, in order of
// path. Target is where each leads now: empty where its article is not public.
func (q Queries) Redirects(ctx context.Context, after string, n int) ([]Redirect, error) {
	list, err := collect(q, ctx, `/* store.Redirects */ SELECT r.path, r.article, r.target, COALESCE(a.language, ''), COALESCE(a.slug, '')
		FROM redirects r LEFT JOIN articles a ON a.id = r.article AND a.public = 1 WHERE r.path > ? ORDER BY r.path LIMIT ?`, []any{after, n},
		func(scan func(...any) error) (r Redirect, err error) {
			var language, slug string
			if err = scan(&r.Path, &r.Article, &r.Target, &language, &slug); slug != "" {
				r.Target = Address(language, slug)
			}
			return r, err
		})
	return list, translate(err, "redirect")
}

// DropRedirect takes a redirect away.
func (tx *Tx) DropRedirect(path string) error {
	n, err := tx.exec(tx.ctx, `/* store.DropRedirect */ DELETE FROM redirects WHERE path = ?`, path)
	if err == nil && n == 0 {
		return notFound("redirect")
	}
	return translate(err, "redirect")
}
