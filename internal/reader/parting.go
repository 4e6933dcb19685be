package reader

import "shanyraq/internal/lang"

// parting walks over a run of capitalised words that may hold several names and
// words of no name (titles, places, bodies), and cuts it into persons.
type parting struct {
	els      []element
	first    int32 // where els stand among the elements of the part
	sentence lang.Sentence
	shouting bool
	from, x  int  // the first element of the name at hand, the element asked about
	titled   bool // a title or an office stands before the name at hand
	placed   bool // the place of an office stands before it
}

// cut asks whether the name at hand ends at, before or behind element e, that
// at p.x, and moves on if so. The name ends by flush; p.x is then the last
// element that is done with.
type cut func(n *nameFinder, p *parting, e element) bool

// cuts are what parts a run in one language, in the order they are asked.
type cuts struct {
	open  func(n *nameFinder, p *parting) // what the words before the run tell; may be nil
	any   []cut                           // for every element but a particle
	words []cut                           // for words, not for initials
	lone  []cut                           // those of words that can part a run of one word; nil: all may
}

// cutsOf gives the cuts of a language.
func cutsOf(tag string) *cuts {
	switch tag {
	case "en":
		return &cutsEN
	case "ru":
		return &cutsRU
	case "kk":
		return &cutsKK
	}
	return &cutsShared
}

var cutsShared = cuts{
	any:   []cut{atInitials, atPlaceOfWords},
	words: []cut{atTitle, behindParticle, atSmallWord, behindNothing, closed, behindPlace},
}

// segments parts a run at titles, places and words that no name holds. first is
// the place of its elements among those of the part.
func (n *nameFinder) segments(els []element, first int32, s lang.Sentence, shouting bool) {
	p := &n.parted
	*p = parting{els: els, sentence: s, shouting: shouting, titled: n.titledAt(els[0].start), first: first}
	if n.cuts.open != nil {
		n.cuts.open(n, p)
	}
	words := n.cuts.words
	if len(els) == 1 && n.cuts.lone != nil {
		words = n.cuts.lone
	}
	for p.x = p.from; p.x < len(els); p.x++ {
		if e := els[p.x]; !e.particle && !n.cutAt(n.cuts.any, p, e) && !e.initial {
			n.cutAt(words, p, e)
		}
	}
	n.flush(p, len(els))
}

// cutAt asks the cuts until one takes the element.
func (n *nameFinder) cutAt(list []cut, p *parting, e element) bool {
	for _, c := range list {
		if c(n, p, e) {
			return true
		}
	}
	return false
}

// flush notes the name at hand, which ends before element to.
func (n *nameFinder) flush(p *parting, to int) {
	if to > p.from {
		n.p.runs.segs = append(n.p.runs.segs, nameSegment{stretch{p.first + int32(p.from), p.first + int32(to)}, p.titled})
	}
}

// next begins the next name at element from.
func (p *parting) next(from int, titled bool) bool {
	p.from, p.titled = from, titled
	return true
}

// opening reports whether the element asked about is the first of the name at hand.
func (p *parting) opening() bool { return p.x == p.from }

// inside reports whether the name at hand has an element before the one asked about.
func (p *parting) inside() bool { return p.x > p.from }

// behind gives the number of elements behind the one asked about.
func (p *parting) behind() int { return len(p.els) - p.x - 1 }

// past moves behind all elements that begin before token end.
func (p *parting) past(end int) {
	for p.x < len(p.els) && p.els[p.x].start < end {
		p.x++
	}
}

// atInitials cuts before initials that open the next name, or behind those that
// close the one at hand: Баяндаманы | А.С. Тойчиев.
func atInitials(n *nameFinder, p *parting, e element) bool {
	if !e.initial || !p.inside() || p.els[p.x-1].initial || !n.nameAfterInitials(p.els[p.x:]) {
		return false
	}
	if k := n.behindInitials(p.els, p.x); k > 0 {
		n.flush(p, k) // Аскарова А.Б. | Чрезвычайным и Полномочным Послом
		p.x = k - 1
		return p.next(k, false)
	}
	n.flush(p, p.x)
	return p.next(p.x, false)
}

// atPlaceOfWords cuts around a place of several words.
func atPlaceOfWords(n *nameFinder, p *parting, e element) bool {
	ch, ok := n.l.Chunk(e.start, n.gazPlace)
	return ok && n.cutPlace(p, e, int(ch.End))
}

// cutPlace cuts around a place that ends behind element e.
func (n *nameFinder) cutPlace(p *parting, e element, end int) bool {
	if end <= e.end {
		return false
	}
	n.flush(p, p.x)
	p.past(end)
	p.next(p.x, p.x < len(p.els) && n.officeOver(e.start, p.sentence))
	p.x--
	return true
}

