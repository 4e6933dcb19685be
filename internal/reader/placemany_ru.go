package reader

import (
	"strings"
	"sync"

	"shanyraq/internal/facts"
	"shanyraq/internal/lang"
)

// manyHeads gives the nominative of the Russian plurals that head the name of a
// group of places.
var manyHeads = map[string]string{
	"острова": "острова", "островов": "острова", "островам": "острова", "островами": "острова", "островах": "острова",
	"горы": "горы", "горам": "горы", "горами": "горы", "горах": "горы",
}

// manyAdjectives are the endings of an adjective in the plural and what stands
// for them in the nominative.
var manyAdjectives = [...][2]string{{"ими", "ие"}, {"ыми", "ые"}, {"их", "ие"}, {"ых", "ые"}, {"им", "ие"}, {"ым", "ые"}}

// islandStates gives the states and territories of more than one island by their
// folded Russian names.
var islandStates = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, p := range facts.Places() {
		if name := lang.Fold(p.Names["ru"]); strings.HasSuffix(name, " острова") {
			out[name] = p.ID
		}
	}
	return out
})

// manyPlaces puts a Russian group of places, an adjective and a plural behind it, in
// the nominative: Фарерских островов → Фарерские острова. Adjectives of owners,
// which end otherwise, are those of states: Соломоновых → Соломоновы.
func (n *nameFinder) manyPlaces(c *candidate, head int) {
	noun := manyHeads[n.l.Fold(head)]
	if noun == "" || head != c.start+1 && !n.glued(head-2, '-') {
		return
	}
	word := n.l.Slice(c.start, head)
	if n.l.Is(head, lang.Cap) {
		noun = capital(noun)
	}
	for _, e := range manyAdjectives {
		stem, ok := strings.CutSuffix(word, e[0])
		if !ok {
			continue
		}
		c.name = stem + e[1] + " " + noun
		for _, end := range [...]string{"ы", e[1]} {
			if id := islandStates()[lang.Fold(stem+end+" "+noun)]; id != "" {
				c.name, c.known = stem+end+" "+noun, id
			}
		}
		return
	}
}
