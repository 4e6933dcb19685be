package reader

import (
	"slices"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// Who acts together by an English text: two or more states, bodies or towns that a sentence
// joins in what they do, or that something is said to be between. They are the sides of an
// instrument whose own sentence names none (partyoftext_en.go).

// togetherIn gives those who act together in sentence k of an English text, nil where none do:
// "the port and the bank have agreed", "Peru held talks with Oman", "a quarrel between Peru and
// Oman was settled", "the minister of Peru received the ambassador of Oman".
func (f *agreementFinder) togetherIn(k int) []int {
	for len(f.together) <= k {
		s := f.p.sents[len(f.together)]
		x := togetherScan{agreementFinder: f, from: f.behindDateline(s.First, s.Last), to: s.Last}
		sides := x.sides()
		if len(sides) == 2 && x.moreActFor(sides) {
			sides = nil
		} else if sides == nil {
			sides = f.sidesMet(s)
		}
		f.together = append(f.together, sides)
	}
	return f.together[k]
}

// pairToldIn gives those who act together in sentence k of an English text, whom a later one
// calls the sides: only states where it calls them countries.
func (f *agreementFinder) pairToldIn(k int, states bool) []int {
	if !f.english() {
		return nil
	}
	if st := f.togetherIn(k); !states || f.onlyStates(st) {
		return st
	}
	return nil
}

// soleSubject gives the only one who acts in sentence k of an English text; -1 where nobody or
// more do.
func (f *agreementFinder) soleSubject(k int) int {
	s := f.p.sents[k]
	x := togetherScan{agreementFinder: f, from: f.behindDateline(s.First, s.Last), to: s.Last}
	if x.sides(); len(x.subject) == 1 {
		return x.subject[0]
	}
	return -1
}

// togetherScan goes over an English sentence for those who act together in it.
type togetherScan struct {
	*agreementFinder
	from, to int
	subject  []int // those named before the verb, joined
	last     int   // the token behind the one of them named last
	verb     int   // the first verb, 0 where none was met
}

// sides gives those who act together in the sentence.
func (x *togetherScan) sides() []int {
	l := &x.p.know.lists
	for i := x.from; i < x.to; {
		if x.l.Has(i, l.partyBetween) && !x.ofPaper(i) {
			if found := x.pairBetween(i + 1); found != nil {
				return found
			}
		}
		if x.verb > 0 && len(x.subject) > 1 {
			return x.subject
		}
		if x.verb > 0 && len(x.subject) == 1 {
			if r := x.l.Rune(i); r == ';' || x.l.Plays(i, x.p.know.roles.thatThing) {
				return nil
			}
			if x.l.Has(i, l.partyWith) && !x.togetherWord(i-1, "beside") || i > x.verb && x.togetherWord(i-1, "meets") {
				at := i
				if x.l.Has(i, l.partyWith) {
					at++
				}
				if found := x.others(at); found != nil {
					return found
				}
			}
		}
		e, end := x.sideHere(i)
		if x.verb == 0 && e < 0 && end == i+1 && (x.verbBehind(i) || x.l.Has(i, l.auxVerb) || x.l.Plays(i, x.p.know.roles.haveVerb) || x.l.Has(i, l.future)) {
			x.verb = i
		}
		if e >= 0 && x.verb == 0 {
			x.addSubject(e, i, end)
		}
		i = end
	}
	if len(x.subject) > 1 {
		return x.subject
	}
	return nil
}

// ofPaper reports whether "between" at token i says whose instrument one is that stands before
// it, which is told by itself.
func (x *togetherScan) ofPaper(i int) bool {
	for k := i - 1; k >= x.from && k > i-7; k-- {
		if x.l.Has(k, x.noun) {
			return true
		}
		if x.l.Is(k, lang.Punct) || x.l.Has(k, x.p.know.lists.eventNoun) {
			return false
		}
	}
	return false
}

// moreActFor reports whether the sentence names a person who acts for another one than these,
// or more persons than act for them.
func (x *togetherScan) moreActFor(sides []int) bool {
	var persons []int
	for _, i := range x.p.mentionsIn(lang.PersonChunk, x.from, x.to) {
		m := &x.p.mens[i]
		if m.entity < 0 || x.at(m.start) != m {
			continue
		}
		if !slices.Contains(persons, m.entity) {
			persons = append(persons, m.entity)
		}
		if e := x.standsFor(m.entity); x.p.doc.entities[e].kind != read.Person && !slices.Contains(sides, e) && !x.stateOfAny(e, sides) {
			return true
		}
	}
	return len(persons) > 3
}

// stateOfAny reports whether a state is that of one of the bodies, or a body one of a state's.
func (x *togetherScan) stateOfAny(e int, sides []int) bool {
	return slices.ContainsFunc(sides, func(o int) bool {
		return x.isBody(o) && x.stateOfBody(o) == e || x.isBody(e) && x.stateOfBody(e) == o
	})
}

// addSubject takes the side named at the tokens [i, end) for one of those who act, where it
// is the first or joined to those before it.
func (x *togetherScan) addSubject(e, i, end int) {
	if slices.Contains(x.subject, e) {
		x.last = end
		return
	}
	if len(x.subject) > 0 {
		joined := false
		for k := x.last; k < i; k++ {
			joined = joined || x.joins(k) || x.l.Rune(k) == ',' && k == x.last
		}
		if !joined || i-x.last > 9 {
			return
		}
	}
	x.subject, x.last = append(x.subject, e), end
}

// sideHere gives the state, body or town that is named at token i, or for which the person
// named there acts, and the token behind it; -1 where none is.
func (x *togetherScan) sideHere(i int) (e, end int) {
	m := x.at(i)
	if m == nil || m.class == lang.GroupChunk {
		if e, ok := x.actingState(i, x.to); ok {
			return e, i + 1
		}
		if e := x.theBody(i); e >= 0 {
			return e, i + 2
		}
		if m == nil {
			return -1, i + 1
		}
		return -1, max(i+1, m.end)
	}
	end = max(i+1, m.end)
	if m.entity < 0 || m.class == lang.DateChunk {
		return -1, end
	}
	if m.class == lang.PersonChunk {
		if e := x.standsFor(m.entity); x.p.doc.entities[e].kind != read.Person {
			return e, end
		}
		return -1, end
	}
	if x.noneOfThem(m) || m.class == lang.PlaceChunk && !x.isCountry(m.entity) && !x.townsJoined(m) {
		return -1, end
	}
	return m.entity, end
}

// townsJoined reports whether a town or region is one of two that are joined by "and" at the
// head of their clause: "Lund and Visby have", "the cities of Lund and Visby".
func (x *togetherScan) townsJoined(m *mention) bool {
	for _, o := range [...]*mention{x.at(m.end + 1), x.at(m.start - 2)} {
		if o == nil || o.class != lang.PlaceChunk || o.entity < 0 || o.entity == m.entity || x.isCountry(o.entity) {
			continue
		}
		first := min(m.start, o.start)
		if (x.joins(m.end) && o.start == m.end+1 || x.joins(m.start-1) && o.end == m.start-1) && (first == x.from || x.l.Has(first-1, x.p.know.lists.of)) {
			return true
		}
	}
	return false
}

// others gives the one who acts and those named right behind token i, with whom he does it.
func (x *togetherScan) others(i int) []int {
	out := slices.Clone(x.subject)
	for n := 0; i < x.to && n < 12; n++ {
		e, end := x.sideHere(i)
		if e >= 0 {
			if !slices.Contains(out, e) {
				out = append(out, e)
			}
			if !x.joins(end) && x.l.Rune(end) != ',' {
				break
			}
			i = end + 1
			continue
		}
		if !x.leadsToOne(i) {
			break
		}
		i = end
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// leadsToOne reports whether token i may stand before the name of somebody with whom a thing is
// done: an article, the words of an office, the state for which one acts.
func (x *togetherScan) leadsToOne(i int) bool {
	if len(x.p.covering(lang.TitleChunk, i)) > 0 || x.l.Has(i, x.poss) {
		return true
	}
	if m := x.at(i); m != nil {
		return m.class == lang.GroupChunk || m.class == lang.PlaceChunk
	}
	if x.l.Is(i, lang.Punct) {
		return isApostropheRune(x.l.Rune(i))
	}
	return !x.l.Is(i, lang.Lower) || x.l.Has(i, x.article) || x.l.Has(i, x.officenoun) || x.l.Has(i, x.p.know.lists.of) || x.l.Has(i, x.stateAdj) || x.l.Has(i, x.actsFor)
}

// pairBetween gives the states and bodies that "between" before token i names; nil where it
// names fewer than two.
func (x *togetherScan) pairBetween(i int) []int {
	var out []int
	x.run(i, x.to, 4, func(e int) {
		if e = x.standsFor(e); x.p.doc.entities[e].kind != read.Person && !slices.Contains(out, e) && (x.isBody(e) || x.isCountry(e)) {
			out = append(out, e)
		}
	})
	if len(out) < 2 {
		return nil
	}
	return out
}

// togetherWord reports whether token i is a word of the pack's list of that value.
func (x *togetherScan) togetherWord(i int, value string) bool {
	v, _, ok := x.l.Value(i, x.p.know.lists.togetherWord)
	return ok && v == value
}

// stateByAdjective gives the state for which an English person acts by the adjective before
// the office with which the text names him somewhere: "Chilean foreign minister X"; -1 where
// it has none, or the text does not name the state.
func (f *agreementFinder) stateByAdjective(e int) int {
	for _, n := range f.p.mentionsOf(lang.PersonChunk) {
		m := &f.p.mens[n]
		if m.entity != e || f.at(m.start) != m {
			continue
		}
		office := false
		for k := m.start - 1; k >= 0 && k > m.start-10 && f.l.Is(k, lang.Word); k-- {
			if v, _, ok := f.l.Value(k, f.stateAdj); ok {
				if state, named := f.stateNamed(v); named && office {
					return state
				}
				break
			}
			if f.at(k) != nil {
				break
			}
			office = office || f.l.Has(k, f.officenoun)
		}
	}
	return -1
}
