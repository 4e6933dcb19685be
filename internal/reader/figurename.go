package reader

import (
	"math"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// ofName reports whether a number in digits is a part of the name before it, which the
// verb right behind it shows: a verb in the singular has no such number for its subject.
// "Protocol 12 was signed", «Союз 11 стартовал», but "in Mali 12 were hurt", «в Чаде 12
// погибли».
func (f *figureReader) ofName(x *number, s lang.Sentence) bool {
	k, v := x.start-1, x.end
	if !x.digits || x.scaled || x.end != x.start+1 || x.value < 2 || k < s.First || v >= s.Last || !f.l.Is(k, lang.Cap) || !f.l.Is(v, lang.Lower) {
		return false
	}
	if f.l.Has(k, lang.PlaceChunk) || f.l.Has(k, lang.GroupChunk) || f.inDate(k) || f.placeEndingAt(x.start) != nil || f.l.Has(k, f.currency) || f.l.Has(k, f.qual) {
		return false
	}
	if f.echo != lang.NoClass {
		return f.l.Plays(v, f.p.know.roles.verbOfOne)
	}
	if !f.p.know.russian || f.l.Has(k, f.p.know.lists.funcWord) {
		return false
	}
	if last := int64(x.value) % 10; last == 1 { // 21 ушёл
		return false
	}
	w := f.l.Fold(v)
	return f.l.Plays(v, f.p.know.roles.verbOfOne) || endsAny(w, "лся", "лась", "овал", "овала", "ается", "яется", "ится", "ается") && f.didRu(v)
}

// ofNumbered reports whether a number in digits that counts nothing tells the noun right
// before it from others of its kind: "They spoke of season 12", «Здесь находится блок 12».
func (f *figureReader) ofNumbered(x *number, st *read.Statement) bool {
	return x.digits && !x.scaled && x.end == x.start+1 && st.Unit == "" && st.Counted == "" && st.Group == "" && st.Qualifier == "exact" && x.value >= 1 &&
		x.start > 0 && !f.l.Is(x.start, lang.Glued) && f.l.Plays(x.start-1, f.p.know.roles.numberedNoun) && !f.toldApart(x)
}

// toldApart reports whether the noun before a number is told already, or only where
// something was, so that the number is of others: "In the last game 12 were hurt",
// «В школе 12 заболели».
func (f *figureReader) toldApart(x *number) bool {
	k := x.start - 2
	if f.p.know.russian {
		return endsAny(f.l.Fold(x.end), "ли", "лись") && f.l.Has(k, f.p.know.lists.inPrep)
	}
	return k >= 0 && (f.l.Has(k, f.definite) || f.l.Has(k, f.p.know.lists.indefinite) || f.l.Has(k, f.p.know.lists.relDir) || f.l.Has(k, f.p.know.lists.ordinal) || f.l.Has(k, f.p.know.lists.possessive) || f.l.Has(k, f.p.know.lists.nthLast) || f.l.Fold(k) == "s")
}

// orderedRU reports whether a Russian number of more than one stands before a noun in the
// nominative singular, which it gives a place in a row: «5 класс пел», but «5 классов пели».
func (f *figureReader) orderedRU(x *number) bool {
	if !f.p.know.russian || !x.digits || x.scaled || x.end != x.start+1 || x.value != float64(int64(x.value)) || !f.l.Plays(x.end, f.p.know.roles.orderedNoun) {
		return false
	}
	n := int64(x.value) % 100
	return n%10 != 1 || n == 11
}

// ofNumberedName reports whether a number in digits belongs to such an English noun that has
// a capital or is a part of something, whatever stands behind it: "of World War 2 ended",
// "unit 3 of the plant"; and to a Russian one that opens its sentence, «Комната 305 пуста».
func (f *figureReader) ofNumberedName(x *number, s lang.Sentence) bool {
	k := x.start - 1
	if f.p.know.russian && k >= s.First && x.digits && !x.scaled && x.end == x.start+1 && f.l.Plays(k, f.p.know.roles.numberedNoun) && (k == s.First && f.l.Is(k, lang.Cap) || strings.Contains(f.l.Slice(x.start, x.end), ".")) { // Комната 305 пуста; версия 2.5 программы
		return true
	}
	return f.echo != lang.NoClass && x.digits && !x.scaled && x.end == x.start+1 && k >= s.First && f.l.Plays(k, f.p.know.roles.numberedNoun) &&
		(f.l.Is(k, lang.Cap) && (k > s.First || x.end < s.Last && f.endsLikeVerb(x.end)) || f.l.Has(x.end, f.of) && f.l.Has(x.end+1, f.definite) && !f.toldApart(x))
}

// endsAny reports whether a word ends with one of some endings.
func endsAny(w string, ends ...string) bool {
	for _, e := range ends {
		if len(w) > len(e) && w[len(w)-len(e):] == e {
			return true
		}
	}
	return false
}

// modelAt reports whether a word with a capital at token i is tied to a number by a hyphen,
// as the names of models are: MiG-29.
func (f *figureReader) modelAt(i int, s lang.Sentence) bool {
	return f.l.Is(i, lang.Cap) && i+2 < s.Last && f.l.Rune(i+1) == '-' && f.l.Is(i+1, lang.Glued) && f.l.Is(i+2, lang.Number) && f.l.Is(i+2, lang.Glued)
}

// clockSpanRU reports whether a Russian number is one end of the hours of a day, «работает с
// 9 до 18 часов», which «от» tells of a length: «от 9 до 18 часов».
func (f *figureReader) clockSpanRU(x *number, s lang.Sentence) bool {
	if !f.p.know.russian || !x.digits || x.value > 24 || x.start == s.First {
		return false
	}
	first, second := x, x
	switch f.l.Fold(x.start - 1) {
	case "с", "со":
		y, ok := f.p.numberAt(x.end + 1)
		if !ok {
			return false
		}
		second = y
	case "до":
		k := x.start - 2
		if k <= s.First {
			return false
		}
		y, ok := f.p.numberAt(k)
		if !ok || y.end != k+1 {
			return false
		}
		first = y
	default:
		return false
	}
	if first == second || !second.digits || second.value > 24 || first.value > 24 || second.end >= s.Last || f.l.Fold(second.start-1) != "до" || first.start == s.First || f.grewFrom(first.start, s) {
		return false
	}
	w := f.l.Fold(first.start - 1)
	return (w == "с" || w == "со") && f.l.Fold(second.end) == "часов"
}

// roundCount reports whether a number that looks like a year counts the things named behind
// it: in Russian and Kazakh, where a year is told with its word, and in English behind a
// qualifier, "up to 2000 jobs", or of round hundreds behind a verb of the past, "sold 1800
// trees", but "amended 1996 rules".
func (f *figureReader) roundCount(x *number, st *read.Statement) bool {
	if st.Counted == "" || !f.l.Is(x.end, lang.Lower) && f.l.Rune(x.end) != '-' || f.echo == lang.NoClass && f.l.Is(x.end, lang.Latin) {
		return false
	}
	if f.p.know.headLast && genitiveKK(f.l.Fold(x.end)) { // 1845 өтінімнің 212-сі
		return false
	}
	if f.echo != lang.NoClass && math.Mod(x.value, 100) == 0 && f.l.Is(x.start-1, lang.Lower) && strings.HasSuffix(f.l.Fold(x.end), "s") && f.pastAt(x.start-1) { // reclaimed 2000 objects
		return true
	}
	return f.echo == lang.NoClass && (!f.l.Is(x.start-1, lang.Cap) || f.l.Has(x.start-1, f.qual)) || f.echo != lang.NoClass && st.Qualifier != "exact" && f.l.Is(x.end, lang.Lower)
}

// didSomethingEN reports whether an English word right behind a number is a verb of the
// past with a name for its object: "300 | reached Niger", but "300 displaced Yazidis".
func (f *figureReader) didSomethingEN(i int) bool {
	if f.echo != lang.NoClass && f.l.Is(i, lang.Lower) && f.p.know.endings.pastEnd.end(f.l.Fold(i), 2) && f.l.Is(i+1, lang.Lower) && endsAny(f.l.Fold(i+1), "ly") && !f.l.Is(i+2, lang.Lower) { // 142 | injured seriously
		return true
	}
	if f.echo == lang.NoClass || !f.l.Is(i, lang.Lower) || !f.l.Is(i+1, lang.Cap) || f.l.Has(i+1, lang.GroupChunk) || f.l.Has(i+1, f.p.know.lists.natAdj) || f.l.Has(i+1, f.p.know.lists.stateAdj) {
		return false
	}
	return f.pastAt(i)
}

// pastAt reports whether an English word may be a verb of the past: "sold", "opened".
func (f *figureReader) pastAt(i int) bool {
	return f.l.Has(i, f.p.know.lists.pastWord) || f.p.know.endings.pastEnd.end(f.l.Fold(i), 2)
}

// hourRU reports whether a Russian number beside a day or at the head of its sentence tells
// the hour of it: «завтра в 10 часов», but «разница в 10 часов».
func (f *figureReader) hourRU(x *number, s lang.Sentence) bool {
	k := x.start - 1
	if !f.p.know.russian || x.value > 23 || k < s.First || x.end >= s.Last {
		return false
	}
	switch f.l.Fold(x.end) {
	case "час", "часа", "часов", "часам":
	default:
		return false
	}
	w := f.l.Fold(k)
	return (w == "в" || w == "к") && (k == s.First || f.inDate(k-1) || f.l.Rune(k-1) == ',')
}

// scoreNoun reports whether the word at token i names the score that stands behind it in
// Russian or Kazakh: «Счёт 2-0», «Есеп 2-0 болды».
func (f *figureReader) scoreNoun(i int, s lang.Sentence) bool {
	if i < s.First {
		return false
	}
	switch f.l.Fold(i) {
	case "счёт", "счет", "счёте", "счете", "есеп", "есебі":
		return true
	}
	return false
}

// openHoursKK reports whether a Kazakh number is one end of the hours that a house is open:
// «Мұражай 9-дан 18-ге дейін ашық», but «9-дан 18 адамға дейін жұмыс істейді».
func (f *figureReader) openHoursKK(x *number, s lang.Sentence) bool {
	if !f.p.know.headLast || !x.digits || x.value > 24 {
		return false
	}
	for k := x.end; k+1 < s.Last && k < x.end+8; k++ {
		if f.l.Is(k, lang.Glued) || f.l.Is(k, lang.Number) {
			continue
		}
		w := f.l.Fold(k + 1)
		return f.l.Fold(k) == "дейін" && (w == "ашық" || w == "жұмыс" && k+2 < s.Last && strings.HasPrefix(f.l.Fold(k+2), "істе"))
	}
	return false
}
