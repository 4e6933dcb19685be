package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// dateOf gives the date of an event and whether it stands next to its name. A
// dateline says when the text was written, unless the sentence has no other date.
func (f *eventFinder) dateOf(ph *phrase, d *deed, s lang.Sentence) (best value.Date, adjacent bool) {
	if from := f.p.datelineOf(s); from > 0 {
		if best, adjacent = f.dateFrom(from, ph, d, s); !best.IsZero() || f.russian() && d != nil && d.mood == "planned" && ph.entry != nil {
			return best, adjacent
		}
	}
	return f.dateFrom(s.First, ph, d, s)
}

// dateFrom is dateOf by the dates from a token on.
func (f *eventFinder) dateFrom(from int, ph *phrase, d *deed, s lang.Sentence) (best value.Date, adjacent bool) {
	cost := 22
	for m := f.nextNamed(from, s.Last); m != nil; m = f.nextNamed(m.end, s.Last) {
		if m.class != lang.DateChunk || m.date.IsZero() || f.headLast && longTime(m.date) || f.noDayOf(m, d) { // XVIII ғасырда салынған
			continue
		}
		date := f.daysInRow(m)
		if day, ok := f.countedFrom(m, ph, d); ok {
			date = day
		}
		if date.IsZero() {
			continue
		}
		if f.english() && f.otherMarks(min(m.end, ph.to), max(m.start, ph.from)) {
			continue // "Next year we will pay," she said at a meeting
		}
		c := gap(m.start, m.end, ph.from, ph.to)
		if ph.entry != nil && m.start >= ph.from && m.start < ph.to && !f.headLast || f.until(m) && !f.shiftedTo(m) || f.movedFrom(m, d) || f.elsewhere(m, ph, d, s) || f.ofInstrument(m) || f.russian() && f.p.foldAt(m.start-1) == "от" || f.nextClauseLast(m, ph) || f.eversince(m, ph) || f.ofEarlier(m, ph, s) || f.sinceFounded(m, ph) || f.foundedThen(m) || f.baseYear(m, ph) || f.setBeside(m) || f.yearOfNoun(m) || f.programmeYears(m) || f.lifeYears(m) || f.inWhichClause(m, ph, s) || f.inWhereClause(m, ph) || f.yearsAside(m, ph, d) || f.otherTimeEN(m, ph, d, s) || f.ofYearTold(m, ph) || f.forWholeYear(m, ph, d) {
			continue
		}
		direct := c
		if f.english() && len(m.date.String()) == 4 { // a year says less than a day
			c += 4
		}
		if d != nil {
			c = min(c, gap(m.start, m.end, d.start, d.end)+1)
		}
		c += f.marksBetween(m, ph, d)
		if f.toldOfIn(m, ph) || f.shiftedHere(m, ph) {
			c, direct = 0, 0
		}
		c, direct = f.opensSentenceOf(c, direct, m, ph, s)
		if day, near, same := f.sameTime(best, m, c, direct); same {
			best, adjacent = day, adjacent || near
			continue
		}
		if c < cost {
			reach := 3
			if f.adjacent(ph, s) {
				reach = 5
			}
			best, cost, adjacent = date, c, direct <= reach || d != nil && (gap(m.start, m.end, d.start, d.end) <= 4 || f.placesBetween(d.end, m.start))
		}
	}
	return best, adjacent
}

// otherMarks reports whether quotation marks open or close once between two tokens of an
// English sentence, so that one of them is among somebody's words and the other is not.
func (f *eventFinder) otherMarks(from, to int) bool {
	marks, last := 0, rune(0)
	for k := from; k < to; k++ {
		if isQuote(f.l.Rune(k)) {
			marks, last = marks+1, f.l.Rune(k-1)
		}
	}
	return marks == 1 && (last == ',' || last == '.' || last == '?' || last == '!')
}

// yearsAside reports whether a date of several years, or in English one since when
// something else is so, stands apart from an event and its verb: «Открывая форум, министр
// отметил, что за последние пять лет …», "The talks focused on the train, which has not
// run since May".
func (f *eventFinder) yearsAside(m *mention, ph *phrase, d *deed) bool {
	if m.start >= ph.to && f.english() && f.l.Has(m.start-1, f.p.know.lists.sinceWord) && f.commaBetween(ph.to, m.start) {
		return true
	}
	const beside = 3
	if lo, hi := m.date.Bounds(); hi-lo <= 366 || gap(m.start, m.end, ph.from, ph.to) <= beside {
		return false
	}
	return d == nil || gap(m.start, m.end, d.start, d.end) > beside || d.end <= m.start && f.commaBetween(d.end, m.start)
}

