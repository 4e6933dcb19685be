package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
)

// pronounReach is how many mentions of persons back a pronoun may reach for
// one of its gender.
const pronounReach = 12

// personBefore gives the person mentioned last before token i who may have a
// gender ('m', 'f'; 0 for any): one known to have the other is passed over.
func (p *part) personBefore(i int, gender byte) (int, bool) {
	if gender == 0 {
		if e, ok := p.subjectKK(i); ok {
			return e, true
		}
		return p.lastPerson(i)
	}
	if at := p.sameSubject(i, gender); at >= 0 {
		return p.personBefore(at, gender)
	}
	if e, ok := p.toldLast(i, gender); ok {
		return e, true
	}
	if e, ok := p.subjectBefore(i, gender); ok {
		return e, true
	}
	near := p.mentionsIn(lang.PersonChunk, 0, i)
	for _, k := range slices.Backward(near[max(0, len(near)-pronounReach):]) {
		m := &p.mens[k]
		if m.entity < 0 {
			continue
		}
		if g := p.doc.entities[m.entity].gender; (g == 0 || g == gender) && !p.metBySubject(m) && !p.namedAfter(m) && !p.asksFirst(m, i) {
			return m.entity, true
		}
	}
	e, ok := p.lastPerson(i)
	return e, ok && (p.know.pack.Tag != "en" || p.doc.entities[e].gender == 0 || p.doc.entities[e].gender == gender)
}

// namedAfter reports whether an English name stands for a thing called after that person:
// "hosted the | Ada Berg reception".
func (p *part) namedAfter(m *mention) bool {
	return p.know.pack.Tag == "en" && m.start > 0 && m.end < len(p.lat.Toks) && p.lat.Has(m.start-1, p.know.lists.phraseArticle) && (p.lat.Is(m.end, lang.Lower) || p.lat.Is(m.end, lang.Cap)) && !p.lat.Has(m.end, p.know.lists.sayVerb) && !p.lat.Has(m.end, p.know.lists.auxVerb)
}

// metBySubject reports whether an English person is whom somebody else met, who is the
// subject and goes on: "The minister held talks with | X. Later, he flew to Osh".
func (p *part) metBySubject(m *mention) bool {
	if p.know.pack.Tag != "en" {
		return false
	}
	k := m.start - 1
	for n := 0; n < 4 && k > 0 && (p.lat.Is(k, lang.Cap) && p.lat.Is(k, lang.Word) || p.lat.Has(k, p.know.lists.officeNoun) || p.lat.Has(k, p.know.lists.phraseArticle)); n++ {
		k--
	}
	return k > 0 && p.lat.Has(k, p.know.lists.partyWith)
}

// genderSaid gives the gender that an English or Russian pronoun at token i or
// a Russian verb of saying at token v (-1 for none) tells, 0 where neither does.
func (p *part) genderSaid(i, v int) byte {
	switch {
	case p.lat.Plays(i, p.know.roles.female):
		return 'f'
	case p.lat.Plays(i, p.know.roles.male):
		return 'm'
	}
	if v >= 0 && p.know.russian {
		w := p.lat.Fold(v)
		switch {
		case strings.HasSuffix(w, "ла") || strings.HasSuffix(w, "лась"):
			return 'f'
		case strings.HasSuffix(w, "л") || strings.HasSuffix(w, "лся"):
			return 'm'
		}
	}
	return 0
}

// severalSay reports whether a Russian verb of saying in the tokens stands in
// the plural.
func (q *quoteFinder) severalSay(from, to int) bool {
	if !q.p.know.russian {
		return false
	}
	for i := from; i < to; i++ {
		if w := q.l.Fold(i); q.l.Has(i, q.say) && (strings.HasSuffix(w, "ли") || strings.HasSuffix(w, "лись") || strings.HasSuffix(w, "ют") || strings.HasSuffix(w, "ят")) {
			return true
		}
	}
	return false
}

// sameSubject gives the pronoun of a gender that opens the English sentence
// before that of token i: whom it means goes on being told of, whoever else is
// named there ("He succeeds X. …, he said"); -1 where there is none.
func (p *part) sameSubject(i int, gender byte) int {
	if p.know.pack.Tag != "en" || i <= 0 {
		return -1
	}
	k := p.sentenceIndex(min(i, len(p.lat.Toks)-1))
	if k == 0 || k >= len(p.sents) {
		return -1
	}
	first := p.sents[k-1].First
	if p.lat.Toks[p.sents[k].First].Para && !p.lat.Toks[first].Para { // of a paragraph of several sentences nobody goes on
		return -1
	}
	if !p.lat.Plays(first, p.know.roles.heShe) || p.genderSaid(first, -1) != gender {
		return -1
	}
	return first
}

// subjectKK gives the Kazakh person in the nominative named last before token i where
// the last one named in that sentence stands in another case: of «X қарсыласы Y-ті
// ұтты» X goes on.
func (p *part) subjectKK(i int) (int, bool) {
	if p.know.pack.Tag != "kk" {
		return 0, false
	}
	near := p.mentionsIn(lang.PersonChunk, 0, i)
	if len(near) < 2 {
		return 0, false
	}
	last := &p.mens[near[len(near)-1]]
	owner := last.end == last.start+1 && last.end < len(p.lat.Toks) && p.lat.Is(last.end, lang.Lower) && p.ownedForm(last.end) // Абай шығармалары
	if !owner && !p.inCaseKK(last) {
		return 0, false
	}
	first := p.sentenceOf(last.start).First
	for _, k := range slices.Backward(near[:len(near)-1]) {
		m := &p.mens[k]
		if m.start < first {
			break
		}
		if m.entity >= 0 && m.entity != last.entity && !p.inCaseKK(m) {
			return m.entity, true
		}
	}
	return 0, false
}

