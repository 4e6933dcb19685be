package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// rightOf takes what the phrase is about: "on the use of waters", "о борьбе с
// голодом", a name in quotation marks.
func (g *ground) rightOf(ph *phrase, s lang.Sentence) {
	i, genitive, passed := g.topicMayOpen(ph, s)
	g.topicBehind(i, genitive, ph, s)
	if passed && ph.to <= ph.gap[1] {
		ph.gap = [2]int{}
	}
	if g.english() && ph.quoted[1] == 0 {
		g.calledBehind(ph, s)
	}
}

// calledBehind takes the name in quotation marks that a word behind an English phrase
// says it has: a round table entitled "Salt and Bread".
func (g *ground) calledBehind(ph *phrase, s lang.Sentence) {
	k := ph.to
	if k+2 >= s.Last || !g.l.Plays(k, g.p.know.roles.entitled) || !isQuote(g.l.Rune(k+1)) {
		return
	}
	if b, ok := g.quoteOpening(k+1, s.Last); ok && b > k+2 {
		ph.quoted, ph.to = [2]int{k + 2, b}, b+1
	}
}

// topicMayOpen gives the token where a topic may open: behind the name in
// quotation marks, the number, day, parties and short name of an instrument.
// genitive tells that a Russian genitive there is its topic, passed that the gap
// of the phrase is what was passed.
func (g *ground) topicMayOpen(ph *phrase, s lang.Sentence) (i int, genitive, passed bool) {
	i = ph.to
	if g.english() && i+1 < s.Last && ph.entry.Class == g.p.know.lists.eventNoun && g.l.Plays(i, g.p.know.roles.calledSo) && isQuote(g.l.Rune(i+1)) { // an exhibition | entitled “Silk Roads”
		i++
	}
	if i < s.Last && isQuote(g.l.Rune(i)) {
		if b, ok := g.quoteOpening(i, s.Last); ok && g.wordsIn(i+1, b) {
			ph.quoted = [2]int{i + 1, b}
			ph.to = b + 1
			i = b + 1
		}
	}
	if k := g.behindKindInMarks(i, ph, s); k > i { // "Roadmap" | for cooperation
		ph.gap = [2]int{i, k}
		return k, false, true
	}
	if k := g.withGuests(i, ph, s); k > i {
		b, _ := g.quoteOpening(k, s.Last)
		ph.quoted = [2]int{k + 1, b}
		return b + 1, false, false
	}
	if k := g.documentNumber(i, ph, s); k > i { // резолюция 2810 о продлении мандата
		i, ph.to = k, k
	}
	if k := g.datedBefore(i, s); k > i { // закон от 5 мая 2024 года о молодых семьях
		ph.gap = [2]int{ph.headEnd, k}
		i, passed = k, true
	}
	genitive = g.genitiveTopic(i, ph, s)
	if k := g.pastParties(i, s); k > 0 {
		ph.gap = [2]int{i, k}
		i, genitive, passed = k, false, true
	}
	if k := g.insertedTopic(i, ph, s); k > 0 { // a second agreement, on pumps,
		ph.gap = [2]int{i, k}
		i, genitive, passed = k, false, true
	}
	if k, _ := g.clauseTopic(i, ph, s); k > i { // a law on Thursday that bans straws
		ph.gap = [2]int{i, k}
		i, genitive, passed = k, false, true
	}
	if k := g.shortName(i, s); k > 0 { // Memorandum of Understanding (MoU) on ports
		ph.gap = [2]int{i, k}
		i, genitive, passed = k, false, true
	}
	return i, genitive, passed
}

// genitiveTopic reports whether a Russian word behind the head may be its genitive
// and neither the verb nor somebody who acts.
func (g *ground) genitiveTopic(i int, ph *phrase, s lang.Sentence) bool {
	if !g.russian() || i >= s.Last || !g.l.Is(i, lang.Word) || g.l.Has(i, g.stop) || g.l.Has(i, g.npstop) || g.l.Has(i, g.p.know.lists.partySides) || g.deedAt(i) { // "договор стороны подписали"
		return false
	}
	if g.finite(i) || g.notGenitive(i) || g.subject(i) || g.subjectBody(i) || g.nominativeActs(i) {
		return false
	}
	// на церемонии | Чрезвычайный и Полномочный Посол X; После церемонии | гости посетили монастырь
	return !g.officerBehind(i) && !g.subjectBehind(i, ph, s)
}

