package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// choosesAt reports whether an English word in small letters is the verb by which
// somebody is chosen, behind those who choose and before what the chosen one is:
// "the Assembly appointed | Gambian lawyer X", but "the newly elected chair X".
func (f *officeFinder) choosesAt(k, limit int) bool {
	if f.plural == lang.NoClass || k <= limit || !f.l.Is(k, lang.Lower) {
		return false
	}
	w := f.l.Fold(k)
	if !f.l.Has(k, f.p.know.lists.objectVerb) && !(!f.l.Has(k, f.mod) && f.l.Is(k+1, lang.Cap) && len(w) > 4 && strings.HasSuffix(w, "ed") && f.l.Is(k-1, lang.Word)) {
		return false
	}
	return !f.l.Has(k-1, f.article) && !f.l.Has(k-1, f.anArticle) && !f.possessive(k-1) && !(f.l.Is(k-1, lang.Lower) && strings.HasSuffix(f.l.Fold(k-1), "ly"))
}

// ofNext reports whether the English title behind a person is that of the next one
// of a list in which titles stand first: "President A, the British High
// Commissioner, B, and the mayor".
func (f *officeFinder) ofNext(t title, m *mention, s lang.Sentence) bool {
	if f.plural == lang.NoClass {
		return false
	}
	i := t.to
	for i < s.Last && i < t.to+18 && f.l.Rune(i) != ',' {
		if r := f.l.Rune(i); r == '.' || r == ';' || f.l.Has(i, f.stop) && !f.l.Has(i, f.link) && !f.l.Has(i+1, lang.PlaceChunk) && !f.l.Has(i, f.article) {
			return false
		}
		i++
	}
	for i++; i < s.Last && (f.l.Has(i, f.honor) || f.l.Rune(i) == '.' && f.l.Has(i-1, f.honor)); i++ {
	}
	next, ok := f.p.mentionAt(i, lang.PersonChunk)
	if !ok || next.entity < 0 || next.entity == m.entity {
		return false
	}
	if next.end < s.Last && !strings.ContainsRune(",.;)", f.l.Rune(next.end)) { // A, ambassador to Y, Dr. | B and director of Z, Ms. C
		return f.behindHonour(i, t.to) < i && f.officeJoined(next.end, s)
	}
	if next.end+1 >= s.Last || f.l.Rune(next.end) != ',' { // the last of them
		return true
	}
	u, apposed := f.after(next, s) // A, the president, B, the mayor
	return !apposed || f.ofNext(u, next, s)
}

// ofLast reports whether the English title before a person and a comma is that of
// the one before it, in a list in which names stand first: "A, the president, B,
// the mayor, and C".
func (f *officeFinder) ofLast(t title, m *mention, s lang.Sentence) bool {
	if f.plural == lang.NoClass {
		return false
	}
	i := m.start - 1
	for i > s.First && (f.l.Has(i, f.honor) || f.l.Rune(i) == '.' && f.l.Has(i-1, f.honor)) {
		i--
	}
	if i <= s.First || f.l.Rune(i) != ',' {
		return false
	}
	i = t.from - 1
	for i > s.First && (f.l.Has(i, f.article) || f.l.Has(i, lang.OrgChunk) || f.l.Has(i, lang.PlaceChunk) || f.possessive(i) || isApostropheRune(f.l.Rune(i))) {
		i--
	}
	if i <= s.First || f.l.Rune(i) != ',' || f.personEnding(i-1, s) < 0 {
		return false
	}
	u, apposed := f.after(m, s)
	return apposed && !f.ofNext(u, m, s)
}

// bodyBefore reports whether the name of a body stands before the English title at
// token i and begins what is said: "WHO Regional Director for Africa".
func (f *officeFinder) bodyBefore(i int, s lang.Sentence) bool {
	if f.plural == lang.NoClass || i <= s.First || !f.l.Is(i, lang.Cap) {
		return false
	}
	for k := i - 1; k >= s.First && k > i-8; k-- {
		m, ok := f.p.mentionAt(k, lang.OrgChunk)
		if !ok || m.end != i {
			continue
		}
		if k == s.First || f.l.Has(k-1, f.article) || f.l.Has(k-1, f.p.know.lists.numJoin) || f.l.Has(k-1, f.p.know.lists.partyBy) {
			return true
		}
		r := f.l.Rune(k - 1)
		return r == ',' || r == ';' || r == ':' || f.l.Is(k-1, lang.Lower) && !f.l.Has(k-1, f.p.know.lists.of)
	}
	return false
}

// partOfTitle reports whether a title was stated of the person already, or stands
// inside one that was: the words "director" of "executive director".
func (f *officeFinder) partOfTitle(t title, person int) bool {
	return slices.ContainsFunc(f.titles, func(o titleSpan) bool {
		return o.person == person && o.from <= t.from && t.to <= o.to
	})
}

// fillIn gives an office that was stated without its body and place those that the text
// tells when it names the office again: "President X … X, president of Peru,".
func (f *officeFinder) fillIn(name string, t title, person int) {
	if t.org < 0 && t.place < 0 || name == "" {
		return
	}
	for k := range f.p.doc.statements {
		st := &f.p.doc.statements[k]
		if st.Kind != read.Office || st.Person != ref(person) || !strings.EqualFold(st.Title, name) || st.Tenure == "former" || t.tenure == "former" {
			continue
		}
		if st.Organization == "" && st.Place == "" {
			if t.org >= 0 {
				st.Organization = ref(t.org)
			}
			if t.place >= 0 {
				st.Place = ref(t.place)
			}
		}
		return
	}
}
