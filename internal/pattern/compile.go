package pattern

import (
	"slices"

	"shanyraq/internal/lang"
)

// program is one alternative of a rule as instructions.
type program struct {
	rule   *Rule
	number int32 // among the programs of its set
	code   []step
	splits int        // choices in code, numbered in step.split
	names  []string   // capture names by number
	named  uint64     // a bit of each
	negs   [][]test   // what the negations name
	begins []string   // prefixes
	oneOf  []oneOf    // choices of one token
	first  beginnings // what it may begin with
}

// step is an instruction: a test by its kind, 'o'ne of several, 'S'plit,
// 'J'ump, 'C'apture, 'M'atch, or '!'. The program goes on at x; a split tries
// x, then y.
type step struct {
	op    byte
	cls   lang.Class
	id    int32 // of a form or stem; the place of a prefix, a negation, a choice or a capture's end
	x, y  int32
	split int32 // its number: to try each choice at most once at each token keeps the search linear, since what lies between two is a straight line
	// Of a split: the first steps on the ways of x and y that are no captures.
	peekX, peekY int32
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
	s.x = int32(len(p.code) + 1)
	p.code = append(p.code, s)
	return len(p.code) - 1
}

// split adds a choice whose second way is set later.
func (p *program) split() int {
	p.splits++
	return p.put(step{op: 'S', split: int32(p.splits - 1)})
}

func (p *program) emit(nd *node) {
	here := func() int32 { return int32(len(p.code)) }
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
	forms, stems []int32 // in order
	seen         uint64  // a bit of each form
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
	for i := range kids {
		for _, t := range tests(&kids[i]) {
			switch t.kind {
			case 'c':
				o.shapes.Add(t.cls)
			case 'w':
				o.forms = append(o.forms, t.id)
				o.seen |= 1 << (t.id & 63)
			case 's':
				o.stems = append(o.stems, t.id)
			}
		}
	}
	slices.Sort(o.forms)
	slices.Sort(o.stems)
	return o
}

// holds reports whether token i is one of them.
func (o *oneOf) holds(l *lang.Lattice, i int) bool {
	t := &l.Toks[i]
	if o.seen&(1<<(t.Form&63)) != 0 {
		if _, ok := slices.BinarySearch(o.forms, t.Form); ok {
			return true
		}
	}
	if len(o.stems) > 0 && t.Stem != 0 {
		if _, ok := slices.BinarySearch(o.stems, t.Stem); ok {
			return true
		}
		for _, id := range l.MoreStems(i) {
			if _, ok := slices.BinarySearch(o.stems, id); ok {
				return true
			}
		}
	}
	return o.shapes.Intersects(&l.Bits[i])
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
	past := func(pc int32, ops ...byte) int32 {
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
			s.x, s.y, s.peekX, s.peekY = past(s.x), past(s.y), past(s.x, 'C'), past(s.y, 'C')
		default:
			s.x = past(s.x)
		}
	}
}
