package reader

import "shanyraq/internal/lang"

// toldPlaces proposes English places that no list has by a plural that says what
// several names are ("Keles, Orrel and Thask districts", "two villages, Keles and
// Orrel,") and by what befalls places: "floods hit Vandrel", "Vandrel was shelled".
func (n *nameFinder) toldPlaces(s lang.Sentence) {
	based, built := n.has.roles.Has(n.r.townTail), n.has.roles.Has(n.r.builtOf)
	for x, at := range n.caps {
		i := int(at)
		if n.marks[x]&(capTaken|capInside|capSmall|capHyphen) != 0 {
			continue
		}
		if built {
			n.houseCalled(i, s)
		}
		if based {
			n.basedThere(i, s)
		}
		end := i + 1
		for end < s.Last && end-i < 4 && n.beside(end, s) {
			end++
		}
		if end < s.Last && n.l.Plays(end, n.r.areaPlural) && n.l.Is(end, lang.Lower) && i > s.First {
			n.rowBefore(i, end, s)
		}
		if i > s.First+1 && (n.l.Rune(i-1) == ',' || n.l.Rune(i-1) == ':') && n.l.Is(i-2, lang.Lower) && n.classOfMany(i-2) == lang.PlaceChunk {
			n.rowBehind(i, s)
		}
		wide := n.townGoesOn(end, s)
		n.populated(i, wide, s)
		n.townDeeds(i, end, s)
		n.seatOrGoal(i, end, s)
		if n.l.Rune(end) == ',' && end-i <= 2 && n.whereBehind(i, end, s) && n.bareName(i, end) {
			n.propose(candidate{class: lang.PlaceChunk, start: i, end: end, score: scoreContext, rule: "where"})
		}
		if end-i <= 3 && n.bareName(n.behindLand(i), end) && (end-i <= 2 || n.behindLand(i) > i) && !n.givenEver(i) && (n.befallen(i, s) || n.suffers(wide, s) || n.fled(i, end, s)) {
			c := candidate{class: lang.PlaceChunk, start: i, end: end, score: scoreModel, rule: "befallen"}
			if wide > end && n.suffers(wide, s) {
				c.end, c.score = wide, scoreLegal+4
			}
			n.propose(c)
			n.rowOn(end, s)
		}
	}
	if n.has.roles.Has(n.r.townParticle) {
		n.townsGoOn(s)
	}
}

// houseCalled proposes the house at token i with what it is called after behind "of the":
// the Cathedral of the Assumption.
func (n *nameFinder) houseCalled(i int, s lang.Sentence) {
	if !n.l.Plays(i, n.r.builtOf) || !n.l.Plays(i+1, n.r.of) || i+3 >= s.Last || !n.l.Plays(i+2, n.r.the) || !n.beside(i+3, s) {
		return
	}
	if els := n.run(i+3, min(s.Last, i+8)); len(els) > 0 && !els[0].particle {
		n.propose(candidate{class: lang.PlaceChunk, start: i, end: els[len(els)-1].end, score: scoreKnown + 4, rule: "house"})
	}
}

// rowBefore proposes the places of a row whose last one is [i, end), right before a
// plural of areas.
func (n *nameFinder) rowBefore(i, end int, s lang.Sentence) {
	for more := true; more; {
		if n.l.Has(i, n.common) || n.l.Has(i, n.natAdj) || n.l.Has(end-1, n.orgHead) || n.p.know.endings.epithetEnd.end(n.word(end-1), 2) || n.l.Bits[i].Intersects(&n.anyOffice) || n.l.Is(i, lang.Upper) {
			return
		}
		n.propose(candidate{class: lang.PlaceChunk, start: i, end: end, score: scoreKnown + 2, rule: "areas"})
		k := i - 1
		if n.l.Plays(k, n.r.and) {
			if k--; n.l.Rune(k) == ',' {
				k--
			}
		} else if n.l.Rune(k) == ',' {
			k--
		} else {
			return
		}
		end, i = k+1, k+1
		for i > s.First && end-i < 3 && n.beside(i-1, s) {
			i--
		}
		more = i < end
	}
}

// rowBehind proposes the places of a row that begins at token i and that the plural
// before its comma says to be such: two names at least, joined by "and".
func (n *nameFinder) rowBehind(i int, s lang.Sentence) {
	var row [8][2]int
	many, joined := 0, false
	for many < len(row) && i < s.Last && n.l.Is(i, lang.Cap) {
		end := n.nameEnd(i, s)
		if end == 0 || n.l.Has(i, n.common) || n.l.Has(i, n.orgHead) || n.l.Has(i, n.orgKnown) {
			return
		}
		row[many] = [2]int{i, end}
		many++
		if joined || end >= s.Last {
			i = end
			break
		}
		if i = end; n.l.Rune(i) == ',' {
			i++
		}
		if n.l.Plays(i, n.r.and) {
			joined = true
			i++
		}
		if i == end {
			return
		}
	}
	if !joined || many < 2 || i < s.Last && n.l.Is(i, lang.Word) {
		return
	}
	for _, x := range row[:many] {
		n.propose(candidate{class: lang.PlaceChunk, start: x[0], end: x[1], score: scoreKnown + 2, rule: "areas"})
	}
}

