package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// english reports whether a pack has the shape of English, whose order of
// words tells who does what.
func (g *ground) english() bool { return !g.headLast && !g.russian() }

// theBody gives the body that a noun with an article at token i names, "the
// ministry", "the Bank": the one named last before it whose name holds the
// noun; -1 where there is none.
func (f *agreementFinder) theBody(i int) int {
	if !f.english() || !f.l.Plays(i, f.p.know.roles.the) || i+1 >= len(f.l.Toks) {
		return -1
	}
	k := i + 1
	if f.at(k) != nil || !f.l.Has(k, f.p.know.lists.bodyNoun) {
		return -1
	}
	if next := k + 1; next < len(f.l.Toks) && (f.l.Is(next, lang.Glued) && isApostropheRune(f.l.Rune(next)) && !f.organBehind(next) || f.l.Has(next, f.p.know.lists.of) || f.l.Has(next, f.officenoun)) {
		return -1
	}
	if f.bodies == nil {
		f.bodies = newOfficeFinder(f.p)
	}
	if e := f.bodies.bodyNamed(k); e >= 0 {
		return f.mainBody(k, e)
	}
	return f.bodyCalled(k)
}

// ownClause gives the token from which those who act on an instrument are
// sought: behind the last other instrument before the verb, where one who acts
// is named there ("Panama joined the convention and Belize ratified the
// treaty").
func (f *agreementFinder) ownClause(from int, ph *phrase, d *deed) int {
	for k := len(f.insts) - 1; k >= 0; k-- {
		o := &f.insts[k]
		if o.to > d.start || o.from <= from || o.from == ph.from {
			continue
		}
		for i := o.to; i < d.start; i++ {
			if m := f.at(i); m != nil && (m.class == lang.OrgChunk || m.class == lang.PlaceChunk && m.entity >= 0 && f.isCountry(m.entity) && !f.locative(m) || m.class == lang.PersonChunk) && f.joins(m.start-1) {
				return m.start
			}
		}
		return from
	}
	return from
}

// signedFor adds those for whom somebody signs: "signed the contract for the
// Library", "on behalf of the growers' union".
func (f *agreementFinder) signedFor(ph *phrase, d *deed, s lang.Sentence, add func(int)) {
	c := f.p.know.lists.partyFor
	if c == lang.NoClass || d == nil || d.value != "signed signed" || !f.english() {
		return
	}
	if ch, ok := f.l.Chunk(s.First, c); ok && int(ch.End)-s.First > 1 && d.start > s.First { // On behalf of A the treaty was signed by X
		if e, _ := f.sideAt(int(ch.End)); e >= 0 {
			add(e)
		}
	}
	for i := max(s.First, min(ph.to, d.end)); i < s.Last; i++ { // the verb of a list stands in another sentence
		ch, ok := f.l.Chunk(i, c)
		if !ok || f.is(i, lang.OrgChunk) { // the Commission | for Ports
			continue
		}
		e, end := f.sideAt(int(ch.End))
		if e < 0 {
			continue
		}
		add(e)
		if int(ch.End)-i > 1 && f.joins(end) { // on behalf of A and B respectively
			if e, _ := f.sideAt(end + 1); e >= 0 {
				add(e)
			}
		}
	}
}

// sideAt gives the state or body that is named at token i of an English sentence, an
// article before it passed over, and the token behind it; -1 where none is.
func (f *agreementFinder) sideAt(i int) (e, end int) {
	if e := f.theBody(i); e >= 0 {
		return e, i + 2
	}
	if f.l.Has(i, f.article) {
		i++
	}
	if m := f.at(i); m != nil && m.entity >= 0 && (m.class == lang.OrgChunk || m.class == lang.PlaceChunk && f.isCountry(m.entity)) {
		end = m.end
		if f.l.Rune(end) == '(' && f.l.Rune(min(end+2, len(f.l.Toks)-1)) == ')' { // the short name
			end += 3
		}
		if end < len(f.l.Toks) && f.l.Has(end, f.actsFor) { // the Bangladesh | government
			end++
		}
		return m.entity, end
	}
	return -1, i
}

