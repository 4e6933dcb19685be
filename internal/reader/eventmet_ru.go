package reader

import (
	"slices"
	"strings"

	"shanyraq/internal/lang"
	"shanyraq/internal/read"
)

// whoMet gives those who met by a Russian verb: the persons alone, where there
// are some, since bodies beside them are of their titles, and with them the one
// whom the pronoun before the verb means; where the rule names none, those of its
// words and the guest named right behind them.
func (f *eventFinder) whoMet(d *deed, who []int, s lang.Sentence) []int {
	persons := f.personsOf(who)
	if len(who) == 0 {
		end := d.end
		for k := d.end; k < s.Last && k < d.end+14 && !f.finite(k); k++ {
			if f.l.Is(k, lang.Punct) && !(f.l.Rune(k) == ',' && f.obliqueOffice(k+1)) && f.l.Rune(k) != '(' && f.l.Rune(k) != ')' {
				break
			}
			if m := f.at(k); m != nil && m.class == lang.PersonChunk {
				end = m.end
				break
			}
		}
		out := f.personsOf(f.entitiesIn(d.start, end))
		for k := d.start - 1; k >= s.First && k > d.start-4 && !f.l.Is(k, lang.Punct); k-- { // Президент X | провёл встречу с делегацией
			if m := f.at(k); m != nil && m.class == lang.PersonChunk {
				if m.entity >= 0 && f.asNamed(m) && !slices.Contains(out, m.entity) {
					out = slices.Insert(out, 0, m.entity)
				}
				break
			}
		}
		return f.withTitle(d, out, s)
	}
	if len(persons) == 0 {
		return who
	}
	for k := d.start - 1; len(persons) == 1 && k >= s.First && k > d.start-5 && !f.l.Is(k, lang.Punct); k-- {
		if m := f.at(k); m != nil && m.class == lang.PersonChunk {
			if m.entity >= 0 && m.entity != persons[0] {
				return slices.Insert(persons, 0, m.entity)
			}
			break
		}
	}
	if e := f.metBehind(d, s); len(persons) == 1 && e >= 0 && e != persons[0] {
		return append(persons, e)
	}
	if e, ok := f.holderAt(d.who[0]); ok && len(persons) == 1 && e != persons[0] {
		return slices.Insert(persons, 0, e)
	}
	switch f.l.Fold(d.start) {
	case "он", "она", "его", "ее":
		if e, ok := f.p.lastPerson(d.start); ok && !slices.Contains(persons, e) && f.p.doc.entities[e].kind == read.Person {
			persons = slices.Insert(persons, 0, e)
		}
	}
	return persons
}

// metBehind gives the person behind the title that the words of a Russian meeting end with:
// «Анна Линд встретилась с руководителем | отдела по делам музеев Союза писателей Петром
// Громовым»; -1 where a mark or a verb comes first.
func (f *eventFinder) metBehind(d *deed, s lang.Sentence) int {
	if d.rule.Name != "event.met-official" {
		return -1
	}
	for k := d.end; k < s.Last && k < d.end+16; k++ {
		if m := f.at(k); m != nil && m.class == lang.PersonChunk {
			return m.entity
		}
		if f.l.Is(k, lang.Punct) && f.l.Rune(k) != '-' && !isQuote(f.l.Rune(k)) || f.finite(k) || f.joins(k) && f.l.Has(k+1, f.officenoun) {
			break
		}
	}
	return -1
}

// onlyNamed reports whether a Russian noun of events at token i tells of no
// happening: whose things are shown («предметы из собрания музея»), or how
// another was held («в формате видеоконференции»).
func (f *eventFinder) onlyNamed(i int) bool {
	if f.broughtTo(i) || i > 0 && f.l.Plays(i-1, f.p.know.roles.keepsUp) {
		return true
	}
	switch f.l.Fold(i - 1) {
	case "из", "формате", "режиме", "формата":
		return true
	case "случаю":
		return f.l.Fold(i) == "праздника"
	}
	if f.l.Is(i, lang.Cap) && i > 1 && f.l.Is(i-1, lang.Cap) && !f.l.Is(i-1, lang.Upper) && !f.l.Is(i-1, lang.Roman) && f.at(i-1) == nil && !f.adjectival(i-1) && f.p.sentenceOf(i).First < i-1 { // Дом Приёмов
		return true
	}
	return false
}

