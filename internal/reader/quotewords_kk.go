package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
	"shanyraq/internal/read"
)

// calledSo reports whether words in marks that end before token i are what something
// is called, however many sentences they are: «Бірлік. Еңбек. Береке» атты, тақырыбында.
func (q *quoteFinder) calledSo(i int) bool {
	return q.p.know.pack.Tag == "kk" && (q.l.Plays(i, q.p.know.roles.calledSo) || i+1 < len(q.l.Toks) && q.l.Fold(i) == "деп" && strings.HasPrefix(q.l.Fold(i+1), "аталат"))
}

// withoutNames leaves out the runs in marks that are what something is called.
func (q *quoteFinder) withoutNames(all []quoted) []quoted {
	if q.p.know.pack.Tag != "kk" {
		return all
	}
	return slices.DeleteFunc(all, func(s quoted) bool { return s.closed && !s.dash && q.calledSo(s.to+1) })
}

// underName states the words of which the line before them says, up to its colon, whose
// they are: «Арман Ботаев, аудан әкімі: / – Жол күзде бітеді.» The line begins with the
// one person it names; words without a dash take a paragraph of their own and an office
// in the line. It is false where it states none.
func (q *quoteFinder) underName(from, to int) bool {
	if q.p.know.pack.Tag != "kk" {
		return false
	}
	start, first, plain := from, from, false
	switch {
	case isDash(q.l.Rune(from)):
		if from > 0 {
			start = q.paragraphOf(from - 1)
		}
		first = from + 1
	case from > 0 && q.l.Rune(from-1) == ':':
		start, plain = q.paragraphOf(from-1), true
	default: // the line and the words may stand in one paragraph
		for first < min(to, from+labelReach) && q.l.Rune(first) != ':' {
			first++
		}
		first += 2
	}
	colon := first - 2
	if plain {
		colon = first - 1
	}
	if colon < start+1 || first+2 >= to || q.l.Rune(colon) != ':' || !plain && (!isDash(q.l.Rune(first-1)) || !q.l.Toks[first-1].Break) || colon-start >= labelReach {
		return false
	}
	m, ok := q.p.mentionAt(start, lang.PersonChunk)
	if !ok || m.entity < 0 || len(q.p.mentionsIn(lang.PersonChunk, m.end, first)) > 0 || m.end < colon && q.l.Rune(m.end) != ',' && !isDash(q.l.Rune(m.end)) {
		return false
	}
	if plain && !q.titled(m.end, colon) {
		return false
	}
	s := quoted{from: first, to: to, closed: true, dash: true}
	if !q.sentenceLike(&s) {
		return false
	}
	q.state(&s, m.entity, start, to, "quote.dialogue")
	return true
}

// namesInside reports whether a Kazakh paragraph below a line that ends in a colon begins
// with no mark, so that what stands in marks in it is only called so: «Арман Ботаев, аудан
// әкімі: / Біз „Су“ жобасын аяқтадық.»
func (q *quoteFinder) namesInside(from int, spans []quoted) bool {
	first, _ := spans[0].outer()
	return q.p.know.pack.Tag == "kk" && first > from && from > 0 && q.l.Rune(from-1) == ':'
}

// titled reports whether a title stands among the tokens.
func (q *quoteFinder) titled(from, to int) bool {
	for i := from; i < to; i++ {
		if q.l.Has(i, q.office) {
			return true
		}
	}
	return false
}

// someoneOfKK reports whether the Kazakh title at token i is of a body told by a common
// noun right before it and so not of the person e, of whom the text has told no office:
// «деді басқарма өкілі».
func (q *quoteFinder) someoneOfKK(e, i int) bool {
	if q.p.know.pack.Tag != "kk" || i == 0 || !q.l.Is(i-1, lang.Lower) || !q.l.Plays(i-1, q.p.know.roles.ofBody) || !q.l.Has(i, q.office) {
		return false
	}
	for k := range q.p.doc.statements {
		st := &q.p.doc.statements[k]
		if who, ok := entityOf(st.Person); ok && st.Kind == read.Office && who == e && st.first <= i {
			return false
		}
	}
	return true
}

