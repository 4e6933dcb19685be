package reader

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
	"shanyraq/internal/read"
)

// saidWords gives the reported words, joined where the author's stand between
// them: «Мост, сообщил министр, откроют в июне».
func (q *quoteFinder) saidWords(c *speech) string {
	text := q.l.Slice(c.from, c.to)
	if c.more[1] > c.more[0] {
		text += " " + q.l.Slice(c.more[0], c.more[1])
	}
	return text
}

// goesOn reports whether reported words go on behind a Russian attribution
// that ends with token end: a comma, and then a clause with a verb of its own
// that neither tells of the speaker nor is tied to him by a conjunction.
func (q *quoteFinder) goesOn(end int, s lang.Sentence) bool {
	if !q.p.know.russian || end >= s.Last || q.l.Rune(end) != ',' || s.Last-end < 5 {
		return false
	}
	k := end + 1
	w := q.l.Fold(k)
	if q.l.Has(k, q.notSpoken) || q.l.Has(k, q.office) || q.l.Has(k, q.p.know.lists.clauseOpen) || q.p.know.endings.gerundEnd.end(w, 4) || q.p.know.endings.participleEnd.end(w, 4) {
		return false
	}
	for i := k; i < s.Last; i++ {
		if q.finite(i) {
			return !q.paperTells(i, s.Last)
		}
		if q.l.Rune(i) == ',' {
			return false
		}
	}
	return false
}

// paperTells reports whether the Russian verb at token i tells only who passes on what was
// said: «…, заявил министр, 2 апреля | сообщает агентство «Маяк»».
func (q *quoteFinder) paperTells(i, last int) bool {
	if !q.l.Has(i, q.say) {
		return false
	}
	for k := i + 1; k < last && k < i+4; k++ {
		if q.l.Has(k, lang.OrgChunk) || isQuote(q.l.Rune(k)) {
			return true
		}
	}
	return false
}

// opened reports whether words that follow a Russian «по его словам» inside a
// sentence go on with those before it, which are no clause by themselves:
// «Мост, по его словам, откроют в июне».
func (q *quoteFinder) opened(m *pattern.Match, s lang.Sentence, c *speech) bool {
	if m.Rule.Get("split") != "yes" || m.Start < s.First+2 || m.Start > s.First+14 || q.l.Rune(m.Start-1) != ',' {
		return false
	}
	for i := s.First; i < m.Start; i++ {
		if q.p.know.russian && q.finite(i) || q.notSpoken != lang.NoClass && q.l.Has(i, q.notSpoken) {
			return false
		}
	}
	return !q.p.know.headLast || q.subjectAheadKK(s.First, m.Start-1)
}

// speakerGoesOn reports whether what a match takes for the words behind Russian «по словам»
// is still who speaks, up to the comma behind somebody's name: «по словам министра | лесов
// Перу Анны Рудиной, …», «по словам Анны Рудиной | и её брата, …». Where a verb comes before
// the comma the words have begun: «по словам министра | мост открыла Анна Рудина, …».
func (q *quoteFinder) speakerGoesOn(m *pattern.Match, from, last int) bool {
	if !q.p.know.russian || m.Rule.Name != "quote.by-words" || q.l.Rune(from-1) == ',' {
		return false
	}
	and := q.l.Has(from, q.p.know.lists.andWord)
	for k := from; k < last && k < from+14; k++ {
		if q.finite(k) {
			return false
		}
		if q.l.Rune(k) == ',' {
			for _, id := range q.p.mentionsIn(lang.PersonChunk, from, k) {
				if q.p.mens[id].end == k {
					return true
				}
			}
			return and
		}
	}
	return false
}

// finite reports whether a Russian word ends as verbs in a personal form or
// short participles do, or a dash stands for one.
func (q *quoteFinder) finite(i int) bool {
	if isDash(q.l.Rune(i)) && !q.l.Is(i, lang.Glued) {
		return true
	}
	w := q.l.Fold(i)
	return q.l.Is(i, lang.Lower) && (q.l.Has(i, q.p.know.lists.future) || q.l.Has(i, q.p.know.lists.pastIrregular) || q.p.know.endings.pastEnd.end(w, 2) || q.p.know.endings.futureEnd.end(w, 4) || q.p.know.endings.finiteEnd.end(w, 4)) && !q.p.know.endings.bodyNoun.whole(w)
}

