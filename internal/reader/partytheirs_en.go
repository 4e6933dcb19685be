package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// isBody reports whether an entity is a body.
func (f *agreementFinder) isBody(e int) bool {
	return f.p.doc.entities[e].kind == read.Organization
}

// theirOfficers gives the two for which those sign whom an English sentence tells by
// "their" and their office alone: "Peru and Chile share the lake under a treaty that
// their ministers signed"; nil where two joined are not named just before.
func (f *agreementFinder) theirOfficers(d *deed, s lang.Sentence) []int {
	at := -1
	for i := d.start - 1; i >= s.First && i > d.start-7; i-- {
		if f.l.Plays(i, f.p.know.roles.theirs) {
			at = i
			break
		}
	}
	if at < 0 {
		return nil
	}
	told := false
	for i := at + 1; i < d.start && !told; i++ {
		if f.at(i) != nil {
			return nil
		}
		told = f.l.Has(i, f.p.know.lists.officePlural) || f.l.Plays(i, f.p.know.roles.sidesBy) || f.l.Plays(i, f.p.know.roles.townOffice)
	}
	if !told {
		return nil
	}
	runs := [][2]int{{s.First, at}}
	if s.First > 0 && !f.l.Toks[s.First].Para {
		runs = append(runs, [2]int{f.p.sentenceOf(s.First - 1).First, s.First})
	}
	for _, run := range runs {
		for _, class := range [...]lang.Class{lang.OrgChunk, lang.PlaceChunk} {
			if pair := f.joinedPair(f.behindDateline(run[0], run[1]), run[1], class); pair != nil {
				return pair
			}
		}
	}
	return nil
}

// townsAct reports whether an English town is one of two that are joined before the
// verb as its subject: "The towns of Lund and Visby signed a charter".
func (f *agreementFinder) townsAct(m *mention, d *deed) bool {
	if !f.english() || d == nil || d.rule.Name != "agreement.active" || m.end > d.start {
		return false
	}
	a, b := m, f.at(m.end+1)
	if !f.joins(m.end) {
		if !f.joins(m.start - 1) {
			return false
		}
		a, b = f.at(m.start-2), m
	}
	if a == nil || b == nil || a.class != lang.PlaceChunk || b.class != lang.PlaceChunk || a.entity == b.entity || b.end > d.start {
		return false
	}
	for i := b.end; i < d.start; i++ {
		if !f.l.Has(i, f.p.know.lists.auxVerb) && !f.l.Plays(i, f.p.know.roles.haveVerb) {
			return false
		}
	}
	k := a.start - 1
	if f.l.Has(k, f.p.know.lists.of) {
		return f.p.know.endings.townPlural.whole(f.l.Fold(k - 1))
	}
	return k < f.p.sentenceOf(m.start).First
}

// onlyThere reports whether an English place no list has is only where something goes,
// comes from, runs or is, so that it acts in nothing: "leaves for | Bahren", "the line
// between Orrenov and | Bahren", "the mayor of | Bahren".
func (f *agreementFinder) onlyThere(m *mention) bool {
	if !f.english() || f.p.doc.entities[m.entity].known != "" || f.isCountry(m.entity) {
		return false
	}
	k, r := m.start-1, &f.p.know.roles
	if o := f.at(k - 1); f.joins(k) && o != nil && o.class == lang.PlaceChunk && o.end == k {
		k = o.start - 1
	}
	if k <= f.p.sentenceOf(m.start).First {
		return false
	}
	switch f.p.foldAt(k) {
	case "from", "for", "to":
		return true
	case "of":
		return f.l.Plays(k-1, r.seatOf)
	case "between":
		return f.l.Plays(k-1, r.routeNoun) || f.l.Plays(k-1, r.comesFrom)
	}
	return false
}

// stateInName gives the state whose name stands at token i inside a body's English
// name, where the text names it elsewhere too.
func (f *agreementFinder) stateInName(i int, m *mention) (int, bool) {
	if f.russian() || i >= m.end {
		return 0, false
	}
	ch, ok := f.l.Chunk(i, f.p.know.names.gazPlace)
	if !ok || len(f.l.Entry(ch).Known) != 2 {
		return 0, false
	}
	return f.stateNamed(f.l.Entry(ch).Known)
}

// mainBody gives the body that a noun with an article at token k means: the one named
// last, e, or, where the text names that one once only behind its first sentence,
// the only one of that sentence whose name holds the noun.
func (f *agreementFinder) mainBody(k, e int) int {
	if e < 0 || !f.english() {
		return e
	}
	n := 0
	for _, i := range f.p.mentionsOf(lang.OrgChunk) {
		if f.p.mens[i].entity == e {
			n++
		}
	}
	if n > 1 {
		return e
	}
	noun, end := f.l.Fold(k), f.p.sents[0].Last
	var lead []int
	for _, i := range f.p.mentionsIn(lang.OrgChunk, 0, min(end, k)) {
		o := f.p.mens[i].entity
		if o == e {
			return e
		}
		if o >= 0 && slices.Contains(strings.Fields(f.p.doc.entities[o].folded()), noun) && !slices.Contains(lead, o) {
			lead = append(lead, o)
		}
	}
	if len(lead) == 1 {
		return lead[0]
	}
	return e
}

