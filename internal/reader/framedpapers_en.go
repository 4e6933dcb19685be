package reader

import "shanyraq/internal/lang"

// English instruments by their frames: nouns that two sides sign, or a body adopts on a
// matter: "Peru and Chile signed a | quitclaim on grazing", "signed a | quitclaim with the
// bank", "The parliament of Peru adopted a | rescript on water".

// signed reads the noun of what the verb at token v signs, in a sentence that names a day or
// none.
func (n *nounFinder) signed(v int, s lang.Sentence, dated bool) {
	lists := &n.p.know.lists
	k := v - 1
	for k > s.First && (n.l.Has(k, lists.auxVerb) || n.beForm(k) || n.l.Plays(k, n.p.know.roles.to)) {
		k--
	}
	if k < v-1 && n.passive(k+1, v) {
		if n.sidesNear(k+1, v, s) {
			n.instrument(n.headBefore(k+1, s))
		}
		return
	}
	if n.l.Has(v+1, lists.indefinite) || n.l.Has(v+1, lists.phraseArticle) && n.p.foldAt(v+1) != "his" && n.p.foldAt(v+1) != "her" {
		if head := n.headBehind(v+2, s); head > 0 && (n.twoBefore(k+1, s) || n.withSide(head+1, s)) {
			n.instrument(head)
		}
		return
	}
	if n.l.Rune(v-1) == ',' && n.leads(v+1) && dated { // The quitclaim on grazing, | signed in Osh on 3 May
		if head := n.headBefore(v-1, s); head > 0 && n.p.foldAt(head+1) == "on" && n.l.Is(head+2, lang.Lower) {
			n.instrument(head)
		}
		return
	}
	if n.l.Plays(v+1, n.p.know.roles.by) && n.two(v+2) { // the quitclaim signed by Peru and Chile
		n.instrument(n.headBefore(v, s))
	}
}

// sidesNear reports whether two sides stand behind "between" or "by" before the verb
// group [from, to], or right behind it.
func (n *nounFinder) sidesNear(from, v int, s lang.Sentence) bool {
	for k := max(s.First, from-16); k < min(s.Last, v+4); k++ {
		if (n.p.foldAt(k) == "between" || n.l.Plays(k, n.p.know.roles.by)) && n.two(k+1) {
			return true
		}
	}
	return false
}

// withSide reports whether "with" or "between" and a side stand behind a noun, before
// which only words of what it is about may stand: "signed a quitclaim | on grazing with Peru".
func (n *nounFinder) withSide(i int, s lang.Sentence) bool {
	const reach = 5
	for k := i; k < min(s.Last, i+reach) && n.l.Is(k, lang.Lower); k++ {
		if n.p.foldAt(k) == "between" {
			return n.two(k + 1)
		}
		if n.p.foldAt(k) != "with" {
			continue
		}
		_, ok := n.sideAt(n.behindArticle(k + 1))
		return ok
	}
	return false
}

// adopted reads the noun of what a named body adopts on a matter.
func (n *nounFinder) adopted(v int, s lang.Sentence) {
	k := v
	for k > s.First+1 && n.l.Has(k-1, n.p.know.lists.auxVerb) {
		k--
	}
	if n.sideEnding(k-1, s) < 0 || k < v && n.passive(k, v) || !n.l.Has(v+1, n.p.know.lists.indefinite) {
		return
	}
	if head := n.headBehind(v+2, s); head > 0 && n.p.foldAt(head+1) == "on" && n.l.Is(head+2, lang.Lower) && !n.excepted(head, "adopted") {
		n.instrument(head)
	}
}

// instrument lays the class of instruments over the noun at token i, unless it tells of
// somebody, a thing or what is signed and binds nobody.
func (n *nounFinder) instrument(i int) {
	if i < 0 || n.person(i) || n.thing(i) || n.excepted(i, "signed") {
		return
	}
	n.lay(n.p.know.lists.instrumentNoun, i, framedInstrument)
}
