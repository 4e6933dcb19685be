package reader

import (
	"shanyraq/internal/lang"
)

// quoteAt gives the end of a quoted name that opens at token i, 0 where none
// does.
func (n *nameFinder) quoteAt(i int, s lang.Sentence) int {
	if i+1 >= s.Last || !n.opensQuote(i) || n.l.Is(i+1, lang.Lower) {
		return 0
	}
	for k := i + 1; k < s.Last && k <= i+12; k++ {
		if n.closesQuote(k) {
			return k + 1
		}
	}
	return 0
}

// quoteBefore gives the opening mark of the quotation closed at token i, -1
// where there is none.
func (n *nameFinder) quoteBefore(i int, s lang.Sentence) int {
	for k := i - 1; k >= s.First && k >= i-12; k-- {
		if n.closesQuote(k) {
			return -1
		}
		if n.opensQuote(k) {
			if n.l.Is(k+1, lang.Lower) {
				return -1
			}
			return k
		}
	}
	return -1
}

// closesQuote reports whether token i is a mark that closes a quotation. A
// straight one does behind a word where none begins right behind it.
func (n *nameFinder) closesQuote(i int) bool {
	switch n.l.Rune(i) {
	case '»', '”':
		return true
	case '"':
		return n.l.Is(i, lang.Glued) && !(n.l.Has(i+1, lang.Glued) && n.l.Has(i+1, lang.Word))
	}
	return false
}

// opensQuote reports whether token i is a mark that opens a quotation. A
// straight one does right before a word.
func (n *nameFinder) opensQuote(i int) bool {
	switch n.l.Rune(i) {
	case '«', '“', '„':
		return true
	case '"':
		return n.l.Has(i+1, lang.Glued) && !n.closesQuote(i)
	}
	return false
}

// insideQuotes gives the words between the marks at a and b-1.
func (n *nameFinder) insideQuotes(a, b int) string { return n.l.Slice(a+1, b-1) }
