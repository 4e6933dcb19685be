package reader

import (
	"strings"

	"shanyraq/internal/lang"
)

// yearly reports whether «жылдық» is the adjective of the noun behind it and
// tells of no anniversary: «жылдық инфляция», «жылдық 16,5 пайыз», but «мектептің 50 жылдығы» and
// «ақынның жылдығы».
func (f *eventFinder) yearly(ph *phrase) bool {
	if !f.headLast || f.l.Fold(ph.headEnd-1) != "жылдық" || ph.headEnd-ph.head > 1 {
		return false
	}
	return ph.headEnd >= len(f.l.Toks) || f.l.Is(ph.headEnd, lang.Number) || f.l.Is(ph.headEnd, lang.Word) && !f.deedAt(ph.headEnd)
}

// heldKK reports whether a Kazakh verb tells what was held, not who held it: «форум өткізілді»,
// «байқау ұйымдастырылды».
func (f *eventFinder) heldKK(d *deed) bool {
	for k := d.start; k < d.end; k++ {
		if w := f.l.Fold(k); strings.HasPrefix(w, "өткізіл") || strings.HasPrefix(w, "ұйымдастырыл") || strings.HasPrefix(w, "жүргізіл") {
			return true
		}
	}
	return false
}

// mannerKK reports whether the words at token i only tell how a Kazakh event is held, between
// its noun and its verb: «көрме | салтанатты түрде ашылды».
func (f *eventFinder) mannerKK(i int) bool {
	if f.l.Fold(i) != "салтанатты" {
		return false
	}
	w := f.l.Fold(i + 1)
	return w == "түрде" || w == "жағдайда"
}

// eve reports whether the noun is only an adjective («салтанатты ашылу рәсімі»), or a bare "holiday" only says when something was: «Мереке
// қарсаңында», «мейрам алдында». A name or an adjective makes it one that is told of.
func (f *eventFinder) eve(ph *phrase) bool {
	if f.l.Fold(ph.headEnd-1) == "салтанатты" && ph.headEnd < len(f.l.Toks) && f.l.Is(ph.headEnd, lang.Lower) && !f.deedAt(ph.headEnd) {
		return true // салтанатты ашылу рәсімі
	}
	if ph.headEnd-ph.from != 1 || ph.quoted[1] > ph.quoted[0] || ph.headEnd >= len(f.l.Toks) {
		return false
	}
	if w := f.l.Fold(ph.headEnd - 1); strings.HasSuffix(w, "мен") && strings.HasPrefix(w, "мере") || w == "мейраммен" {
		return true // «ұжымды мерекемен құттықтады»
	}
	return f.l.Plays(ph.headEnd, f.p.know.roles.eveOf) && (strings.HasPrefix(f.l.Fold(ph.head), "мереке") || strings.HasPrefix(f.l.Fold(ph.head), "мейрам"))
}

// calledBefore takes the words in marks that a Kazakh event is said to be called by into
// its phrase: «Туған жер» атты форум, «Ескі қала» деп аталған көрме.
func (f *eventFinder) calledBefore(ph *phrase, s lang.Sentence) {
	k := ph.from - 1
	if !f.headLast || k <= s.First+1 || ph.quoted[1] > 0 {
		return
	}
	switch {
	case f.l.Plays(k, f.p.know.roles.calledSo):
	case f.l.Fold(k-1) == "деп" && strings.HasPrefix(f.l.Fold(k), "аталат") || f.l.Fold(k-1) == "деп" && f.l.Fold(k) == "аталған":
		k--
	default:
		return
	}
	if a, ok := f.quoteEnding(k-1, s.First); ok {
		ph.quoted, ph.from = [2]int{a + 1, k - 1}, a
		ph.mods++
	}
}

