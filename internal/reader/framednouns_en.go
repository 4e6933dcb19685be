package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// framedNounsEN is findFramedNouns of English.
func framedNounsEN(p *part) {
	n := nounFinder{p: p, l: p.lat}
	nextPerson := 0
	for k, s := range p.sents {
		n.k = k
		if p.has[k].classes.Has(p.know.lists.framingVerb) {
			n.heldAndSigned(s)
		}
		if p.anyIn(s, lang.PersonChunk, &nextPerson) {
			n.trades(s)
		}
	}
}

// heldAndSigned lays the classes of events and instruments over the nouns that the framing
// verbs of a sentence frame. An event needs a day or a month, and a place or a body; what
// is signed needs one of these.
func (n *nounFinder) heldAndSigned(s lang.Sentence) {
	sided := len(n.p.mentionsIn(lang.PlaceChunk, s.First, s.Last)) > 0 || len(n.p.mentionsIn(lang.OrgChunk, s.First, s.Last)) > 0
	if !sided {
		return
	}
	dated := n.dated(s)
	for v := s.First + 1; v < s.Last; v++ {
		frame := n.frames(v)
		switch {
		case frame == "sign":
			n.signed(v, s, dated)
		case frame == "adopt":
			n.adopted(v, s)
		case !dated:
		case frame == "held":
			n.held(v, s)
		case frame == "attend":
			n.attended(v, s)
		case frame == "open":
			n.opened(v, s)
		case frame == "place":
			n.tookPlace(v-1, s)
		}
	}
}

// dated reports whether a sentence names a day or a month.
func (n *nounFinder) dated(s lang.Sentence) bool {
	const month = len("2024-05")
	for _, k := range n.p.mentionsIn(lang.DateChunk, s.First, s.Last) {
		if len(n.p.mens[k].date.String()) >= month {
			return true
		}
	}
	return false
}

// nounFinder finds nouns by their frames, sentence by sentence.
type nounFinder struct {
	p *part
	l *lang.Lattice
	k int // the sentence looked at
}

// lay lays an entry of a list with its value over token i.
func (n *nounFinder) lay(c lang.Class, i int, value string) {
	n.p.guess(c, i, n.k, n.l.Fold(i), value)
}

// named reports whether a person, a place, a body, a people or a day is named at token i.
func (n *nounFinder) named(i int) bool {
	for _, c := range [...]lang.Class{lang.PersonChunk, lang.OrgChunk, lang.PlaceChunk, lang.GroupChunk, lang.DateChunk} {
		if len(n.p.covering(c, i)) > 0 {
			return true
		}
	}
	return false
}

// stops reports whether a noun phrase goes no further at token i.
func (n *nounFinder) stops(i int, s lang.Sentence) bool {
	if i >= s.Last {
		return true
	}
	lists := &n.p.know.lists
	if n.l.Is(i, lang.Punct) {
		return n.l.Rune(i) != '-' || !n.l.Is(i, lang.Glued)
	}
	return n.l.Has(i, lists.npStop) || n.l.Has(i, lists.auxVerb) || n.l.Has(i, lists.topicPrep) || n.l.Has(i, lists.eventIn) || n.l.Has(i, lang.PersonChunk) || n.l.Has(i, lang.DateChunk)
}

// headBehind gives the last word of the noun phrase that opens at token a, where it is
// one in small letters that no name covers; -1 elsewhere.
func (n *nounFinder) headBehind(a int, s lang.Sentence) int {
	const longest = 7
	k := a
	for k < a+longest && !n.stops(k, s) {
		k++
	}
	if k == a || k == a+longest || !n.common(k-1) || k-2 >= a && n.known(k-2) {
		return -1 // a peace agreement | soon
	}
	return k - 1
}

// headBefore gives the head of the noun phrase in small letters that ends before token
// end, whatever prepositions lead from it to there: "the | gathering of the union in Osh
// was"; -1 where no such phrase opens with an article.
func (n *nounFinder) headBefore(end int, s lang.Sentence) int {
	const reach = 16
	lists := &n.p.know.lists
	end = n.beforeAside(end, s)
	head, k := end-1, end-1
	for ; k >= s.First && k > end-reach; k-- {
		switch {
		case n.l.Has(k, lists.phraseArticle) || n.l.Has(k, lists.indefinite):
			if k == s.First || !n.leads(k-1) {
				if head > k && n.common(head) {
					return head
				}
				return -1
			}
		case n.leads(k):
			head = k - 1
		case n.known(k): // the forum of nations, to be held
			return -1
		case n.named(k) || n.l.Is(k, lang.Cap) || n.l.Is(k, lang.Number) || n.l.Is(k, lang.Glued):
		case n.l.Is(k, lang.Punct), n.l.Has(k, lists.auxVerb), n.l.Has(k, lists.sayVerb), n.l.Has(k, lists.clauseWord), n.l.Has(k, lists.eventDone):
			return -1
		}
	}
	return -1
}

// known reports whether a listed event or instrument ends with token i.
func (n *nounFinder) known(i int) bool {
	return n.endsEntry(i, n.p.know.lists.eventNoun) || n.endsEntry(i, n.p.know.lists.instrumentNoun)
}

