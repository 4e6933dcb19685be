package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
	"shanyraq/internal/read"
)

// speech is one way to read a sentence as reported speech.
type speech struct {
	who      int
	person   bool // the speaker is a person, not a body
	from, to int  // the reported words
	rule     string
	more     [2]int // more of them where the author's words part them, in order
}

// speech reads one match of a rule.
func (q *quoteFinder) speech(m *pattern.Match, s lang.Sentence) (speech, bool) {
	c := speech{rule: m.Rule.Name, from: m.End, to: s.Last}
	a, b, ok := q.saysHere(m, s)
	if !ok || !q.verbTells(m, a, s) || !q.whoSpeaks(m, a, b, s, &c) {
		return c, false
	}
	if m.Rule.Get("clause") == "yes" && (q.inflected(a, b) || !q.clauseBefore(m)) {
		return c, false
	}
	switch m.Rule.Get("words") {
	case "before":
		ok = q.wordsBefore(m, b, s, &c)
	case "between":
		ok = q.wordsBetween(m, &c)
	default:
		ok = !(a == m.Start && q.governed(a, s)) && !(q.l.Rune(m.End) == ',' && q.openedBy(a, s, q.p.know.roles.beforeMain)) && q.wordsBehind(m, b, s, &c)
		c.to = q.beforeMain(a, c.from, c.to, s)
	}
	if !ok || m.Rule.Get("split") == "yes" && m.Start > s.First && q.aboutAlone(s.First, s.Last) { // Об этом, как передаёт ТАСС, заявил посол
		return c, false
	}
	if end, told := q.toldMedium(m, a); told {
		if c.who = q.bodyAsked(end, s.Last); c.who < 0 {
			return c, false
		}
		c.person = false
	}
	q.cutWords(m, s, &c)
	if q.nameInMarks(a, b) || q.fromMedium(c.who, m.Start, m.End) {
		return c, false
	}
	return c, (c.to-c.from >= q.fewest(m) || c.more[1] > 0) && !q.anyUsed(c.from, c.to) && !q.anyUsed(c.more[0], c.more[1])
}

// saysHere gives the tokens that name who speaks in a match; ok is false where
// the match reports no words of theirs.
func (q *quoteFinder) saysHere(m *pattern.Match, s lang.Sentence) (a, b int, ok bool) {
	if q.anyUsed(m.Start, m.End) || m.Start > s.First && q.l.Rune(m.Start-1) == ',' && q.l.Fold(m.Start) == "деп" { // …, деп хабарлады агенттік: who tells the news
		return 0, 0, false
	}
	if q.behoves(m.End) || q.deniedIn(m) {
		return 0, 0, false
	}
	a, b, ok = m.Capture("who")
	if ok && (q.mediumTold(a) || q.ownerOfTitleKK(a, s.Last) || m.Rule.Name == "quote.said-end" && q.placedKK(m, a) || q.p.know.pack.Tag != "kk" && m.Rule.Name != "quote.by-words" && q.speaksForAnother(a, b)) {
		return 0, 0, false
	}
	if !ok || q.behindHeadRU(a, s) || q.onlyIf(a, s) || q.inUntold(a) || q.attributeKK(a, b) || m.Rule.Name == "quote.said-end" && (q.hearerAt(m, a) || q.owns(a) || q.bodyOwns(a) || q.mediumTold(a) || q.ownsEN(b) || q.asksFor(b+1) || q.handsOnRU(m.Start, a) || q.otherObject(m.Start, a)) {
		return 0, 0, false
	}
	return a, b, true
}

// whoSpeaks finds the speaker among the tokens from a to b: somebody named there,
// a body by its noun, the holder of a title, or the person meant by a pronoun. It
// is false where no one alone speaks.
func (q *quoteFinder) whoSpeaks(m *pattern.Match, a, b int, s lang.Sentence, c *speech) (ok bool) {
	if m.Rule.Get("holder") != "" {
		c.who, ok = q.titleSays(a, b, s)
		c.person = true
		return ok
	}
	if e, goesOn := q.subjectSays(a, b, s); goesOn {
		c.who, c.person = e, true
		return e >= 0
	}
	if e, is := q.titledByBody(a, b); is {
		c.who, c.person = e, true
		return e >= 0
	}
	if c.who, ok = q.p.lastSpeaker(a, b); ok {
		if m.Rule.Name == "quote.saying" || q.gerundSays(m, a) { // X presented to Y the plan, noting that
			if e, told := q.tellsOf(s.First, a); told {
				c.who = e
			}
		}
		return q.namedSpeaks(m, a, s, c)
	}
	if c.who, ok = q.itSays(a, b); ok {
		return c.who >= 0
	}
	if c.who, ok = q.commonBody(a, b); ok {
		return c.who >= 0
	}
	if c.who, ok = q.commonBodyKK(a, b); ok {
		return true
	}
	if c.who, ok = q.bodySaid(a, b); ok {
		return c.who >= 0 && q.nounSpeaks(m, a, b, s) // «в ведомстве», of which nothing was said
	}
	if q.severalSay(m.Start, m.End) || q.manyTitledRU(a, b) || q.manyOrBodyKK(a, b) || q.bodyNounKK(a, b) {
		return false // «Судьи признали, что», «дәрігерлердің айтуынша»: no one alone
	}
	return q.titleSpeaks(m, a, b, s, c)
}

