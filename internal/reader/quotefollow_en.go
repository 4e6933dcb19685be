package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
	"shanyraq/internal/read"
)

// followReach is the most tokens an English sentence may have before the name of whom
// it tells: titles, bodies and forms of address.
const followReach = 14

// follows gives who speaks English words in marks that are a sentence of their own, in
// a paragraph whose sentence before them tells of somebody and nobody else: "The mayor,
// X, was more critical. | 'The town had two ladders.'"
func (q *quoteFinder) follows(r *paragraphQuotes, s *quoted, a int) (int, bool) {
	from := q.ownSentence(r, s, a)
	if from < 0 || isQuote(q.l.Rune(from)) {
		return 0, false
	}
	return q.tellsOf(from, a)
}

// goesOnBehind reports whether English words in marks that are a sentence of their own
// go on with those of the sentence before them: "'A,' he began. | 'B.'"
func (q *quoteFinder) goesOnBehind(r *paragraphQuotes, s *quoted, a int) bool {
	if r.prev == nil || r.stated < 0 {
		return false
	}
	first, behind := r.prev.outer()
	return behind < a-1 && q.ownSentence(r, s, a) == first
}

// ownSentence gives the token at which the sentence before English words in marks begins,
// where these are a sentence of their own inside a paragraph; -1 elsewhere.
func (q *quoteFinder) ownSentence(r *paragraphQuotes, s *quoted, a int) int {
	if q.p.know.pack.Tag != "en" || a <= r.from+2 || !s.closed || s.dash || s.to-s.from < 4 || !q.l.Is(s.from, lang.Cap) || !q.endsSentence(a-1) {
		return -1
	}
	switch q.l.Rune(s.to - 1) {
	case '.', '!', '?':
	default:
		return -1
	}
	from := a - 1
	for from > r.from && !q.endsSentence(from-1) {
		from--
	}
	return from
}

// endsSentence reports whether a sentence ends with token i: with a full stop, or the
// mark that closes words behind one.
func (q *quoteFinder) endsSentence(i int) bool {
	if isQuote(q.l.Rune(i)) && i > 0 && q.l.Is(i, lang.Glued) {
		switch q.l.Rune(i - 1) {
		case '.', '!', '?':
			return true
		}
		return false
	}
	return q.stops(i)
}

// tellsOf gives the person of whom the English sentence at tokens [from, to) tells: the
// name that opens it, behind titles, or the pronoun.
func (q *quoteFinder) tellsOf(from, to int) (int, bool) {
	if q.l.Plays(from, q.p.know.roles.heShe) {
		return q.p.personBefore(from, q.p.genderSaid(from, -1))
	}
	for k := from; k < min(to, from+followReach); k++ {
		if m, ok := q.p.mentionAt(k, lang.PersonChunk); ok {
			if m.entity < 0 || isApostropheRune(q.l.Rune(m.end)) {
				return 0, false
			}
			return m.entity, true
		}
		if q.l.Has(k, q.p.know.lists.auxVerb) || q.l.Has(k, q.p.know.lists.pastWord) || q.l.Has(k, q.p.know.lists.topicPrep) || q.l.Rune(k) == '.' && (k == from || !q.l.Is(k-1, lang.Cap)) {
			return 0, false
		}
	}
	return 0, false
}

// subjectSays gives whom an English sentence tells of, where its verb of saying is joined
// by "and" behind the name of another, at tokens [a, b): "She thanked the host, X, | and
// announced that".
func (q *quoteFinder) subjectSays(a, b int, s lang.Sentence) (int, bool) {
	if e, told := q.officeSays(a, b); told {
		return e, true
	}
	if q.p.know.pack.Tag != "en" || a < s.First+3 || b+2 >= s.Last {
		return 0, false
	}
	if q.l.Rune(b) == ',' {
		b++
	}
	if !q.l.Plays(b, q.p.know.roles.and) || !q.l.Plays(s.First, q.p.know.roles.heShe) {
		return 0, false
	}
	return q.tellsOf(s.First, a)
}

// officerOfBody gives the person who speaks by an English office of the body among the
// tokens of who speaks, from a on: "according to the chair of the | Council", "X, the chair
// of the | Council, said". -1 where nobody is told to hold it.
func (q *quoteFinder) officerOfBody(a int, s lang.Sentence) int {
	if q.p.know.pack.Tag != "en" {
		return -1
	}
	for !q.l.Has(a, lang.OrgChunk) {
		if a++; a >= s.Last || q.l.Has(a, lang.PersonChunk) || q.l.Is(a, lang.Punct) {
			return -1
		}
	}
	k := a - 1
	if k > s.First && q.l.Has(k, q.p.know.lists.definite) {
		k--
	}
	if k <= s.First || !q.l.Has(k, q.p.know.lists.of) {
		return -1
	}
	title := -1
	for j := k - 1; j >= s.First && j > k-6 && title < 0; j-- {
		if c, ok := q.l.Chunk(j, q.office); ok && int(c.End) == k {
			title = j
		}
	}
	if title < 0 {
		return -1
	}
	for j := title - 1; j > s.First && j > title-12; j-- { // X, foreign minister of Ghana and chair of the Council
		if q.l.Rune(j) == ',' {
			for _, id := range q.p.mentionsIn(lang.PersonChunk, max(s.First, j-8), j) {
				if m := &q.p.mens[id]; m.end == j && m.entity >= 0 {
					return m.entity
				}
			}
			break
		}
	}
	if e, ok := q.holder(title); ok {
		return e
	}
	return -1
}

