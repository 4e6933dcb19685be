package pattern

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// A program is not run in a sentence that lacks something every match of it
// takes. In most sentences that leaves a few programs of a set, or none: so
// each is filed under the thing it takes that is rarest, and only those whose
// thing is there are looked at closer.

// need is what every match of a pattern takes at least one of: a class, a word,
// a choice of them (said | says | told), words that begin so (назначен*).
type need struct {
	things   []thing // in order of their weight
	prefixes []string
	weight   int // how readily it is met
}

func needOf(things []thing, prefixes []string) need {
	none := 1.0 // the share of sentences that have none of them, if each were met by chance
	for range prefixes {
		none *= 1 - prefixWeight/1000.0
	}
	for _, t := range things {
		none *= 1 - float64(t.weight)/1000
	}
	return need{things, prefixes, int(1000 * (1 - none))}
}

func (n *need) same(m *need) bool {
	return n.weight == m.weight && slices.Equal(n.things, m.things) && slices.Equal(n.prefixes, m.prefixes)
}

func byWeight(a, b thing) int {
	return cmp.Or(cmp.Compare(a.weight, b.weight), cmp.Compare(a.place, b.place))
}

func byNeedWeight(a, b need) int { return cmp.Compare(a.weight, b.weight) }

// needsOf adds to out what every match of a pattern takes. Of alternatives that is
// what all of them take, and one of what each takes most rarely.
func (s *Set) needsOf(nd *node, out []need) []need {
	if nd.let == 0 {
		return s.needsWithin(nd, out)
	}
	for len(s.letNeeds) <= nd.let {
		s.letNeeds = append(s.letNeeds, nil)
	}
	if s.letNeeds[nd.let] == nil {
		s.letNeeds[nd.let] = append([]need{}, s.needsWithin(nd, nil)...)
	}
	return append(out, s.letNeeds[nd.let]...)
}

func (s *Set) needsWithin(nd *node, out []need) []need {
	switch nd.op {
	case 't':
		if nd.test.kind == 'p' && len(nd.test.word) > 1 {
			return append(out, needOf(nil, []string{nd.test.word}))
		}
		if t, ok := s.thingOf(&nd.test); ok {
			one := s.room.things.take(1)
			one[0] = t
			return append(out, needOf(one, nil))
		}
	case 'c', '=':
		for i := range nd.kids {
			out = s.needsOf(&nd.kids[i], out)
		}
	case 'r':
		if nd.min > 0 {
			return s.needsOf(&nd.kids[0], out)
		}
	case '|':
		var room [64]thing
		things, prefixes := room[:0], []string(nil)
		first, all := len(out), len(out) // all: behind those that all so far take
		for i := range nd.kids {
			out = s.needsOf(&nd.kids[i], out[:all])
			list := out[all:]
			if len(list) == 0 {
				return out[:first]
			}
			best := slices.MinFunc(list, byNeedWeight)
			things, prefixes = append(things, best.things...), append(prefixes, best.prefixes...)
			if i == 0 {
				all = len(out)
				continue
			}
			kept := slices.DeleteFunc(out[first:all:all], func(n need) bool {
				return !slices.ContainsFunc(list, func(m need) bool { return n.same(&m) })
			})
			all = first + len(kept)
		}
		slices.SortFunc(things, byWeight)
		return append(out[:all], needOf(s.room.things.keep(slices.Compact(things)), prefixes))
	}
	return out
}

// Bounds of what is looked up: how readily it may be met, and how much of it
// for one program.
const (
	maxWeight = 950
	maxNeeds  = 8
)

