package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// doneBy gives the token behind the English "by" that names who did what a
// participle right behind an instrument tells, with only when and where between
// them: "a treaty signed in Lima in 2019 by Peru and Chile"; -1 where none does.
func (f *agreementFinder) doneBy(ph *phrase, d *deed, s lang.Sentence) int {
	if !strings.HasPrefix(d.value, "signed") && !strings.HasPrefix(d.value, "adopted") && !strings.HasPrefix(d.value, "other") {
		return -1
	}
	if d.start > ph.to+1 || d.start == ph.to+1 && f.l.Rune(ph.to) != ',' {
		return -1
	}
	by := f.p.know.lists.partyBy
	for i := d.end; i < s.Last && i < d.end+10; {
		if f.l.Has(i, by) {
			return i + 1
		}
		if m := f.at(i); m != nil && (m.class == lang.DateChunk || m.class == lang.PlaceChunk && f.locative(m)) {
			i = max(i+1, m.end)
			continue
		}
		if !f.l.Has(i, f.in) && !f.l.Has(i, f.article) && !f.l.Plays(i, f.p.know.roles.beforeBy) {
			return -1
		}
		i++
	}
	return -1
}

// onlyRecalled reports whether an English instrument known by its name is recalled
// with its year, well before the text, so that the states of the news are none of
// its sides: "the Bougainville Agreement, signed in 2001".
func (f *agreementFinder) onlyRecalled(ph *phrase, d *deed, s lang.Sentence) bool {
	if !f.english() || ph.has("act") || f.p.doc.opt.Published.IsZero() || !f.calledAfter(ph) {
		return false
	}
	if d != nil && (d.mood != "done" || d.start < ph.to || d.start > f.behindYear(ph)+1) {
		return false
	}
	date, ok := f.dated(ph, s)
	if !ok && d != nil {
		date, ok = f.yearBehind(d, s)
	}
	if !ok {
		return false
	}
	return f.wellBefore(date)
}

// yearBehind gives the date right behind a verb, prepositions and places between
// them passed over.
func (f *agreementFinder) yearBehind(d *deed, s lang.Sentence) (value.Date, bool) {
	for i := d.end; i < s.Last && i < d.end+6; i++ {
		if m := f.at(i); m != nil && m.class == lang.DateChunk {
			return m.date, !m.date.IsZero()
		}
		if r := f.l.Rune(i); r == ',' || r == ';' || r == ':' || f.deedAt(i) {
			break
		}
	}
	return value.Date{}, false
}

// calledAfter reports whether an instrument is called after where or for whom it
// was made rather than by what it is about: "the Abuja Accord", "the Treaty of
// Ancón", but "the Treaty on the State Border".
func (f *agreementFinder) calledAfter(ph *phrase) bool {
	if !f.l.Is(ph.head, lang.Cap) || ph.quoted[1] > 0 {
		return false
	}
	if f.l.Has(ph.headEnd, f.p.know.lists.of) && !f.is(ph.headEnd+1, lang.DateChunk) {
		return ph.to > ph.headEnd+1 && f.l.Is(ph.headEnd+1, lang.Cap)
	}
	return !ph.topic && ph.from < ph.head && f.l.Is(ph.head-1, lang.Cap)
}

// ofAside reports whether an English participle in commas tells of the instrument
// right before it alone, the phrase being what that one does: "the protocol, signed
// in 1998, sets the rules for the canal".
func (f *agreementFinder) ofAside(ph *phrase, d *deed) bool {
	if !f.english() || d.rule.Name != "agreement.active" || d.end > ph.from || f.l.Rune(d.start-1) != ',' {
		return false
	}
	for k := range f.insts {
		if f.insts[k].to == d.start-1 {
			return f.commaBetween(d.end, ph.from)
		}
	}
	return false
}

// unnamedSides reports whether the English sentence k, in the paragraph of the one
// behind it, tells of two bodies by their nouns, which "the two sides" then are:
// "the provincial council and the teachers' union met".
func (f *agreementFinder) unnamedSides(k int) bool {
	s := f.p.sents[k]
	if !f.english() || s.Last < len(f.l.Toks) && f.l.Toks[s.Last].Para {
		return false
	}
	for i := s.First + 1; i+2 < s.Last; i++ {
		if !f.joins(i) || !f.l.Has(i+1, f.article) || !f.bodyByNoun(i-1) {
			continue
		}
		for j := i + 2; j < s.Last && j < i+7 && (f.l.Is(j, lang.Lower) || isApostropheRune(f.l.Rune(j))) && f.at(j) == nil; j++ {
			if f.bodyByNoun(j) {
				return true
			}
		}
	}
	return false
}

// bodyByNoun reports whether token i is the noun of a body in small letters.
func (f *agreementFinder) bodyByNoun(i int) bool {
	return f.l.Is(i, lang.Lower) && f.at(i) == nil && (f.l.Has(i, f.p.know.lists.orgHead) || f.l.Has(i, f.p.know.lists.bodyNoun))
}

// lettersBy reports whether English letters are told by who exchanged them: "notes
// exchanged by Japan and Samoa".
func (f *agreementFinder) lettersBy(ph *phrase, d *deed, s lang.Sentence) bool {
	return d != nil && ph.has("letters") && d.start == ph.to && (f.doneBy(ph, d, s) > 0 || f.l.Has(d.end, f.p.know.lists.partyBetween))
}

// severalWith reports whether several English instruments are told by those they
// are signed with alone: "agreements with Latvia, Estonia and Lithuania".
func (f *agreementFinder) severalWith(ph *phrase, d *deed) bool {
	if !f.english() || d == nil || d.mood != "done" || !strings.HasPrefix(d.value, "signed") && !strings.HasSuffix(d.value, "ratified") || !ph.has("firm") || ph.definite && !strings.HasSuffix(d.value, "ratified") {
		return false
	}
	k := ph.to
	if d.start == k+1 && f.l.Rune(k) != ',' || d.start == k { // were signed with
		k = d.end
		if m := f.at(k + 1); m != nil && m.class == lang.DateChunk && f.l.Has(k, f.in) { // signed in 2012 | with
			k = m.end
		}
	}
	if !f.l.Has(k, f.p.know.lists.partyWith) && !f.l.Has(k, f.p.know.lists.partyBetween) {
		return false
	}
	if k++; f.l.Has(k, f.article) {
		k++
	}
	if f.betweenTheTwo(k) {
		return true
	}
	if n, ok := f.p.numberAt(k); ok && !n.ordinal { // with four African nations – Lesotho, …
		for k = n.end; k < n.end+4 && f.l.Is(k, lang.Word); k++ {
		}
		if r := f.l.Rune(k); r != ':' && r != ',' && !isDash(r) {
			return false
		}
		k++
	}
	return f.is(k, lang.OrgChunk) || f.is(k, lang.PlaceChunk)
}

// topicOfLast reports whether an English phrase that is no instrument by its noun
// alone is what the one right before it is about: "an agreement on a three-year
// programme".
func (f *agreementFinder) topicOfLast(ph *phrase, at int) bool {
	if at == 0 || !f.english() || !ph.has("loose") || ph.quoted[1] > 0 || f.l.Is(ph.head, lang.Cap) {
		return false
	}
	k := f.insts[at-1].to
	if k >= ph.from || !f.l.Has(k, f.topic) {
		return false
	}
	if k++; k < ph.from && (f.l.Has(k, f.article) || f.l.Has(k, f.p.know.lists.phraseOne)) {
		k++
	}
	return k == ph.from
}
