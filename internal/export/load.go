package export

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"hash"
	"io"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/record"
	"shanyraq/internal/search"
	"shanyraq/internal/stats"
	"shanyraq/internal/store"
)

// maxLine is how long one line of a dump may be: a text of a book's length.
const maxLine = 64 << 20

// IsRecord reports whether a file begins as a dump of the record does.
func IsRecord(begin []byte) bool {
	line, _, _ := bytes.Cut(begin, []byte("\n"))
	return bytes.HasPrefix(bytes.TrimPrefix(line, []byte("\xef\xbb\xbf")), []byte(`{"type":"manifest","format":"shanyraq-record/`))
}

// Load takes a dump of the record into an empty database: the same articles,
// entities, statements and decisions under the same ids, so that a dump made
// of it has the same bytes. It reads line by line and writes one transaction:
// a dump that is broken anywhere (a checksum, a text that is not that of its
// hash, a quotation that does not stand where it is said to) leaves the
// database as empty as it was.
func Load(ctx context.Context, st *store.Store, r io.Reader) (n Counts, err error) {
	err = st.Update(ctx, func(tx *store.Tx) error {
		l := &loading{tx: tx, in: bufio.NewReaderSize(r, 1<<16), sum: sha256.New()}
		empty, err := tx.Empty(ctx)
		if err != nil {
			return err
		}
		if !empty {
			return fault.New(fault.Exists, "the database holds articles already").Hint("load the dump into a new folder")
		}
		err = l.run(ctx)
		n = l.counts
		return err
	})
	return n, err
}

// loading is one run of Load.
type loading struct {
	tx     *store.Tx
	in     *bufio.Reader
	sum    hash.Hash
	number int // of the line
	last   int64
	names  map[int64][]string // of the entities, for the search index
	open   *store.Restored    // the article whose lines are coming
	counts Counts
}

func (l *loading) run(ctx context.Context) error {
	l.names = map[int64][]string{}
	for {
		line, err := l.line()
		if err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		var head struct {
			Type string `json:"type"`
			ID   int64  `json:"id"`
		}
		if err := json.Unmarshal(line, &head); err != nil {
			return l.bad(err, "the line is no JSON")
		}
		if (l.number == 1) != (head.Type == "manifest") {
			return l.bad(nil, "a dump begins with its manifest")
		}
		if l.last = max(l.last, head.ID); head.Type == "end" {
			return l.end(line)
		}
		l.sum.Write(line)
		take := map[string]func([]byte) error{"manifest": l.manifest, "section": l.section, "entity": l.entity, "article": l.article,
			"revision": l.revision, "statement": l.statement, "decision": l.decision}[head.Type]
		if take == nil {
			return l.bad(nil, "%q is no kind of line", head.Type)
		}
		if err := take(line); err != nil {
			return err
		}
	}
}

// line reads one line with its end.
func (l *loading) line() ([]byte, error) {
	l.number++
	var whole []byte
	for {
		part, err := l.in.ReadSlice('\n')
		whole = append(whole, part...)
		switch {
		case err == nil:
			return whole, nil
		case len(whole) > maxLine:
			return nil, l.bad(nil, "the line is longer than %d MB", maxLine>>20)
		case errors.Is(err, io.EOF):
			return nil, l.bad(err, "the dump ends before its last line: it is only a part")
		case !errors.Is(err, bufio.ErrBufferFull):
			return nil, fault.Wrap(err, fault.Unavailable, "the dump cannot be read to its end").Hint("try again")
		}
	}
}

// bad says what is wrong with the line.
func (l *loading) bad(cause error, format string, args ...any) error {
	e := fault.New(fault.Invalid, format, args...)
	if cause != nil {
		e = fault.Wrap(cause, fault.Invalid, format, args...)
	}
	return e.At("line %d of the dump", l.number).Hint("fetch or write the dump again; nothing was loaded")
}

func (l *loading) take(line []byte, v any) error {
	if err := json.Unmarshal(line, v); err != nil {
		return l.bad(err, "a field of the line has a value of another kind")
	}
	return nil
}

func (l *loading) moment(s string) (t time.Time, err error) {
	if s == "" {
		return t, nil
	}
	if t, err = time.Parse(time.RFC3339Nano, s); err != nil {
		return t, l.bad(err, "%q is no time", s)
	}
	return t.UTC(), nil
}

