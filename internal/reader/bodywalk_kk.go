package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// bodyWalk is the walk back from the noun of a Kazakh body over what belongs to
// its name.
type bodyWalk struct {
	*nameFinder
	s        lang.Sentence
	i, end   int  // the noun
	k        int  // the token looked at
	start    int  // where the name begins so far, -1 for nowhere yet
	gap      int  // words without a capital since then
	after    bool // named after somebody
	quoted   bool
	regional bool // «Алматы облысы бойынша департаменті»
}

// walked is what a step of the walk says of the token looked at.
type walked int

const (
	undecided walked = iota
	walkOn           // it may belong to the name: go on before it
	walkEnds         // the name begins behind it
	noBody           // the noun closes no name
)

// bodyBefore finds the Kazakh body that the noun at i closes: what belongs to
// it stands before it. Small words count when a capitalised one stands before
// them: «Мәдениет және спорт министрлігі», «Самұрық» қоры.
func (n *nameFinder) bodyBefore(i int, s lang.Sentence) {
	ch, _ := n.l.Chunk(i, n.orgHead)
	b := bodyWalk{nameFinder: n, s: s, i: i, end: int(ch.End), start: -1}
	if b.madeAdjective() || b.otherNoun() || !b.walk() || b.start < 0 || b.commonNoun() {
		return
	}
	n.propose(b.body())
}

// otherNoun reports whether the noun of a body stands there for something else: a
// day, a festival, several bodies, a kind of them.
func (b *bodyWalk) otherNoun() bool {
	n, i, end, s := b.nameFinder, b.i, b.end, b.s
	if end < s.Last && n.l.Is(end, lang.Lower) && !n.possessed(i) && n.day(end) {
		return true // театр күні
	}
	if n.event != 0 && end < s.Last && n.l.Is(end, lang.Lower) && n.bareForm(i) && !n.caseEnding(i) && n.l.Has(end, n.event) && n.ownedForm(end) {
		return true // театр фестивалі, but кітапханада кездесу
	}
	if b.meeting() || b.seatOf() {
		return true
	}
	if i > s.First && n.event != 0 {
		if ev, ok := n.l.Chunk(i-1, n.event); ok && int(ev.End) > i {
			return true // баспасөз мәслихатында
		}
	}
	if n.pluralBodies(i) { // Қазақстан мен Литва жоғарғы соттары
		n.inMarksKK(i, s)
		return true
	}
	return n.boardOf(i, end, s) || n.pluralHead(end-1) || n.kindOf(i, end, s) // театрлардың
}

// seatOf reports whether «орталығы» behind one name in the genitive is the chief town of a
// place, which is named behind it: «Морсат ауданының | орталығы Велесте».
func (b *bodyWalk) seatOf() bool {
	k := b.i - 1
	if b.l.Fold(b.i) != "орталығы" || k < b.s.First || b.end >= b.s.Last || !genitiveKK(b.l.Fold(k)) {
		return false
	}
	return b.l.Is(b.end, lang.Cap) && !b.l.Is(b.end, lang.Upper) && (b.l.Is(k, lang.Cap) && (k == b.s.First || !b.l.Is(k-1, lang.Cap)) || b.l.Has(k, b.placeHead))
}

// meeting reports whether a noun of bodies that is one of events as well tells of an event:
// the next or the second of several («прокурорлардың келесі кеңесі»), or one of persons
// that goes on («прокурорларының кеңесі өтуде»).
func (b *bodyWalk) meeting() bool {
	n, k := b.nameFinder, b.i-1
	if n.event == 0 || k <= b.s.First || !n.l.Has(b.i, n.event) || !n.l.Is(k, lang.Lower) {
		return false
	}
	if n.l.Plays(k, n.r.nextOfRow) {
		return true
	}
	done := n.p.know.lists.eventDone
	return genitiveKK(n.l.Fold(k)) && n.pluralSlot(k) && b.end < b.s.Last && n.l.Has(b.end, done)
}

// walk goes back from the noun to where the name begins; false where it closes
// none.
func (b *bodyWalk) walk() bool {
	for b.k = b.i - 1; b.k >= b.s.First && b.i-b.k <= 12 && !b.taken[b.k]; b.k-- {
		switch b.step() {
		case walkEnds:
			return true
		case noBody:
			return false
		}
	}
	return true
}

