package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// asListed reports whether an English name of the lists is written as it is
// listed: no word of it has a small letter where the list has a capital ("the US
// army" is no US Army). A place listed with the land it lies in ends before its
// comma: "Gary, Indiana" are two.
func (n *nameFinder) asListed(e *lang.Entry, i int, ch *lang.Chunk) bool {
	end := int(ch.End)
	if end == i+1 {
		return !n.l.Plays(i, n.r.sidePlace) || n.standsAlone(end) || n.l.Has(end, lang.Cap) || n.l.Plays(i-1, n.r.the) && n.p.know.endings.pastEnd.end(n.l.Fold(end), 2)
	}
	small := !n.l.Is(i, lang.Cap)
	for k := i + 1; k < end; k++ {
		small = small || n.l.Is(k, lang.Lower)
		if n.l.Rune(k) == ',' && ch.Class == n.morePlace && k > i {
			ch.End = int32(k)
			return true
		}
	}
	if !small {
		return true
	}
	w, fits := n.l.Slice(i, end), true
	for _, f := range e.Forms {
		if f == w {
			return true
		}
		if strings.EqualFold(f, w) {
			fits = false
		}
	}
	return fits
}

// writtenSmall reports whether token i begins a known English body that is
// listed with a small letter: al-Qaeda, eBay.
func (n *nameFinder) writtenSmall(i int) bool {
	if n.tag != "en" || n.orgKnown == 0 || !n.l.Has(i, n.orgKnown) || !n.l.Is(i, lang.Word) {
		return false
	}
	ch, _ := n.l.Chunk(i, n.orgKnown)
	w := n.l.Slice(i, int(ch.End))
	for _, f := range n.l.Entry(ch).Forms {
		if f == w {
			return true
		}
	}
	return false
}

// lettersAlone reports whether a word that is a small one otherwise stands in
// capitals between others that do not, as the letters of a state: the US.
func (n *nameFinder) lettersAlone(i int) bool {
	loud := func(k int) bool {
		return k >= 0 && k < len(n.l.Toks) && n.l.Is(k, lang.Upper) && n.l.Has(k, n.funcWord)
	}
	return n.tag == "en" && n.l.Is(i, lang.Upper) && !n.loud && !loud(i-1) && !loud(i+1)
}

// headsLine reports whether the letters US open a line of capitals: "US, RUSSIA
// AGREE".
func (n *nameFinder) headsLine(i int) bool {
	return n.tag == "en" && n.loud && n.l.Is(i, lang.Upper) && n.word(i) == "us" && i == n.cur.First && i+1 < n.cur.Last && n.l.Rune(i+1) != '!'
}

// arabicPlace proposes a place with its article in small letters behind a
// preposition of place: in al-Shaddadi.
func (n *nameFinder) arabicPlace(k int) bool {
	if n.l.Is(k, lang.Cap) || !n.l.Plays(k, n.r.arabicArticle) || n.taken[k] || n.writtenSmall(k) {
		return false
	}
	if w := n.word(k); (w == "al" || w == "el") && n.l.Is(k+1, lang.Cap) && !n.l.Is(k+1, lang.Upper) { // in al Bab
		n.propose(candidate{class: lang.PlaceChunk, start: k, end: k + 2, score: scoreKnown + 6, rule: "context"})
		return true
	}
	if !n.glued(k+1, '-') || !n.l.Is(k+2, lang.Cap) {
		return false
	}
	n.propose(candidate{class: lang.PlaceChunk, start: k, end: k + 3, score: scoreContext, rule: "context"})
	return true
}

