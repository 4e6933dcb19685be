package article

import (
	"slices"
	"strings"
	"unicode"
)

// maxWraps is how many inline elements may stand in each other.
const maxWraps = 16

// push adds an inline element to a stack, in canonical form: a link is never
// inside a link, an element that says nothing new is left out.
func push(stack []wrap, w wrap) []wrap {
	if w.tag == "span" && w.attrs == (attrs{}) || len(stack) >= maxWraps {
		return stack
	}
	nests := w.tag == "q" || w.tag == "sub" || w.tag == "sup"
	out := make([]wrap, 0, len(stack)+1)
	for _, have := range stack {
		switch {
		case nests:
		case have == w:
			return stack
		case have.tag == "a" && w.tag == "a":
			continue // the inner link is the one a reader would follow
		case have.tag == w.tag && w.attrs == (attrs{}):
			return stack
		}
		out = append(out, have)
	}
	if w.tag == "small" { // a credit stands directly in its caption
		return append([]wrap{w}, out...)
	}
	return append(out, w)
}

// isSpace reports HTML white space, which a browser shows as one space. It is
// ASCII only: a no-break space is a character the author chose.
func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }

// tidy brings runs to canonical form: one space where white space stood, none
// at the borders of the paragraph or of a line, neighbours under the same
// elements joined, nothing empty.
func tidy(in []run) []run {
	out := make([]run, 0, len(in))
	space := true // a space here would be at the beginning of a line
	trim := func() {
		for len(out) > 0 && !out[len(out)-1].brk {
			last := &out[len(out)-1]
			if last.text = strings.TrimSuffix(last.text, " "); last.text != "" {
				return
			}
			out = out[:len(out)-1]
		}
	}
	for _, r := range in {
		if r.brk {
			trim()
			out = append(out, run{brk: true})
			space = true
			continue
		}
		var text string
		text, space = collapse(r.text, space)
		if text == "" {
			continue
		}
		if n := len(out); n > 0 && !out[n-1].brk && slices.Equal(out[n-1].wraps, r.wraps) {
			out[n-1].text += text
		} else {
			out = append(out, run{text: text, wraps: r.wraps})
		}
	}
	trim()
	for len(out) > 0 && out[len(out)-1].brk {
		out = out[:len(out)-1]
		trim()
	}
	i := 0
	for i < len(out) && out[i].brk {
		i++
	}
	return out[i:]
}

// collapse makes one space of each run of white space; after says that a
// space stood before s, and the answer whether one stands at its end.
func collapse(s string, after bool) (string, bool) {
	var b strings.Builder
	from := 0 // s[from:i] is to be kept as it is
	for i := range len(s) {
		if !isSpace(s[i]) {
			after = false
			continue
		}
		if after || s[i] != ' ' {
			b.WriteString(s[from:i])
			if !after {
				b.WriteByte(' ')
			}
			from = i + 1
		}
		after = true
	}
	if from == 0 {
		return s, after
	}
	b.WriteString(s[from:])
	return b.String(), after
}

// paragraphs cuts runs at two or more line breaks in a row, which authors of
// many systems mean as a new paragraph; where cut is false the breaks are
// made one.
func paragraphs(runs []run, cut bool) (out [][]run) {
	var cur []run
	for i := 0; i < len(runs); i++ {
		if !runs[i].brk {
			cur = append(cur, runs[i])
			continue
		}
		n := i
		for n < len(runs) && runs[n].brk {
			n++
		}
		if n-i > 1 && cut {
			out = append(out, cur)
			cur = nil
		} else {
			cur = append(cur, run{brk: true})
		}
		i = n - 1
	}
	if len(cur) > 0 {
		out = append(out, cur)
	}
	return out
}

// blank reports whether runs show nothing: white space of any kind only.
func blank(runs []run) bool {
	for _, r := range runs {
		for _, c := range r.text {
			if !unicode.IsSpace(c) && c != '\u200b' && c != '\ufeff' {
				return false
			}
		}
	}
	return true
}

// all reports whether every run stands under an element.
func all(runs []run, tag string) bool {
	for _, r := range runs {
		if !r.brk && !under(r, tag) {
			return false
		}
	}
	return len(runs) > 0
}

func under(r run, tag string) bool {
	return slices.ContainsFunc(r.wraps, func(w wrap) bool { return w.tag == tag })
}

// without takes an element away and keeps the words under it.
func without(runs []run, tag string) []run {
	out := make([]run, len(runs))
	for i, r := range runs {
		if under(r, tag) {
			r.wraps = slices.DeleteFunc(slices.Clone(r.wraps), func(w wrap) bool { return w.tag == tag })
		}
		out[i] = r
	}
	return tidy(out)
}
