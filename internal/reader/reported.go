package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/pattern"
	"shanyraq/internal/read"
)

// reported states reported speech: a rule finds who speaks and where the
// reported clause begins or ends. Its attribute says which side the words
// are on:
//
//	words=after    from the end of the match to the end of the sentence
//	words=before   from the beginning of the sentence to the match
//	words=between  the captured text
func (q *quoteFinder) reported() {
	set := q.p.know.rules("quotes")
	for _, s := range q.p.sents {
		marked := q.anyUsed(s.First, s.Last)
		if marked {
			q.adding(s)
		}
		if q.inQuote(s) {
			continue
		}
		var best speech
		q.p.scan(set, s, func(m *pattern.Match) bool {
			aside := best.rule == "quote.saying" // what was said before it may be told too
			if c, ok := q.speech(m, s); ok && (best.rule == "" || c.person && !best.person || aside && c.person && c.from < best.from) {
				best = c
			}
			return !best.person || best.rule == "quote.saying" || q.p.doc.fired != nil // nothing else is better
		})
		if best.rule == "" {
			best = q.goesOnKK(s)
		}
		if best.rule == "" || q.unmarked(best) {
			if marked {
				q.around(set, s)
			}
			continue
		}
		also := q.saidToo(&best)
		no := false
		st := read.Statement{Kind: read.Quote, Speaker: ref(best.who), Direct: &no, Text: q.saidWords(&best), Language: q.p.know.pack.Tag}
		q.p.state(st, best.rule, s.First, s.Last)
		if also > 0 {
			from, to := q.trim(also, q.thenDid(also, s.Last))
			st.Text = q.l.Slice(from, to)
			q.p.state(st, best.rule, s.First, s.Last)
		}
		q.speaker = best.who
	}
}

// holderIn gives the person of the office named among the tokens.
func (q *quoteFinder) holderIn(from, to int) (int, bool) {
	for i := from; i < to; i++ {
		if q.l.Has(i, q.office) {
			return q.holder(i)
		}
	}
	return 0, false
}

// clauseBefore reports whether what stands before the verb of saying is a
// clause: it closes with a verb made a noun ("болғанын айтты") or with "that"
// ("болды деп айтты"). "Кітапты айтты" reports no words.
func (q *quoteFinder) clauseBefore(m *pattern.Match) bool {
	_, end, ok := m.Capture("text")
	if !ok || q.p.know.endings.clauseEnd == nil {
		return true
	}
	for end > m.Start && q.l.Is(end-1, lang.Punct) {
		end--
	}
	end = q.beforeHearerKK(m.Start, q.beforeHolderKK(m, q.beforeVerbKK(end, m.End)))
	if q.beforeAboutKK(end) < end {
		return true
	}
	that := func(i int) bool { return q.l.Plays(i, q.p.know.roles.saidThat) }
	for k := max(m.Start+1, end-1); k <= end+1; k++ {
		if that(k) && m.End < len(q.l.Toks) && (q.l.Is(m.End, lang.Word) || isQuote(q.l.Rune(m.End)) && q.l.Is(m.End+1, lang.Cap)) && !q.l.Toks[m.End].Para && (q.l.Rune(k-1) == ',' || (q.l.Is(m.End, lang.Cap) || !q.l.Is(m.End, lang.Cyrillic)) && !q.inflected(m.End, min(m.End+4, len(q.l.Toks)))) {
			return false // «X Оманға барды, деп хабарлайды | прокуратура», «X барады деп жазды | Reuters», «…, деп жазды | „Дала“ тілшісі»: who says so stands behind
		}
	}
	if q.proclaimed(m.End-1, end) {
		return false
	}
	return that(end-1) || that(end) || q.p.know.closesClause(q.l.Fold(end-1))
}

// inflected reports whether a name carries a case ending, so that it is not
// the one who speaks: «Әлиевтің сұрағына», «Әлиевпен бірге».
func (q *quoteFinder) inflected(a, b int) bool {
	for _, class := range [...]lang.Class{lang.PersonChunk, lang.OrgChunk} {
		for i := a; i < b; i++ {
			m, ok := q.p.mentionAt(i, class)
			if !ok || m.entity < 0 {
				continue
			}
			if q.caseBehind(m.end) { // БҰҰ-ның
				return true
			}
			last, e := q.l.Fold(m.end-1), &q.p.doc.entities[m.entity]
			for _, name := range append([]string{e.name}, e.aliases...) {
				w := lang.Fold(name[strings.LastIndexByte(name, ' ')+1:])
				if last == w {
					return false
				}
			}
			w := lang.Fold(e.name[strings.LastIndexByte(e.name, ' ')+1:])
			return len(last) > len(w) && strings.HasPrefix(last, w)
		}
	}
	return false
}

// wordsFrom gives the token after the last semicolon among the tokens, or after a colon
// before a small letter in English.
func (q *quoteFinder) wordsFrom(from, to int) int {
	for i := to - 1; i >= from; i-- {
		if r := q.l.Rune(i); r == ';' || r == ':' && i > from+2 && q.p.know.pack.Tag == "en" && q.l.Is(i+1, lang.Lower) {
			return i + 1
		}
	}
	return from
}

