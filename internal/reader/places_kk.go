package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// placesByCase takes a Kazakh word with a capital that stands in the locative,
// or has the ending made of it («Болоньяда», «Генуядағы»), for a place where no
// list knows it otherwise: persons and bodies seldom take that case. A word
// with a capital before or behind it is part of a longer name and left alone.
func (n *nameFinder) placesByCase(s lang.Sentence) {
	if n.townFirstKK(s.First) {
		n.propose(candidate{class: lang.PlaceChunk, start: s.First, end: s.First + 1, score: scoreContext, rule: "case"})
	}
	first := s.First + 1
	if n.glued(first, '-') {
		first = s.First // Сан-Паулуда жәрмеңке өтті
	}
	for i := first; i < s.Last; i++ {
		t := &n.l.Toks[i]
		if !t.Is(lang.Cap) || t.Is(lang.Upper) || !t.Is(lang.Cyrillic) || n.taken[i] || i > s.First && n.opens(i, s) {
			continue
		}
		if n.l.Is(i+1, lang.Cap) && n.fromToKK(&candidate{start: i, end: i + 2}) {
			i++
			continue
		}
		e := n.echoElement(i, s)
		i = e.end - 1
		stem := locativeStem(n.l.Fold(e.end - 1))
		if stem == "" && n.unlisted(i) && n.tripKK(i) {
			n.propose(candidate{class: lang.PlaceChunk, start: i, end: i + 1, score: scoreContext, rule: "case"})
		}
		if stem == "" || e.end < s.Last && (n.l.Is(e.end, lang.Cap) || n.l.Rune(e.end) == '»') || n.l.Is(e.start-1, lang.Cap) && !n.onlyOpens(e.start-1, s) && !n.closedSurname(e.start-1) || n.l.Rune(e.start-1) == '.' && n.l.Is(e.start-1, lang.Glued) {
			continue
		}
		if n.placeAt(e) || n.isGiven(e) && !n.livedIn(e) || n.otherThanPlace(e) {
			continue
		}
		if surname, _ := n.surnameEnding(element{start: e.end - 1, end: e.end}); surname || looksSurname(stem) {
			continue
		}
		n.propose(candidate{class: lang.PlaceChunk, start: e.start, end: e.end, score: scoreContext, rule: "case"})
		n.besideWhereKK(e.start, s)
	}
}

// stateForm ties a state named with its form of government to the state: «Литва
// Республикасы», «Норвегия Корольдігі». It reports whether a state stands there.
func (n *nameFinder) stateForm(c *candidate, start, head int) bool {
	ch, ok := n.l.Chunk(start, n.gazPlace)
	if !ok || int(ch.End) > head || !n.country(start) {
		return false
	}
	c.known = n.l.Entry(ch).Known
	if state := namesakes(n.tag)[c.known]; state != "" {
		c.known = state
	}
	c.name = n.nominative(*c)
	c.score += 2
	return true
}

// listedPlaces takes the names joined before a plural noun for places at head
// for places: «Бақты, Достық және Майқапшағай бекеттері».
func (n *nameFinder) listedPlaces(start, head int, s lang.Sentence) {
	end, several := head, false
	for start >= s.First && n.l.Is(start, lang.Cap) && !n.taken[start] {
		joined := start - 1
		for joined >= s.First && (n.l.Rune(joined) == ',' || n.and != 0 && n.l.Has(joined, n.and)) {
			joined--
		}
		if joined == start-1 && !several {
			return
		}
		several = true
		n.propose(candidate{class: lang.PlaceChunk, start: start, end: end, score: scorePlace + 4, rule: "place"})
		if joined == start-1 || joined < s.First {
			return
		}
		start, end = joined, joined+1
		for start-2 >= s.First && n.glued(start-1, '-') {
			start -= 2
		}
	}
}

// onlyOpens reports whether the word at i has its capital only because it
// opens the sentence.
func (n *nameFinder) onlyOpens(i int, s lang.Sentence) bool {
	e := element{start: i, end: i + 1}
	return i == s.First && !n.placeAt(e) && !n.isGiven(e) && !n.l.Is(i, lang.Upper) && (n.placePre == 0 || !n.l.Has(i, n.placePre))
}

