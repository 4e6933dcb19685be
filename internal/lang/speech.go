package lang

import "strings"

// saidAloud reports whether the dash at token end begins speech behind a
// sentence that tells of something and holds none itself. A place and a day
// before the dash head a piece of news.
func (s *splitter) saidAloud(i, end int) bool {
	l := s.l
	k := end + 1
	if k >= len(l.Toks) || !l.Toks[k].Is(Cap) && !l.Toks[k].Is(OpenQuote) || l.Toks[k].Is(Glued) || l.closer(end-1) || i > 0 && l.closer(i-1) || strings.ContainsRune("–—-", l.runeAt(s.start)) {
		return false
	}
	words := 0
	for k := s.start; k < i; k++ {
		switch t := &l.Toks[k]; {
		case t.Is(Lower) && !t.Is(Glued):
			words++
		case t.Is(Punct) && k+2 < i && strings.ContainsRune(",!?…»”\"", l.runeAt(k)) && strings.ContainsRune("–—-", l.runeAt(k+1)) && l.Toks[k+2].Is(Lower):
			return false // ", – said he." is in the middle of speech
		}
	}
	return words >= 3
}

// answers reports whether the dash at token end begins what another speaker
// says: the sentence that the mark i ends begins with a dash too, and behind
// this one stands no name.
func (s *splitter) answers(i, end int) bool {
	l := s.l
	k := end + 1
	if !strings.ContainsRune("–—-", l.runeAt(s.start)) || k >= len(l.Toks) || !l.Toks[k].Is(Cap) || l.Toks[k].Is(Glued) {
		return false
	}
	given, ok := l.Pack.FindClass("givenname")
	return !ok || !l.Bits[k].Has(given)
}
