package reader

import "shanyraq/internal/lang"

// Interviews whose questions and answers carry no name: a paragraph that asks, and one
// or more that answer.

// askReach is the most tokens a paragraph that only asks runs over.
const askReach = 80

// tokenSpan is the tokens [from, to) of a paragraph or of some.
type tokenSpan struct{ from, to int }

// askedAndAnswered states the answers of an interview without names: the paragraphs
// between those that ask, said by the one person whom the text names before the first.
func (q *quoteFinder) askedAndAnswered() {
	if q.p.know.roles.weOrMe == 0 {
		return
	}
	answers := q.answersOf()
	if len(answers) < 2 {
		return
	}
	own := 0
	for _, a := range answers {
		if q.ownWords(a) {
			own++
		}
	}
	who := q.onlyPerson(answers[0].from)
	if who < 0 || 2*own < len(answers) {
		return
	}
	for _, a := range answers {
		s := quoted{from: a.from, to: a.to, closed: true, dash: true}
		if q.sentenceLike(&s) && q.endsTurn(s.to) {
			q.state(&s, who, a.from, a.to, "quote.interview")
		}
	}
}

// answersOf gives what stands between the paragraphs that ask; behind the last of them
// only the paragraphs in which somebody speaks of what is theirs. It is none where a
// paragraph opens with a mark or a dash, which tells speech by itself.
func (q *quoteFinder) answersOf() (answers []tokenSpan) {
	begin := -1 // where the answer to the last question begins
	from, paras := 0, q.paragraphs()
	for k := 0; k <= len(paras); k++ {
		to := len(q.l.Toks)
		if k < len(paras) {
			to = paras[k]
		}
		if to == from {
			continue
		}
		asks := q.l.Rune(to-1) == '?'
		switch {
		case isDash(q.l.Rune(from)) || closers(q.l.Rune(from)) != "" && (asks || begin >= 0):
			return nil
		case asks && to-from <= askReach:
			if begin >= 0 && from > begin {
				answers = append(answers, tokenSpan{begin, from})
			}
			begin = to
		}
		from = to
	}
	if begin < 0 || len(answers) == 0 {
		return nil
	}
	end := begin
	for end < len(q.l.Toks) {
		to := q.paragraphEnd(end)
		if !q.ownWords(tokenSpan{end, to}) {
			break
		}
		end = to
	}
	if end > begin {
		answers = append(answers, tokenSpan{begin, end})
	}
	return answers
}

// ownWords reports whether somebody speaks of what is theirs.
func (q *quoteFinder) ownWords(s tokenSpan) bool {
	for i := s.from; i < s.to; i++ {
		if q.ownWord(i) {
			return true
		}
	}
	return false
}

// ownWord reports whether token i is a word by which somebody speaks of themselves; "US" is
// none.
func (q *quoteFinder) ownWord(i int) bool {
	return q.l.Plays(i, q.p.know.roles.weOrMe) && (!q.l.Is(i, lang.Upper) || q.l.Toks[i].End-q.l.Toks[i].Start < 2)
}

// answer reports whether a paragraph that is all quotation answers in an
// interview: the paragraph before is the other's, or the line before it asks,
// and the text has named one person only.
func (q *quoteFinder) answer(from int) bool {
	if from == 0 || q.notSpoken == lang.NoClass && q.p.know.pack.Settings["dash"] == "" || q.l.Rune(from-1) == ':' {
		return false
	}
	if !q.counted {
		q.counted = true
		q.interviewed = q.onlyPerson(len(q.l.Toks))
		if q.lead > 0 {
			if who := q.onlyPerson(q.lead); who >= 0 {
				q.interviewed = who
			}
		}
	}
	return q.interviewed >= 0
}

// introduced reports whether the paragraph before ended with a colon or with
// a quote of the same speaker.
func (q *quoteFinder) introduced(from int) bool {
	if from == 0 {
		return false
	}
	if q.l.Rune(from-1) == ':' {
		return true
	}
	return q.last >= 0 && q.p.doc.statements[q.last].last >= from-1
}
