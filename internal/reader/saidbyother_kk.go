package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// counterpartKK reports whether the Kazakh title at token i is somebody else's than person
// e, whom its holder only meets, thanks or writes to: e stands in a case wherever the text
// names him, and the title is the subject of such a sentence («Мемлекет басшысы | X-ке алғыс
// айтты. …, – деді Мемлекет басшысы») or is only another name for his office.
func (q *quoteFinder) counterpartKK(e, i int) bool {
	if q.p.know.pack.Tag != "kk" || q.l.Has(i, q.pronoun) {
		return false
	}
	met := false
	for _, k := range q.p.mentionsIn(lang.PersonChunk, 0, i) {
		m := &q.p.mens[k]
		if m.entity != e {
			continue
		}
		if q.subjectTitleKK(m, i) {
			return true
		}
		if !q.p.inCaseKK(m) || genitiveKK(q.l.Fold(m.end-1)) {
			return false
		}
		met = true
	}
	return met && q.calledOtherwiseKK(i) != ""
}

// subjectTitleKK reports whether the sentence of a Kazakh person named in a case, but the
// genitive, opens with the words of the title at token i, which nobody's name follows.
func (q *quoteFinder) subjectTitleKK(m *mention, i int) bool {
	if !q.p.inCaseKK(m) || genitiveKK(q.l.Fold(m.end-1)) {
		return false
	}
	s := q.p.sentenceOf(m.start)
	c, ok := q.l.Chunk(s.First, q.office)
	if !ok || int(c.End) >= m.start || q.l.Has(int(c.End), lang.PersonChunk) {
		return false
	}
	t, ok := q.l.Chunk(i, q.office)
	return ok && q.l.Entry(t) == q.l.Entry(c) && q.l.Fold(int(c.End)-1) == q.l.Fold(int(t.End)-1)
}

// besidesCounterpartKK gives the person whom a Kazakh title at token i means where the one
// named last before it is only met by its holder: the only other one named before, -1 where
// none or several are.
func (q *quoteFinder) besidesCounterpartKK(e, i int) int {
	other := -1
	for _, k := range slices.Backward(q.p.mentionsIn(lang.PersonChunk, 0, i)) {
		if x := q.p.mens[k].entity; x >= 0 && x != e && x != other {
			if other >= 0 {
				return -1
			}
			other = x
		}
	}
	return other
}

// otherRulerKK reports whether the Kazakh title at token i is that of who heads a state or its
// government, and person e is told only by other titles: «Елші сөйледі. Президенттің | пікірінше».
func (q *quoteFinder) otherRulerKK(e, i int) bool {
	if q.p.know.pack.Tag != "kk" || !q.l.Plays(i, q.p.know.roles.ruler) && q.calledOtherwiseKK(i) == "" {
		return false
	}
	titled := false
	for k := range q.p.doc.statements {
		st := &q.p.doc.statements[k]
		if who, ok := entityOf(st.Person); !ok || st.Kind != read.Office || who != e {
			continue
		}
		for _, ruler := range [...]string{"президент", "премьер", "басшы", "король", "канцлер", "елбасы"} {
			if strings.Contains(lang.Fold(st.Title), ruler) {
				return false
			}
		}
		titled = true
	}
	return titled
}
