package pattern

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// A program is not run in a sentence that lacks something every match of it
// takes. In most sentences that leaves a few programs of a set, or none: so
// each is filed under the thing it takes that is rarest, and only those whose
// thing is there are looked at closer.

// want is what every match of a program takes, of a sentence to be looked up:
// the places of things, and the numbers of clauses plus one; 0 where there are
// fewer. Those of a set lie together.
type want struct {
	things  [4]uint16
	clauses [4]uint16
}

func byWeight(a, b thing) int {
	return cmp.Or(cmp.Compare(a.weight, b.weight), cmp.Compare(a.place, b.place))
}

// takenBy lists the things every match of a pattern takes.
func (s *Set) takenBy(nd node) (out []thing) {
	switch nd.op {
	case 't':
		if t, ok := s.thingOf(&nd.test); ok {
			return []thing{t}
		}
	case 'c', '=':
		for _, k := range nd.kids {
			out = append(out, s.takenBy(k)...)
		}
	case 'r':
		if nd.min > 0 {
			return s.takenBy(nd.kids[0])
		}
	case '|':
		out = s.takenBy(nd.kids[0])
		for _, k := range nd.kids[1:] {
			more := s.takenBy(k)
			out = slices.DeleteFunc(out, func(t thing) bool { return !slices.Contains(more, t) })
		}
	}
	return out
}

// clause is a choice of things of which every match of a pattern takes at
// least one: said | says | told, назначен* | избран*.
type clause struct {
	things   []thing
	prefixes []string
}

// weight says how readily a clause is met.
func (c *clause) weight() int {
	n := 2 * len(c.prefixes)
	for _, t := range c.things {
		n += int(t.weight)
	}
	return n
}

// maxWeight bounds what a clause that is looked up may offer.
const maxWeight = 400

// clausesOf gives the choices of a pattern that are worth looking up, the
// narrowest first.
func (s *Set) clausesOf(nd node) []clause {
	list := slices.DeleteFunc(s.choicesOf(nd), func(c clause) bool {
		return c.weight() > maxWeight || len(c.things)+len(c.prefixes) == 1 && len(c.prefixes) == 0
	})
	slices.SortStableFunc(list, byClauseWeight)
	return list
}

func byClauseWeight(a, b clause) int { return cmp.Compare(a.weight(), b.weight()) }

func (s *Set) choicesOf(nd node) (out []clause) {
	switch nd.op {
	case 't':
		if nd.test.kind == 'p' {
			return []clause{{prefixes: []string{nd.test.word}}}
		}
		if t, ok := s.thingOf(&nd.test); ok {
			return []clause{{things: []thing{t}}}
		}
	case 'c', '=':
		for _, k := range nd.kids {
			out = append(out, s.choicesOf(k)...)
		}
	case 'r':
		if nd.min > 0 {
			return s.choicesOf(nd.kids[0])
		}
	case '|':
		var all clause
		for _, k := range nd.kids {
			list := s.choicesOf(k)
			if len(list) == 0 {
				return nil
			}
			best := slices.MinFunc(list, byClauseWeight)
			all.things = append(all.things, best.things...)
			all.prefixes = append(all.prefixes, best.prefixes...)
		}
		slices.SortFunc(all.things, byWeight)
		all.things = slices.Compact(all.things)
		return []clause{all}
	}
	return out
}

// wantOf notes what the matches of a pattern take, and gives the things of which
// they take one that are rarest.
func (s *Set) wantOf(nd node) (w want, rarest []thing) {
	all := s.takenBy(nd)
	slices.SortFunc(all, byWeight)
	for i, t := range slices.Compact(all) {
		if i < len(w.things) {
			w.things[i] = t.place
		}
	}
	least := math.MaxInt
	if len(all) > 0 {
		rarest, least = all[:1], int(all[0].weight)
	}
	for i, c := range s.clausesOf(nd) {
		if i < len(w.clauses) {
			w.clauses[i] = s.clauseNumber(c) + 1
		}
		if n := c.weight(); n < least && len(c.prefixes) == 0 {
			rarest, least = c.things, n
		}
	}
	return w, rarest
}

// clauseNumber is the same for equal clauses, which programs made of one let
// pattern have, so that each is looked up once for a sentence.
func (s *Set) clauseNumber(c clause) uint16 {
	key := string(c.appendKey(nil))
	n, ok := s.clauseOf[key]
	if !ok {
		n = uint16(len(s.clauses))
		s.clauseOf[key] = n
		s.clauses = append(s.clauses, c)
	}
	return n
}

