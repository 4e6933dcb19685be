package translit

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// converter is one scheme at work on one stream. It is not safe for use by
// two goroutines.
type converter struct {
	*scheme
	word     []uint8 // letters of the current word between two edges
	starts   []int32 // byte offset of each letter in the word, and its end
	sentence bool    // the next word opens a sentence
	shout    bool    // the last word of some length was in capitals
	joined   bool    // the next word is the ending of one already written
}

func newConverter(s *scheme) *converter {
	s.once.Do(func() {
		if s.lexiconFile == "" {
			return
		}
		t, err := s.readLexicon(s.lexiconFile)
		if err != nil {
			panic("translit: " + err.Error()) // the file is part of the program
		}
		s.lexicon = t
	})
	return &converter{scheme: s, sentence: true}
}

// byte classes that make a token worth a closer look
var special = func() (t [256]bool) {
	for _, b := range []byte("0123456789@#:/\\_.") {
		t[b] = true
	}
	return
}()

// paragraph appends the conversion of a paragraph to dst.
func (c *converter) paragraph(dst, p []byte) []byte {
	from := 0
	for _, keep := range c.foreignParts(p) {
		dst = c.tokens(dst, p[from:keep.start])
		dst = append(dst, p[keep.start:keep.end]...)
		from = keep.end
	}
	return c.tokens(dst, p[from:])
}

// tokens converts text token by token; a token ends at white space.
func (c *converter) tokens(dst, p []byte) []byte {
	for i := 0; i < len(p); {
		j, look := i, false
		for j < len(p) && p[j] > ' ' {
			look = look || special[p[j]]
			j++
		}
		if j > i {
			if look {
				dst = c.mixedToken(dst, p, i, j)
			} else {
				dst = c.words(dst, p, i, j)
			}
		}
		for i = j; i < len(p) && p[i] <= ' '; i++ {
			dst = append(dst, p[i])
		}
	}
	return dst
}

// words converts p[i:end], in which nothing is an address or a code.
func (c *converter) words(dst, p []byte, i, end int) []byte {
	for i < end {
		b := p[i]
		if b < utf8.RuneSelf && c.direct[b] == 0 {
			dst = c.mark(dst, p, i)
			i++
			continue
		}
		r, n := rune(b), 1
		if b >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(p[i:end])
		}
		l := c.lookup(r)
		if l == 0 || c.isApostrophe(l) {
			if out, ok := c.punct[r]; ok {
				dst = append(dst, out...)
			} else {
				dst = append(dst, p[i:i+n]...)
			}
			i += n
			continue
		}
		j := c.gather(p, i, end)
		dst = c.emit(dst, p, i, j)
		i = j
	}
	return dst
}

// mark writes one ASCII character that is no letter. Punctuation between
// digits belongs to the number.
func (c *converter) mark(dst, p []byte, i int) []byte {
	b := p[i]
	if b == '.' || b == '!' || b == '?' {
		c.sentence = true
	}
	out := c.punctB[b&0x7f]
	if out == "" || i > 0 && i+1 < len(p) && isDigit(p[i-1]) && isDigit(p[i+1]) {
		return append(dst, b)
	}
	return append(dst, out...)
}

func isDigit(b byte) bool { return b-'0' < 10 }

func (c *converter) lookup(r rune) uint8 {
	if int(r) < len(c.direct) {
		return c.direct[r]
	}
	if l := c.beyond[r]; l != 0 {
		return l
	}
	if unicode.IsLetter(r) {
		return alien
	}
	return 0
}

func (c *converter) isApostrophe(l uint8) bool {
	return c.aposLet[0] != 0 && (l == c.aposLet[0] || l == c.aposLet[1])
}

// gather reads the word that starts at i into c.word and c.starts and gives
// its end.
func (c *converter) gather(p []byte, i, end int) int {
	start := i
	c.word = append(c.word[:0], edge)
	c.starts = c.starts[:0]
	for i < end {
		b := p[i]
		var r rune
		n := 1
		switch {
		case b < utf8.RuneSelf:
			r = rune(b)
		case b < 0xe0 && i+1 < end && b >= 0xc2:
			r, n = rune(b&0x1f)<<6|rune(p[i+1]&0x3f), 2
		default:
			r, n = utf8.DecodeRune(p[i:end])
		}
		l := c.lookup(r)
		if l == 0 {
			if !unicode.Is(unicode.Mn, r) {
				break
			}
			l = alien
		}
		if c.isApostrophe(l) {
			last := c.word[len(c.word)-1] &^ capBit
			quoted := start > 0 && !isDigit(p[start-1]) && p[start-1] > ' ' && p[start-1] != '-' && p[start-1] != '('
			switch next, _ := utf8.DecodeRune(p[i+n : end]); {
			case c.apos.has(last) && (!quoted || unicode.IsLetter(next)):
				l = c.aposLet[0]
			case unicode.IsLetter(next):
				l = c.aposLet[1]
			default:
				l = 0
			}
			if l == 0 {
				break
			}
		}
		c.word = append(c.word, l)
		c.starts = append(c.starts, int32(i))
		i += n
	}
	c.starts = append(c.starts, int32(i))
	c.word = append(c.word, edge)
	return i
}

// emit appends the conversion of the gathered word, which is p[i:j].
func (c *converter) emit(dst, p []byte, i, j int) []byte {
	aliens := 0
	for _, l := range c.word {
		if l == alien {
			aliens++
		}
	}
	switch {
	case aliens == len(c.word)-2:
		return append(dst, p[i:j]...)
	case aliens > 0:
		return c.mixedWord(dst, p[i:j])
	}
	whole := !c.joined
	if c.joined {
		c.word[0], c.joined = alien, false
	}
	return c.convert(dst, p, i, whole)
}

