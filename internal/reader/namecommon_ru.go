package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// hyphenAdjective reports whether a Russian candidate for a person is an adjective of two
// parts, the second in small letters: «Китайско-белорусского | парка».
func (n *nameFinder) hyphenAdjective(c *candidate) bool {
	return c.end == c.start+3 && n.glued(c.start+1, '-') && n.l.Is(c.start+2, lang.Lower) && n.adjective(c.start+2)
}

// gatheringAlone reports whether a Russian candidate for a person is the noun of an event
// alone, with a capital because it opens the name of a body that goes on in small letters:
// «члены | Конференции европейских судов».
func (n *nameFinder) gatheringAlone(c *candidate) bool {
	if c.end != c.start+1 || n.event == 0 || !n.l.Has(c.start, n.event) {
		return false
	}
	return c.end < len(n.l.Toks) && n.l.Is(c.end, lang.Lower) && (n.adjective(c.end) || n.genitive(c.end))
}

// wholeRepublic takes into the name of a Russian body all of the republic it ends with, where
// that has two words in the nominative: «Министерство культуры Республики Южная | Осетия»,
// «Республики Марий | Эл».
func (n *nameFinder) wholeRepublic(c *candidate) {
	last := c.end - 1
	if last-1 <= c.start || c.end >= len(n.l.Toks) || n.l.Fold(last-1) != "республики" || !n.l.Is(c.end, lang.Cap) || n.l.Toks[c.end].Para {
		return
	}
	for _, x := range [...]lang.Class{n.gazPlace, n.morePlace} {
		if x == 0 {
			continue
		}
		if ch, ok := n.l.Chunk(last, x); ok && int(ch.End) > c.end {
			c.end = int(ch.End)
			n.renamed(c)
			return
		}
	}
	if w := n.l.Fold(last); strings.HasSuffix(w, "ная") || strings.HasSuffix(w, "ская") {
		c.end++
		n.renamed(c)
	}
}

// renamed gives a candidate whose end was moved its name anew.
func (n *nameFinder) renamed(c *candidate) {
	if c.name != "" {
		c.name += " " + n.l.Slice(c.end-1, c.end)
	}
}

// placeOfWords reports whether a Russian candidate for a person is a place of several words
// that the lists know: «глава | Марий Эл Александр Евстифеев».
func (n *nameFinder) placeOfWords(c *candidate) bool {
	if c.end != c.start+2 {
		return false
	}
	for _, x := range [...]lang.Class{n.gazPlace, n.morePlace} {
		if x == 0 {
			continue
		}
		if ch, ok := n.l.Chunk(c.start, x); ok && int(ch.End) == c.end {
			return n.office != 0 && c.start > 0 && n.l.Has(c.start-1, n.office)
		}
	}
	return false
}
