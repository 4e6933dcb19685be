package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// attribution looks for who said the words between tokens a and b: behind
// them up to limit, then before them back to the sentence's beginning. It
// gives the speaker's entity and the tokens of the clause.
func (q *quoteFinder) attribution(from, a, b, limit int, prev, s *quoted) (who, first, last int, ok bool) {
	// Behind: …», — сказал X.   …," X said.
	end := b
	for end < limit && !q.stops(end) {
		end++
	}
	if who, ok := q.whoSaysAside(a); ok {
		return who, a, b, true
	}
	colon := a > from && q.l.Rune(a-1) == ':'
	if end > b && (q.linked(s, b) || s.dash || s.cut) && !(colon && !q.named(b, end)) {
		if who, ok := q.saidBehind(from, a, b, end, s); ok {
			return who, a, end, true
		}
	}
	if who, ok := q.closesWith(s, a, b, end); ok {
		return who, a, end, true
	}
	if who, ok := q.signed(s, b, limit); ok {
		return who, a, limit, true
	}
	return q.saidBefore(from, a, b, end, prev, s)
}

// saidBefore gives who says words in marks [a, b) by what stands before them since token
// from: X said: «…; X told reporters that “…; end is where their clause ends.
func (q *quoteFinder) saidBefore(from, a, b, end int, prev, s *quoted) (who, first, last int, ok bool) {
	colon := a > from && q.l.Rune(a-1) == ':'
	begin := a
	floor := from
	if prev != nil && !q.inBodyName(prev) { // X in the paper «Y» said: «…»
		_, floor = prev.outer()
	}
	for begin > floor && !q.stops(begin-1) {
		begin--
	}
	if begin < a {
		v := q.sayIn(begin, a)
		if v < 0 {
			v = q.leadsEN(s, begin, a)
		}
		for w := v; colon && prev != nil && w >= 0; w = q.sayIn(w+1, a) { // «…», said X, while Y countered: «…»
			v = w
		}
		if v >= 0 && !q.p.know.headLast && q.deniedSay(v) {
			return 0, 0, 0, false
		}
		if v >= 0 && (colon || q.sentenceLike(s) || s.to-s.from >= 3 && !q.nameLike(s)) {
			if who, ok := q.whoSaid(begin, a, v, begin); ok {
				return who, q.ownVerb(begin, v, a), b, true
			}
		}
		if colon && (q.sentenceLike(s) || q.p.know.russian && (s.to-s.from == 4 || q.shortClauseRU(s))) {
			if who, ok := q.p.lastSpeaker(begin, a); ok && !((v >= 0 || q.p.know.headLast) && q.allHear(begin, a, v)) {
				return who, begin, b, true
			}
		}
		if v < 0 {
			if who, ok := q.byWordsRU(begin, a); ok && (q.sentenceLike(s) || s.to-s.from >= 3 && !q.nameLike(s)) {
				return who, begin, b, true
			}
		}
		// «…» after "that": the verb stands behind in Turkic languages.
		if v < 0 && end > b {
			if w := q.sayIn(b, end); w >= 0 && !q.deniedSay(w) && s.to-s.from >= 3 && !q.toldOn(w, end) && !q.nameAheadKK(s, b) {
				if who, ok := q.whoSaid(begin, a, w, begin); ok {
					return who, begin, end, true
				}
			}
		}
	}
	return 0, 0, 0, false
}

// inBodyName reports whether words in marks are the name of a body.
func (q *quoteFinder) inBodyName(s *quoted) bool {
	for i := s.from; i >= 0 && i >= s.from-8; i-- { // the company «Y»; the paper «Y»
		if m, ok := q.p.mentionAt(i, lang.OrgChunk); ok && m.end >= s.to && m.end > s.from {
			return true
		}
	}
	return false
}

// named reports whether a person or a body is named among the tokens: where
// none is and a colon leads to the words, who said them stands before it.
func (q *quoteFinder) named(from, to int) bool {
	_, ok := q.p.lastSpeaker(from, to)
	return ok
}

// linked reports whether what stands behind a run ties it to an attribution:
// a comma, dash or closing mark of a sentence inside or behind the marks, or
// a verb of saying at once.
func (q *quoteFinder) linked(s *quoted, b int) bool {
	switch q.l.Rune(s.to - 1) {
	case ',', '!', '?', '…':
		return true
	}
	r := q.l.Rune(b)
	return r == ',' || isDash(r) || q.l.Has(b, q.say)
}

// stops reports whether token i ends a sentence for the search of an
// attribution.
func (q *quoteFinder) stops(i int) bool {
	switch q.l.Rune(i) {
	case '!', '?', '…', ';':
		return true
	case '.':
		if i > 0 && (q.l.Is(i-1, lang.Initial) || i+1 < len(q.l.Toks) && q.l.Is(i+1, lang.Lower)) {
			return false
		}
		if q.keepsStop(i) {
			return false
		}
		return i+1 >= len(q.l.Toks) || !q.l.Is(i+1, lang.Glued)
	}
	return false
}

