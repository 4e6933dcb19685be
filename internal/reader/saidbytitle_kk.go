package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
	"shanyraq/internal/read"
)

// titleSays gives the person of the title at the tokens [a, b) that stands for a
// name as the subject of a sentence: «Елші … екенін жеткізді» after the text gave
// somebody that office. The title must be in the nominative and begin the
// sentence or stand behind its body's name; no name may follow it.
func (q *quoteFinder) titleSays(a, b int, s lang.Sentence) (int, bool) {
	if b < s.Last && (q.l.Is(b, lang.Punct) || q.l.Has(b, lang.PersonChunk) || q.l.Is(b, lang.Cap) && !q.l.Has(b, lang.PlaceChunk) && !q.l.Has(b, lang.OrgChunk)) {
		return 0, false
	}
	c, ok := q.l.Chunk(a, q.office)
	if !ok || int(c.End) != b {
		return 0, false
	}
	w := q.l.Fold(b - 1)
	bare := slices.ContainsFunc(q.l.Entry(c).Forms, func(f string) bool {
		f = lang.Fold(f)
		return f[strings.LastIndexAny(f, " -")+1:] == w // Премьер-Министр
	})
	if !bare {
		for _, x := range q.l.Analyses(b - 1) {
			bare = bare || x.Harmony && x.Slots == "poss3"
		}
	}
	if !bare || a > s.First && !q.afterBody(a, s) {
		return 0, false
	}
	if e, ok := q.holder(a); ok {
		return e, true
	}
	return q.soleOfficer(a)
}

// afterBody reports whether up to three words stand before token i in its
// sentence, so that they are the owner of the title there.
func (q *quoteFinder) afterBody(i int, s lang.Sentence) bool {
	first := s.First
	if first+1 < i && q.l.Rune(first+1) == ',' && !q.l.Has(first, lang.PersonChunk) && !q.l.Has(first, lang.OrgChunk) { // Алайда, | облыс әкімі
		first += 2
	}
	if first = q.behindOccasionKK(first, i); i-first > 3 { // Ашылу салтанатында | Сенат төрағасы
		return false
	}
	for k := first; k < i; k++ {
		if !q.l.Is(k, lang.Word) || q.l.Has(k, lang.PersonChunk) || q.l.Has(k, lang.DateChunk) {
			return false
		}
	}
	return true
}

// soleOfficer gives the person of the paragraph before token i where just one
// is named there and holds an office: «Министр» of one called deputy premier.
func (q *quoteFinder) soleOfficer(i int) (int, bool) {
	who := -1
	for _, k := range q.p.mentionsIn(lang.PersonChunk, q.p.paragraphOf(i), i) {
		e := q.p.mens[k].entity
		if who >= 0 && e != who {
			return 0, false
		}
		who = e
	}
	if who < 0 || q.counterpartKK(who, i) {
		return 0, false
	}
	for k := range q.p.doc.statements {
		st := &q.p.doc.statements[k]
		if e, ok := entityOf(st.Person); ok && st.Kind == read.Office && e == who {
			return who, true
		}
	}
	return 0, false
}

// manyOrBodyKK reports whether who speaks is told by a Kazakh noun that no one
// person is meant by: a title in the plural, or a noun for bodies.
func (q *quoteFinder) manyOrBodyKK(a, b int) bool {
	if q.p.know.pack.Tag != "kk" {
		return false
	}
	for i := a; i < b; i++ {
		if q.l.Has(i, q.pronoun) {
			return false
		}
		if q.l.Has(i, q.p.know.lists.orgHead) || q.officeItself(i) {
			return true
		}
		for _, x := range q.l.Analyses(i) {
			if x.Harmony && strings.HasPrefix(x.Slots, "plural") && q.l.Has(i, q.office) {
				return true
			}
		}
	}
	return false
}

