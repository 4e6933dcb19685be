package reader

import (
	"slices"

	"shanyraq/internal/lang"
)

// withStatesOfBodies gives the two states that a Russian text is about, where one at
// least is named only inside the name of a body: «посольство Казахстана в Мехико …
// отношения с Мексикой»; nil where they are not two.
func (f *agreementFinder) withStatesOfBodies() []int {
	for _, to := range [...]int{f.p.paragraphEnd(0), len(f.l.Toks)} {
		var out []int
		for _, k := range f.p.mentionsIn(lang.PlaceChunk, 0, to) {
			m := &f.p.mens[k]
			if m.entity < 0 || !f.isCountry(m.entity) || slices.Contains(out, m.entity) {
				continue
			}
			if out = append(out, m.entity); len(out) > 2 {
				return nil
			}
		}
		if len(out) == 2 {
			return out
		}
	}
	return nil
}

// pairAdjective gives the two states that a Russian double adjective among the tokens
// joins, both of which the text names: «туркмено-армянские консультации»; nil where
// none does.
func (f *agreementFinder) pairAdjective(from, to int) []int {
	for i := from; i+2 < to; i++ {
		if f.l.Rune(i+1) != '-' || !f.l.Has(i, f.stateAdj) || !f.l.Has(i+2, f.stateAdj) {
			continue
		}
		a, _, _ := f.l.Value(i, f.stateAdj)
		b, _, _ := f.l.Value(i+2, f.stateAdj)
		x, okX := f.stateNamed(a)
		y, okY := f.stateNamed(b)
		if okX && okY && x != y {
			return []int{x, y}
		}
	}
	return nil
}

// pairedStates gives the states of a Russian instrument of which the sentence names
// none: those of a double adjective in its own name, in the sentence, or in
// the first paragraph; nil where there are none.
func (f *agreementFinder) pairedStates(ph *phrase, s lang.Sentence, sides bool) []int {
	if !f.russian() || ph.has("act") {
		return nil
	}
	if both := f.pairAdjective(s.First, s.Last); both != nil {
		return both
	}
	if !sides && (!ph.has("firm") || ph.has("many")) {
		return nil
	}
	if both := f.pairAdjective(0, f.p.paragraphEnd(0)); both != nil {
		return both
	}
	return nil
}