// behoves reports whether a Kazakh verb of saying before token k only says what is worth
// saying, by nobody: «… екенін айта кеткен жөн», «атап өту керек».
func (q *quoteFinder) behoves(k int) bool {
	return k < len(q.l.Toks) && q.p.know.pack.Tag == "kk" && q.l.Plays(k, q.p.know.roles.behoves)
}

// toldOn reports whether the Kazakh verb of saying at v only says who passes the news on,
// behind a comma and «деп»: «…, деп хабарлайды агенттік».
func (q *quoteFinder) toldOn(v, end int) bool {
	if q.p.know.pack.Tag != "kk" {
		return false
	}
	k := v
	if q.l.Fold(k) != "деп" {
		k--
	}
	if k < 1 || q.l.Fold(k) != "деп" {
		return false
	}
	if isDash(q.l.Rune(k - 1)) {
		k--
	}
	if k < 1 || q.l.Rune(k-1) != ',' {
		return false
	}
	for i := v; i < min(end, v+3); i++ {
		if strings.HasPrefix(q.l.Fold(i), "хабарла") || strings.HasPrefix(q.l.Fold(i), "жаз") {
			return true
		}
	}
	return false
}

// obliqueTitle reports whether a Kazakh title at token i cannot be who speaks: it owns
// the noun behind it or stands in a case («әкімнің баспасөз қызметі», «министрден»).
func (q *quoteFinder) obliqueTitle(i int) bool {
	c, ok := q.l.Chunk(i, q.office)
	if !ok || q.p.know.pack.Tag != "kk" || q.l.Has(i, q.pronoun) {
		return false
	}
	noun := lang.Fold(firstForm(q.l.Entry(c)))
	if q.l.Fold(int(c.End)-1) == noun[strings.LastIndexByte(noun, ' ')+1:] {
		return false // төраға is no dative
	}
	oblique := false
	for _, a := range q.l.Analyses(int(c.End) - 1) {
		if !a.Harmony || len(a.Stem) < 6 {
			continue
		}
		switch a.Slots {
		case "", "poss3":
			return false
		case "gen", "dat", "abl", "acc", "loc", "poss3 gen", "poss3 dat", "poss3 abl", "poss3 acc", "poss3 loc":
			oblique = true
		}
	}
	return oblique
}

// cutSourceKK takes off reported words that the text goes on to give its own source for:
// «Министрдің айтуынша, жол бітеді, | деп хабарлайды Zakon.kz».
func (q *quoteFinder) cutSourceKK(from, to int) int {
	if q.p.know.pack.Tag != "kk" {
		return to
	}
	for k := from + 3; k+1 < to; k++ {
		if q.l.Rune(k) != ',' {
			continue
		}
		j := k + 1
		if isDash(q.l.Rune(j)) {
			j++
		}
		if j+1 < to && q.l.Fold(j) == "деп" && q.l.Has(j, q.say) {
			return k
		}
	}
	return to
}

// behindConverbKK gives the token at which reported words begin behind the other
// things their speaker did: «алғысын білдіріп, | дәстүр жалғасатынын айтты».
func (q *quoteFinder) behindConverbKK(from, to int) int {
	if q.p.know.pack.Tag != "kk" || q.byWordsBefore(from) {
		return from
	}
	for k := from; k+4 < to; k++ {
		if q.l.Rune(k+1) == ',' && (q.l.Plays(k, q.p.know.roles.saidFirst) || k > from && q.l.Plays(k-1, q.p.know.roles.kindWords) && q.l.Fold(k) == "айтып") {
			return k + 2
		}
	}
	return from
}

