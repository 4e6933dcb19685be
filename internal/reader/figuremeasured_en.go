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
	if g.st.Unit == "percent" && f.l.Has(g.end, f.of) {
		return f.measuredNext(g.end+1, g.s)
	}
	start := f.measureStart(g)
	if g.rule == "figure.one-in" {
		return f.measuredNext(g.end, g.s)
	}
	if g.st.Unit != "" {
		if label, told := f.measuredBehind(g); told {
			return label
		}
	}
	if label, told := f.measuredOf(start, g); told {
		return label
	}
	if ofTime(g.st.Unit) || !measures(&g.st) && g.x != nil && !f.afterLevel(start) {
		return ""
	}
	if label := f.measuredBare(start, g); label != "" {
		return label
	}
	return f.measuredByVerb(start, g)
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
	for k := start - 1; k > g.s.First; k-- {
		if f.l.Has(k, f.of) && f.measureKind(k-1) == "total" {
			k--
		}
		if f.measureKind(k) != "total" {
			break
		}
		start = k
		if f.l.Has(k-1, f.p.know.lists.indefinite) || f.l.Has(k-1, f.definite) {
			return f.bareStart(k-1, g.s)
		}
	}
	if f.l.Has(start-1, f.p.know.lists.indefinite) && g.x == nil { // by | a third
		start--
	}
	return start
}

// measuredBehind gives the noun that a figure stands before as its adjective: "a
// 48-kilometre canal", "the $2.3m building", "a 5 per cent stake"; behind a rise or a fall
// what rose or fell, "a 5 per cent rise in exports"; "dollars' worth of fibre".
func (f *figureReader) measuredBehind(g *figure) (label string, told bool) {
	k := g.end
	if isApostropheRune(f.l.Rune(k)) {
		k++
	}
	if f.l.Fold(k) == "worth" && f.l.Has(k+1, f.of) {
		return f.measuredNext(k+2, g.s), true
	}
	hyphen := g.x != nil && f.l.Rune(g.x.end) == '-' && f.l.Is(g.x.end, lang.Glued)
	if !hyphen && !f.describes(g) {
		return "", false
	}
	from, to := f.nounDescribed(g.end, g.s)
	if from == to {
		return "", false
	}
	if r := &f.p.know.roles; f.l.Plays(to-1, r.riseNoun) || f.l.Plays(to-1, r.fallNoun) {
		switch {
		case to-1 > from: // a 5 per cent price | rise
			return f.measuredText(from, to-1), true
		case f.l.Has(to, f.p.know.lists.inPrep) || f.l.Has(to, f.of):
			return f.measuredNext(to+1, g.s), true
		}
		return "", true
	}
	return f.measuredText(from, to), true
}

