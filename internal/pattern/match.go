package pattern

import (
	"math/bits"
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// program is one alternative of a rule as instructions.
type program struct {
	need   need // first, since it is what is asked most
	number int  // among the programs of its set
	// choices are further things the program takes; see clause.
	choices []*clause
	quick   []step // code without captures, see recognise
	rule    *Rule
	code    []inst
	names   []string // capture names by number
	splits  int      // choices in code, numbered in inst.split
}

type inst struct {
	op   byte // 't'est, 's'plit (x first), 'j'ump, '(' and ')' of capture x, '!' negation of kids, 'm'atch
	test test
	x, y int
	// split numbers the choices of a program: to try each at most once at
	// each token is enough to keep the search linear, because what lies
	// between two choices is a straight line.
	split int
	neg   []test
}

func compile(nd node, rule *Rule) *program {
	p := &program{rule: rule}
	p.emit(nd)
	p.code = append(p.code, inst{op: 'm'})
	for i := range p.code {
		if p.code[i].op == 's' {
			p.code[i].split = p.splits
			p.splits++
		}
	}
	p.need = needOf(nd)
	for _, c := range choicesOf(nd) {
		p.choices = append(p.choices, &c)
	}
	p.quick = quicken(p.code)
	return p
}

func (p *program) emit(nd node) {
	switch nd.op {
	case 't':
		p.code = append(p.code, inst{op: 't', test: nd.test})
	case 'c':
		for _, k := range nd.kids {
			p.emit(k)
		}
	case '|':
		var ends []int
		for i, k := range nd.kids {
			if i == len(nd.kids)-1 {
				p.emit(k)
				break
			}
			split := len(p.code)
			p.code = append(p.code, inst{op: 's', x: split + 1})
			p.emit(k)
			ends = append(ends, len(p.code))
			p.code = append(p.code, inst{op: 'j'})
			p.code[split].y = len(p.code)
		}
		for _, e := range ends {
			p.code[e].x = len(p.code)
		}
	case 'r':
		var splits []int
		for i := range nd.max {
			if i >= nd.min {
				splits = append(splits, len(p.code))
				p.code = append(p.code, inst{op: 's', x: len(p.code) + 1})
			}
			p.emit(nd.kids[0])
		}
		for _, s := range splits {
			p.code[s].y = len(p.code)
		}
	case '=':
		k := -1
		for i, n := range p.names {
			if n == nd.name {
				k = i
			}
		}
		if k < 0 {
			k = len(p.names)
			p.names = append(p.names, nd.name)
		}
		p.code = append(p.code, inst{op: '(', x: k})
		p.emit(nd.kids[0])
		p.code = append(p.code, inst{op: ')', x: k})
	case '!':
		p.code = append(p.code, inst{op: '!', neg: tests(nd.kids[0])})
	}
}

// tests lists the tests a negation stands for.
func tests(nd node) (out []test) {
	if nd.op == 't' {
		return []test{nd.test}
	}
	for _, k := range nd.kids {
		out = append(out, tests(k)...)
	}
	return out
}

// index files a program under the tests it may begin with.
func (s *Set) index(p *program) {
	seen := map[int]bool{}
	var first func(pc int)
	first = func(pc int) {
		if seen[pc] {
			return
		}
		seen[pc] = true
		switch in := p.code[pc]; in.op {
		case 's':
			first(in.x)
			first(in.y)
		case 'j':
			first(in.x)
		case '(', ')':
			first(pc + 1)
		case 't':
			switch in.test.kind {
			case 'c':
				s.byClass[in.test.cls].add(p)
				s.firsts.Add(in.test.cls)
			case 'w':
				s.byForm.add(in.test.id, p)
			case 's':
				s.byStem.add(in.test.id, p)
			case '^':
				first(pc + 1)
			default:
				s.always.add(p)
			}
		default: // a negation, or a pattern that may match nothing
			s.always.add(p)
		}
	}
	first(0)
}

// numberLists gives every list its number and its groups.
func (s *Set) numberLists() {
	n := 0
	number := func(l *list) {
		if len(l.programs) > 0 {
			l.number, n = n, n+1
			l.group()
		}
	}
	for i := range s.byClass {
		number(&s.byClass[i])
	}
	number(&s.always)
	for _, l := range s.byForm.lists {
		number(l)
	}
	for _, l := range s.byStem.lists {
		number(l)
	}
}

// Match is one place where a rule holds, in tokens.
type Match struct {
	Rule       *Rule
	Start, End int
	names      []string
	caps       []int // start and end of each capture, -1 where unset
}

// Capture gives the tokens of a named capture; ok is false where it took
// part in no match.
func (m *Match) Capture(name string) (start, end int, ok bool) {
	for i, n := range m.names {
		if n == name && m.caps[2*i] >= 0 && m.caps[2*i+1] >= 0 {
			return m.caps[2*i], m.caps[2*i+1], true
		}
	}
	return 0, 0, false
}

// Captures calls each for the captures that took part in the match.
func (m *Match) Captures(each func(name string, start, end int)) {
	for i, n := range m.names {
		if m.caps[2*i] >= 0 && m.caps[2*i+1] >= 0 {
			each(n, m.caps[2*i], m.caps[2*i+1])
		}
	}
}

// Matcher holds the memory of matching; use one for many sentences, not from
// two goroutines at once.
type Matcher struct {
	visited []uint32 // by choice and token: the last run that tried it
	stamp   uint32   // the number of this run
	caps    []int
	l       *lang.Lattice
	from    int
	to      int
	limit   int
	has     need      // what the sentence has
	words   *summary  // its words once more
	texts   summaries // of the text that was read last
	known   []uint32  // by program: round<<1, and 1 where it may match
	met     []uint32  // by clause: the same of what is met
	alive   []alive   // by list
	round   uint32
	match   Match
}

// maxSpan bounds the tokens of one match, and so the memory of matching.
const maxSpan = 96

// Scan calls yield for every match of every rule that begins in the tokens
// [from, to) and ends there, by beginning, then by order of the file's rules
// as far as they share a first element. One rule gives at most one match per
// alternative and beginning. yield returns false to stop. The match is valid
// until yield returns.
func (mt *Matcher) Scan(s *Set, l *lang.Lattice, from, to int, yield func(*Match) bool) {
	if len(s.Rules) == 0 {
		return
	}
	mt.l, mt.from, mt.to = l, from, to
	mt.look()
	if len(s.always.programs) == 0 && !s.firsts.Intersects(&mt.has.classes) && !s.byForm.seen.shares(&mt.words.forms) && !s.byStem.seen.shares(&mt.words.stems) {
		return // nothing stands here that a rule begins with
	}
	mt.nextRound()
	mt.scan(s, yield)
}

func (mt *Matcher) scan(s *Set, yield func(*Match) bool) {
	l := mt.l
	for i := mt.from; i < mt.to; i++ {
		t := &l.Toks[i]
		if t.Form != 0 && s.byForm.seen.has(t.Form) {
			if list := s.byForm.of(t.Form); list != nil && !mt.try(list, i, yield) {
				return
			}
		}
		if t.Stem != 0 {
			if s.byStem.seen.has(t.Stem) {
				if list := s.byStem.of(t.Stem); list != nil && !mt.try(list, i, yield) {
					return
				}
			}
			for _, id := range l.MoreStems(i) {
				if list := s.byStem.of(id); list != nil && !mt.try(list, i, yield) {
					return
				}
			}
		}
		if l.Bits[i].Intersects(&s.firsts) {
			for w := range l.Bits[i] {
				for b := l.Bits[i][w] & s.firsts[w]; b != 0; b &= b - 1 {
					if !mt.try(&s.byClass[w*64+bits.TrailingZeros64(b)], i, yield) {
						return
					}
				}
			}
		}
		if len(s.always.programs) > 0 && !mt.try(&s.always, i, yield) {
			return
		}
	}
}

// try runs the programs of a list at token i; false where yield stops.
func (mt *Matcher) try(list *list, i int, yield func(*Match) bool) bool {
	programs := mt.living(list)
	for k := 0; k < len(programs); k++ {
		p := programs[k]
		if mt.recognise(p, i) <= i { // a match takes at least one token
			continue
		}
		end := mt.run(p, i)
		chunks := mt.l.Laid()
		mt.match = Match{Rule: p.rule, Start: i, End: end, names: p.names, caps: mt.caps[:2*len(p.names)]}
		if !yield(&mt.match) {
			return false
		}
		if mt.l.Laid() != chunks { // yield has laid something new over the tokens: others may live now, and p still does
			mt.has.classesOf(mt.l, mt.from, mt.to)
			mt.nextRound()
			programs = mt.living(list)
			k = slices.Index(programs, p)
		}
	}
	return true
}

// run tries a program at token start and gives the end of the match, -1
// where there is none.
func (mt *Matcher) run(p *program, start int) int {
	mt.begin(p, start)
	mt.caps = mt.caps[:0]
	for range 2 * len(p.names) {
		mt.caps = append(mt.caps, -1)
	}
	return mt.step(p, 0, start, start)
}

// begin makes ready for one run of a program. The choices of one token lie
// together in the table of what was tried, since most runs end after a few.
func (mt *Matcher) begin(p *program, start int) {
	mt.limit = min(mt.to, start+maxSpan)
	if need := p.splits * (mt.limit - start + 1); len(mt.visited) < need {
		mt.visited = make([]uint32, max(need, 1024))
		mt.stamp = 0
	}
	if mt.stamp++; mt.stamp == 0 {
		clear(mt.visited)
		mt.stamp = 1
	}
}

func (mt *Matcher) step(p *program, pc, pos, start int) int {
	for {
		switch in := &p.code[pc]; in.op {
		case 'm':
			return pos
		case 'j':
			pc = in.x
		case 's':
			v := &mt.visited[(pos-start)*p.splits+in.split]
			if *v == mt.stamp {
				return -1
			}
			*v = mt.stamp
			// A first choice that fails on its first test needs no call.
			if next := &p.code[in.x]; next.op == 't' {
				to, ok := mt.test(&next.test, pos)
				if !ok {
					pc = in.y
					continue
				}
				if end := mt.step(p, in.x+1, to, start); end >= 0 {
					return end
				}
			} else if end := mt.step(p, in.x, pos, start); end >= 0 {
				return end
			}
			pc = in.y
		case '(', ')':
			k := 2 * in.x
			if in.op == ')' {
				k++
			}
			old := mt.caps[k]
			mt.caps[k] = pos
			if end := mt.step(p, pc+1, pos, start); end >= 0 {
				return end
			}
			mt.caps[k] = old
			return -1
		case '!':
			for i := range in.neg {
				if _, ok := mt.test(&in.neg[i], pos); ok {
					return -1
				}
			}
			pc++
		case 't':
			next, ok := mt.test(&in.test, pos)
			if !ok {
				return -1
			}
			pos = next
			pc++
		}
	}
}

// test gives the token after what a test takes at pos.
func (mt *Matcher) test(t *test, pos int) (int, bool) {
	switch t.kind {
	case '^':
		return pos, pos == mt.from
	case '$':
		return pos, pos == mt.to
	}
	if pos >= mt.limit {
		return 0, false
	}
	switch t.kind {
	case 'c':
		if !mt.l.Bits[pos].Has(t.cls) {
			return 0, false
		}
		c, ok := mt.l.Chunk(pos, t.cls)
		return int(c.End), ok && int(c.End) <= mt.limit
	case 'w':
		return pos + 1, mt.l.Toks[pos].Form == t.id
	case 's':
		return pos + 1, mt.l.HasStem(pos, t.id)
	case 'p':
		return pos + 1, strings.HasPrefix(mt.l.Fold(pos), t.word)
	}
	return pos + 1, true
}
