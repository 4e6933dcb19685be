package reader

import "shanyraq/internal/lang"

// propose keeps a candidate, as the language mends it, unless the text around it
// says that it is no name.
func (n *nameFinder) propose(c candidate) {
	if c.score < scoreRejected {
		return // nothing that mends it makes it stronger
	}
	var refused bool
	switch n.tag {
	case "en":
		if !n.loud && !n.holds(&c) {
			return // most are this weak, and nothing mends them
		}
		refused = n.behindUnit(&c) || n.refusedEN(&c)
	case "ru":
		refused = n.behindUnit(&c) || n.refusedRU(&c)
	case "kk":
		refused = n.behindUnit(&c) || n.refusedKK(&c)
	default:
		if refused = n.behindUnit(&c); !refused {
			n.inMarks(&c)
		}
	}
	if refused || n.mailed && n.inAddress(c.start) || n.tabs && n.acrossCells(c) || n.loud && !n.quieten(&c) || n.poem && c.class == lang.PersonChunk && c.end == c.start+1 && !n.titledAt(c.start) {
		return
	}
	if n.holds(&c) {
		if c.class == lang.OrgChunk && n.aboutNotName(c) {
			c.score = max(c.score, scoreLegal+3) // as a gazetteer name of several words
		}
		c.score += 2 * min(c.end-c.start, 12)
		n.cands = append(n.cands, c)
	}
}

// holds reports whether a candidate is strong enough and nothing is laid over it.
func (n *nameFinder) holds(c *candidate) bool {
	return c.end > c.start && c.score >= scoreRejected && n.free(c.start, c.end)
}

// behindUnit reports whether a candidate is part of a unit behind a number, or behind
// its own first word: «франков КФА», "5 million Canadian Dollars", "300 Swiss francs".
func (n *nameFinder) behindUnit(c *candidate) bool {
	if c.start == 0 || n.unit == 0 {
		return false
	}
	for k := c.start; k > 0 && k >= c.start-2; k-- {
		if !n.l.Has(k, n.unit) {
			continue
		}
		if u, _ := n.l.Chunk(k, n.unit); int(u.End) >= c.end && (k < c.start && n.l.Is(c.start-1, lang.Lower) || len(n.l.Entry(u).Value) == 3 && n.currencyWord(k)) {
			return true
		}
	}
	return false
}

// inMarks looks at a place in quotation marks, which may be what something is
// called after.
func (n *nameFinder) inMarks(c *candidate) {
	if c.class == lang.PlaceChunk && c.start > 0 && n.l.Rune(c.start-1) == '«' {
		n.calledAfter(c)
	}
}

