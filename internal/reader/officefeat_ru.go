package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

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

// sameOffice states of a person the office told last of another in this sentence or the
// one before: «Она сменила на этом посту | Рустама Алиева».
func (f *officeFinder) sameOffice(t title, who int, s lang.Sentence, rule string) {
	first := s.First
	if k := f.p.sentenceIndex(s.First); k > 0 {
		first = f.p.sents[k-1].First
	}
	for k := len(f.p.doc.statements) - 1; k >= 0; k-- {
		st := &f.p.doc.statements[k]
		if st.Kind != read.Office || st.first < first || st.Person == ref(who) {
			continue
		}
		if e, ok := entityOf(st.Organization); ok {
			t.org = e
		}
		if e, ok := entityOf(st.Place); ok {
			t.place = e
		}
		f.add(st.Title, t, who, s, rule)
		return
	}
}