// commonBodyKK gives the body that a noun for bodies in the genitive means:
// «министрліктің мәліметінше», the one named last whose noun it is.
func (q *quoteFinder) commonBodyKK(a, b int) (int, bool) {
	if q.p.know.pack.Tag != "kk" {
		return 0, false
	}
	for i := a; i < b; i++ {
		if !q.l.Is(i, lang.Word) || !q.l.Has(i, q.p.know.lists.orgHead) && !q.officeItself(i) {
			continue
		}
		noun := []rune(q.l.Fold(i))
		stem := string(noun[:max(min(len(noun), 4), min(len(noun)-4, 6))])
		for _, k := range slices.Backward(q.p.mentionsIn(lang.OrgChunk, 0, a)) {
			m := &q.p.mens[k]
			if m.entity < 0 {
				continue
			}
			name := lang.Fold(q.p.doc.entities[m.entity].name)
			if strings.HasPrefix(name[strings.LastIndexByte(name, ' ')+1:], stem) {
				return m.entity, true
			}
		}
	}
	return 0, false
}

// caseBehind reports whether the ending of a case is written on to a Kazakh name
// with a hyphen at token i, so that it is not the subject: «БҰҰ-ның басқармасы».
func (q *quoteFinder) caseBehind(i int) bool {
	return q.p.know.pack.Tag == "kk" && i+1 < len(q.l.Toks) && q.l.Rune(i) == '-' && q.l.Is(i, lang.Glued) && q.l.Is(i+1, lang.Glued) && q.l.Has(i+1, q.p.know.lists.caseEnd)
}

// attributeKK reports whether a Kazakh noun for bodies at the tokens [a, b) only
// qualifies a body or an office right behind it and is not who speaks: «Ұйым
// комиссиясының президенті», «комитет төрағасы».
func (q *quoteFinder) attributeKK(a, b int) bool {
	if q.p.know.pack.Tag != "kk" || b != a+1 || b >= len(q.l.Toks) || q.l.Has(a, q.pronoun) || q.l.Has(a, q.office) || q.l.Has(a, lang.PersonChunk) || q.l.Has(a, lang.OrgChunk) {
		return false
	}
	if !q.l.Has(b, q.p.know.lists.orgHead) && !q.l.Has(b, q.office) {
		return false
	}
	for _, x := range q.l.Analyses(b) {
		if x.Harmony && strings.HasPrefix(x.Slots, "poss3") {
			return true
		}
	}
	return false
}

// proclaimed reports whether the verb at v names what something is to be rather than
// reports words, which end before end: «29 қазанды аза тұту күні деп жариялады». The
// word before «деп» is no verb then.
func (q *quoteFinder) proclaimed(v, end int) bool {
	if end < 2 || v >= len(q.l.Toks) || q.p.know.pack.Tag != "kk" || !strings.HasPrefix(q.l.Fold(v), "жариял") && !strings.HasPrefix(q.l.Fold(v), "ата") {
		return false
	}
	k := end
	if q.l.Fold(end-1) == "деп" {
		k--
	} else if end >= len(q.l.Toks) || q.l.Fold(end) != "деп" {
		return false
	}
	return !q.p.know.endings.verbEnd.end(q.l.Fold(k-1), 0)
}

// behindTitleKK reports whether a Kazakh title without a name stands between the verb of
// saying at v and the body of a mention, which then only tells where it was said: «– деді
// облыс әкімі | ОКҚ алаңында».
func (q *quoteFinder) behindTitleKK(m *mention, v int) bool {
	if q.p.know.pack.Tag != "kk" || m.start <= v {
		return false
	}
	for k := q.behindSay(v); k < m.start && k < v+5 && q.l.Is(k, lang.Word); k++ {
		if c, ok := q.l.Chunk(k, q.office); ok && int(c.End) <= m.start {
			return !q.officeItself(k) && !q.obliqueTitle(k)
		}
	}
	return false
}

