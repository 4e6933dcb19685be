package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// onlyBeside reports whether the one named before an English verb stands only beside
// those who act: the subject is set against him, he helps, hosts, praises or owns.
func (f *agreementFinder) onlyBeside(m *mention, d *deed, ph *phrase, to int) bool {
	if !f.english() || m.class == lang.DateChunk {
		return false
	}
	k := f.runStart(m)
	return f.setAgainst(k) || f.doneByOther(k) || f.helpOf(k) || f.townAside(m, k) || f.kindOfSubject(m, k, to) || f.otherName(m, to) || f.alsoMember(m, k) || f.inBrackets(m) || f.hostsThem(m, to) || f.praisesOnly(m, d, ph)
}

// runStart gives the token before a mention and those it is joined to, their articles
// passed over: "unlike | the bank and the fund".
func (f *agreementFinder) runStart(m *mention) int {
	k := m.start - 1
	for n := 0; n < 3 && k > 1; n++ {
		if f.l.Has(k, f.article) {
			k--
		}
		o := f.at(k - 1)
		if !f.joins(k) || o == nil || o.end != k || o.class == lang.DateChunk {
			break
		}
		k = o.start - 1
	}
	return k
}

// setAgainst reports whether the words that end at token k set the one named behind
// them against the subject: "Unlike | Peru, Gabon signed", "Except for | Peru".
func (f *agreementFinder) setAgainst(k int) bool {
	if k < 0 {
		return false
	}
	alone := f.p.know.roles.setApart
	return f.l.Plays(k, alone) || k > 0 && f.l.Plays(k-1, alone) && f.l.Plays(k, f.p.know.roles.apartFrom)
}

// doneByOther reports whether the words that end at token k are "by" behind the participle
// of something else than the instrument's making, an office passed over: "Funded by | the
// bank, the institute signed", "accompanied by the ambassador of | Peru".
func (f *agreementFinder) doneByOther(k int) bool {
	by := f.p.know.lists.partyBy
	for n := 0; n < 5 && k > 0 && !f.l.Has(k, by); n++ {
		if !f.l.Has(k, f.article) && !f.l.Has(k, f.p.know.lists.of) && !f.l.Has(k, f.officenoun) && !f.l.Has(k, f.actsFor) {
			return false
		}
		k--
	}
	if k < 1 || !f.l.Has(k, by) || !f.l.Is(k-1, lang.Lower) && k-1 != f.p.sentenceOf(k).First {
		return false
	}
	return f.p.know.endings.pastEnd.end(f.l.Fold(k-1), 1) && !f.deedAt(k-1)
}

// helpOf reports whether the words that end at token k say with whose help, at whose
// wish or under whose eyes something is done: "with the support of | the fund".
func (f *agreementFinder) helpOf(k int) bool {
	r := &f.p.know.roles
	if k < 2 || !f.l.Has(k, f.p.know.lists.of) && !f.l.Plays(k, r.apartFrom) {
		return false
	}
	return f.l.Is(k-1, lang.Lower) && f.l.Plays(k-1, r.presence)
}

// townAside reports whether an English state only says where the town before it is, which
// words in commas tell more of, or which city: "In Lima, the capital of | Peru, Gabon and
// Belize signed", "The capital of | Peru hosted".
func (f *agreementFinder) townAside(m *mention, k int) bool {
	if m.class != lang.PlaceChunk || !f.l.Has(k, f.p.know.lists.of) || !f.isCountry(m.entity) {
		return false
	}
	if f.l.Fold(max(k-1, 0)) == "capital" {
		return true
	}
	for n := 0; n < 4 && k > 1; n++ {
		if k--; f.l.Has(k, f.article) {
			break
		}
		if !f.l.Is(k, lang.Lower) || f.l.Has(k, f.actsFor) || f.l.Has(k, f.officenoun) {
			return false
		}
	}
	if k < 2 || !f.l.Has(k, f.article) || f.l.Rune(k-1) != ',' {
		return false
	}
	o := f.at(k - 2)
	return o != nil && o.class == lang.PlaceChunk && o.end == k-1
}

