package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// bodyChain is what belongs to the head of a Russian body's name behind it, as far
// as it has been followed: genitives, «по» with its dative, «имени» with a name, a
// name in quotation marks.
type bodyChain struct {
	s             lang.Sentence
	i, k          int  // where it begins, and the token that is asked about
	end           int  // where it ends so far
	named, quoted bool // a capitalised word, a name in quotation marks is in it
	field         bool // «по» has gone before
	datives       int  // where the datives of that «по» end
}

// genitives follows what belongs to the head of a name from token i. named
// tells that a capitalised word is in it, quoted a name in quotation marks.
func (n *nameFinder) genitives(i int, s lang.Sentence) (end int, named, quoted bool) {
	c := bodyChain{s: s, i: i, k: i, end: i}
	for c.k < s.Last && c.k-i < longestBody && n.chainGoesOn(&c) {
	}
	return c.end, c.named, c.quoted
}

// chainGoesOn takes what stands at the token into a chain and reports whether more
// may follow.
func (n *nameFinder) chainGoesOn(c *bodyChain) bool {
	k, t := c.k, &n.l.Toks[c.k]
	if n.taken[k] || t.Para {
		return false
	}
	if q := n.quoteAt(k, c.s); q > 0 {
		c.end, c.named, c.quoted = q, true, true
		return false
	}
	w := n.l.Fold(k)
	switch {
	case n.named != 0 && n.l.Has(k, n.named): // имени
		if e := n.namesake(k+1, c.s); e > 0 {
			c.end, c.named = e, true
		}
		return false
	case n.membersFollow(k, c.s): // государств – участников СНГ
		c.k += 2
		c.end = c.k
		return true
	case w == "от" && k > c.i && n.wardsOff(k, c.s):
		n.chainWards(c)
		return true
	case n.opensField(k, c):
		return n.chainField(c)
	case w == "с" || w == "со" || w == "за" || w == "из":
		c.end = fieldWith(n.l, n.withField, k, c.s.Last)
		c.k = c.end
		return c.end > k
	case w == "и" || w == ",":
		return n.chainJoins(c)
	case n.hyphenHalf(k, c.s.Last): // стран Северо-Западной Африки
		c.k += 2
		return true
	case t.Is(lang.Cap):
		return n.chainName(c)
	case t.Is(lang.Word) && (n.genitive(k) || n.adjective(k) || n.pluralNoun(k, c.i)) && !n.verbal(k):
		return n.chainNoun(c)
	}
	return false
}

// wardsOff reports whether «от» at k tells what the noun before it wards off:
// защиты от бедствий.
func (n *nameFinder) wardsOff(k int, s lang.Sentence) bool {
	return n.l.Plays(k-1, n.r.wardsOff) && k+1 < s.Last && n.l.Is(k+1, lang.Lower) && (n.genitive(k+1) || n.adjective(k+1))
}

// chainWards takes the noun behind the adjectives at the end of a chain into the name of a
// Russian body: «комитет по делам | малых городов».
func (n *nameFinder) chainWards(c *bodyChain) {
	k := c.k + 1
	for n.adjective(k) && k+1 < c.s.Last && n.l.Is(k+1, lang.Lower) && !n.genitive(k) {
		k++
	}
	c.k, c.end = k+1, k+1
}

// opensField reports whether a preposition at k opens the field of a body: «по»,
// «при», «в области».
func (n *nameFinder) opensField(k int, c *bodyChain) bool {
	switch n.l.Fold(k) {
	case "по", "при":
	case "для":
		return k == c.i && k+1 < c.s.Last && n.l.Is(k+1, lang.Cap) && n.l.Plays(k-1, n.r.calledFor) && (n.placeAt(element{start: k + 1, end: k + 2}) || n.adjective(k+1) && n.placeAt(element{start: k + 2, end: k + 3})) // Экономическая комиссия для Африки
	case "в":
		if k != c.i && !(k+1 < c.s.Last && n.areaWord(k+1)) {
			return false
		}
	default:
		return false
	}
	return !(k+1 < c.s.Last && n.notField != 0 && n.l.Has(k+1, n.notField))
}

