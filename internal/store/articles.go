package store

import (
	"context"
	"iter"
	"time"

	"shanyraq/internal/article"
)

// Card is an article as lists show it.
type Card struct {
	article.Article
	Revision int64 // id of the newest revision
	Title    string
	Lead     string
	Image    Image // zero where there is none
	Authors  []string
	Created  time.Time
	Updated  time.Time
}

// Address is the article's path on the public site.
func (c Card) Address() string { return Address(c.Language, c.Slug) }

const cardColumns = `a.id, a.group_id, a.language, a.script, a.section, a.slug, a.state, a.published, a.source,
	a.revision, a.title, a.lead, a.image, a.authors, a.created, a.updated`

func scanCard(scan func(...any) error) (c Card, err error) {
	var published, created, updated int64
	var image, authors string
	err = scan(&c.ID, &c.Group, &c.Language, &c.Script, &c.Section, &c.Slug, &c.State, &published, &c.Source,
		&c.Revision, &c.Title, &c.Lead, &image, &authors, &created, &updated)
	if err != nil {
		return c, err
	}
	c.Published, c.Created, c.Updated = fromMillis(published), fromMillis(created), fromMillis(updated)
	if err = fromJSON(image, &c.Image); err == nil {
		err = fromJSON(authors, &c.Authors)
	}
	return c, err
}

// Cursor is a place in a list that is ordered by time and id: the last row of
// the page before. The zero Cursor is the start.
type Cursor struct {
	Time int64
	ID   int64
}

// CursorOf is the place of a card in a list of articles.
func CursorOf(c Card) Cursor { return Cursor{millis(c.Published), c.ID} }

// ArticleFilter chooses articles. Zero fields choose all.
type ArticleFilter struct {
	Language string
	Section  string    // path; articles of its branches are included; public ones only
	Drafts   bool      // all states; without it only what the public sees
	From, To time.Time // published in [From, To)
	After    Cursor    // newest first: what comes after this place
	Limit    int       // 20 where it is 0
}

// Articles lists articles, newest first.
func (q Queries) Articles(ctx context.Context, f ArticleFilter) ([]Card, error) {
	var w where
	from, day, id := "articles a", "a.published", "a.id"
	if f.Section != "" {
		from = "section_articles s JOIN articles a ON a.id = s.article"
		day, id = "s.published", "s.article"
		w.and("s.section = ?", f.Section)
		if f.Language != "" {
			w.and("s.language = ?", f.Language)
		}
	} else {
		if f.Language != "" {
			w.and("a.language = ?", f.Language)
		}
		if !f.Drafts {
			w.and("a.public = 1")
		}
	}
	if !f.From.IsZero() {
		w.and(day+" >= ?", millis(f.From))
	}
	if !f.To.IsZero() {
		w.and(day+" < ?", millis(f.To))
	}
	if f.After != (Cursor{}) {
		w.and("("+day+", "+id+") < (?, ?)", f.After.Time, f.After.ID)
	}
	list, err := collect(q, ctx, `/* store.Articles */ SELECT `+cardColumns+` FROM `+from+w.String()+
		` ORDER BY `+day+` DESC, `+id+` DESC LIMIT ?`, append(w.args, limit(f.Limit)), scanCard)
	return list, translate(err, "article")
}

func limit(n int) int {
	if n <= 0 {
		return 20
	}
	return n
}

func (q Queries) card(ctx context.Context, name, cond string, args ...any) (Card, error) {
	list, err := collect(q, ctx, `/* store.`+name+` */ SELECT `+cardColumns+` FROM articles a WHERE `+cond, args, scanCard)
	if err == nil && len(list) == 0 {
		return Card{}, notFound("article")
	}
	if err != nil {
		return Card{}, translate(err, "article")
	}
	return list[0], nil
}

// Article gives the article at an address, whatever its state; fault.NotFound
// where there is none.
func (q Queries) Article(ctx context.Context, language, slug string) (Card, error) {
	return q.card(ctx, "Article", "a.language = ? AND a.slug = ?", language, slug)
}

// ArticleByID gives an article by its id.
func (q Queries) ArticleByID(ctx context.Context, id int64) (Card, error) {
	return q.card(ctx, "ArticleByID", "a.id = ?", id)
}

// ArticlesByID gives the articles with these ids, in no order.
func (q Queries) ArticlesByID(ctx context.Context, ids []int64) (map[int64]Card, error) {
	out := make(map[int64]Card, len(ids))
	for len(ids) > 0 {
		n := min(len(ids), 200)
		args := make([]any, n)
		for i, id := range ids[:n] {
			args[i] = id
		}
		ids = ids[n:]
		list, err := collect(q, ctx, `/* store.ArticlesByID */ SELECT `+cardColumns+` FROM articles a WHERE a.id IN (`+placeholders(n)+`)`, args, scanCard)
		if err != nil {
			return nil, translate(err, "article")
		}
		for _, c := range list {
			out[c.ID] = c
		}
	}
	return out, nil
}

// Translations gives all articles of a group, by language.
func (q Queries) Translations(ctx context.Context, group int64) ([]Card, error) {
	list, err := collect(q, ctx, `/* store.Translations */ SELECT `+cardColumns+` FROM articles a WHERE a.group_id = ? ORDER BY a.language, a.id`, []any{group}, scanCard)
	return list, translate(err, "article")
}

// EachPublic goes through all public articles, oldest first, in constant
// memory: for the sitemap and for exports.
func (q Queries) EachPublic(ctx context.Context) iter.Seq2[Card, error] {
	return func(yield func(Card, error) bool) {
		var at Cursor
		at.Time = -1 << 62
		for {
			list, err := collect(q, ctx, `/* store.EachPublic */ SELECT `+cardColumns+` FROM articles a
				WHERE a.public = 1 AND (a.published, a.id) > (?, ?) ORDER BY a.published, a.id LIMIT 1000`, []any{at.Time, at.ID}, scanCard)
			if err != nil {
				yield(Card{}, translate(err, "article"))
				return
			}
			for _, c := range list {
				if !yield(c, nil) {
					return
				}
			}
			if len(list) < 1000 {
				return
			}
			at = CursorOf(list[len(list)-1])
		}
	}
}

// Languages counts public articles by language.
func (q Queries) Languages(ctx context.Context) (map[string]int, error) {
	rows, err := q.rows(ctx, `/* store.Languages */ SELECT language, COUNT(*) FROM articles WHERE public = 1 GROUP BY language`)
	if err != nil {
		return nil, translate(err, "article")
	}
	defer rows.Close()
	out := map[string]int{}
	for rows.Next() {
		var tag string
		var n int
		if err := rows.Scan(&tag, &n); err != nil {
			return nil, translate(err, "article")
		}
		out[tag] = n
	}
	return out, translate(rows.Err(), "article")
}

// LastChange is the time of the newest change to an article, for validators.
func (q Queries) LastChange(ctx context.Context) (time.Time, error) {
	var ms int64
	err := q.one(ctx, `/* store.LastChange */ SELECT COALESCE(MAX(updated), 0) FROM articles`, nil, &ms)
	return fromMillis(ms), translate(err, "article")
}

// Images gives the pictures an article refers to, in order.
func (q Queries) Images(ctx context.Context, id int64) ([]Image, error) {
	list, err := collect(q, ctx, `/* store.Images */ SELECT address, alt, caption, credit FROM images WHERE article = ? ORDER BY position`, []any{id},
		func(scan func(...any) error) (im Image, err error) {
			err = scan(&im.Address, &im.Alt, &im.Caption, &im.Credit)
			return im, err
		})
	return list, translate(err, "image")
}
