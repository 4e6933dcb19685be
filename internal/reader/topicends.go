package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// subjectOf reports whether a verb begins at token k whose subject is the instrument before
// it, or the event: "trade | was signed", "trade | entered into force", «торговле | подписан»,
// «энергетике | прошёл», not "ministers | signed".
func (g *ground) subjectOf(k int) bool {
	for i := range g.deeds {
		d := &g.deeds[i]
		switch {
		case d.start != k:
			continue
		case strings.HasSuffix(d.value, "in_force"):
			return true
		case d.value == "happen": // translators and poets | gathers
			people := g.p.know.lists.personNoun
			return g.russian() || !g.l.Has(k-1, g.officenoun) && (!g.l.Has(k-1, people) || g.l.Has(k-3, people)) && !g.l.Has(k-1, g.p.know.lists.sideNoun)
		case g.english():
			return d.side == "left" || g.l.Has(k, g.p.know.lists.auxVerb)
		}
		return g.russian() && passiveEnds.end(strings.TrimRight(g.l.Fold(d.end-1), "аоы"))
	}
	return false
}

// passiveEnds are what short passive participles of deeds end with: подписан, заключен, принят.
var passiveEnds = fewEndsOf("ан", "ен", "ят", "ыт")

// longerStop reports whether a stop of several words begins at token j with a
// word that may tie a topic: "for the second time".
func (g *ground) longerStop(j int) bool {
	stop, _ := g.l.Chunk(j, g.stop)
	topic, ok := g.l.Chunk(j, g.topic)
	return ok && stop.End > topic.End
}

// verbBehindName reports whether token j is an English verb in the past whose
// subject ends with the name before it: "the census of Malta found".
func (g *ground) verbBehindName(j int) bool {
	m := g.at(j - 1)
	return m != nil && m.end == j && m.class != lang.DateChunk && m.class != lang.GroupChunk && g.verbBehind(j)
}

// verbWithObject reports whether token j is an English verb in the past with
// its object or its day behind it, so that it ends a name: "a concert for flood
// victims raised 40,000", "the anniversary of the garden fell on 1 June".
func (g *ground) verbWithObject(j int) bool {
	if g.headLast || !g.verbBehind(j) || g.l.Has(j-1, g.topic) || g.l.Has(j-1, g.article) {
		return false
	}
	k := j + 1
	if k < len(g.l.Toks) && g.l.Has(k, g.topic) && g.is(k+1, lang.DateChunk) {
		return true
	}
	return k < len(g.l.Toks) && (g.l.Is(k, lang.Number) || g.l.Has(k, g.article) || g.l.Has(k, g.p.know.lists.phraseOne))
}

// verbBehind reports whether token j is an English verb in the past.
func (g *ground) verbBehind(j int) bool {
	if j >= len(g.l.Toks) || !g.l.Is(j, lang.Lower) || g.at(j) != nil {
		return false
	}
	return g.l.Has(j, g.p.know.lists.pastWord) || g.p.know.endings.pastEnd.end(g.l.Fold(j), 2)
}

// toBody reports whether a body is named behind the word for whom something is
// granted to: "a licence for the mine to Orion Metals".
func (g *ground) toBody(j int) bool {
	if !g.l.Has(j, g.p.know.lists.partyTo) {
		return false
	}
	for k := j + 1; k <= j+5; k++ {
		if g.is(k, lang.OrgChunk) {
			return true
		}
	}
	return false
}

// subject reports whether a Russian title stands in the nominative: it begins
// the next part of the sentence, since a genitive would end otherwise.
func (g *ground) subject(j int) bool {
	c, ok := g.l.Chunk(j, g.officenoun)
	return ok && int(c.End) == j+1 && g.l.Fold(j) == lang.Fold(g.l.Entry(c).Value)
}

// subjectBehind reports whether the Russian word at token i behind a phrase in
// an oblique case is the subject of the plural verb that follows it, not a
// genitive of the phrase.
func (g *ground) subjectBehind(i int, ph *phrase, s lang.Sentence) bool {
	if !g.russian() || ph.from <= s.First || i+1 >= s.Last {
		return false
	}
	r := &g.p.know.roles
	if g.firmActs(i) {
		return g.l.Plays(ph.from-1, r.courseOf) || g.l.Plays(ph.from-1, r.circumstance)
	}
	if !g.l.Is(i, lang.Lower) || !g.l.Is(i+1, lang.Lower) {
		return false
	}
	for _, before := range [...]lang.Role{r.beforeGen, r.beforeDat, r.beforeIns, r.beforePre} {
		if !g.l.Plays(ph.from-1, before) {
			continue
		}
		verb := g.l.Fold(i + 1)
		return g.finite(i+1) && (strings.HasSuffix(verb, "ли") || strings.HasSuffix(verb, "лись") || strings.HasSuffix(verb, "ют") || strings.HasSuffix(verb, "ят") || strings.HasSuffix(verb, "ут"))
	}
	return false
}
