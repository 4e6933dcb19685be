package reader

import (
	"slices"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// signersPair gives the two bodies for which two persons sign in English, named
// together before, in the sentence or paragraph before theirs or in the first
// one: "The University of Rekavik and the Academy of Tolm have set up a centre.
// Rectors X and Y signed …". For "Their directors" two towns stand too.
func (f *agreementFinder) signersPair(ph *phrase, s lang.Sentence, persons int) []int {
	if !f.english() || ph.has("act") || ph.has("told") || s.First == 0 || persons != 2 {
		return nil
	}
	before := f.p.sentenceOf(s.First - 1)
	for _, run := range [...][2]int{{before.First, s.First}, {f.p.paragraphOf(before.First), s.First}, {0, min(s.First, f.p.paragraphEnd(0))}} {
		if pair := f.joinedPair(run[0], run[1], lang.OrgChunk); pair != nil {
			return pair
		}
	}
	if f.l.Fold(s.First) == "their" {
		return f.joinedPair(before.First, s.First, lang.PlaceChunk)
	}
	return nil
}

// joinedPair gives the two bodies or places that tokens from and to name, joined by
// "and" with few words between; nil where they name more or fewer.
func (f *agreementFinder) joinedPair(from, to int, class lang.Class) []int {
	var found []int
	joined, last := false, 0
	for _, k := range f.p.mentionsIn(class, from, to) {
		m := &f.p.mens[k]
		if m.entity < 0 || f.at(m.start) != m || class == lang.OrgChunk && (f.aside(m) || f.p.doc.entities[m.entity].kind != read.Organization) || slices.Contains(found, m.entity) {
			continue
		}
		if len(found) == 1 && m.start-last <= 7 {
			for i := last; i < m.start; i++ {
				joined = joined || f.joins(i)
			}
		}
		found, last = append(found, m.entity), m.end
	}
	if !joined || len(found) != 2 {
		return nil
	}
	return found
}

// betweenBoth gives the two bodies named together before an English "between the
// two", "between them" at token i, and the states of organs told by their plural; nil where something else is said.
func (f *agreementFinder) betweenBoth(i int, s lang.Sentence) []int {
	if states := f.organsOfStates(i, s); states != nil {
		return states
	}
	if !f.english() || s.First == 0 {
		return nil
	}
	switch {
	case f.l.Plays(i, f.p.know.roles.themBoth):
		i++
	case f.l.Plays(i, f.p.know.roles.article) && f.l.Plays(i+1, f.p.know.roles.pairOf):
		i += 2
	default:
		return nil
	}
	if i < s.Last && f.l.Is(i, lang.Lower) && !f.l.Has(i, f.npstop) && !f.deedAt(i) { // the two countries
		return nil
	}
	before := f.p.sentenceOf(s.First - 1)
	for _, run := range [...][2]int{{before.First, s.First}, {f.p.paragraphOf(before.First), s.First}, {0, min(s.First, f.p.paragraphEnd(0))}} {
		if pair := f.joinedPair(run[0], run[1], lang.OrgChunk); pair != nil {
			return pair
		}
	}
	return nil
}
