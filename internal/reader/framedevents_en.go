package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// English events by their frames: nouns that somebody holds or takes part in, on a day or in
// a month: "On 3 May the bank hosted a | cakewalk in Osh", "a | cakewalk of nurses was held
// in Osh on 3 May", "took part in the | cakewalk".

// held reads the noun of what was held: behind an active verb at token v with an article,
// before a passive one.
func (n *nounFinder) held(v int, s lang.Sentence) {
	lists := &n.p.know.lists
	k := v - 1
	for k > s.First && (n.l.Has(k, lists.auxVerb) || n.l.Plays(k, n.p.know.roles.to) || n.beForm(k) || strings.HasSuffix(n.l.Fold(k), "ly")) {
		k--
	}
	if k < v-1 && n.passive(k+1, v) {
		if head := n.headBefore(n.beforeRelative(k+1), s); !n.heldOtherwise(v, s) && (head != k || n.p.foldAt(v) != "held" || n.told(head, s)) {
			n.happens(head)
		}
		return
	}
	if n.p.foldAt(v) == "held" && !n.l.Has(v+1, lists.indefinite) {
		return // held the view, held its ground
	}
	if w := n.p.foldAt(v + 1); w == "his" || w == "her" || w == "their" {
		return
	}
	if n.l.Has(v+1, lists.indefinite) || n.l.Has(v+1, lists.phraseArticle) || n.l.Has(v+1, lists.ordinal) {
		if head := n.headBehind(v+2, s); n.p.foldAt(head+1) != "against" { // held a | grudge against
			n.happens(head)
		}
	}
}

// heldOtherwise reports whether the words behind the passive verb at token v tell that
// nothing took place: "was held captive", "was held up", "was held in custody".
func (n *nounFinder) heldOtherwise(v int, s lang.Sentence) bool {
	switch w := n.p.foldAt(v + 1); w {
	case "up", "back", "over", "down", "out", "off":
		return true
	case "in":
		return n.excepted(v+2, "held")
	default:
		return n.l.Is(v+1, lang.Lower) && !n.leads(v+1) && !n.stops(v+1, s) && !strings.HasSuffix(w, "ly")
	}
}

// told reports whether more than "the" stands before the noun at token i, right before the
// verb: "a cakewalk was held", "the annual cakewalk was held"; the parcel may be held too.
func (n *nounFinder) told(i int, s lang.Sentence) bool {
	return i > s.First && !n.l.Has(i-1, n.p.know.lists.phraseArticle)
}

// passive reports whether one of the auxiliary verbs of [from, to) makes a passive.
func (n *nounFinder) passive(from, to int) bool {
	for k := from; k < to; k++ {
		if n.beForm(k) {
			return true
		}
	}
	return false
}

// beForm reports whether a form of "be" stands at token i.
func (n *nounFinder) beForm(i int) bool { return n.l.Plays(i, n.p.know.roles.beVerb) }

// takes reports whether a form of "take" stands at token i.
func (n *nounFinder) takes(i int) bool {
	switch n.p.foldAt(i) {
	case "take", "takes", "took", "taken", "taking":
		return true
	}
	return false
}

// beforeRelative gives the token before "which" or "that" and its comma where they end
// before token end; the same token elsewhere.
func (n *nounFinder) beforeRelative(end int) int {
	if w := n.p.foldAt(end - 1); w != "which" && w != "that" {
		return end
	}
	if n.l.Rune(end-2) == ',' {
		return end - 2
	}
	return end - 1
}

// attended reads the noun of what somebody attended or took part in.
func (n *nounFinder) attended(v int, s lang.Sentence) {
	k := v + 1
	if n.p.foldAt(v) != "attended" {
		if n.p.foldAt(k) != "in" || n.p.foldAt(v) == "part" && !n.takes(v-1) {
			return
		}
		k++
	}
	if n.l.Has(k, n.p.know.lists.phraseArticle) || n.l.Has(k, n.p.know.lists.indefinite) {
		n.happens(n.headBehind(k+1, s))
	}
}

// tookPlace reads the noun of what will take place; of what took place only where the
// sentence tells who organised it, since what befalls takes place too.
func (n *nounFinder) tookPlace(v int, s lang.Sentence) {
	if !n.takes(v) {
		return
	}
	end := v
	for end > s.First && (n.l.Has(end-1, n.p.know.lists.auxVerb) || n.l.Plays(end-1, n.p.know.roles.to) || n.l.Plays(end-1, n.p.know.roles.willVerb)) {
		end--
	}
	planned := end < v
	before := n.beforeAside(end, s)
	if !planned && before == end {
		return
	}
	n.happens(n.headBefore(n.beforeRelative(end), s))
}

// opened reads the noun of what opens or ends, where it is told to be on a matter: "The
// cakewalk on water | opened in Osh on 3 May"; a shop opens too.
func (n *nounFinder) opened(v int, s lang.Sentence) {
	if head := n.headBefore(v, s); head > 0 && n.p.foldAt(head+1) == "on" && n.l.Is(head+2, lang.Lower) && !n.l.Has(head+2, n.p.know.lists.phraseArticle) && (n.leads(v+1) || n.l.Has(v+1, lang.DateChunk)) {
		n.happens(head)
	}
}

// happens lays the class of events over the noun at token i, unless it tells of somebody,
// a thing or what nobody holds.
func (n *nounFinder) happens(i int) {
	if i < 0 || n.person(i) || n.thing(i) || n.excepted(i, "held") {
		return
	}
	n.lay(n.p.know.lists.eventNoun, i, framedEvent)
}
