package reader

import "shanyraq/internal/lang"

// saintCut reports whether token k is the full stop of the saint an English body
// is called after: the Church of St. | Jude.
func (n *nameFinder) saintCut(k, last int) bool {
	return n.tag == "en" && k > 0 && k+1 < last && n.glued(k, '.') && n.l.Plays(k-1, n.r.saintShort) && n.l.Is(k+1, lang.Cap)
}

// ladyNamed proposes what is called after Our Lady at token i, with its noun before "of"
// and where she is of: the Basilica of Our Lady of Itati.
func (n *nameFinder) ladyNamed(i int, s lang.Sentence) bool {
	if i+1 >= s.Last || n.word(i+1) != "lady" || !n.l.Is(i+1, lang.Cap) {
		return false
	}
	c := candidate{class: lang.PlaceChunk, start: i, end: i + 2, score: scoreLegal + 14, rule: "lady"}
	if n.l.Plays(c.end, n.r.of) && n.beside(c.end+1, s) {
		if els := n.run(c.end+1, min(s.Last, c.end+6)); len(els) > 0 {
			c.end = els[len(els)-1].end
		}
	}
	housed := i-2 >= s.First && n.l.Plays(i-1, n.r.of) && n.l.Is(i-2, lang.Cap) && !n.l.Has(i-2, n.funcWord)
	if housed {
		c.start = i - 2
	}
	switch {
	case n.l.Has(c.end-1, n.orgHead) || housed && n.l.Has(c.start, n.orgHead):
		c.class = lang.OrgChunk
	case !housed && !n.l.Has(c.end-1, n.placeHead):
		c.class = 0 // she herself
	}
	n.propose(c)
	return true
}

// bynameOfSaint reports whether a saint's byname begins at token k: St. John | the
// Baptist.
func (n *nameFinder) bynameOfSaint(k, last int) bool {
	return n.tag == "en" && k > 3 && k+1 < last && n.l.Plays(k, n.r.the) && n.l.Plays(k+1, n.r.epithet) && n.l.Is(k+1, lang.Cap) && (n.l.Plays(k-2, n.r.saintShort) || n.l.Plays(k-3, n.r.saintShort) || n.word(k-2) == "saint")
}

// workingIn gives the end of an English body whose head at token i is of those
// that work in a land: the Union Mission in Somalia; after where none follows.
func (n *nameFinder) workingIn(i, after int, s lang.Sentence) int {
	if after+1 >= s.Last || !n.l.Plays(i, n.r.missionHead) || !n.l.Plays(after, n.r.in) || !n.l.Is(after+1, lang.Cap) {
		return after
	}
	return max(after, n.placeChunk(after+1))
}

