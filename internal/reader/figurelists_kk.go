package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// unitAhead gives a Kazakh number of a list the unit that only the last one has:
// «азық-түлік тауарлары 36,8, өзге тауарлар 63,2 пайызды құрады», «11,2, 10,6 және
// 9,8 пайызға». The numbers are alike, and between two of them stand a mark or a
// conjunction and at most a few words of what the next is of.
func (f *figureReader) unitAhead(st *read.Statement, x *number, end int, s lang.Sentence) {
	if f.p.know.pack.Tag != "kk" || !x.digits {
		return
	}
	if y, ok := f.p.numberAt(end); ok && y.end < s.Last && y.digits { // 3100-ден 4250 кронаға дейін
		switch f.l.Fold(end - 1) {
		case "дан", "ден", "тан", "тен", "нан", "нен":
			if u, _, ok := f.unitAt(y.end); ok && u != "year" {
				st.Unit = u
			}
		}
		return
	}
	for n := 0; n < 8; n++ {
		if end >= s.Last || f.l.Rune(end) != ',' && !f.l.Has(end, f.and) {
			return
		}
		next := f.nextNumber(end+1, 6, s)
		if next == nil || !next.digits || next.scaled != x.scaled || whole(next) != whole(x) || whole(x) && next.start > end+1 {
			return
		}
		end = f.skipCase(next.end, s)
		if u, _, ok := f.l.Value(end, f.unit); ok {
			if u != "year" && (u == "percent" || next.start == x.end+1) {
				st.Unit = u
			}
			return
		}
	}
}

// whole reports whether a number has no fraction.
func whole(x *number) bool { return x.value == float64(int64(x.value)) }

// nextNumber gives the number that begins at token i or behind at most reach
// words, none of them a verb; nil where there is none.
func (f *figureReader) nextNumber(i, reach int, s lang.Sentence) *number {
	for k := i; k < s.Last && k <= i+reach; k++ {
		if y, ok := f.p.numberAt(k); ok && y.end < s.Last {
			if y.ordinal || y.roman || f.used[y.start] {
				return nil
			}
			return y
		}
		if t := &f.l.Toks[k]; !t.Is(lang.Word) && f.l.Rune(k) != '-' || f.endsLikeVerb(k) || f.l.Has(k, f.unit) {
			return nil
		}
	}
	return nil
}

// changeAhead gives a percentage of a Kazakh list the change that the verb behind
// the last of them tells: «жүгері 70 пайызға, ал бидай 55 пайызға төмендеген»,
// «11,2, 10,6 және 9,8 пайызға көтерілді». No other verb stands between.
func (f *figureReader) changeAhead(st *read.Statement, x *number, end int, s lang.Sentence) {
	c := f.p.know.lists.changeAfter
	if c == lang.NoClass || st.Change != "" || st.Unit == "" || st.Unit != "percent" && !dativeKK(f.l.Fold(end-1)) || f.p.know.pack.Tag != "kk" {
		return
	}
	if end >= s.Last || f.l.Rune(end) != ',' && !f.l.Has(end, f.and) || end > x.end && f.l.Has(x.end, f.unit) && !dativeKK(f.l.Fold(end-1)) {
		return
	}
	numbers := 0
	for k := end + 1; k < s.Last && k < end+24; k++ {
		if v, _, ok := f.l.Value(k, c); ok {
			if numbers > 0 && (dativeKK(f.l.Fold(k-1)) || st.Unit != "percent" && f.l.Plays(k-1, f.p.know.roles.percentWord)) {
				st.Change = v
			}
			return
		}
		if _, ok := f.p.numberAt(k); ok {
			numbers++
		}
		if r := f.l.Rune(k); r == ';' || r == ':' || f.endsLikeVerb(k) && !f.l.Has(k, f.unit) {
			return
		}
	}
}

// dativeKK reports whether a folded word has the ending of the dative.
func dativeKK(w string) bool {
	return strings.HasSuffix(w, "ға") || strings.HasSuffix(w, "ге") || strings.HasSuffix(w, "қа") || strings.HasSuffix(w, "ке")
}

// peopleOf reports whether a Kazakh number stands right behind the word for the
// people of a place, so that it counts persons: «халқы 295 миллион».
func (f *figureReader) peopleOf(x *number) bool {
	if f.p.know.pack.Tag != "kk" || x.start == 0 || !x.scaled {
		return false
	}
	v, _, ok := f.l.Value(x.start-1, f.p.know.lists.numberNoun)
	return ok && v == "population" && !genitiveKK(f.l.Fold(x.start-1))
}

// amountKK reports whether a Kazakh figure of a measure, of money or of people, which ends
// before token end, is in the dative that tells by how much something rose or fell: «су 2
// метрге көтерілді», «штат 200 адамға қысқарды». What falls may fall somewhere («200
// адамға түсті»), and what is high or many is only set beside.
func (f *figureReader) amountKK(st *read.Statement, end int) bool {
	c := f.p.know.lists.changeAfter
	if c == lang.NoClass || st.Unit == "°C" || st.Unit == "" && (st.Counted != "" || !f.l.Has(end-1, f.p.know.lists.mult)) || !f.l.Has(end, c) || !dativeKK(f.l.Fold(end-1)) || f.l.Has(end, f.qualAfter) || f.l.Plays(end, f.p.know.roles.higherLower) {
		return false
	}
	return !strings.HasPrefix(f.l.Fold(end), "түс")
}

// levelReach is how many words stand at most between two Kazakh levels of a change.
const levelReach = 3

// fromLevelKK reports whether a number in the ablative with its unit stands before the
// Kazakh number at token start, so that this one is the level it came to: «12 пайыздан |
// 20 пайызға өсті».
func (f *figureReader) fromLevelKK(start int) bool {
	for k := start - 1; k > 1 && k >= start-1-levelReach && f.l.Is(k, lang.Word); k-- {
		if f.inDate(k) { // 2021 жылғыдан 7,5 пайызға аз
			return false
		}
		if ablativeKK(f.l.Fold(k)) && (f.l.Has(k, f.unit) || f.l.Rune(k-1) == '-' || f.l.Rune(k-1) == '%') {
			x := k - 1
			for x > 0 && !f.l.Is(x, lang.Number) && x > k-4 {
				x--
			}
			return f.l.Is(x, lang.Number)
		}
	}
	return false
}
