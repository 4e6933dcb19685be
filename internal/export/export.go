package export

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"shanyraq/internal/fault"
	"shanyraq/internal/record"
	"shanyraq/internal/store"
)

// Options are what a dump says of itself.
type Options struct {
	Origin  string            // scheme and host of the site, "https://example.org"
	Name    string            // of the site
	Names   map[string]string // of the site by language, where it has more than one
	Program string            // version of the program
}

// Counts are how much a dump holds.
type Counts struct {
	Articles   int `json:"articles"`
	Entities   int `json:"entities"`
	Statements int `json:"statements"`
	Decisions  int `json:"decisions"`

	Observations int `json:"observations,omitempty"` // of the series
}

// formats are all there are: one file each.
var formats = []struct {
	name  string
	write func(*dump) error
}{
	{"record", (*dump).record},
	{"statements.csv", (*dump).csv},
	{"annotations", (*dump).annotations},
	{"ftm", (*dump).ftm},
	{"ics", (*dump).ics},
	{"plover", (*dump).plover},
	{"prov", (*dump).prov},
	{"series", (*dump).series},
	{"decisions", (*dump).decisions},
	{"gold", (*dump).gold},
	{"rights", (*dump).rights},
	{"rights.csv", (*dump).rightsCSV},
}

// Formats gives the names of the formats.
func Formats() (names []string) {
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

// Write writes what the public may see of the record in a format. It stops
// at the first error of the store or of w, and then has written a part.
func Write(ctx context.Context, st *store.Store, format string, w io.Writer, o Options) (Counts, error) {
	for _, f := range formats {
		if f.name != format {
			continue
		}
		policy, err := st.Setting(ctx, "publish")
		if err != nil {
			return Counts{}, err
		}
		d := newDump(ctx, st, w, o)
		d.reviewed = policy == "accepted"
		if err := f.write(d); err != nil {
			return d.counts, err
		}
		return d.counts, d.w.Flush()
	}
	return Counts{}, fault.New(fault.Unsupported, "there is no format %q", format).Hint("choose one of %s", strings.Join(Formats(), ", "))
}

// dump is one run.
type dump struct {
	Options
	ctx      context.Context
	st       *store.Store
	w        *bufio.Writer
	counts   Counts
	reviewed bool // policy of the site: only what a person has accepted is public
}

func newDump(ctx context.Context, st *store.Store, w io.Writer, o Options) *dump {
	o.Origin = strings.TrimSuffix(o.Origin, "/")
	return &dump{Options: o, ctx: ctx, st: st, w: bufio.NewWriterSize(w, 1<<16)}
}

// line writes a value as one line of JSON.
func (d *dump) line(v any) error {
	e := json.NewEncoder(d.w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// telling is a public article with what it states.
type telling struct {
	card       store.Card
	statements []store.Statement
	entities   map[int64]store.Entity
}

// tellings goes through the public articles, oldest first, each with its
// statements in the order of the text.
func (d *dump) tellings() iter.Seq2[telling, error] {
	return func(yield func(telling, error) bool) {
		for card, err := range d.st.EachPublic(d.ctx) {
			t := telling{card: card}
			if err == nil {
				t.statements, err = d.st.ArticleStatements(d.ctx, card.ID, false)
			}
			if err == nil {
				t.statements = slices.DeleteFunc(t.statements, func(s store.Statement) bool { return !d.public(s) })
				t.entities, err = d.entities(t.statements)
			}
			if !yield(t, err) || err != nil {
				return
			}
			d.counts.Articles++
			d.counts.Statements += len(t.statements)
		}
	}
}

// facts goes through the facts of a kind, oldest first: of several tellings
// the one that leads.
func (d *dump) facts(kind string) iter.Seq2[telling, error] {
	return func(yield func(telling, error) bool) {
		f := store.StatementFilter{Kind: kind, Facts: true, Oldest: true, Reviewed: d.reviewed, Limit: 500}
		for {
			list, err := d.st.Statements(d.ctx, f)
			var cards map[int64]store.Card
			var entities map[int64]store.Entity
			if err == nil {
				var ids []int64
				for _, s := range list {
					ids = append(ids, s.Article)
				}
				slices.Sort(ids)
				cards, err = d.st.ArticlesByID(d.ctx, slices.Compact(ids))
			}
			if err == nil {
				entities, err = d.entities(list)
			}
			if err != nil {
				yield(telling{}, err)
				return
			}
			for _, s := range list {
				d.counts.Statements++
				if !yield(telling{cards[s.Article], []store.Statement{s}, entities}, nil) {
					return
				}
			}
			if len(list) < f.Limit {
				return
			}
			f.After = store.CursorOfStatement(list[len(list)-1])
		}
	}
}

func (d *dump) public(s store.Statement) bool {
	return !d.reviewed || s.Rank == record.Accepted || s.Rank == record.Preferred
}

func (d *dump) entities(list []store.Statement) (map[int64]store.Entity, error) {
	var ids []int64
	for _, s := range list {
		for _, r := range s.Refs {
			ids = append(ids, r.Entity)
		}
	}
	slices.Sort(ids)
	return d.st.EntitiesByID(d.ctx, slices.Compact(ids))
}

// The addresses are those of the public site.

func (d *dump) article(c store.Card) string { return d.Origin + c.Address() }

func (d *dump) sentence(c store.Card, s store.Statement) string {
	return d.article(c) + "#s" + strconv.FormatInt(s.ID, 10)
}

// statement is a statement's permanent address.
func (d *dump) statement(s store.Statement) string {
	return d.Origin + "/" + s.Language + "/record/statement/" + strconv.FormatInt(s.ID, 10)
}

func (d *dump) license() string { return d.Origin + "/en/terms" }

// namesOf gives the English names of those who have a role, or any names.
func (t telling) namesOf(s store.Statement, role string) (names []string) {
	for _, id := range s.Entities(role) {
		if e, ok := t.entities[id]; ok {
			names = append(names, e.Name("en"))
		}
	}
	return names
}
