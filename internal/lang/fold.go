package lang

import (
	"unicode"
	"unicode/utf8"
)

// homoglyphs maps letters of another script that look alike: a Latin letter
// inside a Cyrillic word is a slip of the keyboard (ə for ә, i for і).
var homoglyphs = map[rune]rune{
	'a': 'а', 'c': 'с', 'e': 'е', 'o': 'о', 'p': 'р', 'x': 'х', 'y': 'у', 'i': 'і', 'k': 'к', 'm': 'м', 't': 'т', 'b': 'в', 'h': 'һ',
	'ə': 'ә', 'ä': 'ә', 'ө': 'ө', 'ó': 'о',
}

// AppendFold appends the folded form of one word to dst: small letters,
// ё as е, the apostrophe family as ', soft hyphens and bidi marks left out,
// Latin look-alikes in a Cyrillic word made Cyrillic. й, ә, і and every other
// letter of an alphabet are kept: they are letters, not letters with marks.
func AppendFold(dst []byte, word string) []byte {
	cyr := false
	ascii := true
	for i := 0; i < len(word); i++ {
		if word[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		for i := 0; i < len(word); i++ {
			c := word[i]
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			if c == '`' {
				c = '\''
			}
			dst = append(dst, c)
		}
		return dst
	}
	for _, r := range word {
		if isCyrillic(r) {
			cyr = true
			break
		}
	}
	for _, r := range word {
		switch {
		case r == 'ё' || r == 'Ё':
			r = 'е'
		case isApostrophe(r):
			r = '\''
		case r == 0xAD || isBidiMark(r):
			continue
		case r == 'İ':
			r = 'i'
		default:
			r = unicode.ToLower(r)
		}
		if cyr && !isCyrillic(r) {
			if h, ok := homoglyphs[r]; ok {
				r = h
			}
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}

// Fold is AppendFold as a string.
func Fold(word string) string { return string(AppendFold(nil, word)) }

func isCyrillic(r rune) bool { return 0x400 <= r && r <= 0x52F }

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʻ', 'ʼ', '`', '´', 'ʹ', '′':
		return true
	}
	return false
}

func isBidiMark(r rune) bool {
	return r == 0x200E || r == 0x200F || r == 0x061C || 0x202A <= r && r <= 0x202E || 0x2066 <= r && r <= 0x2069 || r == 0x200B || r == 0xFEFF
}

func isArabic(r rune) bool {
	return 0x600 <= r && r <= 0x6FF || 0x750 <= r && r <= 0x77F || 0xFB50 <= r && r <= 0xFDFF || 0xFE70 <= r && r <= 0xFEFE
}
