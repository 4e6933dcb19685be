package store

import (
	"context"
	"database/sql"
	"errors"
	"maps"
	"slices"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/record"
)

// What a dump of the record takes back into an empty database: rows with the
// ids they had. Everything a page asks for beside them (keys, facets, counts,
// who leads a fact) is made anew.

// Read says when and by which version of the reader an article was read.
type Read struct {
	Version   string
	Language  string // as the reader found it
	At        time.Time
	Sentences int
}

// ReadOf tells of the newest reading of an article; fault.NotFound where
// there is none.
func (q Queries) ReadOf(ctx context.Context, articleID int64) (r Read, err error) {
	var at int64
	err = q.one(ctx, `/* store.ReadOf */ SELECT version, language, read_at, sentences FROM readings WHERE article = ?`, []any{articleID}, &r.Version, &r.Language, &at, &r.Sentences)
	if errors.Is(err, sql.ErrNoRows) {
		return r, notFound("reading")
	}
	r.At = fromMillis(at)
	return r, translate(err, "reading")
}

// Empty reports a database without articles and without entities.
func (q Queries) Empty(ctx context.Context) (bool, error) {
	var n int
	err := q.one(ctx, `/* store.Empty */ SELECT (SELECT COUNT(*) FROM (SELECT id FROM articles LIMIT 1) AS a) + (SELECT COUNT(*) FROM (SELECT id FROM entities LIMIT 1) AS e)`, nil, &n)
	return n == 0, translate(err, "database")
}

// RestoreEntity writes an entity under the id it had.
func (tx *Tx) RestoreEntity(e record.Entity, keys []string) error {
	_, err := tx.exec(tx.ctx, `/* store.RestoreEntity */ INSERT INTO entities (id, kind, known, names, name, rank, into_id, articles, created) VALUES (?,?,?,?,?,?,?,0,?)`,
		e.ID, e.Kind, e.Known, "", "", e.Rank, e.Into, tx.now)
	if err != nil {
		return translate(err, "entity")
	}
	return tx.SaveEntity(&e, keys)
}

// Restored is an article with its revisions and all that was read of it.
type Restored struct {
	Card       Card
	Revisions  []article.Revision
	Images     []Image
	Read       Read // no version where it was not read
	Mentions   []Mention
	Statements []Statement
}

