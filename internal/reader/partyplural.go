package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// pluralSubject reports whether an English sentence speaks of those who act for
// the sides named before, by their office and an article alone: "The ministers also
// signed …", but not "the ministers of five states" nor "the ministers X and Y".
func (f *agreementFinder) pluralSubject(s lang.Sentence) bool {
	for i := s.First + 1; i < s.Last && i < s.First+14; i++ {
		if !f.l.Plays(i, f.p.know.roles.sidesBy) || !f.l.Has(i-1, f.article) || f.at(i) != nil && f.at(i).class == lang.OrgChunk {
			continue
		}
		if i+1 >= s.Last || f.l.Has(i+1, f.p.know.lists.of) || f.at(i+1) != nil && f.at(i+1).class == lang.PersonChunk || f.l.Has(i+1, f.topic) {
			continue
		}
		return true
	}
	return false
}

// kindred gives the two bodies of one kind that the text has named before an English
// sentence whose subject is the plural of their noun: "The universities also plan …",
// "After the meeting the universities signed …"; nil where it names another number.
func (f *agreementFinder) kindred(d *deed, s lang.Sentence) []int {
	c := f.p.know.lists.bodyPlural
	if c == lang.NoClass {
		return nil
	}
	k := s.First + 1
	if k >= s.Last || !f.l.Has(k, c) {
		k = d.start - 1
		for n := 0; n < 2 && k > s.First && !f.l.Has(k, c) && (f.l.Is(k, lang.Lower) && strings.HasSuffix(f.l.Fold(k), "ly") || f.l.Plays(k, f.p.know.roles.haveVerb) || f.l.Plays(k, f.p.know.roles.asWell)); n++ {
			k--
		}
	}
	if k <= s.First || k >= s.Last || !f.l.Has(k, c) || !f.l.Plays(k-1, f.p.know.roles.the) {
		return nil
	}
	w := f.l.Fold(k)
	return f.bodiesOfKind(strings.TrimSuffix(strings.TrimSuffix(w, "ies"), "s"), s)
}

// bodiesOfKind gives the two bodies with a stem in their names that the nearest sentences
// before s name: one sentence that names just two, else all before that name just two.
func (f *agreementFinder) bodiesOfKind(stem string, s lang.Sentence) []int {
	var all []int
	for at := f.p.sentenceIndex(s.First) - 1; at >= 0; at-- {
		var here []int
		for _, i := range f.p.mentionsIn(lang.OrgChunk, f.p.sents[at].First, f.p.sents[at].Last) {
			m := &f.p.mens[i]
			if m.entity < 0 || f.at(m.start) != m || slices.Contains(here, m.entity) || !strings.Contains(f.p.doc.entities[m.entity].folded(), stem) {
				continue
			}
			here = append(here, m.entity)
			if !slices.Contains(all, m.entity) {
				all = append(all, m.entity)
			}
		}
		if len(here) == 2 {
			return here
		}
		if len(all) > 2 {
			return nil
		}
	}
	if len(all) != 2 {
		return nil
	}
	slices.Reverse(all)
	return all
}

// withoutOrgans leaves out of the parties of an English instrument an organ that
// is named by its kind alone ("the bank's Board of Directors"), where a body is a
// party beside it.
func (f *agreementFinder) withoutOrgans(parties []int) []int {
	if !f.english() || len(parties) < 2 {
		return parties
	}
	organ := func(e int) bool {
		ent := &f.p.doc.entities[e]
		return ent.kind == read.Organization && f.p.know.endings.organName.whole(ent.folded())
	}
	if !slices.ContainsFunc(parties, func(e int) bool { return !organ(e) }) {
		return parties
	}
	return slices.DeleteFunc(parties, organ)
}

// boundNoun reports whether the noun of an English instrument only qualifies the
// noun behind it, which is no instrument: "the protocol office", "contract
// workers", "ceasefire violations".
func (f *agreementFinder) boundNoun(ph *phrase, s lang.Sentence) bool {
	if k := ph.headEnd; f.english() && k+1 < s.Last && f.l.Rune(k) == '-' && f.l.Is(k, lang.Glued) && f.l.Is(k+1, lang.Glued) && f.l.Has(k+1, f.noun) { // a framework-agreement
		return true
	}
	return f.english() && ph.to == ph.headEnd && ph.to < s.Last && (f.l.Is(ph.to, lang.Lower) == f.l.Is(ph.head, lang.Lower) || ph.head == s.First) && f.p.know.endings.boundBehind.whole(f.l.Fold(ph.to))
}

// ownActs reports whether an English instrument that is somebody's own and told by
// its noun alone is what a body adopts: "adopted its statutes".
func (f *agreementFinder) ownActs(ph *phrase, d *deed) bool {
	return f.english() && d != nil && (ph.possessed || f.l.Has(ph.from-1, f.poss)) && d.value == "adopted adopted" && d.rule.Name == "agreement.active" && d.end <= ph.from && ph.from-d.end <= 2 && f.p.know.endings.ownAct.whole(f.l.Fold(ph.head))
}

