package reader

import (
	"math"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
	"shanyraq/internal/read"
)

// thoseRu reads a Russian number whose noun the figure before it in the sentence
// has named: «3400 домов, из них 2100 — на севере», «на 1213 меньше, чем в 2022
// году», «из 118 больниц 17 частные», «250 врачей, ещё 45 вышли на пенсию».
func (f *figureReader) thoseRu(x *number, st *read.Statement, s lang.Sentence) bool {
	if st.Unit == "" && x.scaled && f.last.end == s.Last && f.lastSentence == s && f.lastNumber.scaled && f.amountUnit() && f.ofThemRu(x.start-2) { // 582 тыс. тонн, из них 310 тыс. минтая
		st.Unit = f.lastUnit
		return true
	}
	if st.Unit != "" || x.ordinal || f.last.end != s.Last || f.last.noun == "" && f.last.unit != "person" || f.last.unit != "" && f.last.unit != "person" {
		return f.shareInRowRu(x, st, s)
	}
	verb := f.countedVerbRu(x, st)
	if st.Counted != "" && !verb && !f.wholeRu(x, s) {
		return false
	}
	switch {
	case f.ofThemRu(x.end) && f.didRu(x.end+2): // 19 из них получила партия
	case f.ofThemRu(x.end), f.ofThemRu(x.start - 2): // what they are is told behind: из них 1700 — граждане
		st.Unit, st.Counted = f.last.unit, ""
		return true
	case f.restOfRowRu(x, st, s):
	case f.wholeRu(x, s), f.moreByRu(x, s), f.levelOfLast(x, s):
	case f.last.unit == "person" && st.Counted == "" && f.l.Rune(x.start-1) == ',' && (f.last.noun == "" || isDash(f.l.Rune(x.end))): // из них 341 — в реанимации, 87 привиты
		st.Unit = f.last.unit
		return true
	case (verb || st.Counted == "") && x.start > s.First && f.l.Fold(x.start-1) == "еще":
	default:
		if verb {
			st.Counted = ""
		}
		return f.shareInRowRu(x, st, s)
	}
	st.Unit, st.Counted = f.last.unit, f.last.noun
	return true
}

// ofThemRu reports whether «из них» or «из которых» stands at token i.
func (f *figureReader) ofThemRu(i int) bool {
	if i < 0 || i+1 >= len(f.l.Toks) || f.l.Fold(i) != "из" {
		return false
	}
	switch f.l.Fold(i + 1) {
	case "них", "которых", "этих", "тех":
		return true
	}
	return false
}

// didRu reports whether a Russian verb stands at token i.
func (f *figureReader) didRu(i int) bool {
	return i < len(f.l.Toks) && f.l.Is(i, lang.Lower) && (f.pastRU(i) || f.p.know.endings.futureEnd.end(f.l.Fold(i), 4) || f.p.know.endings.finiteEnd.end(f.l.Fold(i), 4))
}

// restOfRowRu reports whether a bare number goes on with what was counted: a part of the
// whole that opens the sentence, behind a verb or before one («из девяти агрегатов
// работают семь, два стоят»), or one behind a comma and before a dash («девять –
// социалисты»).
func (f *figureReader) restOfRowRu(x *number, st *read.Statement, s lang.Sentence) bool {
	if st.Counted != "" || x.start < s.First+2 {
		return false
	}
	if f.wholeFirst(s.First) && f.didRu(x.start-1) && x.start-1 == f.last.tok {
		return true
	}
	k := f.bareStart(x.start, s) - 1
	if k-2 > s.First && f.l.Plays(k, f.p.know.roles.including) && f.l.Fold(k-2) == "в" && f.l.Has(x.end, f.p.know.lists.eventIn) { // в том числе 120 в Лусаке
		return true
	}
	if f.l.Rune(k) != ',' && !f.l.Has(k, f.p.know.lists.andWord) {
		return false
	}
	if f.last.noun != "" && f.l.Has(x.end, f.p.know.lists.eventIn) && f.l.Has(x.end+1, lang.PlaceChunk) { // 14 школ в Перу, 12 | в Чили
		return true
	}
	return f.wholeFirst(s.First) && f.didRu(x.end) || isDash(f.l.Rune(x.end)) && !f.l.Is(x.end, lang.Glued) && f.l.Is(x.end+1, lang.Lower)
}

