package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// places proposes names that a noun for places heads ("Issyk-Kul Region",
// "Lake Balkhash") and capitalised words after a preposition of place.
func (n *nameFinder) places(s lang.Sentence) {
	if !n.has.classes.Intersects(&n.anyPlaceWord) {
		return
	}
	for i := s.First; i < s.Last; i++ {
		if n.taken[i] || !n.l.Bits[i].Intersects(&n.anyPlaceWord) {
			continue
		}
		if n.tag == "ru" && n.l.Is(i, lang.Cap) && n.l.Has(i, n.placePre) && n.stateTitle(i, s) {
			continue
		}
		if n.placeHead != 0 && n.l.Has(i, n.placeHead) || n.placeLow != 0 && n.l.Has(i, n.placeLow) {
			n.placeBefore(i, s)
		}
		if n.placePre != 0 && n.l.Has(i, n.placePre) && (n.tag != "en" || n.l.Is(i, lang.Cap)) {
			n.placeAfter(i, s)
		}
		if n.tag == "ru" && n.sideOf(i) {
			n.placeSide(i, s)
		}
		if n.placePrep != 0 && n.l.Has(i, n.placePrep) {
			n.placeByContext(i, s)
		}
	}
}

// placeSide finds «Северная Африка»: a side before a known place, named
// together in the nominative.
func (n *nameFinder) placeSide(i int, s lang.Sentence) {
	side, _ := n.l.Chunk(i, n.placeSides)
	k := int(side.End)
	if k >= s.Last || !n.l.Is(k, lang.Cap) {
		return
	}
	for _, class := range [...]lang.Class{n.gazPlace, n.morePlace} {
		ch, ok := n.l.Chunk(k, class)
		if class == 0 || !ok || n.insideWord(k, int(ch.End)) {
			continue
		}
		noun := n.surfaceOf(n.l.Entry(ch), k, int(ch.End))
		adjective := russianAdjective(n.l.Slice(i, k), russianGender(noun))
		n.propose(candidate{class: lang.PlaceChunk, start: i, end: int(ch.End), score: scoreKnown + 2, name: adjective + " " + noun, rule: "place"})
		return
	}
}

// placeBefore finds "Toktogul reservoir", «Жалагашский район», «Қаратал
// өзені»: capitalised words before the head at i.
func (n *nameFinder) placeBefore(i int, s lang.Sentence) {
	class := n.placeHead
	capital := n.l.Is(i, lang.Cap)
	if !capital {
		class = n.placeLow
	}
	ch, ok := n.l.Chunk(i, class)
	if class == 0 || !ok {
		return
	}
	if n.tag == "kk" && i > s.First && n.glued(i-1, '-') && n.l.Is(i, lang.Glued) {
		return // Telegram-каналы
	}
	start := i
	for more := true; more && start > s.First && i-start < 7; {
		start, more = n.placeGoesLeft(start, i, s)
	}
	if start == i || !n.l.Is(start, lang.Cap) || n.noPlaceName(start, i, s) {
		return
	}
	switch value := n.l.Entry(ch).Value; {
	case value != "several":
		n.proposePlace(start, i, int(ch.End), value, s)
	case n.tag == "kk" && start+1 == i && n.relational(start) && !n.placeAt(element{start: start, end: i}):
		// Трансшекаралық өзендерді
	default:
		n.listedPlaces(start, i, s)
	}
}

