package reader

import (
	"cmp"
	"strings"

	"shanyraq/internal/lang"
)

// calledBehind gives the nominative of a place of no list right behind the Russian noun
// for it; "" where none stands there. Foreign names mostly stand there as they are
// called («в городе Борхейде», «жители города Морсата»), so that an ending is taken off
// only where the whole word tells a case: «города Ольхинска», «в городе Рейнбурге».
func (n *nameFinder) calledBehind(c candidate) string {
	k := c.start - 1
	if k < 0 || n.placePre == 0 || !n.l.Is(k, lang.Word) || !n.l.Has(k, n.placePre) || n.headBehindAdjectives(c.start, c.end) >= 0 {
		return ""
	}
	if ch, _ := n.l.Chunk(k, n.placePre); n.l.Entry(ch).Value == "abbrev" {
		return ""
	}
	name := n.l.Slice(c.start, c.end)
	if c.end > c.start+1 && !n.hyphened(c.start, c.end) {
		return name
	}
	for _, end := range [...]string{"е", "а", "у", "ом"} {
		if stem, ok := strings.CutSuffix(name, end); ok && n.declinedTown(stem) {
			return stem
		}
	}
	return calledAs(name, n.l.Fold(k))
}

// declinedTown reports whether the stem of a Russian name of a place ends as those do
// that are always declined, or the text has named it so: Ольхинск, Рейнбург.
func (n *nameFinder) declinedTown(stem string) bool {
	for _, end := range [...]string{"бург", "град", "город", "ск", "цк", "дорф", "стад", "штадт", "штат", "абад", "кент", "стан", "хольм", "сток", "берг", "борг", "форд", "порт", "таун", "сон", "стон", "нгтон", "птон", "бад", "гард"} {
		if strings.HasSuffix(stem, end) && len(stem) > len(end)+4 {
			return true
		}
	}
	return n.namedPlace(stem)
}

// calledAs gives a Russian name of a place by its ending and the form of the noun before
// it: Тарнавцах behind «городе» is Тарнавцы, Бранволдом behind «городом» Бранволд, and
// Омбарии behind «провинции» Омбария.
func calledAs(name, noun string) string {
	for _, x := range [...]struct{ noun, end, nominative string }{
		{"е", "цах", "цы"},
		{"ом", "ом", ""},
		{"ой", "ой", "а"},
		{"ей", "ой", "а"},
		{"провинции", "ии", "ия"},
		{"области", "ии", "ия"},
		{"стране", "ии", "ия"},
		{"страны", "ии", "ия"},
		{"городе", "ском", "ский"},
		{"городу", "скому", "ский"},
		{"города", "ского", "ский"},
		{"городом", "ским", "ский"},
	} {
		if stem, ok := strings.CutSuffix(name, x.end); ok && strings.HasSuffix(noun, x.noun) && atLeast(stem, 3) {
			return stem + x.nominative
		}
	}
	stem, ok := strings.CutSuffix(name, "ы")
	if !ok || !strings.HasSuffix(noun, "а") && !strings.HasSuffix(noun, "и") && !strings.HasSuffix(noun, "ы") || !atLeast(stem, 3) {
		return name
	}
	for _, end := range [...]string{"ц", "ан", "ян", "ин"} { // Тарнавцы, Пештяны
		if strings.HasSuffix(stem, end) {
			return name
		}
	}
	return stem + "а"
}

// townOfTwo reports whether two words of no list behind the Russian noun for a place at
// token i name it together: «в городе Норт Хэмли», «мэр города Силвер Бэй». What such
// names open or close with tells it of any; of others, that neither is declined and no
// office governs the noun, whose holder they might be: «мэр города Карлуш Мендеш».
func (n *nameFinder) townOfTwo(i int, els []element) bool {
	if n.tag != "ru" || len(els) < 2 || els[0].initial || els[1].initial || els[1].particle || n.l.Is(els[1].start, lang.Upper) {
		return false
	}
	if n.opensTown(els[0].start, els[1].start) || n.l.Plays(els[1].start, n.r.townCloses) {
		return true
	}
	if len(els) > 2 || n.titledAt(i) || !n.l.Is(i, lang.Lower) || n.isGiven(els[0]) || n.isGiven(els[1]) || n.surnamed(els[1]) || !n.unlisted(els[0].start) || !n.unlisted(els[1].start) {
		return false
	}
	return endsInConsonant(n.l.Fold(els[0].end-1)) && endsInConsonant(n.l.Fold(els[1].end-1)) && !n.officeWhere(i)
}

