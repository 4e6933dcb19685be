package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
	"shanyraq/internal/read"
)

// labelReach is the most tokens a paragraph runs over that only names
// who speaks in the next one.
const labelReach = 30

// labelled gives the one whom the paragraph before token from names and nothing
// else, with a colon at its end: «Анна Линд, директор музея:»; -1 where it names
// nobody or several.
func (q *quoteFinder) labelled(from int) int {
	if from < 3 || q.l.Rune(from-1) != ':' {
		return -1
	}
	begin := q.paragraphOf(from - 1)
	if q.p.know.pack.Tag == "en" {
		return q.introducing(begin, from)
	}
	if from-begin > labelReach {
		return -1
	}
	who := -1
	for _, k := range q.p.mentionsIn(lang.PersonChunk, begin, from) {
		m := &q.p.mens[k]
		if m.entity < 0 || who >= 0 && m.entity != who || !q.givesWord(m) {
			return -1
		}
		who = m.entity
	}
	return who
}

// givesWord reports whether a Russian name that closes a label is that of who speaks:
// in the nominative, or in the dative of whom the word is given to («Слово – Анне
// Линд:»). In another case something is theirs: «Новая книга Анны Линд:».
func (q *quoteFinder) givesWord(m *mention) bool {
	name, w := q.p.doc.entities[m.entity].name, q.l.Slice(m.start, m.end)
	if strings.HasSuffix(lang.Fold(name), lang.Fold(w)) {
		return true
	}
	first := q.l.Fold(m.start)
	return strings.HasSuffix(first, "е") || strings.HasSuffix(first, "у") || strings.HasSuffix(first, "ю")
}

// dashInside reads a Russian dialogue whose dash stands behind a full stop
// inside its paragraph and behind the marks found there: «Депутаты утвердили план.
// – Мост нужен, – сказал аким». The dash behind a dateline opens none.
func (q *quoteFinder) dashInside(from, to int, marked []quoted) []quoted {
	if !q.p.know.russian || to-from < datelineReach {
		return nil
	}
	start := from + datelineReach + 1
	if len(marked) > 0 {
		if marked[0].dash {
			return nil
		}
		_, end := marked[len(marked)-1].outer()
		start = max(start, end)
	}
	for i := start; i+4 < to; i++ {
		if !q.l.Is(i, lang.Punct) || !isDash(q.l.Rune(i)) || q.l.Is(i+1, lang.Glued) || !q.l.Is(i+1, lang.Cap) {
			continue
		}
		switch q.l.Rune(i - 1) {
		case '.', '!', '?', '…', '»', '"':
		default:
			continue
		}
		if !q.p.sentenceBegins(i) && !q.p.sentenceBegins(i+1) {
			continue
		}
		if spans := q.dialogue(i, to); len(spans) > 0 {
			return spans
		}
	}
	return nil
}

// sentenceBegins reports whether a sentence begins at token i.
func (p *part) sentenceBegins(i int) bool { return p.sentenceOf(i).First == i }

// headOf gives the person who holds the office at token i of the body behind it,
// by what the text says anywhere: «сказал глава САП», where «глава САП Назар
// Холодницкий» stands before or behind.
func (q *quoteFinder) headOf(i int) (int, bool) {
	c, ok := q.l.Chunk(i, q.office)
	if !ok || !q.p.know.russian {
		return 0, false
	}
	m, ok := q.p.mentionAt(int(c.End), lang.OrgChunk)
	if !ok || m.entity < 0 {
		return 0, false
	}
	stem := lang.Fold(firstForm(q.l.Entry(c)))
	return q.p.doc.soleHolder(func(st *statement) bool {
		org, ok := entityOf(st.Organization)
		return ok && org == m.entity && q.heads(st.Title, stem)
	})
}

// wordsOf gives the person whose words a Russian paper is said to hand on behind
// the verb at token v, told by an office alone or by a pronoun: «передаёт ТАСС слова
// дипломата», «приводит его слова ТАСС», «цитирует её пресс-служба». The person is -1
// where the words are somebody's whom the text does not name.
func (q *quoteFinder) wordsOf(v, to, before int) (int, bool) {
	if !q.p.know.russian {
		return 0, false
	}
	if w := q.l.Fold(v + 1); (w == "его" || w == "ее") && (q.l.Fold(v+2) == "слова" || strings.HasPrefix(q.l.Fold(v), "цитиру")) {
		gender := byte('m')
		if w == "ее" {
			gender = 'f'
		}
		return q.p.personBefore(before, gender)
	}
	for i := v + 1; i+1 < to && i < v+6; i++ {
		if q.l.Fold(i) != "слова" || !q.l.Has(i+1, q.office) {
			if w := i + 1; q.l.Fold(i) == "слова" && q.l.Is(w, lang.Lower) && (q.l.Has(w, q.p.know.lists.profession) || q.l.Has(w, q.p.know.lists.personNoun)) {
				return -1, true
			}
			continue
		}
		if e, ok := q.holder(i + 1); ok {
			return e, true
		}
		if e, ok := q.p.personBefore(before, 0); ok && q.mayHold(e, i+1) {
			return e, true
		}
		return -1, true
	}
	return 0, false
}

