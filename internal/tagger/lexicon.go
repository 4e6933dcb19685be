package tagger

import (
	"strings"
	"unicode/utf8"
)

// Lexicon says which classes of words a model knows (given names, month
// names, heads of bodies…) and how a form leads back to its entry.
//
// An entry is stored by its key: the lower-cased word without one final
// letter of Drop. A form is looked up whole and without its ending, once, or
// several times where endings are chained.
type Lexicon struct {
	// Classes are the names of the classes; bit i of an entry is Classes[i].
	// The earlier of two classes of a word is its frame class.
	Classes []string `json:"classes"`
	// Heads is the set of classes whose words head a name of several words.
	Heads uint32 `json:"heads"`
	// Endings are inflection endings, Rounds how many may follow each other.
	Endings []string `json:"endings"`
	Rounds  int      `json:"rounds"`
	// Drop are final letters of dictionary forms that inflection replaces.
	Drop string `json:"drop"`
	// Voiced are pairs of letters: the first, before an ending, stands for
	// the second at the end of a word ("ғқ").
	Voiced []string `json:"voiced"`
}

// Key gives the key under which an entry is stored.
func (l Lexicon) Key(entry string) uint32 {
	w := strings.ToLower(entry)
	if r, n := utf8.DecodeLastRuneInString(w); n < len(w) && strings.ContainsRune(l.Drop, r) && utf8.RuneCountInString(w) > 3 {
		w = w[:len(w)-n]
	}
	return uint32(hashString(seedLexicon, w))
}

// endings is the compiled form of the endings of a Lexicon.
type endings struct {
	byLast map[rune][]string // longest first
	rounds int
	voiced map[rune]string
}

func newEndings(l Lexicon) endings {
	e := endings{map[rune][]string{}, l.Rounds, map[rune]string{}}
	for _, s := range l.Endings {
		r, _ := utf8.DecodeLastRuneInString(s)
		at := 0
		for at < len(e.byLast[r]) && len(e.byLast[r][at]) >= len(s) {
			at++
		}
		e.byLast[r] = append(e.byLast[r][:at], append([]string{s}, e.byLast[r][at:]...)...)
	}
	for _, v := range l.Voiced {
		r, n := utf8.DecodeRuneInString(v)
		e.voiced[r] = v[n:]
	}
	return e
}

// leastStem is the fewest letters a stem keeps.
const leastStem = 3

// stems calls yield with each shorter form of a lower-cased word, from the
// longest to the shortest, and gives the last.
func (e *endings) stems(w string, yield func(string)) string {
	stem := w
	for range e.rounds {
		r, _ := utf8.DecodeLastRuneInString(stem)
		cut := ""
		for _, s := range e.byLast[r] {
			if strings.HasSuffix(stem, s) && utf8.RuneCountInString(stem)-utf8.RuneCountInString(s) >= leastStem {
				if cut == "" {
					cut = s
				}
				yield(stem[:len(stem)-len(s)])
			}
		}
		if cut == "" {
			break
		}
		stem = stem[:len(stem)-len(cut)]
	}
	return stem
}

// classes gives the classes of a lower-cased word.
func (m *Model) classes(w string) (set uint32, stem string) {
	look := func(s string) {
		if v := m.lexicon.get(uint32(hashString(seedLexicon, s))); len(v) == 4 {
			set |= le32(v)
		}
	}
	look(w)
	if r, n := utf8.DecodeLastRuneInString(w); n < len(w) && strings.ContainsRune(m.Lexicon.Drop, r) {
		look(w[:len(w)-n])
	}
	if i := strings.LastIndexByte(w, '-'); i > 0 {
		look(w[:i])
	}
	stem = m.endings.stems(w, func(s string) {
		look(s)
		if r, n := utf8.DecodeLastRuneInString(s); len(m.endings.voiced[r]) > 0 {
			look(s[:len(s)-n] + m.endings.voiced[r])
		}
	})
	return set, stem
}

// Stem gives the shortest form that the endings lead a word back to,
// lower-cased.
func (m *Model) Stem(word string) string {
	return m.endings.stems(strings.ToLower(word), func(string) {})
}