// fewest gives the fewest words that reported speech has: two behind the Russian «что»,
// which says that they are a clause («заявил, что рад гостям»), and before a Kazakh verb
// of saying, whose clause closes with its own ending, and behind the English "that" where
// the second is a verb; else three.
func (q *quoteFinder) fewest(m *pattern.Match) int {
	if q.p.know.russian && m.Rule.Get("words") == "after" && q.l.Plays(m.End-1, q.p.know.roles.saidThat) {
		return 2
	}
	if q.p.know.pack.Tag == "kk" && m.Rule.Get("clause") == "yes" { // жол бітетінін айтты
		return 2
	}
	if q.p.know.pack.Tag == "en" && m.Rule.Get("words") == "after" && q.l.Fold(m.End-1) == "that" && (q.p.verbOfSubject(m.End+1) || strings.HasSuffix(q.l.Fold(m.End), "s") && q.l.Is(m.End, lang.Lower) && q.l.Is(m.End+1, lang.Lower)) { // said that prices rose, that wells matter
		return 2
	}
	return 3
}

// ofSameBody reports whether the Russian office at token i, the noun of a body behind
// it, may be that of a statement, whose own body or title holds the noun: «директор
// музея» is not who was told to be «директор завода», «президент Перу» not the one of Чили.
func (q *quoteFinder) ofSameBody(i int, st *statement) bool {
	c, ok := q.l.Chunk(i, q.office)
	if ok && q.p.know.russian && st.Place != "" {
		if state := q.stateBehindRU(int(c.End)); state >= 0 {
			if e, placed := entityOf(st.Place); placed && e != state && q.isState(e) {
				return false
			}
		}
	}
	if !ok || !q.p.know.russian || int(c.End) >= len(q.l.Toks) || !q.l.Is(int(c.End), lang.Lower) || !q.l.Has(int(c.End), q.p.know.lists.orgHead) {
		return true
	}
	if h, _ := q.l.Chunk(int(c.End), q.p.know.lists.orgHead); slices.Contains(q.l.Entry(h).Folded(), q.l.Fold(int(c.End))) { // слова министра | агентство «Альфа»
		return true
	}
	noun := []rune(q.l.Fold(int(c.End)))
	stem := string(noun[:max(4, len(noun)-2)])
	if strings.Contains(lang.Fold(st.Title), stem) {
		return true
	}
	e, ok := entityOf(st.Organization)
	return ok && strings.Contains(lang.Fold(q.p.doc.entities[e].name), stem)
}

// bodySaid gives the body that a common noun among the tokens stands for («по
// данным ведомства», «сообщили в комитете»): the one named last whose name
// holds the noun, or for «ведомство» a body of government. named is true where
// such a noun stands there at all; without a body the entity is -1.
func (q *quoteFinder) bodySaid(a, b int) (who int, named bool) {
	if !q.p.know.russian {
		return 0, false
	}
	for i := a; i < b; i++ {
		if !q.l.Is(i, lang.Lower) && q.p.sentenceOf(i).First != i || !q.l.Has(i, q.p.know.lists.orgHead) || i > a && i+1 < b && q.l.Rune(i-1) == '-' { // пресс-службе | института
			continue
		}
		if i > a && q.l.Has(a, q.office) { // директор | музея сообщил
			return 0, false
		}
		return q.bodyNounRU(i, a)
	}
	return 0, false
}

