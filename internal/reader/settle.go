package reader

import (
	"cmp"
	"slices"

	"shanyraq/internal/lang"
)

// settle lays the best candidates that do not overlap, in order of the text.
func (n *nameFinder) settle() {
	slices.SortStableFunc(n.cands, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.start, b.start))
	})
	kept := n.cands[:0]
	for _, c := range n.cands {
		if n.free(c.start, c.end) {
			for i := c.start; i < c.end; i++ {
				n.taken[i] = true
			}
			kept = append(kept, c)
		}
	}
	slices.SortFunc(kept, func(a, b candidate) int { return cmp.Compare(a.start, b.start) })
	for i := range kept {
		if c := &kept[i]; c.class == lang.OrgChunk && c.alias == "" {
			c.alias = n.bracketed(c.end)
		}
	}
	for _, c := range kept {
		if c.class != 0 {
			n.p.mention(c.class, c.start, c.end, n.entityOf(c))
			if c.class == lang.OrgChunk && n.tag == "ru" {
				n.inside(c)
			}
		}
	}
}

// inside lays the known places that a body's name holds: the government of
// Kazakhstan speaks of Kazakhstan too.
func (n *nameFinder) inside(c candidate) {
	for i := c.start + 1; i < c.end; i++ {
		ch, ok := n.l.Chunk(i, n.gazPlace)
		if !ok || !n.l.Toks[i].Is(lang.Cap) || int(ch.End) > c.end {
			continue
		}
		e := n.l.Entry(ch)
		n.p.mention(lang.PlaceChunk, i, int(ch.End), n.entityOf(candidate{class: lang.PlaceChunk, start: i, end: int(ch.End), known: e.Known, name: n.surfaceOf(e, i, int(ch.End))}))
		i = int(ch.End) - 1
	}
}

// bracketed gives the short name that stands in brackets right after a
// body's name: one capitalised word, or an abbreviation and up to two words.
func (n *nameFinder) bracketed(i int) string {
	if n.l.Rune(i) != '(' || !n.l.Has(i+1, lang.Cap) || n.placeAt(element{start: i + 1, end: i + 2}) {
		return ""
	}
	for k := i + 2; k <= i+4; k++ {
		switch {
		case n.l.Rune(k) == ')':
			return n.l.Slice(i+1, k)
		case !n.l.Has(k, lang.Cap) || !n.l.Has(i+1, lang.Upper):
			return ""
		}
	}
	return ""
}