// placeGoesLeft takes the word before start into the name of a place with its head
// at i and reports whether more may stand before it.
func (n *nameFinder) placeGoesLeft(start, i int, s lang.Sentence) (int, bool) {
	capital := n.l.Is(i, lang.Cap)
	k := start - 1
	for k > s.First+1 && n.glued(k, '-') {
		k--
	}
	if n.glued(start-1, '-') {
		k = start - 2
	}
	if n.tag == "kk" && !capital && start == i && k > s.First && n.l.Is(k-1, lang.Cap) && honouredKK(n.l.Fold(k)) {
		start, k = k, k-1 // Жошы хан кесенесі
	}
	if n.l.Plays(k, n.r.and) && start < i && n.lineBetween(i, k, s) {
		k--
	}
	if k < s.First || n.taken[k] || !n.l.Is(k, lang.Cap) && !(start-k == 2) || n.headlineVerb(k) {
		return start, false
	}
	if n.l.Has(k, n.funcWord) && n.funcWord != 0 && !(n.tag == "en" && start < i && k > s.First+1 && n.l.Has(k, n.p.know.lists.num) && n.l.Plays(k-1, n.r.the)) || n.title != 0 && n.l.Has(k, n.title) && n.tag == "en" && !(start == i && n.streetHead(i)) {
		return start, false
	}
	if n.tag == "kk" && start == i-1 && n.autonomousKK(i) { // Іле | Қазақ автономиялы облысы
		return k, false
	}
	start = k
	for n.tag != "en" && start-2 >= s.First && n.glued(start-1, '-') && n.l.Is(start, lang.Glued) && !n.taken[start-2] { // Суригао-дель-Норте, Қызыл-Тамыр
		start -= 2
	}
	switch n.tag {
	case "en":
		return start, true
	case "kk":
		if !capital && namedAfterKK(n.l.Fold(i)) && start-1 >= s.First && n.ofSameName(start-1, s) {
			return start, true // Қожа Ахмет Ясауи кесенесі
		}
		if start-1 >= s.First && (n.caseEnding(start-1) || genitiveKK(n.l.Fold(start-1)) || attributiveKK(n.l.Fold(start-1)) || n.country(start) || n.l.Has(start-1, n.office)) {
			return start, false // Абуджада | Нигерия Федеративтік Республикасы
		}
	}
	if n.tag == "kk" && start == i-1 && n.autonomousKK(i) {
		return start, true
	}
	return start, n.tag != "ru" && capital && i-start < 2 // one word, or one hyphenated word
}

// noPlaceName reports whether the words before a head at i are no name of a place.
func (n *nameFinder) noPlaceName(start, i int, s lang.Sentence) bool {
	capital, one := n.l.Is(i, lang.Cap), start == i-1
	if one && n.common != 0 && n.l.Has(start, n.common) && n.opens(start, s) && !n.streetHead(i) {
		return true
	}
	switch n.tag {
	case "en":
		if one && (n.l.Has(start, n.natAdj) && !capital || capital && !n.streetHead(i) && n.personBefore(start, i, s)) || !capital && n.country(start) {
			return true
		}
		return n.instrument != 0 && capital && n.l.ChunkEnd(i, n.instrument) > n.l.ChunkEnd(i, n.placeHead) // the Osh Road | Map
	case "kk":
		if one && n.opens(start, s) && strings.HasPrefix(n.l.Fold(i), "аймағ") && !n.placeAt(element{start: start, end: i}) {
			return true // Шекара аймағында
		}
	case "ru":
		if n.office != 0 && n.l.Has(start, n.office) {
			return true // Хоким области
		}
		if n.opens(start, s) && n.p.know.endings.participleEnd.end(n.l.Fold(start), 4) {
			return true // Заражённая площадь
		}
	}
	return !n.fitsHead(start, i)
}

// proposePlace proposes a place with its head at i, a noun of a kind: of "only" the noun
// is no part of the name («Бірмингем қаласы»), of "state" a state's name stands before it.
func (n *nameFinder) proposePlace(start, i, end int, kind string, s lang.Sentence) {
	capital, only := n.l.Is(i, lang.Cap), kind == "only"
	c := candidate{class: lang.PlaceChunk, start: start, end: end, score: scorePlace, rule: "place"}
	if n.tag == "kk" && capital {
		c.start = n.stateName(start, i, s)
		if !n.stateForm(&c, c.start, i) && kind == "state" {
			return // Армандар Мемлекеті
		}
	}
	if only {
		c.end = i
	}
	switch {
	case n.tag == "en" && capital && n.namedBehind(end, s) > end:
		c.end, c.score = n.namedBehind(end, s), c.score+3
	case n.tag == "en" && !capital: // the Laurent region
		c.name, c.end, c.score = n.l.Slice(c.start, c.end), i, c.score+3
	case n.tag == "en" && n.l.Has(start, n.common) && i-start == 1:
		c.score -= 8
	case n.streetHead(i) && n.l.Is(start-1, lang.Word):
		n.streetOfPerson(&c, s)
	case n.tag == "kk" && !only && i-start > 1 && n.placeAt(element{start: start, end: i}):
		c.score = scoreKnown + 2 // Баян-Өлгий аймағы: the region, not the name alone
	case n.tag == "ru":
		if i-start > 1 && !capital {
			c.score = scoreKnown + 2 // Усть-Каменогорском районе: the district, not the town
		}
		n.manyPlaces(&c, i)
	}
	n.propose(c)
	if n.tag == "ru" && !capital {
		n.sharedHead(start, i, s)
	}
}

