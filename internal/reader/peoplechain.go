package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// joinedPeoples notes the words that stand in one list with a people: "the
// Bemba, the Lala and the Kaonde". A list of which no member is known counts
// where its paragraph names a people of the lists with an article.
func (n *nameFinder) joinedPeoples() {
	if len(n.shaped) == 0 && !n.p.hasAll.classes.Intersects(&n.anyPeople) {
		return
	}
	for _, at := range n.p.caps {
		i := int(at)
		if n.l.Plays(i-1, n.r.and) && n.unlisted(i) && strings.HasSuffix(n.l.Fold(i), "s") && strings.HasSuffix(n.l.Fold(i-2), "s") &&
			(n.l.Has(i-2, n.gazGroup) || n.l.Has(i-2, n.moreGroup)) && n.standsAlone(i+1) { // Turks and Pomaks
			n.noteShaped(i)
		}
		comma := n.l.Rune(i+1) == ',' // the Zorvani, Makushi and Wai Wai
		if i > 0 && (comma || n.l.Plays(i+1, n.r.and)) && (n.l.Plays(i-1, n.r.the) || comma && i == n.p.sentenceOf(i).First) && n.unlisted(i) && n.peoplesFollow(i+2, comma) {
			n.noteShaped(i)
		}
	}
	var chain []int
	known, told := false, false // in the chain, in the paragraph
	flush := func() {
		if len(chain) > 1 && (known || told) {
			for _, i := range chain {
				if n.unlisted(i) {
					n.noteShaped(i)
				} else {
					n.noteChained(i)
				}
			}
		}
		told = told || known
		chain, known = chain[:0], false
	}
	para := 0
	for _, at := range n.p.caps {
		i := int(at)
		if i == 0 || n.l.Toks[i-1].End-n.l.Toks[i-1].Start != 3 {
			continue
		}
		if first := n.p.paragraphOf(i); first != para {
			flush()
			told, para = false, first
		}
		if second := len(chain) > 0 && chain[len(chain)-1] == i-2 && n.l.Plays(i-1, n.r.and); !n.l.Plays(i-1, n.r.the) && !second || !n.standsAlone(i+1) {
			continue
		}
		people := n.l.Has(i, n.moreGroup) || n.l.Has(i, n.gazGroup) || n.shaped[n.l.Fold(i)]
		if !people && !n.unlisted(i) {
			continue
		}
		if n.l.Plays(i-1, n.r.and) { // the Yawanawa and Ashaninka
			if !people && !(n.l.Has(i-2, n.moreGroup) && n.l.Has(i+1, n.groupVerb)) {
				continue
			}
		} else if len(chain) > 0 && !n.listed(chain[len(chain)-1]+1, i-1) {
			flush()
		}
		chain = append(chain, i)
		known = known || people
	}
	flush()
}

// listed reports whether the tokens [from, to) only join the members of a list:
// a comma, "and", what a bracket or a short share says of the member before.
func (n *nameFinder) listed(from, to int) bool {
	if to <= from || to-from > 9 {
		return false
	}
	deep, joined := 0, false
	for i := from; i < to; i++ {
		switch r := n.l.Rune(i); {
		case r == '(':
			deep++
		case r == ')':
			deep--
		case deep > 0:
		case !joined && n.l.Has(i, n.orgOf) && n.l.Has(i+1, lang.Cap) && i == from: // the Monpa of Trongsa
		case !joined && i > from && n.l.Is(i, lang.Cap):
		case r == ',' || n.l.Plays(i, n.r.and) || n.l.Plays(i, n.r.or):
			joined = true
		default:
			return false
		}
	}
	return joined && deep == 0
}

// numberedPeoples notes words of which the text says how many they are: "the
// Kwamashi, along the upper Zambezi, number 2,311".
func (n *nameFinder) numberedPeoples() {
	if !n.p.hasAll.roles.Has(n.r.numbers) {
		return
	}
	for _, at := range n.p.caps {
		k := int(at)
		if !n.l.Plays(k-1, n.r.the) || !n.unlisted(k) {
			continue
		}
		for i := k + 1; i < k+12 && i+1 < len(n.l.Toks); i++ {
			if n.l.Plays(i, n.r.numbers) && n.countBehind(i+1) {
				n.numberedPeople(i)
			}
		}
	}
}

