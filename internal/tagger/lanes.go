package tagger

// The scores of several labels lie in one number, each in a lane of its own, so
// that one addition adds them all. A lane holds a sum of any ten vectors of
// weights: the features of a word are fewer than a hundred, a weight is less
// than 128, and laneBias is eight times their product.
const (
	laneBits = 21
	perLane  = 64 / laneBits
	laneMask = 1<<laneBits - 1
	laneBias = 1 << (laneBits - 1)
	// laneZero is nothing in every lane: a sum that begins with it has no
	// negative lane, and none takes from the one above.
	laneZero = laneBias | laneBias<<laneBits | laneBias<<(2*laneBits)
)

// lanesFor gives how many numbers hold the scores of n labels.
func lanesFor(n int) int { return (n + perLane - 1) / perLane }

// laneOf is where the score of each label lies: the number, and by how much it
// is shifted there.
var laneOf = func() (out [256]struct{ number, shift uint8 }) {
	for label := range out {
		out[label].number, out[label].shift = uint8(label/perLane), uint8(label%perLane*laneBits)
	}
	return out
}()

// addLane adds the weight of one label; a label that is not there counts for
// nothing.
func addLane(v []uint64, label uint8, weight int8) {
	if l := laneOf[label]; int(l.number) < len(v) {
		v[l.number] += uint64(int64(weight)) << (l.shift & 63)
	}
}

func addLanes(sum, v []uint64) {
	v = v[:len(sum)]
	for k := range sum {
		sum[k] += v[k]
	}
}
