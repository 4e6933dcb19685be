package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// Interviews and transcripts, whose lines begin with who speaks: "Anna Berg: We are
// late.", "Q: When?", "MR. BERG: Soon.".

// labelWords is the most tokens that a line's label has, its colon too.
const labelWords = 16

// turnReach is the most paragraphs of one turn behind its label.
const turnReach = 12

// noteReach is the most tokens of a note of what was heard, its brackets too.
const noteReach = 8

// lineLabel is a line that begins with who speaks: the label is tokens [start, colon).
type lineLabel struct {
	start, colon int
	who          int // who speaks, -1 for somebody else
	answers      bool
	asks         bool
}

// labels states the turns of an interview or a transcript: at least two lines that begin
// with who speaks, of which one asks or tells of
// the speaker. told is true where one was stated.
func (q *quoteFinder) labels() (told bool) {
	lines := q.labelLines()
	if len(lines) < 2 || !q.bothTalk(lines) {
		return false
	}
	named, talk, long := 0, false, false // long: an interview, or more than the title of a talk
	for k := range lines {
		if lines[k].who >= 0 {
			named++
		}
		long = long || lines[k].asks || lines[k].answers || q.twoSentences(lines[k].colon+1, q.turnEnd(lines, k))
		end := q.turnEnd(lines, k)
		for i := lines[k].colon + 1; i < end && !talk; i++ {
			talk = q.ownWord(i) || q.l.Rune(i) == '?'
		}
		talk = talk || k+1 < len(lines) && end < lines[k+1].start && q.l.Rune(q.paragraphEnd(end)-1) == '?' // asked without a label
	}
	if named == 0 || !talk || !long {
		return false
	}
	for k := range lines {
		if lines[k].who < 0 {
			continue
		}
		s := quoted{from: lines[k].colon + 1, to: q.turnEnd(lines, k), closed: true, dash: true}
		s.to = q.beforeNote(s.from, s.to)
		if a := s.from; a+1 < s.to && closers(q.l.Rune(a)) != "" && strings.ContainsRune(closers(q.l.Rune(a)), q.l.Rune(s.to-1)) {
			s.from, s.to = a+1, s.to-1
		}
		if !q.l.Is(s.from, lang.Lower) && q.sentenceLike(&s) && q.endsTurn(s.to) {
			q.state(&s, lines[k].who, lines[k].start, q.turnEnd(lines, k), "quote.label")
			told = true
		}
	}
	return told
}

// twoSentences reports whether another sentence begins among the tokens.
func (q *quoteFinder) twoSentences(from, to int) bool {
	return q.p.sentenceOf(from).Last < to
}

// endsTurn reports whether the words before token to end as sentences do.
func (q *quoteFinder) endsTurn(to int) bool {
	switch q.l.Rune(to - 1) {
	case '.', '!', '?', '…', '»', '”', '"', ')':
		return true
	}
	return false
}

// turnEnd gives the token behind the turn of a line: where the next label stands, or, for
// the last and for one with much behind it, the end of its paragraph.
func (q *quoteFinder) turnEnd(lines []lineLabel, k int) int {
	limit, paras := len(q.l.Toks), 1
	if k+1 < len(lines) {
		limit, paras = lines[k+1].start, turnReach
	}
	to, seen := lines[k].colon+1, 0
	for ; to < limit; to++ {
		if q.opensParagraph(to) {
			if seen++; seen == paras {
				break
			}
		}
	}
	if seen == turnReach {
		return q.paragraphEnd(lines[k].colon + 1)
	}
	if k+1 < len(lines) && lines[k].who >= 0 && lines[k+1].who == lines[k].who {
		return q.untilAsked(lines[k].colon+1, to)
	}
	for paras = 0; k+1 == len(lines) && to < limit && paras < turnReach; paras++ { // the last one goes on while they speak of themselves
		end := q.paragraphEnd(to)
		if !q.ownWords(tokenSpan{to, end}) || !q.endsTurn(end) {
			break
		}
		to = end
	}
	return to
}

