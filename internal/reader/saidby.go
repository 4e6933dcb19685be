package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// Who is meant by an English speaker who is not named: a body by its common
// noun, a person by a pronoun.

// commonBody gives the body that "the" and a noun of bodies, mostly small-lettered, at
// tokens [a, b) stand for: the one named last whose name holds the noun. named
// is true where the tokens are such a noun or a paper ("the statement"); without
// a body the entity is -1.
func (q *quoteFinder) commonBody(a, b int) (who int, named bool) {
	if q.p.know.pack.Tag != "en" || b != a+2 || !q.l.Plays(a, q.p.know.roles.the) || !q.l.Is(a+1, lang.Lower) && (q.l.Has(a+1, lang.OrgChunk) || !q.l.Has(a+1, q.p.know.lists.bodyNoun)) {
		return 0, false
	}
	if any := q.l.Plays(a+1, q.p.know.roles.anyBody); !any && !q.l.Has(a+1, q.p.know.lists.bodyNoun) {
		if !q.l.Plays(a+1, q.p.know.roles.saidBy) {
			return -1, false
		}
		return q.issuer(a + 1), true
	}
	noun := q.l.Fold(a + 1)
	near := q.p.mentionsIn(lang.OrgChunk, 0, a)
	for k := len(near) - 1; k >= max(0, len(near)-bodyReach); k-- {
		m := &q.p.mens[near[k]]
		if m.entity < 0 {
			continue
		}
		e := &q.p.doc.entities[m.entity]
		if slices.Contains(strings.Fields(lang.Fold(e.name)), noun) {
			return m.entity, true
		}
	}
	if q.l.Plays(a+1, q.p.know.roles.anyBody) {
		return q.unlikeBody(a), true
	}
	return -1, true
}

// issuer gives the body that issued the English paper whose noun stands at token i, told
// before in the paragraph: "In a statement, the ministry …. The | statement said"; -1 for
// none.
func (q *quoteFinder) issuer(i int) int {
	for k := i - 2; k > q.p.paragraphOf(i); k-- {
		if q.l.Fold(k) != q.l.Fold(i) {
			continue
		}
		s := q.p.sentenceOf(k)
		for j := s.First; j < s.Last; j++ {
			if m, ok := q.p.mentionAt(j, lang.OrgChunk); ok {
				return m.entity
			}
			if j+1 != k && j+2 < s.Last && q.l.Has(j+1, q.p.know.lists.bodyNoun) {
				if e, ok := q.commonBody(j, j+2); ok {
					return e
				}
			}
		}
		return -1
	}
	return -1
}

// unlikeBody gives the one body that the paragraph has named before token a without a noun
// of bodies in its name, as UNHCR, -1 where there is none or more than one.
func (q *quoteFinder) unlikeBody(a int) int {
	who := -1
	for _, k := range q.p.mentionsIn(lang.OrgChunk, q.p.paragraphOf(a), a) {
		m := &q.p.mens[k]
		if m.entity < 0 || m.entity == who || q.nounIn(m) {
			continue
		}
		if who >= 0 {
			return -1
		}
		who = m.entity
	}
	return who
}

// nounIn reports whether a noun of bodies stands in a name.
func (q *quoteFinder) nounIn(m *mention) bool {
	for i := m.start; i < m.end; i++ {
		if q.l.Has(i, q.p.know.lists.bodyNoun) {
			return true
		}
	}
	return false
}

// delegate reports whether a person was named last before token i in English with the state
// they speak for behind the name, so that a title alone is another's: "Ms. Berg (Norway)
// agreed. The Chair | proposed".
func (q *quoteFinder) delegate(e, i int) bool {
	if q.p.know.pack.Tag != "en" {
		return false
	}
	for _, k := range slices.Backward(q.p.mentionsIn(lang.PersonChunk, 0, i)) {
		if m := &q.p.mens[k]; m.entity == e {
			return m.end+1 < i && q.l.Rune(m.end) == '(' && q.l.Has(m.end+1, lang.PlaceChunk)
		}
	}
	return false
}

