package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// rankAsSurname reports whether the title at element x, the last of an English run
// and not the first from element from on, belongs to a person's name: "Abdul Qadeer Khan", "Hashem al-Sheikh".
func (n *nameFinder) rankAsSurname(els []element, from, x int) bool {
	return els[x-1].particle && x-1 > from || n.isGiven(els[from]) && n.surname != 0 && n.l.Has(els[x].start, n.surname)
}

// unknownFirst reports whether the first of two words in the middle of a sentence
// is one that no list has, so that a known surname behind it, though a common
// word too, makes a name: Condi Rice.
func (n *nameFinder) unknownFirst(els []element, s lang.Sentence) bool {
	e, last := els[0], els[len(els)-1]
	if len(els) != 2 || n.opens(e.start, s) || n.afterArticle(e.start) || n.l.Has(last.start, n.orgHead) || n.l.Has(last.start, n.placeHead) || n.l.Has(last.start, n.eventHead) || n.l.Is(e.start, lang.Upper) {
		return false
	}
	return n.loneCapital(e) && !n.placeAt(e) && !n.wordly(els[:1]) && !strings.HasSuffix(n.word(e.start), "s") && !n.p.know.endings.openerEnd.end(n.word(e.start), 2)
}

// maidenName proposes the name a woman was born with, or the one behind "born"
// in a bracket: "(née Stroud; 1871–1950)".
func (n *nameFinder) maidenName(i int, s lang.Sentence) bool {
	if n.l.Plays(i-1, n.r.wasBorn) && n.l.Rune(i-2) != '(' || n.taken[i] || n.l.Has(i, n.funcWord) || n.l.Has(i, n.month) {
		return false
	}
	els := n.run(i, min(s.Last, i+6))
	if len(els) == 0 || len(els) > 4 {
		return false
	}
	end := els[len(els)-1].end
	if r := n.l.Rune(end); r != ')' && r != ';' && r != ',' || n.l.Plays(i-1, n.r.wasBorn) && n.placeAt(els[0]) {
		return false
	}
	n.propose(candidate{class: lang.PersonChunk, start: i, end: end, score: scoreLegal, rule: "maiden"})
	return true
}

// virtueNamed reports whether a noun and a word of no list behind a form of address are
// somebody's name: Sister Peace Kembabi.
func (n *nameFinder) virtueNamed(r *personRun) bool {
	if len(r.els) != 2 || r.common != 1 || !n.l.Has(r.first.start, n.common) || !n.bareName(r.last.start, r.last.end) || r.shouting {
		return false
	}
	k := r.first.start - 1
	if n.glued(k, '.') {
		k--
	}
	return k >= 0 && n.l.Plays(k, n.r.address) && n.l.Is(k, lang.Cap) && !n.wordly([]element{r.last})
}

// actsOfPlace reports whether an unlisted word at the head of a sentence, with
// "of" and a known place behind it, does what persons do: "Mstislav of Kiev died".
func (n *nameFinder) actsOfPlace(i int, s lang.Sentence) bool {
	if !n.opens(i, s) || !n.bareName(i, i+1) || n.wordly([]element{{start: i, end: i + 1}}) || strings.HasSuffix(n.word(i), "s") {
		return false
	}
	end := n.placeChunk(i + 2)
	return end > 0 && n.l.Has(end, lang.Lower) && n.doesAsPerson(end)
}

// speakerI reports whether token i is the "I" of one who speaks, and no number of
// a ruler.
func (n *nameFinder) speakerI(i int) bool {
	t := &n.l.Toks[i]
	if t.End-t.Start > 3 {
		is, known := n.l.Trait(i, traitContracted)
		if is || !known && n.spelling(i, traitContracted, contracted) {
			return true
		}
	}
	if n.l.Rune(i) != 'I' {
		return false
	}
	if t.End == t.Start+1 {
		return n.l.Plays(i+1, n.r.behindI)
	}
	w := n.l.Slice(i, i+1)
	return strings.HasPrefix(w, "I'") || strings.HasPrefix(w, "I’") // I'd
}

// apostropheIn gives the byte at which the first apostrophe of a word stands, straight or
// curly; -1 where it has none, as most words, so that it looks at bytes only.
func apostropheIn(w string) int {
	for i := range len(w) {
		if w[i] == '\'' || w[i] == "’"[0] && strings.HasPrefix(w[i:], "’") {
			return i
		}
	}
	return -1
}

// contracted reports whether a word is a pronoun or a small word with a verb cut
// short behind it: We're, That'll, Let's.
func contracted(w string) bool {
	k := apostropheIn(w)
	if k < 1 {
		return false
	}
	if strings.HasSuffix(w, "t") {
		return strings.HasSuffix(w[:k], "n")
	}
	switch strings.ToLower(w[:k]) {
	case "we", "you", "they", "he", "she", "it", "that", "there", "this", "these", "those", "who", "what", "where", "how", "here", "let":
		return true
	}
	return false
}
