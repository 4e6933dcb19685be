package store

import (
	"context"
	"math"
	"slices"
	"strings"

	"shanyraq/internal/record"
	"shanyraq/internal/search"
	"shanyraq/internal/value"
)

// EntityFilter chooses entities of a register. Zero fields choose all.
type EntityFilter struct {
	Kind string
	Name string // a name begins so, whole or from one of its words on, in any script

	// The entity is named by one public article that is all of this: in a
	// language, of a section or its branches, published on these days.
	Language string
	Section  string
	From, To value.Date

	Known []string // stands for one of these things of package facts; nil for any
	Words []string // beside Known: or stands for none, and a word of a name begins so, see search.Key
	Body  int64    // people who hold an office in this body, or held one

	Reviewed bool   // only accepted and preferred
	ByName   bool   // in the order of the names that lists are sorted by; else the most mentioned first
	Newest   bool   // those first that came into the record last; has no After
	After    Entity // the last of the page before
	Limit    int
}

// Narrow reports whether the filter asks for more than a kind and a rank.
func (f EntityFilter) Narrow() bool {
	return f.Name != "" || f.ofArticles() || f.Known != nil || f.Body != 0
}

func (f EntityFilter) ofArticles() bool {
	return f.Language != "" || f.Section != "" || !f.From.IsZero() || !f.To.IsZero()
}

// How a narrowed list is found. Where few articles or few names answer, what
// they name is looked up and sorted: that costs as much as there is of it.
// Where many do, the list is walked in its order and every entity is probed: so
// many pass that a page is soon full. At a hundred thousand articles and two
// hundred thousand entities both take some 20 ms at these borders.
const (
	fewArticles = 400
	fewNames    = 5000
	walkStep    = 500
)

// Entities lists entities that stand and are mentioned by a public article.
func (q Queries) Entities(ctx context.Context, f EntityFilter) ([]Entity, error) {
	r, err := q.roll(ctx, f)
	if err != nil {
		return nil, translate(err, "entity")
	}
	list, err := q.walk(ctx, f, r)
	return list, translate(err, "entity")
}

// EntityIDs gives all entities that a filter chooses, in no order, where they
// are found without walking the whole list; else few is false, and a walk
// along the list soon finds some. Order and limit are not asked.
func (q Queries) EntityIDs(ctx context.Context, f EntityFilter) (ids []int64, few bool, err error) {
	r, err := q.roll(ctx, f)
	if err != nil || !r.few || r.none {
		return nil, r.few || r.none, translate(err, "entity")
	}
	if !r.asks() {
		ids, err = collect(q, ctx, `/* store.EntityIDs */ SELECT e.id FROM `+r.from+r.where.String(), r.where.args, scanID)
		return ids, true, translate(err, "entity")
	}
	list, err := collect(q, ctx, `/* store.EntityIDs */ SELECT `+entityColumns+` FROM `+r.from+r.where.String(), r.where.args, scanEntity)
	for _, e := range list {
		if r.passes(e) {
			ids = append(ids, e.ID)
		}
	}
	return ids, true, translate(err, "entity")
}

// EntitiesAmong gives those of some entities that a filter chooses, in no
// order.
func (q Queries) EntitiesAmong(ctx context.Context, f EntityFilter, ids []int64) (map[int64]Entity, error) {
	out := make(map[int64]Entity, len(ids))
	if len(ids) == 0 {
		return out, nil
	}
	r, err := q.roll(ctx, f)
	if err != nil || r.none {
		return out, translate(err, "entity")
	}
	cond, args := oneOf("e.id", ids)
	r.where.and(cond, args...)
	list, err := collect(q, ctx, `/* store.EntitiesAmong */ SELECT `+entityColumns+` FROM `+r.from+r.where.String(), r.where.args, scanEntity)
	if err != nil {
		return nil, translate(err, "entity")
	}
	for _, e := range list {
		if r.passes(e) {
			out[e.ID] = e
		}
	}
	return out, nil
}

// ManyEntities reports whether a register of a kind has more than n.
func (q Queries) ManyEntities(ctx context.Context, kind string, n int) (bool, error) {
	var found int
	err := q.one(ctx, `/* store.ManyEntities */ SELECT COUNT(*) FROM (SELECT 1 FROM entities e WHERE e.kind = ? AND e.articles > 0 AND e.into_id = 0 LIMIT ?) AS n`, []any{kind, n + 1}, &found)
	return found > n, translate(err, "entity")
}

// roll is how the entities of a filter are found.
type roll struct {
	from  string
	where where
	few   bool // they are looked up, and there are not many
	none  bool // there are none
	// What is asked of each entity, where the database does not: what a name
	// must begin with, and what it is known as or must be named like.
	begin string
	known []string
	words []string
}

// asks reports whether anything is left to ask of each entity.
func (r roll) asks() bool { return r.begin != "" || r.words != nil }

