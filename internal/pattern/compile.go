package pattern

import (
	"math/bits"

	"shanyraq/internal/lang"
)

// program is one alternative of a rule as instructions.
type program struct {
	code   []step
	oneOf  []oneOf  // choices of one token
	splits int      // choices in code, numbered in step.split
	names  []string // capture names by number
	named  uint64   // a bit of each
	rule   *Rule
	negs   [][]test // what the negations name
	begins []string // prefixes
	number int32    // among the programs of its set
	first  beginnings
}

// step is an instruction: a test by its kind, 'o'ne of several, 'S'plit,
// 'J'ump, 'C'apture, 'M'atch, or '!'. The program goes on at x; a split tries
// x, then y. Four fit in a line of the cache; maxProgram keeps places small.
type step struct {
	op    byte
	cls   lang.Class
	x, y  uint16
	split uint16 // its number: to try each choice at most once at each token keeps the search linear, since what lies between two is a straight line
	// Of a split: the first step on the way of y that is no capture, and the
	// op of that on the way of x, of which it has the class and the id too.
	peekY uint16
	opX   byte
	id    int32 // of a form or stem; the place of a prefix, a negation, a choice or a capture's end
}

func compile(nd *node, rule *Rule) *program {
	p := &program{rule: rule, code: make([]step, 0, 32)}
	p.emit(nd)
	p.put(step{op: 'M'})
	p.land()
	return p
}

// put adds an instruction that goes on at the next, and gives its place.
func (p *program) put(s step) int {
	s.x = uint16(len(p.code) + 1)
	p.code = append(p.code, s)
	return len(p.code) - 1
}

// split adds a choice whose second way is set later.
func (p *program) split() int {
	p.splits++
	return p.put(step{op: 'S', split: uint16(p.splits - 1)})
}

func (p *program) emit(nd *node) {
	here := func() uint16 { return uint16(len(p.code)) }
	switch nd.op {
	case 't':
		s := step{op: nd.test.kind, cls: nd.test.cls, id: nd.test.id}
		if s.op == 'p' {
			s.id = int32(len(p.begins))
			p.begins = append(p.begins, nd.test.word)
		}
		p.put(s)
	case 'c':
		for i := range nd.kids {
			p.emit(&nd.kids[i])
		}
	case '|':
		var ends []int
		for kids := nd.kids; len(kids) > 0; {
			s, n := -1, max(1, onesOf(kids))
			if n < len(kids) {
				s = p.split()
			}
			if n == 1 {
				p.emit(&kids[0])
			} else {
				p.put(step{op: 'o', id: int32(len(p.oneOf))})
				p.oneOf = append(p.oneOf, oneOfThem(kids[:n]))
			}
			if kids = kids[n:]; s >= 0 {
				ends = append(ends, p.put(step{op: 'J'}))
				p.code[s].y = here()
			}
		}
		for _, e := range ends {
			p.code[e].x = here()
		}
	case 'r':
		var splits []int
		for i := range nd.max {
			if i >= nd.min {
				splits = append(splits, p.split())
			}
			p.emit(&nd.kids[0])
		}
		for _, s := range splits {
			p.code[s].y = here()
		}
	case '=':
		k := p.name(nd.name)
		p.put(step{op: 'C', id: 2 * k})
		p.emit(&nd.kids[0])
		p.put(step{op: 'C', id: 2*k + 1})
	case '!':
		p.put(step{op: '!', id: int32(len(p.negs))})
		p.negs = append(p.negs, tests(&nd.kids[0]))
	}
}

// oneOf is a choice of tests of one token, which need no split: whichever
// holds, the program goes on alike.
type oneOf struct {
	shapes       lang.Set
	forms, stems numbers
}

// numbers is a set of numbers of words, in a table that is at most half full,
// by their last bits; each is written one higher, since 0 is an empty place.
type numbers []int32

func numbersOf(ids []int32) numbers {
	if len(ids) == 0 {
		return nil
	}
	n := make(numbers, 1<<bits.Len(uint(2*len(ids)-1)))
	for _, id := range ids {
		k := n.find(id)
		n[k] = id + 1
	}
	return n
}

// find gives the place of a number, or the empty one where it would be; there
// is none in an empty set.
func (n numbers) find(id int32) int {
	k := int(id) & (len(n) - 1)
	for n[k] != 0 && n[k] != id+1 {
		k = (k + 1) & (len(n) - 1)
	}
	return k
}

func (n numbers) has(id int32) bool { return len(n) > 0 && n[n.find(id)] != 0 }

// each calls yield with the numbers.
func (n numbers) each(yield func(id int32)) {
	for _, id := range n {
		if id != 0 {
			yield(id - 1)
		}
	}
}

// onesOf counts the alternatives from the first on that are tests of one token.
func onesOf(kids []node) int {
	for i := range kids {
		nd := &kids[i]
		for nd.op == 'c' && len(nd.kids) == 1 {
			nd = &nd.kids[0]
		}
		t := &nd.test
		if nd.op != 't' || t.kind != 'w' && t.kind != 's' && (t.kind != 'c' || t.cls >= lang.PersonChunk) {
			return i
		}
	}
	return len(kids)
}

func oneOfThem(kids []node) (o oneOf) {
	var forms, stems []int32
	for i := range kids {
		for _, t := range tests(&kids[i]) {
			switch t.kind {
			case 'c':
				o.shapes.Add(t.cls)
			case 'w':
				forms = append(forms, t.id)
			case 's':
				stems = append(stems, t.id)
			}
		}
	}
	o.forms, o.stems = numbersOf(forms), numbersOf(stems)
	return o
}

// holds reports whether token i is one of them.
func (o *oneOf) holds(l *lang.Lattice, i int) bool {
	if o.shapes.Intersects(&l.Bits[i]) {
		return true
	}
	t := &l.Toks[i]
	if o.forms.has(t.Form) {
		return true
	}
	if len(o.stems) > 0 && t.Stem != 0 {
		if o.stems.has(t.Stem) {
			return true
		}
		for _, id := range l.MoreStems(i) {
			if o.stems.has(id) {
				return true
			}
		}
	}
	return false
}

// name gives the number of a capture.
func (p *program) name(name string) int32 {
	for i, n := range p.names {
		if n == name {
			return int32(i)
		}
	}
	p.names, p.named = append(p.names, name), p.named|nameBit(name)
	return int32(len(p.names) - 1)
}

// tests lists the tests a negation stands for.
func tests(nd *node) (out []test) {
	if nd.op == 't' {
		return []test{nd.test}
	}
	for i := range nd.kids {
		out = append(out, tests(&nd.kids[i])...)
	}
	return out
}

// land lets what leads to a jump lead to where the jump goes.
func (p *program) land() {
	past := func(pc uint16, ops ...byte) uint16 {
		for {
			op := p.code[pc].op
			if op != 'J' && (len(ops) == 0 || op != ops[0]) {
				return pc
			}
			pc = p.code[pc].x
		}
	}
	for i := range p.code {
		switch s := &p.code[i]; s.op {
		case 'M':
		case 'S':
			s.x, s.y, s.peekY = past(s.x), past(s.y), past(s.y, 'C')
			first := &p.code[past(s.x, 'C')]
			s.opX, s.cls, s.id = first.op, first.cls, first.id
		default:
			s.x = past(s.x)
		}
	}
}
