package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// capital says whether a word with a capital belongs to the name: it does,
// unless it is a person, a title, the opening of the sentence or a place in a
// case of its own.
func (b *bodyWalk) capital() walked {
	k := b.k
	if b.start < 0 && b.gap > 0 {
		if b.gap > 5 && !b.nominativePlace(k) {
			return walkEnds
		}
		if from := b.memorialOf(k, b.s); from >= 0 {
			b.start, b.after = from, true
			return walkEnds
		}
		if b.holderBefore(k, b.s) {
			return walkEnds
		}
		if k > b.s.First && b.l.Is(k-1, lang.Cap) && b.isGiven(element{start: k - 1, end: k}) && !b.placeAt(element{start: k - 1, end: k}) && !b.placeAt(element{start: k, end: k + 1}) {
			return walkEnds // Санат Қалдыбек | ғылыми-зерттеу институты
		}
	}
	if b.holderAhead() {
		return walkEnds
	}
	if w := b.personBefore(); w != undecided {
		return w
	}
	if b.title != 0 && b.l.Has(k, b.title) && !abstractKK(b.l.Fold(k)) && !(b.pluralSlot(k) && b.l.Is(k+1, lang.Lower)) {
		return walkEnds
	}
	if !(b.start < 0 && b.workOf(k, b.i)) && b.circumstance() {
		return walkEnds
	}
	b.start, b.gap = k, 0
	return walkOn
}

// personBefore parts the name from a person before it: «Л.Н. Гумилев атындағы»
// keeps its own, and of a person right before it the rest of their name is left
// out as well.
func (b *bodyWalk) personBefore() walked {
	k, i := b.k, b.i
	e := element{start: k, end: k + 1}
	if b.start < 0 || b.placeAt(e) {
		return undecided
	}
	end, _ := b.surnameEnding(e)
	if !end && !b.isGiven(e) {
		return undecided
	}
	if b.start > k+1 {
		return walkEnds // Төребаев пен | Л.Н. Гумилев атындағы
	}
	if from := b.ownedBehindPerson(); from >= 0 {
		b.start = from
		return walkEnds
	}
	if b.ownNameOf(k, i, b.s) {
		b.start, b.gap = k, 0
		return walkEnds
	}
	start := b.start
	for start < i && b.l.Is(start, lang.Cap) && !b.placeAt(element{start: start, end: start + 1}) && !b.relational(start) {
		start++ // the rest of the person's name
	}
	for start < i && !b.l.Is(start, lang.Cap) {
		start++ // and what joins it to the body
	}
	b.start = start
	if start == i && !b.l.Is(i, lang.Cap) {
		return noBody
	}
	return walkEnds
}

// ownedBehindPerson gives the token at which the name of a body begins right behind the
// person of whom the token looked at is a name, -1 where nothing but that person's name
// stands there. The noun of a body with a possessive has a word of its own before it, and
// behind a given name with a surname no more of the person's name stands, but a
// patronymic: «Ерлан Омаров | Су институтының директоры». Without an ending that tells a
// surname the one who opens the sentence and takes the office has one word for it: «Анна
// Линд | Су институтының директоры болып тағайындалды», but «Мартин Лютер Кинг
// институтының директоры келді».
func (b *bodyWalk) ownedBehindPerson() int {
	k, from := b.k, b.start
	if from != k+1 || !b.possessedBody() {
		return -1
	}
	e, before := element{start: k, end: k + 1}, element{start: k - 1, end: k}
	surname, _ := b.surnameEnding(e)
	switch {
	case k > b.s.First && b.l.Is(k-1, lang.Cap) && !b.placeAt(before) && surname && b.isGiven(before):
	case b.opens(k, b.s) && !surname && from+1 < b.i && b.l.Is(from+1, lang.Cap) && b.takesOffice():
		from++
	default:
		return -1
	}
	if last := (element{start: from, end: from + 1}); from >= b.i || looksSurname(b.l.Fold(from)) || b.isGiven(last) || b.isPatronymic(last) {
		return -1
	}
	return from
}

// possessedBody reports whether the noun of the body has the possessive of the third person,
// whatever case follows it: «институтының», but «институттың».
func (b *bodyWalk) possessedBody() bool {
	return b.l.Is(b.i, lang.Lower) && (b.possessed(b.i) || b.ownedForm(b.i))
}

