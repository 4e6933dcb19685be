package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

// findAgreements states what is done with instruments: "a memorandum on water
// sharing was signed". The head of an instrument's name stands in the pack's
// instrumentnoun list, its extent follows from the shape of the language, and
// rules-agreements.txt tells the verbs with their mood. A noun of the list
// that nothing is done with is an instrument only where a date, a proper name
// or a topic makes it one. One instrument gives one statement a text.
var findAgreements = passes(newAgreementFinder,
	(*agreementFinder).instruments, (*agreementFinder).verbs, (*agreementFinder).boundInstruments,
	(*agreementFinder).sentences, (*agreementFinder).lay, (*agreementFinder).end)

// newAgreementFinder gives nil where the pack has no nouns for instruments.
func newAgreementFinder(p *part) *agreementFinder {
	f := &agreementFinder{ground: newGround(p), noun: p.know.lists.instrumentNoun, stateAdj: p.know.lists.stateAdj, actsFor: p.know.lists.actsFor, blocs: p.know.lists.bloc}
	if f.noun == lang.NoClass {
		return nil
	}
	room := &p.rooms
	f.made, f.insts, f.deeds, f.steps = room.made, room.insts, room.deeds, room.deals
	return f
}

// end leaves the room of the lists to the next part.
func (f *agreementFinder) end() {
	room, all := &f.p.rooms, &f.ofAll
	room.made, room.insts, room.deeds, room.deals = emptied(f.made), emptied(all.insts), emptied(all.deeds), f.steps[:0]
}

// sentences states what is done with the instruments of each sentence.
func (f *agreementFinder) sentences() {
	set, all, from := f.p.know.rules("agreements"), &f.ofAll, dealSentence{}
	for k, s := range f.p.sents {
		x := f.steps[k]
		f.insts, f.deeds, from = all.insts[from.insts:x.insts], all.deeds[from.deeds:x.deeds:x.deeds], x
		open := f.opensList(s)
		it := !x.named && f.itStands(s)
		if f.headLast && k > 0 && (f.listsOn(s) || f.itemOpens(s)) {
			f.severalPapers(set, k-1)
		}
		if !x.named && f.lastOne(k, s) {
			if !x.asked {
				f.findMore(set, s)
				x.asked = true
			}
			f.lastOneIs(k, s)
		} else if !x.named && f.english() && f.opensOneMore(k, s) {
			f.findMore(set, s)
			f.oneMore(k, s)
		}
		if !x.named && !open && !it && !f.saysIt(k, s) {
			f.signingTold(k, s)
			f.paperAgainKK(k, s)
			if f.list != nil && !f.item(s) { // an item that names none ends no list
				f.list = nil
			}
			continue
		}
		if !x.asked {
			f.findMore(set, s)
		}
		if f.list == &f.several && !f.marked(s) { // what is told behind "among them are" is no part of it
			f.list = nil
		}
		if f.goesOn(k, s) {
			f.list, f.inter = &f.several, f.p.sents[k-1]
			if f.english() && f.marked(s) { // each item is another paper
				d := f.several
				f.list = &d
			}
			if !f.english() && f.itemOpens(s) { // Біріншісі – … Екіншісі – …
				f.severalAt = k + 1
			}
		}
		f.sentence(k, s)
		f.signedSeveral(k, s)
		if it {
			f.itIs(k, s)
		} else if len(f.insts) == 0 {
			f.itObject(k, s)
		}
		f.remember(k, s)
		f.subject = f.subjectOf(s)
		f.pending(k, s, open)
	}
}