// placesBetween reports whether between an English verb and a date only places
// stand: "took place in Bukoba and Mwanza on 6 April".
func (f *eventFinder) placesBetween(from, to int) bool {
	if !f.english() || to <= from || to > from+12 {
		return false
	}
	for k := from; k < to; k++ {
		if !f.is(k, lang.PlaceChunk) && !f.l.Has(k, f.in) && !f.joins(k) && f.l.Rune(k) != ',' && !(k == to-1 && f.l.Plays(k, f.p.know.roles.onTime)) && !(k == to-1 && f.l.Plays(k, f.p.know.roles.spanFrom)) {
			return false
		}
	}
	return true
}

// until reports whether a date only says how long something lasts.
func (g *ground) until(m *mention) bool {
	c := g.p.know.lists.untilWord
	if g.headLast && strings.Contains(m.date.String(), "/") { // «29-ынан 31-іне дейін» says when, not only until when
		return false
	}
	if g.headLast {
		return g.l.Has(m.end, c)
	}
	return g.l.Has(m.start-1, c)
}

// placeOf gives the place of an event, -1 where the sentence names none.
func (f *eventFinder) placeOf(ph *phrase, d *deed, s lang.Sentence) int {
	if e := f.bracketPlace(ph); e >= 0 {
		return e
	}
	best, cost, topical := -1, 18, -1
	var at *mention
	for m := f.nextNamed(s.First, s.Last); m != nil; m = f.nextNamed(m.end, s.Last) {
		if f.inTopicKK(m, ph) {
			if !f.isCountry(m.entity) && !f.l.Has(m.start, f.p.know.lists.placePre) {
				topical = m.entity
			}
			continue
		}
		if m.class != lang.PlaceChunk || m.entity < 0 || !f.located(m) && !f.setFor(m, d) || f.elsewhere(m, ph, d, s) || f.discussed(m) || d == nil && f.ofWhatHappened(m, ph, s) || f.nextClauseLast(m, ph) || f.ofYearTold(m, ph) || f.notSceneRU(m, ph, s) || f.inWhichClause(m, ph, s) || f.inWhereClause(m, ph) {
			continue
		}
		if f.headLast && m.start >= ph.to && f.onlySettingKK(m) || f.givenToKK(m, ph) || f.ofBasisKK(m, ph) || f.nextWayKK(m, ph) {
			continue
		}
		if f.headLast && ph.quoted[0] <= m.start && m.end <= ph.quoted[1] { // «Қазақстандағы білім» атты форум
			continue
		}
		if f.english() && ph.entry != nil && m.start >= ph.from && m.end <= ph.head && f.isCountry(m.entity) {
			continue // Peru Week is held anywhere
		}
		if m.start > ph.head && m.end <= ph.to && (f.russian() && ph.kind() == "competition" && !f.l.Has(m.start-1, f.in) || f.exerciseAt(ph.head, m)) {
			continue // чемпионат Азии is held anywhere in it
		}
		c := f.placeCost(m, ph, d)
		if f.opensWithAside(m, ph, s) {
			c = 3
		}
		if c >= cost && best < 0 && f.opensAtPlace(m, ph, s) {
			c = cost - 1
		}
		if c >= 18 && f.framedByKK(m, ph.from, s) {
			c = 17
		}
		if c < cost {
			best, cost, at = m.entity, c, m
		}
	}
	if best < 0 {
		best = topical
	}
	best = f.thereRU(best, d, s)
	return f.heldBy(best, at, cost, ph, d, s)
}

// heldBy gives the place that a sentence tells to hold an event, else the one found by its
// preposition, -1 for none.
func (f *eventFinder) heldBy(best int, at *mention, cost int, ph *phrase, d *deed, s lang.Sentence) int {
	if host := f.hostInClause(ph, d); host >= 0 {
		return host
	}
	if best < 0 {
		at = nil
	}
	if f.headLast && best < 0 && d != nil {
		if best = f.hostTakesKK(ph, d); best < 0 {
			best = f.hostTownKK(ph, d, s)
		}
	}
	if host := f.hostChosen(ph, d, s); host >= 0 && f.hostBeats(host, at, ph, cost) {
		return host
	}
	if d != nil {
		if host := f.hostOf(ph, d, s); host >= 0 && (best < 0 || f.hostBeats(host, at, ph, cost)) {
			return host // Aktau hosts the Caspian summit
		}
	}
	return best
}