// handsOnRU reports whether a body at token a of a Russian match only hands on the words of
// somebody between it and the verb: «приводит слова эксперта | газета «Труд»».
func (q *quoteFinder) handsOnRU(from, a int) bool {
	if !q.p.know.russian || q.l.Has(a, lang.PersonChunk) {
		return false
	}
	for i := from; i < a-1; i++ {
		if q.l.Fold(i) == "слова" {
			return true
		}
	}
	return false
}

// instrumentInMarks reports whether a run in Russian marks is the name of an
// instrument: it opens with its noun and has no verb («Соглашение о …»).
func (q *quoteFinder) instrumentInMarks(s *quoted) bool {
	noun := q.p.know.lists.instrumentNoun
	if !q.p.know.russian || !s.closed || s.dash || noun == lang.NoClass || !q.l.Has(s.from, noun) || !q.l.Has(s.from, lang.Cap) {
		return false
	}
	if b := s.to + 1; q.l.Rune(b) == ',' && isDash(q.l.Rune(b+1)) { // «Решение верное», — сказал
		return false
	}
	for i := s.from; i < s.to; i++ {
		if q.finite(i) {
			return false
		}
	}
	return true
}

// paperTail gives the token at which reported Russian words end where a clause
// behind them only names the paper that tells so: «…, что мост откроют, | сообщает
// «Слово и дело»».
func (q *quoteFinder) paperTail(from, to int) int {
	if !q.p.know.russian {
		return to
	}
	for k := to - 2; k > from+2 && k > to-12; k-- {
		if q.l.Rune(k) != ',' {
			continue
		}
		if !q.l.Has(k+1, q.say) {
			return to
		}
		for i := k + 2; i < to; i++ {
			if m, ok := q.p.mentionAt(i, lang.OrgChunk); ok && m.end <= to || isQuote(q.l.Rune(i)) || q.l.Plays(i, q.p.know.roles.tellsForPaper) {
				return k
			}
		}
		return to
	}
	return to
}

// aboutThis reports whether Russian words before «сообщает ТАСС» tell only who
// said what stands in the sentence before: «Об этом заявил посол, пишет «Труд»».
func (q *quoteFinder) aboutThis(from, to int) bool {
	if !q.p.know.russian || from+2 >= to || q.l.Fold(from+1) != "этом" {
		return false
	}
	if w := q.l.Fold(from); w != "об" && w != "о" {
		return false
	}
	return q.hasSay(from+2, to) || q.madeKnown(from+2, to)
}

// madeKnown reports whether Russian tokens say that something became known: «Об этом |
// стало известно из письма».
func (q *quoteFinder) madeKnown(from, to int) bool {
	for i := from; i < to; i++ {
		if q.l.Plays(i, q.p.know.roles.madeKnown) {
			return true
		}
	}
	return false
}

// aboutAlone is aboutThis for a sentence that the paper breaks in on: «Об этом, как
// передаёт ТАСС, заявил посол».
func (q *quoteFinder) aboutAlone(from, to int) bool {
	return q.aboutThis(from, to) && from+2 < to && q.l.Rune(from+2) == ','
}

// mediumTold reports whether a Russian noun for a medium at token i stands in the
// dative, so that it was told and tells nothing: «сообщили агентству «Нур» в мэрии».
func (q *quoteFinder) mediumTold(i int) bool {
	return q.p.know.russian && q.l.Plays(i, q.p.know.roles.mediumTold)
}

// toldMedium reports whether the body at token a was told what several say, so that
// who tells follows it: «сообщили ТАСС в МЧС», and gives the token behind its name.
func (q *quoteFinder) toldMedium(m *pattern.Match, a int) (end int, told bool) {
	if !q.p.know.russian || m.Rule.Name != "quote.said-end" || a == 0 || !q.l.Has(a-1, q.say) || !strings.HasSuffix(q.l.Fold(a-1), "ли") {
		return 0, false
	}
	o, ok := q.p.mentionAt(a, lang.OrgChunk)
	if !ok {
		return 0, false
	}
	for end = o.end; end < len(q.l.Toks) && isQuote(q.l.Rune(end)); end++ {
	}
	if end+1 < len(q.l.Toks) && q.l.Rune(end) == '.' && q.l.Is(end, lang.Glued) && q.l.Is(end+1, lang.Glued) && q.l.Is(end+1, lang.Word) { // Day.Az
		end += 2
	}
	w := q.p.foldAt(end)
	return end, w == "в" || w == "во" || w == "на"
}

