package reader

import "slices"

// rooms is the memory of lists that the finders of a part fill and leave empty
// again, so that a text does not make them anew.
type rooms struct {
	made       []made
	happenings []happening
	deeds      []deed
	ends       []int
	nounEnds   []int
	deals      []dealSentence
	insts, evs []phrase
	used       []bool
	given      []givenTitle
	surnames   map[string]int // of echoIndex
	short      map[string]int
}

// echoed gives an empty index of names that may be named again.
func (r *rooms) echoed() echoIndex {
	if r.surnames == nil {
		r.surnames, r.short = map[string]int{}, map[string]int{}
	}
	return echoIndex{surnames: r.surnames, short: r.short}
}

// keepEchoed keeps the maps of an index that was used.
func (r *rooms) keepEchoed(x echoIndex) {
	if len(x.surnames)+len(x.short) > mostKept {
		r.surnames, r.short = nil, nil
		return
	}
	clear(x.surnames)
	clear(x.short)
}

// mostKept bounds the entries of a list whose memory is kept: most texts have a
// few, and each holds a statement.
const mostKept = 1 << 8

// emptied gives the memory of a list for the next text, without what it holds.
func emptied[T any](list []T) []T {
	if cap(list) > mostKept {
		return nil
	}
	clear(list)
	return list[:0]
}

// flags gives a list of n flags, none of them set.
func (r *rooms) flags(n int) []bool {
	r.used = slices.Grow(r.used[:0], n)[:n]
	clear(r.used)
	return r.used
}