// topicBehind takes the topic that a preposition at token i opens, or a genitive.
func (g *ground) topicBehind(i int, genitive bool, ph *phrase, s lang.Sentence) {
	from, tied := g.topicTie(i, ph, s)
	if !tied && !genitive || tied && (g.longerStop(i) || g.forBody(i) || g.forState(i, ph, s) || g.tiesOther(i, from, s)) {
		return
	}
	if tied {
		if end := g.sumBehind(from, ph); end > from {
			ph.to, ph.topic = end, true
			return
		}
	}
	to := g.cutTopic(i, g.topicCut(from, g.topicEnd(from, ph, s), s), s)
	for g.english() && ph.entry.Class == g.p.know.lists.eventNoun && to > i && g.is(to, lang.PersonChunk) && g.l.Has(to-1, g.p.know.lists.personTitle) { // the visit of President | X
		to--
	}
	to = g.beforeOwnerWith(from, to, ph)
	if to > max(from, ph.to) && !(tied && g.shortClause(i, from, to)) {
		ph.to, ph.topic = to, true
	}
}

// topicTie gives the token behind the word that ties a topic to its head; tied is
// false where none stands at token i.
func (g *ground) topicTie(i int, ph *phrase, s lang.Sentence) (from int, tied bool) {
	if c, ok := g.l.Chunk(i, g.topic); ok {
		return int(c.End), true
	}
	if c, ok := g.l.Chunk(i, g.p.know.lists.topicVerb); ok { // "a protocol amending the treaty"
		return int(c.End), true
	}
	if g.addedTo(i, ph, s) || g.togetherIn(i, ph, s) {
		return i + 1, true
	}
	if that, verb := g.clauseTopic(i, ph, s); that == i && verb > 0 { // a law that bans straws
		return verb, true
	}
	if ph.has("onto") && i+1 < s.Last && g.l.Plays(i, g.p.know.roles.to) { // amendments to the code
		return i + 1, true
	}
	return i, false
}

// tiesOther reports whether what stands behind the tie is no topic: a day, an amount,
// for how long it holds.
func (g *ground) tiesOther(i, from int, s lang.Sentence) bool {
	if from >= s.Last {
		return false
	}
	if g.is(from, lang.DateChunk) && !g.spanOfYears(from) { // "treaty of 6 June", "agreement on Friday"
		return true
	}
	if g.l.Plays(i, g.p.know.roles.forAmount) && g.at(from) == nil && (g.l.Is(from, lang.Number) || g.isNumeral(from)) { // контракт на 380 тысяч
		return true
	}
	return g.english() && g.l.Plays(i, g.p.know.roles.forWhat) && (g.lengthOfTime(from, s) || g.sumAt(from)) // an agreement for the next five years
}

// topicReach is how many tokens a topic has at most: the long names of communities of
// states in it are up to twenty.
const topicReach = 24

// topicEnd follows a topic from token j.
func (g *ground) topicEnd(j int, ph *phrase, s lang.Sentence) (to int) {
	to = j
	for end := max(ph.headEnd, ph.gap[1]) + topicReach; j < s.Last && j < end; j++ {
		if b, ok := g.quoteOpening(j, s.Last); ok && b > j+1 {
			if g.russian() {
				g.quotedEvent(j, b, ph)
			}
			if g.russian() || g.quotedInTopic(j, ph) {
				j, to = b, b+1
				continue
			}
		}
		if !g.inTopic(j, ph, s) || g.actsBehind(j, ph, s) || g.beginsBehind(j, ph, s) {
			break
		}
		to = j + 1
	}
	return to
}

// cutTopic cuts off small words and marks that no topic ends with.
func (g *ground) cutTopic(i, to int, s lang.Sentence) int {
	for to > i && !g.workNoun(to-1, i) && !(g.l.Is(to-1, lang.Glued) && g.l.Rune(to-2) == '-') && (g.l.Has(to-1, g.npstop) && !(g.russian() && g.is(to-1, lang.DateChunk)) || g.l.Has(to-1, g.topic) || g.l.Has(to-1, g.article) || g.l.Is(to-1, lang.Punct) && !isQuote(g.l.Rune(to-1)) && g.l.Rune(to-1) != ')') {
		to--
	}
	if g.english() && to-1 > i+1 && (to >= s.Last || g.l.Is(to, lang.Punct)) && g.l.Is(to-1, lang.Lower) && g.l.Plays(to-1, g.p.know.roles.goesOnNow) { // talks on a pact on roads | continue
		to--
	}
	if g.russian() && to < s.Last && to-1 > i && g.l.Is(to, lang.Cap) && g.l.Is(to-1, lang.Lower) && g.at(to) == nil && g.at(to-1) == nil && g.adjectival(to-1) { // соревнований летней | Олимпиады
		to--
	}
	return to
}

