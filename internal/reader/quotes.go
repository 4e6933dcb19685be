package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// findQuotes states words given as somebody's own: first those in quotation
// marks or behind a dialogue dash, paragraph by paragraph, with the parts of
// a split quotation joined; then reported speech by the rules of
// rules-quotes.txt. Words in quotation marks that nobody is said to have said
// are names and titles, not quotes.
func findQuotes(p *part) {
	q := quoteFinder{p: p, l: p.lat, say: p.class("sayverb"), pronoun: p.class("pronoun"), office: p.class("officenoun"),
		source: p.class("sayingof"), notSpoken: p.class("notspoken"), speaker: -1, open: -1, last: -1, used: make([]bool, len(p.lat.Toks)+1)}
	n := len(p.lat.Toks)
	for from := 0; from < n; {
		to := from + 1
		for to < n && !p.lat.Toks[to].Para {
			to++
		}
		q.paragraph(from, to)
		from = to
	}
	q.reported()
}

type quoteFinder struct {
	p                            *part
	l                            *lang.Lattice
	say, pronoun, office, source lang.Class
	notSpoken                    lang.Class
	used                         []bool // tokens inside quotes already stated

	// The last attributed quotation: a paragraph that opens with a mark while
	// this one was left open goes on with it.
	speaker     int
	interviewed int  // the one person of an interview, -1 none
	counted     bool // whether interviewed has been looked for
	open        int  // statement index of a quotation left open, -1 none
	last        int  // statement index of the last direct quote, -1 none
}

// quoted is one run of words in marks: inner tokens [from, to), marks
// outside; to is the end of the paragraph where the mark is never closed.
type quoted struct {
	from, to int
	closed   bool
	dash     bool
	cut      bool // the author's words follow inside the same marks
	rest     bool // goes on behind them
}

// outer gives the tokens of the whole run with its marks.
func (s quoted) outer() (int, int) {
	a, b := s.from-1, s.to
	if s.closed && !s.dash && !s.cut {
		b++
	}
	return a, b
}

var closers = map[rune][]rune{'«': {'»'}, '“': {'”', '“'}, '„': {'“', '”', '"', '‟'}, '"': {'"'}, '‹': {'›'}, '”': {'”'}, '‘': {'’'}}