// inInstrument reports whether a Russian event is what an instrument right before it
// is about: «меморандум о политических консультациях, подписанный в 2014 году».
func (f *eventFinder) inInstrument(ph *phrase) bool {
	if !f.russian() || ph.from < 2 {
		return false
	}
	switch f.l.Fold(ph.from - 1) {
	case "о", "об", "по":
		return f.l.Has(ph.from-2, f.p.know.lists.instrumentNoun)
	}
	return false
}

// billRead reports whether a Russian noun in the singular is the reading of a bill:
// «третье чтение состоится в мае».
func (f *eventFinder) billRead(ph *phrase) bool {
	return f.russian() && (f.readIn(ph) || ph.quoted[1] == 0) && (f.l.Fold(ph.head) == "чтение" || f.l.Fold(ph.head) == "чтении" || f.l.Fold(ph.head) == "чтения" && f.edition(ph) > 0 && f.edition(ph) < 4 && f.l.Is(ph.head, lang.Lower) && ph.to == ph.headEnd)
}

// readIn reports whether the Russian readings of a bill are counted right before the
// noun, whatever title stands behind it: «в первом чтении законопроект «О музеях»».
func (f *eventFinder) readIn(ph *phrase) bool {
	n := f.edition(ph)
	return n > 0 && n < 4 && ph.quoted[0] > ph.head
}

// inTitle reports whether a Russian noun of an event is only a part of somebody's
// title, which a verb behind the name tells nothing of: «председатель собрания Анна
// Серова подтвердила, что выборы назначены на май».
func (f *eventFinder) inTitle(ph *phrase, d *deed) bool {
	if !f.russian() || d.start < ph.to || ph.from == 0 {
		return false
	}
	for k := ph.headEnd; k < d.start && k < ph.to+3; k++ {
		if f.is(k, lang.PersonChunk) {
			return f.l.Has(ph.from-1, f.officenoun)
		}
		if f.l.Is(k, lang.Punct) {
			break
		}
	}
	return false
}

// inParticiple reports whether a Russian date or place behind an event belongs to the
// participle of something else, named last before its comma: «встретился с послом и
// посетил церковь, построенную в 1804 году».
func (f *eventFinder) inParticiple(m *mention, ph *phrase) bool {
	for k := m.start - 1; k >= ph.to && k > m.start-7; k-- {
		if f.l.Rune(k) == ',' {
			w := f.l.Fold(k + 1)
			if strings.HasPrefix(w, "посвящен") || strings.HasPrefix(w, "котор") && f.nounBetween(ph.to, k) { // брифинг, посвящённый прошедшему 23 мая форуму
				return true
			}
			if strings.HasPrefix(w, "намечен") || strings.HasPrefix(w, "запланирован") { // визит, намеченный на сентябрь
				return false
			}
			return (ph.entry == nil || k > ph.to) && f.l.Is(k+1, lang.Lower) && f.p.know.endings.participleEnd.end(f.l.Fold(k+1), 4) && !f.l.Has(k+1, f.p.know.lists.eventDone)
		}
	}
	return false
}

// inParticipleBefore reports whether a Russian date or place before an event is told of
// who holds it, by a participle between commas: «хор, основанный в | 1954 году, дал концерт».
func (f *eventFinder) inParticipleBefore(m *mention, ph *phrase) bool {
	if m.end >= ph.from {
		return false
	}
	for k := m.start - 1; k > 0 && k > m.start-7; k-- {
		if f.l.Rune(k) != ',' {
			continue
		}
		if !f.l.Is(k+1, lang.Lower) || !f.p.know.endings.participleEnd.end(f.l.Fold(k+1), 4) || f.l.Has(k+1, f.p.know.lists.eventDone) {
			return false
		}
		for j := m.end; j < ph.from && j < m.end+8; j++ {
			if f.l.Rune(j) == ',' {
				return true
			}
		}
		return false
	}
	return false
}

// nounBetween reports whether another event is named among the tokens from one on before
// another: «прочитал лекцию и участвовал в | конференции |, которая прошла в Оше».
func (f *eventFinder) nounBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if f.l.Has(k, f.noun) && !f.is(k, lang.OrgChunk) {
			return true
		}
	}
	return false
}

