package jobs

import (
	"fmt"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/read"
	"shanyraq/internal/reader"
	"shanyraq/internal/record"
	"shanyraq/internal/search"
	"shanyraq/internal/stats"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
)

// Reader takes revisions through reading, matching, checking and indexing.
// Its parts are values, so that tests can put others in their place.
type Reader struct {
	Version string
	Read    func(text string, o reader.Options) read.Reading
	// Match answers who and what the reading speaks of; it may look things up
	// in the transaction.
	Match func(tx *store.Tx, a Prepared) (Matched, error)
	// Check sets a figure beside observations; nil where there is nothing to
	// compare.
	Check func(tx *store.Tx, a Prepared, s *record.Statement) (*stats.Check, error)

	names rememberedNames
}

// Matched is a reading in terms of the record.
type Matched struct {
	Mentions   []store.Mention
	Statements []record.Statement
	Joined     map[string]bool // facts that another article tells already
	Names      []string        // of the entities, in every language, for the search index
}

// Prepared is a revision that has been read and waits to be saved.
type Prepared struct {
	Card     store.Card
	Revision article.Revision
	Reading  read.Reading
	Version  string // of the reader
	terms    search.Document
}

// New gives the reader of this program.
func New() *Reader {
	r := &Reader{Version: reader.Version, Read: reader.Read, Check: check}
	r.Match = r.match
	return r
}

// Prepare reads a revision. It touches no database and may run in parallel.
// A panic of the reader is an error about this one text.
func (r *Reader) Prepare(c store.Card, rev article.Revision) (p Prepared, err error) {
	defer func() {
		if x := recover(); x != nil {
			err = fault.Wrap(fmt.Errorf("panic: %v", x), fault.Internal, "the reader failed on revision %d", rev.ID)
		}
	}()
	o := reader.Options{Language: c.Language, Title: rev.Title}
	if !c.Published.IsZero() {
		o.Published = value.DateOf(c.Published.UTC())
	}
	return Prepared{Card: c, Revision: rev, Reading: r.Read(ownText(rev), o), Version: r.Version, terms: terms(c, rev)}, nil
}

// terms makes the terms of an article's own text.
func terms(c store.Card, rev article.Revision) search.Document {
	return search.Index(search.Text{Language: c.Language, Title: rev.Title, Lead: rev.Lead, Plain: rev.Plain, Section: c.Section})
}

// Save writes everything that came of a reading, in the caller's transaction.
func (r *Reader) Save(tx *store.Tx, p Prepared) error {
	if err := carry(tx, p); err != nil {
		return err
	}
	m, err := r.Match(tx, p)
	if err != nil {
		return err
	}
	out := store.Reading{
		Article: p.Card, Hash: p.Revision.Hash, Version: r.Version, Language: p.Reading.Language,
		Sentences: len(p.Reading.Sentences), Joined: m.Joined, Mentions: m.Mentions, Statements: m.Statements,
	}
	var kinds []string
	seen := map[string]bool{}
	for i := range m.Statements {
		s := &m.Statements[i]
		if !seen[s.Said.Kind] {
			seen[s.Said.Kind] = true
			kinds = append(kinds, s.Said.Kind)
		}
		var c *stats.Check
		if s.Said.Kind == read.Figure && r.Check != nil {
			if c, err = r.Check(tx, p, s); err != nil {
				return err
			}
		}
		out.Checks = append(out.Checks, c)
	}
	if err := tx.SaveReading(&out); err != nil {
		return err
	}
	if !p.Card.State.Public() {
		return tx.Unindex(p.Card.ID)
	}
	p.terms.Add(m.Names, kinds)
	return tx.Index(p.Card, p.terms)
}
