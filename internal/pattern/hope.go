package pattern

import (
	"cmp"
	"maps"
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

// needsOf lists what every match of a pattern takes. Of alternatives that is
// what all of them take, and one of what each takes most rarely.
func (s *Set) needsOf(nd *node) []need {
	if nd.let == 0 {
		return s.needsWithin(nd)
	}
	for len(s.letNeeds) <= nd.let {
		s.letNeeds = append(s.letNeeds, nil)
	}
	if s.letNeeds[nd.let] == nil {
		s.letNeeds[nd.let] = append([]need{}, s.needsWithin(nd)...)
	}
	return s.letNeeds[nd.let]
}

func (s *Set) needsWithin(nd *node) (out []need) {
	switch nd.op {
	case 't':
		if nd.test.kind == 'p' && len(nd.test.word) > 1 {
			return []need{needOf(nil, []string{nd.test.word})}
		}
		if t, ok := s.thingOf(&nd.test); ok {
			return []need{needOf([]thing{t}, nil)}
		}
	case 'c', '=':
		for i := range nd.kids {
			out = append(out, s.needsOf(&nd.kids[i])...)
		}
	case 'r':
		if nd.min > 0 {
			return s.needsOf(&nd.kids[0])
		}
	case '|':
		var things []thing
		var prefixes []string
		for i := range nd.kids {
			list := s.needsOf(&nd.kids[i])
			if len(list) == 0 {
				return nil
			}
			best := slices.MinFunc(list, byNeedWeight)
			things, prefixes = append(things, best.things...), append(prefixes, best.prefixes...)
			if i == 0 {
				out = append(out, list...)
				continue
			}
			out = slices.DeleteFunc(out, func(n need) bool {
				return !slices.ContainsFunc(list, func(m need) bool { return n.same(&m) })
			})
		}
		slices.SortFunc(things, byWeight)
		return append(out, needOf(slices.Compact(things), prefixes))
	}
	return out
}

// Bounds of what is looked up: how readily it may be met, and how much of it
// for one program.
const (
	maxWeight = 950
	maxNeeds  = 8
)

// wantOf notes what the matches of a pattern take, the rarest first, and gives
// the things of which they take one that are rarest.
func (s *Set) wantOf(nd *node) (want []uint16, rarest []thing) {
	list := slices.Clone(s.needsOf(nd))
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
	return want, rarest
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

// condition is a need as it is asked of a sentence.
type condition struct {
	first    places // of what is met most readily
	more     bool   // there is more than first
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
	word uint16
	bits uint64
}

// addPlace notes a place among those of one word.
func addPlace(list []places, place uint16) []places {
	for i := range list {
		if list[i].word == place>>6 {
			list[i].bits |= 1 << (place & 63)
			return list
		}
	}
	return append(list, places{place >> 6, 1 << (place & 63)})
}

// metBy reports whether the sentence seems to have something of the need.
func (c *condition) metBy(mt *Matcher) bool {
	return mt.row[c.first.word%rowWords]&c.first.bits != 0 || c.more && c.metByMore(mt)
}

func (c *condition) metByMore(mt *Matcher) bool {
	for _, p := range c.places {
		if mt.row[p.word%rowWords]&p.bits != 0 {
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

// want is the conditions of one program: a bit for each of the 64 that most
// programs have, the rarest lowest, and the numbers of others.
type want struct {
	common uint64
	others []uint16
}

// endWants makes the wants of the programs.
func (s *Set) endWants() {
	for i := range s.conditions {
		c := &s.conditions[i]
		for _, t := range slices.Backward(c.need.things) {
			c.places = addPlace(c.places, t.place)
		}
		if len(c.places) > 0 {
			c.first, c.places = c.places[0], c.places[1:]
		}
		for _, p := range c.prefixes {
			c.seconds[p[1]>>6] |= 1 << (p[1] & 63)
		}
		c.more = len(c.places)+len(c.prefixes) > 0
	}
	order := make([]uint16, len(s.conditions))
	for i := range order {
		order[i] = uint16(i)
	}
	slices.SortStableFunc(order, func(a, b uint16) int { return cmp.Compare(s.conditions[b].programs, s.conditions[a].programs) })
	common := order[:min(len(order), 64)]
	slices.SortStableFunc(common, func(a, b uint16) int { return s.conditions[a].before(&s.conditions[b]) })
	bit := make([]uint64, len(s.conditions))
	for i, number := range common {
		s.common[i] = &s.conditions[number]
		bit[number] = 1 << i
	}
	for _, numbers := range s.needed {
		var w want
		for _, n := range numbers {
			if w.common |= bit[n]; bit[n] == 0 {
				w.others = append(w.others, n)
			}
		}
		slices.SortStableFunc(w.others, func(a, b uint16) int { return s.conditions[a].before(&s.conditions[b]) })
		s.wants = append(s.wants, w)
	}
	s.conditionOf, s.letNeeds, s.needed, s.key = nil, nil, nil, nil
}

// watch is the programs of a set under the rarest thing each takes.
type watch struct {
	places []watchedPlaces    // the things that are watched, in order
	of     [][]int32          // the programs of each thing, in order
	always []int32            // those that take nothing that could be watched
	under  map[uint16][]int32 // while rules are read: the programs by the thing's place
}

// watchedPlaces are things that are watched, and how many stand before them.
type watchedPlaces struct {
	bits         uint64
	word, before uint16
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

// end makes the places of what is watched.
func (w *watch) end() {
	for _, place := range slices.Sorted(maps.Keys(w.under)) {
		n := len(w.places)
		if n == 0 || w.places[n-1].word != place>>6 {
			w.places = append(w.places, watchedPlaces{word: place >> 6, before: uint16(len(w.of))})
			n++
		}
		w.places[n-1].bits |= 1 << (place & 63)
		w.of = append(w.of, w.under[place])
	}
	w.under = nil
}

// rouse finds the programs of a set that may match in the sentence, what they
// may begin with, and how late; false where there are none.
func (mt *Matcher) rouse(s *Set) bool {
	if n := (len(s.programs) + 63) / 64; n > cap(mt.alive) {
		mt.alive, mt.latest = make([]uint64, n), make([]int32, 64*n)
	} else {
		mt.alive = mt.alive[:n]
		clear(mt.alive)
	}
	mt.first = beginnings{}
	a := asking{last: -1}
	if len(s.watch.always) > 0 {
		mt.ask(s, s.watch.always, 0, &a)
	}
	row := mt.row
	for i := range s.watch.places {
		w := &s.watch.places[i]
		met := row[w.word%rowWords] & w.bits
		for rest := met; rest != 0; rest &= rest - 1 {
			bit := bits.TrailingZeros64(rest)
			below := bits.OnesCount64(w.bits & (1<<bit - 1))
			mt.ask(s, s.watch.of[int(w.before)+below], w.word<<6|uint16(bit), &a)
		}
	}
	mt.last = int(a.last)
	return a.last >= 0
}

// asking is what was found out so far: which common conditions were looked up,
// which of them are met, and how late the programs may begin that are alive.
type asking struct {
	asked, met uint64
	last       int32
}

// ask notes those of the programs that are hopeful: the sentence seems to have
// all they take. None of them begins behind the last token that has the thing
// they were asked for, by its place; 0 for no thing.
func (mt *Matcher) ask(s *Set, numbers []int32, place uint16, a *asking) {
	asked, met := a.asked, a.met
	last := int32(-1)
	wants, alives := s.wants, mt.alive
programs:
	for _, n := range numbers {
		w := &wants[n]
		if w.common&asked&^met != 0 {
			continue
		}
		word, alive := &alives[n>>6], uint64(1)<<(n&63)
		if *word&alive == 0 {
			for open := w.common &^ asked; open != 0; open &= open - 1 {
				bit := open & -open
				asked |= bit
				if !s.common[bits.TrailingZeros64(bit)&63].metBy(mt) {
					continue programs
				}
				met |= bit
			}
			for _, k := range w.others {
				if !s.conditions[k].metBy(mt) {
					continue programs
				}
			}
			*word |= alive
			mt.first.add(&s.programs[n].first)
			mt.latest[n] = -1
		}
		if last < 0 {
			last = int32(mt.lastOf(place))
		}
		mt.latest[n] = max(mt.latest[n], last)
	}
	a.asked, a.met, a.last = asked, met, max(a.last, last)
}

// lastOf gives the last token of the sentence that seems to have a thing.
func (mt *Matcher) lastOf(place uint16) int {
	i := mt.to - 1
	switch toks := mt.l.Toks; {
	case place == 0:
	case place < firstForm:
		for i > mt.from && !mt.l.Bits[i].Has(lang.Class(place)) {
			i--
		}
	case place < firstStem:
		for i > mt.from && mt.formPlace(toks[i].Form) != place {
			i--
		}
	default:
		has := func(id int32) bool { return mt.stemPlace(id) == place }
		for i > mt.from && !has(toks[i].Stem) && !slices.ContainsFunc(mt.l.MoreStems(i), has) {
			i--
		}
	}
	return i
}

// beginnings is what some programs may begin with, words by a few bits.
type beginnings struct {
	classes      lang.Set
	forms, stems fewBits
	any          bool // any token, or a word by its beginning
}

type fewBits [4]uint64

func (f *fewBits) add(id int32)      { f[id>>6&3] |= 1 << (id & 63) }
func (f *fewBits) has(id int32) bool { return f[id>>6&3]&(1<<(id&63)) != 0 }

func (b *beginnings) add(c *beginnings) {
	for i := range b.classes {
		b.classes[i] |= c.classes[i]
		b.forms[i] |= c.forms[i]
		b.stems[i] |= c.stems[i]
	}
	b.any = b.any || c.any
}
