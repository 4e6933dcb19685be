package store

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"

	"shanyraq/internal/fault"
	"shanyraq/internal/record"
)

// Store is one open database. It is safe for concurrent use.
type Store struct {
	Queries

	// Now gives the time written into created and updated columns. Tests set it.
	Now func() time.Time

	db     *sql.DB   // the pool that reads; on PostgreSQL also the one that writes
	writer *sql.DB   // SQLite: a pool of one connection,
	conn   *sql.Conn // and the connection, held for as long as the store is open
	write  *runner
	turn   sync.Mutex // SQLite: one writer at a time, waiting without spinning
	ids    sequence

	version atomic.Uint64 // see Version
	called  atomic.Pointer[named]

	kept    *cache // SQLite: for as long as only this store writes
	foreign int64  // SQLite: changes when another connection has written
}

// DSN gives the name of a database from the two flags every command has: the
// data folder and, where set, an address of its own.
func DSN(data, db string) string {
	if db != "" {
		return db
	}
	return filepath.Join(data, "shanyraq.db")
}

// Open opens the database and brings its schema up to date. dsn is a file
// name for SQLite or postgres://user@host/name. A database written by a newer
// version of the program is refused.
func Open(ctx context.Context, dsn string) (*Store, error) {
	s := &Store{Now: time.Now}
	open := s.openSQLite
	if strings.HasPrefix(dsn, "postgres://") || strings.HasPrefix(dsn, "postgresql://") {
		open = s.openPostgres
	} else if strings.Contains(dsn, "://") {
		return nil, fault.New(fault.Unsupported, "the database address %q is of no kind we know", redact(dsn)).Hint("name a file for SQLite or postgres://… for PostgreSQL")
	}
	if err := open(ctx, dsn); err != nil {
		s.Close()
		return nil, err
	}
	if err := s.migrate(ctx); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

func (s *Store) openPostgres(_ context.Context, dsn string) (err error) {
	config, err := pgx.ParseConfig(dsn)
	if err != nil {
		return fault.Wrap(err, fault.Invalid, "the address of the database cannot be read").Hint("write it as postgres://user:password@host:5432/name")
	}
	// Every question of ours has an index. The planner, which does not count
	// the unpacking of long texts, prefers reading whole tables.
	config.RuntimeParams["enable_seqscan"] = "off"
	s.db = stdlib.OpenDB(*config)
	s.db.SetMaxOpenConns(16)
	s.db.SetMaxIdleConns(8)
	s.Queries = Queries{r: &runner{raw: s.db}, d: postgres, clock: s.millis}
	return nil
}

func (s *Store) openSQLite(ctx context.Context, file string) (err error) {
	dir := filepath.Dir(file)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fault.Wrap(err, fault.Unavailable, "the data folder %q cannot be made", dir).Hint("check the path and its permissions")
	}
	if s.writer, err = sql.Open("sqlite", sqliteDSN(file, true)); err != nil {
		return translate(err, "database")
	}
	s.writer.SetMaxOpenConns(1)
	if s.conn, err = s.writer.Conn(ctx); err != nil {
		return translate(err, "database")
	}
	if s.db, err = sql.Open("sqlite", sqliteDSN(file, false)); err != nil {
		return translate(err, "database")
	}
	readers := max(4, 2*runtime.GOMAXPROCS(0))
	s.db.SetMaxOpenConns(readers)
	s.db.SetMaxIdleConns(readers)
	s.Queries = Queries{r: &runner{raw: s.db, prepared: new(sync.Map)}, d: sqlite, clock: s.millis}
	s.kept = newCache()
	s.write = &runner{raw: s.conn, prepared: new(sync.Map), whole: true}
	return nil
}

// sqliteDSN adds the pragmas of every connection: write-ahead log, and a sync
// at every commit, so that what was acknowledged survives a power cut.
func sqliteDSN(file string, write bool) string {
	v := url.Values{"_pragma": {
		"busy_timeout(10000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(ON)",
		"temp_store(MEMORY)",
	}}
	if write {
		v.Set("_txlock", "immediate")
		v.Add("_pragma", "cache_size(-64000)")
		v.Add("_pragma", "wal_autocheckpoint(16000)")
	} else {
		v.Add("_pragma", "query_only(ON)")
		v.Add("_pragma", "cache_size(-16000)")
	}
	return "file:" + (&url.URL{Path: file}).EscapedPath() + "?" + v.Encode()
}

