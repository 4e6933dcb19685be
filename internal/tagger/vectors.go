package tagger

// vectors holds the weights of a model's features as score vectors, so that a
// feature is found and added in a few steps. Only models of few labels have
// them: with the 51 labels of kk-kaznerd they would take ten megabytes.
type vectors struct {
	lanes int    // of a vector; 0 in a model without vectors
	homes uint64 // slots that keys are told to; some more stand behind
	// slots are a key and the vector behind it each, in the order of keys, with
	// gaps of zeros: most are far from all that was asked for before, and so
	// one line of memory is fetched for both.
	slots []uint64
}

// vectorLanes is the most lanes of a model with vectors, eighteen labels.
const vectorLanes = 6

// filled marks the slot of a key, which may be 0.
const filled = 1 << 32

// newVectors lays out a table of weights. A key's slot is told by its upper end
// or comes soon behind, and the table has its keys in order, so that this
// writes from the beginning of memory to its end.
func newVectors(t *table, lanes int) vectors {
	if lanes > vectorLanes {
		return vectors{}
	}
	homes := t.n + t.n/2 + 1
	v := vectors{lanes: lanes, homes: uint64(homes), slots: make([]uint64, (homes+1)*(lanes+1), (homes+64)*(lanes+1))}
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
	step := v.lanes + 1
	i := v.home(key)
	for v.slots[i] != 0 {
		i += step
	}
	if i+step == len(v.slots) { // a search ends at an empty slot
		v.slots = append(v.slots, make([]uint64, step)...)
	}
	v.slots[i] = filled | uint64(key)
	for ; len(weights) >= 2; weights = weights[2:] {
		addLane(v.slots[i+1:i+step], weights[0], int8(weights[1]))
	}
}

// home gives the slot that a key is told to: keys are as good as random, so those
// of all slots share them alike.
func (v *vectors) home(key uint32) int { return int(uint64(key)*v.homes>>32) * (v.lanes + 1) }

// add adds the weights of one feature to the scores of all labels.
func (m *Model) add(key uint32, to []uint64) {
	v := &m.vectors
	if v.lanes == 0 {
		for e := m.words.get(key); len(e) >= 2; e = e[2:] {
			addLane(to, e[0], int8(e[1]))
		}
		return
	}
	for i := v.home(key); i < len(v.slots) && v.slots[i] != 0; i += v.lanes + 1 {
		if v.slots[i] == filled|uint64(key) {
			addLanes(to, v.slots[i+1:])
			return
		}
	}
}
