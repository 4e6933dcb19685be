package lang

import (
	"math/bits"
	"slices"
)

// endingTree finds the endings of a word, read from its end: a step is one look
// into one piece of memory. Each ending has a number of the caller's own.
type endingTree struct {
	places [256]uint8 // the bit of each byte in endingNode.has; noPlace where no ending has it
	nodes  []endingNode
}

// endingNode is where some last bytes lead: which bytes may stand before them, where
// the nodes of those lie, in order, and the ending that begins here, 0 none.
type endingNode struct {
	has    uint64
	next   int32
	ending int32
}

// noPlace is a bit that no set has.
const noPlace = 64

// step gives the node one byte further to the left, false where no ending has it.
func (t *endingTree) step(node int32, b byte) (int32, bool) {
	n := &t.nodes[node]
	bit := uint64(1) << t.places[b]
	if n.has&bit == 0 {
		return 0, false
	}
	return n.next + int32(bits.OnesCount64(n.has&(bit-1))), true
}

// endingTreeMaker gathers endings.
type endingTreeMaker struct{ nodes []looseNode }

// looseNode is a node while endings are added; 0 where there is no first or no
// next of its kind.
type looseNode struct {
	first, next, ending int32
	byte                byte
}

// add gives the place for the number of an ending.
func (m *endingTreeMaker) add(ending string) *int32 {
	if m.nodes == nil {
		m.nodes = make([]looseNode, 1, 1<<10)
	}
	node := int32(0)
	for i := len(ending) - 1; i >= 0; i-- {
		at := m.nodes[node].first
		for at != 0 && m.nodes[at].byte != ending[i] {
			at = m.nodes[at].next
		}
		if at == 0 {
			at = int32(len(m.nodes))
			if len(m.nodes) == cap(m.nodes) { // there may be tens of thousands
				m.nodes = slices.Grow(m.nodes, len(m.nodes))
			}
			m.nodes = append(m.nodes, looseNode{next: m.nodes[node].first, byte: ending[i]})
			m.nodes[node].first = at
		}
		node = at
	}
	return &m.nodes[node].ending
}

// tree makes the tree; ok is false where the endings have more different bytes
// than it has room for.
func (m *endingTreeMaker) tree() (t *endingTree, ok bool) {
	if m.nodes == nil {
		m.nodes = make([]looseNode, 1)
	}
	t = &endingTree{nodes: make([]endingNode, 1, len(m.nodes))}
	for i := range t.places {
		t.places[i] = noPlace
	}
	different := uint8(0)
	var seen [256]bool
	for _, n := range m.nodes[1:] {
		seen[n.byte] = true
	}
	for b := range seen {
		if !seen[b] {
			continue
		}
		if different == noPlace {
			return nil, false
		}
		t.places[b] = different
		different++
	}
	loose := make([]int32, 1, len(m.nodes)) // of the nodes
	for k := 0; k < len(loose); k++ {
		n := &m.nodes[loose[k]]
		at := &t.nodes[k]
		at.ending, at.next = n.ending, int32(len(loose))
		for c := n.first; c != 0; c = m.nodes[c].next {
			at.has |= 1 << t.places[m.nodes[c].byte]
		}
		room := bits.OnesCount64(at.has)
		loose, t.nodes = append(loose, make([]int32, room)...), append(t.nodes, make([]endingNode, room)...)
		for c := n.first; c != 0; c = m.nodes[c].next {
			before := at.has & (1<<t.places[m.nodes[c].byte] - 1)
			loose[int(at.next)+bits.OnesCount64(before)] = c
		}
	}
	return t, true
}
