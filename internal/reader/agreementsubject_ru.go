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
	if !g.russian() || j <= ph.headEnd || !g.l.Is(j, lang.Lower) || ph.from > s.First+2 {
		return false
	}
	sides := g.l.Has(j, g.p.know.lists.partySides) || g.manyPersons(j) || g.l.Plays(j, g.p.know.roles.actsInName)
	if w := g.l.Fold(j); !sides && (!g.l.Has(j, g.p.know.lists.orgHead) || !strings.HasSuffix(w, "а") && !strings.HasSuffix(w, "и") && !strings.HasSuffix(w, "ы") || strings.HasSuffix(w, "ции") && !g.l.Is(j-1, lang.Word)) {
		return false
	}
	pair, next := false, j+1
	for k := j + 1; k < s.Last && k < j+14; k++ {
		w := g.l.Fold(k)
		switch {
		case w == "и":
			pair = true
			continue
		case g.l.Is(k, lang.Punct):
			return false
		}
		if !g.l.Is(k, lang.Lower) || g.at(k) != nil {
			continue
		}
		if actPlural(w) { // «о деятельности комиссии подписали А и Б»: who acts stands behind the verb
			return pair || k == next && (sides || !g.namedAt(k+1) && !g.namedAt(k+2))
		}
		if sides && k <= j+3 && (w == "пока" || w == "еще" || w == "так" || w == "не" || w == "уже") { // стороны | так и не договорились
			next, pair = k+1, false
			continue
		}
		if k == j+1 && w != "двух" && w != "обеих" && w != "трех" && !g.adjectival(k) {
			return false
		}
	}
	return false
}

// namedAt reports whether somebody or something is named at token i, a date aside.
func (g *ground) namedAt(i int) bool {
	m := g.at(i)
	return m != nil && m.class != lang.DateChunk
}

// beginsBehind reports whether the Russian noun at token j is the plural that a
// reflexive verb right behind it is told of, where the instrument or event itself is
// one: «по контракту работы начнутся в мае».
func (g *ground) beginsBehind(j int, ph *phrase, s lang.Sentence) bool {
	if !g.russian() || j+1 >= s.Last || j < ph.headEnd || !g.l.Is(j, lang.Lower) || !g.l.Is(j+1, lang.Lower) {
		return false
	}
	verb := g.l.Fold(j + 1)
	if !strings.HasSuffix(verb, "утся") && !strings.HasSuffix(verb, "ются") && !strings.HasSuffix(verb, "ятся") && !strings.HasSuffix(verb, "лись") || len(verb) < 12 {
		return false
	}
	switch lastRune(g.l.Fold(j)) {
	case 'ы', 'и', 'а', 'я':
		return !strings.ContainsRune("ыиая", lastRune(g.l.Fold(ph.headEnd-1))) || ph.from > s.First
	}
	return false
}

// aboutPast reports whether a Russian "with" at token i and what is named behind it
// in small letters or by an unknown name end before «о» at token k, with which the
// topic begins: «соглашение с Лувром об обмене».
func (g *ground) aboutPast(i, k int) bool {
	if !g.russian() || k > i+5 || k < i+2 || !g.l.Has(i, g.p.know.lists.partyWith) {
		return false
	}
	switch g.l.Fold(k) {
	case "о", "об", "обо":
	default:
		return false
	}
	switch w := g.l.Fold(k - 1); {
	case strings.HasSuffix(w, "ом"), strings.HasSuffix(w, "ем"), strings.HasSuffix(w, "ами"), strings.HasSuffix(w, "ями"), strings.HasSuffix(w, "ой"), strings.HasSuffix(w, "ей"):
		return w != "учетом"
	}
	return false
}

