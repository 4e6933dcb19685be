package translit

import (
	"bytes"
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed schemes/endings.txt
var endingsText string

// endings are the last labels of host names and the extensions of files.
var endings = func() map[string]bool {
	m := map[string]bool{}
	for _, l := range strings.Split(endingsText, "\n") {
		if !strings.HasPrefix(l, "#") {
			for _, w := range strings.Fields(l) {
				m[w] = true
			}
		}
	}
	return m
}()

// mixedToken converts p[i:end], a token with a digit or a sign that occurs in
// addresses and codes, and keeps those.
func (c *converter) mixedToken(dst, p []byte, i, end int) []byte {
	for i < end {
		// An address or code may begin after an opening quote or bracket.
		j := i
		for j < end {
			r, n := utf8.DecodeRune(p[j:end])
			if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '@' || r == '#' {
				break
			}
			j += n
		}
		dst = c.words(dst, p, i, j)
		if j == end {
			return dst
		}
		if n := c.keptLen(p[j:end]); n > 0 {
			dst = append(dst, p[j:j+n]...)
			c.sentence = false
			i = j + n
			continue
		}
		// to the next place where one may begin
		k := j
		for k < end {
			r, n := utf8.DecodeRune(p[k:end])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) && !c.isApostrophe(c.lookup(r)) {
				break
			}
			k += n
		}
		if k == j {
			_, n := utf8.DecodeRune(p[j:end])
			k = j + n
		}
		dst = c.words(dst, p, j, k)
		i = k
	}
	return dst
}

// keptLen gives the length of the address or code that t begins with, 0
// where it begins with none.
func (c *converter) keptLen(t []byte) int {
	if t[0] == '@' || t[0] == '#' { // a handle, a hashtag
		n := 1
		for n < len(t) && (t[n] >= utf8.RuneSelf || isAlnum(t[n]) || t[n] == '_') {
			r, k := utf8.DecodeRune(t[n:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' {
				break
			}
			n += k
		}
		if n > 1 {
			return n
		}
		return 0
	}
	if k := bytes.Index(t, []byte("://")); k > 0 && allAlnum(t[:k]) || bytes.HasPrefix(t, []byte("www.")) {
		return trimmedLen(t)
	}
	if k := bytes.IndexByte(t, '@'); k > 0 { // an e-mail address
		n := k + 1
		for n < len(t) && (isAlnum(t[n]) || t[n] == '.' || t[n] == '-' && !suffixFollows(t[n+1:], t[:n])) {
			n++
		}
		for n > k && (t[n-1] == '.' || t[n-1] == '-') {
			n--
		}
		if n > k+1 && !bytes.ContainsAny(t[:k], "()«»\"“”,;") {
			return n
		}
	}
	if n := nameLen(t); n > 0 {
		return n
	}
	if c.latin {
		return codeLen(t)
	}
	return 0
}

// nameLen measures a host name ("gov.kz", "kk.wikipedia.org/wiki/…") or a file
// name ("есеп.pdf"): labels joined by full stops of which the last is a known
// ending.
func nameLen(t []byte) int {
	n, dots := 0, 0
	for n < len(t) {
		r, k := utf8.DecodeRune(t[n:])
		if r == '.' {
			dots++
		} else if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && (r != '-' || dots > 0) {
			break
		}
		n += k
	}
	for n > 0 && t[n-1] == '.' {
		n--
		dots--
	}
	if dots <= 0 {
		return 0
	}
	last := bytes.LastIndexByte(t[:n], '.')
	label := t[last+1 : n]
	// The ending is small ASCII letters; a grammatical ending may follow it.
	k := 0
	for k < len(label) && (label[k] >= 'a' && label[k] <= 'z' || isDigit(label[k])) {
		k++
	}
	if !endings[string(label[:k])] || k < len(label) && label[k] < utf8.RuneSelf {
		return 0
	}
	n = last + 1 + k
	if n < len(t) && t[n] == '/' {
		return trimmedLen(t)
	}
	return n
}

// suffixFollows says whether a hyphen after a host name opens a grammatical
// ending ("info@gov.kz-ke") rather than continuing a label.
func suffixFollows(rest, host []byte) bool {
	dot := bytes.LastIndexByte(host, '.')
	return dot >= 0 && endings[string(host[dot+1:])]
}

// trimmedLen is the length of an address without the punctuation that ends
// the clause it stands in.
func trimmedLen(t []byte) int {
	n := len(t)
	for n > 0 {
		r, k := utf8.DecodeLastRune(t[:n])
		if !strings.ContainsRune(".,;:!?)»”\"'…]}>،؛؟", r) {
			break
		}
		if r == ')' && bytes.IndexByte(t[:n], '(') >= 0 {
			break
		}
		n -= k
	}
	return n
}

// codeLen measures a code in Latin letters and digits: COVID-19, A4, G20,
// F-16, ISO-9001. An ordinary word joined to a number ("2021-jylǵy") is none.
func codeLen(t []byte) int {
	n, digits, caps, smalls := 0, 0, 0, 0
	for n < len(t) {
		switch b := t[n]; {
		case isDigit(b):
			digits++
		case b >= 'A' && b <= 'Z':
			caps++
		case b >= 'a' && b <= 'z' || b >= utf8.RuneSelf:
			smalls++
		case b == '-' && n+1 < len(t) && n > 0:
			// a hyphen joins where digits and capitals meet
			next := t[n+1]
			if smalls > 0 || !(isDigit(next) && caps > 0 || next >= 'A' && next <= 'Z' && digits > 0 && onlyCaps(t[n+1:])) {
				goto done
			}
		default:
			goto done
		}
		n++
	}
done:
	if digits > 0 && caps > 0 && smalls == 0 {
		return n
	}
	return 0
}

// onlyCaps says whether the next run of letters and digits has no small ones.
func onlyCaps(t []byte) bool {
	for _, b := range t {
		if b >= 'a' && b <= 'z' || b >= utf8.RuneSelf {
			return false
		}
		if !isAlnum(b) {
			break
		}
	}
	return true
}

func isAlnum(b byte) bool {
	return isDigit(b) || b|0x20 >= 'a' && b|0x20 <= 'z'
}

func allAlnum(t []byte) bool {
	for _, b := range t {
		if !isAlnum(b) && b != '+' {
			return false
		}
	}
	return true
}

// isForeign says whether a Latin word is none of the source language: a
// brand, a word with spellings the language lacks, capitals inside a word.
func (c *converter) isForeign(w []byte, word []uint8, caps int) bool {
	if caps > 0 && caps < len(word) {
		for i := 1; i < len(word); i++ {
			if word[i] >= capBit && word[i-1] < capBit {
				return true
			}
		}
	}
	for i := 0; i+1 < len(word); i++ {
		if !c.foreignPairs[word[i]&^capBit].has(word[i+1] &^ capBit) {
			continue
		}
		for _, f := range c.foreign {
			if len(word)-i >= len(f) && sameLetters(word[i:i+len(f)], f) {
				return true
			}
		}
	}
	if len(w) > 12 {
		return false
	}
	var low [12]byte
	for i, b := range w {
		if b >= 'A' && b <= 'Z' {
			b |= 0x20
		}
		low[i] = b
	}
	return c.keep[string(low[:len(w)])]
}

func sameLetters(word, f []uint8) bool {
	for i, l := range f {
		if word[i]&^capBit != l {
			return false
		}
	}
	return true
}