// inThatClause reports whether a Russian date or place is in what somebody says at an
// event named before it: «напомнила на церемонии, что | выставка прошла в Лиме»,
// «встретился с послом и заверил, что | мост откроют в июне». A clause with the event's own
// verb d in it counts only right behind the name.
func (f *eventFinder) inThatClause(m *mention, ph *phrase, d *deed) bool {
	for k := ph.to; k < m.start; k++ {
		if f.l.Rune(k) == ',' && f.p.foldAt(k+1) == "что" {
			return k == ph.to || d == nil || d.end <= k
		}
	}
	return false
}

// datedDuring reports whether a Russian event told by more than its noun is that
// during which the sentence tells of something with its day before it: «подписано 8
// ноября в Душанбе во время визита президента».
func (f *eventFinder) datedDuring(ph *phrase, s lang.Sentence) bool {
	if !f.russian() || !ph.topic && ph.mods == 0 || ph.from < s.First+3 || ph.has("loose") {
		return false
	}
	switch f.l.Fold(ph.from - 1) {
	case "время", "ходе":
	default:
		return false
	}
	for _, k := range f.p.mentionsIn(lang.DateChunk, s.First, ph.from) {
		if m := &f.p.mens[k]; len(m.date.String()) == len("2006-01-02") && !f.commaBetween(m.end, ph.from) {
			return true
		}
	}
	return false
}

// decided reports whether a Russian event is only the one that decided what the
// sentence tells: «по решению пленума конференцию проведут в мае».
func (f *eventFinder) decided(ph *phrase) bool {
	return f.russian() && ph.from > 0 && f.l.Is(ph.from-1, lang.Lower) && f.l.Has(ph.from-1, f.p.know.lists.instrumentNoun)
}

// onlyIdea reports whether a Russian event is what the thought was of holding it that came up
// in the past: «идея провести | форум | появилась в 2014 году».
func (f *eventFinder) onlyIdea(ph *phrase, d *deed) bool {
	if !f.russian() || d.mood != "planned" || d.end > ph.from || d.start == 0 || !f.verbAt(ph.to) || !f.p.know.endings.finitePast.end(f.l.Fold(ph.to), 3) {
		return false
	}
	switch f.l.Fold(d.start - 1) {
	case "идея", "мысль", "замысел", "инициатива", "мечта":
		return true
	}
	return false
}

// receivedApart reports whether a Russian verb tells that persons met who took no
// part in the meeting named before in another sentence: talks of two ministries,
// and a minister «был принят президентом».
func (f *eventFinder) receivedApart(o, h *happening) bool {
	if o.s != h.s && h.st.Event == "meeting" && len(f.personsOf(o.who)) == 2 && len(f.personsOf(h.who)) == 2 && f.oneMore(h.who, o.who) && f.oneMore(o.who, h.who) {
		return true
	}
	if o.s != h.s && h.st.Event == "meeting" && h.phrase.entry == nil && o.phrase.entry != nil && f.oneMore(h.who, o.who) && f.l.Plays(o.phrase.head, f.p.know.roles.manyMeet) {
		return true // на совещании, и «также встретится с президентом»
	}
	return o.s != h.s && h.phrase.entry == nil && o.phrase.entry != nil && o.st.Name != "" && h.st.Event == "meeting" && len(o.who) > 0 && len(f.personsOf(h.who)) > 0 &&
		f.oneMore(h.who, o.who) && (f.oneMore(o.who, h.who) || !slices.ContainsFunc(h.who, func(e int) bool { return slices.Contains(o.who, e) }))
}

// oneMore reports whether the first persons have one whom the second have not.
func (f *eventFinder) oneMore(a, b []int) bool {
	return slices.ContainsFunc(f.personsOf(a), func(e int) bool { return !slices.Contains(b, e) })
}

// dated reports whether a sentence names a date.
func (f *eventFinder) dated(s lang.Sentence) bool {
	return len(f.p.mentionsIn(lang.DateChunk, s.First, s.Last)) > 0
}

