package jobs

import (
	"sync"

	"shanyraq/internal/names"
)

// rememberedNames answers record's questions about names and remembers the
// answers: an archive names the same few thousand people again and again.
type rememberedNames struct {
	mu    sync.Mutex
	same  memory[[2]string, names.Result]
	keys  memory[string, []string]
	latin memory[string, string]
}

// mostNames bounds half of each memory.
const mostNames = 20000

// memory forgets what nobody asked for while mostNames others were learnt.
type memory[K comparable, V any] struct{ young, old map[K]V }

func (r *rememberedNames) Same(a, b string) names.Result {
	return recall(r, &r.same, [2]string{a, b}, func() names.Result { return names.Same(a, b) })
}

func (r *rememberedNames) Key(name string) []string {
	return recall(r, &r.keys, name, func() []string { return names.Key(name) })
}

func (r *rememberedNames) Latin(name string) string {
	return recall(r, &r.latin, name, func() string { return names.Latin(name) })
}

func recall[K comparable, V any](r *rememberedNames, m *memory[K, V], key K, ask func() V) V {
	r.mu.Lock()
	defer r.mu.Unlock()
	if v, ok := m.young[key]; ok {
		return v
	}
	v, ok := m.old[key]
	if !ok {
		v = ask()
	}
	if m.young == nil || len(m.young) >= mostNames {
		m.young, m.old = map[K]V{}, m.young
	}
	m.young[key] = v
	return v
}