// placedKK reports whether the Kazakh body named at token a of a match stands behind the
// title of who speaks and only tells where.
func (q *quoteFinder) placedKK(m *pattern.Match, a int) bool {
	o, ok := q.p.mentionAt(a, lang.OrgChunk)
	return ok && q.p.know.headLast && q.behindTitleKK(o, q.sayIn(m.Start, a))
}

// bodyNounKK reports whether a Kazakh word for any body stands among the tokens of who
// speaks, so that no person does: «ведомствоның айтуынша».
func (q *quoteFinder) bodyNounKK(a, b int) bool {
	if !q.p.know.headLast {
		return false
	}
	for i := a; i < b; i++ {
		if q.l.Plays(i, q.p.know.roles.ofBody) {
			return !q.titled(i, b)
		}
	}
	return false
}

// nounSays reports whether one or two small words close a Kazakh clause behind the
// verb of saying at v, as who speaks does where the text calls him by what he is:
// «…», – деді понтифик.
func (q *quoteFinder) nounSays(v, to int) bool {
	if q.p.know.pack.Tag != "kk" || to-v < 2 || to-v > 3 || q.behindSay(v) >= to {
		return false
	}
	for i := v + 1; i < to; i++ {
		if !q.l.Is(i, lang.Lower) || q.l.Has(i, q.p.know.lists.funcWord) {
			return false
		}
		for _, a := range q.l.Analyses(i) {
			if a.Harmony && len(a.Suffix) >= 4 && (strings.HasSuffix(a.Slots, "loc") || strings.HasSuffix(a.Slots, "dat") || strings.HasSuffix(a.Slots, "abl") || strings.HasPrefix(a.Slots, "plural")) {
				return false
			}
		}
	}
	return true
}

// goesOnKK reads a Kazakh sentence without a subject that goes on with what the
// speaker of the sentence before it said: «Сондай-ақ, … жеткізді», «… бітетінін айтты»,
// «Айтуынша, …». A clause and a verb of saying close it, or a word for "by what is said"
// opens it; no one else is told in it as who speaks.
func (q *quoteFinder) goesOnKK(s lang.Sentence) (c speech) {
	if k := q.byWordsOpens(s); q.p.know.pack.Tag == "kk" && k > 0 && s.Last-s.First >= 5 && !q.saidRightBefore(s) && !q.anyUsed(s.First, s.Last) {
		if who := q.soleBeforeKK(s); who >= 0 {
			c = speech{who: who, person: true, rule: "quote.goes-on"}
			c.from, c.to = q.trim(k, s.Last)
		}
		return c
	}
	if q.p.know.pack.Tag != "kk" || q.speaker < 0 || s.Last-s.First < 5 || !q.saidRightBefore(s) || q.anyUsed(s.First, s.Last) {
		return c
	}
	if k := q.byWordsOpens(s); k > 0 {
		c = speech{who: q.speaker, person: true, rule: "quote.goes-on"}
		c.from, c.to = q.trim(k, s.Last)
		return c
	}
	from := q.alsoOpens(s)
	v := s.Last - 2
	if !q.l.Has(v, q.say) {
		v--
	}
	ch, ok := q.l.Chunk(v, q.say)
	if !ok || int(ch.End) < s.Last-1 || v <= s.First+2 || from >= 0 && v <= from+3 || !q.p.know.closesClause(q.l.Fold(v-1)) {
		return c
	}
	if from < 0 {
		if from = s.First; !q.noSubjectKK(from, v) {
			return c
		}
	}
	for i := from; i < v; i++ {
		if m, ok := q.p.mentionAt(i, lang.PersonChunk); ok && !q.p.inCaseKK(m) || q.l.Has(i, q.pronoun) || q.l.Has(i, q.office) && !q.officeItself(i) {
			return c
		}
	}
	c = speech{who: q.speaker, person: true, rule: "quote.goes-on"}
	c.from, c.to = q.trim(from, v)
	return c
}