// keepsStop reports whether the full stop at token i is that of an abbreviation
// before a name: "…," Mr. Berg said.
func (q *quoteFinder) keepsStop(i int) bool {
	return i > 0 && i+1 < len(q.l.Toks) && q.l.Is(i+1, lang.Cap) && q.l.Has(i-1, q.p.know.lists.abbrev) && q.p.sentenceOf(i).Last > i+1
}

// sayIn gives the first verb of saying among the tokens, -1 where none is.
func (q *quoteFinder) sayIn(from, to int) int {
	for i := from; i < to; i++ {
		if q.l.Has(i, q.say) && !q.p.askedBy(i) {
			return i
		}
	}
	return -1
}

// whoSaid finds the speaker in a clause with the verb at v: the person or
// body nearest to the verb, else the person a pronoun or a title stands for,
// looked for before the clause.
func (q *quoteFinder) whoSaid(from, to, v, before int) (int, bool) {
	if e, told := q.itSays(v-1, v); told {
		return e, e >= 0
	}
	best, dist := q.nearestTo(from, to, v)
	if best >= 0 && (dist >= bodySpeaks || q.p.know.pack.Tag == "kk") && q.besidePronoun(v, from, to) { // he said, adding that the Council would help; «деді ол Асқар Омаровтың сауалына»
		best = -1
	}
	if best >= 0 && dist >= bodySpeaks && q.p.know.russian {
		if i := q.titleBesideRU(from, to, v); i >= 0 {
			if e, is := q.bodyHeadRU(i); is {
				return e, e >= 0
			}
			best = -1
		}
	}
	if best >= 0 && dist >= bodySpeaks {
		if e, ok := q.wordsOf(v, to, before); ok {
			return e, e >= 0
		}
		for i := from; i < to; i++ {
			if e, ok := q.headOf(i); ok {
				return e, true
			}
		}
	}
	if best >= 0 {
		return best, true
	}
	return q.unnamedSays(from, to, v, before)
}

// unnamedSays is whoSaid of a clause that names nobody: the body or the person whom a noun,
// a pronoun or a title stands for, else who spoke before, where the language drops the subject.
func (q *quoteFinder) unnamedSays(from, to, v, before int) (int, bool) {
	if q.speaksForAnother(from, to) && !q.besidePronoun(v, from, to) {
		return 0, false
	}
	if e, ok, told := q.unnamedKK(v, to); told {
		return e, ok
	}
	if e, told := q.commonSays(from, to, v); told {
		return e, e >= 0
	}
	if e, ok := q.byAge(v, from, to, before); ok {
		return e, true
	}
	if e, ok := q.titleOfState(from, v); ok {
		return e, true
	}
	if e, ok := q.pronounOrTitle(from, to, v, before); ok {
		return e, true
	}
	if e, ok := q.inTheirWords(v, before); ok {
		return e, true
	}
	if e, ok := q.bodySays(from, to, v); ok {
		return e, true
	}
	if e, ok := q.bodySaysKK(v, to); ok {
		return e, true
	}
	if q.nounSays(v, to) {
		if e, ok := q.p.personBefore(before, 0); ok && !q.someoneOfKK(e, to-1) {
			return e, true
		}
	}
	if q.saidAheadKK(v, to, before) {
		return 0, false
	}
	// A bare verb goes on with the last speaker: "…", said. Only where the
	// language drops the subject.
	if q.p.know.pack.Settings["subject"] == "dropped" && q.speaker >= 0 {
		return q.speaker, true
	}
	if q.p.know.russian && q.speaker >= 0 && q.addsRU(from, v) {
		return q.speaker, true
	}
	return q.bareVerbKK(v, to, before)
}

// bodySpeaks is how much farther from the verb a body counts than a person: the one
// who speaks for it rather than the body itself.
const bodySpeaks = 30

// nearestTo gives who is named nearest to the verb at v, -1 for nobody, and how far
// that is.
func (q *quoteFinder) nearestTo(from, to, v int) (best, dist int) {
	best, dist = -1, 1<<30
	for i := from; i < to; i++ {
		for _, c := range [...]lang.Class{lang.PersonChunk, lang.OrgChunk} {
			m, ok := q.p.mentionAt(i, c)
			if !ok || m.entity < 0 || c == lang.OrgChunk && (q.toldTo(m.start, v) || q.heldByKK(m, v) || q.spokenTo(m, v)) || c == lang.PersonChunk && (q.hearsIt(m, v) || q.forAnother(m) || q.p.namedAfter(m) || q.p.asksFirst(m, v) || q.besideSaying(m, v) || q.p.besideWhatIsTold(m.start, v, v+1)) {
				continue
			}
			d := m.start - v
			if d < 0 {
				d = v - m.end
			}
			if c == lang.OrgChunk {
				if q.behindTitleKK(m, v) || q.caseBehind(m.end) { // ҚазҰУ-дың
					continue
				}
				if e, is := q.officerOf(m, to); is && best < 0 {
					if e >= 0 {
						best, dist = e, d+1
					}
					continue
				}
				d += bodySpeaks
			}
			if c == lang.PersonChunk && m.start > v && q.governedBehind(m.start, v) {
				d += 2 * bodySpeaks
			}
			if d < dist {
				best, dist = m.entity, d
			}
		}
	}
	return best, dist
}

