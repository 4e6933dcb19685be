package export

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"slices"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/fault"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/stats"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
)

// The dump of the record is JSON Lines: a manifest, the sections, the
// entities, each article with its revisions and statements after it, the
// decisions, and an end with counts and the SHA-256 of all lines before it. A
// dump without its end is a part. Load takes it into an empty database.

// recordFormat names the dump and its version.
const recordFormat = "shanyraq-record/1"

type manifestLine struct {
	Type    string            `json:"type"` // "manifest"
	Format  string            `json:"format"`
	Schema  int64             `json:"schema"` // of the database
	Program string            `json:"program,omitempty"`
	Readers []string          `json:"readers"` // versions whose readings are in it
	Site    string            `json:"site,omitempty"`
	Names   map[string]string `json:"names,omitempty"` // of the site, by language
	Origin  string            `json:"origin"`
	License string            `json:"license"`
	Publish string            `json:"publish,omitempty"` // "accepted" where the site shows only what a person accepted
	Spans   string            `json:"spans"`
}

type sectionLine struct {
	Type  string            `json:"type"` // "section"
	Path  string            `json:"path"`
	Names map[string]string `json:"names,omitempty"` // by language
	Order int               `json:"order,omitempty"`
}

type articleLine struct {
	Type      string         `json:"type"` // "article"
	ID        int64          `json:"id"`
	Group     int64          `json:"group"` // translations share it
	Language  string         `json:"language"`
	Script    string         `json:"script"`
	Section   string         `json:"section,omitempty"`
	Slug      string         `json:"slug"`
	State     string         `json:"state"`
	Title     string         `json:"title"`
	Lead      string         `json:"lead,omitempty"`
	Authors   []string       `json:"authors,omitempty"`
	Images    []store.Image  `json:"images,omitempty"`
	Published string         `json:"published,omitempty"`
	Created   string         `json:"created"`
	Updated   string         `json:"updated"`
	URL       string         `json:"url"`
	Source    string         `json:"source,omitempty"`
	Revision  int64          `json:"revision"` // the newest
	Hash      string         `json:"hash"`
	Read      *readValue     `json:"read,omitempty"`
	Mentions  []mentionValue `json:"mentions,omitempty"`
}

type readValue struct {
	Version   string `json:"version"`
	Language  string `json:"language"`
	At        string `json:"at"`
	Sentences int    `json:"sentences"`
}

type mentionValue struct {
	Entity int64        `json:"entity"`
	Spans  []value.Span `json:"spans"`
}

// revisionLine is the newest revision of the article before it, or an older
// one that statements still rest on.
type revisionLine struct {
	Type    string `json:"type"` // "revision"
	ID      int64  `json:"id"`
	Article int64  `json:"article"`
	Number  int    `json:"number"`
	Hash    string `json:"hash"`
	Title   string `json:"title"`
	Lead    string `json:"lead,omitempty"`
	Body    string `json:"body"`  // canonical HTML
	Plain   string `json:"plain"` // what spans count in
	Created string `json:"created"`
}

type nameValue struct {
	Text     string `json:"text"`
	Language string `json:"language,omitempty"`
	Script   string `json:"script,omitempty"`
	Alias    bool   `json:"alias,omitempty"`
}

type entityLine struct {
	Type     string      `json:"type"` // "entity"
	ID       int64       `json:"id"`
	Kind     string      `json:"kind"`
	Known    string      `json:"known,omitempty"`
	Names    []nameValue `json:"names"`
	Rank     string      `json:"rank"`
	Into     int64       `json:"into,omitempty"` // merged into
	Articles int         `json:"articles"`
}

type refValue struct {
	Role string `json:"role"`
	ID   int64  `json:"id"`
}

type checkValue struct {
	Verdict    stats.Verdict `json:"verdict"`
	Stated     string        `json:"stated"`
	Observed   string        `json:"observed,omitempty"`
	Source     string        `json:"source,omitempty"`
	Arithmetic string        `json:"arithmetic,omitempty"`
}

type statementLine struct {
	Type     string         `json:"type"` // "statement"
	ID       int64          `json:"id"`
	Fact     string         `json:"fact"` // tellings of one fact share it
	Article  int64          `json:"article"`
	Revision int64          `json:"revision"`
	Hash     string         `json:"hash"`
	Evidence value.Span     `json:"evidence"`
	Quote    string         `json:"quote"`
	URL      string         `json:"url"`
	Said     read.Statement `json:"said"`
	Entities []refValue     `json:"entities"`
	Reader   string         `json:"reader"`
	Rank     string         `json:"rank"`
	Reason   string         `json:"reason,omitempty"`
	Touched  bool           `json:"touched,omitempty"`
	Original *originalValue `json:"original,omitempty"` // what the reader said, where a person has corrected it
	Check    *checkValue    `json:"check,omitempty"`
}

type originalValue struct {
	Said     read.Statement `json:"said"`
	Entities []refValue     `json:"entities"`
	Evidence value.Span     `json:"evidence"`
}

type decisionLine struct {
	Type   string `json:"type"` // "decision"
	ID     int64  `json:"id"`
	Target string `json:"target"` // "statement" or "entity"
	About  int64  `json:"about"`
	Who    string `json:"who"`
	When   string `json:"when"`
	What   string `json:"what"`
	From   string `json:"from,omitempty"`
	To     string `json:"to,omitempty"`
	Reason string `json:"reason,omitempty"`

	Article int64 `json:"article,omitempty"` // in whose review it was made
	Batch   int64 `json:"batch,omitempty"`   // the same for all decisions of one act
	Undoes  int64 `json:"undoes,omitempty"`  // the decision that it takes back
}

