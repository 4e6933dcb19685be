package reader

import "shanyraq/internal/lang"

// saidTooEN parts the words of an English speaker at a second verb of saying and gives the
// token where the words of that one begin: "conceded that aid was slow, | but argued that
// it would come", "said the port was safe, | adding that the road was not"; 0 where none
// follows.
func (q *quoteFinder) saidTooEN(c *speech) int {
	last := q.p.sentenceOf(c.from).Last
	adding := q.p.know.lists.addingVerb
	for k := c.from + 3; k+4 < last; k++ {
		if isQuote(q.l.Rune(k)) {
			return 0
		}
		if !q.l.Has(k, q.say) && !q.l.Has(k, adding) {
			continue
		}
		cut := q.joinedVerb(k, c.from+2)
		if cut < 0 {
			continue
		}
		for i := k + 1; i < min(k+5, last-3) && q.l.Is(i, lang.Lower); i++ {
			if q.l.Fold(i) == "that" {
				c.to = min(c.to, cut)
				if q.anyUsed(i+1, last) { // stated as they stand
					return 0
				}
				return i + 1
			}
		}
		if q.l.Has(k, q.say) && q.clauseFollows(k, k+1, last) && !q.anyUsed(k, last) { // but said | more was needed
			c.to = min(c.to, cut)
			return k + 1
		}
	}
	return 0
}

// joinedVerb gives the token where what stands before an English verb of saying at token k
// ends, which goes on with the same speaker: before "and" or "but", or the comma before a
// participle; -1 where another is told of.
func (q *quoteFinder) joinedVerb(k, from int) int {
	if q.l.Rune(k-1) == ',' && q.l.Has(k, q.p.know.lists.addingVerb) {
		return k - 1
	}
	joins := func(j int) bool { return q.l.Plays(j, q.p.know.roles.and) || q.l.Fold(j) == "but" }
	j := k - 1
	if !joins(j) && q.l.Is(j, lang.Lower) && !q.l.Has(j, q.pronoun) && !q.l.Has(j, q.p.know.lists.auxVerb) { // and also said
		j--
	}
	if j <= from || !joins(j) {
		return -1
	}
	if q.l.Rune(j-1) == ',' {
		return j - 1
	}
	return j
}

// ownVerb gives the token at which the words that lead to English ones in marks at token a
// begin, begin itself where one verb of saying, at v, leads to them: "X said that the port
// was safe | but warned that “it will not be for long”".
func (q *quoteFinder) ownVerb(begin, v, a int) int {
	if q.p.know.pack.Tag != "en" {
		return begin
	}
	w := v
	for k := q.sayIn(v+1, a); k >= 0; k = q.sayIn(k+1, a) {
		w = k
	}
	if w < v+5 {
		return begin
	}
	if cut := q.joinedVerb(w, v+2); cut > 0 {
		return cut
	}
	return begin
}

// beforeUsed gives the token where English reported words end before what is stated as
// somebody's already, from a second verb of saying on.
func (q *quoteFinder) beforeUsed(from, to int) int {
	if q.p.know.pack.Tag != "en" || !q.stated {
		return to
	}
	for k := from; k < to; k++ {
		if q.used[k] {
			if q.l.Rune(k) != ',' && !q.l.Plays(k, q.p.know.roles.and) && q.l.Fold(k) != "but" {
				return to
			}
			return k
		}
	}
	return to
}

// inTheirWords gives the person whom the English pronoun in the words at token v means that
// lead to somebody's: "in | her words, “…”".
func (q *quoteFinder) inTheirWords(v, before int) (int, bool) {
	if q.p.know.pack.Tag != "en" {
		return 0, false
	}
	for i := v + 1; i < q.behindSay(v); i++ {
		if g := q.p.genderSaid(i, -1); g != 0 {
			return q.p.personBefore(before, g)
		}
	}
	return 0, false
}
