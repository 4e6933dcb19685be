package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// What a Russian figure measures: the subject or object of its verb, «товарооборот вырос на
// 18 % и составил 41 млн долларов», the noun right before it, «взнос в 12 млн», «плотина
// высотой 63 метра», a genitive behind a percentage, «90 % затрат», or what money is for.

// measuredReach is how many tokens may stand between a verb and the measure it leads to.
const measuredReach = 14

// measuredRU gives what a Russian figure measures, "" where nothing near names it.
func (f *figureReader) measuredRU(g *figure) string {
	st, s := &g.st, g.s
	if f.l.Is(g.start-1, lang.Glued) && f.l.Rune(g.start-1) == '-' || g.x != nil && f.l.Is(g.x.end, lang.Glued) && f.l.Rune(g.x.end) == '-' { // 39-02-11
		return ""
	}
	q, byDimension, label := f.dimensionRU(g.start, s)
	if label != "" {
		return label
	}
	share, shareEnd := "", 0
	if st.Unit == "percent" && st.Change == "" {
		share, shareEnd = f.shareBehindRU(g.end, s)
	}
	if !byDimension {
		if label := f.nounBeforeRU(g, share != ""); label != "" {
			return label
		}
	}
	if label := f.ofVerbRU(g, q); label != "" {
		return label
	}
	if share != "" {
		g.end = shareEnd
		return share
	}
	return f.spentOnRU(g)
}

// shareBehindRU gives the genitive behind a percentage and where it ends: «90 процентов | затрат».
func (f *figureReader) shareBehindRU(b int, s lang.Sentence) (label string, end int) {
	if f.l.Has(b, f.p.know.lists.definite) { // 60 процентов | этой суммы
		b++
	}
	if b >= s.Last || !f.nounRU(b) || !f.genitiveRU(b) || f.comparesRu(b) || f.anyOfRu(b) || f.l.Has(b, f.p.know.lists.changeAfter) || f.l.Fold(b) == "годовых" {
		return "", b
	}
	return f.spanRU(b, b, s)
}

// dimensionRU gives what stands before the word for a dimension or a sum right before a
// measure, «плотина высотой | 63 метра», «контракт на сумму | 5 млн», and where that begins.
func (f *figureReader) dimensionRU(start int, s lang.Sentence) (q int, told bool, label string) {
	d := f.bareStart(start, s) - 1
	if d > s.First && f.l.Plays(d, f.p.know.roles.governs) && f.l.Plays(d-1, f.p.know.roles.dimension) { // высотой до
		d--
	}
	sum := f.l.Plays(d, f.p.know.roles.sumWord)
	if d <= s.First || !sum && !f.l.Plays(d, f.p.know.roles.dimension) {
		return start, false, ""
	}
	for q = d; q > s.First && f.l.Is(q-1, lang.Lower) && f.adjRU(q-1); { // на общую сумму
		q--
	}
	if sum {
		if !f.l.Plays(q-1, f.p.know.roles.governs) {
			return start, false, ""
		}
		q--
	}
	if f.verbRU(q - 1) {
		return q, true, ""
	}
	if !sum && f.l.Plays(q-1, f.p.know.roles.governs) { // снимки с разрешением
		q--
	}
	if label = f.phraseEndingRU(q, s); label != "" && !sum {
		label += " " + f.l.Slice(d, d+1)
	}
	return q, true, label
}

// doneBehindRU reports whether the word behind a Russian measure with its dimension before it only
// says what became of the thing: «плотина высотой 63 метра | возведена».
func (f *figureReader) doneBehindRU(g *figure) bool {
	if !f.p.know.russian || g.st.Unit == "" || !endsAny(f.l.Fold(g.end), "ена", "ана", "ено", "ано", "ены", "аны", "ята", "яты", "ыта", "ыты") {
		return false
	}
	_, told, _ := f.dimensionRU(g.start, g.s)
	return told
}

