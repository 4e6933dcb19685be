package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// onlyApproved reports whether an English settlement or truce, which is made by those
// who agree, is only approved here, so that the one who approves it is no side: "the
// settlement was approved by the court".
func (f *agreementFinder) onlyApproved(ph *phrase, d *deed) bool {
	return f.english() && ph.has("told") && strings.HasPrefix(d.value, "adopted") && !f.l.Plays(d.start, f.p.know.roles.agreeing)
}

// ofBodyNoun reports whether an English town only says where a body told by its noun is:
// "the cooperative of Lund".
func (f *agreementFinder) ofBodyNoun(m *mention) bool {
	return f.english() && m.class == lang.PlaceChunk && m.start > 2 && f.l.Has(m.start-1, f.p.know.lists.of) && !f.isCountry(m.entity) && !f.joins(m.end) && f.bodyByNoun(m.start-2) && !f.l.Has(m.start-2, f.p.know.lists.placeLow) && !f.l.Has(m.start-2, f.p.know.lists.placeHead)
}

// bodyThere reports whether an English town only says where the body behind it is that a
// noun tells: "to the Porto | firm".
func (f *agreementFinder) bodyThere(m *mention) bool {
	return m.start > 0 && f.l.Has(m.start-1, f.article) && m.end < len(f.l.Toks) && (f.bodyByNoun(m.end) || f.l.Plays(m.end, f.p.know.roles.dealPartner))
}

// toldFrom reports whether a text may be told from a state: its first sentence names it, or
// it is named more than once.
func (f *agreementFinder) toldFrom(e int) bool {
	n := 0
	for _, i := range f.states {
		if f.p.mens[i].entity == e {
			n++
		}
	}
	return n > 1 || slices.Contains(f.statesIn(0, f.p.sents[0].Last), e)
}

// metUnnamed reports whether an English text tells before token end of a counterpart
// whose state it gives by an adjective alone, so that no two states of the text are the
// sides; e is the only state that is named there before, -1 where none is: "Minister X
// of Malta met her Latvian counterpart".
func (f *agreementFinder) metUnnamed(end int) (e int, told bool) {
	for i := 1; f.english() && i < end; i++ {
		if !f.l.Plays(i, f.p.know.roles.counterpart) {
			continue
		}
		v, _, ok := f.l.Value(i-1, f.stateAdj)
		if !ok {
			continue
		}
		if _, named := f.stateNamed(v); named {
			continue
		}
		if before := f.statesIn(f.p.sentenceOf(i).First, i); len(before) == 1 {
			return before[0], true
		}
		return -1, true
	}
	return -1, false
}
