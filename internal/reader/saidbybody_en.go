package reader

import (
	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// English bodies that speak without their name: by a noun or a pronoun.

// bodySays gives the body that a common noun or a pronoun right beside the verb of saying
// at token v stands for: "A," | the court said; it added.
func (q *quoteFinder) bodySays(from, to, v int) (int, bool) {
	if q.p.know.pack.Tag != "en" {
		return 0, false
	}
	for i := max(from, v-3); i < min(to-1, v+3); i++ {
		if e, ok := q.itSays(i, i+1); ok {
			return e, e >= 0
		}
		if i+1 != v-1 && i != v+1 && !(i+2 < v && q.l.Has(i+2, lang.Lower)) {
			continue
		}
		if e, ok := q.commonBody(i, i+2); ok {
			return e, e >= 0
		}
	}
	return 0, false
}

// itSays gives the body that the pronoun at tokens [a, b) stands for: who spoke in the
// sentence before, in the same paragraph, else the body that is its subject. told is true
// where the tokens are that pronoun; the entity is -1 where it stands for no body.
func (q *quoteFinder) itSays(a, b int) (who int, told bool) {
	if q.p.know.pack.Tag != "en" || b != a+1 || q.l.Fold(a) != "it" {
		return 0, false
	}
	k := q.p.sentenceIndex(a)
	if k == 0 || q.l.Toks[q.p.sents[k].First].Para {
		return -1, true
	}
	s := q.p.sents[k-1]
	for j := len(q.p.doc.statements) - 1; j >= 0; j-- {
		st := &q.p.doc.statements[j]
		if st.Kind != read.Quote || st.last <= s.First || st.first >= s.Last {
			continue
		}
		if e, ok := entityOf(st.Speaker); ok {
			if q.p.doc.entities[e].kind == read.Organization {
				return e, true
			}
			return -1, true
		}
	}
	return q.subjectBody(s), true
}

// subjectBody gives the body that an English sentence tells of: the name or the noun that
// opens it, behind an article and what tells when; -1 where it is another.
func (q *quoteFinder) subjectBody(s lang.Sentence) int {
	for i := s.First; i < min(s.Last, s.First+8); i++ {
		if m, ok := q.p.mentionAt(i, lang.OrgChunk); ok {
			if m.end < s.Last && isApostropheRune(q.l.Rune(m.end)) {
				return -1
			}
			return m.entity
		}
		if e, ok := q.commonBody(i, i+2); ok {
			return e
		}
		if q.l.Has(i, lang.PersonChunk) || q.l.Has(i, q.p.know.lists.auxVerb) || q.l.Has(i, q.p.know.lists.pastWord) || q.l.Rune(i) != ',' && q.l.Has(i, q.p.know.lists.npStop) && !q.l.Has(i, q.p.know.lists.phraseArticle) {
			return -1
		}
	}
	return -1
}

// onlyBodySays reports whether the English words from a to b are the noun of a body with a
// capital letter and no title, which no person named before is: "The bridge was opened by Omar
// Reddy, the | Government of Chad said".
func (q *quoteFinder) onlyBodySays(a, b int) bool {
	if q.p.know.pack.Tag != "en" {
		return false
	}
	body := false
	for i := a; i < b; i++ {
		if q.l.Has(i, q.office) {
			return false
		}
		body = body || q.l.Is(i, lang.Cap) && (q.l.Fold(i) == "government" || q.l.Has(i, q.p.know.lists.bodyNoun))
	}
	return body
}
