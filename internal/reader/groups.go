package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// groups lays peoples where they are named or counted. An adjective made of a
// people's name ("Kazakh government", «киргизский язык», «қазақ тілі») names
// no people, so a form that may be one needs a word beside it that says so.
// A person is never tied to a group.
func (n *nameFinder) groups(s lang.Sentence) {
	shown := n.shaped != nil || n.tribes != nil
	if !shown && !n.has.classes.Intersects(&n.anyPeople) {
		return
	}
	for i := s.First; i < s.Last; i++ {
		if !n.l.Bits[i].Intersects(&n.anyPeople) && !(shown && n.l.Is(i, lang.Cap)) {
			continue
		}
		ch, ok := n.l.Chunk(i, n.gazGroup)
		if !ok && n.moreGroup != 0 && !n.taken[i] {
			n.otherPeople(i, s)
		}
		if !ok && n.shaped != nil {
			n.shapedPeople(i, s)
		}
		if end := n.tribes[i]; end > i && end <= s.Last {
			n.propose(candidate{class: lang.GroupChunk, start: i, end: end, score: scoreLegal + 6, name: n.l.Slice(i, end), rule: "people"})
		}
		if !ok || n.taken[i] {
			continue
		}
		e := n.l.Entry(ch)
		end := int(ch.End)
		if n.tag == "en" && n.moreGroup != 0 && n.l.Has(i, n.moreGroup) && !n.namesPeople(e, i, end, s) { // a people without a state of its name: the Gagauz numbered
			n.otherPeople(i, s)
			continue
		}
		if !n.free(i, end) || n.insideWord(i, end) || n.glued(end, '-') && n.l.Has(end+1, lang.Glued) || !n.namesPeople(e, i, end, s) {
			continue
		}
		score := scoreKnown - 10
		if n.tag == "kk" && n.l.Is(i, lang.Cap) && end < s.Last && n.l.Has(end, n.groupNoun) { // Ұйғыр | диаспорасы, where a district is called so; Дүнген | қауымы
			score = scoreKnown + 5
		}
		n.propose(candidate{class: lang.GroupChunk, start: i, end: end, score: score, known: e.Known, name: n.groupName(e, i, end), rule: "people"})
	}
}

