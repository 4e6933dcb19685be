package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// partySearch looks for the parties of one instrument, each step adding to what
// the steps before found or, where it tells them all, settling the search.
type partySearch struct {
	*agreementFinder
	ph    *phrase
	d     *deed // nil where nothing is done with the instrument
	s     lang.Sentence
	found []int
	named []int // those found before organs and persons were left out

	sidesTold bool // the sentence speaks of the sides without naming them
	want      int  // how many it says they are; 0 where it does not say
	between   bool // one side at least stands behind an English "between"
}

// parties gives the states and bodies of an instrument: those named after
// "between" and "with", those who act on it, or, for "the two countries" and
// where nothing else is said, the states that the text is about.
func (f *agreementFinder) parties(ph *phrase, d *deed, s lang.Sentence) []int {
	s = f.beforeSource(ph, d, s)
	q := partySearch{agreementFinder: f, ph: ph, d: d, s: s}
	q.sidesTold, q.want = f.sides(s)
	q.sidesTold = q.sidesTold || d != nil && f.signedAtTalksKK(d, s)
	for _, settles := range [...]func(*partySearch) bool{
		(*partySearch).toldAtIt,
		(*partySearch).toldByDeed,
		(*partySearch).forWhomTheyAct,
		(*partySearch).toldAround,
		(*partySearch).lastSpokenOf,
		(*partySearch).statesOfText,
	} {
		if settles(&q) {
			break
		}
	}
	q.sidesOfText()
	q.ownerWith()
	q.found = q.withoutOrgans(q.found)
	if q.threefoldKK() || q.english() && !q.ph.has("act") && len(q.found) == 1 && q.onlyPersons(q.found) { // one person alone agrees with nobody
		return nil
	}
	return q.statesOfCapitals(q.withTellerKK(q.metPairKK(q.withoutPathKK(q.withoutStates(q.withoutOwnTown(q.withoutSourceKK(q.found, s))), s))), s)
}

// add adds a party once, or whom it stands for.
func (q *partySearch) add(e int) {
	if e = q.standsFor(e); e >= 0 && !slices.Contains(q.found, e) {
		q.found = append(q.found, e)
	}
}

// settle ends the search with the given parties, if any.
func (q *partySearch) settle(parties []int) bool {
	if parties == nil {
		return false
	}
	q.found = parties
	return true
}

// toldAtIt takes the parties from the words at the instrument: two of them leave
// nothing to ask.
func (q *partySearch) toldAtIt() bool {
	if q.settle(q.betweenStatesKK(q.ph, q.s)) || q.settle(q.bodiesMeantKK()) || q.behindBetween() {
		return true
	}
	if len(q.found) == 0 {
		if q.statesInName(q.ph, q.add) { // called by two, of whom the text may name one alone
			return true
		}
		if e := q.whomWith(q.ph, q.s); e >= 0 {
			q.add(e)
		}
		if q.d == nil && q.ofDay(q.ph) {
			if e := q.recalledSide(q.s); e >= 0 {
				q.add(e)
			}
		}
	}
	if len(q.found) == 0 {
		q.ownersKK(q.ph, q.add)
		q.betweenInTitle()
	}
	if len(q.found) == 0 {
		q.issuerKK()
	}
	if len(q.found) == 0 {
		q.betweenAhead(q.ph, q.d, q.s, q.add)
		q.pairInTopic(q.ph, q.add)
	}
	if len(q.found) == 0 {
		q.thoseWhoTalked()
	}
	return len(q.found) >= 2
}

// behindBetween adds the parties that "between" names; "between both" settles them.
func (q *partySearch) behindBetween() bool {
	between := q.p.know.lists.partyBetween
	if q.headLast {
		q.betweenLast(q.ph, between, q.s, q.add)
		return false
	}
	kind := q.apposition(q.ph)
	from := q.ph.after()
	if q.ph.marked {
		from = q.ph.headEnd
	}
	aim := false
	for i := from; i < q.s.Last && i < q.ph.to+12; i++ {
		aim = aim || q.aimAt(i)
		if q.l.Has(i, between) {
			if q.ofTheirTalks(i) { // A and B signed it after talks between X and Y
				return false
			}
			if aim && q.townsBetween(i+1) { // to restore flights between two towns
				return false
			}
			if q.settle(q.betweenBoth(i+1, q.s)) {
				return true
			}
			last := q.s.Last
			if (q.russian() || q.english()) && q.ph.gap[0] <= i && i < q.ph.gap[1] { // «между Ганой и Чили | о батальоне ООН»
				last = q.ph.gap[1]
			}
			q.run(i+1, last, 8, q.add)
			q.between = q.english() && (len(q.found) > 0 || q.unknownSides(i+1))
			return q.between && len(q.found) == 1 && !q.rulersTold(q.s) // the other one has a name that is not known for one
		}
		if q.inOther(i, q.ph) && !(kind != nil && kind.from <= i && i < kind.to) {
			return false
		}
	}
	return false
}

