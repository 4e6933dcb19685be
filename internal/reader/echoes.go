package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// echoes finds again, by surname alone, the persons a text names in full, and
// by their abbreviation or short name the bodies it defines.
func (n *nameFinder) echoes() {
	x := n.p.rooms.echoed()
	defer n.p.rooms.keepEchoed(x)
	n.indexSurnames(&x)
	n.indexShort(&x)
	if len(x.surnames)+len(x.short) == 0 && n.tag != "en" {
		return
	}
	for k, s := range n.p.sents {
		for _, i := range n.p.named[k].caps {
			n.echoAt(int(i), &x, s)
		}
	}
}

// echoIndex holds what may be named again: surnames and short names with their
// entities, and what they begin and end with, which most words do not.
type echoIndex struct {
	surnames, short map[string]int
	begin           firstLetters
	ends, shortEnds wordEnds
}

// indexSurnames takes the words of names by which their persons may be called.
func (n *nameFinder) indexSurnames(x *echoIndex) {
	for _, k := range n.people.list {
		if len(k.words) < 2 && n.tag != "en" {
			continue
		}
		for i, w := range k.words {
			if n.tag == "en" && i+1 < len(k.words) && alsoTitle(w.fold) {
				continue
			}
			if !w.initial && (atLeast(w.fold, 3) || k.eastern && i == 0) && (i > 0 || k.eastern || len(k.words) == 2 || i == len(k.words)-1 || n.tag == "en") {
				x.surnames[w.fold] = k.entity
				x.begin.add(w.fold)
				x.ends.add(w.fold)
			}
		}
	}
}

// indexShort takes the short names and abbreviations of bodies and places.
func (n *nameFinder) indexShort(x *echoIndex) {
	d := n.p.doc
	for i := range d.entities {
		e := &d.entities[i]
		if e.kind != read.Organization && e.kind != read.Place {
			continue
		}
		for _, a := range e.aliases {
			if !strings.Contains(a, " ") {
				x.short[a] = i
			}
		}
		if n.tag == "en" {
			n.shortName(e, i, x.short)
		}
	}
	for a := range x.short {
		x.shortEnds.add(a)
	}
}

// echoAt lays the entity that the word at i names again.
func (n *nameFinder) echoAt(i int, x *echoIndex, s lang.Sentence) {
	article := i >= s.First+2 && n.particleFirst(i-2) // аль-Бусаиди
	if n.taken[i] || n.l.Is(i, lang.Glued) && i > s.First && n.l.Rune(i-1) == '-' && !article {
		return
	}
	d := n.p.doc
	e := n.echoElement(i, s)
	word := n.l.Slice(e.start, e.end)
	if k, ok := x.shortEnds.find(x.short, word); ok && atLeast(word, 2) && !n.insideOther(e, s) {
		n.echo(classOf(d.entities[k].kind), e, k)
		return
	}
	if k, ok := n.theBody(i, s); ok {
		n.echo(lang.OrgChunk, element{start: i, end: i + 1}, k)
		d.alias(k, word)
		return
	}
	if n.opens(i, s) && (n.funcWord != 0 && n.l.Has(i, n.funcWord) || n.common != 0 && n.l.Has(i, n.common)) && !n.surnameActs(i, s) {
		return
	}
	if len(x.surnames) == 0 || n.tag != "en" && !x.begin.mayHave(n.foldOf(e, word)) {
		return
	}
	for _, f := range n.echoForms(e, word) {
		k, ok := x.ends.find(x.surnames, f)
		if !ok {
			continue
		}
		if n.tag == "ru" {
			if at, ok := n.people.find([]nameWord{{fold: f}}); ok {
				k = n.ofShared(at, f, e.start, e.end)
			}
		}
		if article {
			e.start = i - 2
		}
		if n.tag == "en" && n.wholeEcho(&e, k, x) {
			n.echo(lang.PersonChunk, e, k)
			return
		}
		n.echo(lang.PersonChunk, e, k)
		d.alias(k, n.echoName(k, f))
		return
	}
}

// wholeEcho takes the further words of the same person's name behind the one at hand,
// which nothing beside them told: "members: Ebbo Naruseb (chair), …".
func (n *nameFinder) wholeEcho(e *element, entity int, x *echoIndex) bool {
	end := e.end
	for e.end < len(n.l.Toks) && n.l.Is(e.end, lang.Cap) && !n.taken[e.end] {
		if k, ok := x.surnames[n.l.Fold(e.end)]; !ok || k != entity {
			break
		}
		e.end++
	}
	return e.end > end
}

// insideOther reports whether an English word in small letters but its first stands among
// capitals that are no body's: the World | Mind | Games.
func (n *nameFinder) insideOther(e element, s lang.Sentence) bool {
	if n.tag != "en" || e.start == s.First || e.end >= s.Last || n.l.Is(e.start, lang.Upper) {
		return false
	}
	return n.beside(e.start-1, s) && n.l.Has(e.end, lang.Cap) && n.l.Has(e.end, n.eventHead)
}

