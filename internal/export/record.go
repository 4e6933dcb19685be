package export

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"time"

	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/stats"
	"shanyraq/internal/store"
	"shanyraq/internal/value"
)

// The dump of the record is JSON Lines: a manifest, the entities, each
// article with its statements after it, the decisions, and an end with counts
// and the SHA-256 of all lines before it. A dump without its end is a part.

type manifestLine struct {
	Type    string   `json:"type"` // "manifest"
	Format  string   `json:"format"`
	Schema  int64    `json:"schema"` // of the database
	Program string   `json:"program,omitempty"`
	Readers []string `json:"readers"` // versions whose readings are in it
	Site    string   `json:"site,omitempty"`
	Origin  string   `json:"origin"`
	License string   `json:"license"`
	Spans   string   `json:"spans"`
}

type articleLine struct {
	Type      string   `json:"type"` // "article"
	ID        int64    `json:"id"`
	Group     int64    `json:"group"` // translations share it
	Language  string   `json:"language"`
	Script    string   `json:"script"`
	Section   string   `json:"section,omitempty"`
	State     string   `json:"state"`
	Title     string   `json:"title"`
	Lead      string   `json:"lead,omitempty"`
	Authors   []string `json:"authors,omitempty"`
	Published string   `json:"published,omitempty"`
	Updated   string   `json:"updated"`
	URL       string   `json:"url"`
	Source    string   `json:"source,omitempty"`
	Revision  int64    `json:"revision"`
	Hash      string   `json:"hash"`
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
	Check    *checkValue    `json:"check,omitempty"`
}

type decisionLine struct {
	Type   string `json:"type"`   // "decision"
	Target string `json:"target"` // "statement" or "entity"
	About  int64  `json:"about"`
	Who    string `json:"who"`
	When   string `json:"when"`
	What   string `json:"what"`
	From   string `json:"from,omitempty"`
	To     string `json:"to,omitempty"`
	Reason string `json:"reason,omitempty"`
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
	return t.UTC().Format(time.RFC3339)
}

// record writes the whole public record.
func (d *dump) record() error {
	out, sum := d.w, sha256.New()
	d.w = bufio.NewWriterSize(io.MultiWriter(out, sum), 1<<16)
	m := manifestLine{Type: "manifest", Format: "shanyraq-record/1", Schema: store.SchemaVersion(), Program: d.Program, Readers: []string{}, Site: d.Name, Origin: d.Origin, License: d.license(),
		Spans: "half-open, in Unicode code points of the plain text of the revision with that hash"}
	covers, err := d.st.Coverage(d.ctx)
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, c := range covers {
		if !seen[c.Version] {
			seen[c.Version] = true
			m.Readers = append(m.Readers, c.Version)
		}
	}
	if err := d.line(m); err != nil {
		return err
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
	for t, err := range d.tellings() {
		if err != nil {
			return err
		}
		if err := d.recordArticle(t); err != nil {
			return err
		}
	}
	for c, err := range d.st.EachDecision(d.ctx) {
		if err != nil {
			return err
		}
		d.counts.Decisions++
		if err := d.line(decisionLine{"decision", c.Target, c.About, c.Who, moment(c.When), c.What, c.From, c.To, c.Reason}); err != nil {
			return err
		}
	}
	if err := d.w.Flush(); err != nil {
		return err
	}
	d.w = out
	return d.line(endLine{"end", d.counts, hex.EncodeToString(sum.Sum(nil))})
}

func (d *dump) recordArticle(t telling) error {
	c := t.card
	rev, err := d.st.Revision(d.ctx, c.Revision)
	if err != nil {
		return err
	}
	if err := d.line(articleLine{"article", c.ID, c.Group, c.Language, c.Script, c.Section, string(c.State), c.Title, c.Lead, c.Authors,
		moment(c.Published), moment(c.Updated), d.article(c), c.Source, c.Revision, rev.Hash}); err != nil {
		return err
	}
	for _, s := range t.statements {
		l := statementLine{Type: "statement", ID: s.ID, Fact: s.Fact, Article: s.Article, Revision: s.Revision, Hash: s.Hash, Evidence: s.Evidence, Quote: s.Quote,
			URL: d.sentence(t, s), Said: s.Said, Entities: refValues(s.Refs), Reader: s.ReaderVersion, Rank: string(s.Rank), Reason: s.Reason, Touched: s.Touched}
		if k := s.Check; k != nil {
			l.Check = &checkValue{k.Verdict, k.Stated, k.Observed, k.Source, k.Arithmetic}
		}
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
