package lang

import (
	"strings"
	"unicode/utf8"
)

// Sentence is a half-open run of tokens.
type Sentence struct{ First, Last int }

// Sentences appends the sentences of the lattice to out. Every token belongs
// to exactly one sentence, in order. A text without marks is cut at commas, or
// anywhere, once a sentence is far longer than people write (longSentence
// tokens), so that work on one sentence stays small. The pack's abbrev list says which
// abbreviations keep their full stop; its values are
//
//	never    a name or number follows: Mr.  им.  №
//	number   ends a sentence only after a number: 2016 г. Президент, but г. Алматы
//	before   keeps its stop before a number, and ends a sentence elsewhere: No. 5
//	starter  ends one only before a word of the sentstart list: U.S.  Co.
//	end      ends one when a capital follows: т.д.  etc.
func (l *Lattice) Sentences(out []Sentence) []Sentence {
	s := splitter{l: l, keep: l.abbreviations()}
	s.starter, _ = l.Pack.FindClass("sentstart")
	s.low = l.lowered()
	for i := 0; i < len(l.Toks); i++ {
		if i > s.start && (l.Toks[i].Para || l.Toks[i].Break && s.lineEnds(i) || s.itemBegins(i) || i-s.start >= longSentence && s.overlong(i)) {
			out = s.cut(out, i)
		}
		if l.Toks[i].Para || len(out) == 0 && i == 0 {
			s.paragraph(i)
		}
		if !l.terminal(i) {
			continue
		}
		end, strong, dots := s.run(i)
		if end < len(l.Toks) && !l.Toks[end].Para && !s.ends(i, end, strong, dots) {
			i = end - 1
			continue
		}
		out = s.cut(out, end)
		i = end - 1
	}
	if s.start < len(l.Toks) {
		out = append(out, Sentence{s.start, len(l.Toks)})
	}
	return out
}

// longSentence and longestSentence bound a sentence in tokens: from the first
// on it is cut at a comma, at the second anywhere.
const longSentence, longestSentence = 400, 600

// overlong reports whether the sentence is cut before token i for its length.
func (s *splitter) overlong(i int) bool {
	if s.l.Toks[i].Is(Glued) {
		return i-s.start >= 2*longestSentence
	}
	return i-s.start >= longestSentence || strings.ContainsRune(",;:", s.l.runeAt(i-1))
}

// splitter holds what the decision at a mark depends on.
type splitter struct {
	l       *Lattice
	keep    map[int]string // token of a full stop → value of its abbreviation
	starter Class
	start   int // token that begins the sentence
	item    int // number of the list item that begins it, 0 none
	marker  string
	list    bool // the paragraph is a list of short lines without marks
	low     bool // the text has no capitals to begin sentences with
}

// abbreviations finds the full stops that belong to abbreviations.
func (l *Lattice) abbreviations() map[int]string {
	abbrev, ok := l.Pack.FindClass("abbrev")
	if !ok {
		return nil
	}
	keep := map[int]string{}
	for i := range l.Toks {
		if c, ok := l.Chunk(i, abbrev); ok {
			if _, ok := keep[int(c.End)-1]; !ok { // "т. д." before the "д." in it
				keep[int(c.End)-1] = l.Entry(c).Value
			}
		}
	}
	return keep
}

func (s *splitter) cut(out []Sentence, i int) []Sentence {
	out = append(out, Sentence{s.start, i})
	s.start = i
	s.item, s.marker = 0, ""
	if n, m, ok := s.itemAt(i); ok {
		s.item, s.marker = n, m
	}
	return out
}

// paragraph looks ahead: a paragraph of short lines without any mark at the
// end of a sentence is a list.
func (s *splitter) paragraph(i int) {
	l := s.l
	s.list = true
	lines, from := 0, i
	for k := i; k < len(l.Toks) && (k == i || !l.Toks[k].Para); k++ {
		if l.terminal(k) || k > i+400 {
			s.list = false
			break
		}
		if k > i && l.Toks[k].Break {
			lines++
			from = k
		}
		if int(l.Toks[k].End-l.Toks[from].Start) > 80 {
			s.list = false
			break
		}
	}
	s.list = s.list && lines > 0
	if n, m, ok := s.itemAt(i); ok && s.start == i {
		s.item, s.marker = n, m
	}
}

// itemAt reads the marker of a list item: "1.)", "2)", "3.", "•", "b.".
func (s *splitter) itemAt(i int) (n int, marker string, ok bool) {
	l := s.l
	if i >= len(l.Toks) {
		return 0, "", false
	}
	switch r := l.runeAt(i); {
	case r == '•' || r == '⁃' || r == '●' || r == '▪':
		return 1, string(r), true
	case l.Toks[i].Is(Number) && int(l.Toks[i].End-l.Toks[i].Start) < 4:
		for _, c := range l.Text[l.Toks[i].Start:l.Toks[i].End] {
			if c < '0' || c > '9' {
				return 0, "", false
			}
			n = n*10 + int(c-'0')
		}
	case r >= 'a' && r <= 'z' && int(l.Toks[i].End-l.Toks[i].Start) == 1:
		n = int(r-'a') + 1
		marker = "a"
	default:
		return 0, "", false
	}
	j := i + 1
	for ; j < len(l.Toks) && j < i+3 && l.Toks[j].Is(Glued) && (l.byteAt(j) == '.' || l.byteAt(j) == ')'); j++ {
		marker += string(l.byteAt(j))
	}
	return n, marker, j > i+1 && j < len(l.Toks) && !l.Toks[j].Is(Glued)
}

