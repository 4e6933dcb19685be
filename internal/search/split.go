package search

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// part is one piece of a query as typed: word, "phrase", -word, key:value.
type part struct {
	key    string // in small letters; empty where there is none
	text   string
	quoted bool
	not    bool
}

// quotes are the opening marks and what closes them, in the writing of the
// region.
var quotes = map[rune]string{'"': "\"", '“': "”\"", '„': "“”\"", '«': "»\"", '‹': "›"}

// split cuts a query into parts. open is set where a quotation mark has no
// partner.
func split(s string) (out []part, open bool) {
	for s = strings.TrimLeftFunc(s, unicode.IsSpace); s != ""; s = strings.TrimLeftFunc(s, unicode.IsSpace) {
		var p part
		if r, n := utf8.DecodeRuneInString(s); (r == '-' || r == '−' || r == '–') && len(s) > n {
			if next, _ := utf8.DecodeRuneInString(s[n:]); !unicode.IsSpace(next) {
				p.not, s = true, s[n:]
			}
		}
		if i := strings.IndexFunc(s, func(r rune) bool { return r > 'z' || r < 'A' }); i > 0 && s[i] == ':' {
			if next, _ := utf8.DecodeRuneInString(s[i+1:]); next != utf8.RuneError && !unicode.IsSpace(next) {
				p.key, s = strings.ToLower(s[:i]), s[i+1:]
			}
		}
		r, n := utf8.DecodeRuneInString(s)
		if closing, ok := quotes[r]; ok {
			p.quoted = true
			if i := strings.IndexAny(s[n:], closing); i >= 0 {
				_, m := utf8.DecodeRuneInString(s[n+i:])
				p.text, s = s[n:n+i], s[n+i+m:]
			} else {
				p.text, s, open = s[n:], "", true
			}
		} else {
			end := strings.IndexFunc(s, func(r rune) bool {
				_, quote := quotes[r]
				return unicode.IsSpace(r) || quote
			})
			if end < 0 {
				end = len(s)
			}
			p.text, s = s[:end], s[end:]
		}
		if p.key != "" && !isFilter(p.key) { // "http://…", "10:30" are words
			p.text, p.key = p.key+" "+p.text, ""
		}
		if p.text != "" {
			out = append(out, p)
		}
	}
	return out, open
}

func isFilter(key string) bool {
	switch key {
	case "lang", "language", "section", "kind", "person", "body", "organization", "place", "from", "to":
		return true
	}
	return false
}

// visible drops what cannot be seen and makes control characters spaces; broken
// UTF-8 becomes a space too.
func visible(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case isInvisible(r):
			return -1
		case unicode.IsControl(r), r == utf8.RuneError:
			return ' '
		}
		return r
	}, s))
}
