package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
	"shanyraq/internal/value"
)

// told states the events that a rule tells by itself: its attribute "event"
// is the kind; the captures name, place, who and date say the rest.
func (f *eventFinder) told(s lang.Sentence) { f.toldBy(s, false) }

// sameAgain states those that a rule gives the kind of the event told last.
func (f *eventFinder) sameAgain(s lang.Sentence) { f.toldBy(s, true) }

// toldBy states the events that rules tell by themselves, those of the kind of the
// event told last (again) apart from the others.
func (f *eventFinder) toldBy(s lang.Sentence, again bool) {
	for k := range f.deeds {
		if d := &f.deeds[k]; d.own() {
			f.tell(d, s, again)
		}
	}
}

// tell states the event of one match.
func (f *eventFinder) tell(d *deed, s lang.Sentence, again bool) {
	kind := f.kindTold(d, s, again)
	if kind == "" {
		return
	}
	if f.greetedAtAirport(d, s) {
		return
	}
	if f.meetAtKK(d, kind, s) {
		return
	}
	h := f.newTold(d, kind, s, again)
	if f.headLast && kind == "visit" && d.place[1] > d.place[0] && f.slot(d.place[1]-1, "abl") { // Қазақстаннан келді
		return
	}
	further := f.placeTold(&h, d, s)
	if !f.whoTold(&h, d, s) || !f.dayTold(&h, d, s) {
		return
	}
	if f.onlyGreeted(&h, d) {
		return
	}
	if h.place < 0 && kind != "year" && kind != "anniversary" && kind != "appointment" {
		h.place = f.placeOf(&h.phrase, nil, s)
	}
	if (h.place < 0 || f.russian() && d.rule.Get("site") != "") && kind == "visit" && d.date[1] == 0 && !f.siteDay(d, &h) {
		return
	}
	if kind == "ceremony" && !f.houseOpened(&h, d, s) {
		return
	}
	f.whoElse(&h, d, s)
	mood := f.moodBeside(d)
	if f.chainAheadKK(d, h.date, s) {
		mood = "planned"
	}
	f.setTime(&h, mood, s)
	if kind == "year" {
		f.yearTold(&h, d, s)
	}
	next, more := f.alsoMet(&h, d, s)
	f.enter(h)
	if more {
		f.happenings = append(f.happenings, next)
	}
	for _, e := range further {
		h.place = e
		f.happenings = append(f.happenings, h)
	}
	f.alsoAt(h, s)
}

// kindTold gives the kind of event that a rule tells, "" where it tells none or is
// read in another turn.
func (f *eventFinder) kindTold(d *deed, s lang.Sentence, again bool) string {
	kind := d.event
	if same := kind == "same"; same {
		if f.english() != again {
			return ""
		}
		if kind = f.sameKind(d, s); kind == "" {
			return ""
		}
	} else if again {
		return ""
	}
	if f.russian() && kind == "year" && d.name[1] > d.name[0]+1 && (f.finite(d.name[0]+1) || f.l.Is(d.name[0]+1, lang.Lower) && strings.HasSuffix(f.l.Fold(d.name[0]+1), "но")) {
		return "" // Год завершится концертом; года достаточно
	}
	if f.russian() && d.rule.Name == "event.days" && ownWord(f.p.foldAt(d.start-1)) {
		return "" // «наших Дней культуры»
	}
	if kind == "meeting" && f.houseSits(d) {
		return "session"
	}
	return kind
}

// sameKind gives the kind of the event of which a rule tells another edition: "the
// 26th is to be held".
func (f *eventFinder) sameKind(d *deed, s lang.Sentence) string {
	kind := f.kindBefore(d, s)
	if kind == "" && d.rule.Get("before") == "" {
		return f.kindIn(d)
	}
	if kind == "" {
		return ""
	}
	if d.rule.Get("before") != "" { // "the second session; the first was held in May"
		if kind = f.laterEdition(d); kind == "" {
			return ""
		}
	}
	if own := f.kindIn(d); own != "" {
		return own
	}
	return kind
}

