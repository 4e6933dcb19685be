package pattern

import "shanyraq/internal/lang"

// Most places where a long choice is tried have nothing that any of its ways begins
// with: (said | told @person | took the view | gave assurances). So one test of the
// token stands before such a choice, and a choice before it, as in @Word{0,4} $say, sees
// by that test which of its two ways is open.

// guarded is how many ways a choice has, those of one token counted together, for a test
// before it to be worth its step.
const guarded = 2

// guard is what a choice begins with, made once for a let pattern and for what a
// repeat writes out again; ok is false where that is not known.
type guard struct {
	of     *node // the first way of the choice
	begins oneOf
	ok     bool
}

// guard puts the test of what the ways of a choice begin with before it, where that is
// known: a word, a stem or a class each.
func (d *draft) guard(kids []node) {
	ways := 0
	for rest := kids; len(rest) > 0; ways++ {
		rest = rest[max(1, onesOf(rest)):]
	}
	if ways < guarded {
		return
	}
	g := d.guardOf(kids)
	if g.ok {
		d.put(step{op: 'B', id: int32(len(d.oneOf))})
		d.oneOf = append(d.oneOf, g.begins)
	}
}

// guardOf gives the guard of a choice. What a let pattern begins with is found once, since
// its ways lie in one place for all the patterns that have it.
func (d *draft) guardOf(kids []node) (g guard) {
	for i := range d.guards {
		if d.guards[i].of == &kids[0] {
			return d.guards[i]
		}
	}
	d.forms, d.stems = d.forms[:0], d.stems[:0]
	g = guard{of: &kids[0], ok: true}
	for i := range kids {
		g.ok = g.ok && d.beginsWith(&kids[i], &g.begins.shapes) == takes
	}
	if g.ok {
		g.begins.forms, g.begins.stems = numbersOf(d.forms, &d.room.numbers), numbersOf(d.stems, &d.room.numbers)
	}
	d.guards = append(d.guards, g)
	return g
}

// What is known of the beginning of a pattern.
const (
	unknown = iota
	takes   // it takes a token, one of those that were noted
	empty   // it may take none; what it takes, if any, was noted
)

// beginsWith notes what a pattern may begin with.
func (d *draft) beginsWith(nd *node, classes *lang.Set) int {
	switch nd.op {
	case 't':
		switch t := &nd.test; {
		case t.kind == 'c':
			classes.Add(t.cls)
		case t.kind == 'w' && t.id != 0:
			d.forms = append(d.forms, t.id)
		case t.kind == 's' && t.id != 0:
			d.stems = append(d.stems, t.id)
		case t.kind == '^':
			return empty
		default:
			return unknown
		}
		return takes
	case '!':
		return empty
	case '=':
		return d.beginsWith(&nd.kids[0], classes)
	case 'r':
		known := d.beginsWith(&nd.kids[0], classes)
		if known == takes && nd.min == 0 {
			return empty
		}
		return known
	case 'c':
		for i := range nd.kids {
			if known := d.beginsWith(&nd.kids[i], classes); known != empty {
				return known
			}
		}
		return empty
	case '|':
		all := takes
		for i := range nd.kids {
			switch d.beginsWith(&nd.kids[i], classes) {
			case unknown:
				return unknown
			case empty:
				all = empty
			}
		}
		return all
	}
	return unknown
}
