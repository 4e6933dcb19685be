package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// stateTitle finds a state by its full Russian name, whose kind has a capital:
// adjectives before it («Китайская Народная Республика»), a state's short name
// behind it («Королевство Саудовская Аравия»), or both («Исламской Республики
// Иран»). A state, a duchy and an emirate want the short name («Государство Катар»):
// without it they may be anything («Исламское государство»). It reports whether it has found one.
func (n *nameFinder) stateTitle(i int, s lang.Sentence) bool {
	if !n.stateKind(i) || n.taken[i] {
		return false
	}
	ch, _ := n.l.Chunk(i, n.placePre)
	start, own := i, false // own: an adjective made of the state's name stands before
	for start > s.First && i-start < 6 && !n.taken[start-1] && n.l.Is(start-1, lang.Cap) && !n.l.Is(start-1, lang.Upper) && n.adjective(start-1) && !n.l.Has(start-1, n.office) {
		start--
		own = own || ofOneState(n.l.Fold(start))
		if start-2 >= s.First && n.l.Rune(start-1) == '-' && n.l.Is(start, lang.Glued) && n.l.Is(start-2, lang.Cap) { // Народно-Демократическая
			start -= 2
		}
	}
	form := bestForm(n.l.Entry(ch), n.l.Slice(i, i+1))
	gender := russianGender(form)
	name := form
	for k := start; k < i; k++ {
		w := n.l.Slice(k, k+1)
		if n.adjective(k) && !n.glued(k+1, '-') {
			w = russianAdjective(w, gender)
		}
		switch {
		case k == start:
			name = w
		case n.l.Is(k, lang.Glued):
			name += w
		default:
			name += " " + w
		}
	}
	if start < i {
		name += " " + form
	}
	c := candidate{class: lang.PlaceChunk, start: start, end: i + 1, score: scoreKnown + 2, name: name, rule: "place"}
	if at, ok := n.l.Chunk(i+1, n.gazPlace); ok && !own && n.country(i+1) && n.l.Is(i+1, lang.Cap) && !n.l.Is(i+1, lang.Upper) && int(at.End) <= s.Last {
		e := n.l.Entry(at)
		c.end, c.known = int(at.End), e.Known
		c.name += " " + n.surfaceOf(e, i+1, c.end)
	}
	if c.end == i+1 && (i-start < 1 || n.l.Entry(ch).Value == "state") || start < i && n.opens(start, s) && c.end == i+1 && start == i-1 && !own {
		return false
	}
	n.propose(c)
	return true
}

// ofOneState reports whether an adjective in the name of a state is made of that
// state's own name, so that no short name follows: чешской, and not исламской,
// социалистической, народной.
func ofOneState(w string) bool {
	k := strings.LastIndex(w, "ск")
	if k < 0 || strings.HasSuffix(w[:k], "иче") {
		return false
	}
	for _, e := range [...]string{"ислам", "араб", "боливариан", "хашимит"} {
		if w[:k] == e {
			return false
		}
	}
	return true
}

// stateKind reports whether the noun for places at i is a kind of state.
func (n *nameFinder) stateKind(i int) bool {
	ch, ok := n.l.Chunk(i, n.placePre)
	return ok && int(ch.End) == i+1 && n.l.Entry(ch).Value != "only" && n.l.Entry(ch).Value != "abbrev"
}

// overState reports whether a person's name would lie over the kind of a state:
// «Киргизской Республики Марату» is none.
func (n *nameFinder) overState(c candidate) bool {
	for i := c.start; i < c.end; i++ {
		if n.l.Is(i, lang.Cap) && n.l.Has(i, n.placePre) && n.stateKind(i) {
			return true
		}
	}
	return false
}