// itWas gives the day and place of a Russian sentence whose subject is a pronoun to
// the event that the sentence before it told last: «Он открылся 19 августа в Шуше».
func (f *eventFinder) itWas(s lang.Sentence) {
	if !f.russian() || s.First == 0 || f.l.Toks[s.First].Para || len(f.happenings) == 0 || len(f.evs) > 0 || !f.l.Plays(s.First, f.p.know.roles.itself) {
		return
	}
	o := &f.happenings[len(f.happenings)-1]
	if o.s != f.sentence-1 || o.phrase.entry == nil || o.ownDate && o.place >= 0 {
		return
	}
	for k := range f.deeds {
		d := &f.deeds[k]
		if d.own() || !strings.HasPrefix(d.value, "happen") || d.start > s.First+3 {
			continue
		}
		ph := phrase{from: s.First, head: s.First, headEnd: s.First + 1, to: s.First + 1}
		h := happening{phrase: ph, s: f.sentence, place: f.placeOf(&ph, d, s)}
		h.date, _ = f.dateOf(&ph, d, s)
		h.ownDate = !h.date.IsZero()
		f.fill(o, &h)
		return
	}
}

// obliqueOffice reports whether a Russian title begins at token i in another case than
// the nominative: «с заведующим отделом, | заместителем председателя X».
func (f *eventFinder) obliqueOffice(i int) bool {
	c, ok := f.l.Chunk(i, f.officenoun)
	if !ok {
		return false
	}
	head, _, _ := strings.Cut(lang.Fold(firstForm(f.l.Entry(c))), " ")
	return f.l.Fold(i) != head
}

// toldFrom gives the place that an event without one has from the dateline; none in
// Russian, and in English without a day of its own, where the event told last took place
// elsewhere: «БАКУ, 28 марта – АПА. В Гяндже прошёл форум. … Состоялось заседание».
func (f *eventFinder) toldFrom(i int) int {
	at := f.p.dateline(f.ground)
	if at < 0 {
		return at
	}
	if town, own := f.sectionTown(f.p.sents[f.happenings[i].s]); own {
		return town
	}
	if f.headLast && at >= 0 && f.agencySeatKK(f.p.sents[f.happenings[i].s]) {
		return -1
	}
	if at < 0 || f.headLast {
		return at
	}
	if f.english() && f.happenings[i].ownDate {
		return at
	}
	for k := i - 1; k >= 0; k-- {
		if o := &f.happenings[k]; o.s < f.happenings[i].s && o.place >= 0 && !(f.english() && f.isCountry(o.place)) {
			if o.place != at {
				return -1
			}
			return at
		}
	}
	return at
}

// besides gives a Russian meeting on the sidelines of an event the place of that
// event: «на полях форума», «в кулуарах конференции».
func (f *eventFinder) besides(h *happening, s lang.Sentence) {
	if !f.russian() || h.st.Event != "meeting" || h.place >= 0 || len(f.happenings) == 0 {
		return
	}
	for i := s.First + 1; i < s.Last; i++ {
		if !f.l.Plays(i, f.p.know.roles.sidelines) {
			continue
		}
		for k := len(f.happenings) - 1; k >= 0; k-- {
			switch o := &f.happenings[k]; o.st.Event {
			case "visit", "appointment", "year", "anniversary":
			default:
				h.place = o.place
				return
			}
		}
	}
}

// withTitle adds to those who met the one whose Russian title stands alone before the
// verb, where the text gives it to one only, or whom the pronoun means that opens the
// verb's words: «Ректор | встретился с послом», «Его принял министр».
func (f *eventFinder) withTitle(d *deed, who []int, s lang.Sentence) []int {
	if f.l.Plays(d.start, f.p.know.roles.heShe) || f.l.Plays(d.start, f.p.know.roles.male) || f.l.Plays(d.start, f.p.know.roles.female) {
		if e, ok := f.p.lastPerson(d.start); ok && !slices.Contains(who, e) && f.p.doc.entities[e].kind == read.Person && len(who) == 1 {
			return slices.Insert(who, 0, e)
		}
		return who
	}
	for k := d.start; k >= s.First && k > d.start-3; k-- {
		c, ok := f.l.Chunk(k, f.officenoun)
		if !ok {
			if k < d.start && !f.adverb(k) && !f.l.Has(k, f.npstop) {
				return who
			}
			continue
		}
		head := lang.Fold(firstForm(f.l.Entry(c)))
		if lang.Fold(f.l.Slice(k, int(c.End))) != head || f.at(int(c.End)) != nil {
			return who
		}
		e, ok := f.p.doc.soleHolder(func(st *statement) bool { return strings.HasPrefix(lang.Fold(st.Title), head) })
		if ok && !slices.Contains(who, e) {
			return slices.Insert(who, 0, e)
		}
		return who
	}
	return who
}
