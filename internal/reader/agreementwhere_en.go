package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// notWhere reports whether an English place is a part of the world, in which nothing is
// signed, a word of a headline that no list knows, is only where somebody or something lies, or where others were in a clause that
// says more of the subject: "with a firm based in | Lima", "The presidents, who met in |
// Osh, signed".
func (f *agreementFinder) notWhere(m *mention, d *deed) bool {
	if !f.english() {
		return false
	}
	if f.p.doc.entities[m.entity].known == "" && strings.HasPrefix(d.rule.Name, "agreement.headline") {
		return true
	}
	if f.l.Has(m.start, f.p.know.lists.worldRegion) && !f.isCountry(m.entity) || f.l.Plays(m.start-2, f.p.know.roles.liesIn) && f.l.Has(m.start-1, f.in) {
		return true
	}
	if f.l.Has(m.start-1, f.article) && f.l.Is(m.end, lang.Lower) && !f.isCountry(m.entity) && f.nounBehind(m.end) { // in the Tours | conurbation
		return true
	}
	return f.postThere(m) || f.inSubjectAside(m, d)
}

// postThere reports whether an English place only says where somebody holds the office that
// stands before it and his name: "The union's representative in | Peru Ana Berg signed".
func (f *agreementFinder) postThere(m *mention) bool {
	if !f.l.Has(m.start-1, f.in) || !f.l.Has(m.start-2, f.p.know.lists.officeNoun) && !f.l.Plays(m.start-2, f.p.know.roles.missionNoun) {
		return false
	}
	k, comma := m.end, f.l.Rune(m.end) == ','
	if comma {
		k++
	}
	for n := 0; n < 4 && (f.l.Has(k, f.p.know.lists.honorific) || f.l.Rune(k) == '.'); n++ {
		k++
	}
	o := f.at(k)
	return o != nil && o.class == lang.PersonChunk && (!comma || f.l.Rune(o.end) == ',')
}

// inSubjectAside reports whether an English day or place stands in a clause in commas that
// says more of the subject of a verb behind it: "The presidents, who met in Osh in March, |
// signed".
func (f *agreementFinder) inSubjectAside(m *mention, d *deed) bool {
	if !f.english() || m.end > d.start {
		return false
	}
	for k := m.start - 1; k > 0 && k > m.start-9; k-- {
		if f.l.Rune(k) == ',' || f.l.Rune(k) == ';' || f.deedAt(k) {
			return false
		}
		if f.l.Plays(k, f.p.know.roles.whoWhose) || f.l.Plays(k, f.p.know.roles.thatThing) {
			return f.l.Rune(k-1) == ',' && f.commaBetween(m.end, d.start)
		}
	}
	return false
}

// inLooseAside reports whether an English place stands in commas between the subject and
// the verb, so that another place of the sentence is rather where it was done: "The
// president, on a visit to | Osh, signed a treaty in Lima".
func (f *agreementFinder) inLooseAside(m *mention, d *deed) bool {
	if !f.english() || m.end >= d.start || f.l.Rune(m.end) != ',' || d.start-m.end > 3 {
		return false
	}
	first := f.p.sentenceOf(m.start).First
	for k := m.start - 1; k > first && k > m.start-9; k-- {
		if f.l.Rune(k) == ',' {
			return true
		}
	}
	return false
}

// joinsActors reports whether "and" at token k joins two who are named, so that it opens no
// clause: "In Lima, Gabon | and Peru signed".
func (f *agreementFinder) joinsActors(k int) bool {
	if !f.english() {
		return false
	}
	a, i := f.at(k-1), k+1
	if f.l.Has(i, f.article) {
		i++
	}
	b := f.at(i)
	return a != nil && b != nil && a.class != lang.DateChunk && b.class != lang.DateChunk && !f.locative(a)
}

// nounBehind reports whether a common noun in small letters stands at token i right behind
// an English place, which then only says of where that thing is.
func (f *agreementFinder) nounBehind(i int) bool {
	return !f.l.Has(i, f.npstop) && !f.l.Has(i, f.stop) && !f.l.Has(i, f.in) && !f.deedAt(i) && !f.verbBehind(i) && !f.l.Has(i, f.topic) && !f.l.Has(i, f.p.know.lists.partyWith) && !f.l.Has(i, f.p.know.lists.partyBy) && !f.l.Has(i, f.p.know.lists.placeLow) && !f.l.Has(i, f.p.know.lists.placeHead) && !f.joins(i) && !strings.HasSuffix(f.l.Fold(i), "ly")
}