// nounBeforeRU gives the noun right before a measure, or before the preposition, bracket or
// dash that ties it: «взнос в | 12 млн», «билет — | 9 рублей», «ставка | 15 %». Before a share
// that its genitive tells of a noun needs such a tie.
func (f *figureReader) nounBeforeRU(g *figure, share bool) string {
	s, k := g.s, f.bareStart(g.start, g.s)
	for i := k; i < g.start; i++ {
		if f.leadsRU(i) { // не превысил, вырос до
			return ""
		}
	}
	for k-1 > s.First && f.l.Plays(k-1, f.p.know.roles.notSubject) || f.l.Rune(k-1) == '+' || f.l.Fold(k-1) == "это" {
		k--
	}
	q := k
	switch r := f.l.Rune(k - 1); {
	case k-1 <= s.First:
		return ""
	case isDash(r) && !f.l.Is(k-1, lang.Glued), r == ':':
		if g.st.Unit == "" && g.x != nil && g.value < fewestInRow { // хозяева — 2
			return ""
		}
		return f.beforeMarkRU(k-1, s)
	case r == '(':
		return f.phraseEndingRU(k-1, s)
	case r == ',': // самый крупный штраф, | 4,7 млн рублей, наложен
		if f.l.Rune(g.end) != ',' || !isCode(g.st.Unit) {
			return ""
		}
		q--
	case f.l.Plays(k-1, f.p.know.roles.governs):
		q--
		if isDash(f.l.Rune(q-1)) && !f.l.Is(q-1, lang.Glued) && q-1 > s.First { // капуста – на | 2 %
			return f.beforeMarkRU(q-1, s)
		}
		switch f.l.Fold(q) {
		case "в", "на", "по", "до", "от":
		default:
			return ""
		}
		if share && f.l.Fold(q) != "в" { // пошлины на | 94 % товаров
			return ""
		}
		switch f.l.Fold(q - 1) {
		case "них", "него", "нее": // налог на них в | 15 %
			if f.l.Plays(q-2, f.p.know.roles.governs) {
				q -= 2
			}
		}
	default:
		if share {
			return ""
		}
	}
	return f.nounRightBeforeRU(g, k, q)
}

// nounRightBeforeRU gives the noun phrase that ends before token q, which a preposition may tie to
// the measure at token k; "" where it is the object of a verb or only tells where.
func (f *figureReader) nounRightBeforeRU(g *figure, k, q int) string {
	if ofTime(g.st.Unit) || !f.nounRU(q-1) || f.inDate(q-1) {
		return ""
	}
	label := f.phraseEndingRU(q, g.s)
	before := q - strings.Count(label, " ") - 2
	if f.leadsRU(before) { // снизил ставку до | 14 %
		return ""
	}
	switch f.l.Fold(before) {
	case "в", "во", "у", "из": // в фонде | 4 млрд евро
		if q == k {
			return ""
		}
	}
	if q < k && f.l.Fold(q) != "в" && f.governedRU(before, g.s) { // поставки в республику | на 85 %
		return ""
	}
	alone := !strings.Contains(label, " ")
	if f.changeNounRU(q-1, g.s) != "" && alone || g.st.Unit == "" && (g.st.Times == 0 || alone || f.changeNounRU(q-2, g.s) == "") { // (рост на | 8 %
		return ""
	}
	return label
}

// leadsRU reports whether a verb at token i leads to a measure.
func (f *figureReader) leadsRU(i int) bool {
	r := &f.p.know.roles
	return f.l.Plays(i, r.roseVerb) || f.l.Plays(i, r.fellVerb) || f.l.Plays(i, r.measureVerb) || f.l.Plays(i, r.liftsTo)
}

// beforeMarkRU gives the noun phrase before the dash or colon at token d, from the head of its
// clause on; one that only names a place or opens with a preposition leaves the label to the
// figure before: «на Россию — 5 %», «Беларуси — на 2 %».
func (f *figureReader) beforeMarkRU(d int, s lang.Sentence) string {
	for d-1 > s.First && f.l.Plays(d-1, f.p.know.roles.notSubject) {
		d--
	}
	c := d
	for c > s.First {
		if r := f.l.Rune(c - 1); !f.inDate(c-1) && (r == ',' || r == ':' || r == ';' || r == '(' || r == '.' || isQuote(r) || isDash(r) && !f.l.Is(c-1, lang.Glued)) {
			break
		}
		c--
	}
	for c < d && (f.l.Has(c, f.and) || f.conjRU(c) || !f.l.Is(c, lang.Word) || f.l.Plays(c, f.p.know.roles.noLabel)) {
		c++
	}
	if f.ofThemRu(c) { // из них | рапса — 421 тыс.
		c += 2
	}
	if c >= d {
		return ""
	}
	if f.l.Plays(c, f.p.know.roles.governs) || f.l.Has(c, lang.PlaceChunk) || f.l.Has(c, lang.OrgChunk) || f.l.Has(c, lang.PersonChunk) {
		if f.measure.sentence == s && f.measure.tok <= c {
			return f.measure.label
		}
		return ""
	}
	for i := c; i < d; i++ {
		if f.leadsRU(i) {
			return f.subjectRU(i, s)
		}
		if f.verbRU(i) {
			return f.phraseEndingRU(d, s)
		}
	}
	label := f.phraseRU(c, c, s)
	if h := c + strings.Count(label, " ") + 1; label != "" && f.l.Fold(h) == "и" && h+2 <= d && d-h < 4 && f.nounRU(h+1) { // фрукты | и овощи
		return f.measuredText(c, d)
	}
	return label
}