// itTakesPlace gives the day and place of a Kazakh sentence whose subject is a
// pronoun to the event that the sentence before it in its paragraph told last:
// «… келесі чемпионатты өткізеді. Ол 6–12 сәуірде Бішкекте өтеді».
func (f *eventFinder) itTakesPlace(s lang.Sentence) {
	if !f.headLast || len(f.evs) > 0 || s.First == 0 || f.l.Toks[s.First].Para || len(f.happenings) == 0 || !f.l.Has(s.First, f.p.know.lists.pronoun) {
		return
	}
	o := &f.happenings[len(f.happenings)-1]
	if o.s != f.sentence-1 || o.st.Event == "appointment" || o.st.Event == "visit" || o.phrase.entry == nil {
		return
	}
	for k := range f.deeds {
		d := &f.deeds[k]
		if d.own() || d.value != "happen" || d.end < s.Last-2 {
			continue
		}
		w := f.l.Fold(d.start)
		if strings.HasPrefix(w, "бол") || strings.HasPrefix(w, "жинал") || strings.HasPrefix(w, "қара") { // whoever was there
			continue
		}
		ph := phrase{from: s.First, head: s.First, headEnd: s.First, to: s.First}
		h := happening{phrase: ph, s: f.sentence, place: f.placeOf(&ph, d, s)}
		h.date, _ = f.dateOf(&ph, d, s)
		h.ownDate = !h.date.IsZero()
		f.fill(o, &h)
		return
	}
}

// otherTime reports whether two mentions of a kind in two sentences are two
// happenings, one of them told by a verb alone: what was and what is to come.
func otherTime(o, h *happening) bool {
	return o.s != h.s && o.st.Time != h.st.Time && (o.st.Time == "planned" || h.st.Time == "planned") && (o.phrase.entry == nil || h.phrase.entry == nil)
}

// pastPartKK reports whether a Kazakh word ends like a participle of the past: босатқан.
func pastPartKK(w string) bool {
	return participleEndsKK.end(w) && atLeast(w, 5)
}

// became reports whether a verb group is «болды» with a word that is said to be
// so, or may be done, and tells of nothing that takes place: «белгілі болды»,
// «қалай оқуға болады».
func (g *ground) became(d *deed) bool {
	if !g.headLast || d.start == 0 || d.value != "happen" || !strings.HasPrefix(g.l.Fold(d.start), "бол") {
		return false
	}
	before := g.l.Fold(d.start - 1)
	if g.l.Fold(d.end-1) == "болатын" && pastPartKK(before) { // босатқан болатын
		return true
	}
	return g.l.Has(d.start-1, g.p.know.lists.becomeWord) || strings.HasSuffix(before, "уға") || strings.HasSuffix(before, "уге") || strings.HasSuffix(before, "юге")
}

// calledAction reports whether a bare «Шара» that opens a sentence is the event told
// last, in this sentence or the one before, of whatever kind it is.
func (f *eventFinder) calledAction(o, h *happening) bool {
	if !f.headLast || h.st.Event != "other" && !f.gatheringAgain(h) || h.s-o.s > 4 || o.st.Event == "appointment" || o.st.Event == "visit" || o.phrase.entry == nil {
		return false
	}
	w := f.l.Fold(h.phrase.headEnd - 1)
	return strings.HasPrefix(w, "шара") || strings.HasPrefix(w, "іс") || h.st.Event != "other"
}

// gatheringAgain reports whether a bare Kazakh noun for people coming together opens the
// sentence without a day and place of its own, so that it means what was told before:
// «Басқосуға 200 ғалым жиналды», «Жиын барысында су жайы сөз болды».
func (f *eventFinder) gatheringAgain(h *happening) bool {
	if h.phrase.mods > 0 || h.phrase.topic || h.phrase.to != h.phrase.from+1 || h.phrase.from != f.p.sents[h.s].First {
		return false
	}
	w := f.l.Fold(h.phrase.from)
	return strings.HasPrefix(w, "басқосу") || strings.HasPrefix(w, "жиын")
}

// nextClauseLast reports whether a date or place stands behind a comma after the
// verb that tells a Kazakh event by itself: it is of the next clause («X-ті
// қабылдайды, ал наурызда Могадишоға барады»), is another's in whose words only one of
// both stands, the eve of which is meant, or begins what is told of the next event.
func (f *eventFinder) nextClauseLast(m *mention, ph *phrase) bool {
	if !f.headLast {
		return false
	}
	if m.class == lang.DateChunk && strings.HasPrefix(f.l.Fold(m.end), "қарсаң") || f.nextEventKK(m, ph) { // Жаңа жыл қарсаңында
		return true
	}
	return ph.entry == nil && m.start >= ph.to && f.commaBetween(ph.to, m.start) || f.otherWordsKK(m, ph)
}

