package reader

import "shanyraq/internal/lang"

// Speech told in a clause that leans on another.

// onlyIf reports whether who speaks at token a of a sentence would only do so: "If X says
// that the port will open", «Если X скажет».
func (q *quoteFinder) onlyIf(a int, s lang.Sentence) bool {
	return q.openedBy(a, s, q.p.know.roles.condition)
}

// openedBy reports whether a word of a role opens the clause whose speaker is named at
// token a, with nothing but a title between.
func (q *quoteFinder) openedBy(a int, s lang.Sentence, r lang.Role) bool {
	if r == 0 {
		return false
	}
	for k := a - 1; k >= s.First && k >= a-4; k-- {
		if q.l.Plays(k, r) {
			return true
		}
		if q.l.Is(k, lang.Lower) && !q.l.Has(k, q.p.know.lists.definite) && !q.l.Has(k, q.office) {
			return false
		}
	}
	return false
}

// beforeMain gives the token at which the words of a speaker named at token a end, where
// they stand in a clause that opens the sentence and the main one follows: "When X said
// that the port would close, | people left".
func (q *quoteFinder) beforeMain(a, from, to int, s lang.Sentence) int {
	if a > s.First+4 || !q.openedBy(a, s, q.p.know.roles.beforeMain) {
		return to
	}
	for k := to - 2; k > from+1; k-- {
		if q.l.Rune(k) == ',' {
			return k
		}
	}
	return to
}

// inUntold reports whether token i stands inside words in marks of which nobody is told
// who speaks: what is reported there is said by nobody named.
func (q *quoteFinder) inUntold(i int) bool {
	for k := range q.untold {
		if i >= q.untold[k].from && i < q.untold[k].to {
			return true
		}
	}
	return false
}

// whichSaid reports whether the words before an English speaker close with the pronoun of
// a clause that he alone tells, so that what stands behind the match, which ends before token
// end, is what he says: "Ada Orrell thanked the crews, who, | she said, | worked all night".
func (q *quoteFinder) whichSaid(c *speech, end int) bool {
	return q.p.know.pack.Tag == "en" && c.to > c.from+2 && q.l.Plays(c.to-1, q.p.know.roles.relative) && q.l.Rune(end) == ',' && q.verbAmong(c.from, c.to-1)
}
