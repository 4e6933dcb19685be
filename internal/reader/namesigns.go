package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// signed proposes English names that hold a sign, a number or an apostrophe:
// "Harlan & Pratt", "PG&E", "MI5", "Radio 1", "St Stephen's Cathedral",
// "Casimir III", "Louis the Pious", "Thomas "Ned" Gallagher".
func (n *nameFinder) signed(s lang.Sentence) {
	if n.ampersands || n.has.roles.Shares(&n.r.before) {
		for i := s.First; i < s.Last; i++ {
			if !n.l.Is(i, lang.Lower) || n.l.PlaysOneOf(i, &n.r.before) { // other small words lead none in
				n.signedAt(i, s)
			}
		}
		return
	}
	for _, i := range n.caps { // nothing else leads one in
		n.signedAt(int(i), s)
	}
}

// signedAt proposes those that token i begins or leads in.
func (n *nameFinder) signedAt(i int, s lang.Sentence) {
	t, opens := &n.l.Toks[i], false
	if t.Is(lang.Cap) {
		if opens = n.l.PlaysOneOf(i, &n.r.opensSigned); opens {
			n.papers(i, s)
		}
		if n.mailed && i > s.First {
			n.turnedAbout(i, s)
		}
		if !t.Is(lang.Upper) && n.stateShort(i, s) {
			return
		}
	}
	switch {
	case t.Is(lang.Lower):
		if n.l.PlaysOneOf(i, &n.r.before) {
			n.leadsIn(i, s)
		}
	case !t.Is(lang.Word) && !t.Is(lang.Cap):
		if i > s.First && n.l.Rune(i) == '&' {
			n.ampersand(i, s)
		}
	case n.l.Plays(i, n.r.seizes):
		if n.l.PlaysOneOf(i, &n.r.before) {
			n.leadsIn(i, s)
		}
	case !t.Is(lang.Cap):
	case opens && i > s.First && n.l.Plays(i, n.r.streetShort) && n.streetCut(i, s):
	case opens && n.glued(i+1, '-') && n.l.Plays(i, n.r.roadLetter) && n.roadNumber(i, s):
	case t.Is(lang.Upper) && (n.stateOfIslam(i) || n.ship(i, s) || n.stateCode(i, s) || n.joinedLetters(i, s)):
	case n.l.Plays(i-1, n.r.born) && n.maidenName(i, s):
	case i > s.First && n.word(i) == "coalition" && n.coalition(i, s):
	case i > s.First && n.l.Is(i-1, lang.Lower) && n.houseOf(i, s):
	case opens && (n.l.Plays(i, n.r.armedHead) && n.armedGroup(i, s) || n.l.Plays(i, n.r.tableHead) && n.eatingPlace(i, s)):
	case opens && i > s.First && n.l.Plays(i, n.r.fieldBody):
		n.ministry(i, s)
	case n.l.Plays(i, n.r.station) && n.radioNamed(i, s):
	case n.l.Plays(i, n.r.greekLetter) && n.fraternity(i, s):
	case i > s.First+1 && n.l.Plays(i, n.r.andFirm) && n.andCompany(i, s):
	case opens && n.prefixed(i, s):
	case opens && n.bareBody(i, s):
	case t.Is(lang.Roman) && i > s.First && n.l.Is(i-1, lang.Cap):
		n.regnal(i, s)
	case i+1 < s.Last && n.l.Is(i+1, lang.Number):
		n.numbered(i, s)
	case i+2 < s.Last && (n.glued(i+1, '\'') || n.glued(i+1, '’')):
		n.owned(i, s)
	case i+2 < s.Last && n.l.Plays(i+1, n.r.the) && n.l.Is(i+2, lang.Cap):
		n.byname(i, s)
	case i+2 < s.Last && n.l.Plays(i+1, n.r.of) && n.l.Is(i+2, lang.Cap):
		n.ofPlace(i, s)
	case i+4 < s.Last && (n.l.Is(i+1, lang.OpenQuote) || n.l.Rune(i+1) == '"' || n.l.Rune(i+1) == '(' || n.l.Rune(i+1) == '\'' && !n.l.Is(i+1, lang.Glued)) && n.l.Is(i+2, lang.Cap):
		n.nicknamed(i, s)
	}
}

// leadsIn proposes the names that the small word or the verb at token i leads in.
func (n *nameFinder) leadsIn(i int, s lang.Sentence) {
	switch {
	case n.word(i) == "near":
		n.nearby(i, s)
	case n.l.Plays(i, n.r.seizes):
		n.seized(i, s)
	case n.l.Plays(i, n.r.at):
		n.houseOfStaff(i, s)
	}
	n.smallParticle(i, s)
	n.placedAt(i, s)
}

