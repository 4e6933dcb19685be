package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// byWordsRU gives the person whose words in marks open at token a, right behind the comma
// of a Russian «по словам»: «По словам ректора Анны Серовой, «…»».
func (q *quoteFinder) byWordsRU(from, a int) (int, bool) {
	if !q.p.know.russian || q.source == lang.NoClass || q.l.Rune(a-1) != ',' {
		return 0, false
	}
	for i := a - 2; i > from; i-- {
		if !q.l.Has(i, q.source) {
			continue
		}
		if w := q.l.Fold(i - 1); w != "по" && w != "со" {
			return 0, false
		}
		for k := i + 1; k < a-1; k++ {
			if m, ok := q.p.mentionAt(k, lang.PersonChunk); ok && m.entity >= 0 && m.end == a-1 {
				return m.entity, true
			}
			if q.finite(k) || q.l.Rune(k) == ',' {
				break
			}
		}
		return 0, false
	}
	return 0, false
}

// shortClauseRU reports whether a few Russian words in marks are a clause by the verb that
// stands among them behind its subject: «Работа только начинается».
func (q *quoteFinder) shortClauseRU(s *quoted) bool {
	for k := s.from + 1; k < s.to && s.to-s.from > 2; k++ {
		if q.finite(k) && !isDash(q.l.Rune(k)) {
			return true
		}
	}
	return false
}

// manyTitledRU reports whether the Russian title among the tokens from a to b is that of
// several, none of whom speaks alone: «по оценке | экспертов», «по словам | специалистов».
func (q *quoteFinder) manyTitledRU(a, b int) bool {
	if !q.p.know.russian {
		return false
	}
	for k := a; k < b; k++ {
		if !q.l.Has(k, q.office) && !q.l.Has(k, q.p.know.lists.profession) {
			continue
		}
		w := q.l.Fold(k)
		return strings.HasSuffix(w, "ов") || strings.HasSuffix(w, "ев") || strings.HasSuffix(w, "ей")
	}
	return false
}