// areaWord reports whether the Russian word at token k only says that a field follows: «в
// области | связи», «в сфере | труда».
func (n *nameFinder) areaWord(k int) bool {
	w := n.l.Fold(k)
	return w == "области" || w == "сфере"
}

// chainField takes the field of a body: a noun behind its preposition with the
// adjectives before it, and further datives behind «по».
func (n *nameFinder) chainField(c *bodyChain) bool {
	k, s, w := c.k, c.s, n.l.Fold(c.k)
	j := k + 1
	for j < s.Last && j <= k+4 && !n.taken[j] && (n.adjective(j) || j+1 < s.Last && n.glued(j+1, '-')) {
		if n.glued(j+1, '-') {
			j++ // денежно-кредитной
		}
		j++
	}
	if w == "в" && j+1 < s.Last && n.areaWord(j) && n.l.Is(j+1, lang.Lower) && n.genitive(j+1) {
		c.k, c.end = j+1, j+2 // Фонд ООН в области народонаселения
		return true
	}
	if w == "по" && k == c.i && n.fieldOfHolder(c.i, s) {
		return false
	}
	noun := j < s.Last && n.l.Is(j, lang.Word) && !n.taken[j] && !n.verbal(j)
	if !noun && w == "по" && j-1 > k+1 && n.l.Is(j-1, lang.Lower) && n.adjective(j-1) {
		j, noun = j-1, true // по морским млекопитающим
	}
	if !noun || w != "по" && !n.l.Is(j, lang.Cap) {
		return false
	}
	c.named = c.named || n.l.Is(j, lang.Cap)
	c.k = j + 1
	if w == "по" {
		c.k = n.moreDatives(c.k, s)
		c.field, c.datives = true, c.k
	}
	c.end = c.k
	return true
}

// chainJoins passes «и» and a comma: a chain goes on only with a word of the same
// case and no new head.
func (n *nameFinder) chainJoins(c *bodyChain) bool {
	k, s := c.k, c.s
	if e := n.otherPartner(k, c.i, s); e > 0 {
		c.end, c.named = e, true
		return false
	}
	if n.othersBehind(c) {
		return false
	}
	if c.field {
		if j := n.moreDatives(k, s); j > k { // по правам человека и окружающей среде
			c.k, c.end = j, j
			return true
		}
	}
	if k == c.i || k+1 >= s.Last || !n.genitive(k+1) && !n.adjective(k+1) || n.l.Has(k+1, n.orgHead) || n.l.Is(k+1, lang.Cap) || c.named && n.placePre != 0 && n.l.Has(k+1, n.placePre) {
		return false // службы Кении и | графства Накуру
	}
	if n.l.Rune(k) == ',' && !n.laterAnd(k+1, s) || !c.field && n.otherCase(k+1, s) {
		return false
	}
	c.k++
	return true
}

// otherCase reports whether the small words from token k on stand in another case than
// the genitives of the name before «и», so that another side begins with them: «Академией
// наук Чада и | датским посольством», «и | коста-риканское правительство».
func (n *nameFinder) otherCase(k int, s lang.Sentence) bool {
	j := k
	for j+2 < s.Last && n.glued(j+1, '-') && n.l.Is(j+2, lang.Glued) {
		j += 2
	}
	w := n.l.Fold(j)
	if !n.l.Is(j, lang.Lower) {
		return false
	}
	if strings.HasSuffix(w, "им") || strings.HasSuffix(w, "ым") || j > k && (strings.HasSuffix(w, "ое") || strings.HasSuffix(w, "ая")) {
		return n.adjective(j)
	}
	if !strings.HasSuffix(w, "ой") && !strings.HasSuffix(w, "ей") || !n.adjective(j) || j+1 >= s.Last || !n.l.Is(j+1, lang.Lower) {
		return false
	}
	w = n.l.Fold(j + 1) // и датской компанией, but «и датской компании»
	return !n.adjective(j+1) && (strings.HasSuffix(w, "ой") || strings.HasSuffix(w, "ей") || strings.HasSuffix(w, "ью"))
}

