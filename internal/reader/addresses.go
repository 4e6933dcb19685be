package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// inAddress reports whether token i is a part of an address of mail or of the
// web, where letters and words name nothing: "ada@vandrel.COM", "www.vandrel.org".
func (n *nameFinder) inAddress(i int) bool { return n.mailed && n.p.inAddress(i) }

// inAddress is the same of a text that has an address.
func (p *part) inAddress(i int) bool {
	l := p.lat
	joined := func(k int) bool { return k < len(l.Toks) && l.Is(k, lang.Glued) }
	first, last := i, i
	for first > 0 && joined(first) && i-first < 24 {
		first--
	}
	for joined(last+1) && last-i < 24 {
		last++
	}
	for k := first; k < last; k++ {
		switch l.Rune(k) {
		case '@':
			return k > first
		case '/':
			if k > first && l.Rune(k+1) == '/' && l.Rune(k-1) == ':' {
				return true
			}
		case 'w', 'W':
			if k < i && l.Fold(k) == "www" {
				return true
			}
		}
	}
	return false
}

// hasSymbols reports whether a part has a symbol of a document, by which it is filed.
func (p *part) hasSymbols() bool {
	if strings.Count(p.lat.Text, "/") < 2 {
		return false
	}
	for i := range p.lat.Toks {
		if p.lat.Rune(i) == '/' && p.inSymbol(i) {
			return true
		}
	}
	return false
}

// symbolReach is how many tokens of a document's symbol are looked at to each side.
const symbolReach = 24

// inSymbol reports whether token i is a part of a document's symbol, where letters name
// nothing and numbers are no years: "A/HRC/WG.6/7/L.2", "CERD/C/SR.1991".
func (p *part) inSymbol(i int) bool {
	l := p.lat
	joins := func(k int) bool {
		r := l.Rune(k)
		return l.Is(k, lang.Word) || l.Is(k, lang.Number) || r == '/' || (r == '.' || r == '-') && k+1 < len(l.Toks) && l.Is(k+1, lang.Glued)
	}
	if !joins(i) {
		return false
	}
	first, last := i, i
	for first > 0 && l.Is(first, lang.Glued) && joins(first-1) && i-first < symbolReach {
		first--
	}
	for last+1 < len(l.Toks) && l.Is(last+1, lang.Glued) && joins(last+1) && last-i < symbolReach {
		last++
	}
	if last-first < 4 || !l.Is(first, lang.Cap) {
		return false
	}
	slashes, figures := 0, false
	for k := first; k <= last; k++ {
		switch {
		case l.Rune(k) == '/':
			slashes++
		case l.Is(k, lang.Number):
			figures = true
		case l.Is(k, lang.Lower):
			return false
		}
	}
	return slashes > 1 && figures
}

// countedLetters reports whether an English abbreviation that no list has is
// told by its neighbours to be no body: "a BTA or two", "100% SCAM", "room EB 3889".
func (n *nameFinder) countedLetters(i int, s lang.Sentence) bool {
	switch {
	case i > s.First && n.l.Rune(i-1) == '%':
		return true
	case i > s.First && n.l.Plays(i-1, n.r.oneOf) && (i+1 >= s.Last || !n.l.Is(i+1, lang.Word) || n.l.Has(i+1, n.funcWord) || n.l.Plays(i+1, n.r.or) || n.l.Plays(i+1, n.r.clauseOpener) || n.l.Plays(i+1, n.r.clauseEnds)):
		return n.l.Rune(i+1) != '-'
	case i+1 < s.Last && n.l.Is(i+1, lang.Number) && !n.l.Is(i+1, lang.Year) && !n.l.Is(i+1, lang.Glued):
		return n.l.Toks[i+1].End-n.l.Toks[i+1].Start >= 3
	}
	return false
}

// papers proposes a paper or magazine whose article has its capital inside the
// sentence: "he writes for The Sun".
func (n *nameFinder) papers(i int, s lang.Sentence) {
	if !n.l.Plays(i, n.r.paper) || i <= s.First+1 || n.taken[i-1] || n.taken[i] || !n.l.Is(i-1, lang.Cap) || !n.l.Plays(i-1, n.r.the) || n.opens(i-1, s) {
		return
	}
	end := i + 1
	if end < s.Last && n.l.Is(end, lang.Cap) && !n.l.Is(end, lang.Number) {
		return
	}
	n.propose(candidate{class: lang.OrgChunk, start: i - 1, end: end, score: scoreLegal, rule: "paper"})
}

// townOfState proposes what stands before a comma and the letters of a state as
// the town it is, though it is a person's name elsewhere: "Lawrence, KS".
func (n *nameFinder) townOfState(i int, s lang.Sentence) {
	k := i - 1
	start := k
	for start > s.First && k-start < 2 && n.beside(start-1, s) && !n.opens(start, s) && !n.l.Has(start-1, n.title) && n.l.Is(start-1, lang.Upper) == n.l.Is(k, lang.Upper) {
		start--
	}
	if start < k && n.placeAt(element{start: k, end: i}) && n.l.Has(k-1, n.common) && !n.l.Has(k-1, n.placePre) && n.placeChunk(start) < i {
		start = k // the Bureau of Public Affairs | Washington, DC
	}
	for j := max(s.First, k-3); j < start; j++ {
		if n.placeChunk(j) == i {
			return // 23rd Floor | New York, NY
		}
	}
	if n.taken[k] || n.titledAt(start) || n.l.Is(k, lang.Upper) && n.l.Toks[k].End-n.l.Toks[k].Start < 5 || start < k && n.isGiven(element{start: start, end: start + 1}) {
		return
	}
	n.propose(candidate{class: lang.PlaceChunk, start: start, end: i, score: scoreKnown + 6, rule: "state"})
}

