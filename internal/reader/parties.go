package reader

import (
	"slices"

	"shanyraq/internal/lang"
)

// sides reports whether a sentence speaks of the sides without naming them,
// and how many it says they are; 0 where it does not say.
func (f *agreementFinder) sides(s lang.Sentence) (told bool, want int) {
	c := f.p.know.lists.partySides
	for i := s.First; i < s.Last; i++ {
		if !f.l.Has(i, c) || f.russian() && i > s.First && f.l.Fold(i) == "стороны" && f.l.Fold(i-1) == "со" {
			continue
		}
		told = true
		for k := i; k >= max(s.First, i-1); k-- {
			if n, ok := f.p.numberAt(k); ok && !n.ordinal && n.value >= 2 && n.value < 100 && n.end <= i+1 {
				return true, int(n.value)
			}
		}
	}
	if !told && f.english() {
		told = f.pluralSubject(s)
	}
	return told, 0
}

// inOther reports whether token i belongs to another instrument.
func (f *agreementFinder) inOther(i int, ph *phrase) bool {
	for k := range f.insts {
		if o := &f.insts[k]; o.from != ph.from && o.from <= i && i < o.to {
			return true
		}
	}
	return false
}

// run adds the parties named from token i on: mentions with at most gap words
// between them.
func (f *agreementFinder) run(i, last, gap int, add func(int)) {
	for miss, from := 0, i; i < last && miss <= gap; {
		m := f.at(i)
		if m == nil {
			r := f.l.Rune(i)
			if end := f.behindBrackets(i, last); end > i { // Lund city (Kenya) and
				i = end
				continue
			}
			if r == '.' || r == ';' || r == ':' || r == ',' && f.english() && f.l.Has(i+1, lang.NumberChunk) || f.english() && f.l.Plays(i, f.p.know.roles.thatThing) && f.l.Rune(i-1) != ',' || f.deedAt(i) || f.l.Has(i, f.noun) || f.english() && (f.l.Plays(i, f.p.know.roles.whenWord) || f.l.Toks[i].End-f.l.Toks[i].Start == 6 && f.l.Fold(i) == "during") || f.onlyPresent(i) || f.aimAt(i) {
				return
			}
			if e, ok := f.actingState(i, last); ok {
				add(e)
				miss = -1
			}
			if i < from+2 && f.english() && f.l.Has(i, f.officenoun) {
				miss = 0 // with the minister of trade of | Togo
			}
			if e := max(f.theBody(i), f.bodyInRun(i)); e >= 0 {
				add(e)
				miss = -1
			}
			miss++
			if f.english() && f.asWellAs(i) { // with Chad and Mali, as well as | the bank
				miss = max(0, miss-3)
			}
			i++
			continue
		}
		if m.class == lang.DateChunk || f.beginsClause(m) || f.tellsOfIt(m) || f.onlyItsThing(m, last) {
			return
		}
		if m.class != lang.GroupChunk && m.entity >= 0 && !f.noneOfThem(m) {
			add(m.entity)
			miss = 0
		}
		i = m.end
	}
}

// noneOfThem reports whether a mention among those named for sides is none itself: it says
// where somebody is, whose or of what another one is, who tells of it.
func (f *agreementFinder) noneOfThem(m *mention) bool {
	return f.locative(m) || f.ofCapital(m) || f.ofPress(m) || f.noSide(m) || f.ofUnit(m) || f.aside(m) || f.ofBody(m) || f.ownsBody(m) || f.underBody(m) || f.inBrackets(m) || f.ownsName(m) || f.ofTown(m) || f.seatOf(m) || f.ofBodyNoun(m) || f.atBody(m) || f.ofUnknownBody(m) || f.ofFirmBehind(m) || f.underOffice(m) || f.ofDesk(m) || f.byLetters(m) || f.l.Has(m.start, f.blocs) || m.class == lang.PlaceChunk && f.natural(m)
}

