package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// regionActs reports whether a Russian region or town stands as a side of what d
// says is done: in the nominative behind no preposition, right before the verb or
// joined to another such place: «Омская область и Монголия подписали».
func (f *agreementFinder) regionActs(m *mention, d *deed) bool {
	if !f.russian() || d == nil || m.start >= d.start || !f.namedFirst(m) {
		return false
	}
	if d.start == m.end {
		return true
	}
	if f.l.Fold(m.end) == "и" || f.l.Rune(m.end) == ',' {
		o := f.at(m.end + 1)
		return o != nil && o.class == lang.PlaceChunk && o.entity >= 0 && (o.end == d.start || f.l.Fold(o.end) == "и") && f.namedFirst(o)
	}
	return false
}

// namedFirst reports whether a place stands in the nominative, as an adjective in
// «ая» or as it is called, and behind no preposition.
func (f *agreementFinder) namedFirst(m *mention) bool {
	if m.start > 0 && f.l.Toks[m.start-1].Is(lang.Lower) && f.l.Fold(m.start-1) != "и" {
		return false
	}
	name, first := f.p.doc.entities[m.entity].name, f.l.Slice(m.start, m.start+1)
	return strings.HasPrefix(name, first) && (strings.HasSuffix(first, "ая") || name == f.l.Slice(m.start, m.end))
}
