package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// holderBefore reports whether token k ends the name of one who holds an office:
// two or three words with a capital, none of a place or body, right behind a
// noun for offices: «директоры Аурел Попеску | және Еуропалық … банкі», «мэрі
// Йонас Балтрушайтис | қалалық кітапхана». No body's name goes on before them.
func (n *nameFinder) holderBefore(k int, s lang.Sentence) bool {
	if n.office == 0 {
		return false
	}
	i := k
	for i > s.First && k-i < 3 && n.l.Is(i, lang.Cap) {
		if n.l.Has(i, n.office) || n.title != 0 && n.l.Has(i, n.title) {
			break
		}
		if n.namesNoPerson(i) {
			return false
		}
		i--
		if i-1 > s.First && n.glued(i, '-') && n.l.Is(i-1, lang.Cap) { // Вике-Фрейберга
			i -= 2
			k-- // the hyphen counts for no word
		}
	}
	if k-i < 2 || !n.l.Is(i, lang.Lower) || genitiveKK(n.l.Fold(i)) {
		return false
	}
	for a := i; a >= s.First && a >= i-3; a-- {
		if ch, ok := n.l.Chunk(a, n.office); ok && int(ch.End) == i+1 {
			return true
		}
	}
	return false
}

// namesNoPerson reports whether a list or the shape of a word with a capital
// speaks for a place, a body or an adjective rather than a person.
func (n *nameFinder) namesNoPerson(i int) bool {
	if n.placeAt(element{start: i, end: i + 1}) || n.relational(i) || n.l.Is(i, lang.Upper) || genitiveKK(n.l.Fold(i)) {
		return true
	}
	for _, c := range [...]lang.Class{n.orgHead, n.orgKnown, n.gazBody, n.gazGroup, n.bodyWord, n.placeLow, n.placeHead, n.event} {
		if c != 0 && n.l.Has(i, c) {
			return true
		}
	}
	return false
}

// workOf reports whether the word at k and the verbal noun behind it say what
// the body whose head stands at i is for: «Активтерді қайтару комитеті». The
// head carries the possessive that ties them to it.
func (n *nameFinder) workOf(k, i int) bool {
	if k+2 != i || !bodyPossessive(n.l.Fold(i)) || !n.p.know.endings.verbNounEnd.end(n.l.Fold(k+1), 4) {
		return false
	}
	for _, a := range n.l.Analyses(k) {
		if a.Harmony && strings.HasSuffix(a.Slots, "acc") && len(a.Suffix) >= 4 && len(a.Stem) >= 6 {
			return true
		}
	}
	return false
}

// bodyPossessive reports whether a noun for bodies carries the possessive of the
// third person under any case: комитеті, комитетінің, but not комитетке.
func bodyPossessive(w string) bool {
	w = kazakhBody(w)
	return strings.HasSuffix(w, "ы") || strings.HasSuffix(w, "і")
}

// ownNameOf reports whether a person's given name and surname, from k up to the
// head at i, are the body's own name: «Сүлеймен Демирел университеті». A title
// before them makes them a person who has to do with it.
func (n *nameFinder) ownNameOf(k, i int, s lang.Sentence) bool {
	if i-k < 2 || i-k > 3 || !bodyPossessive(n.l.Fold(i)) || n.pluralSlot(i) {
		return false
	}
	for a := k; a < i; a++ {
		if !n.l.Is(a, lang.Cap) || n.caseEnding(a) || genitiveKK(n.l.Fold(a)) {
			return false
		}
	}
	if k > s.First && (n.l.Has(k-1, n.office) || n.l.Is(k-1, lang.Cap) || n.title != 0 && n.l.Has(k-1, n.title)) {
		return false
	}
	w := n.l.Fold(i)
	for _, head := range [...]string{"университет", "институт", "академия", "қоры", "лицей", "колледж", "мектеб", "гимназия", "музей", "мұражай", "театр", "орталы", "кітапхана", "стадион", "консерватория"} {
		if strings.HasPrefix(w, head) {
			return true
		}
	}
	return false
}

// kindOf reports whether the noun for bodies at i only says of what kind the body
// is whose own noun follows at next: «Жоғары сот | институты».
func (n *nameFinder) kindOf(i, next int, s lang.Sentence) bool {
	return next < s.Last && n.bareForm(i) && n.l.Is(next, lang.Lower) && n.l.Has(next, n.orgHead) && bodyPossessive(n.l.Fold(next)) && !n.caseEnding(i)
}

