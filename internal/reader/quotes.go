package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// findQuotes states words given as somebody's own: first those in quotation
// marks or behind a dialogue dash, paragraph by paragraph, with the parts of
// a split quotation joined; then reported speech by the rules of
// rules-quotes.txt. Words in quotation marks that nobody is said to have said
// are names and titles, not quotes.
var findQuotes = passes(newQuoteFinder, (*quoteFinder).direct, (*quoteFinder).reported, (*quoteFinder).fromReported)

// newQuoteFinder prepares the quotes of a part.
func newQuoteFinder(p *part) *quoteFinder {
	q := &quoteFinder{p: p, l: p.lat, say: p.know.lists.sayVerb, pronoun: p.know.lists.pronoun, office: p.know.lists.officeNoun,
		source: p.know.lists.sayingOf, notSpoken: p.know.lists.notSpoken, speaker: -1, open: -1, last: -1, used: make([]bool, len(p.lat.Toks)+1)}
	q.lined = q.linesAreParagraphs()
	return q
}

// direct states the words in quotation marks and behind dashes.
func (q *quoteFinder) direct() {
	if !q.labels() {
		q.askedAndAnswered()
	}
	from := 0
	for _, to := range q.paragraphs() {
		if to > from {
			q.paragraph(from, to)
		}
		from = to
	}
	q.paragraph(from, len(q.l.Toks))
}

// quoteFinder finds what is said and by whom, sentence by sentence.
type quoteFinder struct {
	p                            *part
	l                            *lang.Lattice
	say, pronoun, office, source lang.Class
	notSpoken                    lang.Class
	used                         []bool // tokens inside quotes already stated
	stated                       bool   // there are such tokens
	lined                        bool   // the text's lines are its paragraphs
	paras                        []int  // where its paragraphs begin then

	// The last attributed quotation: a paragraph that opens with a mark while
	// this one was left open goes on with it.
	speaker     int
	interviewed int  // the one person of an interview, -1 none
	counted     bool // whether interviewed has been looked for
	turn        int  // which of the paragraphs behind dashes, without a word of who speaks, this is
	asks        bool // the first of them asks
	lastAnswer  int  // statement of the last answer behind a dash
	answerEnd   int  // token behind it, 0 before the first
	lead        int  // where the first of them begins
	tail        int  // token behind the last words stated of a quotation
	open        int  // statement index of a quotation left open, -1 none
	openMark    rune // the mark that opened the words left open last
	last        int  // statement index of the last direct quote, -1 none

	untold []quoted // runs in marks of which nobody is told who speaks

	waiting  []quoted // paragraphs left open of which nobody is told yet who speaks
	waitsFor int      // the token at which the paragraph begins that may tell it
}

// quoted is one run of words in marks: inner tokens [from, to), marks
// outside; to is the end of the paragraph where the mark is never closed.
type quoted struct {
	from, to int
	closed   bool
	dash     bool
	cut      bool // the author's words follow inside the same marks
	bare     bool // nothing opens it
	rest     bool // goes on behind them
}

// outer gives the tokens of the whole run with its marks.
func (s quoted) outer() (int, int) {
	a, b := s.from-1, s.to
	if s.bare {
		a++
	}
	if s.closed && !s.dash && !s.cut {
		b++
	}
	return a, b
}

// closers gives the marks that close what a mark opens, "" where it opens nothing.
func closers(r rune) string {
	switch r {
	case '"':
		return "\"”"
	case '”':
		return "”"
	case '«':
		return "»"
	case '“':
		return "”“"
	case '„':
		return "“”\"‟"
	case '‹':
		return "›"
	case '‘':
		return "’"
	}
	return ""
}

// marks finds the outermost quotations of the tokens [from, to).
func (q *quoteFinder) marks(from, to int) (out []quoted) {
	for i := from; i < to; i++ {
		if !q.l.Is(i, lang.Punct) { // most tokens
			continue
		}
		r := q.l.Rune(i)
		if r == '\'' || r == '‘' {
			if end := q.singleMarks(i, from, to); end > 0 {
				out = append(out, quoted{from: i + 1, to: end, closed: true})
				i = end
				continue
			}
		}
		ends := closers(r)
		if ends == "" || r == '‘' && (i+1 >= to || !q.l.Is(i+1, lang.Glued)) {
			continue
		}
		depth, end := 1, -1
		for j := i + 1; j < to; j++ {
			c := q.l.Rune(j)
			switch {
			case strings.ContainsRune(ends, c) && !(c == r && q.opens(j)):
				depth--
			case c == r:
				depth++
			}
			if depth == 0 {
				end = j
				break
			}
		}
		if end < 0 && r == '“' {
			end = max(q.closedStraight(i, to), q.closedTwice(i, to))
		}
		if both := 0; end < 0 {
			if both = q.closesBoth(i, to); both > 0 {
				out = append(out, quoted{from: i + 1, to: both + 1, closed: true, cut: true})
				i = both
				continue
			}
			if i == from || q.opens(i) && i+1 < to { // goes on in the next paragraph
				out = append(out, quoted{from: i + 1, to: to})
				q.openMark = r
			}
			return out
		}
		if end > i+1 {
			out = append(out, quoted{from: i + 1, to: end, closed: true})
		}
		i = end
	}
	return out
}

