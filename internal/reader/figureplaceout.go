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

// besideCounted reports whether a place behind the figure that ends before token end only
// stands beside what is counted, joined to it by "and" without a word of its own for where:
// "seven universities and | Nepal joined", but "40 schools in Peru and | Chile".
func (f *figureReader) besideCounted(m *mention, end int) bool {
	k := m.start - 1
	if f.echo != lang.NoClass && f.l.Has(k, f.definite) { // and the Netherlands
		k--
	}
	return k >= end && (f.l.Has(k, f.and) || f.l.Has(k, f.p.know.lists.andWord)) && f.placeEndingAt(k) == nil
}

// besideBracket reports whether a place is told in a bracket that the number in the tokens
// [at, end) stands out of and that says more than where: "In Mali (unlike in | Chad) 300
// wells are dry", but "The district (| Kita) has 300 wells".
func (f *figureReader) besideBracket(m *mention, at, end int) bool {
	if !f.brackets {
		return false
	}
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
	if f.p.know.headLast {
		return f.onRouteKK(m)
	}
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

// ownsNumber reports whether an English date owns what stands behind it and so tells of no
// other number: "dropped to 15.5 per cent from | last year's 29.4", "an increase of 480 from
// | Saturday's figures".
func (f *figureReader) ownsNumber(m *mention, at int) bool {
	k := m.end
	if f.echo == lang.NoClass || k+2 >= len(f.l.Toks) || !isApostropheRune(f.l.Rune(k)) || !f.l.Plays(k+1, f.p.know.roles.ownS) {
		return false
	}
	if f.l.Has(k+2, lang.NumberChunk) {
		return at != k+2
	}
	return m.start > 0 && f.l.Plays(m.start-1, f.p.know.roles.fromWhere) && at < m.start
}

// closedBracket reports whether a date stands in a bracket that the number at token at
// stands out of and that has a number of its own: «27 тонн (в 2015 году – 23
// тонны) при урожайности | 39 центнеров».
func (f *figureReader) closedBracket(m *mention, at int) bool {
	if m.class != lang.DateChunk || m.end > at {
		return false
	}
	open := m.start - 1
	for open >= 0 && f.l.Rune(open) != '(' {
		if m.start-open > 8 || f.l.Rune(open) == ')' || f.l.Toks[open].Para {
			return false
		}
		open--
	}
	if open < 0 {
		return false
	}
	counts := false
	for k := open + 1; k < at; k++ {
		if f.l.Rune(k) == ')' {
			return counts
		}
		counts = counts || f.l.Has(k, lang.NumberChunk) && !f.inDate(k)
	}
	return false
}

// onRouteKK reports whether a Kazakh place is an end of a way told by two cases: «Чадтан |
// Нигерге 300 адам қашты».
func (f *figureReader) onRouteKK(m *mention) bool {
	w := f.l.Fold(m.end - 1)
	if dativeKK(w) {
		o := f.placeEndingAt(m.start)
		return o != nil && ablativeKK(f.l.Fold(o.end-1))
	}
	o, ok := f.p.mentionAt(m.end, lang.PlaceChunk)
	return ablativeKK(w) && ok && o.start == m.end && dativeKK(f.l.Fold(o.end-1))
}

// ofTeller reports whether a verb of saying stands between a place and the number at token
// at, so that the place is of who tells: "Officials in | Lima said 300 people died in Cusco".
func (f *figureReader) ofTeller(m *mention, at int) bool {
	say := f.p.know.lists.sayVerb
	if say == lang.NoClass || f.p.know.headLast {
		return false
	}
	for k := m.end; k < at; k++ {
		if f.l.Has(k, say) {
			return true
		}
	}
	return false
}

// ofOrigin reports whether a place only tells where somebody or something comes from:
// "Workers from | Nepal built 40 schools in Qatar", «рабочие из | Непала».
func (f *figureReader) ofOrigin(m *mention) bool {
	r := &f.p.know.roles
	return m.start > 0 && (f.echo != lang.NoClass && f.l.Plays(m.start-1, r.fromWhere) || f.p.know.russian && f.l.Plays(m.start-1, r.outOf))
}

// ofOfficeRU reports whether a Russian place stands behind the office of who acts: «Президент
// | Перу открыл 14 школ в Боливии».
func (f *figureReader) ofOfficeRU(m *mention) bool {
	return f.p.know.russian && m.start > 0 && f.l.Has(m.start-1, f.p.know.lists.officeNoun)
}

// ofEnvoyRU reports whether a Russian place is the state that an ambassador or consul
// serves, who acts elsewhere: «Посол | Перу передал школе 20 парт».
func (f *figureReader) ofEnvoyRU(m *mention) bool {
	return f.p.know.russian && m.start > 0 && f.l.Plays(m.start-1, f.p.know.roles.missionNoun)
}

// ofBirth reports whether a place before the number at token at is where somebody was born:
// "was born in | Lima and owns 14 hotels", «Лимада | туып, 14 кітап жазды».
func (f *figureReader) ofBirth(m *mention, at int) bool {
	if m.end > at {
		return false
	}
	born := f.p.know.roles.wasBorn
	if f.p.know.headLast {
		return f.l.Plays(m.end, born)
	}
	return m.start > 1 && f.l.Plays(m.start-2, born)
}

// likeAnother reports whether a place is only likened to who acts, between commas: "Mali,
// like | Chad, closed 300 wells", «Мали, как и | Чад, закрыло».
func (f *figureReader) likeAnother(m *mention) bool {
	k := m.start - 1
	if k < 1 || f.l.Rune(m.end) != ',' {
		return false
	}
	if f.p.know.russian {
		return f.l.Plays(k-1, f.p.know.roles.likeWord) && f.l.Rune(k-2) == ','
	}
	return f.echo != lang.NoClass && f.l.Plays(k, f.p.know.roles.likeWord) && f.l.Rune(k-1) == ','
}

// ofInstrumentKK reports whether a Kazakh place is the first word of an instrument's name:
// «Париж | келісіміне 195 ел қол қойды».
func (f *figureReader) ofInstrumentKK(m *mention) bool {
	return f.p.know.headLast && f.l.Has(m.end, f.p.know.lists.instrumentNoun) && !genitiveKK(f.l.Fold(m.end-1))
}

// besideMoreKK reports whether a Kazakh place in the ablative is what more or less is set
// beside: «Аккрадан | көп», «Бурундиден | екі есе көп».
func (f *figureReader) besideMoreKK(m *mention) bool {
	if !f.p.know.headLast || !ablativeKK(f.l.Fold(m.end-1)) {
		return false
	}
	for k := m.end; k < len(f.l.Toks) && k < m.end+3; k++ {
		if f.l.Plays(k, f.p.know.roles.moreLess) {
			return true
		}
	}
	return false
}

// wholeKK reports whether a Kazakh number that ends before token end is the whole of which a
// part is told behind it: «300 делегаттың | 45-і Перуден келді».
func (f *figureReader) wholeKK(end int, s lang.Sentence) bool {
	return f.p.know.headLast && end < s.Last && genitiveKK(f.l.Fold(end-1)) && f.l.Has(end, lang.NumberChunk)
}

// townOf gives the town or region before a comma that a state behind it only tells the
// state of: "Lima, | Peru", "In Lima, capital of | Peru, 40 schools".
func (f *figureReader) townOf(m *mention) *mention {
	if f.echo == lang.NoClass || m.entity < 0 {
		return nil
	}
	k := m.start - 1
	if f.l.Has(k, f.of) {
		for k--; k > 0 && k > m.start-6 && f.l.Is(k, lang.Word); k-- {
		}
	}
	if k < 1 || f.l.Rune(k) != ',' {
		return nil
	}
	o := f.placeEndingAt(k)
	if o == nil || o.entity == m.entity {
		return nil
	}
	if state := placeStates()[f.p.doc.entities[o.entity].known]; state == "" || state != f.p.doc.entities[m.entity].known {
		return nil
	}
	return o
}

// areaItself reports whether what looks like the name of a square or a field is the area that
// a figure measures: «Предварительная | площадь — 50 кв. м», «Бидай | алқабы 450 гектар».
func (f *figureReader) areaItself(m *mention, unit string) bool {
	if unit != "m2" && unit != "ha" && unit != "km2" || m.end < m.start+2 {
		return false
	}
	return f.l.Plays(m.end-1, f.p.know.roles.areaWord)
}
