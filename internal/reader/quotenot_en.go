package reader

import (
	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
)

// saysBehind reports whether the English verb of saying in a match whose speaker
// ends at token b governs what stands behind it, so that the words before it are
// no speech: "Praising the work, Busby noted | that the bridge was open".
func (q *quoteFinder) saysBehind(m *pattern.Match, b, last int) bool {
	if q.p.know.pack.Tag != "en" {
		return false
	}
	for i := b; i <= m.End && i < last; i++ {
		if q.l.Fold(i) == "that" && q.l.Has(i-1, q.say) {
			return true
		}
	}
	return false
}

// onlyTitle reports whether English words before a speaker are the title alone:
// "LPB Secretary General, | Dr Anna Holm, welcomed the guests".
func (q *quoteFinder) onlyTitle(from, to int) bool {
	if q.p.know.pack.Tag != "en" || to-from > 12 {
		return false
	}
	office := false
	for i := from; i < to; i++ {
		if t := &q.l.Toks[i]; t.Is(lang.Word) && !t.Is(lang.Cap) && !q.l.Has(i, q.p.class("titlelink")) && !q.l.Has(i, q.p.class("definite")) && !q.l.Has(i, q.p.class("numjoin")) {
			return false
		}
		office = office || q.l.Has(i, q.office)
	}
	return office
}

// inverted reports whether an English verb of saying behind a comma that closes
// the words is followed by who says them, not by words: "… in Lindholm, said | a
// press release". The speaker of the match stands before token b, the words of
// the match are tokens [from, to).
func (q *quoteFinder) inverted(b, from, to int) bool {
	return q.p.know.pack.Tag == "en" && to-from < 6 && q.l.Rune(b) == ',' && q.l.Has(b+1, q.say) && from == b+2
}