// betweenLast reads the parties before "арасында", "арасындағы".
func (f *agreementFinder) betweenLast(ph *phrase, between lang.Class, s lang.Sentence, add func(int)) {
	for i := ph.head - 1; i >= s.First && i > ph.from-14; i-- {
		if !f.l.Has(i, between) {
			continue
		}
		var found []int
		for k, miss := i-1, 0; k >= s.First && miss <= 4; {
			m := f.at(k)
			if m != nil && f.locative(m) { // Семейде | «А мен Ә арасындағы», Ригада | екі ел арасында
				break
			}
			if m == nil {
				if f.l.Rune(k) == '.' || f.l.Rune(k) == ';' || f.cutsBetween(k) {
					break
				}
				miss++
				k--
				continue
			}
			if len(found) > 0 && miss == 0 { // «Мәжіліс | Қазақстан мен Моңғолия арасындағы»: nothing joins it
				if !f.slot(m.end-1, "gen") {
					break
				}
			} else if m.entity >= 0 && m.class != lang.GroupChunk {
				m = f.stateOfRuleKK(m)
				found = append(found, m.entity)
				miss = 0
			}
			k = m.start - 1
		}
		slices.Reverse(found)
		if told, _ := f.sides(s); len(found) == 0 && !told { // "between the two academies": those named before
			found = f.bodiesBefore(s.First)
		}
		for _, e := range found {
			add(e)
		}
		return
	}
}

// bodiesBefore gives the two bodies named last before token i, none where
// fewer are named.
func (f *agreementFinder) bodiesBefore(i int) []int {
	var out []int
	for k := i - 1; k >= 0 && len(out) < 2; k-- {
		m := f.at(k)
		if m == nil {
			continue
		}
		if m.class == lang.OrgChunk && m.entity >= 0 && !slices.Contains(out, m.entity) {
			out = append(out, m.entity)
		}
		k = min(k, m.start)
	}
	if len(out) < 2 {
		return nil
	}
	slices.Reverse(out)
	return out
}

// locative reports whether a mention says where something is.
func (f *agreementFinder) locative(m *mention) bool {
	if m.class != lang.PlaceChunk {
		return false
	}
	if f.comesFrom(m) {
		return true
	}
	if f.headLast {
		return f.slot(m.end-1, "loc", "dat") || f.slot(m.end-1, "attr") || f.townLowKK(m.end)
	}
	if f.english() && m.start > 2 && f.joins(m.start-1) { // in Lund and Visby
		if o := f.at(m.start - 2); o != nil && o.class == lang.PlaceChunk && o.end == m.start-1 && m.entity >= 0 && o.entity >= 0 && f.isCountry(m.entity) == f.isCountry(o.entity) {
			return f.locative(o)
		}
	}
	return f.l.Has(m.start-1, f.in) || f.l.Has(m.start-2, f.in) && f.l.Has(m.start-1, f.article) || f.kindBefore(m)
}

// comesFrom reports whether a place only says whence somebody is: a firm from | Lund,
// фонд из | Сингапура, Сингапурден келген қор.
func (f *agreementFinder) comesFrom(m *mention) bool {
	if f.headLast {
		return f.slot(m.end-1, "abl")
	}
	if f.english() && m.start > 2 && f.p.foldAt(m.start-1) == "from" { // a firm from | Lund, but not ministers from | Chad
		return f.l.Plays(m.start-2, f.p.know.roles.dealPartner)
	}
	return f.russian() && f.p.foldAt(m.start-1) == "из"
}

// owned reports whether a mention only qualifies what follows: "Kazakhstan's
// minister", "Қазақстанның өкілі".
func (f *agreementFinder) owned(m *mention) bool {
	if f.headLast {
		return f.slot(m.end-1, "gen")
	}
	if f.l.Has(m.end, f.poss) {
		return true
	}
	return f.is(m.end, lang.PersonChunk) // of a person's title: the person stands for it
}

