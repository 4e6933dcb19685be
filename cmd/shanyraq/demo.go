package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"shanyraq/internal/article"
	"shanyraq/internal/demo"
	"shanyraq/internal/desk"
	"shanyraq/internal/fault"
	"shanyraq/internal/intake"
	"shanyraq/internal/people"
	"shanyraq/internal/site"
	"shanyraq/internal/stats"
	"shanyraq/internal/store"
)

type demoCmd struct {
	Data string `placeholder:"DIR" help:"Folder to fill; a new one where not given."`
	webFlags
}

func (*demoCmd) Help() string {
	return `Fills a folder with the portal of an invented assembly, its news in English, Russian and Kazakh, and population figures; reads every article; serves the portal and prints its address. A folder that was filled before is only served. Ctrl-C ends it; the folder stays.

The articles tell of real and public events with their sources; the assembly and its people are invented, and each article says so.

Examples:
  shanyraq demo
  shanyraq demo --data demo --addr localhost:0
  shanyraq serve --data demo      # the same portal later`
}

func (c *demoCmd) Run() error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return c.run(ctx, os.Stdout)
}

// run fills and serves the demo until the context ends.
func (c *demoCmd) run(ctx context.Context, out io.Writer) error {
	dir, err := c.folder()
	if err != nil {
		return err
	}
	st, err := store.Open(ctx, store.DSN(dir, ""))
	if err != nil {
		return fmt.Errorf("%s: %w", dir, err)
	}
	defer st.Close()
	if err := fillDemo(ctx, st); err != nil {
		if ctx.Err() != nil {
			return errPartly
		}
		return err
	}
	return c.serveSite(ctx, site.Config{Store: st}, desk.Config{Data: dir, Demo: true}, out)
}

// folder makes the folder of the demo, and says where it is when it chose it.
func (c *demoCmd) folder() (string, error) {
	if c.Data == "" {
		dir, err := os.MkdirTemp("", "shanyraq-demo-")
		if err != nil {
			return "", fault.Wrap(err, fault.Unavailable, "no folder for the demo can be made: %v", err).Hint("name one with --data")
		}
		fmt.Fprintf(os.Stderr, "the demo is in %s\n", dir)
		return dir, nil
	}
	if err := os.MkdirAll(c.Data, 0o755); err != nil {
		return "", fault.Wrap(err, fault.Unavailable, "the data folder cannot be made: %v", errors.Unwrap(err)).At("%s", c.Data).
			Hint("name a folder that you may write to")
	}
	return filepath.Clean(c.Data), nil
}

// demoSetting holds the seal of the articles that a site was filled from.
const demoSetting = "demo"

// fillDemo brings the demo into a site: sections, figures, articles, and what
// the articles say. Where the same demo is in it already, only what was left
// unread by an interrupted run is done.
func fillDemo(ctx context.Context, st *store.Store) error {
	show := newProgress(os.Stderr, 0, time.Now())
	defer show.close()
	seal := demo.Seal()
	filled, err := st.Setting(ctx, demoSetting)
	if err != nil {
		return err
	}
	if filled != seal {
		// Figures come before articles, so that the first reading can check.
		if err := st.Update(ctx, saveDemoFrame); err != nil {
			return err
		}
		if err := importDemo(ctx, st, show); err != nil {
			return err
		}
		err := st.Update(ctx, func(tx *store.Tx) error {
			if err := saveDemoRights(ctx, tx, st); err != nil {
				return err
			}
			return tx.SetSetting(demoSetting, seal)
		})
		if err != nil {
			return err
		}
	}
	_, err = readQueued(ctx, st, show)
	return errors.Join(err, ctx.Err())
}

// saveDemoFrame writes what stands around the demo's articles.
func saveDemoFrame(tx *store.Tx) error {
	if err := tx.SetNames(demo.Name); err != nil {
		return err
	}
	for i, s := range demo.Sections() {
		if err := tx.SaveSection(article.Section{Path: s.Path, Names: s.Names, Order: i}); err != nil {
			return err
		}
	}
	if err := saveDemoEditor(tx); err != nil {
		return err
	}
	return tx.SaveObservations(stats.Facts())
}

// saveDemoEditor makes the user that whoever opens the desk on this machine
// is. The address is reserved for examples (RFC 2606) and the user has no
// password: there is no other way in.
func saveDemoEditor(tx *store.Tx) error {
	u := people.User{Name: "Demo Editor", Email: "editor@demo.example", Language: "en", Demo: true, Roles: []people.Assignment{{Role: people.Editor}, {Role: people.RightsOfficer}}}
	if known, err := tx.UserByEmail(tx.Context(), u.Email); err == nil {
		u.ID = known.ID
	} else if !fault.Is(err, fault.NotFound) {
		return err
	}
	return tx.SaveUser(&u)
}

// importDemo takes the articles in as an import from a folder would.
func importDemo(ctx context.Context, st *store.Store, show *progress) error {
	tmp, err := os.MkdirTemp("", "shanyraq-articles-")
	if err != nil {
		return fault.Wrap(err, fault.Unavailable, "the demo's articles cannot be unpacked: %v", err).Hint("name a folder for temporary files with TMPDIR")
	}
	defer os.RemoveAll(tmp)
	dir, err := demo.Write(tmp)
	if err != nil {
		return err
	}
	rep := &importReport{show: show}
	im := &importer{store: st, report: rep}
	if err := im.run(ctx, intake.Read(ctx, []string{dir}, intake.Options{})); err != nil {
		return err
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if len(rep.Failed) > 0 {
		return fault.New(fault.Internal, "%d articles of the demo could not be imported; the first: %s", len(rep.Failed), rep.Failed[0].Error).
			Hint("report it, and try a new folder")
	}
	return nil
}
