package site

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/text/unicode/bidi"
)

// A text in Arabic letters holds numbers and names in other letters. The
// Unicode Bidirectional Algorithm (UAX #9) puts most of them right; what it
// cannot know is said to it with marks, which are no letters: that the digits
// of a number with a space in it belong together, that a telephone number
// begins at its plus, that two names with a comma between them are two.

const (
	leftToRight = "\u200e" // LRM
	rightToLeft = "\u200f" // RLM
)

var (
	thousands = regexp.MustCompile(`\b\d{1,3}(?: \d{3})+\b`)
	// A sign or a bracket before digits is neutral: it would go to their right.
	signed = regexp.MustCompile(`(^|[\s«“(])([+−-]\d|\(\d{2,5}\)[ -]?\d)`)
	// The stroke at the end of an address likewise.
	stroke = regexp.MustCompile(`(://\S*/)($|[\s،؛؟)»])`)
)

// rtlMarks gives a text that is shown from right to left with marks where the
// order of its parts would else be lost. Years joined by a dash run with the
// text, as Arabic typography has them.
func rtlMarks(s string) string {
	if !strings.ContainsAny(s, "0123456789/،؛؟") {
		return s
	}
	s = thousands.ReplaceAllStringFunc(s, func(n string) string { return strings.ReplaceAll(n, " ", "\u00a0") })
	s = signed.ReplaceAllString(s, "${1}"+leftToRight+"${2}")
	s = stroke.ReplaceAllString(s, "${1}"+leftToRight+"${2}")
	return partNames(s)
}

// partNames puts a mark behind the punctuation that stands between two names
// in letters that run from left to right: without it both are one run, in
// which the second stands behind the first and the comma upside down.
func partNames(s string) string {
	var b strings.Builder
	from := 0
	for i, r := range s {
		if r != '،' && r != '؛' && r != '؟' {
			continue
		}
		i += utf8.RuneLen(r)
		if lastStrong(s[:i]) == bidi.L && firstStrong(s[i:]) == bidi.L {
			b.WriteString(s[from:i] + rightToLeft)
			from = i
		}
	}
	if from == 0 {
		return s
	}
	b.WriteString(s[from:])
	return b.String()
}

// strong gives the direction of a letter; ok is false for what takes that of
// its surroundings.
func strong(r rune) (c bidi.Class, ok bool) {
	if r < utf8.RuneSelf && !unicode.IsLetter(r) {
		return 0, false
	}
	p, _ := bidi.LookupRune(r)
	switch p.Class() {
	case bidi.L:
		return bidi.L, true
	case bidi.R, bidi.AL:
		return bidi.R, true
	}
	return 0, false
}

func firstStrong(s string) bidi.Class {
	for _, r := range s {
		if c, ok := strong(r); ok {
			return c
		}
	}
	return bidi.ON
}

func lastStrong(s string) bidi.Class {
	for len(s) > 0 {
		r, n := utf8.DecodeLastRuneInString(s)
		if c, ok := strong(r); ok {
			return c
		}
		s = s[:len(s)-n]
	}
	return bidi.ON
}

// directions are the directions of the letters in a stretch of text.
type directions struct{ left, right bool }

func (d *directions) read(s string) {
	for _, r := range s {
		switch c, ok := strong(r); {
		case !ok:
		case c == bidi.L:
			d.left = true
		default:
			d.right = true
		}
	}
}

// blocks are the elements whose text has a direction of its own.
var blocks = map[string]bool{"p": true, "li": true, "blockquote": true, "h2": true, "h3": true, "h4": true, "td": true, "th": true, "dt": true, "dd": true, "figcaption": true, "caption": true}

// block is an open block of a body: where its start tag ends, and what its
// text was so far.
type block struct {
	name string
	at   int // of the ">" in what was written
	directions
}

// blockStack follows the blocks of a body that is shown from right to left;
// nil follows none.
type blockStack []block

// open notes a start tag that was just written.
func (b *blockStack) open(t html.Token, out *bytes.Buffer) {
	if b != nil && blocks[t.Data] && !hasAttr(t, "dir") {
		*b = append(*b, block{name: t.Data, at: out.Len() - 1})
	}
}

func (b *blockStack) text(s string) {
	if b != nil && len(*b) > 0 {
		(*b)[len(*b)-1].read(s)
	}
}

// shut gives the block that ends, which is all in letters that run from left
// to right, its direction.
func (b *blockStack) shut(name string, out *bytes.Buffer) {
	if b == nil || len(*b) == 0 || (*b)[len(*b)-1].name != name {
		return
	}
	last := (*b)[len(*b)-1]
	if *b = (*b)[:len(*b)-1]; len(*b) > 0 {
		around := &(*b)[len(*b)-1]
		around.left, around.right = around.left || last.left, around.right || last.right
	}
	if last.left && !last.right {
		rest := append([]byte(` dir="ltr"`), out.Bytes()[last.at:]...)
		out.Truncate(last.at)
		out.Write(rest)
	}
}

// fromRight are the languages whose letters run from right to left.
var fromRight = map[string]bool{"ar": true, "fa": true, "ug": true, "ur": true, "ps": true, "ckb": true, "he": true, "yi": true, "sd": true, "dv": true}

// directionOf gives the direction of an element in another language, or of
// code.
func directionOf(t html.Token) string {
	for _, a := range t.Attr {
		if a.Key == "lang" {
			return directionOfLanguage(a.Val)
		}
	}
	return "ltr"
}

func directionOfLanguage(tag string) string {
	language, rest, _ := strings.Cut(tag, "-")
	script, _, _ := strings.Cut(rest, "-")
	if len(script) == 4 {
		if script == "Arab" || script == "Hebr" {
			return "rtl"
		}
		return "ltr"
	}
	if fromRight[language] {
		return "rtl"
	}
	return "ltr"
}

func hasAttr(t html.Token, key string) bool {
	for _, a := range t.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}
