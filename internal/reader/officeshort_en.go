package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// shortOfGiven reports whether an English title is but a short form of one that the person
// has got already: "Foreign Minister Ada Berg … Minister Berg", "Minister of Foreign Affairs
// … the Foreign Minister".
func (f *officeFinder) shortOfGiven(person int, name string) bool {
	if f.plural == lang.NoClass {
		return false
	}
	for i := range f.given {
		if g := &f.given[i]; g.person == person && !g.another && len(g.name) > len(name) && wordsWithin(name, g.name) {
			return true
		}
	}
	return false
}

// standsIn reports whether a title is that of one who stands in for its holder.
func (f *officeFinder) standsIn(t *title) bool {
	if f.plural == lang.NoClass || t.head < 0 {
		return false
	}
	c, _ := f.l.Chunk(t.head, f.head)
	for k := t.from; k < max(t.head+1, min(int(c.End), t.to)); k++ {
		if f.l.Plays(k, f.p.know.roles.deputy) {
			return true
		}
	}
	return false
}

// wordsWithin reports whether all words of a title stand in another, in whatever order.
func wordsWithin(name, other string) bool {
	words := strings.Fields(lang.Fold(other))
	for w := range strings.FieldsSeq(lang.Fold(name)) {
		if !slices.Contains(words, w) {
			return false
		}
	}
	return true
}
