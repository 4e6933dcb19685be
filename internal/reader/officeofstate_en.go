package reader

import "shanyraq/internal/lang"

// holderBehindState reports whether the state at the head of an English run closes
// an office, so that the words behind it, which no list need know, are its holder:
// "Ambassador of the Federal Republic of Ruritania | Dunvar Lisek Omo", "Deputy
// Chairman of the People's Assembly of Ruritania | Dunvar Omolek".
func (n *nameFinder) holderBehindState(p *parting, e element) bool {
	if !p.opening() || p.behind() < 2 || p.behind() > 4 || !n.country(e.start) || e.start < p.sentence.First+2 {
		return false
	}
	if w := n.word(e.start - 1); w != "of" && w != "to" {
		return false
	}
	for _, x := range p.els[p.x+1:] {
		if !n.nameOnly(x) {
			return false
		}
	}
	return n.officeOpens(e.start-2, p.sentence)
}

// nameOnly reports whether an element of an English run may be a word of a person's
// name and nothing else.
func (n *nameFinder) nameOnly(e element) bool {
	if e.initial || e.particle || n.isGiven(e) {
		return true
	}
	i := e.start
	return !n.l.Is(i, lang.Upper) && !n.l.Has(i, n.common) && !n.l.Has(i, n.orgHead) && !n.l.Has(i, n.placeHead) && !n.l.Has(i, n.natAdj) && !n.placeAt(e) &&
		!n.l.Has(i, n.eventHead) && !n.l.Bits[i].Intersects(&n.anyOffice) && !(n.orgEnd != 0 && n.l.Has(i, n.orgEnd))
}

// officeOpens reports whether the capitalised phrase that goes on to token i begins
// with an office in the singular: "Ambassador of the Federal Republic | of".
func (n *nameFinder) officeOpens(i int, s lang.Sentence) bool {
	for k := i; k >= s.First && k > i-12; k-- {
		if n.l.Is(k, lang.Cap) {
			if n.l.Has(k, n.office) && n.l.Has(k+1, n.orgOf) {
				return true
			}
			continue
		}
		switch n.word(k) {
		case "of", "the", "and", "for", "to", "s", "'", "’", "-":
		default:
			return false
		}
	}
	return false
}

// atShortTitle cuts behind letters that stand for an office, at the head of an
// English name: PM | Dunvar Lisek, "the First Deputy PM | Dunvar Lisek".
func atShortTitle(n *nameFinder, p *parting, e element) bool {
	if !p.opening() || p.behind() == 0 || e.end != e.start+1 || !n.l.Is(e.start, lang.Upper) || n.l.Is(p.els[p.x+1].start, lang.Upper) {
		return false
	}
	ch, ok := n.l.Chunk(e.start, n.p.know.lists.officeAbbrev)
	return ok && int(ch.End) == e.end && p.next(p.x+1, true)
}

// ofCountry takes the place or the body that an English name is followed by for that of
// the title before it: "Prime Minister Anna Kask of Estonia", "Director Anna Kask of the
// Narva Museum".
func (f *officeFinder) ofCountry(t *title, m *mention) {
	f.ofStateBefore(t, m)
	if f.plural == lang.NoClass || t.place >= 0 || t.org >= 0 || !f.l.Has(m.end, f.p.know.lists.of) {
		return
	}
	if f.possessive(t.from-1) && f.l.Rune(m.start-1) == ',' { // the Committee's chair, X of Y,
		return
	}
	at := m.end + 1
	if f.l.Has(at, f.article) {
		at++
	}
	if x, ok := f.p.mentionAt(at, lang.PlaceChunk); ok && x.entity >= 0 {
		t.place = x.entity
	} else if x, ok := f.p.mentionAt(at, lang.OrgChunk); ok && x.entity >= 0 && x.start == at && !f.l.Plays(x.end-1, f.p.know.roles.politicalParty) && !f.ofTheGroup(t) {
		t.org = x.entity
	}
}

// ofTheGroup reports whether an English title tells what it is of by a noun with an
// article that is no part of a body, so that a body behind its holder is only where that
// one comes from: "the chair of the jury, Anna Kask of Narva College".
func (f *officeFinder) ofTheGroup(t *title) bool {
	for k := t.from + 1; k+1 < t.to; k++ {
		if f.l.Has(k, f.p.know.lists.of) && f.l.Has(k+1, f.article) {
			return !f.l.Plays(t.to-1, f.p.know.roles.partOfBody)
		}
	}
	return false
}
