package reader

import (
	"slices"

	"shanyraq/internal/lang"
)

// peers keeps the place that the title of a British peer ends with from being
// read as a place or a person of its own: "Lord Hurst of Leith", "Baroness
// Pelham of Ludlow". The tokens are taken; peerNames makes them a name of the
// one they belong to.
func (n *nameFinder) peers(s lang.Sentence) {
	for _, i := range n.caps {
		i := int(i)
		if i+3 >= s.Last {
			break
		}
		if from, to := n.peerAt(i, s); to > 0 {
			for k := from; k < to; k++ {
				n.taken[k] = true
			}
			n.peerOf = append(n.peerOf, [2]int{i, to})
		}
	}
}

// peerAt gives the tokens of the place behind the name that begins at the title
// of a peer at token i, a word with a capital; 0, 0 where none stands there.
func (n *nameFinder) peerAt(i int, s lang.Sentence) (from, to int) {
	if !n.l.Plays(i, n.r.peer) {
		return 0, 0
	}
	k := i + 1
	for k < s.Last && k <= i+2 && n.l.Is(k, lang.Cap) && !n.l.Has(k, n.title) && !n.l.Has(k, n.office) && !n.l.Has(k, n.common) {
		k++
		for n.glued(k, '-') && n.l.Has(k+1, lang.Cap) {
			k += 2
		}
	}
	if k == i+1 || k+1 >= s.Last || !n.l.Plays(k, n.r.of) || !n.l.Is(k+1, lang.Cap) || n.l.Has(k+1, n.orgHead) || n.l.Has(k+1, n.gazBody) || n.l.Has(k+1, n.funcWord) {
		return 0, 0
	}
	to = k + 2
	for to < s.Last && to < k+5 && (n.l.Is(to, lang.Cap) || n.glued(to, '-') && n.l.Has(to+1, lang.Word)) && !n.l.Has(to, n.funcWord) {
		to++
	}
	return k + 1, to
}

// peerEnd gives the token behind a candidate, with the place of a peer's title.
func (n *nameFinder) peerEnd(c candidate) int {
	for _, x := range n.peerOf {
		if c.class == lang.PersonChunk && x[0]+1 == c.start && c.end < x[1] {
			return x[1]
		}
	}
	return c.end
}

// peerNames gives each peer met the names with the place: "Hurst of Leith" and,
// as they are addressed, "Lord Hurst of Leith".
func (n *nameFinder) peerNames() {
	for _, x := range n.peerOf {
		m, ok := n.p.mentionAt(x[0]+1, lang.PersonChunk)
		if !ok || m.entity < 0 {
			continue
		}
		e := &n.p.doc.entities[m.entity]
		for _, name := range [...]string{n.l.Slice(x[0]+1, x[1]), n.l.Slice(x[0], x[1])} {
			if !slices.Contains(e.aliases, name) {
				e.aliases = append(e.aliases, name)
			}
		}
	}
}
