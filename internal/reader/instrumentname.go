package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// shortName gives the token behind the short name of an instrument that stands
// in brackets at token i, with its topic behind: "Memorandum of Understanding
// (MoU) on ports"; 0 where there is none.
func (g *ground) shortName(i int, s lang.Sentence) int {
	if g.l.Rune(i) != '(' || i+3 >= s.Last || g.l.Rune(i+2) != ')' || !g.l.Is(i+1, lang.Cap) || !g.l.Has(i+3, g.topic) {
		return 0
	}
	return i + 3
}

// lengthOfTime reports whether the words from token j on say how long an
// instrument lasts, which is no part of its name: "a period of three years",
// "the next five years", "another year".
func (g *ground) lengthOfTime(j int, s lang.Sentence) bool {
	unit := g.p.know.lists.timeUnit
	for k := j; k < s.Last && k < j+6; k++ {
		switch {
		case g.l.Has(k, unit):
			return k > j
		case !g.l.Has(k, lang.NumberChunk) && !g.l.Has(k, g.article) && !g.l.Plays(k, g.p.know.roles.lastsFor):
			return false
		}
	}
	return false
}

// inMarks takes the whole name of an instrument that stands in quotation marks
// with its noun at the head: the “Convention on Fishing between Kenya and Chad”.
func (g *ground) inMarks(ph *phrase, s lang.Sentence) {
	k := ph.from - 1
	if k <= s.First || !g.l.Is(ph.from, lang.Cap) || closers(g.l.Rune(k)) == "" || !g.l.Has(k-1, g.article) && !g.deedAt(k-1) {
		return
	}
	ends := closers(g.l.Rune(k))
	for j := ph.to; j < s.Last && j < ph.to+longestInMarks; j++ {
		if !strings.ContainsRune(ends, g.l.Rune(j)) {
			continue
		}
		for j > ph.to && g.l.Is(j-1, lang.Punct) {
			j--
		}
		if j > ph.to {
			ph.to, ph.topic, ph.marked = j, true, true
		}
		return
	}
}

// longestInMarks is how many tokens the rest of a name in quotation marks may have.
const longestInMarks = 60