// prefixBefore gives the first token of a word in two parts that ends with the
// small word at token k: Co-operative; k where it does not.
func (n *nameFinder) prefixBefore(k, first int) int {
	if n.tag == "en" && k >= first+2 && n.l.Is(k, lang.Lower) && n.glued(k-1, '-') && n.l.Is(k-2, lang.Cap) && n.l.Plays(k-2, n.r.wordPrefix) {
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
	case n.l.Plays(end-1, n.r.baseHead) && n.beside(end, s) && !n.l.Is(end, lang.Upper):
		if n.l.Bits[end].Intersects(&n.anyOffice) || n.l.Has(end, n.orgHead) || n.l.Has(end, n.placeHead) || n.l.Has(end, n.eventHead) || n.beside(k, s) {
			return end
		}
		return k
	case !n.l.Plays(end-1, n.r.builtOf) || !n.l.Plays(end, n.r.of):
		return end
	case k+2 < s.Last && n.l.Plays(k, n.r.arabicArticle) && n.glued(k+1, '-') && n.l.Is(k+2, lang.Cap):
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
	if n.word(i) != "camp" || !n.beside(k, s) || n.beside(k+1, s) || i > s.First && n.beside(i-1, s) || n.l.Is(k, lang.Upper) {
		return
	}
	if n.l.Bits[k].Intersects(&n.anyOffice) || n.l.Has(k, n.orgHead) || n.l.Has(k, n.placeHead) || n.l.Has(k, n.eventHead) || n.l.Has(k, n.funcWord) {
		return
	}
	n.propose(candidate{class: lang.PlaceChunk, start: i, end: k + 1, score: scorePlace, rule: "place"})
}

// lineBetween reports whether the "and" at token k joins the two ends of a line
// whose noun with a capital stands at token i: the Keles and Osh Railroad.
func (n *nameFinder) lineBetween(i, k int, s lang.Sentence) bool {
	if n.tag != "en" || !n.l.Plays(i, n.r.lineHead) || !n.l.Is(i, lang.Cap) || k-1 <= s.First || !n.l.Is(k-1, lang.Cap) {
		return false
	}
	j := k - 1
	for j > s.First && n.l.Is(j, lang.Cap) && !n.taken[j] {
		j--
	}
	return n.l.Plays(j, n.r.the) && !n.l.Has(k-1, n.orgHead) && !n.l.Has(k-1, n.placeHead)
}

// smallUnit reports whether the unit named from token start on and headed at i is
// one that bare numbers name: 904 Expeditionary Air Wing, 3 Commando Brigade.
func (n *nameFinder) smallUnit(i, start int) bool {
	last := max(i, n.l.ChunkEnd(i, n.orgHead)-1)
	return n.l.Plays(last, n.r.countedUnit) && !n.l.Has(start, n.natAdj) && !n.placeAt(element{start: start, end: start + 1})
}

// radioNamed proposes a station by the word of no list or the number behind its noun:
// Radio Vandrel, TV Vandrel, Channel Five.
func (n *nameFinder) radioNamed(i int, s lang.Sentence) bool {
	end := i + 1
	for end < s.Last && end-i < 3 && n.beside(end, s) {
		end++
	}
	if n.word(i) == "channel" && i+1 < s.Last && n.l.Is(i+1, lang.Cap) && n.l.Has(i+1, lang.NumberChunk) && end <= i+2 && !n.taken[i] { // Channel Five
		n.propose(candidate{class: lang.OrgChunk, start: i, end: i + 2, score: scoreLegal, rule: "prefixed"})
		return true
	}
	if n.word(i) != "radio" && !(n.word(i) == "tv" && n.l.Is(i, lang.Upper) && !n.wordly([]element{{start: i + 1, end: i + 2}})) || end == i+1 || end < s.Last && n.l.Is(end, lang.Cap) || n.taken[i] || i > s.First && n.beside(i-1, s) || !n.bareName(i+1, end) || n.isGiven(element{start: i + 1, end: i + 2}) {
		return false
	}
	n.propose(candidate{class: lang.OrgChunk, start: i, end: end, score: scoreLegal, rule: "prefixed"})
	return true
}

// inState reports whether a comma and a place of several words or the letters of a
// state stand at token k: Vandrelson | , New York.
func (n *nameFinder) inState(k int) bool {
	return n.l.Rune(k) == ',' && n.l.Has(k+1, lang.Cap) && (n.placeChunk(k+1) > k+2 || n.l.Plays(k+1, n.r.stateCode))
}

// fraternity proposes a run of Greek letters as the body they name: Kappa Delta Nu.
func (n *nameFinder) fraternity(i int, s lang.Sentence) bool {
	end := i + 1
	for end < s.Last && end-i < 4 && n.beside(end, s) && n.l.Plays(end, n.r.greekLetter) {
		end++
	}
	if end < i+2 || n.taken[i] {
		return false
	}
	n.propose(candidate{class: lang.OrgChunk, start: i, end: end, score: scoreLegal + 8, rule: "letters"})
	return true
}

// andCompany proposes the firm that "and Company" or "& Sons" at token i closes, with
// the initials of its founder: A. V. Vandrel and Company.
func (n *nameFinder) andCompany(i int, s lang.Sentence) bool {
	if n.l.Rune(i-1) != '&' && !n.l.Plays(i-1, n.r.and) || n.l.Rune(i-1) == '&' && n.orgEnd != 0 && n.l.Has(i, n.orgEnd) || n.beside(i+1, s) || n.taken[i] {
		return false
	}
	start := i - 1
	for start > s.First && i-start < 9 && (n.l.Is(start-1, lang.Cap) && !n.taken[start-1] || n.glued(start-1, '.') && start-1 > s.First && n.l.Is(start-2, lang.Initial)) {
		start--
	}
	for start < i-1 && (n.l.Has(start, n.funcWord) && !n.l.Is(start, lang.Initial) || n.l.Bits[start].Intersects(&n.anyOffice)) {
		start++
	}
	if (n.word(i) == "partners" || n.word(i) == "associates") && (!n.bareName(start, i-1) || n.l.Is(i-2, lang.Upper) || n.l.Has(i+1, n.orgOf)) { // UNICEF and Partners
		return false
	}
	if start == i-1 || n.l.Has(i-2, n.orgHead) || n.l.Has(i-2, n.common) || n.placeAt(element{start: i - 2, end: i - 1}) {
		return false
	}
	n.propose(candidate{class: lang.OrgChunk, start: start, end: i + 1, score: scoreLegal + 8, rule: "legal"})
	return true
}

// shortNamed reports whether a short form of a given name that opens a sentence,
// though a word too, is somebody's by the verb behind it: "Bob is", "Rob fixed".
func (n *nameFinder) shortNamed(e element) bool {
	return n.l.Plays(e.start, n.r.shortName) && n.l.Has(e.end, lang.Lower) && (n.l.Plays(e.end, n.r.copula) || n.l.Plays(e.end, n.r.haveVerb) || n.l.Plays(e.end, n.r.willVerb) || n.doesAsPerson(e.end) || n.cue != 0 && n.l.Has(e.end, n.cue) || n.spoken(e))
}
