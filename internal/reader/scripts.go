package reader

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"shanyraq/internal/detect"
	"shanyraq/internal/read"
	"shanyraq/internal/translit"
	"shanyraq/internal/value"
)

// The packs are written in the main script of a language. A text in another
// of its scripts is converted, read, and what was found is carried back: every
// span points into the text as it was given, and every word that a statement
// repeats is taken from there, or converted back where the reader had changed
// its form.

// mainScript gives, for a language written in several scripts, the one of its
// pack.
var mainScript = map[string]string{"kk": "Cyrl"}

// converted is a text in the main script of its language, with the way back.
type converted struct {
	text, original string // original as it was given
	from, to       string // tags: as given, as converted
	marks          []mark // in order; the last is the end of both texts
}

// mark says that two places are the same: bytes and code points in the
// converted text and in the original.
type mark struct{ byte, rune, oldByte, oldRune int32 }

// inMainScript converts a text that is wholly in another script of a language
// than its pack. ok is false for every other text.
func inMainScript(text string, o Options) (c converted, ok bool) {
	base, _, _ := strings.Cut(o.Language, "-")
	if o.Language != "" && mainScript[base] == "" || !foreignScript(text) {
		return c, false
	}
	if r := detect.Detect(head(text, sample)); r.Language != "" && mainScript[r.Language] != "" && (base == "" || base == r.Language) && r.Script != mainScript[r.Language] {
		c = converted{original: text, from: alphabet(text, r.Language+"-"+r.Script), to: r.Language + "-" + mainScript[r.Language]}
	} else {
		return c, false
	}
	out, err := translit.Convert(c.from, c.to, text)
	if err != nil || out == text {
		return c, false
	}
	c.text = out
	c.align()
	return c, true
}

// recased gives a text that was written without capitals those of its language;
// nil where its script has them.
func (c *converted) recased(o Options) *repaired {
	if !strings.HasSuffix(c.from, "-Arab") {
		return nil
	}
	return recaseConverted(c.text, o)
}

// alphabets are the letters that one alphabet of a script has and the others
// lack.
var alphabets = map[string]map[rune]string{"kk-Latn": {
	'á': "kk-Latn-x-2018", 'ǵ': "kk-Latn-x-2018", 'ó': "kk-Latn-x-2018", 'ú': "kk-Latn-x-2018", 'ń': "kk-Latn-x-2018", 'ý': "kk-Latn-x-2018",
	'ï': "kk-Latn-x-aqparat", 'w': "kk-Latn-x-aqparat", 'ç': "kk-Latn-x-aqparat", 'ū': "kk-Latn",
}}

// alphabet tells which alphabet of a script a text is written in, by the
// letters that only one has.
func alphabet(text, script string) string {
	own, count := alphabets[script], map[string]int{}
	if own == nil {
		return script
	}
	best := script
	for _, r := range head(text, sample) {
		if a := own[unicode.ToLower(r)]; a != "" {
			if count[a]++; count[a] > count[best] {
				best = a
			}
		}
	}
	return best
}

// foreignScript reports, at little cost, whether hardly any letter of a text
// is Cyrillic.
func foreignScript(text string) bool {
	cyrillic, other := 0, 0
	text = head(text, 1000)
	for i, r := range text {
		switch {
		case r >= 0x400 && r < 0x530:
			if cyrillic++; cyrillic*10 >= other+len(text)-i { // however the text goes on
				return false
			}
		case r < 0x80:
			if 'a' <= r|0x20 && r|0x20 <= 'z' {
				other++
			}
		case unicode.IsLetter(r):
			other++
		}
	}
	return other > 20 && cyrillic*10 < other
}

// align finds the places where words begin and end in both texts: between
// words each mark of one text answers to one of the other. Where they do not
// run together, they meet again at the next blank.
func (c *converted) align() {
	a, b := walker{s: c.text}, walker{s: c.original}
	c.marks = append(make([]mark, 0, len(c.original)/4+2), mark{}) // of long words there are fewer
	for !a.done() && !b.done() {
		switch {
		case a.inWord() && b.inWord():
			a.word()
			b.word()
		case !a.inWord() && !b.inWord() && a.blank() == b.blank():
			a.next()
			b.next()
		default:
			a.toBlank()
			b.toBlank()
		}
		c.marks = append(c.marks, mark{int32(a.byte), int32(a.rune), int32(b.byte), int32(b.rune)})
	}
	c.marks = append(c.marks, mark{int32(len(c.text)), int32(utf8.RuneCountInString(c.text)), int32(len(c.original)), int32(utf8.RuneCountInString(c.original))})
}

