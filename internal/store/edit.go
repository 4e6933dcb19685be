package store

import (
	"context"

	"shanyraq/internal/fault"
)

// ItemOf gives all that is stored of an article, to be changed and given to
// Save, and holds it for this transaction: nobody else changes it meanwhile.
func (tx *Tx) ItemOf(id int64) (*Item, error) {
	n, err := tx.exec(tx.ctx, `/* store.Hold */ UPDATE articles SET updated = updated WHERE id = ?`, id)
	if err == nil && n == 0 {
		return nil, notFound("article")
	}
	if err != nil {
		return nil, translate(err, "article")
	}
	c, err := tx.ArticleByID(tx.ctx, id)
	if err != nil {
		return nil, err
	}
	it := &Item{Article: c.Article, Authors: c.Authors}
	if it.Revision, err = tx.Revision(tx.ctx, c.Revision); err != nil {
		return nil, err
	}
	it.Images, err = tx.Images(tx.ctx, id)
	return it, err
}

// Wrote notes that somebody has written on an article.
func (tx *Tx) Wrote(person, articleID int64) error {
	_, err := tx.exec(tx.ctx, `/* store.Wrote */ INSERT INTO writers (person, article) VALUES (?,?) ON CONFLICT (person, article) DO NOTHING`, person, articleID)
	return translate(err, "article")
}

// Match notes that a translation agrees with a revision of its source.
func (tx *Tx) Match(articleID, source int64, number int) error {
	_, err := tx.exec(tx.ctx, `/* store.Match */ INSERT INTO translation_bases (article, source, number) VALUES (?,?,?)
		ON CONFLICT (article) DO UPDATE SET source = excluded.source, number = excluded.number`, articleID, source, number)
	return translate(err, "translation")
}

// Outdate is to be called before an article gets a new revision: what came
// into its group by an import counts as a translation of the group's first
// article, and as matched with what that says now.
func (tx *Tx) Outdate(it *Item) error {
	if it.Article.Group != it.Article.ID {
		return nil
	}
	_, err := tx.exec(tx.ctx, `/* store.Outdate */ INSERT INTO translation_bases (article, source, number) SELECT a.id, CAST(? AS BIGINT), CAST(? AS BIGINT) FROM articles a
		WHERE a.group_id = ? AND a.id <> ? AND NOT EXISTS (SELECT 1 FROM translation_bases b WHERE b.article = a.id)`, it.Article.ID, it.Revision.Number, it.Article.Group, it.Article.ID)
	return translate(err, "translation")
}

// OutdatedTranslations lists translations in a language whose source was
// revised since, the longest outdated first.
func (q Queries) OutdatedTranslations(ctx context.Context, language string, n int) ([]Card, error) {
	list, err := collect(q, ctx, `/* store.OutdatedTranslations */ SELECT `+cardColumns+` FROM translation_bases b JOIN articles a ON a.id = b.article
		JOIN articles s ON s.id = b.source JOIN revisions r ON r.id = s.revision WHERE a.language = ? AND r.number > b.number AND a.state <> 'withdrawn' AND s.state <> 'withdrawn'
		ORDER BY r.created, a.id LIMIT ?`, []any{language, limit(n)}, scanCard)
	return list, translate(err, "article")
}

// MissingTranslations lists public articles, the newest first, whose group
// has none in a language. Only the first article of each group is given.
func (q Queries) MissingTranslations(ctx context.Context, language string, after Cursor, n int) ([]Card, error) {
	var w where
	w.and("a.group_id = a.id AND a.public = 1 AND a.language <> ? AND NOT EXISTS (SELECT 1 FROM articles t WHERE t.group_id = a.group_id AND t.language = ?)", language, language)
	if after != (Cursor{}) {
		w.and("(a.published, a.id) < (?, ?)", after.Time, after.ID)
	}
	list, err := collect(q, ctx, `/* store.MissingTranslations */ SELECT `+cardColumns+` FROM articles a`+w.String()+` ORDER BY a.published DESC, a.id DESC LIMIT ?`, append(w.args, limit(n)), scanCard)
	return list, translate(err, "article")
}

// StateCounts counts the articles in a state that is not published.
func (q Queries) StateCounts(ctx context.Context) (map[string]int, error) {
	rows, err := q.rows(ctx, `/* store.StateCounts */ SELECT state, COUNT(*) FROM articles WHERE state <> 'published' GROUP BY state`)
	if err != nil {
		return nil, translate(err, "article")
	}
	defer rows.Close()
	out := map[string]int{}
	for rows.Next() {
		var state string
		var n int
		if err := rows.Scan(&state, &n); err != nil {
			return nil, translate(err, "article")
		}
		out[state] = n
	}
	return out, translate(rows.Err(), "article")
}

// RevisionByNumber gives a revision by its number within an article.
func (q Queries) RevisionByNumber(ctx context.Context, articleID int64, number int) (int64, error) {
	var id int64
	err := q.one(ctx, `/* store.RevisionByNumber */ SELECT id FROM revisions WHERE article = ? AND number = ?`, []any{articleID, number}, &id)
	if err != nil {
		err = translate(err, "revision")
		if fault.Is(err, fault.NotFound) {
			return 0, notFound("revision")
		}
	}
	return id, err
}

// Newest gives the number of an article's newest revision and who made it.
func (q Queries) Newest(ctx context.Context, articleID int64) (number int, by string, err error) {
	err = q.one(ctx, `/* store.Newest */ SELECT r.number, r.author FROM articles a JOIN revisions r ON r.id = a.revision WHERE a.id = ?`, []any{articleID}, &number, &by)
	return number, by, translate(err, "article")
}
