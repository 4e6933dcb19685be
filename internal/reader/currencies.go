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

// ownCurrency gives the currency meant by a name that two states share: that of
// the one of them which the text names, where it names but one.
func (p *part) ownCurrency(unit string) string {
	x, ok := sharedNames[unit]
	if !ok || p.know.pack.Tag != "ru" {
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
