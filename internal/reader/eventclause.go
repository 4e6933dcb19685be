package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// asideEnd gives the token behind the comma that closes an aside opened by one
// at token i, where a verb at token verb follows it: "The seminar, held jointly
// by X and Y, closed in Riga". The whole aside is one step between a subject
// and its verb. 0 where no such aside stands there, and in packs that put
// heads last.
func (g *ground) asideEnd(i, verb int) int {
	if g.headLast || g.l.Rune(i) != ',' || g.russian() && !g.p.asideOpens(i+1) {
		return 0
	}
	for k := verb - 1; k > i+2 && k >= verb-3; k-- {
		if g.l.Rune(k) == ',' {
			if r := &g.p.know.roles; g.english() && (g.l.Plays(k+1, r.thatThing) || g.l.Plays(k+1, r.whoWhose)) { // led to the forum, which was held
				return 0
			}
			return k + 1
		}
	}
	return 0
}

// mainVerb gives the verb behind the aside that holds d, or d: "a seminar,
// organised by X, will open on Monday" is told by what is ahead.
func (f *eventFinder) mainVerb(d *deed, ph *phrase) *deed {
	if d != nil && f.saidAtRU(d, ph) {
		return nil
	}
	if d == nil || d.start < ph.to || d.start > ph.to+4 || !f.english() || f.l.Rune(ph.to) != ',' {
		return d
	}
	for k := range f.deeds {
		m := &f.deeds[k]
		if m.start <= d.start || m.own() || m.side == "right" {
			continue
		}
		if end := f.asideEnd(ph.to, m.start); end > d.end {
			return m
		}
	}
	return d
}

// elsewhere reports whether a date or place belongs to another event of the
// sentence than the phrase: it stands right behind that one's noun, or in the
// clause before the one whose subject the phrase is. In Russian, where the order
// of words tells little, only a contrast parts them.
func (f *eventFinder) elsewhere(m *mention, ph *phrase, d *deed, s lang.Sentence) bool {
	if f.amidAside(m, ph) {
		return true
	}
	if f.headLast {
		return f.elsewhereLast(m, ph) || f.inReportKK(ph, m.start, s)
	}
	if f.russian() {
		return f.beforeContrast(m, ph, d) || f.ofClauseBefore(m, ph) || f.inThatClause(m, ph, d) || f.inParticiple(m, ph) || f.inParticipleBefore(m, ph) || f.ofEventBefore(m, ph) || f.ofWhatAgreed(m, ph)
	}
	if f.ofLaterNoun(m, ph, d) || f.afterFeat(m, ph, d) || f.besideSubjectOf(m, ph, d) {
		return true
	}
	if m.end <= ph.from && f.sameDay(ph.from, s.Last) {
		return false
	}
	if f.behindSince(m, ph) || f.followsIt(m, ph, s) || f.beforeDoing(m, ph) || m.end <= ph.from && f.planned(ph) || f.ofNoun(m, ph) || f.besideSubject(m, ph, d, s) || f.saidBehind(m, ph) {
		return true
	}
	if f.inRelative(m, ph, d, s) || f.inReport(m, ph) || f.nextClause(m, ph) || f.otherPredicate(m, ph, d, s) || f.saidThen(m, ph, d, s) || f.besideRelative(m, ph) {
		return true
	}
	for k := range f.deeds { // "postponed from February"
		if x := &f.deeds[k]; x.end == m.start && x.rule.Name == "event.shifted" && f.l.Plays(m.start-1, f.p.know.roles.spanFrom) {
			return true
		}
	}
	if b := f.clauseStart(ph, d, s); b > 0 && m.end <= b && m.start > s.First+2 && !f.opensSentence(m, s) {
		return true
	}
	for k := range f.evs {
		o := &f.evs[k]
		if o.from < s.First || o.from >= s.Last { // of the headline above: "hold talks in Lima", "On 12 May, X met Y"
			continue
		}
		if d != nil && d.start <= o.from && o.to <= d.end { // will be | meeting on Friday for the round
			continue
		}
		if f.heldBehind(o, m, ph) || f.inAsideOf(o, m, ph) || f.byOwnVerb(o, m, ph, d) {
			return true
		}
		if o.from == ph.from || m.start < o.to || m.start-o.to > 3 && !(f.planned(o) && m.start-o.to < 8) || f.commaBetween(o.to, m.start) {
			continue
		}
		switch {
		case f.english() && o.from >= ph.to && m.start == o.to && len(m.date.String()) == len("2006"): // held ahead of the Lakes Games | 2024
			return true
		case o.to <= ph.from && m.end <= ph.from && f.planned(o): // to prepare the summit of May, …
			return true
		case o.to <= ph.from: // "film weeks in Osh, an exhibition"
			shared := d != nil && o.to <= d.start && d.end <= m.start && !f.commaBetween(m.end, ph.from) // the fair closes on Monday with a concert
			return m.end <= ph.from && !shared
		case o.from >= ph.to && k+1 < len(f.evs): // "an exhibition, a fair in May and a race"
			return f.commaBetween(ph.to, o.from)
		}
	}
	return false
}