// placeAfter finds "Mount Elbrus", "Republic of Kazakhstan", «село Мерке».
func (n *nameFinder) placeAfter(i int, s lang.Sentence) {
	ch, _ := n.l.Chunk(i, n.placePre)
	k, kind := int(ch.End), n.l.Entry(ch).Value
	if n.tag == "en" && n.inLongerName(i, k, s) {
		return
	}
	if n.townNamed(i, s) || n.tag == "ru" && n.l.Is(i, lang.Cap) && i > s.First && n.givenAsWritten(i) {
		return // Гор Мкртчян
	}
	if n.tag == "en" {
		n.campNamed(i, s)
	}
	if k < s.Last && n.glued(k, '.') { // г. Алматы
		k++
	} else if kind == "abbrev" { // «с Виктором» is no village
		return
	}
	if kind == "state" || kind == "article" && (i == s.First || !n.l.Has(i-1, n.placePrep)) {
		return
	}
	if k < s.Last && n.l.Plays(k, n.r.the) {
		k++
	}
	if n.tag == "en" && k+2 < s.Last && n.l.Is(k, lang.Lower) && n.l.Plays(k, n.r.arabicArticle) && n.glued(k+1, '-') && n.l.Is(k+2, lang.Cap) && !n.taken[i] {
		n.propose(candidate{class: lang.PlaceChunk, start: i, end: k + 3, score: scorePlace + 2, rule: "place"}) // Maarat al-Numan
		return
	}
	if k >= s.Last || !n.l.Is(k, lang.Cap) || n.taken[k] || n.l.Is(k, lang.Upper) || n.opensNoPlace(k, s) {
		return
	}
	els := n.run(k, min(s.Last, k+5))
	if len(els) == 0 || n.tag == "ru" && n.guestOfRepublic(i, els) {
		return
	}
	c := candidate{class: lang.PlaceChunk, start: i, end: n.placeEnd(els, kind, s), score: scorePlace - 4, rule: "place"}
	if (kind == "only" || kind == "abbrev") && !(i > s.First && n.opensTown(i, k)) { // "город" is no part of the name, "Порт" is
		c.start = k
	}
	if n.townOfTwo(i, els) {
		c.end, c.score = els[1].end, scoreLegal+10
		if len(els) == 3 && n.opensTown(k, els[1].start) && n.unlisted(els[2].start) && !n.surnamed(els[2]) {
			c.end = els[2].end // Форт Гуд Хоп
		}
	} else if n.personOrOwner(i, els, &c, s) {
		return
	}
	if kind == "street" {
		c.score = scoreLegal + 14
	}
	if n.placeAt(element{start: k, end: k + 1}) { // North Kazakhstan
		if n.tag == "ru" && c.start == k {
			return // столица Казахстана: the gazetteer names it
		}
		c.score = scorePlace + 2
	}
	if n.tag == "en" && (c.end > k+1 && n.l.Has(k, n.placePre) && int(ch.End) == i+1 || n.placeChunk(i) == k && n.l.Is(i, lang.Cap)) {
		c.score += 8 // Fort San Vicente, Rio Vandrel
	}
	n.propose(c)
}

// inLongerName reports whether the English noun of a place at tokens [i, k) is a part of
// another name: "the Western | Province of Sierra Leone", "the Head of | State of Kazakhstan".
func (n *nameFinder) inLongerName(i, k int, s lang.Sentence) bool {
	if k > i+1 && i > s.First && n.l.Is(i-1, lang.Cap) && n.l.Is(i, lang.Cap) && n.l.Has(i-1, n.placePre) {
		return true
	}
	return n.word(i) == "state" && i > s.First+1 && n.word(i-1) == "of" && strings.HasPrefix(n.word(i-2), "head")
}

// opensNoPlace reports whether a capitalised word behind the noun of a place is a
// noun or a people itself: Northern Sámi.
func (n *nameFinder) opensNoPlace(k int, s lang.Sentence) bool {
	if n.opensTown(k, k+1) || n.glued(k+1, '-') && n.opensTown(k, k+2) {
		return false
	}
	for _, c := range [...]lang.Class{n.natAdj, n.orgHead, n.funcWord, n.common, n.title} {
		if c != 0 && n.l.Has(k, c) {
			return true
		}
	}
	return n.tag == "en" && !n.l.Has(k, n.gazPlace) && !n.l.Has(k, n.placePre) && (n.l.Has(k, n.gazGroup) || n.l.Has(k, n.moreGroup) || n.fromSide(k, s))
}