// actors adds those who act on an instrument.
func (f *agreementFinder) actors(ph *phrase, d *deed, s lang.Sentence, add func(int)) {
	if f.onlyApproved(ph, d) || f.attendedRU(d, s) {
		return
	}
	from, to, told := f.whereTheyAct(ph, d, s, add)
	if told {
		return
	}
	if f.english() {
		from = f.toldClause(f.ownClause(f.fronted(f.behindDateline(from, to), d), ph, d), to)
		from = f.madeToDo(from, d, s, add)
	}
	from, to = f.saidClause(from, to, ph, d)
	acted := -1 // whom another verb is done to, also where "its chair" means the same person
	for i := from; i < to; {
		m, inside := f.at(i), i >= ph.from && i < ph.to
		if !inside {
			f.addUnnamed(i, to, add)
		}
		if m == nil || inside || f.skip(i) {
			if m == nil {
				f.addByNoun(i, inside, add)
			}
			i++
			continue
		}
		i = max(i+1, m.end)
		if f.headLast && f.officerBehind(m) > 0 { // Павлодар облысының әкімі мен
			add(m.entity)
			continue
		}
		if f.noActor(m, ph, d) {
			continue
		}
		if f.acted(m, from) {
			acted = m.entity
		}
		if m.entity != acted && !f.byLetters(m) && !f.apartActor(m, ph, to) && !f.onlyBeside(m, d, ph, to) && !f.headLastOther(m, ph, s) && f.mayAct(m, d) {
			add(m.entity)
		}
	}
}

// whereTheyAct gives the tokens among which those who act are named. told is true
// where they stand behind "by" and have been added, or nobody does: was signed by X;
// which X and Y signed; келісімге министрлік пен банк қол қойды.
func (f *agreementFinder) whereTheyAct(ph *phrase, d *deed, s lang.Sentence, add func(int)) (from, to int, told bool) {
	switch {
	case !f.english() && !f.headLast:
		if from, to := f.agentsOf(ph, d, s); to > 0 {
			return from, to, false
		}
		return s.First, s.Last, false
	case !f.english():
		from := s.First
		for k := d.start; d.bound > 0 && k > s.First && from == s.First; k-- { // … дайындады: | қол қойылған шарт
			if r := f.l.Rune(k - 1); r == ':' || r == ';' {
				from = k
			}
		}
		return from, max(ph.from, d.start), false
	case d.start < ph.to:
		if i := f.whoSignedBy(ph, d, s); i > 0 {
			f.run(i, s.Last, 8, add)
			return 0, 0, true
		}
		return s.First, d.start, false
	case d.side == "both" && ph.to <= s.First: // "it", named in the sentence before
		return s.First, d.start, false
	case d.side == "both":
		if i := f.doneBy(ph, d, s); i > 0 {
			f.run(i, s.Last, 8, add)
			return 0, 0, true
		}
		if f.english() && f.subjectAgain(ph, d) || ph.possessed && f.l.Plays(ph.from-1, f.p.know.roles.theirs) { // A and B speak of their accord, signed in May
			return s.First, ph.from, false
		}
		return ph.to, d.start, false
	}
	by := f.p.know.lists.partyBy
	for i := d.end - 1; i < s.Last && i < d.end+12; i++ { // the rule may end with it: negotiated by
		if f.l.Has(i, by) && !f.l.Plays(i-1, f.p.know.roles.lookedOn) { // brokered by
			f.run(i+1, s.Last, 8, add)
			break
		}
	}
	return 0, 0, true
}

// addUnnamed adds the state or body that a word outside the instrument stands for.
func (f *agreementFinder) addUnnamed(i, to int, add func(int)) {
	if e, ok := f.actingState(i, to); ok {
		add(e)
	}
	if !f.english() {
		return
	}
	if e := f.theBody(i); e >= 0 {
		add(e)
	}
}

// addByNoun adds those whom a common noun means: a body, the rulers of a state.
func (f *agreementFinder) addByNoun(i int, inside bool, add func(int)) {
	if e := max(f.listedNoun(i), f.rulersOf(i), f.stateMeantKK(i)); e >= 0 {
		add(e)
	}
	if e, ok := f.commonBody(i); ok && !inside {
		add(e)
	}
	if e := max(f.shortBodyRU(i), f.regionByNoun(i)); e >= 0 && !inside {
		add(e)
	}
}

