package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"maps"
	"slices"

	"shanyraq/internal/record"
	"shanyraq/internal/stats"
	"shanyraq/internal/value"
)

// Reading is everything that came of reading one revision, saved at once.
type Reading struct {
	Article  Card   // as it stands in this transaction
	Hash     string // of the revision Article.Revision
	Version  string // of the reader
	Language string // as the reader found it

	Sentences  int
	Mentions   []Mention
	Statements []record.Statement // ID 0; those already stored keep their ids
	Checks     []*stats.Check     // beside Statements; nil where there is none
	// Joined are the facts that somebody tells already; nil where that is not
	// known. Facts that are not among them are new.
	Joined map[string]bool
}

// Card gives an item as a list shows it, after Save.
func (it *Item) Card() Card {
	c := Card{Article: it.Article, Revision: it.Revision.ID, Title: it.Revision.Title, Lead: it.Revision.Lead, Authors: it.Authors}
	if len(it.Images) > 0 {
		c.Image = it.Images[0]
	}
	return c
}

// SaveReading replaces what the machine said of an article before. A
// statement that says the same in the same words keeps its id; one that a
// person has touched stays as it is. Reading the same revision again by the
// same version changes nothing.
func (tx *Tx) SaveReading(r *Reading) error {
	fresh, err := tx.noteReading(r)
	if err != nil {
		return translate(err, "reading")
	}
	if !fresh {
		if err := tx.layDecisions(r); err != nil {
			return translate(err, "mention")
		}
	}
	if err := tx.saveMentions(r, fresh); err != nil {
		return translate(err, "mention")
	}
	return translate(tx.saveStatements(r, fresh), "statement")
}

// layDecisions lays what people have decided about the names of a text over
// the reading: over its mentions, and over statements that speak of somebody
// by such a name alone.
func (tx *Tx) layDecisions(r *Reading) error {
	decided, err := tx.MentionDecisions(tx.ctx, r.Article.ID)
	if err != nil || len(decided) == 0 {
		return err
	}
	now, moves := overlay(r.Mentions, decided)
	r.Mentions = now
	for _, m := range moves {
		for i := range r.Statements {
			s := &r.Statements[i]
			if !m.moves(s.Evidence, now) || !slices.ContainsFunc(s.Refs, func(ref record.Ref) bool { return ref.Entity == m.From }) {
				continue
			}
			for j := range s.Refs {
				if s.Refs[j].Entity == m.From {
					s.Refs[j].Entity = m.To
				}
			}
			s.Keys = record.FactKeys(*s)
		}
	}
	return nil
}

// noteReading writes that and when an article was read. fresh is set when it
// never was.
func (tx *Tx) noteReading(r *Reading) (fresh bool, err error) {
	a := &r.Article
	var version, language string
	var at, statements int64
	err = tx.one(tx.ctx, `/* store.noteReading */ SELECT version, language, read_at, statements FROM readings WHERE article = ?`, []any{a.ID}, &version, &language, &at, &statements)
	if errors.Is(err, sql.ErrNoRows) {
		fresh = true
	} else if err != nil {
		return false, err
	} else {
		tx.cover(version, language, at, -1, -statements)
	}
	_, err = tx.exec(tx.ctx, `/* store.noteReading */ INSERT INTO readings (article, revision, version, language, read_at, sentences, statements) VALUES (?,?,?,?,?,?,?)
		ON CONFLICT (article) DO UPDATE SET revision = excluded.revision, version = excluded.version, language = excluded.language,
		read_at = excluded.read_at, sentences = excluded.sentences, statements = excluded.statements`,
		a.ID, a.Revision, r.Version, r.Language, tx.now, r.Sentences, len(r.Statements))
	if err != nil {
		return false, err
	}
	tx.cover(r.Version, r.Language, tx.now, 1, int64(len(r.Statements)))
	return fresh, nil
}