// toldByDeed adds those with whom it is made and those who act on it; the states
// of a bloc that is said to act settle the search.
func (q *partySearch) toldByDeed() bool {
	q.withWhom()
	if d := q.d; d != nil && strings.HasPrefix(d.rule.Name, "agreement.talks") && q.english() {
		q.talkedWith(d)
	}
	q.whoActs()
	if q.ph.has("act") {
		q.whoseAct()
	}
	if q.bothFor() {
		return true
	}
	if e := q.withWhomHe(); e >= 0 {
		q.add(e)
	}
	if len(q.found) == 1 {
		q.underWhich()
	}
	if q.ofBloc() {
		return true
	}
	if (len(q.found) < 2 || q.russian() && q.withNamed(q.ph, q.s)) && !q.ph.has("act") && q.d != nil {
		if e := q.actingNoun(q.ph, q.s); e >= 0 {
			q.add(e)
		}
	}
	if e := q.ratifier(q.ph, q.d, q.s, q.found); e >= 0 {
		q.add(e)
	}
	return false
}

// withWhom adds the parties behind "with": those of the chain of instruments that
// this one is of, else those right behind it.
func (q *partySearch) withWhom() {
	if q.english() && q.ph.has("act") { // it has no other side
		return
	}
	if chain := q.withBefore(q.ph); chain >= 0 {
		q.add(chain)
		return
	}
	if q.headLast {
		return
	}
	q.withAhead()
	with := q.p.know.lists.partyWith
	from := q.ph.after()
	if q.l.Rune(from) == ',' { // an agreement, on pumps, is being prepared with
		from = q.ph.to
	}
	for i := from; i < q.s.Last && i < q.ph.to+10; i++ {
		if q.l.Has(i, with) && !(q.russian() && q.p.foldAt(i+1) == "стороны") { // со стороны Чада
			q.run(i+1, q.s.Last, 4, q.add)
			return
		}
		if q.inOther(i, q.ph) || q.l.Rune(i) == ',' && !(q.english() && i == q.ph.to && (q.d != nil && q.d.start == i+1 || q.l.Has(i+1, with) || q.ph.gap[1] > 0 && q.l.Rune(q.ph.gap[0]) == ',')) { // the pact, reached with the union; the pact, with Chile,; the pact, on pumps,
			return
		}
	}
	q.withFarBehind()
}

// whoActs adds those who do what is done with the instrument.
func (q *partySearch) whoActs() {
	d := q.d
	switch {
	case d == nil:
	case d != q.list:
		q.actingHere()
	case d == &q.several && len(q.found) < 2: // those who signed them all
		q.actors(q.ph, d, q.inter, q.add)
	case len(q.found) == 1: // "the university signed: an agreement with X, …"
		if e := q.bodyBefore(d, q.inter); e >= 0 {
			q.add(e)
		}
	}
	if q.headLast {
		if e := q.withAheadKK(q.ph); e >= 0 {
			q.add(e)
		}
		if d != nil && d.mood == "done" && len(q.found) < 2 {
			if sides := q.signedForKK(q.s.First, d.start); len(sides) > 1 { // A атынан X, Ә атынан Y
				for _, e := range sides {
					q.add(e)
				}
			}
		}
	}
	if q.headLast && d != nil && len(q.found) == 0 && q.l.Has(q.s.First, q.p.know.lists.pronoun) { // «Ол … меморандумға қол қойды»
		if e, ok := q.p.lastPerson(q.s.First); ok {
			q.add(e)
		}
	}
	if d != nil && (strings.Contains(d.value, "awarded") || d.rule.Get("action") == "awarded") {
		q.recipients(q.ph, d, q.s, q.add)
	}
	if e := q.proposedTo(); e >= 0 {
		q.add(e)
	}
	if e := q.announcesAward(); e >= 0 {
		q.add(e)
	}
}