// agreementFinder finds instruments and what is done with them, sentence by sentence.
type agreementFinder struct {
	*ground
	noun lang.Class
	// States by an adjective, those who act for one, and states joined by one.
	stateAdj, actsFor, blocs lang.Class

	steps []dealSentence
	ofAll dealsOfAll
	insts []phrase // of the sentence looked at
	list  *deed    // the verb before a colon, for the items that follow
	inter lang.Sentence
	made  []made
	// mentions of states in the text, made on demand
	states     []int
	sortedRoom []int // of them, in the order of mentions; room of statesIn
	statesOK   bool
	// The states of the whole text and of its first paragraph; the body or
	// state of each person by an office. Made on demand.
	allStates, leadStates []int
	officesSeen           bool
	bodies                *officeFinder // for bodies named by their noun
	subject               *phrase       // the instrument the sentence before is about
	subjectRoom           phrase
	last                  phrase // the last instrument named, and its sentence
	lastAt                int
	anchored              bool    // what when gave last is only the day of the news
	chained               bool    // the instruments of the sentence stand each behind its party
	several               deed    // by which several instruments were signed at once
	severalAt             int     // sentence and 1 of it, 0 for none
	atItem                int     // the list of which the instrument read is an item, 0 for none
	together              [][]int // who acts together in each sentence, as far as asked; see togetherIn
	lead                  int     // entity of the body the text speaks for and 2; 0 not sought yet
}

// made is an instrument with what is said of it.
type made struct {
	st      read.Statement
	phrase  phrase
	first   int // sentence
	last    int // the sentence it was last told in
	shown   int // the sentence that its evidence ends with
	rank    int
	named   bool
	parties []int
	key     string
	// its date is only that of the news around it
	anchored bool
	sided    bool // a party is named behind it
	item     int  // the list of which it is an item, 0 for none
	watched  bool // those who are the subject only looked on
	refused  bool // they refused, and are no side of one that others made
}

// phrases adds the instruments named in a sentence.
func (f *agreementFinder) phrases(s lang.Sentence) {
	first := len(f.insts)
	for i := s.First; i < s.Last; i++ {
		if !f.l.Has(i, f.noun) {
			continue
		}
		if f.english() && i > s.First && f.l.Plays(i-1, f.p.know.roles.in) && f.l.Plays(i+1, f.p.know.roles.to) { // in order to
			continue
		}
		if m := f.at(i); m != nil && (m.class == lang.PersonChunk || m.class == lang.OrgChunk && m.end-m.start > 1 && !(f.headLast && m.start == i)) || f.deedAt(i) {
			continue
		}
		ph, ok := f.phraseAt(i, f.noun, s)
		if !ok || f.beforeNoun(&ph, s) || f.withoutTopic(&ph, s) || f.boundNoun(&ph, s) || ph.has("none") || f.lawOfScience(&ph) || f.lawAtLarge(&ph) || f.noPaperKK(&ph) || f.noPaperRU(&ph) || f.onlyFrame(&ph) || f.inBodyName(&ph, s) || f.textOf(&ph) || f.sharedThing(&ph) || f.programmeOf(&ph) || f.inPlans(&ph) {
			continue
		}
		if f.english() && (f.plural(&ph) || ph.has("loose") && f.l.Is(ph.head, lang.Cap)) && len(f.p.covering(lang.TitleChunk, i)) > 0 { // Head of International Agreements
			continue
		}
		if f.headLast && ph.from < ph.head && f.suffixAt(ph.from) {
			ph.from++
		}
		f.numberedKK(&ph, s)
		f.wordsAhead(&ph)
		f.actorAhead(&ph, s)
		f.wholeName(&ph, s)
		f.cutAtEvent(&ph)
		f.joinedAdjectives(&ph, s)
		f.inMarks(&ph, s)
		if n := len(f.insts); n > first {
			last := &f.insts[n-1]
			if f.shortOf(&ph, last) {
				continue
			}
			if f.headLast && ph.head < last.headEnd { // inside the longer noun
				continue
			}
			if f.addsTo(&ph, last) {
				f.insts = f.insts[:n-1]
				f.insts = append(f.insts, ph)
				continue
			}
			if f.headLast && ph.from < last.headEnd && last.head < ph.head {
				if last.head >= ph.from && ph.topicHolds(last) { // «…» туралы заңға түзетулер
					f.insts = f.insts[:n-1]
				} else {
					ph.from = last.headEnd
				}
			} else if i < last.to {
				continue
			}
		}
		f.insts = append(f.insts, ph)
		if !f.headLast {
			i = max(i, ph.headEnd-1)
		}
	}
}