// opens reports whether a straight mark at token i stands where one opens: a
// space before it and none behind.
func (q *quoteFinder) opens(i int) bool {
	return !q.l.Is(i, lang.Glued) && i+1 < len(q.l.Toks) && q.l.Is(i+1, lang.Glued)
}

// paragraphQuotes are the words in quotation marks or behind a dash of one
// paragraph, as they are stated one after another.
type paragraphQuotes struct {
	from, to int
	spans    []quoted
	prev     *quoted
	stated   int // statement of the span before, -1 where it stated none
	label    int // who the paragraph before names as the speaker of this one
}

// paragraph states the direct quotes of one paragraph.
func (q *quoteFinder) paragraph(from, to int) {
	if q.used[from] && q.used[to-1] { // a turn told by its label
		return
	}
	spans, told := q.spansOf(from, to)
	if told {
		return
	}
	r := paragraphQuotes{from: from, to: to, spans: spans, stated: -1, label: -1}
	if len(spans) == 0 || q.namesInside(from, spans) {
		if q.underName(from, to) || len(spans) == 0 && q.behindColon(from, to) {
			return
		}
	}
	if len(spans) > 0 {
		r.label = q.labelled(from)
	}
	for k := range spans {
		q.stateSpan(&r, k)
		r.prev = &spans[k]
	}
	if q.waitsFor != to {
		q.waiting = q.waiting[:0]
	}
	q.open = -1
	if r.prev != nil && !r.prev.closed && r.stated >= 0 {
		q.open = r.stated
	}
}

// spansOf gives the words of a paragraph that may be somebody's; told is true where
// it is a turn of a dialogue that has been stated already.
func (q *quoteFinder) spansOf(from, to int) (spans []quoted, told bool) {
	begin := from
	rest, goesOn := q.unopened(from, to)
	if goesOn {
		if begin = rest.to + 1; !rest.closed {
			return []quoted{rest}, false
		}
		defer func() { spans = append([]quoted{rest}, spans...) }()
	}
	spans = q.withoutNames(q.cuts(q.marks(begin, to)))
	behind := len(spans) > 0 && isDash(q.l.Rune(from)) && q.nameBehindSaidKK(from, &spans[0])
	if isDash(q.l.Rune(from)) && from+2 < to && (len(spans) == 0 || q.dashSpeaks(from) || q.calledInMarks(&spans[0]) || behind) {
		said := q.dialogue(from, to)
		if q.turns(from, to, len(said) > 0) {
			return nil, true
		}
		if len(spans) == 0 || len(said) > 0 && (behind || spans[0].to < said[0].to) {
			spans = said
		}
	} else if q.turn > 0 && (len(spans) == 0 || closers(q.l.Rune(from)) == "" && !q.hasSay(from, to)) && q.goesOnAnswering(from, to) {
		return nil, true
	} else {
		q.turn = 0
	}
	spans = append(spans, q.dashInside(from, to, spans)...)
	return append(spans, q.dashlessKK(from, to, spans)...), false
}

