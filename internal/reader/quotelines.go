package reader

import (
	"slices"

	"shanyraq/internal/lang"
)

// Texts whose lines are their paragraphs: one line break, and no blank line, stands
// between them.

// wrappedLines is of how many lines behind a break one may begin in the middle of a
// sentence, where the lines of a text are its paragraphs: a text wrapped to a width has
// most of them so.
const wrappedLines = 8

// paragraphs gives the tokens at which paragraphs begin: behind a blank line and, where a
// text's lines are its paragraphs, at a line behind one that ends a sentence.
func (q *quoteFinder) paragraphs() []int {
	if !q.lined {
		return q.p.paragraphs()
	}
	if q.paras == nil {
		q.paras = slices.Clone(q.p.paragraphs())
		for _, at := range q.p.lines {
			if i := int(at); !q.l.Toks[i].Para && q.opensParagraph(i) {
				q.paras = append(q.paras, i)
			}
		}
		slices.Sort(q.paras)
	}
	return q.paras
}

// linesAreParagraphs reports whether the lines of a text are its paragraphs: few of them
// go on with a sentence of the line before.
func (q *quoteFinder) linesAreParagraphs() bool {
	breaks, within := 0, 0
	for _, at := range q.p.lines {
		i := int(at)
		if i == 0 || q.l.Toks[i].Para {
			continue
		}
		breaks++
		if q.l.Is(i, lang.Lower) && !q.endsLine(i) {
			within++
		}
	}
	return breaks > 0 && within*wrappedLines <= breaks
}

// endsLine reports whether the line before token i ends as a sentence does, with a colon
// or with a mark that closes words.
func (q *quoteFinder) endsLine(i int) bool {
	switch r := q.l.Rune(i - 1); r {
	case '.', '!', '?', '…', ':':
		return true
	default:
		return isQuote(r)
	}
}

// opensParagraph reports whether a paragraph begins at token i. In a text whose lines are
// paragraphs it is a line that opens with a dash, or one behind the end of a sentence.
func (q *quoteFinder) opensParagraph(i int) bool {
	t := &q.l.Toks[i]
	if t.Para || !q.lined || !t.Break || i == 0 {
		return t.Para
	}
	return isDash(q.l.Rune(i)) || q.endsLine(i) && !t.Is(lang.Lower)
}

// paragraphOf gives the token that begins the paragraph of token i.
func (q *quoteFinder) paragraphOf(i int) int {
	for i > 0 && !q.opensParagraph(i) {
		i--
	}
	return i
}
