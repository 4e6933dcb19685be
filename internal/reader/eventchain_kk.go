package reader

import (
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/value"
)

// chainAheadKK reports whether the Kazakh verb of an event told as past is a converb before
// a comma, and the verb that closes its chain, whose time it shares, lies ahead: «форум
// өткізіп, | дауды шешпек», but «форум өткізіп, келісімге қол қойды». A day gone by stays.
func (f *eventFinder) chainAheadKK(d *deed, date value.Date, s lang.Sentence) bool {
	if !f.headLast || d == nil || d.mood != "past" || f.l.Rune(d.end) != ',' || !f.p.know.endings.converb.end(f.l.Fold(d.end-1), 2) {
		return false
	}
	if _, known := f.p.today(); !date.IsZero() && (!known || f.p.before(date)) {
		return false
	}
	for k := d.end + 1; k < s.Last; k++ {
		if !f.l.Is(k, lang.Lower) || f.at(k) != nil {
			continue
		}
		w := f.l.Fold(k)
		closes := k+1 >= s.Last || f.l.Is(k+1, lang.Punct) || f.l.Fold(k+1) == "деп" && f.l.Plays(k+2, f.p.know.roles.expectedOf) // кездесіп, | келіссөз жүргізеді деп күтілуде
		if f.p.know.closesClause(w) {
			return d.event == "" && (strings.HasSuffix(w, "тынын") || strings.HasSuffix(w, "тінін")) // Ошқа келіп, жол | бітетінін айтты
		}
		if !closes || f.p.know.endings.converb.end(w, 2) {
			continue
		}
		return f.aheadVerbKK(w) && !f.l.Has(k, f.p.know.lists.sayVerb)
	}
	return false
}

// aheadVerbKK reports whether a Kazakh word is a verb of the present, which is the future
// too, or of an intention: көздейді, шешпек.
func (f *eventFinder) aheadVerbKK(w string) bool {
	if f.p.know.endings.pastSure.end(w, 2) || f.p.know.endings.pastSure.whole(w) {
		return false
	}
	for _, e := range [...]string{"ады", "яды", "еді", "йды", "йді", "мақ", "мек", "бақ", "бек", "пақ", "пек"} {
		if strings.HasSuffix(w, e) && len(w) >= len(e)+4 {
			return true
		}
	}
	return false
}

// manyKK is the number from which on events that are only counted are no single ones.
const manyKK = 10

// countedKK reports whether a Kazakh noun of events only says what a large number counts, so
// that no single one is told of: «600-ге жуық кездесу өткізді», «12 халықаралық форумға
// қатысты», but «11-ші саммит», «30 жылдық мерейтой».
func (f *eventFinder) countedKK(ph *phrase) bool {
	if !f.headLast || ph.quoted[1] > 0 || ph.topic || ph.kind() == "anniversary" {
		return false
	}
	for k := ph.head - 1; k >= 0 && k >= ph.head-8; k-- {
		if n, ok := f.numeralAt(k); ok {
			if f.l.Is(k, lang.Glued) && f.l.Is(k-1, lang.Latin) { // G20 саммиті
				return false
			}
			return !n.ordinal && n.value >= manyKK && !f.is(k, lang.DateChunk) && !f.l.Has(n.end, f.p.know.lists.unit)
		}
		switch {
		case f.l.Rune(k) == '-', f.l.Has(k, f.p.know.lists.qualAfter), f.l.Is(k, lang.Glued) && f.l.Rune(k-1) == '-':
		case f.l.Is(k, lang.Lower) && f.at(k) == nil && f.l.Has(k, f.mod):
		default:
			return false
		}
	}
	return false
}

// onlyListedKK reports whether a Kazakh plural of happenings of no kind is told alone, or
// only as what a list or a plan holds: «алдағы аптада болатын шараларды», «мерекелік шаралар |
// тізімін бекітті».
func (f *eventFinder) onlyListedKK(ph *phrase) bool {
	if !f.headLast || ph.kind() != "other" || ph.quoted[1] > 0 || !f.plural(ph) {
		return false
	}
	if ph.mods == 0 && !ph.topic {
		return true
	}
	return f.l.Plays(ph.headEnd, f.p.know.roles.listsThings)
}

// boardKK reports whether the Kazakh noun that ends at token k is a council whose chairman or
// member is told right behind it, and so a body: «директорлар кеңесінің | төрағасы».
func (f *eventFinder) boardKK(k int) bool {
	return f.headLast && f.l.Has(k+1, f.officenoun) && strings.HasPrefix(f.l.Fold(k), "кеңес") && genitiveKK(f.l.Fold(k))
}