// actingHere adds those who act in the clause of the instrument, and those of the
// whole sentence where the clause tells nobody.
func (q *partySearch) actingHere() {
	n := len(q.found)
	if c := q.clauseOf(q.ph, q.d, q.s); c != q.s {
		q.actors(q.ph, q.d, c, q.add)
		if told, _ := q.sides(c); len(q.found) > n || told {
			return
		}
	}
	q.actors(q.ph, q.d, q.beforeReason(), q.add)
}

// beforeReason gives the sentence up to a colon behind a Russian instrument that is said
// not to be yet: what follows only tells why, «договор пока не согласован: | министерство
// финансов Кении вернуло проект».
func (q *partySearch) beforeReason() lang.Sentence {
	s := q.s
	if !q.russian() || q.d.rule.Name != "agreement.denied" {
		return s
	}
	for k := max(q.ph.to, q.d.end); k < s.Last; k++ {
		if q.l.Rune(k) == ':' {
			s.Last = k
			break
		}
	}
	return s
}

// whoseAct adds the body whose act it is, where nobody is said to do it: one in
// the act's own name, else the body before its verb.
func (q *partySearch) whoseAct() {
	for i := q.ph.headEnd; i < q.ph.to && len(q.found) == 0; i++ { // Указ Президента Республики
		if q.english() && !q.l.Has(i, q.article) && i > q.ph.headEnd && !q.l.Has(q.ph.headEnd, q.p.know.lists.of) { // a regulation on the agency is not by it
			break
		}
		if q.english() && isQuote(q.l.Rune(i)) { // the law | “On Mass Media”
			break
		}
		if q.russian() && (isQuote(q.l.Rune(i)) || q.l.Has(i, q.topic) || q.l.Has(i, q.p.know.lists.eventNoun)) { // закон | «О договоре с Банком», постановление | заседания коллегии
			break
		}
		q.addBodyAt(i)
	}
	for i := q.ph.from; q.headLast && i < q.ph.head && len(q.found) == 0; i++ {
		q.addBodyAt(i)
	}
	if q.d != nil && q.d.rule.Name == "agreement.before" {
		for i := q.d.start; i < q.d.end && len(q.found) == 0; i++ {
			q.addBodyAt(i)
		}
	}
	if q.english() && slices.ContainsFunc(q.found, q.isBody) { // Iceland's parliament, the Althing
		q.found = slices.DeleteFunc(q.found, q.isCountry)
	}
	if len(q.found) > 0 || q.d == nil {
		return
	}
	c := q.s
	if q.russian() { // «По словам представителя МИД, …»
		c.First = max(q.s.First, q.toldBy(q.s.First, q.s.Last))
	}
	if e := q.bodyBefore(q.d, c); e >= 0 {
		q.add(e)
	}
}

// addBodyAt adds the body over token i, unless something is done to it.
func (q *partySearch) addBodyAt(i int) {
	if m := q.at(i); m != nil && m.class == lang.OrgChunk && m.entity >= 0 && !q.objectKK(m) {
		q.add(m.entity)
	}
}

// ofBloc adds the states of a bloc that the sentence says act together.
func (q *partySearch) ofBloc() bool {
	if len(q.found) >= 2 || q.ph.has("act") {
		return false
	}
	states, told := q.bloc(q.s)
	for _, e := range states {
		if told {
			q.add(e)
		}
	}
	return told
}

// forWhomTheyAct puts states and bodies in the place of the persons and organs
// that act for them.
func (q *partySearch) forWhomTheyAct() bool {
	q.named = slices.Clone(q.found)
	q.found = q.withoutOrgans(q.withoutPersons(q.found))
	if q.russian() && q.d != nil && len(q.found) == 1 && !q.ph.has("act") && q.onlyPersons(q.found) { // one alone agrees with nobody
		q.found = nil
	}
	q.found = q.threefold(q.ph, q.evened(q.ph, q.found))
	q.found = q.otherParties(q.ph, q.d, q.s, q.found, len(q.named) > 0 && q.onlyPersons(q.named), q.named)
	if len(q.found) < 2 || !q.onlyPersons(q.found) {
		return false
	}
	return q.settle(q.bodiesSigned()) || q.settle(q.statesJustNamed()) || q.settle(q.signersSides(q.ph, q.s)) || q.settle(q.signersPair(q.ph, q.s, len(q.found)))
}