// otherThanPlace reports whether a list has the last word of an element as
// something else than a place.
func (n *nameFinder) otherThanPlace(e element) bool {
	for _, c := range [...]lang.Class{n.surname, n.orgHead, n.orgKnown, n.gazBody, n.funcWord, n.title, n.office, n.notName, n.event, n.instrument, n.month, n.placeHead, n.placeLow, n.placePre, n.gazGroup, n.moreGroup} {
		if c != 0 && (n.l.Has(e.end-1, c) || n.l.Has(e.start, c)) {
			return true
		}
	}
	return n.relational(e.end-1) || n.p.know.lists.holiday != lang.NoClass && n.l.Has(e.start, n.p.know.lists.holiday)
}

// locativeStem gives a folded word without the ending of the locative or of
// the adjective made of it; "" where it has none or too little is left.
func locativeStem(w string) string {
	for k := locativesKK.next(w, 0); k >= 0; k = locativesKK.next(w, k+1) {
		if stem, end := locativesKK.cut(w, k); atLeast(stem, 4) && joinsKK(stem, end) {
			return stem
		}
	}
	return ""
}

// locativesKK are what words end with that tell where: Таразда, Тараздағы.
var locativesKK = fewEndsOf("дағы", "дегі", "тағы", "тегі", "да", "де", "та", "те")

// noPersonKK reports whether the words of a candidate for a person tell of a
// place (-дағы) or, in quotation marks before a small noun, of a thing named
// after somebody: «Балуан Шолақ» спорт сарайы.
func (n *nameFinder) noPersonKK(c *candidate) bool {
	if c.class != lang.PersonChunk || c.end <= c.start {
		return false
	}
	for i := c.start; i < c.end; i++ {
		if attributiveKK(n.l.Fold(i)) {
			return true
		}
	}
	if c.end == c.start+1 && n.againstWhat(c.start) || n.hyphenedTownKK(c) {
		return true
	}
	if c.end == c.start+1 && n.livedIn(element{start: c.start, end: c.end}) {
		return true
	}
	return closers(n.l.Rune(c.start-1)) != "" && n.closesQuote(c.end) && n.l.Has(c.end+1, lang.Lower) || n.ofCalledKK(c)
}

// ofCalledKK reports whether a candidate stands among a few words in quotation marks by
// which a Kazakh noun behind them is called: «Жомарт түлек» жобасы, «Айбек пен Дана»
// спектаклі, «Манас – Абай» атты форум.
func (n *nameFinder) ofCalledKK(c *candidate) bool {
	if !n.quoted {
		return false
	}
	open := c.start - 1
	for open >= 0 && open > c.start-5 && closers(n.l.Rune(open)) == "" {
		open--
	}
	end := c.end
	for end < len(n.l.Toks) && end < c.end+5 && !n.closesQuote(end) {
		end++
	}
	if open < 0 || end+1 >= len(n.l.Toks) || closers(n.l.Rune(open)) == "" || !n.closesQuote(end) || end-open > 6 || !n.l.Is(end+1, lang.Lower) {
		return false
	}
	return n.l.Plays(end+1, n.r.calledSo) || endsAsKK(n.l, end+1, "poss3") // жобасына
}

// againstWhat reports whether a plural in the dative stands before «қарсы»: what
// somebody acts against, «Азаптауларға қарсы конвенция».
func (n *nameFinder) againstWhat(i int) bool {
	if i+1 >= len(n.l.Toks) || n.l.Fold(i+1) != "қарсы" {
		return false
	}
	for _, a := range n.l.Analyses(i) {
		if a.Harmony && a.Slots == "plural dat" {
			return true
		}
	}
	return false
}

// foreignTown reports whether a word without its case ends as the names of
// Baltic and Greek towns do, whose last с belongs to no ending of ours: Каунаста,
// Паневежисте.
func (n *nameFinder) foreignTown(stem string) bool {
	for _, end := range [...]string{"ас", "ис", "ос", "ус", "яс", "юс", "ес"} {
		if strings.HasSuffix(stem, end) && atLeast(stem, 5) {
			return true
		}
	}
	return false
}

