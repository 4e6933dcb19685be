package store

import (
	"cmp"
	"context"
	"math/bits"
	"slices"

	"shanyraq/internal/read"
	"shanyraq/internal/search"
)

// Search asks for texts.
type Search struct {
	Query  search.Query
	ByDay  bool // newest first; else the most relevant first
	Offset int
	Limit  int // 20 where it is 0
}

// Found is the answer.
type Found struct {
	Hits  []Hit
	Total int
	More  bool // there are more than Total
	// Any is set when no text has all the words and these have some.
	Any bool
	// Meant is set when nothing was found for the query as typed and this is
	// the answer to another: typed on the wrong keyboard layout, or with one
	// letter wrong. Query is that other one.
	Meant string
	Query search.Query
}

// Hit is one text found.
type Hit struct {
	Card
	Score int // how well it matches; see ranked
}

// ranked is how many of the newest texts that match are put in order of
// relevance, and counted is how far they are counted, in the same walk. Beyond,
// a query is so common that its newest texts are the answer.
const (
	ranked  = 500
	counted = 2000
)

// Scores of a text: all words in the title, all in the lead, the words side by
// side, some words in the title. Equal ones stand newest first.
const (
	scoreTitle  = 8
	scoreLead   = 4
	scorePhrase = 3
	scoreSome   = 2
)

// Search finds public texts. Where no text has all the words, it forgives a
// wrong keyboard layout and a wrong letter; where that does not help, it gives
// the texts that have some of the words.
func (q Queries) Search(ctx context.Context, s Search) (Found, error) {
	f, err := q.search(ctx, s)
	f.Query = s.Query
	if err != nil || f.Total > 0 || positive(s.Query) == 0 {
		return f, translate(err, "search index")
	}
	if meant, ok, err := q.forgive(ctx, s); ok || err != nil {
		return meant, translate(err, "search index")
	}
	if positive(s.Query) > 1 && !s.Query.Any {
		s.Query.Any = true
		f, err = q.search(ctx, s)
		f.Any, f.Query = f.Total > 0, s.Query
	}
	return f, translate(err, "search index")
}

func positive(q search.Query) (n int) {
	for _, c := range q.Clauses {
		n += flag(!c.Not)
	}
	return n
}

func (q Queries) search(ctx context.Context, s Search) (f Found, err error) {
	bounds, ok, err := q.bounds(ctx, s.Query)
	if err != nil || !ok {
		return f, err
	}
	rows, err := q.matching(ctx, q.d.match.query(s.Query, ""), bounds, max(counted+1, s.Offset+limit(s.Limit)))
	if err != nil {
		return f, err
	}
	f.Total, f.More = min(len(rows), counted), len(rows) > counted
	scores := map[int64]int{}
	if !s.ByDay && len(rows) > 1 && positive(s.Query) > 0 {
		rows = rows[:min(len(rows), ranked)]
		if rows, scores, err = q.rank(ctx, s.Query, bounds, rows); err != nil {
			return f, err
		}
	}
	rows = rows[min(s.Offset, len(rows)):]
	rows = rows[:min(limit(s.Limit), len(rows))]
	ids := make([]int64, len(rows))
	for i, r := range rows {
		ids[i] = idOf(r)
	}
	cards, err := q.ArticlesByID(ctx, ids)
	if err != nil {
		return f, err
	}
	for i, id := range ids {
		if c, ok := cards[id]; ok {
			f.Hits = append(f.Hits, Hit{Card: c, Score: scores[rows[i]]})
		}
	}
	return f, nil
}

// rank puts rows in order of relevance. Texts with the words in their title
// join them even where they are older than the newest that match.
func (q Queries) rank(ctx context.Context, query search.Query, bounds where, rows []int64) ([]int64, map[int64]int, error) {
	m := q.d.match
	scores := make(map[int64]int, len(rows))
	for _, r := range rows {
		scores[r] = 0
	}
	within := bounds
	within.conds, within.args = slices.Clone(bounds.conds), slices.Clone(bounds.args)
	oldest := slices.Min(rows)
	within.and("rowid >= ?", oldest)
	single := len(query.Clauses) == 1 // then all of the words in the title are some of them too
	for _, tier := range []struct {
		match  string
		score  int
		bounds where
	}{
		{m.inPart(query, search.TitleMark), scoreTitle, bounds},
		{m.query(query, m.anyIn(query, search.TitleMark)), scoreSome, within},
		{m.inPart(query, search.LeadMark), scoreLead, within},
		{m.phrase(query), scorePhrase, within},
	} {
		if tier.match == "" || single && tier.score == scoreSome {
			continue
		}
		found, err := q.matching(ctx, tier.match, tier.bounds, ranked)
		if err != nil {
			return nil, nil, err
		}
		for _, r := range found {
			scores[r] += tier.score
			if single && tier.score == scoreTitle && r >= oldest {
				scores[r] += scoreSome
			}
		}
	}
	if query.Any {
		if err := q.weigh(ctx, query, bounds, scores); err != nil {
			return nil, nil, err
		}
	}
	all := make([]int64, 0, len(scores))
	for r := range scores {
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b int64) int { return cmp.Or(cmp.Compare(scores[b], scores[a]), cmp.Compare(b, a)) })
	return all, scores, nil
}