// refusedEN reports whether an English candidate is no name; it adds to places
// what the gazetteer knows.
func (n *nameFinder) refusedEN(c *candidate) bool {
	if c.class == lang.OrgChunk && n.knownEnd(c.end-1) > c.end && n.glued(c.end-2, '-') || (c.class == lang.PersonChunk || c.class == lang.PlaceChunk) && (n.loneLetter(c) || n.singleMarked(c)) {
		return true // ASEAN-United | States
	}
	if c.class == lang.PersonChunk && n.l.Is(c.start, lang.Initial) && n.glued(c.start+1, '.') && n.l.Plays(c.start+2, n.r.degreeShort) && n.glued(c.start+3, '.') {
		return true // M.Sc.
	}
	switch c.class {
	case lang.OrgChunk:
		if n.portfolio(*c) || n.word(c.end) == "affairs" && n.l.Has(c.end, lang.Cap) || // Commissioner for Economic and Financial | Affairs
			c.end == c.start+1 && n.glued(c.end, '$') || n.word(c.start) == "exchange" && n.l.Plays(c.start+1, n.r.of) || // NZ$115, Exchange of Information
			n.sumAt(c.start) || // sold at Tk 50
			c.rule == "head" && c.known == "" && n.l.Has(c.end-1, n.orgHead) && !n.l.Plays(c.start-1, n.r.of) && n.aboutInTitle(c.start, n.cur) || // the Act on | Wind Power
			n.designation(*c) || n.mailed && n.inRoute(*c) || n.word(c.end-1) == "co" && n.glued(c.end, '-') { // BGM-71, ECT@ECT, the PYD co-chair
			return true
		}
	case lang.PlaceChunk:
		if n.sumAt(c.start) {
			return true
		}
		if len(c.known) != 2 && n.inInstrument(c.start, c.end, n.cur) || n.insideInstrument(c.start, n.cur) || len(c.known) != 2 && n.aboutInTitle(c.start, n.cur) {
			c.class = 0 // no name of ours, and no part of one
		} else if c.known == "" { // Kenya was the first country: a place by its kind, and a known one
			n.knownAs(c)
		}
	case lang.PersonChunk:
		if c.end == c.start+1 && n.l.Plays(c.start, n.r.tongues) && !n.givenEver(c.start) {
			return true // She teaches Akkadian.
		}
		if c.end > c.start+3 && n.seatedThere(c) {
			return true // Vandrel-based | Keles Ltd
		}
		c.start = n.behindMajesty(c.start, c.end-1)
		if n.meetingName(*c) || n.articleFirst(*c, n.cur) || n.countedPlural(*c) || n.workDated(*c) || n.headlineDeed(*c) || n.namesBody(*c) { // La Traviata opened
			return true
		}
		if n.insideInstrument(c.start, n.cur) || len(c.known) != 2 && n.aboutInTitle(c.start, n.cur) {
			c.class = 0
		}
	}
	return c.end == c.start+1 && n.glued(c.end, '.') && n.l.Has(c.end+1, lang.Glued) && n.l.Has(c.end+1, lang.Lower) // Stocks.pdf
}

// knownAs fills in which place of the gazetteer a candidate is.
func (n *nameFinder) knownAs(c *candidate) {
	ch, ok := n.l.Chunk(c.start, n.gazPlace)
	if !ok || int(ch.End) != c.end {
		return
	}
	c.known = n.l.Entry(ch).Known
	if c.name == "" {
		c.name = n.l.Slice(c.start, c.end)
	}
}

// refusedRU reports whether a Russian candidate is no name.
func (n *nameFinder) refusedRU(c *candidate) bool {
	if c.class != 0 && c.end == c.start+3 && n.titleOfPlace(c.start, c.end) {
		return true // Аддис-Абебскую | конвенцию
	}
	n.inMarks(c)
	n.portTown(c)
	if c.class == lang.OrgChunk {
		n.wholeRepublic(c)
		n.withoutPersonRU(c)
	}
	return n.cutWhere(c) || n.titleInMarks(c) || n.ofGathering(c) || n.accordName(*c) ||
		c.class == lang.PersonChunk && c.end > c.start+1 && (n.overState(*c) || n.adjectivesOfBody(c) || n.instrumentFirst(*c) || n.closedAsFirm(c)) || n.ofPatron(c) ||
		c.class == lang.PersonChunk && (n.hyphenAdjective(c) || n.gatheringAlone(c) || n.placeOfWords(c) || n.thingFirst(c) || n.restOfOffice(c.start)) || // подворье Патриарха Московского и всея | Руси
		c.class == lang.OrgChunk && c.end == c.start+1 && n.thingLetters != nil && n.ofThing(c.start)
}

// refusedKK mends a Kazakh candidate and reports whether it is no name.
func (n *nameFinder) refusedKK(c *candidate) bool {
	n.inMarks(c)
	if c.class == lang.PlaceChunk && c.rule == "model" && c.end > c.start+1 && genitiveKK(n.l.Fold(c.start)) && n.l.Is(c.start+1, lang.Lower) {
		c.end, c.name = c.start+1, "" // Ыстанбұлдың | оңтүстік-шығысында
	}
	if c.class == lang.OrgChunk && c.end > c.start+2 {
		n.withoutPersonKK(c)
		n.withoutManyKK(c)
	}
	return c.class == lang.PersonChunk && n.closedAsFirm(c) || n.pressAlone(c) || n.thingOfTwoStatesKK(c) || n.townInPersonKK(c) || n.cutWhereKK(c) || n.mendedKK(c) || n.noPersonKK(c) || n.endsAsEvent(c) || n.awarded(c)
}
