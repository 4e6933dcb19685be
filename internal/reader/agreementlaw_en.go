package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// byLawEN gives the English noun of a law by which an instrument is ratified as what is
// still to come, where nothing in the sentence says that the law was made: "discussed the
// bill ratifying the treaty", "asked to approve the law on ratification of the treaty".
func (f *agreementFinder) byLawEN(d *deed, s lang.Sentence) *deed {
	if d == nil || !f.english() || d.rule.Name != "agreement.ratifying" || !f.ofLaw(d) {
		return d
	}
	onlyTold := false
	for k := range f.deeds {
		o := &f.deeds[k]
		if o.start == d.start || o.start < s.First || o.end > s.Last || f.p.besideWhatIsTold(o.start, d.start, d.end) {
			continue
		}
		v, _ := f.verbOf(o)
		switch {
		case o.mood != "done" || v[0] == "planned":
			onlyTold = onlyTold || o.end <= d.start
		case o.end <= d.start || !f.participleAt(o):
			return d
		}
	}
	for k := s.First; k < d.start && !onlyTold; k++ {
		onlyTold = f.actWord(k, "lawsway") || f.l.Plays(k, f.p.know.roles.to) && k+1 < d.start && f.l.Is(k+1, lang.Lower) || f.l.Has(k, f.p.know.lists.future)
	}
	if !onlyTold && !f.l.Plays(d.start, f.p.know.roles.draft) {
		return d
	}
	later := *d
	later.mood = "planned"
	return &later
}

// ofLaw reports whether an English verb of ratifying opens with the noun of a law.
func (f *agreementFinder) ofLaw(d *deed) bool {
	return d.end > d.start+1 && (f.l.Has(d.start, f.noun) || f.l.Has(d.start+1, f.noun))
}

// participleAt reports whether an English verb is the participle that tells of the signing of
// an instrument before it: "the agreement with Chad, | signed in May".
func (f *agreementFinder) participleAt(o *deed) bool {
	if o.rule.Name != "agreement.active" && o.rule.Name != "agreement.reduced" {
		return false
	}
	k := o.start - 1
	if f.l.Has(k, f.p.know.lists.auxVerb) || f.l.Plays(k, f.p.know.roles.haveVerb) {
		return false
	}
	return !f.l.Has(o.end, f.article) && strings.HasPrefix(o.value, "signed")
}