// reportsKK reports whether a Kazakh person only tells of an event: they stand behind it where
// the words said are closed («отырыс мамырда өтеді, деп хабарлады | Лиза Брандт»), or open a
// sentence that closes with a verb of saying, the event taking place by itself («Лиза Брандт |
// мамырда форум өтетінін айтты»).
func (f *eventFinder) reportsKK(m *mention, ph *phrase, s lang.Sentence) bool {
	say := f.p.know.lists.sayVerb
	if m.start >= ph.to {
		return f.behindWordsKK(m, ph)
	}
	if m.end > ph.from || f.slot(m.end-1, "gen", "ins") {
		return false
	}
	for k := ph.to; k < s.Last; k++ {
		if !f.l.Has(k, say) || k+3 < s.Last {
			continue
		}
		last := f.p.foldAt(k - 1)
		if !f.p.know.closesClause(last) {
			return false
		}
		return f.passiveKK(last) || f.passiveKK(f.p.foldAt(k-2))
	}
	return false
}

// passiveKK reports whether a Kazakh verb in the form that closes what is said tells what
// happens by itself or is done: өтетінін, болғанын, жоспарланғанын, ұйымдастырылатынын.
func (f *eventFinder) passiveKK(w string) bool {
	if !f.p.know.closesClause(w) {
		return false
	}
	for _, stem := range [...]string{"өтет", "өткен", "болат", "болған", "баста", "аяқтал", "жоспарлан", "көздел", "белгілен"} {
		if strings.HasPrefix(w, stem) {
			return !strings.HasPrefix(w, "бастай")
		}
	}
	return strings.Contains(w, "ылат") || strings.Contains(w, "ілет") || strings.Contains(w, "ылған") || strings.Contains(w, "ілген")
}

// goersKK gives those of a Kazakh visit who are told to go: who stands in the genitive or
// is met there does not («Айбек Омаров Лиза Брандтпен кездесуге Ослоға барады»); where only such a
// one stands before the verb, the person in the nominative before them goes, if there is one.
func (f *eventFinder) goersKK(d *deed, s lang.Sentence) (out []int) {
	for _, k := range f.p.mentionsIn(lang.PersonChunk, d.who[0], d.who[1]) {
		if m := &f.p.mens[k]; m.entity >= 0 && !f.slot(m.end-1, "gen", "ins", "acc", "dat") {
			return f.personsAmong(f.entitiesIn(d.who[0], d.who[1]))
		}
	}
	for i := d.who[0] - 1; i >= s.First; i-- {
		if f.l.Rune(i) == ',' || f.l.Rune(i) == ';' {
			return nil
		}
		if m := f.at(i); m != nil && m.class == lang.PersonChunk && m.entity >= 0 && !f.slot(m.end-1, "gen", "ins", "acc", "dat") {
			return []int{m.entity}
		}
	}
	return nil
}

// agencySeatKK reports whether the town that a Kazakh text opens with is only where its agency
// sits, a full stop and the agency before the dash, also below a heading, while the sentence of an event names
// another land, or a body by it: «АСТАНА. KAZINFORM — Чили шахматшыларының турнирі өтті».
func (f *eventFinder) agencySeatKK(s lang.Sentence) bool {
	m := f.at(0)
	if m == nil || m.class != lang.PlaceChunk {
		m = f.at(f.p.opensAt())
	}
	if m == nil || m.entity < 0 || f.l.Rune(m.end) != '.' || f.l.Is(m.end+1, lang.Number) || !isDash(f.l.Rune(m.end+2)) {
		return false
	}
	own := placeStates()[f.p.doc.entities[m.entity].known]
	for k := max(s.First, m.end+3); k < s.Last; k++ {
		if o := f.at(k); o != nil && o.class == lang.PlaceChunk && o.entity >= 0 && o.entity != m.entity && !f.isCountry(o.entity) { // ASTANA. QazAqparat – Алматы облысынан шыққан
			return true
		}
		if ch, ok := f.l.Chunk(k, f.p.know.names.gazPlace); ok && f.l.Is(k, lang.Cap) {
			if id := f.l.Entry(ch).Known; len(id) == 2 && id != own {
				return true
			}
		}
	}
	return false
}

