package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"shanyraq/internal/fault"
	"shanyraq/internal/intake"
	"shanyraq/internal/store"
)

type importCmd struct {
	Data     string   `required:"" placeholder:"DIR" help:"Folder of the site; it is made where it is missing."`
	DB       string   `name:"db" placeholder:"DSN" help:"Database outside the folder: postgres://user@host/name."`
	Section  string   `placeholder:"S" help:"Section of articles whose source names none: news/culture."`
	Language string   `placeholder:"TAG" help:"Language of articles whose source names none (en, ru, kk…); detected where not given."`
	DryRun   bool     `help:"Say what would be imported and write nothing."`
	Repair   bool     `help:"Undo the damage by other systems that an import lists."`
	JSON     bool     `name:"json" help:"Print the outcome as JSON."`
	Paths    []string `arg:"" name:"path" help:"Files, folders and addresses to import."`
}

func (*importCmd) Help() string {
	return `Imports an institution's existing news, queues its reading and waits for it.

What it reads, told by content and by the ending of the name:
  .html .htm              saved web pages: the text of the article, with title, lead, day, language, section and authors from the page's metadata
  .xml .rss .atom         RSS and Atom feeds; WordPress exports (Tools > Export) with categories, authors, drafts, former addresses, pictures, and the languages of Polylang, WPML and [:en] tags
  .md .markdown .txt      Markdown with YAML (---) or TOML (+++) front matter; plain text, its title on the first line
  .jsonl .ndjson .json    articles as JSON objects, one a line or in an array
  http:// https://        a page or a feed; one request a second to a host
  a folder                all of these in it and below it

The fields of a JSON object and of front matter, each with the names it may have (case, "-" and "_" do not count):
` + intake.FieldHelp() + `
Days may be written 2019-11-15, 15.11.2019, 15 ноября 2019 г., 10 Желтоқсан, 2015, 2019-жылдын 5-марты, 5 mart 2019 yil, or as feeds do. Text may be UTF-8, UTF-16, windows-1251, KZ-1048, KOI8-R or windows-1254; it is converted, and the report says so.

An import may be interrupted and run again: an article is known by its address, its identifier or its path, nothing is saved twice, and a changed text becomes a new revision. Words broken by other systems ("fr om", "Ð¿Ñ€", "&amp;amp;") are listed with a proposed repair; --repair applies it. No other word is ever changed.

Exit status: 0 when all was read, 1 when some input could not be, 2 when called wrongly.

Examples:
  shanyraq import --data site export.xml
  shanyraq import --data site --language kk --section news saved-pages/
  shanyraq import --data site --dry-run https://example.org/feed
  shanyraq import --data site --json articles.jsonl | jq .failed`
}

func (c *importCmd) Run() error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() { // a second signal ends the program at once
		<-ctx.Done()
		stop()
	}()
	start := time.Now()
	show := newProgress(os.Stderr, intake.Size(c.Paths), start)
	rep := &importReport{show: show, json: c.JSON, Failed: []failure{}}

	st, err := c.open(ctx)
	if err != nil {
		return err
	}
	if st != nil {
		defer st.Close()
	}
	im := &importer{store: st, dry: c.DryRun, report: rep}
	opt := intake.Options{Repair: c.Repair, Language: c.Language, Section: c.Section, Fetch: intake.Fetch{Agent: "shanyraq/" + version}}
	err = im.run(ctx, intake.Read(ctx, c.Paths, opt))
	if err == nil && ctx.Err() == nil && st != nil && !c.DryRun {
		rep.Read, err = readQueued(ctx, st, show)
	}
	show.close()
	rep.Seconds = round(time.Since(start).Seconds())
	rep.DryRun = c.DryRun
	rep.Interrupted = ctx.Err() != nil
	rep.print(os.Stdout)
	switch {
	case rep.Interrupted:
		fmt.Fprintln(os.Stderr, "shanyraq: interrupted; what was reported as imported is saved; run the same command again to go on")
		return errPartly
	case err != nil:
		return err
	case len(rep.Failed) > 0:
		return errPartly
	}
	return nil
}

