package reader

import (
	"slices"

	"shanyraq/internal/lang"
)

// subjectAsideReach is how many tokens an aside between an English subject and its verb
// may hold.
const subjectAsideReach = 16

// aside is what stands between an English subject and its verb, with its commas, dashes
// or brackets: the tokens [from, to).
type aside struct{ from, to int }

// asidesOfSubjects finds what stands between an English name and the verb it is the
// subject of, "Ada Orrell, accompanied by her aides, | was", and has the rules see the
// name and it as one, unless it tells what a rule reads there: an office, a body.
func (n *nameFinder) asidesOfSubjects() {
	p := n.p
	for _, class := range [...]lang.Class{lang.PersonChunk, lang.PlaceChunk, lang.OrgChunk} {
		for _, k := range p.mentionsOf(class) {
			m := &p.mens[k]
			if m.entity < 0 {
				continue
			}
			if to := n.looseAside(m.end); to > 0 && class == lang.PersonChunk {
				n.l.Add(class, m.start, to, int(k))
				continue
			}
			to, plain := n.subjectAside(m.end, class)
			if to == 0 {
				continue
			}
			p.asides = append(p.asides, aside{m.end, to})
			if plain && (class == lang.PersonChunk || class == lang.PlaceChunk && (n.l.Has(m.start-1, p.know.lists.of) || n.l.Plays(m.start-1, n.r.and))) {
				n.l.Add(class, m.start, to, int(k))
			}
		}
	}
	slices.SortFunc(p.asides, func(a, b aside) int { return a.from - b.from })
}

// subjectAside gives the token behind the aside that token i opens behind a name of a
// class, 0 where none stands there or no verb follows. plain says that no rule has a use
// for what it tells.
func (n *nameFinder) subjectAside(i int, class lang.Class) (to int, plain bool) {
	open := n.l.Rune(i)
	switch {
	case open == ',' || open == '(' && class != lang.PersonChunk:
	case isDash(open) && open != '-' && n.l.Is(i+1, lang.Lower):
	default:
		return 0, false
	}
	end := n.asideCloses(i)
	if end == 0 || !n.verbAt(end+1) {
		return 0, false
	}
	r := n.r
	office, name := n.toldInAside(i+1, end)
	switch {
	case open != ',':
		return end + 1, n.l.Has(i+1, n.p.know.lists.indefinite) || !office && !name
	case n.l.Plays(i+1, r.besideSubject):
		return end + 1, !n.l.Plays(i+2, r.as)
	case n.l.Plays(i+1, r.voidOpens):
		return end + 1, true
	case n.l.Plays(i+1, r.relative):
		return end + 1, !office && !name
	case n.l.Is(i+1, lang.Number) && end == i+2 && class == lang.PersonChunk:
		return end + 1, true
	case n.l.Has(i+1, n.p.know.lists.indefinite) && !n.verbIn(i+2, end):
		return end + 1, false
	}
	return 0, false
}

// verbIn reports whether a verb stands in the tokens [from, to), so that they are no
// apposition: "In Lima, a fair | opened in May, said".
func (n *nameFinder) verbIn(from, to int) bool {
	for k := from; k < to; k++ {
		if n.verbAt(k) {
			return true
		}
	}
	return false
}

// looseAside gives the token behind an aside at token i that a preposition or participle
// opens and that may say where and when what follows was: "Ada Orrell, despite protests, |
// was", "Ulf Renberg, on a visit to Oulu, | has". 0 where none is, or an office or a name
// of somebody is in it.
func (n *nameFinder) looseAside(i int) int {
	if n.l.Rune(i) != ',' || !n.l.Plays(i+1, n.r.besideLoosely) {
		return 0
	}
	end := n.asideCloses(i)
	if end == 0 || !n.verbAt(end+1) {
		return 0
	}
	if office, name := n.toldInAside(i+1, end); office || name {
		return 0
	}
	return end + 1
}

// asideCloses gives the mark that closes the aside opened by the one at token i, 0 where
// the sentence goes on otherwise.
func (n *nameFinder) asideCloses(i int) int {
	open := n.l.Rune(i)
	for k := i + 1; k < min(len(n.l.Toks), i+subjectAsideReach) && !n.l.Toks[k].Para; k++ {
		switch r := n.l.Rune(k); {
		case r == open && open != '(' || r == ')' && open == '(':
			if k == i+1 {
				return 0
			}
			return k
		case n.l.Is(k, lang.Punct) && r != '-' && !isApostropheRune(r):
			return 0
		}
	}
	return 0
}

