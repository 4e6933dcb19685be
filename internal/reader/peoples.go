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
	var weak []int
	for i := 1; i+2 < len(n.l.Toks); i++ { // the Buduma, herders who …
		if n.l.Rune(i+1) == ',' && n.unlisted(i) && n.definite(i-1) && n.saidPeople(i+2) {
			n.noteShaped(i)
		}
	}
	n.iwi()
	for i := 1; i+3 < len(n.l.Toks); i++ { // our people, the Buduma who came
		if n.l.Rune(i) == ',' && n.unlisted(i+2) && n.definite(i+1) && n.standsAlone(i+3) && !n.l.Has(i+3, n.groupVerb) {
			if v, _, ok := n.l.Value(i-1, n.groupShape); ok && strings.HasPrefix(v, "strong") {
				n.noteShaped(i + 2)
			}
		}
	}
	for i := 0; i+3 < len(n.l.Toks); i++ { // elders of the Buduma
		if v, _, ok := n.l.Value(i, n.groupShape); ok && strings.HasSuffix(v, " of") && n.l.Has(i+1, n.orgOf) && n.definite(i+2) && n.unlisted(i+3) && n.standsAlone(i+4) {
			n.noteShaped(i + 3)
		}
	}
	for i := 1; i < len(n.l.Toks); i++ {
		if !n.l.Has(i, n.groupShape) || !n.l.Toks[i].Is(lang.Lower) || !n.unlisted(i-1) {
			continue
		}
		if n.l.Toks[i].Para {
			continue
		}
		if i-1 == n.p.sentenceOf(i).First { // a capital that begins a sentence says nothing by itself
			weak = append(weak, i-1)
			continue
		}
		if i >= 2 && n.l.Toks[i-2].Is(lang.Cap) && !n.l.Has(i-2, n.funcWord) {
			continue // part of a longer name
		}
		if v, _, _ := n.l.Value(i, n.groupShape); strings.HasPrefix(v, "strong") || i >= 2 && n.ethnic(i-2) {
			n.noteShaped(i - 1)
			continue
		}
		weak = append(weak, i-1)
	}
	if len(weak) == 0 {
		return
	}
	alone := map[string]bool{}
	for i := 1; i < len(n.l.Toks); i++ {
		if n.l.Toks[i].Is(lang.Cap) && (n.definite(i-1) || n.l.Toks[i-1].Is(lang.Number) && n.l.Has(i+1, n.groupVerb)) && n.standsAlone(i+1) {
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
	for k := i; k < i+3 && k < len(n.l.Toks) && n.l.Toks[k].Is(lang.Lower); k++ {
		if v, _, ok := n.l.Value(k, n.groupShape); ok && strings.HasPrefix(v, "strong") {
			return true
		}
	}
	return false
}

func (n *nameFinder) noteShaped(i int) {
	if n.shaped == nil {
		n.shaped = map[string]bool{}
	}
	n.shaped[n.l.Fold(i)] = true
}

func (n *nameFinder) ethnic(i int) bool {
	return n.l.Plays(i, n.r.ethnic)
}

func (n *nameFinder) definite(i int) bool {
	return n.l.Plays(i, n.r.manyOf)
}

// standsAlone reports whether token i goes on with no noun that a word before
// it could qualify: the end, a mark, a function word, a verb of peoples.
func (n *nameFinder) standsAlone(i int) bool {
	if i >= len(n.l.Toks) || !n.l.Toks[i].Is(lang.Word) {
		return i >= len(n.l.Toks) || n.l.Rune(i) != '-' && n.l.Rune(i) != '\'' && n.l.Rune(i) != '’'
	}
	return n.l.Has(i, n.funcWord) && !n.l.Toks[i].Is(lang.Cap) || n.l.Has(i, n.npStop) && !n.l.Toks[i].Is(lang.Cap) || n.l.Has(i, n.groupVerb)
}

// unlisted reports whether token i is a capitalised word that no list of
// names or common words has.
func (n *nameFinder) unlisted(i int) bool {
	t := &n.l.Toks[i]
	if !t.Is(lang.Cap) || t.Is(lang.Upper) || t.Is(lang.Glued) || n.taken[i] || t.End-t.Start < 3 {
		return false
	}
	for _, c := range [...]lang.Class{n.given, n.givenWord, n.surname, n.gazPlace, n.morePlace, n.gazGroup, n.moreGroup, n.orgHead, n.orgKnown, n.gazBody,
		n.eventHead, n.placeHead, n.placePre, n.funcWord, n.common, n.natAdj, n.title, n.office, n.notName, n.npStop} {
		if c != 0 && n.l.Has(i, c) {
			return false
		}
	}
	return true
}

// shapedPeople lays a people that the part's wording showed, at token i.
func (n *nameFinder) shapedPeople(i int, s lang.Sentence) {
	if n.taken[i] || !n.l.Toks[i].Is(lang.Cap) || !n.shaped[n.l.Fold(i)] || n.insideWord(i, i+1) {
		return
	}
	if i > s.First && n.l.Toks[i-1].Is(lang.Cap) && !n.l.Has(i-1, n.funcWord) {
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
		return i >= s.First && i < s.Last && (n.l.Fold(i) == "and" || n.l.Rune(i) == ',' || n.l.Fold(i) == "or")
	}
	if joins(to) && people(to+1) || joins(from-1) && people(from-2) || joins(to) && n.l.Fold(to+1) == "and" && people(to+2) {
		return true
	}
	if from <= s.First {
		return false
	}
	return n.l.Plays(from-1, n.r.mostly)
}
