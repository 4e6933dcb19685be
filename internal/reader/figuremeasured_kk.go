package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// What a Kazakh figure measures, where nothing is counted behind it: the whole that a share
// is of, «қаражаттың 45 пайызы», what the share is, «40 пайызы – балалар», the stuff or
// money right behind the unit, «20 млн теңге сыйақы берілді», the subject of a verb of
// being so much or changing, «экспорт 3,8 млрд долларды құрады», its object, «айналымды
// 5 млрд долларға жеткізді», and what money goes to, «жөндеуге 5 млн теңге бөлінді».

// subjectReachKK is how many tokens may stand between what is measured and a Kazakh figure.
const subjectReachKK = 22

// measureKK is a Kazakh figure whose label is looked for in the tokens around it.
type measureKK struct {
	st         *read.Statement
	s          lang.Sentence
	start, end int // with the qualifiers
	verb       measureVerb
	money      bool
	agent      bool // somebody does what the verb tells, and stands before its object
}

// measureVerb is what the verb behind a measured figure does.
type measureVerb uint8

const (
	noVerb     measureVerb = iota
	isSoMuch               // its subject is so much, or grew so
	makesIt                // its object is made so much
	spendsIt               // so much goes to what stands in the dative
	clauseEnds             // none stands there: салмағы – 37 келі
)

// measuredKK names what the figure in the tokens [start, end) measures or is a share of.
func (f *figureReader) measuredKK(st *read.Statement, s lang.Sentence, start, end int) {
	if !f.p.know.headLast || st.Group != "" || st.Rank != 0 || st.Only {
		return
	}
	m := measureKK{st: st, s: s, start: f.bareStart(start, s), end: end, money: len(st.Unit) == 3 && isCode(st.Unit)}
	share := st.Unit == "percent" || st.Value != nil && *st.Value < 1 && st.Unit == ""
	if f.ownedFigureKK(&m) {
		if f.predicateKK(&m) {
			return
		}
		if k := m.start - 1; st.Counted == "" && k > s.First && f.l.Is(k, lang.Glued) && f.l.Rune(k-1) == '-' { // ІЖӨ-нің 2 пайызы
			st.Counted = f.ownerNounKK(k, s)
			return
		}
		if st.Counted == "" && (f.nameMeasure(st, f.wholePhraseKK(m.start-1, s), m.start, s) || f.sameWholeKK(&m)) {
			f.wholeIn, f.wholeLabel = s, st.Counted
			return
		}
	}
	if st.Counted != "" || st.Unit == "person" || st.Unit == "" && st.Times == 0 && !f.levelFigureKK(&m) {
		return
	}
	if !share && st.Times == 0 && st.Unit != "" && f.behindUnitKK(&m) {
		return
	}
	m.verb = f.measureVerbKK(&m)
	if m.verb == noVerb && !f.l.Plays(m.start-1, f.p.know.roles.measureNoun) {
		return
	}
	f.subjectOfMeasureKK(&m)
}

// nameMeasure names the words [from, to) of a sentence, the last of them without its case and
// without words that only point at them, as what a figure measures; false where none are
// left.
func (f *figureReader) nameMeasure(st *read.Statement, from, to int, s lang.Sentence) bool {
	for from < to && f.l.Plays(from, f.p.know.roles.measureGap) {
		from++
	}
	if from >= to || to-from > longestMeasured || !f.namesMeasureKK(from, to) {
		return false
	}
	last := f.l.Slice(to-1, to)
	st.Counted = strings.TrimSuffix(f.l.Slice(from, to), last) + f.nominativeKK(to-1)
	return true
}

// nominativeKK gives the Kazakh noun at token i without its case.
func (f *figureReader) nominativeKK(i int) string {
	w := f.l.Slice(i, i+1)
	if f.l.Plays(i, f.p.know.roles.measureNoun) {
		return w
	}
	if f.shortOwnedKK(i, f.l.Fold(i)) {
		return strings.TrimSuffix(w, "н")
	}
	return f.withoutGenitiveKK(f.p.withoutCase(w), w)
}

// shortOwnedKK reports whether a short Kazakh word is an owned noun in the accusative, which
// withoutCase takes for a stem: құнын, санын.
func (f *figureReader) shortOwnedKK(i int, w string) bool {
	return endsAny(w, "ын", "ін") && !atLeast(w, 6) && !f.p.know.endings.wholeNoun.whole(w) && endsAsKK(f.l, i, "poss3 acc")
}

