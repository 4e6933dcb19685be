package reader

import "shanyraq/internal/lang"

// visitReach is how many words the visitor's offices and name may take between the
// noun of an English visit and where it leads: "the visit of the President of the
// Republic of Chile X | to Peru".
const visitReach = 20

// visitOf gives the place that an English visit of somebody leads to, told in one
// phrase: "as a result of the state visit of President X to Peru"; -1 where it is not
// told so.
func (f *eventFinder) visitOf(ph *phrase, s lang.Sentence) int {
	if !f.english() || ph.kind() != "visit" || !f.l.Has(ph.headEnd, f.p.class("of")) && !f.l.Has(ph.headEnd, f.p.class("partyby")) {
		return -1
	}
	person := false
	for k := ph.headEnd + 1; k+1 < s.Last && k < ph.headEnd+visitReach; k++ {
		m := f.at(k)
		switch {
		case m != nil:
			person = person || m.class == lang.PersonChunk
			k = max(k, m.end-1)
			continue
		case f.l.Rune(k) == ';' || f.l.Rune(k) == ':' || f.clauseAt(k) || f.deedAt(k) || f.verbBehind(k):
			return -1
		}
		if !person || f.l.Toks[k].End-f.l.Toks[k].Start != 2 || f.l.Fold(k) != "to" {
			continue
		}
		if k++; f.l.Has(k, f.article) {
			k++
		}
		if m := f.at(k); m != nil && m.class == lang.PlaceChunk && m.entity >= 0 {
			return m.entity
		}
		return -1
	}
	return -1
}

// betweenSides reports whether English talks are told by those they are between: "the
// talks between the Chilean and Peruvian leaders".
func (f *eventFinder) betweenSides(ph *phrase, s lang.Sentence) bool {
	if !f.english() || ph.kind() != "meeting" || !f.leading(ph) || !f.l.Has(ph.to, f.p.class("partybetween")) {
		return false
	}
	for k := ph.to + 1; k < s.Last && k < ph.to+9; k++ {
		if f.joins(k) {
			return true
		}
		if f.l.Toks[k].Is(lang.Punct) || f.verbBehind(k) {
			return false
		}
	}
	return false
}

// sinceFounded reports whether a date stands in an English aside behind the noun of an
// event that tells who once began it: "the festival, founded in 2017 by the union, …".
func (f *eventFinder) sinceFounded(m *mention, ph *phrase) bool {
	if !f.english() || f.l.Rune(ph.to) != ',' || m.start <= ph.to+1 || m.start > ph.to+12 {
		return false
	}
	k := ph.to + 1
	if f.l.Has(k, f.p.class("pastword")) || f.l.Plays(k, f.p.know.roles.beforeBy) {
		k++
	}
	return f.l.Plays(k, f.p.know.roles.beganOnce) && !f.commaBetween(k, m.start)
}

// baseYear reports whether a year only says what an English anniversary counts from: "the
// 50th anniversary of the signing of the treaty in 1973".
func (f *eventFinder) baseYear(m *mention, ph *phrase) bool {
	if !f.english() || ph.kind() != "anniversary" || m.start < ph.headEnd {
		return false
	}
	n := f.edition(ph)
	day, ok := m.date.First()
	pub, known := f.p.doc.opt.Published.First()
	if n == 0 || !ok || !known {
		return false
	}
	gone := pub.Year() - day.Year()
	return gone >= n-1 && gone <= n+1 && n > 1
}

// plansAt reports whether an English infinitive at token k speaks of what is still to
// come: "met to | prepare the festival".
func (f *eventFinder) plansAt(k int) bool {
	return k > 0 && f.l.Plays(k, f.p.know.roles.plansFor) && f.l.Has(k-1, f.p.class("partyto"))
}

