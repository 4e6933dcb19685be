package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"shanyraq/internal/fault"
	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/stats"
	"shanyraq/internal/store"
)

type statsCmd struct {
	Import statsImportCmd `cmd:"" help:"Load observations from a CSV file."`
	Check  statsCheckCmd  `cmd:"" help:"Set the figures of all articles beside the observations."`
}

// siteFlags name the site that a command works on.
type siteFlags struct {
	Data string `placeholder:"DIR" help:"Data folder of the site."`
	DB   string `name:"db" placeholder:"DSN" help:"Database instead of the one in the folder: postgres://user:password@host/name."`
}

// open opens an existing site.
func (f siteFlags) open(ctx context.Context) (*store.Store, error) {
	if f.Data == "" && f.DB == "" {
		return nil, fault.New(fault.Invalid, "no site is named").Hint("name its folder with --data, or its database with --db")
	}
	if f.DB == "" {
		if _, err := os.Stat(store.DSN(f.Data, "")); err != nil {
			return nil, fault.New(fault.NotFound, "there is no site in %q", f.Data).Hint("fill it with `shanyraq import --data %s …`", filepath.Clean(f.Data))
		}
	}
	return store.Open(ctx, store.DSN(f.Data, f.DB))
}

type statsImportCmd struct {
	siteFlags
	Source string        `placeholder:"TEXT" help:"Where the numbers are from; the file's name by default. A column of the file wins."`
	Map    stats.Mapping `embed:"" prefix:"column-" help:"Heading of a column, or =VALUE for every row."`
	Meta   string        `name:"metadata" placeholder:"FILE" help:"CSVW description of the table; FILE-metadata.json beside it by default."`
	Ask    bool          `help:"Ask on the terminal which column is what, also where the headings are known."`
	DryRun bool          `help:"Read the file and change nothing."`
	File   string        `arg:"" help:"CSV or SDMX-CSV file."`
}

func (*statsImportCmd) Help() string {
	return `Loads observations: UTF-8, UTF-16 or windows-1251; commas, semicolons, tabs or bars;
decimal commas or points. The headings area, group, date, value, unit, kind, source
and note are known, also in Russian and Kazakh, and those of SDMX-CSV. Others are
told by a CSVW description beside the file (FILE-metadata.json), by --column-NAME, or,
on a terminal, when you are asked. A file is loaded whole or, with row and column, not
at all. A number that replaces another of the same source is a revision: the one
before is kept, and the page of the series shows it.

Examples:
  shanyraq stats import --data news population.csv
  shanyraq stats import --data news --column-value Численность --column-area "=KZ" --column-kind =census table.csv`
}

func (c *statsImportCmd) Run() error {
	ctx := context.Background()
	f, err := os.Open(c.File)
	if err != nil {
		return fault.Wrap(err, fault.NotFound, "the file %q cannot be opened", c.File).Hint("check its path")
	}
	defer f.Close()
	m, err := c.mapping(f)
	if err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	n, series := 0, map[stats.Key]bool{}
	count := func(list []stats.Observation) {
		n += len(list)
		for _, o := range list {
			series[o.Key] = true
		}
	}
	if c.DryRun {
		if err := stats.ReadCSV(f, m, c.Source, func(list []stats.Observation) error { count(list); return nil }); err != nil {
			return fmt.Errorf("%s: %w", c.File, err)
		}
		fmt.Printf("%d observations of %d series can be loaded\n", n, len(series))
		return nil
	}
	st, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer st.Close()
	// One transaction: a file is loaded whole, or nothing of it.
	if err := st.Update(ctx, func(tx *store.Tx) error {
		return stats.ReadCSV(f, m, c.Source, func(list []stats.Observation) error {
			count(list)
			return tx.SaveObservations(list)
		})
	}); err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	fmt.Printf("%d observations of %d series loaded\n", n, len(series))
	return nil
}

type statsCheckCmd struct {
	siteFlags
	JSON bool `name:"json" help:"Print JSON."`
}

func (*statsCheckCmd) Help() string {
	return `Sets every figure of population that an article states beside the observations the
site has now, and prints verdict, both numbers, source and arithmetic. Nothing is
changed; pages show the checks made when an article was read.

Examples:
  shanyraq stats check --data news
  shanyraq stats check --data news --json`
}

// checkLine is one check as it is printed.
type checkLine struct {
	Statement  int64         `json:"statement"`
	Verdict    stats.Verdict `json:"verdict"`
	Stated     string        `json:"stated"`
	Observed   string        `json:"observed"`
	Source     string        `json:"source"`
	Arithmetic string        `json:"arithmetic"`
}

func (c *statsCheckCmd) Run() error {
	ctx := context.Background()
	st, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer st.Close()
	all, err := st.Observations(ctx, "", "")
	if err != nil {
		return err
	}
	out := struct {
		Checks []checkLine `json:"checks"`
	}{[]checkLine{}}
	f := store.StatementFilter{Kind: read.Figure, Oldest: true, Limit: 500}
	for {
		list, err := st.Statements(ctx, f)
		if err != nil {
			return err
		}
		for _, s := range list {
			r, err := readingOf(ctx, st, s)
			if err != nil {
				return err
			}
			fig, ok := stats.FigureOf(r, s.Said)
			if !ok {
				continue
			}
			k, err := stats.Compare(fig, stats.List(all))
			if err != nil {
				return err
			}
			if k == nil {
				continue
			}
			out.Checks = append(out.Checks, checkLine{s.ID, k.Verdict, k.Stated, k.Observed, k.Source, k.Arithmetic})
			if !c.JSON {
				fmt.Printf("%s\n    %s\n    %s\n", k.Verdict, s.Quote, k.Arithmetic)
			}
		}
		if len(list) < f.Limit {
			break
		}
		f.After = store.CursorOfStatement(list[len(list)-1])
	}
	if c.JSON {
		return json.NewEncoder(os.Stdout).Encode(out)
	}
	fmt.Printf("%d figures checked\n", len(out.Checks))
	return nil
}

// readingOf gives what a check needs of the reading that a statement is from:
// the known places and groups, under the ids the statement uses.
func readingOf(ctx context.Context, st *store.Store, s store.Statement) (r read.Reading, err error) {
	r.Published = s.Published.Format("2006-01-02")
	mentions, err := st.Mentions(ctx, s.Article)
	if err != nil {
		return r, err
	}
	group, place := s.Entities(record.RoleGroup), s.Entities(record.RolePlace)
	ids := slices.Concat(group, place)
	for _, m := range mentions {
		ids = append(ids, m.Entity)
	}
	entities, err := st.EntitiesByID(ctx, ids)
	if err != nil {
		return r, err
	}
	for id, e := range entities {
		name := fmt.Sprint("record ", id)
		switch {
		case slices.Contains(group, id):
			name = s.Said.Group
		case slices.Contains(place, id):
			name = s.Said.Place
		}
		r.Entities = append(r.Entities, read.Entity{ID: name, Kind: e.Kind, Known: e.Known})
	}
	return r, nil
}
