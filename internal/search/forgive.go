package search

import (
	"slices"
	"strings"
	"unicode"
)

// keyboards pairs what the keys of the English, Russian and Kazakh layouts
// write: the same place in each line is the same key.
var keyboards = struct{ english, russian, kazakh []rune }{
	[]rune("`qwertyuiop[]asdfghjkl;'zxcvbnm,.1234567890-=~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>"),
	[]rune("ёйцукенгшщзхъфывапролджэячсмитьбю1234567890-=ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ"),
	[]rune("(йцукенгшщзхъфывапролджэячсмитьбю\"әіңғ,.үұқөһ)ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ"),
}

// Relayouts gives what a text would be had its typist forgotten to change the
// keyboard: "fccfv,ktz" is "ассамблея", "фыыуьидн" is "assembly". A text with
// a character that the layout lacks gives nothing.
func Relayouts(text string) (out []string) {
	try := func(from, to []rune) {
		ok, changed := true, false
		s := strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) || unicode.IsDigit(r) && !slices.Contains(from, r) {
				return r
			}
			i := slices.Index(from, r)
			if i < 0 {
				ok = false
				return r
			}
			changed = changed || to[i] != r
			return to[i]
		}, text)
		if ok && changed && s != text && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	k := keyboards
	switch script(text) {
	case unicode.Latin:
		try(k.english, k.russian)
		try(k.english, k.kazakh)
	case unicode.Cyrillic:
		try(k.russian, k.english)
	}
	return out
}

const termLetters = "abcdefghijklmnopqrstuvwxyz"

// OneLetterOff gives all terms that differ from a term by one letter left
// out, put in, changed or swapped with its neighbour. Terms shorter than four
// letters have none: too many words are near them.
func OneLetterOff(term string) []string {
	if len(term) < 4 || len(term) > 32 || strings.ContainsFunc(term, func(r rune) bool { return r < 'a' || r > 'z' }) {
		return nil
	}
	seen := map[string]bool{term: true}
	var out []string
	add := func(s string) {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	for i := range len(term) + 1 {
		head, tail := term[:i], term[i:]
		if tail != "" {
			add(head + tail[1:])
			for _, c := range termLetters {
				add(head + string(c) + tail[1:])
			}
		}
		if len(tail) > 1 {
			add(head + tail[1:2] + tail[:1] + tail[2:])
		}
		for _, c := range termLetters {
			add(head + string(c) + tail)
		}
	}
	return out
}

// Splits gives the two words that each single word of a query may be, written
// together: "temiryol" for "temir yoʻl". Neither is shorter than three letters.
func Splits(w string) (out [][2]string) {
	runes := []rune(w)
	for i := 3; i+3 <= len(runes); i++ {
		out = append(out, [2]string{string(runes[:i]), string(runes[i:])})
	}
	return out
}

// Part gives the query with two words side by side in the place of a single
// one, in any of the ways to part it.
func (q Query) Part(clause int, ways [][2]string) Query {
	q.Clauses = slices.Clone(q.Clauses)
	c := q.Clauses[clause]
	c.Alternatives = nil
	for _, w := range ways {
		c.Alternatives = append(c.Alternatives, expand(w[:], q.Language)...)
	}
	q.Clauses[clause] = c
	return q
}

// In gives the query held to a language.
func (q Query) In(language string) Query {
	q.Language = strings.ToLower(language)
	return q
}

// Replace gives the query with other terms in the place of a single word.
func (q Query) Replace(clause int, terms []string) Query {
	q.Clauses = slices.Clone(q.Clauses)
	c := q.Clauses[clause]
	c.Words, c.Alternatives = terms[:1], nil
	for _, t := range terms {
		c.Alternatives = append(c.Alternatives, []string{t})
	}
	q.Clauses[clause] = c
	return q
}
