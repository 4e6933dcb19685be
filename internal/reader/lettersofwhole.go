package reader

import (
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// lettersOfWhole takes the letters in brackets behind an English body's organ for
// those of the body where they spell its name alone: "the Board of Directors of the
// | Lindholm Development Bank (LDB)". The body is then known by name and letters,
// and the organ keeps none.
func (n *nameFinder) lettersOfWhole(c *candidate) {
	if n.tag != "en" || c.class != lang.OrgChunk || len(c.alias) < 3 || c.alias != n.bracketed(c.end) {
		return
	}
	for k := c.start + 2; k < c.end-1; k++ {
		if !n.l.Is(k, lang.Cap) || !n.l.Plays(k-1, n.r.of) && !(n.l.Plays(k-1, n.r.the) && n.l.Plays(k-2, n.r.of)) {
			continue
		}
		if n.initialsAre(c.alias, k, c.end) && !n.initialsAre(c.alias, c.start, c.end) {
			n.entityOf(candidate{class: lang.OrgChunk, start: k, end: c.end, alias: c.alias, rule: "defined"})
			c.alias = ""
			return
		}
	}
}

// initialsAre reports whether the capitals that open the words of [from, to) are the letters.
func (n *nameFinder) initialsAre(letters string, from, to int) bool {
	for i := from; i < to; i++ {
		if t := &n.l.Toks[i]; !t.Is(lang.Word) || !t.Is(lang.Cap) {
			continue
		}
		r, size := utf8.DecodeRuneInString(letters)
		if size == 0 || r != n.l.Rune(i) {
			return false
		}
		letters = letters[size:]
	}
	return letters == ""
}

// joinedLand takes into an English body whose name ends in a land the one that "and" joins to
// it, where letters in brackets behind both begin as the body does: "the Institute of Bees of
// Central America and | Panama (IBAP)".
func (n *nameFinder) joinedLand(c, next *candidate) {
	k := c.end + 1
	if n.tag != "en" || !n.l.Plays(c.end, n.r.and) || next.class != lang.PlaceChunk {
		return
	}
	if n.l.Plays(k, n.r.the) {
		k++
	}
	if next.start != k {
		return
	}
	letters := n.bracketed(next.end)
	first, size := utf8.DecodeRuneInString(letters)
	if size == 0 || first != n.l.Rune(c.start) {
		return
	}
	for k = c.end - 1; k > c.start; k-- {
		if n.l.Plays(k, n.r.of) {
			if n.placeChunk(k+1) == c.end {
				c.end, c.alias, next.class = next.end, letters, 0
			}
			return
		}
	}
}
