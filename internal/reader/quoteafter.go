package reader

import (
	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// Words in marks or behind a dash whose speaker the sentence before them tells.

// afterReach is how far back a sentence may begin that tells who speaks.
const afterReach = 90

// fromReported states the words in marks of which no word around them tells who speaks,
// where the sentence right before them reports what somebody said: «Линд сообщил, что мост
// готов. | «Мы ждали его девять лет»». They are a paragraph or a sentence of their own.
func (q *quoteFinder) fromReported() {
	for k := range q.untold {
		s := &q.untold[k]
		a, b := s.outer()
		if a < 3 || s.dash || q.used[s.from] || !q.wholeSentence(s, a, b) || q.noSpeech(s) || q.toldBehind(b) {
			continue
		}
		if who, ok := q.reportedBy(a); ok {
			q.state(s, who, a, b, "quote.continued")
		}
	}
}

// wholeSentence reports whether words in marks, with their marks the tokens [a, b), are
// one or more whole sentences and nothing else of their sentence stands around them.
func (q *quoteFinder) wholeSentence(s *quoted, a, b int) bool {
	if q.l.Is(s.from, lang.Lower) || q.l.Is(s.from, lang.Punct) || !q.opensParagraph(a) && !q.endsSentence(a-1) {
		return false
	}
	if b >= len(q.l.Toks) || q.opensParagraph(b) {
		return true
	}
	switch q.l.Rune(b) {
	case '.', '!', '?', '…':
		return true
	}
	switch q.l.Rune(s.to - 1) {
	case '.', '!', '?', '…':
		return !isDash(q.l.Rune(b)) && !q.l.Is(b, lang.Lower) && q.l.Rune(b) != ','
	}
	return false
}

// toldBehind reports whether the sentence behind words in marks, which end before token b,
// says whose they are: «…». Так ответил Орлов; “…” That was how Orlova answered.
func (q *quoteFinder) toldBehind(b int) bool {
	for b < len(q.l.Toks) && q.l.Is(b, lang.Punct) {
		b++
	}
	if b >= len(q.l.Toks) || q.opensParagraph(b) {
		return false
	}
	s := q.p.sentenceOf(b)
	return q.l.Plays(b, q.p.know.roles.thisWas) && q.hasSay(b, s.Last)
}

// reportedBy gives who said what the sentence right before token a reports; words of
// nobody, or of two, give none.
func (q *quoteFinder) reportedBy(a int) (int, bool) {
	s := q.p.sentenceOf(a - 1)
	if s.Last > a+1 || a-s.First > afterReach {
		return 0, false
	}
	who := -1
	for k := len(q.p.doc.statements) - 1; k >= 0; k-- {
		st := &q.p.doc.statements[k]
		if st.Kind != read.Quote || st.first < s.First || st.last > s.Last {
			continue
		}
		e, ok := entityOf(st.Speaker)
		if !ok || who >= 0 && e != who {
			return 0, false
		}
		who = e
	}
	return who, who >= 0
}

// behindColon states the paragraph behind a dash, the tokens [from, to), to which the one
// before leads by a colon and a verb of saying, or by the name of who speaks alone: «Линд
// сказал: / – Мост готов». The items of a list are none.
func (q *quoteFinder) behindColon(from, to int) bool {
	if from < 3 || from+4 > to || !isDash(q.l.Rune(from)) || q.l.Rune(from-1) != ':' || !q.l.Is(from+1, lang.Cap) || !q.endsTurn(to) {
		return false
	}
	s := quoted{from: from + 1, to: to, closed: true, dash: true}
	if to < len(q.l.Toks) && isDash(q.l.Rune(to)) && !q.ownWords(tokenSpan{from, to}) {
		return false
	}
	who, first := q.labelled(from), from-1
	if who < 0 {
		for first > 0 && !q.opensParagraph(first) && !q.stops(first-1) {
			first--
		}
		v := q.sayIn(first, from)
		if v < 0 || q.deniedSay(v) {
			return false
		}
		e, ok := q.whoSaid(first, from, v, first)
		if !ok {
			return false
		}
		who = e
	}
	q.state(&s, who, min(first, from), to, "quote.dialogue")
	return true
}

// guessed reports whether who said the words of a statement is only whom the text is
// about, so that what is said of it later tells better.
func (q *quoteFinder) guessed(i int) bool { return q.p.doc.statements[i].Rule == "quote.interview" }

// otherSaid reports whether the sentence before the paragraph at token from reports what
// somebody else said than the one whom the text is about: «Министерство сообщило, что
// мост готов. / «Мы ждали его»».
func (q *quoteFinder) otherSaid(from int) bool {
	s := q.p.sentenceOf(from - 1)
	v := q.sayIn(s.First, s.Last)
	if v < 0 || s.Last > from {
		return false
	}
	e, ok := q.whoSaid(s.First, s.Last, v, s.First)
	return ok && e != q.interviewed
}