// prefixed proposes bodies called after a place by a word before it: Air
// Kiribati, Radio New Zealand, Caritas Albania, Real Zaragoza.
func (n *nameFinder) prefixed(i int, s lang.Sentence) bool {
	switch {
	case n.l.Plays(i, n.r.foreignHead):
		return n.foreignBody(i, s)
	case n.l.Plays(i, n.r.foreignPlace) && n.l.Plays(i+1, n.r.foreignOf):
		return n.foreignLand(i, s)
	case n.l.Plays(i, n.r.base):
		if p := n.word(i - 1); n.l.Is(i, lang.Upper) && i > s.First && (p == "at" || p == "from" || p == "to" || p == "near" || p == "of" || p == "in") && n.beside(i+1, s) && !strings.HasSuffix(n.word(i+1), "s") && !n.l.Has(i+1, n.common) && !n.l.Has(i+1, n.orgHead) && !n.l.Has(i+1, n.title) && !n.beside(i+2, s) {
			n.propose(candidate{class: lang.PlaceChunk, start: i, end: i + 2, score: scoreLegal, rule: "prefixed"})
			return true
		}
		return false
	case n.l.Plays(i, n.r.clubHead):
		if n.l.Is(i, lang.Upper) && n.clubNamed(i, s) {
			return true
		}
	default:
		return false
	}
	end := n.placeChunk(i + 1)
	if end == 0 || n.taken[i] || !n.l.Is(i+1, lang.Cap) || i > s.First && n.beside(i-1, s) || end < s.Last && n.beside(end, s) {
		return false
	}
	n.propose(candidate{class: lang.OrgChunk, start: i, end: end, score: scoreLegal, rule: "prefixed"})
	return true
}

// foreignBody proposes a body of a Romance or German name, with the small words
// of its language inside: Orchestre de la Suisse Romande.
func (n *nameFinder) foreignBody(i int, s lang.Sentence) bool {
	end, small := i+1, 0
	for k := i + 1; k < s.Last && k-i < 12; k++ {
		switch {
		case n.beside(k, s):
			end = k + 1
		case n.l.Plays(k, n.r.foreignOf):
			small++
		case n.l.Plays(k, n.r.foreignJoin):
		case n.l.Plays(k, n.r.foreignAdj) && n.l.Is(k, lang.Lower): // École supérieure
			small, end = small+1, k+1
		case n.l.Is(k, lang.Word) && elided(n.l.Slice(k, k+1)): // Musée de l'Homme
			end = k + 1
		case n.glued(k, '\'') || n.glued(k, '’') || n.glued(k, '-'):
		case n.l.Is(k-1, lang.Punct) && n.l.Is(k, lang.Glued):
		case n.l.Is(k, lang.Lower) && n.l.Plays(k-1, n.r.foreignOf) && !n.l.Has(k, n.funcWord) && !n.l.Has(k, n.say): // Institut des langues de Vandrel
		default:
			k = s.Last
		}
	}
	if w := n.word(i); end == i+1 || small == 0 && !n.l.Plays(i, n.r.foreignSure) && !strings.HasPrefix(w, "univer") && !strings.HasPrefix(n.word(i+1), "univer") && w != "uniwersytet" && w != "politeknik" || w == "university" {
		return false
	}
	score, start := scoreLegal, i
	if n.beside(i-1, s) && (n.l.Plays(i-1, n.r.clubHead) || n.l.Plays(i-1, n.r.foreignBefore)) {
		start-- // Racing Club de Vandrel, Technische Universität
	}
	if small == 0 {
		score += 8 // no person's name with a title inside
	}
	n.propose(candidate{class: lang.OrgChunk, start: start, end: end, score: score, rule: "foreign"})
	return true
}

// beside reports whether token k may be the part of a name that stands beside a sign: a
// capitalised word that is no function word.
func (n *nameFinder) beside(k int, s lang.Sentence) bool {
	return k >= s.First && k < s.Last && !n.taken[k] && n.l.Is(k, lang.Cap) && !n.l.Has(k, n.funcWord)
}