// pastParties gives the token of the topic behind parties that stand next to
// the head: "agreement with Japan on social security"; 0 where there is none.
func (g *ground) pastParties(i int, s lang.Sentence) int {
	if !g.l.Has(i, g.p.know.lists.partyWith) && !g.l.Has(i, g.p.know.lists.partyBetween) {
		return 0
	}
	for k, end := i+1, i+14; k < s.Last && k < end; k++ {
		m := g.at(k - 1)
		if m != nil && m.end == k && g.english() { // long names of sides count as one word
			end += m.end - m.start - 1
		}
		if m == nil && (g.aboutPast(i, k) || g.bodyPast(i, k)) {
			return k
		}
		if g.l.Has(k, g.topic) && m != nil && m.end == k && m.class != lang.DateChunk && !g.l.Has(k, g.p.know.lists.of) &&
			(g.at(k+1) == nil || g.at(k+1).class != lang.DateChunk) {
			return k
		}
		if g.deedAt(k) || g.l.Is(k, lang.Punct) && !isQuote(g.l.Rune(k)) || g.is(k, lang.DateChunk) {
			break
		}
	}
	return g.pastSides(i, s)
}

// spanOfYears reports whether the date at token j is years only: "for
// 2020–2024", "на 2024—2026 годы".
func (g *ground) spanOfYears(j int) bool {
	m := g.at(j)
	v := m.date.String()
	return len(v) == 4 || len(v) == 9 && v[4] == '/'
}

// inTopic reports whether token j goes on with the topic of a phrase.
func (g *ground) inTopic(j int, ph *phrase, s lang.Sentence) bool {
	switch {
	case g.l.Is(j, lang.Punct) && !(g.english() && g.joins(j)): // Arts | & | Crafts
		return g.markGoesOn(j, ph, s)
	case !g.russian() && (g.verbBehindName(j) || g.verbWithObject(j) || g.beginsThen(j)):
		return false
	case g.russian() && (g.l.Plays(j, g.p.know.roles.becomes) && g.at(j+1) != nil || g.hasBecome(j)): // фестиваля ухи | стала Тверь
		return false
	case g.russian() && ph.entry.Class == g.p.know.lists.eventNoun && g.companyTold(j): // школа по астрономии | с участием гостей
		return false
	case g.draftTopic(j) || g.russian() && (g.acrossRU(j) || g.thisCenturyRU(j)): // распоряжение о проекте протокола
		return true
	case g.deedAt(j), (ph.has("granted") || g.grantedBefore(ph)) && g.toBody(j), g.toParliament(j):
		return false
	case g.countedThing(j, ph, s): // a contract for two ferries
		return true
	case g.l.Has(j, g.stop) && (!g.l.Has(j, g.topic) || g.longerStop(j)):
		c, _ := g.l.Chunk(j, g.stop)
		return !g.longerStop(j) && g.inside(j, int(c.End), s)
	}
	if m := g.at(j); m != nil && m.class == lang.DateChunk {
		if g.yearOfInstrument(m) || g.centuryInTitle(m) { // amending the 1998 convention
			return true
		}
		return m.start < j || g.spanOfYears(j) && j > ph.headEnd && g.l.Has(j-1, g.topic) && !g.l.Has(j-1, g.p.know.lists.of)
	} else if m != nil && m.class == lang.PersonChunk {
		if g.english() {
			return ph.kind() == "anniversary" || ph.kind() == "ceremony" && ph.entry.Class == g.p.know.lists.eventNoun // the funeral of Dr Ada Moyo
		}
		return g.russian() && m.start > 0 && g.l.Plays(m.start-1, g.p.know.roles.namedFor) // конкурс имени | Петра Громова
	}
	if g.l.Has(j, g.topic) && j+1 < s.Last {
		return !g.tiesDayOrSum(j, s)
	}
	if g.joins(j) {
		return g.andGoesOn(j, ph, s) || g.bodiesJoined(j, ph, s)
	}
	return !g.russian() || !g.bodyBehindTopic(j) && !g.finite(j) && !g.adverb(j) && !g.subject(j) && !g.subjectBody(j) && !g.subjectName(j) && !g.actsAlone(j)
}

