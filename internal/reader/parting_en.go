package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

var cutsEN = cuts{
	open:  openEN,
	any:   []cut{atPlaceEN},
	words: []cut{atHeadlineVerb, keepRank, keepRoyal, atShortTitle, atTitle, behindParticle, keepGivenWord, atShouted, behindStateOpener, behindPersonNoun, atSmallWord, behindNothing, behindAgent, behindPlaceEN},
	lone:  []cut{atTitle, atSmallWord},
}

// openEN skips what belongs to the office before an English name.
func openEN(n *nameFinder, p *parting) {
	els, s := p.els, p.sentence
	if n.fieldOfOffice(els[0].start, s) {
		if n.fieldGoesOn(els, s) {
			p.next(len(els), true)
			return
		}
		for n.l.Rune(els[0].start-1) != ',' && p.from+1 < len(els) && n.placeChunk(els[p.from].start) <= els[p.from].end && (n.fieldWord(els, p.from) || p.from == 0 && n.fieldBeforeGiven(els)) { // Secretary of Foreign Affairs | Perfecto Yasay
			p.next(p.from+1, true)
		}
		if n.fieldWhole(els) { // the Special Envoy for Tsunami Relief
			p.next(len(els), true)
			return
		}
		if last := els[len(els)-1]; p.from == len(els)-1 && strings.HasSuffix(n.l.Fold(last.end-1), "s") && n.fieldWord(els, p.from) { // Head of International Linkages
			p.next(len(els), true)
			return
		}
	}
	if k := len(els) - 2; k > 0 && els[k].initial && els[k+1].initial && n.placeChunk(els[0].start) == els[k].start && n.word(els[k].start) == "h" && (n.word(els[k+1].start) == "e" || n.word(els[k+1].start) == "h") {
		p.next(len(els), true) // the President of Kenya H.E. | Mr. X
		return
	}
	for k := 1; k+2 < len(els); k++ { // the President of the Commission H.E. | X
		if e := els[k-1]; (els[k].initial && els[k+1].initial && n.word(els[k].start) == "h" && (n.word(els[k+1].start) == "e" || n.word(els[k+1].start) == "h") || n.excellency(els[k:]) == 2) && !e.initial && !n.isGiven(e) && (n.l.Has(e.start, n.orgHead) || n.l.Has(e.start, n.common) || n.l.Is(e.start, lang.Upper)) {
			p.next(k+2, true)
			return
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
	if !n.l.Has(e.start, n.gazPlace) && !n.l.Has(e.start, n.natAdj) || p.inside() && e.end > e.start+2 && n.l.Plays(e.start, n.r.arabicArticle) {
		return false // Sheikh Jasim Al-Ahmad | Al-Jaber
	}
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
	if ok && int(ch.End) == e.end && n.townClosesOffice(p, e) {
		n.flush(p, p.x)
		p.past(e.end)
		p.next(p.x, true)
		p.x--
		return true
	}
	return ok && n.cutPlace(p, e, int(ch.End))
}

// keepRank keeps a rank that closes a name as its surname.
func keepRank(n *nameFinder, p *parting, _ element) bool {
	return p.inside() && p.behind() == 0 && n.rankAsSurname(p.els, p.from, p.x)
}

// verbAsSurname reports whether a verb of saying with a capital, inside a
// sentence that is no heading, closes a name: "Colonel Abdou Said of the guard",
// but "Peter Berg Said to Resign".
func (n *nameFinder) verbAsSurname(p *parting, e element) bool {
	return p.inside() && !p.shouting && n.l.Has(e.start, n.say) && e.end < p.sentence.Last && !n.l.Is(e.end, lang.Cap) && n.word(e.end) != "to"
}

// keepRoyal keeps a title that is a word of the name it stands in: Abdul Qadeer
// Khan Vandrel, bin Sultan Al Thask, Dr Sultan Vandrel.
func keepRoyal(n *nameFinder, p *parting, e element) bool {
	if e.end != e.start+1 || !n.l.Plays(e.start, n.r.royal) && n.word(e.start) != "haji" {
		return false
	}
	if p.inside() {
		last := p.els[p.x-1]
		if last.particle || n.word(last.start) == "bin" || n.word(last.start) == "binti" {
			return true
		}
		if p.behind() == 0 {
			return n.royalSurname(p, e)
		}
		if p.els[p.x+1].initial || n.placeAt(last) {
			return false
		}
		for _, x := range p.els[p.from:p.x] {
			if n.isGiven(x) {
				return true
			}
		}
		return n.pilgrimNamed(p)
	}
	switch n.word(e.start) {
	case "sultan", "khan", "shah":
	default:
		return false
	}
	k := e.start - 1
	if n.glued(k, '.') {
		k--
	}
	switch n.word(k) {
	case "dr", "mr", "mrs", "ms", "prof", "professor", "engr", "eng", "sheikh", "shaikh":
		return p.behind() > 0
	}
	return false
}

// royalSurname reports whether a ruler's title closes a name of three words that opens
// with a given one, nobody being named behind it: "Karim Nazar Sultan spoke", but
// "Karim Nazar, Sultan of Orrel".
func (n *nameFinder) royalSurname(p *parting, e element) bool {
	if p.x < p.from+2 || !n.isGiven(p.els[p.from]) || !n.bareName(p.els[p.x-1].start, p.els[p.x-1].end) {
		return false
	}
	return e.end >= p.sentence.Last || !n.l.Is(e.end, lang.Cap) && !n.l.Plays(e.end, n.r.of)
}

// pilgrimNamed reports whether the title of a pilgrim at hand stands inside a name of
// which no list has a word: Orazbek Haji Talgatuly.
func (n *nameFinder) pilgrimNamed(p *parting) bool {
	first, next := p.els[p.from], p.els[p.x+1]
	return n.word(p.els[p.x].start) == "haji" && p.x == p.from+1 && !n.opens(first.start, p.sentence) && n.bareName(first.start, first.end) && !n.l.Bits[next.start].Intersects(&n.anyCommon)
}

// alsoTitle reports whether a word inside an English name is a title where it stands alone.
func alsoTitle(fold string) bool {
	switch fold {
	case "haji", "sultan", "prince", "princess", "sheikh", "imam", "king", "emir", "bin", "bint":
		return true
	}
	return false
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
	if p.opening() && p.behind() == 2 && n.country(e.start) && e.start > p.sentence.First+1 && n.word(e.start-1) == "of" && n.titledAt(e.start-1) && n.bareName(p.els[p.x+1].start, p.els[p.x+2].end) {
		return p.next(p.x+1, true) // the ambassador of Romania | Kornel Vandrel
	}
	if p.opening() && p.behind() == 2 && n.country(e.start) && !n.isGiven(e) && n.word(e.start-1) == "for" && n.fieldOfOffice(e.start, p.sentence) && n.bareName(p.els[p.x+1].start, p.els[p.x+2].end) {
		return p.next(p.x+1, true) // the special envoy for Romania | Kornel Vandrel
	}
	if p.opening() && p.behind() == 2 && n.officeOfPlace(e, p.sentence) && n.bareName(p.els[p.x+1].start, p.els[p.x+2].end) {
		return p.next(p.x+1, true) // the adviser of Osh | Kornel Vandrel, the head of the staff of the Diet of Chad | Kornel Vandrel
	}
	if n.holderBehindState(p, e) {
		return p.next(p.x+1, true)
	}
	if p.opening() && p.behind() >= 2 && p.els[p.x+1].initial && n.country(e.start) && !n.isGiven(e) && (n.word(e.start-1) == "of" || n.word(e.start-1) == "to") {
		return p.next(p.x+1, true) // the minister of Mongolia | L.Vandrel
	}
	if p.opening() && p.behind() == 2 && n.country(e.start) && n.sentTo(e.start, p.sentence) {
		return p.next(p.x+1, true) // the ambassador of Oman to Romania | Kornel Vandrel
	}
	if !p.opening() || p.behind() == 0 || !n.placeAt(e) || n.placeNamedPerson(p.els[p.x:], p.sentence) || !n.isGiven(p.els[p.x+1]) || n.isGiven(e) {
		return false
	}
	p.placed = false
	return p.next(p.x+1, p.titled)
}

// sentTo reports whether the place at token i is where an English envoy of another
// place is sent: "Ambassador of Oman to | Romania".
func (n *nameFinder) sentTo(i int, s lang.Sentence) bool {
	if i < s.First+3 || n.word(i-1) != "to" || !n.l.Is(i-2, lang.Cap) {
		return false
	}
	for k := i - 2; k >= s.First && k > i-8; k-- {
		if n.l.Bits[k].Intersects(&n.anyOffice) && n.l.Is(k, lang.Cap) {
			return true
		}
		if !n.l.Is(k, lang.Cap) && n.word(k) != "of" && n.word(k) != "the" && n.word(k) != "and" {
			return false
		}
	}
	return false
}

// fieldWhole reports whether all words of a run in the field of an office belong to
// it: the last is a common word and none is a name.
func (n *nameFinder) fieldWhole(els []element) bool {
	last := els[len(els)-1]
	if len(els) > 3 || !n.l.Has(last.start, n.common) && !n.l.Has(last.start, n.orgHead) && !abstractEN(n.l.Fold(last.start)) || n.l.Has(last.start, n.surname) || n.l.Rune(els[0].start-1) == ',' {
		return false
	}
	for _, e := range els {
		if e.initial || e.particle || n.isGiven(e) || n.l.Has(e.start, n.surname) {
			return false
		}
	}
	return true
}

// abstractEN reports whether a folded English word has the ending of a long abstract
// noun, which hardly a surname has: alleviation, empowerment, competitiveness.
func abstractEN(w string) bool {
	if len(w) < 8 {
		return false
	}
	for _, end := range [...]string{"tion", "sion", "ment", "ness", "ility", "ality", "ivity"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// fieldWord reports whether the element at x names the field of an office and not
// the one who holds it.
func (n *nameFinder) fieldWord(els []element, x int) bool {
	e := els[x]
	if e.initial || e.particle || n.isGiven(e) {
		return false
	}
	return n.thingWord(e) || x+2 < len(els) && n.l.Fold(els[x+1].start) == "affairs"
}

// fieldBeforeGiven reports whether a run behind "Minister of" begins with a word of
// no name and goes on with a given name and another: Minister of Mines | Jon Holm.
func (n *nameFinder) fieldBeforeGiven(els []element) bool {
	return len(els) == 3 && !els[0].initial && !els[0].particle && !n.isGiven(els[0]) && !els[1].initial && n.isGiven(els[1]) && !els[2].particle
}

// fieldGoesOn reports whether a run of words in the field of an office is joined to
// further words of it: Minister of Development Strategies | and International Trade.
func (n *nameFinder) fieldGoesOn(els []element, s lang.Sentence) bool {
	last := len(els) - 1
	for x := range last {
		if !n.fieldWord(els, x) {
			return false
		}
	}
	e := els[last]
	if e.initial || n.isGiven(e) || n.surname != 0 && n.l.Has(e.start, n.surname) || n.word(e.end) != "and" && n.l.Rune(e.end) != ',' {
		return false
	}
	next := element{start: e.end + 1, end: e.end + 2}
	if next.start >= s.Last || !n.l.Is(next.start, lang.Cap) || n.l.Bits[next.start].Intersects(&n.anyOffice) || n.isGiven(next) || n.placeAt(next) {
		return false
	}
	return n.thingWord(e) || n.thingWord(next)
}

// thingWord reports whether a word is one that names things: a common word, or
// one that ends as they do.
func (n *nameFinder) thingWord(e element) bool {
	w := n.l.Fold(e.end - 1)
	return n.l.Has(e.start, n.common) || n.p.know.endings.wordEnd.end(w, 2) || strings.HasSuffix(w, "ages") || strings.HasSuffix(w, "tions") || strings.HasSuffix(w, "ments") || strings.HasSuffix(w, "gies") || strings.HasSuffix(w, "ships") || strings.HasSuffix(w, "ional")
}

// officeOfPlace reports whether an English place stands behind the "of" of an office right
// before it, or is the state at the end of a chain of such words behind one: "the head of the
// staff of the Diet of | Chad".
func (n *nameFinder) officeOfPlace(e element, s lang.Sentence) bool {
	const long = 12
	k := e.start - 1
	if !n.placeAt(e) || n.isGiven(e) || k <= s.First || n.word(k) != "of" {
		return false
	}
	if n.titledAt(k) {
		return true
	}
	for k--; n.country(e.start) && k >= s.First && k > e.start-long; k-- {
		if n.office != 0 && n.l.Has(k, n.office) {
			return true
		}
		if !n.l.Is(k, lang.Cap) && !n.l.Plays(k, n.r.of) && !n.l.Plays(k, n.r.the) && !n.l.Plays(k, n.r.and) && !(n.l.Is(k, lang.Lower) && n.l.Plays(k+1, n.r.of)) {
			return false
		}
	}
	return false
}
