package reader

import (
	"strings"

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
	if first := q.p.sentenceOf(b).First; (m.Start < first+8 || m.Start < first+20 && strings.HasSuffix(q.l.Fold(first), "ing")) && q.clauseFollows(b, m.End, last) && !q.verbAmong(first, m.Start) { // For her part, X said | the bridge would open
		return true
	}
	for i := b; i < last && i < m.End+4; i++ {
		if q.l.Is(i, lang.Punct) && i >= m.End {
			break
		}
		if q.l.Fold(i) != "that" {
			continue
		}
		if i <= m.End && q.l.Has(i-1, q.say) || i == m.End && !q.l.Has(i+1, q.p.know.lists.timeUnit) {
			return true
		}
		first, end := q.p.sentenceOf(b).First, m.Start
		if m.Rule.Get("back") == "yes" { // …, the newly elected mayor, X, told
			for end > first && q.l.Rune(end-1) != ',' {
				end--
			}
		}
		if i+2 < last && q.sayIn(b, i) >= 0 && !q.verbAmong(first, end) { // Last week in Lyon, X told reporters that
			return true
		}
	}
	return false
}

// clauseFollows reports whether the verb of saying of a match, which stands behind token
// b, where a speaker's name ends, is followed by a clause: the beginning of a noun phrase and, before any
// mark, an auxiliary.
func (q *quoteFinder) clauseFollows(b, end, last int) bool {
	v := q.sayIn(b, min(max(end, b+3), last))
	if v < 0 || v+2 >= last || q.l.Is(v+1, lang.Punct) || q.l.Has(v+1, q.p.know.lists.npStop) && !q.l.Has(v+1, q.p.know.lists.phraseArticle) && !q.l.Has(v+1, q.p.know.lists.phraseOne) {
		return false
	}
	aux := q.p.know.lists.auxVerb
	for k := v + 2; k < last && k < v+10 && !q.l.Is(k, lang.Punct); k++ {
		if q.l.Has(k, aux) {
			return true
		}
	}
	return false
}

// verbAmong reports whether a verb in the past or an auxiliary stands among English tokens.
func (q *quoteFinder) verbAmong(from, to int) bool {
	for i := from; i < to; i++ {
		if q.l.Has(i, q.p.know.lists.auxVerb) || q.l.Has(i, q.p.know.lists.pastWord) || q.l.Is(i, lang.Lower) && q.p.know.endings.pastEnd.end(q.l.Fold(i), 2) {
			return true
		}
	}
	return false
}

// saysAside reports whether a match holds its verb of saying behind a comma or an
// aside about who speaks, which begins at token i: "The minister, X, | said that", "X, |
// the director of the fund, testified that", «X, | директор фонда, сказал, что».
func (q *quoteFinder) saysAside(i int, m *pattern.Match) bool {
	if q.sayIn(i, m.End) >= 0 {
		return true
	}
	if !strings.HasSuffix(m.Rule.Name, "-that") {
		return false
	}
	for k := i; k+1 < m.End; k++ {
		if q.l.Rune(k) != ',' {
			continue
		}
		if q.p.know.pack.Tag == "en" {
			return true
		}
		if q.l.Has(k+1, q.say) || k+2 < m.End && q.l.Has(k+2, q.say) {
			return true
		}
	}
	return false
}

// heldIt reports whether an English "held" or "found" behind a comma and a name, which
// ends at token b, has an event for its object, so that nothing is said: "Later, he held
// | a meeting".
func (q *quoteFinder) heldIt(b, last int) bool {
	if q.p.know.pack.Tag != "en" || b+1 >= last || q.l.Has(b, q.say) || !q.l.Has(b+1, q.p.know.lists.phraseOne) && !q.l.Has(b+1, q.p.know.lists.phraseArticle) {
		return false
	}
	for i := b + 2; i < last && i < b+6; i++ {
		if q.l.Has(i, q.p.know.lists.eventNoun) {
			return true
		}
	}
	return false
}

// callsOn reports whether the English verb of saying behind token b, where who speaks ends,
// has a preposition that makes another verb of it: "On Friday, X called on | Minister Y".
func (q *quoteFinder) callsOn(b, end, last int) bool {
	v := q.sayIn(b, end)
	return q.p.know.pack.Tag == "en" && v >= 0 && v+1 < last && q.l.Plays(v+1, q.p.know.roles.on) && !q.l.Has(v+2, lang.DateChunk)
}

// saidOf reports whether the words behind an English verb of saying and a body go on as
// a clause of which the body's name is only the beginning: "X, chair of the board, said
// Senate | consent is wanted".
func (q *quoteFinder) saidOf(b, last int) bool {
	if q.p.know.pack.Tag != "en" || b >= last || !q.l.Is(b, lang.Lower) || q.l.Has(b, q.p.know.lists.npStop) {
		return false
	}
	aux := q.p.know.lists.auxVerb
	for k := b + 1; k < last && k < b+8 && q.l.Is(k, lang.Word); k++ {
		if q.l.Has(k, aux) {
			return true
		}
	}
	return false
}