// planned reports whether an English event is only what others prepare or meet ahead of,
// so that the day and place before it are theirs: "met in Osh to prepare the festival".
func (f *eventFinder) planned(ph *phrase) bool {
	k := ph.from - 1
	for k > 0 && (f.l.Has(k, f.article) || f.l.Has(k, f.p.class("phraseone")) || f.l.Has(k, f.poss)) {
		k--
	}
	return f.english() && k > 1 && (f.plansAt(k) || f.l.Plays(k-1, f.p.know.roles.aheadOf))
}

// boundBy gives the English verb that tells of an event as the beginning or the end of
// another: "the fair closes on Monday with an awards ceremony"; nil where none does.
func (f *eventFinder) boundBy(ph *phrase, s lang.Sentence) *deed {
	k := ph.from - 2
	if !f.english() || k <= s.First || !f.l.Has(ph.from-1, f.p.class("phraseone")) || !f.l.Has(k, f.p.class("partywith")) && !f.l.Has(k, f.in) {
		return nil
	}
	for i := range f.deeds {
		d := &f.deeds[i]
		if d.own() || d.end > k || d.end < k-8 || !f.l.Plays(d.end-1, f.p.know.roles.bounds) {
			continue
		}
		for j := d.end; j < k; j++ {
			if f.l.Toks[j].Is(lang.Punct) || f.joins(j) || f.clauseAt(j) || f.l.Has(j, f.noun) && !f.skip(j) {
				return nil
			}
		}
		return d
	}
	return nil
}

// onIsland reports whether an English place is an island on which something is.
func (g *ground) onIsland(m *mention) bool {
	if !g.english() || m.start == 0 || !g.l.Plays(m.start-1, g.p.know.roles.onTime) {
		return false
	}
	return g.l.Plays(m.end-1, g.p.know.roles.island) || g.l.Plays(m.start, g.p.know.roles.island)
}

// embassyIn reports whether an English place before the verb only says where the body
// that acts is: "the embassy in Guyana | launched a festival in Georgetown".
func (f *eventFinder) embassyIn(m *mention, d *deed) bool {
	if !f.english() || d == nil || m.end > d.start || m.start < 2 || !f.l.Has(m.start-1, f.in) {
		return false
	}
	return f.is(m.start-2, lang.OrgChunk) || f.l.Has(m.start-2, f.p.class("bodynoun")) || f.l.Plays(m.start-2, f.p.know.roles.missionNoun)
}

// onlyUpcoming reports whether all that stands before the noun of an English event is that
// it lies ahead: "the upcoming summit".
func (f *eventFinder) onlyUpcoming(ph *phrase) bool {
	return f.english() && ph.from == ph.head-1 && f.l.Plays(ph.from, f.p.know.roles.upcoming)
}

// ofMission reports whether an English place only says where a mission is that acts:
// "sponsored by the embassy in Slovakia", but "held at the embassy in Lima" and
// "opened the consulate in Split".
func (g *ground) ofMission(m *mention) bool {
	if !g.english() || m.start < 3 || !g.l.Has(m.start-1, g.in) || !g.l.Plays(m.start-2, g.p.know.roles.missionNoun) {
		return false
	}
	for k := m.start - 3; k >= 0 && k >= m.start-7 && g.l.Toks[k].Is(lang.Word); k-- {
		if g.l.Has(k, g.p.class("partyby")) {
			return true
		}
		if g.l.Has(k, g.in) || g.verbBehind(k) {
			return false
		}
	}
	return true
}

// onlyTells reports whether an English person only tells of an event, behind the
// "according to" that opens the sentence.
func (f *eventFinder) onlyTells(m *mention) bool {
	s := f.p.sentenceOf(m.start)
	if m.start < s.First+2 || m.start > s.First+14 || f.l.Toks[s.First].End-f.l.Toks[s.First].Start != 9 || f.l.Fold(s.First) != "according" {
		return false
	}
	for k := s.First + 2; k < m.start; k++ {
		if f.verbBehind(k) || f.l.Has(k, f.p.class("auxverb")) {
			return false
		}
	}
	return true
}
