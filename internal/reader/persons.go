package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// insideOf reports whether a Russian place stands behind «в», «на» or «из», so that the
// nominative words behind it are somebody's name.
func (n *nameFinder) insideOf(e element, s lang.Sentence) bool {
	if e.start == s.First || !n.placeAt(e) {
		return false
	}
	prep := n.l.Fold(e.start - 1)
	return prep == "в" || prep == "во" || prep == "на" || prep == "из"
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
		if e.initial || n.isGiven(e) || !(n.l.Has(e.start, n.common) || n.l.Has(e.start, n.orgHead) || n.placeHead != 0 && n.l.Has(e.start, n.placeHead) || n.l.Is(e.start, lang.Upper) || n.placeAt(e) || n.l.Has(e.start, n.gazBody) ||
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
		if w := n.l.Slice(last.start, last.end); n.kazakhName(last, w) != w && !(len(els) > 1 && n.shortStem(last)) && !n.firstAsGiven(els, e) {
			return true
		}
		if end, _ := n.surnameEnding(last); len(els) == 2 && end && !els[0].initial && !n.isPatronymic(last) && !n.isPatronymic(e) && !e.initial && !e.particle {
			if strings.HasSuffix(n.l.Fold(last.start), "ин") && n.thirdNameKK(els, e) {
				return false // Зайнал Абидин Хуссейн
			}
			return true // Ғалым Жұманов | Әділет вице-министрі
		}
		// Given name and surname are told; only a patronymic or a name may follow.
		if len(els) == 2 && n.isGiven(els[0]) && !n.isGiven(els[1]) && !els[1].initial && !e.initial && !n.surnameKK(e) && !n.isGiven(e) && !n.isPatronymic(e) && !n.l.Has(e.start, n.surname) {
			if n.beforeState(e) || n.thirdNameKK(els, e) {
				return false // Режеп Тайип Ердоған | Түркия президенті
			}
			return true
		}
	}
	if n.tag == "kk" && !last.initial && !last.particle && !e.initial && n.country(e.start) && n.nominativePlace(e.start) && !n.isGiven(e) {
		return true // Асқар | Қазақстан атынан
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
	if n.tag == "kk" && words == 2 && !e.initial && !e.particle && n.titledAt(els[0].start) && (n.bodyAheadKK(e) || n.l.Is(e.start, lang.Latin) && !n.l.Is(last.start, lang.Latin)) {
		return true // директоры Оле Брукк | Ұлттық статистика агенттігінің
	}
	if n.tag == "kk" && words >= 2 && !e.initial && !e.particle && n.titledAt(els[0].start) && n.goesThereKK(e) {
		return true // министрі Оле Брукк | Морсатқа барып
	}
	known := n.placeAt(e) || n.orgKnown != 0 && n.l.Has(e.start, n.orgKnown) || n.l.Has(e.start, n.gazBody) || n.l.Has(e.start, n.orgHead) || n.headedKK(e)
	if last.particle || words == 3 && n.isGiven(last) && len(els) == 3 && n.isGiven(els[1]) { // de la | Vega, Ann Maria Teresa | Gujral
		return words >= 2 && known && !last.particle
	}
	return words >= 2 && (known || words >= 3 && !n.isPatronymic(els[1]) && !n.isPatronymic(last) && !n.isGiven(e) && !n.syllable(last, e) || words == 3 && n.tag == "ru" && n.eastern(els[0]) && n.eastern(e))
}

// firstAsGiven reports whether the first name behind a title, which only looks like a case
// of a word that is no name of the lists, goes on with a surname: «елшісі Мортен | Хёглунн».
func (n *nameFinder) firstAsGiven(els []element, e element) bool {
	if len(els) != 1 || e.initial || e.particle || n.placeAt(e) || n.relational(e.start) || n.l.Bits[e.start].Intersects(&n.anyCommon) || n.l.Is(e.start, lang.Upper) || !n.titledAt(els[0].start) {
		return false
	}
	w := n.l.Slice(els[0].start, els[0].end)
	if !ablativeKK(lang.Fold(w)) || n.surnameKK(els[0]) {
		return false
	}
	stem := n.kazakhName(els[0], w)
	return !atLeast(stem, 6) && !n.isGiven(els[0])
}

// shortStem reports whether a word that ends like a case has hardly a name left
// without it, so that the ending is its own: Нури Бильге Джейлан.
func (n *nameFinder) shortStem(e element) bool {
	stem := n.kazakhName(e, n.l.Slice(e.start, e.end))
	return !atLeast(stem, 5) && !n.isGiven(e)
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

// isPatronymic reports whether a word ends as patronymics do: Петрович, Серікқызы.
func (n *nameFinder) isPatronymic(e element) bool {
	return patronymicEnds.end(n.l.Fold(e.end - 1))
}

// patronymicEnds are what the names of fathers end with: Ержановна, Серікұлы.
var patronymicEnds = fewEndsOf("ович", "евич", "овна", "евна", "ұлы", "қызы", "овича", "евича", "овны", "евны", "овичем", "евичем", "овной", "евной")

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
	if i > 0 && n.l.Rune(i-1) == '.' && n.l.Is(i-1, lang.Glued) { // Mr.
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

// isGiven reports whether a word is a given name of the lists.
func (n *nameFinder) isGiven(e element) bool {
	ok, _ := n.givenOf(e)
	return ok
}

// placeAt reports whether a place of the lists begins with a word and reaches over it, in a
// form the place has.
func (n *nameFinder) placeAt(e element) bool {
	for _, c := range [...]lang.Class{n.gazPlace, n.morePlace} {
		if !n.l.Has(e.start, c) {
			continue
		}
		if ch, _ := n.l.Chunk(e.start, c); int(ch.End) >= e.end {
			if n.tag == "ru" && int(ch.End) == e.start+1 && n.townAsGiven(e.start) {
				return false
			}
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