func (r roll) passes(e Entity) bool {
	named := func(begin []string) bool {
		return slices.ContainsFunc(e.Names, func(n record.Name) bool { return search.Begins(n.Text, begin) })
	}
	switch {
	case r.begin != "" && !named([]string{r.begin}):
		return false
	case r.words == nil:
		return true
	case e.Known != "":
		return slices.Contains(r.known, e.Known)
	}
	return named(r.words)
}

// known asks for what is known as one of some things, or, where it is not
// known, is named by some words.
func (q Queries) known(ctx context.Context, f EntityFilter, r *roll, lead func(string, ...any)) error {
	var sets []string
	var args []any
	cond := "e.known = ''"
	var condArgs []any
	if len(f.Known) > 0 {
		c, a := oneOf("known", f.Known)
		// The last two are there so that the partial index serves.
		sets = append(sets, `/* store.roll */ SELECT id FROM entities WHERE kind = ? AND `+c+` AND known <> '' AND into_id = 0`)
		args = append(append(args, f.Kind), a...)
		c, condArgs = oneOf("e.known", f.Known)
		cond = "(" + cond + " OR " + c + ")"
	}
	for _, w := range f.Words {
		sets = append(sets, `/* store.roll */ SELECT entity AS id FROM entity_names WHERE latin >= ? AND latin < ? AND kind = ?`)
		args = append(args, w, w+"\U0010ffff", f.Kind)
	}
	switch {
	case len(sets) == 0:
		r.none = true
		return nil
	case len(f.Words) == 0:
		lead(sets[0], args...)
		return nil
	}
	n, err := q.count(ctx, strings.Join(sets, " UNION ALL "), args, fewNames)
	if err != nil {
		return err
	}
	if n > fewNames {
		r.known, r.words = f.Known, f.Words
		return nil
	}
	lead(strings.Join(sets, " UNION "), args...)
	r.where.and(cond, condArgs...)
	return nil
}

// roll makes the question. The first set that can be looked up leads, the
// others are asked of it.
func (q Queries) roll(ctx context.Context, f EntityFilter) (r roll, err error) {
	r.from = "entities e"
	w := &r.where
	lead := func(set string, args ...any) {
		if r.few {
			w.and("e.id IN ("+set+")", args...)
			return
		}
		r.few = true
		r.from = "(" + set + ") c CROSS JOIN entities e"
		w.args = append(slices.Clone(args), w.args...)
		w.and("e.id = c.id")
	}
	w.and("e.into_id = 0")
	w.and("e.kind = ?", f.Kind)
	if f.ByName {
		w.and("+e.articles > 0") // else SQLite sorts all that are mentioned
	} else {
		w.and("e.articles > 0")
	}
	w.and("e.rank <> 'deprecated'")
	if f.Reviewed {
		w.and("e.rank IN ('accepted', 'preferred')")
	}
	if f.Name != "" {
		begin := search.Key(f.Name)
		if begin == "" || len(f.Name) > search.MaxQuery {
			return roll{none: true}, nil
		}
		set, args := `/* store.roll */ SELECT entity AS id FROM entity_names WHERE latin >= ? AND latin < ? AND kind = ?`, []any{begin, begin + "\U0010ffff", f.Kind}
		n, err := q.count(ctx, set, args, fewNames)
		if err != nil {
			return r, err
		}
		if n <= fewNames {
			lead(strings.Replace(set, "SELECT", "SELECT DISTINCT", 1), args...)
		} else {
			r.begin = begin
		}
	}
	if f.Body != 0 {
		decided := ""
		if f.Reviewed {
			decided = ` AND o.decided = 1`
		}
		lead(`/* store.roll */ SELECT DISTINCT h.facet AS id FROM pair_facts o JOIN statement_facets h ON h.statement = o.statement AND h.kind = 'office' AND h.role = 'person'
			WHERE o.pair = ? AND o.kind = 'office'`+decided, f.Body)
	}
	if f.Known != nil {
		if err := q.known(ctx, f, &r, lead); err != nil || r.none {
			return r, err
		}
	}
	if !f.ofArticles() {
		return r, nil
	}
	set, args := f.articles()
	n, err := q.count(ctx, set, args, fewArticles)
	switch {
	case err != nil:
		return r, err
	case n == 0:
		return roll{none: true}, nil
	case n <= fewArticles && !r.few:
		lead(`/* store.roll */ SELECT DISTINCT m.entity AS id FROM (`+set+`) a CROSS JOIN mentions m WHERE m.article = a.article AND m.public = 1`, args...)
	default:
		err = q.probe(ctx, f, w)
	}
	return r, err
}

