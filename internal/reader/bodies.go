package reader

import "shanyraq/internal/lang"

// longestBody is the most tokens a body's name is followed over.
const longestBody = 18

// bodies proposes names of organizations: those a noun for bodies heads, with
// what belongs to it; those in quotation marks or closed by a legal form;
// abbreviations, and the words an abbreviation in brackets stands for.
func (n *nameFinder) bodies(s lang.Sentence) {
	owned := -1 // the next possessive, where one was looked for
	if n.tag == "en" && !n.has.classes.Has(n.orgEnd) {
		for _, i := range n.caps { // small words head none
			owned = n.bodyAt(int(i), owned, s)
		}
		return
	}
	for i := s.First; i < s.Last; i++ {
		if n.tag == "kk" && n.l.Is(i, lang.Punct) {
			n.numberedKK(i, s)
			continue
		}
		owned = n.bodyAt(i, owned, s)
	}
}

// bodyAt does so at one token; owned is where the next possessive stands as far as
// that is known, and is given anew.
func (n *nameFinder) bodyAt(i, owned int, s lang.Sentence) int {
	t := &n.l.Toks[i]
	if n.taken[i] || !t.Is(lang.Cap) && !n.l.Bits[i].Intersects(&n.anyBodyWord) {
		return owned
	}
	if n.orgHead != 0 && n.l.Has(i, n.orgHead) {
		switch n.tag {
		case "kk":
			n.bodyBefore(i, s)
			n.membersBodyKK(i, s)
		case "en":
			if t.Is(lang.Cap) {
				n.bodyAround(i, s)
			}
		default:
			if n.lettersOnly(i) { // ДУМ РТ
				break
			}
			n.bodyAfter(i, s)
		}
	}
	if n.tag == "kk" && n.named != 0 && n.l.Has(i, n.named) {
		n.namesakeKK(i, s)
	}
	if t.Is(lang.Upper) && n.formAhead(i, s) {
		return owned
	}
	if n.orgEnd != 0 && n.l.Has(i, n.orgEnd) && !(n.tag == "en" && t.End-t.Start == 2 && !t.Is(lang.Upper) && n.word(i) != "co" && n.beside(i+1, s)) || n.closingLetters(i, s) { // Alghabass Ag | Vandrel
		n.legal(i, s)
	}
	if n.tag == "kk" && t.Is(lang.Upper) && t.Is(lang.Glued) && i > s.First+1 && n.l.Rune(i-1) == '.' && n.l.Is(i-1, lang.Glued) && n.l.Is(i-2, lang.Upper) && n.l.Is(i-2, lang.Latin) {
		n.propose(candidate{class: lang.OrgChunk, start: i - 2, end: i + 1, score: scoreLegal, rule: "site"}) // BAQ.KZ
		return owned
	}
	if n.tag == "kk" && t.Is(lang.Cap) && (t.Is(lang.Upper) && !t.Is(lang.Roman) || n.mixedShort(i)) && !(n.orgEnd != 0 && n.l.Has(i, n.orgEnd)) && n.abbreviatedKK(i, s) {
		return owned
	}
	if t.Is(lang.Cap) && !t.Is(lang.Upper) && (n.tag == "en" && n.camel(i) || n.tag != "en" && n.mixedShort(i)) {
		n.propose(candidate{class: lang.OrgChunk, start: i, end: i + 1, score: scoreAcronym, rule: "camel"})
	}
	if n.tag == "en" && t.Is(lang.Cap) && !n.loud {
		if owned < i {
			owned = n.possessiveFrom(i, s)
		}
		if owned < s.Last {
			n.owner(i, s)
		}
	}
	if t.Is(lang.Upper) && !n.loud {
		n.acronym(i, s)
	}
	return owned
}