// markGoesOn reports whether a topic goes on behind a punctuation mark.
func (g *ground) markGoesOn(j int, ph *phrase, s lang.Sentence) bool {
	r := g.l.Rune(j)
	if r == '-' || r == '\'' || r == '’' || (r == '–' || r == '—') && g.l.Is(j, lang.Glued) {
		return true
	}
	if isQuote(r) {
		_, opens := g.quoteOpening(j, s.Last)
		_, closes := g.quoteEnding(j, ph.headEnd)
		return opens || closes
	}
	return r == ',' && (g.commaInTopic(j, s) || g.placesInTopic(j, ph, s))
}

// tiesDayOrSum reports whether a preposition at token j opens no topic but a day, a
// reading of a bill, a sum or an occasion: "on Friday", "на форуме".
func (g *ground) tiesDayOrSum(j int, s lang.Sentence) bool {
	if g.russian() && g.onOccasion(j, s) {
		return true
	}
	if m := g.at(j + 1); m != nil && m.class == lang.DateChunk && !g.spanOfYears(j+1) {
		return true
	}
	if j+2 < s.Last && g.l.Plays(j+2, g.p.know.roles.billReading) { // a bill | on second reading
		return true
	}
	return g.l.Plays(j, g.p.know.roles.forAmount) && g.at(j+1) == nil && (g.l.Is(j+1, lang.Number) || g.isNumeral(j+1)) // на 380 тысяч
}

// andGoesOn reports whether a topic goes on behind "and": not before another
// instrument or a verb; "energy and trade | was signed" says in the passive what becomes of
// the instrument itself.
func (g *ground) andGoesOn(j int, ph *phrase, s lang.Sentence) bool {
	if g.english() && g.verbBehind(j+1) && (g.l.Has(j+2, g.npstop) || g.l.Has(j+2, g.article) || g.l.Has(j+2, g.stop) || g.l.Has(j+2, g.topic)) { // and agreed to
		return false
	}
	if g.english() && g.l.Is(j+1, lang.Lower) && g.l.Has(j+2, lang.PersonChunk) { // on housing | and elected Ada Berg
		return false
	}
	if g.english() && j+3 < s.Last && ph.entry.Class == g.p.know.lists.eventNoun && g.l.Is(j+1, lang.Lower) && g.l.Has(j+2, g.p.know.lists.phraseOne) && !g.l.Has(j+3, g.p.know.lists.timeUnit) { // preside over the opening | and receive a guest
		return false
	}
	if j+1 >= s.Last || g.l.Has(j+1, g.npstop) || g.l.Has(j+1, g.article) || g.deedAt(j+1) || g.finite(j+1) {
		return false
	}
	if g.russian() && (g.sameNames(j) || g.ownerBodies(j)) { // об ассоциации Украины и Евросоюза | было принято
		return true
	}
	for k := j + 1; k < s.Last && k < j+6; k++ {
		if g.l.Has(k, g.p.know.lists.instrumentNoun) && !g.fieldNoun(k) || k <= j+2 && g.deedAt(k) && !(k == j+2 && g.subjectOf(k)) || g.russian() && k <= j+3 && ph.entry.Class == g.p.know.lists.eventNoun && g.l.Has(k, ph.entry.Class) {
			return false
		}
		if g.l.Has(k, g.stop) || g.l.Has(k, g.npstop) || g.l.Is(k, lang.Punct) {
			break
		}
	}
	return true
}

// notGenitive reports whether the form of a Russian word says that it is no
// genitive: the pack's list notgenitive. Names are left to their own rules.
func (g *ground) notGenitive(i int) bool {
	w := g.l.Fold(i)
	if g.russian() && g.l.Is(i, lang.Cap) && len(w) > 8 && (strings.HasSuffix(w, "им") || strings.HasSuffix(w, "ым")) { // ратификация договора | Великим хуралом
		return g.at(i) == nil || g.at(i).class == lang.OrgChunk
	}
	if g.at(i) != nil || !g.l.Is(i, lang.Lower) {
		return false
	}
	return (g.p.know.endings.notGenitive.end(w, 2) || g.p.know.endings.notGenitive.whole(w)) && !g.p.know.endings.notAdjEnd.whole(w) // праздник урожая
}

