package reader

import "shanyraq/internal/lang"

// saidBehind gives who said the words between tokens a and b by the clause behind them,
// which ends before token end.
func (q *quoteFinder) saidBehind(from, a, b, end int, s *quoted) (who int, ok bool) {
	v := q.sayIn(b, min(end, b+14))
	if v < 0 && (q.authorFollows(s, b) || s.dash && q.actsRU(b, end) || q.actsEN(s, a, b, end)) { // whatever the verb: «…», — улыбнулась она
		v = b
	}
	if v > b+2 && !s.dash && !q.sentenceLike(s) && s.to-s.from < 3 { // a term in marks
		v = -1
	}
	if v < 0 || q.deniedSay(v) {
		return 0, false
	}
	who, ok = q.whoSaid(b, end, v, a)
	return who, ok && !(q.p.know.headLast && q.fromMedium(who, v, end)) && !q.sourceAheadRU(who, from, a)
}

// closesWith gives the speaker whom an English sentence with some words in marks
// ends with: "The report is “a cover-up” and poses questions, says X."
func (q *quoteFinder) closesWith(s *quoted, a, b, end int) (int, bool) {
	if q.p.know.pack.Tag != "en" || end-b < 4 || !q.l.Has(s.from, lang.Lower) {
		return 0, false
	}
	for k := end - 1; k > b+1 && k > end-9; k-- {
		if q.l.Rune(k) != ',' {
			continue
		}
		if v := q.sayIn(k+1, min(end, k+2)); v == k+1 {
			return q.whoSaid(k+1, end, v, a)
		}
		return 0, false
	}
	return 0, false
}

// actsRU reports whether behind the Russian dash at token i a verb in the past and the name
// of who acts stand, so that the words before it are theirs, whatever the verb: «— Нет, |
// — пожал плечами Линд».
func (q *quoteFinder) actsRU(i, to int) bool {
	if !q.p.know.russian || i+2 >= to || !q.parts(i) || !q.finite(i+1) || isDash(q.l.Rune(i+1)) || !q.p.know.endings.pastEnd.end(q.l.Fold(i+1), 2) {
		return false
	}
	for k := i + 2; k < min(to, i+12); k++ {
		if m, ok := q.p.mentionAt(k, lang.PersonChunk); ok && m.start == k {
			return m.entity >= 0 && q.nominative(m)
		}
		if q.l.Is(k, lang.Punct) && q.l.Rune(k) != '-' {
			return false
		}
	}
	return false
}

// authorFollows reports whether the marks alone say that the author's words
// follow: a comma or a mark inside or behind the quotation and then a dash, or
// the English comma inside the marks.
func (q *quoteFinder) authorFollows(s *quoted, b int) bool {
	if s.dash || !q.sentenceLike(s) && !(q.p.know.russian && q.shortClauseRU(s)) {
		return false
	}
	i, comma := b, q.l.Rune(s.to-1) == ','
	if q.l.Rune(i) == ',' {
		i++
		comma = true
	}
	switch q.l.Rune(s.to - 1) {
	case '!', '?', '…':
		comma = true
	}
	if isDash(q.l.Rune(i)) {
		return comma
	}
	return comma && q.l.Rune(s.to-1) == ',' && q.p.know.pack.Settings["dash"] == ""
}
