package reader

import "shanyraq/internal/lang"

// ruleSpelled marks the candidate that spells the name before it again.
const ruleSpelled = "spelled again"

// foreign proposes words in Latin letters inside a Cyrillic text: most often
// companies, media and products.
func (n *nameFinder) foreign(s lang.Sentence) {
	if !n.has.classes.Has(lang.Latin) {
		return
	}
	for i := s.First; i < s.Last; i++ {
		if !n.latinName(i) || n.inIdentifier(i) {
			continue
		}
		k, firm := n.latinEnd(i, s)
		if n.spelledAgain(i, k) {
			n.propose(candidate{start: i, end: k, score: scoreKnown, rule: ruleSpelled})
			i = k - 1
			continue
		}
		score := scoreContext
		closed := n.tag == "kk" && k < s.Last && n.l.Is(k, lang.Lower) && n.l.Has(k, n.orgHead) // Sany Group компаниясы
		if firm {
			score = scoreKnown // Vandrel S.A.
		} else if !closed && k > i+1 && n.l.Plays(k-1, n.r.latinHead) && !n.isGiven(element{start: i, end: i + 1}) {
			score = scoreLegal // Sembol Construction
		} else if k > i+2 { // a place may be one word of it: Bank of China
			score = scoreKnown
		}
		n.propose(candidate{class: lang.OrgChunk, start: i, end: k, score: score, name: n.l.Slice(i, k), rule: "foreign"})
		i = k - 1
	}
}

// latinEnd gives the token behind the name in Latin letters that begins at token i, and
// whether the legal form of a firm closes it: "Miel du Sud S.A.", "Vandrel GmbH & Co. KG".
func (n *nameFinder) latinEnd(i int, s lang.Sentence) (end int, firm bool) {
	k := i + 1
	for k < s.Last && k < i+8 {
		switch {
		case n.latinName(k) || n.l.Rune(k) == '&':
			k++
			continue
		case n.latinJoin(k) && n.glued(k+1, '-') && k+2 < s.Last && n.latinName(k+2): // Khaled el-Masri
			k += 3
			continue
		case n.latinJoin(k) && k+1 < s.Last && n.latinName(k+1):
			k += 2
			continue
		}
		break
	}
	for j := i + 1; j <= k && j < s.Last && n.orgEnd != 0; j++ {
		if n.l.Has(j, n.orgEnd) && !n.l.Is(j, lang.Cyrillic) {
			if end := n.l.ChunkEnd(j, n.orgEnd); end >= k {
				if n.glued(end, '.') && end < s.Last-1 { // Korvex Ltd. построит
					end++
				}
				return end, true
			}
		}
	}
	return k, false
}

// closedAsFirm reports whether the legal form of a firm in Latin letters ends a candidate in
// Cyrillic text: Vandrel S.A. is no person with two initials.
func (n *nameFinder) closedAsFirm(c *candidate) bool {
	for j := c.start + 1; j < c.end && n.orgEnd != 0; j++ {
		if n.l.Has(j, n.orgEnd) && !n.l.Is(j, lang.Cyrillic) && n.l.ChunkEnd(j, n.orgEnd) >= c.end {
			return true
		}
	}
	return false
}

// spelledAgain reports whether the tokens stand in brackets right after a
// person's name: the same name in its own letters.
func (n *nameFinder) spelledAgain(from, to int) bool {
	if from < 2 || n.l.Rune(from-1) != '(' || n.l.Rune(to) != ')' {
		return false
	}
	for k := range n.cands {
		if c := &n.cands[k]; c.class == lang.PersonChunk && c.end == from-1 {
			return true
		}
	}
	return n.l.Is(from-2, lang.Cap) && n.l.Is(from-2, lang.Cyrillic) && from > 2 && n.l.Is(from-3, lang.Cap) && to-from > 1
}

// spelledOf lays the words of a candidate in brackets over as another spelling
// of the person whose mention was laid right before: «Гаррет Рейсман (Garrett
// Reisman)».
func (n *nameFinder) spelledOf(c candidate) {
	m := n.p.mens[len(n.p.mens)-1]
	if m.class != lang.PersonChunk || m.end != c.start-1 {
		return
	}
	n.p.doc.alias(m.entity, n.l.Slice(c.start, c.end))
	n.p.mention(lang.PersonChunk, c.start, c.end, m.entity)
}

// latinJoin reports whether a small Latin word may stand inside a name: of, and, della.
func (n *nameFinder) latinJoin(i int) bool {
	t := &n.l.Toks[i]
	return t.Is(lang.Latin) && t.Is(lang.Lower) && !n.taken[i] && t.End-t.Start <= 5
}

// latinName reports whether a capitalised word in Latin letters stands at token i that may
// be a name by itself.
func (n *nameFinder) latinName(i int) bool {
	t := &n.l.Toks[i]
	return t.Is(lang.Latin) && t.Is(lang.Cap) && !t.Is(lang.Roman) && !n.taken[i] && t.End-t.Start > 2 && !n.l.Has(i, n.acroStop) && !t.Is(lang.Cyrillic)
}

// latinAlone reports whether words in Latin letters in a Russian text, no given name
// among them, name a paper or a firm rather than a person: of one word, also behind a
// title; of more, without one.
func (n *nameFinder) latinAlone(els []element, titled bool) bool {
	if len(els) == 1 && titled && n.bodyTitle(els[0].start) && n.l.Is(els[0].start, lang.Latin) && !n.l.Is(els[0].start, lang.Cyrillic) {
		return true
	}
	for _, e := range els {
		if t := &n.l.Toks[e.start]; e.initial || e.particle || !t.Is(lang.Latin) || t.Is(lang.Cyrillic) || n.isGiven(e) {
			return false
		}
	}
	return len(els) == 1 || !titled
}