// soleBeforeKK gives the one person whom the Kazakh sentence before s names, -1 where it
// names none or several: «X пікір білдірді. | Айтуынша, …».
func (q *quoteFinder) soleBeforeKK(s lang.Sentence) int {
	k := q.p.sentenceIndex(s.First)
	if k == 0 {
		return -1
	}
	who := -1
	for _, n := range q.p.mentionsIn(lang.PersonChunk, q.p.sents[k-1].First, q.p.sents[k-1].Last) {
		m := &q.p.mens[n]
		if m.entity < 0 || who >= 0 && m.entity != who || q.p.inCaseKK(m) {
			return -1
		}
		who = m.entity
	}
	return who
}

// saidRightBefore reports whether the last quotation stated ends with the sentence before
// s, or in it.
func (q *quoteFinder) saidRightBefore(s lang.Sentence) bool {
	for k := len(q.p.doc.statements) - 1; k >= 0; k-- {
		if st := &q.p.doc.statements[k]; st.Kind == read.Quote {
			return s.First-st.last <= 2 && s.First >= st.first
		}
	}
	return false
}

// byWordsOpens gives the token behind a word for "by what is said" that opens a sentence
// and says of nobody whose words they are, since they are those of who spoke before:
// «Айтуынша, | жол күзде бітеді»; 0 where none does.
func (q *quoteFinder) byWordsOpens(s lang.Sentence) int {
	if !q.l.Plays(s.First, q.p.know.roles.byHisWords) {
		return 0
	}
	if q.l.Rune(s.First+1) == ',' {
		return s.First + 2
	}
	return s.First + 1
}

// noSubjectKK reports whether nothing among the tokens can be who says what the sentence
// reports, so that its speaker is the one of the sentence before: no body named, and no
// noun for persons or bodies without a case.
func (q *quoteFinder) noSubjectKK(from, to int) bool {
	person, body, actor := q.p.know.lists.personNoun, q.p.know.lists.orgHead, q.p.know.lists.actorNoun
	for i := from; i < to; i++ {
		if m, ok := q.p.mentionAt(i, lang.OrgChunk); ok && !q.p.inCaseKK(m) {
			return false
		}
		if !q.l.Is(i, lang.Word) {
			continue
		}
		w := q.l.Fold(i)
		if pluralKK(w) || agentKK(w) {
			return false
		}
		if q.l.Has(i, person) || q.l.Has(i, body) || q.l.Has(i, actor) {
			if !q.inCaseWordKK(i) {
				return false
			}
		}
	}
	return true
}

// inCaseWordKK reports whether a Kazakh word stands in a case.
func (q *quoteFinder) inCaseWordKK(i int) bool {
	for _, a := range q.l.Analyses(i) {
		if !a.Harmony {
			continue
		}
		switch a.Slots[strings.LastIndexByte(a.Slots, ' ')+1:] {
		case "gen", "dat", "acc", "loc", "abl", "ins":
			return true
		}
	}
	return false
}

// alsoOpens gives the token behind a word for "also" that opens a Kazakh sentence; -1
// where none does.
func (q *quoteFinder) alsoOpens(s lang.Sentence) int {
	k := alsoEndsKK(q.l, s.First)
	if k == s.First {
		return -1
	}
	if q.l.Rune(k) == ',' {
		k++
	}
	return k
}

// alsoEndsKK gives the token behind the Kazakh words for "also" that begin at token k,
// k where none do.
func alsoEndsKK(l *lang.Lattice, k int) int {
	if k+2 >= len(l.Toks) {
		return k
	}
	switch l.Fold(k) {
	case "сондай":
		if l.Rune(k+1) == '-' && l.Fold(k+2) == "ақ" {
			return k + 3
		}
	case "сонымен":
		if w := l.Fold(k + 1); w == "қатар" || w == "бірге" {
			return k + 2
		}
	case "бұдан", "одан":
		if w := l.Fold(k + 1); w == "бөлек" || w == "басқа" {
			return k + 2
		}
	case "бұған", "оған":
		if l.Fold(k+1) == "қоса" {
			return k + 2
		}
	}
	return k
}