// ownedFigureKK reports whether a figure carries the possessive of what it is a part of:
// 45 пайызы, 18 гектарын, жартысынан астамы.
func (f *figureReader) ownedFigureKK(m *measureKK) bool {
	for k := m.end - 1; k > m.start && k >= m.end-2; k-- {
		switch w := f.l.Fold(k); {
		case (f.l.Has(k, f.unit) || f.l.Has(k, f.qualAfter)) && f.ownedUnitKK(k), w == "ы", w == "і", w == "ын", w == "ін", w == "сы", w == "сі":
			return true
		}
	}
	if k := m.end; k < m.s.Last && f.l.Has(k, f.qualAfter) && f.ownedUnitKK(k) {
		m.end++
		return true
	}
	if m.st.Unit == "" && m.st.Value != nil && *m.st.Value < 1 { // соның төрттен бірі
		return true
	}
	x, ok := f.p.numberAt(m.start)
	return ok && f.possessedNumber(x)
}

// ownedUnitKK reports whether the Kazakh unit or qualifier at token k carries the
// possessive: пайызы, but not келі, which is spelled so in the list.
func (f *figureReader) ownedUnitKK(k int) bool {
	if ch, ok := f.l.Chunk(k, f.unit); ok && int(ch.End) == k+1 && slices.Contains(f.l.Entry(ch).Forms, f.l.Fold(k)) {
		return false
	}
	return endsAsKK(f.l, k, "poss3")
}

// sameWholeKK gives a share that names no whole that of the one before it in the sentence:
// «халықтың 62 пайызы қалада, 38 пайызы ауылда».
func (f *figureReader) sameWholeKK(m *measureKK) bool {
	if f.wholeIn != m.s || f.wholeLabel == "" || m.st.Unit != "percent" || m.start <= m.s.First || f.l.Rune(m.start-1) != ',' && !f.l.Has(m.start-1, f.and) && f.l.Fold(m.start-1) != "ал" {
		return false
	}
	m.st.Counted = f.wholeLabel
	return true
}

// wholePhraseKK gives the first token of the noun phrase in the genitive that ends with token k;
// k+1 where none does.
func (f *figureReader) wholePhraseKK(k int, s lang.Sentence) int {
	if k < s.First || f.ownerNounKK(k, s) == "" {
		return k + 1
	}
	return f.phraseBackKK(k, s)
}

// predicateKK takes what a share is from behind the dash that follows it: «40 пайызы –
// балалар».
func (f *figureReader) predicateKK(m *measureKK) bool {
	i := m.end
	if i+1 >= m.s.Last || !isDash(f.l.Rune(i)) || f.l.Is(i+1, lang.Glued) {
		return false
	}
	to := i + 1
	for to < m.s.Last && to < i+12 && (f.l.Is(to, lang.Word) || f.l.Rune(to) == '-' && f.l.Is(to, lang.Glued)) {
		to++
	}
	h := to - 1
	w := f.l.Fold(h)
	if h <= i || to < m.s.Last && !f.l.Is(to, lang.Punct) || !f.l.Is(h, lang.Lower) || f.l.Has(h, f.stop) || f.l.Has(h, f.qualAfter) || f.l.Plays(h, f.p.know.roles.measureIs) || f.endsLikeVerb(h) && !pluralKK(w) || f.nominativeKK(h) != f.l.Slice(h, h+1) || f.adjectiveKK(h) {
		return false
	}
	from := f.phraseBackKK(h, lang.Sentence{First: i + 1, Last: to})
	if j := from - 1; j > i+1 && f.l.Has(j, f.and) { // тұвалар мен урианхайлар
		from = f.phraseBackKK(j-1, lang.Sentence{First: i + 1, Last: j})
	}
	return f.nameMeasure(m.st, from, to, m.s)
}