// untilAsked gives the token where a turn ends before a paragraph that asks, as who
// interviews does without a label between two answers of one person; to without one.
func (q *quoteFinder) untilAsked(from, to int) int {
	for i := q.paragraphEnd(from); i < to; {
		end := q.paragraphEnd(i)
		if q.l.Rune(end-1) == '?' {
			return i
		}
		i = end
	}
	return to
}

// paragraphEnd gives the token behind the paragraph of token i.
func (q *quoteFinder) paragraphEnd(i int) int {
	for i++; i < len(q.l.Toks) && !q.opensParagraph(i); i++ {
	}
	return i
}

// labelLines finds the lines that begin with who speaks. Who answers under a single
// letter is the one person of the interview.
func (q *quoteFinder) labelLines() (lines []lineLabel) {
	for _, at := range q.p.lines {
		i := int(at)
		if c := q.labelColon(i); c > 0 {
			if l, ok := q.lineLabel(i, c); ok {
				lines = append(lines, l)
			}
		}
	}
	answers := -2
	for k := range lines {
		if !lines[k].answers {
			continue
		}
		if answers == -2 {
			if answers = q.onlyPerson(lines[0].start); answers < 0 {
				answers = q.onlyPerson(len(q.l.Toks))
			}
			if answers < 0 {
				answers = q.presented(lines[0].start)
			}
		}
		lines[k].who = answers
	}
	return lines
}

// presented gives the person named last before the first line of an English interview,
// token to, whom its opening leads up to, but for who asks: "We spoke with Dr A's
// successor, Professor B." It is -1 where nobody is named.
func (q *quoteFinder) presented(to int) int {
	if q.p.know.pack.Tag != "en" {
		return -1
	}
	named := q.p.mentionsIn(lang.PersonChunk, 0, to)
	for k := len(named) - 1; k >= 0; k-- {
		m := &q.p.mens[named[k]]
		if m.entity >= 0 && !q.l.Plays(m.start-1, q.p.know.roles.by) {
			return m.entity
		}
	}
	return -1
}

// labelColon gives the colon that closes the label which begins a line at token i, 0
// where none does: words of a sentence are none.
func (q *quoteFinder) labelColon(i int) int {
	if t := &q.l.Toks[i]; !t.Is(lang.Cap) && !t.Is(lang.Upper) {
		return 0
	}
	for c := i + 1; c < len(q.l.Toks) && c <= i+labelWords; c++ {
		t := &q.l.Toks[c]
		if t.Para || t.Break || q.l.Has(c, q.say) {
			return 0
		}
		if !t.Is(lang.Punct) {
			continue
		}
		switch r := q.l.Rune(c); {
		case r == ':' || c == i+1 && q.looseLabel(i, r):
			if c+2 < len(q.l.Toks) && !q.l.Toks[c+1].Para && !q.l.Toks[c+1].Break {
				return c
			}
			return 0
		case r == '?' || r == '!' || r == ';' || isQuote(r):
			return 0
		}
	}
	return 0
}

// looseLabel reports whether a line begins with a single word for who asks or answers and
// a full stop or a dash in place of the colon: "Q. When?", «Вопрос – когда?»
func (q *quoteFinder) looseLabel(i int, r rune) bool {
	return (r == '.' || isDash(r)) && q.l.Rune(i+2) != ':' && (q.l.Plays(i, q.p.know.roles.asker) || q.l.Plays(i, q.p.know.roles.answers))
}

// bothTalk reports whether of the lines of which some have no colon behind their label at
// least one asks and one answers.
func (q *quoteFinder) bothTalk(lines []lineLabel) bool {
	loose, asks, answers := false, false, false
	for k := range lines {
		loose = loose || q.l.Rune(lines[k].colon) != ':'
		asks, answers = asks || lines[k].asks, answers || lines[k].answers
	}
	return !loose || asks && answers
}