// byWordsBefore reports whether a word for "by what is said" stands right before token i, so
// that all behind it is said: «Оның айтуынша, | 17 адам келіп, бесеуі кеткен».
func (q *quoteFinder) byWordsBefore(i int) bool {
	if i--; i > 0 && q.l.Rune(i) == ',' {
		i--
	}
	return i >= 0 && (strings.HasSuffix(q.l.Fold(i), "ынша") || strings.HasSuffix(q.l.Fold(i), "інше"))
}

// behindHearerKK gives the token at which reported words begin behind whom they are said
// to: «журналистерге | жол бітетінін айтты», «„Теңіз“ агенттігінің тілшісіне | …».
func (q *quoteFinder) behindHearerKK(from, to int) int {
	if q.p.know.pack.Tag != "kk" {
		return from
	}
	for k := from; k < from+6 && k+3 < to; k++ {
		if q.l.Plays(k, q.p.know.roles.hearer) || k == from+1 && strings.HasPrefix(q.l.Fold(k), "өкілдеріне") && q.l.Is(from, lang.Upper) { // БАҚ өкілдеріне
			return k + 1
		}
		if r := q.l.Rune(k); q.l.Is(k, lang.Punct) && r != '-' && !isQuote(r) {
			break
		}
	}
	return from
}

// beforeHearerKK gives the token at which reported words end before whom they are said
// to, right before the verb of saying: «жол бітетінін | журналистерге айтты».
func (q *quoteFinder) beforeHearerKK(from, to int) int {
	if q.p.know.pack.Tag != "kk" {
		return to
	}
	if k := to - 1; k > from && q.l.Plays(k, q.p.know.roles.hearer) {
		to = k
	}
	if k := to - 1; k > from && q.alsoKK(k) { // жол бітетінін | де айтты
		return k
	}
	return q.beforeMannerKK(from, to)
}

// beforeVerbKK gives the token at which reported words before token to end where the verb
// of saying behind them, which ends before token end, has more words than a match took:
// «жол бітетінін | баса айтты».
func (q *quoteFinder) beforeVerbKK(to, end int) int {
	if !q.p.know.headLast {
		return to
	}
	comma := to - 1
	if q.l.Plays(comma, q.p.know.roles.saidThat) {
		comma--
	}
	if comma > 1 && isDash(q.l.Rune(comma)) {
		comma--
	}
	if comma > 0 && q.l.Rune(comma) == ',' { // … бітетінін айтты, | деп жазды сайт
		for k := comma - 1; k > comma-4 && k > 0; k-- {
			if c, ok := q.l.Chunk(k, q.say); ok && int(c.End) == comma {
				return k
			}
		}
	}
	for k := to - 1; k > to-3 && k > 0; k-- {
		if c, ok := q.l.Chunk(k, q.say); ok && int(c.End) > to && int(c.End) <= end {
			return k
		}
	}
	return to
}

// beforeAboutKK gives the token at which reported Kazakh words before token to end where
// "about" stands behind their clause: «жол бітетіні | туралы айтты»; to where it does not.
func (q *quoteFinder) beforeAboutKK(to int) int {
	if q.p.know.headLast && to > 2 && q.l.Has(to-1, q.p.know.lists.topicPrep) && q.p.know.closesClause(q.l.Fold(to-2)+"н") {
		return to - 1
	}
	return to
}

// beforeHolderKK gives the token at which reported Kazakh words before token to end where
// the title of who speaks stands behind them: «жол бітетінін | көлік министрі Асқар Омаров
// айтты»; to where no title closes them.
func (q *quoteFinder) beforeHolderKK(m *pattern.Match, to int) int {
	a, _, ok := m.Capture("who")
	if !ok || a < to || m.Rule.Name != "quote.said-last" && m.Rule.Get("last") == "" {
		return to
	}
	for k := to; k > m.Start+1 && k > to-9; k-- {
		if q.p.know.closesClause(q.l.Fold(k-1)) || q.l.Plays(k-1, q.p.know.roles.saidThat) {
			if k == to || q.titled(k, a+1) || q.l.Has(k, lang.OrgChunk) {
				return k
			}
			return to
		}
		if !q.l.Is(k-1, lang.Word) && !isQuote(q.l.Rune(k-1)) && !(q.l.Rune(k-1) == '-' && q.l.Is(k-1, lang.Glued)) { // ЮНЕСКО-ның өкілі
			break
		}
	}
	return to
}