// marks finds the outermost quotations of the tokens [from, to).
func (q *quoteFinder) marks(from, to int) (out []quoted) {
	for i := from; i < to; i++ {
		r := q.l.Rune(i)
		ends, ok := closers[r]
		if !ok || r == '‘' && (i+1 >= to || !q.l.Toks[i+1].Is(lang.Glued)) {
			continue
		}
		depth, end := 1, -1
		for j := i + 1; j < to; j++ {
			c := q.l.Rune(j)
			switch {
			case contains(ends, c) && !(c == r && q.opens(j)):
				depth--
			case c == r:
				depth++
			}
			if depth == 0 {
				end = j
				break
			}
		}
		if end < 0 {
			if i == from || q.opens(i) && i+1 < to { // goes on in the next paragraph
				out = append(out, quoted{from: i + 1, to: to})
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
	return !q.l.Toks[i].Is(lang.Glued) && i+1 < len(q.l.Toks) && q.l.Toks[i+1].Is(lang.Glued)
}

func contains(list []rune, r rune) bool {
	for _, x := range list {
		if x == r {
			return true
		}
	}
	return false
}

// paragraph states the direct quotes of one paragraph.
func (q *quoteFinder) paragraph(from, to int) {
	spans := q.cuts(q.marks(from, to))
	if len(spans) == 0 && isDash(q.l.Rune(from)) && from+2 < to {
		spans = q.dialogue(from, to)
	}
	var prev *quoted
	stated := -1 // statement of the run before
	for k := range spans {
		s := &spans[k]
		a, b := s.outer()
		limit := to
		if k+1 < len(spans) {
			limit = spans[k+1].from - 1
		}
		if s.rest {
			if stated >= 0 {
				q.extend(stated, s)
			}
			prev = s
			continue
		}
		who, first, last, ok := q.attribution(from, a, b, limit, prev, s)
		switch {
		case ok:
			// "A," he said. "B." — the part behind belongs to the same words.
			if prev != nil && stated >= 0 && q.joins(prev, s) {
				q.extend(stated, s)
				break
			}
			stated = q.state(s, who, min(first, a), max(last, b), q.rule(s))
		case prev != nil && stated >= 0 && q.joins(prev, s):
			q.extend(stated, s)
		case k == 0 && a == from && q.open >= 0 && !s.dash:
			q.extend(q.open, s)
			stated = q.open
		case k == 0 && len(spans) == 1 && a == from && b >= to-1 && s.to-s.from >= 5 && q.answer(from):
			stated = q.state(s, q.interviewed, a, b, "quote.interview")
		case k == 0 && a == from && q.speaker >= 0 && q.sentenceLike(s) && b >= to-1 && q.introduced(from):
			stated = q.state(s, q.speaker, a, b, "quote.continued")
		default:
			stated = -1
		}
		prev = s
	}
	q.open = -1
	if prev != nil && !prev.closed && stated >= 0 {
		q.open = stated
	}
}

func (q *quoteFinder) rule(s *quoted) string {
	if s.dash {
		return "quote.dialogue"
	}
	return "quote.marks"
}

// answer reports whether a paragraph that is all quotation answers in an
// interview: the paragraph before is the other's, or the line before it asks,
// and the text has named one person only.
func (q *quoteFinder) answer(from int) bool {
	if from == 0 || q.notSpoken == lang.NoClass || q.l.Rune(from-1) == ':' {
		return false
	}
	if !q.counted {
		q.counted = true
		q.interviewed = q.onlyPerson()
	}
	return q.interviewed >= 0
}

// onlyPerson gives the one person that the part names, -1 where there is none
// or more than one.
func (q *quoteFinder) onlyPerson() int {
	who := -1
	for _, k := range q.p.mentionsIn(lang.PersonChunk, 0, len(q.l.Toks)) {
		if e := q.p.mens[k].entity; e >= 0 && e != who {
			if who >= 0 {
				return -1
			}
			who = e
		}
	}
	return who
}

// introduced reports whether the paragraph before ended with a colon or with
// a quote of the same speaker.
func (q *quoteFinder) introduced(from int) bool {
	if from == 0 {
		return false
	}
	if q.l.Rune(from-1) == ':' {
		return true
	}
	return q.last >= 0 && q.p.doc.statements[q.last].last >= from-1
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
	said := false
	stops := 0
	for i := end; i < start; i++ {
		said = said || q.l.Has(i, q.say)
		if r := q.l.Rune(i); r == '.' && i < start-1 && !q.l.Toks[i-1].Is(lang.Initial) {
			stops++
		}
	}
	return said && stops == 0 && q.sentenceLike(b)
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
	return false
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
		if c := q.l.Rune(i - 1); c != ',' && c != '.' && c != '!' && c != '?' && c != '…' {
			continue
		}
		// the words up to here, then the attribution up to the next dash
		if !q.hasSay(i+1, min(to, i+12)) {
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

func isDash(r rune) bool { return r == '—' || r == '–' || r == '-' || r == '―' }

func (q *quoteFinder) hasSay(from, to int) bool {
	for i := from; i < to; i++ {
		if q.l.Has(i, q.say) {
			return true
		}
	}
	return false
}

// attribution looks for who said the words between tokens a and b: behind
// them up to limit, then before them back to the sentence's beginning. It
// gives the speaker's entity and the tokens of the clause.
func (q *quoteFinder) attribution(from, a, b, limit int, prev, s *quoted) (who, first, last int, ok bool) {
	// Behind: …», — сказал X.   …," X said.
	end := b
	for end < limit && !q.stops(end) {
		end++
	}
	colon := a > from && q.l.Rune(a-1) == ':'
	if end > b && (q.linked(s, b) || s.dash || s.cut) && !(colon && !q.named(b, end)) {
		v := q.sayIn(b, min(end, b+14))
		if v < 0 && q.authorFollows(s, b) { // whatever the verb: «…», — улыбнулась она
			v = b
		}
		if v > b+2 && !s.dash && !q.sentenceLike(s) && s.to-s.from < 3 { // a term in marks
			v = -1
		}
		if v >= 0 {
			if who, ok := q.whoSaid(b, end, v, a); ok {
				return who, a, end, true
			}
		}
	}
	// Before: X said: «…   X told reporters that “…
	begin := a
	floor := from
	if prev != nil {
		_, floor = prev.outer()
	}
	for begin > floor && !q.stops(begin-1) {
		begin--
	}
	if begin < a {
		v := q.sayIn(begin, a)
		if v >= 0 && (colon || q.sentenceLike(s) || s.to-s.from >= 3 && !q.nameLike(s)) {
			if who, ok := q.whoSaid(begin, a, v, begin); ok {
				return who, begin, b, true
			}
		}
		if colon && q.sentenceLike(s) {
			if who, ok := q.p.lastSpeaker(begin, a); ok {
				return who, begin, b, true
			}
		}
		// «…» after "that": the verb stands behind in Turkic languages.
		if v < 0 && end > b {
			if w := q.sayIn(b, end); w >= 0 && s.to-s.from >= 3 {
				if who, ok := q.whoSaid(begin, a, w, begin); ok {
					return who, begin, end, true
				}
			}
		}
	}
	return 0, 0, 0, false
}

// named reports whether a person or a body is named among the tokens: where
// none is and a colon leads to the words, who said them stands before it.
func (q *quoteFinder) named(from, to int) bool {
	_, ok := q.p.lastSpeaker(from, to)
	return ok
}

// linked reports whether what stands behind a run ties it to an attribution:
// a comma, dash or closing mark of a sentence inside or behind the marks, or
// a verb of saying at once.
func (q *quoteFinder) linked(s *quoted, b int) bool {
	switch q.l.Rune(s.to - 1) {
	case ',', '!', '?', '…':
		return true
	}
	r := q.l.Rune(b)
	return r == ',' || isDash(r) || q.l.Has(b, q.say)
}

// authorFollows reports whether the marks alone say that the author's words
// follow: a comma or a mark inside or behind the quotation and then a dash, or
// the English comma inside the marks.
func (q *quoteFinder) authorFollows(s *quoted, b int) bool {
	if s.dash || !q.sentenceLike(s) {
		return false
	}
	i, comma := b, q.l.Rune(s.to-1) == ','
	if q.l.Rune(i) == ',' {
		i++
		comma = true
	}
	switch q.l.Rune(s.to - 1) {
	case '!', '?', '…':
		comma = true
	}
	if isDash(q.l.Rune(i)) {
		return comma
	}
	return comma && q.l.Rune(s.to-1) == ',' && q.p.know.pack.Settings["dash"] == ""
}

// stops reports whether token i ends a sentence for the search of an
// attribution.
func (q *quoteFinder) stops(i int) bool {
	switch q.l.Rune(i) {
	case '!', '?', '…', ';':
		return true
	case '.':
		if i > 0 && (q.l.Toks[i-1].Is(lang.Initial) || i+1 < len(q.l.Toks) && q.l.Toks[i+1].Is(lang.Lower)) {
			return false
		}
		return i+1 >= len(q.l.Toks) || !q.l.Toks[i+1].Is(lang.Glued)
	}
	return false
}

// sayIn gives the first verb of saying among the tokens, -1 where none is.
func (q *quoteFinder) sayIn(from, to int) int {
	for i := from; i < to; i++ {
		if q.l.Has(i, q.say) {
			return i
		}
	}
	return -1
}

// whoSaid finds the speaker in a clause with the verb at v: the person or
// body nearest to the verb, else the person a pronoun or a title stands for,
// looked for before the clause.
func (q *quoteFinder) whoSaid(from, to, v, before int) (int, bool) {
	best, dist := -1, 1<<30
	for i := from; i < to; i++ {
		for _, c := range [...]lang.Class{lang.PersonChunk, lang.OrgChunk} {
			m, ok := q.p.mentionAt(i, c)
			if !ok || m.entity < 0 {
				continue
			}
			d := m.start - v
			if d < 0 {
				d = v - m.end
			}
			if c == lang.OrgChunk {
				d += 30 // a person rather than the body they speak for
			}
			if d < dist {
				best, dist = m.entity, d
			}
		}
	}
	if best >= 0 {
		return best, true
	}
	for i := from; i < to; i++ {
		if q.l.Has(i, q.pronoun) || q.l.Has(i, q.office) {
			if e, ok := q.holder(i); ok {
				return e, true
			}
			if e, ok := q.p.personBefore(before, q.p.genderSaid(i, v)); ok {
				return e, true
			}
		}
	}
	// A bare verb goes on with the last speaker: "…", said. Only where the
	// language drops the subject.
	if q.p.know.pack.Settings["subject"] == "dropped" && q.speaker >= 0 {
		return q.speaker, true
	}
	return 0, false
}

// holder gives the person whom the text gave the office named at token i, the
// one named last of several: «– деді елші» is the one called ambassador
// before. The head of a title is its last word or, where the language has it
// so, its first noun.
func (q *quoteFinder) holder(i int) (int, bool) {
	c, ok := q.l.Chunk(i, q.office)
	if !ok || q.p.know.pack.Settings["head"] != "last" && q.p.know.pack.Tag != "ru" {
		return 0, false
	}
	stem := lang.Fold(firstForm(q.l.Entry(c)))
	var held []int
	for k := range q.p.doc.statements {
		st := &q.p.doc.statements[k]
		if st.Kind != read.Office || st.part != q.p || st.first > i {
			continue
		}
		if e, ok := entityOf(st.Person); ok && q.heads(st.Title, stem) && !slices.Contains(held, e) {
			held = append(held, e)
		}
	}
	if len(held) < 2 {
		return firstOf(held)
	}
	for _, k := range slices.Backward(q.p.mentionsIn(lang.PersonChunk, 0, i)) {
		if e := q.p.mens[k].entity; slices.Contains(held, e) {
			return e, true
		}
	}
	return 0, false
}

func firstOf(list []int) (int, bool) {
	if len(list) == 0 {
		return 0, false
	}
	return list[0], true
}

// heads reports whether a folded noun heads a title.
func (q *quoteFinder) heads(title, noun string) bool {
	title = lang.Fold(title)
	if q.p.know.pack.Settings["head"] == "last" {
		return strings.HasPrefix(title[strings.LastIndexByte(title, ' ')+1:], noun)
	}
	for w := range strings.FieldsSeq(title) {
		if strings.HasPrefix(w, noun) {
			return true
		}
		if !q.p.know.hasEnding("adjend", w, 2) { // the first noun is another
			return false
		}
	}
	return false
}

// lastPerson gives the person mentioned last before token i.
func (p *part) lastPerson(i int) (int, bool) { return p.lastMention(i, lang.PersonChunk) }

func (p *part) lastMention(before int, c lang.Class) (int, bool) {
	best, at := -1, -1
	for _, k := range slices.Backward(p.mentionsIn(c, 0, before)) {
		m := &p.mens[k]
		if best >= 0 && m.start != at {
			break
		}
		if m.entity >= 0 {
			best, at = m.entity, m.start
		}
	}
	return best, best >= 0
}

// lastSpeaker gives the person or body mentioned in the tokens.
func (p *part) lastSpeaker(from, to int) (int, bool) {
	for _, c := range [...]lang.Class{lang.PersonChunk, lang.OrgChunk} {
		for i := from; i < to; i++ {
			if m, ok := p.mentionAt(i, c); ok && m.entity >= 0 {
				return m.entity, true
			}
		}
	}
	return 0, false
}

// state adds a direct quote.
func (q *quoteFinder) state(s *quoted, who, first, last int, rule string) int {
	yes := true
	st := read.Statement{Kind: read.Quote, Speaker: ref(who), Direct: &yes, Text: q.words(s), Language: q.p.know.pack.Tag}
	last = min(last, len(q.l.Toks))
	q.p.state(st, rule, first, last)
	q.take(s)
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
	st.Text = strings.TrimSpace(strings.TrimRight(st.Text, ",") + " " + q.words(s))
	_, b := s.outer()
	st.last = max(st.last, b)
	q.take(s)
	q.last = i
}

func (q *quoteFinder) take(s *quoted) {
	for i := s.from; i < s.to; i++ {
		q.used[i] = true
	}
}

// words gives the words of a run as they stand, without a comma at the end
// that belongs to the sentence around it.
func (q *quoteFinder) words(s *quoted) string {
	return strings.TrimRight(q.l.Slice(s.from, s.to), ", ")
}