// placeCost tells how far a place is from a phrase and its verb: the less, the better it
// fits.
func (f *eventFinder) placeCost(m *mention, ph *phrase, d *deed) int {
	c := gap(m.start, m.end, ph.from, ph.to)
	if f.english() && ph.from <= m.start && m.end <= ph.head { // the Baltic Sea Games | in Riga
		return insideName
	}
	if d != nil {
		c = min(c, gap(m.start, m.end, d.start, d.end)+1)
	}
	if f.russian() && d != nil && d.start >= ph.to && m.start >= d.end && f.rightBehind(d, m) { // фестиваль, прошедший в Оше
		c -= 3
	}
	if f.headLast && m.end <= ph.from { // the words of a title in marks are one step
		c = max(0, c-f.quotedWords(m.end, ph.from))
	}
	for k := f.punctuationFrom(ph, d, m); k < max(m.start, ph.from); k++ {
		if r := f.l.Rune(k); r == ';' {
			c += 20
		} else if f.l.Has(k, f.noun) && (k < ph.from || k >= ph.to) && !f.boardKK(k) {
			if c += 6; d == nil && f.russian() && m.start > ph.to { // конгресс решил провести чемпионат в Ташкенте
				c += 12
			}
		}
	}
	if f.embassyIn(m, d) || f.english() && f.inTitleOf(m) {
		c += 8
	}
	if f.english() && f.l.Has(m.start, f.p.know.lists.worldRegion) { // on trade in Africa, in Lima
		c += 8
	}
	if f.russian() && m.end < ph.from && f.l.Rune(m.end) == ',' && f.p.foldAt(m.end+1) == "где" && !f.commaBetween(m.end+1, ph.from) { // труппа выступит в Детмольде, где откроется выставка
		return 0
	}
	if f.russian() && d != nil && f.contrast(max(ph.to, d.end), m.start) { // форум пройдёт в мае, а в Оше | откроется музей
		c += 12
	}
	if f.isCountry(m.entity) { // a town rather than its country
		c++
		if f.english() && f.townBefore(m) {
			c += 8
		}
	}
	if ph.entry == nil && m.end <= ph.from && f.russian() && f.commaBetween(m.end, ph.from) { // «прошли в Оше, следующие намечены в Риге»
		c += 8
	}
	return c
}

// hostOf gives the place that holds what a phrase names, by its verb: "Osh will host
// the forum"; -1 for none.
func (f *eventFinder) hostOf(ph *phrase, d *deed, s lang.Sentence) int {
	if f.english() {
		if m := f.at(d.end); m != nil && m.class == lang.PlaceChunk && m.entity >= 0 && d.end > d.start && f.l.Has(d.end-1, f.p.know.lists.partyBy) { // "is to be hosted by Guyana"
			return m.entity
		}
		if m := f.at(d.end + 1); m != nil && m.class == lang.PlaceChunk && m.entity >= 0 && f.l.Has(d.end, f.p.know.lists.partyBy) && f.l.Has(d.end-1, f.p.know.lists.hostVerb) {
			return m.entity
		}
		if m := f.at(d.start); d.end <= ph.from && d.rule.Name == "event.to-hold" && m != nil && m.class == lang.PlaceChunk && m.entity >= 0 { // they chose | Osh to host
			return m.entity
		}
		if m := f.at(d.start - 1); ph.has("set") && d.end <= ph.from && m != nil && m.class == lang.PlaceChunk && m.entity >= 0 { // "Malta will hold a referendum"
			return m.entity
		}
	}
	host := f.p.know.lists.hostVerb
	town := f.townHolds(ph, d)
	if d.start <= s.First && !f.russian() || !town && !f.l.Has(d.end-1, host) && !f.l.Has(d.start, host) {
		return -1
	}
	k := f.p.behindAside(d.start) - 1
	if f.russian() && k > s.First && f.l.Plays(k, f.p.know.roles.passing) { // Ош вновь | примет форум
		k--
	}
	for (f.russian() || f.english()) && k > s.First && f.at(k) != nil && f.at(k).class == lang.DateChunk { // Ош в мае | примет форум, Osh on Monday | hosted
		if k = f.at(k).start - 1; f.l.Has(k, f.in) || f.english() && f.l.Plays(k, f.p.know.roles.on) {
			k--
		}
	}
	for f.english() && k > s.First && f.l.Has(k, f.p.know.lists.auxVerb) { // Osh is | preparing to host
		k--
	}
	if m := f.at(k); m != nil && m.class == lang.PlaceChunk && k >= s.First && f.asSubject(m) && !(town && f.isCountry(m.entity)) { // "Osh will host the forum"
		return m.entity
	}
	if !f.russian() {
		return -1
	}
	k = d.end
	if f.l.Has(k, f.in) && f.is(k+1, lang.DateChunk) { // форум примет | в мае Ош
		k = f.at(k + 1).end
	}
	if m := f.at(k); m != nil && m.class == lang.PlaceChunk && f.asSubject(m) { // форум примет Ош
		return m.entity
	}
	return -1
}

