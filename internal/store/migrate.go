package store

import (
	"context"
	"embed"
	"io/fs"
	"strings"
	"testing/fstest"

	"github.com/pressly/goose/v3"

	"shanyraq/internal/fault"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// SchemaVersion is the number of the newest migration.
func SchemaVersion() int64 {
	files, _ := migrations(sqlite)
	var newest int64
	for name := range files {
		if v, err := goose.NumericComponent(name); err == nil && v > newest {
			newest = v
		}
	}
	return newest
}

// migrations gives the files of one dialect, fragments written out. A
// migration is one file for both (0001_name.sql) or a pair
// (0002_name.sqlite.sql and 0002_name.postgres.sql).
func migrations(d *dialect) (fstest.MapFS, error) {
	out := fstest.MapFS{}
	entries, err := fs.ReadDir(migrationFiles, "migrations")
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		base := strings.TrimSuffix(e.Name(), ".sql")
		name, only, paired := strings.Cut(base, ".")
		if paired && only != d.name {
			continue
		}
		text, err := fs.ReadFile(migrationFiles, "migrations/"+e.Name())
		if err != nil {
			return nil, err
		}
		out[name+".sql"] = &fstest.MapFile{Data: []byte(d.migration(string(text)))}
	}
	return out, nil
}

// migrate brings the schema up to date and refuses a newer one.
func (s *Store) migrate(ctx context.Context) error {
	files, err := migrations(s.d)
	if err != nil {
		return err
	}
	dialect, db := goose.DialectPostgres, s.db
	if s.d == sqlite {
		dialect, db = goose.DialectSQLite3, s.writer
		// goose takes the one writing connection; give it back meanwhile.
		if err := s.conn.Close(); err != nil {
			return translate(err, "database")
		}
		defer func() { s.conn, _ = s.writer.Conn(ctx); s.write.raw = s.conn }()
	}
	p, err := goose.NewProvider(dialect, db, files)
	if err != nil {
		return translate(err, "schema")
	}
	have, newest, err := p.GetVersions(ctx)
	if err != nil {
		return translate(err, "schema")
	}
	if have > newest {
		return fault.New(fault.Unsupported, "the database was written by a newer version of this program: its schema is number %d, and this program knows up to %d", have, newest).
			Hint("use the newer program, or restore a backup made before it was used")
	}
	if have == newest {
		return nil
	}
	if _, err := p.Up(ctx); err != nil {
		if ctx.Err() != nil {
			return fault.Wrap(err, fault.Unavailable, "interrupted while the database was brought up to date").
				Hint("run the same command again: it goes on where it stopped, and nothing is lost")
		}
		return translate(err, "schema")
	}
	return nil
}
