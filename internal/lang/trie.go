package lang

import "shanyraq/internal/fault"

// trie maps sequences of word ids to entries. The root's children, most of all,
// lie by their words; those of all other nodes live in one open-addressed table,
// so a step is one probe.
type trie struct {
	roots []int32  // word → node after it from the root, 0 none
	keys  []uint64 // node<<32 | word, +1 so that 0 is empty
	vals  []int32
	nodes []node
	ends  []end // till seal: entries of nodes, from is the place of a node's first, -1 none
	n     int

	sealed []ending // made by seal: those of all nodes, each node's in one run
}

type end struct {
	entry int32
	next  int32
}

// node is what is asked of a node at every step: which endings are its own,
// and which words may go on from it, as bits of their numbers.
type node struct {
	from, to int32
	follow   uint64
}

// ending is an entry that ends at a node, with what decides whether it is laid.
type ending struct {
	entry int32
	class Class
	cap   bool // only over a word that begins with a capital
	low   bool // only over a word that does not
}

// room prepares an empty trie for about n entries.
func (t *trie) room(n int) {
	size := 1024
	for size < n/2 { // most entries are of one word, which lies in roots
		size *= 2
	}
	t.roots = make([]int32, 0, n)
	t.nodes = append(make([]node, 0, n+n/2), node{from: -1})
	t.ends = make([]end, 0, n)
	t.grow(size)
}

func (t *trie) add(ids []int32, entry int32) {
	if t.nodes == nil {
		t.room(0)
	}
	at := t.begin(ids[0])
	for _, id := range ids[1:] {
		next, ok := t.step(at, id)
		if !ok {
			next = t.more()
			if 2*(t.n+1) > len(t.keys) {
				t.grow(2 * len(t.keys))
			}
			t.put(stepKey(at, id), next)
			t.nodes[at].follow |= followBit(id)
		}
		at = next
	}
	x := &t.nodes[at]
	for i := x.from; i >= 0; i = t.ends[i].next {
		if t.ends[i].entry == entry {
			return
		}
	}
	t.ends = append(t.ends, end{entry, x.from})
	x.from = int32(len(t.ends) - 1)
}

// begin gives the node after a word from the root, made where there is none.
func (t *trie) begin(word int32) int32 {
	for int(word) >= len(t.roots) {
		t.roots = append(t.roots, 0)
	}
	if t.roots[word] == 0 {
		t.roots[word] = t.more()
	}
	return t.roots[word]
}

// more makes a node.
func (t *trie) more() int32 {
	t.nodes = append(t.nodes, node{from: -1})
	return int32(len(t.nodes) - 1)
}

// seal makes the tables for look-up; nothing is added afterwards.
func (t *trie) seal(p *Pack) error {
	if t.nodes == nil {
		t.nodes = []node{{from: -1}}
		t.grow(16)
	}
	t.sealed = make([]ending, 0, len(t.ends))
	for i := range t.nodes {
		n := &t.nodes[i]
		e := n.from
		n.from = int32(len(t.sealed))
		for ; e >= 0; e = t.ends[e].next {
			x := &p.Entries[t.ends[e].entry]
			t.sealed = append(t.sealed, ending{t.ends[e].entry, x.Class, x.cap, x.low})
		}
		n.to = int32(len(t.sealed))
		if n.to-n.from > mostEndings {
			e := &p.Entries[t.sealed[n.from].entry]
			return fault.New(fault.TooLarge, "more than %d entries are %q", mostEndings, e.Forms[0]).At("%s:%d", p.files[e.file].name, p.line(e))
		}
	}
	t.ends = nil
	return nil
}

// mostEndings bounds the entries that are the same words: a word counts those of its
// form and of its stem, with a capital and without, in bytes.
const mostEndings = 127

func followBit(word int32) uint64 { return 1 << (uint32(word) * 0x9E3779B1 >> 26) }

// goesOn is step, quicker where the word does not go on from the node.
func (t *trie) goesOn(node, id int32) (int32, bool) {
	if t.nodes[node].follow&followBit(id) == 0 {
		return 0, false
	}
	return t.step(node, id)
}

// at gives the entries that end at a node and the words that may go on from it.
func (t *trie) at(node int32) (entries []ending, follow uint64) {
	n := &t.nodes[node]
	return t.sealed[n.from:n.to], n.follow
}

// root is step from the root, without a probe; no entry begins with word 0.
func (t *trie) root(id int32) (int32, bool) {
	if id == 0 || int(id) >= len(t.roots) {
		return 0, false
	}
	n := t.roots[id]
	return n, n != 0
}

func stepKey(node, id int32) uint64 { return uint64(node)<<32 | uint64(uint32(id)) + 1 }

func slot(k uint64, n int) int { return int((k * 0x9E3779B97F4A7C15) >> 36 & uint64(n-1)) }

func (t *trie) step(node, id int32) (int32, bool) {
	k := stepKey(node, id)
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