// RestoreArticle writes an article and its part of the record under the ids
// they had.
func (tx *Tx) RestoreArticle(r *Restored) error {
	// A dump is one transaction however large it is: what waits for the search
	// index must not grow with it.
	if len(tx.texts) >= 500 {
		if err := tx.writeIndex(); err != nil {
			return translate(err, "search index")
		}
	}
	c := &r.Card
	for _, v := range r.Revisions {
		if _, err := tx.exec(tx.ctx, `/* store.RestoreArticle */ INSERT INTO revisions (id, article, number, hash, title, lead, body, plain, author, created)
			VALUES (?,?,?,?,?,?,?,?,?,?)`, v.ID, c.ID, v.Number, v.Hash, v.Title, v.Lead, v.Body, v.Plain, v.Author, millis(v.Created)); err != nil {
			return translate(err, "revision")
		}
	}
	it := &Item{Article: c.Article, Authors: c.Authors, Images: r.Images}
	if _, err := tx.exec(tx.ctx, `/* store.RestoreArticle */ INSERT INTO articles (id, group_id, group_key, source, key, seen, section, language, script, slug, state, public,
		published, created, updated, revision, title, lead, image, authors) VALUES (?,?,'',?,'','',?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
		c.ID, c.Group, c.Source, c.Section, c.Language, c.Script, c.Slug, c.State, flag(c.State.Public()),
		millis(c.Published), millis(c.Created), millis(c.Updated), c.Revision, c.Title, c.Lead, it.leadImage(), toJSON(it.Authors)); err != nil {
		return translate(err, "article")
	}
	if err := tx.saveAround(it); err != nil {
		return err
	}
	if r.Read.Version == "" {
		return nil
	}
	at := millis(r.Read.At)
	n := 0
	for _, s := range r.Statements {
		if s.Rank != record.Deprecated {
			n++
		}
	}
	if _, err := tx.exec(tx.ctx, `/* store.RestoreArticle */ INSERT INTO readings (article, revision, version, language, read_at, sentences, statements) VALUES (?,?,?,?,?,?,?)`,
		c.ID, c.Revision, r.Read.Version, r.Read.Language, at, r.Read.Sentences, n); err != nil {
		return translate(err, "reading")
	}
	tx.cover(r.Read.Version, r.Read.Language, at, 1, int64(n))
	if err := tx.saveMentions(&Reading{Article: *c, Mentions: r.Mentions}, true); err != nil {
		return translate(err, "mention")
	}
	return translate(tx.restoreStatements(r), "statement")
}

func (tx *Tx) restoreStatements(r *Restored) error {
	c := &r.Card
	tx.review(c.ID)
	facts := map[string]factState{}
	var values, facets, pairs, keys, checks []any
	for i := range r.Statements {
		s := &r.Statements[i].Statement
		shown, told := 0, 1
		if c.State.Public() && s.Rank != record.Deprecated && !s.Orphaned {
			var err error
			if shown, told, _, err = tx.stand(s, c, facts, false); err != nil {
				return err
			}
		}
		verdict := ""
		if k := r.Statements[i].Check; k != nil {
			verdict = string(k.Verdict)
			checks = append(checks, s.ID, verdict, k.Stated, k.Observed, k.Source, k.Arithmetic)
		}
		day, last, dated := place(s.Said, millis(c.Published))
		values = append(values, s.ID, s.Fact, s.Said.Kind, sub(s.Said), c.ID, s.Revision, s.Hash, c.Language, c.Section, millis(c.Published),
			s.Evidence.Start, s.Evidence.End, s.Quote, toJSON(s.Said), toJSON(s.Refs), day, last, flag(dated), s.ReaderVersion, s.Rank, s.Reason,
			flag(s.Touched), flag(s.Orphaned), verdict, shown, told, toJSON(s.Keys), originalText(s))
		facets = facetRows(facets, s, c.Section, c.Language, verdict, day)
		if shown == leadsAll {
			pairs = pairRows(pairs, s, day)
		}
		if shown > 1 {
			keys = keyRows(keys, s.ID, s.Keys)
		}
	}
	if err := tx.insertMany(`/* store.restoreStatements */ INSERT INTO statements (id, fact, kind, sub, article, revision, hash, language, section, published,
		start_at, end_at, quote, said, refs, day, day_last, dated, version, rank, reason, touched, orphaned, verdict, shown, told, keys, original)`, "", 28, values); err != nil {
		return err
	}
	if err := tx.putFacets(facets); err != nil {
		return err
	}
	if err := tx.insertPairs(pairs); err != nil {
		return err
	}
	if err := tx.addKeys(keys); err != nil {
		return err
	}
	if err := tx.insertMany(`/* store.restoreStatements */ INSERT INTO checks (statement, verdict, stated, observed, source, arithmetic)`, "", 6, checks); err != nil {
		return err
	}
	for _, f := range slices.Sorted(maps.Keys(facts)) {
		if facts[f] == toSettle {
			if err := tx.settle(f); err != nil {
				return err
			}
		}
	}
	return nil
}

// RestoreDecision writes what a person decided, under the id it had.
func (tx *Tx) RestoreDecision(d Decision) error {
	_, err := tx.exec(tx.ctx, `/* store.RestoreDecision */ INSERT INTO decisions (id, target, about, who, at, what, before, after, reason, article, batch, undoes) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)`,
		d.ID, d.Target, d.About, d.Who, millis(d.When), d.What, d.From, d.To, d.Reason, d.Article, d.Batch, d.Undoes)
	return translate(err, "decision")
}

// KeepIDsBeyond makes every id given from now on greater than last.
func (tx *Tx) KeepIDsBeyond(last int64) error {
	if last < 0 || last > 1<<53 {
		return fault.New(fault.Invalid, "%d is no id that a record can have", last)
	}
	if tx.d == sqlite {
		if _, err := tx.newID(); err != nil { // reads the counter
			return translate(err, "id")
		}
		tx.next = max(tx.next, last+1)
		return nil
	}
	ids := &tx.store.ids
	ids.Lock()
	defer ids.Unlock()
	ids.next = ids.end // what is reserved may lie below
	return translate(tx.one(tx.ctx, `/* store.KeepIDsBeyond */ SELECT setval('ids', GREATEST(nextval('ids'), ?))`, []any{last + 1}, new(int64)), "id")
}

// RecordStatements gives what the public may see of an article's statements,
// in the order of the text: those that stand, and deprecated ones, which keep
// their address and their reason.
func (q Queries) RecordStatements(ctx context.Context, articleID int64) ([]Statement, error) {
	return q.statementsWhere(ctx, "RecordStatements", `WHERE s.article = ? AND s.orphaned = 0 ORDER BY s.start_at, s.end_at, s.id`, articleID)
}