// titleSpeaks finds the person whom a title or a pronoun among the tokens from a to b means,
// where nobody is named there.
func (q *quoteFinder) titleSpeaks(m *pattern.Match, a, b int, s lang.Sentence, c *speech) (ok bool) {
	c.person = true
	if q.obliqueRU(m, a) || q.onlyBodySays(a, b) {
		return false
	}
	if c.who = q.titleIn(a, b); c.who >= 0 {
		return true
	}
	if c.who, ok = q.ofStateSaid(a, b); ok {
		return true
	}
	if e, told := q.headMeantRU(a); told {
		c.who = e
		return e >= 0
	}
	if c.who, ok = q.holderIn(a, b); ok {
		return true
	}
	if c.who, ok = q.speaksOnKK(a, s.First); ok {
		return true
	}
	if c.who, ok = q.lastSaid(a, q.p.genderSaid(a, -1)); ok && !q.otherRulerKK(c.who, a) { // Елші сөйледі. Президенттің | пікірінше
		return true
	}
	if c.who, ok = q.p.personBefore(a, q.p.genderSaid(a, q.titleVerb(m, b))); !ok {
		return false
	}
	if q.l.Has(a, q.office) {
		c.who = q.ratherSubjectRU(c.who, a)
	} else if q.p.know.russian && q.p.genderSaid(a, -1) != 0 {
		c.who = q.ratherSpeakerRU(c.who, a, a)
	}
	for i := a; i < b; i++ {
		if !q.mayHold(c.who, i) || q.someoneOfKK(c.who, i) || q.otherRulerKK(c.who, i) {
			return false
		}
	}
	return true
}

// namedSpeaks settles who speaks where somebody is named: for a body its officer
// behind it, for what belongs to somebody its owner.
func (q *quoteFinder) namedSpeaks(m *pattern.Match, a int, s lang.Sentence, c *speech) bool {
	if o, told := q.p.mentionAt(a, lang.OrgChunk); told && m.Rule.Get("words") == "before" {
		if e, is := q.officerOf(o, s.Last); is { // – деді Сенат спикері
			if e < 0 {
				return false
			}
			c.who = e
		}
	}
	if m.Rule.Get("subject") != "" && !q.subjectRU(a, s) || !q.notHearer(m, a, s, c) {
		return false
	}
	if e, is := q.ofWhose(a); is {
		c.who = e
	}
	if m.Rule.Name == "quote.title-said-that" {
		if e, is := q.bodyHeadRU(a); is { // Генсек ОПЕК | отметил, что
			c.who = e
			if e < 0 {
				return false
			}
		}
	}
	if e := q.officerOfBody(a, s); e >= 0 {
		c.who = e
	}
	c.person = q.p.doc.entities[c.who].kind == read.Person
	return true
}

// wordsBefore takes the words that stand before who says them: "…, she said".
func (q *quoteFinder) wordsBefore(m *pattern.Match, b int, s lang.Sentence, c *speech) bool {
	if q.p.know.russian && m.End+1 < s.Last && q.l.Rune(m.End) == ',' && q.l.Plays(m.End+1, q.p.know.roles.saidThat) { // …, он сказал, что: his words follow
		return false
	}
	if !c.person && q.toldInside(s.First, m.Start) || q.subjectOnlyRU(m.Start, s) {
		return false
	}
	if who, end, ok := q.officerBehind(b, s.Last); ok && !c.person { // according to IMPACS director Ana Silva
		c.who, c.person, m.End = who, true, max(m.End, end)
	}
	c.to = m.Start
	if m.Rule.Get("back") == "yes" { // the title before the name begins behind a comma
		k := m.Start
		for k > s.First && k > m.Start-9 && q.l.Rune(k-1) != ',' && q.l.Rune(k-1) != ';' {
			k--
		}
		if k <= s.First || q.l.Rune(k-1) != ',' { // behind a semicolon the words are another clause's
			return false
		}
		c.to = k - 1
	}
	if m.Rule.Get("back") == "" {
		c.to = q.beforeTitle(c.to, s)
	}
	c.from = q.behindThatRU(q.wordsFrom(q.behindItem(q.behindDateline(s), s), c.to))
	if q.saysBehind(m, b, s.Last) || q.pronounTells(b) || q.heldIt(b, s.Last) || !c.person && m.End == b && q.saidOf(b, s.Last) || q.onlyTitle(c.from, c.to) || q.aboutThis(c.from, c.to) {
		return false
	}
	parted := q.clauseParted(c.from, c.to, m.End, s)
	if q.circumstance(c.from, c.to) && !parted && (q.l.Has(c.from, q.notSpoken) || !q.goesOn(m.End, s)) || !q.verbAmong(c.from, c.to) && q.callsOn(b, m.End, s.Last) {
		return false
	}
	if q.closesUnopened(c.from, c.to) || q.p.know.russian && q.l.Fold(c.from) == "как" && q.sayIn(c.from+1, min(c.from+3, c.to)) > 0 { // Как передаёт ТАСС, | он сказал это
		return false
	}
	if strings.HasPrefix(m.Rule.Name, "quote.title-") && q.namedIn(c.who, c.from, c.to) {
		return false
	}
	if q.whichSaid(c, m.End) {
		c.from, c.to = m.End+1, s.Last
	} else if q.goesOn(m.End, s) || parted {
		c.more[0], c.more[1] = q.trim(m.End+1, s.Last)
	}
	return true
}

