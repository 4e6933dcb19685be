package store

import (
	"context"
	"math"
	"strconv"
	"time"

	"shanyraq/internal/audience"
	"shanyraq/internal/record"
)

// viewsDay names the setting of the last day whose views were saved.
const viewsDay = "views.day"

// AddViews adds what was counted, and lifts what is read in the queue of
// review. Pages show counts to the end of a day only,
// so the page cache is emptied when a new day begins, and not before.
func (tx *Tx) AddViews(b audience.Batch) error {
	last := int64(0)
	grown := map[int64]int{}
	for k, n := range b {
		grown[k.Article] += n
	}
	for id, n := range grown {
		before, err := tx.Views(tx.ctx, id, math.MaxInt64)
		if err != nil {
			return err
		}
		if _, err := tx.exec(tx.ctx, `/* store.AddViews */ UPDATE reviews SET value = value + ? WHERE article = ?`, record.ReadValue(before+n)-record.ReadValue(before), id); err != nil {
			return translate(err, "view")
		}
	}
	for k, n := range b {
		last = max(last, k.Day)
		if _, err := tx.exec(tx.ctx, `/* store.AddViews */ INSERT INTO views (article, day, tag, referrer, n) VALUES (?,?,?,?,?)
			ON CONFLICT (article, day, tag, referrer) DO UPDATE SET n = views.n + excluded.n`, k.Article, k.Day, k.Tag, k.From, n); err != nil {
			return translate(err, "view")
		}
	}
	if last == 0 {
		return nil
	}
	was, err := tx.Setting(tx.ctx, viewsDay)
	if err != nil {
		return err
	}
	if before, _ := strconv.ParseInt(was, 10, 64); before < last {
		return tx.SetSetting(viewsDay, strconv.FormatInt(last, 10))
	}
	return nil
}

// DayOf is the number of a day, as views are kept under it.
func DayOf(t time.Time) int64 { return t.UTC().Unix() / 86400 }

// DayTime is the begin of a day.
func DayTime(day int64) time.Time { return time.Unix(day*86400, 0).UTC() }

// Views counts how often an article was read before a day.
func (q Queries) Views(ctx context.Context, article, before int64) (n int, err error) {
	err = q.one(ctx, `/* store.Views */ SELECT COALESCE(SUM(n), 0) FROM views WHERE article = ? AND day < ?`, []any{article, before}, &n)
	return n, translate(err, "view")
}

// ViewFilter chooses views: days [From, To], and one article, section,
// language or tag where given.
type ViewFilter struct {
	From, To int64
	Article  int64
	Section  string // path; its branches are included
	Language string
}

func (f ViewFilter) where() (w where) {
	w.and("v.day >= ? AND v.day <= ?", f.From, f.To)
	if f.Article != 0 {
		w.and("v.article = ?", f.Article)
	}
	if f.Section != "" {
		w.and("(a.section = ? OR a.section LIKE ?)", f.Section, f.Section+"/%")
	}
	if f.Language != "" {
		w.and("a.language = ?", f.Language)
	}
	return w
}

// Count is a number under a name.
type Count struct {
	Name string
	ID   int64 // of the article, in lists of articles; the day, in lists of days
	N    int
}

// The ways in which views are counted: the column that names each group.
const (
	ByDay      = "v.day"
	ByArticle  = "v.article"
	ByTag      = "v.tag"
	BySection  = "a.section"
	ByReferrer = "v.referrer"
)

// CountViews counts views in groups: days in order, else the largest first.
func (q Queries) CountViews(ctx context.Context, by string, f ViewFilter, n int) ([]Count, error) {
	w := f.where()
	order := "2 DESC, 1"
	if by == ByDay {
		order = "1"
	}
	// An article is looked up only where the question is about articles, and
	// once for all its views.
	from := "views v"
	if f.Section != "" || f.Language != "" {
		from += " JOIN articles a ON a.id = v.article"
	}
	from += w.String()
	if by == BySection {
		from = "(SELECT v.article, SUM(v.n) AS n FROM " + from + " GROUP BY v.article) v JOIN articles a ON a.id = v.article"
	}
	list, err := collect(q, ctx, `/* store.CountViews */ SELECT `+by+`, SUM(v.n) FROM `+from+` GROUP BY `+by+` ORDER BY `+order+` LIMIT ?`, append(w.args, limit(n)),
		func(scan func(...any) error) (c Count, err error) {
			if by == ByDay || by == ByArticle {
				return c, scan(&c.ID, &c.N)
			}
			return c, scan(&c.Name, &c.N)
		})
	return list, translate(err, "view")
}

// EachView goes through the views of a filter in order of article and day:
// for exports.
func (q Queries) EachView(ctx context.Context, f ViewFilter, fn func(audience.Key, int) error) error {
	w := f.where()
	rows, err := q.rows(ctx, `/* store.EachView */ SELECT v.article, v.day, v.tag, v.referrer, v.n FROM views v JOIN articles a ON a.id = v.article`+w.String()+` ORDER BY v.article, v.day, v.tag, v.referrer`, w.args...)
	if err != nil {
		return translate(err, "view")
	}
	defer rows.Close()
	for rows.Next() {
		var k audience.Key
		var n int
		if err := rows.Scan(&k.Article, &k.Day, &k.Tag, &k.From, &n); err != nil {
			return translate(err, "view")
		}
		if err := fn(k, n); err != nil {
			return err
		}
	}
	return translate(rows.Err(), "view")
}