func (c *clause) appendKey(b []byte) []byte {
	for _, t := range c.things {
		b = append(b, byte(t.place), byte(t.place>>8))
	}
	for _, p := range c.prefixes {
		b = append(append(b, 0), p...) // no place of a thing is 0
	}
	return b
}

// hopeful reports whether the sentence seems to have all that a program takes.
func (mt *Matcher) hopeful(s *Set, number int32) bool {
	w := &s.wants[number]
	for _, t := range w.things {
		if t == 0 {
			break
		}
		if !mt.row.has(t) {
			return false
		}
	}
	for _, c := range w.clauses {
		if c == 0 {
			break
		}
		if !mt.meets(s, c-1) {
			return false
		}
	}
	return true
}

// meets is clause.metBy, found out once for a sentence.
func (mt *Matcher) meets(s *Set, number uint16) bool {
	m := &mt.met[number]
	if *m>>1 != mt.round {
		*m = mt.round << 1
		if s.clauses[number].metBy(mt) {
			*m |= 1
		}
	}
	return *m&1 == 1
}

// metBy reports whether the sentence seems to have something of the clause.
func (c *clause) metBy(mt *Matcher) bool {
	for _, t := range c.things {
		if mt.row.has(t.place) {
			return true
		}
	}
	if len(c.prefixes) == 0 {
		return false
	}
	for i := mt.from; i < mt.to; i++ {
		fold := mt.l.Fold(i)
		for _, p := range c.prefixes {
			if strings.HasPrefix(fold, p) {
				return true
			}
		}
	}
	return false
}

// watch is the programs of a set under the rarest thing each takes.
type watch struct {
	row    row                // the things that are watched
	before [len(row{})]uint16 // how many stand in the words of row before this one
	of     [][]int32          // the programs of each thing, in the order of row
	always []int32            // those that take nothing that could be watched
	under  map[uint16][]int32 // while rules are read: the programs by the thing's place
}

// watchFor files the program of a number under the things of which it takes one.
func (w *watch) watchFor(things []thing, number int32) {
	if things == nil {
		w.always = append(w.always, number)
	}
	for _, t := range things {
		if list := w.under[t.place]; len(list) == 0 || list[len(list)-1] != number {
			w.under[t.place] = append(list, number)
		}
	}
}

// end makes the row of what is watched.
func (w *watch) end() {
	for place := range uint16(64 * len(w.row)) {
		if place&63 == 0 {
			w.before[place>>6] = uint16(len(w.of))
		}
		if w.under[place] != nil {
			w.row.add(place)
			w.of = append(w.of, w.under[place])
		}
	}
	w.under = nil
}

// rouse finds the programs of a set that may match in the sentence, and what
// they may begin with; false where there are none.
func (mt *Matcher) rouse(s *Set) bool {
	if n := len(s.clauses) - len(mt.met); n > 0 {
		mt.met = append(mt.met, make([]uint32, n)...)
	}
	if n := (len(s.programs) + 63) / 64; n > cap(mt.alive) {
		mt.alive = make([]uint64, n)
	} else {
		mt.alive = mt.alive[:n]
		clear(mt.alive)
	}
	mt.first = beginnings{}
	some := mt.ask(s, s.watch.always)
	for w, have := range mt.row {
		watched := s.watch.row[w]
		for both := have & watched; both != 0; both &= both - 1 {
			below := watched & (both&-both - 1)
			some = mt.ask(s, s.watch.of[int(s.watch.before[w])+bits.OnesCount64(below)]) || some
		}
	}
	return some
}

// ask notes those of the programs that are hopeful.
func (mt *Matcher) ask(s *Set, numbers []int32) (some bool) {
	for _, n := range numbers {
		if word, bit := &mt.alive[n>>6], uint64(1)<<(n&63); *word&bit == 0 && mt.hopeful(s, n) {
			*word |= bit
			mt.first.add(&s.programs[n].first)
			some = true
		}
	}
	return some
}

// beginnings is what some programs may begin with, words by a few bits.
type beginnings struct {
	classes      lang.Set
	forms, stems fewBits
	any          bool // any token, or a word by its beginning
}

type fewBits [4]uint64

func (f *fewBits) add(id int32)      { f[wordBit(id)>>6&3] |= 1 << (wordBit(id) & 63) }
func (f *fewBits) has(id int32) bool { return f[wordBit(id)>>6&3]&(1<<(wordBit(id)&63)) != 0 }

func (b *beginnings) add(c *beginnings) {
	for i := range b.classes {
		b.classes[i] |= c.classes[i]
		b.forms[i] |= c.forms[i]
		b.stems[i] |= c.stems[i]
	}
	b.any = b.any || c.any
}