// inCaseKK reports whether the last word of a mention has more behind it than any name
// of its entity ends with.
func (p *part) inCaseKK(m *mention) bool {
	if m.entity < 0 {
		return false
	}
	e := &p.doc.entities[m.entity]
	w := p.lat.Fold(m.end - 1)
	if lastWordIs(e.name, w) || slices.ContainsFunc(e.aliases, func(a string) bool { return lastWordIs(a, w) }) {
		return false
	}
	name := lang.Fold(e.name[strings.LastIndexByte(e.name, ' ')+1:])
	return len(w) > len(name) && strings.HasPrefix(w, name)
}

// lastWordIs reports whether the last word of a name is the folded one.
func lastWordIs(name, folded string) bool {
	return lang.Fold(name[strings.LastIndexByte(name, ' ')+1:]) == folded
}

// toldLast gives the person who is known to have a gender and is named last in
// the sentence of token i, before it, or in the sentence before that: of a Russian
// text, where most names tell it, they go before names that tell none.
func (p *part) toldLast(i int, gender byte) (int, bool) {
	if !p.know.russian || i <= 0 {
		return 0, false
	}
	k := p.sentenceIndex(min(i, len(p.lat.Toks)-1))
	if k >= len(p.sents) {
		return 0, false
	}
	for _, n := range slices.Backward(p.mentionsIn(lang.PersonChunk, p.sents[max(0, k-1)].First, i)) {
		if m := &p.mens[n]; m.entity >= 0 && p.doc.entities[m.entity].gender == gender && !p.asksFirst(m, i) {
			return m.entity, true
		}
	}
	return 0, false
}

// subjectBefore gives the person who is the subject of the English sentence before that
// of token i, where nobody is named in this one before it: of "X was received by Y. Later
// he flew to Osh" X goes on. Whom the sentence puts into an office goes on instead.
func (p *part) subjectBefore(i int, gender byte) (int, bool) {
	if p.know.pack.Tag != "en" || i <= 0 {
		return 0, false
	}
	k := p.sentenceIndex(min(i, len(p.lat.Toks)-1))
	if k == 0 || k >= len(p.sents) {
		return 0, false
	}
	for _, n := range p.mentionsIn(lang.PersonChunk, p.sents[k].First, i) {
		if !p.asksFirst(&p.mens[n], i) {
			return 0, false
		}
	}
	s := p.sents[k-1]
	all := p.mentionsIn(lang.PersonChunk, s.First, s.Last)
	for n := 0; n+1 < len(all); n++ {
		m := &p.mens[all[n]]
		at := p.titleBefore(m.start, s.First)
		if at > s.First && p.lat.Rune(at-1) != ',' {
			return p.titledSubject(s, gender)
		}
		if p.lat.Has(at, p.know.lists.citeWord) || p.lat.Has(at, p.know.lists.npStop) && !p.lat.Has(at, p.know.lists.phraseArticle) { // According to X,
			continue
		}
		if m.entity < 0 || m.end >= s.Last || isApostropheRune(p.lat.Rune(m.end)) || p.lat.Has(m.end, p.know.lists.andWord) || p.lat.Rune(m.end) == ',' && p.lat.Has(m.end+1, lang.PersonChunk) {
			return 0, false
		}
		for j := m.end; j < s.Last; j++ {
			if p.lat.Plays(j, p.know.roles.chooses) || p.lat.Plays(j, p.know.roles.replaces) && p.lat.Has(j+1, p.know.lists.partyBy) {
				return 0, false
			}
			if v, _, ok := p.lat.Value(j, p.know.lists.tenure); ok && v == "appointed" { // presented the new director, Y
				return 0, false
			}
		}
		g := p.doc.entities[m.entity].gender
		if g != 0 && g != gender {
			return 0, false
		}
		for _, o := range all[n+1:] {
			if e := p.mens[o].entity; g == 0 && e >= 0 && e != m.entity && p.doc.entities[e].gender == gender {
				return 0, false
			}
		}
		return m.entity, true
	}
	return 0, false
}

// titleBefore gives the token at which the capitalised words and the small ones among
// them begin that stand before an English name at token i, not before token first.
func (p *part) titleBefore(i, first int) int {
	for i > first {
		k := i - 1
		if t := &p.lat.Toks[k]; !(t.Is(lang.Cap) && t.Is(lang.Word)) && !p.lat.Has(k, p.know.lists.honorific) && !p.lat.Has(k, p.know.lists.titleLink) && !p.lat.Has(k, p.know.lists.phraseArticle) && p.lat.Rune(k) != '.' && p.lat.Rune(k) != '-' {
			return i
		}
		i = k
	}
	return i
}

// titledSubject gives the person who is the subject of an English sentence by a title alone
// and may have a gender: "The minister thanked X. | He added".
func (p *part) titledSubject(s lang.Sentence, gender byte) (int, bool) {
	e, ok := p.subjectTold(s)
	if !ok {
		return 0, false
	}
	g := p.doc.entities[e].gender
	return e, g == 0 || g == gender
}
