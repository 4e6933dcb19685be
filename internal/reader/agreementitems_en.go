package reader

import "shanyraq/internal/lang"

// listHead makes the verb of the English sentence before go for the items that a
// few words alone lead to, "Including:", "They are the following:": sentence k,
// which tells nothing of an instrument itself.
func (f *agreementFinder) listHead(k int) {
	if !f.english() || f.severalAt == 0 || f.severalAt != k || f.p.sents[k].Last-f.p.sents[k].First > 7 {
		return
	}
	d := f.several
	f.list, f.inter = &d, f.p.sents[k-1]
}

// allSigned reports whether English papers are told to be signed without their number,
// by a noun that any instrument has: "the signing of bilateral documents took place".
func (f *agreementFinder) allSigned(ph *phrase, d *deed) bool {
	return ph.has("anaphor") && !ph.definite && (d.end <= ph.from && ph.from-d.end <= 2 || d.rule.Name == "agreement.passive")
}

// itemOf gives the sentence of the list of which an English instrument is an item,
// and 1; 0 where its verb is not that of a list, or it stands behind another
// instrument of the item.
func (f *agreementFinder) itemOf(d *deed, i int) int {
	if !f.english() || d == nil || d != f.list || d == &f.several || i > 0 {
		return 0
	}
	return f.inter.First + 1
}

// apartItems reports whether two instruments are items of one list: each is another.
func apartItems(o, m *made) bool {
	return o.item > 0 && o.item == m.item && o.first != m.first
}

// organsOfStates gives the states between whose organs of one kind an English
// instrument is, told by the plural alone: "between the ministries of health", the
// states being those that the text is about; nil elsewhere.
func (f *agreementFinder) organsOfStates(i int, s lang.Sentence) []int {
	if !f.english() {
		return nil
	}
	for n := 0; n < 2 && (f.l.Has(i, f.article) || f.l.Plays(i, f.p.know.roles.pairOf) || f.l.Plays(i, f.p.know.roles.ofState)); n++ {
		i++
	}
	if i >= s.Last || !f.l.Plays(i, f.p.know.roles.stateOrgans) {
		return nil
	}
	for k := i + 1; k < s.Last && k < i+12; k++ {
		if m := f.at(k); m != nil && m.class != lang.DateChunk || f.joins(k) && f.l.Plays(k+1, f.p.know.roles.stateOrgans) {
			return nil
		}
		if f.l.Is(k, lang.Punct) || f.l.Has(k, f.topic) {
			break
		}
	}
	for _, sides := range [...]bool{true, false} {
		if states := f.theStates(s, sides, 2); len(states) == 2 && f.isCountry(states[0]) && f.isCountry(states[1]) {
			return states
		}
	}
	return nil
}

// underOffice reports whether an English state only says whose office stands above
// the body before it: "the Academy under the President of Chile".
func (f *agreementFinder) underOffice(m *mention) bool {
	if !f.english() || m.class != lang.PlaceChunk || m.start < 4 || !f.isCountry(m.entity) {
		return false
	}
	k := m.start - 1
	if f.l.Has(k, f.article) {
		k--
	}
	if !f.l.Has(k, f.p.know.lists.of) || !f.l.Has(k-1, f.officenoun) && !f.l.Has(k-1, f.p.know.lists.rulers) {
		return false
	}
	for k -= 2; k > 0 && k > m.start-9 && !f.l.Plays(k, f.p.know.roles.inPassing); k-- {
		if f.l.Is(k, lang.Punct) || f.joins(k) {
			return false
		}
	}
	if f.l.Has(k, f.p.know.lists.partyWith) || f.l.Has(k, f.p.know.lists.partyBy) { // the bank signed an agreement | with the Government of
		return false
	}
	for n := 0; n < 4 && k > 0; n++ { // the Committee for Roads | and Bridges under the Government of
		if k--; f.is(k, lang.OrgChunk) {
			return true
		}
	}
	return false
}

// ofDesk reports whether an English place only says what an officer is for: "the
// bank's Director for Central Asia".
func (f *agreementFinder) ofDesk(m *mention) bool {
	if f.english() && m.class == lang.PlaceChunk && m.start > 2 && f.l.Has(m.end, f.officenoun) && f.l.Has(m.start-2, f.poss) && f.is(m.start-3, lang.OrgChunk) { // the fund's Kenya director
		return true
	}
	return f.english() && m.class == lang.PlaceChunk && m.start > 1 && f.l.Has(m.start-2, f.officenoun) && f.l.Toks[m.start-1].End-f.l.Toks[m.start-1].Start == 3 && f.l.Fold(m.start-1) == "for"
}
