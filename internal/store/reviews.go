package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"maps"
	"math"
	"slices"

	"shanyraq/internal/article"
	"shanyraq/internal/people"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
)

// ReviewKinds are the kinds of statement in the order of their counts.
var ReviewKinds = [...]string{read.Office, read.Figure, read.Quote, read.Agreement, read.Event}

const (
	countBits = 12 // of reviews.counts, for each kind
	countMask = 1<<countBits - 1
)

// Counted is how many statements of each kind wait, as ReviewKinds has them.
type Counted [len(ReviewKinds)]int

// Sum counts all kinds.
func (c Counted) Sum() (n int) {
	for _, k := range c {
		n += k
	}
	return n
}

func (c Counted) pack() (v int64) {
	for i, n := range c {
		v |= int64(min(n, countMask)) << (i * countBits)
	}
	return v
}

func unpackCounts(v int64) (c Counted) {
	for i := range c {
		c[i] = int(v >> (i * countBits) & countMask)
	}
	return c
}

// Review is an article in which statements wait for a person.
type Review struct {
	Article  int64
	Value    int64 // record.ReviewValue and, of views, record.ReadValue
	Language string
	Section  string
	Waiting  Counted
}

// ReviewFilter chooses articles of the queue. Zero fields choose all.
type ReviewFilter struct {
	Language string
	Section  string // path; its branches are included
	Kind     string
	// May are the assignments of whoever asks: only what one of them covers
	// is given. Nil gives all.
	May    []people.Assignment
	FreeOf int64  // leave out what anybody but this person has leased
	After  Review // the last of the page before
	Limit  int
}

// Reviews lists the queue, most valuable first.
func (q Queries) Reviews(ctx context.Context, f ReviewFilter) ([]Review, error) {
	var w where
	if f.Language != "" {
		w.and("r.language = ?", f.Language)
	}
	if f.Section != "" {
		w.and("(r.section = ? OR r.section >= ? AND r.section < ?)", f.Section, f.Section+"/", f.Section+"0")
	}
	if i := slices.Index(ReviewKinds[:], f.Kind); i >= 0 {
		w.and("(r.counts >> ?) & ? <> 0", i*countBits, countMask)
	}
	if f.May != nil {
		cond, args := covering(f.May)
		w.and(cond, args...)
	}
	if f.FreeOf != 0 {
		w.and("NOT EXISTS (SELECT 1 FROM leases l WHERE l.target = 'review' AND l.about = r.article AND l.person <> ? AND l.until > ?)", f.FreeOf, q.at())
	}
	if f.After.Article != 0 {
		w.and("(r.value, r.article) < (?, ?)", f.After.Value, f.After.Article)
	}
	list, err := collect(q, ctx, `/* store.Reviews */ SELECT r.article, r.value, r.language, r.section, r.counts FROM reviews r`+w.String()+
		` ORDER BY r.value DESC, r.article DESC LIMIT ?`, append(w.args, limit(f.Limit)), scanReview)
	return list, translate(err, "article")
}

func scanReview(scan func(...any) error) (r Review, err error) {
	var counts int64
	err = scan(&r.Article, &r.Value, &r.Language, &r.Section, &counts)
	r.Waiting = unpackCounts(counts)
	return r, err
}

// covering writes what some assignments cover as a condition on
// r.language and r.section.
func covering(list []people.Assignment) (cond string, args []any) {
	for _, a := range list {
		one := "1 = 1"
		if len(a.Languages) > 0 {
			one += " AND r.language IN (" + placeholders(len(a.Languages)) + ")"
			for _, l := range a.Languages {
				args = append(args, l)
			}
		}
		if len(a.Sections) > 0 {
			some := "1 = 0"
			for _, s := range a.Sections {
				some += " OR r.section = ? OR r.section >= ? AND r.section < ?"
				args = append(args, s, s+"/", s+"0")
			}
			one += " AND (" + some + ")"
		}
		if cond != "" {
			cond += " OR "
		}
		cond += one
	}
	if cond == "" {
		cond = "1 = 0"
	}
	return "(" + cond + ")", args
}

// ReviewCount counts the queue in one language and section.
type ReviewCount struct {
	Language, Section string
	Kind              string // empty for all kinds
	Articles          int
	Statements        int
}

// ReviewCounts counts the whole queue.
func (q Queries) ReviewCounts(ctx context.Context) ([]ReviewCount, error) {
	list, err := collect(q, ctx, `/* store.ReviewCounts */ SELECT language, section, kind, articles, statements FROM review_counts WHERE articles > 0 ORDER BY language, section, kind`, nil,
		func(scan func(...any) error) (c ReviewCount, err error) {
			err = scan(&c.Language, &c.Section, &c.Kind, &c.Articles, &c.Statements)
			return c, err
		})
	return list, translate(err, "article")
}

// review notes that what waits in an article has changed; the queue is put
// right at the end of the transaction.
func (tx *Tx) review(articleID int64) {
	if tx.reviews == nil {
		tx.reviews = map[int64]*waiting{}
	}
	tx.reviews[articleID] = nil
}

