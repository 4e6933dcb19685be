package reader

import "shanyraq/internal/lang"

// rowsOfPlaces proposes the members of an English row of places of which the first
// is known by its preposition or its verb: "it borders Keles, Thask and Vandrel".
func (n *nameFinder) rowsOfPlaces(s lang.Sentence) {
	for _, at := range n.caps {
		i := int(at)
		if i < s.First+3 || n.l.Rune(i-1) != ',' || n.taken[i] || n.endsAt(i-1) != lang.PlaceChunk {
			continue
		}
		if first := n.startOf(i - 1); first > s.First+1 && (n.placePrep != 0 && n.l.Has(first-1, n.placePrep) || n.l.Plays(first-1, n.r.placeAfter)) {
			n.rowOfPlaces(i, s)
		}
	}
}

// rowOfPlaces proposes the members of a row from token i on that no list has, where
// "and" joins the last and a clause ends behind it.
func (n *nameFinder) rowOfPlaces(i int, s lang.Sentence) {
	var starts, ends [8]int
	members, last := 0, false
	for k := i; members < len(starts) && k < s.Last && n.beside(k, s); members++ {
		end := k + 1
		for end < s.Last && end-k < 3 && n.beside(end, s) {
			end++
		}
		if n.beside(end, s) || n.l.Has(k, n.funcWord) {
			return
		}
		starts[members], ends[members] = k, end
		if last {
			members++
			break
		}
		if k = end; n.l.Rune(k) == ',' {
			k++
		}
		if n.l.Plays(k, n.r.and) {
			k, last = k+1, true
		} else if k == end {
			return
		}
	}
	if !last || members < 2 || !n.clauseEnds(ends[members-1], s) {
		return
	}
	for m := range members {
		k, end := starts[m], ends[m]
		if !n.covered(k) && n.bareName(k, end) && !n.isGiven(element{start: k, end: k + 1}) {
			n.propose(candidate{class: lang.PlaceChunk, start: k, end: end, score: scoreContext + 4, rule: "row"})
		}
	}
}

// startOf gives the first token of the longest name proposed that ends at token i; -1 for none.
func (n *nameFinder) startOf(i int) int {
	start := -1
	for k := range n.cands {
		if c := &n.cands[k]; c.end == i && c.class != lang.NoClass && (start < 0 || c.start < start) {
			start = c.start
		}
	}
	return start
}

// headsRow reports whether two unlisted words that open an English sentence open a
// row of persons: "Wanja Vandrel, Peder Thask and Ann Berg ran".
func (n *nameFinder) headsRow(i, end int, s lang.Sentence) bool {
	k := end + 1
	return i == s.First && end == i+2 && n.l.Rune(end) == ',' && n.speaksOfOne(i, end) && n.beside(k+1, s) && n.beginsAt(k) == lang.PersonChunk
}

// forOrAgainst proposes the person of a surname that everybody knows, or that the
// text has named, behind "pro-" or "anti-".
func (n *nameFinder) forOrAgainst(i int) {
	if !n.l.Plays(i-2, n.r.forAgainst) || n.l.Toks[i].Is(lang.Upper) || n.taken[i] || n.placeAt(element{start: i, end: i + 1}) {
		return
	}
	if v, _, ok := n.l.Value(i, n.surname); ok && v == "known" || n.ask(askSurname, i, i+1) {
		n.propose(candidate{class: lang.PersonChunk, start: i, end: i + 1, score: scorePerson, rule: "beside"})
	}
}

// sendsOne reports whether a full name of the lists stands behind the possessive of
// a bare name, which is then that of the firm or paper it belongs to: "Vandrel's Ann Berg".
func (n *nameFinder) sendsOne(w *besideWords) bool {
	k := w.after
	return w.owns && w.one && !w.personal && n.beside(k, w.s) && n.isGiven(element{start: k, end: k + 1}) && n.beside(k+1, w.s) && n.l.Has(k+1, n.surname)
}

// inApposition reports whether two words of which neither need be a name stand
// between commas behind an office: "the minister of finance, Grace Note, signed".
func (n *nameFinder) inApposition(els []element, s lang.Sentence) bool {
	if n.tag != "en" || len(els) != 2 || els[0].initial || els[1].initial || els[1].particle || els[0].start < s.First+2 {
		return false
	}
	return n.isGiven(els[0]) && n.l.Rune(els[0].start-1) == ',' && n.titledAt(els[0].start-1) && n.l.Rune(els[1].end) == ',' && !n.l.Toks[els[1].start].Is(lang.Upper)
}

// surnameActs reports whether a word of the language that opens an English sentence
// does what persons do, so that it may be the surname of someone named in full:
// "Note agreed", but not "Peace has come".
func (n *nameFinder) surnameActs(i int, s lang.Sentence) bool {
	k := i + 1
	if n.tag != "en" || k >= s.Last || !n.l.Toks[k].Is(lang.Lower) || n.l.Toks[i].Is(lang.Upper) {
		return false
	}
	return n.say != 0 && n.l.Has(k, n.say) || n.l.Plays(k, n.r.actsAsPerson)
}
