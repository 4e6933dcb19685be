package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// where adds the day and the place that stand nearest in the sentence to what
// is read in the tokens [at, end).
func (f *figureReader) where(st *read.Statement, s lang.Sentence, at, end int) {
	if m, ok := f.nearest(lang.DateChunk, s, at, end); ok && !f.ofOther(m, at) && !f.ofSubject(m, s, at) && !f.behindColonKK(m, end) && st.Date == "" && (f.bracketOf(m, at) || !f.compared(m) && (changes(st) || !f.reckonedFrom(m, s))) {
		st.Date = m.date.String()
		f.since(st, s, m)
	}
	if m, ok := f.nameOfRow(at, f.endedBefore); ok && f.endedBefore > s.First { // Tver 284 and Omsk 168
		if m != nil {
			st.Place = ref(m.entity)
		}
		return
	}
	if m := f.fractionInRow(s, at); m != nil {
		st.Place = ref(m.entity)
		return
	}
	if m, ok := f.nearest(lang.PlaceChunk, s, at, end); ok && m.entity >= 0 && (!f.compared(m) || m.end+1 == at && f.l.Rune(m.end) == '(') && !f.inMarkedName(m) && !f.ofSubject(m, s, at) && !f.reachesTo(m) && !f.agentOf(m) && !f.onRoute(m) && !f.areaItself(m, st.Unit) && !(m.end <= f.dateline && (ofEconomy(st) || f.ofManyMillions(at))) {
		if o := f.placeBehind(m, s, at, end); o != nil {
			m = o
		} else if o := f.placeOfShare(s, at); o != nil {
			m = o
		}
		if o := f.townOf(m); o != nil {
			m = o
		}
		if !f.amongPlaces(m, s) {
			st.Place = ref(m.entity)
		}
	}
}

// dateBehind gives the date right behind a figure, with one word between at
// most, where the language has it there: "2.4 million in 2024", «4,6 % в
// январе». It is the figure's own, however near others stand before it.
func (f *figureReader) dateBehind(end int, s lang.Sentence) *mention {
	if f.p.know.headLast {
		return nil
	}
	for i := end; i <= end+1 && i < s.Last; i++ {
		if m, ok := f.p.mentionAt(i, lang.DateChunk); ok && !m.date.IsZero() {
			return m
		}
		if !f.l.Is(i, lang.Lower) {
			return nil
		}
	}
	return nil
}

// compared reports whether a date or place is only what another is set beside:
// "more than in 2025", «чем в 2025 году», "larger than Mexico".
func (f *figureReader) compared(m *mention) bool {
	for k := m.start - 1; k >= 0 && k > m.start-7; k-- {
		if f.l.Has(k, f.than) {
			if f.echo != lang.NoClass && (f.l.Has(k+1, f.of) || f.l.Is(k, lang.Cap) && f.l.Plays(k+1, f.p.know.roles.at)) { // as of 1 September, As at 1 May
				return false
			}
			next := &f.l.Toks[k+1]
			return k >= m.start-2 || next.Is(lang.Lower) && !atLeast(f.l.Fold(k+1), 3) // чем за тот же период 2025 года
		}
		if !f.l.Is(k, lang.Lower) {
			break
		}
	}
	return false
}

