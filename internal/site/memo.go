package site

import "sync"

// memo keeps one value for each key until the content changes: for small
// things that many pages show.
type memo[T any] struct {
	mu      sync.Mutex
	version uint64
	values  map[string]T
}

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
	if m.version != version || m.values == nil {
		m.version, m.values = version, map[string]T{}
	}
	m.values[key] = v
	return v, nil
}