// nextEventKK reports whether a Kazakh day or place stands behind a conjunction that joins
// the event before it to another one told behind what is named: «отырыс және | 2024 жылғы
// мамырда Ошта өтетін форум».
func (f *eventFinder) nextEventKK(m *mention, ph *phrase) bool {
	if m.start <= ph.to || !f.joins(ph.to) && !(f.l.Rune(ph.to) == ',' && m.start == ph.to+1) {
		return false
	}
	for k := range f.evs {
		if f.evs[k].from >= m.end {
			return true
		}
	}
	return false
}

// otherWordsKK reports whether somebody's words open or close between a Kazakh event and
// what is named beside it, so that only one of both is told by them: «Саммит Ошта өтеді», –
// деді | Айбек Омаров. A name in marks opens and closes.
func (f *eventFinder) otherWordsKK(m *mention, ph *phrase) bool {
	from, to := ph.to, m.start
	if m.end <= ph.from {
		from, to = m.end, ph.from
	}
	marks, speech := 0, false
	for k := from; k < to; k++ {
		if !f.l.Is(k, lang.Punct) || !isQuote(f.l.Rune(k)) {
			continue
		}
		marks++
		next := f.l.Rune(k + 1)
		speech = k > 0 && f.l.Rune(k-1) == ':' || next == ',' || isDash(next)
	}
	return speech && marks%2 == 1
}

// inReportKK reports whether token i belongs to words that somebody says at a Kazakh event
// told in the locative before them, so that it is no day, place or verb of the event:
// «брифингте | 2030 жылы зауыт салынатынын айтты».
func (f *eventFinder) inReportKK(ph *phrase, i int, s lang.Sentence) bool {
	if !f.headLast || i < ph.to || !f.slot(ph.headEnd-1, "loc") {
		return false
	}
	say := f.p.know.lists.sayVerb
	for k := s.Last - 1; k > i && k >= s.Last-4; k-- {
		if !f.l.Has(k, say) {
			continue
		}
		return f.l.Plays(k, f.p.know.roles.saidThat) || f.l.Plays(k-1, f.p.know.roles.saidThat) || f.p.know.closesClause(f.l.Fold(k-1))
	}
	return false
}

// sittingOf reports whether a Kazakh sitting is that of what stands in the genitive right
// before it, so that both are one: «стратегиялық диалогтың 10-отырысы».
func (f *eventFinder) sittingOf(last, ph *phrase) bool {
	return ph.kind() == "session" && last.kind() != "session" && last.quoted[1] == 0 && ph.from <= last.headEnd && !f.deedInside(last.headEnd) && genitiveKK(f.l.Fold(last.headEnd-1))
}

// kindOfKK reports whether a bare Kazakh noun of events right before another that is its own
// only says of what kind that is, so that both are one name: «жаназа | рәсімі», «квиз | турнирі».
func (f *eventFinder) kindOfKK(last, ph *phrase) bool {
	return last.headEnd == ph.head && last.quoted[1] == 0 && !last.topic && f.l.Is(last.headEnd-1, lang.Lower) && f.bare(last.headEnd-1) && !f.ownedNoun(last.headEnd-1) && f.possessive(ph)
}

// ofOtherNounKK reports whether a Kazakh verb behind a noun of events tells of something else:
// it takes an object and the noun is none («жұмысын форумнан кейін | бастайды»), or the noun
// only says of what the place behind it is («сайлау учаскелері | жабылады»). An exam is taken,
// not given a place.
func (f *eventFinder) ofOtherNounKK(ph *phrase, d *deed) bool {
	k := ph.headEnd - 1
	if d.start < ph.to {
		return false
	}
	if f.l.Plays(ph.headEnd-1, f.p.know.roles.examNoun) && f.l.Plays(d.start, f.p.know.roles.takesGuests) {
		return true // емтиханды | қабылдайды
	}
	if d.end == d.start+1 && f.l.Plays(d.start, f.p.know.roles.takesEvent) {
		if d.start == ph.to {
			return dativeKK(f.l.Fold(k)) || f.slot(k, "loc", "abl") // референдумға | шақырды
		}
		return !f.slot(k, "acc", "poss3 acc", "plural acc", "plural poss3 acc")
	}
	return d.start > ph.to && ph.to == ph.headEnd && f.l.Plays(ph.to, f.p.know.roles.eventHouse) && f.l.Is(ph.to, lang.Lower) && f.bare(k) && !f.ownedNoun(k) && !f.slot(ph.to, "loc", "poss3 loc", "dat", "poss3 dat", "gen", "poss3 gen", "plural poss3 dat", "plural poss3 loc", "plural poss3 gen")
}