// asksFor reports whether the English verb of saying that ends before token b asks
// somebody for something by the preposition behind it: "…, X called | on members to act".
func (q *quoteFinder) asksFor(b int) bool {
	return q.p.know.pack.Tag == "en" && b > 0 && q.l.Plays(b-1, q.p.know.roles.calledSo) && (q.l.Plays(b, q.p.know.roles.on) || q.l.Plays(b, q.p.know.roles.forWhat))
}

// besideSaying reports whether an English person is only the object of what the speaker
// does while speaking: "the minister said, quoting | X".
func (q *quoteFinder) besideSaying(m *mention, v int) bool {
	k := m.start - 1
	return q.p.know.pack.Tag == "en" && k > v+1 && q.l.Rune(k-1) == ',' && q.l.Is(k, lang.Lower) && strings.HasSuffix(q.l.Fold(k), "ing")
}

// introducing gives who speaks in the paragraph that begins at token from, where the last
// sentence of the English one before it, which begins at token begin, leads to it by a
// colon: "The minister, X, said in a statement: | 'A.'"; -1 where it tells of nobody.
func (q *quoteFinder) introducing(begin, from int) int {
	first := from - 1
	for first > begin && !q.stops(first-1) {
		first--
	}
	if v := q.sayIn(first, from); v >= 0 {
		if who, ok := q.whoSaid(first, from, v, first); ok {
			return who
		}
	}
	if who, ok := q.tellsOf(first, from); ok {
		return who
	}
	who := -1
	for _, k := range q.p.mentionsIn(lang.PersonChunk, first, from) {
		if e := q.p.mens[k].entity; e < 0 || who >= 0 && e != who {
			return -1
		} else {
			who = e
		}
	}
	return who
}

// behindItem gives the token behind the number of a paragraph or of a list that opens an
// English sentence: "5. | To that end, X urged", "(a) | The fund, she said, would grow".
func (q *quoteFinder) behindItem(i int, s lang.Sentence) int {
	if q.p.know.pack.Tag != "en" || i != s.First || i+3 >= s.Last {
		return i
	}
	k := i
	if q.l.Rune(k) == '(' {
		k++
	}
	if t := &q.l.Toks[k]; !t.Is(lang.Number) && t.End-t.Start > 1 || q.l.Rune(k+1) != '.' && q.l.Rune(k+1) != ')' || !q.l.Is(k+1, lang.Glued) || !q.l.Is(k+2, lang.Cap) {
		return i
	}
	return k + 2
}

// beforeTitle gives the token at which English words end before the body and the title of
// who says them, which stand before the name and its comma: "Prices fell, | World Fuel
// Union (WFU) President, X said".
func (q *quoteFinder) beforeTitle(to int, s lang.Sentence) int {
	if q.p.know.pack.Tag != "en" || to-2 <= s.First || !q.l.Is(to-1, lang.Cap) {
		return to
	}
	k, title := to, false
	for k > s.First && k > to-12 && q.l.Rune(k-1) != ',' {
		k--
		if t := &q.l.Toks[k]; !t.Is(lang.Cap) && !t.Is(lang.Punct) && !q.l.Has(k, q.p.know.lists.titleLink) {
			return to
		}
		title = title || q.l.Has(k, q.office)
	}
	if !title || k <= s.First+2 || q.l.Rune(k-1) != ',' || !q.l.Is(k, lang.Cap) {
		return to
	}
	return k - 1
}

// titleSaidBefore gives the holder of the title that an English text has speak in the
// sentence before that of token i, where nobody is named since: "the surveyor said that
// it shrank. | “…,” she added".
func (q *quoteFinder) titleSaidBefore(i int, gender byte) (int, bool) {
	k := q.p.sentenceIndex(min(max(i, 0), len(q.l.Toks)-1))
	if q.p.know.pack.Tag != "en" || gender == 0 || k == 0 || k >= len(q.p.sents) || q.l.Toks[q.p.sents[k].First].Para {
		return 0, false
	}
	s := q.p.sents[k-1]
	v := q.sayIn(s.First, s.Last)
	if v <= s.First+1 || len(q.p.mentionsIn(lang.PersonChunk, s.First, i)) > 0 {
		return 0, false
	}
	for h := v - 1; h > max(s.First, v-4); h-- {
		c, ok := q.l.Chunk(h, q.office)
		if !ok || int(c.End) != v {
			continue
		}
		for a := h - 1; a >= max(s.First, h-4); a-- {
			if q.l.Plays(a, q.p.know.roles.the) {
				e, ok := q.holder(h)
				if !ok {
					e, ok = q.holder(a + 1)
				}
				return e, ok && (q.p.doc.entities[e].gender == 0 || q.p.doc.entities[e].gender == gender)
			}
		}
	}
	return 0, false
}

