package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// What an English figure measures, by where its noun stands: behind it ("a 48-kilometre
// canal"), before its "of" ("a loan of $85 million"), as the object of a verb that sets or
// changes it ("put the cost at"), as the subject of one of amount or change ("exports rose
// by"), without any verb ("imports 8 per cent", "tickets $15").

// measureReach is how many tokens may stand between a figure and the verb before it.
const measureReach = 14

// measuredEN gives what an English figure measures; "" where the sentence does not say.
func (f *figureReader) measuredEN(g *figure) string {
	if g.x == nil && g.st.Times == 0 && g.st.Value == nil {
		return ""
	}
	start := f.measureStart(g)
	if g.rule == "figure.one-in" {
		return f.measuredNext(g.end, g.s)
	}
	if g.st.Unit != "" {
		if label := f.measuredBehind(g); label != "" {
			return label
		}
		if label, told := f.measuredOf(start, g); told {
			return label
		}
	}
	if ofTime(g.st.Unit) || !measures(&g.st) && g.x != nil && !f.afterLevel(start) {
		return ""
	}
	if label := f.measuredByVerb(start, g); label != "" {
		return label
	}
	return f.measuredBare(start, g)
}

// measureKind tells what a word that leads to what is measured is, where one begins at
// token i; "" where none does.
func (f *figureReader) measureKind(i int) string {
	v, _, _ := f.l.Value(i, f.p.know.lists.measureWord)
	return v
}

// afterLevel reports whether a number alone has a preposition of amounts before it: "rose
// | by 4,200", "| to 46,800".
func (f *figureReader) afterLevel(start int) bool {
	r := &f.p.know.roles
	return f.l.Plays(start-1, r.forAmount) || f.l.Plays(start-1, r.toLevel)
}

// measureStart gives the token before which the words around a figure begin: its qualifier
// and a word like "a total of" or "a record" are of the figure.
func (f *figureReader) measureStart(g *figure) int {
	start := f.bareStart(g.start, g.s)
	k := start - 1
	if k > g.s.First && f.l.Has(k, f.of) {
		k--
	}
	if k > g.s.First && f.measureKind(k) == "total" {
		if f.l.Has(k-1, f.p.know.lists.indefinite) || f.l.Has(k-1, f.definite) {
			k--
		}
		return f.bareStart(k, g.s)
	}
	if k > g.s.First && k < start-1 && (f.l.Fold(k) == "total" || f.l.Fold(k) == "average") && f.l.Has(k-1, f.p.know.lists.indefinite) {
		return f.bareStart(k-1, g.s)
	}
	if f.l.Has(start-1, f.p.know.lists.indefinite) && g.x == nil { // by | a third
		start--
	}
	return start
}

// measuredBehind gives the noun that a figure stands before as its adjective: "a
// 48-kilometre canal", "the $2.3m building", "a 5 per cent stake"; behind a rise or a fall
// what rose or fell, "a 5 per cent rise in exports"; "dollars' worth of fibre".
func (f *figureReader) measuredBehind(g *figure) string {
	k := g.end
	if isApostropheRune(f.l.Rune(k)) {
		k++
	}
	if f.l.Fold(k) == "worth" && f.l.Has(k+1, f.of) {
		return f.measuredNext(k+2, g.s)
	}
	hyphen := g.x != nil && f.l.Rune(g.x.end) == '-' && f.l.Is(g.x.end, lang.Glued)
	at := f.bareStart(g.start, g.s) - 1
	if !hyphen && (at < g.s.First || !f.l.Has(at, f.p.know.lists.indefinite) && !f.l.Has(at, f.p.know.lists.definite) && !f.l.Has(at, f.p.know.lists.possessive)) {
		return ""
	}
	if !hyphen && f.l.Has(at, f.p.know.lists.definite) && !isCode(g.st.Unit) {
		return ""
	}
	from, to := f.nounAhead(g.end, g.s)
	if from == to {
		return ""
	}
	if r := &f.p.know.roles; f.l.Plays(to-1, r.riseNoun) || f.l.Plays(to-1, r.fallNoun) {
		if f.l.Has(to, f.p.know.lists.inPrep) || f.l.Has(to, f.of) {
			return f.measuredNext(to+1, g.s)
		}
		return ""
	}
	return f.measuredText(from, to)
}

