package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// yearOfInstrument reports whether an English year stands before the noun of
// another instrument and belongs to its name: "amending the 1998 convention".
func (g *ground) yearOfInstrument(m *mention) bool {
	if !g.english() || m.end != m.start+1 || !g.l.Is(m.start, lang.Year) {
		return false
	}
	c := g.p.know.lists.instrumentNoun
	for k := m.end; k < len(g.l.Toks) && (k <= m.end+2 || k <= m.end+5 && g.l.Is(k, lang.Cap)); k++ {
		if g.l.Has(k, c) {
			return true
		}
		if !g.l.Is(k, lang.Word) || g.l.Has(k, g.npstop) {
			return false
		}
	}
	return false
}

// beforeNoun reports whether an English noun only qualifies the noun of an
// instrument right behind it: "the amendment bill", "the treaty protocol".
func (f *agreementFinder) beforeNoun(ph *phrase, s lang.Sentence) bool {
	i := ph.headEnd
	if f.english() && i < s.Last && ph.to == i && i == ph.head+1 && f.l.Is(ph.head, lang.Cap) && f.l.Is(i, lang.Cap) && f.l.Is(i, lang.Word) && f.at(i) == nil && (f.l.Has(i, f.p.know.lists.eventNoun) || f.l.Has(i, f.p.know.lists.orgHead)) {
		return true // the Energy Charter Conference
	}
	if f.english() && (f.nameOfThing(ph, s) || f.insideLonger(ph, s)) {
		return true
	}
	if f.english() && i < s.Last && ph.to == i && i == ph.head+1 && f.l.Is(i, lang.Lower) && f.l.Plays(i, f.p.know.roles.thingName) && !f.deedAt(i) && !f.l.Has(i, f.noun) {
		return true // the policy rate
	}
	return f.english() && i < s.Last && ph.to == i && f.l.Has(i, f.noun) && f.l.Is(i, lang.Lower) == f.l.Is(ph.head, lang.Lower)
}

// insideLonger reports whether an English noun of instruments with a capital stands among
// the words of a longer name that closes with another one: "the Trade | Policy Strategic
// Action Plan".
func (f *agreementFinder) insideLonger(ph *phrase, s lang.Sentence) bool {
	if ph.to != ph.headEnd || !f.l.Is(ph.head, lang.Cap) {
		return false
	}
	for k := ph.headEnd; k < s.Last && k < ph.headEnd+4 && f.l.Is(k, lang.Cap) && f.at(k) == nil; k++ {
		if k > ph.headEnd && f.l.Has(k, f.noun) {
			return true
		}
	}
	return false
}

// partiesTo reports whether a phrase is the instrument of which somebody who
// acts is a party: "the parties to the Convention agreed on a protocol".
func (f *agreementFinder) partiesTo(ph *phrase, s lang.Sentence) bool {
	k := ph.from - 1
	if k > s.First && f.l.Has(k, f.article) {
		k--
	}
	if !f.english() || k <= s.First || !f.l.Plays(k, f.p.know.roles.to) {
		return false
	}
	return f.l.Plays(k-1, f.p.know.roles.sideTo)
}

// adverbial reports whether an instrument is told in passing, behind a
// preposition and before the participle of what was done with it: "in a
// partnership agreement signed on 3 June", "under a deal reached in Oslo".
func (f *agreementFinder) adverbial(ph *phrase, d *deed, s lang.Sentence) bool {
	if !f.english() || ph.has("act") || d.start < ph.to || d.start > ph.to+1 || ph.definite && d.start > ph.to && !f.calledAfter(ph) {
		return false
	}
	k := ph.from - 1
	if k >= s.First && (f.l.Has(k, f.article) || f.l.Has(k, f.p.know.lists.phraseOne)) {
		k--
	}
	if k > s.First+1 && f.l.Has(k, f.p.know.lists.of) && f.l.Plays(k-1, f.p.know.roles.terms) {
		return true
	}
	if k < s.First {
		return false
	}
	return f.l.Plays(k, f.p.know.roles.inPassing)
}

// clauseAround adds the bodies and states of the clause that tells of an
// instrument in passing: those before it, or, where it opens the sentence, those
// behind the comma.
func (f *agreementFinder) clauseAround(ph *phrase, d *deed, s lang.Sentence, add func(int)) {
	from, to := f.behindDateline(s.First, ph.from), ph.from
	if ph.from <= s.First+6 {
		for from = d.end; from < s.Last && f.l.Rune(from) != ','; from++ {
		}
		to = min(s.Last, from+14)
	}
	for i := from; i < to; {
		m := f.at(i)
		if m == nil {
			if r := f.l.Rune(i); r == ';' || r == ':' {
				return
			}
			i++
			continue
		}
		i = max(i+1, m.end)
		if m.entity < 0 || m.class != lang.OrgChunk && (m.class != lang.PlaceChunk || !f.isCountry(m.entity) && !f.unitActs(m)) || f.locative(m) || f.ofBody(m) || f.aside(m) || f.owned(m) || f.kindOfBody(m) {
			continue
		}
		add(m.entity)
	}
}

// sharedWords is the share of words two names have in common, endings left
// aside.
func sharedWords(a, b string) float64 {
	x, y := strings.Fields(lang.Fold(a)), strings.Fields(lang.Fold(b))
	hit := 0
	for _, u := range x {
		for _, v := range y {
			n := min(len(u), len(v))
			if u == v || n >= 8 && u[:n*3/4] == v[:n*3/4] {
				hit++
				break
			}
		}
	}
	return float64(2*hit) / float64(len(x)+len(y))
}