// inside reports whether a word that usually ends a phrase goes on with it:
// "in the field of", "with" before a thing, "over the Vandra".
func (g *ground) inside(j, end int, s lang.Sentence) bool {
	if _, ok := g.l.Chunk(j, g.topic); ok {
		return true
	}
	if g.russian() && g.fieldRU(j) {
		return true
	}
	if g.russian() && !g.l.Has(j, g.p.know.lists.partyWith) && fieldWith(g.l, g.p.know.lists.withField, j, s.Last) > j { // стрельба из лука
		return true
	}
	if g.l.Has(j, g.p.know.lists.partyWith) && g.russian() && j+1 < s.Last { // борьба с голодом, но не договор с банком
		return g.l.Is(j+1, lang.Lower) && !g.l.Plays(j+1, g.p.know.roles.aboutIt) && g.at(j+1) == nil && g.at(j+2) == nil && !g.l.Has(j+1, g.officenoun) && (!g.adjectival(j+1) || j+2 >= s.Last || g.l.Is(j+2, lang.Punct) || g.l.Has(j-1, g.p.know.lists.withField) && g.l.Is(j+2, lang.Lower))
	}
	if g.english() && g.l.Plays(j, g.p.know.roles.acrossIt) { // a bridge | over the Vandra
		if g.l.Has(end, g.article) {
			end++
		}
		return g.l.Is(j-1, lang.Lower) && end < s.Last && g.l.Is(end, lang.Cap) && !g.is(end, lang.DateChunk) && !g.is(end, lang.PersonChunk)
	}
	if g.l.Has(j, g.in) && end < s.Last && !g.russian() { // in agriculture, but not "in Geneva", "in May"
		m := g.at(end)
		if g.l.Has(end, g.article) && end+1 < s.Last {
			m = g.at(end + 1)
		}
		if m != nil && g.centuryInTitle(m) {
			return true
		}
		if m != nil && g.english() && end+1 < s.Last && g.l.Has(m.start, g.p.know.lists.worldRegion) && m.class == lang.PlaceChunk { // Security in Central Asia
			return g.l.Is(j-1, lang.Cap)
		}
		return m == nil && !g.l.Plays(j, g.p.know.roles.onlyPlace) && g.l.Is(end, lang.Word)
	}
	return false
}

// joins reports whether the word at token j joins two of a list: "and", «и», «мен».
func (g *ground) joins(j int) bool { return g.l.Has(j, g.p.know.lists.phraseAnd) }

// commaInTopic reports whether a comma parts members of a topic: "trade,
// transport and energy", in the title of an English instrument with capitals:
// "Friendship, Good-Neighbourliness and Cooperation".
func (g *ground) commaInTopic(j int, s lang.Sentence) bool {
	title := g.english() && g.titleWord(j-1) && g.titleWord(j+1)
	for k := j + 1; k < s.Last && k <= j+5; k++ {
		if g.joins(k) {
			return k > j+1 && (!title || g.titleWord(k+1)) && !g.l.Has(k+1, g.article) && !g.l.Has(k+1, g.npstop)
		}
		switch r := g.l.Rune(k); {
		case k > j+4 && !title:
			return false
		case r == ',' && k > j+1 && (title || !g.headLast):
			return g.commaInTopic(k, s)
		case title && (g.titleWord(k) || r == '-' && g.l.Is(k, lang.Glued)):
			continue
		case !g.headLast && r == '-' && g.l.Is(k, lang.Glued): // об экономическом, научно-техническом и культурном обмене
			continue
		}
		if !g.l.Is(k, lang.Lower) || g.l.Has(k, g.stop) || g.l.Has(k, g.npstop) || g.deedAt(k) || g.l.Has(k, g.p.know.lists.instrumentNoun) {
			return false
		}
	}
	return false
}

// titleWord reports whether token k is a capitalised word of a title: no name, no
// office, no instrument.
func (g *ground) titleWord(k int) bool {
	return k >= 0 && k < len(g.l.Toks) && g.l.Is(k, lang.Cap) && !g.l.Is(k, lang.Upper) && g.at(k) == nil && !g.l.Has(k, g.officenoun) && !g.l.Has(k, g.p.know.lists.instrumentNoun)
}
