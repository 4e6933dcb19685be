package reader

import "shanyraq/internal/lang"

// placesInTopic reports whether a comma parts the places of a list that ends with "and" in
// the topic of an English event: "the meeting of the ministers of Chad, Mali and Niger".
func (g *ground) placesInTopic(j int, ph *phrase, s lang.Sentence) bool {
	if !g.english() || ph.entry.Class != g.p.know.lists.eventNoun {
		return false
	}
	for places := 0; j < s.Last && g.is(j-1, lang.PlaceChunk); places++ {
		last := g.joins(j)
		if !last && g.l.Rune(j) != ',' {
			return false
		}
		if j++; g.joins(j) {
			last = true
			j++
		}
		if last && g.l.Has(j, g.article) { // Spain and the Philippines
			j++
		}
		m := g.at(j)
		if m == nil || m.class != lang.PlaceChunk {
			return false
		}
		if j = m.end; last {
			return places > 0
		}
	}
	return false
}

// behindKindInMarks gives the token behind the closing mark where an English text puts the
// noun of an instrument alone in quotation marks: "Roadmap" | for cooperation; 0 elsewhere.
func (g *ground) behindKindInMarks(i int, ph *phrase, s lang.Sentence) int {
	if !g.english() || i+1 >= s.Last || ph.from != ph.head || ph.head == 0 || ph.entry.Class != g.p.know.lists.instrumentNoun || !isQuote(g.l.Rune(i)) || !isQuote(g.l.Rune(ph.head-1)) {
		return 0
	}
	return i + 1
}

// bodiesJoined reports whether the "and" at token j ties two names in the topic of an English
// event, an article before the second: "the meetings of the World Bank and the IMF", "the
// governors of Spain and the Philippines".
func (g *ground) bodiesJoined(j int, ph *phrase, s lang.Sentence) bool {
	if !g.english() || ph.entry.Class != g.p.know.lists.eventNoun {
		return false
	}
	a, b := g.at(j-1), g.at(j+2)
	if !g.l.Has(j+1, g.article) {
		if b = g.at(j + 1); a != nil && b != nil && a.class == lang.PlaceChunk && b.class == lang.PlaceChunk && a.start > ph.headEnd && g.l.Rune(a.start-1) == ',' { // Chad, Mali and Niger
			return true
		}
		return false
	}
	if a == nil || b == nil || a.class != b.class || a.class != lang.OrgChunk && a.class != lang.PlaceChunk {
		return false
	}
	k := b.end
	if k >= s.Last || !g.verbBehind(k) && !g.deedAt(k) && !g.l.Has(k, g.p.know.lists.auxVerb) {
		return true
	}
	for k = s.First; k < ph.from; k++ { // she chaired the talks of A, and the B opened
		if g.verbBehind(k) || g.deedAt(k) || g.l.Has(k, g.p.know.lists.auxVerb) {
			return false
		}
	}
	return true
}

// quotedInTopic reports whether words in marks from token j on are part of what an English
// event is of: "the first meeting of the | “Chad – Mali” Dialogue".
func (g *ground) quotedInTopic(j int, ph *phrase) bool {
	if !g.english() || ph.entry.Class != g.p.know.lists.eventNoun {
		return false
	}
	if g.l.Has(j-1, g.article) {
		j--
	}
	return g.l.Has(j-1, g.topic)
}

// centuryInTitle reports whether an English date is the century that a title with capitals
// ends with: "for the Development of Africa in the 21st Century".
func (g *ground) centuryInTitle(m *mention) bool {
	return g.english() && m.class == lang.DateChunk && g.l.Is(m.end-1, lang.Cap) && g.l.Has(m.end-1, g.p.know.lists.centuryWord) && (g.l.Is(m.start-2, lang.Cap) || g.l.Is(m.start-3, lang.Cap))
}

// fieldNoun reports whether an English noun of instruments names a field of work: it closes
// its phrase behind a word in small letters and says no more: "sport and youth | policy", not
// "trade and protocol | on fishing".
func (g *ground) fieldNoun(k int) bool {
	return g.english() && g.l.Plays(k, g.p.know.roles.fieldOfWork) && g.l.Is(k-1, lang.Lower) && !g.l.Has(k-1, g.article) && !g.l.Has(k+1, g.topic)
}

// forBody reports whether "for" at token i leads to a body by its name or its
// noun with a capital: who signs "for the Library" names no topic.
func (g *ground) forBody(i int) bool {
	if !g.english() || !g.l.Plays(i, g.p.know.roles.forWhat) {
		return false
	}
	k := i + 1
	if g.l.Has(k, g.article) {
		k++
	}
	if k >= len(g.l.Toks) {
		return false
	}
	return g.is(k, lang.OrgChunk) || k > i+1 && g.l.Is(k, lang.Cap) && g.l.Has(k, g.p.know.lists.bodyNoun)
}

// forState reports whether "for" at token i, behind an English instrument that is known
// already and is being signed, leads to a state at the end of its clause, for which it is
// signed: "X signed the deal | for Ecuador, while Y signed for Oman", but "signed a programme
// for Ecuador".
func (g *ground) forState(i int, ph *phrase, s lang.Sentence) bool {
	if !g.english() || !g.l.Plays(i, g.p.know.roles.forWhat) || !ph.definite || ph.mods > 0 || !ph.has("firm") && g.l.Fold(ph.head) != "deal" || !g.deedAt(ph.from-2) {
		return false
	}
	k := i + 1
	if g.l.Has(k, g.article) {
		k++
	}
	m := g.at(k)
	if m == nil || m.class != lang.PlaceChunk || m.entity < 0 {
		return false
	}
	return m.end >= s.Last || g.l.Is(m.end, lang.Punct) || g.joins(m.end) || g.l.Plays(m.end, g.p.know.roles.otherClause)
}

// togetherIn reports whether "in" at token i ties a field to an English instrument whose noun
// says itself that the sides work together: "a memorandum of cooperation | in digital health".
func (g *ground) togetherIn(i int, ph *phrase, s lang.Sentence) bool {
	if !g.english() || ph.headEnd != i || ph.headEnd < ph.head+3 || i+2 >= s.Last || !g.l.Has(i, g.in) || !g.l.Plays(i-1, g.p.know.roles.worksTogether) {
		return false
	}
	return g.l.Is(i+1, lang.Lower) && g.at(i+1) == nil && !g.l.Has(i+1, g.article) && !g.l.Has(i+2, g.p.know.lists.of) && !g.l.Plays(i, g.p.know.roles.onlyPlace)
}
