package reader

import "shanyraq/internal/lang"

// ofKind reports whether the English possessive at token i only says what kind of things
// those behind it are: 40 women's groups, 26 master's students.
func (f *figureReader) ofKind(i int, s lang.Sentence) bool {
	if f.echo == lang.NoClass || i+2 >= s.Last || !isApostropheRune(f.l.Rune(i)) || !f.l.Is(i, lang.Glued) || f.l.Fold(i+1) != "s" || !f.l.Is(i+1, lang.Glued) {
		return false
	}
	return f.l.Is(i-1, lang.Lower) && f.nounAt(i+2)
}

// kindBefore reports whether an English word that looks like a plural only says what kind
// of things those behind it are: 12 sports cars, 14 measles cases.
func (f *figureReader) kindBefore(i int, s lang.Sentence) bool {
	return f.echo != lang.NoClass && i+1 < s.Last && f.l.Plays(i, f.p.know.roles.kindPlural) && f.nounAt(i+1) && f.headNoun(i+1, i)
}

// nounAt reports whether a small word that may be what is counted stands at token i.
func (f *figureReader) nounAt(i int) bool {
	return f.l.Is(i, lang.Lower) && !f.used[i] && !f.l.Has(i, f.stop) && !f.endsLikeVerb(i)
}
