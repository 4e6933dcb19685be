package reader

import "shanyraq/internal/lang"

// streetHead reports whether an English word for a street stands at token i with its
// capital inside a sentence: what stands before it is its name, King Street.
func (n *nameFinder) streetHead(i int) bool {
	return n.tag == "en" && n.l.Is(i, lang.Cap) && !n.l.Is(i, lang.Upper) && n.l.Has(i, n.p.know.lists.streetWord)
}

// streetOfPerson takes an English street behind "on" or "in" with the whole name of whom
// it honours, which is no person's then: "on King George Street", "in Charles de
// Gaulle Street". A ruler's has a street as its last word nowhere else either: "King
// George Street is closed".
func (n *nameFinder) streetOfPerson(c *candidate, s lang.Sentence) {
	start := c.start
	for start > s.First && c.end-start < 6 && (n.beside(start-1, s) || n.particle != 0 && n.l.Has(start-1, n.particle)) {
		start--
	}
	if c.end-start > 2 && n.l.Is(start, lang.Cap) && (start > s.First && n.l.Has(start-1, n.p.know.lists.inPrep) || n.l.Plays(start, n.r.royal) && !n.l.Is(start, lang.Upper)) {
		c.start, c.score = start, scoreSure
	}
}