// bodyAround finds the English body that the word at i heads: capitalised
// words before it, "of" and the like with capitalised words after it.
func (n *nameFinder) bodyAround(i int, s lang.Sentence) {
	ch, _ := n.l.Chunk(i, n.orgHead)
	kind, headEnd := n.l.Entry(ch).Value, int(ch.End)
	start := n.bodyOpens(i, kind, s)
	left := start < i // words before the head belong to it
	if kind == "first" {
		left = n.tag == "en" && n.ofState(i, start, s)
	}
	if k := n.numberedUnit(start, i, s); k < start {
		start, left = k, true
	}
	if start < i {
		start = n.placeAround(start, s)
	} else if n.tag == "en" && !left {
		if a := n.stateEnding(i, s.First); a >= 0 && a < i-1 { // the Côte d'Ivoire | Chamber
			start, left = a, true
		}
	}
	if n.tag == "en" && start+1 == i && n.l.Plays(start, n.r.praise) && n.opens(start, s) {
		return // Poor Service
	}
	end, after := n.bodyCloses(i, start, headEnd, kind, s)
	if !left && after == end && headEnd == i+1 { // "central command" is a name by itself
		return
	}
	if a := n.stateBefore(start, s); a >= 0 && start > a {
		start = a
	}
	if n.officeHead(i, start, headEnd, s) {
		return
	}
	if n.tellsEvent(i, start, after, s) {
		n.propose(candidate{start: i, end: headEnd, score: scoreDefined})
		return // Third World Congress of Librarians opens in Oslo
	}
	if n.l.Has(i, n.title) && n.heldBy(headEnd, after, s) {
		return // the Ombudsman of Samoa, Luamanuvao Pemita: an office
	}
	if after < s.Last && n.l.Is(after, lang.Cap) && after == end && (n.l.Has(after, n.placeHead) || n.l.Plays(after, n.r.calendar)) {
		return // University Street, Museum Day
	}
	score := scoreHead
	if after > end && n.l.Plays(i, n.r.school) && n.l.Plays(n.placeChunk(end+1), n.r.at) {
		score += 8 // as a town behind its preposition gains: of Ohio at Keles
	}
	n.propose(candidate{class: lang.OrgChunk, start: start, end: n.numberBehind(after, kind, s), score: score, rule: "head"})
}

// numberBehind gives the end of an English school's or hospital's name, which ends before
// token k, with its number: Secondary School No. 66.
func (n *nameFinder) numberBehind(k int, kind string, s lang.Sentence) int {
	if n.tag == "en" && kind == "owned" && k+2 < s.Last && n.word(k) == "no" && n.l.Is(k, lang.Cap) && n.glued(k+1, '.') && n.l.Is(k+2, lang.Number) {
		return k + 3
	}
	return k
}

// bodyOpens gives where the capitalised words before a head begin.
func (n *nameFinder) bodyOpens(i int, kind string, s lang.Sentence) int {
	b := bodyLeft{i: i, start: i, kind: kind, s: s}
	for b.start > s.First && i-b.start < 8 && n.bodyGoesLeft(&b) {
	}
	start := b.start
	for start < i && start > s.First && n.glued(start-1, '-') && n.l.Is(start, lang.Glued) {
		start++ // the US-Led | Coalition
	}
	if k := n.patronBefore(start, i, kind, s); k < start {
		return k // St. Keles University, Queen Ada's School, the Pavel M. Orlik Museum
	}
	if k := start - 1; n.tag == "en" && start < i && k >= s.First && n.l.Is(k, lang.Cap) && !n.taken[k] && n.word(k) == "saint" {
		if start = k; k > s.First && n.besideAge(k-1, s) { // the Great Saint Bernard School
			start--
		}
		return start
	}
	if k := start - 1; n.tag == "en" && start < i && k >= s.First && !n.taken[k] && n.l.Is(k, lang.Cap) && (n.l.Plays(k, n.r.royal) || n.l.Plays(k, n.r.namedTitle) || k > s.First && n.l.Plays(k-1, n.r.the) && n.l.Plays(k, n.r.rank)) {
		start = k // Sultan Qaboos University, the Captain Cook Museum
	}
	return n.behindSeat(start, i, s)
}

// behindSeat gives where an English body begins whose name has a place or a house
// with its "of": the Port of Keles Authority, Our Lady of Keles Hospital.
func (n *nameFinder) behindSeat(start, i int, s lang.Sentence) int {
	k := start - 2
	if n.tag != "en" || start == i || k < s.First || !n.l.Plays(start-1, n.r.of) || !n.l.Is(k, lang.Cap) || n.taken[k] || n.taken[start-1] {
		return start
	}
	if n.l.Plays(k, n.r.namedTitle) && k > s.First && n.word(k-1) == "our" && n.l.Is(k-1, lang.Cap) {
		return k - 1
	}
	if v, _, ok := n.l.Value(k, n.isa); (ok && v == "place" || n.l.Has(k, n.placePre)) && n.placeAt(element{start: start, end: start + 1}) {
		return k
	}
	return start
}

