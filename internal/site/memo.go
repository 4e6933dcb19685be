package site

import "sync"

// memo keeps one value for each key until the content changes: for small
// things that many pages show. When it holds memoMost it begins anew.
type memo[T any] struct {
	mu      sync.Mutex
	version uint64
	values  map[string]T
}

const memoMost = 5000

// get gives the value made under this version, making it where there is none.
func (m *memo[T]) get(key string, version uint64, make_ func() (T, error)) (T, error) {
	m.mu.Lock()
	if m.version == version {
		if v, ok := m.values[key]; ok {
			m.mu.Unlock()
			return v, nil
		}
	}
	m.mu.Unlock()
	v, err := make_()
	if err != nil {
		return v, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.version != version || m.values == nil || len(m.values) >= memoMost {
		m.version, m.values = version, map[string]T{}
	}
	m.values[key] = v
	return v, nil
}

// shelf keeps things of the store by their id until the content changes, so
// that a name that stands on every page is decoded once. It holds a bounded
// number; when it is full it begins anew.
type shelf[T any] struct {
	mu      sync.RWMutex
	version uint64
	values  map[int64]T
	size    int // how many it holds
}

// take gives the things with these ids; those not on the shelf are fetched.
func (s *shelf[T]) take(ids []int64, version uint64, fetch func([]int64) (map[int64]T, error)) (map[int64]T, error) {
	out := make(map[int64]T, len(ids))
	var absent []int64
	s.mu.RLock()
	for _, id := range ids {
		if v, ok := s.values[id]; ok && s.version == version {
			out[id] = v
		} else {
			absent = append(absent, id)
		}
	}
	s.mu.RUnlock()
	if len(absent) == 0 {
		return out, nil
	}
	found, err := fetch(absent)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.version != version || s.values == nil || len(s.values)+len(found) > s.size {
		s.version, s.values = version, make(map[int64]T, len(found))
	}
	for id, v := range found {
		out[id], s.values[id] = v, v
	}
	return out, nil
}