// ampersand proposes the capitalised words on both sides of the mark at i.
func (n *nameFinder) ampersand(i int, s lang.Sentence) {
	k := i + 1
	if k < s.Last && n.l.Plays(k, n.r.the) {
		k++
	}
	letter := i > s.First && n.l.Is(i-1, lang.Upper) && n.l.Toks[i-1].End-n.l.Toks[i-1].Start == 1 && !n.taken[i-1] && !n.l.Is(i, lang.Glued) // A & C Vandrel
	if !letter && !n.beside(i-1, s) || !n.beside(k, s) {
		return
	}
	glued := n.l.Is(i, lang.Glued) && n.l.Is(k, lang.Glued)
	start, end := i-1, k+1
	if !glued {
		for start > s.First && i-start < 4 && n.beside(start-1, s) && !n.l.Has(start-1, n.title) {
			start--
		}
		for end < s.Last && end-i < 6 {
			switch {
			case n.beside(end, s):
			case n.l.Rune(end) == '&' && n.beside(end+1, s):
			case n.l.Rune(end) == ',' && end+1 < s.Last && n.orgEnd != 0 && n.l.Has(end+1, n.orgEnd):
			default:
				goto done
			}
			end++
		}
	done:
		if n.orgEnd != 0 && n.l.Has(k, n.orgEnd) { // Vandrel, Thask & Co.
			for start > s.First+1 && n.l.Rune(start-1) == ',' && n.beside(start-2, s) && !n.placeAt(element{start: start - 2, end: start - 1}) {
				start -= 2
			}
			if n.glued(end, '.') && end+1 < s.Last {
				end++
			}
		}
	}
	common, given, heads := true, 0, false
	for j := start; j < end; j++ {
		if !n.l.Is(j, lang.Cap) {
			continue
		}
		common = common && (n.l.Has(j, n.common) || n.l.Has(j, n.eventHead) || n.p.know.endings.wordEnd.end(n.word(j), 2))
		heads = heads || n.l.Has(j, n.orgHead)
		if n.isGiven(element{start: j, end: j + 1}) && !n.l.Has(j, n.surname) {
			given++
		}
	}
	if common && !heads && !glued || !glued && !n.l.Has(end-1, n.orgHead) && (n.thingWord(element{start: i - 1, end: i}) || n.thingWord(element{start: k, end: k + 1})) && n.fieldOfOffice(i, s) || given == 2 && end-start == 3 || n.placeAt(element{start: i - 1, end: i}) && n.placeAt(element{start: k, end: k + 1}) {
		return
	}
	n.propose(candidate{class: lang.OrgChunk, start: start, end: end, score: scoreKnown + 2, rule: "ampersand"})
}

// regnal proposes a ruler's or a descendant's name closed by the Roman number
// at i: "Casimir III", "Charles I of Hungary", "Władysław I Łokietek".
func (n *nameFinder) regnal(i int, s lang.Sentence) {
	k := i - 1
	w := n.l.Slice(i, i+1)
	if n.speakerI(i) || len(w) == 1 && n.glued(i+1, '.') && i+2 < s.Last && n.l.Is(i+2, lang.Cap) && n.beside(i+2, s) {
		return // Dan I for one, Dan V. Vandrel
	}
	e := element{start: k, end: i}
	given := n.isGiven(e)
	if n.taken[k] || n.l.Has(k, n.common) || n.l.Has(k, n.orgHead) || n.l.Has(k, n.eventHead) || n.l.Has(k, n.placeHead) || n.l.Has(k, n.instrument) || n.l.Has(k, n.event) || n.l.Has(k, n.funcWord) || n.l.Is(k, lang.Upper) || n.l.Has(k, n.notName) {
		return
	}
	if !given && (len(w) == 1 && w != "I" && w != "V" || strings.Trim(w, "IVX") != "") {
		return
	}
	start := k
	for start > s.First && n.beside(start-1, s) && !n.l.Has(start-1, n.title) && !n.l.Has(start-1, n.office) && !n.l.Has(start-1, n.natAdj) {
		start--
	}
	start = n.behindMajesty(start, k)
	if !given && !n.isGiven(element{start: start, end: start + 1}) && !n.titledAt(start) && (start < k || !n.opens(k, s) && !n.l.Plays(k-1, n.r.rulerAfter)) {
		return
	}
	if given && start == k && n.placeAt(e) || w == "I" && (start < k || i+1 < s.Last && n.l.Is(i+1, lang.Lower) && !n.l.Plays(i+1, n.r.of) && !given) {
		return
	}
	end := i + 1
	switch {
	case start == k && end+1 < s.Last && n.l.Plays(end, n.r.of) && (n.placeAt(element{start: end + 1, end: end + 2}) || n.beside(end+1, s) && n.bareName(end+1, end+2)):
		ch := n.placeChunk(end + 1)
		if !n.titledAt(start) || ch == 0 { // King Felipe VI | of Spain
			end = max(end+2, ch)
		}
	case end+1 < s.Last && n.l.Plays(end, n.r.ofHouse) && n.beside(end+1, s):
		if els := n.run(end+1, min(s.Last, end+5)); len(els) > 0 { // Henri III de Vandrel
			end = els[0].end
		}
	case start == k && end < s.Last && n.beside(end, s) && !n.l.Has(end, n.orgHead) && !n.l.Has(end, n.placeHead) && !n.l.Has(end, n.eventHead):
		end++
	case start == k && end+1 < s.Last && n.l.Plays(end, n.r.the) && n.beside(end+1, s):
		end += 2
	}
	n.propose(candidate{class: lang.PersonChunk, start: start, end: end, score: scoreKnown + 6, rule: "regnal"})
}