// actedOn gives the day of what is done with an English instrument in whose name a
// year stands, where the sentence tells one: "acceded to the 1951 Refugee
// Convention in 1972".
func (f *agreementFinder) actedOn(ph *phrase, d *deed, s lang.Sentence, status string) (string, bool) {
	if !f.english() || d == nil || status == "planned" || ph.from <= s.First || !f.l.Is(ph.from-1, lang.Year) || !f.is(ph.from-1, lang.DateChunk) || !f.l.Is(ph.head, lang.Cap) {
		return "", false
	}
	whole := *ph
	whole.from--
	if date := f.when(&whole, d, s, "other"); !date.IsZero() {
		return date.String(), true
	}
	return "", false
}

// orgBehind reports whether one or two English common nouns at token i lead to the
// name of a body, which they say the kind of: "the Danish | operator APM".
func (f *agreementFinder) orgBehind(i int) bool {
	for k := i; k < i+4 && k < len(f.l.Toks); k++ {
		if m := f.at(k); m != nil {
			return k > i && m.class == lang.OrgChunk && m.start == k
		}
		if k > i && isApostropheRune(f.l.Rune(k)) { // the Malta nurses' union MUMN
			continue
		}
		if !f.l.Is(k, lang.Lower) || f.l.Has(k, f.npstop) {
			return false
		}
	}
	return false
}

// ofFirmBehind reports whether an English state only says where the body behind it
// is from: "the New Zealand firm Infratec".
func (f *agreementFinder) ofFirmBehind(m *mention) bool {
	return f.english() && m.class == lang.PlaceChunk && m.end < len(f.l.Toks) && f.l.Is(m.end, lang.Lower) && f.orgBehind(m.end) || f.kindOfBody(m)
}

// unnamedCounterpart gives the state of an English minister who signs with one
// whose state the text tells by an adjective alone: of the two persons only the
// state that the text is told from is known; -1 where it is not.
func (f *agreementFinder) unnamedCounterpart(s lang.Sentence, named []int) int {
	if len(named) == 0 || !f.counterpartUnnamed(s) {
		return -1
	}
	if e := f.stateOfDateline(); e >= 0 {
		return e
	}
	f.findStates()
	if len(f.leadStates) == 1 {
		return f.leadStates[0]
	}
	if len(f.allStates) == 1 {
		return f.allStates[0]
	}
	return -1
}

// organBehind reports whether the mark of possession at token i, behind the noun of
// an English body, leads to an organ by which it acts: "the union's | congress".
func (f *agreementFinder) organBehind(i int) bool {
	ch, ok := f.l.Chunk(i, f.poss)
	k := i + 2
	if ok {
		k = int(ch.End)
	}
	for n := 0; n < 2 && k+1 < len(f.l.Toks) && f.l.Plays(k, f.p.know.roles.organKind); n++ {
		k++
	}
	return k < len(f.l.Toks) && f.p.know.endings.organOf.whole(f.l.Fold(k))
}

// lentTo reports whether an English state is whom money is lent or given to: "a
// loan of 60 million dollars to Suriname".
func (f *agreementFinder) lentTo(m *mention) bool {
	if !f.english() || m.start < 2 || !f.l.Plays(m.start-1, f.p.know.roles.to) || !f.isCountry(m.entity) {
		return false
	}
	for i := m.start - 2; i > 0 && i > m.start-9; i-- {
		if f.l.Plays(i, f.p.know.roles.lends) {
			return true
		}
	}
	return false
}

// twoTowns gives the two towns or regions that an English sentence means by "the
// two cities": those that the nearest sentence before it names, if just two; nil
// elsewhere.
func (f *agreementFinder) twoTowns(s lang.Sentence) []int {
	told := false
	for i := s.First + 1; i < s.Last && !told; i++ {
		told = f.p.know.endings.townPlural.whole(f.l.Fold(i)) && f.l.Plays(i-1, f.p.know.roles.bothOf)
	}
	if !told {
		return nil
	}
	at := f.p.sentenceIndex(s.First)
	for k := at - 1; k >= max(0, at-6); k-- {
		var out []int
		b := f.p.sents[k]
		for _, i := range f.p.mentionsIn(lang.PlaceChunk, f.behindDateline(b.First, b.Last), b.Last) {
			if m := &f.p.mens[i]; m.entity >= 0 && !f.isCountry(m.entity) && !f.natural(m) && !slices.Contains(out, m.entity) {
				out = append(out, m.entity)
			}
		}
		if len(out) == 2 {
			return out
		}
	}
	return nil
}

// acted reports whether a person is whom another verb of the sentence is done
// to: "the congress elected X and adopted …", but "the newly elected X signed".
func (f *agreementFinder) acted(m *mention, first int) bool {
	c := f.p.know.lists.objectVerb
	if m.class != lang.PersonChunk || c == lang.NoClass {
		return false
	}
	v := m.start - 1
	for n := 0; f.russian() && n < 4 && v > first && f.l.Is(v, lang.Lower) && !f.l.Has(v, c); n++ { // избрал председателем совета X
		v--
	}
	if v <= first || !f.l.Has(v, c) {
		return false
	}
	newly := strings.HasSuffix(f.l.Fold(v-1), "ly") && f.l.Is(v-1, lang.Lower) && !f.l.Has(v-1, f.p.know.lists.orgHead) // not the assembly
	return !f.l.Has(v-1, f.article) && !newly
}
