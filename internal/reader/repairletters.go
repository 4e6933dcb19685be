package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Letters that do not belong: soft hyphens, characters of no width, marks that
// stand apart from their letter or tell where to stress a word, and letters of
// another script that look like those of the word.

// lookAlikes are Latin letters and the Cyrillic ones that look the same.
var lookAlikes = map[rune]rune{
	'a': 'а', 'c': 'с', 'e': 'е', 'o': 'о', 'p': 'р', 'x': 'х', 'y': 'у', 'i': 'і', 'h': 'һ', 'ə': 'ә', 'k': 'к', 'ӧ': 'ө',
	'A': 'А', 'B': 'В', 'C': 'С', 'E': 'Е', 'H': 'Н', 'I': 'І', 'K': 'К', 'M': 'М', 'O': 'О', 'P': 'Р', 'T': 'Т', 'X': 'Х', 'Y': 'У', 'Ə': 'Ә',
}

var latinLookAlikes = func() map[rune]rune {
	out := map[rune]rune{}
	for l, c := range lookAlikes {
		if l < utf8.RuneSelf {
			out[c] = l
		}
	}
	return out
}()

// partedMarks finds letters whose mark is a character of its own, as some systems
// keep them, and writes them as one (и and a breve → й); from a Cyrillic letter it
// takes the acute or grave of encyclopaedias and dictionaries, which only tells
// where the stress is (Тока́ев).
func partedMarks(text string) (out []edit) {
	for i := nextMarked(text, 0); i >= 0; i = nextMarked(text, i) {
		letter, n := utf8.DecodeLastRuneInString(text[:i])
		end, marks := i, []rune{letter}
		for end < len(text) {
			r, size := utf8.DecodeRuneInString(text[end:])
			if r < 0x300 || r > 0x36F {
				break
			}
			end += size
			if stress := r == 0x300 || r == 0x301; !stress || letter < 0x400 || letter > 0x52F {
				marks = append(marks, r)
			}
		}
		if unicode.IsLetter(letter) {
			if whole := norm.NFC.String(string(marks)); whole != text[i-n:end] {
				out = append(out, edit{i - n, end, whole})
			}
		}
		i = end
	}
	return out
}

// nextMarked gives where the next mark of U+0300 to U+036F stands at or behind
// from, -1 where none does: their first byte begins no other letter in use.
func nextMarked(text string, from int) int {
	for i := from; i < len(text); i++ {
		k := strings.IndexByte(text[i:], 0xCC)
		if k < 0 {
			return -1
		}
		if i += k; i > 0 {
			return i
		}
	}
	return -1
}

// strayLetters finds soft hyphens and the like inside words, and the letters
// of words written in two scripts whose letters of one all have likes in the
// other.
func strayLetters(text string) (out []edit) {
	if !mixed(text) {
		return nil
	}
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) {
			if invisible(r) && i > 0 && text[i-1] != '\n' {
				out = append(out, edit{from: i, to: i + n})
			}
			i += n
			continue
		}
		to, latin, cyrillic := i, 0, 0
		for to < len(text) {
			r, n := utf8.DecodeRuneInString(text[to:])
			switch {
			case invisible(r):
				out = append(out, edit{from: to, to: to + n})
			case !unicode.IsLetter(r):
				n = 0
			case r < 0x250 || r == 'ə' || r == 'Ə':
				latin++
			case r >= 0x400 && r < 0x530:
				cyrillic++
			}
			if n == 0 {
				break
			}
			to += n
		}
		if latin > 0 && cyrillic > 0 {
			out = append(out, oneScript(text, i, to, latin, cyrillic)...)
		}
		i = to
	}
	return out
}

// oneScript gives the edits that write the word [from, to) in one script.
func oneScript(text string, from, to, latin, cyrillic int) []edit {
	table, other := lookAlikes, func(r rune) bool { return r < 0x250 || r == 'ə' || r == 'Ə' }
	if own := strings.ContainsFunc(text[from:to], func(r rune) bool { return other(r) && lookAlikes[r] == 0 }); own || latin > cyrillic && allIn(text[from:to], latinLookAlikes) {
		table, other = latinLookAlikes, func(r rune) bool { return r >= 0x400 && r < 0x530 }
	}
	var out []edit
	capitals := 0
	for i, r := range text[from:to] {
		if !other(r) {
			continue
		}
		like := table[r]
		if like == 0 {
			return nil
		}
		if unicode.IsUpper(r) && i == capitals {
			capitals++
		}
		out = append(out, edit{from + i, from + i + utf8.RuneLen(r), string(like)})
	}
	if capitals > 1 && len(out) == capitals && !strings.ContainsFunc(text[from+capitals:to], unicode.IsUpper) {
		return nil // BTA and an ending in the other script
	}
	return out
}

// allIn reports whether all Cyrillic letters of a word have likes.
func allIn(word string, table map[rune]rune) bool {
	return !strings.ContainsFunc(word, func(r rune) bool { return r >= 0x400 && r < 0x530 && table[r] == 0 })
}

// invisible reports whether a character shows nothing and parts no words.
func invisible(r rune) bool {
	return r == 0xAD || r == 0x200B || r == 0x2060 || r == 0xFEFF
}

