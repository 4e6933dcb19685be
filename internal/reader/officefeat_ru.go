package reader

import "strings"

// feat reports whether a Russian title is what somebody has won, which no body
// gives as an office («чемпион мира ФИДЕ»), or a monarch's by way of comparison
// («музыкальный король», «королева красоты»).
func (f *officeFinder) feat(t title) bool {
	if t.head < 0 {
		return false
	}
	if f.l.Plays(t.head, f.p.know.roles.feat) {
		return true
	}
	if t.place >= 0 || t.org >= 0 || !f.l.Plays(t.head, f.p.know.roles.eponym) {
		return false
	}
	if t.head > t.from {
		w := f.p.foldAt(t.head - 1)
		return endsAsAdjective(w) && !strings.Contains(w, "ск") && !f.l.Has(t.head-1, f.mod) && !f.l.Has(t.head-1, f.tenure)
	}
	return false
}