// redact hides the password of an address.
func redact(dsn string) string {
	if u, err := url.Parse(dsn); err == nil {
		return u.Redacted()
	}
	return dsn
}

// Close releases the database.
func (s *Store) Close() error {
	var errs []error
	if s.conn != nil {
		errs = append(errs, s.conn.Close())
	}
	if s.writer != nil {
		errs = append(errs, s.writer.Close())
	}
	if s.db != nil {
		errs = append(errs, s.db.Close())
	}
	return errors.Join(errs...)
}

// Ping reports whether the database can be read and written.
func (s *Store) Ping(ctx context.Context) error {
	return s.Update(ctx, func(tx *Tx) error {
		_, err := tx.exec(ctx, `/* store.Ping */ INSERT INTO settings (name, value) VALUES ('ping', '1')
			ON CONFLICT (name) DO UPDATE SET value = excluded.value`)
		return err
	})
}

// Tx is one write transaction.
type Tx struct {
	Queries
	ctx   context.Context
	store *Store
	now   int64 // the transaction's time, UTC milliseconds
	next  int64 // SQLite: the next free id, 0 before the first is asked for

	changed bool // something the site shows was written
	cache   *cache

	counts map[int64]int         // articles that mention an entity, more or fewer
	covers map[coverKey][2]int64 // articles and statements read, more or fewer
	texts  []indexed             // waiting for the search index

	reviews map[int64]*waiting // articles in which other statements wait than before; nil where it has to be looked up

	leading []record.Statement // of Leading, used again

	asked     bool       // listeners are known
	listeners *listeners // nil for nobody
	sights    map[int64]*sight
}

// Context is the context the transaction was begun with.
func (tx *Tx) Context() context.Context { return tx.ctx }

// Time is the time that the transaction's rows carry.
func (tx *Tx) Time() time.Time { return fromMillis(tx.now) }

// Update runs fn in one write transaction and commits it when fn returns nil.
// After that it is durable. fn must use tx for its reads too.
func (s *Store) Update(ctx context.Context, fn func(*Tx) error) error {
	if s.d == sqlite {
		return translate(s.updateSQLite(ctx, fn), "row")
	}
	t, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return translate(err, "database")
	}
	defer t.Rollback() // does nothing after Commit
	tx := s.tx(ctx, &runner{raw: t})
	if err := fn(tx); err != nil {
		return translate(err, "row")
	}
	if err := tx.finish(); err != nil {
		return translate(err, "row")
	}
	if err := tx.noteChange(); err != nil {
		return translate(err, "row")
	}
	defer tx.raise() // also when the answer to COMMIT is lost
	return translate(t.Commit(), "transaction")
}

// updateSQLite begins and ends the transaction by hand: statements prepared
// on the connection then serve every transaction.
func (s *Store) updateSQLite(ctx context.Context, fn func(*Tx) error) (err error) {
	s.turn.Lock()
	defer s.turn.Unlock()
	if _, err := s.conn.ExecContext(ctx, "BEGIN IMMEDIATE"); err != nil {
		return err
	}
	done := false
	defer func() { // also when fn panics
		if !done {
			s.kept.clear()
			_, e := s.conn.ExecContext(context.WithoutCancel(ctx), "ROLLBACK")
			if err == nil {
				err = e
			}
		}
	}()
	tx := s.tx(ctx, s.write)
	var foreign int64
	if err := tx.one(ctx, `/* store.Update */ PRAGMA data_version`, nil, &foreign); err != nil {
		return err
	}
	if foreign != s.foreign {
		s.kept.clear()
		s.foreign = foreign
	}
	tx.cache = s.kept
	if err := fn(tx); err != nil {
		return err
	}
	if err := tx.finish(); err != nil {
		return err
	}
	if err := tx.keepIDs(); err != nil {
		return err
	}
	if err := tx.noteChange(); err != nil {
		return err
	}
	defer tx.raise()
	if _, err := s.conn.ExecContext(ctx, "COMMIT"); err != nil {
		return err
	}
	done = true
	return nil
}

func (s *Store) tx(ctx context.Context, r *runner) *Tx {
	now := s.millis()
	return &Tx{Queries: Queries{r: r, d: s.d, clock: func() int64 { return now }}, ctx: ctx, store: s, now: now, cache: newCache()}
}

func (s *Store) millis() int64 { return millis(s.Now()) }

func millis(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

func fromMillis(ms int64) time.Time {
	if ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(ms).UTC()
}
