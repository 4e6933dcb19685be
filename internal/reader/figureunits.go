package reader

import (
	"math"
	"strings"

	"shanyraq/internal/lang"
)

// unitAt gives the unit at token i and the token behind it. A power is written
// on its unit: "12 m2", but not "12 m 2 dm".
func (f *figureReader) unitAt(i int) (string, int, bool) {
	u, e, ok := f.l.Value(i, f.unit)
	if ok && f.l.Plays(e, f.p.know.roles.timeAgo) && f.l.Plays(i, f.p.know.roles.oneTime) { // против 48 | годом ранее
		return "", i, false
	}
	if ok && e == i+1 && e+1 < len(f.l.Toks) && f.echo != lang.NoClass && f.l.Toks[i].End-f.l.Toks[i].Start == 1 && f.l.Rune(e) == '-' && f.l.Is(e+1, lang.Glued) && strings.HasSuffix(f.l.Fold(e+1), "s") { // 5 t-shirts
		return "", i, false
	}
	if ok && e == i+1 && len(u) == 3 && u[0] <= 'Z' && f.l.Is(i, lang.Latin) && !f.l.Is(i, lang.Upper) && f.l.Slice(i, e) != u && strings.EqualFold(f.l.Slice(i, e), u) {
		return "", i, false // 2 Bob Dylan songs, but 3 GHz
	}
	if ok && e == i+1 && (u == "hour" || u == "second") && f.l.Is(i, lang.Upper) && f.l.Toks[i].End-f.l.Toks[i].Start <= 3 && !strings.HasSuffix(f.l.Fold(i), "s") {
		return "", i, false // 20 HR managers, 5 SEC filings
	}
	if ok && u == "kV" && e == i+1 && f.l.Slice(i, e) == "кв" { // дом 5 кв. 12
		return "", i, false
	}
	if ok && e-i == 2 && f.l.Is(i+1, lang.Number) && !f.l.Is(i+1, lang.Glued) {
		f.l.Chunks(i, func(c lang.Chunk) bool {
			if c.Class == f.unit && int(c.End) == i+1 {
				u, e = f.l.Entry(c).Value, i+1
			}
			return true
		})
	}
	return u, e, ok
}

// signBehind reads the sign of a currency behind a number: 100 €, 5 млн ₸.
// A word or a letter with a sign is one where no number follows: 250 CA$, but not
// "100 US$ 5".
func (f *figureReader) signBehind(x *number, i int, s lang.Sentence) (string, int, bool) {
	if i >= s.Last || !f.l.Has(i, f.currency) {
		return "", 0, false
	}
	if !f.l.Is(i, lang.Punct) {
		u, e, ok := f.l.Value(i, f.currency)
		return u, e, ok && e == i+2 && f.l.Is(i, lang.Latin) && f.l.Is(i+1, lang.Punct) && f.l.Is(i+1, lang.Glued) && f.l.Rune(i+1) != '.' && !f.l.Is(e, lang.Number)
	}
	if f.p.lat.Is(x.start, lang.Glued) && x.start > s.First && f.l.Has(x.start-1, f.currency) {
		return "", 0, false
	}
	if i+1 < s.Last && f.l.Is(i+1, lang.Number) && f.l.Is(i+1, lang.Glued) { // from 5 $10
		return "", 0, false
	}
	u, e, ok := f.l.Value(i, f.currency)
	return u, e, ok && e == i+1
}

// smallMoney reads the hundredths behind a whole sum: "3 dollars and 50 cents",
// «471 рубль 46 копеек», «471 теңге 46 тиын». The pack's list smallmoney names
// them, each with how many make one.
func (f *figureReader) smallMoney(unit string, x *number, i int, s lang.Sentence) (float64, int, bool) {
	if f.small == lang.NoClass || len(unit) != 3 || unit[0] < 'A' || unit[0] > 'Z' || i+1 >= s.Last || x.value != math.Trunc(x.value) {
		return 0, 0, false
	}
	if f.l.Has(i, f.and) || f.l.Rune(i) == ',' {
		i++
	}
	y, ok := f.p.numberAt(i)
	if !ok || y.end >= s.Last || y.ordinal || y.value < 1 || !f.l.Has(y.end, f.small) {
		return 0, 0, false
	}
	_, e, _ := f.l.Value(y.end, f.small)
	many := 100.0
	if y.value >= many || e > s.Last {
		return 0, 0, false
	}
	f.take(y.start, y.end)
	return y.value / many, e, true
}

// afterMetres reports whether metres were told in words not far before a number that
// is no sum of money: "14.85 metres, farther than the 14.81m of Koneva".
func (n *numberReader) afterMetres(x number) bool {
	if x.start == 0 || n.l.Has(x.start-1, n.p.know.lists.currency) || x.value >= 1000 {
		return false
	}
	for k := x.start - 1; k >= 0 && k > x.start-30; k-- {
		if n.l.Plays(k, n.p.know.roles.metres) {
			return true
		}
	}
	return false
}

// metres reports whether the m glued to a number is the metre: before a word of
// a measure (1.8m tall, 6m x 4m) or a power (40m2); else it is a million.
func (n *numberReader) metres(x number, e int) bool {
	if n.l.Rune(x.end) != 'm' && n.l.Rune(x.end) != 'M' || n.l.Toks[x.end].End-n.l.Toks[x.end].Start != 1 || n.unit == lang.NoClass {
		return false
	}
	if e >= len(n.l.Toks) {
		return false
	}
	if n.glued(e) && n.l.Is(e, lang.Number) || n.farMetres(x, e) {
		return true
	}
	if !n.l.Plays(e, n.p.know.roles.tall) {
		return n.l.Is(e, lang.Punct) && n.afterMetres(x)
	}
	if e+1 < len(n.l.Toks) && n.l.Rune(e+1) == '-' { // a $6m long-term loan
		return false
	}
	return x.start == 0 || !n.l.Has(x.start-1, n.p.know.lists.currency)
}

// farMetres reports whether the m glued to a number that is no sum of money is the metre
// since so many thousand millions are hardly told so, or since they are run or swum: "a
// peak of 4,810m.", "the 400m hurdles", "the women's 200m", but "1,200m roubles".
func (n *numberReader) farMetres(x number, e int) bool {
	l := n.l
	if x.start > 0 && (l.Has(x.start-1, n.p.know.lists.currency) || l.Has(x.start-1, n.p.know.lists.currencyLetter)) {
		return false
	}
	race := l.Plays(e, n.p.know.roles.raced)
	if x.value >= 1000 && x.value < 10000 {
		return race || l.Is(e, lang.Punct) || l.Plays(e, n.p.know.roles.placedAt)
	}
	switch x.value {
	case 50, 60, 80, 100, 110, 200, 400, 600, 800:
		return race || x.start > 1 && l.Fold(x.start-1) == "s" && isApostropheRune(l.Rune(x.start-2)) && (!l.Is(e, lang.Lower) || l.Plays(e, n.p.know.roles.placedAt))
	}
	return false
}

// trillions reports whether the T glued to a sum of money means trillions: $3T, but 3T of
// coal.
func (n *numberReader) trillions(x number) bool {
	return n.glue != lang.NoClass && n.glued(x.end) && n.l.Slice(x.end, x.end+1) == "T" && x.start > 0 && n.l.Is(x.start, lang.Glued) && n.l.Has(x.start-1, n.p.know.lists.currency)
}
