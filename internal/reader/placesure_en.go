package reader

import "shanyraq/internal/lang"

// surelyTown reports whether the English words around a name, of which no list need have
// a word, are such as only towns and lands stand in: "in Bahren on 5 May", "in Ras
// Velmor, where", "leaves on Monday for Bahren", "coffee from Orrenov to the port", "the
// line between Orrenov and Bahren". els are the words behind the preposition at token i.
func (n *nameFinder) surelyTown(i int, els []element, s lang.Sentence) bool {
	k, end := els[0].start, els[len(els)-1].end
	if len(els) > 1 && n.l.Has(k, n.given) || n.glued(end, '\'') || n.glued(end, '’') || !n.bareTown(k, end) {
		return false
	}
	switch n.word(i) {
	case "in":
		return n.lastingIn(i, end, len(els) == 1 && n.isGiven(els[0]), s)
	case "from":
		return i > s.First && (n.l.Plays(i-1, n.r.comesFrom) && n.word(end) == "to" || n.p.know.endings.goesTo.whole(n.word(i-1)))
	case "between":
		return i > s.First && (n.l.Plays(i-1, n.r.comesFrom) || n.l.Plays(i-1, n.r.routeNoun)) && n.word(end) == "and" && n.l.Is(end+1, lang.Cap)
	case "and":
		return n.joinsTowns(i)
	}
	return false
}

// bareTown reports whether no word of a name is written in capitals or belongs to a body,
// an office, a people or the day.
func (n *nameFinder) bareTown(k, end int) bool {
	for ; k < end; k++ {
		if n.l.Is(k, lang.Upper) || n.l.Is(k, lang.Initial) || n.l.Is(k, lang.Cap) && (n.l.Bits[k].Intersects(&n.anyCommon) || n.l.Has(k, n.orgKnown) || n.l.Has(k, n.gazBody) || n.l.Has(k, n.gazGroup) || n.l.Has(k, n.moreGroup) || n.l.Has(k, n.month) || n.orgEnd != 0 && n.l.Has(k, n.orgEnd)) {
			return false
		}
	}
	return true
}

// lastingIn reports whether what stands behind "in" at token i and a name, to token end,
// tells when something was so there, in which land it lies or what is there. One trusts
// and believes in persons. given tells that the name is a given name too.
func (n *nameFinder) lastingIn(i, end int, given bool, s lang.Sentence) bool {
	if i > s.First && n.l.Plays(i-1, n.r.trustIn) || end+1 >= s.Last {
		return false
	}
	at := end
	if n.l.Plays(at, n.r.in) || n.l.Plays(at, n.r.on) {
		at++
	}
	if n.l.Has(at, lang.DateChunk) {
		return true
	}
	if given {
		return false
	}
	if n.l.Rune(end) == ',' {
		return n.word(end+1) == "where" || n.l.Is(end+1, lang.Cap) && n.country(end+1)
	}
	return i == s.First && (n.l.Is(end, lang.Lower) || n.l.Is(end, lang.Number))
}

// seatOrGoal proposes the place [i, end) that somebody leaves for or is the mayor of: "She
// leaves on Monday for Ras Velmor", "residents of Stara Orrena".
func (n *nameFinder) seatOrGoal(i, end int, s lang.Sentence) {
	if i < s.First+2 || end-i > 2 || n.l.Is(i-1, lang.Cap) || !n.leadsToTown(i-1, s) || !n.bareTown(i, end) || end-i > 1 && n.l.Has(i, n.given) || n.glued(end, '\'') || n.glued(end, '’') {
		return
	}
	n.propose(candidate{class: lang.PlaceChunk, start: i, end: end, score: scoreLegal + 6, rule: "context"})
}

// leadsToTown reports whether the small word at token k leads to the town that somebody
// leaves for, goes through or is the mayor of: left for, went through, residents of.
func (n *nameFinder) leadsToTown(k int, s lang.Sentence) bool {
	switch n.word(k) {
	case "for":
		return n.leftFor(k-1, s)
	case "through":
		return n.l.Plays(k-1, n.r.moves)
	}
	return n.l.Plays(k, n.r.of) && n.l.Plays(k-1, n.r.seatOf)
}

// leftFor reports whether a verb of leaving ends before "for", at token k, or stands
// before the day there: "left for | Bahren", "leaves on Monday for | Bahren".
func (n *nameFinder) leftFor(k int, s lang.Sentence) bool {
	for back := 0; k > s.First && back < 5; back++ {
		if n.l.Plays(k, n.r.leavesFor) {
			return true
		}
		if ids := n.p.covering(lang.DateChunk, k); len(ids) > 0 {
			k = n.p.mens[ids[0]].start - 1
		} else if n.l.Plays(k, n.r.on) || n.l.Plays(k, n.r.in) {
			k--
		} else {
			return false
		}
	}
	return false
}

// joinsTowns reports whether "and" at token i joins what follows to a town that is sure:
// "between Orrenov and | Bahren", "residents of Orrenov and | Bahren".
func (n *nameFinder) joinsTowns(i int) bool {
	for k := range n.cands {
		if c := &n.cands[k]; c.end == i && c.class == lang.PlaceChunk && c.rule == "context" && c.score >= scoreLegal {
			return true
		}
	}
	return false
}

// populated proposes the place at token i that has people in some number: "Kota Merren
// has 30,000 inhabitants". Who has them in her care or to feed is none.
func (n *nameFinder) populated(i, end int, s lang.Sentence) {
	if end+2 >= s.Last || !n.l.Plays(end, n.r.haveVerb) || end-i > 4 || !n.bareTown(n.behindLand(i), end) || n.isGiven(element{start: i, end: i + 1}) {
		return
	}
	counted := false
	for k := end + 1; k < min(s.Last, end+6); k++ {
		if n.l.Plays(k, n.r.dwellers) {
			if counted && n.word(k+1) != "to" && !n.somebodys(k+2) {
				n.propose(candidate{class: lang.PlaceChunk, start: i, end: end, score: scoreLegal, rule: "populated"})
			}
			return
		}
		number := n.l.Is(k, lang.Number) || n.l.Has(k, lang.NumberChunk)
		counted = counted || number
		if !number && !n.l.Is(k, lang.Lower) && n.l.Rune(k) != ',' {
			return
		}
	}
}

// somebodys reports whether a word that tells whose something is stands at token i: "in
// | her care".
func (n *nameFinder) somebodys(i int) bool {
	switch n.word(i) {
	case "her", "his", "its", "their":
		return true
	}
	return false
}
