package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
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
	if q.l.Has(k, q.notSpoken) || q.l.Has(k, q.office) || q.l.Has(k, q.p.class("clauseopen")) || q.p.know.hasEnding("gerundend", w, 4) || q.p.know.hasEnding("participleend", w, 4) {
		return false
	}
	for i := k; i < s.Last; i++ {
		if q.finite(i) {
			return true
		}
		if q.l.Rune(i) == ',' {
			return false
		}
	}
	return false
}

// opened reports whether words that follow a Russian «по его словам» inside a
// sentence go on with those before it, which are no clause by themselves:
// «Мост, по его словам, откроют в июне».
func (q *quoteFinder) opened(m *pattern.Match, s lang.Sentence, c *speech) bool {
	if !q.p.know.russian || m.Rule.Attr["split"] != "yes" || m.Start < s.First+2 || m.Start > s.First+14 || q.l.Rune(m.Start-1) != ',' {
		return false
	}
	for i := s.First; i < m.Start; i++ {
		if q.finite(i) || q.l.Has(i, q.notSpoken) {
			return false
		}
	}
	return true
}

// finite reports whether a Russian word ends as verbs in a personal form or
// short participles do, or a dash stands for one.
func (q *quoteFinder) finite(i int) bool {
	if isDash(q.l.Rune(i)) && !q.l.Toks[i].Is(lang.Glued) {
		return true
	}
	w := q.l.Fold(i)
	return q.l.Toks[i].Is(lang.Lower) && (q.l.Has(i, q.p.class("future")) || q.p.know.hasEnding("pastend", w, 2) || q.p.know.hasEnding("futureend", w, 4) || q.p.know.hasEnding("finiteend", w, 4)) && !q.p.know.isEnding("bodynoun", w)
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
		if !q.l.Toks[i].Is(lang.Lower) || !q.l.Has(i, q.p.class("orghead")) {
			continue
		}
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
			for w := range strings.FieldsSeq(lang.Fold(q.p.doc.entities[m.entity].name)) {
				for _, stem := range stems {
					if strings.HasPrefix(w, stem) {
						return m.entity, true
					}
				}
			}
		}
		return -1, true
	}
	return 0, false
}

// saidToo parts the words of a Russian speaker at a second verb of saying («…,
// и сообщил, что …») and gives the token where the words of that one begin; 0
// where none follows.
func (q *quoteFinder) saidToo(c *speech) int {
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
