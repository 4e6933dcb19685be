package reader

import (
	"strings"
	"unicode"

	"shanyraq/internal/lang"
)

// words gives the words of a run as they stand, without a comma at the end
// that belongs to the sentence around it.
func (q *quoteFinder) words(s *quoted) string {
	text := strings.TrimRight(q.l.Slice(s.from, s.to), ",، ")
	if strings.ContainsRune(text, '\n') {
		text = strings.Join(strings.Fields(text), " ")
	}
	return text
}

// between gives the mark that parts two pieces of one quotation, where the
// first ends before token end and the next begins at token start. Printing
// puts a comma where the author's words break in ("A," she said. "B"; «А, —
// сказал он. — Б»), whatever the speaker's sentence had: where the next piece
// begins a sentence it stands for a full stop, elsewhere it is kept. A piece
// that has kept a mark of its own needs none.
func (q *quoteFinder) between(end, start int) string {
	if end <= 0 || end > start {
		return ""
	}
	comma := false
	switch r := q.l.Rune(end - 1); {
	case r == ',' || r == '،':
		comma = true
	case unicode.IsPunct(r) && !strings.ContainsRune(`)]»”"’`, r):
		return "" // it ends as the speaker did
	}
	tag := false // the author speaks between them
	last := ' '  // the mark before the next piece
	for i := end; i < start; i++ {
		switch r := q.l.Rune(i); {
		case isDash(r) || strings.ContainsRune("«»“”„‟\"‹›‘’", r):
		case r == ',' || r == '،':
			comma = comma || !tag // »,
			last = r
		default:
			tag = tag || unicode.IsLetter(r)
			last = r
		}
	}
	if tag && q.begins(start, last) {
		return "."
	}
	if comma {
		return ","
	}
	return ""
}

// begins reports whether words that follow the author's begin a sentence: with
// a capital, unless a comma joins them on (then it is a name); in scripts
// without capitals, where the author's words end theirs.
func (q *quoteFinder) begins(start int, last rune) bool {
	ended := strings.ContainsRune(".!?…؟۔", last)
	for i := start; i < len(q.l.Toks) && i < start+4; i++ {
		r := q.l.Rune(i)
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		switch {
		case unicode.IsLower(r):
			return false
		case unicode.IsUpper(r) || q.l.Has(i, lang.Cap):
			return last != ',' && last != '،'
		}
		return ended
	}
	return ended
}

// putBefore joins the paragraphs that were left open without a word of who
// speaks to the statement made of the next one, which begins at token from.
func (q *quoteFinder) putBefore(i, from int) {
	if len(q.waiting) == 0 || q.waitsFor != from {
		return
	}
	st, text := &q.p.doc.statements[i], ""
	for k := range q.waiting {
		text += q.words(&q.waiting[k]) + " "
		q.take(&q.waiting[k])
	}
	st.Text = text + st.Text
	a, _ := q.waiting[0].outer()
	st.first = min(st.first, a)
	q.waiting = q.waiting[:0]
}

// singleMarks gives the token of the single mark that closes the speech which one
// opens at token i, 0 where it opens none: an apostrophe closes nothing, so that a
// comma or a full stop must stand right before the mark.
func (q *quoteFinder) singleMarks(i, from, to int) int {
	if q.p.know.pack.Tag != "en" || !q.opens(i) || i > from && !strings.ContainsRune(",:.!?", q.l.Rune(i-1)) {
		return 0
	}
	ends := '’'
	if q.l.Rune(i) == '\'' {
		ends = '\''
	}
	for j := i + 3; j < to; j++ {
		switch r := q.l.Rune(j); {
		case r == '"' || r == '“' || r == '”':
			return 0
		case r != ends || !q.l.Is(j, lang.Glued) || j+1 < to && q.l.Is(j+1, lang.Glued):
		case strings.ContainsRune(",.!?…", q.l.Rune(j-1)):
			return j
		}
	}
	return 0
}

// openReach is how many paragraphs further words in marks may close.
const openReach = 8

// unopened gives the rest of words in marks that the paragraph before left open, where
// no mark opens this one [from, to) and the first mark to come closes them, here or in
// one of the next paragraphs.
func (q *quoteFinder) unopened(from, to int) (quoted, bool) {
	if q.open < 0 && (len(q.waiting) == 0 || q.waitsFor != from) || closers(q.l.Rune(from)) != "" || isDash(q.l.Rune(from)) {
		return quoted{}, false
	}
	for i, paras := from, 0; i < len(q.l.Toks) && paras < openReach; i++ {
		t := &q.l.Toks[i]
		if i > from && q.opensParagraph(i) {
			paras++
		}
		if !t.Is(lang.Punct) {
			continue
		}
		switch r := q.l.Rune(i); {
		case r == '"':
			if !t.Is(lang.Glued) || q.opens(i) {
				return quoted{}, false
			}
		case r != q.openMark && strings.ContainsRune(closers(q.openMark), r):
		case r == '“' || r == '«' || r == '„' || r == '‹':
			return quoted{}, false
		case r != '”' && r != '»':
			continue
		}
		return quoted{from: from, to: min(i, to), closed: i < to, bare: true}, true
	}
	return quoted{}, false
}

// answered reports whether somebody else than who spoke before is named between the runs
// and leads by a colon to the one whose mark stands at token a: "A," said X, while Y
// countered: | "B."
func (q *quoteFinder) answered(r *paragraphQuotes, a, who int) bool {
	if q.l.Rune(a-1) != ':' || q.p.doc.statements[r.stated].Speaker == ref(who) {
		return false
	}
	_, end := r.prev.outer()
	for _, k := range q.p.mentionsIn(lang.PersonChunk, end, a) {
		if q.p.mens[k].entity == who {
			return true
		}
	}
	return false
}
