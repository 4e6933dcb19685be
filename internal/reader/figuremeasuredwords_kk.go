package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// namesMeasureKK reports whether the words [from, to) name something that a Kazakh figure may
// measure: not a pronoun alone, «осының 20 пайызы», nor «бар-жоғы».
func (f *figureReader) namesMeasureKK(from, to int) bool {
	if f.l.Fold(to-1) == "жоғы" { // бар-жоғы
		return false
	}
	if to-from > 1 {
		return true
	}
	switch f.l.Fold(from) {
	case "осының", "соның", "оның", "бұның", "мұның", "олардың", "солардың", "осылардың", "бұлардың":
		return false
	}
	return !f.l.Has(from, f.p.know.lists.pronoun)
}

// convertedKK reports whether the Kazakh word at token i is a converb of what was done with
// the money before it: «3 млн теңге алып кетті», not «кітап», «талап».
func (f *figureReader) convertedKK(i int) bool {
	return endsAny(f.l.Fold(i), "ып", "іп")
}

// behindAgentKK gives the first token of the phrase [from, h] without who does what the verb
// tells, with whom its clause opens: «Елдер | тауар айналымын», «министрлік | жаңа мектеп
// салуға», «Оның айтуынша, комиссия | тазалау бағдарламасына».
func (f *figureReader) behindAgentKK(m *measureKK, from, h int) int {
	if from >= h || f.l.Has(from, f.p.know.lists.phraseMod) {
		return from
	}
	k := from - 1
	if from == m.s.First {
		return from + 1
	}
	who := f.l.Has(from, f.p.know.lists.orgHead) || f.l.Has(from, f.person) || f.l.Has(from, f.p.know.lists.officeNoun)
	if who && !f.p.ownedForm(from) && !genitiveKK(f.l.Fold(from)) && (f.inDate(k) || f.l.Rune(k) == ',' || f.l.Has(k, f.and) || f.l.Plays(k, f.p.know.roles.measureGap)) {
		return from + 1
	}
	return from
}

// withJoinedKK gives the first token of the phrase that «мен» joins before the one that opens
// at token from: «экспорт пен | импорт көлемі».
func (f *figureReader) withJoinedKK(from int, s lang.Sentence) int {
	j := from - 1
	if j <= s.First || !strings.HasSuffix(f.l.Fold(j), "ен") || !f.l.Has(j, f.and) {
		return from
	}
	k := j - 1
	if !f.l.Is(k, lang.Lower) && k != s.First || !f.l.Is(k, lang.Word) || f.used[k] || f.l.Has(k, lang.PlaceChunk) || f.l.Has(k, lang.OrgChunk) || f.l.Has(k, lang.PersonChunk) || f.caseOfKK(k) != "" || f.l.Has(k, f.person) {
		return from
	}
	return f.phraseBackKK(k, s)
}

// idleTimeKK reports whether a Kazakh time with no verb of being so much behind it is none of
// the noun at token i: «баласы бес айлық», «оқу ақысы бір жылға | 1,2 млн теңге».
func (f *figureReader) idleTimeKK(m *measureKK, i int) bool {
	if !ofTime(m.st.Unit) {
		return false
	}
	return f.l.Has(m.end, lang.NumberChunk) || f.l.Is(m.end, lang.Number) || m.verb == clauseEnds && !f.l.Plays(i, f.p.know.roles.measureNoun)
}

// manyGivenKK reports whether the Kazakh plural in the dative at token i tells people by what
// they do or did: «зардап шеккендерге», «жүргізушілерге».
func (f *figureReader) manyGivenKK(i int) bool {
	return endsAny(f.l.Fold(i), "ғандарға", "гендерге", "қандарға", "кендерге", "шыларға", "шілерге")
}