// measuredNext gives the noun phrase that begins at token i as what is measured.
func (f *figureReader) measuredNext(i int, s lang.Sentence) string {
	from, to := f.nounAhead(i, s)
	if from == to || f.l.Has(from, lang.PlaceChunk) && to == from+1 || f.inDate(from) {
		return ""
	}
	return f.measuredText(from, f.withTail(to, s))
}

// measuredOf gives the noun whose amount a figure is by the "of" or the "worth" before it:
// "a budget of", "Loans of", "a contract worth", "an increase of 5 % in exports". told is
// true where such a word stands there, whatever it leads to.
func (f *figureReader) measuredOf(start int, g *figure) (label string, told bool) {
	k := start - 1
	if k <= g.s.First {
		return "", false
	}
	if v, first, ok := f.endingAt(start, g.s.First, f.p.know.lists.measureWord); ok && v == "worth" {
		k = first
		if f.l.Has(k-1, f.p.know.lists.auxVerb) || f.measureKind(k-1) == "be" {
			return f.measuredSubject(k-1, g.s), true
		}
		if f.l.Rune(k-1) == ',' {
			k--
		}
	} else if !f.l.Has(k, f.of) {
		return "", false
	}
	from := f.nounBack(k, g.s)
	if from == k {
		return "", f.l.Has(k, f.of)
	}
	if r := &f.p.know.roles; f.l.Plays(k-1, r.riseNoun) || f.l.Plays(k-1, r.fallNoun) {
		if from < k-1 && !f.l.Has(from, f.stop) && f.l.Is(k-2, lang.Lower) && !endsAny(f.l.Fold(k-2), "ly", "al", "ed", "ing") { // a price increase of
			return f.measuredText(from, k-1), true
		}
		if f.l.Has(g.end, f.p.know.lists.inPrep) || f.l.Has(g.end, f.of) {
			return f.measuredNext(g.end+1, g.s), true
		}
		return "", true
	}
	if endsAny(f.l.Fold(k-1), "consists", "consisted", "made", "composed") {
		return "", true
	}
	return f.measuredText(from, k), true
}

// measuredByVerb gives the object of a verb that sets or changes an amount, or the subject
// of one of amount, level, being or change before a figure.
func (f *figureReader) measuredByVerb(start int, g *figure) string {
	s := g.s
	if k := g.start; g.x == nil && (f.measureKind(k) == "both" || f.measureKind(k) == "moved") { // doubled, trebled
		return f.measuredAt(k, k+1, s)
	}
	for v := start - 1; v >= s.First && v >= start-measureReach; v-- {
		switch kind := f.measureKind(v); {
		case kind == "moved", kind == "set", kind == "both", kind == "be":
			if f.nounHere(v, kind, s) {
				continue
			}
			if kind == "be" && (v < start-3 || f.l.Plays(start-1, f.p.know.roles.forAmount) && f.pastAt(start-2)) { // was | built by 5 %
				return ""
			}
			return f.measuredAt(v, v+1, s)
		case f.inDate(v), f.l.Is(v, lang.Number), f.l.Has(v, f.unit), f.l.Has(v, f.currency):
		case f.l.Rune(v) == ',' && v > start-4 && v < start-1:
		case f.l.Rune(v) == '(' && v == start-1:
		case !f.l.Is(v, lang.Word) && f.l.Rune(v) != '-' && f.l.Rune(v) != '%' && !isApostropheRune(f.l.Rune(v)), f.l.Has(v, f.p.know.lists.clauseWord):
			return ""
		case f.l.Has(v, f.and) && !f.l.Has(v+1, f.p.know.lists.definite) && v >= start-2:
		case f.l.Has(v, f.and), f.pastAt(v) && !f.l.Has(v-1, f.stop):
			return ""
		}
	}
	return ""
}

// nounHere reports whether the word for a change at token v is a noun there: "the rise",
// "average pay".
func (f *figureReader) nounHere(v int, kind string, s lang.Sentence) bool {
	if kind == "be" || v == s.First {
		return false
	}
	k := v - 1
	return f.l.Has(k, f.definite) || f.l.Has(k, f.p.know.lists.indefinite) || f.l.Has(k, f.p.know.lists.possessive) || f.l.Has(k, f.of) ||
		f.l.Has(k, f.p.know.lists.inPrep) && f.l.Fold(k) != "to"
}

