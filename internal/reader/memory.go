package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// memory is what a Reader remembers of the words of one language from text to
// text, where finding it out costs more than looking it up. It is bounded and
// changes no answer; what it gives must not be changed.
type memory struct {
	classes     classMemo
	analyses    remembered[[]lang.Analysis]
	nominatives remembered[[]string]
	echoes      remembered[[]string]
	forms       map[formKey]string
}

// formKey is an entry and the folded words that a text has of it.
type formKey struct {
	entry *lang.Entry
	words string
}

// formOf is bestFormOf, remembered.
func (p *part) formOf(e *lang.Entry, folded string) string {
	if p.memory == nil || len(e.Forms) == 1 || len(folded) > longestRemembered {
		return bestFormOf(e, folded)
	}
	m := &p.memory.forms
	f, ok := (*m)[formKey{e, folded}]
	if !ok {
		if f = bestFormOf(e, folded); len(*m) >= mostRemembered || *m == nil {
			*m = map[formKey]string{}
		}
		(*m)[formKey{e, strings.Clone(folded)}] = f
	}
	return f
}

// mostRemembered bounds the words of each kind of answer.
const mostRemembered = 1 << 13

// longestRemembered is the length in bytes of the longest of them.
const longestRemembered = 64

// remembered are answers by word.
type remembered[V any] map[string]V

func (r *remembered[V]) of(word string, ask func(string) V) V {
	if v, ok := (*r)[word]; ok {
		return v
	}
	if len(word) > longestRemembered {
		return ask(word)
	}
	if *r == nil {
		*r = remembered[V]{}
	}
	if len(*r) >= mostRemembered {
		clear(*r)
	}
	word = strings.Clone(word) // it may be part of a long text
	v := ask(word)
	(*r)[word] = v
	return v
}

// analyses is Pack.Analyses, remembered.
func (p *part) analyses(word string) []lang.Analysis {
	if p.memory == nil {
		return p.know.pack.Analyses(word)
	}
	return p.memory.analyses.of(word, p.know.pack.Analyses)
}

// nominatives is Pack.Nominatives, remembered.
func (p *part) nominatives(word string) []string {
	if p.memory == nil {
		return p.know.pack.Nominatives(word)
	}
	return p.memory.nominatives.of(word, p.know.pack.Nominatives)
}

// Traits of words that are remembered with them, see lang.Lattice.Trait.
const (
	traitAdjective = iota
	traitSurname
)
