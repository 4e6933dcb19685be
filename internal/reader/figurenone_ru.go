package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// inWordRU reports whether a number in digits is joined to the Russian word for its
// multiplier, which tells the place in a row or what is of such a size: «17-миллионный
// житель».
func (f *figureReader) inWordRU(x *number, s lang.Sentence) bool {
	if k := x.start - 1; f.p.know.russian && k > s.First && f.l.Rune(k) == '.' && f.l.Fold(k-1) == "ул" { // на ул. 50 лет Победы
		return true
	}
	if !f.p.know.russian || !x.digits || x.end+1 >= s.Last || f.l.Rune(x.end) != '-' || !f.l.Is(x.end+1, lang.Glued) {
		return false
	}
	w := f.l.Fold(x.end + 1)
	return strings.HasPrefix(w, "этажн") || strings.HasPrefix(w, "миллионн") || strings.HasPrefix(w, "тысячн") || strings.HasPrefix(w, "миллиардн")
}

// teamAge reports whether a Russian number of years says how old those of a team, a
// tournament or a group of people may be: «сборная России до 18 лет», «дети до 5
// лет».
func (f *figureReader) teamAge(x *number, s lang.Sentence) bool {
	k := x.start - 1
	if !f.p.know.russian || x.value > 40 || k-1 < s.First || x.end >= s.Last {
		return false
	}
	switch f.l.Fold(k) {
	case "до", "старше", "младше":
	default:
		return false
	}
	if w := f.l.Fold(x.end); w != "лет" && w != "года" {
		return false
	}
	for i := k - 1; i >= s.First && i >= k-3; i-- {
		if f.l.Plays(i, f.p.know.roles.aged) {
			return true
		}
		if f.l.Is(i, lang.Punct) {
			return false
		}
	}
	return false
}

// otherUnit reports whether the second number of what looks like a Russian range is
// told in another unit, so that it says the first anew: «1,02% или 201,1 тыс.
// человек».
func (f *figureReader) otherUnit(x, y *number, s lang.Sentence) bool {
	if !f.p.know.russian || x.end >= s.Last || y.end >= s.Last {
		return false
	}
	return f.l.Rune(x.end) == '%' && f.l.Rune(y.end) != '%'
}

// schoolYears reports whether Russian numbers tell the years of school that pupils are
// in: «школьники 8–11 классов».
func (f *figureReader) schoolYears(x *number) bool {
	start, end := x.start-1, x.end
	if start > 1 && isDash(f.l.Rune(start)) && f.l.Is(start-1, lang.Number) {
		start -= 2
	}
	if isDash(f.l.Rune(end)) && end+1 < len(f.l.Toks) && f.l.Is(end+1, lang.Number) {
		end += 2
	}
	return f.p.know.russian && x.value < 13 && strings.HasPrefix(f.l.Fold(end), "класс") && start >= 0 && f.l.Plays(start, f.p.know.roles.aged)
}

// roseFrom reports whether a verb of rising stands before the Russian level at token
// start, in its clause: «выросла с 900 до 14 тысяч».
func (f *figureReader) roseFrom(start int, s lang.Sentence) bool {
	for k := start - 2; f.p.know.russian && k >= s.First && k >= start-9 && f.l.Rune(k) != ','; k-- {
		if f.l.Plays(k, f.p.know.roles.roseVerb) {
			return true
		}
	}
	return false
}

// amountRU takes the change of a Russian amount behind «на»: from the comparative behind
// it, «на 15 тысяч меньше, чем», or from the verb, where the amount opens the clause: «На 31
// тысячу снизилось население».
func (f *figureReader) amountRU(st *read.Statement, start, end int) bool {
	if end >= len(f.l.Toks) {
		return false
	}
	r := &f.p.know.roles
	first := (start-1 == 0 || f.l.Is(start-1, lang.Cap) || f.l.Rune(start-2) == ',' || f.l.Rune(start-2) == ';') && !endsAny(f.l.Fold(end-1), "ах", "ях")
	switch w := f.l.Fold(end); {
	case w == "больше" && !f.l.Plays(end+1, r.mostOfAll), first && f.l.Plays(end, r.roseVerb):
		st.Change = "rise"
	case w == "меньше" && !f.l.Plays(end+1, r.mostOfAll), first && f.l.Plays(end, r.fellVerb):
		st.Change = "fall"
	}
	return st.Change != ""
}
