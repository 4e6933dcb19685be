package reader

import "shanyraq/internal/lang"

// agentReach is how many words those who act may stand before their English
// verb: "engineers of the ports authority of Gdynia are to fly to Mombasa".
const agentReach = 12

// acts reports whether somebody stands before an English verb group that a rule
// with the attribute agent tells of: a person, a title, a pronoun, a body or a
// noun of people. firm says that the words name them so that no date is wanted
// to believe that they went or met: not a noun alone.
func (g *ground) acts(d *deed, s lang.Sentence) (firm, ok bool) {
	i := d.start - 1
	if d.mood == "present" && i >= s.First && g.l.Plays(i, g.p.know.roles.to) { // is asked to | visit Malta in June
		return false, false
	}
	if g.l.Plays(d.start, g.p.know.roles.goesOn) { // "will open the fair | and meet the mayor"
		i = d.start
	}
	for i >= s.First && g.actWord(i, "aside") {
		i--
	}
	if i < s.First {
		return false, false
	}
	switch r := &g.p.know.roles; {
	case g.l.Plays(i, r.somebody):
		return true, true
	case g.l.Plays(i, r.it):
		return false, true
	case g.l.Plays(i, r.goesOn):
		return g.actsBefore(i, s)
	}
	if g.l.Rune(i) == ',' { // "X, the head of Y, visited"; "In May, X visited, toured …"
		for k := i - 1; k > s.First && k > i-18; k-- {
			if g.l.Rune(k) != ',' {
				continue
			}
			if firm, ok = g.agentAt(k-1, s); ok {
				return firm, true
			}
			if firm, ok = g.agentIn(k-1, s); ok {
				return firm, true
			}
		}
		return g.agentAt(i-1, s)
	}
	if firm, ok = g.agentAt(i, s); ok {
		return firm, true
	}
	return g.agentIn(i, s)
}

// actWord reports whether the pack's list actword gives token i as a word of a kind.
func (g *ground) actWord(i int, kind string) bool {
	v, _, ok := g.l.Value(i, g.p.know.lists.actWord)
	return ok && v == kind
}

// agentAt reports whether token i ends the words for somebody who can act.
func (g *ground) agentAt(i int, s lang.Sentence) (firm, ok bool) {
	if i < s.First {
		return false, false
	}
	if m := g.at(i); m != nil {
		switch {
		case m.class == lang.PersonChunk:
			return true, true
		case m.class == lang.OrgChunk:
			return false, true
		case m.class != lang.GroupChunk:
			return false, false
		}
	}
	if g.l.Has(i, g.officenoun) && !g.l.Is(i, lang.Number) {
		return true, true
	}
	for k := i; k >= s.First && k > i-4; k-- { // "heads of state", "chiefs of staff"
		if c, found := g.l.Chunk(k, g.p.know.lists.agentNoun); found && int(c.End) == i+1 {
			return false, !g.crowd(k, s)
		}
	}
	if g.l.Has(i, g.p.know.lists.bodyNoun) {
		return false, true
	}
	people := g.l.Has(i, g.p.know.lists.personNoun) || g.l.Is(i, lang.Word) && g.p.know.endings.agentEnd.end(g.l.Fold(i), 2)
	return false, people && !g.crowd(i, s)
}

// crowd reports whether a number too great for a party stands before a noun of
// people: a million tourists who visited are counted, they pay no visit.
func (g *ground) crowd(i int, s lang.Sentence) bool {
	for k := i - 1; k >= s.First && k >= i-3; k-- {
		if g.l.Has(k, lang.NumberChunk) {
			for j := k; j >= s.First && j > k-4; j-- {
				if n, ok := g.p.numberAt(j); ok && n.end > k {
					return n.value >= 1000
				}
			}
			return false
		}
	}
	return g.l.Plays(i, g.p.know.roles.visitors)
}

// agentIn looks for somebody before the words that say more of them, begun by a
// preposition: "a delegation from Laos", "the head of the port".
func (g *ground) agentIn(i int, s lang.Sentence) (firm, ok bool) {
	for k := i; k > s.First && k > i-agentReach; k-- {
		if m := g.at(k); m != nil {
			if m.class == lang.DateChunk && m.start > s.First && m.start < k+1 { // "Ministers on Monday visited"
				if firm, ok = g.agentAt(m.start-1, s); ok {
					return firm, true
				}
				if firm, ok = g.agentAt(m.start-2, s); ok {
					return firm, true
				}
			}
			continue
		}
		if r := g.l.Rune(k); r == ';' || r == ':' || g.l.Has(k, g.clause) || g.l.Has(k, g.p.know.lists.auxVerb) {
			return false, false
		}
		if !g.actWord(k, "of") {
			continue
		}
		if firm, ok = g.agentAt(k-1, s); ok {
			return firm, true
		}
	}
	return false, false
}

// actsBefore reports whether somebody acts in the clause whose second verb is
// joined by the word at token i: "X opened the fair and flew to Osh".
func (g *ground) actsBefore(i int, s lang.Sentence) (firm, ok bool) {
	verb := false
	for k := i - 1; k >= s.First; k-- {
		if g.l.Rune(k) == ';' || g.l.Rune(k) == ':' {
			return false, false
		}
		if g.verbBehind(k) || g.l.Has(k, g.p.know.lists.auxVerb) || g.l.Has(k, g.p.know.lists.presentMove) {
			verb = true
		}
		if !verb {
			continue
		}
		if g.l.Plays(k, g.p.know.roles.actor) {
			return true, true
		}
		if firm, ok = g.agentAt(k, s); ok {
			return firm, true
		}
	}
	return false, false
}
