package reader

import "shanyraq/internal/lang"

// seatedThere reports whether an English name opens with the town in which what it names
// has its seat: "Vandrel-based Keles Ltd" is nobody's name.
func (n *nameFinder) seatedThere(c *candidate) bool {
	for k := c.start + 2; k < c.end-1 && k < c.start+5; k++ {
		if n.l.Plays(k, n.r.townTail) && n.glued(k-1, '-') {
			return true
		}
	}
	return false
}

// unitActs reports whether an English town or region is called by its noun and stands as
// the subject, alone or joined to others, so that it acts as a body does: "The City of
// Vandrel signed", "the bank and the Province of Keles agreed", but not "in the city of
// Vandrel", "the mayor of the city of Vandrel".
func (f *agreementFinder) unitActs(m *mention) bool {
	if !f.english() || m.class != lang.PlaceChunk || m.entity < 0 || f.isCountry(m.entity) {
		return false
	}
	k := m.start - 1
	if f.unitNoun(m.start) || f.l.ChunkEnd(m.start, f.p.know.lists.placePre) > m.start+1 { // its noun is part of its name: State of Jalisco
		k = m.start
	} else if k < 1 || !f.l.Has(k, f.p.know.lists.of) || !f.unitNoun(k-1) {
		return false
	} else {
		k--
	}
	if k--; k < 0 || !f.l.Plays(k, f.p.know.roles.the) {
		return false
	}
	first := f.p.sentenceOf(m.start).First
	if k == first {
		return true
	}
	k--
	return f.l.Rune(k) == ',' || f.joins(k) && f.at(k-1) != nil && f.at(k-1).end == k && !f.locative(f.at(k-1)) || f.is(k, lang.DateChunk) || f.l.Plays(k, f.p.know.roles.beforeBy)
}

// unitNoun reports whether token i is a noun for towns or regions.
func (f *agreementFinder) unitNoun(i int) bool {
	return f.l.Has(i, f.p.know.lists.placeLow) || f.l.Has(i, f.p.know.lists.placeHead)
}

// kindOfBody reports whether an English body only says whose the one is that is named
// behind a noun of its kind: "the | UN agency UNICEF", "the EU | border agency Frontex".
func (f *agreementFinder) kindOfBody(m *mention) bool {
	if !f.english() || m.class != lang.OrgChunk || !f.l.Is(m.end, lang.Lower) || !f.orgBehind(m.end) {
		return false
	}
	k := m.end
	for f.at(k+1) == nil {
		k++
	}
	return f.bodyByNoun(k) || f.l.Plays(k, f.p.know.roles.dealPartner) || f.l.Has(k, f.p.know.lists.kindNoun)
}

// houseActs reports whether an English place that is a house or a site, for which others
// work, is itself a side: behind "with" or "by", or as the subject right before its verb:
// "signed with | Vandrel Airport", "The | Vandrel Science Park signed".
func (f *agreementFinder) houseActs(m *mention) bool {
	k := m.start - 1
	if k >= 0 && f.l.Plays(k, f.p.know.roles.the) {
		k--
	}
	first := f.p.sentenceOf(m.start).First
	if k > first && (f.joins(k) || f.l.Rune(k) == ',') && f.sideEnds(k) {
		return true
	}
	if end := f.sideBehind(m.end + 1); end > 0 && (f.joins(m.end) || f.l.Rune(m.end) == ',' && f.listGoesOn(end)) {
		return true
	}
	if k < first {
		return f.deedAt(m.end) && f.l.Is(m.end, lang.Lower) || f.l.Plays(m.end, f.p.know.roles.haveVerb)
	}
	return f.l.Has(k, f.p.know.lists.partyWith) || f.l.Has(k, f.p.know.lists.partyBy)
}

// sideEnds reports whether a body or state is named right before token i.
func (f *agreementFinder) sideEnds(i int) bool {
	m := f.at(i - 1)
	return m != nil && m.end == i && m.entity >= 0 && (m.class == lang.OrgChunk || m.class == lang.PlaceChunk && f.isCountry(m.entity) && !f.locative(m))
}

// sideBehind gives the end of the body or state named from token i on, an article passed
// over; 0 where none is.
func (f *agreementFinder) sideBehind(i int) int {
	if f.l.Plays(i, f.p.know.roles.the) {
		i++
	}
	m := f.at(i)
	if m == nil || m.start != i || m.entity < 0 || m.class != lang.OrgChunk && (m.class != lang.PlaceChunk || !f.isCountry(m.entity)) {
		return 0
	}
	return m.end
}
