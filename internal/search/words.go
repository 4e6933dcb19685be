package search

import (
	"unicode"
	"unicode/utf8"
)

// word is one word of a text, as bytes [start, end) of it.
type word struct{ start, end int }

// maxWord is the length in bytes at which a run of letters is cut: no
// language writes such words, broken files do.
const maxWord = 120

// eachWord calls yield with the words of a text in order. A word is a run of
// letters, marks and digits; an apostrophe between two letters belongs to it
// (oʻzbek), soft hyphens and direction marks inside it do too and are left
// out of its term. Han characters are words by themselves.
func eachWord(text string, yield func(word) bool) {
	start := -1
	end := 0 // behind the last letter seen
	flush := func() bool {
		if start < 0 {
			return true
		}
		w := word{start, end}
		start = -1
		return yield(w)
	}
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case r < utf8.RuneSelf && isASCIIWord(byte(r)),
			r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)) && r != utf8.RuneError:
			if unicode.Is(unicode.Han, r) {
				if !flush() || !yield(word{i, i + n}) {
					return
				}
				i += n
				continue
			}
			if start < 0 {
				start = i
			} else if i+n-start > maxWord {
				if !flush() {
					return
				}
				start = i
			}
			end = i + n
		case start >= 0 && (isApostrophe(r) && end == i || isInvisible(r)):
			// It may stand inside the word; the next rune decides.
		default:
			if !flush() {
				return
			}
		}
		i += n
	}
	flush()
}

func isASCIIWord(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '`', '‘', '’', 'ʻ', 'ʼ', 'ʹ', '′', 'ˈ', '＇':
		return true
	}
	return false
}

// isInvisible reports soft hyphens, joiners and direction marks.
func isInvisible(r rune) bool {
	switch {
	case r == 0xAD, r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x2069, r == 0xFEFF:
		return true
	}
	return false
}

// script gives the script of a word's first letter.
func script(w string) *unicode.RangeTable {
	for _, r := range w {
		if r < utf8.RuneSelf {
			if 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' {
				return unicode.Latin
			}
			continue
		}
		for _, t := range []*unicode.RangeTable{unicode.Cyrillic, unicode.Latin, unicode.Arabic} {
			if unicode.Is(t, r) {
				return t
			}
		}
	}
	return nil
}