// kindOfSubject reports whether a body or state stands in commas behind the name of a body
// and says only whose that is: "Norvik, a subsidiary of | Zolmar Group, signed".
func (f *agreementFinder) kindOfSubject(m *mention, k, to int) bool {
	if m.class == lang.PersonChunk || f.l.Rune(m.end) != ',' || m.end >= to || f.listGoesOn(m.end) || !f.l.Has(k, f.p.know.lists.of) && !f.l.Has(k, f.in) {
		return false
	}
	for n := 0; n < 7 && k > 1; n++ {
		if k--; f.l.Rune(k) == ',' {
			break
		}
		if !f.l.Is(k, lang.Lower) && f.l.Rune(k) != '-' || f.l.Has(k, f.actsFor) || f.l.Has(k, f.officenoun) || f.l.Has(k, f.p.know.lists.rulers) || f.clauseAt(k) {
			return false
		}
	}
	if k < 1 || f.l.Rune(k) != ',' {
		return false
	}
	if f.l.Rune(k-1) == ')' && k > 3 {
		k -= 2
		if f.l.Rune(k-1) == '(' {
			k--
		}
	}
	o := f.at(k - 1)
	return o != nil && o.class == lang.OrgChunk && o.end == k
}

// hostsThem reports whether others act in the clause behind an English "at which" or
// "where", so that who stands before it only had them there: "Kenya hosts the talks at
// which | Chad and Mali will sign".
func (f *agreementFinder) hostsThem(m *mention, to int) bool {
	where := -1
	for k := m.end + 1; k < to; k++ {
		if f.l.Plays(k, f.p.know.roles.whereThen) || f.l.Plays(k, f.p.know.roles.thatThing) && f.l.Has(k-1, f.in) {
			where = k
			continue
		}
		if o := f.at(k); where >= 0 && (o != nil && o.class != lang.DateChunk || f.l.Has(k, f.p.know.lists.pronoun)) {
			return true
		}
		if f.l.Rune(k) == ',' && where >= 0 {
			return false
		}
	}
	return false
}

// praisesOnly reports whether the one named before the noun of an English signing only
// praises or helps it, others having made the instrument: "The bank congratulated Chad and
// Mali on signing the pact", "supported the signing".
func (f *agreementFinder) praisesOnly(m *mention, d *deed, ph *phrase) bool {
	if d.start > ph.from || d.end > ph.from || d.rule.Name != "agreement.signing" && d.rule.Name != "agreement.adopting" && d.rule.Name != "agreement.ratifying" {
		return false
	}
	r := &f.p.know.roles
	for k := m.end; k < d.start; k++ {
		if f.l.Is(k, lang.Lower) && (f.l.Plays(k, r.congratulates) || f.l.Plays(k, r.recalls)) {
			return !f.withNamed(ph, f.p.sentenceOf(m.start))
		}
	}
	return false
}

// whoSignedBy gives the token behind "by" and who signed by an English noun of a signing
// before the instrument: "the signing of the treaty by | Chad and Mali"; -1 elsewhere.
func (f *agreementFinder) whoSignedBy(ph *phrase, d *deed, s lang.Sentence) int {
	if !f.english() || d.end > ph.from || d.rule.Name != "agreement.signing" && !strings.HasSuffix(f.l.Fold(d.end-1), "of") {
		return -1
	}
	by := f.p.know.lists.partyBy
	for i := ph.to; i < s.Last && i < ph.to+5; i++ {
		if f.l.Has(i, by) {
			return i + 1
		}
		if m := f.at(i); m != nil && m.class != lang.DateChunk && m.class != lang.PlaceChunk || f.l.Rune(i) == ',' || f.deedAt(i) {
			return -1
		}
	}
	return -1
}

// proposedTo gives the state or body to which an English instrument is proposed: "proposed
// a treaty to | Gabon", "proposed to | the fund a grant agreement"; -1 where none is.
func (q *partySearch) proposedTo() int {
	d := q.d
	if d == nil || !q.english() || d.value != "planned proposed" || d.end > q.ph.from || q.ph.has("act") {
		return -1
	}
	for _, k := range [...]int{d.end, q.ph.to} {
		if k < q.s.Last && q.l.Plays(k, q.p.know.roles.to) {
			if e, end := q.sideAt(k + 1); e >= 0 && !q.l.Has(end, q.poss) {
				return e
			}
		}
	}
	return -1
}

// whomProposedTo reports whether an English place stands behind "to" as the one to whom an
// instrument is proposed, so that nothing is done there.
func (f *agreementFinder) whomProposedTo(m *mention, d *deed) bool {
	return f.english() && d.value == "planned proposed" && m.start > d.start && f.isCountry(m.entity) && f.l.Plays(m.start-1, f.p.know.roles.to)
}