// setBeside reports whether a date is only what the event is set beside: "a third more
// than last year", «больше, чем в 2019 году».
func (f *eventFinder) setBeside(m *mention) bool {
	than := f.p.know.lists.thanWord
	k := m.start - 1
	if k > 0 && f.l.Has(k, f.in) {
		k--
	}
	return k > 0 && f.l.Has(k, than) && !f.l.Has(k+1, f.p.know.lists.of)
}

// asSubject reports whether a place is called by its name, as a subject is; only Russian
// names change.
func (f *eventFinder) asSubject(m *mention) bool {
	return m.entity >= 0 && (!f.russian() || f.l.Slice(m.start, m.end) == f.p.doc.entities[m.entity].name)
}

// located reports whether a place mention says where something is.
func (f *ground) located(m *mention) bool {
	if f.headLast {
		if attributiveKK(f.l.Fold(m.end-1)) && f.servesAt(m.end) {
			return false
		}
		return f.slot(m.end-1, "loc", "dat", "attr") || f.l.Has(m.end, f.in)
	}
	if o := f.at(m.start - 1); f.russian() && o != nil && o.class == lang.PlaceChunk && o.start > 0 && f.p.foldAt(o.start-1) == "столице" { // в столице Катара Дохе
		return true
	}
	if f.helped(m) || f.ambassadorTo(m) || f.ofMission(m) || f.postedTo(m) || f.ofPlaceBehind(m) {
		return false
	}
	if f.ownsTown(m) {
		return false
	}
	if f.partOf(m) || f.onIsland(m) || f.townOfPlace(m) || f.kindBefore(m) {
		return true
	}
	if f.broughtTo(m) {
		return true
	}
	for k := m.start - 1; k >= 0 && k >= m.start-4; k-- {
		if f.l.Has(k, f.in) {
			if o := f.at(k - 2); o != nil && o.class == lang.PlaceChunk && k < m.start-1 && f.l.Rune(k-1) == ',' { // в Риге, на берегу Балтийского | моря
				return false
			}
			return (!f.russian() || k == m.start-1 || !f.l.Plays(k+1, f.p.know.roles.nowhere)) && !f.toGreet(m, k)
		}
		if f.russian() && f.l.Has(k, f.officenoun) { // на полях форума президент | Кении
			return false
		}
		t := &f.l.Toks[k]
		if f.english() && k == m.start-1 && f.l.Plays(k, f.p.know.roles.the) { // at the Royal Palace
			continue
		}
		if !f.l.Has(k, f.article) && !t.Is(lang.Word) || f.at(k) != nil || t.Is(lang.Lower) && f.l.Has(k, f.npstop) {
			return false
		}
	}
	return false
}

// adjacent reports whether a place stands right behind a phrase.
func (f *eventFinder) adjacent(ph *phrase, s lang.Sentence) bool {
	reach := 3
	if ph.kind() == "visit" {
		reach = 7
	}
	for i := ph.headEnd; i < s.Last && i < ph.to+reach; i++ {
		if m := f.at(i); m != nil && m.class == lang.PlaceChunk && (f.headLast || f.located(m)) {
			return true
		}
	}
	return false
}

// said reports whether a sentence tells what somebody said: at an event, if
// it names one.
func (f *eventFinder) said(s lang.Sentence) bool {
	c := f.p.know.lists.sayVerb
	for i := s.First; i < s.Last; i++ {
		if f.l.Has(i, c) {
			return true
		}
	}
	return false
}

