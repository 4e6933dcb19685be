package tagger

import "math"

// steps is what finding the best path knows of the steps between labels.
type steps struct {
	after []int32 // by label, the steps from it to every label
	to    []int32 // by label, the steps to it from every label
	// into is by label the step from it to the label inside a name, of B-X and
	// I-X the one to I-X.
	into []int32
	most []int32 // by label that is not inside a name, the best step to it
	// needed is by label the lead it needs over all others for every label that
	// is not inside a name to be come to from it.
	needed []int32
}

func newSteps(transitions []int32, n int) steps {
	s := steps{transitions, make([]int32, n*n), make([]int32, n), make([]int32, n), make([]int32, n)}
	for to := range n {
		s.most[to] = lowest
		for from := range n {
			s.to[to*n+from] = transitions[from*n+to]
			s.most[to] = max(s.most[to], transitions[from*n+to])
		}
		if inside(to) {
			s.into[to-1], s.into[to] = s.to[to*n+to-1], s.to[to*n+to]
			continue
		}
		for from := range n {
			s.needed[from] = max(s.needed[from], s.most[to]-s.to[to*n+from])
		}
	}
	return s
}

// inside reports whether a label is one of those inside a name: before I-X
// stands B-X or I-X, before other labels any.
func inside(label int) bool { return label > 0 && label%2 == 0 }

// bestPath puts the labels of the best path over n words into t.out: Viterbi's
// algorithm. Of equal ways the one from the first label is taken.
func (t *Tagger) bestPath(n int) {
	L := t.labels
	t.best = grow(t.best, n*L)
	t.back = grow(t.back, n*L)
	copy(t.best, t.score(0))
	for k := 2; k < L; k += 2 { // a sentence does not open inside a name
		t.best[k] = Forbidden
	}
	lead, first, second := leadOf(t.best[:L])
	for i := 1; i < n; i++ {
		prev, cur, back := t.best[(i-1)*L:i*L], t.best[i*L:][:L], t.back[i*L:][:L]
		t.steps.led(lead, first, prev, t.score(i), cur, back)
		// Mostly one label leads by so much that no step makes up for it.
		if first-second <= t.steps.needed[lead] {
			t.steps.search(lead, first, second, prev, t.score(i), cur, back)
		}
		lead, first, second = leadOf(cur)
	}
	last, _, _ := leadOf(t.best[(n-1)*L : n*L])
	for i := n - 1; i >= 0; i-- {
		t.out[i] = uint8(last)
		last = int(t.back[i*L+last])
	}
}

// led makes one step of all paths; to labels that are not inside a name it goes
// from lead.
func (s *steps) led(lead int, first int32, prev, scores, cur []int32, back []uint8) {
	L := len(scores)
	after, into := s.after[lead*L:][:L], s.into[:L]
	prev, cur, back = prev[:L], cur[:L], back[:L]
	cur[0], back[0] = first+after[0]+scores[0], uint8(lead)
	for k := 1; k+1 < L; k += 2 {
		cur[k], back[k] = first+after[k]+scores[k], uint8(lead)
		opened, inside := prev[k]+into[k], prev[k+1]+into[k+1]
		from := k
		if inside > opened {
			from = k + 1
		}
		cur[k+1], back[k+1] = max(opened, inside)+scores[k+1], uint8(from)
	}
}

// search is led's step again, from every label, to those labels that are not
// inside a name and to which the way from lead may not be the best: second is
// the best of all others.
func (s *steps) search(lead int, first, second int32, prev, scores, cur []int32, back []uint8) {
	L := len(scores)
	for k := range scores {
		to := s.to[k*L:][:L]
		if inside(k) || first+to[lead] > second+s.most[k] {
			continue
		}
		best, from := int32(math.MinInt32), 0
		for a, step := range to {
			if x := prev[a] + step; x > best {
				best, from = x, a
			}
		}
		cur[k], back[k] = best+scores[k], uint8(from)
	}
}

// lowest is less than any score of a label.
const lowest = -1 << 30

// leadOf gives the label with the best score, the first of equal ones, that
// score, and the next best.
func leadOf(scores []int32) (lead int, first, second int32) {
	first, second = scores[0], lowest
	for k := 1; k < len(scores); k++ {
		switch s := scores[k]; {
		case s <= second:
		case s > first:
			lead, first, second = k, s, first
		default:
			second = s
		}
	}
	return lead, first, second
}