// bodyLeft goes over the words before the head of a body, from right to left.
type bodyLeft struct {
	i, start int // the head, and where the name begins so far
	kind     string
	and      bool // words joined by "and" have been passed
	s        lang.Sentence
}

// bodyGoesLeft takes the word before the name into it and reports whether more may
// stand before.
func (n *nameFinder) bodyGoesLeft(b *bodyLeft) bool {
	s, k := b.s, b.start-1
	if b.kind == "owned" && b.start == b.i && k >= s.First+2 && n.l.Plays(k, n.r.ownS) && n.l.Is(k, lang.Glued) && n.l.Is(k-2, lang.Cap) && !n.placeAt(element{start: k - 2, end: k - 1}) {
		b.start, k = k-2, k-3 // King's College
		if k < s.First {
			return false
		}
	}
	owner := n.possessor(k, s.First)
	owned := owner != k // the Journalists' Association, though journalists also open sentences
	if k = n.prefixBefore(owner, s.First); n.glued(k, '-') && k > s.First {
		k--
	}
	if k > s.First && !n.l.Is(k, lang.Cap) && k+1 < b.start && n.l.Plays(k, n.r.arabicArticle) && n.l.Is(k-1, lang.Cap) && !n.taken[k-1] { // Tal al-Shayer Town Council
		b.start = k - 1
		return true
	}
	if b.start == b.i && n.twoOfThem(k, b.i) {
		return false // the Ministry of Trade and | Bank of Ghana
	}
	if n.tag == "en" && n.l.Plays(k, n.r.and) && n.l.Plays(b.i, n.r.aloneBody) && n.fieldOfOther(k-1, s) {
		return false // the Ministry of Trade and | Lake University
	}
	if n.l.Rune(k) == '&' || n.l.Plays(k, n.r.and) && (n.pairedAnd(k, s) || n.lineBetween(b.i, k, s)) {
		k, b.and = k-1, true
	} else if b.and && n.l.Rune(k) == ',' && k > s.First+1 && (n.topical(k-1) || n.l.Is(k-1, lang.Cap) && n.l.Plays(k-2, n.r.the)) { // Passport, Immigration and Citizenship Agency
		k--
	}
	if k < s.First || n.taken[k] || !n.l.Is(k, lang.Cap) || !owned && n.stopsBody(k) {
		return false
	}
	if b.start = k; owned {
		b.start = n.officeEnding(k, s.First)
	}
	return true
}

// bodyCloses gives where the head with its further heads ends, and where the words
// that complete it behind do; its name begins at token start.
func (n *nameFinder) bodyCloses(i, start, headEnd int, kind string, s lang.Sentence) (end, after int) {
	end = headEnd
	for end < s.Last && n.l.Has(end, n.orgHead) && n.l.Is(end, lang.Cap) && !n.taken[end] {
		c, _ := n.l.Chunk(end, n.orgHead)
		end = int(c.End)
	}
	if n.tag == "en" && headEnd-i > 2 && n.l.Has(i+1, n.orgOf) { // Chamber of Commerce | and Industry
		end = n.coordinated(end, s)
	}
	for n.tag == "en" && end-1 > i && n.l.Is(end-1, lang.Lower) && n.l.Has(end-1, n.orgOf) {
		end-- // the Church of | Vandrel
	}
	after = end
	if kind != "last" {
		after = n.complement(end, s)
	}
	if n.tag != "en" {
		return end, after
	}
	after = n.workingIn(i, n.bodyBeforeTown(end, after, s), s)
	if after == end+2 && n.l.Rune(after) == ',' && n.l.Plays(i, n.r.legalKind) && n.placeAt(element{start: after + 1, end: after + 2}) {
		after = end // the Thask Corporation of Elgin, Illinois
	}
	return end, n.withSeat(i, start, end, after, s)
}