// pluralPair reports whether the joining word at k stands between two plurals of
// bodies that the head at i right behind them joins: «соттары мен институттары
// қауымдастығы».
func (n *nameFinder) pluralPair(k, i int) bool {
	return k > 0 && i-1 > k && n.l.Has(k-1, n.orgHead) && n.pluralSlot(k-1) && n.l.Has(i-1, n.orgHead) && n.pluralSlot(i-1)
}

// numberedOn reports whether a number is written on to the capitals at i, with a
// hyphen or without, so that they name a ship, a type or one of a row.
func (n *nameFinder) numberedOn(i int, s lang.Sentence) bool {
	k := i + 1
	if k < s.Last && n.glued(k, '-') {
		k++
	}
	return k < s.Last && n.l.Is(k, lang.Number) && n.l.Is(k, lang.Glued)
}

// beforeInitials reports whether the word at k stands before the initials of the
// one a body is named after, and is no part of his name: «Конференцияны |
// М.Х. Дулати атындағы».
func (n *nameFinder) beforeInitials(k int) bool {
	return k+2 < len(n.l.Toks) && n.l.Is(k, lang.Word) && !n.l.Is(k, lang.Initial) && n.l.Is(k+1, lang.Initial) && n.glued(k+2, '.')
}

// ofMany reports whether a joining word stands behind those who belong to another
// body: «бөлімінің қызметкерлері мен | Ұлттық қауіпсіздік комитеті».
func (n *nameFinder) ofMany(k, first int) bool {
	if n.and == 0 || k < first+2 || !n.l.Has(k, n.and) || !n.l.Has(k-1, n.p.know.lists.personNoun) || !n.l.Is(k-1, lang.Lower) {
		return false
	}
	return genitiveKK(n.l.Fold(k-2)) && n.pluralSlot(k-1)
}

// regionBefore gives the first token of the place for which a body's branch is:
// «Алматы облысы бойынша | департаменті», where k is at «бойынша»; -1 elsewhere.
func (n *nameFinder) regionBefore(k, i int, s lang.Sentence) int {
	if k < s.First+1 || n.l.Fold(k) != "бойынша" || !n.hasBranches(i) {
		return -1
	}
	from := k - 1
	if n.l.Is(from, lang.Lower) && n.placeLow != 0 && n.l.Has(from, n.placeLow) && from > s.First {
		from--
	}
	if !n.l.Is(from, lang.Cap) || n.taken[from] || genitiveKK(n.l.Fold(from)) || from == k-1 && !n.nominativePlace(from) {
		return -1
	}
	for from-1 >= s.First && n.l.Is(from-1, lang.Cap) && n.placePre != 0 && n.l.Has(from-1, n.placePre) {
		from--
	}
	return from
}

// twiceClosed gives the opening mark of a firm whose name in marks is followed by
// its kind and by a second closing mark at i («Қазақстан темір жолы» ұлттық
// компаниясы» АҚ), and the token behind the first; -1 where there is none.
func (n *nameFinder) twiceClosed(i int, s lang.Sentence) (open, inner int) {
	if n.tag != "kk" || i-1 <= s.First || !n.l.Has(i-1, n.orgHead) {
		return -1, 0
	}
	for k := i - 1; k > s.First && k >= i-4 && (n.l.Is(k, lang.Lower) || n.closesQuote(k)); k-- {
		if n.closesQuote(k) {
			return n.quoteBefore(k, s), k + 1
		}
	}
	return -1, 0
}

// closedByInitials reports whether the elements of a Kazakh name are initials and
// one surname, so that a word with a capital behind them begins something else:
// «Т.Алдыберген | Транскаспий бағытымен».
func (n *nameFinder) closedByInitials(name []element, e element) bool {
	last := len(name) - 1
	if last < 1 || name[last].initial || name[last].particle || e.initial || e.particle || n.isPatronymic(e) || n.l.Is(e.start, lang.Glued) {
		return false
	}
	for _, x := range name[:last] {
		if !x.initial {
			return false
		}
	}
	surname, _ := n.surnameEnding(e)
	if own, _ := n.surnameEnding(name[last]); surname && (own || n.caseEnding(e.start)) { // А.Омаров | Сатыбалдиевпен
		return !n.isGiven(name[last])
	}
	return !surname && !n.isGiven(name[last]) && (!n.ask(askPart, e.start, e.end) || n.caseEnding(e.start) && !n.isGiven(e))
}