// stateCode proposes the two letters of a state of North America behind a town
// and its comma, or behind a preposition where they are no word: "Austin, TX",
// "moved from NJ".
func (n *nameFinder) stateCode(i int, s lang.Sentence) bool {
	t := &n.l.Toks[i]
	if n.stateShort(i, s) {
		return true
	}
	if t.End-t.Start != 2 || n.taken[i] || n.loud || i < s.First+1 || !(n.l.Plays(i, n.r.stateCode) || n.l.Plays(i, n.r.stateLetters)) {
		return false
	}
	if n.l.Rune(i-1) == ',' && i >= s.First+3 && n.l.Is(i-3, lang.Cap) && n.isGiven(element{start: i - 3, end: i - 2}) && !n.placeAt(element{start: i - 2, end: i - 1}) {
		return false // Ada Vandrel, MD
	}
	behindTown := n.l.Rune(i-1) == ',' && i >= s.First+2 && n.l.Is(i-2, lang.Cap) && !n.l.Has(i-2, n.funcWord) && !n.l.Has(i-2, n.month)
	if !behindTown && n.l.Plays(i-1, n.r.to) && n.l.Plays(i-2, n.r.moves) {
		behindTown = false // she is moving to PA
	} else if !behindTown && !(n.l.Plays(i, n.r.stateCode) && n.placePrep != 0 && n.l.Has(i-1, n.placePrep)) {
		return false
	}
	if behindTown {
		n.townOfState(i-1, s)
	}
	n.propose(candidate{class: lang.PlaceChunk, start: i, end: i + 1, score: scoreModel, rule: "state"})
	return true
}

// smallParticle proposes a person told by a surname with its particle in small
// letters: bin Laden, von Braun. Behind those that are words of other languages
// too the surname must be known, from the lists or from the text.
func (n *nameFinder) smallParticle(i int, s lang.Sentence) {
	if n.l.Plays(i, n.r.arabicArticle) && n.glued(i+1, '-') && i+3 < s.Last && n.l.Is(i+2, lang.Cap) && !n.taken[i] && !n.writtenSmall(i) && !(i > s.First && n.l.Is(i-1, lang.Cap)) {
		if e := (element{start: i, end: i + 3}); n.spoken(e) || n.cue != 0 && n.l.Has(e.end, n.cue) || n.doesAsPerson(e.end) && !n.l.Plays(e.end, n.r.firmVerb) {
			n.propose(candidate{class: lang.PersonChunk, start: i, end: i + 3, score: scoreContext, rule: "particle"}) // al-Sadr said
		}
		return
	}
	if i+1 >= s.Last || !n.l.Is(i+1, lang.Cap) || n.l.Is(i+1, lang.Glued) || !(n.l.Plays(i, n.r.sonOf) || n.l.Plays(i, n.r.ofHouse)) || n.taken[i] || i > s.First && n.l.Is(i-1, lang.Cap) && !n.titledAt(i) || n.afterArticle(i) {
		return
	}
	k := i + 1
	if n.l.Has(k, n.common) || n.l.Has(k, n.orgHead) || n.placeAt(element{start: k, end: k + 1}) || n.l.Has(k, n.funcWord) || n.l.Is(k, lang.Upper) || k+1 < s.Last && n.l.Is(k+1, lang.Cap) {
		return
	}
	if n.l.Plays(i, n.r.ofHouse) && !(n.surname != 0 && n.l.Has(k, n.surname)) && !n.namedBefore(k, s) && !n.titledAt(i) {
		return
	}
	start, score := i, scoreModel
	if i > s.First && n.l.Is(i-1, lang.Lower) && n.l.Has(i-1, n.particle) && (n.titledAt(i-1) || n.namedBefore(k, s)) { // Mr. von der Vandrel
		start--
	}
	if n.titledAt(start) {
		score = scorePerson
	}
	n.propose(candidate{class: lang.PersonChunk, start: start, end: k + 1, score: score, rule: "particle"})
}

// leadsToPerson reports whether the word at token i, or what stands behind the
// name that ends at end, is said of persons: "people like Yaqubi", "Peder and I".
func (n *nameFinder) leadsToPerson(i, end int) bool {
	if n.word(i) == "like" && n.l.Plays(i-1, n.r.peopleLike) {
		return true
	}
	return n.l.Plays(end, n.r.and) && n.word(end+1) == "i"
}

// placedAt proposes the place where something happened, behind "at": "90 men at
// Neuve Chapelle", "buried at Tora Bora".
func (n *nameFinder) placedAt(i int, s lang.Sentence) {
	if !n.l.Plays(i, n.r.at) || i <= s.First || !n.l.Plays(i-1, n.r.happensAt) || !n.beside(i+1, s) || !n.beside(i+2, s) || i+3 < s.Last && n.l.Is(i+3, lang.Cap) {
		return
	}
	for k := i + 1; k < i+3; k++ {
		if n.l.Has(k, n.orgHead) || n.l.Has(k, n.common) || n.l.Has(k, n.office) || n.l.Has(k, n.orgKnown) || n.l.Is(k, lang.Upper) || n.l.Has(k, n.eventHead) || k == i+1 && n.isGiven(element{start: k, end: k + 1}) {
			return
		}
	}
	n.propose(candidate{class: lang.PlaceChunk, start: i + 1, end: i + 3, score: scorePerson, rule: "placed"})
}