// othersBehind reports whether another body or those who hold an office stand
// behind «и».
func (n *nameFinder) othersBehind(c *bodyChain) bool {
	k := c.k
	if k+1 < c.s.Last && n.l.Is(k+1, lang.Lower) && (strings.HasSuffix(n.l.Fold(k+1), "ский") || strings.HasSuffix(n.l.Fold(k+1), "цкий")) {
		return true // мюфтийство Болгарии и | стамбульский Фонд
	}
	// членом Союза художников и | главным редактором; Комитет по культуре и | депутаты
	return n.heldBeside(k+1) || k == c.datives && strings.HasSuffix(n.l.Fold(k+1), "ы")
}

// chainName takes a capitalised word into a chain.
func (n *nameFinder) chainName(c *bodyChain) bool {
	k, s := c.k, c.s
	if c.named && n.otherBodyBegins(k, s) {
		return false
	}
	if k == c.i+1 && n.l.Is(c.i-1, lang.Cap) && n.l.Plays(c.i, n.r.eponym) { // Фонд султана Мехмеда
		c.k++
		c.end, c.named = c.k, true
		return true
	}
	if k == c.i && n.namedFund(k, s) {
		c.end, c.named = k+2, true
		return false
	}
	if n.isGiven(element{start: k, end: k + 1}) && !n.placeAt(element{start: k, end: k + 1}) || n.title != 0 && n.l.Has(k, n.title) && !n.l.Has(k, n.office) {
		return false
	}
	if n.ownerBeforeName(k, s) {
		c.end, c.named = k+1, true // Института физики Земли | Ержан Садыков
		return false
	}
	if n.placeNounBefore(k, c.i, s) { // Союза рыбаков острова Чилоэ
		c.k++
		c.end, c.named = c.k, true
		return true
	}
	if n.personAhead(k, s) || n.actingPlace(k) || n.nameApart(c) || k > c.i && n.subjectPlace(k) { // Генеральной Ассамблеи ООН | Узбекистан предложил
		return false
	}
	c.named = true
	c.k++
	for n.glued(c.k, '-') && c.k+1 < s.Last && n.l.Is(c.k+1, lang.Glued) {
		c.k += 2
	}
	c.end = c.k
	return true
}

// personAhead reports whether a capitalised word at k opens the name of a person
// rather than belongs to a body.
func (n *nameFinder) personAhead(k int, s lang.Sentence) bool {
	if k+1 >= s.Last || !n.l.Is(k+1, lang.Cap) || n.l.Is(k, lang.Upper) || n.l.Has(k, n.gazBody) || n.l.Has(k, n.orgHead) {
		return false
	}
	if n.country(k-1) && !n.l.Is(k-1, lang.Lower) && !n.l.Has(k, n.placePre) && !n.country(k) && !n.l.Is(k+1, lang.Upper) && !n.l.Has(k+1, n.placePre) && !n.placeAt(element{start: k, end: k + 2}) && !(n.adjective(k) && strings.Contains(n.l.Fold(k), "ск")) {
		return true // Музея Кении | Питера Окелло, where Питер is a town too
	}
	if n.fixedTown(k) && n.givenAsWritten(k+1) {
		return false // совета Осло | Анна Берг
	}
	if !n.genitive(k) && !n.country(k) && !n.adjective(k) && !n.l.Has(k+1, n.orgHead) && (n.placePre == 0 || !n.l.Has(k-1, n.placePre)) {
		return !n.holderBehindTown(k, s) // Всемирного банка | Осман Диона, where Осман is a place too
	}
	if n.bothInstrumental(k) && !n.placeAt(element{start: k, end: k + 2}) {
		return true // капитаном порта | Эдмондом Роллоком
	}
	return (!n.adjective(k) || n.manBehind(k+1)) && !n.placeAt(element{start: k, end: k + 1}) && !n.l.Has(k, n.placePre)
}