// spentOnRU gives what money is given for, where a verb of giving or spending stands in its
// sentence: «выделено 5 млн на | ремонт дорог», «На | ремонт выделено 5 млн».
func (f *figureReader) spentOnRU(g *figure) string {
	if !isCode(g.st.Unit) {
		return ""
	}
	s, given := g.s, false
	for i := max(s.First, g.start-8); i < min(s.Last, g.end+4) && !given; i++ {
		given = f.l.Plays(i, f.p.know.roles.spends)
	}
	if !given {
		return ""
	}
	for _, i := range [...]int{g.end, s.First} {
		if i+1 < s.Last && f.l.Plays(i, f.p.know.roles.forAmount) && f.nounRU(i+1) && !f.inDate(i+1) && !f.l.Plays(i+1, f.p.know.roles.rateFor) && !f.l.Has(i+1, f.person) {
			return nominativeOfRU(f.phraseRU(i+1, i+1, s), true)
		}
	}
	return ""
}

// ofVerbRU gives what the verb before the measure tells of, or the one behind it. The measure
// with the words for its dimension begins at token k.
func (f *figureReader) ofVerbRU(g *figure, k int) string {
	r, s := &f.p.know.roles, g.s
	if label := f.behindVerbRU(g.end, s); label != "" {
		return label
	}
	bare := f.bareStart(k, s)
	tied := f.l.Plays(k-1, r.governs) || f.l.Plays(bare-1, r.governs) || bare < k || g.st.Times != 0
	for i := k - 1; i >= s.First && i > k-measuredReach; i-- {
		change := f.l.Plays(i, r.roseVerb) || f.l.Plays(i, r.fellVerb) || f.l.Plays(i, r.liftsTo)
		switch {
		case f.l.InAside(i), f.inDate(i):
		case f.l.Plays(i, r.measureGer):
			if f.measure.sentence == s && f.measure.tok <= i {
				return f.measure.label
			}
			return f.subjectRU(i, s)
		case f.l.Plays(i, r.measureVerb) || change:
			if change && !tied && i < k-1 || ofTime(g.st.Unit) && i < k-3 {
				return ""
			}
			if !change && i+1 < k && f.infinitiveRU(i+1) { // будет получать нефть | 20 лет
				return ""
			}
			if label := f.manyBecameRU(i, s); label != "" {
				return label
			}
			if label := f.objectRU(i, k, change, s); label != "" {
				return label
			}
			if label := f.subjectRU(i, s); label != "" || change {
				return label
			}
			return f.countedBeforeRU(i, ofTime(g.st.Unit), s)
		case f.verbRU(i):
			if g.st.Change == "" && i == k-1 {
				return f.countedBeforeRU(i, ofTime(g.st.Unit), s)
			}
			if f.comparesRu(g.end) && tied { // охват был на 1,5 пункта | ниже
				if label := f.manyBecameRU(i, s); label != "" {
					return label
				}
				return f.subjectRU(i, s)
			}
			return ""
		case f.l.Rune(i) == ';', f.l.Rune(i) == ':', f.endedFigureRU(i):
			return ""
		}
	}
	return ""
}

// endedFigureRU reports whether another figure ends at token i, which the figure behind it does
// not go on with.
func (f *figureReader) endedFigureRU(i int) bool {
	return f.l.Is(i, lang.Number) && !f.inDate(i) && f.measure.label == "" && f.used[i]
}

