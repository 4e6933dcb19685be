package reader

import "shanyraq/internal/lang"

// Places that are named beside a figure and are not where it is counted.

// ofCurrency reports whether a place right behind the word for its own money only tells
// whose money it is: «3 млн долл. | США».
func (f *figureReader) ofCurrency(m *mention) bool {
	if !f.p.know.russian || m.entity < 0 || m.start == 0 {
		return false
	}
	code, _, ok := f.endingAt(m.start, max(0, m.start-2), f.unit)
	state := f.p.doc.entities[m.entity].known
	return ok && isCode(code) && len(state) == 2 && code[:2] == state
}

// besideBracket reports whether a place is told in a bracket that the number in the tokens
// [at, end) stands out of and that says more than where: "In Mali (unlike in | Chad) 300
// wells are dry", but "The district (| Kita) has 300 wells".
func (f *figureReader) besideBracket(m *mention, at, end int) bool {
	open := m.start - 1
	for ; open > m.start-longestBracket; open-- {
		if r := f.l.Rune(open); open < 0 || r == ')' || r == 0 && !f.l.Is(open, lang.Word) && !f.l.Is(open, lang.Number) && !f.l.Is(open, lang.Punct) {
			return false
		} else if r == '(' {
			break
		}
	}
	if f.l.Rune(open) != '(' || open >= m.start-2 || at > open && at < m.start {
		return false
	}
	closed := m.end
	for closed < len(f.l.Toks) && f.l.Rune(closed) != ')' {
		closed++
	}
	return closed <= at || open >= end
}

// onRoute reports whether a place is an end of the way that another place is the other end
// of, so that neither is where something is counted: "Exports from Chad to | Mali rose 4
// per cent", «экспорт из Чада в | Мали».
func (f *figureReader) onRoute(m *mention) bool {
	r := &f.p.know.roles
	from := func(k int) bool {
		return k >= 0 && (f.echo != lang.NoClass && f.l.Plays(k, r.fromWhere) || f.p.know.russian && f.l.Plays(k, r.outOf))
	}
	to := func(k int) bool {
		return k >= 0 && (f.echo != lang.NoClass && f.l.Plays(k, r.to) || f.p.know.russian && f.l.Plays(k, r.intoPlace))
	}
	if to(m.start - 1) {
		o := f.placeEndingAt(m.start - 1)
		return o != nil && from(o.start-1)
	}
	o, ok := f.p.mentionAt(m.end+1, lang.PlaceChunk)
	return from(m.start-1) && to(m.end) && ok && o.start == m.end+1
}