// takesOffice reports whether an office right behind the body is one that somebody named
// before it takes: «институтының ғылыми хатшысы болып сайланды», but «институтының
// директоры болып | Дана Сәбит сайланды».
func (b *bodyWalk) takesOffice() bool {
	seen, taken := false, false
	for k := b.end; k < b.s.Last && k < b.end+9; k++ {
		w := b.l.Fold(k)
		switch {
		case taken && b.l.Is(k, lang.Lower):
		case taken:
			return !b.l.Is(k, lang.Cap)
		case !b.l.Is(k, lang.Lower):
			return false
		case b.office != 0 && b.l.Has(k, b.office):
			seen = true
		case seen:
			taken = w == "болып" || w == "етіп"
			if !taken {
				return false
			}
		}
	}
	return taken
}

// circumstance reports whether a word with a capital says where, when or to whom
// something is done: the opening of the sentence, a word in a case.
func (b *bodyWalk) circumstance() bool {
	k, start := b.k, b.start
	if start == k+2 && b.glued(k+1, '-') && b.l.Is(start, lang.Cap) {
		return false // Штрбске-|Плесо ауылындағы орталық
	}
	if k == b.s.First && start > k+2 && b.glued(k+1, '-') && b.l.Is(k+2, lang.Lower) && b.accusative(k+2) {
		return true // Іс-шараны | Маңғыстау облысының әкімдігі
	}
	if (k == b.s.First || k == b.s.First+1 && isQuote(b.l.Rune(b.s.First))) && (start >= 0 && b.accusative(k) && !b.nominativePlace(k) || b.openerKK(k, start)) {
		return true // Хатты Ұлттық мұрағат тапты
	}
	if start >= 0 {
		return !(b.bodyWord != 0 && b.l.Has(k, b.bodyWord)) && (b.caseEnding(k) || attributiveKK(b.l.Fold(k)) || b.instrumentalKK(k)) && !b.nominativePlace(k)
	}
	if b.gap > 0 && attributiveKK(b.l.Fold(k)) && !(k > b.s.First && genitiveKK(b.l.Fold(k-1))) {
		return true // Женевадағы кеншілер орталығы
	}
	if b.gap > 0 && b.instrumentalKK(k) && (b.heldBy(k, 2) || b.heldBy(k, 3)) {
		return true // министрі Оле Бруккпен | бірлескен инвестиция қорын
	}
	if b.gap > 0 && k > b.s.First && b.glued(k-1, '-') && locativeStem(b.l.Fold(k)) != "" {
		return true // Санкт-Петербургте | дәрігерлер одағының
	}
	if k == b.s.First && b.gap > 1 && b.manyAct(k) {
		return true // Судьялар | әкімшілік істер жөніндегі сот алқасының
	}
	return b.inflectedPlace(k) && !(b.accusative(k) && b.p.know.endings.verbNounEnd.end(b.l.Fold(k+1), 4)) // Анкарада оқу орталығы, but Аралды құтқару қоры
}

// betweenStates reports whether a dash at token k joins the names of two states, neither
// with a case, that a Kazakh body is of: «Қазақстан – Әзербайжан үкіметаралық комиссиясы».
func (b *bodyWalk) betweenStates(k int) bool {
	return k > b.s.First && b.country(k-1) && b.country(k+1) && b.nominativePlace(k-1) && b.nominativePlace(k+1) && !b.taken[k-1]
}

// manyAct reports whether the word at k is a plural of persons as it stands, whom a body
// behind is not of: two words or more with a word for "for" lie between.
func (b *bodyWalk) manyAct(k int) bool {
	if !pluralKK(b.l.Fold(k)) || !b.l.Has(k, b.office) && !b.l.Has(k, b.p.know.lists.personNoun) {
		return false
	}
	for i := k + 2; i < b.i; i++ {
		if b.l.Fold(i) == "жөніндегі" {
			return true // but Судьялар этикасы жөніндегі
		}
	}
	return false
}

// eventThere reports whether token k is the noun of an event right before the name of the
// body where it is held: «Фестиваль | Гавана университетінде өтті», «суретшілердің
// көрмесі | Ұлттық кітапханада ашылды».
func (b *bodyWalk) eventThere(k int) bool {
	if b.event == 0 || b.start != k+1 || !b.l.Has(k, b.event) || b.l.Has(k, b.orgHead) {
		return false
	}
	w := b.l.Fold(b.end - 1)
	in := strings.HasSuffix(w, "де") || strings.HasSuffix(w, "да") || strings.HasSuffix(w, "те") || strings.HasSuffix(w, "та")
	return in && b.l.Is(b.start, lang.Cap)
}

