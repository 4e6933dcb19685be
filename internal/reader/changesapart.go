package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// Changes whose word does not stand right before their number: the noun behind a
// percentage, "a 2.9 per cent rise", and the verb parted from its preposition,
// "rose in June by 5 per cent", «вырос в июне на 5 %».

// changeReach is how many tokens may stand between a verb of change and the
// preposition that its amount has.
const changeReach = 14

// changeNoun takes the noun behind a percentage, with one word between at most,
// where an article or a possessive before the number shows that it is a noun.
func (f *figureReader) changeNoun(st *read.Statement, start, end int) {
	r := &f.p.know.roles
	if st.Change != "" || f.echo == lang.NoClass || st.Unit != "percent" && st.Unit != "pp" || end >= len(f.l.Toks) {
		return
	}
	k := end
	if k+1 < len(f.l.Toks) && f.l.Is(k, lang.Lower) && !f.l.Has(k, f.stop) && !f.l.Plays(k, r.riseNoun) && !f.l.Plays(k, r.fallNoun) {
		k++ // a 5 per cent annual rise
	}
	change := ""
	switch {
	case f.l.Plays(k, r.riseNoun):
		change = "rise"
	case f.l.Plays(k, r.fallNoun):
		change = "fall"
	default:
		return
	}
	if k+1 < len(f.l.Toks) && f.l.Rune(k+1) == '-' { // a 3 per cent drop-out rate
		return
	}
	for i := start - 1; i >= 0 && i >= start-3; i-- {
		if f.l.Has(i, f.p.know.lists.indefinite) || f.l.Has(i, f.definite) || f.l.Has(i, f.p.know.lists.possessive) || f.l.Plays(i, f.p.know.roles.ownS) {
			st.Change = change
			return
		}
		if !f.l.Is(i, lang.Lower) && !f.l.Has(i, f.qual) {
			return
		}
	}
}

// changeApart takes the verb of change that a preposition of amounts right before
// the number belongs to, with only words, times and what stands in brackets between:
// "rose year on year by 5 per cent", «выросли в июне по сравнению с маем на 5 %».
func (f *figureReader) changeApart(start int, s lang.Sentence) string {
	r := &f.p.know.roles
	if _, k, ok := f.endingAt(start, s.First, f.qual); ok {
		start = k
	}
	if start-1 <= s.First || !f.l.Plays(start-1, r.forAmount) {
		return ""
	}
	deed := false
	for i := start - 2; i >= s.First && i >= start-2-changeReach; i-- {
		switch {
		case i == start-2 && f.l.Rune(i) == '(': // сократилась (на 4 %)
		case i == start-2 && f.l.Rune(i) == ',' && f.echo != lang.NoClass: // rose faster, by 8 per cent
		case f.l.Plays(i, r.roseVerb):
			return "rise"
		case f.l.Plays(i, r.fellVerb):
			return "fall"
		case f.echo != lang.NoClass && f.l.Plays(i-1, r.drove) && f.l.Plays(i, r.upward): // drove up prices by 5 per cent
			return "rise"
		case f.echo != lang.NoClass && f.l.Plays(i-1, r.drove) && f.l.Plays(i, r.downward):
			return "fall"
		case f.p.know.russian && !deed && i >= start-2-nounReach && f.changeNounRU(i, s) != "":
			if f.ofPaceRU(i, s) {
				return ""
			}
			return f.changeNounRU(i, s)
		case f.inDate(i), f.l.Is(i, lang.Word) && !f.l.Has(i, f.and):
			deed = deed || f.p.know.russian && f.didRu(i)
		default: // another number, a mark or a conjunction
			return ""
		}
		if _, ok := f.p.numberAt(i); ok && !f.inDate(i) {
			return ""
		}
	}
	return ""
}

// nounReach is how many words stand at most between the Russian noun of a change and the
// preposition of its amount: «рост | мировых цен на пшеницу | на 8 %».
const nounReach = 5

// changeNounRU gives the change that a Russian noun at token i of a sentence names, in any
// case, with its amount behind it: «рост цен на 8 %», «из-за снижения выпуска на 5 %».
func (f *figureReader) changeNounRU(i int, s lang.Sentence) string {
	switch r := &f.p.know.roles; {
	case f.l.Plays(i, r.riseNounIn):
		return "rise"
	case f.l.Plays(i, r.fallNounIn):
		return "fall"
	}
	return f.changeNamed(i, s)
}

// ofPaceRU reports whether the Russian noun of a change at token i of a sentence stands
// behind one that tells how fast it went, or another change of it: «замедление | роста на
// 2 %» is no rise by 2 %, «сокращение | падения» no fall.
func (f *figureReader) ofPaceRU(i int, s lang.Sentence) bool {
	return i > s.First && (f.l.Plays(i-1, f.p.know.roles.paceNoun) || f.changeNounRU(i-1, s) != "")
}

