package store

import (
	"cmp"
	"slices"

	"shanyraq/internal/record"
)

// perKey is how many rows, the newest, one key may bring: a key that
// thousands share tells nothing.
const perKey = 24

func scanID(scan func(...any) error) (id int64, err error) {
	err = scan(&id)
	return id, err
}

// byKeys gives the ids under the keys, those under most keys first, then the
// oldest.
func (tx *Tx) byKeys(keys []string, query string, more ...any) ([]int64, error) {
	count := map[int64]int{}
	for _, k := range keys[:min(len(keys), 64)] {
		ids, err := collect(tx.Queries, tx.ctx, query, append(append([]any{k}, more...), perKey), scanID)
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			count[id]++
		}
	}
	ids := make([]int64, 0, len(count))
	for id := range count {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b int64) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	return ids[:min(len(ids), 2*perKey)], nil
}

// Leading gives the statements that lead a fact, or lead it in their
// language, and have one of the keys: candidates for telling the same fact,
// those that share most keys first.
func (tx *Tx) Leading(keys []string) ([]record.Statement, error) {
	ids, err := tx.byKeys(keys, `/* store.Leading */ SELECT statement FROM statement_keys WHERE key = ? ORDER BY statement DESC LIMIT ?`)
	if err != nil {
		return nil, translate(err, "statement")
	}
	list, err := lookUp(tx.cache.statements, ids, tx.statementsByID)
	return list, translate(err, "statement")
}

func (tx *Tx) statementsByID(ids []int64) (map[int64]record.Statement, error) {
	out := make(map[int64]record.Statement, len(ids))
	for _, id := range ids {
		s, err := tx.StatementByID(tx.ctx, id)
		if err != nil {
			return nil, err
		}
		out[id] = s.Statement
	}
	return out, nil
}

// EntitiesByKeys gives the entities of a kind that have one of the keys, those
// that share most keys first; merged ones are given too, so that the caller
// can follow Into.
func (tx *Tx) EntitiesByKeys(kind string, keys []string) ([]record.Entity, error) {
	ids, err := tx.byKeys(keys, `/* store.EntitiesByKeys */ SELECT entity FROM entity_keys WHERE key = ? AND kind = ? ORDER BY entity DESC LIMIT ?`, kind)
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
	list, err := lookUp(tx.cache.entities, ids, func(ids []int64) (map[int64]record.Entity, error) {
		found, err := tx.EntitiesByID(tx.ctx, ids)
		out := make(map[int64]record.Entity, len(found))
		for id, e := range found {
			out[id] = e.Entity
		}
		return out, err
	})
	for i := range list { // the caller may add names
		list[i].Names = slices.Clip(list[i].Names)
	}
	return list, translate(err, "entity")
}