// noActor reports whether a mention cannot act at all: a day, a people, where
// something is, whom a decree appoints, a parliament that ratifies.
func (f *agreementFinder) noActor(m *mention, ph *phrase, d *deed) bool {
	if f.amidAside(m, ph) || f.inTitleKK(m) || f.ofOwnerKK(m) {
		return true
	}
	if ph.has("act") && m.class == lang.PersonChunk && m.start >= ph.to { // whom a decree appoints
		return true
	}
	if m.entity < 0 || m.class == lang.GroupChunk || m.class == lang.DateChunk || f.locative(m) || f.noSide(m) {
		return true
	}
	if f.russian() && m.class == lang.OrgChunk && d.value == "other ratified" && ph.has("firm") { // a parliament is no party
		return true
	}
	if f.russian() && (m.class == lang.PersonChunk && (f.ofVisit(m) || f.toWhom(m)) || m.class == lang.PlaceChunk && f.ofCounted(m)) {
		return true
	}
	if f.english() && f.inMarkedName(m) || f.ownsFrame(m, d) || f.oneOfTopic(m, ph, d) || f.ofManyHeads(m) || f.ofPress(m) {
		return true
	}
	return f.chained && f.l.Has(m.start-1, f.p.know.lists.partyWith) // each instrument of the chain has its own
}

// apartActor reports whether a mention only tells of somebody else, of the place or
// of the circumstances.
func (f *agreementFinder) apartActor(m *mention, ph *phrase, to int) bool {
	if f.heldIn(m) || f.atBody(m) || f.circumstance(m) || f.owned(m) && (m.class != lang.PersonChunk || f.headLast) && !f.ownedActs(m, to) && !f.ownsManyKK(m) {
		return true
	}
	return f.ofOther(m, ph) || f.ofMatters(m) || f.ofCapital(m) || f.ofFrontedMeeting(m) || f.atItsEvent(m, to) || f.inWhich(m, to) || f.aside(m) || f.ofBody(m) || f.underBody(m) || f.ofTown(m) || f.ofFirmBehind(m) || f.l.Has(m.start, f.blocs)
}

// headLastOther reports whether a Kazakh mention says whom or where, not who.
func (f *agreementFinder) headLastOther(m *mention, ph *phrase, s lang.Sentence) bool {
	if f.headLast && m.class == lang.OrgChunk && f.l.Has(m.end, f.p.know.lists.eventNoun) && f.slot(m.end, "poss3 loc", "poss3 abl", "poss3 dat", "poss3 gen") { // МАГАТЭ | конференциясында
		return true
	}
	return f.headLast && (f.slot(m.end-1, "acc", "dat", "abl") || f.forAnother(m) || f.ownOfAnother(m, ph, s))
}

// mayAct reports whether a person or a place may be the one who acts: of places
// states and those who are named as acting.
func (f *agreementFinder) mayAct(m *mention, d *deed) bool {
	switch m.class {
	case lang.PersonChunk:
		return !f.reportedPassive(d) && !f.onlyTold(m, d)
	case lang.PlaceChunk:
		if f.headedPlace(m) || f.municipality(m) || f.ruledTown(m) || f.ownersTogetherKK(m) {
			return true
		}
		if !f.isState(m.entity) && !f.joinedTowns(m) && !f.regionActs(m, d) && !f.townsAct(m, d) && !f.unitActs(m) {
			return false
		}
		return !f.onlyThere(m) && !f.ofUnit(m) && !f.natural(m) && !f.seatOf(m) && !f.ofUnknownBody(m) && !f.ofStates(m) && !f.ofPeople(m) && !f.underOffice(m) && !f.ofDesk(m)
	}
	return true
}

// ofOther reports whether a mention is the other side of another instrument
// of the sentence: "a treaty with X, a memorandum with Y".
func (f *agreementFinder) ofOther(m *mention, ph *phrase) bool {
	with := f.p.know.lists.partyWith
	if f.beginsClause(m) {
		return false
	}
	for k := range f.insts {
		o := &f.insts[k]
		if o.to > m.start || !f.l.Has(o.to, with) && !(f.russian() && o.from != ph.from && f.l.Has(o.to, f.p.know.lists.partyBetween)) {
			continue
		}
		if k+1 < len(f.insts) && f.insts[k+1].from < m.start {
			continue
		}
		return true
	}
	return false
}

// isState reports whether an entity is a state, or may be one that the reader does not
// know.
func (f *agreementFinder) isState(e int) bool {
	ent := &f.p.doc.entities[e]
	return f.isCountry(e) || ent.known == "" && !f.russian()
}
