package names

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed letters.txt
var lettersText string

// letterCodes gives the codes of a small letter.
var letterCodes = func() map[rune]string {
	m := map[rune]string{}
	for line := range strings.Lines(lettersText) {
		f := strings.Fields(line)
		if len(f) != 2 || f[0] == "#" {
			continue
		}
		r, _ := utf8.DecodeRuneInString(f[0])
		if f[1] == "-" {
			f[1] = ""
		}
		m[r] = f[1]
	}
	return m
}()

// cyrillic is letterCodes for the block in which most names come.
var cyrillic = func() (t [0x130]string) {
	for r, c := range letterCodes {
		if r >= 0x400 && r < 0x530 {
			t[r-0x400] = c
		}
	}
	return
}()

// Marks of a token's spelling.
const (
	isCyrillic = 1 << iota
	isArabic
	isLatin
	isTurkish // letters that only Turkish and Azerbaijani (and Kazakh) write
	fullVowel // an Arabic-script vowel letter of Kazakh or Uyghur
)

// rough appends the first, letter-by-letter fold of a word: small letters with
// the codes of letters.txt, Latin digraphs not yet joined.
func rough(dst []byte, word string) ([]byte, uint8) {
	var marks uint8
	for i := 0; i < len(word); {
		b := word[i]
		if b < utf8.RuneSelf {
			i++
			if b|0x20 >= 'a' && b|0x20 <= 'z' {
				dst = append(dst, b|0x20)
				marks |= isLatin
			} else if b >= '0' && b <= '9' {
				dst = append(dst, b)
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		i += n
		switch {
		case isApostrophe(r):
			if r == 'ٴ' {
				marks |= isArabic | fullVowel
			}
		case r >= 0x400 && r < 0x530:
			marks |= isCyrillic
			code := cyrillic[r-0x400]
			if code == "" {
				code = cyrillic[unicode.ToLower(r)-0x400]
			}
			if (r == 'ь' || r == 'ъ') && softE(word[i:]) {
				code = "y" // Васильев, Vasilyev
			}
			dst = append(dst, code...)
		case r >= 0x600 && r < 0x700:
			marks |= isArabic
			switch r {
			case 'ە', 'ۇ', 'ۆ', 'ۈ', 'ې', 'ۋ', 'ٴ', 'ئ', 'ڭ':
				marks |= fullVowel
			}
			code := letterCodes[r]
			if r == 'ۆ' && betweenConsonants(word[:i-n], word[i:]) {
				code = "o" // Uyghur ö; Kazakh writes v so, beside vowels
			}
			dst = append(dst, code...)
		case r == 'ı' || r == 'İ' || r == 'ğ' || r == 'Ğ' || r == 'ş' || r == 'Ş' || r == 'ə' || r == 'Ə':
			marks |= isTurkish | isLatin
			if r == 'İ' {
				dst = append(dst, 'i')
			} else {
				dst = append(dst, letterCodes[unicode.ToLower(r)]...)
			}
		case unicode.IsLetter(r):
			marks |= isLatin
			if code, ok := letterCodes[unicode.ToLower(r)]; ok {
				dst = append(dst, code...)
			} else {
				dst = utf8.AppendRune(dst, unicode.ToLower(r)) // Han and others, as they are
			}
		}
	}
	return dst, marks
}

// betweenConsonants says whether an Arabic letter stands between two letters
// that are no vowels; ئ, which carries a vowel, counts as one of them.
func betweenConsonants(before, after string) bool {
	const vowels = "اەېىۇۈۋوۆيې"
	b, _ := utf8.DecodeLastRuneInString(before)
	a, _ := utf8.DecodeRuneInString(after)
	return before != "" && after != "" && !strings.ContainsRune(vowels, b) && !strings.ContainsRune(vowels, a)
}

// softE says whether a word goes on with е, which ь or ъ gives a glide.
func softE(rest string) bool {
	return strings.HasPrefix(rest, "е") || strings.HasPrefix(rest, "Е")
}

// digraphs are Latin letters that are one sound, longest first; k before h
// first, so that Iskhakov and Ishakov meet.
var digraphs = []struct {
	from string
	to   byte
}{
	{"shch", 'S'}, {"tsch", 'C'}, {"tzh", 0}, {"sch", 'S'}, {"tch", 'C'}, {"dzh", 'J'}, {"dsh", 'J'}, {"dJ", 'J'}, {"CJ", 'C'}, {"tS", 'C'},
	{"dj", 'J'}, {"zh", 'J'}, {"kh", 'h'}, {"gh", 'g'}, {"ch", 'C'}, {"sh", 'S'}, {"ph", 'f'}, {"th", 't'},
	{"dz", 'z'}, {"ts", 'T'}, {"tz", 'T'}, {"ck", 'k'}, {"cz", 'C'}, {"que", 0}, {"qui", 0},
}

var digraphStart = func() (t [256]bool) {
	for _, d := range digraphs {
		t[d.from[0]] = true
	}
	return
}()

func isVowel(b byte) bool { return b == 'a' || b == 'e' || b == 'i' || b == 'o' || b == 'u' }

// smooth turns a rough fold into the fold: digraphs joined, glides dropped
// beside vowels, doubled letters single. x is read as ks or h by its place,
// always as h where uzbek is true; c as j where turkish is.
func smooth(dst, w []byte, uzbek, turkish bool) []byte {
	start := len(dst)
	last := func() byte {
		if len(dst) == start {
			return 0
		}
		return dst[len(dst)-1]
	}
	put := func(b byte) {
		if last() != b {
			dst = append(dst, b)
		}
	}
	for i := 0; i < len(w); {
		b := w[i]
		var next byte
		if i+1 < len(w) {
			next = w[i+1]
		}
		if digraphStart[b] {
			joined := false
			for _, d := range digraphs {
				if len(d.from) <= len(w)-i && string(w[i:i+len(d.from)]) == d.from {
					if d.from[0] == 'q' { // Enrique, Joaquin; but Qudrat
						put('k')
						put(d.from[2])
					} else if d.to == 0 { // Bakytzhan: t and zh, not tz and h
						put('t')
						put('J')
					} else if d.to == 'h' && last() == 's' { // Iskhakov like Ishakov
						dst[len(dst)-1] = 'S'
					} else {
						put(d.to)
					}
					i += len(d.from)
					joined = true
					break
				}
			}
			if joined {
				continue
			}
		}
		i++
		switch b {
		case 'y':
			switch {
			case !isVowel(next) && next != 'y': // Abay, or the vowel ы
				put('i')
			case next == 'y': // ый, yy
			case isVowel(last()) || last() == 0: // Tokayev, Yakov
			case next == 'o': // Korolyov, Фёдор
				put('e')
				i++
			default:
				put('i')
			}
		case 'i':
			if isVowel(next) && (isVowel(last()) || last() == 0) && next != 'i' { // Tokaiev, Iurii
				continue
			}
			put('i')
		case 'j':
			if isVowel(last()) && !isVowel(next) { // Sergej, Matvejs
				put('i')
			} else {
				put('J')
			}
		case 'c':
			switch {
			case turkish:
				put('J')
			case next == 'e' || next == 'i' || next == 'y':
				put('s')
			default:
				put('k')
			}
		case 'q':
			if !uzbek || next != 'x' { // Ortiqxoʻjayev, Артыкходжаев
				put('k')
			}
		case 'w':
			put('v')
		case 'x':
			if uzbek || last() == 0 || next != 0 && !isVowel(next) && next != 'p' && next != 'c' {
				put('h') // Xolmatov, Baxtiyor
			} else {
				put('k')
				put('s')
			}
		case 'h':
			if last() == 's' {
				dst[len(dst)-1] = 'S'
			} else {
				put('h')
			}
		default:
			put(b)
		}
	}
	return dst
}

// Latin folds s to small ASCII letters, one crude romanisation for every
// script and spelling: what search compares across scripts. Digits stay,
// everything else becomes a single space.
func Latin(s string) string {
	var out, raw, word []byte
	for rest := s; rest != ""; {
		w, after := cutWord(rest)
		rest = after
		if w == "" {
			continue
		}
		raw, _ = rough(raw[:0], w)
		word = smooth(word[:0], raw, false, false)
		if len(word) == 0 {
			continue
		}
		if len(out) > 0 {
			out = append(out, ' ')
		}
		for _, b := range word {
			switch b {
			case 'J':
				out = append(out, 'j')
			case 'C':
				out = append(out, "ch"...)
			case 'S':
				out = append(out, "sh"...)
			case 'T':
				out = append(out, "ts"...)
			default:
				if b < utf8.RuneSelf {
					out = append(out, b)
				}
			}
		}
	}
	return string(out)
}

// cutWord takes the next run of letters, digits and apostrophes off s.
func cutWord(s string) (word, rest string) {
	start := -1
	for i, r := range s {
		in := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || isApostrophe(r)
		if in && start < 0 {
			start = i
		}
		if !in && start >= 0 {
			return s[start:i], s[i:]
		}
	}
	if start < 0 {
		return "", ""
	}
	return s[start:], ""
}

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '`', 'ʻ', 'ʼ', '’', '‘', '´', 'ʹ', 'ٴ':
		return true
	}
	return false
}
