package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// toldInHeadline takes an English instrument that was told in the headline for the one
// of its kind that the text right below tells of, which says more.
func (f *agreementFinder) toldInHeadline(o, m *made) bool {
	if o.key != m.key && !strings.HasSuffix(o.key, " "+m.key) && !strings.HasSuffix(m.key, " "+o.key) && !f.dealOfHeadline(o, m) || m.first == o.first || m.first-o.last > 3 {
		return false
	}
	above := f.p.headline()
	again := o.st.Status == m.st.Status && f.english() && o.first == above && (within(o.st.Instrument, m.st.Instrument) || within(m.st.Instrument, o.st.Instrument) || m.first == above+1 && len(o.parties) == 0 && o.st.Date == "" || f.belowHeadline(o, m) && f.sameAsHeadline(o, m)) && f.p.inHeadline(f.p.sents[above])
	if !again && !strings.HasPrefix(o.st.Rule, "agreement.headline") && !f.hasInHeadline(o, m) && !(f.english() && o.first == above && o.first == o.last && o.st.Status == "adopted" && f.p.inHeadline(f.p.sents[above])) {
		return false
	}
	made := m.st.Status == "signed" || m.st.Status == "adopted"
	if m.st.Status != o.st.Status && !(made && m.first == above+1 && (o.st.Status != "other" || f.hasInHeadline(o, m)) && o.st.Status != "planned") { // leaders sign a protocol … have adopted a protocol
		return false
	}
	o.st.Status = m.st.Status
	if m.named || !o.named && len(m.st.Instrument) > len(o.st.Instrument) {
		o.st.Instrument, o.phrase, o.named, o.key = m.st.Instrument, m.phrase, m.named, m.key
	}
	if m.st.Date != "" && (o.anchored || o.st.Date == "") {
		o.st.Date, o.anchored = m.st.Date, m.anchored
	}
	if len(m.parties) >= len(o.parties) {
		o.parties = m.parties
	}
	if m.st.Place != "" {
		o.st.Place = m.st.Place
	}
	o.first, o.st.Rule, o.st.Action = m.first, m.st.Rule, m.st.Action
	o.last, o.shown, o.sided = m.last, m.shown, m.sided
	return true
}

// dealOfHeadline reports whether an English headline calls the instrument of the first
// sentence below it by a word for whatever is agreed: "Universities ink pacts" above "Three
// memoranda were signed".
func (f *agreementFinder) dealOfHeadline(o, m *made) bool {
	return f.english() && o.first == f.p.headline() && f.belowHeadline(o, m) && f.plural(&o.phrase) == f.plural(&m.phrase) && f.kindsAlike(o, m)
}

// sameAsHeadline reports whether the first sentence below an English headline tells of the
// same instrument in other words, no side or day of the one excluding the other.
func (f *agreementFinder) sameAsHeadline(o, m *made) bool {
	return f.plural(&o.phrase) == f.plural(&m.phrase) && f.sidesAgree(o, m) && !f.daysApart(o, m) && (sharedWords(o.st.Instrument, m.st.Instrument) >= 0.3 || len(o.parties) > 0 && !o.phrase.topic && (o.phrase.has("firm") || o.key == "deal") && o.st.Action == m.st.Action && o.st.Date == "" && f.bareOfSides(o))
}

// hasInHeadline reports whether an English headline only says that somebody has the instrument
// that the first sentence below tells of, or only names it: "Norvik has a supply deal with
// Lund".
func (f *agreementFinder) hasInHeadline(o, m *made) bool {
	above := f.p.headline()
	if !f.english() || o.first != above || m.first != above+1 || !f.kindsAlike(o, m) || !f.l.Toks[f.p.sents[above+1].First].Para {
		return false
	}
	return o.st.Rule == "agreement.has" && f.p.inHeadline(f.p.sents[above]) || o.st.Rule == "agreement.mention" && m.st.Action == "signed" && (len(o.parties) == 0 || f.bareOfSides(o) && f.sidesAgree(o, m))
}

// bareOfSides reports whether an English headline tells an instrument by the noun of its kind
// alone or with no more than whose it is or that it is new: "Deal signed with Lund", "Peru–Chile
// treaty signed".
func (f *agreementFinder) bareOfSides(o *made) bool {
	for i := o.phrase.from; i < o.phrase.head; i++ {
		m := f.at(i)
		if m == nil && !isDash(f.l.Rune(i)) && !f.l.Plays(i, f.p.know.roles.general) || m != nil && m.class != lang.PlaceChunk && m.class != lang.OrgChunk {
			return false
		}
	}
	return true
}

// belowHeadline reports whether an English instrument is told in the first sentence below the
// headline, or in the second with the two sides that the headline names.
func (f *agreementFinder) belowHeadline(o, m *made) bool {
	below := m.first - f.p.headline()
	return below == 1 || below == 2 && len(o.parties) == 2 && len(m.parties) == 2
}
