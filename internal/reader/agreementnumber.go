package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// numbered takes the number that an English instrument is known by into its
// name: "resolution 2345 (2017)", "Convention 189", "Law No. 45", "Decree
// 78/2023", "Directive 2004/38/EC".
func (g *ground) numbered(ph *phrase, s lang.Sentence) {
	if !g.english() || ph.entry.Class != g.p.know.lists.instrumentNoun {
		return
	}
	i := ph.headEnd
	if i >= s.Last {
		return
	}
	if g.l.Plays(i, g.p.know.roles.numberSign) {
		i++
		if i < s.Last && g.l.Rune(i) == '.' {
			i++
		}
	}
	if i+2 < s.Last && i > ph.headEnd && (g.l.Is(i, lang.Upper) || g.l.Is(i, lang.Cap)) && (g.l.Rune(i+1) == '/' || g.l.Rune(i+1) == '-') && g.l.Is(i+2, lang.Number) { // No. A/284
		i += 2
	}
	if i >= s.Last || !g.l.Is(i, lang.Number) || g.is(i, lang.DateChunk) && i == ph.headEnd && !g.slashed(i, s) {
		return
	}
	i++
	for i < s.Last && g.l.Is(i, lang.Glued) && (g.l.Rune(i) == '/' || g.l.Rune(i) == '-' || g.l.Is(i, lang.Number) || g.l.Is(i, lang.Upper)) {
		i++
	}
	if i < s.Last && i == ph.headEnd+1 && (g.l.Has(i, g.p.know.lists.unit) || g.l.Is(i, lang.Lower) && strings.HasSuffix(g.l.Fold(i), "s") && !g.l.Has(i, g.npstop)) {
		return // the protocol 14 states signed
	}
	if i+2 < s.Last && g.l.Rune(i) == '(' && g.l.Is(i+1, lang.Year) && g.l.Rune(i+2) == ')' {
		i += 3
	}
	ph.to = i
}

// slashed reports whether a number has a stroke and another one behind it.
func (g *ground) slashed(i int, s lang.Sentence) bool {
	return i+2 < s.Last && g.l.Rune(i+1) == '/' && g.l.Is(i+1, lang.Glued) && g.l.Is(i+2, lang.Number)
}

// workNoun reports whether token k is the noun "work" at the end of what an
// instrument is about: "a charter on decent work", "a conference on the future of work".
func (g *ground) workNoun(k, first int) bool {
	if !g.english() || k <= first+1 {
		return false
	}
	return g.l.Plays(k, g.p.know.roles.labour) && g.l.Is(k-1, lang.Lower) && (!g.l.Has(k-1, g.npstop) || g.l.Has(k-1, g.p.know.lists.of))
}

// tied reports whether a word ties a date to what stands before it: "of 2006",
// "from 1992", "dated 12 May".
func (f *agreementFinder) tied(m *mention) bool {
	k := m.start - 1
	if k < 0 || f.l.Has(k, f.p.know.lists.of) {
		return k >= 0
	}
	switch f.l.Fold(k) {
	case "dated":
		return true
	case "from":
		return len(m.date.String()) == 4
	}
	return false
}

// onlyPresent reports whether words begin at token i behind which stand those
// who look on: "in the presence of the Sultan".
func (f *agreementFinder) onlyPresent(i int) bool {
	if !f.english() {
		return false
	}
	r := &f.p.know.roles
	return f.l.Plays(i, r.lookedOn) || f.l.Plays(i+2, r.presence) && f.l.Plays(i+1, r.article) && (f.l.Has(i, f.in) || f.l.Plays(i, r.inPassing))
}

// behindDateline gives the token from which those who act may stand: behind
// the place and day that a paragraph opens with.
func (f *agreementFinder) behindDateline(from, to int) int {
	if from > 0 && !f.l.Toks[from].Para || f.at(from) == nil || !f.english() && !f.is(from, lang.PlaceChunk) {
		return from
	}
	told := f.is(from, lang.PlaceChunk) || f.is(from, lang.DateChunk)
	for i, last := f.at(from).end, from+10; i < to && i < last; i++ {
		r := f.l.Rune(i)
		told = told || f.is(i, lang.DateChunk)
		if told && (isDash(r) && (!f.l.Is(i, lang.Glued) || f.l.Rune(i-1) == '.' || f.english() && !f.l.Is(i+1, lang.Glued)) || r == ':') { // Oslo, 3 May.- The
			return i + 1
		}
		if r == '(' && f.english() { // PERTH (miningweekly.com) –
			if k := f.bracketEnd(i, to); k > 0 {
				i, last = k, last+k-i
			}
			continue
		}
		if r != ',' && r != '(' && r != ')' && r != '.' && f.at(i) == nil {
			break
		}
	}
	return from
}

// bracketEnd gives the token of the bracket that closes the one at token i, a few words on; 0
// where none does.
func (f *agreementFinder) bracketEnd(i, to int) int {
	for k := i + 1; k < to && k < i+14; k++ {
		if f.l.Rune(k) == ')' {
			return k
		}
	}
	return 0
}

// natural reports whether a place is one for which no one signs by its name: a
// lake, an airport, a square.
func (f *agreementFinder) natural(m *mention) bool {
	c := f.p.know.lists.naturalPlace
	if c == lang.NoClass || f.isCountry(m.entity) {
		return false
	}
	if w := f.l.Fold(m.end - 1); f.english() && m.end > m.start+1 && (w == "town" || w == "city") { // Cape Town
		return false
	}
	if f.english() && m.start > 1 && f.l.Has(m.start-1, f.p.know.lists.of) && f.unitNoun(m.start-2) { // the City of Cape Coast
		return false
	}
	for k := m.start; k < m.end; k++ {
		if v, _, ok := f.l.Value(k, c); ok && !(v == "house" && f.houseActs(m)) {
			return true
		}
	}
	return false
}

// beginsClause reports whether an English mention behind "and" is the subject of
// a clause of its own, with its verb right behind it: "a letter with the bank,
// and Bolivia renewed a pact".
func (f *agreementFinder) beginsClause(m *mention) bool {
	if !f.english() || m.start == 0 {
		return false
	}
	k := m.start - 1
	if f.l.Has(k, f.article) {
		k--
	}
	if k < 1 || !f.joins(k) && !f.l.Plays(k, f.p.know.roles.otherClause) || f.is(k-1, lang.OrgChunk) || f.is(k-1, lang.PlaceChunk) || f.is(k-1, lang.PersonChunk) || f.joins(k) && f.l.Has(k-1, f.actsFor) && f.l.Has(k-2, f.stateAdj) { // the Danish government and | the bank
		return false
	}
	return f.verbBehind(m.end) || f.deedAt(m.end) && m.end < len(f.l.Toks) && f.l.Is(m.end, lang.Lower) && !f.l.Has(m.end, f.p.know.lists.of)
}
