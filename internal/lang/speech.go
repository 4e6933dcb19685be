package lang

import "strings"

// saidAloud reports whether the dash at token end begins speech behind a
// sentence that tells of something and holds none itself. A place and a day
// before the dash head a piece of news.
func (s *splitter) saidAloud(i, end int) bool {
	l := s.l
	k := end + 1
	if k >= len(l.Toks) || !l.Is(k, Cap) && !l.Is(k, OpenQuote) || l.Is(k, Glued) || l.closer(end-1) || i > 0 && l.closer(i-1) || strings.ContainsRune("–—-", l.runeAt(s.start)) {
		return false
	}
	words := 0
	for k := s.start; k < i; k++ {
		switch t := &l.Toks[k]; {
		case t.Is(Lower) && !t.Is(Glued):
			words++
		case t.Is(Punct) && k+2 < i && (l.runeAt(k) != '»' || l.Is(end+1, OpenQuote)) && strings.ContainsRune(",!?…»”\"", l.runeAt(k)) && strings.ContainsRune("–—-", l.runeAt(k+1)) && l.Is(k+2, Lower):
			return false // ", – said he." is in the middle of speech
		}
	}
	return words >= 3
}

// answers reports whether the dash at token end begins what another speaker
// says: the sentence that the mark i ends begins with a dash too, and behind
// this one stands no name.
func (s *splitter) answers(end int) bool {
	l := s.l
	k := end + 1
	if !strings.ContainsRune("–—-", l.runeAt(s.start)) || k >= len(l.Toks) || !l.Is(k, Cap) || l.Is(k, Glued) {
		return false
	}
	given, ok := l.Pack.FindClass("givenname")
	return !ok || !l.Bits[k].Has(given)
}

// insideTitle reports whether the mark i stands inside a short quotation that
// its sentence goes on behind: the game «Что? Где? Когда?» is shown on Fridays.
func (s *splitter) insideTitle(i, end int) bool {
	l := s.l
	open := -1
	for k := i - 1; k >= s.start && k > i-10 && open < 0; k-- {
		switch r := l.runeAt(k); {
		case r == '«', r == '„', r == '"' && l.Is(k, OpenQuote), r == '`':
			open = k
		case r == '»', r == '”', r == '“', r == '"', r == ':':
			return false
		}
	}
	if open < 0 {
		return false
	}
	for k := end; k+1 < len(l.Toks) && k < i+10 && !l.Toks[k].Para; k++ {
		switch r := l.runeAt(k); {
		case r == '»', r == '”', r == '“', r == '"':
			return l.Is(k+1, Lower)
		case r == '\'' && l.runeAt(k+1) == '\'':
			return k+2 < len(l.Toks) && l.Is(k+2, Lower)
		}
	}
	return false
}

// shortTitle reports whether the full stop i parts two few words of a quotation that its
// sentence goes on behind: the exhibition «Абай. Халық мұрасы» opened.
func (s *splitter) shortTitle(i, end int) bool {
	const few = 4
	l := s.l
	open := -1
	for k := i - 1; k >= s.start && k >= i-few-1 && open < 0; k-- {
		switch r := l.runeAt(k); {
		case r == '«', r == '„', r == '"' && l.Is(k, OpenQuote):
			open = k
		case l.Is(k, Punct) && r != '-' && r != '.':
			return false
		}
	}
	if open < 0 || !l.Is(end, Cap) || open > s.start && l.runeAt(open-1) == ':' {
		return false
	}
	for k := end; k+1 < len(l.Toks) && k <= end+2*few && !l.Toks[k].Para; k++ {
		switch r := l.runeAt(k); {
		case r == '»', r == '”', r == '“', r == '"':
			return l.Is(k+1, Lower)
		case r == ',':
			return false
		}
	}
	return false
}