// clauseStart gives the token where the clause begins whose subject a phrase
// is, behind a comma and "and": "a hearing is on Monday, and a study visit is
// planned for June"; 0 elsewhere.
func (f *eventFinder) clauseStart(ph *phrase, d *deed, s lang.Sentence) int {
	if d == nil || d.start < ph.to {
		return 0
	}
	for k := ph.from - 1; k > s.First+1 && k >= ph.from-3; k-- {
		if f.joins(k) {
			if f.l.Rune(k-1) == ',' {
				return k
			}
			return 0
		}
		if !f.l.Has(k, f.article) && !f.l.Has(k, f.p.know.lists.phraseOne) {
			return 0
		}
	}
	return 0
}

// other reports whether a word before a phrase says that it is another event
// than the one told before: "the next meeting", "another round".
func (f *eventFinder) other(ph *phrase, s lang.Sentence) bool {
	c := f.p.know.lists.eventOther
	if c == lang.NoClass {
		return false
	}
	for k := max(s.First, ph.from-2); k < ph.head; k++ {
		if f.l.Has(k, c) {
			return true
		}
	}
	if f.l.Has(s.First, c) && f.l.Rune(s.First+1) == ',' && ph.from > s.First && f.l.Rune(ph.from-1) == ',' { // «Следующий, третий по счёту, форум»
		return true
	}
	return f.ofOtherYear(ph, s)
}

// earlier reports whether a sentence tells of what was before: "Earlier, the
// ministers met in Oslo".
func (f *eventFinder) earlier(s lang.Sentence) bool {
	c := f.p.know.lists.earlierOpen
	return c != lang.NoClass && f.l.Has(s.First, c)
}

// measured gives the token before "two days of" and the like that stand before
// a phrase: "after eleven hours of talks"; the phrase's own first where
// nothing of the kind stands there.
func (f *eventFinder) measured(from int) int {
	if from < 3 || !f.l.Has(from-1, f.p.know.lists.of) || !f.l.Has(from-2, f.p.know.lists.measureUnit) {
		return from
	}
	if n, ok := f.numeralAt(from - 3); ok && n.end == from-2 {
		for k := from - 3; k >= 0; k-- {
			if m, ok := f.p.numberAt(k); ok && m.end == n.end {
				return k
			}
		}
	}
	if f.l.Has(from-3, f.p.know.lists.phraseOne) {
		return from - 3
	}
	return from
}

// ofInstrument reports whether a date belongs to the name of an instrument: "a
// plan of joint action for 2022–2024".
func (f *ground) ofInstrument(m *mention) bool {
	if !f.english() {
		return false
	}
	for _, k := range f.p.mentionsIn(lang.InstrumentChunk, m.start-20, m.end) {
		if x := &f.p.mens[k]; x.start < m.start && m.end <= x.end {
			return true
		}
	}
	return false
}

// innerKind gives the kind of an event whose noun only counts another: "the
// second round of the election" is as the election is.
func (f *eventFinder) innerKind(ph *phrase, s lang.Sentence) string {
	if f.english() && f.actWord(ph.headEnd-1, "fair") { // the fair of goods told of before
		for k := range f.happenings {
			if h := &f.happenings[k]; h.st.Event == "exhibition" && h.phrase.headEnd > 0 && f.actWord(h.phrase.headEnd-1, "fair") {
				return "exhibition"
			}
		}
	}
	if f.edition(ph) > 0 && f.sessionOf(ph) {
		return "session"
	}
	if kind := f.openedKind(ph); kind != "" {
		return kind
	}
	if !ph.has("inner") {
		return ph.kind()
	}
	if !f.l.Has(ph.headEnd, f.p.know.lists.of) {
		if n := len(f.happenings); f.english() && n > 0 && f.happenings[n-1].st.Event == "competition" {
			return "competition" // the theoretical round of the contest told of
		} else if f.english() && n > 0 && f.happenings[n-1].phrase.entry == ph.entry {
			return f.happenings[n-1].st.Event // the first round of which the second was told
		} else if f.english() && n > 0 && f.happenings[n-1].phrase.entry != nil && f.happenings[n-1].phrase.has("set") {
			return "other" // the first round of the vote told of
		}
		return ph.kind()
	}
	for k := ph.headEnd + 1; k < s.Last && k < ph.headEnd+7 && !(f.l.Is(k, lang.Punct) && !isApostropheRune(f.l.Rune(k))); k++ {
		if c, ok := f.l.Chunk(k, f.noun); ok && (k > ph.headEnd+1 || !f.l.Is(k, lang.Cap)) {
			kind, _, _ := strings.Cut(f.l.Entry(c).Value, " ")
			return kind
		}
	}
	return ph.kind()
}

