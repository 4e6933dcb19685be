package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// Words in marks that are what something is called.

// calledInMarks reports whether words in marks are a name by how they are written or by
// what stands before them: the programme "Every Child Learns to Swim", the so-called "free
// zone of the port", программа «Каждый ребёнок умеет плавать».
func (q *quoteFinder) calledInMarks(s *quoted) bool {
	switch {
	case s.dash || !s.closed || s.bare:
		return false
	case q.p.know.headLast:
		return q.calledInMarksKK(s)
	case s.from < 3 || q.l.Toks[s.from-1].Para || q.l.Toks[s.from-1].Break:
		return false
	}
	b := s.from - 2 // before the mark
	if q.askedOf(s, b) {
		return true
	}
	if q.l.Plays(b, q.p.know.roles.calledSo) && (q.p.know.russian || q.p.know.pack.Tag == "en" && q.l.Rune(b-1) == '-') {
		return true
	}
	switch {
	case q.p.know.russian:
		return q.behindNounRU(s, b)
	case q.p.know.pack.Tag == "en":
		return q.titleCase(s)
	}
	return false
}

// titleCase reports whether English words in marks are written as titles are: each but
// the small words has a capital, and there are several. "Every Child Learns to Swim by Ten"
// is a title, "Every child learns to swim" is none.
func (q *quoteFinder) titleCase(s *quoted) bool {
	caps := 0
	for i := s.from; i < s.to; i++ {
		t := &q.l.Toks[i]
		switch {
		case !t.Is(lang.Word):
			if r := q.l.Rune(i); r == '.' && i < s.to-1 || r == ';' {
				return false
			}
		case t.Is(lang.Upper): // "WE ARE OPEN" is how a headline shouts
		case t.Is(lang.Cap):
			if i > s.from {
				caps++
			}
		case t.End-t.Start > 3 && !q.l.Has(i, q.p.know.lists.npStop):
			return false
		}
	}
	switch q.l.Rune(s.to - 1) {
	case ',', '.', '!', '?': // "Yes, Prime Minister," she said
		return caps > 2 && 2*caps >= s.to-s.from-3
	}
	return caps > 1 && 2*caps >= s.to-s.from-3
}

// behindNounRU reports whether words in Russian marks stand right behind a noun, which
// ends at token b, with no comma, colon or dash, and open with a capital: they are what it
// is called. What leads to words («со словами», «на вопрос») is none, nor is "that".
func (q *quoteFinder) behindNounRU(s *quoted, b int) bool {
	r := &q.p.know.roles
	if !q.l.Is(s.from, lang.Cap) || !q.l.Is(b, lang.Lower) || !q.l.Is(b, lang.Word) || q.l.Plays(b, r.saidThat) || q.l.Plays(b, r.leadsToWords) || q.l.Has(b, q.say) || q.finite(b) {
		return false
	}
	switch q.l.Rune(s.to - 1) {
	case '.', '!', '?', '…', ',':
		return false
	}
	w := q.l.Fold(b)
	return !q.p.know.endings.gerundEnd.end(w, 4) && !strings.HasSuffix(w, "о")
}

// calledInMarksKK reports whether words in Kazakh marks are what the word behind them is
// called, «„100 нақты қадам“ Ұлт жоспары», what something is named, «көшені „Ұлы дала
// жолы“ деп атады», or what somebody else asked, «„Жол қашан бітеді?“ деген сұраққа».
func (q *quoteFinder) calledInMarksKK(s *quoted) bool {
	b, r := s.to+1, &q.p.know.roles
	if q.l.Plays(b, r.saidThat) {
		return q.l.Is(s.from, lang.Cap) && q.namedSoKK(b) || q.l.Plays(b+1, r.questionPut)
	}
	if !q.l.Is(s.from, lang.Cap) && !q.l.Is(s.from, lang.Number) || !q.l.Is(b, lang.Word) || q.l.Toks[b].Para || q.l.Has(b, q.say) || q.p.know.closesClause(q.l.Fold(b)) {
		return false
	}
	switch q.l.Rune(s.to - 1) {
	case '.', '!', '?', '…', ',':
		return false
	}
	return !q.p.know.endings.verbEnd.end(q.l.Fold(s.to-1), 0)
}

// namedSoKK reports whether Kazakh words before token i are only what something is called:
// «үзілісті сабақ | деп атады», but «… | деп атап өтті».
func (q *quoteFinder) namedSoKK(i int) bool {
	w := q.l.Fold(i + 1)
	return q.l.Plays(i, q.p.know.roles.saidThat) && strings.HasPrefix(w, "ата") && w != "атап"
}

// askedOf reports whether words in marks are what somebody else asked, by the noun before
// them, which ends up to a few words before token b or there: На вопрос: «Когда?» | он
// ответил; to the question "When?".
func (q *quoteFinder) askedOf(s *quoted, b int) bool {
	if q.l.Rune(s.to-1) != '?' {
		return false
	}
	for k := b; k > 0 && k > b-5; k-- {
		if q.l.Plays(k, q.p.know.roles.questionPut) {
			w := q.l.Fold(k - 1)
			return w == "на" || w == "the" && q.l.Plays(k-2, q.p.know.roles.to)
		}
		if !q.l.Is(k, lang.Lower) && q.l.Rune(k) != ':' && q.l.Rune(k) != ',' {
			break
		}
	}
	return false
}
