package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// behindColon gives the verb that an English colon closes for an instrument of the
// list behind it in the same sentence: "The following papers were signed: an accord
// on rail; a memorandum between X and Y"; nil where something else stands between.
func (f *agreementFinder) behindColon(ph *phrase, s lang.Sentence) *deed {
	if !f.english() || len(f.deeds) == 0 {
		return nil
	}
	colon := -1
	for i := ph.from - 1; i > s.First; i-- {
		if f.l.Rune(i) == ':' {
			colon = i
			break
		}
	}
	if colon < 0 {
		return nil
	}
	var last *deed
	for k := range f.deeds {
		d := &f.deeds[k]
		if d.end > colon && d.start < ph.from { // a verb of the items themselves
			return nil
		}
		if d.end <= colon && (last == nil || d.end > last.end) {
			last = d
		}
	}
	if last == nil || last.own() || last.mood != "done" && last.mood != "planned" {
		return nil
	}
	for i := last.end; i < colon; i++ {
		if f.at(i) == nil && (f.clauseAt(i) || f.verbBehind(i)) {
			return nil
		}
	}
	return last
}

// listAhead gives the English passive verb in the plural that closes a list of which the
// i-th instrument of a sentence is a member, however far off: "An accord on visas with
// respect to crews, a memorandum on … and a programme of … were signed"; nil elsewhere.
// Nothing stands before the list that could be what the instrument is told by, and each
// member begins right behind a comma or "and".
func (f *agreementFinder) listAhead(i int, s lang.Sentence) *deed {
	if !f.english() || i+1 >= len(f.insts) || f.toldBetween(s.First, f.insts[i].from) {
		return nil
	}
	for j := i + 1; j < len(f.insts); j++ {
		if !f.nextMember(&f.insts[j-1], &f.insts[j]) {
			return nil
		}
		d := f.nearestFit(s, &f.insts[j])
		if d == nil || j+1 < len(f.insts) && f.insts[j+1].from < d.start { // not the last yet
			continue
		}
		if d.start < f.insts[j].to || !f.manyDone(d) {
			return nil
		}
		return d
	}
	return nil
}

// toldBetween reports whether a verb of any kind stands in the tokens [from, to); what
// was done to something or by somebody is no verb of its own: "power supplied to Brunei".
func (f *agreementFinder) toldBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if f.deedAt(k) || f.at(k) == nil && (f.l.Has(k, f.clause) || f.l.Has(k, f.p.know.lists.auxVerb)) {
			return true
		}
		if f.verbBehind(k) && !f.l.Plays(k+1, f.p.know.roles.to) && !f.l.Plays(k+1, f.p.know.roles.by) {
			return true
		}
	}
	return false
}

// nextMember reports whether an instrument begins right behind a comma or "and" that
// parts it from the one before it in a list, with no verb between the two.
func (f *agreementFinder) nextMember(last, ph *phrase) bool {
	k := ph.from - 1
	if f.l.Has(k, f.article) || f.l.Has(k, f.p.know.lists.phraseOne) {
		k--
	}
	r := f.l.Rune(k)
	return k >= last.to && (r == ',' || r == ';' || f.joins(k)) && !f.toldBetween(last.to, ph.from)
}

// manyDone reports whether a passive verb tells of more than one: "were signed", "have
// been adopted".
func (f *agreementFinder) manyDone(d *deed) bool {
	return f.l.Plays(d.start, f.p.know.roles.manyAux)
}

// withAhead adds the parties that an English "with" names between a verb and its
// instrument: "The academy signed with the University of Lund an agreement on …".
func (q *partySearch) withAhead() {
	if !q.english() || q.d == nil || q.d == q.list || q.d.end >= q.ph.from {
		return
	}
	i := q.d.end
	if m := q.at(i + 1); m != nil && m.class == lang.DateChunk { // on Friday
		i = m.end
	} else if m := q.at(i); m != nil && m.class == lang.DateChunk {
		i = m.end
	}
	if q.l.Has(i, q.p.know.lists.partyWith) {
		q.run(i+1, q.ph.from, 4, q.add)
	}
}

// behindAdjectives gives the token behind further English adjectives of states that
// are joined to the one before token i: "the Chadian | and Norwegian | ministers".
func (f *agreementFinder) behindAdjectives(i, last int) int {
	for f.english() && i+1 < last && (f.joins(i) || f.l.Rune(i) == ',') {
		k := i + 1
		if f.l.Rune(i) == ',' && f.joins(k) {
			k++
		}
		if f.l.Has(k, f.article) {
			k++
		}
		_, end, ok := f.l.Value(k, f.stateAdj)
		if !ok {
			break
		}
		i = end
	}
	return i
}