// roundOf reports whether an English round, which only counts others, is one of what
// is no event: "a second round of programmes".
func (f *eventFinder) roundOf(ph *phrase, s lang.Sentence) bool {
	if !f.english() || !ph.has("inner") || !f.l.Has(ph.headEnd, f.p.know.lists.of) {
		return false
	}
	for k := ph.headEnd + 1; k < s.Last && k < ph.headEnd+7 && f.l.Is(k, lang.Word); k++ {
		if k > ph.headEnd+1 && f.l.Has(k, f.npstop) && !f.l.Has(k, f.article) {
			break
		}
		if f.l.Has(k, f.noun) || f.l.Is(k, lang.Cap) || strings.HasSuffix(f.l.Fold(k), "ing") {
			return false
		}
	}
	return true
}

// punctuationFrom gives the token from which commas between a phrase and a
// date or place behind its verb count: behind the verb, where an aside stands
// between subject and verb.
func (f *eventFinder) punctuationFrom(ph *phrase, d *deed, m *mention) int {
	from := min(m.end, ph.to)
	if d != nil && d.start > ph.to && m.start >= d.end && f.asideEnd(ph.to, d.start) > 0 {
		return d.end
	}
	return from
}

// marksBetween says how much the marks and nouns for events between an event and a day
// part the two, in tokens.
func (f *eventFinder) marksBetween(m *mention, ph *phrase, d *deed) (c int) {
	for k := f.punctuationFrom(ph, d, m); k < max(m.start, ph.from); k++ {
		switch r := f.l.Rune(k); {
		case r == ';':
			c += 20
		case r == ',':
			c += 3
		case f.l.Has(k, f.noun) && (k < ph.from || k >= ph.to):
			c += 6
		}
	}
	return c
}

// listedInTime reports whether the noun only says when something else is:
// "since the election", "before the census".
func (f *eventFinder) listedInTime(ph *phrase) bool {
	k := ph.from - 1
	if k > 0 && f.l.Has(k, f.article) {
		k--
	}
	return k >= 0 && f.l.Has(k, f.p.know.lists.sinceWord)
}

// inRelative reports whether a date or place stands in a relative clause
// between commas that the phrase is not part of: "X, who will step down in
// August, told a briefing". Only English.
func (f *eventFinder) inRelative(m *mention, ph *phrase, d *deed, s lang.Sentence) bool {
	if !f.english() {
		return false
	}
	actword := f.p.know.lists.actWord
	for k := m.start - 1; k > s.First && k > m.start-14; k-- {
		switch {
		case f.l.Has(k, actword) && f.actWord(k, "where"):
			return k >= ph.to && (d == nil || k >= d.end) // "the memorial where he surrendered on 25 November"
		case f.l.Plays(k, f.p.know.roles.whoWhose) || f.l.Fold(k) == "which" && m.end < ph.from:
			if f.l.Rune(k-1) != ',' {
				return false
			}
			end := m.end
			for end < s.Last && f.l.Rune(end) != ',' && f.l.Rune(end) != ';' {
				end++
			}
			inside := func(i int) bool { return i >= k && i < end }
			last := end < s.Last || k >= ph.to && (d == nil || k >= d.end) && (f.verbBehind(k+1) || f.verbBehind(k+2)) // his counterpart, who went on to Riga
			return last && !inside(ph.from) && (d == nil || !inside(d.start))
		}
		if r := f.l.Rune(k); r == ',' || r == ';' {
			return false
		}
	}
	return false
}

// inReport reports whether a date or place stands in what an English event was told,
// behind "that" ("told the hearing that the contract was signed in 2014"), or in what
// was said at it.
func (f *eventFinder) inReport(m *mention, ph *phrase) bool {
	if !f.english() || m.start <= ph.to {
		return false
	}
	for k := ph.to; k < m.start && k <= ph.to+1; k++ {
		if f.l.Plays(k, f.p.know.roles.thatThing) {
			return f.saysAtIt(ph) || ph.from > 1 && (f.l.Plays(ph.from-1, f.p.know.roles.informs) || f.l.Plays(ph.from-2, f.p.know.roles.informs))
		}
	}
	return false
}

// saysAtIt reports whether an English verb of saying stands right before where it is
// said: "recalled at the | ceremony that the first fair was held in 2011".
func (f *eventFinder) saysAtIt(ph *phrase) bool {
	k := ph.from - 1
	if f.l.Has(k, f.article) {
		k--
	}
	return k > 0 && f.l.Has(k, f.in) && f.l.Has(k-1, f.p.know.lists.sayVerb)
}