// step says whether the token looked at belongs to the name.
func (b *bodyWalk) step() walked {
	if b.ownerOfQuoted() {
		return walkEnds
	}
	if w := b.mark(); w != undecided {
		return w
	}
	k := b.k
	t := &b.l.Toks[k]
	if !t.Is(lang.Word) || b.funcWord != 0 && b.l.Has(k, b.funcWord) || b.say != 0 && b.l.Has(k, b.say) {
		return walkEnds
	}
	if b.region() || b.fieldOfPart() {
		return walkOn
	}
	if b.firmAhead(k) || b.otherPhrase() || b.otherBody() || b.joined() || b.besideManyStates(k) || b.eventThere(k) {
		return walkEnds
	}
	if t.Is(lang.Roman) && t.Is(lang.Cap) {
		return noBody // XXVII Бас Ассамблеясының
	}
	if b.lowerBefore() {
		return walkEnds
	}
	if b.regional && b.start == k+1 && t.Is(lang.Lower) && b.l.Has(k, b.orgHead) && genitiveKK(b.l.Fold(k)) {
		return walkOn // Мемлекеттік кірістер комитетінің | Алматы облысы бойынша департаменті
	}
	if b.office != 0 && b.l.Has(k, b.office) && !b.pluralSlot(k) && !abstractKK(b.l.Fold(k)) && !(b.start < 0 && t.Is(lang.Lower) && (b.relational(k) || k+1 == b.i && k > b.s.First && b.nominativePlace(k-1) && b.possessedBody() && !b.caseEnding(k) && !b.possessed(k) || k+1 < b.i && pluralKK(b.l.Fold(k+1)) && b.l.Is(k+1, lang.Lower) && !b.caseEnding(k) && !b.possessed(k))) || b.l.Has(k, b.orgHead) && genitiveKK(b.l.Fold(k)) {
		return walkEnds // сотының судьясы қызметі; агенттігінің | Ұлттық статистика бюросы
	}
	if b.start == k+1 && b.l.Fold(k) == "агенттігі" && !strings.HasPrefix(b.l.Fold(b.i), "кеңес") && b.closesQuote(k-1) && b.l.Is(b.start, lang.Cap) && !b.placeAt(element{start: b.start, end: b.start + 1}) {
		return walkEnds // «Дала» агенттігі | Ұлттық статистика комитетіне
	}
	if b.named != 0 && b.l.Has(k, b.named) {
		return b.namesake()
	}
	if t.Is(lang.Cap) {
		return b.capital()
	}
	return b.small()
}

// ownerOfQuoted reports whether the token stands before a name in quotation marks,
// or an abbreviated one, that has an owner or a beginning of its own.
func (b *bodyWalk) ownerOfQuoted() bool {
	k := b.k
	if b.quoted && b.start == k+1 && genitiveKK(b.l.Fold(k)) && b.placeAt(element{start: k, end: k + 1}) {
		return true // Румынияның | «Romgaz» компаниясы
	}
	if b.quoted && b.start == k+1 && b.l.Is(k, lang.Cap) && genitiveKK(b.l.Fold(k)) && (b.heldBy(k, 2) || b.heldBy(k, 3)) {
		return true // төрағасы Оле Бруктың | «Көпір» одағының төрағасымен
	}
	if b.quoted && b.l.Is(k, lang.Cap) && !b.placeAt(element{start: k, end: k + 1}) && !b.relational(k) && !genitiveKK(b.l.Fold(k)) {
		return true // Мирзиёев | «Астана Опера» театры
	}
	if b.start < 0 || !b.l.Is(b.start, lang.Upper) || !b.l.Has(b.start, b.gazBody) {
		return false
	}
	e := element{start: k, end: k + 1}
	surname, _ := b.surnameEnding(e)
	return b.nominativePlace(k) || b.l.Is(k, lang.Cap) && !b.l.Is(k, lang.Upper) && k > b.s.First && (surname || b.isGiven(element{start: k - 1, end: k}) || k-1 > b.s.First && b.l.Is(k-1, lang.Cap) && b.office != 0 && b.l.Has(k-2, b.office)) // Өзбекстан, Сэм Харрис | БҰҰ Бас Ассамблеясында
}

