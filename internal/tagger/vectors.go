package tagger

// vectors holds the weights of a model's features as score vectors, so that a
// feature is found and added in a few steps. Only models of few labels have
// them: with the 51 labels of kk-kaznerd they would take ten megabytes.
type vectors struct {
	lanes  int // of a vector; 0 in a model without vectors
	shift  uint
	slots  []slot // key and place in values from 1, in the order of keys, with gaps
	values []uint64
}

// vectorLanes is the most lanes of a model with vectors, eighteen labels.
const vectorLanes = 6

// newVectors lays out a table of weights. A key's slot is told by its upper end
// or comes soon behind, and the table has its keys in order, so that this
// writes from the beginning of memory to its end.
func newVectors(t *table, lanes int) vectors {
	if lanes > vectorLanes {
		return vectors{}
	}
	bits := uint(6)
	for 1<<bits < t.n+t.n/2 {
		bits++
	}
	v := vectors{lanes: lanes, shift: 32 - bits, slots: make([]slot, 1<<bits, 1<<bits+64), values: make([]uint64, 0, t.n*lanes)}
	v.slots = append(v.slots, slot{}) // a search ends at an empty slot
	for i := 0; i+8 <= len(t.borders); i += 4 {
		for p, end := int(le32(t.borders[i:])), int(le32(t.borders[i+4:])); p+5 <= end; {
			key, w := le32(t.entries[p:]), t.entries[p+5:min(p+5+int(t.entries[p+4]), end)]
			p += 5 + int(t.entries[p+4])
			v.put(key, w)
		}
	}
	return v
}

func (v *vectors) put(key uint32, weights string) {
	i := int(key >> v.shift)
	for v.slots[i].number != 0 {
		if i++; i+1 == len(v.slots) {
			v.slots = append(v.slots, slot{})
		}
	}
	at := len(v.values)
	v.values = v.values[:at+v.lanes]
	for ; len(weights) >= 2; weights = weights[2:] {
		addLane(v.values[at:], weights[0], int8(weights[1]))
	}
	v.slots[i] = slot{key, uint32(at + 1)}
}

// add adds the weights of one feature to the scores of all labels.
func (m *Model) add(key uint32, to []uint64) {
	v := &m.vectors
	if v.lanes == 0 {
		for e := m.words.get(key); len(e) >= 2; e = e[2:] {
			addLane(to, e[0], int8(e[1]))
		}
		return
	}
	for i := int(key >> (v.shift & 31)); i < len(v.slots); i++ {
		s := v.slots[i]
		if s.number == 0 {
			return
		}
		if s.hash == key {
			addLanes(to, v.values[s.number-1:])
			return
		}
	}
}