// behindUnitKK takes the noun in the nominative between the unit and the verb, of which
// there is so much: «34,5 млн теңге айыппұл салды», «300 келі баурсақ таратылды».
func (f *figureReader) behindUnitKK(m *measureKK) bool {
	if u := f.l.Slice(m.end-1, m.end); ofTime(m.st.Unit) || f.p.withoutCase(u) != u && !f.l.Has(m.end-1, f.qualAfter) || f.ownedUnitKK(m.end-1) {
		return false
	}
	i := m.end
	for i < m.s.Last && f.l.Has(i, f.qualAfter) {
		i++
	}
	from := i
	for ; i < m.s.Last && i < from+4 && f.l.Is(i, lang.Lower); i++ {
		if f.used[i] || f.l.Has(i, f.stop) || f.l.Has(i, f.p.know.lists.pronoun) || f.l.Has(i, lang.NumberChunk) || f.l.Plays(i, f.p.know.roles.measureGap) || f.l.Plays(i, f.p.know.roles.measureIs) || f.endsLikeVerb(i) || f.l.Has(i, f.p.know.lists.changeAfter) || f.l.Plays(i, f.p.know.roles.spendsOn) {
			return false
		}
		if f.adjectiveKK(i) {
			continue
		}
		if f.nominativeKK(i) != f.l.Slice(i, i+1) || f.todoKK(i) || f.infinitiveKK(i) || f.convertedKK(i) {
			return false
		}
		if i+1 < m.s.Last && f.l.Is(i+1, lang.Lower) && (f.endsLikeVerb(i+1) || f.l.Plays(i+1, f.p.know.roles.makesVerb) || f.l.Plays(i+1, f.p.know.roles.spendsOn)) {
			to := i + 1
			if f.l.Plays(to, f.p.know.roles.lightVerb) { // сыйлық | табыс етті
				if to--; f.l.Has(to-1, f.p.know.lists.phraseMod) {
					return false
				}
			}
			return f.nameMeasure(m.st, from, to, m.s)
		}
	}
	return false
}

// infinitiveKK reports whether the Kazakh word at token i is a verbal noun: беру, жинау.
func (f *figureReader) infinitiveKK(i int) bool {
	w := f.l.Fold(i)
	return strings.HasSuffix(w, "у") && atLeast(w, 5)
}

// adjectiveKK reports whether the Kazakh word at token i describes the noun behind it.
func (f *figureReader) adjectiveKK(i int) bool {
	w := f.l.Fold(i)
	return f.l.Has(i, f.p.know.lists.phraseMod) || relationalKK(w) && atLeast(w, 6) || endsAny(w, "сыз", "сіз", "ғы", "гі") && atLeast(w, 6) && !endsAsKK(f.l, i, "poss3") || endsAny(w, "лы", "лі") && atLeast(w, 5)
}

// levelFigureKK reports whether a bare number is a level that its verb leads to: «көрсеткіш
// 86 мыңға жетті».
func (f *figureReader) levelFigureKK(m *measureKK) bool {
	return m.st.Value != nil && *m.st.Value >= fewestInRow && dativeKK(f.l.Fold(m.end-1)) && (f.l.Plays(m.end, f.p.know.roles.measureIs) || f.l.Has(m.end, f.p.know.lists.changeAfter))
}

// measureVerbKK tells what the verb right behind a figure does.
func (f *figureReader) measureVerbKK(m *measureKK) measureVerb {
	r := &f.p.know.roles
	far := m.end + 2
	from := ablativeKK(f.l.Fold(m.end - 1)) // 4 пайыздан | 1 пайызға дейін төмендету
	if from {
		far = m.end + 6
	}
	for k := m.end - 1; k <= far && k < m.s.Last; k++ {
		switch {
		case from && k >= m.end && (f.l.Has(k, lang.NumberChunk) || f.l.Is(k, lang.Number) || f.l.Has(k, f.unit) || f.l.Rune(k) == '%'):
		case f.l.Plays(k, r.makesChange):
			m.agent = true
			return makesIt
		case f.l.Plays(k, r.measureIs), k >= m.end && f.l.Has(k, f.p.know.lists.changeAfter) && !f.l.Plays(k, r.moreLess):
			return isSoMuch
		case f.l.Plays(k, r.spendsOn) && m.money:
			m.agent = f.l.Plays(k, r.spendsItself)
			return spendsIt
		case k < m.end, f.l.Has(k, f.qualAfter), f.l.Plays(k, r.measureGap):
		case f.l.Is(k, lang.Punct) && f.l.Rune(k) != '(' && f.l.Rune(k) != '-':
			return clauseEnds
		default:
			return noVerb
		}
	}
	return clauseEnds
}

