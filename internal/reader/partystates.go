package reader

import (
	"slices"
	"sort"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// actingState gives the state that acts by an adjective at token i: "her
// Chilean counterpart", "the Kenyan government": the state that the text names
// somewhere, else its government.
func (f *agreementFinder) actingState(i, last int) (int, bool) {
	v, end, ok := f.l.Value(i, f.stateAdj)
	if !ok || f.at(i) != nil && f.at(i).class != lang.GroupChunk {
		return 0, false
	}
	if !f.actsAt(f.behindAdjectives(end, last), last) || f.english() && f.l.Fold(end) == "counterpart" && f.ofFirm(i, f.p.sentenceOf(i).First) {
		return 0, false
	}
	if f.english() && f.orgBehind(end) {
		return 0, false
	}
	if e, ok := f.stateNamed(v); ok {
		return e, true
	}
	e := f.governmentTold(i, end)
	if e < 0 && f.english() {
		e = f.governmentsTold(i, end, last)
	}
	return e, e >= 0
}

// stateNamed gives the entity of a state by its code, where the text names it.
func (f *agreementFinder) stateNamed(code string) (int, bool) {
	e, ok := f.p.doc.personIndex().ids[named{read.Place, code}]
	return e, ok
}

// actsAt reports whether a noun for those by whom a state acts stands at token
// i or up to two words behind it: "government", "trade minister".
func (f *agreementFinder) actsAt(i, last int) bool {
	for k := i; k < last && k < i+3 && f.l.Is(k, lang.Word); k++ {
		if f.l.Has(k, f.actsFor) || !f.russian() && f.l.Has(k, f.officenoun) {
			return true
		}
		if f.l.Has(k, f.npstop) {
			return false
		}
	}
	return false
}

// ownedActs reports whether a state that only qualifies what follows acts by
// it: "Chile's government", "Peru's trade minister and his counterpart". The
// person named behind stands for it already.
func (f *agreementFinder) ownedActs(m *mention, last int) bool {
	if m.class != lang.PlaceChunk && m.class != lang.OrgChunk || f.actsFor == lang.NoClass {
		return false
	}
	ch, ok := f.l.Chunk(m.end, f.poss)
	if ok && f.english() && f.is(int(ch.End), lang.OrgChunk) { // Japan's Fisheries Agency acts itself
		return false
	}
	if ok && f.english() && m.class == lang.PlaceChunk && f.isCountry(m.entity) && f.is(int(ch.End), lang.PersonChunk) { // Kenya's Ada Obi signed
		return true
	}
	return ok && f.actsAt(int(ch.End), last)
}

// bloc gives the states a sentence joins by an adjective ("the five Nordic
// countries"), as far as the text names them; told is true for every such
// wording, so that nothing else is taken for the parties.
func (f *agreementFinder) bloc(s lang.Sentence) (states []int, told bool) {
	if f.blocs == lang.NoClass {
		return nil, false
	}
	for i := s.First; i < s.Last; i++ {
		v, _, ok := f.l.Value(i, f.blocs)
		if !ok {
			continue
		}
		told = true
		codes := strings.Fields(v)
		for _, c := range codes {
			if e, ok := f.stateNamed(c); ok && !slices.Contains(states, e) {
				states = append(states, e)
			}
		}
		if len(states)*2 < len(codes) || len(states) < 2 {
			states = nil
		}
		return states, told
	}
	return nil, false
}

// recipients adds those whom a contract or a licence is given: "awarded to the
// company X", "awarded X a contract".
func (f *agreementFinder) recipients(ph *phrase, d *deed, s lang.Sentence, add func(int)) {
	to := f.p.know.lists.partyTo
	if d.rule.Name == "agreement.won" {
		f.giver(ph, s, add)
		return
	}
	for i := min(d.end, ph.headEnd); i < s.Last && i < max(d.end, ph.to)+8; i++ {
		if f.l.Has(i, to) && !(f.english() && f.l.Is(i+1, lang.Lower) && f.at(i+1) == nil && !f.l.Has(i+1, f.article)) { // a contract to | build
			f.run(i+1, s.Last, 4, add)
			return
		}
	}
	if d.end <= ph.from {
		f.run(d.end, ph.from, 4, add)
	}
}

// withoutPersons leaves out persons whose body or state the text does not
// give, where a body or state is a party.
func (f *agreementFinder) withoutPersons(parties []int) []int {
	person := func(e int) bool { return f.p.doc.entities[e].kind == read.Person }
	if !slices.ContainsFunc(parties, func(e int) bool { return !person(e) }) {
		return parties
	}
	return slices.DeleteFunc(parties, person)
}

// onlyPersons reports whether all parties are persons, of whom the text does
// not say for whom they sign.
func (f *agreementFinder) onlyPersons(parties []int) bool {
	return !slices.ContainsFunc(parties, func(e int) bool { return f.p.doc.entities[e].kind != read.Person })
}

// grantedTo reports whether the text says to which body something is given:
// "the licence was awarded to the mining group X".
func (f *agreementFinder) grantedTo(ph *phrase, d *deed, s lang.Sentence) bool {
	if !ph.has("granted") || !strings.Contains(d.value, "awarded") {
		return false
	}
	for i := d.end; i < s.Last && i < d.end+8; i++ {
		if f.toBody(i) {
			return true
		}
	}
	return false
}

// ofBody reports whether a place only says where the body before it is: "the
// University of Busan, Republic of Korea", "the Khural of Mongolia".
func (f *agreementFinder) ofBody(m *mention) bool {
	if m.class != lang.PlaceChunk || !f.english() {
		return false
	}
	k := m.start - 1
	if k > 0 && f.isCountry(m.entity) && f.is(k, lang.OrgChunk) { // with the Rekavik Normal University China
		return true
	}
	if f.l.Has(k, f.article) {
		k--
	}
	if k < 1 || f.l.Rune(k) != ',' && f.l.Rune(k) != '(' && !f.l.Has(k, f.p.know.lists.of) {
		return false
	}
	if f.l.Rune(k) == ',' && f.is(k-1, lang.OrgChunk) && f.behindOpening(m, f.at(k-1)) {
		return false
	}
	if o := f.at(k - 2); f.l.Rune(k-1) == ')' && k > 4 && f.l.Has(k, f.p.know.lists.of) && o != nil && f.l.Rune(o.start-1) == '(' && f.is(o.start-2, lang.OrgChunk) { // the National Assembly (NA) of | Chad
		return true
	}
	return f.is(k-1, lang.OrgChunk) && !(f.l.Rune(k) == ',' && f.listed(m.end) && !f.seatInPair(m.end))
}

// listGoesOn reports whether another member of a list follows token i.
func (f *agreementFinder) listGoesOn(i int) bool {
	return f.joins(i) || f.l.Rune(i) == ',' && f.at(i+1) != nil && f.at(i+1).class != lang.DateChunk
}

// listed reports whether the names before token i are a list rather than one told by the
// other: another member follows, or the verb of a headline, "WHO, Chad | sign pact".
func (f *agreementFinder) listed(i int) bool {
	return f.listGoesOn(i) || f.deedAt(i) && f.p.inHeadline(f.p.sentenceOf(i))
}

// theGovernment gives the state that "the government" means: the one state
// that the first paragraph, else the whole text, speaks of.
func (f *agreementFinder) theGovernment(s lang.Sentence) (int, bool) {
	c := f.p.know.lists.rulers
	if c == lang.NoClass {
		return 0, false
	}
	for i := s.First + 1; i < s.Last; i++ {
		if !f.l.Has(i, c) || !f.l.Plays(i-1, f.p.know.roles.the) || f.l.Has(i+1, f.p.know.lists.of) {
			continue
		}
		f.theStates(s, false, 0)
		for _, states := range [...][]int{f.leadStates, f.allStates, f.statesIn(0, s.First)} {
			if len(states) == 1 {
				return states[0], true
			}
		}
	}
	return 0, false
}

// aside reports whether a mention stands in brackets by itself, the short
// name of what stands before it, or is a place that a hyphen ties to the next
// word (the Seoul-based maker), or who only tells of what was done.
func (f *agreementFinder) aside(m *mention) bool {
	if f.english() && m.class == lang.OrgChunk && m.start > 0 && m.end < len(f.l.Toks) && (f.l.Rune(m.start-1) == '/' || f.l.Rune(m.end) == '/') { // (IANS/WAM), /TASS/
		a, b := f.l.Rune(m.start-1), f.l.Rune(m.end)
		return (a == '/' || a == '(') && (b == '/' || b == ')')
	}
	return f.l.Rune(m.start-1) == '(' && f.l.Rune(m.end) == ')' || m.class == lang.PlaceChunk && f.l.Rune(m.end) == '-' && f.l.Has(m.end, lang.Glued) && f.l.Has(m.end+1, lang.Lower) || f.tellsOfIt(m)
}

// sidesReach is how many sentences back the sides are sought.
const sidesReach = 200

// statesIn gives the states named in the tokens [from, to), in the order their
// mentions were laid.
func (f *agreementFinder) statesIn(from, to int) (out []int) {
	f.findStates()
	begins := func(at int) int {
		return sort.Search(len(f.states), func(k int) bool { return f.p.mens[f.states[k]].start >= at })
	}
	a, b := begins(from), begins(to)
	if a == b {
		return nil
	}
	f.sortedRoom = append(f.sortedRoom[:0], f.states[a:b]...)
	slices.Sort(f.sortedRoom)
	out = make([]int, 0, len(f.sortedRoom))
	for _, i := range f.sortedRoom {
		if e := f.p.mens[i].entity; !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	return out
}

// findStates notes the states of the text, once names are settled.
func (f *agreementFinder) findStates() {
	if f.statesOK {
		return
	}
	f.statesOK = true
	for i := range f.p.mens {
		if m := &f.p.mens[i]; m.class == lang.PlaceChunk && m.entity >= 0 && f.at(m.start) == m && f.isCountry(m.entity) && !f.looksOn(m) && !f.talkedAbout(m) {
			f.states = append(f.states, i)
		}
	}
	slices.SortStableFunc(f.states, func(a, b int) int { return f.p.mens[a].start - f.p.mens[b].start })
	f.allStates = f.statesIn(0, len(f.l.Toks))
	f.leadStates = f.statesIn(0, f.p.leadEnd(lang.PlaceChunk))
}

// theStates gives the states that "the two countries" are: those of the
// sentence before that names two or three of them, else, where nothing else
// tells who the parties are, the states the whole text is about; none where it
// is about more than three.
func (f *agreementFinder) theStates(s lang.Sentence, sides bool, want int) []int {
	f.findStates()
	if f.unnamedState(s) {
		return nil
	}
	within := f.statesIn
	few := func(list []int) bool {
		return want > 0 && len(list) == want || want == 0 && (len(list) == 2 || len(list) == 3)
	}
	if sides {
		at := f.p.sentenceIndex(s.First)
		ofStates := f.sidesAreStates(s) || f.leadStatesAct(few)
		last := -1 // the sentence of the last instrument whose sides are known
		var known []int
		for k := range f.made {
			if m := &f.made[k]; m.first < at && m.first >= last && few(m.parties) && !(f.english() && f.oldWithOther(k, s)) && !(ofStates && !f.onlyStates(m.parties)) && !m.watched && !(last >= 0 && f.english() && m.st.Status == "other") {
				last, known = m.first, m.parties
			}
		}
		for k := at - 1; k >= max(0, at-sidesReach); k-- {
			if k == last {
				return known
			}
			if st := f.pairToldIn(k, ofStates); few(st) && !f.oldTold(k, s) {
				return st
			}
			if st := within(f.p.sents[k].First, f.p.sents[k].Last); few(st) && !f.oldTold(k, s) {
				return st
			}
			if k == at-1 && f.unnamedSides(k) {
				return nil
			}
		}
	}
	all, lead := f.allStates, f.leadStates
	if f.english() && sides && len(all) > 0 && f.allFarBehind(s) {
		return nil
	}
	if few(lead) && len(all) <= max(4, want) && !(!sides && f.anyInPassing(lead, s)) {
		return lead
	}
	if len(all) == 2 && want <= 2 || want > 2 && len(all) == want {
		if !sides && (slices.ContainsFunc(all, f.namedOnce) || f.anyInPassing(all, s)) {
			return nil
		}
		return all
	}
	if f.russian() && len(all) < 2 && want <= 2 {
		return f.withStatesOfBodies()
	}
	return nil
}

// allFarBehind reports whether a text names its first state only behind the sentence after s,
// so that none of them can be the sides of which s speaks.
func (f *agreementFinder) allFarBehind(s lang.Sentence) bool {
	end := s.Last
	if next := f.p.sentenceIndex(s.First) + 1; next < len(f.p.sents) {
		end = f.p.sents[next].Last
	}
	return len(f.statesIn(0, end)) == 0
}

// anyInPassing reports whether an English text names one of two states once only, behind its
// second sentence and in another one than s.
func (f *agreementFinder) anyInPassing(states []int, s lang.Sentence) bool {
	first := f.p.sents[min(1, len(f.p.sents)-1)].Last
	return f.english() && slices.ContainsFunc(states, func(e int) bool {
		n := 0
		for _, i := range f.states {
			m := &f.p.mens[i]
			if m.entity != e {
				continue
			}
			if n++; n > 1 || m.start < first || m.start >= s.First && m.start < s.Last {
				return false
			}
		}
		return true
	})
}

// leadStatesAct reports whether the states that a Russian or Kazakh text begins with are
// the sides of an instrument told of before, so that "the sides" are states again.
func (f *agreementFinder) leadStatesAct(few func([]int) bool) bool {
	return !f.english() && few(f.leadStates) && slices.ContainsFunc(f.made, func(m made) bool { return few(m.parties) && f.onlyStates(m.parties) })
}

// namedOnce reports whether the text names a state in one place only, behind
// its first paragraph: it is not what the text is about.
func (f *agreementFinder) namedOnce(e int) bool {
	n := 0
	for _, i := range f.states {
		if f.p.mens[i].entity == e {
			n++
		}
	}
	return n < 2 && !slices.Contains(f.leadStates, e)
}

// standsFor gives the body or state that a person signs for, by the offices
// the text gives them; the person where it gives none.
func (f *agreementFinder) standsFor(e int) int {
	doc := f.p.doc
	if doc.entities[e].kind != read.Person {
		return e
	}
	if !f.officesSeen {
		f.officesSeen = true
		doc.tieOffices()
	}
	if f.russian() {
		if n := f.stateHeaded(e); n >= 0 {
			return n
		}
	}
	for _, m := range doc.bodyOf {
		if n, ok := m[e]; ok {
			return n
		}
	}
	if f.russian() {
		if n := f.seatByTitle(e); n >= 0 {
			return n
		}
	}
	if f.english() {
		if n := f.stateByAdjective(e); n >= 0 {
			return n
		}
	}
	return e
}

// tieOffices remembers the body, or else the state, that each person's first
// office in the text ties them to.
func (d *doc) tieOffices() {
	for i := range d.statements {
		st := &d.statements[i]
		if st.Kind != read.Office {
			continue
		}
		who, ok := entityOf(st.Person)
		if !ok {
			continue
		}
		for k, v := range [...]string{st.Organization, st.Place} {
			n, ok := entityOf(v)
			if !ok {
				continue
			}
			if d.bodyOf[k] == nil {
				d.bodyOf[k] = map[int]int{}
			}
			if _, has := d.bodyOf[k][who]; !has {
				d.bodyOf[k][who] = n
			}
		}
	}
}

// statesOfText adds the states that the text is about, where the sentence means
// them: the search ends here.
func (q *partySearch) statesOfText() bool {
	if !q.meansStates() || q.onlyNamed() || q.d != nil && q.unnamedState(q.s) {
		return true
	}
	if e, told := q.metUnnamed(q.s.Last); told && q.want < 3 {
		if e >= 0 {
			q.add(e)
		}
		return true
	}
	for _, e := range q.pairJust(q.s, q.sidesTold, len(q.found)) {
		q.add(e)
	}
	if two := q.bodiesInOpening(); two != nil {
		q.add(two[0])
		q.add(two[1])
		return true
	}
	states := q.theStates(q.s, q.sidesTold, q.want)
	if q.notItsStates(states) || q.notItsStatesRU(states) {
		states = nil
	}
	alone := len(q.found) == 0
	for _, e := range states {
		if len(q.found) < 2 || !q.headLast || alone {
			q.add(e)
		}
	}
	if q.sidesTold && len(q.found) == 0 {
		for _, e := range q.twoNamed(q.s) {
			q.add(e)
		}
	}
	if len(q.found) == 0 {
		q.settle(q.lastTwoStatesKK())
	}
	return true
}

// meansStates reports whether parties that are not named are states of the text:
// the sentence speaks of sides, or tells of no party of a treaty of today.
func (q *partySearch) meansStates() bool {
	if len(q.found) >= 2 || q.between || q.russian() && q.withUnknown(q.ph) || q.ph.has("act") || q.english() && q.twoBodies(q.s) || q.countedSigners(q.d, q.s) {
		return false
	}
	if q.sidesTold {
		return true
	}
	if len(q.found) > 0 || q.ph.has("many") {
		return false
	}
	return q.ph.has("firm") && !q.ph.has("told") && !(q.d == nil && q.longAgo(q.ph, q.s)) || q.d != nil && q.d == q.list
}
