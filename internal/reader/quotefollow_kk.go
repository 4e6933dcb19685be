package reader

import (
	"slices"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// speaksOnKK gives who said the words of the sentence before, where the Kazakh pronoun at
// token i stands for a speaker and that sentence calls him by his office and names nobody:
// «Елші … айтты. «…», – деді ол». The words behind i begin at before.
func (q *quoteFinder) speaksOnKK(i, before int) (int, bool) {
	if q.p.know.pack.Tag != "kk" || !q.l.Has(i, q.pronoun) || before <= 0 {
		return 0, false
	}
	at := q.p.sentenceIndex(before)
	if before >= len(q.l.Toks) || before > q.p.sents[at].First {
		at = q.p.sentenceIndex(before - 1)
	}
	if at == 0 {
		return 0, false
	}
	last := q.p.sents[at-1]
	if len(q.p.mentionsIn(lang.PersonChunk, last.First, before)) > 0 {
		return 0, false
	}
	if c, ok := q.l.Chunk(last.First, q.office); ok && int(c.End) < last.Last {
		if e, ok := q.titleSays(last.First, int(c.End), last); ok {
			return e, true
		}
	}
	for _, st := range slices.Backward(q.p.doc.statements) {
		if st.Kind != read.Quote || st.first >= before {
			continue
		}
		e, ok := entityOf(st.Speaker)
		return e, ok && st.last > last.First && q.p.doc.entities[e].kind == read.Person
	}
	return 0, false
}