// subjectName gives the name that a Kazakh match holds as it is called, where it stands as
// the object of a verb: «кеншілер күнін» is «кеншілер күні».
func (f *eventFinder) subjectName(d *deed, name string) string {
	if d.name[1] > d.name[0] && f.slotsOf(d.name[1]-1, "poss3 acc") {
		return strings.TrimSuffix(name, "н")
	}
	return name
}

// ofLaterKK reports whether the verb of a Kazakh noun of many meanings is that of another event
// told behind a comma between both: «Кеңес 2019 жылы құрылған, | бірінші отырысы Ошта өткен».
func (f *eventFinder) ofLaterKK(ph *phrase, d *deed) bool {
	for k := range f.evs {
		if o := &f.evs[k]; o.from > ph.to && o.to <= d.start && f.commaBetween(ph.to, o.from) {
			return true
		}
	}
	return false
}

// officerOfKK reports whether a bare Kazakh noun for an exhibition only says of what the office
// right behind it is: «музейдің экспозиция | жетекшісі», but «Форум төрағасы сөз сөйледі».
func (f *eventFinder) officerOfKK(ph *phrase) bool {
	k := ph.to
	return ph.kind() == "exhibition" && ph.mods == 0 && !ph.topic && ph.quoted[1] == 0 && ph.to == ph.from+1 && f.l.Is(k, lang.Lower) && f.l.Has(k, f.officenoun) && f.slot(k, "poss3", "poss3 gen", "poss3 dat", "poss3 acc", "poss3 ins", "poss3 loc", "poss3 abl")
}

// concertBeforeKK reports whether a Kazakh noun for one concert, as it is called or as an object,
// stands before the verb at token to, a word that is no object of its own between at most:
// «концерт қойды», «концертін қайта қойды», but «6 концерт қойды», «концерт залын ұсынды».
func (g *ground) concertBeforeKK(to int, s lang.Sentence) bool {
	for k := to - 1; k >= s.First && k >= to-2; k-- {
		switch g.l.Fold(k) {
		case "концерт", "концерті", "концертті", "концертін":
		default:
			if g.slot(k, "acc", "poss3 acc") || g.ownedNoun(k) || g.l.Fold(k) == "қол" {
				return false
			}
			continue
		}
		for i := k - 1; i >= s.First && i >= k-2; i-- {
			if _, ok := g.numeralAt(i); ok {
				return false
			}
		}
		return true
	}
	return false
}

// hostTownKK gives the town that opens a Kazakh sentence as its subject, a day passed over,
// where what takes place is its object: «Брно қаласы 2025 жылғы мамырда | көрмені өткізуге
// дайындалуда»; -1 where none does. A state only takes guests in.
func (f *eventFinder) hostTownKK(ph *phrase, d *deed, s lang.Sentence) int {
	k := s.First
	for k < ph.from && f.is(k, lang.DateChunk) {
		k = max(k+1, f.at(k).end)
	}
	m := f.at(k)
	if m == nil || m.class != lang.PlaceChunk || m.start != k || m.entity < 0 || m.end > ph.from || f.isCountry(m.entity) && !f.l.Plays(d.start, f.p.know.roles.takesGuests) || !f.slot(ph.headEnd-1, "acc", "poss3 acc") {
		return -1
	}
	if f.l.Has(m.end, f.p.know.lists.placeLow) && f.l.Is(m.end, lang.Lower) { // Брно | қаласы
		if w := f.l.Fold(m.end); !strings.HasSuffix(w, "ы") && !strings.HasSuffix(w, "і") {
			return -1
		}
		return m.entity
	}
	if !f.asNamed(m) {
		return -1
	}
	return m.entity
}