// placeChunk gives the end of the known place at k, 0 without one.
func (n *nameFinder) placeChunk(k int) (end int) {
	for _, c := range [...]lang.Class{n.gazPlace, n.morePlace} {
		if ch, ok := n.l.Chunk(k, c); ok {
			end = max(end, int(ch.End))
		}
	}
	return end
}

// byname proposes a given name with an epithet: "Louis the Pious".
func (n *nameFinder) byname(i int, s lang.Sentence) {
	e := element{start: i, end: i + 1}
	if n.taken[i] || n.taken[i+2] || !n.isGiven(e) && !(n.l.Plays(i+2, n.r.epithet) && n.bareName(i, i+1)) || i > s.First && n.l.Is(i-1, lang.Cap) && !n.l.Has(i-1, n.title) {
		return
	}
	if i+3 < s.Last && n.l.Is(i+3, lang.Cap) || n.l.Has(i+2, n.orgHead) || n.placeAt(element{start: i + 2, end: i + 3}) || n.l.Is(i+2, lang.Upper) {
		return
	}
	n.propose(candidate{class: lang.PersonChunk, start: i, end: i + 3, score: scoreKnown, rule: "byname"})
}

// ofPlace proposes a given name that stands alone with its place: "Hedwig of Kalisz".
func (n *nameFinder) ofPlace(i int, s lang.Sentence) {
	e := element{start: i, end: i + 1}
	if n.taken[i] || n.taken[i+2] || n.l.Has(i, n.givenWord) || !n.isGiven(e) && !n.actsOfPlace(i, s) || n.placeAt(e) || n.l.Has(i, n.common) || n.l.Has(i, n.orgHead) || i > s.First && n.l.Is(i-1, lang.Cap) && !n.l.Has(i-1, n.title) {
		return
	}
	p := element{start: i + 2, end: i + 3}
	end := n.placeChunk(i + 2)
	if end == 0 {
		if n.l.Has(i+2, n.common) || n.l.Has(i+2, n.orgHead) || n.l.Has(i+2, n.funcWord) || n.l.Is(i+2, lang.Upper) || n.isGiven(p) || i+3 < s.Last && n.l.Is(i+3, lang.Cap) || n.l.Has(i+2, n.natAdj) {
			return
		}
		end = i + 3
	}
	n.propose(candidate{class: lang.PersonChunk, start: i, end: end, score: scoreKnown + 2, rule: "byname"})
}

// nicknamed proposes a name with a nickname in marks: Thomas "Ned" Gallagher.
func (n *nameFinder) nicknamed(i int, s lang.Sentence) {
	k := i + 3
	for k < min(s.Last, i+6) && n.l.Is(k, lang.Cap) {
		k++
	}
	if k+1 >= s.Last || k >= len(n.l.Toks) || !(n.l.Is(k, lang.CloseQuote) || n.l.Rune(k) == '"' || n.l.Rune(k) == '”' || n.l.Rune(k) == ')' || n.l.Rune(i+1) == '\'' && n.l.Rune(k) == '\'') || !n.beside(k+1, s) || n.l.Has(k+1, n.orgHead) {
		return
	}
	start, end := i, k+2
	for start > s.First && n.beside(start-1, s) && !n.l.Has(start-1, n.title) && !n.l.Has(start-1, n.office) {
		start--
	}
	if !n.isGiven(element{start: start, end: start + 1}) || n.l.Rune(i+1) == '(' && !n.isGiven(element{start: i + 2, end: i + 3}) {
		return
	}
	for end < s.Last && n.beside(end, s) && !n.l.Has(end, n.orgHead) {
		end++
	}
	n.propose(candidate{class: lang.PersonChunk, start: start, end: end, score: scoreLegal + 12, rule: "nickname"})
}

