package reader

import "shanyraq/internal/lang"

// turns counts the paragraphs behind a dash in which nobody is said to speak, and
// states every second one as an answer where the first asks and the text, or what
// stands before the first of them, names one person only: an interview goes so. said tells that the paragraph names who speaks;
// true is returned where the paragraph was stated.
func (q *quoteFinder) turns(from, to int, said bool) bool {
	if said {
		q.turn = 0
		return false
	}
	q.turn++
	if q.turn == 1 {
		q.asks = q.asksAtEnd(from, to)
		if q.lead == 0 {
			q.lead = from
		}
		return false
	}
	if q.turn%2 == 1 || !q.asks || !q.answer(from) {
		return false
	}
	s := quoted{from: from + 1, to: to, closed: true, dash: true}
	if !q.sentenceLike(&s) {
		return false
	}
	q.lastAnswer = q.state(&s, q.interviewed, from, to, "quote.interview")
	q.answerEnd = to
	return true
}

// asksAtEnd reports whether one of the last two sentences of a paragraph asks: «Сіз
// суретшісіз. Бұған қалай келдіңіз? Осыдан бастайық.»
func (q *quoteFinder) asksAtEnd(from, to int) bool {
	if q.l.Rune(to-1) == '?' {
		return true
	}
	last := q.p.sentenceOf(to - 1)
	return last.First-1 > from && q.l.Rune(last.First-1) == '?'
}

// goesOnAnswering joins the paragraph [from, to), which opens with no dash or mark, to the
// answer right before it, where a paragraph behind a dash follows below: an answer of
// several paragraphs has the dash at its head alone. A heading without a full stop is
// passed over.
func (q *quoteFinder) goesOnAnswering(from, to int) bool {
	if q.answerEnd != from || from == 0 {
		return false
	}
	more := q.ownWords(tokenSpan{from, to})
	for k, i := 0, to; i < len(q.l.Toks) && k < turnReach && !more; k++ {
		more = isDash(q.l.Rune(i))
		i = q.paragraphEnd(i)
	}
	if !more {
		return false
	}
	q.answerEnd = to
	if s := (quoted{from: from, to: to, closed: true, dash: true, bare: true}); q.endsTurn(to) && q.sentenceLike(&s) {
		q.extend(q.lastAnswer, &s)
	}
	return true
}

// dashSpeaks reports whether a paragraph behind a dash with words in quotation marks
// inside may be somebody's words as a whole: those marks do not open it, and its
// language writes speech behind a dash.
func (q *quoteFinder) dashSpeaks(from int) bool {
	return q.p.know.pack.Settings["dash"] != "" && !isQuote(q.l.Rune(from+1))
}

// innerSaid reports whether the verb behind the dash at token i belongs to words in
// quotation marks right before it, inside somebody's own that began at start, and
// names nobody: «Әжем айтушы еді: „…“, – деп. Есік алдында су тұрсын».
func (q *quoteFinder) innerSaid(i, start, to int) bool {
	if i-2 <= start || !isQuote(q.l.Rune(i-2)) || isQuote(q.l.Rune(start)) {
		return false
	}
	end := i + 1
	for end < to && q.l.Rune(end) != '.' {
		end++
	}
	return end < to-1 && end-i <= 4 && len(q.p.mentionsIn(lang.PersonChunk, i+1, end)) == 0
}

// onlyPerson gives the one person that the part names before token to, -1 where
// there is none or more than one. Of several in English the one is meant who is not
// behind a preposition, as who asks is: "She spoke to | X".
func (q *quoteFinder) onlyPerson(to int) int {
	if who := q.soleOf(to, false); who >= 0 || q.p.know.pack.Tag != "en" {
		return who
	}
	return q.soleOf(to, true)
}

// soleOf is onlyPerson of all persons, or of those who stand behind no preposition.
func (q *quoteFinder) soleOf(to int, free bool) int {
	who := -1
	for _, k := range q.p.mentionsIn(lang.PersonChunk, 0, to) {
		if at := q.p.mens[k].start; free && at > 0 && q.l.Has(at-1, q.p.know.lists.npStop) && !q.l.Has(at-1, q.p.know.lists.phraseArticle) {
			continue
		}
		if e := q.p.mens[k].entity; e >= 0 && e != who {
			if who >= 0 {
				return -1
			}
			who = e
		}
	}
	return who
}
