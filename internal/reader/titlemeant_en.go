package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// subjectLong is how many words the titles and asides of an English subject may take.
const subjectLong = 24

// titleMeant gives the person whom an English title without a name means that ends before
// token b and whose office stands at token i: the one to whom the text gave that office,
// of the state that stands beside it if one does ("the Chilean president", "Chile's
// president", "the president of Chile"). told is true where the state is told, so that
// nobody else can be meant; who is -1 for nobody.
func (p *part) titleMeant(i int) (who int, told bool) {
	c, ok := p.lat.Chunk(i, p.know.lists.officeNoun)
	if !ok || p.know.pack.Tag != "en" || p.lat.Has(int(c.End), lang.PersonChunk) {
		return -1, false
	}
	if who, told = p.headOfState(i); told {
		return who, true
	}
	noun, any := lang.Fold(p.lat.Slice(i, int(c.End))), p.lat.Has(i, p.know.lists.anyTitle)
	state, code, at := p.stateBeside(i, int(c.End))
	told = state >= 0 || code != ""
	if !told && !p.lat.Has(at, p.know.lists.definite) || p.otherTitle(at, i) {
		return -1, false
	}
	var held, others []int
	for k := range p.doc.statements {
		st := &p.doc.statements[k]
		e, holds := entityOf(st.Person)
		if st.Kind != read.Office || st.first > i || st.Tenure == "former" || !holds {
			continue
		}
		if told && !p.heldIn(st, state, code) || !told && !p.heldAt(st, int(c.End)) {
			continue
		}
		if p.isHeld(st.Title, noun) {
			if !slices.Contains(held, e) {
				held = append(held, e)
			}
		} else if any && !slices.Contains(others, e) {
			others = append(others, e)
		}
	}
	if len(held) == 0 && told && len(others) == 1 {
		held = others
	}
	if !told && len(held) > 1 { // two are called so
		return -1, false
	}
	return p.namedLast(held, i), told
}

// otherTitle reports whether a word among tokens (at, i) before an English title tells that its
// holder is none of those named: "the incoming president".
func (p *part) otherTitle(at, i int) bool {
	for k := max(at, 0); k < i; k++ {
		if p.lat.Plays(k, p.know.roles.otherTitle) {
			return true
		}
	}
	return false
}

// heldAt reports whether an office may be meant by an English title that ends before token end:
// what stands behind its "of" or "from" is in the title told before, or is its body or
// place. "The minister of health" is no minister of trade, "the rector of Lund University"
// none of Osh University.
func (p *part) heldAt(st *statement, end int) bool {
	if !p.lat.Has(end, p.know.lists.of) && p.lat.Fold(end) != "from" {
		return true
	}
	if end++; p.lat.Has(end, p.know.lists.definite) {
		end++
	}
	for _, class := range [...]lang.Class{lang.OrgChunk, lang.PlaceChunk} {
		if m, ok := p.mentionAt(end, class); ok && m.start == end && m.entity >= 0 {
			body, in := entityOf(st.Organization)
			place, at := entityOf(st.Place)
			return in && m.entity == body || at && m.entity == place
		}
	}
	told := lang.Fold(st.Title)
	for _, e := range [...]string{st.Organization, st.Place} {
		if x, ok := entityOf(e); ok {
			told += " " + lang.Fold(p.doc.entities[x].name)
		}
	}
	return p.lat.Plays(end, p.know.roles.stateCalled) || strings.Contains(told, p.lat.Fold(end))
}

// namedLast gives the one of some persons whom the text named last before token i, -1 for
// nobody.
func (p *part) namedLast(who []int, i int) int {
	if len(who) == 0 {
		return -1
	}
	for _, k := range slices.Backward(p.mentionsIn(lang.PersonChunk, 0, i)) {
		if e := p.mens[k].entity; slices.Contains(who, e) {
			return e
		}
	}
	return who[0]
}

// isHeld reports whether who holds an English title may be called by a folded noun of
// offices alone: the minister of trade is "the minister", the prime minister is not.
func (p *part) isHeld(title, noun string) bool {
	if !p.headsTitle(title, noun) {
		return false
	}
	title = lang.Fold(title)
	for _, link := range [...]string{" of ", " for "} {
		title, _, _ = strings.Cut(title, link)
	}
	rest := strings.TrimSpace(strings.TrimSuffix(title, noun))
	return rest != "prime" && !strings.HasSuffix(rest, "vice") && !strings.HasSuffix(rest, "deputy") && !strings.HasSuffix(rest, "vice-")
}

