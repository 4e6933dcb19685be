package translit

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/transform"
)

// longest is the longest paragraph that is looked at as a whole; a longer
// line is cut at white space.
const longest = 8192

// chain is a conversion of one or two steps (by way of Cyrillic).
type chain struct {
	steps []*converter
	exc   *exceptions // an editor's forms
	mid   []byte
}

// paragraph appends the conversion of p, in which exceptions stand first.
func (c *chain) paragraph(dst, p []byte) []byte {
	for _, s := range c.steps {
		s.sentence, s.shout = true, false
	}
	for c.exc != nil {
		m, ok := c.exc.find(p)
		if !ok {
			break
		}
		dst = c.convert(dst, p[:m.start])
		dst = append(dst, m.out...)
		for _, s := range c.steps {
			s.sentence, s.joined = false, m.open
		}
		p = p[m.end:]
	}
	dst = c.convert(dst, p)
	for _, s := range c.steps {
		s.joined = false
	}
	return dst
}

// convert takes text through the steps.
func (c *chain) convert(dst, p []byte) []byte {
	for _, s := range c.steps[:len(c.steps)-1] {
		c.mid = s.paragraph(c.mid[:0], p)
		p = c.mid
	}
	return c.steps[len(c.steps)-1].paragraph(dst, p)
}

// piece gives the length of the paragraph at the start of text, 0 where more
// text is needed to know. It looks at no more than longest bytes, so that the
// cuts are the same however a stream arrives.
func piece(text []byte, atEOF bool) int {
	head := text[:min(len(text), longest)]
	if n := bytes.IndexByte(head, '\n'); n >= 0 {
		return n + 1
	}
	if len(text) <= longest {
		if atEOF {
			return len(text)
		}
		return 0
	}
	if n := bytes.LastIndexAny(head, " \t"); n >= 0 {
		return n + 1
	}
	n := longest
	for n > longest-utf8.UTFMax && !utf8.RuneStart(text[n]) {
		n--
	}
	return n
}

// stream is a chain as a transform.Transformer.
type stream struct {
	chain
	in, out []byte // what waits to be converted, and to be written
	done    int    // of out
}

// Reset forgets the stream so far.
func (s *stream) Reset() { s.in, s.out, s.done = s.in[:0], s.out[:0], 0 }

// Transform implements transform.Transformer.
func (s *stream) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for {
		n := copy(dst[nDst:], s.out[s.done:])
		nDst += n
		if s.done += n; s.done < len(s.out) {
			return nDst, nSrc, transform.ErrShortDst
		}
		s.out, s.done = s.out[:0], 0
		if nSrc < len(src) { // take up to the next line end
			rest := src[nSrc:]
			take := min(len(rest), longest+1)
			if n := bytes.IndexByte(rest[:take], '\n'); n >= 0 {
				take = n + 1
			}
			s.in = append(s.in, rest[:take]...)
			nSrc += take
		}
		used := 0
		for {
			n := piece(s.in[used:], atEOF && nSrc == len(src))
			if n == 0 {
				break
			}
			s.out = s.paragraph(s.out, s.in[used:used+n])
			used += n
		}
		s.in = s.in[:copy(s.in, s.in[used:])]
		if len(s.out) == 0 && nSrc == len(src) {
			return nDst, nSrc, nil
		}
	}
}
