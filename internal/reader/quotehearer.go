package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
)

// Who is named beside words without saying them: whom they are said to, and for whom
// somebody without a name speaks.

// hearsIt reports whether the person of a mention is told the words by the verb of saying
// at token v: "a sailor told | Ada Berg", «Моряк сказал | Андрею Линду», «тұрғын | Асқар
// Мұқановқа айтты».
func (q *quoteFinder) hearsIt(m *mention, v int) bool {
	switch {
	case m.entity < 0:
		return false
	case q.p.know.russian:
		return q.dativeRU(m) && !strings.Contains(q.l.Fold(v), "цитиру") && !strings.Contains(q.l.Fold(v), "цитирова")
	case q.p.know.headLast:
		return q.p.inCaseKK(m) && (dativeKK(q.l.Fold(m.end-1)) || strings.HasSuffix(q.l.Fold(m.end-1), "на") || strings.HasSuffix(q.l.Fold(m.end-1), "не"))
	}
	k := m.start - 1
	for n := 0; n < 5 && k > v && (q.l.Has(k, q.office) || q.l.Is(k, lang.Cap) || q.l.Rune(k) == '.' || q.l.Has(k, q.p.know.lists.definite)); n++ {
		k--
	}
	return k == v && q.l.Plays(v, q.p.know.roles.tellsTo)
}

// hearerAt reports whether the person named at token a of a match is told the words.
func (q *quoteFinder) hearerAt(m *pattern.Match, a int) bool {
	k, ok := q.p.mentionAt(a, lang.PersonChunk)
	return ok && q.hearsIt(k, q.sayIn(m.Start, m.End))
}

// dativeRU reports whether a Russian person is named in the dative, by what the name is
// called: «Андрею Линду», «Анне Линд».
func (q *quoteFinder) dativeRU(m *mention) bool {
	if q.nominative(m) {
		return false
	}
	name := q.p.doc.entities[m.entity].folded()
	for i := m.start; i < m.end; i++ {
		w := q.l.Fold(i)
		if !q.l.Is(i, lang.Word) || q.l.Is(i, lang.Initial) || strings.Contains(name, w) {
			continue
		}
		return strings.HasSuffix(w, "у") || strings.HasSuffix(w, "ю") || strings.HasSuffix(w, "е")
	}
	return false
}

// forAnother reports whether the person of a mention is only the one for whom somebody
// without a name speaks: "the lawyer of | Ada Berg", «адвокат | Андрея Линда», «Асқар
// Мұқановтың | көмекшісі».
func (q *quoteFinder) forAnother(m *mention) bool {
	k := m.start - 1
	switch {
	case m.entity < 0 || k < 0:
		return false
	case q.p.know.russian:
		return !q.nominative(m) && q.l.Is(k, lang.Word) && (q.l.Has(k, q.office) || q.l.Has(k, q.p.know.lists.profession) || q.l.Has(k, q.p.know.lists.personNoun) || q.l.Has(k, q.p.know.lists.kinWord)) && q.bareNounRU(k)
	case q.p.know.headLast:
		return q.l.Has(m.end, q.office) && q.owns(m.start) && q.namelessBehind(m.end)
	}
	for n := 0; n < 4 && k > 1 && (q.l.Rune(k) == '.' || q.l.Is(k, lang.Cap) && !q.l.Has(k, lang.OrgChunk) && (q.l.Has(k, q.office) || q.l.Has(k, q.p.know.lists.honorific)) || q.l.Has(k, q.p.know.lists.definite)); n++ {
		k--
	}
	if k < 1 || !q.l.Plays(k, q.p.know.roles.of) && !q.l.Plays(k, q.p.know.roles.forWhat) && !q.l.Plays(k, q.p.know.roles.to) {
		return false
	}
	return q.l.Is(k-1, lang.Lower) && (q.l.Has(k-1, q.office) || q.l.Has(k-1, q.p.know.lists.personNoun))
}

// bareNounRU reports whether a Russian noun of a person at token k stands in the
// nominative, as a subject does: «адвокат», not «адвоката».
func (q *quoteFinder) bareNounRU(k int) bool {
	for _, class := range [...]lang.Class{q.office, q.p.know.lists.profession, q.p.know.lists.personNoun, q.p.know.lists.kinWord} {
		c, ok := q.l.Chunk(k, class)
		if !ok {
			continue
		}
		for _, form := range q.l.Entry(c).Folded() {
			if form == q.l.Fold(k) {
				return true
			}
		}
	}
	return false
}

// namelessBehind reports whether no name stands behind the Kazakh office at token i.
func (q *quoteFinder) namelessBehind(i int) bool {
	c, _ := q.l.Chunk(i, q.office)
	return !q.l.Has(int(c.End), lang.PersonChunk) && !q.l.Is(int(c.End), lang.Cap)
}

// speaksForAnother reports whether among the tokens somebody without a name speaks for a
// person who is named: «…», — заявил адвокат Андрея Линда.
func (q *quoteFinder) speaksForAnother(from, to int) bool {
	for i := from; i < to; i++ {
		if m, ok := q.p.mentionAt(i, lang.PersonChunk); ok && q.forAnother(m) {
			return true
		}
	}
	return false
}

// allHear reports whether each person named among the tokens is told the words by the verb
// of saying at token v, or somebody else speaks for them: «Моряк сказал Андрею Линду: «…»».
func (q *quoteFinder) allHear(from, to, v int) bool {
	some := false
	for _, k := range q.p.mentionsIn(lang.PersonChunk, from, to) {
		m := &q.p.mens[k]
		if !q.hearsIt(m, v) && !q.forAnother(m) {
			return false
		}
		some = true
	}
	return some
}

// namedIn reports whether a person is named among the tokens: who is told only by a title
// does not speak of themselves by name.
func (q *quoteFinder) namedIn(who, from, to int) bool {
	for _, k := range q.p.mentionsIn(lang.PersonChunk, from, to) {
		if q.p.mens[k].entity == who {
			return true
		}
	}
	return false
}

// deniedIn reports whether the verb of saying in a match of reported speech is denied.
func (q *quoteFinder) deniedIn(m *pattern.Match) bool {
	if q.p.know.headLast {
		return q.l.Plays(m.End, q.p.know.roles.saysNot)
	}
	v := q.sayIn(m.Start, m.End)
	return v > m.Start && q.deniedSay(v)
}

// deniedSay reports whether the verb of saying at token v is denied, so that nobody said
// the words: "has never | said", «не | говорил», «айтқан | жоқ».
func (q *quoteFinder) deniedSay(v int) bool {
	r := q.p.know.roles.saysNot
	if q.p.know.headLast {
		return q.l.Plays(q.behindSay(v), r)
	}
	return q.l.Plays(v-1, r)
}

// officerBehind gives the person named behind the title that follows the name of
// an English body at once, and the token behind the name.
func (q *quoteFinder) officerBehind(i, last int) (who, end int, ok bool) {
	if q.p.know.pack.Tag != "en" || i >= last || !q.l.Has(i, q.office) {
		return 0, 0, false
	}
	return q.personBehind(i, last)
}
