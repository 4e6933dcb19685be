package reader

import (
	"slices"

	"shanyraq/internal/lang"
)

// sides reports whether a sentence speaks of the sides without naming them,
// and how many it says they are; 0 where it does not say.
func (f *agreementFinder) sides(s lang.Sentence) (told bool, want int) {
	c := f.p.class("partysides")
	for i := s.First; i < s.Last; i++ {
		if !f.l.Has(i, c) {
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
	for miss := 0; i < last && miss <= gap; {
		m := f.at(i)
		if m == nil {
			r := f.l.Rune(i)
			if r == '.' || r == ';' || r == ':' || f.deedAt(i) || f.l.Has(i, f.noun) || f.onlyPresent(i) || f.aimAt(i) {
				return
			}
			if e, ok := f.actingState(i, last); ok {
				add(e)
				miss = -1
			}
			if e := max(f.theBody(i), f.bodyInRun(i)); e >= 0 {
				add(e)
				miss = -1
			}
			miss++
			i++
			continue
		}
		if m.class == lang.DateChunk || f.beginsClause(m) || f.tellsOfIt(m) {
			return
		}
		if m.class != lang.GroupChunk && m.entity >= 0 && !f.locative(m) && !f.aside(m) && !f.ofBody(m) && !f.ownsBody(m) && !f.ownsName(m) && !f.ofTown(m) && !f.seatOf(m) && !f.atBody(m) && !f.ofUnknownBody(m) && !f.ofFirmBehind(m) && !f.underOffice(m) && !f.ofDesk(m) && !f.l.Has(m.start, f.blocs) && !(m.class == lang.PlaceChunk && f.natural(m)) {
			add(m.entity)
			miss = 0
		}
		i = m.end
	}
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
	if f.headLast {
		return f.slot(m.end-1, "loc", "abl", "dat") || f.slot(m.end-1, "attr") || f.townLowKK(m.end)
	}
	if f.russian() && f.p.foldAt(m.start-1) == "из" { // фонд из Сингапура
		return true
	}
	return f.l.Has(m.start-1, f.in) || f.l.Has(m.start-2, f.in) && f.l.Has(m.start-1, f.article)
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
	from, to := s.First, ph.from
	english := f.english()
	if english {
		switch {
		case d.start >= ph.to: // was signed by X; which X and Y signed
			if d.side == "both" {
				if i := f.doneBy(ph, d, s); i > 0 {
					f.run(i, s.Last, 8, add)
					return
				}
				from, to = ph.to, d.start
				break
			}
			by := f.p.class("partyby")
			for i := d.end; i < s.Last && i < d.end+12; i++ {
				if f.l.Has(i, by) {
					f.run(i+1, s.Last, 8, add)
					return
				}
			}
			return
		default:
			to = d.start
		}
	} else if !f.headLast {
		to = s.Last
	} else if d.start > to { // келісімге министрлік пен банк қол қойды
		to = d.start
	}
	if english {
		from = f.toldClause(f.ownClause(f.behindDateline(from, to), to, ph, d), to)
	}
	from, to = f.saidClause(from, to, ph, d)
	acted := -1 // whom another verb is done to, also where "its chair" means the same person
	for i := from; i < to; {
		m := f.at(i)
		if e, ok := f.actingState(i, to); ok && !(i >= ph.from && i < ph.to) {
			add(e)
		}
		if e := f.theBody(i); english && e >= 0 && !(i >= ph.from && i < ph.to) {
			add(e)
		}
		if m == nil || i >= ph.from && i < ph.to || f.skip(i) {
			if e := max(f.listedNoun(i), f.rulersOf(i)); m == nil && e >= 0 {
				add(e)
			}
			if e, ok := f.commonBody(i); m == nil && ok && !(i >= ph.from && i < ph.to) {
				add(e)
			}
			i++
			continue
		}
		i = max(i+1, m.end)
		if ph.has("act") && m.class == lang.PersonChunk && m.start >= ph.to { // whom a decree appoints
			continue
		}
		if m.entity < 0 || m.class == lang.GroupChunk || m.class == lang.DateChunk || f.locative(m) {
			continue
		}
		if f.russian() && m.class == lang.OrgChunk && d.value == "other ratified" && ph.has("firm") { // a parliament is no party
			continue
		}
		if f.russian() && m.class == lang.PersonChunk && f.ofVisit(m) {
			continue
		}
		if f.chained && f.l.Has(m.start-1, f.p.class("partywith")) { // each instrument of the chain has its own
			continue
		}
		if f.acted(m, from) {
			acted = m.entity
		}
		if m.entity == acted || f.heldIn(m) || f.atBody(m) || f.circumstance(m) || f.owned(m) && (m.class != lang.PersonChunk || f.headLast) && !f.ownedActs(m, to) || f.ofOther(m, ph) || f.aside(m) || f.ofBody(m) || f.ofTown(m) || f.ofFirmBehind(m) || f.l.Has(m.start, f.blocs) {
			continue
		}
		if f.headLast && (f.slot(m.end-1, "acc", "dat", "abl") || f.forAnother(m) || f.ownOfAnother(m, ph, s)) { // whom or where, not who
			continue
		}
		if m.class == lang.PersonChunk && (f.reportedPassive(d) || f.onlyTold(m, d)) {
			continue
		}
		if m.class == lang.PlaceChunk && (!f.isState(m.entity) && !f.joinedTowns(m) && !f.regionActs(m, d) || f.natural(m) || f.seatOf(m) || f.ofUnknownBody(m) || f.ofStates(m) || f.ofPeople(m) || f.underOffice(m) || f.ofDesk(m)) {
			continue
		}
		add(m.entity)
	}
}

// ofOther reports whether a mention is the other side of another instrument
// of the sentence: "a treaty with X, a memorandum with Y".
func (f *agreementFinder) ofOther(m *mention, ph *phrase) bool {
	with := f.p.class("partywith")
	if f.beginsClause(m) {
		return false
	}
	for k := range f.insts {
		o := &f.insts[k]
		if o.to > m.start || !f.l.Has(o.to, with) && !(f.russian() && o.from != ph.from && f.l.Has(o.to, f.p.class("partybetween"))) {
			continue
		}
		if k+1 < len(f.insts) && f.insts[k+1].from < m.start {
			continue
		}
		return true
	}
	return false
}

func (f *agreementFinder) isState(e int) bool {
	ent := &f.p.doc.entities[e]
	return f.isCountry(e) || ent.known == "" && !f.russian()
}