// holderBehindTown reports whether a town that no case changes stands at token k, with a
// given name and a surname behind it: «ректор Университета Тарту | Марк Орлов».
func (n *nameFinder) holderBehindTown(k int, s lang.Sentence) bool {
	e := element{start: k, end: k + 1}
	return k+2 < s.Last && strings.ContainsRune("оуюэеи", lastRune(n.l.Fold(k))) && n.placeAt(e) && !n.isGiven(e) && n.isGiven(element{start: k + 1, end: k + 2}) && n.l.Is(k+2, lang.Cap)
}

// nameApart reports whether a capitalised word does not belong to what it follows:
// it stands in another case, behind a noun of its own or is a surname.
func (n *nameFinder) nameApart(c *bodyChain) bool {
	k, e := c.k, element{start: c.k, end: c.k + 1}
	if n.placeAt(e) || n.glued(k+1, '-') && k+2 < c.s.Last && n.placeAt(element{start: k, end: k + 3}) { // университет Сан-Паулу
		return false
	}
	if upper := n.l.Is(k, lang.Upper); !upper {
		if !n.genitive(k) && !n.adjective(k) {
			return true
		}
		if k > c.i && n.l.Is(k-1, lang.Lower) && !n.adjective(k-1) && !n.adjective(k) && !n.l.Has(k, n.gazBody) && !n.l.Has(k, n.orgHead) &&
			!n.l.Has(k, n.placePre) && !n.l.Has(k-1, n.member) {
			return true // «центра хоомея Чойгана Монгуш»
		}
	}
	surname, _ := n.surnameEnding(e)
	return surname && !n.nounFollows(k, c.s)
}

// chainNoun takes a noun in small letters into a chain; an adjective waits for
// its noun.
func (n *nameFinder) chainNoun(c *bodyChain) bool {
	lower := n.l.Is(c.k, lang.Lower)
	if lower && (n.uninflected(c.k) || n.headsHolder(c.k)) {
		return false
	}
	if lower && c.named && c.k > c.i && n.l.Is(c.k-1, lang.Cap) && n.country(c.k-1) && (n.placePre == 0 || !n.l.Has(c.k, n.placePre)) {
		return false // Музей Чили и Архив Кении | стали партнёрами
	}
	c.k++
	if lower && n.adjective(c.k-1) && !n.genitive(c.k-1) {
		return true
	}
	for n.glued(c.k, '-') && c.k+1 < c.s.Last && n.l.Is(c.k+1, lang.Glued) && n.genitive(c.k+1) { // женщин-судей
		c.k += 2
	}
	c.end = c.k
	return true
}

// headsHolder reports whether the word at token k is an office as it is called, with a
// name behind it, so that a body's name ends before it: «глава управления мусульман
// Чада | муфтий Иса Ахмат».
func (n *nameFinder) headsHolder(k int) bool {
	if n.office == 0 || k+1 >= len(n.l.Toks) || !n.l.Is(k+1, lang.Cap) {
		return false
	}
	ch, ok := n.l.Chunk(k, n.office)
	return ok && int(ch.End) == k+1 && n.isForm(n.l.Entry(ch), element{start: k, end: k + 1})
}

// fixedTown reports whether a known place that has one form for all cases stands at token k and
// is no given name: Осло, Тбилиси.
func (n *nameFinder) fixedTown(k int) bool {
	if n.givenAsWritten(k) || !n.placeAt(element{start: k, end: k + 1}) {
		return false
	}
	return strings.ContainsRune("оиуэю", lastRune(n.l.Fold(k)))
}