// stateBeside gives the state of which an English office at tokens [i, end) is told to be, as
// an entity before or behind it or as the code of an adjective before it, and the token
// before the words that stand before the office.
func (p *part) stateBeside(i, end int) (state int, code string, at int) {
	k := i - 1
	for n := 0; k > 0 && n < 3 && p.lat.Is(k, lang.Word) && !p.lat.Has(k, p.know.lists.npStop); n++ {
		if v, _, ok := p.lat.Value(k, p.know.lists.stateAdj); ok {
			return -1, v, k
		}
		if p.lat.Has(k, p.know.lists.definite) || p.lat.Has(k, lang.PlaceChunk) {
			break
		}
		k--
	}
	at = k
	if k > 1 && p.lat.Fold(k) == "s" && isApostropheRune(p.lat.Rune(k-1)) {
		k--
	}
	if k > 0 && isApostropheRune(p.lat.Rune(k)) {
		if m, ok := p.mentionAt(k-1, lang.PlaceChunk); ok && m.end == k && m.entity >= 0 {
			return m.entity, "", at
		}
	}
	if p.lat.Has(end, p.know.lists.of) {
		if end++; p.lat.Has(end, p.know.lists.definite) {
			end++
		}
		if m, ok := p.mentionAt(end, lang.PlaceChunk); ok && m.start == end && m.entity >= 0 {
			return m.entity, "", at
		}
	}
	return -1, "", at
}

// subjectTold gives the person who is the subject of an English sentence: the name that opens
// it behind its dateline and what tells when or where, with titles around it, or whom a title
// alone or a pronoun means.
func (p *part) subjectTold(s lang.Sentence) (who int, ok bool) {
	if p.know.pack.Tag != "en" {
		return -1, false
	}
	i := p.behindOpening(s)
	if p.lat.Plays(i, p.know.roles.heShe) {
		return p.personBefore(i, p.genderSaid(i, -1))
	}
	office, behind := -1, false // behind a comma stands a name or nothing
	for k := i; k < min(s.Last, i+subjectLong); k++ {
		if m, is := p.mentionAt(k, lang.PersonChunk); is && m.start == k {
			if m.entity < 0 || isApostropheRune(p.lat.Rune(m.end)) {
				return -1, false
			}
			return m.entity, true
		}
		if behind && !p.amidTitle(k) {
			break
		}
		if c, is := p.lat.Chunk(k, p.know.lists.officeNoun); is {
			if office < 0 {
				office = k
			}
			k = int(c.End) - 1
			continue
		}
		if p.lat.Rune(k) == ',' && office >= 0 {
			behind = true
			continue
		}
		if !p.amidTitle(k) && !(office < 0 && k == i+1 && p.lat.Is(k, lang.Lower) && p.lat.Has(i, p.know.lists.definite)) {
			break
		}
	}
	if office < 0 {
		return -1, false
	}
	if c, _ := p.lat.Chunk(office, p.know.lists.officeNoun); isApostropheRune(p.lat.Rune(int(c.End))) {
		return -1, false // the minister's wife
	}
	who, _ = p.titleMeant(office)
	return who, who >= 0
}

// amidTitle reports whether token k may stand among the words of an English title: with a
// capital or a mark inside it, or one of its small words.
func (p *part) amidTitle(k int) bool {
	l := &p.know.lists
	t := &p.lat.Toks[k]
	return t.Is(lang.Cap) || t.Is(lang.Upper) || p.lat.Has(k, l.definite) || p.lat.Has(k, l.honorific) || p.lat.Has(k, l.titleLink) || p.lat.Has(k, l.officeNoun) || p.lat.Rune(k) == '.' || isDash(p.lat.Rune(k)) || isApostropheRune(p.lat.Rune(k)) || p.lat.Fold(k) == "s"
}

// behindOpening gives the token at which the main clause of an English sentence begins, behind
// its dateline and one opening that tells when, where or how it goes on: "During the visit, | he",
// "In addition, | the minister".
func (p *part) behindOpening(s lang.Sentence) int {
	i := max(s.First, p.datelineOf(s))
	const long = 18
	l := &p.know.lists
	if !p.lat.Has(i, l.eventPrep) && !p.lat.Has(i, l.placePrep) && !p.lat.Has(i, l.inPrep) && !p.lat.Has(i, l.topicPrep) && p.lat.Fold(i) != "according" && p.lat.Rune(i+1) != ',' {
		return i
	}
	for k := i + 1; k < min(s.Last-1, i+long); k++ {
		switch {
		case p.lat.Rune(k) == ',':
			return k + 1
		case p.lat.Has(k, l.auxVerb) || p.lat.Rune(k) == ';' || p.lat.Rune(k) == ':':
			return i
		}
	}
	return i
}

// heldIn reports whether an office is told to be of a state, an entity or what has its code, or of
// a body that has the state in its name: the Senate of Chile.
func (p *part) heldIn(st *statement, state int, code string) bool {
	is := func(e int) bool { return e == state || code != "" && p.doc.entities[e].known == code }
	if of, placed := entityOf(st.Place); placed {
		return is(of)
	}
	body, ok := entityOf(st.Organization)
	if !ok {
		return false
	}
	name := p.doc.entities[body].name
	for e := range p.doc.entities {
		if x := &p.doc.entities[e]; x.kind == read.Place && is(e) && strings.HasSuffix(name, " "+x.name) {
			return true
		}
	}
	return false
}
