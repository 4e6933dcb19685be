package reader

import "shanyraq/internal/lang"

// saintCut reports whether token k is the full stop of the saint an English body
// is called after: the Church of St. | Jude.
func (n *nameFinder) saintCut(k, last int) bool {
	return n.tag == "en" && k > 0 && k+1 < last && n.glued(k, '.') && n.l.Plays(k-1, n.r.saintShort) && n.l.Toks[k+1].Is(lang.Cap)
}

// workingIn gives the end of an English body whose head at token i is of those
// that work in a land: the Union Mission in Somalia; after where none follows.
func (n *nameFinder) workingIn(i, after int, s lang.Sentence) int {
	if after+1 >= s.Last || !n.l.Plays(i, n.r.missionHead) || !n.l.Plays(after, n.r.in) || !n.l.Toks[after+1].Is(lang.Cap) {
		return after
	}
	return max(after, n.placeChunk(after+1))
}

// prefixBefore gives the first token of a word in two parts that ends with the
// small word at token k: Co-operative; k where it does not.
func (n *nameFinder) prefixBefore(k, first int) int {
	if n.tag == "en" && k >= first+2 && n.l.Toks[k].Is(lang.Lower) && n.glued(k-1, '-') && n.l.Toks[k-2].Is(lang.Cap) && n.l.Plays(k-2, n.r.wordPrefix) {
		return k - 2
	}
	return k
}

// namedBehind gives the end of an English place whose noun with a capital ends
// before token end, with what it is called after: the Great Mosque of al-Nuri,
// Operating Base Falcon.
func (n *nameFinder) namedBehind(end int, s lang.Sentence) int {
	k := end + 1
	switch {
	case n.l.Plays(end-1, n.r.baseHead) && n.beside(end, s) && !n.l.Toks[end].Is(lang.Upper):
		if n.l.Bits[end].Intersects(&n.anyOffice) || n.l.Has(end, n.orgHead) || n.l.Has(end, n.placeHead) || n.l.Has(end, n.eventHead) || n.beside(k, s) {
			return end
		}
		return k
	case !n.l.Plays(end-1, n.r.builtOf) || !n.l.Plays(end, n.r.of):
		return end
	case k+2 < s.Last && n.l.Plays(k, n.r.arabicArticle) && n.glued(k+1, '-') && n.l.Toks[k+2].Is(lang.Cap):
		return k + 3
	case n.beside(k, s) && !n.l.Has(k, n.funcWord):
		els := n.run(k, min(s.Last, k+6))
		if len(els) > 0 {
			return els[len(els)-1].end
		}
	}
	return end
}

// campNamed proposes a camp by a word behind it that is no name elsewhere: Camp
// Victory.
func (n *nameFinder) campNamed(i int, s lang.Sentence) {
	k := i + 1
	if n.word(i) != "camp" || !n.beside(k, s) || n.beside(k+1, s) || i > s.First && n.beside(i-1, s) || n.l.Toks[k].Is(lang.Upper) {
		return
	}
	if n.l.Bits[k].Intersects(&n.anyOffice) || n.l.Has(k, n.orgHead) || n.l.Has(k, n.placeHead) || n.l.Has(k, n.eventHead) || n.l.Has(k, n.funcWord) {
		return
	}
	n.propose(candidate{class: lang.PlaceChunk, start: i, end: k + 1, score: scorePlace, rule: "place"})
}
