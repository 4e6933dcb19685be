package store

import (
	"context"
	"time"

	"shanyraq/internal/fault"
)

// The kinds of drafts. Typing is what an open editor saves by itself. Kept is
// a text that could not be saved as a revision, because another was saved
// before it. Proposed is a change to a public text by somebody who may not
// publish.
const (
	Typing   = "typing"
	Kept     = "kept"
	Proposed = "proposed"
)

// Draft is a text that is not yet a revision: one for each article, person
// and open window. Nothing of it is public, and saving one empties no cache.
type Draft struct {
	Article int64
	Person  int64
	Pen     string // names the window it is written in
	Seq     int64  // raised by every save
	Base    int    // number of the revision it was begun on
	Kind    string
	Title   string
	Lead    string
	Body    string // HTML as the editor gave it, not yet parsed
	Saved   time.Time
	Name    string // of the person; not written
}

// maxDrafts is how many texts one person may have open on one article.
const maxDrafts = 20

// SaveDraft writes a draft over the one it follows: d.Seq is that of the
// draft the editor knows, 0 for a new one, and stands one higher afterwards.
// Where another window has written since, it is fault.Conflict and nothing is
// lost: take another pen.
func (tx *Tx) SaveDraft(d *Draft) error {
	if d.Pen == "" || d.Kind == "" {
		return fault.New(fault.Invalid, "a draft needs a pen and a kind")
	}
	var n int64
	var err error
	if d.Seq == 0 {
		var have int
		if err := tx.one(tx.ctx, `/* store.SaveDraft */ SELECT COUNT(*) FROM drafts WHERE article = ? AND person = ?`, []any{d.Article, d.Person}, &have); err != nil {
			return translate(err, "draft")
		}
		if have >= maxDrafts {
			return fault.New(fault.TooLarge, "you have %d unsaved texts of this article", have).Hint("open the article and discard those you do not need")
		}
		n, err = tx.exec(tx.ctx, `/* store.SaveDraft */ INSERT INTO drafts (article, person, pen, seq, base, kind, title, lead, body, saved) VALUES (?,?,?,1,?,?,?,?,?,?)
			ON CONFLICT (article, person, pen) DO NOTHING`, d.Article, d.Person, d.Pen, d.Base, d.Kind, d.Title, d.Lead, d.Body, tx.now)
	} else {
		n, err = tx.exec(tx.ctx, `/* store.SaveDraft */ UPDATE drafts SET seq = seq + 1, base = ?, kind = ?, title = ?, lead = ?, body = ?, saved = ?
			WHERE article = ? AND person = ? AND pen = ? AND seq = ?`, d.Base, d.Kind, d.Title, d.Lead, d.Body, tx.now, d.Article, d.Person, d.Pen, d.Seq)
	}
	if err == nil && n == 0 {
		return fault.New(fault.Conflict, "another window of yours has written on this text").Hint("close one of the two windows; both texts are kept")
	}
	d.Seq++
	d.Saved = tx.Time()
	return translate(err, "draft")
}

const draftColumns = `d.article, d.person, d.pen, d.seq, d.base, d.kind, d.title, d.lead, d.body, d.saved, COALESCE(u.name, '')`

func scanDraft(scan func(...any) error) (d Draft, err error) {
	var saved int64
	err = scan(&d.Article, &d.Person, &d.Pen, &d.Seq, &d.Base, &d.Kind, &d.Title, &d.Lead, &d.Body, &saved, &d.Name)
	d.Saved = fromMillis(saved)
	return d, err
}

// Drafts gives the drafts of an article, newest first.
func (q Queries) Drafts(ctx context.Context, articleID int64) ([]Draft, error) {
	list, err := collect(q, ctx, `/* store.Drafts */ SELECT `+draftColumns+` FROM drafts d LEFT JOIN users u ON u.id = d.person WHERE d.article = ? ORDER BY d.saved DESC, d.pen`, []any{articleID}, scanDraft)
	return list, translate(err, "draft")
}