// subjectOfMeasureKK takes what a figure measures from the words of its clause before it,
// the last that stands in the case its verb asks for.
func (f *figureReader) subjectOfMeasureKK(m *measureKK) {
	r, s, i := &f.p.know.roles, m.s, m.start-1
	dash := i > s.First && isDash(f.l.Rune(i)) && !f.l.Is(i, lang.Glued)
	if dash {
		i--
	}
	near := true // nothing but times stand between
	for ; i >= s.First && i > m.start-subjectReachKK; i-- {
		switch {
		case f.inDate(i), f.l.Plays(i, r.measureGap):
		case f.l.Has(i, f.unit) && f.caseOfKK(i) == "loc": // екі жылда, бір тәулікте
			for i > s.First && (f.l.Has(i-1, lang.NumberChunk) || f.l.Is(i-1, lang.Number)) {
				i--
			}
		case !dash && (f.converbEndsKK(i) || f.l.Rune(i) == ',' && i > s.First && strings.HasSuffix(f.l.Fold(i-1), "п") && (f.l.Has(i-1, f.p.know.lists.changeAfter) || f.l.Plays(i-1, r.measureIs))): // 34 см-ге көтеріліп, | 612 см-ге жетті
			near, i = false, i-1
		case f.l.Rune(i) == ',' && (f.l.Plays(i-1, r.measureGap) || f.l.Plays(i+1, r.measureGap)):
		case f.l.Has(i, lang.NumberChunk), f.used[i]:
			if near && !ablativeKK(f.l.Fold(m.start-1)) {
				return
			}
		case !f.l.Is(i, lang.Word):
			return
		case f.l.Plays(i, r.aimedAt):
			return
		case f.l.Plays(i, r.measuredBeside), f.l.Has(i, f.closing):
			near = false
			i = f.phraseBackKK(i-1, s)
		case f.l.Has(i, f.stop), f.l.Has(i, f.p.know.lists.pronoun):
			return
		default:
			next, done := f.nounOfMeasureKK(m, i, near, dash)
			if done {
				return
			}
			near, i = false, next
		}
	}
}

// nounOfMeasureKK takes the noun at token i, before a figure, as what is measured where its
// case is that which the verb asks for; else it gives the first token of its phrase to go on
// from, or done where nothing before it can be.
func (f *figureReader) nounOfMeasureKK(m *measureKK, i int, near, dash bool) (next int, done bool) {
	for _, c := range [...]lang.Class{lang.PlaceChunk, lang.OrgChunk, lang.PersonChunk} {
		if p, ok := f.p.mentionAt(i, c); ok {
			return p.start, f.caseOfKK(i) == ""
		}
	}
	from := f.phraseBackKK(i, m.s)
	r := &f.p.know.roles
	switch c := f.caseOfKK(i); {
	case c == "acc" && m.verb == makesIt, c == "dat" && m.verb == spendsIt && f.purposeKK(i):
		if j := from - 1; from == i && f.todoKK(i) && j >= m.s.First && f.l.Is(j, lang.Lower) && f.caseOfKK(j) == "acc" && !f.endsLikeVerb(j) { // піл қорасын | жөндеуге
			from = f.phraseBackKK(j, m.s)
		}
		if m.agent {
			from = f.behindAgentKK(m, from, i)
		} else {
			from = f.withJoinedKK(from, m.s)
		}
		f.nameMeasure(m.st, from, i+1, m.s)
		return from, true
	case c == "acc", c == "gen":
		return from, true
	case c != "":
		return from, false
	case !f.l.Plays(i, r.measureNoun) && (f.endsLikeVerb(i) || pastPartKK(f.l.Fold(i))):
		return from, true
	case m.money && (f.l.Has(i, f.person) || f.l.Has(i, f.p.know.lists.officeNoun)):
		return from, true
	}
	owned := f.l.Plays(i, r.measureNoun) || endsAsKK(f.l, i, "poss3")
	switch m.verb {
	case isSoMuch:
	case clauseEnds:
		if !dash && !(near && owned) {
			return from, true
		}
	default:
		if !near || !f.l.Plays(i, r.measureNoun) {
			return from, true
		}
	}
	if endsAsKK(f.l, i, "attr") || endsAsKK(f.l, i, "poss3 attr") || f.l.Has(i, f.unit) && f.p.ownedForm(i) && !f.l.Plays(i, r.measureNoun) || f.idleTimeKK(m, i) {
		return from, true
	}
	if ofTime(m.st.Unit) && f.caseOfKK(m.end-1) == "loc" || ofTime(m.st.Unit) && !(owned && near) && m.st.Change == "" {
		return from, true
	}
	if f.nameMeasure(m.st, f.withJoinedKK(from, m.s), i+1, m.s); from == i && near {
		f.ownerBehindKK(m)
	}
	return from, true
}

