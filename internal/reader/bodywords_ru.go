package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// closesState reports whether the Russian noun at token i is no noun of a body
// there: it closes the name of a state («Российская Федерация») or is the
// Commonwealth without its name, which is nobody else either.
func (n *nameFinder) closesState(i int, s lang.Sentence) bool {
	w := n.l.Fold(i)
	switch {
	case strings.HasPrefix(w, "содружеств"):
		if !n.l.Is(i, lang.Cap) || n.opens(i, s) || i+1 < s.Last && n.l.Is(i+1, lang.Word) && (n.genitive(i+1) || n.adjective(i+1)) {
			return false
		}
		n.propose(candidate{start: i, end: i + 1, score: scoreHead})
		return true
	case strings.HasPrefix(w, "федераци"):
		if i == s.First || n.gazPlace == 0 {
			return false
		}
		ch, ok := n.l.Chunk(i-1, n.gazPlace)
		return ok && int(ch.End) == i+1
	}
	return false
}

// otherNoun reports whether the word at token k before the Russian noun for
// bodies at i only looks like its adjective: it is a noun for instruments
// («Уставом Содружества») or of the other gender («Мастерской управления»).
func (n *nameFinder) otherNoun(k, i int) bool {
	if !n.l.Is(k, lang.Cap) {
		return false
	}
	if n.instrument != 0 && n.l.Has(k, n.instrument) {
		return true
	}
	w := n.l.Fold(k)
	if !strings.HasSuffix(w, "ской") || k+1 != i {
		return false
	}
	noun := n.l.Fold(i)
	return strings.HasSuffix(noun, "ения") || strings.HasSuffix(noun, "ания") && !strings.HasSuffix(noun, "пания") || strings.HasSuffix(noun, "ства")
}

// lettersOnly reports whether a short Russian word in capitals is an abbreviation that
// only looks like a noun for bodies in an oblique case: «ДУМ РТ» is no Дума.
func (n *nameFinder) lettersOnly(i int) bool {
	t := &n.l.Toks[i]
	if n.tag != "ru" || n.loud || !t.Is(lang.Upper) || t.End-t.Start > 8 {
		return false
	}
	ch, ok := n.l.Chunk(i, n.orgHead)
	return ok && int(ch.End) == i+1 && !n.isForm(n.l.Entry(ch), element{start: i, end: i + 1})
}

// calledIn reports whether «имени» and whose name it is stand among the tokens.
func (n *nameFinder) calledIn(from, to int) bool {
	if n.named == 0 {
		return false
	}
	for k := from; k < to; k++ {
		if n.l.Has(k, n.named) {
			return true
		}
	}
	return false
}

// accusativeAdjective reports whether a word ends as the feminine adjective does
// in the accusative, where its noun may look like the nominative: «область».
func (n *nameFinder) accusativeAdjective(k int) bool {
	w := n.l.Fold(k)
	return strings.HasSuffix(w, "ую") || strings.HasSuffix(w, "юю")
}

// lettersEnd gives the end of what the Russian abbreviation of a body at token i
// is called after, token i+1 where nothing is: «МГУ | им. Н. П. Огарева».
func (n *nameFinder) lettersEnd(i int, s lang.Sentence) int {
	if n.tag != "ru" || n.named == 0 || i+2 >= s.Last || !n.l.Has(i+1, n.named) {
		return i + 1
	}
	return max(i+1, n.namesake(i+2, s))
}

// accordName reports whether a candidate that the model alone takes for a body is
// the name of an instrument, told by its noun or between several: «Лимской декларации»,
// «Программу сотрудничества между …».
func (n *nameFinder) accordName(c candidate) bool {
	if c.class == lang.OrgChunk && c.rule == "model" && c.end == c.start+2 && n.instrument != 0 && n.l.Is(c.end-1, lang.Lower) && n.l.Has(c.end-1, n.instrument) {
		return true // присоединился к Лимской декларации
	}
	if c.class != lang.OrgChunk || c.rule != "model" || c.end-c.start < 4 || n.instrument == 0 || !n.l.Has(c.start, n.instrument) {
		return false
	}
	for k := c.start + 1; k < c.end; k++ {
		if n.l.Fold(k) == "между" {
			return true
		}
	}
	return false
}

// instrumentFirst reports whether a candidate for a person opens with the noun of an
// instrument: «Концепцию Тюркского мира».
func (n *nameFinder) instrumentFirst(c candidate) bool {
	return n.instrument != 0 && n.l.Has(c.start, n.instrument) && !n.isGiven(element{start: c.start, end: c.start + 1})
}

// uninflected reports whether a small word has the ending of an adjective in
// the nominative or is an adverb: it opens what follows a body's name.
func (n *nameFinder) uninflected(k int) bool {
	if n.npStop != 0 && n.l.Has(k, n.npStop) {
		return true
	}
	w := n.l.Fold(k)
	if strings.HasSuffix(w, "ый") || strings.HasSuffix(w, "ая") || strings.HasSuffix(w, "ое") || strings.HasSuffix(w, "ые") {
		return atLeast(w, 5)
	}
	return false
}

// heldBeside reports whether somebody's second office begins at token k, behind «и»:
// a noun of office in the instrumental, with its adjectives or without, which what
// belongs to a body never is: «членом Союза художников и главным редактором журнала». So
// do those who act for another.
func (n *nameFinder) heldBeside(k int) bool {
	if n.l.Plays(k, n.r.othersOf) { // Университет Лимы и | делегация Чили
		return true
	}
	for j := k; j < len(n.l.Toks) && j < k+4 && n.l.Is(j, lang.Lower); j++ {
		w := n.l.Fold(j)
		if ch, ok := n.l.Chunk(j, n.office); ok && n.office != 0 {
			w = n.l.Fold(int(ch.End) - 1)
			return strings.HasSuffix(w, "ом") || strings.HasSuffix(w, "ем") || strings.HasSuffix(w, "цей")
		}
		if !strings.HasSuffix(w, "ым") && !strings.HasSuffix(w, "им") && !strings.HasSuffix(w, "ой") {
			return false
		}
	}
	return false
}

// hyphenHalf reports whether the capital word at token k is the first half of an
// adjective parted by a hyphen: Северо-Западной.
func (n *nameFinder) hyphenHalf(k, last int) bool {
	return k >= 0 && k+2 < last && n.l.Is(k, lang.Cap) && n.glued(k+1, '-') && n.l.Is(k+2, lang.Cap) && n.adjective(k+2)
}

// titleOfPlace reports whether an adjective of a town with a hyphen stands before the
// Russian noun of an instrument, which is known by it: «Нур-Султанскую декларацию».
func (n *nameFinder) titleOfPlace(start, end int) bool {
	return end < len(n.l.Toks) && n.instrument != 0 && n.hyphenHalf(start, end) && n.l.Is(end, lang.Lower) && n.l.Has(end, n.instrument)
}