// publisher adds the body that a text speaks for, where of an instrument "with
// X" nothing else is said: the body of the first paragraph that is named most.
func (f *agreementFinder) publisher(ph *phrase, d *deed, s lang.Sentence, out []int, add func(int)) {
	if f.lends(ph, d, out) {
		if f.findStates(); len(f.leadStates) == 1 && f.stateOfBody(out[0]) != f.leadStates[0] {
			add(f.leadStates[0])
		}
		return
	}
	if ph.has("act") || len(out) != 1 || d == nil || !f.withNamed(ph, s) || f.russian() && d.value == "other ratified" || f.otherSubject(d, s) {
		return
	}
	if (!f.english() || strings.HasSuffix(f.key(ph), "treaty")) && f.isCountry(out[0]) { // with a state: the one state that the text begins with
		f.theStates(s, false, 0)
		if e := f.otherLeadState(out[0]); e >= 0 {
			add(e)
			return
		}
		if !f.russian() {
			return
		}
	}
	if f.english() && f.leadBody() < 0 && f.p.doc.entities[out[0]].kind == read.Organization { // told from one state, which has signed nothing by itself
		if f.findStates(); len(f.leadStates) == 1 && ph.has("firm") && f.toldFrom(f.leadStates[0]) {
			add(f.leadStates[0])
		}
		return
	}
	lead := f.leadBody()
	if lead >= 0 && !f.english() && ph.has("firm") && f.isParliament(lead) { // no side itself
		lead = f.stateOfBody(lead)
	}
	if lead >= 0 && lead != out[0] && !(f.english() && f.l.Fold(ph.from) == "similar") {
		add(lead)
	}
}

// otherLeadState gives the one state, another than the given one, that a text begins with,
// in English where it names no second; -1 where there is none, or it is only a partner too.
func (f *agreementFinder) otherLeadState(party int) int {
	only := -1
	for _, e := range f.leadStates {
		switch {
		case e == party && !f.english():
		case e == party || only >= 0:
			return -1
		default:
			only = e
		}
	}
	if only < 0 || f.partnerOnly(only) {
		return -1
	}
	return only
}

// lends reports whether a body alone lends or grants by a Russian or Kazakh instrument,
// so that no other fund is its side but a state that the text begins with.
func (f *agreementFinder) lends(ph *phrase, d *deed, out []int) bool {
	if f.english() || d == nil || len(out) != 1 || !ph.has("firm") || f.p.doc.entities[out[0]].kind != read.Organization {
		return false
	}
	for i := ph.from; i < ph.to; i++ {
		if f.l.Plays(i, f.p.know.roles.lentMoney) {
			return true
		}
	}
	return false
}

// withNamed reports whether "with" and a body or state stand behind a phrase.
func (f *agreementFinder) withNamed(ph *phrase, s lang.Sentence) bool {
	if f.headLast {
		return f.withAheadKK(ph) >= 0
	}
	with := f.p.know.lists.partyWith
	for i := ph.after(); i < s.Last && i < ph.to+6; i++ {
		if f.l.Has(i, with) {
			return true
		}
		if f.l.Rune(i) == ',' {
			return false
		}
	}
	return false
}

// leadBody gives the body that the first paragraph names and the text names
// most, twice at least; -1 where there is none or two are even.
func (f *agreementFinder) leadBody() int {
	if f.lead != 0 {
		return f.lead - 2
	}
	count := map[int]int{}
	for _, k := range f.p.mentionsIn(lang.OrgChunk, 0, len(f.l.Toks)) {
		if e := f.p.mens[k].entity; e >= 0 {
			count[e]++
		}
	}
	best := -1
	even := false
	for _, k := range f.p.mentionsIn(lang.OrgChunk, 0, f.p.leadEnd(lang.OrgChunk)) {
		e := f.p.mens[k].entity
		switch {
		case e < 0 || e == best || count[e] < 2:
		case best < 0 || count[e] > count[best]:
			best, even = e, false
		case count[e] == count[best]:
			even = true
		}
	}
	if even {
		best = -1
	}
	if best < 0 && !even {
		best = f.firstBody()
	}
	f.lead = best + 2
	return best
}

// lastNamed adds the two who the sentence before names, where an instrument
// known from it is signed and nobody else is named: "The bank lends the railway
// 70 million. The loan agreement was signed on Friday".
func (f *agreementFinder) lastNamed(ph *phrase, d *deed, s lang.Sentence, add func(int)) {
	if !f.english() || !ph.definite || ph.has("act") || ph.has("many") || d == nil || !strings.HasPrefix(d.value, "signed") || f.l.Toks[s.First].Para || s.First == 0 {
		return
	}
	before := f.p.sentenceOf(s.First - 1)
	for k := ph.from - 1; k > s.First+3; k-- { // the fund promised 5 million; the agreement
		if f.l.Rune(k) == ';' {
			before = lang.Sentence{First: s.First, Last: k}
		}
	}
	var found []int
	for m := f.nextNamed(before.First, before.Last); m != nil; m = f.nextNamed(m.end, before.Last) {
		if m.entity < 0 || m.class != lang.OrgChunk && m.class != lang.PlaceChunk || f.locative(m) && !f.lentTo(m) || f.aside(m) || f.ofBody(m) {
			continue
		}
		if m.class == lang.PlaceChunk && (!f.isCountry(m.entity) || f.l.Has(m.end, f.poss) || f.l.Has(m.start-1, f.p.know.lists.of)) {
			continue
		}
		if !slices.Contains(found, m.entity) {
			found = append(found, m.entity)
		}
	}
	if found = f.withoutOrgans(found); len(found) == 2 {
		for _, e := range found {
			add(e)
		}
	}
}