// officeHead reports whether the noun of a body opens or closes an office: the High
// Commissioner of Niue, Defence Cabinet Secretary.
func (n *nameFinder) officeHead(i, start, headEnd int, s lang.Sentence) bool {
	if w := n.word(headEnd); n.word(headEnd-1) == "commissioner" && (w == "of" || w == "to" || w != "for" && start < i && n.country(start)) {
		return true
	}
	if n.tag == "en" && start > s.First+1 && n.l.Plays(i, n.r.field) && n.l.Has(start-1, n.orgOf) && n.l.Has(start-2, n.p.know.lists.stateOffice) {
		return true // the Minister of Public Works
	}
	if n.tag == "en" && start+1 == i && start > s.First+1 && n.word(i) == "services" && n.l.Has(start-1, n.orgOf) && n.l.Has(start-2, n.office) && n.word(start-2) != "president" && n.topical(start) && !n.l.Has(start, n.natAdj) {
		return true // the Director of Medical Services
	}
	c, ok := n.l.Chunk(i, n.office)
	return ok && int(c.End) > headEnd && n.l.Is(int(c.End)-1, lang.Cap)
}

// possessor passes the mark of "Workers' Party" and "People's Court" on the way left.
func (n *nameFinder) possessor(k, first int) int {
	switch {
	case k > first+2 && n.l.Plays(k, n.r.ownS) && n.l.Is(k, lang.Glued) && n.l.Has(k-2, n.common) && n.l.Is(k-2, lang.Cap):
		return k - 2
	case k > first && (n.glued(k, '\'') || n.glued(k, '’')) && n.l.Is(k-1, lang.Cap) && (n.l.Has(k-1, n.common) || n.manyOwners(k-1)):
		return k - 1 // the Growers' Association
	case k > first+2 && n.l.Plays(k, n.r.ownS) && n.l.Is(k, lang.Glued) && n.l.Is(k-2, lang.Cap) && (n.l.Has(k-2, n.office) || n.officeEnding(k-2, first) < k-2):
		return k - 2 // the Ombudsman's Office
	}
	return k
}

// officeEnding gives the first token of the office whose last word stands at
// token i, else i: the Prosecutor General's Office.
func (n *nameFinder) officeEnding(i, first int) int {
	for k := max(first, i-2); k < i; k++ {
		if ch, ok := n.l.Chunk(k, n.office); ok && int(ch.End) == i+1 && n.l.Is(k, lang.Cap) {
			return k
		}
	}
	return i
}

// stateBefore gives the first token of an abbreviated state right before a
// body's name: "U.S. Central Command"; -1 where none stands there.
func (n *nameFinder) stateBefore(i int, s lang.Sentence) int {
	if i-4 < s.First || n.l.Rune(i-1) != '.' {
		return -1
	}
	if ch, ok := n.l.Chunk(i-4, n.morePlace); ok && int(ch.End) >= i-1 && int(ch.End) <= i {
		return i - 4
	}
	return -1
}

// stopsBody reports whether a capitalised word is no part of a body's name
// to the right of it.
func (n *nameFinder) stopsBody(k int) bool {
	if n.tag == "en" && n.opensLongName(k) {
		return false
	}
	if n.headlineVerb(k) {
		return true
	}
	if n.tag == "en" && !n.loud && n.l.Is(k, lang.Upper) && (n.l.Has(k, n.orgKnown) || n.l.Has(k, n.gazBody)) && n.l.Toks[k].End-n.l.Toks[k].Start > 2 { // the WHO Regional Office
		return false
	}
	return n.l.Has(k, n.funcWord) && !n.l.Has(k, n.common) && !n.l.Has(k, n.natAdj) && (n.l.Toks[k].Break || k == 0 || !n.l.Plays(k, n.r.nounOpener)) || n.title != 0 && n.l.Has(k, n.title) && !n.l.Has(k, n.common)
}