// kindIn gives the kind of the event that an English match names itself: "the festival
// will move on to Osh"; "" for none.
func (f *eventFinder) kindIn(d *deed) string {
	for k := d.start; f.english() && k < d.end; k++ {
		if c, ok := f.l.Chunk(k, f.noun); ok && !f.is(k, lang.DateChunk) && !f.actWord(k, "edition") { // in March
			kind, _, _ := strings.Cut(f.l.Entry(c).Value, " ")
			return kind
		}
	}
	return ""
}

// newTold gives an event of its kind with its name and edition.
func (f *eventFinder) newTold(d *deed, kind string, s lang.Sentence, again bool) happening {
	no := false
	f.nameToldRU(d, s)
	h := happening{s: f.sentence, place: -1, weight: 5, last: f.lastTime(d, s), other: f.earlier(s) || again && f.english() && (f.l.Has(d.start, f.p.know.lists.eventOther) || f.l.Has(d.start+1, f.p.know.lists.eventOther))}
	h.phrase = phrase{from: d.start, head: d.start, headEnd: d.end, to: d.end}
	h.st = read.Statement{Kind: read.Event, Event: kind, Recurring: &no, Rule: d.rule.Name, Name: f.l.Slice(d.name[0], d.name[1])}
	if f.russian() && d.rule.Name == "event.days" {
		h.st.Name = daysName(h.st.Name)
	}
	if f.headLast {
		if m := f.at(d.name[0]); kind == "year" && m != nil && m.class == lang.PlaceChunk && m.end < d.name[1] && f.slotsOf(m.end-1, "loc") && attributiveKK(f.l.Fold(m.end)) { // Ташкентте | Өзбекстандағы Қазақстан жылы
			h.st.Name = f.l.Slice(m.end, d.name[1])
		}
		h.st.Name = f.subjectName(d, h.st.Name)
	}
	if n, ok := f.p.numberAt(d.num[0]); ok && d.num[1] > 0 && n.end <= d.num[1] && n.value < 1000 {
		h.st.Edition = int(n.value)
	}
	return h
}

// placeTold takes the place that the match captures, or the body it happens at,
// and gives the further places of a list.
func (f *eventFinder) placeTold(h *happening, d *deed, s lang.Sentence) (further []int) {
	site := d.rule.Get("site")
	h.place = f.entityIn(d.place[0], d.place[1], lang.PlaceChunk)
	if h.place < 0 && f.russian() && site != "" {
		h.place = f.entityIn(d.start, d.end, lang.OrgChunk)
	}
	if h.place < 0 && (f.english() && site == "body" || f.russian()) { // «находилась с визитом в университете»
		h.place = f.entityIn(d.place[0], d.place[1], lang.OrgChunk)
	}
	further = f.firstPlace(h, d, s)
	if h.place < 0 && f.english() && site != "" {
		h.place = f.siteIn(d)
	}
	return further
}

// whoTold takes those whom the match captures; false where nobody meets.
func (f *eventFinder) whoTold(h *happening, d *deed, s lang.Sentence) bool {
	h.who = f.personsAmong(f.entitiesIn(d.who[0], d.who[1]))
	if f.headLast && h.st.Event == "visit" && len(h.who) > 0 {
		h.who = f.goersKK(d, s)
	}
	if h.st.Event != "meeting" {
		return true
	}
	if f.russian() {
		h.who = f.whoMet(d, h.who, s)
	}
	if f.headLast { // persons meet, not the bodies of their titles
		h.who = f.personsOf(h.who)
		return len(h.who) > 0 || d.who[1] <= d.who[0] || f.manyAt(d.who[0])
	}
	return true
}

// dayTold takes the day that the match captures, else that of the clause; false
// where a rule wants a day of its own and none is told.
func (f *eventFinder) dayTold(h *happening, d *deed, s lang.Sentence) bool {
	date, _ := f.dateOf(&h.phrase, nil, s)
	for i := d.date[0]; i < d.date[1]; i++ {
		if x := f.at(i); x != nil && x.class == lang.DateChunk {
			date = f.daysInRow(x)
		}
	}
	if d.rule.Name == "event.invited-visit" && f.p.before(date) { // asked to come in June
		date = value.Date{}
	}
	h.date = date
	if f.notYetMet(d, h) {
		h.date = value.Date{}
	}
	h.ownDate = !h.date.IsZero()
	return d.rule.Get("agent") == "" || d.firm || h.ownDate || f.metNamed(d, s)
}

