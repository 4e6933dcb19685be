package site

import (
	"bytes"
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"shanyraq/internal/store"
	"shanyraq/internal/web"
)

// mostByName bounds the list in order of name, which is sorted in memory:
// beyond it stand those that few articles mention.
const mostByName = 50_000

// ordered sorts things by name as the language of a tag sorts (CLDR: in Kazakh
// Ә after А, І after Ы). A variant is sorted by its own letters.
func ordered[T any](tag web.Tag, list []T, name func(T) string) {
	c := collate.New(language.Make(tag.Name))
	var buf collate.Buffer
	type keyed struct {
		key []byte
		it  T
	}
	keys := make([]keyed, len(list))
	for i, it := range list {
		keys[i] = keyed{c.KeyFromString(&buf, name(it)), it}
	}
	slices.SortStableFunc(keys, func(a, b keyed) int { return bytes.Compare(a.key, b.key) })
	for i, k := range keys {
		list[i] = k.it
	}
}

// byName gives the page of a register in order of name that begins behind an
// entity, with one more to tell that there is a next page.
func (s *Site) byName(q *request, f store.EntityFilter) ([]store.Entity, error) {
	ids, err := s.names.get(f.Kind+" "+q.tag.Name, s.cache.Version(), func() ([]int64, error) {
		var all []store.Entity
		g := store.EntityFilter{Kind: f.Kind, Reviewed: f.Reviewed, Limit: 1000}
		for {
			list, err := s.store.Entities(q.Context(), g)
			if err != nil {
				return nil, err
			}
			all = append(all, list...)
			if len(list) < g.Limit || len(all) >= mostByName {
				break
			}
			g.After = list[len(list)-1]
		}
		w := wording{tag: q.tag, script: q.script}
		ordered(q.tag, all, func(e store.Entity) string { name, _ := w.name(e.Entity); return name })
		ids := make([]int64, len(all))
		for i, e := range all {
			ids[i] = e.ID
		}
		return ids, nil
	})
	if err != nil {
		return nil, err
	}
	if f.After.ID != 0 {
		ids = ids[slices.Index(ids, f.After.ID)+1:]
	}
	ids = ids[:min(len(ids), f.Limit)]
	found, err := s.store.EntitiesByID(q.Context(), ids)
	if err != nil {
		return nil, err
	}
	out := make([]store.Entity, 0, len(ids))
	for _, id := range ids {
		if e, ok := found[id]; ok {
			out = append(out, e)
		}
	}
	return out, nil
}
