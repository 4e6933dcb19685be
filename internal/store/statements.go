package store

import (
	"context"
	"errors"
	"slices"
	"time"

	"shanyraq/internal/read"
	"shanyraq/internal/record"
	"shanyraq/internal/stats"
	"shanyraq/internal/value"
)

// Statement is a statement with what registers and pages show beside it.
type Statement struct {
	record.Statement
	Language  string    // of the article
	Section   string    // of the article
	Published time.Time // of the article
	Day       int       // where it stands in time, days since 1970-01-01
	Dated     bool      // Day is its own date's first day, not the day of publication
	Told      int       // how many shown statements tell this fact
	Check     *stats.Check

	shown int // see fact.go
}

// CursorOfStatement is the place of a statement in a list by time.
func CursorOfStatement(s Statement) Cursor { return Cursor{int64(s.Day), s.ID} }

const statementColumns = `s.id, s.fact, s.article, s.revision, s.hash, s.language, s.section, s.published, s.start_at, s.end_at, s.quote, s.said, s.refs,
	s.day, s.dated, s.version, s.rank, s.reason, s.touched, s.orphaned, s.original, s.told, s.keys, s.verdict, c.stated, c.observed, c.source, c.arithmetic, s.shown`

const statementTables = `statements s LEFT JOIN checks c ON c.statement = s.id`

func scanStatement(scan func(...any) error) (s Statement, err error) {
	var said, refs, keys, verdict, original string
	var published int64
	var dated, touched, orphaned int
	var stated, observed, source, arithmetic *string
	err = scan(&s.ID, &s.Fact, &s.Article, &s.Revision, &s.Hash, &s.Language, &s.Section, &published, &s.Evidence.Start, &s.Evidence.End, &s.Quote, &said, &refs,
		&s.Day, &dated, &s.ReaderVersion, &s.Rank, &s.Reason, &touched, &orphaned, &original, &s.Told, &keys, &verdict, &stated, &observed, &source, &arithmetic, &s.shown)
	if err != nil {
		return s, err
	}
	s.Published, s.Dated, s.Touched, s.Orphaned = fromMillis(published), dated == 1, touched == 1, orphaned == 1
	if stated != nil {
		s.Check = &stats.Check{Statement: s.ID, Verdict: stats.Verdict(verdict), Stated: *stated, Observed: *observed, Source: *source, Arithmetic: *arithmetic}
	}
	if original != "" {
		s.Original = new(record.Telling)
	}
	return s, errors.Join(fromJSON(original, s.Original), fromJSON(said, &s.Said), fromJSON(refs, &s.Refs), fromJSON(keys, &s.Keys))
}

// StatementFilter chooses statements for a register, an entity's page or the
// page of a pair. Zero fields choose all.
type StatementFilter struct {
	Kind     string // read.Agreement…; empty for all kinds, with Entity or Pair
	Sub      string // kind of event, status of agreement
	Language string // of the article
	Section  string // path; its branches are included
	Entity   int64  // in any role, or in Role
	Role     string
	Place    int64    // held or stated there
	Pair     [2]int64 // two entities that both take part
	From, To value.Date
	Verdict  stats.Verdict
	Articles []int64 // told by one of these
	Reviewed bool    // only accepted and preferred
	Facts    bool    // one statement for each fact; without it every telling
	Oldest   bool    // oldest first; else newest first
	After    Cursor
	Limit    int
}

// Statements lists shown statements in order of time.
func (q Queries) Statements(ctx context.Context, f StatementFilter) ([]Statement, error) {
	var w where
	from, day, id := statementTables, "s.day", "s.id"
	joined := statementTables[len("statements s"):]
	facets, err := q.facets(ctx, &f)
	if err != nil {
		return nil, err
	}
	// The table of pairs has who leads a fact in whatever language; other
	// tellings are found under both entities.
	pair := f.Pair != [2]int64{} && f.Facts && f.Language == ""
	if f.Pair != [2]int64{} && !pair {
		facets = append([]facet{{id: f.Pair[0]}, {id: f.Pair[1]}}, facets...)
		w.and("f.kind IN ('agreement', 'event')")
	}
	// A section is large: a verdict or a finer kind finds more quickly what is
	// rare in it.
	leads := !pair && len(facets) > 0 && (f.Sub == "" && f.Verdict == "" || facets[0].role != "section")
	// What stands beside the facet is asked there, before any statement is
	// looked up.
	kind, language, sub, verdict := "s.kind", "s.language", "s.sub", "s.verdict"
	if leads || pair {
		day, id, kind = "f.day", "f.statement", "f.kind"
	}
	switch {
	case pair:
		from = "pair_facts f JOIN statements s ON s.id = f.statement" + joined
		sub = "f.sub"
		w.and("f.pair = ?", pairOf(f.Pair[0], f.Pair[1]))
	case leads: // the first facet leads, the others are asked
		from = "statement_facets f JOIN statements s ON s.id = f.statement" + joined
		language, sub, verdict = "f.language", "f.fine", "f.fine"
		w.and("f.facet = ?", facets[0].id)
		if role := facets[0].role; role != "" {
			w.and("f.role = ?", role)
		} else {
			// An entity may have two roles in one statement: take it once.
			w.and(`NOT EXISTS (SELECT 1 FROM statement_facets g WHERE g.facet = f.facet AND g.day = f.day AND g.statement = f.statement AND g.role < f.role)`)
		}
		facets = facets[1:]
	}
	if f.Kind != "" {
		w.and(kind+" = ?", f.Kind)
	}
	for _, fc := range facets {
		cond, args := "", []any{fc.id}
		if fc.role != "" {
			cond, args = " AND g.role = ?", append(args, fc.role)
		}
		w.and(`EXISTS (SELECT 1 FROM statement_facets g WHERE g.facet = ? AND g.day = `+day+` AND g.statement = `+id+cond+`)`, args...)
	}
	// The numbers stand in the text, so that the partial indexes serve.
	switch {
	case pair: // only such as lead their facts are there
	case f.Facts && f.Language == "":
		w.and("s.shown = 3")
	case f.Facts:
		w.and("s.shown >= 2")
	default:
		w.and("s.shown >= 1")
	}
	if f.Language != "" {
		w.and(language+" = ?", f.Language)
	}
	if f.Sub != "" {
		w.and(sub+" = ?", f.Sub)
		if !leads && !pair {
			w.and("s.sub <> ''")
		}
	}
	if f.Verdict != "" {
		w.and(verdict+" = ?", f.Verdict)
		if !leads {
			w.and("s.verdict <> ''")
		}
	}
	if len(f.Articles) > 0 {
		args := make([]any, len(f.Articles))
		for i, id := range f.Articles {
			args[i] = id
		}
		w.and("s.article IN ("+placeholders(len(args))+")", args...)
	}
	if f.Reviewed && pair {
		w.and("f.decided = 1")
	} else if f.Reviewed {
		w.and("s.rank IN ('accepted', 'preferred')")
	}
	if !f.From.IsZero() {
		lo, _ := f.From.Bounds()
		w.and(day+" >= ?", lo)
	}
	if !f.To.IsZero() {
		_, hi := f.To.Bounds()
		w.and(day+" <= ?", hi)
	}
	sign, order := "<", " DESC"
	if f.Oldest {
		sign, order = ">", ""
	}
	if f.After != (Cursor{}) {
		w.and("("+day+", "+id+") "+sign+" (?, ?)", f.After.Time, f.After.ID)
	}
	list, err := collect(q, ctx, `/* store.Statements */ SELECT `+statementColumns+` FROM `+from+w.String()+
		` ORDER BY `+day+order+`, `+id+order+` LIMIT ?`, append(w.args, limit(f.Limit)), scanStatement)
	return list, translate(err, "statement")
}

