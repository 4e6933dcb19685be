package main

import (
	"context"
	"errors"
	"fmt"
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
  a dump of the record    what "shanyraq export --format record" wrote, into an empty site: the same record comes back

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
	if f, err := recordDump(c.Paths); err != nil || f != nil {
		if err != nil {
			return err
		}
		defer f.Close()
		return c.load(ctx, f)
	}
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
