package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"shanyraq/internal/lang"
)

// teams proposes English names of clubs and companies made of a known place
// and a capitalised plural that is no word of another list: the Denver
// Nuggets, but not the Geneva Conventions, the London Games or Spanish Hills.
func (n *nameFinder) teams(s lang.Sentence) {
	nicknames := n.has.roles.Has(n.r.nickname)
	if !nicknames && !n.has.classes.Intersects(&n.anyPlace) {
		return
	}
	for i := s.First; i < s.Last; i++ {
		if nicknames && n.l.Is(i, lang.Cap) {
			n.nicknames(i, s)
		}
		if !n.l.Bits[i].Intersects(&n.anyPlace) {
			continue
		}
		ch, ok := n.l.Chunk(i, n.gazPlace)
		if !ok {
			if ch, ok = n.l.Chunk(i, n.morePlace); !ok {
				continue
			}
		}
		k := int(ch.End)
		n.countyTeam(i, k, s)
		if k+1 < s.Last && n.beside(k, s) && !n.pluralName(k) && n.pluralName(k+1) && !n.l.Has(k, n.orgHead) && !n.l.Has(k, n.placeHead) && !n.l.Has(k, n.eventHead) && !n.l.Has(k, n.title) && !n.l.Has(k, n.natAdj) && !n.isGiven(element{start: k, end: k + 1}) && !n.placeAt(element{start: k, end: k + 1}) && !n.l.Is(k, lang.Upper) {
			k++ // the Ottawa Rough Riders
		}
		n.matched(i, k, s)
		if n.country(i) && n.l.Is(i, lang.Upper) || n.l.Rune(k-1) == '.' {
			continue // UK Tornados, U.S. Strykers
		}
		if k >= s.Last || n.taken[i] || !n.pluralName(k) || k+1 < s.Last && n.l.Is(k+1, lang.Cap) {
			continue
		}
		n.propose(candidate{class: lang.OrgChunk, start: i, end: k + 1, score: scoreKnown + 6, rule: "team"})
	}
}

// pluralName reports whether token i is a capitalised plural that is neither a
// common noun nor the head of a body, a place, an event, an office, an
// instrument or a people.
func (n *nameFinder) pluralName(i int) bool {
	t := &n.l.Toks[i]
	w := n.l.Fold(i)
	if !t.Is(lang.Cap) || t.Is(lang.Upper) || t.Is(lang.Glued) || len(w) < 5 || !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || strings.HasSuffix(w, "is") || n.headlineVerb(i) {
		return false
	}
	for _, c := range [...]lang.Class{n.common, n.orgHead, n.placeHead, n.eventHead, n.office, n.officePlural, n.title, n.groupNoun, n.gazGroup, n.gazPlace, n.morePlace, n.natAdj, n.funcWord, n.instrument, n.given, n.surname,
		n.p.know.lists.instrumentNoun, n.p.know.lists.eventNoun, n.p.know.lists.personNoun, n.p.know.lists.month, n.p.know.lists.weekday, n.p.know.lists.moreGroup} {
		if c != lang.NoClass && n.l.Has(i, c) {
			return false
		}
	}
	return n.l.Rune(i+1) != '\'' && n.l.Rune(i+1) != '’'
}

// clanName reports whether an English word is a surname by its shape: Mc with
// a capital behind it, O' with one.
func (n *nameFinder) clanName(e element) bool {
	return n.spelling(e.start, traitClan, clanName)
}

// clanName reports whether a word is a surname by its opening: McLane, O'Hara, DeVito.
func clanName(w string) bool {
	if w == "" || strings.IndexByte("MODLFV", w[0]) < 0 { // most words
		return false
	}
	for _, pre := range [...]string{"Mc", "O'", "O’", "Mac", "De", "Di", "La", "Le", "Fitz", "Van"} {
		if rest, ok := strings.CutPrefix(w, pre); ok {
			r, _ := utf8.DecodeRuneInString(rest)
			return unicode.IsUpper(r) && len(rest) > 2
		}
	}
	return false
}

// livesOn reports whether what follows a word alone is said of persons only:
// ", who", "and his".
func (n *nameFinder) livesOn(e element, s lang.Sentence) bool {
	i := e.end
	if i+1 >= s.Last {
		return false
	}
	switch {
	case n.l.Rune(i) == ',':
		return n.l.Fold(i+1) == "who"
	case n.and != 0 && n.l.Has(i, n.and):
		w := n.l.Fold(i + 1)
		return w == "his" || w == "her"
	}
	return false
}

// behindMajesty gives the token of a name that begins at token i behind an English
// form of address that stands before it, not behind token last: His Majesty | Hamad
// bin Isa, President H.E. | Juan Vandrel.
func (n *nameFinder) behindMajesty(i, last int) int {
	if i < last && i > 0 && n.l.Plays(i, n.r.majesty) && n.l.Has(i-1, n.p.know.lists.possessive) {
		return i + 1
	}
	if i+4 <= last && n.l.Is(i, lang.Initial) && n.l.Is(i+2, lang.Initial) && n.word(i) == "h" && n.word(i+2) == "e" {
		return i + 4
	}
	return i
}

