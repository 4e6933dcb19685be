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
func findAgreements(p *part) {
	f := agreementFinder{ground: newGround(p), noun: p.class("instrumentnoun"), stateAdj: p.class("stateadj"), actsFor: p.class("actsfor"), blocs: p.class("bloc")}
	if f.noun == lang.NoClass {
		return
	}
	set := p.know.rules("agreements")
	for k, s := range p.sents {
		f.phrases(s)
		open := p.lat.Rune(s.Last-1) == ':'
		it := len(f.insts) == 0 && f.itStands(s)
		if len(f.insts) == 0 && !open && !it && !f.saysIt(k, s) {
			f.signingTold(k, s)
			f.list = nil
			continue
		}
		f.find(set, s)
		if len(f.insts) > 0 {
			f.phrases(s) // again, now that the verbs bound them
		}
		if f.goesOn(k, s) {
			f.list, f.inter = &f.several, f.p.sents[k-1]
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
		f.pending(s, open)
	}
	f.lay()
}

type agreementFinder struct {
	*ground
	noun lang.Class
	// States by an adjective, those who act for one, and states joined by one.
	stateAdj, actsFor, blocs lang.Class

	insts []phrase
	list  *deed // the verb before a colon, for the items that follow
	inter lang.Sentence
	made  []made
	// mentions of states in the text, made on demand
	states   []int
	statesOK bool
	// The states of the whole text and of its first paragraph; the body or
	// state of each person by an office. Made on demand.
	allStates, leadStates []int
	officesSeen           bool
	bodies                *officeFinder // for bodies named by their noun
	subject               *phrase       // the instrument the sentence before is about
	last                  phrase        // the last instrument named, and its sentence
	lastAt                int
	anchored              bool // what when gave last is only the day of the news
	chained               bool // the instruments of the sentence stand each behind its party
	several               deed // by which several instruments were signed at once
	severalAt             int  // sentence and 1 of it, 0 for none
	lead                  int  // entity of the body the text speaks for and 2; 0 not sought yet
}

// made is an instrument with what is said of it.
type made struct {
	st      read.Statement
	phrase  phrase
	first   int // sentence
	last    int
	rank    int
	named   bool
	parties []int
	key     string
	// its date is only that of the news around it
	anchored bool
	sided    bool // a party is named behind it
	watched  bool // those who are the subject only looked on
}

// phrases finds the instruments named in a sentence.
func (f *agreementFinder) phrases(s lang.Sentence) {
	f.insts = f.insts[:0]
	for i := s.First; i < s.Last; i++ {
		if !f.l.Has(i, f.noun) {
			continue
		}
		if m := f.at(i); m != nil && (m.class == lang.PersonChunk || m.class == lang.OrgChunk && m.end-m.start > 1 && !(f.headLast && m.start == i)) || f.deedAt(i) {
			continue
		}
		ph, ok := f.phraseAt(i, f.noun, s)
		if !ok || f.beforeNoun(&ph, s) || f.withoutTopic(&ph, s) || f.boundNoun(&ph, s) || ph.has("none") || f.lawOfScience(&ph) {
			continue
		}
		if f.english() && f.plural(&ph) && len(f.p.covering(lang.TitleChunk, i)) > 0 { // Head of International Agreements
			continue
		}
		f.wholeName(&ph, s)
		f.inMarks(&ph, s)
		if n := len(f.insts); n > 0 {
			last := &f.insts[n-1]
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
	return ph.quoted[0] <= other.head && other.head < ph.quoted[1] || ph.from <= other.from && ph.topic || ph.from <= other.head && ph.mods > 0 && ph.from < other.headEnd
}

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
	f.bind(s)
	var before *deed
	for i := range f.insts {
		ph := &f.insts[i]
		d := f.nearestFit(s, ph)
		if d == nil && f.list != nil && f.item(s) {
			d = f.list
		}
		if d == nil {
			d = f.whichDeed(ph, s)
		}
		d = f.plannedBehind(ph, d, s)
		if d != nil && (f.otherDraft(ph, d) || f.carriedOut(ph, d) || f.ofLater(ph, d, i) || f.ofAside(ph, d) || f.topicOfLast(ph, i) || f.governed(ph, d) || f.asMeans(ph, d) || f.ofMembers(ph) || f.onlyMade(ph, d)) {
			d = nil
		}
		if d == nil {
			d = f.listOn(i, before)
		}
		before = d
		d = f.asBasis(ph, d)
		f.instrument(k, s, ph, f.ahead(f.byParticiple(f.byLaw(d), f.participleBefore(ph)), s))
	}
}

// item reports whether a sentence is an item of the list that a colon opened.
func (f *agreementFinder) item(s lang.Sentence) bool {
	r := f.l.Rune(s.First)
	if f.list == &f.several || isDash(r) || r == '•' || r == '*' || r == '·' || f.l.Toks[s.First].Is(lang.Number) {
		return true
	}
	prev := f.l.Rune(s.First - 1)
	return prev == ';' || prev == ':'
}

// pending remembers the verb before a colon.
func (f *agreementFinder) pending(s lang.Sentence, open bool) {
	if open {
		f.list = nil
		if n := len(f.deeds); n > 0 {
			d := f.deeds[n-1]
			f.list, f.inter = &d, s
		}
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
			if f.l.Toks[i].Is(lang.Cap) && (i > s.First || f.at(i) != nil) {
				return true
			}
		}
		return false
	}
	if f.l.Toks[ph.head].Is(lang.Cap) && ph.head > s.First && (ph.topic || ph.head > ph.from) {
		return true
	}
	return false
}

// sided reports whether a party is named behind a phrase: "a deal with Japan".
func (f *agreementFinder) sided(ph *phrase, s lang.Sentence) bool {
	with, between := f.p.class("partywith"), f.p.class("partybetween")
	for i := ph.after(); !f.headLast && i < s.Last && i < ph.to+8 && f.l.Rune(i) != ','; i++ {
		if !f.l.Has(i, with) && !f.l.Has(i, between) {
			continue
		}
		for k := i + 1; k < s.Last && k <= i+4; k++ {
			if m := f.at(k); m != nil {
				return m.class == lang.OrgChunk || m.class == lang.PlaceChunk
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
	end := min(s.Last, ph.to+4)
	if ph.nested { // the day behind it is that of the instrument in its name
		end = ph.to
	}
	for i := ph.to; i < end; i++ {
		if m := f.at(i); m != nil && m.class == lang.DateChunk {
			if f.apart(ph, m) || f.ofNext(m, ph) {
				break
			}
			return m.date, !m.date.IsZero() && !f.runsUntil(m) && !longTime(m.date) && !f.until(m) && !f.keptByParticiple(m) && !f.forYears(m)
		}
		if f.l.Rune(i) == '(' {
			end = min(s.Last, ph.to+8)
		}
		if f.deedAt(i) || f.l.Rune(i) == '.' || f.clauseAt(i) {
			break
		}
	}
	for i := ph.headEnd; i < ph.to; i++ { // "законе 2015 года о …"
		if m := f.at(i); m != nil && m.class == lang.DateChunk && (i == ph.headEnd || i < ph.gap[1]) {
			return m.date, !m.date.IsZero()
		}
	}
	if f.headLast || ph.from > s.First {
		for i := ph.from - 1; i >= s.First && i >= ph.from-3; i-- {
			if m := f.at(i); m != nil && m.class == lang.DateChunk && (f.headLast || i == ph.from-1) && !f.ofInner(ph) {
				return m.date, !m.date.IsZero() && !f.runsUntil(m)
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

// instrument enters one instrument with the verb it belongs to.
func (f *agreementFinder) instrument(k int, s lang.Sentence, ph *phrase, d *deed) {
	if f.alsoKnown(ph, s) || f.apposed(ph) || f.complained(ph, s) {
		return
	}
	if d != nil && (f.ofObject(ph, d) || f.ofTheOne(d) || f.handedText(ph, d)) {
		d = nil
	}
	if d != nil && !f.fits(ph, d) {
		d = nil
	}
	if d != nil && d.start >= ph.to && d.rule.Name == "agreement.active" && f.partiesTo(ph, s) {
		d = nil
	}
	if ph.has("nested") && !ph.nested { // changes are an instrument only where the text says to which
		return
	}
	if f.denied(ph, s) {
		return
	}
	loose := ph.has("loose")
	if loose && d != nil && f.isBasis(ph) && slices.ContainsFunc(f.insts, func(o phrase) bool { return o.from >= d.end && o.to <= ph.from }) {
		return // signed an agreement under the programme "Small Towns"
	}
	date, dated := f.dated(ph, s)
	proper := f.proper(ph, s)
	bare := !ph.topic && ph.mods == 0 && ph.quoted[1] == 0 && !(ph.has("act") && (ph.to > ph.headEnd || f.english() && ph.headEnd-ph.head > 2 && f.l.Has(ph.head+1, f.p.class("of")))) // law 45, a code of conduct
	plural := (f.plural(ph) || f.pluralByVerb(ph, d)) && !ph.has("letters")
	if ph.has("anaphor") && !(f.russian() && d != nil && !plural && (ph.topic || ph.quoted[1] > 0)) {
		f.anaphor(k, s, ph, d, plural)
		return
	}
	if f.sumOf(ph) || ph.has("letters") && (d == nil || d.value != "signed signed" || f.l.Fold(d.end-1) != "exchanged" && f.l.Fold(d.end-1) != "exchange") {
		return
	}
	about := ph.topic && ph.has("firm") && !f.l.Has(ph.headEnd, f.p.class("of"))
	if f.manyKinds(ph, d, plural) {
		return
	}
	draft := d == nil && f.draftOf(ph, s)
	several := plural && f.severalWith(ph, d, s)
	ofDay := f.ofDay(ph, s)
	if d == nil && !draft && !ofDay && !f.passedOver(ph, dated, s) && (loose && !f.citedName(ph, s) || ph.has("told") || !dated && !proper && !about || bare && !dated) || plural && !proper && !several && !f.passedOver(ph, dated, s) && (d == nil || !ph.topic && !f.pluralSided(ph, s) && !f.ownActs(ph, d)) {
		return
	}
	if d != nil && bare && !several && !f.lettersBy(ph, d, s) && !((d.rule.Name == "agreement.reduced" || d.rule.Name == "agreement.active") && !plural && f.adverbial(ph, d, s)) && (plural && !f.ownActs(ph, d) || f.severalBefore(ph) || loose && !f.ownActs(ph, d) && (ph.has("act") || ph.definite || !f.sided(ph, s)) && !f.grantedTo(ph, d, s)) || d == nil && f.titled(ph, s) {
		return
	}
	st := read.Statement{Kind: read.Agreement, Instrument: f.text(ph), Status: "other"}
	if bare {
		if name := f.fuller(k, ph); name != "" {
			st.Instrument, bare = name, false
		}
	}
	if bare && f.russian() {
		st.Instrument += f.sidesInName(ph, s)
	}
	rule := "agreement.mention"
	rank := 1
	first, last := k, k
	if d != nil {
		_, given := f.verbOf(d)
		if given && ph.has("said") { // said to the press, not agreed
			return
		}
		rule = d.rule.Name
		st.Status, st.Action = f.statusOf(d)
		if st.Status == "adopted" && f.isDraft(ph) {
			st.Status = "planned"
		}
		rank = statusRank(st.Status)
	}
	if d == nil && f.headLast && ph.headEnd < s.Last && strings.HasPrefix(f.l.Fold(ph.headEnd), "жоба") { // келісім жобасы дайын
		st.Status, rank = "planned", 2
	}
	if draft {
		st.Status, rank = "planned", 2
	}
	if d == nil && ofDay {
		st.Instrument = f.l.Slice(ph.from, f.at(ph.headEnd+1).end)
		st.Status, st.Action, rank = "adopted", "adopted", 4
	}
	if d != nil && rank > 3 && f.english() && f.l.Fold(d.end-1) == "signature" { // opened for it, which outweighs nothing done with it
		rank = 3
	}
	if d == nil {
		for _, by := range [...]string{"signed", "adopted"} { // "by decree of 18 June"
			if ph.has("by-"+by) && dated && !f.future(date) {
				st.Status, st.Action, rank = by, by, 2
			}
		}
		if pl, ok := f.bracketed(ph, s); ok { // "(Astana, 16 November 2001)"
			st.Status, st.Action, st.Place, rank = "signed", "signed", pl, 2
		}
	}
	if st.Status != "planned" && f.underway(ph, s) {
		st.Status, st.Action, rank, rule = "planned", "", 2, "agreement.planned"
	}
	st.Rule = rule
	parties := f.parties(ph, d, s)
	f.anchored = false
	if !dated {
		date = f.when(ph, d, s, st.Status)
	}
	if f.english() && (st.Status == "signed" || st.Status == "adopted") && !dated && f.future(date) { // an item of the days to come
		st.Status, st.Action = "planned", ""
	}
	st.Date = date.String()
	if on, ok := f.actedOn(ph, d, s, st.Status); ok {
		st.Date = on
	}
	if st.Place == "" {
		st.Place = f.where(ph, d, s)
	}
	f.enter(made{st: st, phrase: *ph, first: first, last: last, rank: rank, named: !bare, parties: parties, key: f.key(ph), anchored: f.anchored,
		sided: f.english() && f.sided(ph, s), watched: f.watched(d, s)})
}

// key is what an instrument is called, for telling two mentions of one.
func (f *agreementFinder) key(ph *phrase) string {
	lemma, _ := lemmaOf(ph.entry)
	if f.headLast { // an entry of many kinds
		return f.kindKK(ph)
	}
	if f.english() && strings.Contains(lemma, " ") { // an entry of many kinds: loan agreement, grant agreement
		return strings.TrimSuffix(lang.Fold(f.l.Slice(ph.head, ph.headEnd)), "s")
	}
	return lemma
}

func (f *agreementFinder) plural(ph *phrase) bool {
	if f.headLast {
		for _, a := range f.l.Analyses(ph.headEnd - 1) {
			if strings.HasPrefix(a.Slots, "plural") && a.Harmony {
				return true
			}
		}
		return false
	}
	if !f.russian() {
		w := f.l.Fold(ph.headEnd - 1)
		if ph.headEnd-ph.head > 2 && f.l.Has(ph.head+1, f.p.class("of")) { // an exchange of notes
			w = f.l.Fold(ph.head)
		}
		return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "us") || w == "memoranda"
	}
	w := f.l.Fold(ph.head)
	if f.p.know.hasEnding("pluralend", w, -1) {
		return true
	}
	n, ok := f.numeralAt(ph.from - 1) // подписали 10 документов
	return ok && !n.ordinal && n.value > 1 && n.value < 1000 && !f.is(ph.from-1, lang.DateChunk)
}

// lay states the instruments and lays their mentions.
func (f *agreementFinder) lay() {
	for i := range f.made {
		m := &f.made[i]
		for _, e := range m.parties {
			m.st.Parties = append(m.st.Parties, ref(e))
		}
		f.p.mention(lang.InstrumentChunk, m.phrase.from, m.phrase.to, -1)
		s := f.p.sents[m.first]
		f.p.state(m.st, m.st.Rule, s.First, f.p.sents[m.last].Last)
	}
}