// whoElse completes those who come or meet by what stands around the match.
func (f *eventFinder) whoElse(h *happening, d *deed, s lang.Sentence) {
	kind := h.st.Event
	visit := kind == "visit"
	if len(h.who) == 0 && f.english() && (visit || kind == "meeting") {
		h.who = f.metBy(d, kind, s)
	}
	if visit {
		if len(h.who) == 0 {
			h.who = f.subjectOf(d, s)
		}
		if len(h.who) == 0 && !(f.headLast && d.who[1] > d.who[0]) { // at the bidding of whom is named
			h.who = f.whoMeant(d, s)
		}
		if who := f.actors(d, s); len(who) > 0 {
			h.who = who
		}
	}
	if kind == "ceremony" && f.english() && len(h.who) == 0 {
		h.who = f.whoActs(d, s)
	}
	f.cameToo(h, d, s)
	if kind == "meeting" {
		f.travellerMetKK(h, d, s)
		f.pronounMetKK(h, d, s)
	}
	f.partners(h, d, kind, s)
	f.guests(h, d, s)
	if e := f.sharedSubject(d, s); e >= 0 && kind == "meeting" && !slices.Contains(h.who, e) {
		h.who = slices.Insert(h.who, 0, e)
	}
	if e := f.byTitle(d); e >= 0 && (kind == "meeting" || visit && len(h.who) == 0) && !slices.Contains(h.who, e) {
		h.who = slices.Insert(h.who, 0, e)
	}
	if e := f.subjectThere(d.start, s); e >= 0 && (kind == "meeting" || visit && len(h.who) == 0) && !slices.Contains(h.who, e) {
		h.who = slices.Insert(h.who, 0, e)
	}
	if visit && h.place >= 0 { // the body that is visited does not come
		h.who = slices.DeleteFunc(h.who, func(e int) bool { return e == h.place })
	}
}

// whoMeant gives the one who comes where a sentence says it by a pronoun or not at
// all: who was named last.
func (f *eventFinder) whoMeant(d *deed, s lang.Sentence) []int {
	if f.othersCome(d, s) {
		return nil
	}
	if f.headLast {
		return f.whoMeantKK(d, s)
	}
	if e, ok := f.p.lastSpeaker(s.First, d.end); ok && !f.onlyHeaded(e, s, d) {
		return []int{e}
	}
	if g := f.p.genderSaid(d.start, -1); g != 0 && f.english() {
		if e, ok := f.p.personBefore(d.start, g); ok {
			return []int{e}
		}
	}
	return nil
}

// yearTold gives a Year of X its name and year and, of the countries of its name,
// the one it is held in.
func (f *eventFinder) yearTold(h *happening, d *deed, s lang.Sentence) {
	f.yearName(h, d, s)
	for i := d.name[0]; i < d.name[1]; i++ {
		if x := f.at(i); x != nil && x.class == lang.PlaceChunk && x.entity >= 0 && f.located(x) {
			h.place = x.entity
		}
	}
	f.yearDate(h, d, s)
}

// kindBefore gives the kind of the event that a rule tells another edition of: in
// English the one its sentence names before ("the fourth exercise; the last one was held
// in Suva"), else the one told last; "" for none.
func (f *eventFinder) kindBefore(d *deed, s lang.Sentence) string {
	for k := d.start - 1; f.english() && k >= s.First; k-- {
		if c, ok := f.l.Chunk(k, f.noun); ok && !f.is(k, lang.DateChunk) && !f.is(k, lang.OrgChunk) {
			if kind, more, _ := strings.Cut(f.l.Entry(c).Value, " "); !strings.Contains(more, "inner") {
				return kind
			}
		}
	}
	if n := len(f.happenings); n > 0 {
		return f.happenings[n-1].st.Event
	}
	return ""
}