// changePresent tells by the English verb in the present right before a percentage, or by
// the verb before the bracket that it opens, that it is how much something rose or fell:
// "Exports fall | 8%", "sales dropped (| 13 percent)". The verbs are spelled as the nouns
// of changes.
func (f *figureReader) changePresent(start int, s lang.Sentence) string {
	k := start - 1
	if f.l.Rune(k) == '(' {
		return f.changeBefore(k, s)
	}
	if f.echo == lang.NoClass || k <= s.First || !f.l.Is(k-1, lang.Word) {
		return ""
	}
	if f.l.Has(k, f.of) && k-1 > s.First { // a yearly decrease of | 4.75%
		return f.changeNamed(k-1, s)
	}
	stop := f.l.Has(k-1, f.stop) // the cut | 8%
	switch r := &f.p.know.roles; {
	case !stop && f.l.Plays(k, r.riseNoun), f.l.Plays(k, r.roseVerb) && (!stop || f.l.Has(k-1, f.p.know.lists.auxVerb)): // fares were raised | 15%
		return "rise"
	case !stop && f.l.Plays(k, r.fallNoun), f.l.Plays(k, r.fellVerb) && (!stop || f.l.Has(k-1, f.p.know.lists.auxVerb)):
		return "fall"
	}
	return ""
}

// sameChange reports whether nothing but a conjunction, a preposition of amounts and a
// qualifier parts a figure of a unit from the one before it, so that both tell one
// change: "by 24,000 people or 0.9 per cent", «на 69 тысяч человек или на 0,8 %». Behind
// "and" alone something else may begin ("rose by 8 per cent and 20 people came"): there
// the preposition or the unit must be said again.
func (f *figureReader) sameChange(start int, unit string, s lang.Sentence) bool {
	if f.last.change == "" || f.last.sentence != s || f.last.tok >= start {
		return false
	}
	if _, k, ok := f.endingAt(start, s.First, f.qual); ok {
		start = k
	}
	if f.p.know.russian && unit == f.last.unit && unit == "percent" && f.sameChangeRu(start) {
		return true
	}
	k := f.last.tok
	if f.l.Rune(k) == ',' {
		k++
	}
	if k >= start || !f.l.Has(k, f.and) {
		return false
	}
	and := f.l.Has(k, f.p.know.lists.andWord)
	if k++; k < start && f.l.Plays(k, f.p.know.roles.forAmount) {
		k, and = k+1, false
	}
	return k == start && (!and || unit != "" && unit == f.last.unit)
}

// besideTimeEN reports whether an English date only says what the figure is set
// beside: "compared with June 2018", "against the same month of 2020", "5 per cent
// over the 2016 figure".
func (f *figureReader) besideTimeEN(m *mention, s lang.Sentence) bool {
	if f.echo == lang.NoClass {
		return false
	}
	start := m.start
	same := f.l.Plays(start, f.p.know.roles.sameTime) || f.l.Plays(start+1, f.p.know.roles.sameTime)
	if f.l.Has(start-1, f.of) && f.l.Plays(start-3, f.p.know.roles.sameTime) { // on the same period of | last year
		start, same = start-3, true
	}
	if k := start - 1; k > s.First && (same || len(m.date.String()) <= len("2006-01")) {
		if f.l.Has(k, f.definite) {
			k--
		}
		if f.l.Plays(k, f.p.know.roles.onTime) { // down by 4.7% on May 2012
			return true
		}
	}
	if k := start - 1; k > s.First && same && f.l.Plays(k, f.p.know.roles.over) {
		return true // 11 per cent over the corresponding month of 2016
	}
	for k := m.start; k > s.First && k > m.start-6; k-- {
		if _, first, ok := f.endingAt(k, s.First, f.echo); ok {
			return first < k-1 || !f.l.Has(k-1, f.p.know.lists.dateFrom) // from alone opens a span
		}
		if !f.l.Is(k-1, lang.Lower) || f.l.Has(k-1, lang.NumberChunk) || f.used[k-1] {
			break
		}
	}
	return false
}

// reckonedFrom reports whether a date is that from which a change is reckoned, in
// any of the languages, told by words of comparison.
func (f *figureReader) reckonedFrom(m *mention, s lang.Sentence) bool {
	switch {
	case strings.Contains(m.date.String(), "/"):
		return false
	case f.p.know.headLast:
		return f.besideTimeKK(m)
	case f.p.know.russian:
		return f.besideTime(m)
	}
	return f.besideTimeEN(m, s)
}
