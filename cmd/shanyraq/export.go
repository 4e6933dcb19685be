package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"syscall"

	"shanyraq/internal/export"
	"shanyraq/internal/fault"
	"shanyraq/internal/stats"
)

// unknownOrigin begins the addresses of a dump whose site is not named: a
// name that no site can have (RFC 2606).
const unknownOrigin = "https://site.invalid"

type exportCmd struct {
	siteFlags
	What   string `arg:"" optional:"" enum:"record" default:"record" help:"What to write: the record."`
	Format string `required:"" enum:"record,statements.csv,annotations,ftm,ics,plover,prov,series,decisions,gold,rights,rights.csv,site" placeholder:"F" help:"record, statements.csv, annotations, ftm, ics, plover, prov, series, decisions, gold, rights, rights.csv or site."`
	Out    string `placeholder:"PATH" help:"File to write, or folder of a site; standard output where not given."`
	Origin string `placeholder:"URL" help:"Address of the site, which the addresses in the dump begin with."`
}

func (*exportCmd) Help() string {
	return `Writes what the public may see of the record:
  record          JSON Lines: manifest, entities, articles with their statements and
                  evidence, decisions, and an end with counts and a checksum
  statements.csv  every statement with its sentence, source and verdict
  annotations     W3C Web Annotation collection: each statement on its words
  ftm             FollowTheMoney entities: people, bodies, offices held, events
  ics             agreements and events as a calendar
  plover          agreements and meetings in the coding of PLOVER
  prov            how each statement came to be, in PROV-O (JSON-LD)
  series          the statistics as CSV, with a CSVW description beside it
  decisions       JSON Lines: each statement that a person decided on, with its words, what
                  was read, by which version, and what is right: what a reader can learn from
  gold            JSON Lines: each article of which all was decided on, as a document that
                  "shanyraq eval" scores readings against, without dates
and, for the owner of the site alone, because it holds private addresses:
  rights          terms, requests with their talk, permissions, copies elsewhere: JSON Lines
  rights.csv      one row for each request with its answer, or permission without one
and, into a folder that any web server serves:
  site            every public page, feed, sitemap, register and picture as a file, old
                  addresses as pages that lead on; _server/ holds settings for nginx
A file appears when it is whole, or not at all. Beside it stands PATH.manifest.json:
format, counts, size and SHA-256 of the file, versions, licence and origin. What
"record" wrote is taken into an empty site by "shanyraq import".

Examples:
  shanyraq export record --data news --origin https://news.example --format record --out record.jsonl
  shanyraq export --data news --format ftm | gzip > news.ftm.gz
  shanyraq export --data news --format site --origin https://news.example --out public`
}

func (c *exportCmd) Run() error {
	ctx := context.Background()
	st, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer st.Close()
	if c.Format == "site" {
		return c.site(ctx, st)
	}
	o := export.Options{Origin: c.Origin, Program: version}
	if o.Origin == "" {
		o.Origin = unknownOrigin
	}
	names, err := st.Names(ctx)
	if err != nil {
		return err
	}
	o.Names = names
	if o.Name = names["en"]; o.Name == "" {
		o.Name = "Shanyraq"
	}
	if c.Out == "" {
		_, err := export.Write(ctx, st, c.Format, os.Stdout, o)
		if errors.Is(err, syscall.EPIPE) { // whoever read it had enough
			return nil
		}
		return err
	}
	var m export.Manifest
	err = writeWhole(c.Out, func(w io.Writer) (err error) {
		m, err = export.WriteWithManifest(ctx, st, c.Format, w, o)
		return err
	})
	if err != nil {
		return err
	}
	m.File = filepath.Base(c.Out)
	err = writeWhole(c.Out+".manifest.json", func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(m)
	})
	if err == nil && c.Format == "series" {
		err = writeWhole(c.Out+"-metadata.json", func(w io.Writer) error {
			return json.NewEncoder(w).Encode(stats.Metadata(m.File, o.Name, "Statistics that the figures of articles are set beside", m.License))
		})
	}
	if err == nil {
		fmt.Printf("%s: %d statements, %d entities, %d articles\n", c.Out, m.Counts.Statements, m.Counts.Entities, m.Counts.Articles)
	}
	return err
}

// writeWhole writes a file beside its place and puts it there when it is
// whole, so that nobody ever sees a half.
func writeWhole(path string, write func(io.Writer) error) (err error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return fault.New(fault.Invalid, "%q is a folder", path).Hint("name a file in it")
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return fault.Wrap(err, fault.Invalid, "%q cannot be written", path).Hint("choose a folder that exists and that you may write to")
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if err = write(f); err != nil {
		var pe *os.PathError
		if errors.As(err, &pe) {
			return fault.Wrap(err, fault.Unavailable, "%q cannot be written to its end: %v", path, pe.Err).Hint("make room or choose another place")
		}
		return err
	}
	if err = f.Sync(); err == nil {
		err = f.Chmod(0o644)
	}
	if err == nil {
		err = f.Close()
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return fault.Wrap(err, fault.Unavailable, "%q cannot be put in its place", path).Hint("choose a folder that you may write to")
	}
	return nil
}