// Draft gives one draft; fault.NotFound where there is none.
func (q Queries) Draft(ctx context.Context, articleID, person int64, pen string) (Draft, error) {
	list, err := collect(q, ctx, `/* store.Draft */ SELECT `+draftColumns+` FROM drafts d LEFT JOIN users u ON u.id = d.person WHERE d.article = ? AND d.person = ? AND d.pen = ?`, []any{articleID, person, pen}, scanDraft)
	if err == nil && len(list) == 0 {
		return Draft{}, notFound("draft")
	}
	if err != nil {
		return Draft{}, translate(err, "draft")
	}
	return list[0], nil
}

// DropDraft takes a draft away: it became a revision, or its writer wants it
// no more. One that is not there is no error.
func (tx *Tx) DropDraft(articleID, person int64, pen string) error {
	_, err := tx.exec(tx.ctx, `/* store.DropDraft */ DELETE FROM drafts WHERE article = ? AND person = ? AND pen = ?`, articleID, person, pen)
	return translate(err, "draft")
}

// DraftsWaiting counts a person's own drafts, and the changes that others
// propose to public texts.
func (q Queries) DraftsWaiting(ctx context.Context, person int64) (own, proposed int, err error) {
	if err = q.one(ctx, `/* store.DraftsWaiting */ SELECT COUNT(*) FROM drafts WHERE person = ?`, []any{person}, &own); err == nil {
		err = q.one(ctx, `/* store.DraftsWaiting */ SELECT COUNT(*) FROM drafts WHERE kind = 'proposed'`, nil, &proposed)
	}
	return own, proposed, translate(err, "draft")
}

// Unsaved gives the articles on which a person has drafts, or, for person 0,
// those with proposed changes; newest first.
func (q Queries) Unsaved(ctx context.Context, person int64, n int) ([]int64, error) {
	cond, arg := "person = ?", any(person)
	if person == 0 {
		cond, arg = "kind = ?", Proposed
	}
	list, err := collect(q, ctx, `/* store.Unsaved */ SELECT article FROM drafts WHERE `+cond+` GROUP BY article ORDER BY MAX(saved) DESC, article LIMIT ?`, []any{arg, limit(n)},
		func(scan func(...any) error) (id int64, err error) {
			err = scan(&id)
			return id, err
		})
	return list, translate(err, "draft")
}

// EditingLasts is how long somebody counts as being at a text after the last
// sign of it.
const EditingLasts = time.Minute

// Editing notes that somebody has an article open now.
func (tx *Tx) Editing(articleID, person int64, name string) error {
	_, err := tx.exec(tx.ctx, `/* store.Editing */ INSERT INTO editing (article, person, name, at) VALUES (?,?,?,?)
		ON CONFLICT (article, person) DO UPDATE SET name = excluded.name, at = excluded.at`, articleID, person, name, tx.now)
	if err == nil {
		_, err = tx.exec(tx.ctx, `/* store.Editing */ DELETE FROM editing WHERE article = ? AND at < ?`, articleID, tx.now-EditingLasts.Milliseconds())
	}
	return translate(err, "draft")
}

// Leave notes that somebody has closed an article.
func (tx *Tx) Leave(articleID, person int64) error {
	_, err := tx.exec(tx.ctx, `/* store.Leave */ DELETE FROM editing WHERE article = ? AND person = ?`, articleID, person)
	return translate(err, "draft")
}

// Editors names who else has an article open.
func (q Queries) Editors(ctx context.Context, articleID, but int64, now time.Time) ([]string, error) {
	list, err := collect(q, ctx, `/* store.Editors */ SELECT name FROM editing WHERE article = ? AND person <> ? AND at >= ? ORDER BY name`, []any{articleID, but, millis(now) - EditingLasts.Milliseconds()},
		func(scan func(...any) error) (name string, err error) {
			err = scan(&name)
			return name, err
		})
	return list, translate(err, "draft")
}