// beforeAside gives the token before the commas of an aside that tells who held what is
// named before it, or that it is part of something: "The gathering, | organised by the
// ministry, was"; the same token where none ends there.
func (n *nounFinder) beforeAside(end int, s lang.Sentence) int {
	const longest = 14
	if n.l.Rune(end-1) != ',' {
		return end
	}
	for k := end - 2; k > s.First && k > end-longest; k-- {
		if n.l.Rune(k) == ',' && (n.l.Plays(k+1, n.p.know.roles.heldUnder) || n.l.Has(k+1, n.p.know.lists.eventDone)) {
			return k
		}
	}
	return end
}

// leads reports whether a preposition in small letters stands at token i, that leads from
// a noun to what belongs to it.
func (n *nounFinder) leads(i int) bool {
	lists := &n.p.know.lists
	return n.l.Is(i, lang.Lower) && (n.l.Has(i, lists.of) || n.l.Has(i, lists.topicPrep) || n.l.Has(i, lists.eventIn) || n.p.foldAt(i) == "with" || n.p.foldAt(i) == "between")
}

// common reports whether token i is a common noun in small letters of which no list of
// events, instruments, offices, bodies or persons has anything.
func (n *nounFinder) common(i int) bool {
	if !n.l.Is(i, lang.Lower) || n.l.Toks[i].End-n.l.Toks[i].Start < 3 || n.named(i) || n.l.Is(i, lang.Number) {
		return false
	}
	lists := &n.p.know.lists
	for _, c := range [...]lang.Class{lists.eventNoun, lists.instrumentNoun, lists.officeNoun, lists.funcWord, lists.npStop, lists.timeUnit, lists.auxVerb, lists.pronoun, lists.natAdj, lists.eventDone, lists.dealDone, lists.sayVerb, lists.ordinal, lang.NumberChunk} {
		if n.endsEntry(i, c) {
			return false
		}
	}
	w := n.l.Fold(i)
	return !strings.HasSuffix(w, "ly") && !strings.HasSuffix(w, "ed")
}

// endsEntry reports whether an entry of a list ends with token i.
func (n *nounFinder) endsEntry(i int, c lang.Class) bool {
	if c == lang.NoClass {
		return false
	}
	for k := max(0, i-3); k <= i; k++ {
		if n.l.Has(k, c) && n.l.ChunkEnd(k, c) == i+1 {
			return true
		}
	}
	return false
}

// person reports whether the noun at token i tells who somebody is or which people they
// are: a listed one, or one with an ending of agents.
func (n *nounFinder) person(i int) bool {
	lists, ends := &n.p.know.lists, &n.p.know.endings
	if n.l.Has(i, lists.personNoun) || n.l.Has(i, n.p.know.names.isa) || n.l.Has(i, lists.agentNoun) || n.l.Has(i, lists.kinWord) {
		return true
	}
	w := n.l.Fold(i)
	return ends.tradeEnd.end(w, 2) || ends.agentEnd.end(w, 2)
}

// thing reports whether the noun at token i is a body, a place or a work.
func (n *nounFinder) thing(i int) bool {
	lists := &n.p.know.lists
	for _, c := range [...]lang.Class{lists.orgHead, lists.bodyNoun, lists.bodyPlural, lists.placeHead, lists.kindNoun} {
		if n.endsEntry(i, c) {
			return true
		}
	}
	return false
}

// sideAt reports whether a place or a body is named at token i; end is where it ends.
func (n *nounFinder) sideAt(i int) (end int, ok bool) {
	for _, c := range [...]lang.Class{lang.OrgChunk, lang.PlaceChunk} {
		if m, is := n.p.mentionAt(i, c); is && m.end > end {
			end, ok = m.end, true
		}
	}
	return end, ok
}

// two reports whether two places or bodies joined by "and" stand from token i on.
func (n *nounFinder) two(i int) bool {
	end, ok := n.sideAt(n.behindArticle(i))
	if !ok || !n.l.Has(end, n.p.know.lists.phraseAnd) {
		return false
	}
	_, ok = n.sideAt(n.behindArticle(end + 1))
	return ok
}

// behindArticle gives the token behind an article at token i, else i.
func (n *nounFinder) behindArticle(i int) int {
	if n.l.Has(i, n.p.know.lists.phraseArticle) {
		return i + 1
	}
	return i
}

// twoBefore reports whether two places or bodies joined by "and" end right before token i.
func (n *nounFinder) twoBefore(i int, s lang.Sentence) bool {
	and, second := false, false
	for k := i - 1; k >= s.First; {
		start := n.sideEnding(k, s)
		switch {
		case start >= 0 && and:
			return true
		case start >= 0:
			second, k = true, start-1
			if n.l.Has(k, n.p.know.lists.phraseArticle) {
				k--
			}
		case second && !and && n.l.Has(k, n.p.know.lists.phraseAnd):
			and, k = true, k-1
		default:
			return false
		}
	}
	return false
}

// sideEnding gives the first token of the place or body that ends with token k; -1 for none.
func (n *nounFinder) sideEnding(k int, s lang.Sentence) int {
	const longest = 12
	for i := max(s.First, k-longest); i <= k; i++ {
		if end, ok := n.sideAt(i); ok && end == k+1 {
			return i
		}
	}
	return -1
}

// frames gives what the verb at token i frames, as the pack's list has it; "" for others.
func (n *nounFinder) frames(i int) string {
	v, _, _ := n.l.Value(i, n.p.know.lists.framingVerb)
	return v
}

// excepted reports whether the pack has the noun at token i for none of a kind.
func (n *nounFinder) excepted(i int, kind string) bool {
	v, _, ok := n.l.Value(i, n.p.know.lists.notFramed)
	return ok && strings.Contains(v, kind)
}
