package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// behindHonour gives the token before which the forms of address of a name that
// begins at token i stand, not before token first: "the Prime Minister | H.E. Mr.
// X", and in English "the President, | His Excellency X", "Dr | the Honourable X".
func (f *officeFinder) behindHonour(i, first int) int {
	for i > first {
		k := i - 1
		if f.l.Rune(k) == '.' && k > first {
			k--
		}
		if f.l.Has(k, f.honor) {
			i = k
			continue
		}
		if f.plural == lang.NoClass {
			return i
		}
		if start := f.honourEnding(i, first); start < i {
			i = start
			continue
		}
		if k > first && f.l.Has(k, f.article) && f.l.Has(i, f.honor) { // the Honourable
			i = k
			continue
		}
		return i
	}
	return i
}

// honourEnding gives the token at which a form of address of two to four tokens
// begins that ends before token i: "His Excellency", "H.E."; i where none does.
func (f *officeFinder) honourEnding(i, first int) int {
	for k := i - 2; k >= max(first, i-4); k-- {
		if c, ok := f.l.Chunk(k, f.honor); ok && int(c.End) == i {
			return k
		}
	}
	return i
}

// doing reports whether the English words of a title at tokens [a, b) tell what
// somebody does: "X is | paying an official visit".
func (f *officeFinder) doing(a, b int) bool {
	if f.plural == lang.NoClass || b < a+3 || !f.l.Toks[a].Is(lang.Lower) || !f.l.Has(a+1, f.anArticle) && !f.l.Has(a+1, f.article) {
		return false
	}
	return strings.HasSuffix(f.l.Fold(a), "ing")
}

// ofPersonAhead reports whether an English title that begins at token i is that of
// the person named before its comma, who has no title in front: "Ms X, | Registrar,
// Dr Y, Director".
func (f *officeFinder) ofPersonAhead(i int, s lang.Sentence) bool {
	if i-2 <= s.First || f.l.Rune(i-1) != ',' {
		return false
	}
	for k := i - 2; k >= s.First && k > i-8; k-- {
		m, ok := f.p.mentionAt(k, lang.PersonChunk)
		if !ok {
			continue
		}
		if m.end != i-1 {
			return false
		}
		_, titled := f.headEnding(f.behindHonour(m.start, s.First)-1, s.First)
		return !titled
	}
	return false
}

// joinedOn reports whether an English person is joined by "and" to what stands
// before, so that a title there is another's: "X, Chair of the LDB and | Y".
func (f *officeFinder) joinedOn(m *mention, s lang.Sentence) bool {
	i := m.start
	if f.plural == lang.NoClass || i <= s.First || !f.l.Has(i-1, f.p.class("numjoin")) {
		return false
	}
	return f.endsMention(i-2, s.First)
}