type endLine struct {
	Type   string `json:"type"` // "end"
	Counts Counts `json:"counts"`
	SHA256 string `json:"sha256"`
}

// moment writes a time as RFC 3339 in UTC; nothing for none.
func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339Nano)
}

// record writes the whole public record.
func (d *dump) record() error {
	out, sum := d.w, sha256.New()
	d.w = bufio.NewWriterSize(io.MultiWriter(out, sum), 1<<16)
	m := manifestLine{Type: "manifest", Format: recordFormat, Schema: store.SchemaVersion(), Program: d.Program, Site: d.Name, Names: d.Names, Origin: d.Origin, License: d.license(),
		Spans: "half-open, in Unicode code points of the plain text of the revision with that hash"}
	var err error
	if m.Readers, err = d.readers(); err != nil {
		return err
	}
	if d.reviewed {
		m.Publish = "accepted"
	}
	if err := d.line(m); err != nil {
		return err
	}
	sections, err := d.st.Sections(d.ctx)
	if err != nil {
		return err
	}
	for _, s := range sections {
		if err := d.line(sectionLine{"section", s.Path, s.Names, s.Order}); err != nil {
			return err
		}
	}
	for e, err := range d.st.EachEntity(d.ctx, d.reviewed) {
		if err != nil {
			return err
		}
		d.counts.Entities++
		l := entityLine{Type: "entity", ID: e.ID, Kind: e.Kind, Known: e.Known, Names: []nameValue{}, Rank: string(e.Rank), Into: e.Into, Articles: e.Articles}
		for _, n := range e.Names {
			l.Names = append(l.Names, nameValue(n))
		}
		if err := d.line(l); err != nil {
			return err
		}
	}
	for card, err := range d.st.EachPublic(d.ctx) {
		if err != nil {
			return err
		}
		if err := d.recordArticle(card); err != nil {
			return err
		}
	}
	for c, err := range d.st.EachDecision(d.ctx) {
		if err != nil {
			return err
		}
		d.counts.Decisions++
		if err := d.line(decisionLine{"decision", c.ID, c.Target, c.About, c.Who, moment(c.When), c.What, c.From, c.To, c.Reason, c.Article, c.Batch, c.Undoes}); err != nil {
			return err
		}
	}
	if err := d.w.Flush(); err != nil {
		return err
	}
	d.w = out
	return d.line(endLine{"end", d.counts, hex.EncodeToString(sum.Sum(nil))})
}

func (d *dump) recordArticle(c store.Card) error {
	statements, err := d.st.RecordStatements(d.ctx, c.ID)
	if err != nil {
		return err
	}
	statements = slices.DeleteFunc(statements, func(s store.Statement) bool { return s.Rank != record.Deprecated && !d.public(s) })
	rev, err := d.st.Revision(d.ctx, c.Revision)
	if err != nil {
		return err
	}
	images, err := d.st.Images(d.ctx, c.ID)
	if err != nil {
		return err
	}
	l := articleLine{"article", c.ID, c.Group, c.Language, c.Script, c.Section, c.Slug, string(c.State), c.Title, c.Lead, c.Authors, images,
		moment(c.Published), moment(c.Created), moment(c.Updated), d.article(c), c.Source, c.Revision, rev.Hash, nil, nil}
	switch r, err := d.st.ReadOf(d.ctx, c.ID); {
	case err == nil:
		l.Read = &readValue{r.Version, r.Language, moment(r.At), r.Sentences}
	case !fault.Is(err, fault.NotFound):
		return err
	}
	mentions, err := d.st.Mentions(d.ctx, c.ID)
	if err != nil {
		return err
	}
	slices.SortFunc(mentions, func(a, b store.Mention) int { return cmp.Compare(a.Entity, b.Entity) })
	for _, m := range mentions {
		l.Mentions = append(l.Mentions, mentionValue(m))
	}
	if err := d.line(l); err != nil {
		return err
	}
	d.counts.Articles++
	written := map[int64]bool{}
	text := func(r article.Revision) error {
		written[r.ID] = true
		return d.line(revisionLine{"revision", r.ID, c.ID, r.Number, r.Hash, r.Title, r.Lead, r.Body, r.Plain, moment(r.Created)})
	}
	if err := text(rev); err != nil {
		return err
	}
	for _, s := range statements {
		if !written[s.Revision] {
			old, err := d.st.Revision(d.ctx, s.Revision)
			if err == nil {
				err = text(old)
			}
			if err != nil {
				return err
			}
		}
	}
	for _, s := range statements {
		l := statementLine{Type: "statement", ID: s.ID, Fact: s.Fact, Article: s.Article, Revision: s.Revision, Hash: s.Hash, Evidence: s.Evidence, Quote: s.Quote,
			URL: d.sentence(c, s), Said: s.Said, Entities: refValues(s.Refs), Reader: s.ReaderVersion, Rank: string(s.Rank), Reason: s.Reason, Touched: s.Touched}
		if o := s.Original; o != nil {
			l.Original = &originalValue{o.Said, refValues(o.Refs), o.Evidence}
		}
		if k := s.Check; k != nil {
			l.Check = &checkValue{k.Verdict, k.Stated, k.Observed, k.Source, k.Arithmetic}
		}
		d.counts.Statements++
		if err := d.line(l); err != nil {
			return err
		}
	}
	return nil
}

func refValues(refs []record.Ref) []refValue {
	out := make([]refValue, 0, len(refs))
	for _, r := range refs {
		out = append(out, refValue{r.Role, r.Entity})
	}
	return out
}