// wordsAhead takes into an English instrument the number of years before it, "a five year |
// lease", and sees the article before what was done with it: "under the signed |
// memorandum".
func (f *agreementFinder) wordsAhead(ph *phrase) {
	if !f.english() || ph.from < 2 {
		return
	}
	if n, ok := f.numeralAt(ph.from - 1); ok && !n.ordinal && f.l.Has(ph.from, f.p.know.lists.timeUnit) {
		ph.from, ph.definite = n.start, ph.definite || f.l.Plays(n.start-1, f.p.know.roles.the)
	}
	if !ph.definite && f.l.Has(ph.from-1, f.p.know.lists.dealDone) {
		k := ph.from - 2
		if k > 0 && f.l.Plays(k, f.p.know.roles.general) { // the newly signed | accord
			k--
		}
		ph.definite = k >= 0 && f.l.Plays(k, f.p.know.roles.the)
	}
}

// daySaid reports whether an English day behind what is planned is the one on which somebody
// told of it: "will sign the treaty, the minister told reporters on | 6 May".
func (f *agreementFinder) daySaid(m *mention, ph *phrase, d *deed) bool {
	if !f.english() {
		return false
	}
	say := f.p.know.lists.sayVerb
	for k := max(d.end, ph.to); k < m.start; k++ {
		if f.l.Has(k, say) && !f.deedAt(k) && !f.l.Plays(k+1, f.p.know.roles.to) && (f.at(k-1) != nil || f.commaBetween(max(d.end, ph.to), k)) {
			return true
		}
	}
	return false
}

// protocolTo reports whether an English instrument is the one to which the protocol right
// before it belongs, which alone is made here: "initialled a protocol to the fisheries |
// agreement".
func (f *agreementFinder) protocolTo(ph *phrase, at int) bool {
	if at == 0 || !f.english() || !f.l.Is(ph.head, lang.Lower) {
		return false
	}
	last := &f.insts[at-1]
	k := last.to
	if k >= ph.from || !f.l.Plays(k, f.p.know.roles.to) || f.key(last) != "protocol" {
		return false
	}
	if k++; k < ph.from && f.l.Has(k, f.article) {
		k++
	}
	return k == ph.from
}

// ofOwnedThing reports whether an English place right behind the name of an instrument says
// where a thing lies that the name ends in as somebody's: "a protocol on the office's
// presence in | Lima".
func (f *agreementFinder) ofOwnedThing(m *mention, ph *phrase) bool {
	k := m.start - 2
	if !f.english() || !ph.topic || k <= ph.headEnd+1 || k != ph.to-1 || !f.l.Is(k, lang.Lower) {
		return false
	}
	return f.l.Has(k-1, f.poss) || f.l.Has(k-2, f.poss)
}

// ownsThing reports whether an English day only says of when a thing is that is no event:
// "last week's | proposal for a decision".
func (p *part) ownsThing(m *mention) bool {
	if p.know.pack.Tag != "en" || !p.lat.Has(m.end, p.know.lists.possessive) {
		return false
	}
	for k := m.end + 1; k < m.end+5 && k < len(p.lat.Toks); k++ {
		if p.lat.Has(k, p.know.lists.eventNoun) {
			return false
		}
	}
	return true
}

// inAsideOfOther reports whether an English instrument is named in commas behind another
// one, of which the verb behind the second comma tells: "A protocol, drawn up under the |
// agreement, was signed".
func (f *agreementFinder) inAsideOfOther(ph *phrase, d *deed) bool {
	if !f.english() || d.start <= ph.to || !f.behindComma(d.start) {
		return false
	}
	for k := range f.insts {
		o := &f.insts[k]
		if o.to+2 < ph.from && f.l.Rune(o.to) == ',' && f.l.Is(o.to+1, lang.Lower) && !f.l.Has(o.to+1, f.article) && !f.joins(o.to+1) && !f.commaBetween(o.to+1, ph.from) {
			return true
		}
	}
	return false
}