// notItsStates reports whether an English sentence that speaks of no sides cannot mean
// the states of the text: it comes before one of them, so that the text was not
// about it yet; what is only planned where a body is named may be that body's.
func (q *partySearch) notItsStates(states []int) bool {
	if !q.english() || q.sidesTold || len(states) == 0 || q.d != nil && q.d == q.list {
		return false
	}
	if q.plannedOnly() && len(q.p.mentionsIn(lang.OrgChunk, q.s.First, q.s.Last)) > 0 {
		return true
	}
	before := q.statesIn(0, q.s.Last)
	return slices.ContainsFunc(states, func(e int) bool { return !slices.Contains(before, e) })
}

// otherSubject reports whether an English verb has a body for its subject that is
// told by its noun and is none the text speaks for: "the government signed", "the
// road department concluded".
func (f *agreementFinder) otherSubject(d *deed, s lang.Sentence) bool {
	if !f.english() || d.rule.Name != "agreement.active" || d.start < s.First+2 {
		return false
	}
	k := d.start - 1
	for k > s.First && (f.l.Has(k, f.p.know.lists.auxVerb) || f.l.Plays(k, f.p.know.roles.haveVerb) || strings.HasSuffix(f.l.Fold(k), "ly")) {
		k--
	}
	if !f.l.Is(k, lang.Lower) || f.at(k) != nil {
		return false
	}
	if f.l.Has(k, f.p.know.lists.rulers) {
		return f.l.Has(k-1, f.article)
	}
	if !f.l.Has(k, f.p.know.lists.bodyNoun) || f.l.Has(k-1, f.article) {
		return false
	}
	return f.l.Has(k-2, f.article) || k-3 >= s.First && f.l.Has(k-3, f.article)
}

// whereSubjectIs reports whether an English place stands behind a noun before the
// verb and only says where its subject is: "the parties in Sudan signed …".
func (f *agreementFinder) whereSubjectIs(m *mention, d *deed, s lang.Sentence) bool {
	k := m.start - 1
	if f.l.Has(k, f.article) {
		k--
	}
	if !f.english() || m.end > d.start || k-1 <= s.First || f.passive(d) {
		return false
	}
	return f.l.Is(k-1, lang.Lower) && !f.l.Has(k-1, f.npstop) && !f.clauseAt(k-1)
}

// topicBehindVerb takes what a bare English instrument is about from behind its
// passive verb: "Agreement was also reached on a study".
func (f *agreementFinder) topicBehindVerb(ph *phrase, d *deed, s lang.Sentence) {
	if !f.english() || d == nil || ph.topic || ph.mods > 0 || ph.quoted[1] > 0 || ph.definite || ph.gap[1] > 0 || d.start != ph.to || d.rule.Name != "agreement.was-reached" && d.rule.Name != "agreement.was-agreed" {
		return
	}
	if d.end >= s.Last || !f.l.Has(d.end, f.topic) || f.l.Has(d.end, f.p.know.lists.of) {
		return
	}
	ph.gap = [2]int{ph.headEnd, d.end}
	if f.topicBehind(d.end, false, ph, s); !ph.topic {
		ph.gap = [2]int{}
	}
}

// monthAhead reports whether an English date that is told later names a month alone,
// which tells when that was and not when the news is of, or only what was before it:
// "what happened before Friday".
func (p *part) monthAhead(m *mention) bool {
	lo, hi := m.date.Bounds()
	return p.know.pack.Tag == "en" && (hi > lo || m.start > 0 && p.lat.Plays(m.start-1, p.know.roles.onCondition))
}

// plannedOnly reports whether the verb of the instrument only tells a plan.
func (q *partySearch) plannedOnly() bool {
	if q.d == nil {
		return false
	}
	status, _ := q.statusOf(q.d)
	return status == "planned"
}

// ofToldOne reports whether an English passive tells of the instrument right before it
// and not of one that another verb stands between: "who sponsored the resolution, said
// that the treaty had been signed".
func (f *agreementFinder) ofToldOne(ph *phrase, d *deed) bool {
	if !f.english() || d.start <= ph.to || d.side == "right" {
		return false
	}
	for k := range f.insts {
		o := &f.insts[k]
		if o.from <= ph.to || o.to > d.start || d.start-o.to > 1 {
			continue
		}
		for i := ph.to; i < o.from; i++ {
			if f.l.Has(i-1, f.p.know.lists.partyWith) { // with respect to income
				continue
			}
			if f.l.Has(i, f.p.know.lists.sayVerb) || f.l.Plays(i, f.p.know.roles.recalls) || f.l.Plays(i, f.p.know.roles.informs) {
				return true
			}
		}
	}
	return false
}

