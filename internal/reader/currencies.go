package reader

import "shanyraq/internal/read"

// sharedNames are currencies that are called by one name in two states, with
// the state that the name alone means and the other state with its own code
// (ISO 4217): the manat of Turkmenistan and of Azerbaijan, the rouble of Russia
// and of Belarus.
var sharedNames = map[string]struct{ home, other, code string }{
	"TMT": {"TM", "AZ", "AZN"},
	"RUB": {"RU", "BY", "BYN"},
}

// sharedByMany are the same of names that more states share, in English and
// Kazakh: by the code of the state that the name alone means, the other states
// with theirs.
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
}

// ownOfMany is ownCurrency for English and Kazakh: the one of the other states
// that the text names, where it does not name the first.
func (p *part) ownOfMany(unit string) string {
	x, ok := sharedByMany[unit]
	if !ok {
		return unit
	}
	ids := p.doc.personIndex().ids
	if _, home := ids[named{read.Place, x.home}]; home {
		return unit
	}
	code := unit
	for _, o := range x.others {
		if _, told := ids[named{read.Place, o[0]}]; told {
			if code != unit {
				return unit
			}
			code = o[1]
		}
	}
	return code
}

// ownCurrency gives the currency meant by a name that two states share: that of
// the one of them which the text names, where it names but one.
func (p *part) ownCurrency(unit string) string {
	if p.know.pack.Tag != "ru" {
		return p.ownOfMany(unit)
	}
	x, ok := sharedNames[unit]
	if !ok {
		return unit
	}
	ids := p.doc.personIndex().ids
	_, home := ids[named{read.Place, x.home}]
	_, other := ids[named{read.Place, x.other}]
	if other && !home {
		return x.code
	}
	return unit
}
