package pattern

import (
	"strings"

	"shanyraq/internal/lang"
)

// Nine runs of ten fail. So a run first asks only whether there is a match: by
// the same walk as step, over instructions without captures that are small
// enough to lie together, and that need no call where they only go on. A walk
// that finds a match is then made again with its captures.

// step of a program without captures: a test by its kind, 'S'plit, 'J'ump,
// 'M'atch, or '!'.
type step struct {
	op    byte
	cls   lang.Class
	id    int32 // of a form or stem; the place in the program's code where the test has more
	x, y  int32 // where to go on
	split int32
}

// quicken leaves the captures out of code; places of instructions stay.
func quicken(code []inst) []step {
	out := make([]step, len(code))
	for i := range code {
		in, q := &code[i], &out[i]
		q.x, q.y, q.split = int32(in.x), int32(in.y), int32(in.split)
		switch in.op {
		case 't':
			q.op, q.cls, q.id = in.test.kind, in.test.cls, in.test.id
			if q.op == 'p' {
				q.id = int32(i)
			}
		case 's':
			q.op = 'S'
		case 'j':
			q.op = 'J'
		case 'm':
			q.op = 'M'
		case '(', ')':
			q.op, q.x = 'J', int32(i+1)
		case '!':
			q.op, q.id = '!', int32(i)
		}
	}
	// Where an instruction leads to a jump, it leads to the jump's end.
	land := func(pc int32) int32 {
		for out[pc].op == 'J' {
			pc = out[pc].x
		}
		return pc
	}
	for i := range out {
		switch q := &out[i]; q.op {
		case 'S':
			q.x, q.y = land(q.x), land(q.y)
		case 'J':
			q.x = land(q.x)
		case 'M':
		default:
			q.x = land(int32(i + 1))
		}
	}
	return out
}

// recognise gives what run would, and leaves the captures alone.
func (mt *Matcher) recognise(p *program, start int) int {
	mt.begin(p, start)
	return mt.walk(p, 0, start, start)
}

func (mt *Matcher) walk(p *program, pc int32, pos, start int) int {
	for {
		q := &p.quick[pc]
		pc = q.x
		switch q.op {
		case 'M':
			return pos
		case 'J':
		case 'S':
			v := &mt.visited[(pos-start)*p.splits+int(q.split)]
			if *v == mt.stamp {
				return -1
			}
			*v = mt.stamp
			// A first choice that fails on its first test needs no call.
			switch first := &p.quick[q.x]; first.op {
			case 'c':
				if pos >= mt.limit || !mt.l.Bits[pos].Has(first.cls) {
					pc = q.y
					continue
				}
			case 'w':
				if pos >= mt.limit || mt.l.Toks[pos].Form != first.id {
					pc = q.y
					continue
				}
			}
			if end := mt.walk(p, q.x, pos, start); end >= 0 {
				return end
			}
			pc = q.y
		case 'c':
			if pos >= mt.limit || !mt.l.Bits[pos].Has(q.cls) {
				return -1
			}
			if q.cls < lang.PersonChunk { // a shape: one token
				pos++
				continue
			}
			c, ok := mt.l.Chunk(pos, q.cls)
			if !ok || int(c.End) > mt.limit {
				return -1
			}
			pos = int(c.End)
		case 'w':
			if pos >= mt.limit || mt.l.Toks[pos].Form != q.id {
				return -1
			}
			pos++
		case 's':
			if pos >= mt.limit || !mt.l.HasStem(pos, q.id) {
				return -1
			}
			pos++
		case 'p':
			if pos >= mt.limit || !strings.HasPrefix(mt.l.Fold(pos), p.code[q.id].test.word) {
				return -1
			}
			pos++
		case '^':
			if pos != mt.from {
				return -1
			}
		case '$':
			if pos != mt.to {
				return -1
			}
		case '_':
			if pos >= mt.limit {
				return -1
			}
			pos++
		case '!':
			for i := range p.code[q.id].neg {
				if _, ok := mt.test(&p.code[q.id].neg[i], pos); ok {
					return -1
				}
			}
		}
	}
}
