package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// citedBehind reports whether an English instrument is only cited behind the one that a verb
// before both has for its object: "to approve the memorandum, pursuant to Articles 2 and 3 of
// | Decree No. 9".
func (f *agreementFinder) citedBehind(ph *phrase, d *deed) bool {
	cite := f.p.know.lists.citeWord
	for i := range f.insts {
		o := &f.insts[i]
		if o.from < d.end || o.from-d.end > 3 || o.to >= ph.from {
			continue
		}
		for k := o.to; k < ph.from; k++ {
			if ch, ok := f.l.Chunk(k, cite); ok && (f.l.Entry(ch).Value == "far" || int(ch.End) >= ph.from-1) {
				return true
			}
		}
		return false
	}
	return false
}

// accordingTo reports whether a name in an English sentence is only whom its news is from:
// "According to the | Department of Trade, the two countries signed".
func (f *agreementFinder) accordingTo(m *mention) bool {
	k := m.start - 1
	if !f.english() || k < 1 {
		return false
	}
	if f.l.Has(k, f.article) {
		k--
	}
	return k > 0 && f.l.Plays(k, f.p.know.roles.to) && f.l.Fold(k-1) == "according"
}

// ofLongerName reports whether an English town stands at the head of a longer name that is
// not known: "with the Warsaw | Health Innovation Hub".
func (f *agreementFinder) ofLongerName(m *mention) bool {
	return f.english() && m.class == lang.PlaceChunk && m.entity >= 0 && !f.isCountry(m.entity) && f.l.Is(m.end, lang.Cap) && f.at(m.end) == nil && f.l.Is(m.end+1, lang.Cap) && !f.deedAt(m.end)
}

// linkedOnly reports whether a body stands behind the one to which it only says that one
// belongs: "the Alliance of Ports affiliated with | the Harbour Union signed".
func (f *agreementFinder) linkedOnly(m *mention) bool {
	k := m.start - 1
	if !f.english() || k < 2 {
		return false
	}
	if f.l.Has(k, f.article) {
		k--
	}
	return k > 0 && (f.l.Has(k, f.p.know.lists.partyWith) || f.l.Plays(k, f.p.know.roles.to)) && f.l.Plays(k-1, f.p.know.roles.belongsTo)
}

// ofWholeBody reports whether an English body stands behind "of" and the short name of the one
// that is part of it: "the World Food Programme (WFP) of the | United Nations".
func (f *agreementFinder) ofWholeBody(m *mention) bool {
	k := m.start - 1
	if !f.english() || m.class != lang.OrgChunk || k < 3 {
		return false
	}
	if f.l.Has(k, f.article) {
		k--
	}
	if k < 3 || !f.l.Has(k, f.p.know.lists.of) {
		return false
	}
	if f.l.Rune(k-1) == ')' && f.l.Is(k-2, lang.Cap) && f.l.Rune(k-3) == '(' {
		k -= 3
	}
	o := f.at(k - 1)
	return o != nil && o.class == lang.OrgChunk && o.entity != m.entity
}

// partOfWorld reports whether an English place is a part of the world, which signs nothing:
// "the office for Latin America and the | Caribbean".
func (f *agreementFinder) partOfWorld(m *mention) bool {
	return f.english() && m.class == lang.PlaceChunk && m.entity >= 0 && f.l.Has(m.start, f.p.know.lists.worldRegion) && !f.isCountry(m.entity)
}

// noSide reports whether an English name, though named beside an instrument, is none of its
// sides: who told of it, what a side belongs to, a part of the world, where
// others are, what a conference is about.
func (f *agreementFinder) noSide(m *mention) bool {
	return f.accordingTo(m) || f.ofLongerName(m) || f.linkedOnly(m) || f.ofWholeBody(m) || f.partOfWorld(m) || f.inListOfPlaces(m) || f.toBeFounded(m) || f.countedBetween(m) || f.nameInMarks(m) || f.talkedAbout(m)
}