// complement follows "of Foreign Affairs of the Republic of Kazakhstan" from
// token i and gives its end.
func (n *nameFinder) complement(i int, s lang.Sentence) int {
	end := i
	for end < s.Last && end-i < longestBody {
		if !n.l.Has(end, n.orgOf) || n.taken[end] {
			return end
		}
		k := end + 1
		if k < s.Last && n.l.Plays(k, n.r.the) {
			k++
		}
		if k >= s.Last || !n.l.Is(k, lang.Cap) || n.taken[k] || n.l.Has(k, n.funcWord) && !n.l.Has(k, n.common) && !n.l.Has(k, n.title) && !n.l.Plays(k, n.r.nounOpener) {
			return end
		}
		if n.tag == "en" && end == i && n.l.Plays(end, n.r.of) && n.forcesOfOne(i-1, k, s) {
			return end // the Elite Forces of Ahmad al-Jarba
		}
		if n.tag == "en" && n.l.Has(k, n.natAdj) && k+1 < s.Last && n.l.Is(k+1, lang.Lower) { // of the Indian state of Assam
			return end
		}
		if n.tag == "en" && end > i && !n.l.Plays(end, n.r.of) && n.l.Bits[end-1].Has(n.gazPlace) && (n.placeAt(element{start: k, end: k + 1}) || n.loneCapital(element{start: k, end: k + 1}) && !n.l.Is(k, lang.Upper)) {
			return end // the Parliament of Norway for Arendal
		}
		if n.tag == "en" && n.l.Plays(end, n.r.on) && end > i && n.l.Bits[end-1].Has(n.gazPlace) {
			return end // the Ministry of Health of Oman on Medical Training
		}
		if n.tag == "en" && n.l.Plays(end, n.r.forWhat) && n.title != 0 && n.l.Has(k, n.title) && !n.l.Has(k, n.common) {
			return end // the Expedition for Sir Charles Wright
		}
		k, place := n.capitals(k, s.Last)
		if n.objectOfAim(k, end, s) { // the Fund for Saving | the Black Lake
			k, place = n.capitals(k+1, s.Last)
		}
		if !place {
			k = n.coordinated(k, s)
		} else if e := n.otherPartner(k, i, s); e > 0 {
			k = e
		} else if e := n.otherRegion(k, s); e > 0 {
			k = e
		} else if n.tag == "en" && n.l.Plays(end, n.r.forWhat) && n.l.Plays(k, n.r.and) && n.topical(k+1) && (n.l.Has(k+1, n.natAdj) || n.topical(k+2)) {
			k = n.coordinated(k, s) // for Europe and Foreign Affairs
		}
		end = k
	}
	return end
}

// longPlace gives the token behind a listed English place of three words or more
// that begins at token k, small ones among them; 0 where there is none.
func (n *nameFinder) longPlace(k int) int {
	if n.tag != "en" || k+2 >= len(n.l.Toks) || !n.l.Is(k+1, lang.Lower) {
		return 0
	}
	for _, class := range [...]lang.Class{n.gazPlace, n.morePlace} {
		if c, ok := n.l.Chunk(k, class); ok && class != 0 && int(c.End) > k+2 {
			return int(c.End)
		}
	}
	return 0
}

// capitals passes capitalised words from k; place tells that they are known
// places.
func (n *nameFinder) capitals(k, last int) (int, bool) {
	place := false
	if end := n.placeThenPerson(k, last); end > 0 {
		return end, true
	}
	for first := k; k < last && !n.taken[k]; {
		if n.tag == "en" && k > first && n.l.Plays(k, n.r.headlineVerb) && n.l.Is(k, lang.Cap) && n.word(k)[len(n.word(k))-1] == 's' {
			break // Ministry of Health | Launches Campaign
		}
		if n.l.Rune(k) == '&' || n.glued(k, '-') && k+1 < last && n.l.Is(k+1, lang.Glued) || n.lettersJoined(k, last) || n.saintCut(k, last) {
			k++
			continue
		}
		if end := n.longPlace(k); end > 0 && end <= last { // Dar es Salaam
			k, place = end, true
			continue
		}
		if n.tag == "en" && (n.glued(k, '\'') || n.glued(k, '’')) && n.l.Plays(k+1, n.r.ownS) && k+2 < last && n.l.Is(k+2, lang.Cap) && n.l.Has(k-1, n.common) && (n.l.Has(k+2, n.orgHead) || n.l.Has(k+2, n.common)) {
			k += 2 // the Central People's Government
			continue
		}
		if n.tag == "en" && k > first && (n.glued(k, '\'') || n.glued(k, '’')) && !n.l.Plays(k+1, n.r.ownS) && k+1 < last && n.l.Is(k+1, lang.Cap) && !n.l.Is(k+1, lang.Glued) && n.topical(k+1) && !n.l.Has(k+1, n.office) && n.manyOwners(k-1) && n.l.Has(k-2, n.orgOf) {
			k++ // Ministry of Veterans' Affairs
			continue
		}
		if k > first && n.holderBehindField(k, last) { // Committee for Water Protection | Anna Berg
			break
		}
		if n.bynameOfSaint(k, last) {
			k += 2
			continue
		}
		if !n.l.Is(k, lang.Cap) && !(n.glued(k-1, '-') && n.l.Is(k, lang.Word)) {
			break
		}
		place = n.l.Has(k, n.gazPlace) || n.morePlace != 0 && n.l.Has(k, n.morePlace)
		if place && n.tag == "en" && n.l.Has(k, n.common) && !n.l.Has(k, n.gazPlace) { // Commerce, Texas
			place = false
		}
		if place && n.tag == "en" { // of Trinidad and Tobago
			k = max(k, n.knownEnd(k)-1)
		}
		k++
	}
	return k, place
}