// mark passes what is no word: a name in quotation marks is taken whole, hyphens
// and commas between fields of work join.
func (b *bodyWalk) mark() walked {
	k := b.k
	if b.closesQuote(k) {
		q := b.quoteBefore(k, b.s)
		if q < 0 || b.i-k > 6 {
			return walkEnds
		}
		if k > q+1 && genitiveKK(b.l.Fold(k-1)) {
			return walkEnds // «Халық банктің» жаңа қызметін
		}
		if k > q+1 && b.l.Fold(k-1) == "туралы" {
			return walkEnds // «Су туралы» | Перу Үкіметінің қаулысы
		}
		if b.start == k+1 && b.l.Is(k+1, lang.Latin) && !b.quoted {
			return walkEnds // «Air Astana» | Lufthansa Technik компаниясымен
		}
		if b.start >= 0 && b.l.Plays(k+1, b.r.calledSo) {
			return walkEnds // «Тау жаңғырығы» атты республикалық | Жазушылар одағының кеші
		}
		b.start, b.quoted, b.gap, b.k = q, true, 0, q
		return walkOn
	}
	if b.glued(k, '-') {
		return walkOn
	}
	if isDash(b.l.Rune(k)) && b.start == k+1 && b.betweenStates(k) { // Қазақстан – Әзербайжан комиссиясы
		b.start, b.k = k-1, k-1
		return walkOn
	}
	if b.l.Rune(k) == ',' && b.listedField(k, b.i, b.s) {
		b.gap = min(b.gap, 1) // the fields behind the comma are one
		return walkOn
	}
	return undecided
}

// region takes the place that a body works for before the noun: «Алматы облысы
// бойынша департаменті».
func (b *bodyWalk) region() bool {
	if b.start >= 0 || b.gap >= 4 || !b.l.Is(b.k, lang.Lower) {
		return false
	}
	from := b.regionBefore(b.k, b.i, b.s)
	if from < 0 {
		return false
	}
	b.start, b.regional, b.k = from, true, from
	return true
}

// fieldOfPart passes the body that a part belongs to: Башкент университетінің
// (кардиология) ауруханасы.
func (b *bodyWalk) fieldOfPart() bool {
	k := b.k
	return b.start < 0 && (k == b.i-1 || k == b.i-2 && b.fieldKK(k+1)) && b.l.Is(k, lang.Lower) && b.subBody != 0 && b.l.Has(b.i, b.subBody) && b.l.Has(k, b.orgHead) && genitiveKK(b.l.Fold(k))
}

// otherPhrase reports whether the token belongs to words that stand before the
// name without being part of it.
func (b *bodyWalk) otherPhrase() bool {
	k, lower := b.k, b.l.Is(b.k, lang.Lower)
	if b.start < 0 && lower && k == b.i-1 && b.closesQuote(k-1) && b.bareForm(b.i) && b.possessed(k) && !b.possessed(b.i) && !b.l.Has(k, b.orgHead) {
		return true // «Үздік ұстаз» төсбелгісі | музейдің
	}
	if lower && b.start == k+1 && b.l.Is(b.start, lang.Cap) && (strings.HasSuffix(b.l.Fold(k), "сын") || strings.HasSuffix(b.l.Fold(k), "сін")) {
		return true // Қазақстан делегациясын | Метрология комитетінің төрағасы бастап барды
	}
	if b.start >= 0 && lower && attributiveKK(b.l.Fold(k)) && b.placeLow != 0 && b.l.Has(k, b.placeLow) {
		return true // Астана қаласындағы | Еуразия институты
	}
	if b.bodyStop != 0 && b.l.Has(k, b.bodyStop) || b.ownBody(k, b.s) && !b.pluralPair(k, b.i) || b.ofMany(k, b.s.First) || lower && !b.l.Has(k, b.named) && b.endsOther(k, b.start) {
		return true
	}
	if lower && b.instrumentalKK(k) && (b.start < 0 && b.l.Has(k, b.orgHead) || b.start >= 0 && !b.pluralSlot(k)) {
		return true // министрлігімен | заң жобалау қызметіне; министрдің төрағалығымен | Ғылым кеңесі
	}
	return b.start < 0 && (b.gap > 0 || b.bareForm(b.i)) && b.l.Has(k, b.orgHead) && b.possessed(k) && !b.pluralSlot(k) // Финляндия Елшілігі | кітапхана қорына
}