// opensTown reports whether the word at token k is one that names of places of two words
// open with and the next word of the name stands at token next: Нью Брексон.
func (n *nameFinder) opensTown(k, next int) bool {
	return n.tag == "ru" && n.l.Is(k, lang.Cap) && n.l.Plays(k, n.r.townOpens) && next < len(n.l.Toks) && n.l.Is(next, lang.Cap) && !n.l.Is(next, lang.Upper)
}

// endsInConsonant reports whether a folded Russian word has no ending: бранволд.
func endsInConsonant(w string) bool {
	return strings.ContainsRune("бвгджзйклмнпрстфхцчшщ", lastRune(w))
}

// portTown makes a place of what was taken for a body since it begins as one does:
// «мэр города Порт-Велинг».
func (n *nameFinder) portTown(c *candidate) {
	if c.class == lang.OrgChunk && c.known == "" && c.end == c.start+3 && n.hyphened(c.start, c.end) && n.opensTown(c.start, c.start+2) {
		c.class, c.name, c.alias, c.rule = lang.PlaceChunk, "", "", "place"
	}
}

// toldPlacesRU proposes Russian places of no list by the words beside them: the ends of
// a route, whose dwellers are told of, whence one comes, and who hosts a gathering.
func (n *nameFinder) toldPlacesRU(s lang.Sentence) {
	routes, dwellers, waters := n.has.roles.Has(n.r.routeNoun), n.has.roles.Has(n.r.dwellers), n.has.roles.Has(n.r.waterPart)
	for _, at := range n.caps {
		i := int(at)
		if i == s.First {
			n.hostsGathering(i, s)
			continue
		}
		if n.l.Is(i, lang.Upper) || n.l.Is(i, lang.Glued) {
			continue
		}
		switch {
		case n.opensTown(i, i+1) && n.l.Is(i-1, lang.Lower):
			n.twoWhither(i)
		case routes && n.l.Plays(i-1, n.r.routeNoun):
			n.route(i, s)
		case routes && n.endOfWay(i, s):
			n.propose(candidate{class: lang.PlaceChunk, start: i, end: i + 1, score: scoreLegal + 4, name: genitivePlace(n.l.Slice(i, i+1)), rule: "route"})
		case n.office != 0 && n.l.Has(i-1, n.office):
			n.ruledByHolder(i, s)
		case dwellers && n.l.Plays(i-1, n.r.dwellers):
			n.dwellersOf(i)
		case waters && n.l.Plays(i-1, n.r.waterPart):
			n.waterOf(i)
		case n.l.Fold(i-1) == "из" && n.l.Is(i-1, lang.Lower):
			n.undeclinedWhence(i, s)
		case n.l.Fold(i-1) == "и":
			n.pairedPlace(i, s)
		}
	}
}

// route proposes the places that a dash joins behind the noun for a route: «поезд Лима –
// Бранволд – Дакар», «трасса Нью Брексон — Морсата».
func (n *nameFinder) route(i int, s lang.Sentence) {
	for ends := 0; ends < 4; ends++ {
		els := n.run(i, min(s.Last, i+7))
		if len(els) == 0 || len(els) > 3 || els[0].initial || n.l.Is(i, lang.Upper) || n.l.Has(i, n.office) {
			return
		}
		end := els[len(els)-1].end
		dash := end < s.Last && (n.l.Rune(end) == '–' || n.l.Rune(end) == '—' || n.l.Rune(end) == '-') && n.l.Is(end+1, lang.Cap) && !n.l.Is(end+1, lang.Upper)
		if !dash && ends == 0 {
			return
		}
		if !n.placeAt(element{start: i, end: end}) {
			n.propose(candidate{class: lang.PlaceChunk, start: i, end: end, score: scoreLegal + 10, name: n.l.Slice(i, end), rule: "route"})
		}
		if !dash {
			return
		}
		i = end + 1
	}
}