// topicHolds reports whether the words of another instrument belong to this
// one's name.
func (ph *phrase) topicHolds(other *phrase) bool {
	return ph.quoted[0] <= other.head && other.head < ph.quoted[1] || ph.from <= other.from && ph.topic || ph.from <= other.head && (ph.mods > 0 || ph.topic) && ph.from < other.headEnd
}

// skip reports whether token i lies in an instrument read before or in a date, which no
// verb stands in.
func (f *agreementFinder) skip(i int) bool {
	for k := range f.insts {
		if f.insts[k].from <= i && i < f.insts[k].to {
			return true
		}
	}
	return f.is(i, lang.DateChunk)
}

// sentence decides on each instrument of a sentence.
func (f *agreementFinder) sentence(k int, s lang.Sentence) {
	f.bind()
	var before *deed
	for i := range f.insts {
		ph := &f.insts[i]
		d := f.ofTopicNoun(ph, f.nearestFit(s, ph))
		if d == nil && f.list != nil && f.item(s) {
			d = f.list
		}
		if d == nil {
			d = f.whichDeed(ph, s)
		}
		if d == nil {
			d = f.behindColon(ph, s)
		}
		if d == nil {
			d = f.listAhead(i, s)
		}
		if d == nil {
			d = f.amongSigned(ph, s)
		}
		d = f.signedInAside(ph, f.whichToCome(ph, f.plannedBehind(ph, d, s), s), s)
		if d != nil && (f.otherDraft(ph, d) || f.carriedOut(ph, d) || f.ofLater(ph, d, i) || f.ofAside(ph, d) || f.topicOfLast(ph, i) || f.protocolTo(ph, i) || f.inAsideOfOther(ph, d) || f.ofToldOne(ph, d) || f.inAimOfLast(ph, d) || f.governed(ph, d) || f.ofItsClause(ph, d) || f.asMeans(ph, d) || f.ofMembers(ph) || f.byMeans(ph, d) || f.onlyMade(ph, d) || f.onlyTalkedOf(ph, d) || f.behindNextVerb(ph, d) || f.inOtherName(ph, i) || f.deeper(ph, d, i) || f.notItsDeed(ph, d) || f.restsOnKK(ph, d) || f.meansKK(ph, d) || f.setOutBy(ph, d) || f.onBasis(ph)) {
			d = nil
		}
		if d == nil {
			d = f.listOn(i, before)
			if d == nil {
				d = f.listedOn(i, before)
			}
		}
		if f.oneOfSeveral(k, ph, d) {
			d, f.inter = &f.several, f.p.sents[f.severalAt-1]
		}
		if f.isNext(i, d) { // the first agreement signed is the Accord on Fish
			before = d
			continue
		}
		if i > 0 && d == nil && f.isNext(i-1, before) {
			d = before
		}
		before = d
		d = f.asBasis(ph, d)
		f.atItem = f.itemOf(d, i)
		f.instrument(k, s, ph, f.ahead(f.byParticiple(f.byLawEN(f.byLaw(d), s), f.participleBefore(ph)), s))
	}
}

// item reports whether a sentence is an item of the list that a colon opened, or is
// itself the list of papers that the one before told by their number.
func (f *agreementFinder) item(s lang.Sentence) bool {
	return f.list == &f.several || f.marked(s) || f.plainItem(s)
}