// otherBody reports whether another body ends with the token, right before the
// name.
func (b *bodyWalk) otherBody() bool {
	k := b.k
	if b.start != k+1 {
		return false
	}
	t := &b.l.Toks[k]
	if genitiveKK(b.l.Fold(k)) && (attributiveKK(b.l.Fold(b.end-1)) || b.knownEndsAt(k) || b.headValue() == "named" && b.properFrom(b.start, b.i) && (t.Is(lang.Cap) && !t.Is(lang.Upper) || b.placeLow != 0 && b.l.Has(k, b.placeLow))) {
		return true // Ұлттық Банктің | Монетарлық операциялар департаменті; Неапольдің | Сан-Карло театры
	}
	if b.l.Has(k, b.orgHead) && b.possessed(k) && (genitiveKK(b.l.Fold(b.start)) || b.country(b.start) || b.formerState(b.start) || b.orgKnown != 0 && b.l.Has(b.start, b.orgKnown)) { // Самоа құрамасы | Оңтүстік Африка командасын
		return true // Ресейдің министрлігі | Қазақстанның министрлігімен
	}
	if b.headEndsAt(k) && b.possessed(k) && b.instrumentalKK(b.end-1) && (!b.hasBranches(b.i) && !(b.subBody != 0 && b.l.Has(b.i, b.subBody)) || b.agencyApart(k) || b.noPartOf(k)) || b.bareBefore(k) {
		return true // Еуразия университеті | Түркі академиясымен бірге
	}
	if b.start+1 == b.i && b.l.Has(k, b.orgHead) && b.possessed(k) && b.nominativePlace(b.start) && !b.hasBranches(b.i) && !(b.subBody != 0 && b.l.Has(b.i, b.subBody) && !b.l.Has(k, b.topBody)) {
		return true // Жапония Үкіметі | Баянауыл ауруханасына
	}
	if b.wentTo(k) {
		return true // Алматы облыстық сотына | Рига қалалық соты
	}
	if b.objectOf() {
		return true // Лима қалалық соты | «Шырақ» серіктестігін
	}
	if b.apartByTown() {
		return true // Кения күрес федерациясы | Орал өнер музейімен
	}
	if b.country(b.start) && b.l.Has(k, b.orgHead) && !b.possessed(k) && !b.caseEnding(k) && !b.pluralSlot(k) {
		return true // Қауымдастық | Моңғолияның күрес федерациясы
	}
	return t.Is(lang.Lower) && k > b.s.First && b.closesQuote(k-1) && b.possessed(k) && !b.l.Has(k, b.orgHead) // «Алтын дән» көрмесі | Қазақстан халқы Ассамблеясының
}

// formerState reports whether a republic of a former union is named at token k by its
// letters: «облыстық музейі | Қазақ КСР Жоғарғы Кеңесінің».
func (b *bodyWalk) formerState(k int) bool {
	ch, ok := b.l.Chunk(k, b.morePlace)
	return b.morePlace != 0 && ok && int(ch.End) == k+2 && b.l.Is(k+1, lang.Upper)
}

// joined reports whether the token is an "and" that joins the name to another one
// before it.
func (b *bodyWalk) joined() bool {
	k := b.k
	if b.start != k+1 || b.and == 0 || !b.l.Has(k, b.and) {
		return false
	}
	if b.after && b.possessed(k-1) && b.l.Is(k-1, lang.Lower) {
		return true // Тіл қоғамы мен | Ахмет Байтұрсынұлы атындағы институт
	}
	if !b.quoted && !b.after && b.closesQuote(k-1) {
		return true // «Астық корпорациясы» мен | Нигерия кеңесі
	}
	if k-3 >= b.s.First && b.l.Is(k-1, lang.Lower) && b.ownedForm(k-1) && !b.l.Has(k-1, b.orgHead) && b.l.Has(k-2, b.orgHead) && b.possessed(k-2) {
		return true // Кеншілер қауымдастығы басшылығы мен | Лунд университетінің
	}
	if k-2 > b.s.First && (b.heldBy(k-1, 2) || b.heldBy(k-1, 3)) {
		return true // төрағасы Оле Брукк пен | Ұлттық статистика агенттігінің
	}
	if b.quoted && b.opensQuote(b.start) {
		return true // Социалистік партия мен | «Шега» фракциясы
	}
	if k == b.s.First+1 && (b.l.Has(k-1, b.orgHead) && !b.possessed(k-1) && !b.pluralSlot(k-1) || b.l.Has(k-1, b.p.know.lists.sideNoun)) {
		return true // Үкімет пен | Азия даму банкі
	}
	if b.stateAndBody(k) {
		return true // Оман мен | Ислам даму банкі
	}
	return b.country(b.start) && k > b.s.First && b.l.Is(k-1, lang.Cap) && !b.placeAt(element{start: k - 1, end: k}) // Үнзила Шапақ және | ҚР Ғылым министрлігінің
}

