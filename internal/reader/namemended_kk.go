package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// mendedKK mends a Kazakh candidate by what stands inside and beside it, and reports
// whether it is none at all.
func (n *nameFinder) mendedKK(c *candidate) bool {
	switch c.class {
	case lang.PersonChunk:
		n.mediumKK(c)
	case lang.OrgChunk:
		n.mediumOnlyKK(c)
		return n.behindMetKK(c) || n.workOfBody(c) || n.numberedAssembly(c)
	case lang.PlaceChunk:
		return n.thingInMarks(c) || n.twoStates(c)
	}
	return false
}

// mediumKK takes a name in Latin letters that tells the news of a Kazakh text for a
// medium: «…, деп хабарлайды Azattyq Ruhy», «деп жазды Halyq Uni тілшісі».
func (n *nameFinder) mediumKK(c *candidate) {
	if n.glued(c.end, '-') && n.l.Is(c.end-1, lang.Latin) && n.l.Is(c.start, lang.Latin) && c.known == "" { // Kopir Podcast-та сұхбат берді
		switch n.l.Fold(c.end + 1) {
		case "та", "те", "да", "де":
			c.class, c.rule = lang.OrgChunk, "source"
			return
		}
	}
	if c.start < 2 || n.l.Fold(c.start-2) != "деп" {
		return
	}
	if w := n.l.Fold(c.start - 1); !strings.HasPrefix(w, "хабарла") && !strings.HasPrefix(w, "жаз") {
		return
	}
	for i := c.start; i < c.end; i++ {
		if t := &n.l.Toks[i]; t.Is(lang.Cyrillic) || !t.Is(lang.Latin) {
			return
		}
	}
	c.class, c.rule, c.known = lang.OrgChunk, "source", ""
}

// workOfBody cuts the word for work off a body whose name ends before it («… Ассамблеясы |
// қызметінің 30 жылдығы»), and drops a candidate that is somebody's post
// («басшылары қызметіне»). A service («баспасөз қызметі») has no possessive before it.
func (n *nameFinder) workOfBody(c *candidate) bool {
	k := c.end - 1
	if k <= c.start || !strings.HasPrefix(n.l.Fold(k), "қызмет") {
		return false
	}
	if n.office != 0 && n.l.Has(k-1, n.office) && !genitiveKK(n.l.Fold(k-1)) && n.possessedKK(k-1) {
		return true
	}
	if k-1 > c.start && n.l.Has(k-1, n.orgHead) && !genitiveKK(n.l.Fold(k-1)) && n.possessedKK(k-1) {
		c.end, c.name = k, ""
	}
	return false
}

// possessedKK reports whether a word is in the nominative with the possessive of the third person.
func (n *nameFinder) possessedKK(k int) bool {
	for _, a := range n.l.Analyses(k) {
		if a.Harmony && (a.Slots == "poss3" || a.Slots == "plural poss3") {
			return true
		}
	}
	return false
}

// numberedAssembly reports whether a candidate for a body is a session by its number:
// «одақтың 148-Ассамблеясы», «XXVII Бас Ассамблеясы».
func (n *nameFinder) numberedAssembly(c *candidate) bool {
	first := &n.l.Toks[c.start]
	return c.end > c.start+1 && (first.Is(lang.Number) || first.Is(lang.Roman)) && strings.HasPrefix(n.l.Fold(c.end-1), "ассамблея")
}

// thingInMarks reports whether a candidate for a place only opens the name of a thing in
// marks, whose noun belongs to it: «Достық керуені», «Достық үйі».
func (n *nameFinder) thingInMarks(c *candidate) bool {
	k := c.end
	return c.start > 0 && k+1 < len(n.l.Toks) && closers(n.l.Rune(c.start-1)) != "" && n.l.Is(k, lang.Lower) && n.closesQuote(k+1) && n.possessedKK(k) && (n.placeLow == 0 || !n.l.Has(k, n.placeLow)) && (n.orgHead == 0 || !n.l.Has(k, n.orgHead)) && !n.country(c.start)
}

// twoStates parts two states that a hyphen joins before what is between them:
// «Қазақстан-Әзербайжан қатынастары».
func (n *nameFinder) twoStates(c *candidate) bool {
	if c.end != c.start+3 || !n.glued(c.start+1, '-') || !n.country(c.start) || !n.country(c.start+2) {
		return false
	}
	for _, at := range [...]int{c.start, c.start + 2} {
		n.propose(candidate{class: lang.PlaceChunk, start: at, end: at + 1, score: c.score, rule: c.rule})
	}
	return true
}

// mediumOnlyKK cuts a Kazakh medium that passes the news on from the body it refers to, which
// stands right behind it: «деп хабарлайды Kazinform | министрлікке сілтеме жасап».
func (n *nameFinder) mediumOnlyKK(c *candidate) {
	if c.end < c.start+2 || c.start < 2 || n.l.Fold(c.start-2) != "деп" || c.end >= len(n.l.Toks) || n.l.Fold(c.end) != "сілтеме" {
		return
	}
	if w := n.l.Fold(c.start - 1); !strings.HasPrefix(w, "хабарла") && !strings.HasPrefix(w, "жаз") {
		return
	}
	k := c.start + 1
	known := n.l.Has(c.start, n.gazBody) || n.orgKnown != 0 && n.l.Has(c.start, n.orgKnown)
	if !known && !n.l.Is(c.start, lang.Latin) || n.l.Is(k, lang.Latin) || n.l.Is(k, lang.Punct) || n.orgHead != 0 && n.l.Has(k, n.orgHead) && k+1 == c.end && n.l.Is(k, lang.Lower) && n.possessedKK(k) {
		return
	}
	if n.l.Is(k, lang.Cap) {
		n.propose(candidate{class: lang.OrgChunk, start: k, end: c.end, score: c.score, rule: c.rule})
	}
	c.end, c.name, c.alias = k, "", ""
}

// behindMetKK reports whether a Kazakh candidate for a body begins with whom somebody meets
// and is no name behind them: «Олимпиада жүлдегерлерімен | облыстық білім басқармасы».
func (n *nameFinder) behindMetKK(c *candidate) bool {
	for k := c.end - 3; k >= c.start; k-- {
		if !n.l.Is(k, lang.Lower) || !n.l.Is(k+1, lang.Lower) || n.l.Has(k+1, n.p.know.lists.withGovern) {
			continue
		}
		for _, a := range n.l.Analyses(k) {
			if a.Harmony && a.Slots == "plural poss3 ins" {
				return true
			}
		}
	}
	return false
}