// bodyNounRU gives the body that the Russian noun of bodies at token i means, of those
// named before token a; the entity is -1 where the text has named none.
func (q *quoteFinder) bodyNounRU(i, a int) (who int, named bool) {
	noun := []rune(q.l.Fold(i))
	stems := []string{string(noun[:max(4, len(noun)-3)])}
	if strings.HasPrefix(stems[0], "ведомс") {
		stems = []string{"министерств", "агентств", "комитет", "служб", "департамент", "управлени"}
	}
	near := q.p.mentionsIn(lang.OrgChunk, 0, a)
	for k := len(near) - 1; k >= max(0, len(near)-bodyReach); k-- {
		m := &q.p.mens[near[k]]
		if m.entity < 0 {
			continue
		}
		if !q.hasWord(m.entity, stems) {
			continue
		}
		for j := k - 1; j >= 0 && q.p.mens[near[j]].start >= q.p.sentenceOf(m.start).First; j-- {
			if e := q.p.mens[near[j]].entity; e >= 0 && e != m.entity && q.hasWord(e, stems) {
				return -1, true // «университет Вены и университет Турина»: which of the two is not said
			}
		}
		if q.ownField(i, m.entity) {
			return -1, true
		}
		return m.entity, true
	}
	return -1, true
}

// ownField reports whether the Russian noun of bodies at token i has a field of its own
// behind it, before a verb of saying, that a body's name does not hold: «министерство
// экономики молчит, в министерстве | связи ответили».
func (q *quoteFinder) ownField(i, body int) bool {
	w := q.l.Fold(i + 1)
	if !q.l.Is(i+1, lang.Lower) || !q.l.Has(i+2, q.say) || q.l.Has(i+1, q.p.know.lists.bodyStop) || q.l.Has(i+1, lang.DateChunk) || q.l.Has(i+1, q.say) || q.finite(i+1) || !atLeast(w, 5) {
		return false
	}
	switch r, _ := utf8.DecodeLastRuneInString(w); r {
	case 'а', 'и', 'ы', 'я':
		stem := []rune(w)
		return !q.hasWord(body, []string{string(stem[:4])})
	}
	return false
}

// hasWord reports whether a word of a body's name begins with one of the stems.
func (q *quoteFinder) hasWord(body int, stems []string) bool {
	name := q.p.doc.entities[body].folded()
	for w, at := nextField(name, 0); w != ""; w, at = nextField(name, at) {
		for _, stem := range stems {
			if strings.HasPrefix(w, stem) {
				return true
			}
		}
	}
	return false
}

// nounSpeaks reports whether a Russian body that a match tells by its noun alone, at
// token a, is who speaks: the noun acts in the nominative («институт сообщил, что»), or
// stands behind the preposition of people told as many («в институте сообщили»). «На
// открытии | института ректор сообщил» and «гость посетил | институт и сообщил» are
// about another speaker.
func (q *quoteFinder) nounSpeaks(m *pattern.Match, a, b int, s lang.Sentence) bool {
	if m.Rule.Name == "quote.by-words" {
		return true
	}
	v := q.sayIn(m.Start, m.End)
	ch, bare := q.l.Chunk(a, q.p.know.lists.orgHead)
	acts := bare && slices.Contains(q.l.Entry(ch).Folded(), lang.Fold(q.l.Slice(a, int(ch.End))))
	if !acts {
		return v >= 0 && strings.HasSuffix(q.l.Fold(v), "тся") || // сообщается на сайте | музея
			(!bare || a > s.First && q.l.Has(a-1, q.p.know.lists.inPrep)) && (v < 0 || q.manySay(v))
	}
	if q.l.Has(b, q.p.know.lists.andWord) {
		return false
	}
	k := a - 1
	for ; k >= s.First && k >= a-3 && k != v && !q.l.Is(k, lang.Punct); k-- {
		if q.l.Has(k, q.office) || q.l.Has(k, lang.PersonChunk) || q.l.Has(k, lang.OrgChunk) {
			return false
		}
	}
	return k < s.First || k == v || q.l.Is(k, lang.Punct)
}