// nameInMarks reports whether an English body in quotation marks is only the name of the one
// right before it: "the National News Agency of Mali | “Khovar”".
func (f *agreementFinder) nameInMarks(m *mention) bool {
	if !f.english() || m.class != lang.OrgChunk || m.start < 2 || !isQuote(f.l.Rune(m.start-1)) {
		return false
	}
	o := f.at(m.start - 2)
	return o != nil && o.class == lang.OrgChunk && o.end == m.start-1 && o.entity != m.entity
}

// countedBetween reports whether an English town is one of two between which something is
// counted: "a survey counted 27 roadblocks between Lima and | Cusco".
func (f *agreementFinder) countedBetween(m *mention) bool {
	if !f.english() || m.class != lang.PlaceChunk || m.start < 3 || m.entity >= 0 && f.isCountry(m.entity) {
		return false
	}
	k := m.start - 1
	if o := f.at(m.start - 2); f.joins(k) && o != nil && o.class == lang.PlaceChunk {
		k = o.start - 1
	}
	return k > 1 && f.l.Has(k, f.p.know.lists.partyBetween) && (f.isNumeral(k-1) || f.isNumeral(k-2))
}

// toBeFounded reports whether an English body is only what an instrument is to set up: "signed
// an agreement for the establishment of a | Joint Commission".
func (f *agreementFinder) toBeFounded(m *mention) bool {
	k := m.start - 1
	if !f.english() || m.class != lang.OrgChunk || k < 2 {
		return false
	}
	if f.l.Has(k, f.article) {
		k--
	}
	if k < 1 || !f.l.Has(k, f.p.know.lists.of) {
		return false
	}
	switch f.l.Fold(k - 1) {
	case "establishment", "creation", "formation":
		return true
	}
	return false
}

// otherClauseDay reports whether a day behind the noun of an English signing is that of
// another thing: "The signing of the treaty coincides with the visit of 13 May". The day
// stands right behind the instrument, or behind the verb that says that it took place.
func (f *agreementFinder) otherClauseDay(m *mention, ph *phrase, d *deed, s lang.Sentence) bool {
	if !f.english() || d == nil || d.rule.Name != "agreement.signing" || d.end > ph.from || m.start <= ph.to+3 || !f.opensClause(d.start, s) {
		return false
	}
	for k := ph.to; k < m.start; k++ {
		if f.l.Plays(k, f.p.know.roles.beVerb) || f.l.Plays(k, f.p.know.roles.haveVerb) {
			return false
		}
		if w := f.l.Fold(k); strings.HasPrefix(w, "took") || strings.HasPrefix(w, "take") || w == "due" {
			return false
		}
	}
	return true
}

// yearsOfPlan reports whether a date is the span of years in the name of an English plan:
// "the 2022-2027 Action Plan".
func (f *agreementFinder) yearsOfPlan(m *mention) bool {
	v := m.date.String()
	return f.english() && len(v) == 9 && v[4] == '/'
}

// fronted gives the token from which those who act on an English instrument are named, where
// the sentence opens with words of its circumstances, a comma and two joined by "and" as the
// subject: "As part of the work between Malta and Chile, | the port and the bank have signed".
func (f *agreementFinder) fronted(from int, d *deed) int {
	if m := f.at(from); m != nil && m.class == lang.DateChunk && f.l.Rune(m.end) == ',' { // Yesterday, as part of the visit
		from = m.end + 1
	}
	if from >= d.start || f.at(from) != nil || !f.l.Plays(from, f.p.know.roles.opensFronted) {
		return from
	}
	last, named, joined := 0, 0, false
	for k := from; k < d.start; k++ {
		if m := f.at(k); m != nil {
			if r := f.l.Rune(m.start - 1); r == '(' || f.nameInMarks(m) { // its short name
				k = max(k, m.end-1)
				continue
			}
			if m.class == lang.OrgChunk || m.class == lang.PlaceChunk && m.entity >= 0 && f.isCountry(m.entity) {
				joined = joined || named > 0 && (f.joins(m.start-1) || f.joins(m.start-2))
				named++
			}
			k = max(k, m.end-1)
			continue
		}
		if f.l.Rune(k) == ',' {
			last, named, joined = k+1, 0, false
		}
	}
	if last > 0 && named == 2 && joined {
		return last
	}
	return from
}