// theBody finds the body that a capitalised noun for bodies means, with an
// article before it and nothing of a name behind: "the Court" of the Supreme
// Court named before.
func (n *nameFinder) theBody(i int, s lang.Sentence) (int, bool) {
	if n.tag != "en" || n.orgHead == 0 || i == s.First || !n.l.Has(i, n.orgHead) || !n.l.Plays(i-1, n.r.the) || i+1 < s.Last && (n.l.Is(i+1, lang.Cap) || n.l.Has(i+1, n.orgOf) && n.l.Has(i+2, lang.Cap)) {
		return 0, false
	}
	w := n.l.Fold(i)
	before := n.p.mentionsIn(lang.OrgChunk, max(0, i-4000), i)
	for k := len(before) - 1; k >= 0 && k >= len(before)-40; k-- {
		m := &n.p.mens[before[k]]
		if m.entity < 0 {
			continue
		}
		if n.hasWord(m.entity, w) {
			return n.wholeOf(m.entity, w), true
		}
	}
	return n.bodyToCome(i, w)
}

// wholeOf gives the body that a noun means by which the whole is called of which
// an entity is a part, its own entity where the noun heads the entity's name:
// "the Bank" of "Board of Directors of the Reef Development Bank".
func (n *nameFinder) wholeOf(entity int, noun string) int {
	name := n.p.doc.entities[entity].name
	k := strings.LastIndex(name, " of the ")
	if k < 0 {
		return entity
	}
	whole := name[k+len(" of the "):]
	if !strings.Contains(whole, " ") || !hasField(whole, noun) || hasField(name[:k], noun) {
		return entity
	}
	if e, ok := n.people.byName(read.Organization, whole); ok {
		return e
	}
	if e, ok := n.longerOrShorter(lang.Fold(whole), false); ok && e != entity {
		n.p.doc.rename(e, whole)
		return e
	}
	e := n.p.doc.entity(read.Organization, whole, "")
	n.p.doc.note(e, whole)
	n.people.bodies = append(n.people.bodies, e)
	return e
}

// hasField reports whether a folded word is one of those of a name.
func hasField(name, word string) bool {
	for x := range strings.FieldsSeq(name) {
		if lang.Fold(x) == word {
			return true
		}
	}
	return false
}

// bodyToCome finds the one body of the text that the short name of a headline
// or a first paragraph means: "The Assembly elected …", which is named in full
// only further down.
func (n *nameFinder) bodyToCome(i int, word string) (found int, ok bool) {
	if i > leadWords {
		return 0, false
	}
	for _, k := range n.p.mentionsIn(lang.OrgChunk, i, min(len(n.l.Toks), i+leadWords)) {
		m := &n.p.mens[k]
		if m.entity < 0 || !n.hasWord(m.entity, word) {
			continue
		}
		if ok && m.entity != found {
			return 0, false
		}
		found, ok = m.entity, true
	}
	return found, ok
}

// leadWords is how far a text's beginning reaches, and how far behind it the
// full name may stand.
const leadWords = 120

// hasWord reports whether a folded word is one of several of an entity's name.
func (n *nameFinder) hasWord(entity int, word string) bool {
	name := n.p.doc.entities[entity].name
	if !strings.Contains(name, " ") {
		return false
	}
	return hasField(name, word)
}

// echoElement is the word at i with the words hyphens tie to it.
func (n *nameFinder) echoElement(i int, s lang.Sentence) element {
	e := element{start: i, end: i + 1}
	for n.glued(e.end, '-') && e.end+1 < s.Last && n.l.Is(e.end+1, lang.Glued) && n.l.Is(e.end+1, lang.Cap) {
		e.end += 2
	}
	return e
}

// echo lays a mention of an entity named before over the words of e.
func (n *nameFinder) echo(class lang.Class, e element, entity int) {
	n.p.mention(class, e.start, e.end, entity)
	for i := e.start; i < e.end; i++ {
		n.taken[i] = true
	}
}

// echoForms gives the folded nominatives a word may have, good until it is
// asked again.
func (n *nameFinder) echoForms(e element, word string) []string {
	switch n.tag {
	case "ru":
		if n.p.memory == nil {
			return n.russianEchoForms(word)
		}
		return n.p.memory.echoes.of(word, n.russianEchoForms)
	case "kk":
		forms := append(n.forms[:0], n.foldOf(e, word), n.foldOf(e, n.kazakhName(e, word)))
		analyses := n.l.Analyses(e.start)
		if e.end > e.start+1 {
			analyses = n.p.analyses(word)
		}
		for _, a := range analyses {
			forms = append(forms, a.Stem)
		}
		n.forms = forms
		return forms
	}
	n.forms = append(n.forms[:0], n.foldOf(e, word))
	return n.forms
}

// russianEchoForms gives the forms in which a Russian surname may be named again: Асановой
// gives Асанова and Асанов.
func (n *nameFinder) russianEchoForms(word string) []string {
	forms := append([]string{lang.Fold(word)}, n.p.know.pack.Nominatives(word)...)
	for _, g := range [...]byte{'m', 'f'} {
		forms = append(forms, lang.Fold(russianSurname(word, g, true, true)))
	}
	return forms
}

// echoName gives the part of an entity's name that a folded word is.
func (n *nameFinder) echoName(entity int, folded string) string {
	for w := range strings.FieldsSeq(n.p.doc.entities[entity].name) {
		if lang.Fold(w) == folded {
			return w
		}
	}
	return ""
}
