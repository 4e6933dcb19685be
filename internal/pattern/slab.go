package pattern

// slab gives out pieces of long slices. A set of rules has many thousands of
// short lists, and to make each for itself would take longer than to fill it.
type slab[T any] struct {
	all  []T
	used int
}

// take gives room for n things, which may hold what was given up before.
func (s *slab[T]) take(n int) []T {
	if n == 0 {
		return nil
	}
	if s.used+n > len(s.all) {
		s.all, s.used = make([]T, max(n, min(2*len(s.all), 1<<10), 1<<5)), 0
	}
	s.used += n
	return s.all[s.used-n : s.used : s.used]
}

// keep gives a copy of a list.
func (s *slab[T]) keep(list []T) []T {
	out := s.take(len(list))
	copy(out, list)
	return out
}

// back gives up what was taken since the slab was as it is in before.
func (s *slab[T]) back(before *slab[T]) {
	if len(before.all) > 0 && &s.all[0] == &before.all[0] {
		s.used = before.used
	} else {
		s.used = 0
	}
}