// ownsBody reports whether an English place only says whose the body behind it
// is: "Benin's Ministry of Culture".
func (f *agreementFinder) ownsBody(m *mention) bool {
	if !f.english() || m.class != lang.PlaceChunk {
		return false
	}
	ch, ok := f.l.Chunk(m.end, f.poss)
	return ok && f.is(int(ch.End), lang.OrgChunk)
}

// withoutOwnTown leaves out of two parties of a Russian or Kazakh instrument the one told
// later where they are a town or region and a body whose name holds its name, since
// nobody agrees with a body of its own: «Тарту, городской совет Тарту».
func (f *agreementFinder) withoutOwnTown(parties []int) []int {
	if f.english() || len(parties) != 2 {
		return parties
	}
	for k, e := range parties {
		town, body := &f.p.doc.entities[e], &f.p.doc.entities[parties[1-k]]
		if town.kind != read.Place || body.kind != read.Organization || f.isCountry(e) {
			continue
		}
		name := []rune(town.folded())
		if wordBegins(body.folded(), string(name[:max(min(4, len(name)), len(name)-2)])) {
			return parties[:1]
		}
	}
	return parties
}

// ofStates reports whether an English place that is no state only says which
// states are meant: "nine Mediterranean states".
func (f *agreementFinder) ofStates(m *mention) bool {
	if !f.english() || f.isCountry(m.entity) {
		return false
	}
	w := f.l.Fold(min(m.end, len(f.l.Toks)-1))
	return f.l.Has(m.end, f.p.know.lists.partySides) || w == "states" || w == "nations"
}

// ofTown reports whether an English state only says where the town or province
// before it is: "a charter with Akita, Japan", "the Eastern Province of Zambia".
func (f *agreementFinder) ofTown(m *mention) bool {
	if !f.english() || m.class != lang.PlaceChunk || m.start < 2 || !f.isCountry(m.entity) {
		return false
	}
	of := f.l.Has(m.start-1, f.p.know.lists.of)
	if !of && f.l.Rune(m.start-1) != ',' && !f.l.Has(m.start-1, f.article) {
		return false
	}
	o := f.at(m.start - 2)
	if o == nil && m.start > 3 && f.l.Has(m.start-1, f.article) && f.l.Has(m.start-2, f.p.know.lists.of) { // the Khatlon region of the | Republic of Tajikistan
		of, o = true, f.at(m.start-3)
		if o == nil && f.l.Has(m.start-3, f.p.know.lists.placeLow) {
			o = f.at(m.start - 4)
		}
	}
	if o == nil && of && m.start > 3 && f.l.Has(m.start-2, f.p.know.lists.placeLow) { // the Khatlon region of | Tajikistan
		o = f.at(m.start - 3)
	}
	if !of && f.l.Rune(m.start-2) == ')' && m.start > 5 { // the University of Lindholm (UL), Kenya
		o = f.at(m.start - 3)
	}
	if !of && o != nil && o.class == lang.OrgChunk && f.behindOpening(m, o) {
		return false
	}
	if !of && o != nil && o.class == lang.OrgChunk && o.entity >= 0 && (f.l.Rune(m.end) != ',' || f.seatInPair(m.end)) { // the Lindholm Institute, Kenya
		return !f.listed(m.end) || f.seatInPair(m.end)
	}
	return o != nil && o.class == lang.PlaceChunk && o.entity >= 0 && !f.isCountry(o.entity) && (of || !f.listGoesOn(m.end))
}

// bodyBefore gives the body named last before a verb in its sentence, -1
// where none is.
func (f *agreementFinder) bodyBefore(d *deed, s lang.Sentence) int {
	best := -1
	for i := s.First; i < s.Last && i < d.start; i++ {
		if m := f.at(i); m != nil && m.class == lang.OrgChunk && m.entity >= 0 && !f.inNameRU(m) && !f.objectKK(m) {
			best = m.entity
		}
	}
	return best
}

// inNameRU reports whether a body is named inside a Russian instrument or right behind
// it as its side: «протокол о торговле с ЕАСТ».
func (f *agreementFinder) inNameRU(m *mention) bool {
	if !f.russian() {
		return false
	}
	for k := range f.insts {
		if o := &f.insts[k]; o.from <= m.start && m.start < o.to || o.to == m.start-1 && f.l.Has(o.to, f.p.know.lists.partyWith) {
			return true
		}
	}
	return false
}
