package site

import (
	"bytes"
	"context"
	"maps"
	"slices"
	"strconv"
	"sync"
	"time"

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

// orders keeps the entities of a kind in order of name. A long list is made
// anew behind the page once the content has changed, and the one before serves
// until it is there.
type orders struct {
	mu     sync.Mutex
	kept   map[string]*order
	behind sync.Mutex // one list is made behind pages at a time
}

// order is one list; its lock is held while it is made for the first time.
type order struct {
	mu      sync.Mutex
	ids     []int64
	version uint64
	made    bool
	making  bool // behind a page
}

// longOrder is from how many names on a list is made behind the page.
const longOrder = 2000

// get gives the list and whether it is of this version. make_ may be called
// after the page is answered; where the list is said to be long, it is so the
// first time too, and ids are nil until it is made.
func (o *orders) get(key string, version uint64, long bool, make_ func() ([]int64, error)) (ids []int64, current bool, err error) {
	o.mu.Lock()
	if o.kept == nil {
		o.kept = map[string]*order{}
	}
	l := o.kept[key]
	if l == nil {
		l = &order{}
		o.kept[key] = l
	}
	o.mu.Unlock()
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.made && l.version == version {
		return l.ids, true, nil
	}
	if !l.made && !long || l.made && len(l.ids) < longOrder {
		if l.ids, err = make_(); err != nil {
			return nil, false, err
		}
		l.version, l.made = version, true
		return l.ids, true, nil
	}
	if !l.making {
		l.making = true
		go func() {
			o.behind.Lock()
			ids, err := make_()
			o.behind.Unlock()
			l.mu.Lock()
			defer l.mu.Unlock()
			if l.making = false; err == nil {
				l.ids, l.version, l.made = ids, version, true
			}
		}()
	}
	return l.ids, false, nil
}

// byName gives the page of a register in order of name that begins behind an
// entity, with one more to tell that there is a next page; current is false
// where the order is that of a moment ago, or is not made yet: then it is that
// of the names in Latin letters, which the database has.
func (s *Site) byName(q *request, f store.EntityFilter) (out []store.Entity, current bool, err error) {
	ctx := q.Context()
	long, err := s.store.ManyEntities(ctx, f.Kind, longOrder)
	if err != nil {
		return nil, false, err
	}
	ids, current, err := s.names.get(f.Kind+" "+q.tag.Name+" "+strconv.FormatBool(f.Reviewed), s.cache.Version(), long, func() ([]int64, error) {
		return s.sorted(q, f.Kind)
	})
	if err != nil {
		return nil, false, err
	}
	if ids == nil {
		out, err = s.store.Entities(ctx, f)
		return out, false, err
	}
	if f.Narrow() {
		chosen, few, err := s.store.EntityIDs(ctx, f)
		if err != nil {
			return nil, false, err
		}
		if few {
			ids = inOrder(ids, chosen)
			f = store.EntityFilter{Kind: f.Kind, Reviewed: f.Reviewed, After: f.After, Limit: f.Limit} // all of them are chosen
		}
	}
	if f.After.ID != 0 {
		ids = ids[slices.Index(ids, f.After.ID)+1:]
	}
	for step := f.Limit; len(ids) > 0 && len(out) < f.Limit; step = orderStep {
		part := ids[:min(len(ids), step)]
		ids = ids[len(part):]
		found, err := s.store.EntitiesAmong(ctx, f, part)
		if err != nil {
			return nil, false, err
		}
		for _, id := range part {
			if e, ok := found[id]; ok && len(out) < f.Limit {
				out = append(out, e)
			}
		}
	}
	return out, current, nil
}

// orderStep is how many of a list are asked at once whether a filter chooses
// them; a page and one more are asked first.
const orderStep = 256

// inOrder gives the chosen in the order of a list; those that are not on it
// stand behind, the newest first.
func inOrder(list, chosen []int64) []int64 {
	left := make(map[int64]bool, len(chosen))
	for _, id := range chosen {
		left[id] = true
	}
	out := make([]int64, 0, len(chosen))
	for _, id := range list {
		if left[id] {
			out = append(out, id)
			delete(left, id)
		}
	}
	rest := slices.Sorted(maps.Keys(left))
	slices.Reverse(rest)
	return append(out, rest...)
}

// sorted gives the entities of a kind in order of the names that pages in the
// request's language show.
func (s *Site) sorted(q *request, kind string) ([]int64, error) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(q.Context()), time.Minute)
	defer cancel()
	var all []store.Entity
	g := store.EntityFilter{Kind: kind, Reviewed: q.reviewed, Limit: 1000}
	for {
		list, err := s.store.Entities(ctx, g)
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
}
