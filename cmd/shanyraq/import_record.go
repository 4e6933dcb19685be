package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"shanyraq/internal/export"
	"shanyraq/internal/fault"
)

// recordDump opens the one path of an import where it is a dump of the
// record; nil where it is not.
func recordDump(paths []string) (*os.File, error) {
	for _, path := range paths {
		if strings.Contains(path, "://") {
			continue
		}
		f, err := os.Open(path)
		if err != nil {
			continue // the importer says so, beside what it can read
		}
		begin := make([]byte, 256)
		n, err := io.ReadFull(f, begin)
		if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) || !export.IsRecord(begin[:n]) {
			f.Close()
			continue
		}
		if len(paths) > 1 {
			f.Close()
			return nil, fault.New(fault.Invalid, "%s is a dump of a whole record", path).Hint("import it alone, into an empty site")
		}
		if _, err := f.Seek(0, io.SeekStart); err != nil {
			f.Close()
			return nil, fault.Wrap(err, fault.Unavailable, "%s cannot be read from its start", path).Hint("copy it to a file first")
		}
		return f, nil
	}
	return nil, nil
}

// load takes a dump into an empty site.
func (c *importCmd) load(ctx context.Context, f *os.File) error {
	if c.DryRun {
		return fault.New(fault.Unsupported, "a dump of the record is loaded whole or not at all").Hint("load it into a new folder without --dry-run")
	}
	start := time.Now()
	st, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer st.Close()
	n, err := export.Load(ctx, st, f)
	if err != nil {
		return fmt.Errorf("%s: %w", f.Name(), err)
	}
	if c.JSON {
		return json.NewEncoder(os.Stdout).Encode(map[string]any{"imported": n.Articles, "updated": 0, "unchanged": 0, "failed": []failure{}, "read": 0,
			"entities": n.Entities, "statements": n.Statements, "decisions": n.Decisions, "seconds": round(time.Since(start).Seconds())})
	}
	fmt.Printf("%d articles, %d entities, %d statements, %d decisions loaded\n", n.Articles, n.Entities, n.Statements, n.Decisions)
	return nil
}