// marked reports whether a sentence begins as an item of a list does, with a bullet or
// a number, or behind the mark that parts items.
func (f *agreementFinder) marked(s lang.Sentence) bool {
	r := f.l.Rune(s.First)
	if isDash(r) || r == '•' || r == '*' || r == '·' || f.l.Is(s.First, lang.Number) {
		return true
	}
	prev := f.l.Rune(s.First - 1)
	return prev == ';' || prev == ':' || f.numberOfItem(s.First-1)
}

// opensList reports whether a colon closes a sentence, or the number of the first item
// behind one: «подписали следующие документы: 1.».
func (f *agreementFinder) opensList(s lang.Sentence) bool {
	return f.l.Rune(s.Last-1) == ':' || f.numberOfItem(s.Last-1) && s.Last-3 > s.First && f.l.Rune(s.Last-3) == ':'
}

// pending remembers the verb before a colon.
func (f *agreementFinder) pending(k int, s lang.Sentence, open bool) {
	if open {
		f.list = nil
		if n := len(f.deeds); n > 0 {
			d := f.deeds[n-1]
			f.list, f.inter = &d, s
		} else {
			f.listHead(k)
		}
		return
	}
	if d, head := f.openedWithin(s); d != nil {
		f.list, f.inter = d, head
		return
	}
	if f.list != nil && !f.item(s) {
		f.list = nil
	}
}

// proper reports whether a phrase is a name of one instrument: quoted, or
// with a capital that does not begin the sentence.
func (f *agreementFinder) proper(ph *phrase, s lang.Sentence) bool {
	if ph.quoted[1] > 0 {
		return true
	}
	if f.headLast {
		for i := ph.from; i < ph.head; i++ {
			if f.l.Is(i, lang.Cap) && (i > s.First || f.at(i) != nil) {
				return true
			}
		}
		return false
	}
	if f.l.Is(ph.head, lang.Cap) && ph.head > s.First && (ph.topic || ph.head > ph.from) {
		return true
	}
	return false
}

// sided reports whether a party is named behind a phrase: "a deal with Japan".
func (f *agreementFinder) sided(ph *phrase, s lang.Sentence) bool {
	with, between := f.p.know.lists.partyWith, f.p.know.lists.partyBetween
	for i := ph.after(); !f.headLast && i < s.Last && i < ph.to+8 && f.l.Rune(i) != ','; i++ {
		if !f.l.Has(i, with) && !f.l.Has(i, between) {
			continue
		}
		for k := i + 1; k < s.Last && k <= i+6 && !f.l.Is(k, lang.Punct); k++ {
			if m := f.at(k); m != nil {
				return m.class == lang.OrgChunk || m.class == lang.PlaceChunk
			}
			if k == i+1 && f.withJoint(k, s) {
				return true
			}
		}
	}
	return false
}

// titled reports whether a phrase stands inside quotation marks with its
// head, as the title of a book or a film does: "The Treaty of Salt".
func (f *agreementFinder) titled(ph *phrase, s lang.Sentence) bool {
	for i := ph.from; i >= s.First && i >= ph.from-3; i-- {
		if isQuote(f.l.Rune(i)) && i < ph.head {
			b, ok := f.quoteOpening(i, s.Last)
			return ok && b >= ph.headEnd && b-i <= 9
		}
	}
	return false
}