// countedBeforeRU gives the genitive that opens the clause of a verb without a subject right
// before a number: «Сахарной свёклы накопано | 4 млн тонн», «Учеников осталось | 14».
func (f *figureReader) countedBeforeRU(v int, timed bool, s lang.Sentence) string {
	if w := f.l.Fold(v); timed || !endsAny(w, "но", "то", "лось", "ло", "дет", "дут") {
		return ""
	}
	c := f.clauseRU(v, s)
	for c < v && (f.conjRU(c) || f.inDate(c) || f.l.Plays(c, f.p.know.roles.notSubject)) {
		c++
	}
	if c >= v || !f.nounRU(c) || !f.genitiveRU(f.headRU(c, s)) {
		return ""
	}
	return f.phraseRU(c, c, s)
}

// conjRU reports whether a conjunction or a word that opens a clause stands at token i.
func (f *figureReader) conjRU(i int) bool {
	switch f.l.Fold(i) {
	case "и", "а", "но", "что", "чтобы", "однако", "хотя", "зато", "причем", "тогда", "если", "поскольку":
		return true
	}
	return false
}

// verbRU reports whether a finite verb stands at token i.
func (f *figureReader) verbRU(i int) bool {
	if i < 0 || f.l.Has(i, f.p.know.lists.notVerb) {
		return false
	}
	if w := f.l.Fold(i); f.l.Is(i, lang.Cap) && !f.l.Is(i, lang.Upper) && (f.p.know.endings.futureEnd.end(w, 4) || f.p.know.endings.finiteEnd.end(w, 4) || endsAny(w, "лось")) { // Выплатят
		return true
	} else if endsAny(w, shortPassives[:]...) || f.l.Is(i, lang.Lower) && theyDoRU(w) {
		return true
	}
	return f.didRu(i) || f.leadsRU(i) || f.l.Plays(i, f.p.know.roles.must) || f.l.Is(i, lang.Lower) && (endsAny(f.l.Fold(i), pastOrFutureEnds[:]...) || len(f.l.Fold(i)) > 12 && endsAny(f.l.Fold(i), "ано", "ено", "ято", "ыто", "уто"))
}

// shortPassives are endings of short participles in the masculine: «подписан контракт на | 5 млн».
var shortPassives = [...]string{"исан", "ован", "ачен", "ючен", "ожен", "авлен", "отрен", "ущен", "ажен", "ешен", "жден", "ворен", "вышен", "мещен", "ращен"}

// pastOrFutureEnds are endings of verbs that the lists of endings leave out.
var pastOrFutureEnds = [...]string{"лось", "ели", "али", "или", "ули", "яли", "ыли", "зли", "сли", "гли", "кли", "шли", "рли", "бли", "чат", "жат", "шат", "щат", "шло"}

// nounRU reports whether the word at token i may belong to a Russian noun phrase.
func (f *figureReader) nounRU(i int) bool {
	if i < 0 || !f.l.Is(i, lang.Word) || f.l.Has(i, lang.NumberChunk) || f.verbRU(i) {
		return false
	}
	l, r, w := &f.p.know.lists, &f.p.know.roles, f.l.Fold(i)
	if !f.l.Is(i, lang.Cyrillic) || len(w) < 6 && !f.l.Is(i, lang.Upper) || w == "его" || f.l.Plays(i, r.noLabel) || f.infinitiveRU(i) { // их, ни
		return false
	}
	switch {
	case f.l.Has(i, l.fraction), f.l.Has(i, l.times): // на треть
		return false
	case f.l.Plays(i, r.governs), f.l.Plays(i, r.measureGer), f.l.Plays(i, r.notSubject), f.conjRU(i), f.l.Has(i, f.stop) && !f.adjRU(i),
		f.l.Has(i, l.pronoun), f.l.Has(i, l.timeUnit), f.l.Has(i, f.qual), f.l.Has(i, f.unit), f.l.Has(i, lang.PlaceChunk), f.l.Has(i, lang.OrgChunk), f.l.Has(i, lang.PersonChunk):
		return false
	case endsAny(w, "но", "ко", "вшись", "ясь"):
		return endsAny(w, "окно", "зерно", "волокно", "вино", "молоко", "полотно", "бревно", "пятно", "звено", "судно")
	}
	return true
}