// withoutCapitals takes places in a sentence of someone who writes no capitals:
// states anywhere, towns behind a preposition of place.
func (n *nameFinder) withoutCapitals(s lang.Sentence) {
	for i := s.First; i < s.Last; i++ {
		n.kinWithoutCapitals(i, s)
		e := n.l.Uncapped(i, n.gazPlace)
		if e == nil {
			e = n.l.Uncapped(i, n.morePlace)
		}
		if e == nil || n.taken[i] || e.Value == "word" || n.l.Toks[i].End-n.l.Toks[i].Start < 4 || n.l.Plays(i, n.r.placeOrThing) || n.l.Has(i, n.common) || n.l.Is(i, lang.Glued) || n.glued(i+1, '.') && n.l.Has(i+2, lang.Glued) || n.glued(i+1, '-') {
			continue
		}
		if i > s.First && n.placePrep != 0 && n.l.Has(i-1, n.placePrep) || len(e.Known) == 2 {
			n.propose(candidate{class: lang.PlaceChunk, start: i, end: i + 1, score: scoreModel, known: e.Known, name: strings.TrimPrefix(e.Forms[0], "="), rule: "uncapped"})
		}
	}
}

// foreignLand proposes a place of a Romance name, by the noun it begins with:
// "Sierra de Gredos", "Picos de la Vandrel".
func (n *nameFinder) foreignLand(i int, s lang.Sentence) bool {
	k := i + 1
	for k < s.Last && k < i+4 && (n.l.Plays(k, n.r.foreignOf) || n.l.Plays(k, n.r.foreignJoin) || n.glued(k, '\'') || n.glued(k, '’')) {
		k++
	}
	if n.taken[i] || !n.beside(k, s) || i > s.First && n.beside(i-1, s) || n.l.Has(i, n.given) && n.l.Has(k, n.surname) {
		return false
	}
	end := k + 1
	if end < s.Last && n.beside(end, s) && !n.l.Has(end, n.orgHead) && !n.l.Has(end, n.title) {
		end++
	}
	n.propose(candidate{class: lang.PlaceChunk, start: i, end: end, score: scorePerson + 8, rule: "foreign"})
	return true
}

// lieThere reports whether what follows a name and its comma says where a place
// lies: ", on the shore of", ", north of", ", near Vandrel".
func (n *nameFinder) lieThere(k int, s lang.Sentence) bool {
	if n.l.Plays(k, n.r.direction) {
		return n.l.Plays(k+1, n.r.of)
	}
	switch n.word(k) {
	case "on", "at", "in":
		return n.l.Plays(k+1, n.r.the) && (n.l.Plays(k+2, n.r.placeOf) || n.l.Plays(k+2, n.r.areaNoun)) && n.l.Plays(k+3, n.r.of)
	case "near", "outside":
		return k+1 < s.Last && n.l.Is(k+1, lang.Cap)
	}
	return false
}

// countyTeam proposes the team called after the county, province or town [i, k)
// that somebody plays for; states play under their own name.
func (n *nameFinder) countyTeam(i, k int, s lang.Sentence) {
	if i < s.First+2 || !n.l.Plays(i-1, n.r.forWhat) || !n.l.Plays(i-2, n.r.playsFor) || n.taken[i] || n.country(i) || n.l.Is(i, lang.Upper) || k < s.Last && n.l.Is(k, lang.Cap) {
		return
	}
	n.propose(candidate{class: lang.OrgChunk, start: i, end: k, score: scoreKnown + 6, rule: "team"})
}

// whither reports whether the English preposition at token i stands behind a verb
// of going to a place or of being held in one, so that no person follows it:
// "travelled to | Juan Lacaze", "will be held in | Saint-Pierre".
func (n *nameFinder) whither(i int) bool {
	if n.tag != "en" || i == 0 {
		return false
	}
	switch n.word(i) {
	case "to":
		return n.p.know.endings.goesTo.whole(n.word(i - 1))
	case "in":
		return n.p.know.endings.heldIn.whole(n.word(i - 1))
	}
	return false
}
