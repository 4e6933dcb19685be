package reader

import (
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

var cutsRU = cuts{
	open: openRU,
	any:  []cut{atInitials, atCompound, atPlaceOfWords},
	words: []cut{
		atTitle, behindParticle, behindExOffice, behindOpener, atSmallWord, behindNothing, atOtherCase, atOtherSurname, closed,
		behindLetters, behindAdjectiveLetters, behindTwoWordBody, behindOwner, behindKinOwner, behindOwnerInFull, behindHead,
		behindWhere, behindCity, behindBodyWord, behindOwnerBody, behindSee, behindOfficePlace, behindPlaceOfBody, behindInside,
		behindPlace,
	},
	lone: []cut{atTitle, behindExOffice, atSmallWord, behindSee}, // the others want a word before or behind
}

// openRU asks what stands before a Russian run.
func openRU(n *nameFinder, p *parting) {
	els, s := p.els, p.sentence
	p.titled = p.titled || n.headsPerson(els, s) || n.headsBody(els[0].start)
	if k, ok := n.townBeforeHolder(els, s); ok {
		p.next(k, true)
	} else if k := n.behindClub(els, s); k > 0 {
		p.next(k, true)
	} else if k := n.namesakes(els, s); k > 0 {
		n.flush(p, k)
		p.next(k, p.titled)
	}
}

// atCompound cuts around a body of one compound word: директор Туркменгидромета | Айна Байрамова.
func atCompound(n *nameFinder, p *parting, e element) bool {
	if e.initial {
		return false
	}
	k := n.compound(p.els, p.x, p.sentence)
	if k == 0 {
		return false
	}
	n.flush(p, p.x)
	p.next(p.x+k, p.titled && p.opening() || n.titledAt(e.start))
	p.x += k - 1
	return true
}

// behindExOffice leaves out an office with a prefix and a hyphen: Экс-министра | Пакистана.
func behindExOffice(n *nameFinder, p *parting, e element) bool {
	if !p.opening() || e.end <= e.start+2 || n.office == 0 || !n.l.Is(e.end-1, lang.Lower) || !n.l.Has(e.end-1, n.office) {
		return false
	}
	return p.next(p.x+1, true)
}

// behindOpener leaves out a word that opens a sentence: Юбилей | Пугачёвой, Дизайнер | Анна Линд.
func behindOpener(n *nameFinder, p *parting, e element) bool {
	if !p.opening() || p.behind() == 0 || !n.opensBefore(e, p.sentence) {
		return false
	}
	surname, _ := n.surnameEnding(p.els[p.x+1])
	return p.next(p.x+1, surname && !n.placeAt(p.els[p.x+1]))
}

// behindLetters leaves out a body in letters: директор ЦРУ | Петреус.
func behindLetters(n *nameFinder, p *parting, e element) bool {
	if !p.titled || !p.opening() || p.behind() == 0 || !n.lettersBefore(e, p.els[p.x+1], p.shouting) {
		return false
	}
	return p.next(p.x+1, p.titled)
}

// behindAdjectiveLetters leaves out a body in letters behind the adjective of its town, and
// proposes it: ректор Тверского ГМУ | Олег Рудин.
func behindAdjectiveLetters(n *nameFinder, p *parting, e element) bool {
	if !p.opening() || p.behind() < 2 || p.shouting || e.end != e.start+1 {
		return false
	}
	body, name := p.els[p.x+1], p.els[p.x+2]
	if body.initial || body.particle || !n.l.Is(body.start, lang.Upper) || n.l.Is(body.start, lang.Roman) || n.l.Is(name.start, lang.Upper) || n.isGiven(e) {
		return false
	}
	switch w := n.l.Fold(e.start); {
	case strings.HasSuffix(w, "кого"), strings.HasSuffix(w, "ким"), strings.HasSuffix(w, "кому"), strings.HasSuffix(w, "ком"), strings.HasSuffix(w, "кий"):
		town, letters := n.l.Slice(e.start, e.end), n.l.Slice(body.start, body.end)
		n.propose(candidate{class: lang.OrgChunk, start: e.start, end: body.end, score: scoreLegal + 4, name: russianAdjective(town, 'm') + " " + letters, alias: letters, rule: "titled"})
		return p.next(p.x+2, true)
	}
	return false
}

// behindTwoWordBody leaves out a body of two words: фотограф Франс Пресс | Халед Дезуки.
func behindTwoWordBody(n *nameFinder, p *parting, _ element) bool {
	if !p.titled || !p.opening() || p.behind() != 3 || !n.twoWordBody(p.els[p.x:]) {
		return false
	}
	return p.next(p.x+2, p.titled)
}

// behindOwner parts an owner from who is owned: адвокат | Крутихина | Вера Ланская.
func behindOwner(n *nameFinder, p *parting, e element) bool {
	if !p.opening() || p.behind() < 2 || !p.titled && n.opens(e.start, p.sentence) || !n.ownerBefore(p.els[p.x:], p.titled) {
		return false
	}
	n.flush(p, p.x+1)
	return p.next(p.x+1, p.titled)
}

// behindKinOwner does so for kin: сестра | Косенкова | Ксения.
func behindKinOwner(n *nameFinder, p *parting, _ element) bool {
	if !p.opening() || p.behind() != 1 && !(p.behind() == 2 && n.isPatronymic(p.els[p.x+2])) || !n.kinOwner(p.els[p.x:]) {
		return false
	}
	n.flush(p, p.x+1)
	return p.next(p.x+1, false)
}

// behindOwnerInFull does so for an owner in full: сын депутата Виктора Сабурова | Артём.
func behindOwnerInFull(n *nameFinder, p *parting, _ element) bool {
	if p.x != p.from+2 || !n.ownerInFull(p.els[p.from:p.x+1], p.behind() > 0 && !p.els[p.x+1].initial && !p.els[p.x+1].particle) {
		return false
	}
	n.flush(p, p.x)
	return p.next(p.x, false)
}

// behindHead leaves out the noun or letters of a body behind an office:
// председатель Суда, статс-секретарь МИД, глава Минсельхоза.
func behindHead(n *nameFinder, p *parting, e element) bool {
	if !p.titled || !p.opening() || p.behind() < 2 || n.isGiven(e) {
		return false
	}
	if !(n.l.Is(e.start, lang.Upper) && !p.shouting) && !(n.l.Has(e.start, n.orgHead) && p.behind() == 2) && !(n.orgKnown != 0 && n.l.Has(e.start, n.orgKnown)) {
		return false
	}
	return p.next(p.x+1, p.titled)
}

// behindCity leaves out the seat of an office that no list knows: мэр Вальпараисо | Хорхе Шарп.
func behindCity(n *nameFinder, p *parting, e element) bool {
	if !p.titled || p.placed || !p.opening() || p.behind() != 2 {
		return false
	}
	given, last := p.els[p.x+1], p.els[p.x+2]
	if n.isGiven(e) || !n.isGiven(given) || given.initial || n.isGiven(last) || n.isPatronymic(last) {
		return false
	}
	if surname, _ := n.surnameEnding(e); surname || n.l.Has(e.start, n.surname) {
		return false
	}
	if !n.seatOf(e) {
		n.ofBody(p.els[p.x:])
	}
	return p.next(p.x+1, p.titled)
}

// behindBodyWord leaves out a body of one word in the genitive.
func behindBodyWord(n *nameFinder, p *parting, _ element) bool {
	if !p.titled || p.placed || !p.opening() || p.behind() < 2 || !n.ofBody(p.els[p.x:]) {
		return false
	}
	return p.next(p.x+1, p.titled)
}

// behindOwnerBody leaves out the last word of a body's name: Института физики Земли | Ержан Садыков.
func behindOwnerBody(n *nameFinder, p *parting, e element) bool {
	if !p.opening() || p.titled || p.behind() < 2 || !n.ownerBeforeName(e.start, p.sentence) {
		return false
	}
	return p.next(p.x+1, true)
}

// behindSee leaves out the see of a cleric, or the rest of an office: митрополит
// Костромской и Нерехтский | Ферапонт.
func behindSee(n *nameFinder, p *parting, e element) bool {
	if !p.opening() || !n.clergySee(e.start, p.sentence) && !n.restOfOffice(e.start) {
		return false
	}
	return p.next(p.x+1, true)
}

// restOfOffice reports whether a word with a capital stands inside an office of several
// words: Папа | Римский | Франциск, Патриарх Московский и всея | Руси | Кирилл.
func (n *nameFinder) restOfOffice(i int) bool {
	if n.office == 0 {
		return false
	}
	for k := i - 1; k >= 0 && k >= i-4 && n.l.Is(k, lang.Word); k-- {
		if n.l.Has(k, n.office) && n.l.ChunkEnd(k, n.office) > i {
			return true
		}
	}
	return false
}

// behindOfficePlace leaves out the place of an office: министр иностранных дел Вьетнама | Нгуен Ван Тхань.
func behindOfficePlace(n *nameFinder, p *parting, e element) bool {
	if !p.opening() || p.behind() < 2 || p.titled || n.isGiven(e) || !n.placeAt(e) || !n.officeOver(e.start, p.sentence) {
		return false
	}
	p.placed = true
	return p.next(p.x+1, true)
}

// behindPlaceOfBody leaves out the place of a body: секретарь Совета безопасности Индии | Панкадж Сингх.
func behindPlaceOfBody(n *nameFinder, p *parting, e element) bool {
	if !p.opening() || p.behind() == 0 || !n.placeAt(e) || n.isGiven(e) || !n.headsBody(p.els[p.x+1].start) {
		return false
	}
	p.placed = true
	return p.next(p.x+1, true)
}

// behindInside leaves out where a body lies: директор музея в Бухаре | Нодира Рахимова.
func behindInside(n *nameFinder, p *parting, e element) bool {
	if !p.opening() || p.behind() < 2 || !n.insideOf(e, p.sentence) {
		return false
	}
	p.placed = true
	return p.next(p.x+1, true)
}

// atOtherCase cuts behind a given name and a surname before the given name of
// another: one of the two given names stands in the nominative and the other does
// not («с Анной Линд | Олег Котов»), both have surnames by their endings, or the
// first is a Chinese or Korean name.
func atOtherCase(n *nameFinder, p *parting, e element) bool {
	if p.x != p.from+2 || p.els[p.from].initial || p.els[p.x-1].initial || p.els[p.x-1].particle || !n.isGiven(e) {
		return false
	}
	first, second := p.els[p.from], p.els[p.x-1]
	switch {
	case p.behind() == 0 || p.els[p.x+1].initial || p.els[p.x+1].particle:
		return false
	case n.isPatronymic(second) || n.l.Is(first.start, lang.Upper) && !p.shouting:
		return false
	case n.eastern(first):
		if n.syllable(second, e) || !n.givenAsWritten(e.start) {
			return false
		}
	case !n.isGiven(first) || n.givenAsWritten(second.start) || n.isGiven(second) && n.inflected(second):
		return false // Мухаммадом Хасаном Али
	case n.givenAsWritten(first.start) == n.givenAsWritten(e.start):
		if !n.surnamed(second) || !n.surnamed(p.els[p.x+1]) && !n.isPatronymic(p.els[p.x+1]) {
			return false // Ивана Петрова | Олег Котов
		}
	}
	n.flush(p, p.x)
	return p.next(p.x, false)
}

// atOtherSurname cuts behind a man's name in the instrumental before the surname of who
// acts: «с министром Иваном Петровым | Сидоров обсудил».
func atOtherSurname(n *nameFinder, p *parting, e element) bool {
	if p.x != p.from+2 || p.behind() != 0 || p.els[p.from].initial || e.initial || e.particle || e.end != e.start+1 || n.l.Is(e.start, lang.Upper) {
		return false
	}
	first, second := p.els[p.from], p.els[p.x-1]
	w := n.l.Fold(second.end - 1)
	if second.initial || second.particle || !n.surnamed(second) || !strings.HasSuffix(w, "ым") && !strings.HasSuffix(w, "им") || notInstrumental(n.l.Fold(first.end-1)) {
		return false
	}
	w = n.l.Fold(e.start)
	if !notInstrumental(w) || !strings.ContainsRune("бвгджзклмнпрстфхцчшщй", lastRune(w)) || n.isPatronymic(e) {
		return false
	}
	n.flush(p, p.x)
	return p.next(p.x, false)
}

// inflected reports whether a word may end as a case of a given name does.
func (n *nameFinder) inflected(e element) bool {
	r, _ := utf8.DecodeLastRuneInString(n.l.Fold(e.end - 1))
	return strings.ContainsRune("аяуюеийыьмх", r)
}

// surnamed reports whether a word ends as surnames do.
func (n *nameFinder) surnamed(e element) bool {
	ok, _ := n.surnameEnding(e)
	return ok
}

// fourthName reports whether e, the last of its run, is the fourth word of a
// foreign name behind a Russian title: «посол Гвинеи Лусиано Нкого Ндонг Айекаба».
func (n *nameFinder) fourthName(p *parting, e element) bool {
	if !p.titled || p.behind() != 0 || p.x != p.from+3 || e.initial || e.particle || n.placeAt(e) || n.l.Is(e.start, lang.Upper) || n.l.Bits[e.start].Intersects(&n.anyCommon) || n.orgKnown != 0 && n.l.Has(e.start, n.orgKnown) || n.l.Has(e.start, n.gazBody) {
		return false
	}
	for _, x := range p.els[p.from:p.x] {
		if x.initial || x.particle || n.l.Is(x.start, lang.Upper) || n.isPatronymic(x) {
			return false
		}
	}
	surname, _ := n.surnameEnding(p.els[p.x-1])
	return !surname
}
