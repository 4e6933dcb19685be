package reader

import (
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// bodyAfter finds the Russian body that the noun at i heads: adjectives
// before it, and after it the chain of genitives, «по» with its dative,
// «имени» with a name, a name in quotation marks.
func (n *nameFinder) bodyAfter(i int, s lang.Sentence) {
	if n.noBodyHead(i, s) {
		return
	}
	b := ruBody{s: s, i: i}
	b.start, b.capital = n.adjectivesBefore(i, s)
	if !n.l.Is(i, lang.Cap) && n.patronOf(i+1, s) || n.inEventName(b.start, s) {
		return // церковь Святого Спаса; конференция «Мечети Балкан»
	}
	if n.ofInstrument(i+1, s) {
		return // новая редакция Водного кодекса
	}
	n.followBody(&b)
	n.numberedHouse(&b)
	if n.event != 0 && !b.numbered && n.l.Has(i, n.event) && n.takesPlace(b.end, s) {
		return // Всемирный газовый конгресс пройдёт
	}
	if b.quoted && b.start == i && strings.HasPrefix(n.l.Fold(i), "конгресс") && (!n.l.Is(i, lang.Cap) || n.opens(i, s)) {
		if q := n.quoteAt(b.whole, s); q > 0 {
			n.nothing(i, q)
			return // на конгрессе «Диалог культур»
		}
	}
	if !b.capital && !b.quoted && (n.manyBodies(i) || strings.HasPrefix(n.l.Fold(i), "ведомств")) {
		return // соглашение между правительствами Армении и Ирана; внешнеполитическое ведомство Кыргызстана
	}
	if !b.capital && !b.quoted && !b.numbered && n.countedAlike(&b) {
		return // три музея Грузии
	}
	if end := n.nameBehindHead(&b); end > 0 { // газета Fatto Quotidiano
		c := candidate{class: lang.OrgChunk, start: b.start, end: end, score: scoreHead, rule: "head"}
		if v, _, _ := n.l.Value(i, n.orgHead); v == "name" {
			c.alias = n.l.Slice(b.whole, end)
		}
		n.propose(c)
		return
	}
	if n.onlyNoun(&b) || n.opens(b.start, s) && !b.quoted && !b.numbered && n.onlyOpening(&b) {
		return
	}
	n.proposeBodyRU(&b)
	n.sharedBodies(&b)
}

// ruBody is a Russian body as it is read from its head.
type ruBody struct {
	s             lang.Sentence
	i             int // the head
	start, end    int
	whole         int  // the token behind the head, which may have several words
	capital       bool // the head or an adjective before it has a capital
	named, quoted bool // see genitives
	numbered      bool // see numberedHouse
}

// noBodyHead reports whether the noun at i heads no body there.
func (n *nameFinder) noBodyHead(i int, s lang.Sentence) bool {
	if n.glued(i-1, '-') && n.l.Is(i, lang.Glued) && (i-2 < s.First || n.quoteAt(i+1, s) == 0) {
		return true // пресс-служба
	}
	if n.gathers(i) || n.glued(i+1, '-') && i+2 < s.Last && strings.HasPrefix(n.l.Fold(i+2), "квартир") {
		return true // собрание акционеров, торжественное собрание, штаб-квартира
	}
	if n.notName != 0 && n.l.Has(i, n.notName) {
		return true // Союз ТМА-12
	}
	if n.closesState(i, s) {
		return true // Российская Федерация, Содружество alone
	}
	if n.event != 0 && n.l.Has(i, n.event) && n.numberedBefore(i, s) {
		return true // XII Международный конгресс востоковедов
	}
	if n.event != 0 && i > s.First && n.l.Has(i-1, n.event) && n.l.ChunkEnd(i-1, n.event) > i {
		return true // Летняя школа прав человека
	}
	ch, ok := n.l.Chunk(i, n.orgHead)
	return ok && !n.l.Is(i, lang.Cap) && n.l.Entry(ch).Value == "capital"
}

// gathers reports whether the noun at i is people who have come together, by what
// stands beside it.
func (n *nameFinder) gathers(i int) bool {
	if n.gathering == 0 {
		return false
	}
	if n.l.Has(i, n.gathering) {
		return true
	}
	ch, ok := n.l.Chunk(i-1, n.gathering)
	return ok && int(ch.End) > i
}

// mostAdjectives is how many tokens of adjectives a body's name has before its head:
// «Ошский государственный академический узбекский музыкально-драматический театр».
const mostAdjectives = 8

// adjectivesBefore gives where a body's name begins before its head, at the first
// of its adjectives with a capital, and whether it has a capital.
func (n *nameFinder) adjectivesBefore(i int, s lang.Sentence) (start int, capital bool) {
	start, capital = i, n.l.Is(i, lang.Cap)
	if n.glued(i-1, '-') && n.l.Is(i, lang.Glued) {
		start = i - 2 // интернет-портал «Кубань 24»
	}
	for k := i - 1; k >= s.First && i-k <= mostAdjectives && !n.taken[k]; k-- {
		if n.glued(k, '-') {
			continue
		}
		if n.pairedAdjective(k, s) {
			continue
		}
		if !n.adjective(k) && !(k+1 < i && n.glued(k+1, '-')) || strings.Contains(n.l.Fold(k), "ющ") || n.office != 0 && n.l.Has(k, n.office) || n.otherNoun(k, i) { // директором | департамента
			break
		}
		if n.l.Is(k, lang.Cap) && !(n.funcWord != 0 && n.l.Has(k, n.funcWord)) {
			start, capital = k, true
		}
	}
	return start, capital
}

// followBody follows what belongs to the head behind it.
func (n *nameFinder) followBody(b *ruBody) {
	b.whole = b.i + 1
	if ch, ok := n.l.Chunk(b.i, n.orgHead); ok && n.adjective(b.i) { // национальный парк
		b.whole = max(b.whole, int(ch.End))
	}
	next := b.whole
	for n.glued(next, '-') && next+1 < b.s.Last && n.l.Is(next+1, lang.Lower) {
		next += 2 // музея-заповедника
	}
	b.end, b.named, b.quoted = n.genitives(next, b.s)
	if next > b.whole && n.l.Has(next-1, n.orgHead) {
		b.whole = next // Псковский музей-заповедник
	}
	if b.end == next {
		b.end = b.whole
	}
}

// nameBehindHead gives the end of a name that stands in the nominative behind a head
// that takes one, 0 where none does: представитель банка | Халима Хаши.
func (n *nameFinder) nameBehindHead(b *ruBody) int {
	ch, ok := n.l.Chunk(b.i, n.orgHead)
	if !ok || b.quoted || b.end != b.whole || b.i > b.s.First && n.l.Has(b.i-1, n.office) {
		return 0
	}
	switch n.l.Entry(ch).Value {
	case "name":
		return n.apposed(b.whole, b.s)
	case "called": // университет Монаш
		if end := n.apposed(b.whole, b.s); end == b.whole+1 || n.hyphened(b.whole, end) {
			return end
		}
	}
	return 0
}

// onlyNoun reports whether a head has nothing beside it that makes it the name of
// one body.
func (n *nameFinder) onlyNoun(b *ruBody) bool {
	if b.numbered {
		return false
	}
	if b.end == b.whole && (b.start == b.i || !b.capital) {
		return true
	}
	return !b.capital && !b.quoted && (!b.named || b.end == b.i+2 && n.surnameSeen(candidate{start: b.i + 1, end: b.end})) // судьба дома Карич
}

// onlyOpening reports whether the capital of a body that opens a sentence tells
// nothing.
func (n *nameFinder) onlyOpening(b *ruBody) bool {
	if b.start == b.i {
		// «Академию в Душанбе поддержит фонд»; «Банк готов»
		return b.end == b.whole || n.l.Fold(b.i+1) == "в" || !n.properWithField(b) && !b.named && b.end < b.i+3 && !n.ledBy(b.end, b.s) && !n.seatedActs(b)
	}
	if b.end > b.whole {
		return false
	}
	w := n.l.Fold(b.start)
	if strings.HasSuffix(w, "ые") || strings.HasSuffix(w, "ие") {
		return true // «Сельские больницы не потеряют»
	}
	return !strings.Contains(w, "ск") && !(b.start+1 < b.i && n.l.Is(b.start+1, lang.Cap)) // «Железнодорожная компания сообщила»
}

// ledBy reports whether the verb of who leads stands at token i with a name behind it:
// «Институт физики | возглавляет Олег Серов».
func (n *nameFinder) ledBy(i int, s lang.Sentence) bool {
	return i+1 < s.Last && n.l.Plays(i, n.r.leads) && n.l.Is(i+1, lang.Cap)
}

// seatedActs reports whether the seat of a body, one by its form, stands behind its name
// and a verb behind that: «Музей этнографии | в Тарту открыл выставку».
func (n *nameFinder) seatedActs(b *ruBody) bool {
	k := b.end
	if b.end == b.whole || k+2 >= b.s.Last || n.l.Fold(k) != "в" || !n.placeAt(element{start: k + 1, end: k + 2}) {
		return false
	}
	w := n.l.Fold(b.i)
	return !strings.HasSuffix(w, "ы") && !strings.HasSuffix(w, "и") && n.l.Is(k+2, lang.Lower) && (n.verbal(k+2) || n.pastGender(k+2) != 0)
}

// proposeBodyRU proposes a Russian body whose extent is known, by how much its name tells:
// a number and words in marks weigh more than a noun for bodies alone.
func (n *nameFinder) proposeBodyRU(b *ruBody) {
	c := candidate{class: lang.OrgChunk, start: b.start, end: b.end, score: scoreHead, rule: "head"}
	switch {
	case b.numbered:
		c.score = scoreLegal
	case b.quoted:
		c.score = scoreLegal
		for k := b.i + 1; k < b.end; k++ {
			if q := n.quoteAt(k, b.s); q > 0 {
				if !n.l.Plays(k-1, n.r.boardOf) { // совет директоров | «Нура»
					c.alias = n.insideQuotes(k, q)
				}
				break
			}
		}
	case n.calledIn(b.i+1, b.end):
		c.score = scoreLegal + 8 // «музей имени Александра Пушкина» rather than the man in it
	case !b.capital && b.end > b.i+2 && !n.publicBody(b): // «отдел безопасности МАГАТЭ» in small letters
		c.score = scoreModel
	}
	n.propose(c)
}

// numberedBefore reports whether a number stands before the adjectives of the
// noun at i, as before an event that recurs.
func (n *nameFinder) numberedBefore(i int, s lang.Sentence) bool {
	k := i - 1
	for k > s.First && n.l.Is(k, lang.Word) && !n.l.Is(k, lang.Roman) && n.adjective(k) {
		k--
	}
	return k >= s.First && (n.l.Is(k, lang.Roman) || n.l.Is(k, lang.Number))
}

// apposed gives the end of a name that stands in the nominative after its
// noun: capitalised words that are no persons and no places, 0 where none do.
func (n *nameFinder) apposed(i int, s lang.Sentence) int {
	if i < s.Last && n.latinName(i) {
		if end, firm := n.latinEnd(i, s); firm {
			return end
		}
	}
	els := n.run(i, min(s.Last, i+6))
	if len(els) == 0 || len(els) > 3 {
		return 0
	}
	if k := els[len(els)-1].end; n.l.Rune(k) == '&' && k+1 < s.Last && n.latinName(k+1) { // China Road & Bridge
		els = append(els, element{start: k + 1, end: k + 2})
	}
	for _, e := range els {
		end, _ := n.surnameEnding(e)
		if e.initial || end || n.isGiven(e) || n.placeAt(e) || n.adjective(e.start) || n.l.Has(e.start, n.funcWord) {
			return 0
		}
	}
	return els[len(els)-1].end
}

// subjectPlace reports whether a known place at k stands in the nominative
// where a genitive would look otherwise, so that it belongs to what follows.
// A noun for places before it keeps it: «Республики Молдова».
func (n *nameFinder) subjectPlace(k int) bool {
	w := n.l.Fold(k)
	if !strings.HasSuffix(w, "н") && !strings.HasSuffix(w, "й") || n.l.Is(k, lang.Upper) || n.placePre != 0 && n.l.Has(k-1, n.placePre) {
		return false
	}
	ch, ok := n.l.Chunk(k, n.gazPlace)
	return ok && int(ch.End) == k+1 && lang.Fold(firstForm(n.l.Entry(ch))) == w
}

// nounFollows reports whether the capitalised adjective at k has its noun, or
// more adjectives, behind it in small letters: «Евразийского экономического
// союза» is no surname.
func (n *nameFinder) nounFollows(k int, s lang.Sentence) bool {
	return n.adjective(k) && k+1 < s.Last && n.l.Is(k+1, lang.Lower) && !n.taken[k+1] && (n.adjective(k+1) || n.l.Has(k+1, n.orgHead) || n.genitive(k+1)) && !n.verbal(k+1)
}

// laterAnd reports whether a list that goes on at k ends with "и".
func (n *nameFinder) laterAnd(k int, s lang.Sentence) bool {
	for j := k; j < s.Last && j < k+6; j++ {
		if n.l.Fold(j) == "и" {
			return true
		}
		if t := &n.l.Toks[j]; !t.Is(lang.Word) && n.l.Rune(j) != ',' {
			return false
		}
	}
	return false
}

// adjective reports whether a word ends as Russian adjectives do.
func (n *nameFinder) adjective(k int) bool {
	if uint(k) >= uint(len(n.l.Toks)) || !n.l.Is(k, lang.Word) {
		return false
	}
	return n.trait(k, traitAdjective, endsAsAdjective)
}

// endsAsAdjective reports whether a folded Russian word ends as an adjective does:
// городской, but not правление.
func endsAsAdjective(w string) bool {
	if !atLeast(w, 5) {
		return false
	}
	switch w[len(w)-len("ый"):] {
	case "ом":
		return !strings.HasSuffix(w, "ством") // правительством, министерством
	case "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ым", "им", "ую", "юю", "ых", "их", "ые":
		return true
	case "ие":
		return !strings.HasSuffix(w, "ение") && !strings.HasSuffix(w, "ание") // правление, собрание
	case "го":
		return strings.HasSuffix(w, "ого") || strings.HasSuffix(w, "его")
	case "му":
		return strings.HasSuffix(w, "ому") || strings.HasSuffix(w, "ему")
	case "ми":
		return strings.HasSuffix(w, "ыми") || strings.HasSuffix(w, "ими")
	case "ей":
		if strings.HasSuffix(w, "ущей") || strings.HasSuffix(w, "ащей") {
			return len(w) > len("ущей")+2 // чаща and пуща are nouns
		}
		return strings.HasSuffix(w, "ющей") || strings.HasSuffix(w, "ящей") || softAdjective(w)
	}
	return false
}

// softAdjective reports whether a folded word in -ей ends as adjectives with a soft stem
// do: высшей, младшей, средней, внутренней.
func softAdjective(w string) bool {
	for _, e := range [...]string{"сшей", "адшей", "аршей", "енней", "рхней", "ижней", "едней", "етней"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// genitive reports whether a word may be a noun in the genitive.
func (n *nameFinder) genitive(k int) bool {
	w := n.l.Fold(k)
	if !atLeast(w, 3) || !n.l.Is(k, lang.Word) {
		return false
	}
	if n.l.Is(k, lang.Upper) || n.bareGenitive != 0 && n.l.Has(k, n.bareGenitive) {
		return true
	}
	return genitiveEnds.end(w)
}

// genitiveEnds are what words in the genitive end with: республики, судов, нового.
var genitiveEnds = fewEndsOf("а", "я", "ы", "и", "ов", "ев", "ей", "ий", "ств", "ого", "ой", "ых", "их")

// actingPlace reports a place that is declined and stands in the nominative:
// it acts itself, «на сессии Генеральной Ассамблеи ООН Узбекистан предложил».
func (n *nameFinder) actingPlace(k int) bool {
	w := n.l.Fold(k)
	for _, e := range [...]string{"о", "и", "у", "ы", "э", "ю", "е"} { // Баку, Осло, Сочи have one form
		if strings.HasSuffix(w, e) {
			return false
		}
	}
	for _, c := range [...]lang.Class{n.placePre, n.placeHead, n.placeLow} { // Республики Казахстан
		if c != 0 && n.l.Has(k-1, c) {
			return false
		}
	}
	return !n.l.Is(k, lang.Upper) && n.nominativePlace(k)
}

// russianHead gives a name with its first words, up to the noun that heads
// it, in the nominative.
func (n *nameFinder) russianHead(from, to int) string {
	head := n.headBehindAdjectives(from, to)
	text := n.l.Slice(from, to)
	if head < 0 {
		if to == from+1 || n.hyphened(from, to) {
			return russianPlace(text)
		}
		return text
	}
	var form string
	after := head + 1 // token after the head, which may have several
	for _, c := range [...]lang.Class{n.orgHead, n.placeLow} {
		if ch, ok := n.l.Chunk(head, c); c != 0 && ok && int(ch.End) <= to {
			after = int(ch.End)
			form = n.p.formOf(n.l.Entry(ch), n.foldedSlice(head, after))
			break
		}
	}
	if form == "" || lang.Fold(form) == n.foldedSlice(head, after) && !(form[len(form)-2:] == "о" && head > from && n.obliqueAdjective(head-1)) && !(head > from && n.accusativeAdjective(head-1)) { // but Национального бюро, Запорожскую область
		return text
	}
	if n.l.Is(head, lang.Cap) {
		r, size := utf8.DecodeRuneInString(form)
		form = strings.ToUpper(string(r)) + form[size:]
	}
	gender := headGender(form)
	var b strings.Builder
	for k := from; k < head; k++ {
		if k > from && !n.l.Is(k, lang.Glued) {
			b.WriteByte(' ')
		}
		w := n.l.Slice(k, k+1)
		if n.adjective(k) && !n.glued(k+1, '-') {
			w = russianAdjective(w, gender)
			for _, end := range [...]string{"ый", "ий"} {
				if stem, ok := strings.CutSuffix(w, end); ok && n.p.know.endings.adjoy.whole(lang.Fold(stem)+"ой") {
					w = stem + "ой" // областной, Большой
				}
			}
		}
		b.WriteString(w)
	}
	if head > from && !n.l.Is(head, lang.Glued) { // пресс-служба
		b.WriteByte(' ')
	}
	b.WriteString(form)
	for n.glued(after, '-') && after+1 < to { // музей-заповедник
		ch, ok := n.l.Chunk(after+1, n.orgHead)
		if !ok || int(ch.End) != after+2 {
			break
		}
		b.WriteString("-" + bestForm(n.l.Entry(ch), n.l.Slice(after+1, after+2)))
		after += 2
	}
	b.WriteString(n.l.Text[n.l.Toks[after-1].End:n.l.Toks[to-1].End])
	return b.String()
}

// headBehindAdjectives finds the first noun of bodies or places of a name, which only
// adjectives stand before; -1 for none.
func (n *nameFinder) headBehindAdjectives(from, to int) int {
	for k := from; k < to && k <= from+mostAdjectives; k++ {
		if n.orgHead != 0 && n.l.Has(k, n.orgHead) || n.placeLow != 0 && n.l.Has(k, n.placeLow) {
			return k
		}
		if !n.adjective(k) && !n.glued(k, '-') && !n.glued(k+1, '-') && !(k > from && n.glued(k-1, '-')) && n.l.Fold(k) != "и" {
			break
		}
	}
	return -1
}

// obliqueAdjective reports whether a word has the ending of an adjective of a
// masculine or neuter noun in an oblique case.
func (n *nameFinder) obliqueAdjective(k int) bool {
	w := n.l.Fold(k)
	for _, e := range [...]string{"ого", "его", "ому", "ему", "ым", "им"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// hyphened reports whether the tokens are one word with hyphens in it.
func (n *nameFinder) hyphened(from, to int) bool {
	for k := from + 1; k < to; k++ {
		if !n.l.Is(k, lang.Glued) || (k-from)%2 == 1 && n.l.Rune(k) != '-' {
			return false
		}
	}
	return (to-from)%2 == 1
}
