package reader

import (
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
	here := q.p.sentenceIndex(before)
	if before > q.p.sents[here].First {
		here = q.p.sentenceIndex(before - 1)
	}
	if here == 0 {
		return 0, false
	}
	last := q.p.sents[here-1]
	if len(q.p.mentionsIn(lang.PersonChunk, last.First, before)) > 0 {
		return 0, false
	}
	if c, ok := q.l.Chunk(last.First, q.office); ok && int(c.End) < last.Last {
		if e, ok := q.titleSays(last.First, int(c.End), last); ok {
			return e, true
		}
	}
	who, at := -1, last.First-1
	for k := range q.p.doc.statements { // reported words are stated behind those in marks
		st := &q.p.doc.statements[k]
		if e, ok := entityOf(st.Speaker); ok && st.Kind == read.Quote && st.last > last.First && st.first < before && st.first > at && q.p.doc.entities[e].kind == read.Person {
			who, at = e, st.first
		}
	}
	return who, who >= 0
}

// subjectAheadKK reports whether Kazakh words [from, to) that somebody's words break off
// from are their subject or what tells when and where: no verb closes them and no small
// word that only joins («Алайда, | оның айтуынша, …»).
func (q *quoteFinder) subjectAheadKK(from, to int) bool {
	if to <= from || to > from+6 || q.l.Has(from, q.p.know.lists.funcWord) {
		return false
	}
	for i := from; i < to; i++ {
		if q.l.Is(i, lang.Punct) && q.l.Rune(i) != '-' {
			return false
		}
	}
	w := q.l.Fold(to - 1)
	return !q.p.know.endings.verbEnd.end(w, 0) && !q.p.know.closesClause(w) && !q.p.know.endings.finitePast.end(w, 4) && alsoEndsKK(q.l, from) == from
}

// ownerOfTitleKK reports whether a Kazakh body at token a only says whose officer the
// person behind the title is, «журналистер | Сенат спикері Мәулен Әшімовтен сұрады», or in
// whose frame something is, «елдер | ТүркПА аясында жұмыс істейтінін айтты».
func (q *quoteFinder) ownerOfTitleKK(a, last int) bool {
	if !q.p.know.headLast {
		return false
	}
	m, ok := q.p.mentionAt(a, lang.OrgChunk)
	if !ok || m.end >= last {
		return false
	}
	for _, x := range q.l.Analyses(m.end) { // ТүркПА аясында
		if x.Harmony && x.Slots == "poss3 loc" && q.l.Is(m.end, lang.Lower) {
			return true
		}
	}
	for k := m.end; k < m.end+2 && k < last && q.l.Is(k, lang.Word); k++ { // Sputnik Қазақстан | тілшісіне
		if q.l.Plays(k, q.p.know.roles.hearer) {
			return true
		}
	}
	c, ok := q.l.Chunk(m.end, q.office)
	return ok && q.l.Has(int(c.End), lang.PersonChunk)
}

// saidAheadKK reports whether the Kazakh verb of saying at v stands alone behind words in
// marks whose mark is token before, and somebody is named ahead of them in their sentence,
// who is to be asked first: «Өз кезегінде Анна Линд | «Жол бітті» деп атап өтті».
func (q *quoteFinder) saidAheadKK(v, to, before int) bool {
	if q.p.know.pack.Tag != "kk" || q.behindSay(v) < to || before >= len(q.l.Toks) || q.opensParagraph(before) || q.l.Toks[before].Break {
		return false
	}
	for i := before - 1; i >= 0 && i > before-followReach && !q.stops(i); i-- {
		if q.l.Has(i, lang.PersonChunk) || q.l.Has(i, lang.OrgChunk) || q.l.Has(i, q.pronoun) || q.l.Has(i, q.office) {
			return true
		}
		if q.opensParagraph(i) {
			break
		}
	}
	return false
}
