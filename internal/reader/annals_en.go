package reader

import "shanyraq/internal/lang"

// longestEntry is how many tokens an entry of a chronology or a diary is looked back over.
const longestEntry = 120

// annal gives the date that opens the line a sentence stands in, where the line is an
// entry of a chronology: a mark stands right behind the date. "May 2014: Ghana and Togo
// sign a treaty", "**2003.** Agreement with Lund University". Nil elsewhere.
func (g *ground) annal(s lang.Sentence) *mention {
	if !g.english() || g.p.lat.Is(s.First, lang.Lower) {
		return nil
	}
	first := s.First
	for first > 0 && s.First-first < longestEntry && !g.l.Toks[first].Para && !g.l.Toks[first].Break {
		first--
	}
	m := g.at(g.pastMarks(first))
	if m == nil || m.class != lang.DateChunk || m.start != g.pastMarks(first) || m.end >= len(g.l.Toks) {
		return nil
	}
	end := m.end
	for end < len(g.l.Toks) && g.l.Rune(end) == '*' {
		end++
	}
	switch r := g.l.Rune(end); {
	case r == ':', r == '.', isDash(r), r == '-' && !g.l.Is(end, lang.Glued), end > m.end:
		return m
	}
	return nil
}

// pastMarks gives the token behind the bullet or the marks of bold type that open a line.
func (g *ground) pastMarks(i int) int {
	for g.l.Rune(i) == '*' || g.l.Rune(i) == '•' || g.l.Rune(i) == '·' || isDash(g.l.Rune(i)) || g.l.Rune(i) == '-' {
		i++
	}
	return i
}

// annalHead gives the token that what an entry of a chronology tells begins with, behind
// the date and its mark, where that is in sentence s; -1 elsewhere.
func (g *ground) annalHead(s lang.Sentence) (int, *mention) {
	m := g.annal(s)
	if m == nil {
		return -1, nil
	}
	i := s.First
	if m.start >= s.First {
		i = m.end
	} else if g.l.Toks[s.First].Para || s.First-m.end > 3 {
		return -1, nil
	}
	for i < s.Last && (g.l.Is(i, lang.Punct)) {
		i++
	}
	return i, m
}

// annalOf gives the day of an instrument that an entry of an English chronology tells of
// by its words alone, without a verb: "October 2019. Memorandum with Lund University on a
// digital archive". Nil elsewhere.
func (f *agreementFinder) annalOf(ph *phrase, s lang.Sentence) *mention {
	if !f.english() || len(f.deeds) > 0 || ph.has("loose") || ph.has("told") || ph.has("anaphor") {
		return nil
	}
	i, day := f.annalHead(s)
	if day == nil || ph.from != i && !(ph.from == i+1 && f.l.Has(i, f.article)) {
		return nil
	}
	for k := i; k < s.Last; k++ {
		if k >= ph.to && f.l.Has(k, f.p.know.lists.auxVerb) || f.l.Plays(k, f.p.know.roles.willVerb) || f.l.Plays(k, f.p.know.roles.otherStep) {
			return nil
		}
	}
	return day
}

// tellerAt reports whether token k is a pronoun that who does something in an entry of a
// diary is told by: "At six we | sign the grant agreement".
func (g *ground) tellerAt(k int) bool {
	return g.l.Has(k, g.p.know.lists.pronoun) || g.english() && g.l.Fold(k) == "we"
}
