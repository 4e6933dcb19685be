package store

import (
	"cmp"
	"slices"

	"shanyraq/internal/record"
)

// cache keeps rows that writing transactions ask for again and again, ready
// decoded: the entities everybody names and the facts everybody tells. On
// SQLite it lives as long as nobody else writes; on PostgreSQL, where others
// may, for one transaction.
type cache struct {
	entities   recent[int64, *record.Entity]
	statements recent[int64, *record.Statement]
	keys       recent[string, []int64] // the newest statements under a key, the newest last
	names      recent[string, []int64] // the newest entities under a kind and key, likewise
	about      recent[int64, newest]   // the newest statements about an entity
}

// told says when a statement about an entity stands.
type told struct {
	day int
	id  int64
}

// newest are the newest statements about an entity, the newest first; all
// where there are no others.
type newest struct {
	list []told
	all  bool
}

// mostTold bounds how many statements about one entity are kept in mind.
const mostTold = 64

// tell puts a new statement about an entity in its place.
func (c *cache) tell(entity int64, t told) {
	n, ok := c.about.get(entity)
	if !ok {
		return
	}
	at, there := slices.BinarySearchFunc(n.list, t, func(a, b told) int { return cmp.Or(cmp.Compare(b.day, a.day), cmp.Compare(b.id, a.id)) })
	switch {
	case there: // in another role
		return
	case at == len(n.list) && !n.all: // others, not kept in mind, may be newer
		return
	}
	n.list = slices.Insert(slices.Clip(n.list), at, t)
	if len(n.list) > mostTold {
		n.list, n.all = n.list[:mostTold], false
	}
	c.about.put(entity, n)
}

// maxCached bounds half of each memory to some tens of megabytes.
const maxCached = 10000

func newCache() *cache { return new(cache) }

func (c *cache) clear() { *c = cache{} }

// recent forgets what nobody asked for while maxCached others came in.
type recent[K comparable, V any] struct{ young, old map[K]V }

func (r *recent[K, V]) get(key K) (v V, ok bool) {
	if v, ok = r.young[key]; ok {
		return v, true
	}
	if v, ok = r.old[key]; ok {
		r.put(key, v)
	}
	return v, ok
}

func (r *recent[K, V]) put(key K, v V) {
	if r.young == nil || len(r.young) >= maxCached {
		r.young, r.old = map[K]V{}, r.young
	}
	r.young[key] = v
}

func (r *recent[K, V]) drop(key K) {
	delete(r.young, key)
	delete(r.old, key)
}

// lookUp appends the rows with these ids to out: from the memory, else from
// load.
func lookUp[V any](out []V, m *recent[int64, *V], ids []int64, load func([]int64) (map[int64]*V, error)) ([]V, error) {
	found := make([]*V, len(ids))
	var missing []int64
	for i, id := range ids {
		v, ok := m.get(id)
		if found[i] = v; !ok {
			missing = append(missing, id)
		}
	}
	if len(missing) > 0 {
		loaded, err := load(missing)
		if err != nil {
			return nil, err
		}
		for i, id := range ids {
			if v, ok := loaded[id]; ok {
				found[i] = v
				m.put(id, v)
			}
		}
	}
	out = slices.Grow(out, len(ids))
	for _, v := range found {
		if v != nil {
			out = append(out, *v)
		}
	}
	return out, nil
}

// note puts a new id under a key that is known.
func note(m *recent[string, []int64], key string, id int64) {
	ids, ok := m.get(key)
	if !ok || slices.Contains(ids, id) {
		return
	}
	ids = append(slices.Clip(ids), id)
	slices.Sort(ids) // an older statement may come to lead
	m.put(key, ids[max(0, len(ids)-perKey):])
}
