package reader

import (
	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// widelyHeld reports whether the first of a shared name is meant wherever its state
// is named at all: a pound beside London is sterling, whatever the text tells first.
func widelyHeld(unit string) bool { return unit == "GBP" || unit == "CHF" }

// toldReach is how many tokens a text may tell its state in.
const toldReach = 400

// firstTold gives the code of the state that a text tells first of those whose
// currencies share the name of unit: by its name, by a town or region of it, by its
// adjective («иранский порт»); "" where it tells none of them.
func (p *part) firstTold(unit string) string {
	if code, known := p.doc.toldFirst[unit]; known {
		return code
	}
	if p.doc.toldFirst == nil {
		p.doc.toldFirst = map[string]string{}
	}
	code := p.firstState(func(state string) string { return sharedIn(unit, state) })
	p.doc.toldFirst[unit] = code
	return code
}

// sharedIn gives the code that the shared name of unit has in a state, "" where the
// state's currency is called otherwise.
func sharedIn(unit, state string) string {
	x := sharedByMany[unit]
	if state == x.home {
		return unit
	}
	for _, o := range x.others {
		if o[0] == state {
			return o[1]
		}
	}
	return ""
}

// openingCurrency gives the code of the state whose name, as it is called, opens a
// sentence: it pays in its own («Россия выделила 3 млрд рублей» in a text from
// Minsk); "" where none does.
func (p *part) openingCurrency(unit string, s lang.Sentence) string {
	m, ok := p.mentionAt(s.First, lang.PlaceChunk)
	if !ok || m.entity < 0 || m.start != s.First || p.lat.Slice(m.start, m.end) != p.doc.entities[m.entity].name {
		return ""
	}
	state := p.doc.entities[m.entity].known
	if len(state) != 2 { // a town may be a dateline
		return ""
	}
	return sharedIn(unit, state)
}

// firstState gives what ask answers first for the codes of the states that the part
// tells, in the order of the text; "" where it answers none.
func (p *part) firstState(ask func(state string) string) string {
	adj, unit := p.know.lists.stateAdj, p.know.lists.unit
	places := p.mentionsOf(lang.PlaceChunk)
	k := 0
	for i := 0; i < min(len(p.lat.Toks), toldReach); i++ {
		for ; k < len(places) && p.mens[places[k]].start <= i; k++ {
			if code := ask(p.stateOfPlace(int(places[k]))); code != "" {
				return code
			}
		}
		if adj == lang.NoClass || !p.lat.Has(i, adj) || p.lat.Has(i, unit) { // датских крон
			continue
		}
		if state, _, ok := p.lat.Value(i, adj); ok {
			if code := ask(state); code != "" {
				return code
			}
		}
	}
	return ""
}

// stateOfPlace gives the code of the state that the place of mention k is or lies
// in, as far as the fact tables tell; "" elsewhere.
func (p *part) stateOfPlace(k int) string {
	e := p.mens[k].entity
	if e < 0 || p.doc.entities[e].kind != read.Place {
		return ""
	}
	id := p.doc.entities[e].known
	if state := placeStates()[id]; state != "" {
		return state
	}
	return id
}

// dollarStates are the states whose own releases write their dollar with the bare
// sign. Elsewhere the sign alone is that of the United States in institutional news.
var dollarStates = map[string]string{"AU": "AUD", "CA": "CAD", "NZ": "NZD"}

// bareDollar gives the currency of a dollar sign without letters in an
// English text: the dollar of Australia, Canada or New Zealand where the text is
// told from there, so that its first place lies there, and neither names the United
// States nor writes their dollar with its letters anywhere.
func (p *part) bareDollar() string {
	if p.doc.bareDollar == "" {
		p.doc.bareDollar = p.dollarOfText()
	}
	return p.doc.bareDollar
}

// dollarOfText gives the currency that "dollars" are of in an English text: that of the
// state its dateline is in, else and where the text names the United States or their money,
// theirs.
func (p *part) dollarOfText() string {
	if p.know.pack.Tag != "en" {
		return "USD"
	}
	if _, us := p.doc.personIndex().ids[named{read.Place, "US"}]; us {
		return "USD"
	}
	places := p.mentionsOf(lang.PlaceChunk)
	if len(places) == 0 || p.mens[places[0]].start > p.opensAt()+datelineReach {
		return "USD"
	}
	code := dollarStates[p.stateOfPlace(int(places[0]))]
	if code == "" {
		return "USD"
	}
	for k := range p.lat.Toks {
		if p.lat.Rune(k) == '$' && k > 0 && p.lat.Fold(k-1) == "us" || p.lat.Fold(k) == "usd" {
			return "USD"
		}
	}
	return code
}
