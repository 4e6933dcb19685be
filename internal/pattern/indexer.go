package pattern

import (
	"math/bits"
	"slices"
	"sync/atomic"

	"shanyraq/internal/lang"
)

// indexer files programs under what they take and what they may begin with,
// while the rules of a set are read.
type indexer struct {
	watched               []filed // by places
	classes, forms, stems []filed // by their numbers
	always                []filed

	numberOf map[beginnings]uint16 // of those of the set
	follows  [][]follow            // see followAt
	count    int32

	// Of the program that is filed.
	program        *program
	first          beginnings
	begun, gone    walk
	following      []int32 // what may follow the beginning, by place in the program
	ids            [2][]int32
	programs       []int32
	nexts          []*follow
	found          wordMasks
	followNumbers  slab[int32]
	programNumbers slab[int32]
	blocks         slab[block]
	masks          slab[uint64]
	wordMasks      slab[wordMask]
}

// filed is a program under something, with what may follow that in it.
type filed struct{ id, program, follow int32 }

// walk tells which places of a program a search was at.
type walk struct {
	seen  []uint32
	stamp uint32
}

func (w *walk) begin(places int) {
	if w.stamp++; len(w.seen) < places {
		w.seen = make([]uint32, max(places, 256))
	}
}

// first reports whether the search comes to a place for the first time.
func (w *walk) first(pc uint16) bool {
	was := w.seen[pc]
	w.seen[pc] = w.stamp
	return was != w.stamp
}

// add compiles a pattern and files it under what it takes and what it may begin
// with.
func (s *Set) add(nd *node, rule *Rule) {
	p := &s.room.programs.take(1)[0]
	s.draft.compile(nd, rule, p)
	p.number = int32(len(s.programs))
	s.programs = append(s.programs, p)
	needed, rarest := s.wantOf(nd, rule)
	s.needed = append(s.needed, needed)
	s.watchFor(rarest, p.number)

	x := &s.index
	x.program, x.first = p, beginnings{}
	x.begun.begin(len(p.code))
	x.following = append(x.following[:0], make([]int32, len(p.code))...)
	x.begin(0)
	number, ok := x.numberOf[x.first]
	if !ok {
		number = uint16(len(s.firsts))
		x.numberOf[x.first] = number
		s.firsts = append(s.firsts, x.first)
	}
	s.wants = append(s.wants, want{first: number, opens: p.code[0].op == '^'})
}

// begin files the program under the things that it may take at pc.
func (x *indexer) begin(pc uint16) {
	if !x.begun.first(pc) {
		return
	}
	p, first := x.program, &x.first
	switch q := &p.code[pc]; q.op {
	case 'S':
		x.begin(q.x)
		x.begin(q.y)
	case 'J', 'C', 'B', '^', '!': // these take nothing
		x.begin(q.x)
	case 'c':
		x.classes = append(x.classes, filed{int32(q.cls), p.number, x.followOf(q.x)})
		first.classes.Add(q.cls)
	case 'w':
		x.forms = append(x.forms, filed{q.id, p.number, x.followOf(q.x)})
		first.forms.add(q.id)
	case 's':
		x.stems = append(x.stems, filed{q.id, p.number, x.followOf(q.x)})
		first.stems.add(q.id)
	case 'o':
		o, then := &p.oneOf[q.id], x.followOf(q.x)
		o.forms.each(func(id int32) {
			x.forms = append(x.forms, filed{id, p.number, then})
			first.forms.add(id)
		})
		o.stems.each(func(id int32) {
			x.stems = append(x.stems, filed{id, p.number, then})
			first.stems.add(id)
		})
		o.shapes.Each(func(c lang.Class) {
			x.classes = append(x.classes, filed{int32(c), p.number, then})
			first.classes.Add(c)
		})
	case 'p', '_':
		x.always = append(x.always, filed{0, p.number, x.followOf(q.x)})
		first.any = true
	}
}

// follow is what may stand behind the first thing of a program.
type follow struct {
	open         bool // anything, or nothing
	classes      lang.Set
	forms, stems []int32
}

func (f *follow) or(g *follow) *follow {
	if f == g {
		return f
	}
	both := &follow{open: f.open || g.open, forms: slices.Concat(f.forms, g.forms), stems: slices.Concat(f.stems, g.stems)}
	for i := range both.classes {
		both.classes[i] = f.classes[i] | g.classes[i]
	}
	return both
}

const followChunk = 128

// followAt gives what followOf has numbered.
func (x *indexer) followAt(k int32) *follow { return &x.follows[k/followChunk][k%followChunk] }

// followOf gives the number of what the program may take at pc.
func (x *indexer) followOf(pc uint16) int32 {
	if k := x.following[pc]; k != 0 {
		return k
	}
	x.count++
	if int(x.count/followChunk) >= len(x.follows) {
		x.follows = append(x.follows, make([]follow, followChunk))
	}
	x.following[pc] = x.count
	f := x.followAt(x.count)
	x.ids = [2][]int32{x.ids[0][:0], x.ids[1][:0]}
	x.gone.begin(len(x.program.code))
	x.goOn(pc, f)
	f.forms, f.stems = x.followNumbers.keep(x.ids[0]), x.followNumbers.keep(x.ids[1])
	return x.count
}

