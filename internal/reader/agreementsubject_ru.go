package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// actsBehind reports whether the Russian noun at token j, which might be a
// genitive of the topic before it, is the plural that acts on the instrument:
// its verb stands right behind it («договор купли-продажи стороны рассчитывают
// подписать») or behind the two whose it is («соглашение о сооружении станции
// правительства России и Бангладеш подписали»).
func (g *ground) actsBehind(j int, ph *phrase, s lang.Sentence) bool {
	if !g.russian() || j <= ph.headEnd || !g.l.Toks[j].Is(lang.Lower) || ph.from > s.First+2 {
		return false
	}
	sides := g.l.Has(j, g.p.class("partysides")) || g.manyPersons(j)
	if w := g.l.Fold(j); !sides && (!g.l.Has(j, g.p.class("orghead")) || !strings.HasSuffix(w, "а") && !strings.HasSuffix(w, "и") && !strings.HasSuffix(w, "ы") || strings.HasSuffix(w, "ции") && !g.l.Toks[j-1].Is(lang.Word)) {
		return false
	}
	pair := false
	for k := j + 1; k < s.Last && k < j+14; k++ {
		w := g.l.Fold(k)
		switch {
		case w == "и":
			pair = true
			continue
		case g.l.Toks[k].Is(lang.Punct):
			return false
		}
		if !g.l.Toks[k].Is(lang.Lower) || g.at(k) != nil {
			continue
		}
		if actPlural(w) { // «о деятельности комиссии подписали А и Б»: who acts stands behind the verb
			return pair || k == j+1 && (sides || g.at(k+1) == nil && g.at(k+2) == nil)
		}
		if k == j+1 && w != "двух" && w != "обеих" && w != "трех" && !g.adjectival(k) {
			return false
		}
	}
	return false
}

// actPlural reports whether a word ends as Russian verbs in the plural do, in
// the past or the present.
func actPlural(w string) bool {
	if w == "намерены" || w == "готовы" || w == "должны" {
		return true
	}
	for _, end := range [...]string{"али", "яли", "или", "ели", "лись", "ают", "яют", "уют", "ишут", "пишут", "мут", "чат", "дят", "тят", "жат", "ются", "утся", "ятся"} {
		if strings.HasSuffix(w, end) && len(w) > len(end)+4 {
			return true
		}
	}
	return false
}

// manyPersons reports whether an office stands in the nominative plural at token
// j, which no genitive of the singular looks like: министры, депутаты.
func (g *ground) manyPersons(j int) bool {
	ch, ok := g.l.Chunk(j, g.officenoun)
	if !ok || int(ch.End) != j+1 {
		return false
	}
	lemma, w := lang.Fold(g.l.Entry(ch).Value), g.l.Fold(j)
	return !strings.ContainsRune("аяоеыи", lastRune(lemma)) && (w == lemma+"ы" || w == lemma+"и" || w == strings.TrimSuffix(lemma, "ь")+"и" && strings.HasSuffix(lemma, "ь"))
}
