package pattern

import (
	"maps"
	"math/bits"
	"slices"

	"shanyraq/internal/lang"
)

// Most tokens begin something that many programs begin with, and most of
// those programs want something else next. So programs are filed under what
// they begin with, each list knows what every one of its programs wants behind
// that, and at a token only those are run that can have it.

// list is the programs that may begin with one thing.
type list struct {
	blocks []block
	// While rules are read: the programs, and what may follow their beginning.
	programs []int32
	follows  []*follow
}

func (l *list) add(p *program, f *follow) {
	if k := slices.Index(l.programs, p.number); k >= 0 {
		l.follows[k] = l.follows[k].or(f)
		return
	}
	l.programs, l.follows = append(l.programs, p.number), append(l.follows, f)
}

// firsts finds the programs that may begin with a word, by its number.
type firsts struct {
	places []uint16 // by number of the word: 1 + place in lists, 0 none
	lists  []*list
}

func (f *firsts) add(id int32, p *program, next *follow) {
	for int(id) >= len(f.places) {
		f.places = append(f.places, 0)
	}
	if f.places[id] == 0 {
		f.lists = append(f.lists, &list{})
		f.places[id] = uint16(len(f.lists))
	}
	f.lists[f.places[id]-1].add(p, next)
}

func (f *firsts) of(id int32) *list {
	if int(id) >= len(f.places) || f.places[id] == 0 {
		return nil
	}
	return f.lists[f.places[id]-1]
}

// add gives a program its number and files it under what it takes and what it
// may begin with.
func (s *Set) add(p *program, nd *node) {
	p.number = int32(len(s.programs))
	s.programs = append(s.programs, p)
	needed, rarest := s.wantOf(nd)
	s.needed = append(s.needed, needed)
	s.watch.watchFor(rarest, p.number)
	s.index(p)
}

// index files a program under the things it may begin with.
func (s *Set) index(p *program) {
	seen := map[uint16]bool{}
	follows := map[uint16]*follow{}
	next := func(pc uint16) *follow {
		if follows[pc] == nil {
			follows[pc] = p.followOf(pc)
		}
		return follows[pc]
	}
	var first func(pc uint16)
	first = func(pc uint16) {
		if seen[pc] {
			return
		}
		seen[pc] = true
		switch q := &p.code[pc]; q.op {
		case 'S':
			first(q.x)
			first(q.y)
		case 'J', 'C', '^', '!': // these take nothing
			first(q.x)
		case 'c':
			s.byClass[q.cls].add(p, next(q.x))
			p.first.classes.Add(q.cls)
		case 'w':
			s.byForm.add(q.id, p, next(q.x))
			p.first.forms.add(q.id)
		case 's':
			s.byStem.add(q.id, p, next(q.x))
			p.first.stems.add(q.id)
		case 'o':
			o, then := &p.oneOf[q.id], next(q.x)
			o.forms.each(func(id int32) {
				s.byForm.add(id, p, then)
				p.first.forms.add(id)
			})
			o.stems.each(func(id int32) {
				s.byStem.add(id, p, then)
				p.first.stems.add(id)
			})
			o.shapes.Each(func(c lang.Class) {
				s.byClass[c].add(p, then)
				p.first.classes.Add(c)
			})
		case 'p', '_':
			s.always.add(p, next(q.x))
			p.first.any = true
		}
	}
	first(0)
}

// endIndex makes of what was filed what is asked in sentences.
func (s *Set) endIndex() {
	s.watch.end()
	s.endWants()
	end := func(l *list) {
		for from := 0; from < len(l.programs); from += 64 {
			to := min(from+64, len(l.programs))
			l.blocks = append(l.blocks, blockOf(l.programs[from:to], l.follows[from:to]))
		}
		l.programs, l.follows = nil, nil
	}
	for i := range s.byClass {
		end(&s.byClass[i])
	}
	end(&s.always)
	for _, l := range s.byForm.lists {
		end(l)
	}
	for _, l := range s.byStem.lists {
		end(l)
	}
}

// follow is what may stand behind the first thing of a program.
type follow struct {
	open         bool // anything, or nothing
	classes      lang.Set
	forms, stems []int32
}