// lastSaid gives the person whom an English pronoun that opens the sentence of
// token i, or a Russian one in it, means by what the sentence before it in the paragraph tells: who spoke
// there, else its subject, the person named first there and behind no
// preposition. A person known to have another gender is none.
func (q *quoteFinder) lastSaid(i int, gender byte) (int, bool) {
	if q.p.know.russian {
		return q.spokeBefore(i, gender)
	}
	if q.p.know.pack.Tag != "en" || gender == 0 {
		return 0, false
	}
	k := q.p.sentenceIndex(i)
	if k == 0 || i > q.p.sents[k].First+2 {
		return 0, false
	}
	apart := q.l.Toks[q.p.sents[k].First].Para
	may := func(e int) bool {
		g := q.p.doc.entities[e].gender
		return q.p.doc.entities[e].kind == read.Person && (g == 0 || g == gender)
	}
	s := q.p.sents[k-1]
	for j := len(q.p.doc.statements) - 1; j >= 0; j-- {
		st := &q.p.doc.statements[j]
		if st.Kind != read.Quote || st.last <= s.First || st.first >= s.Last {
			continue
		}
		if e, ok := entityOf(st.Speaker); ok && may(e) {
			return e, true
		}
	}
	if apart && !q.l.Toks[s.First].Para { // of a paragraph of several sentences nobody goes on
		return 0, false
	}
	if e, ok := q.p.subjectTold(s); ok && may(e) {
		return e, true
	}
	if apart {
		return 0, false
	}
	if !q.p.know.russian && q.l.Plays(s.First, q.p.know.roles.heShe) {
		return 0, false // see sameSubject
	}
	for _, n := range q.p.mentionsIn(lang.PersonChunk, s.First, s.Last) {
		m := &q.p.mens[n]
		if m.entity < 0 {
			continue
		}
		for j := m.start - 1; j >= max(s.First, m.start-4); j-- {
			if q.l.Has(j, q.p.know.lists.npStop) && !q.l.Has(j, q.p.know.lists.phraseArticle) && !q.l.Has(j, q.p.know.lists.phraseOne) {
				return 0, false
			}
			if q.l.Is(j, lang.Punct) {
				break
			}
		}
		return m.entity, may(m.entity)
	}
	return 0, false
}

// adding states what an English or Russian speaker is told to have said besides
// the direct words of the sentence: "…," Lopez said, adding that work would begin
// in May; «…», — сказал Лопес, добавив, что работы начнутся в мае.
func (q *quoteFinder) adding(s lang.Sentence) {
	c := q.p.know.lists.addingVerb
	if c == lang.NoClass {
		return
	}
	for k := s.Last - 4; k > s.First+3; k-- {
		if isQuote(q.l.Rune(k)) {
			return
		}
		if !q.l.Has(k, c) || q.l.Rune(k-1) != ',' || !q.beginsThat(k+1) {
			continue
		}
		for j := len(q.p.doc.statements) - 1; j >= 0; j-- {
			st := &q.p.doc.statements[j]
			if st.Kind != read.Quote || st.first >= k || st.last <= s.First {
				continue
			}
			no := false
			from, to := k+2, s.Last
			if q.p.know.russian {
				from++ // «, что»
			}
			if from, to = q.trim(from, to); to-from < 3 {
				return
			}
			q.p.state(read.Statement{Kind: read.Quote, Speaker: st.Speaker, Direct: &no, Text: q.l.Slice(from, to), Language: q.p.know.pack.Tag}, "quote.adding", s.First, s.Last)
			return
		}
		return
	}
}

// besidePronoun reports whether an English or Russian pronoun of a person stands
// right beside the verb of saying at token v: "he said", "said she", «сказала она».
func (q *quoteFinder) besidePronoun(v, from, to int) bool {
	behind := v + 1
	if q.p.know.headLast {
		behind = q.behindSay(v)
	}
	for _, k := range [...]int{v - 1, behind} {
		if k >= from && k < to {
			if q.l.Plays(k, q.p.know.roles.heShe) {
				return true
			}
		}
	}
	if q.p.know.russian && v-2 >= from && q.l.Is(v-1, lang.Lower) && q.l.Plays(v-1, q.p.know.roles.passing) && q.l.Plays(v-2, q.p.know.roles.heShe) { // он также | заявил
		return true
	}
	return false
}