// hasLike reports whether a folded word is part of somebody's name, with an
// ending or without.
func (x *personIndex) hasLike(w string) bool {
	for k := range x.list {
		for i := range x.list[k].words {
			if f := x.list[k].words[i].fold; f == w || strings.HasPrefix(w, f) && len(w)-len(f) <= 8 {
				return true
			}
		}
	}
	return false
}

// ledBody reports whether the bare noun for bodies at i, which two words or more
// go before, is somebody's who leads it: «Жоғары аудиторлық палатаның төрағасы».
func (n *nameFinder) ledBody(i, start, end int, s lang.Sentence) bool {
	return i-start >= 2 && end < s.Last && n.relational(i-1) && genitiveKK(n.l.Fold(i)) && n.office != 0 && n.l.Has(end, n.office)
}

// opensForm reports whether the word at k is the first of a place's name in several
// words, as it stands there: «Қазақстан | Республикасының».
func (n *nameFinder) opensForm(e *lang.Entry, k int) bool {
	w := n.l.Fold(k)
	for _, f := range e.Folded() {
		if first, _, ok := strings.Cut(f, " "); ok && first == w {
			return true
		}
	}
	return false
}

// hasBranches reports whether the noun for bodies at i is one that a part of the country
// has its own of.
func (n *nameFinder) hasBranches(i int) bool {
	w := n.l.Fold(i)
	for _, head := range [...]string{"департамент", "басқармасы", "инспекциясы", "филиалы", "комитеті", "прокуратурасы", "соты", "өкілдігі", "орталығы", "бөлім", "кеңсесі", "палатасы", "комиссиясы", "қызметі", "полициясы", "агенттігі", "мекемесі"} {
		if strings.HasPrefix(w, head) {
			return true
		}
	}
	return false
}

// boardOf reports whether the noun for bodies at i is the board of the body that ends
// before it, in the title of who sits on it: «Жазушылар одағы | басқармасының
// төрағасы» is chairman of the union's board.
func (n *nameFinder) boardOf(i, end int, s lang.Sentence) bool {
	if i == s.First || end >= s.Last || !n.l.Has(i-1, n.orgHead) || !n.l.Has(end, n.office) {
		return false
	}
	w, next := n.l.Fold(i), n.l.Fold(end)
	if !strings.HasPrefix(w, "басқармасының") && !strings.HasPrefix(w, "алқасының") && !strings.HasPrefix(w, "президиумының") && !strings.HasPrefix(w, "кеңесінің") {
		return false
	}
	return strings.HasPrefix(next, "төра") || strings.HasPrefix(next, "мүше")
}

// bracketedBody gives the first word of a body that an abbreviation in brackets,
// which opens at end, is the short name of though its letters are other words': the
// noun before it is somebody's («жөніндегі конференциясының (ЮНКТАД)»), and a capital
// opens the name. -1 where none does.
func (n *nameFinder) bracketedBody(end int, s lang.Sentence) int {
	k := end - 1
	w := kazakhBody(n.l.Fold(k))
	if !n.l.Is(k, lang.Lower) || !strings.HasSuffix(w, "ы") && !strings.HasSuffix(w, "і") || n.instrument != 0 && n.l.Has(k, n.instrument) || n.l.Has(k, n.office) || n.p.know.lists.unit != lang.NoClass && n.l.Has(k, n.p.know.lists.unit) {
		return -1
	}
	if !n.ofWhomKK(k) {
		return -1
	}
	for k--; k >= s.First && end-k <= 9; k-- {
		switch {
		case !n.l.Is(k, lang.Word) || n.taken[k], n.bodyStop != 0 && n.l.Has(k, n.bodyStop), n.caseEnding(k), n.instrumentalKK(k):
			return -1
		case n.l.Is(k, lang.Cap):
			if k == s.First && !n.placeAt(element{start: k, end: k + 1}) && !n.relational(k) && (n.bodyWord == 0 || !n.l.Has(k, n.bodyWord)) || genitiveKK(n.l.Fold(k)) && n.country(k) {
				return -1
			}
			return k
		case genitiveKK(n.l.Fold(k)) && n.l.Has(k, n.orgHead):
			return -1
		}
	}
	return -1
}