// convert writes the gathered word by lexicon and rules. p and i give the
// source for what is kept as it is; whole is false for the ending that
// follows an exception.
func (c *converter) convert(dst, p []byte, i int, whole bool) []byte {
	word := c.word
	n := len(word) - 2
	if n == 0 {
		return dst
	}
	end := int(c.starts[n])
	caps := 0
	for _, l := range word[1 : n+1] {
		if l >= capBit {
			caps++
		}
	}
	allCaps := caps == n && (n > 1 || c.shout)
	if whole {
		if out, ok := c.asRoman(word[1:n+1], caps); ok {
			return append(dst, out...)
		}
		if c.latin && c.isForeign(p[i:end], word[1:n+1], caps) {
			c.sentence = false
			return append(dst, p[i:end]...)
		}
	}
	if n > 1 {
		c.shout = caps == n
	}
	flags := c.flagsOf(word[1 : n+1])
	if c.beforeF > 0 && flags>>(c.beforeF-1)&1 == 1 {
		dst = append(dst, c.before...)
	}
	if c.sign != 0 && word[1] == c.sign { // the flags have it
		word = word[1:]
		word[0] = edge
		n--
	}
	from := len(dst)
	k := 1
	if c.lexicon != nil && whole {
		if e, m := c.lexicon.match(word[1:n+1], caps > 0 || c.unicase, c.vowels); m > 0 {
			form := small
			switch {
			case allCaps && n > 1:
				form = capital
			case word[1] >= capBit:
				form = title
			}
			dst = append(dst, e.forms[form]...)
			k += m
		}
	}
	for k <= n {
		l := word[k]
		id := l &^ capBit
		var out *[3]string
		m := 1
		if out = c.plain[id]; out == nil {
			r := c.pick(word, k, flags)
			if r == nil { // a letter alone that only has a value together with others: c in sh, ch
				return append(dst[:from], p[i:end]...)
			}
			out, m = &r.out, 1+len(r.rest)
		}
		switch {
		case l < capBit:
			dst = append(dst, out[small]...)
		case allCaps || k+m <= n && word[k+m] >= capBit || k+m > n && k > 1 && word[k-1] >= capBit:
			dst = append(dst, out[capital]...)
		default:
			dst = append(dst, out[title]...)
		}
		k += m
	}
	if c.unicase && c.sentence && whole {
		dst = c.raise(dst, from)
	}
	c.sentence = false
	return dst
}

// flagsOf gives the properties of a word, bit by bit.
func (c *converter) flagsOf(word []uint8) (flags uint64) {
	if len(c.flags) == 0 {
		return 0
	}
	for _, end := range c.unsaid {
		if n := len(word) - len(end); n > 2 && slices.Equal(word[n:], end) {
			word = word[:n]
		}
	}
	var st set
	for _, l := range word {
		st.add(l &^ capBit)
	}
	for k, f := range c.flags {
		if st.meets(f.any) && !st.meets(f.none) {
			flags |= 1 << k
		}
	}
	return flags
}

// pick finds the rule for the letters at k.
func (c *converter) pick(word []uint8, k int, flags uint64) *rule {
next:
	for i := range c.rules[word[k]&^capBit] {
		r := &c.rules[word[k]&^capBit][i]
		end := k + 1 + len(r.rest)
		if end >= len(word) {
			continue
		}
		for j, l := range r.rest {
			if word[k+1+j]&^capBit != l {
				continue next
			}
		}
		for j, st := range r.left {
			if k-1-j < 0 || !st.has(word[k-1-j]&^capBit) {
				continue next
			}
		}
		for j, st := range r.right {
			if end+j >= len(word) || !st.has(word[end+j]&^capBit) {
				continue next
			}
		}
		if r.flag > 0 && flags>>(r.flag-1)&1 == 0 || r.flag < 0 && flags>>(-r.flag-1)&1 == 1 {
			continue
		}
		return r
	}
	return nil
}

// raise makes the first letter after dst[from] a capital.
func (c *converter) raise(dst []byte, from int) []byte {
	r, n := utf8.DecodeRune(dst[from:])
	if n == 0 {
		return dst
	}
	up := c.toUpper(r)
	if utf8.RuneLen(up) == n {
		utf8.EncodeRune(dst[from:], up)
	}
	return dst
}

// mixedWord converts a word with letters of two scripts. Decomposed letters
// are composed first; look-alikes of the other script count as what they look
// like; what is foreign by then stays.
func (c *converter) mixedWord(dst, w []byte) []byte {
	if !norm.NFC.IsNormal(w) {
		return c.words(dst, norm.NFC.Bytes(w), 0, len(norm.NFC.Bytes(w)))
	}
	if out, ok := c.homoglyphRoman(w); ok {
		return append(dst, out...)
	}
	if fixed, ok := c.unmask(w); ok {
		return c.words(dst, fixed, 0, len(fixed))
	}
	if c.latin {
		return append(dst, w...)
	}
	for i := 0; i < len(w); { // runs of letters of one script
		r, n := utf8.DecodeRune(w[i:])
		j := i + n
		isAlien := c.lookup(r) == alien || c.lookup(r) == 0
		for j < len(w) {
			r, n := utf8.DecodeRune(w[j:])
			l := c.lookup(r)
			if (l == alien || l == 0) != isAlien {
				break
			}
			j += n
		}
		if isAlien {
			dst = append(dst, w[i:j]...)
		} else {
			c.gather(w, i, j)
			dst = c.convert(dst, w, i, true)
		}
		i = j
	}
	return dst
}