// ownerBehindKK adds the noun behind a Kazakh participle whose measure is told before it:
// «құны 184 млн теңге болатын | зертхана» is the «зертхана құны».
func (f *figureReader) ownerBehindKK(m *measureKK) {
	i := m.end
	if i+2 >= m.s.Last || !f.l.Plays(i, f.p.know.roles.measureIs) || !endsAny(f.l.Fold(i), "тын", "тін", "ған", "қан", "ген", "кен") {
		return
	}
	from := i + 1
	for i++; i < m.s.Last && i < from+4 && f.l.Is(i, lang.Lower) && !f.used[i] && !f.l.Has(i, f.stop) && f.adjectiveKK(i) && !f.l.Has(i, lang.NumberChunk); i++ {
	}
	if i >= m.s.Last || !f.l.Is(from, lang.Lower) || !f.l.Is(i, lang.Lower) || f.l.Has(i, lang.NumberChunk) || f.used[i] || f.l.Has(i, f.stop) || f.endsLikeVerb(i) || f.l.Has(i, f.p.know.lists.pronoun) {
		return
	}
	head := m.st.Counted
	if f.nameMeasure(m.st, from, i+1, m.s) {
		m.st.Counted += " " + head
	}
}

// purposeKK reports whether the Kazakh noun in the dative at token i may be what money goes
// to, and is nobody to whom it is given.
func (f *figureReader) purposeKK(i int) bool {
	return f.l.Is(i, lang.Lower) && !f.l.Has(i, f.person) && !f.l.Has(i, f.p.know.lists.officeNoun) && !f.l.Has(i, f.p.know.lists.settlement) && !f.l.Has(i, f.p.know.lists.placeHead) && !f.l.Has(i, f.unit) && !f.l.Plays(i, f.p.know.roles.givenTo) && !f.manyGivenKK(i) && !(f.l.Has(i, f.p.know.lists.orgHead) && f.p.ownedForm(i))
}

// caseOfKK gives the case of the Kazakh noun at token i: "gen", "dat", "acc", "loc", "abl",
// "ins", "" for the nominative.
func (f *figureReader) caseOfKK(i int) string {
	if f.l.Plays(i, f.p.know.roles.measureNoun) {
		return ""
	}
	w := f.l.Fold(i)
	if genitiveKK(w) {
		return "gen"
	}
	cut := strings.ToLower(f.p.withoutCase(f.l.Slice(i, i+1)))
	if cut == w {
		if f.shortOwnedKK(i, w) {
			return "acc"
		}
		return ""
	}
	switch e := strings.TrimPrefix(w, cut); {
	case strings.HasSuffix(e, "мен"), strings.HasSuffix(e, "бен"), strings.HasSuffix(e, "пен"):
		return "ins"
	case ablativeKK(w):
		return "abl"
	case strings.HasSuffix(e, "да"), strings.HasSuffix(e, "де"), strings.HasSuffix(e, "та"), strings.HasSuffix(e, "те"):
		return "loc"
	case strings.HasSuffix(e, "а"), strings.HasSuffix(e, "е"):
		return "dat"
	}
	return "acc"
}

// phraseBackKK gives the first token of the Kazakh noun phrase that ends with token h: its
// adjectives, nouns that describe it, and its owner where it has one.
func (f *figureReader) phraseBackKK(h int, s lang.Sentence) int {
	from, owner := h, false
	for from-1 >= s.First && h-from+1 < longestMeasured {
		i := from - 1
		if f.l.Rune(i) == '-' && f.l.Is(from, lang.Glued) && i-1 >= s.First { // киім-кешек
			from = i - 1
			continue
		}
		w := f.l.Fold(i)
		if !f.l.Is(i, lang.Word) || f.used[i] || f.l.Has(i, f.stop) || f.l.Has(i, f.p.know.lists.pronoun) || f.l.Has(i, lang.PlaceChunk) || f.l.Has(i, lang.OrgChunk) || f.l.Has(i, lang.PersonChunk) || f.l.Has(i, lang.NumberChunk) {
			break
		}
		if f.l.Is(i, lang.Cap) && i > s.First {
			break
		}
		switch {
		case f.adjectiveKK(i):
		case pluralKK(w) && !endsAsKK(f.l, from, "poss3"): // ұйғырлар | республика халқының
			return from
		case genitiveKK(w) && !owner && endsAsKK(f.l, from, "poss3"):
			owner = true
		case f.l.Plays(i, f.p.know.roles.measureGap), f.endsLikeVerb(i), pastPartKK(w), f.caseOfKK(i) != "", endsAsKK(f.l, i, "attr"):
			return from
		case endsAsKK(f.l, i, "poss3") && (!f.l.Plays(i, f.p.know.roles.measureNoun) || !endsAny(strings.ToLower(f.nominativeKK(from)), "ы", "і")): // ауа температурасы | түнде
			return from
		}
		from = i
	}
	return from
}