// wantOf notes what the matches of a rule's pattern take, the rarest first, and
// gives the things of which they take one that are rarest.
func (s *Set) wantOf(nd *node, rule *Rule) (want []uint16, rarest []thing) {
	var room [maxNeeds]uint16
	want = room[:0]
	list := s.needsOf(nd, s.needs[:0])
	if rule.with != nil {
		list = append(list, needOf(rule.with, nil))
	}
	s.needs = list
	slices.SortStableFunc(list, byNeedWeight)
	list = slices.CompactFunc(list, func(a, b need) bool { return a.same(&b) })
	for i := range list {
		n := &list[i]
		if n.weight > maxWeight {
			break
		}
		if rarest == nil && len(n.prefixes) == 0 {
			rarest = n.things
		}
		if len(want) < maxNeeds {
			want = append(want, s.condition(n))
		}
	}
	return s.room.numbers.keep(want), rarest
}

// condition numbers a need; equal ones, which programs made of one let pattern
// have, share a number.
func (s *Set) condition(n *need) uint16 {
	key := s.key[:0]
	for _, t := range n.things {
		key = append(key, byte(t.place), byte(t.place>>8))
	}
	for _, p := range n.prefixes {
		key = append(append(key, 0, 0), p...) // no place of a thing is 0
	}
	s.key = key
	number, ok := s.conditionOf[string(key)]
	if !ok {
		number = uint16(len(s.conditions))
		s.conditionOf[string(key)] = number
		s.conditions = append(s.conditions, condition{need: *n, prefixes: n.prefixes})
	}
	s.conditions[number].programs++
	return number
}

// condition is a need as it is asked of a sentence, but for the places of what
// is met most readily, which stand in its first.
type condition struct {
	places   []places
	prefixes []string
	seconds  [4]uint64 // of the words that begin so: a bit for each second byte
	need     need
	programs int // that have it
}

// before orders conditions as they are looked up: those first that are seldom
// met, but behind all others those that take a walk over the sentence.
func (c *condition) before(d *condition) int {
	if (len(c.prefixes) > 0) != (len(d.prefixes) > 0) {
		return len(c.prefixes) - len(d.prefixes)
	}
	return byNeedWeight(c.need, d.need)
}

// places is some bits of a row, by the word they stand in.
type places struct {
	bits uint64
	word uint16
	more bool // of a condition's first: there are others
}

// addPlace notes a place among those of one word.
func addPlace(list []places, place uint16) []places {
	for i := range list {
		if list[i].word == place>>6 {
			list[i].bits |= 1 << (place & 63)
			return list
		}
	}
	return append(list, places{word: place >> 6, bits: 1 << (place & 63)})
}

// metBy reports whether the sentence seems to have something of the need beside
// what stands in its first.
func (c *condition) metBy(mt *Matcher) bool {
	for i := range c.places {
		if p := &c.places[i]; mt.sum.row[p.word%rowWords]&p.bits != 0 {
			return true
		}
	}
	if len(c.prefixes) == 0 {
		return false
	}
	for i := mt.from; i < mt.to; i++ {
		fold := mt.l.Fold(i)
		if len(fold) < 2 || c.seconds[fold[1]>>6]>>(fold[1]&63)&1 == 0 {
			continue
		}
		for _, p := range c.prefixes {
			if strings.HasPrefix(fold, p) {
				return true
			}
		}
	}
	return false
}

// want is the conditions of one program: a bit for each of the first 64, which
// most programs have, the rarest lowest, and as many others from a place among
// those of the set; and what it may begin with, by the number among those, and
// whether that is the sentence's first token only.
type want struct {
	common uint64
	others uint32
	n      uint16
	first  uint16
	opens  bool
}