// weigh adds to the scores of texts with some of the words: a word counts the
// more the fewer texts have it, and texts with a rare one join those that are
// newer.
func (q Queries) weigh(ctx context.Context, query search.Query, bounds where, scores map[int64]int) error {
	for i, c := range query.Clauses {
		if c.Not {
			continue
		}
		one := query
		one.Clauses = slices.DeleteFunc(slices.Clone(query.Clauses), func(c search.Clause) bool { return !c.Not })
		one.Clauses = append(one.Clauses, query.Clauses[i])
		found, err := q.matching(ctx, q.d.match.query(one, ""), bounds, ranked)
		if err != nil {
			return err
		}
		for _, r := range found {
			scores[r] += 2 * bits.Len(uint(ranked/len(found)))
		}
	}
	return nil
}

// bounds gives the conditions besides the words: time and entities. ok is
// false where an entity is asked for that nobody knows.
func (q Queries) bounds(ctx context.Context, s search.Query) (w where, ok bool, err error) {
	if !s.From.IsZero() {
		lo, _ := s.From.Bounds()
		w.and("rowid >= ?", rowOf(int64(lo)*86_400_000, 0))
	}
	if !s.To.IsZero() {
		_, hi := s.To.Bounds()
		w.and("rowid < ?", rowOf(int64(hi+1)*86_400_000, 0))
	}
	for _, e := range []struct{ kind, name string }{{read.Person, s.Person}, {read.Organization, s.Body}, {read.Place, s.Place}} {
		if e.name == "" {
			continue
		}
		found, err := q.EntitiesByName(ctx, e.kind, e.name)
		if err != nil || len(found) == 0 {
			return w, false, err
		}
		var args []any
		for _, x := range found {
			args = append(args, x.ID)
		}
		w.and(`EXISTS (SELECT 1 FROM mentions m WHERE m.article = (rowid & 137438953471) AND m.entity IN (`+placeholders(len(args))+`))`, args...)
	}
	return w, true, nil
}

// EntitiesByName gives the entities of a kind that have a name in any script
// and spelling, at most 20.
func (q Queries) EntitiesByName(ctx context.Context, kind, name string) ([]Entity, error) {
	list, err := collect(q, ctx, `/* store.EntitiesByName */ SELECT DISTINCT `+entityColumns+` FROM entity_names n JOIN entities e ON e.id = n.entity
		WHERE n.latin = ? AND n.kind = ? ORDER BY e.articles DESC, e.id LIMIT 20`, []any{search.Key(name), kind}, scanEntity)
	return list, translate(err, "entity")
}

// EntitiesNamed gives the entities of every kind that have a name in any
// script and spelling, the most mentioned first, at most 80.
func (q Queries) EntitiesNamed(ctx context.Context, name string) ([]Entity, error) {
	list, err := collect(q, ctx, `/* store.EntitiesNamed */ SELECT DISTINCT `+entityColumns+` FROM entity_names n JOIN entities e ON e.id = n.entity
		WHERE n.latin = ? ORDER BY e.articles DESC, e.id LIMIT 80`, []any{search.Key(name)}, scanEntity)
	return list, translate(err, "entity")
}

func (q Queries) from(match string, w where) (string, where) {
	if match == "" {
		return "(SELECT at AS rowid FROM search_docs) AS d", w
	}
	out := where{conds: slices.Clone(w.conds), args: append([]any{match}, w.args...)}
	if q.d.matchFirst != "" {
		return q.d.matchFirst, out
	}
	out.conds = append([]string{q.d.matches}, out.conds...)
	return "search_index", out
}

// matching gives up to n rows, the newest first.
func (q Queries) matching(ctx context.Context, match string, w where, n int) ([]int64, error) {
	table, w := q.from(match, w)
	return collect(q, ctx, `/* store.Search */ SELECT rowid FROM `+table+w.String()+` ORDER BY rowid DESC LIMIT ?`, append(w.args, n),
		func(scan func(...any) error) (row int64, err error) { err = scan(&row); return row, err })
}
