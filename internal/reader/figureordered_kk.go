package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// orderedNoun reports whether the word at k, joined to digits by a hyphen, is a
// Kazakh noun with its ordinal, for which the hyphen stands: «277-бабы»,
// «11-сынып», «99-маусымы» tell which one, not how many. Units («5-тонна») and the
// endings of cases («300-ден») do not.
func (f *figureReader) orderedNoun(k int, s lang.Sentence) bool {
	if f.p.know.pack.Tag != "kk" || k >= s.Last || !f.l.Is(k, lang.Glued) || !f.l.Is(k, lang.Lower) || f.l.Has(k, f.currency) || f.l.Has(k, f.caseEnd) || f.l.Has(k, f.unit) && !f.ownedUnit(k) {
		return false
	}
	w := f.l.Fold(k)
	return len(w) >= 6 && !endingsKK(w)
}

// ownedUnit reports whether a unit carries the possessive, so that it is one of a row:
// «287-шақырымында».
func (f *figureReader) ownedUnit(k int) bool {
	return endsAsKK(f.l, k, "poss3")
}

// endingsKK reports whether a folded word is nothing but endings that Kazakh writes
// behind digits: plural, possessive, case, the adjective of a place and of a
// measure, the collective.
func endingsKK(w string) bool {
	if w == "" {
		return true
	}
	for _, e := range endingsBehindDigits {
		if rest, ok := strings.CutPrefix(w, e); ok && endingsKK(rest) {
			return true
		}
	}
	return false
}

var endingsBehindDigits = [...]string{
	"лар", "лер", "дар", "дер", "тар", "тер", "лық", "лік", "дық", "дік", "тық", "тік", "лығ", "ліг", "дығ", "діг", "тығ", "тіг",
	"нші", "ншы", "інші", "ыншы", "еу", "ау", "еуі", "ауы", "сы", "сі", "ы", "і", "ын", "ін", "сын", "сін",
	"ның", "нің", "дың", "дің", "тың", "тің", "ға", "ге", "қа", "ке", "на", "не", "а", "е", "ны", "ні", "ды", "ді", "ты", "ті", "н",
	"да", "де", "та", "те", "нда", "нде", "дан", "ден", "тан", "тен", "нан", "нен", "мен", "бен", "пен",
	"дағы", "дегі", "тағы", "тегі", "ндағы", "ндегі", "дай", "дей", "тай", "тей", "лап", "леп", "дап", "деп", "тап", "теп",
	"мыз", "міз", "мын", "мін",
}

// orderRangeKK reports whether a Kazakh number is one end of a range of numbers that tell
// which ones, not how many: «9-11 сынып оқушылары», «4–6 орын алғандар», «10-11(12) сынып».
func (f *figureReader) orderRangeKK(x *number, s lang.Sentence) bool {
	if f.p.know.pack.Tag != "kk" || !x.digits {
		return false
	}
	k, l := x.end, f.l
	switch {
	case k+1 < s.Last && isDash(l.Rune(k)) && l.Is(k+1, lang.Number):
		k += 2
	case x.start-2 >= s.First && isDash(l.Rune(x.start-1)) && l.Is(x.start-2, lang.Number):
	case x.start > s.First && l.Rune(x.start-1) == '(' && l.Rune(k) == ')':
	default:
		return false
	}
	if l.Rune(k) == '(' && l.Is(k+1, lang.Number) && l.Rune(k+2) == ')' {
		k += 3
	} else if l.Rune(k) == ')' {
		k++
	}
	if k >= s.Last || x.value > lastOrderedKK {
		return false
	}
	if l.Plays(k, f.p.know.roles.orderedGroup) { // 10-12 сынып | бар, 3-4 курс | өткізді
		return k+1 < s.Last && (l.Fold(k+1) == "арасында" || f.ownedAtKK(k+1))
	}
	return l.Plays(k, f.p.know.roles.orderedNoun) || l.Plays(k, f.p.know.roles.orderedWon) && l.Plays(k+1, f.p.know.roles.wonIt)
}

// lastOrderedKK is the highest number by which classes, courses and places are told in Kazakh.
const lastOrderedKK = 20

// ownedAtKK reports whether the Kazakh noun at k is somebody's, in any case or number.
func (f *figureReader) ownedAtKK(k int) bool {
	if f.p.know.endings.finitePast.end(f.l.Fold(k), 2) { // өткізді
		return false
	}
	for _, a := range f.l.Analyses(k) {
		if a.Harmony && strings.Contains(a.Slots, "poss3") {
			return true
		}
	}
	return false
}

// bothNamedKK reports whether a Kazakh collective number only sums up those named right
// before it: «Ада Линд пен Болат Ким | екеуі келісті».
func (f *figureReader) bothNamedKK(x *number, s lang.Sentence) bool {
	if f.p.know.pack.Tag != "kk" || x.digits || x.start <= s.First {
		return false
	}
	w := f.l.Fold(x.start)
	if !strings.HasSuffix(w, "еуі") && !strings.HasSuffix(w, "ауы") {
		return false
	}
	return len(f.p.covering(lang.PersonChunk, x.start-1)) > 0
}
