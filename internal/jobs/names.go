package jobs

import (
	"sync"

	"shanyraq/internal/names"
)

// rememberedNames answers record's questions about names and remembers the
// answers: an archive names the same few thousand people again and again.
type rememberedNames struct {
	mu    sync.Mutex
	same  map[[2]string]names.Result
	keys  map[string][]string
	latin map[string]string
}

// mostNames bounds each memory; a full one begins anew.
const mostNames = 20000

func (r *rememberedNames) Same(a, b string) names.Result {
	return recall(r, &r.same, [2]string{a, b}, func() names.Result { return names.Same(a, b) })
}

func (r *rememberedNames) Key(name string) []string {
	return recall(r, &r.keys, name, func() []string { return names.Key(name) })
}

func (r *rememberedNames) Latin(name string) string {
	return recall(r, &r.latin, name, func() string { return names.Latin(name) })
}

func recall[K comparable, V any](r *rememberedNames, m *map[K]V, key K, ask func() V) V {
	r.mu.Lock()
	v, ok := (*m)[key]
	r.mu.Unlock()
	if ok {
		return v
	}
	v = ask()
	r.mu.Lock()
	defer r.mu.Unlock()
	if *m == nil || len(*m) >= mostNames {
		*m = map[K]V{}
	}
	(*m)[key] = v
	return v
}
