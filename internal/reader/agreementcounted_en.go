package reader

import (
	"slices"

	"shanyraq/internal/lang"
)

// countedSigners reports whether those who act on an English instrument are told by
// their number alone, three and more, so that no state of the text is meant: "Forty-four
// African countries signed the treaty"; not "the three countries".
func (f *agreementFinder) countedSigners(d *deed, s lang.Sentence) bool {
	if !f.english() || d == nil {
		return false
	}
	for i := s.First; i < d.start && i < s.First+12; i++ {
		n, ok := f.p.numberAt(i)
		if !ok || n.ordinal || n.value < 3 || n.value > 200 || n.start > s.First && f.l.Has(n.start-1, f.article) {
			continue
		}
		for k := n.end; k < d.start && k < n.end+3; k++ {
			if f.l.Plays(k, f.p.know.roles.manyActors) {
				return true
			}
			if !f.l.Is(k, lang.Word) || f.l.Has(k, f.npstop) {
				break
			}
		}
	}
	return false
}

// atBody reports whether an English body is only where somebody works or something is
// done: "nurses at the Hela Hospital voted", "signed at the Ministry of Trade".
func (f *agreementFinder) atBody(m *mention) bool {
	if !f.english() || m.class != lang.OrgChunk || m.start < 2 {
		return false
	}
	k := m.start - 1
	if f.l.Has(k, f.article) {
		k--
	}
	return k > 0 && (f.l.Plays(k, f.p.know.roles.onlyPlace) && !f.l.Has(k, f.p.know.lists.partyTo) || f.l.Fold(k) == "in")
}

// townsOfOfficers reports whether an English place is the first of two towns for which
// those named by an office in the plural act: "the mayors of Hull and Osh, X and Y,
// signed", "the councils of Hull and Osh".
func (f *agreementFinder) townsOfOfficers(m *mention) bool {
	return m.start > 2 && f.l.Plays(m.start-2, f.p.know.roles.townOffice)
}

// newsDay gives the day named last before token i in its paragraph, where a month that
// stands nearer tells of what was before: "On Monday the house … The bank had signed it
// in April. The house also adopted …".
func (p *part) newsDay(para, i int) (day *mention) {
	if p.know.pack.Tag != "en" {
		return nil
	}
	for _, k := range slices.Backward(p.mentionsIn(lang.DateChunk, para, i)) {
		m := &p.mens[k]
		if len(m.date.String()) == len("2006-01-02") && near(m.date, p.doc.opt.Published) && !p.inWhoClause(m) {
			return m
		}
	}
	return nil
}

// sinceDone reports whether an English sentence behind the first tells in the perfect
// what somebody has signed with many, on days that it does not say: "Malta has signed
// similar treaties with Chile and Peru".
func (f *agreementFinder) sinceDone(ph *phrase, d *deed, s lang.Sentence) bool {
	if !f.english() || d == nil || s.First == 0 || d.end > ph.from || !f.plural(ph) && !f.l.Plays(ph.from, f.p.know.roles.oneMore) {
		return false
	}
	for k := d.start - 1; k > s.First && k > d.start-3; k-- {
		if f.l.Plays(k, f.p.know.roles.haveVerb) {
			return true
		}
	}
	return false
}

// twoBefore gives the two bodies that an English sentence means by "the two companies":
// those that one of the five sentences before it joins by "and", else the two named last.
func (f *agreementFinder) twoBefore(s lang.Sentence) []int {
	at := f.p.sentenceIndex(s.First)
	for k := at - 1; f.english() && k >= max(0, at-5); k-- {
		last := -1 // mention right before
		for _, i := range f.p.mentionsIn(lang.OrgChunk, f.p.sents[k].First, f.p.sents[k].Last) {
			m := &f.p.mens[i]
			if m.entity < 0 || f.at(m.start) != m || f.aside(m) {
				continue
			}
			j := m.start - 1
			if f.l.Has(j, f.article) {
				j--
			}
			if last >= 0 && f.joins(j) && f.p.mens[last].end == j && f.p.mens[last].entity != m.entity {
				return []int{f.p.mens[last].entity, m.entity}
			}
			last = int(i)
		}
	}
	return f.bodiesBefore(s.First)
}
