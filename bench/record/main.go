// Command record measures what a large record costs to ask: it writes entities
// and readings of invented articles straight through the store, without
// reading a text, and asks the finished site.
//
//	go run ./bench/record -dir /tmp/record           # makes the record once, then asks it
//	go run ./bench/record -dir /tmp/record -loaded   # asks it again
//	go run ./bench/record -dir /tmp/record -loaded -only reread -window 60s   # reads it again behind the site
//
// The same seed gives the same record. Results stand in bench/README.md.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"strings"
	"time"

	"shanyraq/internal/store"
)

var (
	articles   = flag.Int("articles", 100_000, "articles")
	statements = flag.Int("statements", 10, "statements of an article")
	entities   = flag.Int("entities", 200_000, "people, bodies and places")
	seed       = flag.Uint64("seed", 1, "of the generator")
	dir        = flag.String("dir", "", "folder for the site; a new one where not given, removed at the end")
	db         = flag.String("db", "", "database instead: postgres://…")
	loaded     = flag.Bool("loaded", false, "the folder holds the record already: only ask it")
	only       = flag.String("only", "", "measure only what has this in its name: pair, register, entity, matching, reread")
	times      = flag.Int("times", 60, "questions of each sort")
	rounds     = flag.Int("rounds", 4, "rounds of reading again")
	window     = flag.Duration("window", 30*time.Second, "of reading again, at least; and of the pages alone")
	profile    = flag.String("cpuprofile", "", "file for a profile of the questions")
)

// out takes the figures.
var out io.Writer = os.Stdout

func main() {
	flag.Parse()
	if err := run(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context) (err error) {
	if *dir == "" {
		d, err := os.MkdirTemp("", "record-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(d)
		*dir = d
	}
	fmt.Fprintf(out, "%d articles of %d statements, %d entities, seed %d, %s, %d processors, %s\n",
		*articles, *statements, *entities, *seed, runtime.Version(), runtime.GOMAXPROCS(0), time.Now().Format(time.DateOnly))
	st, err := store.Open(ctx, store.DSN(*dir, *db))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	if !*loaded {
		if err := newGenerator(*seed).fill(ctx, st); err != nil {
			return err
		}
	}
	if *db == "" {
		if fi, err := os.Stat(filepath.Join(*dir, "shanyraq.db")); err == nil {
			fmt.Fprintf(out, "database %.1f MB\n", float64(fi.Size())/1e6)
		}
	}
	if *profile != "" {
		f, err := os.Create(*profile)
		if err != nil {
			return err
		}
		if err := pprof.StartCPUProfile(f); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}
	for _, m := range []struct {
		name string
		ask  func(context.Context, *store.Store) error
	}{{"pair", pairs}, {"register", registers}, {"entity", entityPages}, {"matching", matching}, {"reread", reread}} {
		if *only != "" && !strings.Contains(*only, m.name) {
			continue
		}
		if m.name == "reread" && *only == "" {
			continue // takes minutes, and changes the record
		}
		if err := m.ask(ctx, st); err != nil {
			return fmt.Errorf("%s: %w", m.name, err)
		}
	}
	return nil
}