// itemBegins reports whether token i begins the next item of the list that
// this sentence is an item of.
func (s *splitter) itemBegins(i int) bool {
	if s.item == 0 {
		return false
	}
	n, m, ok := s.itemAt(i)
	if !ok || m != s.marker {
		return false
	}
	return n == s.item+1 || n == 1 && len(m) > 1 && m[0] > 0x7F
}

// run gives the token after a run of marks and what closes behind them,
// whether a mark other than a full stop is among them, and how many full
// stops set apart by spaces there are (. . . .).
func (s *splitter) run(i int) (end int, strong bool, dots int) {
	l := s.l
	end, strong = i+1, l.byteAt(i) != '.'
	for end < len(l.Toks) && !l.Toks[end].Para {
		glued := l.Toks[end].Is(Glued)
		switch {
		case glued && (l.terminal(end) || l.closer(end)):
			strong = strong || l.terminal(end) && l.byteAt(end) != '.'
		case !glued && l.byteAt(end) == '.' && l.byteAt(end-1) == '.':
			dots++
		default:
			return end, strong, dots
		}
		end++
	}
	return end, strong, dots
}

// ends decides whether the run of marks from i to end ends the sentence.
func (s *splitter) ends(i, end int, strong bool, dots int) bool {
	l := s.l
	next := &l.Toks[end]
	if next.Is(Glued) || i > 0 && (l.byteAt(i-1) == '[' || l.byteAt(i-1) == '(' && end < i+5) {
		return false
	}
	if dots > 0 {
		return dots >= 3 && !next.Is(Lower)
	}
	if next.Is(Lower) && !s.low && !s.careless(i, end, strong) || next.Is(Punct) && strings.ContainsRune(",;:)]»”", l.runeAt(end)) {
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
	value, abbreviated := s.keep[i]
	switch value {
	case "never":
		return false
	case "number":
		return i >= 2 && l.Toks[i-1].Is(Word) && l.Toks[i-2].Is(Number) && next.Is(Cap)
	case "before":
		return !next.Is(Number)
	case "starter":
		return s.starts(end)
	case "end":
		if i > s.start+1 && l.Toks[i-1].Is(Initial) && !l.Toks[i-1].Is(Glued) && !l.Toks[i-2].Is(Roman) && !l.Toks[i-2].Is(Number) { // В. Н. Ярцева, but XIX в.
			return s.starts(end)
		}
		// "At 5 a.m. Mr. Smith went": too little has been said for a sentence.
		return !next.Is(Number) && i-s.start > 6 && l.runeAt(end) != '('
	}
	if i == s.start || abbreviated || !l.Toks[i].Is(Glued) {
		return true
	}
	prev := &l.Toks[i-1]
	if prev.Is(Initial) || s.low && prev.Is(Word) && utf8.RuneCountInString(l.Text[prev.Start:prev.End]) == 1 {
		return s.starts(end)
	}
	if prev.Is(Number) && i-1 == s.start || l.runeAt(i-1) == '°' { // "1. First"
		return false
	}
	if s.marker != "" && i <= s.start+3 {
		return false
	}
	return true
}

// starts reports whether token i is a word that begins sentences rather than
// names.
func (s *splitter) starts(i int) bool {
	if s.l.Toks[i].Is(Punct) {
		return true
	}
	return s.starter != NoClass && s.l.Bits[i].Has(s.starter)
}

// lineEnds reports whether the line break before token i ends a sentence
// that has no mark of its own: a heading or an item of a list.
func (s *splitter) lineEnds(i int) bool {
	l := s.l
	next := &l.Toks[i]
	if s.list {
		return true
	}
	if next.Is(Lower) || l.byteAt(i-1) == ',' {
		return false
	}
	from := i - 1
	for from > s.start && !l.Toks[from].Break {
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

// lowered reports whether a text has lost its capitals: of a dozen words or
// more not one in fifty has one.
func (l *Lattice) lowered() bool {
	words, caps := 0, 0
	for i := range l.Toks {
		if t := &l.Toks[i]; t.Is(Word) {
			words++
			if t.Is(Cap) {
				caps++
			}
			if words > 1000 && caps > 20 {
				return false
			}
		}
	}
	return words >= 12 && caps*50 <= words
}

// careless reports whether a question or exclamation ends before a small
// letter, as English is typed in haste: "What a view! we came back". Behind a
// name the mark belongs to it (Yahoo! bought), behind a closing mark the
// speaker follows.
func (s *splitter) careless(i, end int, strong bool) bool {
	l := s.l
	return strong && s.starter != NoClass && end == i+1 && i > s.start+1 && l.Toks[i].Is(Glued) && l.Toks[i-1].Is(Lower) && l.byteAt(i) != '.' && l.runeAt(i) != '…'
}
