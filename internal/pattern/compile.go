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
	negs   []negation
	begins []string // prefixes
	number int32    // among the programs of its set
}

// step is an instruction: a test by its kind, 'o'ne of several, 'B'egins, which is
// 'o' but takes nothing, 'S'plit, 'J'ump, 'C'apture, 'M'atch, or '!'. The program goes on at x; a split tries
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

// draft is a program that is being made. What it keeps is room for the next.
type draft struct {
	program
	open   []int // places of jumps and splits that want to know where they go
	forms  []int32
	stems  []int32
	tested []test
	guards []guard // of choices that come again

	room struct {
		steps   slab[step]
		choices slab[oneOf]
		strings slab[string]
		negs    slab[negation]
		tests   slab[test]
		numbers slab[int32]
	}
}

// compile writes a program into p.
func (d *draft) compile(nd *node, rule *Rule, p *program) {
	d.program = program{rule: rule, code: d.code[:0], oneOf: d.oneOf[:0], names: d.names[:0], negs: d.negs[:0], begins: d.begins[:0]}
	d.guards = d.guards[:0]
	d.emit(nd)
	d.put(step{op: 'M'})
	d.land()
	*p = d.program
	p.code, p.oneOf, p.negs = d.room.steps.keep(d.code), d.room.choices.keep(d.oneOf), d.room.negs.keep(d.negs)
	p.names, p.begins = d.room.strings.keep(d.names), d.room.strings.keep(d.begins)
}

// put adds an instruction that goes on at the next, and gives its place.
func (d *draft) put(s step) int {
	s.x = uint16(len(d.code) + 1)
	d.code = append(d.code, s)
	return len(d.code) - 1
}

// split adds a choice whose second way is set later.
func (d *draft) split() int {
	d.splits++
	return d.put(step{op: 'S', split: uint16(d.splits - 1)})
}

func (d *draft) emit(nd *node) {
	here := func() uint16 { return uint16(len(d.code)) }
	switch nd.op {
	case 't':
		s := step{op: nd.test.kind, cls: nd.test.cls, id: nd.test.id}
		if s.op == 'p' {
			s.id = int32(len(d.begins))
			d.begins = append(d.begins, nd.test.word)
		}
		d.put(s)
	case 'c':
		for kids := nd.kids; len(kids) > 0; {
			n := 1
			if kids[0].op == '!' {
				n = negations(kids)
				d.emitNot(kids[:n])
			} else {
				d.emit(&kids[0])
			}
			kids = kids[n:]
		}
	case '|':
		d.guard(nd.kids)
		from := len(d.open)
		for kids := nd.kids; len(kids) > 0; {
			s, n := -1, max(1, onesOf(kids))
			if n < len(kids) {
				s = d.split()
			}
			if n == 1 {
				d.emit(&kids[0])
			} else {
				d.put(step{op: 'o', id: int32(len(d.oneOf))})
				d.oneOf = append(d.oneOf, d.oneOfThem(kids[:n]))
			}
			if kids = kids[n:]; s >= 0 {
				d.open = append(d.open, d.put(step{op: 'J'}))
				d.code[s].y = here()
			}
		}
		for _, e := range d.open[from:] {
			d.code[e].x = here()
		}
		d.open = d.open[:from]
	case 'r':
		from := len(d.open)
		for i := range nd.max {
			if i >= nd.min {
				d.open = append(d.open, d.split())
			}
			d.emit(&nd.kids[0])
		}
		for _, s := range d.open[from:] {
			d.code[s].y = here()
		}
		d.open = d.open[:from]
	case '=':
		k := d.name(nd.test.word)
		d.put(step{op: 'C', id: 2 * k})
		d.emit(&nd.kids[0])
		d.put(step{op: 'C', id: 2*k + 1})
	case '!':
		d.emitNot([]node{*nd})
	}
}

// negation is what a token must not be.
type negation struct {
	tests   []test
	classes lang.Set // those the tests name
	only    bool     // the tests name nothing else
}

// negations counts the negations that a sequence begins with.
func negations(kids []node) int {
	for i := range kids {
		if kids[i].op != '!' {
			return i
		}
	}
	return len(kids)
}

// emitNot adds negations that stand one behind the other: a token that is none of what
// they name passes all of them.
func (d *draft) emitNot(kids []node) {
	n := negation{only: true}
	d.tested = d.tested[:0]
	for i := range kids {
		eachTest(&kids[i].kids[0], func(t *test) {
			d.tested = append(d.tested, *t)
			if n.only = n.only && t.kind == 'c'; t.kind == 'c' {
				n.classes.Add(t.cls)
			}
		})
	}
	n.tests = d.room.tests.keep(d.tested)
	d.put(step{op: '!', id: int32(len(d.negs))})
	d.negs = append(d.negs, n)
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

func numbersOf(ids []int32, room *slab[int32]) numbers {
	if len(ids) == 0 {
		return nil
	}
	n := numbers(room.take(1 << bits.Len(uint(2*len(ids)-1))))
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

func (d *draft) oneOfThem(kids []node) (o oneOf) {
	d.forms, d.stems = d.forms[:0], d.stems[:0]
	for i := range kids {
		eachTest(&kids[i], func(t *test) {
			switch t.kind {
			case 'c':
				o.shapes.Add(t.cls)
			case 'w':
				d.forms = append(d.forms, t.id)
			case 's':
				d.stems = append(d.stems, t.id)
			}
		})
	}
	o.forms, o.stems = numbersOf(d.forms, &d.room.numbers), numbersOf(d.stems, &d.room.numbers)
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
func (d *draft) name(name string) int32 {
	for i, n := range d.names {
		if n == name {
			return int32(i)
		}
	}
	d.names, d.named = append(d.names, name), d.named|nameBit(name)
	return int32(len(d.names) - 1)
}

// eachTest calls yield with the tests that a pattern of one token has.
func eachTest(nd *node, yield func(*test)) {
	if nd.op == 't' {
		yield(&nd.test)
		return
	}
	for i := range nd.kids {
		eachTest(&nd.kids[i], yield)
	}
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
			if guard := &p.code[s.x]; guard.op == 'B' { // asked with the choice, it is not asked again
				s.x = past(guard.x)
			}
		default:
			s.x = past(s.x)
		}
	}
}
