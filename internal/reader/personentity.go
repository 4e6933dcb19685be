package reader

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// personOf gives the entity of a person's name.
func (n *nameFinder) personOf(c candidate) int {
	start := c.start
	for n.tag == "en" && start < c.end-1 && n.l.Is(start, lang.Lower) && n.l.Has(start, n.particle) { // Ms. van Dijk, who is Ana van Dijk
		start++
	}
	els := n.elements(start, c.end)
	if k := len(els) - 1; k > 0 && els[k].end+1 == c.end && n.l.Rune(els[k].end) == '.' { // Jr.
		els[k].end = c.end
	}
	if len(els) == 0 || els[len(els)-1].end != c.end || els[0].start != start {
		els = append(n.els[:0], element{start: c.start, end: c.end})
		n.els = els
	}
	words := n.calledAsBefore(els, n.nominativePerson(els, c.gender))
	keys := n.keysOf(els, words)
	name := n.spaced(els, words)
	if plain := n.l.Slice(c.start, c.end); start > c.start || plain != name && sameWords(plain, name) {
		name = plain
	}
	if i, ok := n.people.find(keys); ok {
		k := &n.people.list[i]
		if len(keys) == 1 {
			if e := n.ofShared(i, keys[0].fold, c.start, c.end); e != k.entity {
				n.p.doc.alias(e, name)
				return e
			}
		}
		if len(keys) > len(k.words) && spelt(keys) >= spelt(k.words) || len(keys) == len(k.words) && spelt(keys) > spelt(k.words) { // «Леван Сомов» is fuller than «Л.А. Сомов»
			k.words = keys
			d := n.p.doc
			old := d.entities[k.entity].name
			d.entities[k.entity].name = name
			d.entities[k.entity].aliases = slices.DeleteFunc(d.entities[k.entity].aliases, func(a string) bool { return a == name })
			d.alias(k.entity, old)
		} else {
			n.p.doc.alias(k.entity, name)
		}
		if c.gender != 0 && n.p.doc.entities[k.entity].gender == 0 {
			n.p.doc.entities[k.entity].gender = c.gender
		}
		return k.entity
	}
	if e, ok := n.calledByFather(els, keys, c.gender); ok {
		n.p.doc.alias(e, name)
		return e
	}
	e := n.p.doc.entity(read.Person, name, "")
	if n.tag == "ru" && len(words) > 1 { // Ивана Серова is Иван, Фариду Зуеву is Фарида
		given, g := words[0], surnameGender(words[len(words)-1])
		if vowel := strings.HasSuffix(given, "а") || strings.HasSuffix(given, "я"); g != 0 && (c.gender == 0 || vowel == (g == 'f')) {
			c.gender = g
		}
	}
	n.p.doc.entities[e].gender = c.gender
	n.people.list = append(n.people.list, knownPerson{e, keys, n.tag == "ru" && len(keys) == 3 && n.eastern(els[0])})
	return e
}

// surnameGender gives the gender that the ending of a Russian surname in the nominative
// tells, 0 where it tells none.
func surnameGender(surname string) byte {
	for _, end := range [...]string{"ова", "ева", "ёва", "ина", "ына", "ская", "цкая"} {
		if strings.HasSuffix(surname, end) && atLeast(surname, 5) {
			return 'f'
		}
	}
	for _, end := range [...]string{"ов", "ев", "ёв", "ский", "цкий"} {
		if strings.HasSuffix(surname, end) && atLeast(surname, 4) {
			return 'm'
		}
	}
	return 0
}

// foldOf folds a word that may be the one token of e as it stands, of which
// the folded form is known.
func (n *nameFinder) foldOf(e element, word string) string {
	if e.end == e.start+1 && n.l.Slice(e.start, e.end) == word {
		return n.l.Fold(e.start)
	}
	return lang.Fold(word)
}

// foldedSlice is the folded text of the tokens [from, to).
func (n *nameFinder) foldedSlice(from, to int) string {
	if to == from+1 {
		return n.l.Fold(from)
	}
	return lang.Fold(n.l.Slice(from, to))
}

// keysOf gives the words of a name as persons are told apart by them.
func (n *nameFinder) keysOf(els []element, words []string) []nameWord {
	return n.appendKeys(make([]nameWord, 0, len(els)), els, words)
}

// appendKeys is keysOf behind others.
func (n *nameFinder) appendKeys(keys []nameWord, els []element, words []string) []nameWord {
	for i, e := range els {
		if !e.particle || n.closesName(e.start) {
			f := n.foldOf(e, words[i])
			if n.tag == "en" && i > 0 && generation(f) {
				continue
			}
			if e.initial {
				r, _ := utf8.DecodeRuneInString(f)
				f = string(r)
			}
			keys = append(keys, nameWord{f, e.initial})
		}
	}
	return keys
}

// spaced joins the words of a name as the text does: «Ш.К. Абильдаев».
func (n *nameFinder) spaced(els []element, words []string) string {
	var b strings.Builder
	size := len(words)
	for _, w := range words {
		size += len(w)
	}
	b.Grow(size)
	for i, e := range els {
		if i > 0 && !n.l.Is(e.start, lang.Glued) {
			b.WriteByte(' ')
		}
		b.WriteString(words[i])
	}
	return b.String()
}

// generation reports whether a folded word of an English name tells father and
// son apart, and no more: the same person is named without it too.
func generation(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "jr", "sr", "ii", "iii", "iv":
		return true
	}
	return false
}

// calledAsBefore gives the words of a Russian name as they stand where somebody was called
// just so before and nobody by the nominative they might come from: «директор Нодира
// Рахматова … сказала на церемонии Нодира Рахматова» is no Нодир Рахматов.
func (n *nameFinder) calledAsBefore(els []element, words []string) []string {
	if n.tag != "ru" || len(els) < 2 || len(words) != len(els) {
		return words
	}
	same := true
	for i, e := range els {
		same = same && n.l.Slice(e.start, e.end) == words[i]
	}
	if same {
		return words
	}
	plain := make([]string, len(els))
	for i, e := range els {
		plain[i] = n.l.Slice(e.start, e.end)
	}
	if i, ok := n.people.find(n.keysOf(els, plain)); !ok || len(n.people.list[i].words) != len(els) {
		return words
	}
	if _, ok := n.people.find(n.keysOf(els, words)); ok {
		return words
	}
	return plain
}