// pronounOrTitle gives the person whom a pronoun or a title in the clause stands for.
func (q *quoteFinder) pronounOrTitle(from, to, v, before int) (int, bool) {
	for i := from; i < to; i++ {
		if !q.l.Has(i, q.pronoun) && (!q.l.Has(i, q.office) || q.officeItself(i) || q.obliqueTitle(i) || q.ownedTitleRU(i) || q.p.askersTitle(i, v)) {
			continue
		}
		if e, told := q.headOfState(i); told {
			return e, e >= 0
		}
		if e, told := q.headMeantRU(i); told {
			return e, e >= 0
		}
		if e, _ := q.p.titleMeant(i); e >= 0 {
			return e, true
		}
		if e, ok := q.holder(i); ok {
			return e, true
		}
		if e, ok := q.saidAbove(i); ok {
			return e, true
		}
		if e, ok := q.speaksOn(i, before); ok {
			return e, true
		}
		if e, ok := q.speaksOnKK(i, before); ok {
			return e, true
		}
		if q.p.know.pack.Tag == "en" && i > from && q.l.Has(i-1, q.p.know.lists.indefinite) { // said a spokesman, whom nobody named
			continue
		}
		if e, ok := q.p.personBefore(before, q.p.genderSaid(i, v)); ok && q.counterpartKK(e, i) {
			if e = q.besidesCounterpartKK(e, i); e >= 0 {
				return e, true
			}
		} else if ok && q.mayHold(e, i) && !q.someoneOfKK(e, i) {
			return q.ratherSpeakerRU(e, i, before), true
		}
	}
	return -1, false
}

// toldTo reports whether a body at token i stands where those stand to whom an
// English speaker speaks, "the bishop told Radio Kiribati", or is a Russian medium that
// is told something.
func (q *quoteFinder) toldTo(i, v int) bool {
	if q.mediumTold(i) {
		return true
	}
	if i == v+2 && q.l.Has(v+1, q.p.know.lists.definite) {
		i--
	}
	return i == v+1 && q.l.Plays(v, q.p.know.roles.tellsTo)
}

// holder gives the person whom the text gave the office named at token i, the
// one named last of several: «– деді елші» is the one called ambassador
// before. The head of a title is its last word or, where the language has it
// so, its first noun.
func (q *quoteFinder) holder(i int) (int, bool) {
	c, ok := q.l.Chunk(i, q.office)
	if !ok || q.officeItself(i) || !q.p.know.headLast && !q.p.know.russian && !(q.p.know.pack.Tag == "en" && q.p.lat.Has(i-1, q.p.know.lists.definite)) {
		return 0, false
	}
	stem := lang.Fold(firstForm(q.l.Entry(c)))
	other := q.calledOtherwiseKK(i)
	var held []int
	for k := range q.p.doc.statements {
		st := &q.p.doc.statements[k]
		if st.Kind != read.Office || st.first > i || st.Tenure == "former" { // a predecessor speaks by name
			continue
		}
		same := q.heads(st.Title, stem)
		if q.namedBehindKK(i, st) {
			continue
		}
		if other != "" {
			same = q.isCalledKK(i, st.Title, other, same)
		}
		if e, ok := entityOf(st.Person); ok && same && q.counterpartKK(e, i) {
			continue
		}
		same = same || q.sameHouseKK(i, st)
		if e, ok := entityOf(st.Person); ok && same && !slices.Contains(held, e) && q.ofSameBody(i, st) {
			held = append(held, e)
		}
	}
	if len(held) < 2 {
		return firstOf(held)
	}
	for _, k := range slices.Backward(q.p.mentionsIn(lang.PersonChunk, 0, i)) {
		if e := q.p.mens[k].entity; slices.Contains(held, e) {
			return e, true
		}
	}
	return 0, false
}

