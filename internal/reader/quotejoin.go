package reader

import (
	"strings"
	"unicode"

	"shanyraq/internal/lang"
)

// words gives the words of a run as they stand, without a comma at the end
// that belongs to the sentence around it.
func (q *quoteFinder) words(s *quoted) string {
	return strings.TrimRight(q.l.Slice(s.from, s.to), ",، ")
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