// closesUnopened reports whether words end with a mark that nothing among them opens: they
// are the end of a quotation told otherwise.
func (q *quoteFinder) closesUnopened(from, to int) bool {
	r := q.l.Rune(to - 1)
	if r == ',' || r == '.' {
		to--
		r = q.l.Rune(to - 1)
	}
	if r != '»' && r != '”' {
		return false
	}
	for i := from; i < to-1; i++ {
		if strings.ContainsRune(closers(q.l.Rune(i)), r) {
			return false
		}
	}
	return true
}

// wordsBetween takes the words that a rule captures between who speaks and the
// verb.
func (q *quoteFinder) wordsBetween(m *pattern.Match, c *speech) (ok bool) {
	if c.from, c.to, ok = m.Capture("text"); !ok {
		return false
	}
	if q.calledSoKK(m.End) {
		return false
	}
	c.to = q.beforeAboutKK(q.beforeHearerKK(c.from, q.beforeHolderKK(m, q.beforeVerbKK(c.to, m.End))))
	k := c.to - 1
	if k > c.from && q.l.Plays(k, q.p.know.roles.saidThat) {
		k--
	}
	// «…, – деді ол»: the words stand before who said them
	return !(q.p.know.headLast && k > c.from && isDash(q.l.Rune(k)) && q.l.Rune(k-1) == ',')
}

// wordsBehind takes the words that stand behind who says them: "she said that …".
func (q *quoteFinder) wordsBehind(m *pattern.Match, b int, s lang.Sentence, c *speech) bool {
	if b < m.End && q.l.Rune(b) == ',' && !q.saysAside(b+1, m) && q.clauseAside(b+1, m.End) {
		c.from = b + 1
	}
	c.from = q.behindApposition(m, c.from, s.Last)
	if a, _, ok := m.Capture("core"); ok { // "whether" belongs to the words
		c.from = a
	}
	if q.inverted(b, c.from, s.Last) || q.pointsBack(c.from, s.Last) || q.onlyObject(c.from, s.Last) {
		return false
	}
	// "according to the director of the National Bank, Dana Akhmet," names
	// the body first: the person behind it speaks.
	if !c.person && m.Rule.Get("subject") == "" {
		if b+1 < m.End && q.l.Rune(b) == ',' { // A spokeswoman for the bank, Dana Akhmet, said
			if o, ok := q.p.mentionAt(b+1, lang.PersonChunk); ok && o.entity >= 0 && q.l.Rune(o.end) == ',' && o.end < m.End {
				c.who, c.person = o.entity, true
				return true
			}
		}
		if who, end, ok := q.personBehind(b, s.Last); ok {
			c.who, c.person, c.from = who, true, max(c.from, end)
		}
	}
	return !q.speakerGoesOn(m, c.from, s.Last)
}

// cutWords cuts off what is no part of the reported words: the day, whom they are
// told, their source, "that".
func (q *quoteFinder) cutWords(m *pattern.Match, s lang.Sentence, c *speech) {
	c.to = q.thenDid(c.from, q.paperTail(c.from, q.beforeUsed(c.from, c.to)))
	if q.opened(m, s, c) {
		c.more[0], c.more[1] = q.trim(c.from, s.Last)
		c.from, c.to = s.First, m.Start
	}
	c.from, c.to = q.trim(c.from, c.to)
	c.from = q.behindDay(c.from, c.to)
	c.from, c.to = q.trim(q.behindOccasionKK(q.behindHearerKK(q.behindConverbKK(c.from, c.to), c.to), c.to), q.cutSourceKK(c.from, c.to))
	if c.to-1 > c.from && q.l.Plays(c.to-1, q.p.know.roles.saidThat) { // … тұрақтандырады | деп санайды
		c.from, c.to = q.trim(c.from, c.to-1)
	}
}