// byAge gives the person named last before token before where the words beside
// the verb of saying at token v tell one by the age alone: "said the 24-year-old".
func (q *quoteFinder) byAge(v, from, to, before int) (int, bool) {
	age := q.p.know.lists.ageSuffix
	if q.p.know.pack.Tag != "en" || age == lang.NoClass {
		return 0, false
	}
	for k := max(from, v-6); k < min(to, v+3); k++ {
		x, ok := q.p.numberAt(k)
		if !ok || k == from || !q.l.Plays(k-1, q.p.know.roles.the) || x.end >= to || !(q.l.Has(x.end, age) || q.l.Has(x.end+1, age)) {
			continue
		}
		return q.p.lastPerson(before)
	}
	return 0, false
}

// behindDay gives the token at which English reported words begin behind the day on
// which they were said: "X said on Sunday | the pain would not go away".
func (q *quoteFinder) behindDay(from, to int) int {
	if q.p.know.pack.Tag != "en" || from == 0 || from+4 >= to || !q.l.Has(from-1, q.say) {
		return from
	}
	k := from
	if q.l.Plays(k, q.p.know.roles.partOfDay) {
		k++
	}
	m, ok := q.p.mentionAt(k, lang.DateChunk)
	if !ok || m.end+2 >= to || !q.l.Is(m.end, lang.Word) || len(m.date.String()) != len("2006-01-02") || q.l.Has(m.end, q.p.know.lists.auxVerb) {
		return from
	}
	return m.end
}

// pointsBack reports whether the English words behind a verb of saying are no clause
// but what was said before: "X said | this at State House", "said this during the talks".
func (q *quoteFinder) pointsBack(i, last int) bool {
	if q.p.know.pack.Tag != "en" || i+1 >= last || !q.l.Plays(i, q.p.know.roles.saidBefore) {
		return false
	}
	return q.l.Plays(i+1, q.p.know.roles.whenSaid) || q.l.Is(i+1, lang.Punct)
}

// clauseParted reports whether who says them parts English reported words [from, to)
// without a verb from the verb behind token end: "The prices, he said, | continue to
// rise", "Trade, she said, | is good for both".
func (q *quoteFinder) clauseParted(from, to, end int, s lang.Sentence) bool {
	if q.p.know.pack.Tag != "en" || end+2 >= s.Last || q.l.Rune(end) != ',' || to <= from {
		return false
	}
	if q.opensWhere(from) && q.clauseBehind(end+1, s) {
		return true
	}
	if !q.l.Is(end+1, lang.Lower) {
		return false
	}
	aux, past := q.p.know.lists.auxVerb, q.p.know.lists.pastWord
	if joins := q.l.Plays(end+1, q.p.know.roles.and) || q.l.Fold(end+1) == "but"; joins { // Trade grew, she said, | and will grow on
		return q.l.Has(end+2, aux)
	}
	for i := from; i < to; i++ {
		if q.l.Has(i, aux) || q.l.Has(i, past) || q.l.Is(i, lang.Lower) && q.p.know.endings.pastEnd.end(q.l.Fold(i), 2) {
			return false
		}
	}
	k := end + 1
	if q.l.Has(k, aux) {
		return true
	}
	w := q.l.Fold(k)
	return !q.l.Has(k, q.p.know.lists.npStop) && !q.l.Has(k, q.say) && !strings.HasSuffix(w, "ing") && !strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "ly") && (q.l.Has(k+1, q.p.know.lists.npStop) || strings.HasSuffix(w, "s"))
}

// opensWhere reports whether English words from token i on tell where or when: "In Osh",
// "By May".
func (q *quoteFinder) opensWhere(i int) bool {
	r := &q.p.know.roles
	return q.l.Plays(i, r.in) || q.l.Plays(i, r.by) || q.l.Plays(i, r.on) || q.l.Plays(i, r.at)
}

// clauseBehind reports whether a clause with its verb stands from token k on: "the bridge
// | would be ready", "across the border, the fund has offered help".
func (q *quoteFinder) clauseBehind(k int, s lang.Sentence) bool {
	aux, past := q.p.know.lists.auxVerb, q.p.know.lists.pastWord
	if q.l.Has(k, aux) || q.l.Has(k, past) || q.l.Plays(k, q.p.know.roles.and) {
		return false
	}
	for i := k + 1; i < s.Last; i++ {
		if q.l.Has(i, aux) || q.l.Has(i, past) {
			return true
		}
	}
	return false
}
