package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// general proposes English names of every kind of text, beyond those of
// institutions: by what the text says they are, by the names they stand in a
// row with, by signs and numbers inside them.
func (n *nameFinder) general(s lang.Sentence) {
	n.told(s)
	n.signed(s)
	n.unlistedNames(s)
	n.paired(s)
}

// word gives the folded word of token i, "" outside of the text.
func (n *nameFinder) word(i int) string {
	if i < 0 || i >= len(n.l.Toks) {
		return ""
	}
	return n.l.Fold(i)
}

// standsAsBody refuses an English word of the list of bodies where it may be
// an ordinary one: an abbreviation written small, or an entry marked "word" at
// the head of a sentence or beside another capital.
func (n *nameFinder) standsAsBody(e *lang.Entry, i, end int, s lang.Sentence) bool {
	if t := &n.l.Toks[i]; end == i+1 && !t.Is(lang.Upper) && t.End-t.Start < 6 {
		w, small := n.l.Slice(i, end), false
		for _, f := range e.Forms {
			if len(f) != len(w) || !strings.EqualFold(f, w) {
				continue
			}
			if f == w {
				small = false
				break
			}
			small = f == strings.ToUpper(f)
		}
		if small {
			return false // Raw materials
		}
	}
	if e.Value != "word" {
		return true
	}
	article := n.word(i-1) == "the" && i > s.First
	return (article || !n.opens(i, s) && !n.l.Has(i-1, lang.Cap)) && !(end < s.Last && n.l.Toks[end].Is(lang.Cap)) && !n.l.Has(i-1, n.title)
}
