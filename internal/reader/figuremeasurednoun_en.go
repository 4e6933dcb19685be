package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// The noun phrases around an English figure that measure* asks for.

// nounAhead gives the noun phrase that begins at token i behind its determiners, without
// what "of" adds to it; from == to where none begins there.
func (f *figureReader) nounAhead(i int, s lang.Sentence) (from, to int) {
	for i < s.Last && (f.l.Has(i, f.definite) || f.l.Has(i, f.p.know.lists.indefinite) || f.l.Has(i, f.p.know.lists.possessive) && !f.l.Is(i, lang.Cap)) {
		i++
	}
	if f.l.Fold(i) == "yearly" || f.l.Fold(i) == "each" {
		i++
	} else if x, ok := f.p.numberAt(i); ok && f.l.Has(i-1, f.of) { // 11 per cent of | 2.1 million fisherfolk
		i = x.end
	}
	from = i
	for ; i < s.Last && i < from+longestMeasured; i++ {
		if isApostropheRune(f.l.Rune(i)) && i > from { // Kazakhstan's | harvest
			if f.l.Plays(i+1, f.p.know.roles.ownS) {
				i++
			}
			from = i + 1
			continue
		}
		if f.l.Rune(i) == '-' && f.l.Is(i, lang.Glued) && i > from {
			continue
		}
		if !f.measureNoun(i) || i > from && (f.measureVerb(i) || f.participleAt(i)) {
			break
		}
	}
	return from, max(i, from)
}

// nounDescribed gives the noun phrase behind a figure that describes it, where a word that
// may be a verb elsewhere is a noun: "a three-day state | visit", "a two-year action | plan".
func (f *figureReader) nounDescribed(i int, s lang.Sentence) (from, to int) {
	from, to = f.nounAhead(i, s)
	if k := f.measureKind(to); to < s.Last && (k == "thing" || k == "lets" && to > from && !endsAny(f.l.Fold(to), "ed", "es")) && f.l.Is(to, lang.Lower) {
		to++
		for to < s.Last && f.l.Is(to, lang.Lower) && f.measureNoun(to) && !f.measureVerb(to) && !f.participleAt(to) && to < from+longestMeasured {
			to++
		}
	}
	return from, to
}

// participleAt reports whether the word in "-ing" at token i says what those named before it
// do, so that the noun ends there: "workers | coming", "pupils | studying".
func (f *figureReader) participleAt(i int) bool {
	return f.l.Is(i, lang.Lower) && strings.HasSuffix(f.l.Fold(i), "ing") && (f.measureKind(i) == "doing" || endsAny(f.l.Fold(i-1), "ers", "ors", "ents", "ants", "people", "women", "men", "children", "ies", "ists", "cts", "ees"))
}

// presentAt reports whether the word in "-s" at token i is the verb of what stands before it:
// "it | carries", "the bank | pays", where a noun stands behind it.
func (f *figureReader) presentAt(i int, s lang.Sentence) bool {
	w := f.l.Fold(i)
	if i <= s.First || !f.l.Is(i, lang.Lower) || len(w) < 4 || !strings.HasSuffix(w, "s") || endsAny(w, "ss", "us", "is", "ics", "ings", "ports", "ales", "oods", "ervices", "ations", "arms", "ustoms", "ums") {
		return false
	}
	k := i - 1
	return f.measurePronoun(k) || f.l.Has(k, lang.PersonChunk) || f.l.Has(k, lang.OrgChunk) || f.l.Has(k, f.and) && f.measureKind(i) != "moved" || f.measureKind(i) == "has" || f.l.Has(k, f.p.know.lists.clauseWord)
}

