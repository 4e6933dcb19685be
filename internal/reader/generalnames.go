package reader

import "shanyraq/internal/lang"

// general proposes English names of every kind of text, beyond those of
// institutions: by what the text says they are, by the names they stand in a
// row with, by signs and numbers inside them.
func (n *nameFinder) general(s lang.Sentence) {
	n.told(s)
	n.signed(s)
}

// word gives the folded word of token i, "" outside of the text.
func (n *nameFinder) word(i int) string {
	if i < 0 || i >= len(n.l.Toks) {
		return ""
	}
	return n.l.Fold(i)
}