// goOn adds to f what the program may take at pc.
func (x *indexer) goOn(pc uint16, f *follow) {
	if f.open || !x.gone.first(pc) {
		return
	}
	p, forms, stems := x.program, &x.ids[0], &x.ids[1]
	switch q := &p.code[pc]; {
	case q.op == 'S':
		x.goOn(q.x, f)
		x.goOn(q.y, f)
	case q.op == 'J' || q.op == 'C' || q.op == 'B' || q.op == '!':
		x.goOn(q.x, f)
	case q.op == 'c':
		f.classes.Add(q.cls)
	case q.op == 'w' && q.id != 0:
		*forms = append(*forms, q.id)
	case q.op == 's':
		*stems = append(*stems, q.id)
	case q.op == 'o' && !p.oneOf[q.id].forms.has(0):
		o := &p.oneOf[q.id]
		o.forms.each(func(id int32) { *forms = append(*forms, id) })
		o.stems.each(func(id int32) { *stems = append(*stems, id) })
		o.shapes.Each(f.classes.Add)
	default: // a prefix, any token, an end
		f.open = true
	}
}

// end makes of what was filed what is asked in sentences.
func (s *Set) end() {
	x := &s.index
	s.endWatch()
	s.endWants()
	s.always = x.listOf(x.always)
	eachRun(sorted(x.classes, len(s.byClass)), func(c int32, run []filed) { s.byClass[c] = x.listOf(run) })
	// What is kept to make lists with is what lists are made of, and room for it.
	z := &lazy{x: &indexer{follows: x.follows}}
	s.byForm, s.byStem = z.firstsOf(x.forms), z.firstsOf(x.stems)
	s.making = nil
}

// sorted gives what was filed in the order of the ids, which lie below a bound;
// what is under one id stays in its order.
func sorted(list []filed, bound int) []filed {
	at, out := make([]int32, bound+1), make([]filed, len(list))
	for i := range list {
		at[list[i].id+1]++
	}
	for i := range bound {
		at[i+1] += at[i]
	}
	for _, f := range list {
		out[at[f.id]] = f
		at[f.id]++
	}
	return out
}

// eachRun calls yield with what is filed under each id.
func eachRun(list []filed, yield func(id int32, run []filed)) {
	for len(list) > 0 {
		n := 1
		for n < len(list) && list[n].id == list[0].id {
			n++
		}
		yield(list[0].id, list[:n])
		list = list[n:]
	}
}

func (z *lazy) firstsOf(all []filed) firsts {
	bound, n := 0, 0
	for i := range all {
		bound = max(bound, int(all[i].id)+1)
	}
	f := firsts{places: make([]uint16, bound), filed: sorted(all, bound), lazy: z}
	f.from = make([]int32, 0, min(bound, len(all))+1)
	eachRun(f.filed, func(id int32, run []filed) {
		f.from = append(f.from, int32(n))
		f.places[id] = uint16(len(f.from))
		n += len(run)
	})
	f.from = append(f.from, int32(n))
	f.lists = make([]atomic.Pointer[list], len(f.from)-1)
	return f
}

// listOf makes the list of the programs that are filed under one thing.
func (x *indexer) listOf(run []filed) (l list) {
	programs, nexts := x.programs[:0], x.nexts[:0]
	for _, f := range run {
		next := x.followAt(f.follow)
		if n := len(programs) - 1; n >= 0 && programs[n] == f.program {
			nexts[n] = nexts[n].or(next)
			continue
		}
		programs, nexts = append(programs, f.program), append(nexts, next)
	}
	x.programs, x.nexts = programs, nexts
	l.blocks = x.blocks.take((len(programs) + 63) / 64)
	for k := range l.blocks {
		to := min(64*k+64, len(programs))
		l.blocks[k] = x.blockOf(programs[64*k:to], nexts[64*k:to])
	}
	return l
}

func (x *indexer) blockOf(programs []int32, follows []*follow) block {
	b := block{programs: x.programNumbers.keep(programs)}
	forms, stems := 0, 0
	for k, f := range follows {
		if f.open {
			b.open |= 1 << k
			continue
		}
		for i := range b.classes {
			b.classes[i] |= f.classes[i]
		}
		forms, stems = forms+len(f.forms), stems+len(f.stems)
	}
	b.forms = x.wordMasksOf(follows, forms, func(f *follow) []int32 { return f.forms })
	b.stems = x.wordMasksOf(follows, stems, func(f *follow) []int32 { return f.stems })
	classes := 0
	for _, w := range b.classes {
		classes += bits.OnesCount64(w)
	}
	b.byClass = x.masks.take(classes)[:0]
	b.classes.Each(func(c lang.Class) {
		var mask uint64
		for k, f := range follows {
			if !f.open && f.classes.Has(c) {
				mask |= 1 << k
			}
		}
		b.byClass = append(b.byClass, mask)
	})
	return b
}

// wordMasksOf finds who may have each of the words that some may have, n words
// where each is counted as often as it stands.
func (x *indexer) wordMasksOf(follows []*follow, n int, words func(*follow) []int32) wordMasks {
	if n == 0 {
		return nil
	}
	size, different := 1<<bits.Len(uint(2*n-1)), 0
	if len(x.found) < size {
		x.found = make(wordMasks, size)
	}
	found := x.found[:size]
	clear(found)
	for k, f := range follows {
		if f.open {
			continue
		}
		for _, id := range words(f) {
			w := found.at(id)
			if w.id == 0 {
				w.id = id + 1
				different++
			}
			w.mask |= 1 << k
		}
	}
	out := wordMasks(x.wordMasks.take(1 << bits.Len(uint(2*different-1))))
	for _, w := range found {
		if w.id != 0 {
			*out.at(w.id - 1) = w
		}
	}
	return out
}
