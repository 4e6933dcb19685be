package store

import (
	"cmp"
	"errors"
	"slices"

	"shanyraq/internal/record"
)

// perKey is how many rows, the newest, one key may bring: a key that
// thousands share tells nothing.
const perKey = 8

func scanID(scan func(...any) error) (id int64, err error) {
	err = scan(&id)
	return id, err
}

// common gives the ids under the keys, those under most keys first, then the
// oldest.
func common(keys []string, look func(string) ([]int64, error)) ([]int64, error) {
	count := map[int64]int{}
	for _, k := range keys[:min(len(keys), 64)] {
		ids, err := look(k)
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			count[id]++
		}
	}
	if len(count) == 0 {
		return nil, nil
	}
	ids := make([]int64, 0, len(count))
	for id := range count {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b int64) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	return ids[:min(len(ids), 2*perKey)], nil
}

// LoadKeys makes ready for Leading: the keys of a whole article are looked up
// together.
func (tx *Tx) LoadKeys(keys []string) error {
	const chunk, most = 16, 2000
	var missing []string
	for _, k := range keys {
		if _, ok := tx.cache.keys.get(k); !ok && !slices.Contains(missing, k) {
			missing = append(missing, k)
		}
	}
	for part := range slices.Chunk(missing, chunk) {
		args := make([]any, chunk, chunk+1)
		for i := range args {
			args[i] = part[min(i, len(part)-1)]
		}
		type row struct {
			key string
			id  int64
		}
		rows, err := collect(tx.Queries, tx.ctx, `/* store.LoadKeys */ SELECT key, statement FROM statement_keys WHERE key IN (`+placeholders(chunk)+`) ORDER BY key, statement LIMIT ?`,
			append(args, most), func(scan func(...any) error) (r row, err error) { err = scan(&r.key, &r.id); return r, err })
		if err != nil {
			return translate(err, "statement")
		}
		if len(rows) == most {
			continue // a very common key is among them: each by itself, when it is asked for
		}
		for _, k := range part {
			tx.cache.keys.put(k, nil)
		}
		for _, r := range rows {
			note(&tx.cache.keys, r.key, r.id)
		}
	}
	return nil
}

// Leading gives the statements that lead a fact, or lead it in their
// language, and have one of the keys: candidates for telling the same fact,
// those that share most keys first. The list is good until the next call.
func (tx *Tx) Leading(keys []string) ([]record.Statement, error) {
	ids, err := common(keys, func(k string) ([]int64, error) {
		if ids, ok := tx.cache.keys.get(k); ok {
			return ids, nil
		}
		ids, err := collect(tx.Queries, tx.ctx, `/* store.Leading */ SELECT statement FROM statement_keys WHERE key = ? ORDER BY statement DESC LIMIT ?`, []any{k, perKey}, scanID)
		slices.Reverse(ids)
		tx.cache.keys.put(k, ids)
		return ids, err
	})
	if err != nil {
		return nil, translate(err, "statement")
	}
	tx.leading, err = lookUp(tx.leading[:0], &tx.cache.statements, ids, tx.statementsByID)
	return tx.leading, translate(err, "statement")
}

// StatementsAbout gives up to n statements that speak of an entity, newest
// first, deprecated ones left out.
func (tx *Tx) StatementsAbout(entity int64, n int) ([]record.Statement, error) {
	const least = 12 // a few more cost nearly nothing, and most often they are asked for next
	about, ok := tx.cache.about.get(entity)
	if !ok || n > len(about.list) && !about.all {
		n := max(n, least)
		var err error
		about.list, err = collect(tx.Queries, tx.ctx, `/* store.StatementsAbout */ SELECT DISTINCT day, statement FROM statement_facets WHERE facet = ? ORDER BY day DESC, statement DESC LIMIT ?`,
			[]any{entity, n}, func(scan func(...any) error) (t told, err error) { err = scan(&t.day, &t.id); return t, err })
		if err != nil {
			return nil, translate(err, "statement")
		}
		about.all = len(about.list) < n
		tx.cache.about.put(entity, about)
	}
	ids := make([]int64, 0, n)
	for _, t := range about.list[:min(n, len(about.list))] {
		ids = append(ids, t.id)
	}
	list, err := lookUp(nil, &tx.cache.statements, ids, tx.statementsByID)
	return slices.DeleteFunc(list, func(s record.Statement) bool { return s.Rank == record.Deprecated }), translate(err, "statement")
}