// laterEdition gives the kind of the event told last of which a rule tells an
// earlier edition, "" where none is known.
func (f *eventFinder) laterEdition(d *deed) string {
	x, ok := f.p.numberAt(d.num[0])
	if !ok || d.num[1] == 0 {
		return ""
	}
	for _, h := range slices.Backward(f.happenings) {
		if h.st.Edition > int(x.value) {
			return h.st.Event
		}
	}
	return ""
}

// yearDate gives a Year of X its year: the one named next to it, else that of
// the publication.
func (f *eventFinder) yearDate(h *happening, d *deed, s lang.Sentence) {
	best, cost := value.Date{}, 12
	for i := s.First; i < s.Last; i++ {
		x := f.at(i)
		if x == nil || x.class != lang.DateChunk || x.start != i || len(x.date.String()) < 4 {
			continue
		}
		if c := gap(x.start, x.end, d.start, d.end); c < cost {
			if year, err := value.ParseDate(x.date.String()[:4]); err == nil {
				best, cost = year, c
			}
		}
	}
	for i := s.First; i < s.Last && best.IsZero(); i++ { // "2025 was declared the Year of …"
		if f.l.Is(i, lang.Year) && gap(i, i+1, d.start, d.end) <= 6 {
			best, _ = value.ParseDate(f.l.Slice(i, i+1))
		}
	}
	if best.IsZero() && (f.headLast || !f.toBeYear(d)) {
		day := f.p.doc.opt.Published
		if !f.listed.IsZero() { // "15 March 2018. The Year of X opened"
			day = f.listed
		}
		if year := day.String(); len(year) >= 4 {
			best, _ = value.ParseDate(year[:4])
		}
	}
	h.date = best
}

// toBeYear reports whether a verb of what is to come stands right before an English or Russian Year
// of X or before the one that it is joined to: "agreed to hold a Year of X and a Year of Y".
func (f *eventFinder) toBeYear(d *deed) bool {
	for k := range f.deeds {
		o := &f.deeds[k]
		if o.mood == "planned" && !o.own() && o.rule.Name != "event.next" && o.end <= d.start && d.start-o.end < 10 && !f.commaBetween(o.end, d.start) {
			return true
		}
	}
	return false
}

// entityIn gives the first entity of a class that is named in the tokens [a, b), -1 for
// none.
func (f *eventFinder) entityIn(a, b int, class lang.Class) int {
	for i := a; i < b; i++ {
		if m := f.at(i); m != nil && m.class == class && m.entity >= 0 {
			return m.entity
		}
	}
	return -1
}

// personsAmong leaves out the places where persons took part: those told beside
// them are of their titles («посла Китая Ван Цина»).
func (f *eventFinder) personsAmong(who []int) []int {
	kind := func(e int) string { return f.p.doc.entities[e].kind }
	if !slices.ContainsFunc(who, func(e int) bool { return kind(e) == read.Person }) {
		return who
	}
	return slices.DeleteFunc(who, func(e int) bool { return kind(e) == read.Place })
}

// entitiesIn gives the persons, bodies and places named in the tokens [a, b), without those
// told of in passing.
func (f *eventFinder) entitiesIn(a, b int) (out []int) {
	for i := a; i < b; {
		m := f.at(i)
		if m == nil || f.l.InAside(i) && !f.l.InAside(a) || f.p.besideNameIn(i, a) {
			i++
			continue
		}
		if m.entity >= 0 && m.class != lang.DateChunk && m.class != lang.GroupChunk && !slices.Contains(out, m.entity) {
			out = append(out, m.entity)
		}
		i = max(i+1, m.end)
	}
	return out
}

// manyAt reports whether a Kazakh title at token i is a plural: one alone meets
// nobody.
func (f *eventFinder) manyAt(i int) bool {
	c, ok := f.l.Chunk(i, f.officenoun)
	if !ok {
		return false
	}
	return endsAsKK(f.l, int(c.End)-1, "plural")
}

// personsOf gives the persons among entities.
func (f *eventFinder) personsOf(list []int) []int {
	var out []int
	for _, e := range list {
		if f.p.doc.entities[e].kind == read.Person {
			out = append(out, e)
		}
	}
	return out
}