// numberedPeople notes the nearest people before the verb at token i.
func (n *nameFinder) numberedPeople(i int) {
	first := n.p.sentenceOf(i).First
	for k := i - 1; k > first && k > i-12; k-- {
		if !n.l.Plays(k-1, n.r.the) || !n.l.Is(k, lang.Cap) {
			continue
		}
		if r := n.l.Rune(k + 1); n.unlisted(k) && (k+1 == i || r == ',' && (n.l.Rune(i-1) == ',' || k+2 == i-1 && n.l.Plays(i-1, n.r.who)) || r == '(' && n.l.Rune(i-1) == ')') {
			n.noteShaped(k)
			return
		}
	}
}

// countBehind reports whether a number stands at token i or behind a word that
// qualifies it: "some 2,300", "fewer than a thousand".
func (n *nameFinder) countBehind(i int) bool {
	for k := i; k < i+4 && k < len(n.l.Toks); k++ {
		if n.l.Is(k, lang.Number) || n.l.Has(k, lang.NumberChunk) {
			return true
		}
		if !n.l.Is(k, lang.Lower) {
			return false
		}
	}
	return false
}

// noteChained marks a listed people that also names a place, as the list it
// stands in tells which of the two is meant.
func (n *nameFinder) noteChained(i int) {
	if n.chained == nil {
		n.chained = map[int]bool{}
	}
	n.chained[i] = true
}

// peoplesFollow reports whether a listed people without an article stands at token
// i as the next of a list and, where a comma leads to it, the list goes on; nothing
// that they might qualify follows.
func (n *nameFinder) peoplesFollow(i int, comma bool) bool {
	ch, ok := n.l.Chunk(i, n.moreGroup)
	if !ok || n.l.Entry(ch).Value == "adj" || n.l.Entry(ch).Value == "land" {
		return false
	}
	end := int(ch.End)
	if !comma {
		return n.standsAlone(end)
	}
	if !n.l.Plays(end, n.r.and) && n.l.Rune(end) != ',' {
		return false
	}
	if end++; n.l.Plays(end, n.r.and) {
		end++
	}
	ch, ok = n.l.Chunk(end, n.moreGroup)
	return ok && n.standsAlone(int(ch.End))
}

// kinBehind reports whether the adjective of an English people that ends at token
// i is joined to that of another before a noun that such have: "Chakma and Marma
// leaders".
func (n *nameFinder) kinBehind(i int, s lang.Sentence) bool {
	if i+2 >= s.Last || !n.l.Plays(i, n.r.and) && !n.l.Plays(i, n.r.or) {
		return false
	}
	ch, ok := n.l.Chunk(i+1, n.moreGroup)
	return ok && int(ch.End) < s.Last && n.l.Has(int(ch.End), n.groupKin)
}

// joinedAdjective reports whether the adjective of an English people that ends at
// token i is joined to another before a noun for peoples: "Maroon and Indigenous
// communities".
func (n *nameFinder) joinedAdjective(i int, s lang.Sentence) bool {
	return i+2 < s.Last && (n.l.Plays(i, n.r.and) || n.l.Plays(i, n.r.or)) && n.l.Is(i+1, lang.Cap) && n.l.Has(i+2, n.groupNoun)
}

// acting reports whether a listed English people with no other meaning is the
// subject that a sentence opens with, or one of two between whom something is:
// "Inuit hunt there", "a pact among Maasai".
func (n *nameFinder) acting(i, end int, s lang.Sentence) bool {
	if i == s.First {
		return end < s.Last && n.l.Is(end, lang.Word)
	}
	return n.l.Plays(i-1, n.r.amongThem)
}

// iwi notes the peoples of New Zealand that the first word of their name shows:
// "Ngāti Kahungunu", "Ngāi Tahu". It tells where they stand for shapedPeople.
func (n *nameFinder) iwi() {
	if !n.p.hasAll.roles.Has(n.r.tribeHead) {
		return
	}
	for _, at := range n.p.caps {
		i := int(at)
		if !n.l.Plays(i, n.r.tribeHead) || !n.l.Has(i+1, lang.Cap) {
			continue
		}
		if n.tribes == nil {
			n.tribes = map[int]int{}
		}
		n.tribes[i] = i + 2
	}
}