// knownEnd gives the end of the known place that begins at token k.
func (n *nameFinder) knownEnd(k int) int {
	ch, ok := n.l.Chunk(k, n.gazPlace)
	if !ok {
		ch, _ = n.l.Chunk(k, n.morePlace)
	}
	return int(ch.End)
}

// placeThenPerson gives the end of a known place at k with a capitalised word
// behind it that is no place and no word of a body's name: "of Uzbekistan Jurabek
// …"; 0 elsewhere.
func (n *nameFinder) placeThenPerson(k, last int) int {
	ch, ok := n.l.Chunk(k, n.gazPlace)
	if !ok || int(ch.End) >= last {
		return 0
	}
	end := int(ch.End)
	e := element{start: end, end: end + 1}
	if !n.l.Is(end, lang.Cap) || n.l.Is(end, lang.Upper) || n.placeAt(e) || n.l.Has(end, n.common) || n.l.Has(end, n.orgHead) || n.l.Has(end, n.natAdj) ||
		n.orgEnd != 0 && n.l.Has(end, n.orgEnd) || n.l.Has(end, n.placeHead) {
		return 0
	}
	if surname, _ := n.surnameEnding(e); surname || n.isGiven(e) || end+1 < last && n.l.Is(end+1, lang.Cap) {
		return end
	}
	return 0
}

// coordinated passes ", Science and Culture" or "and Social Development".
func (n *nameFinder) coordinated(k int, s lang.Sentence) int {
	j := k
	for j < s.Last && j-k < 10 {
		switch {
		case n.tag == "en" && n.l.Has(j+1, n.office) && n.l.Has(j+2, n.orgOf) && n.l.Plays(j, n.r.and): // the Faculty of Law and | Chair of the Board
			return k
		case n.l.Rune(j) == ',' && j+1 < s.Last && n.l.Is(j+1, lang.Cap) && !n.taken[j+1]:
			j, _ = n.capitals(j+1, s.Last)
		case n.l.Plays(j, n.r.and) && j+1 < s.Last && n.l.Is(j+1, lang.Cap) && !n.taken[j+1] && (!n.l.Has(j+1, n.orgHead) || n.l.Plays(j+1, n.r.field) && n.fieldEnds(j+2) || n.closesOnly(j+1)) &&
			!n.isGiven(element{start: j + 1, end: j + 2}) && !(n.placeAt(element{start: j + 1, end: j + 2}) && !(n.tag == "en" && n.l.Has(j+1, n.common))) && (!n.l.Has(j+1, n.funcWord) || n.tag == "en" && n.l.Plays(j+1, n.r.field)) && !(n.orgKnown != 0 && n.l.Has(j+1, n.orgKnown) && !(n.tag == "en" && n.l.ChunkEnd(j+1, n.orgKnown) == j+2 && n.topical(j-1) && n.topical(j+1))):
			e, _ := n.capitals(j+1, s.Last)
			if n.tag == "en" && e > j+2 && n.l.Plays(e-1, n.r.aloneBody) { // the Ministry of Trade and | Lake University
				return k
			}
			return e
		case n.tag == "en" && n.l.Plays(j, n.r.and) && n.l.Plays(j+1, n.r.the) && n.l.Plays(j+2, n.r.field) && n.l.Has(j+2, lang.Cap) && !n.l.Has(j+3, lang.Cap): // of Culture and the Arts
			return j + 3
		default:
			return k
		}
	}
	return k
}

// fieldEnds reports whether a field of an English body that is a word for bodies too ends
// before token i, or with a common word there: "and Energy", "and Community | Development".
func (n *nameFinder) fieldEnds(i int) bool {
	if n.l.Has(i, lang.Cap) {
		return n.l.Has(i, n.common) && !n.l.Has(i, n.orgHead) && !n.l.Has(i+1, lang.Cap)
	}
	return !n.l.Has(i, n.orgOf)
}
