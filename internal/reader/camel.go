package reader

import (
	"unicode"
	"unicode/utf8"
)

// camel reports whether a word has a capital after a small letter, as names
// of companies have (PepsiCo), but not surnames (McCain, DeLong).
func (n *nameFinder) camel(i int) bool { return n.spelling(i, traitCamel, camel) }

// camel reports whether a word has a capital behind small letters, as names of firms do:
// QazaqGaz, but not Dell'Orto or McLane.
func camel(w string) bool {
	if plainBehindFirst(w) {
		return false
	}
	small := 0
	for _, r := range w {
		switch {
		case r == '\'', r == '’': // Dell'Orto
			small = 0
		case unicode.IsLower(r):
			small++
		case small > 0 && unicode.IsUpper(r):
			return small > 2 || small == 2 && !surnameOpens(w)
		}
	}
	return false
}

// plainBehindFirst reports whether a word has nothing but ASCII behind its first letter and no
// capital there, as most words, which need no look at each character.
func plainBehindFirst(w string) bool {
	for i := 1; i < len(w); i++ {
		if c := w[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return false
		}
	}
	return w == "" || w[0] < utf8.RuneSelf
}