// verbAt reports whether an English verb that has its subject before it stands at token i,
// perhaps behind a small word: "also | signed", "has".
func (n *nameFinder) verbAt(i int) bool { return n.p.verbOfSubject(i) }

// verbOfSubject is nameFinder.verbAt of a part.
func (p *part) verbOfSubject(i int) bool {
	l := p.lat
	if l.Plays(i, p.know.roles.passing) {
		i++
	}
	return l.Is(i, lang.Lower) && (l.Has(i, p.know.lists.auxVerb) || l.Has(i, p.know.lists.sayVerb) || l.Has(i, p.know.lists.presentMove) || l.Has(i, p.know.lists.pastWord) || p.know.endings.pastEnd.end(l.Fold(i), 2))
}

// passOffice has the rules see an English person and the office told behind the name,
// between two commas or dashes, as one where a verb follows: "Ada Orrell, the mayor, | was
// sworn in", "Ulf Renberg – head of the board – | said". The office itself was read; a
// body told in it is not passed over where it may take part.
func (f *officeFinder) passOffice(t title, m *mention, s lang.Sentence) {
	open := f.l.Rune(m.end)
	if open != ',' && !isDash(open) || t.from <= m.end || t.from > m.end+2 {
		return
	}
	end := t.to
	for end < s.Last && end < m.end+subjectAsideReach && f.l.Rune(end) != open {
		if f.l.Is(end, lang.Punct) && f.l.Rune(end) != '-' && !isApostropheRune(f.l.Rune(end)) || f.l.Fold(end) == "who" {
			return // a farmer who chairs the council
		}
		end++
	}
	if end+1 >= s.Last || f.l.Rune(end) != open || !f.p.verbOfSubject(end+1) {
		return
	}
	verb := end + 1
	if f.l.Plays(verb, f.p.know.roles.passing) {
		verb++
	}
	says := f.l.Has(verb, f.p.know.lists.sayVerb)
	if !says && (len(f.p.mentionsIn(lang.OrgChunk, m.end, end)) > 0 || open == ',' && !f.l.Has(verb, f.aux)) { // the rules of events see an office before the verb
		return
	}
	if k, ok := f.l.Chunk(m.start, lang.PersonChunk); ok {
		f.l.Add(lang.PersonChunk, m.start, end+1, int(k.Ref))
	}
}

// toldInAside reports whether the tokens [from, to) hold a noun for an office or a body,
// and whether they name a person or a body.
func (n *nameFinder) toldInAside(from, to int) (office, name bool) {
	for k := from; k < to; k++ {
		office = office || n.l.Has(k, n.p.know.lists.officeNoun) || n.l.Has(k, n.p.know.lists.orgHead) || n.l.Has(k, n.p.know.lists.bodyNoun)
		name = name || n.l.Has(k, lang.PersonChunk) || n.l.Has(k, lang.OrgChunk)
	}
	return office, name
}

// asideAround gives the aside behind an English subject that token i stands in.
func (p *part) asideAround(i int) (a aside, ok bool) {
	k, found := slices.BinarySearchFunc(p.asides, i, func(a aside, i int) int { return a.from - i })
	if !found {
		k--
	}
	if k < 0 || i >= p.asides[k].to {
		return a, false
	}
	return p.asides[k], true
}

// besideWhatIsTold reports whether token i stands in the aside behind an English subject
// and the words [from, to) of what is told do not: "Peru, speaking in | Osh, ratified".
func (p *part) besideWhatIsTold(i, from, to int) bool {
	if len(p.asides) == 0 {
		return false
	}
	a, ok := p.asideAround(i)
	return ok && (to <= a.from || from >= a.to || from < a.from && to > a.to)
}

// besideSubjectOf reports whether a date or place stands in the aside behind an English
// subject, and the event told does not, nor does the aside tell more of the event: "Ada
// Orrell, speaking in | Oulu, opened the fair", not "The Glass Fair, which ran in | Oulu, drew".
func (f *eventFinder) besideSubjectOf(m *mention, ph *phrase, d *deed) bool {
	if !f.p.besideWhatIsTold(m.start, ph.from, ph.to) || d != nil && !f.p.besideWhatIsTold(m.start, d.start, d.end) {
		return false
	}
	a, _ := f.p.asideAround(m.start)
	return a.from != ph.to || ph.entry == nil
}

// behindAside gives the token behind a subject whose aside ends before token i, else i.
func (p *part) behindAside(i int) int {
	if a, ok := p.asideAround(i - 1); ok && a.to == i {
		return a.from
	}
	return i
}
