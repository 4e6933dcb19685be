package lang

// distinct numbers the sets that words have, the empty one 0. Thousands of words share
// some hundred sets: a token has the number of one, and the sets themselves stay close
// to the processor. They are as many as the pack has, so they are never given up.
type distinct[S comparable] struct {
	sets    []S
	numbers map[S]int32
}

func distinctSets[S comparable]() distinct[S] {
	var empty S
	return distinct[S]{[]S{empty}, map[S]int32{}}
}

// number gives the number of a set.
func (d *distinct[S]) number(s S) int32 {
	if s == d.sets[0] { // most new words
		return 0
	}
	n, ok := d.numbers[s]
	if !ok {
		n = int32(len(d.sets))
		d.sets, d.numbers[s] = append(d.sets, s), n
	}
	return n
}
