package lang

import (
	"strings"
	"unicode/utf8"
)

// Sentence is a half-open run of tokens.
type Sentence struct{ First, Last int }

// Sentences appends the sentences of the lattice to out. Every token belongs
// to exactly one sentence, in order. The pack's abbrev list says which
// abbreviations keep their full stop: its values are
//
//	never   a name or number follows: Mr.  им.  №
//	end     may end a sentence when a capital follows: т.д.  U.S.
//	number  ends one only after a number: 2016 г. Президент, but г. Алматы
func (l *Lattice) Sentences(out []Sentence) []Sentence {
	abbrev, hasAbbrev := l.Pack.FindClass("abbrev")
	keep := make(map[int]string)
	if hasAbbrev {
		for i := range l.Toks {
			if c, ok := l.Chunk(i, abbrev); ok {
				keep[int(c.End)-1] = l.Entry(c).Value
			}
		}
	}
	start := 0
	for i := 0; i < len(l.Toks); i++ {
		if i > start && l.Toks[i].Para || i > start && l.Toks[i].Break && l.lineEnds(start, i) {
			out = append(out, Sentence{start, i})
			start = i
		}
		if !l.terminal(i) {
			continue
		}
		end, strong := i+1, l.byteAt(i) != '.'
		for end < len(l.Toks) && !l.Toks[end].Para && l.Toks[end].Is(Glued) && (l.terminal(end) || l.closer(end)) {
			strong = strong || l.terminal(end) && l.byteAt(end) != '.'
			end++
		}
		if end == len(l.Toks) || !l.Toks[end].Para && !l.ends(start, i, end, strong, keep) {
			i = end - 1
			continue
		}
		out = append(out, Sentence{start, end})
		start, i = end, end-1
	}
	if start < len(l.Toks) {
		out = append(out, Sentence{start, len(l.Toks)})
	}
	return out
}

// ends decides whether the mark at i, with the marks up to end, ends the
// sentence begun at start.
func (l *Lattice) ends(start, i, end int, strong bool, keep map[int]string) bool {
	next := &l.Toks[end]
	if next.Is(Glued) {
		return false
	}
	if next.Is(Lower) || next.Is(Punct) && strings.ContainsRune(",;:)]»”", l.runeAt(end)) {
		return false
	}
	if next.Is(Punct) && strings.ContainsRune("–—-", l.runeAt(end)) {
		// A dash after a full stop goes on with a dialogue; after a closed
		// quotation the author's words follow it.
		return end > i+1 && next.Break
	}
	if strong {
		return true
	}
	switch keep[i] {
	case "never":
		return false
	case "number":
		return i >= 2 && l.Toks[i-1].Is(Word) && l.Toks[i-2].Is(Number) && next.Is(Cap)
	case "end":
		return !next.Is(Number)
	}
	if i > start && l.Toks[i].Is(Glued) {
		prev := &l.Toks[i-1]
		if prev.Is(Initial) && !l.acronym(i-1) {
			return false
		}
		if prev.Is(Number) && i-1 == start { // "1. First"
			return false
		}
	}
	return true
}

// acronym reports whether the capital at i ends a dotted acronym: U.S.
func (l *Lattice) acronym(i int) bool {
	return i >= 2 && l.Toks[i].Is(Glued) && l.byteAt(i-1) == '.' && l.Toks[i-2].Is(Initial)
}

// lineEnds reports whether the line break before token i ends a sentence
// that has no mark of its own: a heading or an item of a list.
func (l *Lattice) lineEnds(start, i int) bool {
	next := &l.Toks[i]
	if next.Is(Lower) || l.byteAt(i-1) == ',' {
		return false
	}
	from := i - 1
	for from > start && !l.Toks[from].Break {
		from--
	}
	return utf8.RuneCountInString(l.Text[l.Toks[from].Start:l.Toks[i-1].End]) < 60
}

func (l *Lattice) terminal(i int) bool {
	switch l.runeAt(i) {
	case '.', '!', '?', '…', '؟', '۔', '。':
		return true
	}
	return false
}

func (l *Lattice) closer(i int) bool {
	return strings.ContainsRune("\"'»”’)]“", l.runeAt(i))
}

func (l *Lattice) byteAt(i int) byte { return l.Text[l.Toks[i].Start] }

func (l *Lattice) runeAt(i int) rune {
	r, _ := utf8.DecodeRuneInString(l.Text[l.Toks[i].Start:])
	return r
}

// Rune gives the first character of token i, 0 beyond the text.
func (l *Lattice) Rune(i int) rune {
	if i < 0 || i >= len(l.Toks) {
		return 0
	}
	return l.runeAt(i)
}
