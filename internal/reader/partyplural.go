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
		if i+1 >= s.Last || f.l.Has(i+1, f.p.class("of")) || f.at(i+1) != nil && f.at(i+1).class == lang.PersonChunk || f.l.Has(i+1, f.topic) {
			continue
		}
		return true
	}
	return false
}

// kindred gives the two bodies named last before an English sentence that opens
// with the plural of their noun: "The universities also plan …"; nil where
// their names do not both hold it.
func (f *agreementFinder) kindred(s lang.Sentence) []int {
	c := f.p.class("bodyplural")
	if c == lang.NoClass || s.First+1 >= s.Last || !f.l.Has(s.First, f.article) || !f.l.Has(s.First+1, c) {
		return nil
	}
	both := f.bodiesBefore(s.First)
	w := f.l.Fold(s.First + 1)
	stem := strings.TrimSuffix(strings.TrimSuffix(w, "ies"), "s")
	for _, e := range both {
		if !strings.Contains(f.p.doc.entities[e].folded(), stem) {
			return nil
		}
	}
	return both
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
		return ent.kind == read.Organization && f.p.know.isEnding("organname", ent.folded())
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
	return f.english() && ph.to == ph.headEnd && ph.to < s.Last && (f.l.Toks[ph.to].Is(lang.Lower) == f.l.Toks[ph.head].Is(lang.Lower) || ph.head == s.First) && f.l.Plays(ph.to, f.p.know.roles.boundBehind)
}

// ownActs reports whether an English instrument that is somebody's own and told by
// its noun alone is what a body adopts: "adopted its statutes".
func (f *agreementFinder) ownActs(ph *phrase, d *deed) bool {
	return f.english() && d != nil && (ph.possessed || f.l.Has(ph.from-1, f.poss)) && d.value == "adopted adopted" && d.rule.Name == "agreement.active" && d.end <= ph.from && ph.from-d.end <= 2 && f.l.Plays(ph.head, f.p.know.roles.ownAct)
}

// actedOn gives the day of what is done with an English instrument in whose name a
// year stands, where the sentence tells one: "acceded to the 1951 Refugee
// Convention in 1972".
func (f *agreementFinder) actedOn(ph *phrase, d *deed, s lang.Sentence, status string) (string, bool) {
	if !f.english() || d == nil || status == "planned" || ph.from <= s.First || !f.l.Toks[ph.from-1].Is(lang.Year) || !f.is(ph.from-1, lang.DateChunk) || !f.l.Toks[ph.head].Is(lang.Cap) {
		return "", false
	}
	whole := *ph
	whole.from--
	if date := f.when(&whole, d, s, "other"); !date.IsZero() {
		return date.String(), true
	}
	return "", false
}