// holderAhead reports whether the two or three words that end at the token looked at are the name of
// who holds the office before them, the name of the body beginning right behind with a place,
// an adjective of bodies or other letters, or having one word with a capital: «ректоры Оле Брукк | Африка даму
// банкінің президентімен», «директоры Оле Брукк | Лунд университетінің ректорымен». Without
// a word that opens a name, two words alone may be what the body is called: «ректоры Оле
// Брукк университетінің президентімен».
func (b *bodyWalk) holderAhead() bool {
	k := b.k
	if b.office == 0 || b.start != k+1 || !b.l.Is(b.start, lang.Cap) || !b.heldBy(k, 2) && !b.heldBy(k, 3) {
		return false
	}
	if b.opensBody(b.start) || b.placeAt(element{start: b.start, end: b.start + 1}) || b.relational(b.start) || b.l.Is(b.start, lang.Latin) && !b.l.Is(k, lang.Latin) {
		return true
	}
	w := b.l.Fold(b.end - 1)
	if genitiveKK(b.l.Fold(k)) && !b.l.Has(b.end, b.office) {
		return false
	}
	for i := b.start + 1; i < b.i; i++ {
		if !b.l.Is(i, lang.Lower) {
			return false
		}
	}
	return b.heldBy(k, 2) && b.possessedBody() && (genitiveKK(w) || b.instrumentalKK(b.end-1) || b.caseEnding(b.end-1))
}

// heldBy reports whether so many words with capitals that no list knows for a place and no body
// is called by end at token k, right behind the noun of an office that is somebody's:
// «төрағасы Оле Брукк», «төрағасы Самир әл-Хури».
func (b *bodyWalk) heldBy(k, names int) bool {
	for last := k; names > 0; names-- {
		if k <= b.s.First || !b.l.Is(k, lang.Cap) || b.l.Is(k, lang.Upper) || b.placeAt(element{start: k, end: k + 1}) || b.relational(k) || b.opensBody(k) || k < last && genitiveKK(b.l.Fold(k)) {
			return false
		}
		if k--; k > b.s.First && b.glued(k, '-') && b.particle != 0 && b.l.Has(k-1, b.particle) {
			k -= 2
		}
	}
	return k > b.s.First && b.l.Is(k, lang.Lower) && b.l.Has(k, b.office) && b.possessed(k)
}

// opensBody reports whether the word at token k is one that bodies are called by: an
// adjective of theirs, a noun for one, a word of their fields.
func (b *bodyWalk) opensBody(k int) bool {
	return b.l.Has(k, b.p.know.lists.bodyAdj) || b.l.Has(k, b.orgHead) || b.bodyWord != 0 && b.l.Has(k, b.bodyWord)
}

// agencyApart reports whether the noun looked at closes a body that has no agency or institute
// of its own, so that the one behind it is another: «Лунд университеті | Ұлттық статистика
// агенттігімен», «„Көпір“ қоры | Физика институтымен», but «Көлік министрлігі Теңіз
// агенттігімен», «Лунд университеті Физика институтымен».
func (b *bodyWalk) agencyApart(k int) bool {
	agency := strings.HasPrefix(b.l.Fold(b.i), "агенттіг")
	if !agency && !strings.HasPrefix(b.l.Fold(b.i), "институт") {
		return false
	}
	w := b.l.Fold(k)
	for _, head := range [...]string{"банк", "қоры", "компания", "корпорация", "одағы", "бірлестіг", "қауымдасты", "әкімдіг", "палата"} {
		if strings.HasPrefix(w, head) {
			return true
		}
	}
	return agency && (strings.HasPrefix(w, "университет") || strings.HasPrefix(w, "институт") || strings.HasPrefix(w, "академия"))
}

// bodyAheadKK reports whether a Kazakh word opens the name of a body whose noun is told as
// owned and in a case: «Ұлттық статистика агенттігінің», «Кеншілер ассамблеясымен».
func (n *nameFinder) bodyAheadKK(e element) bool {
	k := e.end
	for k < len(n.l.Toks) && k < e.end+3 && n.l.Is(k, lang.Lower) && !n.l.Has(k, n.orgHead) && !n.caseEnding(k) && !n.l.Has(k, n.office) {
		k++
	}
	if !n.l.Is(k, lang.Lower) || !n.l.Has(k, n.orgHead) || !bodyPossessive(n.l.Fold(k)) {
		return false
	}
	w := n.l.Fold(k)
	return kazakhBody(w) != w
}