// lowerBefore reports whether a word without a capital right before the name
// belongs to what stands before it.
func (b *bodyWalk) lowerBefore() bool {
	k := b.k
	if b.start != k+1 || !b.l.Is(k, lang.Lower) {
		return false
	}
	if k > b.s.First && !b.l.Has(k, b.orgHead) && b.doneBefore(k) {
		return true // «Көпір» қорына барған | Прага өнер музейінің, Қол қою рәсімін | Чехия одағының
	}
	if !b.l.Has(k, b.orgHead) { // Зардап шеккендер | Сарқан аудандық ауруханасына, қыз бала | Алматы қаласындағы ауруханаға
		return pluralKK(b.l.Fold(k)) || k-1 == b.s.First && b.l.Is(k-1, lang.Cap) && b.nominativePlace(b.start) && b.plainWord(k)
	}
	return b.possessed(k) && b.topBody != 0 && b.l.Has(b.i, b.topBody) // сайлау басқармасы | Өкілдер палатасына
}

// namesake takes the name before «атындағы», which belongs to the body.
func (b *bodyWalk) namesake() walked {
	k := b.k
	if k == b.s.First {
		return walkEnds
	}
	els := b.namedFrom(k, b.s)
	if els < k {
		b.start, b.gap, b.after = els, 0, true
		if p := (element{start: els - 1, end: els}); els > b.s.First && k-els > 1 && b.l.Is(els-1, lang.Cap) && !b.placeAt(p) && !b.relational(els-1) && !genitiveKK(b.l.Fold(els-1)) && !b.l.Has(els-1, b.orgHead) {
			return walkEnds // министр Айдос Омаров | Қорқыт Ата атындағы
		}
	}
	b.k = els
	return walkOn
}

// small counts a word without a capital, of which a few may stand between the
// name and its noun.
func (b *bodyWalk) small() walked {
	k := b.k
	if b.bodyWord != 0 && b.l.Has(k, b.bodyWord) || b.start < 0 && b.gap > 0 && b.placeLow != 0 && b.l.Has(k, b.placeLow) && genitiveKK(b.l.Fold(k)) {
		return walkOn // Астана қаласының | мамандандырылған ауданаралық … соты
	}
	if b.gap++; b.gap > 4 && !(b.gap == 5 && b.relational(k)) && !(b.gap < 9 && b.ofMembers(b.i)) || b.caseEnding(k) && !b.doneTo(k, b.s) {
		return walkEnds
	}
	return walkOn
}

// headValue gives what the list says of the Kazakh noun for bodies the walk stands at.
func (b *bodyWalk) headValue() string {
	ch, _ := b.l.Chunk(b.i, b.orgHead)
	return b.l.Entry(ch).Value
}

// commonNoun reports whether what was found before the noun makes no name of it:
// a body's kind, a word that opens the sentence.
func (b *bodyWalk) commonNoun() bool {
	n, start, i, s := b.nameFinder, b.start, b.i, b.s
	opens := start == s.First
	if opens && start+1 == i && !b.quoted && n.l.Has(start, n.orgHead) && n.bareForm(start) {
		return true // Музей қорына
	}
	if start >= 0 && start+1 == i && !b.quoted && attributiveKK(n.l.Fold(start)) && n.bareForm(i) {
		return true // Тараздағы музей
	}
	if start > s.First && start+1 == i && !b.quoted && n.bareForm(i) && n.office != 0 && n.l.Has(start-1, n.office) && !n.placeAt(element{start: start, end: start + 1}) {
		return true // Министр Кох | университетте сөйледі
	}
	if start >= 0 && !b.quoted && (b.ofManyPeople(start) || b.firmOfState(start) || start+1 < i && attributiveKK(n.l.Fold(i-1)) && n.bareForm(i) && (opens || n.l.Fold(i-1) != "жөніндегі")) {
		return true // Абай қаласындағы музейде
	}
	if opens && start+1 == i && !b.quoted && n.bareForm(i) && (n.instrument != 0 && n.l.Has(start, n.instrument) || n.event != 0 && n.l.Has(start, n.event)) {
		return true // Меморандум | министрлік пен банк арасында
	}
	if start >= 0 && !b.quoted && b.stateMakes(start) {
		return true // Гана мен Непал | трактор құрастыру зауытын салу туралы
	}
	if start >= 0 && !b.quoted && b.qualifiesNoun(start) {
		return true // Ригада | музей ісі туралы
	}
	v := b.headValue()
	if v == "quoted" && !b.quoted {
		return true // Достық бекеті
	}
	if opens && n.funcWord != 0 && n.l.Has(start, n.funcWord) || n.severalBodies(start, i) {
		return true
	}
	if opens && !b.quoted && !b.after && start+1 < i && n.l.Is(start+1, lang.Lower) && n.bareForm(i) && !n.relational(start) && !n.placeAt(element{start: start, end: start + 1}) && !n.ledBody(i, start, b.end, s) {
		return true // Каталогы жоқ мұрағат
	}
	if v == "loose" && n.bareForm(i) && !(!opens && n.l.Fold(i-1) == "жөніндегі") && !(opens && n.ledBody(i, start, b.end, s)) && (b.quoted || opens || !n.relational(start) && !n.placeAt(element{start: start, end: start + 1})) {
		return true // халықаралық ұйым
	}
	return !b.quoted && !b.after && (n.middleOf(i) || opens && n.commonBody(start, i))
}

