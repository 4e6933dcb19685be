package reader

import (
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// persons proposes runs of capitalised words as names of persons by what
// their words are (given names, initials, surname endings) and what stands
// before them (titles).
func (n *nameFinder) persons(s lang.Sentence, shouting bool) {
	end, free := s.First, s.First // the end of the run before, the next taken token
	for _, i := range n.caps {
		i := int(i)
		if i < end || n.taken[i] || n.l.Toks[i].Is(lang.Glued) && n.glued(i-1, '-') {
			continue
		}
		for free = max(free, i); free < s.Last && !n.taken[free]; {
			free++
		}
		els := n.elements(i, free)
		if len(els) == 0 {
			continue
		}
		end = els[len(els)-1].end
		n.segments(els, s, shouting)
	}
}

// segments parts a run at titles, places and words that no name holds.
func (n *nameFinder) segments(els []element, s lang.Sentence, shouting bool) {
	from, titled, placed := 0, n.titledAt(els[0].start) || n.headsPerson(els, s) || n.headsBody(els[0].start), false // placed: the place of an office stands before
	if n.tag == "en" && n.fieldOfOffice(els[0].start, s) {                                                           // Secretary of Foreign Affairs Perfecto Yasay
		for from+1 < len(els) && !els[from].initial && !n.isGiven(els[from]) && (n.l.Has(els[from].start, n.common) || from+2 < len(els) && n.l.Fold(els[from+1].start) == "affairs") {
			from, titled = from+1, true
		}
	}
	if k := n.insideOffice(els, s); k > 0 {
		from, titled = k, true
	}
	if k := n.excellency(els); k > 0 {
		from, titled = k, true
	}
	if n.tag == "en" {
		if k := n.namedAgain(els); k > from {
			n.person(els[from:k], s, titled, shouting)
			from, titled = k, false
		}
	}
	flush := func(to int) {
		if to > from {
			n.person(els[from:to], s, titled, shouting)
		}
	}
	if k := n.behindBody(els, s); k > 0 {
		flush(k)
		from, titled = k, true
	} else if k := n.behindClub(els, s); k > 0 {
		from, titled = k, true
	} else if k := n.nextPersonKK(els); k > 0 {
		flush(k)
		from, titled = k, false
	} else if k := n.namesakes(els, s); k > 0 {
		flush(k)
		from = k
	}
	for x := from; x < len(els); x++ {
		e := els[x]
		if e.particle {
			continue
		}
		if e.initial && x > from && !els[x-1].initial && n.tag != "en" && n.nameAfterInitials(els[x:]) {
			if k := n.behindInitials(els, x); k > 0 {
				flush(k) // Аскарова А.Б. | Чрезвычайным и Полномочным Послом
				from, titled = k, false
				x = k - 1
				continue
			}
			flush(x) // Баяндаманы | А.С. Тойчиев
			from, titled = x, false
			continue
		}
		if n.tag == "ru" && !e.initial {
			if k := n.compound(els, x, s); k > 0 { // директор Туркменгидромета | Айна Байрамова
				flush(x)
				from, titled = x+k, titled && x == from || n.titledAt(e.start)
				x += k - 1
				continue
			}
		}
		if n.tag == "kk" && from > 0 && x == from+2 && n.nextPersonKK(els[from:]) == 2 {
			flush(x) // Боксшы | Жәнібек Әлімханұлы | Андрей Михайловичті
			from, titled = x, false
			continue
		}
		if n.tag == "kk" && x-from >= 2 && n.atPlaceKK(els[from:x], e, titled) {
			flush(x) // Тамаш Варга | Будапештте
			from, titled = x+1, false
			continue
		}
		if n.tag == "kk" && x == from+1 && n.surnameThere(els[from], e) {
			flush(x) // Холнесс | Кингстонда
			from, titled = x, false
			continue
		}
		if n.tag == "kk" && x == from+1 && ((titled || n.isGiven(els[from])) && n.whitherKK(e) || n.placeAt(e) && n.office != 0 && n.l.Has(e.end, n.office) && n.surnameKK(els[from]) && !n.isGiven(e)) {
			flush(x) // Асқар | Алматыға барды, Тоқаев | Иордания Королі
			from, titled = x+1, false
			continue
		}
		skip := 0
		ch, ok := n.l.Chunk(e.start, n.gazPlace)
		if adj, is := n.l.Chunk(e.start, n.natAdj); is && n.tag == "en" && int(adj.End) > e.end && (!ok || adj.End > ch.End) { // Sri Lankan
			ch, ok = adj, true
		}
		if ok && n.tag == "en" && int(ch.End) == e.end && n.placeNamedPerson(els[x:], s) && !(x > from && n.isGiven(els[x-1])) {
			flush(x)
			from, titled = x, true
			x++
			continue
		}
		if ok && int(ch.End) > e.end { // a place of several words
			flush(x)
			for x < len(els) && els[x].start < int(ch.End) {
				x++
			}
			from, titled = x, x < len(els) && n.officeOver(e.start, s)
			x--
			continue
		}
		if !e.initial && !(x > from && x+1 == len(els) && n.tag == "en" && n.rankAsSurname(els, from, x)) {
			if ch, ok := n.l.Chunk(e.start, n.title); ok && n.title != 0 && !(x == from && n.isGiven(e)) && !(x > from && x+1 == len(els) && (n.isGiven(els[x-1]) || x == from+2 && n.tag == "en" && n.l.Has(els[from].start, n.surname))) { // Bui Thanh Son
				skip = int(ch.End)
			} else if ch, ok := n.l.Chunk(e.start, n.officePlural); ok && n.officePlural != 0 {
				skip = int(ch.End)
			} else if ch, ok := n.l.Chunk(e.start, n.office); ok && n.office != 0 && !n.officeName(els, x) && !(x > from && x+1 == len(els) && n.isGiven(els[x-1])) {
				skip = int(ch.End)
			}
			if skip > 0 {
				flush(x)
				for x < len(els) && els[x].start < skip {
					x++
				}
				from, titled = x, true
				x--
				continue
			}
			if x > from && els[x-1].particle && n.isGiven(e) {
				continue // Ahmed bin Said
			}
			if n.tag == "kk" && x+1 < len(els) && n.instrument != 0 && n.l.Has(e.start, n.instrument) && !n.isGiven(e) { // Жарлығымен | Анвар Сайдалиев
				flush(x)
				from, titled = x+1, false
				continue
			}
			if n.wordBeforeGiven(els, x) {
				continue
			}
			if n.tag == "ru" && x == from && e.end > e.start+2 && n.l.Toks[e.end-1].Is(lang.Lower) && n.l.Has(e.end-1, n.office) && n.office != 0 {
				from, titled = x+1, true // Экс-министра | Пакистана
				continue
			}
			if n.tag == "ru" && x == from && x+1 < len(els) && n.opensBefore(e, s) { // Юбилей | Пугачёвой, Дизайнер | Анна Линд
				surname, _ := n.surnameEnding(els[x+1])
				from, titled = x+1, surname && !n.placeAt(els[x+1])
				continue
			}
			if x == from && n.stateOpened(els, x, s) {
				from = x + 1
				continue
			}
			if n.l.Has(e.start, n.funcWord) && !(n.tag == "en" && e.end > e.start+2 && n.glued(e.start+1, '-')) && !(n.tag == "ru" && !shouting && x+1 < len(els) && !n.opens(e.start, s) && n.l.Toks[e.start-1].Is(lang.Word) && !(n.l.Has(e.start-1, n.office) && n.l.Toks[e.start-1].Is(lang.Cap))) || n.l.Has(e.start, n.natAdj) && (e.end == e.start+1 || n.tag == "en" && n.wholeAdjective(e)) {
				flush(x)
				from, titled = x+1, n.l.Has(e.start, n.natAdj)
				continue
			}
			if x > from && !(placed && x == from+1) && n.isGiven(e) && n.nothingPersonal(els[from:x]) {
				from = x
				continue
			}
			if n.tag != "en" && x > from && n.closedBefore(els[from:x], e) {
				flush(x)
				from, titled = x, false
				if n.placeAt(e) && !n.isGiven(e) || n.orgKnown != 0 && n.l.Has(e.start, n.orgKnown) {
					from = x + 1
				}
				continue
			}
			if n.tag == "ru" && titled && x == from && x+1 < len(els) && n.lettersBefore(e, els[x+1], shouting) {
				from = x + 1 // директор ЦРУ | Петреус
				continue
			}
			if n.tag == "ru" && titled && x == from && x+4 == len(els) && n.twoWordBody(els[x:]) {
				from = x + 2 // фотограф Франс Пресс | Халед Дезуки
				continue
			}
			if n.tag == "ru" && x == from && x+2 < len(els) && (titled || !n.opens(e.start, s)) && n.ownerBefore(els[x:], titled) {
				flush(x + 1) // адвокат | Крутихина | Вера Ланская
				from = x + 1
				continue
			}
			if n.tag == "ru" && x == from && x+2 == len(els) && n.kinOwner(els[x:]) {
				flush(x + 1) // сестра | Косенкова | Ксения
				from, titled = x+1, false
				continue
			}
			if n.tag == "ru" && x == from+2 && n.ownerInFull(els[from:x+1]) {
				flush(x) // сын депутата Виктора Сабурова | Артём
				from, titled = x, false
				continue
			}
			if n.tag == "ru" && titled && x == from && x+2 < len(els) && !n.isGiven(e) && (n.l.Toks[e.start].Is(lang.Upper) && !shouting || n.l.Has(e.start, n.orgHead) && x+3 == len(els) || n.orgKnown != 0 && n.l.Has(e.start, n.orgKnown)) {
				from = x + 1 // председатель Суда, статс-секретарь МИД, глава Минсельхоза
				continue
			}
			if n.tag == "ru" && titled && !placed && x == from && x+3 == len(els) && !n.isGiven(e) && n.isGiven(els[x+1]) && !els[x+1].initial && !n.isGiven(els[x+2]) && !n.isPatronymic(els[x+2]) {
				if surname, _ := n.surnameEnding(e); !surname && !n.l.Has(e.start, n.surname) {
					if !n.seatOf(e) {
						n.ofBody(els[x:])
					}
					from = x + 1 // мэр Вальпараисо | Хорхе Шарп
					continue
				}
			}
			if n.tag == "ru" && titled && !placed && x == from && x+2 < len(els) && n.ofBody(els[x:]) {
				from = x + 1
				continue
			}
			if n.tag == "ru" && x == from && !titled && x+2 < len(els) && n.ownerBeforeName(e.start, s) {
				from, titled = x+1, true // Института физики Земли | Ержан Садыков
				continue
			}
			if x == from && n.clergySee(e.start, s) { // митрополит Костромской и Нерехтский | Ферапонт
				from, titled = x+1, true
				continue
			}
			if x == from && x+2 < len(els) && !titled && !n.isGiven(e) && n.placeAt(e) && n.officeOver(e.start, s) {
				from, titled, placed = x+1, true, true // министр иностранных дел Вьетнама | Нгуен Ван Тхань
				continue
			}
			if x == from && x+1 < len(els) && n.placeAt(e) && !n.isGiven(e) && n.headsBody(els[x+1].start) {
				from, titled, placed = x+1, true, true // секретарь Совета безопасности Индии | Панкадж Сингх
				continue
			}
			if n.tag == "ru" && x == from && x+2 < len(els) && n.insideOf(e, s) {
				from, titled, placed = x+1, true, true // директор музея в Бухаре | Нодира Рахимова
				continue
			}
			if n.tag == "en" && x == from+1 && n.isGiven(e) && n.agentBefore(els, from, s) {
				from = x // Writers Brian Bendis
				continue
			}
			if x == from && x+1 < len(els) && n.placeAt(e) && !(n.tag == "en" && n.placeNamedPerson(els[x:], s)) && (n.isGiven(els[x+1]) || titled && n.tag != "en") && !n.isGiven(e) && !(n.tag == "kk" && (n.isPatronymic(els[x+1]) || x+2 < len(els) && n.isPatronymic(els[x+2]) && els[x+1].particle)) {
				from, placed = x+1, n.tag == "ru"
				titled = titled && n.tag != "kk" // a Kazakh title stands right before its name
			}
		}
	}
	flush(len(els))
}

// insideOf reports whether a Russian place in the locative stands behind «в» or
// «на», so that the nominative words behind it are somebody's name.
func (n *nameFinder) insideOf(e element, s lang.Sentence) bool {
	if e.start == s.First || !n.placeAt(e) {
		return false
	}
	prep := n.l.Fold(e.start - 1)
	return prep == "в" || prep == "во" || prep == "на"
}

// nothingPersonal reports whether words that stand before a given name are no
// part of a person's name: common words, bodies, places, abbreviations.
func (n *nameFinder) nothingPersonal(els []element) bool {
	if n.tag == "ru" && len(els) > 1 && n.l.Has(els[0].start, n.orgHead) && !n.isGiven(els[0]) {
		return true // Совета Безопасности | Александр
	}
	for _, e := range els {
		if e.particle {
			continue
		}
		if n.tag == "en" && n.givenWord != 0 && n.l.Has(e.start, n.givenWord) && !n.placeAt(e) {
			return false // Tor Einar Jensen
		}
		if e.initial || n.isGiven(e) || !(n.l.Has(e.start, n.common) || n.l.Has(e.start, n.orgHead) || n.placeHead != 0 && n.l.Has(e.start, n.placeHead) || n.l.Toks[e.start].Is(lang.Upper) || n.placeAt(e) || n.l.Has(e.start, n.gazBody) ||
			n.orgKnown != 0 && n.l.Has(e.start, n.orgKnown)) {
			return false
		}
	}
	return true
}

// closedBefore reports whether the name made by els is over before e: in
// Kazakh an ending closes it, and a place after two words begins another.
func (n *nameFinder) closedBefore(els []element, e element) bool {
	last := els[len(els)-1]
	if n.tag == "kk" && !last.initial && !last.particle {
		if w := n.l.Slice(last.start, last.end); n.kazakhName(last, w) != w && !(len(els) > 1 && n.shortStem(last)) {
			return true
		}
		if end, _ := n.surnameEnding(last); len(els) == 2 && end && !els[0].initial && !n.isPatronymic(last) && !n.isPatronymic(e) && !e.initial && !e.particle {
			return true // Ғалым Жұманов | Әділет вице-министрі
		}
		// Given name and surname are told; only a patronymic or a name may follow.
		if len(els) == 2 && n.isGiven(els[0]) && !n.isGiven(els[1]) && !els[1].initial && !e.initial && !n.surnameKK(e) && !n.isGiven(e) && !n.isPatronymic(e) && !n.l.Has(e.start, n.surname) {
			return true
		}
	}
	words := 0
	for _, x := range els {
		if !x.particle {
			words++
		}
	}
	if n.tag == "kk" && words == 1 && !e.initial && !last.initial && n.placeAt(e) && !n.isGiven(e) && !n.isGiven(last) {
		if surname, _ := n.surnameEnding(last); !surname && n.caseEnding(last.end-1) {
			return true // Худжандта | Қырғызстан
		}
	}
	known := n.placeAt(e) || n.orgKnown != 0 && n.l.Has(e.start, n.orgKnown) || n.l.Has(e.start, n.gazBody) || n.l.Has(e.start, n.orgHead)
	if last.particle || words == 3 && n.isGiven(last) && len(els) == 3 && n.isGiven(els[1]) { // de la | Vega, Ann Maria Teresa | Gujral
		return words >= 2 && known && !last.particle
	}
	return words >= 2 && (known || words >= 3 && !n.isPatronymic(els[1]) && !n.isPatronymic(last) && !n.isGiven(e) && !n.syllable(last, e))
}

// shortStem reports whether a word that ends like a case has hardly a name left
// without it, so that the ending is its own: Нури Бильге Джейлан.
func (n *nameFinder) shortStem(e element) bool {
	stem := n.kazakhName(e, n.l.Slice(e.start, e.end))
	return utf8.RuneCountInString(stem) < 5 && !n.isGiven(e)
}

// officeName reports whether a Kazakh word for an office is a given name where it
// stands: with a capital inside the sentence, before a surname («Ғалым Жұманов»).
func (n *nameFinder) officeName(els []element, x int) bool {
	if n.tag != "kk" || x+1 >= len(els) || els[x].end != els[x].start+1 || n.opens(els[x].start, n.p.sentenceOf(els[x].start)) || !n.isGiven(els[x]) {
		return false
	}
	return n.surnameKK(els[x+1])
}

// surnameKK reports whether a Kazakh word ends as surnames do, with its case
// ending aside: Қасымованың.
func (n *nameFinder) surnameKK(e element) bool {
	if surname, _ := n.surnameEnding(e); surname {
		return true
	}
	w := n.l.Slice(e.start, e.end)
	bare := n.kazakhName(e, w)
	return bare != w && looksSurname(lang.Fold(bare))
}

func (n *nameFinder) isPatronymic(e element) bool {
	w := n.l.Fold(e.end - 1)
	for _, end := range [...]string{"ович", "евич", "овна", "евна", "ұлы", "қызы", "овича", "евича", "овны", "евны", "овичем", "евичем", "овной", "евной"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// nameAfterInitials reports whether initials are followed by their surname.
func (n *nameFinder) nameAfterInitials(els []element) bool {
	for _, e := range els {
		if !e.initial {
			return !e.particle
		}
	}
	return false
}

// behindInitials gives the element behind the initials at x where they belong to
// the surname before them, and no surname follows; 0 elsewhere.
func (n *nameFinder) behindInitials(els []element, x int) int {
	k := x
	for k < len(els) && els[k].initial {
		k++
	}
	surname := func(e element) bool {
		ok, _ := n.surnameEnding(e)
		return ok || n.surname != 0 && n.l.Has(e.start, n.surname)
	}
	if k == len(els) || !surname(els[x-1]) || surname(els[k]) {
		return 0
	}
	return k
}

// titledAt reports whether a title or office ends right before token i.
func (n *nameFinder) titledAt(i int) bool {
	if i > 0 && n.l.Rune(i-1) == '.' && n.l.Toks[i-1].Is(lang.Glued) { // Mr.
		i--
	}
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if !n.l.Bits[k].Intersects(&n.anyOffice) {
			continue
		}
		for _, c := range [...]lang.Class{n.title, n.office, n.officePlural} {
			if ch, ok := n.l.Chunk(k, c); ok && int(ch.End) == i {
				return n.tag != "kk" || !n.manyWithout(i)
			}
		}
	}
	return false
}

func (n *nameFinder) isGiven(e element) bool {
	ok, _ := n.givenOf(e)
	return ok
}

func (n *nameFinder) placeAt(e element) bool {
	for _, c := range [...]lang.Class{n.gazPlace, n.morePlace} {
		if c == 0 {
			continue
		}
		if ch, ok := n.l.Chunk(e.start, c); ok && int(ch.End) >= e.end {
			if n.tag == "ru" && int(ch.End) == e.start+1 && !n.isForm(n.l.Entry(ch), e) {
				if n.givenAsWritten(e.start) || !n.placeForm(n.l.Entry(ch), e.start) {
					continue // Роза is no case of Розо, Иванов none of Иваново
				}
			}
			return true
		}
	}
	return false
}