// wholeFirstRu reports whether the Russian word before a whole stands at token k.
func (f *figureReader) wholeFirstRu(k int) bool {
	return f.p.know.russian && f.l.Fold(k) == "из"
}

// moreByRu reports whether a number says by how many there are more or fewer.
func (f *figureReader) moreByRu(x *number, s lang.Sentence) bool {
	if x.start <= s.First || x.end >= s.Last || f.l.Fold(x.start-1) != "на" {
		return false
	}
	switch f.l.Fold(x.end) {
	case "больше", "меньше":
		return true
	}
	return false
}

// wholeRu reports whether the whole stands right before a number in «из 118
// больниц 17 частные».
func (f *figureReader) wholeRu(x *number, s lang.Sentence) bool {
	return f.last.tok == x.start && f.l.Fold(f.last.first-1) == "из" && f.last.first > s.First
}

// countedVerbRu reports whether what a number seems to count is a verb of the past
// plural: no noun in -ли stands behind numbers other than two, three and four.
func (f *figureReader) countedVerbRu(x *number, st *read.Statement) bool {
	w := lang.Fold(st.Counted)
	last := int64(x.value) % 10
	return w != "" && !strings.ContainsRune(w, ' ') && strings.HasSuffix(w, "ли") && len(w) > 8 && (last < 2 || last > 4 || int64(x.value)%100/10 == 1)
}

// shareInRowRu gives a bare number in a row of shares the measure that the first of
// them names: «в услугах занято 38 %, в сельском хозяйстве 14 и в добыче всего 6».
func (f *figureReader) shareInRowRu(x *number, st *read.Statement, s lang.Sentence) bool {
	if st.Unit == "" && st.Counted == "" && x.digits && x.start > s.First && f.l.Fold(x.start-1) == "против" && f.lastSentence == s && f.lastUnit != "person" && f.lastUnit != "year" &&
		math.Abs(math.Log10(math.Abs(x.value)/math.Abs(f.lastNumber.value))) < 1 { // 53 центнеров против 48
		st.Unit, f.lastNumber = f.lastUnit, *x
		return f.lastUnit != ""
	}
	if st.Unit != "" || st.Counted != "" || !x.digits || x.scaled || x.value > 100 || f.lastSentence != s || f.lastUnit != "percent" {
		return false
	}
	if end := x.end; end < s.Last && f.l.Is(end, lang.Word) && !f.l.Has(end, f.and) && f.l.Fold(end) != "и" {
		return false
	}
	for i := x.start - 1; i > s.First && i >= x.start-5; i-- {
		if r := f.l.Rune(i); r == ',' || r == ';' || f.l.Fold(i) == "и" || f.l.Fold(i) == "а" {
			switch f.l.Fold(i + 1) {
			case "в", "во", "на", "у", "среди":
				st.Unit, f.lastNumber = "percent", *x
				return true
			}
			return false
		}
		if !f.l.Is(i, lang.Word) && !isDash(f.l.Rune(i)) || f.used[i] {
			return false
		}
	}
	return false
}