// nearest gives the mention of a class that stands nearest to a number in the
// sentence, clauses aside and what a change is reckoned from left out; among
// equally near ones the earlier.
func (f *figureReader) nearest(c lang.Class, s lang.Sentence, at, end int) (best *mention, ok bool) {
	dist := 1 << 30
	if m := f.beforeBracket(c, s, at); m != nil {
		return m, true
	}
	for _, k := range f.spots(s) {
		if !f.l.Bits[k].Has(c) {
			continue
		}
		m := f.p.mentionOf(int(k), c)
		d := m.start - at
		if d < 0 {
			d = at - m.end
		}
		own := f.bracketOf(m, at)
		if c == lang.DateChunk && !own && (f.compared(m) || f.p.know.russian && f.besideTime(m)) {
			d += 1 << 20 // another date of the sentence is the figure's own
		}
		if c == lang.DateChunk && !own && (f.besideTimeEN(m, s) || f.ofCompared(m, s, at)) {
			d += 1 << 20
		}
		if c == lang.DateChunk && f.p.know.headLast && (f.besideTimeKK(m) || f.ofNextClauseKK(m, end) || f.ofParticipleKK(m, at)) {
			d += 1 << 20
		}
		if m.end <= f.dateline && at >= f.dateline { // where and when it was written, unless more is said
			d += 1 << 19
		}
		if m.end <= at && f.apart(m.end, at) {
			d += 1 << 20
		}
		if c == lang.PlaceChunk && m.end <= at && (f.ofTeller(m, at) || f.ofOrigin(m) || f.ofOfficeRU(m)) {
			d += 1 << 18 // another place of the sentence is the figure's own
		}
		if m.start > end && (f.ofWhole(at, s) || f.wholeKK(end, s)) && f.hasNumber(end, m.start) || c == lang.DateChunk && f.otherDeed(m, s, at, end) {
			continue // of the 24 students, ten came from Kenya
		}
		if c == lang.DateChunk && f.ownsNumber(m, at) || f.ofEarlierClauseEN(m, s, at) {
			continue
		}
		if f.closedBracket(m, at) {
			continue
		}
		if c == lang.PlaceChunk && (f.ofCurrency(m) || f.ofBirth(m, at) || f.likeAnother(m) || f.ofInstrumentKK(m) || f.besideMoreKK(m) || f.besideBracket(m, at, end) || f.ownsOffice(m) || f.ofEnvoyRU(m) || f.beyondAnother(m, at) || m.start > end && (f.ofNextNumber(m, end) || f.besideCounted(m, end))) {
			continue
		}
		if c == lang.PlaceChunk && f.p.know.headLast && m.start > end && f.ofNextClauseKK(m, end) {
			d += 1 << 20
		}
		if d < dist && (f.betweenDashes(m, s, at) || c == lang.DateChunk && f.behindAside(m, s, at)) {
			continue
		}
		if d < dist && at < m.start && (f.apart(end, m.start) || c == lang.DateChunk && f.ofBracket(m, s, at)) {
			continue
		}
		if d < dist && !f.aside(m, s, at, end) && !f.ofShare(m, s, at) && (c == lang.DateChunk && !f.p.baseDate(m) && !f.ofInstrument(m) && !f.bestSince(m, s) || c != lang.DateChunk && !f.afterSince(m, at)) {
			best, dist, ok = m, d, true
		}
	}
	return best, ok
}

// bracketOf reports whether an English date has the number at token at in the bracket
// behind it, which is its own whatever it is set beside: "December 2017 (| 56,219)".
func (f *figureReader) bracketOf(m *mention, at int) bool {
	return f.echo != lang.NoClass && m.end+1 == at && f.l.Rune(m.end) == '('
}

// longestBracket is how many tokens a bracket has at most whose numbers are told of what
// stands before it.
const longestBracket = 30

// beforeBracket gives the place or date right before the bracket that the number at token
// at stands in, where the bracket names none itself: "Peru (with 1.9 million pears and a
// rise of | 7.9 %) and Chile".
func (f *figureReader) beforeBracket(c lang.Class, s lang.Sentence, at int) (before *mention) {
	spots := f.spots(s)
	if !f.brackets {
		return nil
	}
	open := at - 1
	for ; f.l.Rune(open) != '('; open-- {
		if open == s.First || open == at-longestBracket || f.l.Rune(open) == ')' {
			return nil
		}
	}
	end := at
	for end < s.Last && f.l.Rune(end) != ')' {
		end++
	}
	for _, k := range spots {
		if !f.l.Bits[k].Has(c) {
			continue
		}
		if m := f.p.mentionOf(int(k), c); m.end == open {
			before = m
		} else if m.start > open && m.start < end {
			return nil
		}
	}
	return before
}

// ofCompared reports whether a date stands right behind another number that words of
// comparison set beside the figure at token at: "up from 820 | a decade earlier".
func (f *figureReader) ofCompared(m *mention, s lang.Sentence, at int) bool {
	if f.echo == lang.NoClass {
		return false
	}
	for k := m.start - 1; k > s.First && k >= m.start-4; k-- {
		if y, ok := f.p.numberAt(k); ok && y.end == m.start && y.start != at {
			_, _, set := f.endingAt(y.start, s.First, f.echo)
			return set
		}
	}
	return false
}

// ownsOffice reports whether an English place is but the owner of an office: "Kenya's |
// high commissioner gave two boats".
func (f *figureReader) ownsOffice(m *mention) bool {
	k := m.end
	if f.echo == lang.NoClass || k+2 >= len(f.l.Toks) || !isApostropheRune(f.l.Rune(k)) || !f.l.Plays(k+1, f.p.know.roles.ownS) {
		return false
	}
	for i := k + 2; i < len(f.l.Toks) && i < k+6 && f.l.Is(i, lang.Word); i++ {
		if f.l.Has(i, f.p.know.lists.officeNoun) {
			return true
		}
	}
	return false
}

