package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// word gives the folded word of token i, "" outside of the text.
func (n *nameFinder) word(i int) string {
	if i < 0 || i >= len(n.l.Toks) {
		return ""
	}
	return n.l.Fold(i)
}

// standsAsBody refuses an English word of the list of bodies where it may be
// an ordinary one: an abbreviation written small, or an entry marked "word" at
// the head of a sentence or beside another capital.
func (n *nameFinder) standsAsBody(e *lang.Entry, i, end int, s lang.Sentence) bool {
	if t := &n.l.Toks[i]; end == i+1 && !t.Is(lang.Upper) && t.End-t.Start < 6 {
		w, small := n.l.Slice(i, end), false
		for _, f := range e.Forms {
			if len(f) != len(w) || !strings.EqualFold(f, w) {
				continue
			}
			if f == w {
				small = false
				break
			}
			small = f == strings.ToUpper(f)
		}
		if small {
			return false // Raw materials
		}
	}
	if e.Value != "word" {
		return true
	}
	article := n.l.Plays(i-1, n.r.the) && i > s.First
	return (article || !n.opens(i, s) && !n.l.Has(i-1, lang.Cap)) && !(end < s.Last && n.l.Is(end, lang.Cap)) && !n.l.Has(i-1, n.title)
}

// ordinary reports whether an English word that the gazetteers know stands
// where it is a common word or a person's name.
func (n *nameFinder) ordinary(e *lang.Entry, class lang.Class, i, end int, s lang.Sentence) bool {
	switch {
	case class == lang.OrgChunk && e.Known == "":
		return !n.standsAsBody(e, i, end, s)
	case class == lang.PlaceChunk && end == i+1 && len(e.Known) != 2 && n.l.Has(i, n.given) && !(i > s.First && n.l.Has(i-1, n.placePrep)) && n.l.Rune(end) != ',' && !n.glued(end, '-'):
		return true // Mary came
	case class == lang.PlaceChunk && end == i+1 && n.l.Plays(end, n.r.tongue) && i > s.First && n.l.Plays(i-1, n.r.the) && n.l.Has(end, lang.Lower):
		return true // the Talysh language
	case class == lang.PlaceChunk && end == i+1:
		return e.Value == "word" && n.opens(i, s) && n.l.Has(i+1, lang.Lower) || n.actsAsPerson(i, s) || len(e.Known) != 2 && n.namedBefore(i, s)
	}
	return false
}

// weighBody gives the first token of a known English body and what its form
// adds to its score; -1 where it is a place. The article is no part of it: the
// Guardian; a name like a person's outweighs one: Arthur Andersen.
func (n *nameFinder) weighBody(i, end int, s lang.Sentence) (start, more int) {
	switch {
	case end == i+1 && n.placeAt(element{start: i, end: end}):
		if i > s.First && n.l.Plays(i-1, n.r.the) && !n.wantedAsBody(end) {
			return -1, 0 // the Amazon
		}
		if n.wantedAsBody(end) {
			return i, 8
		}
		return i, 1
	case end == i+2 && n.l.Plays(i, n.r.the) && !n.loud && n.l.Is(i+1, lang.Upper) && n.l.Has(i+1, n.gazBody):
		return -1, 0 // the WHO, no band
	case end > i+1 && n.l.Plays(i, n.r.the):
		if !n.opens(i, s) { // its own article: he writes for The Economist
			return i, 8
		}
		return i + 1, 8
	case end > i+1 && n.isGiven(element{start: i, end: i + 1}):
		return i, 16
	case end == i+1 && (n.behindHonorific(i) || n.namedBefore(i, s) && !n.wantedAsBody(end)):
		return -1, 0 // Mr Ferrari
	}
	return i, 0
}

// behindHonorific reports whether a form of address stands right before token i.
func (n *nameFinder) behindHonorific(i int) bool {
	k := i - 1
	if n.glued(k, '.') {
		k--
	}
	return k >= 0 && n.l.Is(k, lang.Cap) && n.l.Has(k, n.p.know.lists.honorific)
}