// manySay reports whether a Russian verb of saying stands in the plural.
func (q *quoteFinder) manySay(v int) bool {
	w := q.l.Fold(v)
	for _, e := range [...]string{"ли", "лись", "ют", "ут", "ят", "ат"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// saidToo parts the words of a Russian speaker at a second verb of saying («…,
// и сообщил, что …») and gives the token where the words of that one begin; 0
// where none follows.
func (q *quoteFinder) saidToo(c *speech) int {
	if q.p.know.pack.Tag == "en" && c.more[1] == 0 {
		return q.saidTooEN(c)
	}
	if !q.p.know.russian || c.more[1] > 0 {
		return 0
	}
	for k := c.from + 3; k+4 < c.to; k++ {
		and := k
		if q.l.Rune(k) == ',' {
			and++
		}
		if w := q.l.Fold(and); w != "и" && w != "а" && w != "но" || !q.l.Has(and+1, q.say) && !(q.l.Fold(and+1) == "также" && q.l.Has(and+2, q.say)) {
			continue
		}
		for i := and + 2; i+1 < c.to && i < and+7; i++ {
			if q.l.Rune(i) == ',' && q.l.Fold(i+1) == "что" && c.to-i > 4 {
				c.to = k
				return i + 2
			}
		}
	}
	return 0
}

// thenDidRU gives the token where Russian reported words end before what their speaker did
// besides: «что мост откроют в мае, | и поблагодарил строителей».
func (q *quoteFinder) thenDidRU(from, to int) int {
	for k := from + 2; k+3 < to; k++ {
		if q.l.Rune(k) != ',' || q.l.Fold(k+1) != "и" && q.l.Fold(k+1) != "а" {
			continue
		}
		v := k + 2
		if q.l.Fold(v) == "также" {
			v++
		}
		if q.l.Plays(v, q.p.know.roles.leaves) {
			return k
		}
	}
	return to
}

// behindThatRU gives the token behind the Russian «О том, что» at token i, i where it does
// not stand there: «О том, что | мост откроют, сообщил министр».
func (q *quoteFinder) behindThatRU(i int) int {
	if q.p.know.russian && i+4 < len(q.l.Toks) && q.l.Fold(i) == "о" && q.l.Fold(i+1) == "том" && q.l.Rune(i+2) == ',' && q.l.Plays(i+3, q.p.know.roles.saidThat) {
		return i + 4
	}
	return i
}

// beginsThat reports whether the words that a speaker adds begin at token i: with
// "that" in English, with «, что» in Russian.
func (q *quoteFinder) beginsThat(i int) bool {
	if q.p.know.russian {
		return q.l.Rune(i) == ',' && q.l.Fold(i+1) == "что"
	}
	return q.l.Fold(i) == "that"
}

// subjectRU reports whether the Russian name at token a may be the subject of its
// sentence: it stands in the nominative as it is written, and no other name of a
// person or body stands before it but as a part of its bearer's title.
func (q *quoteFinder) subjectRU(a int, s lang.Sentence) bool {
	class := lang.PersonChunk
	m, ok := q.p.mentionAt(a, class)
	if !ok {
		class = lang.OrgChunk
		m, ok = q.p.mentionAt(a, class)
	}
	if !ok || m.entity < 0 || !q.asNamed(m.start, m.end, m.entity) {
		return false
	}
	for i := s.First; i < m.start; i++ {
		if q.finite(i) || q.l.Rune(i) == ',' {
			return false
		}
		if x, ok := q.p.mentionAt(i, lang.PersonChunk); ok && x.end <= m.start {
			return false
		}
		if x, ok := q.p.mentionAt(i, lang.OrgChunk); ok && class == lang.OrgChunk && x.end <= m.start {
			return false
		}
	}
	return true
}

// asNamed reports whether the last word of the tokens is the last of one of the
// names of an entity, and so may be a nominative.
func (q *quoteFinder) asNamed(from, to, entity int) bool {
	w, e := q.l.Fold(to-1), &q.p.doc.entities[entity]
	if q.l.Is(to-1, lang.Punct) { // «Новости»
		w = q.l.Fold(from)
	}
	if lastFolded(e.name) == w || strings.HasPrefix(lang.Fold(e.name), w+" ") {
		return true
	}
	for _, name := range e.aliases {
		if lastFolded(name) == w {
			return true
		}
	}
	return false
}

// lastFolded gives the last word of a name, folded.
func lastFolded(name string) string { return lang.Fold(name[strings.LastIndexByte(name, ' ')+1:]) }

// spokeBefore gives the person whom a Russian pronoun of a gender at token i means
// where the sentence before in the paragraph gives the words of one: who spoke
// there goes on speaking («…, отметила Йылмаз. «…», — уточнила она»).
func (q *quoteFinder) spokeBefore(i int, gender byte) (int, bool) {
	k := q.p.sentenceIndex(i)
	if gender == 0 || k == 0 {
		return 0, false
	}
	for back := 1; back <= 2 && k >= back && !q.l.Toks[q.p.sents[k-back+1].First].Para; back++ {
		s := q.p.sents[k-back]
		for j := len(q.p.doc.statements) - 1; j >= 0; j-- {
			st := &q.p.doc.statements[j]
			if st.Kind != read.Quote || st.last <= s.First || st.first >= s.Last {
				continue
			}
			if e, ok := entityOf(st.Speaker); ok && q.p.doc.entities[e].kind == read.Person && (q.p.doc.entities[e].gender == 0 || q.p.doc.entities[e].gender == gender) {
				return e, true
			}
		}
		for _, n := range q.p.mentionsIn(lang.PersonChunk, s.First, s.Last) {
			m := &q.p.mens[n]
			if m.entity < 0 {
				continue
			}
			g := q.p.doc.entities[m.entity].gender
			if (g == 0 || g == gender) && q.saysThere(m.start, m.end, s) {
				return m.entity, true
			}
		}
		if near := q.p.mentionsIn(lang.PersonChunk, s.First, s.Last); len(near) > 0 {
			return q.soleSubjectRU(near, i, gender) // another is told of since
		}
	}
	return 0, false
}

// soleSubjectRU gives the person whom a Russian pronoun of a gender that opens the sentence
// of token i means by the persons named in the sentence before: the first, where he or she
// alone is named in the nominative («Линд поблагодарил Петра Орлова. | Он заявил, что»).
func (q *quoteFinder) soleSubjectRU(near []int32, i int, gender byte) (int, bool) {
	if len(near) < 2 || i > q.p.sentenceOf(i).First+1 {
		return 0, false
	}
	first := &q.p.mens[near[0]]
	if first.entity < 0 || !q.nominative(first) {
		return 0, false
	}
	for _, k := range near[1:] {
		if m := &q.p.mens[k]; m.entity < 0 || m.entity != first.entity && q.nominative(m) {
			return 0, false
		}
	}
	g := q.p.doc.entities[first.entity].gender
	return first.entity, g == 0 || g == gender
}

// saidAbove gives the person whom a Russian pronoun at token i means by who spoke
// in the sentence before.
func (q *quoteFinder) saidAbove(i int) (int, bool) {
	if !q.p.know.russian || !q.l.Has(i, q.pronoun) {
		return 0, false
	}
	return q.spokeBefore(i, q.p.genderSaid(i, -1))
}

// saysThere reports whether a Russian sentence gives the words of the person named
// at the tokens [from, to): a verb of saying stands beside the name, with the
// title between them, or the noun of what is said («по мнению», «по словам»).
func (q *quoteFinder) saysThere(from, to int, s lang.Sentence) bool {
	if q.l.Has(to, q.say) {
		return true
	}
	for k := from - 1; k >= s.First && k >= from-7 && q.l.Rune(k) != ','; k-- {
		if q.l.Has(k, q.say) || q.source != lang.NoClass && q.l.Has(k, q.source) {
			return true
		}
	}
	return false
}

// ofAnotherState reports whether a Russian adjective of a state before the noun at token i
// keeps a person from being meant whose offices in the text are of no state: «швейцарский
// дипломат» is no rector of Khorog.
func (q *quoteFinder) ofAnotherState(e, i int) bool {
	if !q.p.know.russian || i == 0 || !q.l.Has(i-1, q.p.know.lists.stateAdj) {
		return false
	}
	held := false
	for k := range q.p.doc.statements {
		st := &q.p.doc.statements[k]
		if who, ok := entityOf(st.Person); st.Kind != read.Office || st.first > i || !ok || who != e {
			continue
		}
		title, _, _ := strings.Cut(lang.Fold(st.Title), " ")
		if st.Place != "" || q.p.know.endings.stateOffice.whole(title) {
			return false
		}
		held = true
	}
	return held
}