// unnamedKK reports whether the words behind a Kazakh verb of saying at v tell of
// somebody who has no name there, so that nobody named before said it (told): many
// people («дейді тұрғындар»), or a paper («делінген хабарламада»), which is of the body
// whose noun stands beside it, where the text has named that.
func (q *quoteFinder) unnamedKK(v, to int) (who int, ok, told bool) {
	if q.p.know.pack.Tag != "kk" {
		return 0, false, false
	}
	if strings.HasPrefix(q.l.Fold(v), "делін") {
		who, ok = q.commonBodyKK(v+1, to)
		return who, ok, true
	}
	if k := q.behindSay(v); k < to && q.l.Plays(k, q.p.know.roles.asker) && (k+1 >= to || !q.l.Has(k+1, lang.PersonChunk)) {
		return 0, false, true
	}
	for i := v + 1; i < to && i <= v+6 && q.l.Is(i, lang.Word); i++ {
		if !q.l.Is(i, lang.Lower) || i+1 < to && q.l.Is(i+1, lang.Word) {
			continue
		}
		for _, a := range q.l.Analyses(i) {
			if a.Harmony && (a.Slots == "plural" || a.Slots == "plural poss3") {
				return 0, false, true
			}
		}
	}
	return 0, false, false
}

// calledOtherwiseKK gives the beginnings of the titles that the Kazakh office at token i
// is another name of: «Үкімет басшысы» is the premier; "" where it is none.
func (q *quoteFinder) calledOtherwiseKK(i int) string {
	if q.p.know.pack.Tag != "kk" {
		return ""
	}
	v, _, ok := q.l.Value(i, q.p.know.lists.headOffice)
	if !ok {
		v, _, _ = q.l.Value(i-1, q.p.know.lists.headOffice)
	}
	return v
}

// isCalledKK reports whether a title is that of the office with another name at token i: it
// begins as one of those, or has the same head behind the same word («Мемлекет басшысы»).
func (q *quoteFinder) isCalledKK(i int, title, other string, sameHead bool) bool {
	for w := range strings.FieldsSeq(other) {
		if q.heads(title, w) {
			return true
		}
	}
	title = lang.Fold(title)
	return sameHead && (strings.HasPrefix(title, q.l.Fold(i)) || i > 0 && strings.HasPrefix(title, q.l.Fold(i-1)))
}

// namedBehindKK reports whether the person of an office that the sentence of the Kazakh
// title at token i tells of is named only behind it, so that the title means somebody else:
// «Мемлекет басшысы тұңғыш президент Асан Омаровтың жолын жалғайтынын айтты».
func (q *quoteFinder) namedBehindKK(i int, st *statement) bool {
	if q.p.know.pack.Tag != "kk" || st.last <= i {
		return false
	}
	who, ok := entityOf(st.Person)
	return ok && !slices.ContainsFunc(q.p.mentionsIn(lang.PersonChunk, 0, i), func(k int32) bool { return q.p.mens[k].entity == who })
}

// sameHouseKK reports whether the Kazakh title at token i is the other name for who heads a
// house of parliament, right behind the body of an office that was stated: «Мәжіліс |
// спикері» of its төраға.
func (q *quoteFinder) sameHouseKK(i int, st *statement) bool {
	if q.p.know.pack.Tag != "kk" || i == 0 || st.Organization == "" {
		return false
	}
	w, other := q.l.Fold(i), ""
	switch {
	case strings.HasPrefix(w, "спикер"):
		other = "төраға"
	case strings.HasPrefix(w, "төраға"):
		other = "спикер"
	default:
		return false
	}
	e, ok := entityOf(st.Organization)
	return ok && strings.HasPrefix(lang.Fold(st.Title), other) && !strings.Contains(st.Title, " ") &&
		slices.ContainsFunc(q.p.mentionsIn(lang.OrgChunk, q.p.sentenceOf(i).First, i), func(k int32) bool { return q.p.mens[k].entity == e && q.p.mens[k].end == i })
}