func (tx *Tx) saveMentions(r *Reading, fresh bool) error {
	a := &r.Article
	public := a.State.Public()
	if !fresh {
		before, err := tx.Mentions(tx.ctx, a.ID)
		if err != nil {
			return err
		}
		var was int
		if len(before) > 0 {
			if err := tx.one(tx.ctx, `/* store.saveMentions */ SELECT MAX(public) FROM mentions WHERE article = ?`, []any{a.ID}, &was); err != nil {
				return err
			}
		}
		if was == 1 {
			for _, m := range before {
				tx.mentioned(m.Entity, -1)
			}
		}
		if _, err := tx.exec(tx.ctx, `/* store.saveMentions */ DELETE FROM mentions WHERE article = ?`, a.ID); err != nil {
			return err
		}
	}
	merged := map[int64][]value.Span{} // two entities of a reading may be one here
	var order []int64
	for _, m := range r.Mentions {
		if _, ok := merged[m.Entity]; !ok {
			order = append(order, m.Entity)
		}
		merged[m.Entity] = append(merged[m.Entity], m.Spans...)
	}
	values := make([]any, 0, 7*len(order))
	for _, id := range order {
		spans := merged[id]
		slices.SortFunc(spans, bySpan)
		values = append(values, a.ID, id, a.Revision, flag(public), a.Language, millis(a.Published), formatSpans(spans))
		if public {
			tx.mentioned(id, 1)
		}
	}
	return tx.insertMany(`/* store.saveMentions */ INSERT INTO mentions (article, entity, revision, public, language, published, spans)`, "", 7, values)
}

// mentioned counts an article for an entity; the counts are written at the
// end of the transaction, once for each entity however often it was named.
func (tx *Tx) mentioned(entity int64, n int) {
	if tx.counts == nil {
		tx.counts = map[int64]int{}
	}
	tx.counts[entity] += n
}

// Cover is one line of the page about coverage.
type Cover struct {
	Version, Language string
	Day               int // of the reading, days since 1970-01-01
	Articles          int
	Statements        int
}

type coverKey struct {
	version, language string
	day               int64
}

func (tx *Tx) cover(version, language string, at int64, articles, statements int64) {
	if tx.covers == nil {
		tx.covers = map[coverKey][2]int64{}
	}
	k := coverKey{version, language, at / 86_400_000}
	n := tx.covers[k]
	tx.covers[k] = [2]int64{n[0] + articles, n[1] + statements}
}

// finish writes the texts and counts that the transaction has gathered.
func (tx *Tx) finish() error {
	if err := tx.announce(); err != nil {
		return err
	}
	if err := tx.writeIndex(); err != nil {
		return translate(err, "search index")
	}
	if err := tx.writeReviews(); err != nil {
		return translate(err, "review")
	}
	// The same order in every transaction, so that two never wait for each other.
	for _, id := range slices.Sorted(maps.Keys(tx.counts)) {
		if tx.counts[id] == 0 {
			continue
		}
		if _, err := tx.exec(tx.ctx, `/* store.finish */ UPDATE entities SET articles = articles + ? WHERE id = ?`, tx.counts[id], id); err != nil {
			return translate(err, "entity")
		}
	}
	keys := make([]coverKey, 0, len(tx.covers))
	for k := range tx.covers {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b coverKey) int {
		return cmp.Or(cmp.Compare(a.version, b.version), cmp.Compare(a.language, b.language), cmp.Compare(a.day, b.day))
	})
	for _, k := range keys {
		n := tx.covers[k]
		if n == [2]int64{} {
			continue
		}
		if _, err := tx.exec(tx.ctx, `/* store.finish */ INSERT INTO coverage (version, language, day, articles, statements) VALUES (?,?,?,?,?)
			ON CONFLICT (version, language, day) DO UPDATE SET articles = coverage.articles + excluded.articles, statements = coverage.statements + excluded.statements`,
			k.version, k.language, k.day, n[0], n[1]); err != nil {
			return translate(err, "reading")
		}
	}
	return nil
}

// Coverage tells what was read, by version, language and day, newest first.
func (q Queries) Coverage(ctx context.Context) ([]Cover, error) {
	list, err := collect(q, ctx, `/* store.Coverage */ SELECT version, language, day, articles, statements FROM coverage WHERE articles > 0 ORDER BY day DESC, version DESC, language`, nil,
		func(scan func(...any) error) (c Cover, err error) {
			err = scan(&c.Version, &c.Language, &c.Day, &c.Articles, &c.Statements)
			return c, err
		})
	return list, translate(err, "reading")
}
