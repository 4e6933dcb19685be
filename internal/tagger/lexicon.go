package tagger

import (
	"slices"
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
	byLast [256][]ending // by the last byte, longest first
	rounds int
	voiced []voicing
}

// ending is one ending. The last eight bytes of a word that has it agree with
// last in the bits of mask, and with all of it where it is of more bytes.
type ending struct {
	last, mask   uint64
	bytes, runes int
	text         string
}

type voicing struct {
	before rune
	last   string
}

func newEndings(l Lexicon) endings {
	e := endings{rounds: l.Rounds}
	for _, s := range l.Endings {
		if s == "" {
			continue
		}
		x := ending{last8(s), ^uint64(0), len(s), utf8.RuneCountInString(s), s}
		if len(s) < 8 {
			x.mask = ^uint64(0) << (64 - 8*len(s))
		}
		list := &e.byLast[s[len(s)-1]]
		at := 0
		for at < len(*list) && (*list)[at].bytes >= x.bytes {
			at++
		}
		*list = slices.Insert(*list, at, x)
	}
	for _, v := range l.Voiced {
		r, n := utf8.DecodeRuneInString(v)
		e.voiced = append(e.voiced, voicing{r, v[n:]})
	}
	return e
}

// last8 gives the last eight bytes of a word, the last of them uppermost.
func last8(s string) uint64 {
	if len(s) >= 8 {
		return le64(s[len(s)-8:])
	}
	out := uint64(0)
	for i := range len(s) {
		out = out>>8 | uint64(s[i])<<56
	}
	return out
}

// leastStem is the fewest letters a stem keeps.
const leastStem = 3

// stems calls yield with each shorter form of a lower-cased word, from the
// longest to the shortest, and gives the last.
func (e *endings) stems(w string, yield func(string)) string {
	stem := w
	letters := utf8.RuneCountInString(w)
	for range e.rounds {
		if stem == "" {
			break
		}
		last := last8(stem)
		var cut *ending
		list := e.byLast[stem[len(stem)-1]]
		for i := range list {
			x := &list[i]
			if last&x.mask != x.last || letters-x.runes < leastStem || x.bytes > 8 && !strings.HasSuffix(stem, x.text) {
				continue
			}
			if cut == nil {
				cut = x
			}
			yield(stem[:len(stem)-x.bytes])
		}
		if cut == nil {
			break
		}
		stem, letters = stem[:len(stem)-cut.bytes], letters-cut.runes
	}
	return stem
}

// unvoiced gives the letters that a voiced one stands for, "" where it stands
// for itself.
func (e *endings) unvoiced(r rune) string {
	for i := range e.voiced {
		if e.voiced[i].before == r {
			return e.voiced[i].last
		}
	}
	return ""
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
		if len(m.endings.voiced) == 0 {
			return
		}
		r, n := utf8.DecodeLastRuneInString(s)
		if v := m.endings.unvoiced(r); v != "" {
			look(s[:len(s)-n] + v)
		}
	})
	return set, stem
}

// Stem gives the shortest form that the endings lead a word back to,
// lower-cased.
func (m *Model) Stem(word string) string {
	return m.endings.stems(strings.ToLower(word), func(string) {})
}

// Common reports whether the words of the model's corpus have a word in small letters,
// in any form, and none of its lists has it as a name: «ураган», not «роман», which is a
// given name too. Where the model was trained without such words it knows none.
func (t *Tagger) Common(word string) bool {
	set, _ := t.m.classes(lowered(word))
	return set&t.m.common != 0 && set&t.m.names == 0
}