// Companions gives the entities that the n newest public articles naming an
// entity name too, itself among them.
func (tx *Tx) Companions(entity int64, n int) ([]int64, error) {
	ids, err := collect(tx.Queries, tx.ctx, `/* store.Companions */ SELECT m.entity FROM
		(SELECT article FROM mentions WHERE entity = ? AND public = 1 ORDER BY published DESC, article DESC LIMIT ?) AS a
		JOIN mentions m ON m.article = a.article`, []any{entity, n}, scanID)
	return ids, translate(err, "mention")
}

// statementsByID loads statements together, as far as matching, which asks for
// many, looks at them: what they say, of whom and where. A few sizes of question serve
// all, the last id standing in where there are fewer.
func (tx *Tx) statementsByID(ids []int64) (map[int64]*record.Statement, error) {
	out := make(map[int64]*record.Statement, len(ids))
	for len(ids) > 0 {
		size := 16
		switch {
		case len(ids) == 1:
			size = 1
		case len(ids) <= 4:
			size = 4
		}
		args := make([]any, size)
		for i := range args {
			args[i] = ids[min(i, len(ids)-1)]
		}
		ids = ids[min(size, len(ids)):]
		list, err := collect(tx.Queries, tx.ctx, `/* store.statementsByID */ SELECT id, fact, article, start_at, end_at, said, refs, rank FROM statements WHERE id IN (`+placeholders(size)+`)`, args, scanTelling)
		if err != nil {
			return nil, err
		}
		for _, s := range list {
			out[s.ID] = s
		}
	}
	return out, nil
}

// scanTelling scans what statementsByID asks for.
func scanTelling(scan func(...any) error) (*record.Statement, error) {
	s := new(record.Statement)
	var said, refs string
	if err := scan(&s.ID, &s.Fact, &s.Article, &s.Evidence.Start, &s.Evidence.End, &said, &refs, &s.Rank); err != nil {
		return nil, err
	}
	return s, errors.Join(fromJSON(said, &s.Said), fromJSON(refs, &s.Refs))
}

// EntitiesByKeys gives the entities of a kind that have one of the keys, those
// that share most keys first; merged ones are given too, so that the caller
// can follow Into.
func (tx *Tx) EntitiesByKeys(kind string, keys []string) ([]record.Entity, error) {
	ids, err := common(keys, func(k string) ([]int64, error) {
		if ids, ok := tx.cache.names.get(kind + " " + k); ok {
			return ids, nil
		}
		ids, err := collect(tx.Queries, tx.ctx, `/* store.EntitiesByKeys */ SELECT entity FROM entity_keys WHERE key = ? AND kind = ? ORDER BY entity DESC LIMIT ?`, []any{k, kind, perKey}, scanID)
		slices.Reverse(ids)
		tx.cache.names.put(kind+" "+k, ids)
		return ids, err
	})
	if err != nil {
		return nil, translate(err, "entity")
	}
	return tx.entities(ids)
}

// RecordEntity gives an entity as record knows it.
func (tx *Tx) RecordEntity(id int64) (record.Entity, error) {
	list, err := tx.entities([]int64{id})
	if err == nil && len(list) == 0 {
		return record.Entity{}, notFound("entity")
	}
	if err != nil {
		return record.Entity{}, err
	}
	return list[0], nil
}

func (tx *Tx) entities(ids []int64) ([]record.Entity, error) {
	list, err := lookUp(nil, &tx.cache.entities, ids, func(ids []int64) (map[int64]*record.Entity, error) {
		found, err := tx.EntitiesByID(tx.ctx, ids)
		out := make(map[int64]*record.Entity, len(found))
		for id, e := range found {
			out[id] = &e.Entity
		}
		return out, err
	})
	for i := range list { // the caller may add names
		list[i].Names = slices.Clip(list[i].Names)
	}
	return list, translate(err, "entity")
}
