package main

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// lineFields is what a line that is to be read may say.
type lineFields struct {
	ID                               lineID
	Text, Language, Published, Title string
}

// plain takes in a line that is written as nearly all are: an object of these
// fields in small letters, each at most once, of strings and an id that may be a
// whole number. The library walks over each line three times. Of another line,
// right or wrong, plain is false, and the library says what it is.
func (in *lineFields) plain(line string) bool {
	p := plainLine{rest: line}
	if !p.mark('{') {
		return false
	}
	for more := true; more; more = p.mark(',') {
		name, ok := p.string()
		if !ok || !p.mark(':') {
			return false
		}
		var field *string
		switch name {
		case "id":
			if in.ID != nil || !p.id(&in.ID) {
				return false
			}
			continue
		case "text":
			field = &in.Text
		case "language":
			field = &in.Language
		case "published":
			field = &in.Published
		case "title":
			field = &in.Title
		}
		if field == nil || *field != "" {
			return false
		}
		if *field, ok = p.string(); !ok {
			return false
		}
	}
	return p.mark('}') && strings.Trim(p.rest, jsonBlanks) == ""
}

const jsonBlanks = " \t\r\n"

// plainLine is a line that is read from left to right.
type plainLine struct{ rest string }

// mark takes a mark with the blanks before it.
func (p *plainLine) mark(c byte) bool {
	for i := 0; i < len(p.rest); i++ {
		switch p.rest[i] {
		case ' ', '\t', '\r', '\n':
		case c:
			p.rest = p.rest[i+1:]
			return true
		default:
			return false
		}
	}
	return false
}

// id takes a string or a whole number as it stands.
func (p *plainLine) id(out *lineID) bool {
	p.rest = strings.TrimLeft(p.rest, jsonBlanks)
	all, n := p.rest, 0
	for n < len(all) && '0' <= all[n] && all[n] <= '9' {
		n++
	}
	switch {
	case n == 0:
		if _, ok := p.string(); !ok {
			return false
		}
		n = len(all) - len(p.rest)
	case n > 1 && all[0] == '0' || n < len(all) && strings.IndexByte(".eE", all[n]) >= 0:
		return false
	default:
		p.rest = all[n:]
	}
	*out = lineID(all[:n])
	return true
}

// string takes a string. One without escapes is a piece of the line.
func (p *plainLine) string() (string, bool) {
	if !p.mark('"') {
		return "", false
	}
	s := p.rest
	n := unescaped(s)
	if n < len(s) && s[n] == '"' {
		p.rest = s[n+1:]
		return s[:n], true
	}
	out := make([]byte, 0, len(s))
	for ; n < len(s); n = unescaped(s) {
		out = append(out, s[:n]...)
		if s = s[n:]; s[0] == '"' {
			p.rest = s[1:]
			return string(out), true
		}
		c, size := escaped(s)
		if size == 0 {
			return "", false
		}
		out, s = utf8.AppendRune(out, c), s[size:]
	}
	return "", false
}

// unescaped counts the bytes up to a quotation mark, an escape or what may not
// stand in a string.
func unescaped(s string) int {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' {
			return i
		}
	}
	return len(s)
}

// escaped gives the character that an escape stands for and the bytes of it; 0
// where there is none, or half of one.
func escaped(s string) (c rune, size int) {
	const after, meant = `"\/bfnrt`, "\"\\/\b\f\n\r\t"
	if len(s) < 2 || s[0] != '\\' {
		return 0, 0
	}
	if k := strings.IndexByte(after, s[1]); k >= 0 {
		return rune(meant[k]), 2
	}
	if len(s) < 6 || s[1] != 'u' {
		return 0, 0
	}
	n, err := strconv.ParseUint(s[2:6], 16, 16)
	if err != nil || 0xD800 <= n && n < 0xE000 {
		return 0, 0
	}
	return rune(n), 6
}