// reviewFresh is review for the first reading of an article, of which all is
// known: nothing has to be asked.
func (tx *Tx) reviewFresh(a *Card, list []record.Statement) {
	tx.review(a.ID)
	w := &waiting{Review: Review{Article: a.ID, Language: a.Language, Section: a.Section}}
	for i := range list {
		if s := &list[i]; s.Rank == record.Suggested && !s.Orphaned {
			w.add(s.Said)
		}
	}
	w.place(a.State, millis(a.Published), tx.now)
	tx.reviews[a.ID] = w
}

// waiting is a row of reviews while it is made.
type waiting struct {
	Review
	weight float64
}

func (w *waiting) add(s read.Statement) {
	if i := slices.Index(ReviewKinds[:], s.Kind); i >= 0 && w.Waiting[i] < countMask {
		w.Waiting[i]++
		w.weight += record.ReviewWeight(s)
	}
}

// place gives the value; a withdrawn article leaves the queue.
func (w *waiting) place(state article.State, published, updated int64) {
	if state == article.Withdrawn {
		w.Waiting = Counted{}
	}
	at := published
	if at == 0 || !state.Public() {
		at = updated
	}
	w.Value = record.ReviewValue(w.weight, state.Public(), int(at/86_400_000))
}

// waits reads what waits in an article.
func (tx *Tx) waits(articleID int64) (*waiting, error) {
	w := &waiting{Review: Review{Article: articleID}}
	var state article.State
	var published, updated int64
	if err := tx.one(tx.ctx, `/* store.waits */ SELECT language, section, state, published, updated FROM articles WHERE id = ?`, []any{articleID},
		&w.Language, &w.Section, &state, &published, &updated); err != nil {
		return nil, err
	}
	// What waits is picked out here: asked for in the query, SQLite would go
	// through all that waits in the whole archive.
	_, err := collect(tx.Queries, tx.ctx, `/* store.waits */ SELECT rank, orphaned, said FROM statements WHERE article = ?`, []any{articleID},
		func(scan func(...any) error) (none struct{}, err error) {
			var rank record.Rank
			var orphaned int
			var text string
			if err = scan(&rank, &orphaned, &text); err != nil || rank != record.Suggested || orphaned == 1 {
				return none, err
			}
			var said read.Statement
			if err = fromJSON(text, &said); err == nil {
				w.add(said)
			}
			return none, err
		})
	if err != nil {
		return nil, err
	}
	w.place(state, published, updated)
	read, err := tx.Views(tx.ctx, articleID, math.MaxInt64)
	w.Value += record.ReadValue(read)
	return w, err
}

type reviewKey struct{ language, section, kind string }

// writeReviews puts the queue and its counts right for the articles that
// review was told of.
func (tx *Tx) writeReviews() error {
	counts := map[reviewKey][2]int{}
	count := func(r *Review, sign int) {
		for i, n := range r.Waiting {
			if n > 0 {
				k := reviewKey{r.Language, r.Section, ReviewKinds[i]}
				counts[k] = [2]int{counts[k][0] + sign, counts[k][1] + sign*n}
			}
		}
		if n := r.Waiting.Sum(); n > 0 {
			k := reviewKey{r.Language, r.Section, ""}
			counts[k] = [2]int{counts[k][0] + sign, counts[k][1] + sign*n}
		}
	}
	var rows []any
	for _, id := range slices.Sorted(maps.Keys(tx.reviews)) {
		w := tx.reviews[id]
		if w == nil {
			old, err := collect(tx.Queries, tx.ctx, `/* store.writeReviews */ SELECT article, value, language, section, counts FROM reviews WHERE article = ?`, []any{id}, scanReview)
			if err != nil {
				return err
			}
			if w, err = tx.waits(id); errors.Is(err, sql.ErrNoRows) {
				continue
			} else if err != nil {
				return err
			}
			if len(old) > 0 {
				if old[0] == w.Review {
					continue
				}
				count(&old[0], -1)
				if _, err := tx.exec(tx.ctx, `/* store.writeReviews */ DELETE FROM reviews WHERE article = ?`, id); err != nil {
					return err
				}
			}
		}
		if w.Waiting.Sum() > 0 {
			count(&w.Review, 1)
			rows = append(rows, id, w.Value, w.Language, w.Section, w.Waiting.pack())
		}
	}
	if err := tx.insertMany(`/* store.writeReviews */ INSERT INTO reviews (article, value, language, section, counts)`, "", 5, rows); err != nil {
		return err
	}
	// The same order in every transaction, so that two never wait for each other.
	keys := slices.SortedFunc(maps.Keys(counts), func(a, b reviewKey) int {
		return cmp.Or(cmp.Compare(a.language, b.language), cmp.Compare(a.section, b.section), cmp.Compare(a.kind, b.kind))
	})
	for _, k := range keys {
		n := counts[k]
		if n == [2]int{} {
			continue
		}
		if _, err := tx.exec(tx.ctx, `/* store.writeReviews */ INSERT INTO review_counts (language, section, kind, articles, statements) VALUES (?,?,?,?,?)
			ON CONFLICT (language, section, kind) DO UPDATE SET articles = review_counts.articles + excluded.articles, statements = review_counts.statements + excluded.statements`,
			k.language, k.section, k.kind, n[0], n[1]); err != nil {
			return err
		}
	}
	return nil
}
