package reader

import (
	"shanyraq/internal/lang"
)

// seats proposes the places that no list knows and that an English office says
// are its own, with the person behind them: "the mayor of Samovar, Petra Lisek,",
// "Governor of Vandrel Petra Lisek".
func (n *nameFinder) seats(s lang.Sentence) {
	if !n.has.roles.Has(n.r.placeOf) {
		return
	}
	for _, at := range n.caps {
		i := int(at) - 2
		if i < s.First || i+3 >= s.Last || !n.l.Plays(i+1, n.r.of) || !n.l.Plays(i, n.r.placeOf) || !n.l.Has(i, n.office) && !n.l.Has(i, n.title) {
			continue
		}
		els := n.run(i+2, s.Last)
		n.ruledPlace(els, s)
		if len(els) == 0 || els[0].initial || els[0].end != i+3 || !n.unlisted(i+2) && (!n.isGiven(els[0]) || len(els) > 1 || n.placeAt(els[0])) {
			continue
		}
		last := els[len(els)-1].end
		if last+1 < s.Last && n.l.Rune(last) == ',' && len(els) < 3 && n.namesPerson(last+1, s) {
			n.propose(candidate{class: lang.PlaceChunk, start: i + 2, end: last, score: scoreLegal, rule: "seat"})
			continue
		}
		for x := 1; x < min(3, len(els)-1); x++ { // of Vandrel | Petra Lisek
			if els[x].particle {
				break
			}
			if n.isGiven(els[x]) && !els[x].initial && n.unlisted(i+2) {
				n.propose(candidate{class: lang.PlaceChunk, start: i + 2, end: els[x].start, score: scoreLegal + 4, rule: "seat"})
				n.propose(candidate{class: lang.PersonChunk, start: els[x].start, end: last, score: scoreLegal + 2, rule: "seat"})
				break
			}
		}
	}
}

// ruledPlace takes all that stands behind "the governor of" for a place where the
// sentence goes on in small letters or with a mark: "the governor of La Paz resigned",
// "the bishop of Ben Arous said". A body's noun, or a given name behind the first word,
// tells otherwise.
func (n *nameFinder) ruledPlace(els []element, s lang.Sentence) {
	if len(els) == 0 || len(els) > 4 || els[0].initial {
		return
	}
	last := els[len(els)-1].end
	if last >= s.Last || n.placeLow != 0 && n.l.Has(last, n.placeLow) || n.l.Is(last, lang.Cap) || n.l.Is(last, lang.Number) || n.glued(last, '\'') || n.glued(last, '’') {
		return
	}
	listed := n.placeAt(element{start: els[0].start, end: last}) // La Paz
	for x, e := range els {
		if e.initial || n.taken[e.start] || x > 0 && !listed && n.isGiven(e) || n.l.Has(e.start, n.orgHead) || n.orgKnown != 0 && n.l.Has(e.start, n.orgKnown) || n.l.Has(e.start, n.gazBody) || n.l.Has(e.start, n.title) || n.l.Is(e.start, lang.Upper) {
			return
		}
	}
	n.propose(candidate{class: lang.PlaceChunk, start: els[0].start, end: last, score: scoreLegal + 8, rule: "seat"})
}

// namesPerson reports whether a given name with another word begins at token i,
// forms of address aside.
func (n *nameFinder) namesPerson(i int, s lang.Sentence) bool {
	for i < s.Last && n.l.Has(i, n.title) {
		i++
		if n.glued(i, '.') {
			i++
		}
	}
	els := n.run(i, s.Last)
	return len(els) > 1 && els[0].start == i && n.isGiven(els[0])
}

// stateOpened reports whether a run that opens an English sentence is a state
// with an adjective before it: "Neighbouring Suriname", "Landlocked Lesotho".
func (n *nameFinder) stateOpened(els []element, x int, s lang.Sentence) bool {
	e := els[x]
	return n.tag == "en" && x+2 == len(els) && n.opens(e.start, s) && !e.initial && !n.isGiven(e) && n.country(els[x+1].start) && n.p.know.endings.openerEnd.end(n.l.Fold(e.start), 2)
}