// describes reports whether an article or a possessive before a figure shows that it
// describes the noun behind: "a 12 per cent stake", "its $4 million budget". "The" alone
// shows it of money only: the 12 km to the border.
func (f *figureReader) describes(g *figure) bool {
	at := f.bareStart(g.start, g.s) - 1
	for at > g.s.First && f.l.Is(at, lang.Lower) && f.measureNoun(at) && endsAny(f.l.Fold(at), "ious", "al", "ial", "ional", "ining", "ier", "new", "annual") { // the previous 1,700 km programme
		at--
	}
	l := &f.p.know.lists
	switch {
	case at < g.s.First:
		return false
	case f.l.Has(at, l.indefinite), f.l.Has(at, l.possessive), f.l.Plays(at, f.p.know.roles.ownS):
		return true
	}
	return f.l.Has(at, l.definite) && (isCode(g.st.Unit) || g.st.Unit == "percent" || at < f.bareStart(g.start, g.s)-1)
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
	if k <= g.s.First || ofTime(g.st.Unit) && f.l.Has(k, f.p.know.lists.clauseWord) {
		return "", false
	}
	if v, first, ok := f.endingAt(start, g.s.First, f.p.know.lists.measureWord); ok && v == "worth" {
		k = first
		if m := &f.measure; m.sentence == g.s && m.tok == k { // 40 kg of heroin | worth
			return m.label, true
		}
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
	if g.st.Unit == "" && !f.l.Has(from-1, f.p.know.lists.indefinite) { // a vote of 141
		return "", false
	}
	if r := &f.p.know.roles; f.l.Plays(k-1, r.riseNoun) || f.l.Plays(k-1, r.fallNoun) {
		if f.l.Has(g.end, f.p.know.lists.inPrep) || f.l.Has(g.end, f.of) {
			if label := f.measuredNext(g.end+1, g.s); label != "" {
				return label, true
			}
		}
		for v := from - 1; v > g.s.First && v >= from-2; v-- { // imports registered | a decline of
			if f.measureKind(v) == "saw" {
				return f.measuredSubject(v, g.s), true
			}
		}
		return "", true
	}
	switch f.l.Fold(k - 1) {
	case "consists", "consisted", "composed", "people", "out", "average":
		return "", true
	}
	return f.measuredText(from, k), true
}

// measuredByVerb gives the object of a verb that sets or changes an amount, or the subject
// of one of amount, level, being or change before a figure.
func (f *figureReader) measuredByVerb(start int, g *figure) string {
	s := g.s
	for k := g.start; g.x == nil && k < g.end; k++ {
		if kind := f.measureKind(k); kind == "both" || kind == "moved" { // doubled, trebled
			return f.measuredAt(k, g)
		}
	}
	if f.farFrom(g) {
		return ""
	}
	if k := start - 1; k > s.First && (f.l.Fold(k) == "up" || f.l.Fold(k) == "down") && f.l.Rune(k-1) == ',' { // sugar, down | 41 per cent
		return f.measuredText(f.nounBack(k-1, s), k-1)
	}
	for v := g.start - 1; v >= s.First && v >= start-measureReach; v-- {
		switch kind := f.measureKind(v); {
		case kind == "moved", kind == "set", kind == "both", kind == "be":
			if f.nounHere(v, kind, s) {
				continue
			}
			if kind == "be" && !f.rightBefore(v, start) { // was | built by 5 %
				return ""
			}
			return f.measuredAt(v, g)
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

// farFrom reports whether a figure tells how far off something is, which measures nothing:
// "lies 40 km | from Osh", "300 metres | above the sea".
func (f *figureReader) farFrom(g *figure) bool {
	switch g.st.Unit {
	case "km", "m", "mile", "mi", "ft":
	default:
		return false
	}
	switch f.l.Fold(g.end) {
	case "away", "off", "north", "south", "east", "west", "above", "below", "inland", "apart":
		return true
	}
	return f.l.Fold(g.end) == "from" && f.l.Has(g.end+1, lang.PlaceChunk)
}

// rightBefore reports whether only small words stand between the verb of being at token v
// and a figure: "was still", "is up".
func (f *figureReader) rightBefore(v, start int) bool {
	for k := v + 1; k < start; k++ {
		if f.measureKind(k) != "on" && !f.lightBeforeVerb(k) && !strings.HasSuffix(f.l.Fold(k), "ly") {
			return false
		}
	}
	return true
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

// measuredAt gives the object of the verb at token v before a figure, where a noun phrase
// stands behind it that is one, else its subject.
func (f *figureReader) measuredAt(v int, g *figure) string {
	s := g.s
	if kind := f.measureKind(v); kind == "set" || kind == "both" {
		from, to := f.nounAhead(v+1, s)
		switch {
		case from == to && f.l.Fold(v+1) == "in" && !f.inDate(v+2) && g.start == v+2: // the country brought in | 20 tonnes
			return ""
		case from == to || f.l.Has(from, f.and) || f.inDate(from):
		case v < g.start && to >= f.bareStart(g.start, s): // expanding the previous | 1,700 km programme
			return f.measuredNext(g.end, s)
		case v < g.start && (f.l.Is(to, lang.Number) || f.l.Has(to, f.currency) || f.l.Has(to, f.qual)): // brought its members | $470 million
			return ""
		default:
			return f.measuredText(from, f.withTail(to, s))
		}
	}
	if strings.HasSuffix(f.l.Fold(v), "ing") { // a project | totalling
		return f.measuredText(f.nounBack(v, s), v)
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
	case before >= g.s.First && (f.l.Rune(before) == '(' || f.l.Rune(before) == ':') || f.l.Rune(k) == ':':
		return f.measuredText(from, k)
	case before >= g.s.First && f.measure.sentence == g.s && !f.measure.things && (f.l.Has(before, f.and) || f.l.Rune(before) == ',' || f.l.Rune(before) == ';' || f.l.Fold(before) == "while"):
		return f.measuredText(from, k)
	}
	return ""
}

// measuredSubject gives the subject of the verb at token v, without its tails that only
// tell where, when and between whom: "Trade | among the members", "Repairs to the roof".
func (f *figureReader) measuredSubject(v int, s lang.Sentence) string {
	e := f.bareStart(v, s)
	for e > s.First && (f.l.Has(e-1, f.p.know.lists.auxVerb) || f.measureKind(e-1) == "be" || strings.HasSuffix(f.l.Fold(e-1), "ly") || f.lightBeforeVerb(e-1)) {
		e--
	}
	if e > s.First && f.l.Fold(e-1) != "but" && f.l.Has(e-1, f.p.know.lists.clauseWord) { // , which reached
		if e--; f.l.Fold(e) == "that" || f.l.Fold(e) == "where" || f.l.Fold(e) == "who" {
			return ""
		}
		if f.l.Rune(e-1) == ',' {
			e--
		}
		return f.measuredText(f.nounBack(e, s), e)
	}
	if e > s.First && (f.l.Has(e-1, f.and) || f.l.Fold(e-1) == "but" || f.l.Fold(e-1) == "yet") { // fell in May, yet | rose
		return f.measureAgain(s)
	}
	if e > s.First && f.l.Rune(e-1) == ',' { // Turnout, by all accounts, | reached
		if e = f.asideBack(e-1, s); e <= s.First {
			return ""
		}
	}
	b := f.clauseBack(e, s)
	if b > s.First && f.l.Fold(b-1) == "that" && (f.l.Plays(b, f.p.know.roles.toLevel) || f.l.Has(b, f.p.know.lists.inPrep) || f.l.Has(b, f.of)) { // and that to Chad | rose
		return f.measureAgain(s)
	}
	if f.measurePronoun(b) && b+1 >= e {
		return f.measureAgain(s)
	}
	from, to := f.nounAhead(b, s)
	for from == to && b < e || b > s.First && b < e && f.l.Has(b-1, f.p.know.lists.inPrep) { // In June, in Peru | inflation
		if b++; b > s.First && f.l.Has(b-1, f.p.know.lists.inPrep) {
			b = f.namedEnd(b, e)
		}
		from, to = f.nounAhead(b, s)
	}
	if from == to || from >= e {
		return ""
	}
	to = min(to, e)
	if kind, _, _ := f.l.Value(to-1, f.p.know.lists.numberNoun); kind == "number" { // the number of | visitors; that number had grown
		if !f.l.Has(to, f.of) {
			return ""
		}
		return f.measuredNext(to+1, s)
	}
	if to == from+1 && (f.l.Has(from, lang.PlaceChunk) || f.l.Has(from, lang.PersonChunk) || f.measurePronoun(from)) {
		return ""
	}
	if f.l.Has(from, lang.PersonChunk) || f.l.Is(to, lang.Number) || f.l.Has(to, lang.NumberChunk) || to == from+1 && f.wholeAlone(from) || f.l.Has(to, f.and) && f.l.Fold(e-1) == "together" {
		return ""
	}
	return f.measuredText(from, min(f.withTail(to, s), e))
}

// wholeAlone reports whether the word at token i names no thing when it stands alone: "the
// figure", "most", "the average".
func (f *figureReader) wholeAlone(i int) bool {
	switch f.l.Fold(i) {
	case "region":
		return false
	case "most", "many", "some", "all", "others", "each", "both", "few", "several", "one", "ones", "last", "next", "past", "other", "mostly", "mainly", "chiefly", "largely":
		return true
	}
	return f.measureKind(i) == "total"
}

// measureAgain gives what the last figure of a sentence measures, for one of the same subject;
// "" where that one counts things, which have no subject's amount: "has 12 floors and is | 40
// metres high".
func (f *figureReader) measureAgain(s lang.Sentence) string {
	if f.measure.sentence != s || f.measure.things {
		return ""
	}
	return f.measure.label
}

// namedEnd gives where the place or the day that begins at token i ends, before token e at
// most; where none does, the noun phrase.
func (f *figureReader) namedEnd(i, e int) int {
	for _, m := range [...]lang.Class{lang.PlaceChunk, lang.DateChunk} {
		if o, ok := f.p.mentionAt(i, m); ok && o.start == i {
			return min(o.end, e)
		}
	}
	for k := i; k < min(i+3, e); k++ {
		if _, ok := f.p.numberAt(k); !ok {
			continue
		}
		for k++; k < e; k++ { // In ten years | the number, Between the last two | it
			if f.l.Has(k, f.definite) || f.l.Has(k, f.p.know.lists.indefinite) || f.measurePronoun(k) {
				return k
			}
		}
		return e
	}
	_, to := f.nounAhead(i, f.p.sentenceOf(i))
	return min(max(to, i), e)
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
	return f.l.Plays(i, f.p.know.roles.lightWord)
}

// asideBack gives the comma that opens the aside which the one at token c closes: the one
// before its first word where that shows a list (", mostly from Spain, France and Peru,").
func (f *figureReader) asideBack(c int, s lang.Sentence) int {
	near := s.First
	for i := c - 1; i > s.First && i > c-measureReach; i-- {
		switch {
		case f.l.Rune(i) == ',' && f.opensAside(i+1):
			return i
		case f.l.Rune(i) == ',' && near == s.First:
			near = i
		case near > s.First && (f.l.Has(i, f.p.know.lists.clauseWord) || f.l.Is(i, lang.Number)):
			return near
		}
	}
	return near
}

// opensAside reports whether a preposition or an adverb stands at token i, as at the head of
// an aside that is a list: ", mostly | from Spain, France and Peru,".
func (f *figureReader) opensAside(i int) bool {
	w := f.l.Fold(i)
	return strings.HasSuffix(w, "ly") && (f.l.Has(i+1, f.stop) || f.l.Has(i+1, lang.PlaceChunk)) || w == "including" || w == "especially" || w == "notably"
}

// clauseBack gives where the clause begins whose verb's subject ends before token e.
func (f *figureReader) clauseBack(e int, s lang.Sentence) int {
	for i := e - 1; i >= s.First && i > e-measureReach; i-- {
		switch r := f.l.Rune(i); {
		case f.l.Has(i, f.p.know.lists.clauseWord), r == ',' || r == ';' || r == ':' || r == '(' || r == '"' || r == '“' || r == '”':
			return i + 1
		case f.l.Has(i, f.and) && f.verbBefore(i, s):
			return i + 1
		case f.p.know.endings.verbEnd.end(f.l.Fold(i), 4) && !f.l.Is(i, lang.Number), f.l.Has(i, f.p.know.lists.sayVerb), f.measureKind(i) == "lets":
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
		if r := f.l.Rune(k); r == ',' || r == ';' || r == ':' {
			return k == i-1
		}
		if f.pastAt(k) || f.measureKind(k) == "be" {
			return true
		}
	}
	return false
}
