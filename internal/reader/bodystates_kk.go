package reader

import (
	"strings"
	"sync"

	"shanyraq/internal/facts"
	"shanyraq/internal/lang"
)

// ofManyStates are the ids of the bodies of several states.
var ofManyStates = sync.OnceValue(func() map[string]bool {
	ids := map[string]bool{}
	for _, b := range facts.Bodies() {
		if b.Kind == "international" {
			ids[b.ID] = true
		}
	}
	return ids
})

// besideManyStates reports whether a state stands as it is called right before the whole
// name of a body of many states, to which it does something: «Өзбекстан | Дүниежүзілік
// сауда ұйымына мүше болады».
func (b *bodyWalk) besideManyStates(k int) bool {
	if b.start != k+1 || !b.country(k) || !b.nominativePlace(k) {
		return false
	}
	if b.country(b.start) { // Перу | Оман Мәдениет министрлігімен келісті
		return true
	}
	ch, ok := b.l.Chunk(b.start, b.gazBody)
	return ok && int(ch.End) == b.end && ofManyStates()[b.l.Entry(ch).Known]
}

// ofStateKK gives a Kazakh assembly that many states have the state before it, where its
// last word is no noun for bodies: «Лаос Ұлттық Жиналысы».
func (n *nameFinder) ofStateKK(c *candidate) {
	k := c.start - 1
	if n.tag != "kk" || c.class != lang.OrgChunk || c.end < c.start+2 || k < 0 || n.event == 0 || !n.l.Has(c.end-1, n.event) || !n.country(k) || n.taken[k] || n.l.Toks[c.start].Para || ofManyStates()[c.known] {
		return
	}
	if !n.ownedForm(c.end-1) || !n.nominativePlace(k) && !genitiveKK(n.l.Fold(k)) {
		return
	}
	c.start, c.known = k, ""
	c.name = n.l.Text[n.l.Toks[k].Start:n.l.Toks[k+1].Start] + c.name
}

// ofStateKeyKK gives what a Kazakh body with its state before it is known by however the
// state is written: «ҚР Парламенті» and «Қазақстан Республикасының Парламенті»; "" where no
// state opens its name.
func (n *nameFinder) ofStateKeyKK(c candidate, name string) string {
	ch, ok := n.l.Chunk(c.start, n.gazPlace)
	if !ok || int(ch.End) >= c.end || len(n.l.Entry(ch).Known) != 2 {
		return ""
	}
	rest, ok := strings.CutPrefix(name, n.l.Slice(c.start, int(ch.End))+" ")
	if !ok {
		return ""
	}
	return n.l.Entry(ch).Known + " " + rest
}

// inMarksKK proposes the names in marks, joined by a conjunction or commas, whose kind the
// plural at i tells: «Теңіз» мен «Қаламқас» кәсіпорындары.
func (n *nameFinder) inMarksKK(i int, s lang.Sentence) {
	k := i - 1
	for k > s.First && i-k < 3 && n.l.Is(k, lang.Lower) && (n.relational(k) || n.l.Has(k, n.p.know.lists.phraseMod)) {
		k--
	}
	for k > s.First && n.closesQuote(k) {
		a := n.quoteBefore(k, s)
		if a < 0 {
			return
		}
		n.propose(candidate{class: lang.OrgChunk, start: a + 1, end: k, score: scoreLegal, rule: "kind"})
		if k = a - 1; k <= s.First || n.l.Rune(k) != ',' && (n.and == 0 || !n.l.Has(k, n.and)) {
			return
		}
		k--
	}
}

// ofManyPeople reports whether the word that opens the sentence right before the noun of a
// body is a common noun for many in the genitive, whose body has no name: «Адамдардың
// қозғалысына».
func (b *bodyWalk) ofManyPeople(start int) bool {
	if start != b.s.First || start+1 != b.i {
		return false
	}
	for _, a := range b.l.Analyses(start) {
		if a.Harmony && a.Slots == "plural gen" {
			return !b.placeAt(element{start: start, end: start + 1})
		}
	}
	return false
}

// firmOfState reports whether a firm or paper is told by its state alone and has no name:
// «Германия компаниясы», «Американың газеті».
func (b *bodyWalk) firmOfState(start int) bool {
	return start+1 == b.i && b.country(start) && b.l.Plays(b.i, b.r.onlyKind)
}

// plainWord reports whether a word in small letters has no ending and ties nothing to the
// name behind it: «қыз бала | Алматы қаласындағы ауруханаға».
func (b *bodyWalk) plainWord(k int) bool {
	return !b.relational(k) && !b.ownedForm(k) && !genitiveKK(b.l.Fold(k)) && !(b.and != 0 && b.l.Has(k, b.and)) && !(b.named != 0 && b.l.Has(k, b.named)) && !(b.placeLow != 0 && b.l.Has(k, b.placeLow))
}

// pairedWith reports whether a conjunction joins a Kazakh body to the one named right
// before it, so that they are two, however alike: «Қорғаныс министрлігі мен Түркия
// Қорғаныс министрлігі».
func (n *nameFinder) pairedWith(entity int, c candidate) bool {
	if n.tag != "kk" || c.start < 2 || n.and == 0 || !n.l.Has(c.start-1, n.and) {
		return false
	}
	for k := len(n.p.mens) - 1; k >= 0 && k >= len(n.p.mens)-4; k-- {
		if m := &n.p.mens[k]; m.end == c.start-1 && m.entity == entity {
			return true
		}
	}
	return false
}