// placeActsKK reports whether a bare Kazakh place stands right before the place or body
// that the phrase begins with, so that it is who acts: «Астана | Орталық Азия
// мемлекеттерінің кездесуін қабылдады».
func (g *ground) placeActsKK(m *mention, ph *phrase) bool {
	next := g.at(m.end)
	return m.class == lang.PlaceChunk && m.end == ph.from && next != nil && next.start == m.end && (next.class == lang.PlaceChunk || next.class == lang.OrgChunk) && g.asNamed(m)
}

// bodyAloneKK reports whether the Kazakh noun of a session at token i is the short name of
// a body that the text names in full, and no edition stands before it: «ассамблея» beside
// «Ұлы дала ассамблеясы».
func (f *eventFinder) bodyAloneKK(i int) bool {
	c, ok := f.l.Chunk(i, f.noun)
	if !f.headLast || !ok || !strings.HasPrefix(f.l.Entry(c).Value, "session") {
		return false
	}
	k := i - 1
	if f.l.Rune(k) == '-' { // 148-Ассамблеясы
		k--
	}
	if _, numbered := f.numeralAt(k); numbered {
		return false
	}
	stem := lang.Fold(firstForm(f.l.Entry(c)))
	for _, k := range f.p.mentionsOf(lang.OrgChunk) {
		if m := &f.p.mens[k]; m.end-m.start > 1 && !(m.start <= i && i < m.end) && strings.HasPrefix(f.l.Fold(m.end-1), stem) {
			return true
		}
	}
	return false
}

// nameAloneKK takes out of the name of a Kazakh event which day of another it is on and
// that it is to come, and out of a visit the body that stands as it is called before its
// noun, and is who goes or where: «Лунд университеті | жұмыс сапарымен Ошқа барды».
func (f *eventFinder) nameAloneKK(ph *phrase) {
	if f.headLast && ph.from+2 <= ph.head && f.dayOfOneKK(ph.from+1) { // екінші күні | дөңгелек үстел
		ph.from, ph.mods = ph.from+2, max(0, ph.mods-2)
	}
	if f.headLast && ph.from+2 < ph.head && f.l.Is(ph.from+1, lang.Lower) && f.l.Plays(ph.from, f.p.know.roles.upcoming) && f.l.Has(ph.from+1, f.p.know.lists.eventBase) { // алда өтетін | форум
		ph.from, ph.mods = ph.from+2, max(0, ph.mods-2)
	}
	f.ownerKK(ph)
	f.behindSubjectKK(ph)
	if !f.headLast || ph.kind() != "visit" {
		return
	}
	if m := f.at(ph.from); m != nil && m.class == lang.OrgChunk && m.end <= ph.head && f.asNamed(m) {
		ph.from, ph.mods = m.end, max(0, ph.mods-1)
	}
	f.visitAloneKK(ph)
}

// givenToKK reports whether a Kazakh place in the dative is whom something is done for and not
// where an event is: «форумда | Непалға көмек көрсету талқыланады». Visits go there.
func (f *eventFinder) givenToKK(m *mention, ph *phrase) bool {
	if !f.headLast || ph.entry == nil || ph.kind() == "visit" || f.slot(m.end-1, "loc") {
		return false
	}
	from := m.end
	if !f.slot(m.end-1, "dat") {
		if from++; !f.slotsOf(m.end, "poss3 dat") { // Ахаль өңіріне
			return false
		}
	}
	for k := from; k < from+3 && k < len(f.l.Toks) && f.l.Is(k, lang.Lower) && !f.l.Has(k, f.noun); k++ {
		w := f.l.Fold(k)
		if (f.verbalNoun(k) || strings.HasSuffix(w, "уді") || strings.HasSuffix(w, "уды")) && !f.l.Plays(k, f.p.know.roles.cameThere) {
			return true
		}
	}
	return false
}

// dayOfOneKK reports whether a Kazakh ordinal that ends at token i counts the days of what
// goes on, and not an event: «екінші | күні концерт өтті».
func (f *eventFinder) dayOfOneKK(i int) bool {
	return f.headLast && i < len(f.l.Toks) && (f.l.Fold(i) == "күні" || f.l.Fold(i) == "күнінде")
}