// beforeMannerKK gives the token at which reported words end before the manner in which
// they are said: «жол бітетінін | ресми түрде мәлімдеді», «… | тағы бір рет айтты».
func (q *quoteFinder) beforeMannerKK(from, to int) int {
	k := to - 1
	if k <= from {
		return to
	}
	switch w := q.l.Fold(k); {
	case w == "түрде" && k-1 > from:
		return k - 1
	case w == "рет" && k-2 > from && q.l.Fold(k-2) == "тағы":
		return k - 2
	case (w == "рет" || w == "да" && q.l.Fold(k-1) == "тағы") && k-1 > from:
		return k - 1
	}
	return to
}

// alsoKK reports whether token i is the Kazakh particle for "too".
func (q *quoteFinder) alsoKK(i int) bool {
	switch q.l.Fold(i) {
	case "да", "де", "та", "те":
		return true
	}
	return false
}

// nameInMarks reports whether a name that ends at token b opens or closes words in marks
// that are more than it, so that it is no one who speaks: «ШЫҰ плюс» форматында.
func (q *quoteFinder) nameInMarks(a, b int) bool {
	if q.p.know.pack.Tag != "kk" || a == 0 || b >= len(q.l.Toks) {
		return false
	}
	return closers(q.l.Rune(a-1)) != "" && q.l.Rune(a-1) != '»' && q.l.Is(b, lang.Word)
}

// bareVerbKK gives the person named last before the words of which a Kazakh verb alone
// says that somebody said them, the first of a text: «…», – деді.
func (q *quoteFinder) bareVerbKK(v, to, before int) (int, bool) {
	if q.p.know.pack.Tag != "kk" || v >= to || before > 0 && !q.l.Toks[before].Para && !q.stops(before-1) {
		return 0, false
	}
	if c, ok := q.l.Chunk(v, q.say); !ok || int(c.End) != to {
		return 0, false
	}
	return q.p.personBefore(before, 0)
}

// bodySaysKK gives the body that a noun for bodies without a case means, which stands
// right behind a Kazakh verb of saying and closes its clause: «…» деп хабарлады министрлік.
func (q *quoteFinder) bodySaysKK(v, to int) (int, bool) {
	c, ok := q.l.Chunk(v, q.say)
	if !ok || q.p.know.pack.Tag != "kk" || int(c.End)+1 != to {
		return 0, false
	}
	return q.commonBodyKK(to-1, to)
}

// behindSay gives the token behind the verb of saying at v.
func (q *quoteFinder) behindSay(v int) int {
	if c, ok := q.l.Chunk(v, q.say); ok {
		return int(c.End)
	}
	return v + 1
}

// officerOf gives the person who speaks by a Kazakh title right behind the name m of the
// body it is of, with no name after it: «– деді Сенат спикері». It is the one who has that
// office of that body by the text; none (-1) where it has told of no such person.
func (q *quoteFinder) officerOf(m *mention, to int) (who int, is bool) {
	if q.p.know.pack.Tag != "kk" || m.end >= to || !q.l.Has(m.end, q.office) || q.officeItself(m.end) || q.obliqueTitle(m.end) {
		return 0, false
	}
	c, _ := q.l.Chunk(m.end, q.office)
	stem := lang.Fold(firstForm(q.l.Entry(c)))
	for k := range q.p.doc.statements {
		st := &q.p.doc.statements[k]
		if st.Kind != read.Office || st.Tenure == "former" || st.first > m.start {
			continue
		}
		if e, ok := entityOf(st.Organization); ok && e == m.entity {
			if p, ok := entityOf(st.Person); ok && (q.heads(st.Title, stem) || q.sameHouseKK(m.end, st)) {
				return p, true
			}
		}
	}
	return -1, true
}