// speaksOn gives the person whose words in marks an English text gave last, where the
// pronoun at token i may mean him or her and nobody has been named since: "…," X told Y. /
// "…," he added.
func (q *quoteFinder) speaksOn(i, before int) (int, bool) {
	gender := q.p.genderSaid(i, -1)
	if e, ok := q.titleSaidBefore(before, gender); ok {
		return e, true
	}
	if q.p.know.pack.Tag != "en" || gender == 0 || q.last < 0 || q.last >= len(q.p.doc.statements) {
		return 0, false
	}
	st := &q.p.doc.statements[q.last]
	e, ok := entityOf(st.Speaker)
	if !ok || q.p.doc.entities[e].kind != read.Person || before < st.last || q.p.sentenceIndex(before)-q.p.sentenceIndex(st.last-1) > 2 || len(q.p.mentionsIn(lang.PersonChunk, st.last, before)) > 0 {
		return 0, false
	}
	g := q.p.doc.entities[e].gender
	return e, g == 0 || g == gender
}

// verbJoined reports whether the first verb among English words behind a verb of saying is
// joined to it by "and", so that the words before are only its object: "stressed the depth
// of the ties | and expressed hope".
func (q *quoteFinder) verbJoined(from, to int) bool {
	for i := from; i < to; i++ {
		if q.l.Has(i, q.p.know.lists.auxVerb) || q.l.Has(i, q.p.know.lists.pastWord) || q.l.Is(i, lang.Lower) && q.p.know.endings.pastEnd.end(q.l.Fold(i), 2) {
			return i > from+1 && q.l.Plays(i-1, q.p.know.roles.and) && q.l.Has(i, q.say)
		}
	}
	return false
}

// titledByBody gives the person to whom the text gives the office by which English who
// speaks at tokens [a, b) is told, behind the name of the body it is of: "the Harbour Union |
// envoy said". is is true where they are such a title; the person is -1 where nobody is told
// to hold it, since the body does not speak.
func (q *quoteFinder) titledByBody(a, b int) (who int, is bool) {
	if q.p.know.pack.Tag != "en" || !q.l.Has(b-1, q.office) {
		return 0, false
	}
	for i := a; i < b; i++ {
		m, ok := q.p.mentionAt(i, lang.OrgChunk)
		if !ok {
			continue
		}
		c, office := q.l.Chunk(m.end, q.office)
		if !office || int(c.End) != b || q.l.Has(b, lang.PersonChunk) {
			return 0, false
		}
		stem := lang.Fold(firstForm(q.l.Entry(c)))
		e, ok := q.p.doc.soleHolder(func(st *statement) bool {
			org, of := entityOf(st.Organization)
			return q.heads(st.Title, stem) && (of && org == m.entity || !of && !q.l.Plays(m.end-1, q.p.know.roles.politicalParty))
		})
		if !ok {
			e = -1
		}
		return e, true
	}
	return 0, false
}

// whoSaysAside gives the person of whom an English clause right before words in marks, whose
// mark stands at token a, tells in passing that they said them: "Berg, who first said | “…”,
// was late".
func (q *quoteFinder) whoSaysAside(a int) (int, bool) {
	k := a - 1
	if q.p.know.pack.Tag != "en" || k < 3 || !q.l.Has(k, q.say) {
		return 0, false
	}
	for k--; k > a-5 && k > 1; k-- {
		if q.l.Fold(k) == "who" {
			break
		}
		if !q.l.Is(k, lang.Lower) {
			return 0, false
		}
	}
	if k <= 1 || q.l.Fold(k) != "who" || q.l.Rune(k-1) != ',' {
		return 0, false
	}
	for j := k - 2; j >= 0 && j > k-7; j-- {
		if m, ok := q.p.mentionAt(j, lang.PersonChunk); ok && m.end == k-1 {
			return m.entity, m.entity >= 0
		}
	}
	return 0, false
}

// gerundSays reports whether the English verb of saying of a match is a participle behind
// a comma and the person at token a, who stands late in the sentence, is not its subject:
// "She greeted the mayor, Ada Berg (Osh), | saying that".
func (q *quoteFinder) gerundSays(m *pattern.Match, a int) bool {
	if q.p.know.pack.Tag != "en" || m.Rule.Name != "quote.said-that" || !q.l.Plays(q.p.sentenceOf(a).First, q.p.know.roles.heShe) {
		return false
	}
	v := q.sayIn(a, m.End)
	return v > a && q.l.Rune(v-1) == ',' && strings.HasSuffix(q.l.Fold(v), "ing")
}
