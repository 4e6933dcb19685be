package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// atItsEvent reports whether an English body only says whose event it was at which
// others made the instrument: "On the sidelines of the League's summit, A and B signed".
func (f *agreementFinder) atItsEvent(m *mention, to int) bool {
	if !f.english() || m.class != lang.OrgChunk {
		return false
	}
	k := m.end
	if ch, ok := f.l.Chunk(k, f.poss); ok {
		k = int(ch.End)
	}
	for n := 0; n < 2 && f.l.Is(k, lang.Lower) && !f.l.Has(k, f.p.know.lists.eventNoun); n++ {
		k++
	}
	if k >= to || !f.l.Has(k, f.p.know.lists.eventNoun) || !f.l.Is(k, lang.Lower) {
		return false
	}
	before := false // a preposition opens what the sentence begins with
	for i := m.start - 1; i >= f.p.sentenceOf(m.start).First && i > m.start-7; i-- {
		before = before || f.l.Has(i, f.p.know.lists.eventPrep) || f.l.Has(i, f.in)
	}
	if !before {
		return false
	}
	for comma := k; comma < to; comma++ {
		if f.l.Rune(comma) != ',' {
			continue
		}
		for i := comma + 1; i < to; i++ {
			if o := f.at(i); o != nil && o.class != lang.DateChunk && o.entity != m.entity {
				return true
			}
		}
		return false
	}
	return false
}

// onceMade reports whether an English verb only says what is awaited, in the present
// behind a word of condition: "once a convention has been signed".
func (f *agreementFinder) onceMade(ph *phrase, d *deed, s lang.Sentence) bool {
	if f.english() && f.onceItIs(ph, d) {
		return true
	}
	if !f.english() || d.start < ph.to || d.start > ph.to+2 || !f.passive(d) || !f.l.Plays(d.start, f.p.know.roles.presentAux) && !f.l.Plays(d.start-1, f.p.know.roles.presentAux) {
		return false
	}
	for k := ph.from - 1; k >= s.First && k >= ph.from-3; k-- {
		if f.l.Plays(k, f.p.know.roles.onCondition) {
			return true
		}
	}
	return false
}

// onceItIs reports whether an English verb has "it" for its object in a clause of condition
// behind the instrument: "a guarantee is to follow once the house has approved it".
func (f *agreementFinder) onceItIs(ph *phrase, d *deed) bool {
	if d.start <= ph.to || !f.l.Plays(d.end, f.p.know.roles.it) || !f.l.Plays(d.start-1, f.p.know.roles.presentAux) {
		return false
	}
	for k := d.start - 2; k >= ph.to && k > d.start-9; k-- {
		if f.l.Plays(k, f.p.know.roles.onCondition) {
			return true
		}
	}
	return false
}

// beforeDrafted gives the English verb right before an instrument in the place of d, a
// participle behind it that only tells who drafted it: "joined the charter drawn up by
// the council".
func (f *agreementFinder) beforeDrafted(ph *phrase, d *deed) *deed {
	if !f.english() || d == nil || d.start != ph.to || !strings.HasPrefix(d.value, "planned") || d.rule.Name != "agreement.active" && d.rule.Name != "agreement.reduced" {
		return d
	}
	for k := range f.deeds {
		o := &f.deeds[k]
		if o.end <= ph.from && ph.from-o.end <= 2 && o.side != "left" && (o.mood == "done" || o.mood == "planned") && !o.own() && f.fits(ph, o) {
			return o
		}
	}
	return d
}

// townsBetween reports whether two towns stand behind an English "between" at token i,
// which are no sides where an aim of the instrument leads to them.
func (f *agreementFinder) townsBetween(i int) bool {
	for n := 0; n < 2; n++ {
		if f.l.Has(i, f.article) {
			i++
		}
		m := f.at(i)
		if m == nil || m.class != lang.PlaceChunk || m.entity < 0 || f.isCountry(m.entity) {
			return false
		}
		i = m.end + 1
	}
	return true
}