// shareOfRu names what a Russian fraction is a share of, behind it: «две трети
// опрошенных», «четверть полей».
func (f *figureReader) shareOfRu(st *read.Statement, m *pattern.Match, s lang.Sentence) bool {
	_, b, ok := m.Capture("share")
	if !ok || !f.p.know.russian || b >= s.Last || !f.l.Is(b, lang.Lower) || f.used[b] || f.l.Has(b, f.stop) || f.l.Has(b, f.unit) || f.l.Has(b, f.p.know.lists.timeUnit) || f.l.Has(b, f.p.know.lists.centuryWord) || f.didRu(b) || f.p.know.endings.futureEnd.end(f.l.Fold(b), 2) || f.l.Has(b, f.p.know.lists.changeAfter) || f.comparesRu(b) || f.anyOfRu(b) {
		return false
	}
	if f.l.Has(b, f.p.know.lists.definite) { // половина | всех расходов
		b++
	}
	from, to := f.countedNoun(st, b, s)
	if from == b && to == b+2 && strings.HasSuffix(f.l.Fold(b), "ая") && endsAny(f.l.Fold(b+1), "ла", "ло", "ли", "на", "та") { // половина урожая | погибла
		to--
	}
	if w := f.l.Fold(b); from == b && to == b+2 && (strings.HasSuffix(w, "ых") || strings.HasSuffix(w, "их") || strings.HasSuffix(w, "ий")) && strings.TrimRight(f.l.Fold(b+1), "ыиоеаятую") != f.l.Fold(b+1) {
		to-- // две трети опрошенных | согласны: no genitive of many ends so
	}
	if from < to {
		f.set(st, from, to)
		st.Unit = ""
	}
	return from < to
}

// anyOfRu reports whether a Russian pronoun stands at token i that names nothing of which
// there is a share: «половина того, что собрали», «половину этого он отдал».
func (f *figureReader) anyOfRu(i int) bool {
	switch f.l.Fold(i) {
	case "того", "тех":
		return true
	case "этого", "всего":
		return !f.l.Is(i+1, lang.Lower) || f.l.Has(i+1, f.p.know.lists.pronoun)
	}
	return false
}

// comparesRu reports whether a Russian comparative stands at token i: «на треть выше».
func (f *figureReader) comparesRu(i int) bool {
	w := f.l.Fold(i)
	for _, e := range [...]string{"ее", "ше", "же", "че", "ле"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// sameChangeRu reports whether a percentage goes on with the change of the one before it
// in a row that leaves the verb out: «картофель подорожал на 3,4 %, капуста – на 2,1 %».
func (f *figureReader) sameChangeRu(start int) bool {
	k := start - 1
	if !f.l.Plays(k, f.p.know.roles.forAmount) || !isDash(f.l.Rune(k-1)) {
		return false
	}
	for k -= 2; k > f.last.tok; k-- {
		if !f.l.Is(k, lang.Word) || f.didRu(k) {
			return false
		}
	}
	return k == f.last.tok && f.l.Rune(k) == ','
}

// peopleMany gives a bare Russian number of people the people that stands right before
// it and a dash or a verb that numbers it: «украинцев насчитывается 375 тысяч, уйгуров — 306
// тысяч», «дунган, по данным на 1 января, насчитывается 79 тысяч».
func (f *figureReader) peopleMany(g *figure) bool {
	st := &g.st
	if st.Group != "" || g.value < 1 || g.value != math.Trunc(g.value) || st.Change != "" || !(st.Unit == "" && st.Counted == "" || st.Unit == "person" && strings.HasPrefix(st.Counted, "человек")) {
		return false
	}
	k := f.bareStart(g.start, g.s) - 1
	switch {
	case k <= g.s.First:
		return false
	case isDash(f.l.Rune(k)) && !f.l.Is(k, lang.Glued):
	case f.l.Plays(k, f.p.know.roles.populaceGap) || f.l.Plays(k, f.p.know.roles.numbers):
		if f.l.Plays(k-1, f.p.know.roles.numbers) { // казахов здесь | проживает 12 тысяч
			k--
		}
		if f.l.Rune(k-1) == ',' { // an aside
			for k--; k > g.s.First && f.l.Rune(k-1) != ','; k-- {
			}
			k--
		}
	default:
		return false
	}
	for i := max(g.s.First, k-3); i < k; i++ {
		if m, ok := f.p.mentionAt(i, lang.GroupChunk); ok && m.end == k && m.entity >= 0 && !(f.l.Has(m.start-1, f.and) && f.l.Has(m.start-2, lang.GroupChunk)) {
			st.Unit = "person"
			f.setPeople(st, m)
			return true
		}
	}
	return false
}