// otherPeople lays a people of the pack's own list: a plural by itself, a word
// that is singular and plural alike where a number, an article or a noun for
// peoples stands beside it.
func (n *nameFinder) otherPeople(i int, s lang.Sentence) {
	ch, ok := n.l.Chunk(i, n.moreGroup)
	if !ok {
		return
	}
	end := int(ch.End)
	if n.insideWord(i, end) || end < s.Last && n.glued(end, '-') {
		return
	}
	if n.tag == "kk" { // маасайлар, маасай халқы: the singular alone qualifies what follows
		e := n.l.Entry(ch)
		counted := n.countedKK(i, s) && !(end < s.Last && (n.l.Has(end, n.office) || n.possessed(end) && !n.p.know.endings.verbEnd.end(n.l.Fold(end), 2)))
		name := n.groupName(e, i, end)
		c := candidate{class: lang.GroupChunk, start: i, end: end, score: scoreKnown - 10, name: name, rule: "people"}
		if counted && name == e.Forms[0] && len(e.Forms) > 1 { // 192 қарайым are of the қарайымдар
			c.name, c.alias = e.Forms[1], name
		}
		if (counted || name != e.Forms[0] || end < s.Last && n.l.Has(end, n.groupNoun)) && n.namesPeople(e, i, end, s) {
			n.propose(c)
		}
		return
	}
	if n.tag == "ru" { // the list has plurals
		if (n.l.Is(i, lang.Lower) || n.opens(i, s) && !n.isGiven(element{start: i, end: end})) && !n.languageBefore(i, s) {
			n.propose(candidate{class: lang.GroupChunk, start: i, end: end, score: scoreKnown - 8, name: firstForm(n.l.Entry(ch)), rule: "people"})
		}
		return
	}
	if v := n.l.Entry(ch).Value; v == "adj" || v == "land" { // Rotuman families, but not Rotuman songs
		if end < s.Last && (n.l.Has(end, n.groupNoun) || v == "adj" && (n.l.Has(end, n.groupKin) || n.kinBehind(end, s))) || i > s.First && n.ethnic(i-1) && (end >= s.Last || n.standsAlone(end)) || n.joinedAdjective(end, s) || n.shareOfPeople(i, end, s) ||
			v == "adj" && i > s.First && n.standsAlone(end) && (n.numberBefore(i, s) || n.definite(i-1) && n.manyDo(end)) { // the Kachin live
			n.propose(candidate{class: lang.GroupChunk, start: i, end: end, score: scoreKnown - 8, name: n.l.Slice(i, end), rule: "people"})
		}
		return
	}
	weak := n.l.Entry(ch).Value == "weak"
	noun := end < s.Last && (n.l.Has(end, n.groupNoun) || n.l.Has(end, n.groupKin))
	noun = noun || end+2 < s.Last && (n.l.Plays(end, n.r.and) || n.l.Plays(end, n.r.or)) && n.l.Is(end+1, lang.Cap) && n.l.Is(end+2, lang.Lower) && (n.l.Has(end+2, n.groupNoun) || n.l.Has(end+2, n.groupKin))
	counted := i > s.First && (n.numberBefore(i, s) || n.l.Plays(i-1, n.r.ethnic))
	article := i > s.First && n.l.Plays(i-1, n.r.manyOf)
	// Behind it no noun follows that it might qualify: the Maasai were, the Maasai, the Maasai of.
	alone := end >= s.Last || n.standsAlone(end)
	plural := strings.HasSuffix(n.l.Fold(end-1), "s")
	score := scoreKnown - 8
	if n.chained[i] || article && alone && n.l.Plays(i-1, n.r.the) && n.placeAt(element{start: i, end: end}) { // the Tonga among peoples, not the islands
		score = scoreKnown + 2
	}
	if noun || n.chained[i] || n.shareOfPeople(i, end, s) || !weak && alone && (n.besidePeople(i, end, s) || n.acting(i, end, s)) || counted && alone || article && alone && !n.l.Has(end, lang.Cap) || plural && !weak && alone {
		i = n.side(i, end, s)
		n.propose(candidate{class: lang.GroupChunk, start: i, end: end, score: score, name: n.l.Slice(i, end), rule: "people"})
	}
}

// namesPeople decides whether a form names the people itself.
func (n *nameFinder) namesPeople(e *lang.Entry, from, to int, s lang.Sentence) bool {
	noun := to < s.Last && n.groupNoun != 0 && n.l.Has(to, n.groupNoun)
	ends := to >= s.Last || !n.l.Is(to, lang.Word)
	switch n.tag {
	case "en":
		return n.namesPeopleEN(e, from, to, s, noun, ends)
	case "ru":
		return n.namesPeopleRU(e, from, to, s, noun, ends)
	case "kk":
		return n.namesPeopleKK(e, from, to, s, noun, ends)
	}
	return true
}

// numberBefore reports whether a number ends right before token i: 300, one million.
func (n *nameFinder) numberBefore(i int, s lang.Sentence) bool {
	for k := i - 1; k >= s.First && k >= i-4; k-- {
		if ch, ok := n.l.Chunk(k, lang.NumberChunk); ok {
			return int(ch.End) == i
		}
	}
	return i > s.First && n.l.Is(i-1, lang.Number)
}

// form gives form k of an entry, the last one where it has fewer.
func form(e *lang.Entry, k int) string {
	if k < len(e.Forms) {
		return e.Forms[k]
	}
	return e.Forms[len(e.Forms)-1]
}

// groupName is the name of a people in the nominative as the text has it:
// the plural where the text has a plural.
func (n *nameFinder) groupName(e *lang.Entry, from, to int) string {
	text := n.l.Slice(from, to)
	switch n.tag {
	case "en":
		return text
	case "ru":
		if len(e.Forms) > 2 {
			return e.Forms[2]
		}
	case "kk":
		if len(e.Forms) > 1 && strings.HasPrefix(lang.Fold(text), lang.Fold(e.Forms[1])) {
			return e.Forms[1]
		}
		if w := lang.Fold(text); !strings.HasPrefix(w, lang.Fold(e.Forms[0])) && pluralPeopleKK(w) { // белорустар of the беларустар
			return n.p.withoutCase(text)
		}
	}
	return e.Forms[0]
}