// endWants makes the wants of the programs.
func (s *Set) endWants() {
	order := make([]uint16, len(s.conditions))
	for i := range order {
		order[i] = uint16(i)
	}
	slices.SortStableFunc(order, func(a, b uint16) int { return cmp.Compare(s.conditions[b].programs, s.conditions[a].programs) })
	for _, part := range [][]uint16{order[:min(len(order), 64)], order[min(len(order), 64):]} {
		slices.SortStableFunc(part, func(a, b uint16) int { return s.conditions[a].before(&s.conditions[b]) })
	}
	number, conditions := make([]uint16, len(order)), make([]condition, len(order))
	for i, k := range order {
		number[k], conditions[i] = uint16(i), s.conditions[k]
	}
	s.conditions, s.hopes = conditions, make([]places, len(order))
	var list []places
	for i := range s.conditions {
		c := &s.conditions[i]
		list = list[:0]
		for _, t := range slices.Backward(c.need.things) {
			list = addPlace(list, t.place)
		}
		if len(list) > 0 {
			s.hopes[i], c.places = list[0], s.room.places.keep(list[1:])
		}
		for _, p := range c.prefixes {
			c.seconds[p[1]>>6] |= 1 << (p[1] & 63)
		}
		s.hopes[i].more = len(c.places)+len(c.prefixes) > 0
	}
	for i, numbers := range s.needed {
		w := &s.wants[i]
		w.others = uint32(len(s.others))
		for _, n := range numbers {
			if n = number[n]; n < 64 {
				w.common |= 1 << n
			} else {
				s.others = append(s.others, n)
			}
		}
		others := s.others[w.others:]
		slices.Sort(others)
		w.n = uint16(len(others))
	}
}

// watch is the programs of a set under the rarest thing each takes.
type watch struct {
	words  uint64            // the words of a row that have things which are watched
	places [rowWords]watched // by word
	from   []uint32          // for each thing, in order, where its programs begin in of; the last ends them
	of     []int32
	always []int32 // those that take nothing that could be watched
}

// watched are things of one word of a row, and how many stand in words before.
type watched struct {
	bits   uint64
	before int
}

// watchFor files the program of a number under the things of which it takes one.
func (s *Set) watchFor(things []thing, number int32) {
	if things == nil {
		s.watch.always = append(s.watch.always, number)
	}
	for _, t := range things {
		s.index.watched = append(s.index.watched, filed{id: int32(t.place), program: number})
	}
}

// endWatch makes the places of what is watched.
func (s *Set) endWatch() {
	w := &s.watch
	list := sorted(s.index.watched, firstStem+stemBits)
	w.of = make([]int32, 0, len(list))
	for i, f := range list {
		if place := uint16(f.id); i == 0 || list[i-1].id != f.id {
			at := &w.places[place>>6]
			if at.bits == 0 {
				w.words |= 1 << (place >> 6)
				at.before = len(w.from)
			}
			at.bits |= 1 << (place & 63)
			w.from = append(w.from, uint32(len(w.of)))
		} else if list[i-1].program == f.program {
			continue
		}
		w.of = append(w.of, f.program)
	}
	w.from = append(w.from, uint32(len(w.of)))
}

// rouse finds the programs of a set that may match in the sentence, what they
// may begin with, and how late; false where there are none.
func (mt *Matcher) rouse(s *Set) bool {
	// The marks of what was roused before are below the new base.
	mt.base += mt.length
	if mt.length = int32(mt.to - mt.from); mt.base == 0 || mt.base > maxBase || len(mt.latest) < len(s.programs) {
		mt.latest, mt.base = make([]int32, max(len(s.programs), len(mt.latest))), 1
	}
	mt.first, mt.firstOf = beginnings{}, -1
	mt.met, mt.unmet = 0, 0
	mt.last = -1
	if len(s.watch.always) > 0 {
		mt.ask(s, s.watch.always, 0)
	}
	sum := mt.sum
	for words := sum.words & s.watch.words; words != 0; words &= words - 1 {
		word := bits.TrailingZeros64(words) % rowWords
		w := &s.watch.places[word]
		for rest := sum.row[word] & w.bits; rest != 0; rest &= rest - 1 {
			bit := bits.TrailingZeros64(rest)
			k := w.before + bits.OnesCount64(w.bits&(1<<bit-1))
			mt.ask(s, s.watch.of[s.watch.from[k]:s.watch.from[k+1]], uint16(word<<6|bit))
		}
	}
	return mt.last >= 0
}

