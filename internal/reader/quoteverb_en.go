package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// Verbs beside English words in marks that tell who speaks, whichever they are.

// leadReach is how many words may stand between such a verb and the comma before the words.
const leadReach = 4

// actsEN reports whether behind English words in marks that a mark of their own or a comma
// ends, from token b on, a verb and who does it stand, so that the words are theirs: "“Is it
// ready?” | thundered Ada Berg", "“The quay is ready”, | Ada Berg enthused." They begin at
// token a; before a comma outside the marks they are a sentence of their own; before a mark they open one or follow a comma ("watched
// “Who wins?” starred X").
func (q *quoteFinder) actsEN(s *quoted, a, b, end int) bool {
	if q.p.know.pack.Tag != "en" || s.dash || !q.sentenceLike(s) || !q.l.Is(s.from, lang.Cap) {
		return false
	}
	switch q.l.Rune(s.to - 1) {
	case '!', '?', '…':
		return q.finiteEN(b) && q.subjectAt(b+1) > 0 && !q.titleLikeEN(s) && (q.opensParagraph(a) || a > 0 && (q.endsSentence(a-1) || q.l.Rune(a-1) == ','))
	}
	if q.l.Rune(b) != ',' || !q.opensParagraph(a) && (a == 0 || !q.endsSentence(a-1)) || !q.verbAmong(s.from, s.to) {
		return false
	}
	if q.finiteEN(b + 1) {
		return q.subjectAt(b+2) > 0
	}
	v := q.subjectAt(b + 1)
	return v > 0 && q.finiteEN(v) && (v+1 >= end || q.manner(v+1) && v+2 >= end)
}

// titleLikeEN reports whether two words or more in marks all have capitals, as the name of a
// work has: "Who Wins?".
func (q *quoteFinder) titleLikeEN(s *quoted) bool {
	words := 0
	for i := s.from; i < s.to; i++ {
		if q.l.Is(i, lang.Lower) {
			return false
		}
		if q.l.Is(i, lang.Word) {
			words++
		}
	}
	return words > 1
}

// leadsEN gives the verb, whichever it is, that leads with a comma from who speaks to the
// English sentence in marks behind token a: "Ada Berg thundered, | “The quay is ready.”";
// -1 where none does. What stands before the marks begins at token begin.
func (q *quoteFinder) leadsEN(s *quoted, begin, a int) int {
	if q.p.know.pack.Tag != "en" || s.to-s.from < 5 || q.l.Rune(a-1) != ',' || !q.l.Is(s.from, lang.Cap) || !q.verbAmong(s.from, s.to) {
		return -1
	}
	for v := a - 2; v > begin && v >= a-2-leadReach && !q.l.Is(v, lang.Punct); v-- {
		if !q.finiteEN(v) {
			continue
		}
		k := v
		for k > begin && q.manner(k-1) {
			k--
		}
		for i := begin; i < k; i++ {
			if q.subjectAt(i) == k && !q.behindPreposition(i, q.p.sentenceOf(v)) {
				return v
			}
		}
		return -1
	}
	return -1
}

// finiteEN reports whether token i is an English verb in small letters that has its subject
// beside it, in the past or in the third person: "thundered", "writes".
func (q *quoteFinder) finiteEN(i int) bool {
	if !q.l.Is(i, lang.Lower) || q.l.Has(i, q.p.know.lists.npStop) {
		return false
	}
	w := q.l.Fold(i)
	return q.l.Has(i, q.say) || q.l.Has(i, q.p.know.lists.pastWord) || q.p.know.endings.pastEnd.end(w, 2) || len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !q.l.Has(i, q.office)
}

// subjectAt gives the token behind the English person, pronoun or office with an article
// that begins at token i, 0 where none does.
func (q *quoteFinder) subjectAt(i int) int {
	if m, ok := q.p.mentionAt(i, lang.PersonChunk); ok {
		if m.entity >= 0 && m.start == i {
			return m.end
		}
		return 0
	}
	if q.l.Plays(i, q.p.know.roles.heShe) {
		return i + 1
	}
	if c, ok := q.l.Chunk(i+1, q.office); ok && q.l.Plays(i, q.p.know.roles.the) {
		return int(c.End)
	}
	return 0
}
