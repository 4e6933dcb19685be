package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// besidePeoples notes the English peoples that no list knows and that what stands
// beside a name tells: "the Zorvani, who live along the river", "the Zorvani, a branch
// of the Ogiek", "the Zorvani account for 5 per cent", "400 Tatars and 30 Zorvani",
// "between the Ogiek and the Zorvani".
func (n *nameFinder) besidePeoples() {
	if has := &n.p.hasAll; !has.classes.Intersects(&n.byPeoples) && !has.classes.Intersects(&n.anyPeople) {
		return
	}
	for _, at := range n.p.caps {
		i := int(at)
		if i == 0 || n.l.Is(i-1, lang.Punct) || !n.unlisted(i) || i+1 >= len(n.l.Toks) || n.l.Toks[i+1].Para {
			continue
		}
		if n.countedBesidePeople(i) || n.facesPeople(i) || n.definite(i-1) && n.toldBehindPeople(i) {
			n.noteShaped(i)
		}
	}
}

// toldBehindPeople reports whether what stands behind the word at token i, which has an
// article, is said of peoples.
func (n *nameFinder) toldBehindPeople(i int) bool {
	comma := n.l.Rune(i+1) == ','
	switch {
	case comma && n.branchOf(i+2):
		return true
	case strings.HasSuffix(n.l.Fold(i), "s"):
		return false // a team
	case comma && n.l.Plays(i+2, n.r.who) && n.livesSo(i+3), comma && n.l.Fold(i+2) == "numbering" && n.countBehind(i+3):
		return true
	case n.l.Plays(i+1, n.r.and) && n.l.Fold(i+2) == "other" && n.saidPeople(i+3): // the Zorvani and other peoples
		return true
	}
	ch, ok := n.l.Chunk(i+1, n.p.know.lists.shareVerb)
	return ok && int(ch.End) > i+2 && !strings.HasSuffix(n.l.Fold(i+1), "s") && n.hasShare(i, i+1, n.p.sentenceOf(i))
}

// branchOf reports whether a part of a people is told from token i on: "a branch of the
// Ogiek", "one of the clans of the Zorvani people".
func (n *nameFinder) branchOf(i int) bool {
	if !n.l.Plays(i+1, n.r.branch) || !n.l.Has(i+2, n.orgOf) {
		return false
	}
	k := i + 3
	if n.l.Plays(k, n.r.the) {
		k++
	}
	return n.l.Is(k, lang.Cap) && (n.l.Bits[k].Intersects(&n.anyPeople) || n.saidPeople(k+1))
}

// livesSo reports whether the verb at token i tells what a people does and a band or a
// team does not: live, herd, speak.
func (n *nameFinder) livesSo(i int) bool {
	return n.l.Plays(i, n.r.livesAs)
}

// countedBesidePeople reports whether the word at token i is counted right behind a
// people that is: "400 Tatars and 30 Zorvani".
func (n *nameFinder) countedBesidePeople(i int) bool {
	k := i - 2
	if !n.l.Is(i-1, lang.Number) || n.l.Is(i-1, lang.Year) || !n.standsAlone(i+1) || k < 2 || n.l.Rune(k) != ',' && !n.l.Plays(k, n.r.and) {
		return false
	}
	if n.l.Plays(k, n.r.and) && n.l.Rune(k-1) == ',' {
		k--
	}
	return n.l.Bits[k-1].Intersects(&n.anyPeople) && n.l.Is(k-2, lang.Number)
}

// facesPeople reports whether the word at token i is one of two between whom something
// is, of whom the other is a people: "between the Ogiek and the Zorvani".
func (n *nameFinder) facesPeople(i int) bool {
	k := i - 1
	article := n.l.Plays(k, n.r.the)
	if article {
		k--
	}
	if n.l.Plays(k, n.r.and) && n.standsAlone(i+1) {
		k--
		if k < 1 || !n.peopleAlone(k) || !article && strings.HasSuffix(n.l.Fold(k), "s") { // between Kazakhs and Vandrel
			return false
		}
		if k--; n.l.Plays(k, n.r.the) {
			k--
		}
		return n.l.Fold(k) == "between"
	}
	if !article || n.l.Fold(k) != "between" || !n.l.Plays(i+1, n.r.and) {
		return false
	}
	if k = i + 2; n.l.Plays(k, n.r.the) {
		k++
	}
	return n.peopleAlone(k) && n.standsAlone(k+1)
}

// peopleAlone reports whether the word at token k is the name of a people and no place's,
// nor an adjective alone.
func (n *nameFinder) peopleAlone(k int) bool {
	if !n.l.Bits[k].Intersects(&n.anyPeople) || n.placeAt(element{start: k, end: k + 1}) {
		return false
	}
	if ch, ok := n.l.Chunk(k, n.moreGroup); ok {
		v := n.l.Entry(ch).Value
		return v != "adj" && v != "land"
	}
	ch, ok := n.l.Chunk(k, n.gazGroup)
	return ok && lang.Fold(form(n.l.Entry(ch), 1)) == n.l.Fold(int(ch.End)-1)
}

// shareOfPeople reports whether the people [from, to) is what a share of those who live
// somewhere are: "60 percent of the villagers are Tuareg".
func (n *nameFinder) shareOfPeople(from, to int, s lang.Sentence) bool {
	if from < s.First+3 || !n.l.Plays(from-1, n.r.copula) || to < s.Last && !n.standsAlone(to) || !n.l.Plays(from-2, n.r.ofWhomPeople) {
		return false
	}
	for k := from - 3; k >= s.First && k > from-9; k-- {
		if v, _, ok := n.l.Value(k, n.p.know.lists.unit); ok && v == "percent" || n.l.Has(k, n.p.know.lists.fraction) {
			return true
		}
	}
	return false
}