// circumstance reports whether the words before "he said" only tell when or
// how: "Asked about it", "At a press conference". Packs without a notspoken
// list do not say.
func (q *quoteFinder) circumstance(from, to int) bool {
	if q.notSpoken == lang.NoClass || from >= to {
		return false
	}
	if q.l.Has(from, q.notSpoken) {
		return true
	}
	if q.p.know.pack.Tag == "en" && q.l.Is(from, lang.Cap) && to > from+1 {
		if m, ok := q.p.mentionAt(from+1, lang.DateChunk); ok && m.end == to {
			return true // On 6 February
		}
	}
	if !q.l.Has(from, q.p.know.lists.placePrep) && !q.l.Has(from, q.p.know.lists.eventPrep) {
		return false
	}
	for i := from; i < to; i++ {
		if q.p.know.russian && q.finite(i) {
			return false
		}
		if q.p.know.pack.Tag == "en" && i > from && q.l.Plays(i-1, q.p.know.roles.relative) { // at the ceremony, which | saw ten guests
			continue
		}
		if q.l.Has(i, q.p.know.lists.auxVerb) || q.l.Has(i, q.p.know.lists.pastWord) || q.l.Is(i, lang.Lower) && q.p.know.endings.pastEnd.end(q.l.Fold(i), 2) {
			return false
		}
	}
	return true
}

// personBehind gives the person named within a few words behind token i, with
// no comma between, and the token after the name.
func (q *quoteFinder) personBehind(i, last int) (who, end int, ok bool) {
	for k := i; k < last && k < i+7; k++ {
		if m, found := q.p.mentionAt(k, lang.PersonChunk); found && m.entity >= 0 {
			return m.entity, m.end, true
		}
		if t := &q.l.Toks[k]; t.Is(lang.Punct) && !isQuote(q.l.Rune(k)) || q.l.Has(k, q.say) {
			return 0, 0, false
		}
	}
	return 0, 0, false
}

// trim leaves out marks and dashes at both ends.
func (q *quoteFinder) trim(from, to int) (int, int) {
	for from < to && q.l.Is(from, lang.Punct) && !isOpening(q.l.Rune(from)) {
		from++
	}
	if from < to && q.p.know.pack.Tag == "kk" && q.alsoKK(from) { // Тоқаев та | … екенін айтты
		from++
	}
	for to > from && q.l.Is(to-1, lang.Punct) {
		switch q.l.Rune(to - 1) {
		case '.', ',', ';', ':', '—', '–', '-', '…':
			to--
			continue
		}
		break
	}
	return from, to
}

// isOpening reports whether a mark stands right before the word it belongs to.
func isOpening(r rune) bool {
	switch r {
	case '«', '“', '„', '"', '(', '[', '‘', '$', '€':
		return true
	}
	return false
}

// inQuote reports whether a sentence is within words read already.
func (q *quoteFinder) inQuote(s lang.Sentence) bool { return q.used[s.First] && q.used[s.Last-1] }

// anyUsed reports whether one of the tokens [from, to) has been read as speech.
func (q *quoteFinder) anyUsed(from, to int) bool {
	if !q.stated {
		return false
	}
	for i := from; i < to; i++ {
		if q.used[i] {
			return true
		}
	}
	return false
}

// unmarkedReach is how many words may stand in reported speech without any
// mark: beyond it the text has lost its marks and nobody can say where the
// words end.
const unmarkedReach = 30

// unmarked reports whether reported words run on without a mark for longer
// than people write, or are only what something is called in Kazakh.
func (q *quoteFinder) unmarked(c speech) bool {
	if q.p.know.headLast && q.namedSoKK(c.to) {
		return true
	}
	if c.to-c.from <= unmarkedReach {
		return false
	}
	for i := c.from; i < c.to; i++ {
		if q.l.Is(i, lang.Punct) {
			return false
		}
	}
	return true
}

// behindDateline gives the token at which the words of a paragraph's first
// sentence begin: behind the dash that closes "The Hague, 21 October 2021 –".
func (q *quoteFinder) behindDateline(s lang.Sentence) int { return max(s.First, q.p.datelineOf(s)) }

// clauseAside reports whether the words between two commas behind a speaker, the
// tokens [from, to), are no aside about who speaks but the beginning of what is
// said: "according to X, | the catch fell, and …", «по словам X, | улов упал, и …».
func (q *quoteFinder) clauseAside(from, to int) bool {
	if to-from < 2 || q.l.Plays(from, q.p.know.roles.relative) {
		return false
	}
	if q.p.know.russian {
		for i := from; i < to && q.l.Rune(i) != ','; i++ { // X, открывая форум, | отметил, что
			if q.finite(i) {
				return true
			}
		}
		return false
	}
	if q.p.know.headLast {
		return false
	}
	return q.verbAmong(from, to)
}