// measuredAt gives the object of the verb at token v, where the noun phrase of one begins
// at token next and the verb takes one, else its subject.
func (f *figureReader) measuredAt(v, next int, s lang.Sentence) string {
	if kind := f.measureKind(v); kind == "set" || kind == "both" {
		if from, to := f.nounAhead(next, s); from < to && !f.l.Has(from, f.and) && !f.inDate(from) {
			return f.measuredText(from, f.withTail(to, s))
		}
	}
	return f.measuredSubject(v, s)
}

// measuredBare gives the noun right before a figure that has no verb of its own: the second
// of two ("exports rose 5 per cent and | imports 8"), a label in a bracket or before a
// colon ("(tickets $15", "prize: $900").
func (f *figureReader) measuredBare(start int, g *figure) string {
	k := start
	if f.afterLevel(k) {
		k--
	} else if f.l.Rune(k-1) == ':' {
		k--
	}
	from := f.nounBack(k, g.s)
	if from == k || from < g.s.First {
		return ""
	}
	before := from - 1
	if from > g.s.First && f.l.Has(before, f.definite) {
		before--
	}
	switch {
	case before >= g.s.First && f.l.Rune(before) == '(' || f.l.Rune(k) == ':':
		return f.measuredText(from, k)
	case before >= g.s.First && f.measure.sentence == g.s && (f.l.Has(before, f.and) || f.l.Rune(before) == ',' || f.l.Rune(before) == ';' || f.l.Fold(before) == "while"):
		return f.measuredText(from, k)
	}
	return ""
}

// measuredSubject gives the subject of the verb at token v, without its tails that only
// tell where, when and between whom: "Trade | among the members", "Repairs to the roof".
func (f *figureReader) measuredSubject(v int, s lang.Sentence) string {
	e := v
	for e > s.First && (f.l.Has(e-1, f.p.know.lists.auxVerb) || f.measureKind(e-1) == "be" || strings.HasSuffix(f.l.Fold(e-1), "ly") || f.lightBeforeVerb(e-1)) {
		e--
	}
	if e > s.First && f.l.Has(e-1, f.p.know.lists.clauseWord) && f.l.Has(e-1, lang.Word) { // , which reached
		if e--; f.l.Fold(e) == "that" || f.l.Fold(e) == "where" || f.l.Fold(e) == "who" {
			return ""
		}
		if f.l.Rune(e-1) == ',' {
			e--
		}
		return f.measuredText(f.nounBack(e, s), e)
	}
	if e > s.First && f.l.Rune(e-1) == ',' { // Turnout, by all accounts, | reached
		if e = f.asideBack(e-1, s); e <= s.First {
			return ""
		}
	}
	b := f.clauseBack(e, s)
	if f.measurePronoun(b) && b+1 >= e {
		if f.measure.sentence == s {
			return f.measure.label
		}
		return ""
	}
	from, to := f.nounAhead(b, s)
	for from == to && b < e { // In June | inflation
		b++
		if from, to = f.nounAhead(b, s); from < to && f.l.Has(b-1, f.p.know.lists.inPrep) {
			b, to = to, from
		}
	}
	if from == to || from >= e {
		return ""
	}
	to = min(to, e)
	if to == from+1 && (f.l.Has(from, lang.PlaceChunk) || f.l.Has(from, lang.PersonChunk) || f.measurePronoun(from)) {
		return ""
	}
	if f.l.Has(from, lang.PersonChunk) {
		return ""
	}
	return f.measuredText(from, min(f.withTail(to, s), e))
}

// measurePronoun reports whether a pronoun stands at token i.
func (f *figureReader) measurePronoun(i int) bool {
	switch f.l.Fold(i) {
	case "it", "they", "he", "she", "we", "i", "you", "this", "that", "these", "those", "there":
		return true
	}
	return false
}

// lightBeforeVerb reports whether the word at token i may stand between a subject and its
// verb: "is expected to reach", "had already grown".
func (f *figureReader) lightBeforeVerb(i int) bool {
	switch f.l.Fold(i) {
	case "to", "not", "also", "already", "now", "still", "even", "then", "thus", "currently", "expected", "projected", "forecast", "estimated", "likely", "set", "due", "planned", "never", "just":
		return true
	}
	return false
}

