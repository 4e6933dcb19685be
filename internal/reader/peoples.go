package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// shapedPeoples notes the peoples that no list knows and the wording shows: a
// capitalised word before a noun for peoples ("Dukha herders"), or before a
// noun that other groups have too ("Dukha families") where the text also
// speaks of them by themselves ("the Dukha number 280"). Every later and
// earlier mention of the word alone is then the people.
func (n *nameFinder) shapedPeoples() {
	if n.groupShape == 0 {
		return
	}
	n.numberedPeoples()
	defer n.joinedPeoples()
	defer n.listedPeoples()
	n.iwi()
	n.aroundPeoples()
	n.besidePeoples()
	if !n.p.hasAll.classes.Has(n.groupShape) {
		return
	}
	var weak []int
	for _, at := range n.p.caps {
		i := int(at)
		if !n.unlisted(i) {
			continue
		}
		if n.definite(i-1) && (n.l.Rune(i+1) == ',' && n.saidPeople(i+2) || n.calledPeople(i+1)) { // the Buduma, herders who …
			n.noteShaped(i)
		}
		if i+1 < len(n.l.Toks) && n.l.Rune(i-2) == ',' && n.definite(i-1) && n.standsAlone(i+1) && !n.l.Has(i+1, n.groupVerb) { // our people, the Buduma who came
			if v, _, ok := n.l.Value(i-3, n.groupShape); ok && strings.HasPrefix(v, "strong") {
				n.noteShaped(i)
			}
		}
		if v, _, ok := n.l.Value(i-3, n.groupShape); ok && strings.HasSuffix(v, " of") && n.l.Has(i-2, n.orgOf) && n.definite(i-1) && n.standsAlone(i+1) { // elders of the Buduma
			n.noteShaped(i)
		}
		if n.countedShape(i) {
			n.noteShaped(i)
			continue
		}
		if !n.l.Has(i+1, n.groupShape) || !n.l.Is(i+1, lang.Lower) || n.l.Toks[i+1].Para {
			continue
		}
		if i == n.p.sentenceOf(i+1).First { // a capital that begins a sentence says nothing by itself
			weak = append(weak, i)
			continue
		}
		if n.l.Has(i-1, lang.Cap) && !n.l.Has(i-1, n.funcWord) {
			continue // part of a longer name
		}
		if v, _, _ := n.l.Value(i+1, n.groupShape); strings.HasPrefix(v, "strong") || n.ethnic(i-1) {
			n.noteShaped(i)
			continue
		}
		weak = append(weak, i)
	}
	n.shapedAlone(weak)
}

// countedShape reports whether the word at token i, joined with another, stands
// between a number and a noun that peoples have: "14 Dukha and Tozhu villages".
func (n *nameFinder) countedShape(i int) bool {
	first, end := i, i+1
	if n.l.Plays(i-1, n.r.and) && n.l.Is(i-2, lang.Cap) {
		first = i - 2
	} else if n.l.Plays(i+1, n.r.and) && n.l.Is(i+2, lang.Cap) {
		end = i + 3
	} else { // Dukha families may be those of a clan or a town
		return false
	}
	if !n.l.Has(end, n.groupShape) || !n.l.Is(end, lang.Lower) || n.l.Toks[end].Para {
		return false
	}
	s := n.p.sentenceOf(i)
	return first > s.First && n.numberBefore(first, s) && !n.l.Is(first-1, lang.Year) && (n.l.Has(end, n.placeLow) || !n.namedElse(i))
}

// shapedAlone notes the peoples before nouns that other groups have too, at the tokens of
// weak, where the text also speaks of them by themselves: "the Dukha number 280".
func (n *nameFinder) shapedAlone(weak []int) {
	if len(weak) == 0 {
		return
	}
	alone := map[string]bool{}
	for _, at := range n.p.caps {
		if i := int(at); i > 0 && (n.definite(i-1) || n.l.Is(i-1, lang.Number) && n.l.Has(i+1, n.groupVerb)) && n.standsAlone(i+1) {
			alone[n.l.Fold(i)] = true
		}
	}
	for _, i := range weak {
		if alone[n.l.Fold(i)] {
			n.noteShaped(i)
		}
	}
}