// besideDashKK reports whether a Kazakh happening of no kind is only what the event behind a
// dash is: «дәстүрлі шара – | қала әкімінің шырша мерекесі».
func (f *eventFinder) besideDashKK(last, ph *phrase) bool {
	return last.kind() == "other" && last.quoted[1] == 0 && isDash(f.l.Rune(last.headEnd)) && ph.from <= last.headEnd+1
}

// deedInside reports whether a verb group begins at token i which is more than a word that
// only calls an event the coming one: «кеңестің | келесі отырысы».
func (f *eventFinder) deedInside(i int) bool {
	for k := range f.deeds {
		if d := &f.deeds[k]; d.start <= i && i < d.end {
			return d.rule.Name != "event.next"
		}
	}
	return false
}

// editionKK gives the ordinal that stands nearest before the noun of a Kazakh event; another
// before it is of what the event belongs to: «VII шақырылымның | II сессиясы». A Roman
// number may be typed with the letters Ү and І.
func (f *eventFinder) editionKK(ph *phrase) int {
	for i := ph.head - 1; i >= ph.from; i-- {
		if i >= ph.quoted[0] && i < ph.quoted[1] {
			continue
		}
		if ph.topic && f.l.Has(i, f.topic) { // екінші кезеңіне дайындық бойынша | кеңес
			break
		}
		if n, ok := f.p.numberAt(i); ok && n.ordinal && n.value > 0 && n.value < 1000 && !f.dayOfOneKK(n.end) {
			return int(n.value)
		}
		if f.l.Is(i, lang.Cyrillic) && (f.l.Is(i, lang.Upper) || f.l.Is(i, lang.Cap) && f.l.Toks[i].End-f.l.Toks[i].Start == 2) {
			if r := cyrillicRoman.Replace(f.l.Slice(i, i+1)); strings.Trim(r, "IVXLC") == "" {
				return lang.RomanValue(r)
			}
		}
	}
	return 0
}

// whoMeantKK gives the one who comes where a Kazakh match holds no name: the first person of
// its sentence who is neither in the genitive nor met, else the first body that is not only
// that of a title.
func (f *eventFinder) whoMeantKK(d *deed, s lang.Sentence) []int {
	for _, c := range [...]lang.Class{lang.PersonChunk, lang.OrgChunk} {
		for _, k := range f.p.mentionsIn(c, s.First, d.end) {
			m := &f.p.mens[k]
			if m.entity < 0 {
				continue
			}
			if c == lang.OrgChunk && f.sendsKK(m, d) {
				return []int{m.entity}
			}
			if f.slot(m.end-1, "gen", "ins", "acc", "dat") || c == lang.OrgChunk && f.l.Has(m.end, f.officenoun) {
				continue
			}
			return []int{m.entity}
		}
	}
	return nil
}

// sendsKK reports whether a Kazakh body, or a part of it named behind it, owns the delegation
// that the verb of a visit begins with: «парламенттің | делегациясы Ригаға келді», «парламенті
// жоғарғы палатасының | делегациясы», but not «парламент төрағасының | делегациясы».
func (f *eventFinder) sendsKK(m *mention, d *deed) bool {
	if m.end > d.start || m.end+3 < d.start || !f.l.Plays(d.start, f.p.know.roles.ownSide) || !genitiveKK(f.l.Fold(d.start-1)) {
		return false
	}
	if m.end == d.start {
		return true
	}
	for k := m.end; k < d.start; k++ {
		if !f.l.Is(k, lang.Lower) || f.at(k) != nil {
			return false
		}
	}
	return f.l.Has(d.start-1, f.p.know.lists.orgHead) || strings.HasPrefix(f.l.Fold(d.start-1), "палата")
}

// behindWordsKK reports whether what somebody says, the Kazakh event among it, is closed by a
// verb of saying before a name, which only tells of it: «…, деп жазады | „Көпір“ агенттігі».
func (f *eventFinder) behindWordsKK(m *mention, ph *phrase) bool {
	say := f.p.know.lists.sayVerb
	for k := m.start - 1; k >= ph.to; k-- {
		if f.l.Has(k, say) && (f.l.Fold(k) == "деп" || f.l.Fold(k-1) == "деп" || isDash(f.l.Rune(k-1)) || f.l.Rune(k-1) == ',') {
			return true
		}
	}
	return false
}