// days gives the moments, UTC milliseconds, that a filter's days begin and end
// with.
func (f EntityFilter) days() (from, to int64) {
	from, to = math.MinInt64, math.MaxInt64
	if !f.From.IsZero() {
		lo, _ := f.From.Bounds()
		from = int64(lo) * 86_400_000
	}
	if !f.To.IsZero() {
		_, hi := f.To.Bounds()
		to = int64(hi+1) * 86_400_000
	}
	return from, to
}

// articles chooses the public articles that a filter speaks of.
func (f EntityFilter) articles() (string, []any) {
	var w where
	table, id := "articles", "id"
	switch {
	case f.Section != "":
		table, id = "section_articles", "article"
		w.and("section = ?", f.Section)
	default:
		w.and("public = 1")
	}
	if f.Language != "" {
		w.and("language = ?", f.Language)
	}
	from, to := f.days()
	if !f.From.IsZero() {
		w.and("published >= ?", from)
	}
	if !f.To.IsZero() {
		w.and("published < ?", to)
	}
	return `/* store.roll */ SELECT ` + id + ` AS article FROM ` + table + w.String(), w.args
}

// probe asks of each entity whether such an article names it.
func (q Queries) probe(ctx context.Context, f EntityFilter, w *where) error {
	from, to := f.days()
	cond, args := `/* store.roll */ SELECT 1 FROM mentions m WHERE m.entity = e.id AND m.public = 1`, []any{}
	if f.Section != "" {
		cond = `/* store.roll */ SELECT 1 FROM mentions m JOIN articles a ON a.id = m.article WHERE m.entity = e.id AND m.public = 1 AND (a.section = ? OR a.section >= ? AND a.section < ?)`
		args = append(args, f.Section, f.Section+"/", f.Section+"0")
		if f.Language != "" { // an entity may be named often, and never while the section was written in
			for _, end := range []struct {
				order string
				limit *int64
			}{{"published", &from}, {"published DESC", &to}} {
				var at int64
				if err := q.one(ctx, `/* store.probe */ SELECT published FROM section_articles WHERE section = ? AND language = ? ORDER BY `+end.order+` LIMIT 1`, []any{f.Section, f.Language}, &at); err != nil {
					return err
				}
				if end.limit == &from {
					from = max(from, at)
				} else {
					to = min(to, at+1)
				}
			}
		}
	}
	if f.Language != "" {
		cond += " AND m.language = ?"
		args = append(args, f.Language)
	}
	if from != math.MinInt64 {
		cond += " AND m.published >= ?"
		args = append(args, from)
	}
	if to != math.MaxInt64 {
		cond += " AND m.published < ?"
		args = append(args, to)
	}
	w.and("EXISTS ("+cond+")", args...)
	return nil
}

// walk takes a page of a list in its order.
func (q Queries) walk(ctx context.Context, f EntityFilter, r roll) (out []Entity, err error) {
	if r.none {
		return nil, nil
	}
	order := "e.articles DESC, e.id DESC"
	switch {
	case f.Newest:
		order = "e.id DESC"
	case f.ByName:
		order = "e.name, e.id"
	}
	n, most := limit(f.Limit), limit(f.Limit)
	if r.asks() {
		n = max(walkStep, most)
	}
	for after := f.After; ; {
		w := r.where
		w.conds, w.args = slices.Clone(w.conds), slices.Clone(w.args)
		switch {
		case after.ID == 0:
		case f.Newest && after.ID == f.After.ID: // has no After
		case f.Newest:
			w.and("e.id < ?", after.ID)
		case f.ByName:
			w.and("(e.name, e.id) > (?, ?)", after.Sort, after.ID)
		default:
			w.and("(e.articles, e.id) < (?, ?)", after.Articles, after.ID)
		}
		list, err := collect(q, ctx, `/* store.Entities */ SELECT `+entityColumns+` FROM `+r.from+w.String()+` ORDER BY `+order+` LIMIT ?`, append(w.args, n), scanEntity)
		if err != nil {
			return nil, err
		}
		for _, e := range list {
			if r.passes(e) && len(out) < most {
				out = append(out, e)
			}
		}
		if len(list) < n || len(out) >= most {
			return out, nil
		}
		after = list[len(list)-1]
	}
}

// count counts the rows of a set as far as one more than most.
func (q Queries) count(ctx context.Context, set string, args []any, most int) (n int, err error) {
	err = q.one(ctx, `/* store.count */ SELECT COUNT(*) FROM (`+set+` LIMIT ?) AS n`, append(slices.Clone(args), most+1), &n)
	return n, err
}

// oneOf is the condition that a column has one of some values. A few sizes of
// question serve all, the last value standing in where there are fewer.
func oneOf[T any](column string, values []T) (string, []any) {
	size := 1
	for size < len(values) {
		size *= 4
	}
	args := make([]any, size)
	for i := range args {
		args[i] = values[min(i, len(values)-1)]
	}
	return column + " IN (" + placeholders(size) + ")", args
}