// statementsWhere is for short lists by a key.
func (q Queries) statementsWhere(ctx context.Context, name, rest string, args ...any) ([]Statement, error) {
	list, err := collect(q, ctx, `/* store.`+name+` */ SELECT `+statementColumns+` FROM `+statementTables+` `+rest, args, scanStatement)
	return list, translate(err, "statement")
}

// StatementByID gives one statement, shown or not.
func (q Queries) StatementByID(ctx context.Context, id int64) (Statement, error) {
	list, err := q.statementsWhere(ctx, "StatementByID", `WHERE s.id = ?`, id)
	if err == nil && len(list) == 0 {
		return Statement{}, notFound("statement")
	}
	if err != nil {
		return Statement{}, err
	}
	return list[0], nil
}

// ArticleStatements gives what an article states, in the order of the text:
// all that is not deprecated; with all set, that too.
func (q Queries) ArticleStatements(ctx context.Context, articleID int64, all bool) ([]Statement, error) {
	cond := ` AND s.rank <> 'deprecated' AND s.orphaned = 0`
	if all {
		cond = ""
	}
	return q.statementsWhere(ctx, "ArticleStatements", `WHERE s.article = ?`+cond+` ORDER BY s.start_at, s.end_at, s.id`, articleID)
}

// FactStatements gives the shown statements that tell one fact, the leading
// one first, then by day of publication; at most 100.
func (q Queries) FactStatements(ctx context.Context, fact string) ([]Statement, error) {
	return q.statementsWhere(ctx, "FactStatements", `WHERE s.fact = ? AND s.shown >= 1 ORDER BY s.shown DESC, s.published, s.id LIMIT 100`, fact)
}

// FactsStatements gives what FactStatements does for several facts at once.
func (q Queries) FactsStatements(ctx context.Context, facts []string) (map[string][]Statement, error) {
	out := make(map[string][]Statement, len(facts))
	for part := range slices.Chunk(facts, 32) {
		args := make([]any, 32) // one text serves all; the last stands in where there are fewer
		for i := range args {
			args[i] = part[min(i, len(part)-1)]
		}
		list, err := q.statementsWhere(ctx, "FactsStatements", `WHERE s.fact IN (`+placeholders(32)+`) AND s.shown >= 1 ORDER BY s.fact, s.shown DESC, s.published, s.id LIMIT 1000`, args...)
		if err != nil {
			return nil, err
		}
		for _, s := range list {
			out[s.Fact] = append(out[s.Fact], s)
		}
	}
	return out, nil
}

// Waiting counts the statements that no person has looked at, by kind.
func (q Queries) Waiting(ctx context.Context) (n int, err error) {
	err = q.one(ctx, `/* store.Waiting */ SELECT COUNT(*) FROM statements WHERE rank = 'suggested'`, nil, &n)
	return n, translate(err, "statement")
}

// sub is the finer kind by which registers filter.
func sub(s read.Statement) string {
	switch s.Kind {
	case read.Event:
		return s.Event
	case read.Agreement:
		return s.Status
	}
	return ""
}

// place in time: a statement stands at the first day of its date, one without
// a date at its article's publication.
func place(s read.Statement, published int64) (day, last int, dated bool) {
	if d, err := value.ParseDate(s.Date); err == nil && !d.IsZero() {
		day, last = d.Bounds()
		if _, ok := d.First(); !ok {
			day = last
		}
		return day, last, true
	}
	day = int(published / 86_400_000)
	return day, day, false
}