// behindAside reports whether a date stands behind an aside between commas that the
// number at token at is a part of: "The barge, bought for $3 million, is due on 2 May".
func (f *figureReader) behindAside(m *mention, s lang.Sentence, at int) bool {
	if m.start <= at || f.p.know.headLast || !f.markBetween(at, m.start) {
		return false
	}
	for k := at - 1; k > s.First; k-- {
		switch f.l.Rune(k) {
		case ',':
			return f.qualifies(k + 1)
		case ';', '(':
			return false
		}
	}
	return false
}

// agentOf reports whether an English state or town is told behind "by" as who acts, which
// is no place: "two thirds of it paid by Japan".
func (f *figureReader) agentOf(m *mention) bool {
	k := m.start - 1
	if f.echo != lang.NoClass && f.l.Has(k, f.definite) {
		k--
	}
	return f.echo != lang.NoClass && k >= 0 && f.l.Has(k, f.p.know.lists.partyBy) && f.l.Rune(m.end) != '('
}

// ofSubject reports whether an English date or place before the number at token at only
// says what the subject of its verb is, in an apposition between commas, or when the
// subject began: "Vega, a town of Chile until 1999, | has 40 shops", "was founded in 1919
// and | employs 60".
func (f *figureReader) ofSubject(m *mention, s lang.Sentence, at int) bool {
	if f.echo == lang.NoClass || m.end >= at || m.start < s.First+3 {
		return false
	}
	k := m.end
	if f.l.Has(k, f.and) && f.l.Plays(m.start-2, f.p.know.roles.beganOnce) {
		return f.l.Is(k+1, lang.Lower) && !f.l.Has(k+1, f.stop) && !f.l.Has(k+1, f.definite)
	}
	for k < at && k < m.end+4 && f.l.Rune(k) != ',' {
		k++
	}
	if f.l.Rune(k) != ',' || k+1 >= at || !f.l.Is(k+1, lang.Lower) || !f.l.Has(k+1, f.p.know.lists.auxVerb) && !f.endsLikeVerb(k+1) {
		return false
	}
	for j := m.start - 1; j > s.First; j-- {
		if f.l.Rune(j) == ',' {
			return f.l.Has(j+1, f.p.know.lists.indefinite) || f.l.Has(j+1, f.definite)
		}
	}
	return false
}

// betweenDashes reports whether a date or place stands in an aside between two dashes
// that the number behind it at token at is no part of: "The bridge – built in 1987 –
// carries 20,000 cars", «бесік жыры — 1958 жылғы — 68 жыл күтті».
func (f *figureReader) betweenDashes(m *mention, s lang.Sentence, at int) bool {
	if m.end > at || f.dateline > 0 && m.start < f.dateline {
		return false
	}
	mark := func(k int) bool {
		return isDash(f.l.Rune(k)) && f.l.Rune(k) != '-' && !f.l.Is(k, lang.Glued)
	}
	closed := m.end
	for closed < at && !mark(closed) {
		closed++
	}
	if closed == at {
		return false
	}
	counts := false
	for k := m.start - 1; k > s.First; k-- {
		if mark(k) { // Ошской области – на 3 %, | Нарынской области – на 4: a row
			return !(counts && f.l.Rune(m.start-1) == ',')
		}
		if c := f.l.Rune(k); c == ';' || c == '(' {
			return false
		}
		counts = counts || f.l.Has(k, lang.NumberChunk) && !f.inDate(k)
	}
	return false
}

// apart reports whether a clause ends in the tokens [from, to), so that what is told
// behind it is told of something else: at a semicolon, and in a language whose verbs
// stand last at a comma behind a finite one: «1415-ке жетті, олардың бірі Таразда».
func (f *figureReader) apart(from, to int) bool {
	for k := from; k < to; k++ {
		if f.contrasts(k) {
			return true
		}
		switch f.l.Rune(k) {
		case ';':
			return true
		case ',':
			if k > from && f.p.know.headLast && f.p.know.endings.finitePast.end(f.l.Fold(k-1), 2) {
				return true
			}
		}
	}
	return false
}

// contrasts reports whether a clause about something else opens at token k: "…, while
// sailings fell", «…, а рейсов стало меньше».
func (f *figureReader) contrasts(k int) bool {
	r := &f.p.know.roles
	if f.p.know.russian {
		return f.l.Plays(k, r.contrast) && f.l.Rune(k-1) == ','
	}
	return f.l.Plays(k, r.otherClause)
}