// asideBack gives the comma that opens the aside which the one at token c closes.
func (f *figureReader) asideBack(c int, s lang.Sentence) int {
	for i := c - 1; i > s.First && i > c-measureReach; i-- {
		if f.l.Rune(i) == ',' {
			return i
		}
	}
	return s.First
}

// clauseBack gives where the clause begins whose verb's subject ends before token e.
func (f *figureReader) clauseBack(e int, s lang.Sentence) int {
	for i := e - 1; i >= s.First && i > e-measureReach; i-- {
		switch r := f.l.Rune(i); {
		case f.l.Is(i, lang.Word) && f.l.Has(i, f.p.know.lists.clauseWord), r == ',' || r == ';' || r == ':' || r == '(' || r == '"' || r == '“' || r == '”':
			return i + 1
		case f.l.Has(i, f.and) && f.verbBefore(i, s):
			return i + 1
		case f.p.know.endings.verbEnd.end(f.l.Fold(i), 4) && !f.l.Is(i, lang.Number), f.l.Has(i, f.p.know.lists.sayVerb):
			return i + 1
		case isDash(r) && !f.l.Is(i, lang.Glued):
			return i + 1
		}
	}
	return max(s.First, e-measureReach)
}

// verbBefore reports whether a verb of amount or of the past stands before token i in its
// clause, so that what stands behind the "and" there is another.
func (f *figureReader) verbBefore(i int, s lang.Sentence) bool {
	for k := i - 1; k >= s.First && k > i-measureReach; k-- {
		if f.l.Rune(k) == ',' || f.l.Rune(k) == ';' {
			return true
		}
		if _, ok := f.p.numberAt(k); ok || f.pastAt(k) || f.measureKind(k) == "be" {
			return true
		}
	}
	return false
}

// nounAhead gives the noun phrase that begins at token i behind its determiners, without
// what "of" adds to it; from == to where none begins there.
func (f *figureReader) nounAhead(i int, s lang.Sentence) (from, to int) {
	for i < s.Last && (f.l.Has(i, f.definite) || f.l.Has(i, f.p.know.lists.indefinite) || f.l.Has(i, f.p.know.lists.possessive) && !f.l.Is(i, lang.Cap)) {
		i++
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
		if !f.measureNoun(i) || i > from && f.measureVerb(i) {
			break
		}
	}
	return from, max(i, from)
}

// measureVerb reports whether the word at token i behind a noun is its verb.
func (f *figureReader) measureVerb(i int) bool {
	k := f.measureKind(i)
	return k == "moved" || k == "be" || k == "both" || k == "set" || f.l.Has(i, f.p.know.lists.auxVerb) || f.pastAt(i) || f.l.Is(i, lang.Lower) && strings.HasSuffix(f.l.Fold(i), "ly")
}

// measureNoun reports whether the word at token i may belong to a noun phrase.
func (f *figureReader) measureNoun(i int) bool {
	return f.l.Is(i, lang.Word) && !f.l.Is(i, lang.Number) && !f.l.Has(i, f.stop) && !f.l.Has(i, f.and) && !f.used[i] && !f.l.Has(i, f.p.know.lists.clauseWord) && !f.l.Has(i, lang.NumberChunk) && !f.measurePronoun(i) && !f.l.Has(i, f.qual)
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
	for k < s.Last && k < from+3 && f.l.Is(k, lang.Lower) && f.measureNoun(k) && !(k > from && f.measureVerb(k)) {
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
		if !f.measureNoun(k) || f.l.Has(k, lang.PersonChunk) || f.l.Has(k, f.definite) || i < e && (f.measureKind(k) == "be" || f.pastAt(k) && !f.l.Has(k-1, f.definite) && !f.l.Has(k-1, f.p.know.lists.indefinite)) {
			break
		}
		if i == e && (f.measureVerb(k) || f.l.Has(k, lang.PlaceChunk) || f.l.Has(k, lang.OrgChunk) || f.l.Has(k, lang.GroupChunk)) {
			break
		}
		i = k
	}
	for i < e && (f.l.Rune(i) == '-' || f.l.Has(i, lang.PlaceChunk) && i < e-1) {
		i++
	}
	return i
}
