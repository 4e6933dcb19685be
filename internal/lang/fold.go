package lang

import (
	"slices"
	"strings"
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
	if folded(word) {
		return append(dst, word...)
	}
	return appendFold(dst, word)
}

// appendFold is AppendFold without the quick look.
func appendFold(dst []byte, word string) []byte {
	if word == "" {
		return dst
	}
	if whole := wholeWord(word); whole != "" {
		return append(dst, whole...)
	}
	if word[0] < utf8.RuneSelf {
		if out, ok := appendASCII(dst, word); ok {
			return out
		}
	}
	if out, ok := appendCyrillic(dst, word); ok {
		return out
	}
	cyr := strings.ContainsFunc(word, isCyrillic)
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
			r = lower(r)
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

// appendASCII is appendFold of ASCII alone; ok is false where there is something
// else.
func appendASCII(dst []byte, word string) (out []byte, ok bool) {
	n := len(dst)
	dst = slices.Grow(dst, len(word))[:n+len(word)]
	out = dst[n:]
	for i := range out {
		c := word[i]
		if c >= utf8.RuneSelf {
			return dst[:n], false
		}
		out[i] = foldASCII[c]
	}
	return dst, true
}

// foldASCII has each character of ASCII folded.
var foldASCII = func() (out [utf8.RuneSelf]byte) {
	for c := range out {
		out[c] = byte(lower(rune(c)))
	}
	out['`'] = '\''
	return out
}()

// appendCyrillic is appendFold of Cyrillic letters, digits, spaces and quotation marks alone;
// ok is false where there is something else.
func appendCyrillic(dst []byte, word string) (out []byte, ok bool) {
	n := len(dst)
	dst = append(dst, word...)
	out = dst[n:]
	for i := 0; i < len(out); i++ {
		switch c := out[i]; {
		case 0xD0 <= c && c <= 0xD4 && i+1 < len(out) && out[i+1]&0xC0 == 0x80:
			f := &foldCyrillic[int(c-0xD0)*64+int(out[i+1]&0x3F)]
			if f[0] == 0 {
				return dst[:n], false
			}
			out[i], out[i+1] = f[0], f[1]
			i++
		case c < utf8.RuneSelf && !('a' <= c|0x20 && c|0x20 <= 'z') && c != '`':
		case c == 0xC2 && i+1 < len(out) && (out[i+1] == 0xAB || out[i+1] == 0xBB): // « »
			i++
		default:
			return dst[:n], false
		}
	}
	return dst, true
}

// foldCyrillic has the two bytes of each Cyrillic letter folded, by its own two
// from U+0400 on, zeros for what is no such letter; smallCyrillic has a bit for
// each that folding leaves as it is, by its first byte and its second.
var foldCyrillic, smallCyrillic = func() (out [5 * 64][2]byte, small [4]uint64) {
	for i := range out {
		r := 0x400 + rune(i)
		if !isCyrillic(r) {
			continue
		}
		f := lower(r)
		if f == 'ё' {
			f = 'е'
		}
		out[i] = [2]byte{0xC0 | byte(f>>6), 0x80 | byte(f&0x3F)}
		if f == r && i/64 < len(small) {
			small[i/64] |= 1 << (i % 64)
		}
	}
	return out, small
}()

// Fold is AppendFold as a string.
func Fold(word string) string {
	if folded(word) {
		return word
	}
	var b [64]byte
	return string(appendFold(b[:0], word))
}

// folded reports, quickly, whether folding surely leaves a word as it is:
// small Latin letters only, or small Cyrillic ones, and no apostrophes.
func folded(word string) bool {
	if smallLatin(word, 0) == len(word) {
		return true
	}
	latin, cyrillic := false, false
	for i := 0; i < len(word); i++ {
		switch c := word[i]; {
		case 'a' <= c && c <= 'z':
			latin = true
		case c < utf8.RuneSelf:
			if 'A' <= c && c <= 'Z' || c == '`' || c == '\'' {
				return false
			}
		case 0xD0 <= c && c <= 0xD3 && i+1 < len(word) && word[i+1]&0xC0 == 0x80:
			i++
			if smallCyrillic[c&3]>>(word[i]&0x3F)&1 == 0 {
				return false
			}
			cyrillic = true
		default:
			return false
		}
	}
	return !(latin && cyrillic)
}

// lower is unicode.ToLower, quicker for the letters of our alphabets.
func lower(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	case 0x410 <= r && r <= 0x42F:
		return r + 0x20
	case 0x430 <= r && r <= 0x45F:
		return r
	case 0x400 <= r && r <= 0x40F:
		return r + 0x50
	case 0x48A <= r && r <= 0x4BF || 0x4D0 <= r && r <= 0x52F:
		return r | 1
	}
	return unicode.ToLower(r)
}

// isUpper is unicode.IsUpper, quicker for the letters of our alphabets.
func isUpper(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return 'A' <= r && r <= 'Z'
	case 0x400 <= r && r <= 0x45F:
		return r < 0x430
	case 0x48A <= r && r <= 0x4BF || 0x4D0 <= r && r <= 0x52F:
		return r&1 == 0
	}
	return unicode.IsUpper(r)
}

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
