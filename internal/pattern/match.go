package pattern

import (
	"math/bits"
	"strings"

	"shanyraq/internal/lang"
)

// Match is one place where a rule holds, in tokens.
type Match struct {
	Rule       *Rule
	Start, End int
	names      []string
	named      uint64 // a bit of each name
	caps       []int  // start and end of each capture, -1 where unset
}

// nameBit is a bit of a capture's name: most that are asked for are not there.
func nameBit(name string) uint64 { return 1 << ((uint(len(name))*8 + uint(name[0])) & 63) }

// Capture gives the tokens of a named capture; ok is false where it took
// part in no match.
func (m *Match) Capture(name string) (start, end int, ok bool) {
	if m.named&nameBit(name) == 0 {
		return 0, 0, false
	}
	for i, n := range m.names {
		if n == name && m.caps[2*i+1] >= 0 { // what has an end has a beginning
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

// Keep gives the match with its captures behind those in room, so that it
// stays when the search goes on, and room with them.
func (m *Match) Keep(room []int) (Match, []int) {
	at := len(room)
	room = append(room, m.caps...)
	kept := *m
	kept.caps = room[at:len(room):len(room)]
	return kept, room
}

// Matcher holds the memory of matching; use one for many texts, not from two
// goroutines at once.
type Matcher struct {
	l        *lang.Lattice
	from, to int

	// What the sentence has; see look.
	seen *Seen
	sum  *summary

	// The programs that may match in it; see rouse.
	latest     []int32 // the last token they may begin with, counted from base; below it those that may not match
	base       int32
	length     int32        // of the sentence
	last       int          // the last of all, as a token
	asides     []lang.Aside // of the sentence, where the rules pass over them
	first      beginnings
	firstOf    int32  // what was added to first last
	met, unmet uint64 // the common conditions that were looked up

	// One run of a program.
	limit   int
	visited []uint32 // by choice and token: the last run that tried it
	stamp   uint32   // the number of this run
	caps    []int
	trail   []captured // the ends of captures on the way so far
	left    []way
	match   Match
}

// captured is an end of a capture, by its place among them, and the token it is set to.
type captured struct{ slot, pos int32 }

// maxSpan bounds the tokens of one match, and so the memory of matching.
const maxSpan = 96

// Scan calls yield for every match of every rule that begins in the tokens
// [from, to) of a text and ends there, by beginning, then by order of the file's rules
// as far as they share a first element. One rule gives at most one match per
// alternative and beginning. yield returns false to stop. The match is valid
// until yield returns.
func (mt *Matcher) Scan(s *Set, l *lang.Lattice, seen *Seen, from, to int, yield func(*Match) bool) {
	if len(s.Rules) == 0 || from >= to {
		return
	}
	mt.l, mt.seen, mt.from, mt.to = l, seen, from, to
	if mt.asides = nil; s.Passing {
		mt.asides = l.Asides(from, to)
	}
	mt.look()
	if !mt.rouse(s) {
		return
	}
	words, has, first := seen.words[:to], l.Bits[:to], &mt.first
	for i := from; i <= mt.last; i++ {
		w := &words[i]
		if has[i].Intersects(&first.classes) || first.forms.has(w.form) || first.any || seen.stems != 0 && (w.more || first.stems.has(w.stem)) {
			if !mt.at(s, i, yield) {
				return
			}
		}
	}
}

// at runs what may begin at token i; false where yield stops.
func (mt *Matcher) at(s *Set, i int, yield func(*Match) bool) bool {
	l, w := mt.l, mt.seen.words[i]
	if w.form != 0 && mt.first.forms.has(w.form) {
		if k := s.byForm.place(l.Toks[i].Form); k > 0 && !mt.try(s, s.byForm.at(k), lang.Word, i, yield) {
			return false
		}
	}
	if w.stem != 0 && mt.first.stems.has(w.stem) {
		if k := s.byStem.place(l.Toks[i].Stem); k > 0 && !mt.try(s, s.byStem.at(k), lang.Word, i, yield) {
			return false
		}
	}
	if w.more {
		for _, id := range l.MoreStems(i) {
			if place := mt.seen.stemPlace(id); place != 0 && mt.first.stems.has(place) {
				if k := s.byStem.place(id); k > 0 && !mt.try(s, s.byStem.at(k), lang.Word, i, yield) {
					return false
				}
			}
		}
	}
	has := &l.Bits[i]
	for w := range has {
		for b := has[w] & mt.first.classes[w]; b != 0; b &= b - 1 {
			c := lang.Class(w*64 + bits.TrailingZeros64(b))
			if !mt.try(s, &s.byClass[c], c, i, yield) {
				return false
			}
		}
	}
	return !mt.first.any || mt.try(s, &s.always, lang.Word, i, yield)
}

// try runs the programs of a list at token i, where a chunk of class c, or
// for a shape one token, is what they begin with; false where yield stops.
func (mt *Matcher) try(s *Set, list *list, c lang.Class, i int, yield func(*Match) bool) bool {
	next := mt.after(c, i)
	for k := range list.blocks {
		b := &list.blocks[k]
		for mask := mt.wantingPast(b, next); mask != 0; {
			bit := bits.TrailingZeros64(mask)
			mask &= mask - 1
			n := b.programs[bit]
			if mt.latest[n] < mt.base+int32(i-mt.from) { // it does not match in the sentence, or begins before
				continue
			}
			p := s.programs[n]
			end := mt.run(p, i)
			if end <= i { // a match takes at least one token
				continue
			}
			chunks := mt.l.Laid()
			mt.match = Match{Rule: p.rule, Start: i, End: end, names: p.names, named: p.named, caps: mt.caps}
			if !yield(&mt.match) {
				return false
			}
			if mt.l.Laid() != chunks { // yield has laid something new over the tokens, which others may have waited for
				mt.sum.again(mt.l)
				mt.rouse(s)
				next = mt.after(c, i)
				mask = mt.wantingPast(b, next) &^ (2<<bit - 1)
			}
		}
	}
	return true
}

// after gives the token behind the chunk of class c at token i.
func (mt *Matcher) after(c lang.Class, i int) int {
	if c < lang.PersonChunk {
		return i + 1
	}
	return mt.l.ChunkEnd(i, c)
}

// way is a choice that was not taken yet: where a program goes on, at which
// token, and how many ends of captures were passed before.
type way struct {
	pc  uint16
	pos int32
	set int32
}

// run tries a program at token start and gives the end of the match, -1
// where there is none; mt.caps are its captures.
func (mt *Matcher) run(p *program, start int) int {
	l, limit := mt.l, min(mt.to, start+maxSpan)
	mt.limit = limit
	toks, has := l.Toks[:limit], l.Bits[:limit]
	// The choices of one token lie together in the table of what was tried,
	// since most runs end after a few.
	if need := p.splits * (limit - start + 1); len(mt.visited) < need {
		mt.visited = make([]uint32, max(need, 1024))
		mt.stamp = 0
	}
	if mt.stamp++; mt.stamp == 0 {
		clear(mt.visited)
		mt.stamp = 1
	}
	code := p.code
	open, set := 0, 0 // how many of mt.left and of mt.trail are in use
	q, pos := &code[0], start
	for {
		ok := true
		switch q.op {
		case 'S':
			// A way that fails on its first test is not taken, and no choice is
			// left open where only one way is.
			switch q.opX {
			case 'c':
				ok = uint(pos) < uint(len(has)) && has[pos].Has(q.cls)
			case 'w':
				ok = uint(pos) < uint(len(toks)) && toks[pos].Form == q.id
			case 'o':
				ok = pos < limit && p.oneOf[q.id].holds(l, pos)
			case 'B':
				ok = mt.begins(p, q.id, pos)
			}
			if !ok {
				if to := mt.pastAside(pos); to > 0 && mt.opens(p, &code[q.x], to) {
					mt.left = append(mt.left[:open], way{q.x, int32(to), int32(set)})
					open++
				}
				q = &code[q.y]
				continue
			}
			switch other := &code[q.peekY]; other.op {
			case 'c':
				ok = uint(pos) < uint(len(has)) && has[pos].Has(other.cls)
			case 'w':
				ok = uint(pos) < uint(len(toks)) && toks[pos].Form == other.id
			case 'o', 'B':
				ok = mt.begins(p, other.id, pos)
			}
			if !ok {
				q = &code[q.x]
				continue
			}
			v := &mt.visited[(pos-start)*p.splits+int(q.split)]
			if ok = *v != mt.stamp; ok { // it led nowhere before
				*v = mt.stamp
				mt.left = append(mt.left[:open], way{q.y, int32(pos), int32(set)})
				open++
			}
		case 'C':
			mt.trail = append(mt.trail[:set], captured{q.id, int32(pos)})
			set++
		case 'c':
			if ok = uint(pos) < uint(len(has)) && has[pos].Has(q.cls); !ok {
				break
			}
			if q.cls < lang.PersonChunk { // a shape: one token
				pos++
			} else if pos = l.ChunkEnd(pos, q.cls); pos > limit {
				ok = false
			}
		case 'w':
			ok = uint(pos) < uint(len(toks)) && toks[pos].Form == q.id
			pos++
		case 'o':
			ok = pos < limit && p.oneOf[q.id].holds(l, pos)
			pos++
		case 'B':
			ok = mt.begins(p, q.id, pos)
		case 'M':
			mt.capture(p, set)
			return pos
		default:
			if ok = mt.other(p, q, pos); q.op == 's' || q.op == 'p' || q.op == '_' {
				pos++
			}
		}
		if ok {
			q = &code[q.x]
			continue
		}
		if len(mt.asides) > 0 && pos > start {
			if to := mt.behindAside(q, pos); to > 0 {
				pos, set = to, mt.beginBehind(set, to)
				continue
			}
		}
		if open == 0 {
			return -1
		}
		open--
		w := &mt.left[open]
		q, pos, set = &code[w.pc], int(w.pos), int(w.set)
	}
}

// begins reports whether a choice may begin at pos, by the guard before it, or one of several
// words may stand there; behind what is told in passing they are looked for when it comes to it.
func (mt *Matcher) begins(p *program, id int32, pos int) bool {
	return pos < mt.limit && p.oneOf[id].holds(mt.l, pos) || mt.pastAside(pos) > 0
}

// capture makes mt.caps of the ends of captures on the way of a match: of those
// that were set twice the later.
func (mt *Matcher) capture(p *program, set int) {
	mt.caps = mt.caps[:0]
	for range p.names {
		mt.caps = append(mt.caps, -1, -1)
	}
	for _, c := range mt.trail[:set] {
		mt.caps[c.slot] = int(c.pos)
	}
}

// other reports whether one of the rarer tests of a program holds at pos.
func (mt *Matcher) other(p *program, q *step, pos int) bool {
	switch q.op {
	case '^':
		return pos == mt.from
	case '$':
		return pos == mt.to
	case '!':
		n := &p.negs[q.id]
		if !n.only || pos < mt.limit && n.classes.Intersects(&mt.l.Bits[pos]) {
			for i := range n.tests {
				if mt.holds(&n.tests[i], pos) {
					return false
				}
			}
		}
		if to := mt.pastAside(pos); to > 0 {
			return mt.other(p, q, to)
		}
		return true
	}
	switch {
	case pos >= mt.limit:
		return false
	case q.op == 's':
		return mt.l.HasStem(pos, q.id)
	case q.op == 'p':
		return strings.HasPrefix(mt.l.Fold(pos), p.begins[q.id])
	}
	return true
}

// holds reports whether a test of a negation holds at pos.
func (mt *Matcher) holds(t *test, pos int) bool {
	switch t.kind {
	case '^':
		return pos == mt.from
	case '$':
		return pos == mt.to
	}
	if pos >= mt.limit {
		return false
	}
	switch t.kind {
	case 'c':
		if t.cls < lang.PersonChunk || !mt.l.Bits[pos].Has(t.cls) {
			return mt.l.Bits[pos].Has(t.cls)
		}
		c, ok := mt.l.Chunk(pos, t.cls)
		return ok && int(c.End) <= mt.limit
	case 'w':
		return mt.l.Toks[pos].Form == t.id
	case 's':
		return mt.l.HasStem(pos, t.id)
	case 'p':
		return strings.HasPrefix(mt.l.Fold(pos), t.word)
	}
	return true
}
