package store

import (
	"strconv"
	"strings"
	"sync"

	"shanyraq/internal/search"
)

// dialect holds everything in which the two databases differ. All other SQL
// is common to both, written with ? for arguments.
type dialect struct {
	name string

	// Fragments of migrations, written {{name}} there.
	fragments map[string]string

	// numbered is set where arguments are written $1, $2 instead of ?.
	numbered bool

	// forUpdate ends a SELECT that claims rows: PostgreSQL has many writers,
	// SQLite has one and the transaction is its lock.
	forUpdate string

	// insertRows is the verb that writes many rows at once. SQLite else keeps a
	// copy of every page that the statement touches, to undo it alone.
	insertRows string

	// insertText writes a row of the search index, text gives its terms,
	// matches is the condition on it, match writes what stands in that.
	insertText, matches string
	text                func(search.Document) string
	match               matcher

	// mergeIndex makes one piece of the pieces that a full-text index grows in,
	// for a number of pages at a time, and indexPieces counts them; empty where
	// the index is always whole.
	mergeIndex, indexPieces string

	// vocabulary gives which of some terms, parted by spaces, the index has.
	vocabulary string

	// matchFirst, where set, is the table of matching rows, found before any
	// other condition is looked at: PostgreSQL would else go through the rows
	// in order of time and unpack every text on the way.
	matchFirst string

	// columns lists the schema, for the test that compares both.
	columns string
}

var sqlite = &dialect{
	name: "sqlite",
	fragments: map[string]string{
		"clustered": "WITHOUT ROWID",
		"id":        "INTEGER", // as a primary key it is the row's own number: no second tree
		"real":      "REAL",
		"text":      "TEXT",
		"ids":       "CREATE TABLE ids (next BIGINT NOT NULL)",
		"ids_start": "INSERT INTO ids (next) VALUES (1)",
	},
	insertRows:  "INSERT OR FAIL",
	insertText:  `/* store.writeIndex */ INSERT INTO search_index (rowid, terms) VALUES (?, ?)`,
	matches:     "search_index MATCH ?",
	mergeIndex:  `/* store.MergeIndex */ INSERT INTO search_index (search_index, rank) VALUES ('merge', ?)`,
	indexPieces: `/* store.IndexPieces */ SELECT COUNT(DISTINCT segid) FROM search_index_idx`,
	vocabulary:  `/* store.frequent */ SELECT v.term FROM json_each('["' || replace(?, ' ', '","') || '"]') j JOIN search_terms v ON v.term = j.value ORDER BY min(v.doc, 50) DESC, v.term LIMIT 5`,
	text:        fts5Text,
	match:       fts5Match,
	columns:     `/* store.columns */ SELECT m.name, c.name, c.type, c."notnull" FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table'`,
}

var postgres = &dialect{
	name: "postgres",
	fragments: map[string]string{
		"clustered": "",
		"id":        "BIGINT",
		"real":      "DOUBLE PRECISION",
		"text":      `TEXT COLLATE "C"`, // sorts by bytes, as SQLite does
		"ids":       "CREATE SEQUENCE ids INCREMENT BY 1000",
		"ids_start": "SELECT 1",
	},
	numbered:   true,
	forUpdate:  " FOR UPDATE SKIP LOCKED",
	insertRows: "INSERT",
	insertText: `/* store.writeIndex */ INSERT INTO search_index (rowid, doc) VALUES (?, CAST(CAST(? AS TEXT) AS TSVECTOR))`,
	matchFirst: "(WITH m AS MATERIALIZED (SELECT rowid FROM search_index WHERE doc @@ CAST(CAST(? AS TEXT) AS TSQUERY)) SELECT rowid FROM m) AS d",
	vocabulary: `/* store.frequent */ SELECT term FROM (SELECT term, (SELECT COUNT(*) FROM (SELECT 1 FROM search_index WHERE doc @@ CAST(quote_literal(term) AS TSQUERY) LIMIT 50) AS few) AS n
		FROM unnest(string_to_array(CAST(? AS TEXT), ' ')) AS term) AS counted WHERE n > 0 ORDER BY n DESC, term COLLATE "C" LIMIT 5`,
	text:    tsvector,
	match:   tsquery,
	columns: `/* store.columns */ SELECT table_name, column_name, data_type, CASE is_nullable WHEN 'NO' THEN 1 ELSE 0 END FROM information_schema.columns WHERE table_schema = current_schema()`,
}

// migration writes the named fragments of a migration out.
func (d *dialect) migration(text string) string {
	for name, fragment := range d.fragments {
		text = strings.ReplaceAll(text, "{{"+name+"}}", fragment)
	}
	return text
}

// rebinds caches the texts that bind has rewritten; there are as many as
// there are statements in this package.
var rebinds sync.Map

// bind gives the statement as the database wants its arguments.
func (d *dialect) bind(query string) string {
	if !d.numbered {
		return query
	}
	if s, ok := rebinds.Load(query); ok {
		return s.(string)
	}
	var b strings.Builder
	n, quoted := 0, false
	for i := range len(query) {
		switch c := query[i]; {
		case c == '\'':
			quoted = !quoted
			b.WriteByte(c)
		case c == '?' && !quoted:
			n++
			b.WriteByte('$')
			b.WriteString(strconv.Itoa(n))
		default:
			b.WriteByte(c)
		}
	}
	rebinds.Store(query, b.String())
	return b.String()
}

// placeholders gives n question marks with commas between.
func placeholders(n int) string {
	return strings.TrimSuffix(strings.Repeat("?,", n), ",")
}