// bodyAsked gives the body named right behind the preposition at token i, -1 where
// none is.
func (q *quoteFinder) bodyAsked(i, last int) int {
	for k := i + 1; k < last && k < i+4; k++ {
		if o, ok := q.p.mentionAt(k, lang.OrgChunk); ok {
			return o.entity
		}
		if !q.l.Is(k, lang.Lower) && q.l.Rune(k) != '-' {
			break
		}
	}
	return -1
}

// subjectOnlyRU reports whether the comma at token k closes words in passing behind a Russian
// subject whose verb only follows, so that nothing was said before it: «Театр „Нур“, в свою
// очередь, | назвал Анну Линд лучшей».
func (q *quoteFinder) subjectOnlyRU(k int, s lang.Sentence) bool {
	if !q.p.know.russian {
		return false
	}
	asides := q.l.Asides(s.First, k+1)
	if len(asides) == 0 {
		return false
	}
	a := asides[len(asides)-1]
	if !a.Void || int(a.End) != k+1 {
		return false
	}
	for i := s.First; i < int(a.Start); i++ {
		if q.l.Has(i, q.p.know.lists.pastShort) || q.l.Is(i, lang.Lower) && (q.p.know.endings.finitePast.end(q.l.Fold(i), 3) || q.p.know.endings.finiteEnd.end(q.l.Fold(i), 4)) {
			return false
		}
	}
	return true
}

// titleVerb gives the verb of saying of a Russian match behind a title, whose gender
// is that of the speaker («молдавский лидер уточнила, что»); -1 where none is.
func (q *quoteFinder) titleVerb(m *pattern.Match, b int) int {
	if !q.p.know.russian || m.Rule.Name != "quote.title-said-that" {
		return -1
	}
	return q.sayIn(b, m.End)
}

// obliqueRU reports whether the Russian title at token a of a match that tells who speaks by
// it alone stands in another case than the nominative: «пожелал | послу успехов и отметил».
func (q *quoteFinder) obliqueRU(m *pattern.Match, a int) bool {
	if !q.p.know.russian || m.Rule.Name != "quote.title-said-that" {
		return false
	}
	c, ok := q.l.Chunk(a, q.office)
	return ok && !slices.Contains(q.l.Entry(c).Folded(), lang.Fold(q.l.Slice(a, int(c.End))))
}

// notHearer reports whether the Russian person at token a of a match may be who speaks.
// One named in another case than the nominative is told something («посол заверил
// Левана Беридзе, что»), a body behind «с» does something with another; where «и» joins the verb behind, the one named first in the
// sentence speaks, and is left in c: «Пётр Линд встретился с Леваном Беридзе и заверил
// его, что».
func (q *quoteFinder) notHearer(m *pattern.Match, a int, s lang.Sentence, c *speech) bool {
	if !q.p.know.russian {
		return true
	}
	if w := q.p.foldAt(a - 1); (w == "с" || w == "со") && a > m.Start && q.l.Has(a, lang.OrgChunk) { // в мае, заключил с | банком договор
		return false
	}
	if m.Rule.Name != "quote.said-that" {
		return true
	}
	k, ok := q.p.mentionAt(a, lang.PersonChunk)
	if !ok || k.entity < 0 || k.entity != c.who || q.nominative(k) {
		return true
	}
	if q.l.Fold(k.end) != "и" {
		return false
	}
	for _, id := range q.p.mentionsIn(lang.PersonChunk, s.First, a) {
		if x := &q.p.mens[id]; x.entity >= 0 && x.entity != k.entity && q.nominative(x) {
			c.who = x.entity
			return true
		}
	}
	return false
}

// nominative reports whether a Russian person is named as the name is called: «Леван
// Беридзе», not «Левана Беридзе».
func (q *quoteFinder) nominative(m *mention) bool {
	e, w := &q.p.doc.entities[m.entity], q.l.Slice(m.start, m.end)
	return strings.HasSuffix(e.name, w) || strings.HasPrefix(e.name, w) || slices.Contains(e.aliases, w) && strings.HasSuffix(w, lastWord(e.name))
}

