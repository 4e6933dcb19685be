package store

import (
	"cmp"
	"database/sql"
	"errors"
	"slices"
	"strconv"
	"strings"

	"shanyraq/internal/search"
)

// indexed is one text waiting to be written to the index.
type indexed struct {
	article, at int64
	doc         search.Document
}

// idBits of a row number of the index hold the article's id, the bits above
// them the minute of its publication: the newest rows are the highest.
const idBits = 37

func rowOf(publishedMillis, id int64) int64 { return publishedMillis/60_000<<idBits | id }
func idOf(row int64) int64                  { return row & (1<<idBits - 1) }

// Index puts a public article's terms into the search index, in the place of
// older ones; an article that is not public is taken out. It is written when
// the transaction ends.
func (tx *Tx) Index(c Card, doc search.Document) error {
	if err := tx.Unindex(c.ID); err != nil {
		return err
	}
	if !c.State.Public() {
		return nil
	}
	tx.texts = append(tx.texts, indexed{c.ID, rowOf(millis(c.Published), c.ID), doc})
	if len(tx.texts) < mostTexts {
		return nil
	}
	return translate(tx.writeIndex(), "search index")
}

// mostTexts is how many texts wait in memory to be written in order: more than
// a batch of an import has, so that only a whole archive, taken in by one
// transaction, is written in parts.
const mostTexts = 1024

// Unindex takes an article out of the search index.
func (tx *Tx) Unindex(id int64) error {
	tx.texts = slices.DeleteFunc(tx.texts, func(x indexed) bool { return x.article == id })
	var at int64
	err := tx.one(tx.ctx, `/* store.Unindex */ SELECT at FROM search_docs WHERE article = ?`, []any{id}, &at)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return translate(err, "search index")
	}
	if _, err := tx.exec(tx.ctx, `/* store.Unindex */ DELETE FROM search_index WHERE rowid = ?`, at); err != nil {
		return translate(err, "search index")
	}
	_, err = tx.exec(tx.ctx, `/* store.Unindex */ DELETE FROM search_docs WHERE article = ?`, id)
	return translate(err, "search index")
}

// writeIndex writes the texts in the order of their rows: FTS5 writes a piece
// of index to disk each time a row is lower than the one before.
func (tx *Tx) writeIndex() error {
	slices.SortFunc(tx.texts, func(a, b indexed) int { return cmp.Compare(a.at, b.at) })
	for _, x := range tx.texts {
		if _, err := tx.exec(tx.ctx, `/* store.writeIndex */ INSERT INTO search_docs (article, at, version) VALUES (?, ?, ?)`, x.article, x.at, x.doc.Version); err != nil {
			return err
		}
		if _, err := tx.exec(tx.ctx, tx.d.insertText, x.at, tx.d.text(x.doc)); err != nil {
			return err
		}
	}
	tx.texts = nil
	return nil
}

// gap stands where a word stands that cannot be found; no query has it.
const gap = "_"