// dwellersOf proposes the place in the genitive behind those who live or rule there:
// «жители Бранволда», «власти Морсаты объявили». A word that ends as Russian surnames do may be
// somebody's.
func (n *nameFinder) dwellersOf(i int) {
	if !n.standsUnlisted(i) {
		return
	}
	if n.l.Fold(i-1) == "власти" && (!n.p.know.endings.bodyVerbEnd.end(n.l.Fold(i+1), 2) || i > 1 && n.l.Is(i-2, lang.Lower)) {
		return // к власти Бранволда
	}
	name := genitivePlace(n.l.Slice(i, i+1))
	if name == "" {
		if endsInConsonant(n.l.Fold(i)) {
			return
		}
		name = n.l.Slice(i, i+1)
	}
	n.propose(candidate{class: lang.PlaceChunk, start: i, end: i + 1, score: scoreLegal + 4, name: name, rule: "dwellers"})
}

// waterOf proposes the river or lake in the genitive behind the noun for a part of it: «в
// устье Выми», «у впадения Тумаши в Обнорь». A name with another beside it, and one that
// ends as surnames do, may be somebody's: «русло Петрова».
func (n *nameFinder) waterOf(i int) {
	if !n.standsUnlisted(i) || !strings.ContainsRune("аяыи", lastRune(n.l.Fold(i))) {
		return
	}
	n.propose(candidate{class: lang.PlaceChunk, start: i, end: i + 1, score: scoreLegal + 4, name: cmp.Or(genitivePlace(n.l.Slice(i, i+1)), n.l.Slice(i, i+1)), rule: "water"})
}

// undeclinedWhence proposes a place of one form for all cases behind «из»: «гости приехали
// из Омбату». Behind «один из» and the like stand those of whom he is one.
func (n *nameFinder) undeclinedWhence(i int, s lang.Sentence) {
	if i-1 == s.First || !n.standsUnlisted(i) || !strings.ContainsRune("оуэюи", lastRune(n.l.Fold(i))) || n.oneAmong(i-2) {
		return
	}
	w := n.l.Fold(i)
	for _, end := range [...]string{"ко", "дзе", "швили", "ини", "ому", "ему", "ову", "еву"} {
		if strings.HasSuffix(w, end) {
			return
		}
	}
	if genitivePlace(n.l.Slice(i, i+1)) != "" {
		return
	}
	n.propose(candidate{class: lang.PlaceChunk, start: i, end: i + 1, score: scorePerson + 8, name: n.l.Slice(i, i+1), rule: "whence"})
}

// standsUnlisted reports whether a word of no list stands alone at token i and ends neither as
// an adjective nor as Russian surnames do.
func (n *nameFinder) standsUnlisted(i int) bool {
	return n.unlisted(i) && !n.l.Is(i+1, lang.Cap) && !n.glued(i+1, '-') && !n.l.Bits[i].Intersects(&n.anyCommon) && !n.adjective(i) && !surnameShape(n.l.Fold(i)) && !surnameShape(strings.TrimSuffix(n.l.Fold(i), "а")) && !n.isGiven(element{start: i, end: i + 1}) && !n.surnameSeen(candidate{start: i, end: i + 1})
}

// hostsGathering proposes the word of no list that opens a sentence and hosts what only
// places and bodies do: «Бранволд примет чемпионат», but «Бранволд примет делегацию».
func (n *nameFinder) hostsGathering(i int, s lang.Sentence) {
	host := n.p.know.lists.hostVerb
	if host == 0 || !n.l.Has(i+1, host) || !n.standsUnlisted(i) {
		return
	}
	for k := i + 2; k < s.Last && k < i+6 && n.l.Is(k, lang.Word); k++ {
		if n.hostedOnly(k) {
			n.propose(candidate{class: lang.PlaceChunk, start: i, end: i + 1, score: scorePerson + 8, name: n.l.Slice(i, i+1), rule: "hosts"})
			return
		}
	}
}