// maxBase bounds Matcher.base, so that a sentence still has room above it.
const maxBase = 1 << 30

// ask notes those of the programs that are hopeful: the sentence seems to have all
// that they take. None of them begins behind the last token that has the thing they
// were asked for, by its place; 0 for no thing.
func (mt *Matcher) ask(s *Set, numbers []int32, place uint16) {
	wants, latest, base, last := s.wants, mt.latest, mt.base, int32(-1)
	row, hopes := &mt.sum.row, s.hopes
asking:
	for _, n := range numbers {
		w := &wants[n]
		if w.common&mt.unmet != 0 {
			continue
		}
		if latest[n] < base { // not noted yet
			for open := w.common &^ mt.met; open != 0; open &= open - 1 {
				k, bit := bits.TrailingZeros64(open), open&-open
				if h := &hopes[k]; row[h.word%rowWords]&h.bits == 0 && !(h.more && s.conditions[k].metBy(mt)) {
					mt.unmet |= bit
					continue asking
				}
				mt.met |= bit
			}
			for _, k := range s.others[w.others : w.others+uint32(w.n)] {
				if h := &hopes[k]; row[h.word%rowWords]&h.bits == 0 && !(h.more && s.conditions[k].metBy(mt)) {
					continue asking
				}
			}
			if int32(w.first) != mt.firstOf {
				mt.firstOf = int32(w.first)
				mt.first.add(&s.firsts[w.first])
			}
		}
		if w.opens {
			latest[n], mt.last = base, max(mt.last, mt.from)
			continue
		}
		if last < 0 {
			at := mt.lastOf(place)
			last = base + int32(at-mt.from)
			mt.last = max(mt.last, at)
		}
		latest[n] = max(latest[n], last)
	}
}

// lastOf gives the last token of the sentence that seems to have a thing.
func (mt *Matcher) lastOf(place uint16) int {
	switch words := mt.seen.words[mt.from:mt.to]; {
	case place == 0:
		return mt.to - 1
	case place < firstForm:
		word, bit, has := place>>6&3, uint64(1)<<(place&63), mt.l.Bits[mt.from:mt.to]
		for i := len(has) - 1; i > 0; i-- {
			if has[i][word]&bit != 0 {
				return mt.from + i
			}
		}
	case place < firstStem:
		for i := len(words) - 1; i > 0; i-- {
			if words[i].form == place {
				return mt.from + i
			}
		}
	default:
		has := func(id int32) bool { return mt.seen.stemPlace(id) == place }
		for i := len(words) - 1; i > 0; i-- {
			if words[i].stem == place || slices.ContainsFunc(mt.moreStems(mt.from+i), has) {
				return mt.from + i
			}
		}
	}
	return mt.from
}

// beginnings is what some programs may begin with, words by a few bits.
type beginnings struct {
	classes      lang.Set
	forms, stems fewBits
	any          bool // any token, or a word by its beginning
}

type fewBits [4]uint64

func (f *fewBits) add(id int32)          { f[id>>6&3] |= 1 << (id & 63) }
func (f *fewBits) has(place uint16) bool { return f[place>>6&3]&(1<<(place&63)) != 0 }

func (b *beginnings) add(c *beginnings) {
	unite((*[4]uint64)(&b.classes), (*[4]uint64)(&c.classes))
	unite((*[4]uint64)(&b.forms), (*[4]uint64)(&c.forms))
	unite((*[4]uint64)(&b.stems), (*[4]uint64)(&c.stems))
	b.any = b.any || c.any
}

// unite adds the bits of b to a, in one line: it is asked for at every program that
// may match.
func unite(a, b *[4]uint64) { a[0], a[1], a[2], a[3] = a[0]|b[0], a[1]|b[1], a[2]|b[2], a[3]|b[3] }