// bodiesSigned gives the two bodies that the sentence before a Russian or Kazakh one
// names, where two persons sign of whom neither acts for a state.
func (q *partySearch) bodiesSigned() []int {
	if q.english() || q.ph.has("act") || q.s.First == 0 || len(q.found) != 2 || q.l.Toks[q.s.First].Para || slices.ContainsFunc(q.found, q.stateOfficer) {
		return nil
	}
	before := q.p.sentenceOf(q.s.First - 1)
	if len(q.statesIn(before.First, before.Last)) == 2 {
		return nil
	}
	return q.joinedPair(before.First, before.Last, lang.OrgChunk)
}

// statesJustNamed gives the states that the text has just named, where they are as
// many as the persons found, who act for them.
func (q *partySearch) statesJustNamed() []int {
	if q.ph.has("act") {
		return nil
	}
	states := q.theStates(q.s, true, len(q.found))
	if len(states) == len(q.found) && (!q.english() || slices.ContainsFunc(q.found, q.stateOfficer) || !q.ph.has("told") && q.allBefore(states, q.s)) { // a settlement may be of anybody
		return states
	}
	return nil
}

// toldAround completes the parties by what stands around the instrument: talks, a
// government, the clause it hangs on, who publishes it.
func (q *partySearch) toldAround() bool {
	if len(q.found) == 0 && q.d != nil && !q.ph.has("act") && q.settle(q.afterTalks(q.s)) {
		return true
	}
	if len(q.found) == 1 && !q.ph.has("act") && !q.isCountry(q.found[0]) {
		if e, ok := q.theGovernment(q.s); ok {
			q.add(e)
		}
	}
	if len(q.found) < 2 && q.d != nil && q.adverbial(q.ph, q.d, q.s) {
		q.clauseAround(q.ph, q.d, q.s, q.add)
	}
	if len(q.found) == 0 && q.d == nil && q.ph.from > q.s.First+6 && q.passedOver(q.ph, true, q.s) {
		q.clauseAround(q.ph, nil, q.s, q.add)
	}
	q.publisher(q.ph, q.d, q.s, q.found, q.add)
	q.homeOfOfficer(q.ph, q.d, q.s, q.found, q.named, q.add)
	q.otherOfTwo()
	q.besideKK()
	return !q.countedSigners(q.d, q.s) && q.settle(q.amongStates(q.ph, q.s, q.sidesTold, q.want, q.found))
}

// otherOfTwo adds the other of the two states that the first paragraph of a Russian or
// Kazakh text names in one sentence, where this one names one of them alone and no body.
func (q *partySearch) otherOfTwo() {
	if q.english() || q.d == nil || len(q.found) != 1 || !q.ph.has("firm") || q.ph.has("many") || !q.isCountry(q.found[0]) {
		return
	}
	if q.findStates(); len(q.leadStates) != 2 || !slices.Contains(q.leadStates, q.found[0]) {
		return
	}
	if len(q.p.mentionsIn(lang.OrgChunk, q.s.First, q.s.Last)) > 0 || len(q.statesIn(q.s.First, q.s.Last)) > 1 {
		return
	}
	for k := 0; k < len(q.p.sents) && q.p.sents[k].First < q.p.paragraphEnd(0); k++ {
		if s := q.p.sents[k]; len(q.statesIn(s.First, s.Last)) == 2 {
			q.add(q.leadStates[0] + q.leadStates[1] - q.found[0])
		}
	}
}

// lastSpokenOf takes, where nobody is told, those that the text spoke of last.
func (q *partySearch) lastSpokenOf() bool {
	if len(q.found) > 0 {
		return false
	}
	if q.settle(q.thoseWhoMet()) {
		return true
	}
	if e := q.subjectBehind(q.ph, q.d, q.s); e >= 0 {
		q.add(e)
		return true
	}
	if e := max(q.adopter(q.ph, q.d, q.s), q.houseOf(q.ph, q.d, q.s)); e >= 0 {
		q.add(e)
		return true
	}
	if q.onlyRecalled(q.ph, q.d, q.s) || q.d == nil && q.english() && q.ph.from > q.s.First && q.calledAfter(q.ph) { // under Article 5 of the Cotonou Agreement
		return true
	}
	q.lastNamed(q.ph, q.d, q.s, q.add)
	q.bothBodies(q.ph, q.d, q.s, q.add)
	if len(q.found) > 0 {
		return false
	}
	if q.settle(q.sidesOfLastKK()) || q.settle(q.twoBeforeKK()) {
		return true
	}
	return q.settle(q.pairedStates(q.ph, q.s, q.sidesTold)) || q.settle(q.samePair(q.ph, q.s))
}