// excellency gives how many initials at the head of an English run are a form of
// address: "H.E. Mohammed", "H.R.H. Anna", "H E Anna".
func (n *nameFinder) excellency(els []element) int {
	if n.tag == "en" && len(els) > 2 && n.word(els[0].start) == "h" && n.word(els[1].start) == "e" && n.l.Is(els[0].start, lang.Cap) && n.l.Is(els[1].start, lang.Cap) && !els[2].initial {
		return 2
	}
	if n.tag != "en" || len(els) < 3 || !els[0].initial || !els[1].initial && !n.lastLetter(els[1]) || !n.l.Plays(els[0].start, n.r.excellency) {
		return 0
	}
	switch n.l.Fold(els[1].start) {
	case "e", "h", "m":
		return 2
	case "r", "i":
		if len(els) > 3 && els[2].initial && n.l.Fold(els[2].start) == "h" {
			return 3
		}
	}
	return 0
}

// lastLetter reports whether an element is a letter glued to the point of an initial, with
// none behind itself: "H.E | Anna Berg".
func (n *nameFinder) lastLetter(e element) bool {
	t := &n.l.Toks[e.start]
	return e.end == e.start+1 && t.End-t.Start == 1 && t.Is(lang.Glued) && t.Is(lang.Cap)
}

// insideOffice gives how many elements at the head of an English run belong to an
// office of several words that begins before it: "Leader of the Minority | Anna Berg".
func (n *nameFinder) insideOffice(els []element, s lang.Sentence) int {
	if n.tag != "en" || len(els) < 2 || n.office == 0 {
		return 0
	}
	for k := els[0].start - 1; k >= s.First && k >= els[0].start-3; k-- {
		ch, ok := n.l.Chunk(k, n.office)
		if !ok || int(ch.End) <= els[0].start {
			continue
		}
		x := 0
		for x < len(els) && els[x].start < int(ch.End) {
			x++
		}
		return x % len(els)
	}
	return 0
}

// spokesFor proposes the body that an English spokesperson speaks for, by a name
// that no list knows: "a spokeswoman for Fuerza de Mujeres".
func (n *nameFinder) spokesFor(s lang.Sentence) {
	if !n.has.roles.Has(n.r.spokes) {
		return
	}
	for _, at := range n.caps {
		i := int(at) - 2
		if i < s.First || !n.l.Plays(i+1, n.r.forWhat) || !n.l.Plays(i, n.r.spokes) {
			continue
		}
		els := n.run(i+2, s.Last)
		if len(els) < 2 || els[0].initial || n.isGiven(els[0]) || n.l.Has(i+2, n.title) || n.l.Has(i+2, n.office) || n.placeAt(els[0]) || n.l.Has(i+2, n.natAdj) {
			continue
		}
		n.propose(candidate{class: lang.OrgChunk, start: i + 2, end: els[len(els)-1].end, score: scoreLegal + 2, rule: "spokes"})
	}
}

// wholeAdjective reports whether an adjective of a land covers all of a run's
// element with its hyphens: Afro-Colombian.
func (n *nameFinder) wholeAdjective(e element) bool {
	ch, ok := n.l.Chunk(e.start, n.natAdj)
	return ok && int(ch.End) == e.end
}

// insideInstrument reports whether an English word at token i that no list of names
// has stands behind a preposition in the capitalised name of an instrument: "the
// Treaty on Cooperation in Maritime Rescue".
func (n *nameFinder) insideInstrument(i int, s lang.Sentence) bool {
	if i < s.First+4 || n.instrument == 0 || !n.l.Is(i-1, lang.Lower) || !n.l.Is(i-2, lang.Cap) {
		return false
	}
	if e := (element{start: i, end: i + 1}); n.isGiven(e) || n.placeAt(e) {
		return false
	}
	caps := 0
	for k := i - 2; k >= s.First && k > i-10; k-- {
		if n.l.Is(k, lang.Cap) {
			if n.l.Has(k, n.instrument) {
				return caps > 0 && !n.opens(k, s)
			}
			caps++
			continue
		}
		if !n.l.Is(k, lang.Lower) || !n.l.Has(k, n.orgOf) && !n.l.Plays(k, n.r.and) && !n.l.Plays(k, n.r.the) && !n.l.Plays(k, n.r.in) {
			return false
		}
	}
	return false
}