// placeEnd gives where the name behind the noun of a place ends: it is one word,
// what the gazetteer knows, or of a street all of it, Avenue Georges Mandel.
func (n *nameFinder) placeEnd(els []element, kind string, s lang.Sentence) int {
	if kind == "street" {
		return els[len(els)-1].end
	}
	end := els[0].end
	if len(els) > 2 && n.tag == "en" && els[1].particle && n.glued(els[1].end-1, '-') && !n.isGiven(els[0]) {
		return els[2].end // the Strait of Bab al-Vandrel
	}
	if len(els) > 1 && n.tag == "en" && !n.isGiven(els[1]) && els[1].end <= s.Last && n.placeAt(els[1]) {
		end = els[1].end
	}
	if n.tag == "en" && len(els) > 1 && n.l.Has(els[0].start, n.placePre) && els[0].end == els[0].start+1 {
		end = els[1].end
	}
	if ch, ok := n.l.Chunk(els[0].start, n.gazPlace); ok {
		end = max(end, int(ch.End))
	}
	return end
}

// personOrOwner reports whether the name behind the noun of a place is a person's,
// or only says whose another thing is: мэр города Лужков; плотина Саяно-Шушенской
// ГЭС.
func (n *nameFinder) personOrOwner(i int, els []element, c *candidate, s lang.Sentence) bool {
	if n.tag != "en" && len(els) > 1 && (n.isGiven(els[0]) || n.headsPerson(els, s)) {
		return true
	}
	if n.tag != "ru" {
		return false
	}
	if len(els) == 1 && n.holderOfTown(i, els[0]) {
		return true
	}
	return c.start == els[0].start && (n.actsBehindPlace(i, els) || n.adjective(c.end-1) && c.end < s.Last && n.l.Is(c.end, lang.Upper))
}

// actsBehindPlace reports whether a name right behind a noun of a place is that
// of who acts there: a surname with a verb of a man's deed behind it and a
// preposition before the noun. «В район Иванов приехал утром».
func (n *nameFinder) actsBehindPlace(i int, els []element) bool {
	last := els[len(els)-1]
	if i == 0 || n.pastGender(last.end) != 'm' || !n.pastVerb(last.end) {
		return false
	}
	return (surnameShape(n.l.Fold(last.end-1)) || n.l.Has(last.start, n.surname)) && (n.l.Plays(i-1, n.r.beforeAccPre) || n.l.Plays(i-1, n.r.beforeInsAcc))
}

// articleFirst reports whether a name begins with a foreign article and nothing
// tells a person: no title or word before it, no given name in it, no verb of
// saying behind it. La Traviata and La Niña are nobody; Senator La Malfa is.
func (n *nameFinder) articleFirst(c candidate, s lang.Sentence) bool {
	ch, ok := n.l.Chunk(c.start, n.placePre)
	if !ok || n.l.Entry(ch).Value != "article" || c.start > s.First && n.l.Is(c.start-1, lang.Word) && !n.l.Has(c.start-1, n.funcWord) || n.l.Has(c.end, n.lead) {
		return false
	}
	for i := c.start; i < c.end; i++ {
		if n.isGiven(element{start: i, end: i + 1}) {
			return false
		}
	}
	return true
}

// placeByContext takes a capitalised word after "in", "near", "from" for a
// place where nothing speaks against it.
func (n *nameFinder) placeByContext(i int, s lang.Sentence) {
	ch, _ := n.l.Chunk(i, n.placePrep)
	k, value := int(ch.End), n.l.Entry(ch).Value
	if n.tag == "en" && k+2 < s.Last && value != "weak" && n.arabicPlace(k) {
		if k += 3; n.l.Rune(k-2) == '-' && k+3 < s.Last && n.l.Plays(k, n.r.and) {
			n.arabicPlace(k + 1) // from al-Thask and al-Orrel
		}
		return
	}
	if k >= s.Last || !n.l.Is(k, lang.Cap) || n.taken[k] {
		return
	}
	els := n.run(k, min(s.Last, k+10))
	words := wordsIn(els)
	if words == 0 || words > 2 || words < len(els) && n.tag != "en" {
		return
	}
	if words == 1 && n.l.Plays(k, n.r.tongues) && !n.placeAt(els[0]) {
		return // held in Amharic
	}
	kind := value == "kind" // the island of São Vicente
	sure := n.tag == "en" && n.surelyTown(i, els, s)
	whither := sure || n.whither(i)
	inPlace := n.tag == "en" && n.townInPlace(i, k, els[len(els)-1].end)
	if !kind && !inPlace && n.holdsNoPlace(els, i, whither, s) {
		return
	}
	if n.tag == "ru" && n.personsCase(i, els) {
		return
	}
	end := els[len(els)-1].end
	if n.glued(end, '\'') || n.glued(end, '’') {
		return
	}
	score := scoreContext
	if inPlace {
		score = scorePerson
	} else if kind {
		score = scorePlace
	} else if whither {
		score = scoreLegal
	}
	if n.givenWord != 0 && !sure && n.l.Has(els[0].start, n.givenWord) { // Al Hasakah
		score = scoreModel
	}
	if value == "weak" && !whither {
		score = n.weakPlace(i, end, s)
	}
	if n.tag == "en" && score == scoreContext && words == 1 && n.l.Plays(i, n.r.in) && (end >= s.Last || n.l.Rune(end) == ',' || n.l.Rune(end) == '.') {
		score = scoreModel - 4 // In Marham, the commander said
	}
	n.propose(candidate{class: lang.PlaceChunk, start: k, end: end, score: score, rule: "context"})
	if kind && n.tag == "en" {
		n.kindGoesOn(end, s)
	}
}

