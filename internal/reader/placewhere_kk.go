package reader

import (
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// saysWhereKK reports whether the Kazakh word with a capital at token i stands in the
// locative and is in no list of persons, bodies or common nouns, so that it says where
// and is no part of another's name: «Қомырада | оқу орталығы».
func (n *nameFinder) saysWhereKK(i int) bool {
	if i < 0 || i >= len(n.l.Toks) || !n.l.Is(i, lang.Cap) || !n.l.Is(i, lang.Cyrillic) || n.l.Is(i, lang.Upper) || n.l.Is(i, lang.Glued) || n.glued(i+1, '-') {
		return false
	}
	w := n.l.Fold(i)
	switch {
	case !strings.HasSuffix(w, "да") && !strings.HasSuffix(w, "де") && !strings.HasSuffix(w, "та") && !strings.HasSuffix(w, "те"):
		return false
	case strings.HasSuffix(w, "орда") || locativeStem(w) == "" || n.nominativePlace(i):
		return false
	}
	e := element{start: i, end: i + 1}
	if n.isGiven(e) || n.otherThanPlace(e) || n.titledAt(i) && !n.caseEnding(i-1) && !(n.orgHead != 0 && n.l.Has(i-1, n.orgHead)) {
		return false
	}
	surname, _ := n.surnameEnding(e)
	return !surname && !looksSurname(locativeStem(w))
}

// cutWhereKK parts a Kazakh candidate from the word in it that says where, and reports
// whether nothing is left of it: «министрлігі | Қомырада | оқу орталығын ашты»,
// «Тынбалыда | Мәди әндерінің байқауы».
func (n *nameFinder) cutWhereKK(c *candidate) bool {
	if c.end == c.start+1 || c.known != "" {
		return c.class == lang.PersonChunk && n.somewhereKK(c)
	}
	switch c.class {
	case lang.OrgChunk:
		return n.bodyWhereKK(c)
	case lang.PersonChunk:
		if c.end == c.start+2 && n.fromToKK(c) {
			return true
		}
		if !n.saysWhereKK(c.start) || !n.unlisted(c.start) || n.womanByName(c) {
			return false
		}
		n.proposeWhereKK(c.start)
		c.start, c.name = c.start+1, ""
		e := element{start: c.start, end: c.start + 1}
		_, c.gender = n.givenOf(e)
		return c.end == e.end && !n.isGiven(e) && !n.surnamed(e)
	}
	return false
}

// womanByName reports whether a Kazakh candidate is one word and the surname of a woman,
// before which an ending that a place would have in the locative is most often the end of
// her given name: «Шахида Мусаева», but «Тынбалыда Мәди».
func (n *nameFinder) womanByName(c *candidate) bool {
	if c.end != c.start+2 {
		return false
	}
	surname, gender := n.surnameEnding(element{start: c.start + 1, end: c.end})
	return surname && gender == 'f'
}

// pressAlone reports whether a Kazakh body is a press service that its place at the head of
// a sentence gives a capital, and nobody's: «Баспасөз қызметі хабарлағандай, …».
func (n *nameFinder) pressAlone(c *candidate) bool {
	return c.class == lang.OrgChunk && c.end == c.start+2 && n.l.Is(c.start+1, lang.Lower) && n.opens(c.start, n.cur) && n.l.Fold(c.start) == "баспасөз"
}

// thingOfTwoStatesKK reports whether two joined places stand before a common noun in small
// letters that is nobody's own, or before what other common nouns own: «Перу мен Чили ортақ
// музей | құру туралы», «Перу мен Чили тауарлардың қозғалысы туралы» name no body, but «Перу
// мен Чили үкіметаралық комиссиясы» does.
func (n *nameFinder) thingOfTwoStatesKK(c *candidate) bool {
	if c.class != lang.OrgChunk || c.end < c.start+4 || !n.l.Has(c.start, n.gazPlace) {
		return false
	}
	k := n.l.ChunkEnd(c.start, n.gazPlace)
	if !n.l.Has(k, n.and) || !n.l.Has(k+1, n.gazPlace) {
		return false
	}
	for k = n.l.ChunkEnd(k+1, n.gazPlace); k < c.end; k++ {
		if !n.l.Is(k, lang.Lower) {
			return false
		}
		if genitiveKK(n.l.Fold(k)) {
			return true
		}
	}
	return !n.p.ownedForm(c.end - 1)
}

// withoutManyKK takes off a body's name those who open the sentence, a plural without a case
// before a word with a capital that nobody owns: «Қонақтар | Ұлттық тарих музейін аралады»,
// but «Ұлттар Достастығы».
func (n *nameFinder) withoutManyKK(c *candidate) {
	i := c.start
	if i == n.cur.First && n.l.Is(i, lang.Cap) && pluralKK(n.l.Fold(i)) && n.l.Is(i+1, lang.Cap) && !n.l.Is(i+1, lang.Upper) && !n.p.ownedForm(i+1) && !n.l.Has(i, n.gazGroup) {
		c.start++
	}
}

// proposeWhereKK proposes the word at token i as the place where.
func (n *nameFinder) proposeWhereKK(i int) {
	n.propose(candidate{class: lang.PlaceChunk, start: i, end: i + 1, score: scoreModel, rule: "where"})
}

// bodyWhereKK does so for a body: what stands before the place and closes with the noun
// of a body is the name, else what stands behind it.
func (n *nameFinder) bodyWhereKK(c *candidate) bool {
	for k := c.start; k < c.end; k++ {
		if n.quoteAround(k, c) || !n.saysWhereKK(k) {
			continue
		}
		switch {
		case k > c.start && n.l.Has(k-1, n.orgHead) && !genitiveKK(n.l.Fold(k-1)):
			n.proposeWhereKK(k)
			c.end, c.name = k, ""
			return false
		case k == c.start && c.end > k+1:
			n.proposeWhereKK(k)
			c.start, c.name = k+1, ""
			return !n.anyCapital(c.start, c.end) && closers(n.l.Rune(c.start)) == ""
		}
	}
	return false
}

// quoteAround reports whether a quotation mark of the candidate opens before token k and
// closes behind it: the name in the marks stays whole.
func (n *nameFinder) quoteAround(k int, c *candidate) bool {
	open := false
	for i := c.start; i < k; i++ {
		if closers(n.l.Rune(i)) != "" {
			open = true
		} else if n.closesQuote(i) {
			open = false
		}
	}
	return open
}

// somewhereKK makes one Kazakh word that the model takes for a person a place, where its
// case says so: «Тынбанада қарсы алды», «Ылғынайға сапары». It reports false: the
// candidate stays.
func (n *nameFinder) somewhereKK(c *candidate) bool {
	if n.unlisted(c.start) && (n.saysWhereKK(c.start) || n.tripKK(c.start)) {
		c.class, c.name, c.gender = lang.PlaceChunk, "", 0
	}
	return false
}

// tripKK reports whether the word at token i stands in the dative before a journey, so
// that it says whither: «Ылғынайға сапары», «Шоқыпавлға жұмыс сапарымен».
func (n *nameFinder) tripKK(i int) bool {
	w := n.l.Fold(i)
	if stem := dativeStem(w); stem == "" || looksSurname(stem) {
		return false
	}
	for k := i + 1; k < i+4 && n.l.Is(k, lang.Lower); k++ {
		if strings.HasPrefix(n.l.Fold(k), "сапар") || strings.HasPrefix(n.l.Fold(k), "іссапар") {
			return true
		}
	}
	return false
}

// dativeStem gives a folded word without the ending of the dative; "" where it has none
// or too little is left.
func dativeStem(w string) string {
	return longStemKK(w, dativeEndsKK)
}

// longStemKK gives a folded Kazakh word without the one of some endings that it has; ""
// where it has none, less than four letters are left or the two do not meet so.
func longStemKK(w string, ends *fewEnds) string {
	k := ends.next(w, 0)
	if k < 0 {
		return ""
	}
	if stem, end := ends.cut(w, k); utf8.RuneCountInString(stem) > 3 && joinsKK(stem, end) {
		return stem
	}
	return ""
}

// fromToKK proposes the two words of a candidate, the first in the ablative and the second
// in the dative, as the places whence and whither: «Қыртутаннан Отосаға».
func (n *nameFinder) fromToKK(c *candidate) bool {
	first, second := c.start, c.start+1
	if !n.unlisted(first) || !n.unlisted(second) || dativeStem(n.l.Fold(second)) == "" || looksSurname(dativeStem(n.l.Fold(second))) {
		return false
	}
	if longStemKK(n.l.Fold(first), ablativeEndsKK) == "" {
		return false
	}
	n.proposeWhereKK(first)
	n.proposeWhereKK(second)
	return true
}

// townFirstKK reports whether the first word of a sentence, of no list, is a town in the
// locative by the end of its name: «Гөзекентте жәрмеңке ашылады». Common nouns, which
// have a capital there too, do not end so.
func (n *nameFinder) townFirstKK(i int) bool {
	if !n.unlisted(i) || !n.saysWhereKK(i) || n.l.Is(i+1, lang.Cap) {
		return false
	}
	stem := locativeStem(n.l.Fold(i))
	for _, end := range [...]string{"кент", "абад", "обад", "стан", "бұлақ", "бург", "поль", "град", "базар", "құдық"} {
		if head, ok := strings.CutSuffix(stem, end); ok && utf8.RuneCountInString(head) > 1 {
			return true
		}
	}
	return false
}

// besideWhereKK proposes the word joined before a place in the locative, of no list and
// without a case: «Борана мен Сырыдада болды».
func (n *nameFinder) besideWhereKK(i int, s lang.Sentence) {
	k := i - 2
	if k <= s.First || !n.unlisted(k) || n.caseEnding(k) || n.surnamed(element{start: k, end: k + 1}) || n.l.Is(k-1, lang.Cap) || n.titledAt(k) && !n.titleOpens(k-1, s) {
		return
	}
	if w := n.l.Fold(i - 1); w == "мен" || w == "пен" || w == "бен" {
		n.propose(candidate{class: lang.PlaceChunk, start: k, end: k + 1, score: scoreContext, rule: "case"})
	}
}