// behindYear gives the token behind the year by which an English instrument is known:
// "the Kyoto Protocol of 1997 | expires".
func (f *agreementFinder) behindYear(ph *phrase) int {
	if m := f.at(ph.to + 1); m != nil && m.class == lang.DateChunk && f.l.Has(ph.to, f.p.know.lists.of) {
		return m.end
	}
	return ph.to
}

// inWhich reports whether a mention stands in an English relative clause that only says
// more of the subject: "Nauru, which hosts the Forum, signed".
func (f *agreementFinder) inWhich(m *mention, to int) bool {
	if !f.english() || m.class == lang.DateChunk {
		return false
	}
	first := f.p.sentenceOf(m.start).First
	for k := m.start - 1; k > first+1 && k > m.start-14; k-- {
		if f.l.Rune(k) == ',' || f.l.Rune(k) == ';' {
			return false
		}
		if !f.l.Plays(k, f.p.know.roles.thatThing) && !f.l.Plays(k, f.p.know.roles.whoWhose) {
			continue
		}
		if f.l.Rune(k-1) != ',' || f.at(k-2) == nil {
			return false
		}
		for i := m.end; i < to && i < m.end+12; i++ {
			if f.l.Rune(i) == ',' {
				return true
			}
		}
		return false
	}
	return false
}

// withOnBasis reports whether an English instrument on which something rests is told
// by its kind in more words and whom it is with: "set up under a host agreement with
// Denmark".
func (f *agreementFinder) withOnBasis(ph *phrase, s lang.Sentence) bool {
	return f.english() && ph.has("firm") && !ph.has("told") && !f.plural(ph) && (ph.mods > 0 || ph.headEnd-ph.head > 1) && f.isBasis(ph) && f.sided(ph, s)
}

// behindDrafted gives the English verb of the sentence in the place of d, a participle
// in commas that only tells how an instrument was drafted: "the settlement, negotiated
// since 2015, | was signed".
func (f *agreementFinder) behindDrafted(ph *phrase, d *deed) *deed {
	if !f.english() || d == nil || !strings.HasPrefix(d.value, "planned") {
		return d
	}
	if d.start == ph.to && d.rule.Name == "agreement.active" { // a charter drawn up by the council | was signed
		for k := range f.deeds {
			if o := &f.deeds[k]; o.rule.Name == "agreement.passive" && o.start > d.end && o.start < d.end+9 && f.fits(ph, o) && !f.commaBetween(d.end, o.start) {
				return o
			}
		}
		return d
	}
	if d.start != ph.to+1 || f.l.Rune(ph.to) != ',' {
		return d
	}
	for k := range f.deeds {
		o := &f.deeds[k]
		if o.start <= d.end || o.start > d.end+20 || o.own() || o.side == "right" || o.mood == "elsewhere" || !f.fits(ph, o) {
			continue
		}
		aux := o.start - 1
		if f.joins(aux) && o.mood == "planned" && o.side == "left" { // was left out and | will be signed
			return o
		}
		if o.start > d.end+12 {
			break
		}
		if f.l.Rune(aux) == ',' || f.l.Plays(aux, f.p.know.roles.haveVerb) && f.l.Rune(aux-1) == ',' {
			return o
		}
	}
	return d
}

// signedLater gives the English verb of a plan in the place of d, by which an instrument
// was only agreed: "the truce has been agreed and both sides | will sign it", "was agreed
// but | could not be signed".
func (f *agreementFinder) signedLater(d *deed) *deed {
	if !f.english() || d == nil || d.rule.Name != "agreement.was-agreed" && d.rule.Name != "agreement.was-reached" {
		return d
	}
	last := f.p.sentenceOf(d.start).Last
	for k := range f.deeds {
		o := &f.deeds[k]
		if o.start <= d.end || o.own() {
			continue
		}
		if o.start < d.end+12 && o.end < last && o.mood == "planned" && o.side == "right" && f.l.Fold(o.end) == "it" {
			return o
		}
		if o.start <= d.end+2 && o.start < last && (o.mood == "planned" || o.mood == "refused") && o.side == "left" {
			return o
		}
	}
	return d
}
