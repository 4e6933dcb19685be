package pattern

// pastAside gives the token behind what is told in passing from token pos on, 0 where
// nothing is that the rules pass over.
func (mt *Matcher) pastAside(pos int) int {
	for _, a := range mt.asides {
		if int(a.Start) == pos && int(a.End) <= mt.limit {
			return int(a.End)
		}
	}
	return 0
}

// behindAside gives the token at which a test that failed is tried again: behind what is
// told in passing where the test began; pos is the token the test left off at. 0 where it
// began at none.
func (mt *Matcher) behindAside(q *step, pos int) int {
	switch q.op {
	case 'c':
		return mt.pastAside(pos)
	case 'w', 'o', 's', 'p':
		return mt.pastAside(pos - 1)
	}
	return 0
}

// beginBehind has the captures that would begin with what is told in passing begin
// behind it, at token to; it gives how many ends of captures the way has then.
func (mt *Matcher) beginBehind(set, to int) int {
	n := set
	for k := n - 1; k >= 0 && mt.pastAside(int(mt.trail[k].pos)) == to; k-- {
		if slot := mt.trail[k].slot; slot%2 == 0 {
			mt.trail = append(mt.trail[:set], captured{slot, int32(to)})
			set++
		}
	}
	return set
}

// opens reports whether the test of a step, one of those that a choice looks ahead to,
// holds at token pos.
func (mt *Matcher) opens(p *program, q *step, pos int) bool {
	if pos >= mt.limit {
		return false
	}
	switch q.op {
	case 'c':
		return mt.l.Bits[pos].Has(q.cls)
	case 'w':
		return mt.l.Toks[pos].Form == q.id
	case 'o':
		return p.oneOf[q.id].holds(mt.l, pos)
	}
	return false
}

// wantingPast gives the programs of a block that can have what stands at token next, or
// behind what is told in passing there.
func (mt *Matcher) wantingPast(b *block, next int) uint64 {
	mask := mt.wanting(b, next)
	if len(mt.asides) > 0 {
		for _, a := range mt.asides {
			if int(a.Start) == next {
				mask |= mt.wanting(b, int(a.End))
			}
		}
	}
	return mask
}