// ofWhomKK reports whether the noun at k is one that a large body may be called by:
// a world, a programme, a conference, a secretariat.
func (n *nameFinder) ofWhomKK(k int) bool {
	w := n.l.Fold(k)
	for _, head := range [...]string{"бағдарламасы", "конференциясы", "комиссариат", "комиссары", "әлемі", "құрылымы", "желісі", "платформасы", "форумы", "бастамасы", "жобасы", "жүйесі", "институты", "тобы", "кластері", "альянсы", "лигасы"} {
		if strings.HasPrefix(w, head) {
			return true
		}
	}
	return false
}

// memorialOf gives the first word of the person, in the genitive at k, whose memorial
// museum is named: «Шоқан Уәлихановтың мемориалдық музейі»; -1 where none stands there.
func (n *nameFinder) memorialOf(k int, s lang.Sentence) int {
	if w := n.l.Fold(k + 1); !strings.HasSuffix(w, "мемориалдық") && w != "әдеби" || !genitiveKK(n.l.Fold(k)) || n.placeAt(element{start: k, end: k + 1}) {
		return -1
	}
	for k > s.First && (n.l.Is(k-1, lang.Cap) && !n.caseEnding(k-1) && !genitiveKK(n.l.Fold(k-1)) && !attributiveKK(n.l.Fold(k-1)) || n.glued(k-1, '.')) {
		k--
	}
	return k
}

// shortFirm reports whether the capitals at i are the short name of a firm rather than
// a state or a body that lists know.
func (n *nameFinder) shortFirm(i int) bool {
	return !n.placeAt(element{start: i, end: i + 1}) && !n.l.Has(i, n.gazBody) && (n.orgKnown == 0 || !n.l.Has(i, n.orgKnown)) && !n.l.Has(i, n.acroStop)
}

// chamberOf reports whether a short folded name is the chamber that the long one is,
// without whose it is: «Сенат» after «Қазақстан Сенаты».
func chamberOf(long, short string) bool {
	switch short {
	case "сенат", "мәжіліс", "парламент", "сейм", "үкімет", "конгресс", "мәслихат":
	default:
		return false
	}
	first, last, ok := strings.Cut(long, " ")
	return ok && first != "" && !strings.Contains(last, " ") && withoutPossessive(last) == short
}

// doneTo reports whether the word at k is the object of the verbal noun behind it, as
// within «Гуманитарлық мәселелерді үйлестіру басқармасы».
func (n *nameFinder) doneTo(k int, s lang.Sentence) bool {
	if k == s.First || !n.p.know.endings.verbNounEnd.end(n.l.Fold(k+1), 4) {
		return false
	}
	if n.l.Is(k-1, lang.Lower) {
		if !n.relational(k-1) && !(n.placeLow != 0 && n.l.Has(k-1, n.placeLow) && genitiveKK(n.l.Fold(k-1))) {
			return false // облыстық | тілдерді дамыту басқармасы, облысының | тілдерді …
		}
	} else if e := (element{start: k - 1, end: k}); !n.l.Is(k-1, lang.Cap) || n.isGiven(e) || n.surnameKK(e) || n.namesNoPerson(k-1) && !n.relational(k-1) && !n.nominativePlace(k-1) || k-1 == s.First && !n.relational(k-1) && !n.nominativePlace(k-1) {
		return false // Асқар | баланы тәрбиелеу орталығына
	}
	for _, a := range n.l.Analyses(k) {
		if a.Harmony && strings.HasSuffix(a.Slots, "acc") {
			return true
		}
	}
	return false
}