// measureVerb reports whether the word at token i behind a noun is its verb. One that is a
// noun as well ("cost", "cut", "rise") is a verb right before an amount, its preposition or
// an object, and behind a plural.
func (f *figureReader) measureVerb(i int) bool {
	w := f.l.Fold(i)
	switch f.measureKind(i) {
	case "be", "lets":
		return true
	case "moved", "set", "both", "saw":
		if endsAny(w, "ed") {
			return true
		}
		k := i + 1
		if f.l.Has(k, f.of) || f.l.Has(k, f.p.know.lists.auxVerb) || f.measureKind(k) == "be" || f.l.Is(k, lang.Lower) && f.measureKind(k) != "" && endsAny(f.l.Fold(k), "ed") {
			return false
		}
		return f.l.Is(k, lang.Number) || f.l.Has(k, lang.NumberChunk) || f.l.Has(k, f.currency) || f.l.Has(k, f.qual) || f.l.Plays(k, f.p.know.roles.toLevel) || f.l.Plays(k, f.p.know.roles.forAmount) ||
			f.l.Has(k, f.definite) || f.l.Has(k, f.p.know.lists.indefinite) || f.l.Has(k, f.p.know.lists.possessive) || f.l.Has(k, f.p.know.lists.pastWord) || f.inDate(k) || strings.HasSuffix(f.l.Fold(i-1), "s") || f.l.Has(i, f.p.know.lists.pastWord) || f.l.Has(k, f.p.know.lists.inPrep)
	}
	return f.l.Has(i, f.p.know.lists.auxVerb) || f.pastAt(i) || f.l.Is(i, lang.Lower) && strings.HasSuffix(w, "ly") && !endsAny(w, "onthly", "eekly", "daily", "yearly", "rterly", "ourly", "early", "family", "upply", "ssembly", "nomaly")
}

// measureNoun reports whether the word at token i may belong to a noun phrase.
func (f *figureReader) measureNoun(i int) bool {
	return f.l.Is(i, lang.Word) && !f.l.Is(i, lang.Number) && !f.l.Has(i, f.stop) && !f.l.Has(i, f.and) && !f.used[i] && !f.l.Has(i, f.p.know.lists.clauseWord) && !f.l.Has(i, lang.NumberChunk) && !f.measurePronoun(i) && !f.l.Has(i, f.qual) && f.measureKind(i) != "bound"
}

// inBody reports whether token i is of a body's name.
func (f *figureReader) inBody(i int) bool {
	return f.l.Is(i, lang.Cap) && len(f.p.covering(lang.OrgChunk, i)) > 0
}

// withTail gives where a noun phrase that ends before token to ends with the "of", "from",
// "for" or "to" that says what it is of, in small letters: "Earnings | from exports".
func (f *figureReader) withTail(to int, s lang.Sentence) int {
	switch f.l.Fold(to) {
	case "of", "from":
	default:
		return to
	}
	k := to + 1
	for f.l.Has(k, f.definite) || f.l.Has(k, f.p.know.lists.indefinite) {
		k++
	}
	from := k
	for k < s.Last && k < from+3 && f.l.Is(k, lang.Lower) && f.measureNoun(k) && !(k > from && (f.measureVerb(k) || f.participleAt(k))) {
		k++
	}
	if k == from {
		return to
	}
	return k
}

// nounBack gives the first token of the noun phrase that ends before token e; e where none
// does.
func (f *figureReader) nounBack(e int, s lang.Sentence) int {
	i := e
	for i > s.First && i > e-longestMeasured {
		k := i - 1
		if f.l.Rune(k) == '-' && f.l.Is(k, lang.Glued) && k > s.First && i < e {
			i--
			continue
		}
		if !f.measureNoun(k) || f.l.Plays(k, f.p.know.roles.ownS) && isApostropheRune(f.l.Rune(k-1)) || i < e && f.presentAt(k, s) || f.l.Has(k, lang.PersonChunk) || f.l.Has(k, f.definite) || i < e && (f.measureKind(k) == "be" || f.measureKind(k) == "lets" || f.pastAt(k) && !f.l.Has(k-1, f.definite) && !f.l.Has(k-1, f.p.know.lists.indefinite)) {
			break
		}
		if k > s.First && (f.l.Has(k-1, f.p.know.lists.auxVerb) && f.measureKind(k-1) != "be" || f.l.Fold(k-1) == "to" && i < e) { // would provide | loans of
			break
		}
		if i == e && (f.measureVerb(k) && !f.l.Has(e, f.of) || f.l.Has(k, lang.PlaceChunk) || f.l.Has(k, lang.GroupChunk) || f.inBody(k)) {
			break
		}
		i = k
	}
	for i < e && (f.l.Rune(i) == '-' || f.l.Has(i, lang.PlaceChunk) && i < e-1) {
		i++
	}
	return i
}
