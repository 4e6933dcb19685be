package reader

import "shanyraq/internal/lang"

// ofChooser gives an English title that tells no body that of those who choose for it, whose
// verb begins at token i: "The Osh Bank on Monday | named X as chief economist". A government
// or a parliament chooses for others too.
func (f *officeFinder) ofChooser(t *title, i int, s lang.Sentence) {
	if f.plural == lang.NoClass || t.org >= 0 || t.place >= 0 || t.head < 0 {
		return
	}
	if c, ok := f.l.Chunk(t.head, f.head); !ok || int(c.End) != t.to { // director | of the museum
		return
	}
	if f.l.Has(t.head, f.p.know.lists.stateOffice) || f.l.Plays(t.head, f.p.know.roles.rankHeld) {
		return
	}
	k := i - 1
	for k > s.First && k > i-chooserReach && f.beforeChoosing(k) {
		k--
	}
	m := f.bodyNameEnding(k)
	if m == nil {
		return
	}
	for j := m.start; j < m.end; j++ {
		if f.l.Plays(j, f.p.know.roles.choosesForOthers) || f.l.Has(j, f.p.know.lists.parliamentWord) {
			return
		}
	}
	t.org = m.entity
}

// chooserReach is how many tokens may stand between those who choose and their verb.
const chooserReach = 8

// beforeChoosing reports whether token k may stand between those who choose and their verb:
// "has", "on Monday", "unanimously".
func (f *officeFinder) beforeChoosing(k int) bool {
	if f.l.Has(k, f.aux) || f.inDate(k) {
		return true
	}
	if !f.l.Is(k, lang.Lower) {
		return false
	}
	w := f.l.Fold(k)
	return f.l.Has(k, f.p.know.lists.inPrep) || w == "on" || w == "also" || len(w) > 4 && w[len(w)-2:] == "ly"
}

// itsBefore gives an English title in apposition that opens with "its" the body right before
// the name: "On behalf of the Osh Bank, X, its | president, signed".
func (f *officeFinder) itsBefore(t *title, m *mention, s lang.Sentence) {
	if f.plural == lang.NoClass || t.org >= 0 || t.place >= 0 || m.start-2 <= s.First || f.l.Rune(m.start-1) != ',' {
		return
	}
	if from := f.behindTenure(t.from, s.First); from <= m.end || !f.l.Plays(from-1, f.p.know.roles.itsWhose) {
		return
	}
	if o := f.bodyNameEnding(m.start - 2); o != nil {
		t.org = o.entity
	}
}

// bodyNameEnding gives the longest name of a body that ends with token k, nil where none does.
func (f *officeFinder) bodyNameEnding(k int) (long *mention) {
	for _, i := range f.p.covering(lang.OrgChunk, k) {
		if m := &f.p.mens[i]; m.end == k+1 && m.entity >= 0 && (long == nil || m.start < long.start) {
			long = m
		}
	}
	return long
}

// cutTown cuts off the noun for what place an English office is of: "mayor | of the
// Municipality of Osh".
func (f *officeFinder) cutTown(t *title) {
	if k := t.to - 1; f.plural != lang.NoClass && k > t.head+1 && f.l.Is(k, lang.Cap) && f.l.Plays(k, f.p.know.roles.townUnit) {
		if k--; f.l.Has(k, f.article) && k > t.head+1 {
			k--
		}
		if f.l.Has(k, f.link) {
			t.to = k
		}
	}
}