// walker goes through a text by words and marks.
type walker struct {
	s          string
	byte, rune int
}

// done reports whether the walker stands behind the text.
func (w *walker) done() bool { return w.byte >= len(w.s) }

// next gives the letter the walker stands at and goes on.
func (w *walker) next() (r rune) {
	r, n := utf8.DecodeRuneInString(w.s[w.byte:])
	w.byte, w.rune = w.byte+n, w.rune+1
	return r
}

// peek gives the letter the walker stands at.
func (w *walker) peek() rune {
	r, _ := utf8.DecodeRuneInString(w.s[w.byte:])
	return r
}

// blank reports whether the walker stands at a blank.
func (w *walker) blank() bool { return unicode.IsSpace(w.peek()) }

// inWord reports whether the walker stands at a letter of a word.
func (w *walker) inWord() bool { return unicode.IsLetter(w.peek()) || unicode.IsMark(w.peek()) }

// word goes to the end of a word; an apostrophe between letters belongs to it.
func (w *walker) word() {
	for !w.done() {
		if !w.inWord() {
			after := *w
			if r := after.next(); r != '\'' && r != '’' && r != 'ʼ' && r != '`' && r != '\u200c' || after.done() || !after.inWord() {
				return
			}
		}
		w.next()
	}
}

// toBlank leads the walker to the next blank.
func (w *walker) toBlank() {
	for !w.done() && !w.blank() {
		w.next()
	}
}

// before and behind give the last mark at or before a place of the converted
// text and the first one at or behind it; by tells what places are counted in.
func (c *converted) before(at int, by func(mark) int) mark {
	i := sort.Search(len(c.marks), func(i int) bool { return by(c.marks[i]) > at })
	return c.marks[max(0, i-1)]
}

// behind gives the first mark at or behind a place, counted in bytes or in letters.
func (c *converted) behind(at int, by func(mark) int) mark {
	i := sort.Search(len(c.marks), func(i int) bool { return by(c.marks[i]) >= at })
	return c.marks[min(i, len(c.marks)-1)]
}

// inBytes counts a mark in bytes.
func inBytes(m mark) int { return int(m.byte) }

// inRunes counts a mark in letters.
func inRunes(m mark) int { return int(m.rune) }

// span gives the span of the original for one of the converted text, in code
// points, widened to whole words.
func (c *converted) span(s value.Span) value.Span {
	return value.Span{Start: int(c.before(s.Start, inRunes).oldRune), End: int(c.behind(s.End, inRunes).oldRune)}
}

// back carries a reading of the converted text over to the original.
func (c *converted) back(r read.Reading) read.Reading {
	for i := range r.Sentences {
		r.Sentences[i] = c.span(r.Sentences[i])
	}
	forms := map[string]string{} // words of the converted text, as the original has them
	for i := range r.Mentions {
		m := &r.Mentions[i]
		from, to := c.before(m.Start, inRunes), c.behind(m.End, inRunes)
		words := c.original[from.oldByte:to.oldByte]
		if c.text[from.byte:to.byte] == m.Text {
			forms[m.Text] = words
		}
		m.Text, m.Start, m.End = words, int(from.oldRune), int(to.oldRune)
	}
	form := func(s string) string {
		if f, ok := forms[s]; ok || s == "" {
			return f
		}
		f, err := translit.Convert(c.to, c.from, s)
		if err != nil {
			f = s
		}
		forms[s] = f
		return f
	}
	for i := range r.Entities {
		e := &r.Entities[i]
		e.Name = form(e.Name)
		for k := range e.Aliases {
			e.Aliases[k] = form(e.Aliases[k])
		}
	}
	for i := range r.Statements {
		st := &r.Statements[i]
		from, to := c.before(st.Evidence.Start, inRunes), c.behind(st.Evidence.End, inRunes)
		st.Evidence = value.Span{Start: int(from.oldRune), End: int(to.oldRune)}
		for _, s := range [...]*string{&st.Title, &st.Counted, &st.Text, &st.Instrument, &st.Name} {
			*s = c.words(*s, int(from.byte), int(to.byte), form)
		}
	}
	return r
}

// words gives words of the converted text as the original has them: those of
// its bytes [from, to), or else what form makes of them.
func (c *converted) words(s string, from, to int, form func(string) string) string {
	if s == "" {
		return ""
	}
	if i := strings.Index(c.text[from:to], s); i >= 0 {
		a, b := c.before(from+i, inBytes), c.behind(from+i+len(s), inBytes)
		if int(a.byte) == from+i && int(b.byte) == from+i+len(s) {
			return c.original[a.oldByte:b.oldByte]
		}
	}
	return form(s)
}
