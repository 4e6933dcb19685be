package reader

import (
	"unicode"

	"shanyraq/internal/lang"
)

// phraseSpelled reports whether the English letters at token i, in brackets, are
// those of the words in lower case before them, none of which is a noun for bodies,
// so that they are short for a thing: "the consumer price index (CPI)", "free on
// board (FOB)".
func (n *nameFinder) phraseSpelled(letters string, i int, s lang.Sentence) bool {
	want := []rune(letters)
	if l := len(want); l > 3 && want[l-1] == 's' {
		want = want[:l-1] // non-communicable diseases (NCDs)
	}
	k := i - 2
	for x := len(want) - 1; x >= 0; {
		if k < s.First {
			return false
		}
		t := &n.l.Toks[k]
		switch {
		case n.l.Rune(k) == '-':
		case !t.Is(lang.Word) || t.Is(lang.Cap) && k > s.First || n.l.Has(k, n.orgHead):
			return false
		case n.l.Rune(k) == unicode.ToLower(want[x]) || k == s.First && n.l.Rune(k) == want[x]:
			x--
		case !n.l.Has(k, n.orgOf) && n.word(k) != "and" && n.word(k) != "the":
			return false
		}
		k--
	}
	return true
}