func (f *follow) or(g *follow) *follow {
	both := &follow{open: f.open || g.open, forms: slices.Concat(f.forms, g.forms), stems: slices.Concat(f.stems, g.stems)}
	for i := range both.classes {
		both.classes[i] = f.classes[i] | g.classes[i]
	}
	return both
}

// followOf gives what a program may take at pc.
func (p *program) followOf(pc uint16) *follow {
	f := &follow{}
	seen := map[uint16]bool{}
	var at func(pc uint16)
	at = func(pc uint16) {
		if seen[pc] || f.open {
			return
		}
		seen[pc] = true
		switch q := &p.code[pc]; {
		case q.op == 'S':
			at(q.x)
			at(q.y)
		case q.op == 'J' || q.op == 'C' || q.op == '!':
			at(q.x)
		case q.op == 'c':
			f.classes.Add(q.cls)
		case q.op == 'w' && q.id != 0:
			f.forms = append(f.forms, q.id)
		case q.op == 's':
			f.stems = append(f.stems, q.id)
		case q.op == 'o' && !p.oneOf[q.id].forms.has(0):
			o := &p.oneOf[q.id]
			o.forms.each(func(id int32) { f.forms = append(f.forms, id) })
			o.stems.each(func(id int32) { f.stems = append(f.stems, id) })
			o.shapes.Each(f.classes.Add)
		default: // a prefix, any token, an end
			f.open = true
		}
	}
	at(pc)
	return f
}

// block is up to 64 programs of a list; a bit of a mask stands for each.
type block struct {
	open         uint64 // those that anything may follow
	classes      lang.Set
	programs     []int32
	byClass      []uint64 // for each class of classes, in order, who may have it next
	forms, stems wordMasks
}

func blockOf(programs []int32, follows []*follow) block {
	b := block{programs: programs}
	forms, stems := map[int32]uint64{}, map[int32]uint64{}
	for k, f := range follows {
		if f.open {
			b.open |= 1 << k
			continue
		}
		for i := range b.classes {
			b.classes[i] |= f.classes[i]
		}
		for _, id := range f.forms {
			forms[id] |= 1 << k
		}
		for _, id := range f.stems {
			stems[id] |= 1 << k
		}
	}
	b.forms, b.stems = wordMasksOf(forms), wordMasksOf(stems)
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

// wordMasks finds who may have a word next.
type wordMasks struct {
	ids   numbers
	masks []uint64
}

func wordMasksOf(of map[int32]uint64) (w wordMasks) {
	w.ids = numbersOf(slices.Sorted(maps.Keys(of)))
	w.masks = make([]uint64, len(w.ids))
	for id, mask := range of {
		w.masks[w.ids.find(id)] = mask
	}
	return w
}

func (w *wordMasks) of(id int32) uint64 { return w.masks[w.ids.find(id)] }

// wanting gives the programs of a block that can have what stands at token
// next, one bit each.
func (mt *Matcher) wanting(b *block, next int) uint64 {
	mask := b.open
	if next >= mt.to {
		return mask
	}
	l := mt.l
	if has := &l.Bits[next]; has.Intersects(&b.classes) {
		rank := 0
		for w, in := range b.classes {
			for both := in & has[w]; both != 0; both &= both - 1 {
				below := in & (both&-both - 1)
				mask |= b.byClass[rank+bits.OnesCount64(below)]
			}
			rank += bits.OnesCount64(in)
		}
	}
	t := &l.Toks[next]
	if len(b.forms.ids) > 0 {
		mask |= b.forms.of(t.Form)
	}
	if len(b.stems.ids) > 0 && t.Stem != 0 {
		mask |= b.stems.of(t.Stem)
		for _, id := range l.MoreStems(next) {
			mask |= b.stems.of(id)
		}
	}
	return mask
}

// living leaves in mask the programs of a block that may match in the sentence
// from token i on.
func (mt *Matcher) living(b *block, mask uint64, i int) uint64 {
	at := mt.base + int32(i-mt.from)
	for all := mask; all != 0; all &= all - 1 {
		if k := bits.TrailingZeros64(all); mt.latest[b.programs[k]] < at {
			mask &^= 1 << k
		}
	}
	return mask
}