// fts5Text gives a document as FTS5 reads it.
func fts5Text(d search.Document) string {
	var b strings.Builder
	size := 2
	for _, list := range [][]string{d.Terms, d.Marks} {
		for _, t := range list {
			size += max(len(t), len(gap)) + 1
		}
	}
	b.Grow(size)
	for _, list := range [][]string{d.Terms, {""}, d.Marks} {
		for _, t := range list {
			if t == "" {
				t = gap
			}
			b.WriteString(t)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// tsvector gives a document as the text of a tsvector.
func tsvector(d search.Document) string {
	places := map[string][]byte{}
	var order []string
	for i, t := range d.Terms {
		if t == "" {
			continue
		}
		p, ok := places[t]
		if !ok {
			order = append(order, t)
			p = append(p, ':')
		} else {
			p = append(p, ',')
		}
		places[t] = strconv.AppendInt(p, int64(i+1), 10)
	}
	var b strings.Builder
	for _, t := range append(order, d.Marks...) {
		b.WriteByte('\'')
		b.WriteString(t) // letters, digits and "_" only: nothing to quote
		b.WriteByte('\'')
		b.Write(places[t])
		b.WriteByte(' ')
	}
	return b.String()
}

// matcher writes conditions on the index in the words of one database.
type matcher struct {
	and, or, not, next, quote string
}

var (
	fts5Match = matcher{and: " AND ", or: " OR ", not: " NOT ", next: " + ", quote: `"`}
	tsquery   = matcher{and: " & ", or: " | ", not: " & !", next: " <-> ", quote: "'"}
)

func (m matcher) all(conds []string) string  { return "(" + strings.Join(conds, m.and) + ")" }
func (m matcher) some(conds []string) string { return "(" + strings.Join(conds, m.or) + ")" }
func (m matcher) term(t string) string       { return m.quote + t + m.quote }

// clause is a word or a phrase in all its alternatives. mark, where set,
// holds it to the title or the lead; the words of a phrase may then stand
// apart.
func (m matcher) clause(c search.Clause, mark func(string) string) string {
	var alts []string
	for _, run := range c.Alternatives {
		var terms []string
		for _, t := range run {
			if mark != nil {
				t = mark(t)
			}
			terms = append(terms, m.term(t))
		}
		if mark != nil {
			alts = append(alts, m.all(terms))
		} else {
			alts = append(alts, "("+strings.Join(terms, m.next)+")")
		}
	}
	return m.some(alts)
}

// query gives the whole condition; empty where the query has neither words
// nor facets. extra is one more condition that must hold; it stands first, as
// the walk through the index begins with it.
func (m matcher) query(q search.Query, extra string) string {
	var yes, must []string
	for _, c := range q.Clauses {
		if len(c.Alternatives) > 0 && !c.Not {
			yes = append(yes, m.clause(c, nil))
		}
	}
	if extra != "" {
		must = append(must, extra)
	}
	if len(yes) > 0 && q.Any {
		must = append(must, m.some(yes))
	} else {
		must = append(must, yes...)
	}
	return m.narrowed(q, must)
}

// narrowed gives conditions with those of the query's facets and of what it
// leaves out.
func (m matcher) narrowed(q search.Query, must []string) string {
	for _, f := range q.Facets() {
		must = append(must, m.term(f))
	}
	if len(must) == 0 {
		return ""
	}
	var no []string
	for _, c := range q.Clauses {
		if len(c.Alternatives) > 0 && c.Not {
			no = append(no, m.clause(c, nil))
		}
	}
	s := m.all(must)
	if len(no) > 0 {
		s += m.not + m.some(no)
	}
	return s
}

// inPart holds all words to the title or the lead. A single word that stands
// there stands in the text, which need not be asked again; a phrase must be.
func (m matcher) inPart(q search.Query, mark func(string) string) string {
	var must []string
	for _, c := range q.Clauses {
		if c.Not || len(c.Alternatives) == 0 {
			continue
		}
		must = append(must, m.clause(c, mark))
		if slices.ContainsFunc(c.Alternatives, func(run []string) bool { return len(run) > 1 }) {
			must = append(must, m.clause(c, nil))
		}
	}
	return m.narrowed(q, must)
}

// anyIn holds any of the words to the title or the lead.
func (m matcher) anyIn(q search.Query, mark func(string) string) string {
	var conds []string
	for _, c := range q.Clauses {
		if !c.Not && len(c.Alternatives) > 0 {
			conds = append(conds, m.clause(c, mark))
		}
	}
	return m.some(conds)
}

// phrase holds the single words of a query to stand side by side in the order
// typed; empty where there are fewer than two.
func (m matcher) phrase(q search.Query) string {
	var words []search.Clause
	for _, c := range q.Clauses {
		if !c.Not && len(c.Alternatives) > 0 {
			words = append(words, c)
		}
	}
	if len(words) < 2 {
		return ""
	}
	var alts []string
	for i := range words[0].Alternatives {
		var run []string
		for _, w := range words {
			if i >= len(w.Alternatives) {
				run = nil
				break
			}
			for _, t := range w.Alternatives[i] {
				run = append(run, m.term(t))
			}
		}
		if run != nil {
			alts = append(alts, "("+strings.Join(run, m.next)+")")
		}
	}
	if len(alts) == 0 {
		return ""
	}
	return m.narrowed(q, []string{m.some(alts)})
}
