package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// paired takes English names of which no list has a word for what the name
// they stand in a row with is: "Rajik and Jyothira", "in Euran and Jerild",
// "Novell bought Suva and Ximar". A verb of saying behind begins another
// clause.
func (n *nameFinder) paired(s lang.Sentence) {
	n.rows(s)
	n.placesWithin(s)
	for x, at := range n.caps {
		i := int(at)
		if n.marks[x]&(capTaken|capGlued|capInside) != 0 {
			continue
		}
		end := i + 1
		for end < s.Last && end-i < 4 && n.beside(end, s) {
			end++
		}
		heads := n.headsRow(i, end, s)
		if i == s.First && !heads {
			continue
		}
		before := n.joins(i - 1)
		after := end+1 < s.Last && n.joins(end) && n.l.Is(end+1, lang.Cap)
		if !before && !after || n.l.Has(i, n.funcWord) || !n.bareName(i, end) || n.covered(i) {
			continue
		}
		class := lang.NoClass
		if before {
			class = n.endsAt(i - 1)
			if class == lang.NoClass && i-2 > s.First && n.l.Rune(i-2) == ',' {
				class = n.endsAt(i - 2)
			}
			if n.l.Rune(i-1) == ',' && !(after && class == n.beginsAt(end+1)) {
				class = lang.NoClass
			}
		} else if heads || n.word(end) == "and" || n.beginsAt(end+1) != lang.NoClass && end+3 < s.Last && n.joins(end+2) {
			class = n.beginsAt(end + 1)
			if class != lang.PlaceChunk && n.opens(i, s) && !heads && !(class == lang.OrgChunk && end == i+1 && n.word(end) == "and" && n.orgKnown != 0 && n.l.Has(end+1, n.orgKnown) && !n.wordly([]element{{start: i, end: end}}) && !strings.HasSuffix(n.word(i), "s")) {
				class = lang.NoClass
			}
		}
		switch {
		case class == lang.NoClass, class == lang.GroupChunk:
			continue
		case before && (n.say != 0 && n.l.Has(end, n.say) || n.cue != 0 && n.l.Has(end, n.cue)):
			class = lang.PersonChunk
		case class != lang.PersonChunk && n.surname != 0 && n.l.Has(end-1, n.surname):
			continue
		}
		n.propose(candidate{class: class, start: i, end: end, score: scoreContext, rule: "paired"})
	}
}

// joins reports whether token i joins the members of a row.
func (n *nameFinder) joins(i int) bool {
	return n.l.Rune(i) == ',' || n.word(i) == "and" || n.word(i) == "or"
}

// covered reports whether a candidate lies over token i.
func (n *nameFinder) covered(i int) bool {
	for k := range n.cands {
		if c := &n.cands[k]; c.start <= i && i < c.end {
			return true
		}
	}
	return false
}

// endsAt gives the class of the strongest candidate that ends right before token i.
func (n *nameFinder) endsAt(i int) lang.Class {
	return n.strongest(func(c *candidate) bool { return c.end == i })
}

// beginsAt gives the class of the strongest candidate that begins at token i.
func (n *nameFinder) beginsAt(i int) lang.Class {
	return n.strongest(func(c *candidate) bool { return c.start == i })
}

// strongest gives the class of the best candidate that fits.
func (n *nameFinder) strongest(fits func(*candidate) bool) (class lang.Class) {
	best := 0
	for k := range n.cands {
		if c := &n.cands[k]; c.score > best && fits(c) {
			best, class = c.score, c.class
		}
	}
	return class
}

// governed gives the class that a noun or verb before a bare name wants, by
// the two words before it: their tokens, -1 where the sentence has none.
func (n *nameFinder) governed(before, prev int) lang.Class {
	switch {
	case n.word(prev) == "of":
		if n.l.Plays(before, n.r.personOf) {
			return lang.PersonChunk
		}
		if n.l.Plays(before, n.r.placeOf) {
			return lang.PlaceChunk
		}
	case n.word(prev) == "to":
		if n.l.Plays(before, n.r.personTo) {
			return lang.PersonChunk
		}
		if n.l.Plays(before, n.r.orgTo) {
			return lang.OrgChunk
		}
	case n.l.Plays(prev, n.r.personAfter):
		return lang.PersonChunk
	case n.l.Plays(prev, n.r.placeAfter):
		return lang.PlaceChunk
	case n.l.Plays(prev, n.r.orgAfter):
		return lang.OrgChunk
	}
	return lang.NoClass
}
