package pattern

import (
	"slices"

	"shanyraq/internal/lang"
)

// list is the programs that may begin with one thing.
type list struct {
	programs []*program
	number   int     // among the lists of its set
	groups   []group // of programs, see living
}

// group is the programs of a list that all take a chunk of a class; NoClass
// for those that have no such class.
type group struct {
	class   lang.Class
	members []int32 // places in the list, in order
}

// group parts the programs by a class they take: the one that most of the
// others take too, word lists before mentions. Shapes are in every sentence.
func (l *list) group() {
	often := map[lang.Class]int{}
	for _, p := range l.programs {
		p.need.classes.Each(func(c lang.Class) {
			if c < lang.PersonChunk {
				return
			}
			if often[c]++; c > lang.NumberChunk {
				often[c] += len(l.programs)
			}
		})
	}
	for i, p := range l.programs {
		best := lang.NoClass
		p.need.classes.Each(func(c lang.Class) {
			if often[c] > often[best] {
				best = c
			}
		})
		k := slices.IndexFunc(l.groups, func(g group) bool { return g.class == best })
		if k < 0 {
			k = len(l.groups)
			l.groups = append(l.groups, group{class: best})
		}
		l.groups[k].members = append(l.groups[k].members, int32(i))
	}
}

func (l *list) add(p *program) {
	if !slices.Contains(l.programs, p) {
		l.programs = append(l.programs, p)
	}
}

// firsts finds the programs that may begin with a word, by its number.
type firsts struct {
	seen   words    // those that have a list, to pass over most words quickly
	places []uint16 // by number of the word: 1 + place in lists, 0 none
	lists  []*list
}

// firstBit is the place of a word among the bits of words.
func firstBit(id int32) uint32 { return uint32(id) * 0x9E3779B1 >> 21 }

func (f *firsts) add(id int32, p *program) {
	for int(id) >= len(f.places) {
		f.places = append(f.places, 0)
	}
	if f.places[id] == 0 {
		f.lists = append(f.lists, &list{})
		f.places[id] = uint16(len(f.lists))
		f.seen.add(id)
	}
	f.lists[f.places[id]-1].add(p)
}

func (f *firsts) of(id int32) *list {
	if int(id) >= len(f.places) || f.places[id] == 0 {
		return nil
	}
	return f.lists[f.places[id]-1]
}

// need is what a sentence must have for a program to match in it, or what a
// sentence has: classes exactly, words by a few bits of their numbers, so
// that a word may seem to be there but never seem to be missing.
type need struct {
	classes      lang.Set
	forms, stems wordBits
}

// words is the forms or stems of a sentence in many more bits than wordBits,
// for looking one up: it may seem to be there, and never seems to be missing.
type words [32]uint64

func (w *words) add(id int32)      { w[firstBit(id)>>6] |= 1 << (firstBit(id) & 63) }
func (w *words) has(id int32) bool { return w[firstBit(id)>>6]&(1<<(firstBit(id)&63)) != 0 }

// shares reports whether there seems to be a word in both.
func (w *words) shares(v *words) bool {
	for i := range w {
		if w[i]&v[i] != 0 {
			return true
		}
	}
	return false
}

func (w *words) hasAny(ids []int32) bool {
	for _, id := range ids {
		if w.has(id) {
			return true
		}
	}
	return false
}

type wordBits [4]uint64

func (w *wordBits) add(id int32) {
	h := uint32(id) * 0x9E3779B1 >> 24
	w[h>>6] |= 1 << (h & 63)
}

func (w *wordBits) within(v *wordBits) bool {
	return w[0]&^v[0]|w[1]&^v[1]|w[2]&^v[2]|w[3]&^v[3] == 0
}

// shares reports whether there seems to be a word in both.
func (w *wordBits) shares(v *wordBits) bool {
	return w[0]&v[0]|w[1]&v[1]|w[2]&v[2]|w[3]&v[3] != 0
}

func (n *need) within(has *need) bool {
	c, h := &n.classes, &has.classes
	return c[0]&^h[0]|c[1]&^h[1]|c[2]&^h[2]|c[3]&^h[3] == 0 && n.forms.within(&has.forms) && n.stems.within(&has.stems)
}

// summary is the words of a sentence as bits.
type summary struct {
	from, to     int
	text         int  // among the texts of the matcher
	few          need // without its classes
	forms, stems words
}

// summaries are those of the sentences of the last text, by a hash of their
// beginning: one set of rules after the other is laid over a sentence, and its
// words stay what they are.
type summaries struct {
	lattice     *lang.Lattice
	resets, now int
	slots       []summary
}

