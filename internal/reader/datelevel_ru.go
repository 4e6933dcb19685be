package reader

import "shanyraq/internal/lang"

// levelYears is the first year that a bare Russian number may tell where a verb of
// change stands before it.
const levelYears = 1700

// levelRU reports whether a bare Russian number behind «до» is the level that
// something rose or fell to and no year: «число больных выросло до 1245», «поголовье
// сократилось с 1480 до 1245», but «срок продлён до 2030».
func (r *dateReader) levelRU(year int) bool {
	l, s := r.p.lat, r.sentence
	k := r.firstOf("y") - 1
	if !r.p.know.russian || k <= s.First || !l.Has(k, r.p.know.lists.rangeTo) || r.yearWordBehind() {
		return false
	}
	many, grew := r.p.know.lists.numberNoun, r.p.know.lists.grewWord
	for i := k - 1; i >= s.First; i-- {
		switch {
		case i > k-5 && l.Has(i, grew):
			if year < levelYears {
				return true
			}
			for ; i >= s.First; i-- {
				if kind, _, ok := l.Value(i, many); ok && kind == "number" {
					return true
				}
			}
			return false
		case i <= k-5:
			return false
		}
	}
	return false
}

// yearWordBehind reports whether the word for a year stands behind the captured one.
func (r *dateReader) yearWordBehind() bool {
	k := r.firstOf("y") + 1
	if k+1 < len(r.p.lat.Toks) && r.p.lat.Rune(k) == '-' {
		k += 2
	}
	return r.p.lat.Has(k, r.p.know.lists.yearWord) || r.p.lat.Has(k, r.p.know.lists.yearsWord)
}

// asOfDay reports whether a Russian day in figures behind «на» tells as of when something
// is counted, so that nothing happened on it: «резервы на 1 апреля выросли».
func (p *part) asOfDay(m *mention) bool {
	return p.know.russian && m.start > 0 && len(m.date.String()) == len("2006-01-02") && p.lat.Is(m.start, lang.Number) && p.foldAt(m.start-1) == "на"
}

// noAnchor reports whether nothing that a text tells elsewhere happened on a day that it
// names: in Russian the day as of which something is counted, or a day in somebody's words,
// in English one in the aside behind a subject.
func (p *part) noAnchor(m *mention) bool {
	if _, ok := p.asideAround(m.start); ok || p.lat.InAside(m.start) { // «X, вернувшийся из Осло | в понедельник |, подписал закон»
		return true
	}
	if p.ownsThing(m) {
		return true
	}
	if !p.know.russian || p.asOfDay(m) {
		return p.know.russian
	}
	for k, first := m.start-1, p.sentenceOf(m.start).First; k >= first; k-- {
		switch p.lat.Rune(k) {
		case '»':
			return false
		case '«':
			return true
		}
	}
	return false
}

// ofLaterRU reports whether a Russian date tells when something of a later sentence was, and
// not what is told before it at token i: it opens that sentence, «Подписан протокол. | 18
// марта министр вылетел в Осло», or says that it was before, «гость прилетел накануне».
func (p *part) ofLaterRU(m *mention, i int) bool {
	if !p.know.russian {
		return false
	}
	s := p.sentenceOf(m.start)
	if s.First <= i {
		return false
	}
	if lo, hi := m.date.Bounds(); p.lat.Fold(m.start) == "накануне" || hi-lo > 1 && p.behindThat(m, s) {
		return true
	}
	if m.start > s.First+1 {
		return false
	}
	told := p.sentenceOf(i)
	return s.First > told.Last || told.First > p.paragraphOf(i) // «Открылся музей. | 5 мая гости …» goes on at a paragraph's head
}

// behindThat reports whether a Russian date stands in what somebody said, behind «что».
func (p *part) behindThat(m *mention, s lang.Sentence) bool {
	for k := m.start - 1; k > s.First; k-- {
		if p.lat.Rune(k-1) == ',' && p.lat.Fold(k) == "что" {
			return true
		}
	}
	return false
}
