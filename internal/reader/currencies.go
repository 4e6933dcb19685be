package reader

import (
	"shanyraq/internal/lang"
	"shanyraq/internal/read"
	"strconv"
)

// sharedByMany are currencies that are called by one name in several states: by
// the code of the state that the name alone means (ISO 4217), the other states
// with theirs: the manat of Turkmenistan and of Azerbaijan.
var sharedByMany = map[string]struct {
	home   string
	others [][2]string
}{
	"TMT":   {"TM", [][2]string{{"AZ", "AZN"}}},
	"RUB":   {"RU", [][2]string{{"BY", "BYN"}}},
	"IRR":   {"IR", [][2]string{{"OM", "OMR"}, {"YE", "YER"}}},
	"SAR":   {"SA", [][2]string{{"QA", "QAR"}}},
	"AED":   {"AE", [][2]string{{"MA", "MAD"}}},
	"SEK":   {"SE", [][2]string{{"NO", "NOK"}, {"DK", "DKK"}, {"IS", "ISK"}, {"CZ", "CZK"}}},
	"RON":   {"RO", [][2]string{{"MD", "MDL"}}},
	"dinar": {"", [][2]string{{"BH", "BHD"}, {"DZ", "DZD"}, {"IQ", "IQD"}, {"JO", "JOD"}, {"KW", "KWD"}, {"LY", "LYD"}, {"RS", "RSD"}, {"TN", "TND"}}},
	"MXN":   {"MX", [][2]string{{"AR", "ARS"}, {"CL", "CLP"}, {"CO", "COP"}, {"CU", "CUP"}, {"DO", "DOP"}, {"PH", "PHP"}, {"UY", "UYU"}}},
	"INR":   {"IN", [][2]string{{"LK", "LKR"}, {"MU", "MUR"}, {"NP", "NPR"}, {"PK", "PKR"}, {"SC", "SCR"}}},
	"KES":   {"KE", [][2]string{{"SO", "SOS"}, {"TZ", "TZS"}, {"UG", "UGX"}}},
	"NOK":   {"NO", [][2]string{{"DK", "DKK"}}},
	"PHP":   {"PH", [][2]string{{"BW", "BWP"}}}, // P5 million
	"PGK":   {"PG", [][2]string{{"ZM", "ZMW"}}}, // K5 million
	"GBP":   {"GB", [][2]string{{"EG", "EGP"}, {"LB", "LBP"}, {"SD", "SDG"}, {"SS", "SSP"}, {"SY", "SYP"}}},
	"CHF": {"CH", [][2]string{{"BI", "BIF"}, {"CD", "CDF"}, {"DJ", "DJF"}, {"GN", "GNF"}, {"KM", "KMF"}, {"RW", "RWF"},
		{"BF", "XOF"}, {"BJ", "XOF"}, {"CI", "XOF"}, {"GW", "XOF"}, {"ML", "XOF"}, {"NE", "XOF"}, {"SN", "XOF"}, {"TG", "XOF"},
		{"CF", "XAF"}, {"CG", "XAF"}, {"CM", "XAF"}, {"GA", "XAF"}, {"GQ", "XAF"}, {"TD", "XAF"}}},
}

// homesOf gives for a code the names that states share it may be called by.
var homesOf = func() map[string][]string {
	m := map[string][]string{}
	for home, x := range sharedByMany {
		m[home] = append(m[home], home)
		for _, o := range x.others {
			m[o[1]] = append(m[o[1]], home)
		}
	}
	return m
}()

// ownCurrency gives the currency meant by a name that states share. A name of one
// word is what the text called by its full name last ("Danish kroner … kroner");
// else that of the only one of the others that the text names, where it does not
// name the first; where it names several, that of the one that opens the sentence s
// of the sum, else of the one it tells first. words is how many words the name has.
func (p *part) ownCurrency(unit string, words int, s lang.Sentence) string {
	if unit == "" {
		return unit
	}
	x, shared := sharedByMany[unit]
	if words > 1 {
		for _, home := range homesOf[unit] {
			if p.doc.currencies == nil {
				p.doc.currencies = map[string]string{}
			}
			p.doc.currencies[home] = unit
		}
	}
	if !shared || words > 1 { // швейцарских франков, whatever state the text tells
		return unit
	}
	if code, told := p.doc.currencies[unit]; told {
		return code
	}
	if !widelyHeld(unit) {
		if code := p.openingCurrency(unit, s); code != "" {
			return code
		}
		if code := p.firstTold(unit); code != "" {
			return code
		}
	}
	ids := p.doc.personIndex().ids
	if _, home := ids[named{read.Place, x.home}]; home {
		return unit
	}
	code := unit
	for _, o := range x.others {
		if _, told := ids[named{read.Place, o[0]}]; told {
			if code != unit && code != o[1] {
				return unit
			}
			code = o[1]
		}
	}
	return code
}

// currencyBefore gives the currency right before a number, and its first token.
// A letter belongs to its sign only where they are written together: A$5, but
// "a $5 million loan"; "c $ 5 million" is a text with all its marks apart.
func (f *figureReader) currencyBefore(start int, s lang.Sentence) (unit string, first int, ok bool) {
	unit, first, ok = f.endingAt(start, s.First, f.currency)
	if ok && first+1 < start && f.l.Toks[first].End-f.l.Toks[first].Start == 1 && !f.l.Is(first+1, lang.Glued) && !(f.l.Fold(first) == "c" && !f.l.Is(start, lang.Glued)) {
		unit, _, ok = f.l.Value(start-1, f.currency)
		first = start - 1
	}
	if ok && f.p.otherLetters(first, start) {
		return "", 0, false
	}
	return unit, first, ok
}

// otherLetters reports whether the token at first, letters of a currency that
// are short for other things too, has a small number at num behind it where a
// sum is not looked for: "the ILS 27 approach", "BAM 2025 opened". A number of
// five signs, with a word of thousands behind it or glued to the letters is a
// sum; so is one behind other words, years of our time aside.
func (p *part) otherLetters(first, num int) bool {
	names := p.know.lists.currencyName
	if names == lang.NoClass || num != first+1 || !p.lat.Has(first, names) {
		return false
	}
	t := &p.lat.Toks[num]
	if t.Is(lang.Glued) || t.End-t.Start > 4 || p.lat.Has(num+1, p.know.lists.mult) {
		return false
	}
	if unit, _, ok := p.lat.Value(num+1, p.know.lists.unit); ok && unit == "percent" {
		return true
	}
	if year, err := strconv.Atoi(p.lat.Slice(num, num+1)); err == nil && year >= 2005 && year <= 2035 {
		return true
	}
	return first == p.sentenceOf(first).First || p.lat.Has(first-1, p.know.lists.definite)
}