// stateMakes reports whether what is made of the body is told by a verbal noun right behind its
// accusative, and only common words stand between it and the state or the two states before,
// who act: «Гана мен Непал | трактор құрастыру зауытын салу туралы», but «Гана ұлттық
// кітапханасын дамыту туралы».
func (b *bodyWalk) stateMakes(start int) bool {
	w := b.l.Fold(b.end - 1)
	if b.end >= b.s.Last || !b.l.Is(b.i, lang.Lower) || kazakhBody(w)+"н" != w || !b.p.know.endings.verbNounEnd.end(b.l.Fold(b.end), 4) || !b.country(start) || !b.nominativePlace(start) {
		return false
	}
	k := start + 1
	if b.and != 0 && b.l.Has(k, b.and) && b.country(k+1) && b.nominativePlace(k+1) {
		k += 2
	}
	if k >= b.i || b.relational(k) {
		return false
	}
	for ; k < b.i; k++ {
		if !b.l.Is(k, lang.Lower) || genitiveKK(b.l.Fold(k)) || b.ownedForm(k) {
			return false
		}
	}
	return true
}

// stateAndBody reports whether the "and" at k joins a state as it is called to the body behind
// it, whose name opens with no place: «Оман мен | Ислам даму банкі», but «Оман мен Непал
// достық қоғамы», «Қазақстан мен Орталық Азия елдерінің қауымдастығы».
func (b *bodyWalk) stateAndBody(k int) bool {
	if k <= b.s.First || !b.country(k-1) || !b.nominativePlace(k-1) || !b.l.Is(b.start, lang.Cap) || b.start >= b.i {
		return false
	}
	if b.country(b.start) {
		return false
	}
	return b.l.Has(b.end, b.p.know.lists.partyBetween) || !b.placeAt(element{start: b.start, end: b.start + 1}) && !b.placeAt(element{start: b.start, end: b.start + 2})
}

// noPartOf reports whether the body that the noun at k closes has no part of the kind that the
// noun of the walk tells, so that it acts with that one: «Тарту университеті | Мәдениет
// комитетімен», «„Көктем“ қоры | Алматы облыстық сотымен».
func (b *bodyWalk) noPartOf(k int) bool {
	roles := &b.p.know.roles
	if b.l.Plays(k, roles.stateBody) && b.subBody != 0 && b.l.Has(b.i, b.subBody) {
		return true // Абай облысының әкімдігі | Семей өлкетану музейімен
	}
	if b.l.Plays(k, roles.ownsNoOrgan) && b.placeAt(element{start: b.start, end: b.start + 1}) && b.l.Is(b.i, lang.Lower) && !b.l.Plays(b.i, roles.branchOf) {
		return true // Ғылым қоры | Непал экология орталығымен
	}
	return b.l.Plays(b.i, roles.stateOrgan) && (b.l.Plays(k, roles.ownsNoOrgan) || strings.HasPrefix(b.l.Fold(b.i), "сот"))
}

// bareBefore reports whether a body called by a noun that nobody owns ends at k, right before
// the name of the one with whom it acts: «Ұлттық кітапхана | Тарту университетімен».
func (b *bodyWalk) bareBefore(k int) bool {
	if !b.l.Is(k, lang.Lower) || !b.l.Is(b.start, lang.Cap) || b.start >= b.i || !b.l.Has(k, b.orgHead) {
		return false
	}
	if b.bareForm(b.i) && b.bareWith(b.end-1) {
		return b.possessed(k) || b.bareForm(k) && !b.caseEnding(k) // Сауда палатасы | Ұлттық кітапханамен
	}
	return b.bareForm(k) && !b.possessed(k) && !b.caseEnding(k) && !b.pluralSlot(k) && b.instrumentalKK(b.end-1)
}

// wentTo reports whether a body that stands in a case ends at k, right before the name of
// another: «Алматы облыстық сотына | Рига қалалық соты өкілдері келді».
func (b *bodyWalk) wentTo(k int) bool {
	return b.l.Is(k, lang.Lower) && b.l.Is(b.start, lang.Cap) && b.start < b.i && b.l.Has(k, b.orgHead) && b.caseEnding(k) && !genitiveKK(b.l.Fold(k))
}

// bareWith reports whether a noun that nobody owns stands in the instrumental: кітапханамен.
func (b *bodyWalk) bareWith(k int) bool {
	for _, a := range b.l.Analyses(k) {
		if a.Harmony && a.Slots == "ins" {
			return true
		}
	}
	return false
}

// firmAhead reports whether the noun of another firm in quotation marks ends at k, a word or
// none before the marks of this one: «Самұрық» компаниясы | түркиялық «Nordwind» компаниясымен.
func (b *bodyWalk) firmAhead(k int) bool {
	return b.quoted && b.start >= 0 && b.start-k <= 2 && b.l.Is(k, lang.Lower) && b.l.Has(k, b.orgHead) && b.possessed(k) && k > b.s.First && b.closesQuote(k-1)
}