// dated gives the date tied to a phrase itself: "of 6 June", "(Astana, 16
// November 2001)", "от 12 июля".
func (f *agreementFinder) dated(ph *phrase, s lang.Sentence) (value.Date, bool) {
	if m := f.datedBehindSides(ph, s); m != nil {
		return m.date, true
	}
	end := min(s.Last, ph.to+4)
	if ph.nested || f.endsInOther(ph) { // the day behind it is that of the instrument in its name
		end = ph.to
	}
	for i := ph.to; i < end; i++ {
		if m := f.at(i); m != nil && m.class == lang.DateChunk {
			if f.apart(ph, m) || f.ofHolding(m, ph) || f.ofWhatDecided(m, ph) || f.ofNext(m, ph) || f.participleBefore(ph) != nil {
				break
			}
			return m.date, !m.date.IsZero() && !f.runsUntil(m) && !longTime(m.date) && !f.until(m) && !f.keptByParticiple(m) && !f.forYears(m) && !f.yearsOfPlan(m)
		}
		if f.l.Rune(i) == '(' {
			end = min(s.Last, ph.to+8)
		}
		if f.deedAt(i) || f.l.Rune(i) == '.' || f.clauseAt(i) || f.l.Rune(i) == ';' && !f.english() {
			break
		}
	}
	if f.headLast && ph.gap[1] > 0 {
		if m := f.at(ph.gap[0]); m != nil && m.class == lang.DateChunk {
			return m.date, !m.date.IsZero()
		}
	}
	for i := ph.headEnd; i < ph.to; i++ { // "законе 2015 года о …"
		if m := f.at(i); m != nil && m.class == lang.DateChunk && (i == ph.headEnd || i < ph.gap[1]) {
			return m.date, !m.date.IsZero()
		}
	}
	if f.headLast || ph.from > s.First {
		for i := ph.from - 1; i >= s.First && i >= ph.from-3; i-- {
			if m := f.at(i); m != nil && m.class == lang.DateChunk && (f.headLast || i == ph.from-1) && !(f.ofInner(ph) && f.l.Fold(m.end-1) != "жылы") && !f.termKK(m) && !f.forYears(m) && !f.yearsOfPlan(m) {
				return m.date, !m.date.IsZero() && !f.runsUntil(m) && !(!f.english() && f.until(m))
			}
		}
	}
	return value.Date{}, false
}

// longTime reports a date of more than ten years: nothing is signed for a
// century long.
func longTime(d value.Date) bool {
	lo, hi := d.Bounds()
	return hi-lo > 3660
}

// key is what an instrument is called, for telling two mentions of one.
func (f *agreementFinder) key(ph *phrase) string {
	lemma, _ := lemmaOf(ph.entry)
	if f.headLast { // an entry of many kinds
		return f.kindKK(ph)
	}
	if f.english() && strings.Contains(lemma, " ") { // an entry of many kinds: loan agreement, grant agreement
		return strings.Replace(strings.TrimSuffix(lang.Fold(f.l.Slice(ph.head, ph.headEnd)), "s"), "credit ", "loan ", 1)
	}
	return lemma
}

// plural reports whether the noun of a phrase is a plural, so that several instruments are
// told of at once: "the agreements", «договоры», «келісімдер».
func (f *agreementFinder) plural(ph *phrase) bool {
	if f.headLast {
		return endsAsKK(f.l, ph.headEnd-1, "plural")
	}
	if !f.russian() {
		w := f.l.Fold(ph.headEnd - 1)
		if ph.headEnd-ph.head > 2 && f.l.Has(ph.head+1, f.p.know.lists.of) { // an exchange of notes
			w = f.l.Fold(ph.head)
		}
		return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "us") || w == "memoranda" || w == "mous"
	}
	w := f.l.Fold(ph.head)
	if f.p.know.endings.pluralEnd.end(w, -1) {
		return true
	}
	n, ok := f.numeralAt(ph.from - 1) // подписали 10 документов
	return ok && !n.ordinal && n.value > 1 && n.value < 1000 && !f.is(ph.from-1, lang.DateChunk)
}

// lay states the instruments and lays their mentions.
func (f *agreementFinder) lay() {
	for i := range f.made {
		m := &f.made[i]
		m.st.Parties = slices.Grow(m.st.Parties, len(m.parties))
		for _, e := range m.parties {
			m.st.Parties = append(m.st.Parties, ref(e))
		}
		f.p.mention(lang.InstrumentChunk, m.phrase.from, m.phrase.to, -1)
		s := f.p.sents[m.first]
		f.p.state(m.st, m.st.Rule, s.First, f.p.sents[m.shown].Last)
	}
}