// body is the candidate of the name that was found.
func (b *bodyWalk) body() candidate {
	n, i, s := b.nameFinder, b.i, b.s
	start := b.start
	if start-2 >= s.First && n.glued(start-1, '-') && n.l.Is(start, lang.Glued) && n.particle != 0 && n.l.Has(start-2, n.particle) {
		start -= 2 // әл-Әзһар университеті
	}
	if start > s.First && n.l.Rune(start) == '-' && n.l.Is(start, lang.Glued) && n.particle != 0 && n.l.Has(start-1, n.particle) {
		start-- // әл-Фараби атындағы
	}
	c := candidate{class: lang.OrgChunk, start: start, end: b.end, score: scoreHead, rule: "head"}
	if start+1 == i && n.l.Is(start, lang.Upper) && n.shortFirm(start) { // CNPC корпорациясы
		c.alias = n.l.Slice(start, i)
	}
	if b.after { // the person it is named after is part of it
		c.score = scoreDefined + 6
	}
	if b.quoted {
		c.score = max(c.score, scoreLegal)
		for k := start; k < i; k++ {
			if q := n.quoteAt(k, s); q > 0 {
				c.alias = n.insideQuotes(k, q)
				break
			}
		}
	}
	return c
}

// abstractKK reports whether a folded word in the accusative is what an office or a trade is
// called as a thing: кәсіпкерлікті of кәсіпкер, before «қолдау қоры».
func abstractKK(w string) bool {
	for _, e := range [...]string{"лікті", "лықты", "дікті", "дықты", "тікті", "тықты"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// headedKK reports whether a Kazakh body begins at an element with an adjective of
// bodies before its noun: «Том Келли | Бас Ассамблеяда».
func (n *nameFinder) headedKK(e element) bool {
	return n.tag == "kk" && e.end < len(n.l.Toks) && n.l.Has(e.end, n.orgHead) && n.l.Has(e.start, n.p.know.lists.bodyAdj)
}

// madeAdjective reports whether an adjective was made of the noun of bodies: академиялық of
// академия, while министрлік is a noun itself.
func (b *bodyWalk) madeAdjective() bool {
	w := b.l.Fold(b.end - 1)
	if !b.relational(b.end - 1) {
		return false
	}
	ch, _ := b.l.Chunk(b.i, b.orgHead)
	for _, form := range b.l.Entry(ch).Folded() {
		rest, ok := strings.CutPrefix(w, form[strings.LastIndexByte(form, ' ')+1:])
		if !ok {
			continue
		}
		switch rest {
		case "лық", "лік", "дық", "дік", "тық", "тік":
			return true
		}
	}
	return false
}

// qualifiesNoun reports whether the bare noun of a body right behind a word with a capital
// that is no adjective only says of what the work or the things behind it are: «Оле Брукк |
// музей ісі туралы», «Мәжіліс | мұрағат құжаттарын алмасу», «Ригада | кітапхана ісін дамыту», but «Ұлттық музей ісі».
func (b *bodyWalk) qualifiesNoun(start int) bool {
	n, i := b.nameFinder, b.i
	if !n.bareForm(i) || n.possessed(i) || !n.l.Is(i, lang.Lower) || n.l.Is(i-1, lang.Lower) || n.relational(i-1) || b.opensBody(i-1) || b.end >= b.s.Last {
		return false
	}
	return n.l.Is(b.end, lang.Lower) && (strings.HasPrefix(n.l.Fold(b.end), "ісі") || !n.caseEnding(i) && n.pluralSlot(b.end) && n.ownedForm(b.end))
}
