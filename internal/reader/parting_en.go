package reader

var cutsEN = cuts{
	open:  openEN,
	any:   []cut{atPlaceEN},
	words: []cut{keepRank, atTitle, behindParticle, keepGivenWord, behindStateOpener, behindPersonNoun, atSmallWord, behindNothing, behindAgent, behindPlaceEN},
}

// openEN skips what belongs to the office before an English name.
func openEN(n *nameFinder, p *parting) {
	els, s := p.els, p.sentence
	if n.fieldOfOffice(els[0].start, s) { // Secretary of Foreign Affairs Perfecto Yasay
		for p.from+1 < len(els) && !els[p.from].initial && !n.isGiven(els[p.from]) && (n.l.Has(els[p.from].start, n.common) || p.from+2 < len(els) && n.l.Fold(els[p.from+1].start) == "affairs") {
			p.next(p.from+1, true)
		}
	}
	if k := n.insideOffice(els, s); k > 0 {
		p.next(k, true)
	}
	if k := n.excellency(els); k > 0 {
		p.next(k, true)
	}
	if k := n.namedAgain(els); k > p.from {
		n.flush(p, k)
		p.next(k, false)
	}
	if k := n.behindBody(els, s); k > 0 {
		n.flush(p, k)
		p.next(k, true)
	}
}

// atPlaceEN cuts before a person whose name is a place's too, and around places
// and adjectives of several words: Sri Lankan.
func atPlaceEN(n *nameFinder, p *parting, e element) bool {
	ch, ok := n.l.Chunk(e.start, n.gazPlace)
	if adj, is := n.l.Chunk(e.start, n.natAdj); is && int(adj.End) > e.end && (!ok || adj.End > ch.End) {
		ch, ok = adj, true
	}
	if ok && int(ch.End) == e.end && n.placeNamedPerson(p.els[p.x:], p.sentence) && !(p.inside() && n.isGiven(p.els[p.x-1])) {
		n.flush(p, p.x)
		p.next(p.x, true)
		p.x++
		return true
	}
	return ok && n.cutPlace(p, e, int(ch.End))
}

// keepRank keeps a rank that closes a name as its surname.
func keepRank(n *nameFinder, p *parting, _ element) bool {
	return p.inside() && p.behind() == 0 && n.rankAsSurname(p.els, p.from, p.x)
}

// keepGivenWord keeps a word that is a given name too at the head of a name of three.
func keepGivenWord(n *nameFinder, p *parting, _ element) bool {
	return n.wordBeforeGiven(p.els, p.x)
}

// behindStateOpener leaves out a word that opens a sentence before a state.
func behindStateOpener(n *nameFinder, p *parting, _ element) bool {
	if !p.opening() || !n.stateOpened(p.els, p.x, p.sentence) {
		return false
	}
	return p.next(p.x+1, p.titled)
}

// behindPersonNoun leaves out a common noun for a person at the head of a
// sentence: Reader | Joseph Vandrel.
func behindPersonNoun(n *nameFinder, p *parting, _ element) bool {
	return p.opening() && n.ordinaryPerson(p.els, p.x, p.sentence) && p.next(p.x+1, true)
}

// behindAgent leaves out a plural of people at the head of a sentence: Writers | Brian Bendis.
func behindAgent(n *nameFinder, p *parting, e element) bool {
	if p.x != p.from+1 || !n.isGiven(e) || !n.agentBefore(p.els, p.from, p.sentence) {
		return false
	}
	return p.next(p.x, p.titled)
}

// behindPlaceEN begins a name behind a place before a given name.
func behindPlaceEN(n *nameFinder, p *parting, e element) bool {
	if !p.opening() || p.behind() == 0 || !n.placeAt(e) || n.placeNamedPerson(p.els[p.x:], p.sentence) || !n.isGiven(p.els[p.x+1]) || n.isGiven(e) {
		return false
	}
	p.placed = false
	return p.next(p.x+1, p.titled)
}
