package reader

import "strings"

// metOtherwise gives the reading of the last word of a name by which, in the case c
// and the gender g, the text has named that person before: «Андрея Сибиги» of Андрей
// Сибига; nil where there is none.
func (n *nameFinder) metOtherwise(els []element, words []string, fits []*nameReading, last []nameReading, c caseSet, g byte) *nameReading {
	x := len(els) - 1
	for k := range last {
		r := &last[k]
		if r.lemma == fits[x].lemma || r.cases&c == 0 || r.gender != 0 && r.gender != g {
			continue
		}
		lemmas := n.lemmasOf(words, fits)
		lemmas[x] = r.lemma
		if n.metAs(els, lemmas) {
			return r
		}
	}
	return nil
}

// fleetingGiven gives the given name of a man whose vowel falls out in the oblique
// cases, and the cases that a folded form of it may be.
func fleetingGiven(w string) (name string, cases caseSet) {
	rest, ok := strings.CutPrefix(w, "павл")
	if name = "Павел"; !ok {
		if rest, ok = strings.CutPrefix(w, "льв"); !ok {
			return "", 0
		}
		name = "Лев"
	}
	switch rest {
	case "а":
		return name, genitiveCase | accusativeCase
	case "у":
		return name, dativeCase
	case "ом":
		return name, instrumentalCase
	case "е":
		return name, prepositionalCase
	}
	return "", 0
}

// ofFather reports whether a word before a name is whose child somebody is, a genitive
// of Mongolian that no Russian case changes: «встретил Доржийн Батмунха».
func ofFather(w string) bool {
	return strings.HasSuffix(w, "ийн") || strings.HasSuffix(w, "ын") && len(w) >= 16 // but Алтын is a given name
}