// stateName gives the first word of the full name of a state whose form of
// government stands at head, adjectives of it between: «Лаос
// Халықтық-Демократиялық Республикасы», «Иран Ислам Республикасы»; start where no
// state stands there.
func (n *nameFinder) stateName(start, head int, s lang.Sentence) int {
	if n.stateAsIs(start) {
		return start
	}
	for k := start - 1; k >= s.First && k >= head-7; k-- {
		if n.stateAsIs(k) {
			return k
		}
		if n.glued(k, '-') || n.l.Is(k+1, lang.Glued) && n.l.Is(k, lang.Word) {
			continue
		}
		if n.taken[k] || !n.l.Is(k, lang.Cap) || n.l.Has(k, n.office) || attributiveKK(n.l.Fold(k)) {
			if first := k - 1; first >= s.First && n.stateAsIs(first) && n.l.ChunkEnd(first, n.gazPlace) > k {
				return first // Босния және Герцеговина Республикасы
			}
			return start
		}
	}
	return start
}

// stateAsIs reports whether the name of a state begins at k without an ending: Мали,
// Ауғанстан (and not Малиде, боливиялық).
func (n *nameFinder) stateAsIs(k int) bool {
	return n.country(k) && n.nominativePlace(k)
}

// awarded reports whether a place in quotation marks is only what an award is
// called: «Достық» ордені.
func (n *nameFinder) awarded(c *candidate) bool {
	if c.class != lang.PlaceChunk || c.start == 0 || n.l.Rune(c.start-1) != '«' || n.l.Rune(c.end) != '»' {
		return false
	}
	w := n.l.Fold(c.end + 1)
	for _, head := range [...]string{"орден", "медал", "төсбелгі", "сыйлығы", "жүлдесі", "белгісі"} {
		if strings.HasPrefix(w, head) {
			return true
		}
	}
	return false
}

// titleKK reports whether a known place is all that stands in quotation marks
// before a small noun that it belongs to: the name of a work or a house, «Манас»
// эпосы.
func (n *nameFinder) titleKK(from, to int, s lang.Sentence) bool {
	if from == s.First || to+1 >= s.Last || !n.closesQuote(to) || !n.l.Is(from-1, lang.Punct) || n.l.Rune(from-1) == ',' {
		return false
	}
	k := to + 1
	return n.l.Is(k, lang.Lower) && n.possessed(k) && !n.l.Has(k, n.placeLow)
}

// honouredKK reports whether a folded word is a rank or honour that stands in small
// letters behind a name and belongs to what is called after its bearer: «Жошы хан
// кесенесі», «Райымбек батыр ауданы».
func honouredKK(w string) bool {
	switch w {
	case "хан", "ханым", "бибі", "ана", "ата", "баба", "бай", "би", "батыр", "әулие", "сұлтан", "бек", "төре", "ишан", "қажы", "шал", "апа":
		return true
	}
	return false
}

// namedAfterKK reports whether a folded noun for places is one that takes the whole
// name of a person before it.
func namedAfterKK(w string) bool {
	for _, head := range [...]string{"кесенесі", "саябағы", "көшесі", "даңғылы", "алаңы"} {
		if strings.HasPrefix(w, head) {
			return true
		}
	}
	return false
}

// ofSameName reports whether the word at k goes on a name to the left: a capital
// without a case, that opens no sentence and is no place or title.
func (n *nameFinder) ofSameName(k int, s lang.Sentence) bool {
	w := n.l.Fold(k)
	return k > s.First && n.l.Is(k, lang.Cap) && !n.l.Is(k, lang.Upper) && !n.taken[k] && !n.caseEnding(k) && !genitiveKK(w) && !attributiveKK(w) &&
		!n.l.Has(k, n.office) && !n.l.Has(k, n.orgHead) && !n.placeAt(element{start: k, end: k + 1})
}

// autonomousKK reports whether the noun of a Kazakh place at token i tells that it governs
// itself, so that the people stands in its name behind the place: «Іле Қазақ автономиялы
// облысы».
func (n *nameFinder) autonomousKK(i int) bool {
	return strings.HasPrefix(n.l.Fold(i), "автоном")
}
