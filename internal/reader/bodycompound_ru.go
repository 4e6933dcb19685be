package reader

import (
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// compoundCases are the case endings that the second part of a compound body's
// name may have, and what its nominative has instead.
var compoundCases = [...][2]string{{"ом", ""}, {"а", ""}, {"у", ""}, {"е", ""}, {"ью", "ь"}, {"и", "ь"}, {"и", "я"}, {"ю", "я"}, {"ей", "я"}, {"ы", "а"}, {"у", "а"}, {"ой", "а"}, {"а", "о"}, {"у", "о"}, {"ом", "о"}, {"е", "о"}}

// compoundBody gives the nominative of the Russian name of a body or a firm that is
// one word of two parts, the second telling what it is (list compoundbody):
// Туркменгидромет, Госкомстат, Узбекнефтегаз; "" where the word is none.
func (n *nameFinder) compoundBody(e element) string {
	t := &n.l.Toks[e.start]
	if e.initial || e.end != e.start+1 || t.Is(lang.Upper) || !t.Is(lang.Cyrillic) || t.End-t.Start < 14 {
		return ""
	}
	compound := func(f string) bool { _, ok := n.compoundCase(f); return ok }
	if !n.trait(e.start, traitCompound, compound) || n.isGiven(e) || n.placeAt(e) || n.l.Has(e.start, n.funcWord) {
		return ""
	}
	ends, _ := n.compoundCase(n.l.Fold(e.start))
	return strings.TrimSuffix(n.l.Slice(e.start, e.end), ends[0]) + ends[1]
}

// compoundCase gives the ending of a folded word that ends as a compound body's name
// and what its nominative has instead.
func (n *nameFinder) compoundCase(f string) (ends [2]string, ok bool) {
	if n.p.know.endings.compoundBody.end(f, 5) {
		return ends, true
	}
	if r, _ := utf8.DecodeLastRuneInString(f); !strings.ContainsRune("ауемюиыйь", r) {
		return ends, false
	}
	for _, c := range compoundCases {
		if s, ok := strings.CutSuffix(f, c[0]); ok && n.p.know.endings.compoundBody.end(s+c[1], 5) {
			return c, true
		}
	}
	return ends, false
}

// compound proposes the compound body that the element at x names, with the state
// in the genitive behind it, and gives the elements it takes; 0 where it names none.
// A word that opens its sentence must act or stand before its state.
func (n *nameFinder) compound(els []element, x int, s lang.Sentence) int {
	e := els[x]
	name := n.compoundBody(e)
	if name == "" || x+1 < len(els) && els[x+1].start == e.end && n.surnamed(els[x+1]) && n.bothInstrumental(e.start) {
		return 0 // с ректором Иноматом Маджидовым
	}
	took, end := 1, e.end
	if x+1 < len(els) && els[x+1].start == e.end && n.placeAt(els[x+1]) && !n.isGiven(els[x+1]) && !n.nominativePlace(els[x+1].start) {
		took, end = 2, els[x+1].end
		name += " " + n.l.Slice(e.end, end)
	}
	if n.opens(e.start, s) && took == 1 && end < s.Last {
		acts := n.l.Is(end, lang.Lower) && (n.finiteRu(end) || n.say != 0 && n.l.Has(end, n.say))
		paired := n.l.Fold(end) == "и" && end+1 < s.Last && (n.l.Is(end+1, lang.Cap) || n.l.Is(end+1, lang.OpenQuote)) // Туркменгидромет и «Казгидромет»
		if !acts && !paired {
			return 0
		}
	}
	n.propose(candidate{class: lang.OrgChunk, start: e.start, end: end, score: scoreHead, name: name, rule: "compound"})
	return took
}

// inEventName reports whether a body's noun at token i only opens the name in marks
// of an event: «конференция «Мечети Балкан: камень и память»».
func (n *nameFinder) inEventName(i int, s lang.Sentence) bool {
	if i-2 < s.First || !isQuote(n.l.Rune(i-1)) || n.event == 0 {
		return false
	}
	return n.l.Has(i-2, n.event)
}

// manyBodies reports whether the noun for bodies at i stands in a plural that
// no singular looks like, so that it names several at once.
func (n *nameFinder) manyBodies(i int) bool {
	w := n.l.Fold(i)
	if manyEnds.end(w) {
		return true
	}
	ch, ok := n.l.Chunk(i, n.orgHead)
	if !ok || int(ch.End) != i+1 {
		return false
	}
	lemma := lang.Fold(n.p.formOf(n.l.Entry(ch), w))
	last, size := utf8.DecodeLastRuneInString(lemma)
	stem := lemma[:len(lemma)-size]
	switch {
	case strings.HasSuffix(lemma, "ия") || strings.HasSuffix(lemma, "ие"): // академий
		return w == stem+"й"
	case last == 'й': // музеев
		return w == stem+"ев"
	case strings.ContainsRune("аое", last): // служб, ведомств
		return w == stem
	case !strings.ContainsRune("яйьиыуюэ", last): // комитетов
		return w == lemma+"ов"
	}
	return false
}

// manyEnds are what nouns of many end with, but in the nominative and the genitive: судами.
var manyEnds = fewEndsOf("ами", "ями", "ах", "ях", "ам", "ям")

// sharedBodies proposes the bodies of further places that share the plural noun of the
// first: «Университеты Осло | и Бергена», «Центральные банки Кении | и Уганды». Each
// gets the noun in its name.
func (n *nameFinder) sharedBodies(b *ruBody) {
	if b.quoted || b.end+1 >= b.s.Last || n.l.Fold(b.end) != "и" && n.l.Rune(b.end) != ',' || !n.manyBodies(b.i) && !n.bodiesAct(b) {
		return
	}
	from := b.end
	for j := b.whole; j < b.end; j++ {
		if n.placeAt(element{start: j, end: b.end}) {
			from = j
			break
		}
	}
	if from == b.end || n.l.Rune(b.end) == ',' && !n.laterAnd(b.end+1, b.s) {
		return
	}
	noun := n.russianHead(b.start, from)
	for k := b.end; k+1 < b.s.Last && (n.l.Fold(k) == "и" || n.l.Rune(k) == ','); {
		end := k + 2
		for n.glued(end, '-') && end+1 < b.s.Last {
			end += 2
		}
		if !n.l.Is(k+1, lang.Cap) || !n.placeAt(element{start: k + 1, end: end}) || n.actingPlace(k+1) {
			return
		}
		n.propose(candidate{class: lang.OrgChunk, start: k + 1, end: end, score: scoreHead, name: noun + " " + n.l.Slice(k+1, end), rule: ruleShared})
		k = end
	}
}

// ruleShared is the rule of a body whose noun stands before another.
const ruleShared = "shared"

// bodiesAct reports whether the head of a body is a plural in the nominative, as that of
// those who act: by its adjective or, at the beginning of a sentence, by its ending.
func (n *nameFinder) bodiesAct(b *ruBody) bool {
	w := n.l.Fold(b.i)
	if !strings.HasSuffix(w, "ы") && !strings.HasSuffix(w, "и") || !b.capital {
		return false
	}
	if b.i > b.start {
		a := n.l.Fold(b.i - 1)
		return strings.HasSuffix(a, "ые") || strings.HasSuffix(a, "ие")
	}
	return n.opens(b.i, b.s)
}
