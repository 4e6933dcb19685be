package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// apart reports whether a date near a phrase belongs to the clause rather than
// to the instrument: an expression that counts from the day of publication,
// with no word that ties it ("the parties to the Convention met last month").
// Only English, where "of", a comma or a bracket ties.
func (f *agreementFinder) apart(ph *phrase, m *mention) bool {
	if !f.english() || m.start == ph.to && strings.ContainsAny(f.l.Slice(m.start, m.end), "0123456789") {
		return false
	}
	k := m.start - 1
	return !f.tied(m) && f.l.Rune(k) != ',' && f.l.Rune(k) != '('
}

// sumOf reports whether a phrase names an amount of money rather than a text:
// "a budget of 48 million tenge".
func (f *agreementFinder) sumOf(ph *phrase) bool {
	if !f.english() || ph.has("firm") || !f.l.Has(ph.headEnd, f.p.know.lists.of) {
		return false
	}
	if f.is(ph.headEnd+1, lang.DateChunk) { // the treaty of 1989
		return false
	}
	if f.l.Is(ph.headEnd+1, lang.Upper) && f.l.Rune(ph.headEnd+2) == '$' { // a budget of US$3.4 million
		return true
	}
	n, ok := f.p.numberAt(ph.headEnd + 1)
	return ok && !n.ordinal || f.l.Rune(ph.headEnd+1) == '$' || f.l.Rune(ph.headEnd+1) == '€' || f.l.Rune(ph.headEnd+1) == '£'
}

// citedName reports whether a phrase whose noun alone names no instrument is
// the name of one that the text cites: two capitals or more, the noun's among
// them, behind a word by which texts are cited ("in accordance with the World
// Anti-Doping Code", "Article 9 of the Mining Code").
func (f *agreementFinder) citedName(ph *phrase, s lang.Sentence) bool {
	c := f.p.know.lists.citeWord
	if c == lang.NoClass || ph.from <= s.First || !f.l.Is(ph.head, lang.Cap) {
		return false
	}
	caps := 0
	for i := ph.from; i < ph.to; i++ {
		if f.l.Is(i, lang.Cap) {
			caps++
		}
	}
	if caps < 2 {
		return false
	}
	for k := ph.from - 1; k >= s.First && k >= ph.from-12; k-- {
		if ch, ok := f.l.Chunk(k, c); ok {
			v := f.l.Entry(ch).Value
			return v == "far" || int(ch.End) >= ph.from-1
		}
	}
	return false
}

// apposition gives the phrase that only says what kind of instrument a named one
// before it is: "the Gulf Accord, a treaty between Oman and Kuwait,"; nil where
// none does, or where it is one of a list.
func (f *agreementFinder) apposition(ph *phrase) *phrase {
	k := ph.to
	if !f.english() || k+2 >= len(f.l.Toks) || f.l.Rune(k) != ',' || !f.l.Has(k+1, f.p.know.lists.indefinite) || !f.l.Is(ph.from, lang.Cap) {
		return nil
	}
	var kind *phrase
	for i := range f.insts {
		switch o := &f.insts[i]; {
		case o.from > k && o.from <= k+3 && f.l.Is(o.head, lang.Lower):
			kind = o
		case kind != nil && o.from >= kind.to && o.from < kind.to+12: // the accord, a treaty on water and a protocol
			return nil
		}
	}
	return kind
}

// apposed reports whether a phrase is the apposition of a named instrument.
func (f *agreementFinder) apposed(ph *phrase) bool {
	for i := range f.insts {
		if o := &f.insts[i]; o.to < ph.from && ph.from-o.to <= 3 {
			if kind := f.apposition(o); kind != nil && kind.from == ph.from {
				return true
			}
		}
	}
	return false
}

// alsoKnown reports whether a phrase is only another name of the instrument
// before it: "known as the Medicrime Convention".
func (f *agreementFinder) alsoKnown(ph *phrase, s lang.Sentence) bool {
	k := ph.from - 1
	if k > s.First && f.l.Has(k, f.article) {
		k--
	}
	return f.english() && k > s.First && (f.l.Plays(k, f.p.know.roles.as) && f.l.Plays(k-1, f.p.know.roles.knownAs) || f.l.Plays(k, f.p.know.roles.calledSo))
}

// ofListed reports whether a date stands right behind another instrument of the
// sentence that comes before the phrase, where the sentence has a date for the
// phrase too: "a memorandum in 2011, and a treaty in 2006".
func (f *agreementFinder) ofListed(m *mention, ph *phrase, s lang.Sentence) bool {
	if !f.english() {
		return false
	}
	for k := range f.insts { // a pact of 2006, and a letter
		if o := &f.insts[k]; o.to < m.start && m.start-o.to <= 2 && o.from != ph.from && f.tied(m) {
			return true
		}
	}
	if m.start >= ph.from {
		return false
	}
	own := false
	for _, k := range f.p.mentionsIn(lang.DateChunk, ph.to, s.Last) {
		own = own || !f.p.mens[k].date.IsZero()
	}
	if !own {
		return false
	}
	for k := range f.insts {
		if o := &f.insts[k]; o.to <= m.start && m.start-o.to <= 2 && o.to <= ph.from && !f.commaBetween(o.to, m.start) {
			return true
		}
	}
	return false
}

// statusRank orders what is said of one instrument: what is done outweighs
// what is planned.
func statusRank(status string) int {
	switch status {
	case "signed", "adopted":
		return 4
	case "other":
		return 3
	case "planned":
		return 2
	}
	return 0
}

// sharedThing reports whether a Russian programme or plan is only what sides exchange or
// speak of at large: «обмен программами студентов», not «обменялись нотами».
func (f *agreementFinder) sharedThing(ph *phrase) bool {
	if !f.russian() || ph.head == 0 || !strings.HasPrefix(f.l.Fold(ph.head-1), "обмен") {
		return false
	}
	w := f.l.Fold(ph.head)
	return w == "программами" || w == "планами"
}
