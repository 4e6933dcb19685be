package reader

// saidBehind gives who said the words between tokens a and b by the clause behind them,
// which ends before token end.
func (q *quoteFinder) saidBehind(from, a, b, end int, s *quoted) (who int, ok bool) {
	v := q.sayIn(b, min(end, b+14))
	if v < 0 && q.authorFollows(s, b) { // whatever the verb: «…», — улыбнулась она
		v = b
	}
	if v > b+2 && !s.dash && !q.sentenceLike(s) && s.to-s.from < 3 { // a term in marks
		v = -1
	}
	if v < 0 || q.deniedSay(v) {
		return 0, false
	}
	who, ok = q.whoSaid(b, end, v, a)
	return who, ok && !q.fromMedium(who, v, end) && !q.sourceAheadRU(who, from, a)
}