// officeItself reports whether a Kazakh word made of the name of an office means
// where it is held rather than who holds it: елшілік, министрлік, әкімдік.
func (q *quoteFinder) officeItself(i int) bool {
	c, ok := q.l.Chunk(i, q.office)
	if !ok || q.p.know.pack.Tag != "kk" || int(c.End) != i+1 {
		return false
	}
	rest, ok := strings.CutPrefix(q.l.Fold(i), lang.Fold(firstForm(q.l.Entry(c))))
	for _, e := range relationalEndings {
		if ok && strings.HasPrefix(rest, e) {
			return true
		}
	}
	return false
}

// mayHold reports whether the office named at token i may be a person's of whom
// the text has told no such title: of another title's holder only a word that
// fits every office is said («чиновник», "the official").
func (q *quoteFinder) mayHold(e, i int) bool {
	c, ok := q.l.Chunk(i, q.office)
	if any := q.p.know.lists.anyTitle; !ok || any == lang.NoClass || q.l.Has(i, any) && !(q.p.know.pack.Tag == "en" && q.l.Is(i, lang.Cap) && i > q.p.sentenceOf(i).First) || q.l.Has(i, q.pronoun) {
		return !q.ofAnotherState(e, i)
	}
	if q.delegate(e, i) {
		return false
	}
	stem, titled := lang.Fold(firstForm(q.l.Entry(c))), false
	for k := range q.p.doc.statements {
		st := &q.p.doc.statements[k]
		if who, ok := entityOf(st.Person); st.Kind != read.Office || st.first > i || !ok || who != e {
			continue
		}
		if q.heads(st.Title, stem) || q.inTitle(st.Title, stem) {
			return q.ofSameBody(i, st)
		}
		titled = true
	}
	return !titled
}

// inTitle reports whether a folded noun stands in a title as a word of its own, or a part of
// one in languages but Russian: «министр» is no «премьер-министр» there.
func (q *quoteFinder) inTitle(title, noun string) bool {
	title = lang.Fold(title)
	k := strings.Index(title, noun)
	return k >= 0 && !(q.p.know.russian && k > 0 && title[k-1] == '-')
}

// firstOf gives the first of a list; false where it is empty.
func firstOf(list []int) (int, bool) {
	if len(list) == 0 {
		return 0, false
	}
	return list[0], true
}

// heads reports whether a folded noun heads a title.
func (q *quoteFinder) heads(title, noun string) bool { return q.p.headsTitle(title, noun) }

// headsTitle reports whether a folded noun heads a title.
func (p *part) headsTitle(title, noun string) bool {
	title = lang.Fold(title)
	if p.know.headLast {
		return strings.HasPrefix(title[strings.LastIndexByte(title, ' ')+1:], noun)
	}
	if p.know.pack.Tag == "en" { // Foreign Minister, Minister of Health
		for _, link := range [...]string{" of ", " for ", " to ", " in "} {
			title, _, _ = strings.Cut(title, link)
		}
		if rest, vice := strings.CutPrefix(noun, "vice "); vice && strings.HasPrefix(title, "deputy ") { // the deputy minister is the vice minister
			noun = "deputy " + rest
		}
		return title == noun || strings.HasSuffix(title, " "+noun)
	}
	if noun == "генсек" { // генеральный секретарь
		noun = "секретар"
	}
	for w := range strings.FieldsSeq(title) {
		if strings.HasPrefix(w, noun) {
			return true
		}
		if w != "и" && !p.know.endings.adjEnd.end(w, 2) { // the first noun is another
			return false
		}
	}
	return false
}

// ofWhose gives the person whose body an English mention at token i is, named
// right before it: "Petra Kolar of the University of Zadar, who …, said", "Petra Kolar for the
// Red Crescent said".
func (q *quoteFinder) ofWhose(i int) (int, bool) {
	if q.p.know.pack.Tag != "en" || !q.l.Has(i, lang.OrgChunk) {
		return 0, false
	}
	k := i - 1
	for k > 0 && q.l.Has(k, q.p.know.lists.definite) {
		k--
	}
	if k < 1 || !q.l.Plays(k, q.p.know.roles.of) && !q.l.Plays(k, q.p.know.roles.fromWhere) && !q.l.Plays(k, q.p.know.roles.forWhat) {
		return 0, false
	}
	if first := q.p.sentenceOf(k).First; q.l.Fold(k-1) == "behalf" { // X, speaking on behalf of the union, said
		if m, ok := q.p.mentionAt(q.nextPerson(first, k), lang.PersonChunk); ok && m.entity >= 0 {
			return m.entity, true
		}
		return 0, false
	}
	for j := k - 1; j >= 0 && j > k-7; j-- {
		if m, ok := q.p.mentionAt(j, lang.PersonChunk); ok && m.end == k && m.entity >= 0 {
			return m.entity, true
		}
	}
	return 0, false
}

// nextPerson gives the token at which the first person in [from, to) is named, to where
// none is.
func (q *quoteFinder) nextPerson(from, to int) int {
	for from < to && !q.l.Has(from, lang.PersonChunk) {
		from++
	}
	return from
}
