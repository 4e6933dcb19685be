package lang

// trie maps sequences of word ids to entries. Children of all nodes live in
// one open-addressed table, so a step is one probe.
type trie struct {
	keys  []uint64 // node<<32 | word, +1 so that 0 is empty
	vals  []int32
	first []int32 // node → index of its first entry in ends, -1 none
	ends  []end
	n     int
	roots []int32 // word → node after it from the root, 0 none; made by seal
	inner []bool  // node → whether words go on from it; made by seal
}

type end struct {
	entry int32
	next  int32
}

func (t *trie) add(ids []int32, entry int32) {
	if t.first == nil {
		t.first = []int32{-1}
		t.grow(1024)
	}
	node := int32(0)
	for _, id := range ids {
		next, ok := t.step(node, id)
		if !ok {
			next = int32(len(t.first))
			t.first = append(t.first, -1)
			if 2*(t.n+1) > len(t.keys) {
				t.grow(2 * len(t.keys))
			}
			t.put(key(node, id), next)
		}
		node = next
	}
	for i := t.first[node]; i >= 0; i = t.ends[i].next {
		if t.ends[i].entry == entry {
			return
		}
	}
	t.ends = append(t.ends, end{entry, t.first[node]})
	t.first[node] = int32(len(t.ends) - 1)
}

func (t *trie) seal() {
	if t.first == nil {
		t.first = []int32{-1}
		t.grow(16)
	}
	t.roots, t.inner = nil, make([]bool, len(t.first))
	for i, k := range t.keys {
		if k == 0 {
			continue
		}
		node, word := int32((k-1)>>32), int32(uint32(k-1))
		t.inner[node] = true
		if node == 0 {
			for int(word) >= len(t.roots) {
				t.roots = append(t.roots, 0)
			}
			t.roots[word] = t.vals[i]
		}
	}
}

// root is step from the root, without a probe.
func (t *trie) root(id int32) (int32, bool) {
	if int(id) >= len(t.roots) {
		return 0, false
	}
	n := t.roots[id]
	return n, n != 0
}

func key(node, id int32) uint64 { return uint64(node)<<32 | uint64(uint32(id)) + 1 }

func slot(k uint64, n int) int { return int((k * 0x9E3779B97F4A7C15) >> 36 & uint64(n-1)) }

func (t *trie) step(node, id int32) (int32, bool) {
	k := key(node, id)
	for i := slot(k, len(t.keys)); t.keys[i] != 0; i = (i + 1) & (len(t.keys) - 1) {
		if t.keys[i] == k {
			return t.vals[i], true
		}
	}
	return 0, false
}

func (t *trie) put(k uint64, v int32) {
	i := slot(k, len(t.keys))
	for t.keys[i] != 0 {
		i = (i + 1) & (len(t.keys) - 1)
	}
	t.keys[i], t.vals[i] = k, v
	t.n++
}

func (t *trie) grow(n int) {
	keys, vals := t.keys, t.vals
	t.keys, t.vals, t.n = make([]uint64, n), make([]int32, n), 0
	for i, k := range keys {
		if k != 0 {
			t.put(k, vals[i])
		}
	}
}
