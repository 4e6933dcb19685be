package reader

// turns counts the paragraphs behind a dash in which nobody is said to speak, and
// states every second one as an answer where the first asks and the text names one
// person only: an interview goes so. said tells that the paragraph names who speaks;
// true is returned where the paragraph was stated.
func (q *quoteFinder) turns(from, to int, said bool) bool {
	if said {
		q.turn = 0
		return false
	}
	q.turn++
	if q.turn == 1 {
		q.asks = q.l.Rune(to-1) == '?'
		return false
	}
	if q.turn%2 == 1 || !q.asks || !q.answer(from) {
		return false
	}
	s := quoted{from: from + 1, to: to, closed: true, dash: true}
	if !q.sentenceLike(&s) {
		return false
	}
	q.state(&s, q.interviewed, from, to, "quote.interview")
	return true
}
