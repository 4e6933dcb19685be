package reader

import (
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
		if q.inQuote(s) {
			continue
		}
		done := false
		q.p.scan(set, s, func(m *pattern.Match) bool {
			if done || q.anyUsed(m.Start, m.End) {
				return !done
			}
			from, to := m.End, s.Last
			switch m.Rule.Attr["words"] {
			case "before":
				from, to = s.First, m.Start
			case "between":
				var ok bool
				if from, to, ok = m.Capture("text"); !ok {
					return true
				}
			}
			who, ok := q.speakerOf(m, s)
			if !ok {
				return true
			}
			from, to = q.trim(from, to)
			if to-from < 3 || q.anyUsed(from, to) {
				return true
			}
			no := false
			st := read.Statement{Kind: read.Quote, Speaker: ref(who), Direct: &no, Text: q.l.Slice(from, to), Language: q.p.know.pack.Tag}
			q.p.state(st, m.Rule.Name, s.First, s.Last)
			q.speaker = who
			done = true
			return false
		})
	}
}

// speakerOf gives the entity of the capture "who": a mention, or the person a
// pronoun or title stands for.
func (q *quoteFinder) speakerOf(m *pattern.Match, s lang.Sentence) (int, bool) {
	a, b, ok := m.Capture("who")
	if !ok {
		return 0, false
	}
	if e, ok := q.p.lastSpeaker(a, b); ok {
		return e, true
	}
	return q.p.lastPerson(a)
}

// trim leaves out marks and dashes at both ends.
func (q *quoteFinder) trim(from, to int) (int, int) {
	for from < to && q.l.Toks[from].Is(lang.Punct) && !isOpening(q.l.Rune(from)) {
		from++
	}
	for to > from && q.l.Toks[to-1].Is(lang.Punct) {
		switch q.l.Rune(to - 1) {
		case '.', ',', ';', ':', '—', '–', '-', '…':
			to--
			continue
		}
		break
	}
	return from, to
}

func isOpening(r rune) bool {
	switch r {
	case '«', '“', '„', '"', '(', '[', '‘', '$', '€':
		return true
	}
	return false
}

func (q *quoteFinder) inQuote(s lang.Sentence) bool { return q.used[s.First] && q.used[s.Last-1] }

func (q *quoteFinder) anyUsed(from, to int) bool {
	for i := from; i < to; i++ {
		if q.used[i] {
			return true
		}
	}
	return false
}
