package reader

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// element is one word of a name: a word, a hyphenated word, an initial with
// its full stop.
type element struct {
	start, end int
	initial    bool
	particle   bool
}

// run gathers the elements of a name that begins at token i: capitalised
// words, initials, and small particles between them.
func (n *nameFinder) run(i, last int) []element {
	if k := slices.Index(n.taken[i:max(i, min(last, i+32))], true); k >= 0 {
		last = i + k
	}
	return n.elements(i, last)
}

// elements is run over tokens that may be taken already.
func (n *nameFinder) elements(i, last int) []element {
	els := n.els[:0]
	for i < last && len(els) < 14 {
		t := &n.l.Toks[i]
		switch {
		case len(els) > 0 && n.tag == "en" && n.speakerI(i):
			n.els = els
			return els
		case len(els) > 0 && els[len(els)-1].initial && n.tag == "en" && n.glued(i+1, '.') && !t.Is(lang.Initial) && n.title != 0 && n.l.Has(i, n.title): // H.E. | Mr. Vandrel
			n.els = els
			return els
		case len(els) > 0 && n.tag == "en" && t.Is(lang.Cap) && n.glued(i+1, '.') && i+2 < last && n.l.Is(i+2, lang.Cap) && n.l.Plays(i, n.r.saintShort) && n.isGiven(els[0]): // Carol St. Clair
			els = append(els, element{start: i, end: i + 2, particle: true})
			i += 2
		case t.Is(lang.Cap):
			e := element{start: i, end: i + 1}
			if (t.Is(lang.Initial) || n.l.Plays(i, n.r.shortGiven)) && n.glued(i+1, '.') {
				e.end, e.initial = i+2, true
			}
			for !e.initial && n.glued(e.end, '-') && e.end+1 < last && n.l.Is(e.end+1, lang.Word) && n.l.Is(e.end+1, lang.Glued) {
				e.end += 2
			}
			els = append(els, e)
			i = e.end
		case len(els) > 0 && t.Is(lang.Lower) && n.tag == "en" && n.l.Plays(i, n.r.arabicArticle) && n.glued(i+1, '-') && i+2 < last && n.l.Is(i+2, lang.Cap):
			els = append(els, element{start: i, end: i + 2, particle: true})
			i += 2
		case len(els) > 0 && n.tag == "en" && t.Is(lang.Word) && elided(n.l.Slice(i, i+1)): // Elsa d'Alva
			els = append(els, element{start: i, end: i + 1})
			i++
		case len(els) > 0 && n.l.Has(i, n.particle) && i+1 < last && (n.tag != "kk" || n.particleFits(i)) && !n.unbound(i):
			if !n.particleBinds(i, last) {
				n.els = els
				return els
			}
			els = append(els, element{start: i, end: i + 1, particle: true})
			i++
			if n.glued(i, '-') {
				els[len(els)-1].end++
				i++
			}
		default:
			n.els = els
			return els
		}
		if i < last && n.l.Toks[i].Para {
			break
		}
	}
	for len(els) > 0 && els[len(els)-1].particle && !n.closesName(els[len(els)-1].start) {
		els = els[:len(els)-1]
	}
	n.els = els
	return els
}

// particleBinds reports whether the particle at i has a word of the name behind it,
// or closes the name itself.
func (n *nameFinder) particleBinds(i, last int) bool {
	k := i + 1
	if n.l.Has(k, n.particle) && k+1 < last {
		k++
	}
	if n.glued(k, '-') && k+1 < last {
		k++
	}
	return n.l.Is(k, lang.Cap) || n.closesName(i)
}

// elided reports whether a word is a small particle of names that has lost its
// vowel before the capital: d'Alva, dell'Acqua.
func elided(w string) bool {
	for i, r := range w {
		switch {
		case isApostropheRune(r):
			next, _ := utf8.DecodeRuneInString(w[i+utf8.RuneLen(r):])
			return i > 0 && unicode.IsUpper(next)
		case i > 3 || !unicode.IsLower(r):
			return false
		}
	}
	return false
}

// unbound reports whether a small word is a particle of names only before a hyphen,
// which does not follow it: «ад», but «Халид ад-Дин».
func (n *nameFinder) unbound(i int) bool {
	v, _, ok := n.l.Value(i, n.particle)
	return ok && v == "bound" && !n.glued(i+1, '-')
}

// closesName reports whether a small word ends names (кызы, оглы).
func (n *nameFinder) closesName(i int) bool {
	v, _, ok := n.l.Value(i, n.particle)
	return ok && v == "last"
}

// opens reports whether token i is the first word of its sentence, of a
// quotation or of an item, where a capital says little.
func (n *nameFinder) opens(i int, s lang.Sentence) bool {
	if i == s.First {
		return true
	}
	switch n.l.Rune(i - 1) {
	case '«', '“', '"', '„', '—', '–', ':', '•', '(':
		return true
	}
	return n.l.Toks[i].Break
}

// wordly reports whether one of the words ends as English common words do.
func (n *nameFinder) wordly(els []element) bool {
	for _, e := range els {
		w := n.l.Fold(e.start)
		if n.p.know.endings.wordEnd.end(w, 2) || n.tag == "en" && len(w) > 4 && strings.HasSuffix(w, "ly") && !n.isGiven(e) && !n.l.Has(e.start, n.surname) {
			return true
		}
	}
	return false
}

// wordsIn counts the elements of a run that are words of the name itself: "Abu al-Hasan"
// has two.
func wordsIn(els []element) (n int) {
	for _, e := range els {
		if !e.particle {
			n++
		}
	}
	return n
}

// anyCapital reports whether a capitalised word stands in the tokens [start, end).
func (n *nameFinder) anyCapital(start, end int) bool {
	for i := start; i < end; i++ {
		if n.l.Is(i, lang.Cap) {
			return true
		}
	}
	return false
}