// ofBracket reports whether a date stands in a bracket that opens behind the number at
// token at and has a number of its own: "0.7 per cent (0.8 in July 2010)".
func (f *figureReader) ofBracket(m *mention, s lang.Sentence, at int) bool {
	open := m.start - 1
	for open > at && f.l.Rune(open) != '(' {
		if open--; m.start-open > 8 || f.l.Rune(open) == ')' {
			return false
		}
	}
	if open <= at {
		return false
	}
	for k := open + 1; k < s.Last && f.l.Rune(k) != ')'; k++ {
		if f.l.Has(k, lang.NumberChunk) && !f.inDate(k) {
			return true
		}
	}
	return false
}

// besideTime reports whether a Russian date only says what the figure is set
// beside: «по сравнению с январём», «относительно 2022 года», «на 7 % к марту
// 2023 года», «к аналогичному периоду».
func (f *figureReader) besideTime(m *mention) bool {
	k := m.start - 1
	if k < 1 {
		return false
	}
	r := &f.p.know.roles
	if f.l.Plays(k, r.levelOfTime) { // к соответствующему периоду 2019 года, с аналогичной датой
		for i := k - 1; i >= 1 && i >= k-3; i-- {
			switch {
			case f.l.Plays(i, r.againstTime), f.l.Plays(i, r.towardsTime), f.l.Plays(i, r.withTime):
				return true
			case !f.l.Is(i, lang.Lower):
				return false
			}
		}
		return false
	}
	switch {
	case f.l.Plays(k, r.againstTime):
		return true
	case f.l.Plays(k, r.withTime):
		return f.l.Plays(k-1, r.comparison)
	case f.l.Plays(k, r.towardsTime):
		return f.l.Plays(k-1, r.relation) || f.l.Rune(k-1) == '%' || f.l.Plays(k-1, r.percentWord)
	}
	return false
}

// spots gives the tokens of a sentence at which dates and places begin.
func (f *figureReader) spots(s lang.Sentence) []int32 {
	if f.spotsFor != s {
		f.spotsFor, f.spotsOf, f.brackets, f.dateline = s, f.spotsOf[:0], false, f.p.datelineOf(s)
		for k := s.First; k < s.Last; k++ {
			f.brackets = f.brackets || f.l.Rune(k) == '('
			if has := &f.l.Bits[k]; has.Has(lang.DateChunk) || has.Has(lang.PlaceChunk) {
				f.spotsOf = append(f.spotsOf, int32(k))
			}
		}
	}
	return f.spotsOf
}

// baseDate reports whether a date only says what a change is reckoned from:
// "up 3% from January", "rose 12 per cent from a year earlier".
func (p *part) baseDate(m *mention) bool {
	k := m.start - 1
	if k < 2 || !p.lat.Plays(k, p.know.roles.fromWhere) || strings.Contains(m.date.String(), "/") && m.end > m.start+1 { // 5.9% from 2006 to 2011
		return false
	}
	if len(p.covering(lang.DateChunk, k-1)) > 0 { // in January from December
		return true
	}
	unit := p.know.lists.unit
	for i := k - 1; i >= k-2 && i >= 1; i-- {
		if v, end, ok := p.lat.Value(i, unit); ok && end == k && (v == "percent" || v == "pp") {
			return p.lat.Has(i-1, lang.Number) || p.lat.Is(i-1, lang.Number) || p.lat.Has(i-1, p.know.lists.num)
		}
	}
	return false
}

// during reports whether the "over" before a length of time at token i says how
// long something took: "prices rose 5 per cent over twelve months".
func (f *figureReader) during(i int, unit string) bool {
	switch unit {
	case "year", "month", "week", "day":
		return f.echo != lang.NoClass && i > 0 && f.l.Fold(i-1) == "over" && !f.l.Plays(i-2, f.p.know.roles.takesTime)
	}
	return false
}

// inMarkedName reports whether a Russian place is only a word of a body's name in
// marks, which says nothing of where things are counted: «Единая Россия».
func (f *figureReader) inMarkedName(m *mention) bool {
	return f.p.know.russian && f.l.Rune(m.end) == '»' && len(f.p.covering(lang.OrgChunk, m.start)) > 0 || f.p.know.russian && m.start > 0 && f.l.Rune(m.start-1) == '«' && len(f.p.covering(lang.OrgChunk, m.start)) > 0
}

// ofManyMillions reports whether the number at token at runs into millions, which no town has
// that a text is written in.
func (f *figureReader) ofManyMillions(at int) bool {
	x, ok := f.p.numberAt(at)
	return ok && x.value >= 1e6
}

// ofEconomy reports whether a figure is a share, a change or a sum, which a land has
// rather than the town that a text is written in.
func ofEconomy(st *read.Statement) bool {
	return changes(st) || st.Unit == "percent" || isCode(st.Unit)
}
