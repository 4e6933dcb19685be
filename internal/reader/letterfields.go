package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// nextField gives the first word of a text from byte i on and the byte behind it, as
// strings.Fields parts words but without a list of them; "" where there is no other.
func nextField(s string, i int) (word string, end int) {
	start := -1
	for i < len(s) {
		n, blank := 1, false
		switch c := s[i]; {
		case c < utf8.RuneSelf:
			blank = c == ' ' || '\t' <= c && c <= '\r'
		case 0xC3 <= c && c <= 0xD4 && i+1 < len(s) && s[i+1]&0xC0 == 0x80: // letters
			n = 2
		default:
			var r rune
			r, n = utf8.DecodeRuneInString(s[i:])
			blank = unicode.IsSpace(r)
		}
		switch {
		case !blank && start < 0:
			start = i
		case blank && start >= 0:
			return s[start:i], i
		}
		i += n
	}
	if start < 0 {
		return "", i
	}
	return s[start:], i
}

// sameWords reports whether two names differ in nothing but the blanks between their
// words and behind their full stops: «А.Сарсен», «А. Сарсен».
func sameWords(a, b string) bool {
	i, j := 0, 0
	for {
		var u, v string
		u, i = nextField(a, i)
		v, j = nextField(b, j)
		u, i = throughStop(u, i)
		if v, j = throughStop(v, j); u != v {
			return false
		}
		if u == "" {
			return true
		}
	}
}

// throughStop cuts a word that ends at a byte behind the first full stop it has.
func throughStop(word string, end int) (string, int) {
	k := strings.IndexByte(word, '.') + 1
	if k == 0 {
		return word, end
	}
	return word[:k], end - len(word) + k
}
