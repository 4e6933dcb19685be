package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// sumAhead gives a bare sum in thousands, millions or more the currency that a
// list tells at its last member only: "exports came to 52.6 billion and imports to
// 38.8 billion dollars", «экспорт – 52,6 миллиард, импорт – 38,8 миллиард доллар».
// All numbers up to there are such sums and no other unit stands between.
func (f *figureReader) sumAhead(st *read.Statement, x *number, end int, s lang.Sentence) {
	if !x.scaled {
		return
	}
	for n := 0; n < 4; n++ {
		next := f.sumBehind(end, s)
		if next == nil {
			return
		}
		end = next.end
		if u, _, ok := f.l.Value(end, f.unit); ok {
			if isCode(u) {
				st.Unit = u
			}
			return
		}
	}
}

// sumBehind gives the next sum of a list in the clauses behind token i, at most
// eight words on; nil where none stands there.
func (f *figureReader) sumBehind(i int, s lang.Sentence) *number {
	if i >= s.Last || f.l.Rune(i) != ',' && !f.l.Has(i, f.and) {
		return nil
	}
	for k := i + 1; k < s.Last && k <= i+8; k++ {
		if y, ok := f.p.numberAt(k); ok {
			if !y.scaled || y.ordinal || y.end >= s.Last || f.used[y.start] {
				return nil
			}
			return y
		}
		switch r := f.l.Rune(k); {
		case r == ';' || r == '.' || r == ':' || r == '(' || r == ')' || f.l.Has(k, f.unit) || f.l.Has(k, f.currency):
			return nil
		}
	}
	return nil
}

// isCode reports whether a unit is a currency by its code of ISO 4217, three capitals;
// GWh is none.
func isCode(unit string) bool {
	return len(unit) == 3 && strings.Trim(unit, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// agedSpan reports whether a number opens a span of ages: «15 пен 34 жас
// аралығындағы», «15-тен 34 жасқа дейін», and Russian «молодёжь от 15 до 24 лет»,
// where those whose age it is stand right before.
func (f *figureReader) agedSpan(x *number, s lang.Sentence) bool {
	if x.value > 120 || x.scaled || x.end+1 >= s.Last {
		return false
	}
	k := f.skipCase(x.end, s)
	joined := f.l.Has(k, f.and) || f.l.Has(k, f.rangeTo) || isDash(f.l.Rune(k))
	switch {
	case joined:
		k++
	case k == x.end || f.p.know.pack.Tag != "kk":
		return false
	}
	y, ok := f.p.numberAt(k)
	if !ok || y.value <= x.value || y.value > 120 || y.scaled || y.end >= s.Last {
		return false
	}
	if f.l.Has(f.skipCase(y.end, s), f.age) {
		return true
	}
	if !f.p.know.russian || x.start-2 < s.First || f.l.Fold(x.start-1) != "от" && f.l.Fold(x.start-1) != "с" {
		return false
	}
	if u, _, ok := f.l.Value(y.end, f.unit); !ok || u != "year" {
		return false
	}
	if !f.l.Has(x.start-2, f.person) && !f.l.Plays(x.start-2, f.p.know.roles.agedMany) {
		return false
	}
	f.take(y.start, y.end)
	return true
}

// twofoldThing reports whether an English word for "twice as much" tells what kind
// a thing is, not how much of it there is: "double taxation", "a triple jump". A
// verb stands behind "to" or a modal, a measure before an article or a pronoun:
// "will double output", "double the sum".
func (f *figureReader) twofoldThing(i int) bool {
	if f.echo == lang.NoClass || i+1 >= len(f.l.Toks) {
		return false
	}
	if !f.l.Plays(i, f.p.know.roles.doubles) {
		return false
	}
	if f.l.Plays(i-1, f.p.know.roles.oneOf) {
		return true
	}
	if !f.l.Is(i+1, lang.Lower) || f.l.Has(i+1, f.stop) || f.l.Has(i+1, f.definite) || f.l.Has(i+1, f.qual) {
		return false
	}
	if f.l.Plays(i-1, f.p.know.roles.beforeDouble) || f.l.Has(i-1, f.p.know.lists.auxVerb) {
		return false
	}
	return true
}

// spanKK reads the upper end of a Kazakh range whose lower end stands in the
// ablative: «үш жылдан сегіз жылға дейін», «50 мыңнан 70 мың теңгеге дейін». end is
// the token behind the lower one, with its unit if it has any. Where a verb of change
// follows the two are levels, no range: «12-ден 15 пайызға дейін өсті».
func (f *figureReader) spanKK(end int, x *number, unit string, s lang.Sentence) (y *number, next int, ok bool) {
	if f.closing == lang.NoClass || f.p.know.pack.Tag != "kk" || end+2 >= s.Last || !ablativeKK(f.l.Fold(end-1)) {
		return nil, 0, false
	}
	y, ok = f.p.numberAt(end)
	if !ok || y.ordinal || y.value <= x.value || y.end >= s.Last || f.used[y.start] {
		return nil, 0, false
	}
	next = f.skipCase(y.end, s)
	if u, e, has := f.unitAt(next); has && e <= s.Last {
		if unit != "" && u != unit {
			return nil, 0, false
		}
		next = f.skipCase(e, s)
	} else if unit != "" {
		return nil, 0, false
	}
	if next >= s.Last || !f.l.Has(next, f.closing) || !dativeKK(f.l.Fold(next-1)) {
		return nil, 0, false
	}
	change := f.p.know.lists.changeAfter
	reach := next + 3
	if f.l.Rune(next+1) == ',' { // 1200 еуродан 1278 еуроға дейін, яғни 6,5%-ға қымбаттады
		reach += 7
	}
	for k := next + 1; change != lang.NoClass && k < s.Last && k <= reach; k++ {
		if f.l.Has(k, change) {
			return nil, 0, false
		}
	}
	return y, y.end, true
}

// ablativeKK reports whether a folded Kazakh word ends as an ablative: қаладан.
func ablativeKK(w string) bool {
	return ablativeEndsKK.end(w)
}