// onlyTalkedOf reports whether English principles are only discussed, which makes them no
// instrument ("discussed the principles of fair trade"), or something loose only stands
// behind the signing of another one.
func (f *agreementFinder) onlyTalkedOf(ph *phrase, d *deed) bool {
	if !f.english() || ph.quoted[1] > 0 || !f.l.Is(ph.head, lang.Lower) || !ph.has("loose") {
		return false
	}
	if k := ph.from - 1; ph.has("said") && k > 0 { // was signed, said | a statement
		if f.l.Has(k, f.article) || f.l.Has(k, f.p.know.lists.phraseOne) {
			k--
		}
		if f.l.Has(k, f.p.know.lists.sayVerb) || f.l.Has(k, f.in) && f.l.Has(k-1, f.p.know.lists.sayVerb) { // reported in | a press statement
			return true
		}
	}
	if d.end <= ph.from && (d.rule.Name == "agreement.signing" || d.rule.Name == "agreement.adopting") { // the signing of the pact will help define | the principles
		for k := range f.insts {
			if o := &f.insts[k]; o.from >= d.end && o.to < ph.from && !f.listGoesOn(o.to) {
				return true
			}
		}
	}
	return d.value == "planned proposed" && f.l.Fold(ph.head) == "principles"
}

// underBody reports whether a body stands behind "of" or "under" right behind another, to
// which that one belongs: "the Centre for Heritage under the Board of | the Academy".
func (f *agreementFinder) underBody(m *mention) bool {
	if !f.english() || m.class != lang.OrgChunk || m.start < 3 {
		return false
	}
	k := m.start - 1
	if f.l.Has(k, f.article) {
		k--
	}
	if !f.l.Plays(k, f.p.know.roles.belowWhom) {
		return false
	}
	if isQuote(f.l.Rune(k - 1)) {
		k--
	}
	return f.is(k-1, lang.OrgChunk)
}

// seatInPair reports whether an English state behind a comma only says where the body
// before it is, since the body listed next has its own too: "Rekavik University, Kenya,
// and the Tolm Institute, | Ghana".
func (f *agreementFinder) seatInPair(i int) bool {
	if f.l.Rune(i) == ',' {
		i++
	}
	if !f.joins(i) {
		return false
	}
	if i++; f.l.Has(i, f.article) {
		i++
	}
	o := f.at(i)
	if o == nil || o.class != lang.OrgChunk {
		return false
	}
	i = o.end
	if f.l.Rune(i) == '(' && f.l.Rune(i+2) == ')' {
		i += 3
	}
	next := f.at(i + 1)
	return f.l.Rune(i) == ',' && next != nil && next.class == lang.PlaceChunk && next.entity >= 0 && f.isCountry(next.entity)
}

// giver adds the one who gives a contract that somebody won: "won a contract from the | port",
// "was awarded a contract by the | port".
func (f *agreementFinder) giver(ph *phrase, s lang.Sentence, add func(int)) {
	by, r := f.p.know.lists.partyBy, &f.p.know.roles
	for i := ph.headEnd; i < s.Last && i < ph.to+3; i++ {
		if f.l.Has(i, by) || f.l.Plays(i, r.apartFrom) && !f.l.Has(i, f.p.know.lists.partyFor) {
			if e, _ := f.sideAt(i + 1); e >= 0 {
				add(e)
			}
			return
		}
	}
}

// anyIf reports whether an English instrument stands in a sentence of condition that tells
// of any such one: "If a state wants flights, an agreement has to be negotiated".
func (f *agreementFinder) anyIf(ph *phrase, d *deed, s lang.Sentence) bool {
	if !f.english() || d.mood == "done" && d.value != "planned proposed" || ph.definite || ph.possessed || !f.l.Plays(s.First, f.p.know.roles.onCondition) || f.l.Fold(s.First) != "if" {
		return false
	}
	for k := s.First + 1; k < min(ph.from, d.start); k++ {
		if f.l.Rune(k) == ',' {
			return f.l.Has(s.First+1, f.p.know.lists.indefinite)
		}
	}
	return false
}