// behindSemicolon reports whether a date belongs to another item of a list in Russian or
// Kazakh («договор, подписанный в Лиме; декларация от 3 марта»), or in English to a
// clause of its own verb: "passed a bill; the House had passed its own in May".
func (f *agreementFinder) behindSemicolon(m *mention, ph *phrase, d *deed) bool {
	if !f.english() {
		return f.semicolon(m.end, min(ph.from, d.start)) || f.semicolon(max(ph.to, d.end), m.start)
	}
	if m.start < max(ph.to, d.end) {
		return false
	}
	mark := false
	for i := max(ph.to, d.end); i < m.start; i++ {
		mark = mark || f.l.Rune(i) == ';'
		if mark && f.deedAt(i) {
			return true
		}
	}
	return false
}

// semicolon reports whether a semicolon stands among the tokens from one on before another.
func (f *agreementFinder) semicolon(from, to int) bool {
	for i := from; i < to; i++ {
		if f.l.Rune(i) == ';' {
			return true
		}
	}
	return false
}

// ofTopicThing reports whether an English place only says where a thing is that an
// instrument is about or where the other side is: "an agreement on Friday for two
// plants in Oruro", "a memorandum with the hospital in Freiburg".
func (f *agreementFinder) ofTopicThing(m *mention, ph *phrase) bool {
	k := m.start - 2
	if f.l.Has(k+1, f.article) {
		k--
	}
	if ph.topic && k == ph.to-1 && k > ph.headEnd && f.l.Is(k, lang.Lower) && f.l.Has(k, f.p.know.lists.placeHead) && f.l.Plays(m.start-1, f.p.know.roles.onlyPlace) { // an accord on the port at Khorgos
		return true
	}
	if k <= ph.to || !f.l.Is(k, lang.Lower) || f.l.Has(k, f.npstop) || f.l.Has(k, f.p.know.lists.eventNoun) || f.deedAt(k) || f.at(k) != nil {
		return false
	}
	for i := k - 1; i >= ph.headEnd && i > k-6; i-- {
		if f.l.Is(i, lang.Punct) || f.deedAt(i) || f.l.Has(i, f.in) && !f.l.Has(i, f.topic) {
			return false
		}
		if f.l.Has(i, f.topic) || f.l.Has(i, f.p.know.lists.partyWith) {
			return true
		}
	}
	return false
}

// undone reports whether an English act was undone by those who are told with it, which
// does not make it theirs: "The court suspended the decree. It was issued in May".
func (f *agreementFinder) undone(o *made) bool {
	return f.english() && o.phrase.has("act") && (o.st.Action == "denounced" || o.st.Action == "suspended")
}

// kindHolds reports whether the kind of an English instrument is another's or holds it
// as its last word: a loan agreement is an agreement.
func (f *agreementFinder) kindHolds(long, short string) bool {
	return long == short || strings.HasSuffix(long, " "+short)
}

// sidesAreStates reports whether an English sentence tells its sides as states: "the
// two countries".
func (f *agreementFinder) sidesAreStates(s lang.Sentence) bool {
	for i := s.First + 1; f.english() && i < s.Last; i++ {
		if f.l.Plays(i, f.p.know.roles.stateSides) && f.l.Plays(i-1, f.p.know.roles.bothOf) {
			return true
		}
	}
	return false
}

// onlyStates reports whether all parties are states: "Peru and Chile", not "Peru and the
// bank".
func (f *agreementFinder) onlyStates(parties []int) bool {
	return !slices.ContainsFunc(parties, func(e int) bool { return !f.isCountry(e) })
}

// textOf reports whether an English "text" or "document" is that of something else,
// told behind it: "the text of the convention".
func (f *agreementFinder) textOf(ph *phrase) bool {
	return f.english() && ph.has("anaphor") && f.l.Has(ph.headEnd, f.p.know.lists.of)
}

// looksOn reports whether an English state is told by "by" to have mediated or looked
// on, or only where something was, so that it is no side: "mediated by Cuba and Norway",
// "in Kenya's capital".
func (f *agreementFinder) looksOn(m *mention) bool {
	if !f.english() {
		return false
	}
	if ch, ok := f.l.Chunk(m.end, f.poss); ok && f.l.Fold(int(ch.End)) == "capital" {
		return true
	}
	for k := m.start - 1; k > 0 && k > m.start-8; k-- {
		if f.l.Has(k, f.p.know.lists.partyBy) {
			return f.l.Plays(k-1, f.p.know.roles.lookedOn)
		}
		if f.at(k) == nil && !f.joins(k) && f.l.Rune(k) != ',' && !f.l.Has(k, f.article) {
			return false
		}
	}
	return false
}

// joinedAfter reports whether "and" stands between two tokens, the words of
// another clause beginning there.
func (f *agreementFinder) joinedAfter(from, to int) bool {
	for i := from; i < to; i++ {
		if f.joins(i) && (f.l.Plays(i+1, f.p.know.roles.anotherOne)) {
			return true
		}
	}
	return false
}