// holdsNoPlace reports whether a word behind a preposition is of a person, a body or
// a thing. whither tells that one comes there, which persons rarely are told of.
func (n *nameFinder) holdsNoPlace(els []element, i int, whither bool, s lang.Sentence) bool {
	for x, e := range els {
		if e.particle {
			continue
		}
		if whither && n.orgKnown != 0 && n.l.Has(e.start, n.orgKnown) {
			return true // she headed to Google
		}
		if (e.initial || n.l.Has(e.start, n.given)) && !whither || n.l.Is(e.start, lang.Upper) {
			return true
		}
		for _, c := range [...]lang.Class{n.funcWord, n.natAdj, n.common, n.orgHead, n.eventHead} {
			if n.l.Has(e.start, c) {
				return true
			}
		}
		royal := n.tag == "en" && x == 0 && len(els) > 1 && els[1].particle && n.l.Plays(e.start, n.r.royal)
		if (n.l.Has(e.start, n.title) || n.l.Has(e.start, n.office)) && !((whither || n.l.Plays(e.start, n.r.ofSaint)) && n.glued(e.start+1, '-')) && !royal {
			return true
		}
		if n.tag == "en" && n.p.know.endings.scienceEnd.end(n.word(e.start), 2) {
			return true // a degree in Economics
		}
		if end, _ := n.surnameEnding(e); end && !whither && !n.l.Plays(i, n.r.in) && !(n.tag == "en" && len(els) == 1 && n.l.Rune(e.end) == ',' && n.country(e.end+1) || n.tag == "en" && n.inState(e.end)) && !(n.tag == "en" && n.besidePlace(i, els[len(els)-1].end, s)) {
			return true
		}
	}
	return false
}

// weakPlace weighs a place behind a preposition that says little: a known place
// behind a comma, or beside it, makes it one.
func (n *nameFinder) weakPlace(i, end int, s lang.Sentence) int {
	if end < s.Last && n.l.Rune(end) == ',' && n.placeAt(element{start: end + 1, end: min(end+2, s.Last)}) {
		return 56
	}
	if n.tag == "en" && n.besidePlace(i, end, s) {
		return scoreContext + 4
	}
	return 0
}

// personsCase reports whether the words behind a Russian preposition stand in
// the instrumental, which «с» asks of persons and things met, never of a place
// one comes from.
func (n *nameFinder) personsCase(i int, els []element) bool {
	if !n.l.Plays(i, n.r.withSomebody) {
		return false
	}
	for _, e := range els {
		w := n.l.Fold(e.end - 1)
		for _, end := range [...]string{"ом", "ем", "ой", "ей", "ым", "им", "ою", "ею"} {
			if strings.HasSuffix(w, end) {
				return true
			}
		}
	}
	return false
}

// besidePlace reports whether a word after a weak preposition stands beside a
// place of the same rank: "in Osh and Keles", "from Keles to Osh", "between
// Keles and Osh". No verb of persons may follow.
func (n *nameFinder) besidePlace(i, end int, s lang.Sentence) bool {
	if end < s.Last && (n.say != 0 && n.l.Has(end, n.say) || n.cue != 0 && n.l.Has(end, n.cue)) {
		return false
	}
	switch {
	case n.l.Plays(i, n.r.secondPlace):
		for k := range n.cands {
			if c := &n.cands[k]; c.class == lang.PlaceChunk && c.end == i && c.start > s.First {
				return n.l.Has(c.start-1, n.placePrep) || n.l.Rune(c.start-1) == ','
			}
		}
	case n.l.Plays(i, n.r.firstPlace):
		if end+1 < s.Last && n.l.Plays(end, n.r.secondPlace) {
			k := end + 1
			if n.l.Plays(k, n.r.the) {
				return false
			}
			return n.placeAt(element{start: k, end: k + 1})
		}
	}
	return false
}
