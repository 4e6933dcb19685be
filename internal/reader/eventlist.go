package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// ofEarlier reports whether an English date before the noun of an event is that of
// an event told before it in the same list, the phrase having a day of its own
// behind it: "a fair in Lagos on 5 May and a festival in Abuja on 7 May".
func (f *eventFinder) ofEarlier(m *mention, ph *phrase, s lang.Sentence) bool {
	if !f.english() || m.end > ph.from || ph.from-m.end > 5 || ph.entry == nil {
		return false
	}
	joined := false
	for k := m.end; k < ph.from; k++ {
		joined = joined || f.joins(k) || f.l.Rune(k) == ','
		if !joined && k == m.end {
			return false
		}
	}
	if !joined {
		return false
	}
	before := false
	for k := range f.evs {
		before = before || f.evs[k].to <= m.start
	}
	if !before {
		return false
	}
	for i := ph.to; i < s.Last && i < ph.to+12; i++ {
		if x := f.at(i); x != nil && x.class == lang.DateChunk && !x.date.IsZero() {
			return true
		}
		if i > ph.to && f.l.Has(i, f.noun) && !f.is(i, lang.OrgChunk) || f.deedAt(i) && f.joinsBetween(ph.to, i) {
			return false
		}
	}
	return false
}

// joinsBetween reports whether a word like "and" stands in the tokens [from, to).
func (f *eventFinder) joinsBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if f.joins(i) {
			return true
		}
	}
	return false
}

// parliamentAlone reports whether an English noun of events at token i is the name
// of a parliament, told with a capital and no article: "ratified by Congress".
func (f *eventFinder) parliamentAlone(i int, ph *phrase, s lang.Sentence) bool {
	return f.english() && i > s.First && ph.from == i && ph.headEnd == i+1 && f.l.Is(i, lang.Cap) && f.l.Is(i-1, lang.Lower) && f.l.Has(i-1, f.npstop) && !f.l.Has(i-1, f.article) && !f.l.Has(i-1, f.p.know.lists.phraseOne) &&
		!f.l.Has(i-1, f.poss) && f.p.know.endings.parliamentWord.whole(f.l.Fold(i))
}

// weekUnnamed reports whether the noun of a span of days is no name of an event in
// English: it needs a capital and a word with one before it ("World Water Week").
func (f *eventFinder) weekUnnamed(ph *phrase) bool {
	return ph.has("capital") && (ph.from == ph.head || !f.l.Is(ph.head, lang.Cap) || !f.l.Is(ph.head-1, lang.Cap))
}

// towards reports whether English talks are only those on an instrument to come,
// told without a place or a day: "concluded negotiations on a treaty".
func (f *eventFinder) towards(ph *phrase, d *deed, h *happening) bool {
	if !f.english() || ph.kind() != "meeting" || !ph.has("plural") || h.place >= 0 || len(h.date.String()) > len("2006-01") && h.ownDate || !ph.topic {
		return false
	}
	if d != nil && d.end <= ph.from && strings.HasPrefix(f.l.Fold(d.end-1), "h") { // held, hold: these took place
		return false
	}
	c := f.p.know.lists.instrumentNoun
	for i := ph.headEnd; i < ph.to+6 && i < len(f.l.Toks) && f.l.Is(i, lang.Word); i++ {
		if f.l.Has(i, c) {
			return true
		}
	}
	return false
}

// siteIn gives the last place named among the words of an English visit, behind
// those who come; -1 where none is.
func (f *eventFinder) siteIn(d *deed) int {
	best := -1
	for m := f.nextNamed(max(d.start, d.who[1]), d.end); m != nil; m = f.nextNamed(m.end, d.end) {
		if m.class == lang.PlaceChunk && m.entity >= 0 && (f.l.Has(m.start-1, f.in) || m.start > d.start && !f.l.Is(m.start-1, lang.Punct) && !f.l.Has(m.end, f.poss)) {
			best = m.entity
		}
	}
	return best
}

// ofDeal reports whether the noun of an English event only says what an instrument
// is about or that it is signed, told without a day or a place of its own: "a
// memorandum on judicial training", "welcomed the signing of the declaration".
func (f *eventFinder) ofDeal(ph *phrase, s lang.Sentence) bool {
	if !f.english() {
		return false
	}
	for _, k := range f.p.mentionsIn(lang.InstrumentChunk, max(s.First, ph.from-20), ph.from+1) {
		if x := &f.p.mens[k]; x.start < ph.from && ph.headEnd <= x.end {
			return true
		}
	}
	if ph.headEnd != ph.head+1 || !f.actWord(ph.head, "signing") || !f.l.Has(ph.headEnd, f.p.know.lists.of) {
		return false
	}
	return f.l.Plays(ph.head-2, f.p.know.roles.recalls) && f.l.Has(ph.head-1, f.article)
}

// opensNamed reports whether an English body whose name ends with the noun of an event
// at token i is that event: somebody opens or attends it somewhere or on a day, "to
// open the Arctic Assembly in Oslo".
func (f *eventFinder) opensNamed(i int, m *mention) bool {
	if !f.english() || m.end != i+1 || m.end-m.start < 2 || m.end >= len(f.l.Toks) {
		return false
	}
	k := m.start - 1
	if f.l.Has(k, f.article) {
		k--
	}
	if k < 0 || !f.actWord(k, "opens") {
		return false
	}
	if f.is(m.end, lang.DateChunk) {
		return true
	}
	x := f.at(m.end + 1)
	return f.l.Has(m.end, f.in) && x != nil && x.class == lang.PlaceChunk || f.l.Plays(m.end, f.p.know.roles.onTime) && x != nil && x.class == lang.DateChunk
}