// otherName reports whether an English body stands in commas behind another one as its
// other name: "The Parliament of Kenya, the | Bunge, voted".
func (f *agreementFinder) otherName(m *mention, to int) bool {
	k := m.start - 1
	if m.class != lang.OrgChunk || k < 2 || !f.l.Has(k, f.article) || f.l.Rune(k-1) != ',' || f.l.Rune(m.end) != ',' || m.end >= to || f.listGoesOn(m.end) {
		return false
	}
	o := f.at(k - 2)
	if o == nil || o.class != lang.OrgChunk || o.end != k-1 {
		return false
	}
	v := m.end + 1
	return f.deedAt(v) || f.verbBehind(v) || f.l.Has(v, f.p.know.lists.auxVerb) || f.l.Plays(v, f.p.know.roles.haveVerb)
}

// alsoMember reports whether an English body stands in a list of titles of somebody who
// acts for another one: "rector of the school, corresponding member of | the Academy".
func (f *agreementFinder) alsoMember(m *mention, k int) bool {
	if m.class != lang.OrgChunk || k < 3 || !f.l.Has(k, f.p.know.lists.of) || !f.l.Plays(k-1, f.p.know.roles.alsoOf) {
		return false
	}
	for n := 0; n < 2 && k > 2 && f.l.Rune(k-2) != ',' && f.l.Is(k-2, lang.Word); n++ {
		k--
	}
	return f.l.Rune(k-2) == ','
}

// unnamedState reports whether an English sentence tells of a state that acts by its
// adjective alone, which the text does not name, so that no other state stands for it:
// "Chilean minister X and his Peruvian peer signed".
func (f *agreementFinder) unnamedState(s lang.Sentence) bool {
	if !f.english() {
		return false
	}
	for i := s.First; i < s.Last; i++ {
		v, end, ok := f.l.Value(i, f.stateAdj)
		if !ok || f.at(i) != nil && f.at(i).class != lang.GroupChunk || !f.actsAt(f.behindAdjectives(end, s.Last), s.Last) {
			continue
		}
		if _, named := f.stateNamed(v); !named && !f.orgBehind(end) {
			return true
		}
	}
	return false
}

// onlyItsThing reports whether an English state only owns a thing behind it that is nobody
// who acts: "and on | Peru's interest in fish".
func (f *agreementFinder) onlyItsThing(m *mention, last int) bool {
	if !f.english() || m.class != lang.PlaceChunk {
		return false
	}
	ch, ok := f.l.Chunk(m.end, f.poss)
	if !ok || f.ownedActs(m, last) {
		return false
	}
	for k := int(ch.End); k < last && k < int(ch.End)+4; k++ {
		if !f.l.Is(k, lang.Lower) || f.l.Has(k, f.npstop) {
			return k > int(ch.End)
		}
		if f.bodyByNoun(k) || f.l.Has(k, f.officenoun) || f.l.Has(k, f.actsFor) || f.l.Has(k, f.p.know.lists.bodyPlural) || f.l.Plays(k, f.p.know.roles.dealPartner) {
			return false
		}
	}
	return true
}

// behindOpening reports whether an English state is the subject of its sentence, with its
// verb right behind it, the words before the comma being what the sentence opens with:
// "With the support of the fund, | Belize signed".
func (f *agreementFinder) behindOpening(m, o *mention) bool {
	first := f.p.sentenceOf(m.start).First
	if !f.deedAt(m.end) && !f.l.Has(m.end, f.p.know.lists.auxVerb) && !f.l.Plays(m.end, f.p.know.roles.haveVerb) {
		return false
	}
	if o.start-first < 2 || f.l.Has(first, f.article) || f.at(first) != nil {
		return false
	}
	return f.l.Has(first, f.in) || f.l.Has(first, f.p.know.lists.partyWith) || f.l.Plays(first, f.p.know.roles.inPassing) || f.p.know.endings.pastEnd.end(f.l.Fold(first), 2)
}

// inBrackets reports whether a body is named inside the brackets behind another English one,
// of which it only tells more: "the Lima League (LL, a member of | the Peru League)".
func (f *agreementFinder) inBrackets(m *mention) bool {
	if !f.english() || m.class != lang.OrgChunk {
		return false
	}
	for k := m.start - 1; k > 0 && k > m.start-14; k-- {
		switch f.l.Rune(k) {
		case ')', ';', '.':
			return false
		case '(':
			return f.is(k-1, lang.OrgChunk)
		}
	}
	return false
}