// lineLabel tells who a label [i, c) means: one person with nothing but a title around
// the name, the initials of one, or who asks and who answers.
func (q *quoteFinder) lineLabel(i, c int) (lineLabel, bool) {
	l := lineLabel{start: i, colon: c, who: -1}
	if c == i+1 || c == i+2 && q.l.Rune(i+1) == '.' {
		if q.l.Plays(i, q.p.know.roles.asker) {
			l.asks = true
			return l, true
		}
		if q.l.Plays(i, q.p.know.roles.answers) {
			l.answers = true
			return l, true
		}
		if l.who = q.initialsOf(i); l.who >= 0 {
			return l, true
		}
	}
	end := -1
	for k := i; k < c; k++ {
		m, ok := q.p.mentionAt(k, lang.PersonChunk)
		if !ok || m.entity < 0 {
			continue
		}
		if l.who >= 0 && m.entity != l.who || l.who < 0 && !q.opensName(i, k) && !q.officeOf(i, m, c) {
			return l, false
		}
		l.who, end = m.entity, m.end
	}
	if l.who < 0 && q.onlyOffice(i, c) {
		l.who = q.byOffice(q.l.Slice(i, c))
		return l, true
	}
	if l.who < 0 { // a body that asks, or what is named nowhere else
		m, ok := q.p.mentionAt(i, lang.OrgChunk)
		return l, ok && m.end == c || c <= i+4 && q.opensName(i, c)
	}
	return l, end == c || q.l.Rune(end) == ',' || q.l.Rune(end) == '(' || end+1 == c && q.l.Rune(end) == ')'
}

// officeOf reports whether a label [i, c) is an office and in brackets behind it who holds
// it: "Minister of Health (Ms. Anna Berg):".
func (q *quoteFinder) officeOf(i int, m *mention, c int) bool {
	k := m.start
	for k > i && (q.l.Has(k-1, q.p.know.lists.honorific) || q.l.Rune(k-1) == '.') {
		k--
	}
	if k-2 < i || q.l.Rune(k-1) != '(' || m.end+1 != c || q.l.Rune(m.end) != ')' {
		return false
	}
	for ; i < k-1; i++ {
		if q.l.Has(i, q.office) {
			return true
		}
	}
	return false
}

// beforeNote gives the end of words [from, to) without a note in square brackets of what
// was heard behind them: "[Laughter.]".
func (q *quoteFinder) beforeNote(from, to int) int {
	if q.l.Rune(to-1) != ']' {
		return to
	}
	for i := to - 2; i > from && i >= to-noteReach; i-- {
		if q.l.Rune(i) == '[' {
			return i
		}
	}
	return to
}

// opensName reports whether only titles and forms of address, in capitals, stand before
// the name at token k of a label that begins at token i.
func (q *quoteFinder) opensName(i, k int) bool {
	for ; i < k; i++ {
		if t := &q.l.Toks[i]; t.Is(lang.Lower) && !q.l.Has(i, q.office) || t.Is(lang.Punct) && q.l.Rune(i) != '.' {
			return false
		}
	}
	return true
}

// onlyOffice reports whether a label [i, c) is the name of an office: "Prime Minister".
func (q *quoteFinder) onlyOffice(i, c int) bool {
	for k := i; k < c; k++ {
		if ch, ok := q.l.Chunk(k, q.office); ok && int(ch.End) == c {
			return q.opensName(i, k)
		}
	}
	return false
}

// byOffice gives the person to whom the text gives an office by a title, -1 where it does
// to nobody or to several.
func (q *quoteFinder) byOffice(title string) int {
	who := -1
	title = lang.Fold(title)
	for k := range q.p.doc.statements {
		st := &q.p.doc.statements[k]
		e, ok := entityOf(st.Person)
		if st.Kind != read.Office || !ok || e == who || !strings.HasPrefix(lang.Fold(st.Title), title) {
			continue
		}
		if who >= 0 {
			return -1
		}
		who = e
	}
	return who
}

// initialsOf gives the person whose initials the capitals at token i are, -1 for nobody.
func (q *quoteFinder) initialsOf(i int) int {
	w := []rune(q.l.Slice(i, i+1))
	if len(w) < 2 || len(w) > 4 || !q.l.Is(i, lang.Upper) {
		return -1
	}
	for e := range q.p.doc.entities {
		if q.p.doc.entities[e].kind != read.Person {
			continue
		}
		k := 0
		for part := range strings.FieldsSeq(q.p.doc.entities[e].name) {
			if r := []rune(part); k < len(w) && r[0] == w[k] {
				k++
			} else {
				k = -1
				break
			}
		}
		if k == len(w) {
			return e
		}
	}
	return -1
}
