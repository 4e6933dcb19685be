package store

import (
	"slices"

	"shanyraq/internal/record"
)

// cache keeps rows that writing transactions ask for again and again, ready
// decoded: the entities everybody names and the facts everybody tells. On
// SQLite it lives as long as nobody else writes; on PostgreSQL, where others
// may, for one transaction.
type cache struct {
	entities   map[int64]*record.Entity
	statements map[int64]*record.Statement
	keys       map[string][]int64 // the newest statements under a key, the newest last
	names      map[string][]int64 // the newest entities under a kind and key, likewise
}

// maxCached bounds each map to some tens of megabytes.
const maxCached = 10000

func newCache() *cache {
	return &cache{entities: map[int64]*record.Entity{}, statements: map[int64]*record.Statement{}, keys: map[string][]int64{}, names: map[string][]int64{}}
}

func (c *cache) clear() {
	clear(c.entities)
	clear(c.statements)
	clear(c.keys)
	clear(c.names)
}

// remember puts a row in; a full map loses some of its rows, no matter which.
func remember[K comparable, V any](m map[K]V, id K, v V) {
	if len(m) >= maxCached {
		n := 0
		for k := range m {
			delete(m, k)
			if n++; n >= maxCached/8 {
				break
			}
		}
	}
	m[id] = v
}

// lookUp gives the rows with these ids: from the map, else from load.
func lookUp[V any](m map[int64]*V, ids []int64, load func([]int64) (map[int64]*V, error)) ([]V, error) {
	out := make([]V, 0, len(ids))
	var missing []int64
	for _, id := range ids {
		if _, ok := m[id]; !ok {
			missing = append(missing, id)
		}
	}
	var loaded map[int64]*V
	if len(missing) > 0 {
		var err error
		if loaded, err = load(missing); err != nil {
			return nil, err
		}
	}
	for _, id := range ids {
		if v, ok := m[id]; ok {
			out = append(out, *v)
		} else if v, ok := loaded[id]; ok {
			out = append(out, *v)
		}
	}
	for id, v := range loaded {
		remember(m, id, v)
	}
	return out, nil
}

// note puts a new id under a key that is known.
func note(m map[string][]int64, key string, id int64) {
	ids, ok := m[key]
	if !ok || slices.Contains(ids, id) {
		return
	}
	ids = append(slices.Clip(ids), id)
	slices.Sort(ids) // an older statement may come to lead
	m[key] = ids[max(0, len(ids)-perKey):]
}