// pairFound proposes two names of one word that no list has, of whom a sentence
// says what people think or find: "Ripple and Beschta have found".
func (n *nameFinder) pairFound(i, end int, s lang.Sentence) bool {
	k := end + 1
	if end != i+1 || !n.l.Plays(end, n.r.and) || !n.beside(k, s) || !n.bareName(k, k+1) || k+1 >= s.Last {
		return false
	}
	v := k + 1
	if n.l.Plays(v, n.r.haveVerb) && v+1 < s.Last {
		if n.l.Plays(v+1, n.r.foundOut) {
			return true
		}
		v++
	}
	return n.say != 0 && n.l.Has(v, n.say) || n.l.Plays(v, n.r.foundOut)
}

// inInstrument reports whether the place [i, end) is a word of the name of an
// instrument, written with capitals: the Camp David Accord, the Treaty of Rome.
// States are parties: the Malta Protocol keeps them.
func (n *nameFinder) inInstrument(i, end int, s lang.Sentence) bool {
	if n.instrument == 0 {
		return false
	}
	if end < s.Last && n.l.Is(end, lang.Cap) && n.l.Has(end, n.instrument) {
		return true
	}
	return i > s.First+1 && n.l.Plays(i-1, n.r.of) && n.l.Is(i-2, lang.Cap) && n.l.Has(i-2, n.instrument) && !n.opens(i-2, s)
}

// exclaims reports whether a sentence has a mark of exclamation.
func (n *nameFinder) exclaims(s lang.Sentence) bool {
	for i := s.Last - 1; i >= s.First; i-- {
		if n.l.Rune(i) == '!' {
			return true
		}
	}
	return false
}

// heading reports whether a sentence of few words in capitals opens a paragraph that
// goes on in small letters and none of them is short, as letters of bodies are: "BANK
// MANAGER JAILED. The court", but "OSCE ODIHR. The observers".
func (n *nameFinder) heading(s lang.Sentence) bool {
	if s.First > 0 && !n.l.Toks[s.First].Para || s.Last >= len(n.l.Toks) || n.l.Toks[s.Last].Para || n.l.Toks[s.Last].Break || n.l.Rune(s.Last-1) != '.' || !n.l.Is(s.Last, lang.Cap) || n.l.Is(s.Last, lang.Upper) {
		return false
	}
	long := false
	for i := s.First; i < s.Last-1; i++ {
		t := &n.l.Toks[i]
		if !t.Is(lang.Word) || t.End-t.Start < 4 {
			return false
		}
		long = long || t.End-t.Start > 4
	}
	return long
}

// emphatic reports whether small words of the sentence stand in capitals for
// their weight, so that token i may be another: "You HAVE to have it ABOVE that".
func (n *nameFinder) emphatic(i int, s lang.Sentence) bool {
	for k := s.First; k < s.Last; k++ {
		if t := &n.l.Toks[k]; k != i && t.Is(lang.Upper) && t.End-t.Start > 2 && (n.l.Has(k, n.funcWord) || n.l.Plays(k, n.r.clauseOpener)) {
			return true
		}
	}
	return false
}

// stateShort proposes a state of North America that is cut short behind a town
// and its comma, and the town: "Ponchatoula, La."
func (n *nameFinder) stateShort(i int, s lang.Sentence) bool {
	if i < s.First+2 || n.l.Rune(i-1) != ',' || !n.glued(i+1, '.') || n.taken[i] || n.loud || !n.l.Is(i-2, lang.Cap) || n.l.Has(i-2, n.funcWord) || n.month != 0 && n.l.Has(i-2, n.month) {
		return false
	}
	end := i + 2
	if n.l.Is(i, lang.Initial) {
		if i+3 >= len(n.l.Toks) || !n.l.Is(i+2, lang.Initial) || !n.l.Is(i+2, lang.Glued) || !n.glued(i+3, '.') {
			return false
		}
		if !strings.Contains(" n.y n.j n.h n.c n.d n.m s.c s.d r.i b.c d.c n.b n.s ", " "+n.word(i)+"."+n.word(i+2)+" ") {
			return false
		}
		end = i + 4
	} else if !n.l.Plays(i, n.r.stateShort) {
		return false
	}
	n.townOfState(i-1, s)
	n.propose(candidate{class: lang.PlaceChunk, start: i, end: end, score: scoreKnown + 4, rule: "state"})
	return true
}

// turnedAbout proposes a name that a mail gives with the surname first, in
// quotation marks: "Townsend, George" <...>.
func (n *nameFinder) turnedAbout(i int, s lang.Sentence) {
	if n.l.Rune(i-1) != '"' || i+3 >= s.Last || n.l.Rune(i+1) != ',' || !n.isGiven(element{start: i + 2, end: i + 3}) {
		return
	}
	end := i + 3
	if n.l.Is(end, lang.Initial) {
		if end++; n.glued(end, '.') {
			end++
		}
	}
	if end < s.Last && n.l.Rune(end) == '"' && (n.l.Rune(end+1) == '<' || n.l.Rune(end+1) == '[') {
		n.propose(candidate{class: lang.PersonChunk, start: i, end: end, score: scoreLegal + 4, rule: "mail"})
	}
}