// hostedOnly reports whether the word at token k is a gathering that nobody but a place
// or a body takes in: форум, чемпионат.
func (n *nameFinder) hostedOnly(k int) bool {
	w := n.l.Fold(k)
	for _, gathering := range [...]string{"форум", "чемпионат", "саммит", "фестивал", "олимпиад", "универсиад", "конгресс", "конференци", "игры"} {
		if strings.HasPrefix(w, gathering) {
			return true
		}
	}
	return false
}

// oneAmong reports whether the word at token k counts somebody among those behind «из»:
// «один из», «никто из», «кто-то из».
func (n *nameFinder) oneAmong(k int) bool {
	return n.l.Plays(k, n.r.oneAmong) || n.l.Is(k, lang.Number)
}

// twoWhither proposes a place of two words behind a preposition that says where: «прибыл
// в Нью Брексон», «вылетел из Порт Олвич».
func (n *nameFinder) twoWhither(i int) {
	switch n.l.Fold(i - 1) {
	case "в", "во", "из", "до", "близ", "около":
	default:
		return
	}
	if n.l.Is(i+2, lang.Cap) || n.l.Is(i+1, lang.Glued) || !n.unlisted(i+1) || n.taken[i] || surnameShape(n.l.Fold(i+1)) {
		return
	}
	n.propose(candidate{class: lang.PlaceChunk, start: i, end: i + 2, score: scoreLegal + 10, name: n.l.Slice(i, i+2), rule: "where"})
}

// endOfWay reports whether a word of no list stands in the genitive where a way ends, in a
// sentence that tells of one: «поезд идёт до Бранволда», «дорога от Бранволда до Лимы».
// Behind «от» alone stands who sends something.
func (n *nameFinder) endOfWay(i int, s lang.Sentence) bool {
	switch n.l.Fold(i - 1) {
	case "до":
	case "от":
		if i+2 >= s.Last || n.l.Fold(i+1) != "до" || !n.l.Is(i+2, lang.Cap) {
			return false
		}
	default:
		return false
	}
	return n.standsUnlisted(i) && genitivePlace(n.l.Slice(i, i+1)) != ""
}

// ruledByHolder proposes the place between the office of who rules it and his full name:
// «губернатор Кантури Иван Петров». A first name may end so too, and one list has it.
func (n *nameFinder) ruledByHolder(i int, s lang.Sentence) {
	w := n.l.Fold(i - 1)
	if !strings.HasPrefix(w, "губернатор") && !strings.HasPrefix(w, "мэр") && !strings.HasPrefix(w, "бургомистр") && !strings.HasPrefix(w, "префект") {
		return
	}
	if i+2 >= s.Last || !n.unlisted(i) || n.adjective(i) || endsInConsonant(n.l.Fold(i)) || n.eastern(element{start: i, end: i + 1}) || !n.givenAsWritten(i+1) || !n.l.Is(i+2, lang.Cap) || n.l.Is(i+3, lang.Cap) || n.l.Is(i+2, lang.Glued) {
		return
	}
	name := genitivePlace(n.l.Slice(i, i+1))
	if name == "" {
		name = n.l.Slice(i, i+1)
	}
	n.propose(candidate{class: lang.PlaceChunk, start: i, end: i + 1, score: scoreLegal + 10, name: name, rule: "held"})
}

// thingFirst reports whether a Russian person would have the noun for a place or a way
// for a first name, which only its sentence has put into a capital: «Аэропорт Борхейде»,
// «Трасса Бранволд – Дакар».
func (n *nameFinder) thingFirst(c *candidate) bool {
	if c.class != lang.PersonChunk || c.start != n.cur.First || c.end < c.start+2 || n.isGiven(element{start: c.start, end: c.start + 1}) {
		return false
	}
	return n.l.Plays(c.start, n.r.routeNoun) || n.placePre != 0 && n.l.Has(c.start, n.placePre) && atLeast(n.l.Fold(c.start), 4) || n.placeHead != 0 && n.l.Has(c.start, n.placeHead)
}
