package lang

import "unicode/utf8"

// lineEnds reports whether the line break before token i ends a sentence
// that has no mark of its own: a heading or an item of a list.
func (s *splitter) lineEnds(i int) bool {
	l := s.l
	next := &l.Toks[i]
	if s.list && !next.Is(Lower) {
		return true
	}
	from := i - 1
	for from > 0 && !l.Toks[from].Break {
		from--
	}
	if next.Is(Cap) && s.labelled(i) {
		return true
	}
	short := utf8.RuneCountInString(l.Text[l.Toks[from].Start:l.Toks[i-1].End]) < 60
	if next.Is(Lower) {
		return s.list && short
	}
	if l.byteAt(i-1) == ',' { // "Dear Dana," and "Kind regards," fill a line of a letter
		return s.hasty && from == s.start && i-from <= 4 && l.Is(from, Cap) && next.Is(Cap) && !s.starts(from)
	}
	if !short && s.wrapped == 0 {
		s.wrapped = 1
		if l.unwrapped() {
			s.wrapped = -1
		}
	}
	return short || s.wrapped < 0
}

// labelled reports whether a line opens with a label of one to three words, so that it
// does not go on from the line above: "Minutes taken by: Ada Moro".
func (s *splitter) labelled(i int) bool {
	l := s.l
	for k := i + 1; k < len(l.Toks) && k < i+4 && !l.Toks[k].Break; k++ {
		if l.byteAt(k) == ':' {
			return l.Is(k, Glued) && l.Is(k-1, Word) && !(k+1 < len(l.Toks) && l.Is(k+1, Glued))
		}
		if !l.Is(k, Word) {
			return false
		}
	}
	return false
}

// widest is the length in characters of the longest line that is set by hand
// or by a program which wraps lines.
const widest = 120

// unwrapped reports whether at least one line in six is longer than those of
// text that was wrapped.
func (l *Lattice) unwrapped() bool {
	lines, long, from := 0, 0, 0
	for i := 1; i <= len(l.Toks); i++ {
		if i < len(l.Toks) && !l.Toks[i].Break {
			continue
		}
		lines++
		if line := l.Text[l.Toks[from].Start:l.Toks[i-1].End]; len(line) > utf8.UTFMax*widest || len(line) > widest && utf8.RuneCountInString(line) > widest {
			long++
		}
		from = i
	}
	return lines > 1 && long*6 >= lines
}