// rowOn proposes the bare names joined by commas and "and" to the place before token
// k: "hit Keles, Vandrel and Orrel".
func (n *nameFinder) rowOn(k int, s lang.Sentence) {
	for k+1 < s.Last {
		if n.l.Rune(k) == ',' {
			k++
		}
		if n.l.Plays(k, n.r.and) {
			k++
		}
		if !n.beside(k, s) || !n.joins(k-1) || n.beside(k+1, s) || !n.bareName(k, k+1) || n.givenEver(k) || k+1 < s.Last && !n.clauseEnds(k+1, s) {
			return
		}
		n.propose(candidate{class: lang.PlaceChunk, start: k, end: k + 1, score: scoreModel, rule: "befallen"})
		k++
	}
}

// whereBehind reports whether a clause behind the name [i, end) says what is there: "the
// families of Vandrel, where a well was sunk". One who works somewhere may be at a firm.
func (n *nameFinder) whereBehind(i, end int, s lang.Sentence) bool {
	if i < s.First+2 || end+2 >= s.Last || n.word(end+1) != "where" || n.likePerson(i, end) {
		return false
	}
	if n.l.Plays(i-1, n.r.of) {
		return n.l.Is(i-2, lang.Lower) && !n.titledAt(i-1) && !n.l.Plays(i-2, n.r.holder) && !n.l.Plays(i-2, n.r.staff)
	}
	return n.placePrep != 0 && n.l.Has(i-1, n.placePrep) && !n.l.Plays(i-1, n.r.at)
}

// befallen reports whether a verb of what befalls places stands before token i, with
// a thing in small letters that does it: "floods hit", "a quake shook".
func (n *nameFinder) befallen(i int, s lang.Sentence) bool {
	k := i - 1
	if k <= s.First || !n.l.Plays(k, n.r.besets) {
		return false
	}
	t := &n.l.Toks[k-1]
	if k-1 == s.First && n.l.Has(k-1, n.funcWord) || !t.Is(lang.Lower) && k-1 > s.First || !t.Is(lang.Word) || n.l.Plays(k-1, n.r.relative) {
		return false
	}
	if v, _, ok := n.l.Value(k-1, n.isa); ok && v == "person" || n.l.Bits[k-1].Intersects(&n.anyOffice) || n.l.Has(k-1, n.groupNoun) || n.isGiven(element{start: k - 1, end: k}) {
		return false
	}
	return k-1 == s.First || !n.l.Has(k-1, n.funcWord)
}

// suffers reports whether a passive of what befalls places and not persons stands at
// token k: "was flooded", "has been shelled".
func (n *nameFinder) suffers(k int, s lang.Sentence) bool {
	if !n.l.Plays(k, n.r.copula) && !n.l.Plays(k, n.r.haveVerb) {
		return false
	}
	for k++; k < s.Last && n.l.Plays(k, n.r.beVerb); k++ {
	}
	if k >= s.Last || !n.l.Plays(k, n.r.besets) && !n.l.Plays(k, n.r.seizes) {
		return false
	}
	if n.l.Plays(k+1, n.r.by) && n.l.Plays(k+2, n.r.determiner) {
		for at := k + 3; at < min(s.Last, k+6) && n.l.Is(at, lang.Lower); at++ {
			if n.l.Plays(at, n.r.tempest) {
				return true // was hit by a severe storm
			}
		}
	}
	return !n.l.Plays(k, n.r.doesAsPerson) || n.l.Plays(k+1, n.r.by) && n.l.Has(k+2, lang.Lower) && !n.l.Has(k+2, n.funcWord) && !n.l.Plays(k+2, n.r.determiner) // was hit by floods
}

// basedThere proposes the place before "-based" and its like: the Vandrel-based | firm,
// a Kota Merren-born singer. A Linux-based system has no seat, and what a sentence opens
// with may be an ordinary word: Web-based.
func (n *nameFinder) basedThere(i int, s lang.Sentence) {
	end := i + 1
	for end < s.Last && n.beside(end, s) && end-i < 3 {
		end++
	}
	if end+1 >= s.Last || !n.glued(end, '-') || !n.l.Plays(end+1, n.r.townTail) || !n.bareTown(n.behindLand(i), end) || end == i+1 && n.opens(i, s) {
		return
	}
	for k := end + 2; k < min(s.Last, end+6) && n.l.Is(k, lang.Word); k++ {
		if v, _, ok := n.l.Value(k, n.isa); n.l.Is(k, lang.Cap) || n.l.Has(k, n.kindNoun) || n.l.Has(k, n.orgHead) || n.l.Has(k, n.groupNoun) || n.l.Bits[k].Intersects(&n.anyOffice) || ok && v == "person" {
			n.propose(candidate{class: lang.PlaceChunk, start: i, end: end, score: scoreLegal, rule: "based"})
			return
		}
	}
}