// open opens the site, making its folder. A dry run over a folder without a
// database opens nothing and gives nil.
func (c *importCmd) open(ctx context.Context) (*store.Store, error) {
	dsn := store.DSN(c.Data, c.DB)
	if c.DB == "" {
		if c.DryRun {
			if _, err := os.Stat(dsn); errors.Is(err, os.ErrNotExist) {
				return nil, nil
			}
		} else if err := os.MkdirAll(c.Data, 0o755); err != nil {
			return nil, fault.Wrap(err, fault.Unavailable, "the data folder cannot be made: %v", errors.Unwrap(err)).At("%s", c.Data).
				Hint("name a folder that you may write to")
		}
	}
	st, err := store.Open(ctx, dsn)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.Data, err)
	}
	return st, nil
}

// failure is one input that could not be handled.
type failure struct {
	Path  string `json:"path"`
	Error string `json:"error"`
}

// noted is something worth a person's look that did not stop an article.
type noted struct {
	Place  string         `json:"place"`
	Note   string         `json:"note,omitempty"`
	Damage *intake.Damage `json:"damage,omitempty"`
}

const (
	maxNoted  = 1000 // places of damage, and notes, kept for the report
	maxShown  = 50   // of them shown to a person
	maxFailed = 10000
)

// importReport counts what became of an import and prints it.
type importReport struct {
	Imported    int       `json:"imported"`
	Updated     int       `json:"updated"`
	Unchanged   int       `json:"unchanged"`
	Failed      []failure `json:"failed"`
	Read        int       `json:"read"`
	Seconds     float64   `json:"seconds"`
	DryRun      bool      `json:"dry_run,omitempty"`
	Interrupted bool      `json:"interrupted,omitempty"`
	Damaged     int       `json:"damaged"` // places, not articles
	Noted       []noted   `json:"noted,omitempty"`

	json   bool
	show   *progress
	damage []noted // goes before the notes
	notes  int     // with those beyond the kept ones
	more   int     // failures beyond those kept
}

// fail notes an input that could not be handled and says so at once, so that
// the sentence is not lost with an interrupted import.
func (r *importReport) fail(path string, err error) {
	if len(r.Failed) < maxFailed {
		r.Failed = append(r.Failed, failure{path, err.Error()})
	} else {
		r.more++
	}
	r.show.line("shanyraq: %v", err)
}

func (r *importReport) item(it *intake.Item) {
	for _, n := range it.Notes {
		r.noted(noted{Place: it.Place, Note: n})
	}
	for _, d := range it.Dropped.Dropped {
		if d.Text != "" {
			r.noted(noted{Place: it.Place, Note: fmt.Sprintf("left out: %s (%d), with the words %q", d.What, d.N, clipped(d.Text))})
		}
	}
	for _, d := range it.Damage {
		if r.Damaged++; len(r.damage) < maxNoted {
			r.damage = append(r.damage, noted{Place: it.Place, Damage: &d})
		}
	}
}

func (r *importReport) noted(n noted) {
	r.notes++
	if len(r.Noted) < maxNoted {
		r.Noted = append(r.Noted, n)
	}
}

func clipped(s string) string {
	if r := []rune(s); len(r) > 80 {
		return string(r[:80]) + "…"
	}
	return s
}

func (r *importReport) print(w io.Writer) {
	notes := r.Noted
	r.Noted = append(r.damage, notes...)
	if r.json {
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		enc.Encode(r)
		return
	}
	for _, list := range []struct {
		all   int
		shown []noted
	}{{r.Damaged, r.damage}, {r.notes, notes}} {
		for i, n := range list.shown {
			if i == maxShown {
				break
			}
			if n.Damage != nil {
				fmt.Fprintf(w, "%s: %s\n", n.Place, n.Damage)
			} else {
				fmt.Fprintf(w, "%s: %s\n", n.Place, n.Note)
			}
		}
		if list.all > maxShown {
			fmt.Fprintf(w, "… and %d more of the kind; --json lists up to %d\n", list.all-maxShown, maxNoted)
		}
	}
	would := ""
	if r.DryRun {
		would = "dry run, nothing is written: "
	}
	fmt.Fprintf(w, "%s%d imported, %d updated, %d unchanged, %d failed; %d read; %.1f s\n", would, r.Imported, r.Updated, r.Unchanged, len(r.Failed)+r.more, r.Read, r.Seconds)
	if r.Damaged > 0 {
		fmt.Fprintf(w, "%d places seem damaged by another system; --repair applies the proposals above\n", r.Damaged)
	}
}

func round(s float64) float64 { return float64(int(s*1000)) / 1000 }