func (l *loading) manifest(line []byte) error {
	var v manifestLine
	if err := l.take(line, &v); err != nil {
		return err
	}
	if v.Format != recordFormat {
		return fault.New(fault.Unsupported, "the dump is of the format %q, this program knows %q", v.Format, recordFormat).Hint("load it with the program that wrote it")
	}
	if len(v.Names) > 0 {
		if err := l.tx.SetNames(v.Names); err != nil {
			return err
		}
	}
	if v.Publish != "" {
		return l.tx.SetSetting("publish", v.Publish)
	}
	return nil
}

func (l *loading) section(line []byte) error {
	var v sectionLine
	if err := l.take(line, &v); err != nil {
		return err
	}
	return l.tx.SaveSection(article.Section{Path: v.Path, Names: v.Names, Order: v.Order})
}

func (l *loading) entity(line []byte) error {
	var v entityLine
	if err := l.take(line, &v); err != nil {
		return err
	}
	e := record.Entity{ID: v.ID, Kind: v.Kind, Known: v.Known, Rank: record.Rank(v.Rank), Into: v.Into}
	for _, n := range v.Names {
		e.Names = append(e.Names, record.Name(n))
		l.names[v.ID] = append(l.names[v.ID], n.Text)
	}
	if v.ID <= 0 || len(e.Names) == 0 || !e.Rank.Valid() {
		return l.bad(nil, "an entity needs an id, a name and a rank")
	}
	l.counts.Entities++
	return l.tx.RestoreEntity(e, record.Matcher{}.Keys(e))
}

func (l *loading) article(line []byte) error {
	if err := l.close(); err != nil {
		return err
	}
	var v articleLine
	if err := l.take(line, &v); err != nil {
		return err
	}
	r := &store.Restored{Images: v.Images}
	r.Card = store.Card{Article: article.Article{ID: v.ID, Group: v.Group, Language: v.Language, Script: v.Script, Section: v.Section, Slug: v.Slug,
		State: article.State(v.State), Source: v.Source}, Revision: v.Revision, Title: v.Title, Lead: v.Lead, Authors: v.Authors}
	if v.ID <= 0 || v.Language == "" || v.Slug == "" || !r.Card.State.Public() {
		return l.bad(nil, "an article needs an id, a language, a slug and a public state")
	}
	if v.Read != nil {
		r.Read = store.Read{Version: v.Read.Version, Language: v.Read.Language, Sentences: v.Read.Sentences}
	} else {
		v.Read = &readValue{}
	}
	for _, m := range v.Mentions {
		r.Mentions = append(r.Mentions, store.Mention(m))
	}
	var err error
	for _, t := range []struct {
		to   *time.Time
		text string
	}{{&r.Card.Published, v.Published}, {&r.Card.Created, v.Created}, {&r.Card.Updated, v.Updated}, {&r.Read.At, v.Read.At}} {
		if *t.to, err = l.moment(t.text); err != nil {
			return err
		}
	}
	l.open = r
	l.counts.Articles++
	return nil
}

func (l *loading) revision(line []byte) error {
	var v revisionLine
	if err := l.take(line, &v); err != nil {
		return err
	}
	if l.open == nil || v.Article != l.open.Card.ID {
		return l.bad(nil, "a revision stands after its article")
	}
	created, err := l.moment(v.Created)
	if err != nil {
		return err
	}
	r := article.Revision{ID: v.ID, Article: v.Article, Number: v.Number, Title: v.Title, Lead: v.Lead, Body: v.Body, Plain: v.Plain, Hash: v.Hash, Author: "dump", Created: created}
	if r.Sum() != v.Hash {
		return l.bad(nil, "the text of revision %d is not the one that its hash was made of", v.ID)
	}
	l.open.Revisions = append(l.open.Revisions, r)
	return nil
}

