package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"strings"
	"sync"
)

// Queries holds the reads. A Store reads what is committed; a Tx reads its own
// writes too.
type Queries struct {
	r     *runner
	d     *dialect
	clock func() int64 // UTC milliseconds: what has ended by now
}

// at is the moment by which leases hold or have ended.
func (q Queries) at() int64 { return q.clock() }

// runner runs SQL. On SQLite it keeps every statement prepared, because half
// the cost of a small statement is its parsing; pgx does that by itself.
type runner struct {
	raw interface {
		ExecContext(context.Context, string, ...any) (sql.Result, error)
		QueryContext(context.Context, string, ...any) (*sql.Rows, error)
		PrepareContext(context.Context, string) (*sql.Stmt, error)
	}
	prepared *sync.Map // text to *sql.Stmt; nil where the driver caches

	// whole is set for the writer of SQLite: its small statements are done
	// once begun, and a transaction ends between two of them. To watch for
	// the end of a context takes two goroutines a statement.
	whole bool
}

func (r *runner) watch(ctx context.Context) (context.Context, error) {
	if !r.whole {
		return ctx, nil
	}
	return context.Background(), ctx.Err()
}

func (r *runner) stmt(ctx context.Context, query string) (*sql.Stmt, error) {
	if v, ok := r.prepared.Load(query); ok {
		return v.(*sql.Stmt), nil
	}
	st, err := r.raw.PrepareContext(ctx, steady(query))
	if err != nil {
		return nil, err
	}
	if prev, loaded := r.prepared.LoadOrStore(query, st); loaded {
		st.Close()
		return prev.(*sql.Stmt), nil
	}
	return st, nil
}

// steady keeps a statement prepared when another value is bound to its LIMIT.
// SQLite, which looks at that value to plan the statement, parses the whole of
// it anew at each execution where the parameter stands alone
// (sqlite3ExprIsInteger, sqlite3VdbeSetVarmask); not where it is part of a sum.
func steady(query string) string { return strings.ReplaceAll(query, "LIMIT ?", "LIMIT ?+0") }

func (q Queries) exec(ctx context.Context, query string, args ...any) (int64, error) {
	query = q.d.bind(query)
	ctx, err := q.r.watch(ctx)
	if err != nil {
		return 0, err
	}
	var res sql.Result
	if q.r.prepared == nil {
		res, err = q.r.raw.ExecContext(ctx, query, args...)
	} else if st, e := q.r.stmt(ctx, query); e != nil {
		return 0, e
	} else {
		res, err = st.ExecContext(ctx, args...)
	}
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}

func (q Queries) rows(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	query = q.d.bind(query)
	ctx, err := q.r.watch(ctx)
	if err != nil {
		return nil, err
	}
	if q.r.prepared == nil {
		return q.r.raw.QueryContext(ctx, query, args...)
	}
	st, err := q.r.stmt(ctx, query)
	if err != nil {
		return nil, err
	}
	return st.QueryContext(ctx, args...)
}

// one scans the first row into dest; sql.ErrNoRows where there is none.
func (q Queries) one(ctx context.Context, query string, args []any, dest ...any) error {
	rows, err := q.rows(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	if !rows.Next() {
		if err := rows.Err(); err != nil {
			return err
		}
		return sql.ErrNoRows
	}
	if err := rows.Scan(dest...); err != nil {
		return err
	}
	return rows.Close()
}

// collect reads all rows with scan, which is given each row's Scan.
func collect[T any](q Queries, ctx context.Context, query string, args []any, scan func(func(...any) error) (T, error)) ([]T, error) {
	rows, err := q.rows(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []T
	for rows.Next() {
		v, err := scan(rows.Scan)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}

// where gathers the conditions of a query and their arguments.
type where struct {
	conds []string
	args  []any
}

func (w *where) and(cond string, args ...any) {
	w.conds = append(w.conds, cond)
	w.args = append(w.args, args...)
}

func (w *where) String() string {
	if len(w.conds) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(w.conds, " AND ")
}

// toJSON writes a list or map as it stands in a column; empty for nothing.
func toJSON(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // our own types always marshal
	}
	if s := string(b); s != "null" && s != "{}" && s != "[]" {
		return s
	}
	return ""
}

func fromJSON(s string, dest any) error {
	if s == "" {
		return nil
	}
	return json.Unmarshal([]byte(s), dest)
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}
