package reader

import (
	"slices"

	"shanyraq/internal/lang"
)

// shortOf reports whether an English phrase is only the short name in brackets of the
// instrument right before it: "a Memorandum of Understanding (MoU) with the bank".
func (f *agreementFinder) shortOf(ph, last *phrase) bool {
	return f.english() && ph.from > 1 && f.l.Rune(ph.from-1) == '(' && last.to == ph.from-1 && ph.to < len(f.l.Toks) && f.l.Rune(ph.to) == ')' && ph.to == ph.from+1
}

// theTwo gives the two who act in the English sentence before one that opens with "the
// two" or "both" and its verb: "The bank and Malawi signed … The two have also signed";
// nil elsewhere.
func (f *agreementFinder) theTwo(d *deed, s lang.Sentence) []int {
	if !f.english() || s.First == 0 || d.start < s.First {
		return nil
	}
	i := s.First
	switch {
	case f.l.Plays(i, f.p.know.roles.article) && f.l.Plays(i+1, f.p.know.roles.pairOf):
		i += 2
	case f.l.Plays(i, f.p.know.roles.bothOf):
		i++
	default:
		return nil
	}
	for n := 0; n < 3 && i < d.start && (f.l.Plays(i, f.p.know.roles.haveVerb) || !f.l.Is(i, lang.Punct) && f.at(i) == nil && f.l.Has(i, f.npstop)); n++ {
		i++
	}
	if i != d.start && !(i == d.start-1 && f.l.Is(i, lang.Lower) && f.l.Has(i, f.stop)) {
		return nil
	}
	before := f.p.sentenceOf(s.First - 1)
	var found []int
	joined := false
	for k := f.behindDateline(before.First, before.Last); k < before.Last; {
		m := f.at(k)
		if m == nil {
			if f.verbBehind(k) || f.l.Has(k, f.p.know.lists.auxVerb) || f.l.Plays(k, f.p.know.roles.haveVerb) {
				break
			}
			joined = joined || len(found) > 0 && f.joins(k)
			k++
			continue
		}
		if m.entity >= 0 && (m.class == lang.OrgChunk || m.class == lang.PlaceChunk && f.isCountry(m.entity)) && !f.locative(m) && !f.aside(m) && !f.ofBody(m) && !slices.Contains(found, m.entity) {
			found = append(found, m.entity)
		}
		k = max(k+1, m.end)
	}
	if !joined || len(found) != 2 {
		return nil
	}
	return found
}

// severalBy reports whether English instruments told together are each told by the two
// who signed them, named before the verb: "The bank and the government of Malawi have
// signed loan and grant agreements".
func (f *agreementFinder) severalBy(ph *phrase, d *deed, s lang.Sentence) bool {
	if !f.english() || d == nil || d.mood != "done" || d.value != "signed signed" || !ph.has("firm") || ph.definite || ph.mods == 0 || d.end > ph.from || ph.from-d.end > 7 || f.commaBetween(d.end, ph.from) {
		return false
	}
	found, joined := 0, false
	for k := s.First; k < d.start; {
		m := f.at(k)
		if m == nil {
			joined = joined || found > 0 && f.joins(k)
			k++
			continue
		}
		if m.entity >= 0 && (m.class == lang.OrgChunk || m.class == lang.PlaceChunk && f.isCountry(m.entity)) && !f.locative(m) && !f.aside(m) {
			found++
		}
		k = max(k+1, m.end)
	}
	return joined && found >= 2
}

// betweenTheTwo reports whether the two sides a text has named stand at token k behind
// "between": "three memorandums were signed between the | two countries".
func (f *agreementFinder) betweenTheTwo(k int) bool {
	ch, ok := f.l.Chunk(k, f.p.know.lists.partySides)
	if !ok || int(ch.End) < k+2 {
		return false
	}
	if f.l.Has(k-1, f.article) {
		k--
	}
	return f.l.Has(k-1, f.p.know.lists.partyBetween)
}

// withoutAgency leaves out of the parties of an English instrument the agency that the
// text only names in its dateline: "MANILA (Xinhua) —".
func (f *agreementFinder) withoutAgency(parties []int) []int {
	if !f.english() || len(parties) == 0 {
		return parties
	}
	agency, from := -1, f.p.opensAt()
	for k := from + 1; k < min(len(f.l.Toks)-2, from+datelineReach+4); k++ {
		if f.l.Rune(k) != '(' {
			continue
		}
		m := f.at(k + 1)
		if m == nil || m.class != lang.OrgChunk || m.entity < 0 || m.end+1 >= len(f.l.Toks) || f.l.Rune(m.end) != ')' || !isDash(f.l.Rune(m.end+1)) {
			return parties
		}
		agency = m.entity
		for _, n := range f.p.mentionsIn(lang.OrgChunk, m.end, len(f.l.Toks)) {
			if f.p.mens[n].entity == agency {
				return parties
			}
		}
		break
	}
	if agency < 0 {
		return parties
	}
	return slices.DeleteFunc(parties, func(e int) bool { return e == agency })
}

// betweenNamed reports whether two who are named stand behind "between" at an English
// instrument: "a financial agreement between Angola and the World Bank".
func (f *agreementFinder) betweenNamed(ph *phrase, s lang.Sentence) bool {
	return f.english() && ph.has("firm") && !f.plural(ph) && f.betweenTwo(ph, s)
}

// betweenTwo reports whether two who are named stand behind "between" at an instrument.
func (f *agreementFinder) betweenTwo(ph *phrase, s lang.Sentence) bool {
	between := f.p.know.lists.partyBetween
	for i := ph.after(); i < s.Last && i < ph.to+8; i++ {
		if !f.l.Has(i, between) {
			if f.l.Is(i, lang.Punct) && f.l.Rune(i) != '$' || f.deedAt(i) || f.clauseAt(i) {
				return false
			}
			continue
		}
		var found []int
		f.run(i+1, s.Last, 4, func(e int) {
			if !slices.Contains(found, e) {
				found = append(found, e)
			}
		})
		return len(found) == 2
	}
	return false
}

// ambassadorTo reports whether an English place is only where somebody is sent to
// serve: "the ambassador to Egypt", "Ambassador Extraordinary and Plenipotentiary of the
// Republic of Peru to | Malta".
func (g *ground) ambassadorTo(m *mention) bool {
	k := m.start - 1
	if g.l.Has(k, g.article) {
		k--
	}
	if !g.english() || k < 1 || !g.l.Plays(k, g.p.know.roles.to) {
		return false
	}
	if k--; g.l.Has(k, g.officenoun) {
		return true
	}
	o := g.at(k)
	if o == nil || o.class != lang.PlaceChunk && o.class != lang.OrgChunk || o.end != k+1 {
		return false
	}
	if k = o.start - 1; g.l.Has(k, g.article) {
		k--
	}
	return k > 0 && g.l.Has(k, g.p.know.lists.of) && (g.l.Has(k-1, g.officenoun) || len(g.p.covering(lang.TitleChunk, k-1)) > 0 || g.l.Plays(k-1, g.p.know.roles.missionNoun))
}
