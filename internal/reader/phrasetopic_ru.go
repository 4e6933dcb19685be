package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// Where a Russian topic of an instrument or event goes on behind a preposition.

// acrossRU reports whether the Russian token j is of the words that lead from a thing to the
// river or the pass that it crosses: «о строительстве моста | через Дунай», «… через реку
// Конго».
func (g *ground) acrossRU(j int) bool {
	for k := j; k > j-3 && k > 0; k-- {
		if g.l.Fold(k) != "через" || !g.l.Is(k-1, lang.Lower) || g.at(k-1) != nil {
			continue
		}
		to := k + 1
		if g.l.Is(to, lang.Lower) {
			to++
		}
		m := g.at(to)
		return m != nil && m.start == to && m.class == lang.PlaceChunk && j < m.end
	}
	return false
}

// thisCenturyRU reports whether the Russian token j is of «в XXI веке», which says no day of a
// signing and so goes on with a name: «в целях развития Африки | в XXI веке».
func (g *ground) thisCenturyRU(j int) bool {
	m := g.at(j)
	if m == nil {
		m = g.at(j + 1)
	}
	return m != nil && m.class == lang.DateChunk && m.date.String() == "20XX" && (m.start <= j || m.start == j+1 && g.l.Is(j, lang.Lower))
}

// fieldRU reports whether the Russian preposition at token j leads from working together to
// its field: «о сотрудничестве | в науке», not «о сотрудничестве | в Лиме» nor «… в рамках визита».
func (g *ground) fieldRU(j int) bool {
	w, r := g.l.Fold(j), &g.p.know.roles
	return (w == "в" || w == "во") && g.l.Plays(j-1, r.together) && g.l.Is(j+1, lang.Lower) && g.at(j+1) == nil &&
		!g.l.Has(j+1, g.stop) && !g.l.Has(j+1, g.p.know.lists.eventNoun) && !g.l.Plays(j+1, r.noField)
}

// companyTold reports whether the Russian preposition at token j leads to those who came to
// an event or helped it: «турнир по шахматам | с участием юниоров», «| при поддержке банка».
func (g *ground) companyTold(j int) bool {
	if !g.l.Plays(j+1, g.p.know.roles.companyOf) {
		return false
	}
	w := g.l.Fold(j)
	return w == "с" || w == "при" || w == "под"
}

// beforeOwnerWith gives the end of the topic of a Russian instrument before the body or
// state whose it is with another: «меморандум о вакцинах | Академии наук Чада с Ганой».
func (g *ground) beforeOwnerWith(from, to int, ph *phrase) int {
	if !g.russian() || to+1 >= len(g.l.Toks) || ph.entry.Class == g.p.know.lists.eventNoun {
		return to
	}
	if w := g.l.Fold(to); w != "с" && w != "со" {
		return to
	}
	m, with := g.at(to-1), g.at(to+1)
	if m == nil || with == nil || m.end != to || m.start <= from || m.class != lang.OrgChunk && m.class != lang.PlaceChunk || with.class != m.class {
		return to
	}
	before := m.start - 1
	if g.at(before) != nil || !g.l.Is(before, lang.Lower) || g.l.Has(before, g.npstop) || g.l.Has(before, g.topic) || g.adjectival(before) || g.l.Has(before, g.officenoun) || g.l.Plays(before, g.p.know.roles.together) {
		return to
	}
	return m.start
}

// bodyBehindTopic reports whether a Russian body whose name opens with an adjective or a
// noun in the nominative stands at token j, right behind a noun, so that it acts and belongs to no topic:
// «подписали соглашение о помощи | Горный институт и …».
func (g *ground) bodyBehindTopic(j int) bool {
	if !g.l.Is(j, lang.Cap) || !g.is(j, lang.OrgChunk) || g.at(j).start != j || !g.l.Is(j-1, lang.Lower) || g.at(j-1) != nil || g.l.Has(j-1, g.npstop) || g.l.Has(j-1, g.topic) || g.adjectival(j-1) {
		return false
	}
	w := g.l.Fold(j)
	if ch, ok := g.l.Chunk(j, g.p.know.lists.orgHead); ok && int(ch.End) == j+1 {
		return g.l.Is(j+1, lang.Lower) && (strings.HasSuffix(w, "ство") || strings.HasSuffix(w, "ция") || strings.HasSuffix(w, "мия")) && slices.Contains(g.l.Entry(ch).Folded(), w)
	}
	return g.adjectival(j) && (strings.HasSuffix(w, "ий") || strings.HasSuffix(w, "ый") || strings.HasSuffix(w, "ая"))
}