// oneMoreAgain reports whether an English instrument is told of as one more: "also signed an
// agreement", "another memorandum".
func (f *agreementFinder) oneMoreAgain(m *made) bool {
	first := f.p.sents[m.first].First
	for k := m.phrase.from; k >= first && k > m.phrase.from-9; k-- {
		if f.l.Plays(k, f.p.know.roles.asWell) || f.l.Plays(k, f.p.know.roles.oneMore) || f.l.Plays(k, f.p.know.roles.yetOne) {
			return true
		}
		switch f.l.Fold(k) {
		case "also", "second", "additional", "addition", "two", "three", "moreover", "too":
			return true
		}
	}
	return f.aimBehind(&m.phrase)
}

// placeOfOther reports whether an English place says where something else is than the signing:
// in what the instrument is to bring ("to open schools in | Egypt"), in what it is about, or
// where the body before it is ("the Federation of Unions in | Bahrain have signed").
func (f *agreementFinder) placeOfOther(m *mention, ph *phrase, d *deed) bool {
	if f.english() && m.start >= ph.to && d.end <= ph.from && m.entity >= 0 && f.isCountry(m.entity) && f.l.Plays(m.start-1, f.p.know.roles.to) { // an agreement on exports to | Chad
		return true
	}
	if !f.english() || !f.l.Has(m.start-1, f.in) {
		return false
	}
	if m.end <= d.start && m.end <= ph.from {
		return f.is(m.start-2, lang.OrgChunk) && !f.passive(d)
	}
	if m.start < ph.to {
		return false
	}
	to := ph.to
	if f.l.Rune(to) == '(' && f.l.Is(to+1, lang.Cap) && f.l.Rune(to+2) == ')' { // its short name
		to += 3
	}
	if ph.topic && m.start == to+1 && d.end <= ph.from && m.entity >= 0 && f.isCountry(m.entity) {
		return true
	}
	aim := false
	for k := max(ph.to, d.end); k < m.start; k++ {
		if f.l.Rune(k) == ',' {
			return false
		}
		aim = aim || f.aimAt(k)
	}
	return aim
}

// inListOfPlaces reports whether an English place goes on with a list of places that says where
// somebody is: "partners in Chad, | Mali and | Togo".
func (f *agreementFinder) inListOfPlaces(m *mention) bool {
	if !f.english() || m.class != lang.PlaceChunk || m.start < 4 {
		return false
	}
	k := m.start
	for n := 0; n < 6; n++ {
		j := k - 1
		if f.joins(j) && f.l.Rune(j-1) == ',' {
			j--
		}
		o := f.at(j - 1)
		if !f.joins(j) && f.l.Rune(j) != ',' || o == nil || o.class != lang.PlaceChunk || o.end != j {
			break
		}
		k = o.start
	}
	return k < m.start && k > 1 && f.l.Has(k-1, f.in) && f.l.Is(k-2, lang.Lower) && !f.l.Has(k-2, f.npstop) && !f.deedAt(k-2)
}

// onlyNamed reports whether an English instrument with a name of its own is only mentioned, in a
// sentence that speaks of the two sides of something else: "Trade between the two states grew
// under the Gulf Protocol on Movement".
func (q *partySearch) onlyNamed() bool {
	if !q.english() || q.d != nil || !q.sidesTold || !q.proper(q.ph, q.s) || !q.l.Is(q.ph.head, lang.Cap) {
		return false
	}
	sides := q.p.know.lists.partySides
	for k := q.ph.headEnd; k < q.s.Last && k < q.ph.to+6; k++ {
		if q.l.Has(k, sides) {
			return false
		}
	}
	return true
}
