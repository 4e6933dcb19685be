package tagger

import "slices"

// memo is a table from a hash to score vectors of width numbers. Vectors lie in the order in
// which they were learnt, so that those of common words lie together. Two words
// with one 64-bit hash would share an answer; over all the words of a language
// that does not happen.
type memo struct {
	slots  []slot // more than twice as many as vectors
	known  []known
	heads  []bool // of known, whether the word heads names
	values []uint64
	width  int
	most   int
}

// slot holds a part of a hash and the number of its vector from 1, 0 for none.
type slot struct{ hash, number uint32 }

type known struct {
	hash uint64
	seen seen
}

// memoBytes bounds each of a Tagger's tables of scores of words and of frames.
const memoBytes = 6 << 20

func newMemo(width int) memo {
	most := memoBytes / (width*8 + 100 + 4*8)
	return memo{slots: make([]slot, 1<<10), width: width, most: most}
}

// reserve empties a table that may not have room for n more vectors, and
// reports whether it did. A sentence of more words than that has room all the same.
func (m *memo) reserve(n int) bool {
	if len(m.known) == 0 || len(m.known)+n <= m.most {
		return false
	}
	clear(m.slots)
	m.known, m.heads, m.values = m.known[:0], m.heads[:0], m.values[:0]
	return true
}

// find gives the number of the vector of a hash; of a new one, which has zeros,
// found is false.
func (m *memo) find(h uint64) (number int32, found bool) {
	mask := uint64(len(m.slots) - 1)
	i := h & mask
	for ; m.slots[i].number != 0; i = (i + 1) & mask {
		if n := int32(m.slots[i].number - 1); m.slots[i].hash == uint32(h>>32) && m.known[n].hash == h {
			return n, true
		}
	}
	if 2*(len(m.known)+1) > len(m.slots) {
		m.slots = make([]slot, 2*len(m.slots))
		for j := range m.known {
			m.put(m.known[j].hash, uint32(j+1))
		}
		mask = uint64(len(m.slots) - 1)
		for i = h & mask; m.slots[i].number != 0; i = (i + 1) & mask {
		}
	}
	n := len(m.known)
	m.known, m.heads = append(m.known, known{hash: h}), append(m.heads, false)
	m.values = slices.Grow(m.values, m.width)[:(n+1)*m.width]
	m.slots[i] = slot{uint32(h >> 32), uint32(n + 1)}
	clear(m.vector(int32(n)))
	return int32(n), false
}

func (m *memo) put(h uint64, number uint32) {
	mask := uint64(len(m.slots) - 1)
	i := h & mask
	for m.slots[i].number != 0 {
		i = (i + 1) & mask
	}
	m.slots[i] = slot{uint32(h >> 32), number}
}

// vector gives the vector of a number. It is good until the next find.
func (m *memo) vector(n int32) []uint64 { return m.values[int(n)*m.width : (int(n)+1)*m.width] }

// triples is a table from three frame classes of ten bits each to score vectors.
type triples struct {
	slots  []slot // more than twice as many as vectors
	values []uint64
	width  int
	n      int
}

func newTriples(width int) triples { return triples{slots: make([]slot, 1<<10), width: width} }

// find is memo.find by a key of thirty bits; a table that is full is emptied.
func (t *triples) find(key uint32) (number int32, found bool) {
	mask := uint32(len(t.slots) - 1)
	i := key * 0x9E3779B1 >> 8 & mask
	for ; t.slots[i].number != 0; i = (i + 1) & mask {
		if t.slots[i].hash == key {
			return int32(t.slots[i].number - 1), true
		}
	}
	switch {
	case (t.n+1)*(8*t.width+4*8) > memoBytes:
		clear(t.slots)
		t.values, t.n = t.values[:0], 0
		return t.find(key)
	case 2*(t.n+1) > len(t.slots):
		old := t.slots
		t.slots = make([]slot, 2*len(old))
		mask = uint32(len(t.slots) - 1)
		for _, s := range old {
			if s.number != 0 {
				j := s.hash * 0x9E3779B1 >> 8 & mask
				for ; t.slots[j].number != 0; j = (j + 1) & mask {
				}
				t.slots[j] = s
			}
		}
		return t.find(key)
	}
	t.n++
	t.slots[i] = slot{key, uint32(t.n)}
	t.values = slices.Grow(t.values, t.width)[:t.n*t.width]
	clear(t.values[(t.n-1)*t.width:])
	return int32(t.n - 1), false
}

// couples remembers what two words that stand side by side add to the scores of
// the first and of the second. Of the couples whose place is one, the last is
// remembered: a couple that is gone is added up anew.
type couples struct {
	slots []uint64 // step numbers each: the couple, then two vectors
	step  int
	shift uint
}

// couplesBytes bounds the memory of couples: with more they would be further from
// the processor than the weights that they stand for.
const couplesBytes = 1 << 20

func newCouples(width int) couples {
	c := couples{step: 1, shift: 64}
	for c.step < 1+2*width {
		c.step *= 2 // so that few lie across two lines of memory
	}
	n := 1
	for 2*n*c.step*8 <= couplesBytes {
		n *= 2
		c.shift--
	}
	c.slots = make([]uint64, n*c.step)
	return c
}

// find gives the vectors of two words side by side by their numbers; of a new
// couple, which has zeros, found is false.
func (c *couples) find(a, b int32, width int) (both []uint64, found bool) {
	couple := uint64(a)<<32 | uint64(b) + 1
	slot := c.slots[int(couple*roleStep>>c.shift)*c.step:][:1+2*width]
	both = slot[1:]
	if slot[0] == couple {
		return both, true
	}
	slot[0] = couple
	clear(both)
	return both, false
}