// look gathers what the tokens of the sentence have.
func (mt *Matcher) look() {
	l, t := mt.l, &mt.texts
	if t.lattice != l || t.resets != l.Resets() {
		t.lattice, t.resets = l, l.Resets()
		t.now++
	}
	if t.slots == nil {
		t.slots = make([]summary, 256)
	}
	s := &t.slots[uint32(mt.from)*0x9E3779B1>>24]
	if s.from != mt.from || s.to != mt.to || s.text != t.now {
		s.gather(l, mt.from, mt.to)
		s.text = t.now
	}
	mt.words, mt.has.forms, mt.has.stems = s, s.few.forms, s.few.stems
	mt.has.classesOf(l, mt.from, mt.to)
}

func (s *summary) gather(l *lang.Lattice, from, to int) {
	*s = summary{from: from, to: to}
	for i := from; i < to; i++ {
		t := &l.Toks[i]
		if t.Form != 0 {
			s.few.forms.add(t.Form)
			s.forms.add(t.Form)
		}
		if t.Stem != 0 {
			s.few.stems.add(t.Stem)
			s.stems.add(t.Stem)
			for _, id := range l.MoreStems(i) {
				s.few.stems.add(id)
				s.stems.add(id)
			}
		}
	}
}

func (n *need) classesOf(l *lang.Lattice, from, to int) {
	var s lang.Set
	for i := range l.Bits[from:to] {
		b := &l.Bits[from+i]
		s[0] |= b[0]
		s[1] |= b[1]
		s[2] |= b[2]
		s[3] |= b[3]
	}
	n.classes = s
}

// needOf gives what every match of a pattern takes.
func needOf(nd node) (n need) {
	switch nd.op {
	case 't':
		switch t := &nd.test; {
		case t.kind == 'c':
			n.classes.Add(t.cls)
		case t.kind == 'w' && t.id != 0:
			n.forms.add(t.id)
		case t.kind == 's' && t.id != 0:
			n.stems.add(t.id)
		}
	case 'c', '=':
		for _, k := range nd.kids {
			n.join(needOf(k))
		}
	case 'r':
		if nd.min > 0 {
			return needOf(nd.kids[0])
		}
	case '|':
		n = needOf(nd.kids[0])
		for _, k := range nd.kids[1:] {
			n.meet(needOf(k))
		}
	}
	return n
}

func (n *need) join(m need) {
	for i := range n.classes {
		n.classes[i] |= m.classes[i]
	}
	for i := range n.forms {
		n.forms[i] |= m.forms[i]
		n.stems[i] |= m.stems[i]
	}
}

func (n *need) meet(m need) {
	for i := range n.classes {
		n.classes[i] &= m.classes[i]
	}
	for i := range n.forms {
		n.forms[i] &= m.forms[i]
		n.stems[i] &= m.stems[i]
	}
}

// hopeful reports whether the sentence has all that a program takes; it is
// found out once for a sentence.
func (mt *Matcher) hopeful(p *program) bool {
	if !p.need.within(&mt.has) {
		return false
	}
	if len(p.choices) == 0 {
		return true
	}
	if len(mt.known) <= p.number {
		mt.known = append(mt.known, make([]uint32, p.number+1-len(mt.known))...)
	}
	if mt.known[p.number]>>1 == mt.round {
		return mt.known[p.number]&1 == 1
	}
	mt.known[p.number] = mt.round << 1
	for _, c := range p.choices {
		if !mt.meets(c) {
			return false
		}
	}
	mt.known[p.number] |= 1
	return true
}

// meets is clause.metBy, found out once for a sentence.
func (mt *Matcher) meets(c *clause) bool {
	if len(mt.met) <= c.number {
		mt.met = append(mt.met, make([]uint32, c.number+1-len(mt.met))...)
	}
	m := &mt.met[c.number]
	if *m>>1 != mt.round {
		*m = mt.round << 1
		if c.metBy(mt) {
			*m |= 1
		}
	}
	return *m&1 == 1
}

// living gives the programs of a list that may match in the sentence; it is
// found out once for a sentence.
func (mt *Matcher) living(l *list) []*program {
	if len(mt.alive) <= l.number {
		mt.alive = append(mt.alive, make([]alive, l.number+1-len(mt.alive))...)
	}
	a := &mt.alive[l.number]
	if a.round != mt.round {
		a.round, a.programs, a.places = mt.round, a.programs[:0], a.places[:0]
		for i := range l.groups {
			g := &l.groups[i]
			if g.class != lang.NoClass && !mt.has.classes.Has(g.class) {
				continue
			}
			for _, k := range g.members {
				if mt.hopeful(l.programs[k]) {
					a.places = append(a.places, k)
				}
			}
		}
		if len(l.groups) > 1 {
			slices.Sort(a.places)
		}
		for _, k := range a.places {
			a.programs = append(a.programs, l.programs[k])
		}
	}
	return a.programs
}

// alive is what living has found.
type alive struct {
	round    uint32
	programs []*program
	places   []int32 // of programs in the list
}

// nextRound forgets what is known of the sentence.
func (mt *Matcher) nextRound() {
	if mt.round++; mt.round > 1<<30 {
		clear(mt.known)
		clear(mt.met)
		clear(mt.alive)
		mt.round = 1
	}
}
