package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lines that a program or a typesetter broke.

// widestLine and narrowestLine bound, in characters, the width that text is
// wrapped at.
const narrowestLine, widestLine = 40, 120

// brokenLines finds the breaks that are none of the writer's: words parted by
// a hyphen at the end of a line, and, in text that was wrapped, breaks where
// the next word would not have fitted into the line.
func brokenLines(text string) (out []edit) {
	if strings.IndexByte(text, '\n') < 0 {
		return nil
	}
	wrapped, width := wrappedAt(text)
	var compounds map[string]bool
	for i := 0; i < len(text); {
		k := strings.IndexByte(text[i:], '\n')
		if k < 0 {
			break
		}
		k += i
		i = k + 1
		end := k
		for end > 0 && (text[end-1] == '\r' || text[end-1] == ' ') {
			end--
		}
		next := k + 1
		for next < len(text) && text[next] == ' ' {
			next++
		}
		if next == len(text) || text[next] == '\n' || text[next] == '\r' || end == 0 || text[end-1] == '\n' {
			continue
		}
		if e, ok := parted(text, end, next, &compounds); ok {
			out = append(out, e)
			continue
		}
		if wrapped && wraps(text, end, next, width) {
			out = append(out, edit{end, next, " "})
		}
	}
	return out
}

// parted finds a word parted at the end of a line: letters, a hyphen, and in
// the next line small letters. Where the hyphen is the word's own it stays: it
// is written with one elsewhere in the text.
func parted(text string, end, next int, compounds *map[string]bool) (edit, bool) {
	hyphen, size := utf8.DecodeLastRuneInString(text[:end])
	switch hyphen {
	case '-', 0xAD, '¬', 0x2010:
	default:
		return edit{}, false
	}
	at := end - size
	first, _ := utf8.DecodeRuneInString(text[next:])
	if !unicode.IsLetter(first) {
		return edit{}, false
	}
	from := at
	for from > 0 {
		r, n := utf8.DecodeLastRuneInString(text[:from])
		if !unicode.IsLetter(r) {
			break
		}
		from -= n
	}
	if from == at || !atLeast(text[from:at], 2) {
		return edit{}, false
	}
	to := next
	for to < len(text) {
		r, n := utf8.DecodeRuneInString(text[to:])
		if !unicode.IsLetter(r) {
			break
		}
		to += n
	}
	if hyphen == '-' {
		if *compounds == nil {
			*compounds = hyphenated(text)
		}
		if unicode.IsUpper(first) || (*compounds)[text[from:at]+"-"+text[next:to]] || from > 0 && text[from-1] == '-' {
			return edit{end, next, ""}, true
		}
	}
	if unicode.IsUpper(first) {
		return edit{}, false
	}
	return edit{at, next, ""}, true
}

// hyphenated gives the words of a text that are written with a hyphen inside a
// line.
func hyphenated(text string) map[string]bool {
	out := map[string]bool{}
	for i := 1; i < len(text); i++ {
		if text[i] != '-' {
			continue
		}
		from, to := i, i+1
		for from > 0 {
			r, n := utf8.DecodeLastRuneInString(text[:from])
			if !unicode.IsLetter(r) {
				break
			}
			from -= n
		}
		for to < len(text) {
			r, n := utf8.DecodeRuneInString(text[to:])
			if !unicode.IsLetter(r) {
				break
			}
			to += n
		}
		if from < i && to > i+1 {
			out[text[from:to]] = true
		}
	}
	return out
}

// wrappedAt reports whether a text was wrapped, and the width of its longest
// line: most of its breaks stand where the next word did not fit, and its
// lines are not those of verse, which begin with capitals.
func wrappedAt(text string) (bool, int) {
	width, lines, capitals := 0, 0, 0
	for from := 0; from < len(text); {
		end, next := lineEnd(text, from)
		line := strings.TrimSpace(text[from:end])
		from = next
		if line == "" {
			continue
		}
		if len(line) > 4*widestLine || beginnings(line) > widestLine { // most paragraphs
			return false, 0
		}
		n := utf8.RuneCountInString(line)
		if n > widestLine {
			return false, 0
		}
		width = max(width, n)
		lines++
		if r, _ := utf8.DecodeRuneInString(line); unicode.IsUpper(r) {
			capitals++
		}
	}
	if lines < 4 || width < narrowestLine || capitals*5 >= lines*4 {
		return false, 0
	}
	breaks, full := 0, 0
	for from := 0; from < len(text); {
		end, next := lineEnd(text, from)
		if next < len(text) && strings.TrimSpace(text[from:end]) != "" {
			if after, _ := lineEnd(text, next); strings.TrimSpace(text[next:after]) != "" {
				breaks++
				if wraps(text, end, next, width) {
					full++
				}
			}
		}
		from = next
	}
	return breaks > 2 && full*10 >= breaks*7, width
}

// wraps reports whether the line that ends at end and the first word of the
// next line, from next on, are too long together, or nearly so. Items of a list
// and cells of a table stay lines of their own.
func wraps(text string, end, next, width int) bool {
	from := strings.LastIndexByte(text[:end], '\n') + 1
	line := strings.TrimSpace(text[from:end])
	after, _ := lineEnd(text, next)
	rest := strings.TrimLeft(text[next:after], " ")
	word := rest
	if i := strings.IndexByte(rest, ' '); i >= 0 {
		word = rest[:i]
	}
	word = strings.TrimRight(word, "\r")
	r, n := utf8.DecodeRuneInString(rest)
	if strings.ContainsRune("•●▪⁃*|", r) || strings.ContainsRune("–—-", r) && strings.HasPrefix(rest[n:], " ") || strings.IndexByte(line, '\t') >= 0 || strings.IndexByte(rest, '\t') >= 0 {
		return false
	}
	return (utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word))*20 > width*19
}
