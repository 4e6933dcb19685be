package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// tellsEvent reports whether an English name [start, end) whose head at token i
// may be a body or an event is that of an event: it opens with an ordinal, its
// edition, or what follows tells that it takes place ("opens in Oslo").
func (n *nameFinder) tellsEvent(i, start, end int, s lang.Sentence) bool {
	ch, ok := n.l.Chunk(i, n.event)
	if n.event == 0 || !ok {
		return false
	}
	switch kind, _, _ := strings.Cut(n.l.Entry(ch).Value, " "); kind {
	case "conference", "meeting", "festival", "competition", "exhibition":
	default:
		return false
	}
	for _, k := range [...]int{start, start - 1} {
		if k < s.First {
			continue
		}
		if x, ok := n.p.numberAt(k); ok && x.ordinal && x.end <= i && x.end >= start {
			return true
		}
	}
	return n.l.Has(end, n.p.know.lists.takesPlace)
}
