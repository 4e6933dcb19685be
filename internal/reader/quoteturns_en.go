package reader

import "shanyraq/internal/lang"

// spokenReach is the most tokens the label of a turn runs over: who speaks, up to the colon.
const spokenReach = 12

// spokenTurn states an English paragraph of a transcript as the words of whom its label
// names, "MARIA LOPEZ: We will build it.", where the text has turns of others too. A
// paragraph behind it without a label goes on with them.
func (q *quoteFinder) spokenTurn(from, to int) {
	colon := q.turnLabel(from, to)
	if colon < 0 {
		if q.turnOpen > 0 && from > 0 && to-from > 4 && q.endsSentence(to-1) && !q.anyUsed(from, to) && q.manyTurns() {
			q.extend(q.turnOpen-1, &quoted{from: from, to: to, closed: true, dash: true})
		}
		return
	}
	q.turnOpen = 0
	first := colon + 1
	if first == to { // the words stand in a paragraph of their own
		if to >= len(q.l.Toks) || q.turnLabel(to, q.p.paragraphEnd(to)) >= 0 {
			return
		}
		first, to = to, q.p.paragraphEnd(to)
	}
	who := q.turnSpeaker(from, colon)
	s := quoted{from: first, to: to, closed: true, dash: true}
	if who < 0 || !q.sentenceLike(&s) || !q.endsSentence(to-1) || q.anyUsed(first, to) || !q.manyTurns() {
		return
	}
	q.turnOpen = q.state(&s, who, from, to, "quote.turn") + 1
}

// turnLabel gives the colon of the label that an English paragraph opens with, -1 where it
// opens with none: words in capitals and what parts them.
func (q *quoteFinder) turnLabel(from, to int) int {
	for i := from; i < to && i < from+spokenReach; i++ {
		if q.l.Rune(i) == ':' {
			if i == from || i+1 < to && q.l.Toks[i+1].Is(lang.Glued) {
				return -1
			}
			return i
		}
		if t := &q.l.Toks[i]; !t.Is(lang.Cap) && !q.l.Has(i, q.p.class("titlelink")) && !q.l.Has(i, q.p.class("phrasearticle")) && (!t.Is(lang.Punct) || isQuote(q.l.Rune(i))) {
			return -1
		}
	}
	return -1
}

// turnSpeaker gives the one person whom the label of a turn names, -1 for none.
func (q *quoteFinder) turnSpeaker(from, colon int) int {
	who := -1
	for _, k := range q.p.mentionsIn(lang.PersonChunk, from, colon) {
		m := &q.p.mens[k]
		if m.entity < 0 || who >= 0 && m.entity != who || m.end < colon && q.l.Rune(m.end) != ',' && q.l.Rune(m.end) != '(' {
			return -1
		}
		who = m.entity
	}
	return who
}

// manyTurns reports whether three paragraphs of the part open with the label of a turn, of
// two speakers or more.
func (q *quoteFinder) manyTurns() bool {
	if q.turnCount == 0 {
		q.turnCount = 1
		labels := map[string]bool{}
		for i := 0; i < len(q.l.Toks); i = q.p.paragraphEnd(i) {
			if colon := q.turnLabel(i, q.p.paragraphEnd(i)); colon > i {
				labels[q.l.Slice(i, colon)] = true
				q.turnCount++
			}
		}
		if len(labels) < 2 || len(labels) >= q.turnCount-1 {
			q.turnCount = 1
		}
	}
	return q.turnCount > 3
}