// singleMarked reports whether an English name of several words stands alone in single
// quotation marks, as titles of works do.
func (n *nameFinder) singleMarked(c *candidate) bool {
	return c.end > c.start+1 && c.start > 0 && n.l.Rune(c.start-1) == '‘' && n.l.Rune(c.end) == '’' && n.l.Is(c.start, lang.Glued) && !n.l.Plays(c.end+1, n.r.ownS)
}

// sharedEN gives the one of several persons with one English surname whom the surname
// behind a title at token start means: the one named with that title before. list[first]
// is the one named last, who is meant where no title tells.
func (n *nameFinder) sharedEN(first int, fold string, start int) int {
	list := n.people.list
	found := list[first].entity
	if n.tag != "en" || start == 0 || !n.l.Has(start-1, n.office) {
		return found
	}
	for i := first - 1; i >= max(0, len(list)-window); i-- {
		if list[i].entity == found || !list[i].hasSurname(fold) {
			continue
		}
		if n.titledSo(list[i].entity, start) && !n.titledSo(found, start) {
			return list[i].entity
		}
	}
	return found
}

// titledSo reports whether an English person has been named with the word before token
// start among those right before the name.
func (n *nameFinder) titledSo(entity, start int) bool {
	title := n.l.Fold(start - 1)
	for _, k := range n.p.mentionsIn(lang.PersonChunk, 0, start) {
		m := &n.p.mens[k]
		if m.entity != entity {
			continue
		}
		for j := m.start - 1; j >= max(n.p.sentenceOf(m.start).First, m.start-8); j-- {
			if n.l.Fold(j) == title {
				return true
			}
		}
	}
	return false
}

// headlineDeed reports whether an English name of one word is a short form of address or
// the verb of a headline: "Secretary-General | Attended the Fair".
func (n *nameFinder) headlineDeed(c candidate) bool {
	if c.end == c.start+1 && n.l.Has(c.start, n.p.know.lists.honorific) && n.glued(c.end, '.') { // His Excellency | Eng. X
		return true
	}
	if c.end == c.start+1 && c.start > 0 && !n.l.Has(c.start, n.given) && !n.l.Has(c.start, n.surname) && (n.l.Has(c.start, n.officePlural) ||
		n.l.Has(c.start-1, n.officePlural) && !n.l.Plays(c.end, n.r.and) && n.l.Rune(c.end) != ',' && n.l.Rune(c.end) != '(') { // Heads of State; Leaders | Adopt Plan
		return true
	}
	if c.end == c.start+1 && c.start > 0 && (n.headlineVerb(c.start) || n.l.Plays(c.start, n.r.counterpart)) {
		return true // Secretary General | Meets Minister; with Thai | Counterpart
	}
	if c.end != c.start+1 || c.start == 0 || !strings.HasSuffix(n.word(c.start), "ed") || n.l.Has(c.start, n.given) || n.l.Has(c.start, n.surname) {
		return false
	}
	return n.l.Plays(c.end, n.r.the) || n.l.Has(c.end, n.p.know.lists.indefinite)
}

// headlineVerb reports whether the capitalised word at token k is the verb of an English
// headline and no name: "President Silva | Welcomes Truce".
func (n *nameFinder) headlineVerb(k int) bool {
	return n.tag == "en" && n.l.Plays(k, n.r.headlineVerb) && n.l.Is(k, lang.Cap) && k > n.cur.First && strings.HasSuffix(n.word(k), "s") && !n.l.Has(k, n.given) && !n.l.Has(k, n.surname) && n.p.inHeadline(n.cur)
}

// atHeadlineVerb cuts around the verb of an English headline. What stands behind it with
// capitals is somebody only where a name or an office tells so: "Union Condemns | Coup
// Attempt".
func atHeadlineVerb(n *nameFinder, p *parting, e element) bool {
	if e.end != e.start+1 || !n.headlineVerb(e.start) {
		return false
	}
	n.flush(p, p.x)
	k := p.x + 1
	for k < len(p.els) && !n.isGiven(p.els[k]) && !n.l.Has(p.els[k].start, n.surname) && !n.l.Bits[p.els[k].start].Intersects(&n.anyOffice) {
		k++
	}
	p.x = k - 1
	return p.next(k, false)
}

// namesBody reports whether an English name of one word without a title is that by which
// the text calls a body: "Hadley researchers" where it names Hadley University.
func (n *nameFinder) namesBody(c candidate) bool {
	if c.end != c.start+1 || n.titledAt(c.start) || n.l.Has(c.start, n.given) {
		return false
	}
	if n.bodyWords == nil {
		n.bodyWords = map[string]bool{}
		for i := 0; i+1 < len(n.l.Toks); i++ {
			if n.l.Has(i+1, n.orgHead) && n.l.Is(i, lang.Cap) && n.l.Is(i+1, lang.Cap) && n.p.know.endings.bodyNoun.whole(n.word(i+1)) && !n.l.Has(i, n.common) && !(i > 0 && n.beside(i-1, n.p.sentenceOf(i))) {
				n.bodyWords[n.word(i)] = true
			}
		}
	}
	return n.bodyWords[n.word(c.start)]
}

// meetingName reports whether an English name of several words ends with a noun of meetings
// that no body and nobody is called by, and is not known as a surname: "the Ministerial
// Retreat".
func (n *nameFinder) meetingName(c candidate) bool {
	return c.end > c.start+1 && n.l.Plays(c.end-1, n.r.onlyMeets) && !n.l.Has(c.end-1, n.surname) && !n.l.Has(c.start, n.given)
}