// goneKK reports whether the day of a Kazakh event that its verb tells as to come lies before
// the day of the text, so that it has been: «форум 2 қыркүйекте өтеді» in a text of 4 September.
// What is called the coming one is to come, whatever day its sentence names: «кеше алдағы форумның
// бағдарламасы бекітілді».
func (f *eventFinder) goneKK(w *weighing) bool {
	if !f.headLast || w.mood != "planned" || !w.ownDate || w.d == nil || w.d.rule.Name == "event.next" {
		return false
	}
	for k := w.d.start; k < w.d.end; k++ { // it was planned, whether it was or not
		for _, stem := range [...]string{"жоспар", "күтіл", "көздел", "белгілен", "тиіс", "керек"} {
			if strings.HasPrefix(f.l.Fold(k), stem) {
				return false
			}
		}
	}
	published, known := f.p.doc.day.First()
	last, ok := w.date.Last()
	return known && ok && last.Before(published)
}

// otherVerbsKK reports whether two tellings of Kazakh meetings are of two, each by a verb of its
// own, one of what was and the other of what is to come, no day holding both together.
func (f *eventFinder) otherVerbsKK(o, h *happening) bool {
	if !f.headLast || o.s == h.s || o.st.Event != "meeting" || o.st.Time == h.st.Time || o.st.Time != "planned" && h.st.Time != "planned" {
		return false
	}
	return o.st.Rule != "event.noun" && h.st.Rule != "event.noun" && o.st.Name != h.st.Name && !(o.ownDate && h.ownDate && o.date.Overlaps(h.date)) && o.st.Edition == 0 && h.st.Edition == 0
}

// lastWords gives the last n words of a name, folded.
func lastWords(name string, n int) string {
	words := strings.Fields(lang.Fold(name))
	return strings.Join(words[max(0, len(words)-n):], " ")
}

// travellerMetKK adds to a Kazakh meeting of which only who was met is told the person in the
// nominative who went or came in the clause before: «Оле Брукк Ригаға барып, | министр Ада
// Линдпен келіссөз жүргізді».
func (f *eventFinder) travellerMetKK(h *happening, d *deed, s lang.Sentence) {
	if !f.headLast || len(h.who) != 1 {
		return
	}
	from, comma := -1, false
	for _, k := range f.p.mentionsIn(lang.PersonChunk, s.First, d.end) {
		if m := &f.p.mens[k]; m.entity == h.who[0] && f.slot(m.end-1, "ins") {
			from = m.start
		}
	}
	for i := from - 1; i > s.First; i-- {
		if f.l.Rune(i) == ',' {
			switch f.l.Fold(i - 1) {
			case "барып", "келіп", "сапарлап", "ұшып", "болып":
			default:
				return
			}
			if comma {
				return
			}
			comma = true
		}
		m := f.at(i)
		if m == nil || m.class != lang.PersonChunk || m.entity < 0 {
			continue
		}
		if comma && m.entity != h.who[0] && !f.slot(m.end-1, "gen", "ins", "acc", "dat") {
			h.who = append([]int{m.entity}, h.who...)
		}
		return
	}
}

// pronounMetKK adds to a Kazakh meeting of which only who was met is told the person whom
// «ол» before him means: the subject of the sentence before. «Министр Оле Брукк Ригаға барды.
// Кейін | ол министр Ада Линдпен кездесті».
func (f *eventFinder) pronounMetKK(h *happening, d *deed, s lang.Sentence) {
	if !f.headLast || len(h.who) != 1 || f.sentence == 0 || !f.p.hasAll.classes.Has(f.p.know.lists.pronoun) {
		return
	}
	near := f.p.mentionsIn(lang.PersonChunk, s.First, d.end)
	if len(near) == 0 {
		return
	}
	first := &f.p.mens[near[0]]
	if first.entity != h.who[0] || !f.slot(first.end-1, "ins") {
		return
	}
	for i := s.First; i < first.start; i++ {
		if !f.l.Has(i, f.p.know.lists.pronoun) || f.l.Fold(i) != "ол" || f.l.Is(i+1, lang.Lower) && f.l.Fold(i+1) == "жерде" {
			continue
		}
		if e := f.subjectBeforeKK(s); e >= 0 && e != h.who[0] {
			h.who = append([]int{e}, h.who...)
		}
		return
	}
}

// subjectBeforeKK gives the first person of the sentence before s who stands in no oblique
// case, -1 where there is none.
func (f *eventFinder) subjectBeforeKK(s lang.Sentence) int {
	before := f.p.sentenceOf(s.First - 1)
	for _, k := range f.p.mentionsIn(lang.PersonChunk, before.First, before.Last) {
		if m := &f.p.mens[k]; m.entity >= 0 && !f.slot(m.end-1, "gen", "ins", "acc", "dat", "abl") {
			return m.entity
		}
	}
	return -1
}