// namedFrom gives the first word of the name before «атындағы» at k, k where none
// stands there.
func (n *nameFinder) namedFrom(k int, s lang.Sentence) int {
	if k == s.First {
		return k
	}
	els := k - 1
	if els > s.First && n.l.Plays(els, n.r.rankBehind) && n.l.Is(els, lang.Lower) && n.l.Is(els-1, lang.Cap) {
		els-- // Абылай | хан атындағы
	}
	for els > s.First && !n.endsBeforeName(els) && (n.l.Is(els, lang.Cap) || n.glued(els, '-') || n.glued(els, '.')) {
		els--
	}
	if !n.l.Is(els, lang.Cap) || n.endsBeforeName(els) {
		els++
	}
	if k-els >= 4 && (els > s.First && n.l.Has(els-1, n.office) || k-els == 4 && n.isGiven(element{start: els, end: els + 1}) && !n.l.Has(els, n.office)) && n.writtenOut(els, els+4) {
		els += 2 // министр Айдос Омаров | Қорқыт Ата атындағы, Оле Брукк | Қорқыт Ата атындағы
	} else {
		els = n.behindHolder(els, k, s)
	}
	for els == s.First && els+1 < k && n.funcWord != 0 && n.l.Has(els, n.funcWord) {
		els++ // Оны | Құрманғазы атындағы
	}
	return els
}

// behindHolder gives where the name that ends before token k begins, where the words from
// els on open with the given name and the surname of who has the office before them or
// opens the sentence: «әкім Дана Омарова | Абай атындағы».
func (n *nameFinder) behindHolder(els, k int, s lang.Sentence) int {
	from := els
	if from == s.First && n.l.Has(from, n.office) {
		from++
	}
	if k-from < 3 || !n.writtenOut(from, from+2) || !n.surnameKK(element{start: from + 1, end: from + 2}) {
		return els
	}
	if alone := from == s.First && n.isGiven(element{start: from, end: from + 1}) && !n.isPatronymic(element{start: from + 1, end: from + 2}); !alone && (from == s.First || !n.l.Has(from-1, n.office)) {
		return els
	}
	if k-from == 3 && n.surnameKK(element{start: from + 2, end: k}) {
		return els // ректор | Дінмұхамед Ахметов Қонаев атындағы
	}
	return from + 2
}

// writtenOut reports whether the tokens [from, to) are words written out, no initials and
// no marks: «Л. Н. Гумилев» is one name and not two.
func (n *nameFinder) writtenOut(from, to int) bool {
	for k := from; k < to; k++ {
		if !n.l.Is(k, lang.Word) || n.l.Is(k, lang.Initial) {
			return false
		}
	}
	return true
}

// endsBeforeName reports whether the word at k belongs to what stands before the name
// of the one a body is named after: a plural, where something is, what initials follow.
func (n *nameFinder) endsBeforeName(k int) bool {
	w := n.l.Fold(k)
	if pluralKK(w) || attributiveKK(w) || n.beforeInitials(k) {
		return true
	}
	e := element{start: k, end: k + 1}
	return n.l.Is(k, lang.Cap) && locativeStem(w) != "" && n.whitherKK(e) // Алматыда | Әл-Фараби атындағы
}

// abbreviatedKK proposes what a Kazakh abbreviation at i closes: a name in marks whose
// kind it is («ҚазАқпарат» ХАА), or one with whom the body is named after («Әл-Фараби
// атындағы ҚазҰУ»). It reports whether it did.
func (n *nameFinder) abbreviatedKK(i int, s lang.Sentence) bool {
	if i == s.First {
		return false
	}
	if n.closesQuote(i-1) && n.l.Is(i, lang.Upper) && !n.placeAt(element{start: i, end: i + 1}) && !n.l.Has(i, n.gazBody) {
		if a := n.quoteBefore(i-1, s); a >= 0 && i-a < 8 {
			n.propose(candidate{class: lang.OrgChunk, start: a, end: i + 1, score: scoreLegal, alias: n.insideQuotes(a, i), rule: "legal"})
			return true
		}
	}
	if n.named == 0 || !n.l.Has(i-1, n.named) {
		return false
	}
	from := n.namedFrom(i-1, s)
	if from >= i-1 {
		return false
	}
	n.propose(candidate{class: lang.OrgChunk, start: from, end: i + 1, score: scoreDefined + 6, alias: n.l.Slice(i, i+1), rule: "head"})
	return true
}

// ofMembers reports whether the noun for bodies at i is one of those whose names list
// their members at length: «Каспий маңы елдері университеттері мен ғылыми орталықтары
// қауымдастығы». Such a name opens with a place.
func (n *nameFinder) ofMembers(i int) bool {
	w := n.l.Fold(i)
	return strings.HasPrefix(w, "қауымдастығ") || strings.HasPrefix(w, "одағы") || strings.HasPrefix(w, "бірлестіг") || strings.HasPrefix(w, "альянсы")
}
