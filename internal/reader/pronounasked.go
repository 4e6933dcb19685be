package reader

import "shanyraq/internal/lang"

// askedReach is how many tokens may stand between the word for asking and the name of
// who asks: "Asked by the deputy leader of the opposition, Ada Lind".
const askedReach = 12

// asksFirst reports whether a person is named as the one who asks, in what opens the
// sentence before the pronoun at token i, so that the pronoun is whoever answers: "Asked
// by X why it was late, | he said", «Отвечая на вопрос X, | он сказал».
func (p *part) asksFirst(m *mention, i int) bool {
	r := p.know.roles.askedBy
	if r == 0 || m.end > i {
		return false
	}
	s := p.sents[min(p.sentenceIndex(m.start), len(p.sents)-1)]
	if i >= s.Last || m.start-s.First > askedReach {
		return false
	}
	for k := s.First; k < min(m.start, s.First+4); k++ {
		if p.lat.Plays(k, r) {
			return p.know.pack.Tag != "en" || p.askedBy(k) && p.nobodyBetween(k+2, m.start)
		}
	}
	return false
}

// askedBy reports whether an English verb at token k tells that somebody was asked, so
// that who asks is named behind it: "Asked | by".
func (p *part) askedBy(k int) bool {
	return p.know.pack.Tag == "en" && p.lat.Plays(k, p.know.roles.askedBy) && p.lat.Has(k+1, p.know.lists.partyBy)
}

// nobodyBetween reports whether no person is named in the tokens.
func (p *part) nobodyBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if p.lat.Has(k, lang.PersonChunk) {
			return false
		}
	}
	return true
}

// askersTitle reports whether the office at token i is that of who asks whoever speaks
// by the verb at token v: "Asked by | deputy Ada Lind, he said".
func (p *part) askersTitle(i, v int) bool {
	if p.know.roles.askedBy == 0 || i >= v {
		return false
	}
	for _, n := range p.mentionsIn(lang.PersonChunk, i, min(i+6, v)) {
		if m := &p.mens[n]; m.start > i {
			return p.asksFirst(m, v)
		}
	}
	return false
}
