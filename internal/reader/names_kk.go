package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// shortCapitals reports whether a name is an abbreviation of two to four capitals.
func shortCapitals(name string) bool {
	for _, r := range name {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	k := utf8.RuneCountInString(name)
	return k > 1 && k < 5
}

// mixedShort reports whether a word has the shape of a shortened Kazakh name:
// capitals at its beginning and end with small letters between, ҚазҰУ.
func (n *nameFinder) mixedShort(i int) bool {
	w := n.l.Slice(i, i+1)
	if last, _ := utf8.DecodeLastRuneInString(w); !unicode.IsUpper(last) || utf8.RuneCountInString(w) < 4 {
		return false
	}
	return strings.IndexFunc(w, unicode.IsLower) > 0
}

// livedIn reports whether a word is a given name in the locative («Дарханда»)
// of somebody the text has not named: more likely a place of that name.
func (n *nameFinder) livedIn(e element) bool {
	if e.end != e.start+1 || n.givenAsWritten(e.start) || n.titledAt(e.start) {
		return false
	}
	stem := locativeStem(n.l.Fold(e.start))
	if stem == "" {
		return false
	}
	for k := range n.people.list {
		for _, w := range n.people.list[k].words {
			if w.fold == stem {
				return false
			}
		}
	}
	return true
}

// particleFits reports whether a particle of names stands at token i as names
// have it: those that are words too (ат, аз) only before a hyphen.
func (n *nameFinder) particleFits(i int) bool {
	v, _, ok := n.l.Value(i, n.particle)
	return ok && (v != "hyphen" || n.glued(i+1, '-'))
}