// whenClause gives the date that an English clause with "when" leads back to, where it
// tells what was done with an instrument: "partners since 2014, when a treaty was
// signed"; nil elsewhere.
func (f *agreementFinder) whenClause(ph *phrase, d *deed, s lang.Sentence) *mention {
	if !f.english() || d == nil {
		return nil
	}
	last := min(ph.from, d.start)
	for k := last - 1; k > s.First+1 && k > last-8; k-- {
		if f.l.Rune(k) == ',' || f.l.Rune(k) == ';' {
			return nil
		}
		if !f.l.Plays(k, f.p.know.roles.whenWord) {
			continue
		}
		if k--; f.l.Rune(k) == ',' {
			k--
		}
		if m := f.at(k); m != nil && m.class == lang.DateChunk && !m.date.IsZero() && !f.future(m.date) {
			return m
		}
		return nil
	}
	return nil
}

// bodyCalled gives the body that an English noun with an article at token k means, which
// stood before its name when it was named: "the trade union Sutel … the union"; -1 where
// none did.
func (f *agreementFinder) bodyCalled(k int) int {
	noun := f.l.Fold(k)
	for _, i := range slices.Backward(f.p.mentionsIn(lang.OrgChunk, 0, k)) {
		if m := &f.p.mens[i]; m.entity >= 0 && m.start > 0 && f.l.Is(m.start-1, lang.Lower) && f.l.Fold(m.start-1) == noun {
			return m.entity
		}
	}
	return -1
}

// bothFor adds those for whom somebody signs an English instrument; two told so leave
// nothing to ask, since those who hold the pen are no sides: "signed by the secretary on
// behalf of Ghana and by the director on behalf of the bank".
func (q *partySearch) bothFor() bool {
	before := q.found
	q.found = nil
	q.signedFor(q.ph, q.d, q.s, q.add)
	if len(q.found) == 2 {
		return true
	}
	found := q.found
	q.found = before
	for _, e := range found {
		q.add(e)
	}
	return false
}

// underWhich adds the other side of an English instrument that its clause tells by what
// it is to do: "a credit agreement under which the bank will lend 5 million".
func (q *partySearch) underWhich() {
	if !q.english() || q.ph.has("act") {
		return
	}
	for i := q.ph.to; i+1 < q.s.Last && i < q.ph.to+6; i++ {
		if q.l.Rune(i) == ',' && i > q.ph.to || q.l.Rune(i) == ';' || q.inOther(i, q.ph) {
			return
		}
		if !q.l.Plays(i, q.p.know.roles.inPassing) || !q.l.Plays(i+1, q.p.know.roles.thatThing) {
			continue
		}
		e, end := q.sideAt(i + 2)
		if e >= 0 && end < q.s.Last && q.l.Has(end, q.p.know.lists.future) {
			q.add(e)
		}
		return
	}
}

// municipality reports whether an English town acts by the noun of its municipality at the head
// of a clause: "The Municipality of | Tirana and the bank signed", but "the mayor of the City of
// Porto", "in the Municipality of Tirana".
func (f *agreementFinder) municipality(m *mention) bool {
	k := m.start - 2
	if !f.english() || k < 1 || !f.l.Has(m.start-1, f.p.know.lists.of) || !f.l.Plays(k, f.p.know.roles.townUnit) || !f.l.Is(k, lang.Cap) || !f.l.Has(k-1, f.article) {
		return false
	}
	first := f.p.sentenceOf(m.start).First
	return k-1 == first || f.joins(k-2) || f.l.Rune(k-2) == ','
}

// ofTheirTalks reports whether "between" at token i tells who held the talks after which those
// who are the subject made an English instrument: "Peru and Chile signed a pact after talks |
// between X and Y"; not where nobody is the subject: "a pact was signed after talks between".
func (q *partySearch) ofTheirTalks(i int) bool {
	if !q.english() || q.d == nil || q.d.end > q.ph.from || !q.l.Is(i-1, lang.Lower) || !q.l.Has(i-1, q.p.know.lists.eventNoun) {
		return false
	}
	for m := q.nextNamed(q.behindDateline(q.s.First, q.s.Last), q.d.start); m != nil; m = q.nextNamed(m.end, q.d.start) {
		if m.entity >= 0 && (m.class == lang.OrgChunk || m.class == lang.PlaceChunk && q.isCountry(m.entity)) && !q.locative(m) && !q.aside(m) {
			return true
		}
	}
	return false
}
