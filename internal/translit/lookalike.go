package translit

import (
	"unicode/utf8"
)

// Look-alikes: Latin letters typed for Cyrillic ones, in capitals and small.
// Kazakh and Uzbek keyboards make these slips daily (Latin i for і, ə for ә).
var latinAsCyrillic = map[rune]rune{
	'a': 'а', 'c': 'с', 'e': 'е', 'i': 'і', 'o': 'о', 'p': 'р', 'x': 'х', 'y': 'у', 'h': 'һ', 'ə': 'ә', 'ǝ': 'ә', 'ɵ': 'ө',
	'A': 'А', 'B': 'В', 'C': 'С', 'E': 'Е', 'H': 'Н', 'I': 'І', 'K': 'К', 'M': 'М', 'O': 'О', 'P': 'Р', 'T': 'Т', 'X': 'Х', 'Ə': 'Ә', 'Ɵ': 'Ө', 'Y': 'Ү',
}

var cyrillicAsLatin = map[rune]rune{
	'а': 'a', 'с': 'c', 'е': 'e', 'і': 'i', 'о': 'o', 'р': 'p', 'х': 'x', 'у': 'y', 'һ': 'h', 'ә': 'ä', 'ө': 'ö',
	'А': 'A', 'В': 'B', 'С': 'C', 'Е': 'E', 'Н': 'H', 'І': 'I', 'К': 'K', 'М': 'M', 'О': 'O', 'Р': 'P', 'Т': 'T', 'Х': 'X', 'Ә': 'Ä', 'Ө': 'Ö',
}

// unmask gives a word whose letters of the other script are all look-alikes,
// in the script of most of its letters.
func (c *converter) unmask(w []byte) ([]byte, bool) {
	table := latinAsCyrillic
	if c.latin {
		table = cyrillicAsLatin
	} else if c.unicase {
		return nil, false
	}
	own, other := 0, 0
	out := make([]byte, 0, len(w)+4)
	for i := 0; i < len(w); {
		r, n := utf8.DecodeRune(w[i:])
		i += n
		if l := c.lookup(r); l != alien && l != 0 {
			own++
		} else if to, ok := table[r]; ok && c.find(to) != 0 {
			other++
			r = to
		} else {
			return nil, false
		}
		out = utf8.AppendRune(out, r)
	}
	return out, own > other || own == other && own > 1
}

// homoglyphRoman reads a numeral typed in a mix of scripts: ХVІІІ with
// Cyrillic Х and І and Latin V.
func (c *converter) homoglyphRoman(w []byte) (string, bool) {
	var buf []byte
	for i := 0; i < len(w); {
		r, n := utf8.DecodeRune(w[i:])
		i += n
		if to, ok := cyrillicAsLatin[r]; ok {
			r = to
		}
		switch r {
		case 'I', 'V', 'X', 'L', 'C', 'D', 'M':
			buf = append(buf, byte(r))
		default:
			return "", false
		}
	}
	return string(buf), len(buf) > 1 && isRoman(string(buf))
}