// saidPeople reports whether a noun for peoples stands at token i or up to two
// words behind it: "a people of fishers", "nomadic herders".
func (n *nameFinder) saidPeople(i int) bool {
	for k := i; k < i+3 && k < len(n.l.Toks) && n.l.Is(k, lang.Lower); k++ {
		if v, _, ok := n.l.Value(k, n.groupShape); ok && strings.HasPrefix(v, "strong") {
			return true
		}
	}
	return false
}

// noteShaped notes that the word at token i is a people wherever it stands.
func (n *nameFinder) noteShaped(i int) {
	if n.shaped == nil {
		n.shaped = map[string]bool{}
	}
	n.shaped[n.l.Fold(i)] = true
}

// ethnic reports whether the word at token i says that a people follows: "ethnic |
// Germans".
func (n *nameFinder) ethnic(i int) bool {
	return n.l.Plays(i, n.r.ethnic)
}

// definite reports whether the word at token i goes before those of a people: "the |
// Buduma", "many | Germans".
func (n *nameFinder) definite(i int) bool {
	return n.l.Plays(i, n.r.manyOf)
}

// standsAlone reports whether token i goes on with no noun that a word before
// it could qualify: the end, a mark, a function word, a verb of peoples.
func (n *nameFinder) standsAlone(i int) bool {
	if i >= len(n.l.Toks) || !n.l.Is(i, lang.Word) {
		return i >= len(n.l.Toks) || n.l.Rune(i) != '-' && n.l.Rune(i) != '\'' && n.l.Rune(i) != '’'
	}
	return n.l.Has(i, n.funcWord) && !n.l.Is(i, lang.Cap) || n.l.Has(i, n.npStop) && !n.l.Is(i, lang.Cap) || n.l.Has(i, n.groupVerb)
}

// unlisted reports whether token i is a capitalised word that no list of
// names or common words has.
func (n *nameFinder) unlisted(i int) bool {
	t := &n.l.Toks[i]
	if !t.Is(lang.Cap) || t.Is(lang.Upper) || t.Is(lang.Glued) || n.taken[i] || t.End-t.Start < 3 {
		return false
	}
	return !n.l.Bits[i].Intersects(&n.anyListed)
}

// shapedPeople lays a people that the part's wording showed, at token i.
func (n *nameFinder) shapedPeople(i int, s lang.Sentence) {
	if n.taken[i] || !n.l.Is(i, lang.Cap) || !n.shaped[n.l.Fold(i)] || n.insideWord(i, i+1) {
		return
	}
	if i > s.First && n.l.Is(i-1, lang.Cap) && !n.l.Has(i-1, n.funcWord) && !n.ethnic(i-1) { // Ethnic Zorvani
		return
	}
	if noun := i+1 < s.Last && (n.l.Has(i+1, n.groupShape) || n.l.Has(i+1, n.groupNoun) || n.l.Has(i+1, n.groupKin)); noun || n.standsAlone(i+1) {
		n.propose(candidate{class: lang.GroupChunk, start: i, end: i + 1, score: scoreKnown - 8, name: n.l.Slice(i, i+1), rule: "people.shape"})
	}
}

// besidePeople reports whether a listed people at [from, to) is told to be one
// by what stands beside it: another people joined to it, or words of which a
// people is a part ("most of them Shilluk").
func (n *nameFinder) besidePeople(from, to int, s lang.Sentence) bool {
	people := func(i int) bool {
		return i >= s.First && i < s.Last && (n.l.Has(i, n.moreGroup) || n.l.Has(i, n.gazGroup))
	}
	joins := func(i int) bool {
		return i >= s.First && i < s.Last && (n.l.Plays(i, n.r.and) || n.l.Rune(i) == ',' || n.l.Plays(i, n.r.or))
	}
	if joins(to) && people(to+1) || joins(from-1) && people(from-2) || joins(to) && n.l.Plays(to+1, n.r.and) && people(to+2) {
		return true
	}
	if from <= s.First {
		return false
	}
	return n.l.Plays(from-1, n.r.mostly)
}