// draftTopic reports whether a Russian word for a draft or a project at token j only
// belongs to what an act is about: «распоряжение о проекте протокола», «соглашение о
// реализации проекта дороги».
func (g *ground) draftTopic(j int) bool {
	if !g.russian() || j == 0 || !strings.HasPrefix(g.l.Fold(j), "проект") {
		return false
	}
	if g.l.Fold(j) == "проекте" && g.l.Fold(j-1) == "о" {
		return true
	}
	switch g.l.Fold(j) {
	case "проекта", "проекту", "проектом", "проекте":
	default:
		return false
	}
	instrument := g.p.know.lists.instrumentNoun
	return g.l.Is(j-1, lang.Lower) && g.at(j-1) == nil && !g.l.Has(j-1, g.npstop) && !g.deedAt(j-1) && !g.l.Has(j+1, instrument) && !g.l.Has(j+2, instrument)
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

// lawOfScience reports whether a Russian law has nothing but a person's name in the
// genitive behind it, as those of nature have: «закон Ома», «законы Ньютона».
func (f *agreementFinder) lawOfScience(ph *phrase) bool {
	if !f.russian() || ph.mods > 0 || ph.quoted[1] > 0 || !strings.HasPrefix(f.l.Fold(ph.head), "закон") || f.l.Is(ph.head, lang.Cap) && !f.l.Toks[ph.head].Para && f.p.sentenceOf(ph.head).First != ph.head {
		return false
	}
	k := ph.headEnd
	if k >= len(f.l.Toks) || !f.l.Is(k, lang.Cap) || f.l.Is(k, lang.Upper) || f.namedAt(k) && !f.is(k, lang.PersonChunk) {
		return false
	}
	return !f.l.Is(k+1, lang.Cap) && ph.to <= k+1
}

// verbOfItsOwn reports whether a Russian verb stands behind a phrase that ends at
// token to, before the next mark: «… сообщил: договор об этом подписан в мае».
func (g *ground) verbOfItsOwn(to int) bool {
	for k := range g.deeds {
		d := &g.deeds[k]
		if d.start < to || d.start > to+8 || d.own() {
			continue
		}
		for i := to; i < d.start; i++ {
			if r := g.l.Rune(i); r == ',' || r == ';' || r == ':' {
				return false
			}
		}
		return true
	}
	return false
}

// sidesInName gives the words for the sides behind a Russian instrument that has no
// other words of its own, with a space before them: « между аэропортами», « с
// Африканским союзом»; "" where none stand there.
func (f *agreementFinder) sidesInName(ph *phrase, s lang.Sentence) string {
	between := f.l.Has(ph.to, f.p.know.lists.partyBetween)
	if ph.mods > 0 || ph.to != ph.head+1 || ph.to != ph.headEnd || ph.has("act") || f.plural(ph) || !between && !f.l.Has(ph.to, f.p.know.lists.partyWith) {
		return ""
	}
	end, joined := ph.to+1, false
	for end < s.Last && end < ph.to+14 {
		if m := f.at(end); m != nil {
			if m.class == lang.DateChunk || m.class == lang.GroupChunk {
				break
			}
			end = m.end
			if !between {
				break
			}
			continue
		}
		if between && f.joins(end) && !joined && end > ph.to+1 {
			joined = true
			end++
			continue
		}
		w := f.l.Fold(end)
		if !f.l.Is(end, lang.Word) || f.deedAt(end) || f.finite(end) || f.joins(end) || f.l.Has(end, f.stop) || f.l.Has(end, f.npstop) || f.l.Has(end, f.p.know.lists.partySides) || f.l.Has(end, f.topic) {
			break
		}
		noun := strings.HasSuffix(w, "ом") || strings.HasSuffix(w, "ем") || strings.HasSuffix(w, "ами") || strings.HasSuffix(w, "ями") || strings.HasSuffix(w, "ой") || strings.HasSuffix(w, "ей") || strings.HasSuffix(w, "ию")
		if !noun && !f.adjectival(end) && end == ph.to+1 {
			return ""
		}
		if !between && noun && !f.adjectival(end) && !f.l.Has(end, f.p.know.lists.orgHead) && f.l.Is(end, lang.Lower) { // с учётом, с целью
			return ""
		}
		end++
	}
	for end > ph.to+1 && (f.joins(end-1) || f.adjectival(end-1) && f.at(end-1) == nil) {
		end--
	}
	if end <= ph.to+1 {
		return ""
	}
	return " " + f.l.Slice(ph.to, end)
}

// carriedOut reports whether what a Russian sentence speaks of is how an instrument
// is carried out, not what is to become of it: «обсудили выполнение соглашения».
func (f *agreementFinder) carriedOut(ph *phrase, d *deed) bool {
	if f.russian() && d.end <= ph.from && ph.from > 0 && (f.onlyDiscussed(ph, d) || f.bySignedRU(ph, d)) {
		return true
	}
	return f.russian() && strings.HasPrefix(d.value, "planned") && d.end <= ph.from && ph.from > 0 && f.l.Plays(ph.from-1, f.p.know.roles.carrying)
}

// onlyDiscussed reports whether a Russian verb of discussing or an infinitive makes no
// instrument of what stands behind it: «обсудили планы сотрудничества», «обсудили проекты в
// рамках | программы», «неспособность принять резолюцию».
func (f *agreementFinder) onlyDiscussed(ph *phrase, d *deed) bool {
	if d.start > 0 && f.l.Plays(d.start-1, f.p.know.roles.unable) {
		return true
	}
	if !strings.HasSuffix(d.value, "proposed") {
		return false
	}
	return f.l.Fold(ph.from-1) == "рамках" || ph.has("loose") && f.plural(ph) && ph.quoted[1] == 0 && f.l.Is(ph.head, lang.Lower)
}

// bySignedRU reports whether a Russian instrument in the instrumental behind «подписание» is
// what provides for the signing of another one: «его подписание было предусмотрено |
// договорённостями».
func (f *agreementFinder) bySignedRU(ph *phrase, d *deed) bool {
	if d.rule.Name != "agreement.signing" {
		return false
	}
	w := f.l.Fold(ph.head)
	if !strings.HasSuffix(w, "ами") && !strings.HasSuffix(w, "ями") && !strings.HasSuffix(w, "ом") && !strings.HasSuffix(w, "ем") {
		return false
	}
	for k := d.end; k < ph.from; k++ {
		if v := f.l.Fold(k); f.l.Is(k, lang.Lower) && (strings.HasSuffix(v, "ено") || strings.HasSuffix(v, "ано") || strings.HasSuffix(v, "ется")) {
			return true
		}
	}
	return false
}

// framedBy reports whether a Russian sentence opens with a place, behind a day or
// alone, and no other clause stands before verb d: what stands between are those who
// act, «На прошлой неделе в Женеве Чад и Гана подписали договор».
func (f *agreementFinder) framedBy(m *mention, d *deed, s lang.Sentence) bool {
	if !f.russian() || m.start >= d.start {
		return false
	}
	if k := m.start - 2; k >= s.First { // before «в»
		if day := f.at(k); day == nil || day.class != lang.DateChunk {
			return false
		}
	}
	comma, verb := false, false
	for k := m.end; k < d.start; k++ {
		if f.l.Rune(k) == ',' {
			comma = true
		} else if !verb && f.at(k) == nil && f.l.Is(k, lang.Lower) {
			verb = f.finite(k) || f.p.know.endings.finitePast.end(f.l.Fold(k), 3) && !f.p.know.endings.bodyNoun.whole(f.l.Fold(k))
		}
	}
	return !comma || !verb
}
