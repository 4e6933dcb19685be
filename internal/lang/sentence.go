package lang

import (
	"strings"
	"unicode"
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
//	money    ends one when a capital follows that begins no name of a state: долл. США
//	before   keeps its stop before a number, and ends a sentence elsewhere: No. 5
//	starter  ends one only before a word of the sentstart or sentword list: U.S.  Co.
//	end      ends one when a capital follows: т.д.  etc.
//	hour     the same, but not before a word of the afterhour list: 5 p.m. Monday
func (l *Lattice) Sentences(out []Sentence) []Sentence {
	s := splitter{l: l, keep: l.abbreviations()}
	s.starter, _ = l.Pack.FindClass("sentstart")
	s.word, _ = l.Pack.FindClass("sentword")
	s.dated, _ = l.Pack.FindClass("sentdate")
	s.day, _ = l.Pack.FindClass("afterhour")
	s.opener, s.hasty = l.Pack.FindClass("sentopen")
	if s.hasty {
		s.letters, s.inLetters = l.Pack.letterWords()
	}
	s.low = l.lowered()
	for i := 0; i < len(l.Toks); i++ {
		t := &l.Toks[i]
		if t.shape&(1<<Word|1<<Cap) == 1<<Word && i > s.start && !t.Break && !t.Para && s.item == 0 && i-s.start < longSentence {
			continue // a word in small letters inside a line decides nothing
		}
		if i > s.start && (t.Para || t.Break && s.lineEnds(i) || s.item != 0 && s.itemBegins(i) || i-s.start >= longSentence && s.overlong(i)) {
			out = s.cut(out, i)
		}
		if t.Para || len(out) == 0 && i == 0 {
			s.paragraph(i)
		}
		if i == s.start {
			if end := s.rule(i); end > 0 {
				out = s.cut(out, end)
				i = end - 1
				continue
			}
		}
		if s.hasty && t.shape&(1<<Cap|1<<Number) != 0 && !t.Is(Glued) && (s.unmarked(i) || s.inLetters && s.letterLine(i)) {
			out = s.cut(out, i)
		}
		if !t.Is(Punct) {
			continue
		}
		if !l.terminal(i) {
			if end := s.face(i); end > 0 && end < len(l.Toks) && !l.Is(end, Punct) && !s.list {
				out = s.cut(out, end)
				i = end - 1
			}
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

// labelTokens is how many tokens a label in bold type has at most, which what it
// labels follows in the same sentence.
const labelTokens = 12

// overlong reports whether the sentence is cut before token i for its length.
func (s *splitter) overlong(i int) bool {
	if s.l.Is(i, Glued) {
		return i-s.start >= 2*longestSentence
	}
	return i-s.start >= longestSentence || strings.ContainsRune(",;:", s.l.runeAt(i-1))
}

// splitter holds what the decision at a mark depends on.
type splitter struct {
	l       *Lattice
	keep    map[int]string // token of a full stop → value of its abbreviation
	starter Class
	word    Class // words that begin sentences and no names
	dated   Class // words before a date at the beginning of a sentence
	day     Class // days and zones that go on behind an hour
	opener  Class // words that open a sentence though no mark is before them
	hasty   bool  // the pack has such words: text typed in haste is expected
	letters letterWords
	// inLetters says that the pack has the words that letters are told by.
	inLetters bool
	start     int // token that begins the sentence
	before    int // token that began the one before
	item      int // number of the list item that begins it, 0 none
	marker    string
	list      bool // the paragraph is a list of short lines without marks
	// wrapped is -1 where lines are as long as their paragraphs, so that a line
	// break is one of its writer's, 1 where not, 0 as long as nobody has asked.
	wrapped int8
	low     bool // the text has no capitals to begin sentences with
}

// abbreviations finds the full stops that belong to abbreviations.
func (l *Lattice) abbreviations() map[int]string {
	abbrev, ok := l.Pack.FindClass("abbrev")
	if !ok {
		return nil
	}
	var keep map[int]string
	word, bit := abbrev>>6, uint64(1)<<(abbrev&63)
	for i := range l.Bits {
		if l.Bits[i][word]&bit == 0 { // nearly all
			continue
		}
		c := l.chunkOf(i, abbrev)
		if keep == nil {
			keep = map[int]string{}
		}
		if _, ok := keep[int(c.End)-1]; !ok { // "т. д." before the "д." in it
			keep[int(c.End)-1] = l.Entry(c).Value
		}
	}
	return keep
}

func (s *splitter) cut(out []Sentence, i int) []Sentence {
	out = append(out, Sentence{s.start, i})
	s.before, s.start = s.start, i
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
	case l.Is(i, Number) && int(l.Toks[i].End-l.Toks[i].Start) < 4:
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
	for ; j < len(l.Toks) && j < i+3 && l.Is(j, Glued) && (l.byteAt(j) == '.' || l.byteAt(j) == ')'); j++ {
		marker += string(l.byteAt(j))
	}
	return n, marker, j > i+1 && j < len(l.Toks) && !l.Is(j, Glued)
}

// itemBegins reports whether token i begins the next item of the list that
// this sentence, which has a number, is an item of.
func (s *splitter) itemBegins(i int) bool {
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
		glued := l.Is(end, Glued)
		switch {
		case glued && (l.terminal(end) || l.closer(end)):
			strong = strong || l.terminal(end) && l.byteAt(end) != '.'
		case !glued && l.byteAt(end) == '.' && l.byteAt(end-1) == '.':
			dots++
		case end+1 < len(l.Toks) && strong && s.twoStrokes(end):
			end++
		default:
			if f := s.face(end); f > 0 { // it smiles at what was said
				return f, true, dots
			}
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
	if next.Is(Glued) {
		return s.unspaced(i, end)
	}
	if l.byteAt(end-1) == '*' && !strong && end-s.start <= labelTokens { // **May 2014.** Ghana signed a treaty
		return false
	}
	if i > 0 && (l.byteAt(i-1) == '[' || l.byteAt(i-1) == '(' && end < i+5) {
		return false
	}
	if dots > 0 {
		return dots >= 3 && !next.Is(Lower)
	}
	if next.Is(Lower) && !s.low && !s.careless(i, end, strong) && !s.smallBehind(i, end) || next.Is(Punct) && strings.ContainsRune(",;:)]»”", l.runeAt(end)) {
		return false
	}
	if next.Is(Punct) && strings.ContainsRune("–—-", l.runeAt(end)) {
		if !s.hasty && (strong && s.answers(end) || s.saidAloud(i, end)) {
			return true
		}
		// A dash after a full stop goes on with a dialogue; after a closed
		// quotation the author's words follow it.
		return end > i+1 && next.Break || s.dashItem(i, end)
	}
	if i == s.start && next.Is(Word) && (l.runeAt(i) == '…' || l.byteAt(i) == '.' && end > i+1) { // "... and so on"
		return false
	}
	if strong {
		return s.hasty || !s.insideTitle(i, end)
	}
	if !s.hasty && s.shortTitle(i, end) {
		return false
	}
	value, abbreviated := s.keep[i]
	if value == "never" && strings.HasSuffix(l.Text[:l.Toks[i-1].End], "кВ") {
		value, abbreviated = "", false // 10 кВ
	}
	if abbreviated && i > s.start+1 && l.Is(i-1, Glued) && l.byteAt(i-2) == '/' {
		return true // 40 м/с. Вид
	}
	if end > i+2 && l.byteAt(end-1) == '.' && l.closer(end-2) {
		return true // "(1958 ж.)."
	}
	if value != "" && s.species(end) {
		return false
	}
	if abbreviated && next.Is(Punct) && value != "hour" && unicode.Is(unicode.Sc, l.runeAt(end)) && !(end+1 < len(l.Toks) && l.Is(end+1, Number) && l.Is(end+1, Glued)) {
		return false // 12 тыс. ₽
	}
	switch value {
	case "never": // the letter С of "витамин С." is no village
		return i > s.start && l.Is(i-1, Initial) && l.Is(i-1, Cyrillic) && !next.Is(Punct) && s.starts(end)
	case "number":
		if l.Is(i-1, Initial) { // С. Иванов; витамин С.
			return i > s.start && l.Is(i-1, Cyrillic) && !next.Is(Punct) && s.starts(end)
		}
		return i >= 2 && l.Is(i-1, Word) && (s.numberEnds(i-2) || s.scaledEnds(i-2)) && next.Is(Cap) && !s.onlyDate(i)
	case "before":
		return !next.Is(Number) && (s.hasty || !next.Is(Upper) || next.Is(Initial)) // Қаз. КСР
	case "starter":
		return l.byteAt(end) != '(' && s.starts(end)
	case "money":
		return !next.Is(Number) && (!next.Is(Upper) || s.starts(end))
	case "end", "hour":
		if value == "hour" && s.day != NoClass && l.Bits[end].Has(s.day) {
			return false
		}
		if i > s.start+1 && l.Is(i-1, Initial) && (!l.Is(i-1, Glued) || s.initials(i)) && !l.Is(i-2, Roman) && !l.Is(i-2, Number) { // В. Н. Ярцева, А.В. Егоров, but XIX в.
			return s.starts(end)
		}
		// "At 5 a.m. Mr. Smith went": too little has been said for a sentence.
		short := 6
		if !s.hasty {
			short = 2
		}
		return !next.Is(Number) && (s.hasty || !next.Is(Roman)) && i-s.start > short && l.runeAt(end) != '(' && !s.onlyDate(i)
	}
	if i == s.start || abbreviated || !l.Is(i, Glued) {
		return true
	}
	prev := &l.Toks[i-1]
	if s.foreignName(i, end) {
		return false
	}
	if prev.Is(Initial) && !s.reign(i) && !(i > s.start+1 && l.runeAt(i-2) == '°') || s.low && prev.Is(Word) && utf8.RuneCountInString(l.Text[prev.Start:prev.End]) == 1 {
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

// scaledEnds reports whether a number with a word of its scale, cut short or not,
// ends with token i: 242 млн. т. Добыча.
func (s *splitter) scaledEnds(i int) bool {
	if i > 0 && s.keep[i] == "end" {
		i--
	}
	return i > 0 && s.l.Is(i, Lower) && s.l.Is(i-1, Number)
}

// numberEnds reports whether a number, or one with its ending (1945-м), ends
// with token i.
func (s *splitter) numberEnds(i int) bool {
	t := s.l.Toks
	return t[i].Is(Number) || t[i].Is(Roman) || i >= 2 && t[i].Is(Lower) && t[i].Is(Glued) && t[i-1].Is(Glued) && s.l.byteAt(i-1) == '-' && t[i-2].Is(Number)
}

// initials reports whether the letter before the full stop i is glued to another
// with its own: А.В.
func (s *splitter) initials(i int) bool {
	return !s.hasty && i >= s.start+3 && s.l.byteAt(i-2) == '.' && s.l.Is(i-3, Initial) && s.l.Is(i-1, Cap)
}

// reign reports whether the letter before the full stop i is a Roman number
// behind a name, in a text of other letters: Екатерина I. Власть.
func (s *splitter) reign(i int) bool {
	l := s.l
	return !s.hasty && i-2 >= s.start && l.Is(i-1, Roman) && l.Is(i-1, Latin) && l.Is(i-2, Cyrillic) && l.Is(i-2, Cap) && !l.Is(i-2, Initial)
}

// species reports whether token i is the letter that stands for a genus before
// a species: "в т. ч. L. sativa".
func (s *splitter) species(i int) bool {
	t := s.l.Toks
	return i+2 < len(t) && t[i].Is(Initial) && t[i].Is(Latin) && t[i+1].Is(Glued) && s.l.byteAt(i+1) == '.' && t[i+2].Is(Lower) && t[i+2].Is(Latin) && !t[i+2].Is(Glued)
}

// twoStrokes reports whether two apostrophes at token i close, behind a blank,
// what two strokes opened in the sentence: “Кто там? ”
func (s *splitter) twoStrokes(i int) bool {
	l := s.l
	if l.byteAt(i) != '\'' || l.byteAt(i+1) != '\'' || !l.Is(i+1, Glued) || i+2 < len(l.Toks) && l.Is(i+2, Glued) && !l.Is(i+2, Punct) {
		return false
	}
	for k := i - 1; k > s.start; k-- {
		if l.byteAt(k) == '`' && l.byteAt(k-1) == '`' {
			return true
		}
		if l.byteAt(k) == '\'' && l.byteAt(k-1) == '\'' {
			return false
		}
	}
	return false
}

// foreignName reports whether the full stop stands inside a name of Latin
// letters in a text of others: Warner Bros. Records, Dr. Dre.
func (s *splitter) foreignName(i, end int) bool {
	prev, next := &s.l.Toks[i-1], &s.l.Toks[end]
	return !s.hasty && prev.Is(Latin) && prev.Is(Cap) && !prev.Is(Upper) && prev.End-prev.Start <= 4 && next.Is(Latin) && next.Is(Cap)
}

// starts reports whether token i is a word that begins sentences rather than
// names.
func (s *splitter) starts(i int) bool {
	if s.l.Is(i, Punct) {
		return true
	}
	return s.starter != NoClass && s.l.Bits[i].Has(s.starter) || s.word != NoClass && s.l.Bits[i].Has(s.word)
}

// onlyDate reports whether all that the sentence has said before the full stop
// i of an abbreviation is when: "В 1990 г. Иванов", "В начале XX в. Киев".
func (s *splitter) onlyDate(i int) bool {
	l := s.l
	if s.dated == NoClass || i-s.start > 7 || !l.Bits[s.start].Has(s.dated) {
		return false
	}
	for k := s.start + 1; k < i-1; k++ {
		if t := &l.Toks[k]; !t.Is(Number) && !t.Is(Roman) && !t.Is(Punct) && !l.Bits[k].Has(s.dated) && !(t.Is(Glued) && t.Is(Lower)) {
			return false
		}
	}
	return true
}

func (l *Lattice) terminal(i int) bool {
	switch l.runeAt(i) {
	case '.', '!', '?', '…', '؟', '۔', '。':
		return true
	}
	return false
}

func (l *Lattice) closer(i int) bool {
	return strings.ContainsRune("\"'»”’)]“*", l.runeAt(i))
}

func (l *Lattice) byteAt(i int) byte { return l.Text[l.Toks[i].Start] }

func (l *Lattice) runeAt(i int) rune { return l.Toks[i].first }

// Rune gives the first character of token i, 0 beyond the text.
func (l *Lattice) Rune(i int) rune {
	if uint(i) >= uint(len(l.Toks)) {
		return 0
	}
	return l.Toks[i].first
}

// lowered reports whether a text has lost its capitals: of a dozen words or
// more not one in fifty has one.
func (l *Lattice) lowered() bool {
	words, caps := 0, 0
	for i := range l.Toks {
		if t := &l.Toks[i]; t.Is(Word) {
			words++
			if t.Is(Cap) {
				if caps++; caps*50 > len(l.Toks) { // however the text goes on
					return false
				}
			}
			if words > 1000 && caps > 20 {
				return false
			}
		}
	}
	return words >= 12 && caps*50 <= words
}
