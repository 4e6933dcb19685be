package lang

import (
	"strings"
	"unicode/utf8"
)

// Sentences of people who type in haste: without a space behind the mark,
// without a capital behind it, without a mark at all.

// careless reports whether a question or exclamation ends before a small
// letter: "What a view! we came back". Behind a name one exclamation mark
// belongs to it (Yahoo! bought), behind a closing mark the speaker follows.
func (s *splitter) careless(i, end int, strong bool) bool {
	l := s.l
	if !strong || s.starter == NoClass || i <= s.start {
		return false
	}
	question, marks := false, 0
	for k := i; k < end; k++ {
		if !l.terminal(k) {
			return s.face(k) == end
		}
		if r := l.runeAt(k); r == '!' || r == '?' {
			marks++
			question = question || r == '?'
		}
	}
	return marks > 0 && (question || marks > 1 || l.Is(i-1, Lower))
}

// smallBehind reports whether a full stop behind a plain word ends the
// sentence though the next begins with a small letter: "burn them. its your
// cat". Words of less than four letters may be abbreviations.
func (s *splitter) smallBehind(i, end int) bool {
	l := s.l
	if !s.hasty || end != i+1 || i <= s.start+1 || l.byteAt(i) != '.' || !l.Is(i, Glued) || !l.Is(end, Lower) {
		return false
	}
	if _, abbreviated := s.keep[i]; abbreviated {
		return false
	}
	t := &l.Toks[i-1]
	if !t.Is(Word) || t.Is(Cap) && !t.Is(Upper) || l.Is(i-2, Punct) && t.Is(Glued) {
		return false
	}
	n := utf8.RuneCountInString(l.Text[t.Start:t.End])
	if n >= 4 || n == 3 && t.Is(Upper) {
		return true
	}
	c, ok := l.Pack.FindClass("titlesmall") // "to take care of. they all"
	return ok && n >= 2 && t.Is(Lower) && l.Bits[i-1].Has(c)
}

// unspaced reports whether a mark without a space behind it ends the sentence:
// "of high quality.You will". Before it stands a word in small letters, behind
// it one with a capital that goes on in small ones, and neither belongs to an
// address or a file name.
func (s *splitter) unspaced(i, end int) bool {
	l := s.l
	if end != i+1 || i <= s.start+1 || !l.Is(i, Glued) {
		return false
	}
	prev, next := &l.Toks[i-1], &l.Toks[end]
	if !prev.Is(Lower) || !next.Is(Cap) || next.Is(Upper) || next.Is(Initial) || utf8.RuneCountInString(l.Text[prev.Start:prev.End]) < 3 {
		return false
	}
	if _, abbreviated := s.keep[i]; abbreviated || next.Is(Latin) && next.End-next.Start < 4 && !(s.starter != NoClass && l.Bits[end].Has(s.starter)) {
		return false // gov.Kz
	}
	for k := i - 1; k > i-8 && k > s.start && l.Is(k, Glued); k-- {
		if strings.ContainsRune("./@_=&", l.runeAt(k-1)) {
			return false
		}
	}
	if k := end + 1; k < len(l.Toks) && l.Is(k, Glued) && strings.ContainsRune("./@_=&(", l.runeAt(k)) {
		return l.runeAt(k) == '.' && (k+1 == len(l.Toks) || !l.Is(k+1, Glued))
	}
	return true
}

// unmarked reports whether token i opens a sentence though no mark ends the
// one before: one of the words of the sentopen list with a capital in the
// middle of a sentence and small letters behind it. Titles are written with
// all their words in capitals but the smallest, so these say nothing.
func (s *splitter) unmarked(i int) bool {
	l := s.l
	if i <= s.start || !l.Bits[i].Has(s.opener) || !l.Is(i, Cap) || l.Is(i, Upper) || l.Is(i, Glued) || i+2 >= len(l.Toks) {
		return false
	}
	prev, next := &l.Toks[i-1], &l.Toks[i+1]
	if !prev.Is(Word) && !prev.Is(Number) || i == s.start+1 && (!prev.Is(Upper) || prev.End-prev.Start < 4) {
		return false
	}
	if !next.Is(Lower) && l.Text[next.Start:next.End] != "I" || next.Is(Glued) || l.Is(i+2, Cap) {
		return false
	}
	if c, ok := l.Pack.FindClass("funcword"); ok && prev.Is(Lower) && l.Bits[i-1].Has(c) {
		return false
	}
	c, ok := l.Pack.FindClass("titlesmall")
	return !ok || !l.Bits[i+1].Has(c) && !(prev.Is(Lower) && l.Bits[i-1].Has(c))
}

// dashItem reports whether the hyphen at token end begins an item behind a
// full stop, as lists in letters do.
func (s *splitter) dashItem(i, end int) bool {
	l := s.l
	return s.hasty && end == i+1 && l.byteAt(end) == '-' && end+1 < len(l.Toks) && !l.Is(end+1, Glued) && l.Is(end+1, Cap)
}

// face gives the end of a face made of marks that begins at token i, :-) and
// the like, 0 where none does. A colon before the bracket that closes an aside
// makes none.
func (s *splitter) face(i int) int {
	l := s.l
	if i <= s.start || i+1 >= len(l.Toks) || !l.Is(i, Punct) || l.Toks[i].Para {
		return 0
	}
	if r := l.byteAt(i); r != ':' && r != ';' {
		return 0
	}
	k := i + 1
	if l.byteAt(k) == '-' && l.Is(k, Glued) {
		k++
	}
	if k >= len(l.Toks) || !l.Is(k, Glued) || l.Toks[k].End != l.Toks[k].Start+1 || !strings.ContainsRune(")(DPpd", l.runeAt(k)) {
		return 0
	}
	letter := l.Is(k, Word)
	if letter && l.Is(i, Glued) && l.Is(i-1, Word) {
		return 0 // re:D
	}
	for k+1 < len(l.Toks) && l.Is(k+1, Glued) {
		if letter || l.byteAt(k+1) != l.byteAt(k) {
			return 0
		}
		k++
	}
	for b := i - 1; b >= s.start && b > i-40; b-- {
		switch l.byteAt(b) {
		case '(':
			return 0
		case ')':
			return k + 1
		}
	}
	return k + 1
}

// rule gives the end of a row of like marks that stands alone at the beginning
// of a sentence, as people part what they write: ***, ----, ====.
func (s *splitter) rule(i int) int {
	l := s.l
	if !l.Is(i, Punct) || !strings.ContainsRune("*=_~#-", l.runeAt(i)) {
		return 0
	}
	k := i + 1
	for k < len(l.Toks) && l.Is(k, Glued) && l.byteAt(k) == l.byteAt(i) {
		k++
	}
	if k < i+3 || k >= len(l.Toks) || l.Is(k, Glued) {
		return 0
	}
	return k
}
