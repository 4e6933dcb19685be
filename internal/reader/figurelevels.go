package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// hyphenUnit reads the unit of "three-day", "180-page".
func (f *figureReader) hyphenUnit(end *int, s lang.Sentence, st *read.Statement) bool {
	i := *end
	if i+1 >= s.Last || f.l.Rune(i) != '-' || !f.l.Is(i, lang.Glued) || !f.l.Is(i+1, lang.Glued) {
		return false
	}
	if u, e, ok := f.l.Value(i+1, f.unit); ok {
		st.Unit, *end = u, e
		return true
	}
	if u, e, ok := f.l.Value(i+1, f.unitAdj); ok && f.unitAdj != lang.NoClass { // 28-процентный
		st.Unit, *end = u, e
		return true
	}
	switch { // a unit in the singular that is another word too
	case f.echo == lang.NoClass:
		return false
	case f.l.Fold(i+1) == "foot":
		st.Unit = "ft"
	case f.l.Fold(i+1) == "pound":
		if st.Unit = "lb"; f.l.Plays(i+2, f.p.know.roles.paidIn) {
			st.Unit = "GBP"
		}
	default:
		return false
	}
	*end = i + 2
	return true
}

// grewFrom reports whether the number at token start is the level from which
// something rose or fell to another («вырастет со 120 до 190 тысяч»): the two
// are no range. The pack's list grewword has the verbs and nouns.
func (f *figureReader) grewFrom(start int, s lang.Sentence) bool {
	if f.grew == lang.NoClass || start <= s.First || !f.l.Has(start-1, f.p.know.lists.levelFrom) && !(f.echo != lang.NoClass && f.l.Plays(start-1, f.p.know.roles.fromWhere)) || f.l.Fold(start-1) == "от" {
		return false
	}
	k := start - 2
	if k > s.First && (f.l.Rune(k) == ',' || isDash(f.l.Rune(k))) { // rose by 6 %, from 12 to 14 tonnes
		if f.l.Plays(s.First, f.p.know.roles.beforeMain) { // since pay rose, | from 3 to 5 schools were built
			return false
		}
		k--
	}
	for ; k >= s.First && k >= start-9; k-- {
		if f.l.Has(k, f.grew) {
			return true
		}
		if f.l.Rune(k) == ',' || f.l.Rune(k) == ';' {
			return false
		}
	}
	return false
}

// borrowUnit gives the first of "10 and 12 per cent" the unit of the second.
func (f *figureReader) borrowUnit(st *read.Statement, x *number, end int, s lang.Sentence) {
	if st.Unit != "" || end >= s.Last || !(f.l.Has(end, f.and) || f.l.Has(end, f.rangeTo) || f.l.Rune(end) == ',') {
		return
	}
	y, ok := f.p.numberAt(end + 1)
	if !ok || y.end >= s.Last {
		return
	}
	if f.p.know.russian && f.grewFrom(x.start, s) && f.l.Has(y.end, f.person) { // с 900 до 700 человек
		st.Unit, st.Counted = "person", f.l.Slice(y.end, y.end+1)
		return
	}
	if u, _, ok := f.l.Value(f.skipCase(y.end, s), f.unit); ok && u != "year" && !(u == "percent" && (x.scaled || x.value > 100 && y.value <= 100)) { // by 1.7 million or 5.0%
		st.Unit = u
	}
}

// scaleLike gives "3" of "3 to 5 million" the million of its partner.
func scaleLike(v, partner float64) float64 {
	m := 1000.0
	for m*1000 <= partner {
		m *= 1000
	}
	return v * m
}

// amountUnit reports whether the last unit measures how much of a thing there
// is, in numbers that run into thousands and millions.
func (f *figureReader) amountUnit() bool {
	return amountUnit(f.lastUnit)
}

// amountUnit reports whether so much of something is had, not how long or how far it is:
// tonnes, litres, hectares.
func amountUnit(unit string) bool {
	switch unit {
	case "t", "m3", "km3", "kWh", "MWh", "GWh", "l", "bbl", "kg", "ha":
		return true
	}
	return false
}

// moneyBefore reports whether the sentence before in the paragraph gave a sum of
// money in millions as a bare number does: "Donors pledged 390 million
// dollars. The Union promised 48 million."
func (f *figureReader) moneyBefore(x *number, s lang.Sentence) bool {
	return f.lastSentence.Last == s.First && s.First > 0 && !f.l.Toks[s.First].Para &&
		isCode(f.lastUnit) && f.alike(x) && (f.echo != lang.NoClass || x.value >= 1e6 && f.lastNumber.value >= 1e6)
}

// byThenTo reports whether English "by" stands before a number that is how much
// something changed and the one behind "to" is the level it came to: "fell by 120
// to 1,480". A range is not so wide: "by 10 to 15".
func (f *figureReader) byThenTo(x, y *number, change string) bool {
	return f.echo != lang.NoClass && change != "" && x.start > 0 && f.l.Plays(x.start-1, f.p.know.roles.by) && y.value > 4*x.value
}

// scaledPartner gives the number behind a conjunction whose thousands or millions are those
// of a number with a fraction too: "449.8 and 120.6 thousand", «449,8 и 120,6 тысячи».
func (f *figureReader) scaledPartner(x *number) *number {
	if !x.digits || x.scaled || whole(x) || !f.l.Has(x.end, f.and) {
		return nil
	}
	y, ok := f.p.numberAt(x.end + 1)
	if !ok || !y.digits || !y.scaled || y.value < 1000 || !strings.ContainsAny(f.l.Slice(y.start, y.start+1), ".,") {
		return nil
	}
	return y
}