// namedFund reports whether the full name of whom a Russian body is called after stands in
// the genitive at token k, right behind the body's noun with its capital: «Фонда | Конрада
// Аденауэра», but not «директор Фонда | Анна Берг» or «главы Фонда | Ивана Орлова».
func (n *nameFinder) namedFund(k int, s lang.Sentence) bool {
	i := k - 1
	if i <= s.First || !n.l.Is(i, lang.Cap) || n.l.Is(i, lang.Upper) || n.opens(i, s) || !n.l.Plays(i, n.r.calledFund) || k+1 >= s.Last || !n.l.Is(k+1, lang.Cap) || n.l.Is(k+1, lang.Upper) || n.givenAsWritten(k) {
		return false
	}
	if n.office != 0 {
		if ch, ok := n.l.Chunk(i-1, n.office); ok && !n.isForm(n.l.Entry(ch), element{start: i - 1, end: i}) {
			return false
		}
	}
	if w := n.l.Fold(k); !strings.ContainsRune("аяыи", lastRune(w)) {
		return false
	}
	w := n.l.Fold(k + 1)
	return strings.HasSuffix(w, "а") || strings.HasSuffix(w, "я") || strings.HasSuffix(w, "ого") || strings.HasSuffix(w, "ой")
}

// properWithField reports whether a Russian body that opens a sentence has a noun that with
// its field is a name, and a verb, a colon or another body behind it: «Министерство торговли
// и Банк Грузии», «Факультет журналистики открыл», but not «Фонд заработной платы вырос».
func (n *nameFinder) properWithField(b *ruBody) bool {
	if !n.l.Plays(b.i, n.r.fieldNamed) || b.end >= b.s.Last {
		return false
	}
	if k := b.end; n.l.Fold(k) == "и" {
		return k+1 < b.s.Last && n.l.Is(k+1, lang.Cap) && n.l.Has(k+1, n.orgHead)
	}
	return n.l.Rune(b.end) == ':' || n.pastGender(b.end) != 0 || n.verbal(b.end)
}

// adjectivesOfBody reports whether the words of a Russian candidate for a person are adjectives
// with capitals, in an oblique case, of the body's noun with its own that stands right behind:
// «ректор Казанского Государственного | Университета».
func (n *nameFinder) adjectivesOfBody(c *candidate) bool {
	if n.orgHead == 0 || !n.l.Has(c.end, n.orgHead) || !n.l.Is(c.end, lang.Cap) || n.givenAsWritten(c.end) {
		return false
	}
	for k := c.start; k < c.end; k++ {
		if !n.adjective(k) && !n.glued(k, '-') && !n.glued(k+1, '-') {
			return false
		}
	}
	return true
}

// obliqueSurname reports whether the word at token i ends as Russian surnames do in an oblique
// case, so that a name in -а before it may be a man's: Орлову, Орловым.
func (n *nameFinder) obliqueSurname(i int) bool {
	w := n.l.Fold(i)
	return strings.HasSuffix(w, "ова") || strings.HasSuffix(w, "ева") || strings.HasSuffix(w, "ина") || strings.HasSuffix(w, "ого")
}

// otherBodyBegins reports whether another body in the nominative begins at the capitalised
// token k behind a name that is whole: «с банком Чили | Академия наук Перу подписала»,
// «с судом Кении | Национальный музей».
func (n *nameFinder) otherBodyBegins(k int, s lang.Sentence) bool {
	if !n.placeAt(element{start: k - 1, end: k}) {
		return false
	}
	if ch, ok := n.l.Chunk(k, n.orgHead); ok && int(ch.End) == k+1 {
		w := n.l.Fold(k)
		return (strings.HasSuffix(w, "ия") || strings.HasSuffix(w, "ие")) && n.isForm(n.l.Entry(ch), element{start: k, end: k + 1})
	}
	w := n.l.Fold(k)
	return k+1 < s.Last && n.l.Has(k+1, n.orgHead) && n.adjective(k) && (strings.HasSuffix(w, "ая") || strings.HasSuffix(w, "ое") || strings.HasSuffix(w, "ый") || strings.HasSuffix(w, "ий"))
}