// owns reports whether a Kazakh person named at token a stands in the genitive, so that
// something of theirs is told of and not that they speak: «деп хабарлады ТЖМ Омаровтың
// тапсырмасынан кейін».
func (q *quoteFinder) owns(a int) bool {
	m, ok := q.p.mentionAt(a, lang.PersonChunk)
	if !ok || m.entity < 0 || q.p.know.pack.Tag != "kk" {
		return false
	}
	w := q.l.Fold(m.end - 1)
	k := genitiveEndsKK.next(w, 0)
	if k < 0 {
		return false
	}
	_, end := genitiveEndsKK.cut(w, k)
	return !strings.HasSuffix(lang.Fold(q.p.doc.entities[m.entity].name), end)
}

// bodyOwns reports whether a Kazakh body at token a owns what stands behind it and has no
// officer of its own there who speaks: «— деді Одақтың | жиынын ашқан Молдова президенті».
func (q *quoteFinder) bodyOwns(a int) bool {
	m, ok := q.p.mentionAt(a, lang.OrgChunk)
	if !ok || !q.ownerKK(m) {
		return false
	}
	_, is := q.officerOf(m, q.p.sentenceOf(a).Last)
	return !is
}

// nameAheadKK reports whether words in Kazakh marks that end before token b are what the
// noun behind them is called and nothing that was said: «Әл-Жазира» арнасына берген
// сұхбатында … айтты.
func (q *quoteFinder) nameAheadKK(s *quoted, b int) bool {
	if q.p.know.pack.Tag != "kk" || !q.l.Is(b, lang.Lower) || q.linked(s, b) || q.l.Plays(b, q.p.know.roles.saidThat) || q.p.know.closesClause(q.l.Fold(b)) {
		return false
	}
	return endsAsKK(q.l, b, "poss3")
}

// ownerKK reports whether a Kazakh body stands in the genitive, so that something of it
// is told and not that it speaks: «…», – дей келе, ҚазҰУ-дың | жетістігін атап өтті.
func (q *quoteFinder) ownerKK(m *mention) bool {
	if q.p.know.pack.Tag != "kk" || m.entity < 0 {
		return false
	}
	if q.caseBehind(m.end) {
		return genitiveKK(q.l.Fold(m.end + 1))
	}
	return genitiveKK(q.l.Fold(m.end-1)) && !genitiveKK(q.p.doc.entities[m.entity].folded())
}

// heldByKK reports whether a Kazakh body is named before the verb at v only for what is of it
// or done to it, and does not speak: «жиында, – дей келе, ҚазҰУ-дың | зертханасын мақтады».
func (q *quoteFinder) heldByKK(m *mention, v int) bool {
	return q.p.know.pack.Tag == "kk" && m.entity >= 0 && m.end <= v && (q.ownerKK(m) || q.p.inCaseKK(m))
}

// calledSoKK reports whether «деген» that ends before token b stands before a noun, of which
// it tells what it says, so that nobody says it here: «баға өседі деген | ақпарат тарады».
func (q *quoteFinder) calledSoKK(b int) bool {
	return q.p.know.headLast && b < len(q.l.Toks) && q.l.Is(b, lang.Lower) && q.l.Fold(b-1) == "деген"
}

// closesKK reports whether the Kazakh word at token k is a verb that ends a sentence of its
// own, so that a few words before it are one: «Біз ауылды қолдаймыз».
func (q *quoteFinder) closesKK(k int) bool {
	w := q.l.Fold(k)
	return q.p.know.pack.Tag == "kk" && (strings.HasSuffix(w, "ймыз") || strings.HasSuffix(w, "йміз") || strings.HasSuffix(w, "ймын") || strings.HasSuffix(w, "ймін") || q.p.know.endings.finitePast.end(w, 4))
}
