package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// signersInMarks proposes the names in marks with which a Russian sentence opens and
// that sign or conclude something: «„Заря“ и порт подпишут договор». Books, films and
// ships, which stand in such marks too, sign nothing.
func (n *nameFinder) signersInMarks(s lang.Sentence) {
	if n.tag != "ru" || n.l.Rune(s.First) != '«' {
		return
	}
	var open [3]int
	count, lower := 0, 0
	for i := s.First; i < s.Last && i < s.First+24; i++ {
		switch {
		case n.l.Rune(i) == '«':
			end := n.quoteAt(i, s)
			if end == 0 || end-i > 6 || count == len(open) || !n.l.Is(i+1, lang.Cap) || n.l.Has(i+1, n.funcWord) || n.isGiven(element{start: i + 1, end: i + 2}) {
				return
			}
			open[count] = i
			count, lower, i = count+1, 0, end-1
		case n.l.Plays(i, n.r.signs):
			for _, k := range open[:count] {
				end := n.quoteAt(k, s)
				n.propose(candidate{class: lang.OrgChunk, start: k, end: end, score: scoreLegal, name: n.insideQuotes(k, end), rule: "marked"})
			}
			return
		case n.l.Rune(i) == ',' || n.l.Fold(i) == "и":
			lower = 0
		case n.l.Is(i, lang.Word) && lower < 4:
			lower++
		default:
			return
		}
	}
}

// visitedPlace reports whether one word that is no surname stands behind the verb of
// who visits, so that it is a place rather than a person: «делегация посетила Дорнод».
func (n *nameFinder) visitedPlace(start, end int) bool {
	e := element{start: start, end: end}
	if end != start+1 || start == 0 || !n.visitsBefore(start, n.cur) || n.isGiven(e) || n.surname != 0 && n.l.Has(start, n.surname) || n.l.Is(end, lang.Cap) {
		return false
	}
	ending, _ := n.surnameEnding(e)
	return !ending
}

// visitedName puts a place that is visited in the nominative: «Эвору», «Бискайю».
func visitedName(name string) string {
	if stem, ok := strings.CutSuffix(name, "у"); ok {
		return stem + "а"
	}
	if stem, ok := strings.CutSuffix(name, "ю"); ok {
		return stem + "я"
	}
	return name
}