// stateSpan states a span whose speaker the words around it tell, or joins it to
// what was said before.
func (q *quoteFinder) stateSpan(r *paragraphQuotes, k int) {
	s := &r.spans[k]
	if s.rest {
		if r.stated >= 0 {
			q.extend(r.stated, s)
		}
		return
	}
	if s.bare && !s.dash && q.open >= 0 && !q.guessed(q.open) {
		q.extend(q.open, s)
		r.stated = q.open
		return
	}
	a, b := s.outer()
	goesOn := r.prev != nil && r.stated >= 0 && q.joins(r.prev, s)
	who, first, last, ok := q.attribution(r.from, a, b, q.limitOf(r, k), r.prev, s)
	if k == 0 && a == r.from && q.open >= 0 && !s.dash && q.guessed(q.open) { // what was left open is theirs
		if ok {
			q.p.doc.statements[q.open].Speaker = ref(who)
			q.speaker = who
		}
		q.extend(q.open, s)
		r.stated = q.open
		return
	}
	if !ok || q.noSpeech(s) {
		if goesOn || q.goesOnBehind(r, s, a) {
			q.extend(r.stated, s)
		} else if q.stateUntold(r, k); r.stated < 0 && s.to-s.from >= 5 {
			q.untold = append(q.untold, *s)
		}
		return
	}
	// "A," he said. "B." — the part behind belongs to the same words.
	if goesOn && (last <= b && !q.answered(r, a, who) || q.p.doc.statements[r.stated].Speaker == ref(who)) {
		q.extend(r.stated, s)
		return
	}
	r.stated = q.state(s, who, min(first, a), max(last, b), q.rule(s))
	if k == 0 && a == r.from {
		q.putBefore(r.stated, r.from)
	}
}

// limitOf gives where the words about a span end: before the next one that is no
// name of a body, «…», – деді «Каспий» қорының директоры X, nor of a paper that is told.
func (q *quoteFinder) limitOf(r *paragraphQuotes, k int) int {
	for j := k + 1; j < len(r.spans); j++ {
		if n := &r.spans[j]; !q.inBodyName(n) && !q.paperTold(n) {
			return r.spans[j].from - 1
		}
	}
	return r.to
}

// noSpeech reports whether a span is a name or a title rather than words: Театр
// «Но» назвал X.
func (q *quoteFinder) noSpeech(s *quoted) bool {
	return !s.dash && s.to-s.from < 5 && q.inBodyName(s) || q.instrumentInMarks(s) || q.titleOfWork(s) || q.calledInMarks(s) || q.codeInMarks(s)
}

// stateUntold states a span that opens its paragraph where no word in it tells who
// speaks: it is the one who spoke before, is named above or is interviewed. One that nobody
// is known for may wait for the next paragraph.
func (q *quoteFinder) stateUntold(r *paragraphQuotes, k int) {
	s := &r.spans[k]
	a, b := s.outer()
	r.stated = -1
	if who, ok := q.follows(r, s, a); ok && !q.toldBehind(b) {
		r.stated = q.state(s, who, a, b, "quote.continued")
		return
	}
	if !s.closed && !s.dash && a > r.from && k == len(r.spans)-1 && q.endsSentence(a-1) && q.sentenceLike(s) { // opens inside, closes in the next paragraph
		q.waiting = append(q.waiting[:0], *s)
		q.waitsFor = r.to
	}
	if a != r.from || k > 0 {
		return
	}
	alone := len(r.spans) == 1
	switch {
	case q.open >= 0 && !s.dash:
		q.extend(q.open, s)
		r.stated = q.open
	case !s.dash && r.label >= 0 && q.sentenceLike(s):
		r.stated = q.state(s, r.label, a, b, "quote.label")
	case q.speaker >= 0 && q.sentenceLike(s) && b >= r.to-1 && q.introduced(r.from):
		r.stated = q.state(s, q.speaker, a, b, "quote.continued")
	case alone && b >= r.to-1 && s.to-s.from >= 5 && q.answer(r.from) && !q.otherSaid(r.from):
		r.stated = q.state(s, q.interviewed, a, b, "quote.interview")
	case alone && !s.closed && !s.dash && q.sentenceLike(s):
		q.waiting = append(q.waiting, *s)
		q.waitsFor = r.to
	}
}

// rule gives the name of the rule that told the words of s.
func (q *quoteFinder) rule(s *quoted) string {
	if s.dash {
		return "quote.dialogue"
	}
	return "quote.marks"
}

// joins reports whether between two runs stands only an attribution, so that
// they are one quotation: the second follows in the same or the next sentence
// without another speaker.
func (q *quoteFinder) joins(a, b *quoted) bool {
	_, end := a.outer()
	start, _ := b.outer()
	if start-end > 40 {
		return false
	}
	if end == start {
		return true
	}
	if q.l.Rune(a.to-1) == '.' && !a.dash && q.l.Has(end, lang.Cap) { // a sentence of its own between them
		return false
	}
	// "A," he began, "b": whatever the verb
	said := q.p.know.pack.Tag == "en" && q.l.Rune(a.to-1) == ',' && q.l.Rune(start-1) == ',' && q.l.Is(b.from, lang.Lower) && !q.l.Has(end, q.p.know.lists.numJoin)
	stops := 0
	for i := end; i < start; i++ {
		said = said || q.l.Has(i, q.say)
		if r := q.l.Rune(i); r == '.' && i < start-1 && !(i == start-2 && isDash(q.l.Rune(start-1))) && !q.l.Is(i-1, lang.Initial) && !q.keepsStop(i) { // «…», – сказала она. – «…»
			stops++
		}
	}
	return said && stops == 0 && q.sentenceLike(b) && !q.fragment(b.from, start-1)
}

