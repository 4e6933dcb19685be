package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// quoteAt gives the end of a quoted name that opens at token i, 0 where none
// does: with the mark that belongs to its own, «НК „Өзен“ | », else with any.
func (n *nameFinder) quoteAt(i int, s lang.Sentence) int {
	if i+1 >= s.Last || !n.opensQuote(i) || n.l.Is(i+1, lang.Lower) {
		return 0
	}
	ends, first := closers(n.l.Rune(i)), 0
	for k := i + 1; k < s.Last && k <= i+12; k++ {
		if !n.closesQuote(k) {
			continue
		}
		if strings.ContainsRune(ends, n.l.Rune(k)) {
			return k + 1
		}
		if first == 0 {
			first = k + 1
		}
	}
	return first
}

// quoteBefore gives the opening mark of the quotation closed at token i, -1
// where there is none.
func (n *nameFinder) quoteBefore(i int, s lang.Sentence) int {
	for k := i - 1; k >= s.First && k >= i-12; k-- {
		if r := n.l.Rune(k); n.closesQuote(k) && (r != '“' || n.l.Rune(i) != '»') {
			return -1
		}
		if n.opensQuote(k) && (n.l.Rune(k) != '„' || n.l.Rune(i) != '»') { // «НК „Өзен“» opens with the outer mark
			if n.l.Is(k+1, lang.Lower) {
				return -1
			}
			return k
		}
	}
	return -1
}

// closesQuote reports whether token i is a mark that closes a quotation. A
// straight one does behind a word where none begins right behind it, and so does the one
// that closes „…“ and opens “…”.
func (n *nameFinder) closesQuote(i int) bool {
	switch n.l.Rune(i) {
	case '»', '”':
		return true
	case '"', '“':
		return n.l.Is(i, lang.Glued) && !(n.l.Has(i+1, lang.Glued) && n.l.Has(i+1, lang.Word))
	}
	return false
}

// opensQuote reports whether token i is a mark that opens a quotation. A
// straight one does right before a word.
func (n *nameFinder) opensQuote(i int) bool {
	switch n.l.Rune(i) {
	case '«', '„':
		return true
	case '“':
		return !n.closesQuote(i)
	case '"':
		return n.l.Has(i+1, lang.Glued) && !n.closesQuote(i)
	}
	return false
}

// insideQuotes gives the words between the marks at a and b-1.
func (n *nameFinder) insideQuotes(a, b int) string { return n.l.Slice(a+1, b-1) }