// onlyTitle reports whether English words before a speaker are the title alone:
// "LPB Secretary General, | Dr Anna Holm, welcomed the guests", "The deputy minister, | Dr Anna
// Holm, who spoke first, promised a grant", "The bank's director, | Anna Holm, who …, thanked".
func (q *quoteFinder) onlyTitle(from, to int) bool {
	if q.p.know.pack.Tag != "en" || to-from > 16 {
		return false
	}
	if q.l.Has(from, q.p.know.lists.indefinite) && !q.verbAmong(from, to) && len(q.p.mentionsIn(lang.TitleChunk, from, to)) > 0 { // A lawyer and former mayor of Lyon, | she has written
		return true
	}
	for _, k := range q.p.mentionsIn(lang.TitleChunk, from, to) { // the | deputy minister, the bank's | deputy director
		if m := &q.p.mens[k]; m.end == to && (m.start == from+1 && q.l.Has(from, q.p.know.lists.definite) || !q.verbAmong(from, m.start)) {
			return true
		}
	}
	office := false
	for i := from; i < to; i++ {
		if t := &q.l.Toks[i]; t.Is(lang.Word) && !t.Is(lang.Cap) && !q.l.Has(i, q.p.know.lists.titleLink) && !q.l.Has(i, q.p.know.lists.definite) && !q.l.Has(i, q.p.know.lists.numJoin) {
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
	return q.p.know.pack.Tag == "en" && to-from < 6 && q.l.Rune(b) == ',' && q.l.Has(b+1, q.say) && from == b+2 && !q.verbAmong(from, to)
}

// titleOfWork reports whether English words in marks are the title of the work whose noun
// stands before them: "seen in the film | 'Far and Near'".
func (q *quoteFinder) titleOfWork(s *quoted) bool {
	return q.p.know.pack.Tag == "en" && s.closed && !s.dash && s.from > 2 && s.to-s.from < 9 && q.l.Is(s.from, lang.Cap) && q.l.Plays(s.from-2, q.p.know.roles.workNoun) && q.l.Is(s.from-2, lang.Lower)
}

// signed gives the person whose name stands under English words in marks as under a
// letter, behind a dash that nothing but their title follows to the end of the
// paragraph: "The bridge will open in June." – Anna Berg, mayor of Lyon.
func (q *quoteFinder) signed(s *quoted, b, limit int) (int, bool) {
	if q.p.know.pack.Tag != "en" || s.dash || !s.closed || s.to-s.from < 5 || b+2 >= limit || limit-b > signedReach || !isDash(q.l.Rune(b)) {
		return 0, false
	}
	if limit < len(q.l.Toks) && !q.l.Toks[limit].Para {
		return 0, false
	}
	for i := b + 1; i < limit; i++ {
		if m, ok := q.p.mentionAt(i, lang.PersonChunk); ok && m.entity >= 0 && i <= b+8 {
			return m.entity, q.sayIn(b, limit) < 0 && !q.verbAmong(b, limit)
		}
	}
	return 0, false
}

// signedReach is how many words a name and its title under a quotation run over.
const signedReach = 16

// otherSpeaks reports whether the clause that begins at token i, behind reported words
// and a semicolon, is about somebody else who speaks or is presented: "; the registrar,
// X, disagreed", "; Y replied that". One with another verb first may be reported too.
func (q *quoteFinder) otherSpeaks(i, to int) bool {
	told := false
	for k := i; k < to && k < i+10; k++ {
		switch {
		case q.l.Has(k, lang.PersonChunk):
			if told && q.l.Rune(k-1) == ',' {
				return true
			}
			told = true
		case q.l.Has(k, q.office):
			told = true
		case told && (q.l.Has(k, q.say) || !q.l.Is(k-1, lang.Punct) && q.l.Is(k, lang.Lower) && q.p.know.endings.pastEnd.end(q.l.Fold(k), 2)):
			return true
		case q.l.Rune(k) == ';' || q.l.Fold(k) == "that" || q.l.Has(k, q.p.know.lists.auxVerb) || q.l.Has(k, q.p.know.lists.pastWord):
			return false
		}
	}
	return false
}

// thenDid gives the token where English reported words end before what their speaker did
// next: "explained that the ferry would sail in June, | and left for the airport", "said
// the port would open | and called on the state to help". Without a comma only words in
// the future show that the verb behind "and" is not theirs.
func (q *quoteFinder) thenDid(from, to int) int {
	if q.p.know.russian {
		return q.thenDidRU(from, to)
	}
	if q.p.know.pack.Tag != "en" {
		return to
	}
	future := false
	for k := from; k+2 < to; k++ {
		if isQuote(q.l.Rune(k)) {
			return to
		}
		if q.l.Rune(k) == ';' && k > from+2 && q.otherSpeaks(k+1, to) {
			return k
		}
		future = future || q.l.Has(k, q.p.know.lists.future)
		if then := q.l.Rune(k-1) == ',' && q.l.Fold(k) == "then"; k < from+3 || !then && !q.l.Has(k, q.p.know.lists.numJoin) {
			continue
		}
		v := k + 1
		if q.l.Fold(v) == "then" || q.l.Fold(v) == "later" { // and then left
			v++
		}
		leaves := q.l.Plays(v, q.p.know.roles.leaves) && q.l.Has(v+1, q.p.know.lists.npStop)
		if !leaves && (!q.l.Has(v, q.say) || q.l.Has(v+1, q.p.know.lists.partyBy)) {
			continue
		}
		if q.l.Rune(k-1) == ',' {
			return k - 1
		}
		if future {
			return k
		}
	}
	return to
}

// ownsEN reports whether the mark of an owner stands at token b, behind an English name,
// so that it is no speaker: "…, praised Anna Berg's steady hand".
func (q *quoteFinder) ownsEN(b int) bool {
	return q.p.know.pack.Tag == "en" && b+1 < len(q.l.Toks) && isApostropheRune(q.l.Rune(b)) && q.l.Is(b, lang.Glued) && q.l.Fold(b+1) == "s"
}

// onlyObject reports whether what follows an English verb that takes an object as well as
// words, right before token from, holds no verb: "estimated | the cost at $18 million".
func (q *quoteFinder) onlyObject(from, to int) bool {
	if q.p.know.pack.Tag == "en" && from > 0 && q.l.Has(from-1, q.say) && (q.l.Has(from, q.p.know.lists.phraseArticle) || q.l.Has(from, q.p.know.lists.possessive)) {
		for k := from + 1; k < min(from+4, to-1); k++ { // stressed the | need to go on
			if q.l.Plays(k, q.p.know.roles.stressedNoun) && q.l.Has(k+1, q.p.know.lists.npStop) && !q.l.Has(k+1, q.p.know.lists.auxVerb) {
				return true
			}
		}
		if q.verbJoined(from, to) {
			return true
		}
	}
	return q.p.know.pack.Tag == "en" && from > 0 && to-from < objectReach && q.l.Plays(from-1, q.p.know.roles.saysObject) && !q.l.Has(from, q.p.know.lists.clauseWord) && !q.verbAmong(from, to)
}

// pronounTells reports whether an English pronoun right behind a verb of saying, which ends
// before token b, is the subject of what is said: "Lawyers for the buyer, X, said they | would
// appeal".
func (q *quoteFinder) pronounTells(b int) bool {
	return q.p.know.pack.Tag == "en" && b > 1 && b < len(q.l.Toks) && q.l.Has(b-1, q.pronoun) && q.l.Has(b-2, q.say) && !q.l.Is(b, lang.Punct)
}

// governed reports whether an English person named at token i stands behind a preposition
// of those to whom or with whom something is done, so that somebody else speaks: "The
// letter, addressed to Minister | X, argues that".
func (q *quoteFinder) governed(i int, s lang.Sentence) bool {
	if q.p.know.pack.Tag != "en" || !q.l.Has(i, lang.PersonChunk) {
		return false
	}
	k := i - 1
	for k > s.First && (q.l.Has(k, q.office) || q.l.Is(k, lang.Cap) || q.l.Rune(k) == '.' || q.l.Has(k, q.p.know.lists.definite)) {
		k--
	}
	return k > s.First && (q.l.Plays(k, q.p.know.roles.to) || q.l.Has(k, q.p.know.lists.partyWith))
}

// governedBehind reports whether an English person named at token i behind the verb of
// saying at v stands behind a preposition, so that another speaks where one is named: "The
// party demanded the resignation of | X, calling him “…”".
func (q *quoteFinder) governedBehind(i, v int) bool {
	if q.p.know.pack.Tag != "en" {
		return false
	}
	k, end := i-1, q.behindSay(v)
	for k >= end && !q.l.Has(k, lang.OrgChunk) && (q.l.Has(k, q.office) || q.l.Is(k, lang.Cap) || q.l.Rune(k) == '.' || q.l.Has(k, q.p.know.lists.definite)) {
		k--
	}
	return k >= end && (q.l.Plays(k, q.p.know.roles.of) || q.l.Plays(k, q.p.know.roles.to) || q.l.Has(k, q.p.know.lists.partyWith))
}

// objectReach is how many words such an object has at most.
const objectReach = 14
