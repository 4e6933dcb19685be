package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// aroundPeoples notes the English peoples that no list knows and that the words
// around a name show: "ethnic Zorvani", "the Zorvani are", "Zorvani-speaking",
// "Zorvani and Ogiek communities". What else may be a place or a firm ("the Zorvani
// community") counts only where the text names it so nowhere and speaks of peoples.
func (n *nameFinder) aroundPeoples() {
	if has := &n.p.hasAll; !has.roles.Has(n.r.ethnic) && !has.classes.Intersects(&n.byPeoples) {
		return
	}
	for _, at := range n.p.caps {
		i := int(at)
		if !n.unlisted(i) || n.shaped[n.l.Fold(i)] || i+1 >= len(n.l.Toks) || n.l.Toks[i+1].Para {
			continue
		}
		if n.ethnic(i-1) && (n.standsAlone(i+1) || n.peopleNoun(i+1)) || n.pluralPeople(i) || n.ethnic(i+1) && n.peopleNoun(i+2) ||
			n.besideKnown(i) || n.toldAsExample(i) || n.oneOfPeoples(i) || n.likelyPeople(i) && !n.namedElse(i) {
			n.noteShaped(i)
		}
	}
}

// peopleNoun reports whether a noun in small letters that stands behind the names of
// peoples begins at token i.
func (n *nameFinder) peopleNoun(i int) bool {
	return i < len(n.l.Toks) && n.l.Is(i, lang.Lower) && (n.l.Has(i, n.groupNoun) || n.l.Has(i, n.groupKin) || n.l.Has(i, n.groupShape))
}

// pluralPeople reports whether an article and a verb of several stand around a word
// that is no plural, so that it names those who do so: "the Zorvani speak". A team has
// its plural ("the Orlens are"), a ship or a river another verb.
func (n *nameFinder) pluralPeople(i int) bool {
	if !n.manyDo(i+1) || !n.definite(i-1) || strings.HasSuffix(n.l.Fold(i), "s") {
		return false
	}
	first := n.p.sentenceOf(i).First
	return i-1 == first || n.l.Plays(i-2, n.r.clauseOpener)
}

// manyDo reports whether a verb of several stands at token i.
func (n *nameFinder) manyDo(i int) bool {
	v, _, ok := n.l.Value(i, n.groupVerb)
	return ok && v == "many"
}

// besideKnown reports whether "and" joins the word to a people of the lists before a
// noun that both have: "Zorvani and Ogiek communities", "Ogiek and Zorvani elders".
func (n *nameFinder) besideKnown(i int) bool {
	joins := func(k int) bool { return n.l.Fold(k) == "and" || n.l.Fold(k) == "or" }
	if joins(i+1) && i+3 < len(n.l.Toks) && n.knownPeople(i+2) && n.peopleNoun(i+3) {
		return true
	}
	return i > 1 && joins(i-1) && n.knownPeople(i-2) && n.peopleNoun(i+1)
}

// knownPeople reports whether a people of the lists begins at token i.
func (n *nameFinder) knownPeople(i int) bool {
	return n.l.Bits[i].Intersects(&n.anyPeople)
}

// toldAsExample reports whether the word is an example of peoples: "indigenous peoples,
// including the Zorvani".
func (n *nameFinder) toldAsExample(i int) bool {
	if n.l.Fold(i-1) != "the" || !n.standsAlone(i+1) || !n.peoplesBefore(i) {
		return false
	}
	return n.l.Plays(i-2, n.r.includes) || n.l.Fold(i-2) == "as" || n.l.Fold(i-2) == "like"
}

// oneOfPeoples reports whether a comma and "one of" peoples stand behind the word and
// its article: "the Zorvani, one of the largest ethnic groups".
func (n *nameFinder) oneOfPeoples(i int) bool {
	if n.l.Rune(i+1) != ',' || !n.definite(i-1) || n.l.Fold(i+2) != "one" || n.l.Fold(i+3) != "of" {
		return false
	}
	return n.saidPeople(i+4) || n.saidPeople(i+6)
}

// likelyPeople reports whether a noun that peoples have more often than places stands
// behind the word, or one that both have in a text that speaks of peoples.
func (n *nameFinder) likelyPeople(i int) bool {
	k := i + 1
	if !n.peopleNoun(k) || n.l.Has(i-1, lang.Cap) && !n.l.Has(i-1, n.funcWord) && !n.definite(i-1) || n.l.Rune(i-1) == '-' {
		return false
	}
	if i == n.p.sentenceOf(i).First && !n.capitalInside(i) { // Landless families
		return false
	}
	v, _, ok := n.l.Value(k, n.groupShape)
	if ok && n.l.Has(k, n.groupNoun) && n.definite(i-1) && k+2 < len(n.l.Toks) && (n.l.Has(k+1, n.orgOf) || n.l.Fold(k+1) == "in") && n.placeAt(element{start: k + 2, end: k + 3}) { // the Zorvani community of Suva
		return true
	}
	return ok && (v == "likely" || strings.HasPrefix(v, "strong") || (n.l.Has(k, n.groupNoun) || n.l.Has(k, n.groupKin)) && n.peopleTalk()) // no language
}

// capitalInside reports whether the word at token i has a capital inside a sentence too.
func (n *nameFinder) capitalInside(i int) bool {
	w := n.l.Fold(i)
	for _, at := range n.p.caps {
		if k := int(at); k != i && k > n.p.sentenceOf(k).First && n.l.Fold(k) == w {
			return true
		}
	}
	return false
}

// peopleTalk reports whether the part speaks of peoples: it names one of the lists or
// says "ethnic", "tribes", "minorities" and the like.
func (n *nameFinder) peopleTalk() bool {
	if n.talk == 0 {
		n.talk = -1
		for i := range n.l.Toks {
			v, _, _ := n.l.Value(i, n.groupShape)
			if n.ethnic(i) || strings.HasPrefix(v, "strong") || n.l.Has(i, n.moreGroup) && !n.l.Bits[i].Intersects(&n.anyPlace) {
				n.talk = 1
				break
			}
		}
	}
	return n.talk > 0
}

// namedElse reports whether the part has the word at token i as something else: a place
// ("in Zorvani", "Zorvani district"), a person's surname or a part of a longer name.
func (n *nameFinder) namedElse(i int) bool {
	w := n.l.Fold(i)
	for _, at := range n.p.caps {
		k := int(at)
		if n.l.Fold(k) != w {
			continue
		}
		if k > 0 && (n.l.Has(k-1, n.placePrep) || n.l.Has(k-1, n.orgOf)) && n.standsAlone(k+1) {
			return true
		}
		if k+1 < len(n.l.Toks) && (n.l.Has(k+1, n.placeHead) || n.l.Has(k+1, n.placeLow) || n.l.Is(k+1, lang.Cap) && !n.l.Toks[k+1].Para && !n.l.Has(k+1, n.funcWord)) {
			return true
		}
		if k > 0 && n.l.Is(k-1, lang.Cap) && !n.l.Has(k-1, n.funcWord) && !n.ethnic(k-1) && !n.definite(k-1) && !n.l.Toks[k].Para {
			return true
		}
	}
	return false
}
