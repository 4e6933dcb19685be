package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// pronounReach is how many mentions of persons back a pronoun may reach for
// one of its gender.
const pronounReach = 12

// personBefore gives the person mentioned last before token i who may have a
// gender ('m', 'f'; 0 for any): one known to have the other is passed over.
func (p *part) personBefore(i int, gender byte) (int, bool) {
	if gender == 0 {
		return p.lastPerson(i)
	}
	near := p.mentionsIn(lang.PersonChunk, 0, i)
	for _, k := range slices.Backward(near[max(0, len(near)-pronounReach):]) {
		m := &p.mens[k]
		if m.entity < 0 {
			continue
		}
		if g := p.doc.entities[m.entity].gender; g == 0 || g == gender {
			return m.entity, true
		}
	}
	return p.lastPerson(i)
}

// genderSaid gives the gender that an English or Russian pronoun at token i or
// a Russian verb of saying at token v (-1 for none) tells, 0 where neither does.
func (p *part) genderSaid(i, v int) byte {
	switch p.know.pack.Tag {
	case "en":
		switch p.lat.Fold(i) {
		case "she", "her":
			return 'f'
		case "he", "his", "him":
			return 'm'
		}
		return 0
	case "ru":
	default:
		return 0
	}
	switch p.lat.Fold(i) {
	case "она", "ее", "её":
		return 'f'
	case "он", "его":
		return 'm'
	}
	if v >= 0 {
		w := p.lat.Fold(v)
		switch {
		case strings.HasSuffix(w, "ла") || strings.HasSuffix(w, "лась"):
			return 'f'
		case strings.HasSuffix(w, "л") || strings.HasSuffix(w, "лся"):
			return 'm'
		}
	}
	return 0
}

// severalSay reports whether a Russian verb of saying in the tokens stands in
// the plural.
func (q *quoteFinder) severalSay(from, to int) bool {
	if q.p.know.pack.Tag != "ru" {
		return false
	}
	for i := from; i < to; i++ {
		if w := q.l.Fold(i); q.l.Has(i, q.say) && (strings.HasSuffix(w, "ли") || strings.HasSuffix(w, "лись") || strings.HasSuffix(w, "ют") || strings.HasSuffix(w, "ят")) {
			return true
		}
	}
	return false
}
