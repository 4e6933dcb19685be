package reader

// fewEnds is a short list of word endings of which the reader itself knows what
// they mean, in the order in which they are asked for. Most words end with a letter
// that none of them has, and are out by that.
type fewEnds struct {
	letters [4]uint64 // a bit for each last byte
	list    []wordEnding
}

// fewEndsOf makes a table of a few endings, asked by the last byte first.
func fewEndsOf(endings ...string) *fewEnds {
	e := &fewEnds{}
	for _, end := range endings {
		last := end[len(end)-1]
		e.letters[last>>6] |= 1 << (last & 63)
		e.list = append(e.list, newWordEnding(end, 0))
	}
	return e
}

// end reports whether a word has one of the endings.
func (e *fewEnds) end(w string) bool { return e.next(w, 0) >= 0 }

// next gives the place of the first ending from a place on that a word has, -1 where
// it has none.
func (e *fewEnds) next(w string, from int) int {
	if w == "" || e.letters[w[len(w)-1]>>6]>>(w[len(w)-1]&63)&1 == 0 {
		return -1
	}
	last := lastBytes(w)
	for k := from; k < len(e.list); k++ {
		if e.list[k].ends(w, last) {
			return k
		}
	}
	return -1
}

// cut gives a word without the ending of a place, which it has, and the ending.
func (e *fewEnds) cut(w string, k int) (stem, ending string) {
	ending = e.list[k].ending
	return w[:len(w)-len(ending)], ending
}