// atTitle cuts around a title or an office.
func atTitle(n *nameFinder, p *parting, e element) bool {
	if !n.l.Bits[e.start].Intersects(&n.anyOffice) {
		return false
	}
	if n.tag == "kk" && p.inside() && n.l.Plays(e.start, n.r.royal) && (p.els[p.x-1].particle || p.titled && p.behind() == 0 && p.x == p.from+1) {
		return false // министрі Матьяж Хан, Ахмед бин Сұлтан
	}
	if n.tag == "en" && p.opening() && p.behind() > 0 && n.rankedGiven(e, p.sentence) {
		return false // Commander Dean Vandrel
	}
	end, last := 0, p.inside() && p.behind() == 0
	if ch, ok := n.l.Chunk(e.start, n.title); ok && n.title != 0 && !(p.opening() && n.isGiven(e)) && !(last && (n.isGiven(p.els[p.x-1]) || p.x == p.from+2 && n.tag == "en" && !n.l.Has(e.end, n.orgOf) && !n.glued(e.end, '.'))) { // Bui Thanh Son
		end = int(ch.End)
	} else if ch, ok := n.l.Chunk(e.start, n.officePlural); ok && n.officePlural != 0 {
		end = int(ch.End)
	} else if ch, ok := n.l.Chunk(e.start, n.office); ok && n.office != 0 && !n.officeName(p.els, p.x) && !(last && n.isGiven(p.els[p.x-1])) {
		end = int(ch.End)
	}
	if end == 0 {
		return false
	}
	n.flush(p, p.x)
	p.past(end)
	p.next(p.x, true)
	p.x--
	return true
}

// behindParticle keeps a given name behind a particle in the name: Ahmed bin Said.
func behindParticle(n *nameFinder, p *parting, e element) bool {
	return p.inside() && p.els[p.x-1].particle && n.isGiven(e)
}

// atSmallWord cuts around function words and adjectives of nations.
func atSmallWord(n *nameFinder, p *parting, e element) bool {
	nation := n.l.Has(e.start, n.natAdj) && !(n.tag == "en" && p.behind() > 0 && n.isGiven(e) && (n.l.Has(p.els[p.x+1].start, n.surname) || n.faithAsGiven(p, e))) // Christian Vandrel
	if !(n.l.Has(e.start, n.funcWord) && !n.smallInName(p, e)) && !(nation && (e.end == e.start+1 || n.tag == "en" && n.wholeAdjective(e))) {
		return false
	}
	n.flush(p, p.x)
	return p.next(p.x+1, nation)
}

// smallInName reports whether what looks like a function word is part of a name:
// in English one with a hyphen or that would be a verb in small letters (Abdou
// Said), in Russian one with a capital behind a word
// that is no office, and before another or behind a Chinese or Korean surname.
func (n *nameFinder) smallInName(p *parting, e element) bool {
	switch n.tag {
	case "en":
		return e.end > e.start+2 && n.glued(e.start+1, '-') || e.initial && p.behind() > 0 ||
			n.verbAsSurname(p, e) || n.wordAsSurname(p, e)
	case "ru":
		named := p.behind() > 0 || p.inside() && n.eastern(p.els[p.x-1]) // Ван И прибыл
		return !p.shouting && named && !n.opens(e.start, p.sentence) && n.l.Is(e.start-1, lang.Word) && !(n.l.Has(e.start-1, n.office) && n.l.Is(e.start-1, lang.Cap))
	}
	return false
}

// behindNothing begins the name anew at a given name with nothing personal before it.
func behindNothing(n *nameFinder, p *parting, e element) bool {
	if !p.inside() || p.placed && p.x == p.from+1 || !n.isGiven(e) || !n.nothingPersonal(p.els[p.from:p.x]) {
		return false
	}
	return p.next(p.x, p.titled)
}

// closed cuts where the name at hand is over before e.
func closed(n *nameFinder, p *parting, e element) bool {
	if !p.inside() || !n.closedBefore(p.els[p.from:p.x], e) || n.tag == "ru" && n.fourthName(p, e) {
		return false
	}
	n.flush(p, p.x)
	if n.placeAt(e) && !n.isGiven(e) || n.orgKnown != 0 && n.l.Has(e.start, n.orgKnown) {
		return p.next(p.x+1, false)
	}
	return p.next(p.x, false)
}

// behindPlace begins a name behind a place before a given name, or behind a title
// and a place.
func behindPlace(n *nameFinder, p *parting, e element) bool {
	if !p.opening() || p.behind() == 0 || !n.placeAt(e) || !n.isGiven(p.els[p.x+1]) && !p.titled || n.isGiven(e) {
		return false
	}
	p.placed = n.tag == "ru"
	return p.next(p.x+1, p.titled)
}