// fragment reports whether English words in marks that begin at token i are a piece
// of the sentence around them, which goes on from token k: "both a | 'pleasure and
// a privilege'".
func (q *quoteFinder) fragment(i, k int) bool {
	if q.p.know.pack.Tag != "en" || !q.l.Is(i, lang.Lower) || k < 1 || !q.l.Is(k, lang.Lower) || q.l.Has(k, q.say) {
		return false
	}
	return !q.l.Plays(k, q.p.know.roles.newClause)
}

// sentenceLike reports whether a run is a clause of somebody's own rather
// than a name: several words, or a mark of a sentence at its end.
func (q *quoteFinder) sentenceLike(s *quoted) bool {
	if s.to-s.from >= 5 {
		return true
	}
	switch q.l.Rune(s.to - 1) {
	case '.', '!', '?', '…', ',':
		return s.to-s.from >= 2
	}
	return s.to-s.from >= 3 && q.closesKK(s.to-1)
}

// nameLike reports whether a short run opens with a capital, as the name of a
// paper, a ship or a book does: «сообщает „Спорт уик-энд“». A fragment of
// speech begins small.
func (q *quoteFinder) nameLike(s *quoted) bool {
	return q.p.know.pack.Settings["dash"] != "" && q.l.Has(s.from, lang.Cap) && s.to-s.from < 5
}

// dialogue reads a paragraph that begins with a dash: — Words, — said X. — Words.
func (q *quoteFinder) dialogue(from, to int) (out []quoted) {
	start := from + 1
	for i := start; i < to; i++ {
		if !isDash(q.l.Rune(i)) || i == start {
			continue
		}
		if c := q.l.Rune(i - 1); c != ',' && c != '.' && c != '!' && c != '?' && c != '…' && !q.saysAtOnceKK(i) {
			continue
		}
		// the words up to here, then the attribution up to the next dash
		if !q.hasSay(i+1, min(to, i+12)) && !q.actsRU(i, to) || q.innerSaid(i, start, to) {
			continue
		}
		out = append(out, quoted{from: start, to: i, closed: true, dash: true})
		start = to
		for j := i + 1; j < to; j++ {
			if isDash(q.l.Rune(j)) && (q.l.Rune(j-1) == '.' || q.l.Rune(j-1) == ',') {
				out = append(out, quoted{from: j + 1, to: to, closed: true, dash: true})
				i = to
				break
			}
		}
		break
	}
	return out
}

// isDash reports whether a mark is a dash, a hyphen or a minus.
func isDash(r rune) bool {
	return r == '—' || r == '–' || r == '-' || r == '―' || r == '‒' || r == '−'
}

// hasSay reports whether a verb of saying stands in the tokens [from, to).
func (q *quoteFinder) hasSay(from, to int) bool {
	for i := from; i < to; i++ {
		if q.l.Has(i, q.say) {
			return true
		}
	}
	return false
}

// state adds a direct quote.
func (q *quoteFinder) state(s *quoted, who, first, last int, rule string) int {
	yes := true
	st := read.Statement{Kind: read.Quote, Speaker: ref(who), Direct: &yes, Text: q.words(s), Language: q.p.know.pack.Tag}
	last = min(last, len(q.l.Toks))
	q.p.state(st, rule, first, last)
	q.stated = true
	q.take(s)
	q.tail = s.to
	for i := first; i < last; i++ { // its "he said" introduces nothing else
		q.used[i] = true
	}
	q.speaker = who
	q.last = len(q.p.doc.statements) - 1
	return q.last
}

// extend joins a run to a quote already stated.
func (q *quoteFinder) extend(i int, s *quoted) {
	st := &q.p.doc.statements[i]
	st.Text = strings.TrimSpace(st.Text + q.between(q.tail, s.from) + " " + q.words(s))
	q.tail = s.to
	_, b := s.outer()
	st.last = max(st.last, b)
	q.take(s)
	q.last = i
}

// take marks the words of s as read, so that they are no part of other speech.
func (q *quoteFinder) take(s *quoted) {
	for i := s.from; i < s.to; i++ {
		q.used[i] = true
	}
}
