package translit

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"shanyraq/internal/fault"
)

// exceptions are an editor's own forms, looked up by their first word.
type exceptions struct {
	byFirst map[string][]exception // longest first
}

type exception struct {
	key, value string // key in small letters
	open       bool   // any ending may follow
}

type exceptionMatch struct {
	start, end int
	out        string
	open       bool
}

func newExceptions(m map[string]string) (*exceptions, error) {
	if len(m) == 0 {
		return nil, nil
	}
	e := &exceptions{byFirst: map[string][]exception{}}
	for k, v := range m {
		key, open := strings.CutSuffix(strings.TrimSpace(k), "*")
		first, _ := utf8.DecodeRuneInString(key)
		if !unicode.IsLetter(first) && !unicode.IsDigit(first) || strings.Contains(key, "*") || strings.ContainsAny(k+v, "\r\n") {
			return nil, fault.New(fault.Invalid, "the exception %q is no word or phrase", k).
				Hint("give a word or phrase on one line, with * at its end where endings may follow")
		}
		if v == "" {
			v = key
		}
		low := strings.ToLower(key)
		w := firstWord(low)
		list := append(e.byFirst[w], exception{low, v, open})
		for i := len(list) - 1; i > 0 && len(list[i].key) > len(list[i-1].key); i-- {
			list[i], list[i-1] = list[i-1], list[i]
		}
		e.byFirst[w] = list
	}
	return e, nil
}

// firstWord gives the opening letters that a look-up goes by: at most three,
// because an open exception must be found inside a longer word.
func firstWord(low string) string {
	n := 0
	for i, r := range low {
		if n == 3 || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return low[:i]
		}
		n++
	}
	return low
}

// find gives the first place in p where an exception applies.
func (e *exceptions) find(p []byte) (exceptionMatch, bool) {
	before := ' '
	for i := 0; i < len(p); {
		r, n := utf8.DecodeRune(p[i:])
		if isWord(r) && !isWord(before) {
			if m, ok := e.at(p, i); ok {
				return m, true
			}
		}
		before = r
		i += n
	}
	return exceptionMatch{}, false
}

func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

func (e *exceptions) at(p []byte, i int) (exceptionMatch, bool) {
	var head strings.Builder
	k := i
	for n := 0; n < 3 && k < len(p); n++ {
		r, w := utf8.DecodeRune(p[k:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			break
		}
		head.WriteRune(unicode.ToLower(r))
		k += w
	}
	low := head.String()
	for cut := len(low); cut > 0; { // the key may be shorter than three letters
		for _, x := range e.byFirst[low[:cut]] {
			if end, ok := hasFold(p[i:], x.key); ok {
				next, _ := utf8.DecodeRune(p[i+end:])
				if ends := !isWord(next) || i+end == len(p); ends || x.open {
					return exceptionMatch{i, i + end, likeCase(x.value, p[i:i+end], x.key), x.open && !ends}, true
				}
			}
		}
		_, w := utf8.DecodeLastRuneInString(low[:cut])
		cut -= w
	}
	return exceptionMatch{}, false
}

// hasFold says whether p begins with key, which is in small letters, whatever
// p's case, and where it ends. White space of any kind equals a space.
func hasFold(p []byte, key string) (int, bool) {
	i := 0
	for _, want := range key {
		r, n := utf8.DecodeRune(p[i:])
		if n == 0 || unicode.ToLower(r) != want && !(want == ' ' && unicode.IsSpace(r)) {
			return 0, false
		}
		i += n
	}
	return i, true
}

// likeCase gives value in the case of the source form: capitals for capitals,
// a first capital where the source has one.
func likeCase(value string, source []byte, key string) string {
	if upper := bytes.ToUpper(source); bytes.Equal(upper, source) && utf8.RuneCount(source) > 1 {
		return strings.ToUpper(value)
	}
	r, _ := utf8.DecodeRune(source)
	if unicode.IsUpper(r) {
		v, n := utf8.DecodeRuneInString(value)
		return string(unicode.ToUpper(v)) + value[n:]
	}
	return value
}