// setTime says when an event is, seen from the text: by the mood of its verb,
// else by its date and the day of publication. A past event without a date of
// its own has that of the day the text tells of, but not «накануне подписания».
func (f *eventFinder) setTime(h *happening, mood string, s lang.Sentence) {
	st := &h.st
	switch mood {
	case "planned", "hypothetical", "denied":
		st.Time = mood
	default:
		st.Time = "past"
		if lo, _ := h.date.Bounds(); !h.date.IsZero() && !f.p.doc.opt.Published.IsZero() {
			if _, day := f.p.doc.opt.Published.Bounds(); lo > day {
				st.Time = "planned"
			}
		}
	}
	if st.Time == "past" && h.date.IsZero() && mood != "" && !(f.russian() && f.earlier(s)) && !(f.headLast && st.Rule == "event.participle") {
		h.date = f.p.anchor(s.First)
	}
	h.here = st.Time == "past" && (mood != "" || h.ownDate)
	again := f.p.know.lists.recurWord
	if !f.p.hasAll.classes.Has(again) {
		return
	}
	for i := max(s.First, h.phrase.from-3); i < min(s.Last, h.phrase.to+8); i++ {
		if v, _, ok := f.l.Value(i, again); ok && (v != "before" || i < h.phrase.to) {
			yes := true
			st.Recurring = &yes
		}
	}
}

// host gives the body that holds an event.
func (f *eventFinder) host(d *deed, ph *phrase, s lang.Sentence) string {
	if f.english() {
		if e := f.makerBehind(ph, s); e >= 0 {
			return ref(e)
		}
	}
	best, cost := -1, 12
	passive := f.headLast && f.heldKK(d)
	for m := f.nextNamed(max(s.First, f.p.datelineOf(s)), s.Last); m != nil; m = f.nextNamed(m.end, s.Last) {
		if m.class != lang.OrgChunk || m.entity < 0 || m.start >= ph.from && m.start < ph.to || f.notHost(m) || f.inMarks(m.start, s) || f.headLast && (f.slot(m.end-1, "acc", "loc") || passive && f.l.Fold(m.end) != "тарапынан" || f.behindWordsKK(m, ph) || f.houseKK(m) || genitiveKK(f.l.Fold(m.end-1)) && f.l.Has(m.end, f.officenoun)) || f.venue(m) || f.togetherWith(m, s) || f.ofOwnName(m, ph) || !f.mayHold(m, d, ph) || f.notHostCase(m, d) {
			continue
		}
		c := gap(m.start, m.end, d.start, d.end)
		if f.english() && m.end < d.start && f.l.Rune(m.end) == ',' && f.asideEnd(m.end, d.start) == d.start { // the union, together with X, | held
			c = 0
		}
		if c < cost {
			best, cost = m.entity, c
		}
	}
	if best < 0 {
		return ""
	}
	return ref(best)
}

// impliedCeremony gives "the ceremony" that the text speaks of without having
// told it the day and place named last before it, in its sentence or the two
// before: what was signed or opened there. Packs that put heads last are read
// otherwise.
func (f *eventFinder) impliedCeremony(ph *phrase, h *happening, s lang.Sentence) bool {
	if !f.english() || h.st.Event != "ceremony" || !f.leading(ph) {
		return false
	}
	from := f.p.sents[max(0, f.sentence-5)].First
	for i := ph.from - 1; i >= from; i-- {
		m := f.at(i)
		if m == nil {
			continue
		}
		if m.class == lang.DateChunk && f.future(m.date) {
			i = m.start
			continue
		}
		if m.class == lang.DateChunk && h.date.IsZero() && len(m.date.String()) >= 10 {
			h.date, h.ownDate = m.date, true
		}
		if m.class == lang.PlaceChunk && h.place < 0 && m.entity >= 0 && f.located(m) {
			h.place = m.entity
		}
		i = m.start
	}
	if h.date.IsZero() {
		return false
	}
	f.setTime(h, "past", s)
	return true
}

// quotedWords counts the tokens inside quotation marks among the tokens.
func (f *eventFinder) quotedWords(from, to int) (n int) {
	inside := false
	for k := from; k < to; k++ {
		switch f.l.Rune(k) {
		case '«', '“', '„':
			inside = true
		case '»', '”':
			inside = false
		default:
			if inside {
				n++
			}
		}
	}
	return n
}