// mixed reports, at little cost, whether a text has any such character or a
// Latin letter beside a Cyrillic one.
func mixed(text string) bool {
	if strings.Contains(text, "\u00ad") || strings.Contains(text, "\u200b") || strings.Contains(text, "\u2060") || strings.Contains(text, "\ufeff") {
		return true
	}
	if !hasCyrillic(text) {
		return false
	}
	at := func(i int) byte {
		if i < 1 || i >= len(text) { // the first letter of a text is not looked at
			return 0
		}
		return text[i]
	}
	for i := 0; i < len(text); i++ {
		for i+8 <= len(text) && !strayAmong(le64(text[i:])) {
			i += 8
		}
		if i == len(text) {
			break
		}
		switch strayBytes[text[i]] {
		case 'l': // a Latin letter
			if cyrillicByte(at(i+1)) || cyrillicByte(at(i-2)) {
				return true
			}
		case 'e': // perhaps the Latin ə
			if at(i+1) == 0x99 && cyrillicByte(at(i+2)) || cyrillicByte(at(i-2)) {
				return true
			}
		}
	}
	return false
}

// hasCyrillic reports whether a text has a letter of U+0400 to U+053F.
func hasCyrillic(text string) bool {
	for c := byte(0xD0); c <= 0xD4; c++ {
		if strings.IndexByte(text, c) >= 0 {
			return true
		}
	}
	return false
}

// strayAmong reports whether one of eight bytes may be one of the strayBytes:
// of ASCII with the bit that letters have, or C9.
func strayAmong(x uint64) bool {
	const high, ones = 0x8080808080808080, 0x0101010101010101
	y := x ^ 0xC9*ones
	return ^x&(x<<1)&high|(y-ones)&^y&high != 0
}

// cyrillicByte reports whether a byte begins a Cyrillic letter.
func cyrillicByte(c byte) bool { return c >= 0xD0 && c <= 0xD4 }

// strayBytes tells of each byte whether mixed looks at what stands around it,
// and why.
var strayBytes = func() (kinds [256]byte) {
	for c := byte('a'); c <= 'z'; c++ {
		kinds[c], kinds[c-'a'+'A'] = 'l', 'l'
	}
	kinds[0xC9] = 'e'
	return kinds
}()

// missingBlanks finds marks that end a sentence with the next one right behind
// them: a word in small letters, the mark, a word with a capital that goes on
// in small ones. Addresses and names of files stay as they are.
func missingBlanks(text string) (out []edit) {
	marks := nextMark{text: text, at: [3]int{-1, -1, -1}}
	for i := marks.from(3); i+2 < len(text); i = marks.from(i + 1) {
		if text[i+1] < 'A' || text[i-1] < 'a' && text[i-1] != ')' {
			continue
		}
		first, n := utf8.DecodeRuneInString(text[i+1:])
		second, m := utf8.DecodeRuneInString(text[i+1+n:])
		if !unicode.IsUpper(first) || !unicode.IsLower(second) && second != ' ' {
			continue
		}
		from, letters := i, 0
		for from > 0 {
			r, size := utf8.DecodeLastRuneInString(text[:from])
			if !unicode.IsLower(r) {
				break
			}
			from -= size
			letters++
		}
		if closing, _ := utf8.DecodeLastRuneInString(text[:i]); text[i] == '.' && (strings.ContainsRune("»”", closing) || closing == ')' && first >= 0x80) {
			letters = 3
		} else if from > 0 {
			if r, _ := utf8.DecodeLastRuneInString(text[:from]); !unicode.IsSpace(r) && !strings.ContainsRune("-«\"(", r) {
				continue // Mail.Ru, a@b.Org
			}
		}
		to := i + 1 + n + m
		for to < len(text) {
			r, size := utf8.DecodeRuneInString(text[to:])
			if !unicode.IsLetter(r) {
				break
			}
			to += size
		}
		if letters < 3 || first < 0x80 && domains[strings.ToLower(text[i+1:to])] || to < len(text) && strings.IndexByte("/@_=&(", text[to]) >= 0 {
			continue
		}
		if to+1 < len(text) && text[to] == '.' && text[to+1] > ' ' {
			continue
		}
		out = append(out, edit{i + 1, i + 1, " "})
	}
	return out
}

// nextMark finds the marks that end sentences one behind the other.
type nextMark struct {
	text string
	at   [3]int // where the next of each is; before the place asked for it is not known
}

// from gives the place of the first such mark from i on, the end of the text
// where there is none.
func (m *nextMark) from(i int) int {
	first := len(m.text)
	for k, c := range [...]byte{'.', '!', '?'} {
		if m.at[k] < i {
			m.at[k] = len(m.text)
			if i < len(m.text) {
				if n := strings.IndexByte(m.text[i:], c); n >= 0 {
					m.at[k] = i + n
				}
			}
		}
		first = min(first, m.at[k])
	}
	return first
}

// domains are endings of addresses that may be written with a capital.
var domains = map[string]bool{
	"com": true, "org": true, "net": true, "edu": true, "gov": true, "int": true, "info": true, "biz": true, "mil": true, "eu": true, "uk": true, "us": true,
	"kz": true, "ru": true, "uz": true, "kg": true, "tj": true, "tm": true, "az": true, "tr": true, "cn": true, "by": true, "ua": true, "de": true, "fr": true,
	"io": true, "tv": true, "news": true, "pdf": true, "doc": true, "docx": true, "txt": true, "jpg": true, "png": true, "html": true, "htm": true, "asp": true, "js": true,
}