// nextClause reports whether a date or place behind what a rule tells by itself
// stands in the next English clause: "will receive them in Oslo, and a parade is
// planned for Friday".
func (f *eventFinder) nextClause(m *mention, ph *phrase) bool {
	if !f.english() || ph.entry != nil {
		return false
	}
	for k := ph.to; k+2 < m.start; k++ {
		if f.l.Rune(k) == ',' && f.joins(k+1) && (f.l.Has(k+2, f.article) || f.l.Has(k+2, f.p.know.lists.phraseOne)) {
			return true
		}
	}
	return false
}

// townBefore reports whether an English country only says where the place named
// right before it lies: "in Ölgii in western Mongolia".
func (g *ground) townBefore(m *mention) bool {
	for k := m.start - 1; k >= max(1, m.start-4); k-- {
		if g.l.Plays(k, g.p.know.roles.ofYear) && !g.l.Has(k, g.p.know.lists.of) {
			o := g.at(k - 1)
			return o != nil && o.class == lang.PlaceChunk && o.entity != m.entity
		}
		if !g.l.Is(k, lang.Word) {
			return false
		}
	}
	return false
}

// partOf reports whether an English place stands behind the noun of a part of
// it where something is: "on the shore of Lake Ohrid", "in the old courtyard of
// the Royal Palace".
func (g *ground) partOf(m *mention) bool {
	k := m.start - 1
	if !g.english() || k < 3 {
		return false
	}
	if g.l.Plays(k, g.p.know.roles.the) {
		k--
	}
	if !g.l.Has(k, g.p.know.lists.of) {
		return false
	}
	part := g.p.know.lists.placePart
	for i := k - 1; i >= max(0, k-3); i-- {
		ch, ok := g.l.Chunk(i, part)
		if !ok || int(ch.End) != k {
			continue
		}
		for j := i - 1; j >= max(0, i-3); j-- {
			if g.l.Has(j, g.in) || g.l.Plays(j, g.p.know.roles.onTime) {
				return true
			}
			if !g.l.Is(j, lang.Word) || g.l.Has(j, g.npstop) && !g.l.Has(j, g.article) && !g.l.Has(j, g.p.know.lists.phraseOne) {
				return false
			}
		}
	}
	return false
}

// sameDay reports whether the tokens speak of the day named before: "the same
// evening".
func (f *eventFinder) sameDay(from, to int) bool {
	c := f.p.know.lists.sameDay
	for i := from; c != lang.NoClass && i < to; i++ {
		if f.l.Has(i, c) {
			return true
		}
	}
	return false
}

// reach gives how many tokens a verb may stand from its event: the verb that
// ends a Kazakh sentence stands behind all who came to it.
func (f *eventFinder) reach(ph *phrase) int {
	if f.headLast && f.slot(ph.headEnd-1, "dat") {
		return 30
	}
	return 12
}

// beforeContrast reports whether a date or place stands in the clause before the
// one that tells of the event, parted by a Russian "but": «назначен весной, но с
// визитом отправилась его заместитель».
func (f *eventFinder) beforeContrast(m *mention, ph *phrase, d *deed) bool {
	at := ph.from
	if d != nil {
		at = min(at, d.start)
	}
	return f.contrast(m.end, at)
}

// contrast reports whether a comma and a Russian "but" part tokens from and to:
// «переговоры велись с 2021 года, а прежний договор расторгнут». «А также» joins.
func (g *ground) contrast(from, to int) bool {
	for k := from; k+1 < to; k++ {
		if g.l.Rune(k) == ',' && g.l.Plays(k+1, g.p.know.roles.contrast) && g.p.foldAt(k+2) != "также" {
			return true
		}
	}
	return false
}

// settingAhead reports whether an English event that a sentence opens with as the
// setting of what it tells ("During the talks, the ministers will …") lies ahead
// with the verb of its main clause.
func (f *eventFinder) settingAhead(d *deed, ph *phrase, s lang.Sentence) bool {
	if d == nil || !f.english() || d.start > s.First+1 || d.end > ph.from || !f.l.Plays(d.start, f.p.know.roles.setting) {
		return false
	}
	comma := ph.to
	for comma < s.Last && f.l.Rune(comma) != ',' {
		comma++
	}
	for i := comma + 1; i < s.Last && i < comma+10; i++ {
		if f.clauseAt(i) || f.l.Has(i, f.p.know.lists.sayVerb) {
			return false
		}
		if f.l.Plays(i, f.p.know.roles.willVerb) {
			return true
		}
	}
	return false
}