// numbered proposes abbreviations and stations closed by a number, and roads:
// MI5, KG 26, Radio 1, Highway 97.
func (n *nameFinder) numbered(i int, s lang.Sentence) {
	t, k := &n.l.Toks[i], i+1
	glued := n.l.Is(k, lang.Glued)
	if n.taken[i] || n.taken[k] || n.l.Is(k, lang.Year) || k+1 < s.Last && n.l.Is(k+1, lang.Glued) && (n.l.Is(k+1, lang.Word) || n.l.Rune(k+1) == '-') {
		return
	}
	start := i
	for start > s.First && n.beside(start-1, s) && !n.l.Has(start-1, n.title) {
		start--
	}
	switch {
	case t.Is(lang.Upper) && glued && t.End-t.Start <= 4 && !n.l.Plays(i, n.r.measure):
		n.propose(candidate{class: lang.OrgChunk, start: i, end: k + 1, score: scoreAcronym + 6, rule: "numbered"})
	case n.l.Plays(i, n.r.unitHead) && n.word(i) != "group" && start == i && !glued && n.l.Toks[k].End-n.l.Toks[k].Start <= 3 && !n.opens(i, s):
		n.propose(candidate{class: lang.OrgChunk, start: i, end: k + 1, score: scoreHead + 4, rule: "numbered"})
	case n.l.Plays(i, n.r.station) && !glued && n.l.Toks[k].End-n.l.Toks[k].Start <= 3:
		n.propose(candidate{class: lang.OrgChunk, start: start, end: k + 1, score: scoreHead + 4, rule: "numbered"})
	case n.l.Plays(i, n.r.road) && !glued:
		if a := n.stateBefore(start, s); a >= 0 {
			start = a // U.S. Route 136
		}
		n.propose(candidate{class: lang.PlaceChunk, start: start, end: k + 1, score: scoreHead + 4, rule: "numbered"})
	}
}

// owned proposes names whose first words own the noun that heads them: "St
// Stephen's Cathedral", "Robin Hood's Bay", "Luigi's Trattoria". A state owns
// in another way: Kenya's Supreme Court.
func (n *nameFinder) owned(i int, s lang.Sentence) {
	k := i + 2
	if n.l.Plays(k, n.r.ownS) && n.l.Is(k, lang.Glued) {
		k++
	}
	if k >= s.Last || n.taken[i] || !n.beside(k, s) || n.placeAt(element{start: i, end: i + 1}) && !(n.l.Plays(i-1, n.r.ofSaint) && n.l.Has(i, n.given)) || n.l.Has(i, n.common) || n.l.Has(i, n.orgHead) || n.l.Has(i, n.gazBody) || n.orgKnown != 0 && n.l.Has(i, n.orgKnown) || n.l.Is(i, lang.Upper) || n.l.Has(i, n.title) || n.l.Has(i, n.office) || n.l.Has(i, n.funcWord) {
		return
	}
	end := k
	for end < s.Last && end-k < 4 && n.beside(end, s) {
		end++
	}
	last := end - 1
	v, _, ok := n.l.Value(last, n.orgHead)
	place := n.l.Has(last, n.placeHead)
	if place && end-k > 1 || ok && end-k > 2 {
		return // Obama's White House
	}
	start := i
	for start > s.First && i-start < 4 {
		j := start - 1
		if n.l.Rune(j) == '.' && j > s.First && n.l.Plays(j-1, n.r.saintShort) {
			j--
		}
		if !n.beside(j, s) || !n.l.Plays(j, n.r.royal) && (n.l.Has(j, n.title) && n.word(j) != "saint" || n.l.Has(j, n.office)) { // but Queen Ada's School
			break
		}
		start = j
	}
	saint := n.l.Plays(start, n.r.ofSaint)
	switch {
	case ok && (v == "owned" || saint || n.eatery(last) || n.l.Plays(last, n.r.tradeHead)):
		n.propose(candidate{class: lang.OrgChunk, start: start, end: end, score: scoreHead + 20, rule: "owned"})
	case place && n.l.Plays(last, n.r.guestHouse):
		n.propose(candidate{class: lang.OrgChunk, start: start, end: end, score: scoreHead + 20, rule: "owned"})
	case place:
		n.propose(candidate{class: lang.PlaceChunk, start: start, end: end, score: scoreHead + 20, rule: "owned"})
	}
}

// eatery reports whether token i heads the names of places that serve guests
// and are called after their owners.
func (n *nameFinder) eatery(i int) bool {
	v, _, ok := n.l.Value(i, n.orgHead)
	return ok && v == "house"
}
