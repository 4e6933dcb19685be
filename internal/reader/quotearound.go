package reader

import (
	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
	"shanyraq/internal/read"
)

// aroundReach is the fewest words that stand before a fragment in marks as a clause of
// their own: of "said that it was 'a long and hard winter'" the marks hold what was said.
const aroundReach = 4

// around states the reported words around a fragment in marks of the same verb, which is
// stated as direct: "Ada Berg said | the harbour would open in May, 'though not for ice'",
// "The harbour will open in May, | Ada Berg said, 'though not for ice'", «Линд заявил, что |
// порт откроют в мае, «но не для льда»». The fragment opens small, and what stands before
// it has a verb.
func (q *quoteFinder) around(set *pattern.Set, s lang.Sentence) {
	mark := q.fragmentIn(s)
	if mark < 0 || q.p.know.pack.Tag == "en" && q.l.Rune(mark-1) != ',' {
		return
	}
	used := make([]bool, s.Last-s.First)
	copy(used, q.used[s.First:s.Last])
	clear(q.used[s.First:s.Last])
	var best speech
	q.p.scan(set, s, func(m *pattern.Match) bool {
		if c, ok := q.speech(m, s); ok && best.rule == "" && q.spokeIn(c.who, s) && c.more[1] == 0 && q.leadsTo(&c, mark) {
			best = c
		}
		return best.rule == ""
	})
	copy(q.used[s.First:s.Last], used)
	if best.rule == "" {
		return
	}
	no := false
	q.p.state(read.Statement{Kind: read.Quote, Speaker: ref(best.who), Direct: &no, Text: q.saidWords(&best), Language: q.p.know.pack.Tag}, best.rule, s.First, s.Last)
}

// fragmentIn gives the mark that opens the first words stated as direct in a sentence, -1
// where they open with a capital or other words in marks stand before them.
func (q *quoteFinder) fragmentIn(s lang.Sentence) int {
	for i := s.First + aroundReach; i+2 < s.Last; i++ {
		if q.l.Is(i, lang.Punct) && closers(q.l.Rune(i)) != "" && q.used[i+1] {
			if q.l.Is(i+1, lang.Lower) {
				return i
			}
			return -1
		}
	}
	return -1
}

// spokeIn reports whether words of a speaker in marks are stated for a sentence.
func (q *quoteFinder) spokeIn(who int, s lang.Sentence) bool {
	for k := len(q.p.doc.statements) - 1; k >= 0; k-- {
		st := &q.p.doc.statements[k]
		if e, ok := entityOf(st.Speaker); ok && st.Kind == read.Quote && e == who && *st.Direct && st.first < s.Last && st.last > s.First {
			return true
		}
	}
	return false
}

// leadsTo reports whether reported words hold a fragment whose mark is token i behind a
// clause of their own, or end before it; in English a comma parts the two ("patrols would
// go on “until the rains”" has its fragment alone).
func (q *quoteFinder) leadsTo(c *speech, i int) bool {
	if q.l.Fold(c.from) == "that" {
		c.from++
	}
	end := min(c.to, i)
	if end == i && end > c.from+1 && end < c.to && q.p.know.russian && q.finite(i+1) { // запас «остаётся, но его меньше»
		return true
	}
	if c.from+aroundReach > end || q.p.know.pack.Tag == "en" && (c.to > i && q.l.Rune(i-1) != ',' || end == i && c.rule == "quote.said-end-office" || q.l.Fold(c.from+1) == "that") {
		return false
	}
	for k := c.from; k < end; k++ {
		if isQuote(q.l.Rune(k)) {
			return false
		}
	}
	switch {
	case q.p.know.headLast:
		return q.p.know.closesClause(q.l.Fold(end-1)) || q.l.Rune(end-1) == ',' && q.p.know.closesClause(q.l.Fold(end-2))
	case q.p.know.russian:
		for k := c.from; k < end; k++ {
			if q.finite(k) {
				return true
			}
		}
		return false
	}
	return q.verbAmong(c.from, end) || q.l.Has(end-1, q.p.know.lists.future)
}
