package reader

import (
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// Texts without the signs a name is told by: sentences in capitals, verse.

// quieten weighs a candidate in a sentence written in capitals: there they
// say nothing of names, so a name ends before a verb or a word that ends noun
// phrases, and a person needs a known given name or a title before it. ok is
// false where nothing of it is left.
func (n *nameFinder) quieten(c *candidate) bool {
	if n.tag == "en" && c.class == lang.PlaceChunk && c.end == c.start+1 && n.l.Plays(c.start, n.r.placeOrThing) && !n.l.Has(c.start-1, n.placePrep) {
		return false // NICE SERVICE
	}
	if c.known != "" {
		return true
	}
	for i := c.start + 1; i < c.end; i++ {
		if n.l.Is(i, lang.Word) && (n.loudVerb(i) || n.l.Has(i, n.p.know.lists.num) || n.l.Has(i, n.p.know.lists.mult)) {
			c.end = i
			break
		}
	}
	for c.end > c.start+1 && (n.l.Has(c.end-1, n.p.know.lists.npStop) || n.l.Has(c.end-1, n.funcWord) || n.l.Is(c.end-1, lang.Punct)) {
		c.end--
	}
	if c.class != lang.PersonChunk {
		return !n.loudVerb(c.start)
	}
	first := element{start: c.start, end: c.start + 1, initial: n.l.Is(c.start, lang.Initial)}
	if first.initial {
		return c.end > c.start+2
	}
	if n.isGiven(first) && !(n.givenWord != 0 && n.l.Has(c.start, n.givenWord)) && !n.l.Has(c.start, n.common) {
		return c.end > c.start+1
	}
	return n.titledAt(c.start) && !n.l.Has(c.start, n.common)
}

// loudVerb reports whether a word is a verb by the pack's lists and endings,
// whatever letters it is written in.
func (n *nameFinder) loudVerb(i int) bool {
	for _, list := range [...]string{"sayverb", "pastword", "future", "dealdone", "eventdone"} {
		if c := n.p.class(list); c != lang.NoClass {
			if ch, ok := n.l.Chunk(i, c); ok && int(ch.End) == i+1 || ok && list == "future" {
				return true
			}
		}
	}
	w := n.l.Fold(i)
	return n.p.know.endings.verbEnd.end(w, 4) || n.p.know.endings.pastEnd.end(w, 2)
}

// verseReach is how many tokens of a paragraph are looked at for verse.
const verseReach = 400

// verse reports whether a sentence stands in a paragraph of short lines that
// begin with capitals and mostly do not end sentences, as poems are set:
// there a capital tells no name.
func (n *nameFinder) verse(s lang.Sentence) bool {
	if !n.lined { // most texts
		return false
	}
	toks := n.l.Toks
	if !toks[s.First].Break && (s.First+1 >= len(toks) || !n.broken(s)) {
		return false
	}
	para := n.p.paragraphOf(s.First)
	if n.versePara == para+1 {
		return n.verseIs
	}
	n.versePara, n.verseIs = para+1, false
	lines, open, from := 0, 0, para
	for i := para + 1; i <= len(toks) && i < para+verseReach; i++ {
		if i < len(toks) && !toks[i].Break {
			continue
		}
		if line := n.l.Slice(from, i); !toks[from].Is(lang.Cap) || len(line) > utf8.UTFMax*50 || atLeast(line, 51) {
			return false
		}
		if lines++; strings.ContainsRune(",;:—–", n.l.Rune(i-1)) {
			open++
		}
		if from = i; i == len(toks) || toks[i].Para {
			break
		}
	}
	n.verseIs = lines > 2 && open*3 >= lines || lines == 2 && open == 2
	return n.verseIs
}

// broken reports whether a line break stands inside a sentence.
func (n *nameFinder) broken(s lang.Sentence) bool {
	for i := s.First + 1; i < s.Last; i++ {
		if n.l.Toks[i].Break {
			return true
		}
	}
	return false
}

// acrossCells reports whether a candidate spans a tab: cells of a table are
// no name together.
func (n *nameFinder) acrossCells(c candidate) bool {
	for i := c.start + 1; i < c.end; i++ {
		if n.p.tabBefore(i) {
			return true
		}
	}
	return false
}