// otherObject reports whether a Russian body at token a, behind the verb of saying among
// the tokens from from on, is only that of an event or instrument that the verb is about:
// «…, отметил успех третьего саммита | ОПЕК».
func (q *quoteFinder) otherObject(from, a int) bool {
	if !q.p.know.russian || q.l.Has(a, lang.PersonChunk) {
		return false
	}
	event, paper := q.p.know.lists.eventNoun, q.p.know.lists.instrumentNoun
	said := false
	for k := from; k < a; k++ {
		if said && (q.l.Has(k, event) || q.l.Has(k, paper)) && !q.l.Has(k-1, q.p.know.lists.inPrep) {
			return true
		}
		said = said || q.l.Has(k, q.say)
	}
	return false
}

// behindApposition gives the token at which Russian words behind «по словам» or «как
// отметил» begin, behind what the speaker is by a title or a clause of its own: «Как
// отметил Андрей Линд, министр связи, | мост откроют».
func (q *quoteFinder) behindApposition(m *pattern.Match, from, last int) int {
	if !q.p.know.russian || m.Rule.Name != "quote.by-words" || !q.l.Has(from, q.office) && !q.l.Has(from, q.p.know.lists.profession) && !strings.HasPrefix(q.l.Fold(from), "котор") {
		return from
	}
	which := strings.HasPrefix(q.l.Fold(from), "котор")
	for k := from + 1; k+3 < last && k < from+14; k++ {
		if q.l.Rune(k) == ',' {
			return k + 1
		}
		if !which && q.finite(k) {
			break
		}
	}
	return from
}

// sourceAheadRU reports whether a Russian body behind words in marks only hands them on,
// since «по его словам» stands before them in their sentence.
func (q *quoteFinder) sourceAheadRU(who, from, a int) bool {
	if !q.p.know.russian || q.source == lang.NoClass || q.p.doc.entities[who].kind == read.Person {
		return false
	}
	for k := a - 1; k >= from && !q.stops(k); k-- {
		if q.l.Has(k, q.source) {
			return true
		}
	}
	return false
}

// addsRU reports whether a Russian verb of saying at token v opens its sentence but for a
// small word, so that who spoke before goes on: «… работает, — сказал Линд. | И добавил: «…»».
func (q *quoteFinder) addsRU(from, v int) bool {
	s := q.p.sentenceOf(v)
	if s.First < from || v > s.First+2 || q.l.Toks[s.First].Para || q.last < 0 || q.last >= len(q.p.doc.statements) {
		return false
	}
	if k := q.p.sentenceIndex(v); k == 0 || q.p.doc.statements[q.last].last <= q.p.sents[k-1].First {
		return false
	}
	for k := s.First; k < v; k++ {
		if !q.l.Has(k, q.p.know.lists.andWord) && !q.l.Has(k, q.p.know.lists.funcWord) {
			return false
		}
	}
	w := q.l.Fold(v)
	return strings.HasSuffix(w, "л") || strings.HasSuffix(w, "ла")
}

// toldInside reports whether Russian words before who hands them on close with another
// clause of saying, whose speaker the words are: «Мост откроют, сообщила мэрия |,
// передаёт ТАСС».
func (q *quoteFinder) toldInside(from, to int) bool {
	if !q.p.know.russian {
		return false
	}
	for k := to - 2; k > from+2 && k > to-18; k-- {
		if q.l.Rune(k) == ',' {
			return q.l.Has(k+1, q.say)
		}
	}
	return false
}

// ratherSpeakerRU gives who spoke last in place of the person e, whom the Russian office at
// token i would mean as the one named last before token before, where that one was named
// there only in passing, in an oblique case: «…», — сказал Линд. По его словам, Орлова
// ждут. «…», — добавил | эксперт. For a pronoun it is whom the sentence of that one names in
// the nominative.
func (q *quoteFinder) ratherSpeakerRU(e, i, before int) int {
	if q.p.know.russian && q.l.Has(i, q.pronoun) {
		if who := q.ratherSubjectRU(e, before); q.p.doc.entities[who].gender == q.p.doc.entities[e].gender {
			return who
		}
		return e
	}
	if !q.p.know.russian || q.speaker < 0 || q.speaker == e || !q.l.Has(i, q.office) || q.p.doc.entities[q.speaker].kind != read.Person || !q.mayHold(q.speaker, i) {
		return e
	}
	for _, k := range slices.Backward(q.p.mentionsIn(lang.PersonChunk, 0, before)) {
		if m := &q.p.mens[k]; m.entity == e {
			if q.nominative(m) {
				return e
			}
			if who := q.ratherSubjectRU(e, before); who != e {
				return who
			}
			return q.speaker
		}
	}
	return e
}