func (l *loading) statement(line []byte) error {
	var v statementLine
	if err := l.take(line, &v); err != nil {
		return err
	}
	if l.open == nil || v.Article != l.open.Card.ID {
		return l.bad(nil, "a statement stands after its article")
	}
	s := store.Statement{Statement: record.Statement{ID: v.ID, Article: v.Article, Revision: v.Revision, Hash: v.Hash, Evidence: v.Evidence, Quote: v.Quote, Said: v.Said,
		Fact: v.Fact, ReaderVersion: v.Reader, Rank: record.Rank(v.Rank), Reason: v.Reason, Touched: v.Touched}}
	if v.ID <= 0 || v.Fact == "" || !s.Rank.Valid() {
		return l.bad(nil, "a statement needs an id, a fact and a rank")
	}
	if !l.stands(s) {
		return l.bad(nil, "the words of statement %d do not stand where it says", v.ID)
	}
	for _, r := range v.Entities {
		s.Refs = append(s.Refs, record.Ref{Role: r.Role, Entity: r.ID})
	}
	if o := v.Original; o != nil {
		s.Original = &record.Telling{Said: o.Said, Evidence: o.Evidence}
		for _, r := range o.Entities {
			s.Original.Refs = append(s.Original.Refs, record.Ref{Role: r.Role, Entity: r.ID})
		}
	}
	s.Keys = record.FactKeys(s.Statement)
	if k := v.Check; k != nil {
		s.Check = &stats.Check{Verdict: k.Verdict, Stated: k.Stated, Observed: k.Observed, Source: k.Source, Arithmetic: k.Arithmetic}
	}
	l.open.Statements = append(l.open.Statements, s)
	l.counts.Statements++
	return nil
}

// stands reports whether the evidence of a statement is its quotation.
func (l *loading) stands(s store.Statement) bool {
	for _, r := range l.open.Revisions {
		if r.ID == s.Revision && r.Hash == s.Hash {
			runes := []rune(r.Plain)
			return s.Evidence.Start >= 0 && s.Evidence.Start < s.Evidence.End && s.Evidence.End <= len(runes) && string(runes[s.Evidence.Start:s.Evidence.End]) == s.Quote
		}
	}
	return false
}

// close writes the article whose lines have all come.
func (l *loading) close() error {
	r := l.open
	if r == nil {
		return nil
	}
	l.open = nil
	var newest *article.Revision
	for i := range r.Revisions {
		if r.Revisions[i].ID == r.Card.Revision {
			newest = &r.Revisions[i]
		}
	}
	if newest == nil {
		return l.bad(nil, "the text of article %d is not in the dump", r.Card.ID)
	}
	if err := l.tx.RestoreArticle(r); err != nil {
		return err
	}
	doc := search.Index(search.Text{Language: r.Card.Language, Title: newest.Title, Lead: newest.Lead, Plain: newest.Plain, Section: r.Card.Section})
	var names, kinds []string
	for _, m := range r.Mentions {
		names = append(names, l.names[m.Entity]...)
	}
	seen := map[string]bool{}
	for _, s := range r.Statements {
		if k := s.Said.Kind; !seen[k] {
			seen[k] = true
			kinds = append(kinds, k)
		}
	}
	doc.Add(names, kinds)
	return l.tx.Index(r.Card, doc)
}

func (l *loading) decision(line []byte) error {
	if err := l.close(); err != nil {
		return err
	}
	var v decisionLine
	if err := l.take(line, &v); err != nil {
		return err
	}
	when, err := l.moment(v.When)
	if err != nil {
		return err
	}
	l.counts.Decisions++
	return l.tx.RestoreDecision(store.Decision{ID: v.ID, Target: v.Target, About: v.About,
		Change: record.Change{Who: v.Who, When: when, What: v.What, From: v.From, To: v.To, Reason: v.Reason, Article: v.Article, Batch: v.Batch, Undoes: v.Undoes}})
}

// end compares what came with what the last line says of it.
func (l *loading) end(line []byte) error {
	if err := l.close(); err != nil {
		return err
	}
	var v endLine
	if err := l.take(line, &v); err != nil {
		return err
	}
	if v.Counts != l.counts {
		return l.bad(nil, "the dump says it holds %+v, and %+v came", v.Counts, l.counts)
	}
	if got := hex.EncodeToString(l.sum.Sum(nil)); got != v.SHA256 {
		return l.bad(nil, "the lines are not those that the checksum was made of")
	}
	return l.tx.KeepIDsBeyond(l.last)
}
