package store

import (
	"context"
	"slices"
	"strings"
	"time"

	"shanyraq/internal/record"
	"shanyraq/internal/search"
	"shanyraq/internal/value"
)

// Entity is an entity with what lists show of it.
type Entity struct {
	record.Entity
	Articles int    // public articles that mention it
	Sort     string // what lists by name are ordered by
	Created  time.Time
}

const entityColumns = `e.id, e.kind, e.known, e.names, e.rank, e.into_id, e.articles, e.name, e.created`

func scanEntity(scan func(...any) error) (e Entity, err error) {
	var names string
	var created int64
	if err = scan(&e.ID, &e.Kind, &e.Known, &names, &e.Rank, &e.Into, &e.Articles, &e.Sort, &created); err == nil {
		e.Created = fromMillis(created)
		err = fromJSON(names, &e.Names)
	}
	return e, err
}

// SaveEntity writes an entity, new where its ID is 0. keys are what its names
// are looked up by; keys it has already stay.
func (tx *Tx) SaveEntity(e *record.Entity, keys []string) (err error) {
	sort := strings.ToLower(e.Name("en"))
	if e.Rank == "" {
		e.Rank = record.Suggested
	}
	if e.ID == 0 {
		if e.ID, err = tx.newID(); err != nil {
			return translate(err, "entity")
		}
		_, err = tx.exec(tx.ctx, `/* store.SaveEntity */ INSERT INTO entities (id, kind, known, names, name, rank, into_id, articles, created) VALUES (?,?,?,?,?,?,?,0,?)`,
			e.ID, e.Kind, e.Known, toJSON(e.Names), sort, e.Rank, e.Into, tx.now)
	} else {
		_, err = tx.exec(tx.ctx, `/* store.SaveEntity */ UPDATE entities SET kind = ?, known = ?, names = ?, name = ?, rank = ?, into_id = ? WHERE id = ?`,
			e.Kind, e.Known, toJSON(e.Names), sort, e.Rank, e.Into, e.ID)
	}
	if err != nil {
		return translate(err, "entity")
	}
	var had []record.Name // their rows are there
	if old, ok := tx.cache.entities.get(e.ID); ok && old.Kind == e.Kind {
		had = old.Names
	}
	kept := *e
	kept.Names = slices.Clone(e.Names)
	tx.cache.entities.put(e.ID, &kept)
	values := make([]any, 0, 3*len(keys))
	for _, k := range keys {
		under := e.Kind + " " + k
		if ids, _ := tx.cache.names.get(under); slices.Contains(ids, e.ID) {
			continue
		}
		values = append(values, k, e.Kind, e.ID)
		note(&tx.cache.names, under, e.ID)
	}
	if err := tx.insertMany(`/* store.SaveEntity */ INSERT INTO entity_keys (key, kind, entity)`, ` ON CONFLICT DO NOTHING`, 3, values); err != nil {
		return translate(err, "entity")
	}
	return translate(tx.saveNames(e, had), "entity")
}

// saveNames writes what an entity's names are found by, whole and from each
// of their words on. The rows of names that it had are there.
func (tx *Tx) saveNames(e *record.Entity, had []record.Name) error {
	var values []any
	seen := map[string]bool{}
	for _, n := range e.Names {
		if slices.ContainsFunc(had, func(h record.Name) bool { return h.Text == n.Text }) {
			continue
		}
		whole := search.Key(n.Text)
		for rest, first := whole, true; rest != ""; first = false {
			if !seen[rest] {
				seen[rest] = true
				values = append(values, rest, e.Kind, e.ID, n.Text, flag(first))
			}
			_, rest, _ = strings.Cut(rest, " ")
		}
	}
	return tx.insertMany(`/* store.saveNames */ INSERT INTO entity_names (latin, kind, entity, name, whole)`, ` ON CONFLICT DO NOTHING`, 5, values)
}

// EntityByKnown gives the entity that stands for a known place, body or group.
func (q Queries) EntityByKnown(ctx context.Context, kind, known string) (record.Entity, error) {
	list, err := collect(q, ctx, `/* store.EntityByKnown */ SELECT `+entityColumns+` FROM entities e WHERE e.kind = ? AND e.known = ? AND e.known <> '' AND e.into_id = 0`, []any{kind, known}, scanEntity)
	if err == nil && len(list) == 0 {
		return record.Entity{}, notFound("entity")
	}
	if err != nil {
		return record.Entity{}, translate(err, "entity")
	}
	return list[0].Entity, nil
}

// EntityByID gives one entity.
func (q Queries) EntityByID(ctx context.Context, id int64) (Entity, error) {
	m, err := q.EntitiesByID(ctx, []int64{id})
	if err != nil {
		return Entity{}, err
	}
	e, ok := m[id]
	if !ok {
		return Entity{}, notFound("entity")
	}
	return e, nil
}

// EntitiesByID gives the entities with these ids, in no order.
func (q Queries) EntitiesByID(ctx context.Context, ids []int64) (map[int64]Entity, error) {
	out := make(map[int64]Entity, len(ids))
	for len(ids) > 0 {
		n := min(len(ids), 200)
		args := make([]any, n)
		for i, id := range ids[:n] {
			args[i] = id
		}
		ids = ids[n:]
		list, err := collect(q, ctx, `/* store.EntitiesByID */ SELECT `+entityColumns+` FROM entities e WHERE e.id IN (`+placeholders(n)+`)`, args, scanEntity)
		if err != nil {
			return nil, translate(err, "entity")
		}
		for _, e := range list {
			out[e.ID] = e
		}
	}
	return out, nil
}

// Mention says that an article names an entity, and where.
type Mention struct {
	Entity int64
	Spans  []value.Span // code points of the revision's plain text
}

// Mentions gives what an article's newest reading names.
func (q Queries) Mentions(ctx context.Context, articleID int64) ([]Mention, error) {
	list, err := collect(q, ctx, `/* store.Mentions */ SELECT entity, spans FROM mentions WHERE article = ?`, []any{articleID},
		func(scan func(...any) error) (m Mention, err error) {
			var spans string
			if err = scan(&m.Entity, &spans); err == nil {
				m.Spans, err = parseSpans(spans)
			}
			return m, err
		})
	return list, translate(err, "mention")
}

// EntityArticles lists the public articles that mention an entity, newest
// first. language may be empty.
func (q Queries) EntityArticles(ctx context.Context, entity int64, language string, after Cursor, n int) ([]Card, error) {
	var w where
	w.and("m.entity = ? AND m.public = 1", entity)
	if language != "" {
		w.and("m.language = ?", language)
	}
	if after != (Cursor{}) {
		w.and("(m.published, m.article) < (?, ?)", after.Time, after.ID)
	}
	list, err := collect(q, ctx, `/* store.EntityArticles */ SELECT `+cardColumns+` FROM mentions m JOIN articles a ON a.id = m.article`+w.String()+
		` ORDER BY m.published DESC, m.article DESC LIMIT ?`, append(w.args, limit(n)), scanCard)
	return list, translate(err, "article")
}
